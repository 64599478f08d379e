//! The time axis of lanes and slides: which days it shows at which zoom, in which column each day is, and what stands at its ticks.

use chrono::{Datelike as _, NaiveDate};

use crate::dossier::calendar::{self, Step};
use crate::facts::{TimelineEvent, timeline_range};
use crate::i18n::dates;
use crate::i18n::language::Language;
use crate::i18n::ticks::{self, TickForm};
use crate::text::width;
use crate::widgets::to_cells;

/// A day as its number, so that a range may reach beyond the calendar.
pub(crate) type Day = i64;

/// The number of a day.
pub(crate) fn number(day: NaiveDate) -> Day {
    day.num_days_from_ce().into()
}

/// The day of a number; the calendar's first or last beyond it.
pub(crate) fn day(number: Day) -> NaiveDate {
    let known = i32::try_from(number).ok().and_then(NaiveDate::from_num_days_from_ce_opt);
    known.unwrap_or(if number < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

/// Some days, one after the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Range {
    /// The first of them.
    pub(crate) first: Day,
    /// How many, at least one.
    pub(crate) days: i64,
}

impl Range {
    fn of((first, last): (NaiveDate, NaiveDate)) -> Self {
        Self { first: number(first), days: number(last) - number(first) + 1 }
    }

    /// So many days, with this one in the middle.
    fn around(day: Day, days: i64) -> Self {
        Self { first: day - days / 2, days }
    }

    /// The last day.
    pub(crate) fn last(self) -> Day {
        self.first + self.days - 1
    }

    /// Whether a day is among them.
    pub(crate) fn contains(self, day: Day) -> bool {
        (self.first..=self.last()).contains(&day)
    }
}

/// The zoom that shows everything.
pub(crate) const ALL: u8 = 1;
/// The zoom on the two calendar years around the article's day.
pub(crate) const TWO_YEARS: u8 = 2;
/// The closest zoom.
pub(crate) const CLOSEST: u8 = 6;
/// The days of the zooms from the third on: a year, a quarter, a month, ten days.
const LENGTHS: [i64; 4] = [365, 92, 31, 10];
/// What is left free after the last event, in days, where the range ends with it.
const AFTER_LAST: i64 = 14;

/// What the zooms of some events depend on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Reach {
    /// All marks, and the article's day where it is near.
    all: Range,
    /// The two years around the article's day, or around the last event where that is not known.
    two_years: Range,
    /// The days on which the article can have been published, where they are few enough for a rule.
    pub(crate) article: Option<(Day, Day)>,
    /// The median of the days between a main event and the next.
    main_gap: Option<i64>,
}

impl Reach {
    /// The reach of some events; none where none has a date.
    pub(crate) fn of(events: &[TimelineEvent], article: Option<(NaiveDate, NaiveDate)>) -> Option<Self> {
        let days = || events.iter().filter_map(|event| event.place.map(|place| place.day));
        let all = Range::of(timeline_range(days(), article)?);
        // A little more at both ends, so that no mark stands at the very edge.
        let more = all.days / 50;
        let all = Range { first: all.first - more, days: all.days + 2 * more };
        let last = number(days().next_back()?);
        let near = article.map_or(last, |(first, _)| number(first));
        let two_years = two_years(day(near), last.max(article.map_or(last, |(_, last)| number(last))));
        let article = article.filter(|days| calendar::is_like_a_day(*days));
        let article = article.map(|(first, last)| (number(first), number(last)));
        let main = events.iter().filter(|event| event.is_main).filter_map(|event| event.place);
        let main: Vec<Day> = main.map(|place| number(place.day)).collect();
        let mut gaps: Vec<i64> = main.windows(2).map(|pair| pair[1] - pair[0]).collect();
        gaps.sort_unstable();
        let main_gap = gaps.get(gaps.len() / 2).copied();
        Some(Self { all, two_years: two_years.unwrap_or(all), article, main_gap })
    }

    /// How many days a zoom shows.
    fn days(&self, zoom: u8) -> i64 {
        match zoom {
            ALL => self.all.days,
            TWO_YEARS => self.two_years.days,
            _ => LENGTHS[usize::from(zoom - 3).min(LENGTHS.len() - 1)],
        }
    }

    /// The zoom that shows the same as this, as far as its days go, and is closest: where everything is on ten days, the last.
    pub(crate) fn named(&self, zoom: u8) -> u8 {
        let days = self.days(zoom);
        (zoom..=CLOSEST).rev().find(|other| *other == zoom || self.days(*other) >= days).unwrap_or(zoom)
    }

    /// The next zoom that shows fewer days.
    pub(crate) fn closer(&self, zoom: u8) -> Option<u8> {
        (zoom + 1..=CLOSEST).find(|other| self.days(*other) < self.days(zoom))
    }

    /// The next zoom that shows more days.
    pub(crate) fn farther(&self, zoom: u8) -> Option<u8> {
        // Where everything is less than two years, it is what comes after two years too.
        let wider = |other: &u8| self.days(*other) > self.days(zoom) && self.days(*other) <= self.all.days;
        (ALL..zoom).rev().find(wider).or((zoom > ALL && self.days(ALL) > self.days(zoom)).then_some(ALL))
    }

    /// The zoom in which lanes of this size open: everything; less where there is room for it, or where main events would stand
    /// in the same columns of the axis.
    pub(crate) fn usual(&self, rows: u16, columns: u16) -> u8 {
        let is_dense = self.main_gap.is_some_and(|gap| gap * i64::from(columns) < self.all.days);
        let is_less = self.two_years.days < self.all.days;
        if is_less && (rows >= HIGH || is_dense) { TWO_YEARS } else { ALL }
    }

    /// What a zoom shows before anything has moved.
    pub(crate) fn usual_range(&self, zoom: u8, near: Day) -> Range {
        match zoom {
            ALL => self.all,
            TWO_YEARS => self.two_years,
            _ => Range::around(near, self.days(zoom)),
        }
    }

    /// What a zoom shows with a day in the middle.
    pub(crate) fn around(&self, zoom: u8, day: Day) -> Range {
        if zoom == ALL { self.all } else { Range::around(day, self.days(zoom)) }
    }

    /// What a zoom shows with a day in a column of so many.
    pub(crate) fn with_column(&self, zoom: u8, day: Day, column: u16, columns: u16) -> Range {
        if zoom == ALL {
            return self.all;
        }
        let days = self.days(zoom);
        // The first day of the column, or of what there is of a day that takes several.
        let before = (i64::from(column) * days + i64::from(columns) - 1) / i64::from(columns.max(1));
        Range { first: day - before.min(days - 1), days }
    }
}

/// From so many rows on lanes open on two years.
const HIGH: u16 = 14;

/// The two calendar years around a day, up to the last event in them; none beyond the calendar.
fn two_years(near: NaiveDate, last: Day) -> Option<Range> {
    let year = if near.month() >= 7 { near.year() } else { near.year().checked_sub(1)? };
    let first = number(NaiveDate::from_ymd_opt(year, 1, 1)?);
    let end = number(NaiveDate::from_ymd_opt(year.checked_add(1)?, 12, 31)?);
    let until = (last + AFTER_LAST).max(number(near)).min(end);
    Some(Range { first, days: until - first + 1 })
}

/// A time axis of so many columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Axis {
    pub(crate) range: Range,
    pub(crate) columns: u16,
    /// The article's day on it.
    pub(crate) rule: Option<Rule>,
}

/// The article's day on an axis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Rule {
    /// Its column.
    pub(crate) column: u16,
    /// The first and the last day that it may be.
    days: (Day, Day),
}

impl Axis {
    /// An axis of a range, with the article's day if that is on it. The range is widened a little where a day would otherwise
    /// have no column on its own side of the article's.
    pub(crate) fn new(range: Range, columns: u16, article: Option<(Day, Day)>) -> Self {
        let mut axis = Self { range, columns: columns.max(1), rule: None };
        let Some(days) = article.filter(|days| range.contains(i64::midpoint(days.0, days.1))) else {
            return axis;
        };
        let (middle, last) = (i64::midpoint(days.0, days.1), i64::from(axis.columns) - 1);
        let is_at = |axis: &Self, column: i64| axis.column(middle).map(i64::from) == Some(column);
        if last > 1 && range.first < days.0 && is_at(&axis, 0) {
            // So many days more that this one begins in the second column.
            let more = (range.days - (middle - range.first) * (last + 1)).max(0).unsigned_abs();
            let more = i64::try_from(more.div_ceil(last.unsigned_abs())).unwrap_or(0);
            axis.range = Range { first: range.first - more, days: range.days + more };
        }
        if last > 1 && days.1 < range.last() && is_at(&axis, last) {
            // So many that it begins in the last but one.
            axis.range.days = (middle - axis.range.first) * (last + 1) / last + 1;
        }
        axis.rule = axis.column(middle).map(|column| Rule { column, days });
        axis
    }

    /// The column that a day begins in; none off the axis.
    pub(crate) fn column(&self, day: Day) -> Option<u16> {
        let columns = i64::from(self.columns);
        let column = (day - self.range.first) * columns / self.range.days;
        self.range.contains(day).then_some(column as u16)
    }

    /// The column of a mark. What did not happen on the article's day stands on its own side of the rule.
    pub(crate) fn mark_column(&self, day: Day) -> Option<u16> {
        let column = self.column(day)?;
        let Some(rule) = self.rule.filter(|rule| rule.column == column) else { return Some(column) };
        Some(match rule.side(day) {
            std::cmp::Ordering::Less => column.saturating_sub(1),
            std::cmp::Ordering::Equal => column,
            std::cmp::Ordering::Greater => (column + 1).min(self.columns - 1),
        })
    }

    /// The column of a mark where two columns are one, counted from the edges to the article's day, so that none counts what
    /// came before the article together with what came after it. A blank is between any two marks; between that of the
    /// article's day and those beside it only where they are to be apart, which may join a third column to two.
    pub(crate) fn bin_column(&self, day: Day, are_apart: bool) -> Option<u16> {
        let column = self.mark_column(day)?;
        let Some(rule) = self.rule else { return Some(column / 2 * 2) };
        let beside = |distance: u16, room: u16| {
            let at = if room.is_multiple_of(2) { distance.div_ceil(2) * 2 } else { distance / 2 * 2 + 1 };
            if are_apart && room > 1 { at.max(2 + room % 2) } else { at }
        };
        Some(match column.cmp(&rule.column) {
            std::cmp::Ordering::Equal => column,
            std::cmp::Ordering::Less => rule.column - beside(rule.column - column, rule.column),
            std::cmp::Ordering::Greater => {
                rule.column + beside(column - rule.column, (self.columns - 1).saturating_sub(rule.column))
            }
        })
    }

    /// The columns that a period takes, as far as it is on the axis.
    pub(crate) fn columns_of(&self, (first, last): (Day, Day)) -> Option<std::ops::RangeInclusive<u16>> {
        let first = self.column(first.max(self.range.first))?;
        let day = last.min(self.range.last());
        let (columns, days) = (i64::from(self.columns), self.range.days);
        let last = match self.column(day)? {
            // A day that takes several columns is taken to its end.
            _ if days < columns => (((day - self.range.first + 1) * columns - 1) / days) as u16,
            last => last,
        };
        Some(first..=last)
    }
}

impl Rule {
    /// On which side of the article's day a day is.
    fn side(&self, day: Day) -> std::cmp::Ordering {
        if day < self.days.0 {
            std::cmp::Ordering::Less
        } else if day > self.days.1 {
            std::cmp::Ordering::Greater
        } else {
            std::cmp::Ordering::Equal
        }
    }
}

/// What an axis says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Ticks {
    /// The columns of its ticks.
    pub(crate) at: Vec<u16>,
    /// The labels, each at the tick it begins at.
    pub(crate) labels: Vec<(u16, String)>,
}

impl Ticks {
    /// The ticks of the finest step of the calendar whose labels all have room, with at least two of them where there are such;
    /// `beyond` is how far a label may reach past the axis.
    pub(crate) fn of(axis: &Axis, beyond: u16, language: Language) -> Self {
        Self::up_to(i64::from(axis.columns) / 3 + 1, axis, beyond, language)
    }

    /// The same with at most so many ticks, as far as there is a step of the calendar that has no more.
    pub(crate) fn up_to(most: i64, axis: &Axis, beyond: u16, language: Language) -> Self {
        let (first, last) = (day(axis.range.first), day(axis.range.last()));
        // A year has one name, and a part of one has none by which it were known without it.
        let steps = Step::ALL.into_iter().filter(|step| *step != Step::HalfYear);
        let steps = steps.filter(|step| step.count_within(first, last) <= most);
        let mut found = steps.clone().filter_map(|step| Self::with(step, axis, (beyond, false), language));
        let Some(finest) = found.next() else {
            // Long names of years on a narrow axis: rather some of them than none.
            let mut some = steps.filter_map(|step| Self::with(step, axis, (beyond, true), language));
            return some.rfind(|ticks| !ticks.labels.is_empty()).unwrap_or_default();
        };
        if finest.labels.len() > 1 { finest } else { found.next().unwrap_or(finest) }
    }

    /// The ticks of a step, if all labels have room, or if those without may be left out.
    fn with(step: Step, axis: &Axis, (beyond, may_skip): (u16, bool), language: Language) -> Option<Self> {
        let starts = step.within(day(axis.range.first), day(axis.range.last())).map(|(start, _)| start);
        let starts: Vec<NaiveDate> = match step {
            Step::Years(2..) => starts.filter_map(calendar::round_year).collect(),
            _ => starts.collect(),
        };
        let ticks: Vec<(u16, NaiveDate)> =
            starts.into_iter().filter_map(|start| Some((axis.column(number(start))?, start))).collect();
        let end = axis.columns + beyond;
        let mut labels: Vec<(u16, String)> = Vec::new();
        let mut free = 0;
        for (place, (column, start)) in ticks.iter().enumerate() {
            let next = ticks.get(place + 1).filter(|_| !may_skip);
            let next = next.map_or(end, |(next, _)| next.saturating_sub(1));
            let room = next.saturating_sub(*column);
            let fits = |text: &String| to_cells(width::cells(text)) <= room;
            match forms(step, *start, place == 0, language).into_iter().find(fits) {
                Some(_) if *column < free => {}
                Some(text) => {
                    free = column + to_cells(width::cells(&text)) + 1;
                    labels.push((*column, text));
                }
                None if may_skip => {}
                // The last may have its tick at the very end.
                None if place > 0 && place + 1 == ticks.len() => {}
                None => return None,
            }
        }
        let at: Vec<u16> = ticks.into_iter().map(|(column, _)| column).collect();
        let is_apart = at.windows(2).all(|pair| pair[0] < pair[1]);
        (is_apart && !at.is_empty()).then_some(Self { at, labels })
    }
}

/// What a tick may say, the fullest first: the year where one begins, else what it is in its year; the first one of an axis both.
fn forms(step: Step, start: NaiveDate, is_first: bool, language: Language) -> Vec<String> {
    let year = dates::year(start.year(), language);
    match step {
        Step::Years(_) => vec![year],
        Step::Day | Step::Week => {
            let form = if is_first { TickForm::Long } else { TickForm::Medium };
            vec![
                ticks::label(step, start, form, language),
                ticks::label(Step::Week, start, TickForm::Medium, language),
            ]
        }
        Step::Month | Step::Quarter | Step::HalfYear if start.month() == 1 => vec![year],
        Step::Month | Step::Quarter | Step::HalfYear => {
            let short = ticks::label(Step::Month, start, TickForm::Short, language);
            let full = [TickForm::Long, TickForm::Medium]
                .map(|form| ticks::label(Step::Month, start, form, language));
            full.into_iter().filter(|_| is_first).chain([short]).collect()
        }
    }
}
