//! When something happens once that the words give a limit for: "by 2026" is some moment before its end, and so is "vor 2027".

use std::ops::Range;

use chrono::{Datelike as _, Months, NaiveDate};

use super::limits::{Bound, before_small_words, bound, limited};
use super::of_event;
use super::scope::Scope;
use super::tense::{Tense, tense};
use crate::dossier::When;
use crate::suggest::words::Words;
use crate::suggest::{Basis, Time};
use crate::text::cues::CueLanguage;

/// When something was that these words tell of: the first date that they give by themselves, else the first that is counted from
/// the day of publication.
pub(in crate::suggest) fn first_date(
    text: &str,
    languages: &'static [CueLanguage],
    published: Option<NaiveDate>,
) -> Option<(When, Basis)> {
    let words = Words::of(text, 0..text.len(), languages);
    let found = of_event(&words, published);
    let dated = || found.iter().filter_map(|(_, time)| Some((time.date.clone()?, time.basis)));
    dated().find(|(_, basis)| *basis == Basis::Words).or_else(|| dated().next())
}

/// The time at these bytes of a text as that of an event; the words around it are read as far as this stretch goes.
pub(in crate::suggest) fn date_at(
    text: &str,
    stretch: Range<usize>,
    at: &Range<usize>,
    languages: &'static [CueLanguage],
    published: Option<NaiveDate>,
) -> Option<Time> {
    let words = Words::of(text, stretch, languages);
    let found = of_event(&words, published).into_iter();
    let is_here = |places: &Range<usize>| {
        let bytes = words.bytes(places);
        bytes.start < at.end && at.start < bytes.end
    };
    found.filter(|(places, _)| is_here(places)).map(|(_, time)| time).next()
}

/// The date that these words are, in whatever language; none if they are more than a date.
pub(in crate::suggest) fn only_date(text: &str) -> Option<When> {
    let words = Words::of(text, 0..text.len(), &CueLanguage::ALL);
    let found = of_event(&words, None);
    let [(places, time)] = &found[..] else { return None };
    let is_small = |place: usize| {
        matches!(
            words.lower(place),
            "in" | "im"
                | "am"
                | "on"
                | "den"
                | "dem"
                | "the"
                | "vor"
                | "nach"
                | "before"
                | "after"
                | "frühestens"
                | "spätestens"
        )
    };
    let is_all = (0..places.start).all(is_small) && places.end == words.list.len();
    time.date.clone().filter(|_| is_all)
}

/// The time with what the words around it make of its date, where it is that of something that happens once.
pub(super) fn limited_once(scope: &Scope<'_, '_>, start: usize, end: usize, time: Time) -> Time {
    let found = time.date.as_ref().and_then(|date| moments(scope, start, end, date.text()));
    let date = match found {
        Some(Moments::Known(date)) => When::parse(&date).ok(),
        Some(Moments::Unknown) => None,
        None => return limited(scope, start, end, time),
    };
    Time { date, ..time }
}

/// What a limit leaves of all moments.
enum Moments {
    /// These, in EDTF.
    Known(String),
    /// It is not known which: the limit has no whole date.
    Unknown,
}

/// The moments that are meant by the date of these words; none if the words around it are no limit.
fn moments(scope: &Scope<'_, '_>, start: usize, end: usize, text: &str) -> Option<Moments> {
    let words = scope.words;
    // What is until then: "bis 2026", but not "by 2026".
    let (date, is_by) = match text.strip_prefix("../") {
        Some(date) => (date, words.lower(start) == "by"),
        None => (text.strip_suffix("/..").unwrap_or(text), false),
    };
    let from = || format!("[{date}..]");
    let until = || format!("[..{date}]");
    let found = match bound(scope, start, end) {
        _ if is_early_as(scope, start) => Some(from()),
        Some(Bound::From) => Some(from()),
        Some(Bound::Until) => Some(until()),
        None if is_by => Some(until()),
        None => return None,
        // "Before the end of 2026" is not "before 2026".
        Some(_) if is_part_of_period(scope, start) => Some(date.to_owned()),
        Some(Bound::Before) => beside(date, -1).map(|date| format!("[..{date}]")),
        Some(Bound::After) => beside(date, 1).map(|date| format!("[{date}..]")),
    };
    let found = found.filter(|_| !date.contains(['/', '~', '?', 'X']));
    Some(found.map_or(Moments::Unknown, Moments::Known))
}

/// "As early as 2028", where it is to come: "as early as 2019 he warned" is that year.
fn is_early_as(scope: &Scope<'_, '_>, start: usize) -> bool {
    let words = scope.words;
    let is_phrase = before_small_words(scope, start)
        .is_some_and(|at| at > 1 && words.phrase(at - 2, "as early as").is_some());
    is_phrase && tense(words, start) != Tense::Past
}

/// Whether a date is the end or the middle of a period: of those nothing is left before or after.
fn is_part_of_period(scope: &Scope<'_, '_>, start: usize) -> bool {
    matches!(
        scope.words.lower(start),
        "anfang"
            | "mitte"
            | "ende"
            | "beginn"
            | "early"
            | "late"
            | "mid"
            | "end"
            | "the"
            | "beginning"
            | "start"
    )
}

/// The day, month, or year right before or after one.
fn beside(date: &str, direction: i32) -> Option<String> {
    let step = |day: NaiveDate, months: u32| {
        let count = Months::new(months);
        if direction < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) }
    };
    let whole = |rest: &str| format!("{date}{rest}").parse::<NaiveDate>().ok();
    match date.len() {
        4 => step(whole("-01-01")?, 12).map(|day| format!("{:04}", day.year())),
        7 => step(whole("-01")?, 1).map(|day| format!("{:04}-{:02}", day.year(), day.month())),
        10 => {
            let day = whole("")?;
            let day = if direction < 0 { day.pred_opt() } else { day.succ_opt() };
            day.map(|day| day.to_string())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn the_date_beside_another_is_as_long() {
        let of = |date, direction| beside(date, direction);
        assert_eq!(of("2019", -1).as_deref(), Some("2018"));
        assert_eq!(of("2019-12", 1).as_deref(), Some("2020-01"));
        assert_eq!(of("2024-03-01", -1).as_deref(), Some("2024-02-29"));
        assert_eq!(of("2024-33", 1), None, "a quarter");
    }
}
