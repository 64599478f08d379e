//! The help: the signs, and the keys by what they are for, in as many columns as fit; in the tour, its own keys before them.
//! It is searched by words.

mod marking;
mod suggesting;
mod tour;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Data, Overlay};
use crate::input::action::{Action, ActionInfo, Group, TABLE};
use crate::load;
use crate::look::glyphs::{self, Glyph};
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::{width, wrap};
use crate::widgets::prompt::{self, Prompt};
use crate::widgets::scroll::Scroll;
use crate::widgets::to_cells;
use crate::widgets::words::Words;

/// What has keys of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mode {
    Tour,
    Marking,
    Suggesting,
}

/// The help as laid out, and how far it is scrolled.
#[derive(Clone, Debug, Default)]
pub struct State {
    scroll: Scroll,
    /// What it was opened from, if that has keys of its own.
    mode: Option<Mode>,
    /// What is looked for; none while nothing is.
    prompt: Option<Prompt>,
}

impl State {
    /// At its beginning.
    pub(super) fn open(data: &Data) -> Self {
        let mode = match (data.in_tour, data.is_marking, data.is_suggesting) {
            (true, ..) => Some(Mode::Tour),
            (false, true, _) => Some(Mode::Marking),
            (false, false, true) => Some(Mode::Suggesting),
            (false, false, false) => None,
        };
        Self { mode, ..Self::default() }
    }

    /// What is typed.
    fn typed(&self) -> &str {
        self.prompt.as_ref().map_or("", Prompt::text)
    }

    /// The rows below the line that is typed in, if there is one.
    fn rows(&self, area: Rect) -> Rect {
        let line = u16::from(self.prompt.is_some()).min(area.height);
        Rect { y: area.y + line, height: area.height - line, ..area }
    }
}

/// From this width on, signs and keys are side by side.
const TWO_COLUMNS: u16 = 110;
/// Cells for the keys of an action.
const KEY_CELLS: usize = 17;
/// Cells for a sign.
const SIGN_CELLS: usize = 4;

/// A part of the help: what it is called, and its rows.
struct Section {
    heading: String,
    rows: Vec<HelpRow>,
}

/// A sign or keys, and what they mean.
struct HelpRow {
    word: String,
    style: Style,
    /// Cells for the word.
    indent: usize,
    text: String,
}

impl Section {
    /// The rows that have all of these words; none where no row has.
    fn with(self, words: &Words) -> Option<Self> {
        let has_words = |row: &HelpRow| words.marks(&format!("{} {}", row.word, row.text)).is_some();
        let rows: Vec<HelpRow> = self.rows.into_iter().filter(has_words).collect();
        (!rows.is_empty()).then_some(Self { rows, ..self })
    }
}

/// Those of its rows that have the words that are typed.
fn lines(context: &Context, mode: Option<Mode>, typed: &str, cells: u16) -> Vec<Line<'static>> {
    let words = Words::new(typed);
    let found = |sections: Vec<Section>| -> Vec<Section> {
        sections.into_iter().filter_map(|section| section.with(&words)).collect()
    };
    let in_mode = found(mode.map(|mode| mode_keys(context, mode)).into_iter().collect());
    let (signs, mut keys) = (found(vec![signs(context)]), found(keys(context)));
    // In the tour and while words are marked many of them mean something else, which stands before them.
    if let Some(first) = keys.first_mut().filter(|_| mode.is_some()) {
        first.heading = format!("{}: {}", context.strings().tour_help_reading, first.heading);
    }
    if in_mode.is_empty() && signs.is_empty() && keys.is_empty() {
        let text = context.said(context.strings().help_search_none).replacen("{}", typed.trim(), 1);
        return vec![Line::styled(text, context.style(Role::Quiet))];
    }
    let written = |sections: &[Section], cells: u16| -> Vec<Line<'static>> {
        let written = sections.iter().map(|section| write(context, section, cells)).collect::<Vec<_>>();
        written.join(&Line::default())
    };
    let left_cells = cells * 3 / 8;
    let mut parts = vec![written(&in_mode, cells)];
    if cells < TWO_COLUMNS || signs.is_empty() || keys.is_empty() {
        let (signs, keys) = (written(&signs, cells), written(&keys, cells));
        parts.extend(if mode.is_some() { [keys, signs] } else { [signs, keys] });
    } else {
        parts.push(beside(written(&signs, left_cells), written(&keys, cells - left_cells), left_cells));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(&Line::default())
}

/// Lines in two columns.
fn beside(left: Vec<Line<'static>>, right: Vec<Line<'static>>, left_cells: u16) -> Vec<Line<'static>> {
    let rows = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let row = |_| {
        let mut line = left.next().unwrap_or_default();
        let gap = usize::from(left_cells).saturating_sub(line.width());
        line.spans.push(Span::raw(" ".repeat(gap)));
        line.spans.extend(right.next().unwrap_or_default().spans);
        line
    };
    (0..rows).map(row).collect()
}

/// The keys of the tour, of marking, or of suggestions.
fn mode_keys(context: &Context, mode: Mode) -> Section {
    let key = |(word, text)| HelpRow { word, style: context.style(Role::Key), indent: KEY_CELLS, text };
    let strings = context.strings();
    let (heading, keys) = match mode {
        Mode::Tour => (strings.tour_help, tour::keys(context)),
        Mode::Marking => (strings.marking.help, marking::keys(context)),
        Mode::Suggesting => (strings.suggesting.help, suggesting::keys(context)),
    };
    Section { heading: heading.to_owned(), rows: keys.into_iter().map(key).collect() }
}

fn signs(context: &Context) -> Section {
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
        (glyphs::SUGGESTED, strings.suggesting.help_sign.to_owned()),
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
    let row = |glyph: Glyph, role: Role, text: String| HelpRow {
        word: context.glyph(glyph).to_owned(),
        style: context.style(role),
        indent: SIGN_CELLS,
        text,
    };
    let signs = signs.into_iter().map(|(sign, text)| row(sign.glyph, sign.role, text.to_owned()));
    let others = others.into_iter().chain(kinds).map(|(glyph, text)| row(glyph, Role::Key, text));
    Section { heading: strings.help_signs.to_owned(), rows: signs.chain(others).collect() }
}

/// The keys of reading, by what they are for.
fn keys(context: &Context) -> Vec<Section> {
    let row = |entry: &ActionInfo| {
        let keys = context.keymap.keys(entry.action).iter().map(|key| context.label(*key));
        HelpRow {
            word: keys.collect::<Vec<_>>().join("  "),
            style: context.style(Role::Key),
            indent: KEY_CELLS,
            text: context.help(entry),
        }
    };
    let section = |group: Group| Section {
        heading: group.name().get(context.language).to_owned(),
        rows: TABLE.iter().filter(|entry| entry.group == group).map(row).collect(),
    };
    Group::ALL.map(section).into()
}

/// Its heading and its rows.
fn write(context: &Context, section: &Section, cells: u16) -> Vec<Line<'static>> {
    let heading = Line::styled(section.heading.clone(), context.style(Role::Heading));
    let rows = section.rows.iter().flat_map(|row| row.lines(context, cells));
    std::iter::once(heading).chain(rows).collect()
}

impl HelpRow {
    /// The word at the left and its meaning at the right, wrapped below itself.
    fn lines(&self, context: &Context, cells: u16) -> Vec<Line<'static>> {
        let room = cells.saturating_sub(to_cells(self.indent) + 2).max(10);
        let gap = self.indent.saturating_sub(width::cells(&self.word)).max(1);
        let mut first = vec![Span::styled(self.word.clone(), self.style), Span::raw(" ".repeat(gap))];
        wrap::wrap(&self.text, room)
            .into_iter()
            .enumerate()
            .map(|(number, line)| {
                let text = Span::styled(self.text[line.range].to_owned(), context.style(Role::Text));
                if number == 0 {
                    first.push(text);
                    Line::from(std::mem::take(&mut first))
                } else {
                    Line::from(vec![Span::raw(" ".repeat(self.indent)), text])
                }
            })
            .collect()
    }
}

/// The line that is typed in, after what it is for.
fn typed_line(context: &Context, area: Rect) -> Rect {
    let before = to_cells(width::cells(context.strings().help_search)).min(area.width.saturating_sub(1));
    let x = area.x + 1 + before;
    Rect { x: x + 1, width: area.right().saturating_sub(x + 2), height: 1, ..area }
}

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        context.strings().help.to_owned()
    }

    fn update(&mut self, action: Action, area: Rect) -> Vec<Request> {
        if matches!(action, Action::Help | Action::Quit | Action::Back) {
            return vec![Request::Dismiss];
        }
        if action == Action::Search && self.prompt.is_none() {
            self.prompt = Some(Prompt::default());
        }
        self.scroll.press(action, self.rows(area));
        Vec::new()
    }

    fn prompt(&mut self) -> Option<&mut Prompt> {
        self.prompt.as_mut()
    }

    fn on_typed(&mut self) {
        self.scroll.rebase();
        self.scroll.rewind();
    }

    fn clear(&mut self) -> bool {
        let was_open = self.prompt.take().is_some();
        if was_open {
            self.on_typed();
        }
        was_open
    }

    fn cursor(&self, context: &Context, area: Rect) -> Option<Position> {
        let prompt = self.prompt.as_ref().filter(|_| !area.is_empty())?;
        Some(prompt::caret(prompt, context, typed_line(context, area)))
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        let (mode, rows, typed) = (self.mode, self.rows(area), self.typed().to_owned());
        self.scroll.layout(context, rows, |cells| lines(context, mode, &typed, cells));
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        self.scroll.draw(self.rows(area), buffer);
        let Some(prompt) = self.prompt.as_ref().filter(|_| !area.is_empty()) else { return };
        let strings = context.strings();
        let room = usize::from(area.width.saturating_sub(1));
        buffer.set_stringn(area.x + 1, area.y, strings.help_search, room, context.style(Role::Key));
        let line = typed_line(context, area);
        prompt::draw(prompt, context, line, buffer);
        if prompt.text().is_empty() {
            let room = usize::from(line.width.saturating_sub(2));
            buffer.set_stringn(
                line.x + 2,
                line.y,
                strings.help_search_what,
                room,
                context.style(Role::Quiet),
            );
        }
    }

    fn badge(&self, context: &Context, area: Rect) -> String {
        self.scroll.badge(context, self.rows(area))
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let strings = context.strings();
        if self.prompt.is_some() {
            let mut hints = bar::named(context, &[Action::Down, Action::PageDown, Action::Close]);
            bar::rename(&mut hints, Action::Down, strings.scroll);
            bar::rename(&mut hints, Action::Close, strings.clear_typed);
            return hints;
        }
        let mut hints = bar::named(context, &[Action::Down, Action::PageDown, Action::Search, Action::Close]);
        bar::rename(&mut hints, Action::Down, strings.scroll);
        hints
    }

    fn refresh(&mut self, _: &Context, _: &mut Data) -> bool {
        true
    }
}
