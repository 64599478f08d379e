//! Why a change is not made.

use crate::dossier::Ref;
use crate::load::format::SUGGESTED;
use crate::load::{Location, Problem};

/// Why a change is not made. Nothing is written then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refused {
    /// There is no `dossier.toml` to write into: it is an article alone.
    NoDossier,
    /// The dossier is part of the program.
    Shipped,
    /// The article came through a pipe.
    Stream,
    /// The files cannot be read as they are: the first reason.
    Unreadable(Box<Problem>),
    /// The thing has no table that could be changed.
    NoTable {
        /// The thing.
        of: Ref,
        /// Where it is written, if that is known.
        at: Option<Location>,
    },
    /// The only table of its kind is written `[claim]`, which cannot have another beside it.
    SingleTable {
        /// The table's name.
        kind: &'static str,
        /// Where it opens.
        at: Location,
    },
    /// What stands there is written in a way that has no place for this.
    NoRoom {
        /// The key.
        key: String,
        /// Where it stands.
        at: Location,
        /// What is in the way.
        why: Misfit,
    },
    /// With the change the files would have this error. Its place is one in the files as they are.
    Faulty(Box<Problem>),
    /// Something else would be read otherwise than before.
    WouldChange {
        /// A file, or a thing.
        what: String,
        /// Where the change would have gone, or where the thing is.
        at: Option<Location>,
    },
    /// The words do not stand in the article once, as it is now.
    WordsGone,
    /// The file of figures has no column for what a new one says.
    NoColumns {
        /// The file.
        file: String,
        /// The columns that it lacks.
        columns: Vec<String>,
    },
    /// A new file would get this name, which one has that is not read.
    NameTaken(String),
    /// What the change would replace says something else than its author has seen.
    Otherwise {
        /// Whose value it is.
        of: Ref,
        /// Its key.
        key: String,
        /// What it says now; none if it is gone.
        is: Option<String>,
        /// Where the thing's table is.
        at: Option<Box<Location>>,
    },
    /// What was written has been changed since, so it cannot be taken back. What is left to do by hand: all of it, for nothing is
    /// taken back in part.
    ChangedSince(Vec<Leftover>),
    /// Without what is to be taken back the files would have this error: something needs it by now.
    Needed {
        /// The error, at a place in the files as they are.
        problem: Box<Problem>,
        /// What is left to do by hand.
        left: Vec<Leftover>,
    },
    /// An editor has the file open.
    OpenElsewhere {
        /// The file.
        file: String,
        /// The file by which that is seen.
        lock: String,
    },
    /// The file is not ours to replace.
    NotOurs {
        /// The file.
        file: String,
        /// What keeps us from it.
        why: Hindrance,
    },
    /// Every attempt found the file changed by another program.
    KeepsChanging(String),
    /// The system refuses.
    Io {
        /// The file.
        file: String,
        /// What it says.
        kind: SystemError,
    },
}

impl Refused {
    /// Whether this dossier cannot be written to at all, whatever the change: then decisions are kept until the program ends.
    pub fn is_of_any_change(&self) -> bool {
        matches!(self, Self::NoDossier | Self::Shipped | Self::Stream | Self::NotOurs { .. })
    }

    /// Whether only the file is in the way that keeps what was decided of suggestions: then the change itself can be made without
    /// that. An editor that has it open is asked about first.
    pub fn is_of_decisions(&self) -> bool {
        match self {
            Self::NotOurs { file, .. } | Self::KeepsChanging(file) | Self::Io { file, .. } => {
                file == SUGGESTED
            }
            Self::Unreadable(problem) | Self::Faulty(problem) => problem.location.file == SUGGESTED,
            Self::SingleTable { at, .. } | Self::NoRoom { at, .. } => at.file == SUGGESTED,
            Self::WouldChange { what, .. } => what == SUGGESTED,
            _ => false,
        }
    }
}

/// What keeps a value from being put where it belongs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Misfit {
    /// A list belongs there, and something else stands there.
    NotAList,
    /// One text belongs there, and a list or a table stands there.
    NotAText,
    /// A text stands there for all languages where one for a single language is to be put, or the other way round.
    Languages,
    /// The list is written over several tables, or with parts that leave no place behind them.
    Split,
    /// A comment would be lost.
    Comment,
    /// The text has several lines, of which a text without any would make one.
    Lines,
    /// Tables of this name belong there, and a value has the name.
    NotTables,
}

/// A piece of a change that could not be taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leftover {
    /// The file.
    pub file: String,
    /// The line, from 1, where that can still be seen.
    pub line: Option<usize>,
    /// Whose table it is in; none of a table that was appended.
    pub of: Option<Ref>,
    /// Whether its file is one in which what was written is no longer as it was.
    pub hinders: bool,
    /// The lines that are to go, as they were written.
    pub remove: Vec<String>,
    /// The lines that are to stand in their place.
    pub insert: Vec<String>,
}

/// What the system says, as far as it matters to whoever has to do something about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SystemError {
    /// There is no such file or folder.
    NotFound,
    /// There is no room, or not that much of it.
    Full,
    /// Anything else.
    Other,
}

/// What keeps a file from being replaced.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hindrance {
    /// It belongs to another user; the file in its place would be ours.
    OtherOwner,
    /// It has several names (hard links), of which one would be left behind.
    HardLinks,
    /// It may not be written to.
    ReadOnly,
    /// Nothing may be written into its folder.
    FolderReadOnly,
    /// It is a folder, a pipe, a device.
    NoFile,
}
