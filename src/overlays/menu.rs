//! A menu: what marked words, or a thing, may become or have changed. Each entry has a letter. It lies at the bottom, over as
//! few rows as it takes, so that what it is about stays in sight; on a low screen it is a single row.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Data, Overlay, Room};
use crate::dossier::Ref;
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::input::keymap::Keymap;
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::authoring::Intent;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::{self, to_cells};

/// What a menu is about. It closes when that is gone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum About {
    /// The marked words.
    Mark,
    /// A thing.
    Thing(Ref),
}

/// A row of a menu.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The letter that chooses it.
    pub key: char,
    /// What it does.
    pub text: String,
    /// What is asked for when it is chosen.
    pub intent: Intent,
    /// Whether it can be done here; one that cannot says why when it is chosen.
    pub is_possible: bool,
}

/// What a menu says above its entries: what it is about, and what is to be known of that.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Heading {
    /// The words, or the thing; cut where there is little room.
    pub about: String,
    /// What is said besides, before which the words yield.
    pub note: Option<String>,
}

/// An open menu.
#[derive(Clone, Debug)]
pub struct State {
    name: String,
    about: About,
    heading: Heading,
    entries: Vec<Entry>,
    cursor: usize,
    /// The one-row form, on a low screen; as it was laid out.
    is_low: bool,
}

/// Screens of fewer rows have one for a menu.
const LOW: u16 = 12;
/// Rows of the screen that are never covered: the title bar, the status line, the key bar.
const NEVER_COVERED: u16 = 3;
/// Rows of entries at the most, while there are columns enough.
const ROWS: usize = 3;
/// Rows that it takes at most, unless it would still leave most of a tall screen free.
const MOST_ROWS: u16 = 6;
/// The part of a tall screen that it may take: one in so many rows.
const PART: u16 = 6;
/// Rows that it leaves free in any case, for the words it is about and the frame they stand in.
const LEFT_FREE: u16 = 3;
/// Rows of the frame and of the heading.
const AROUND: u16 = 3;
/// Cells between two columns.
const BETWEEN: u16 = 2;

impl State {
    /// A menu of this name, with the cursor on its first entry.
    pub fn new(name: String, about: About, heading: Heading, entries: Vec<Entry>) -> Self {
        Self { name, about, heading, entries, cursor: 0, is_low: false }
    }

    fn entry_of(&self, key: Key) -> Option<usize> {
        self.entries.iter().position(|entry| key == Key::char(entry.key))
    }

    fn is_low(room: &Room) -> bool {
        room.body.height + NEVER_COVERED < LOW
    }

    /// Where the entries are, column by column; in as many rows as it takes.
    fn places(&self, width: u16, is_low: bool) -> Vec<Rect> {
        let cells: Vec<u16> =
            self.entries.iter().map(|entry| to_cells(width::cells(&entry.text)) + 2).collect();
        let mut rows = if is_low { 1 } else { ROWS };
        let columns = |rows: usize| -> Vec<u16> {
            cells.chunks(rows).map(|column| column.iter().copied().max().unwrap_or(0)).collect()
        };
        let total = |columns: &[u16]| -> u16 {
            columns.iter().fold(0_u16, |sum, cells| sum.saturating_add(*cells + BETWEEN))
        };
        while !is_low && rows < self.entries.len() && total(&columns(rows)) > width + BETWEEN {
            rows += 1;
        }
        let mut x = 0_u16;
        let starts: Vec<u16> = columns(rows)
            .iter()
            .map(|cells| {
                let start = x;
                x = x.saturating_add(cells + BETWEEN);
                start
            })
            .collect();
        let place = |(number, cells): (usize, &u16)| {
            Rect::new(starts[number / rows], to_cells(number % rows), *cells, 1)
        };
        cells.iter().enumerate().map(place).collect()
    }

    /// The places of the entries on the screen; none of those that there is no room for. On a low screen the row goes on from
    /// where the cursor's entry is in sight.
    fn shown(&self, area: Rect) -> Vec<(usize, Rect)> {
        let head = self.heading_rows(area);
        let inside = Rect {
            x: area.x + 1,
            y: area.y + head,
            width: area.width.saturating_sub(2),
            height: area.height.saturating_sub(head),
        };
        let places = self.places(inside.width, self.is_low);
        let Some(cursor) = places.get(self.cursor) else { return Vec::new() };
        let left = (cursor.x + cursor.width).saturating_sub(inside.width);
        let first = places.iter().map(|place| place.x).find(|x| *x >= left).unwrap_or(left);
        let top = (cursor.y + 1).saturating_sub(inside.height);
        let on_screen = places.into_iter().enumerate().filter_map(|(number, place)| {
            let (x, y) = (place.x.checked_sub(first)?, place.y.checked_sub(top)?);
            let is_in = x < inside.width && y < inside.height;
            let width = place.width.min(inside.width.saturating_sub(x));
            is_in.then_some((number, Rect::new(inside.x + x, inside.y + y, width, 1)))
        });
        on_screen.collect()
    }

    fn heading_rows(&self, area: Rect) -> u16 {
        u16::from(!self.is_low && area.height > 1)
    }

    fn choose(&self) -> Vec<Request> {
        self.entries.get(self.cursor).map(|entry| Request::Intend(entry.intent)).into_iter().collect()
    }

    /// What it is about and what is to be known of that, in so many cells.
    fn heading(&self, context: &Context, room: usize) -> String {
        let Heading { about, note } = &self.heading;
        let Some(note) = note else { return context.truncate(about, room).into_owned() };
        let dot = context.glyph(glyphs::DOT);
        // The words are in sight anyway.
        let left = room.saturating_sub(width::cells(note) + width::cells(dot));
        let about = context.truncate(about, left.max(room / 3));
        context.truncate(&format!("{about}{dot}{note}"), room).into_owned()
    }
}

impl Overlay for State {
    fn name(&self, _: &Context) -> String {
        self.name.clone()
    }

    fn area(&self, _: &Context, room: &Room) -> Rect {
        let body = room.body;
        let height = if Self::is_low(room) {
            1
        } else {
            let places = self.places(body.width.saturating_sub(4), false);
            places.iter().map(|place| place.y + 1).max().unwrap_or(1) + AROUND
        };
        let most = MOST_ROWS.max(body.height / PART).min(body.height.saturating_sub(LEFT_FREE)).max(1);
        let height = height.min(most);
        Rect { y: body.bottom() - height, height, ..body }
    }

    fn is_bare(&self, room: &Room) -> bool {
        Self::is_low(room)
    }

    fn update(&mut self, action: Action, area: Rect) -> Vec<Request> {
        let last = self.entries.len().saturating_sub(1);
        // The entries of the first column.
        let places = self.places(area.width.saturating_sub(2), self.is_low);
        let rows = places.iter().take_while(|place| place.x == 0).count().max(1);
        match action {
            Action::Card => return self.choose(),
            Action::Help => return vec![Request::Help],
            Action::Right => {
                self.cursor = Some(self.cursor + rows).filter(|next| *next <= last).unwrap_or(self.cursor);
            }
            Action::Left => self.cursor = self.cursor.checked_sub(rows).unwrap_or(self.cursor),
            Action::Down => self.cursor = if self.cursor < last { self.cursor + 1 } else { 0 },
            Action::Up => self.cursor = self.cursor.checked_sub(1).unwrap_or(last),
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = last,
            _ => {}
        }
        Vec::new()
    }

    fn layout(&mut self, _: &Context, area: Rect) {
        self.is_low = area.height <= 1;
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        if self.heading_rows(area) > 0 {
            let heading = self.heading(context, usize::from(area.width.saturating_sub(2)));
            buffer.set_string(area.x + 1, area.y, heading, context.style(Role::Heading));
        }
        for (number, place) in self.shown(area) {
            let Entry { key, text, is_possible, .. } = &self.entries[number];
            let role = match (number == self.cursor, is_possible) {
                (true, _) => Role::Selected,
                (false, true) => Role::Text,
                (false, false) => Role::Quiet,
            };
            let room = usize::from(place.width);
            let of_key = if *is_possible { Role::Key } else { Role::Quiet };
            buffer.set_stringn(place.x, place.y, key.to_string(), room, context.style(of_key));
            let text = context.truncate(text, room.saturating_sub(2));
            buffer.set_stringn(place.x + 2, place.y, &*text, room.saturating_sub(2), context.style(role));
        }
    }

    /// Which entries are in sight, where not all are.
    fn badge(&self, context: &Context, area: Rect) -> String {
        let shown = self.shown(area);
        match (shown.first(), shown.last()) {
            (Some((first, _)), Some((last, _))) if shown.len() < self.entries.len() => {
                widgets::part(context, first + 1..=last + 1, self.entries.len())
            }
            _ => String::new(),
        }
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let mut hints = bar::named(context, &[Action::Card, Action::Close, Action::Help]);
        bar::rename(&mut hints, Action::Card, context.strings().marking.choose);
        hints
    }

    fn refresh(&mut self, context: &Context, _: &mut Data) -> bool {
        match &self.about {
            About::Mark => context.mark().is_some(),
            About::Thing(thing) => context.dossier.contains(thing),
        }
    }

    /// Its letters and Enter choose, arrows and Tab move the cursor; nothing else is done meanwhile.
    fn lets_through(&self, action: Action) -> bool {
        matches!(action, Action::Close | Action::Exit | Action::Suspend | Action::Redraw)
    }

    fn no_use_for(&self, key: Key, context: &Context) -> Option<String> {
        let action = self.action(key, &context.keymap).or_else(|| context.keymap.action(key));
        let is_of_use = matches!(
            action,
            Some(
                Action::Card
                    | Action::Close
                    | Action::Help
                    | Action::Up
                    | Action::Down
                    | Action::Left
                    | Action::Right
                    | Action::First
                    | Action::Last
                    | Action::Exit
                    | Action::Suspend
                    | Action::Redraw
            )
        );
        let said = context.strings().marking.menu_no_key.replacen("{}", &context.label(key), 1);
        (!is_of_use).then(|| context.with_keys(&said, &[Action::Close, Action::Help]))
    }

    fn press(&mut self, key: Key) -> bool {
        if let Some(chosen) = self.entry_of(key) {
            self.cursor = chosen;
        }
        // What is chosen is asked for by the action.
        false
    }

    fn action(&self, key: Key, _: &Keymap) -> Option<Action> {
        if self.entry_of(key).is_some() {
            return Some(Action::Card);
        }
        match key.code {
            Code::Enter => Some(Action::Card),
            Code::Esc => Some(Action::Close),
            Code::Tab => Some(Action::Down),
            Code::BackTab => Some(Action::Up),
            _ => None,
        }
    }

    fn click(&mut self, area: Rect, at: Position) -> Vec<Request> {
        let found = self.shown(area).into_iter().find(|(_, place)| place.contains(at));
        let Some((number, _)) = found else { return Vec::new() };
        self.cursor = number;
        self.choose()
    }

    fn cursor(&self, _: &Context, area: Rect) -> Option<Position> {
        let places = self.shown(area);
        places.into_iter().find(|(number, _)| *number == self.cursor).map(|(_, place)| place.as_position())
    }
}
