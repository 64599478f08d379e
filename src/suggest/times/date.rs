//! A date as the words of an article give it: often without its year, and sometimes coarser than any calendar.

use chrono::{Datelike as _, NaiveDate};

/// A date of the common era, possibly without its year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Date {
    pub(super) year: Option<i32>,
    pub(super) part: Part,
}

/// Which part of its year a date is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// All of it.
    Year,
    /// The ten years it is the first of.
    Decade,
    /// The hundred years it is the first of.
    Century,
    /// A quarter or half, by its number in EDTF: 33 to 36, 40 and 41.
    Share(u32),
    /// A month.
    Month(u32),
    /// A day of a month.
    Day(u32, u32),
    /// A day of a month that stands elsewhere: the 24th of "24. bis 26. November".
    LoneDay(u32),
}

impl Date {
    pub(super) fn of_year(year: i32) -> Self {
        Self { year: Some(year), part: Part::Year }
    }

    pub(super) fn on(day: NaiveDate) -> Self {
        Self { year: Some(day.year()), part: Part::Day(day.month(), day.day()) }
    }

    pub(super) fn of_month(day: NaiveDate) -> Self {
        Self { year: Some(day.year()), part: Part::Month(day.month()) }
    }

    /// The same in this year, unless it has its own.
    pub(super) fn or_year(self, year: Option<i32>) -> Self {
        Self { year: self.year.or(year), ..self }
    }

    /// The same with the month that another date gives, if it has none itself.
    pub(super) fn or_month_of(self, other: Self) -> Self {
        match (self.part, other.part) {
            (Part::LoneDay(day), Part::Day(month, _)) => Self { part: Part::Day(month, day), ..self },
            _ => self,
        }
    }

    /// In EDTF; none without a year.
    pub(super) fn edtf(self) -> Option<String> {
        let year = self.year.filter(|year| (0..=9999).contains(year))?;
        Some(match self.part {
            Part::Year => format!("{year:04}"),
            Part::Decade => format!("{:03}X", year / 10),
            Part::Century => format!("{:02}XX", year / 100),
            Part::Share(part) => format!("{year:04}-{part}"),
            Part::Month(month) => format!("{year:04}-{month:02}"),
            Part::Day(month, day) => {
                NaiveDate::from_ymd_opt(year, month, day)?;
                format!("{year:04}-{month:02}-{day:02}")
            }
            Part::LoneDay(_) => return None,
        })
    }

    /// The month and the day at which it begins within its year; the first of January where that is not known.
    pub(super) fn begins(self) -> (u32, u32) {
        match self.part {
            Part::Month(month) => (month, 1),
            Part::Day(month, day) => (month, day),
            Part::Share(part @ 33..=36) => ((part - 33) * 3 + 1, 1),
            Part::Share(41) => (7, 1),
            _ => (1, 1),
        }
    }

    /// The same for its last month; the day is that of a day, or else beyond all days.
    pub(super) fn ends(self) -> (u32, u32) {
        match self.part {
            Part::Month(month) => (month, 31),
            Part::Day(month, day) => (month, day),
            Part::Share(part @ 33..=36) => ((part - 33) * 3 + 3, 31),
            Part::Share(40) => (6, 31),
            _ => (12, 31),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_edtf_has_it() {
        let date = |year, part| Date { year: Some(year), part }.edtf();
        assert_eq!(date(1990, Part::Decade).as_deref(), Some("199X"));
        assert_eq!(date(1800, Part::Century).as_deref(), Some("18XX"));
        assert_eq!(date(2025, Part::Share(40)).as_deref(), Some("2025-40"));
        assert_eq!(date(2025, Part::Day(2, 29)), None, "there is no such day");
        assert_eq!(date(2025, Part::LoneDay(3)), None);
        assert_eq!(Date { year: None, part: Part::Month(3) }.edtf(), None);
    }

    #[test]
    fn a_day_takes_the_month_of_another() {
        let day = Date { year: None, part: Part::LoneDay(24) };
        let whole = day.or_month_of(Date { year: None, part: Part::Day(11, 26) }).or_year(Some(2025));
        assert_eq!(whole.edtf().as_deref(), Some("2025-11-24"));
    }
}
