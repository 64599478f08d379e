//! A list whose items are read rather than chosen from: the window moves by lines, through an item that is taller than it is,
//! and shows items in part at both ends.

use std::ops::Range;

use super::{Cursor, Items};
use crate::input::action::Action;
use crate::input::mouse::NOTCH;
use crate::widgets::pages;

/// The line at the top of a window: an item, and how many of its rows are above.
type Top = (usize, usize);

impl<H: FnMut(usize) -> u16> Items<H> {
    fn rows_of(&mut self, item: usize) -> usize {
        usize::from((self.height)(item)).max(1)
    }

    /// So many lines further down.
    fn down(&mut self, (mut item, skip): Top, lines: usize) -> Top {
        let mut skip = skip + lines;
        while item + 1 < self.count {
            let rows = self.rows_of(item);
            if skip < rows {
                break;
            }
            skip -= rows;
            item += 1;
        }
        let rows = self.rows_of(item);
        (item, skip.min(rows - 1))
    }

    /// So many lines further up.
    fn up(&mut self, (mut item, mut skip): Top, mut lines: usize) -> Top {
        while lines > skip {
            lines -= skip;
            if item == 0 {
                return (0, 0);
            }
            item -= 1;
            skip = self.rows_of(item);
        }
        (item, skip - lines)
    }

    /// The same, so that no row is left empty at the end while there is something above.
    fn filled(&mut self, top: Top) -> Top {
        let room = usize::from(self.rows);
        let mut used = 0;
        for item in top.0..self.count {
            used += self.rows_of(item);
            if used >= room + top.1 {
                return top;
            }
        }
        self.up(top, room + top.1 - used)
    }

    /// Where an item begins and ends, in rows from the top of the window; none where it is not in sight.
    fn place_of(&mut self, (first, skip): Top, wanted: usize) -> Option<Range<isize>> {
        let room = isize::from(i16::try_from(self.rows).unwrap_or(i16::MAX));
        let mut begin = -isize::try_from(skip).unwrap_or(0);
        for item in first..self.count {
            if begin >= room {
                break;
            }
            let rows = isize::try_from(self.rows_of(item)).unwrap_or(isize::MAX);
            if item == wanted {
                return Some(begin..begin + rows);
            }
            begin += rows;
        }
        None
    }
}

impl Cursor {
    /// How many rows of the item at the top are above the window.
    pub(crate) fn skip(&self) -> u16 {
        self.skip
    }

    fn line(&self) -> Top {
        (self.top, usize::from(self.skip))
    }

    /// Moves the window there; it stays until the cursor moves.
    fn read(&mut self, (top, skip): Top) {
        self.top = top;
        self.skip = u16::try_from(skip).unwrap_or(u16::MAX);
        self.by_hand = true;
    }

    /// Carries out a key. A step goes on to the next item only where all of this one has been read, and scrolls by a line
    /// until then; a page keeps a line. Returns whether the action was one that moves, and there is an item.
    pub(crate) fn press_by_line(
        &mut self,
        action: Action,
        mut items: Items<impl FnMut(usize) -> u16>,
    ) -> bool {
        let Some(last) = items.count.checked_sub(1) else { return false };
        let room = isize::from(i16::try_from(items.rows).unwrap_or(i16::MAX));
        let here = self.line();
        let place = items.place_of(here, self.at);
        match action {
            Action::Down if place.is_some_and(|place| place.end > room) => {
                let to = items.down(here, 1);
                self.read(to);
                self.pages.clear();
            }
            Action::Up if here.1 > 0 && here.0 == self.at => {
                let to = items.up(here, 1);
                self.read(to);
                self.pages.clear();
            }
            Action::PageDown | Action::PageUp => {
                self.page_by_line(action == Action::PageDown, last, &mut items);
            }
            Action::HalfPageDown | Action::HalfPageUp => {
                let by = usize::from(pages::half(items.rows));
                self.move_by_line(action == Action::HalfPageDown, by, last, &mut items);
                self.pages.clear();
            }
            Action::Last => {
                self.step_to(last);
                let end = items.rows_of(last) - 1;
                let to = items.filled((last, end));
                self.read(to);
            }
            Action::Down => self.step_to((self.at + 1).min(last)),
            Action::Up => self.step_to(self.at.saturating_sub(1)),
            Action::First => {
                self.step_to(0);
                self.skip = 0;
                self.top = 0;
            }
            _ => return false,
        }
        true
    }

    /// A page that keeps a line; turning back at once undoes it.
    fn page_by_line(&mut self, down: bool, last: usize, items: &mut Items<impl FnMut(usize) -> u16>) {
        let from = (self.at, self.top, self.skip);
        let key = (self.at, self.skip, items.rows, items.measure);
        if let Some((at, top, skip)) = self.pages.undo(down, &key) {
            (self.at, self.top, self.skip) = (at, top, skip);
            self.by_hand = true;
            return;
        }
        self.move_by_line(down, usize::from(pages::lines(items.rows)), last, items);
        if from != (self.at, self.top, self.skip) {
            self.pages.turned(down, from, (self.at, self.skip, items.rows, items.measure));
        }
    }

    /// Moves the window by so many lines. The cursor goes to the first item that begins in its upper half, else to the one at
    /// its top; at the end to the last.
    fn move_by_line(
        &mut self,
        down: bool,
        by: usize,
        last: usize,
        items: &mut Items<impl FnMut(usize) -> u16>,
    ) {
        let here = self.line();
        let to = if down { items.down(here, by) } else { items.up(here, by) };
        let to = items.filled(to);
        self.read(to);
        let next = to.0 + usize::from(to.1 > 0);
        let half = isize::try_from(items.rows / 2).unwrap_or(0);
        let begins = items.place_of(to, next).is_some_and(|place| place.start <= half);
        self.at = match (to == here, down) {
            (true, true) => last,
            (true, false) => 0,
            _ if begins => next,
            _ => to.0,
        };
    }

    /// Moves the window by a notch of the wheel and leaves the cursor where it is.
    pub(crate) fn wheel_by_line(&mut self, down: bool, mut items: Items<impl FnMut(usize) -> u16>) {
        if items.count == 0 {
            return;
        }
        let (here, notch) = (self.line(), usize::from(NOTCH));
        let to = if down { items.down(here, notch) } else { items.up(here, notch) };
        self.read(to);
        self.pages.clear();
    }

    /// Moves the window as little as possible so that this item is in it: whole, or, if it is taller than the window, so
    /// that it fills it. Returns the items of which something is in sight, and whether the last of them is cut off.
    pub(crate) fn scroll_by_line(
        &mut self,
        wanted: Option<usize>,
        mut items: Items<impl FnMut(usize) -> u16>,
    ) -> (Range<usize>, bool) {
        let Some(last) = items.count.checked_sub(1) else { return (0..0, false) };
        let room = usize::from(items.rows);
        let top = self.top.min(last);
        let mut here = (top, usize::from(self.skip).min(items.rows_of(top) - 1));
        if let Some(wanted) = wanted.map(|wanted| wanted.min(last)) {
            let rows = items.rows_of(wanted);
            let is_tall = rows > room;
            here = match items.place_of(here, wanted) {
                None if wanted > here.0 && !is_tall => items.up((wanted, rows), room),
                None if wanted < here.0 && is_tall => (wanted, rows - room),
                None => (wanted, 0),
                Some(place) if is_tall && place.start > 0 => (wanted, 0),
                Some(place) if is_tall && place.end < isize::try_from(room).unwrap_or(isize::MAX) => {
                    (wanted, rows - room)
                }
                Some(_) if is_tall => here,
                Some(place) if place.start < 0 => (wanted, 0),
                Some(place) => {
                    let beyond = usize::try_from(place.end).unwrap_or(0).saturating_sub(room);
                    items.down(here, beyond)
                }
            };
        }
        let (top, skip) = items.filled(here);
        self.top = top;
        self.skip = u16::try_from(skip).unwrap_or(u16::MAX);
        let (mut end, mut used) = (top, 0);
        while end < items.count && used < room + skip {
            used += items.rows_of(end);
            end += 1;
        }
        (top..end, used > room + skip)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Measure;
    use super::*;

    fn items(heights: &[u16], rows: u16) -> Items<impl FnMut(usize) -> u16 + '_> {
        Items { count: heights.len(), rows, measure: Measure::default(), height: |item| heights[item] }
    }

    /// The lines of a list in sight, each by its number.
    fn lines(cursor: &Cursor, heights: &[u16], rows: u16) -> Range<usize> {
        let before: usize = heights[..cursor.top].iter().map(|rows| usize::from(*rows)).sum();
        let first = before + usize::from(cursor.skip);
        let all: usize = heights.iter().map(|rows| usize::from(*rows)).sum();
        first..(first + usize::from(rows)).min(all)
    }

    /// A key, and what the app does after it.
    fn press(cursor: &mut Cursor, action: Action, heights: &[u16], rows: u16) {
        let at = cursor.at;
        cursor.press_by_line(action, items(heights, rows));
        if cursor.at != at && !cursor.by_hand {
            cursor.follow();
        }
        let wanted = (!cursor.by_hand).then_some(cursor.at);
        cursor.scroll_by_line(wanted, items(heights, rows));
    }

    #[test]
    fn an_item_taller_than_the_window_is_read_line_by_line() {
        let heights = [3, 12, 2];
        let mut cursor = Cursor::default();
        let mut seen = vec![lines(&cursor, &heights, 5).start];
        for _ in 0..12 {
            press(&mut cursor, Action::Down, &heights, 5);
            seen.push(lines(&cursor, &heights, 5).start);
        }
        assert_eq!(seen, [0, 3, 4, 5, 6, 7, 8, 9, 10, 12, 12, 12, 12]);
        assert_eq!(cursor.at, 2);
        for _ in 0..12 {
            press(&mut cursor, Action::Up, &heights, 5);
        }
        assert_eq!((cursor.at, lines(&cursor, &heights, 5)), (0, 0..5));
    }

    proptest! {
        /// From the beginning down to the end, by steps or pages, no line is left out, and the cursor is in sight.
        #[test]
        fn no_line_is_skipped(
            heights in prop::collection::vec(1_u16..30, 1..20),
            rows in 2_u16..15,
            by_page: bool,
        ) {
            let action = if by_page { Action::PageDown } else { Action::Down };
            let all: usize = heights.iter().map(|rows| usize::from(*rows)).sum();
            let mut cursor = Cursor::default();
            let mut seen = lines(&cursor, &heights, rows).end;
            for _ in 0..2 * all + 2 {
                press(&mut cursor, action, &heights, rows);
                let now = lines(&cursor, &heights, rows);
                prop_assert!(now.start <= seen, "{now:?} after {seen}");
                prop_assert_eq!(now.len(), all.min(usize::from(rows)), "a row is empty");
                seen = now.end;
                let place = items(&heights, rows).place_of(cursor.line(), cursor.at);
                prop_assert!(place.is_some(), "the cursor is out of sight");
            }
            prop_assert_eq!((seen, cursor.at), (all, heights.len() - 1));
        }

        /// And back up, likewise.
        #[test]
        fn no_line_is_skipped_on_the_way_back(
            heights in prop::collection::vec(1_u16..30, 1..20),
            rows in 2_u16..15,
            by_page: bool,
        ) {
            let action = if by_page { Action::PageUp } else { Action::Up };
            let all: usize = heights.iter().map(|rows| usize::from(*rows)).sum();
            let mut cursor = Cursor::default();
            press(&mut cursor, Action::Last, &heights, rows);
            prop_assert_eq!(lines(&cursor, &heights, rows).end, all);
            let mut seen = lines(&cursor, &heights, rows).start;
            for _ in 0..2 * all + 2 {
                press(&mut cursor, action, &heights, rows);
                let now = lines(&cursor, &heights, rows);
                prop_assert!(now.end >= seen, "{now:?} after {seen}");
                seen = now.start;
            }
            prop_assert_eq!((seen, cursor.at), (0, 0));
        }

        /// A page forward and one back is where one was.
        #[test]
        fn a_page_is_undone(heights in prop::collection::vec(1_u16..30, 1..20), rows in 2_u16..15, pages in 1_usize..6) {
            let mut cursor = Cursor::default();
            for _ in 0..pages {
                press(&mut cursor, Action::PageDown, &heights, rows);
            }
            let before = (cursor.at, cursor.top, cursor.skip);
            press(&mut cursor, Action::PageDown, &heights, rows);
            if (cursor.at, cursor.top, cursor.skip) != before {
                press(&mut cursor, Action::PageUp, &heights, rows);
                prop_assert_eq!((cursor.at, cursor.top, cursor.skip), before);
            }
        }
    }
}
