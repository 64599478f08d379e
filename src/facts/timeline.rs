//! Events on a time axis: where each stands, how much of the axis it takes, and whether it was then or later. The lanes of the
//! timeline and the axis of documents lay this out.

use chrono::{Days, NaiveDate};
use foldhash::{HashMap, HashMapExt as _};

use super::{Faults, Mark, Moment, in_order_of_time, provenance_mark};
use crate::dossier::{DateShape, Dossier, Event, Id, Lane, LocalText, Ref, When, calendar};

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
    /// Whether it restricts anyone: a rule is tightened, ordered or enforced.
    pub restricts: bool,
}

/// The kinds of events that restrict someone.
const RESTRICTING: [&str; 3] = ["control", "mandate", "enforcement"];

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
    let mut lanes: HashMap<&Id, usize> = HashMap::with_capacity(dossier.lanes.len());
    for (place, lane) in dossier.lanes.iter().enumerate() {
        lanes.entry(&lane.id).or_insert(place);
    }
    let lane_of = |event: &Event| {
        let lane = event.lane.as_ref().and_then(|lane| lanes.get(lane));
        lane.copied().unwrap_or(dossier.lanes.len())
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
            restricts: RESTRICTING.contains(&&*event.kind),
        })
    });
    let mut events: Vec<TimelineEvent> = known.collect();
    events.sort_by_key(|one| {
        let day = one.place.map_or(NaiveDate::MAX, |place| place.day);
        (one.place.is_none(), day, in_order_of_time(&dossier.events[one.event].date), one.event)
    });
    events
}

/// A lane as a time axis draws it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LaneName<'a> {
    /// One of the dossier's.
    Of(&'a Lane),
    /// That of the events without a lane, below others.
    Others,
    /// The only one: it needs no name.
    None,
}

/// What the lanes of these places are called.
pub(crate) fn lane_names<'a>(dossier: &'a Dossier, places: &[usize]) -> impl Iterator<Item = LaneName<'a>> {
    let is_alone = places.len() < 2;
    places.iter().map(move |place| match dossier.lanes.get(*place) {
        Some(lane) => LaneName::Of(lane),
        None if is_alone => LaneName::None,
        None => LaneName::Others,
    })
}

/// What an event is called beside its mark: its short title, else its title. `write` says how either is written.
pub(crate) fn timeline_label(event: &Event, write: impl Fn(&LocalText) -> String) -> String {
    let short = event.short.as_ref().map(&write).filter(|short| !short.is_empty());
    short.unwrap_or_else(|| write(&event.title))
}

/// In which order events are named as far as there is room: main ones first, then what restricts anyone, then the rest; in each
/// of these those that are nearest to the article first, or to the last event where the article's day is not known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct NamingOrder {
    near: Option<NaiveDate>,
}

impl NamingOrder {
    /// The order for these events, which are in the order of time.
    pub(crate) fn of(events: &[TimelineEvent], article: Option<(NaiveDate, NaiveDate)>) -> Self {
        let article = article.filter(|days| calendar::is_like_a_day(*days)).map(|(first, _)| first);
        let last = || events.iter().rev().find_map(|event| event.place.map(|place| place.day));
        Self { near: article.or_else(last) }
    }

    /// What an event is sorted by; the order of time decides between equals.
    pub(crate) fn key(self, event: &TimelineEvent) -> (u8, i64) {
        let distance = event.place.zip(self.near).map(|(place, near)| (place.day - near).num_days().abs());
        let rank = match event {
            event if event.is_main => 0,
            event if event.restricts => 1,
            _ => 2,
        };
        (rank, distance.unwrap_or(i64::MAX))
    }
}

/// What came of placing names in some order.
pub(crate) struct Placement<P> {
    /// The names with their places.
    pub placed: P,
    /// For each of the names, in the order they were tried in, whether it found room.
    pub has_room: Vec<bool>,
    /// Whether no other order is to be tried.
    pub is_last: bool,
}

/// Places as many names as there is room for. What found none is tried first the next time; of all placements that with most
/// names stays, the first of several. None where no round is allowed.
pub(crate) fn place_names<P, T: Clone + PartialEq>(
    names: &[T],
    rounds: usize,
    mut place: impl FnMut(&[T]) -> Placement<P>,
) -> Option<P> {
    let mut order = names.to_vec();
    let mut best: Option<(usize, P)> = None;
    for _ in 0..rounds {
        let Placement { placed, has_room, is_last } = place(&order);
        let count = has_room.iter().filter(|has_room| **has_room).count();
        if best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, placed));
        }
        let of = |wanted: bool| order.iter().zip(&has_room).filter(move |(_, has)| **has == wanted);
        let next: Vec<T> = of(false).chain(of(true)).map(|(name, _)| name.clone()).collect();
        if is_last || count == order.len() || next == order {
            break;
        }
        order = next;
    }
    best.map(|(_, placed)| placed)
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

    use super::{AxisPlace, Mark, Moment, NamingOrder, Placement, TimelineEvent, place_names, range};
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

    #[test]
    fn main_events_are_named_first_then_what_restricts_and_those_near_the_article() {
        let event = |number, date: &str, is_main| TimelineEvent {
            event: number,
            lane: 0,
            place: place(date),
            moment: Moment::Before,
            standing: Mark::Background,
            is_main,
            restricts: number == 5,
        };
        let events = [
            event(5, "2024-01-01", false),
            event(0, "2025-01-01", true),
            event(1, "2025-03-01", false),
            event(2, "2025-03-05", true),
            event(3, "2025-06-01", true),
            event(4, "XXXX", true),
        ];
        let named = |article: Option<(&str, &str)>| {
            let order = NamingOrder::of(&events, article.map(|(first, last)| (day(first), day(last))));
            let mut places: Vec<usize> = (0..events.len()).collect();
            places.sort_by_key(|place| order.key(&events[*place]));
            places.into_iter().map(|place| events[place].event).collect::<Vec<usize>>()
        };
        assert_eq!(named(Some(("2025-03-01", "2025-03-01"))), [2, 0, 3, 4, 5, 1]);
        // Without a day, or where that may be any of many, the last event is where one begins.
        assert_eq!(named(None), [3, 2, 0, 4, 5, 1]);
        assert_eq!(named(Some(("2025-01-01", "2025-12-31"))), [3, 2, 0, 4, 5, 1]);
    }

    #[test]
    fn names_without_room_come_first_the_next_time() {
        // A long name that comes first takes the room of all others.
        let mut tried = Vec::new();
        let placed = place_names(&["longest", "a", "b"], 9, |order| {
            tried.push(order.join(" "));
            let mut room = 7_usize;
            let fits = |name: &&str| {
                let cells = name.len();
                let fits = cells <= room;
                room -= if fits { cells } else { 0 };
                fits
            };
            let has_room: Vec<bool> = order.iter().map(fits).collect();
            let placed: Vec<&str> =
                order.iter().zip(&has_room).filter(|(_, has)| **has).map(|(name, _)| *name).collect();
            Placement { placed, has_room, is_last: false }
        });
        assert_eq!(tried[..2], ["longest a b", "a b longest"]);
        assert_eq!(placed, Some(vec!["a", "b"]));
    }
}
