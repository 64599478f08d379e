//! What stands around a date and makes it less certain, or another: "before 2024", "probably in May", "around 1900", "1200 BC".
//! Where it cannot be said exactly what is meant then, there is no date.

use super::relative::weekday_at;
use super::scope::Scope;
use crate::dossier::When;
use crate::suggest::{Basis, Time};
use crate::text::before_dates::leads_to_date;

/// Words of which the date after them is perhaps not the right one.
const DOUBTS: &[&str] = &[
    "probably",
    "possibly",
    "perhaps",
    "maybe",
    "presumably",
    "allegedly",
    "reportedly",
    "wohl",
    "vermutlich",
    "wahrscheinlich",
    "möglicherweise",
    "vielleicht",
    "womöglich",
    "mutmaßlich",
    "angeblich",
    "eventuell",
];

/// Words that say that the date after them is only about right.
const ABOUT: &[&str] =
    &["around", "about", "circa", "ca", "roughly", "approximately", "ungefähr", "gegen", "um"];

/// The time with what the words around it make of its date.
pub(super) fn limited(scope: &Scope<'_, '_>, start: usize, end: usize, time: Time) -> Time {
    let Some(date) = &time.date else { return time };
    let text = date.text();
    let is_plain = !text.contains(['/', '~', '?']);
    let is_day = text.len() == "2025-11-27".len() && is_plain;
    let written =
        |edtf: Option<String>| Time { date: edtf.and_then(|edtf| When::parse(&edtf).ok()), ..time.clone() };
    if is_of_another(scope, start, end, is_day, time.basis) {
        return written(None);
    }
    match bound(scope, start, end) {
        // "Spätestens bis 2028" says it twice.
        Some(Bound::Until) if text.starts_with("../") => return time,
        Some(Bound::From) if text.ends_with("/..") => return time,
        Some(Bound::From) => return written(is_plain.then(|| format!("{text}/.."))),
        Some(Bound::Until) => return written(is_plain.then(|| format!("../{text}"))),
        Some(Bound::Before | Bound::After) => return written(None),
        None => {}
    }
    if is_doubted(scope, start) {
        return written(is_plain.then(|| format!("{text}?")));
    }
    if is_about(scope, start) && is_plain {
        return written(Some(format!("{text}~")));
    }
    time
}

/// Whether the words around a date say that another one is meant, or that it is counted from another day.
fn is_of_another(scope: &Scope<'_, '_>, start: usize, end: usize, is_day: bool, basis: Basis) -> bool {
    basis == Basis::Published && is_counted_elsewhere(scope, end)
        || is_other_year(scope, end)
        || is_spoken_on_another_day(scope, start, is_day, basis)
}

/// Whether a day is counted from another one: "am Freitag davor".
fn is_counted_elsewhere(scope: &Scope<'_, '_>, end: usize) -> bool {
    matches!(scope.words.lower(end), "davor" | "danach" | "zuvor" | "darauf")
}

/// Whether another year than the words seem to say is meant: "1200 v. Chr.", "October of the previous year".
fn is_other_year(scope: &Scope<'_, '_>, end: usize) -> bool {
    let words = scope.words;
    let is_before_christ = matches!(words.text(end), "BC" | "BCE" | "B")
        && (words.text(end) != "B" || words.text(end + 1) == "." && words.text(end + 2) == "C")
        || words.lower(end) == "v" && words.text(end + 1) == "." && words.lower(end + 2) == "chr"
        || words.lower(end) == "vor" && matches!(words.lower(end + 1), "christus" | "christi" | "unserer");
    let other =
        |word: &str| matches!(word, "vorjahres" | "vorjahrs" | "folgejahres" | "desselben" | "gleichen");
    let at = end + usize::from(matches!(words.lower(end), "of" | "in" | "des" | "im"));
    let at = at + usize::from(words.lower(at) == "the");
    let is_counted_elsewhere = other(words.lower(at))
        || matches!(words.lower(at), "previous" | "preceding" | "following" | "same" | "that")
            && words.lower(at + 1) == "year";
    is_before_christ || at > end && is_counted_elsewhere || words.lower(end) == "desselben"
}

/// Whether a day is counted from that of publication, but stands in what somebody said, who knows when.
fn is_spoken_on_another_day(scope: &Scope<'_, '_>, start: usize, is_day: bool, basis: Basis) -> bool {
    let names_no_day = !scope.words.is_digits(start) && weekday_at(scope, start).is_none();
    is_day
        && basis == Basis::Published
        && scope.quoted.get(start).copied().unwrap_or_default()
        && names_no_day
        && super::parts::month_at(scope, start).is_none()
}

/// On which side of a date the time lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bound {
    /// That date or later.
    From,
    /// That date or earlier.
    Until,
    /// Before it, it itself excluded.
    Before,
    /// After it, it itself excluded.
    After,
}

pub(super) fn bound(scope: &Scope<'_, '_>, start: usize, end: usize) -> Option<Bound> {
    let words = scope.words;
    match (words.lower(end), words.lower(end + 1), words.lower(end + 2)) {
        ("at", "the", "earliest") => return Some(Bound::From),
        ("at", "the", "latest") => return Some(Bound::Until),
        // "Im Mai frühestens", but not "Anfang 2026 spätestens im Mai".
        ("frühestens", next, _) if !leads_to_date(next) => return Some(Bound::From),
        ("spätestens", next, _) if !leads_to_date(next) => return Some(Bound::Until),
        _ => {}
    }
    // "After Tuesday's vote" means the vote, and that was on Tuesday.
    let last = words.lower(end.wrapping_sub(1));
    if last.ends_with("'s") || last.ends_with("’s") {
        return None;
    }
    let at = before_small_words(scope, start)?;
    let back = |count: usize| at.checked_sub(count).map_or("", |place| words.lower(place));
    let is_not = matches!(back(1), "not" | "nicht" | "never");
    match words.lower(at) {
        "frühestens" => Some(Bound::From),
        "spätestens" => Some(Bound::Until),
        "than" if matches!(back(1), "earlier" | "sooner") && back(2) == "no" => Some(Bound::From),
        "than" if back(1) == "later" && back(2) == "no" => Some(Bound::Until),
        "than" if matches!(back(1), "earlier" | "sooner") => Some(Bound::Before),
        "than" if back(1) == "later" => Some(Bound::After),
        "before" | "vor" if is_not => Some(Bound::From),
        "after" | "nach" if is_not => Some(Bound::Until),
        "before" | "vor" => Some(Bound::Before),
        "after" | "nach" => Some(Bound::After),
        _ => None,
    }
}

/// The place of the last word before a date that is no article or mere preposition.
pub(super) fn before_small_words(scope: &Scope<'_, '_>, start: usize) -> Option<usize> {
    const MOST: usize = 3;
    let mut at = start.checked_sub(1)?;
    for _ in 0..MOST {
        let is_small = matches!(
            scope.words.lower(at),
            "dem"
                | "den"
                | "der"
                | "the"
                | "im"
                | "in"
                | "am"
                | "on"
                | "jahr"
                | "jahre"
                | "year"
                | "ab"
                | "of"
        );
        if !is_small {
            break;
        }
        at = at.checked_sub(1)?;
    }
    Some(at)
}

fn is_doubted(scope: &Scope<'_, '_>, start: usize) -> bool {
    before_small_words(scope, start).is_some_and(|at| DOUBTS.contains(&scope.words.lower(at)))
}

fn is_about(scope: &Scope<'_, '_>, start: usize) -> bool {
    // "Um am Sonntag zu verkünden" gives a purpose.
    let is_purpose = |at: usize| {
        scope.words.lower(at) == "um" && matches!(scope.words.lower(at + 1), "am" | "im" | "in" | "ab")
    };
    let is = |at: usize| ABOUT.contains(&scope.words.lower(at)) && !is_purpose(at);
    before_small_words(scope, start).is_some_and(|at| {
        is(at) || scope.words.text(at) == "." && at > 0 && scope.words.lower(at - 1) == "ca"
    })
}

/// Whether a number is one of a thing, not a year: "Windows 2000", "§ 1968", "Tel. 030 2019".
pub(super) fn is_number_of_thing(scope: &Scope<'_, '_>, place: usize) -> bool {
    const THINGS: &[&str] = &[
        "windows",
        "agenda",
        "office",
        "boeing",
        "airbus",
        "route",
        "highway",
        "artikel",
        "art",
        "article",
        "paragraf",
        "paragraph",
        "section",
        "nummer",
        "number",
        "nr",
        "no",
        "seite",
        "page",
        "tel",
        "telefon",
        "phone",
        "zimmer",
        "raum",
        "room",
        "postfach",
        "modell",
        "model",
        "kapitel",
        "chapter",
        "absatz",
        "typ",
        "type",
        "version",
        "flug",
        "flight",
        "gleis",
        "linie",
        "line",
        "act",
        "§",
    ];
    let words = scope.words;
    if place == 0 {
        return false;
    }
    let before =
        place - 1 - usize::from(words.text(place - 1) == "." && place > 1 && words.is_joined(place - 1));
    let is_grouped = |other: usize| words.is_digits(other) && !is_four_digits(words.text(other));
    THINGS.contains(&words.lower(before)) && (before + 1 == place || words.lower(before) != "no")
        || is_grouped(place - 1)
        || is_four_digits(words.text(place - 1))
        || is_four_digits(words.text(place + 1))
}

fn is_four_digits(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether an English year stands right after a name, which has the number perhaps as a part of its own: "Expo 2000".
pub(super) fn may_be_of_name(scope: &Scope<'_, '_>, place: usize) -> bool {
    let Some(before) = place.checked_sub(1) else { return false };
    scope.words.is_letters(before) && scope.words.is_capital(before) && !scope.words.begins_sentence(before)
}

/// Which words of a stretch stand in quotation marks.
pub(super) fn quoted(words: &crate::suggest::words::Words<'_>) -> Vec<bool> {
    let mut is_open = false;
    let of_word = |place: usize| {
        match words.text(place) {
            "„" => is_open = true,
            "”" => is_open = false,
            "“" | "\"" | "«" | "»" => is_open = !is_open,
            _ => {}
        }
        is_open
    };
    (0..words.list.len()).map(of_word).collect()
}
