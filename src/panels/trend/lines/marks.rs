//! The marks of values, and what joins them: blocks of two by two dots in braille, whole cells in ASCII.

use super::axis::TimeAxis;
use super::dots::Dots;
use crate::dossier::Qualifier;
use crate::dossier::chart::{Chart, Point};
use crate::dossier::scale::RowScale;

/// What stands for a value.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Mark {
    /// The line, by its number in the chart.
    pub(super) line: usize,
    /// The point of the line.
    pub(super) point: usize,
    /// The column in the plot.
    pub(super) column: u16,
    /// How it is drawn.
    pub(super) shape: Shape,
    /// Whether its date is unsure.
    pub(super) is_unsure: bool,
}

/// How a value is drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Shape {
    /// Two by two dots; the height of the lower ones, from the lowest dot of the plot.
    Block(i32),
    /// A sign in a row, counted from the top.
    Sign(u16),
    /// A lower bound in its row.
    Up(u16),
    /// An upper bound in its row.
    Down(u16),
}

impl Mark {
    /// Whether it is a sign of its own, not made of dots.
    pub(super) fn is_sign(&self) -> bool {
        !matches!(self.shape, Shape::Block(_))
    }

    /// The rows it takes, the upper one first; the same twice where it is one.
    pub(super) fn rows(&self, rows: u16) -> (u16, u16) {
        match self.shape {
            Shape::Block(low) => (row(low + 1, rows), row(low, rows)),
            Shape::Sign(row) | Shape::Up(row) | Shape::Down(row) => (row, row),
        }
    }
}

fn row(height: i32, rows: u16) -> u16 {
    (i32::from(rows) - 1 - height.div_euclid(4)).clamp(0, i32::from(rows) - 1) as u16
}

/// The height of a value in dots above the lowest of the plot: zero is in the middle of its row, between two dots.
pub(super) fn height(scale: &RowScale, value: f64) -> f64 {
    let below = scale.rows() - 1 - scale.zero();
    1.5 + 4.0 * (scale.rows_above_zero(value) + f64::from(below))
}

/// The mark of a point; none without a value. In `whole_cells` there is nothing finer than a row.
pub(super) fn mark(
    point: &Point,
    of: (usize, usize),
    scale: &RowScale,
    axis: &TimeAxis,
    whole_cells: bool,
) -> Option<Mark> {
    let value = point.value?;
    let column = axis.column_of(point.period)?;
    let nearest_row = || {
        let row = f64::from(scale.zero()) - scale.rows_above_zero(value);
        row.round().clamp(0.0, f64::from(scale.rows() - 1)) as u16
    };
    let shape = match point.qualifier {
        Qualifier::MoreThan | Qualifier::AtLeast => Shape::Up(nearest_row()),
        Qualifier::UpTo => Shape::Down(nearest_row()),
        _ if whole_cells => Shape::Sign(nearest_row()),
        _ => {
            let most = i32::from(scale.rows()) * 4 - 2;
            Shape::Block(((height(scale, value) - 0.5).round() as i32).clamp(0, most))
        }
    };
    Some(Mark { line: of.0, point: of.1, column, shape, is_unsure: point.is_unsure })
}

/// Draws the block of a mark.
pub(super) fn draw_block(mark: &Mark, dots: &mut Dots) {
    let Shape::Block(low) = mark.shape else { return };
    let (left, line) = (i32::from(mark.column) * 2, mark.line as u16);
    let corners = [(0, 1), (1, 0), (0, 0), (1, 1)];
    // Half of the block is what is hollow: two dots across.
    let drawn = if mark.is_unsure { &corners[..2] } else { &corners[..] };
    for (x, y) in drawn {
        dots.set((left + x, low + y), line);
    }
}

/// Joins the blocks of two values that follow each other, between their columns.
pub(super) fn join(one: &Mark, other: &Mark, heights: (f64, f64), dots: &mut Dots) {
    let [from, to] = [one, other].map(|mark| i32::from(mark.column) * 2);
    // What is hollow is not to be filled by what leads to it.
    let [after, before] = [one, other].map(|mark| if mark.is_unsure { 2 } else { 0 });
    let wide = to - from > 2 + after + before;
    // Beside each other there is nothing between two blocks: what joins them is in their own columns.
    let columns = if wide { from + 2 + after..to - before } else { from + 1..to.max(from + 1) + 1 };
    let at = |x: f64| {
        let share = (x - f64::from(from) - 0.5) / f64::from(to - from).max(1.0);
        heights.0 + (heights.1 - heights.0) * share.clamp(0.0, 1.0)
    };
    let (first, last) = (columns.start, columns.end - 1);
    for x in columns {
        let begins = if x == first && after == 0 { heights.0 } else { at(f64::from(x) - 0.5) };
        let ends = if x == last && before == 0 { heights.1 } else { at(f64::from(x) + 0.5) };
        let middle = at(f64::from(x)).round() as i32;
        // Where it is steep the dots of a column reach to those of the next.
        let (low, high) = (begins.min(ends).ceil() as i32, begins.max(ends).floor() as i32);
        dots.fill(x, (low.min(middle), high.max(middle)), one.line as u16);
    }
}

/// The cells between the signs of two values that follow each other.
pub(super) fn cells_between(one: (u16, u16), other: (u16, u16)) -> Vec<(u16, u16)> {
    let ((x1, y1), (x2, y2)) = (one, other);
    let steps = x1.abs_diff(x2).max(y1.abs_diff(y2));
    let between = |from: u16, to: u16, step: u16| {
        let share = f64::from(step) / f64::from(steps);
        (f64::from(from) * (1.0 - share) + f64::from(to) * share).round() as u16
    };
    (1..steps).map(|step| (between(x1, x2, step), between(y1, y2, step))).collect()
}

/// The marks of the lines that are drawn while the cursor is on one of them.
pub(super) fn marks(
    chart: &Chart,
    cursor: usize,
    scale: &RowScale,
    axis: &TimeAxis,
    whole_cells: bool,
) -> Vec<Mark> {
    let lines = chart.drawn(Some(cursor));
    let marks = lines.flat_map(|(line, points)| {
        let points = points.points.iter().enumerate();
        points.filter_map(move |(point, of)| mark(of, (line, point), scale, axis, whole_cells))
    });
    marks.collect()
}
