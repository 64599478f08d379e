//! In which ways a label may look.

use super::Label;
use super::geometry::{Area, CELL, Circle};

/// A label by itself: circles and words from its upper left corner.
pub(super) struct Shape {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) circles: Vec<Circle>,
    pub(super) text: Area,
    pub(super) way: usize,
}

/// The ways in which a label may look with some of its ways to write its words: below its circles, or to the right of them.
pub(super) fn shapes<'t>(label: &Label, texts: impl Iterator<Item = (usize, &'t Vec<i32>)>) -> Vec<Shape> {
    let columns = |radius: f64| (radius + 0.5).ceil() as i32;
    let largest = label.circles.iter().map(|(radius, _)| *radius).fold(0.0, f64::max);
    let height =
        if label.circles.is_empty() { 0 } else { ((2.0 * largest + 1.0) / f64::from(CELL.1)).ceil() as i32 };
    let mut width = 0;
    let mut circles = Vec::new();
    for (radius, is_hollow) in label.circles.iter().copied() {
        width += i32::from(width > 0);
        let own = columns(radius);
        let middle = (f64::from(width * CELL.0 + own), f64::from(height * CELL.1) / 2.0);
        circles.push(Circle { middle, radius, is_hollow });
        width += own;
    }
    let mut shapes = Vec::new();
    for (way, lines) in texts {
        let text = Area {
            width: lines.iter().copied().max().unwrap_or(0),
            height: i32::try_from(lines.len()).unwrap_or(i32::MAX),
            ..Area::default()
        };
        let below = Area { y: height, ..text };
        let circles = circles.clone();
        if width == 0 {
            shapes.push(Shape { width: text.width, height: text.height, circles, text: below, way });
            continue;
        }
        let beside = Area { x: width + 1, y: (height - text.height).max(0) / 2, ..text };
        shapes.push(Shape {
            width: width.max(text.width),
            height: height + text.height,
            circles: circles.clone(),
            text: below,
            way,
        });
        shapes.push(Shape {
            width: beside.x + text.width,
            height: height.max(text.height),
            circles,
            text: beside,
            way,
        });
    }
    shapes
}
