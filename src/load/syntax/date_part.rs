//! Texts that name a time without bounds, "early 2025", or less than a date, "12. Dezember": what is said of them.

use chrono::{Datelike as _, NaiveDate};

use super::date_guess::DASHES;
use super::date_words::{day, is_weekday, is_year, month, number, whole_year};

/// What to do about a text that is no date and of which it is not certain which is meant.
pub(super) fn hint_for_part(text: &str) -> Option<String> {
    if let Some((name, days)) = too_many_days(text) {
        return Some(format!("write the day of {name} that is meant, 01 to {days}"));
    }
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if let Some(choice) = choice(&words) {
        return Some(choice);
    }
    if let Some(hint) = month_with_number(&words) {
        return Some(hint);
    }
    if let Some((month, day)) = without_year(&words) {
        let date = format!("{month:02}") + &day.map_or_else(String::new, |day| format!("-{day:02}"));
        return Some(format!("write its year first: \"YYYY-{date}\" with the year for YYYY"));
    }
    let is_part = words.iter().any(|word| season(word).is_some() || third(word).is_some());
    is_part.then(|| "write the months that are meant, with their year".to_owned())
}

/// Why a text is no date, where that can be said of all of it; and whether all of it is at fault.
pub(super) fn reason(text: &str) -> Option<(String, bool)> {
    if let Some((name, days)) = too_many_days(text) {
        return Some((format!("{name} has {days} days"), false));
    }
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if without_year(&words).is_some() {
        return Some(("the year is missing".to_owned(), true));
    }
    let is_of_time = |word: &&str| month(word).is_some() || season(word).is_some() || third(word).is_some();
    // What is written with the signs of EDTF is meant to be it.
    let is_edtf =
        text.contains(|c: char| c.is_ascii_digit()) || text.contains(['/', '.', '[', '{', '-', '~', '?']);
    let names_none = !is_edtf && text.contains(char::is_alphabetic) && !words.iter().any(is_of_time);
    let joined = words.concat();
    let is_placeholder = matches!(&*joined, "nd" | "na" | "n/a") || words.len() == 1 && is_weekday(&joined);
    (names_none || is_placeholder).then(|| ("it names no day, month or year".to_owned(), true))
}

/// The words of a text, small, without articles and the like.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(DASHES, "-");
    let words = text.split([' ', ',', '.', '-', '\u{a0}']).filter(|word| !word.is_empty());
    words
        .filter(|word| !matches!(*word, "the" | "of" | "den" | "der" | "des" | "am" | "im" | "in" | "on"))
        .map(str::to_owned)
        .collect()
}

/// The first and the last month of a season in the north; winter ends in the next year.
fn season(word: &str) -> Option<(u32, u32)> {
    Some(match word {
        "spring" | "springtime" | "frühling" | "frühjahr" | "fruehling" | "fruehjahr" => (3, 5),
        "summer" | "sommer" => (6, 8),
        "autumn" | "fall" | "herbst" => (9, 11),
        "winter" => (12, 2),
        _ => return None,
    })
}

/// Which third of a time a word means.
fn third(word: &str) -> Option<u32> {
    Some(match word {
        "early" | "beginning" | "start" | "anfang" | "beginn" => 0,
        "mid" | "middle" | "mitte" => 1,
        "late" | "end" | "ende" => 2,
        _ => return None,
    })
}

/// The year that these words begin with, whole or as that of a winter: `2024`, `2024/25`.
fn year(word: &str) -> Option<(i32, bool)> {
    let first = word.split('/').next().filter(|year| is_year(year))?;
    Some((first.parse().ok()?, word.len() > 4))
}

/// The months or days of a part of a year or month, which is nobody's but the author's to choose.
fn choice(words: &[&str]) -> Option<String> {
    let (last, rest) = words.split_last()?;
    let (year, _) = year(last)?;
    if let Some((first, last)) = rest.iter().find_map(|word| season(word)) {
        let until = if last < first { year + 1 } else { year };
        return Some(of_months(&format!("{year}-{first:02}/{until}-{last:02}")));
    }
    match *rest {
        [part] => {
            let third = third(part)?;
            Some(of_months(&format!("{year}-{:02}/{year}-{:02}", third * 4 + 1, third * 4 + 4)))
        }
        [part, name] => {
            let (third, month) = (third(part)?, month(name)?);
            let until = if third == 2 { days_in(year, month)? } else { third * 10 + 10 };
            let range = format!("{year}-{month:02}-{:02}/{year}-{month:02}-{until:02}", third * 10 + 1);
            Some(format!("write the days that are meant, for example \"{range}\""))
        }
        _ => None,
    }
}

fn of_months(range: &str) -> String {
    format!("write the months that are meant, for example \"{range}\"")
}

/// A month and a number that may be its year or a day: `Nov 25`.
fn month_with_number(words: &[&str]) -> Option<String> {
    let [name, digits] = words else { return None };
    let month = month(name)?;
    number(digits).filter(|day| digits.len() == 2 && (1..=31).contains(day))?;
    let year = whole_year(digits)?;
    Some(format!(
        "write \"{year}-{month:02}\" if {digits} is the year; if it is the day, write its year first: \
         \"YYYY-{month:02}-{digits}\" with the year for YYYY"
    ))
}

/// The month, and the day, of a text that has no year.
fn without_year(words: &[&str]) -> Option<(u32, Option<u32>)> {
    match *words {
        [name] => Some((month(name)?, None)),
        [one, other] => {
            let (month, day) = match (month(one), month(other)) {
                (Some(month), None) => (month, day(other)?),
                (None, Some(month)) => (month, day(one)?),
                _ => return None,
            };
            // What comes after the month may be the year.
            let is_year = self::month(one).is_some()
                && other.len() == 2
                && other.bytes().all(|byte| byte.is_ascii_digit());
            ((1..=31).contains(&day) && !is_year).then_some((month, Some(day)))
        }
        _ => None,
    }
}

/// The month and its days, of a day that it does not have: `2026-02-30`.
fn too_many_days(text: &str) -> Option<(String, u32)> {
    let numbers: Vec<&str> = text.split(['-', '.']).collect();
    let [one, month, other] = numbers[..] else { return None };
    let (year, day) = if text.contains('.') { (other, one) } else { (one, other) };
    let year: i32 = Some(year).filter(|year| is_year(year))?.parse().ok()?;
    let (month, day) = (number(month)?, number(day)?);
    let days = days_in(year, month)?;
    let name = NaiveDate::from_ymd_opt(year, month, 1)?.format("%B %Y");
    (day > days).then(|| (name.to_string(), days))
}

/// How many days a month has.
fn days_in(year: i32, month: u32) -> Option<u32> {
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    Some(NaiveDate::from_ymd_opt(next.0, next.1, 1)?.pred_opt().filter(|_| (1..=12).contains(&month))?.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_year_is_a_choice_of_months_of_it() {
        for (text, range) in [
            ("early 2025", "2025-01/2025-04"),
            ("Mitte 2025", "2025-05/2025-08"),
            ("mid-2025", "2025-05/2025-08"),
            ("end of 2025", "2025-09/2025-12"),
            ("Winter 2024/25", "2024-12/2025-02"),
            ("Herbst 2025", "2025-09/2025-11"),
            ("early spring 2025", "2025-03/2025-05"),
            ("Ende Februar 2024", "2024-02-21/2024-02-29"),
            ("early February 2026", "2026-02-01/2026-02-10"),
        ] {
            let hint = hint_for_part(text).unwrap_or_default();
            assert!(hint.contains(&format!("for example \"{range}\"")), "{text}: {hint}");
        }
    }

    #[test]
    fn what_is_missing_is_said() {
        let reason = |text: &str| reason(text).map(|(reason, _)| reason);
        for (text, date) in
            [("12. Dezember", "12-12"), ("3rd February", "02-03"), ("Mai", "05"), ("Feb 3", "02-03")]
        {
            assert_eq!(reason(text).as_deref(), Some("the year is missing"), "{text}");
            assert!(hint_for_part(text).unwrap_or_default().contains(&format!("\"YYYY-{date}\"")), "{text}");
        }
        for text in ["TBD", "Tuesday", "unknown", "n.d.", "bald", "gestern"] {
            assert_eq!(reason(text).as_deref(), Some("it names no day, month or year"), "{text}");
        }
        assert_eq!(reason("2026-02-30").as_deref(), Some("February 2026 has 28 days"));
        assert_eq!(reason("31.11.2026").as_deref(), Some("November 2026 has 30 days"));
        assert_eq!(reason("2026-02-28"), None);
        assert_eq!(reason("2019?~"), None);
        let hint = hint_for_part("Nov. 25").unwrap_or_default();
        assert!(hint.contains("\"2025-11\"") && hint.contains("\"YYYY-11-25\""), "{hint}");
    }
}
