//! Names in English sentences, and in those of other languages in which nouns have no capitals.

mod names;
mod parts;
mod titles;
mod words;

use crate::suggest::names::candidate::{Candidate, MOST_WORDS, behind_particles, by_shape};
use crate::suggest::names::evidence::Evidence;
use crate::suggest::names::lists;
use crate::suggest::names::tokens::{Gap, Sentence, Tokens};
use words::is_function;

/// Reads the sentences of one article.
pub(super) struct English<'a, 'b> {
    pub(super) tokens: &'b Tokens<'a>,
    pub(super) evidence: &'b Evidence<'a>,
}

impl English<'_, '_> {
    /// Adds what may be a name in this sentence.
    pub(super) fn read(&self, sentence: &Sentence, found: &mut Vec<Candidate>) {
        if sentence.is_headline {
            return;
        }
        let mut place = sentence.tokens.start;
        while place < sentence.tokens.end {
            if !self.may_begin(place) {
                place += 1;
                continue;
            }
            let end = self.run_end(sentence, place);
            self.read_run(sentence, place..end, found);
            place = end.max(place + 1);
        }
    }

    fn word(&self, place: usize) -> &str {
        self.tokens.word(place)
    }

    fn gap(&self, place: usize) -> Gap {
        self.tokens.list[place].gap
    }

    fn may_begin(&self, place: usize) -> bool {
        self.tokens.list[place].is_capital
            || by_shape(self.tokens, place).is_some()
            || lists::SMALL_NAMES.contains(self.word(place))
    }

    /// Where the words with capitals end that begin here and may belong to each other.
    fn run_end(&self, sentence: &Sentence, place: usize) -> usize {
        let end = sentence.tokens.end;
        let mut next = place + 1;
        while next < end.min(place + MOST_WORDS) && !self.tokens.list[next - 1].is_possessive {
            let gap = self.gap(next);
            let is_joined = match gap {
                Gap::Blank | Gap::Ampersand => true,
                Gap::Hyphen => {
                    self.tokens.list[next].is_capital
                        || self.word(next).starts_with(|c: char| c.is_ascii_digit())
                }
                Gap::Stop => true,
                _ => false,
            };
            if !is_joined {
                break;
            }
            let word = self.word(next);
            if self.tokens.list[next].is_capital && !(is_function(word) && gap != Gap::Hyphen) {
                next += 1;
                continue;
            }
            // "Boeing 737", "GPT-4", "F-35".
            let is_number = word.len() <= 4 && word.starts_with(|c: char| c.is_ascii_digit());
            if is_number && (gap == Gap::Hyphen || self.is_model_number(sentence, next)) {
                next += 1;
                continue;
            }
            let behind = self.behind_link(end, place, next).max(behind_particles(self.tokens, end, next));
            if behind == next {
                break;
            }
            next = behind + 1;
        }
        next
    }

    /// Whether a number after a name is that of a model, and counts nothing.
    fn is_model_number(&self, sentence: &Sentence, place: usize) -> bool {
        let word = self.word(place);
        let next = place + 1;
        let counts =
            next < sentence.tokens.end && self.gap(next) == Gap::Blank && !is_function(self.word(next));
        let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        let is_month = lists::COMMON_EN.contains(self.word(place - 1));
        word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()) && !counts && !is_year && !is_month
    }

    /// The place of the next capital after a small word inside of a name: "Bank of England".
    fn behind_link(&self, end: usize, first: usize, place: usize) -> usize {
        let before = self.word(place - 1);
        let link = self.word(place);
        let is_known = lists::LINKED_EN.contains(before)
            && (place - 1 > first
                || !self.tokens.begins(place - 1)
                || self.evidence.uses(before).bare > 0
                || !self.evidence.is_small_too(before));
        let goes_on = |place: usize| {
            place < end
                && self.gap(place) == Gap::Blank
                && self.tokens.list[place].is_capital
                && !lists::COMMON_EN.contains(self.word(place))
        };
        if self.gap(place) != Gap::Blank {
            return place;
        }
        if lists::LINKS_EN.contains(link) && is_known {
            if goes_on(place + 1) && !is_function(self.word(place + 1)) {
                return place + 1;
            }
            if place + 2 < end && self.word(place + 1) == "the" && goes_on(place + 2) {
                return place + 2;
            }
        }
        // "Department of Trade and Industry", "Institute for Geosciences and Natural Resources".
        let has_link = |link: &str| (first..place).any(|place| self.word(place) == link);
        let is_matter =
            goes_on(place + 1) && (lists::MATTERS_EN.contains(self.word(place + 1)) || has_link("for"));
        if link == "and" && is_matter && (has_link("for") || has_link("of")) {
            return place + 1;
        }
        place
    }
}
