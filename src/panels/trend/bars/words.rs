//! What stands beside bars: names, periods, values and changes, all of them written once for a language.

use super::figures::{Bar, Bars, Bound, FILLS, Figure, Group};
use crate::dossier::scale::tidy;
use crate::dossier::stacks::{self, qualifier_of_sum};
use crate::dossier::{Kind, Qualifier, Ref, Series};
use crate::facts::Change;
use crate::i18n::{dates, spans};
use crate::look::glyphs::{self, Glyph};
use crate::protocol::context::Context;
use crate::protocol::multiples::Multiple;
use crate::protocol::{lines, names};
use crate::text::width;

/// A piece of what stands behind a bar.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) text: String,
    /// The figure it is the value of.
    pub(super) figure: Option<usize>,
}

/// What stands beside a bar.
#[derive(Clone, Debug)]
pub(super) struct BarWords {
    /// `H1 2024`, and in few cells `H1 24`.
    pub(super) periods: [String; 2],
    /// `434 + 1,232 = 1,666`, and in few cells `434+1,232`.
    pub(super) values: [Vec<Span>; 2],
    /// The cells of each.
    pub(super) value_cells: [usize; 2],
}

/// What stands beside all bars, and the widest of each.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub(super) bars: Vec<BarWords>,
    /// What the groups are called; empty where the title says it.
    pub(super) names: Vec<String>,
    /// What changed in each group; empty where the figures support none.
    pub(super) changes: Vec<String>,
    /// From when to when the figures of each group are.
    pub(super) spans: Vec<String>,
    /// The same for most lines of two figures; empty where not all of these have one.
    pub(super) common_span: String,
    pub(super) unit: String,
    /// The head of the column of changes: since when, where lines have more figures than two.
    pub(super) change_head: &'static str,
    pub(super) name_cells: usize,
    pub(super) period_cells: [usize; 2],
    pub(super) change_cells: usize,
}

/// Writes what stands beside the bars of a series.
pub(super) fn words(bars: &Bars, series: &Series, context: &Context) -> Words {
    let all: Vec<f64> = bars.bars.iter().flat_map(Bar::values).collect();
    let multiple = Multiple::of(context, &all);
    let of_bar = |bar: &Bar| {
        let values = [false, true].map(|is_short| values(bars, bar, is_short, multiple, context));
        let value_cells = [&values[0], &values[1]].map(|spans| cells(spans));
        BarWords { periods: periods(bar, context), values, value_cells }
    };
    let title = context.text(&series.title);
    let mut names: Vec<String> = bars.groups.iter().map(|group| name(bars, group, context)).collect();
    if names.iter().all(|name| title.contains(name.as_str()) && *name == names[0]) {
        names.iter_mut().for_each(String::clear);
    }
    let changes: Vec<String> = bars.groups.iter().map(|group| change(bars, group, context)).collect();
    let unit = lines::unit_unless_said(context, series, &lines::heading(context, series));
    let words: Vec<BarWords> = bars.bars.iter().map(of_bar).collect();
    let widest =
        |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| width::cells(text)).max().unwrap_or(0);
    let spans: Vec<String> = bars.groups.iter().map(|group| span(bars, group, context)).collect();
    Words {
        common_span: common_span(bars, &spans),
        change_head: change_head(bars, context),
        name_cells: widest(&mut names.iter()),
        period_cells: [0, 1].map(|form| widest(&mut words.iter().map(|bar| &bar.periods[form]))),
        change_cells: widest(&mut changes.iter()),
        spans,
        unit: unit.unwrap_or_default(),
        bars: words,
        names,
        changes,
    }
}

/// The cells that spans take.
fn cells(spans: &[Span]) -> usize {
    spans.iter().map(|span| width::cells(&span.text)).sum()
}

fn name(bars: &Bars, group: &Group, context: &Context) -> String {
    if !bars.is_divided() {
        return lines::name(context, &group.line);
    }
    let place = group.line.place.as_ref().map(|id| names::name(context, &Ref::new(Kind::Place, id)));
    place.unwrap_or_default()
}

fn periods(bar: &Bar, context: &Context) -> [String; 2] {
    let figure = bar.figures.first().and_then(|figure| context.dossier.observation(&figure.of.id));
    let Some(date) = figure.and_then(|figure| figure.date.as_ref()).filter(|_| bar.period.is_some()) else {
        return Default::default();
    };
    let signs = context.glyphs.in_dates();
    [dates::compact(date, context.language, signs), spans::span(date, date, context.language, signs)]
}

fn span(bars: &Bars, group: &Group, context: &Context) -> String {
    let date = |bar: usize| context.dossier.observation(&bars.at((bar, 0))?.id)?.date.as_ref();
    let ends = date(group.bars.start).zip(date(group.bars.end.saturating_sub(1)));
    let signs = context.glyphs.in_dates();
    ends.map(|(first, last)| spans::span(first, last, context.language, signs)).unwrap_or_default()
}

fn change(bars: &Bars, group: &Group, context: &Context) -> String {
    if group.changes.iter().all(Option::is_none) {
        return String::new();
    }
    let write = |change: &Option<Change>| match change {
        None => context.glyph(glyphs::TO).to_owned(),
        Some(change) => lines::change(context, *change),
    };
    if !bars.is_divided() {
        return group.changes.iter().map(write).collect::<Vec<_>>().join(" / ");
    }
    // In the order of the fills; several parts in one have no change of their own.
    let of_slot = |slot: usize| {
        let mut parts = (0..group.changes.len()).filter(|part| bars.slot_of(*part) == slot);
        let only = parts.next().filter(|_| parts.next().is_none());
        only.map(|part| group.changes[part])
    };
    let changes: Vec<Option<Change>> = (0..FILLS).filter_map(of_slot).collect();
    if changes.iter().all(Option::is_none) {
        return String::new();
    }
    changes.iter().map(write).collect::<Vec<_>>().join(" / ")
}

/// What stands behind a bar.
fn values(bars: &Bars, bar: &Bar, is_short: bool, multiple: Multiple, context: &Context) -> Vec<Span> {
    if bar.total.is_none() {
        let strings = context.strings();
        let words = if is_short { strings.no_figure_short } else { strings.no_figure };
        return vec![Span { text: format!("{} {words}", context.glyph(glyphs::MISSING)), figure: Some(0) }];
    }
    let value = |value: f64, qualifier: Qualifier| multiple.write(context, value, qualifier);
    let (plus, equals) = if is_short { ("+", "=") } else { (" + ", " = ") };
    let mut spans: Vec<Span> = Vec::new();
    let mut push = |text: String, figure: Option<usize>| {
        if !spans.is_empty() {
            spans.push(Span { text: plus.to_owned(), figure: None });
        }
        spans.push(Span { text, figure });
    };
    let others = bar.figures.len() + bar.missing.len();
    if others == 1 {
        let Figure { value: number, qualifier, .. } = bar.figures[0];
        push(value(number.unwrap_or_default(), qualifier), Some(0));
        return spans;
    }
    let slots = (0..FILLS).filter_map(|slot| Slot::of(bars, bar, slot));
    for Slot { known, not_found, lacks_part } in slots {
        if let Some((figure, sum, qualifier)) = known {
            push(value(sum, qualifier), Some(figure));
        }
        // In one fill with what is known there may be what is not.
        if not_found.is_some() {
            push(context.glyph(glyphs::MISSING).to_owned(), not_found);
        }
        if lacks_part {
            push("?".to_owned(), None);
        }
    }
    let sum = stacks::exact_sum(bar.figures.iter().filter_map(|figure| figure.value));
    if let (true, Some(sum)) = (bar.is_stack() && !is_short, sum) {
        let qualifier = qualifier_of_sum(bar.figures.iter().map(|figure| figure.qualifier));
        spans.push(Span { text: equals.to_owned(), figure: None });
        spans.push(Span { text: value(sum, qualifier), figure: None });
    }
    spans
}

/// The figures of a bar that have one fill.
struct Slot {
    /// The first that has a value, what all of them add up to, and how that is meant.
    known: Option<(usize, f64, Qualifier)>,
    /// The first that was looked for and not found.
    not_found: Option<usize>,
    /// Whether there is a part only in other periods.
    lacks_part: bool,
}

impl Slot {
    fn of(bars: &Bars, bar: &Bar, slot: usize) -> Option<Self> {
        let own = || bar.figures.iter().enumerate().filter(|(_, figure)| bars.slot(figure) == slot);
        let values = || own().filter_map(|(place, figure)| Some((place, figure.value?, figure.qualifier)));
        let known = values().next().map(|(place, _, first)| {
            let sum = tidy(values().map(|(_, value, _)| value).sum());
            let is_same = values().all(|(.., qualifier)| qualifier == first);
            (place, sum, if is_same { first } else { Qualifier::About })
        });
        let not_found = own().find(|(_, figure)| figure.value.is_none()).map(|(place, _)| place);
        let lacks_part = bar.missing.iter().any(|part| bars.slot_of(*part) == slot);
        let slot = Self { known, not_found, lacks_part };
        (slot.known.is_some() || slot.not_found.is_some() || lacks_part).then_some(slot)
    }
}

/// What a fill or an end of a bar means.
pub(super) type Meaning = (Glyph, String);

/// What the fills and the ends of bars mean.
pub(super) fn legend(bars: &Bars, context: &Context) -> Vec<Meaning> {
    let strings = context.strings();
    let mut legend: Vec<Meaning> = Vec::new();
    for (slot, fill) in glyphs::PART_FILLS.into_iter().enumerate() {
        let parts: Vec<_> = bars.parts_of(slot).collect();
        let named = match parts[..] {
            [] => continue,
            [part] => part.name.as_ref().map(|name| context.text(name)).unwrap_or_default(),
            ref others => strings.other_parts.replace("{}", &context.language.count(others.len())),
        };
        legend.push((fill, named));
    }
    if bars.has_totals {
        legend.push((glyphs::PART_FILLS[FILLS - 1], strings.undivided.to_owned()));
    }
    for bound in &bars.bounds {
        legend.push(match bound {
            Bound::Lower => (glyphs::UP, strings.lower_bound.to_owned()),
            Bound::Upper => (glyphs::DOWN, strings.upper_bound.to_owned()),
        });
    }
    legend
}

/// From when to when all lines of two figures are; empty where they are not of one time.
fn common_span(bars: &Bars, spans: &[String]) -> String {
    let pairs = || bars.groups.iter().zip(spans).filter(|(group, _)| group.bars.len() == 2);
    let first = pairs().next().map_or("", |(_, span)| span.as_str());
    if pairs().all(|(_, span)| span == first) { first.to_owned() } else { String::new() }
}

fn change_head(bars: &Bars, context: &Context) -> &'static str {
    let strings = context.strings();
    let is_long = bars.groups.iter().any(|group| {
        let has_change = group.changes.iter().any(Option::is_some);
        has_change && group.bars.clone().filter(|bar| bars.bars[*bar].total.is_some()).nth(2).is_some()
    });
    if is_long { strings.change_since_first } else { strings.change }
}

impl Words {
    /// The cells of the dates that lines have beside their name because not all have the same.
    pub(super) fn uncommon_spans(&self) -> usize {
        let uncommon = self.spans.iter().filter(|span| **span != self.common_span);
        uncommon.map(|span| width::cells(span)).max().unwrap_or(0)
    }

    /// What changed up to this bar, if it is the last of its group.
    pub(super) fn change_at(&self, bars: &Bars, bar: usize) -> &str {
        let group = bars.bars[bar].group;
        if bars.last_of(group) == bar { &self.changes[group] } else { "" }
    }
}
