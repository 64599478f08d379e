//! Where a label stands best, after those that were placed before it.

use super::counts::Counts;
use super::geometry::{Area, CELL, Circle, Point, Segment, cell, dots, meet, passes};
use super::ground::Ground;
use super::shapes::{Shape, shapes};
use super::{Label, Placed};

/// A leader may have so many dots across or down; a longer one does not show what it belongs to.
const LONGEST: f64 = 60.0;
/// What a dot of coast under a label costs, in dots of distance.
pub(super) const COVERED: f64 = 0.9;
/// What a dot of coast costs that a leader crosses.
const CROSSED: f64 = 9.0;
/// Of places as good as each other the one whose circles are nearer is taken.
const NEARER: f64 = 0.01;

/// What is known while labels are placed one after the other.
pub(super) struct Search<'g> {
    pub(super) ground: &'g Ground,
    /// The signs of places, which stay clear.
    pub(super) marks: Counts,
    /// Signs that only words stay clear of.
    pub(super) wordless: Counts,
    pub(super) covered: f64,
    pub(super) taken: Vec<Area>,
    pub(super) leaders: Vec<Segment>,
}

impl Search<'_> {
    pub(super) fn best(&self, label: &Label) -> Option<Placed> {
        let mut best: Option<(f64, Placed)> = None;
        let last = label.texts.len();
        let mut try_all = |shapes: Vec<Shape>| {
            for shape in &shapes {
                self.try_shape(label.at, shape, &mut best);
            }
            best.is_some()
        };
        if !try_all(shapes(label, label.texts.iter().enumerate())) {
            try_all(shapes(label, std::iter::once((last, &label.short))));
        }
        best.map(|(_, placed)| placed)
    }

    /// Tries all places of a shape, from the place outwards, until all that are left are too far away.
    fn try_shape(&self, at: Point, shape: &Shape, best: &mut Option<(f64, Placed)>) {
        let (columns, rows) = (self.ground.columns - shape.width, self.ground.rows - shape.height);
        if columns < 0 || rows < 0 {
            return;
        }
        let away_down = |y: i32| {
            let top = f64::from(y * CELL.1);
            let of_circles =
                shape.circles.iter().map(|circle| (top + circle.middle.1 - at.1).abs() - circle.radius);
            of_circles.reduce(f64::min).unwrap_or_else(|| {
                let bottom = top + f64::from(shape.height * CELL.1);
                (top - at.1).max(at.1 - bottom)
            })
        };
        let away_across = |x: i32| {
            let left = f64::from(x * CELL.0);
            let of_circles =
                shape.circles.iter().map(|circle| (left + circle.middle.0 - at.0).abs() - circle.radius);
            of_circles.reduce(f64::min).unwrap_or_else(|| {
                let right = left + f64::from(shape.width * CELL.0);
                (left - at.0).max(at.0 - right)
            })
        };
        for y in outwards(rows, away_down) {
            let down = away_down(y).max(0.0);
            if down > LONGEST || best.as_ref().is_some_and(|(cost, _)| down >= *cost) {
                break;
            }
            for x in outwards(columns, away_across) {
                let across = away_across(x).max(0.0);
                let is_worse = best.as_ref().is_some_and(|(cost, _)| across.max(down) >= *cost);
                if across > LONGEST || is_worse {
                    break;
                }
                self.try_place(at, shape, (x, y), best);
            }
        }
    }

    fn try_place(&self, at: Point, shape: &Shape, by: (i32, i32), best: &mut Option<(f64, Placed)>) {
        let area = Area { x: by.0, y: by.1, width: shape.width, height: shape.height };
        let own = cell(at);
        let is_over = area.has(own);
        let others = |area: &Area| self.marks.cells(area) - u32::from(area.has(own) && self.marks.has(own));
        if others(&area) > 0 {
            return;
        }
        let moved = |circle: &Circle| Circle {
            middle: (circle.middle.0 + f64::from(by.0 * CELL.0), circle.middle.1 + f64::from(by.1 * CELL.1)),
            ..*circle
        };
        let text = shape.text.moved(by);
        // Words beside the sign of another place would seem to name that.
        let beside = text.with_signs();
        if others(&beside) > 0 || self.wordless.cells(&beside) > 0 {
            return;
        }
        let nearest = shape
            .circles
            .iter()
            .map(moved)
            .min_by(|one, other| one.distance(at).total_cmp(&other.distance(at)));
        let (distance, end) = if let Some(circle) = nearest {
            (circle.distance(at), circle.edge_towards(at))
        } else {
            let end = text.nearest(at);
            ((end.0 - at.0).hypot(end.1 - at.1), end)
        };
        let is_under = distance <= 0.0;
        // A place is seen, or lies under its circle.
        if is_over && !is_under || text.has(own) {
            return;
        }
        let off = nearest.map_or(0.0, |circle| circle.distance(at) + circle.radius);
        let least =
            distance.max(0.0) + NEARER * off + self.covered * f64::from(self.ground.coast.dots(&area));
        if best.as_ref().is_some_and(|(cost, _)| least >= *cost)
            || self.taken.iter().any(|taken| taken.touches(&area))
            || self.leaders.iter().any(|leader| passes(*leader, &area))
        {
            return;
        }
        let leader = (!is_under).then_some((at, end));
        let crossed = match leader {
            Some(leader) => match self.crossed(leader, &area, &text) {
                Some(crossed) => crossed,
                None => return,
            },
            None => 0,
        };
        let cost = least + CROSSED * f64::from(crossed);
        if best.as_ref().is_none_or(|(known, _)| cost < *known) {
            let circles = shape.circles.iter().map(moved).collect();
            *best = Some((cost, Placed { at, area, circles, text, way: shape.way, leader }));
        }
    }

    /// How many dots of coast a leader crosses; none where it meets something that it may not.
    fn crossed(&self, leader: Segment, area: &Area, text: &Area) -> Option<u32> {
        let own = cell(leader.0);
        // Leaders from one cell begin together.
        let meets = |other: &Segment| cell(other.0) != own && meet(leader, *other);
        if self.taken.iter().any(|taken| passes(leader, taken)) || self.leaders.iter().any(meets) {
            return None;
        }
        let mut crossed = 0;
        for dot in dots(leader) {
            let cell = (dot.0.div_euclid(CELL.0), dot.1.div_euclid(CELL.1));
            if cell == own {
                continue;
            }
            // At its end it may touch the words that it leads to, where there is no circle.
            if text.has(cell) && area != text || self.marks.has(cell) {
                return None;
            }
            crossed += u32::from(!area.has(cell) && self.ground.is_coast(dot));
        }
        Some(crossed)
    }
}

/// The numbers from 0 to the last, those first that are least far away. Of two as far the lower one.
fn outwards(last: i32, away: impl Fn(i32) -> f64) -> impl Iterator<Item = i32> {
    let least = (0..=last).min_by(|one, other| away(*one).total_cmp(&away(*other))).unwrap_or(0);
    let (mut below, mut above) = (least, least + 1);
    std::iter::from_fn(move || {
        let takes_below = below >= 0 && (above > last || away(below) <= away(above));
        if takes_below {
            below -= 1;
            Some(below + 1)
        } else if above <= last {
            above += 1;
            Some(above - 1)
        } else {
            None
        }
    })
}
