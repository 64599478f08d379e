//! A row of a list: the cursor at the left, the mark of what is lit at the right, and the line under the list that
//! counts what is not in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::list::OutOfSight;
use crate::dossier::Ref;
use crate::text::width;
use crate::ui::context::Context;
use crate::ui::names;
use crate::ui::theme::Role;

/// Cells at the left of every row, for the cursor.
pub(super) const CURSOR_CELLS: u16 = 1;
/// Cells at the right of every row, for the mark of what is lit.
pub(super) const LIT_CELLS: u16 = 2;

/// How an item is drawn.
pub(super) fn style(context: &Context, item: &Ref) -> Style {
    if context.is_selected(item) {
        context.style(Role::Selected)
    } else if context.is_lit(item) {
        context.style(Role::Lit)
    } else {
        context.style(Role::Text)
    }
}

/// Draws what stands at both ends of an item's first row, and its ground.
pub(super) fn ends(context: &Context, item: &Ref, is_cursor: bool, area: Rect, buffer: &mut Buffer) {
    let glyph = match (context.is_selected(item), is_cursor) {
        (true, _) => "▶",
        (false, true) => "▷",
        (false, false) => " ",
    };
    buffer.set_string(area.x, area.y, glyph, context.style(Role::FrameFocused));
    if context.is_lit(item) {
        buffer.set_string(area.right().saturating_sub(1), area.y, "◀", context.style(Role::Lit));
    }
}

/// The line under a list: what of the lit is not in sight, or else what else there is.
pub(super) fn footer(
    context: &Context,
    lit: usize,
    out: OutOfSight,
    otherwise: &str,
    area: Rect,
    buffer: &mut Buffer,
) {
    let strings = context.strings();
    let mut text = match context.selection {
        Some(_) if lit == 0 => format!("{otherwise}{}", strings.nothing_linked),
        Some(selection) => {
            let name = names::name(context, selection);
            let mut text = format!("◀ {} {} ", context.language.count(lit), strings.linked_to);
            text.push_str(&width::truncate(&name, 24));
            text
        }
        None => otherwise.to_owned(),
    };
    if lit > 0 {
        for (number, arrow) in [(out.above, "↑"), (out.below, "↓")] {
            if number > 0 {
                text.push_str(&format!(" · {} {arrow}", context.language.count(number)));
            }
        }
    }
    let text = width::truncate(&text, usize::from(area.width.saturating_sub(2)));
    buffer.set_string(area.x + 1, area.y, text, context.style(Role::Quiet));
}
