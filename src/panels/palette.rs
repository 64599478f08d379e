//! Go to anything: what is typed finds it, Enter goes there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::prompt::{self, Prompt};
use crate::ui::action::{Action, TABLE};
use crate::ui::context::Context;
use crate::ui::request::Request;
use crate::ui::theme::Role;

/// What was typed, what it found, and which of that is in hand.
#[derive(Clone, Debug)]
pub struct State {
    prompt: Prompt,
    found: Vec<Action>,
    cursor: usize,
    top: usize,
}

impl State {
    /// Open, with nothing typed.
    pub fn new(context: &Context) -> Self {
        let mut state = Self { prompt: Prompt::default(), found: Vec::new(), cursor: 0, top: 0 };
        look(&mut state, context);
        state
    }

    /// The line that is typed in.
    pub fn prompt(&mut self) -> &mut Prompt {
        &mut self.prompt
    }
}

/// The part of the screen's body it takes.
pub fn area(body: Rect) -> Rect {
    body
}

/// Looks for what is typed.
pub fn look(state: &mut State, context: &Context) {
    let wanted = state.prompt.text().to_lowercase();
    let help = |action: Action| action.entry().help.get(context.language).to_lowercase();
    state.found =
        TABLE.iter().map(|entry| entry.action).filter(|action| help(*action).contains(&wanted)).collect();
    state.cursor = 0;
}

/// Carries out an action.
pub fn update(state: &mut State, action: Action, area: Rect) -> Vec<Request> {
    let page = usize::from(rows(area).height).max(1);
    let last = state.found.len().saturating_sub(1);
    state.cursor = match action {
        Action::Up => state.cursor.saturating_sub(1),
        Action::Down => (state.cursor + 1).min(last),
        Action::PageUp => state.cursor.saturating_sub(page),
        Action::PageDown => (state.cursor + page).min(last),
        Action::Card => {
            let chosen = state.found.get(state.cursor);
            return chosen.map_or_else(Vec::new, |chosen| vec![Request::Dismiss, Request::Act(*chosen)]);
        }
        _ => return Vec::new(),
    };
    Vec::new()
}

/// Brings the cursor in sight.
pub fn arrange(state: &mut State, area: Rect) {
    let height = usize::from(rows(area).height).max(1);
    state.top = state.top.min(state.cursor).max((state.cursor + 1).saturating_sub(height));
}

/// What the frame says on the right.
pub fn note(state: &State, context: &Context) -> String {
    let count = |number| context.language.count(number);
    format!("{} {} {}", count(state.found.len()), context.strings().out_of, count(TABLE.len()))
}

/// The rows below the line that is typed in.
fn rows(area: Rect) -> Rect {
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}

/// Draws into the inside of the frame.
pub fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    buffer.set_stringn(area.x + 1, area.y, ":", usize::from(area.width), context.style(Role::Key));
    let line =
        Rect { x: area.x + 3, width: area.width.saturating_sub(4), height: area.height.min(1), ..area };
    prompt::draw(&state.prompt, context, line, buffer);
    let area = rows(area);
    for (y, place) in (area.y..area.bottom()).zip(state.top..state.found.len()) {
        let role = if place == state.cursor { Role::Selected } else { Role::Text };
        let text = state.found[place].entry().help.get(context.language);
        buffer.set_stringn(
            area.x + 1,
            y,
            text,
            usize::from(area.width.saturating_sub(2)),
            context.style(role),
        );
    }
}
