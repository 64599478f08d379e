//! Lines that are only read, and scroll: what the help and the list of problems have in common. They are laid out once
//! for a width, a language and a look, so that no key lays out a thousand of them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;

use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::look::glyphs::Glyphs;
use crate::look::theme::Theme;
use crate::protocol::context::Context;
use crate::widgets::memo::Memo;
use crate::widgets::pages::{self, Pages};

/// The lines as laid out, and which of them is at the top.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scroll {
    lines: Memo<(u16, Language, Theme, Glyphs), Vec<Line<'static>>>,
    top: usize,
    pages: Pages<usize, (usize, Size)>,
}

impl Scroll {
    /// Shows it from its first line.
    pub(crate) fn rewind(&mut self) {
        self.top = 0;
    }

    /// There are other lines now; the place stays as far as it can.
    pub(crate) fn rebase(&mut self) {
        self.lines.forget();
        self.pages.clear();
    }

    fn lines(&self) -> &[Line<'static>] {
        self.lines.last().map_or(&[][..], Vec::as_slice)
    }

    fn lowest(&self, area: Rect) -> usize {
        self.lines().len().saturating_sub(usize::from(area.height))
    }

    /// Carries out a key.
    pub(crate) fn press(&mut self, action: Action, area: Rect) {
        let lowest = self.lowest(area);
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top + 1,
            Action::PageUp | Action::PageDown => {
                let (down, by) = (action == Action::PageDown, usize::from(pages::lines(area.height)));
                let top = self.top;
                let next = || if down { (top + by).min(lowest) } else { top.saturating_sub(by) };
                self.pages.turn(down, top, area.as_size(), next)
            }
            Action::HalfPageUp => self.top.saturating_sub(usize::from(pages::half(area.height))),
            Action::HalfPageDown => self.top + usize::from(pages::half(area.height)),
            Action::First => 0,
            Action::Last => lowest,
            _ => self.top,
        }
        .min(lowest);
    }

    /// Ends an update: has the lines made where they are others or have other room. No row stays empty while there are
    /// some above.
    pub(crate) fn layout(
        &mut self,
        context: &Context,
        area: Rect,
        make: impl FnOnce(u16) -> Vec<Line<'static>>,
    ) {
        let wanted = (area.width, context.language, context.theme, context.glyphs);
        self.lines.get(wanted, || make(area.width));
        self.top = self.top.min(self.lowest(area));
    }

    /// What the frame says on the right: which part is in sight, if not all is.
    pub(crate) fn badge(&self, context: &Context, area: Rect) -> String {
        let (total, height) = (self.lines().len(), usize::from(area.height));
        if total <= height {
            return String::new();
        }
        crate::widgets::part(context, self.top + 1..=(self.top + height).min(total), total)
    }

    /// Draws into the inside of the frame.
    pub(crate) fn draw(&self, area: Rect, buffer: &mut Buffer) {
        for (y, line) in (area.y..area.bottom()).zip(self.lines().iter().skip(self.top)) {
            buffer.set_line(area.x + 1, y, line, area.width.saturating_sub(1));
        }
    }
}
