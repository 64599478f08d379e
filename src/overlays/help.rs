//! The help: the table of signs and the table of keys, in as many columns as fit; in the tour, its own keys before them.

mod tour;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Data, Overlay};
use crate::input::action::{Action, TABLE};
use crate::load;
use crate::look::glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::{width, wrap};
use crate::widgets::scroll::Scroll;
use crate::widgets::to_cells;

/// The help as laid out, and how far it is scrolled.
#[derive(Clone, Debug, Default)]
pub struct State {
    scroll: Scroll,
    /// Whether it was opened from the tour.
    in_tour: bool,
}

impl State {
    /// At its beginning.
    pub(super) fn open(data: &Data) -> Self {
        Self { in_tour: data.in_tour, ..Self::default() }
    }
}

/// From this width on, signs and keys are side by side.
const TWO_COLUMNS: u16 = 110;

/// The tour's own keys, where those are wanted, and below them everything.
fn lines(context: &Context, in_tour: bool, cells: u16) -> Vec<Line<'static>> {
    let mut lines = if in_tour { tour_lines(context, cells) } else { Vec::new() };
    let left_cells = cells * 3 / 8;
    if cells < TWO_COLUMNS {
        let (signs, keys) = (sign_lines(context, cells), key_lines(context, in_tour, cells));
        let (first, second) = if in_tour { (keys, signs) } else { (signs, keys) };
        lines.extend(first.into_iter().chain([Line::default()]).chain(second));
        return lines;
    }
    let left = sign_lines(context, left_cells);
    let right = key_lines(context, in_tour, cells - left_cells);
    lines.extend((0..left.len().max(right.len())).map(|row| {
        let mut line = left.get(row).cloned().unwrap_or_default();
        let gap = usize::from(left_cells).saturating_sub(line.width());
        line.spans.push(Span::raw(" ".repeat(gap)));
        line.spans.extend(right.get(row).cloned().unwrap_or_default().spans);
        line
    }));
    lines
}

/// The keys of the tour, and a blank line.
fn tour_lines(context: &Context, cells: u16) -> Vec<Line<'static>> {
    let mut lines = vec![heading(context, context.strings().tour_help)];
    for (keys, text) in tour::keys(context) {
        lines.extend(row(context, keys, context.style(Role::Key), KEY_CELLS, &text, cells));
    }
    lines.push(Line::default());
    lines
}

fn sign_lines(context: &Context, cells: u16) -> Vec<Line<'static>> {
    let strings = context.strings();
    let signs = signs::legend(strings);
    let limits = [context.glyph(glyphs::ABOUT), strings.forecast_letter]
        .iter()
        .fold(strings.help_point.to_owned(), |text, sign| text.replacen("{}", sign, 1));
    let beside_axis = [glyphs::EARLIER, glyphs::LATER]
        .iter()
        .fold(strings.help_event_mark.to_owned(), |text, side| text.replacen("{}", context.glyph(*side), 1));
    let dates = [glyphs::ABOUT_DATE, glyphs::AT_LEAST, glyphs::AT_MOST]
        .iter()
        .fold(strings.help_dates.to_owned(), |text, sign| text.replacen("{}", context.glyph(*sign), 1));
    let others = [
        (glyphs::SELECTED, strings.help_selected.to_owned()),
        (glyphs::CURSOR, strings.help_cursor.to_owned()),
        (glyphs::LIT, strings.help_lit.to_owned()),
        (glyphs::NOTE, strings.help_note.to_owned()),
        (glyphs::POINT, limits),
        (glyphs::UNSURE_POINT, strings.help_unsure_point.to_owned()),
        (glyphs::UP, strings.help_bound.replace("{}", context.glyph(glyphs::DOWN))),
        (glyphs::MISSING, strings.help_missing.to_owned()),
        (glyphs::EVENT, beside_axis),
        (glyphs::ARTICLE_DAY, strings.help_article_day.to_owned()),
        (glyphs::LANE_PERIOD, strings.help_period.to_owned()),
        (glyphs::OPEN_AFTER, strings.help_open_end.replace("{}", context.glyph(glyphs::OPEN_BEFORE))),
        (glyphs::TO, dates),
    ];
    let kinds = load::EVENT_KINDS.map(|kind| {
        let name = names::event_kind(context.language, kind);
        (signs::of_event_kind(kind).glyph, strings.help_kind.replace("{}", name))
    });
    let mut lines = vec![heading(context, strings.help_signs)];
    for (sign, text) in signs {
        lines.extend(row(
            context,
            context.glyph(sign.glyph).to_owned(),
            context.style(sign.role),
            4,
            text,
            cells,
        ));
    }
    for (glyph, text) in others.into_iter().chain(kinds) {
        lines.extend(row(
            context,
            context.glyph(glyph).to_owned(),
            context.style(Role::Key),
            4,
            &text,
            cells,
        ));
    }
    lines
}

/// Cells for the keys of an action.
const KEY_CELLS: usize = 17;

fn key_lines(context: &Context, in_tour: bool, cells: u16) -> Vec<Line<'static>> {
    let strings = context.strings();
    let name = if in_tour { strings.tour_help_reading } else { strings.help_keys };
    let mut lines = vec![heading(context, name)];
    for entry in TABLE {
        let keys: Vec<String> =
            context.keymap.keys(entry.action).iter().map(|key| context.label(*key)).collect();
        let text = context.help(entry);
        lines.extend(row(context, keys.join("  "), context.style(Role::Key), KEY_CELLS, &text, cells));
    }
    lines
}

fn heading(context: &Context, text: &'static str) -> Line<'static> {
    Line::styled(text, context.style(Role::Heading))
}

/// A word at the left and its meaning at the right, wrapped below itself.
fn row(
    context: &Context,
    word: String,
    style: ratatui::style::Style,
    indent: usize,
    text: &str,
    cells: u16,
) -> Vec<Line<'static>> {
    let room = cells.saturating_sub(to_cells(indent) + 2).max(10);
    let gap = indent.saturating_sub(width::cells(&word)).max(1);
    let mut first = vec![Span::styled(word, style), Span::raw(" ".repeat(gap))];
    wrap::wrap(text, room)
        .into_iter()
        .enumerate()
        .map(|(number, line)| {
            let text = Span::styled(text[line.range].to_owned(), context.style(Role::Text));
            if number == 0 {
                first.push(text);
                Line::from(std::mem::take(&mut first))
            } else {
                Line::from(vec![Span::raw(" ".repeat(indent)), text])
            }
        })
        .collect()
}

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        context.strings().help.to_owned()
    }

    fn update(&mut self, action: Action, area: Rect) -> Vec<Request> {
        if matches!(action, Action::Help | Action::Quit | Action::Back) {
            return vec![Request::Dismiss];
        }
        self.scroll.press(action, area);
        Vec::new()
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        let in_tour = self.in_tour;
        self.scroll.layout(context, area, |cells| lines(context, in_tour, cells));
    }

    fn draw(&self, _: &Context, area: Rect, buffer: &mut Buffer) {
        self.scroll.draw(area, buffer);
    }

    fn badge(&self, context: &Context, area: Rect) -> String {
        self.scroll.badge(context, area)
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let mut hints = bar::named(context, &[Action::Down, Action::PageDown, Action::Close]);
        bar::rename(&mut hints, Action::Down, context.strings().scroll);
        hints
    }

    fn refresh(&mut self, _: &Context, _: &mut Data) -> bool {
        true
    }
}
