//! How many cells text takes, counted as ratatui draws it: grapheme by grapheme, nothing for what it leaves out.
//!
//! The tables are asked through ratatui, whose rule for voicing marks is not that of `unicode-width` alone; with two
//! opinions on one grapheme a line would run out of its panel.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// One grapheme cluster of a text: what is drawn as a unit and never split.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Grapheme<'a> {
    /// The byte of the text it starts at.
    pub start: usize,
    /// Its characters.
    pub symbol: &'a str,
    /// The cells it takes: 0 for what is not drawn, as a control character.
    pub cells: u16,
}

impl Grapheme<'_> {
    /// The byte of the text after it.
    pub fn end(&self) -> usize {
        self.start + self.symbol.len()
    }
}

/// The grapheme clusters of a text, in order.
pub fn graphemes(text: &str) -> impl Iterator<Item = Grapheme<'_>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let (symbol, cells) = first(rest)?;
        let grapheme = Grapheme { start, symbol, cells };
        start = grapheme.end();
        Some(grapheme)
    })
}

/// The first grapheme of a text and the cells it takes.
fn first(text: &str) -> Option<(&str, u16)> {
    let mut chars = text.chars();
    let (one, next) = (chars.next()?, chars.next());
    // Nothing before the combining marks joins its neighbour (but CR LF), so the tables need not be asked about
    // most of a European text; they cost more than all the rest of laying out a line.
    if is_plain(one) && next.is_none_or(|next| next < '\u{300}') {
        return Some((&text[..one.len_utf8()], 1));
    }
    let symbol = text.graphemes(true).next()?;
    // ratatui draws no grapheme with a control character in it.
    let cells = if symbol.contains(char::is_control) { 0 } else { symbol.cell_width() };
    Some((symbol, cells))
}

/// Whether a character takes one cell whatever stands next to it, unless that is a combining mark.
fn is_plain(one: char) -> bool {
    matches!(one, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}')
}

/// Whether every terminal takes as many cells for this grapheme as we do, whether it counts characters or clusters and
/// however old its tables are: a single character of a script that all of them have always known. Ambiguous width is no
/// doubt here: our frames and signs rest on it.
pub fn is_certain(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let (Some(one), None) = (chars.next(), chars.next()) else { return false };
    is_plain(one)
        || (is_widely_known(one) && symbol.cell_width() == 1)
        || (is_ideographic(one) && symbol.cell_width() == 2)
}

/// Han, kana, the syllables of Hangul, and full-width forms.
fn is_ideographic(one: char) -> bool {
    matches!(one,
        '\u{3000}'..='\u{303e}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff60}')
}

/// Greek, Cyrillic, the letters of Hebrew and Arabic, Latin Extended, punctuation, symbols, and what boxes and charts are
/// made of. Emoji among the symbols take two cells, which the caller asks about.
fn is_widely_known(one: char) -> bool {
    matches!(one,
        '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}' | '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}'
        | '\u{1e00}'..='\u{1fff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{2070}'..='\u{20cf}'
        | '\u{2100}'..='\u{2bff}' | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}')
}

/// The most cells a terminal may take for a grapheme: each of its characters on its own, two for a regional indicator, and
/// one more where a variation selector asks for an emoji.
pub fn most_cells(symbol: &str) -> u16 {
    symbol
        .chars()
        .map(|one| match one {
            '\u{1f1e6}'..='\u{1f1ff}' => 2,
            '\u{fe0f}' => 1,
            _ if is_plain(one) => 1,
            _ => one.encode_utf8(&mut [0; 4]).cell_width(),
        })
        .fold(0, u16::saturating_add)
        .max(symbol.cell_width())
}

/// Whether the first character of a grapheme is wide by itself (or a flag's half): an ideograph, kana, a syllable of
/// Hangul, an emoji. Letters of an Indic script are not, although with a vowel sign beside them they take two cells.
pub(crate) fn is_wide(symbol: &str) -> bool {
    let is_wide = |one: char| {
        matches!(one, '\u{1f1e6}'..='\u{1f1ff}')
            || one >= '\u{1100}' && one.encode_utf8(&mut [0; 4]).cell_width() == 2
    };
    symbol.starts_with(is_wide)
}

/// The cells a text takes on one row.
pub fn cells(text: &str) -> usize {
    graphemes(text).map(|grapheme| usize::from(grapheme.cells)).sum()
}

/// A text of at most `room` cells: itself, or its beginning followed by `mark`.
///
/// It is cut after a word ("Cushman …") unless the words that fit would fill less than a quarter of the room; then the
/// next word itself is cut ("Cushm…"), between two graphemes. With no room nothing is left, with little as much of the
/// mark as fits.
pub fn truncate<'t>(text: &'t str, room: usize, mark: &'t str) -> Cow<'t, str> {
    if room == 0 {
        return Cow::Borrowed("");
    }
    let mark_cells = cells(mark);
    let mut taken = 0;
    let mut cut = 0;
    let mut word = 0;
    let mut seen = false;
    for grapheme in graphemes(text) {
        if grapheme.symbol.chars().all(char::is_whitespace) {
            // The blank and the mark follow.
            if seen && taken + 1 + mark_cells <= room && taken * 4 >= room {
                word = grapheme.start;
            }
            seen = false;
        } else {
            seen = true;
        }
        taken += usize::from(grapheme.cells);
        if taken + mark_cells <= room {
            cut = grapheme.end();
        }
        if taken > room {
            return if word > 0 {
                Cow::Owned(format!("{} {mark}", &text[..word]))
            } else if mark_cells > room {
                Cow::Borrowed(fitting(mark, room))
            } else {
                Cow::Owned(format!("{}{mark}", text[..cut].trim_end()))
            };
        }
    }
    Cow::Borrowed(text)
}

/// The longest beginning of a text that takes at most `room` cells.
fn fitting(text: &str, room: usize) -> &str {
    let mut taken = 0;
    let kept = graphemes(text).take_while(|grapheme| {
        taken += usize::from(grapheme.cells);
        taken <= room
    });
    kept.last().map_or("", |last| &text[..last.end()])
}

/// A text of several parts, cut after a whole part if any that fits is found in the room's second half: "3 names · …"
/// says more than "3 names · 2 rela…". Else it is cut like any other.
pub fn truncate_parts<'t>(text: &'t str, separator: &str, room: usize, mark: &'t str) -> Cow<'t, str> {
    if cells(text) <= room {
        return Cow::Borrowed(text);
    }
    let ending = format!("{separator}{mark}");
    let end = room.checked_sub(cells(&ending)).and_then(|kept| {
        let ends = text.match_indices(separator).map(|(end, _)| end);
        ends.take_while(|end| cells(&text[..*end]) <= kept).last()
    });
    match end.filter(|end| cells(&text[..*end]) * 2 >= room) {
        Some(end) => Cow::Owned(format!("{}{ending}", &text[..end])),
        None => truncate(text, room, mark),
    }
}

#[cfg(test)]
mod tests;
