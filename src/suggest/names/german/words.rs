//! What German words tell by themselves.

use crate::suggest::names::lists;
use crate::suggest::names::nouns::is_too_long;
use crate::text::cues::CueLanguage;
use crate::text::names::is_function_word;

/// Whether a word is none that names have, as `der` and `auch`, with a capital or not.
pub(super) fn is_function(word: &str) -> bool {
    is_function_word(&word.to_lowercase(), &[CueLanguage::German])
}

/// Whether a word says when, or how many.
pub(super) fn is_time(word: &str) -> bool {
    let is_day = word.ends_with("tag") || word.ends_with("abend") || word.ends_with("morgen");
    is_day
        || matches!(
            word,
            "Anfang"
                | "Mitte"
                | "Ende"
                | "Januar"
                | "Februar"
                | "März"
                | "April"
                | "Mai"
                | "Juni"
                | "Juli"
                | "August"
                | "September"
                | "Oktober"
                | "November"
                | "Dezember"
                | "Millionen"
                | "Milliarden"
                | "Prozent"
        )
}

/// Whether a word ends as the names of towns do.
pub(super) fn is_place_like(word: &str) -> bool {
    [
        "ingen", "hausen", "heim", "dorf", "bach", "berg", "burg", "stadt", "wald", "furt", "brück", "stein",
        "born", "brunn", "feld", "kirch", "bad", "hofen", "hafen", "kirchen", "heim", "haven", "münde",
        "walde", "felde", "rode", "leben", "siedel", "stetten", "weiler", "burgen", "dorfen", "beuren",
        "fehn", "land", "oog", "stedt", "büttel", "holm", "brücken", "nitz", "itz", "ow", "wieden", "linden",
        "oven", "fjorden",
    ]
    .iter()
    .any(|ending| word.ends_with(ending))
}

/// Whether a number may be that of a model: `737`, `4.5`.
pub(super) fn is_model_number(word: &str) -> bool {
    word.len() <= 4
        && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && !word.starts_with("19")
        && !word.starts_with("20")
}

/// Whether a German word stands before people's names: an office or a title.
pub(super) fn title_of(word: &str) -> bool {
    const ENDINGS: [&str; 13] = [
        "istin", "erin", "orin", "ktin", "ologin", "antin", "entin", "eurin", "iker", "ikerin", "ologe",
        "ist", "eur",
    ];
    const THINGS: [&str; 4] = ["fahrzeug", "flugzeug", "werkzeug", "spielzeug"];
    if is_too_long(word) {
        return false;
    }
    let small = word.to_lowercase();
    // A "Zeuge" is somebody, "Fahrzeuge" are things.
    if THINGS.iter().any(|thing| small.contains(thing)) {
        return false;
    }
    let ends = small.char_indices().map(|(at, _)| &small[at..]);
    let mut ends = ends.filter(|end| end.chars().count() > 3);
    let is_agent = small.chars().count() > 6 && ENDINGS.iter().any(|ending| small.ends_with(ending));
    is_agent
        || lists::TITLES_DE.contains(&*small)
        || small.chars().count() > 6
            && ends.any(|end| lists::TITLES_DE.contains(end) && !matches!(end, "tante" | "rat"))
}

/// The kind of what the German noun says that the name after it is.
pub(super) fn apposition_of(word: &str) -> Option<&'static str> {
    if is_too_long(word) {
        return None;
    }
    let small = word.to_lowercase();
    let cases = ["", "s", "es", "n", "en", "e"];
    let stems = cases.iter().filter_map(|case| small.strip_suffix(case));
    for stem in stems {
        if let Some(kind) = lists::APPOSITIONS_DE.get(stem) {
            return Some(kind);
        }
        let mut ends =
            stem.char_indices().map(|(at, _)| &stem[at..]).skip(3).filter(|end| end.chars().count() > 4);
        if let Some(kind) = ends.find_map(|end| lists::APPOSITIONS_DE.get(end)) {
            return Some(kind);
        }
    }
    None
}

/// The kind of an institution that a German word is called as, and whether it is that word by itself.
pub(super) fn institution_of(word: &str) -> Option<(&'static str, bool)> {
    if is_too_long(word) {
        return None;
    }
    let small = word.to_lowercase();
    for case in ["", "s", "es"] {
        let Some(stem) = small.strip_suffix(case) else { continue };
        if lists::NO_INSTITUTIONS_DE.contains(stem) {
            return None;
        }
        if let Some(kind) = lists::INSTITUTIONS_DE.get(stem) {
            return Some((kind, true));
        }
        let mut ends = stem.char_indices().map(|(at, _)| &stem[at..]).skip(3);
        if let Some(kind) = ends.find_map(|end| lists::INSTITUTIONS_DE.get(end)) {
            return Some((kind, false));
        }
    }
    None
}
