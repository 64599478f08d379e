//! The words of a sentence that are like a hedge or an attribution. What hedges or attributes must be among them: words that
//! are like the others only would take their place, and nothing would be hedged.

use std::ops::Range;

use crate::text::cues::{CueKind, CueLanguage, cues};
use crate::text::near::{LONGEST, LONGEST_BYTES, is_like, nearest_run};

/// The words of the sentence that are like these and have what makes these a hedge or an attribution: a cue of the same
/// kind, or else their first word.
pub(crate) fn nearest_hedge(sentence: &str, words: &str, languages: &[CueLanguage]) -> Option<Range<usize>> {
    if let Some(apart) = in_order(sentence, words) {
        return Some(apart);
    }
    let run = nearest_run(sentence, words)?;
    let kinds: Vec<CueKind> = kinds(words, languages);
    if kinds.is_empty() {
        let first = words.split_whitespace().next()?;
        return sentence[run.clone()].split_whitespace().any(|word| is_like(word, first)).then_some(run);
    }
    let mut found = cues(sentence, languages);
    found.retain(|cue| matches!(cue.kind, CueKind::Hedge | CueKind::Attribution));
    // A slip in one word may make it a cue of another kind, "reported" for "reportedly"; none hedges less for it.
    let is_hedge = || found.iter().any(|cue| cue.range == run && cue.kind == CueKind::Hedge);
    if words.split_whitespace().nth(1).is_none() && is_hedge() {
        return Some(run);
    }
    let mut whole = run.clone();
    for kind in kinds {
        let with = |cue: Range<usize>| cue.start.min(whole.start)..cue.end.max(whole.end);
        let own = found.iter().filter(|cue| cue.kind == kind).map(|cue| with(cue.range.clone()));
        let nearest = own.min_by_key(ExactSizeIterator::len)?;
        whole = nearest;
    }
    is_one_expression(&sentence[whole.clone()]).then_some(whole)
}

/// What these words are cues for.
fn kinds(words: &str, languages: &[CueLanguage]) -> Vec<CueKind> {
    let found = cues(words, languages).into_iter().map(|cue| cue.kind);
    let mut kinds: Vec<CueKind> =
        found.filter(|kind| matches!(kind, CueKind::Hedge | CueKind::Attribution)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// From the first to the last of these words, where all of them stand in the sentence in this order, others between them:
/// a verb of which the parts stand apart. The shortest such stretch.
fn in_order(sentence: &str, words: &str) -> Option<Range<usize>> {
    let wanted: Vec<String> = parts(words).map(|(_, word)| word).collect();
    if !(2..=LONGEST).contains(&wanted.len()) {
        return None;
    }
    let there: Vec<(Range<usize>, String)> = parts(sentence).collect();
    let from = |first: usize| {
        let mut rest = first;
        for word in &wanted {
            rest += there[rest..].iter().position(|(_, other)| other == word)? + 1;
        }
        Some(there[first].0.start..there[rest - 1].0.end)
    };
    let firsts = (0..there.len()).filter(|place| there[*place].1 == wanted[0]);
    let found = firsts.filter_map(from).filter(|range| is_one_expression(&sentence[range.clone()]));
    found.min_by_key(ExactSizeIterator::len)
}

/// The words of a text without the punctuation at their ends, and small.
fn parts(text: &str) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
    let is_mark = |c: char| !c.is_alphanumeric();
    text.split_whitespace().map(move |token| token.trim_matches(is_mark)).filter(|word| !word.is_empty()).map(
        |word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            (start..start + word.len(), word.to_lowercase())
        },
    )
}

/// Whether no clause ends within these words, and they are not too many.
fn is_one_expression(words: &str) -> bool {
    let ends_clause = |token: &str| token.ends_with([',', ';', ':', '.', '!', '?', '–', '—']);
    let mut tokens = words.split_whitespace().rev().skip(1);
    words.len() <= LONGEST_BYTES && words.split_whitespace().count() <= LONGEST && !tokens.any(ends_clause)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near<'t>(sentence: &'t str, words: &str) -> Option<&'t str> {
        nearest_hedge(sentence, words, &CueLanguage::ALL).map(|range| &sentence[range])
    }

    #[test]
    fn what_hedges_is_among_the_words() {
        let cost = "Der Umbau der Fähre soll 14,6 Millionen Euro gekostet haben.";
        assert_eq!(near(cost, "soll gekostet haben"), Some("soll 14,6 Millionen Euro gekostet haben"));
        assert_eq!(near(cost, "soll … gekostet haben"), Some("soll 14,6 Millionen Euro gekostet haben"));
        assert_eq!(near(cost, "sol gekostet haben"), None, "nothing is like the first word");
        assert_eq!(near("Der Umbau hat 14,6 Millionen Euro gekostet.", "soll gekostet haben"), None);
        let carried = "Sie beförderte nach Angaben der Reederei 412.500 Fahrgäste.";
        assert_eq!(near(carried, "laut Reederei"), Some("nach Angaben der Reederei"));
        assert_eq!(near("Die Zahl der Reederei steigt.", "laut Reederei"), None);
        assert_eq!(near("The mayor reportedly said so.", "reported"), Some("reportedly"));
        assert_eq!(near("He reported it in May.", "reportedly"), None, "that hedges nothing");
    }

    #[test]
    fn letters_written_out_are_like_those_with_dots() {
        assert_eq!(near("Das könnte für alle gelten.", "koennte fuer alle"), Some("könnte für alle"));
    }
}
