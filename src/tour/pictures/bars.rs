//! Bars of figures: for each line of a series its first value and its last, all on one scale from zero.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dossier::chart::{Point, length};
use crate::dossier::{Id, Kind, Observation, Qualifier, Ref, SeriesKind, Stop};
use crate::facts::{LineTrend, SeriesTrend, stop_big_figure, stop_series};
use crate::look::glyphs::{self, Glyphs};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::lines;
use crate::text::width;
use crate::widgets::to_cells;

/// The most lines that are drawn.
const LINES: usize = 4;
/// The most rows of a bar.
const THICK: u16 = 3;
/// The widest name of a line, in cells.
const NAME: usize = 18;
/// The fewest cells of the longest bar.
const LEAST: u16 = 8;

/// The lines of a series.
pub(in crate::tour) struct Bars<'a> {
    context: &'a Context,
    /// What is measured, in what, and who published it.
    caption: String,
    lines: Vec<BarLine>,
    /// The largest value.
    most: f64,
}

struct BarLine {
    name: String,
    bars: Vec<Bar>,
}

struct Bar {
    period: String,
    value: f64,
    qualifier: Qualifier,
    text: String,
    /// Whether it is the last of its line.
    is_last: bool,
    /// Whether it is what the stop shows large.
    is_big: bool,
}

impl<'a> Bars<'a> {
    /// The bars of a stop; none where its series has no figure, or one below zero.
    pub(super) fn of(context: &'a Context, stop: &'a Stop) -> Option<Self> {
        let dossier = &context.dossier;
        let big = stop.big.as_ref().map(|big| context.text(big));
        let big = big.and_then(|big| stop_big_figure(dossier, stop, &big, context.language));
        let named = stop_series(dossier, stop);
        let id = named.first().copied().or_else(|| big.map(|figure| &figure.series))?;
        let series = dossier.series_by_id(id)?;
        let trend = SeriesTrend::of(dossier, series, false);
        // Lengths of what is below zero, or what does not compare, say nothing.
        if trend.least < 0.0 || series.kind == SeriesKind::List {
            return None;
        }
        let places: Vec<&Id> =
            stop.things().filter(|item| item.kind == Kind::Place).map(|item| &item.id).collect();
        let big = big.map(Observation::to_ref);
        let mut drawn: Vec<&LineTrend> = trend.lines.iter().collect();
        let is_named = |line: &&LineTrend| {
            places.is_empty() || line.line.place.as_ref().is_some_and(|place| places.contains(&place))
        };
        let all = trend.lines.iter().filter(is_named).count();
        if places.is_empty() {
            // The line of what is large comes first; the others stay in their order.
            let holds =
                |line: &LineTrend| line.line.points.iter().any(|point| Some(&point.of) == big.as_ref());
            drawn.sort_by_key(|line| !holds(line));
        } else {
            let rank =
                |line: &LineTrend| places.iter().position(|place| Some(*place) == line.line.place.as_ref());
            drawn.retain(|line| rank(line).is_some());
            drawn.sort_by_key(|line| rank(line));
        }
        // Sums over unequal times are no lengths to be compared.
        if let Some(first) = drawn.first().filter(|_| series.kind == SeriesKind::Flow) {
            let of_first = length(first.last().period);
            let is_equal = |point: &Point| length(point.period) == of_first;
            drawn.retain(|line| is_equal(line.first()) && is_equal(line.last()));
        }
        let left_out = all.saturating_sub(drawn.len().min(LINES));
        drawn.truncate(LINES);
        let lines: Vec<BarLine> =
            drawn.into_iter().map(|line| BarLine::of(context, line, big.as_ref())).collect();
        let values = || lines.iter().flat_map(|line| &line.bars).map(|bar| bar.value);
        let most = values().fold(0.0, f64::max);
        // One bar alone compares with nothing.
        if values().nth(1).is_none() || most <= 0.0 {
            return None;
        }
        let title = context.text(&series.title);
        let unit = lines::unit_unless_said(context, series, &title);
        let title: Vec<String> = std::iter::once(title).chain(unit).collect();
        let more = (left_out > 0).then(|| super::rows::more(context, left_out));
        let parts: Vec<String> = std::iter::once(title.join(", ")).chain(more).collect();
        Some(Self { context, caption: context.joined(&parts), lines, most })
    }

    fn bars(&self) -> u16 {
        to_cells(self.lines.iter().map(|line| line.bars.len()).sum())
    }

    pub(super) fn rows(&self) -> (u16, u16) {
        let (bars, between) = (self.bars(), to_cells(self.lines.len()) - 1);
        (1 + bars, 2 + THICK * bars + between)
    }

    pub(super) fn paint(&self, context: &Context, area: Rect, buffer: &mut Buffer) -> bool {
        let bars = self.bars();
        let between = to_cells(self.lines.len()) - 1;
        let mut is_cut = width::cells(&self.caption) > usize::from(area.width);
        let caption = context.truncate_parts(&self.caption, usize::from(area.width));
        buffer.set_string(area.x, area.y, caption, context.style(Role::Quiet));
        let mut y = area.y + 1;
        let left = area.bottom() - y;
        let thick = ((left.saturating_sub(between)) / bars.max(1)).clamp(1, THICK);
        let gap = u16::from(left >= thick * bars + between);
        let names = self.lines.iter().map(|line| width::cells(&line.name)).max().unwrap_or(0).min(NAME);
        let all = || self.lines.iter().flat_map(|line| &line.bars);
        let periods = all().map(|bar| width::cells(&bar.period)).max().unwrap_or(0);
        let values = all().map(|bar| width::cells(&bar.text)).max().unwrap_or(0);
        let from = area.x + to_cells(names + 2 + periods + 2);
        // Where both have no room, a bar gives way to its figure.
        let cells = area.right().saturating_sub(from + to_cells(values + 3));
        let cells = if cells < LEAST { 0 } else { cells };
        for line in &self.lines {
            is_cut |= width::cells(&line.name) > NAME;
            let name = context.truncate(&line.name, NAME);
            buffer.set_string(area.x, y, &*name, context.style(Role::Text));
            for bar in &line.bars {
                let role = match bar {
                    Bar { is_big: true, .. } => Role::LitWords,
                    Bar { is_last: true, .. } => Role::Text,
                    _ => Role::Quiet,
                };
                // The words of what is large are bold; an underline would read as a mark.
                let style = self.context.style(role).remove_modifier(ratatui::style::Modifier::UNDERLINED);
                buffer.set_string(area.x + to_cells(names + 2), y, &bar.period, style);
                for row in 0..thick {
                    let end = self.bar(bar, Rect::new(from, y + row, cells, 1), style, buffer);
                    if row == 0 {
                        let room = usize::from(area.right().saturating_sub(end + 1));
                        is_cut |= width::cells(&bar.text) > room;
                        let text = context.truncate(&bar.text, room);
                        buffer.set_string(end + 1, y, &*text, style);
                    }
                }
                y += thick;
            }
            y += gap;
        }
        is_cut
    }

    /// Draws a row of a bar; returns where it ends.
    fn bar(&self, bar: &Bar, area: Rect, style: ratatui::style::Style, buffer: &mut Buffer) -> u16 {
        let context = self.context;
        if area.width == 0 {
            return area.x;
        }
        let fill = match bar.qualifier {
            Qualifier::UpTo | Qualifier::Forecast => glyphs::FILL_GONE,
            _ if bar.is_last || bar.is_big => glyphs::FILL_ADDED,
            _ => glyphs::FILL_FIRST,
        };
        let eighths = (bar.value / self.most * f64::from(area.width) * 8.0).round() as u32;
        let (full, part) = ((eighths / 8) as u16, eighths % 8);
        for x in 0..full {
            buffer.set_string(area.x + x, area.y, context.glyph(fill), style);
        }
        let mut end = area.x + full;
        // Only a full bar has parts of cells; the others are rounded.
        let is_solid = fill == glyphs::FILL_ADDED && context.glyphs == Glyphs::Unicode;
        if is_solid && part > 0 {
            let parts = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"];
            buffer.set_string(end, area.y, parts[part as usize - 1], style);
            end += 1;
        } else if part >= 4 {
            buffer.set_string(end, area.y, context.glyph(fill), style);
            end += 1;
        }
        if matches!(bar.qualifier, Qualifier::MoreThan | Qualifier::AtLeast) {
            buffer.set_string(end, area.y, context.glyph(glyphs::OPEN_AFTER), style);
            end += 1;
        }
        end
    }
}

impl BarLine {
    fn of(context: &Context, line: &LineTrend, big: Option<&Ref>) -> Self {
        let mut points: Vec<&Point> = vec![line.first()];
        points.extend(line.line.points.iter().filter(|point| Some(&point.of) == big));
        points.push(line.last());
        points.dedup_by_key(|point| point.of.clone());
        let bar = |point: &&Point| {
            let observation = context.dossier.observation(&point.of.id)?;
            let value = point.value?;
            let period = observation.date.as_ref().map(|date| context.compact_date(date)).unwrap_or_default();
            Some(Bar {
                period,
                value,
                qualifier: point.qualifier,
                text: lines::short_value(context, value, point.qualifier),
                is_last: point.of == line.last().of,
                is_big: Some(&point.of) == big,
            })
        };
        Self { name: lines::name(context, &line.line), bars: points.iter().filter_map(bar).collect() }
    }
}
