//! The area that a chart is drawn on: its size, and how much of it a text takes.

use crate::text::width;

/// A size that a chart is drawn at, in units of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Canvas {
    /// The class that the style shows or hides it by.
    pub class: &'static str,
    /// How wide it is.
    pub width: f64,
    /// How high the part between the axes is.
    pub plot: f64,
    /// The size of its type.
    pub font: f64,
    /// The most ticks of the value axis, zero not counted.
    pub ticks: u16,
    /// The most cells of a line's name before it goes on in a second row.
    pub name_cells: u16,
    /// Whether a bar has its period on its left and its value on its right; else both stand above it.
    pub is_wide: bool,
}

/// For a desk and for paper, where it is drawn at about its own size.
pub(super) const WIDE: Canvas =
    Canvas { class: "desk", width: 720.0, plot: 290.0, font: 14.0, ticks: 6, name_cells: 18, is_wide: true };

/// For a wide screen, where a drawing that has the use of it takes all of the page's width.
pub(super) const BROAD: Canvas = Canvas { class: "broad", width: 1080.0, ..WIDE };

/// For the handout: on paper, where it takes the width of the page, its type is as small as that of a note.
pub(super) const SHEET: Canvas = Canvas { width: 1040.0, ..WIDE };

/// For a phone: 360 units are about the pixels that 390 leave, so type stays above 11.
pub(super) const NARROW: Canvas = Canvas {
    class: "phone",
    width: 360.0,
    plot: 250.0,
    font: 13.0,
    ticks: 5,
    name_cells: 12,
    is_wide: false,
};

impl Canvas {
    /// How wide a text is at most. No font is known here, so a cell is as wide as the digits of a wide one.
    pub(super) fn text_width(&self, text: &str) -> f64 {
        width::cells(text) as f64 * self.font * 0.62
    }

    /// From one row of text to the next.
    pub(super) fn row(&self) -> f64 {
        (self.font * 1.3).round()
    }
}

/// A rectangle; y grows downwards.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    /// Whether they share more than an edge.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether all of it lies in another.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.left >= other.left
            && self.right <= other.right
            && self.top >= other.top
            && self.bottom <= other.bottom
    }

    /// Whether a straight line passes through it.
    pub(super) fn is_crossed_by(&self, ((x1, y1), (x2, y2)): Segment) -> bool {
        // The part of the line that is between both sides, and then between top and bottom (Liang–Barsky).
        let (dx, dy) = (x2 - x1, y2 - y1);
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        let edges =
            [(-dx, x1 - self.left), (dx, self.right - x1), (-dy, y1 - self.top), (dy, self.bottom - y1)];
        for (change, room) in edges {
            if change == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if change < 0.0 {
                from = from.max(room / change);
            } else {
                to = to.min(room / change);
            }
        }
        from <= to
    }
}

/// From one point to another.
pub(super) type Segment = ((f64, f64), (f64, f64));

/// Which part of a text stands at its x.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// As SVG calls it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A text in a chart.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Label {
    pub x: f64,
    /// Its base line.
    pub y: f64,
    pub anchor: Anchor,
    pub text: String,
    /// The class that gives it its colour; empty for that of all text.
    pub class: String,
}

impl Label {
    pub(super) fn new(x: f64, y: f64, anchor: Anchor, text: impl Into<String>) -> Self {
        Self { x, y, anchor, text: text.into(), class: String::new() }
    }

    pub(super) fn with_class(self, class: impl Into<String>) -> Self {
        Self { class: class.into(), ..self }
    }

    /// The room it takes.
    pub(super) fn rect(&self, canvas: &Canvas) -> Rect {
        let width = canvas.text_width(&self.text);
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        let (top, bottom) = (self.y - canvas.font * 0.8, self.y + canvas.font * 0.25);
        Rect { left, top, right: left + width, bottom }
    }
}

#[cfg(test)]
mod tests {
    use super::Rect;

    #[test]
    fn a_line_crosses_a_rectangle_only_where_it_passes_through() {
        let rect = Rect { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };
        for line in [((0.0, 0.0), (30.0, 30.0)), ((15.0, 0.0), (15.0, 40.0)), ((12.0, 12.0), (13.0, 13.0))] {
            assert!(rect.is_crossed_by(line), "{line:?}");
        }
        for line in [
            ((0.0, 0.0), (9.0, 9.0)),
            ((0.0, 15.0), (9.0, 15.0)),
            ((5.0, 0.0), (5.0, 40.0)),
            ((0.0, 25.0), (25.0, 0.0)),
        ] {
            let crosses = rect.is_crossed_by(line);
            assert_eq!(crosses, line == ((0.0, 25.0), (25.0, 0.0)), "{line:?}");
        }
    }
}
