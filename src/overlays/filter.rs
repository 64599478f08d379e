//! The chooser of a filter: what a panel can be filtered by, with how many things would remain. Each choice shows in
//! the panel at once.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Data, Overlay, Room};
use crate::input::action::Action;
use crate::input::key::Key;
use crate::input::keymap::Keymap;
use crate::look::glyphs;
use crate::look::layout::Frame;
use crate::look::panel::Panel;
use crate::look::theme::Role;
use crate::panels::{Filtered, Panels};
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::filter::{Choice, Facet, facet_name};
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::cursor::{Cursor, Items, Measure};
use crate::widgets::to_cells;

/// Whose filter it is, and what the cursor is on.
#[derive(Clone, Debug)]
pub struct State {
    panel: Panel,
    choices: Vec<Choice>,
    /// How many things are listed, and how many there are.
    counts: (usize, usize),
    /// On a choice, or after the last on the line that shows all again.
    cursor: Cursor,
}

/// A row of the chooser.
#[derive(Clone, Copy)]
enum FilterRow {
    Head(Facet),
    Choice(usize),
    /// Nothing chosen any more.
    All,
}

impl State {
    /// The chooser of the panel that is to be filtered; none if there is nothing to choose there.
    pub(super) fn open(context: &Context, data: &Data) -> Option<Self> {
        let panel = data.filtered?;
        let (choices, counts) = choices(context, data.panels, panel)?;
        Some(Self { panel, choices, counts, cursor: Cursor::default() })
    }

    /// Shows what can be chosen now.
    fn show(&mut self, choices: Vec<Choice>, counts: (usize, usize)) {
        let current = self.choices.get(self.cursor.at()).map(|choice| choice.value.clone());
        let place = current.and_then(|current| choices.iter().position(|choice| choice.value == current));
        self.cursor.put(place.unwrap_or(self.cursor.at().min(choices.len())));
        (self.choices, self.counts) = (choices, counts);
    }

    /// Over a panel, at the right so that the list's beginning stays in sight. It may take rows above and below within
    /// `column`.
    fn over(&self, context: &Context, over: Rect, column: Rect) -> Rect {
        let wanted = to_cells(self.lines().len() + 2);
        let height = wanted.min(column.height);
        let y = over.y.min(column.bottom().saturating_sub(height)).max(column.y);
        let names = self.choices.iter().map(|choice| width::cells(&choice.value.name(context)));
        let widest = to_cells(names.max().unwrap_or(0));
        let cells = widest.saturating_add(AROUND_NAME).clamp(LEAST_CELLS, MOST_CELLS).min(over.width);
        Rect { x: over.right().saturating_sub(cells), y, width: cells, height }
    }

    /// The first line in a window of this height.
    fn top(&self, rows: u16) -> usize {
        let choice = self.cursor.top();
        let heads = (0..=choice).filter(|choice| has_head(&self.choices, *choice)).count();
        choice + heads - usize::from(rows > 1 && has_head(&self.choices, choice))
    }

    fn lines(&self) -> Vec<FilterRow> {
        let mut lines = Vec::with_capacity(self.choices.len() + 8);
        for (place, choice) in self.choices.iter().enumerate() {
            if has_head(&self.choices, place) {
                lines.push(FilterRow::Head(choice.value.facet()));
            }
            lines.push(FilterRow::Choice(place));
        }
        lines.push(FilterRow::All);
        lines
    }
}

/// Whether the name of its facet is shown above a choice.
fn has_head(choices: &[Choice], choice: usize) -> bool {
    let facet = |choice: &Choice| choice.value.facet();
    let before = choice.checked_sub(1).and_then(|before| choices.get(before));
    choices.get(choice).is_some_and(|choice| before.map(facet) != Some(facet(choice)))
}

/// The choices, each with the name of its facet if that is shown above it. In a window of a single line the names
/// are left out.
fn items(choices: &[Choice], rows: u16) -> Items<impl FnMut(usize) -> u16 + '_> {
    let height = move |choice| 1 + u16::from(rows > 1 && has_head(choices, choice));
    Items { count: choices.len() + 1, rows, measure: Measure::default(), height }
}

/// What a panel can be filtered by now, how many things it lists and how many there are; none if there is nothing to
/// choose.
fn choices(context: &Context, panels: &Panels, panel: Panel) -> Option<(Vec<Choice>, (usize, usize))> {
    let filtered: &dyn Filtered = panels.get(panel).filtered()?;
    let choices = filtered.choices(context);
    (!choices.is_empty()).then(|| (choices, filtered.counts(&context.dossier)))
}

/// The cells it takes at least: its title and the numbers.
const LEAST_CELLS: u16 = 34;
/// The cells it takes at most.
const MOST_CELLS: u16 = 44;
/// Cells of a line that are not its name: the frame, the cursor, the box to tick, a number and blanks.
const AROUND_NAME: u16 = 16;

/// Ends an update: the cursor is in sight.
fn layout(state: &mut State, inside: Rect) {
    state.cursor.scroll(Some(state.cursor.at()), items(&state.choices, inside.height));
}

/// Carries out a key.
fn update(state: &mut State, action: Action, inside: Rect) -> Vec<Request> {
    match action {
        Action::Card => {
            let value = state.choices.get(state.cursor.at()).map(|choice| choice.value.clone());
            return vec![Request::Filter(state.panel, value)];
        }
        Action::Back => return vec![Request::Filter(state.panel, None)],
        Action::Quit | Action::Filter => return vec![Request::Dismiss],
        _ => {
            state.cursor.press(action, items(&state.choices, inside.height));
        }
    }
    Vec::new()
}

/// What the frame says on the right: how many things remain.
fn badge(state: &State, context: &Context) -> String {
    let (shown, total) = state.counts;
    let language = context.language;
    format!("{} {} {}", language.count(shown), context.strings().out_of, language.count(total))
}

/// Draws the window into the inside of the frame.
fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    let top = state.top(area.height);
    for (y, line) in (area.y..area.bottom()).zip(state.lines().into_iter().skip(top)) {
        let row = Rect { y, height: 1, ..area };
        match line {
            FilterRow::Head(facet) => {
                let name = facet_name(context.language, facet);
                let room = usize::from(area.width.saturating_sub(1));
                buffer.set_stringn(area.x + 1, y, name, room, context.style(Role::Heading));
            }
            FilterRow::Choice(place) => {
                let choice = &state.choices[place];
                let sign = if choice.chosen { "[x]" } else { "[ ]" };
                let count = context.language.count(choice.count);
                draw_choice(
                    context,
                    state.cursor.at() == place,
                    &format!("{sign} {}", choice.value.name(context)),
                    &count,
                    row,
                    buffer,
                );
            }
            FilterRow::All => {
                let is_cursor = state.cursor.at() == state.choices.len();
                draw_choice(context, is_cursor, context.strings().show_all, "", row, buffer);
            }
        }
    }
    draw_more(state, context, top, area, buffer);
}

/// At the right of the first and the last row: whether there are lines above and below.
fn draw_more(state: &State, context: &Context, top: usize, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let quiet = context.style(Role::Quiet);
    if top > 0 {
        buffer.set_string(area.right() - 1, area.y, context.glyph(glyphs::UP), quiet);
    }
    if state.lines().len() > top + usize::from(area.height) {
        buffer.set_string(area.right() - 1, area.bottom() - 1, context.glyph(glyphs::DOWN), quiet);
    }
}

/// A line that can be chosen: the cursor at the left, the number at the right.
fn draw_choice(context: &Context, is_cursor: bool, text: &str, count: &str, row: Rect, buffer: &mut Buffer) {
    let cells = to_cells(width::cells(count));
    if is_cursor {
        buffer.set_string(row.x, row.y, context.glyph(glyphs::SELECTED), context.style(Role::FrameFocused));
    }
    let room = usize::from(row.width.saturating_sub(cells + 4));
    let role = if is_cursor { Role::Selected } else { Role::Text };
    buffer.set_string(row.x + 2, row.y, &*context.truncate(text, room), context.style(role));
    let x = row.right().saturating_sub(cells + 1).max(row.x);
    buffer.set_string(x, row.y, count, context.style(Role::Quiet));
}

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        format!("{}: {}", context.strings().filter, names::panel(context.language, self.panel))
    }

    fn panel(&self) -> Option<Panel> {
        Some(self.panel)
    }

    fn area(&self, context: &Context, room: &Room) -> Rect {
        if room.alone {
            return room.body;
        }
        let column = match room.frame {
            Frame::Boxed => Rect { y: room.body.y, height: room.body.height, ..room.over },
            Frame::Ruled => room.over,
        };
        self.over(context, room.over, column)
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

    fn cursor(&self, _: &Context, area: Rect) -> Option<Position> {
        let lines = self.lines();
        let is_cursor = |line: &FilterRow| match line {
            FilterRow::Choice(place) => *place == self.cursor.at(),
            FilterRow::All => self.cursor.at() == self.choices.len(),
            FilterRow::Head(_) => false,
        };
        let row = lines.iter().position(is_cursor)?.checked_sub(self.top(area.height))?;
        (row < usize::from(area.height)).then(|| Position::new(area.x, area.y + to_cells(row)))
    }

    fn badge(&self, context: &Context, _: Rect) -> String {
        badge(self, context)
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let strings = context.strings();
        let mut hints = bar::named(context, &[Action::Down, Action::Card, Action::Back, Action::Close]);
        bar::rename(&mut hints, Action::Card, strings.toggle);
        bar::rename(&mut hints, Action::Back, strings.show_all);
        hints
    }

    fn refresh(&mut self, context: &Context, data: &mut Data) -> bool {
        let choices = choices(context, data.panels, self.panel);
        choices.map(|(choices, counts)| self.show(choices, counts)).is_some()
    }

    fn action(&self, key: Key, keymap: &Keymap) -> Option<Action> {
        // A box is ticked by the space bar, unless the reader has given that another action than to turn pages.
        let is_free = || matches!(keymap.action(key), None | Some(Action::PageDown));
        (key == Key::char(' ') && is_free()).then_some(Action::Card)
    }
}
