//! What the terminal shows, and the bytes that make it show something else.
//!
//! ratatui's own `Terminal` writes a reset even when nothing changed, asks for the size at every draw, and may ask the
//! terminal where its cursor is. The two buffers and ratatui's difference between them are all that is needed here.

use std::{io, mem};

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

/// The screen as last drawn.
pub(super) struct Screen {
    shown: Buffer,
    next: Buffer,
    bytes: Vec<u8>,
    /// The terminal no longer shows what was drawn.
    stale: bool,
}

impl Screen {
    /// A screen on which nothing is drawn yet.
    pub(super) fn new(size: Size) -> Self {
        let blank = Buffer::empty(Rect::from((ratatui::layout::Position::ORIGIN, size)));
        Self { shown: blank.clone(), next: blank, bytes: Vec::new(), stale: true }
    }

    /// The size it is drawn for.
    pub(super) fn size(&self) -> Size {
        self.shown.area.as_size()
    }

    /// The bytes that bring the terminal from what it shows to what `draw` draws, as one synchronized update; none if
    /// that is the same.
    pub(super) fn frame(&mut self, draw: impl FnOnce(&mut Buffer)) -> io::Result<&[u8]> {
        self.bytes.clear();
        self.next.reset();
        draw(&mut self.next);
        let changes = self.shown.diff(&self.next);
        if self.stale || !changes.is_empty() {
            queue!(self.bytes, BeginSynchronizedUpdate)?;
            if mem::take(&mut self.stale) {
                queue!(self.bytes, Clear(ClearType::All))?;
            }
            CrosstermBackend::new(&mut self.bytes).draw(changes.into_iter())?;
            queue!(self.bytes, EndSynchronizedUpdate)?;
        }
        mem::swap(&mut self.shown, &mut self.next);
        Ok(&self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn say(text: &'static str) -> impl FnOnce(&mut Buffer) {
        move |buffer| {
            buffer.set_string(0, 0, text, Style::new());
        }
    }

    #[test]
    fn the_first_frame_clears_and_draws() {
        let mut screen = Screen::new(Size::new(4, 1));
        let frame = String::from_utf8(screen.frame(say("ab")).unwrap().to_vec()).unwrap();
        assert!(frame.starts_with("\x1b[?2026h\x1b[2J"), "{frame:?}");
        assert!(frame.contains("ab"), "{frame:?}");
        assert!(frame.ends_with("\x1b[?2026l"), "{frame:?}");
    }

    #[test]
    fn the_same_picture_costs_nothing() {
        let mut screen = Screen::new(Size::new(4, 1));
        screen.frame(say("ab")).unwrap();
        assert_eq!(screen.frame(say("ab")).unwrap(), b"");
    }

    #[test]
    fn only_what_changed_is_sent() {
        let mut screen = Screen::new(Size::new(4, 1));
        screen.frame(say("abcd")).unwrap();
        let frame = String::from_utf8(screen.frame(say("abXd")).unwrap().to_vec()).unwrap();
        assert!(frame.contains("\x1b[1;3HX"), "{frame:?}");
        assert!(!frame.contains('a') && !frame.contains("\x1b[2J"), "{frame:?}");
    }
}
