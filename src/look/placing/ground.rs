//! What labels are placed on.

use super::counts::Counts;
use super::geometry::{CELL, Point, dots};

/// What labels are placed on: the coast, and the places themselves.
#[derive(Clone, Debug)]
pub(crate) struct Ground {
    pub(super) columns: i32,
    pub(super) rows: i32,
    pub(super) coast: Counts,
}

impl Ground {
    /// A ground of so many cells with these lines of coast.
    pub(crate) fn new(columns: i32, rows: i32, coast: &[Vec<Point>]) -> Self {
        let (columns, rows) = (columns.max(0), rows.max(0));
        let lines = coast.iter().flat_map(|line| line.windows(2)).flat_map(|pair| dots((pair[0], pair[1])));
        Self { columns, rows, coast: Counts::of(columns * CELL.0, rows * CELL.1, lines) }
    }

    /// Whether a dot is coast.
    pub(crate) fn is_coast(&self, dot: (i32, i32)) -> bool {
        self.coast.has(dot)
    }
}
