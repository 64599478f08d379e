//! What of a claim need not be typed, because the article says it.

use std::ops::Range;

use crate::dossier::Dossier;
use crate::text::cues::CueKind;

use super::saying::Sayings;

/// What could be is doubtful only where nobody says so: in somebody's words it is a part of what they say. So are rumours and
/// suspicions, which may be what a sentence is about.
const WEAK: [&str; 34] = [
    "would",
    "wouldn’t",
    "wouldn't",
    "müsste",
    "müssten",
    "could",
    "might",
    "may",
    "would have",
    "could have",
    "may have",
    "might have",
    "könnte",
    "könnten",
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "suspicion",
    "suspicions",
    "rumor",
    "rumors",
    "rumour",
    "rumours",
    "speculation",
    "verdacht",
    "gerüchte",
    "gerüchten",
    "spekulation",
    "spekulationen",
    "anzeichen",
    "vermeintliche",
    "vermeintlichen",
    "vermeintlicher",
];

/// What one is to do, where somebody has said so before: "verkündete, dass die Fähre ablegen soll".
const ORDERS: [&str; 2] = ["soll", "sollen"];

/// The words by which the sentence of these words keeps its distance, as they stand there; where none do, those that say that
/// somebody else says so, with who it is. Words that somebody is quoted with come last.
pub fn hedge(dossier: &Dossier, words: &Range<usize>) -> Option<String> {
    let sayings = Sayings::of(dossier, words);
    let verbs = sayings.all.iter().filter(|saying| saying.is_verb && saying.names_somebody);
    let first_verb = verbs.filter_map(|saying| saying.whole.as_ref()).map(|whole| whole.start).min();
    let is_weak = |range: &Range<usize>| {
        let small = sayings.text[range.clone()].to_lowercase();
        WEAK.contains(&&*small)
            || ORDERS.contains(&&*small) && first_verb.is_some_and(|verb| verb < range.start)
    };
    let doubt = |is_quoted: bool, weak: bool| {
        let hedges = sayings.cues.iter().filter(|cue| cue.kind == CueKind::Hedge).map(|cue| &cue.range);
        hedges.filter(|range| sayings.is_quoted(range) == is_quoted).find(|range| is_weak(range) == weak)
    };
    let said = |is_quoted: bool, wanted: bool| {
        let own = sayings.all.iter().filter(|saying| saying.names_somebody == wanted);
        own.filter_map(|saying| saying.whole.as_ref()).find(|whole| sayings.is_quoted(whole) == is_quoted)
    };
    let of = |is_quoted: bool| {
        let strong = doubt(is_quoted, false).or_else(|| said(is_quoted, true));
        strong.or_else(|| doubt(is_quoted, true)).or_else(|| said(is_quoted, false))
    };
    let found = of(false).or_else(|| of(true))?;
    Some(sayings.text[found.clone()].to_owned())
}

#[cfg(test)]
mod tests;
