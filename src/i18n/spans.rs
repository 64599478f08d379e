//! From one date to another, for a column: as short as both allow, and never finer than they are.

use chrono::Datelike as _;

use super::dates::{self, DateSigns};
use super::language::Language;
use crate::dossier::{DateShape, Precision, When};

/// From a date to a later one: `H1–H2 24`, `2022–24`, `Mar ’23–’25`, `2021–Q2 25`; one date alone where both are the same.
pub(crate) fn span(first: &When, last: &When, language: Language, signs: DateSigns) -> String {
    if first == last {
        return one(first, language, signs);
    }
    let (Some(from), Some(to)) = (End::of(first, language), End::of(last, language)) else {
        return years(first, last, language, signs);
    };
    let dash = signs.to;
    let is_one_century = is_one_century(from.year, to.year);
    let short = |year: i32| {
        if is_one_century { dates::short_year(year, language) } else { dates::year(year, language) }
    };
    match (&*from.text, &*to.text) {
        ("", "") => format!("{}{dash}{}", from.marked_year(language), to.marked(&short(to.year))),
        ("", within) => {
            format!("{}{dash}{} {}", from.marked_year(language), to.marked(within), short(to.year))
        }
        (within, "") => {
            format!("{} {}{dash}{}", from.marked(within), short(from.year), to.marked_year(language))
        }
        (one, other) if from.year == to.year => {
            format!("{}{dash}{} {}", from.marked(one), to.marked(other), short(to.year))
        }
        (one, other) if one == other && is_one_century => {
            let mark = if dash.is_ascii() { '\'' } else { '’' };
            let [first, last] = [from.year, to.year].map(|year| format!("{mark}{}", short(year)));
            format!("{} {first}{dash}{}", from.marked(one), to.marked(&last))
        }
        (one, other) => {
            let (one, other) = (from.marked(one), to.marked(other));
            format!("{one} {}{dash}{other} {}", short(from.year), short(to.year))
        }
    }
}

/// The same by its years alone: `2022–25`, `2025`.
pub(crate) fn years(first: &When, last: &When, language: Language, signs: DateSigns) -> String {
    match (first.first().map(|day| day.year()), last.last().map(|day| day.year())) {
        (Some(from), Some(to)) if from == to => dates::year(from, language),
        (Some(from), Some(to)) if is_one_century(from, to) => {
            format!("{from}{}{}", signs.to, dates::short_year(to, language))
        }
        (Some(from), Some(to)) => {
            format!("{}{}{}", dates::year(from, language), signs.to, dates::year(to, language))
        }
        _ => dates::compact(first, language, signs),
    }
}

/// Whether the last two digits tell one year from the other.
fn is_one_century(one: i32, other: i32) -> bool {
    one.div_euclid(100) == other.div_euclid(100) && dates::has_short_form(one)
}

/// One date in the same form: `H1 25`, `Apr 25`, `2024`.
fn one(when: &When, language: Language, signs: DateSigns) -> String {
    match End::of(when, language) {
        Some(end) if end.text.is_empty() => end.marked_year(language),
        Some(end) => format!("{} {}", end.marked(&end.text), dates::short_year(end.year, language)),
        None => dates::compact(when, language, signs),
    }
}

/// A date in parts: its part of a year, and the year.
struct End<'a> {
    when: &'a When,
    /// Empty where it is a whole year.
    text: String,
    year: i32,
}

impl<'a> End<'a> {
    /// The parts of a date; none of one that is not a day, a month, a quarter, a half-year or a year.
    fn of(when: &'a When, language: Language) -> Option<Self> {
        let first = when.first().filter(|_| when.shape() == DateShape::Within)?;
        let strings = language.strings();
        let month = strings.short_months[first.month0() as usize];
        let text = match when.precision() {
            Precision::Day => match language {
                Language::De => format!("{}.{}.", first.day(), first.month()),
                Language::En => format!("{} {month}", first.day()),
            },
            Precision::Month => month.to_owned(),
            Precision::Quarter => format!("{}{}", strings.quarter, first.month0() / 3 + 1),
            Precision::HalfYear => format!("{}{}", strings.half, first.month0() / 6 + 1),
            Precision::Year => String::new(),
            Precision::Other => return None,
        };
        Some(Self { when, text, year: first.year() })
    }

    /// A part with the marks of its date: `~` about, `?` unsure, as in EDTF.
    fn marked(&self, text: &str) -> String {
        dates::marked(self.when, text)
    }

    fn marked_year(&self, language: Language) -> String {
        self.marked(&dates::year(self.year, language))
    }
}

#[cfg(test)]
mod tests {
    use super::{span, years};
    use crate::dossier::When;
    use crate::i18n::language::Language;
    use crate::look::glyphs::Glyphs;

    fn between(first: &str, last: &str) -> String {
        let [first, last] = [first, last].map(|text| When::parse(text).unwrap());
        span(&first, &last, Language::En, Glyphs::Unicode.in_dates())
    }

    #[test]
    fn a_span_says_a_year_once_where_that_is_clear() {
        assert_eq!(between("2024-40", "2024-41"), "H1–H2 24");
        assert_eq!(between("2022-41", "2025-40"), "H2 22–H1 25");
        assert_eq!(between("2022", "2024"), "2022–24");
        assert_eq!(between("1998", "2004"), "1998–2004");
        assert_eq!(between("2025-01", "2025-04"), "Jan–Apr 25");
        assert_eq!(between("2023-03", "2025-03"), "Mar ’23–’25");
        assert_eq!(between("2024-34", "2025-35"), "Q2 24–Q3 25");
        assert_eq!(between("2021", "2025-34"), "2021–Q2 25");
        assert_eq!(between("2025-40", "2025-40"), "H1 25");
        assert_eq!(between("2025-03-03", "2025-03-07"), "3 Mar–7 Mar 25");
        assert_eq!(between("1998-01", "2025-04"), "Jan 1998–Apr 2025");
    }

    #[test]
    fn years_that_two_digits_do_not_tell_are_whole() {
        assert_eq!(between("-0499", "-0449"), "500 BC–450 BC");
        assert_eq!(between("-0499", "0050"), "500 BC–50");
        assert_eq!(between("0105", "0109"), "105–109");
        assert_eq!(between("-0043-40", "-0043-41"), "H1–H2 44 BC");
        assert_eq!(between("-0043-40", "-0043-40"), "H1 44 BC");
        let [first, last] = ["-0499", "-0449"].map(|text| When::parse(text).unwrap());
        assert_eq!(years(&first, &last, Language::De, Glyphs::Unicode.in_dates()), "500 v. Chr.–450 v. Chr.");
    }

    #[test]
    fn a_date_that_is_unsure_says_so() {
        assert_eq!(between("2021~", "2025"), "~2021–25");
        assert_eq!(between("2024-40?", "2024-41~"), "H1?–~H2 24");
    }

    #[test]
    fn years_are_all_that_is_left_in_little_room() {
        let of = |first, last| {
            let [first, last] = [first, last].map(|text| When::parse(text).unwrap());
            years(&first, &last, Language::De, Glyphs::Unicode.in_dates())
        };
        assert_eq!(of("2022-41", "2025-40"), "2022–25");
        assert_eq!(of("2025-01", "2025-04"), "2025");
        assert_eq!(of("1850", "2030"), "1850–2030");
    }
}
