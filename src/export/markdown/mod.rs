//! A document as Markdown, with footnotes for the sources and for what the article's words support. What strangers have
//! written can never become markup.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

mod brief;

pub(super) use self::brief::brief;
use super::document::{
    Document, Entry, Inline, Item, Link, Part, Prose, Quote, Run, Section, Stop, Table, Target, Words,
};
use crate::dossier::{BlockKind, ContainerKind, Kind};
use crate::i18n::language::Language;
use crate::i18n::strings::Export;
use crate::text::address::Address;
use crate::text::markdown::{Addresses, destination, escaped_with, link};

/// The Markdown.
pub(super) fn write(document: &Document) -> String {
    let entries = document.sections.iter().flat_map(|section| &section.parts).filter_map(|part| match part {
        Part::Entry(entry) => Some((&*entry.anchor, entry)),
        _ => None,
    });
    let mut markdown = Markdown::new(document.language);
    markdown.entries = entries.collect();
    markdown.document(document);
    markdown.out
}

/// Markdown being written.
struct Markdown<'a> {
    out: String,
    texts: &'static Export,
    language: Language,
    /// The numbers of the sources in the handout of two pages, which has no footnotes.
    numbers: Option<HashMap<&'a str, usize>>,
    entries: HashMap<&'a str, &'a Entry>,
    /// What footnotes were asked for, in the order in which they first were.
    notes: Vec<&'a Entry>,
    noted: BTreeSet<&'a str>,
}

impl<'a> Markdown<'a> {
    fn new(language: Language) -> Self {
        Self {
            out: String::new(),
            texts: &language.strings().export,
            language,
            numbers: None,
            entries: HashMap::new(),
            notes: Vec::new(),
            noted: BTreeSet::new(),
        }
    }

    fn document(&mut self, document: &'a Document) {
        self.paragraph("# ", &words(&document.title));
        for line in &document.standing {
            let line = self.joined(line);
            self.paragraph("", &line);
        }
        for warning in &document.warnings {
            self.paragraph("", &format!("**!** {}", escaped(warning)));
        }
        for section in &document.sections {
            self.section(section);
        }
        self.paragraph("", "---");
        self.paragraph("", &escaped(document.made));
        let notes = std::mem::take(&mut self.notes);
        for entry in notes {
            self.note(entry);
        }
    }

    fn section(&mut self, section: &'a Section) {
        let is_sources = section.is_sources();
        let entries = section.parts.iter().filter_map(|part| match part {
            Part::Entry(entry) => Some(entry),
            _ => None,
        });
        self.paragraph("## ", &escaped(&section.name));
        if let Some(intro) = section.plain_intro.as_ref().or(section.intro.as_ref()) {
            self.paragraph("", &escaped(intro));
        }
        if is_sources {
            for entry in entries {
                let note = self.asked(&entry.anchor);
                let sign = if entry.is_at_fault() { "**!** " } else { "" };
                let _ = writeln!(self.out, "- {}", at_start(&format!("{sign}{}{note}", words(&entry.name))));
            }
            self.out.push('\n');
            return;
        }
        let mut level = "### ";
        for part in &section.parts {
            match part {
                Part::Group(name) => {
                    self.paragraph("### ", &escaped(name));
                    level = "#### ";
                }
                Part::Rule(rule) => self.paragraph("", &format!("**{}**", escaped(rule))),
                Part::Prose(prose) => self.prose(prose),
                Part::Overview(table) => self.table(table),
                Part::Score(score) => {
                    self.table(&score.totals);
                    for sentence in &score.sentences {
                        self.paragraph("", &at_start(&escaped(sentence)));
                    }
                }
                Part::Chart(_) => {}
                Part::Summary(summary) => self.summary(summary, "### "),
                Part::Entry(entry) => self.entry(entry, level),
                Part::Stop(stop) => self.stop(stop),
            }
        }
    }

    fn stop(&mut self, stop: &'a Stop) {
        self.paragraph("### ", &format!("{}. {}", stop.number, words(&stop.title)));
        if let Some(big) = &stop.big {
            self.paragraph("", &format!("**{}**", escaped(big)));
        }
        if let Some((sign, verdict)) = &stop.verdict {
            self.paragraph("", &at_start(&format!("{} **{}**", escaped(sign), escaped(verdict))));
        }
        if let Some(finding) = &stop.finding {
            self.paragraph("", &at_start(&words(finding)));
        }
        self.paragraph("", &at_start(&escaped(&stop.source)));
        if let Some(shows) = &stop.shows {
            let shown = self.link(shows);
            self.paragraph("", &at_start(&shown));
        }
        if let Some(speaker) = &stop.speaker {
            self.paragraph("", &format!("*{}:* {}", escaped(self.texts.speaker), words(speaker)));
        }
    }

    fn prose(&mut self, prose: &'a Prose) {
        let (mut first, mut rest) = (String::new(), String::new());
        for nest in &prose.containers {
            match nest.kind {
                ContainerKind::Quote => {
                    first.push_str("> ");
                    rest.push_str("> ");
                }
                ContainerKind::Item { number, .. } => {
                    let mark = number.map_or_else(|| String::from("- "), |number| format!("{number}. "));
                    let room = " ".repeat(mark.len());
                    first.push_str(if nest.begins { &mark } else { &room });
                    rest.push_str(&room);
                }
            }
        }
        let text = self.runs(&prose.runs);
        match prose.kind {
            BlockKind::Title => self.paragraph(&format!("{first}### "), &text),
            BlockKind::Heading | BlockKind::Subheading => self.paragraph(&format!("{first}#### "), &text),
            BlockKind::Break => self.paragraph(&first, "* * *"),
            BlockKind::Paragraph | BlockKind::Code => self.paragraph(&first, &at_start(&text)),
        }
        if let Some((label, translation)) = &prose.translation {
            let text = format!("*{}:* {}", escaped(label), words(translation));
            // It belongs to the item that the block stands in.
            let inside: String = first.chars().map(|c| if c == '>' { c } else { ' ' }).collect();
            self.paragraph(&inside, &text);
        }
    }

    /// The words of a block. What looks and leads the same is written as one: an address may be cut by a name in it.
    fn runs(&mut self, runs: &'a [Run]) -> String {
        let mut text = String::new();
        let mut stretch = Stretch::default();
        for run in runs {
            match run {
                Run::Words { text: words, emphasis, strong, struck, to } => {
                    let away = match to {
                        Some(Target::ExternalLink(address)) => Some(address),
                        _ => None,
                    };
                    let looks = Stretch {
                        words: String::new(),
                        emphasis: *emphasis,
                        strong: *strong,
                        struck: *struck,
                        away,
                    };
                    if !stretch.looks_like(&looks) {
                        std::mem::replace(&mut stretch, looks).write(words, &mut text);
                    }
                    stretch.words.push_str(words);
                }
                Run::Marker { anchor, .. } => {
                    std::mem::take(&mut stretch).write("[", &mut text);
                    text.push_str(&self.asked(anchor));
                }
                Run::Open { .. } | Run::Close => {}
            }
        }
        stretch.write("", &mut text);
        text
    }

    fn entry(&mut self, entry: &'a Entry, level: &str) {
        let lead = entry.lead.as_ref().map(|lead| format!("{}: ", escaped(lead))).unwrap_or_default();
        let glyph = escaped(entry.mark.glyph());
        let sign = if entry.is_at_fault() && !entry.mark.kind.is_fault() { "\\! " } else { "" };
        self.paragraph(level, &format!("{sign}{glyph} {lead}{}", words(&entry.name)));
        let mut listed = false;
        for fault in &entry.faults {
            let _ = writeln!(self.out, "- **!** {}", escaped(fault));
            listed = true;
        }
        for item in &entry.items {
            if let Item::Table(table) = item {
                if std::mem::take(&mut listed) {
                    self.out.push('\n');
                }
                self.table(table);
            } else {
                listed |= self.item(item);
            }
        }
        if listed {
            self.out.push('\n');
        }
    }

    /// Writes it as items of a list; whether there was anything to write.
    fn item(&mut self, item: &'a Item) -> bool {
        match item {
            Item::Line { label, pieces, .. } => {
                let text = self.joined(pieces);
                match label {
                    Some(label) => self.labelled(&escaped(label), &text),
                    None => {
                        let _ = writeln!(self.out, "- {}", at_start(&text));
                    }
                }
            }
            Item::Quotes { label, quotes } => {
                let (first, rest) = label.split_at(label.len().min(1));
                let (first, rest) = (self.joined(first), self.joined(rest));
                for quote in quotes {
                    self.quote(&first, &rest, quote);
                }
            }
            Item::Links { label, links } => self.links(label, links),
            Item::Stops { label, stops } => {
                let names: Vec<&str> = stops.iter().map(|(name, _)| &**name).collect();
                self.labelled(label, &names.join(", "));
            }
            Item::Places { label, .. } => {
                let _ = writeln!(self.out, "- {}", at_start(&escaped(label)));
            }
            Item::Fault(fault) => {
                let _ = writeln!(self.out, "- **!** {}", escaped(fault));
            }
            // Its figures are the table's.
            Item::Chart(_) | Item::Table(_) => return false,
        }
        true
    }

    fn labelled(&mut self, label: &str, text: &str) {
        let _ = writeln!(self.out, "- **{label}:** {text}");
    }

    fn quote(&mut self, first: &str, rest: &str, quote: &'a Quote) {
        let (sign, label) = (quote.sign(), quote.heading(first, rest, escaped));
        let own = self.joined(&quote.pieces);
        let original =
            quote.original.as_ref().map(|to| format!(" [↗]({})", destination(to))).unwrap_or_default();
        self.labelled(&format!("{sign}{label}"), &format!("{own}{original}"));
    }

    fn links(&mut self, label: &str, links: &'a [Link]) {
        let written: Vec<String> = links.iter().map(|link| self.link(link)).collect();
        let separator = if links.iter().all(|link| link.to.kind == Kind::Actor) { ", " } else { "; " };
        self.labelled(&escaped(label), &written.join(separator));
    }

    fn link(&mut self, link: &'a Link) -> String {
        let mut text = words(&link.words);
        if link.to.kind == Kind::Source {
            text.push_str(&self.asked(&link.anchor));
        } else if link.says_mark() {
            let _ = write!(text, " ({})", escaped(link.mark.word));
        }
        let under: Vec<String> = link.under.iter().map(words).collect();
        if !under.is_empty() {
            let _ = write!(text, " ({})", under.join(", "));
        }
        if link.is_at_fault { format!("**!** {text}") } else { text }
    }

    fn table(&mut self, table: &'a Table) {
        self.paragraph("", &format!("**{}**", escaped(&table.caption)));
        let columns: Vec<String> = table.columns.iter().map(|column| escaped(column)).collect();
        let _ = writeln!(self.out, "| {} |\n|{}", columns.join(" | "), " --- |".repeat(columns.len()));
        for row in &table.rows {
            let mut cells: Vec<String> = row.cells.iter().map(|cell| self.joined(cell)).collect();
            if row.is_heading {
                cells = cells.iter().map(|cell| format!("**{cell}**")).collect();
                cells.resize(table.columns.len(), String::new());
            }
            let _ = writeln!(self.out, "| {} |", cells.join(" | "));
        }
        self.out.push('\n');
    }

    /// A line of pieces. Text that is not interrupted is escaped as one: an address may be cut by a change of wording.
    fn joined(&mut self, pieces: &'a [Inline]) -> String {
        let (mut text, mut plain) = (String::new(), String::new());
        for piece in pieces {
            match piece {
                Inline::Words(own) => plain.push_str(&own.marked()),
                Inline::Deleted(own) | Inline::Inserted(own) => plain.push_str(own),
                Inline::ExternalLink { address, words } => {
                    text.push_str(&escaped(&std::mem::take(&mut plain)));
                    match words {
                        Some(words) => text.push_str(&linked(words, address)),
                        None => text.push_str(&link(address)),
                    }
                }
                Inline::Unlinked(address) => {
                    text.push_str(&escaped(&std::mem::take(&mut plain)));
                    text.push_str(&escaped_with(address, BEYOND, Addresses::Plain));
                }
                Inline::Thing { to, anchor, words: own } => {
                    plain.push_str(&own.marked());
                    if to.kind == Kind::Source {
                        text.push_str(&escaped(&std::mem::take(&mut plain)));
                        text.push_str(&self.asked(anchor));
                    }
                }
            }
        }
        text.push_str(&escaped(&plain));
        text
    }

    /// The reference to a footnote, which will be written; none for what has no entry.
    fn asked(&mut self, anchor: &str) -> String {
        let Some((anchor, entry)) = self.entries.get_key_value(anchor) else { return String::new() };
        if self.noted.insert(anchor) {
            self.notes.push(entry);
        }
        format!("[^{anchor}]")
    }

    /// A footnote: a source with all that is known of it but what rests on it, or a claim in a line.
    fn note(&mut self, entry: &'a Entry) {
        let lead = entry.lead.as_ref().map(|lead| format!("{}: ", escaped(lead))).unwrap_or_default();
        let sign = if entry.is_at_fault() { "**!** " } else { "" };
        let mut text = format!("{sign}{lead}{}", words(&entry.name));
        if entry.of.kind == Kind::Source {
            for item in &entry.items {
                match item {
                    Item::Line { label, pieces, .. } => {
                        let own = self.joined(pieces);
                        let label =
                            label.as_ref().map(|label| format!("{}: ", escaped(label))).unwrap_or_default();
                        after_stop(&mut text, &format!("{label}{own}"));
                    }
                    Item::Links { label, links } if links.iter().all(|link| link.to.kind == Kind::Source) => {
                        let names: Vec<String> = links.iter().map(|link| words(&link.words)).collect();
                        after_stop(&mut text, &format!("{}: {}", escaped(label), names.join("; ")));
                    }
                    _ => {}
                }
            }
        }
        let _ = writeln!(self.out, "[^{}]: {}\n", entry.anchor, at_start(&text));
    }

    fn paragraph(&mut self, mark: &str, text: &str) {
        let _ = writeln!(self.out, "{mark}{text}\n");
    }
}

/// Adds a sentence; one that ends in a full stop gets no second.
fn after_stop(text: &mut String, sentence: &str) {
    let ended = text.trim_end_matches(['”', '“', '"', '»', '«']).ends_with(['.', '…', '?', '!']);
    text.push_str(if ended { " " } else { ". " });
    text.push_str(sentence);
}

/// Words with their language, where that has to be said.
fn words(words: &Words) -> String {
    escaped(&words.marked())
}

/// What some readers of Markdown know beyond its core: tables, footnotes, formulas, attributes.
const BEYOND: &str = "|#&$^{}!";

/// Text that is nothing but text, to every reader of Markdown, with its addresses as links.
fn escaped(text: &str) -> String {
    escaped_with(text, BEYOND, Addresses::Linked)
}

/// Words that lead to an address.
fn linked(words: &str, address: &Address) -> String {
    format!("[{}]({})", escaped_with(words, BEYOND, Addresses::Plain), destination(address))
}

/// Words of the article that look the same and lead to the same place.
#[derive(Default)]
struct Stretch<'a> {
    words: String,
    emphasis: bool,
    strong: bool,
    struck: bool,
    away: Option<&'a Address>,
}

impl Stretch<'_> {
    fn looks_like(&self, other: &Self) -> bool {
        (self.emphasis, self.strong, self.struck, self.away)
            == (other.emphasis, other.strong, other.struck, other.away)
    }

    /// Writes it after what is written, with the words that follow at hand.
    fn write(self, following: &str, text: &mut String) {
        let Self { words, emphasis, strong, struck, away } = self;
        let inner = words.trim();
        if inner.is_empty() {
            text.push_str(&escaped(&words));
            return;
        }
        let lead = words.len() - words.trim_start().len();
        let (before, after) = (&words[..lead], &words[lead + inner.len()..]);
        let own = match away {
            Some(address) => linked(inner, address),
            None => escaped(inner),
        };
        text.push_str(&escaped(before));
        let marks = match (strong, emphasis) {
            (true, true) => "***",
            (true, false) => "**",
            (false, true) => "*",
            (false, false) => "",
        };
        // Marks open and close only where they cling to words alone: not between punctuation and a letter, nor where two
        // meet. There the words stay plain.
        let begins = can_mark(text.chars().next_back(), own.chars().next());
        let follows = after.chars().next().or_else(|| following.chars().next());
        let ends = can_mark(follows, own.chars().next_back());
        let marks = if begins && ends { marks } else { "" };
        // What is struck out is never written as if it were not; HTML clings to anything.
        let (strikes, ends) = if struck { ("<s>", "</s>") } else { ("", "") };
        text.extend([strikes, marks, &own, marks, ends]);
        text.push_str(&escaped(after));
    }
}

/// Whether a mark of emphasis between these opens or closes, seen from the words outwards.
fn can_mark(outside: Option<char>, inside: Option<char>) -> bool {
    let is_punctuation = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    match outside {
        Some('*') => false,
        Some(c) if !c.is_whitespace() && !is_punctuation(c) => inside.is_some_and(|c| !is_punctuation(c)),
        _ => true,
    }
}

/// A line put together of such texts: no blank begins it, and no number of one text becomes a list's with the next.
fn at_start(text: &str) -> String {
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &text[..digits], &text[digits..]),
        _ => text.to_owned(),
    }
}
