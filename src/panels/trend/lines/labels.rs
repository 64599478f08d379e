//! What is written in the plot: values beside their marks and names at the ends of lines, as far as there is room.

use std::ops::Range;

use super::grid::{Grid, cells};
use super::marks::Mark;
use crate::dossier::chart::Chart;
use crate::text::width;

/// A value, a name, or both, in a row of the plot. Columns count from the left of the chart.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Label {
    pub(super) x: u16,
    pub(super) y: u16,
    pub(super) text: String,
    /// The value it begins with, if it does.
    pub(super) value_text: Option<String>,
    /// The line and the point it belongs to.
    pub(super) of: (usize, usize),
    /// What it stands for in the order of height.
    pub(super) value: f64,
    /// Whether it ends with the name of the line.
    pub(super) has_name: bool,
}

impl Label {
    /// The columns it takes.
    pub(super) fn columns(&self) -> Range<u16> {
        self.x..self.x + width::cells(&self.text) as u16
    }
}

/// What the labels say.
pub(super) struct Texts<'a> {
    /// The names of the lines; none where there is nothing to tell apart.
    pub(super) names: &'a [Option<String>],
    /// The values of each line's points.
    pub(super) values: &'a [Vec<Option<String>>],
}

/// The labels that have room, and how many values and names have none.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Labels {
    pub(super) placed: Vec<Label>,
    pub(super) values_left_out: usize,
    pub(super) names_left_out: usize,
}

/// The cells kept free after a name, for the sign of what is linked to the selection.
const AFTER_NAME: i32 = 2;

/// Places the labels of marks: first those of the cursor's line, then those of last points, the highest first, then the others
/// in order of time.
pub(super) fn place(
    chart: &Chart,
    marks: &[Mark],
    cursor: usize,
    texts: &Texts,
    left: u16,
    rows: u16,
    grid: &mut Grid,
) -> Labels {
    let mut of_marks = Grid::new(grid.columns(), rows);
    for mark in marks {
        let (upper, lower) = mark.rows(rows);
        of_marks.take(i32::from(left + mark.column), i32::from(upper));
        of_marks.take(i32::from(left + mark.column), i32::from(lower));
    }
    let left = i32::from(left);
    let mut placing = Placing { chart, texts, left, rows, grid, of_marks, labels: Labels::default() };
    let mut is_done = vec![false; marks.len()];
    let mut first = ends(marks);
    let value = |mark: usize| chart.lines[marks[mark].line].points[marks[mark].point].value.unwrap_or(0.0);
    first.sort_by(|(_, one), (_, other)| value(*other).total_cmp(&value(*one)));
    let (of_cursor, others): (Vec<_>, Vec<_>) =
        first.into_iter().partition(|(_, last)| marks[*last].line == cursor);
    for (start, last) in of_cursor {
        placing.end(&marks[start], &marks[last]);
        for mark in &marks[start..last] {
            placing.value(mark);
        }
        is_done[start..=last].fill(true);
    }
    for (start, last) in others {
        placing.end(&marks[start], &marks[last]);
        is_done[last] = true;
    }
    let mut rest: Vec<usize> = (0..marks.len()).filter(|mark| !is_done[*mark]).collect();
    rest.sort_by_key(|mark| marks[*mark].column);
    for mark in rest {
        placing.value(&marks[mark]);
    }
    placing.labels
}

/// The first and the last mark of each line.
fn ends(marks: &[Mark]) -> Vec<(usize, usize)> {
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for (number, mark) in marks.iter().enumerate() {
        match ends.last_mut() {
            Some((start, last)) if marks[*start].line == mark.line => *last = number,
            _ => ends.push((number, number)),
        }
    }
    ends
}

struct Placing<'a> {
    chart: &'a Chart,
    texts: &'a Texts<'a>,
    /// The column of the plot in the chart.
    left: i32,
    rows: u16,
    grid: &'a mut Grid,
    /// The cells of marks.
    of_marks: Grid,
    labels: Labels,
}

impl Placing<'_> {
    /// The column of a mark, and the rows above it, in it and below it.
    fn place_of(&self, mark: &Mark) -> (i32, [i32; 4]) {
        let (upper, lower) = mark.rows(self.rows);
        (self.left + i32::from(mark.column), [upper, upper, lower, lower].map(i32::from))
    }

    /// Writes the value of a mark where it has room.
    fn value(&mut self, mark: &Mark) {
        let Some(text) = &self.texts.values[mark.line][mark.point] else { return };
        let (column, [upper, _, lower, _]) = self.place_of(mark);
        let middle = column - (cells(text) - 1) / 2;
        let places = [
            (middle, upper - 1),
            (middle - 1, upper - 1),
            (middle + 1, upper - 1),
            (middle, lower + 1),
            (middle, upper - 2),
            (middle, lower + 2),
        ];
        let room = cells(text);
        let is_clear = |(x, y): &(i32, i32)| {
            // What is quickly known comes first: of many figures nearly all have no room.
            self.grid.has_room(*x..*x + room, *y) && self.is_nearest(mark, *x..*x + room, *y)
        };
        let clear: Vec<(i32, i32)> = places.iter().copied().filter(is_clear).collect();
        if !self.write((Some(text), None), mark, &clear) {
            self.labels.values_left_out += 1;
        }
    }

    /// Whether no other mark above or below a place is as near to it as this one: a value would be taken for that mark's.
    fn is_nearest(&self, mark: &Mark, x: Range<i32>, y: i32) -> bool {
        let (column, [upper, _, lower, _]) = self.place_of(mark);
        let distance = if y < upper { upper - y } else { y - lower };
        let is_own = |x: i32, y: i32| x == column && (upper..=lower).contains(&y);
        let mut around = (y - distance..=y + distance).flat_map(|y| x.clone().map(move |x| (x, y)));
        around.all(|(x, y)| is_own(x, y) || self.of_marks.is_free(x, y))
    }

    /// Writes the last value of a line and its name: both in a row, or else each by itself.
    fn end(&mut self, first: &Mark, last: &Mark) {
        let Some(name) = &self.texts.names[last.line] else { return self.value(last) };
        let (column, [upper, _, lower, _]) = self.place_of(last);
        if let Some(value) = &self.texts.values[last.line][last.point] {
            let middle = column - (cells(value) - 1) / 2;
            let places = [
                (column + 2, upper),
                (column + 2, lower),
                (middle, upper - 1),
                (column + 2, upper - 1),
                (column + 2, lower + 1),
                (middle, lower + 1),
            ];
            if self.write((Some(value), Some(name)), last, &places) {
                return;
            }
        }
        self.value(last);
        let room = cells(name);
        let (start, [start_upper, _, start_lower, _]) = self.place_of(first);
        let middle = column - (room - 1) / 2;
        let right = [upper, lower, upper - 1, lower + 1].map(|y| (column + 2, y));
        let above = [upper - 1, lower + 1, upper - 2, lower + 2].map(|y| (middle, y));
        let beside_first = [start_upper, start_lower].map(|y| (start - 1 - room - AFTER_NAME, y));
        let is_written = self.write((None, Some(name)), last, &right)
            || self.write((None, Some(name)), first, &beside_first)
            || self.write((None, Some(name)), last, &above);
        if !is_written {
            self.labels.names_left_out += 1;
        }
    }

    /// Writes a value, a name, or both at the first of some places that is free and keeps the order of values.
    fn write(
        &mut self,
        (value_text, name): (Option<&String>, Option<&String>),
        mark: &Mark,
        places: &[(i32, i32)],
    ) -> bool {
        let has_name = name.is_some();
        let text = value_text.into_iter().chain(name).cloned().collect::<Vec<_>>().join(" ");
        let room = cells(&text);
        let kept = if has_name { AFTER_NAME } else { 0 };
        let value = self.chart.lines[mark.line].points[mark.point].value.unwrap_or(0.0);
        let found = places.iter().copied().find(|(x, y)| {
            (0..i32::from(self.rows)).contains(y)
                && self.grid.has_room(*x..x + room + kept, *y)
                && self.keeps_order(*x..x + room, *y, value)
        });
        let Some((x, y)) = found else { return false };
        self.grid.take_all(x..x + room, y);
        let of = (mark.line, mark.point);
        let value_text = value_text.cloned();
        self.labels.placed.push(Label { x: x as u16, y: y as u16, text, value_text, of, value, has_name });
        true
    }

    /// Whether of labels above each other a higher value would stand higher.
    fn keeps_order(&self, x: Range<i32>, y: i32, value: f64) -> bool {
        self.labels.placed.iter().all(|other| {
            let columns = other.columns();
            let is_above_or_below = i32::from(columns.start) < x.end && x.start < i32::from(columns.end);
            let order = value.total_cmp(&other.value);
            !is_above_or_below || order.is_eq() || order == i32::from(other.y).cmp(&y)
        })
    }
}
