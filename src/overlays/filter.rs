//! The chooser of a filter: what a panel can be filtered by, with how many things would remain. Each choice shows in
//! the panel at once.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Data, Overlay, Room};
use crate::input::action::Action;
use crate::input::key::Key;
use crate::look::glyphs;
use crate::look::layout::Frame;
use crate::look::panel::{Focus, Panel};
use crate::look::theme::Role;
use crate::panels::{Filtered, Panels};
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::filter::{Facet, Group, group_name};
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::width;

/// Whose filter it is, and where one is in it.
#[derive(Clone, Debug)]
pub struct State {
    panel: Panel,
    facets: Vec<Facet>,
    /// How many things are listed, and how many there are.
    counts: (usize, usize),
    /// Which facet; the one after the last is the line that gives all up.
    cursor: usize,
    /// The first line in the window.
    top: usize,
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
    /// The chooser of the focused panel; none if there is nothing to choose there. The article's signs are those of the
    /// claims.
    pub(super) fn open(context: &Context, data: &Data) -> Option<Self> {
        let panel = match context.focus {
            Focus::Panel(Panel::Article) => Panel::Claims,
            Focus::Panel(panel) => panel,
            Focus::Card => return None,
        };
        let (facets, counts) = choices(context, data.panels, panel)?;
        Some(Self { panel, facets, counts, cursor: 0, top: 0 })
    }

    /// Shows what can be chosen now.
    fn show(&mut self, facets: Vec<Facet>, counts: (usize, usize)) {
        let held = self.facets.get(self.cursor).map(|facet| facet.value.clone());
        let place = held.and_then(|held| facets.iter().position(|facet| facet.value == held));
        self.cursor = place.unwrap_or(self.cursor.min(facets.len()));
        (self.facets, self.counts) = (facets, counts);
    }

    /// Over a panel, at the right so that the list's beginning stays in sight. It may take rows above and below within
    /// `column`.
    fn over(&self, context: &Context, over: Rect, column: Rect) -> Rect {
        let wanted = u16::try_from(self.lines().len() + 2).unwrap_or(u16::MAX);
        let height = wanted.min(column.height);
        let y = over.y.min(column.bottom().saturating_sub(height)).max(column.y);
        let names = self.facets.iter().map(|facet| width::cells(&facet.value.name(context)));
        let widest = u16::try_from(names.max().unwrap_or(0)).unwrap_or(MOST_CELLS);
        let cells = widest.saturating_add(AROUND_NAME).clamp(LEAST_CELLS, MOST_CELLS).min(over.width);
        Rect { x: over.right().saturating_sub(cells), y, width: cells, height }
    }

    /// The first line in the window of so many rows that has the cursor in sight.
    fn scroll(&mut self, rows: usize) {
        let lines = self.lines();
        let here = lines.iter().position(|line| match line {
            Line::Facet(facet) => *facet == self.cursor,
            Line::All => self.cursor == self.facets.len(),
            Line::Head(_) => false,
        });
        let here = here.unwrap_or(0);
        // With its heading, so that what a value is of stays in sight.
        self.top = self.top.min(here.saturating_sub(1)).max((here + 1).saturating_sub(rows));
        self.top = self.top.min(lines.len().saturating_sub(rows));
    }

    fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::with_capacity(self.facets.len() + 8);
        let mut above = None;
        for (place, facet) in self.facets.iter().enumerate() {
            let group = facet.value.group();
            if above != Some(group) {
                lines.push(Line::Head(group));
                above = Some(group);
            }
            lines.push(Line::Facet(place));
        }
        lines.push(Line::All);
        lines
    }
}

/// What a panel can be filtered by now, how many things it lists and how many there are; none if there is nothing to
/// choose.
fn choices(context: &Context, panels: &Panels, panel: Panel) -> Option<(Vec<Facet>, (usize, usize))> {
    let filtered: &dyn Filtered = panels.get(panel).filtered()?;
    let facets = filtered.facets(&context.dossier);
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
    state.scroll(usize::from(inside.height));
}

/// Carries out a key.
fn update(state: &mut State, action: Action, inside: Rect) -> Vec<Request> {
    let (last, page) = (state.facets.len(), usize::from(inside.height.max(2) - 1));
    match action {
        Action::Up => state.cursor = state.cursor.saturating_sub(1),
        Action::Down => state.cursor = (state.cursor + 1).min(last),
        Action::PageUp => state.cursor = state.cursor.saturating_sub(page),
        Action::PageDown => state.cursor = (state.cursor + page).min(last),
        Action::First => state.cursor = 0,
        Action::Last => state.cursor = last,
        Action::Card => {
            let value = state.facets.get(state.cursor).map(|facet| facet.value.clone());
            return vec![Request::Filter(state.panel, value)];
        }
        Action::Back => return vec![Request::Filter(state.panel, None)],
        Action::Quit | Action::Filter => return vec![Request::Dismiss],
        _ => {}
    }
    Vec::new()
}

/// What the frame says on the right: how many things remain.
fn note(state: &State, context: &Context) -> String {
    let (shown, total) = state.counts;
    let language = context.language;
    format!("{} {} {}", language.count(shown), context.strings().out_of, language.count(total))
}

/// Draws the window into the inside of the frame.
fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    for (y, line) in (area.y..area.bottom()).zip(state.lines().into_iter().skip(state.top)) {
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
                    state.cursor == place,
                    &format!("{sign} {}", facet.value.name(context)),
                    &count,
                    row,
                    buffer,
                );
            }
            Line::All => {
                let is_cursor = state.cursor == state.facets.len();
                draw_choice(context, is_cursor, context.strings().show_all, "", row, buffer);
            }
        }
    }
    draw_more(state, context, area, buffer);
}

/// At the right of the first and the last row: whether there are lines above and below.
fn draw_more(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let quiet = context.style(Role::Quiet);
    if state.top > 0 {
        buffer.set_string(area.right() - 1, area.y, context.glyph(glyphs::UP), quiet);
    }
    if state.lines().len() > state.top + usize::from(area.height) {
        buffer.set_string(area.right() - 1, area.bottom() - 1, context.glyph(glyphs::DOWN), quiet);
    }
}

/// A line that can be chosen: the cursor at the left, the number at the right.
fn draw_choice(context: &Context, is_cursor: bool, text: &str, count: &str, row: Rect, buffer: &mut Buffer) {
    let cells = u16::try_from(width::cells(count)).unwrap_or(0);
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
        note(self, context)
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

    fn action(&self, key: Key) -> Option<Action> {
        // A box is ticked by the space bar.
        (key == Key::char(' ')).then_some(Action::Card)
    }
}
