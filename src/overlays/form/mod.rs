//! A form: a few fields at the bottom of the screen, over as few rows as they take, so that the marked words stay in sight. It
//! asks only for the author's own words; what can be derived stands there already. What was typed stays until it is written,
//! or is given up with a second key.

mod bar;
mod change;
mod check;
mod draw;
mod field;
mod fields;
mod known;
mod marked;
mod new_source;
mod open;
mod places;
mod present;
mod purpose;
mod stage;
mod submit;
mod texts;

use std::ops::Range;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Data, Overlay, Room};
use crate::dossier::{Dossier, Ref};
use crate::edit::draft::{SourceWords, has_sources};
use crate::edit::{self, Change, Expectation, Refused};
use crate::i18n::language::Language;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::input::keymap::Keymap;
use crate::look::glyphs;
use crate::protocol::bar::Hint;
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::widgets::choice::Chose;
use crate::widgets::completion::{Known, Took};
use crate::widgets::prompt::Prompt;

use field::{Asked, Field, Input};
use marked::Marked;
pub use purpose::Purpose;
use stage::Stage;

/// A form being filled in.
#[derive(Clone, Debug)]
pub struct State {
    purpose: Purpose,
    /// The marked words, if it is about words.
    words: Option<Marked>,
    /// What the frame calls it.
    heading: String,
    dossier: Arc<Dossier>,
    language: Language,
    /// The day it is, as a date of the format.
    today: Option<String>,
    fields: Vec<Field>,
    /// The field that keys go to.
    focus: usize,
    stage: Stage,
    /// What the last Enter found missing.
    complaint: Option<String>,
    /// Whether the keys of a form are shown instead of what can be done in the field.
    shows_keys: bool,
    /// The kinds of publications, for a source that is made within this form.
    types: Vec<Known>,
    /// The sources that were made within this form, by the value that stands for each until it has an id.
    made: Vec<(String, SourceWords)>,
    /// What the author has seen of the values that this changes.
    seen: Vec<Expectation>,
    /// The form that waits for the source this one makes.
    outer: Option<Box<Self>>,
}

impl State {
    /// The same; names that were used last, at the end of these, come first where several fit what is typed.
    #[must_use]
    pub fn with_used(mut self, used: &[String]) -> Self {
        for form in
            std::iter::once(&mut self.fields).chain(self.outer.as_mut().map(|outer| &mut outer.fields))
        {
            for field in form {
                if let Input::Names(names) = &mut field.input {
                    names.set_used(used);
                }
            }
        }
        self
    }

    fn strings(&self) -> &'static Strings {
        self.language.strings()
    }

    /// The marked words, as they stand now.
    fn range(&self) -> Option<&Range<usize>> {
        self.words.as_ref().and_then(|words| words.range.as_ref())
    }

    /// Whether a thing's table can name sources.
    pub fn can_have_sources(context: &Context, of: &Ref) -> bool {
        has_sources(&context.dossier, of)
    }

    fn is_changed(&self) -> bool {
        self.fields.iter().any(Field::is_changed)
    }

    /// Whether words would be lost by closing it. What was only chosen is chosen again with a key.
    fn has_words(&self) -> bool {
        !self.made.is_empty()
            || self.fields.iter().any(Field::has_words)
            || self.outer.as_ref().is_some_and(|outer| outer.has_words())
    }

    /// Whether a field is there as the form is filled in. What the sources say of a claim is nothing while it is open.
    fn is_shown(&self, field: usize) -> bool {
        let field = &self.fields[field];
        let is_open = || self.text(Asked::Assessment) == "open";
        !(self.purpose == Purpose::Claim && field.asked == Asked::Note && field.is_empty() && is_open())
    }

    /// Whether something is missing without which nothing can be written.
    fn is_incomplete(&self) -> bool {
        self.fields.iter().any(Field::is_missing)
    }

    fn focused(&self) -> &Field {
        &self.fields[self.focus]
    }

    fn is_typing(&self) -> bool {
        self.stage == Stage::Typing
    }

    /// Keys go to the first field that has nothing and needs something, else to the first.
    fn focus_first(&mut self) {
        let missing = self.fields.iter().position(Field::is_missing);
        self.focus = missing.unwrap_or(0);
    }

    /// Goes to the next field, or to that before.
    fn go(&mut self, is_back: bool) {
        let count = self.fields.len();
        let by = if is_back { count - 1 } else { 1 };
        let mut others = (1..count).map(|steps| (self.focus + steps * by) % count);
        self.focus = others.find(|field| self.is_shown(*field)).unwrap_or(self.focus);
    }

    /// The last field has no next one.
    fn go_on(&mut self) {
        let mut others = self.focus + 1..self.fields.len();
        self.focus = others.find(|field| self.is_shown(*field)).unwrap_or(self.focus);
    }

    /// What was typed, a line a field.
    fn typed(&self) -> String {
        let typed = self.fields.iter().filter(|field| !field.is_empty());
        let lines =
            typed.map(|field| format!("{}: {}", texts::label(self.strings(), field.asked), field.shown()));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Copies the change in TOML, where it could be made, else what was typed.
    fn copy(&self) -> Request {
        match self.change() {
            Ok(change) => Request::CopyToml(edit::toml(&edit::with_exceptions(&self.dossier, &change))),
            Err(_) => Request::CopyText(self.typed()),
        }
    }

    /// Back to the form that waits for what this one makes. False if there is none.
    fn go_back(&mut self) -> bool {
        let Some(outer) = self.outer.take() else { return false };
        *self = *outer;
        true
    }

    /// The dossier is another now.
    fn rebase(&mut self, context: &Context) {
        self.dossier = Arc::clone(&context.dossier);
        if let Some(words) = &mut self.words {
            words.find(&context.dossier.article.text);
        }
        for field in &mut self.fields {
            if let Input::Names(names) = &mut field.input {
                let mut known = known::of(context, field.asked);
                if field.asked == Asked::Sources {
                    let made = self.made.iter();
                    known.extend(made.map(|(value, own)| submit::made_known(value, own)));
                }
                names.set_known(known);
            }
        }
        self.look_up(false);
        if let Some(outer) = &mut self.outer {
            outer.rebase(context);
        }
    }
}

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        context.said(&self.heading).into_owned()
    }

    fn area(&self, context: &Context, room: &Room) -> Rect {
        places::area(self, context, room.body)
    }

    fn update(&mut self, action: Action, _: Rect) -> Vec<Request> {
        match action {
            Action::Card => return self.submit(),
            Action::Copy if !self.is_typing() => return vec![self.copy()],
            Action::Help if self.is_typing() => self.shows_keys = !self.shows_keys,
            Action::Edit => {
                if let Some(place) = self.stage.place() {
                    return vec![Request::Edit(place)];
                }
                self.stage = Stage::Typing;
            }
            _ => self.stage = Stage::Typing,
        }
        Vec::new()
    }

    fn layout(&mut self, _: &Context, _: Rect) {}

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        draw::draw(self, context, area, buffer);
    }

    fn badge(&self, context: &Context, _: Rect) -> String {
        if !self.is_incomplete() {
            return String::new();
        }
        format!("{} {}", context.glyph(glyphs::NEEDED), context.strings().forms.is_needed)
    }

    fn needs_to_be_seen(&self) -> bool {
        true
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        bar::hints(self, context)
    }

    fn refresh(&mut self, context: &Context, _: &mut Data) -> bool {
        self.rebase(context);
        true
    }

    fn prompt(&mut self) -> Option<&mut Prompt> {
        if !self.is_typing() {
            return None;
        }
        self.fields[self.focus].prompt_mut()
    }

    fn on_typed(&mut self) {
        self.complaint = None;
        self.shows_keys = false;
        if let Input::Names(names) = &mut self.fields[self.focus].input {
            names.look();
        }
    }

    /// What was typed is not given up without a question; and what was made within another form goes back to that.
    fn clear(&mut self) -> bool {
        match &self.stage {
            Stage::Typing if self.fields.iter().any(Field::has_words) || !self.made.is_empty() => {
                self.stage = Stage::Asks { quits: false };
                true
            }
            Stage::Doubts(_) | Stage::Refused(_) => {
                self.stage = Stage::Typing;
                true
            }
            Stage::Typing | Stage::Asks { .. } => self.go_back(),
        }
    }

    fn asks_before_quitting(&mut self) -> bool {
        let first = match self.stage {
            Stage::Typing => self.has_words(),
            Stage::Asks { quits } => !quits,
            // It was to be written, so it is worth something.
            Stage::Doubts(_) | Stage::Refused(_) => true,
        };
        if first {
            self.stage = Stage::Asks { quits: true };
        }
        first
    }

    /// While something is asked, a letter is an answer or goes back to the fields, and changes nothing else.
    fn lets_through(&self, action: Action) -> bool {
        let answers = [
            Action::Copy,
            Action::Edit,
            Action::Card,
            Action::Close,
            Action::Exit,
            Action::Suspend,
            Action::Redraw,
        ];
        answers.contains(&action)
    }

    fn press(&mut self, key: Key) -> bool {
        if !self.is_typing() {
            return false;
        }
        let took = match &mut self.fields[self.focus].input {
            Input::Names(names) => names.press(key),
            Input::Choice(choice) => match choice.press(key) {
                Chose::Done => Took::Done,
                Chose::Stays => Took::Stays,
                Chose::NotMine => Took::NotMine,
            },
            Input::Date { prompt, offered: Some(offered) }
                if key == Key::plain(Code::Right) && prompt.text().is_empty() =>
            {
                *prompt = Prompt::line(offered);
                Took::Stays
            }
            Input::Text { .. } | Input::Date { .. } => Took::NotMine,
        };
        match took {
            Took::Done => self.go_on(),
            Took::Next => self.go(false),
            Took::New => self.make_source(),
            Took::Stays => {}
            Took::NotMine => match key {
                Key { code: Code::Tab | Code::Down, ctrl: false } => self.go(false),
                Key { code: Code::BackTab | Code::Up, ctrl: false } => self.go(true),
                _ => return false,
            },
        }
        self.complaint = None;
        self.shows_keys = false;
        self.follow();
        true
    }

    /// Whatever is bound to what: a form is ended and given up by the same two keys.
    fn action(&self, key: Key, _: &Keymap) -> Option<Action> {
        match key {
            Key { code: Code::Enter, ctrl: false } => Some(Action::Card),
            Key { code: Code::Esc, ctrl: false } => Some(Action::Close),
            _ => None,
        }
    }

    fn cursor(&self, context: &Context, area: Rect) -> Option<Position> {
        draw::caret(self, context, area)
    }

    fn status(&self, context: &Context) -> Option<String> {
        let words = self.words.as_ref().or(self.outer.as_ref().and_then(|outer| outer.words.as_ref()));
        Some(words.map_or_else(|| self.heading.clone(), |words| submit::quoted(context, &words.text)))
    }

    fn refuse(&mut self, why: &Refused) {
        self.refused(why);
    }
}

/// What is to be written, or what is missing for it and at which field.
type Filled = Result<Change, Missing>;

/// Why nothing can be written yet.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Missing {
    /// The field, if it is one.
    field: Option<usize>,
    text: String,
}
