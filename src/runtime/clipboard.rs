//! The clipboard, which belongs to the terminal: over SSH it is the near one.
//!
//! The terminal is asked by OSC 52. tmux, as it comes, does not pass that on (`set-clipboard external`) nor anything
//! wrapped for it (`allow-passthrough off`), but asks its own terminal when told to by its own command, as Neovim and Helix
//! do. So inside tmux that is tried first, on a thread: another program must keep no key waiting.

use std::ffi::OsStr;
use std::io::{self, Write as _};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;

use super::event_loop::Incoming;
use super::terminal::Terminal;
use crate::ui::effect::Outcome;

/// Asks for a text to be copied, and tells main once that is done. Nobody answers whether it was.
pub(super) fn copy(
    text: String,
    what: String,
    terminal: &Arc<Terminal>,
    main: &Sender<Incoming>,
) -> io::Result<()> {
    let main = main.clone();
    // Whoever does not listen any more has ended.
    let tell = move || drop(main.send(Incoming::Outcome(Outcome::Copied(what))));
    if std::env::var_os("TMUX").is_none_or(|tmux| tmux.is_empty()) {
        terminal.write(&sequence(&text)?)?;
        tell();
        return Ok(());
    }
    let terminal = Arc::clone(terminal);
    let copy = move || {
        if !by_tmux(&text) {
            // A terminal that fails is noticed by whoever draws on it next.
            let _ = sequence(&text).and_then(|sequence| terminal.write(&sequence));
        }
        tell();
    };
    thread::Builder::new().name("copy".into()).spawn(copy).map(drop)
}

/// The text as OSC 52 has it.
fn sequence(text: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
    Ok(bytes)
}

/// Whether tmux took it; before 3.2 it cannot pass it on, and says so.
fn by_tmux(text: &str) -> bool {
    let given = || -> io::Result<bool> {
        let mut tmux = Command::new(OsStr::new("tmux"))
            .args(["load-buffer", "-w", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        // Its input ends when this is dropped.
        let written = tmux.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
        let ended = tmux.wait()?;
        Ok(written.is_ok() && ended.success())
    };
    given().unwrap_or(false)
}
