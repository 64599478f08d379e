//! Names in German sentences, where every noun has a capital.

use std::ops::Range;

use super::super::Reason;
use super::candidate::{Candidate, behind_particles, by_shape, first_name, is_initial, listed};
use super::evidence::{Evidence, follows_adjective, is_led, leader};
use super::lists;
use super::nouns::{Noun, is_common, may_be_adjective, noun};
use super::shapes::{is_name_acronym, is_odd};
use super::tokens::{Gap, Sentence, Tokens};
use crate::text::cues::CueLanguage;
use crate::text::names::is_function_word;

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

    fn is_capital(&self, sentence: &Sentence, place: usize) -> bool {
        place < sentence.tokens.end && self.tokens.list[place].is_capital
    }

    fn gap(&self, place: usize) -> Gap {
        self.tokens.list[place].gap
    }

    /// What begins here.
    fn at(&self, sentence: &Sentence, place: usize, found: &[Candidate]) -> Option<Candidate> {
        let end = sentence.tokens.end;
        let word = self.word(place);
        if !self.tokens.list[place].is_capital {
            return listed(self.tokens, sentence, place).or_else(|| by_shape(self.tokens, place));
        }
        let is_part = self.gap(place) == Gap::Hyphen;
        if !is_part && let Some(person) = self.person(sentence, place) {
            return Some(person);
        }
        if let Some(company) = self.with_legal_form(sentence, place) {
            return Some(company);
        }
        let own = listed(self.tokens, sentence, place);
        if let Some(own) = own.clone().filter(|own| own.places.len() > 1) {
            return Some(own);
        }
        if !is_part && let Some(institution) = self.institution(sentence, place) {
            return Some(institution);
        }
        if let Some(own) = own {
            return self.is_meant(sentence, &own).then(|| self.with_more(sentence, own));
        }
        if !is_part
            && let Some(name) = self.saint(sentence, place).or_else(|| self.with_ampersand(sentence, place))
        {
            return Some(name);
        }
        if !is_part
            && let Some(name) = self
                .dateline(sentence, place)
                .or_else(|| self.english_phrase(sentence, place))
                .or_else(|| self.landscape(sentence, place))
        {
            return Some(name);
        }
        if let Some(quoted) = self.quoted(sentence, place) {
            return Some(quoted);
        }
        let unit = self.unit(sentence, place);
        if unit.len() > 1 {
            return if is_part { None } else { self.compound(sentence, &unit, found) };
        }
        if let Some(shaped) = by_shape(self.tokens, place) {
            let shaped = self.with_numbers(sentence, shaped);
            let next = shaped.places.end;
            // "QC Partners".
            let goes_on = self.is_capital(sentence, next)
                && self.gap(next) == Gap::Blank
                && shaped.places.len() == 1
                && noun(self.word(next)) == Noun::No
                && !self.is_function(self.word(next))
                && !title_of(self.word(next))
                && !self.is_name_adjective(next)
                && listed(self.tokens, sentence, next).is_none()
                && first_name(self.tokens, end, next).is_none();
            return Some(if goes_on {
                Candidate { places: place..self.unit(sentence, next).end, ..shaped }
            } else {
                shaped
            });
        }
        if is_part || self.is_function(word) || word.chars().count() < 3 && !self.follows_apposition(place) {
            return None;
        }
        if let Some(kind) = self.apposition(place) {
            // "Das Unternehmen Nordlinie": a noun that has no article anywhere is a name.
            let uses = self.evidence.uses(word);
            let is_name_anyway = noun(word) == Noun::Ending
                && uses.led == 0
                && uses.bare + uses.first > 1
                && !follows_adjective(self.tokens, place - 1);
            if is_name_anyway || self.is_called(sentence, place, kind) {
                let run = self.run(sentence, place + 1, end);
                let is_longer = place + 1 < end && self.gap(place + 1) == Gap::Blank && !run.is_empty();
                let last = if is_longer { run.end } else { place + 1 };
                return Some(Candidate::new(place..last, Reason::Apposition, Some(kind)));
            }
            let mut name = self.run(sentence, place, end);
            // "Der Sender Radio Tallicht".
            while !name.is_empty()
                && self.is_capital(sentence, name.end)
                && self.gap(name.end) == Gap::Blank
                && noun(self.word(name.end)) == Noun::Ending
                && self.is_called(sentence, name.end, kind)
            {
                name.end = self.unit(sentence, name.end).end;
            }
            if !name.is_empty() {
                return Some(Candidate::new(name, Reason::Apposition, Some(kind)));
            }
        }
        self.by_context(sentence, place, found)
    }

    fn is_function(&self, word: &str) -> bool {
        is_function_word(&word.to_lowercase(), &[CueLanguage::German])
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
        own.places.len() > 1 || noun(word) < Noun::Whole
    }

    /// "Siemens Mobility", "Google Maps": a company's name goes on with words that are no nouns.
    fn with_more(&self, sentence: &Sentence, mut own: Candidate) -> Candidate {
        if !matches!(own.kind, Some("company" | "medium")) || own.is_genitive {
            return own;
        }
        let next = own.places.end;
        let end = sentence.tokens.end;
        let goes_on = self.is_capital(sentence, next)
            && self.gap(next) == Gap::Blank
            && self.unit(sentence, next).len() == 1
            && !self.is_function(self.word(next))
            && !is_common(self.word(next))
            && !title_of(self.word(next))
            && !self.is_name_adjective(next)
            && listed(self.tokens, sentence, next).is_none()
            && first_name(self.tokens, end, next).is_none();
        if goes_on {
            own.places.end += 1;
            own.entry = None;
            own.reason = Reason::Capitals;
        }
        own
    }

    /// "Erlangen – Der Klimawandel": where an article is from.
    fn dateline(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let next = place + 1;
        if self.gap(place) != Gap::Start || next >= sentence.tokens.end || self.gap(next) != Gap::Other {
            return None;
        }
        let gap = &self.tokens.text[self.tokens.list[place].range.end..self.tokens.list[next].range.start];
        let is_dash = matches!(gap.trim(), "–" | "—" | "-") && gap.starts_with(' ');
        let word = self.word(place);
        (is_dash && noun(word) < Noun::Whole && self.tokens.list[next].is_capital)
            .then(|| Candidate::new(place..next, Reason::Capital, Some("place")))
    }

    /// "Institute of Science and Technology Austria" in a German sentence.
    fn english_phrase(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let end = sentence.tokens.end;
        let next = place + 1;
        let is_english = next < end
            && (self.word(next) == "of"
                || self.word(next) == "for" && lists::LINKED_EN.contains(self.word(place)));
        if !is_english {
            return None;
        }
        let mut last = next;
        while last < end
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

    /// "Nachterstedter Straße", "Kesstal", "Ötzbach".
    fn landscape(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let word = self.word(place);
        let next = place + 1;
        let is_street = self.is_capital(sentence, next)
            && self.gap(next) == Gap::Blank
            && lists::STREETS_DE.contains(self.word(next))
            && word.ends_with("er")
            && noun(word) < Noun::Whole;
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
                        && !is_common(first)
                        && !first.strip_suffix('s').is_some_and(is_common)
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
        let is_name = is_led && noun(word) == Noun::No && stems.into_iter().any(is_one);
        is_name.then(|| Candidate::new(place..next, Reason::Capital, Some("place")))
    }

    /// "St. Vitus".
    fn saint(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let next = place + 1;
        let is_saint = matches!(self.word(place), "St" | "Sankt")
            && self.is_capital(sentence, next)
            && self.is_joined(next);
        is_saint.then(|| Candidate::new(place..self.unit(sentence, next).end, Reason::Capitals, None))
    }

    /// "Harland & Wolff".
    fn with_ampersand(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let mut end = self.unit(sentence, place).end;
        let mut count = 0;
        while end < sentence.tokens.end && self.gap(end) == Gap::Ampersand && self.is_capital(sentence, end) {
            end = self.unit(sentence, end).end;
            count += 1;
        }
        let nouns = (place..end).filter(|place| noun(self.word(*place)) == Noun::Whole).count();
        (count > 0 && nouns <= count).then(|| Candidate::new(place..end, Reason::Capitals, Some("company")))
    }

    /// Words in quotation marks that are no common ones: what is called so.
    fn quoted(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
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

    /// The words that hyphens join to one from here on.
    fn unit(&self, sentence: &Sentence, place: usize) -> Range<usize> {
        let mut end = place + 1;
        while end < sentence.tokens.end && self.gap(end) == Gap::Hyphen {
            end += 1;
        }
        place..end
    }

    /// A person: a first name and what follows, or what follows a title.
    fn person(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
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
            if !only_doubtful && !is_initial_alone && !is_led(self.tokens, place)
                || next > place + 1 && !is_initial_alone && !only_doubtful
            {
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
    fn is_joined(&self, place: usize) -> bool {
        matches!(self.gap(place), Gap::Blank | Gap::Stop)
    }

    /// Where the surname ends that begins here, if one does.
    fn surname(&self, sentence: &Sentence, place: usize, is_sure: bool) -> Option<usize> {
        let may_be = |place: usize, may_be_noun: bool| {
            let word = self.word(place);
            self.is_capital(sentence, place)
                && word.chars().count() > 1
                && !self.is_function(word)
                && (may_be_noun || lists::NOUN_SURNAMES_DE.contains(word) || !is_common(word))
        };
        let is_noun_allowed = if is_sure {
            apposition_of(self.word(place)).is_none()
        } else {
            place < sentence.tokens.end
                && noun(self.word(place)) < Noun::Whole
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
                && noun(self.word(end)) == Noun::Ending
                && !self.is_plural_noun(end)
                && !self.is_function(self.word(end));
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
    fn follows_first_name(&self, place: usize) -> bool {
        place > 0 && self.gap(place) == Gap::Blank && lists::FIRST_NAMES.contains(self.word(place - 1))
    }

    /// Where a name ends that goes on with a small word of another language: "Freitas da Silva", "Fattah al-Sisi".
    fn behind_foreign(&self, sentence: &Sentence, end: usize) -> usize {
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
    fn is_plural_noun(&self, place: usize) -> bool {
        let word = self.word(place);
        is_common(word) && (word.ends_with("en") || word.chars().count() > 9)
    }

    /// Whether a person's title stands right before.
    fn follows_title(&self, place: usize) -> bool {
        if place == 0 || !matches!(self.gap(place), Gap::Blank | Gap::Stop) {
            return false;
        }
        title_of(self.word(place - 1)) && self.tokens.list[place - 1].is_capital
    }

    /// The kind that the noun right before says that what stands here is of.
    fn apposition(&self, place: usize) -> Option<&'static str> {
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
    fn is_called(&self, sentence: &Sentence, place: usize, kind: &str) -> bool {
        let word = self.word(place);
        let sure = noun(word);
        let is_plural = ["en", "n", "e"].iter().any(|ending| word.ends_with(ending));
        let is_last = !(self.is_capital(sentence, place + 1)
            && self.gap(place + 1) == Gap::Blank
            && is_common(self.word(place + 1)));
        match kind {
            _ if self.evidence.uses(word).led > 0 || self.gap(place) != Gap::Blank || self.is_time(word) => {
                false
            }
            "medium" | "product" => sure == Noun::Ending || sure == Noun::Whole && !is_plural && is_last,
            "organisation" | "party" | "company" => sure == Noun::Ending && !is_plural,
            _ => false,
        }
    }

    fn is_time(&self, word: &str) -> bool {
        let is_day = word.ends_with("tag") || word.ends_with("abend") || word.ends_with("morgen");
        is_day
            || matches!(
                word,
                "Anfang"
                    | "Mitte"
                    | "Ende"
                    | "Januar"
                    | "Februar"
                    | "März"
                    | "April"
                    | "Mai"
                    | "Juni"
                    | "Juli"
                    | "August"
                    | "September"
                    | "Oktober"
                    | "November"
                    | "Dezember"
                    | "Millionen"
                    | "Milliarden"
                    | "Prozent"
            )
    }

    /// Whether only a blank and a quotation mark stand before this word.
    fn is_quoted_next(&self, place: usize) -> bool {
        let gap =
            &self.tokens.text[self.tokens.list[place - 1].range.end..self.tokens.list[place].range.start];
        gap.trim_start().chars().count() == 1 && gap.trim_start().starts_with(['„', '»', '"', '‚', '“'])
    }

    fn follows_apposition(&self, place: usize) -> bool {
        self.apposition(place).is_some()
    }

    /// Whether a country or the like is named here, or an institution: no surname.
    fn is_country(&self, sentence: &Sentence, place: usize) -> bool {
        let own = listed(self.tokens, sentence, place);
        own.is_some_and(|own| {
            !lists::LISTED.get(self.word(own.places.start)).is_some_and(|listed| listed.is_city)
        })
    }

    /// Words with capitals from here on that are no common nouns.
    fn run(&self, sentence: &Sentence, place: usize, end: usize) -> Range<usize> {
        let mut next = place;
        while next < end && next < place + 4 {
            let is_next = next == place || matches!(self.gap(next), Gap::Blank | Gap::Ampersand);
            let word = self.word(next);
            let unit = self.unit(sentence, next);
            let last = self.word(unit.end - 1);
            let may_be = self.tokens.list[next].is_capital && !self.is_function(word) && !is_common(last);
            if !is_next || !may_be {
                break;
            }
            // Another name begins.
            if next > place
                && (self.is_country(sentence, next) || first_name(self.tokens, end, next).is_some())
            {
                break;
            }
            next = unit.end;
        }
        next = if next > place { self.behind_foreign(sentence, next) } else { next };
        // Numbers of models.
        if next > place
            && next < end
            && self.gap(next) == Gap::Blank
            && is_model_number(self.word(next))
            && !self.counts(sentence, next)
        {
            next += 1;
        }
        place..next
    }

    /// Whether a number counts the noun after it.
    fn counts(&self, sentence: &Sentence, place: usize) -> bool {
        self.is_capital(sentence, place + 1) && self.gap(place + 1) == Gap::Blank
    }

    fn with_numbers(&self, sentence: &Sentence, mut own: Candidate) -> Candidate {
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

    /// A company with its legal form.
    fn with_legal_form(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
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
                || self.is_function(word)
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
    fn legal_form_end(&self, sentence: &Sentence, place: usize) -> Option<usize> {
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

    /// What is called as institutions are: a compound with an article, or with its place behind or an adjective before.
    fn institution(&self, sentence: &Sentence, place: usize) -> Option<Candidate> {
        let end = sentence.tokens.end;
        let mut head = place;
        // "Deutsche Umwelthilfe", "Berliner Senat", "Verband Deutscher Hafenspediteure".
        let adjective = self.is_name_adjective(place) && !self.tokens.begins(place);
        let of_city = !adjective && self.is_of_city(place);
        if adjective || of_city {
            head += 1;
            if !self.is_capital(sentence, head)
                || self.gap(head) != Gap::Blank
                || self.is_function(self.word(head))
            {
                return None;
            }
        }
        let unit = self.unit(sentence, head);
        // "Flensburger FSG-Werft" is FSG.
        if of_city && unit.len() > 1 {
            return None;
        }
        let word = self.word(unit.end - 1);
        let kind = institution_of(word);
        if adjective && kind.is_none() {
            // A capital adjective within a sentence belongs to a name.
            let is_name = !self.tokens.begins(place) && !title_of(word) && self.has_article(place);
            let mut last = self.phrase_end(sentence, unit.end);
            while self.is_capital(sentence, last)
                && self.gap(last) == Gap::Blank
                && !is_common(self.word(last))
                && !self.is_function(self.word(last))
            {
                last += 1;
            }
            return is_name.then(|| Candidate::new(place..last, Reason::Capitals, None));
        }
        let (kind, is_head_alone) = kind?;
        let mut last = unit.end;
        // "Landgericht Hamburg", "Universität Leipzig", "Ministerium Wendel".
        let mut has_name = false;
        if last < end
            && self.gap(last) == Gap::Blank
            && self.tokens.list[last].is_capital
            && !self.tokens.list[last - 1].is_possessive
        {
            let own = self.word(last);
            if let Some(listed) = listed(self.tokens, sentence, last)
                .filter(|own| own.kind == Some("place") && !own.is_genitive)
            {
                last = listed.places.end;
                has_name = true;
            } else if self.is_name_adjective(last) {
                let behind = self.phrase_end(sentence, last);
                has_name = behind > last + 1;
                last = if has_name { behind } else { last };
            } else if (is_head_alone || kind == "court")
                && !self.is_function(own)
                && !is_common(own)
                && !title_of(own)
                && first_name(self.tokens, end, last).is_none()
                && !is_led_noun(self.evidence, own)
            {
                last = self.unit(sentence, last).end;
                has_name = true;
            }
        }
        // "Institut für Weltwirtschaft", "Bundesamt für Verfassungsschutz".
        if last < end && self.word(last) == "für" {
            let mut noun = last + 1;
            while noun < end
                && noun < last + 3
                && may_be_adjective(self.word(noun))
                && self.gap(noun) == Gap::Blank
            {
                noun += 1;
            }
            let is_matter = noun < end && self.tokens.list[noun].is_capital && self.gap(noun) == Gap::Blank;
            let is_definite = leader(self.tokens, head)
                .is_none_or(|leader| lists::ARTICLES_DE.contains(&*self.word(leader).to_lowercase()));
            if is_matter && is_definite && matches!(kind, "government" | "agency" | "organisation" | "court")
            {
                last = self.unit(sentence, noun).end;
                if last + 1 < end
                    && self.word(last) == "und"
                    && self.is_capital(sentence, last + 1)
                    && self.gap(last) == Gap::Blank
                    && is_common(self.word(last + 1))
                {
                    last = self.unit(sentence, last + 1).end;
                }
                has_name = true;
            }
        }
        if has_name || adjective {
            return Some(Candidate::new(place..last, Reason::Institution, Some(kind)));
        }
        if of_city {
            let is_name = matches!(kind, "medium" | "organisation" | "company" | "court");
            return is_name.then(|| Candidate::new(place..last, Reason::Institution, Some(kind)));
        }
        if is_head_alone {
            return None;
        }
        let is_hyphenated = unit.len() > 1;
        // "Max-Planck-Institut".
        let is_called = unit.len() > 2
            && (unit.start..unit.end - 1).all(|place| {
                noun(self.word(place)) == Noun::No
                    && !lists::FIRST_PARTS_DE.contains(&*self.word(place).to_lowercase())
            });
        if is_hyphenated && is_called {
            return Some(Candidate::new(place..last, Reason::Institution, Some(kind)));
        }
        let is_public = matches!(kind, "government" | "agency" | "parliament" | "court");
        if is_hyphenated && !(self.is_name_part(head) && is_public) {
            return None;
        }
        // "Die Umweltbehörde", but not "eine Behörde", and no plural.
        let is_definite = leader(self.tokens, head)
            .is_none_or(|leader| lists::ARTICLES_DE.contains(&*self.word(leader).to_lowercase()));
        let is_state = lists::NO_TOWNS_DE.iter().any(|part| word.to_lowercase().starts_with(part));
        let is_own = ["verband", "bund", "kammer"].iter().any(|end| word.to_lowercase().ends_with(end));
        (is_definite && (is_state || is_hyphenated || is_own) && !follows_adjective(self.tokens, head))
            .then(|| Candidate::new(place..last, Reason::Institution, Some(kind)))
    }

    /// Whether an article stands right before.
    fn has_article(&self, place: usize) -> bool {
        place > 0
            && self.gap(place) == Gap::Blank
            && lists::ARTICLES_DE.contains(&*self.word(place - 1).to_lowercase())
    }

    /// Where a phrase of capitals ends that goes on here: "Deutscher Hafenspediteure", "für Arbeit".
    fn phrase_end(&self, sentence: &Sentence, place: usize) -> usize {
        let mut end = place;
        if self.is_capital(sentence, end) && self.gap(end) == Gap::Blank && self.is_name_adjective(end) {
            end += 1;
            if self.is_capital(sentence, end) && self.gap(end) == Gap::Blank {
                end = self.unit(sentence, end).end;
            }
        }
        end
    }

    /// Whether a word with a capital is an adjective with which names begin.
    fn is_name_adjective(&self, place: usize) -> bool {
        let word = self.word(place);
        ["e", "er", "es", "en", "em"].iter().any(|ending| {
            word.strip_suffix(ending).is_some_and(|stem| {
                lists::NAME_ADJECTIVES_DE.contains(stem)
                    || stem.strip_suffix("isch").is_some_and(|stem| stem.len() > 3)
                        && !self.tokens.begins(place)
            })
        })
    }

    /// Whether a word is of a city: "Berliner".
    fn is_of_city(&self, place: usize) -> bool {
        let Some(stem) = self.word(place).strip_suffix("er") else { return false };
        let is_listed = |name: &str| lists::LISTED.get(name).is_some_and(|listed| listed.kind == "place");
        is_listed(stem) || ["en", "e", "n"].iter().any(|ending| is_listed(&format!("{stem}{ending}")))
    }

    /// Whether the first part of a compound is a name by itself.
    fn is_name_part(&self, place: usize) -> bool {
        let word = self.word(place);
        let is_listed = lists::LISTED.contains_key(word);
        is_listed || is_name_acronym(word) || is_odd(word)
    }

    /// What hyphens join: a name, or one at its beginning.
    fn compound(&self, sentence: &Sentence, unit: &Range<usize>, found: &[Candidate]) -> Option<Candidate> {
        let last = self.word(unit.end - 1);
        let first = self.word(unit.start);
        let is_first_common = is_common(first)
            || lists::FIRST_PARTS_DE.contains(&*first.to_lowercase())
            || lists::COMMON_ACRONYMS.contains(first)
            || self.is_function(first)
            || lists::COMMON_SHAPES.contains(first)
            || self.evidence.uses(first).led > 0 && by_shape(self.tokens, unit.start).is_none();
        // "Olga-Benario-Straße".
        if lists::STREETS_DE.contains(last) && !is_common(first) && unit.len() > 2 {
            return Some(Candidate::new(unit.clone(), Reason::Institution, Some("place")));
        }
        if last.starts_with(|c: char| c.is_ascii_digit()) {
            let is_name = !is_first_common && !first.starts_with(|c: char| c.is_ascii_digit());
            return is_name.then(|| Candidate::new(unit.clone(), Reason::Shape, None));
        }
        let is_last_small = !self.tokens.list[unit.end - 1].is_capital;
        if is_last_small || is_common(last) || title_of(last) || apposition_of(last).is_some() {
            if is_first_common {
                return None;
            }
            let common = |place: usize| !self.tokens.list[place].is_capital || is_common(self.word(place));
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
        let _ = (sentence, found);
        let is_bare = !is_led(self.tokens, unit.start)
            && !self.tokens.begins(unit.start)
            && !follows_adjective(self.tokens, unit.start);
        is_bare.then(|| Candidate::new(unit.clone(), Reason::Capital, None))
    }

    /// A word that nothing but its place tells to be a name.
    fn by_context(&self, sentence: &Sentence, place: usize, found: &[Candidate]) -> Option<Candidate> {
        let end = sentence.tokens.end;
        let word = self.word(place);
        let begins = self.tokens.begins(place);
        let is_town = self.is_town(place);
        if is_common(word) && !is_town
            || self.is_name_adjective(place)
            || self.is_of_city(place)
            || title_of(word)
            || apposition_of(word).is_some()
        {
            return None;
        }
        let next = place + 1;
        let has_next = next < end;
        let next_word = self.word(next);
        let before = if begins || place == sentence.tokens.start { "" } else { self.word(place - 1) };
        let gap = self.gap(place);
        let uses = self.evidence.uses(word);
        let is_led_here = is_led(self.tokens, place);
        let is_small_too = self.evidence.is_small_too(word);
        // "Förster Hannes Pirker": whoever stands before a first name is no name.
        if first_name(self.tokens, end, next.min(end)).is_some() && has_next && self.gap(next) == Gap::Blank {
            return None;
        }
        let is_inflected = ["e", "en", "er", "es", "em"].iter().any(|ending| word.ends_with(ending));
        // "Die Kessberg Touristik": an article, a word that is no noun, and a noun.
        if !is_inflected
            && !is_small_too
            && self.has_article(place)
            && noun(word) == Noun::No
            && has_next
            && self.gap(next) == Gap::Blank
            && self.is_capital(sentence, next)
            && !self.is_function(self.word(next))
            && !self.is_time(self.word(next))
        {
            return Some(Candidate::new(place..self.unit(sentence, next).end, Reason::Capitals, None));
        }
        // "Financial Times": common nouns do not stand side by side.
        let run = self.run(sentence, place, end);
        if run.len() > 1
            && !(begins && is_inflected && uses.bare == 0)
            && !is_small_too
            && !(begins && self.evidence.uses(word).bare == 0 && uses.led > 0)
        {
            return Some(Candidate::new(run, Reason::Capitals, None));
        }
        let single = place..next;
        if is_led_here || uses.led > 0 || is_small_too {
            return None;
        }
        let is_blank_next = has_next && self.gap(next) == Gap::Blank;
        // "Wellgards neue Pläne".
        if let Some(stem) =
            word.strip_suffix('s').filter(|stem| stem.chars().count() > 2 && !stem.ends_with(['s', 'u', 'i']))
        {
            let mut noun = next;
            while noun < end
                && noun < next + 2
                && self.gap(noun) == Gap::Blank
                && super::nouns::may_be_adjective(self.word(noun))
            {
                noun += 1;
            }
            let has_noun = noun < end && self.gap(noun) == Gap::Blank && self.tokens.list[noun].is_capital;
            let is_noun = has_noun
                && (is_common(self.word(self.unit(sentence, noun).end - 1)) || title_of(self.word(noun)));
            let is_known = self.evidence.uses(stem).bare > 0;
            let is_noun = is_noun && !(begins && word.ends_with("es"));
            if (is_noun && !follows_adjective(self.tokens, place)) || is_known && !begins {
                let mut own = Candidate::new(single, Reason::Genitive, None);
                own.is_genitive = true;
                return Some(own);
            }
        }
        let says = |word: &str| lists::SAYING_DE.contains(word);
        if !begins && gap == Gap::Blank && (says(before) || matches!(before, "laut" | "so")) {
            return Some(Candidate::new(single, Reason::Speaker, None));
        }
        if is_blank_next && says(next_word) && (!begins || uses.bare > 0 || self.is_like_name(word)) {
            return Some(Candidate::new(single, Reason::Speaker, None));
        }
        if begins {
            let small = word.to_lowercase();
            let is_adverb = lists::BEGINNINGS_DE.contains(&*small)
                || [
                    "lich", "ig", "isch", "bar", "sam", "los", "haft", "weise", "mals", "seits", "falls",
                    "maßen", "end",
                ]
                .iter()
                .any(|ending| small.ends_with(ending));
            let is_participle = small.ends_with('t')
                && matches!(
                    next_word,
                    "ist" | "war" | "wird" | "wurde" | "hat" | "hatte" | "werden" | "sind"
                );
            if is_adverb || is_participle {
                return None;
            }
            let acts = is_blank_next && lists::VERBS_DE.contains(next_word);
            return (acts && self.is_like_name(word)).then(|| Candidate::new(single, Reason::Capital, None));
        }
        let is_local = gap == Gap::Blank && lists::PREPOSITIONS_DE.contains(before);
        let follows_name = found.last().is_some_and(|last| {
            let behind = last.places.end;
            behind == place && gap == Gap::Comma
                || behind + 1 == place && gap == Gap::Blank && matches!(before, "und" | "oder" | "sowie")
        });
        if follows_adjective(self.tokens, place) && !is_local && !follows_name {
            return None;
        }
        let is_weak = !self.is_like_name(word);
        let is_subject = is_blank_next && lists::VERBS_DE.contains(next_word)
            || gap == Gap::Blank && lists::VERBS_DE.contains(before);
        let is_place = is_local
            && matches!(
                before,
                "in" | "nach" | "aus" | "bei" | "nahe" | "südlich" | "nördlich" | "östlich" | "westlich"
            );
        let accepted = is_town
            || if is_weak {
                let goes_on = is_blank_next && self.tokens.list[next].is_capital;
                let is_singular = !word.ends_with('n') && !word.ends_with("ing") && !goes_on;
                let is_dative = gap == Gap::Blank
                    && (lists::DATIVES_DE.contains(before) || before == "in" || before == "zwischen");
                is_dative && is_singular
                    || is_place && is_place_like(word)
                    || follows_name && !word.ends_with("en")
                    || uses.bare >= 3 && (is_subject || is_place)
            } else {
                true
            };
        accepted.then(|| Candidate::new(single, Reason::Capital, None))
    }

    /// Whether a word ends as towns are called and stands without an article where one is in, from or near it.
    fn is_town(&self, place: usize) -> bool {
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
            && noun(word) < Noun::Whole
            && !word.ends_with('s')
            && self.evidence.uses(word).led == 0
    }

    /// Whether a word ends as few nouns do in the plural.
    fn is_like_name(&self, word: &str) -> bool {
        !["en", "ern", "eln", "er", "e", "es", "em", "ing", "ies", "és"]
            .iter()
            .any(|ending| word.ends_with(ending))
    }
}

/// Whether the article has this word with an article before it.
fn is_led_noun(evidence: &Evidence<'_>, word: &str) -> bool {
    evidence.uses(word).led > 0
}

/// Whether a word ends as the names of towns do.
fn is_place_like(word: &str) -> bool {
    [
        "ingen", "hausen", "heim", "dorf", "bach", "berg", "burg", "stadt", "wald", "furt", "brück", "stein",
        "born", "brunn", "feld", "kirch", "bad", "hofen", "hafen", "kirchen", "heim", "haven", "münde",
        "walde", "felde", "rode", "leben", "siedel", "stetten", "weiler", "burgen", "dorfen", "beuren",
        "fehn", "brücken", "nitz", "itz", "ow", "wieden", "linden", "oven", "fjorden",
    ]
    .iter()
    .any(|ending| word.ends_with(ending))
}

/// Whether a number may be that of a model: `737`, `4.5`.
fn is_model_number(word: &str) -> bool {
    word.len() <= 4
        && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && !word.starts_with("19")
        && !word.starts_with("20")
}

/// Whether a German word stands before people's names: an office or a title.
fn title_of(word: &str) -> bool {
    let small = word.to_lowercase();
    let ends = small.char_indices().map(|(at, _)| &small[at..]);
    let mut ends = ends.filter(|end| end.chars().count() > 3);
    const ENDINGS: [&str; 13] = [
        "istin", "erin", "orin", "ktin", "ologin", "antin", "entin", "eurin", "iker", "ikerin", "ologe",
        "ist", "eur",
    ];
    let is_agent = small.chars().count() > 6 && ENDINGS.iter().any(|ending| small.ends_with(ending));
    is_agent
        || lists::TITLES_DE.contains(&*small)
        || small.chars().count() > 6
            && ends.any(|end| lists::TITLES_DE.contains(end) && !matches!(end, "tante" | "rat"))
}

/// The kind of what the German noun says that the name after it is.
fn apposition_of(word: &str) -> Option<&'static str> {
    let small = word.to_lowercase();
    let cases = ["", "s", "es", "n", "en", "e"];
    let stems = cases.iter().filter_map(|case| small.strip_suffix(case));
    for stem in stems {
        if let Some(kind) = lists::APPOSITIONS_DE.get(stem) {
            return Some(kind);
        }
        let mut ends =
            stem.char_indices().map(|(at, _)| &stem[at..]).skip(3).filter(|end| end.chars().count() > 4);
        if let Some(kind) = ends.find_map(|end| lists::APPOSITIONS_DE.get(end)) {
            return Some(kind);
        }
    }
    None
}

/// The kind of an institution that a German word is called as, and whether it is that word by itself.
fn institution_of(word: &str) -> Option<(&'static str, bool)> {
    let small = word.to_lowercase();
    for case in ["", "s", "es"] {
        let Some(stem) = small.strip_suffix(case) else { continue };
        if lists::NO_INSTITUTIONS_DE.contains(stem) {
            return None;
        }
        if let Some(kind) = lists::INSTITUTIONS_DE.get(stem) {
            return Some((kind, true));
        }
        let mut ends = stem.char_indices().map(|(at, _)| &stem[at..]).skip(3);
        if let Some(kind) = ends.find_map(|end| lists::INSTITUTIONS_DE.get(end)) {
            return Some((kind, false));
        }
    }
    None
}
