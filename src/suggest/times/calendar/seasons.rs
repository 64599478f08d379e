//! Seasons and weeks, of which nobody can say when they begin: they are times without a date.

use super::super::parts::{day_number, year_digits, year_named};
use super::super::scope::{Read, Scope};
use crate::text::cues::CueLanguage::{English, German};

/// A season, of which nobody can say when it begins, with its year.
pub(super) fn season(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let lower = words.lower(place);
    let german = words.knows(German) && {
        let bare = lower.trim_start_matches("spät").trim_start_matches("früh").trim_start_matches("hoch");
        let is_one = |name: &str| {
            name == "jahr" && lower == "frühjahr"
                || name == "ling" && lower == "frühling"
                || matches!(name, "sommer" | "herbst" | "winter" | "frühjahr" | "frühling")
        };
        words.is_capital(place) && is_one(bare.strip_suffix('s').unwrap_or(bare))
    };
    let is_led = || {
        let before = words.lower_before(place);
        matches!(
            before,
            "last"
                | "this"
                | "next"
                | "since"
                | "by"
                | "until"
                | "late"
                | "early"
                | "of"
                | "mid"
                | "every"
                | "that"
        ) || matches!(before, "the" | "-")
            && matches!(
                words.lower(place.wrapping_sub(2)),
                "in" | "of" | "since" | "by" | "until" | "mid" | "over" | "during" | "through"
            )
            || before == "in"
    };
    let english = words.knows(English) && matches!(lower, "summer" | "winter" | "autumn" | "spring" | "fall");
    if !german && !english {
        return None;
    }
    let at_year = match words.lower(place + 1) {
        "of" => place + 2,
        "des" if words.lower(place + 2) == "jahres" => place + 3,
        _ => place + 1,
    };
    if year_digits(scope, at_year).is_some() {
        let joined = matches!(words.text(at_year + 1), "/" | "-" | "–")
            && words.is_digits(at_year + 2)
            && words.is_joined(at_year + 2);
        return Some(Read::vague(if joined { at_year + 3 } else { at_year + 1 }));
    }
    if let Some((_, end)) = year_named(scope, place + 1) {
        return Some(Read::vague(end));
    }
    let stands = german
        && matches!(
            words.lower_before(place),
            "im" | "zum"
                | "seit"
                | "bis"
                | "ab"
                | "vom"
                | "den"
                | "vergangenen"
                | "kommenden"
                | "letzten"
                | "nächsten"
                | "diesen"
                | "diesem"
                | "ende"
                | "anfang"
                | "mitte"
                | "des"
        )
        || english && is_led();
    stands.then_some(Read::vague(place + 1))
}

/// A week by its number: `KW 23`, `23. Kalenderwoche`, `week 23 of 2025`; `23 kW` is a power.
pub(super) fn week(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let is_week = |place: usize| words.text(place) == "KW" || words.lower(place) == "kalenderwoche";
    if words.knows(English)
        && words.lower(place) == "week"
        && day_number(scope, place + 1).is_some()
        && words.lower(place + 2) == "of"
        && year_digits(scope, place + 3).is_some()
    {
        return Some(Read::vague(place + 4));
    }
    let number = if is_week(place) && words.is_digits(place + 1) {
        place + 2
    } else {
        day_number(scope, place).filter(|(_, at)| is_week(*at)).map(|(_, at)| at + 1)?
    };
    Some(Read::vague(if year_digits(scope, number).is_some() { number + 1 } else { number }))
}
