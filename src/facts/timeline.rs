//! Events on a time axis: where each stands, how much of the axis it takes, and whether it was then or later. The lanes of the
//! timeline and the axis of documents lay this out.

use chrono::{Days, NaiveDate};

use super::{Faults, Mark, Moment, in_order_of_time, provenance_mark};
use crate::dossier::{DateShape, Dossier, Event, Ref, When, calendar};

/// An event as a time axis shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct TimelineEvent {
    /// Its place among the dossier's events.
    pub event: usize,
    /// The place of its lane among the dossier's; past the last of them where it has none.
    pub lane: usize,
    /// Where it stands; none where it is not known when it was.
    pub place: Option<AxisPlace>,
    /// When it was, relative to the article.
    pub moment: Moment,
    /// Where it comes from.
    pub standing: Mark,
    /// Whether it is in the short list.
    pub is_main: bool,
}

/// Where an event stands on a time axis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct AxisPlace {
    /// The day of its mark: the only possible one, the middle of those within which it happened, the first or the last where
    /// only that is known. What went on for a time is marked where it began.
    pub day: NaiveDate,
    /// First and last day of what it takes of the axis, if that is more than a day.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// It may have been earlier, or goes back to no known beginning.
    pub is_open_before: bool,
    /// It may have been later, or goes on.
    pub is_open_after: bool,
}

impl AxisPlace {
    /// The place of a date; none without a bound.
    pub(crate) fn of(date: &When) -> Option<Self> {
        let start = date.ends().and_then(|(start, _)| start).filter(|_| date.shape() == DateShape::Interval);
        let (day, period) = match (date.first(), date.last()) {
            (Some(first), Some(last)) => {
                let marked = start.and_then(|start| start.first().zip(start.last()));
                (middle(marked.unwrap_or((first, last))), (first < last).then_some((first, last)))
            }
            (Some(day), None) | (None, Some(day)) => (day, None),
            (None, None) => return None,
        };
        Some(Self {
            day,
            period,
            is_open_before: date.first().is_none(),
            is_open_after: date.last().is_none(),
        })
    }
}

fn middle((first, last): (NaiveDate, NaiveDate)) -> NaiveDate {
    let half = (last - first).num_days().unsigned_abs() / 2;
    first.checked_add_days(Days::new(half)).unwrap_or(first)
}

/// These events in the order of a time axis: from left to right, and what has no date at the end.
pub(crate) fn timeline<'a>(
    dossier: &Dossier,
    faults: Faults<'_>,
    events: impl IntoIterator<Item = &'a Ref>,
) -> Vec<TimelineEvent> {
    let lane_of = |event: &Event| {
        let lane = dossier.lanes.iter().position(|lane| lane.id == event.lane);
        lane.unwrap_or(dossier.lanes.len())
    };
    let known = events.into_iter().filter_map(|item| {
        let number = dossier.index_of(item)?;
        let event = dossier.events.get(number)?;
        Some(TimelineEvent {
            event: number,
            lane: lane_of(event),
            place: AxisPlace::of(&event.date),
            moment: Moment::of(dossier, &event.date),
            standing: provenance_mark(dossier, faults, item),
            is_main: event.prominent,
        })
    });
    let mut events: Vec<TimelineEvent> = known.collect();
    events.sort_by_key(|one| {
        let day = one.place.map_or(NaiveDate::MAX, |place| place.day);
        (one.place.is_none(), day, in_order_of_time(&dossier.events[one.event].date), one.event)
    });
    events
}

/// The days an axis has to show so that these marks are on it, at least; the article's day among them where it takes no more
/// than half of the axis, else it would press them into a corner. One day alone has a year on either side; none without a day.
pub(crate) fn range(
    days: impl IntoIterator<Item = NaiveDate>,
    article: Option<(NaiveDate, NaiveDate)>,
) -> Option<(NaiveDate, NaiveDate)> {
    let mut days = days.into_iter();
    let first = days.next()?;
    let mut marks = 1_usize;
    let mut range = (first, first);
    for day in days {
        marks += 1;
        range = (range.0.min(day), range.1.max(day));
    }
    let length = |(first, last): (NaiveDate, NaiveDate)| (last - first).num_days() + 1;
    let widened = |(first, last): (NaiveDate, NaiveDate), by: u64| {
        let (before, after) = (first.checked_sub_days(Days::new(by)), last.checked_add_days(Days::new(by)));
        (before.unwrap_or(first), after.unwrap_or(last))
    };
    if marks == 1 {
        range = widened(range, YEAR);
    } else if length(range) < LEAST_DAYS {
        range = widened(range, (LEAST_DAYS - length(range)).unsigned_abs() / 2);
    }
    let Some(article) = article.filter(|days| calendar::is_like_a_day(*days)) else { return Some(range) };
    let wide = (range.0.min(article.0), range.1.max(article.1));
    Some(if length(wide) <= 2 * length(range) { wide } else { range })
}

/// The days of a year, as much as one event alone has on either side.
const YEAR: u64 = 365;
/// The least days of an axis.
const LEAST_DAYS: i64 = 10;

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{AxisPlace, range};
    use crate::dossier::When;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn place(text: &str) -> Option<AxisPlace> {
        AxisPlace::of(&When::parse(text).unwrap())
    }

    #[test]
    fn a_mark_stands_in_the_middle_of_what_is_known() {
        let at = |text: &str| place(text).map(|place| (place.day, place.period.is_some()));
        assert_eq!(at("2025-04-09"), Some((day("2025-04-09"), false)));
        assert_eq!(at("2025-04"), Some((day("2025-04-15"), true)));
        assert_eq!(at("2025-09~"), Some((day("2025-09-15"), true)));
        assert_eq!(at("2025-40"), Some((day("2025-04-01"), true)));
        assert_eq!(at("202X"), Some((day("2024-12-31"), true)));
        assert_eq!(at("-0499"), Some((day("-0499-07-02"), true)));
        // What goes on for a time is marked where it began.
        assert_eq!(at("2025-03-03/2025-06-30"), Some((day("2025-03-03"), true)));
        assert_eq!(at("2025-11/2026-01"), Some((day("2025-11-15"), true)));
        assert_eq!(at("XXXX"), None);
    }

    #[test]
    fn open_ends_are_open_on_their_side() {
        let open = |text: &str| {
            let place = place(text).unwrap();
            (place.day, place.is_open_before, place.is_open_after)
        };
        assert_eq!(open("[2025-11-27..]"), (day("2025-11-27"), false, true));
        assert_eq!(open("[..2025-11-27]"), (day("2025-11-27"), true, false));
        assert_eq!(open("2025-03-01/.."), (day("2025-03-01"), false, true));
        assert_eq!(open("2025-11-27"), (day("2025-11-27"), false, false));
    }

    #[test]
    fn a_range_holds_all_marks_and_the_article_where_it_is_near() {
        let of = |days: &[&str], article: Option<&str>| {
            range(days.iter().map(|text| day(text)), article.map(|text| (day(text), day(text))))
        };
        let pair = |first: &str, last: &str| Some((day(first), day(last)));
        assert_eq!(of(&[], Some("2025-01-01")), None);
        assert_eq!(of(&["2025-06-01"], None), pair("2024-06-01", "2026-06-01"));
        assert_eq!(of(&["2025-06-01", "2025-06-01"], None), pair("2025-05-28", "2025-06-05"));
        assert_eq!(of(&["2025-01-01", "2025-06-01"], Some("2025-08-01")), pair("2025-01-01", "2025-08-01"));
        assert_eq!(of(&["2025-01-01", "2025-02-01"], Some("2025-08-01")), pair("2025-01-01", "2025-02-01"));
    }
}
