//! A list of things with a cursor: what actors, timeline and claims have in common. Rows may be of any height; only
//! what is in the window is ever measured.

use foldhash::HashMap;

use crate::dossier::Ref;
use crate::input::action::Action;
use crate::input::mouse::NOTCH;
use crate::look::panel::{Focus, Panel};
use crate::protocol::context::Context;
use crate::protocol::request::Request;

/// The items of a list, where the cursor is, and what is at the top of the window.
#[derive(Clone, Debug, Default)]
pub struct List {
    items: Vec<Ref>,
    places: HashMap<Ref, usize>,
    cursor: usize,
    top: usize,
    /// The pages just turned, so that turning back undoes each.
    pages: Vec<Page>,
    /// Where lit items stand, in order; none until they are looked for again.
    lit: Option<Vec<usize>>,
    /// The window was moved by hand and stays until the cursor moves.
    by_hand: bool,
}

/// A page that was turned. Rows differ in height, and the selected one may grow, so where a page began cannot be told
/// from where it led.
#[derive(Clone, Copy, Debug)]
struct Page {
    down: bool,
    /// Cursor and top before.
    from: (usize, usize),
    /// The cursor after.
    to: usize,
    /// The rows of the window.
    rows: u16,
}

/// What a window does not show.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct OutOfSight {
    /// Lit items above the window.
    pub above: usize,
    /// Lit items below it.
    pub below: usize,
    /// How many lit items there are in the list at all, the selection not counted.
    pub listed: usize,
    /// Items above the window and below it, lit or not.
    pub items: (usize, usize),
}

impl List {
    /// A list of these items, with the cursor on the first.
    pub fn new(items: Vec<Ref>) -> Self {
        let places = items.iter().cloned().enumerate().map(|(place, item)| (item, place)).collect();
        Self { items, places, cursor: 0, top: 0, pages: Vec::new(), lit: None, by_hand: false }
    }

    /// Shows other items; the cursor stays on its item if that is still there.
    pub fn show(&mut self, items: Vec<Ref>) {
        let held = self.cursor().cloned();
        *self = Self::new(items);
        if let Some(place) = held.and_then(|item| self.place(&item)) {
            self.cursor = place;
            self.top = place;
        }
    }

    /// Shows the items of another state of the dossier. Where they are the same nothing moves; else cursor and window
    /// stay on their items, or on what followed those that are gone.
    pub fn rebase(&mut self, items: Vec<Ref>) {
        self.lit = None;
        if self.items == items {
            return;
        }
        let new = Self::new(items);
        let nearest = |place: usize| {
            let (before, after) = self.items.split_at(place.min(self.items.len()));
            let mut near = after.iter().chain(before.iter().rev());
            near.find_map(|item| new.place(item)).unwrap_or(0)
        };
        let (cursor, top) = (nearest(self.cursor), nearest(self.top));
        *self = Self { cursor, top, by_hand: self.by_hand, ..new };
    }

    /// Shows it from its first item, with the cursor there.
    pub fn rest(&mut self) {
        (self.cursor, self.top, self.by_hand) = (0, 0, false);
        self.pages.clear();
    }

    /// Puts the cursor on an item, if it is there.
    pub fn put(&mut self, item: &Ref) {
        self.cursor = self.place(item).unwrap_or(self.cursor);
    }

    /// The items, in order.
    pub fn items(&self) -> &[Ref] {
        &self.items
    }

    /// The item the next move starts from; none in an empty list.
    pub fn cursor(&self) -> Option<&Ref> {
        self.items.get(self.cursor)
    }

    /// The same, for drawing: a cursor is only shown in the panel that keys go to.
    pub fn shown_cursor(&self, context: &Context, panel: Panel) -> Option<&Ref> {
        self.cursor().filter(|_| context.focus == Focus::Panel(panel))
    }

    /// Where an item stands.
    pub fn place(&self, item: &Ref) -> Option<usize> {
        self.places.get(item).copied()
    }

    /// Whether the selection is one of its items.
    pub fn has_selection(&self, context: &Context) -> bool {
        context.selection().is_some_and(|selection| self.place(selection).is_some())
    }

    /// Puts the cursor where the selection is, or else, when the panel is `entered`, on the first thing it lights.
    pub fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.lit = None;
        self.by_hand = false;
        if let Some(place) = context.selection().and_then(|selection| self.place(selection)) {
            self.cursor = place;
        } else if entered && let Some(place) = self.look_for_lit(context).first() {
            self.cursor = *place;
        }
    }

    /// Where lit items stand, without the selection; looked for once a selection.
    fn look_for_lit(&mut self, context: &Context) -> &[usize] {
        if self.lit.is_none() {
            let lit = context.lit().things().filter(|item| !context.is_selected(item));
            let mut places: Vec<usize> = lit.filter_map(|item| self.place(item)).collect();
            places.sort_unstable();
            self.lit = Some(places);
        }
        self.lit.as_deref().unwrap_or_default()
    }

    /// Carries out a key: a step selects, the card key opens what the cursor is on, or else the selection.
    ///
    /// The rows of the window and the height of an item are those it was last scrolled with.
    pub fn press(
        &mut self,
        action: Action,
        context: &Context,
        rows: u16,
        height_of: impl Fn(&Ref) -> u16,
    ) -> Option<Request> {
        match action {
            Action::Card => self.cursor().or(context.selection()).cloned().map(Request::Open),
            Action::PageUp | Action::PageDown => {
                self.page(action == Action::PageDown, rows, height_of);
                self.cursor().cloned().map(Request::Select)
            }
            _ => self.step(action, context).map(Request::Select),
        }
    }

    /// Turns a page. Down: the first item that was not wholly in sight stands at the top, and the cursor on it. Up: the
    /// last such item stands at the bottom, likewise. Turning back at once leads to where one was.
    fn page(&mut self, down: bool, rows: u16, height_of: impl Fn(&Ref) -> u16) {
        let Some(last) = self.items.len().checked_sub(1) else { return };
        let from = (self.cursor, self.top);
        self.by_hand = false;
        match self.pages.last() {
            Some(page) if page.to != self.cursor || page.rows != rows => self.pages.clear(),
            Some(page) if page.down != down => {
                (self.cursor, self.top) = page.from;
                self.pages.pop();
                return;
            }
            _ => {}
        }
        if down {
            let end = self.window(rows, height_of).end;
            self.cursor = end.min(last);
            self.top = if end > last { self.top } else { end };
        } else {
            self.cursor = self.top.saturating_sub(1);
            self.top = self.top_for(self.cursor, rows, height_of);
        }
        if from != (self.cursor, self.top) {
            self.pages.push(Page { down, from, to: self.cursor, rows });
        }
    }

    /// The first item of a window that has this one at its bottom. Walks back from it by what fits above, so the cost is
    /// that of a window, not of the list.
    fn top_for(&self, bottom: usize, rows: u16, height_of: impl Fn(&Ref) -> u16) -> usize {
        let mut used = usize::from(height_of(&self.items[bottom]));
        let mut first = bottom;
        while first > 0 {
            used += usize::from(height_of(&self.items[first - 1]));
            if used > usize::from(rows) {
                break;
            }
            first -= 1;
        }
        first
    }

    /// Moves the cursor. What it lands on is to be selected; none if the action is no move or there is nowhere to go.
    ///
    /// While something else is selected the first step selects what the cursor is already on.
    fn step(&mut self, action: Action, context: &Context) -> Option<Ref> {
        let last = self.items.len().checked_sub(1)?;
        let held = self.cursor().is_some_and(|item| context.is_selected(item));
        self.cursor = match action {
            Action::Up | Action::Down if !held => self.cursor,
            Action::Up => self.cursor.saturating_sub(1),
            Action::Down => (self.cursor + 1).min(last),
            Action::First => 0,
            Action::Last => last,
            _ => return None,
        };
        self.pages.clear();
        self.by_hand = false;
        self.cursor().cloned()
    }

    /// Moves the window by about a notch of the wheel and leaves the cursor where it is, in sight or not.
    pub fn wheel(&mut self, down: bool, height_of: impl Fn(&Ref) -> u16) {
        let mut passed = 0;
        while passed < NOTCH {
            let next = if down { Some(self.top) } else { self.top.checked_sub(1) };
            let Some((next, item)) = next.and_then(|next| Some((next, self.items.get(next)?))) else { break };
            passed = passed.saturating_add(height_of(item).max(1));
            self.top = if down { next + 1 } else { next };
        }
        self.pages.clear();
        self.by_hand = true;
    }

    /// The item at a row of the window, and which of its rows that is.
    pub fn at(&self, row: u16, rows: u16, height_of: impl Fn(&Ref) -> u16) -> Option<(&Ref, u16)> {
        if row >= rows {
            return None;
        }
        let mut from = 0;
        for item in &self.items[self.window(rows, &height_of)] {
            let height = height_of(item);
            if row < from + height {
                return Some((item, row - from));
            }
            from += height;
        }
        None
    }

    /// Moves the window so that the cursor is in it, or, in a panel without the focus, so that something lit is.
    pub fn scroll(&mut self, context: &Context, focused: bool, rows: u16, height_of: impl Fn(&Ref) -> u16) {
        // Out of sight a window stays where it is.
        if self.items.is_empty() || rows == 0 {
            return;
        }
        let room = usize::from(rows);
        let held = self.cursor().is_some_and(|item| context.is_selected(item));
        let window = self.window(rows, &height_of);
        let by_hand = self.by_hand;
        let lit = self.look_for_lit(context);
        let wanted = match lit.first() {
            _ if by_hand => None,
            _ if focused || held => Some(self.cursor),
            Some(first)
                if lit[lit.partition_point(|place| *place < window.start)..]
                    .first()
                    .is_none_or(|place| *place >= window.end) =>
            {
                Some(*first)
            }
            _ => None,
        };
        if let Some(wanted) = wanted {
            let first = self.top_for(wanted, rows, &height_of);
            self.top = self.top.min(wanted).max(first);
        }
        self.top = self.top.min(self.items.len().saturating_sub(1));
        // Never leaves rows empty at the end while there is something above the window.
        let below = self.items[self.top..].iter().take(room);
        let mut used: usize = below.map(|item| usize::from(height_of(item))).sum();
        while self.top > 0 {
            used += usize::from(height_of(&self.items[self.top - 1]));
            if used > room {
                break;
            }
            self.top -= 1;
        }
    }

    /// The places of the items that fit into the window, whole; at least one, however tall, if there is any.
    pub fn window(&self, rows: u16, height_of: impl Fn(&Ref) -> u16) -> std::ops::Range<usize> {
        let mut end = self.top;
        let mut used = 0;
        while let Some(item) = self.items.get(end) {
            used += usize::from(height_of(item));
            if used > usize::from(rows) && end > self.top {
                break;
            }
            end += 1;
        }
        self.top..end
    }

    /// How many items lie outside the window, and how many of the lit.
    pub fn out_of_sight(&self, window: &std::ops::Range<usize>) -> OutOfSight {
        let lit = self.lit.as_deref().unwrap_or_default();
        let above = lit.partition_point(|place| *place < window.start);
        let below = lit.len() - lit.partition_point(|place| *place < window.end);
        OutOfSight { above, below, listed: lit.len(), items: (window.start, self.items.len() - window.end) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::List;
    use crate::dossier::{Id, Kind, Ref};

    fn list(heights: &[u16]) -> (List, impl Fn(&Ref) -> u16 + '_) {
        let items = (0..heights.len()).map(|place| Ref::new(Kind::Event, &Id::new(&format!("e{place}"))));
        let height = |item: &Ref| heights[item.id.as_str()[1..].parse::<usize>().unwrap()];
        (List::new(items.collect()), height)
    }

    proptest! {
        /// Each page begins with the first item that was not wholly in the one before.
        #[test]
        fn pages_tile_the_list_and_are_undone(heights in prop::collection::vec(1_u16..5, 1..60), rows in 1_u16..20) {
            let (mut list, height) = list(&heights);
            let mut trail = Vec::new();
            while list.window(rows, &height).end < heights.len() {
                let window = list.window(rows, &height);
                trail.push((list.top, list.cursor));
                list.page(true, rows, &height);
                prop_assert_eq!((list.top, list.cursor), (window.end, window.end));
            }
            list.page(true, rows, &height);
            prop_assert_eq!(list.cursor, heights.len() - 1);
            list.page(false, rows, &height);
            for before in trail.into_iter().rev() {
                if (list.top, list.cursor) != before {
                    list.page(false, rows, &height);
                }
                prop_assert_eq!((list.top, list.cursor), before);
            }
        }

        /// Up from anywhere: the last item above the window is at the bottom, and the window is as full as can be.
        #[test]
        fn a_page_up_ends_with_what_was_above(
            heights in prop::collection::vec(1_u16..5, 1..60),
            rows in 1_u16..20,
            top in 0_usize..60,
        ) {
            let (mut list, height) = list(&heights);
            list.top = top.min(heights.len() - 1);
            list.cursor = list.top;
            let before = list.top;
            list.page(false, rows, &height);
            prop_assert_eq!(list.cursor, before.saturating_sub(1));
            let window = list.window(rows, &height);
            prop_assert!(window.contains(&list.cursor) && window.end >= before);
            if list.top > 0 {
                let taken: u16 = heights[list.top - 1..=list.cursor].iter().sum();
                prop_assert!(taken > rows);
            }
        }
    }
}
