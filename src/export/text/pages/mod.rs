//! The text as pages to be walked through one by one: an entry each, with the ways from it to others as numbers.
//!
//! It says what the whole text says, in the same words; only what stands where one is comes first, and a number in brackets
//! leads to another page instead of to the list of sources.

pub(super) mod links;
mod write;

use std::collections::HashMap;

use self::links::own_anchors;
use self::write::Writer;
use super::Walk;
use crate::dossier::Kind;
use crate::export::document::{Document, Entry, Part, Prose, Section, Stop};
use crate::i18n::language::Language;
use crate::text::cut::collapse_white_space;

/// A part of the edition.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Chapter {
    /// What the dossier is, and which parts there are.
    Start,
    /// The article, block by block.
    Article,
    /// What it asserts.
    Claims,
    /// What it leaves out.
    Gaps,
    /// What happened when.
    Events,
    /// Who the story is about, and who does what to whom.
    Actors,
    /// The figures.
    Trend,
    /// The publications.
    Sources,
    /// The stops of the tour that the author has written.
    Tour,
}

impl Chapter {
    /// All of them, in order.
    pub const ALL: [Self; 9] = [
        Self::Start,
        Self::Article,
        Self::Claims,
        Self::Gaps,
        Self::Events,
        Self::Actors,
        Self::Trend,
        Self::Sources,
        Self::Tour,
    ];

    /// What it is called.
    pub fn name(self, language: Language) -> &'static str {
        let texts = &language.strings().plain;
        match self {
            Self::Start => texts.start,
            Self::Article => texts.article,
            Self::Claims => texts.claims,
            Self::Gaps => texts.gaps,
            Self::Events => texts.events,
            Self::Actors => texts.actors,
            Self::Trend => texts.trend,
            Self::Sources => texts.sources,
            Self::Tour => texts.tour,
        }
    }
}

/// What stands on a page.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PageKind {
    /// What is to be known before the entries of a part.
    Opening,
    /// A block of the article.
    Paragraph,
    /// A thing.
    Thing(Kind),
    /// A stop of the tour.
    Stop,
}

/// A page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    /// The part it is in.
    pub chapter: Chapter,
    /// What stands on it.
    pub kind: PageKind,
    /// Which it is of those of its kind, from 1.
    pub number: usize,
    /// Where one is.
    pub head: String,
    /// What the entry is called.
    pub name: String,
    /// The same as a list has it, with what matters most before it.
    pub line: String,
    /// What stands there, in lines; begins with the head.
    pub text: String,
    /// Of that the article's words; empty where it has none.
    pub words: String,
    /// Of that the sources; empty where it has none.
    pub sources: String,
    /// The pages that its numbers lead to, from 1.
    pub links: Vec<usize>,
}

impl Page {
    /// Its text as one line, to be searched.
    pub fn prose(&self) -> String {
        collapse_white_space(&self.text)
    }
}

/// The whole edition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edition {
    /// The language it is written in.
    pub language: Language,
    /// The columns of a line.
    pub columns: u16,
    /// Its pages in order; at least one.
    pub pages: Vec<Page>,
}

/// What a page is made from.
enum Body<'d> {
    Start,
    Opening(&'d Section),
    Prose(&'d Prose),
    Entry(&'d Entry),
    Stop(&'d Stop),
}

/// A page before it is written.
struct Draft<'d> {
    chapter: Chapter,
    body: Body<'d>,
    /// What is to be said before it: that the article's day lies here.
    rule: Option<&'d str>,
    /// The group it is in.
    group: Option<&'d str>,
    number: usize,
}

impl Draft<'_> {
    fn kind(&self) -> PageKind {
        match self.body {
            Body::Start | Body::Opening(_) => PageKind::Opening,
            Body::Prose(_) => PageKind::Paragraph,
            Body::Entry(entry) => PageKind::Thing(entry.of.kind),
            Body::Stop(_) => PageKind::Stop,
        }
    }
}

/// Which section a part is made from, and which kind of things of it are the part's; all where none is named.
const SECTIONS: [(Chapter, &str, Option<Kind>); 9] = [
    (Chapter::Article, "article", None),
    (Chapter::Claims, "claims", Some(Kind::Claim)),
    (Chapter::Gaps, "claims", Some(Kind::Gap)),
    (Chapter::Events, "timeline", None),
    (Chapter::Actors, "actors", None),
    (Chapter::Actors, "relations", None),
    (Chapter::Trend, "trend", None),
    (Chapter::Sources, "sources", None),
    (Chapter::Tour, "briefing", None),
];

/// The pages of a document. `answer` says in a sentence how the claims hold.
pub(in crate::export) fn edition(document: &Document, answer: Option<&str>, columns: u16) -> Edition {
    let drafts = drafts(document);
    let mut counts: HashMap<PageKind, usize> = HashMap::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (place, draft) in drafts.iter().enumerate() {
        *counts.entry(draft.kind()).or_default() += 1;
        for anchor in own_anchors(&draft.body) {
            places.entry(anchor).or_insert(place);
        }
    }
    let mut walk = Walk { paragraphs: HashMap::new(), names: HashMap::new() };
    for (anchor, place) in &places {
        if let Body::Prose(_) = drafts[*place].body {
            walk.paragraphs.insert(*anchor, drafts[*place].number);
        }
    }
    for draft in &drafts {
        if let Body::Entry(entry) = draft.body {
            walk.names.insert(&entry.anchor, &entry.name);
        }
    }
    let writer = Writer { document, answer, columns, drafts: &drafts, counts, places, walk: &walk };
    let pages = (0..drafts.len()).map(|place| writer.page(place)).collect();
    Edition { language: document.language, columns, pages }
}

fn drafts(document: &Document) -> Vec<Draft<'_>> {
    let start = Draft { chapter: Chapter::Start, body: Body::Start, rule: None, group: None, number: 0 };
    let mut drafts = vec![start];
    let mut numbers: HashMap<PageKind, usize> = HashMap::new();
    for (chapter, id, only) in SECTIONS {
        let Some(section) = document.sections.iter().find(|section| section.id == id) else { continue };
        // Gaps stand among the claims, which have been introduced; relations follow the actors.
        if only != Some(Kind::Gap) && id != "relations" {
            let body = Body::Opening(section);
            drafts.push(Draft { chapter, body, rule: None, group: None, number: 0 });
        }
        let (mut rule, mut group) = (None, None);
        for part in &section.parts {
            let body = match part {
                Part::Group(name) => {
                    group = Some(&**name);
                    continue;
                }
                Part::Rule(text) => {
                    rule = Some(&**text);
                    continue;
                }
                Part::Prose(prose) => Body::Prose(prose),
                Part::Entry(entry) if only.is_none_or(|kind| kind == entry.of.kind) => Body::Entry(entry),
                Part::Stop(stop) => Body::Stop(stop),
                Part::Entry(_) | Part::Overview(_) | Part::Score(_) | Part::Summary(_) | Part::Chart(_) => {
                    continue;
                }
            };
            let mut draft = Draft { chapter, body, rule: rule.take(), group, number: 0 };
            let number = numbers.entry(draft.kind()).or_default();
            *number += 1;
            draft.number = *number;
            drafts.push(draft);
        }
    }
    drafts
}
