//! A list of things with a cursor: what actors, timeline and claims have in common. Rows may be of any height; only
//! what is in the window is ever measured.

use std::collections::HashMap;

use crate::dossier::Ref;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::panel::{Focus, Panel};
use crate::ui::request::Request;

/// The items of a list, where the cursor is, and what is at the top of the window.
#[derive(Clone, Debug, Default)]
pub struct List {
    items: Vec<Ref>,
    places: HashMap<Ref, usize>,
    cursor: usize,
    top: usize,
    /// Where lit items stand, in order; none until they are looked for again.
    lit: Option<Vec<usize>>,
}

/// How many lit items a window does not show.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct OutOfSight {
    /// Above the window.
    pub above: usize,
    /// Below it.
    pub below: usize,
    /// How many there are in the list at all, the selection not counted.
    pub listed: usize,
}

impl List {
    /// A list of these items, with the cursor on the first.
    pub fn new(items: Vec<Ref>) -> Self {
        let places = items.iter().cloned().enumerate().map(|(place, item)| (item, place)).collect();
        Self { items, places, cursor: 0, top: 0, lit: None }
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
        context.selection.is_some_and(|selection| self.place(selection).is_some())
    }

    /// Puts the cursor on an item, if that is listed.
    pub fn put_cursor(&mut self, item: &Ref) {
        if let Some(place) = self.place(item) {
            self.cursor = place;
        }
    }

    /// Puts the cursor where the selection is, or else, when the panel is `entered`, on the first thing it lights.
    pub fn attend(&mut self, context: &Context, entered: bool) {
        self.lit = None;
        if let Some(place) = context.selection.and_then(|selection| self.place(selection)) {
            self.cursor = place;
        } else if entered && let Some(place) = self.look_for_lit(context).first() {
            self.cursor = *place;
        }
    }

    /// Where lit items stand, without the selection; looked for once a selection.
    fn look_for_lit(&mut self, context: &Context) -> &[usize] {
        if self.lit.is_none() {
            let lit = context.lit.things().filter(|item| !context.is_selected(item));
            let mut places: Vec<usize> = lit.filter_map(|item| self.place(item)).collect();
            places.sort_unstable();
            self.lit = Some(places);
        }
        self.lit.as_deref().unwrap_or_default()
    }

    /// Carries out a key: a step selects, the card key opens the selection, or else what the cursor is on.
    pub fn press(&mut self, action: Action, context: &Context, page: usize) -> Option<Request> {
        match action {
            Action::Card => context.selection.or(self.cursor()).cloned().map(Request::Open),
            _ => self.step(action, context, page).map(Request::Select),
        }
    }

    /// Moves the cursor. What it lands on is to be selected; none if the action is no move or there is nowhere to go.
    ///
    /// While something else is selected the first step selects what the cursor is already on.
    fn step(&mut self, action: Action, context: &Context, page: usize) -> Option<Ref> {
        let last = self.items.len().checked_sub(1)?;
        let held = self.cursor().is_some_and(|item| context.is_selected(item));
        let page = page.max(1);
        self.cursor = match action {
            Action::Up | Action::Down if !held => self.cursor,
            Action::Up => self.cursor.saturating_sub(1),
            Action::Down => (self.cursor + 1).min(last),
            Action::PageUp => self.cursor.saturating_sub(page),
            Action::PageDown => (self.cursor + page).min(last),
            Action::First => 0,
            Action::Last => last,
            _ => return None,
        };
        self.cursor().cloned()
    }

    /// Moves the window so that the cursor is in it, or, in a panel without the focus, so that something lit is.
    pub fn scroll(&mut self, context: &Context, focused: bool, rows: u16, height_of: impl Fn(&Ref) -> u16) {
        if self.items.is_empty() {
            return;
        }
        let room = usize::from(rows);
        let held = self.cursor().is_some_and(|item| context.is_selected(item));
        let window = self.window(rows, &height_of);
        let lit = self.look_for_lit(context);
        let wanted = match lit.first() {
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
            self.top = self.top.min(wanted);
            // Walks back from the item by what fits above it, so the cost is that of a window, not of the list.
            let mut used =
                usize::from(height_of(&self.items[wanted.min(self.items.len().saturating_sub(1))]));
            let mut first = wanted;
            while first > 0 {
                let next = usize::from(height_of(&self.items[first - 1]));
                if used + next > room {
                    break;
                }
                used += next;
                first -= 1;
            }
            self.top = self.top.max(first);
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

    /// How many lit items lie outside the window.
    pub fn out_of_sight(&self, window: &std::ops::Range<usize>) -> OutOfSight {
        let lit = self.lit.as_deref().unwrap_or_default();
        let above = lit.partition_point(|place| *place < window.start);
        let below = lit.len() - lit.partition_point(|place| *place < window.end);
        OutOfSight { above, below, listed: lit.len() }
    }
}
