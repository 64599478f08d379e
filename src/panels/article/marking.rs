//! What marking needs of the article on screen: which words are where, and that those marked are in sight.

use ratatui::layout::{Position, Rect};

use super::rows::Rows;
use super::{State, mouse};
use crate::protocol::context::Context;
use crate::protocol::mark::TextMark;

impl State {
    /// The byte of the article's words at a cell.
    pub fn byte_at(&self, context: &Context, area: Rect, at: Position) -> Option<usize> {
        mouse::byte_at(self, context, area, at)
    }

    /// The byte of the article's words nearest to a cell.
    pub fn byte_near(&self, context: &Context, area: Rect, at: Position) -> Option<usize> {
        mouse::byte_near(self, context, area, at)
    }

    /// Whether the window was laid out for this room.
    pub fn is_laid_out_for(&self, area: Rect) -> bool {
        self.size == area.as_size()
    }

    /// Scrolls by no more than it takes to have all marked words on screen; of more than fit, those at the end that keys move.
    pub fn keep_in_sight(&mut self, context: &Context, area: Rect, mark: &TextMark) {
        let article = &context.dossier.article;
        if article.blocks.is_empty() || area.is_empty() {
            return;
        }
        let height = self.height(area);
        let active = self.rows.place_of(article, mark.active_byte(article));
        let first = self.rows.place_of(article, mark.range().start);
        let last = self.rows.place_of(article, mark.range().end.saturating_sub(1));
        let fits = last <= self.rows.down(article, first, height.saturating_sub(1));
        let (first, last) = if fits { (first, last) } else { (active, active) };
        let bottom = self.rows.down(article, self.top, height.saturating_sub(1));
        // A row beside the mark says where it stands, if there is room for one.
        let rows_beside = |rows: &mut Rows, first, last| {
            let has_room = rows.down(article, first, height.saturating_sub(3)) >= last;
            u16::from(height > 4 && has_room)
        };
        if first < self.top {
            let beside = rows_beside(&mut self.rows, first, last);
            self.top = self.rows.up(article, first, beside);
        } else if last > bottom {
            let beside = rows_beside(&mut self.rows, first, last);
            self.top = self.rows.up(article, last, height.saturating_sub(1 + beside));
        }
        self.layout(context, area);
    }
}
