//! Periods beside that of publication: `vergangene Woche`, `this month`, `kommenden Dienstag`, `Ende des Jahres`.

use chrono::{Datelike as _, NaiveDate};

use super::super::date::{Date, Part};
use super::super::habit::is_habit;
use super::super::parts::{Turn, month_at, year_digits, year_named};
use super::super::scope::{Read, Scope};
use super::super::tense::{Tense, own_tense, tense};
use super::month_away;
use super::parts_of_day::after_time_of_day;
use super::weekdays::{latest, next, weekday_at};
use crate::text::cues::CueLanguage::{English, German};

/// `vergangene Woche`, `this month`, `next year`, `kommenden Dienstag`, `last October`.
pub(super) fn turned(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    // The year before the one that is spoken of, and the twelve months before today.
    if words.knows(English)
        && matches!(words.lower(place), "previous" | "past")
        && matches!(words.lower(place + 1), "year" | "month" | "quarter" | "week" | "decade" | "weekend")
    {
        return Some(Read::vague(place + 2));
    }
    let turn = Turn::of(words.lower(place))?;
    if let Some(day) = weekday_at(scope, place + 1) {
        let end = after_time_of_day(scope, place + 2);
        if is_habit(scope, place) {
            return Some(Read::vague(end));
        }
        let date = match turn {
            Turn::Last => latest(scope, day, 1),
            Turn::Next => next(scope, day, 1),
            Turn::This => match tense(words, place) {
                Tense::Past => latest(scope, day, 0),
                Tense::Future | Tense::Open => next(scope, day, 0),
            },
        };
        return Some(Read::counted(end, date.map(Date::on)));
    }
    if let Some((month, end)) = month_at(scope, place + 1) {
        let date = scope.published.map(|day| {
            let year = match turn {
                Turn::This => day.year(),
                Turn::Last => day.year() - i32::from(month >= day.month()),
                Turn::Next => day.year() + i32::from(month <= day.month()),
            };
            Date { year: Some(year), part: Part::Month(month) }
        });
        return Some(Read::counted(end, date));
    }
    let date = match words.lower(place + 1) {
        // "1892 kam sie, in diesem Jahr wurde gebaut".
        "jahr" | "year" if turn == Turn::This && is_of_year_named(scope, place) => None,
        "jahr" | "jahres" | "jahrs" | "year" => {
            scope.published.map(|day| Date::of_year(day.year() + turn.count()))
        }
        "monat" | "monats" | "monates" | "month" => month_away(scope, turn.count()),
        "quartal" | "quartals" | "quarter" => scope.published.map(|day| quarter_away(day, turn.count())),
        "woche" | "week" | "wochenende" | "wochenendes" | "weekend" | "halbjahr" | "halbjahres"
        | "jahrzehnt" | "jahrzehnts" | "decade" | "jahrhundert" | "jahrhunderts" | "century" | "sommer"
        | "winter" | "herbst" | "frühjahr" | "frühling" | "frühjahrs" | "sommers" | "winters" | "summer"
        | "autumn" | "saison" | "season" | "geschäftsjahr" | "geschäftsjahres" | "tage" => None,
        "fall" | "spring" if words.knows(English) => None,
        _ => return None,
    };
    Some(Read::counted(place + 2, date))
}

/// Whether what was in "this year" was in another one that the sentence names before.
fn is_of_year_named(scope: &Scope<'_, '_>, place: usize) -> bool {
    /// Words that are looked at.
    const MOST: usize = 30;
    let start = scope.words.sentence(place).start.max(place.saturating_sub(MOST));
    let named = (start..place).rev().find_map(|before| year_digits(scope, before));
    let published = scope.published.map(|day| day.year());
    named.is_some() && named != published && own_tense(scope.words, place) == Tense::Past
}

fn quarter_away(day: NaiveDate, quarters: i32) -> Date {
    let number = day.year() * 4 + i32::try_from(day.month0() / 3).unwrap_or_default() + quarters;
    let part = u32::try_from(number.rem_euclid(4)).unwrap_or_default();
    Date { year: Some(number.div_euclid(4)), part: Part::Share(33 + part) }
}

/// The beginning and the end of the current year or month: `Jahresende`, `Ende des Jahres`, `the end of the year`, `year-end`.
pub(super) fn edge(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let lower = words.lower(place);
    let this_year = |end: usize| match year_named(scope, end) {
        Some((year, end)) => Read::counted(end, year.map(Date::of_year)),
        None => Read::counted(end, scope.published.map(|day| Date::of_year(day.year()))),
    };
    if words.knows(German) {
        match lower {
            "jahresende" | "jahresbeginn" | "jahresanfang" | "jahresmitte" | "jahresstart" => {
                if let Some(year) = year_digits(scope, place + 1) {
                    return Some(Read::date(place + 2, Date::of_year(year)));
                }
                return Some(this_year(place + 1));
            }
            // The year before the one that is spoken of.
            "vorjahr" | "vorjahres" | "vorjahrs" | "jahreswechsel" | "vorjahreszeitraum"
            | "vorjahresquartal" | "vormonat" | "vorwoche" | "vortag" | "vorabend" => {
                return Some(Read::vague(place + 1));
            }
            "monatsende" | "monatsanfang" | "monatsbeginn" => {
                return Some(Read::counted(place + 1, month_away(scope, 0)));
            }
            _ => {}
        }
    }
    if words.knows(English)
        && lower == "year"
        && words.text(place + 1) == "-"
        && words.lower(place + 2) == "end"
    {
        return Some(this_year(place + 3));
    }
    None
}

/// What stands after `Ende des …` and `end of the …` and means the current one: the year, the month.
pub(in crate::suggest::times) fn of_this(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    if !matches!(words.lower(place), "des" | "der" | "the") {
        return None;
    }
    match words.lower(place + 1) {
        // "Ende des Jahres 2024".
        "jahres" | "jahrs" | "year" if year_digits(scope, place + 2).is_some() => None,
        "jahres" | "jahrs" | "year" => {
            Some(Read::counted(place + 2, scope.published.map(|day| Date::of_year(day.year()))))
        }
        "monats" | "month" => Some(Read::counted(place + 2, month_away(scope, 0))),
        "woche" | "week" | "jahrzehnts" | "decade" | "jahrhunderts" | "century" | "quartals" | "quarter" => {
            Some(Read::counted(place + 2, None))
        }
        _ => None,
    }
}
