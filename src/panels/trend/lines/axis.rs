//! The time axis of a line chart: which days it reaches, and in which column each is.

use chrono::{Days, NaiveDate};

use crate::dossier::calendar::Step;
use crate::dossier::chart::{Chart, Point};

/// First and last day of a period, both in it.
pub(super) type Period = (NaiveDate, NaiveDate);

/// A time axis of so many columns, from the first day to the last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct TimeAxis {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    pub(super) columns: u16,
}

impl TimeAxis {
    /// An axis over these days.
    pub(super) fn new((first, last): Period, columns: u16) -> Self {
        Self { first, last: last.max(first), columns: columns.max(1) }
    }

    /// Where a day begins, in columns from the left.
    pub(super) fn start_of(&self, day: NaiveDate) -> f64 {
        self.position((day - self.first).num_days() as f64)
    }

    /// Where the middle of a period is, in columns from the left.
    pub(super) fn middle_of(&self, (first, last): Period) -> f64 {
        let days = ((last - first).num_days() + 1) as f64;
        self.position((first - self.first).num_days() as f64 + days / 2.0)
    }

    fn position(&self, days: f64) -> f64 {
        let all = ((self.last - self.first).num_days() + 1) as f64;
        days / all * f64::from(self.columns)
    }

    /// The column whose middle is nearest to a position; none off the axis.
    pub(super) fn column(&self, position: f64) -> Option<u16> {
        let is_on = (0.0..=f64::from(self.columns)).contains(&position);
        is_on.then(|| (position as u16).min(self.columns - 1))
    }

    /// The column of the middle of a period.
    pub(super) fn column_of(&self, period: Period) -> Option<u16> {
        self.column(self.middle_of(period))
    }
}

/// The finest step of the calendar that the figures of a chart are given by.
pub(super) fn own_step(chart: &Chart) -> Step {
    let points = chart.lines.iter().flat_map(|line| &line.points);
    let steps = points.map(|Point { period: (first, last), .. }| Step::of_period(*first, *last));
    steps.min().unwrap_or(Step::Day)
}

/// The days an axis shows: those of the figures, and the article's day where that is near enough.
///
/// One period alone has a period on either side. The axis reaches to the end of the period that holds the article's day, but
/// only if it grows to at most double what the figures take: else the figures would be pressed into a corner by a date that
/// says nothing about them, and the article's day is not drawn.
pub(super) fn range(chart: &Chart, article: Option<NaiveDate>) -> Option<Period> {
    let (first, last) = chart.span()?;
    let is_one = chart.lines.iter().flat_map(|line| &line.points).all(|point| point.period == (first, last));
    let (first, last) = if is_one { with_neighbours((first, last)) } else { (first, last) };
    let Some(article) = article else { return Some((first, last)) };
    let step = own_step(chart);
    let start = step.start(article).unwrap_or(article);
    let end = step.next(start).and_then(|next| next.pred_opt()).unwrap_or(article);
    // A day of a coarse step may be far from either of its ends.
    let wide = if article > last {
        (first, end)
    } else if article < first {
        (start, last)
    } else {
        return Some((first, last));
    };
    let days = |(first, last): Period| (last - first).num_days() + 1;
    Some(if days(wide) <= 2 * days((first, last)) { wide } else { (first, last) })
}

fn with_neighbours((first, last): Period) -> Period {
    let days = Days::new((last - first).num_days().unsigned_abs() + 1);
    (first.checked_sub_days(days).unwrap_or(first), last.checked_add_days(days).unwrap_or(last))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::TimeAxis;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_half_year_takes_half_the_columns_of_a_year() {
        let axis = TimeAxis::new((day(2022, 7, 1), day(2025, 6, 30)), 36);
        let column = |day| axis.column(axis.start_of(day));
        assert_eq!(column(day(2022, 7, 1)), Some(0));
        assert_eq!(column(day(2023, 1, 2)), Some(6));
        assert_eq!(column(day(2025, 6, 30)), Some(35));
        assert_eq!(column(day(2026, 7, 1)), None);
        assert_eq!(axis.column_of((day(2022, 7, 1), day(2022, 12, 31))), Some(3));
    }
}
