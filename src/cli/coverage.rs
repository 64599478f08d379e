//! `fundstelle check --coverage`: what of the article nothing is said of, and what of the background rests on too little.
//! Counted and listed, never an error: how much an author says is the author's to decide.

use std::fmt::Write as _;

use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::load::{Location, Whereabouts};

/// The most lines of a list; an article can have a hundred thousand sentences.
const MOST: usize = 1000;

/// How much of a sentence is enough to know it by, in characters.
const BEGINNING: usize = 60;

/// The report.
pub(super) fn report(dossier: &Dossier, places: &Whereabouts) -> String {
    let mut text = String::new();
    sentences(&mut text, dossier, places);
    background(&mut text, dossier, places);
    text
}

fn sentences(text: &mut String, dossier: &Dossier, places: &Whereabouts) {
    let uncovered = dossier.uncovered();
    let (bare, all) = (uncovered.sentences.len(), uncovered.of);
    line(
        text,
        &format!("\nSentences with neither a claim nor a mention: {bare} of {all}, headings not counted"),
    );
    for sentence in uncovered.sentences.iter().take(MOST) {
        let place = places.in_article(&dossier.article, sentence.range.start, sentence.block);
        let words = beginning(&dossier.article.text[sentence.range.clone()]);
        line(text, &format!("  {place}: {words}"));
    }
    more(text, bare);
}

fn background(text: &mut String, dossier: &Dossier, places: &Whereabouts) {
    line(text, "\nBackground with fewer than two independent origins");
    for kind in dossier.thin_background() {
        let thin: usize = kind.thin.iter().map(|thin| thin.count).sum();
        line(text, &format!("{}: {thin} of {}", called(kind.kind), kind.of));
        for thin in kind.thin.iter().take(MOST) {
            let place = places.of(&thin.item).map(written).unwrap_or_default();
            let origins: Vec<&str> = thin.origins.iter().map(Id::as_str).collect();
            let figures = if thin.item.kind == Kind::Series { counted(thin.count) } else { String::new() };
            line(text, &format!("  {place}{}: {figures}{}", named(&thin.item), origins.join(", ")));
        }
        more(text, kind.thin.len());
    }
}

fn line(text: &mut String, line: &str) {
    // Writing into a string does not fail.
    let _ = writeln!(text, "{line}");
}

fn more(text: &mut String, listed: usize) {
    if listed > MOST {
        line(text, &format!("  … and {} more", listed - MOST));
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

fn named(item: &Ref) -> String {
    format!("{} {}", item.kind.word(), item.id)
}

/// `events.toml:10:1: `.
pub(super) fn written(Location { file, line, column }: &Location) -> String {
    format!("{file}:{line}:{column}: ")
}

/// The first words.
fn beginning(sentence: &str) -> String {
    let sentence = sentence.replace('\n', " ");
    match sentence.char_indices().nth(BEGINNING) {
        None => sentence,
        Some((end, _)) => {
            let words = sentence[..end].rsplit_once(' ').map_or(&sentence[..end], |(words, _)| words);
            format!("{words} …")
        }
    }
}
