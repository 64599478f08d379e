//! What an update asks of the world, and the outcome. Plain data; only `runtime` carries it out.

use std::fmt;

use crate::dossier::Ref;
use crate::edit::{Change as DossierChange, Undo};
use crate::load::Location;
use crate::notes::{Change, Edit};
use crate::settings::Preference;
use crate::text::address::Address;

/// A place in a file of the dossier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FilePlace {
    /// The file's name within the dossier.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl From<&Location> for FilePlace {
    fn from(Location { file, line, column, .. }: &Location) -> Self {
        Self { file: file.clone(), line: *line, column: *column }
    }
}

impl fmt::Display for FilePlace {
    /// `claims.toml:12:1`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// What an editor is to show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EditTarget {
    /// This place.
    Place(FilePlace),
    /// The table that this thing is written in, as the files are now.
    Thing(Ref),
    /// The dossier's own file, or the article where there is none.
    Dossier,
}

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
    /// Let the reader's editor have the terminal, with this file of the dossier.
    Edit(EditTarget),
    /// Make a change in the dossier's files, as they stand by then.
    Write {
        /// What is to be changed.
        change: DossierChange,
        /// Whether the reader has said that an open editor is no obstacle.
        despite_editor: bool,
    },
    /// Take a change of the dossier's files back, or make it again.
    Revert {
        /// What does that.
        undo: Undo,
        /// Whether the reader has said that an open editor is no obstacle.
        despite_editor: bool,
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
    /// The editor has ended.
    Edited,
    /// No editor was opened.
    NotEdited(NotEdited),
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

/// Why no editor was opened, or how one failed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotEdited {
    /// The dossier is no file: it is part of the program, or came through a pipe.
    NoFile,
    /// Neither `VISUAL` nor `EDITOR` names one. Where it would have gone.
    NoEditor(FilePlace),
    /// This one could not be started: why.
    Failed(String, String),
    /// This one ended with an error: how.
    Ended(String, String),
}

/// The most bytes that are copied: with them an OSC 52 sequence has 100,000, which terminals take. What is longer some cut
/// off and some ignore.
pub const MOST_COPIED: usize = 74_994;
