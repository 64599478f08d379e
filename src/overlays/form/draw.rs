//! What is drawn of a form.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::field::{Derived, Field, Input, Reading};
use super::new_source::NewSource;
use super::places::{FieldPlace, places};
use super::texts::{label, message};
use super::{Stage, State};
use crate::dossier::When;
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::{width, wrap};
use crate::widgets::completion::{Candidate, Completion};
use crate::widgets::{choice, prompt, to_cells};

/// Draws into the inside of the frame.
pub(super) fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let places = places(state, context, area);
    for place in &places.fields {
        draw_field(state, context, place, buffer);
    }
    let fields_end = places.message.y;
    let quiet = context.style(Role::Quiet);
    if places.more.0 {
        buffer.set_string(area.right() - 1, area.y, context.glyph(glyphs::UP), quiet);
    }
    if places.more.1 && fields_end > area.y {
        buffer.set_string(area.right() - 1, fields_end - 1, context.glyph(glyphs::DOWN), quiet);
    }
    draw_message(state, context, places.message, buffer);
}

fn draw_message(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    let (text, role) = message(state, context);
    let room = area.width.saturating_sub(2).max(1);
    let lines = wrap::wrap(&text, room);
    let count = usize::from(area.height);
    for (place, (y, line)) in (area.y..area.bottom()).zip(&lines).enumerate() {
        // What does not fit is cut with a sign, not left out in silence.
        let is_last = place + 1 == count && lines.len() > count;
        let text = if is_last { &text[line.range.start..] } else { &text[line.range.clone()] };
        buffer.set_string(area.x + 1, y, &*context.truncate(text, usize::from(room)), context.style(role));
    }
}

/// What stands at the right of a field: where its text comes from, how a date is read, how many characters there are.
fn beside(field: &Field, context: &Context) -> Option<(String, Role)> {
    let forms = &context.strings().forms;
    if let Some((count, most)) = field.count() {
        let role = if count > most { Role::Notice } else { Role::Quiet };
        return Some((format!("{count}/{most}"), role));
    }
    if let Reading::Date(date) = field.reading() {
        let when = When::parse(&date).ok()?;
        let shown = context.date(&when);
        let text =
            if field.text() == date { shown } else { format!("{date}{}{shown}", context.glyph(glyphs::DOT)) };
        let counted = (field.derived() == Some(Derived::Published)).then(|| forms.from_published.to_owned());
        let parts: Vec<String> = std::iter::once(text).chain(counted).collect();
        return Some((context.joined(&parts), Role::Quiet));
    }
    if matches!(field.reading(), Reading::None | Reading::Either(..)) {
        return Some(("!".to_owned(), Role::Notice));
    }
    let derived = match field.derived()? {
        Derived::Words => forms.from_words,
        Derived::Suggestion => forms.from_suggestion,
        Derived::Sentence => forms.from_sentence,
        Derived::Dossier => forms.from_dossier,
        Derived::Published => forms.from_published,
        Derived::Usual => forms.as_usual,
    };
    Some((derived.to_owned(), Role::Quiet))
}

fn draw_field(state: &State, context: &Context, place: &FieldPlace, buffer: &mut Buffer) {
    let field = &state.fields[place.field];
    let is_focused = state.focus == place.field && state.stage == Stage::Typing;
    let role = if is_focused { Role::Key } else { Role::Quiet };
    let name = label(state.strings(), field.asked);
    let room = usize::from(place.label.width);
    buffer.set_string(place.label.x, place.label.y, &*context.truncate(name, room), context.style(role));
    if field.is_missing() {
        let sign = context.glyph(glyphs::NEEDED);
        buffer.set_string(place.label.right(), place.label.y, sign, context.style(Role::Notice));
    }
    if is_focused && place.label.x > 0 {
        let sign = context.glyph(glyphs::SELECTED);
        buffer.set_string(place.label.x - 1, place.label.y, sign, context.style(Role::FrameFocused));
    }
    let style = context.style(if field.derived().is_some() { Role::Quiet } else { Role::Text });
    match &field.input {
        Input::Choice(choice) if is_focused => choice::draw(choice, context, place.value, buffer),
        Input::Text { prompt, is_prose: true, .. } if place.value.height > 1 || is_focused => {
            draw_prose(prompt, context, place.value, is_focused, style, buffer);
        }
        _ => draw_line(field, context, place.value, is_focused, style, buffer),
    }
    if let Input::Names(names) = &field.input
        && is_focused
    {
        draw_candidates(names, context, place.candidates, buffer);
    }
}

/// Draws a field of one row, and what stands beside it where there is room.
fn draw_line(
    field: &Field,
    context: &Context,
    area: Rect,
    is_focused: bool,
    style: Style,
    buffer: &mut Buffer,
) {
    let mut room = area;
    if let Some((text, role)) = beside(field, context) {
        let cells = to_cells(width::cells(&text));
        let left = area.width.saturating_sub(cells + 2);
        let is_short = matches!(role, Role::Notice) || field.count().is_some();
        if usize::from(left) > field.cells() || is_short && left > 0 {
            buffer.set_string(area.right().saturating_sub(cells + 1), area.y, text, context.style(role));
            room.width = left;
        }
    }
    let room_cells = usize::from(room.width);
    if !is_focused {
        let shown = field.shown();
        buffer.set_string(room.x, room.y, &*context.truncate(&shown, room_cells), style);
        return;
    }
    let mut line = Rect { height: 1, ..room };
    if let Input::Names(names) = &field.input {
        let taken = before_typed(names, context, room_cells);
        let (x, _) = buffer.set_stringn(line.x, line.y, &taken, room_cells, context.style(Role::Text));
        line.width = line.right().saturating_sub(x);
        line.x = x;
    }
    if let Some(prompt) = field.prompt() {
        prompt::draw(prompt, context, line, buffer);
        if field.derived().is_some() {
            let before = to_cells(width::cells(prompt.text())).min(line.width.saturating_sub(1));
            buffer.set_style(Rect { width: before, ..line }, style);
        }
    }
}

/// What was taken, before what is typed: as much as that leaves of the room.
fn before_typed(names: &Completion, context: &Context, room: usize) -> String {
    // The cursor has a cell, and a long text scrolls in a third of the room.
    let typed = (width::cells(names.prompt.text()) + 1).min(room / 3);
    names.before_typed(room.saturating_sub(typed.max(1)), context.glyph(glyphs::ELLIPSIS))
}

/// Draws a text of several rows.
fn draw_prose(
    prompt: &prompt::Prompt,
    context: &Context,
    area: Rect,
    is_focused: bool,
    style: Style,
    buffer: &mut Buffer,
) {
    if is_focused {
        return prompt::draw_wrapped(prompt, context, area, buffer);
    }
    let lines = wrap::wrap(prompt.text(), area.width.max(1));
    let count = usize::from(area.height);
    for (place, (y, line)) in (area.y..area.bottom()).zip(&lines).enumerate() {
        let is_last = place + 1 == count && lines.len() > count;
        let text =
            &prompt.text()[if is_last { line.range.start..prompt.text().len() } else { line.range.clone() }];
        buffer.set_string(area.x, y, &*context.truncate(text, usize::from(area.width)), style);
    }
}

/// Draws what is typed could be completed with: a row each, and on one row what there is while nothing is typed.
fn draw_candidates(names: &Completion, context: &Context, area: Rect, buffer: &mut Buffer) {
    let forms = &context.strings().forms;
    let name = |candidate: &Candidate| match candidate {
        Candidate::Known(place) => names.name(*place).to_owned(),
        Candidate::New if names.typed().is_empty() => forms.new_source_any.to_owned(),
        Candidate::New => {
            let (said, typed) = match NewSource::of(names.typed()) {
                NewSource::Outlet(typed) => (forms.new_source_outlet, typed),
                NewSource::Title(typed) => (forms.new_source_title, typed),
                NewSource::Url(typed) => (forms.new_source_url, typed),
            };
            said.replace("{}", typed)
        }
    };
    let room = usize::from(area.width);
    let Some(current) = names.current() else {
        if area.height > 0 {
            let all: Vec<String> = names.candidates().iter().take(12).map(name).collect();
            let all = context.joined(&all);
            let all = context.said(&all);
            buffer.set_string(area.x, area.y, context.truncate_parts(&all, room), context.style(Role::Quiet));
        }
        return;
    };
    let top = (current + 1).saturating_sub(usize::from(area.height));
    for (y, place) in (area.y..area.bottom()).zip(top..names.candidates().len()) {
        let text = name(&names.candidates()[place]);
        let role = if place == current { Role::Selected } else { Role::Text };
        if place == current && area.x > 1 {
            let sign = context.glyph(glyphs::SELECTED);
            buffer.set_string(area.x - 2, y, sign, context.style(Role::FrameFocused));
        }
        buffer.set_string(area.x, y, &*context.truncate(&context.said(&text), room), context.style(role));
    }
}

/// The cell of the caret, or of the chosen word.
pub(super) fn caret(state: &State, context: &Context, area: Rect) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    let places = places(state, context, area);
    if state.stage != Stage::Typing {
        return Some(Position::new(places.message.x + 1, places.message.y));
    }
    let place = places.fields.iter().find(|place| place.field == state.focus)?;
    let field = state.focused();
    match &field.input {
        Input::Choice(choice) => {
            let at =
                choice.chosen.map(|chosen| choice.places(place.value.width).0[chosen]).unwrap_or_default();
            let y = place.value.y + at.y.min(place.value.height.saturating_sub(1));
            // On the letter, behind the sign.
            Some(Position::new(place.value.x + at.x + 1, y))
        }
        Input::Names(names) => {
            let taken = before_typed(names, context, usize::from(place.value.width));
            let cells = to_cells(width::cells(&taken));
            let line = Rect {
                x: place.value.x + cells,
                width: place.value.width.saturating_sub(cells),
                height: 1,
                ..place.value
            };
            Some(prompt::caret(&names.prompt, context, line))
        }
        Input::Text { prompt, is_prose: true, .. } => Some(prompt::caret_wrapped(prompt, place.value)),
        Input::Text { prompt, .. } | Input::Date { prompt, .. } => {
            Some(prompt::caret(prompt, context, Rect { height: 1, ..place.value }))
        }
    }
}
