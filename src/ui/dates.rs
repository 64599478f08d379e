//! Dates as each language writes them, never more precise than they are.

use chrono::{Datelike, NaiveDate};

use super::language::Language;
use crate::dossier::{Precision, Shape, When};

/// The date in full: `27.11.2025`, `27 Nov 2025`, `2. Halbjahr 2024`, `nicht vor 27.11.2025`.
pub fn full(when: &When, language: Language) -> String {
    let strings = language.strings();
    match when.shape() {
        Shape::NotBefore => match when.first() {
            Some(first) => format!("{} {}", strings.not_before, day(first, language)),
            None => when.text().to_owned(),
        },
        Shape::NotAfter => match when.last() {
            Some(last) => format!("{} {}", strings.not_after, day(last, language)),
            None => when.text().to_owned(),
        },
        Shape::Interval => match (when.first(), when.last()) {
            (Some(first), Some(last)) => format!("{}–{}", day(first, language), day(last, language)),
            (Some(first), None) => format!("{} {}", strings.since, day(first, language)),
            (None, Some(last)) => format!("{} {}", strings.until, day(last, language)),
            (None, None) => when.text().to_owned(),
        },
        Shape::Within => {
            let Some(first) = when.first() else { return when.text().to_owned() };
            hedged(when, &within(first, when, language), language)
        }
    }
}

fn within(first: NaiveDate, when: &When, language: Language) -> String {
    let strings = language.strings();
    let year = first.year();
    match when.precision() {
        Precision::Day => day(first, language),
        Precision::Month => format!("{} {year}", strings.months[first.month0() as usize]),
        Precision::Quarter => format!("{}{} {year}", strings.quarter, first.month0() / 3 + 1),
        Precision::HalfYear => format!("{} {year}", strings.half_years[usize::from(first.month() > 6)]),
        Precision::Year => year.to_string(),
        Precision::Other => when.text().to_owned(),
    }
}

/// The date without its year, for a list that has the year beside it; at most [`SHORT_CELLS`] cells.
pub fn short(when: &When, language: Language) -> String {
    let strings = language.strings();
    let Some(first) = when.first() else { return String::from("?") };
    let month = strings.short_months[first.month0() as usize];
    let text = match when.precision() {
        Precision::Day => match language {
            Language::De => format!("{:02}.{:02}.", first.day(), first.month()),
            Language::En => format!("{:02} {month}", first.day()),
        },
        Precision::Month => month.to_owned(),
        Precision::Quarter => format!("{}{}", strings.quarter, first.month0() / 3 + 1),
        Precision::HalfYear => format!("{}{}", strings.half, u32::from(first.month() > 6) + 1),
        Precision::Year => String::from("–"),
        Precision::Other => String::from("?"),
    };
    let mut text = text;
    if when.is_approximate() {
        text.insert(0, '~');
    }
    if when.is_uncertain() {
        text.push('?');
    }
    text
}

/// The most cells [`short`] takes.
pub const SHORT_CELLS: u16 = 8;

fn hedged(when: &When, text: &str, language: Language) -> String {
    let mut text =
        if when.is_approximate() { format!("{} {text}", language.strings().about) } else { text.to_owned() };
    if when.is_uncertain() {
        text.push_str(" (?)");
    }
    text
}

/// A day: `27.11.2025`, `27 Nov 2025`.
pub fn day(day: NaiveDate, language: Language) -> String {
    match language {
        Language::De => format!("{}.{}.{}", day.day(), day.month(), day.year()),
        Language::En => {
            format!("{} {} {}", day.day(), language.strings().short_months[day.month0() as usize], day.year())
        }
    }
}
