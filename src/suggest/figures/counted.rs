//! Things in numbers: the noun right after a number, an adjective between or not.

use super::super::words::Words;
use super::unit::{self, Unit};
use crate::text::cues::CueLanguage::{English, German};

/// English words that end like a plural and are none, or begin another part of the sentence.
const NO_NOUNS: &[&str] = &[
    "was", "is", "has", "does", "as", "its", "this", "his", "us", "yes", "plus", "versus", "less", "across",
    "says", "and", "or", "of", "to", "in", "on", "at", "by", "for", "from", "with", "the", "a", "an", "that",
    "which", "who", "but", "if", "than", "after", "before", "when", "while", "were", "are", "be", "been",
    "had", "have", "will", "would", "could", "should", "may", "might", "can", "not", "no", "so", "up",
    "down", "over", "under", "about", "into", "per", "it", "he", "she", "they", "we", "where", "because",
    "since", "until", "per",
];

/// Plurals without an `s`.
const PLURALS: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "staff",
    "police",
    "fish",
    "sheep",
    "cattle",
    "deer",
    "aircraft",
    "data",
    "personnel",
    "businesspeople",
    "firefighters",
    "teeth",
    "feet",
    "mice",
];

/// Nouns after which a number is a name's or a place's: `Platz 3`, `Artikel 5`, `Flight 370`.
const NUMBERED: &[&str] = &[
    "artikel",
    "paragraf",
    "paragraph",
    "absatz",
    "platz",
    "nummer",
    "nr",
    "seite",
    "seiten",
    "kapitel",
    "linie",
    "raum",
    "gleis",
    "version",
    "teil",
    "band",
    "stufe",
    "klasse",
    "gruppe",
    "halle",
    "tor",
    "zimmer",
    "etage",
    "article",
    "section",
    "chapter",
    "page",
    "no",
    "number",
    "route",
    "flight",
    "room",
    "level",
    "grade",
    "phase",
    "stage",
    "highway",
    "channel",
];

/// What the number between these places counts.
pub(super) fn after(words: &Words<'_>, start: usize, end: usize) -> Option<Unit> {
    if is_of_name(words, start) || words.is_joined(end) {
        return None;
    }
    let german = words.knows(German).then(|| in_german(words, end)).flatten();
    let noun = german.or_else(|| words.knows(English).then(|| in_english(words, end)).flatten())?;
    let is_joined = |place: usize| words.is_joined(place) && words.is_letters(place);
    let mut last = noun;
    // "300 E-Autos", "15 Bio-Eier".
    while words.text(last + 1) == "-" && words.is_joined(last + 1) && is_joined(last + 2) {
        last += 2;
    }
    if is_abbreviation(words, last) || is_type(words, start, last) {
        return None;
    }
    let is_duration = unit::after(words, noun).is_some_and(|unit| unit.is_duration);
    let after = last + 1;
    Some(Unit { words: end..after, end: after, is_duration })
}

/// Whether a full stop within the sentence shows that a word is none: `5 Tsd. Euro`.
fn is_abbreviation(words: &Words<'_>, place: usize) -> bool {
    let next = place + 2;
    let is_word = words.is_letters(next) || words.is_digits(next);
    words.text(place + 1) == "." && words.is_joined(place + 1) && is_word && !words.begins_sentence(next)
}

/// Whether a number is that of a type of aircraft: `737 jets`.
fn is_type(words: &Words<'_>, start: usize, noun: usize) -> bool {
    const TYPES: &[&str] = &[
        "707", "717", "727", "737", "747", "757", "767", "777", "787", "319", "320", "321", "330", "340",
        "350", "380",
    ];
    const AIRCRAFT: &[&str] = &[
        "jets",
        "jet",
        "planes",
        "aircraft",
        "airliners",
        "airplanes",
        "aeroplanes",
        "maschinen",
        "flugzeuge",
        "flugzeugen",
    ];
    TYPES.contains(&words.text(start)) && AIRCRAFT.contains(&words.lower(noun))
}

/// Whether a number belongs to what stands before it.
fn is_of_name(words: &Words<'_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    // "No. 10".
    let named = if words.text(before) == "." { before.saturating_sub(1) } else { before };
    if NUMBERED.contains(&words.lower(named)) {
        return true;
    }
    // In English only names have a capital within a sentence; a number of three digits is none of theirs.
    let is_short = words.is_digits(start) && words.text(start).len() <= 2;
    let is_name = words.is_letters(before) && words.is_capital(before) && !words.begins_sentence(before);
    is_short && is_name && !words.knows(German)
}

/// The place of the noun.
fn in_german(words: &Words<'_>, place: usize) -> Option<usize> {
    let is_noun = |place: usize| {
        words.is_letters(place)
            && words.is_capital(place)
            && words.text(place).chars().nth(1).is_some_and(char::is_lowercase)
    };
    let is_compound = words.is_letters(place)
        && words.is_capital(place)
        && words.text(place + 1) == "-"
        && words.is_joined(place + 1)
        && words.is_letters(place + 2)
        && words.is_capital(place + 2);
    if is_noun(place) || is_compound {
        return Some(place);
    }
    let lower = words.lower(place);
    let is_adjective = words.is_letters(place)
        && lower.len() > 3
        && ["e", "en", "er"].iter().any(|end| lower.ends_with(end));
    let is_other = matches!(
        lower,
        "oder"
            | "eine"
            | "hier"
            | "aber"
            | "alle"
            | "viele"
            | "seine"
            | "ihre"
            | "seiner"
            | "ihrer"
            | "unter"
            | "über"
            | "hinter"
            | "weder"
            | "wurden"
            | "haben"
            | "hatten"
            | "waren"
            | "werden"
            | "sollen"
            | "kamen"
            | "sowie"
            | "beide"
            | "jeder"
            | "gegen"
            | "neben"
            | "wegen"
            | "zwischen"
            | "dieser"
            | "diese"
    );
    (is_adjective && !is_other && is_noun(place + 1)).then_some(place + 1)
}

fn in_english(words: &Words<'_>, place: usize) -> Option<usize> {
    if is_plural(words, place) {
        return Some(place);
    }
    let is_adjective = words.is_letters(place)
        && !words.is_capital(place)
        && !NO_NOUNS.contains(&words.lower(place))
        && !words.lower(place).ends_with("ed");
    (is_adjective && is_plural(words, place + 1)).then_some(place + 1)
}

/// Whether an English noun in the plural stands here.
pub(super) fn is_plural(words: &Words<'_>, place: usize) -> bool {
    let lower = words.lower(place);
    let ends = lower.len() > 3
        && lower.ends_with('s')
        && !lower.ends_with("ss")
        && !lower.ends_with("'s")
        && !lower.ends_with("’s");
    words.knows(English)
        && words.is_letters(place)
        && !words.is_capital(place)
        && (PLURALS.contains(&lower) || ends && !NO_NOUNS.contains(&lower))
}
