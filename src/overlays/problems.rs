//! What is wrong with the dossier, for its author: every problem with its place, what it is and what to do about it.
//! Problems are in the words of the check; only what is around them is in the language of the interface.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Data, Overlay};
use crate::input::action::Action;
use crate::load::{Grade, Problem, Tally};
use crate::look::glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::bar::{self, Hint};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::wrap;
use crate::widgets::scroll::Scroll;

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

/// The list as laid out, and how far it is scrolled.
#[derive(Clone, Debug)]
pub struct State {
    report: ProblemList,
    scroll: Scroll,
}

impl State {
    /// At the beginning of the list; none if nothing is wrong.
    pub(super) fn open(data: &Data) -> Option<Self> {
        let report = data.report;
        let is_needed = report.refused || !report.problems.is_empty();
        is_needed.then(|| Self { report: report.clone(), scroll: Scroll::default() })
    }
}

/// The indent of what a problem is below where it is, in cells.
const INDENT: u16 = 2;
/// The maximum width of a line that can be read comfortably.
const MEASURE: u16 = 100;

fn lines(report: &ProblemList, context: &Context, cells: u16) -> Vec<Line<'static>> {
    let strings = context.strings();
    let Tally { errors, warnings, unlisted, .. } = report.tally;
    let room = cells.saturating_sub(2).clamp(10, MEASURE);
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
    for problem in &report.problems {
        lines.push(Line::default());
        lines.push(place(problem, context));
        put(&mut lines, context, Role::Text, INDENT, &problem.message, room);
        if !problem.hint.is_empty() {
            let hint = format!("{} {}", context.glyph(glyphs::ARROW), problem.hint);
            put(&mut lines, context, Role::Quiet, INDENT, &hint, room);
        }
    }
    if unlisted > 0 {
        lines.push(Line::default());
        let text = strings.unlisted_problems.replace("{}", &context.language.count(unlisted));
        put(&mut lines, context, Role::Heading, 0, &text, room);
    }
    lines
}

/// `dossier.toml:12:3  ! error`
fn place(problem: &Problem, context: &Context) -> Line<'static> {
    let strings = context.strings();
    let grade = match problem.grade() {
        Grade::Note | Grade::Warning => Span::styled(strings.warning, context.style(Role::Quiet)),
        Grade::Error | Grade::Fatal => {
            let sign = context.glyph(signs::BROKEN.glyph);
            Span::styled(format!("{sign} {}", strings.error), context.style(signs::BROKEN.role))
        }
    };
    let at = &problem.location;
    let place = format!("{}:{}:{}", at.file, at.line, at.column);
    Line::from(vec![Span::styled(place, context.style(Role::Key)), Span::raw("  "), grade])
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
        if matches!(action, Action::Problems | Action::Quit | Action::Back) {
            return vec![Request::Dismiss];
        }
        self.scroll.press(action, area);
        Vec::new()
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        self.scroll.layout(context, area, |cells| lines(&self.report, context, cells));
    }

    fn draw(&self, _: &Context, area: Rect, buffer: &mut Buffer) {
        self.scroll.draw(area, buffer);
    }

    fn badge(&self, context: &Context, area: Rect) -> String {
        self.scroll.badge(context, area)
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let actions = [Action::Down, Action::PageDown, Action::Close, Action::Reload];
        let mut hints = bar::named(context, &actions);
        bar::rename(&mut hints, Action::Down, context.strings().scroll);
        hints
    }

    fn refresh(&mut self, _: &Context, data: &mut Data) -> bool {
        self.report.clone_from(data.report);
        self.scroll.rebase();
        true
    }
}
