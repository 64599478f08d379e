//! What is filled with one colour, as the data of one SVG path.
//!
//! All shapes of a colour share a path, so that where two of them meet no seam shows at any size.

use std::fmt::Write as _;

/// Units in a pixel. Eighths of a cell are whole numbers of them.
pub(super) const PIXEL: i32 = 8;
/// The width of a cell, in units: 9 pixels.
pub(super) const WIDTH: i32 = 9 * PIXEL;
/// The height of a cell, in units: 18 pixels.
pub(super) const HEIGHT: i32 = 18 * PIXEL;

/// A rectangle, in units; each pair is its near and its far edge.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Rectangle {
    x: (i32, i32),
    y: (i32, i32),
}

/// The shapes of one colour, in units from the picture's corner.
#[derive(Default, Debug)]
pub(super) struct Ink {
    rectangles: Vec<Rectangle>,
    outlines: String,
}

impl Ink {
    /// A pen whose coordinates count from a point of the picture, in units.
    pub(super) fn at(&mut self, x: i32, y: i32) -> Pen<'_> {
        Pen { ink: self, x, y }
    }

    /// The path's data, with rectangles put together where they meet.
    pub(super) fn path(mut self) -> String {
        self.rectangles.sort_by_key(|one| (one.y, one.x));
        self.rectangles.dedup_by(|next, last| last.y == next.y && touch(&mut last.x, next.x));
        self.rectangles.sort_by_key(|one| (one.x, one.y));
        self.rectangles.dedup_by(|next, last| last.x == next.x && touch(&mut last.y, next.y));
        let mut path = String::new();
        for Rectangle { x, y } in self.rectangles {
            let (width, height) = (px(x.1 - x.0), px(y.1 - y.0));
            let _ = write!(path, "M{} {}h{width}v{height}h-{width}z", px(x.0), px(y.0));
        }
        path + &self.outlines
    }
}

/// Lengthens a stretch by the one that begins in or right after it.
fn touch(last: &mut (i32, i32), next: (i32, i32)) -> bool {
    let touches = next.0 <= last.1;
    if touches {
        last.1 = last.1.max(next.1);
    }
    touches
}

/// Units as pixels.
pub(super) fn px(units: i32) -> f64 {
    f64::from(units) / f64::from(PIXEL)
}

/// Draws in a cell. Everything turns clockwise, so that shapes that overlap stay filled; holes turn the other way.
pub(super) struct Pen<'a> {
    ink: &'a mut Ink,
    x: i32,
    y: i32,
}

impl Pen<'_> {
    /// Fills from one edge to the other in both directions.
    pub(super) fn rectangle(&mut self, x: (i32, i32), y: (i32, i32)) {
        let (x, y) = ((self.x + x.0, self.x + x.1), (self.y + y.0, self.y + y.1));
        self.ink.rectangles.push(Rectangle { x, y });
    }

    /// Fills between points that turn clockwise.
    pub(super) fn polygon(&mut self, points: &[(i32, i32)]) {
        for (index, (x, y)) in points.iter().enumerate() {
            let command = if index == 0 { "M" } else { "L" };
            self.put(format_args!("{command}{} {}", px(self.x + x), px(self.y + y)));
        }
        self.put(format_args!("z"));
    }

    /// Fills a circle.
    pub(super) fn circle(&mut self, center: (i32, i32), radius: i32) {
        self.round(center, radius, 1);
    }

    /// Takes a circle out of what is filled around it.
    pub(super) fn round_hole(&mut self, center: (i32, i32), radius: i32) {
        self.round(center, radius, 0);
    }

    fn round(&mut self, (x, y): (i32, i32), radius: i32, sweep: u8) {
        let (left, across) = (px(self.x + x - radius), px(2 * radius));
        let (y, radius) = (px(self.y + y), px(radius));
        self.put(format_args!("M{left} {y}"));
        self.put(format_args!("a{radius} {radius} 0 1 {sweep} {across} 0"));
        self.put(format_args!("a{radius} {radius} 0 1 {sweep} -{across} 0z"));
    }

    /// A line so wide that comes from the cell's upper or lower edge and turns to its left or right one in a quarter of
    /// a circle around the given radius.
    pub(super) fn bend(&mut self, (x, y): (i32, i32), (right, down): (bool, bool), radius: i32, width: i32) {
        let (sx, sy) = (if right { 1 } else { -1 }, if down { 1 } else { -1 });
        let (half, sweep) = (width / 2, u8::from(right == down));
        let edge = px(self.y + if down { HEIGHT } else { 0 });
        let (x, y) = (self.x + x, self.y + y);
        let (turn_x, turn_y) = (px(x + sx * radius), px(y + sy * radius));
        let (outer, inner) = (px(radius + half), px(radius - half));
        self.put(format_args!("M{} {edge}V{turn_y}", px(x - sx * half)));
        self.put(format_args!("A{outer} {outer} 0 0 {sweep} {turn_x} {}", px(y - sy * half)));
        self.put(format_args!("V{}", px(y + sy * half)));
        self.put(format_args!("A{inner} {inner} 0 0 {} {} {turn_y}V{edge}z", 1 - sweep, px(x + sx * half)));
    }

    fn put(&mut self, data: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.ink.outlines.write_fmt(data);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_beside_and_below_each_other_are_one_rectangle() {
        let mut ink = Ink::default();
        for (column, row) in [(1, 1), (0, 0), (1, 0), (0, 1)] {
            ink.at(column * WIDTH, row * HEIGHT).rectangle((0, WIDTH), (0, HEIGHT));
        }
        assert_eq!(ink.path(), "M0 0h18v36h-18z");
    }

    #[test]
    fn what_does_not_meet_stays_apart() {
        let mut ink = Ink::default();
        ink.at(0, 0).rectangle((0, 9), (0, 8));
        ink.at(80, 0).rectangle((0, 8), (0, 8));
        ink.at(160, 0).polygon(&[(0, 0), (8, 0), (8, 12)]);
        assert_eq!(ink.path(), "M0 0h1.125v1h-1.125zM10 0h1v1h-1zM20 0L21 0L21 1.5z");
    }
}
