//! German nouns, all of which have a capital: which of them may be a name by themselves.

use std::ops::Range;

use super::WordKind;

/// What the names of institutions end in.
const INSTITUTIONS: [&str; 27] = [
    "behörde",
    "ministerium",
    "gesellschaft",
    "genossenschaft",
    "amt",
    "kommission",
    "verband",
    "gericht",
    "rat",
    "regierung",
    "agentur",
    "konzern",
    "bank",
    "hochschule",
    "universität",
    "institut",
    "stiftung",
    "gewerkschaft",
    "landtag",
    "bundestag",
    "parlament",
    "senat",
    "magistrat",
    "kammer",
    "akademie",
    "kanzleramt",
    "kartellamt",
];

/// Words with such an ending that are none.
const NO_INSTITUTIONS: [&str; 8] =
    ["vorrat", "verrat", "heirat", "apparat", "quadrat", "unrat", "parkbank", "werkbank"];

/// Words before a noun that any noun has.
const LEADING: [&str; 75] = [
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "kein",
    "keine", "keinen", "keinem", "keiner", "mein", "meine", "sein", "seine", "seinen", "seinem", "seiner",
    "ihr", "ihre", "ihren", "ihrem", "ihrer", "unser", "unsere", "dieser", "diese", "dieses", "diesen",
    "diesem", "jede", "jeder", "jedes", "alle", "aller", "allen", "viele", "mehrere", "einige", "zwei",
    "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "in", "im", "am", "an", "auf", "aus",
    "bei", "beim", "mit", "nach", "von", "vom", "vor", "zu", "zum", "zur", "über", "unter", "durch", "für",
    "gegen",
];

/// Others.
const MORE_LEADING: [&str; 12] =
    ["ohne", "um", "ums", "ans", "aufs", "ins", "trotz", "wegen", "zwischen", "hinter", "neben", "rund"];

/// Whether a word ends as institutions are called, in whichever case.
pub(super) fn is_institution(word: &str) -> bool {
    let small = word.to_lowercase();
    let ends = |stem: &str| {
        INSTITUTIONS.iter().any(|ending| stem.ends_with(ending))
            && !NO_INSTITUTIONS.iter().any(|other| stem.ends_with(other))
    };
    ["", "s", "es", "e", "en", "n"].iter().any(|case| small.strip_suffix(case).is_some_and(ends))
}

/// Whether a word stands behind an article, a number or a preposition, adjectives between them or not.
pub(super) fn is_led(text: &str, before: &[(Range<usize>, WordKind)], word: &Range<usize>) -> bool {
    const ADJECTIVES: [&str; 5] = ["e", "en", "er", "es", "em"];
    let mut next = word.start;
    for (own, _) in before.iter().rev() {
        if !text[own.end..next].trim().is_empty() {
            return false;
        }
        let written = &text[own.clone()];
        let small = written.to_lowercase();
        let is_number = written.starts_with(|c: char| c.is_ascii_digit());
        if is_number || LEADING.contains(&&*small) || MORE_LEADING.contains(&&*small) {
            return true;
        }
        // "Sagte" ends as adjectives do: what counts is what comes before them.
        let may_be_adjective = written == small && ADJECTIVES.iter().any(|ending| written.ends_with(ending));
        if !may_be_adjective {
            return false;
        }
        next = own.start;
    }
    false
}
