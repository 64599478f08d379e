//! What comes in on the one channel that main reads.

use std::io;

use crate::app::{Message, Reload};
use crate::protocol::effect::Outcome;

/// What the other threads tell main.
#[derive(Debug)]
pub(super) enum Incoming {
    /// Something was typed, pasted or done with the mouse.
    Input(Message),
    /// The dossier was read again, or was to be.
    Reload(Reload),
    /// An effect was carried out, or could not be.
    Outcome(Outcome),
    /// The terminal has a new size, or had one for a moment.
    Resized,
    /// We were asked to stop.
    #[cfg(unix)]
    Suspended,
    /// We were stopped, and are continued.
    #[cfg(unix)]
    Continued,
    /// No more keys can come.
    InputFailed(io::Error),
    /// The terminal failed while another thread wrote to it.
    TerminalFailed(io::Error),
}
