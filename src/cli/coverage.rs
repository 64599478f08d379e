//! `fundstelle check --coverage`: sentences of the article without a claim or mention, those with words that ask for a claim,
//! an event or a figure and have none, and background on too few origins. Counted and listed, never an error: how much to cover
//! is the author's decision.

use std::fmt::Write as _;

use serde::Serialize;

use super::place::Place;
use crate::dossier::{Cued, Dossier, Id, Kind, UncoveredCues};
use crate::load::{ArticleLines, Location, Rule, SourceMap};
use crate::protocol::quoted::without_line_breaks;
use crate::text::cues::CueKind;

/// The most entries of a list; an article can have a hundred thousand sentences.
const MOST: usize = 1000;

/// How much of a sentence is enough to know it by, in characters.
const BEGINNING: usize = 60;

/// What was found, as programs get it.
#[derive(Serialize, Debug)]
pub(super) struct Coverage {
    sentences: Sentences,
    cues: Vec<CuesRecord>,
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

/// The sentences with words of one kind that nothing covers.
#[derive(Serialize, Debug)]
struct CuesRecord {
    rule: &'static str,
    /// How many sentences have such words.
    of: usize,
    uncovered: usize,
    listed: Vec<CueRecord>,
    #[serde(skip)]
    asks: &'static str,
}

#[derive(Serialize, Debug)]
struct CueRecord {
    /// Where the words stand.
    place: String,
    /// The words: `reportedly`.
    cue: String,
    kind: &'static str,
    /// How the sentence begins.
    beginning: String,
}

impl CuesRecord {
    fn of(found: &UncoveredCues, dossier: &Dossier, lines: &ArticleLines<'_>) -> Self {
        let (rule, asks) = match found.of {
            Cued::Said => (Rule::HedgeUncovered, "sentences with a hedge or an attribution, and no claim"),
            Cued::Dated => (Rule::DateUncovered, "sentences with a date, and no event or claim"),
            Cued::Counted => {
                (Rule::FigureUncovered, "sentences with a figure, and no claim, event or figure of a series")
            }
        };
        let text = &dossier.article.text;
        let listed = found.sentences.iter().take(MOST).map(|(sentence, cue)| {
            let start = sentence.range.start;
            CueRecord {
                place: lines.place(start + cue.range.start),
                cue: without_line_breaks(&text[start + cue.range.start..start + cue.range.end]),
                kind: called_cue(cue.kind),
                beginning: beginning(&text[sentence.range.clone()]),
            }
        });
        let listed = listed.collect();
        Self { rule: rule.id(), of: found.total, uncovered: found.sentences.len(), listed, asks }
    }
}

fn called_cue(kind: CueKind) -> &'static str {
    match kind {
        CueKind::Hedge => "hedge",
        CueKind::Attribution => "attribution",
        CueKind::Date => "date",
        CueKind::Figure => "figure",
    }
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
        let lines = locations.article_lines(&dossier.article);
        let listed = uncovered.sentences.iter().take(MOST).map(|sentence| SentenceRecord {
            place: lines.place(sentence.range.start),
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
        let cues = dossier.uncovered_cues().map(|found| CuesRecord::of(&found, dossier, &lines));
        Self { sentences, cues: cues.into(), background: background.into() }
    }

    /// With the paths of files instead of their names.
    pub(super) fn at(mut self, place: &Place) -> Self {
        for sentence in &mut self.sentences.listed {
            sentence.place = place.file(&sentence.place);
        }
        for cue in self.cues.iter_mut().flat_map(|cues| &mut cues.listed) {
            cue.place = place.file(&cue.place);
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
        for CuesRecord { rule, of, uncovered, listed, asks } in &self.cues {
            line(&mut text, &format!("\nnote[{rule}]: {asks}: {uncovered} of {of}"));
            for CueRecord { place, cue, beginning, .. } in listed {
                line(&mut text, &format!("  {place}: \"{cue}\": {beginning}"));
            }
            more(&mut text, uncovered - listed.len());
        }
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
