//! What takes a change back.

use crate::dossier::Ref;

use super::meaning::Difference;
use super::read_back::KnownErrors;

/// What takes a change back, or an undone one forward again.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Undo {
    /// What is put where, in the order in which it is done.
    pub splices: Vec<Splice>,
    /// The files that were not there before: with nothing else in them they are to go.
    pub(super) made: Vec<String>,
    /// What that changes in the meaning of each file. Nothing else may.
    pub(super) differences: Vec<(String, Vec<Difference>)>,
    /// The errors there were before: they may come back with what it was.
    pub(super) known: KnownErrors,
}

/// A stretch of a file and what is to stand there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Splice {
    /// The file's name.
    pub file: String,
    /// Whose table it is in; none of a table that is appended.
    pub of: Option<Ref>,
    /// Where the stretch begins, in bytes of the whole file, byte order mark and all.
    pub at: usize,
    /// What stands there.
    pub remove: String,
    /// What is to stand there.
    pub insert: String,
    /// What stands right before it; less than usual at the beginning of a file.
    pub before: String,
    /// What stands right after it; less than usual at the end of a file.
    pub after: String,
}
