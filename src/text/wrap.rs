//! Wrapping: blocks are cut into chunks and chunks into lines, all of them byte ranges of the text.
//!
//! A block is first cut into [`chunks`], which no width changes; a chunk is then laid out alone into [`lines`]. So the
//! cost of showing a screen depends on the screen and not on the article, and a place in the text keeps its chunk when
//! the window is resized.

mod break_opportunities;
mod paragraph;
mod short_text;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use self::break_opportunities::{End, Segment, is_blank, is_dash, segments};
use super::width::graphemes;

/// A block of at most this many bytes is one chunk, so that no paragraph written by a person is cut.
const MAX_WHOLE_BLOCK: usize = 4096;

/// The most bytes of a chunk of a longer block (a single grapheme may be longer).
const MAX_CHUNK: usize = 2048;

/// A line of text on the screen.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct WrappedLine {
    /// Its bytes of the text, without the white space around it.
    pub range: Range<usize>,
    /// Whether a hyphen that is not in the text is drawn after it.
    pub hyphen: bool,
}

impl WrappedLine {
    /// A line without a drawn hyphen.
    fn plain(range: Range<usize>) -> Self {
        Self { range, hyphen: false }
    }
}

/// The parts of a block that are laid out one at a time, in order.
///
/// A block of up to 4 KB is one chunk. A longer one is cut about every 2 KB: at a blank, or between two graphemes of a
/// longer word. White space at a cut belongs to no chunk; no chunk is empty, so an empty block has none.
///
/// # Panics
///
/// If `block` does not lie on character boundaries of `text`.
pub fn chunks(text: &str, block: Range<usize>) -> Vec<Range<usize>> {
    let mut chunks = Vec::new();
    let block_end = block.start + without_trailing_blanks(&text[block.clone()]).len();
    let mut start = after_blanks(text, block.start..block_end);
    while block_end - start > MAX_WHOLE_BLOCK {
        let (end, next) = cut(&text[start..block_end]);
        chunks.push(start..start + end);
        start = after_blanks(text, start + next..block_end);
    }
    if start < block_end {
        chunks.push(start..block_end);
    }
    chunks
}

/// Where the first chunk of a text that begins with a word ends, and where the next may begin.
fn cut(text: &str) -> (usize, usize) {
    let mut word_end = 0;
    let mut end = 0;
    let mut before_word = None;
    for grapheme in graphemes(text) {
        if grapheme.end() > MAX_CHUNK && end > 0 {
            break;
        }
        end = grapheme.end();
        if is_blank(grapheme.symbol) {
            continue;
        }
        // A dash stays with the word before it, as at the end of a line.
        if word_end < grapheme.start && !grapheme.symbol.starts_with(is_dash) {
            before_word = Some((word_end, grapheme.start));
        }
        word_end = end;
    }
    before_word.unwrap_or((word_end, end))
}

/// The first byte of a range that is no blank, or its end.
fn after_blanks(text: &str, range: Range<usize>) -> usize {
    let word = graphemes(&text[range.clone()]).find(|grapheme| !is_blank(grapheme.symbol));
    word.map_or(range.end, |word| range.start + word.start)
}

/// A text without the blanks at its end.
fn without_trailing_blanks(text: &str) -> &str {
    let blanks: usize = text.graphemes(true).rev().take_while(|symbol| is_blank(symbol)).map(str::len).sum();
    &text[..text.len() - blanks]
}

/// The lines of a chunk that fit a width in cells, in order; a width of 0 counts as 1.
///
/// The lines are chosen together, so that their ends are as even as possible and the last one is not a single short
/// word. They break at blanks and inside compounds after their own hyphens ("KI-│Exodus"), where UAX #14 lets a script
/// without blanks break, and, where that helps much, at the `hyphens`: bytes of the text, ascending, that
/// [`hyphenate`](super::hyphenate) found. Otherwise they break inside a word only if it alone is wider than the width;
/// never at a no-break space, never inside a grapheme, and, where there is room for it, never before a dash. No line
/// is wider than the width, its hyphen included, unless it is a single grapheme that is. Every byte of the chunk that
/// is not white space is in exactly one line.
///
/// # Panics
///
/// If `chunk` does not lie on character boundaries of `text`.
pub fn lines(text: &str, chunk: Range<usize>, width: u16, hyphens: &[usize]) -> Vec<WrappedLine> {
    let width = width.max(1);
    let segments = segments(text, chunk, width, hyphens);
    let mut start = 0;
    let ends = paragraph::ends(&segments, u32::from(width)).into_iter();
    ends.map(|end| {
        let (first, last) = (&segments[start], &segments[end - 1]);
        start = end;
        WrappedLine {
            range: first.range.start..last.range.end,
            hyphen: matches!(last.end, End::Hyphen { .. }),
        }
    })
    .collect()
}

/// The lines of a short text such as a card's: each of its own lines, laid out alone. No word of it is hyphenated: it is
/// read at a glance, and its language need not be the article's.
///
/// An empty line of the text stays as an empty [`WrappedLine`]; a newline at its end adds none.
pub fn wrap(text: &str, width: u16) -> Vec<WrappedLine> {
    let mut wrapped = Vec::new();
    let mut start = 0;
    for own in text.split_inclusive('\n') {
        let before = wrapped.len();
        for chunk in chunks(text, start..start + own.len()) {
            let segments = segments(text, chunk, width.max(1), &[]);
            let lines = short_text::lines(&segments, u32::from(width.max(1)));
            let whole = |line: &[Segment]| Some(line.first()?.range.start..line.last()?.range.end);
            wrapped.extend(lines.into_iter().filter_map(whole).map(WrappedLine::plain));
        }
        if wrapped.len() == before {
            wrapped.push(WrappedLine::plain(start..start));
        }
        start += own.len();
    }
    wrapped
}

#[cfg(test)]
mod tests;
