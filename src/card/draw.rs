//! Draws the rows of a card that are in its window.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::State;
use super::content::SET_IN;
use crate::look::glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::widgets::row;

/// Cells before the text: cursor, sign, a blank.
const INDENT: u16 = row::CURSOR_CELLS + 2;

/// The cells a line of text may take in this area.
pub(super) fn text_width(area: Rect) -> u16 {
    area.width.saturating_sub(INDENT + 1).clamp(1, 90)
}

/// Draws the window into the inside of the frame.
pub fn draw(state: &State, context: &Context, focused: bool, area: Rect, buffer: &mut Buffer) {
    let cursor = state.current_link(usize::from(area.height)).map(|link| link.entry);
    for (y, row) in (area.y..area.bottom()).zip(state.rows.iter().skip(state.at.top)) {
        let (Some(range), Some(entry)) = (&row.range, state.entries.get(row.entry)) else { continue };
        let is_cursor = focused && cursor == Some(row.entry);
        if row.first {
            if is_cursor {
                buffer.set_string(
                    area.x,
                    y,
                    context.glyph(glyphs::SELECTED),
                    context.style(Role::FrameFocused),
                );
            }
            if let Some(sign) = entry.sign {
                buffer.set_string(area.x + 1, y, context.glyph(sign.glyph), context.style(sign.role));
            }
        } else if entry.sign == Some(signs::ARTICLE) || entry.sign == Some(signs::BACKGROUND) {
            // An entry of several rows repeats the bar that says where it comes from.
            if let Some(sign) = entry.sign.filter(|_| !entry.heading) {
                buffer.set_string(area.x + 1, y, context.glyph(sign.glyph), context.style(sign.role));
            }
        }
        let x = area.x + INDENT + entry.indent;
        if let Some([first, others]) = &entry.lines {
            let lines = if row.first { first } else { others };
            let room = usize::from(area.right().saturating_sub(area.x + INDENT));
            buffer.set_stringn(area.x + INDENT, y, lines, room, context.style(Role::Axis));
        }
        if let (true, Some(under)) = (row.under, &entry.under) {
            let room = usize::from(area.right().saturating_sub(x + SET_IN));
            buffer.set_stringn(x + SET_IN, y, &under[range.clone()], room, context.style(Role::Quiet));
            continue;
        }
        let role = if is_cursor { Role::Selected } else { entry.role };
        let style = context.style(role);
        let room = |x: u16| usize::from(area.right().saturating_sub(x));
        let weight = Modifier::BOLD | Modifier::UNDERLINED;
        let (mut x, mut done) = (x, range.start);
        for (set_off, role) in &entry.emphasis {
            let from = set_off.start.clamp(done, range.end);
            let to = set_off.end.clamp(from, range.end);
            (x, _) = buffer.set_stringn(x, y, &entry.text[done..from], room(x), style);
            let lit = if is_cursor { style.add_modifier(weight) } else { context.style(*role) };
            (x, _) = buffer.set_stringn(x, y, &entry.text[from..to], room(x), lit);
            done = to;
        }
        buffer.set_stringn(x, y, &entry.text[done..range.end], room(x), style);
    }
}

/// Draws the beginning of a card that cannot be scrolled by keys: where it goes on below, its last row says so.
pub fn draw_preview(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    draw(state, context, false, area, buffer);
    if area.is_empty() || state.rows.len() <= state.at.top + usize::from(area.height) {
        return;
    }
    let y = area.bottom() - 1;
    let is_blank = |x: &u16| buffer[(*x, y)].symbol() == " ";
    let blanks = (area.x..area.right()).rev().take_while(is_blank).count();
    let ellipsis = context.glyph(glyphs::ELLIPSIS);
    let cells = u16::try_from(crate::text::width::cells(ellipsis)).unwrap_or(1);
    // After a blank if there is room, else over the last words.
    let end = area.right().saturating_sub(u16::try_from(blanks).unwrap_or(area.width));
    let x = (end + 1).min(area.right().saturating_sub(cells)).max(area.x + INDENT);
    buffer.set_string(x, y, ellipsis, context.style(Role::Quiet));
}
