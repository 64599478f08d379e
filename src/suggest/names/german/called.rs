//! What stands right behind the noun that says what it is, in quotation marks, or in another language.

use super::German;
use super::words::{apposition_of, is_time};
use crate::suggest::Reason;
use crate::suggest::names::candidate::{Candidate, MOST_WORDS};
use crate::suggest::names::evidence::follows_adjective;
use crate::suggest::names::lists;
use crate::suggest::names::nouns::Noun;
use crate::suggest::names::tokens::{Gap, Sentence};

impl German<'_, '_> {
    /// What stands right behind the noun that says what it is.
    pub(super) fn called(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let kind = self.apposition(place)?;
        let word = self.word(place);
        let end = sentence.tokens.end;
        // "Das Unternehmen Nordlinie": a noun that has no article anywhere is a name.
        let uses = self.evidence.uses(word);
        let is_name_anyway = self.noun(word) == Noun::Ending
            && uses.led == 0
            && uses.bare + uses.first > 1
            && !follows_adjective(self.tokens, place - 1);
        let next = place + 1;
        let mut name = self.run(sentence, place, end);
        if is_name_anyway || self.is_called(sentence, place, kind) {
            let goes_on = next < end && self.gap(next) == Gap::Blank;
            name = if goes_on { place..self.run(sentence, next, end).end } else { place..next };
        }
        // "Der Sender Radio Tallicht".
        while !name.is_empty()
            && name.len() < MOST_WORDS
            && self.is_capital(sentence, name.end)
            && self.gap(name.end) == Gap::Blank
            && self.noun(self.word(name.end)) == Noun::Ending
            && self.is_called(sentence, name.end, kind)
        {
            name.end = self.unit(sentence, name.end).end;
        }
        (!name.is_empty()).then(|| Candidate::new(name, Reason::Apposition, Some(kind)))
    }

    /// The kind that the noun right before says that what stands here is of.
    pub(super) fn apposition(&self, place: usize) -> Option<&'static str> {
        if place == 0
            || !matches!(self.gap(place), Gap::Blank | Gap::Opening)
            || self.tokens.begins(place) && self.gap(place) == Gap::Start
        {
            return None;
        }
        if self.gap(place) == Gap::Opening && !self.is_quoted_next(place) {
            return None;
        }
        let before = self.tokens.list.get(place - 1)?;
        if !before.is_capital {
            return None;
        }
        apposition_of(self.word(place - 1))
    }

    /// Whether a noun right after what it is called as is its name: "Magazin Höhenmeter", "Stiftung Waldzeit".
    pub(super) fn is_called(&self, sentence: &Sentence, place: usize, kind: &str) -> bool {
        let word = self.word(place);
        let sure = self.noun(word);
        let is_plural = ["en", "n", "e"].iter().any(|ending| word.ends_with(ending));
        let is_last = !(self.is_capital(sentence, place + 1)
            && self.gap(place + 1) == Gap::Blank
            && self.is_common(self.word(place + 1)));
        match kind {
            _ if self.evidence.uses(word).led > 0 || self.gap(place) != Gap::Blank || is_time(word) => false,
            "medium" | "product" => sure == Noun::Ending || sure == Noun::Whole && !is_plural && is_last,
            "organisation" | "party" | "company" => sure == Noun::Ending && !is_plural,
            _ => false,
        }
    }

    /// Whether only a blank and a quotation mark stand before this word.
    pub(super) fn is_quoted_next(&self, place: usize) -> bool {
        let gap =
            &self.tokens.text[self.tokens.list[place - 1].range.end..self.tokens.list[place].range.start];
        gap.trim_start().chars().count() == 1 && gap.trim_start().starts_with(['„', '»', '"', '‚', '“'])
    }

    /// Words in quotation marks that are no common ones: what is called so.
    pub(super) fn quoted(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        if self.gap(place) != Gap::Opening || !self.is_quoted_next(place) {
            return None;
        }
        let run = self.run(sentence, place, sentence.tokens.end);
        if run.is_empty()
            || run.len() == 1 && self.evidence.is_small_too(self.word(place))
            || self.is_name_adjective(place)
        {
            return None;
        }
        let behind = &self.tokens.text[self.tokens.list[run.end - 1].range.end..];
        behind
            .starts_with(['“', '”', '"', '«', '‘', '’'])
            .then(|| Candidate::new(run, Reason::Capitals, None))
    }

    /// "Institute of Science and Technology Austria" in a German sentence.
    pub(super) fn english_phrase(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let end = sentence.tokens.end;
        let next = place + 1;
        let is_english = next < end
            && (self.word(next) == "of"
                || self.word(next) == "for" && lists::LINKED_EN.contains(self.word(place)));
        if !is_english {
            return None;
        }
        let mut last = next;
        while last < end.min(place + MOST_WORDS)
            && self.gap(last) == Gap::Blank
            && (matches!(self.word(last), "of" | "for" | "and" | "the") || self.tokens.list[last].is_capital)
        {
            last += 1;
        }
        while last > next && !self.tokens.list[last - 1].is_capital {
            last -= 1;
        }
        (last > next + 1).then(|| Candidate::new(place..last, Reason::Capitals, None))
    }
}
