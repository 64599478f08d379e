//! Finds words in a text as a reader means them: `ae` finds `ä`, `strasse` finds `Straße`, `"` finds `„`. Works in
//! slices, so that a long text can be searched between two keys. [`Query`] is what a reader types: several words, each
//! found from its beginning.

mod fold;
mod nearest;
mod query;

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::scripts::{is_continuation, is_unspaced};
use fold::{CaseFolder, Unit};

pub(crate) use fold::plain;
pub use nearest::{MAX_NEAREST, Nearest, Suggestion};
pub use query::{PassageScan, Query};

/// The most letters of a query that count; more than any reader types.
pub const MAX_QUERY_CHARS: usize = 256;

/// The work of a slice: at most a millisecond on any text, so that a key hardly waits for it.
pub const WORK_PER_SLICE: usize = 1 << 16;

/// What is looked for.
///
/// An umlaut in the query is spelled with `e`: `schön` finds `schön` and `schoen`, not `schon`; but `schon` finds all
/// but `schoen`. An accent in the query is no accent: `Café` finds `Cafe`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finder {
    needle: Vec<char>,
    /// Whether a hit can begin in a character that begins with this byte.
    begins: [bool; 256],
    /// Whether a hyphen is as good as a blank.
    loose_hyphens: bool,
    /// Whether hits begin where words begin.
    at_words: bool,
}

/// How far a stretch of text has been searched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scan {
    stretch: Range<usize>,
    at: usize,
    folder: CaseFolder,
    /// The blank of a run of white space has been read.
    blank: bool,
    /// The hits that have begun, the earliest first.
    partial: Vec<PartialMatch>,
}

/// A hit that has begun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct PartialMatch {
    start: usize,
    /// How many letters of the needle have been matched.
    matched: usize,
}

/// What a slice of a search ended with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// The words were found in these bytes; whole graphemes.
    Hit(Range<usize>),
    /// The work allowed is used up.
    Paused,
    /// There is no more text.
    Done,
}

impl Scan {
    /// A search of this stretch of a text, which no hit extends beyond: a block of an article, a whole note.
    pub fn of(stretch: Range<usize>) -> Self {
        let (at, folder) = (stretch.start, CaseFolder::default());
        Self { stretch, at, folder, blank: false, partial: Vec::new() }
    }

    /// The byte it has reached.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Goes on from this byte if it lies ahead; what has begun before it is no hit.
    fn jump(&mut self, byte: usize) {
        if byte > self.at {
            self.at = byte.min(self.stretch.end);
            (self.folder, self.blank) = (CaseFolder::default(), false);
            self.partial.clear();
        }
    }

    /// Whether all hits that begin before this byte have been found.
    pub fn is_past(&self, byte: usize) -> bool {
        self.at >= byte && self.partial.iter().all(|open| open.start >= byte)
    }
}

impl Finder {
    /// A finder for exactly this, also inside of words; `None` if there is nothing in it to look for.
    pub fn new(query: &str) -> Option<Self> {
        Self::of(query, false)
    }

    /// A finder for a word, or for several in a row: found from where a word begins, and a hyphen is as good as a blank.
    pub fn word(query: &str) -> Option<Self> {
        Self::of(query, true)
    }

    fn of(query: &str, is_word: bool) -> Option<Self> {
        let mut needle: Vec<char> = Vec::new();
        let mut folder = CaseFolder::default();
        for c in query.trim().chars() {
            folder.fold(c, |unit| {
                let letter = if is_word && unit.letter == '-' { ' ' } else { unit.letter };
                if !(letter == ' ' && needle.last().is_none_or(|last| *last == ' ')) {
                    needle.push(letter);
                }
            });
            if needle.len() >= MAX_QUERY_CHARS {
                break;
            }
        }
        needle.truncate(MAX_QUERY_CHARS);
        while needle.last() == Some(&' ') {
            needle.pop();
        }
        let first = *needle.first()?;
        let mut begins = [false; 256];
        for (byte, begins) in (0_u8..=255).zip(&mut begins) {
            *begins = can_begin(byte, first);
        }
        // Where no blanks stand between words, one begins anywhere; a sign is no word.
        let at_words = is_word && first.is_alphanumeric() && !is_unspaced(first);
        Some(Self { needle, begins, loose_hyphens: is_word, at_words })
    }

    /// The first occurrence in a text.
    pub fn first(&self, text: &str) -> Option<Range<usize>> {
        let mut unlimited = usize::MAX;
        match self.next(text, &mut Scan::of(0..text.len()), &mut unlimited) {
            Step::Hit(hit) => Some(hit),
            Step::Paused | Step::Done => None,
        }
    }

    /// Searches on to the next hit, for at most about so much `work` (a byte that is skipped over, or a letter that is
    /// compared), which is counted down. Hits come in order and share no words.
    ///
    /// # Panics
    ///
    /// If the scan is of another text.
    pub fn next(&self, text: &str, scan: &mut Scan, work: &mut usize) -> Step {
        while scan.at < scan.stretch.end {
            if *work == 0 {
                return Step::Paused;
            }
            if scan.partial.is_empty() && self.skip_ahead(text, scan, work) {
                continue;
            }
            let Some(c) = text[scan.at..scan.stretch.end].chars().next() else { break };
            let here = scan.at;
            scan.at += c.len_utf8();
            *work = work.saturating_sub(1 + scan.partial.len());
            if let Some(start) = self.read(text, scan, c, here) {
                let hit = whole_graphemes(text, &scan.stretch, start..scan.at);
                scan.at = hit.end;
                scan.partial.clear();
                scan.folder = CaseFolder::default();
                return Step::Hit(hit);
            }
        }
        Step::Done
    }

    /// Skips to where a hit can begin; returns whether it moved.
    fn skip_ahead(&self, text: &str, scan: &mut Scan, work: &mut usize) -> bool {
        let end = scan.stretch.end.min(scan.at.saturating_add(*work));
        let bytes = &text.as_bytes()[scan.at..end];
        let skipped = bytes.iter().position(|byte| self.begins[usize::from(*byte)]).unwrap_or(bytes.len());
        if skipped == 0 {
            return false;
        }
        scan.folder = CaseFolder::after(bytes[skipped - 1]);
        scan.blank = false;
        scan.at += skipped;
        // Never inside a character: its other bytes begin none.
        while !text.is_char_boundary(scan.at) {
            scan.at += 1;
        }
        *work -= skipped;
        true
    }

    /// Reads a character; returns the start of the hit that it completes.
    fn read(&self, text: &str, scan: &mut Scan, c: char, here: usize) -> Option<usize> {
        let Scan { folder, blank, partial, stretch, .. } = scan;
        let mut complete = None;
        let mut is_first = true;
        folder.fold(c, |mut unit| {
            if self.loose_hyphens && unit.letter == '-' {
                unit.letter = ' ';
            }
            let continues_blank = unit.letter == ' ' && *blank;
            *blank = unit.letter == ' ';
            if !continues_blank && complete.is_none() {
                let may_begin = self.needle.first() == Some(&unit.letter)
                    && (!self.at_words || is_first && begins_word(text, stretch, here));
                complete = self.advance(partial, unit, may_begin.then_some(here));
            }
            is_first = false;
        });
        complete
    }

    /// Takes a letter that was read. `begin` is where a hit begins with it, if one can.
    fn advance(&self, partial: &mut Vec<PartialMatch>, unit: Unit, begin: Option<usize>) -> Option<usize> {
        let wants = |open: &PartialMatch| self.needle.get(open.matched) == Some(&unit.letter);
        if unit.optional {
            for at in 0..partial.len() {
                let next = PartialMatch { matched: partial[at].matched + 1, ..partial[at] };
                if wants(&partial[at]) && !partial.contains(&next) {
                    partial.push(next);
                }
            }
        } else {
            partial.retain_mut(|open| {
                let wants = wants(open);
                open.matched += usize::from(wants);
                wants
            });
        }
        partial.extend(begin.map(|start| PartialMatch { start, matched: 1 }));
        let complete = partial.iter().filter(|open| open.matched == self.needle.len());
        complete.map(|open| open.start).min()
    }
}

/// The most characters without a width or a sound of their own that are looked past for the letter before a word.
const MOST_UNSEEN: usize = 64;

/// Whether a word or a number begins at this byte of a stretch, if a letter or digit stands there.
fn begins_word(text: &str, stretch: &Range<usize>, at: usize) -> bool {
    let before = text[stretch.start..at].chars().rev().take(MOST_UNSEEN);
    let mut before = before.filter(|c| !fold::is_unseen(*c) && !fold::is_accent(*c));
    match before.next() {
        None => true,
        Some(c) if c.is_alphanumeric() => is_unspaced(c),
        Some(c @ ('.' | ',')) if before.next().is_some_and(|c| c.is_ascii_digit()) => {
            // The thousands of "1,600" are no number, but the year of "27.11.2025" is.
            let digits =
                text.as_bytes()[at..stretch.end].iter().take(4).take_while(|byte| byte.is_ascii_digit());
            let digits = digits.count();
            digits == 0 || c == '.' && digits != 3
        }
        Some(c) => !is_continuation(c),
    }
}

/// Whether a character that begins with this byte can be read as one that begins with this letter, or hold it. Where
/// in doubt it can.
fn can_begin(byte: u8, letter: char) -> bool {
    match byte {
        0..0x80 => fold::ascii(byte) == letter,
        // Inside of a character.
        0x80..0xc0 => false,
        // Of Cyrillic only Cyrillic is made.
        0xd0..=0xd2 => matches!(letter, '\u{400}'..='\u{52f}'),
        // Ideographs are themselves.
        0xe4..=0xe9 => matches!(letter, '\u{4000}'..='\u{9fff}'),
        _ => true,
    }
}

/// The hit with what its first and last letters carry, within the stretch.
fn whole_graphemes(text: &str, stretch: &Range<usize>, hit: Range<usize>) -> Range<usize> {
    let text = &text[stretch.clone()];
    let (start, end) = (hit.start - stretch.start, hit.end - stretch.start);
    // Between two ASCII characters is a boundary: of line ends no stretch has any inside but as blanks.
    let plain = |at: usize| {
        at == 0
            || at == text.len()
            || text.as_bytes()[at - 1..=at].iter().all(|byte| matches!(byte, b' '..=b'~'))
    };
    let is_boundary = |at: usize| {
        plain(at) || GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
    };
    let start = if is_boundary(start) {
        start
    } else {
        GraphemeCursor::new(start, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
    };
    let end = if is_boundary(end) {
        end
    } else {
        GraphemeCursor::new(end, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
    };
    start + stretch.start..end + stretch.start
}

#[cfg(test)]
mod tests;
