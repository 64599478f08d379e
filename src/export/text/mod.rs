//! A document as plain text of at most 80 columns, read from top to bottom: for screen readers, mail and `less`. What is
//! whose is said in words; `[12]` is a source, all of which stand at the end.

use std::collections::HashMap;

mod brief;
mod pages;

pub(super) use self::brief::brief_pages;
pub(super) use self::pages::edition;
pub use self::pages::{Chapter, Edition, Page, PageKind};
use super::document::{
    Document, Entry, FAULT, Inline, Item, Link, Part, Prose, Quote, Run, Section, Stop, Table, Target, Words,
};
use crate::dossier::{BlockKind, ContainerKind, Kind};
use crate::i18n::language::Language;
use crate::i18n::strings::Export;
use crate::protocol::quoted::without_line_breaks;
use crate::text::wrap;

/// The columns of a line.
const COLUMNS: u16 = 80;
/// What belongs to something above is set in by so many.
const IN: usize = 4;
/// The deepest that anything is set in: lists within lists leave room for words.
const DEEPEST: usize = 40;

/// The text.
pub(super) fn write(document: &Document) -> String {
    let sources =
        document.sections.iter().filter(|section| section.is_sources()).flat_map(|section| &section.parts);
    let entries = sources.filter_map(|part| match part {
        Part::Entry(entry) => Some(&*entry.anchor),
        _ => None,
    });
    let numbers = entries.zip(1..).collect();
    let language = document.language;
    let texts = &language.strings().export;
    let columns = COLUMNS;
    let mut text =
        Text { out: String::new(), texts, language, numbers, is_brief: false, columns, walk: None };
    text.document(document);
    text.out
}

/// A text being written.
struct Text<'a> {
    out: String,
    texts: &'static Export,
    language: Language,
    /// The numbers of the sources; on a page of an edition that is walked through those of its links.
    numbers: HashMap<&'a str, usize>,
    /// Whether it is the handout of two pages.
    is_brief: bool,
    /// The columns of a line.
    columns: u16,
    /// Of an edition that is walked through what its pages say of others.
    walk: Option<&'a Walk<'a>>,
}

/// What the pages of an edition that is walked through say of others.
struct Walk<'a> {
    /// The numbers of the blocks where words are found.
    paragraphs: HashMap<&'a str, usize>,
    /// What things are called.
    names: HashMap<&'a str, &'a Words>,
}

impl Text<'_> {
    fn document(&mut self, document: &Document) {
        let texts = self.texts;
        self.lines("", &document.title.marked(), 0);
        self.blank();
        for line in &document.standing {
            self.lines("", &self.joined(line), 0);
        }
        for warning in &document.warnings {
            self.lines(FAULT, warning, 0);
        }
        self.blank();
        self.lines("", &format!("{}:", texts.contents), 0);
        for section in &document.sections {
            self.lines("- ", &section.name, 0);
        }
        for section in &document.sections {
            self.section(section);
        }
        self.blank();
        self.blank();
        self.lines("", document.made, 0);
    }

    fn section(&mut self, section: &Section) {
        self.blank();
        self.blank();
        self.lines("", &section.name.to_uppercase(), 0);
        if let Some(intro) = section.plain_intro.as_ref().or(section.intro.as_ref()) {
            self.blank();
            self.lines("", intro, 0);
        }
        for part in &section.parts {
            self.part(part);
        }
    }

    /// A part, below a blank line.
    fn part(&mut self, part: &Part) {
        let start = self.out.len();
        self.blank();
        match part {
            Part::Group(name) => {
                self.blank();
                self.lines("", &format!("{name}:"), 0);
            }
            Part::Rule(rule) => {
                self.blank();
                self.lines("*** ", &format!("{rule} ***"), 0);
            }
            Part::Prose(prose) => self.prose(prose),
            Part::Overview(table) => self.overview(table),
            Part::Score(score) => {
                self.overview(&score.totals);
                self.blank();
                for sentence in &score.sentences {
                    self.lines("", sentence, 0);
                }
            }
            // Nothing is drawn in text; the entries say the same.
            Part::Chart(_) => self.out.truncate(start),
            Part::Summary(summary) => {
                self.out.truncate(start);
                self.summary(summary);
            }
            Part::Entry(entry) => self.entry(entry),
            Part::Stop(stop) => self.stop(stop),
        }
    }

    fn stop(&mut self, stop: &Stop) {
        self.lines(&format!("{}. ", stop.number), &stop.title.marked(), 0);
        if let Some(big) = &stop.big {
            self.lines("", big, IN);
        }
        if let Some((_, verdict)) = &stop.verdict {
            self.lines("", verdict, IN);
        }
        if let Some(finding) = &stop.finding {
            self.lines("", &finding.marked(), IN);
        }
        self.lines("", &stop.source, IN);
        if let Some(shows) = &stop.shows {
            self.link(shows, IN);
        }
        if let Some(speaker) = &stop.speaker {
            self.lines("", &format!("{}: {}", self.texts.speaker, speaker.marked()), IN);
        }
    }

    fn prose(&mut self, prose: &Prose) {
        let depth = self.prose_words(prose);
        if let Some((label, translation)) = &prose.translation {
            self.lines("", &format!("{label}: {}", translation.marked()), depth + IN);
        }
        if !prose.claims.is_empty() {
            self.links(self.texts.here, &prose.claims, IN);
        }
        if self.walk.is_some() {
            for (label, links) in &prose.here {
                self.links(label, links, IN);
            }
            self.names(prose);
        }
    }

    /// Who is named there, and whether that takes a reading; and where the article's own links lead.
    fn names(&mut self, prose: &Prose) {
        let strings = self.language.strings();
        let texts = &strings.plain;
        let called = |anchor: &str| self.walk.and_then(|walk| walk.names.get(anchor));
        let name = |(anchor, is_inferred): (&str, bool)| {
            let name = called(anchor).map(|name| name.marked()).unwrap_or_default();
            let said = if is_inferred { format!("{name} ({})", strings.standing_inferred) } else { name };
            self.numbered(anchor, &Words::ours(said))
        };
        let names: Vec<String> = pages::links::named(prose).into_iter().map(name).collect();
        if !names.is_empty() {
            self.lines("", &format!("{}: {}", texts.named, names.join(", ")), IN);
        }
        let addresses = prose.runs.iter().filter_map(|run| match run {
            Run::Words { text, to: Some(Target::ExternalLink(address)), .. } => Some((text, address)),
            _ => None,
        });
        for (words, address) in addresses {
            self.lines("", &format!("{}: {words}: <{}>", texts.link, address.as_str()), IN);
        }
    }

    /// The words of a block alone; how deep they are set in.
    fn prose_words(&mut self, prose: &Prose) -> usize {
        let (mut first, mut depth) = (String::new(), 0);
        for nest in &prose.containers {
            match nest.kind {
                ContainerKind::Quote => depth += 2,
                ContainerKind::Item { number, .. } => {
                    let mark = number.map_or_else(|| String::from("- "), |number| format!("{number}. "));
                    if nest.begins {
                        first = mark;
                    } else {
                        depth += mark.len();
                    }
                }
            }
        }
        let words: String = prose.runs.iter().filter_map(Run::plain_words).collect();
        match prose.kind {
            BlockKind::Break => self.lines("", "* * *", depth),
            _ => self.lines(&first, &words, depth),
        }
        depth
    }

    fn entry(&mut self, entry: &Entry) {
        let mut head = entry.name.marked();
        if let Some(lead) = &entry.lead {
            head = format!("{lead}: {head}");
        }
        if let Some(number) = self.numbers.get(&*entry.anchor) {
            head = format!("[{number}] {head}");
        }
        let sign = if entry.is_at_fault() { FAULT } else { "" };
        self.lines(sign, &head, 0);
        self.known(entry);
    }

    /// What is known of a thing, below its name.
    fn known(&mut self, entry: &Entry) {
        for fault in &entry.faults {
            self.lines(FAULT, fault, IN);
        }
        for item in &entry.items {
            self.item(item);
        }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Line { label, pieces, .. } => {
                let text = self.joined(pieces);
                let text = label.as_ref().map_or_else(|| text.clone(), |label| format!("{label}: {text}"));
                self.lines("", &text, IN);
            }
            Item::Quotes { label, quotes } => {
                let (first, rest) = label.split_at(label.len().min(1));
                let (first, rest) = (self.joined(first), self.joined(rest));
                for quote in quotes {
                    self.quote(&first, &rest, quote);
                }
            }
            Item::Links { label, links } => self.links(label, links, IN),
            Item::Stops { label, stops } => {
                let name = |(name, anchor): &(String, String)| self.numbered(anchor, &Words::ours(name));
                let names: Vec<String> = stops.iter().map(name).collect();
                self.lines("", &format!("{label}: {}", names.join(", ")), IN);
            }
            Item::Places { label, anchors, .. } => {
                let places = self.places(anchors);
                self.lines("", &format!("{label}{places}"), IN);
            }
            // Its figures are the table's.
            Item::Chart(_) => {}
            Item::Table(table) => self.table(table),
            Item::Fault(fault) => self.lines(FAULT, fault, IN),
        }
    }

    fn quote(&mut self, first: &str, rest: &str, quote: &Quote) {
        let label = quote.heading(first, rest, str::to_owned);
        let place = self.places(quote.place.as_slice());
        self.lines(&quote.sign(), &format!("{label}: {}{place}", self.joined(&quote.pieces)), IN);
    }

    /// The blocks of the article where these words stand, each with its number; nothing where they do not lead there.
    fn places(&self, anchors: &[String]) -> String {
        let noun = self.language.strings().plain.paragraph;
        let mut places: Vec<String> = Vec::new();
        for anchor in anchors {
            if let Some(block) = self.walk.and_then(|walk| walk.paragraphs.get(&**anchor))
                && self.numbers.contains_key(&**anchor)
            {
                let block = format!("{noun} {}", self.language.count(*block));
                let place = self.numbered(anchor, &Words::ours(block));
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        if places.is_empty() { String::new() } else { format!(" ({})", places.join(", ")) }
    }

    fn links(&mut self, label: &str, links: &[Link], depth: usize) {
        let is_short =
            |link: &Link| link.to.kind == Kind::Actor && link.under.is_empty() && !link.is_at_fault;
        if links.iter().all(is_short) {
            let names: Vec<String> =
                links.iter().map(|link| self.numbered(&link.anchor, &link.words)).collect();
            self.lines("", &format!("{label}: {}", names.join(", ")), depth);
            return;
        }
        self.lines("", &format!("{label}:"), depth);
        for link in links {
            self.link(link, depth);
        }
    }

    fn link(&mut self, link: &Link, depth: usize) {
        let mut text = link.words.marked();
        if link.says_mark() {
            text = format!("{text} ({})", link.mark.word);
        }
        if let Some(number) = self.numbers.get(&*link.anchor) {
            text = format!("{text} [{number}]");
        }
        for under in &link.under {
            text = format!("{text}; {}", under.marked());
        }
        self.lines(if link.is_at_fault { FAULT } else { "- " }, &text, depth);
    }

    fn table(&mut self, table: &Table) {
        self.lines("", &format!("{} ({})", table.caption, table.columns.join("; ")), IN);
        for row in &table.rows {
            let cells: Vec<String> = row.cells.iter().map(|cell| self.joined(cell)).collect();
            let cells: Vec<String> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
            self.lines("- ", &cells.join("; "), IN);
        }
    }

    /// A line a row, in which each value says what it is.
    fn overview(&mut self, table: &Table) {
        self.lines("", &format!("{}:", table.caption), 0);
        for row in &table.rows {
            if row.is_heading {
                let cells: Vec<String> = row.cells.iter().map(|cell| self.joined(cell)).collect();
                self.blank();
                self.lines("", &format!("{}:", cells.join("; ")), 0);
                continue;
            }
            // Where rows are walked through, the series above them leads on.
            let own = |cell: &[Inline]| match self.walk {
                Some(_) => cell.iter().map(|piece| self.said(piece, false)).collect(),
                None => self.joined(cell),
            };
            let cells = row.cells.iter().zip(&table.columns).map(|(cell, column)| (own(cell), column));
            let cells = cells.filter(|(cell, _)| !cell.is_empty()).enumerate();
            let cells: Vec<String> = cells
                .map(|(place, (cell, column))| if place == 0 { cell } else { format!("{column}: {cell}") })
                .collect();
            self.lines("- ", &cells.join("; "), 0);
        }
    }

    fn joined(&self, pieces: &[Inline]) -> String {
        pieces.iter().map(|piece| self.said(piece, true)).collect()
    }

    /// A stretch of a line, with the number of what it leads to or without.
    fn said(&self, piece: &Inline, is_numbered: bool) -> String {
        match piece {
            Inline::Words(words) => words.marked(),
            Inline::Deleted(text) | Inline::Inserted(text) | Inline::Unlinked(text) => text.clone(),
            // An address that goes over the end of a line is held together.
            Inline::ExternalLink { address, words: Some(words) } => {
                format!("{words}: <{}>", address.as_str())
            }
            Inline::ExternalLink { address, words: None } => format!("<{}>", address.as_str()),
            Inline::Thing { anchor, words, .. } if is_numbered => self.numbered(anchor, words),
            Inline::Thing { words, .. } => words.marked(),
        }
    }

    fn numbered(&self, anchor: &str, words: &Words) -> String {
        match self.numbers.get(anchor) {
            Some(number) => format!("{} [{number}]", words.marked()),
            None => words.marked(),
        }
    }

    fn blank(&mut self) {
        self.out.push('\n');
    }

    /// Writes lines, the first with a mark before it, all set in.
    fn lines(&mut self, mark: &str, text: &str, depth: usize) {
        let depth = depth.min(DEEPEST).min(usize::from(self.columns / 2));
        let set_in = u16::try_from(depth + mark.len()).unwrap_or(self.columns / 2);
        let room = self.columns - set_in.min(self.columns - 2);
        let text = without_line_breaks(text);
        for (number, line) in wrap::wrap(&text, room).iter().enumerate() {
            self.out.extend(std::iter::repeat_n(' ', depth));
            if number == 0 {
                self.out.push_str(mark);
            } else {
                self.out.extend(std::iter::repeat_n(' ', mark.len()));
            }
            self.out.push_str(&text[line.range.clone()]);
            let end = self.out.trim_end_matches(' ').len();
            self.out.truncate(end);
            self.out.push('\n');
        }
    }
}
