//! What is selected: the only place that changes it, so that no panel misses a change.

use std::ops::Range;

use super::App;
use super::navigator::ScrollTarget;
use crate::card;
use crate::dossier::{Kind, Ref};
use crate::look::panel::{Focus, Panel};
use crate::protocol::change::Change;
use crate::protocol::request::Request;

impl App {
    /// What is selected.
    pub fn selection(&self) -> Option<&Ref> {
        self.context.selection()
    }

    /// Selects a thing, or nothing, with one of its passages as the current one. Every panel follows, and an open card
    /// shows what is selected.
    pub(super) fn set_selection(&mut self, item: Option<Ref>, passage: Option<Range<usize>>) {
        if item.as_ref() != self.context.selection() {
            self.talk.is_resumable = false;
        }
        self.navigator.at_cursor = false;
        self.context.selection.set(&self.context.dossier, item, passage);
        let selected = self.context.selection.item();
        self.preview.take_if(|preview| selected != Some(preview.card.of()));
        if let (Some(state), Some(item)) = (&mut self.card, self.context.selection.item())
            && state.of() != item
        {
            *state = card::State::new(card::CardPlace::at_top(item.clone()));
        }
        self.follow_selection();
    }

    /// Lets every panel follow the selection.
    fn follow_selection(&mut self) {
        for panel in Panel::ALL {
            self.panels.get_mut(panel).follow_selection(&self.context, false);
        }
    }

    /// What the cursor of the focused panel points at.
    pub(super) fn pointed_at(&self) -> Option<&Ref> {
        match self.context.focus {
            Focus::Panel(panel) => self.panels.get(panel).pointed_at(&self.context),
            Focus::Card => None,
        }
    }

    /// What a key does something to: what the cursor points at in a panel that was entered, which is selected then, else the
    /// selection; without one also what the cursor points at.
    pub(super) fn selected_or_pointed_at(&mut self) -> Option<Ref> {
        let goes_by_cursor =
            (self.navigator.at_cursor || self.selection().is_none()) && !self.tour.is_running();
        if goes_by_cursor && let Some(item) = self.pointed_at().cloned() {
            self.carry_out(Request::Select(item));
        }
        self.selection().cloned()
    }

    /// Selects a thing.
    pub(super) fn select(&mut self, item: Ref) {
        self.set_selection(Some(item), None);
    }

    /// Makes a passage the current one, and brings it in sight.
    pub(super) fn set_passage(&mut self, passage: Range<usize>) {
        self.context.selection.set_passage(Some(passage.clone()));
        self.navigator.scroll = Some(ScrollTarget::To(passage));
    }

    /// Rebases the selection and the panels. Returns the selected thing if it is gone. A thing that was gone and is back is
    /// selected again, and the panels follow it as they follow any new selection.
    pub(super) fn rebase_selection(&mut self, change: &Change) -> Option<Ref> {
        let selection = &mut self.context.selection;
        let before = selection.item().cloned();
        let passage = selection.passage().cloned();
        let after = match &before {
            Some(before) => change.thing(before),
            None => selection.missed().filter(|missed| change.after.contains(missed)).cloned(),
        };
        let has_returned = before.is_none() && after.is_some();
        if has_returned {
            // The notice says that this is gone.
            self.notice = None;
        }
        let passage = passage.and_then(|passage| change.passage(&passage, before.as_ref(), after.as_ref()));
        let is_lost = before.is_some() && after.is_none();
        selection.set(change.after, after, passage);
        let lost = before.filter(|_| is_lost);
        // When a link is back, its number may be another link's.
        if let Some(lost) = lost.as_ref().filter(|lost| lost.kind != Kind::Link) {
            selection.miss(lost.clone());
        }
        for panel in Panel::ALL {
            self.panels.get_mut(panel).rebase(change, &self.context);
        }
        if has_returned {
            self.follow_selection();
        }
        lost
    }
}
