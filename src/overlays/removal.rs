//! What could not be taken back, because it was changed since: the text to remove by hand.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Data, Overlay, Room};
use crate::input::action::Action;
use crate::look::theme::Role;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::text::sanitize::sanitize_line;
use crate::text::wrap;
use crate::widgets::to_cells;

/// The text, and why it could not be removed.
#[derive(Clone, Debug)]
pub struct State {
    why: String,
    /// What is to be removed, and what is to stand in its place; of the one that is nothing the other is shown.
    remove: String,
    insert: String,
    /// The first line in sight.
    top: usize,
}

impl State {
    /// A text that is to be removed, or put back, by hand.
    pub fn new(why: String, remove: String, insert: String) -> Self {
        Self { why, remove, insert, top: 0 }
    }

    /// The text that matters.
    fn text(&self) -> &str {
        if self.remove.trim().is_empty() { &self.insert } else { &self.remove }
    }

    fn lines(&self) -> Vec<String> {
        self.text().trim_matches('\n').lines().map(|line| sanitize_line(line).into_owned()).collect()
    }

    fn said(&self, width: u16) -> Vec<String> {
        let room = width.saturating_sub(2).max(1);
        wrap::wrap(&self.why, room).into_iter().map(|line| self.why[line.range].to_owned()).collect()
    }
}

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        context.strings().forms.remove_by_hand.to_owned()
    }

    fn area(&self, _: &Context, room: &Room) -> Rect {
        let body = room.body;
        let rows = self.lines().len() + self.said(body.width.saturating_sub(2)).len() + 3;
        let height = to_cells(rows).min(body.height);
        Rect { y: body.bottom() - height, height, ..body }
    }

    fn update(&mut self, action: Action, area: Rect) -> Vec<Request> {
        let page = usize::from(area.height).saturating_sub(3).max(1);
        let last = self.lines().len().saturating_sub(1);
        match action {
            Action::Copy => return vec![Request::CopyToml(self.text().to_owned())],
            Action::Card | Action::Quit => return vec![Request::Dismiss],
            Action::Down => self.top = (self.top + 1).min(last),
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::PageDown => self.top = (self.top + page).min(last),
            Action::PageUp => self.top = self.top.saturating_sub(page),
            _ => {}
        }
        Vec::new()
    }

    fn layout(&mut self, _: &Context, _: Rect) {}

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        let room = usize::from(area.width.saturating_sub(2));
        let said = self.said(area.width).into_iter().map(|line| (line, Role::Notice));
        let text = self.lines().into_iter().skip(self.top).map(|line| (line, Role::Text));
        let blank = std::iter::once((String::new(), Role::Text));
        for (y, (line, role)) in (area.y..area.bottom()).zip(said.chain(blank).chain(text)) {
            buffer.set_string(area.x + 1, y, &*context.truncate(&line, room), context.style(role));
        }
    }

    fn badge(&self, _: &Context, _: Rect) -> String {
        String::new()
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        bar::named(context, &[Action::Copy, Action::Close, Action::Down])
    }

    fn refresh(&mut self, _: &Context, _: &mut Data) -> bool {
        true
    }
}
