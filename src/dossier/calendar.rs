//! The calendar on a time axis: into which steps a range of days is divided, from single days to centuries.

use chrono::{Datelike as _, Days, Months, NaiveDate};

/// A step of a time axis. Each begins where the calendar does: weeks on Mondays, decades in years that end in 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Step {
    /// One day.
    Day,
    /// Seven days, from Monday.
    Week,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    HalfYear,
    /// So many calendar years.
    Years(u16),
}

impl Step {
    /// All steps, the finest first.
    pub(crate) const ALL: [Self; 17] = [
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::HalfYear,
        Self::Years(1),
        Self::Years(2),
        Self::Years(5),
        Self::Years(10),
        Self::Years(20),
        Self::Years(50),
        Self::Years(100),
        Self::Years(200),
        Self::Years(500),
        Self::Years(1_000),
        Self::Years(10_000),
        Self::Years(50_000),
    ];

    /// The coarsest step that is not longer than the period from the first day to the last, wherever that begins: of ninety
    /// days a quarter, also of those from the middle of one to the middle of the next.
    pub(crate) fn of_period(first: NaiveDate, last: NaiveDate) -> Self {
        let days = (last - first).num_days() + 1;
        // The shortest month has 28 days, the shortest quarter 90, the shortest half-year 181.
        match days {
            ..7 => Self::Day,
            7..28 => Self::Week,
            28..90 => Self::Month,
            90..181 => Self::Quarter,
            181..365 => Self::HalfYear,
            365.. => {
                let is_in =
                    |step: &&Self| matches!(step, Self::Years(years) if i64::from(*years) * 365 <= days);
                Self::ALL.iter().rev().find(is_in).copied().unwrap_or(Self::Years(1))
            }
        }
    }

    /// The first day of the step that holds a day; none where the calendar does not reach so far back.
    pub(crate) fn start(self, day: NaiveDate) -> Option<NaiveDate> {
        let month = |month| NaiveDate::from_ymd_opt(day.year(), month, 1);
        match self {
            Self::Day => Some(day),
            Self::Week => day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into())),
            Self::Month => month(day.month()),
            Self::Quarter => month(day.month0() / 3 * 3 + 1),
            Self::HalfYear => month(day.month0() / 6 * 6 + 1),
            Self::Years(years) => {
                let years = i32::from(years.max(1));
                NaiveDate::from_ymd_opt(day.year().div_euclid(years) * years, 1, 1)
            }
        }
    }

    /// The first day of the step after the one that begins on this day; none where the calendar ends.
    pub(crate) fn next(self, start: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Day => start.succ_opt(),
            Self::Week => start.checked_add_days(Days::new(7)),
            Self::Month => start.checked_add_months(Months::new(1)),
            Self::Quarter => start.checked_add_months(Months::new(3)),
            Self::HalfYear => start.checked_add_months(Months::new(6)),
            Self::Years(years) => start.checked_add_months(Months::new(12 * u32::from(years.max(1)))),
        }
    }

    /// The steps that hold days of a range, in order, each by its first day and the first day after it.
    pub(crate) fn within(
        self,
        first: NaiveDate,
        last: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
        let mut start = self.start(first);
        std::iter::from_fn(move || {
            let from = start.filter(|from| *from <= last)?;
            let to = self.next(from)?;
            start = Some(to);
            Some((from, to))
        })
    }

    /// About how many steps a range of days takes, without counting them.
    pub(crate) fn count_within(self, first: NaiveDate, last: NaiveDate) -> i64 {
        let days = match self {
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => DAYS_OF_A_YEAR / 12.0,
            Self::Quarter => DAYS_OF_A_YEAR / 4.0,
            Self::HalfYear => DAYS_OF_A_YEAR / 2.0,
            Self::Years(years) => DAYS_OF_A_YEAR * f64::from(years.max(1)),
        };
        ((last - first).num_days() as f64 / days).ceil() as i64
    }
}

/// A round year by its first day. There is no year 0, so that before Christ the round ones are each a year later than those
/// of the calendar's arithmetic: 500 BC is its -499.
pub(crate) fn round_year(start: NaiveDate) -> Option<NaiveDate> {
    if start.year() > 0 { Some(start) } else { NaiveDate::from_ymd_opt(start.year() + 1, 1, 1) }
}

/// Whether a period is short enough to be drawn as one day on an axis: known to the month.
pub(crate) fn is_like_a_day((first, last): (NaiveDate, NaiveDate)) -> bool {
    (last - first).num_days() < 31
}

/// The mean length of a Gregorian year.
const DAYS_OF_A_YEAR: f64 = 365.2425;

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::Step;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn days() -> impl Strategy<Value = NaiveDate> {
        (-9_000_000_i32..3_000_000).prop_filter_map("in the calendar", NaiveDate::from_num_days_from_ce_opt)
    }

    #[test]
    fn steps_begin_where_the_calendar_does() {
        let of = day(2025, 11, 28);
        assert_eq!(Step::Week.start(of), Some(day(2025, 11, 24)));
        assert_eq!(Step::Quarter.start(of), Some(day(2025, 10, 1)));
        assert_eq!(Step::HalfYear.start(of), Some(day(2025, 7, 1)));
        assert_eq!(Step::Years(10).start(of), Some(day(2020, 1, 1)));
        assert_eq!(Step::Years(50).start(day(-30, 5, 1)), Some(day(-50, 1, 1)));
        let halves: Vec<_> = Step::HalfYear.within(day(2022, 9, 1), day(2023, 7, 1)).collect();
        let expected = [(2022, 7, 2023, 1), (2023, 1, 2023, 7), (2023, 7, 2024, 1)];
        assert_eq!(halves, expected.map(|(a, b, c, d)| (day(a, b, 1), day(c, d, 1))));
    }

    #[test]
    fn a_month_is_drawn_as_a_day_and_a_quarter_is_not() {
        assert!(super::is_like_a_day((day(2025, 10, 1), day(2025, 10, 31))));
        assert!(!super::is_like_a_day((day(2025, 10, 1), day(2025, 12, 31))));
    }

    proptest! {
        #[test]
        fn steps_follow_each_other_without_a_gap(
            (first, length, step) in (days(), 0_u64..4_000, proptest::sample::select(&Step::ALL[..]))
        ) {
            let last = first.checked_add_days(chrono::Days::new(length)).unwrap_or(first);
            let steps: Vec<_> = step.within(first, last).collect();
            if let (Some((from, _)), Some((_, to))) = (steps.first(), steps.last()) {
                prop_assert!(*from <= first && last < *to, "{steps:?}");
            }
            prop_assert!(steps.windows(2).all(|pair| pair[0].1 == pair[1].0));
            prop_assert!(steps.iter().all(|(from, to)| from < to));
        }
    }
}
