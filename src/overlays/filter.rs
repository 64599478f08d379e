//! The chooser of a filter: what a panel can be filtered by, with how many things would remain. Each choice shows in
//! the panel at once.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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
use crate::protocol::filter::{Facet, Group, group_name};
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::cursor::{Cursor, Items, Measure};
use crate::widgets::to_cells;

/// Whose filter it is, and where one is in it.
#[derive(Clone, Debug)]
pub struct State {
    panel: Panel,
    facets: Vec<Facet>,
    /// How many things are listed, and how many there are.
    counts: (usize, usize),
    /// On a facet, or after the last on the line that shows all again.
    cursor: Cursor,
}

/// A line of the chooser.
#[derive(Clone, Copy)]
enum Line {
    Head(Group),
    Facet(usize),
    /// Nothing chosen any more.
    All,
}

impl State {
    /// The chooser of the focused panel; none if there is nothing to choose there.
    pub(super) fn open(context: &Context, data: &Data) -> Option<Self> {
        let panel = context.focus.filtered()?;
        let (facets, counts) = choices(context, data.panels, panel)?;
        Some(Self { panel, facets, counts, cursor: Cursor::default() })
    }

    /// Shows what can be chosen now.
    fn show(&mut self, facets: Vec<Facet>, counts: (usize, usize)) {
        let current = self.facets.get(self.cursor.at()).map(|facet| facet.value.clone());
        let place = current.and_then(|current| facets.iter().position(|facet| facet.value == current));
        self.cursor.put(place.unwrap_or(self.cursor.at().min(facets.len())));
        (self.facets, self.counts) = (facets, counts);
    }

    /// Over a panel, at the right so that the list's beginning stays in sight. It may take rows above and below within
    /// `column`.
    fn over(&self, context: &Context, over: Rect, column: Rect) -> Rect {
        let wanted = to_cells(self.lines().len() + 2);
        let height = wanted.min(column.height);
        let y = over.y.min(column.bottom().saturating_sub(height)).max(column.y);
        let names = self.facets.iter().map(|facet| width::cells(&facet.value.name(context)));
        let widest = to_cells(names.max().unwrap_or(0));
        let cells = widest.saturating_add(AROUND_NAME).clamp(LEAST_CELLS, MOST_CELLS).min(over.width);
        Rect { x: over.right().saturating_sub(cells), y, width: cells, height }
    }

    /// The first line in a window of so many.
    fn top(&self, rows: u16) -> usize {
        let facet = self.cursor.top();
        let heads = (0..=facet).filter(|facet| has_head(&self.facets, *facet)).count();
        facet + heads - usize::from(rows > 1 && has_head(&self.facets, facet))
    }

    fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::with_capacity(self.facets.len() + 8);
        for (place, facet) in self.facets.iter().enumerate() {
            if has_head(&self.facets, place) {
                lines.push(Line::Head(facet.value.group()));
            }
            lines.push(Line::Facet(place));
        }
        lines.push(Line::All);
        lines
    }
}

/// Whether the name of its group stands above a facet.
fn has_head(facets: &[Facet], facet: usize) -> bool {
    let group = |facet: &Facet| facet.value.group();
    let before = facet.checked_sub(1).and_then(|before| facets.get(before));
    facets.get(facet).is_some_and(|facet| before.map(group) != Some(group(facet)))
}

/// What can be chosen, each with the name of its group where that stands above it. In a window of a single line the names
/// are left out.
fn items(facets: &[Facet], rows: u16) -> Items<impl FnMut(usize) -> u16 + '_> {
    let height = move |facet| 1 + u16::from(rows > 1 && has_head(facets, facet));
    Items { count: facets.len() + 1, rows, measure: Measure::default(), height }
}

/// What a panel can be filtered by now, how many things it lists and how many there are; none if there is nothing to
/// choose.
fn choices(context: &Context, panels: &Panels, panel: Panel) -> Option<(Vec<Facet>, (usize, usize))> {
    let filtered: &dyn Filtered = panels.get(panel).filtered()?;
    let facets = filtered.facets(context);
    (!facets.is_empty()).then(|| (facets, filtered.counts(&context.dossier)))
}

/// The cells it takes at least: its title and the numbers.
const LEAST_CELLS: u16 = 34;
/// The cells it takes at most.
const MOST_CELLS: u16 = 44;
/// Cells of a line that are not its name: the frame, the cursor, the box to tick, a number and blanks.
const AROUND_NAME: u16 = 16;

/// Ends an update: the cursor is in sight.
fn layout(state: &mut State, inside: Rect) {
    state.cursor.scroll(Some(state.cursor.at()), items(&state.facets, inside.height));
}

/// Carries out a key.
fn update(state: &mut State, action: Action, inside: Rect) -> Vec<Request> {
    match action {
        Action::Card => {
            let value = state.facets.get(state.cursor.at()).map(|facet| facet.value.clone());
            return vec![Request::Filter(state.panel, value)];
        }
        Action::Back => return vec![Request::Filter(state.panel, None)],
        Action::Quit | Action::Filter => return vec![Request::Dismiss],
        _ => {
            state.cursor.press(action, items(&state.facets, inside.height));
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
            Line::Head(group) => {
                let name = group_name(context.language, group);
                let room = usize::from(area.width.saturating_sub(1));
                buffer.set_stringn(area.x + 1, y, name, room, context.style(Role::Heading));
            }
            Line::Facet(place) => {
                let facet = &state.facets[place];
                let sign = if facet.chosen { "[x]" } else { "[ ]" };
                let count = context.language.count(facet.count);
                draw_choice(
                    context,
                    state.cursor.at() == place,
                    &format!("{sign} {}", facet.value.name(context)),
                    &count,
                    row,
                    buffer,
                );
            }
            Line::All => {
                let is_cursor = state.cursor.at() == state.facets.len();
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
        choices.map(|(facets, counts)| self.show(facets, counts)).is_some()
    }

    fn action(&self, key: Key, keymap: &Keymap) -> Option<Action> {
        // A box is ticked by the space bar, unless the reader has given that another action than to turn pages.
        let is_free = || matches!(keymap.action(key), None | Some(Action::PageDown));
        (key == Key::char(' ') && is_free()).then_some(Action::Card)
    }
}
