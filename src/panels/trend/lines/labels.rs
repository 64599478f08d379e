//! What is written in the plot: values beside their marks and names at the ends of lines, as far as there is room.

use std::ops::Range;

use super::dots::Dots;
use super::grid::{Grid, cells};
use super::marks::Mark;
use crate::dossier::Qualifier;
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

/// What is labelled. Columns count from the left of the plot.
pub(super) struct Plot<'a> {
    pub(super) chart: &'a Chart,
    pub(super) marks: &'a [Mark],
    pub(super) dots: &'a Dots,
    /// The cells between signs and whose they are, where there are no dots.
    pub(super) joints: &'a [(usize, (u16, u16))],
    /// The column in the chart at which it begins.
    pub(super) left: u16,
    pub(super) rows: u16,
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

/// Places the labels of marks: first those of last points, that of the cursor's line and then the highest first; then the others
/// in order of time, those of the cursor's line first. What is about, rounded or a forecast comes before what is exact: without
/// its label it looks exact as well.
pub(super) fn place(plot: &Plot, cursor: usize, texts: &Texts, grid: &mut Grid) -> Labels {
    let marks = plot.marks;
    let mut of_marks = Grid::new(grid.columns(), plot.rows);
    for mark in marks {
        let (upper, lower) = mark.rows(plot.rows);
        of_marks.take(i32::from(plot.left + mark.column), i32::from(upper));
        of_marks.take(i32::from(plot.left + mark.column), i32::from(lower));
    }
    let fruitless = vec![i32::MAX; 2 * usize::from(grid.columns()) * usize::from(plot.rows)];
    let between = Grid::new(grid.columns(), plot.rows);
    let mut placing = Placing { plot, texts, grid, of_marks, between, fruitless, labels: Labels::default() };

    let mut ends = ends(marks);
    let mut inner: Vec<&Mark> = Vec::with_capacity(marks.len());
    for (start, last) in &ends {
        inner.extend(&marks[*start..*last]);
    }
    inner.sort_by_key(|mark| mark.column);
    let is_of_cursor = |mark: &Mark| mark.line == cursor;
    let is_exact = |mark: &Mark| {
        let qualifier = plot.chart.lines[mark.line].points[mark.point].qualifier;
        // A bound is an arrow, with a label or without.
        !matches!(qualifier, Qualifier::About | Qualifier::Rounded | Qualifier::Forecast)
    };
    ends.sort_by(|(_, one), (_, other)| {
        placing.value_of(&marks[*other]).total_cmp(&placing.value_of(&marks[*one]))
    });
    let place_ends = |placing: &mut Placing, of_cursor: bool| {
        for (start, last) in ends.iter().filter(|(_, last)| is_of_cursor(&marks[*last]) == of_cursor) {
            placing.end(&marks[*start], &marks[*last]);
        }
    };
    let place_inner = |placing: &mut Placing, of_cursor: bool, exact: bool| {
        for mark in inner.iter().filter(|mark| is_of_cursor(mark) == of_cursor && is_exact(mark) == exact) {
            placing.value(mark);
        }
    };
    place_ends(&mut placing, true);
    place_inner(&mut placing, true, false);
    place_ends(&mut placing, false);
    place_inner(&mut placing, false, false);
    place_inner(&mut placing, true, true);
    place_inner(&mut placing, false, true);
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
    plot: &'a Plot<'a>,
    texts: &'a Texts<'a>,
    grid: &'a mut Grid,
    /// The cells of marks.
    of_marks: Grid,
    /// The cells between labels and their marks, where no other label may come later.
    between: Grid,
    /// Of marks by their rows and columns, the least cells of a value that found no room: of many figures nearly all have none,
    /// and what is taken is never free again.
    fruitless: Vec<i32>,
    labels: Labels,
}

/// The rows between a label and its mark, which has an upper and a lower one.
fn rows_between(label: i32, (upper, lower): (i32, i32)) -> Range<i32> {
    if label < upper { label + 1..upper } else { lower + 1..label }
}

/// From so many cells on a value is above or below its mark wherever it is tried, so that more cells have less room.
const COVERING: i32 = 3;

impl Placing<'_> {
    fn value_of(&self, mark: &Mark) -> f64 {
        self.plot.chart.lines[mark.line].points[mark.point].value.unwrap_or(0.0)
    }

    /// The column of a mark in the chart, and its upper and lower row.
    fn place_of(&self, mark: &Mark) -> (i32, i32, i32) {
        let (upper, lower) = mark.rows(self.plot.rows);
        (i32::from(self.plot.left + mark.column), upper.into(), lower.into())
    }

    /// Writes the value of a mark where it has room.
    fn value(&mut self, mark: &Mark) {
        let texts = self.texts;
        let Some(text) = &texts.values[mark.line][mark.point] else { return };
        let (column, upper, lower) = self.place_of(mark);
        let room = cells(text);
        let kind = (mark.column as usize * usize::from(self.plot.rows) + upper as usize) * 2
            + usize::from(lower > upper);
        if room >= self.fruitless[kind] {
            self.labels.values_left_out += 1;
            return;
        }
        let middle = column - (room - 1) / 2;
        let places = [
            (middle, upper - 1),
            (middle - 1, upper - 1),
            (middle + 1, upper - 1),
            (middle, lower + 1),
            (middle, upper - 2),
            (middle, lower + 2),
        ];
        let is_clear = |(x, y): &(i32, i32)| self.is_clear(mark, *x..*x + room, *y, 0);
        if !places.iter().any(is_clear) {
            if room >= COVERING {
                self.fruitless[kind] = room;
            }
            self.labels.values_left_out += 1;
        } else if !self.write(Some(text), None, mark, &places) {
            self.labels.values_left_out += 1;
        }
    }

    /// Whether a label has room in a row, with so many more cells free after it, and can only be taken for that of this mark.
    fn is_clear(&self, mark: &Mark, x: Range<i32>, y: i32, kept: i32) -> bool {
        // What is quickly known comes first: of many figures nearly all have no room.
        (0..i32::from(self.plot.rows)).contains(&y)
            && self.grid.has_room(x.start..x.end + kept, y)
            && x.clone().all(|x| self.between.is_free(x, y))
            && self.is_nearest(mark, x, y)
    }

    /// Whether no other mark is as near to a label as its own, neither above and below it nor beside it in its row.
    fn is_nearest(&self, mark: &Mark, x: Range<i32>, y: i32) -> bool {
        let (column, upper, lower) = self.place_of(mark);
        let distance = (upper - y).max(y - lower).max(0);
        let is_other = |x: i32, y: i32| {
            let is_own = x == column && (upper..=lower).contains(&y);
            !is_own && !self.of_marks.is_free(x, y)
        };
        // After a blank a mark looks as if the label were its own.
        let beside = x.start - 2..x.end + 2;
        let around = match distance {
            _ if !x.contains(&column) => beside.clone(),
            0 | 1 => x,
            _ => x.start - 1..x.end + 1,
        };
        let mut rows = y - distance..=y + distance;
        beside.into_iter().all(|x| !is_other(x, y)) && rows.all(|y| around.clone().all(|x| !is_other(x, y)))
    }

    /// Whether nothing but the line itself is between a label and its mark: a value above another line would be taken for that
    /// line's.
    fn is_own_between(&self, mark: &Mark, x: Range<i32>, y: i32) -> bool {
        let (_, upper, lower) = self.place_of(mark);
        let is_own = |x: i32, y: i32| {
            let cell = (x - i32::from(self.plot.left), y);
            let Ok(cell) = u16::try_from(cell.0).and_then(|x| Ok((x, u16::try_from(cell.1)?))) else {
                return false;
            };
            let line = self.plot.dots.cell(cell.0, cell.1).map(|(_, line)| usize::from(line));
            line == Some(mark.line) || self.plot.joints.contains(&(mark.line, cell))
        };
        rows_between(y, (upper, lower)).all(|y| x.clone().all(|x| self.grid.is_free(x, y) || is_own(x, y)))
    }

    /// Writes the last value of a line and its name: both in a row, or else each by itself.
    fn end(&mut self, first: &Mark, last: &Mark) {
        let texts = self.texts;
        let Some(name) = &texts.names[last.line] else { return self.value(last) };
        let (column, upper, lower) = self.place_of(last);
        if let Some(value) = &texts.values[last.line][last.point] {
            let middle = column - (cells(value) - 1) / 2;
            let places = [
                (column + 2, upper),
                (column + 2, lower),
                (middle, upper - 1),
                (column + 2, upper - 1),
                (column + 2, lower + 1),
                (middle, lower + 1),
            ];
            if self.write(Some(value), Some(name), last, &places) {
                return;
            }
        }
        self.value(last);
        let room = cells(name);
        let (start, start_upper, start_lower) = self.place_of(first);
        let middle = column - (room - 1) / 2;
        let right = [upper, lower, upper - 1, lower + 1].map(|y| (column + 2, y));
        let above = [upper - 1, lower + 1, upper - 2, lower + 2].map(|y| (middle, y));
        let beside_first = [start_upper, start_lower].map(|y| (start - 1 - room - AFTER_NAME, y));
        let is_written = self.write(None, Some(name), last, &right)
            || self.write(None, Some(name), first, &beside_first)
            || self.write(None, Some(name), last, &above);
        if !is_written {
            self.labels.names_left_out += 1;
        }
    }

    /// Writes a value, a name, or both at the first of some places that is clear and keeps the order of values.
    fn write(
        &mut self,
        value_text: Option<&String>,
        name: Option<&String>,
        mark: &Mark,
        places: &[(i32, i32)],
    ) -> bool {
        let texts = [value_text, name];
        let texts = || texts.into_iter().flatten();
        let room = texts().map(|text| cells(text) + 1).sum::<i32>() - 1;
        let has_name = name.is_some();
        let kept = if has_name { AFTER_NAME } else { 0 };
        let value = self.value_of(mark);
        let found = places.iter().copied().find(|(x, y)| {
            let columns = *x..*x + room;
            self.is_clear(mark, columns.clone(), *y, kept)
                && self.is_own_between(mark, columns.clone(), *y)
                && self.keeps_order(columns, *y, value)
        });
        let Some((x, y)) = found else { return false };
        self.grid.take_all(x..x + room, y);
        let (_, upper, lower) = self.place_of(mark);
        for y in rows_between(y, (upper, lower)) {
            self.between.take_all(x..x + room, y);
        }
        let text = texts().cloned().collect::<Vec<_>>().join(" ");
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
