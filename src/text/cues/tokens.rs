//! A sentence as words, numbers and the signs beside them.

use std::borrow::Cow;
use std::ops::Range;

/// A word, a number, or a sign of money or share.
#[derive(Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
}

/// The tokens of a sentence.
pub(super) struct Tokens<'a> {
    pub(super) sentence: &'a str,
    pub(super) list: Vec<Token<'a>>,
    /// The first word without its capital, which it has whatever it is.
    first: Cow<'a, str>,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(sentence: &'a str) -> Self {
        let mut list: Vec<Token<'a>> = Vec::new();
        let mut at = 0;
        while let Some(c) = sentence[at..].chars().next() {
            let end = if c.is_alphanumeric() { at + length(&sentence[at..]) } else { at + c.len_utf8() };
            if c.is_alphanumeric() || is_sign(c) {
                list.push(Token { text: &sentence[at..end], range: at..end });
            }
            at = end;
        }
        let text = list.first().map_or("", |token| token.text);
        let is_word = text.chars().skip(1).all(|c| !c.is_uppercase());
        let first = if is_word && text.starts_with(char::is_uppercase) {
            text.to_lowercase().into()
        } else {
            text.into()
        };
        Self { sentence, list, first }
    }

    /// The word at this place, as it stands within a sentence; empty where there is none.
    pub(super) fn word(&self, place: usize) -> &str {
        if place == 0 { &self.first } else { self.text(Some(place)) }
    }

    /// What stands there; empty where there is nothing.
    pub(super) fn text(&self, place: Option<usize>) -> &'a str {
        place.and_then(|place| self.list.get(place)).map_or("", |token| token.text)
    }

    /// The word before.
    pub(super) fn before(&self, place: usize) -> &str {
        place.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// What stands between a token and the next.
    pub(super) fn gap_after(&self, place: usize) -> &'a str {
        let from = self.list.get(place).map_or(self.sentence.len(), |token| token.range.end);
        let to = self.list.get(place + 1).map_or(self.sentence.len(), |token| token.range.start);
        &self.sentence[from..to]
    }

    /// The token after the longest of these phrases that begin here.
    pub(super) fn longest_at(
        &self,
        place: usize,
        phrases: impl Iterator<Item = &'static str>,
    ) -> Option<usize> {
        let end_of = |phrase: &str| {
            let mut end = place;
            let is_here = phrase.split(' ').all(|word| {
                let own = if end == place { self.word(place) } else { self.text(Some(end)) };
                end += 1;
                own == word
            });
            is_here.then_some(end)
        };
        // Most phrases begin with another word: that is seen without taking them apart.
        phrases.filter(|phrase| phrase.starts_with(self.word(place))).filter_map(end_of).max()
    }

    /// Whether a clause ends after this token.
    pub(super) fn ends_clause(&self, place: usize) -> bool {
        place + 1 >= self.list.len()
            || self.gap_after(place).contains([',', ';', ':', '.', '–', '—', '!', '?', '(', ')'])
    }
}

/// Signs that are read with the number beside them.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '%' | '‰' | '$' | '€' | '£' | '¥')
}

/// The bytes of the word or number a text begins with. Marks between two letters or two digits belong to it.
fn length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let is_inner = match c {
            '-' | '\u{2010}' | '\u{2011}' => before.is_alphanumeric() && next.is_alphanumeric(),
            '\'' | '’' => before.is_alphanumeric() && next.is_alphanumeric(),
            '.' | ',' | '–' | ':' => before.is_ascii_digit() && next.is_ascii_digit(),
            '\u{ad}' | '\u{200b}' | '\u{2060}' => true,
            c => c.is_alphanumeric() || is_mark(c),
        };
        if !is_inner {
            return at;
        }
        before = c;
    }
    text.len()
}

/// Combining marks.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
