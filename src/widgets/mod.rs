//! What panels, cards and overlays are made of.

pub(crate) mod braille;
pub(crate) mod choice;
pub(crate) mod completion;
pub(crate) mod cursor;
pub(crate) mod fuzzy;
pub mod list;
pub(crate) mod list_panel;
pub(crate) mod memo;
pub(crate) mod pages;
pub mod prompt;
pub mod quotation;
pub mod row;
pub mod scroll;
pub(crate) mod tile_strip;
pub(crate) mod time_axis;
pub(crate) mod view;
pub(crate) mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::wrap;

/// `1–20 / 45`: which of a number of rows are in sight; both ends count.
pub fn part(context: &Context, shown: std::ops::RangeInclusive<usize>, total: usize) -> String {
    format!("{}{}{} / {total}", shown.start(), context.glyph(glyphs::TO), shown.end())
}

/// A number of cells or rows for the grid of the screen, which has at most [`u16::MAX`].
pub(crate) fn to_cells(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// Says in an empty panel how to fill it.
pub fn hint(context: &Context, text: &str, area: Rect, buffer: &mut Buffer) {
    for (y, line) in (area.y..area.bottom()).zip(wrap::wrap(text, area.width.saturating_sub(2).max(1))) {
        buffer.set_string(area.x + 1, y, &text[line.range], context.style(Role::Quiet));
    }
}
