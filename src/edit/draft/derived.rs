//! What of a claim need not be typed, because the article says it.

use std::ops::Range;

use crate::dossier::Dossier;
use crate::text::cues::CueKind;

use super::saying::Sayings;

/// What could be is doubtful only where nobody says so: in somebody's words it is a part of what they say.
const MODALS: [&str; 14] = [
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
];

/// The words by which the sentence of these words keeps its distance, as they stand there; where none do, those that say that
/// somebody else says so, with who it is.
pub fn hedge(dossier: &Dossier, words: &Range<usize>) -> Option<String> {
    let sayings = Sayings::of(dossier, words);
    let is_modal = |range: &Range<usize>| MODALS.contains(&&*sayings.text[range.clone()].to_lowercase());
    let doubt = |wanted: bool| {
        let hedges = sayings.cues.iter().filter(|cue| cue.kind == CueKind::Hedge);
        hedges.map(|cue| &cue.range).find(|range| is_modal(range) == wanted)
    };
    let said = |wanted: bool| {
        let mut own = sayings.all.iter().filter(|saying| saying.names_somebody == wanted);
        own.find_map(|saying| saying.whole.as_ref())
    };
    let found = doubt(false).or_else(|| said(true)).or_else(|| doubt(true)).or_else(|| said(false))?;
    Some(sayings.text[found.clone()].to_owned())
}

#[cfg(test)]
mod tests;
