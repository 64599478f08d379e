//! Days and months: `27. November 2025`, `November 27`, `27.11.2025`, `März`.

use super::super::date::{Date, Part};
use super::super::parts::{day_number, month_at, year_digits};
use super::super::scope::{Read, Scope};
use super::years::{is_part_of_more, year_after_month};
use crate::suggest::Basis;
use crate::text::before_dates::leads_to_date;
use crate::text::cues::CueLanguage::{English, German};

/// `2025-11-27`, `27.11.2025`, `27.11.`. Of `11/27/2025` one cannot see which number is the day.
pub(super) fn in_figures(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    if !words.is_digits(place) || is_part_of_more(scope, place) {
        return None;
    }
    let text = words.text(place);
    let parts: Vec<&str> = text.splitn(4, '.').collect();
    let short = |part: &str| (part.len() <= 2).then(|| part.parse::<u32>().ok()).flatten();
    // With full stops the day comes first in every language.
    if let [day, month, year] = parts[..] {
        let year: i32 = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
        return whole_day(place + 1, Some(year), short(month)?, short(day)?);
    }
    if words.knows(German) {
        // `1. 5. 2024`.
        let is_stop = |place: usize| words.text(place) == "." && words.is_joined(place);
        if is_stop(place + 1)
            && is_stop(place + 3)
            && let Some((day, month)) = short(text).zip(short(words.text(place + 2)))
            && let Some(year) = year_digits(scope, place + 4)
        {
            return whole_day(place + 5, Some(year), month, day);
        }
        // `27.11.`: a decimal number has no full stop after it within a sentence.
        if let [day, month] = parts[..]
            && words.text(place + 1) == "."
            && words.is_joined(place + 1)
            && matches!(
                words.lower_before(place),
                "am" | "vom" | "bis" | "zum" | "dem" | "seit" | "ab" | "den"
            )
        {
            return whole_day(place + 2, None, short(month)?, short(day)?);
        }
    }
    let is_hyphen =
        |place: usize| words.text(place) == "-" && words.is_joined(place) && words.is_joined(place + 1);
    if text.len() == 4 && is_hyphen(place + 1) && is_hyphen(place + 3) && words.text(place + 2).len() == 2 {
        let year = text.parse().ok()?;
        return whole_day(
            place + 5,
            Some(year),
            short(words.text(place + 2))?,
            short(words.text(place + 4))?,
        );
    }
    None
}

fn whole_day(end: usize, year: Option<i32>, month: u32, day: u32) -> Option<Read> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // A leap year, where none is given. Of a day that does not exist nobody knows which is meant.
    if chrono::NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day).is_none() {
        return Some(Read::vague(end));
    }
    Some(Read::date(end, Date { year, part: Part::Day(month, day) }))
}

/// `27. November 2025`, `27 November 2025`, `1st of May`.
pub(super) fn day_and_month(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    if is_part_of_more(scope, place) && !ends_days(scope, place) {
        return None;
    }
    // "Straße des 17. Juni".
    let is_of_street = words.lower_before(place) == "des"
        && place > 1
        && ["straße", "platz", "allee", "weg", "brücke", "park"]
            .iter()
            .any(|end| words.lower(place - 2).ends_with(end));
    if is_of_street {
        return None;
    }
    let (day, after) = day_number(scope, place)?;
    let at_month = after + usize::from(scope.words.lower(after) == "of");
    let (month, end) = month_at(scope, at_month)?;
    let (year, basis, end) = match short_year(scope, end) {
        Some(year) => (Some(year), Basis::Words, end + 1),
        None => year_after_month(scope, end),
    };
    whole_day(end, year, month, day).map(|read| Read { basis, ..read })
}

/// A year of two digits that is written onto the month: `27.Feb.17`.
fn short_year(scope: &Scope<'_, '_>, place: usize) -> Option<i32> {
    /// Of the years below it those of this century are meant.
    const OF_THIS_CENTURY: i32 = 50;
    let words = scope.words;
    let text = words.text(place);
    let is_one = words.is_digits(place) && words.is_joined(place) && text.len() == 2;
    let year: i32 = text.parse().ok().filter(|_| is_one)?;
    Some(if year < OF_THIS_CENTURY { 2000 + year } else { 1900 + year })
}

/// A day whose month stands with another that is listed with it: the first of `am 24. und 31. Dezember`.
pub(super) fn listed_day(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    /// Longer lists are not read.
    const MOST: usize = 6;
    let words = scope.words;
    if is_part_of_more(scope, place) || words.is_joined(place) && words.text(place.wrapping_sub(1)) == "/" {
        return None;
    }
    let is_led =
        matches!(words.lower_before(place), "am" | "den" | "dem" | "vom" | "on" | "and" | "und" | "," | "(");
    let (first, first_end) = day_number(scope, place).filter(|_| is_led)?;
    // `Am 3. und 4. Mai`, `on 3 and 4 May`; a German day has its full stop.
    let has_stop = |end: usize| words.text(end - 1) == ".";
    let is_day = |end: usize| !words.knows(German) || has_stop(end);
    let mut end = first_end;
    for _ in 0..MOST {
        if !is_day(end) {
            return None;
        }
        let at = match words.lower(end) {
            "," | "und" | "and" | "oder" | "or" | "sowie" => end + 1,
            _ => return None,
        };
        let at = at + usize::from(matches!(words.lower(at), "am" | "den" | "dem" | "on"));
        (_, end) = day_number(scope, at)?;
        if let Some((month, end)) = month_at(scope, end) {
            let (year, basis, _) = year_after_month(scope, end);
            return whole_day(first_end, year, month, first).map(|read| Read { basis, ..read });
        }
    }
    None
}

/// Whether a day is the last of several: `3-5 May`, `3.-5. Mai`.
fn ends_days(scope: &Scope<'_, '_>, place: usize) -> bool {
    let words = scope.words;
    let Some(before) = place.checked_sub(2) else { return false };
    let before = before - usize::from(words.text(before) == "." && before > 0);
    words.text(place - 1) == "-" && day_number(scope, before).is_some_and(|(_, end)| end == place - 1)
}

/// Whether the number of a day stands right before a month, that gives no date with it: `3/4 May`, `Straße des 17. Juni`.
fn is_after_day(scope: &Scope<'_, '_>, place: usize) -> bool {
    let words = scope.words;
    let before = |count: usize| place.checked_sub(count);
    let ends_there = |at: usize| day_number(scope, at).is_some_and(|(_, end)| end == place);
    before(1).is_some_and(ends_there)
        || before(2).is_some_and(ends_there)
        || words.lower_before(place) == "of"
            && (2..=3)
                .filter_map(before)
                .any(|at| day_number(scope, at).is_some_and(|(_, end)| end + 1 == place))
}

/// `November 27, 2025`, `Nov. 27`, `November 2025`, `November`.
pub(super) fn month_first(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let (month, after) = month_at(scope, place)?;
    if is_after_day(scope, place) {
        return None;
    }
    // "In March 12 refugees drowned": before a day it would be "on".
    let is_month_only = words.lower_before(place) == "in";
    // English pages are quoted in German ones: there the year makes clear which number is the day.
    let is_english =
        || words.knows(English) || words.text(after + 1) == "," && year_digits(scope, after + 2).is_some();
    if is_english()
        && let Some((day, end)) = day_number(scope, after)
        && !counts_something(scope, end)
    {
        // A full stop ends the sentence here.
        let end = end - usize::from(words.text(end - 1) == ".");
        let at_year = end + usize::from(words.text(end) == "," && year_digits(scope, end + 1).is_some());
        let year = year_digits(scope, at_year);
        if year.is_some() || !is_month_only {
            return whole_day(at_year + usize::from(year.is_some()), year, month, day)
                .map(|read| Read { end: if year.is_some() { read.end } else { end }, ..read });
        }
    }
    let (year, basis, end) = year_after_month(scope, after);
    let text = words.text(place);
    let owner = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s"));
    // "May's resignation".
    if year.is_none() && owner.is_some_and(is_also_a_word) {
        return None;
    }
    let is_clear = year.is_some()
        || !is_also_a_word(text)
        || leads_to_date(words.lower_before(place)) && !is_of_person(scope, place, after)
        || words.text(after) == "–"
        || matches!(words.lower(after), "bis" | "to" | "through" | "-")
            && month_at(scope, after + 1).is_some();
    is_clear.then_some(Read { basis, ..Read::date(end, Date { year, part: Part::Month(month) }) })
}

/// Whether the name of a month is the first of a person's: "and May Fullerton".
fn is_of_person(scope: &Scope<'_, '_>, place: usize, after: usize) -> bool {
    let words = scope.words;
    let is_weak = matches!(
        words.lower_before(place),
        "and" | "und" | "by" | "for" | "to" | "of" | "from" | "von" | "nach"
    );
    is_weak && words.is_letters(after) && words.is_capital(after)
}

/// Names of months that are words or names of people, too, and the short ones.
fn is_also_a_word(text: &str) -> bool {
    matches!(text, "May" | "March" | "Mai" | "August" | "April" | "June")
        || text.chars().count() <= 4 && !matches!(text, "Juni" | "Juli" | "July" | "März")
}

/// Whether what comes next is what a number counts: `May 20 percent`, `March 5 people`.
fn counts_something(scope: &Scope<'_, '_>, place: usize) -> bool {
    matches!(scope.words.lower(place), "percent" | "%" | "million" | "billion" | "thousand" | "people")
}
