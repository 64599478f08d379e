//! `fundstelle suggest`: what could be made of an article, for people by kind, for programs in the article's order. Nothing is
//! written.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io;
use std::ops::Range;
use std::process::ExitCode;

use serde::Serialize;

use super::args::{SuggestArgs, SuggestFormat};
use super::io::{exit_code_after_write, print};
use super::like::Liked;
use super::place::Place;
use super::{files, refuse};
use crate::dossier::{Dossier, Qualifier, SuggestionKind};
use crate::i18n::language::Language;
use crate::load::{Files, Loaded, Refusal, SourceMap, article_file_text, load};
use crate::protocol::quoted::without_line_breaks;
use crate::suggest::{self, Basis, Beside, Figure, NameGroup, Reason, Suggestion, Suggestions, Time, What};
use crate::text::invisible::without_invisible;

/// Prints them to standard output.
pub(super) fn run(asked: &SuggestArgs, environment: &impl Fn(&str) -> Option<String>) -> ExitCode {
    let text = match answer(asked) {
        Ok(text) => text,
        Err(refusal) => return refuse(&refusal, environment),
    };
    exit_code_after_write("the suggestions", text.and_then(|text| print(&text)), ExitCode::SUCCESS)
}

fn answer(asked: &SuggestArgs) -> Result<io::Result<String>, Refusal> {
    let liked = Liked::open_all(&asked.like)?;
    let files = files(&asked.dossier)?;
    let place = Place::of(&asked.dossier);
    let Loaded { dossier, locations, .. } = load(&*files).map_err(|refusal| place.refusal(refusal))?;
    let dossier = knowing(&dossier, &liked);
    let open = suggest::open(&dossier);
    let places = Places::of(&dossier, &locations, &*files, &open);
    Ok(match asked.format {
        SuggestFormat::Text => Ok(text(&dossier, &open, &places, &place)),
        SuggestFormat::Json => json(&dossier, &open, &places, &place).map_err(io::Error::from),
    })
}

/// The dossier as if it knew the actors of these, too.
fn knowing(dossier: &Dossier, liked: &[Liked]) -> Dossier {
    if liked.is_empty() {
        return dossier.clone();
    }
    let mut parts = (**dossier).clone();
    for other in liked {
        let found = other.actors_in(&parts.article.text, &parts.suggested.known);
        parts.suggested.known.extend(found);
    }
    Dossier::assemble(parts)
}

/// Where words of the article stand in its file.
struct Places {
    /// By the bytes that places begin at, and those of the last characters of places.
    known: HashMap<usize, FilePlace>,
    /// The article's file.
    file: String,
}

#[derive(Clone, Copy, Debug)]
struct FilePlace {
    line: usize,
    column: usize,
    /// Characters of the file before it.
    offset: usize,
}

impl Places {
    /// Of all that is suggested. They are counted in order, for an article can be one line of many megabytes.
    fn of(dossier: &Dossier, locations: &SourceMap, files: &dyn Files, open: &Suggestions) -> Self {
        let text = &dossier.article.text;
        let mut bytes: Vec<usize> = Vec::new();
        for place in &open.found {
            let markers = match &place.what {
                What::Attributed(parts) | What::Leftover(parts) => parts.as_slice(),
                _ => &[],
            };
            for range in std::iter::once(&place.range).chain(markers) {
                bytes.extend([range.start, last(text, range)]);
            }
        }
        bytes.sort_unstable();
        bytes.dedup();
        let lines = locations.article_lines(&dossier.article);
        let starts = line_starts(&article_file_text(files, lines.file()));
        let known = bytes.into_iter().map(|byte| {
            let (line, column) = lines.line_and_column(byte);
            let start = starts.get(line - 1).copied().unwrap_or_default();
            (byte, FilePlace { line, column, offset: start + column - 1 })
        });
        Self { known: known.collect(), file: lines.file().to_owned() }
    }

    fn at(&self, byte: usize) -> FilePlace {
        self.known.get(&byte).copied().unwrap_or(FilePlace { line: 1, column: 1, offset: 0 })
    }

    /// Characters of the file before the first and after the last of these words.
    fn offsets(&self, text: &str, range: &Range<usize>) -> (usize, usize) {
        (self.at(range.start).offset, self.at(last(text, range)).offset + 1)
    }
}

/// The byte of the last character of a place.
fn last(text: &str, range: &Range<usize>) -> usize {
    text[range.clone()].char_indices().next_back().map_or(range.start, |(at, _)| range.start + at)
}

/// How many characters of a text stand before each of its lines.
fn line_starts(text: &str) -> Vec<usize> {
    let ends = text.chars().enumerate().filter(|(_, c)| *c == '\n').map(|(count, _)| count + 1);
    std::iter::once(0).chain(ends).collect()
}

/// Words of the article as the reader sees them, on a line.
fn words(dossier: &Dossier, range: &Range<usize>) -> String {
    without_line_breaks(&without_invisible(&dossier.article.text[range.clone()]))
}

/// What is suggested, as programs get it.
#[derive(Serialize)]
struct Report {
    article: String,
    language: String,
    suggestions: Vec<Record>,
}

/// A place, and what could be made of it.
#[derive(Serialize)]
struct Record {
    kind: &'static str,
    text: String,
    start: usize,
    end: usize,
    reason: &'static str,
    #[serde(flatten)]
    details: Details,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Details {
    Leftover {
        /// Each on its own, as the text has several.
        lines: Vec<Marker>,
    },
    Name {
        /// What is one decision has the same.
        group: String,
        #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
        kind: Option<&'static str>,
        /// The dossier that has this actor.
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<String>,
    },
    Time {
        #[serde(skip_serializing_if = "Option::is_none")]
        edtf: Option<String>,
        basis: &'static str,
    },
    Figure {
        value: String,
        unit: String,
        qualifier: Qualifier,
        /// Whether a row of a series can say it.
        row: bool,
    },
    Attributed {
        markers: Vec<Marker>,
    },
}

/// Words by which a sentence says that it has it from somebody, or is not sure; or a line.
#[derive(Serialize)]
struct Marker {
    text: String,
    start: usize,
    end: usize,
}

fn called(basis: Basis) -> &'static str {
    match basis {
        Basis::Words => "words",
        Basis::Published => "published",
    }
}

fn json(dossier: &Dossier, open: &Suggestions, places: &Places, place: &Place) -> serde_json::Result<String> {
    let text = &dossier.article.text;
    let record = |found: &Suggestion| {
        let (start, end) = places.offsets(text, &found.range);
        let marker = |range: &Range<usize>| {
            let (start, end) = places.offsets(text, range);
            Marker { text: words(dossier, range), start, end }
        };
        let details = match &found.what {
            What::Leftover(lines) => Details::Leftover { lines: lines.iter().map(marker).collect() },
            What::Name(number) => {
                let group = &open.groups[*number];
                Details::Name {
                    group: group.forms.first().cloned().unwrap_or_default(),
                    kind: group.kind,
                    from: group.known.as_ref().map(|known| known.from.to_string()),
                }
            }
            What::Time(Time { date, basis }) => Details::Time {
                edtf: date.as_ref().map(|date| date.text().to_owned()),
                basis: called(*basis),
            },
            What::Figure(figure) => Details::Figure {
                value: figure.value.clone(),
                unit: figure.unit.clone(),
                qualifier: figure.qualifier,
                row: figure.can_be_row(),
            },
            What::Attributed(markers) => {
                Details::Attributed { markers: markers.iter().map(marker).collect() }
            }
        };
        let kind = found.what.kind().word();
        Record { kind, text: words(dossier, &found.range), start, end, reason: found.reason.word(), details }
    };
    let report = Report {
        article: place.file(&places.file),
        language: dossier.article.language.tag().to_owned(),
        suggestions: open.found.iter().map(record).collect(),
    };
    serde_json::to_string_pretty(&report).map(|text| text + "\n")
}

/// By kind, in the order in which they are offered in the program.
fn text(dossier: &Dossier, open: &Suggestions, places: &Places, place: &Place) -> String {
    let strings = Language::En.strings();
    let mut text = String::new();
    let mut counts = Vec::new();
    for kind in SuggestionKind::ALL {
        let found: Vec<&Suggestion> =
            open.found.iter().filter(|suggestion| suggestion.what.kind() == kind).collect();
        let count = if kind == SuggestionKind::Name { open.groups.len() } else { found.len() };
        counts.push(counted(kind, count));
        if count == 0 {
            continue;
        }
        line(&mut text, &heading(kind, count));
        let at = |range: &Range<usize>| {
            let FilePlace { line, column, .. } = places.at(range.start);
            format!("{}:{line}:{column}", place.file(&places.file))
        };
        if kind == SuggestionKind::Name {
            let of_group = by_group(&found, open.groups.len());
            for (group, found) in open.groups.iter().zip(of_group) {
                let Some(first) = found.first() else { continue };
                let what = named(group, found.len());
                line(&mut text, &format!("  {}: {what}; {}", at(&first.range), group.reason.text(strings)));
            }
            continue;
        }
        for found in found {
            let what = meaning(dossier, found);
            line(&mut text, &format!("  {}: {what}; {}", at(&found.range), why(found)));
        }
    }
    line(&mut text, &format!("suggested: {}", counts.join(", ")));
    text
}

fn line(text: &mut String, line: &str) {
    // Writing into a string does not fail.
    let _ = writeln!(text, "{line}");
}

fn heading(kind: SuggestionKind, count: usize) -> String {
    let what = match kind {
        SuggestionKind::Leftover => "Lines that look like the page's and not the article's",
        SuggestionKind::Name => "Names",
        SuggestionKind::Attributed => "Attributed or hedged sentences",
        SuggestionKind::Time => "Times",
        SuggestionKind::Figure => "Figures",
    };
    format!("{what} ({count})")
}

fn counted(kind: SuggestionKind, count: usize) -> String {
    let (one, several) = match kind {
        SuggestionKind::Leftover => ("leftover", "leftovers"),
        SuggestionKind::Name => ("name", "names"),
        SuggestionKind::Attributed => ("sentence", "sentences"),
        SuggestionKind::Time => ("time", "times"),
        SuggestionKind::Figure => ("figure", "figures"),
    };
    format!("{count} {}", if count == 1 { one } else { several })
}

/// Why it is suggested.
fn why(found: &Suggestion) -> &'static str {
    let strings = Language::En.strings();
    match (&found.what, found.reason) {
        (What::Time(_), Reason::Form) => strings.suggesting.why_time,
        (What::Figure(_), Reason::Form) => strings.suggesting.why_figure,
        (_, reason) => reason.text(strings),
    }
}

/// The places of each group, in the order of the article.
fn by_group<'s>(found: &[&'s Suggestion], groups: usize) -> Vec<Vec<&'s Suggestion>> {
    let mut of_group = vec![Vec::new(); groups];
    for place in found {
        if let What::Name(number) = place.what {
            of_group[number].push(*place);
        }
    }
    of_group
}

/// `"Nordlinie", also "Nordlinies" (company, 5 places)`.
fn named(group: &NameGroup, places: usize) -> String {
    let name = group.name();
    let forms = group.forms.iter().filter(|form| **form != name).map(|form| format!("\"{form}\""));
    let first = format!("\"{name}\"");
    let others: Vec<String> = forms.collect();
    let also = if others.is_empty() { String::new() } else { format!(", also {}", others.join(", ")) };
    let known = group.known.as_ref().map(|known| format!("{} in {}", known.id, known.from));
    let count = (places > 1).then(|| format!("{places} places"));
    let said: Vec<String> = group.kind.map(str::to_owned).into_iter().chain(known).chain(count).collect();
    let said = if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) };
    format!("{first}{also}{said}")
}

/// `"Ende 2024": 2024`.
fn meaning(dossier: &Dossier, found: &Suggestion) -> String {
    let own = words(dossier, &found.range);
    match &found.what {
        What::Name(_) => own,
        What::Leftover(lines) => {
            let lines = lines.iter().map(|line| format!("\"{}\"", words(dossier, line)));
            lines.collect::<Vec<_>>().join(", ")
        }
        What::Time(Time { date: None, .. }) => format!("\"{own}\": no date that is certain"),
        What::Time(Time { date: Some(date), basis: Basis::Words }) => format!("\"{own}\": {}", date.text()),
        What::Time(Time { date: Some(date), basis: Basis::Published }) => {
            format!("\"{own}\": {}, counted from the day of publication", date.text())
        }
        What::Figure(figure) => {
            let Figure { value, unit, qualifier, beside } = figure;
            let said = match qualifier {
                _ if *beside == Beside::Limit => "less than ",
                Qualifier::Exact => "",
                Qualifier::About => "about ",
                Qualifier::Rounded => "rounded ",
                Qualifier::MoreThan => "more than ",
                Qualifier::AtLeast => "at least ",
                Qualifier::UpTo => "up to ",
                Qualifier::Forecast => "a forecast of ",
            };
            let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
            let rounded = if *beside == Beside::Remainder { ", rounded" } else { "" };
            let only_words = if figure.can_be_row() { "" } else { "; no row of a series can say that" };
            format!("\"{own}\": {said}{value}{unit}{rounded}{only_words}")
        }
        What::Attributed(markers) => {
            let markers = markers.iter().map(|marker| format!("\"{}\"", words(dossier, marker)));
            format!("{}: {own}", markers.collect::<Vec<_>>().join(", "))
        }
    }
}
