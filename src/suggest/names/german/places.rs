//! Places by how they end and by what stands around them.

use super::German;
use super::words::is_place_like;
use crate::suggest::Reason;
use crate::suggest::names::candidate::Candidate;
use crate::suggest::names::evidence::leader;
use crate::suggest::names::lists;
use crate::suggest::names::nouns::Noun;
use crate::suggest::names::tokens::{Gap, Sentence};

impl German<'_, '_> {
    /// "Erlangen – Der Klimawandel": where an article is from.
    pub(super) fn dateline(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let next = place + 1;
        if self.gap(place) != Gap::Start || next >= sentence.tokens.end || self.gap(next) != Gap::Other {
            return None;
        }
        let gap = &self.tokens.text[self.tokens.list[place].range.end..self.tokens.list[next].range.start];
        let is_dash = matches!(gap.trim(), "–" | "—" | "-") && gap.starts_with(' ');
        let word = self.word(place);
        (is_dash && self.noun(word) < Noun::Whole && self.tokens.list[next].is_capital)
            .then(|| Candidate::new(place..next, Reason::Capital, Some("place")))
    }

    /// "Nachterstedter Straße", "Kesstal", "Ötzbach".
    pub(super) fn landscape(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let word = self.word(place);
        let next = place + 1;
        let is_street = self.is_capital(sentence, next)
            && self.gap(next) == Gap::Blank
            && lists::STREETS_DE.contains(self.word(next))
            && word.ends_with("er")
            && self.noun(word) < Noun::Whole;
        if is_street && !self.tokens.begins(place) {
            return Some(Candidate::new(place..next + 1, Reason::Institution, Some("place")));
        }
        let small = word.to_lowercase();
        let stems = ["", "s", "es"].iter().filter_map(|case| small.strip_suffix(case));
        let is_one = |stem: &str| {
            lists::LANDSCAPES_DE.iter().any(|end| {
                stem.strip_suffix(end).is_some_and(|first| {
                    first.chars().count() > 2
                        && !lists::NO_LANDSCAPES_DE.contains(first)
                        && !self.is_common(first)
                        && !first.strip_suffix('s').is_some_and(|first| self.is_common(first))
                })
            })
        };
        let is_led = leader(self.tokens, place).is_some_and(|leader| {
            leader + 1 == place
                && matches!(
                    &*self.word(leader).to_lowercase(),
                    "im" | "am"
                        | "der"
                        | "das"
                        | "vom"
                        | "zum"
                        | "den"
                        | "dem"
                        | "des"
                        | "ins"
                        | "beim"
                        | "die"
                )
        });
        let is_name = is_led && self.noun(word) == Noun::No && stems.into_iter().any(is_one);
        is_name.then(|| Candidate::new(place..next, Reason::Capital, Some("place")))
    }

    /// "St. Vitus".
    pub(super) fn saint(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let next = place + 1;
        let is_saint = matches!(self.word(place), "St" | "Sankt")
            && self.is_capital(sentence, next)
            && self.is_joined(next);
        is_saint.then(|| Candidate::new(place..self.unit(sentence, next).end, Reason::Capitals, None))
    }

    /// Whether a word ends as towns are called and stands without an article where one is in, from or near it.
    pub(super) fn is_town(&self, place: usize) -> bool {
        let word = self.word(place);
        let is_local = self.gap(place) == Gap::Blank
            && matches!(
                self.word(place - 1),
                "in" | "nach"
                    | "aus"
                    | "bei"
                    | "nahe"
                    | "über"
                    | "zwischen"
                    | "bis"
                    | "von"
                    | "südlich"
                    | "nördlich"
                    | "östlich"
                    | "westlich"
            );
        is_local
            && is_place_like(word)
            && self.noun(word) < Noun::Whole
            && !word.ends_with('s')
            && self.evidence.uses(word).led == 0
    }
}
