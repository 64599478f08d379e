//! A quotation is found where it stands: decided here once more, slowly and by other means.

use std::fmt::Write as _;
use std::iter::once;
use std::ops::Range;

use fundstelle::dossier::{AnchorState, Article, Quote};
use fundstelle::load::Memory;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use super::dossier;

/// So many places of an ambiguous quotation are kept.
const MOST_PLACES: usize = 16;

/// The article as a reader sees it, and as it is compared.
pub(crate) struct Shown<'a> {
    article: &'a Article,
    folded: String,
}

impl<'a> Shown<'a> {
    pub(crate) fn of(article: &'a Article) -> Self {
        let mut shown = Self { article, folded: String::new() };
        shown.folded = fold(&format!(" {} ", shown.words(&(0..article.text.len()))));
        shown
    }

    /// The words of a range, without what is not shown; what lies between two blocks is a blank.
    fn words(&self, range: &Range<usize>) -> String {
        let mut words = String::new();
        let mut before: Option<usize> = None;
        for block in self.article.text_blocks() {
            if before.is_some_and(|end| range.start <= end && block.range.start <= range.end) {
                words.push(' ');
            }
            let (start, end) = (range.start.max(block.range.start), range.end.min(block.range.end));
            words.push_str(self.article.text.get(start..end).unwrap_or_default());
            before = Some(block.range.end);
        }
        words
    }

    /// Whether a passage reads as these words do.
    pub(crate) fn reads(&self, passage: &Range<usize>, words: &str) -> bool {
        assert!(self.article.text.get(passage.clone()).is_some_and(|text| !text.is_empty()), "{passage:?}");
        fold(&self.words(passage)).trim() == fold(words).trim()
    }

    /// Checks that a quotation is in the state it is said to be in.
    pub(crate) fn check(&self, quote: &Quote, state: &AnchorState) {
        let parts = [&quote.prefix, &quote.exact, &quote.suffix].map(|part| fold(part));
        let count = occurrences(&self.folded, &parts);
        match state {
            AnchorState::Exact(passage) => {
                assert_eq!(count, 1, "{quote:?}");
                self.check_place(quote, passage, &parts);
            }
            AnchorState::Ambiguous(places) => {
                assert!(count > 1, "{quote:?}");
                assert_eq!(places.len(), count.min(MOST_PLACES), "{quote:?}");
                assert!(places.windows(2).all(|two| two[0].start < two[1].start), "{places:?}");
                for passage in places {
                    self.check_place(quote, passage, &parts);
                }
            }
            AnchorState::Reworded(passage) => {
                assert_eq!(count, 0, "{quote:?} stands, and is called reworded");
                let text = self.article.text.get(passage.clone()).unwrap_or_default();
                assert!(!text.is_empty() && text == text.trim(), "{quote:?}: {passage:?} {text:?}");
                assert!(!self.words(passage).is_empty(), "{quote:?}: {text:?} is not shown");
                // The words themselves stand there only where what was given beside them does not.
                let alone = quote.prefix.is_empty() && quote.suffix.is_empty();
                assert!(!(alone && self.reads(passage, &quote.exact)), "{quote:?} stands at {passage:?}");
            }
            AnchorState::Lost => assert_eq!(count, 0, "{quote:?} is not lost"),
        }
    }

    /// Asserts that the quotation stands in the passage, and its context beside it.
    fn check_place(&self, quote: &Quote, passage: &Range<usize>, [prefix, exact, suffix]: &[String; 3]) {
        assert!(self.reads(passage, exact), "{quote:?} does not stand in {passage:?}");
        let before = fold(&format!(" {}", self.words(&(0..passage.start))));
        let after = fold(&format!("{} ", self.words(&(passage.end..self.article.text.len()))));
        let (start, end) = (exact.trim_start(), exact.trim_end());
        let lead = collapsed(&format!("{prefix}{}", &exact[..exact.len() - start.len()]));
        let trail = collapsed(&format!("{}{suffix}", &exact[end.len()..]));
        assert!(before.ends_with(&lead), "{quote:?} does not stand after {lead:?}, at {passage:?}");
        assert!(after.starts_with(&trail), "{quote:?} does not stand before {trail:?}, at {passage:?}");
    }
}

/// Without what no reader sees, NFC, every run of white space as one blank.
fn fold(text: &str) -> String {
    let seen = text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}'));
    collapsed(&seen.nfc().collect::<String>())
}

fn collapsed(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            folded.push(c);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded
}

/// How often a quotation stands in a text, overlapping or not. One that ends within a character, or whose context does,
/// stands nowhere: "u" is not in "ü", however that is written. Nor does one that ends within a word. Its context may,
/// but not within a number.
fn occurrences(text: &str, [prefix, exact, suffix]: &[String; 3]) -> usize {
    let pattern = collapsed(&format!("{prefix}{exact}{suffix}"));
    let start = collapsed(&format!("{prefix}{exact}")).trim_end().len() - exact.trim().len();
    let end = start + exact.trim().len();
    let is_whole = |at: usize| is_parted(&pattern, at) && !is_within_word(&pattern, at);
    if exact.trim().is_empty() || !is_whole(start) || !is_whole(end) {
        return 0;
    }
    let found = text.char_indices().filter(|(at, _)| text[*at..].starts_with(&pattern));
    let is_end = |at: usize, is_context: bool| {
        let is_cut = if is_context { is_within_number(text, at) } else { is_within_word(text, at) };
        is_parted(text, at) && !is_cut
    };
    let starts = |at: usize| is_end(at, !prefix.is_empty());
    let ends = |at: usize| is_end(at, !suffix.is_empty());
    found.filter(|(at, _)| starts(*at) && ends(at + pattern.len())).count()
}

/// Whether a word goes on here, of a script that puts blanks between words, or a number.
fn is_within_word(text: &str, at: usize) -> bool {
    let is_word = |at: usize, c: char| {
        is_of_number(text, at, c) || c.is_alphanumeric() && !is_written_without_blanks(c)
    };
    both_beside(text, at, is_word)
}

/// Whether a number goes on here.
fn is_within_number(text: &str, at: usize) -> bool {
    both_beside(text, at, |at, c| is_of_number(text, at, c))
}

/// Whether it holds for the character before this place and for the one after it.
fn both_beside(text: &str, at: usize, holds: impl Fn(usize, char) -> bool) -> bool {
    // A mark or a joiner belongs to the letter before it.
    let continues = |c: char| is_combining_mark(c) || matches!(c, '\u{200c}' | '\u{200d}');
    let before = text[..at].char_indices().rev().find(|(_, c)| !continues(*c));
    let after = text[at..].chars().next();
    let after = if after.is_some_and(continues) { before } else { after.map(|c| (at, c)) };
    [before, after].into_iter().all(|beside| beside.is_some_and(|(at, c)| holds(at, c)))
}

/// Whether the character here is a digit, or stands between two as a separator does.
fn is_of_number(text: &str, at: usize, c: char) -> bool {
    let beside = [text[..at].chars().next_back(), text[at + c.len_utf8()..].chars().next()];
    is_digit(c) || ".,'’٫٬．，".contains(c) && beside.into_iter().all(|c| c.is_some_and(is_digit))
}

/// Whether numbers are written with the character; Han numerals are words.
fn is_digit(c: char) -> bool {
    c.is_numeric() && !('\u{3005}'..='\u{3029}').contains(&c)
}

/// Whether the character is of a script that puts no blanks between words.
fn is_written_without_blanks(c: char) -> bool {
    const BLOCKS: [(u32, u32); 18] = [
        (0xe00, 0x109f),
        (0x1780, 0x17ff),
        (0x1950, 0x19ff),
        (0x1a20, 0x1aaf),
        (0x2e80, 0x2fdf),
        (0x3005, 0x3007),
        (0x3021, 0x3029),
        (0x3040, 0x312f),
        (0x31a0, 0x31ff),
        (0x3400, 0x4dbf),
        (0x4e00, 0x9fff),
        (0xa000, 0xa4cf),
        (0xa980, 0xa9df),
        (0xaa60, 0xaadf),
        (0xf900, 0xfaff),
        (0xff66, 0xff9f),
        (0x1_aff0, 0x1_b16f),
        (0x2_0000, 0x3_ffff),
    ];
    BLOCKS.iter().any(|(first, last)| (*first..=*last).contains(&u32::from(c)))
}

/// Whether what follows does not join the character before it.
fn is_parted(text: &str, at: usize) -> bool {
    let joins = |c: char| is_combining_mark(c) || is_nfc_quick(once(c)) != IsNormalized::Yes;
    let before = text[..at].chars().next_back().is_some_and(|c| !c.is_whitespace());
    !(before && text[at..].chars().next().is_some_and(joins))
}

/// Quotes an article, edits it, and checks what becomes of the quotations before and after.
///
/// The text has three parts, divided by a line `===`: the article; edits, a line each (`old -> new`, which changes the
/// first `old`, or all from there on to `old` with `old ->`); quotations, a line each (`exact`, `prefix|exact|suffix`, or
/// `#3-7` for the third to the seventh word of the article before the edits).
pub(crate) fn check(input: &str) {
    /// More of them find nothing that few do not.
    const MOST: usize = 64;
    let mut parts = input.splitn(3, "\n===\n");
    let article = parts.next().unwrap_or_default();
    let edits = parts.next().unwrap_or_default();
    let quotes = parts.next().unwrap_or_default().split('\n').take(MOST);
    let quotes: Vec<[String; 3]> = quotes.map(|line| quotation(line, article)).collect();
    let mut edited = article.to_owned();
    for (old, new) in edits.split('\n').take(MOST).filter_map(|line| line.split_once(" -> ")) {
        edited = edited.replacen(old, new, 1);
    }
    for (name, article) in [("a.txt", article), ("a.txt", &edited), ("a.md", &edited)] {
        let files = Memory::default().with("dossier.toml", tables(name, &quotes)).with(name, article);
        let Some(loaded) = dossier::check(&files) else { continue };
        let read: usize = loaded.dossier.claims.iter().map(|claim| claim.evidence.anchors.len()).sum();
        let worded = quotes.iter().filter(|[_, exact, _]| !exact.trim().is_empty()).count();
        assert_eq!(read, worded, "every quotation with words is read");
    }
}

/// Prefix, exact and suffix.
fn quotation(line: &str, article: &str) -> [String; 3] {
    let numbers = line.strip_prefix('#').and_then(|range| range.split_once('-'));
    if let Some((first, last)) = numbers.and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?))) {
        let (first, last): (u16, u16) = (first, last);
        let count = usize::from(last.saturating_sub(first)) + 1;
        let words: Vec<&str> = article.split_whitespace().skip(first.into()).take(count).collect();
        return [String::new(), words.join(" "), String::new()];
    }
    let mut parts = line.splitn(3, '|').map(str::to_owned);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(prefix), Some(exact), Some(suffix)) => [prefix, exact, suffix],
        _ => [String::new(), line.to_owned(), String::new()],
    }
}

/// A dossier whose claims hold the quotations.
fn tables(article: &str, quotes: &[[String; 3]]) -> String {
    let mut text = format!("format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"{article}\"\n");
    for (number, [prefix, exact, suffix]) in quotes.iter().enumerate() {
        let parts = [("prefix", prefix), ("exact", exact), ("suffix", suffix)];
        let parts = parts.map(|(key, words)| format!("{key} = \"{}\"", escaped(words))).join(", ");
        let _ = writeln!(text, "[[claim]]\nid = \"c{number}\"\ntext = \"c\"\nanchors = [{{ {parts} }}]");
        let _ = writeln!(text, "assessment = \"open\"");
    }
    text
}

/// As it stands between a TOML string's quotation marks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}
