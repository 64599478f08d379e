//! The tour: a stop on the screen as a slide, one idea and one picture at a time; its details one key away; the speaker's notes
//! and clock if they are wanted; and nothing at all while the screen is black.

mod big;
mod details;
mod pictures;
mod slide;
pub mod speaker;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};
use ratatui::text::Line;

pub use slide::Cut;

use crate::dossier::Stop;
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::look::frame::{self, Legend};
use crate::look::glyphs::{self, Glyphs};
use crate::look::layout::Frame;
use crate::look::theme::{Role, Theme};
use crate::protocol::bar::Hint;
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::slide::Slide;
use crate::text::{width, wrap};
use crate::widgets::pages;
use slide::Painted;

/// Which stop it is, and how it is shown.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// Whether the tour is running.
    running: bool,
    number: usize,
    black: bool,
    notes: bool,
    /// The number that is typed.
    typed: String,
    /// Since the tour began, in seconds.
    elapsed: u64,
    /// What of the stop is shown.
    shown: Shown,
    /// How many of its points are shown.
    points: usize,
    top: usize,
    laid_out: Option<LaidOut>,
    /// The details; empty while the slide is shown.
    lines: Vec<Line<'static>>,
    /// The slide; none while the details are shown, or before anything is laid out.
    slide: Option<Painted>,
}

/// What of a stop is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Shown {
    /// Its slide.
    #[default]
    Slide,
    /// In the place of that its details.
    Details,
}

/// What the slide or the lines were made for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct LaidOut {
    number: usize,
    shown: Shown,
    points: usize,
    size: (u16, u16),
    language: Language,
    theme: Theme,
    glyphs: Glyphs,
}

/// The most digits of a stop's number.
const DIGITS: usize = 4;

impl State {
    /// Whether the tour is running.
    pub fn is_running(&self) -> bool {
        self.running
    }

    /// Starts or resumes the tour.
    pub fn start(&mut self) {
        self.running = true;
    }

    /// Leaves the tour. The next start is neither black nor at half a number.
    pub fn stop(&mut self) {
        self.running = false;
        self.black = false;
        self.typed.clear();
    }

    /// The stop's number, from 0.
    pub fn number(&self) -> usize {
        self.number
    }

    /// Shows the slide of a stop: where its points come one by one, without any, or with all of them.
    pub fn show(&mut self, context: &Context, number: usize, whole: bool) {
        self.number = number;
        self.top = 0;
        self.typed.clear();
        self.shown = Shown::Slide;
        let stop = context.dossier.tour().get(number);
        self.points = stop.map_or(0, |stop| if stop.steps && !whole { 0 } else { stop.points.len() });
    }

    /// Shows the next point, or takes the last one back. False if there is none.
    pub fn step(&mut self, context: &Context, forward: bool) -> bool {
        let Some(stop) = context.dossier.tour().get(self.number).filter(|stop| stop.steps) else {
            return false;
        };
        match (forward, self.points) {
            (true, shown) if shown < stop.points.len() => self.points += 1,
            (false, 1..) => self.points -= 1,
            _ => return false,
        }
        true
    }

    /// Whether the details of the stop are shown: quotations, sources, and what is said of them.
    pub fn has_details(&self) -> bool {
        self.shown == Shown::Details
    }

    /// Shows the details of the stop from their first line, or its slide again.
    pub fn show_details(&mut self, details: bool) {
        self.shown = if details { Shown::Details } else { Shown::Slide };
        self.top = 0;
    }

    /// Whether the screen is black.
    pub fn is_black(&self) -> bool {
        self.black
    }

    /// Makes the screen black, or shows it again.
    pub fn set_black(&mut self, black: bool) {
        self.black = black;
    }

    /// Whether notes and clock are shown.
    pub fn has_notes(&self) -> bool {
        self.notes
    }

    /// Shows notes and clock, or no longer.
    pub fn show_notes(&mut self, notes: bool) {
        self.notes = notes;
    }

    /// So many seconds have passed since the tour began.
    pub fn tick(&mut self, seconds: u64) {
        self.elapsed = seconds;
    }

    /// Adds a digit to the number that is typed.
    pub fn digit(&mut self, digit: char) {
        if self.typed.len() < DIGITS {
            self.typed.push(digit);
        }
    }

    /// Removes the last digit. False if there was none.
    pub fn erase(&mut self) -> bool {
        self.typed.pop().is_some()
    }

    /// Takes the number that is typed, from 1.
    pub fn take_typed(&mut self) -> Option<usize> {
        std::mem::take(&mut self.typed).parse().ok()
    }

    /// Scrolls a stop that has more lines than there are rows, by a line.
    pub fn scroll(&mut self, down: bool, area: Rect) {
        self.scroll_by(down, 1, area);
    }

    /// Scrolls it by half of the rows.
    pub fn scroll_half(&mut self, down: bool, area: Rect) {
        self.scroll_by(down, usize::from(pages::half(room(area).height)), area);
    }

    fn scroll_by(&mut self, down: bool, lines: usize, area: Rect) {
        let lowest = self.lines.len().saturating_sub(usize::from(room(area).height));
        self.top = if down { self.top + lines } else { self.top.saturating_sub(lines) }.min(lowest);
    }

    /// Where what is shown begins: the title of a slide, the first line of details.
    pub fn beginning(&self, area: Rect) -> Position {
        let room = room(area);
        let is_written = |slide: &Buffer, at: &Position| slide[*at].symbol().trim() != "";
        let slide = self.slide.as_ref().map(|slide| &slide.buffer);
        let title = slide.and_then(|slide| slide.area.positions().find(|at| is_written(slide, at)));
        let Position { x, y } = title.unwrap_or_default();
        Position::new(room.x + x, room.y + y)
    }

    /// What there is no room for on the slide.
    pub fn cut(&self) -> &[Cut] {
        self.slide.as_ref().map_or(&[], |slide| &slide.cut)
    }

    /// How many of the rows of a slide are blank, in per cent.
    pub fn blank_share(&self) -> u16 {
        let share = |slide: &Painted| slide.blank_rows * 100 / slide.buffer.area.height.max(1);
        self.slide.as_ref().map_or(0, share)
    }

    /// Where on the screen a panel draws the picture of the slide, if one does.
    pub fn panel_area(&self, area: Rect) -> Option<Rect> {
        let Rect { x, y, width, height } = self.slide.as_ref()?.panel?;
        let room = room(area);
        Some(Rect { x: room.x + x, y: room.y + y, width, height })
    }

    /// Ends an update: lays the slide or the details out anew if the stop or its room has changed.
    pub fn layout(&mut self, context: &Context, area: Rect) {
        let room = room(area);
        let wanted = LaidOut {
            number: self.number,
            shown: self.shown,
            points: self.points,
            size: (room.width, room.height),
            language: context.language,
            theme: context.theme,
            glyphs: context.glyphs,
        };
        if self.laid_out == Some(wanted) {
            return;
        }
        (self.slide, self.lines) = (None, Vec::new());
        match context.dossier.tour().get(self.number) {
            Some(stop) if self.shown == Shown::Details => {
                self.lines = details::lines(context, stop, room.width);
            }
            Some(stop) if !area.is_empty() => {
                self.slide = Some(slide::paint(context, stop, self.points, (room.width, room.height)));
            }
            _ => {}
        }
        self.laid_out = Some(wanted);
        self.top = self.top.min(self.lines.len().saturating_sub(usize::from(room.height)));
    }

    /// How many points of the stop are shown.
    pub fn points(&self) -> usize {
        self.points
    }

    /// Shows so many points of the stop, or all it has.
    pub fn show_points(&mut self, context: &Context, points: usize) {
        let stop = context.dossier.tour().get(self.number);
        self.points = stop.map_or(0, |stop| points.min(stop.points.len()));
    }

    /// How long the talk has lasted, in seconds.
    pub fn elapsed(&self) -> u64 {
        self.elapsed
    }

    /// The number that is typed, as it stands so far.
    pub fn typed(&self) -> &str {
        &self.typed
    }
}

impl Rebase for State {
    /// The stop is laid out anew; the app decides which one it is.
    fn rebase(&mut self, _: &Change, _: &Context) {
        self.laid_out = None;
    }
}

/// Columns on either side of a stop, and rows above it.
const MARGIN: (u16, u16) = (3, 1);
/// On fewer columns or rows there is none.
const ROOMY: (u16, u16) = (60, 16);

/// What a stop's words may take.
fn room(area: Rect) -> Rect {
    let x = if area.width >= ROOMY.0 { MARGIN.0 } else { 1 };
    let y = if area.height >= ROOMY.1 { MARGIN.1 } else { 0 };
    Rect {
        x: area.x + x,
        y: area.y + y,
        width: area.width.saturating_sub(2 * x),
        height: area.height.saturating_sub(y),
    }
}

/// Draws the stop.
pub fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    let room = room(area);
    if let Some(slide) = &state.slide {
        copy(&slide.buffer, room, buffer);
        return;
    }
    let rows = usize::from(room.height);
    for (y, line) in (room.y..room.bottom()).zip(state.lines.iter().skip(state.top)) {
        buffer.set_line(room.x, y, line, room.width);
    }
    // Arrows say that there is more above and below, one key away.
    let style = context.style(Role::Quiet);
    let edge = room.right().saturating_sub(1);
    if state.top > 0 && rows > 0 {
        buffer.set_string(edge, room.y, context.glyph(glyphs::UP), style);
    }
    if state.top + rows < state.lines.len() && rows > 0 {
        buffer.set_string(edge, room.bottom() - 1, context.glyph(glyphs::DOWN), style);
    }
}

/// Copies the cells of a slide into its room on the screen.
fn copy(slide: &Buffer, room: Rect, buffer: &mut Buffer) {
    let room = room.intersection(buffer.area);
    for y in 0..slide.area.height.min(room.height) {
        for x in 0..slide.area.width.min(room.width) {
            buffer[(room.x + x, room.y + y)] = slide[(x, y)].clone();
        }
    }
}

/// Draws what to say, and how long the talk has lasted.
pub fn draw_notes(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    let strings = context.strings();
    // Before the first second, and so on paper, there is nothing to say of time.
    let clock = if state.elapsed == 0 {
        String::new()
    } else {
        format!("{}:{:02}", state.elapsed / 60, state.elapsed % 60)
    };
    let legend = Legend {
        names: vec![(strings.notes.to_owned(), true)],
        totals: String::new(),
        hides: false,
        note: clock,
        focused: false,
        palette: context.palette(),
        glyphs: context.glyphs,
    };
    frame::draw(area, Frame::Ruled, &legend, buffer);
    let inside = frame::inside(area, Frame::Ruled);
    let speaker = context.dossier.tour().get(state.number).and_then(|stop| stop.speaker.as_ref());
    let (text, role) = match speaker {
        Some(speaker) => (context.text(speaker), Role::Text),
        None => (strings.no_notes.to_owned(), Role::Quiet),
    };
    let lines = wrap::wrap(&text, inside.width.saturating_sub(2).max(1));
    let cut = lines.len() > usize::from(inside.height);
    for (y, line) in (inside.y..inside.bottom()).zip(lines) {
        buffer.set_string(inside.x + 1, y, &text[line.range], context.style(role));
    }
    if let Some(last) = inside.bottom().checked_sub(1).filter(|_| cut) {
        let sign = context.glyph(glyphs::ELLIPSIS);
        buffer.set_string(inside.right().saturating_sub(1), last, sign, context.style(Role::Quiet));
    }
}

/// The rows that notes would fill at this width, their rule included.
pub fn notes_rows(state: &State, context: &Context, columns: u16) -> u16 {
    if !state.notes {
        return 0;
    }
    let speaker = context.dossier.tour().get(state.number).and_then(|stop| stop.speaker.as_ref());
    let text = speaker.map_or_else(|| context.strings().no_notes.to_owned(), |speaker| context.text(speaker));
    let lines = wrap::wrap(&text, columns.saturating_sub(2).max(1)).len();
    u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(1)
}

/// Draws the last row: which stop of how many, what there is to say of it, and how far the facts run.
pub fn draw_footer(state: &State, context: &Context, notice: Option<&str>, area: Rect, buffer: &mut Buffer) {
    let strings = context.strings();
    let (quiet, loud) = (context.style(Role::Quiet), context.style(Role::Notice));
    let count = context.dossier.tour().len();
    let counter = format!("{}/{count}", state.number + 1);
    let (mut x, _) = buffer.set_stringn(area.x + 1, area.y, &counter, usize::from(area.width), quiet);
    let typed = (!state.typed.is_empty()).then(|| {
        let follows = [(Action::Card, strings.go_there), (Action::Back, strings.typed_erases)];
        let number = format!("{} {} {} {count}", strings.to_stop, state.typed, strings.out_of);
        context.joined(&[number, context.steps(&follows)])
    });
    let said = typed.as_deref().or(notice);
    let as_of = context
        .dossier
        .as_of
        .as_ref()
        .map(|date| strings.background_until.replace("{}", &context.date(date)));
    let mut right = as_of.unwrap_or_default();
    let left =
        |right: &str| usize::from(area.right().saturating_sub(x + 6)).saturating_sub(width::cells(right));
    // A notice takes precedence over what is always there.
    if said.is_some_and(|said| width::cells(said) > left(&right)) {
        right.clear();
    }
    if let Some(said) = said {
        let text = context.truncate_parts(said, left(&right));
        x += 3;
        buffer.set_string(x, area.y, text, loud);
    }
    let cells = u16::try_from(width::cells(&right)).unwrap_or(0);
    if cells > 0 && area.right() > cells + 1 && area.right() - cells - 1 > x {
        buffer.set_string(area.right() - cells - 1, area.y, right, quiet);
    }
}

/// The actions of the tour, and what they are called.
pub fn bar(context: &Context) -> Vec<Hint> {
    let strings = context.strings();
    vec![
        (Action::Right, strings.tour_next),
        (Action::Left, strings.tour_back),
        (Action::View, strings.tour_details),
        (Action::Stops, strings.tour_stops),
        (Action::Quit, strings.tour_read),
        (Action::Help, strings.step_help),
    ]
}

/// The keys of the tour, shown when it begins.
pub fn hint(context: &Context) -> String {
    context.steps(&bar(context))
}

/// The keys of a stop's details, shown when they open.
pub fn details_hint(context: &Context) -> String {
    let strings = context.strings();
    context.steps(&[
        (Action::Down, strings.scroll),
        (Action::View, strings.tour_slide),
        (Action::Right, strings.tour_next),
    ])
}

/// Makes every cell black, whatever the theme.
pub fn blacken(area: Rect, buffer: &mut Buffer) {
    let style = Style::reset().fg(Color::Black).bg(Color::Black);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            buffer[(x, y)].set_symbol(" ").set_style(style);
        }
    }
}

/// The view in which the trend draws the picture of a stop, if it does.
pub fn panel_view(context: &Context, stop: &Stop) -> Option<String> {
    let slide = Slide::of(context, stop);
    pictures::Art::of(context, stop, &slide).panel_view().map(str::to_owned)
}

/// The stop's title, for a list of them or a picture's description.
pub fn title(context: &Context, number: usize) -> String {
    context
        .dossier
        .tour()
        .get(number)
        .map_or_else(String::new, |stop| crate::protocol::slide::title(context, stop))
}
