//! Go to anything: what is typed finds commands and things by their names, the best first, and Enter goes there.

mod catalogue;
mod draw;

use std::cmp::Reverse;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Data, Overlay, Room};
use crate::dossier::Kind;
use crate::input::action::Action;
use crate::panels::Panels;
use crate::protocol::bar::{self, Hint};
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::widgets::cursor::{Cursor, Items};
use crate::widgets::fuzzy::{Fit, LETTER, Query, matcher};
use crate::widgets::prompt::{self, Prompt};

use catalogue::Catalogue;
pub use catalogue::Goal;

/// How many of the goals one went to are remembered.
const REMEMBERED: usize = 20;

/// What stays from one opening to the next: where the reader went, and all there is to go to, by its names.
#[derive(Clone, Debug, Default)]
pub struct PaletteMemory {
    recent: Vec<Goal>,
    /// Made when it is first needed: the first screen does not wait for it.
    catalogue: Option<Arc<Catalogue>>,
}

impl PaletteMemory {
    /// Remembers a goal that was chosen.
    pub fn remember(&mut self, goal: Goal) {
        self.recent.retain(|other| *other != goal);
        self.recent.insert(0, goal);
        self.recent.truncate(REMEMBERED);
    }

    /// Open, with nothing typed.
    pub fn open(&mut self, context: &Context, panels: &Panels) -> State {
        let known = self.catalogue.take().filter(|known| known.language == context.language);
        let catalogue = known.unwrap_or_else(|| Arc::new(Catalogue::new(context, panels)));
        self.catalogue = Some(Arc::clone(&catalogue));
        let recent = catalogue.places(&self.recent);
        let mut state = State {
            prompt: Prompt::default(),
            catalogue,
            recent,
            found: Vec::new(),
            cursor: Cursor::default(),
        };
        look(&mut state);
        state
    }
}

impl Rebase for PaletteMemory {
    fn rebase(&mut self, change: &Change, _: &Context) {
        self.recent.retain(|goal| match goal {
            Goal::Thing(item) => change.after.contains(item),
            Goal::Command(_) | Goal::View(..) => true,
        });
        self.catalogue = None;
    }
}

/// What was typed, what it found, and which of that is current.
#[derive(Clone, Debug)]
pub struct State {
    prompt: Prompt,
    catalogue: Arc<Catalogue>,
    /// Where one went, the last first; places in the catalogue, like those below.
    recent: Vec<u32>,
    found: Vec<u32>,
    cursor: Cursor,
}

impl State {
    /// Where Enter goes; none where nothing is found.
    fn current(&self) -> Option<&Goal> {
        self.found.get(self.cursor.at()).map(|place| &self.catalogue.entry(*place).goal)
    }
}

/// Looks for what is typed: what it names by its kind or number before what has it where words begin, and that before what
/// only has its letters; sources and links last among those. Then the best first, among those that fit about as well where the
/// reader went last, then what fits better; a shorter name fits better than a long one. With nothing typed all there is, where
/// the reader went last first.
fn look(state: &mut State) {
    state.cursor = Cursor::default();
    let rank = |place: u32| state.recent.iter().position(|recent| *recent == place);
    let all = 0..u32::try_from(state.catalogue.entries.len()).unwrap_or(u32::MAX);
    let query = Query::new(state.prompt.text());
    if query.is_empty() {
        let others = all.filter(|place| rank(*place).is_none());
        state.found = state.recent.iter().copied().chain(others).collect();
        return;
    }
    let mut matcher = matcher();
    let mut found = Vec::new();
    for (place, entry) in all.zip(&state.catalogue.entries) {
        if let Some(Fit { from_beginnings, whole, score }) = query.fit(&entry.letters, &mut matcher) {
            // In a long name there is nearly always something that fits.
            let score = score.saturating_sub(u32::from(entry.letters.name_length()) / 6);
            let group = (Reverse(from_beginnings), Reverse(whole), is_minor(&entry.goal));
            let rank = rank(place).unwrap_or(REMEMBERED);
            found.push((group, Reverse(score / LETTER), rank, Reverse(score), place));
        }
    }
    found.sort_unstable();
    state.found = found.into_iter().map(|(.., place)| place).collect();
}

/// Whether it is what other things rest on rather than what they are about.
fn is_minor(goal: &Goal) -> bool {
    matches!(goal, Goal::Thing(name) if matches!(name.kind, Kind::Source | Kind::Link))
}

/// Carries out an action.
fn update(state: &mut State, action: Action, area: Rect) -> Vec<Request> {
    if action == Action::Card {
        return go(state);
    }
    state.cursor.press(action, items(state, area));
    Vec::new()
}

fn items(state: &State, area: Rect) -> Items<fn(usize) -> u16> {
    Items::of_one_row(state.found.len(), draw::rows(area).height.max(1))
}

fn go(state: &State) -> Vec<Request> {
    let request = match state.current() {
        Some(Goal::Command(action)) => Request::Act(*action),
        Some(Goal::View(panel, view)) => Request::ShowView(*panel, view.clone()),
        Some(Goal::Thing(name)) => Request::Open(name.clone()),
        None => return Vec::new(),
    };
    vec![Request::Dismiss, request]
}

/// Brings the cursor in sight, and leaves no row empty while there is something above.
fn layout(state: &mut State, area: Rect) {
    state.cursor.scroll(Some(state.cursor.at()), items(state, area));
}

/// The most cells its box takes: a name of about eighty letters.
const WIDEST: u16 = 108;

/// The part of the screen's body it takes: all of a small one, and of a large one so much that what one came from still
/// shows around it.
fn area(body: Rect) -> Rect {
    // Of what lies below, a few cells at the sides would be scraps.
    let width = if body.width < WIDEST + 40 { body.width } else { WIDEST };
    let height = if body.height > 24 { (body.height * 2 / 3).max(24) } else { body.height };
    let y = if width < body.width { body.y + (body.height - height).min(1) } else { body.y };
    Rect { x: body.x + (body.width - width) / 2, y, width, height }
}

/// What the status line says: the whole name of the current goal, for which a row may have no room.
fn status(state: &State, context: &Context) -> String {
    state.current().map_or_else(String::new, |goal| catalogue::words(context, goal).name)
}

/// What the frame says on the right: how many of all were found.
fn badge(state: &State, context: &Context) -> String {
    let [found, all] = [state.found.len(), state.catalogue.entries.len()].map(|n| context.language.count(n));
    format!("{found} {} {all}", context.strings().out_of)
}

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        context.strings().go_to.to_owned()
    }

    fn area(&self, _: &Context, room: &Room) -> Rect {
        if room.alone { room.body } else { area(room.body) }
    }

    fn prompt(&mut self) -> Option<&mut Prompt> {
        Some(&mut self.prompt)
    }

    fn on_typed(&mut self) {
        look(self);
    }

    fn cursor(&self, context: &Context, area: Rect) -> Option<Position> {
        (!area.is_empty()).then(|| prompt::caret(&self.prompt, context, draw::typed_line(area)))
    }

    fn update(&mut self, action: Action, area: Rect) -> Vec<Request> {
        update(self, action, area)
    }

    fn layout(&mut self, _: &Context, area: Rect) {
        layout(self, area);
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        draw::draw(self, context, area, buffer);
    }

    fn badge(&self, context: &Context, _: Rect) -> String {
        badge(self, context)
    }

    fn status(&self, context: &Context) -> Option<String> {
        Some(status(self, context))
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let strings = context.strings();
        let mut hints = bar::named(context, &[Action::Card, Action::Close, Action::Down]);
        let word = match self.current() {
            Some(Goal::Command(_)) => strings.run,
            _ => strings.go_there,
        };
        bar::rename(&mut hints, Action::Card, word);
        hints
    }

    /// What is typed stays, and the same is current if it is still found.
    fn refresh(&mut self, context: &Context, data: &mut Data) -> bool {
        let mut new = data.palette.open(context, data.panels);
        std::mem::swap(&mut new.prompt, &mut self.prompt);
        look(&mut new);
        let place = self
            .current()
            .and_then(|goal| new.found.iter().position(|place| new.catalogue.entry(*place).goal == *goal));
        let at = place.unwrap_or(self.cursor.at().min(new.found.len().saturating_sub(1)));
        new.cursor = Cursor::new(at, self.cursor.top());
        *self = new;
        true
    }
}
