//! Words of the article that are marked, to become something of the dossier, and how keys move them. A mark lies within one
//! block, never in a heading or in boilerplate, begins and ends where an anchor may, and is never empty.

mod inside;
mod keys;
mod names;
mod stretches;

use std::ops::Range;

pub use inside::inside;
pub use keys::{KEYS, MarkKey};
pub use stretches::{MOST_CHARACTERS, characters, count_words};

use crate::dossier::Article;
use crate::text::width;
use stretches::{Unit, block_at, fits, fitting, is_edge, is_whole, words_in};

/// One of the two ends of a mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// Words of the article that are marked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextMark {
    range: Range<usize>,
    end: End,
}

/// How a key changes a mark.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Step {
    /// The active end goes a word to the left.
    Left,
    /// It goes a word to the right.
    Right,
    /// The other end is the active one.
    OtherEnd,
    /// The next whole sentence.
    NextSentence,
    /// The sentence before; of a part of a sentence that whole sentence.
    PreviousSentence,
    /// The active end goes down by a sentence.
    EndDown,
    /// It goes up by a sentence.
    EndUp,
    /// The next words that look like a name.
    NextName,
    /// Those before.
    PreviousName,
    /// Only the word at the active end.
    OneWord,
    /// The whole sentences that the mark is in.
    Sentences,
    /// The article's first sentence.
    First,
    /// Its last.
    Last,
}

/// What comes of a step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stepped {
    /// This mark.
    Mark(TextMark),
    /// This one, cut because a sentence is longer than a mark may be.
    Cut(TextMark),
    /// Nothing, and why.
    Not(Obstacle),
}

/// Why a mark stays as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Obstacle {
    /// It would be empty.
    Empty,
    /// It would be too long.
    TooLong,
    /// Its block goes no further.
    BlockEnds,
    /// There is none in that direction.
    None,
}

impl TextMark {
    /// A whole sentence: the one with this byte, else the next, else the last.
    pub fn sentence_at(article: &Article, byte: usize) -> Option<Self> {
        let after = Unit::Sentence.after(article, byte).find_map(|found| fitting(article, &found));
        let found =
            after.or_else(|| Unit::Sentence.before(article, byte).find_map(|found| fitting(article, &found)));
        Some(Self::new(found?))
    }

    /// The first whole sentence of what is in view, else the first that begins there, else the nearest.
    pub fn first_in(article: &Article, view: &Range<usize>) -> Option<Self> {
        let mut begins = Unit::Sentence
            .after(article, view.start)
            .take_while(|sentence| sentence.start < view.end)
            .filter(|sentence| sentence.start >= view.start)
            .filter_map(|sentence| Some((fitting(article, &sentence)?, sentence.end)))
            .peekable();
        let first = begins.peek().cloned();
        let found = begins.find(|(_, end)| *end <= view.end).or(first);
        found.map(|(range, _)| Self::new(range)).or_else(|| Self::sentence_at(article, view.start))
    }

    /// These words; where a word is cut, all of it.
    pub fn of_words(article: &Article, range: &Range<usize>) -> Option<Self> {
        let block = block_at(article, range.start)?;
        let end = range.end.min(block.range.end);
        let mut words = Unit::Word.after(article, range.start).take_while(|word| word.start < end);
        let first = words.next()?;
        let last = words.last().unwrap_or_else(|| first.clone());
        Some(Self::new(fitting(article, &(first.start..last.end))?))
    }

    /// The word with this byte, else the one before it in its block, else the one after.
    pub fn word_at(article: &Article, byte: usize) -> Option<Self> {
        let block = block_at(article, byte)?.range.clone();
        let is_marked = |word: &Range<usize>| block.start <= word.start && word.end <= block.end;
        let before = Unit::Word.before(article, byte + 1).take_while(is_marked);
        let after = Unit::Word.after(article, byte).take_while(is_marked);
        let word = before.chain(after).find(|word| is_whole(article, word))?;
        Some(Self::new(word))
    }

    /// All words from one to another, which is the active end; those of the first one's block, and no more than may be marked.
    pub fn between(article: &Article, from: &Range<usize>, to: &Range<usize>) -> Option<Self> {
        let block = block_at(article, from.start)?.range.clone();
        if to.start >= from.start {
            return Some(Self::new(fitting(article, &(from.start..to.end.clamp(from.end, block.end)))?));
        }
        let start = to.start.max(block.start);
        let words = words_in(article, &(start..from.end));
        let mut starts = words.iter().map(|word| word.start);
        let start = starts.find(|start| is_edge(article, *start) && fits(article, &(*start..from.end)))?;
        Some(Self { range: start..from.end, end: End::Start })
    }

    fn new(range: Range<usize>) -> Self {
        Self { range, end: End::End }
    }

    /// Its bytes of the article's text.
    pub fn range(&self) -> &Range<usize> {
        &self.range
    }

    /// The end that keys move.
    pub fn active(&self) -> End {
        self.end
    }

    /// The byte of its first or last letter: that at the active end.
    pub fn active_byte(&self, article: &Article) -> usize {
        match self.end {
            End::Start => self.range.start,
            End::End => {
                let letters = width::graphemes(&article.text[self.range.clone()]);
                let last = letters.filter(|letter| letter.cells > 0).last();
                self.range.start + last.map_or(0, |last| last.start)
            }
        }
    }

    /// The mark where its words stand in an article that has changed; none if they cannot be marked there.
    pub fn moved_to(&self, article: &Article, range: Range<usize>) -> Option<Self> {
        let block = block_at(article, range.start)?;
        let is_whole = [range.start, range.end].iter().all(|at| is_edge(article, *at));
        (is_whole && range.end <= block.range.end).then_some(Self { range, end: self.end })
    }

    /// Whether its block has this byte.
    pub fn shares_block_with(&self, article: &Article, byte: usize) -> bool {
        block_at(article, self.range.start).is_some_and(|block| block.range.contains(&byte))
    }

    /// The mark with its nearer end at a word of its block; in another block that word.
    pub fn with_word(&self, article: &Article, word: &Self) -> Stepped {
        if !self.shares_block_with(article, word.range.start) {
            return Stepped::Mark(word.clone());
        }
        let (range, word) = (&self.range, &word.range);
        let end = if word.start < range.start {
            End::Start
        } else if word.end > range.end || range.end - word.end < word.start - range.start {
            End::End
        } else {
            End::Start
        };
        let range = match end {
            End::Start => word.start..range.end,
            End::End => range.start..word.end,
        };
        Self { range, end }.checked(article)
    }

    /// What a key makes of it. A step that widens it ends at its block; one to another sentence goes on to the next block.
    pub fn step(&self, article: &Article, step: Step) -> Stepped {
        match step {
            Step::OtherEnd => {
                let end = match self.end {
                    End::Start => End::End,
                    End::End => End::Start,
                };
                Stepped::Mark(Self { end, ..self.clone() })
            }
            Step::Left | Step::Right => self.by_word(article, step == Step::Right),
            Step::NextSentence | Step::PreviousSentence => {
                self.to_sentence(article, step == Step::NextSentence)
            }
            Step::EndDown | Step::EndUp => self.by_sentence(article, step == Step::EndDown),
            Step::NextName | Step::PreviousName => self.to_name(article, step == Step::NextName, |_| true),
            Step::OneWord => {
                let words = words_in(article, &self.range);
                let word = if self.end == End::Start { words.first() } else { words.last() };
                word.map_or(Stepped::Not(Obstacle::Empty), |word| Stepped::Mark(self.with(word.clone())))
            }
            Step::Sentences => self.widened(article),
            Step::First => to(article, Unit::Sentence.after(article, 0)),
            Step::Last => to(article, Unit::Sentence.before(article, article.text.len())),
        }
    }

    fn with(&self, range: Range<usize>) -> Self {
        Self { range, end: self.end }
    }

    /// This mark, unless it is too long or empty.
    fn checked(self, article: &Article) -> Stepped {
        if self.range.is_empty() || words_in(article, &self.range).is_empty() {
            Stepped::Not(Obstacle::Empty)
        } else if !fits(article, &self.range) {
            Stepped::Not(Obstacle::TooLong)
        } else {
            Stepped::Mark(self)
        }
    }

    fn by_word(&self, article: &Article, right: bool) -> Stepped {
        let Range { start, end } = self.range;
        let Some(block) = block_at(article, start).map(|block| block.range.clone()) else {
            return Stepped::Not(Obstacle::BlockEnds);
        };
        let words = words_in(article, &self.range);
        let range = match (self.end, right) {
            (End::End, true) => {
                let mut next = Unit::Word.after(article, end).take_while(|word| word.end <= block.end);
                next.find(|word| word.start >= end).map(|word| start..word.end)
            }
            (End::Start, false) => {
                let mut next = Unit::Word.before(article, start).take_while(|word| word.start >= block.start);
                next.find(|word| word.end <= start).map(|word| word.start..end)
            }
            // Marks after the last word go with it.
            (End::End, false) => match words.as_slice() {
                [.., last, _] => Some(start..last.end),
                [only] if only.end < end => Some(start..only.end),
                _ => return Stepped::Not(Obstacle::Empty),
            },
            (End::Start, true) => match words.as_slice() {
                [_, second, ..] => Some(second.start..end),
                [only] if only.start > start => Some(only.start..end),
                _ => return Stepped::Not(Obstacle::Empty),
            },
        };
        let edge = range.as_ref().map(|range| if self.end == End::Start { range.start } else { range.end });
        match range {
            Some(range) if edge.is_some_and(|edge| is_edge(article, edge)) => {
                self.with(range).checked(article)
            }
            // A word longer than a mark is read in parts, at none of which a mark can end.
            Some(_) => Stepped::Not(Obstacle::TooLong),
            None => Stepped::Not(Obstacle::BlockEnds),
        }
    }

    fn to_sentence(&self, article: &Article, forward: bool) -> Stepped {
        let Range { start, end } = self.range;
        let fit = |sentence: Range<usize>| Some((fitting(article, &sentence)?, sentence));
        let found = if forward {
            Unit::Sentence.after(article, end).filter(|sentence| sentence.start >= end).find_map(fit)
        } else {
            Unit::Sentence.before(article, start).find_map(fit)
        };
        found.map_or(Stepped::Not(Obstacle::None), |(range, sentence)| moved(range, &sentence))
    }

    fn by_sentence(&self, article: &Article, down: bool) -> Stepped {
        let Range { start, end } = self.range;
        let mut after = Unit::Sentence.after(article, start);
        let next = match (self.end, down) {
            (End::End, true) => after.find(|sentence| sentence.end > end).map(|found| start..found.end),
            (End::Start, true) => {
                let next = after.find(|sentence| sentence.start > start).map(|found| found.start);
                let Some(next) = next.filter(|next| *next < end) else {
                    return Stepped::Not(Obstacle::Empty);
                };
                Some(next..end)
            }
            (End::End, false) => {
                let mut before = Unit::Sentence.before(article, end);
                let next = before.find(|sentence| sentence.end < end).map(|found| found.end);
                let Some(next) = next.filter(|next| *next > start) else {
                    return Stepped::Not(Obstacle::Empty);
                };
                Some(start..next)
            }
            (End::Start, false) => Unit::Sentence.before(article, start).next().map(|found| found.start..end),
        };
        match next {
            Some(range)
                if self.shares_block_with(article, range.start)
                    && self.shares_block_with(article, last_byte(article, &range)) =>
            {
                self.with(range).checked(article)
            }
            _ => Stepped::Not(Obstacle::BlockEnds),
        }
    }

    pub(super) fn is_whole_sentence(&self, article: &Article) -> bool {
        let own = Unit::Sentence.after(article, self.range.start).next();
        own.is_some_and(|own| {
            own.start == self.range.start
                && (own.end <= self.range.end || fitting(article, &own).as_ref() == Some(&self.range))
        })
    }

    fn widened(&self, article: &Article) -> Stepped {
        let sentence = |byte| Unit::Sentence.after(article, byte).next();
        let (first, last) = (sentence(self.range.start), sentence(last_byte(article, &self.range)));
        let range = match (first, last) {
            (Some(first), Some(last)) => first.start.min(self.range.start)..last.end.max(self.range.end),
            _ => self.range.clone(),
        };
        if !fits(article, &range)
            && let Some(cut) = fitting(article, &range)
        {
            return moved(cut, &range);
        }
        self.with(range).checked(article)
    }
}

/// The first of these sentences that can be marked.
fn to(article: &Article, mut sentences: impl Iterator<Item = Range<usize>>) -> Stepped {
    let found = sentences.find_map(|sentence| Some((fitting(article, &sentence)?, sentence)));
    found.map_or(Stepped::Not(Obstacle::None), |(range, sentence)| moved(range, &sentence))
}

/// What can be marked of a sentence.
fn moved(range: Range<usize>, sentence: &Range<usize>) -> Stepped {
    let is_cut = range.end < sentence.end;
    let mark = TextMark::new(range);
    if is_cut { Stepped::Cut(mark) } else { Stepped::Mark(mark) }
}

/// The byte of the last character of a stretch.
fn last_byte(article: &Article, range: &Range<usize>) -> usize {
    let last = article.text[range.clone()].char_indices().next_back();
    range.start + last.map_or(0, |(byte, _)| byte)
}

#[cfg(test)]
mod tests;
