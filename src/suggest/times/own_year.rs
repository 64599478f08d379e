//! Which year is meant by a month or a day without one.

use chrono::{Datelike as _, NaiveDate};

use super::date::{Date, Part};
use super::habit::is_habit;
use super::parts::{day_number, year_digits};
use super::scope::Scope;
use super::tense::{Tense, tense, tense_and_certainty};
use super::{Lead, after_fillers, calendar};

/// A date in its year, and whether that is counted from publication: the year that is named beside it, else the nearest that the
/// words allow.
pub(super) fn in_year(
    scope: &Scope<'_, '_>,
    place: usize,
    end: usize,
    date: Date,
    lead: Option<Lead>,
) -> (Date, bool) {
    if date.year.is_some() {
        return (date, false);
    }
    if let Some(year) = year_beside(scope, end) {
        return (date.or_year(Some(year)), false);
    }
    let Some(published) = scope.published else { return (date, true) };
    // "A photo from March" is not of the next one, and "2019 trat er an, im März gewann er" is not of this year.
    let is_origin = lead.is_none() && scope.words.lower_before(place) == "from";
    if is_origin && tense(scope.words, place) == Tense::Open {
        return (date, true);
    }
    if is_habit(scope, place) {
        return (date, true);
    }
    let today = (published.month(), published.day());
    let last = published.year() - i32::from(date.begins() > today);
    let next = published.year() + i32::from(date.ends() < today);
    let near = nearer(published, date, last, next);
    let year = match tense_and_certainty(scope.words, place) {
        _ if lead == Some(Lead::Since) => last,
        // "Der Rat beschloss eine Gebühr ab Januar".
        (Tense::Past, _) if lead == Some(Lead::Starting) => near,
        (Tense::Past, is_sure) => likelier(published, date, last, next, is_sure),
        (Tense::Future, is_sure) => likelier(published, date, next, last, is_sure),
        // Of what is far away on both sides the words would have to say more.
        (Tense::Open, _) if days_away(published, date, near) > FAR => return (date, true),
        (Tense::Open, _) => near,
    };
    if year_before(scope, place).is_some_and(|other| other != year) {
        return (date, true);
    }
    (date.or_year(Some(year)), true)
}

/// The year that stands last before a place in its sentence.
fn year_before(scope: &Scope<'_, '_>, place: usize) -> Option<i32> {
    /// Words that are looked at.
    const MOST: usize = 30;
    let start = scope.words.sentence(place).start.max(place.saturating_sub(MOST));
    let years = (start..place).rev().filter(|before| !scope.words.text(*before).is_empty());
    years.into_iter().find_map(|before| calendar::bare_year(scope, before)?.date?.year)
}

/// Days of which a date without its year is too far away to say which one is meant.
const FAR: i64 = 165;

/// How many days it is from a day to where a date begins in a year.
fn days_away(day: NaiveDate, date: Date, year: i32) -> i64 {
    let (month, day_of_month) = date.begins();
    let begin = NaiveDate::from_ymd_opt(year, month, day_of_month);
    begin.map_or(i64::MAX, |begin| (begin - day).num_days().abs())
}

/// The year in which a date is nearer to a day.
fn nearer(day: NaiveDate, date: Date, last: i32, next: i32) -> i32 {
    if days_away(day, date, next) < days_away(day, date, last) { next } else { last }
}

/// The year that the verb speaks of, unless the other one is so much nearer that an author would have said that it is not meant. A
/// verb of another clause says less, and so does the present.
fn likelier(day: NaiveDate, date: Date, spoken_of: i32, other: i32, is_sure: bool) -> i32 {
    let (its, others) = (days_away(day, date, spoken_of), days_away(day, date, other));
    let is_day = matches!(date.part, Part::Day(..) | Part::LoneDay(_));
    let is_other = match (is_sure, is_day) {
        (true, false) => false,
        (true, true) => its > 270 && others < 60,
        (false, _) => others < 120 && its > 2 * others,
    };
    if is_other { other } else { spoken_of }
}

/// The year of what is listed with a date: of "im Januar und im März 2025".
fn year_beside(scope: &Scope<'_, '_>, end: usize) -> Option<i32> {
    /// Longer lists are not read.
    const MOST: usize = 4;
    let mut at = end;
    for _ in 0..MOST {
        // "Am 3. Mai, im Oktober 2026" is no list.
        let is_comma = scope.words.lower(at) == ",";
        at = match scope.words.lower(at) {
            "," => at + 1,
            "und" | "and" | "oder" | "or" | "sowie" => after_fillers(scope, at + 1),
            _ => return None,
        };
        // "May 16 and 17, 2025".
        if let Some((_, end)) = day_number(scope, at).filter(|_| !is_comma)
            && let Some(year) = year_digits(scope, end + usize::from(scope.words.text(end) == ","))
        {
            return Some(year);
        }
        let next = calendar::read(scope, at)?;
        match next.date? {
            Date { year: Some(_), part: Part::Year } => return None,
            Date { year: Some(_), .. } if is_comma => return None,
            Date { year: Some(year), .. } => return Some(year),
            Date { year: None, .. } => at = next.end,
        }
    }
    None
}
