//! Why a change is not made.

use crate::dossier::Ref;
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
    /// The thing has no table, or there is none any more.
    NoTable(Ref),
    /// The only table of its kind is written `[claim]`, which cannot have another beside it.
    SingleTable {
        /// The table's name.
        kind: &'static str,
        /// Where it opens.
        at: Location,
    },
    /// What stands there is written in a way that has no place for this: a text where a list should be, dotted keys that clash.
    NoRoom {
        /// The key.
        key: String,
        /// Where it stands.
        at: Location,
    },
    /// With the change the files would have this error.
    Faulty(Box<Problem>),
    /// Something else would be read otherwise than before.
    WouldChange(String),
    /// The words do not stand in the article once, as it is now.
    WordsGone,
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
    /// What was written has been changed since, so it cannot be taken back. What to remove, and from which file.
    ChangedSince {
        /// The file.
        file: String,
        /// What is to be removed.
        remove: String,
        /// What is to stand in its place.
        insert: String,
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
    /// Every attempt found the file changed by somebody else.
    Restless(String),
    /// The system refuses.
    Io {
        /// The file.
        file: String,
        /// What it says.
        kind: SystemError,
    },
}

/// What the system says, as far as it matters to whoever has to do something about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SystemError {
    /// There is no such file or folder.
    NotFound,
    /// It may not be done.
    Forbidden,
    /// There is no room, or not that much of it.
    Full,
    /// Nothing can be written on that file system.
    ReadOnly,
    /// Anything else.
    Other,
}

/// What keeps a file from being replaced.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hindrance {
    /// It belongs to another user, who would lose it.
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
