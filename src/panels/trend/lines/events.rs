//! The row of events: how many there are in each two columns of the time axis.

use chrono::NaiveDate;

use super::axis::{Period, TimeAxis};
use crate::dossier::{DateShape, Event};

/// Events that share a sign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Bin {
    /// The column of its sign.
    pub(super) column: u16,
    /// The events, by their numbers.
    pub(super) events: Vec<usize>,
}

/// The events on a time axis, from left to right, and how many there are on either side of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct EventRow {
    pub(super) bins: Vec<Bin>,
    pub(super) before: usize,
    pub(super) after: usize,
}

/// The time at which an event is marked; none where it is not known when it was, as of one of some decade. An ongoing event
/// counts from its beginning.
pub(super) fn period_of(event: &Event) -> Option<Period> {
    let date = &event.date;
    let start = date.ends().and_then(|(start, _)| start).filter(|_| date.shape() == DateShape::Interval);
    start.unwrap_or(date).period()
}

/// On which side of an axis the middle of a period is.
pub(super) fn side(axis: &TimeAxis, period: Period) -> std::cmp::Ordering {
    let at = axis.middle_of(period);
    if at < 0.0 {
        std::cmp::Ordering::Less
    } else if at > f64::from(axis.columns) {
        std::cmp::Ordering::Greater
    } else {
        std::cmp::Ordering::Equal
    }
}

impl EventRow {
    /// Puts events on an axis. Two columns are counted out from that of the article, so that what came before it and what
    /// came after it are never counted together; what happened on its very day stands in its column.
    pub(super) fn of(axis: &TimeAxis, article: Option<Period>, events: &[Option<Period>]) -> Self {
        let article = article.and_then(|days| Some((axis.column_of(days)?, days)));
        let mut row = Self::default();
        let mut signs: Vec<Vec<usize>> = vec![Vec::new(); usize::from(axis.columns)];
        for (number, period) in events.iter().enumerate() {
            let Some(period) = *period else { continue };
            match (side(axis, period), axis.column_of(period)) {
                (std::cmp::Ordering::Less, _) => row.before += 1,
                (std::cmp::Ordering::Greater, _) => row.after += 1,
                (_, Some(column)) => {
                    let sign = sign_column(column, period, article, axis.columns);
                    signs[usize::from(sign)].push(number);
                }
                _ => {}
            }
        }
        let bins = (0..).zip(signs).filter(|(_, events)| !events.is_empty());
        row.bins = bins.map(|(column, events)| Bin { column, events }).collect();
        row
    }

    /// All events it knows of.
    pub(super) fn on_axis(&self) -> usize {
        self.bins.iter().map(|bin| bin.events.len()).sum()
    }
}

/// The column of the sign of an event in this column: of its two the one farther from the article's, so that a blank is
/// between any two signs. What is left at either end belongs to the two before it.
fn sign_column(column: u16, period: Period, article: Option<(u16, Period)>, columns: u16) -> u16 {
    let Some((rule, days)) = article else { return column / 2 * 2 };
    let beside = |distance: u16, room: u16| {
        let sign = distance.max(1).div_ceil(2) * 2;
        if sign <= room { sign } else { (room / 2 * 2).max(room.min(1)) }
    };
    let middle = middle_day(period);
    if (days.0..=days.1).contains(&middle) {
        rule
    } else if middle < days.0 {
        rule - beside(rule.saturating_sub(column), rule)
    } else {
        rule + beside(column.saturating_sub(rule), (columns - 1).saturating_sub(rule))
    }
}

fn middle_day((first, last): Period) -> NaiveDate {
    let days = (last - first).num_days().unsigned_abs() / 2;
    first.checked_add_days(chrono::Days::new(days)).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;

    use super::{EventRow, TimeAxis};

    fn day(number: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 1, 1).unwrap().checked_add_days(Days::new(number)).unwrap()
    }

    #[test]
    fn events_are_counted_out_from_the_day_of_the_article() {
        let axis = TimeAxis::new((day(0), day(19)), 20);
        let on = |days: &[u64]| {
            let events: Vec<_> = days.iter().map(|number| Some((day(*number), day(*number)))).collect();
            let row = EventRow::of(&axis, Some((day(10), day(10))), &events);
            row.bins.into_iter().map(|bin| (bin.column, bin.events.len())).collect::<Vec<_>>()
        };
        assert_eq!(on(&[8, 9, 10, 11, 12, 13]), [(8, 2), (10, 1), (12, 2), (14, 1)]);
        assert_eq!(on(&[0, 1, 19]), [(0, 2), (18, 1)]);
    }

    proptest! {
        #[test]
        fn every_event_is_counted_once_and_none_on_the_wrong_side(
            (days, article, columns) in (prop::collection::vec(0_u64..400, 0..60), 0_u64..400, 16_u16..120)
        ) {
            let axis = TimeAxis::new((day(100), day(299)), columns);
            let events: Vec<_> = days.iter().map(|number| Some((day(*number), day(*number)))).collect();
            let row = EventRow::of(&axis, Some((day(article), day(article))), &events);
            prop_assert_eq!(row.on_axis() + row.before + row.after, days.len());
            let rule = axis.column_of((day(article), day(article)));
            let Some(rule) = rule.filter(|rule| (1..columns - 1).contains(rule)) else { return Ok(()) };
            for bin in &row.bins {
                for event in &bin.events {
                    prop_assert_eq!(days[*event].cmp(&article), bin.column.cmp(&rule));
                }
            }
        }
    }
}
