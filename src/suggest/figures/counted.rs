//! Things in numbers: the noun after a number, words that say of what sort the things are between or not.

use super::super::words::Words;
use super::numbered::{is_of_name, is_postal_code, is_type, is_year};
use super::spelt;
use super::unit::{self, Unit};
use crate::text::cues::CueLanguage::{English, German};

/// How many words may stand between a number and its noun, the joints between them not counted.
const MOST_BETWEEN: usize = 3;

/// English words that end like a plural and are none, or begin another part of the sentence.
const NO_NOUNS: &[&str] = &[
    "was", "is", "has", "does", "as", "its", "this", "his", "us", "yes", "plus", "versus", "less", "across",
    "says", "and", "or", "of", "to", "in", "on", "at", "by", "for", "from", "with", "the", "a", "an", "that",
    "which", "who", "but", "if", "than", "after", "before", "when", "while", "were", "are", "be", "been",
    "had", "have", "will", "would", "could", "should", "may", "might", "can", "not", "no", "so", "up",
    "down", "over", "under", "about", "into", "per", "it", "he", "she", "they", "we", "where", "because",
    "since", "until", "per", "you", "i", "their", "our", "your", "my", "her", "each", "every", "any", "all",
    "last", "next", "ago", "out", "off", "do", "did", "also", "only", "then", "there", "here", "these",
    "those", "what", "how", "via", "during", "between", "among", "against", "without", "within", "through",
    "toward", "towards", "years", "days", "times", "always", "perhaps", "besides", "s", "t", "x", "went",
    "came", "took", "made", "said", "say", "got", "gave", "ran", "saw", "left", "lost", "won", "fell",
    "rose", "met", "kept", "held", "sent", "spent", "told", "lay", "stood", "live",
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

/// German words that end like an adjective in the plural and are none: they part the number from a noun.
const NO_ADJECTIVES: &[&str] = &[
    "oder", "eine", "einen", "einer", "hier", "aber", "alle", "allen", "aller", "viele", "vielen", "seine",
    "seinen", "ihre", "ihren", "seiner", "ihrer", "unsere", "unseren", "unserer", "keine", "keinen",
    "keiner", "deren", "jede", "jeden", "jeder", "dieser", "diese", "diesen", "jene", "jenen", "manche",
    "manchen", "welche", "welchen", "mehrere", "mehreren", "einige", "einigen", "unter", "über", "hinter",
    "weder", "wurden", "haben", "hatten", "waren", "werden", "sollen", "sollten", "können", "konnten",
    "müssen", "mussten", "wollen", "wollten", "dürfen", "durften", "würden", "hätten", "wären", "kamen",
    "kommen", "gehen", "gingen", "stehen", "standen", "liegen", "lagen", "bleiben", "blieben", "machen",
    "machten", "geben", "gaben", "sowie", "beide", "beiden", "gegen", "neben", "wegen", "zwischen", "wieder",
    "immer", "später", "weniger", "wenige", "innen", "außen", "daneben", "dagegen", "deswegen", "morgen",
    "gestern", "heute", "ohne", "ihnen", "denen",
];

/// Names of things in capital letters, which have the same form in the plural.
const IN_CAPITALS: &[&str] = &["LKW", "PKW", "AKW", "KMU", "TL", "EL"];

/// What the number between these places counts.
pub(super) fn after(words: &Words<'_>, start: usize, end: usize) -> Option<Unit> {
    if is_of_name(words, start) || words.is_joined(end) {
        return None;
    }
    let german = words.knows(German).then(|| in_german(words, end)).flatten();
    let noun = german.or_else(|| words.knows(English).then(|| in_english(words, start, end)).flatten())?;
    let is_joined = |place: usize| words.is_joined(place) && words.is_letters(place);
    let mut last = noun;
    // "300 E-Autos", "15 Bio-Eier".
    while words.text(last + 1) == "-" && words.is_joined(last + 1) && is_joined(last + 2) {
        last += 2;
    }
    if is_abbreviation(words, last) || is_type(words, start, last) || is_postal_code(words, start, last) {
        return None;
    }
    let is_duration = unit::after(words, noun).is_some_and(|unit| unit.is_duration);
    Some(Unit { is_duration, ..Unit::of(end..last + 1) })
}

/// Whether a full stop within the sentence shows that a word is none: `5 Tsd. Euro`.
fn is_abbreviation(words: &Words<'_>, place: usize) -> bool {
    let next = place + 2;
    let is_word = words.is_letters(next) || words.is_digits(next);
    words.text(place + 1) == "." && words.is_joined(place + 1) && is_word && !words.begins_sentence(next)
}

/// The place of the noun.
fn in_german(words: &Words<'_>, mut place: usize) -> Option<usize> {
    let mut ending = None;
    for _ in 0..=MOST_BETWEEN {
        if let Some(noun) = german_noun(words, place) {
            return Some(noun);
        }
        let adjective = if is_adverb(words, place) { place + 1 } else { place };
        let (end, own) = german_adjective(words, adjective)?;
        // Adjectives of one noun end alike.
        if ending.is_some_and(|before| before != own) {
            return None;
        }
        ending = Some(own);
        // "Nationale und internationale Firmen", "große, alte Häuser".
        let is_joint = words.text(end) == "," || matches!(words.lower(end), "und" | "oder" | "bzw");
        let next = end + usize::from(is_joint);
        place = if is_joint && german_adjective(words, next).is_some() { next } else { end };
    }
    None
}

/// The place of a German noun that begins here, which may be a name with a noun: `EU-Staaten`, `DAX Konzerne`.
fn german_noun(words: &Words<'_>, place: usize) -> Option<usize> {
    if !words.is_letters(place) || !words.is_capital(place) {
        return None;
    }
    let text = words.text(place);
    let is_noun = |place: usize| {
        words.is_letters(place)
            && words.is_capital(place)
            && words.text(place).chars().nth(1).is_some_and(char::is_lowercase)
    };
    let is_compound = words.text(place + 1) == "-"
        && words.is_joined(place + 1)
        && words.is_letters(place + 2)
        && words.is_capital(place + 2);
    if is_noun(place) || is_compound || IN_CAPITALS.contains(&text) && !is_noun(place + 1) {
        return Some(place);
    }
    let is_capitals = |text: &str| text.chars().count() > 1 && text.chars().all(char::is_uppercase);
    // "AKWs".
    if text.strip_suffix('s').is_some_and(is_capitals) {
        return Some(place);
    }
    (is_capitals(text) && !words.is_joined(place + 1) && is_noun(place + 1)).then_some(place + 1)
}

/// The place after a German adjective in the plural, and how it ends.
fn german_adjective<'w>(words: &'w Words<'_>, mut place: usize) -> Option<(usize, &'w str)> {
    // "Hoch-auflösende".
    if words.is_letters(place)
        && words.text(place + 1) == "-"
        && words.is_joined(place + 1)
        && words.is_joined(place + 2)
    {
        place += 2;
    }
    let lower = words.lower(place);
    let is_word = words.is_letters(place) && !words.is_capital(place) && lower.len() > 3;
    if !is_word || NO_ADJECTIVES.contains(&lower) || spelt::is_number(words, place) {
        return None;
    }
    let ending = ["en", "er", "e"].into_iter().find(|end| lower.ends_with(end))?;
    Some((place + 1, &lower[lower.len() - ending.len()..]))
}

/// Whether a German adverb stands here that goes with an adjective after it: `unerlaubt eingereiste`, `pädagogisch wertvolle`.
fn is_adverb(words: &Words<'_>, place: usize) -> bool {
    const ENDINGS: &[&str] = &["ig", "isch", "lich", "bar", "sam", "haft", "los", "end", "ell", "weise"];
    const ADVERBS: &[&str] = &[
        "neu",
        "schwer",
        "stark",
        "leicht",
        "hoch",
        "besonders",
        "sehr",
        "ganz",
        "voll",
        "teils",
        "bereits",
        "derzeit",
        "eigens",
        "meist",
        "gut",
        "schlecht",
        "frisch",
        "öffentlich",
        "privat",
        "immer",
        "noch",
        "weltweit",
    ];
    let lower = words.lower(place);
    // A past participle that says how: `unerlaubt`, `befristet`.
    let is_participle = lower.ends_with('t')
        && ["un", "be", "ver", "er", "ent", "zer"].iter().any(|start| lower.starts_with(start));
    let is_one = ADVERBS.contains(&lower) || is_participle || ENDINGS.iter().any(|end| lower.ends_with(end));
    words.is_letters(place) && !words.is_capital(place) && !words.is_joined(place + 1) && is_one
}

/// The place of the noun after a number that begins at the first of these places and ends before the second.
fn in_english(words: &Words<'_>, start: usize, place: usize) -> Option<usize> {
    let is_named_year = is_year(words, start);
    // "31 Republicans": not a name of which the number is a part.
    let is_name =
        |place: usize| words.is_letters(place) && words.is_capital(place) && !words.begins_sentence(place);
    let is_after_name = start.checked_sub(1).is_some_and(is_name);
    let is_people = words.is_capital(place) && is_plural_word(words, place);
    if is_people && !words.knows(German) {
        return (!is_after_name && !is_named_year).then_some(place);
    }
    let is_between = |place: &usize| {
        words.is_letters(*place)
            && !NO_NOUNS.contains(&words.lower(*place))
            && !words.lower(*place).ends_with("ed")
            && !spelt::is_number(words, *place)
    };
    // Where the language is not known, words that only look English say little.
    let most = if words.knows(German) { 1 } else { MOST_BETWEEN };
    let mut places = (place..=place + most).take_while(is_between);
    let noun = places.find(|place| is_plural(words, *place))?;
    (!is_named_year || PLURALS.contains(&words.lower(noun))).then_some(noun)
}

/// Whether an English noun in the plural stands here.
pub(super) fn is_plural(words: &Words<'_>, place: usize) -> bool {
    !words.is_capital(place) && is_plural_word(words, place)
}

/// The same, with a capital or without.
fn is_plural_word(words: &Words<'_>, place: usize) -> bool {
    let lower = words.lower(place);
    let ends = lower.len() > 3
        && lower.ends_with('s')
        && !lower.ends_with("ss")
        && !lower.ends_with("'s")
        && !lower.ends_with("’s");
    words.knows(English)
        && words.is_letters(place)
        && (PLURALS.contains(&lower) || ends && !NO_NOUNS.contains(&lower))
}
