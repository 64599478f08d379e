//! What the handout of two pages says, before it is written in a format. How much of everything goes in is decided by count and
//! length, so that no page has to be cut where it is printed; what is left out is counted.

mod budget;
mod measure;

use super::{Inline, ScoreTile, Words};
use crate::export::figure::Figure;
use crate::i18n::language::Language;
use crate::i18n::plural::Plural;

pub(in crate::export) use self::budget::Budget;
pub(in crate::export) use self::measure::{clipped, lines, width_in_ems};

/// The most lines of a page of text.
pub(in crate::export) const LINES: usize = 60;

/// All of it.
pub(in crate::export) struct Brief {
    /// What the dossier is called.
    pub title: Words,
    /// Of which article it is, and how far its facts run.
    pub standing: Vec<Vec<Inline>>,
    /// How the claims hold, in a sentence.
    pub answer: Option<String>,
    /// That some of the dossier is at fault.
    pub warnings: Vec<String>,
    /// What the first page says.
    pub summary: Summary,
    /// The figures at a glance.
    pub figures: Option<Block<SeriesLines>>,
    /// The events on a time axis, where they are drawn, and else the main ones.
    pub events: Option<(Block<Item>, Option<Box<Figure>>)>,
    /// How far to trust it.
    pub trust: Vec<String>,
    /// What it cites, by number from 1.
    pub sources: Vec<Publication>,
}

/// What the first page says, and the full document before all else.
pub(in crate::export) struct Summary {
    /// How the claims are assessed.
    pub score: Option<ScoreStrip>,
    /// What was found.
    pub findings: Option<Block<Finding>>,
    /// What the article leaves out.
    pub gaps: Option<Block<Item>>,
    /// What came after it.
    pub later: Option<Block<Item>>,
    /// What is open.
    pub open: Option<Block<Item>>,
}

impl Summary {
    /// Whether there is nothing to say.
    pub(in crate::export) fn is_empty(&self) -> bool {
        self.score.is_none()
            && self.findings.is_none()
            && self.gaps.is_none()
            && self.later.is_none()
            && self.open.is_none()
    }
}

/// How the claims are assessed, at a glance.
pub(in crate::export) struct ScoreStrip {
    /// What is left of how many claims.
    pub heading: String,
    /// What the tiles are.
    pub name: &'static str,
    /// The tiles of each block of the article, and what the block is called; none where they are too many.
    pub blocks: Vec<(String, Vec<ScoreTile>)>,
    /// What the letters of blocks and the sign of what is left out mean.
    pub legend: String,
    /// Each assessment with its sign and how many claims have it.
    pub totals: Vec<(&'static str, String, usize)>,
}

impl ScoreStrip {
    /// How many tiles there are.
    pub(in crate::export) fn tiles(&self) -> usize {
        self.blocks.iter().map(|(_, tiles)| tiles.len()).sum()
    }
}

/// Items below a heading.
pub(in crate::export) struct Block<T> {
    /// What they are.
    pub heading: String,
    /// What is to be known of them.
    pub intro: Option<String>,
    /// The items; none where there is no room for any.
    pub items: Vec<T>,
    /// How many more there are, at least one where there are no items.
    pub more: More,
}

/// What has no room.
#[derive(Clone, Copy)]
pub(in crate::export) struct More {
    /// How many.
    pub count: usize,
    /// Of what.
    pub noun: &'static Plural<'static>,
}

impl More {
    /// How many more there are and where: in the full document, or below where this is the full document. None where there is
    /// no more.
    pub(in crate::export) fn words(self, language: Language, is_brief: bool) -> Option<String> {
        let texts = &language.strings().export;
        let form = if is_brief { texts.brief_more } else { texts.more_below };
        let noun = language.plural(self.count, self.noun);
        let words = || form.replacen("{}", &language.count(self.count), 1).replacen("{}", noun, 1);
        (self.count > 0).then(words)
    }
}

/// What was found, with its verdict and who says so.
pub(in crate::export) struct Finding {
    /// The sign of its verdict.
    pub sign: &'static str,
    /// The same in a word or some.
    pub verdict: String,
    /// What was found.
    pub text: Words,
    /// Who says it, when, and what we read of it.
    pub source: String,
    /// What it is found by in the full document.
    pub to: Option<String>,
    /// The sources that are cited.
    pub cites: Vec<String>,
}

/// A line.
pub(in crate::export) struct Item {
    /// What stands before it: a date with its colon, a sign.
    pub lead: Option<String>,
    /// What it says.
    pub text: Words,
    /// What it is found by in the full document.
    pub to: Option<String>,
    /// The sources that are cited.
    pub cites: Vec<String>,
}

/// A series at a glance.
pub(in crate::export) struct SeriesLines {
    /// What was found in it, else what it measures.
    pub heading: Words,
    /// In which unit, and who published it.
    pub publisher: String,
    /// The sources that are cited.
    pub cites: Vec<String>,
    /// Its lines.
    pub lines: Vec<Trend>,
    /// How many more lines it has.
    pub more: More,
}

/// The first and the last figure of a line, in words.
pub(in crate::export) struct Trend {
    /// Which line.
    pub name: String,
    /// Its first figure with its period; none where there is only one.
    pub first: Option<String>,
    /// Its last.
    pub last: String,
    /// What changed between them, our arithmetic.
    pub change: Option<String>,
}

/// A source as it is cited.
pub(in crate::export) struct Publication {
    /// What it is found by.
    pub anchor: String,
    /// Who published it.
    pub outlet: String,
    /// What it is called; none where there is no room for it.
    pub title: Option<String>,
    /// When.
    pub date: Option<String>,
    /// Where.
    pub address: Address,
    /// Whether we read it.
    pub is_read: bool,
}

/// The address of a source.
pub(in crate::export) enum Address {
    /// One that leads there.
    Opens(crate::text::address::Address),
    /// One that is only shown.
    Shown(String),
    /// One too long for a line on paper: only the full document has it.
    Elsewhere,
    /// None is known.
    None,
}

impl Brief {
    /// The number of a source that is cited.
    pub(in crate::export) fn number(&self, cite: &str) -> Option<usize> {
        self.sources.iter().position(|source| source.anchor == cite).map(|place| place + 1)
    }

    /// The numbers of sources, in order: `[3] [7]`.
    pub(in crate::export) fn numbers(&self, cites: &[String]) -> Vec<usize> {
        let mut numbers: Vec<usize> = cites.iter().filter_map(|cite| self.number(cite)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}
