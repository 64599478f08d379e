//! The speaker's screen: all of it for what the speaker needs, and the last row for what there is to say.

use ratatui::layout::{Rect, Size};

use super::{Areas, Frame, SizeClass};

/// Lays out the speaker's screen, on which no panel is shown. None where the screen is too small.
pub fn speaker_areas(size: Size) -> Option<Areas> {
    SizeClass::of(size)?;
    let nothing = Rect::ZERO;
    Some(Areas {
        title: nothing,
        panels: Vec::new(),
        card: None,
        status: nothing,
        keys: Rect::new(0, size.height - 1, size.width, 1),
        frame: Frame::Boxed,
        tabs: &[],
        one_at_a_time: true,
        stop: None,
        notes: None,
    })
}
