//! Draws a line chart: axes with ticks of our own, lines in braille, a marker a place, bounds as arrows, gaps as
//! crosses, and the events that are lit on the time axis.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Line};

use super::labels;
use super::plot::{LEAST_ROWS, Plot, line_role, plot};
use crate::dossier::chart::{Chart, Point};
use crate::dossier::{DateShape, Kind, Qualifier, Ref};
use crate::look::glyphs::{self, Glyphs, MARKERS};
use crate::look::panel::{Focus, Panel};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::width;
use crate::widgets::to_cells;

/// Whether the lines can be distinguished in the room between heading and caption.
pub(in crate::panels::trend) fn has_room(chart: &Chart, context: &Context, area: Rect) -> bool {
    // Which line the cursor is on makes no difference but where there are many more lines than are drawn.
    let has_plot = || plot(chart, labels::room(&labels::labels(chart, 0, context)), context, area).is_some();
    // Nothing needs no room.
    chart.lines.is_empty() || area.height >= LEAST_ROWS && has_plot()
}

/// Draws into the room between heading and caption.
pub(super) fn draw(
    chart: &Chart,
    cursor: (usize, usize),
    context: &Context,
    area: Rect,
    buffer: &mut Buffer,
) {
    let labels = labels::labels(chart, cursor.0, context);
    let Some(plot) = plot(chart, labels::room(&labels), context, area) else { return };
    draw_scale(&plot, context, area.x, buffer);
    let missing = missing(chart, cursor.0, &plot);
    draw_time(&plot, &missing, context, buffer);
    draw_joins(chart, cursor.0, &plot, context, buffer);
    // What is selected or under the cursor is drawn last: points may share a cell.
    let is_cursor = |index, place| cursor == (index, place);
    for on_top in [false, true] {
        for (index, line) in chart.drawn(cursor.0) {
            for (place, point) in line.points.iter().enumerate() {
                if on_top == (is_cursor(index, place) || context.is_selected(&point.of)) {
                    draw_point(&plot, index, point, is_cursor(index, place), context, buffer);
                }
            }
        }
    }
    draw_events(&plot, &missing, context, buffer);
    labels::draw(chart, cursor.0, &plot, &labels, context, buffer);
}

/// The line and the point at a cell, or beside it; at a label, the one it shows.
pub(super) fn hit_test(
    chart: &Chart,
    cursor: (usize, usize),
    context: &Context,
    area: Rect,
    position: Position,
) -> Option<(usize, usize)> {
    let labels = labels::labels(chart, cursor.0, context);
    let plot = plot(chart, labels::room(&labels), context, area)?;
    if position.x > plot.area.right() {
        let mut rows = labels::rows(chart, cursor.0, &plot, &labels).into_iter();
        let (_, label) = rows.find(|(y, _)| *y == position.y)?;
        let line = labels[label].line;
        let points = &chart.lines[line].points;
        // A label shows the latest figure there is.
        let latest = points.iter().rposition(|point| point.value.is_some());
        return Some((line, latest.unwrap_or(points.len() - 1)));
    }
    let points = chart.drawn(cursor.0).flat_map(|(index, line)| {
        line.points.iter().enumerate().map(move |(place, point)| ((index, place), point))
    });
    let near = points.filter_map(|(which, point)| {
        let aside = plot.column(point)?.abs_diff(position.x);
        (aside <= 1 && plot.height(point) == position.y).then_some((aside, which != cursor, which))
    });
    near.min().map(|(_, _, which)| which)
}

/// How many lit events are on the time axis, and how many are off it on either side.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Events {
    pub(super) before: usize,
    pub(super) on: usize,
    pub(super) after: usize,
}

/// Counts the lit events on the time axis and off it.
pub(super) fn events_on_axis(chart: &Chart, context: &Context) -> Events {
    let mut events = Events::default();
    let Some((first, last)) = chart.span() else { return events };
    let days = lit_events(context).filter_map(|name| day_of(context, name));
    for day in days {
        if day < first {
            events.before += 1;
        } else if day > last {
            events.after += 1;
        } else {
            events.on += 1;
        }
    }
    events
}

fn lit_events(context: &Context) -> impl Iterator<Item = &Ref> {
    context.lit().things().filter(|name| name.kind == Kind::Event)
}

/// The day at which an event is marked; none where it is not known when it was, as of one of some decade.
fn day_of(context: &Context, name: &Ref) -> Option<NaiveDate> {
    let date = &context.dossier.event(&name.id)?.date;
    // An ongoing event counts from its beginning.
    let start = date.ends().and_then(|(start, _)| start).filter(|_| date.shape() == DateShape::Interval);
    start.unwrap_or(date).period().map(|(first, _)| first)
}

fn draw_scale(plot: &Plot, context: &Context, x: u16, buffer: &mut Buffer) {
    let axis = context.style(Role::Axis);
    let edge = plot.area.x - 1;
    for y in plot.area.top()..plot.area.bottom() {
        buffer.set_string(edge, y, context.glyph(glyphs::AXIS), axis);
    }
    for value in plot.scale.ticks() {
        // From 0 up, the time axis is the line of 0.
        let on_axis = value == 0.0 && plot.scale.bottom == 0.0;
        let y = if on_axis { plot.area.bottom() } else { plot.row(value) };
        let label = context.language.number(value);
        let cells = to_cells(width::cells(&label));
        buffer.set_string(edge.saturating_sub(cells).max(x), y, label, context.style(Role::Quiet));
        buffer.set_string(edge, y, context.glyph(glyphs::VALUE_TICK), axis);
        if value == 0.0 && !on_axis {
            for x in plot.area.left()..plot.area.right() {
                buffer.set_string(x, y, context.glyph(glyphs::RULE), axis);
            }
        }
    }
    buffer.set_string(edge, plot.area.bottom(), context.glyph(glyphs::ORIGIN), axis);
}

fn draw_time(plot: &Plot, missing: &[u16], context: &Context, buffer: &mut Buffer) {
    let y = plot.area.bottom();
    let axis = context.style(Role::Axis);
    for x in plot.area.left()..plot.area.right() {
        buffer.set_string(x, y, context.glyph(glyphs::RULE), axis);
    }
    let events = lit_events(context).filter_map(|name| event_cell(plot, missing, context, name));
    let marks: Vec<u16> = events.chain(missing.iter().copied()).collect();
    for year in plot.axis.years() {
        if let Some(begins) = year.begins.filter(|cell| *cell > 0) {
            buffer.set_string(plot.area.x + begins, y, context.glyph(glyphs::TIME_TICK), axis);
        }
        let room = year.to + 1 - year.from;
        // The whole number, or its end where that is all there is room for.
        let labels = [year.year.to_string(), format!("{:02}", year.year.rem_euclid(100))];
        let placed = labels.iter().zip([7, 4]).find_map(|(label, least)| {
            let cells = to_cells(label.len());
            if room < least.max(cells + 2) {
                return None;
            }
            // As near to the middle of the year as the marks of events leave room.
            let middle = year.from + (room - cells).div_ceil(2);
            let free = |start: &u16| !marks.iter().any(|mark| (*start..start + cells).contains(mark));
            let starts = year.from + 1..=year.to - cells;
            Some((starts.filter(free).min_by_key(|start| start.abs_diff(middle))?, label))
        });
        if let Some((start, label)) = placed {
            buffer.set_string(plot.area.x + start, y, label, context.style(Role::Quiet));
        }
    }
}

/// The cells of the time axis where a figure was looked for and not found.
fn missing(chart: &Chart, cursor: usize, plot: &Plot) -> Vec<u16> {
    let points = chart.drawn(cursor).flat_map(|(_, line)| &line.points);
    points.filter(|point| point.value.is_none()).filter_map(|point| plot.axis.cell(point.middle())).collect()
}

/// Where an event is marked; beside its day, if a missing figure is marked there.
fn event_cell(plot: &Plot, missing: &[u16], context: &Context, name: &Ref) -> Option<u16> {
    let cell = plot.axis.cell(day_of(context, name)?)?;
    let beside = cell + 1 < plot.area.width && missing.contains(&cell);
    Some(cell + u16::from(beside))
}

/// The lit events on the time axis.
fn draw_events(plot: &Plot, missing: &[u16], context: &Context, buffer: &mut Buffer) {
    for name in lit_events(context) {
        if let Some(cell) = event_cell(plot, missing, context, name) {
            let style = if context.is_selected(name) { Role::Selected } else { Role::Lit };
            let sign = context.glyph(glyphs::EVENT);
            buffer.set_string(plot.area.x + cell, plot.area.bottom(), sign, context.style(style));
        }
    }
}

fn draw_joins(chart: &Chart, cursor: usize, plot: &Plot, context: &Context, buffer: &mut Buffer) {
    for (index, line) in chart.drawn(cursor) {
        let style = context.style(line_role(index));
        if context.glyphs == Glyphs::Ascii {
            for pair in line.points.windows(2).filter(|pair| pair[0].joins(&pair[1])) {
                join_cells(plot, &pair[0], &pair[1], style, buffer);
            }
            continue;
        }
        let canvas = Canvas::default()
            .marker(Marker::Braille)
            .x_bounds([0.0, 1.0])
            .y_bounds([plot.scale.bottom, plot.scale.top])
            .paint(|canvas| {
                for pair in line.points.windows(2).filter(|pair| pair[0].joins(&pair[1])) {
                    let at = |point: &Point| (plot.axis.share(point.middle()), point.value.unwrap_or(0.0));
                    let ((x1, y1), (x2, y2)) = (at(&pair[0]), at(&pair[1]));
                    canvas.draw(&Line { x1, y1, x2, y2, color: style.fg.unwrap_or_default() });
                }
            });
        canvas.render(plot.area, buffer);
    }
}

/// Joins two points by whole cells: a line of finer dots, cut to cells, would run beside the points.
fn join_cells(plot: &Plot, one: &Point, other: &Point, style: Style, buffer: &mut Buffer) {
    let cell = |point: &Point| Some((plot.column(point)?, plot.row(point.value?)));
    let Some(((x1, y1), (x2, y2))) = cell(one).zip(cell(other)) else { return };
    let steps = x1.abs_diff(x2).max(y1.abs_diff(y2));
    for step in 1..steps {
        let share = f64::from(step) / f64::from(steps);
        let between =
            |from: u16, to: u16| (f64::from(from) * (1.0 - share) + f64::from(to) * share).round() as u16;
        buffer.set_string(between(x1, x2), between(y1, y2), ".", style);
    }
}

fn draw_point(
    plot: &Plot,
    index: usize,
    point: &Point,
    is_cursor: bool,
    context: &Context,
    buffer: &mut Buffer,
) {
    let Some(x) = plot.column(point) else { return };
    let (full, hollow) = MARKERS[index % MARKERS.len()];
    let y = plot.height(point);
    let glyph = match (point.value, point.qualifier) {
        (None, _) => glyphs::MISSING,
        (Some(_), Qualifier::MoreThan | Qualifier::AtLeast) => glyphs::UP,
        (Some(_), Qualifier::UpTo) => glyphs::DOWN,
        (Some(_), Qualifier::Exact) if !point.is_unsure => full,
        (Some(_), Qualifier::Exact) => hollow,
        (Some(_), Qualifier::About | Qualifier::Rounded | Qualifier::Forecast) => hollow,
    };
    let mut style = context.style(line_role(index));
    if context.is_selected(&point.of) {
        style = style.patch(context.style(Role::Selected));
    } else if context.is_lit(&point.of) {
        style = style.add_modifier(Modifier::BOLD);
    } else if is_cursor && context.focus == Focus::Panel(Panel::Trend) {
        style = style.patch(context.style(Role::Cursor));
    }
    buffer[(x, y)].reset();
    buffer.set_string(x, y, context.glyph(glyph), style);
}
