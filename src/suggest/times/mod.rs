//! Words that say when something was, and the date they mean where that is certain: a grammar of German and English, which takes
//! the longest reading. Durations and ages are no times.
//!
//! What stands before a date and changes what it means belongs to it: `seit 2022`, `Ende 2024`, `between 2019 and 2021`; a mere
//! preposition does not: `im Oktober`. Seasons, weeks and vague words are times without a date. A day of the week is the last one
//! before publication, the day itself included, unless the verb speaks of what is to come; of a month or a day without its year
//! that is meant which the verb speaks of, else the nearest. Nothing is counted from the day of publication unless that is one day.

mod calendar;
mod date;
mod event;
mod habit;
mod limits;
mod own_year;
mod parts;
mod relative;
mod scope;
mod tense;
mod vague;
mod verbs;

pub(super) use event::{date_at, first_date, only_date};

use std::ops::Range;

use chrono::{Datelike as _, NaiveDate};

use self::date::{Date, Part};
use self::own_year::in_year;
use self::parts::day_number;
use self::relative::{day_after, day_before, days_of_opening, weekday_at};
use self::scope::{Read, Scope};
use super::words::{WordKind, Words};
use super::{Basis, Time};
use crate::dossier::When;
use crate::text::cues::CueLanguage;
use crate::text::names::is_function_word;

/// The times of a stretch with their places in its list, in order; none shares a word with another.
pub(super) fn find(words: &Words<'_>, published: Option<NaiveDate>) -> Vec<(Range<usize>, Time)> {
    all(&Scope { words, published, quoted: limits::quoted(words), is_of_event: false })
}

/// The same times, read as those of something that happens once.
fn of_event(words: &Words<'_>, published: Option<NaiveDate>) -> Vec<(Range<usize>, Time)> {
    all(&Scope { words, published, quoted: limits::quoted(words), is_of_event: true })
}

fn all(scope: &Scope<'_, '_>) -> Vec<(Range<usize>, Time)> {
    let words = scope.words;
    let mut found = Vec::new();
    let mut place = 0;
    while place < words.list.len() {
        match time_at(scope, place) {
            // "2019-nCoV", "heute-journal".
            Some((_, end, _)) if is_part_of_word(scope, end) => place = end,
            Some((start, end, time)) => {
                let limited = if scope.is_of_event { event::limited_once } else { limits::limited };
                let time = limited(scope, start, end, time);
                found.push((start..end, time));
                place = end;
            }
            None => place += 1,
        }
    }
    found
}

/// Whether the words before a place go on with a hyphen and another word.
fn is_part_of_word(scope: &Scope<'_, '_>, end: usize) -> bool {
    let words = scope.words;
    words.text(end) == "-" && words.is_joined(end) && words.is_joined(end + 1) && words.is_letters(end + 1)
}

/// What stands before a date and says how it is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Lead {
    Since,
    /// Since when, in the past or not: `ab`.
    Starting,
    Until,
    /// Only before two dates.
    Between,
    /// Before two dates; before one it says since when only in "from 2019 on".
    From,
}

/// The time that begins at this place: where its words begin and end, and what they mean.
fn time_at(scope: &Scope<'_, '_>, place: usize) -> Option<(usize, usize, Time)> {
    if scope.words.at(place).is_none_or(|word| word.kind == WordKind::Sign) {
        return None;
    }
    let led = lead_at(scope, place).and_then(|(lead, at)| {
        let at = after_fillers(scope, at);
        let (read, range) = extent(scope, at, Some(lead))?;
        let mut end = read.end;
        if range.is_none() {
            // "Von 2017 an" says since when, "der Vertrag von 2017" does not.
            let goes_on = matches!(scope.words.lower(end), "an" | "on" | "onward" | "onwards");
            if lead == Lead::Between || lead == Lead::From && !goes_on {
                return None;
            }
            end += usize::from(lead == Lead::From);
        }
        let time = meaning(scope, place, read, range, Some(lead));
        // "Not until May will it open" says since when, and nothing until when.
        let is_denied = lead == Lead::Until
            && matches!(scope.words.lower_before(place), "not" | "nicht" | "nie" | "never");
        Some((place, end, if is_denied { Time { date: None, ..time } } else { time }))
    });
    let led = led.or_else(|| about_year(scope, place));
    let found = led.or_else(|| {
        let (read, range) = extent(scope, place, None)?;
        Some((place, read.end, meaning(scope, place, read, range, None)))
    });
    found.map(|(start, end, time)| {
        let date = time.date.filter(|_| !days_of_opening(scope, start, end));
        (start, end, Time { date, ..time })
    })
}

/// `um 1900`, `around 1900`: about that year. Of the two only the German word belongs to the date.
fn about_year(scope: &Scope<'_, '_>, place: usize) -> Option<(usize, usize, Time)> {
    let next = place + 1;
    let (start, read) = match scope.words.lower(place) {
        "um" => {
            let year = parts::year_digits(scope, next)?;
            // "Um 2000 Euro" counts.
            let counts = scope.words.is_letters(next + 1) && scope.words.is_capital(next + 1)
                || scope.words.lower(next + 1) == "auf";
            (place, Some(Read::date(next + 1, Date::of_year(year))).filter(|_| !counts)?)
        }
        "around" => {
            let is_year = |read: &Read| matches!(read.date, Some(Date { part: Part::Year, .. }));
            (next, calendar::read(scope, next).filter(is_year)?)
        }
        _ => return None,
    };
    let read = read.about();
    Some((start, read.end, meaning(scope, start, read, None, None)))
}

fn lead_at(scope: &Scope<'_, '_>, place: usize) -> Option<(Lead, usize)> {
    let words = scope.words;
    let lead = match words.lower(place) {
        "seit" | "since" => Lead::Since,
        "ab" => Lead::Starting,
        "bis" | "until" | "till" | "by" | "through" => Lead::Until,
        "zwischen" | "between" => Lead::Between,
        "von" | "vom" | "from" => Lead::From,
        _ => return None,
    };
    Some((lead, place + 1))
}

/// The place after what may stand between a preposition and its date.
fn after_fillers(scope: &Scope<'_, '_>, mut place: usize) -> usize {
    const MOST: usize = 3;
    for _ in 0..MOST {
        let is_filler = matches!(
            scope.words.lower(place),
            "dem"
                | "den"
                | "der"
                | "the"
                | "zum"
                | "zur"
                | "im"
                | "in"
                | "am"
                | "jahr"
                | "jahre"
                | "year"
                | "einschließlich"
        );
        if !is_filler {
            break;
        }
        place += 1;
    }
    place
}

/// A date from here on, and the other end where it is a range.
fn extent(scope: &Scope<'_, '_>, place: usize, lead: Option<Lead>) -> Option<(Read, Option<Read>)> {
    let first = modified(scope, place);
    if let Some((from, to)) = range_at(scope, place, first, lead) {
        return Some((Read { end: to.end, ..from }, Some(to)));
    }
    first.map(|read| (read, None))
}

/// A range: both ends, each with what the other gives it.
fn range_at(
    scope: &Scope<'_, '_>,
    place: usize,
    first: Option<Read>,
    lead: Option<Lead>,
) -> Option<(Read, Read)> {
    let words = scope.words;
    if let Some(years) = calendar::years_joined(scope, place) {
        return Some(years);
    }
    let lone = || {
        let (day, end) = day_number(scope, place)?;
        let date = Date { year: None, part: Part::LoneDay(day) };
        Some(Read::date(end, date))
    };
    for from in first.into_iter().chain(lone()) {
        let Some(at) = after_range_sign(scope, from.end, lead) else { continue };
        // `2024/25`, `2019-21`.
        if let (Some(Date { year: Some(year), part: Part::Year }), Some(short)) =
            (from.date, short_year(scope, at))
            && short > year % 100
        {
            let to = Read::date(at + 1, Date::of_year(year - year % 100 + short));
            return Some((from, to));
        }
        if words.text(at.wrapping_sub(1)) == "/" && !words.is_digits(at) {
            continue;
        }
        let at = after_fillers(scope, at);
        // Of "9.9.2004 – 27" nobody knows.
        let is_month_first = words.is_letters(place) && words.knows(CueLanguage::English);
        let day = (is_month_first && matches!(from.date, Some(Date { part: Part::Day(..), .. })))
            .then(|| day_number(scope, at))
            .flatten();
        // `November 24 to 26, 2025`.
        let to_day = || {
            let (day, end) = day?;
            // "On May 3 – 5 people died".
            let counts = words.is_letters(end) && !is_function_word(words.lower(end), words.languages);
            let Some(Date { part: Part::Day(month, _), year }) = from.date.filter(|_| !counts) else {
                return None;
            };
            let (year, end) = match parts::year_digits(scope, end + usize::from(words.text(end) == ",")) {
                Some(own) if year.is_none() => (Some(own), end + 1 + usize::from(words.text(end) == ",")),
                _ => (year, end),
            };
            Some(Read::date(end, Date { year, part: Part::Day(month, day) }))
        };
        let Some(to) = modified(scope, at).filter(|to| to.date.is_some()).or_else(to_day) else { continue };
        let (Some(first), Some(last)) = (from.date, to.date) else { continue };
        // "Von Montag bis Mittwoch": the first such day after the one it begins with. "Von Montag bis Mittwoch, 17. Dezember": the
        // last one before.
        let is_bare =
            |at: usize, end: usize| relative::bare_weekday(scope, at).filter(|(_, own)| *own == end);
        let (first_day, last_day) = (is_bare(place, from.end), is_bare(at, to.end));
        let (first, last) = match (first_day, last_day) {
            (_, Some((day, _))) => (first, day_after(first, day).unwrap_or(last)),
            (Some((day, _)), None) => match day_before(last, day) {
                Some(first) => (first, last),
                None => continue,
            },
            (None, None) => (first, last),
        };
        // "Vom 24. Dezember bis 6. Januar 2026" begins in the year before.
        let first = first.or_month_of(last);
        let begins_before = first.year.is_none() && first.begins() > last.ends();
        let first = first.or_year(last.year.map(|year| year - i32::from(begins_before)));
        if matches!(first.part, Part::LoneDay(_)) {
            continue;
        }
        return Some((
            Read { date: Some(first), ..from },
            Read { date: Some(last.or_year(first.year)), ..to },
        ));
    }
    None
}

/// The place after what leads from one date to another.
fn after_range_sign(scope: &Scope<'_, '_>, place: usize, lead: Option<Lead>) -> Option<usize> {
    let words = scope.words;
    match words.lower(place) {
        "bis" | "to" | "until" | "till" | "through" if lead != Some(Lead::Until) => Some(place + 1),
        "und" | "and" if lead == Some(Lead::Between) => Some(place + 1),
        "-" | "–" | "—" | "/" => {
            let is_close = words.is_joined(place) == words.is_joined(place + 1);
            is_close.then_some(place + 1)
        }
        _ => None,
    }
}

fn short_year(scope: &Scope<'_, '_>, place: usize) -> Option<i32> {
    let words = scope.words;
    let text = words.text(place);
    let is_joined = words.is_joined(place) && words.is_digits(place) && text.len() == 2;
    let goes_on = words.is_joined(place + 1)
        && !matches!(words.text(place + 1), "." | "," | ";" | ":" | ")" | "“" | "”" | "\"" | "?" | "!");
    (is_joined && !goes_on).then(|| text.parse().ok()).flatten()
}

/// A date with what says which part of it: `Anfang`, `late`. The date is the whole, the words keep the part.
fn modified(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let after = match words.lower(place) {
        "anfang" | "mitte" | "ende" | "beginn" if words.is_capital(place) => Some(place + 1),
        // "Im Laufe des Jahres", but not "im Laufe des Tages".
        "laufe" | "verlauf" if words.is_capital(place) => return in_the_course(scope, place),
        "early" | "late" | "mid" => Some(place + 1),
        // "The strike will end Friday" is a verb.
        "end"
            if words.begins_sentence(place)
                || matches!(words.lower(place + 1), "of" | "-")
                || matches!(
                    words.lower_before(place),
                    "the" | "at" | "by" | "until" | "till" | "since" | "from" | "year" | "-"
                ) =>
        {
            Some(place + 1)
        }
        "earlier" | "later" if matches!(words.lower(place + 1), "this") => Some(place + 1),
        "the"
            if matches!(
                words.lower(place + 1),
                "end" | "beginning" | "start" | "middle" | "close" | "turn"
            ) && words.lower(place + 2) == "of" =>
        {
            Some(place + 2)
        }
        "beginning" | "start" | "middle" if words.lower(place + 1) == "of" => Some(place + 1),
        // "In den frühen Neunzigerjahren", but not "am frühen Dienstagmorgen".
        "frühen" | "späten" if weekday_at(scope, place + 1).is_none() => Some(place + 1),
        _ => None,
    };
    if let Some(mut at) = after {
        at += usize::from(words.text(at) == "-");
        at += usize::from(words.lower(at) == "of");
        let whole = relative::of_this(scope, at).or_else(|| {
            let is_filler = |at: usize| {
                matches!(words.lower(at), "des" | "der" | "dem" | "im" | "in" | "the" | "jahres" | "jahr")
            };
            let at = at + (at..at + 2).take_while(|at| is_filler(*at)).count();
            any(scope, at)
        });
        if let Some(whole) = whole {
            return Some(whole);
        }
    }
    any(scope, place)
}

/// `Laufe des Jahres`, `Verlauf dieses Monats`.
fn in_the_course(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    relative::of_this(scope, place + 1).or_else(|| relative::read(scope, place + 1))
}

/// The time that begins here; the longer of two readings.
fn any(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let dated = with_weekday(scope, place).or_else(|| calendar::read(scope, place));
    let readings = [dated, relative::read(scope, place), vague::read(scope, place)];
    readings.into_iter().flatten().reduce(|best, next| if next.end > best.end { next } else { best })
}

/// `Donnerstag, 27. November 2025`, `Thursday, November 27`: the date says more than the day of the week.
fn with_weekday(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let weekday = weekday_at(scope, place)?;
    let mut at = place + 1;
    at += usize::from(words.text(at) == ",");
    at += usize::from(matches!(words.lower(at), "den" | "dem" | "the"));
    let read = calendar::read(scope, at)?;
    let Some(date) = read.date else { return Some(read) };
    let Part::Day(month, day) = date.part else { return None };
    if date.year.is_some() {
        return Some(read);
    }
    // The day of the week says which year is meant.
    let Some(published) = scope.published else { return Some(read) };
    let near = [0, 1, -1].into_iter().map(|away| published.year() + away);
    let days = near.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    let fitting = days.filter(|date| date.weekday() == weekday);
    let nearest = fitting.min_by_key(|date| (*date - published).num_days().abs());
    Some(match nearest {
        Some(date) => Read { basis: Basis::Published, ..Read::date(read.end, Date::on(date)) },
        None => Read::vague(read.end),
    })
}

/// What words mean.
fn meaning(scope: &Scope<'_, '_>, place: usize, read: Read, to: Option<Read>, lead: Option<Lead>) -> Time {
    let basis = if to.is_some_and(|to| to.basis == Basis::Published) { Basis::Published } else { read.basis };
    let Some(from) = read.date else { return Time { date: None, basis } };
    let written = |date: Date, read: Read| {
        let sign = if read.is_about { "~" } else { "" };
        date.edtf().map(|date| format!("{date}{sign}"))
    };
    let (edtf, basis) = if let Some((other, to)) = to.and_then(|to| Some((to, to.date?))) {
        let (from, by_day) = in_year(scope, place, read.end, from, lead);
        let (to, _) = in_year(scope, place, read.end, to, lead);
        let edtf = written(from, read).zip(written(to, other)).map(|(from, to)| format!("{from}/{to}"));
        (edtf, if by_day { Basis::Published } else { basis })
    } else {
        let (date, by_day) = in_year(scope, place, read.end, from, lead);
        let edtf = written(date, read).map(|date| match lead {
            Some(Lead::Since | Lead::Starting | Lead::From) => format!("{date}/.."),
            Some(Lead::Until) => format!("../{date}"),
            Some(Lead::Between) | None => date,
        });
        (edtf, if by_day { Basis::Published } else { basis })
    };
    Time { date: edtf.and_then(|edtf| When::parse(&edtf).ok()), basis }
}

#[cfg(test)]
mod tests;
