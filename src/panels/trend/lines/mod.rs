//! A series as lines on a true time axis, one for each place and part.

mod axis;
mod dots;
mod draw;
mod events;
mod grid;
mod labels;
mod marks;
mod notes;
mod picture;
#[cfg(test)]
mod tests;
mod times;
mod values;

use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use draw::Drawing;
use notes::Notes;
use picture::{Content, Picture, Room};

use super::view::{Form, SeriesView};
use crate::dossier::chart::{Chart, ChartLine};
use crate::dossier::{Id, Ref};
use crate::i18n::language::Language;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::look::glyphs::{self, Glyphs};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::protocol::{lines, names};
use crate::widgets::list::OutOfSight;
use crate::widgets::memo::Memo;
use crate::widgets::pages::Pages;
use crate::widgets::view::View;

/// Whether the lines can be told apart in the room between heading and caption.
pub(super) fn has_room(area: Rect) -> bool {
    area.height >= picture::LEAST_ROWS && area.width >= picture::LEAST_COLUMNS
}

/// From so many rows on the last one says what the signs mean, and below that only what is said nowhere else.
const ROWS_WITH_NOTES: u16 = 9;
/// The least rows that leave one for words.
const LEAST_WITH_NOTES: u16 = 6;

/// The lines, and where the cursor is on them.
#[derive(Clone, Debug)]
pub(super) struct LineChart {
    chart: Rc<Chart>,
    /// The line and its point.
    cursor: (usize, usize),
    pages: Pages<(usize, usize), ((usize, usize), ())>,
    /// What it says: names, values, events.
    content: Memo<(Language, Glyphs), Content>,
    /// How it stands in its room, with the words below it; none where it has none.
    picture: Memo<Room, Option<(Picture, Notes)>>,
}

impl LineChart {
    /// The lines of a chart, with the cursor on the latest figure of the highest.
    pub(super) fn new(chart: Rc<Chart>) -> Self {
        let point = chart.lines.first().map_or(0, |line| line.points.len() - 1);
        let pages = Pages::default();
        Self { chart, cursor: (0, point), pages, content: Memo::default(), picture: Memo::default() }
    }

    /// What is drawn, as last laid out.
    fn drawing<'a>(&'a self, context: &'a Context) -> Option<Drawing<'a>> {
        let (picture, notes) = self.picture.last()?.as_ref()?;
        let content = self.content.last()?;
        Some(Drawing {
            picture,
            chart: &self.chart,
            cursor: self.cursor,
            notes: &notes.parts,
            events_head: &content.events_head,
            context,
        })
    }

    /// Where a key leads from a figure; none if it leads nowhere.
    fn next(&mut self, action: Action) -> Option<(usize, usize)> {
        let Self { chart, pages, cursor, .. } = self;
        let here @ (line, point) = *cursor;
        let points = &chart.lines.get(line)?.points;
        let last = chart.lines.len() - 1;
        let day = points[point].middle();
        let to_line = |to: usize| (to, chart.nearest(to, day));
        Some(match action {
            Action::Up => to_line(line.saturating_sub(1)),
            Action::Down => to_line((line + 1).min(last)),
            // All lines are in sight.
            Action::PageUp => pages.turn(false, here, (), || to_line(0)),
            Action::PageDown => pages.turn(true, here, (), || to_line(last)),
            Action::HalfPageUp => to_line(line.saturating_sub(last.div_ceil(2))),
            Action::HalfPageDown => to_line((line + last.div_ceil(2)).min(last)),
            Action::Left => (line, point.saturating_sub(1)),
            Action::Right => (line, (point + 1).min(points.len() - 1)),
            Action::First => (line, 0),
            Action::Last => (line, points.len() - 1),
            _ => return None,
        })
    }
}

impl View for LineChart {
    fn cursor(&self) -> Option<&Ref> {
        let (line, point) = self.cursor;
        self.chart.lines.get(line)?.points.get(point).map(|point| &point.of)
    }

    fn put(&mut self, item: &Ref) {
        self.cursor = self.chart.position_of(item).unwrap_or(self.cursor);
    }

    fn follow_selection(&mut self, context: &Context, entered: bool) {
        let Self { chart, cursor, .. } = self;
        let selected = context.selection().and_then(|selection| chart.position_of(selection));
        let lit_line = || {
            let is_lit = |line: &ChartLine| lines::is_lit(context, line);
            chart.lines.iter().position(is_lit).map(|line| (line, chart.lines[line].points.len() - 1))
        };
        *cursor = selected.or_else(|| entered.then(lit_line).flatten()).unwrap_or(*cursor);
    }

    fn layout(&mut self, context: &Context, _: bool, area: Rect) {
        let Self { chart, cursor, content, picture, .. } = self;
        let (language, glyphs) = (context.language, context.glyphs);
        let content = content.get((language, glyphs), || content_of(chart, context));
        // Neither the selection nor the point under the cursor changes where anything stands.
        let room = Room { area, language, glyphs, cursor: cursor.0, has_notes: false };
        picture.get(room, || {
            let made = |has_notes| {
                let picture = Picture::of(chart, content, Room { has_notes, ..room })?;
                let notes = notes::of(&picture, chart, content, context);
                Some((picture, notes))
            };
            let with_legend = area.height >= ROWS_WITH_NOTES;
            let made_first = made(with_legend)?;
            let lacks = made_first.1.is_needed && !with_legend && area.height >= LEAST_WITH_NOTES;
            if lacks { made(true) } else { Some(made_first) }
        });
    }

    fn press(&mut self, action: Action, _: &Context, _: Rect) -> Vec<Request> {
        let Some(next) = self.next(action) else { return Vec::new() };
        self.cursor = next;
        self.cursor().cloned().map(Request::Select).into_iter().collect()
    }

    fn wheel(&mut self, _: bool) {}

    fn hit_test(&self, context: &Context, _: Rect, position: Position) -> Option<&Ref> {
        let (line, point) = self.drawing(context)?.hit_test(position)?;
        Some(&self.chart.lines[line].points[point].of)
    }

    fn draw(&self, context: &Context, _: Rect, buffer: &mut Buffer) {
        if let Some(drawing) = self.drawing(context) {
            drawing.draw(buffer);
        }
    }

    fn out_of_sight(&self, _: Rect) -> OutOfSight {
        OutOfSight::default()
    }

    fn responds_to(&self, _: Action) -> bool {
        true
    }

    fn bar_word(&self, action: Action, strings: &Strings) -> Option<&'static str> {
        match action {
            Action::Right => Some(strings.period),
            Action::Down => Some(strings.place_short),
            _ => None,
        }
    }
}

impl SeriesView for LineChart {
    fn form(&self) -> Form {
        Form::Lines
    }

    fn count(&self) -> usize {
        self.chart.lines.iter().map(|line| line.points.len()).sum()
    }

    fn left_out(&self) -> (usize, &[Ref]) {
        (self.chart.undrawn(), &self.chart.unplaced)
    }

    fn draws(&self, place: &Id) -> Option<bool> {
        let line = self.chart.lines.iter().position(|line| line.place.as_ref() == Some(place))?;
        Some(self.chart.is_drawn(line, Some(self.cursor.0)))
    }

    fn has_rows(&self) -> bool {
        false
    }

    fn events(&self, context: &Context) -> Option<String> {
        let language = context.language;
        let (picture, _) = self.picture.last()?.as_ref()?;
        let events = draw::lit_events(picture, context);
        let sides =
            [(events.before, glyphs::EARLIER), (events.on, glyphs::EVENT), (events.after, glyphs::LATER)];
        let sides: Vec<_> = sides.into_iter().filter(|(number, _)| *number > 0).collect();
        let all = events.before + events.on + events.after;
        let all = names::counted(language, all, &context.strings().event);
        match sides[..] {
            [] => None,
            [(_, sign)] => Some(format!("{all} {}", context.glyph(sign))),
            ref several => {
                let several: Vec<String> = several
                    .iter()
                    .map(|(number, sign)| format!("{} {}", language.count(*number), context.glyph(*sign)))
                    .collect();
                Some(format!("{all}: {}", context.joined(&several)))
            }
        }
    }

    fn rebase(self: Box<Self>, _: Vec<Ref>) -> Option<Box<dyn SeriesView>> {
        None
    }

    fn copied(&self) -> Box<dyn SeriesView> {
        Box::new(self.clone())
    }
}

/// What a chart says.
fn content_of(chart: &Chart, context: &Context) -> Content {
    let name = |line: &ChartLine| {
        let is_only = chart.lines.len() == 1 && line.place.is_none() && line.part.is_none();
        // The heading has said it.
        (!is_only).then(|| lines::name(context, line)).filter(|name| !name.is_empty())
    };
    let values = |line: &ChartLine| {
        let points = line.points.iter();
        points.map(|point| values::text(point, context.language, context.glyphs)).collect()
    };
    let published = context.dossier.article.published.as_ref();
    let series = chart.lines.first().and_then(|line| lines::series(context, line));
    Content {
        unit: series
            .and_then(|series| lines::unit_unless_said(context, series, &lines::heading(context, series))),
        names: chart.lines.iter().map(name).collect(),
        values: chart.lines.iter().map(values).collect(),
        article: context.dossier.article_days(),
        article_words: published
            .map(|day| format!("{}, {}", context.strings().article_day, context.date(day))),
        events: context.dossier.events.iter().map(events::period_of).collect(),
        events_head: context.strings().events_head.to_owned(),
        events_sign: context.glyph(glyphs::EVENT).to_owned(),
    }
}
