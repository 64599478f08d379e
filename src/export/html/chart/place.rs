//! Finds a place for each label of a chart: none covers another, a mark or a line, none is cut.

use super::canvas::{Anchor, Canvas, Label, Rect, Segment};

/// What labels keep clear of, and those that have a place.
pub(super) struct Places<'c> {
    canvas: &'c Canvas,
    /// Where a label may stand.
    pub room: Rect,
    /// What none may cover: marks, other texts.
    pub rects: Vec<Rect>,
    /// The lines that none may lie on.
    pub lines: Vec<Segment>,
    /// The labels that have a place.
    pub placed: Vec<Label>,
}

/// Between a label and its mark.
const GAP: f64 = 3.0;

impl<'c> Places<'c> {
    pub(super) fn new(canvas: &'c Canvas, room: Rect) -> Self {
        Self { canvas, room, rects: Vec::new(), lines: Vec::new(), placed: Vec::new() }
    }

    /// Puts a label beside a mark, where there is room for it: above, below, at its sides, then farther off. What finds no
    /// place is not drawn.
    pub(super) fn put(&mut self, mark: Rect, text: &str, class: &str) {
        let font = self.canvas.font;
        let middle = f64::midpoint(mark.left, mark.right);
        let (above, below) = (mark.top - GAP - font * 0.25, mark.bottom + GAP + font * 0.8);
        let level = f64::midpoint(mark.top, mark.bottom) + font * 0.3;
        let (right, left) = (mark.right + GAP, mark.left - GAP);
        let far = font * 0.9;
        let tries = [
            (middle, above, Anchor::Middle),
            (middle, below, Anchor::Middle),
            (right, level, Anchor::Start),
            (left, level, Anchor::End),
            (middle, above, Anchor::Start),
            (middle, above, Anchor::End),
            (middle, below, Anchor::Start),
            (middle, below, Anchor::End),
            (middle, above - far, Anchor::Middle),
            (middle, below + far, Anchor::Middle),
        ];
        let labels = tries.map(|(x, y, anchor)| Label::new(x, y, anchor, text).with_class(class));
        if let Some(label) = labels.into_iter().find(|label| self.is_free(label)) {
            self.take(label);
        }
    }

    /// The same for a column: only at its end, in its middle.
    pub(super) fn put_at_end(&mut self, column: Rect, is_below: bool, text: &str, class: &str) {
        let font = self.canvas.font;
        let y = if is_below { column.bottom + GAP + font * 0.8 } else { column.top - GAP - font * 0.25 };
        let middle = f64::midpoint(column.left, column.right);
        let label = Label::new(middle, y, Anchor::Middle, text).with_class(class);
        if self.is_free(&label) {
            self.take(label);
        }
    }

    fn is_free(&self, label: &Label) -> bool {
        let rect = label.rect(self.canvas);
        rect.is_within(&self.room)
            && !self.rects.iter().any(|other| other.overlaps(&rect))
            && !self.lines.iter().any(|line| rect.is_crossed_by(*line))
    }

    fn take(&mut self, label: Label) {
        let Rect { left, top, right, bottom } = label.rect(self.canvas);
        // A little air on both sides, so that two numbers do not read as one.
        self.rects.push(Rect { left: left - GAP, top, right: right + GAP, bottom });
        self.placed.push(label);
    }
}

/// Moves heights apart so that each has its room, in their order, within a range; as near to where they were as that
/// leaves. The room has to be enough for all.
pub(super) fn apart(wanted: &mut [f64], rooms: &[f64], top: f64, bottom: f64) {
    // Down as far as the one above asks for, and from the bottom up again where that is too far.
    let mut least = top;
    for (y, room) in wanted.iter_mut().zip(rooms) {
        *y = y.max(least + room / 2.0);
        least = *y + room / 2.0;
    }
    let mut most = bottom;
    for (y, room) in wanted.iter_mut().zip(rooms).rev() {
        *y = y.min(most - room / 2.0);
        most = *y - room / 2.0;
    }
}
