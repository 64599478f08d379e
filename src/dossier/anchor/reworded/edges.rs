//! Where a passage that stands in the place of a quotation begins and ends: words that replaced others at its edges are
//! taken whole, and no punctuation is added that was not quoted.

use std::ops::Range;

use super::{Sought, Word, is_sentence_end};
use crate::text::typography::signs;

/// The most words by which the beginning of a sentence may lie before the words that are laid beside the first ones.
const FARTHER_BACK: usize = 4;

/// Two words that are one expression; without the first the second says something else.
const PAIRS: [(&str, &str); 12] = [
    ("at", "least"),
    ("at", "most"),
    ("more", "than"),
    ("less", "than"),
    ("fewer", "than"),
    ("up", "to"),
    ("no", "longer"),
    ("mehr", "als"),
    ("weniger", "als"),
    ("bis", "zu"),
    ("nicht", "mehr"),
    ("noch", "nicht"),
];

/// Words that lead to the one they belong to.
const LEADING: [&str; 22] = [
    "a", "am", "an", "das", "dem", "den", "der", "des", "die", "ein", "eine", "einem", "einer", "eines",
    "im", "of", "the", "vom", "von", "zum", "zur", "from",
];

/// Words before a number that limit it.
const LIMITS: [&str; 24] = [
    "about",
    "almost",
    "around",
    "circa",
    "ca",
    "etwa",
    "exactly",
    "fast",
    "genau",
    "gut",
    "höchstens",
    "knapp",
    "least",
    "mindestens",
    "most",
    "nearly",
    "over",
    "roughly",
    "rund",
    "than",
    "als",
    "über",
    "under",
    "unter",
];

/// Words after a number without which it is another.
const MAGNITUDES: [&str; 17] = [
    "billion",
    "billionen",
    "hundert",
    "hundred",
    "milliarde",
    "milliarden",
    "million",
    "millionen",
    "millions",
    "mio",
    "mrd",
    "percent",
    "prozent",
    "tausend",
    "thousand",
    "trillion",
    "billions",
];

/// Some words of the article and the text they stand in.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) all: &'a [Word],
    /// Where the block begins.
    pub(super) block: usize,
}

impl Words<'_> {
    fn lower(&self, at: usize) -> String {
        self.text[self.all[at].range.clone()].to_lowercase()
    }

    /// What stands between a word and the next.
    fn between(&self, at: usize) -> &str {
        &self.text[self.all[at].range.end..self.all[at + 1].range.start]
    }

    pub(super) fn ends_between(&self, at: usize) -> bool {
        self.between(at).contains(is_sentence_end)
    }

    /// Whether a mark stands between these words and those after each.
    fn is_parted(&self, words: Range<usize>) -> bool {
        words.into_iter().any(|at| !self.between(at).trim().is_empty())
    }

    /// Whether a word and the next are parts of one: `non-native`, `China’s`, `1,5`.
    fn is_joined(&self, at: usize) -> bool {
        let between = self.between(at);
        let is_separator = |c: char| matches!(c, '.' | ',') && self.is_number(at) && self.is_number(at + 1);
        !between.contains(char::is_whitespace)
            && signs(between).all(|sign| matches!(sign.sign, '-' | '\'') || is_separator(sign.sign))
    }

    fn is_number(&self, at: usize) -> bool {
        self.text[self.all[at].range.clone()].starts_with(|c: char| c.is_numeric())
    }

    /// The first word of the sentence of this word, if it is among these words.
    fn sentence_start(&self, at: usize) -> Option<usize> {
        let start = (0..at).rev().take_while(|before| !self.ends_between(*before)).last().unwrap_or(at);
        let is_first = || !self.text[self.block..self.all[0].range.start].contains(char::is_alphanumeric);
        (start > 0 || is_first()).then_some(start)
    }

    /// The first word of what replaced the first words of a quotation, of which `from` is laid beside one. Of a quotation
    /// that began with a capital it is the first of its sentence, if that is near and this word cannot begin one: it is
    /// small, or nothing but articles and prepositions lead to it.
    pub(super) fn replaced_from(&self, mut from: usize, begins_with_capital: bool) -> usize {
        let is_small = || self.text[self.all[from].range.clone()].starts_with(char::is_lowercase);
        let leads = |at: usize| LEADING.contains(&self.lower(at).as_str());
        let is_led = |start: usize| {
            from > start && leads(from - 1) && (start + 1..from).all(leads) && !self.is_parted(start..from)
        };
        let near = self.sentence_start(from).filter(|start| from - start <= FARTHER_BACK);
        if let Some(start) = near.filter(|start| begins_with_capital && (is_small() || is_led(*start))) {
            return start;
        }
        while let Some(before) = from.checked_sub(1) {
            let is_expression = || {
                PAIRS.contains(&(&self.lower(before), &self.lower(from)))
                    || self.is_number(from) && LIMITS.contains(&self.lower(before).as_str())
            };
            if !self.is_joined(before) && (self.ends_between(before) || !is_expression()) {
                break;
            }
            from = before;
        }
        from
    }

    /// The last word of what replaced the last words of a quotation, of which `to` is laid beside one.
    pub(super) fn replaced_to(&self, mut to: usize) -> usize {
        while to + 1 < self.all.len() {
            let is_part = self.is_joined(to)
                || !self.ends_between(to)
                    && self.is_number(to)
                    && MAGNITUDES.contains(&self.lower(to + 1).as_str());
            if !is_part {
                break;
            }
            to += 1;
        }
        to
    }
}

impl Sought {
    /// The first and the last word of the passage. Where the quotation's own first or last word has gone, what stands
    /// there instead is taken whole: up to the context, if that stands, else as far as it belongs together.
    pub(super) fn whole_edges(
        &self,
        words: Words<'_>,
        same: &impl Fn(usize) -> Option<usize>,
        leading: Range<usize>,
        trailing: Range<usize>,
    ) -> (usize, usize) {
        let (mut from, mut to) = (leading.start, trailing.end);
        let no_end = |mut between: Range<usize>| !between.any(|at| words.ends_between(at));
        if from < leading.end && same(self.exact.start).is_none() {
            let beside = self.exact.start.checked_sub(1).and_then(same);
            from = match beside.filter(|before| *before < from && no_end(*before + 1..from)) {
                Some(before) => before + 1,
                None => words.replaced_from(from, self.begins_with_capital()),
            };
        }
        if to > trailing.start && same(self.exact.end - 1).is_none() {
            let beside = Some(self.exact.end).filter(|end| *end < self.words.len()).and_then(same);
            to = match beside.filter(|after| *after > to && no_end(to..*after - 1)) {
                Some(after) => after - 1,
                None => words.replaced_to(to),
            };
        }
        (from, to)
    }

    fn begins_with_capital(&self) -> bool {
        self.text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
    }

    /// The stretch of these words, with the punctuation at its ends that the quotation has there too.
    pub(super) fn with_punctuation(&self, words: Words<'_>, among: Range<usize>) -> Range<usize> {
        /// A sentence that is longer by more words was not only reworded.
        const FARTHER: usize = 8;
        let (text, there) = (words.text, words.all);
        let is_mark = |c: char| !c.is_alphanumeric() && c != ' ';
        let (mut start, mut end) = (there[among.start].range.start, there[among.end - 1].range.end);
        let led = &self.text[..self.text.len() - self.text.trim_start_matches(is_mark).len()];
        let before = &text[text[..start].trim_end_matches(is_mark).len()..start];
        start -= quoted_at_end(before, led);
        let closing = &self.text[self.text.trim_end_matches(is_mark).len()..];
        if !closing.is_empty() {
            let run = |end: usize| {
                let rest = &text[end..];
                &rest[..rest.find(|c| !is_mark(c)).unwrap_or(rest.len())]
            };
            let close = |end: usize| end + quoted_at_start(run(end), closing);
            if !closing.contains(is_sentence_end) || run(end).contains(is_sentence_end) {
                end = close(end);
            } else {
                let rest = there[among.end..].iter().take(FARTHER).map(|word| word.range.end);
                let ending = rest.into_iter().find(|at| run(*at).contains(is_sentence_end));
                end = close(ending.unwrap_or(end));
            }
        }
        start..end
    }
}

/// What a mark counts as here: all that ends a sentence is one.
fn class(sign: char) -> char {
    if is_sentence_end(sign) { '.' } else { sign }
}

/// How many bytes of these marks were quoted too: up to the first that was not.
fn quoted_at_start(marks: &str, quoted: &str) -> usize {
    let mut left: Vec<char> = signs(quoted).map(|sign| class(sign.sign)).collect();
    let taken = signs(marks).take_while(|mark| take(&mut left, mark.sign)).last();
    taken.map_or(0, |mark| mark.at.end)
}

/// The same from the end back.
fn quoted_at_end(marks: &str, quoted: &str) -> usize {
    let mut left: Vec<char> = signs(quoted).map(|sign| class(sign.sign)).collect();
    let all: Vec<_> = signs(marks).collect();
    let taken = all.iter().rev().take_while(|mark| take(&mut left, mark.sign)).last();
    taken.map_or(0, |mark| marks.len() - mark.at.start)
}

/// Takes one of these marks, if it is there.
fn take(left: &mut Vec<char>, sign: char) -> bool {
    let place = left.iter().position(|mark| *mark == class(sign));
    place.map(|place| left.swap_remove(place)).is_some()
}

#[cfg(test)]
mod tests;
