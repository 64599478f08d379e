//! Dots of braille: two columns and four rows in each cell. Heights count from the lowest dot up.

use super::grid::Grid;
use crate::widgets::braille;

/// The cells of a plot with the dots in each, and whose they are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Dots {
    columns: u16,
    rows: u16,
    cells: Vec<(u8, u16)>,
    /// Of each column of dots the line that was filled in last, and from which dot to which.
    filled: Vec<(u16, i32, i32)>,
}

impl Dots {
    /// Without dots.
    pub(super) fn new(columns: u16, rows: u16) -> Self {
        let cells = vec![(0, 0); usize::from(columns) * usize::from(rows)];
        // From high to low: nothing.
        Self { columns, rows, cells, filled: vec![(0, 1, 0); usize::from(columns) * 2] }
    }

    /// Sets the dots of a column from one height to another. What the same line has filled already costs nothing: of many
    /// figures in a column each would fill nearly all of it again.
    pub(super) fn fill(&mut self, x: i32, (low, high): (i32, i32), line: u16) {
        let column = usize::try_from(x).ok().and_then(|x| self.filled.get_mut(x));
        let Some((of, from, to)) = column else { return };
        let is_same = *of == line && *from <= *to && low <= *to + 1 && high >= *from - 1;
        let done = if is_same { (*from, *to) } else { (1, 0) };
        (*of, *from, *to) =
            if is_same { (line, low.min(done.0), high.max(done.1)) } else { (line, low, high) };
        if is_same {
            (low..done.0).chain(done.1 + 1..=high).for_each(|height| self.set((x, height), line));
        } else {
            (low..=high).for_each(|height| self.set((x, height), line));
        }
    }

    /// Sets a dot for a line.
    pub(super) fn set(&mut self, (x, height): (i32, i32), line: u16) {
        let (column, row) = (x.div_euclid(2), i32::from(self.rows) - 1 - height.div_euclid(4));
        let is_inside =
            (0..i32::from(self.columns)).contains(&column) && (0..i32::from(self.rows)).contains(&row);
        if is_inside {
            let cell = &mut self.cells[row as usize * usize::from(self.columns) + column as usize];
            // Its rows count from the top.
            *cell = (cell.0 | braille::bit(x, 3 - height.rem_euclid(4)), line);
        }
    }

    /// The dots of a cell and the line they belong to, the last one where there are several.
    pub(super) fn cell(&self, x: u16, y: u16) -> Option<(char, u16)> {
        let index = usize::from(y) * usize::from(self.columns) + usize::from(x);
        let (bits, line) = *self.cells.get(index)?;
        (bits != 0).then(|| (braille::sign(bits), line))
    }

    /// Takes the cells that have dots.
    pub(super) fn take(&self, grid: &mut Grid, left: i32) {
        for y in 0..self.rows {
            for x in (0..self.columns).filter(|x| self.cell(*x, y).is_some()) {
                grid.take(left + i32::from(x), i32::from(y));
            }
        }
    }
}
