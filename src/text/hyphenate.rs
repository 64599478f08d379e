//! Where a word may be broken at the end of a line, by the rules of its language. Knows text and a language tag,
//! nothing of widths or meanings.

use std::borrow::Cow;
use std::ops::Range;

use hypher::{Lang, hyphenate_bounded};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Shorter words are not broken (letters).
const WORD: usize = 6;

/// At least this many letters stay on the line.
const LEFT: usize = 2;

/// At least this many letters go to the next line.
const RIGHT: usize = 3;

/// What an author writes where a word may be broken; invisible elsewhere.
const SOFT_HYPHEN: char = '\u{AD}';

/// The bytes of the text, ascending, before which a line may begin if the one above ends in a hyphen that is drawn and
/// does not stand in the text.
///
/// A word is a run of letters, so a compound's own hyphens are not considered here. It is broken where the patterns of
/// the language (a BCP 47 tag) say so, not at all in a language that we have no patterns for. Soft hyphens in it count
/// in any language, and then nothing else does. Words of fewer than six letters stay whole, as do acronyms and names
/// with a capital inside (NATO, ByteDance) and all that looks like an address; two letters or more stand before the
/// break, three or more after it.
///
/// # Panics
///
/// If `range` does not lie on character boundaries of `text`.
pub fn break_points(text: &str, range: Range<usize>, language: &str) -> Vec<usize> {
    let patterns = patterns(language);
    let mut places = Vec::new();
    let mut start = range.start;
    for token in text[range].split_inclusive(char::is_whitespace) {
        if token.len() >= WORD && !is_address(token.trim_end()) {
            for run in runs(token) {
                break_up(&token[run.clone()], patterns, |place| places.push(start + run.start + place));
            }
        }
        start += token.len();
    }
    places
}

fn patterns(language: &str) -> Option<Lang> {
    let primary = language.split('-').next().unwrap_or_default();
    Some(match primary.to_ascii_lowercase().as_str() {
        "de" => Lang::German,
        "en" => Lang::English,
        "es" => Lang::Spanish,
        "fr" => Lang::French,
        "it" => Lang::Italian,
        "pt" => Lang::Portuguese,
        _ => return None,
    })
}

/// Whether it is something a reader may want to copy: a URL, an e-mail address, a path, a file's or a domain's name.
fn is_address(token: &str) -> bool {
    let bytes = token.as_bytes();
    let within = |at: usize| {
        let before = token[..at].chars().next_back();
        let after = token[at + 1..].chars().next();
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    };
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'@' | b'\\' | b'_' => true,
        b':' => token[at..].starts_with("://"),
        b'.' => within(at),
        b'/' => at == 0 || token.starts_with("~/"),
        _ => false,
    })
}

/// The runs of letters, with the marks on them and the soft hyphens between them.
fn runs(token: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + token[from..].find(char::is_alphabetic)?;
        let rest = &token[start..];
        let end = start + rest.find(|one| !is_of_word(one)).unwrap_or(rest.len());
        from = end;
        Some(start..end)
    })
}

fn is_of_word(one: char) -> bool {
    one.is_alphabetic() || is_mark(one) || one == SOFT_HYPHEN
}

/// Whether a character adds to the letter before it. Some such marks count as letters, too.
fn is_mark(one: char) -> bool {
    one >= '\u{300}' && is_combining_mark(one)
}

fn is_letter(one: char) -> bool {
    one != SOFT_HYPHEN && !is_mark(one)
}

/// Emits where a run of letters may be broken.
fn break_up(word: &str, patterns: Option<Lang>, mut emit: impl FnMut(usize)) {
    let letters = word.chars().filter(|one| is_letter(*one)).count();
    if letters < WORD {
        return;
    }
    if word.contains(SOFT_HYPHEN) {
        let mut before = 0;
        for (at, one) in word.char_indices() {
            if is_letter(one) {
                before += 1;
            } else if one == SOFT_HYPHEN && before >= LEFT && letters - before >= RIGHT {
                emit(at + one.len_utf8());
            }
        }
        return;
    }
    let Some(patterns) = patterns.filter(|_| !word.chars().skip(1).any(char::is_uppercase)) else { return };
    // The patterns know only letters that have their marks built in.
    let composed: Cow<'_, str> =
        if word.chars().any(is_mark) { word.nfc().collect::<String>().into() } else { word.into() };
    // Nor do they know a letter whose mark no character has built in, and would count the mark.
    if composed.chars().any(is_mark) {
        return;
    }
    let mut letters = word.char_indices().filter(|(_, one)| is_letter(*one)).map(|(at, _)| at);
    for (number, syllable) in hyphenate_bounded(&composed, patterns, LEFT, RIGHT).enumerate() {
        let Some(start) = letters.next() else { return };
        if number > 0 {
            emit(start);
        }
        let others = syllable.chars().filter(|one| is_letter(*one)).count().saturating_sub(1);
        letters.by_ref().take(others).for_each(drop);
    }
}

#[cfg(test)]
mod tests;
