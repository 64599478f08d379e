//! The clipboard of the terminal: over SSH, that of the reader's own machine.
//!
//! The terminal is asked by OSC 52. A multiplexer between us and the terminal does not pass that on:
//!
//! * tmux, by default (`set-clipboard external`, `allow-passthrough off`), asks its own terminal when its own command says
//!   so, as Neovim and Helix do.
//! * GNU screen drops a short sequence and spills a long one over the screen as text. What stands in a device control
//!   string it passes on unread, up to 768 bytes of it.
//! * tmux inside screen takes the text and can pass it to nobody.
//!
//! tmux runs on a thread, so that no key waits for another program; of several texts only the newest counts.

use std::io::{self, Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

use super::incoming::Incoming;
use super::repeat::{Asked, Latest};
use super::terminal::Terminal;
use crate::protocol::effect::Outcome;

/// A tmux that has not answered after this is stopped.
const TMUX_TIMEOUT: Duration = Duration::from_secs(2);

/// As much of a sequence as stands in one device control string for GNU screen, which takes 768 bytes.
const SCREEN_CHUNK: usize = 700;

/// The multiplexers between us and the terminal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Multiplexers {
    /// A tmux that can be run, unless `TMUX` outlived it.
    has_tmux: bool,
    /// GNU screen, inside tmux or around it: it must not see a bare sequence.
    has_screen: bool,
    /// What we write ourselves may go to a tmux, which may drop it.
    may_be_dropped: bool,
}

impl Multiplexers {
    fn of(environment: impl Fn(&str) -> Option<String>) -> Self {
        let has = |name| environment(name).is_some_and(|value| !value.is_empty());
        let (has_tmux, has_sty) = (has("TMUX"), has("STY"));
        let term = environment("TERM").unwrap_or_default();
        // Over SSH only TERM comes along. tmux may call itself screen too; it drops what is meant for screen, while screen
        // would show what is meant for tmux. Beside TMUX the name says little, for it is tmux's own default; only the
        // names with a dot are screen's alone.
        let is_called_screen = if has_tmux { term.starts_with("screen.") } else { is_of_screen(&term) };
        let may_be_tmux = is_called_screen || term == "tmux" || term.starts_with("tmux-");
        Self {
            has_tmux,
            has_screen: has_sty || is_called_screen,
            may_be_dropped: has_tmux || may_be_tmux && !has_sty,
        }
    }
}

/// Whether a terminal's name is one that GNU screen gives: `screen`, `screen.xterm-256color`.
fn is_of_screen(term: &str) -> bool {
    term == "screen" || term.starts_with("screen.") || term.starts_with("screen-")
}

/// A text to copy.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Wanted {
    text: String,
    /// What it is, for the reader.
    what: String,
}

struct Queue {
    latest: Latest<Wanted>,
    /// Being copied now, by a thread of its own.
    current: Option<Wanted>,
    /// To be copied next.
    next: Option<Wanted>,
}

/// Copies, one text at a time.
pub(super) struct Clipboard {
    terminal: Arc<Terminal>,
    main: Sender<Incoming>,
    multiplexers: Multiplexers,
    queue: Arc<Mutex<Queue>>,
}

impl Clipboard {
    /// A clipboard behind this terminal, which reports to main.
    pub(super) fn new(terminal: &Arc<Terminal>, main: Sender<Incoming>) -> Self {
        let multiplexers = Multiplexers::of(|name| std::env::var(name).ok());
        // However long tmux takes, it is stopped before long.
        let queue = Queue { latest: Latest::new(Duration::MAX), current: None, next: None };
        Self { terminal: Arc::clone(terminal), main, multiplexers, queue: Arc::new(Mutex::new(queue)) }
    }

    /// Asks for a text to be copied, once however long the key is held, and reports the outcome. No terminal answers
    /// whether it copied.
    ///
    /// # Errors
    ///
    /// When the terminal fails.
    pub(super) fn copy(&self, text: String, what: String) -> io::Result<()> {
        let report = |outcome| drop(self.main.send(Incoming::Outcome(outcome)));
        let wanted = Wanted { text, what };
        let mut queue = lock(&self.queue);
        match queue.latest.ask(&wanted, Instant::now()) {
            Asked::New => {}
            Asked::UnderWay => {
                report(Outcome::Copying(wanted.what));
                return Ok(());
            }
            Asked::Done(outcome) => {
                report(outcome);
                return Ok(());
            }
        }
        if self.multiplexers.has_tmux {
            if queue.current.is_some() {
                report(Outcome::Copying(wanted.what.clone()));
                // What is being copied need not be copied after itself.
                queue.next = (queue.current.as_ref() != Some(&wanted)).then_some(wanted);
                return Ok(());
            }
            queue.current = Some(wanted.clone());
            if self.start(wanted.clone()).is_ok() {
                return Ok(());
            }
            // Without a thread for tmux the terminal is asked, as where tmux fails.
            queue.current = None;
        }
        let outcome = by_terminal(&wanted, self.multiplexers, &self.terminal)?;
        queue.latest.done(&wanted, outcome.clone());
        report(outcome);
        Ok(())
    }

    /// Copies this, and then whatever is queued by then, on a thread.
    fn start(&self, mut wanted: Wanted) -> io::Result<()> {
        let (queue, terminal) = (Arc::clone(&self.queue), Arc::clone(&self.terminal));
        let (main, multiplexers) = (self.main.clone(), self.multiplexers);
        let work = move || {
            loop {
                let outcome = match by_tmux(&wanted, multiplexers) {
                    Some(outcome) => Ok(outcome),
                    None => by_terminal(&wanted, multiplexers, &terminal),
                };
                // Sending fails only once the program is ending.
                let outcome = match outcome {
                    Ok(outcome) => outcome,
                    Err(error) => return drop(main.send(Incoming::TerminalFailed(error))),
                };
                let mut queue = lock(&queue);
                queue.latest.done(&wanted, outcome.clone());
                drop(main.send(Incoming::Outcome(outcome)));
                queue.current = queue.next.take();
                match queue.current.clone() {
                    Some(next) => wanted = next,
                    None => return,
                }
            }
        };
        thread::Builder::new().name("copy".into()).spawn(work).map(drop)
    }
}

fn lock(queue: &Mutex<Queue>) -> MutexGuard<'_, Queue> {
    queue.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Asks our own terminal to copy.
fn by_terminal(wanted: &Wanted, multiplexers: Multiplexers, terminal: &Terminal) -> io::Result<Outcome> {
    terminal.write(&sequence(&wanted.text, multiplexers.has_screen)?)?;
    let what = wanted.what.clone();
    Ok(if multiplexers.may_be_dropped { Outcome::MaybeCopied(what) } else { Outcome::Copied(what) })
}

/// The text as OSC 52 has it, wrapped for GNU screen if that is in between.
fn sequence(text: &str, has_screen: bool) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
    if !has_screen {
        return Ok(bytes);
    }
    // It ends in ST, which would end the string around it; BEL does as well.
    if bytes.ends_with(b"\x1b\\") {
        bytes.truncate(bytes.len() - 2);
        bytes.push(b'\x07');
    }
    let pieces = bytes.chunks(SCREEN_CHUNK).flat_map(|piece| [&b"\x1bP"[..], piece, b"\x1b\\"]);
    Ok(pieces.collect::<Vec<_>>().concat())
}

/// Has tmux ask its own terminal; none if it fails. Before 3.2 it cannot pass the text on, and says so.
fn by_tmux(wanted: &Wanted, multiplexers: Multiplexers) -> Option<Outcome> {
    tmux(&["load-buffer", "-w", "-"], &wanted.text)?;
    let terminal = || tmux(&["display-message", "-p", "#{client_termname}"], "");
    let is_cut_off = multiplexers.has_screen && terminal().is_some_and(|term| is_of_screen(&term));
    let what = wanted.what.clone();
    Some(if is_cut_off { Outcome::OnlyInTmux(what) } else { Outcome::Copied(what) })
}

/// What tmux writes when it is given this; none where it fails, or does not end in time.
fn tmux(arguments: &[&str], input: &str) -> Option<String> {
    let mut command = Command::new("tmux");
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut tmux = command.spawn().ok()?;
    let (stdin, stdout, input) = (tmux.stdin.take(), tmux.stdout.take(), input.to_owned());
    let wait = wait_for_end(&tmux);
    let (sender, ended) = mpsc::channel();
    // On a thread of its own, as each of these takes as long as tmux likes. The input ends when it is dropped.
    let wait_for_tmux = move || {
        let is_fed = stdin.is_none_or(|mut stdin| stdin.write_all(input.as_bytes()).is_ok());
        let mut output = Vec::new();
        let is_read = stdout.is_none_or(|mut stdout| stdout.read_to_end(&mut output).is_ok());
        wait();
        let _ = sender.send((is_fed && is_read).then_some(output));
    };
    let output = match thread::Builder::new().name("tmux".into()).spawn(wait_for_tmux) {
        Ok(_) => ended.recv_timeout(TMUX_TIMEOUT).ok().flatten(),
        Err(_) => None,
    };
    let Some(output) = output else {
        stop(&mut tmux);
        return None;
    };
    let status = tmux.wait().ok()?;
    status.success().then(|| String::from_utf8_lossy(&output).trim().to_owned())
}

/// What waits until a program has ended, which is later than its output if it closes that. The program can still be
/// stopped meanwhile: its process id stays its own until [`Child::wait`].
#[cfg(all(unix, not(target_os = "openbsd")))]
fn wait_for_end(program: &Child) -> impl FnOnce() + use<> {
    use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
    let pid = Pid::from_raw(program.id().cast_signed());
    move || {
        let Some(pid) = pid else { return };
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        // Fails where the program was stopped and its end taken note of.
        let _ = rustix::io::retry_on_intr(|| waitid(WaitId::Pid(pid), options));
    }
}

/// Elsewhere there is no such wait: the end of the output has to do.
#[cfg(not(all(unix, not(target_os = "openbsd"))))]
fn wait_for_end(_: &Child) -> impl FnOnce() + use<> {
    || {}
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

    fn multiplexers(set: &[(&str, &str)]) -> Multiplexers {
        Multiplexers::of(|name| {
            set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn what_stands_between_is_known_by_the_environment() {
        let nothing = Multiplexers { has_tmux: false, has_screen: false, may_be_dropped: false };
        assert_eq!(multiplexers(&[("TERM", "xterm-256color"), ("TMUX", ""), ("STY", "")]), nothing);
        let screen = Multiplexers { has_screen: true, ..nothing };
        let sty = ("STY", "1.pts-0.vm");
        assert_eq!(multiplexers(&[("TERM", "screen"), sty]), screen);
        assert_eq!(multiplexers(&[("TERM", "xterm"), sty]), screen);
        assert_eq!(multiplexers(&[("TERM", "screen.tmux-256color"), sty]), screen);
        let over_ssh = Multiplexers { may_be_dropped: true, ..screen };
        for term in ["screen", "screen-256color", "screen.xterm-256color"] {
            assert_eq!(multiplexers(&[("TERM", term)]), over_ssh, "{term}");
        }
        assert_eq!(
            multiplexers(&[("TERM", "tmux-256color")]),
            Multiplexers { has_screen: false, ..over_ssh }
        );
        let tmux = ("TMUX", "/tmp/tmux-0/default,1,0");
        let only_tmux = Multiplexers { has_tmux: true, has_screen: false, may_be_dropped: true };
        for term in ["screen", "screen-256color", "tmux-256color", "xterm"] {
            assert_eq!(multiplexers(&[("TERM", term), tmux]), only_tmux, "{term}");
        }
        let both = Multiplexers { has_screen: true, ..only_tmux };
        assert_eq!(multiplexers(&[("TERM", "screen"), tmux, sty]), both);
        assert_eq!(multiplexers(&[("TERM", "xterm"), tmux, sty]), both);
        assert_eq!(multiplexers(&[("TERM", "screen.xterm-256color"), tmux]), both);
    }

    /// GNU screen drops what it strips and joins the rest: the terminal gets one sequence, whole.
    #[test]
    fn screen_gets_pieces_that_it_can_hold() {
        let text = "Über ".repeat(2000);
        let wrapped = sequence(&text, true).expect("a sequence");
        let wrapped = String::from_utf8(wrapped).expect("ASCII");
        let mut joined = String::new();
        for piece in wrapped.split_inclusive("\x1b\\") {
            let inner = piece.strip_prefix("\x1bP").and_then(|piece| piece.strip_suffix("\x1b\\"));
            let inner = inner.expect("a device control string");
            assert!(inner.len() <= SCREEN_CHUNK && !inner.is_empty());
            joined.push_str(inner);
        }
        let plain = String::from_utf8(sequence(&text, false).expect("a sequence")).expect("ASCII");
        let body = plain.trim_end_matches("\x1b\\").trim_end_matches('\x07');
        assert_eq!(joined, format!("{body}\x07"));
    }
}
