//! Sentences that have it from somebody, or do not vouch for what they say.

use std::ops::Range;

use super::{Reason, Suggestion, What};
use crate::dossier::{BlockKind, Dossier};
use crate::text::cues::{CueKind, CueLanguage, cues};
use crate::text::words;

/// The sentences with words for it, and those that are quoted, in order. Titles and headings are none.
pub(super) fn find(dossier: &Dossier) -> Vec<Suggestion> {
    let languages = CueLanguage::of_tag(dossier.article.language.primary());
    let text = &dossier.article.text;
    let quoted = quoted(dossier);
    let mut next = 0;
    let found = dossier.sentences().filter_map(|range| {
        while quoted.get(next).is_some_and(|quoted| quoted.end <= range.start) {
            next += 1;
        }
        let cues = cues(&text[range.clone()], languages);
        let says = cues.iter().filter(|cue| matches!(cue.kind, CueKind::Hedge | CueKind::Attribution));
        let start = range.start;
        let mut markers: Vec<_> = says.map(|cue| start + cue.range.start..start + cue.range.end).collect();
        // Words can be a hedge and an attribution at once.
        markers.dedup_by(|next, last| next.start < last.end);
        // A quotation goes on over several sentences, and its speaker is named in one of them.
        if markers.is_empty()
            && let Some(quoted) = quoted.get(next).filter(|quoted| quoted.start < range.end)
        {
            markers.push(quoted.start.max(range.start)..quoted.end.min(range.end));
        }
        (!markers.is_empty()).then(|| Suggestion {
            range,
            what: What::Attributed(markers),
            reason: Reason::Form,
        })
    });
    found.collect()
}

/// The quotations of the article's paragraphs, in order. Those of few words only set a word off.
fn quoted(dossier: &Dossier) -> Vec<Range<usize>> {
    /// As few words as that are quoted without a speaker: titles, nicknames.
    const FEWEST: usize = 4;
    let text = &dossier.article.text;
    let mut found = Vec::new();
    for block in dossier.article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        let mut open: Option<(usize, char)> = None;
        for (at, c) in text[block.range.clone()].char_indices() {
            let at = block.range.start + at;
            match open {
                Some((start, first)) if closes(first, c) => {
                    if words::count(&text[start..at]) >= FEWEST {
                        found.push(start..at);
                    }
                    open = None;
                }
                None if matches!(c, '„' | '“' | '"' | '»' | '«') => open = Some((at + c.len_utf8(), c)),
                _ => {}
            }
        }
    }
    found
}

/// Whether a mark ends what this one has begun.
fn closes(first: char, mark: char) -> bool {
    match first {
        '„' => matches!(mark, '“' | '”' | '"'),
        '“' => mark == '”',
        '»' => mark == '«',
        '«' => mark == '»',
        _ => mark == first,
    }
}
