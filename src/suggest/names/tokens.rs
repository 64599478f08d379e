//! The words of the article in sentences, with what stands between them.

use std::ops::Range;

use super::lists;
use crate::text::cues::CueLanguage;
use crate::text::names::is_function_word;
use crate::text::sentences::sentences;
use crate::text::word_boundary;

/// A part of the article that is read on its own.
pub(super) struct Part {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// Whether it is a title or a heading.
    pub(super) is_heading: bool,
}

/// By which rules a sentence is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Language {
    German,
    English,
    /// Another: only what does not depend on the language.
    Other,
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gap {
    /// Nothing: it begins a sentence.
    Start,
    Blank,
    Hyphen,
    Ampersand,
    /// The full stop of an initial or a short title, and a blank.
    Stop,
    Comma,
    /// A mark after which a capital may be that of a beginning: a colon, an opening quotation mark.
    Opening,
    /// A bracket that opens.
    Bracket,
    Other,
}

/// A word or number.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) range: Range<usize>,
    pub(super) gap: Gap,
    /// An apostrophe and an *s*, or an apostrophe after an *s*, follows; it is not part of the range.
    pub(super) is_possessive: bool,
    /// It begins with a capital.
    pub(super) is_capital: bool,
}

/// Words that belong together.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) tokens: Range<usize>,
    pub(super) is_heading: bool,
    /// Its words have capitals as in a headline.
    pub(super) is_headline: bool,
    pub(super) language: Language,
}

/// All of them.
pub(super) struct Tokens<'a> {
    pub(super) text: &'a str,
    pub(super) list: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
}

impl<'a> Tokens<'a> {
    /// The tokens of these parts.
    pub(super) fn of(text: &'a str, parts: &[Part], languages: &[CueLanguage]) -> Self {
        let mut tokens = Self { text, list: Vec::new(), sentences: Vec::new() };
        for part in parts {
            let from = tokens.sentences.len();
            let own = &text[part.range.clone()];
            for sentence in sentences(own) {
                let range = part.range.start + sentence.start..part.range.start + sentence.end;
                let first = tokens.list.len();
                tokens.push(range);
                let tokens_of = first..tokens.list.len();
                if !tokens_of.is_empty() {
                    let language = Language::Other;
                    let is_heading = part.is_heading;
                    tokens.sentences.push(Sentence {
                        tokens: tokens_of,
                        is_heading,
                        is_headline: false,
                        language,
                    });
                }
            }
            let language = tokens.language_from(from, languages);
            let is_one = tokens.sentences.len() == from + 1 && !own.ends_with(['.', '!', '?', ':', '”', '"']);
            for number in from..tokens.sentences.len() {
                let is_headline = language != Language::German
                    && (part.is_heading || is_one)
                    && tokens.has_capitals_anyway(number);
                let sentence = &mut tokens.sentences[number];
                sentence.language = language;
                sentence.is_headline = is_headline;
                sentence.is_heading |= is_headline;
            }
        }
        tokens
    }

    /// The language of the sentences from here on.
    fn language_from(&self, from: usize, languages: &[CueLanguage]) -> Language {
        match languages {
            [] => Language::Other,
            [CueLanguage::German] => Language::German,
            [CueLanguage::English] => Language::English,
            _ => {
                let first =
                    self.sentences.get(from).map_or(self.list.len(), |sentence| sentence.tokens.start);
                let small = (first..self.list.len()).filter(|place| !self.list[*place].is_capital).take(200);
                let (mut german, mut english) = (0, 0);
                for word in small.map(|place| self.word(place)) {
                    german += usize::from(is_function_word(word, &[CueLanguage::German]));
                    english += usize::from(is_function_word(word, &[CueLanguage::English]));
                }
                if german > english { Language::German } else { Language::English }
            }
        }
    }

    /// Whether most words of a sentence have a capital, as in the headlines of some newspapers.
    pub(super) fn has_capitals_anyway(&self, sentence: usize) -> bool {
        let Some(sentence) = self.sentences.get(sentence) else { return false };
        let (mut capitals, mut count) = (0, 0);
        for place in sentence.tokens.clone() {
            let word = self.word(place);
            if word.chars().count() > 3 && word.starts_with(char::is_alphabetic) {
                count += 1;
                capitals += usize::from(self.list[place].is_capital);
            }
        }
        count > 2 && capitals * 10 >= count * 7 && self.word(sentence.tokens.start) != "By"
    }

    /// Adds the words of a sentence.
    fn push(&mut self, sentence: Range<usize>) {
        let text = self.text;
        let first = self.list.len();
        let mut end = sentence.start;
        for word in word_boundary::words(&text[sentence.clone()]) {
            let range = sentence.start + word.start..sentence.start + word.end;
            let gap = &text[end..range.start];
            let own = &text[range.clone()];
            end = range.end;
            let is_first = self.list.len() == first;
            let follows_saint =
                self.list.len() > first + 1 && matches!(self.word(self.list.len() - 2), "St" | "Saint");
            if let Some(last) = self.list.last_mut().filter(|_| !is_first) {
                let before = &text[last.range.clone()];
                if matches!(gap, "'" | "’") && joins_by_apostrophe(before, own) {
                    last.range.end = range.end;
                    continue;
                }
                if matches!(gap, "'" | "’") && own == "s" {
                    // "Lloyd’s" and "St Hilda’s" are names as they are.
                    let is_own = lists::OWN_POSSESSIVES_EN.contains(before) || follows_saint;
                    last.is_possessive = !is_own;
                    last.range.end = if is_own { range.end } else { last.range.end };
                    continue;
                }
                let is_site = gap == "." && matches!(own, "com" | "de" | "org" | "net" | "io" | "ai" | "eu");
                if is_site
                    || is_letter(own)
                        && (gap == "." && is_letter(before) || gap.is_empty() && before.ends_with('.'))
                {
                    last.range.end = range.end;
                    last.range.end += usize::from(is_letter(own) && text[range.end..].starts_with('.'));
                    end = last.range.end;
                    continue;
                }
                // "Airbus’ Pläne": the mark is the word’s, and what follows stands right beside it.
                if before.ends_with(['s', 'x', 'z']) && gap.starts_with(['\'', '’']) && gap.len() > 1 {
                    last.is_possessive = true;
                }
            }
            let kind = if is_first {
                Gap::Start
            } else {
                gap_of(gap, self.list.last().map_or("", |last| &text[last.range.clone()]))
            };
            let is_capital = own.starts_with(char::is_uppercase);
            self.list.push(Token { range, gap: kind, is_possessive: false, is_capital });
        }
    }

    /// The word at this place; empty where there is none.
    pub(super) fn word(&self, place: usize) -> &'a str {
        self.list.get(place).map_or("", |token| &self.text[token.range.clone()])
    }

    /// The words of these places with what stands between them.
    pub(super) fn words(&self, places: &Range<usize>) -> &'a str {
        &self.text[self.bytes(places)]
    }

    /// The bytes of these places.
    pub(super) fn bytes(&self, places: &Range<usize>) -> Range<usize> {
        self.list[places.start].range.start..self.list[places.end - 1].range.end
    }

    /// Whether a word has the capital that anything has that begins a sentence.
    pub(super) fn begins(&self, place: usize) -> bool {
        matches!(self.list[place].gap, Gap::Start | Gap::Opening)
    }
}

fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// Whether an apostrophe parts no words here: `O’Brien`, `Xi’an`, but not `Apple’s` or `don’t`.
fn joins_by_apostrophe(before: &str, after: &str) -> bool {
    let is_particle = before.chars().nth(2).is_none() && after.starts_with(char::is_uppercase);
    is_particle || before.starts_with(char::is_uppercase) && matches!(after, "an" | "Ivoire" | "ien")
}

fn gap_of(gap: &str, before: &str) -> Gap {
    let is_blank = |text: &str| !text.is_empty() && text.chars().all(char::is_whitespace);
    match gap {
        "-" | "\u{2010}" | "\u{2011}" => Gap::Hyphen,
        "&" | " & " => Gap::Ampersand,
        _ if is_blank(gap) => Gap::Blank,
        _ if gap.strip_prefix(['\'', '’']).is_some_and(is_blank) => Gap::Blank,
        _ if gap.strip_prefix('.').is_some_and(is_blank) && (is_letter(before) || is_short(before)) => {
            Gap::Stop
        }
        _ if gap.strip_prefix(',').is_some_and(is_blank) => Gap::Comma,
        _ if gap.ends_with('(') => Gap::Bracket,
        _ if gap.contains([':', '„', '“', '‚', '‘', '»', '«', '"', '”', '?', '!', '.']) => {
            Gap::Opening
        }
        _ => Gap::Other,
    }
}

/// Titles that are written with a full stop.
fn is_short(word: &str) -> bool {
    matches!(
        word,
        "Dr" | "Prof"
            | "Mr"
            | "Mrs"
            | "Ms"
            | "St"
            | "Co"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Gen"
            | "Col"
            | "Capt"
            | "Lt"
            | "Sgt"
            | "Rev"
            | "Jr"
    )
}
