//! A row of a list: the cursor at the left, the mark of what is lit at the right, and the line under the list that
//! counts what is not in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::list::OutOfSight;
use crate::dossier::{Kind, Ref};
use crate::text::width;
use crate::ui::context::Context;
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

/// `3 more ↓`: how many items stand below the window; nothing where none does.
pub(super) fn more(context: &Context, below: usize) -> String {
    if below == 0 {
        return String::new();
    }
    format!("{} {} ↓", context.language.count(below), context.strings().more)
}

/// What the line under a list speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Footer<'a> {
    /// The kinds of things the panel lists.
    pub(super) kinds: &'a [Kind],
    /// How many of the lit the window does not show.
    pub(super) out: OutOfSight,
    /// Whether the list holds the selection, where that is of a kind it lists.
    pub(super) has_selection: bool,
    /// Where things are that the list does not hold.
    pub(super) unlisted: &'a str,
    /// What to say where nothing is lit: what else there is.
    pub(super) otherwise: &'a str,
}

/// Draws the line under a list: what is linked to the selection and where it is, in words where there is nothing.
pub(super) fn footer(context: &Context, footer: Footer, area: Rect, buffer: &mut Buffer) {
    let strings = context.strings();
    let language = context.language;
    let holds = context.selection.is_some_and(|selection| footer.kinds.contains(&selection.kind));
    let lit = footer.kinds.iter().map(|kind| context.lit.count(*kind)).sum::<usize>() - usize::from(holds);
    let apart =
        (holds && !footer.has_selection).then(|| format!("{} {}", strings.selection, footer.unlisted));
    let text = match context.selection {
        Some(_) if lit > 0 => {
            let linked = format!("◀ {} {}", language.count(lit), strings.linked_to_selection);
            let mut parts: Vec<String> = apart.into_iter().chain([linked]).collect();
            let OutOfSight { above, below, listed } = footer.out;
            for (number, arrow) in [(above, "↑"), (below, "↓"), (lit.saturating_sub(listed), footer.unlisted)]
            {
                if number > 0 {
                    parts.push(format!("{} {arrow}", language.count(number)));
                }
            }
            parts.join(" · ")
        }
        Some(_) if !holds => strings.nothing_linked.to_owned(),
        _ => apart.unwrap_or_else(|| footer.otherwise.to_owned()),
    };
    let text = width::truncate(&text, usize::from(area.width.saturating_sub(2)));
    buffer.set_string(area.x + 1, area.y, text, context.style(Role::Quiet));
}
