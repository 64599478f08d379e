//! The article as a mark sees it: its paragraphs without headings and boilerplate, in sentences, words and names. Everything is
//! read a chunk at a time, so that a step costs the same in two pages and in two thousand.

use std::ops::Range;

use crate::dossier::{Article, Block, BlockKind};
use crate::text::cues::CueLanguage;
use crate::text::invisible::{is_invisible, without_invisible};
use crate::text::names::{name_runs_of, stands_within_sentence, words};
use crate::text::sentences::sentences;
use crate::text::word_boundary::is_between_words;

/// The most characters that can be marked.
pub const MOST_CHARACTERS: usize = 500;

/// What chunks are read as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    Sentence,
    Word,
    Name,
}

impl Unit {
    /// Those of a chunk, in order, by bytes of the article.
    fn of_chunk(self, article: &Article, chunk: &Range<usize>) -> Vec<Range<usize>> {
        let text = &article.text[chunk.clone()];
        let found = match self {
            Self::Sentence => sentences(text),
            Self::Word => words(text),
            Self::Name => {
                let near = near(article, chunk);
                let languages = CueLanguage::of_tag(article.language.primary());
                name_runs_of(text, languages, |word| stands_within_sentence(near, word))
            }
        };
        let found = found.into_iter().map(|found| chunk.start + found.start..chunk.start + found.end);
        found.filter(|found| !found.is_empty()).collect()
    }

    /// Those that end after a byte, in order, to the end of the article.
    pub(super) fn after(self, article: &Article, byte: usize) -> impl Iterator<Item = Range<usize>> {
        let first = article.blocks.partition_point(|block| block.range.end <= byte);
        let blocks = article.blocks[first..].iter().filter(|block| can_be_marked(block));
        let chunks = blocks.flat_map(|block| &block.chunks).skip_while(move |chunk| chunk.end <= byte);
        let units = chunks.flat_map(move |chunk| self.of_chunk(article, chunk));
        units.skip_while(move |unit| unit.end <= byte)
    }

    /// Those that begin before a byte, the last first, to the beginning of the article.
    pub(super) fn before(self, article: &Article, byte: usize) -> impl Iterator<Item = Range<usize>> {
        let end = article.blocks.partition_point(|block| block.range.start < byte);
        let blocks = article.blocks[..end].iter().rev().filter(|block| can_be_marked(block));
        let chunks =
            blocks.flat_map(|block| block.chunks.iter().rev()).skip_while(move |chunk| chunk.start >= byte);
        let units = chunks.flat_map(move |chunk| self.of_chunk(article, chunk).into_iter().rev());
        units.skip_while(move |unit| unit.start >= byte)
    }
}

/// A chunk with so much of the article around it that a name in it is likely to stand there, too.
fn near<'a>(article: &'a Article, chunk: &Range<usize>) -> &'a str {
    const REACH: usize = 1 << 14;
    let text = &article.text;
    let is_boundary = |at: &usize| text.is_char_boundary(*at);
    let start = (chunk.start.saturating_sub(REACH)..=chunk.start).find(is_boundary).unwrap_or(chunk.start);
    let end = ((chunk.end + REACH).min(text.len())..=text.len()).find(is_boundary).unwrap_or(text.len());
    &text[start..end]
}

/// Whether words of a block can be marked: it is running text.
fn can_be_marked(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Code)
}

/// The block with this byte, if words of it can be marked.
pub(super) fn block_at(article: &Article, byte: usize) -> Option<&Block> {
    let number = article.blocks.partition_point(|block| block.range.end <= byte);
    article.blocks.get(number).filter(|block| block.range.start <= byte && can_be_marked(block))
}

/// The words within a stretch of a block.
pub(super) fn words_in(article: &Article, range: &Range<usize>) -> Vec<Range<usize>> {
    let end = range.end;
    let words = Unit::Word.after(article, range.start).take_while(move |word| word.end <= end);
    words.filter(|word| word.start >= range.start).collect()
}

/// How many characters a reader sees in a stretch.
pub fn characters(article: &Article, range: &Range<usize>) -> usize {
    article.text[range.clone()].chars().filter(|c| !is_invisible(*c)).count()
}

/// Whether an anchor may begin or end here: no word or number goes on across it.
pub(super) fn is_edge(article: &Article, at: usize) -> bool {
    /// More characters than any word has marks on a letter.
    const NEAR: usize = 64;
    let (before, after) = article.text.split_at(at);
    let before: String = before.chars().rev().filter(|c| !is_invisible(*c)).take(NEAR).collect();
    let before: String = before.chars().rev().collect();
    let after: String = after.chars().filter(|c| !is_invisible(*c)).take(NEAR).collect();
    is_between_words(&format!("{before}{after}"), before.len())
}

/// What of a stretch can be marked: whole words of one block, from its beginning as many as may be. None if there are none.
pub(super) fn fitting(article: &Article, range: &Range<usize>) -> Option<Range<usize>> {
    let block = block_at(article, range.start)?;
    let words = words_in(article, &(range.start..range.end.min(block.range.end)));
    let first = words.iter().find(|word| is_whole(article, word))?;
    let start = if is_edge(article, range.start) { range.start } else { first.start };
    let may_end = |end: usize| end > start && is_edge(article, end) && fits(article, &(start..end));
    let (whole, block_end) = (range.end, block.range.end);
    let ends = words.iter().map(|word| word.end).filter(|end| *end >= first.end);
    let mut ends = ends.chain([whole.min(block_end)]).rev();
    ends.find(|end| may_end(*end)).map(|end| start..end).or_else(|| Some(first.clone()))
}

/// Whether it is no longer than a mark may be.
pub(super) fn fits(article: &Article, range: &Range<usize>) -> bool {
    // Most are so short that no characters have to be counted.
    range.len() <= MOST_CHARACTERS || characters(article, range) <= MOST_CHARACTERS
}

/// Whether a word can be marked by itself.
pub(super) fn is_whole(article: &Article, word: &Range<usize>) -> bool {
    fits(article, word) && is_edge(article, word.start) && is_edge(article, word.end)
}

/// The words of a stretch as they are counted: what has a letter or a digit, between blanks.
pub fn count_words(article: &Article, range: &Range<usize>) -> usize {
    let text = without_invisible(&article.text[range.clone()]);
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
