//! The position of a day on a grid of cells, and the years to write beside it.

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

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::TimeAxis;

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
}
