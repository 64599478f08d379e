//! Which cells of a chart are taken, so that nothing is written over or beside something else.

use std::ops::Range;

use crate::text::width;
use crate::widgets::to_cells;

/// The cells of a text, to count with.
pub(super) fn cells(text: &str) -> i32 {
    i32::from(to_cells(width::cells(text)))
}

/// Cells in rows, each free or taken. Cells outside are free but hold nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Grid {
    columns: u16,
    rows: u16,
    taken: Vec<bool>,
}

impl Grid {
    /// A free grid.
    pub(super) fn new(columns: u16, rows: u16) -> Self {
        Self { columns, rows, taken: vec![false; usize::from(columns) * usize::from(rows)] }
    }

    /// The columns, from 0.
    pub(super) fn columns(&self) -> u16 {
        self.columns
    }

    fn index(&self, x: i32, y: i32) -> Option<usize> {
        let is_inside = (0..i32::from(self.columns)).contains(&x) && (0..i32::from(self.rows)).contains(&y);
        is_inside.then(|| y as usize * usize::from(self.columns) + x as usize)
    }

    /// Whether there is nothing in a cell.
    pub(super) fn is_free(&self, x: i32, y: i32) -> bool {
        self.index(x, y).is_none_or(|index| !self.taken[index])
    }

    /// Takes a cell.
    pub(super) fn take(&mut self, x: i32, y: i32) {
        if let Some(index) = self.index(x, y) {
            self.taken[index] = true;
        }
    }

    /// Takes cells of a row.
    pub(super) fn take_all(&mut self, x: Range<i32>, y: i32) {
        for x in x {
            self.take(x, y);
        }
    }

    /// Whether a label has room: all its cells are inside and free, and those on either side are blank.
    pub(super) fn has_room(&self, x: Range<i32>, y: i32) -> bool {
        // The cell to write first is nearly always the one that is taken, where one is.
        let is_inside = self.index(x.start, y).is_some() && self.index(x.end - 1, y).is_some();
        is_inside && (x.start - 1..=x.end).all(|x| self.is_free(x, y))
    }
}
