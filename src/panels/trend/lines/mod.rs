//! A series as lines on a true time axis, one for each place.

mod axis;
mod draw;
mod labels;
mod plot;

use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub(super) use draw::has_room;

use super::view::{Form, SeriesView};
use crate::dossier::chart::{Chart, ChartLine};
use crate::dossier::{Id, Ref};
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::look::glyphs;
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::protocol::{lines, names};
use crate::widgets::list::OutOfSight;
use crate::widgets::pages::Pages;
use crate::widgets::view::View;

/// The lines, and where the cursor is on them.
#[derive(Clone, Debug)]
pub(super) struct LineChart {
    chart: Rc<Chart>,
    /// The line and its point.
    cursor: (usize, usize),
    pages: Pages<(usize, usize), ((usize, usize), ())>,
}

impl LineChart {
    /// The lines of a chart, with the cursor on the latest figure of the highest.
    pub(super) fn new(chart: Rc<Chart>) -> Self {
        let point = chart.lines.first().map_or(0, |line| line.points.len() - 1);
        Self { chart, cursor: (0, point), pages: Pages::default() }
    }

    /// Where a key leads from a figure; none if it leads nowhere.
    fn next(&mut self, action: Action, is_selected: bool) -> Option<(usize, usize)> {
        let Self { chart, pages, cursor } = self;
        let here @ (line, point) = *cursor;
        let points = &chart.lines.get(line)?.points;
        let last = chart.lines.len() - 1;
        let day = points[point].middle();
        let to_line = |to: usize| (to, chart.nearest(to, day));
        Some(match action {
            Action::Up | Action::Down | Action::Left | Action::Right if !is_selected => here,
            Action::Up => to_line(line.saturating_sub(1)),
            Action::Down => to_line((line + 1).min(last)),
            // All lines are in sight.
            Action::PageUp => pages.turn(false, here, (), || to_line(0)),
            Action::PageDown => pages.turn(true, here, (), || to_line(last)),
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

    fn layout(&mut self, _: &Context, _: bool, _: Rect) {}

    fn press(&mut self, action: Action, context: &Context, _: Rect) -> Vec<Request> {
        let is_selected = self.cursor().is_some_and(|cursor| context.is_selected(cursor));
        let Some(next) = self.next(action, is_selected) else { return Vec::new() };
        self.cursor = next;
        self.cursor().cloned().map(Request::Select).into_iter().collect()
    }

    fn wheel(&mut self, _: bool) {}

    fn hit_test(&self, context: &Context, area: Rect, position: Position) -> Option<&Ref> {
        let (line, point) = draw::hit_test(&self.chart, self.cursor, context, area, position)?;
        Some(&self.chart.lines[line].points[point].of)
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        draw::draw(&self.chart, self.cursor, context, area, buffer);
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
        Some(Chart::is_drawn(line, self.cursor.0))
    }

    fn has_rows(&self) -> bool {
        false
    }

    fn events(&self, context: &Context) -> Option<String> {
        let language = context.language;
        let events = draw::events_on_axis(&self.chart, context);
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
