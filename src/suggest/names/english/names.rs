//! Whether words are a name, and of what kind.

use std::ops::Range;

use super::English;
use super::words::{is_function, is_title};
use crate::suggest::Reason;
use crate::suggest::names::candidate::{Candidate, by_shape, first_name, is_initial, listed};
use crate::suggest::names::lists;
use crate::suggest::names::shapes::is_acronym;
use crate::suggest::names::tokens::{Gap, Language, Sentence};

impl English<'_, '_> {
    /// Adds a name, if it is one.
    pub(super) fn push_name(
        &self,
        sentence: &Sentence,
        mut part: Range<usize>,
        reason: Option<Reason>,
        found: &mut Vec<Candidate>,
    ) {
        while part.start < part.end && !self.tokens.list[part.start].is_capital && !self.may_begin(part.start)
        {
            part.start += 1;
        }
        while part.start < part.end && (is_function(self.word(part.start)) || self.word(part.start) == "The")
        {
            part.start += 1;
        }
        while part.start < part.end
            && !self.tokens.list[part.end - 1].is_capital
            && !self.word(part.end - 1).starts_with(|c: char| c.is_ascii_digit())
            && !self.may_begin(part.end - 1)
        {
            part.end -= 1;
        }
        if part.is_empty() {
            return;
        }
        if let Some(own) = listed(self.tokens, sentence, part.start).filter(|own| own.places == part) {
            found.push(own);
            return;
        }
        let first = part.start;
        let word = self.word(first);
        if let Some(form) = self.legal_form(&part) {
            if form > first {
                found.push(Candidate::new(part, Reason::LegalForm, Some("company")));
            }
            return;
        }
        if let Some(reason) = reason {
            if part.len() == 1 && (lists::KINDS_EN.contains_key(word) || lists::COMMON_EN.contains(word)) {
                return;
            }
            found.push(Candidate::new(part, reason, Some("person")));
            return;
        }
        let kind = self.kind(&part);
        let starts_with_first = first_name(self.tokens, part.end, first).filter(|end| *end < part.end);
        let initials = is_initial(self.tokens, part.end, first) && part.len() > 1;
        if (starts_with_first.is_some() || initials)
            && kind.is_none_or(|kind| kind == "place" || kind == "medium")
            && part.len() <= 5
        {
            found.push(Candidate::new(part, Reason::FirstName, Some("person")));
            return;
        }
        if part.len() == 1 {
            self.push_single(sentence, first, found);
            return;
        }
        if kind.is_none() && (2..=3).contains(&part.len()) && self.follows_small_title(first) {
            found.push(Candidate::new(part, Reason::Title, Some("person")));
            return;
        }
        if self.gap(first + 1) == Gap::Hyphen && part.len() == 2 && !self.tokens.list[first + 1].is_capital {
            let is_model = !lists::COMMON_EN.contains(word) && !lists::COMMON_ACRONYMS.contains(word);
            if is_model {
                found.push(Candidate::new(part, Reason::Shape, None));
            }
            return;
        }
        if part.clone().all(|place| lists::COMMON_ACRONYMS.contains(self.word(place))) {
            return;
        }
        let reason = if kind.is_some() { Reason::Institution } else { Reason::Capitals };
        found.push(Candidate::new(part, reason, kind));
    }

    /// Whether an office or a title stands right before, written small: "the editor Ada Lindqvist".
    fn follows_small_title(&self, place: usize) -> bool {
        let Some(before) = place.checked_sub(1).filter(|_| self.gap(place) == Gap::Blank) else {
            return false;
        };
        let word = self.word(before);
        word.starts_with(char::is_lowercase) && word.len() > 4 && is_title(&capitalized(word))
    }

    /// The place of the legal form with which a name ends.
    pub(super) fn legal_form(&self, part: &Range<usize>) -> Option<usize> {
        let last = part.end - 1;
        lists::LEGAL_FORMS.contains(self.word(last)).then_some(last).filter(|_| part.len() > 1)
    }

    /// The kind that the words of a name tell.
    pub(super) fn kind(&self, part: &Range<usize>) -> Option<&'static str> {
        let first = self.word(part.start);
        let has_link = part.clone().any(|place| lists::LINKS_EN.contains(self.word(place)));
        if has_link && let Some(kind) = lists::KINDS_EN.get(first) {
            return Some(kind);
        }
        let last = self.word(part.end - 1);
        (part.len() > 1).then(|| lists::KINDS_EN.get(last).copied()).flatten().or_else(|| {
            (matches!(first, "Mount" | "Lake" | "Cape" | "Fort" | "Port" | "Isle" | "River")
                && part.len() > 1)
                .then_some("place")
        })
    }

    /// A word by itself.
    pub(super) fn push_single(&self, sentence: &Sentence, place: usize, found: &mut Vec<Candidate>) {
        let word = self.word(place);
        if let Some(shaped) = by_shape(self.tokens, place) {
            found.push(shaped);
            return;
        }
        let token = &self.tokens.list[place];
        if !token.is_capital
            || is_acronym(word)
            || word.chars().count() < 2
            || lists::COMMON_EN.contains(word)
            || is_title(word)
            || is_function(word)
        {
            return;
        }
        if lists::COMMON_SHAPES.contains(word) || lists::LEGAL_FORMS.contains(word) {
            return;
        }
        let uses = self.evidence.uses(word);
        let is_first = first_name(self.tokens, place + 1, place).is_some();
        let is_generic = lists::KINDS_EN.get(word).is_some_and(|kind| *kind != "parliament")
            || lists::HALF_TITLES_EN.contains(word);
        let is_small_too = self.evidence.is_small_too(word);
        if is_generic || lists::NEVER_ALONE_EN.contains(word) || is_small_too && uses.bare < 3 {
            return;
        }
        let next = place + 1;
        let says = |word: &str| lists::SAYING_EN.contains(word);
        let is_beside_saying =
            next < sentence.tokens.end && self.gap(next) == Gap::Blank && says(self.word(next))
                || !self.tokens.begins(place) && place > sentence.tokens.start && says(self.word(place - 1));
        if self.tokens.begins(place) {
            // A word that stands within a sentence nowhere: only who speaks, or what owns.
            let is_lonely = uses.bare == 0;
            let is_known = lists::BEGINNINGS_EN.contains(word)
                || word.ends_with("ing")
                || word.ends_with("ly")
                || sentence.language == Language::Other;
            if is_lonely && (is_known || !is_beside_saying && !token.is_possessive && !is_first) {
                return;
            }
            if is_lonely && is_beside_saying && word.ends_with('s') && !token.is_possessive {
                return;
            }
        }
        let reason = if is_first {
            Reason::FirstName
        } else if is_beside_saying {
            Reason::Speaker
        } else {
            Reason::Capital
        };
        let kind = is_first.then_some("person");
        found.push(Candidate::new(place..place + 1, reason, kind));
    }
}

/// A word with a capital at its beginning.
fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
