//! A list of things of the dossier with a cursor, which follows the selection and knows what that lights.

use std::ops::Range;

use foldhash::HashMap;

use crate::dossier::Ref;
use crate::input::action::Action;
use crate::look::panel::{Focus, Panel};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::widgets::cursor::{Cursor, Items, Measure};
use crate::widgets::memo::Memo;

/// The items of a list, and where the reader is among them.
#[derive(Clone, Debug, Default)]
pub struct List {
    items: Vec<Ref>,
    places: HashMap<Ref, usize>,
    cursor: Cursor,
    /// Where lit items stand, in order, by the selection that lights them.
    lit: Memo<Option<Ref>, Vec<usize>>,
    /// Whether its window moves by lines.
    by_line: bool,
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
        Self { items, places, ..Self::default() }
    }

    /// The same list, whose items are also known by these names: what is selected or lit under one selects or lights the
    /// item at that place.
    #[must_use]
    pub(crate) fn with_names(mut self, names: impl Iterator<Item = (Ref, usize)>) -> Self {
        for (name, place) in names {
            self.places.entry(name).or_insert(place);
        }
        self
    }

    /// Puts the same items into another order, by their places in the present one. Window and cursor go to the beginning
    /// of the new order, unless the cursor was moved.
    pub(crate) fn reorder(&mut self, order: &[usize]) {
        let mut new = vec![0; order.len()];
        for (to, from) in order.iter().enumerate() {
            new[*from] = to;
        }
        self.items = order.iter().map(|from| self.items[*from].clone()).collect();
        self.places.values_mut().for_each(|place| *place = new[*place]);
        let at = self.cursor.at();
        self.cursor =
            if at == 0 { Cursor::default() } else { Cursor::new(new.get(at).copied().unwrap_or(0), 0) };
        self.lit.forget();
    }

    /// Shows other items; the cursor stays on its item if that is still there.
    pub fn show(&mut self, items: Vec<Ref>) {
        let current = self.cursor().cloned();
        *self = Self::new(items);
        if let Some(place) = current.and_then(|item| self.place(&item)) {
            self.cursor = Cursor::new(place, place);
        }
    }

    /// Shows the items of another state of the dossier. Where they are the same nothing moves; else cursor and window
    /// stay on their items, or on what followed those that are gone.
    pub fn rebase(&mut self, items: Vec<Ref>) {
        self.lit.forget();
        if self.items == items {
            return;
        }
        let new = Self::new(items);
        let nearest = |place: usize| {
            let (before, after) = self.items.split_at(place.min(self.items.len()));
            let mut near = after.iter().chain(before.iter().rev());
            near.find_map(|item| new.place(item)).unwrap_or(0)
        };
        let cursor = self.cursor.moved(nearest(self.cursor.at()), nearest(self.cursor.top()));
        *self = Self { cursor, ..new };
    }

    /// Shows it from its first item, with the cursor there.
    pub fn reset(&mut self) {
        self.cursor = Cursor::default();
    }

    /// Puts the cursor on an item, if it is there.
    pub fn put(&mut self, item: &Ref) {
        if let Some(place) = self.place(item) {
            self.cursor.put(place);
        }
    }

    /// The items, in order.
    pub fn items(&self) -> &[Ref] {
        &self.items
    }

    /// The item the next move starts from; none in an empty list.
    pub fn cursor(&self) -> Option<&Ref> {
        self.items.get(self.cursor.at())
    }

    /// The same, for drawing: the cursor is only shown in the focused panel.
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

    /// Moves the cursor to the selection. When the panel is `entered` and does not list it, to the first lit item.
    pub fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.lit.forget();
        let selected = context.selection().and_then(|selection| self.place(selection));
        // Where the window moves by lines, one that was moved with the cursor stays.
        if !self.by_line || selected != Some(self.cursor.at()) {
            self.cursor.follow();
        }
        if let Some(place) = context.selection().and_then(|selection| self.place(selection)) {
            self.cursor.put(place);
        } else if entered && let Some(place) = self.lit(context).first().copied() {
            self.cursor.put(place);
        }
    }

    /// Where lit items stand, without the selection.
    fn lit(&mut self, context: &Context) -> &[usize] {
        let Self { lit, places, .. } = self;
        lit.get(context.selection().cloned(), || {
            let lit = context.lit().things().filter(|item| !context.is_selected(item));
            let mut places: Vec<usize> = lit.filter_map(|item| places.get(item).copied()).collect();
            places.sort_unstable();
            places.dedup();
            places
        })
    }

    /// Carries out a key: a step selects, the card key opens what the cursor is on, or else the selection. A step leads away
    /// from the row of the cursor, whatever is selected.
    ///
    /// The rows of the window and the height of an item are those it was last scrolled with; `measure` is what the height
    /// depends on.
    pub(crate) fn press(
        &mut self,
        action: Action,
        context: &Context,
        rows: u16,
        measure: Measure,
        mut height_of: impl FnMut(&Ref) -> u16,
    ) -> Option<Request> {
        if action == Action::Card {
            return self.cursor().or(context.selection()).cloned().map(Request::Open);
        }
        let Self { items, cursor, .. } = self;
        let height = |place: usize| height_of(&items[place]);
        let items = Items { count: items.len(), rows, measure, height };
        let moves =
            if measure.by_line { cursor.press_by_line(action, items) } else { cursor.press(action, items) };
        self.cursor().filter(|_| moves).cloned().map(Request::Select)
    }

    /// Moves the window by about a notch of the wheel and leaves the cursor where it is, in sight or not.
    pub fn wheel(&mut self, down: bool, mut height_of: impl FnMut(&Ref) -> u16) {
        let Self { items, cursor, .. } = self;
        cursor.wheel(down, items.len(), |place| height_of(&items[place]));
    }

    /// The same where the window moves by lines.
    pub(crate) fn wheel_by_line(&mut self, down: bool, rows: u16, mut height_of: impl FnMut(&Ref) -> u16) {
        let Self { items, cursor, .. } = self;
        let height = |place: usize| height_of(&items[place]);
        cursor.wheel_by_line(down, Items { count: items.len(), rows, measure: Measure::default(), height });
    }

    /// How many rows of the first item in sight are above the window, where that moves by lines.
    pub(crate) fn skip(&self) -> u16 {
        self.cursor.skip()
    }

    /// Does what [`List::scroll`] does in a window that moves by lines. Returns the places of the items of which something is
    /// in sight, and whether the last of them is cut off.
    pub(crate) fn scroll_by_line(
        &mut self,
        context: &Context,
        focused: bool,
        rows: u16,
        mut height_of: impl FnMut(&Ref) -> u16,
    ) -> (Range<usize>, bool) {
        self.by_line = true;
        if self.items.is_empty() || rows == 0 {
            return (self.cursor.top()..self.cursor.top(), false);
        }
        let is_selected = self.cursor().is_some_and(|item| context.is_selected(item));
        let (at, by_hand) = (self.cursor.at(), self.cursor.is_by_hand());
        let count = self.items.len();
        let scroll = |list: &mut Self, wanted: Option<usize>, height_of: &mut dyn FnMut(&Ref) -> u16| {
            let Self { items, cursor, .. } = list;
            let height = |place: usize| height_of(&items[place]);
            cursor.scroll_by_line(wanted, Items { count, rows, measure: Measure::default(), height })
        };
        if by_hand || focused || is_selected {
            return scroll(self, (!by_hand).then_some(at), &mut height_of);
        }
        let shown = scroll(self, None, &mut height_of);
        let lit = self.lit(context);
        let next = lit.partition_point(|place| *place < shown.0.start);
        if lit.is_empty() || lit.get(next).is_some_and(|place| *place < shown.0.end) {
            return shown;
        }
        let first = lit.first().copied();
        scroll(self, first, &mut height_of)
    }

    /// Moves the window so that the cursor is in it, or, in a panel without the focus, so that something lit is. Returns
    /// the places of the items in sight.
    pub fn scroll(
        &mut self,
        context: &Context,
        focused: bool,
        rows: u16,
        mut height_of: impl FnMut(&Ref) -> u16,
    ) -> Range<usize> {
        self.by_line = false;
        // Out of sight a window stays where it is.
        if self.items.is_empty() || rows == 0 {
            return self.cursor.top()..self.cursor.top();
        }
        let is_selected = self.cursor().is_some_and(|item| context.is_selected(item));
        let window = self.window(rows, &mut height_of);
        let at = self.cursor.at();
        let by_hand = self.cursor.is_by_hand();
        let lit = self.lit(context);
        let in_window = |lit: &[usize]| {
            let next = lit.partition_point(|place| *place < window.start);
            lit.get(next).is_some_and(|place| *place < window.end)
        };
        let wanted = match lit.first() {
            _ if by_hand => None,
            _ if focused || is_selected => Some(at),
            Some(first) if !in_window(lit) => Some(*first),
            _ => None,
        };
        let Self { items, cursor, .. } = self;
        let height = |place: usize| height_of(&items[place]);
        cursor.scroll(wanted, Items { count: items.len(), rows, measure: Measure::default(), height })
    }

    /// The places of the items that fit into the window, whole; at least one, however tall, if there is any.
    pub fn window(&self, rows: u16, mut height_of: impl FnMut(&Ref) -> u16) -> Range<usize> {
        let height = |place: usize| height_of(&self.items[place]);
        self.cursor.window(Items { count: self.items.len(), rows, measure: Measure::default(), height })
    }

    /// How many items lie outside the window, and how many of the lit.
    pub fn out_of_sight(&self, window: &Range<usize>) -> OutOfSight {
        let lit = self.lit.last().map_or(&[][..], Vec::as_slice);
        let above = lit.partition_point(|place| *place < window.start);
        let below = lit.len() - lit.partition_point(|place| *place < window.end);
        OutOfSight { above, below, listed: lit.len(), items: (window.start, self.items.len() - window.end) }
    }
}
