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
            let end = self.place_after(cue.end).and_then(|place| self.sentence.range_of(place))?.end;
            return self.says_nothing(next, end).then_some(end);
        }
        if !lists::PLAIN_SAYING.contains(&small) {
            return None;
        }
        let denial = |word: &&str| self.up_to(cue, word).filter(|found| !self.is_time_after(found.end));
        let found = lists::GERMAN_DENIALS.iter().find_map(denial)?;
        // "Lund sagte dem Amt, es zahle nicht" has it in another clause; "bestätigte, dass" is none either.
        Some(found.end)
    }

    /// Whether this word after an English verb, which ends here, says that nothing is said: "said no to it", but not "said no ferry
    /// had left".
    fn says_nothing(&self, word: &str, end: usize) -> bool {
        let is_over = |end: usize| {
            let next = self.next_word(end);
            !self.goes_on(&(end..end)) || next == "and" || lists::CONJUNCTIONS.contains(&next)
        };
        let end_of_next = || {
            let next = self.place_after(end).and_then(|place| self.sentence.range_of(place));
            next.map_or(end, |next| next.end)
        };
        if !lists::NOTHING.contains(&word) {
            return false;
        }
        match self.next_word(end) {
            // "Said nothing had changed."
            next if word == "nothing" => !lists::ENGLISH_AUXILIARIES.contains(&next),
            "to" | "about" => true,
            "of" => self.next_word(end_of_next()) == "it",
            "more" | "else" => {
                let end = end_of_next();
                is_over(end) || matches!(self.next_word(end), "to" | "about" | "than")
            }
            _ => is_over(end),
        }
    }

    /// Whether a time comes after a German word of denial, which says only when something was: "keine Stunde später".
    fn is_time_after(&self, byte: usize) -> bool {
        let place = self.sentence.place_from(byte);
        let has = |place: usize, list: &[&str]| {
            self.sentence.word(place).is_some_and(|word| list.contains(&&*word.to_lowercase()))
        };
        let is_number = self.sentence.word(place).is_some_and(|word| {
            lists::TIME_NUMBERS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit())
        });
        let unit = if is_number { place + 1 } else { place };
        has(unit, &lists::TIME_UNITS) && has(unit + 1, &lists::AFTER_TIME)
    }
}

/// Whether a form can only be a participle: `gesagt`, `mitgeteilt`.
fn is_past_participle(small: &str) -> bool {
    /// Verbs that begin as participles do.
    const FINITE: [&str; 3] = ["gesteht", "gestehen", "gestand"];
    let has_prefix = |prefix: &&str| small.strip_prefix(prefix).is_some_and(|rest| rest.starts_with("ge"));
    !FINITE.contains(&small) && (small.starts_with("ge") || lists::PARTICLES.iter().any(has_prefix))
}
