//! Persons: a first name and what follows, or what follows a title.

use super::German;
use super::words::{apposition_of, is_function, title_of};
use crate::suggest::Reason;
use crate::suggest::names::candidate::{
    Candidate, behind_particles, by_shape, first_name, is_initial, listed,
};
use crate::suggest::names::evidence::is_led;
use crate::suggest::names::lists;
use crate::suggest::names::nouns::Noun;
use crate::suggest::names::tokens::{Gap, Sentence};

impl German<'_, '_> {
    /// A person: a first name and what follows, or what follows a title.
    pub(super) fn person(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let end = sentence.tokens.end;
        let has_title = self.follows_title(place);
        let mut next = place;
        let mut firsts = 0;
        let mut only_doubtful = true;
        while next < end && firsts < 4 && (next == place || matches!(self.gap(next), Gap::Blank | Gap::Stop))
        {
            if is_initial(self.tokens, end, next) {
                next += 1;
            } else if let Some(behind) = first_name(self.tokens, end, next) {
                only_doubtful &= behind == next + 1 && lists::DOUBTFUL_FIRST_NAMES.contains(self.word(next));
                next = behind;
            } else {
                break;
            }
            firsts += 1;
        }
        if next > place {
            let behind = behind_particles(self.tokens, end, next);
            let surname = self.surname(sentence, behind, !only_doubtful || has_title);
            let reason = if has_title { Reason::Title } else { Reason::FirstName };
            if let Some(last) = surname.filter(|_| firsts > 0 && self.is_joined(behind)) {
                return Some(Candidate::new(place..last, reason, Some("person")));
            }
            let is_initial_alone = self.word(place).chars().count() == 1;
            // A first name alone, or two: the last may be the surname.
            let is_sure = !only_doubtful && !is_initial_alone;
            if is_sure && (next > place + 1 || !is_led(self.tokens, place)) {
                return Some(Candidate::new(place..next, reason, Some("person")));
            }
            if !has_title || is_initial_alone {
                return None;
            }
        }
        if !has_title {
            return None;
        }
        // "Ministerin Hallbach", but "der Sprecher Polens" and "Chef Siemens".
        if listed(self.tokens, sentence, place).is_some() {
            return None;
        }
        let begin = behind_particles(self.tokens, end, place);
        let last = self.surname(sentence, begin, false)?;
        Some(Candidate::new(place..last, Reason::Title, Some("person")))
    }

    /// Whether the word here follows the one before it as names do each other.
    pub(super) fn is_joined(&self, place: usize) -> bool {
        matches!(self.gap(place), Gap::Blank | Gap::Stop)
    }

    /// Where the surname ends that begins here, if one does.
    pub(super) fn surname(&self, sentence: &Sentence, place: usize, is_sure: bool) -> Option<usize> {
        let may_be = |place: usize, may_be_noun: bool| {
            let word = self.word(place);
            self.is_capital(sentence, place)
                && word.chars().count() > 1
                && !is_function(word)
                && (may_be_noun || lists::NOUN_SURNAMES_DE.contains(word) || !self.is_common(word))
        };
        let is_noun_allowed = if is_sure {
            apposition_of(self.word(place)).is_none()
        } else {
            place < sentence.tokens.end
                && self.noun(self.word(place)) < Noun::Whole
                && !self.is_plural_noun(place)
                && self.follows_first_name(place)
        };
        if !may_be(place, is_noun_allowed)
            || title_of(self.word(place)) && !lists::NOUN_SURNAMES_DE.contains(self.word(place))
        {
            return None;
        }
        let mut end = self.unit(sentence, place).end;
        // A second surname, or a name of several words.
        while end < sentence.tokens.end && end < place + 4 && self.gap(end) == Gap::Blank {
            // After a title alone the first word is mostly a first name.
            let is_second = !is_sure
                && end == place + 1
                && self.noun(self.word(end)) == Noun::Ending
                && !self.is_plural_noun(end)
                && !is_function(self.word(end));
            let is_listed = self.is_country(sentence, end) && (is_sure || end > place + 1);
            let is_next = (may_be(end, false) || is_second)
                && self.tokens.list[end].is_capital
                && !is_listed
                && !title_of(self.word(end));
            if !is_next || by_shape(self.tokens, end).is_some() {
                break;
            }
            end = self.unit(sentence, end).end;
        }
        Some(self.behind_foreign(sentence, end))
    }

    /// Whether a first name stands right before.
    pub(super) fn follows_first_name(&self, place: usize) -> bool {
        place > 0 && self.gap(place) == Gap::Blank && lists::FIRST_NAMES.contains(self.word(place - 1))
    }

    /// Where a name ends that goes on with a small word of another language: "Freitas da Silva", "Fattah al-Sisi".
    pub(super) fn behind_foreign(&self, sentence: &Sentence, end: usize) -> usize {
        const FOREIGN: [&str; 16] = [
            "da", "de", "do", "dos", "del", "della", "di", "du", "bin", "ibn", "al", "el", "van", "ter",
            "la", "le",
        ];
        let limit = sentence.tokens.end;
        if end >= limit || self.gap(end) != Gap::Blank || !FOREIGN.contains(&self.word(end)) {
            return end;
        }
        let behind = behind_particles(self.tokens, limit, end);
        if behind > end { self.unit(sentence, behind).end } else { end }
    }

    /// Whether a word is a noun that is no surname: in the plural, or longer than surnames are.
    pub(super) fn is_plural_noun(&self, place: usize) -> bool {
        let word = self.word(place);
        self.is_common(word) && (word.ends_with("en") || word.chars().count() > 9)
    }

    /// Whether a person's title stands right before.
    pub(super) fn follows_title(&self, place: usize) -> bool {
        if place == 0 || !matches!(self.gap(place), Gap::Blank | Gap::Stop) {
            return false;
        }
        title_of(self.word(place - 1)) && self.tokens.list[place - 1].is_capital
    }
}
