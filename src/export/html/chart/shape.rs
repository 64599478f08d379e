//! The shapes of marks, each with its middle at 0,0.

/// The shapes that distinguish lines.
const SHAPES: usize = 4;

/// The marker of a line: a circle, a diamond, a square, a triangle.
pub(super) fn of_line(line: usize) -> &'static str {
    match line % SHAPES {
        0 => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
        1 => "M0 -6.5l6.5 6.5l-6.5 6.5l-6.5 -6.5z",
        2 => "M-4.8 -4.8h9.6v9.6h-9.6z",
        _ => "M-6 -4.6h12l-6 10.4z",
    }
}

/// A lower bound: an arrow from it upwards.
pub(super) const UP: &str = "M-5 0h10m-5 0v-18m-5 7l5 -7l5 7";
/// An upper bound: an arrow from it downwards.
pub(super) const DOWN: &str = "M-5 0h10m-5 0v18m-5 -7l5 7l5 -7";
/// Looked for, no figure found.
pub(super) const NONE: &str = "M-4 -4l8 8m0 -8l-8 8";

/// The look and the shape of a kind of event, by its place among all kinds: as its sign on the screen.
pub(super) fn of_event(kind: usize) -> (&'static str, &'static str) {
    const SQUARE: &str = "M-5 -5h10v10h-10z";
    const CIRCLE: &str = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z";
    const DIAMOND: &str = "M0 -6l6 6l-6 6l-6 -6z";
    match kind {
        0 => ("full", SQUARE),
        1 => ("hollow", SQUARE),
        2 => ("full", CIRCLE),
        3 => ("full", "M0 -6l6 10.5h-12z"),
        4 => ("full", "M0 6l6 -10.5h-12z"),
        5 => ("hollow", DIAMOND),
        6 => ("full", DIAMOND),
        7 => ("hollow", CIRCLE),
        _ => ("full", "M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z"),
    }
}
