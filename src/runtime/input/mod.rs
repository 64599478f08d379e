//! Input: what was typed, pasted or done with the mouse.
//!
//! | file | one job |
//! |---|---|
//! | `bytes` | the terminal's bytes, and silence (Unix) |
//! | `parser` | from bytes to keys, pastes and the mouse, by ECMA-48 |
//! | `sequences` | what a finished control sequence means |
//! | `keys` | from crossterm's events to keys of ours |
//! | `burst` | text that comes without the marks of a paste |
//! | `decoder` | parser and bursts together |
//! | `gate` | whether keys are ours or an editor's (Unix) |
//!
//! On Unix crossterm's reader is not used. Its parser waits for a `c` or a `u` after `ESC [ ?`, Ctrl+c or not
//! (crossterm issue 1104), reads terminals' answers as keys, and distinguishes Esc from a sequence by where a read
//! happens to end. Elsewhere it is used: Windows has events, not bytes.

mod burst;
#[cfg(unix)]
mod bytes;
#[cfg(unix)]
mod decoder;
#[cfg(unix)]
mod gate;
mod keys;
#[cfg(unix)]
mod parser;
#[cfg(unix)]
mod sequences;
#[cfg(all(test, unix))]
mod tests;

use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::{io, thread};

use super::incoming::Incoming;
use crate::app::Message;
use crate::input::key::Key;
use crate::input::keymap::Keymap;
use crate::input::mouse::Mouse;
#[cfg(unix)]
pub(super) use gate::Gate;

const INTERRUPT: Key = Key::ctrl('c');

/// More bytes of a paste are read and dropped: no line of text takes as many.
const LONGEST_PASTE: usize = 1 << 20;

/// What was read.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Token {
    /// A key.
    Key(Key),
    /// Something done with the mouse.
    Mouse(Mouse),
    /// Text between the marks of a paste, or as much of it as came before it was interrupted.
    Paste(String),
    /// The end of a paste that had ended before, or had no start.
    #[cfg_attr(not(unix), expect(dead_code, reason = "crossterm keeps it to itself"))]
    StrayPasteEnd,
}

/// The meaning of one or more tokens.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Input {
    /// A key.
    Key(Key),
    /// Something done with the mouse.
    Mouse(Mouse),
    /// Text, pasted.
    Paste(String),
    /// A key that asks for a line of text, that text, and whether Enter follows.
    Line { opener: Key, text: String, enter: bool },
}

impl From<Input> for Message {
    fn from(input: Input) -> Self {
        match input {
            Input::Key(key) => Self::Key(key),
            Input::Mouse(mouse) => Self::Mouse(mouse),
            Input::Paste(text) => Self::Paste(text),
            Input::Line { opener, text, enter } => Self::Line { opener, text, enter },
        }
    }
}

/// Sends all that is typed, pasted and done with the mouse, from a thread of its own, until main has exited or the
/// terminal fails. By the keys in force, text is distinguished from keys.
///
/// While the gate that is returned is closed, nothing is read.
#[cfg(unix)]
pub(super) fn watch(sender: Sender<Incoming>, keymap: Arc<Keymap>) -> io::Result<Arc<Gate>> {
    let gate = Arc::new(Gate::default());
    let passed = Arc::clone(&gate);
    start(sender, move |deliver| read(keymap, &passed, deliver))?;
    Ok(gate)
}

/// The same, from crossterm's events.
#[cfg(not(unix))]
pub(super) fn watch(sender: Sender<Incoming>, keymap: Arc<Keymap>) -> io::Result<()> {
    start(sender, move |deliver| read(keymap, deliver))
}

/// Reads on a thread of its own.
fn start(
    sender: Sender<Incoming>,
    read: impl FnOnce(&dyn Fn(Incoming) -> bool) -> io::Result<()> + Send + 'static,
) -> io::Result<()> {
    let run = move || {
        // A closed channel means main has exited.
        if let Err(error) = read(&|incoming| sender.send(incoming).is_ok()) {
            let _ = sender.send(Incoming::InputFailed(error));
        }
    };
    thread::Builder::new().name("input".into()).spawn(run).map(drop)
}

/// Whether there is a terminal to read keys from.
#[cfg(unix)]
pub(super) fn is_available() -> bool {
    bytes::Keyboard::open().is_ok()
}

/// Puts the terminal that keys are read from into raw mode, whatever mode it is in.
///
/// # Errors
///
/// Those of a terminal that is gone.
#[cfg(unix)]
pub(super) fn force_raw() -> io::Result<()> {
    bytes::Keyboard::open()?.force_raw()
}

/// The terminal that keys are read from, for a program that is to read its own keys there; none where that is standard
/// input, which it has anyway.
///
/// # Errors
///
/// Those of opening it.
#[cfg(unix)]
pub(super) fn terminal_for_others() -> io::Result<Option<std::fs::File>> {
    Ok(bytes::Keyboard::open()?.into_file())
}

/// The same.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub(super) fn terminal_for_others() -> io::Result<Option<std::fs::File>> {
    Ok(None)
}

/// Whether there is a terminal to read keys from.
#[cfg(not(unix))]
pub(super) fn is_available() -> bool {
    io::IsTerminal::is_terminal(&io::stdin())
}

/// Reads until `deliver` returns false or the terminal fails. It sleeps in the kernel while nothing comes, and wakes once a few
/// milliseconds after a key, and once while a sequence is unfinished.
#[cfg(unix)]
fn read(keymap: Arc<Keymap>, gate: &Gate, deliver: impl Fn(Incoming) -> bool) -> io::Result<()> {
    let keyboard = bytes::Keyboard::open()?;
    let mut decoder = decoder::Decoder::new(keymap);
    // As much as a terminal's queue holds on Linux.
    let mut buffer = [0; 4096];
    loop {
        let mut inputs = Vec::new();
        let wait = decoder.wait();
        if keyboard.wait(wait)? {
            let (_ours, has_waited) = gate.pass();
            // Whoever had the terminal meanwhile has read what had come.
            if has_waited && !keyboard.wait(Some(std::time::Duration::ZERO))? {
                continue;
            }
            decoder.feed(keyboard.read(&mut buffer)?, &mut inputs);
        } else {
            decoder.quiet(wait.unwrap_or_default(), &mut inputs);
        }
        if !inputs.into_iter().all(|input| deliver(Incoming::Input(input.into()))) {
            return Ok(());
        }
    }
}

/// The same, from crossterm's events.
#[cfg(not(unix))]
fn read(keymap: Arc<Keymap>, deliver: impl Fn(Incoming) -> bool) -> io::Result<()> {
    use std::time::Duration;

    use crossterm::event::{self, Event};

    let mut burst = burst::Burst::new(keymap);
    loop {
        let mut inputs = Vec::new();
        let wait = burst.wait();
        let has_come = match wait {
            Some(wait) => event::poll(wait)?,
            None => true,
        };
        if has_come {
            let token = match event::read()? {
                Event::Key(event) => keys::key(&event).map(Token::Key),
                Event::Mouse(event) => keys::mouse(event).map(Token::Mouse),
                Event::Paste(text) => Some(Token::Paste(text)),
                Event::Resize(..) if !deliver(Incoming::Resized) => return Ok(()),
                _ => None,
            };
            match token {
                Some(token) if event::poll(Duration::ZERO)? => burst.take(token, &mut inputs),
                Some(token) => burst.take_single(token, &mut inputs),
                None => {}
            }
        } else {
            burst.quiet(wait.unwrap_or_default(), &mut inputs);
        }
        if !inputs.into_iter().all(|input| deliver(Incoming::Input(input.into()))) {
            return Ok(());
        }
    }
}
