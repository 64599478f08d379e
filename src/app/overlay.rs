//! The topmost thing over the panels: one at a time, or none. While it takes text, what belongs to a line of text goes
//! there, and only the other keys ask for actions; Ctrl+c, Ctrl+z and Ctrl+l always do.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::before::Before;
use crate::input::action::{self, Action};
use crate::input::key::{Code, Key};
use crate::input::mouse::NOTCH;
use crate::look::frame::{self, Legend};
use crate::look::layout::Frame;
use crate::overlays::palette::Goal;
use crate::overlays::{filter, help, palette, problems, stops};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::search;
use crate::text::width;
use crate::widgets::prompt::{Prompt, Typed};

/// What may be covered, and how it is framed there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// The rows that the panels share.
    pub(super) area: Rect,
    /// How panels are framed.
    pub(super) frame: Frame,
    /// Whether one thing at a time has them all.
    pub(super) alone: bool,
}

/// What lies over the panels.
#[derive(Clone, Debug)]
pub(super) enum Overlay {
    /// All keys and signs.
    Help(help::State),
    /// What is wrong with the dossier.
    Problems(problems::State),
    /// What a panel is filtered by.
    Filter(filter::State),
    /// The stops of the tour.
    Stops(stops::State),
    /// Go to anything.
    Palette(palette::State),
    /// Look for words, and how it was before.
    Search(search::State, Box<Before>),
}

impl Overlay {
    /// Where it lies: on the panels, or on some of their rows; and how it is framed. What lies on some of them has a
    /// box, so that it ends where they go on.
    fn place(&self, room: Room) -> (Rect, Frame) {
        let area = match self {
            Self::Help(_) | Self::Problems(_) | Self::Stops(_) | Self::Search(..) => room.area,
            Self::Filter(_) | Self::Palette(_) if room.alone => room.area,
            Self::Filter(state) => state.area(),
            Self::Palette(_) => palette::area(room.area),
        };
        (area, if area == room.area { room.frame } else { Frame::Boxed })
    }

    /// The room inside its frame.
    fn inside(&self, room: Room) -> Rect {
        let (area, frame) = self.place(room);
        frame::inside(area, frame)
    }

    /// The line that takes text, if there is one.
    fn prompt(&mut self) -> Option<&mut Prompt> {
        match self {
            Self::Help(_) | Self::Problems(_) | Self::Stops(_) | Self::Filter(_) => None,
            Self::Palette(state) => Some(state.prompt()),
            Self::Search(state, _) => Some(state.prompt()),
        }
    }

    /// Carries out a key of its line of text, or a digit where stops are chosen by number; tells whether the key was one.
    pub(super) fn press(&mut self, key: Key) -> bool {
        if let (Self::Stops(state), Key { code: Code::Char(digit @ '0'..='9'), ctrl: false, .. }) =
            (&mut *self, key)
        {
            state.digit(digit);
            return true;
        }
        let typed = self.prompt().map_or(Typed::NotMine, |prompt| prompt.press(key));
        self.hear(typed);
        typed != Typed::NotMine
    }

    /// Whether there is a line that takes text.
    pub(super) fn takes_text(&mut self) -> bool {
        self.prompt().is_some()
    }

    /// Takes pasted text in. Where no line takes it, it is nothing: pasted letters are no commands.
    pub(super) fn paste(&mut self, text: &str) {
        let typed = self.prompt().map_or(Typed::NotMine, |prompt| prompt.paste(text));
        self.hear(typed);
    }

    /// Another text finds other things.
    fn hear(&mut self, typed: Typed) {
        if typed != Typed::Changed {
            return;
        }
        match self {
            // What searches is not in here: it stays when this is closed.
            Self::Help(_) | Self::Problems(_) | Self::Stops(_) | Self::Filter(_) | Self::Search(..) => {}
            Self::Palette(state) => palette::look(state),
        }
    }

    /// Carries out an action.
    pub(super) fn update(&mut self, action: Action, context: &Context, room: Room) -> Vec<Request> {
        let inside = self.inside(room);
        match (self, action) {
            (_, Action::Close) => vec![Request::Dismiss],
            (Self::Help(_), Action::Help | Action::Quit | Action::Back) => vec![Request::Dismiss],
            (Self::Help(state), _) => {
                help::update(state, action, inside);
                Vec::new()
            }
            (Self::Problems(_), Action::Problems | Action::Quit | Action::Back) => vec![Request::Dismiss],
            (Self::Problems(state), _) => {
                problems::update(state, action, inside);
                Vec::new()
            }
            (Self::Stops(state), _) => stops::update(state, action, inside),
            (Self::Filter(state), _) => filter::update(state, action, inside),
            (Self::Palette(state), _) => palette::update(state, action, inside),
            (Self::Search(state, _), _) => {
                search::update(state, action, context, inside);
                Vec::new()
            }
        }
    }

    /// Whether it lies over this cell.
    pub(super) fn covers(&self, room: Room, at: Position) -> bool {
        self.place(room).0.contains(at)
    }

    /// Carries out a turn of the wheel.
    pub(super) fn wheel(&mut self, down: bool, context: &Context, room: Room) {
        for _ in 0..NOTCH {
            self.update(if down { Action::Down } else { Action::Up }, context, room);
        }
    }

    /// What a key asks for here, where that is something else than elsewhere.
    pub(super) fn action(&self, key: Key) -> Option<Action> {
        // A box is ticked by the space bar.
        let ticks = matches!(self, Self::Filter(_)) && key == Key::char(' ');
        ticks.then_some(Action::Card)
    }

    /// Ends an update: what lies in sight after the screen became another size.
    pub(super) fn layout(&mut self, context: &Context, room: Room) {
        let inside = self.inside(room);
        match self {
            Self::Help(state) => help::layout(state, context, inside),
            Self::Problems(state) => problems::layout(state, context, inside),
            Self::Stops(state) => stops::layout(state, inside),
            Self::Filter(state) => filter::layout(state, inside),
            Self::Palette(state) => palette::layout(state, inside),
            Self::Search(state, _) => search::layout(state, context, inside),
        }
    }

    /// What its frame calls it.
    pub(super) fn name(&self, context: &Context) -> String {
        let strings = context.strings();
        match self {
            Self::Help(_) => strings.help.to_owned(),
            Self::Problems(_) => strings.problems.to_owned(),
            Self::Stops(_) => strings.stops.to_owned(),
            Self::Filter(state) => {
                format!("{}: {}", strings.filter, names::panel(context.language, state.panel()))
            }
            Self::Palette(_) => strings.go_to.to_owned(),
            Self::Search(..) => strings.search.to_owned(),
        }
    }

    /// Draws it over the panels.
    pub(super) fn draw(&self, context: &Context, room: Room, buffer: &mut Buffer) {
        let (area, frame) = self.place(room);
        let inside = frame::inside(area, frame);
        let note = match self {
            Self::Help(state) => help::note(state, context, inside),
            Self::Problems(state) => problems::note(state, context, inside),
            Self::Stops(state) => stops::note(state, context, inside),
            Self::Filter(state) => filter::note(state, context),
            Self::Palette(state) => palette::note(state, context),
            Self::Search(..) => search::note(context),
        };
        clear(area, buffer);
        let names = vec![(self.name(context), true)];
        let legend = Legend { names, note, focused: true, theme: context.theme, glyphs: context.glyphs };
        frame::draw(area, frame, &legend, buffer);
        match self {
            Self::Help(state) => help::draw(state, inside, buffer),
            Self::Problems(state) => problems::draw(state, inside, buffer),
            Self::Stops(state) => stops::draw(state, context, inside, buffer),
            Self::Filter(state) => filter::draw(state, context, inside, buffer),
            Self::Palette(state) => palette::draw(state, context, inside, buffer),
            Self::Search(state, _) => search::draw(state, context, inside, buffer),
        }
    }

    /// What the status line says, where that is not the selection.
    pub(super) fn status(&self, context: &Context) -> Option<String> {
        match self {
            // Which hit is in hand the app knows.
            Self::Help(_) | Self::Problems(_) | Self::Stops(_) | Self::Filter(_) | Self::Search(..) => None,
            Self::Palette(state) => Some(palette::status(state, context)),
        }
    }

    /// The actions the key bar names.
    pub(super) fn bar(&self) -> &'static [Action] {
        match self {
            Self::Help(_) => action::HELP_BAR,
            Self::Problems(_) => action::PROBLEMS_BAR,
            Self::Stops(_) => action::STOPS_BAR,
            Self::Filter(_) => action::FILTER_BAR,
            Self::Palette(_) => action::CHOICE_BAR,
            Self::Search(..) => action::SEARCH_BAR,
        }
    }

    /// What the key bar calls an action, where that is another word than the table's.
    pub(super) fn word(&self, action: Action, context: &Context) -> Option<&'static str> {
        let strings = context.strings();
        match (self, action) {
            (Self::Help(_) | Self::Problems(_), Action::Down) => Some(strings.scroll),
            (Self::Filter(_), Action::Card) => Some(strings.toggle),
            (Self::Filter(_), Action::Back) => Some(strings.show_all),
            (Self::Palette(state), Action::Card) => match state.in_hand() {
                Some(Goal::Command(_)) => Some(strings.run),
                _ => Some(strings.go_there),
            },
            (Self::Search(..) | Self::Stops(_), Action::Card) => Some(strings.go_there),
            (Self::Search(..), Action::NextPanel) => Some(strings.next_group),
            (Self::Search(..), Action::Close) => Some(strings.search_ends),
            _ => None,
        }
    }
}

/// Clears the area, and with it a wide letter that reaches into it: half of one cannot be drawn.
fn clear(area: Rect, buffer: &mut Buffer) {
    if let Some(x) = area.x.checked_sub(1) {
        for y in area.top()..area.bottom() {
            if let Some(cell) = buffer.cell_mut((x, y)).filter(|cell| width::cells(cell.symbol()) > 1) {
                cell.set_symbol(" ");
            }
        }
    }
    Clear.render(area, buffer);
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn no_half_of_a_wide_letter_is_left_at_the_edge() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        buffer.set_string(0, 0, "中国中国", Style::new());
        clear(Rect::new(3, 0, 2, 1), &mut buffer);
        let symbols: Vec<&str> = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(symbols, ["中", " ", " ", " ", " ", " ", "国", " "]);
    }
}
