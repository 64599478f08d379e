//! The pieces between which a line may break.

use std::ops::Range;

use crate::text::width::{Grapheme, graphemes};

/// A stretch that stands on one line, and the blank after it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Piece {
    /// Its bytes of the chunk.
    pub(super) range: Range<usize>,
    /// The cells it takes.
    pub(super) cells: u32,
    /// The cells of the blank that follows, if the line goes on.
    pub(super) blank: u32,
    /// Whether the same word goes on after it.
    pub(super) inside: bool,
}

impl Piece {
    /// The piece that a grapheme alone is.
    fn of(grapheme: Grapheme<'_>) -> Self {
        let range = grapheme.start..grapheme.end();
        Self { range, cells: u32::from(grapheme.cells), blank: 0, inside: false }
    }

    /// Takes the grapheme that follows into the piece.
    fn add(&mut self, grapheme: Grapheme<'_>) {
        self.range.end = grapheme.end();
        self.cells += u32::from(grapheme.cells);
    }
}

/// Whether a line may break at a character: white space that does not forbid it.
fn is_blank_char(one: char) -> bool {
    one.is_whitespace() && !matches!(one, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// Whether a line may break at a grapheme. A blank that carries a combining mark is something to see.
pub(super) fn is_blank(symbol: &str) -> bool {
    symbol.chars().all(is_blank_char)
}

/// Whether a character, standing as a word of its own, is a dash.
pub(super) fn is_dash(one: char) -> bool {
    matches!(one, '-' | '\u{2010}'..='\u{2015}')
}

/// The pieces of a chunk, in order; none is wider than the width, unless it is a single grapheme that is.
pub(super) fn pieces(chunk: &str, width: u16) -> Vec<Piece> {
    let mut pieces = Pieces { chunk, limit: u32::from(width), done: Vec::new() };
    let mut open: Option<Piece> = None;
    let mut before: Option<Grapheme<'_>> = None;
    let mut lettered = false;
    for grapheme in graphemes(chunk) {
        if is_blank(grapheme.symbol) {
            pieces.extend(open.take());
            if let Some(last) = pieces.done.last_mut() {
                last.blank += u32::from(grapheme.cells);
            }
            before = None;
            lettered = false;
            continue;
        }
        if let Some(before) = before {
            let own_hyphen = lettered && is_own_hyphen(before, grapheme);
            if own_hyphen || are_ideographs(before, grapheme) {
                pieces.extend(open.take().map(|piece| Piece { inside: own_hyphen, ..piece }));
            }
        }
        match &mut open {
            Some(piece) => piece.add(grapheme),
            None => open = Some(Piece::of(grapheme)),
        }
        lettered |= grapheme.symbol.starts_with(char::is_alphanumeric);
        before = Some(grapheme);
    }
    pieces.extend(open);
    pieces.done
}

/// The pieces found so far.
struct Pieces<'a> {
    chunk: &'a str,
    limit: u32,
    done: Vec<Piece>,
}

impl Pieces<'_> {
    fn extend(&mut self, piece: Option<Piece>) {
        let Some(piece) = piece else { return };
        if piece.cells > self.limit {
            self.break_apart(&piece);
        } else if !self.bind_dash(&piece) {
            self.done.push(piece);
        }
    }

    /// Adds a piece that no line has room for as parts that fill one each.
    fn break_apart(&mut self, piece: &Piece) {
        let mut open: Option<Piece> = None;
        for grapheme in graphemes(&self.chunk[piece.range.clone()]) {
            let grapheme = Grapheme { start: piece.range.start + grapheme.start, ..grapheme };
            match &mut open {
                Some(part) if part.cells + u32::from(grapheme.cells) <= self.limit => part.add(grapheme),
                _ => self.done.extend(open.replace(Piece::of(grapheme))),
            }
        }
        self.done.extend(open.map(|part| Piece { inside: piece.inside, ..part }));
    }

    /// Binds a dash to the word before it, if the two fit a line together: a line that begins with a dash reads as an
    /// item of a list.
    fn bind_dash(&mut self, piece: &Piece) -> bool {
        let Some(last) = self.done.last_mut() else { return false };
        let together = last.cells + last.blank + piece.cells;
        let is_word = last.range.end < piece.range.start;
        let binds = is_word && together <= self.limit && self.chunk[piece.range.clone()].chars().all(is_dash);
        if binds {
            *last =
                Piece { range: last.range.start..piece.range.end, cells: together, blank: 0, inside: false };
        }
        binds
    }
}

/// Whether a compound may break between two of its graphemes: after a hyphen or dash, before a letter. A digit stays
/// with its hyphen, as in `2025-11`.
fn is_own_hyphen(before: Grapheme<'_>, after: Grapheme<'_>) -> bool {
    before.symbol.chars().all(is_dash) && after.symbol.starts_with(char::is_alphabetic)
}

/// Whether a script without blanks may break between two graphemes.
fn are_ideographs(before: Grapheme<'_>, after: Grapheme<'_>) -> bool {
    before.cells == 2
        && after.cells == 2
        && !before.symbol.starts_with(|one| OPENING.contains(one))
        && !after.symbol.starts_with(|one| CLOSING.contains(one))
}

/// What does not end a line of a script without blanks.
const OPENING: &str = "（［｛〈《「『【〔〖〘〚｟";

/// What does not begin one: closing and ending punctuation, marks that lengthen or repeat, small kana.
const CLOSING: &str =
    "、。，．：；！？）］｝〉》」』】〕〗〙〛｠・ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
