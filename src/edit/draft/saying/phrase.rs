//! The words that name who says something: a noun with what belongs to it.

use std::ops::Range;

use super::lists;
use crate::text::cues::CueLanguage;
use crate::text::names::{is_function_word, words};

/// A sentence, its words, and what the dossier knows to be names in it.
pub(super) struct Sentence<'t> {
    pub(super) text: &'t str,
    words: Vec<Range<usize>>,
    /// By where they begin.
    names: Vec<Range<usize>>,
}

/// Words that name somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Phrase {
    /// All of them.
    pub(super) range: Range<usize>,
    /// Where the noun ends that is meant: "a critic" of "a critic of the town".
    pub(super) core_end: usize,
}

/// No more words name anybody.
const MOST_WORDS: usize = 14;

/// In a longer clause nobody is looked for, nor farther away from a verb: a sentence may have thousands of verbs, and for each the
/// whole of it would be read again.
pub(super) const MOST_CLAUSE_WORDS: usize = 40;

impl<'t> Sentence<'t> {
    pub(super) fn new(text: &'t str, names: Vec<Range<usize>>) -> Self {
        Self { text, words: words(text), names }
    }

    pub(super) fn word(&self, place: usize) -> Option<&'t str> {
        self.words.get(place).map(|word| &self.text[word.clone()])
    }

    /// The first word from a byte on.
    pub(super) fn place_from(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.start < byte)
    }

    pub(super) fn range_of(&self, place: usize) -> Option<Range<usize>> {
        self.words.get(place).cloned()
    }

    /// Where the words begin that are looked at before a byte.
    pub(super) fn reach_before(&self, byte: usize) -> usize {
        match self.place_from(byte).checked_sub(MOST_CLAUSE_WORDS) {
            None | Some(0) => 0,
            Some(place) => self.words[place].start.min(byte),
        }
    }

    /// Where the words end that are looked at after a byte.
    fn reach_after(&self, byte: usize) -> usize {
        self.words.get(self.place_from(byte) + MOST_CLAUSE_WORDS).map_or(self.text.len(), |word| word.start)
    }

    /// Whether only blanks lie between these bytes.
    pub(super) fn is_blank(&self, between: Range<usize>) -> bool {
        self.text.get(between).is_some_and(|gap| gap.trim().is_empty())
    }

    /// Whether a word goes on with the next: after a blank, a hyphen, an apostrophe, the full stop of an abbreviation.
    fn joins(&self, place: usize) -> bool {
        let (Some(own), Some(next)) = (self.words.get(place), self.words.get(place + 1)) else {
            return false;
        };
        let word = &self.text[own.clone()];
        let is_short = word.chars().nth(3).is_none() && is_capital(word);
        match self.text[own.end..next.start].trim() {
            "" | "-" | "’" | "'" => true,
            // "aus dem 17. Jahrhundert".
            "." => is_short || place > 0 && word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()),
            _ => false,
        }
    }

    /// Whether a clause ends after a word.
    fn ends_clause(&self, place: usize) -> bool {
        !self.joins(place)
    }

    /// The place of the last word of the known name that begins with this one.
    fn name_at(&self, place: usize) -> Option<usize> {
        let start = self.words.get(place)?.start;
        let first = self.names.partition_point(|name| name.start < start);
        let own = self.names[first..].iter().take_while(|name| name.start == start);
        let longest = own.map(|name| name.end).max()?;
        Some(self.words.partition_point(|word| word.start < longest).saturating_sub(1).max(place))
    }

    /// Whether examples of what was named begin with this word, which are not all of it: "Firmen wie X", "rivals such as X".
    pub(super) fn begins_examples(&self, place: usize) -> bool {
        let before = place.checked_sub(1).filter(|before| self.joins(*before));
        let before = before.and_then(|before| self.word(before));
        match self.word(place) {
            Some("including" | "darunter") => true,
            Some("like") => before.is_some(),
            Some("such") => self.joins(place) && self.word(place + 1) == Some("as"),
            Some("as") => before == Some("such"),
            // After a comma or "Doch" a clause begins with it: "Die Fähre fährt, wie X sagt".
            Some("wie") => before.is_some_and(|before| {
                let is_noun =
                    is_capital(before) && !is_function_word(&before.to_lowercase(), &[CueLanguage::German]);
                is_noun || lists::BEFORE_EXAMPLES.contains(&before)
            }),
            _ => false,
        }
    }

    /// Whether nothing of the clause before goes on after this word.
    fn is_subordinating(&self, place: usize) -> bool {
        self.word(place).is_some_and(|word| lists::SUBORDINATING.contains(&&*word.to_lowercase()))
            && !self.begins_examples(place)
    }

    /// The words before a byte back to where their clause begins, without what opens it. None where that is far away.
    pub(super) fn clause_before(&self, byte: usize) -> Option<Range<usize>> {
        let end = self.words.partition_point(|word| word.end <= byte);
        let last = end.checked_sub(1)?;
        if !self.is_blank(self.words[last].end..byte) {
            return None;
        }
        let mut first = last;
        while first > 0 && self.joins(first - 1) && !self.is_subordinating(first - 1) {
            if end - first >= MOST_CLAUSE_WORDS {
                return None;
            }
            first -= 1;
        }
        while first < last && is_opener(&self.text[self.words[first].clone()]) {
            first += 1;
        }
        Some(first..end)
    }

    /// The phrase that fills these words, of a clause that a verb follows.
    pub(super) fn whole(&self, places: &Range<usize>, is_german: bool) -> Option<Phrase> {
        let end = self.words.get(places.end.checked_sub(1)?)?.end;
        let found = if is_german {
            self.german(places.start, true, Some(end))
        } else {
            self.english(places.clone(), &[])
        };
        found.filter(|phrase| phrase.range.end == end)
    }

    /// A German phrase that begins with this word. What may be the beginning of something else belongs to it only where nothing
    /// else can come: before the end of a clause, or after a verb.
    pub(super) fn german(&self, first: usize, is_after_verb: bool, end: Option<usize>) -> Option<Phrase> {
        let start = self.words.get(first)?.start;
        let core = self.german_noun(first)?;
        let core_end = self.words[core].end;
        let mut last = core;
        // A name has nobody's genitive after it: "sagte Moe der Zeitung".
        let is_source =
            || self.word(core).is_some_and(|word| lists::SOURCES.contains(&&*word.to_lowercase()));
        let is_bare = core == first && end.is_none() && !is_source();
        while self.joins(last) && end.is_none_or(|end| self.words[last].end < end) {
            let Some(noun) = self.german_noun(last + 2) else { break };
            let is_tied = match self.word(last + 1)? {
                "des" | "eines" => true,
                "der" | "einer" | "dieser" => {
                    is_after_verb && !is_bare || !is_after_verb && self.ends_clause(noun)
                }
                "von" | "vom" | "für" | "aus" => is_after_verb,
                _ => false,
            };
            if !is_tied || !self.joins(last + 1) || noun - first >= MOST_WORDS {
                break;
            }
            last = noun;
        }
        // "die Park- und Zooleiterin" is one.
        if self.text[self.words[last].end..].starts_with("- ") {
            return None;
        }
        Some(Phrase { range: start..self.words[last].end, core_end })
    }

    /// The last word of a noun with what stands before it: articles, adjectives, titles.
    fn german_noun(&self, first: usize) -> Option<usize> {
        if self.begins_examples(first) {
            return None;
        }
        let mut place = first;
        let mut noun = None;
        while let Some(word) = self.word(place) {
            let small = word.to_lowercase();
            let is_determiner = lists::GERMAN_DETERMINERS.contains(&&*small);
            if let Some(last) = self.name_at(place) {
                place = last;
                noun = Some(place);
            } else if noun.is_none() && lists::DEFINITE.contains(&&*small) && place > first {
                // "so das der Schaumgummi", "prüfte den Angaben": not one noun's.
                return None;
            } else if noun.is_none() && is_capital(word) && is_function_word(&small, &[CueLanguage::German]) {
                // It has its capital from the sentence, as "Wenn Lund" and "Trotz der Kritik".
                if !is_determiner {
                    return None;
                }
            } else if is_capital(word) && !lists::NO_NAMES.contains(&&*word.to_lowercase()) {
                noun = Some(place);
            } else if noun.is_some() || !is_before_noun(word, place == first) {
                return noun;
            }
            if !self.joins(place) || place - first >= MOST_WORDS {
                return noun;
            }
            place += 1;
        }
        noun
    }

    /// An English phrase of these words, up to one that ends it.
    pub(super) fn english(&self, places: Range<usize>, ending: &[&str]) -> Option<Phrase> {
        let first = places.start;
        let start = self.words.get(first)?.start;
        let (mut last, mut core): (Option<usize>, Option<usize>) = (None, None);
        let mut is_core = true;
        let mut place = first;
        while place < places.end
            && let Some(word) = self.word(place)
        {
            let small = word.to_lowercase();
            let known = self.name_at(place).filter(|last| *last < places.end);
            if known.is_none() {
                let begins_examples = self.begins_examples(place);
                if place == first && (lists::NO_NAMES.contains(&&*small) || begins_examples)
                    || lists::VERB_FORMS.contains(&&*small)
                {
                    return None;
                }
                let is_compound =
                    self.words.get(place).is_some_and(|own| self.text[own.end..].starts_with('-'));
                if ending.contains(&&*small) && !is_compound {
                    break;
                }
                is_core &= !lists::PREPOSITIONS.contains(&&*small) && !begins_examples;
            }
            place = known.unwrap_or(place);
            if is_core && !lists::DETERMINERS.contains(&&*small) {
                core = Some(place);
            }
            last = Some(place);
            if !self.joins(place) {
                break;
            }
            if place - first >= MOST_WORDS {
                return None;
            }
            place += 1;
        }
        let (last, core) = (last?, core?);
        // Where a quotation goes on, half a phrase is none.
        if self.word(last).is_some_and(|word| lists::DETERMINERS.contains(&word)) {
            return None;
        }
        Some(Phrase { range: start..self.words[last].end, core_end: self.words[core].end })
    }

    /// Whether nothing goes on after a phrase of a verb: its clause ends, or what comes is when or where.
    pub(super) fn ends_after(&self, phrase: &Phrase) -> bool {
        let next = self.place_from(phrase.range.end);
        if next >= self.words.len() {
            return true;
        }
        let gap = self.text[phrase.range.end..self.words[next].start].trim();
        // "Zoo- und Parkdirektor".
        if gap.starts_with('-') {
            return false;
        }
        // What is in parentheses is no end: "the Lund Line (LL) director Ida Berg".
        if gap == "(" {
            let end = self.reach_after(phrase.range.end);
            let close = self.text[phrase.range.end..end].find(')').map(|close| phrase.range.end + close + 1);
            if close.is_none() && end < self.text.len() {
                return false;
            }
            let after = close.map_or(self.words.len(), |close| self.place_from(close));
            let goes_on = close
                .zip(self.words.get(after))
                .is_some_and(|(close, word)| self.is_blank(close..word.start));
            return !goes_on || self.is_after_name(after);
        }
        !gap.is_empty() || self.is_after_name(next)
    }

    /// Whether a word may follow a name that is whole; no part of "last-minute".
    fn is_after_name(&self, place: usize) -> bool {
        let Some(own) = self.words.get(place) else { return false };
        let small = self.text[own.clone()].to_lowercase();
        lists::AFTER_NAME.contains(&&*small) && !self.text[own.end..].starts_with('-')
    }

    /// Whether a German phrase has a form that no subject has: "den Vorfall", "einem Sender".
    pub(super) fn is_object(&self, phrase: &Phrase) -> bool {
        let first = self.word(self.place_from(phrase.range.start)).unwrap_or_default().to_lowercase();
        lists::OBJECT_FORMS.contains(&&*first)
    }

    /// The phrase without a definite article at its beginning.
    pub(super) fn bare(&self, phrase: &Phrase) -> Range<usize> {
        let first = self.place_from(phrase.range.start);
        match (self.word(first), self.words.get(first + 1)) {
            (Some(word), Some(next))
                if next.start < phrase.core_end && lists::DEFINITE.contains(&&*word.to_lowercase()) =>
            {
                next.start..phrase.range.end
            }
            _ => phrase.range.clone(),
        }
    }

    /// Whether what stands in a phrase before a name is no part of another's: articles, adjectives, an office.
    pub(super) fn is_title(&self, before: Range<usize>, name: &str) -> bool {
        let is_full_name = name.split_whitespace().nth(1).is_some();
        let first = self.place_from(before.start);
        let mut place = first;
        while let Some(own) = self.words.get(place).filter(|own| own.end <= before.end) {
            let word = &self.text[own.clone()];
            let small = word.to_lowercase();
            let is_office = || is_office(word);
            let is_first_word = || place == 0 && lists::DETERMINERS.contains(&&*small);
            let is_plain = !is_capital(word) && !lists::PREPOSITIONS.contains(&&*small);
            // What a hyphen joins to an office belongs to it.
            let is_joined = self.text[own.end..].starts_with('-');
            if !(is_plain || is_full_name || is_joined || is_first_word() || is_office()) {
                return false;
            }
            place += 1;
        }
        place == first || !self.text[..before.end].ends_with('-')
    }
}

/// Whether a word is one for an office or a trade.
pub(super) fn is_office(word: &str) -> bool {
    let small = word.to_lowercase();
    lists::GERMAN_TITLES.iter().any(|title| small.ends_with(title))
        || lists::ENGLISH_TITLES.contains(&&*small)
}

pub(super) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn is_opener(word: &str) -> bool {
    lists::CLAUSE_OPENERS.contains(&&*word.to_lowercase())
}

/// Whether a German word may stand before a noun: an article, an adjective, a number.
fn is_before_noun(word: &str, is_first: bool) -> bool {
    const ENDINGS: [&str; 5] = ["e", "en", "er", "es", "em"];
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    let small = word.to_lowercase();
    // "oder", "unter": no adjectives.
    let is_other = is_first
        && is_function_word(&small, &[CueLanguage::German])
        && !lists::GERMAN_DETERMINERS.contains(&&*small);
    !is_other
        && !lists::NO_NAMES.contains(&&*small)
        && !is_number
        && (lists::DETERMINERS.contains(&word) || ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_clause_only_the_words_beside_a_verb_are_looked_at() {
        let clause = |words: usize| {
            let text = "Fähre ".repeat(words);
            Sentence::new(&text, Vec::new()).clause_before(text.len())
        };
        assert_eq!(clause(MOST_CLAUSE_WORDS), Some(0..MOST_CLAUSE_WORDS));
        assert_eq!(clause(MOST_CLAUSE_WORDS + 1), None);
        let text = "Fähre ".repeat(20_000);
        let sentence = Sentence::new(&text, Vec::new());
        assert_eq!(sentence.clause_before(text.len()), None);
        let (before, after) = (sentence.reach_before(text.len()), sentence.reach_after(0));
        assert_eq!(text[before..].split_whitespace().count(), MOST_CLAUSE_WORDS);
        assert_eq!(text[..after].split_whitespace().count(), MOST_CLAUSE_WORDS);
    }

    #[test]
    fn examples_open_no_clause() {
        let clause = |text: &str| Sentence::new(text, Vec::new()).clause_before(text.len());
        assert_eq!(clause("Firmen wie Lund"), Some(0..3));
        assert_eq!(clause("Rivals such as Lund"), Some(0..4));
        assert_eq!(clause("Sie fährt, wie Lund"), Some(3..4));
        assert_eq!(clause("Doch wie Lund"), Some(2..3));
    }
}
