//! `fundstelle check --coverage`: sentences of the article without a claim or mention, and background on too few origins.
//! Counted and listed, never an error: how much to cover is the author's decision.

use std::fmt::Write as _;

use serde::Serialize;

use super::place::Place;
use crate::dossier::{Dossier, Id, Kind};
use crate::load::{Location, Rule, SourceMap};
use crate::protocol::quoted::without_line_breaks;

/// The most entries of a list; an article can have a hundred thousand sentences.
const MOST: usize = 1000;

/// How much of a sentence is enough to know it by, in characters.
const BEGINNING: usize = 60;

/// What was found, as programs get it.
#[derive(Serialize, Debug)]
pub(super) struct Coverage {
    sentences: Sentences,
    background: Vec<BackgroundRecord>,
}

/// The article's sentences; headings do not count.
#[derive(Serialize, Debug)]
struct Sentences {
    rule: &'static str,
    of: usize,
    uncovered: usize,
    listed: Vec<SentenceRecord>,
}

#[derive(Serialize, Debug)]
struct SentenceRecord {
    place: String,
    beginning: String,
}

/// Background of one kind, and what of it rests on fewer than two independent origins.
#[derive(Serialize, Debug)]
struct BackgroundRecord {
    rule: &'static str,
    kind: &'static str,
    of: usize,
    thin: usize,
    listed: Vec<Thin>,
    #[serde(skip)]
    unlisted: usize,
}

#[derive(Serialize, Debug)]
struct Thin {
    item: String,
    /// `events.toml:10:1`; empty where it is not known.
    place: String,
    /// How many figures, if it is a series; otherwise one.
    count: usize,
    origins: Vec<String>,
    #[serde(skip)]
    is_series: bool,
}

impl Coverage {
    /// Looks through a dossier.
    pub(super) fn of(dossier: &Dossier, locations: &SourceMap) -> Self {
        let uncovered = dossier.uncovered();
        let listed = uncovered.sentences.iter().take(MOST).map(|sentence| SentenceRecord {
            place: locations.in_article(&dossier.article, sentence.range.start, sentence.block),
            beginning: beginning(&dossier.article.text[sentence.range.clone()]),
        });
        let sentences = Sentences {
            rule: Rule::SentenceUncovered.id(),
            of: uncovered.of,
            uncovered: uncovered.sentences.len(),
            listed: listed.collect(),
        };
        let background = dossier.thinly_sourced().map(|kind| BackgroundRecord {
            rule: Rule::BackgroundThin.id(),
            kind: called(kind.kind),
            of: kind.of,
            thin: kind.thin.iter().map(|thin| thin.count).sum(),
            unlisted: kind.thin.len().saturating_sub(MOST),
            listed: kind
                .thin
                .iter()
                .take(MOST)
                .map(|thin| Thin {
                    item: thin.item.to_string(),
                    place: locations.of(&thin.item).map(written).unwrap_or_default(),
                    count: thin.count,
                    origins: thin.origins.iter().map(Id::to_string).collect(),
                    is_series: thin.item.kind == Kind::Series,
                })
                .collect(),
        });
        Self { sentences, background: background.into() }
    }

    /// With the paths of files instead of their names.
    pub(super) fn at(mut self, place: &Place) -> Self {
        for sentence in &mut self.sentences.listed {
            sentence.place = place.file(&sentence.place);
        }
        let things = self.background.iter_mut().flat_map(|background| &mut background.listed);
        for thing in things.filter(|thing| !thing.place.is_empty()) {
            thing.place = place.file(&thing.place);
        }
        self
    }

    /// For people, after the list of problems.
    pub(super) fn text(&self) -> String {
        let Sentences { rule, of, uncovered, listed } = &self.sentences;
        let mut text = String::new();
        line(
            &mut text,
            &format!(
                "\nnote[{rule}]: sentences with neither a claim nor a mention: {uncovered} of {of}, headings not counted"
            ),
        );
        for SentenceRecord { place, beginning } in listed {
            line(&mut text, &format!("  {place}: {beginning}"));
        }
        more(&mut text, uncovered - listed.len());
        line(
            &mut text,
            &format!("\nnote[{}]: background with fewer than two independent origins", Rule::BackgroundThin),
        );
        for BackgroundRecord { kind, of, thin, listed, unlisted, .. } in &self.background {
            line(&mut text, &format!("{kind}: {thin} of {of}"));
            for Thin { item, place, count, origins, is_series } in listed {
                let place = if place.is_empty() { String::new() } else { format!("{place}: ") };
                let figures = if *is_series { counted(*count) } else { String::new() };
                line(&mut text, &format!("  {place}{item}: {figures}{}", origins.join(", ")));
            }
            more(&mut text, *unlisted);
        }
        text
    }
}

fn line(text: &mut String, line: &str) {
    // Writing into a string does not fail.
    let _ = writeln!(text, "{line}");
}

fn more(text: &mut String, unlisted: usize) {
    if unlisted > 0 {
        line(text, &format!("  … and {unlisted} more"));
    }
}

fn called(kind: Kind) -> &'static str {
    match kind {
        Kind::Gap => "Gaps",
        Kind::Claim => "Assessments of claims",
        Kind::Series => "Figures",
        _ => "Events",
    }
}

fn counted(figures: usize) -> String {
    let word = if figures == 1 { "figure" } else { "figures" };
    format!("{figures} {word}, each by one of ")
}

/// `events.toml:10:1`.
fn written(Location { file, line, column, .. }: &Location) -> String {
    format!("{file}:{line}:{column}")
}

/// The first words.
fn beginning(sentence: &str) -> String {
    let sentence = without_line_breaks(sentence);
    match sentence.char_indices().nth(BEGINNING) {
        None => sentence,
        Some((end, _)) => {
            let words = sentence[..end].rsplit_once(' ').map_or(&sentence[..end], |(words, _)| words);
            format!("{words} …")
        }
    }
}
