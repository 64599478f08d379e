//! What the columns of the file of observations are called, and what else people call them.

use crate::load::syntax::fields::is_language;
use crate::load::syntax::suggest::nearest;

/// The columns of a figure.
pub(crate) const PLAIN: [&str; 9] =
    ["series", "place", "date", "part", "value", "qualifier", "unit", "source", "note"];

/// Those of the words of the article that give it.
pub(crate) const ANCHOR: [&str; 3] = ["anchor", "anchor.prefix", "anchor.suffix"];

/// Every column, in the order of the reference.
pub(super) const COLUMNS: [&str; PLAIN.len() + ANCHOR.len()] = {
    let mut all = [""; PLAIN.len() + ANCHOR.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = if at < PLAIN.len() { PLAIN[at] } else { ANCHOR[at - PLAIN.len()] };
        at += 1;
    }
    all
};

/// The columns whose text is for people, so that each may be written once a language: `note.de`, `note.en`.
pub(super) const LOCAL: [&str; 3] = ["part", "unit", "note"];

/// What a column is called in German, or elsewhere, and here. In small letters.
const OTHER_NAMES: [(&str, &str); 30] = [
    ("reihe", "series"),
    ("datenreihe", "series"),
    ("zeitreihe", "series"),
    ("serie", "series"),
    ("ort", "place"),
    ("standort", "place"),
    ("location", "place"),
    ("datum", "date"),
    ("zeitpunkt", "date"),
    ("zeitraum", "date"),
    ("jahr", "date"),
    ("year", "date"),
    ("period", "date"),
    ("teil", "part"),
    ("wert", "value"),
    ("zahl", "value"),
    ("anzahl", "value"),
    ("betrag", "value"),
    ("figure", "value"),
    ("number", "value"),
    ("art", "qualifier"),
    ("genauigkeit", "qualifier"),
    ("einheit", "unit"),
    ("quelle", "source"),
    ("notiz", "note"),
    ("anmerkung", "note"),
    ("bemerkung", "note"),
    ("kommentar", "note"),
    ("comment", "note"),
    ("zitat", "anchor"),
];

/// The column of ours that a name seems to mean and is not.
pub(super) fn meant(name: &str) -> Option<&'static str> {
    let small = name.to_lowercase();
    let named = OTHER_NAMES.iter().find(|(other, _)| *other == small).map(|(_, column)| *column);
    named.or_else(|| nearest(&small, COLUMNS))
}

/// Whether a name is one of our columns, or seems to mean one.
pub(super) fn is_meant(name: &str) -> bool {
    COLUMNS.contains(&name) || local(name).is_some() || meant(name).is_some()
}

/// What a column of one language has, and the language: `note` and `de` of `note.de`.
pub(super) fn local(name: &str) -> Option<(&str, &str)> {
    name.split_once('.').filter(|(of, tag)| LOCAL.contains(of) && is_language(tag))
}
