//! An entry of a reference manager's file in the terms of the format, and what could not be taken over from it.

use std::fmt::{self, Display};

use crate::text::address::AddressError;

use super::lines::Position;

/// An entry of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Which it is in its file, from 1.
    pub number: usize,
    /// Where it begins.
    pub at: Position,
    /// What it is called there: its id, its citation key. Empty where it has none.
    pub name: String,
    /// What it says, or why it is left out.
    pub read: Result<Reference, LeftOut>,
    /// What was not taken over, or not as it stands there.
    pub slips: Vec<Slip>,
}

/// A publication in the terms of the format. Texts are on one line, dates and addresses are good ones.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reference {
    /// CSL's word for what it is.
    pub kind: String,
    /// Who published it.
    pub outlet: String,
    /// Its title.
    pub title: Option<String>,
    /// When it came out, in EDTF.
    pub issued: Option<String>,
    /// Where it stands.
    pub url: Option<String>,
    /// Where a copy is kept.
    pub archived: Option<String>,
    /// The day on which it was read.
    pub accessed: Option<String>,
    /// The names, in the same file, of those that it repeats. Only we write that.
    pub repeats: Vec<String>,
    /// Its own words. Only we write that.
    pub quote: Option<String>,
    /// Its DOI, which says which publication it is.
    pub doi: Option<String>,
}

/// Why an entry is not taken over.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LeftOut {
    /// It is broken.
    #[error("it is broken in line {}, column {}: {why}", .at.line, .at.column)]
    Broken {
        /// Where that shows.
        at: Position,
        /// What is wrong.
        why: String,
    },
    /// It is no object.
    #[error("it is {0} instead of an object")]
    NotAnObject(&'static str),
    /// It is an item as Zotero keeps it, not one of CSL-JSON.
    #[error("it is an item in Zotero's own form; export it as \"CSL JSON\" or \"Better CSL JSON\"")]
    ZoteroItem,
    /// Nobody is named who published it. What else it says may tell that it is there already.
    #[error("it does not say who published it: fill in {0} in your reference manager, and export again")]
    NoOutlet(&'static str, Box<Reference>),
}

/// What was not taken over from an entry that is, or not as it stands there.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Slip {
    /// Its type is none that the format has; this one was taken.
    #[error("the type {written:?} is not one of CSL's; {taken} is used instead")]
    TypeUnknown {
        /// As it is written there.
        written: String,
        /// What was taken.
        taken: &'static str,
    },
    /// It has no type; this one was taken.
    #[error("it has no type; {0} is used")]
    NoType(&'static str),
    /// A date that is left out, since what is meant is not certain.
    #[error("{key} is left out: {written:?} is not clearly one date; {hint}")]
    DateUnclear {
        /// The field.
        key: &'static str,
        /// As it is written there.
        written: String,
        /// What to write in the dossier.
        hint: String,
    },
    /// Only the year was taken: a season guesses a hemisphere.
    #[error("only the year of {key} is used: a season is not the same months everywhere")]
    Season {
        /// The field.
        key: &'static str,
    },
    /// When it was read is not one day.
    #[error("{written} is left out, since it is not one day: the source counts as not read")]
    NotADay {
        /// The date.
        written: String,
    },
    /// An address that may not be opened.
    #[error(
        "{key} is left out: {written:?} {why}; if the page has an address that begins with https://, use that"
    )]
    AddressUnfit {
        /// The field.
        key: &'static str,
        /// As it is written there.
        written: String,
        /// What is wrong with it.
        why: AddressError,
    },
    /// A field that holds something else than a text.
    #[error("{key} is left out: it is no text")]
    NotAText {
        /// The field.
        key: String,
    },
    /// A field that is too long.
    #[error("{key} is left out: it is longer than {most} characters")]
    TooLong {
        /// The field.
        key: String,
        /// How long it may be.
        most: usize,
    },
    /// A field of BibTeX that cannot be read.
    #[error("{key} is left out, in line {}, column {}: {why}", .at.line, .at.column)]
    FieldUnreadable {
        /// The field.
        key: String,
        /// Where it stands.
        at: Position,
        /// What is wrong with it.
        why: String,
    },
    /// An entry that it inherits from is not there.
    #[error("it inherits from {0:?}, which is not in the file")]
    ParentMissing(String),
}

/// Why a file cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unreadable {
    /// Where, as far as that is known.
    pub at: Position,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.at, self.message, self.hint)
    }
}

impl std::error::Error for Unreadable {}
