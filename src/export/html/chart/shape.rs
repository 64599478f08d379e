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

/// The look and the shape of a kind of event: as its sign on the screen.
pub(super) fn of_event(kind: &str) -> (&'static str, &'static str) {
    const SQUARE: &str = "M-5 -5h10v10h-10z";
    const CIRCLE: &str = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z";
    const DIAMOND: &str = "M0 -6l6 6l-6 6l-6 -6z";
    match kind {
        "control" => ("full", SQUARE),
        "relaxation" => ("hollow", SQUARE),
        "guidance" => ("full", CIRCLE),
        "mandate" => ("full", "M0 -6l6 10.5h-12z"),
        "enforcement" => ("full", "M0 6l6 -10.5h-12z"),
        "report" => ("hollow", DIAMOND),
        "decision" => ("full", DIAMOND),
        "statement" => ("hollow", CIRCLE),
        _ => ("full", "M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::of_event;
    use crate::look::signs::EVENT_KINDS;

    /// A kind that the screen has a sign for and that is forgotten here would look like any other.
    #[test]
    fn each_kind_of_event_has_a_shape_of_its_own() {
        let shapes: HashSet<_> = EVENT_KINDS.iter().map(|(kind, _)| of_event(kind)).collect();
        assert_eq!(shapes.len(), EVENT_KINDS.len());
    }
}
