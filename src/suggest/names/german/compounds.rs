//! Words that hyphens join.

use std::ops::Range;

use super::German;
use super::words::{apposition_of, is_function, title_of};
use crate::suggest::Reason;
use crate::suggest::names::candidate::{Candidate, by_shape};
use crate::suggest::names::evidence::{follows_adjective, is_led};
use crate::suggest::names::lists;
use crate::suggest::names::tokens::{Gap, Sentence};

impl German<'_, '_> {
    /// The words that hyphens join to one from here on.
    pub(super) fn unit(&self, sentence: &Sentence, place: usize) -> Range<usize> {
        /// More would be no name.
        const MOST: usize = 8;
        let mut end = place + 1;
        while end < sentence.tokens.end.min(place + MOST) && self.gap(end) == Gap::Hyphen {
            end += 1;
        }
        place..end
    }

    /// What hyphens join: a name, or one at its beginning.
    pub(super) fn compound(&self, sentence: &Sentence, unit: &Range<usize>) -> Option<Candidate> {
        let last = self.word(unit.end - 1);
        let first = self.word(unit.start);
        let is_first_common = self.is_common(first)
            || lists::FIRST_PARTS_DE.contains(&*first.to_lowercase())
            || lists::COMMON_ACRONYMS.contains(first)
            || is_function(first)
            || lists::COMMON_SHAPES.contains(first)
            || self.evidence.uses(first).led > 0 && by_shape(self.tokens, unit.start).is_none();
        // "Olga-Benario-Straße".
        if lists::STREETS_DE.contains(last) && !self.is_common(first) && unit.len() > 2 {
            return Some(Candidate::new(unit.clone(), Reason::Institution, Some("place")));
        }
        if last.starts_with(|c: char| c.is_ascii_digit()) {
            let is_name = !is_first_common && !first.starts_with(|c: char| c.is_ascii_digit());
            return is_name.then(|| Candidate::new(unit.clone(), Reason::Shape, None));
        }
        let is_last_small = !self.tokens.list[unit.end - 1].is_capital;
        if is_last_small || self.is_common(last) || title_of(last) || apposition_of(last).is_some() {
            // "Anna-Grundschule" names nobody.
            if is_first_common || unit.len() == 2 && lists::FIRST_NAMES.contains(first) {
                return None;
            }
            let common =
                |place: usize| !self.tokens.list[place].is_capital || self.is_common(self.word(place));
            let tail = (unit.start + 1..unit.end).find(|place| common(*place)).unwrap_or(unit.end - 1);
            let reason = match by_shape(self.tokens, unit.start) {
                Some(shaped) if tail == unit.start + 1 => shaped.reason,
                _ => Reason::Compound,
            };
            let kind = matches!(last, "Konzern" | "Konzerns" | "Aktie" | "Aktien" | "Aktionäre" | "Manager")
                .then_some("company");
            return Some(Candidate::new(unit.start..tail, reason, kind));
        }
        if is_first_common {
            return None;
        }
        if let Some(shaped) = by_shape(self.tokens, unit.start) {
            return Some(shaped);
        }
        if let Some(kind) = self.apposition(unit.start) {
            let own = Candidate::new(unit.clone(), Reason::Shape, Some(kind));
            return Some(Candidate { reason: Reason::Apposition, ..self.with_numbers(sentence, own) });
        }
        let is_bare = !is_led(self.tokens, unit.start)
            && !self.tokens.begins(unit.start)
            && !follows_adjective(self.tokens, unit.start);
        is_bare.then(|| Candidate::new(unit.clone(), Reason::Capital, None))
    }
}
