//! The labels at the right of a line chart: one a line, each on a row of its own near its latest value.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use super::plot::{LabelRoom, Plot, line_role};
use crate::dossier::chart::{Chart, ChartLine};
use crate::look::glyphs::{self, MARKERS};
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::{lines, names};
use crate::text::width;

/// The label beside the end of a line.
pub(super) struct LineLabel {
    /// Which line, by its number in the chart.
    pub(super) line: usize,
    marker: &'static str,
    place: String,
    /// Its latest value, with its qualifier and with its year if that is not the chart's last period.
    value: String,
}

impl LineLabel {
    /// Its full width in cells.
    fn cells(&self) -> usize {
        self.least() + width::cells(&self.place) + 1
    }

    /// Its width without its place.
    fn least(&self) -> usize {
        let value = width::cells(&self.value);
        width::cells(self.marker) + if value == 0 { 0 } else { value + 1 }
    }

    /// The label in so many cells. Its place is cut: without what limits it, a value would say something else.
    fn text(&self, context: &Context, room: usize) -> String {
        let place = context.truncate(&self.place, room.saturating_sub(self.least() + 1));
        let parts = [self.marker, &place, &self.value];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    }
}

/// The cells that labels take.
pub(super) fn room(labels: &[LineLabel]) -> LabelRoom {
    let most = |cells: fn(&LineLabel) -> usize| labels.iter().map(cells).max().unwrap_or(0);
    LabelRoom { whole: most(LineLabel::cells), least: most(LineLabel::least) }
}

/// A label a line: its marker, its place and its latest value.
pub(super) fn labels(chart: &Chart, cursor: usize, context: &Context) -> Vec<LineLabel> {
    let span = chart.span();
    chart
        .drawn(cursor)
        .map(|(index, line)| {
            let place = lines::name(context, line);
            let latest = line.points.iter().rev().find(|point| point.value.is_some());
            let value = latest.and_then(|point| {
                Some(names::bare_value(context.language, context.glyphs, point.value?, point.qualifier))
            });
            // A figure older than the chart's last period says of when it is.
            let old = latest.filter(|point| span.is_some_and(|(_, last)| point.period.1 < last));
            let year = old.map(|point| format!(" ({})", point.period.1.year())).unwrap_or_default();
            let marker = context.glyph(MARKERS[index % MARKERS.len()].0);
            LineLabel { line: index, marker, place, value: format!("{}{year}", value.unwrap_or_default()) }
        })
        .collect()
}

/// Draws the labels into the room right of the plot. Where they are more than its rows, those of the highest lines and
/// of the one the cursor is on, and below them how many are left out.
pub(super) fn draw(
    chart: &Chart,
    cursor: usize,
    plot: &Plot,
    labels: &[LineLabel],
    context: &Context,
    buffer: &mut Buffer,
) {
    let (x, room) = (plot.area.right() + 1, plot.label_cells);
    let shown = rows(chart, cursor, plot, labels);
    for (y, label) in &shown {
        let (y, label) = (*y, &labels[*label]);
        let line = &chart.lines[label.line];
        let lit = lines::is_lit(context, line);
        let weight = if lit { Modifier::BOLD } else { Modifier::empty() };
        let line_style = context.style(line_role(label.line)).add_modifier(weight);
        let style = context.style(Role::Text).add_modifier(weight);
        let (end, _) = buffer.set_stringn(x, y, label.text(context, room), room, style);
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
pub(super) fn rows(chart: &Chart, cursor: usize, plot: &Plot, labels: &[LineLabel]) -> Vec<(u16, usize)> {
    let rows = usize::from(plot.area.height);
    let is_cursor = |label: &usize| labels[*label].line == cursor;
    let others = rows - (0..labels.len()).filter(is_cursor).count().min(rows);
    let highest = (0..labels.len()).filter(|label| !is_cursor(label)).take(others);
    let shown: Vec<usize> = highest.chain((0..labels.len()).filter(is_cursor)).collect();
    let wanted = shown.iter().map(|label| latest_row(plot, &chart.lines[labels[*label].line]));
    let rows = apart(wanted.collect(), plot.area.top(), plot.area.bottom());
    rows.into_iter().map(|(y, place)| (y, shown[place])).collect()
}

fn latest_row(plot: &Plot, line: &ChartLine) -> u16 {
    let latest = line.points.iter().rev().find_map(|point| point.value);
    latest.map_or(plot.area.bottom() - 1, |value| plot.row(value))
}

/// Gives each label a row of its own, near the preferred one, from the top down; labels without a row are left out.
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
    use super::apart;

    #[test]
    fn labels_that_want_one_row_stand_below_each_other() {
        assert_eq!(apart(vec![5, 5, 9], 0, 10), [(5, 0), (6, 1), (9, 2)]);
        assert_eq!(apart(vec![9, 9], 0, 10), [(8, 0), (9, 1)]);
    }
}
