//! The index of stops: all of them by number and title, to go to one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Data, Overlay};
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::widgets::cursor::{Cursor, Items};

/// The cursor in a list of this many stops.
#[derive(Clone, Debug)]
pub struct State {
    cursor: Cursor,
    count: usize,
    /// The number that is typed.
    typed: String,
}

impl State {
    /// The cursor on the stop that is shown or was last; none if there are no stops.
    pub(super) fn open(context: &Context, data: &Data) -> Option<Self> {
        let count = context.dossier.tour().len();
        (count > 0).then(|| Self::new(data.stop, count))
    }

    /// With the cursor on a stop, out of this many.
    fn new(at: usize, count: usize) -> Self {
        let cursor = Cursor::new(at.min(count.saturating_sub(1)), 0);
        Self { cursor, count, typed: String::new() }
    }

    fn items(&self, area: Rect) -> Items<fn(usize) -> u16> {
        Items::of_one_row(self.count, area.height.max(1))
    }

    /// Adds a digit to the number that is typed; the cursor goes to that stop, if there is one.
    fn digit(&mut self, digit: char) {
        self.typed.push(digit);
        let place = |typed: &str| typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let mut found = place(&self.typed).filter(|place| *place < self.count);
        if found.is_none() {
            // A number without a stop is replaced by this digit.
            self.typed = digit.to_string();
            found = place(&self.typed).filter(|place| *place < self.count);
        }
        if let Some(found) = found {
            self.cursor.step_to(found);
        }
    }
}

/// Carries out a key.
fn update(state: &mut State, action: Action, area: Rect) -> Vec<Request> {
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
fn layout(state: &mut State, area: Rect) {
    state.cursor.scroll(Some(state.cursor.at()), state.items(area));
}

/// What the frame says on the right: whose stops they are, and which part is in sight, if not all is.
fn badge(state: &State, context: &Context, area: Rect) -> String {
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
fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
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

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        context.strings().stops.to_owned()
    }

    fn press(&mut self, key: Key) -> bool {
        let Key { code: Code::Char(digit @ '0'..='9'), ctrl: false } = key else { return false };
        self.digit(digit);
        true
    }

    fn update(&mut self, action: Action, area: Rect) -> Vec<Request> {
        update(self, action, area)
    }

    fn layout(&mut self, _: &Context, area: Rect) {
        layout(self, area);
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        draw(self, context, area, buffer);
    }

    fn badge(&self, context: &Context, area: Rect) -> String {
        badge(self, context, area)
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let mut hints = bar::named(context, &[Action::Down, Action::Card, Action::Close]);
        bar::rename(&mut hints, Action::Card, context.strings().go_there);
        hints
    }

    fn refresh(&mut self, context: &Context, _: &mut Data) -> bool {
        let count = context.dossier.tour().len();
        let at = self.cursor.at().min(count.saturating_sub(1));
        *self = Self { cursor: Cursor::new(at, self.cursor.top()), ..Self::new(at, count) };
        count > 0
    }
}
