//! **The edge**: terminal, input, signals, clipboard, browser, files watched and written. The only threads and the
//! only clock.
//!
//! I/O elsewhere: `cli` reads standard input, writes to standard output, creates folders and the files of a new dossier, and `load/source/files.rs` reads
//! a dossier's files. `tests/it/house` checks that nothing else does.
//!
//! # Threads
//!
//! | thread | blocks on | because |
//! |---|---|---|
//! | main | one channel | it alone owns the state and draws; it reads all that waits before it draws once |
//! | `input` | `poll` for keys, on Windows `crossterm::event::read` | reading blocks, and draws must not keep it from telling Esc from the start of a sequence |
//! | `signals` | the signal iterator | a signal must end the process even while main draws or waits |
//! | `watch` | notify's own thread, or a key | reading a dossier again takes longer than a key may |
//! | `talk` | notify's own thread | what the other screen of a talk writes comes at any time |
//! | main, lending | the reader's editor, until it ends | it has the terminal |
//! | `copy`, `tmux`, `browse` | tmux, or the platform's opener, once each time | they take as long as they like |
//! | `hangup` | `poll` for nothing but a hang-up | SIGHUP goes to the session's leader, which may keep it to itself |
//!
//! All of them sleep in the kernel while nothing happens: no ticks, no timeouts, no bytes. Only the tour uses
//! timeouts, and only while it shows its clock or moves on by itself; `talk`, for some milliseconds after the other screen
//! has moved; and `input`, for as long after a key or an unfinished sequence.
//!
//! # The terminal is always restored
//!
//! `terminal` keeps it behind one lock, and every byte goes through that lock: a frame is written whole or not at all,
//! and nothing is drawn once the terminal is restored. So whatever ends the program first (main, a panic, a signal, a
//! hang-up) may do so from its own thread.

mod authoring;
mod browser;
mod clipboard;
mod editor;
mod event_loop;
#[cfg(unix)]
mod hangup;
mod incoming;
mod input;
mod locale;
mod notes;
mod pipe;
mod preferences;
mod private;
mod repeat;
mod saver;
mod screen;
mod seen;
mod settings;
#[cfg(unix)]
mod signals;
mod state;
mod talk;
mod terminal;
mod tour_timer;
mod watch;
mod write;

use std::io::{self, IsTerminal as _};
use std::sync::{Arc, mpsc};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{Days, NaiveDate};
use ratatui::layout::Size;

use crate::app::App;
use event_loop::{EventLoop, LoopParts};
use saver::StateSaver;
use seen::Seen;
use talk::Link;
use terminal::{Terminal, TerminalGuard};

pub use authoring::change as change_dossier;
pub use locale::{is_not_utf8, is_utf8, prefers_german};
pub use notes::{NotesError, NotesFile, NotesFolder};
pub use pipe::{is_pipe, keyboard};
pub use preferences::PreferencesFile;
pub use screen::Screen;
pub use settings::SettingsFile;
#[cfg(unix)]
pub use signals::report_file_size_limit;
pub use state::StateFile;
pub use talk::{Seat, Talk};
pub use watch::{Source, WatchedDossier};
pub use write::write_atomically;

/// The columns of the terminal that standard output is; none where it is no terminal, or does not say.
pub fn columns() -> Option<u16> {
    let is_terminal = io::stdout().is_terminal();
    is_terminal
        .then(terminal::size)
        .and_then(Result::ok)
        .map(|size| size.width)
        .filter(|columns| *columns > 0)
}

/// The day it is, in UTC: the standard library knows no time zones. For an hour or two a night that is the day before or after,
/// and a person sees what is offered.
fn today() -> NaiveDate {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    NaiveDate::default() + Days::new(passed.as_secs() / (24 * 60 * 60))
}

/// Why the screen could not be shown, or had to end.
#[derive(Debug, thiserror::Error)]
pub enum RuntimeError {
    /// The terminal can only print one line after the other (`TERM=dumb`).
    #[error(
        "this terminal cannot show a screen (TERM=dumb); `fundstelle read --plain` goes through the dossier line by line, \
         `fundstelle export --format text` writes it as text"
    )]
    DumbTerminal,
    /// There is nothing to draw on, or nothing to read keys from.
    #[error(
        "there is no terminal to read in: standard output is not one, or it cannot be opened; \
         `fundstelle render` writes what the screen would show to a file"
    )]
    NoTerminal,
    /// The system gives no more threads or file descriptors.
    #[error(
        "the system gives the program no more threads or file descriptors: {0}; \
         end other programs, or raise the limit (ulimit -u, ulimit -n)"
    )]
    Exhausted(#[source] io::Error),
    /// The terminal was there and failed.
    #[error("the terminal failed: {0}")]
    Terminal(#[from] io::Error),
}

/// Takes the terminal, shows the app that `make` builds for its size, and returns when the reader quits.
///
/// The terminal is restored however this ends: by returning, by a panic (the message then stands on the normal
/// screen), or by a signal, which ends the process here and now so that its parent sees that signal.
///
/// Where the reader left off is written to `state`, if there is one: on quitting, on a fatal signal, and before the
/// process stops; not after a panic, which may come from that very place.
///
/// Once the tour begins, the screen takes part in `talk`, if there is one: it follows the other screen of the talk and is
/// followed by it.
///
/// What the dossier held when it was last open is kept beside `state` in the same way, and what is new is said once.
///
/// What the reader chooses by keys for all dossiers is kept in `preferences`, if there is such a file.
///
/// The dossier at `source`, if it lies on disk, is watched and reloaded when its files change; what its author asks for is
/// written into them. The reader's notes are written to `notes`, if
/// they are kept.
///
/// # Errors
///
/// [`RuntimeError::NoTerminal`] and [`RuntimeError::DumbTerminal`] before anything is touched;
/// [`RuntimeError::Exhausted`] where a thread cannot be started; [`RuntimeError::Terminal`] when it fails later.
pub fn run(
    make: impl FnOnce(Size) -> App,
    state: Option<StateFile>,
    talk: Option<Talk>,
    source: Source,
    notes: Option<NotesFile>,
    preferences: Option<PreferencesFile>,
) -> Result<(), RuntimeError> {
    let terminal = Terminal::of_process().ok_or(RuntimeError::NoTerminal)?;
    if std::env::var_os("TERM").is_some_and(|name| name == "dumb") {
        return Err(RuntimeError::DumbTerminal);
    }
    let (sender, incoming) = mpsc::channel();
    let link = Link::new(talk, sender.clone());
    let seen = Seen::new(state.as_ref(), source.watched());
    let saver = Arc::new(StateSaver::new(state).with_presence(link.presence()));

    // Everything that restores the terminal is ready before it is acquired.
    terminal::restore_on_panic(&terminal);
    #[cfg(unix)]
    {
        signals::watch(&terminal, &saver, sender.clone()).map_err(RuntimeError::Exhausted)?;
        hangup::watch(&terminal, &saver).map_err(RuntimeError::Exhausted)?;
    }
    let guard = TerminalGuard::acquire(&terminal)?;
    // The theme says what is coloured: with `NO_COLOR` crossterm would drop also what was asked for by name or key.
    crossterm::style::force_color_output(true);

    let size = terminal::size()?;
    let mut app = make(size);
    app.set_home(source.home());
    app.set_today(today());
    // In raw mode only: before, the terminal makes a line feed of Enter, and keeps Ctrl+c and lines to itself.
    let keys =
        input::watch(sender.clone(), Arc::new(app.keymap().clone())).map_err(RuntimeError::Exhausted)?;
    #[cfg(not(unix))]
    let () = keys;
    let path = source.watched().map(|source| source.path().to_owned());
    let reload = watch::watch(source, sender.clone()).map_err(RuntimeError::Exhausted)?;
    let parts = LoopParts {
        terminal: &terminal,
        saver: &saver,
        reload: &reload,
        notes,
        seen,
        link,
        preferences,
        path,
        #[cfg(unix)]
        keys,
        sender,
    };
    let ended = EventLoop::new(parts, size, app).run(&incoming);
    #[cfg(unix)]
    if ended.is_err() && hangup::is_gone() {
        signals::end_by(signal_hook::consts::SIGHUP, &terminal, &saver);
    }
    drop(guard);
    saver.end();
    Ok(ended?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_counts_from_1970() {
        let begin = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day");
        assert_eq!(NaiveDate::default(), begin);
        assert!(today() > NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day"), "unless the clock is wrong");
    }
}
