//! Which actor suggested names are further names of: chosen by typing, over as few rows as it takes.

use std::cmp::Reverse;
use std::sync::Arc;

use foldhash::HashSet;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Data, Overlay, Room};
use crate::dossier::anchor::fold;
use crate::dossier::{Actor, Dossier, Id};
use crate::edit::draft;
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::input::keymap::Keymap;
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::quoted;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::completion::{Candidate, Completion, Took, actors};
use crate::widgets::prompt::{self, Prompt};
use crate::widgets::to_cells;

/// The list of actors, as far as what is typed finds them.
#[derive(Clone, Debug)]
pub struct State {
    /// The names, in quotation marks.
    names: String,
    actors: Completion,
    dossier: Arc<Dossier>,
    used: Vec<String>,
    /// What is said where there is nothing to take.
    nothing_to_take: String,
    /// The words that are suggested. With others it would be about something else.
    words: String,
}

/// The words that are suggested at the place that is looked at.
fn suggested(context: &Context) -> Option<String> {
    Some(draft::visible(&context.dossier, context.suggested()?.current()?))
}

/// The actors that one of these names has a word of, by their ids: first those with the most of them.
fn fitting(context: &Context, names: &[String]) -> Vec<String> {
    let words = |text: &str| -> HashSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
        words.map(fold).collect()
    };
    let wanted: HashSet<String> = names.iter().flat_map(|name| words(name)).collect();
    let mut fitting: Vec<(Reverse<usize>, &Actor)> = Vec::new();
    for actor in &context.dossier.actors {
        let own = actor.name.texts().chain(actor.aliases.iter().map(|alias| &**alias));
        let own: HashSet<String> = own.flat_map(words).collect();
        let shared = own.intersection(&wanted).count();
        if shared > 0 {
            fitting.push((Reverse(shared), actor));
        }
    }
    fitting.sort_by_key(|(shared, _)| *shared);
    fitting.into_iter().map(|(_, actor)| actor.id.as_str().to_owned()).collect()
}

/// Rows of candidates at the most.
const CANDIDATES: u16 = 3;
/// Rows of the frame and of the line that is typed.
const AROUND: u16 = 3;
/// Rows that stay free for the words, as long as a candidate has one.
const LEFT_FREE: u16 = 3;

impl State {
    /// All actors, for these names; of equally good ones those that were used last come first.
    pub fn new(context: &Context, names: &[String], used: &[String]) -> Self {
        let quoted: Vec<String> =
            names.iter().map(|name| quoted::of_article_nested(&context.dossier, name)).collect();
        let mut actors = Completion::new(actors(context), false, false);
        actors.set_used(used);
        actors.offer(&fitting(context, names));
        Self {
            names: quoted.join(", "),
            actors,
            dossier: Arc::clone(&context.dossier),
            used: used.to_vec(),
            nothing_to_take: context.strings().suggesting.no_actor_chosen.to_owned(),
            words: suggested(context).unwrap_or_default(),
        }
    }

    /// What is known anew, in the same order.
    fn look_up(&mut self, context: &Context) {
        self.actors.set_known(actors(context));
        self.actors.set_used(&self.used);
    }

    /// The line that is typed, after its label.
    fn line(context: &Context, area: Rect) -> Rect {
        let label = to_cells(width::cells(context.strings().suggesting.same_as)).min(area.width / 2);
        let x = area.x + 1 + label + 1;
        Rect { x, width: area.right().saturating_sub(x + 1), height: 1, ..area }
    }

    /// Draws the actors that are found, a row each; while nothing is typed as many as a row takes.
    fn draw_candidates(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        let room = usize::from(area.width);
        let name = |candidate: &Candidate| match candidate {
            Candidate::Known(place) => self.actors.name(*place).to_owned(),
            // None can be made here.
            Candidate::New => String::new(),
        };
        let Some(current) = self.actors.current() else {
            if area.height > 0 {
                let all: Vec<String> = self.actors.candidates().iter().map(name).collect();
                let all = context.joined(&all);
                let style = context.style(Role::Quiet);
                buffer.set_string(area.x, area.y, &*context.truncate_parts(&all, room), style);
            }
            return;
        };
        let top = (current + 1).saturating_sub(usize::from(area.height));
        for (y, place) in (area.y..area.bottom()).zip(top..self.actors.candidates().len()) {
            let name = name(&self.actors.candidates()[place]);
            let role = if place == current { Role::Selected } else { Role::Text };
            if place == current && area.x > 1 {
                let sign = context.glyph(glyphs::SELECTED);
                buffer.set_string(area.x - 2, y, sign, context.style(Role::FrameFocused));
            }
            buffer.set_string(area.x, y, &*context.truncate(&name, room), context.style(role));
        }
    }

    fn taken(&mut self) -> Vec<Request> {
        self.actors.take();
        let taken = self.actors.taken.first().map(|id| Request::SameAs(Id::new(id)));
        vec![taken.unwrap_or_else(|| Request::Notice(self.nothing_to_take.clone()))]
    }
}

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        format!("{} {}", context.strings().suggesting.same_as_heading, self.names)
    }

    fn area(&self, _: &Context, room: &Room) -> Rect {
        let body = room.body;
        let most = body.height.saturating_sub(LEFT_FREE).max(AROUND + 1).min(body.height);
        let height = (AROUND + CANDIDATES).min(most);
        Rect { y: body.bottom() - height, height, ..body }
    }

    fn update(&mut self, action: Action, _: Rect) -> Vec<Request> {
        match action {
            Action::Card => self.taken(),
            _ => Vec::new(),
        }
    }

    fn layout(&mut self, _: &Context, _: Rect) {}

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        let line = Self::line(context, area);
        let room = usize::from(line.x.saturating_sub(area.x + 1));
        let label = context.strings().suggesting.same_as;
        buffer.set_stringn(area.x + 1, area.y, label, room, context.style(Role::Key));
        prompt::draw(&self.actors.prompt, context, line, buffer);
        let candidates = Rect { y: line.y + 1, height: area.height - 1, ..line };
        if self.actors.candidates().is_empty() {
            let none = context.strings().suggesting.no_such_actor;
            let none = context.truncate(none, usize::from(candidates.width));
            if candidates.height > 0 {
                buffer.set_string(candidates.x, candidates.y, &*none, context.style(Role::Notice));
            }
            return;
        }
        self.draw_candidates(context, candidates, buffer);
    }

    fn badge(&self, _: &Context, _: Rect) -> String {
        String::new()
    }

    fn needs_to_be_seen(&self) -> bool {
        true
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let strings = &context.strings().suggesting;
        let mut hints = bar::named(context, &[Action::Card, Action::Down, Action::Close]);
        bar::rename(&mut hints, Action::Card, strings.key_accept);
        bar::rename(&mut hints, Action::Down, strings.key_choose);
        bar::rename(&mut hints, Action::Close, strings.key_back);
        hints
    }

    fn refresh(&mut self, context: &Context, _: &mut Data) -> bool {
        if !Arc::ptr_eq(&self.dossier, &context.dossier) {
            self.dossier = Arc::clone(&context.dossier);
            self.look_up(context);
        }
        !context.dossier.actors.is_empty() && suggested(context).as_ref() == Some(&self.words)
    }

    fn prompt(&mut self) -> Option<&mut Prompt> {
        Some(&mut self.actors.prompt)
    }

    fn on_typed(&mut self) {
        self.actors.look();
    }

    /// A letter is typed; nothing else is done meanwhile.
    fn lets_through(&self, action: Action) -> bool {
        matches!(action, Action::Card | Action::Close | Action::Exit | Action::Suspend | Action::Redraw)
    }

    fn press(&mut self, key: Key) -> bool {
        let chooses = matches!(key, Key { code: Code::Down | Code::Up, ctrl: false });
        chooses && self.actors.press(key) == Took::Stays
    }

    /// Whatever is bound to what: one is taken and the list is given up by the same keys as in a form.
    fn action(&self, key: Key, _: &Keymap) -> Option<Action> {
        match key {
            Key { code: Code::Enter | Code::Tab, ctrl: false } => Some(Action::Card),
            Key { code: Code::Esc, ctrl: false } => Some(Action::Close),
            _ => None,
        }
    }

    fn cursor(&self, context: &Context, area: Rect) -> Option<Position> {
        (!area.is_empty()).then(|| prompt::caret(&self.actors.prompt, context, Self::line(context, area)))
    }

    fn status(&self, _: &Context) -> Option<String> {
        Some(self.names.clone())
    }
}
