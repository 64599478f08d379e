//! The date in words of the article.

use std::ops::Range;

use crate::dossier::Dossier;
use crate::load::{DateGuess, guess_date};
use crate::text::cues::{CueKind, CueLanguage, cues};

use super::quoting::visible;

/// The first date of these words, in EDTF; none where they have none, or only one that needs another to be understood.
pub fn date(dossier: &Dossier, words: &Range<usize>) -> Option<String> {
    let text = visible(dossier, words);
    let found = cues(&text, CueLanguage::of_tag(dossier.article.language.primary())).into_iter();
    let mut dates = found.filter(|cue| cue.kind == CueKind::Date);
    dates.find_map(|cue| match guess_date(&text[cue.range])? {
        DateGuess::One(date) => Some(date),
        DateGuess::Either(..) => None,
    })
}
