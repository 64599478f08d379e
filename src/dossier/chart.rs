//! What a chart shows, before it is drawn: one line for each place and part, its points in order of time, which of them
//! may be joined, and in which form a series can be drawn at all.

use std::collections::HashMap;

use chrono::{Datelike as _, Days, NaiveDate};

use super::{Dossier, Id, Observation, Qualifier, Ref, Series, SeriesKind};

/// A point of a line.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Point {
    /// The observation.
    pub of: Ref,
    /// The first and last day of its period.
    pub period: (NaiveDate, NaiveDate),
    /// Its value; none where one was looked for and not found.
    pub value: Option<f64>,
    /// How it is meant.
    pub qualifier: Qualifier,
    /// Whether its date is only about right, or unsure.
    pub is_unsure: bool,
}

impl Point {
    /// The point of a figure; none without a period that is known.
    pub(crate) fn of(observation: &Observation) -> Option<Self> {
        let date = observation.date.as_ref()?;
        Some(Self {
            of: observation.to_ref(),
            period: date.period()?,
            value: observation.value,
            qualifier: observation.qualifier,
            is_unsure: date.is_approximate() || date.is_uncertain(),
        })
    }

    /// The day it is drawn at: the middle of its period.
    pub(crate) fn middle(&self) -> NaiveDate {
        let (first, last) = self.period;
        let days = (last - first).num_days().max(0) / 2;
        first.checked_add_days(Days::new(days.unsigned_abs())).unwrap_or(first)
    }

    /// Whether it is a level that a line may run through: not a bound, not a forecast, not a gap.
    pub(crate) fn is_level(&self) -> bool {
        self.value.is_some()
            && matches!(self.qualifier, Qualifier::Exact | Qualifier::About | Qualifier::Rounded)
    }

    /// Whether a line may be drawn to the next point: both are levels and one period follows the other directly.
    /// Nothing is ever joined across a gap.
    pub(crate) fn joins(&self, next: &Point) -> bool {
        self.is_level() && next.is_level() && self.period.1.succ_opt() == Some(next.period.0)
    }
}

/// How long a period is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) enum Length {
    /// So many days, which are no whole months.
    Days(i64),
    /// So many whole calendar months: two years are as long as each other, and so are any two months.
    Months(i64),
}

/// How long a period is, from its first day to its last.
pub(crate) fn length((first, last): (NaiveDate, NaiveDate)) -> Length {
    let days = Length::Days((last - first).num_days() + 1);
    let Some(next) = last.succ_opt() else { return days };
    if first.day() != 1 || next.day() != 1 {
        return days;
    }
    let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    Length::Months(months(next) - months(first))
}

/// A part of a place, and its points.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct ChartLine {
    /// The place; none where the series names none.
    pub place: Option<Id>,
    /// Which part of a total; none where it is not divided.
    pub part: Option<Box<str>>,
    /// Its points, in order of time; at least one.
    pub points: Vec<Point>,
}

impl ChartLine {
    /// The points that have a value, in order of time.
    pub(crate) fn values(&self) -> impl DoubleEndedIterator<Item = (&Point, f64)> {
        self.points.iter().filter_map(|point| point.value.map(|value| (point, value)))
    }
}

/// In which form the figures of a series are drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ChartForm {
    /// Levels at two or more dates, not divided into parts: lines on a time axis.
    Lines,
    /// Sums over periods that follow each other directly, of one place: columns.
    Columns,
    /// All other figures that compare: bars, those of parts in one.
    Bars,
    /// Figures that do not compare, or have no date: only a table.
    Table,
}

/// The most lines that are drawn at once, the one the cursor is on among them: there are as many colours, and more could not
/// be told apart.
const DRAWN: usize = 6;

/// All lines of a series, the highest first.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Chart {
    /// The lines.
    pub lines: Vec<ChartLine>,
    /// The figures that cannot be placed on a line, in the author's order: those of a time that is not known.
    pub unplaced: Vec<Ref>,
    max: f64,
    min: f64,
    span: Option<(NaiveDate, NaiveDate)>,
    /// Of each line whose last value is among the largest, its number among those.
    hues: Vec<Option<usize>>,
    /// Of those the one that gives way to the line under the cursor; none where all are drawn.
    yielding: Option<usize>,
}

impl Chart {
    /// In which form these figures of a series of this kind are drawn.
    pub(crate) fn form(&self, kind: SeriesKind) -> ChartForm {
        let is_divided = || {
            let mut parts: HashMap<Option<&Id>, usize> = HashMap::new();
            self.lines.iter().filter(|line| line.part.is_some()).any(|line| {
                let count = parts.entry(line.place.as_ref()).or_default();
                *count += 1;
                *count > 1
            })
        };
        let has_periods = || {
            let mut periods = self.lines.iter().flat_map(ChartLine::values).map(|(point, _)| point.period);
            let first = periods.next();
            periods.any(|period| Some(period) != first)
        };
        match kind {
            SeriesKind::List => ChartForm::Table,
            _ if self.lines.iter().all(|line| line.values().next().is_none()) => ChartForm::Table,
            SeriesKind::Stock if has_periods() && !is_divided() => ChartForm::Lines,
            SeriesKind::Flow if self.is_one_run() => ChartForm::Columns,
            SeriesKind::Stock | SeriesKind::Flow => ChartForm::Bars,
        }
    }

    /// Whether there is one line, of two or more levels, each of a period that follows the one before directly.
    fn is_one_run(&self) -> bool {
        let [line] = &self.lines[..] else { return false };
        let mut pairs = line.points.windows(2);
        line.points.len() > 1 && pairs.all(|pair| pair[0].joins(&pair[1]))
    }

    /// The lines of a series. What has no known period is left out, and what nothing supports.
    pub(crate) fn of(dossier: &Dossier, series: &Series, only_after: bool) -> Self {
        let mut lines: Vec<ChartLine> = Vec::new();
        let mut unplaced: Vec<Ref> = Vec::new();
        let mut known: HashMap<(Option<&Id>, Option<&str>), usize> = HashMap::new();
        for observation in shown(dossier, series, only_after).filter(|figure| figure.is_supported()) {
            let Some(point) = Point::of(observation) else {
                unplaced.push(observation.to_ref());
                continue;
            };
            let (place, part) = (observation.place.as_ref(), observation.part.as_deref());
            let line = *known.entry((place, part)).or_insert_with(|| {
                let (place, part) = (place.cloned(), part.map(Box::from));
                lines.push(ChartLine { place, part, points: Vec::new() });
                lines.len() - 1
            });
            lines[line].points.push(point);
        }
        for line in &mut lines {
            line.points.sort_by_key(|point| point.period);
        }
        lines.sort_by(|a, b| highest(b).total_cmp(&highest(a)));
        Self { unplaced, ..Self::with(lines) }
    }

    /// A chart of these lines, measured once.
    pub(crate) fn with(lines: Vec<ChartLine>) -> Self {
        let max = lines.iter().map(highest).fold(0.0, f64::max);
        let values = lines.iter().flat_map(|line| &line.points).filter_map(|point| point.value);
        let min = values.fold(0.0, f64::min);
        let periods = || lines.iter().flat_map(|line| &line.points).map(|point| point.period);
        let first = periods().map(|(first, _)| first).min();
        let span = first.zip(periods().map(|(_, last)| last).max());
        let (hues, yielding) = largest(&lines);
        Self { lines, unplaced: Vec::new(), max, min, span, hues, yielding }
    }

    /// The highest value, bounds included; 0 without any.
    pub(crate) fn max(&self) -> f64 {
        self.max
    }

    /// The lowest value, where one is below 0; else 0.
    pub(crate) fn min(&self) -> f64 {
        self.min
    }

    /// The first and last day of all periods; none without points.
    pub(crate) fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.span
    }

    /// The lines that are drawn, with their indices: those whose last values are the largest, and among them the one the cursor
    /// is on, where there is one.
    pub(crate) fn drawn(&self, cursor: Option<usize>) -> impl Iterator<Item = (usize, &ChartLine)> {
        self.lines.iter().enumerate().filter(move |(line, _)| self.is_drawn(*line, cursor))
    }

    /// Whether a line is drawn while the cursor is on this one.
    pub(crate) fn is_drawn(&self, line: usize, cursor: Option<usize>) -> bool {
        let is_large = |line: usize| self.hues.get(line).is_some_and(Option::is_some);
        let has_given_way = || Some(line) == self.yielding && cursor.is_some_and(|cursor| !is_large(cursor));
        Some(line) == cursor || is_large(line) && !has_given_way()
    }

    /// The number of a line's colour: of lines that are drawn together no two have the same. A line under the cursor that is
    /// else not drawn has the colour of the one that gives way to it, so that the others keep theirs.
    pub(crate) fn hue(&self, line: usize) -> usize {
        let hue = |line: usize| self.hues.get(line).copied().flatten();
        hue(line).or_else(|| hue(self.yielding?)).unwrap_or(0)
    }

    /// How many lines are not drawn; as many wherever the cursor is.
    pub(crate) fn undrawn(&self) -> usize {
        self.lines.len().saturating_sub(DRAWN)
    }

    /// Which line and point an observation is.
    pub(crate) fn position_of(&self, of: &Ref) -> Option<(usize, usize)> {
        self.lines.iter().enumerate().find_map(|(line, places)| {
            places.points.iter().position(|point| point.of == *of).map(|point| (line, point))
        })
    }

    /// The point of a line that is nearest in time to a day.
    pub(crate) fn nearest(&self, line: usize, day: NaiveDate) -> usize {
        let points = &self.lines[line].points;
        let distance = |point: &Point| (point.middle() - day).num_days().abs();
        (0..points.len()).min_by_key(|place| distance(&points[*place])).unwrap_or(0)
    }
}

/// The same, or only those of a time after the article, or perhaps after it.
pub(crate) fn shown<'a>(
    dossier: &'a Dossier,
    series: &'a Series,
    only_after: bool,
) -> impl Iterator<Item = &'a Observation> + 'a {
    observations(dossier, series)
        .filter(move |observation| !only_after || may_be_after_article(dossier, observation))
}

/// Whether a figure is of a time after the article, or perhaps after it; one without a date is not.
pub(crate) fn may_be_after_article(dossier: &Dossier, observation: &Observation) -> bool {
    observation.date.as_ref().is_some_and(|date| dossier.may_be_after_article(date))
}

/// The observations of a series, in the author's order.
pub(crate) fn observations<'a>(
    dossier: &'a Dossier,
    series: &'a Series,
) -> impl Iterator<Item = &'a Observation> + 'a {
    dossier.observations.iter().filter(move |observation| observation.series == series.id)
}

fn highest(line: &ChartLine) -> f64 {
    line.points.iter().filter_map(|point| point.value).reduce(f64::max).unwrap_or(0.0)
}

/// Of each line whose last value is among the largest [`DRAWN`], of equal ones the first lines, its number among those in the
/// order of the lines; and the least of them, where there are more lines.
fn largest(lines: &[ChartLine]) -> (Vec<Option<usize>>, Option<usize>) {
    let last = |line: &usize| lines[*line].values().next_back().map_or(f64::NEG_INFINITY, |(_, value)| value);
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|one, other| last(other).total_cmp(&last(one)));
    let yielding = order.get(DRAWN - 1).copied().filter(|_| order.len() > DRAWN);
    order.truncate(DRAWN);
    order.sort_unstable();
    let mut hues = vec![None; lines.len()];
    for (number, line) in order.into_iter().enumerate() {
        hues[line] = Some(number);
    }
    (hues, yielding)
}
