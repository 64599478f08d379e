//! What is typed against the letters of names. Letters of one word may stand apart in a name, but not so far that
//! anything is found by chance; in the other words they stand in a row.

mod fold;

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str, Utf32String};

use fold::folded;

/// The letters that something is found by: those of its name, and after each a blank those of its other words. Folded, one
/// letter a grapheme, so that a letter found is a place in what is drawn.
#[derive(Clone, Debug)]
pub(crate) struct Letters {
    letters: Utf32String,
    name: u16,
    /// Whether a number of its own stands after its kind: of an event the day does.
    is_numbered: bool,
}

/// No more letters of a name are looked at, and no more of the other words: both can be of any length.
const LONGEST: usize = 200;

impl Letters {
    /// Of a name and the other words, of which the first may begin with the word for a kind and a number after it.
    pub(crate) fn new<'t>(name: &str, beside: impl Iterator<Item = &'t str>, is_numbered: bool) -> Self {
        let mut letters: Vec<char> = folded(name).take(LONGEST).collect();
        let name = u16::try_from(letters.len()).unwrap_or(u16::MAX);
        let others = beside.flat_map(|word| std::iter::once(' ').chain(folded(word)));
        letters.extend(others.take(LONGEST));
        // A byte a letter where that is enough: it is smaller, and looked through many times faster.
        let letters = if letters.iter().all(char::is_ascii) {
            Utf32String::Ascii(letters.iter().collect::<String>().into())
        } else {
            Utf32String::Unicode(letters.into())
        };
        Self { letters, name, is_numbered }
    }

    /// How many letters its name has.
    pub(crate) fn name_length(&self) -> u16 {
        self.name
    }
}

/// What compares. Its scratch memory serves any number of names.
pub(crate) fn matcher() -> Matcher {
    let mut config = Config::DEFAULT;
    config.prefer_prefix = true;
    Matcher::new(config)
}

/// What is typed, word by word; each has to be found.
#[derive(Debug)]
pub(crate) struct Query {
    words: Vec<Vec<Spelling>>,
}

/// A word in one of its spellings.
#[derive(Debug)]
struct Spelling {
    in_name: Atom,
    beside: Atom,
    letters: Vec<char>,
    /// The least score of letters that belong together.
    enough: u16,
}

/// What each letter of a word has to score on average: one that follows the letter before scores 20, one that begins a
/// word some letters on about as much as this, and one that stands anywhere less.
const ENOUGH: usize = 15;

/// What a letter scores by itself. Names that differ by less fit about as well as each other.
pub(crate) const LETTER: u32 = 16;

/// A match in another word ranks below an equally good match in a name.
const BESIDE: u16 = 12;

/// Who names a kind means things of that kind rather than those that have the word in their names; who types a number, the
/// claim or gap of that number rather than one whose number only begins so.
const KIND: u16 = 16;

/// How well an entry fits what is typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Fit {
    /// Whether all words stand where words begin. Letters that are scattered are found by chance too.
    pub(crate) from_beginnings: bool,
    /// How many of the words name its kind or its number.
    pub(crate) whole: usize,
    /// How well the letters fit, the more the better.
    pub(crate) score: u32,
}

/// The letters that were found, by their places in an entry's name and in its other words.
#[derive(Debug, Default)]
pub(crate) struct MatchedLetters {
    pub(crate) name: Vec<u32>,
    pub(crate) beside: Vec<u32>,
}

impl Query {
    pub(crate) fn new(text: &str) -> Self {
        let words = text.split_whitespace().map(|word| {
            let word: String = folded(word).collect::<String>().to_lowercase();
            // On a keyboard without umlauts ä is ae, and ß is ss.
            let short = [("ae", "a"), ("oe", "o"), ("ue", "u"), ("ss", "s")]
                .iter()
                .fold(word.clone(), |word, (long, short)| word.replace(long, short));
            let mut spellings = vec![Spelling::new(&word)];
            if short != word {
                spellings.push(Spelling::new(&short));
            }
            spellings
        });
        Self { words: words.collect() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well an entry fits; none if it does not.
    pub(crate) fn fit(&self, entry: &Letters, matcher: &mut Matcher) -> Option<Fit> {
        let (name, beside) = parts(entry);
        let mut fit = Fit { from_beginnings: true, whole: 0, score: 0 };
        for spellings in &self.words {
            let best = spellings.iter().filter_map(|spelling| {
                let by_name = spelling.in_name(name, matcher);
                by_name.max(spelling.beside(beside, entry.is_numbered, matcher))
            });
            fit.score += u32::from(best.max()?);
            let begins = |spelling: &Spelling| spelling.begins_word(name) || spelling.begins_word(beside);
            fit.from_beginnings = fit.from_beginnings && spellings.iter().any(begins);
            fit.whole +=
                usize::from(spellings.iter().any(|spelling| spelling.is_whole(beside, entry.is_numbered)));
        }
        Some(fit)
    }

    /// The places of the letters that were found, in no order.
    pub(crate) fn marks(&self, entry: &Letters, matcher: &mut Matcher) -> MatchedLetters {
        let (name, beside) = parts(entry);
        let mut marks = MatchedLetters::default();
        for spellings in &self.words {
            let best = spellings.iter().max_by_key(|spelling| {
                spelling.in_name(name, matcher).max(spelling.beside(beside, entry.is_numbered, matcher))
            });
            let Some(best) = best else { continue };
            if best.in_name(name, matcher) >= best.beside(beside, entry.is_numbered, matcher) {
                best.in_name.indices(name, matcher, &mut marks.name);
            } else {
                best.beside.indices(beside, matcher, &mut marks.beside);
            }
        }
        marks
    }
}

fn parts(entry: &Letters) -> (Utf32Str<'_>, Utf32Str<'_>) {
    let name = usize::from(entry.name);
    (entry.letters.slice(..name), entry.letters.slice(name..))
}

impl Spelling {
    fn new(word: &str) -> Self {
        let atom = |kind| Atom::new(word, CaseMatching::Ignore, Normalization::Never, kind, false);
        let letters: Vec<char> = word.chars().collect();
        let enough = u16::try_from(letters.len() * ENOUGH).unwrap_or(u16::MAX);
        Self { in_name: atom(AtomKind::Fuzzy), beside: atom(AtomKind::Substring), letters, enough }
    }

    fn in_name(&self, name: Utf32Str, matcher: &mut Matcher) -> Option<u16> {
        self.in_name.score(name, matcher).filter(|score| *score >= self.enough)
    }

    fn beside(&self, beside: Utf32Str, is_numbered: bool, matcher: &mut Matcher) -> Option<u16> {
        let score = self.beside.score(beside, matcher)?;
        Some(if self.is_whole(beside, is_numbered) {
            score.saturating_add(KIND)
        } else {
            score.saturating_sub(BESIDE)
        })
    }

    /// Whether it stands where a word begins; a sign may stand anywhere.
    fn begins_word(&self, text: Utf32Str) -> bool {
        let is_sign = self.letters.first().is_none_or(|first| !first.is_alphanumeric());
        match text {
            Utf32Str::Ascii(text) => {
                let begins = |place: usize| is_sign || place == 0 || !text[place - 1].is_ascii_alphanumeric();
                let same = |(byte, letter): (&u8, &char)| char::from(byte.to_ascii_lowercase()) == *letter;
                let mut windows = text.windows(self.letters.len().max(1)).enumerate();
                windows.any(|(place, window)| begins(place) && window.iter().zip(&self.letters).all(same))
            }
            Utf32Str::Unicode(text) => {
                let begins = |place: usize| is_sign || place == 0 || !text[place - 1].is_alphanumeric();
                let same = |(c, letter): (&char, &char)| c.to_lowercase().eq([*letter]);
                let mut windows = text.windows(self.letters.len().max(1)).enumerate();
                windows.any(|(place, window)| begins(place) && window.iter().zip(&self.letters).all(same))
            }
        }
    }

    /// Whether it is the whole word for a kind, or the whole number of a claim or gap.
    fn is_whole(&self, beside: Utf32Str, is_numbered: bool) -> bool {
        self.is_kind(beside) || is_numbered && self.is_number(beside)
    }

    /// Whether it is the whole word for a kind, which comes first after a name.
    fn is_kind(&self, beside: Utf32Str) -> bool {
        let mut word = beside.chars().skip(1).map(|c| c.to_ascii_lowercase()).take_while(|c| *c != ' ');
        self.letters.iter().all(|letter| word.next() == Some(*letter)) && word.next().is_none()
    }

    /// Whether it is the whole number after the word for a kind.
    fn is_number(&self, beside: Utf32Str) -> bool {
        let mut after_kind = beside.chars().skip(1).skip_while(|c| *c != ' ').skip(1);
        self.letters.iter().all(|letter| letter.is_ascii_digit() && after_kind.next() == Some(*letter))
            && after_kind.next().is_none_or(|c| c == ' ')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> String {
        folded(text).collect()
    }

    #[test]
    fn one_letter_a_grapheme_without_marks() {
        assert_eq!(letters("Südost–Straße „Øre“"), "Sudost-Strase -Ore-");
        assert_eq!(letters("Su\u{308}d 中国 👩\u{200d}💻!"), "Sud 中国 👩!");
        assert_eq!(letters("a → b\u{a0}c · d"), "a - b c - d");
    }
}
