//! Names in German sentences, where every noun has a capital.

mod called;
mod companies;
mod compounds;
mod context;
mod institutions;
mod persons;
mod places;
mod words;

use crate::suggest::names::candidate::{Candidate, by_shape, listed};
use crate::suggest::names::evidence::Evidence;
use crate::suggest::names::lists;
use crate::suggest::names::nouns::Noun;
use crate::suggest::names::tokens::{Gap, Sentence, Tokens};
use words::is_function;

const CURRENCIES: [&str; 10] =
    ["Dollar", "Dollars", "Euro", "Pfund", "Franken", "Yen", "Yuan", "Rubel", "Kronen", "Rupien"];

/// Whether a word is what institutions are called, or ends so, in the nominative.
pub(super) fn is_institution(word: &str) -> bool {
    let small = word.to_lowercase();
    let mut ends = small.char_indices().map(|(at, _)| &small[at..]);
    ends.any(|end| lists::INSTITUTIONS_DE.contains_key(end)) && !lists::NO_INSTITUTIONS_DE.contains(&*small)
}

/// Reads the sentences of one article.
pub(super) struct German<'a, 'b> {
    pub(super) tokens: &'b Tokens<'a>,
    pub(super) evidence: &'b Evidence<'a>,
}

impl German<'_, '_> {
    /// Adds what may be a name in this sentence.
    pub(super) fn read(&self, sentence: &Sentence, found: &mut Vec<Candidate>) {
        let mut place = sentence.tokens.start;
        while place < sentence.tokens.end {
            let candidate = self.at(sentence, place, found);
            place = match candidate {
                Some(candidate) => {
                    let end = candidate.places.end;
                    found.push(candidate);
                    end
                }
                None => place + 1,
            };
        }
    }

    fn word(&self, place: usize) -> &str {
        self.tokens.word(place)
    }

    fn noun(&self, word: &str) -> Noun {
        self.evidence.noun(word)
    }

    fn is_common(&self, word: &str) -> bool {
        self.noun(word) > Noun::No
    }

    fn is_capital(&self, sentence: &Sentence, place: usize) -> bool {
        place < sentence.tokens.end && self.tokens.list[place].is_capital
    }

    fn gap(&self, place: usize) -> Gap {
        self.tokens.list[place].gap
    }

    /// What begins here: what is surest first.
    fn at(&self, sentence: &Sentence, place: usize, found: &[Candidate]) -> Option<Candidate> {
        if !self.tokens.list[place].is_capital {
            return listed(self.tokens, sentence, place).or_else(|| by_shape(self.tokens, place));
        }
        // "US-Dollar" names no state.
        if CURRENCIES.contains(&self.word(self.unit(sentence, place).end - 1)) {
            return None;
        }
        // Behind a hyphen nothing begins but what lists, or capitals, tell.
        let is_part = self.gap(place) == Gap::Hyphen;
        let whole = |name: Option<Candidate>| name.filter(|_| !is_part);
        let own = listed(self.tokens, sentence, place);
        let is_long = own.as_ref().is_some_and(|own| own.places.len() > 1);
        let known = if is_part { None } else { self.person(sentence, place) };
        let known = known
            .or_else(|| self.with_legal_form(sentence, place))
            .or_else(|| own.clone().filter(|_| is_long))
            .or_else(|| whole(self.institution(sentence, place)));
        if known.is_some() {
            return known;
        }
        if let Some(own) = own {
            return self.is_meant(sentence, &own).then(|| self.with_more(sentence, own));
        }
        let called = whole(self.saint(sentence, place))
            .or_else(|| whole(self.with_ampersand(sentence, place)))
            .or_else(|| whole(self.dateline(sentence, place)))
            .or_else(|| whole(self.english_phrase(sentence, place)))
            .or_else(|| whole(self.landscape(sentence, place)))
            .or_else(|| self.quoted(sentence, place));
        if called.is_some() {
            return called;
        }
        let unit = self.unit(sentence, place);
        if unit.len() > 1 {
            return whole(self.compound(sentence, &unit));
        }
        if let Some(shaped) = by_shape(self.tokens, place) {
            let shaped = self.with_numbers(sentence, shaped);
            return Some(self.with_partner(sentence, shaped));
        }
        let is_short = self.word(place).chars().count() < 3 && self.apposition(place).is_none();
        if is_part || is_short || is_function(self.word(place)) {
            return None;
        }
        self.called(sentence, place).or_else(|| self.by_context(sentence, place, found))
    }

    /// Whether what is on the lists is meant here: some of it is a noun as well.
    fn is_meant(&self, sentence: &Sentence, own: &Candidate) -> bool {
        let word = self.tokens.words(&own.places);
        let next = own.places.end;
        if lists::PARTIES_DE.contains(word) {
            // "Die Grünen", but not "grüne Wiesen" and not at a beginning, where an adjective looks the same.
            let goes_on = self.is_capital(sentence, next) && self.gap(next) == Gap::Blank;
            return !self.tokens.begins(own.places.start) && !goes_on;
        }
        own.places.len() > 1 || self.noun(word) < Noun::Whole
    }
}
