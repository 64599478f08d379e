//! Dates that the words give by themselves: days, months, quarters, years, decades, centuries; and seasons and weeks, which are no
//! dates.

use super::date::{Date, Part};
use super::limits::{is_number_of_thing, may_be_of_name};
use super::parts::{day_number, month_at, ordinal, year_digits, year_named};
use super::scope::{Read, Scope};
use crate::suggest::Basis;
use crate::text::cues::CueLanguage::{English, German};

/// Words that may stand before a month or a year, and make clear that it is one.
const LEADING: &[&str] = &[
    "in",
    "of",
    "on",
    "last",
    "next",
    "this",
    "since",
    "until",
    "till",
    "by",
    "from",
    "early",
    "late",
    "mid",
    "through",
    "to",
    "before",
    "after",
    "and",
    "between",
    "during",
    "year",
    "years",
    "around",
    "throughout",
    "past",
    "for",
    "previous",
    "im",
    "seit",
    "bis",
    "ab",
    "vom",
    "am",
    "zum",
    "anfang",
    "mitte",
    "ende",
    "und",
    "zwischen",
    "vor",
    "nach",
    "von",
    "jahr",
    "jahre",
    "jahren",
    "jahres",
    "sommer",
    "winter",
    "frühjahr",
    "herbst",
    "frühling",
    "summer",
    "spring",
    "autumn",
    "fall",
    "diesen",
    "kommenden",
    "vergangenen",
    "letzten",
    "nächsten",
];

/// The time that begins here and needs no other day to be understood.
pub(super) fn read(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    in_figures(scope, place)
        .or_else(|| day_and_month(scope, place))
        .or_else(|| month_first(scope, place))
        .or_else(|| share(scope, place))
        .or_else(|| decade(scope, place))
        .or_else(|| century(scope, place))
        .or_else(|| season(scope, place))
        .or_else(|| week(scope, place))
        .or_else(|| bare_year(scope, place))
}

/// `2025-11-27`, `27.11.2025`, `27.11.`. Of `11/27/2025` one cannot see which number is the day.
fn in_figures(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    if !words.is_digits(place) || is_part_of_more(scope, place) {
        return None;
    }
    let text = words.text(place);
    let parts: Vec<&str> = text.splitn(4, '.').collect();
    let short = |part: &str| (part.len() <= 2).then(|| part.parse::<u32>().ok()).flatten();
    if words.knows(German) {
        if let [day, month, year] = parts[..] {
            let year: i32 = match year.len() {
                4 => year.parse().ok()?,
                _ => return None,
            };
            return whole_day(place + 1, Some(year), short(month)?, short(day)?);
        }
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

/// Whether a number goes on to its left or right: a part of `3-2025-1`, `§2020`, `A4/2025`.
fn is_part_of_more(scope: &Scope<'_, '_>, place: usize) -> bool {
    let words = scope.words;
    let before = place.checked_sub(1).map_or("", |before| words.text(before));
    let is_after_sign =
        words.is_joined(place) && matches!(before, "-" | "/" | "." | "_" | "#" | "§" | "+" | "=" | "@");
    is_after_sign && place > 1 && words.is_joined(place - 1) && !goes_with_year(scope, place)
}

/// Whether what stands before a hyphen may stand before a year: `mid-2024`, `2019-2021`.
fn goes_with_year(scope: &Scope<'_, '_>, place: usize) -> bool {
    let words = scope.words;
    let Some(before) = place.checked_sub(2) else { return false };
    let is_year =
        || year_digits(scope, before).is_some() || words.text(before).len() == 4 && words.is_digits(before);
    let sign = words.text(place - 1);
    sign == "-" && matches!(words.lower(before), "mid" | "early" | "late")
        || matches!(sign, "-" | "/") && is_year()
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
fn day_and_month(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
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
    let (year, basis, end) = year_after_month(scope, end);
    whole_day(end, year, month, day).map(|read| Read { basis, ..read })
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
fn month_first(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let (month, after) = month_at(scope, place)?;
    if is_after_day(scope, place) {
        return None;
    }
    // "In March 12 refugees drowned": before a day it would be "on".
    let is_month_only = words.lower_before(place) == "in";
    if words.knows(English)
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
        || LEADING.contains(&words.lower_before(place)) && !is_of_person(scope, place, after)
        || words.text(after) == "–";
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

/// The year that stands after a month, what it is known by, and the place after it.
fn year_after_month(scope: &Scope<'_, '_>, place: usize) -> (Option<i32>, Basis, usize) {
    let words = scope.words;
    let at_year = match words.lower(place) {
        "," | "of" if words.knows(English) => place + 1,
        "des" if words.lower(place + 1) == "jahres" => place + 2,
        _ => place,
    };
    if let Some(year) = year_digits(scope, at_year) {
        return (Some(year), Basis::Words, at_year + 1);
    }
    match year_named(scope, place) {
        Some((Some(year), end)) => (Some(year), Basis::Published, end),
        _ => (None, Basis::Words, place),
    }
}

/// `2025`, where it stands as a year does.
pub(super) fn bare_year(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    if is_part_of_more(scope, place) {
        return None;
    }
    let year = year_digits(scope, place)?;
    if is_number_of_thing(scope, place) {
        return None;
    }
    let before = words.lower_before(place);
    let next = words.lower(place + 1);
    // `2000 bis 2500 Gäste`.
    let is_range = matches!(next, "bis" | "to" | "–" | "-");
    if is_range
        && words.is_digits(place + 2)
        && year_digits(scope, place + 2).is_none()
        && words.text(place + 2).len() > 2
    {
        return None;
    }
    let is_after_name =
        place > 0 && words.is_joined(place) && words.text(place - 1) == "-" && !goes_with_year(scope, place);
    // `2000 Menschen`, `1,900 homes` without its comma.
    let may_count = !(1800..2100).contains(&year) || counts_nouns(scope, place);
    let is_led = LEADING.contains(&before);
    let german = words.knows(German)
        && !matches!(
            before,
            "die"
                | "den"
                | "dem"
                | "diese"
                | "rund"
                | "etwa"
                | "über"
                | "knapp"
                | "als"
                | "fast"
                | "circa"
                | "mehr"
        )
        && !may_count;
    let english = words.knows(English)
        && !may_count
        && matches!(before, "(" | "," | "the" | "–" | "-" | ";" | ":" | "")
        || words.knows(English)
            && !may_count
            && !may_be_of_name(scope, place)
            && (place + 1 >= words.list.len() || !words.is_letters(place + 1))
        || words.knows(English)
            && !may_count
            && !may_be_of_name(scope, place)
            && words.is_letters(place.wrapping_sub(1))
            && words.is_letters(place + 1)
            && is_verb(next);
    let stands = is_led
        && (!may_count
            || matches!(
                before,
                "in" | "im"
                    | "seit"
                    | "since"
                    | "jahr"
                    | "year"
                    | "until"
                    | "bis"
                    | "by"
                    | "ende"
                    | "anfang"
                    | "mitte"
                    | "from"
            ))
        || german
        || english;
    (stands && !is_after_name).then_some(Read::date(place + 1, Date::of_year(year)))
}

fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "was"
            | "is"
            | "were"
            | "saw"
            | "has"
            | "had"
            | "will"
            | "would"
            | "when"
            | "and"
            | "or"
            | "to"
            | "but"
            | "that"
            | "after"
            | "before"
            | "as"
            | "by"
            | "with"
            | "for"
            | "from"
            | "the"
            | "its"
    )
}

/// Whether a noun that can be counted stands right after a number.
fn counts_nouns(scope: &Scope<'_, '_>, place: usize) -> bool {
    let words = scope.words;
    if !words.is_letters(place + 1) {
        return false;
    }
    if words.knows(German) && words.is_capital(place + 1) {
        // German nouns have capitals; so have names, which are not counted.
        let text = words.text(place + 1);
        return ["en", "er", "e", "n", "s"].iter().any(|end| text.ends_with(end));
    }
    let text = words.text(place + 1);
    words.knows(English)
        && text.len() > 3
        && text.ends_with('s')
        && !matches!(text, "does" | "this" | "has" | "its" | "was")
        || words.knows(English) && text == "people"
}

/// A quarter or a half of a year: `drittes Quartal 2025`, `Q3 2025`, `second half of 2024`, `H1`.
fn share(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let short = |letter: char, most: u32, base: u32| {
        let number: u32 = words.text(place).strip_prefix(letter)?.parse().ok()?;
        (1..=most).contains(&number).then_some(base + number)
    };
    let (part, end) = if let Some(part) = short('Q', 4, 32).or_else(|| short('H', 2, 39)) {
        // `H1` is also a chip, a road, a hall.
        let has_year = year_digits(scope, place + 1).is_some() || words.text(place + 1) == "/";
        if words.text(place).starts_with('H') && !has_year {
            return None;
        }
        (part, place + 1)
    } else {
        let (number, at) = ordinal(scope, place)?;
        let is_last = words.lower(place) == "final";
        match words.lower(at) {
            "quarter" | "quartal" | "quartals" | "quartale" | "jahresviertel" if number <= 4 => {
                (32 + number, at + 1)
            }
            "half" if number <= 2 && !is_last && half_is_of_year(scope, at + 1) => (39 + number, at + 1),
            "halbjahr" | "halbjahres" | "halbjahrs" | "jahreshälfte" if number <= 2 => (39 + number, at + 1),
            "hälfte" if number <= 2 && half_is_of_year(scope, at + 1) => (39 + number, at + 1),
            _ => return None,
        }
    };
    let date = |year| Date { year, part: Part::Share(part) };
    let at_year = match words.lower(end) {
        "of" | "/" | "in" | "von" => end + 1,
        _ => end,
    };
    let at_year = if words.lower(at_year) == "des" && words.lower(at_year + 1) == "jahres" {
        at_year + 2
    } else {
        at_year
    };
    if let Some(year) = year_digits(scope, at_year) {
        return Some(Read::date(at_year + 1, date(Some(year))));
    }
    if let Some((year, end)) = year_named(scope, end) {
        return Some(Read { basis: Basis::Published, ..Read::date(end, date(year)) });
    }
    Some(Read::date(end, date(None)))
}

/// Whether the half before this place is one of a year.
fn half_is_of_year(scope: &Scope<'_, '_>, place: usize) -> bool {
    let at_year = place + usize::from(matches!(scope.words.lower(place), "of" | "des"));
    year_digits(scope, at_year).is_some()
        || year_named(scope, place).is_some()
        || scope.words.lower(at_year) == "jahres"
}

/// `1990s`, `1990er Jahre`, `90er-Jahre`, `Neunzigerjahre`.
fn decade(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
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
fn century(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let (number, at) = day_number(scope, place)?;
    let at = at + usize::from(words.text(at) == "-");
    let is_century = matches!(words.lower(at), "jahrhundert" | "jahrhunderts" | "century");
    let year = i32::try_from(number).ok()? * 100 - 100;
    (is_century && at > place + 1).then(|| Read::date(at + 1, Date { year: Some(year), part: Part::Century }))
}

/// A season, of which nobody can say when it begins, with its year.
fn season(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
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
    let at_year = match lower_of(scope, place + 1) {
        "of" => place + 2,
        "des" if lower_of(scope, place + 2) == "jahres" => place + 3,
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

fn lower_of<'w>(scope: &'w Scope<'_, '_>, place: usize) -> &'w str {
    scope.words.lower(place)
}

/// A week by its number: `KW 23`, `23. Kalenderwoche`.
fn week(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let number = match words.lower(place) {
        "kw" | "kalenderwoche" if words.is_digits(place + 1) => Some(place + 2),
        _ => day_number(scope, place)
            .filter(|(_, at)| matches!(words.lower(*at), "kw" | "kalenderwoche"))
            .map(|(_, at)| at + 1),
    }?;
    Some(Read::vague(if year_digits(scope, number).is_some() { number + 1 } else { number }))
}
