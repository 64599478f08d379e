//! What is wrong with the dossier, for its author: every problem with its place, what it is and what to do about it.
//! Problems are in the words of the check; only what is around them is in the language of the interface.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Data, Overlay};
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::load::{Grade, Problem, Tally};
use crate::look::glyphs::{self, Glyphs};
use crate::look::signs;
use crate::look::theme::{Role, Theme};
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::effect::FilePlace;
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::wrap;
use crate::widgets::cursor::{Cursor, Items, Measure};
use crate::widgets::memo::Memo;
use crate::widgets::{part, to_cells};

/// The problems of a dossier, or why it cannot be opened.
#[derive(Clone, Debug)]
pub struct ProblemList {
    /// The dossier cannot be opened as it is; what is on screen was read before.
    pub refused: bool,
    /// The problems that are listed.
    pub problems: Vec<Problem>,
    /// How many there are.
    pub tally: Tally,
}

/// The list as laid out, and the cursor among the problems.
#[derive(Clone, Debug)]
pub struct State {
    report: ProblemList,
    entries: Memo<(u16, Language, Theme, Glyphs), Vec<Entry>>,
    cursor: Cursor,
}

/// A problem as laid out, with the blank line between it and the one before.
#[derive(Clone, Debug)]
struct Entry {
    lines: Vec<Line<'static>>,
    /// Which of the lines says where it is.
    place: usize,
}

impl State {
    /// At the first problem of what is selected, else at the beginning of the list; none if nothing is wrong.
    pub(super) fn open(context: &Context, data: &Data) -> Option<Self> {
        let report = data.report;
        let is_needed = report.refused || !report.problems.is_empty();
        let is_selected =
            |problem: &Problem| problem.item.as_ref().is_some_and(|item| context.selection() == Some(item));
        let at = report.problems.iter().position(is_selected).unwrap_or(0);
        let state = || Self { report: report.clone(), entries: Memo::default(), cursor: Cursor::new(at, 0) };
        is_needed.then(state)
    }

    fn entries(&self) -> &[Entry] {
        self.entries.last().map_or(&[][..], Vec::as_slice)
    }

    fn current(&self) -> Option<&Problem> {
        self.report.problems.get(self.cursor.at())
    }

    /// How many lines there are, and how many of them are above the window.
    fn lines(&self) -> (usize, usize) {
        let count = |entries: &[Entry]| entries.iter().map(|entry| entry.lines.len()).sum::<usize>();
        let entries = self.entries();
        let above = count(&entries[..self.cursor.top().min(entries.len())]);
        (count(entries), above + usize::from(self.cursor.skip()))
    }

    /// The lines in sight, each with whether it says where the problem under the cursor is.
    fn in_sight(&self, area: Rect) -> impl Iterator<Item = (u16, &Line<'static>, bool)> {
        let entries = self.entries().iter().enumerate().skip(self.cursor.top());
        let lines = entries.flat_map(|(number, entry)| {
            let is_current = number == self.cursor.at();
            let lines = entry.lines.iter().enumerate();
            lines.map(move |(row, line)| (line, is_current && row == entry.place))
        });
        let rows = area.y..area.bottom();
        rows.zip(lines.skip(usize::from(self.cursor.skip()))).map(|(y, (line, is_place))| (y, line, is_place))
    }
}

/// The problems as the cursor sees them.
fn items(entries: &[Entry], area: Rect) -> Items<impl FnMut(usize) -> u16 + '_> {
    let height = |place: usize| entries.get(place).map_or(1, |entry| to_cells(entry.lines.len()));
    Items { count: entries.len(), rows: area.height.max(1), measure: Measure::default(), height }
}

/// The indent of where a problem is, in cells: before it is room for the cursor.
const PLACE: u16 = 1;
/// The indent of what a problem is below where it is.
const INDENT: u16 = 3;
/// The maximum width of a line that can be read comfortably.
const MEASURE: u16 = 100;

fn entries(report: &ProblemList, context: &Context, cells: u16) -> Vec<Entry> {
    let room = cells.saturating_sub(2).clamp(10, MEASURE);
    let mut above = head(report, context, room);
    let mut entries: Vec<Entry> = Vec::with_capacity(report.problems.len());
    for problem in &report.problems {
        let mut lines = std::mem::take(&mut above);
        lines.push(Line::default());
        let place = lines.len();
        lines.extend(self::place(problem, context, room));
        put(&mut lines, context, Role::Text, INDENT, &problem.message, room);
        if !problem.hint.is_empty() {
            let hint = format!("{} {}", context.glyph(glyphs::ARROW), problem.hint);
            put(&mut lines, context, Role::Quiet, INDENT, &hint, room);
        }
        entries.push(Entry { lines, place });
    }
    // Without problems there is a head all the same.
    if entries.is_empty() {
        entries.push(Entry { lines: above, place: usize::MAX });
    }
    if let (unlisted @ 1.., Some(last)) = (report.tally.unlisted, entries.last_mut()) {
        last.lines.push(Line::default());
        let text = context.strings().unlisted_problems.replace("{}", &context.language.count(unlisted));
        put(&mut last.lines, context, Role::Heading, 0, &text, room);
    }
    entries
}

/// How many problems there are, and what they mean for what is on screen.
fn head(report: &ProblemList, context: &Context, room: u16) -> Vec<Line<'static>> {
    let strings = context.strings();
    let Tally { errors, warnings, .. } = report.tally;
    let mut lines = Vec::new();
    let counts = [(errors, &strings.errors), (warnings, &strings.warnings)];
    let counts = counts.into_iter().filter(|(number, _)| *number > 0);
    let counts: Vec<String> =
        counts.map(|(number, word)| names::counted(context.language, number, word)).collect();
    let head = if counts.is_empty() { strings.no_problems.to_owned() } else { context.joined(&counts) };
    put(&mut lines, context, Role::Heading, 0, &head, room);
    if report.refused {
        put(&mut lines, context, Role::Text, 0, strings.last_good, room);
    }
    lines
}

/// `dossier.toml:12:3  ! error [anchor-lost]`, the rule on a line of its own where there is no room for it.
fn place(problem: &Problem, context: &Context, room: u16) -> Vec<Line<'static>> {
    let strings = context.strings();
    let grade = match problem.grade() {
        Grade::Note | Grade::Warning => Span::styled(strings.warning, context.style(Role::Quiet)),
        Grade::Error | Grade::Fatal => {
            let sign = context.glyph(signs::BROKEN.glyph);
            Span::styled(format!("{sign} {}", strings.error), context.style(signs::BROKEN.role))
        }
    };
    let at = &problem.location;
    let place = Span::styled(format!("{}:{}:{}", at.file, at.line, at.column), context.style(Role::Key));
    let rule = Span::styled(format!("[{}]", problem.rule), context.style(Role::Quiet));
    let blanks = |cells: u16| Span::raw(" ".repeat(usize::from(cells)));
    let mut line = Line::from(vec![blanks(PLACE), place, Span::raw("  "), grade]);
    if line.width() + 1 + rule.width() <= usize::from(room) {
        line.spans.extend([Span::raw(" "), rule]);
        vec![line]
    } else {
        vec![line, Line::from(vec![blanks(INDENT), rule])]
    }
}

/// A text, wrapped.
fn put(lines: &mut Vec<Line<'static>>, context: &Context, role: Role, indent: u16, text: &str, room: u16) {
    let style = context.style(role);
    for line in wrap::wrap(text, room.saturating_sub(indent).max(1)) {
        let blank = " ".repeat(usize::from(indent));
        lines.push(Line::from(vec![Span::raw(blank), Span::styled(text[line.range].to_owned(), style)]));
    }
}

impl Overlay for State {
    fn name(&self, context: &Context) -> String {
        context.strings().problems.to_owned()
    }

    fn update(&mut self, action: Action, area: Rect) -> Vec<Request> {
        match action {
            Action::Problems | Action::Quit | Action::Back => return vec![Request::Dismiss],
            Action::Edit => {
                let place = self.current().map(|problem| FilePlace::from(&problem.location));
                return place.map(Request::Edit).into_iter().collect();
            }
            Action::Card => {
                let item = self.current().and_then(|problem| problem.item.clone());
                return item.map_or_else(Vec::new, |item| vec![Request::Dismiss, Request::Open(item)]);
            }
            _ => {}
        }
        let entries = self.entries.last().map_or(&[][..], Vec::as_slice);
        self.cursor.press_by_line(action, items(entries, area));
        Vec::new()
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        let Self { report, entries: known, cursor } = self;
        let wanted = (area.width, context.language, context.theme, context.glyphs);
        let entries = known.get(wanted, || entries(report, context, area.width));
        let current = (!cursor.is_by_hand()).then(|| cursor.at());
        cursor.scroll_by_line(current, items(entries, area));
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        for (y, line, is_place) in self.in_sight(area) {
            buffer.set_line(area.x + 1, y, line, area.width.saturating_sub(1));
            if is_place {
                let pointer = context.glyph(glyphs::SELECTED);
                buffer.set_string(area.x, y, pointer, context.style(Role::FrameFocused));
            }
        }
    }

    /// Which lines are in sight, if not all are.
    fn badge(&self, context: &Context, area: Rect) -> String {
        let ((total, above), height) = (self.lines(), usize::from(area.height));
        if total <= height {
            return String::new();
        }
        part(context, above + 1..=(above + height).min(total), total)
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let actions = [Action::Down, Action::Edit, Action::Card, Action::Close, Action::Reload];
        let is_known = self.current().is_some_and(|problem| problem.item.is_some());
        let actions: Vec<Action> =
            actions.into_iter().filter(|action| is_known || *action != Action::Card).collect();
        bar::named(context, &actions)
    }

    fn cursor(&self, _: &Context, area: Rect) -> Option<Position> {
        let mut lines = self.in_sight(area);
        lines.find_map(|(y, _, is_place)| is_place.then(|| Position::new(area.x, y)))
    }

    /// The cursor stays on its problem if that is still there.
    fn refresh(&mut self, _: &Context, data: &mut Data) -> bool {
        let current = self.current().cloned();
        self.report.clone_from(data.report);
        self.entries.forget();
        let problems = &self.report.problems;
        let same = |problem: &Problem| {
            current.as_ref().is_some_and(|current| {
                (current.rule, &current.message, &current.location.file)
                    == (problem.rule, &problem.message, &problem.location.file)
            })
        };
        let at = problems.iter().position(same).unwrap_or(self.cursor.at());
        if at != self.cursor.at() || at >= problems.len() {
            self.cursor.step_to(at.min(problems.len().saturating_sub(1)));
        }
        true
    }
}
