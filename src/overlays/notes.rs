//! All of the reader's notes and collected evidence: what each is on, and how it begins. To go there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Data, Overlay};
use crate::input::action::Action;
use crate::look::glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::notes::{Entry, Subject};
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::quoted::{of_article, without_line_breaks};
use crate::protocol::request::Request;
use crate::protocol::words;
use crate::text::sanitize::sanitize_line;
use crate::text::width;
use crate::widgets::cursor::{Cursor, Items, Measure};
use crate::widgets::part;

/// The entries of the notes file, and the cursor among them.
#[derive(Clone, Debug)]
pub struct State {
    rows: Vec<Listed>,
    path: String,
    cursor: Cursor,
}

/// An entry in the list.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Listed {
    what: String,
    /// How the note begins; none where there is only evidence.
    note: Option<String>,
    is_lost: bool,
}

/// Rows of an entry: what it is on, and the note.
const ROWS: u16 = 2;

impl State {
    /// At the beginning of the list; none if there are no entries.
    pub(super) fn open(context: &Context) -> Option<Self> {
        let (rows, path) = listed(context)?;
        Some(Self { rows, path, cursor: Cursor::default() })
    }

    fn items(&self, area: Rect) -> Items<fn(usize) -> u16> {
        let rows = rows(area).height.max(ROWS);
        Items { count: self.rows.len(), rows, measure: Measure::default(), height: |_| ROWS }
    }
}

/// The rows below the path of the file.
fn rows(area: Rect) -> Rect {
    Rect { y: area.y + area.height.min(1), height: area.height.saturating_sub(1), ..area }
}

fn listed(context: &Context) -> Option<(Vec<Listed>, String)> {
    let notes = context.notes();
    let entries = notes.entries().iter().enumerate();
    let rows: Vec<Listed> = entries
        .map(|(number, entry)| Listed {
            what: what(context, entry),
            note: entry.note.first().map(|note| sanitize_line(note).into_owned()),
            is_lost: notes.is_lost(number, &context.dossier),
        })
        .collect();
    let path = notes.path()?.to_owned();
    (!rows.is_empty()).then_some((rows, path))
}

/// What an entry is on: as the dossier calls it now, else as the file does.
fn what(context: &Context, entry: &Entry) -> String {
    match &entry.subject {
        Subject::Thing(item) if context.dossier.contains(item) => {
            format!("{}: {}", words::numbered(context, item), names::name(context, item))
        }
        Subject::Thing(item) if entry.heading.is_empty() => sanitize_line(&item.to_string()).into_owned(),
        Subject::Thing(_) => sanitize_line(&entry.heading).into_owned(),
        Subject::Words(quoted) => {
            let text = sanitize_line(&without_line_breaks(&quoted.words)).into_owned();
            of_article(&context.dossier, &text)
        }
    }
}

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        context.strings().notes_title.to_owned()
    }

    fn update(&mut self, action: Action, area: Rect) -> Vec<Request> {
        match action {
            Action::Notes | Action::Quit | Action::Back => return vec![Request::Dismiss],
            Action::Card => return vec![Request::Note(self.cursor.at())],
            _ => {}
        }
        self.cursor.press(action, self.items(area));
        Vec::new()
    }

    fn layout(&mut self, _: &Context, area: Rect) {
        self.cursor.scroll(Some(self.cursor.at()), self.items(area));
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        let strings = context.strings();
        let room = usize::from(area.width.saturating_sub(2));
        let quiet = context.style(Role::Quiet);
        buffer.set_string(area.x + 1, area.y, &*context.truncate(&self.path, room), quiet);
        let below = rows(area);
        let mut y = below.y;
        for (place, row) in self.rows.iter().enumerate().skip(self.cursor.top()) {
            if y >= below.bottom() {
                break;
            }
            let is_current = place == self.cursor.at();
            if is_current {
                let pointer = context.glyph(glyphs::SELECTED);
                buffer.set_string(area.x, y, pointer, context.style(Role::FrameFocused));
            }
            let lost = if row.is_lost { format!("  ({})", strings.note_lost) } else { String::new() };
            let room = usize::from(area.width.saturating_sub(4)).saturating_sub(width::cells(&lost));
            let style = context.style(if is_current { Role::Selected } else { Role::Text });
            let (sign, role) = match (row.is_lost, &row.note) {
                (true, _) => (signs::BROKEN.glyph, signs::BROKEN.role),
                (false, Some(_)) => (glyphs::NOTE, Role::Note),
                (false, None) => (glyphs::BULLET, Role::Quiet),
            };
            buffer.set_string(area.x + 1, y, context.glyph(sign), context.style(role));
            let (x, _) = buffer.set_stringn(area.x + 3, y, &*context.truncate(&row.what, room), room, style);
            buffer.set_stringn(x, y, lost, usize::from(area.right().saturating_sub(x)), quiet);
            if y + 1 < below.bottom() {
                let (text, role) = match &row.note {
                    Some(note) => (note.as_str(), Role::Note),
                    None => (strings.note_only_collected, Role::Quiet),
                };
                let room = usize::from(area.width.saturating_sub(6));
                buffer.set_string(area.x + 5, y + 1, &*context.truncate(text, room), context.style(role));
            }
            y += ROWS;
        }
    }

    fn badge(&self, context: &Context, area: Rect) -> String {
        let (seen, count) = (usize::from(rows(area).height / ROWS), self.rows.len());
        if count <= seen {
            return String::new();
        }
        let top = self.cursor.top();
        part(context, top + 1..=(top + seen.max(1)).min(count), count)
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let mut hints = bar::named(context, &[Action::Card, Action::Close, Action::Down]);
        bar::rename(&mut hints, Action::Card, context.strings().go_there);
        hints
    }

    /// The whole note, for which a row may have no room.
    fn status(&self, _: &Context) -> Option<String> {
        let row = self.rows.get(self.cursor.at())?;
        Some(row.note.clone().unwrap_or_else(|| row.what.clone()))
    }

    fn refresh(&mut self, context: &Context, _: &mut Data) -> bool {
        let Some((rows, path)) = listed(context) else { return false };
        (self.rows, self.path) = (rows, path);
        self.cursor.step_to(self.cursor.at().min(self.rows.len() - 1));
        true
    }
}
