//! How a word is written, and what that tells.

use super::lists;

/// Capitals only, two or more, digits among them or not: `BND`, `G7`.
pub(super) fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let is_written_so =
        word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '-'));
    capitals >= 2 && is_written_so && word.chars().count() <= 7
}

/// An acronym that is no common word.
pub(super) fn is_name_acronym(word: &str) -> bool {
    is_acronym(word) && !lists::COMMON_ACRONYMS.contains(word) && !is_roman(word)
}

fn is_roman(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// A word as no common word is written, and no acronym: `ByteDance`, `eBay`, `H20`.
pub(super) fn is_odd(word: &str) -> bool {
    if lists::COMMON_SHAPES.contains(word) || lists::COMMON_ACRONYMS.contains(word) || is_acronym(word) {
        return false;
    }
    if let Some((site, end)) = word.rsplit_once('.') {
        return site.len() > 2
            && end.len() > 1
            && end.chars().all(char::is_lowercase)
            && site.contains(char::is_alphabetic);
    }
    let mut before = ' ';
    let mut inner = false;
    let mut letters = 0;
    for (number, c) in word.chars().enumerate() {
        // "BürgerInnen" is no name; "McDonald" is.
        inner |=
            number > 0 && c.is_uppercase() && (before.is_lowercase() || before.is_uppercase() && number == 1);
        letters += usize::from(c.is_alphabetic());
        before = c;
    }
    let has_digit = word.contains(|c: char| c.is_ascii_digit());
    let starts_with_letter = word.starts_with(char::is_alphabetic);
    let is_gendered = word.contains("Innen") || word.ends_with("In");
    let small = word.chars().filter(|c| c.is_lowercase()).count();
    let is_plural_acronym = word.ends_with('s') && small == 1;
    if has_digit {
        return starts_with_letter && word.contains(char::is_uppercase) && word.chars().count() <= 12;
    }
    inner && letters > 2 && !is_gendered && !is_plural_acronym && small > 0
}

/// Whether all letters are capitals, and there are more than an acronym has.
pub(super) fn is_shouted(word: &str) -> bool {
    word.chars().count() > 3 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
}
