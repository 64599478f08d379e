//! Days of the week.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::super::date::{Date, Part};
use super::super::habit::is_habit;
use super::super::parts::{Turn, day_number, month_at, year_digits};
use super::super::scope::{Read, Scope};
use super::super::tense::{Tense, own_tense, tense};
use super::parts_of_day::{after_time_of_day, is_part_of_day};
use crate::text::cues::CueLanguage::{English, German};

/// What a day of the week begins with, Monday first.
const GERMAN_DAYS: &[&str] =
    &["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "sonnabend"];
const ENGLISH_DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A day of the week, in German also with a time of the day, `Dienstagabend`.
pub(in crate::suggest::times) fn weekday_at(scope: &Scope<'_, '_>, place: usize) -> Option<Weekday> {
    let words = scope.words;
    if !words.is_capital(place) {
        return None;
    }
    let lower = words.lower(place);
    let of = |number: usize| Weekday::try_from(u8::try_from(if number == 7 { 5 } else { number }).ok()?).ok();
    let german = || {
        GERMAN_DAYS.iter().position(|day| {
            let rest = lower.strip_prefix(day);
            rest.is_some_and(|rest| {
                let rest = rest.strip_suffix('s').unwrap_or(rest);
                rest.is_empty() || is_part_of_day(rest)
            })
        })
    };
    let english = || {
        let bare = lower.trim_end_matches("'s").trim_end_matches("’s");
        ENGLISH_DAYS.iter().position(|day| *day == bare)
    };
    let number =
        words.knows(German).then(german).flatten().or_else(|| words.knows(English).then(english).flatten());
    number.and_then(of)
}

/// A day of the week: the last one before publication, that day included, or the next where the verb speaks of what is to come.
pub(super) fn weekday(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let day = weekday_at(scope, place)?;
    let end = after_time_of_day(scope, place + 1);
    // `Dienstag vergangener Woche`, `Tuesday of last week`.
    let at = end + usize::from(matches!(words.lower(end), "of" | "der"));
    if let Some(turn) = Turn::of(words.lower(at))
        && matches!(words.lower(at + 1), "woche" | "week")
    {
        let monday = scope.published.map(|day| day.week(Weekday::Mon).first_day());
        let days = i64::from(turn.count()) * 7 + i64::from(day.num_days_from_monday());
        let date = monday.and_then(|monday| monday.checked_add_signed(chrono::TimeDelta::days(days)));
        return Some(Read::counted(at + 2, date.map(Date::on)));
    }
    // "The Sunday train" and "jeden Montag" name no one day.
    let before = words.lower_before(place);
    let is_article = matches!(before, "the" | "a") && words.is_letters(end) && !words.is_capital(end);
    if is_article || matches!(before, "every" | "each" | "jeden" | "jedem" | "jeder") {
        return None;
    }
    if is_no_one_day(scope, place, end) || is_of_newspaper(scope, place) {
        return None;
    }
    if is_of_another_day(scope, place, end) || is_habit(scope, place) {
        return Some(Read::vague(end));
    }
    let date = match tense(words, place) {
        // What goes on until a day goes on to the next.
        _ if is_after_until(scope, place) => next(scope, day, 0),
        _ if matches!(before, "seit" | "since") => latest(scope, day, 0),
        _ if before == "morgigen" => next(scope, day, 1),
        _ if before == "gestrigen" => latest(scope, day, 1),
        // "Am Montag oder Dienstag" is said of what is to come, and so is "vor Beginn der Verhandlungen ab Montag".
        Tense::Open if before == "ab" || is_alternative(scope, place, end) => next(scope, day, 0),
        _ if is_before_event(scope, place) => next(scope, day, 0),
        Tense::Past | Tense::Open => latest(scope, day, 0),
        Tense::Future => next(scope, day, 0),
    };
    Some(Read::counted(end, date.map(Date::on)))
}

/// Whether a day of the week is none that can be counted: "montags", "an einem Montag", "Black Friday", "am ersten Montag".
fn is_no_one_day(scope: &Scope<'_, '_>, place: usize, end: usize) -> bool {
    let words = scope.words;
    let before = words.lower_before(place);
    let is_habit = words.knows(German)
        && words.lower(place).ends_with('s')
        && !matches!(before, "des" | "vom" | "dieses" | "vergangenen" | "letzten" | "kommenden" | "nächsten");
    let is_any = matches!(
        before,
        "a" | "any"
            | "some"
            | "one"
            | "ein"
            | "einem"
            | "einen"
            | "eines"
            | "manchem"
            | "manchen"
            | "jener"
            | "jenem"
            | "first"
            | "second"
            | "third"
            | "fourth"
            | "ersten"
            | "zweiten"
            | "dritten"
            | "vierten"
            | "previous"
            | "following"
            | "black"
            | "good"
            | "super"
            | "easter"
            | "ash"
            | "holy"
            | "maundy"
            | "palm"
            | "cyber"
            | "bloody"
            | "darauffolgenden"
            | "folgenden"
    );
    // "A Monday in 2008".
    let at = end + usize::from(matches!(words.lower(end), "in" | "im" | ","));
    let at = at + usize::from(matches!(words.lower(at), "jahr" | "jahre"));
    is_habit || is_any || year_digits(scope, at).is_some()
}

/// "Bild am Sonntag", "die Welt am Sonntag".
fn is_of_newspaper(scope: &Scope<'_, '_>, place: usize) -> bool {
    scope.words.lower_before(place) == "am"
        && matches!(
            scope.words.text(place.wrapping_sub(2)),
            "Welt" | "Bild" | "BZ" | "WELT" | "BILD" | "Tagesspiegel"
        )
}

/// Whether a day of the week is counted from a feast or from another day: "am Sonntag nach Ostern", "am vorletzten Freitag".
fn is_of_another_day(scope: &Scope<'_, '_>, place: usize, end: usize) -> bool {
    const FEASTS: &[&str] =
        &["ostern", "pfingsten", "weihnachten", "neujahr", "advent", "easter", "christmas"];
    let words = scope.words;
    let is_after_last = matches!(words.lower_before(place), "vorletzten" | "vorvergangenen" | "übernächsten");
    let at = end + 1 + usize::from(matches!(words.lower(end + 1), "dem" | "den" | "the"));
    let is_beside = matches!(words.lower(end), "vor" | "nach" | "before" | "after");
    let is_counted = || (at..at + 2).any(|at| FEASTS.contains(&words.lower(at)));
    // "Am Freitag vor dem 9. November", but not "am Freitag vor 500 Gästen".
    let is_date = || day_number(scope, at).is_some_and(|(_, end)| month_at(scope, end).is_some());
    is_after_last || is_beside && (is_counted() || is_date())
}

/// Whether one of two days of the week is meant.
fn is_alternative(scope: &Scope<'_, '_>, place: usize, end: usize) -> bool {
    let words = scope.words;
    let is_or = |place: usize| matches!(words.lower(place), "oder" | "or");
    is_or(end) && weekday_at(scope, end + 1).is_some()
        || place > 1 && is_or(place - 1) && weekday_at(scope, place - 2).is_some()
}

/// Whether a day of the week is that of what the sentence says is still to come: "vor Beginn der Gespräche am Montag", "ahead of
/// Tuesday's vote".
fn is_before_event(scope: &Scope<'_, '_>, place: usize) -> bool {
    /// Words that are looked at.
    const MOST: usize = 6;
    const EVENTS: &[&str] = &[
        "beginn",
        "start",
        "auftakt",
        "eröffnung",
        "duell",
        "spiel",
        "gipfel",
        "sitzung",
        "verhandlung",
        "entscheidung",
        "abstimmung",
        "finale",
    ];
    let words = scope.words;
    if words.lower_before(place) == "of" && words.lower(place.wrapping_sub(2)) == "ahead" {
        return true;
    }
    let clause = words.clause(place);
    let from = place.saturating_sub(MOST).max(clause.start);
    let Some(before) = (from..place).rev().find(|place| words.lower(*place) == "vor") else { return false };
    let is_event = |place: usize| {
        words.is_capital(place) && EVENTS.iter().any(|event| words.lower(place).contains(event))
    };
    (before..place).any(is_event) && matches!(words.lower_before(place), "am" | "ab")
}

/// Whether days of the week from one to another are those of every week: "Montag bis Freitag 9 bis 17 Uhr".
pub(in crate::suggest::times) fn days_of_opening(scope: &Scope<'_, '_>, start: usize, end: usize) -> bool {
    let words = scope.words;
    let mut places = start..end;
    let days = places.clone().filter(|place| weekday_at(scope, *place).is_some()).count();
    let goes_on = words.is_digits(end) || words.is_digits(end + 1) && words.text(end) == ",";
    days > 1
        && !places.any(|place| words.is_digits(place))
        && (goes_on || own_tense(words, start) == Tense::Open)
}

fn is_after_until(scope: &Scope<'_, '_>, place: usize) -> bool {
    let is_until = |word: &str| matches!(word, "until" | "till" | "by" | "bis");
    let words = scope.words;
    is_until(words.lower_before(place))
        || matches!(words.lower_before(place), "zum" | "zu") && place > 1 && is_until(words.lower(place - 2))
}

/// The first such day of the week after a day; none after what is no day of a year.
pub(in crate::suggest::times) fn day_after(date: Date, day: Weekday) -> Option<Date> {
    let (Part::Day(month, number), Some(year)) = (date.part, date.year) else { return None };
    let next = NaiveDate::from_ymd_opt(year, month, number)?.succ_opt()?;
    next.checked_add_days(Days::new(day.days_since(next.weekday()).into())).map(Date::on)
}

/// The last such day of the week before a day; none before what is no day of a year.
pub(in crate::suggest::times) fn day_before(date: Date, day: Weekday) -> Option<Date> {
    let (Part::Day(month, number), Some(year)) = (date.part, date.year) else { return None };
    let last = NaiveDate::from_ymd_opt(year, month, number)?.pred_opt()?;
    last.checked_sub_days(Days::new(last.weekday().days_since(day).into())).map(Date::on)
}

/// A day of the week, and the place after it and the time of the day.
pub(in crate::suggest::times) fn bare_weekday(
    scope: &Scope<'_, '_>,
    place: usize,
) -> Option<(Weekday, usize)> {
    Some((weekday_at(scope, place)?, after_time_of_day(scope, place + 1)))
}

/// The last such day of the week that is at least so many days before publication.
pub(super) fn latest(scope: &Scope<'_, '_>, day: Weekday, least: u64) -> Option<NaiveDate> {
    let from = scope.published?.checked_sub_days(Days::new(least))?;
    from.checked_sub_days(Days::new(from.weekday().days_since(day).into()))
}

/// The first such day of the week that is at least so many days after publication.
pub(super) fn next(scope: &Scope<'_, '_>, day: Weekday, least: u64) -> Option<NaiveDate> {
    let from = scope.published?.checked_add_days(Days::new(least))?;
    from.checked_add_days(Days::new(day.days_since(from.weekday()).into()))
}
