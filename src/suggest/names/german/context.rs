//! Words that nothing but their place tells to be names.

use std::ops::Range;

use super::German;
use super::words::{apposition_of, is_function, is_model_number, is_place_like, is_time, title_of};
use crate::suggest::Reason;
use crate::suggest::names::candidate::{Candidate, first_name, listed};
use crate::suggest::names::evidence::{Uses, follows_adjective, is_led};
use crate::suggest::names::lists;
use crate::suggest::names::nouns::{Noun, may_be_adjective};
use crate::suggest::names::tokens::{Gap, Sentence};

/// A word and what stands beside it.
struct Beside<'w> {
    place: usize,
    word: &'w str,
    /// It begins a sentence: its capital tells nothing.
    begins: bool,
    /// What stands before it in the sentence; empty where nothing does.
    before: &'w str,
    /// Only a blank stands before it.
    is_close: bool,
    /// The next word, if only a blank stands before that; else empty.
    next: &'w str,
    uses: Uses,
}

impl German<'_, '_> {
    fn beside(&self, sentence: &Sentence, place: usize) -> Beside<'_> {
        let word = self.word(place);
        let begins = self.tokens.begins(place);
        let is_first = begins || place == sentence.tokens.start;
        let next = place + 1;
        let has_next = next < sentence.tokens.end && self.gap(next) == Gap::Blank;
        Beside {
            place,
            word,
            begins,
            before: if is_first { "" } else { self.word(place - 1) },
            is_close: !begins && self.gap(place) == Gap::Blank,
            next: if has_next { self.word(next) } else { "" },
            uses: self.evidence.uses(word),
        }
    }

    /// A word that nothing but its place tells to be a name.
    pub(super) fn by_context(
        &self,
        sentence: &Sentence,
        place: usize,
        found: &[Candidate],
    ) -> Option<Candidate> {
        let beside = self.beside(sentence, place);
        let word = beside.word;
        let is_noun =
            self.is_common(word) && !self.is_town(place) || title_of(word) || apposition_of(word).is_some();
        if is_noun || self.is_name_adjective(place) || self.is_of_city(place) {
            return None;
        }
        // "Förster Hannes Pirker": who stands before a first name is no name.
        if !beside.next.is_empty() && first_name(self.tokens, sentence.tokens.end, place + 1).is_some() {
            return None;
        }
        if let Some(name) = self.side_by_side(sentence, &beside) {
            return Some(name);
        }
        if is_led(self.tokens, place) || beside.uses.led > 0 || self.evidence.is_small_too(word) {
            return None;
        }
        let by_neighbours = self.genitive(sentence, &beside).or_else(|| speaker(&beside));
        by_neighbours.or_else(|| {
            let is_one = if beside.begins { acts(&beside) } else { self.is_bare(&beside, found) };
            is_one.then(|| Candidate::new(place..place + 1, Reason::Capital, None))
        })
    }

    /// Words with capitals side by side that are no common nouns: "Financial Times".
    fn side_by_side(&self, sentence: &Sentence, beside: &Beside<'_>) -> Option<Candidate> {
        let &Beside { place, word, begins, uses, .. } = beside;
        if self.evidence.is_small_too(word) {
            return None;
        }
        let next = place + 1;
        let is_inflected = ["e", "en", "er", "es", "em"].iter().any(|ending| word.ends_with(ending));
        // "Die Kessberg Touristik": an article, a word that is no noun, and a noun.
        let is_proper = !is_inflected && self.has_article(place) && self.noun(word) == Noun::No;
        let has_noun = !beside.next.is_empty()
            && self.is_capital(sentence, next)
            && !is_function(beside.next)
            && !is_time(beside.next);
        let end = sentence.tokens.end;
        if is_proper && has_noun {
            let noun = self.unit(sentence, next).end;
            let goes_on = noun < end && self.gap(noun) == Gap::Blank;
            let last = if goes_on { self.run(sentence, noun, end).end } else { noun };
            return Some(Candidate::new(place..last, Reason::Capitals, None));
        }
        let run = self.run(sentence, place, end);
        let is_doubtful = uses.bare == 0
            && (begins && uses.led > 0 || is_inflected && (begins || is_led(self.tokens, place)));
        (run.len() > 1 && !is_doubtful).then(|| Candidate::new(run, Reason::Capitals, None))
    }

    /// "Wellgards neue Pläne".
    fn genitive(&self, sentence: &Sentence, beside: &Beside<'_>) -> Option<Candidate> {
        let &Beside { place, word, begins, .. } = beside;
        let stem = word.strip_suffix('s')?;
        if stem.chars().count() < 3 || stem.ends_with(['s', 'u', 'i']) {
            return None;
        }
        let end = sentence.tokens.end;
        let mut owned = place + 1;
        while owned < end.min(place + 3)
            && self.gap(owned) == Gap::Blank
            && may_be_adjective(self.word(owned))
        {
            owned += 1;
        }
        let has_noun = owned < end && self.gap(owned) == Gap::Blank && self.is_capital(sentence, owned) && {
            let last = self.unit(sentence, owned).end - 1;
            self.is_common(self.word(last)) || title_of(self.word(owned))
        };
        // "Letztes Mittel" begins with an adjective.
        let owns = has_noun && !(begins && word.ends_with("es")) && !follows_adjective(self.tokens, place);
        let is_known = !begins && self.evidence.uses(stem).bare > 0;
        (owns || is_known).then(|| {
            let own = Candidate::new(place..place + 1, Reason::Genitive, None);
            Candidate { is_genitive: true, ..own }
        })
    }

    /// Whether a word within a sentence stands as a noun would not without an article.
    fn is_bare(&self, beside: &Beside<'_>, found: &[Candidate]) -> bool {
        let &Beside { place, word, before, is_close, next, uses, .. } = beside;
        let is_local = is_close && lists::PREPOSITIONS_DE.contains(before);
        let follows_name = found.last().is_some_and(|last| {
            let behind = last.places.end;
            // "Alibaba, Google und Apple": the comma is that of a list.
            let after = self.tokens.list.get(place + 1).map(|next| next.gap);
            let is_listed = behind == place
                && self.gap(place) == Gap::Comma
                && (after == Some(Gap::Comma) || matches!(next, "und" | "oder" | "sowie"));
            is_listed || behind + 1 == place && is_close && matches!(before, "und" | "oder" | "sowie")
        });
        if follows_adjective(self.tokens, place) && !is_local && !follows_name {
            return false;
        }
        if self.is_town(place) || is_like_name(word) {
            return true;
        }
        // In the dative a noun in the plural ends in *n*.
        let goes_on = next.starts_with(char::is_uppercase);
        let is_singular = !word.ends_with('n') && !word.ends_with("ing") && !goes_on;
        let is_dative =
            is_close && (lists::DATIVES_DE.contains(before) || matches!(before, "in" | "zwischen"));
        let is_subject = lists::VERBS_DE.contains(next) || is_close && lists::VERBS_DE.contains(before);
        let is_place = is_local
            && matches!(
                before,
                "in" | "nach" | "aus" | "bei" | "nahe" | "südlich" | "nördlich" | "östlich" | "westlich"
            );
        is_dative && is_singular
            || is_place && is_place_like(word)
            || follows_name && !word.ends_with("en")
            || uses.bare >= 3 && (is_subject || is_place)
    }

    /// Words with capitals from here on that are no common nouns.
    pub(super) fn run(&self, sentence: &Sentence, place: usize, end: usize) -> Range<usize> {
        let mut next = place;
        while next < end && next < place + 4 {
            let is_next = next == place || matches!(self.gap(next), Gap::Blank | Gap::Ampersand);
            let word = self.word(next);
            let unit = self.unit(sentence, next);
            let last = self.word(unit.end - 1);
            let may_be = self.tokens.list[next].is_capital && !is_function(word) && !self.is_common(last);
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

    /// Whether a country or the like is named here, or an institution: no surname.
    pub(super) fn is_country(&self, sentence: &Sentence, place: usize) -> bool {
        let own = listed(self.tokens, sentence, place);
        own.is_some_and(|own| {
            !lists::LISTED.get(self.word(own.places.start)).is_some_and(|listed| listed.is_city)
        })
    }
}

/// Who says something: "sagte Meinhardt", "Meinhardt erklärte".
fn speaker(beside: &Beside<'_>) -> Option<Candidate> {
    let says = |word: &str| lists::SAYING_DE.contains(word);
    let is_behind = beside.is_close && (says(beside.before) || matches!(beside.before, "laut" | "so"));
    let is_sure = !beside.begins || beside.uses.bare > 0 || is_like_name(beside.word);
    (is_behind || says(beside.next) && is_sure)
        .then(|| Candidate::new(beside.place..beside.place + 1, Reason::Speaker, None))
}

/// Whether a word at the beginning of a sentence does something, and is no adverb.
fn acts(beside: &Beside<'_>) -> bool {
    const ADVERBS: [&str; 13] = [
        "lich", "ig", "isch", "bar", "sam", "los", "haft", "weise", "mals", "seits", "falls", "maßen", "end",
    ];
    const AUXILIARIES: [&str; 8] = ["ist", "war", "wird", "wurde", "hat", "hatte", "werden", "sind"];
    let small = beside.word.to_lowercase();
    let is_adverb = lists::BEGINNINGS_DE.contains(&*small) || ADVERBS.iter().any(|end| small.ends_with(end));
    // "Betroffen ist", "Gesucht wird".
    let is_participle = small.ends_with('t') && AUXILIARIES.contains(&beside.next);
    !is_adverb && !is_participle && lists::VERBS_DE.contains(beside.next) && is_like_name(beside.word)
}

/// Whether a word ends as few nouns do in the plural.
fn is_like_name(word: &str) -> bool {
    const ENDINGS: [&str; 10] = ["en", "ern", "eln", "er", "e", "es", "em", "ing", "ies", "és"];
    !ENDINGS.iter().any(|ending| word.ends_with(ending))
}
