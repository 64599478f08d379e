//! Where the terminal's own cursor stands. It is usually hidden, but braille displays and magnifiers follow it, and input
//! methods open beside it.

use ratatui::layout::{Position, Rect};

use super::App;
use crate::look::frame;
use crate::look::panel::Focus;
use crate::{card, overlays, search};

/// The first cell of an area; none of an empty one.
fn first(area: Rect) -> Option<Position> {
    (!area.is_empty()).then(|| area.as_position())
}

impl App {
    /// The cell of what keys go to: the caret of a line that is typed, else the row or mark of the cursor, else where what is
    /// read begins. None while nothing is shown.
    pub fn cursor(&self) -> Option<Position> {
        let areas = self.areas.as_ref()?;
        if self.tour.is_black() && !self.shows_speaker() {
            return None;
        }
        if let Some(overlay) = &self.overlay {
            let area = overlays::inside(&**overlay, &self.context, &self.room());
            return overlay.cursor(&self.context, area).or(first(area));
        }
        if let Some(area) = self.prefix_area() {
            return first(frame::inside(area, areas.frame));
        }
        if let Some(session) = &self.search {
            return search::caret(&session.state, &self.context, self.inside_card());
        }
        if self.shows_speaker() {
            return first(self.body());
        }
        if self.tour.is_running() {
            return Some(self.tour.beginning(self.stop_area()));
        }
        match (self.context.focus, &self.card) {
            (Focus::Card, card) => {
                let area = self.inside_card();
                let row = card.as_ref().and_then(|card| card::cursor(card, area));
                row.or(first(area))
            }
            (Focus::Panel(panel), _) => {
                let area = self.inside(panel);
                self.panels.get(panel).cursor_cell(&self.context, area).or(first(area))
            }
        }
    }

    /// Shows the terminal's cursor from the start.
    pub fn show_cursor(&mut self) {
        self.shows_cursor = true;
    }

    /// Whether the terminal's cursor is shown.
    pub fn shows_cursor(&self) -> bool {
        self.shows_cursor
    }
}
