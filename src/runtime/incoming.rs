//! The messages on the one channel that main reads.

use std::io;

use super::talk::record::Found;
use crate::app::{Message, Reload};
use crate::protocol::effect::Outcome;

/// What the other threads report to main.
#[derive(Debug)]
pub(super) enum Incoming {
    /// Something was typed, pasted or done with the mouse.
    Input(Message),
    /// The result of reloading the dossier.
    Reload(Reload, ReadAt),
    /// An effect was carried out, or could not be.
    Outcome(Outcome),
    /// What the other screen of the talk shows has changed, or it has come or gone.
    Companion(Found),
    /// The terminal has a new size, or had one for a moment.
    Resized,
    /// The process is asked to stop (SIGTSTP).
    #[cfg(unix)]
    Suspended,
    /// The process was stopped and has resumed (SIGCONT).
    #[cfg(unix)]
    Continued,
    /// No more keys can come.
    InputFailed(io::Error),
    /// The terminal failed while another thread wrote to it.
    TerminalFailed(io::Error),
}

/// What the dossier's files were when it was reloaded.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct ReadAt {
    /// A hash of those that were read, if they were.
    pub(super) digest: Option<u64>,
    /// How often we had written into them ourselves by then.
    pub(super) writes: u64,
}
