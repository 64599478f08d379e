//! What an author has decided of suggestions, and the actors of other dossiers that the article may name. It stands in a file of
//! its own and says nothing of the article: no panel, export or tour shows it.

use super::{Id, LocalText};

/// What stands in `suggested.toml`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Suggested {
    /// The decisions, in the order in which they were made.
    pub decisions: Vec<Decision>,
    /// Actors of other dossiers whose names the article may have, in the order of the file.
    pub known: Vec<KnownActor>,
    /// What stood below the pictures of the page that the article was taken from.
    pub captions: Vec<Box<str>>,
}

/// What a suggestion is one of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum SuggestionKind {
    /// Lines that are the page's and not the article's.
    Leftover,
    /// Words that name somebody or something.
    Name,
    /// Words that say when something was.
    Time,
    /// A number with what it counts.
    Figure,
    /// A sentence that does not vouch for what it says, or has it from somebody.
    Attributed,
}

impl SuggestionKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Leftover, Self::Name, Self::Attributed, Self::Time, Self::Figure];

    /// Its word in files and reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Leftover => "leftover",
            Self::Name => "name",
            Self::Time => "time",
            Self::Figure => "figure",
            Self::Attributed => "attributed",
        }
    }
}

/// What an author has decided of a suggestion.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision {
    /// What was suggested.
    pub of: SuggestionKind,
    /// Its words as the reader sees them; of a name all forms that were offered together.
    pub words: Vec<Box<str>>,
    /// Whether it was accepted; else it was rejected, and is not offered again.
    pub is_accepted: bool,
}

/// An actor of another dossier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownActor {
    /// Its id there.
    pub id: Id,
    /// The word of its kind, as `company`.
    pub kind: Box<str>,
    /// Its name.
    pub name: LocalText,
    /// By which words it was known.
    pub aliases: Vec<Box<str>>,
    /// The id of the dossier that has it.
    pub from: Box<str>,
}
