//! The overlay: opened by an action, refreshed when what it shows has changed, and closed.

use ratatui::layout::Position;

use super::App;
use crate::input::action::Action;
use crate::input::mouse::NOTCH;
use crate::look::layout::Frame;
use crate::look::panel::Panel;
use crate::overlays::{self, Data, Opened, Room};
use crate::protocol::effect::Effect;
use crate::protocol::request::Request;
use crate::widgets::prompt::{Prompt, Typed};

impl App {
    /// Opens the overlay of an action, or says why there is nothing to show. False if the action opens no overlay.
    pub(super) fn open_overlay(&mut self, action: Action) -> bool {
        let filtered = self.filtered_panel();
        let mut data = Data {
            panels: &self.panels,
            filtered,
            report: self.reading.report(),
            stop: self.tour.number(),
            in_tour: self.tour.is_running(),
            is_marking: self.context.mark.is_some(),
            is_suggesting: self.has_suggestions(),
            before: self.last_seen.snapshot(),
            is_same: self.last_seen.is_same(),
            palette: &mut self.palette,
        };
        match overlays::open(action, &self.context, &mut data) {
            Some(Opened::Overlay(overlay)) => self.overlay = Some(overlay),
            Some(Opened::Nothing(why)) => self.notice = Some(why),
            None => return false,
        }
        true
    }

    /// Lets the overlay show what there is now; closes it if there is nothing.
    pub(super) fn refresh_overlay(&mut self) {
        let filtered = self.filtered_panel();
        let mut data = Data {
            panels: &self.panels,
            filtered,
            report: self.reading.report(),
            stop: self.tour.number(),
            in_tour: self.tour.is_running(),
            is_marking: self.context.mark.is_some(),
            is_suggesting: self.has_suggestions(),
            before: self.last_seen.snapshot(),
            is_same: self.last_seen.is_same(),
            palette: &mut self.palette,
        };
        self.overlay.take_if(|overlay| !overlay.refresh(&self.context, &mut data));
    }

    /// Carries out an action on an overlay.
    pub(super) fn act_in_overlay(&mut self, action: Action) -> Vec<Request> {
        let room = self.room();
        let Some(overlay) = &mut self.overlay else { return Vec::new() };
        if action == Action::Close {
            if overlay.clear() {
                return Vec::new();
            }
            self.end_detour();
            return vec![Request::Dismiss];
        }
        let area = overlays::inside(&**overlay, &self.context, &room);
        overlay.update(action, area)
    }

    /// Carries out a click on an overlay.
    pub(super) fn click_on_overlay(&mut self, at: Position) -> Vec<Effect> {
        let room = self.room();
        let Some(overlay) = &mut self.overlay else { return Vec::new() };
        let area = overlays::inside(&**overlay, &self.context, &room);
        let requests = overlay.click(area, at);
        self.carry_out_all(requests)
    }

    /// Carries out a turn of the wheel over an overlay or a search.
    pub(super) fn wheel_on_top(&mut self, down: bool) {
        let action = if down { Action::Down } else { Action::Up };
        for _ in 0..NOTCH {
            if self.search.is_some() {
                self.scroll_search(action);
            } else {
                self.act_in_overlay(action);
            }
        }
    }

    /// The prompt that takes text, if there is one.
    pub(super) fn prompt(&mut self) -> Option<&mut Prompt> {
        match (&mut self.search, &mut self.overlay) {
            (Some(session), _) => Some(session.state.prompt()),
            (None, Some(overlay)) => overlay.prompt(),
            (None, None) => None,
        }
    }

    /// Acts on what was typed into the prompt. False if the prompt does not take that key.
    pub(super) fn on_typed(&mut self, typed: Typed) -> bool {
        if typed == Typed::Changed {
            self.start_search();
            if let Some(overlay) = self.overlay.as_mut().filter(|_| self.search.is_none()) {
                overlay.on_typed();
            }
        }
        typed != Typed::NotMine
    }

    /// Whether an overlay or a search has the focus instead of panels and card.
    pub(super) fn is_covered(&self) -> bool {
        self.overlay.is_some() || self.search.is_some()
    }

    /// Which part of the screen an overlay may cover.
    pub(super) fn room(&self) -> Room {
        let body = self.body();
        let Some(areas) = &self.areas else {
            return Room { body, frame: Frame::Boxed, alone: false, over: body };
        };
        let beside = areas.panels.iter().find(|(panel, _)| *panel != Panel::Article).map(|(_, area)| *area);
        let own = self.overlay.as_ref().and_then(|overlay| overlay.panel()).and_then(|panel| areas.of(panel));
        let over = own.or(areas.card).or(beside).unwrap_or(body);
        Room { body, frame: areas.frame, alone: areas.one_at_a_time, over }
    }
}
