//! The segments between which a line may break.

use std::iter::Peekable;
use std::ops::Range;

use icu_segmenter::iterators::LineBreakIterator;
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::scaffold::Utf8;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use crate::text::scripts::is_unspaced;
use crate::text::width::{Grapheme, graphemes, is_wide};

/// A part of the text that is never broken, and the blank after it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Segment {
    /// Its bytes of the text.
    pub(super) range: Range<usize>,
    /// The cells it takes.
    pub(super) cells: u32,
    /// The cells of the blank that follows, if the line continues.
    pub(super) blank: u32,
    /// How a line ends if this is its last segment.
    pub(super) end: End,
}

/// How a line ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    /// Between words, in a script without blanks, or because no room was left.
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

impl Segment {
    /// The segment that a grapheme alone is.
    fn of(grapheme: Grapheme<'_>) -> Self {
        let range = grapheme.start..grapheme.end();
        Self { range, cells: u32::from(grapheme.cells), blank: 0, end: End::Open }
    }

    /// Adds the grapheme that follows.
    fn add(&mut self, grapheme: Grapheme<'_>) {
        self.range.end = grapheme.end();
        self.cells += u32::from(grapheme.cells);
    }
}

/// Whether a line may break at a character: white space that does not forbid it.
fn is_blank_char(one: char) -> bool {
    one.is_whitespace() && !matches!(one, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// Whether a line may break at a grapheme. A blank with a combining mark is visible.
pub(super) fn is_blank(symbol: &str) -> bool {
    symbol.chars().all(is_blank_char)
}

/// Whether a character, standing as a word of its own, is a dash.
pub(super) fn is_dash(one: char) -> bool {
    matches!(one, '-' | '\u{2010}'..='\u{2015}')
}

/// The segments of a chunk, in order; none is wider than the width, a hyphen after it included, unless it is a single
/// grapheme that is.
pub(super) fn segments(text: &str, chunk: Range<usize>, width: u16, hyphens: &[usize]) -> Vec<Segment> {
    let mut segments = Segments { text, limit: u32::from(width), done: Vec::new(), word: 0 };
    let mut open: Option<Segment> = None;
    let mut before: Option<Grapheme<'_>> = None;
    let mut lettered = false;
    let mut opportunities = Opportunities::new(text, &chunk);
    let first = hyphens.partition_point(|place| *place <= chunk.start);
    let mut hyphens = hyphens[first..].iter().copied().peekable();
    for grapheme in graphemes(&text[chunk.clone()]) {
        let grapheme = Grapheme { start: chunk.start + grapheme.start, ..grapheme };
        if is_blank(grapheme.symbol) {
            segments.extend(open.take(), End::Open);
            segments.end_word();
            if let Some(last) = segments.done.last_mut() {
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
                segments.extend(open.take(), End::OwnHyphen);
            } else if opportunities.has(before, grapheme) {
                segments.extend(open.take(), End::Open);
            } else if may_hyphenate {
                // Without room for the hyphen this is no place to break.
                let fits = open.take_if(|segment| segment.cells < segments.limit);
                segments.extend(fits, End::Hyphen { short: false, compound: false });
            }
        }
        match &mut open {
            Some(segment) => segment.add(grapheme),
            None => open = Some(Segment::of(grapheme)),
        }
        lettered |= grapheme.symbol.starts_with(char::is_alphanumeric);
        before = Some(grapheme);
    }
    segments.extend(open, End::Open);
    segments.end_word();
    segments.done
}

/// The segments found so far.
struct Segments<'a> {
    text: &'a str,
    limit: u32,
    done: Vec<Segment>,
    /// The first segment of the word that is not complete yet.
    word: usize,
}

/// A part of a word with at most this many cells looks odd on a line of its own.
const SHORT: u32 = 3;

impl Segments<'_> {
    fn extend(&mut self, segment: Option<Segment>, end: End) {
        let Some(segment) = segment.map(|segment| Segment { end, ..segment }) else { return };
        if segment.cells > self.limit {
            self.break_apart(&segment);
        } else if !self.bind_dash(&segment) {
            self.done.push(segment);
        }
    }

    /// Classifies the hyphenation points of a word once all of it is known.
    fn end_word(&mut self) {
        let word = &mut self.done[self.word..];
        if word.len() > 1 {
            let has_own = word.iter().any(|segment| segment.end == End::OwnHyphen);
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

    /// Splits a segment that is wider than a line into parts that fill one line each.
    fn break_apart(&mut self, segment: &Segment) {
        let mut open: Option<Segment> = None;
        for grapheme in graphemes(&self.text[segment.range.clone()]) {
            let grapheme = Grapheme { start: segment.range.start + grapheme.start, ..grapheme };
            match &mut open {
                Some(part) if part.cells + u32::from(grapheme.cells) <= self.limit => part.add(grapheme),
                _ => self.done.extend(open.replace(Segment::of(grapheme))),
            }
        }
        self.done.extend(open.map(|part| Segment { end: segment.end, ..part }));
    }

    /// Binds a dash to the word before it, if the two fit a line together: a line that begins with a dash reads as an
    /// item of a list.
    fn bind_dash(&mut self, segment: &Segment) -> bool {
        let Some(last) = self.done.last_mut() else { return false };
        let together = last.cells + last.blank + segment.cells;
        let is_word = last.range.end < segment.range.start && segment.end == End::Open;
        let binds =
            is_word && together <= self.limit && self.text[segment.range.clone()].chars().all(is_dash);
        if binds {
            *last =
                Segment { range: last.range.start..segment.range.end, cells: together, ..segment.clone() };
        }
        binds
    }
}

/// Whether a compound may break between two of its graphemes: after a hyphen or dash, before a letter. A digit stays
/// with its hyphen, as in `2025-11`.
fn is_own_hyphen(before: Grapheme<'_>, after: Grapheme<'_>) -> bool {
    before.symbol.chars().all(is_dash) && after.symbol.starts_with(char::is_alphabetic)
}

/// Where scripts that put no blanks between words may break, by UAX #14. Elsewhere lines break at blanks and hyphens
/// alone, so that "und/oder" or "है।" is not torn apart, although the standard would allow it.
///
/// The standard leaves Thai, Lao, Khmer and Myanmar to dictionaries. Without one they break where a blank stands, or where
/// no room is left; the segmenter is not given them, since it reports each as an error.
struct Opportunities<'a> {
    text: &'a str,
    /// Where the chunk ends.
    end: usize,
    /// Where the stretch starts whose places are looked through, and where it ends: at a letter of such a script.
    stretch: Range<usize>,
    places: Option<Peekable<LineBreakIterator<'static, 'a, Utf8>>>,
}

impl<'a> Opportunities<'a> {
    /// The segmenter is not run before the first place that needs it; most texts have none.
    fn new(text: &'a str, chunk: &Range<usize>) -> Self {
        Self { text, end: chunk.end, stretch: chunk.start..chunk.start, places: None }
    }

    /// Whether a line may break between two graphemes, which come in order.
    fn has(&mut self, before: Grapheme<'_>, after: Grapheme<'_>) -> bool {
        if !(may_end(before.symbol) || is_open(after.symbol)) || after.symbol.starts_with(is_dash) {
            return false;
        }
        if [before, after].iter().any(|one| one.symbol.contains(needs_dictionary)) {
            let letters = [before, after].iter().all(|one| one.symbol.starts_with(char::is_alphanumeric));
            let wide = is_wide(before.symbol) || is_wide(after.symbol);
            return letters && wide || before.symbol == ZERO_WIDTH_SPACE;
        }
        if after.start >= self.stretch.end {
            let rest = &self.text[before.start..self.end];
            let stretch = &rest[..rest.find(needs_dictionary).unwrap_or(rest.len())];
            self.stretch = before.start..before.start + stretch.len();
            self.places = Some(SEGMENTER.segment_str(stretch).peekable());
        }
        let place = after.start - self.stretch.start;
        self.places.as_mut().is_some_and(|places| {
            while places.next_if(|next| *next < place).is_some() {}
            places.next_if_eq(&place).is_some()
        })
    }
}

/// What is written where a line may break and no blank is wanted.
const ZERO_WIDTH_SPACE: &str = "\u{200b}";

/// Whether the standard leaves a character to a dictionary (`Line_Break=SA`).
fn needs_dictionary(one: char) -> bool {
    matches!(one,
        '\u{e00}'..='\u{eff}' // Thai, Lao
        | '\u{1000}'..='\u{109f}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aadf}' // Myanmar, Tai Viet
        | '\u{1780}'..='\u{17ff}' // Khmer
        | '\u{1950}'..='\u{19df}' | '\u{1a20}'..='\u{1aaf}' // Tai Le, New Tai Lue, Tai Tham
        | '\u{11700}'..='\u{1174f}') // Ahom
}

/// `Line_Break` as in the standard's tables, small kana kept with what stands before them (`Strict`).
static SEGMENTER: LineSegmenterBorrowed<'static> =
    LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());

/// Whether lines break beside a grapheme without a blank.
fn is_open(symbol: &str) -> bool {
    symbol.starts_with(|one| one >= '\u{e00}' && is_unspaced(one)) || is_wide(symbol)
}

/// Whether a line may end with a grapheme that no blank follows: also with the wordspace of Ethiopic texts, and with the
/// zero width space that is written to allow it.
fn may_end(symbol: &str) -> bool {
    is_open(symbol) || symbol == ZERO_WIDTH_SPACE || symbol.starts_with('\u{1361}')
}
