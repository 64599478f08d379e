//! The lines of series at a glance: of each its first value, its last, and a bar for that, on one scale for each series.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::rows;
use crate::dossier::chart::length;
use crate::dossier::{Id, Kind, Series, SeriesKind, Stop};
use crate::facts::{LineTrend, SeriesTrend, stop_series};
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::lines;
use crate::text::width;
use crate::widgets::to_cells;

/// The widest name of a line, in cells.
const NAME: usize = 24;
/// The widest bar, in cells.
const BAR: u16 = 60;
/// The most rows from one line to the next.
const STEP: u16 = 2;

/// Some series.
pub(in crate::tour) struct Overview<'a> {
    rows: Vec<Row<'a>>,
}

enum Row<'a> {
    Head(String),
    Line { trend: LineTrend, series: &'a Series, most: f64 },
}

impl<'a> Overview<'a> {
    /// The series of a stop, else all whose figures compare; none where none has a value.
    pub(super) fn of(context: &'a Context, stop: &'a Stop) -> Option<Self> {
        let dossier = &context.dossier;
        let named = stop_series(dossier, stop);
        let places: Vec<&Id> =
            stop.things().filter(|item| item.kind == Kind::Place).map(|item| &item.id).collect();
        let is_drawn = |series: &&Series| {
            series.kind != SeriesKind::List && (named.is_empty() || named.contains(&&series.id))
        };
        let mut rows = Vec::new();
        for series in dossier.series.iter().filter(is_drawn) {
            let trend = SeriesTrend::of(dossier, series, false);
            let most = trend.most;
            let mut lines = trend.lines;
            if !places.is_empty() {
                lines.retain(|line| line.line.place.as_ref().is_some_and(|place| places.contains(&place)));
            }
            if lines.is_empty() {
                continue;
            }
            // Sums over unequal times are no lengths to be compared.
            let of_period = |line: &LineTrend| length(line.last().period);
            let are_equal = lines.windows(2).all(|pair| of_period(&pair[0]) == of_period(&pair[1]));
            let most = if series.kind == SeriesKind::Flow && !are_equal { 0.0 } else { most };
            let unit = lines::unit_unless_said(context, series, &context.text(&series.title));
            let head: Vec<String> = [Some(context.text(&series.title)), unit].into_iter().flatten().collect();
            rows.push(Row::Head(format!("{} ({})", head.join(", "), series.outlet)));
            rows.extend(lines.into_iter().map(|trend| Row::Line { trend, series, most }));
        }
        (!rows.is_empty()).then_some(Self { rows })
    }

    pub(super) fn rows(&self) -> (u16, u16) {
        let rows = to_cells(self.rows.len());
        (rows.min(4), rows * STEP)
    }

    pub(super) fn paint(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        let (shown, more) = rows::shown(self.rows.len(), area.height);
        let drawn = &self.rows[..shown];
        let (names, values): (Vec<String>, Vec<String>) = drawn
            .iter()
            .map(|row| match row {
                Row::Head(_) => (String::new(), String::new()),
                Row::Line { trend, series, .. } => {
                    (lines::name(context, &trend.line), ends(context, trend, series))
                }
            })
            .unzip();
        let widest = |texts: &[String]| texts.iter().map(|text| width::cells(text)).max().unwrap_or(0);
        let (name, value) = (widest(&names).min(NAME), widest(&values));
        let from = area.x + to_cells(2 + name + 2 + value + 2);
        let cells = area.right().saturating_sub(from).min(BAR);
        let mut places = rows::spread(area, shown + usize::from(more > 0), STEP);
        for (row, (text, values)) in drawn.iter().zip(names.iter().zip(&values)) {
            let Some(y) = places.next() else { return };
            match row {
                Row::Head(head) => {
                    let head = context.truncate_parts(head, usize::from(area.width));
                    buffer.set_string(area.x, y, head, context.style(Role::Quiet));
                }
                Row::Line { trend, most, .. } => {
                    let text = context.truncate(text, NAME);
                    buffer.set_string(area.x + 2, y, &*text, context.style(Role::Text));
                    let x = area.x + to_cells(2 + name + 2 + value - width::cells(values));
                    buffer.set_string(x, y, values, context.style(Role::Heading));
                    let (_, last) = trend.ends();
                    if last > 0.0 && *most > 0.0 && cells >= 4 {
                        let long = (last / most * f64::from(cells)).round() as u16;
                        for x in 0..long.min(cells) {
                            buffer.set_string(
                                from + x,
                                y,
                                context.glyph(glyphs::FILL_ADDED),
                                context.style(Role::Axis),
                            );
                        }
                    }
                }
            }
        }
        if let Some(y) = places.next().filter(|_| more > 0) {
            buffer.set_string(area.x, y, rows::more(context, more), context.style(Role::Quiet));
        }
    }
}

/// `985 → 1,002`; of one value that alone.
fn ends(context: &Context, trend: &LineTrend, series: &Series) -> String {
    let value = |point: &crate::dossier::chart::Point| {
        point.value.map(|value| lines::short_value(context, value, point.qualifier)).unwrap_or_default()
    };
    let unit = lines::short_unit(context, series);
    let last = format!("{} {unit}", value(trend.last()));
    if trend.is_single() {
        return last.trim_end().to_owned();
    }
    let arrow = context.glyph(glyphs::FROM_TO).trim();
    format!("{} {arrow} {}", value(trend.first()), last.trim_end())
}
