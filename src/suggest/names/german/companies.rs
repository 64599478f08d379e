//! Companies by their legal form, and names that go on.

use super::German;
use super::words::{apposition_of, is_function, is_model_number, title_of};
use crate::suggest::Reason;
use crate::suggest::names::candidate::{Candidate, first_name, listed};
use crate::suggest::names::lists;
use crate::suggest::names::nouns::Noun;
use crate::suggest::names::tokens::{Gap, Sentence};

impl German<'_, '_> {
    /// A company with its legal form.
    pub(super) fn with_legal_form(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let mut next = place;
        if lists::LEGAL_FORMS.contains(self.word(place)) {
            return None;
        }
        while next < sentence.tokens.end && next < place + 5 {
            let is_next = next == place
                || matches!(self.gap(next), Gap::Blank | Gap::Ampersand | Gap::Hyphen | Gap::Stop);
            let word = self.word(next);
            if !is_next
                || !self.tokens.list[next].is_capital && !matches!(word, "plc" | "eG" | "mbH")
                || is_function(word)
            {
                return None;
            }
            if let Some(end) =
                self.legal_form_end(sentence, next).filter(|_| next > place && self.gap(next) != Gap::Hyphen)
            {
                // "Der Hersteller Wellgard AG" begins at its name.
                let is_adjective = self.is_of_city(place) && next > place + 2;
                let is_title =
                    (apposition_of(self.word(place)).is_some() || is_adjective) && next > place + 1;
                return (!is_title).then(|| Candidate::new(place..end, Reason::LegalForm, Some("company")));
            }
            next += 1;
        }
        None
    }

    /// Where the legal form ends that begins here.
    pub(super) fn legal_form_end(&self, sentence: &Sentence, place: usize) -> Option<usize> {
        let word = self.word(place);
        if word == "A"
            && place + 1 < sentence.tokens.end
            && self.word(place + 1) == "S"
            && self.tokens.words(&(place..place + 2)) == "A/S"
        {
            return Some(place + 2);
        }
        if !lists::LEGAL_FORMS.contains(word) {
            return None;
        }
        let mut end = place + 1;
        while end < sentence.tokens.end
            && matches!(self.gap(end), Gap::Blank | Gap::Ampersand | Gap::Stop)
            && lists::LEGAL_FORMS.contains(self.word(end))
        {
            end += 1;
        }
        Some(end)
    }

    /// "Harland & Wolff".
    pub(super) fn with_ampersand(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let mut end = self.unit(sentence, place).end;
        let mut count = 0;
        while end < sentence.tokens.end
            && count < 3
            && self.gap(end) == Gap::Ampersand
            && self.is_capital(sentence, end)
        {
            end = self.unit(sentence, end).end;
            count += 1;
        }
        let nouns = (place..end).filter(|place| self.noun(self.word(*place)) == Noun::Whole).count();
        (count > 0 && nouns <= count).then(|| Candidate::new(place..end, Reason::Capitals, Some("company")))
    }

    /// "Siemens Mobility", "Google Maps": a company's name goes on with words that are no nouns.
    pub(super) fn with_more(&self, sentence: &Sentence, mut own: Candidate) -> Candidate {
        if !matches!(own.kind, Some("company" | "medium")) || own.is_genitive {
            return own;
        }
        let next = own.places.end;
        if self.goes_on(sentence, next) {
            own.places.end += 1;
            own.entry = None;
            own.reason = Reason::Capitals;
        }
        own
    }

    pub(super) fn with_numbers(&self, sentence: &Sentence, mut own: Candidate) -> Candidate {
        let next = own.places.end;
        if own.reason == Reason::Shape
            && next < sentence.tokens.end
            && self.gap(next) == Gap::Blank
            && is_model_number(self.word(next))
            && !self.counts(sentence, next)
        {
            own.places.end += 1;
        }
        own
    }

    /// "QC Partners": a short form and a word that is no noun.
    pub(super) fn with_partner(&self, sentence: &Sentence, shaped: Candidate) -> Candidate {
        let next = shaped.places.end;
        let goes_on = shaped.places.len() == 1 && self.goes_on(sentence, next);
        if goes_on { Candidate { places: shaped.places.start..next + 1, ..shaped } } else { shaped }
    }

    /// Whether a word belongs to the name before it: it has a capital, is no common noun, and begins no name.
    fn goes_on(&self, sentence: &Sentence, place: usize) -> bool {
        self.is_capital(sentence, place)
            && self.gap(place) == Gap::Blank
            && self.unit(sentence, place).len() == 1
            && !is_function(self.word(place))
            && !self.is_common(self.word(place))
            && !title_of(self.word(place))
            && !self.is_name_adjective(place)
            && listed(self.tokens, sentence, place).is_none()
            && first_name(self.tokens, sentence.tokens.end, place).is_none()
    }

    /// Whether a number counts the noun after it.
    pub(super) fn counts(&self, sentence: &Sentence, place: usize) -> bool {
        self.is_capital(sentence, place + 1) && self.gap(place + 1) == Gap::Blank
    }
}
