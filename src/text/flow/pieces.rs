//! The pieces between which a line may break.

use std::ops::Range;

use crate::text::width::{Grapheme, graphemes};

/// A stretch that stands on one line, and the blank after it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Piece {
    /// Its bytes of the text.
    pub(super) range: Range<usize>,
    /// The cells it takes.
    pub(super) cells: u32,
    /// The cells of the blank that follows, if the line goes on.
    pub(super) blank: u32,
    /// How a line ends that it is the last of.
    pub(super) end: End,
}

/// How a line ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    /// Between words, between ideographs, or where no room was left.
    Open,
    /// Inside a compound, after its own hyphen.
    OwnHyphen,
    /// Inside a word, with a hyphen that has to be drawn.
    Hyphen {
        /// Little of the word stands on one side.
        short: bool,
        /// The word has a hyphen of its own, which is the better place.
        compound: bool,
    },
}

impl End {
    /// Whether a reader sees a hyphen at the end of the line.
    pub(super) fn is_hyphen(self) -> bool {
        self != Self::Open
    }

    /// The cells of what has to be drawn after the words.
    pub(super) fn cells(self) -> u32 {
        u32::from(matches!(self, Self::Hyphen { .. }))
    }
}

impl Piece {
    /// The piece that a grapheme alone is.
    fn of(grapheme: Grapheme<'_>) -> Self {
        let range = grapheme.start..grapheme.end();
        Self { range, cells: u32::from(grapheme.cells), blank: 0, end: End::Open }
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

/// The pieces of a chunk, in order; none is wider than the width, a hyphen after it included, unless it is a single
/// grapheme that is.
pub(super) fn pieces(text: &str, chunk: Range<usize>, width: u16, hyphens: &[usize]) -> Vec<Piece> {
    let mut pieces = Pieces { text, limit: u32::from(width), done: Vec::new(), word: 0 };
    let mut open: Option<Piece> = None;
    let mut before: Option<Grapheme<'_>> = None;
    let mut lettered = false;
    let first = hyphens.partition_point(|place| *place <= chunk.start);
    let mut hyphens = hyphens[first..].iter().copied().peekable();
    for grapheme in graphemes(&text[chunk.clone()]) {
        let grapheme = Grapheme { start: chunk.start + grapheme.start, ..grapheme };
        if is_blank(grapheme.symbol) {
            pieces.extend(open.take(), End::Open);
            pieces.end_word();
            if let Some(last) = pieces.done.last_mut() {
                last.blank += u32::from(grapheme.cells);
            }
            before = None;
            lettered = false;
            continue;
        }
        while hyphens.next_if(|place| *place < grapheme.start).is_some() {}
        let may_hyphenate = hyphens.next_if_eq(&grapheme.start).is_some();
        if let Some(before) = before {
            if lettered && is_own_hyphen(before, grapheme) {
                pieces.extend(open.take(), End::OwnHyphen);
            } else if are_ideographs(before, grapheme) {
                pieces.extend(open.take(), End::Open);
            } else if may_hyphenate {
                // Without room for the hyphen this is no place to break.
                let fits = open.take_if(|piece| piece.cells < pieces.limit);
                pieces.extend(fits, End::Hyphen { short: false, compound: false });
            }
        }
        match &mut open {
            Some(piece) => piece.add(grapheme),
            None => open = Some(Piece::of(grapheme)),
        }
        lettered |= grapheme.symbol.starts_with(char::is_alphanumeric);
        before = Some(grapheme);
    }
    pieces.extend(open, End::Open);
    pieces.end_word();
    pieces.done
}

/// The pieces found so far.
struct Pieces<'a> {
    text: &'a str,
    limit: u32,
    done: Vec<Piece>,
    /// The first piece of the word that is not complete yet.
    word: usize,
}

/// So few cells of a word are little to stand alone on a line.
const SHORT: u32 = 3;

impl Pieces<'_> {
    fn extend(&mut self, piece: Option<Piece>, end: End) {
        let Some(piece) = piece.map(|piece| Piece { end, ..piece }) else { return };
        if piece.cells > self.limit {
            self.break_apart(&piece);
        } else if !self.bind_dash(&piece) {
            self.done.push(piece);
        }
    }

    /// Judges the places for a hyphen in a word, now that all of it is known.
    fn end_word(&mut self) {
        let word = &mut self.done[self.word..];
        if word.len() > 1 {
            let has_own = word.iter().any(|piece| piece.end == End::OwnHyphen);
            let mut left = 0;
            for at in 0..word.len() {
                left += word[at].cells;
                let right = word.get(at + 1).filter(|next| !next.end.is_hyphen()).map(|next| next.cells);
                match &mut word[at].end {
                    End::Hyphen { short, compound } => {
                        *short = left < SHORT || right.is_some_and(|right| right <= SHORT);
                        *compound = has_own;
                    }
                    End::OwnHyphen | End::Open => left = 0,
                }
            }
        }
        self.word = self.done.len();
    }

    /// Adds a piece that no line has room for as parts that fill one each.
    fn break_apart(&mut self, piece: &Piece) {
        let mut open: Option<Piece> = None;
        for grapheme in graphemes(&self.text[piece.range.clone()]) {
            let grapheme = Grapheme { start: piece.range.start + grapheme.start, ..grapheme };
            match &mut open {
                Some(part) if part.cells + u32::from(grapheme.cells) <= self.limit => part.add(grapheme),
                _ => self.done.extend(open.replace(Piece::of(grapheme))),
            }
        }
        self.done.extend(open.map(|part| Piece { end: piece.end, ..part }));
    }

    /// Binds a dash to the word before it, if the two fit a line together: a line that begins with a dash reads as an
    /// item of a list.
    fn bind_dash(&mut self, piece: &Piece) -> bool {
        let Some(last) = self.done.last_mut() else { return false };
        let together = last.cells + last.blank + piece.cells;
        let is_word = last.range.end < piece.range.start && piece.end == End::Open;
        let binds = is_word && together <= self.limit && self.text[piece.range.clone()].chars().all(is_dash);
        if binds {
            *last = Piece { range: last.range.start..piece.range.end, cells: together, ..piece.clone() };
        }
        binds
    }
}

/// Whether a compound may break between two of its graphemes: after a hyphen or dash, before a letter. A digit stays
/// with its hyphen, as in `2025-11`.
fn is_own_hyphen(before: Grapheme<'_>, after: Grapheme<'_>) -> bool {
    before.symbol.chars().all(is_dash) && after.symbol.starts_with(char::is_alphabetic)
}

/// Whether a script without blanks may break between two graphemes: beside an ideograph, if the other is one or begins
/// or ends a word of letters and digits.
fn are_ideographs(before: Grapheme<'_>, after: Grapheme<'_>) -> bool {
    let stands_alone = |one: Grapheme<'_>| one.cells == 2 || one.symbol.starts_with(char::is_alphanumeric);
    (before.cells == 2 || after.cells == 2)
        && stands_alone(before)
        && stands_alone(after)
        && !before.symbol.starts_with(|one| OPENING.contains(one))
        && !after.symbol.starts_with(|one| CLOSING.contains(one))
}

/// What does not end a line of a script without blanks.
const OPENING: &str = "（［｛〈《「『【〔〖〘〚｟";

/// What does not begin one: closing and ending punctuation, marks that lengthen or repeat, small kana.
const CLOSING: &str = "、。，．：；！？）］｝〉》」』】〕〗〙〛｠・％ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
