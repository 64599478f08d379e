//! The bars of a series: a bar a place and period, the parts of a total end to end.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::Builder;
use crate::dossier::chart::{Chart, ChartLine, Point, length};
use crate::dossier::stacks::{self, Points, Stack};
use crate::dossier::{Id, Qualifier, Series, SeriesKind};
use crate::export::figure::{Bar, BarChart, BarGroup, Bound, Segment};
use crate::facts::SeriesTrend;
use crate::protocol::names;

/// The most places that are drawn.
const MOST_PLACES: usize = 12;
/// The most periods of a place that are drawn.
const MOST_PERIODS: usize = 12;

/// A part of totals: by its name in files, and in words.
type Part<'c> = (&'c str, String);

/// Bars of a place that compare with each other.
struct Group {
    /// Over which of the lengths of time they are.
    section: usize,
    place: Option<Id>,
    stacks: Vec<Stack>,
}

impl Group {
    /// What its last bar with a value adds up to.
    fn last(&self) -> f64 {
        self.stacks.iter().rev().find_map(Stack::total).unwrap_or(f64::NEG_INFINITY)
    }

    /// Those over another length of time stand below the others; the largest first.
    fn order(&self, other: &Self) -> Ordering {
        self.section.cmp(&other.section).then(other.last().total_cmp(&self.last()))
    }
}

impl Builder<'_> {
    /// The figures of a chart as bars: the places by their latest totals, the largest first. Of sums, those over a length
    /// of time that fewer figures have stand below the others, each length by itself.
    pub(super) fn bars(&self, series: &Series, chart: &Chart) -> BarChart {
        let parts = self.parts(chart);
        let mut groups = groups(self.places(series, &parts), series.kind);
        groups.sort_by(Group::order);
        let mut drawn: Vec<Option<Id>> = Vec::new();
        for group in &groups {
            if !drawn.contains(&group.place) {
                drawn.push(group.place.clone());
            }
        }
        let more_places = drawn.len().saturating_sub(MOST_PLACES);
        drawn.truncate(MOST_PLACES);
        groups.retain(|group| drawn.contains(&group.place));

        let mut older = 0;
        let mut section = groups.first().map_or(0, |group| group.section);
        let groups = groups.into_iter().map(|mut group| {
            older += drop_older(&mut group.stacks);
            let begins = std::mem::replace(&mut section, group.section) != group.section;
            let is_split = |stack: &Stack| {
                let of_period = group.stacks.iter().filter(|other| other.period == stack.period);
                of_period.count() > 1
            };
            let bars = group.stacks.iter().map(|stack| self.bar(stack, &parts, is_split(stack)));
            BarGroup {
                note: begins.then_some(self.own().chart_other_length),
                bars: bars.collect(),
                name: group.place.as_ref().map(|id| self.place(id).marked()),
            }
        });
        let groups = groups.collect();
        let parts =
            if parts.len() > 1 { parts.into_iter().map(|(_, name)| name).collect() } else { Vec::new() };
        BarChart { parts, groups, more_places, older }
    }

    /// The parts of totals, in the author's order.
    fn parts<'c>(&self, chart: &'c Chart) -> Vec<Part<'c>> {
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

    /// The bars of each place, in order of time.
    fn places(&self, series: &Series, parts: &[Part]) -> Vec<(Option<Id>, Vec<Stack>)> {
        // In the order that the screen has them in, so that both stack the same.
        let trend = SeriesTrend::of(self.dossier, series, false);
        let lines = trend.lines.iter().map(|line| &line.line).chain(&trend.without);
        let number = |line: &ChartLine| {
            line.part.as_deref().and_then(|part| parts.iter().position(|(known, _)| *known == part))
        };
        let mut places: Vec<(Option<Id>, Points)> = Vec::new();
        let mut known: HashMap<Option<&Id>, usize> = HashMap::new();
        for line in lines {
            let place = *known.entry(line.place.as_ref()).or_insert_with(|| {
                places.push((line.place.clone(), Vec::new()));
                places.len() - 1
            });
            let part = number(line);
            places[place].1.extend(line.points.iter().map(|point| (point.clone(), part)));
        }
        let (places, points): (Vec<_>, Vec<_>) = places.into_iter().unzip();
        places.into_iter().zip(stacks::of_places(points, parts.len())).collect()
    }

    /// A bar; with the name of its part where others of its place and period stand beside it.
    fn bar(&self, stack: &Stack, parts: &[Part], is_split: bool) -> Bar {
        let valued = || stack.points.iter().filter_map(|(point, part)| Some((point, point.value?, *part)));
        let segments = valued().map(|(point, value, part)| Segment {
            part: part.unwrap_or(0),
            value,
            title: names::name(&self.context, &point.of),
        });
        let segments: Vec<Segment> = segments.collect();
        let bound = match stack.points[..] {
            [(Point { value: Some(_), qualifier, .. }, _)] => match qualifier {
                Qualifier::MoreThan | Qualifier::AtLeast => Some(Bound::Lower),
                Qualifier::UpTo => Some(Bound::Upper),
                _ => None,
            },
            _ => None,
        };
        let period = stack.points.first().map(|(point, _)| self.period_of(&point.of)).unwrap_or_default();
        let mut words = self.values(stack);
        if let [(_, Some(part))] = stack.points[..]
            && is_split
        {
            words = format!("{}: {words}", parts[part].1);
        }
        Bar { period, segments, bound, words }
    }

    /// The values of a bar and their sum: `434 + 1,232 = 1,666`.
    fn values(&self, stack: &Stack) -> String {
        if stack.total().is_none() {
            return format!("× {}", self.strings().no_figure);
        }
        let found = stack.points.iter().map(|(point, part)| {
            let value = point.value.map(|value| self.bare(value, point.qualifier));
            (*part, value.unwrap_or_else(|| "×".to_owned()))
        });
        let missing = stack.missing.iter().map(|part| (Some(*part), "?".to_owned()));
        let mut words: Vec<(Option<usize>, String)> = found.chain(missing).collect();
        words.sort_by_key(|(part, _)| *part);
        let words: Vec<String> = words.into_iter().map(|(_, value)| value).collect();
        let words = words.join(" + ");
        if stack.points.iter().filter(|(point, _)| point.value.is_some()).count() < 2 {
            return words;
        }
        let meant = stacks::qualifier_of_sum(stack.points.iter().map(|(point, _)| point.qualifier));
        let sum = stacks::exact_sum(stack.points.iter().filter_map(|(point, _)| point.value));
        sum.map_or(words.clone(), |sum| format!("{words} = {}", self.bare(sum, meant)))
    }
}

/// The bars of each place, those of sums over other lengths of time by themselves.
fn groups(places: Vec<(Option<Id>, Vec<Stack>)>, kind: SeriesKind) -> Vec<Group> {
    let lengths = match kind {
        SeriesKind::Flow => stacks::lengths(places.iter().flat_map(|(_, stacks)| stacks)),
        SeriesKind::Stock | SeriesKind::List => Vec::new(),
    };
    // A length of which no figure was found is behind all others.
    let section = |stack: &Stack| {
        let own = length(stack.period);
        lengths.iter().position(|length| *length == own).unwrap_or(lengths.len())
    };
    let mut groups: Vec<Group> = Vec::new();
    for (place, stacks) in places {
        let first = groups.len();
        for stack in stacks {
            let section = section(&stack);
            match groups[first..].iter_mut().find(|group| group.section == section) {
                Some(group) => group.stacks.push(stack),
                None => groups.push(Group { section, place: place.clone(), stacks: vec![stack] }),
            }
        }
    }
    groups
}

/// Drops the bars of all but the last periods. Returns how many.
fn drop_older(stacks: &mut Vec<Stack>) -> usize {
    let mut periods: Vec<_> = stacks.iter().map(|stack| stack.period).collect();
    periods.dedup();
    let Some(first) = periods.iter().rev().nth(MOST_PERIODS - 1) else { return 0 };
    let all = stacks.len();
    stacks.retain(|stack| stack.period >= *first);
    all - stacks.len()
}
