//! Marks of charts and lists: circles, squares, diamonds, triangles, arrows.

use super::ink::{HEIGHT, Pen, WIDTH};

/// The middle of a mark in its cell, in units: where box lines cross, as a mark may stand on one.
const CENTER: (i32, i32) = (WIDTH / 2, HEIGHT / 2 - 4);
/// Half the size of a mark.
const HALF: i32 = 30;
/// The width of a hollow mark's edge.
const EDGE: i32 = 8;

/// Whether a character is a mark that is drawn as a shape.
pub(super) fn is_mark(one: char) -> bool {
    "●○◉■□◆◇▲△▼▽◀◁▶▷↑↓←→".contains(one)
}

/// Draws a mark; nothing for any other character.
pub(super) fn draw(one: char, pen: &mut Pen<'_>) {
    match one {
        '●' => pen.circle(CENTER, HALF),
        '○' | '◉' => {
            pen.circle(CENTER, HALF);
            pen.round_hole(CENTER, HALF - EDGE);
            if one == '◉' {
                pen.circle(CENTER, HALF / 2);
            }
        }
        '■' => pen.polygon(&SQUARE),
        '□' => hollow(&SQUARE, 70, pen),
        '◆' => pen.polygon(&DIAMOND),
        '◇' => hollow(&DIAMOND, 64, pen),
        '▲' => pen.polygon(&UP),
        '△' => hollow(&UP, 54, pen),
        '▼' => pen.polygon(&mirrored(UP)),
        '▽' => hollow(&mirrored(UP), 54, pen),
        '◀' => pen.polygon(&LEFT),
        '◁' => hollow(&LEFT, 54, pen),
        '▶' => pen.polygon(&turned(LEFT)),
        '▷' => hollow(&turned(LEFT), 54, pen),
        '↑' => pen.polygon(&ARROW_UP),
        '↓' => pen.polygon(&mirrored(ARROW_UP)),
        '←' => pen.polygon(&ARROW_LEFT),
        '→' => pen.polygon(&turned(ARROW_LEFT)),
        _ => {}
    }
}

// All of them turn clockwise, as the pen asks.
const SQUARE: [(i32, i32); 4] = [(8, 40), (64, 40), (64, 96), (8, 96)];
const DIAMOND: [(i32, i32); 4] = [(36, 32), (71, 68), (36, 104), (1, 68)];
const UP: [(i32, i32); 3] = [(36, 36), (69, 96), (3, 96)];
const LEFT: [(i32, i32); 3] = [(4, 68), (66, 35), (66, 101)];
const ARROW_UP: [(i32, i32); 7] = [(36, 28), (62, 62), (41, 62), (41, 108), (31, 108), (31, 62), (10, 62)];
const ARROW_LEFT: [(i32, i32); 7] = [(2, 68), (32, 42), (32, 63), (70, 63), (70, 73), (32, 73), (32, 94)];

/// An outline turned upside down, still clockwise.
fn mirrored<const N: usize>(mut points: [(i32, i32); N]) -> [(i32, i32); N] {
    points.reverse();
    points.map(|(x, y)| (x, 2 * CENTER.1 - y))
}

/// An outline looking the other way, still clockwise.
fn turned<const N: usize>(mut points: [(i32, i32); N]) -> [(i32, i32); N] {
    points.reverse();
    points.map(|(x, y)| (2 * CENTER.0 - x, y))
}

/// An outline with a hole of the same form, so many hundredths of its size.
fn hollow<const N: usize>(points: &[(i32, i32); N], hundredths: i32, pen: &mut Pen<'_>) {
    pen.polygon(points);
    let (x, y, count) =
        points.iter().fold((0, 0, 0), |sum, point| (sum.0 + point.0, sum.1 + point.1, sum.2 + 1));
    let (x, y) = (x / count, y / count);
    let mut hole =
        points.map(|point| (x + (point.0 - x) * hundredths / 100, y + (point.1 - y) * hundredths / 100));
    hole.reverse();
    pen.polygon(&hole);
}
