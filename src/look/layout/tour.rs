//! A stop of the tour on the screen: alone, or with the panels beside it.

use ratatui::layout::{Rect, Size};

use super::{Areas, Frame, LayoutInput, SizeClass, beside, wide, widest};
use crate::look::panel::{Focus, Panel};

/// Notes take at most this share of the rows (a half): the speaker needs all of them, the audience has seen the stop.
const NOTES: u16 = 2;

/// Lays out a stop: alone, or on the left with the panels on the right, among them the focused one. Below are the
/// speaker's notes in as many rows as they fill, up to half. None where the screen is too small.
// ┌──────────────┐┌─ actors ────┐
// │     stop     │├─ timeline ──┤
// │              │├─ trend ─────┤
// ├─ notes ──────┴┴─────────────┤
// └─ 7/12 ──────────────────────┘
pub fn tour_areas(size: Size, input: LayoutInput, notes: u16) -> Option<Areas> {
    let class = SizeClass::of(size)?;
    let Size { width, height } = size;
    let notes = notes.min(height / NOTES);
    let body = Rect::new(0, 0, width, height - 1 - notes);
    let nothing = Rect::ZERO;
    let mut areas = Areas {
        title: nothing,
        panels: Vec::new(),
        card: None,
        status: nothing,
        keys: Rect::new(0, height - 1, width, 1),
        frame: Frame::Boxed,
        tabs: &[],
        one_at_a_time: true,
        stop: Some(body),
        notes: (notes > 0).then(|| Rect::new(0, height - 1 - notes, width, notes)),
    };
    let (stop, right) = match class {
        SizeClass::Widest => beside(body, width / 2),
        SizeClass::Wide => beside(body, width * 12 / 25),
        SizeClass::Beside | SizeClass::Tall | SizeClass::Medium | SizeClass::Narrow => {
            return Some(areas);
        }
    };
    areas.stop = Some(stop);
    areas.panels = match (input.focus, class) {
        (Focus::Panel(Panel::Article), _) => vec![(Panel::Article, right)],
        (_, SizeClass::Widest) if right.width >= super::DATED * 2 => widest(right, input),
        _ => {
            areas.tabs = &Panel::SHARED;
            wide(right, input)
        }
    };
    Some(areas)
}
