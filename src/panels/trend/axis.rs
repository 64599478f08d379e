//! Where a day and a value stand on a grid of cells, and which ticks to write beside them.

use chrono::{Datelike, NaiveDate};

/// A time axis of so many cells, from the first day to the last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct TimeAxis {
    first: NaiveDate,
    last: NaiveDate,
    cells: u16,
}

impl TimeAxis {
    /// An axis over these days.
    pub(super) fn new(first: NaiveDate, last: NaiveDate, cells: u16) -> Self {
        Self { first, last: last.max(first), cells: cells.max(1) }
    }

    /// Whole days from the first to the last.
    fn days(&self) -> i64 {
        (self.last - self.first).num_days().max(1)
    }

    /// A day as a share of the axis, from 0 to 1; outside of that for days off the axis.
    pub(super) fn share(&self, day: NaiveDate) -> f64 {
        (day - self.first).num_days() as f64 / self.days() as f64
    }

    /// The cell a day falls into; none for days off the axis.
    pub(super) fn cell(&self, day: NaiveDate) -> Option<u16> {
        if day < self.first || day > self.last {
            return None;
        }
        let cell = (self.share(day) * f64::from(self.cells)).floor() as u16;
        Some(cell.min(self.cells - 1))
    }

    /// The first of each year on the axis, and the years that have room for a label with the cells it may use.
    pub(super) fn years(&self) -> Vec<Year> {
        (self.first.year()..=self.last.year())
            .filter_map(|year| {
                let begins = NaiveDate::from_ymd_opt(year, 1, 1)?;
                let ends = NaiveDate::from_ymd_opt(year, 12, 31)?;
                Some(Year {
                    year,
                    begins: self.cell(begins),
                    from: self.cell(begins.max(self.first))?,
                    to: self.cell(ends.min(self.last))?,
                })
            })
            .collect()
    }
}

/// A year on a time axis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Year {
    /// Which.
    pub year: i32,
    /// The cell of its first day, if that is on the axis.
    pub begins: Option<u16>,
    /// Its first cell.
    pub from: u16,
    /// Its last cell.
    pub to: u16,
}

/// Round values from 0 up to at least `most`, at most `count` steps of 1, 2 or 5 times a power of ten. Returns the
/// step; 1 where there is nothing to measure.
pub(crate) fn step(most: f64, count: u16) -> f64 {
    if most <= 0.0 || !most.is_finite() {
        return 1.0;
    }
    let rough = most / f64::from(count.max(1));
    let power = power_of_ten(rough);
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough)
        .unwrap_or(rough)
}

/// The largest power of ten that is not above a value, which is above 0.
///
/// Read off its digits: that is exact, and a logarithm would be the only thing the program needs the system's library of
/// mathematics for, whose pages are half a megabyte.
fn power_of_ten(value: f64) -> f64 {
    let digits = format!("{value:e}");
    let exponent = digits.split_once('e').map_or("0", |(_, exponent)| exponent);
    format!("1e{exponent}").parse().unwrap_or(1.0)
}

/// The largest 1, 2 or 5 times a power of ten that is not above a value; 1 where there is nothing to measure.
pub(super) fn round_below(value: f64) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return 1.0;
    }
    let power = power_of_ten(value);
    let mut steps = [5.0, 2.0, 1.0].into_iter().map(|factor| factor * power);
    steps.find(|step| *step <= value).unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::{TimeAxis, step};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_half_year_takes_half_the_cells_of_a_year() {
        let axis = TimeAxis::new(day(2022, 7, 1), day(2025, 6, 30), 36);
        assert_eq!(axis.cell(day(2022, 7, 1)), Some(0));
        assert_eq!(axis.cell(day(2023, 1, 1)), Some(6));
        assert_eq!(axis.cell(day(2025, 6, 30)), Some(35));
        assert_eq!(axis.cell(day(2025, 7, 1)), None);
        let years: Vec<_> = axis.years().into_iter().map(|year| (year.year, year.begins)).collect();
        assert_eq!(years, [(2022, None), (2023, Some(6)), (2024, Some(18)), (2025, Some(30))]);
    }

    #[test]
    fn steps_are_round() {
        assert!((step(1002.0, 2) - 1000.0).abs() < f64::EPSILON);
        assert!((step(1002.0, 4) - 500.0).abs() < f64::EPSILON);
        assert!((step(68.0, 5) - 20.0).abs() < f64::EPSILON);
        assert!((step(0.0, 5) - 1.0).abs() < f64::EPSILON);
    }

    proptest! {
        #[test]
        fn no_more_steps_than_asked_for(most in 0.001_f64..1e12, count in 1_u16..20) {
            prop_assert!((most / step(most, count)).ceil() <= f64::from(count) + 1e-6);
        }
    }
}
