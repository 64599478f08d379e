//! How many dots or cells are set in any rectangle, without looking at each.

use super::geometry::{Area, CELL};

/// Dots or cells that are set, and how many there are in any rectangle.
#[derive(Clone, Debug)]
pub(super) struct Counts {
    width: i32,
    height: i32,
    /// How many there are to the left of each and above it.
    sums: Vec<u32>,
}

impl Counts {
    pub(super) fn of(width: i32, height: i32, set: impl Iterator<Item = (i32, i32)>) -> Self {
        let stride = width as usize + 1;
        let mut sums = vec![0_u32; stride * (height as usize + 1)];
        for (x, y) in set.filter(|(x, y)| (0..width).contains(x) && (0..height).contains(y)) {
            sums[(y as usize + 1) * stride + x as usize + 1] = 1;
        }
        for y in 1..=height as usize {
            let mut row = 0;
            for x in 1..stride {
                row += sums[y * stride + x];
                sums[y * stride + x] = row + sums[(y - 1) * stride + x];
            }
        }
        Self { width, height, sums }
    }

    /// How many are in a rectangle, which may reach beyond the edges.
    pub(super) fn within(&self, (left, top, right, bottom): (i32, i32, i32, i32)) -> u32 {
        let x = |x: i32| x.clamp(0, self.width) as usize;
        let y = |y: i32| y.clamp(0, self.height) as usize;
        let at = |x: usize, y: usize| self.sums[y * (self.width as usize + 1) + x];
        let (left, top, right, bottom) = (x(left), y(top), x(right), y(bottom));
        (at(right, bottom) + at(left, top)) - (at(left, bottom) + at(right, top))
    }

    pub(super) fn has(&self, (x, y): (i32, i32)) -> bool {
        self.within((x, y, x + 1, y + 1)) > 0
    }

    /// How many cells of a rectangle.
    pub(super) fn cells(&self, area: &Area) -> u32 {
        self.within((area.x, area.y, area.x + area.width, area.y + area.height))
    }

    /// How many dots in a rectangle of cells.
    pub(super) fn dots(&self, area: &Area) -> u32 {
        let (left, top) = (area.x * CELL.0, area.y * CELL.1);
        self.within((left, top, left + area.width * CELL.0, top + area.height * CELL.1))
    }
}
