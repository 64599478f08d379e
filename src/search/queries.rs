//! A list of queries to choose from below a text: earlier ones while nothing is typed, others to try where nothing was found.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{SearchItem, State};
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::wrap;
use crate::widgets::cursor::Items;
use crate::widgets::{row, to_cells};

/// Cells before the words of a row: cursor, sign, a blank.
pub(super) const INDENT: u16 = row::CURSOR_CELLS + 2;

/// The list, and what is said above it.
pub(super) struct QueryList<'a> {
    text: Cow<'a, str>,
    heading: &'static str,
    queries: Vec<&'a str>,
}

/// Where its parts are.
struct QueryListArea {
    /// Whether there is room for the text.
    has_text: bool,
    /// The row of the heading; none where there is only room for a query.
    heading: Option<u16>,
    /// The rows of the queries.
    rows: Rect,
}

impl<'a> QueryList<'a> {
    /// The list there is now; none while anything is found.
    pub(super) fn of(state: &'a State, context: &'a Context) -> Option<Self> {
        let strings = context.strings();
        let Some(search) = context.search() else {
            let queries = state.recent.iter().map(String::as_str).collect();
            let text = context.said(strings.search_hint);
            return Some(Self { text, heading: strings.searched_before, queries });
        };
        if search.found() > 0 || !search.has_read_all() {
            return None;
        }
        let heading = if search.are_apart() { strings.found_apart } else { strings.nearest_words };
        Some(Self {
            text: context.said(strings.found_nowhere).replace("{}", search.typed()).into(),
            heading,
            queries: search.suggestions().iter().map(|offer| offer.query.as_str()).collect(),
        })
    }

    /// Its rows in their window, for the cursor.
    pub(super) fn items(&self, area: Rect) -> Items<fn(usize) -> u16> {
        Items::of_one_row(self.queries.len(), self.area(area).rows.height.max(1))
    }

    /// Its parts below the line that is typed in. If text and list do not both fit, the list is shown: keys act on it.
    fn area(&self, area: Rect) -> QueryListArea {
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        // An empty row stands between text and heading.
        let above = to_cells(self.lines(below).len()).saturating_add(1);
        let has_text = below.height >= above.saturating_add(2);
        let top = if has_text { below.y + above } else { below.y };
        let heading = (below.bottom().saturating_sub(top) > 1).then_some(top);
        let first = top + u16::from(heading.is_some());
        let rows = Rect { y: first, height: below.bottom().saturating_sub(first), ..below };
        QueryListArea { has_text, heading, rows }
    }

    fn lines(&self, area: Rect) -> Vec<wrap::WrappedLine> {
        wrap::wrap(&self.text, area.width.saturating_sub(2).max(1))
    }

    /// Draws it into an area whose first row is the line that is typed in.
    pub(super) fn draw(&self, state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let QueryListArea { has_text, heading, rows } = self.area(area);
        if has_text || self.queries.is_empty() {
            for (y, line) in (below.y..below.bottom()).zip(self.lines(below)) {
                buffer.set_string(area.x + 1, y, &self.text[line.range], context.style(Role::Quiet));
            }
        }
        if self.queries.is_empty() {
            return;
        }
        let room = usize::from(area.width.saturating_sub(INDENT + 1));
        if let Some(y) = heading {
            buffer.set_stringn(area.x + 1, y, self.heading, room, context.style(Role::Heading));
        }
        let queries = self.queries.iter().enumerate().skip(state.cursor.top());
        for (y, (place, query)) in (rows.top()..rows.bottom()).zip(queries) {
            let is_cursor =
                matches!(state.at, Some(SearchItem::Recent(at) | SearchItem::Suggestion(at)) if at == place);
            draw_cursor(context, is_cursor, Rect { y, height: 1, ..rows }, buffer);
            let role = if is_cursor { Role::Selected } else { Role::Text };
            buffer.set_string(rows.x + INDENT, y, context.truncate(query, room), context.style(role));
        }
    }
}

/// Draws the cursor at the row that is current.
pub(super) fn draw_cursor(context: &Context, is_cursor: bool, row: Rect, buffer: &mut Buffer) {
    if is_cursor {
        buffer.set_string(row.x, row.y, context.glyph(glyphs::SELECTED), context.style(Role::FrameFocused));
    }
}
