//! The reader's note on something: a paragraph that is typed. It stays until it is saved, or is given up with a second key.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Data, Overlay, Room};
use crate::input::action::Action;
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::notes::{Edit, Task};
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::prompt::{self, Prompt};
use crate::widgets::to_cells;

/// A note being written.
#[derive(Clone, Debug)]
pub struct State {
    /// What the note is on, for the reader.
    about: String,
    /// The edit that saves it, but for the note.
    edit: Edit,
    /// The note as it was shown before.
    before: String,
    /// That as it stands in the line at first.
    shown: String,
    prompt: Prompt,
    /// Esc was pressed, or the note could not be saved: what is to become of it?
    asks: bool,
}

impl State {
    /// A note on what is called `about`; `before` is what it says now.
    pub fn new(about: String, edit: Edit, before: &str) -> Self {
        let prompt = Prompt::paragraph(before);
        // What a line cannot take, such as a tab, is no change of the reader's.
        let shown = prompt.text().trim().to_owned();
        Self { about, edit, before: before.to_owned(), shown, prompt, asks: false }
    }

    fn is_changed(&self) -> bool {
        self.prompt.text().trim() != self.shown
    }

    fn save(&self) -> Request {
        let task = Task::Annotate { before: self.before.clone(), note: self.prompt.text().to_owned() };
        Request::EditNotes(Edit { task, ..self.edit.clone() })
    }
}

/// The rows that a note has at least.
const LEAST: u16 = 3;
/// Rows of the frame, of what the note is on, and of the question.
const AROUND: u16 = 4;

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        context.strings().your_note.to_owned()
    }

    /// At the bottom, over as little as it takes: what the note is on should be seen.
    fn area(&self, _: &Context, room: &Room) -> Rect {
        let body = room.body;
        let rows = to_cells(prompt::rows(&self.prompt, body.width.saturating_sub(4)));
        let height = rows.max(LEAST).saturating_add(AROUND).min(body.height);
        Rect { y: body.bottom() - height, height, ..body }
    }

    fn update(&mut self, action: Action, _: Rect) -> Vec<Request> {
        match action {
            Action::Card if self.is_changed() => vec![self.save()],
            Action::Card => vec![Request::Dismiss],
            Action::Copy if self.asks => vec![Request::CopyText(self.prompt.text().to_owned())],
            _ => {
                self.asks = false;
                Vec::new()
            }
        }
    }

    fn layout(&mut self, _: &Context, _: Rect) {}

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        let strings = context.strings();
        let room = usize::from(area.width.saturating_sub(2));
        if area.height < 2 {
            return;
        }
        let about = format!("{} {}: {}", context.glyph(glyphs::NOTE), strings.note_on, self.about);
        let style = context.style(Role::Quiet);
        buffer.set_string(area.x + 1, area.y, &*context.truncate(&about, room), style);
        // The last row is that of the question.
        let text = Rect {
            x: area.x + 1,
            y: area.y + 1,
            width: area.width.saturating_sub(2),
            height: area.height - 2,
        };
        if text.height > 0 {
            prompt::draw_wrapped(&self.prompt, context, text, buffer);
        }
        let (last, role) = if self.asks {
            let keys = [
                (Action::Copy, context.word(Action::Copy)),
                (Action::Card, strings.save_note),
                (Action::Close, strings.discard_note),
            ];
            let keys = context.steps(&keys);
            let whole = format!("{} {keys}", strings.note_not_saved);
            (if width::cells(&whole) <= room { whole } else { keys }, Role::Notice)
        } else if self.prompt.is_full() {
            (strings.note_full.to_owned(), Role::Notice)
        } else {
            (strings.note_what.to_owned(), Role::Quiet)
        };
        buffer.set_string(
            area.x + 1,
            area.bottom() - 1,
            &*context.truncate(&last, room),
            context.style(role),
        );
    }

    fn badge(&self, _: &Context, _: Rect) -> String {
        String::new()
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let strings = context.strings();
        let mut actions = vec![Action::Card, Action::Close];
        actions.extend(self.asks.then_some(Action::Copy));
        let mut hints = bar::named(context, &actions);
        bar::rename(&mut hints, Action::Card, strings.save_note);
        if self.asks {
            bar::rename(&mut hints, Action::Close, strings.discard_note);
        }
        hints
    }

    fn refresh(&mut self, _: &Context, _: &mut Data) -> bool {
        true
    }

    fn prompt(&mut self) -> Option<&mut Prompt> {
        (!self.asks).then_some(&mut self.prompt)
    }

    /// A note that was changed is not given up without a question.
    fn clear(&mut self) -> bool {
        let first = !self.asks && self.is_changed();
        self.asks |= first;
        first
    }

    fn asks_before_quitting(&mut self) -> bool {
        self.clear()
    }

    /// While it asks, a letter is an answer or goes on with the note, and changes nothing else.
    fn lets_through(&self, action: Action) -> bool {
        let answers =
            [Action::Copy, Action::Card, Action::Close, Action::Exit, Action::Suspend, Action::Redraw];
        !self.asks || answers.contains(&action)
    }

    /// It could not be saved: it stays, and can be copied.
    fn on_refused(&mut self) {
        self.asks = true;
    }

    fn status(&self, _: &Context) -> Option<String> {
        Some(self.about.clone())
    }
}
