//! A series as columns: sums over periods that follow each other directly, of one line, from zero.

mod plan;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use plan::{Piece, Plan, What};

use super::view::{Form, SeriesView};
use crate::dossier::chart::{Chart, Point};
use crate::dossier::{Id, Ref};
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::look::glyphs;
use crate::look::panel::Panel;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::widgets::list::OutOfSight;
use crate::widgets::row;
use crate::widgets::view::View;

/// The columns, and which of them the cursor is on.
#[derive(Clone, Debug)]
pub(super) struct ColumnChart {
    chart: Rc<Chart>,
    cursor: usize,
}

/// Whether there is room for columns with their values between heading and caption.
pub(super) fn has_room(chart: &Chart, context: &Context, area: Rect) -> bool {
    Plan::of(chart, context, area).is_some()
}

impl ColumnChart {
    /// The columns of a chart of one line, with the cursor on the latest.
    pub(super) fn new(chart: Rc<Chart>) -> Self {
        let cursor = chart.lines.first().map_or(0, |line| line.points.len() - 1);
        Self { chart, cursor }
    }

    fn points(&self) -> &[Point] {
        self.chart.lines.first().map_or(&[], |line| &line.points)
    }

    fn place(&self, item: &Ref) -> Option<usize> {
        self.points().iter().position(|point| point.of == *item)
    }
}

impl View for ColumnChart {
    fn cursor(&self) -> Option<&Ref> {
        self.points().get(self.cursor).map(|point| &point.of)
    }

    fn put(&mut self, item: &Ref) {
        self.cursor = self.place(item).unwrap_or(self.cursor);
    }

    fn follow_selection(&mut self, context: &Context, entered: bool) {
        let selected = context.selection().and_then(|selection| self.place(selection));
        let lit = || self.points().iter().position(|point| context.is_lit(&point.of));
        self.cursor = selected.or_else(|| entered.then(lit).flatten()).unwrap_or(self.cursor);
    }

    fn layout(&mut self, _: &Context, _: bool, _: Rect) {}

    fn press(&mut self, action: Action, _: &Context, _: Rect) -> Vec<Request> {
        let Some(last) = self.points().len().checked_sub(1) else { return Vec::new() };
        self.cursor = match action {
            Action::Left | Action::Up => self.cursor.saturating_sub(1),
            Action::Right | Action::Down => (self.cursor + 1).min(last),
            // All columns are in sight.
            Action::First | Action::PageUp => 0,
            Action::Last | Action::PageDown => last,
            Action::HalfPageUp => self.cursor.saturating_sub(last.div_ceil(2)),
            Action::HalfPageDown => (self.cursor + last.div_ceil(2)).min(last),
            _ => return Vec::new(),
        };
        self.cursor().cloned().map(Request::Select).into_iter().collect()
    }

    fn wheel(&mut self, _: bool) {}

    fn hit_test(&self, context: &Context, area: Rect, position: Position) -> Option<&Ref> {
        let plan = Plan::of(&self.chart, context, area)?;
        let is_in = area.contains(position) && position.y <= plan.bottom();
        let point = plan.point_at(position.x).filter(|_| is_in)?;
        self.points().get(point).map(|point| &point.of)
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        let Some(plan) = Plan::of(&self.chart, context, area) else { return };
        for piece in self.pieces(&plan, context) {
            buffer.set_string(piece.x, piece.y, &piece.text, self.style(context, &piece));
        }
    }

    fn out_of_sight(&self, _: Rect) -> OutOfSight {
        OutOfSight::default()
    }

    fn responds_to(&self, _: Action) -> bool {
        true
    }

    fn bar_word(&self, action: Action, strings: &Strings) -> Option<&'static str> {
        (action == Action::Right).then_some(strings.period)
    }
}

impl ColumnChart {
    fn pieces(&self, plan: &Plan, context: &Context) -> Vec<Piece> {
        let is_lit = |point: usize| context.is_lit(&self.points()[point].of);
        let is_selected = self.cursor().is_some_and(|cursor| context.is_selected(cursor));
        let sign = match (is_selected, context.has_focus(Panel::Trend)) {
            (true, _) => context.glyph(glyphs::SELECTED),
            (false, true) => context.glyph(glyphs::CURSOR),
            (false, false) => "",
        };
        plan.pieces(self.cursor, is_lit, sign)
    }

    /// How a piece is drawn. A column keeps its colour: reversed, its cells would be blank.
    fn style(&self, context: &Context, piece: &Piece) -> Style {
        let figure = piece.point.and_then(|point| self.points().get(point)).map(|point| &point.of);
        match (piece.what, figure) {
            (What::Fill, _) => context.style(Role::Line(0)),
            (What::Value | What::Period, Some(figure)) => row::style(context, figure),
            (What::Cursor, _) => context.style(Role::FrameFocused),
            (What::Lit, _) => context.style(Role::Lit),
            (What::Axis, _) => context.style(Role::Axis),
            _ => context.style(Role::Quiet),
        }
    }
}

impl SeriesView for ColumnChart {
    fn form(&self) -> Form {
        Form::Columns
    }

    fn count(&self) -> usize {
        self.points().len()
    }

    fn left_out(&self) -> (usize, &[Ref]) {
        (0, &self.chart.unplaced)
    }

    fn draws(&self, place: &Id) -> Option<bool> {
        let is_of = self.chart.lines.iter().any(|line| line.place.as_ref() == Some(place));
        is_of.then_some(true)
    }

    fn has_rows(&self) -> bool {
        false
    }

    fn copied(&self) -> Box<dyn SeriesView> {
        Box::new(self.clone())
    }
}
