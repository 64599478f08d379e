//! Sentences that have it from somebody, or do not vouch for what they say.

use super::{Reason, Suggestion, What};
use crate::dossier::Dossier;
use crate::text::cues::{CueKind, CueLanguage, cues};

/// The sentences with words for it, in order. Titles and headings are none.
pub(super) fn find(dossier: &Dossier) -> Vec<Suggestion> {
    let languages = CueLanguage::of_tag(dossier.article.language.primary());
    let found = dossier.sentences().filter_map(|range| {
        let cues = cues(&dossier.article.text[range.clone()], languages);
        let says = cues.iter().filter(|cue| matches!(cue.kind, CueKind::Hedge | CueKind::Attribution));
        let start = range.start;
        let mut markers: Vec<_> = says.map(|cue| start + cue.range.start..start + cue.range.end).collect();
        // Words can be a hedge and an attribution at once.
        markers.dedup_by(|next, last| next.start < last.end);
        (!markers.is_empty()).then(|| Suggestion {
            range,
            what: What::Attributed(markers),
            reason: Reason::Form,
        })
    });
    found.collect()
}
