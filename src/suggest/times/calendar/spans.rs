//! Decades and centuries.

use super::super::date::{Date, Part};
use super::super::parts::day_number;
use super::super::scope::{Read, Scope};
use crate::text::cues::CueLanguage::{English, German};

/// `1990s`, `1990er Jahre`, `90er-Jahre`, `Neunzigerjahre`.
pub(super) fn decade(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    const IN_WORDS: &[(&str, &str, i32)] = &[
        ("dreißiger", "thirties", 1930),
        ("vierziger", "forties", 1940),
        ("fünfziger", "fifties", 1950),
        ("sechziger", "sixties", 1960),
        ("siebziger", "seventies", 1970),
        ("achtziger", "eighties", 1980),
        ("neunziger", "nineties", 1990),
    ];
    let words = scope.words;
    let ends_in_years = |place: usize| {
        let at = place + usize::from(words.text(place) == "-");
        (matches!(words.lower(at), "jahre" | "jahren")).then_some(at + 1)
    };
    let decade = |end: usize, year: i32| Read::date(end, Date { year: Some(year), part: Part::Decade });
    if words.is_digits(place) && words.is_joined(place + 1) {
        // "The 1990's", which is three tokens.
        let apostrophe =
            usize::from(matches!(words.text(place + 1), "'" | "’") && words.is_joined(place + 2));
        let text = words.text(place);
        let year: i32 = text.parse().ok().filter(|year| year % 10 == 0)?;
        let year = match text.len() {
            4 if (1000..2200).contains(&year) => year,
            // The "10er-Jahre" and the "20er-Jahre" were there twice.
            2 if year >= 30 => 1900 + year,
            2 => return None,
            _ => return None,
        };
        return match words.lower(place + 1) {
            _ if apostrophe == 1 && text.len() == 4 && words.lower(place + 2) == "s" => {
                Some(decade(place + 3, year))
            }
            "s" if text.len() == 4 || words.text(place.wrapping_sub(1)).starts_with(['’', '\'', '‘']) => {
                Some(decade(place + 2, year))
            }
            "er" | "ern" => {
                let end = ends_in_years(place + 2);
                (text.len() == 4 || end.is_some()).then(|| decade(end.unwrap_or(place + 2), year))
            }
            "erjahre" | "erjahren" => Some(decade(place + 2, year)),
            _ => None,
        };
    }
    let lower = words.lower(place);
    for &(german, english, year) in IN_WORDS {
        if lower == english && words.knows(English) && !is_age(scope, place) {
            return Some(decade(place + 1, year));
        }
        if let Some(rest) = lower.strip_prefix(german).filter(|_| words.knows(German)) {
            if matches!(rest, "jahre" | "jahren") {
                return Some(decade(place + 1, year));
            }
            // "In den Neunzigern".
            let is_noun = words.is_capital(place)
                && matches!(words.lower_before(place), "den" | "der" | "die")
                && !is_of_somebody(scope, place);
            if matches!(rest, "" | "n") && is_noun && ends_in_years(place + 1).is_none() {
                return Some(decade(place + 1, year));
            }
            if matches!(rest, "" | "n")
                && let Some(end) = ends_in_years(place + 1)
            {
                return Some(decade(end, year));
            }
        }
    }
    None
}

/// Whether `fifties` are the years of somebody's life: "in his early fifties".
fn is_age(scope: &Scope<'_, '_>, place: usize) -> bool {
    let words = scope.words;
    let mut before = place.saturating_sub(1);
    while before > 0 && matches!(words.lower(before), "early" | "mid" | "late" | "-" | "–") {
        before -= 1;
    }
    !matches!(words.lower(before), "the" | "since" | "swinging" | "roaring")
}

/// Whether "in den Fünfzigern" may be the age of whom the noun before it names: "eine Frau in den Fünfzigern".
fn is_of_somebody(scope: &Scope<'_, '_>, place: usize) -> bool {
    let words = scope.words;
    place.checked_sub(3).is_some_and(|before| {
        words.lower(before + 1) == "in" && words.is_letters(before) && words.is_capital(before)
    })
}

/// `19. Jahrhundert`, `19th century`.
pub(super) fn century(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let (number, at) = day_number(scope, place)?;
    let at = at + usize::from(words.text(at) == "-");
    let is_century = matches!(words.lower(at), "jahrhundert" | "jahrhunderts" | "century");
    let year = i32::try_from(number).ok()? * 100 - 100;
    (is_century && at > place + 1).then(|| Read::date(at + 1, Date { year: Some(year), part: Part::Century }))
}
