//! Words by which a sentence says that it is not sure, that somebody else says so, when something was, or how much: the cues by
//! which one finds what a claim, an event or a series could be made of. Rules and lists for German and English, nothing is
//! understood: what is found is a place to look at, never a statement.

mod dates;
mod de;
mod en;
mod figures;
mod tokens;
mod verbs;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use tokens::{Token, Tokens};

/// What a cue is one for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum CueKind {
    /// The sentence does not vouch for what it says: `reportedly`, `angeblich`.
    Hedge,
    /// Somebody else says so: `said`, `laut`.
    Attribution,
    /// A day, a month, a year, or words for one.
    Date,
    /// A number with a unit, a share, a sum, a large number.
    Figure,
}

/// A language whose cues are known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CueLanguage {
    /// German.
    German,
    /// English.
    English,
}

impl CueLanguage {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::German, Self::English];

    /// The languages whose cues are looked for in a text with this primary language tag, as `de`: that one, all where the
    /// tag is `und`, and none where they are not known.
    pub fn of_tag(primary: &str) -> &'static [Self] {
        match primary {
            "de" => &[Self::German],
            "en" => &[Self::English],
            "und" | "" => &Self::ALL,
            _ => &[],
        }
    }
}

/// A cue in a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cue {
    /// What it is one for.
    pub kind: CueKind,
    /// Its bytes of the sentence.
    pub range: Range<usize>,
}

/// Whether a word is a verb by which somebody says something, in any of these languages; `None` where it is none.
pub fn saying_verb(word: &str) -> Option<CueLanguage> {
    let is_german = verbs::is_german(word) || de::particles(word).is_some();
    let is_english = || verbs::is_english(word);
    is_german.then_some(CueLanguage::German).or_else(|| is_english().then_some(CueLanguage::English))
}

/// What may belong to this German verb and stand at the end of its clause, where with it the verb is one of saying: `teilte …
/// mit`.
pub fn particles(verb: &str) -> &'static [&'static str] {
    de::particles(verb).unwrap_or_default()
}

/// The cues of a sentence, by where they begin; those of one kind share no words. Numbers with their signs are found in any
/// language, words in these.
pub fn cues(sentence: &str, languages: &[CueLanguage]) -> Vec<Cue> {
    let tokens = Tokens::of(sentence);
    let mut found = doubts_in(&tokens, languages);
    found.extend(dates::find(&tokens, languages));
    found.extend(figures::find(&tokens, languages));
    without_overlaps(found)
}

/// Of the [`cues()`] of a sentence the hedges and attributions alone, in half the time.
pub fn doubts(sentence: &str, languages: &[CueLanguage]) -> Vec<Cue> {
    without_overlaps(doubts_in(&Tokens::of(sentence), languages))
}

fn doubts_in(tokens: &Tokens<'_>, languages: &[CueLanguage]) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for language in languages {
        let is_german = *language == CueLanguage::German;
        let phrases = if is_german { &*GERMAN } else { &*ENGLISH };
        for place in 0..tokens.list.len() {
            // "die mit Spannung erwarteten Zahlen": nobody says anything.
            if is_german && de::is_attributive(tokens, place) {
                continue;
            }
            found.extend(phrase_at(tokens, place, phrases));
            let by_mood = if is_german { de::mood(tokens, place) } else { en::mood(tokens, place) };
            found.extend(by_mood.map(|kind| Cue { kind, range: tokens.list[place].range.clone() }));
            let last = if is_german { de::source(tokens, place) } else { None };
            found.extend(last.map(|last| Cue {
                kind: CueKind::Attribution,
                range: tokens.list[place].range.start..tokens.list[last].range.end,
            }));
        }
    }
    found
}

/// Of those of a kind that share words the first, and of several that begin together the longest.
fn without_overlaps(mut found: Vec<Cue>) -> Vec<Cue> {
    found.sort_by_key(|cue| (cue.kind, cue.range.start, std::cmp::Reverse(cue.range.end)));
    let mut kept: Vec<Cue> = Vec::new();
    for cue in found {
        let is_new =
            kept.last().is_none_or(|last| last.kind != cue.kind || last.range.end <= cue.range.start);
        if is_new {
            kept.push(cue);
        }
    }
    kept.sort_by_key(|cue| (cue.range.start, cue.range.end, cue.kind));
    kept
}

/// Words in a row that are a cue wherever they stand.
type Phrase = (CueKind, &'static str);

/// Phrases by their first words.
type Phrases = HashMap<&'static str, Vec<(CueKind, Vec<&'static str>)>>;

static GERMAN: LazyLock<Phrases> = LazyLock::new(|| by_first_word(&de::PHRASES));
static ENGLISH: LazyLock<Phrases> = LazyLock::new(|| by_first_word(&en::PHRASES));

fn by_first_word(phrases: &[(CueKind, &'static str)]) -> Phrases {
    let mut by_first: Phrases = HashMap::new();
    for (kind, list) in phrases {
        for phrase in list.split(',').map(str::trim) {
            let words: Vec<&str> = phrase.split(' ').collect();
            if let Some(first) = words.first() {
                by_first.entry(first).or_default().push((*kind, words));
            }
        }
    }
    by_first
}

/// The phrases that begin with this word.
fn phrase_at<'a>(
    tokens: &'a Tokens<'_>,
    place: usize,
    phrases: &'a Phrases,
) -> impl Iterator<Item = Cue> + 'a {
    let first = &tokens.list[place];
    // At the beginning of a sentence a noun and another word look alike.
    let as_written = phrases.get(first.text).filter(|_| tokens.word(place) != first.text);
    let own = phrases.get(tokens.word(place)).into_iter().chain(as_written).flatten();
    own.filter_map(move |(kind, words)| {
        let rest = tokens.list.get(place..place + words.len())?;
        let is_it = rest.iter().zip(words).skip(1).all(|(token, word)| token.text == *word);
        let end = rest.last()?.range.end;
        is_it.then_some(Cue { kind: *kind, range: first.range.start..end })
    })
}

/// Whether a word begins with a capital.
fn is_capital(token: Option<&Token<'_>>) -> bool {
    token.is_some_and(|token| token.text.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests;
