//! What is to be changed in a dossier, in the terms of its format.

use crate::dossier::{Decision, Id, Kind, Qualifier, Ref};

/// A change that is made, and taken back, as one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Change {
    /// Its steps, in order: what a later one refers to is there by then.
    pub steps: Vec<Step>,
    /// What is to be selected when it is done: the new thing, or the changed one.
    pub result: Option<Ref>,
    /// The values that it replaces as its author has seen them: with another one there, nothing is written.
    pub expects: Vec<Expectation>,
}

impl Change {
    /// The same without what was decided of suggestions. None if nothing was.
    pub fn without_decisions(&self) -> Option<Self> {
        let mut rest = self.clone();
        rest.steps.retain(|step| !matches!(step, Step::Decision(_)));
        (rest.steps.len() < self.steps.len()).then_some(rest)
    }
}

/// A value as the author of a change has seen it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Expectation {
    /// Whose value it is.
    pub of: Ref,
    /// Its key, dotted for one language of a text: `assessment`, `note.de`.
    pub key: String,
    /// What it said; none if it was not there.
    pub was: Option<String>,
}

/// A step of a change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// One more table of its kind.
    Table(NewTable),
    /// One more element at the end of a list of a thing's table. Without the key a list is made.
    Element {
        /// Whose table it is.
        of: Ref,
        /// The list's key: `aliases`, `sources`, `mentions`.
        key: String,
        /// The element.
        value: Value,
    },
    /// One more decision on something that was suggested, in a file of its own. Without that file it is made.
    Decision(Decision),
    /// More lines of the article that are not its own, at the end of the list that `[article]` has of them. Without it a list is
    /// made.
    Boilerplate(Vec<String>),
    /// One more figure. Without a file of figures one is made, and named in the head.
    Figure(NewFigure),
    /// This value for a key of a thing's table, in the place of the one it has, if it has one.
    Key {
        /// Whose table it is.
        of: Ref,
        /// The key, dotted for one language of a text: `assessment`, `note.de`.
        key: String,
        /// The value.
        value: Value,
    },
    /// No more of this key of a thing's table.
    Remove {
        /// Whose table it is.
        of: Ref,
        /// The key, dotted for one language of a text.
        key: String,
    },
}

/// A table that is not there yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewTable {
    /// What it is of.
    pub kind: TableKind,
    /// Its keys in the order in which they are written, dotted for one language of a text: `text.de`.
    pub keys: Vec<(String, Value)>,
}

/// A figure that is not there yet: one that the article gives, of a series whose values each have their own unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewFigure {
    /// Its series.
    pub series: Id,
    /// What tells it from the others of its series.
    pub part: String,
    /// The number in figures, with a full stop and without separators.
    pub value: String,
    /// How it is meant.
    pub qualifier: Qualifier,
    /// What it counts.
    pub unit: String,
    /// The words of the article that give it.
    pub anchor: Quotation,
}

impl NewFigure {
    /// The figure, as the loader names it.
    pub fn to_ref(&self) -> Ref {
        Ref::new(Kind::Observation, &Id::new(&format!("{}///{}", self.series, self.part)))
    }
}

/// The kinds of tables that can be appended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum TableKind {
    /// `[[source]]`
    Source,
    /// `[[actor]]`
    Actor,
    /// `[[claim]]`
    Claim,
    /// `[[gap]]`
    Gap,
    /// `[[event]]`
    Event,
    /// `[[series]]`
    Series,
    /// `[[stop]]`
    Stop,
}

impl TableKind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Source, Self::Actor, Self::Claim, Self::Gap, Self::Event, Self::Series, Self::Stop];

    /// The name of its table.
    pub fn word(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Actor => "actor",
            Self::Claim => "claim",
            Self::Gap => "gap",
            Self::Event => "event",
            Self::Series => "series",
            Self::Stop => "stop",
        }
    }

    /// The file that is named for it, where its tables may stand besides `dossier.toml`.
    pub fn file(self) -> &'static str {
        match self {
            Self::Source => "sources.toml",
            Self::Actor => "actors.toml",
            Self::Claim | Self::Gap => "claims.toml",
            Self::Event => "events.toml",
            Self::Series => "series.toml",
            Self::Stop => "tour.toml",
        }
    }
}

/// A value as the format has them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// A text, a word, an id, a date.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Words of the article: a text alone where they stand once and are not inferred, else a table.
    Words(Quotation),
    /// Several.
    List(Vec<Self>),
}

/// Words of the article as an anchor quotes them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Quotation {
    /// The words.
    pub exact: String,
    /// Those right before them, as far as they are needed.
    pub prefix: String,
    /// Those right after them, as far as they are needed.
    pub suffix: String,
    /// Whether it takes a reading to see that they mean it.
    pub inferred: bool,
}
