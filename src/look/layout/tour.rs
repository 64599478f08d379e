//! A stop of the tour on the screen: its slide has all of it but the last row, and what the speaker's notes take.

use ratatui::layout::{Rect, Size};

use super::{Areas, Frame, SizeClass};

/// Notes take at most this share of the rows (a half): the speaker needs all of them, the audience has seen the stop.
const NOTES: u16 = 2;

/// Lays out a stop. Below are the speaker's notes in as many rows as they fill, up to half. None where the screen is too small.
// ┌─────────────────────────────┐
// │            stop             │
// ├─ notes ─────────────────────┤
// └─ 7/12 ──────────────────────┘
pub fn tour_areas(size: Size, notes: u16) -> Option<Areas> {
    SizeClass::of(size)?;
    let Size { width, height } = size;
    let notes = notes.min(height / NOTES);
    Some(Areas {
        title: Rect::ZERO,
        panels: Vec::new(),
        card: None,
        status: Rect::ZERO,
        keys: Rect::new(0, height - 1, width, 1),
        frame: Frame::Boxed,
        tabs: &[],
        one_at_a_time: true,
        stop: Some(Rect::new(0, 0, width, height - 1 - notes)),
        notes: (notes > 0).then(|| Rect::new(0, height - 1 - notes, width, notes)),
    })
}
