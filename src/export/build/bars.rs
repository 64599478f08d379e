//! The bars of a series: a bar a place and period, the parts of a total end to end.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Builder;
use crate::dossier::chart::{Chart, ChartLine, Point};
use crate::dossier::{Id, Qualifier, Series, SeriesKind};
use crate::export::figure::{Bar, BarChart, BarGroup, Bound, Segment};
use crate::protocol::names;

/// The first and last day of a period.
type Period = (NaiveDate, NaiveDate);

/// The most places that are drawn.
const MOST_PLACES: usize = 12;
/// The most periods of a place that are drawn.
const MOST_PERIODS: usize = 12;

/// About how many months a period has: sums over other lengths of time do not compare.
fn months((first, last): Period) -> i64 {
    ((last - first).num_days() + 1 + 15) * 12 / 365
}

impl Builder<'_> {
    /// The figures of a chart as bars: the places by their latest totals, the largest first. Of sums, those over a length
    /// of time that fewer figures have stand below the others.
    pub(super) fn bars(&self, series: &Series, chart: &Chart) -> BarChart {
        let parts = self.parts(chart);
        let mut places: Vec<(Option<&Id>, Vec<&ChartLine>)> = Vec::new();
        let mut known: HashMap<Option<&Id>, usize> = HashMap::new();
        for line in &chart.lines {
            let place = *known.entry(line.place.as_ref()).or_insert(places.len());
            match places.get_mut(place) {
                Some((_, lines)) => lines.push(line),
                None => places.push((line.place.as_ref(), vec![line])),
            }
        }
        let total = |lines: &[&ChartLine]| {
            let last = lines.iter().flat_map(|line| line.values()).map(|(point, _)| point.period).max();
            let values = lines.iter().flat_map(|line| line.values());
            values.filter(|(point, _)| Some(point.period) == last).map(|(_, value)| value).sum::<f64>()
        };
        places.sort_by(|(_, one), (_, other)| total(other).total_cmp(&total(one)));
        let more_places = places.len().saturating_sub(MOST_PLACES);
        places.truncate(MOST_PLACES);

        let mut lengths: Vec<(i64, usize)> = Vec::new();
        for point in chart.lines.iter().flat_map(|line| &line.points) {
            let own = if series.kind == SeriesKind::Flow { months(point.period) } else { 0 };
            match lengths.iter_mut().find(|(length, _)| *length == own) {
                Some((_, count)) => *count += 1,
                None => lengths.push((own, 1)),
            }
        }
        lengths.sort_by_key(|(length, count)| std::cmp::Reverse((*count, *length)));

        let mut groups = Vec::new();
        let mut older = 0;
        for (number, (length, _)) in lengths.iter().enumerate() {
            let mut note = (number > 0).then_some(self.own().chart_other_length);
            for (place, lines) in &places {
                let is_of = |period| series.kind != SeriesKind::Flow || months(period) == *length;
                let mut bars = self.bars_of(lines, &parts, is_of);
                let more = bars.len().saturating_sub(MOST_PERIODS);
                bars.drain(..more);
                older += more;
                if !bars.is_empty() {
                    let name = place.map(|id| self.place(id).marked());
                    groups.push(BarGroup { note: note.take(), name, bars });
                }
            }
        }
        let names =
            if parts.len() > 1 { parts.into_iter().map(|(_, name)| name).collect() } else { Vec::new() };
        BarChart { parts: names, groups, more_places, older }
    }

    /// The parts of totals, each by its name in files and in words, in the author's order.
    fn parts<'c>(&self, chart: &'c Chart) -> Vec<(&'c str, String)> {
        let mut parts: Vec<(usize, &str, String)> = Vec::new();
        for line in &chart.lines {
            let (Some(part), Some(first)) = (line.part.as_deref(), line.points.first()) else { continue };
            let own = line.points.iter().filter_map(|point| self.dossier.index_of(&point.of)).min();
            let own = own.unwrap_or(usize::MAX);
            if let Some((place, ..)) = parts.iter_mut().find(|(_, known, _)| *known == part) {
                *place = own.min(*place);
                continue;
            }
            let observation = self.dossier.observation(&first.of.id);
            let name = observation.and_then(|figure| figure.part_name.as_ref());
            let name = name.map_or_else(|| part.to_owned(), |name| self.words(name).marked());
            parts.push((own, part, name));
        }
        parts.sort_by_key(|(place, ..)| *place);
        parts.into_iter().map(|(_, part, name)| (part, name)).collect()
    }

    /// The bars of the lines of a place, in order of time.
    fn bars_of(
        &self,
        of: &[&ChartLine],
        parts: &[(&str, String)],
        is_of: impl Fn(Period) -> bool,
    ) -> Vec<Bar> {
        let rank = |line: &ChartLine| {
            line.part.as_deref().and_then(|part| parts.iter().position(|(known, _)| *known == part))
        };
        let mut of = of.to_vec();
        of.sort_by_key(|line| rank(line));
        let divided = of.iter().filter(|line| line.part.is_some() && line.values().next().is_some()).count();
        let mut periods: Vec<Period> =
            of.iter().flat_map(|line| &line.points).map(|point| point.period).collect();
        periods.sort_unstable();
        periods.dedup();
        let of = &of;
        let at = |period: Period| {
            of.iter().flat_map(move |line| {
                let points = line.points.iter().filter(move |point| point.period == period);
                points.map(move |point| (*line, point))
            })
        };
        periods.retain(|period| is_of(*period));
        let bars = periods.into_iter().flat_map(|period| {
            let (whole, part): (Vec<_>, Vec<_>) = at(period).partition(|(line, _)| line.part.is_none());
            // A total beside its parts is a bar of its own: added to them it would count twice.
            let stacks = [whole, part].into_iter().filter(|stack| !stack.is_empty());
            stacks.map(|stack| self.bar(&stack, divided, &rank)).collect::<Vec<_>>()
        });
        bars.collect()
    }

    fn bar(
        &self,
        stack: &[(&ChartLine, &Point)],
        divided: usize,
        rank: &impl Fn(&ChartLine) -> Option<usize>,
    ) -> Bar {
        let valued: Vec<(&ChartLine, &Point, f64)> =
            stack.iter().filter_map(|(line, point)| Some((*line, *point, point.value?))).collect();
        let segment = |(line, point, value): &(&ChartLine, &Point, f64)| Segment {
            part: rank(line).unwrap_or(0),
            value: *value,
            title: names::name(&self.context, &point.of),
        };
        let is_divided = divided > 1 && stack.iter().any(|(line, _)| line.part.is_some());
        let bound = match &valued[..] {
            [(_, point, _)] => match point.qualifier {
                Qualifier::MoreThan | Qualifier::AtLeast => Some(Bound::Lower),
                Qualifier::UpTo => Some(Bound::Upper),
                _ => None,
            },
            _ => None,
        };
        let period = stack.first().map(|(_, point)| self.period_of(&point.of)).unwrap_or_default();
        let mut segments: Vec<Segment> = valued.iter().map(segment).collect();
        let mut words: Vec<String> =
            valued.iter().map(|(_, point, value)| self.bare(*value, point.qualifier)).collect();
        let words = if words.is_empty() {
            format!("× {}", self.strings().no_figure)
        } else if is_divided && valued.len() < divided {
            words.push("?".to_owned());
            words.join(" + ")
        } else if words.len() > 1 {
            let is_firm = |point: &Point| matches!(point.qualifier, Qualifier::Exact | Qualifier::Rounded);
            let sum: f64 = valued.iter().map(|(_, _, value)| value).sum();
            let sum = format!("{sum:.12e}").parse().unwrap_or(sum);
            let parts = words.join(" + ");
            if valued.iter().all(|(_, point, _)| is_firm(point)) {
                format!("{parts} = {}", self.bare(sum, Qualifier::Exact))
            } else {
                parts
            }
        } else {
            words.join("")
        };
        // Bars whose parts lie on both sides of zero, or that are not all known, are not laid end to end.
        if valued.len() > 1 && valued.iter().any(|(_, _, value)| *value < 0.0) {
            segments.clear();
        }
        Bar { period, segments, bound, words }
    }
}
