//! Years, where a number stands as one.

use super::super::date::Date;
use super::super::limits::{is_number_of_thing, may_be_of_name};
use super::super::parts::{year_digits, year_named};
use super::super::scope::{Read, Scope};
use crate::suggest::Basis;
use crate::text::before_dates::leads_to_date;
use crate::text::cues::CueLanguage::{English, German};

/// `2025`, where it stands as a year does.
pub(in crate::suggest::times) fn bare_year(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    if is_part_of_more(scope, place) {
        return None;
    }
    let year = year_digits(scope, place)?;
    if is_number_of_thing(scope, place) {
        return None;
    }
    let before = words.lower_before(place);
    let next = words.lower(place + 1);
    // `2000 bis 2500 Gäste`.
    let is_range = matches!(next, "bis" | "to" | "–" | "-");
    if is_range
        && words.is_digits(place + 2)
        && year_digits(scope, place + 2).is_none()
        && words.text(place + 2).len() > 2
    {
        return None;
    }
    let is_after_name =
        place > 0 && words.is_joined(place) && words.text(place - 1) == "-" && !goes_with_year(scope, place);
    // `2000 Menschen`, `1,900 homes` without its comma.
    let may_count = !(1800..2100).contains(&year) || counts_nouns(scope, place);
    let is_led = leads_to_date(before);
    let stands_alone = before == "(" && words.text(place + 1) == ")" && year >= 1500;
    // "Im Jahre 1540 erste Aussagen".
    let is_named = matches!(before, "jahr" | "jahre" | "jahres") && words.knows(German)
        // "As early as 2028".
        || before == "as" && words.lower(place.wrapping_sub(2)) == "early" && words.lower(place.wrapping_sub(3)) == "as";
    let german = words.knows(German)
        && !matches!(
            before,
            "die"
                | "den"
                | "dem"
                | "diese"
                | "rund"
                | "etwa"
                | "über"
                | "knapp"
                | "als"
                | "fast"
                | "circa"
                | "mehr"
        )
        && !may_count;
    let english = words.knows(English)
        && !may_count
        && matches!(before, "(" | "," | "the" | "–" | "-" | ";" | ":" | "")
        || words.knows(English)
            && !may_count
            && !may_be_of_name(scope, place)
            && (place + 1 >= words.list.len() || !words.is_letters(place + 1))
        || words.knows(English)
            && !may_count
            && !may_be_of_name(scope, place)
            && words.is_letters(place.wrapping_sub(1))
            && words.is_letters(place + 1)
            && is_verb(next);
    let stands = is_led
        && (!may_count
            || matches!(
                before,
                "in" | "im"
                    | "seit"
                    | "since"
                    | "jahr"
                    | "year"
                    | "until"
                    | "bis"
                    | "by"
                    | "ende"
                    | "anfang"
                    | "mitte"
                    | "from"
            ))
        || german
        || english
        || is_named
        || stands_alone;
    (stands && !is_after_name).then_some(Read::date(place + 1, Date::of_year(year)))
}

fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "was"
            | "is"
            | "were"
            | "saw"
            | "has"
            | "had"
            | "will"
            | "would"
            | "when"
            | "and"
            | "or"
            | "to"
            | "but"
            | "that"
            | "after"
            | "before"
            | "as"
            | "by"
            | "with"
            | "for"
            | "from"
            | "the"
            | "its"
    )
}

/// Whether a noun that can be counted stands right after a number.
fn counts_nouns(scope: &Scope<'_, '_>, place: usize) -> bool {
    let words = scope.words;
    if !words.is_letters(place + 1) {
        return false;
    }
    if words.knows(German) && words.is_capital(place + 1) {
        // German nouns have capitals; so have names, which are not counted.
        let text = words.text(place + 1);
        return ["en", "er", "e", "n", "s"].iter().any(|end| text.ends_with(end));
    }
    let text = words.text(place + 1);
    words.knows(English)
        && text.len() > 3
        && text.ends_with('s')
        && !matches!(text, "does" | "this" | "has" | "its" | "was")
        || words.knows(English) && text == "people"
}

/// The year that stands after a month, what it is known by, and the place after it.
pub(super) fn year_after_month(scope: &Scope<'_, '_>, place: usize) -> (Option<i32>, Basis, usize) {
    let words = scope.words;
    let at_year = match words.lower(place) {
        "of" if words.knows(English) => place + 1,
        "," if words.knows(English) || ends_words(scope, place + 2) => place + 1,
        "des" if words.lower(place + 1) == "jahres" => place + 2,
        _ => place,
    };
    if let Some(year) = year_digits(scope, at_year) {
        return (Some(year), Basis::Words, at_year + 1);
    }
    match year_named(scope, place) {
        Some((Some(year), end)) => (Some(year), Basis::Published, end),
        _ => (None, Basis::Words, place),
    }
}

/// Whether no word stands at a place.
fn ends_words(scope: &Scope<'_, '_>, place: usize) -> bool {
    !scope.words.is_letters(place) && !scope.words.is_digits(place)
}

/// Two years with a stroke between them, the later one last: `1976–1978`. Nothing is counted by those, whatever comes after them.
pub(in crate::suggest::times) fn years_joined(scope: &Scope<'_, '_>, place: usize) -> Option<(Read, Read)> {
    let words = scope.words;
    let sign = place + 1;
    let is_close = words.is_joined(sign) == words.is_joined(sign + 1);
    if !is_close || !matches!(words.text(sign), "-" | "–" | "—") || is_part_of_more(scope, place) {
        return None;
    }
    let (first, last) = year_digits(scope, place).zip(year_digits(scope, sign + 1))?;
    let goes_on = matches!(words.text(place + 3), "-" | "–" | "/") && words.is_joined(place + 3);
    let are_years = (1500..2100).contains(&first) && first < last && last < 2100;
    let is_of_more = is_number_of_thing(scope, place) || goes_on;
    let read = |end: usize, year: i32| Read::date(end, Date::of_year(year));
    (are_years && !is_of_more).then(|| (read(sign, first), read(sign + 2, last)))
}

/// Whether a number goes on to its left or right: a part of `3-2025-1`, `§2020`, `A4/2025`.
pub(super) fn is_part_of_more(scope: &Scope<'_, '_>, place: usize) -> bool {
    let words = scope.words;
    let before = place.checked_sub(1).map_or("", |before| words.text(before));
    let is_after_sign =
        words.is_joined(place) && matches!(before, "-" | "/" | "." | "_" | "#" | "§" | "+" | "=" | "@");
    is_after_sign && place > 1 && words.is_joined(place - 1) && !goes_with_year(scope, place)
}

/// Whether what stands before a hyphen may stand before a year: `mid-2024`, `2019-2021`.
fn goes_with_year(scope: &Scope<'_, '_>, place: usize) -> bool {
    let words = scope.words;
    let Some(before) = place.checked_sub(2) else { return false };
    let is_year =
        || year_digits(scope, before).is_some() || words.text(before).len() == 4 && words.is_digits(before);
    let sign = words.text(place - 1);
    sign == "-" && matches!(words.lower(before), "mid" | "early" | "late")
        || matches!(sign, "-" | "/") && is_year()
}
