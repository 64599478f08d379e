//! The block at the bottom of the screen that says what is suggested. It takes few rows, so that the words stay in sight; on a
//! low screen it is a single one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::lines::SaidLine;
use super::{Session, Stage};
use crate::app::App;
use crate::input::key::Key;
use crate::look::frame::{self, Legend};
use crate::look::layout::Frame;
use crate::look::theme::Role;
use crate::overlays;
use crate::protocol::effect::Effect;
use crate::text::wrap;
use crate::widgets::choice::{self, Choice};
use crate::widgets::to_cells;

/// Screens of fewer rows have one for it.
const LOW: u16 = 12;
/// Rows of the screen that are never covered: the title bar, the status line, the key bar.
const NEVER_COVERED: u16 = 3;
/// Rows of the frame.
const FRAME: u16 = 2;
/// Rows inside the frame at the most, unless the screen is tall.
const MOST_ROWS: u16 = 4;
/// Rows on a low screen for what is to be considered or chosen.
const LOW_ROWS: u16 = 4;
/// The part of a tall screen that it may take: one in so many rows.
const PART: u16 = 6;

impl App {
    /// Whether the block is a single row, which cannot say all that would be written.
    pub(super) fn is_low(&self) -> bool {
        self.body().height + NEVER_COVERED < LOW
    }

    fn kinds_to_choose(&self) -> Option<&Choice> {
        match &self.suggesting.session {
            Some(Session { stage: Stage::Kind(choice), .. }) => Some(choice),
            _ => None,
        }
    }

    /// Where the block lies, frame and all.
    pub(in crate::app) fn suggestion_area(&self) -> Rect {
        let body = self.body();
        if self.is_low() {
            // What is to be considered, why nothing was written, and what can be chosen may take more: the words are read by then.
            let notice = self.notice_on_low(body).map(|rows| to_cells(rows.len()));
            let kinds = self.kinds_to_choose().map(|choice| choice.places(body.width.saturating_sub(2)).1);
            let height = notice.or(kinds).unwrap_or(1).min(LOW_ROWS).min(body.height);
            return Rect { y: body.bottom() - height, height, ..body };
        }
        let width = text_width(body);
        let said: usize = self.said().iter().map(|line| rows_of(line, width).len()).sum();
        let kinds = self.kinds_to_choose().map_or(0, |choice| choice.places(width).1);
        // While one goes from suggestion to suggestion it keeps its height, so that the article does not jump.
        let wanted = to_cells(said).saturating_add(kinds).max(3);
        let most = MOST_ROWS.max(body.height / PART);
        let height = (wanted.min(most) + FRAME).min(body.height);
        Rect { y: body.bottom() - height, height, ..body }
    }

    /// On a low screen, the rows of what is to be considered before it is written, or of why it was not.
    fn notice_on_low(&self, area: Rect) -> Option<Vec<String>> {
        let line = self.said().into_iter().find(|line| line.role == Role::Notice)?;
        Some(rows_of(&line, area.width.saturating_sub(2).max(1)))
    }

    /// Where the kinds to choose stand.
    fn kinds_area(&self) -> Option<Rect> {
        let choice = self.kinds_to_choose()?;
        let area = self.suggestion_area();
        if self.is_low() {
            return Some(Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area });
        }
        let inside = frame::inside(area, Frame::Boxed);
        let rows = choice.places(text_width(area)).1.min(inside.height);
        let width = inside.width.saturating_sub(2);
        Some(Rect { x: inside.x + 1, y: inside.bottom() - rows, width, height: rows })
    }

    /// A click on a kind chooses it; elsewhere it does nothing, for only keys decide.
    pub(in crate::app) fn click_in_suggesting(&mut self, at: Position) -> Vec<Effect> {
        let Some((area, choice)) = self.kinds_area().zip(self.kinds_to_choose()) else { return Vec::new() };
        let (places, _) = choice.places(area.width);
        let found = places.iter().zip(&choice.words).find(|(place, _)| {
            let place = Rect { x: area.x + place.x, y: area.y + place.y, ..**place };
            area.contains(at) && place.contains(at)
        });
        match found.map(|(_, word)| word.letter) {
            Some(letter) => self.press_in_suggesting(Key::char(letter)),
            None => Vec::new(),
        }
    }
}

/// The cells for a line.
fn text_width(area: Rect) -> u16 {
    area.width.saturating_sub(FRAME + 2).max(1)
}

/// The rows that a line takes.
fn rows_of(line: &SaidLine, width: u16) -> Vec<String> {
    if !line.is_prose {
        return vec![line.text.clone()];
    }
    wrap::wrap(&line.text, width).into_iter().map(|row| line.text[row.range].to_owned()).collect()
}

/// Draws the block.
pub(in crate::app) fn draw(app: &App, buffer: &mut Buffer) {
    let context = &app.context;
    let area = app.suggestion_area();
    overlays::clear(area, buffer);
    if area.is_empty() {
        return;
    }
    if app.is_low() {
        draw_on_a_row(app, area, buffer);
        return;
    }
    let strings = &context.strings().suggesting;
    let legend = Legend {
        names: vec![(strings.heading.to_owned(), true)],
        totals: String::new(),
        hides: false,
        note: app.progress(),
        focused: true,
        palette: context.palette(),
        glyphs: context.glyphs,
    };
    frame::draw(area, Frame::Boxed, &legend, buffer);
    let inside = frame::inside(area, Frame::Boxed);
    let width = text_width(area);
    let room = usize::from(width);
    let kinds = app.kinds_area();
    let end = kinds.map_or(inside.bottom(), |kinds| kinds.y);
    let mut y = inside.y;
    for line in app.said() {
        let rows = rows_of(&line, width);
        let count = rows.len();
        for (number, row) in rows.into_iter().enumerate() {
            if y >= end {
                break;
            }
            // What does not fit is cut with a sign, not left out in silence.
            let is_cut = y + 1 == end && number + 1 < count;
            let text = if is_cut { format!("{row} {}", line.text) } else { row };
            let text = context.truncate_parts(&text, room);
            buffer.set_string(inside.x + 1, y, &*text, context.style(line.role));
            y += 1;
        }
    }
    if let Some((kinds, choice)) = kinds.zip(app.kinds_to_choose()) {
        choice::draw(choice, context, kinds, buffer);
    }
}

/// Draws all of it on a row: the kinds to choose, or what it is, its words, and how far one is.
fn draw_on_a_row(app: &App, area: Rect, buffer: &mut Buffer) {
    let context = &app.context;
    if let Some((kinds, choice)) = app.kinds_area().zip(app.kinds_to_choose()) {
        choice::draw(choice, context, kinds, buffer);
        return;
    }
    let room = usize::from(area.width.saturating_sub(2));
    if let Some(rows) = app.notice_on_low(area) {
        for (y, row) in (area.y..area.bottom()).zip(rows) {
            buffer.set_stringn(area.x + 1, y, row, room, context.style(Role::Notice));
        }
        return;
    }
    let progress = app.progress();
    let said = app.said().into_iter().take(2).map(|line| line.text);
    let texts: Vec<String> = said.chain((!progress.is_empty()).then_some(progress)).collect();
    let text = context.joined(&texts);
    buffer.set_string(
        area.x + 1,
        area.y,
        &*context.truncate_parts(&text, room),
        context.style(Role::Heading),
    );
}
