//! What an update asks of the world, and the outcome. Plain data; only `runtime` carries it out.

use crate::dossier::Ref;
use crate::notes::{Change, Edit};
use crate::settings::Preference;
use crate::text::address::Address;

/// Something only the edge of the program can do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Read the dossier again.
    Reload,
    /// Ask the terminal to report the mouse, or no longer.
    Mouse(bool),
    /// Give the terminal back and stop until the shell continues us (Ctrl+Z).
    Suspend,
    /// Set the terminal up as at the start and draw everything: something else has written on it (Ctrl+L).
    Redraw,
    /// Ask the terminal to put a text on the clipboard.
    Copy {
        /// What to put there; at most [`MOST_COPIED`] bytes.
        text: String,
        /// What it is, for the reader.
        what: String,
    },
    /// Ask the platform to open an address in a browser.
    Browse {
        /// Where to.
        address: Address,
        /// Whose address it is.
        of: Ref,
    },
    /// Change the reader's notes file, as it stands by then.
    EditNotes(Edit),
    /// Let the talk begin now: its clock starts again, on both screens.
    RestartClock,
    /// Remember this for all dossiers and the next runs.
    Remember(Preference),
}

/// The outcome of an effect that may fail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// The terminal was asked to copy this. It does not answer.
    Copied(String),
    /// The terminal was asked to copy this, but tmux may be in between and drop it.
    MaybeCopied(String),
    /// This was asked for again, or while something else is being copied.
    Copying(String),
    /// tmux has this, but sits inside GNU screen, which passes it on to nobody.
    OnlyInTmux(String),
    /// The platform was asked to open this.
    Browsing(Address),
    /// The platform is asked to open this already, or was just now.
    AlreadyBrowsing(Address),
    /// The notes file was changed, or needed no change.
    NotesEdited {
        /// What stands in it now.
        text: String,
        /// What has come of the edit.
        change: Change,
    },
    /// The notes file could not be changed: why.
    NotesNotWritten(String),
    /// There is nothing that could open the address of this.
    NotBrowsed(Address, Ref),
}

/// The most bytes that are copied: with them an OSC 52 sequence has 100,000, which terminals take. What is longer some cut
/// off and some ignore.
pub const MOST_COPIED: usize = 74_994;
