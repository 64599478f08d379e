//! Changes of a dossier's files: a table is appended, or a value is put into one that is there, and every other byte stays.
//!
//! A change is planned on the files as they are, read again by the loader before anything is written, and refused where
//! anything but what was meant would be another. Nothing is written here: that is for the edge of the program.

mod attempt;
mod boilerplate;
mod change;
mod columns;
mod copied;
mod decisions;
pub mod doubts;
pub mod draft;
mod exceptions;
mod expected;
mod files;
mod id;
mod insert;
mod layout;
mod meaning;
mod place;
mod plan;
mod read_back;
mod refused;
mod remove;
mod rows;
mod spell;
mod splices;
mod text;
mod undo;

use std::collections::BTreeMap;

pub use change::{Change, Expectation, NewFigure, NewTable, Quotation, Step, TableKind, Value};
pub use copied::toml;
pub use exceptions::with_exceptions;
pub use expected::present;
pub use plan::{plan, revert};
pub use refused::{Hindrance, Leftover, Misfit, Refused, SystemError};
pub use spell::anchor_toml;
pub use undo::{Splice, Undo};

use crate::load::{Loaded, Problem};

/// A change that can be written.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The files it changes, by name.
    pub files: BTreeMap<String, FileChange>,
    /// The order in which they are written, so that each on its own leaves a dossier that can be read: what is referred to
    /// before what refers to it.
    pub order: Vec<String>,
    /// The dossier as it is then.
    pub loaded: Loaded,
    /// The warnings there are then and were not before.
    pub warnings: Vec<Problem>,
    /// What takes it back.
    pub undo: Undo,
}

/// A file before and after a change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileChange {
    /// Its bytes as they were read; none if it is not there yet.
    pub before: Option<Vec<u8>>,
    /// Its bytes as they are to be; none if it is to go.
    pub after: Option<Vec<u8>>,
}
