//! The card: all that is known of one thing. Each line that leads somewhere can be followed.

mod content;
mod quotation;
mod sections;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use content::{Entry, entries};
pub use content::{Target, title};

use super::row;
use crate::dossier::Ref;
use crate::text::flow;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::request::Request;
use crate::ui::signs;
use crate::ui::theme::Role;

/// Whose card it is, which of its lines the cursor is on, and what is in the window.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    of: Ref,
    /// The line the cursor is on: a place in `entries` that leads somewhere.
    cursor: Option<usize>,
    /// The first row in the window.
    top: usize,
    /// Rows of the window when the card was last laid out.
    height: usize,
    entries: Vec<Entry>,
    rows: Vec<Row>,
    /// Go to the sources as soon as the card is laid out.
    to_sources: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Row {
    entry: usize,
    /// Bytes of the entry's text; none on the blank row above a heading.
    range: Option<Range<usize>>,
    first: bool,
}

impl State {
    /// The card of a thing, at its beginning.
    pub fn new(of: Ref) -> Self {
        Self { of, cursor: None, top: 0, height: 0, entries: Vec::new(), rows: Vec::new(), to_sources: false }
    }

    /// The card of a thing, at its sources.
    pub fn at_sources(of: Ref) -> Self {
        Self { to_sources: true, ..Self::new(of) }
    }

    /// Whose card it is.
    pub fn of(&self) -> &Ref {
        &self.of
    }

    /// Lays the card out for its area.
    pub fn arrange(&mut self, context: &Context, area: Rect) {
        self.entries = entries(context, &self.of);
        self.rows.clear();
        let width = text_width(area);
        for (place, entry) in self.entries.iter().enumerate() {
            if entry.heading {
                self.rows.push(Row { entry: place, range: None, first: false });
            }
            for (number, line) in flow::wrap(&entry.text, width).into_iter().enumerate() {
                self.rows.push(Row { entry: place, range: Some(line.range), first: number == 0 });
            }
        }
        let links = self.links();
        if !self.cursor.is_some_and(|cursor| links.contains(&cursor)) {
            self.cursor = links.first().copied();
        }
        if self.to_sources {
            self.to_sources = false;
            let is_source = |place: &&usize| matches!(&self.entries[**place].target, Some(Target::Thing(to)) if to.kind == crate::dossier::Kind::Source);
            if let Some(place) = links.iter().find(is_source) {
                self.cursor = Some(*place);
                self.top = self.row_of(*place).saturating_sub(2);
            }
        }
        let height = usize::from(area.height);
        if self.height != height {
            self.height = height;
            if let Some(cursor) = self.cursor {
                self.top = self
                    .top
                    .max((self.last_row_of(cursor) + 1).saturating_sub(height))
                    .min(self.row_of(cursor));
            }
        }
        self.top = self.top.min(self.rows.len().saturating_sub(height));
    }

    fn links(&self) -> Vec<usize> {
        (0..self.entries.len()).filter(|place| self.entries[*place].target.is_some()).collect()
    }

    fn row_of(&self, entry: usize) -> usize {
        self.rows.iter().position(|row| row.entry == entry && row.first).unwrap_or(0)
    }

    fn last_row_of(&self, entry: usize) -> usize {
        self.rows.iter().rposition(|row| row.entry == entry).unwrap_or(0)
    }

    /// Down to the next line that leads somewhere if that is in sight, else by a row; up likewise.
    fn step(&mut self, forward: bool, height: usize) {
        let links = self.links();
        let here = self.cursor.and_then(|cursor| links.iter().position(|place| *place == cursor));
        let next = match (here, forward) {
            (Some(here), true) => links.get(here + 1),
            (Some(here), false) => here.checked_sub(1).and_then(|before| links.get(before)),
            (None, _) => None,
        };
        let lowest = self.rows.len().saturating_sub(height);
        match next.copied() {
            Some(next) if forward && self.last_row_of(next) < self.top + height => self.cursor = Some(next),
            Some(next) if !forward && self.row_of(next) >= self.top => self.cursor = Some(next),
            Some(next) => {
                self.top = if forward { (self.top + 1).min(lowest) } else { self.top.saturating_sub(1) };
                let (first, last) = (self.row_of(next), self.last_row_of(next));
                if first >= self.top && last < self.top + height {
                    self.cursor = Some(next);
                }
            }
            None => self.top = if forward { (self.top + 1).min(lowest) } else { self.top.saturating_sub(1) },
        }
    }

    fn page(&mut self, forward: bool, height: usize) {
        let by = height.saturating_sub(1).max(1);
        let lowest = self.rows.len().saturating_sub(height);
        self.top = if forward { (self.top + by).min(lowest) } else { self.top.saturating_sub(by) };
        let in_sight = self.top..self.top + height;
        let links = self.links();
        let mut shown = links.into_iter().filter(|place| in_sight.contains(&self.row_of(*place)));
        let found = if forward { shown.next_back() } else { shown.next() };
        self.cursor = found.or(self.cursor);
    }
}

/// Carries out a key.
pub fn update(state: &mut State, action: Action, _: &Context, area: Rect) -> Vec<Request> {
    let height = usize::from(area.height);
    match action {
        Action::Up => state.step(false, height),
        Action::Down => state.step(true, height),
        Action::PageUp => state.page(false, height),
        Action::PageDown => state.page(true, height),
        Action::First => {
            state.top = 0;
            state.cursor = state.links().first().copied();
        }
        Action::Last => {
            state.top = state.rows.len().saturating_sub(height);
            state.cursor = state.links().last().copied();
        }
        Action::Card => {
            let target = state.cursor.and_then(|cursor| state.entries[cursor].target.clone());
            return match target {
                Some(Target::Thing(to)) => vec![Request::Open(to)],
                Some(Target::Words(passage)) => vec![Request::Words(passage)],
                None => Vec::new(),
            };
        }
        _ => {}
    }
    Vec::new()
}

/// What the frame says on the right: which part of a long card is in sight.
pub fn note(state: &State, area: Rect) -> String {
    let height = usize::from(area.height);
    if state.rows.len() <= height {
        return String::new();
    }
    let end = (state.top + height).min(state.rows.len());
    format!("{}–{} / {}", state.top + 1, end, state.rows.len())
}

/// Cells before the text: cursor, sign, a blank.
const INDENT: u16 = row::CURSOR_CELLS + 2;

fn text_width(area: Rect) -> u16 {
    area.width.saturating_sub(INDENT + 1).clamp(1, 90)
}

/// Draws the window into the inside of the frame.
pub fn draw(state: &State, context: &Context, focused: bool, area: Rect, buffer: &mut Buffer) {
    for (y, row) in (area.y..area.bottom()).zip(state.rows.iter().skip(state.top)) {
        let (Some(range), Some(entry)) = (&row.range, state.entries.get(row.entry)) else { continue };
        let is_cursor = focused && state.cursor == Some(row.entry);
        if row.first {
            if is_cursor {
                buffer.set_string(area.x, y, "▶", context.style(Role::FrameFocused));
            }
            if let Some(sign) = entry.sign {
                buffer.set_string(area.x + 1, y, sign.glyph, context.style(sign.role));
            }
        } else if entry.sign == Some(signs::ARTICLE) || entry.sign == Some(signs::BACKGROUND) {
            // What runs over several lines keeps the bar that says where it comes from.
            if let Some(sign) = entry.sign.filter(|_| !entry.heading) {
                buffer.set_string(area.x + 1, y, sign.glyph, context.style(sign.role));
            }
        }
        let role = if is_cursor { Role::Selected } else { entry.role };
        let style = context.style(role);
        let x = area.x + INDENT;
        let (from, to) = entry.emphasis.as_ref().map_or((range.end, range.end), |emphasis| {
            (emphasis.start.clamp(range.start, range.end), emphasis.end.clamp(range.start, range.end))
        });
        let room = |x: u16| usize::from(area.right().saturating_sub(x));
        let (x, _) = buffer.set_stringn(x, y, &entry.text[range.start..from], room(x), style);
        let weight = Modifier::BOLD | Modifier::UNDERLINED;
        let lit = if is_cursor { style.add_modifier(weight) } else { context.style(Role::LitWords) };
        let (x, _) = buffer.set_stringn(x, y, &entry.text[from..to], room(x), lit);
        buffer.set_stringn(x, y, &entry.text[to..range.end], room(x), style);
    }
}
