//! The text as pages to be walked through one by one: an entry each, with the ways from it to others as numbers.
//!
//! It says what the whole text says, in the same words; only what stands where one is comes first, and a number in brackets
//! leads to another page instead of to the list of sources.

use std::collections::HashMap;

use super::{FAULT, IN, Text};
use crate::dossier::{BlockKind, Kind};
use crate::export::document::{Document, Entry, Inline, Item, Link, Part, Prose, Run, Section, Stop, Target};
use crate::i18n::language::Language;
use crate::protocol::names;
use crate::text::cut::{collapse_white_space, first_chars};

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
    let paragraphs: HashMap<&str, usize> = places
        .iter()
        .filter(|(_, place)| matches!(drafts[**place].body, Body::Prose(_)))
        .map(|(anchor, place)| (*anchor, drafts[*place].number))
        .collect();
    let writer = Writer { document, answer, columns, drafts: &drafts, counts, places, paragraphs };
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

/// What is found on a page.
fn own_anchors<'d>(body: &Body<'d>) -> Vec<&'d str> {
    match body {
        Body::Start | Body::Opening(_) => Vec::new(),
        Body::Prose(prose) => {
            let opened = prose.runs.iter().filter_map(|run| match run {
                Run::Open { anchor, .. } => anchor.as_deref(),
                Run::Words { to: Some(Target::Actor { place, .. }), .. } => place.as_deref(),
                _ => None,
            });
            opened.collect()
        }
        Body::Entry(entry) => {
            let rows = entry.items.iter().flat_map(|item| match item {
                Item::Table(table) => &table.rows[..],
                _ => &[],
            });
            std::iter::once(&*entry.anchor).chain(rows.filter_map(|row| row.anchor.as_deref())).collect()
        }
        Body::Stop(stop) => vec![&stop.anchor],
    }
}

/// What a page leads to, in the order in which it says so.
fn led_to<'d>(body: &Body<'d>) -> Vec<&'d str> {
    let mut anchors = Vec::new();
    let of_links = |anchors: &mut Vec<&'d str>, links: &'d [Link]| {
        anchors.extend(links.iter().map(|link| &*link.anchor));
    };
    match *body {
        Body::Start => {}
        Body::Opening(section) => {
            for part in &section.parts {
                if let Part::Overview(table) = part {
                    let heads = table.rows.iter().filter(|row| row.is_heading);
                    heads.flat_map(|row| &row.cells).for_each(|cell| of_pieces(&mut anchors, cell));
                }
            }
        }
        Body::Prose(prose) => {
            of_links(&mut anchors, &prose.claims);
            prose.here.iter().for_each(|(_, links)| of_links(&mut anchors, links));
            anchors.extend(named(prose).into_iter().map(|(_, anchor, _)| anchor));
        }
        Body::Entry(entry) => {
            for item in &entry.items {
                match item {
                    Item::Line { pieces, .. } => of_pieces(&mut anchors, pieces),
                    Item::Quotes { label, quotes } => {
                        of_pieces(&mut anchors, label);
                        for quote in quotes {
                            of_pieces(&mut anchors, &quote.pieces);
                            anchors.extend(quote.place.as_deref());
                        }
                    }
                    Item::Links { links, .. } => of_links(&mut anchors, links),
                    Item::Places { anchors: places, .. } => {
                        anchors.extend(places.iter().map(String::as_str));
                    }
                    Item::Stops { stops, .. } => anchors.extend(stops.iter().map(|(_, anchor)| &**anchor)),
                    Item::Table(table) => {
                        let cells = table.rows.iter().flat_map(|row| &row.cells);
                        cells.for_each(|cell| of_pieces(&mut anchors, cell));
                    }
                    Item::Chart(_) | Item::Fault(_) => {}
                }
            }
        }
        Body::Stop(stop) => of_links(&mut anchors, stop.shows.as_slice()),
    }
    anchors
}

fn of_pieces<'d>(anchors: &mut Vec<&'d str>, pieces: &'d [Inline]) {
    anchors.extend(pieces.iter().filter_map(|piece| match piece {
        Inline::Thing { anchor, .. } => Some(&**anchor),
        _ => None,
    }));
}

/// The actors that words of a block name, each once: the words, where they lead, and the actor's name if it takes a reading.
pub(super) fn named(prose: &Prose) -> Vec<(&str, &str, Option<&str>)> {
    let mut named: Vec<(&str, &str, Option<&str>)> = Vec::new();
    for run in &prose.runs {
        if let Run::Words { text, to: Some(Target::Actor { anchor, name, .. }), .. } = run
            && !named.iter().any(|(_, known, _)| known == anchor)
        {
            named.push((text, anchor, name.as_deref()));
        }
    }
    named
}

/// The most characters of a block of the article in a list.
const EXCERPT: usize = 70;

struct Writer<'d> {
    document: &'d Document,
    answer: Option<&'d str>,
    columns: u16,
    drafts: &'d [Draft<'d>],
    counts: HashMap<PageKind, usize>,
    /// The page where each thing is found.
    places: HashMap<&'d str, usize>,
    /// The numbers of the blocks where words are found.
    paragraphs: HashMap<&'d str, usize>,
}

impl<'d> Writer<'d> {
    fn page(&self, place: usize) -> Page {
        let draft = &self.drafts[place];
        let language = self.document.language;
        let mut links: Vec<usize> = Vec::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for anchor in led_to(&draft.body) {
            let Some(to) = self.places.get(anchor).copied().filter(|to| *to != place) else { continue };
            let at = links.iter().position(|link| *link == to).unwrap_or_else(|| {
                links.push(to);
                links.len() - 1
            });
            numbers.insert(anchor, at + 1);
        }
        let text = || Text {
            out: String::new(),
            texts: &language.strings().export,
            language,
            numbers: numbers.clone(),
            is_brief: false,
            columns: self.columns,
            paragraphs: Some(&self.paragraphs),
        };
        let head = self.head(draft);
        let (mut all, mut words, mut sources) = (text(), text(), text());
        if let Some(rule) = draft.rule {
            all.lines("", rule, 0);
            all.blank();
        }
        all.lines("", &head, 0);
        match draft.body {
            Body::Start => self.start(&mut all, &mut links),
            Body::Opening(section) => all.opening(section),
            Body::Prose(prose) => {
                all.prose(prose);
                words.prose_words(prose);
            }
            Body::Entry(entry) => {
                all.lines(if entry.is_at_fault() { FAULT } else { "" }, &entry.name.marked(), 0);
                all.known(entry);
                for item in &entry.items {
                    match item {
                        Item::Quotes { .. } => words.item(item),
                        Item::Links { links, .. } if links[0].to.kind == Kind::Source => sources.item(item),
                        _ => {}
                    }
                }
            }
            Body::Stop(stop) => {
                all.slide(stop);
                sources.lines("", &stop.source, IN);
            }
        }
        Page {
            chapter: draft.chapter,
            kind: draft.kind(),
            number: draft.number,
            name: self.name(draft),
            line: self.line(draft),
            head,
            text: all.out,
            words: words.out,
            sources: sources.out,
            links,
        }
    }

    /// Where one is: which of how many of what, and what matters most of it.
    fn head(&self, draft: &Draft) -> String {
        let language = self.document.language;
        let strings = language.strings();
        let noun = match draft.body {
            Body::Start => return self.document.title.marked(),
            Body::Opening(section) => return section.name.clone(),
            Body::Prose(_) => strings.plain.paragraph,
            Body::Entry(entry) => strings.kind(entry.of.kind).one,
            Body::Stop(_) => strings.export.stop.one,
        };
        let count = self.counts.get(&draft.kind()).copied().unwrap_or_default();
        let [number, count] = [draft.number, count].map(|number| language.count(number));
        let head = format!("{} {number} {} {count}", names::capitalized(noun), strings.out_of);
        let most = match draft.body {
            Body::Entry(entry) => match entry.of.kind {
                Kind::Claim => Some(entry.mark.word.to_owned()),
                Kind::Gap => None,
                Kind::Actor => draft.group.map(str::to_owned),
                _ => entry.lead.clone(),
            },
            Body::Stop(stop) => stop.verdict.as_ref().map(|(_, verdict)| verdict.clone()),
            Body::Prose(prose) => match prose.kind {
                BlockKind::Title => Some(strings.plain.title.to_owned()),
                BlockKind::Heading | BlockKind::Subheading => Some(strings.plain.heading.to_owned()),
                BlockKind::Paragraph | BlockKind::Code | BlockKind::Break => None,
            },
            Body::Start | Body::Opening(_) => None,
        };
        most.map_or_else(|| head.clone(), |most| format!("{head}: {most}"))
    }

    fn name(&self, draft: &Draft) -> String {
        match draft.body {
            Body::Start | Body::Opening(_) => self.head(draft),
            Body::Prose(prose) => words_of(prose),
            Body::Entry(entry) => entry.name.marked(),
            Body::Stop(stop) => stop.title.marked(),
        }
    }

    fn line(&self, draft: &Draft) -> String {
        let name = self.name(draft);
        match draft.body {
            Body::Start | Body::Opening(_) => name,
            Body::Prose(_) => {
                let excerpt = first_chars(&name, EXCERPT);
                if excerpt.len() < name.len() { format!("{} …", excerpt.trim_end()) } else { name }
            }
            Body::Entry(entry) => match &entry.lead {
                Some(lead) => format!("{lead}: {name}"),
                None => name,
            },
            Body::Stop(stop) => match &stop.verdict {
                Some((_, verdict)) => format!("{verdict}: {name}"),
                None => name,
            },
        }
    }

    /// What the dossier is, and the way to each of its parts.
    fn start(&self, text: &mut Text<'_>, links: &mut Vec<usize>) {
        let texts = &self.document.language.strings().plain;
        for line in &self.document.standing {
            let line = text.joined(line);
            text.lines("", &line, 0);
        }
        for warning in &self.document.warnings {
            text.lines(FAULT, warning, 0);
        }
        if let Some(answer) = self.answer {
            text.lines("", answer, 0);
        }
        text.blank();
        text.lines("", &format!("{}:", texts.parts), 0);
        for chapter in Chapter::ALL {
            let is_its = |draft: &Draft| draft.chapter == chapter && chapter != Chapter::Start;
            let Some(first) = self.drafts.iter().position(is_its) else { continue };
            links.push(first);
            let name = names::capitalized(chapter.name(self.document.language));
            let entries = self.drafts.iter().filter(|draft| is_its(draft));
            let entries = entries.filter(|draft| draft.kind() != PageKind::Opening).count();
            let count = self.document.language.count(entries);
            text.lines("- ", &format!("{name}: {count} [{}]", links.len()), 0);
        }
        text.blank();
        text.lines("", self.document.made, 0);
    }
}

/// The words of a block.
fn words_of(prose: &Prose) -> String {
    let words = prose.runs.iter().filter_map(|run| match run {
        Run::Words { text, .. } => Some(&**text),
        _ => None,
    });
    collapse_white_space(&words.collect::<String>())
}

impl Text<'_> {
    /// What is to be known before the entries of a part, and what they show at a glance.
    fn opening(&mut self, section: &Section) {
        if let Some(intro) = section.plain_intro.as_ref().or(section.intro.as_ref()) {
            self.lines("", intro, 0);
        }
        for part in &section.parts {
            if matches!(part, Part::Overview(_) | Part::Score(_)) {
                self.part(part);
            }
        }
    }

    /// The words of a slide.
    fn slide(&mut self, stop: &Stop) {
        self.lines("", &stop.title.marked(), 0);
        if let Some(big) = &stop.big {
            let label = stop.label.as_ref().map(|label| format!(": {label}")).unwrap_or_default();
            self.lines("", &format!("{big}{label}"), IN);
        }
        for point in &stop.points {
            self.lines("- ", point, IN);
        }
        if let Some(finding) = &stop.finding {
            self.lines("", &finding.marked(), IN);
        }
        self.lines("", &stop.source, IN);
        if let Some(shows) = &stop.shows {
            self.link(shows, IN);
        }
    }
}
