//! The index of stops: all of them by number and title, to go to one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::input::action::Action;
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::widgets::cursor::{Cursor, Items};

/// Where the cursor is among so many stops.
#[derive(Clone, Debug)]
pub struct State {
    cursor: Cursor,
    count: usize,
    /// The number that is typed.
    typed: String,
}

impl State {
    /// The cursor on a stop, of so many.
    pub fn new(at: usize, count: usize) -> Self {
        let cursor = Cursor::new(at.min(count.saturating_sub(1)), 0);
        Self { cursor, count, typed: String::new() }
    }

    fn items(&self, area: Rect) -> Items<fn(usize) -> u16> {
        Items::of_one_row(self.count, area.height.max(1))
    }

    /// Adds a digit to the number that is typed; the cursor goes to that stop, if there is one.
    pub fn digit(&mut self, digit: char) {
        self.typed.push(digit);
        let place = |typed: &str| typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let mut found = place(&self.typed).filter(|place| *place < self.count);
        if found.is_none() {
            // A number that is none begins anew with this digit.
            self.typed = digit.to_string();
            found = place(&self.typed).filter(|place| *place < self.count);
        }
        if let Some(found) = found {
            self.cursor.step_to(found);
        }
    }
}

/// There are so many stops now.
pub fn rebase(state: &mut State, count: usize) {
    let at = state.cursor.at().min(count.saturating_sub(1));
    *state = State { cursor: Cursor::new(at, state.cursor.top()), ..State::new(at, count) };
}

/// Carries out a key.
pub fn update(state: &mut State, action: Action, area: Rect) -> Vec<Request> {
    state.typed.clear();
    match action {
        Action::Card => return vec![Request::Stop(state.cursor.at())],
        Action::Stops | Action::Quit | Action::Back => return vec![Request::Dismiss],
        _ => {
            state.cursor.press(action, state.items(area));
        }
    }
    Vec::new()
}

/// Ends an update: the cursor is in sight.
pub fn layout(state: &mut State, area: Rect) {
    state.cursor.scroll(Some(state.cursor.at()), state.items(area));
}

/// What the frame says on the right: whose stops they are, and which part is in sight, if not all is.
pub fn note(state: &State, context: &Context, area: Rect) -> String {
    let rows = usize::from(area.height);
    let mut parts = Vec::new();
    if context.dossier.stops.is_empty() {
        parts.push(context.strings().derived_tour.to_owned());
    }
    if state.count > rows {
        let top = state.cursor.top();
        let shown = top + 1..=(top + rows).min(state.count);
        parts.push(crate::widgets::part(context, shown, state.count));
    }
    context.joined(&parts)
}

/// Draws into the inside of the frame.
pub fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    for (y, number) in (area.y..area.bottom()).zip(state.cursor.top()..state.count) {
        let style = context.style(if number == state.cursor.at() { Role::Selected } else { Role::Text });
        if number == state.cursor.at() {
            let pointer = context.glyph(glyphs::SELECTED);
            buffer.set_string(area.x, y, pointer, context.style(Role::FrameFocused));
        }
        let counter = format!("{:>3}  ", number + 1);
        let (x, _) =
            buffer.set_stringn(area.x + 1, y, counter, usize::from(area.width), context.style(Role::Quiet));
        let title = crate::tour::title(context, number);
        let title = context.truncate(&title, usize::from(area.right().saturating_sub(x + 1)));
        buffer.set_string(x, y, &*title, style);
    }
}
