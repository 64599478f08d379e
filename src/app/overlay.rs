//! The topmost thing over the panels: one at a time, or none. While it takes text, what belongs to a line of text goes
//! there, and only the other keys ask for actions; Ctrl+c and Ctrl+z always do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use crate::panels::prompt::{Prompt, Typed};
use crate::panels::{filter, help, palette};
use crate::ui::action::{self, Action};
use crate::ui::context::Context;
use crate::ui::frame::{self, Legend};
use crate::ui::key::Key;
use crate::ui::layout::Frame;
use crate::ui::names;
use crate::ui::request::Request;

/// What lies over the panels.
#[derive(Clone, Debug)]
pub(super) enum Overlay {
    /// All keys and signs.
    Help(help::State),
    /// What a panel is filtered by.
    Filter(filter::State),
    /// Go to anything.
    Palette(palette::State),
}

impl Overlay {
    /// Where it lies: on the panels, or on some of their rows.
    pub(super) fn area(&self, body: Rect) -> Rect {
        match self {
            Self::Help(_) => body,
            Self::Filter(state) => state.area(),
            Self::Palette(_) => palette::area(body),
        }
    }

    /// The line that takes text, if there is one.
    fn prompt(&mut self) -> Option<&mut Prompt> {
        match self {
            Self::Help(_) | Self::Filter(_) => None,
            Self::Palette(state) => Some(state.prompt()),
        }
    }

    /// Carries out a key of its line of text; tells whether the key was one.
    pub(super) fn press(&mut self, key: Key, context: &Context) -> bool {
        let typed = self.prompt().map_or(Typed::NotMine, |prompt| prompt.press(key));
        self.hear(typed, context);
        typed != Typed::NotMine
    }

    /// Takes pasted text in. Where no line takes it, it is nothing: pasted letters are no commands.
    pub(super) fn paste(&mut self, text: &str, context: &Context) {
        let typed = self.prompt().map_or(Typed::NotMine, |prompt| prompt.paste(text));
        self.hear(typed, context);
    }

    /// Another text finds other things.
    fn hear(&mut self, typed: Typed, context: &Context) {
        if typed != Typed::Changed {
            return;
        }
        match self {
            Self::Help(_) | Self::Filter(_) => {}
            Self::Palette(state) => palette::look(state, context),
        }
    }

    /// Carries out an action, in the body of the screen.
    pub(super) fn update(&mut self, action: Action, context: &Context, body: Rect) -> Vec<Request> {
        let inside = frame::inside(self.area(body), Frame::Boxed);
        match (self, action) {
            (_, Action::Close) => vec![Request::Dismiss],
            (Self::Help(_), Action::Help | Action::Quit | Action::Back) => vec![Request::Dismiss],
            (Self::Help(state), _) => {
                help::update(state, action, context, inside);
                Vec::new()
            }
            (Self::Filter(state), _) => filter::update(state, action, inside),
            (Self::Palette(state), _) => palette::update(state, action, inside),
        }
    }

    /// What a key asks for here, where that is something else than elsewhere.
    pub(super) fn action(&self, key: Key) -> Option<Action> {
        // A box is ticked by the space bar.
        let ticks = matches!(self, Self::Filter(_)) && key == Key::char(' ');
        ticks.then_some(Action::Card)
    }

    /// Ends an update: what lies in sight after the screen became another size.
    pub(super) fn arrange(&mut self, body: Rect) {
        let inside = frame::inside(self.area(body), Frame::Boxed);
        match self {
            // A filter lies over its panel, wherever that is: the app knows.
            Self::Help(_) | Self::Filter(_) => {}
            Self::Palette(state) => palette::arrange(state, inside),
        }
    }

    /// Draws it over the body of the screen.
    pub(super) fn draw(&self, context: &Context, body: Rect, buffer: &mut Buffer) {
        let area = self.area(body);
        let inside = frame::inside(area, Frame::Boxed);
        let strings = context.strings();
        let (name, note) = match self {
            Self::Help(state) => (strings.help.to_owned(), help::note(*state, context, inside)),
            Self::Filter(state) => {
                let panel = names::panel(context.language, state.panel());
                (format!("{}: {panel}", strings.filter), filter::note(state, context))
            }
            Self::Palette(state) => (strings.go_to.to_owned(), palette::note(state, context)),
        };
        Clear.render(area, buffer);
        let names = vec![(name, true)];
        frame::draw(
            area,
            Frame::Boxed,
            &Legend { names, note, focused: true, theme: &context.theme },
            buffer,
        );
        match self {
            Self::Help(state) => help::draw(*state, context, inside, buffer),
            Self::Filter(state) => filter::draw(state, context, inside, buffer),
            Self::Palette(state) => palette::draw(state, context, inside, buffer),
        }
    }

    /// The actions the key bar names.
    pub(super) fn bar(&self) -> &'static [Action] {
        match self {
            Self::Help(_) => action::HELP_BAR,
            Self::Filter(_) => action::FILTER_BAR,
            Self::Palette(_) => action::CHOICE_BAR,
        }
    }

    /// What the key bar calls an action, where that is another word than the table's.
    pub(super) fn word(&self, action: Action, context: &Context) -> Option<&'static str> {
        let strings = context.strings();
        match (self, action) {
            (Self::Help(_), Action::Down) => Some(strings.scroll),
            (Self::Filter(_), Action::Card) => Some(strings.toggle),
            (Self::Filter(_), Action::Filter) => Some(strings.show_all),
            (Self::Palette(_), Action::Card) => Some(strings.go_there),
            _ => None,
        }
    }
}
