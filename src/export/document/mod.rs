//! What an export says, before it is written in a format: sections of entries, whose lines say whose words they are and
//! where they lead.

pub(super) mod brief;

use std::borrow::Cow;

use self::brief::Summary;
use super::figure::Figure;
use crate::dossier::{BlockKind, Container, Kind, Ref};
use crate::facts::{self, Attribution};
use crate::i18n::language::Language;
use crate::look::glyphs::Glyphs;
use crate::look::signs;
use crate::text::address::Address;

/// What stands before what is at fault where nothing but text is written.
pub(super) const FAULT: &str = "! ";

/// All of it.
pub(super) struct Document {
    /// The language it is written in.
    pub language: Language,
    /// The article's, where that is another and known.
    pub article_language: Option<String>,
    /// What the dossier is called.
    pub title: Words,
    /// Of which article it is, and how far its facts run.
    pub standing: Vec<Vec<Inline>>,
    /// What is to be known before one reads it: that some of it is at fault.
    pub warnings: Vec<String>,
    /// At the end: what it was written from, and what that promises.
    pub made: &'static str,
    /// Each sign and what it means.
    pub signs: Vec<(&'static str, &'static str)>,
    /// The parts, each with a heading of its own.
    pub sections: Vec<Section>,
}

/// What the section is found by that says in brief what the others do.
pub(super) const BRIEF: &str = "brief";
/// What the section of the publications is found by.
pub(super) const SOURCES: &str = "sources";

/// A part of it.
pub(super) struct Section {
    /// What it is found by: a name of ours, unlike that of any entry.
    pub id: &'static str,
    /// What it is called.
    pub name: String,
    /// What is to be known of it, in our words.
    pub intro: Option<String>,
    /// The same where nothing is underlined; none where it makes no difference.
    pub plain_intro: Option<String>,
    /// What stands in it.
    pub parts: Vec<Part>,
}

impl Section {
    /// Whether it says in brief what the others do.
    pub(super) fn is_brief(&self) -> bool {
        self.id == BRIEF
    }

    /// Whether it lists the publications: other entries refer to these by number.
    pub(super) fn is_sources(&self) -> bool {
        self.id == SOURCES
    }
}

/// What stands in a section.
pub(super) enum Part {
    /// A heading over several entries.
    Group(String),
    /// What falls between two entries: the day of the article.
    Rule(String),
    /// A block of the article.
    Prose(Prose),
    /// A thing and what is known of it.
    Entry(Entry),
    /// A stop of the tour.
    Stop(Box<Stop>),
    /// What the figures show at a glance.
    Overview(Table),
    /// The claims at a glance.
    Score(Score),
    /// What is said before all else.
    Summary(Box<Summary>),
    /// What the entries below show at a glance, drawn; only a page has it.
    Chart(Box<Figure>),
}

/// The claims at a glance.
pub(super) struct Score {
    /// What the tiles are.
    pub name: &'static str,
    /// What the letters of blocks and the sign of what is left out mean.
    pub legend: String,
    /// The tiles of each block of the article, and what the block is called.
    pub blocks: Vec<(String, Vec<ScoreTile>)>,
    /// How many claims there are of each assessment.
    pub totals: Table,
    /// How many there are of each, in the order of the rows: the lengths of bars.
    pub counts: Vec<usize>,
    /// What the claims rest on, in sentences.
    pub sentences: Vec<String>,
    /// What the tree of sources is called.
    pub repeats: String,
    /// Who repeats whom: each origin that others repeat, or that claims rest on alone.
    pub tree: Vec<TreeItem>,
    /// How many other origins there are, in words.
    pub others: Option<String>,
}

/// A claim in the score.
pub(super) struct ScoreTile {
    /// How it is assessed.
    pub mark: Mark,
    /// Its number.
    pub number: String,
    /// What it is found by.
    pub anchor: String,
    /// What it says.
    pub name: Words,
    /// How much the article leaves out there, as a sign and in words; none where nothing.
    pub gaps: Option<(String, String)>,
}

/// A source in a tree, and those that repeat it.
pub(super) struct TreeItem {
    /// What is said of it.
    pub pieces: Vec<Inline>,
    /// Those right below it.
    pub below: Vec<TreeItem>,
}

/// A stop of the tour: what it finds, who says so, and the way to that.
pub(super) struct Stop {
    /// Which it is, from 1.
    pub number: usize,
    /// What it is found by.
    pub anchor: String,
    /// What it is about.
    pub title: Words,
    /// A figure to be seen large.
    pub big: Option<String>,
    /// What that is; only where the stops are walked through.
    pub label: Option<String>,
    /// What to remember; the same.
    pub points: Vec<String>,
    /// How what it shows stands: a sign, and the same in a word or some.
    pub verdict: Option<(&'static str, String)>,
    /// What it finds.
    pub finding: Option<Words>,
    /// Who says so.
    pub source: String,
    /// What it shows.
    pub shows: Option<Link>,
    /// For the speaker alone.
    pub speaker: Option<Words>,
}

/// A thing and what is known of it.
pub(super) struct Entry {
    /// Which it is.
    pub of: Ref,
    /// What it is found by.
    pub anchor: String,
    /// Where it comes from, or how it stands.
    pub mark: Mark,
    /// What stands before its name: a number, a date.
    pub lead: Option<String>,
    /// Its name.
    pub name: Words,
    /// What is at fault with it.
    pub faults: Vec<&'static str>,
    /// What is known of it.
    pub items: Vec<Item>,
}

impl Entry {
    /// Whether an error was found with it, be it with its evidence or not.
    pub(super) fn is_at_fault(&self) -> bool {
        self.mark.kind.is_fault() || !self.faults.is_empty()
    }
}

/// What is known of a thing.
pub(super) enum Item {
    /// A line.
    Line {
        /// What it is about.
        label: Option<String>,
        /// Whose words it is in.
        by: Attribution,
        /// What it says.
        pieces: Vec<Inline>,
    },
    /// Words of the article.
    Quotes {
        /// What they are.
        label: Vec<Inline>,
        /// In the author's order, at least one.
        quotes: Vec<Quote>,
    },
    /// The way to other things.
    Links {
        /// What they are.
        label: String,
        /// At least one.
        links: Vec<Link>,
    },
    /// Places that name it, by number.
    Places {
        /// How many.
        label: String,
        /// What one of them is called.
        one: String,
        /// What each is found by.
        anchors: Vec<String>,
    },
    /// The stops of the tour that show it, each by its number and what it is found by.
    Stops {
        /// What they are.
        label: &'static str,
        /// What each is called.
        stops: Vec<(String, String)>,
    },
    /// Figures drawn.
    Chart(Box<Figure>),
    /// Figures.
    Table(Table),
    /// What is at fault with what stands above.
    Fault(String),
}

/// How something stands, and the same in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Mark {
    /// How it stands.
    pub kind: facts::Mark,
    /// The same in a word or some.
    pub word: &'static str,
}

impl Mark {
    /// Its sign.
    pub(super) fn glyph(&self) -> &'static str {
        signs::of_mark(self.kind).glyph.get(Glyphs::Unicode)
    }
}

/// A text and the language it is in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Words {
    /// The text.
    pub text: String,
    /// Its BCP 47 tag, where it is another than the document's.
    pub language: Option<String>,
    /// Whether that has to be said: a quotation keeps its language, anything else has it for want of a translation.
    pub is_marked: bool,
}

impl Words {
    /// Words in the document's own language, or in none.
    pub(super) fn ours(text: impl Into<String>) -> Self {
        Self { text: text.into(), language: None, is_marked: false }
    }

    /// The text, with its language where that has to be said and cannot be heard.
    pub(super) fn marked(&self) -> String {
        match &self.language {
            Some(language) if self.is_marked => format!("{} [{language}]", self.text),
            _ => self.text.clone(),
        }
    }
}

/// A stretch of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Inline {
    /// Words.
    Words(Words),
    /// Words of a quotation that are not in the article any more.
    Deleted(String),
    /// Words of the article that were not in the quotation.
    Inserted(String),
    /// A way out of the document.
    ExternalLink {
        /// Where to.
        address: Address,
        /// What is shown; the address itself where none.
        words: Option<String>,
    },
    /// An address that may not be opened: text, never a link.
    Unlinked(String),
    /// The way to a thing.
    Thing {
        /// Which.
        to: Ref,
        /// What it is found by.
        anchor: String,
        /// Its name.
        words: Words,
    },
}

impl Inline {
    /// Words of ours.
    pub(super) fn ours(text: impl Into<String>) -> Self {
        Self::Words(Words::ours(text))
    }
}

/// What has to be said before a quotation, and how that goes with the heading of all of them where each has one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum QuoteLabel {
    /// In its place: what is no evidence is not headed as the article's words.
    Instead(String),
    /// In place of its first piece, which says the same without this reservation.
    InsteadOfFirst(String),
    /// After it.
    After(String),
}

impl QuoteLabel {
    /// What it says.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Instead(text) | Self::InsteadOfFirst(text) | Self::After(text) => text,
        }
    }
}

/// Words of the article.
pub(super) struct Quote {
    /// How they stand there: in the article, inferred, or broken.
    pub mark: Mark,
    /// What has to be said before them.
    pub label: Option<QuoteLabel>,
    /// The words, in quotation marks.
    pub pieces: Vec<Inline>,
    /// Their language, where it is another than the document's.
    pub language: Option<String>,
    /// What their place in the article is found by.
    pub place: Option<String>,
    /// The same words where the article was published.
    pub original: Option<Address>,
}

impl Quote {
    /// Whether it is no evidence.
    pub(super) fn is_broken(&self) -> bool {
        self.mark.kind == facts::Mark::Broken
    }

    /// What stands before it where nothing but text is written.
    pub(super) fn sign(&self) -> String {
        match self.mark.kind {
            facts::Mark::Broken => FAULT.to_owned(),
            facts::Mark::Inferred | facts::Mark::Perhaps => format!("{} ", self.mark.glyph()),
            _ => String::new(),
        }
    }

    /// Its heading, where that of all of them is `first` and `rest`.
    pub(super) fn heading(&self, first: &str, rest: &str, write: impl Fn(&str) -> String) -> String {
        match &self.label {
            Some(QuoteLabel::Instead(own)) => write(own),
            Some(QuoteLabel::InsteadOfFirst(own)) => format!("{}{rest}", write(own)),
            Some(QuoteLabel::After(own)) => format!("{first}{rest}. {}", write(own)),
            None => format!("{first}{rest}"),
        }
    }
}

/// The way to a thing.
#[derive(Clone)]
pub(super) struct Link {
    /// Where it comes from, or how it stands.
    pub mark: Mark,
    /// Whether an error was found with it, be it with its evidence or not.
    pub is_at_fault: bool,
    /// Which it is.
    pub to: Ref,
    /// What it is found by.
    pub anchor: String,
    /// What it is called.
    pub words: Words,
    /// What else is said of it here.
    pub under: Vec<Words>,
}

impl Link {
    /// Whether its mark is said in words where signs are not shown: that of a statement, unless its name says the same.
    pub(super) fn says_mark(&self) -> bool {
        use Kind::{Actor, Gap, Link, Observation, Place, Series, Source};
        !matches!(self.to.kind, Actor | Gap | Series | Place | Observation | Source | Link)
    }
}

/// Figures, a row each.
pub(super) struct Table {
    /// What it shows.
    pub caption: String,
    /// What the columns are.
    pub columns: Vec<String>,
    /// Which of them hold values.
    pub values: Vec<usize>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
pub(super) struct Row {
    /// What it is found by, where it is led to.
    pub anchor: Option<String>,
    /// Whether it heads the rows below it, and has one cell for all columns.
    pub is_heading: bool,
    /// A cell a column.
    pub cells: Vec<Vec<Inline>>,
}

/// A block of the article.
pub(super) struct Prose {
    /// What it is.
    pub kind: BlockKind,
    /// What it stands within, from the outside in.
    pub containers: Vec<Container>,
    /// Its words, and where they are marked.
    pub runs: Vec<Run>,
    /// Our translation and what it is headed by; none for who reads the article's own language.
    pub translation: Option<(String, Words)>,
    /// The claims and gaps that hang on its words.
    pub claims: Vec<Link>,
    /// What else hangs on them, in groups.
    pub here: Vec<(String, Vec<Link>)>,
}

/// A stretch of the article, or a mark in it. What is opened is closed in the same block, the last first.
pub(super) enum Run {
    /// Words that look the same throughout.
    Words {
        /// The words as they stand.
        text: String,
        /// They are emphasised.
        emphasis: bool,
        /// They are strongly emphasised.
        strong: bool,
        /// They are struck out.
        struck: bool,
        /// Where they lead.
        to: Option<Target>,
    },
    /// A passage begins, or goes on after another has ended within it.
    Open {
        /// What it is found by, where it begins.
        anchor: Option<String>,
        /// How it is to be seen.
        look: Look,
    },
    /// The passage that was opened last ends.
    Close,
    /// After the words of a claim or gap: which it is.
    Marker {
        /// What it is found by.
        anchor: String,
        /// How it stands.
        mark: Mark,
        /// What it is called: `Aussage 4`.
        name: String,
        /// Its number.
        number: usize,
    },
}

impl Run {
    /// The words without what cannot be said in plain text.
    pub(super) fn plain_words(&self) -> Option<Cow<'_, str>> {
        match self {
            Run::Words { text, .. } => Some(text.into()),
            Run::Open { .. } | Run::Marker { .. } | Run::Close => None,
        }
    }
}

/// How a passage is to be seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Look {
    /// The words of a claim.
    Claim,
    /// The words a gap is about.
    Gap,
    /// Words that stand where others were quoted.
    Located,
    /// Words that can be found, and look as they are.
    Silent,
}

/// Where words of the article lead.
pub(super) enum Target {
    /// To the actor they name.
    Actor {
        /// What the actor is found by.
        anchor: String,
        /// What these words are found by, where they begin.
        place: Option<String>,
        /// Whether it takes a reading.
        inferred: bool,
        /// The actor's name, where it takes a reading.
        name: Option<String>,
    },
    /// Where the article's own link leads.
    ExternalLink(Address),
}
