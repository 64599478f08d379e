//! Dates of CSL-JSON, to EDTF and from it.

use serde_json::{Map, Value, json};

use crate::dossier::{DateShape, Precision, When};
use crate::i18n::dates::{DateSigns, full};
use crate::i18n::language::Language;
use crate::references::entry::Slip;
use crate::references::reading::{certain_date, date_hint, excerpt};
use chrono::Datelike as _;

/// The parts of dates of a range, or of one.
const PARTS: &str = "date-parts";

/// A date in EDTF. None where there is none, and where it is not certain which one is meant, which is said.
pub(super) fn read(key: &'static str, value: &Value, slips: &mut Vec<Slip>) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => in_words(key, text, slips),
        Value::Number(number) => in_words(key, &number.to_string(), slips),
        Value::Object(date) => of_object(key, date, slips),
        Value::Bool(_) | Value::Array(_) => {
            slips.push(unclear(key, value));
            None
        }
    }
}

fn of_object(key: &'static str, date: &Map<String, Value>, slips: &mut Vec<Slip>) -> Option<String> {
    let given = |name: &str| date.get(name).filter(|value| !is_nothing(value));
    let Some(parts) = given(PARTS) else {
        let text = given("raw").or_else(|| given("literal")).or_else(|| given("edtf"))?;
        return match text {
            Value::String(text) => in_words(key, text, slips),
            Value::Number(number) => in_words(key, &number.to_string(), slips),
            other => {
                slips.push(unclear(key, other));
                None
            }
        };
    };
    let mut is_season = given("season").is_some();
    let read = of_parts(parts, given("circa").is_some_and(is_yes), &mut is_season);
    let read = read.filter(|text| When::parse(text).is_ok());
    if read.is_none() {
        slips.push(unclear(key, parts));
    } else if is_season {
        slips.push(Slip::Season { key });
        // A month beside a season says something else than the season.
        return read.map(|date| of_years(&date));
    }
    read
}

/// The years of a date.
fn of_years(date: &str) -> String {
    let year = |date: &str| {
        let about = if date.ends_with('~') { "~" } else { "" };
        let digits = date.trim_end_matches('~');
        let end = digits.char_indices().skip(1).find(|(_, c)| *c == '-').map_or(digits.len(), |(at, _)| at);
        format!("{}{about}", &digits[..end])
    };
    match date.split_once('/') {
        Some((from, to)) if to.starts_with('.') => format!("{}/{to}", year(from)),
        Some((from, to)) if year(from) == year(to) => year(from),
        Some((from, to)) => format!("{}/{}", year(from), year(to)),
        None => year(date),
    }
}

/// Whether a value says nothing: null, an empty text, a list of nothing but such.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(values) => values.iter().all(is_nothing),
        _ => false,
    }
}

/// Programs write it as a flag, a number or a text.
fn is_yes(value: &Value) -> bool {
    match value {
        Value::Bool(is) => *is,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !matches!(&*text.trim().to_lowercase(), "" | "0" | "false" | "no"),
        _ => false,
    }
}

/// One date or two. `is_season` becomes true where a month stands for a season.
fn of_parts(parts: &Value, is_about: bool, is_season: &mut bool) -> Option<String> {
    let Value::Array(parts) = parts else { return None };
    let is_flat = !parts.iter().any(Value::is_array);
    // Some programs write one date without the list of dates around it.
    let dates: Vec<&[Value]> = if is_flat {
        vec![parts]
    } else {
        parts.iter().map(|date| date.as_array().map(Vec::as_slice)).collect::<Option<_>>()?
    };
    let mark = if is_about { "~" } else { "" };
    let mut date = |parts: &[Value]| Some(format!("{}{mark}", one_date(parts, is_season)?));
    match *dates {
        [only] => date(only),
        [from, to] if to.iter().all(is_zero) => Some(format!("{}/..", date(from)?)),
        [from, to] => {
            let (from, to) = (date(from)?, date(to)?);
            Some(if from == to { from } else { format!("{from}/{to}") })
        }
        _ => None,
    }
}

/// Whether it is what stands for a part that is not known.
fn is_zero(value: &Value) -> bool {
    is_nothing(value) || number(value) == Some(0)
}

/// Year, month and day, as far as they are there.
fn one_date(parts: &[Value], is_season: &mut bool) -> Option<String> {
    let known: Vec<i64> =
        parts.iter().take_while(|part| !is_zero(part)).map(number).collect::<Option<_>>()?;
    if parts.len() > 3 || parts[known.len()..].iter().any(|part| !is_zero(part)) {
        return None;
    }
    let (year, rest) = known.split_first()?;
    let year = match year {
        0..=9999 => format!("{year:04}"),
        -9999..0 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    };
    match *rest {
        [] => Some(year),
        // Numbers that are no month stand for the four seasons.
        [13..=16 | 21..=24] => {
            *is_season = true;
            Some(year)
        }
        [month @ 1..=12] => Some(format!("{year}-{month:02}")),
        [month @ 1..=12, day @ 1..=31] => Some(format!("{year}-{month:02}-{day:02}")),
        _ => None,
    }
}

/// A whole number, as one or as a text.
fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| {
            number
                .as_f64()
                .filter(|number| number.fract() == 0.0 && number.abs() < 1e9)
                .map(|number| number as i64)
        }),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn in_words(key: &'static str, text: &str, slips: &mut Vec<Slip>) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    let read = certain_date(text);
    if read.is_none() {
        slips.push(Slip::DateUnclear { key, written: excerpt(text), hint: date_hint(text) });
    }
    read
}

fn unclear(key: &'static str, value: &Value) -> Slip {
    Slip::DateUnclear { key, written: excerpt(&value.to_string()), hint: date_hint("") }
}

/// A date as CSL-JSON has it: in parts where it has some for it, else in words of this language.
pub(super) fn write(when: &When, language: Language) -> Value {
    in_parts(when).unwrap_or_else(|| {
        let signs = DateSigns { to: "–", at_least: "", at_most: "" };
        json!({ "literal": full(when, language, signs) })
    })
}

/// A date in parts; none where that would say something else.
fn in_parts(when: &When) -> Option<Value> {
    let dates = match (when.shape(), when.ends()) {
        (DateShape::Within, _) => vec![parts(when)?],
        (DateShape::Interval, Some((Some(from), Some(to)))) => vec![parts(from)?, parts(to)?],
        (DateShape::Interval, Some((Some(from), None))) if !when.has_unknown_end() => {
            vec![parts(from)?, vec![0]]
        }
        _ => return None,
    };
    let mut date = json!({ PARTS: dates });
    if when.is_approximate() || when.is_uncertain() {
        date["circa"] = Value::Bool(true);
    }
    Some(date)
}

/// Year, month and day of a date that is one of these.
fn parts(when: &When) -> Option<Vec<i64>> {
    let first = when.first()?;
    let (year, month, day) = (i64::from(first.year()), i64::from(first.month()), i64::from(first.day()));
    match when.precision() {
        Precision::Year => Some(vec![year]),
        Precision::Month => Some(vec![year, month]),
        Precision::Day => Some(vec![year, month, day]),
        Precision::Quarter | Precision::HalfYear | Precision::Other => None,
    }
}

/// Whether reading what is written of a date gives the same date.
pub(super) fn is_whole(when: &When, written: &Value) -> bool {
    let mut slips = Vec::new();
    read("issued", written, &mut slips).as_deref() == Some(when.text()) && slips.is_empty()
}

/// Whether this is what is written of a date, in whichever language.
pub(super) fn is_written(when: &When, written: &Value) -> bool {
    [Language::De, Language::En].into_iter().any(|language| write(when, language) == *written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(value: &Value) -> (Option<String>, usize) {
        let mut slips = Vec::new();
        let read = read("issued", value, &mut slips);
        (read, slips.len())
    }

    #[test]
    fn dates_are_read_as_programs_write_them() {
        for (value, expected) in [
            (json!({ "date-parts": [[2025, 11, 27]] }), "2025-11-27"),
            (json!({ "date-parts": [["2025", "11", "05"]] }), "2025-11-05"),
            (json!({ "date-parts": [[2025, 11]] }), "2025-11"),
            (json!({ "date-parts": [["2025"]] }), "2025"),
            (json!({ "date-parts": [[2025, 0, 0]] }), "2025"),
            (json!({ "date-parts": [[2025, null]] }), "2025"),
            (json!({ "date-parts": [2025, 11] }), "2025-11"),
            (json!({ "date-parts": [[2025.0, 2.0]] }), "2025-02"),
            (json!({ "date-parts": [[2024, 12], [2025, 1]] }), "2024-12/2025-01"),
            (json!({ "date-parts": [[2024], [0, 0]] }), "2024/.."),
            (json!({ "date-parts": [[2024]], "circa": true }), "2024~"),
            (json!({ "date-parts": [[2024], [2025]], "circa": "1" }), "2024~/2025~"),
            (json!({ "date-parts": [[2024]], "circa": 0, "season": "" }), "2024"),
            (json!({ "date-parts": [[-44]] }), "-0044"),
            (json!({ "raw": "2025-11-27" }), "2025-11-27"),
            (json!({ "literal": "27. November 2025" }), "2025-11-27"),
            (json!("2025-11-27"), "2025-11-27"),
            (json!("2025~"), "2025~"),
            (json!(2025), "2025"),
        ] {
            assert_eq!(date(&value), (Some(expected.to_owned()), 0), "{value}");
        }
        for none in [
            json!(null),
            json!(""),
            json!({}),
            json!({ "date-parts": [[null]] }),
            json!({ "date-parts": [[]], "raw": "" }),
        ] {
            assert_eq!(date(&none), (None, 0), "{none}");
        }
    }

    #[test]
    fn what_is_not_certain_is_left_out_and_said() {
        for unclear in [
            json!({ "date-parts": [[2025, 13, 1]] }),
            json!({ "date-parts": [[2025, 2, 30]] }),
            json!({ "date-parts": [[2025, 11, 27, 8]] }),
            json!({ "date-parts": [[2025, 0, 7]] }),
            json!({ "date-parts": [[2025], [2024]] }),
            json!({ "date-parts": [[2025], [2026], [2027]] }),
            json!({ "date-parts": [["soon"]] }),
            json!({ "date-parts": [[1e300]] }),
            json!({ "literal": "in press" }),
            json!({ "raw": ["x"] }),
            json!({ "literal": "01/02/2025" }),
            json!(true),
        ] {
            assert_eq!(date(&unclear), (None, 1), "{unclear}");
        }
    }

    #[test]
    fn of_a_season_only_the_year_is_taken() {
        for season in [
            json!({ "date-parts": [[2025]], "season": "2" }),
            json!({ "date-parts": [[2025, 5]], "season": "2" }),
            json!({ "date-parts": [[2025, 22]] }),
        ] {
            assert_eq!(date(&season), (Some("2025".to_owned()), 1), "{season}");
        }
    }

    #[test]
    fn dates_are_written_in_parts_where_that_says_the_same() {
        for (text, expected) in [
            ("2025-11-27", json!({ "date-parts": [[2025, 11, 27]] })),
            ("2025-11", json!({ "date-parts": [[2025, 11]] })),
            ("2025", json!({ "date-parts": [[2025]] })),
            ("2025~", json!({ "date-parts": [[2025]], "circa": true })),
            ("2025-03?", json!({ "date-parts": [[2025, 3]], "circa": true })),
            ("2024-12/2025-01", json!({ "date-parts": [[2024, 12], [2025, 1]] })),
            ("2024/..", json!({ "date-parts": [[2024], [0]] })),
            ("[2025-11-27..]", json!({ "literal": "not before 27 Nov 2025" })),
            ("2025-33", json!({ "literal": "first quarter of 2025" })),
        ] {
            let when = When::parse(text).unwrap();
            let written = write(&when, Language::En);
            assert_eq!(written.get("literal").is_some(), expected.get("literal").is_some(), "{written}");
            if expected.get("literal").is_none() {
                assert_eq!(written, expected, "{text}");
            }
            assert!(is_written(&when, &written) && is_written(&when, &write(&when, Language::De)));
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(parts in "[\\[\\],0-9\"null -]{0,24}", circa in any::<bool>()) {
            if let Ok(parts) = serde_json::from_str::<Value>(&parts) {
                let (read, _) = date(&json!({ "date-parts": parts, "circa": circa }));
                prop_assert!(read.is_none_or(|read| When::parse(&read).is_ok()));
            }
        }

        #[test]
        fn a_date_in_parts_is_read_as_it_was(text in "[12][0-9]{3}(-0[1-9](-[012][1-8])?)?~?(/2[0-9]{3}~?)?") {
            if let Ok(when) = When::parse(&text) {
                let written = write(&when, Language::En);
                // Where one end alone is marked, both would be.
                let is_even = text.matches('~').count() != 1 || !text.contains('/');
                prop_assert!(!is_even || is_whole(&when, &written), "{}: {}", text, written);
            }
        }
    }
}
