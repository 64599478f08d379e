//! Points, lines, circles and rectangles on a grid of cells.

pub(crate) use crate::dossier::projection::Point;
use crate::dossier::projection::clipped;

/// From one point to another.
pub(crate) type Segment = (Point, Point);

/// The dots of a cell: how many are side by side, and how many above each other.
pub(crate) const CELL: (i32, i32) = (2, 4);

/// A rectangle of cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Area {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Area {
    /// Whether a cell is in it.
    pub(crate) fn has(&self, (x, y): (i32, i32)) -> bool {
        (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height).contains(&y)
    }

    /// Whether they share a cell, or stand side by side without a blank between them.
    pub(super) fn touches(&self, other: &Self) -> bool {
        self.x <= other.x + other.width
            && other.x <= self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    /// So large that a cell is in it too.
    pub(crate) fn with(&self, (x, y): (i32, i32)) -> Self {
        let (left, top) = (self.x.min(x), self.y.min(y));
        let (right, bottom) = ((self.x + self.width).max(x + 1), (self.y + self.height).max(y + 1));
        Self { x: left, y: top, width: right - left, height: bottom - top }
    }

    /// With the cells on either side in which a sign would seem to belong to it: next to it, or after a blank.
    pub(crate) fn with_signs(&self) -> Self {
        Self { x: self.x - 2, width: self.width + 4, ..*self }
    }

    pub(super) fn moved(self, (x, y): (i32, i32)) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }

    /// Its edges in dots: left, top, right, bottom.
    pub(super) fn dots(&self) -> (f64, f64, f64, f64) {
        let (left, top) = (self.x * CELL.0, self.y * CELL.1);
        (
            f64::from(left),
            f64::from(top),
            f64::from(left + self.width * CELL.0),
            f64::from(top + self.height * CELL.1),
        )
    }

    /// The point of it that is nearest to another.
    pub(crate) fn nearest(&self, (x, y): Point) -> Point {
        let (left, top, right, bottom) = self.dots();
        (x.clamp(left, right), y.clamp(top, bottom))
    }
}

/// The cell that a point lies in.
pub(crate) fn cell((x, y): Point) -> (i32, i32) {
    ((x.floor() as i32).div_euclid(CELL.0), (y.floor() as i32).div_euclid(CELL.1))
}

/// The dots of a straight line, from its beginning to its end.
pub(crate) fn dots((from, to): Segment) -> impl Iterator<Item = (i32, i32)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let steps = dx.abs().max(dy.abs()).ceil().max(1.0) as i32;
    (0..=steps).map(move |step| {
        let share = f64::from(step) / f64::from(steps);
        ((from.0 + share * dx).floor() as i32, (from.1 + share * dy).floor() as i32)
    })
}

/// A circle, in dots.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Circle {
    pub middle: Point,
    pub radius: f64,
    pub is_hollow: bool,
}

impl Circle {
    /// How far a point is from its edge; below zero inside.
    pub(crate) fn distance(&self, (x, y): Point) -> f64 {
        (x - self.middle.0).hypot(y - self.middle.1) - self.radius
    }

    /// The point of its edge that is nearest to another.
    pub(crate) fn edge_towards(&self, at: Point) -> Point {
        let whole = self.distance(at) + self.radius;
        let share = if whole > 0.0 { self.radius / whole } else { 0.0 };
        let edge = |from: f64, to: f64| from + (to - from) * share;
        (edge(self.middle.0, at.0), edge(self.middle.1, at.1))
    }

    /// The cells that it needs.
    fn area(&self) -> Area {
        let Self { middle: (x, y), radius, .. } = *self;
        let (left, top) = cell((x - radius - 0.5, y - radius - 0.5));
        let (right, bottom) = cell((x + radius + 0.5, y + radius + 0.5));
        Area { x: left, y: top, width: right + 1 - left, height: bottom + 1 - top }
    }
}

/// The cells of words and circles, and those between them.
pub(crate) fn around(words: &Area, circles: &[Circle]) -> Area {
    circles.iter().map(Circle::area).fold(*words, |all, area| {
        all.with((area.x, area.y)).with((area.x + area.width - 1, area.y + area.height - 1))
    })
}

/// Whether a line passes through a rectangle of cells.
pub(super) fn passes(line: Segment, area: &Area) -> bool {
    let (left, top, right, bottom) = area.dots();
    clipped(line, (left, right), (top, bottom)).is_some()
}

/// Whether two lines cross or touch.
pub(super) fn meet(one: Segment, other: Segment) -> bool {
    let ((a, b), (c, d)) = (one, other);
    // On which side of a line a point is; zero on the line.
    let side = |from: Point, to: Point, of: Point| {
        (to.0 - from.0) * (of.1 - from.1) - (to.1 - from.1) * (of.0 - from.0)
    };
    let is_crossed = side(a, b, c) * side(a, b, d) <= 0.0 && side(c, d, a) * side(c, d, b) <= 0.0;
    // On one straight line nothing is on either side: there they meet only if they overlap.
    is_crossed && overlap((a.0, b.0), (c.0, d.0)) && overlap((a.1, b.1), (c.1, d.1))
}

/// Whether two stretches of an axis have a point in common.
fn overlap(one: (f64, f64), other: (f64, f64)) -> bool {
    one.0.min(one.1) <= other.0.max(other.1) && other.0.min(other.1) <= one.0.max(one.1)
}

#[cfg(test)]
mod tests {
    use super::{Segment, meet};

    #[test]
    fn lines_that_touch_meet() {
        let line: Segment = ((0.0, 0.0), (10.0, 0.0));
        let pairs = [
            ("they cross", ((5.0, -5.0), (5.0, 5.0)), true),
            ("an end on the line", ((5.0, 0.0), (5.0, 5.0)), true),
            ("end to end", ((10.0, 0.0), (15.0, 5.0)), true),
            ("one is part of the other", ((2.0, 0.0), (4.0, 0.0)), true),
            ("one goes on where the other ends", ((10.0, 0.0), (12.0, 0.0)), true),
            ("farther on the same straight line", ((11.0, 0.0), (12.0, 0.0)), false),
            ("side by side", ((0.0, 1.0), (10.0, 1.0)), false),
            ("beyond its end", ((11.0, -5.0), (11.0, 5.0)), false),
        ];
        for (name, other, expected) in pairs {
            assert_eq!(meet(line, other), expected, "{name}");
            assert_eq!(meet(other, line), expected, "{name}, the other way round");
        }
    }
}
