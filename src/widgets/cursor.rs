//! The cursor of a list and its window: which item the next move starts from, and which is at the top. All lists that are
//! chosen from have one. Items may take any number of rows; only those of a window are ever measured.

mod by_line;

use std::ops::Range;

use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::input::mouse::NOTCH;
use crate::look::glyphs::Glyphs;
use crate::protocol::context::Context;
use crate::widgets::pages::{self, Pages};

/// What the heights of items depend on: in another measure a page has other items.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Measure {
    /// Cells for the text of an item.
    pub(crate) cells: usize,
    /// The number of the panel's view.
    pub(crate) view: usize,
    /// Whether the window moves by lines, and shows items in part.
    pub(crate) by_line: bool,
    /// Whether an item that is not selected takes one row.
    pub(crate) one_row: bool,
    language: Language,
    glyphs: Glyphs,
}

impl Measure {
    /// So many cells for text, in this view.
    pub(crate) fn of(context: &Context, cells: usize, view: usize) -> Self {
        Self {
            cells,
            view,
            by_line: false,
            one_row: false,
            language: context.language,
            glyphs: context.glyphs,
        }
    }
}

/// The items of a list as its window sees them. It is lent to a [`Cursor`], which knows none of them.
pub(crate) struct Items<H> {
    /// How many there are.
    pub(crate) count: usize,
    /// The rows of the window.
    pub(crate) rows: u16,
    /// What the heights depend on; the default where they depend on nothing but the items and the window.
    pub(crate) measure: Measure,
    /// The rows an item takes.
    pub(crate) height: H,
}

impl Items<fn(usize) -> u16> {
    /// Items of one row each.
    pub(crate) fn of_one_row(count: usize, rows: u16) -> Self {
        Self { count, rows, measure: Measure::default(), height: |_| 1 }
    }
}

impl<H: FnMut(usize) -> u16> Items<H> {
    /// The items that fit wholly into a window that begins with this one; at least one, however tall, if there is any.
    fn window(&mut self, top: usize) -> Range<usize> {
        let mut end = top;
        let mut used = 0;
        while end < self.count {
            used += usize::from((self.height)(end));
            if used > usize::from(self.rows) && end > top {
                break;
            }
            end += 1;
        }
        top..end
    }

    /// The first item of a window that has this one at its bottom. Walks back by what fits above, so the cost is that of a
    /// window, not of the list.
    fn top_for(&mut self, bottom: usize) -> usize {
        let mut used = usize::from((self.height)(bottom));
        let mut first = bottom;
        while first > 0 {
            used += usize::from((self.height)(first - 1));
            if used > usize::from(self.rows) {
                break;
            }
            first -= 1;
        }
        first
    }
}

/// Pages turned: cursor, top and skip before; cursor and skip after, the rows of the window, and what the items were laid out
/// for.
type Turns = Pages<(usize, usize, u16), (usize, u16, u16, Measure)>;

/// Where the reader is in a list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cursor {
    /// The item the next move starts from.
    at: usize,
    /// The item at the top of the window.
    top: usize,
    /// How many rows of the item at the top are above the window; none where it moves by items.
    skip: u16,
    pages: Turns,
    /// The window was moved by hand and stays until the cursor moves.
    by_hand: bool,
}

impl Cursor {
    /// On this item, with that one at the top.
    pub(crate) fn new(at: usize, top: usize) -> Self {
        Self { at, top, ..Self::default() }
    }

    /// The item it is on; past the end only in an empty list.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// The item at the top of the window.
    pub(crate) fn top(&self) -> usize {
        self.top
    }

    /// Puts it on an item. The window follows in the next [`Cursor::scroll`].
    pub(crate) fn put(&mut self, at: usize) {
        self.at = at;
    }

    /// Lets the window follow the cursor again after it was moved by hand.
    pub(crate) fn follow(&mut self) {
        self.by_hand = false;
    }

    /// Whether the window was moved by hand, and stays there.
    pub(crate) fn is_by_hand(&self) -> bool {
        self.by_hand
    }

    /// In another list of as many items or more or fewer: on the same items, by their places there.
    #[must_use]
    pub(crate) fn moved(&self, at: usize, top: usize) -> Self {
        Self { at, top, by_hand: self.by_hand, ..Self::default() }
    }

    /// Carries out a key that moves: a step, a page, to either end. Returns whether the action was one, and there is an item.
    pub(crate) fn press(&mut self, action: Action, mut items: Items<impl FnMut(usize) -> u16>) -> bool {
        let Some(last) = items.count.checked_sub(1) else { return false };
        let at = match action {
            Action::PageUp | Action::PageDown => {
                self.page(action == Action::PageDown, last, &mut items);
                return true;
            }
            Action::HalfPageUp | Action::HalfPageDown => {
                self.half_page(action == Action::HalfPageDown, last, &mut items);
                return true;
            }
            Action::Up => self.at.saturating_sub(1),
            Action::Down => self.at + 1,
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        };
        self.step_to(at.min(last));
        true
    }

    /// Moves to an item in another way than by a page.
    pub(crate) fn step_to(&mut self, at: usize) {
        self.at = at;
        self.pages.clear();
        self.by_hand = false;
    }

    /// Turns a page, as [`crate::widgets::pages`] does. Upwards, the last item above the window comes to the bottom.
    fn page(&mut self, down: bool, last: usize, items: &mut Items<impl FnMut(usize) -> u16>) {
        let from = (self.at, self.top);
        self.by_hand = false;
        if let Some((at, top, _)) = self.pages.undo(down, &(self.at, 0, items.rows, items.measure)) {
            (self.at, self.top) = (at, top);
            return;
        }
        if down {
            let end = items.window(self.top).end;
            self.at = end.min(last);
            self.top = if end > last { self.top } else { end };
        } else {
            self.at = self.top.saturating_sub(1);
            self.top = items.top_for(self.at);
        }
        if from != (self.at, self.top) {
            self.pages.turned(down, (from.0, from.1, 0), (self.at, 0, items.rows, items.measure));
        }
    }

    /// Moves cursor and window by as many items as fill half of the window's rows; at least one.
    fn half_page(&mut self, down: bool, last: usize, items: &mut Items<impl FnMut(usize) -> u16>) {
        let half = pages::half(items.rows);
        let (mut to, mut passed) = (self.at, 0_u16);
        while passed < half {
            let next = if down { to + 1 } else { to.wrapping_sub(1) };
            if next > last {
                break;
            }
            passed = passed.saturating_add((items.height)(if down { to } else { next }).max(1));
            to = next;
        }
        let by = to.abs_diff(self.at);
        let top = if down { (self.top + by).min(last) } else { self.top.saturating_sub(by) };
        self.step_to(to);
        self.top = top;
    }

    /// Moves the window by about a notch of the wheel and leaves the cursor where it is, in sight or not.
    pub(crate) fn wheel(&mut self, down: bool, count: usize, mut height: impl FnMut(usize) -> u16) {
        let mut passed = 0;
        while passed < NOTCH {
            let next = if down { Some(self.top) } else { self.top.checked_sub(1) };
            let Some(next) = next.filter(|next| *next < count) else { break };
            passed = passed.saturating_add(height(next).max(1));
            self.top = if down { next + 1 } else { next };
        }
        self.pages.clear();
        self.by_hand = true;
    }

    /// The items in sight, whole.
    pub(crate) fn window(&self, mut items: Items<impl FnMut(usize) -> u16>) -> Range<usize> {
        items.window(self.top)
    }

    /// Moves the window so that this item is in it, as little as possible, and leaves no rows empty at the end while there
    /// is something above. Returns the items in sight.
    pub(crate) fn scroll(
        &mut self,
        wanted: Option<usize>,
        mut items: Items<impl FnMut(usize) -> u16>,
    ) -> Range<usize> {
        let Some(last) = items.count.checked_sub(1) else { return 0..0 };
        self.skip = 0;
        if let Some(wanted) = wanted {
            let wanted = wanted.min(last);
            let first = items.top_for(wanted);
            self.top = self.top.min(wanted).max(first);
        }
        self.top = self.top.min(last);
        let room = usize::from(items.rows);
        let mut used: usize = 0;
        for item in (self.top..items.count).take(room) {
            used += usize::from((items.height)(item));
            if used > room {
                break;
            }
        }
        while self.top > 0 && used <= room {
            used += usize::from((items.height)(self.top - 1));
            if used > room {
                break;
            }
            self.top -= 1;
        }
        items.window(self.top)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Cursor, Items, Measure};
    use crate::input::action::Action;

    fn items(heights: &[u16], rows: u16) -> Items<impl FnMut(usize) -> u16 + '_> {
        Items { count: heights.len(), rows, measure: Measure::default(), height: |item| heights[item] }
    }

    proptest! {
        /// Each page begins with the first item that was not wholly in the one before.
        #[test]
        fn pages_tile_the_list_and_are_undone(heights in prop::collection::vec(1_u16..5, 1..60), rows in 1_u16..20) {
            let mut cursor = Cursor::default();
            let mut trail = Vec::new();
            while cursor.window(items(&heights, rows)).end < heights.len() {
                let window = cursor.window(items(&heights, rows));
                trail.push((cursor.top, cursor.at));
                cursor.press(Action::PageDown, items(&heights, rows));
                prop_assert_eq!((cursor.top, cursor.at), (window.end, window.end));
            }
            cursor.press(Action::PageDown, items(&heights, rows));
            prop_assert_eq!(cursor.at, heights.len() - 1);
            cursor.press(Action::PageUp, items(&heights, rows));
            for before in trail.into_iter().rev() {
                if (cursor.top, cursor.at) != before {
                    cursor.press(Action::PageUp, items(&heights, rows));
                }
                prop_assert_eq!((cursor.top, cursor.at), before);
            }
        }

        /// Up from anywhere: the last item above the window is at the bottom, and the window is as full as can be.
        #[test]
        fn a_page_up_ends_with_what_was_above(
            heights in prop::collection::vec(1_u16..5, 1..60),
            rows in 1_u16..20,
            top in 0_usize..60,
        ) {
            let before = top.min(heights.len() - 1);
            let mut cursor = Cursor::new(before, before);
            cursor.press(Action::PageUp, items(&heights, rows));
            prop_assert_eq!(cursor.at, before.saturating_sub(1));
            let window = cursor.window(items(&heights, rows));
            prop_assert!(window.contains(&cursor.at) && window.end >= before);
            if cursor.top > 0 {
                let taken: u16 = heights[cursor.top - 1..=cursor.at].iter().sum();
                prop_assert!(taken > rows);
            }
        }

        /// Half a page down and up moves by about half of the rows, and by one item at least.
        #[test]
        fn half_a_page_is_half_the_rows(heights in prop::collection::vec(1_u16..5, 2..60), rows in 1_u16..20) {
            let mut cursor = Cursor::default();
            cursor.press(Action::HalfPageDown, items(&heights, rows));
            let passed: u16 = heights[..cursor.at].iter().sum();
            prop_assert!(cursor.at >= 1);
            prop_assert!(passed >= (rows / 2).max(1) || cursor.at == heights.len() - 1);
            let less: u16 = heights[..cursor.at - 1].iter().sum();
            prop_assert!(less < (rows / 2).max(1));
            let before = cursor.at;
            cursor.press(Action::HalfPageUp, items(&heights, rows));
            prop_assert!(cursor.at < before);
        }

        /// Whatever is pressed, the cursor is in sight afterwards, and no item that would fit is kept out at the end.
        #[test]
        fn the_cursor_stays_in_sight(
            heights in prop::collection::vec(1_u16..5, 1..60),
            rows in 1_u16..20,
            keys in prop::collection::vec(
                prop::sample::select(vec![
                    Action::Up, Action::Down, Action::PageUp, Action::PageDown, Action::First, Action::Last,
                    Action::HalfPageUp, Action::HalfPageDown,
                ]),
                1..40,
            ),
        ) {
            let mut cursor = Cursor::default();
            for key in keys {
                cursor.press(key, items(&heights, rows));
                let window = cursor.scroll(Some(cursor.at), items(&heights, rows));
                prop_assert!(window.contains(&cursor.at));
                if cursor.top > 0 {
                    let taken: u16 = heights[cursor.top - 1..].iter().sum();
                    prop_assert!(taken > rows, "room is left above {:?}", window);
                }
            }
        }
    }
}
