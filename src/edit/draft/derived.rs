//! What of a claim or an event need not be typed, because the article says it.

use std::ops::Range;

use crate::dossier::Dossier;
use crate::dossier::anchor::fold;
use crate::load::sentence_of;
use crate::text::cues::{CueKind, CueLanguage, cues};

use super::quoting::visible;

/// The words by which the sentence of these words keeps its distance, as they stand there; where none do, those that say that
/// somebody else says so.
pub fn hedge(dossier: &Dossier, words: &Range<usize>) -> Option<String> {
    let sentence = fold(&dossier.article.text[sentence_of(&dossier.article, words)]);
    let found = cues(&sentence, CueLanguage::of_tag(dossier.article.language.primary()));
    let first = |kind: CueKind| found.iter().find(|cue| cue.kind == kind);
    let cue = first(CueKind::Hedge).or_else(|| first(CueKind::Attribution))?;
    Some(sentence[cue.range.clone()].to_owned())
}

/// The marked words as the title of an event, if they are short enough.
pub fn title(dossier: &Dossier, words: &Range<usize>) -> Option<String> {
    /// What a list of events shows whole.
    const LONGEST: usize = 40;
    let title = visible(dossier, words);
    let title = title.trim_end_matches(['.', ',', ';', ':']);
    (!title.is_empty() && title.chars().count() <= LONGEST).then(|| title.to_owned())
}

#[cfg(test)]
mod tests;
