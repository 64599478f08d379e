//! Draws a series that is no line: a row a figure with its period, place, part and value.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::list::List;
use super::super::row;
use super::chart::observations;
use crate::dossier::{Dossier, Observation, Ref, Series, When};
use crate::text::width;
use crate::ui::context::Context;
use crate::ui::names;
use crate::ui::panel::Panel;
use crate::ui::signs;

/// The figures of a series by period; the undated last.
pub(super) fn items(dossier: &Dossier, series: &Series) -> Vec<Ref> {
    let mut items: Vec<&Observation> = observations(dossier, series).collect();
    items
        .sort_by_key(|observation| observation.date.as_ref().and_then(When::first).unwrap_or(NaiveDate::MAX));
    items.into_iter().map(Observation::to_ref).collect()
}

/// Draws the window into the room between heading and caption.
pub(super) fn draw(list: &List, context: &Context, area: Rect, buffer: &mut Buffer) {
    let cursor = list.shown_cursor(context, Panel::Trend);
    let window = list.window(area.height, |_| 1);
    for (y, item) in (area.y..area.bottom()).zip(&list.items()[window]) {
        let line = Rect { y, height: 1, ..area };
        row::ends(context, item, cursor == Some(item), line, buffer);
        let x = area.x + row::CURSOR_CELLS;
        let sign = signs::BACKGROUND;
        buffer.set_string(x, y, sign.glyph, context.style(sign.role));
        let text = names::name(context, item);
        let room = usize::from(area.width.saturating_sub(row::CURSOR_CELLS + 1 + row::LIT_CELLS));
        buffer.set_string(x + 1, y, &*width::truncate(&text, room), row::style(context, item));
    }
}
