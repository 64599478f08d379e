//! Where columns stand: on the scale of rows, with values above them and periods below.

use chrono::Datelike as _;
use ratatui::layout::Rect;

use crate::dossier::chart::{Chart, ChartLine, Point};
use crate::dossier::scale::RowScale;
use crate::dossier::{DateShape, Precision};
use crate::i18n::dates;
use crate::look::glyphs::{self, Glyphs};
use crate::protocol::context::Context;
use crate::protocol::lines;
use crate::text::width;
use crate::widgets::to_cells;

/// The fewest rows of a plot; in fewer, heights say little.
const LEAST_ROWS: u16 = 5;
/// The fewest rows of an area that has one for the unit.
const LEAST_FOR_UNIT: u16 = 9;
/// The most cells of a column.
const MOST_CELLS: u16 = 14;
/// The fewest cells of a column, and those from one to the next.
const LEAST_CELLS: u16 = 2;
const LEAST_SLOT: u16 = 3;
/// The cells beside the columns that are never theirs.
const BESIDE: u16 = 7;

/// A cell in eighths, from the bottom.
const EIGHTHS: [&str; 9] = ["", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
const UPPER_HALF: &str = "▀";
const LOWER_HALF: &str = "▄";

/// What a piece is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum What {
    /// A row of a column.
    Fill,
    /// The value above it, or below one that goes down.
    Value,
    /// The period below it.
    Period,
    /// The signs beside the period: of the cursor, and of what is lit.
    Cursor,
    Lit,
    /// The value axis and the line of zero.
    Axis,
    /// A value on the axis, and the unit.
    Scale,
}

/// Text on one row.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Piece {
    pub(super) x: u16,
    pub(super) y: u16,
    pub(super) text: String,
    pub(super) what: What,
    /// The point it belongs to.
    pub(super) point: Option<usize>,
}

/// The columns of a line, and where they stand.
pub(super) struct Plan<'a> {
    line: &'a ChartLine,
    context: &'a Context,
    area: Rect,
    pub(super) scale: RowScale,
    /// The unit, above the plot; empty where the title says it or there is no room.
    unit: String,
    /// Where the value axis is.
    axis: u16,
    /// The cells from one column to the next.
    slot: u16,
    values: Vec<String>,
}

impl<'a> Plan<'a> {
    /// Where the columns of a chart stand; none where there is no room for them and their values.
    pub(super) fn of(chart: &'a Chart, context: &'a Context, area: Rect) -> Option<Self> {
        let [line] = &chart.lines[..] else { return None };
        let count = to_cells(line.points.len()).max(1);
        if count > area.width.saturating_sub(BESIDE) / LEAST_SLOT {
            return None;
        }
        let unit = if area.height >= LEAST_FOR_UNIT { unit(line, context) } else { String::new() };
        let rows = area.height.checked_sub(1 + u16::from(!unit.is_empty()))?;
        if rows < LEAST_ROWS {
            return None;
        }
        let scale = RowScale::of(chart.min(), chart.max(), rows);
        let ticks = scale.ticks().map(|(_, value)| width::cells(&context.language.number(value)));
        let axis = area.x + 1 + to_cells(ticks.max().unwrap_or(0));
        let slot = area.right().checked_sub(axis + 2)? / count;
        let value =
            |point: &Point| lines::short_value(context, point.value.unwrap_or_default(), point.qualifier);
        let values: Vec<String> = line.points.iter().map(value).collect();
        let widest = values.iter().map(|value| width::cells(value)).max().unwrap_or(0);
        let has_room = slot >= LEAST_SLOT.max(to_cells(widest) + 2);
        has_room.then_some(Self { line, context, area, scale, unit, axis, slot, values })
    }

    /// The first row of the plot.
    fn top(&self) -> u16 {
        self.area.y + u16::from(!self.unit.is_empty())
    }

    /// The row of zero.
    fn zero(&self) -> u16 {
        self.top() + self.scale.zero()
    }

    /// The row of the periods.
    pub(super) fn bottom(&self) -> u16 {
        self.top() + self.scale.rows()
    }

    /// The first cell that is nearest to a column, and the cells up to the next.
    fn slot(&self, point: usize) -> u16 {
        self.axis + 1 + self.slot * to_cells(point)
    }

    /// The column that a cell belongs to.
    pub(super) fn point_at(&self, x: u16) -> Option<usize> {
        let point = usize::from(x.checked_sub(self.axis + 1)? / self.slot);
        (point < self.line.points.len()).then_some(point)
    }

    /// All that is drawn while the cursor is on this point.
    pub(super) fn pieces(&self, cursor: usize, is_lit: impl Fn(usize) -> bool, sign: &str) -> Vec<Piece> {
        let mut pieces = self.axes();
        let columns = (0..self.line.points.len()).flat_map(|point| self.column(point));
        pieces.extend(columns);
        pieces.extend(self.periods(cursor, is_lit, sign));
        pieces
    }

    fn axes(&self) -> Vec<Piece> {
        let glyph = |glyph| self.context.glyph(glyph);
        let piece = |x, y, text: String, what| Piece { x, y, text, what, point: None };
        let mut pieces = Vec::new();
        if !self.unit.is_empty() {
            let room = usize::from(self.area.width.saturating_sub(2));
            let unit = self.context.truncate(&self.unit, room).into_owned();
            pieces.push(piece(self.area.x + 1, self.area.y, unit, What::Scale));
        }
        let ticks: Vec<(u16, f64)> = self.scale.ticks().collect();
        for row in 0..self.scale.rows() {
            let y = self.top() + row;
            let tick = ticks.iter().find(|(of, _)| *of == row);
            let sign = match tick {
                Some(_) if y == self.zero() => glyphs::CROSSING,
                Some(_) => glyphs::VALUE_TICK,
                None => glyphs::AXIS,
            };
            pieces.push(piece(self.axis, y, glyph(sign).to_owned(), What::Axis));
            if let Some((_, value)) = tick {
                let label = self.context.language.number(*value);
                pieces.push(piece(self.axis - to_cells(width::cells(&label)), y, label, What::Scale));
            }
        }
        // The line of zero, between the columns that stand on it.
        let mut x = self.axis + 1;
        let rule = |from: u16, to: u16| glyph(glyphs::RULE).repeat(usize::from(to.saturating_sub(from)));
        for point in (0..self.line.points.len()).filter(|point| self.value(*point) != 0.0) {
            let (from, cells) = self.cells(point);
            pieces.push(piece(x, self.zero(), rule(x, from), What::Axis));
            x = from + cells;
        }
        let end = self.area.right().saturating_sub(1);
        pieces.push(piece(x, self.zero(), rule(x, end), What::Axis));
        pieces.retain(|piece| !piece.text.is_empty());
        pieces
    }

    fn value(&self, point: usize) -> f64 {
        self.line.points[point].value.unwrap_or_default()
    }

    /// The first cell of a column, and how many it has.
    fn cells(&self, point: usize) -> (u16, u16) {
        let cells = (self.slot - 2.min(self.slot)).clamp(LEAST_CELLS, MOST_CELLS);
        (self.slot(point) + (self.slot - cells) / 2, cells)
    }

    /// The rows of a column and its value.
    fn column(&self, point: usize) -> Vec<Piece> {
        let value = self.value(point);
        let rows = rows(&self.scale, value, self.context.glyphs);
        let (x, cells) = self.cells(point);
        let mut pieces = Vec::new();
        let step = |row: usize| {
            if value < 0.0 {
                self.zero() + to_cells(row)
            } else {
                self.zero().saturating_sub(to_cells(row)).max(self.top())
            }
        };
        for (row, fill) in rows.iter().enumerate() {
            let text = fill.repeat(usize::from(cells));
            pieces.push(Piece { x, y: step(row), text, what: What::Fill, point: Some(point) });
        }
        let text = self.values[point].clone();
        let x = self.slot(point) + (self.slot - to_cells(width::cells(&text))) / 2;
        pieces.push(Piece { x, y: step(rows.len().max(1)), text, what: What::Value, point: Some(point) });
        pieces
    }

    /// The periods below the columns: all in full where they fit, else the year once; and if need be only some, always with
    /// the first and the last.
    fn periods(&self, cursor: usize, is_lit: impl Fn(usize) -> bool, sign: &str) -> Vec<Piece> {
        let all: Vec<usize> = (0..self.line.points.len()).collect();
        // With a blank beside the signs where there is room for it.
        let in_full = [2, 1].into_iter().map(|beside| self.labels(&all, beside, |_| true));
        let labels = in_full.into_iter().find(|labels| self.do_fit(labels));
        let labels = labels.unwrap_or_else(|| self.some_labels(cursor));
        let y = self.bottom();
        let labels = labels.into_iter().flat_map(|Label { point, x, beside, text }| {
            let start = x + beside;
            let end = start + to_cells(width::cells(&text)) + beside - 1;
            let piece = |x, text: &str, what| Piece { x, y, text: text.to_owned(), what, point: Some(point) };
            let cursor = (point == cursor && !sign.is_empty()).then(|| piece(x, sign, What::Cursor));
            let lit = is_lit(point).then(|| piece(end, self.context.glyph(glyphs::LIT), What::Lit));
            [cursor, Some(piece(start, &text, What::Period)), lit].into_iter().flatten().collect::<Vec<_>>()
        });
        labels.collect()
    }

    /// Every k-th period with the first, the last, and the cursor's, for the least k at which they do not touch.
    fn some_labels(&self, cursor: usize) -> Vec<Label> {
        let last = self.line.points.len() - 1;
        let of = |step: usize| {
            let mut points: Vec<usize> = (0..last).step_by(step).collect();
            // What is too near to the last, or to the cursor, yields to it.
            points.retain(|point| *point == 0 || last - point >= step && point.abs_diff(cursor) >= step);
            points.extend([last, cursor]);
            points.sort_unstable();
            points.dedup();
            self.labels(&points, 1, |before| before.is_none())
        };
        let mut labels = (1..=last.max(1)).map(of).find(|labels| self.do_fit(labels)).unwrap_or_default();
        if labels.is_empty() {
            labels = self.labels(&[0, last], 1, |before| before.is_none());
            if !self.do_fit(&labels) {
                labels.truncate(1);
            }
        }
        labels
    }

    /// The labels of these points, in order. Where a label is not in full it leaves out the year that the one before has.
    ///
    /// Beside each there are so many cells for a sign, and a blank if they are two.
    fn labels(&self, points: &[usize], beside: u16, is_full: impl Fn(Option<usize>) -> bool) -> Vec<Label> {
        let mut before: Option<usize> = None;
        let label = |point: &usize| {
            let point = *point;
            let (one, other) = (before.replace(point), point);
            let same_year = one.is_some_and(|one| self.year(one) == self.year(other));
            let text = self.period(point, is_full(one) || !same_year);
            let cells = to_cells(width::cells(&text)) + 2 * beside;
            let middle = self.slot(point) + self.slot / 2;
            let most = self.area.right().saturating_sub(cells);
            let x = middle.saturating_sub(cells / 2).min(most).max(self.area.x);
            Label { point, x, beside, text }
        };
        points.iter().map(label).collect()
    }

    /// Whether labels are apart and within the area.
    fn do_fit(&self, labels: &[Label]) -> bool {
        let end = |label: &Label| label.x + to_cells(width::cells(&label.text)) + 2 * label.beside;
        labels.windows(2).all(|pair| end(&pair[0]) <= pair[1].x)
            && labels.last().is_none_or(|last| end(last) <= self.area.right())
    }

    fn year(&self, point: usize) -> i32 {
        self.line.points[point].period.0.year()
    }

    fn period(&self, point: usize, is_full: bool) -> String {
        let figure = self.context.dossier.observation(&self.line.points[point].of.id);
        let Some(date) = figure.and_then(|figure| figure.date.as_ref()) else { return String::new() };
        let (language, signs) = (self.context.language, self.context.glyphs.in_dates());
        let is_within = date.shape() == DateShape::Within;
        let has_part = !matches!(date.precision(), Precision::Year | Precision::Other);
        if is_full || !is_within || !has_part {
            dates::compact(date, language, signs)
        } else {
            dates::short(date, false, language, signs)
        }
    }
}

/// A period below a column, with cells before it and after it.
struct Label {
    point: usize,
    x: u16,
    beside: u16,
    text: String,
}

/// What the values are in, unless the heading says it.
fn unit(line: &ChartLine, context: &Context) -> String {
    let series = lines::series(context, line);
    let unit = |series| lines::unit_unless_said(context, series, &lines::heading(context, series));
    series.and_then(unit).unwrap_or_default()
}

/// What the rows of a column are made of, from that of zero on: it begins in the middle of that row and ends in an eighth of
/// a row, in a half below zero, in a whole one where there are no such signs. Nothing of zero.
fn rows(scale: &RowScale, value: f64, glyphs: Glyphs) -> Vec<&'static str> {
    if value == 0.0 {
        return Vec::new();
    }
    // What is left of it beyond the half row that it begins with.
    let above = (scale.rows_above_zero(value).abs() - 0.5).max(0.0);
    let full = glyphs::FILL_ADDED.get(glyphs);
    let (whole, end) = match glyphs {
        Glyphs::Ascii => (above.round() as usize, ""),
        Glyphs::Unicode if value < 0.0 => {
            let halves = (above * 2.0).round() as usize;
            (halves / 2, if halves % 2 == 1 { UPPER_HALF } else { "" })
        }
        Glyphs::Unicode => {
            let eighths = (above * 8.0).round() as usize;
            (eighths / 8, EIGHTHS[eighths % 8])
        }
    };
    let begin = match glyphs {
        Glyphs::Ascii => full,
        Glyphs::Unicode if value < 0.0 => LOWER_HALF,
        Glyphs::Unicode => UPPER_HALF,
    };
    let rows = std::iter::once(begin).chain(std::iter::repeat_n(full, whole)).chain([end]);
    rows.filter(|row| !row.is_empty()).collect()
}
