//! What takes a change back.

/// What takes a change back, or an undone one forward again.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Undo {
    /// What is put where, in the order in which it is done.
    pub splices: Vec<Splice>,
}

/// A stretch of a file and what is to stand there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Splice {
    /// The file's name.
    pub file: String,
    /// Where the stretch begins, in bytes of the whole file, byte order mark and all.
    pub at: usize,
    /// What stands there.
    pub remove: String,
    /// What is to stand there.
    pub insert: String,
    /// Whether the file is one that the change has made, and goes with it.
    pub whole_file: bool,
}
