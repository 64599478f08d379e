//! What a reader types to find something: words in any order, each from its beginning, and between quotation marks exactly
//! what stands there.

use std::collections::VecDeque;
use std::ops::Range;

use super::{Finder, Scan, Step, fold};
use crate::text::scripts::is_continuation;
use crate::text::sentences;

/// The most words that count: more than any reader types. Who pastes more finds them in a row.
const MAX_TERMS: usize = 16;

/// What is looked for.
///
/// In a text, a hit is a passage: the words as they were typed, in a row; if they do not stand in a row in a sentence that
/// has them all, the sentence from the first of them to the last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Query {
    terms: Vec<Term>,
    /// The term that is most likely the rarest: where it is not, no other is looked for.
    rarest: usize,
    /// All of it in a row; none of a single word.
    row: Option<Finder>,
    /// What was typed runs over the end of a sentence, so that it can only be meant in a row.
    is_row: bool,
}

/// A word of a query, a sign, or what stands between quotation marks.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Term {
    /// Where it stands in what was typed.
    typed: Range<usize>,
    finder: Finder,
    is_word: bool,
}

/// How far a stretch of text has been searched for passages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PassageScan {
    /// What no sentence extends beyond.
    stretch: Range<usize>,
    scan: Scan,
    /// What the last sentence had and was not asked for yet.
    waiting: VecDeque<Range<usize>>,
}

impl PassageScan {
    /// A search of this stretch of a text, which no hit extends beyond: a block of an article.
    pub fn of(stretch: Range<usize>) -> Self {
        let from = stretch.start;
        Self::from(stretch, from)
    }

    /// A search of the stretch from this byte of it on.
    pub fn from(stretch: Range<usize>, byte: usize) -> Self {
        let scan = Scan::of(byte..stretch.end);
        Self { stretch, scan, waiting: VecDeque::new() }
    }

    /// The byte it has reached.
    pub fn at(&self) -> usize {
        self.scan.at()
    }

    /// Whether all hits that begin before this byte have been found.
    pub fn is_past(&self, byte: usize) -> bool {
        self.waiting.is_empty() && self.scan.is_past(byte)
    }
}

impl Query {
    /// What this looks for; `None` if that is nothing.
    pub fn new(typed: &str) -> Option<Self> {
        let mut terms: Vec<Term> = Vec::new();
        let mut add = |typed: Range<usize>, finder: Option<Finder>, is_word| {
            let Some(finder) = finder else { return };
            if terms.len() < MAX_TERMS && terms.iter().all(|term| term.finder != finder) {
                terms.push(Term { typed, finder, is_word });
            }
        };
        for part in parts(typed) {
            match part {
                Part::Word(range) => add(range.clone(), Finder::word(&typed[range]), true),
                Part::Exactly(range) => add(range.clone(), Finder::new(&typed[range]), false),
            }
        }
        if terms.is_empty() {
            // Who types nothing but signs means the signs.
            let finder = Finder::new(typed)?;
            terms.push(Term { typed: 0..typed.len(), finder, is_word: false });
        }
        let longest = (0..terms.len()).rev().max_by_key(|term| terms[*term].finder.needle.len());
        let row = if terms.len() > 1 { Finder::word(typed) } else { None };
        let is_row = row.is_some() && sentences::has_end(typed.trim());
        Some(Self { terms, rarest: longest.unwrap_or_default(), row, is_row })
    }

    /// What finds each of its words.
    pub fn terms(&self) -> impl ExactSizeIterator<Item = &Finder> {
        self.terms.iter().map(|term| &term.finder)
    }

    /// Where its words stand in what was typed, and their place among all that is looked for; not signs, nor what is quoted.
    pub fn typed_words(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        let words = self.terms.iter().enumerate().filter(|(_, term)| term.is_word);
        words.map(|(place, term)| (place, term.typed.clone()))
    }

    /// Searches on to the next passage, for at most about so much `work` ([`Finder::next`]). Passages come in order and share
    /// no words.
    ///
    /// # Panics
    ///
    /// If the scan is of another text.
    pub fn next(&self, text: &str, scan: &mut PassageScan, work: &mut usize) -> Step {
        if let Some(row) = self.row.as_ref().filter(|_| self.is_row) {
            return row.next(text, &mut scan.scan, work);
        }
        let rarest = &self.terms[self.rarest].finder;
        if self.terms.len() == 1 {
            return rarest.next(text, &mut scan.scan, work);
        }
        loop {
            if let Some(hit) = scan.waiting.pop_front() {
                return Step::Hit(hit);
            }
            match rarest.next(text, &mut scan.scan, work) {
                Step::Hit(hit) => {
                    let sentence = sentences::enclosing(text, &scan.stretch, hit.start);
                    *work = work.saturating_sub(sentence.len());
                    scan.waiting = self.passages(text, &sentence, work).into();
                    scan.scan.jump(sentence.end);
                }
                paused_or_done => return paused_or_done,
            }
        }
    }

    /// The passages of a sentence.
    fn passages(&self, text: &str, sentence: &Range<usize>, work: &mut usize) -> Vec<Range<usize>> {
        let mut first = |finder: &Finder| {
            *work = work.saturating_sub(sentence.len());
            finder.hits(text, sentence.clone()).next()
        };
        let words: Option<Vec<Range<usize>>> = self.terms().map(&mut first).collect();
        let Some(words) = words else { return Vec::new() };
        let rows: Vec<Range<usize>> =
            self.row.iter().flat_map(|row| row.hits(text, sentence.clone())).collect();
        if !rows.is_empty() {
            return rows;
        }
        let from = words.iter().map(|word| word.start).min();
        let to = words.iter().map(|word| word.end).max();
        from.zip(to).map(|(from, to)| from..to).into_iter().collect()
    }

    /// What of a passage, or of a whole line, is to be highlighted: all of it if it is the words in a row, else each word. In
    /// order; they share no words.
    pub fn words(&self, text: &str, stretch: Range<usize>) -> Vec<Range<usize>> {
        let is_row = |finder: &Finder| finder.hits(text, stretch.clone()).next() == Some(stretch.clone());
        let single = self.terms.first().filter(|_| self.terms.len() == 1).map(|term| &term.finder);
        if self.row.as_ref().or(single).is_some_and(is_row) {
            return vec![stretch];
        }
        let mut words: Vec<Range<usize>> =
            self.terms().flat_map(|finder| finder.hits(text, stretch.clone())).collect();
        words.sort_unstable_by_key(|word| (word.start, word.end));
        let mut apart: Vec<Range<usize>> = Vec::new();
        for word in words {
            match apart.last_mut() {
                Some(last) if word.start < last.end => last.end = last.end.max(word.end),
                _ => apart.push(word),
            }
        }
        apart
    }
}

impl Finder {
    /// The occurrences in a stretch of a text.
    pub fn hits<'a>(
        &'a self,
        text: &'a str,
        stretch: Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut scan = Scan::of(stretch);
        std::iter::from_fn(move || {
            let mut unlimited = usize::MAX;
            match self.next(text, &mut scan, &mut unlimited) {
                Step::Hit(hit) => Some(hit),
                Step::Paused | Step::Done => None,
            }
        })
    }
}

/// A part of what was typed.
enum Part {
    /// A word, or several with hyphens between them.
    Word(Range<usize>),
    /// A sign that is no mere punctuation, or what stands between quotation marks.
    Exactly(Range<usize>),
}

fn parts(typed: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = 0;
    while let Some(start) = typed[rest..].find(|c: char| !c.is_whitespace()).map(|start| rest + start) {
        let first = typed[start..].chars().next().unwrap_or(' ');
        let end = if is_quotation_mark(first) {
            let inside = start + first.len_utf8();
            // The second mark may be typed later.
            let end = typed[inside..].find(is_quotation_mark).map_or(typed.len(), |end| inside + end);
            parts.push(Part::Exactly(inside..end));
            typed[end..].chars().next().map_or(end, |mark| end + mark.len_utf8())
        } else {
            let end = typed[start..].find(char::is_whitespace).map_or(typed.len(), |end| start + end);
            word_and_signs(typed, start..end, &mut parts);
            end
        };
        rest = end;
    }
    parts
}

/// What stands between two blanks: a word, and signs before and after it.
fn word_and_signs(typed: &str, chunk: Range<usize>, parts: &mut Vec<Part>) {
    let is_letter = |c: char| c.is_alphanumeric() || is_continuation(c) || fold::is_accent(c);
    let text = &typed[chunk.clone()];
    let begin = text.find(is_letter).unwrap_or(text.len());
    let end = text.char_indices().rev().find(|(_, c)| is_letter(*c));
    let end = end.map_or(begin, |(place, c)| place + c.len_utf8());
    let mut signs = |from: usize, to: usize| {
        for (place, c) in text[from..to].char_indices().filter(|(_, c)| is_meant(*c)) {
            let place = chunk.start + from + place;
            parts.push(Part::Exactly(place..place + c.len_utf8()));
        }
    };
    signs(0, begin);
    signs(end, text.len());
    if begin < end {
        parts.push(Part::Word(chunk.start + begin..chunk.start + end));
    }
}

/// Whether a sign beside a word is looked for: not what stands there because a sentence does.
fn is_meant(c: char) -> bool {
    let [letter, more] = {
        let plain = fold::plain(c.encode_utf8(&mut [0; 4]));
        let mut letters = plain.chars();
        [letters.next(), letters.next()]
    };
    let is_punctuation = |c: char| ".,;:!?()[]{}/-\"'*_ ".contains(c);
    more.is_none() && letter.is_some_and(|letter| !is_punctuation(letter))
}

fn is_quotation_mark(c: char) -> bool {
    fold::plain(c.encode_utf8(&mut [0; 4])) == "\""
}

#[cfg(test)]
mod tests;
