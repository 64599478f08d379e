//! Times that are counted from the day on which the article came out: `gestern`, `on Tuesday`, `last month`, `vor zwei Jahren`.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::date::{Date, Part};
use super::parts::{Turn, month_at, year_named};
use super::scope::{Read, Scope};
use super::tense::{Tense, tense};
use crate::text::cues::CueLanguage::{English, German};

/// The time that begins here, if it is counted from another day.
pub(super) fn read(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    day_word(scope, place)
        .or_else(|| turned(scope, place))
        .or_else(|| weekday(scope, place))
        .or_else(|| edge(scope, place))
        .or_else(|| ago(scope, place))
}

fn published_plus(scope: &Scope<'_, '_>, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    let published = scope.published?;
    if days < 0 { published.checked_sub_days(count) } else { published.checked_add_days(count) }
}

/// Times of the day that may stand after a word for a day.
const TIMES_OF_DAY: &[&str] = &[
    "morgen",
    "früh",
    "vormittag",
    "mittag",
    "nachmittag",
    "abend",
    "nacht",
    "morning",
    "afternoon",
    "evening",
    "night",
    "lunchtime",
    "midday",
    "noon",
];

fn after_time_of_day(scope: &Scope<'_, '_>, place: usize) -> usize {
    place + usize::from(TIMES_OF_DAY.contains(&scope.words.lower(place)))
}

/// `heute`, `gestern Abend`, `yesterday`, `this morning`, `last night`.
fn day_word(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let lower = words.lower(place);
    let counted = |end: usize, days: i64| Read::counted(end, published_plus(scope, days).map(Date::on));
    if words.knows(German) {
        let days = match lower {
            "vorgestern" => Some(-2),
            "gestern" => Some(-1),
            "heute" => Some(0),
            "übermorgen" => Some(2),
            // "Am Morgen" has a capital, and "Morgen" may begin a sentence.
            "morgen"
                if words.text(place) == "morgen"
                    && !matches!(words.lower_before(place), "heute" | "gestern") =>
            {
                Some(1)
            }
            _ => None,
        };
        if let Some(days) = days {
            let end = after_time_of_day(scope, place + 1);
            // "Bis heute", "noch heute" and "heute" of our times mean no day.
            let is_day = lower != "heute" || end > place + 1 || is_today(scope, place);
            return Some(if is_day { counted(end, days) } else { Read::vague(end) });
        }
    }
    if words.knows(English) {
        const AWAY: [(&str, i64); 4] = [
            ("the day before yesterday", -2),
            ("day before yesterday", -2),
            ("the day after tomorrow", 2),
            ("day after tomorrow", 2),
        ];
        if let Some((end, days)) =
            AWAY.iter().find_map(|(phrase, days)| Some((words.phrase(place, phrase)?, *days)))
        {
            return Some(counted(end, days));
        }
        let part_of_day = matches!(words.lower(place + 1), "morning" | "afternoon" | "evening");
        return match lower {
            "yesterday" => Some(counted(after_time_of_day(scope, place + 1), -1)),
            "today" if is_today(scope, place) => Some(counted(place + 1, 0)),
            "today" => Some(Read::vague(place + 1)),
            "tonight" => Some(counted(place + 1, 0)),
            "tomorrow" => Some(counted(after_time_of_day(scope, place + 1), 1)),
            "this" if part_of_day => Some(counted(place + 2, 0)),
            "last" if words.lower(place + 1) == "night" => Some(counted(place + 2, -1)),
            _ => None,
        };
    }
    None
}

/// Whether `heute` or `today` is the day, and not our times.
fn is_today(scope: &Scope<'_, '_>, place: usize) -> bool {
    let before = scope.words.lower_before(place);
    let after = scope.words.lower(place + 1);
    !matches!(
        before,
        "bis" | "noch" | "schon" | "bereits" | "von" | "until" | "to" | "even" | "still" | "than" | "als"
    ) && !matches!(after, "noch" | "als")
}

/// What a day of the week begins with, Monday first.
const GERMAN_DAYS: &[&str] =
    &["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "sonnabend"];
const ENGLISH_DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A day of the week, in German also with a time of the day, `Dienstagabend`.
pub(super) fn weekday_at(scope: &Scope<'_, '_>, place: usize) -> Option<Weekday> {
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
                rest.is_empty() || TIMES_OF_DAY.contains(&rest)
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
fn weekday(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
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
    if is_no_one_day(scope, place, end) {
        return None;
    }
    let date = match tense(words, place) {
        // What goes on until a day goes on to the next.
        _ if is_after_until(scope, place) => next(scope, day, 0),
        _ if matches!(before, "seit" | "since") => latest(scope, day, 0),
        Tense::Open if before == "ab" => next(scope, day, 0),
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
    is_habit || is_any || super::parts::year_digits(scope, at).is_some()
}

fn is_after_until(scope: &Scope<'_, '_>, place: usize) -> bool {
    let is_until = |word: &str| matches!(word, "until" | "till" | "by" | "bis");
    let words = scope.words;
    is_until(words.lower_before(place))
        || matches!(words.lower_before(place), "zum" | "zu") && place > 1 && is_until(words.lower(place - 2))
}

/// The last such day of the week that is at least so many days before publication.
fn latest(scope: &Scope<'_, '_>, day: Weekday, least: u64) -> Option<NaiveDate> {
    let from = scope.published?.checked_sub_days(Days::new(least))?;
    from.checked_sub_days(Days::new(from.weekday().days_since(day).into()))
}

/// The first such day of the week that is at least so many days after publication.
fn next(scope: &Scope<'_, '_>, day: Weekday, least: u64) -> Option<NaiveDate> {
    let from = scope.published?.checked_add_days(Days::new(least))?;
    from.checked_add_days(Days::new(day.days_since(from.weekday()).into()))
}

/// `vergangene Woche`, `this month`, `next year`, `kommenden Dienstag`, `last October`.
fn turned(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
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
        "jahr" | "jahres" | "jahrs" | "year" => {
            scope.published.map(|day| Date::of_year(day.year() + turn.count()))
        }
        "monat" | "monats" | "monates" | "month" => month_away(scope, turn.count()),
        "quartal" | "quartals" | "quarter" => scope.published.map(|day| quarter_away(day, turn.count())),
        "woche" | "week" | "wochenende" | "wochenendes" | "weekend" | "halbjahr" | "halbjahres"
        | "jahrzehnt" | "jahrzehnts" | "decade" | "jahrhundert" | "jahrhunderts" | "century" | "sommer"
        | "winter" | "herbst" | "frühjahr" | "frühling" | "frühjahrs" | "sommers" | "winters" | "summer"
        | "spring" | "autumn" | "fall" | "saison" | "season" | "geschäftsjahr" | "geschäftsjahres"
        | "tage" => None,
        _ => return None,
    };
    Some(Read::counted(place + 2, date))
}

fn month_away(scope: &Scope<'_, '_>, months: i32) -> Option<Date> {
    let first = scope.published?.with_day(1)?;
    let count = Months::new(months.unsigned_abs());
    let day = if months < 0 { first.checked_sub_months(count) } else { first.checked_add_months(count) };
    day.map(Date::of_month)
}

fn quarter_away(day: NaiveDate, quarters: i32) -> Date {
    let number = day.year() * 4 + i32::try_from(day.month0() / 3).unwrap_or_default() + quarters;
    let part = u32::try_from(number.rem_euclid(4)).unwrap_or_default();
    Date { year: Some(number.div_euclid(4)), part: Part::Share(33 + part) }
}

/// The beginning and the end of the current year or month: `Jahresende`, `Ende des Jahres`, `the end of the year`, `year-end`.
fn edge(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let lower = words.lower(place);
    let this_year = |end: usize| match year_named(scope, end) {
        Some((year, end)) => Read::counted(end, year.map(Date::of_year)),
        None => Read::counted(end, scope.published.map(|day| Date::of_year(day.year()))),
    };
    if words.knows(German) {
        match lower {
            "jahresende" | "jahresbeginn" | "jahresanfang" | "jahresmitte" | "jahresstart" => {
                if let Some(year) = super::parts::year_digits(scope, place + 1) {
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
pub(super) fn of_this(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    if !matches!(words.lower(place), "des" | "der" | "the") {
        return None;
    }
    match words.lower(place + 1) {
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

/// What may stand before a number that is not exact, between `vor` and it.
const ROUGHLY: &[&str] = &["mehr als", "weniger als", "über", "circa", "ca .", "gut und gern", "annähernd"];

/// So many days or years before or after publication: `vor zwei Jahren`, `three days ago`.
fn ago(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
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
