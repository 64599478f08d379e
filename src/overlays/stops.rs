//! The index of stops: all of them by number and title, to go to one. What is typed is the number of a stop, or words that
//! its title has.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Data, Overlay};
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::cursor::{Cursor, Items};
use crate::widgets::prompt::{self, Prompt};
use crate::widgets::words::Words;
use crate::widgets::{part, to_cells};

/// The stops, what is typed, which of them that leaves, and the cursor among those.
#[derive(Clone, Debug)]
pub struct State {
    titles: Vec<String>,
    prompt: Prompt,
    listed: Vec<ListedStop>,
    cursor: Cursor,
    /// The stop the cursor was on last, which stays so where none is listed.
    last: usize,
}

/// A stop in the list, and where its title has the words that are typed.
#[derive(Clone, PartialEq, Eq, Debug)]
struct ListedStop {
    number: usize,
    marks: Vec<Range<usize>>,
}

/// What is typed.
enum Wanted {
    Nothing,
    /// A number, from 1; none where no stop can have it.
    Number(Option<usize>),
    Words,
}

impl State {
    /// The cursor on the stop that is shown or was last; none if there are no stops.
    pub(super) fn open(context: &Context, data: &Data) -> Option<Self> {
        let titles = titles(context);
        (!titles.is_empty()).then(|| Self::new(data.stop, titles))
    }

    /// With the cursor on a stop.
    fn new(at: usize, titles: Vec<String>) -> Self {
        let mut state = Self {
            titles,
            prompt: Prompt::default(),
            listed: Vec::new(),
            cursor: Cursor::default(),
            last: at,
        };
        state.list();
        state.put(at);
        state
    }

    fn items(&self, area: Rect) -> Items<fn(usize) -> u16> {
        Items::of_one_row(self.listed.len(), rows(area).height.max(1))
    }

    /// The stop under the cursor, from 0; none where none is listed.
    fn current(&self) -> Option<usize> {
        self.listed.get(self.cursor.at()).map(|stop| stop.number)
    }

    /// Puts the cursor on a stop, if that is listed.
    fn put(&mut self, number: usize) {
        if let Some(place) = self.listed.iter().position(|stop| stop.number == number) {
            self.cursor.step_to(place);
        }
    }

    fn wanted(&self) -> Wanted {
        let text = self.prompt.text().trim();
        if text.is_empty() {
            Wanted::Nothing
        } else if text.bytes().all(|byte| byte.is_ascii_digit()) {
            Wanted::Number(text.parse().ok().filter(|number| (1..=self.titles.len()).contains(number)))
        } else {
            Wanted::Words
        }
    }

    /// Lists what fits what is typed.
    fn list(&mut self) {
        let words = match self.wanted() {
            Wanted::Nothing | Wanted::Number(Some(_)) => Some(Words::default()),
            Wanted::Number(None) => None,
            Wanted::Words => Some(Words::new(self.prompt.text())),
        };
        let stops = self.titles.iter().enumerate();
        let listed = stops.filter_map(|(number, title)| {
            let marks = words.as_ref()?.marks(title)?;
            Some(ListedStop { number, marks })
        });
        self.listed = listed.collect();
        self.cursor = Cursor::default();
    }
}

/// Every stop's title, in the interface's language.
fn titles(context: &Context) -> Vec<String> {
    (0..context.dossier.tour().len()).map(|number| crate::tour::title(context, number)).collect()
}

/// The line that is typed in, after what it is for.
fn typed_line(context: &Context, area: Rect) -> Rect {
    let before = to_cells(width::cells(context.strings().to_stop)).min(area.width.saturating_sub(1));
    let x = area.x + 1 + before;
    Rect { x: x + 1, width: area.right().saturating_sub(x + 2), height: 1, ..area }
}

/// The rows below the line that is typed in.
fn rows(area: Rect) -> Rect {
    Rect { y: area.y + area.height.min(1), height: area.height.saturating_sub(1), ..area }
}

/// Carries out a key.
fn update(state: &mut State, action: Action, area: Rect) -> Vec<Request> {
    if action == Action::Card {
        return state.current().map(Request::Stop).into_iter().collect();
    }
    state.cursor.press(action, state.items(area));
    Vec::new()
}

/// Ends an update: the cursor is in sight.
fn layout(state: &mut State, area: Rect) {
    state.cursor.scroll(Some(state.cursor.at()), state.items(area));
}

/// What the frame says on the right: how many stops are listed, whose they are, and which part is in sight, if not all is.
fn badge(state: &State, context: &Context, area: Rect) -> String {
    let rows = usize::from(rows(area).height);
    let count = state.listed.len();
    let mut parts = Vec::new();
    if context.dossier.stops.is_empty() {
        parts.push(context.strings().derived_tour.to_owned());
    }
    if count < state.titles.len() {
        let [listed, all] = [count, state.titles.len()].map(|count| context.language.count(count));
        parts.push(format!("{listed} {} {all}", context.strings().out_of));
    } else if count > rows {
        let top = state.cursor.top();
        parts.push(part(context, top + 1..=(top + rows).min(count), count));
    }
    context.joined(&parts)
}

/// Draws into the inside of the frame.
fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let strings = context.strings();
    let room = usize::from(area.width.saturating_sub(1));
    buffer.set_stringn(area.x + 1, area.y, strings.to_stop, room, context.style(Role::Key));
    let line = typed_line(context, area);
    prompt::draw(&state.prompt, context, line, buffer);
    if state.prompt.text().is_empty() {
        let room = usize::from(line.width.saturating_sub(2));
        buffer.set_stringn(line.x + 2, line.y, strings.stop_what, room, context.style(Role::Quiet));
    }
    let area = rows(area);
    if state.listed.is_empty() {
        let text = match state.wanted() {
            Wanted::Words => context.said(strings.no_stop_with).replace("{}", state.prompt.text().trim()),
            Wanted::Nothing | Wanted::Number(_) => strings.no_such_stop.to_owned(),
        };
        crate::widgets::hint(context, &text, area, buffer);
    }
    for (y, place) in (area.y..area.bottom()).zip(state.cursor.top()..state.listed.len()) {
        draw_stop(state, context, place, Rect { y, height: 1, ..area }, buffer);
    }
}

/// A stop's number and title, in which the words that are typed stand out.
fn draw_stop(state: &State, context: &Context, place: usize, row: Rect, buffer: &mut Buffer) {
    let ListedStop { number, marks } = &state.listed[place];
    let is_current = place == state.cursor.at();
    if is_current {
        let pointer = context.glyph(glyphs::SELECTED);
        buffer.set_string(row.x, row.y, pointer, context.style(Role::FrameFocused));
    }
    let counter = format!("{:>3}  ", number + 1);
    let room = usize::from(row.width.saturating_sub(1));
    let (x, _) = buffer.set_stringn(row.x + 1, row.y, counter, room, context.style(Role::Quiet));
    let title = &state.titles[*number];
    let room = usize::from(row.right().saturating_sub(x + 1));
    let style = context.style(if is_current { Role::Selected } else { Role::Text });
    buffer.set_string(x, row.y, &*context.truncate(title, room), style);
    for mark in marks {
        let before = width::cells(&title[..mark.start]);
        let end = before + width::cells(&title[mark.clone()]);
        // Only as far as the title is not cut.
        if end < room || width::cells(title) <= room {
            let area = Rect::new(x + to_cells(before), row.y, to_cells(end - before), 1);
            buffer.set_style(area, context.style(Role::Match));
        }
    }
}

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        context.strings().stops.to_owned()
    }

    fn prompt(&mut self) -> Option<&mut Prompt> {
        Some(&mut self.prompt)
    }

    fn cursor(&self, context: &Context, area: Rect) -> Option<Position> {
        (!area.is_empty()).then(|| prompt::caret(&self.prompt, context, typed_line(context, area)))
    }

    /// Where nothing is typed, the keys for the ends of a line go to those of the list.
    fn press(&mut self, key: Key) -> bool {
        let place = match key.code {
            Code::Home if !key.ctrl => 0,
            Code::End if !key.ctrl => self.listed.len().saturating_sub(1),
            _ => return false,
        };
        let is_empty = self.prompt.text().is_empty();
        if is_empty {
            self.cursor.step_to(place);
        }
        is_empty
    }

    fn on_typed(&mut self) {
        self.last = self.current().unwrap_or(self.last);
        if let (Wanted::Number(None), Some(last)) = (self.wanted(), self.prompt.text().trim().chars().last())
        {
            // There is no such stop: the number begins anew.
            self.prompt = Prompt::default();
            self.prompt.paste(last.encode_utf8(&mut [0; 4]));
        }
        self.list();
        match self.wanted() {
            Wanted::Number(Some(number)) => self.put(number - 1),
            Wanted::Nothing => self.put(self.last),
            Wanted::Number(None) | Wanted::Words => {}
        }
    }

    fn clear(&mut self) -> bool {
        let was_typed = !self.prompt.text().is_empty();
        self.prompt = Prompt::default();
        if was_typed {
            self.on_typed();
        }
        was_typed
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

    fn badge(&self, context: &Context, area: Rect) -> String {
        badge(self, context, area)
    }

    /// The whole title, for which a row may have no room.
    fn status(&self, _: &Context) -> Option<String> {
        self.current().map(|number| self.titles[number].clone())
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let strings = context.strings();
        let mut hints = bar::named(context, &[Action::Card, Action::Close, Action::Down]);
        bar::rename(&mut hints, Action::Card, strings.go_there);
        if !self.prompt.text().is_empty() {
            bar::rename(&mut hints, Action::Close, strings.clear_typed);
        }
        hints
    }

    /// What is typed stays, and the cursor on its stop as far as it can.
    fn refresh(&mut self, context: &Context, _: &mut Data) -> bool {
        let (at, place) = (self.current(), self.cursor.at());
        self.titles = titles(context);
        self.list();
        self.cursor.step_to(place.min(self.listed.len().saturating_sub(1)));
        if let Some(at) = at {
            self.put(at);
        }
        !self.titles.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Rect = Rect { x: 0, y: 0, width: 40, height: 7 };

    fn titles() -> Vec<String> {
        let titles =
            ["Was steht da?", "Wer mietet", "Der Sprung in Johor", "Was fehlt", "Südostasien: wer noch?"];
        titles.map(str::to_owned).into()
    }

    fn typed(at: usize, text: &str) -> State {
        let mut state = State::new(at, titles());
        for letter in text.chars() {
            state.prompt.press(Key::char(letter));
            state.on_typed();
        }
        state
    }

    fn listed(state: &State) -> Vec<usize> {
        state.listed.iter().map(|stop| stop.number).collect()
    }

    #[test]
    fn a_number_leads_to_its_stop_and_lists_them_all() {
        for (text, at, shown) in [("3", 2, "3"), ("31", 0, "1"), ("05", 4, "05")] {
            let state = typed(1, text);
            assert_eq!((state.current(), state.prompt.text()), (Some(at), shown), "{text}");
            assert_eq!(listed(&state), [0, 1, 2, 3, 4], "{text}");
        }
        assert!(listed(&typed(1, "39")).is_empty(), "there is no ninth");
        assert!(update(&mut typed(0, "0"), Action::Card, AREA).is_empty());
        assert_eq!(update(&mut typed(0, "4"), Action::Card, AREA), [Request::Stop(3)]);
    }

    #[test]
    fn words_list_the_stops_that_have_them_the_first_current() {
        assert_eq!(listed(&typed(3, "wer")), [1, 4]);
        assert_eq!(typed(3, "wer").current(), Some(1));
        assert_eq!(listed(&typed(0, "wer sued")), [4]);
        assert_eq!(typed(0, "sprung joh").listed[0].marks, [4..10, 14..17]);
        assert!(listed(&typed(0, "prung")).is_empty());
        assert_eq!(listed(&typed(0, "  ")), [0, 1, 2, 3, 4], "blanks ask for nothing");
    }

    #[test]
    fn what_is_typed_is_cleared_once() {
        let mut state = typed(3, "zzz");
        assert!(state.clear());
        assert_eq!((state.current(), listed(&state).len()), (Some(3), 5), "back at the stop one came from");
        assert!(!state.clear());
    }

    #[test]
    fn the_ends_of_the_list_are_those_of_the_line_once_something_is_typed() {
        let mut state = typed(1, "");
        assert!(state.press(Key::plain(Code::End)) && state.current() == Some(4));
        assert!(state.press(Key::plain(Code::Home)) && state.current() == Some(0));
        assert!(!typed(1, "w").press(Key::plain(Code::End)));
    }
}
