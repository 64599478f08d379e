//! Words with capitals side by side: where a name begins and ends among them.

use std::ops::Range;

use super::English;
use super::words::{is_function, is_title};
use crate::suggest::names::candidate::{Candidate, by_shape, first_name, listed};
use crate::suggest::names::lists;
use crate::suggest::names::shapes::is_shouted;
use crate::suggest::names::tokens::{Gap, Language, Sentence};

impl English<'_, '_> {
    /// Reads words with capitals side by side.
    pub(super) fn read_run(&self, sentence: &Sentence, run: Range<usize>, found: &mut Vec<Candidate>) {
        let mut from = run.start;
        while from < run.end {
            let word = self.word(from);
            let is_common = lists::COMMON_EN.contains(word) || is_function(word);
            // A name on the lists comes before everything else, unless it goes on: "Washington Post", "Chicago Tribune".
            // "Islamic State": an adjective by itself is no name.
            let own = self.listed_whole(sentence, from, run.end);
            if let Some(own) = own.filter(|own| !is_common || own.places.len() > 1) {
                from = own.places.end;
                found.push(own);
                continue;
            }
            if is_common && !self.begins_name(from, run.end) || self.is_beginning(sentence, from, run.end) {
                from += 1;
                continue;
            }
            let end = self.part_end(sentence, from, run.end);
            if end > from {
                self.read_part(sentence, from..end, found);
            }
            from = end.max(from + 1);
        }
    }

    /// A name on the lists that is all of what stands here, or is followed by what does not belong to it.
    pub(super) fn listed_whole(&self, sentence: &Sentence, from: usize, end: usize) -> Option<Candidate> {
        let own = listed(self.tokens, sentence, from)?;
        let next = own.places.end;
        let word = self.word(from);
        // "Labour costs rise": a capital of the sentence's.
        let is_first =
            self.tokens.begins(from) && own.places.len() == 1 && self.evidence.uses(word).bare == 0;
        if is_first && self.evidence.is_small_too(word) {
            return None;
        }
        if matches!(word, "Island" | "Bayer" | "Franken" | "Hof") {
            return None;
        }
        let is_over = next >= end
            || self.tokens.list[next - 1].is_possessive
            || self.gap(next) == Gap::Hyphen
            || is_function(self.word(next))
            || is_title(self.word(next))
            || lists::COMMON_EN.contains(self.word(next)) && !self.begins_name(next, end)
            || lists::HALF_TITLES_EN.contains(self.word(next))
                && next + 1 < end
                && is_title(self.word(next + 1))
            || listed(self.tokens, sentence, next).is_some()
            || first_name(self.tokens, end, next).is_some() && next + 1 < end
            || !self.tokens.list[next].is_capital;
        is_over.then_some(own)
    }

    /// Whether an adjective of a state belongs to a name: "British Airways".
    pub(super) fn begins_name(&self, place: usize, end: usize) -> bool {
        let next = place + 1;
        let word = self.word(place);
        if next >= end
            || is_function(word)
            || !matches!(self.gap(next), Gap::Blank)
            || word.len() < 4
            || lists::TIMES_EN.contains(word)
        {
            return false;
        }
        let last = self.name_words_end(next, end);
        last > next
            && (next..last).all(|place| !is_title(self.word(place)))
            && lists::KINDS_EN.contains_key(self.word(last - 1))
    }

    /// Where words end that no weekday or the like parts.
    pub(super) fn name_words_end(&self, place: usize, end: usize) -> usize {
        (place..end).find(|place| lists::COMMON_EN.contains(self.word(*place))).unwrap_or(end)
    }

    /// Whether a word only has its capital because a sentence begins with it.
    pub(super) fn is_beginning(&self, sentence: &Sentence, place: usize, end: usize) -> bool {
        if !self.tokens.begins(place) {
            return false;
        }
        let word = self.word(place);
        if is_function(word) {
            return true;
        }
        let is_sure = self.evidence.uses(word).bare > 0
            || listed(self.tokens, sentence, place).is_some()
            || first_name(self.tokens, end, place).is_some() && place + 1 < end
            || by_shape(self.tokens, place).is_some()
            || is_title(word)
            || lists::HALF_TITLES_EN.contains(word) && place + 1 < end
            || is_shouted(word);
        if sentence.language == Language::Other {
            return !is_sure;
        }
        !is_sure
            && (self.evidence.is_small_too(word)
                || lists::BEGINNINGS_EN.contains(word) && !self.goes_on_as_name(place, end))
    }

    /// Whether a common word at the beginning is the first of an institution's name: "National Grid" stands elsewhere, "Energy
    /// Ministry" does not need to.
    pub(super) fn goes_on_as_name(&self, place: usize, end: usize) -> bool {
        let last = self.name_words_end(place + 1, end);
        last > place + 1
            && lists::KINDS_EN.contains_key(self.word(last - 1))
            && self.tokens.list[place + 1].gap == Gap::Blank
    }

    /// Where the part of a run ends that is one name with its titles.
    pub(super) fn part_end(&self, sentence: &Sentence, from: usize, end: usize) -> usize {
        for place in from + 1..end {
            let word = self.word(place);
            if lists::TIMES_EN.contains(word)
                || lists::COMMON_EN.contains(word)
                    && self.gap(place) == Gap::Blank
                    && !self.is_within_name(from, place, end)
            {
                return place;
            }
            // "US-China": two names.
            if self.gap(place) == Gap::Hyphen
                && listed(self.tokens, sentence, place).is_some()
                && listed(self.tokens, sentence, from).is_some_and(|own| own.places.end == place)
            {
                return place;
            }
        }
        end
    }

    pub(super) fn is_within_name(&self, from: usize, place: usize, end: usize) -> bool {
        place > from && lists::KINDS_EN.contains_key(self.word(end - 1)) && place + 1 < end
    }
}
