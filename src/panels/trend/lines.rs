//! Draws a line chart: axes with ticks of our own, lines in braille, a marker a place, bounds as arrows, gaps as
//! crosses, and the events that are lit on the time axis.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Line};

use super::axis::{TimeAxis, round_below, step};
use super::chart::{Chart, PlaceLine, Point};
use crate::dossier::{Kind, Qualifier, Ref};
use crate::text::width;
use crate::ui::context::Context;
use crate::ui::glyphs::{self, Glyphs, MARKERS};
use crate::ui::names;
use crate::ui::panel::{Focus, Panel};
use crate::ui::theme::{LINE_COLOURS, Role};

/// The most ticks of the value axis.
const MOST_TICKS: u16 = 5;

/// The place of the plot and its axes.
struct Plot {
    area: Rect,
    axis: TimeAxis,
    scale: Scale,
    /// The cells of a label at its right.
    label_cells: usize,
}

/// What the value axis reaches from and to.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Scale {
    /// 0, or below where a value is.
    bottom: f64,
    top: f64,
    step: f64,
}

impl Scale {
    /// From 0, or the lowest value below it, to the highest; a little beyond, so that no point sticks to the frame.
    fn of(chart: &Chart, height: u16) -> Self {
        let (least, most) = (chart.least().max(-FARTHEST), chart.most().min(FARTHEST));
        let top = if most > 0.0 || least < 0.0 { most * 1.06 } else { 1.0 };
        let bottom = least * 1.06;
        let step = step(most - least, ((height - 1) / 2).min(MOST_TICKS));
        // In few rows the step may lie beyond all values; a scale of nothing but 0 measures none of them.
        let step = step.min(round_below(top.max(-bottom)));
        // Of a low chart whose only tick would share its row with a higher value that value is the tick.
        let row = (top - bottom) / f64::from((height - 1).max(1));
        let beyond = most - step;
        let shares = 2.0 * step > top && beyond > 0.05 * most && beyond < row;
        Self { bottom, top, step: if shares && least >= 0.0 { most } else { step } }
    }

    /// A value as a share of the scale, from 0 at the bottom to 1 at the top.
    fn share(&self, value: f64) -> f64 {
        (value - self.bottom) / (self.top - self.bottom)
    }

    /// The values to write beside it: 0 and whole steps.
    fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        let from = (self.bottom / self.step).ceil() as i32;
        let to = (self.top / self.step).floor() as i32;
        (from..=to).map(|tick| tidy(self.step * f64::from(tick)))
    }
}

/// What lies farther out stands at the edge: a scale as long as this still has a length.
const FARTHEST: f64 = f64::MAX / 4.0;

/// Without what binary arithmetic adds: three times 0.1 is 0.3.
fn tidy(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}

impl Plot {
    fn row(&self, value: f64) -> u16 {
        let dots = f64::from(self.area.height) * 4.0 - 1.0;
        let from_top = ((1.0 - self.scale.share(value)) * dots).round().clamp(0.0, dots) as u16;
        self.area.y + from_top / 4
    }

    /// The row a point stands at. What has no value stands below the plot, so that it is not taken for a low one.
    fn height(&self, point: &Point) -> u16 {
        point.value.map_or(self.area.bottom(), |value| self.row(value))
    }

    fn column(&self, point: &Point) -> Option<u16> {
        self.axis.cell(point.middle()).map(|cell| self.area.x + cell)
    }
}

/// The least rows of a chart with its axis, and the least cells of its plot.
const LEAST_ROWS: u16 = 4;
const LEAST_CELLS: u16 = 16;
/// The most cells of a label, where that is more than a third of the room.
const MOST_LABEL_CELLS: usize = 20;

/// Whether the lines can be told apart in the room between heading and caption.
pub(super) fn has_room(chart: &Chart, context: &Context, area: Rect) -> bool {
    // Which line the cursor is on makes no difference but where there are many more lines than are drawn.
    area.height >= LEAST_ROWS && plot(chart, &labels(chart, 0, context), context, area).is_some()
}

/// The plot between its scale and its labels; none where it has too little room, or nothing to show.
fn plot(chart: &Chart, labels: &[(usize, String)], context: &Context, area: Rect) -> Option<Plot> {
    let (first, last) = chart.span()?;
    // A footer of two lines takes one of the rows there is room in.
    if area.height + 1 < LEAST_ROWS {
        return None;
    }
    let scale = Scale::of(chart, area.height);
    let scale_labels = scale.ticks().map(|value| context.language.number(value));
    let scale_cells = scale_labels.map(|label| width::cells(&label)).max().unwrap_or(0) + 1;
    let left = u16::try_from(scale_cells).unwrap_or(0) + 1;
    let label_cells = labels.iter().map(|(_, label)| width::cells(label)).max().unwrap_or(0);
    // And the blank before a label, and the mark of what is lit after it.
    let label_cells = label_cells.min(usize::from(area.width / 3).max(MOST_LABEL_CELLS));
    let right = u16::try_from(label_cells).unwrap_or(u16::MAX - 2) + 2;
    let cells = area.width.saturating_sub(left.saturating_add(right));
    let area = Rect { x: area.x + left, width: cells, height: area.height - 1, ..area };
    (cells >= LEAST_CELLS).then(|| Plot { area, axis: TimeAxis::new(first, last, cells), scale, label_cells })
}

/// Draws into the room between heading and caption.
pub(super) fn draw(
    chart: &Chart,
    cursor: (usize, usize),
    context: &Context,
    area: Rect,
    buffer: &mut Buffer,
) {
    let labels = labels(chart, cursor.0, context);
    let Some(plot) = plot(chart, &labels, context, area) else { return };
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
    draw_labels(chart, cursor.0, &plot, &labels, context, buffer);
}

/// The line and the point at a cell, or beside it; at a label, the one it tells.
pub(super) fn at(
    chart: &Chart,
    cursor: (usize, usize),
    context: &Context,
    area: Rect,
    position: Position,
) -> Option<(usize, usize)> {
    let labels = labels(chart, cursor.0, context);
    let plot = plot(chart, &labels, context, area)?;
    if position.x > plot.area.right() {
        let mut rows = label_rows(chart, cursor.0, &plot, &labels).into_iter();
        let (_, label) = rows.find(|(y, _)| *y == position.y)?;
        let line = labels[label].0;
        let points = &chart.lines[line].points;
        // A label tells the latest figure there is.
        let told = points.iter().rposition(|point| point.value.is_some());
        return Some((line, told.unwrap_or(points.len() - 1)));
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

/// How many lit events stand on the time axis, and how many are off it on either side.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Events {
    pub(super) before: usize,
    pub(super) on: usize,
    pub(super) after: usize,
}

/// Counts the lit events by where they stand to the time axis.
pub(super) fn events_on_axis(chart: &Chart, context: &Context) -> Events {
    let mut events = Events::default();
    let Some((first, last)) = chart.span() else { return events };
    let days = lit_events(context).filter_map(|name| context.dossier.event(&name.id)?.date.first());
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

fn lit_events<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Ref> {
    context.lit.things().filter(|name| name.kind == Kind::Event)
}

fn line_role(index: usize) -> Role {
    Role::Line((index % LINE_COLOURS) as u8)
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
        let cells = u16::try_from(width::cells(&label)).unwrap_or(0);
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
            let cells = u16::try_from(label.len()).unwrap_or(0);
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
    let cell = plot.axis.cell(context.dossier.event(&name.id)?.date.first()?)?;
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
        (Some(_), Qualifier::Exact) => full,
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

/// A label a line: its marker, its place and its latest value.
fn labels(chart: &Chart, cursor: usize, context: &Context) -> Vec<(usize, String)> {
    let span = chart.span();
    chart
        .drawn(cursor)
        .map(|(index, line)| {
            let place = names::name(context, &Ref::new(Kind::Place, &line.place));
            let latest = line.points.iter().rev().find(|point| point.value.is_some());
            let value = latest.and_then(|point| {
                Some(names::bare_value(context.language, context.glyphs, point.value?, point.qualifier))
            });
            // A figure older than the chart's last period says of when it is.
            let old = latest.filter(|point| span.is_some_and(|(_, last)| point.period.1 < last));
            let year = old.map(|point| format!(" ({})", point.period.1.year())).unwrap_or_default();
            let marker = context.glyph(MARKERS[index % MARKERS.len()].0);
            let label = format!("{marker} {place} {}{year}", value.unwrap_or_default());
            (index, label.trim_end().to_owned())
        })
        .collect()
}

/// Draws the labels into the room right of the plot. Where they are more than its rows, those of the highest lines and
/// of the one the cursor is on, and below them how many are left out.
fn draw_labels(
    chart: &Chart,
    cursor: usize,
    plot: &Plot,
    labels: &[(usize, String)],
    context: &Context,
    buffer: &mut Buffer,
) {
    let (x, room) = (plot.area.right() + 1, plot.label_cells);
    let shown = label_rows(chart, cursor, plot, labels);
    for (y, label) in &shown {
        let (y, (index, label)) = (*y, &labels[*label]);
        let line = &chart.lines[*index];
        let place = Ref::new(Kind::Place, &line.place);
        let lit = context.lit.has(&place);
        let weight = if lit { Modifier::BOLD } else { Modifier::empty() };
        let line_style = context.style(line_role(*index)).add_modifier(weight);
        let style = context.style(Role::Text).add_modifier(weight);
        let (end, _) = buffer.set_stringn(x, y, &*context.truncate(label, room), room, style);
        // The words are for reading; only the marker has the line's colour.
        buffer[(x, y)].set_style(line_style);
        if lit {
            buffer.set_string(end, y, context.glyph(glyphs::LIT), context.style(Role::Lit));
        }
    }
    if labels.len() > shown.len() {
        let left_out = context.language.count(labels.len() - shown.len());
        let text = context.strings().and_more.replace("{}", &left_out);
        let text = context.truncate(&text, room);
        buffer.set_string(x, plot.area.bottom(), text, context.style(Role::Quiet));
    }
}

/// The rows of the labels, and which label stands there: where they are more than the rows, those of the highest lines
/// and of the one the cursor is on.
fn label_rows(chart: &Chart, cursor: usize, plot: &Plot, labels: &[(usize, String)]) -> Vec<(u16, usize)> {
    let rows = usize::from(plot.area.height);
    let is_cursor = |label: &usize| labels[*label].0 == cursor;
    let others = rows - (0..labels.len()).filter(is_cursor).count().min(rows);
    let highest = (0..labels.len()).filter(|label| !is_cursor(label)).take(others);
    let shown: Vec<usize> = highest.chain((0..labels.len()).filter(is_cursor)).collect();
    let wanted = shown.iter().map(|label| latest_row(plot, &chart.lines[labels[*label].0]));
    let rows = apart(wanted.collect(), plot.area.top(), plot.area.bottom());
    rows.into_iter().map(|(y, place)| (y, shown[place])).collect()
}

fn latest_row(plot: &Plot, line: &PlaceLine) -> u16 {
    let latest = line.points.iter().rev().find_map(|point| point.value);
    latest.map_or(plot.area.bottom() - 1, |value| plot.row(value))
}

/// Gives each label a row of its own, near the one it wants, from the top down; what finds none is left out.
fn apart(wanted: Vec<u16>, top: u16, bottom: u16) -> Vec<(u16, usize)> {
    let mut order: Vec<(u16, usize)> = wanted.into_iter().enumerate().map(|(index, y)| (y, index)).collect();
    order.sort_by_key(|(y, _)| *y);
    let mut rows: Vec<(u16, usize)> = Vec::new();
    for (wanted, index) in order {
        let y = rows.last().map_or(wanted, |(last, _)| wanted.max(last + 1));
        rows.push((y, index));
    }
    let mut limit = bottom;
    for (y, _) in rows.iter_mut().rev() {
        limit = limit.saturating_sub(1);
        *y = (*y).min(limit);
        limit = *y;
    }
    rows.retain(|(y, _)| *y >= top);
    rows
}

#[cfg(test)]
mod tests {
    use super::super::chart::{Chart, PlaceLine, Point};
    use super::{Scale, apart};
    use crate::dossier::{Id, Kind, Qualifier, Ref, When};

    fn chart(values: &[f64]) -> Chart {
        let id = Id::new("p");
        let when = When::parse("2025").unwrap();
        let point = |value: &f64| Point {
            of: Ref::new(Kind::Place, &id),
            period: (when.first().unwrap(), when.last().unwrap()),
            value: Some(*value),
            qualifier: Qualifier::Exact,
        };
        Chart::with(vec![PlaceLine { place: id.clone(), points: values.iter().map(point).collect() }])
    }

    #[test]
    fn a_scale_reaches_below_nought_only_where_a_value_is() {
        let ticks = |values: &[f64]| Scale::of(&chart(values), 13).ticks().collect::<Vec<_>>();
        assert_eq!(ticks(&[1002.0]), [0.0, 500.0, 1000.0]);
        assert_eq!(ticks(&[-4.0, 8.0]), [0.0, 5.0]);
        // However low the chart, one value beside 0 is written.
        for height in 3..13 {
            for most in [1002.0, 5800.0, 7.3, 0.3, 1.0, 99_999.0] {
                let scale = Scale::of(&chart(&[most]), height);
                assert!((2..=7).contains(&scale.ticks().count()), "{most} in {height}");
            }
        }
        // No value stands in the row of a tick that says less.
        let low = |most: f64, height| Scale::of(&chart(&[most]), height).ticks().collect::<Vec<_>>();
        assert_eq!(low(5800.0, 4), [0.0, 5800.0]);
        assert_eq!(low(1002.0, 4), [0.0, 1000.0]);
        assert_eq!(ticks(&[-40.0, 40.0]), [-40.0, -20.0, 0.0, 20.0, 40.0]);
        assert_eq!(ticks(&[-40.0]), [-40.0, -30.0, -20.0, -10.0, 0.0]);
        assert_eq!(ticks(&[0.3]), [0.0, 0.1, 0.2, 0.3]);
        let below = Scale::of(&chart(&[-10.0, 30.0]), 13);
        assert!((below.share(0.0) - 0.25).abs() < 1e-9);
        assert!(below.share(-10.0) > 0.0 && below.share(30.0) < 1.0);
        for far in [[f64::MAX, -f64::MAX], [f64::MIN_POSITIVE, 0.0], [0.0, 0.0]] {
            let scale = Scale::of(&chart(&far), 40);
            assert!(scale.ticks().count() < 12 && scale.share(0.0).is_finite(), "{far:?}");
        }
    }

    #[test]
    fn labels_that_want_one_row_stand_below_each_other() {
        assert_eq!(apart(vec![5, 5, 9], 0, 10), [(5, 0), (6, 1), (9, 2)]);
        assert_eq!(apart(vec![9, 9], 0, 10), [(8, 0), (9, 1)]);
    }
}
