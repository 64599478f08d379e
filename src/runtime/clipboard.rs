//! The clipboard, which belongs to the terminal: over SSH it is the near one.
//!
//! The terminal is asked by OSC 52. A multiplexer between us and the terminal does not pass that on:
//!
//! * tmux, as it comes (`set-clipboard external`, `allow-passthrough off`), asks its own terminal when told to by its own
//!   command, as Neovim and Helix do.
//! * GNU screen drops a short sequence and spills a long one over the screen as text. What stands in a device control
//!   string it passes on unread, up to 768 bytes of it.
//! * tmux inside screen takes the text and can pass it to nobody.
//!
//! All of it happens on one thread: another program must keep no key waiting, and of several texts only the newest counts.

use std::ffi::OsStr;
use std::io::{self, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

use super::incoming::Incoming;
use super::terminal::Terminal;
use crate::ui::effect::Outcome;

/// A tmux that has not answered by then is stopped.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often a running program is looked after.
const GLANCE: Duration = Duration::from_millis(5);

/// As much of a sequence as stands in one device control string for GNU screen, which takes 768 bytes.
const PIECE: usize = 700;

/// What stands between us and the terminal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Between {
    Nothing,
    Screen,
    Tmux {
        /// GNU screen is there too, inside tmux or around it.
        and_screen: bool,
    },
}

impl Between {
    fn of(environment: impl Fn(&str) -> Option<String>) -> Self {
        let has = |name| environment(name).is_some_and(|value| !value.is_empty());
        // Over SSH only TERM comes along. tmux may call itself that too; it drops what is meant for screen, while screen
        // would show what is meant for tmux.
        let is_screen = has("STY") || environment("TERM").is_some_and(|term| is_of_screen(&term));
        match (has("TMUX"), is_screen) {
            (true, _) => Self::Tmux { and_screen: has("STY") },
            (false, true) => Self::Screen,
            (false, false) => Self::Nothing,
        }
    }
}

/// Whether a terminal's name is one that GNU screen gives: `screen`, `screen.xterm-256color`.
fn is_of_screen(term: &str) -> bool {
    term == "screen" || term.starts_with("screen.") || term.starts_with("screen-")
}

/// A text that is to be copied.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Wanted {
    text: String,
    /// What it is, for the reader.
    what: String,
}

#[derive(Default)]
struct Queue {
    /// Being copied now, by a thread of its own.
    current: Option<Wanted>,
    /// To be copied next.
    next: Option<Wanted>,
}

/// Copies, one text at a time.
pub(super) struct Clipboard {
    terminal: Arc<Terminal>,
    main: Sender<Incoming>,
    between: Between,
    queue: Arc<Mutex<Queue>>,
}

impl Clipboard {
    /// A clipboard behind this terminal, which reports to main.
    pub(super) fn new(terminal: &Arc<Terminal>, main: Sender<Incoming>) -> Self {
        let between = Between::of(|name| std::env::var(name).ok());
        Self { terminal: Arc::clone(terminal), main, between, queue: Arc::default() }
    }

    /// Asks for a text to be copied, and reports what came of it. Nobody answers whether it arrived.
    pub(super) fn copy(&self, text: String, what: String) -> io::Result<()> {
        let report = |outcome| drop(self.main.send(Incoming::Outcome(outcome)));
        let Between::Tmux { and_screen } = self.between else {
            self.terminal.write(&sequence(&text, self.between)?)?;
            report(Outcome::Copied(what));
            return Ok(());
        };
        let wanted = Wanted { text, what };
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        if queue.current.is_some() {
            report(Outcome::Copying(wanted.what.clone()));
            // The same again would change nothing.
            queue.next = (queue.current.as_ref() != Some(&wanted)).then_some(wanted);
            return Ok(());
        }
        queue.current = Some(wanted.clone());
        drop(queue);
        let (queue, terminal, main) =
            (Arc::clone(&self.queue), Arc::clone(&self.terminal), self.main.clone());
        let work = move || {
            let mut wanted = wanted;
            loop {
                let Wanted { text, what } = wanted;
                if let Some(outcome) = by_tmux_or_terminal(&text, what, and_screen, &terminal) {
                    // Whoever does not listen any more has ended.
                    drop(main.send(Incoming::Outcome(outcome)));
                }
                let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
                queue.current = queue.next.take();
                match queue.current.clone() {
                    Some(next) => wanted = next,
                    None => return,
                }
            }
        };
        let begun = thread::Builder::new().name("copy".into()).spawn(work);
        if begun.is_err() {
            self.queue.lock().unwrap_or_else(PoisonError::into_inner).current = None;
        }
        begun.map(drop)
    }
}

/// Has tmux ask its terminal, or asks ours where there is no tmux that can. None if that failed too: who draws next will
/// notice.
fn by_tmux_or_terminal(text: &str, what: String, and_screen: bool, terminal: &Terminal) -> Option<Outcome> {
    if !by_tmux(text) {
        sequence(text, Between::Nothing).and_then(|sequence| terminal.write(&sequence)).ok()?;
        return Some(Outcome::Copied(what));
    }
    let is_cut_off = and_screen && tmux_terminal().is_some_and(|term| is_of_screen(&term));
    Some(if is_cut_off { Outcome::OnlyInTmux(what) } else { Outcome::Copied(what) })
}

/// The text as OSC 52 has it, wrapped for what stands between.
fn sequence(text: &str, between: Between) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
    if between != Between::Screen {
        return Ok(bytes);
    }
    // It ends in ST, which would end the string around it; BEL does as well.
    if bytes.ends_with(b"\x1b\\") {
        bytes.truncate(bytes.len() - 2);
        bytes.push(b'\x07');
    }
    let pieces = bytes.chunks(PIECE).flat_map(|piece| [&b"\x1bP"[..], piece, b"\x1b\\"]);
    Ok(pieces.collect::<Vec<_>>().concat())
}

/// Whether tmux took it; before 3.2 it cannot pass it on, and says so.
fn by_tmux(text: &str) -> bool {
    tmux(&["load-buffer", "-w", "-"], text, Stdio::null()).is_some()
}

/// What tmux's own terminal is called.
fn tmux_terminal() -> Option<String> {
    tmux(&["display-message", "-p", "#{client_termname}"], "", Stdio::piped())
}

/// What tmux writes when it is given this; none where it fails, or does not end in time.
fn tmux(arguments: &[&str], input: &str, output: Stdio) -> Option<String> {
    let mut command = Command::new(OsStr::new("tmux"));
    command.args(arguments).stdin(Stdio::piped()).stdout(output).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut tmux = command.spawn().ok()?;
    let (stdin, input) = (tmux.stdin.take(), input.to_owned());
    let (sender, fed) = mpsc::channel();
    // On a thread of its own, as it lasts until all is read. The input ends when it is dropped.
    let feed = move || {
        let fed = stdin.is_none_or(|mut stdin| stdin.write_all(input.as_bytes()).is_ok());
        let _ = sender.send(fed);
    };
    if thread::Builder::new().name("feed".into()).spawn(feed).is_err() {
        stop(&mut tmux);
        return None;
    }
    let since = Instant::now();
    loop {
        match tmux.try_wait() {
            Ok(Some(status)) => {
                let is_fed = fed.recv_timeout(PATIENCE).unwrap_or(false);
                let output = tmux.wait_with_output().ok().filter(|_| status.success() && is_fed)?;
                return Some(String::from_utf8_lossy(&output.stdout).trim().to_owned());
            }
            Ok(None) if since.elapsed() < PATIENCE => thread::sleep(GLANCE),
            Ok(None) | Err(_) => {
                stop(&mut tmux);
                return None;
            }
        }
    }
}

/// Ends a program and whatever it has started, and waits for its end.
fn stop(program: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = rustix::process::Pid::from_raw(program.id().cast_signed()) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    // Neither can fail in a way that leaves anything to do.
    let _ = program.kill();
    let _ = program.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(set: &[(&str, &str)]) -> Between {
        Between::of(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn what_stands_between_is_known_by_the_environment() {
        assert_eq!(between(&[("TERM", "xterm-256color"), ("TMUX", ""), ("STY", "")]), Between::Nothing);
        assert_eq!(between(&[("TERM", "screen"), ("STY", "1.pts-0.vm")]), Between::Screen);
        assert_eq!(between(&[("TERM", "xterm"), ("STY", "1.pts-0.vm")]), Between::Screen);
        assert_eq!(between(&[("TERM", "screen.xterm-256color")]), Between::Screen, "over SSH");
        let tmux = ("TMUX", "/tmp/tmux-0/default,1,0");
        assert_eq!(between(&[("TERM", "screen-256color"), tmux]), Between::Tmux { and_screen: false });
        assert_eq!(between(&[("TERM", "screen"), tmux, ("STY", "1")]), Between::Tmux { and_screen: true });
    }

    /// GNU screen drops what it strips and joins the rest: the terminal gets one sequence, whole.
    #[test]
    fn screen_gets_pieces_that_it_can_hold() {
        let text = "Über ".repeat(2000);
        let wrapped = sequence(&text, Between::Screen).expect("a sequence");
        let wrapped = String::from_utf8(wrapped).expect("ASCII");
        let mut joined = String::new();
        for piece in wrapped.split_inclusive("\x1b\\") {
            let inner = piece.strip_prefix("\x1bP").and_then(|piece| piece.strip_suffix("\x1b\\"));
            let inner = inner.expect("a device control string");
            assert!(inner.len() <= PIECE && !inner.is_empty());
            joined.push_str(inner);
        }
        let plain = String::from_utf8(sequence(&text, Between::Nothing).expect("a sequence")).expect("ASCII");
        let body = plain.trim_end_matches("\x1b\\").trim_end_matches('\x07');
        assert_eq!(joined, format!("{body}\x07"));
    }
}
