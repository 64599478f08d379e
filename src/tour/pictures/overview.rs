//! The lines of series at a glance: of each its first value, its last, when these were, and a bar for the last, on one scale for
//! all series in one unit.

use foldhash::{HashMap, HashMapExt as _};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::rows;
use crate::dossier::chart::{Point, length};
use crate::dossier::{Id, Kind, Observation, Qualifier, Ref, Series, SeriesKind, Stop};
use crate::facts::{LineTrend, SeriesTrend, stop_big_figure, stop_series};
use crate::i18n::spans;
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::lines;
use crate::text::width;
use crate::widgets::to_cells;

/// The widest name of a line, in cells; a wider one is cut.
const NAME: usize = 32;
/// The widest bar, in cells, and the narrowest.
const BAR: u16 = 60;
const LEAST_BAR: u16 = 6;
/// The most rows from one line to the next.
const STEP: u16 = 2;
/// Cells between two columns.
const APART: usize = 2;

/// Some series.
pub(in crate::tour) struct Overview {
    rows: Vec<Row>,
}

enum Row {
    /// The fullest form first.
    Head([String; 2]),
    Line(Box<Line>),
}

struct Line {
    name: String,
    values: String,
    period: String,
    /// The last value, of the most in its unit; none where no bar says anything.
    share: Option<f64>,
    is_measured: bool,
    is_big: bool,
}

impl Overview {
    /// The series of a stop, else all whose figures compare; none where none has a value.
    pub(super) fn of(context: &Context, stop: &Stop) -> Option<Self> {
        let dossier = &context.dossier;
        let named = stop_series(dossier, stop);
        let places: Vec<&Id> =
            stop.things().filter(|item| item.kind == Kind::Place).map(|item| &item.id).collect();
        let big = stop.big.as_ref().map(|big| context.text(big));
        let big = big.and_then(|big| stop_big_figure(dossier, stop, &big, context.language));
        let big = big.map(Observation::to_ref);
        let is_drawn = |series: &&Series| {
            series.kind != SeriesKind::List && (named.is_empty() || named.contains(&&series.id))
        };
        let trends: Vec<(&Series, Vec<LineTrend>)> = dossier
            .series
            .iter()
            .filter(is_drawn)
            .map(|series| {
                let mut lines = SeriesTrend::of(dossier, series, false).lines;
                if !places.is_empty() {
                    lines
                        .retain(|line| line.line.place.as_ref().is_some_and(|place| places.contains(&place)));
                }
                (series, lines)
            })
            .filter(|(_, lines)| !lines.is_empty())
            .collect();
        // The largest value of each unit: what is in one unit has one scale.
        let mut most: HashMap<String, f64> = HashMap::new();
        for (series, lines) in &trends {
            let largest = lines.iter().map(|line| line.ends().1).fold(0.0, f64::max);
            let of_unit = most.entry(lines::short_unit(context, series)).or_insert(0.0);
            *of_unit = of_unit.max(largest);
        }
        let mut rows = Vec::new();
        for (series, lines) in trends {
            let title = context.text(&series.title);
            let unit = lines::unit_unless_said(context, series, &title);
            let head: Vec<String> = std::iter::once(title).chain(unit).collect();
            let head = head.join(", ");
            rows.push(Row::Head([format!("{head} ({})", series.outlet), head]));
            // Sums over unequal times are no lengths to be compared.
            let of_period = |line: &LineTrend| length(line.last().period);
            let are_equal = lines.windows(2).all(|pair| of_period(&pair[0]) == of_period(&pair[1]));
            let has_bars = series.kind != SeriesKind::Flow || are_equal;
            let most = most[&lines::short_unit(context, series)];
            let line = |line: LineTrend| {
                Row::Line(Box::new(Line::of(context, series, &line, (has_bars, most), big.as_ref())))
            };
            rows.extend(lines.into_iter().map(line));
        }
        (!rows.is_empty()).then_some(Self { rows })
    }

    pub(super) fn rows(&self) -> (u16, u16) {
        let rows = to_cells(self.rows.len());
        (rows.min(4), rows * STEP)
    }

    /// Returns whether a text is cut.
    pub(super) fn paint(&self, context: &Context, area: Rect, buffer: &mut Buffer) -> bool {
        let (mut shown, _) = rows::shown(self.rows.len(), area.height);
        // No heading without a line below it.
        while shown > 0 && shown < self.rows.len() && matches!(self.rows[shown - 1], Row::Head(_)) {
            shown -= 1;
        }
        let more = self.rows[shown..].iter().filter(|row| matches!(row, Row::Line(_))).count();
        let drawn = &self.rows[..shown];
        let lines =
            || drawn.iter().filter_map(|row| if let Row::Line(line) = row { Some(line) } else { None });
        let widest =
            |text: fn(&Line) -> &str| lines().map(|line| width::cells(text(line))).max().unwrap_or(0);
        let (value, period) = (widest(|line| &line.values), widest(|line| &line.period));
        // Names give way to figures, and figures to nothing.
        let room = usize::from(area.width).saturating_sub(3 * APART + value + period);
        let name = widest(|line| &line.name).min(NAME).min(room);
        let from = area.x + to_cells(APART + name + APART + value + APART + period + APART);
        let bar = area.right().saturating_sub(from).min(BAR);
        let mut places = rows::spread(area, shown + usize::from(more > 0), STEP);
        let mut is_cut = false;
        for row in drawn {
            let Some(y) = places.next() else { return true };
            match row {
                Row::Head(head) => {
                    let room = usize::from(area.width);
                    // Who published it also stands in the source line.
                    let head = if width::cells(&head[0]) <= room { &head[0] } else { &head[1] };
                    is_cut |= width::cells(head) > room;
                    buffer.set_string(
                        area.x,
                        y,
                        context.truncate_parts(head, room),
                        context.style(Role::Quiet),
                    );
                }
                Row::Line(line) => {
                    is_cut |= width::cells(&line.name) > name;
                    let at = |x: usize| area.x + to_cells(x);
                    let role = if line.is_big { Role::LitWords } else { Role::Text };
                    let style = context.style(role).remove_modifier(Modifier::UNDERLINED);
                    buffer.set_string(at(APART), y, &*context.truncate(&line.name, name), style);
                    let ends = APART + name + APART + value;
                    buffer.set_string(at(ends - width::cells(&line.values)), y, &line.values, style);
                    buffer.set_string(at(ends + APART), y, &line.period, context.style(Role::Quiet));
                    if let Some(share) = line.share.filter(|_| bar >= LEAST_BAR) {
                        let long = (share * f64::from(bar)).round() as u16;
                        let fill = if line.is_measured { glyphs::FILL_ADDED } else { glyphs::FILL_GONE };
                        let role = if line.is_big { Role::LitWords } else { Role::Axis };
                        let style = context.style(role).remove_modifier(Modifier::UNDERLINED);
                        for x in 0..long.min(bar) {
                            buffer.set_string(from + x, y, context.glyph(fill), style);
                        }
                    }
                }
            }
        }
        if let Some(y) = places.next().filter(|_| more > 0) {
            buffer.set_string(area.x, y, rows::more(context, more), context.style(Role::Quiet));
        }
        is_cut
    }
}

impl Line {
    fn of(
        context: &Context,
        series: &Series,
        trend: &LineTrend,
        (has_bars, most): (bool, f64),
        big: Option<&Ref>,
    ) -> Self {
        let last = trend.ends().1;
        let is_bound = |point: &Point| {
            matches!(
                point.qualifier,
                Qualifier::UpTo | Qualifier::Forecast | Qualifier::MoreThan | Qualifier::AtLeast
            )
        };
        Self {
            name: lines::name(context, &trend.line),
            values: values(context, trend, series),
            period: period(context, trend),
            share: (has_bars && last > 0.0 && most > 0.0).then(|| last / most),
            is_measured: !is_bound(trend.last()),
            is_big: trend.line.points.iter().any(|point| Some(&point.of) == big),
        }
    }
}

/// `985 → 1,002 MW`; of one value that alone.
fn values(context: &Context, trend: &LineTrend, series: &Series) -> String {
    let value = |point: &Point| {
        point.value.map(|value| lines::short_value(context, value, point.qualifier)).unwrap_or_default()
    };
    let last = format!("{} {}", value(trend.last()), lines::short_unit(context, series));
    if trend.is_single() {
        return last.trim_end().to_owned();
    }
    let arrow = context.glyph(glyphs::FROM_TO).trim();
    format!("{} {arrow} {}", value(trend.first()), last.trim_end())
}

/// `2022–24`: when the first value was and when the last.
fn period(context: &Context, trend: &LineTrend) -> String {
    let date = |point: &Point| context.dossier.observation(&point.of.id)?.date.as_ref();
    let dates = date(trend.first()).zip(date(trend.last()));
    let signs = context.glyphs.in_dates();
    dates.map_or_else(String::new, |(first, last)| spans::span(first, last, context.language, signs))
}
