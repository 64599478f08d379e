//! A line chart as it stands in its room: every mark, label and rule with its cell. Computed once from the figures and the
//! room; what is selected changes only how it is drawn.

use ratatui::layout::Rect;

use super::axis::{self, Period, TimeAxis};
use super::dots::Dots;
use super::events::EventRow;
use super::grid::{Grid, cells};
use super::labels::{self, Labels, Plot, Texts};
use super::marks::{self, Mark, Shape};
use super::times::{self, TimeTicks};
use super::values;
use crate::dossier::calendar;
use crate::dossier::chart::Chart;
use crate::dossier::scale::RowScale;
use crate::i18n::language::Language;
use crate::look::glyphs::Glyphs;
use crate::text::width;
use crate::widgets::to_cells;

/// What a picture says in words, and what it shows beside the figures.
#[derive(Clone, Debug, Default)]
pub(super) struct Content {
    /// The names of the lines; none where there is nothing to tell apart.
    pub(super) names: Vec<Option<String>>,
    /// The values of each line's points.
    pub(super) values: Vec<Vec<Option<String>>>,
    /// What the values are in; none where the heading says it.
    pub(super) unit: Option<String>,
    /// The days on which the article can have been published.
    pub(super) article: Option<Period>,
    /// The article's day in words.
    pub(super) article_words: Option<String>,
    /// When each event was; none where that is not known.
    pub(super) events: Vec<Option<Period>>,
    /// What stands at the left of the row of events.
    pub(super) events_head: String,
    /// The sign that stands there where those words have no room.
    pub(super) events_sign: String,
}

/// What a picture is made for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Room {
    pub(super) area: Rect,
    pub(super) language: Language,
    pub(super) glyphs: Glyphs,
    /// The line that the cursor is on.
    pub(super) cursor: usize,
    /// Whether the last row is kept for words.
    pub(super) has_notes: bool,
}

/// A figure that was looked for and not found, below the plot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Missing {
    pub(super) of: (usize, usize),
    /// The column in the plot.
    pub(super) column: u16,
    /// Whose it is, and the column in the chart; none where that has no room.
    pub(super) name: Option<(u16, String)>,
}

/// A line chart in its room. Rows and columns count from the upper left of the room, unless another start is named.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    pub(super) room: Room,
    /// The column of the value axis; the plot begins after it.
    pub(super) edge: u16,
    pub(super) scale: RowScale,
    /// Row, value and label of the ticks of the value axis.
    pub(super) value_ticks: Vec<(u16, f64, String)>,
    /// The unit, where it has room at the ticks: column, row, words.
    pub(super) unit: Option<(u16, u16, String)>,
    pub(super) axis: TimeAxis,
    pub(super) time_ticks: TimeTicks,
    pub(super) dots: Dots,
    /// The cells between signs, where there are no dots; in the plot.
    pub(super) joints: Vec<(usize, (u16, u16))>,
    pub(super) marks: Vec<Mark>,
    pub(super) labels: Labels,
    /// The column of the article's day in the plot, and the rows where it is drawn.
    pub(super) rule: Option<(u16, Vec<u16>)>,
    /// What stands at the rule: column, row, words.
    pub(super) rule_words: Option<(u16, u16, String)>,
    /// The row of events.
    pub(super) events: EventRow,
    pub(super) events_row: Option<u16>,
    /// The figures without a value, and the row they have, if there is one.
    pub(super) missing: Vec<Missing>,
    pub(super) missing_row: Option<u16>,
    /// The row of words.
    pub(super) notes_row: Option<u16>,
}

/// The least rows and columns of a chart with its axes.
pub(super) const LEAST_ROWS: u16 = 5;
/// See [`LEAST_ROWS`].
pub(super) const LEAST_COLUMNS: u16 = 40;
/// The least rows of a plot beside which events have a row.
const LEAST_BESIDE_EVENTS: u16 = 5;
/// From so many rows on what was not found has a row of its own: the panel then has twenty.
const ROWS_WITH_MISSING: u16 = 15;
/// From so many columns on the events are headed in words, and the article's day in a high plot.
const WIDE: u16 = 60;
/// The least rows of a plot in which the rule says what it is.
const HIGH: u16 = 10;

/// Which rows there are, from the top.
struct Rows {
    plot: u16,
    events: Option<u16>,
    missing: Option<u16>,
    notes: Option<u16>,
}

fn rows(height: u16, has_notes: bool, has_missing: bool) -> Rows {
    let below = 1 + u16::from(has_notes);
    let mut plot = height.saturating_sub(below);
    let missing = has_missing && height >= ROWS_WITH_MISSING;
    plot -= u16::from(missing);
    let events = plot > LEAST_BESIDE_EVENTS;
    plot -= u16::from(events);
    let mut row = plot;
    let mut next = |is_there: bool| {
        row += u16::from(is_there);
        is_there.then_some(row)
    };
    let (events, missing, notes) = (next(events), next(missing), next(has_notes));
    Rows { plot, events, missing, notes }
}

impl Picture {
    /// The picture of a chart in a room; none without figures or below the least size.
    pub(super) fn of(chart: &Chart, content: &Content, room: Room) -> Option<Self> {
        let area = room.area;
        // A footer of two lines takes one of the rows there is room in.
        if area.height + 1 < LEAST_ROWS || area.width < LEAST_COLUMNS {
            return None;
        }
        // One that may have been published on any day of a year has no place on the axis.
        let article = content.article.filter(|days| calendar::is_like_a_day(*days));
        let range = axis::range(chart, article.map(|(first, _)| first))?;
        let drawn = || chart.drawn(Some(room.cursor)).flat_map(|(_, line)| &line.points);
        let has_missing = drawn().any(|point| point.value.is_none());
        let Rows { plot, events: events_row, missing: missing_row, notes: notes_row } =
            rows(area.height, room.has_notes, has_missing);
        let values = || drawn().filter_map(|point| point.value);
        let scale = RowScale::of(values().fold(0.0, f64::min), values().fold(0.0, f64::max), plot);
        let (ticks, tick_values): (Vec<u16>, Vec<f64>) = scale.ticks().unzip();
        let tick_labels = values::tick_labels(&tick_values, room.language);
        let edge = edge(&tick_labels, content, room);
        let axis = fit_axis(chart, content, room, range, edge + 1);
        let whole_cells = room.glyphs == Glyphs::Ascii;
        let marks = marks::marks(chart, room.cursor, &scale, &axis, whole_cells);
        let (dots, joints) = connect(chart, &marks, &scale, axis.columns, whole_cells);

        let mut grid = Grid::new(area.width, plot);
        take_axes(&scale, edge, axis.columns, &mut grid);
        dots.take(&mut grid, i32::from(edge) + 1);
        let at = |column: u16| i32::from(edge + 1 + column);
        for (x, y) in joints.iter().map(|(_, cell)| *cell) {
            grid.take(at(x), i32::from(y));
        }
        for mark in &marks {
            let (upper, lower) = mark.rows(plot);
            grid.take(at(mark.column), i32::from(upper));
            grid.take(at(mark.column), i32::from(lower));
        }
        let ticks: Vec<(u16, f64, String)> = ticks
            .into_iter()
            .zip(tick_values)
            .zip(tick_labels)
            .map(|((row, value), label)| (row, value, label))
            .collect();
        let unit = content.unit.as_ref().and_then(|unit| place_unit(unit, &ticks, edge, &mut grid));
        let texts = Texts { names: &content.names, values: &content.values };
        let in_plot = Plot { chart, marks: &marks, dots: &dots, joints: &joints, left: edge + 1, rows: plot };
        let labels = labels::place(&in_plot, room.cursor, &texts, &mut grid);
        // Where names end, the sign of what is linked may follow.
        for label in labels.placed.iter().filter(|label| label.has_name) {
            grid.take(i32::from(label.columns().end) + 1, i32::from(label.y));
        }
        let column = article.and_then(|days| axis.column_of(days));
        let rule_words = column.and_then(|column| {
            let words = content.article_words.as_ref().filter(|_| area.width >= WIDE && plot >= HIGH)?;
            let x = at(column) - 1 - cells(words);
            let y = (0..2).find(|y| grid.has_room(x..at(column) - 1, *y))?;
            grid.take_all(x..at(column) - 1, y);
            Some((x as u16, y as u16, words.clone()))
        });
        let rule = column.map(|column| {
            let is_blank = |y: &u16| {
                let cells = at(column) - 1..=at(column) + 1;
                cells.into_iter().all(|x| grid.is_free(x, i32::from(*y)))
            };
            (column, (0..plot).filter(is_blank).collect())
        });
        let beside = (edge + 1, area.width - edge - 1 - axis.columns);
        let mut time_ticks = times::layout(&axis, axis::own_step(chart), beside, room.language);
        // The rule stands in the axis itself.
        time_ticks.ticks.retain(|tick| Some(*tick) != column);
        let missing = missing(chart, content, room, &axis, edge);
        Some(Self {
            room,
            edge,
            value_ticks: ticks,
            unit,
            scale,
            events: EventRow::of(&axis, article, &content.events),
            time_ticks,
            axis,
            dots,
            joints,
            marks,
            labels,
            rule,
            rule_words,
            events_row,
            missing,
            missing_row,
            notes_row,
        })
    }
}

/// The column of the value axis: after its labels, and after the head of the events, where there is room for it.
fn edge(tick_labels: &[String], content: &Content, room: Room) -> u16 {
    let labels = tick_labels.iter().map(|label| width::cells(label)).max().unwrap_or(0);
    let head = if room.area.width >= WIDE { &content.events_head } else { &content.events_sign };
    to_cells(labels.max(width::cells(head)))
}

/// Where the unit stands: above the label of the highest tick, before it, or behind it in the plot; none where it has no room.
fn place_unit(
    unit: &str,
    ticks: &[(u16, f64, String)],
    edge: u16,
    grid: &mut Grid,
) -> Option<(u16, u16, String)> {
    let (top, _, label) = ticks.iter().min_by_key(|(row, ..)| *row)?;
    let (room, edge) = (cells(unit), i32::from(edge));
    let above = top.checked_sub(1).map(|y| (edge - room, y));
    let before = (edge - cells(label) - 1 - room, *top);
    let beside_axis = above.into_iter().chain([before]).find(|(x, _)| *x >= 0);
    let behind = || {
        let x = edge + 2;
        let y = (0..=*top).rev().find(|y| grid.has_room(x..x + room, i32::from(*y)))?;
        // What is as long as a sentence is none of the labels.
        (room <= i32::from(grid.columns()) / 3).then_some((x, y))
    };
    let (x, y) = beside_axis.or_else(behind)?;
    grid.take_all(x..x + room, i32::from(y));
    Some((u16::try_from(x).ok()?, y, unit.to_owned()))
}

/// The axis, with as many columns as leave room for the last value and the name beside the end of each line, but never less than
/// three fifths of what there is.
fn fit_axis(chart: &Chart, content: &Content, room: Room, range: Period, left: u16) -> TimeAxis {
    let all = room.area.width.saturating_sub(left + 1);
    let mut columns = f64::from(all);
    let whole = TimeAxis::new(range, 1);
    for (number, line) in chart.drawn(Some(room.cursor)) {
        let Some(last) = line.points.iter().rposition(|point| point.value.is_some()) else { continue };
        let text = content.names[number].as_deref().map_or(0, |name| width::cells(name) + 3);
        let value = content.values[number][last].as_deref().map_or(0, width::cells);
        let share = whole.middle_of(line.points[last].period);
        let free = f64::from(all) - (text + value + 2) as f64;
        if share > 0.0 && free > 0.0 {
            columns = columns.min(free / share);
        }
    }
    TimeAxis::new(range, (columns as u16).clamp(all - all * 2 / 5, all))
}

type Joints = Vec<(usize, (u16, u16))>;

/// The dots of blocks and of what joins them; in whole cells the cells between.
fn connect(
    chart: &Chart,
    marks: &[Mark],
    scale: &RowScale,
    columns: u16,
    whole_cells: bool,
) -> (Dots, Joints) {
    let mut dots = Dots::new(columns, scale.rows());
    let mut joints = Vec::new();
    let points = |mark: &Mark| &chart.lines[mark.line].points[mark.point];
    for pair in marks.windows(2) {
        let [one, other] = [&pair[0], &pair[1]];
        let follows = one.line == other.line && one.point + 1 == other.point;
        if !follows || !points(one).joins(points(other)) {
            continue;
        }
        match (one.shape, other.shape) {
            (Shape::Sign(from), Shape::Sign(to)) if whole_cells => {
                let cells = marks::cells_between((one.column, from), (other.column, to));
                joints.extend(cells.into_iter().map(|cell| (one.line, cell)));
            }
            (Shape::Block(_), Shape::Block(_)) => {
                let heights =
                    [one, other].map(|mark| marks::height(scale, points(mark).value.unwrap_or(0.0)));
                marks::join(one, other, (heights[0], heights[1]), &mut dots);
            }
            _ => {}
        }
    }
    for mark in marks {
        marks::draw_block(mark, &mut dots);
    }
    (dots, joints)
}

fn take_axes(scale: &RowScale, edge: u16, columns: u16, grid: &mut Grid) {
    for y in 0..scale.rows() {
        grid.take_all(0..i32::from(edge) + 1, i32::from(y));
    }
    grid.take_all(i32::from(edge)..i32::from(edge + 1 + columns), i32::from(scale.zero()));
}

/// The figures without a value, with their names before or after them where there is room.
fn missing(chart: &Chart, content: &Content, room: Room, axis: &TimeAxis, edge: u16) -> Vec<Missing> {
    let mut grid = Grid::new(room.area.width, 1);
    let drawn = chart.drawn(Some(room.cursor)).flat_map(|(line, points)| {
        let points = points.points.iter().enumerate();
        points.map(move |(point, of)| ((line, point), of))
    });
    let found = drawn.filter(|(_, point)| point.value.is_none());
    let mut missing: Vec<Missing> = found
        .filter_map(|(of, point)| Some(Missing { of, column: axis.column_of(point.period)?, name: None }))
        .collect();
    for one in &missing {
        grid.take(i32::from(edge + 1 + one.column), 0);
    }
    for one in &mut missing {
        let Some(name) = &content.names[one.of.0] else { continue };
        let column = i32::from(edge + 1 + one.column);
        let text = format!("{name}, {}", room.language.strings().no_figure_short);
        let wide = cells(&text);
        let x = [column - 1 - wide, column + 2].into_iter().find(|x| {
            *x > i32::from(edge) && x + wide <= i32::from(grid.columns()) && grid.has_room(*x..x + wide, 0)
        });
        one.name = x.map(|x| {
            grid.take_all(x..x + wide, 0);
            (x as u16, text)
        });
    }
    missing
}
