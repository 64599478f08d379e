//! A form: a few fields at the bottom of the screen, over as few rows as they take, so that the marked words stay in sight. It
//! asks only for the author's own words; what can be derived stands there already. What was typed stays until it is written,
//! or is given up with a second key.

mod change;
mod check;
mod choice;
mod completion;
mod draw;
mod field;
mod fields;
mod known;
mod new_source;
mod places;
mod present;
mod purpose;
mod submit;
mod texts;

use std::ops::Range;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Data, Overlay, Room};
use crate::dossier::{Dossier, Ref};
use crate::edit::doubts::Doubt;
use crate::edit::draft::SourceWords;
use crate::edit::{self, Change, Expectation, Refused};
use crate::i18n::language::Language;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::input::keymap::Keymap;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::effect::FilePlace;
use crate::protocol::refusal;
use crate::protocol::request::Request;
use crate::text::relocate::Quoted;
use crate::widgets::prompt::Prompt;

use choice::Chose;
use completion::{Known, Took};
use field::{Asked, Field, Input};
pub use purpose::Purpose;

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
    /// The kinds of publications, for a source that is made within this form.
    types: Vec<Known>,
    /// The sources that were made within this form, by the value that stands for each until it has an id.
    made: Vec<(String, SourceWords)>,
    /// What the author has seen of the values that this changes.
    seen: Vec<Expectation>,
    /// The form that waits for the source this one makes.
    outer: Option<Box<Self>>,
}

/// Words of the article as they were when they were marked.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Marked {
    /// Where they stand; none since they are gone.
    range: Option<Range<usize>>,
    quoted: Quoted,
    /// All of them.
    text: String,
}

/// What keys mean just now.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Stage {
    /// Fields take them.
    Typing,
    /// Esc was pressed: what is to become of what was typed?
    Asks,
    /// There is something to consider before it is written.
    Doubts(Vec<Doubt>),
    /// It was not written, and why.
    Refused(Refused),
}

impl Stage {
    /// Where to look for what kept it from being written.
    fn place(&self) -> Option<FilePlace> {
        match self {
            Self::Refused(why) => refusal::place(why),
            _ => None,
        }
    }

    /// Whether Enter means that an open editor is no obstacle.
    fn is_despite_editor(&self) -> bool {
        matches!(self, Self::Refused(Refused::OpenElsewhere { .. }))
    }
}

impl Marked {
    fn new(text: &str, range: Range<usize>) -> Self {
        let quoted = Quoted::of(text, &range);
        Self { text: text[range.clone()].to_owned(), range: Some(range), quoted }
    }

    /// Finds the words again, if all of them are still there.
    fn find(&mut self, text: &str) {
        let found = self.quoted.find(text).filter(|found| text.get(found.clone()) == Some(&*self.text));
        if let Some(found) = &found {
            self.quoted = Quoted::of(text, found);
        }
        self.range = found;
    }
}

impl State {
    fn strings(&self) -> &'static Strings {
        self.language.strings()
    }

    /// The marked words, as they stand now.
    fn range(&self) -> Option<&Range<usize>> {
        self.words.as_ref().and_then(|words| words.range.as_ref())
    }

    /// Whether a thing's table can name sources.
    pub fn can_have_sources(context: &Context, of: &Ref) -> bool {
        known::can_have_sources(&context.dossier, of)
    }

    fn is_changed(&self) -> bool {
        self.fields.iter().any(Field::is_changed)
    }

    fn focused(&self) -> &Field {
        &self.fields[self.focus]
    }

    fn is_typing(&self) -> bool {
        self.stage == Stage::Typing
    }

    /// Keys go to the first field that has nothing and needs something, else to the first.
    fn focus_first(&mut self) {
        let missing = self.fields.iter().position(|field| field.is_needed && field.is_empty());
        self.focus = missing.unwrap_or(0);
    }

    fn go(&mut self, by: usize) {
        self.focus = (self.focus + by) % self.fields.len();
    }

    /// The last field has no next one.
    fn go_on(&mut self) {
        self.focus = (self.focus + 1).min(self.fields.len() - 1);
    }

    /// What was typed, a line a field.
    fn typed(&self) -> String {
        let typed = self.fields.iter().filter(|field| !field.is_empty());
        let lines =
            typed.map(|field| format!("{}: {}", texts::label(self.strings(), field.asked), field.shown()));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The change in TOML, where it could be made, else what was typed.
    fn to_copy(&self) -> String {
        self.change().map_or_else(|_| self.typed(), |change| edit::toml(&change))
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
            Action::Copy if !self.is_typing() => return vec![Request::CopyText(self.to_copy())],
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

    fn badge(&self, _: &Context, _: Rect) -> String {
        String::new()
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let forms = &context.strings().forms;
        let mut actions = vec![Action::Card, Action::Close];
        match &self.stage {
            Stage::Typing => actions.push(Action::NextPanel),
            Stage::Asks | Stage::Doubts(_) => actions.push(Action::Copy),
            Stage::Refused(_) => {
                actions.push(Action::Copy);
                actions.extend(self.stage.place().is_some().then_some(Action::Edit));
            }
        }
        let mut hints = bar::named(context, &actions);
        bar::rename(&mut hints, Action::NextPanel, forms.next_field);
        let (enter, esc) = match &self.stage {
            Stage::Typing if self.outer.is_some() => (forms.take_over, forms.cancel),
            Stage::Typing => (forms.write, forms.cancel),
            Stage::Asks => (forms.write, forms.discard),
            Stage::Doubts(_) => (forms.write_anyway, forms.change),
            Stage::Refused(Refused::OpenElsewhere { .. }) => (forms.write_anyway, forms.discard),
            Stage::Refused(Refused::Otherwise { .. }) => {
                (context.strings().editing.write_over, forms.discard)
            }
            Stage::Refused(_) => (forms.try_again, forms.discard),
        };
        bar::rename(&mut hints, Action::Card, enter);
        bar::rename(&mut hints, Action::Close, esc);
        hints
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
        if let Input::Names(names) = &mut self.fields[self.focus].input {
            names.look();
        }
    }

    /// What was typed is not given up without a question; and what was made within another form goes back to that.
    fn clear(&mut self) -> bool {
        match &self.stage {
            Stage::Typing if self.is_changed() => {
                self.stage = Stage::Asks;
                true
            }
            Stage::Doubts(_) => {
                self.stage = Stage::Typing;
                true
            }
            _ => self.go_back(),
        }
    }

    fn asks_before_quitting(&mut self) -> bool {
        let is_typed = self.is_changed() || self.outer.as_ref().is_some_and(|outer| outer.is_changed());
        let first = is_typed && self.stage != Stage::Asks;
        if first {
            self.stage = Stage::Asks;
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
            Took::New => self.make_source(),
            Took::Stays => {}
            Took::NotMine => match key {
                Key { code: Code::Tab | Code::Down, ctrl: false } => self.go(1),
                Key { code: Code::BackTab | Code::Up, ctrl: false } => self.go(self.fields.len() - 1),
                _ => return false,
            },
        }
        self.complaint = None;
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
