//! So many days, months, or years before publication.

use chrono::Datelike as _;

use super::super::date::Date;
use super::super::scope::{Read, Scope};
use super::{month_away, published_plus};
use crate::text::cues::CueLanguage::{English, German};

/// What may stand before a number that is not exact, between `vor` and it.
const ROUGHLY: &[&str] = &["mehr als", "weniger als", "über", "circa", "ca .", "gut und gern", "annähernd"];

/// So many days or years before or after publication: `vor zwei Jahren`, `three days ago`.
pub(super) fn ago(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let is_about = |place: usize| {
        let word = words.lower(place);
        matches!(
            word,
            "rund"
                | "etwa"
                | "gut"
                | "knapp"
                | "fast"
                | "ungefähr"
                | "about"
                | "around"
                | "almost"
                | "nearly"
        )
    };
    let (direction, at, is_about) = match words.lower(place) {
        "vor" if words.knows(German) && (words.longest(place + 1, ROUGHLY)).is_some() => {
            (-1, words.longest(place + 1, ROUGHLY)?, true)
        }
        "vor" if words.knows(German) => {
            let is_about = is_about(place + 1);
            (-1, place + 1 + usize::from(is_about), is_about)
        }
        _ => {
            let is_rough =
                matches!(words.lower_before(place), "than" | "over" | "under" | "roughly" | "approximately");
            (0, place, is_rough || place.checked_sub(1).is_some_and(is_about))
        }
    };
    let (count, at_unit) = small_number(scope, at)?;
    let unit = words.lower(at_unit);
    let (direction, end) = match words.lower(at_unit + 1) {
        "ago" if direction == 0 && words.knows(English) => (-1, at_unit + 2),
        _ if direction != 0 => (direction, at_unit + 1),
        _ => return None,
    };
    let date = match (unit, count) {
        ("tag" | "tagen" | "day" | "days", Some(count)) => {
            published_plus(scope, i64::from(direction) * i64::from(count)).map(Date::on)
        }
        ("jahr" | "jahre" | "jahren" | "year" | "years", Some(count)) => scope
            .published
            .map(|day| Date::of_year(day.year() + direction * i32::try_from(count).unwrap_or_default())),
        ("monat" | "monaten" | "month" | "months", Some(count)) if count < 12 => {
            month_away(scope, direction * i32::try_from(count).unwrap_or_default())
        }
        (
            "tag" | "tagen" | "day" | "days" | "jahr" | "jahre" | "jahren" | "year" | "years" | "monat"
            | "monaten" | "month" | "months" | "woche" | "wochen" | "week" | "weeks" | "jahrzehnt"
            | "jahrzehnten" | "decade" | "decades" | "jahrhundert" | "jahrhunderten" | "century"
            | "centuries" | "stunde" | "stunden" | "hour" | "hours" | "minute" | "minuten" | "minutes",
            _,
        ) => None,
        _ => return None,
    };
    let is_hours = unit.starts_with("stunde") || unit.starts_with("hour") || unit.starts_with("minute");
    // "Two days ago" is a day; months and years ago it may have been the one beside it as well.
    let is_about = is_about || !matches!(unit, "tag" | "tagen" | "day" | "days");
    let read = Read::counted(end, date);
    (!is_hours).then(|| if is_about { read.about() } else { read })
}

/// A small number in words or figures; none of one that is not exact, as "a few".
fn small_number(scope: &Scope<'_, '_>, place: usize) -> Option<(Option<u32>, usize)> {
    const NUMBERS: &[(&[&str], u32)] = &[
        (&["ein", "einem", "einer", "eine", "one", "a", "an"], 1),
        (&["zwei", "two"], 2),
        (&["drei", "three"], 3),
        (&["vier", "four"], 4),
        (&["fünf", "five"], 5),
        (&["sechs", "six"], 6),
        (&["sieben", "seven"], 7),
        (&["acht", "eight"], 8),
        (&["neun", "nine"], 9),
        (&["zehn", "ten"], 10),
        (&["elf", "eleven"], 11),
        (&["zwölf", "twelve"], 12),
    ];
    const INEXACT: &[&str] = &[
        "wenigen",
        "einigen",
        "mehreren",
        "ein paar",
        "several",
        "some",
        "many",
        "a few",
        "a couple of",
        "vielen",
    ];
    let words = scope.words;
    if let Some(end) = words.longest(place, INEXACT) {
        return Some((None, end));
    }
    if words.is_digits(place) {
        let text = words.text(place);
        return (text.len() <= 3)
            .then(|| text.parse().ok())
            .flatten()
            .map(|number| (Some(number), place + 1));
    }
    let lower = words.lower(place);
    let number = NUMBERS.iter().find(|(names, _)| names.contains(&lower)).map(|(_, number)| *number)?;
    Some((Some(number), place + 1))
}
