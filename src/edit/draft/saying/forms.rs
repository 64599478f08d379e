//! Whether a verb of saying has a subject of its own: no participle, no infinitive, nothing that is denied.

use std::ops::Range;

use super::{Reader, lists};
use crate::text::cues::{self, CueLanguage};

impl Reader<'_> {
    /// Whether these words are a German verb of saying with a subject: no infinitive, no participle.
    pub(super) fn is_german_verb(&self, cue: &Range<usize>, small: &str) -> bool {
        let is_known = lists::GERMAN_VERBS.contains(&small)
            || cues::saying_verb(small) == Some(CueLanguage::German)
                && (!small.ends_with('n') || small.ends_with("ten"));
        is_known
            && !is_past_participle(small)
            && !self.is_second_verb_form(cue, small)
            && !self.ends_its_clause(cue, small)
    }

    /// Whether a form that may be a participle or an infinitive is one, because another verb is that of its clause: "Das wurde
    /// erklärt", "Sie können das erwarten".
    fn is_second_verb_form(&self, cue: &Range<usize>, small: &str) -> bool {
        let may_be_participle = small.ends_with('t') && !small.ends_with("te");
        if !may_be_participle && !small.ends_with('n') {
            return false;
        }
        let is_other = |place: usize| {
            self.sentence.word(place).is_some_and(|word| {
                let word = &*word.to_lowercase();
                lists::AUXILIARIES.contains(&word) || lists::MODALS.contains(&word)
            })
        };
        let own = self.sentence.place_from(cue.start);
        let before = self.sentence.clause_before(cue.start).unwrap_or(own..own);
        let is_after_zu = own.checked_sub(1).and_then(|place| self.sentence.word(place)) == Some("zu");
        is_after_zu || before.into_iter().any(is_other) || self.goes_on(cue) && is_other(own + 1)
    }

    /// Whether a form of `t` stands at the end of a clause in which no conjunction has put it there: a participle, "Falsch
    /// vermutet, denn …".
    fn ends_its_clause(&self, cue: &Range<usize>, small: &str) -> bool {
        if !small.ends_with('t') || small.ends_with("te") || self.goes_on(cue) || self.ends_with_colon(cue) {
            return false;
        }
        let Some(clause) = self.sentence.clause_before(cue.start) else { return false };
        // "Die Stadt fordert, dass …": it is the verb.
        if clause.len() == 1 && !self.begins_clause(clause.start)
            || self.sentence.whole(&clause, true).is_some_and(|phrase| !self.is_adverb(&phrase, cue.start))
        {
            return false;
        }
        let opener = clause.start.checked_sub(1).and_then(|place| self.sentence.word(place));
        let opener = opener.map(str::to_lowercase);
        !opener.is_some_and(|word| lists::SUBORDINATING.contains(&&*word) || word == "wenn" || word == "ob")
    }

    /// Whether the clause goes on after these words.
    pub(super) fn goes_on(&self, cue: &Range<usize>) -> bool {
        let next = self.sentence.range_of(self.sentence.place_from(cue.end));
        next.is_some_and(|next| {
            !self.sentence.text[cue.end..next.start].contains([',', '.', ';', ':', '!', '?', ')', '–', '—'])
        })
    }

    fn ends_with_colon(&self, cue: &Range<usize>) -> bool {
        self.sentence.text[cue.end..].trim_start().starts_with(':')
    }

    /// How far words go that say that somebody does not say so: "sagte nicht, wann", "said nothing". A wish or a belief that is
    /// denied is still somebody's.
    pub(super) fn denial(&self, cue: &Range<usize>, small: &str, next: &str) -> Option<usize> {
        if lists::ENGLISH_VERBS.contains(&small) {
            let is_denied = lists::NOTHING.contains(&next);
            return is_denied
                .then(|| cue.end + self.sentence.text[cue.end..].find(next).unwrap_or(0) + next.len());
        }
        if !lists::PLAIN_SAYING.contains(&small) {
            return None;
        }
        let found = lists::GERMAN_DENIALS.iter().find_map(|word| self.up_to(cue, word))?;
        // "Lund sagte dem Amt, es zahle nicht" has it in another clause; "bestätigte, dass" is none either.
        Some(found.end)
    }
}

/// Whether a form can only be a participle: `gesagt`, `mitgeteilt`.
fn is_past_participle(small: &str) -> bool {
    /// Verbs that begin as participles do.
    const FINITE: [&str; 3] = ["gesteht", "gestehen", "gestand"];
    let has_prefix = |prefix: &&str| small.strip_prefix(prefix).is_some_and(|rest| rest.starts_with("ge"));
    !FINITE.contains(&small) && (small.starts_with("ge") || lists::PARTICLES.iter().any(has_prefix))
}
