//! A series as bars from zero: one for each figure, those of the parts of a total in one. Lines stand in the order of their
//! last value, within a line time goes down.

mod figures;
mod measure;
mod pieces;
mod scale;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;
use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use figures::Bars;
use measure::{LEFT, Measure};
use pieces::{Piece, Source, What};
use words::Words;

use super::view::{Form, SeriesView};
use crate::dossier::{Dossier, Id, Ref, Series};
use crate::i18n::language::Language;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::look::glyphs::Glyphs;
use crate::look::panel::Panel;
use crate::look::signs;
use crate::look::theme::{LINE_COLOURS, Role};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::widgets::cursor::{self, Cursor, Items};
use crate::widgets::list::OutOfSight;
use crate::widgets::memo::Memo;
use crate::widgets::row;
use crate::widgets::view::View;

/// The bars, and where the cursor is among them.
#[derive(Clone, Debug)]
pub(super) struct BarChart {
    series: Id,
    bars: Rc<Bars>,
    /// The bar and its figure.
    at: (usize, usize),
    /// The part that steps up and down stay on, and whether they stay on the first figure of a line of two.
    goal: (Option<usize>, bool),
    /// The window over the items.
    window: Cursor,
    /// What stands beside the bars, and where: the same from key to key.
    words: Memo<(Language, Glyphs), Rc<Words>>,
    measure: Memo<(u16, u16, Language, Glyphs), Rc<Measure>>,
    /// The lit figures, in order, by the selection that lights them.
    lit: Memo<Option<Ref>, Rc<[(usize, usize)]>>,
}

impl BarChart {
    /// The bars of a series, with the cursor on the latest of the line that is largest at its end.
    pub(super) fn new(dossier: &Dossier, series: &Series, only_after: bool) -> Self {
        let bars = Bars::of(dossier, series, only_after);
        let at = if bars.groups.is_empty() { 0 } else { bars.last_of(0) };
        Self {
            series: series.id.clone(),
            bars: Rc::new(bars),
            at: (at, 0),
            goal: (None, false),
            window: Cursor::default(),
            words: Memo::default(),
            measure: Memo::default(),
            lit: Memo::default(),
        }
    }

    /// Where things stand, if they were laid out.
    fn laid_out(&self) -> Option<(&Words, &Measure)> {
        Some((self.words.last()?, self.measure.last()?))
    }

    /// Lays out what does not depend on the cursor, unless that is done.
    fn measured(&mut self, context: &Context, area: Rect) -> Rc<Measure> {
        let Self { bars, words, measure, series, .. } = self;
        let (language, glyphs) = (context.language, context.glyphs);
        let words = Rc::clone(words.get((language, glyphs), || {
            let series = context.dossier.series_by_id(series);
            Rc::new(series.map(|series| words::words(bars, series, context)).unwrap_or_default())
        }));
        let size = (area.width, area.height);
        let made = measure.get((area.width, area.height, language, glyphs), || {
            Rc::new(Measure::of(bars, &words, glyphs, size))
        });
        Rc::clone(made)
    }

    /// The lit figures, without the selection.
    fn lit(&mut self, context: &Context) -> Rc<[(usize, usize)]> {
        let Self { lit, bars, .. } = self;
        let made = lit.get(context.selection().cloned(), || {
            let lit = context.lit().things().filter(|item| !context.is_selected(item));
            let mut places: Vec<(usize, usize)> = lit.filter_map(|item| bars.position_of(item)).collect();
            places.sort_unstable();
            places.into()
        });
        Rc::clone(made)
    }

    /// The items that fit into the rows of an area.
    fn shown(&self, measure: &Measure, area: Rect) -> Range<usize> {
        self.window.window(items(&self.bars, measure, area, cursor::Measure::default()))
    }

    /// Where a step to the side leads: to the next figure of the bar, or of the line.
    fn beside(&self, is_right: bool) -> (usize, usize) {
        let (bar, figure) = self.at;
        let Some(group) = self.bars.bars.get(bar).map(|_| self.bars.group(bar)) else { return self.at };
        let last = |bar: usize| self.bars.bars[bar].figures.len() - 1;
        match is_right {
            true if figure < last(bar) => (bar, figure + 1),
            true if bar + 1 < group.bars.end => (bar + 1, 0),
            false if figure > 0 => (bar, figure - 1),
            false if bar > group.bars.start => (bar - 1, last(bar - 1)),
            _ => self.at,
        }
    }

    /// The figure of an item that is nearest to the one the cursor is on: the same part, or the same end of a line.
    fn nearest_in(&self, measure: &Measure, item: usize) -> (usize, usize) {
        let of = measure.bars_of(&self.bars, item);
        let (part, is_first) = self.goal;
        let to = if is_first { of.start } else { of.end - 1 };
        let same = self.bars.bars[to].figures.iter().position(|figure| figure.part == part);
        (to, same.unwrap_or(0))
    }

    /// Puts the cursor on a figure in another way than by steps up and down.
    fn go_to(&mut self, at: (usize, usize)) {
        if at != self.at {
            self.at = at;
            let figure = self.bars.bars.get(at.0).and_then(|bar| bar.figures.get(at.1));
            let is_first =
                at.0 < self.bars.bars.len() && self.bars.leads(at.0) && self.bars.group(at.0).bars.len() > 1;
            self.goal = (figure.and_then(|figure| figure.part), is_first);
        }
    }

    /// The figure that a row stands for: the cursor's, or the first that is selected or lit.
    fn stands_for(&self, context: &Context, of: Range<usize>) -> (usize, usize) {
        if of.contains(&self.at.0) {
            return self.at;
        }
        let figures = || {
            of.clone().flat_map(|bar| (0..self.bars.bars[bar].figures.len()).map(move |figure| (bar, figure)))
        };
        let is = |test: &dyn Fn(&Ref) -> bool| figures().find(|at| self.bars.at(*at).is_some_and(test));
        is(&|item| context.is_selected(item))
            .or_else(|| is(&|item| context.is_lit(item)))
            .unwrap_or((of.end - 1, 0))
    }
}

/// The items of the bars as a window sees them.
fn items<'a>(
    bars: &'a Bars,
    measure: &'a Measure,
    area: Rect,
    unit: cursor::Measure,
) -> Items<impl FnMut(usize) -> u16 + 'a> {
    let rows = area.height.saturating_sub(measure.head);
    Items { count: measure.items, rows, measure: unit, height: |item| measure.height(bars, item) }
}

impl View for BarChart {
    fn cursor(&self) -> Option<&Ref> {
        self.bars.at(self.at)
    }

    fn put(&mut self, item: &Ref) {
        self.go_to(self.bars.position_of(item).unwrap_or(self.at));
    }

    fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.lit.forget();
        self.window.follow();
        let selected = context.selection().and_then(|selection| self.bars.position_of(selection));
        let first_lit = if entered { self.lit(context).first().copied() } else { None };
        self.go_to(selected.or(first_lit).unwrap_or(self.at));
    }

    fn layout(&mut self, context: &Context, focused: bool, area: Rect) {
        let measure = self.measured(context, area);
        let item = measure.item_of(&self.bars, self.at.0);
        self.window.put(item);
        if area.height <= measure.head || measure.items == 0 {
            return;
        }
        let lit = self.lit(context);
        let shown = self.shown(&measure, area);
        let lit_items = || lit.iter().map(|(bar, _)| measure.item_of(&self.bars, *bar));
        let is_selected = self.cursor().is_some_and(|item| context.is_selected(item));
        let wanted = match lit_items().next() {
            _ if self.window.is_by_hand() => None,
            _ if focused || is_selected => Some(item),
            Some(first) if !lit_items().any(|item| shown.contains(&item)) => Some(first),
            _ => None,
        };
        self.window.scroll(wanted, items(&self.bars, &measure, area, cursor::Measure::default()));
    }

    fn press(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request> {
        let measure = self.measured(context, area);
        let moves = match action {
            Action::Left | Action::Right => {
                self.go_to(self.beside(action == Action::Right));
                self.window.step_to(measure.item_of(&self.bars, self.at.0));
                true
            }
            _ => {
                let unit = cursor::Measure::of(context, usize::from(area.width), 0);
                let before = measure.item_of(&self.bars, self.at.0);
                let moves = self.window.press(action, items(&self.bars, &measure, area, unit));
                if moves && self.window.at() != before {
                    self.at = self.nearest_in(&measure, self.window.at());
                }
                moves
            }
        };
        self.cursor().filter(|_| moves).cloned().map(Request::Select).into_iter().collect()
    }

    fn wheel(&mut self, down: bool) {
        let Self { window, bars, measure, .. } = self;
        if let Some(measure) = measure.last() {
            window.wheel(down, measure.items, |item| measure.height(bars, item));
        }
    }

    fn hit_test(&self, context: &Context, area: Rect, position: Position) -> Option<&Ref> {
        let (words, measure) = self.laid_out()?;
        let source = Source { bars: &self.bars, words, measure, context };
        let mut y = area.y + measure.head;
        let (x, row) = (position.x.checked_sub(area.x)?, position.y.checked_sub(area.y)?);
        for item in self.shown(measure, area) {
            let rows = measure.height(&self.bars, item);
            if (y..y + rows).contains(&position.y) && position.y < area.bottom() {
                let above = y - area.y + measure.above(&self.bars, item).blank;
                let pieces = source.item(item, y - area.y);
                let at = pieces
                    .iter()
                    .find(|piece| piece.y == row && (piece.x..piece.x + piece.cells()).contains(&x));
                let is_part = |piece: &&Piece| matches!(piece.what, What::Fill | What::Value);
                let figure = at.filter(is_part).and_then(|piece| piece.figure);
                let whole = || self.stands_for(context, measure.bars_of(&self.bars, item));
                return (row >= above).then(|| figure.unwrap_or_else(whole)).and_then(|at| self.bars.at(at));
            }
            y += rows;
        }
        None
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        let Some((words, measure)) = self.laid_out() else { return };
        let source = Source { bars: &self.bars, words, measure, context };
        let put = |piece: &Piece, style: Style, buffer: &mut Buffer| {
            let (x, y) = (area.x + piece.x, area.y + piece.y);
            if y < area.bottom() && x < area.right() {
                buffer.set_stringn(x, y, &piece.text, usize::from(area.right() - x), style);
            }
        };
        if measure.head > 0 {
            for piece in source.head() {
                put(&piece, context.style(Role::Quiet), buffer);
            }
        }
        let shown = self.shown(measure, area);
        let mut y = measure.head;
        for item in shown {
            let of = measure.bars_of(&self.bars, item);
            let stands_for = self.stands_for(context, of.clone());
            for piece in source.item(item, y) {
                put(&piece, self.style(context, &piece, stands_for), buffer);
            }
            let line = area.y + y + source.middle(item);
            if let Some(figure) = self.bars.at(stands_for).filter(|_| line < area.bottom()) {
                let is_cursor = context.has_focus(Panel::Trend) && stands_for == self.at;
                row::ends(context, figure, is_cursor, Rect { y: line, height: 1, ..area }, buffer);
                let sign = context.link_sign(figure);
                if sign == signs::BROKEN && area.width > LEFT {
                    buffer.set_string(
                        area.x + LEFT - 2,
                        line,
                        context.glyph(sign.glyph),
                        context.style(sign.role),
                    );
                }
            }
            y += measure.height(&self.bars, item);
        }
        if let Some(note) = source.note().filter(|_| y + 1 < area.height) {
            let room = usize::from(measure.width.saturating_sub(LEFT));
            let note = context.truncate(note, room);
            buffer.set_string(area.x + LEFT, area.y + y + 1, note, context.style(Role::Quiet));
        }
    }

    fn out_of_sight(&self, area: Rect) -> OutOfSight {
        let Some((_, measure)) = self.laid_out() else { return OutOfSight::default() };
        let shown = self.shown(measure, area);
        if shown.is_empty() {
            return OutOfSight { items: (0, self.bars.count()), ..OutOfSight::default() };
        }
        let (first, last) =
            (measure.bars_of(&self.bars, shown.start), measure.bars_of(&self.bars, shown.end - 1));
        let bars = first.start..last.end;
        let lit = self.lit.last().map_or(&[][..], |lit| lit);
        let above = lit.partition_point(|(bar, _)| *bar < bars.start);
        let below = lit.len() - lit.partition_point(|(bar, _)| *bar < bars.end);
        OutOfSight { above, below, listed: lit.len(), items: self.bars.outside(&bars) }
    }

    fn responds_to(&self, _: Action) -> bool {
        true
    }

    fn bar_word(&self, action: Action, strings: &Strings) -> Option<&'static str> {
        match action {
            Action::Right if self.bars.is_divided() => Some(strings.part),
            Action::Right => Some(strings.period),
            _ => None,
        }
    }
}

impl BarChart {
    /// How a piece is drawn. A bar keeps its colour: reversed, its cells would be blank.
    fn style(&self, context: &Context, piece: &Piece, stands_for: (usize, usize)) -> Style {
        let of_figure = |at: (usize, usize)| {
            self.bars.at(at).map_or_else(|| context.style(Role::Text), |figure| row::style(context, figure))
        };
        match (piece.what, piece.figure) {
            (What::Fill, Some((bar, _))) => {
                let group = self.bars.bars[bar].group;
                context.style(Role::Line((group % LINE_COLOURS) as u8))
            }
            (What::Value, Some(figure)) => of_figure(figure),
            (What::Name | What::Period, Some(_)) => of_figure(stands_for),
            (What::Rule, _) => context.style(Role::Axis),
            (What::Note | What::Head | What::Fill, _) => context.style(Role::Quiet),
            _ => context.style(Role::Text),
        }
    }
}

impl SeriesView for BarChart {
    fn form(&self) -> Form {
        Form::Bars
    }

    fn count(&self) -> usize {
        self.bars.count()
    }

    fn draws(&self, place: &Id) -> Option<bool> {
        self.bars.groups.iter().any(|group| group.line.place.as_ref() == Some(place)).then_some(true)
    }

    fn has_changes(&self) -> bool {
        self.bars.groups.iter().any(|group| group.changes.iter().any(Option::is_some))
    }

    fn has_rows(&self) -> bool {
        true
    }

    fn copied(&self) -> Box<dyn SeriesView> {
        Box::new(self.clone())
    }
}
