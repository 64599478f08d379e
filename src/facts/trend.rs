//! What the series show at a glance: of each line its first and its last figure, and what changed between them.

use std::cmp::Ordering;

use foldhash::{HashMap, HashMapExt as _};

use super::change::Change;
use crate::dossier::chart::{Chart, ChartLine, Point, length};
use crate::dossier::{Dossier, Id, Qualifier, Ref, Series, SeriesKind};

/// A series of figures that compare, at a glance.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct SeriesTrend {
    /// Which series.
    pub series: Id,
    /// Its lines that have a figure: first those with two or more, by how much they changed, then the others, by size.
    /// The parts of a place stay together.
    pub lines: Vec<LineTrend>,
    /// Lines of which every figure was looked for and not found.
    pub without: Vec<ChartLine>,
    /// Places that the publisher covers but no figure was found for.
    pub expected: Vec<Id>,
    /// Figures of a time that is not known.
    pub undated: Vec<Ref>,
    /// The lowest of all its figures that is below zero, or zero.
    pub least: f64,
    /// The highest of all its figures that is above zero, or zero.
    pub most: f64,
}

/// A line at a glance.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct LineTrend {
    /// All its figures, those looked for and not found among them.
    pub line: ChartLine,
    /// Where among them the first stands that has a value.
    first: usize,
    /// Where the last stands that has a value.
    last: usize,
    /// What its values are.
    kind: SeriesKind,
}

/// Which way a line went.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Direction {
    /// The last value is above the first.
    Up,
    /// The last value is below the first.
    Down,
    /// Both are the same.
    Level,
    /// It is not said: by a bound, a forecast, or sums over different lengths of time.
    Unknown,
    /// There is one value.
    Single,
}

/// Whether two figures of a series of this kind may be compared: sums only over the same length of time.
fn are_comparable(kind: SeriesKind, one: &Point, other: &Point) -> bool {
    kind != SeriesKind::Flow || length(one.period) == length(other.period)
}

/// How much a line changed from one figure to a later one; none unless both are exact or rounded, and may be compared.
pub(crate) fn change_between(kind: SeriesKind, one: &Point, other: &Point) -> Option<Change> {
    let is_firm = |point: &Point| matches!(point.qualifier, Qualifier::Exact | Qualifier::Rounded);
    let is_computed = is_firm(one) && is_firm(other) && are_comparable(kind, one, other);
    is_computed.then(|| Change::between(one.value?, other.value?)).flatten()
}

impl LineTrend {
    fn of(line: ChartLine, kind: SeriesKind) -> Result<Self, ChartLine> {
        let has_value = |point: &Point| point.value.is_some();
        match (line.points.iter().position(has_value), line.points.iter().rposition(has_value)) {
            (Some(first), Some(last)) => Ok(Self { line, first, last, kind }),
            _ => Err(line),
        }
    }

    /// The first figure that has a value.
    pub(crate) fn first(&self) -> &Point {
        &self.line.points[self.first]
    }

    /// The last figure that has a value; the same as the first, where there is one.
    pub(crate) fn last(&self) -> &Point {
        &self.line.points[self.last]
    }

    /// Its figures that were looked for and not found, each as a line of its own.
    pub(crate) fn missing(&self) -> impl Iterator<Item = ChartLine> {
        let points = self.line.points.iter().filter(|point| point.value.is_none());
        points.map(|point| ChartLine { points: vec![point.clone()], ..self.line.clone() })
    }

    /// Whether it has one value only.
    pub(crate) fn is_single(&self) -> bool {
        self.first == self.last
    }

    /// The first and the last value.
    pub(crate) fn ends(&self) -> (f64, f64) {
        (self.first().value.unwrap_or_default(), self.last().value.unwrap_or_default())
    }

    /// Which way it went. A value that is only about right has a direction; a bound or a forecast has none.
    pub(crate) fn direction(&self) -> Direction {
        if self.is_single() {
            return Direction::Single;
        }
        let is_known = |point: &Point| {
            matches!(point.qualifier, Qualifier::Exact | Qualifier::Rounded | Qualifier::About)
        };
        if !are_comparable(self.kind, self.first(), self.last())
            || !is_known(self.first())
            || !is_known(self.last())
        {
            return Direction::Unknown;
        }
        let (first, last) = self.ends();
        match first.total_cmp(&last) {
            Ordering::Less => Direction::Up,
            Ordering::Greater => Direction::Down,
            Ordering::Equal => Direction::Level,
        }
    }

    /// How much it changed, our arithmetic; none where the figures do not support one.
    pub(crate) fn change(&self) -> Option<Change> {
        if self.is_single() { None } else { change_between(self.kind, self.first(), self.last()) }
    }
}

impl SeriesTrend {
    /// A series at a glance: all of it, or only what is of a time after the article, or perhaps after it.
    pub(crate) fn of(dossier: &Dossier, series: &Series, only_after: bool) -> Self {
        let Chart { lines, unplaced, .. } = Chart::of(dossier, series, only_after);
        let mut known = Vec::new();
        let mut without = Vec::new();
        for line in lines {
            match LineTrend::of(line, series.kind) {
                Ok(line) => known.push(line),
                Err(line) => without.push(line),
            }
        }
        let values = || known.iter().flat_map(|line| line.line.values()).map(|(_, value)| value);
        let (least, most) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
        in_order(&mut known);
        let expected = series.expects.clone();
        Self { series: series.id.clone(), lines: known, without, expected, undated: unplaced, least, most }
    }

    /// Every series of a dossier whose figures compare, in the dossier's order.
    pub(crate) fn all(dossier: &Dossier, only_after: bool) -> impl Iterator<Item = Self> {
        let comparable = dossier.series.iter().filter(|series| series.kind != SeriesKind::List);
        comparable.map(move |series| Self::of(dossier, series, only_after))
    }

    /// Those of them that have a figure of a known time.
    pub(crate) fn dated(dossier: &Dossier, only_after: bool) -> Vec<Self> {
        Self::all(dossier, only_after).filter(|trend| !trend.lines.is_empty()).collect()
    }
}

/// Puts the places in order by the line of theirs that changed most, then those of single figures by the largest; within a
/// place its parts in the same way.
fn in_order(lines: &mut [LineTrend]) {
    /// Whether it has two figures, and how far they are apart, or how large the one is.
    type Weight = (bool, f64);
    let weight = |line: &LineTrend| -> Weight {
        let (first, last) = line.ends();
        if line.is_single() { (false, last.abs()) } else { (true, (last - first).abs()) }
    };
    let larger = |one: Weight, other: Weight| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1));
    let mut places: HashMap<Option<Id>, Weight> = HashMap::new();
    for line in lines.iter() {
        let own = weight(line);
        let most = places.entry(line.line.place.clone()).or_insert(own);
        if larger(own, *most).is_gt() {
            *most = own;
        }
    }
    // Stable: what weighs the same stays as the chart has it, places of equal weight apart by their first line.
    let first_of: HashMap<Option<Id>, usize> =
        lines.iter().enumerate().rev().map(|(index, line)| (line.line.place.clone(), index)).collect();
    lines.sort_by(|one, other| {
        let place = |line: &LineTrend| (places[&line.line.place], first_of[&line.line.place]);
        let ((one_weight, one_first), (other_weight, other_first)) = (place(one), place(other));
        larger(other_weight, one_weight)
            .then(one_first.cmp(&other_first))
            .then_with(|| larger(weight(other), weight(one)))
    });
}
