//! Names in English sentences, and in those of other languages in which nouns have no capitals.

use std::ops::Range;

use super::super::Reason;
use super::candidate::{Candidate, behind_particles, by_shape, calm, first_name, is_initial, listed};
use super::evidence::Evidence;
use super::lists;
use super::shapes::{is_acronym, is_shouted};
use super::tokens::{Gap, Language, Sentence, Tokens};
use crate::text::cues::CueLanguage;
use crate::text::names::is_function_word;

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

    fn is_function(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        is_function_word(&small, &[CueLanguage::English]) && !is_acronym(word)
    }

    /// Where the words with capitals end that begin here and may belong to each other.
    fn run_end(&self, sentence: &Sentence, place: usize) -> usize {
        let end = sentence.tokens.end;
        let mut next = place + 1;
        while next < end && !self.tokens.list[next - 1].is_possessive {
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
            if self.tokens.list[next].is_capital && !(self.is_function(word) && gap != Gap::Hyphen) {
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
            next < sentence.tokens.end && self.gap(next) == Gap::Blank && !self.is_function(self.word(next));
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
            if goes_on(place + 1) && !self.is_function(self.word(place + 1)) {
                return place + 1;
            }
            if place + 2 < end && self.word(place + 1) == "the" && goes_on(place + 2) {
                return place + 2;
            }
        }
        // "Department of Trade and Industry", "Institute for Geosciences and Natural Resources".
        let has_link = |link: &str| (first..place).any(|place| self.word(place) == link);
        let is_matter = goes_on(place + 1) && (self.is_noun_of_office(place + 1) || has_link("for"));
        if link == "and" && is_matter && (has_link("for") || has_link("of")) {
            return place + 1;
        }
        place
    }

    /// Whether a word is what ministries are for.
    fn is_noun_of_office(&self, place: usize) -> bool {
        const MATTERS: [&str; 24] = [
            "Industry",
            "Trade",
            "Energy",
            "Environment",
            "Welfare",
            "Work",
            "Pensions",
            "Technology",
            "Science",
            "Education",
            "Sport",
            "Culture",
            "Media",
            "Fisheries",
            "Food",
            "Rural",
            "Human",
            "Development",
            "Security",
            "Labour",
            "Labor",
            "Prevention",
            "Exploration",
            "Sciences",
        ];
        MATTERS.contains(&self.word(place))
    }

    /// Reads words with capitals side by side.
    fn read_run(&self, sentence: &Sentence, run: Range<usize>, found: &mut Vec<Candidate>) {
        let mut from = run.start;
        while from < run.end {
            let word = self.word(from);
            let is_common = lists::COMMON_EN.contains(word) || self.is_function(word);
            // A name on the lists comes before everything else, unless it goes on: "Washington Post", "Chicago Tribune".
            if !is_common && let Some(own) = self.listed_whole(sentence, from, run.end) {
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
    fn listed_whole(&self, sentence: &Sentence, from: usize, end: usize) -> Option<Candidate> {
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
            || self.is_function(self.word(next))
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
    fn begins_name(&self, place: usize, end: usize) -> bool {
        let next = place + 1;
        let word = self.word(place);
        if next >= end
            || self.is_function(word)
            || !matches!(self.gap(next), Gap::Blank)
            || word.len() < 4
            || self.is_time(word)
        {
            return false;
        }
        let last = self.name_words_end(next, end);
        last > next
            && (next..last).all(|place| !is_title(self.word(place)))
            && lists::KINDS_EN.contains_key(self.word(last - 1))
    }

    fn is_time(&self, word: &str) -> bool {
        const TIMES: [&str; 19] = [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        TIMES.contains(&word)
    }

    /// Where words end that no weekday or the like parts.
    fn name_words_end(&self, place: usize, end: usize) -> usize {
        (place..end).find(|place| lists::COMMON_EN.contains(self.word(*place))).unwrap_or(end)
    }

    /// Whether a word only has its capital because a sentence begins with it.
    fn is_beginning(&self, sentence: &Sentence, place: usize, end: usize) -> bool {
        if !self.tokens.begins(place) {
            return false;
        }
        let word = self.word(place);
        if self.is_function(word) {
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
    fn goes_on_as_name(&self, place: usize, end: usize) -> bool {
        let last = self.name_words_end(place + 1, end);
        last > place + 1
            && lists::KINDS_EN.contains_key(self.word(last - 1))
            && self.tokens.list[place + 1].gap == Gap::Blank
    }

    /// Where the part of a run ends that is one name with its titles.
    fn part_end(&self, sentence: &Sentence, from: usize, end: usize) -> usize {
        for place in from + 1..end {
            let word = self.word(place);
            if self.is_time(word)
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

    fn is_within_name(&self, from: usize, place: usize, end: usize) -> bool {
        place > from && lists::KINDS_EN.contains_key(self.word(end - 1)) && place + 1 < end
    }

    /// Reads a name with the titles in and before it.
    fn read_part(&self, sentence: &Sentence, part: Range<usize>, found: &mut Vec<Candidate>) {
        let last_word = self.word(part.end - 1);
        let is_of_institution =
            lists::KINDS_EN.contains_key(last_word) && part.len() > 1 && !is_title(self.word(part.end - 1));
        let title = (!is_of_institution).then(|| self.titles(&part)).flatten();
        if let Some(titles) = title {
            if titles.start > part.start {
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
    fn titles(&self, part: &Range<usize>) -> Option<Range<usize>> {
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
    fn is_office(&self, place: usize) -> bool {
        matches!(self.word(place), "General" | "Executive")
    }

    /// Adds a name, if it is one.
    fn push_name(
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
        while part.start < part.end
            && (self.is_function(self.word(part.start)) || self.word(part.start) == "The")
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

    /// The place of the legal form with which a name ends.
    fn legal_form(&self, part: &Range<usize>) -> Option<usize> {
        let last = part.end - 1;
        lists::LEGAL_FORMS.contains(self.word(last)).then_some(last).filter(|_| part.len() > 1)
    }

    /// The kind that the words of a name tell.
    fn kind(&self, part: &Range<usize>) -> Option<&'static str> {
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
    fn push_single(&self, sentence: &Sentence, place: usize, found: &mut Vec<Candidate>) {
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
            || self.is_function(word)
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
        let reason = match () {
            () if is_first => Reason::FirstName,
            () if is_beside_saying => Reason::Speaker,
            () => Reason::Capital,
        };
        let kind = is_first.then_some("person");
        found.push(Candidate::new(place..place + 1, reason, kind));
    }
}

/// Whether an English word stands before people's names.
fn is_title(word: &str) -> bool {
    lists::TITLES_EN.contains(word) || is_shouted(word) && lists::TITLES_EN.contains(&*calm(word))
}
