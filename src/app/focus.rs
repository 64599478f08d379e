//! What has the focus: a panel, or the card that lies over panels.

use super::App;
use super::history::Leave;
use super::navigator::ScrollTarget;
use crate::card;
use crate::look::panel::{Focus, Panel};

impl App {
    /// Opens a card, and gives it the focus.
    pub(super) fn open(&mut self, at: card::CardPlace) {
        if self.context.selection() != Some(at.of()) {
            self.select(at.of().clone());
        }
        self.preview = None;
        // A card may take rows from the article.
        self.navigator.scroll = Some(ScrollTarget::Follow);
        self.card = Some(card::State::new(at));
        // A card opened from a card keeps the panel that the first was opened from.
        if let Focus::Panel(panel) = self.context.focus {
            self.navigator.arrangement.opener = panel;
        }
        self.context.focus = Focus::Card;
    }

    /// Closes the card. The focus goes to the panel it was opened from, or stays in the article.
    pub(super) fn close_card(&mut self) {
        self.card = None;
        if self.context.focus == Focus::Card {
            self.context.focus = Focus::Panel(self.navigator.arrangement.opener);
        }
    }

    /// Enters a panel. While nothing is selected, the row of its cursor is, as soon as it is laid out. Else the selection
    /// stays, with what it lights: the cursor is on it, or on the first row that it lights.
    pub(super) fn focus_panel(&mut self, panel: Panel) {
        if self.selection().is_none() {
            let from = self.entered_from.take();
            self.entered_from = Some(from.unwrap_or_else(|| Box::new(self.place())));
        }
        self.show_panel(panel);
        self.navigator.at_cursor = true;
    }

    /// Ends an update in which a panel was entered while nothing was selected.
    pub(super) fn select_entered_row(&mut self) {
        let Some(from) = self.entered_from.take() else { return };
        // A screen that is too small shows no row.
        if self.selection().is_some() || self.areas.is_none() || self.is_covered() {
            return;
        }
        if let Some(item) = self.pointed_at().cloned() {
            // Steps in the list that follow are one with this.
            let leave = match self.context.focus {
                Focus::Panel(panel) => Leave::Step(panel),
                Focus::Card => Leave::Jump,
            };
            self.navigator.history.leave(leave, || *from);
            self.select(item);
            self.navigator.scroll = Some(ScrollTarget::Follow);
            self.layout();
        }
    }

    /// Gives a panel the focus; it takes the place of an open card.
    pub(super) fn show_panel(&mut self, panel: Panel) {
        self.navigator.history.pause();
        self.preview = None;
        if panel != Panel::Article {
            self.card = None;
            self.navigator.arrangement.side = panel;
        }
        if panel.is_shared() {
            self.navigator.arrangement.shared = panel;
        }
        self.context.focus = Focus::Panel(panel);
        self.panels.get_mut(panel).follow_selection(&self.context, true);
    }

    /// Cycles through the panels; while a card lies over them, between the card and the article.
    pub(super) fn focus_next(&mut self, steps: usize) {
        match (self.context.focus, self.card.is_some()) {
            (Focus::Card, _) => self.context.focus = Focus::Panel(Panel::Article),
            (Focus::Panel(_), true) => self.context.focus = Focus::Card,
            (Focus::Panel(panel), false) => {
                let next = (panel.number() - 1 + steps) % Panel::ALL.len();
                self.focus_panel(Panel::ALL[next]);
            }
        }
    }
}
