//! Persons by the titles before them.

use std::ops::Range;

use super::English;
use super::words::is_title;
use crate::suggest::Reason;
use crate::suggest::names::candidate::{Candidate, listed};
use crate::suggest::names::lists;
use crate::suggest::names::tokens::{Gap, Sentence};

impl English<'_, '_> {
    /// Reads a name with the titles in and before it.
    pub(super) fn read_part(&self, sentence: &Sentence, part: Range<usize>, found: &mut Vec<Candidate>) {
        let last_word = self.word(part.end - 1);
        let is_of_institution =
            lists::KINDS_EN.contains_key(last_word) && part.len() > 1 && !is_title(self.word(part.end - 1));
        let title = (!is_of_institution).then(|| self.titles(&part)).flatten();
        if let Some(titles) = title {
            let lead = self.word(part.start);
            // "Wellgard CEO Dana Pryle" may well begin a sentence.
            let is_one = titles.start == part.start + 1
                && self.tokens.begins(part.start)
                && self.evidence.uses(lead).bare == 0
                && !lists::BEGINNINGS_EN.contains(lead)
                && !lists::COMMON_EN.contains(lead)
                && !lists::KINDS_EN.contains_key(lead)
                && !lead.ends_with("ing");
            if is_one {
                found.push(Candidate::new(part.start..titles.start, Reason::Apposition, None));
            } else if titles.start > part.start {
                self.push_name(sentence, part.start..titles.start, None, found);
            }
            if titles.end < part.end {
                let person = titles.end..part.end;
                let is_place = listed(self.tokens, sentence, person.start)
                    .is_some_and(|own| own.places.end == person.end);
                if is_place || matches!(self.word(person.start), "of" | "for") {
                    let begin = if is_place { person.start } else { person.start + 1 };
                    self.push_name(sentence, begin..part.end, None, found);
                } else {
                    self.push_name(sentence, person, Some(Reason::Title), found);
                }
            }
            return;
        }
        self.push_name(sentence, part, None, found);
    }

    /// The titles within a part.
    pub(super) fn titles(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let is_one = |place: usize| {
            let word = self.word(place);
            let next = place + 1;
            let follows = next < part.end && matches!(self.gap(next), Gap::Blank | Gap::Stop);
            is_title(word)
                && (!lists::HALF_TITLES_EN.contains(word)
                    || place > part.start && is_title(self.word(place - 1)) && self.is_office(place))
                || lists::HALF_TITLES_EN.contains(word)
                    && follows
                    && (is_title(self.word(next)) || lists::HALF_TITLES_EN.contains(self.word(next)))
        };
        let first = part.clone().find(|place| is_one(*place))?;
        let mut end = first + 1;
        while end < part.end && is_one(end) {
            end += 1;
        }
        Some(first..end)
    }

    /// Whether a word that is half a title ends one: "Attorney General".
    pub(super) fn is_office(&self, place: usize) -> bool {
        matches!(self.word(place), "General" | "Executive")
    }
}
