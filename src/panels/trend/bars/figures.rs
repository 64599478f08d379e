//! Which bars a series has and in which order: a bar for each figure, or for the parts of a total in one period.

use std::ops::Range;

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use crate::dossier::chart::{ChartLine, Length, Point, length, shown};
use crate::dossier::scale::tidy;
use crate::dossier::stacks::{self, Points, Stack};
use crate::dossier::{Dossier, Id, LocalText, Observation, Qualifier, Ref, Series, SeriesKind};
use crate::facts::{Change, SeriesTrend};
use crate::look::glyphs::PART_FILLS;

/// A period's first and last day.
type Period = (NaiveDate, NaiveDate);

/// A figure of a bar.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// The observation.
    pub(super) of: Ref,
    /// Its value; none where one was looked for and not found.
    pub(super) value: Option<f64>,
    pub(super) qualifier: Qualifier,
    /// Which part of a total, by its number among those of the series; none where it is not one.
    pub(super) part: Option<usize>,
}

/// A bar: one figure, or parts that add up to a total.
#[derive(Clone, Debug)]
pub(super) struct Bar {
    /// Its line, or its place where the series is divided into parts.
    pub(super) group: usize,
    /// None where it is not known.
    pub(super) period: Option<Period>,
    /// At least one, in the order of their parts.
    pub(super) figures: Vec<Figure>,
    /// The parts that its place has in other periods, and not in this.
    pub(super) missing: Vec<usize>,
    /// Whether the publisher's periods adjoin, but not this one to the one before.
    pub(super) follows_gap: bool,
    /// What its values add up to; none where every figure was looked for and not found.
    pub(super) total: Option<f64>,
}

impl Bar {
    /// The values it draws.
    pub(super) fn values(&self) -> impl Iterator<Item = f64> {
        self.figures.iter().filter_map(|figure| figure.value)
    }

    /// Whether it stacks several parts.
    pub(super) fn is_stack(&self) -> bool {
        self.values().nth(1).is_some()
    }

    /// Which end it has: a bound is one of two, all else ends where it ends.
    pub(super) fn bound(&self) -> Option<Bound> {
        match self.figures[..] {
            [Figure { value: Some(_), qualifier, .. }] => Bound::of(qualifier),
            _ => None,
        }
    }
}

/// A value that is only known to lie on one side of a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bound {
    /// It is not less.
    Lower,
    /// It is not more.
    Upper,
}

impl Bound {
    fn of(qualifier: Qualifier) -> Option<Self> {
        match qualifier {
            Qualifier::MoreThan | Qualifier::AtLeast => Some(Self::Lower),
            Qualifier::UpTo => Some(Self::Upper),
            _ => None,
        }
    }
}

/// Which figures may be compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Section {
    /// The levels of a stock; of a flow, those over the length of time that most of its figures have.
    Main,
    /// Sums over other lengths of time.
    OtherLengths,
    /// Figures of a time that is not known.
    Undated,
}

/// The bars of a line, or of a place where the series is divided into parts.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// One of its lines, which has its name.
    pub(super) line: ChartLine,
    pub(super) section: Section,
    /// Its bars, in order of time.
    pub(super) bars: Range<usize>,
    /// What changed from first to last, for each part; none where the figures do not support it.
    pub(super) changes: Vec<Option<Change>>,
}

/// A part of a total.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Part {
    key: Box<str>,
    /// What it is called.
    pub(super) name: Option<LocalText>,
}

/// All bars of a series.
#[derive(Clone, Debug)]
pub(super) struct Bars {
    pub(super) groups: Vec<Group>,
    pub(super) bars: Vec<Bar>,
    /// The parts of the totals, in the author's order; none where the series is not divided.
    pub(super) parts: Vec<Part>,
    /// The fill of each part.
    slots: Vec<usize>,
    /// Whether a total stands beside its parts.
    pub(super) has_totals: bool,
    /// The lowest value below zero; else zero.
    pub(super) least: f64,
    /// The highest value above zero, totals included; else zero.
    pub(super) most: f64,
    /// How many bars begin a section, follow a gap, and were looked for and not found.
    pub(super) sections: usize,
    pub(super) gaps: usize,
    pub(super) not_found: usize,
    /// Which bounds there are.
    pub(super) bounds: Vec<Bound>,
    /// The bar and the figure of each observation.
    positions: HashMap<Ref, (usize, usize)>,
    /// How many figures the bars before each have; one more at the end for all.
    counts: Vec<usize>,
}

/// What changed in a line, from its first figure to its last.
#[derive(Clone)]
struct LineChange {
    ends: [Ref; 2],
    part: Option<usize>,
    change: Change,
}

/// A bar before it has a place among the others.
struct Draft {
    period: Option<Period>,
    figures: Vec<Figure>,
    missing: Vec<usize>,
}

/// The bars of a group before it has a place among the others.
struct DraftGroup {
    line: ChartLine,
    changes: Vec<LineChange>,
    section: Section,
    drafts: Vec<Draft>,
}

impl Bars {
    /// The bars of a series: lines by their last value, the largest first, and within a line by time. What may not be
    /// compared with them comes after them.
    pub(super) fn of(dossier: &Dossier, series: &Series, only_after: bool) -> Self {
        let trend = SeriesTrend::of(dossier, series, only_after);
        let parts = parts(dossier, series, only_after, &trend);
        let mut drafts = groups(&trend, &parts);
        if series.kind == SeriesKind::Flow {
            drafts = by_length(drafts);
        }
        drafts.extend(undated(dossier, &trend, &parts));
        let last = |group: &DraftGroup| {
            let totals = group.drafts.iter().rev().filter_map(|draft| total(&draft.figures));
            totals.into_iter().next().unwrap_or(f64::NEG_INFINITY)
        };
        let mut keyed: Vec<(f64, DraftGroup)> =
            drafts.into_iter().map(|group| (last(&group), group)).collect();
        // Stable: what is equally large stays as the trend has it.
        keyed.sort_by(|(one, a), (other, b)| a.section.cmp(&b.section).then(other.total_cmp(one)));
        Self::assemble(keyed.into_iter().map(|(_, group)| group), parts)
    }

    fn assemble(drafts: impl Iterator<Item = DraftGroup>, parts: Vec<Part>) -> Self {
        let (mut groups, mut bars, mut counts) = (Vec::new(), Vec::new(), vec![0]);
        let mut positions = HashMap::new();
        for (group, DraftGroup { line, changes, section, drafts }) in drafts.enumerate() {
            let from = bars.len();
            let changes = changes_of(&changes, &drafts, parts.len());
            let adjoins = |pair: &[Draft]| match (pair[0].period, pair[1].period) {
                (Some(one), Some(other)) => one.1.succ_opt() >= Some(other.0),
                _ => true,
            };
            let is_regular = drafts.windows(2).any(adjoins);
            let gaps: Vec<bool> = drafts.windows(2).map(|pair| is_regular && !adjoins(pair)).collect();
            for (place, Draft { period, figures, missing }) in drafts.into_iter().enumerate() {
                for (number, figure) in figures.iter().enumerate() {
                    positions.insert(figure.of.clone(), (bars.len(), number));
                }
                counts.push(counts.last().copied().unwrap_or(0) + figures.len());
                let follows_gap = place > 0 && gaps[place - 1];
                let total = total(&figures).map(tidy);
                bars.push(Bar { group, period, figures, missing, follows_gap, total });
            }
            groups.push(Group { line, section, bars: from..bars.len(), changes });
        }
        let ends = || bars.iter().filter_map(|bar| bar.total);
        let (least, most) = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
        let figures = || bars.iter().flat_map(|bar: &Bar| &bar.figures);
        let has_totals =
            !parts.is_empty() && figures().any(|figure| figure.part.is_none() && figure.value.is_some());
        let mut sizes = vec![0.0; parts.len()];
        for figure in figures() {
            if let Some(part) = figure.part {
                sizes[part] += figure.value.unwrap_or_default().abs();
            }
        }
        let slots = slots(&sizes, FILLS - usize::from(has_totals));
        let sections = groups.windows(2).filter(|pair| pair[0].section != pair[1].section).count();
        let gaps = bars.iter().filter(|bar| bar.follows_gap).count();
        let not_found = bars.iter().filter(|bar| bar.total.is_none()).count();
        let has = |bound: &Bound| bars.iter().any(|bar| bar.bound() == Some(*bound));
        let bounds = [Bound::Lower, Bound::Upper].into_iter().filter(has).collect();
        Self {
            groups,
            bars,
            parts,
            slots,
            has_totals,
            least,
            most,
            sections,
            gaps,
            not_found,
            bounds,
            positions,
            counts,
        }
    }

    /// The bar and the figure of an observation.
    pub(super) fn position_of(&self, of: &Ref) -> Option<(usize, usize)> {
        self.positions.get(of).copied()
    }

    /// The figure there.
    pub(super) fn at(&self, (bar, figure): (usize, usize)) -> Option<&Ref> {
        self.bars.get(bar)?.figures.get(figure).map(|figure| &figure.of)
    }

    /// How many figures all bars have.
    pub(super) fn count(&self) -> usize {
        self.counts.last().copied().unwrap_or(0)
    }

    /// How many figures lie before and after these bars.
    pub(super) fn outside(&self, bars: &Range<usize>) -> (usize, usize) {
        (self.counts[bars.start], self.count() - self.counts[bars.end])
    }

    /// Whether the parts of totals are shown.
    pub(super) fn is_divided(&self) -> bool {
        !self.parts.is_empty()
    }

    /// Which fill a figure has: its part's, the last for a total beside them. Where there are more parts than fills, the
    /// smaller ones share one.
    pub(super) fn slot(&self, figure: &Figure) -> usize {
        match figure.part {
            Some(part) => self.slots[part],
            None if self.is_divided() => FILLS - 1,
            None => 0,
        }
    }

    /// Which fill a part has.
    pub(super) fn slot_of(&self, part: usize) -> usize {
        self.slots[part]
    }

    /// The parts that have this fill.
    pub(super) fn parts_of(&self, slot: usize) -> impl Iterator<Item = &Part> {
        self.parts.iter().zip(&self.slots).filter(move |(_, own)| **own == slot).map(|(part, _)| part)
    }

    /// The group a bar is of.
    pub(super) fn group(&self, bar: usize) -> &Group {
        &self.groups[self.bars[bar].group]
    }

    /// The section that begins with this bar, with something above it.
    pub(super) fn begins_section(&self, bar: usize) -> Option<Section> {
        let section = self.group(bar).section;
        (bar > 0 && self.group(bar - 1).section != section).then_some(section)
    }

    /// The last bar of a group that has a value; where none has, the last.
    pub(super) fn last_of(&self, group: usize) -> usize {
        let bars = self.groups[group].bars.clone();
        let last = bars.end - 1;
        bars.rev().find(|bar| self.bars[*bar].total.is_some()).unwrap_or(last)
    }

    /// Whether a bar is the first of its group.
    pub(super) fn leads(&self, bar: usize) -> bool {
        self.group(bar).bars.start == bar
    }
}

/// How many fills there are.
pub(super) const FILLS: usize = PART_FILLS.len();

/// A fill for each part: one of its own, or the last for all but the largest.
fn slots(sizes: &[f64], fills: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    if sizes.len() > fills {
        order.sort_by(|one, other| sizes[*other].total_cmp(&sizes[*one]));
        order[..fills - 1].sort_unstable();
    }
    let mut slots = vec![0; sizes.len()];
    for (place, part) in order.into_iter().enumerate() {
        slots[part] = place.min(fills - 1);
    }
    slots
}

fn total(figures: &[Figure]) -> Option<f64> {
    figures.iter().filter_map(|figure| figure.value).reduce(|sum, value| sum + value)
}

/// The parts of totals in the author's order; none where no place has more than one.
fn parts(dossier: &Dossier, series: &Series, only_after: bool, trend: &SeriesTrend) -> Vec<Part> {
    let mut lines: HashMap<Option<&Id>, usize> = HashMap::new();
    for line in all_lines(trend).filter(|line| line.part.is_some()) {
        *lines.entry(line.place.as_ref()).or_default() += 1;
    }
    if lines.values().all(|parts| *parts < 2) {
        return Vec::new();
    }
    let mut known = HashSet::new();
    let mut parts = Vec::new();
    for observation in shown(dossier, series, only_after) {
        if let Some(key) = observation.part.as_deref().filter(|key| known.insert(*key)) {
            parts.push(Part { key: key.into(), name: observation.part_name.clone() });
        }
    }
    parts
}

fn all_lines(trend: &SeriesTrend) -> impl Iterator<Item = &ChartLine> {
    trend.lines.iter().map(|line| &line.line).chain(&trend.without)
}

/// Puts lines into groups, and their points into bars: alone, or those of a period's parts together.
fn groups(trend: &SeriesTrend, parts: &[Part]) -> Vec<DraftGroup> {
    let number: HashMap<&str, usize> =
        parts.iter().enumerate().map(|(number, part)| (&*part.key, number)).collect();
    let number = |line: &ChartLine| line.part.as_deref().and_then(|part| number.get(part).copied());
    let changes = trend.lines.iter().map(|line| {
        let ends = || [line.first().of.clone(), line.last().of.clone()];
        (&line.line, line.change().map(|change| (ends(), change)))
    });
    let lines = changes.chain(trend.without.iter().map(|line| (line, None)));
    let mut groups: Vec<(DraftGroup, Points)> = Vec::new();
    let mut places: HashMap<Option<Id>, usize> = HashMap::new();
    for (line, change) in lines {
        let part = number(line);
        let new = DraftGroup {
            line: line.clone(),
            changes: Vec::new(),
            section: Section::Main,
            drafts: Vec::new(),
        };
        let group = if parts.is_empty() {
            groups.push((new, Vec::new()));
            groups.len() - 1
        } else {
            *places.entry(line.place.clone()).or_insert_with(|| {
                groups.push((new, Vec::new()));
                groups.len() - 1
            })
        };
        let (group, points) = &mut groups[group];
        group.changes.extend(change.map(|(ends, change)| LineChange { ends, part, change }));
        points.extend(line.points.iter().map(|point| (point.clone(), part)));
    }
    let (groups, points): (Vec<DraftGroup>, Vec<Points>) = groups.into_iter().unzip();
    let stacks = stacks::of_places(points, parts.len());
    let filled = groups.into_iter().zip(stacks).map(|(group, stacks)| {
        let drafts = stacks.into_iter().map(draft).collect();
        DraftGroup { drafts, ..group }
    });
    filled.collect()
}

fn draft(stack: Stack) -> Draft {
    let Stack { period, points, missing } = stack;
    let figure = |(point, part): (Point, Option<usize>)| {
        let Point { of, value, qualifier, .. } = point;
        Figure { of, value, qualifier, part }
    };
    Draft { period: Some(period), figures: points.into_iter().map(figure).collect(), missing }
}

/// The figures whose time is not known, each as a bar.
fn undated(dossier: &Dossier, trend: &SeriesTrend, parts: &[Part]) -> Vec<DraftGroup> {
    let group = |of: &Ref| {
        let Observation { place, part, value, qualifier, .. } = dossier.observation(&of.id)?;
        let number = part.as_deref().and_then(|part| parts.iter().position(|known| *known.key == *part));
        let figure = Figure { of: of.clone(), value: *value, qualifier: *qualifier, part: number };
        let point = Point {
            of: of.clone(),
            period: (NaiveDate::MIN, NaiveDate::MIN),
            value: *value,
            qualifier: *qualifier,
            is_unsure: true,
        };
        let part = part.as_deref().map(Box::from);
        Some(DraftGroup {
            line: ChartLine { place: place.clone(), part, points: vec![point] },
            changes: Vec::new(),
            section: Section::Undated,
            drafts: vec![Draft { period: None, figures: vec![figure], missing: Vec::new() }],
        })
    };
    trend.undated.iter().filter_map(group).collect()
}

/// Parts sums over the length of time that most of them have from all others.
fn by_length(groups: Vec<DraftGroup>) -> Vec<DraftGroup> {
    let mut lengths: HashMap<Length, (usize, f64)> = HashMap::new();
    for draft in groups.iter().flat_map(|group| &group.drafts) {
        let Some((period, total)) = draft.period.zip(total(&draft.figures)) else { continue };
        let (count, most) = lengths.entry(length(period)).or_default();
        *count += 1;
        *most = most.max(total);
    }
    let weight = |(length, (count, most)): &(Length, (usize, f64))| (*count, *most, *length);
    let larger = |one: &(Length, (usize, f64)), other: &(Length, (usize, f64))| {
        let (one, other) = (weight(one), weight(other));
        one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)).then(one.2.cmp(&other.2))
    };
    let Some((main, _)) = lengths.into_iter().max_by(larger) else { return groups };
    let is_main = |draft: &Draft| draft.period.is_none_or(|period| length(period) == main);
    let parted = groups.into_iter().flat_map(|group| {
        let DraftGroup { line, changes, drafts, .. } = group;
        let (same, other): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(is_main);
        let part = |section, drafts: Vec<Draft>| {
            (!drafts.is_empty()).then(|| DraftGroup {
                line: line.clone(),
                changes: changes.clone(),
                section,
                drafts,
            })
        };
        [part(Section::Main, same), part(Section::OtherLengths, other)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    });
    parted.collect()
}

/// The change of each part, or of the one line: only between figures over the same length of time.
fn changes_of(changes: &[LineChange], drafts: &[Draft], parts: usize) -> Vec<Option<Change>> {
    let mut of = vec![None; parts.max(1)];
    for LineChange { ends, part, change } in changes {
        // Where figures over other lengths are set apart, the ends of the line may be of two kinds.
        let has = |end: &Ref| drafts.iter().flat_map(|draft| &draft.figures).any(|figure| figure.of == *end);
        if ends.iter().all(has) {
            of[part.unwrap_or(0)] = Some(*change);
        }
    }
    of
}
