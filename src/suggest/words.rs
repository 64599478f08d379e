//! A stretch of the article as words, numbers and signs.

use std::borrow::Cow;
use std::ops::Range;

use crate::dossier::{Article, BlockKind};
use crate::text::cues::CueLanguage;
use crate::text::invisible::{is_invisible, without_invisible};
use crate::text::months;
use crate::text::sentences::sentences;

/// A word, a number or another sign.
#[derive(Debug)]
pub(super) struct Word<'a> {
    /// As the reader sees it.
    pub(super) text: Cow<'a, str>,
    /// The same in small letters, to be compared.
    pub(super) lower: Cow<'a, str>,
    /// Its bytes of the article's text.
    pub(super) range: Range<usize>,
    /// What it is.
    pub(super) kind: WordKind,
    /// Whether nothing stands between it and what comes before.
    pub(super) is_joined: bool,
}

/// What a word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum WordKind {
    /// Letters, and digits after them: `Wort`, `H20`, `year's`.
    Letters,
    /// Digits, with the marks that part and group them: `27`, `1.000`, `27.11.2025`.
    Digits,
    /// Any other sign, alone.
    Sign,
}

/// The words of a stretch of the article, and where its sentences begin.
pub(super) struct Words<'a> {
    pub(super) list: Vec<Word<'a>>,
    /// The places in the list at which sentences begin.
    sentences: Vec<usize>,
    /// The languages whose words are known.
    pub(super) languages: &'static [CueLanguage],
}

/// Each stretch of the article that is read at once, in order; no figure and no time goes on from one to the next.
pub(super) fn stretches(article: &Article) -> impl Iterator<Item = Words<'_>> {
    let languages = CueLanguage::of_tag(article.language.primary());
    let blocks = article.text_blocks().filter(|block| block.kind != BlockKind::Code);
    let chunks = blocks.flat_map(|block| &block.chunks);
    chunks.map(move |chunk| Words::of(&article.text, chunk.clone(), languages))
}

impl<'a> Words<'a> {
    /// The words in these bytes of a text.
    pub(super) fn of(text: &'a str, stretch: Range<usize>, languages: &'static [CueLanguage]) -> Self {
        let mut list: Vec<Word<'a>> = Vec::new();
        let own = &text[..stretch.end];
        let (mut at, mut is_joined) = (stretch.start, false);
        while let Some(c) = own[at..].chars().next() {
            let is_day = || list.last().is_some_and(|word| months::in_english(&word.text).is_some());
            let end = at + length(&own[at..], c, is_day);
            if c.is_whitespace() {
                is_joined = false;
            } else if !is_invisible(c) {
                let kind = if c.is_ascii_digit() {
                    WordKind::Digits
                } else if c.is_alphanumeric() {
                    WordKind::Letters
                } else {
                    WordKind::Sign
                };
                let text = without_invisible(&text[at..end]);
                let lower = match &text {
                    Cow::Borrowed(own) if is_small(own) => Cow::Borrowed(*own),
                    other => Cow::Owned(other.to_lowercase()),
                };
                list.push(Word { text, lower, range: at..end, kind, is_joined });
                is_joined = true;
            }
            at = end;
        }
        let starts =
            sentences(&text[stretch.clone()]).into_iter().map(|sentence| stretch.start + sentence.start);
        let place_of = |byte: usize| list.partition_point(|word| word.range.start < byte);
        let sentences = starts.map(place_of).collect();
        Self { list, sentences, languages }
    }

    /// The word at this place.
    pub(super) fn at(&self, place: usize) -> Option<&Word<'a>> {
        self.list.get(place)
    }

    /// The word at this place in small letters; empty where there is none.
    pub(super) fn lower(&self, place: usize) -> &str {
        self.list.get(place).map_or("", |word| &word.lower)
    }

    /// The word at this place as it is written; empty where there is none.
    pub(super) fn text(&self, place: usize) -> &str {
        self.list.get(place).map_or("", |word| &word.text)
    }

    /// The word before this place in small letters; empty where there is none.
    pub(super) fn lower_before(&self, place: usize) -> &str {
        place.checked_sub(1).map_or("", |before| self.lower(before))
    }

    /// Whether the word at this place stands right after the one before it.
    pub(super) fn is_joined(&self, place: usize) -> bool {
        self.list.get(place).is_some_and(|word| word.is_joined)
    }

    pub(super) fn is_digits(&self, place: usize) -> bool {
        self.list.get(place).is_some_and(|word| word.kind == WordKind::Digits)
    }

    pub(super) fn is_letters(&self, place: usize) -> bool {
        self.list.get(place).is_some_and(|word| word.kind == WordKind::Letters)
    }

    /// Whether the word at this place begins with a capital.
    pub(super) fn is_capital(&self, place: usize) -> bool {
        self.text(place).starts_with(char::is_uppercase)
    }

    /// Whether this language's words are known.
    pub(super) fn knows(&self, language: CueLanguage) -> bool {
        self.languages.contains(&language)
    }

    /// Whether a sentence begins at this place; a quotation mark before it is part of the sentence.
    pub(super) fn begins_sentence(&self, place: usize) -> bool {
        let first = (0..=place).rev().take_while(|before| *before == place || !self.is_word(*before)).last();
        (first.unwrap_or(place)..=place).any(|place| self.sentences.binary_search(&place).is_ok())
    }

    fn is_word(&self, place: usize) -> bool {
        self.list.get(place).is_some_and(|word| word.kind != WordKind::Sign)
    }

    /// The places of the sentence that this place is in.
    pub(super) fn sentence(&self, place: usize) -> Range<usize> {
        let next = self.sentences.partition_point(|start| *start <= place);
        let start = next.checked_sub(1).map_or(0, |own| self.sentences[own]);
        start..self.sentences.get(next).copied().unwrap_or(self.list.len())
    }

    /// The places of the clause that this place is in: between marks that part clauses.
    pub(super) fn clause(&self, place: usize) -> Range<usize> {
        let sentence = self.sentence(place);
        let parts = |place: &usize| {
            let text = self.text(*place);
            let is_sign = self.list.get(*place).is_some_and(|word| word.kind == WordKind::Sign);
            is_sign && text.contains([',', ';', ':', '–', '—', '„', '“', '”', '"', '«', '»', '(', ')'])
        };
        let near = Self::near(place, sentence);
        let start = (near.start..place).rev().find(parts).map_or(near.start, |place| place + 1);
        let end = (place..near.end).find(parts).unwrap_or(near.end);
        start..end
    }

    /// Of these places, this one among them, those that are not far from it: no sentence that is one is longer, and what has no
    /// full stop for a megabyte is not gone through for every word.
    pub(super) fn near(place: usize, places: Range<usize>) -> Range<usize> {
        const MOST: usize = 120;
        places.start.max(place.saturating_sub(MOST))..places.end.min(place.saturating_add(MOST))
    }

    /// The bytes from the first to before the last of these places.
    pub(super) fn bytes(&self, places: &Range<usize>) -> Range<usize> {
        self.list[places.start].range.start..self.list[places.end - 1].range.end
    }

    /// The place after these words, in small letters and with blanks between them, if they stand here.
    pub(super) fn phrase(&self, place: usize, words: &str) -> Option<usize> {
        // Most phrases begin with another word: that is seen without taking them apart.
        if !words.starts_with(self.lower(place)) {
            return None;
        }
        let mut end = place;
        for word in words.split(' ') {
            if self.lower(end) != word {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// The place after the longest of these phrases that stand here.
    pub(super) fn longest(&self, place: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().filter_map(|phrase| self.phrase(place, phrase)).max()
    }
}

/// The bytes of the word, number or sign that a text begins with.
fn length(text: &str, first: char, is_day: impl FnOnce() -> bool) -> usize {
    if first.is_ascii_digit() {
        let length = digits_length(text);
        let blank = text[..length].find(is_blank);
        // "On May 3 200 people came".
        return blank.filter(|blank| *blank <= 2 && is_day()).unwrap_or(length);
    }
    if !first.is_alphanumeric() {
        return first.len_utf8();
    }
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let is_inner = match c {
            '\'' | '’' => next.is_alphanumeric(),
            c => c.is_alphanumeric() || is_invisible(c) || matches!(c, '\u{300}'..='\u{36f}'),
        };
        if !is_inner {
            return at;
        }
    }
    text.len()
}

/// Whether a word has no capital to be made small. Most have none, and need no copy.
fn is_small(word: &str) -> bool {
    word.chars().all(|c| if c.is_ascii() { !c.is_ascii_uppercase() } else { c.to_lowercase().eq([c]) })
}

/// Whether it may part the groups of a number.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The bytes of the number: marks belong to it between two digits, and a blank between groups: `10 000`, but not `2019 300`.
fn digits_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    // How many digits stand after the last blank, as long as there is nothing else.
    let mut group = Some(0);
    let mut is_first = true;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let is_inner = match c {
            '.' | ',' | '\'' | '’' => {
                group = None;
                next.is_ascii_digit()
            }
            c if is_blank(c) => {
                let is_whole =
                    group.is_some_and(|digits| digits == 3 || is_first && (1..3).contains(&digits));
                (group, is_first) = (Some(0), false);
                is_whole && is_group(&text[at + c.len_utf8()..])
            }
            c => {
                group = group.map(|digits| digits + usize::from(c.is_ascii_digit()));
                c.is_ascii_digit() || is_invisible(c)
            }
        };
        if !is_inner {
            return at;
        }
    }
    text.len()
}

/// Whether a text begins with three digits and no more.
fn is_group(text: &str) -> bool {
    let digits = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    digits == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let words = Words::of(text, 0..text.len(), &CueLanguage::ALL);
        words.list.into_iter().map(|word| word.text.into_owned()).collect()
    }

    #[test]
    fn words_numbers_and_signs_stand_for_themselves() {
        assert_eq!(
            split("Am 27.11.2025 (1.000,5 km)."),
            ["Am", "27.11.2025", "(", "1.000,5", "km", ")", "."]
        );
        assert_eq!(split("$5bn, year's H20-Chip"), ["$", "5", "bn", ",", "year's", "H20", "-", "Chip"]);
        assert_eq!(split("1\u{202f}000 2019–2021"), ["1\u{202f}000", "2019", "–", "2021"]);
        assert_eq!(split("1 200,50 Euro, 10 000 000"), ["1 200,50", "Euro", ",", "10 000 000"]);
        assert_eq!(split("10\u{a0}000 2019 300 1,5 200"), ["10\u{a0}000", "2019", "300", "1,5", "200"]);
        assert_eq!(split("10 0000 10 00"), ["10", "0000", "10", "00"]);
        assert_eq!(split("On May 3 200 came"), ["On", "May", "3", "200", "came"]);
        assert_eq!(split("Rechen\u{ad}zentren"), ["Rechenzentren"]);
    }

    #[test]
    fn sentences_and_clauses_are_known_by_their_places() {
        let text = "Sie kam, sagte er. „Am 3. Mai war es.“";
        let words = Words::of(text, 0..text.len(), &CueLanguage::ALL);
        let all = |places: Range<usize>| places.map(|place| words.text(place).to_owned()).collect::<Vec<_>>();
        assert_eq!(all(words.clause(0)), ["Sie", "kam"]);
        assert_eq!(all(words.clause(4)), ["sagte", "er", "."]);
        assert!(words.begins_sentence(0) && !words.begins_sentence(1));
        let am = words.list.iter().position(|word| word.text == "Am").unwrap();
        assert!(words.begins_sentence(am));
        let endless = "wort ".repeat(1000);
        let words = Words::of(&endless, 0..endless.len(), &CueLanguage::ALL);
        let clause = words.clause(500);
        assert!(clause.contains(&500) && clause.len() < 300, "{clause:?}");
    }
}
