//! Numbers that belong to a name or a place and count nothing: `Platz 3`, `Flight 370`, `34117 Kassel`, `737 jets`.

use super::super::words::Words;
use crate::text::cues::CueLanguage::{English, German};

/// Nouns after which a number is a name's or a place's.
const NUMBERED: &[&str] = &[
    "artikel",
    "artikels",
    "artikeln",
    "paragraf",
    "paragraph",
    "absatz",
    "ziffer",
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
    "typ",
    "modell",
    "baureihe",
    "bundesstraße",
    "formel",
    "folge",
    "abbildung",
    "tabelle",
    "bahncard",
    "tempo",
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
    "figure",
    "fig",
    "table",
    "prop",
    "proposition",
    "episode",
    "apollo",
    "windows",
    "office",
    "iphone",
    "galaxy",
    "python",
];

/// Whether a number belongs to what stands before it.
pub(super) fn is_of_name(words: &Words<'_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    // "No. 10", but of "She looks for a room. 200 people" the number begins a sentence.
    let is_named = if words.text(before) == "." {
        matches!(words.lower_before(before), "no" | "nr" | "fig" | "prop")
    } else {
        NUMBERED.contains(&words.lower(before))
    };
    if is_named {
        return true;
    }
    // In English only names have a capital within a sentence; a number of three digits is none of theirs.
    let is_short = words.is_digits(start) && words.text(start).len() <= 2;
    let is_name = words.is_letters(before) && words.is_capital(before) && !words.begins_sentence(before);
    is_short && is_name && !words.knows(German)
}

/// Whether a number is that of a type of aircraft: `737 jets`.
pub(super) fn is_type(words: &Words<'_>, start: usize, noun: usize) -> bool {
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

/// Whether a number is a postal code with its town right after it. Where five digits count something they are grouped, or
/// rounded.
pub(super) fn is_postal_code(words: &Words<'_>, start: usize, noun: usize) -> bool {
    let text = words.text(start);
    let is_code = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.ends_with("00");
    is_code && noun == start + 1 && words.knows(German)
}

/// Whether a number is a year, and the word after it a verb: `the map for 2020 reunites the towns`. In English a thousand
/// and more is grouped.
pub(super) fn is_year(words: &Words<'_>, start: usize) -> bool {
    let text = words.text(start);
    let is_year = text.len() == 4 && text.parse().is_ok_and(|year: u16| (1900..2100).contains(&year));
    is_year && words.knows(English) && !words.knows(German)
}
