//! The figures: one publisher's series at a time, as lines on a true time axis where levels compare, else as a table.
//! A missing value is a gap, a bound is a bound, and nothing is joined that the publisher did not print side by side.

mod axis;
mod below;
mod labels;
mod lines;
mod linked;
mod plot;
mod table;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position as Cell, Rect};

use below::{Below, Caption, below, caption_lines};
use linked::Linked;

use crate::dossier::chart::{self, Chart};
use crate::dossier::{Dossier, Kind, Ref, Series};
use crate::input::action::Action;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::list::List;

/// The rows a chart would fill, frame and all; more would only stretch it.
pub const WANTS: u16 = 20;

/// Which series is shown, and where the cursor is in it.
#[derive(Clone, Debug)]
pub struct State {
    series: usize,
    /// The lines of a series that can be drawn as such.
    chart: Option<Chart>,
    /// Where the cursor is, in the shape that is shown.
    shape: Shape,
    caption: Caption,
    /// What stands below the figures, as last laid out.
    below: Below,
    /// Whether only figures after the article are shown, or perhaps after it.
    only_after: bool,
    /// How many figures the series has, those that are not shown among them; counted while some may not be.
    figures: usize,
    /// What is linked to the selection; none until it is looked for again.
    linked: Option<Linked>,
}

/// Which series is shown, and what the cursor is on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Position {
    /// The series; none where the dossier has none.
    pub series: Option<Ref>,
    /// The figure the cursor is on; none for where it usually is.
    pub figure: Option<Ref>,
}

#[derive(Clone, Debug)]
enum Shape {
    Lines { line: usize, point: usize },
    Table { list: List },
}

impl State {
    /// The first series; the cursor on the latest figure of its highest line.
    pub fn new(dossier: &Dossier) -> Self {
        Self::of(dossier, 0, false)
    }

    fn of(dossier: &Dossier, place: usize, only_after: bool) -> Self {
        let series = dossier.series.get(place);
        let chart = series.filter(|series| Chart::suits(dossier, series));
        let chart = chart.map(|series| Chart::of(dossier, series, only_after));
        // Where nothing can be drawn the figures are listed.
        let chart = chart.filter(|chart| !chart.lines.is_empty() || chart.unplaced.is_empty());
        let shape = match &chart {
            Some(chart) => {
                let point = chart.lines.first().map_or(0, |line| line.points.len() - 1);
                Shape::Lines { line: 0, point }
            }
            None => Shape::Table { list: table(dossier, series, only_after) },
        };
        let figures = series.filter(|_| only_after).map_or(0, |series| figures_of(dossier, series));
        Self {
            series: place,
            chart,
            shape,
            caption: Caption::default(),
            below: Below::default(),
            only_after,
            figures,
            linked: None,
        }
    }

    /// Which series is shown and what the cursor is on: what "back" restores.
    pub fn position(&self, dossier: &Dossier) -> Position {
        Position { series: dossier.series.get(self.series).map(Series::to_ref), figure: self.cursor() }
    }

    /// Goes back to where one was.
    pub fn restore(&mut self, dossier: &Dossier, position: &Position) {
        if let Some(place) = position.series.as_ref().and_then(|series| dossier.place_among(series)) {
            self.show(dossier, place);
        }
        let Some(figure) = &position.figure else { return };
        match (&mut self.shape, &self.chart) {
            (Shape::Lines { line, point }, Some(chart)) => {
                (*line, *point) = chart.place_of(figure).unwrap_or((*line, *point));
            }
            (Shape::Table { list }, _) => list.put(figure),
            (Shape::Lines { .. }, None) => {}
        }
    }

    /// Shows only figures after the article, or all again. The series stays, and the cursor as far as it can; on the
    /// selection, if that is one of the figures shown.
    pub fn set_only_after(&mut self, context: &Context, only_after: bool) {
        let cursor = self.cursor();
        *self = Self::of(context.dossier, self.series, only_after);
        for figure in [cursor, context.selection.cloned()] {
            self.restore(context.dossier, &Position { series: None, figure });
        }
    }

    /// Shows another state of the dossier: the same series, with the cursor on the same figure.
    pub fn rebase(&mut self, before: &Dossier, dossier: &Dossier, only_after: bool) {
        let at = self.position(before);
        let series = at.series.as_ref().and_then(|series| dossier.place_among(series)).unwrap_or(0);
        let new = Self::of(dossier, series, only_after);
        let old = std::mem::replace(self, new);
        self.below = old.below;
        if let Shape::Table { mut list } = old.shape {
            // Whether there is room for lines turns out when it is laid out.
            list.rebase(listed(dossier, dossier.series.get(series), only_after));
            self.shape = Shape::Table { list };
        }
        self.restore(dossier, &at);
    }

    fn show(&mut self, dossier: &Dossier, series: usize) {
        if series != self.series {
            *self = Self::of(dossier, series, self.only_after);
        }
    }

    /// Follows the selection: to its series, if it is a figure or a series, and to its figure.
    pub fn follow_selection(&mut self, context: &Context, entered: bool) {
        let dossier = context.dossier;
        self.linked = None;
        let wanted = context.selection.and_then(|selection| match selection.kind {
            Kind::Observation => dossier.observation(&selection.id).map(|observation| &observation.series),
            Kind::Series => Some(&selection.id),
            _ => None,
        });
        if let Some(place) = wanted.and_then(|id| dossier.place_among(&Ref::new(Kind::Series, id))) {
            self.show(dossier, place);
        }
        match (&mut self.shape, &self.chart) {
            (Shape::Lines { line, point }, Some(chart)) => {
                let selected = context.selection.and_then(|selection| chart.place_of(selection));
                let lit_line = || {
                    let lit = |of: &chart::PlaceLine| context.lit.has(&Ref::new(Kind::Place, &of.place));
                    chart.lines.iter().position(lit).map(|line| (line, chart.lines[line].points.len() - 1))
                };
                if let Some(place) = selected.or_else(|| entered.then(lit_line).flatten()) {
                    (*line, *point) = place;
                }
            }
            (Shape::Table { list }, _) => list.follow_selection(context, entered),
            (Shape::Lines { .. }, None) => {}
        }
    }

    /// Scrolls so that what matters is in sight. Where lines have no room, their figures are a table.
    pub fn layout(&mut self, context: &Context, focused: bool, area: Rect) {
        if area.is_empty() {
            return;
        }
        let Some(series) = context.dossier.series.get(self.series) else { return };
        if let Some(chart) = &self.chart {
            // By what does not depend on the shape shown now, or on the cursor: else one would lead to the other.
            let most = caption_lines(area.height);
            self.caption.lay(context, series, (chart.undrawn(), &chart.unplaced), area);
            let below = u16::try_from(self.caption.rows(most)).unwrap_or(u16::MAX).saturating_add(1);
            let height = area.height.saturating_sub(below.saturating_add(1));
            // Nothing needs no room.
            let has_room = chart.lines.is_empty() || lines::has_room(chart, context, Rect { height, ..area });
            if has_room != self.has_periods() {
                self.reshape(context, has_room);
            }
        }
        if self.linked.is_none() {
            self.linked = Some(Linked::of(self, context));
        }
        let lines = self.chart.as_ref().filter(|_| matches!(self.shape, Shape::Lines { .. }));
        let undrawn = lines.map_or((0, &[][..]), |chart| (chart.undrawn(), &chart.unplaced));
        self.caption.lay(context, series, undrawn, area);
        self.below = below(self, context, area);
        // What stands below tells what the window does not show, and the window has the rows that it leaves.
        for _ in 0..MOST_FITTINGS {
            let rows = table_rows(self, area);
            let Shape::Table { list } = &mut self.shape else { return };
            list.scroll(context, focused, rows, |_| 1);
            self.below = below(self, context, area);
            if table_rows(self, area) == rows {
                return;
            }
        }
    }

    /// Whether left and right go from period to period; in a table they do nothing.
    pub fn has_periods(&self) -> bool {
        matches!(self.shape, Shape::Lines { .. })
    }

    /// From lines to a table, or back; the cursor stays on its figure.
    fn reshape(&mut self, context: &Context, to_lines: bool) {
        let cursor = self.cursor();
        self.shape = if let Some(chart) = self.chart.as_ref().filter(|_| to_lines) {
            let (line, point) = cursor.and_then(|cursor| chart.place_of(&cursor)).unwrap_or_default();
            Shape::Lines { line, point }
        } else {
            let series = context.dossier.series.get(self.series);
            let mut list = table(context.dossier, series, self.only_after);
            if let Some(cursor) = cursor {
                list.put(&cursor);
            }
            Shape::Table { list }
        };
        self.linked = None;
    }

    /// The lines, if it is lines that are shown.
    fn lines(&self) -> Option<&Chart> {
        self.chart.as_ref().filter(|_| self.has_periods())
    }

    fn cursor(&self) -> Option<Ref> {
        match &self.shape {
            Shape::Lines { line, point } => {
                let line = self.chart.as_ref()?.lines.get(*line)?;
                line.points.get(*point).map(|point| point.of.clone())
            }
            Shape::Table { list } => list.cursor().cloned(),
        }
    }
}

/// So often at most rows and what stands below them are fitted to each other; the second time nothing changes, but
/// where a line more tells of a row less.
const MOST_FITTINGS: usize = 3;

fn table(dossier: &Dossier, series: Option<&Series>, only_after: bool) -> List {
    List::new(listed(dossier, series, only_after))
}

/// The figures of a series, as a table lists them.
fn listed(dossier: &Dossier, series: Option<&Series>, only_after: bool) -> Vec<Ref> {
    series.map_or_else(Vec::new, |series| table::items(dossier, series, only_after))
}

/// How many figures a series has.
fn figures_of(dossier: &Dossier, series: &Series) -> usize {
    dossier.linked_of(&series.to_ref(), Kind::Observation).count()
}

/// Carries out a key: up and down between places, left and right between periods.
pub fn update(state: &mut State, action: Action, context: &Context, area: Rect) -> Vec<Request> {
    let dossier = context.dossier;
    match action {
        Action::View => {
            if dossier.series.len() < 2 {
                return vec![Request::Notice(context.strings().only_series.to_owned())];
            }
            state.show(dossier, (state.series + 1) % dossier.series.len());
            return Vec::new();
        }
        Action::Card => {
            let of = state.cursor().or_else(|| context.selection.cloned());
            return of.map(Request::Open).into_iter().collect();
        }
        _ => {}
    }
    let rows = table_rows(state, area);
    let held = state.cursor().is_some_and(|cursor| context.is_selected(&cursor));
    match (&mut state.shape, &state.chart) {
        (Shape::Table { list }, _) if matches!(action, Action::Left | Action::Right) => {
            let text = context.with_keys(context.strings().only_up_and_down, &[Action::Up, Action::Down]);
            let notice = (!list.items().is_empty()).then_some(Request::Notice(text));
            notice.into_iter().collect()
        }
        (Shape::Table { list }, _) => list.press(action, context, rows, |_| 1).into_iter().collect(),
        (Shape::Lines { .. }, None) => Vec::new(),
        (Shape::Lines { line, point }, Some(chart)) => {
            let Some(points) = chart.lines.get(*line).map(|line| line.points.len()) else {
                return Vec::new();
            };
            let day = chart.lines[*line].points[*point].middle();
            let last = chart.lines.len() - 1;
            let to_line = |to: usize| (to, chart.nearest(to, day));
            (*line, *point) = match action {
                Action::Up | Action::Down | Action::Left | Action::Right if !held => (*line, *point),
                Action::Up => to_line(line.saturating_sub(1)),
                Action::Down => to_line((*line + 1).min(last)),
                Action::PageUp => to_line(0),
                Action::PageDown => to_line(last),
                Action::Left => (*line, point.saturating_sub(1)),
                Action::Right => (*line, (*point + 1).min(points - 1)),
                Action::First => (*line, 0),
                Action::Last => (*line, points - 1),
                _ => return Vec::new(),
            };
            state.cursor().map(Request::Select).into_iter().collect()
        }
    }
}

/// Carries out a turn of the wheel: of a table; a chart shows all it has.
pub fn wheel(state: &mut State, down: bool) {
    if let Shape::Table { list } = &mut state.shape {
        list.wheel(down, |_| 1);
    }
}

/// What a click there asks for: the figure.
pub fn at(state: &State, context: &Context, area: Rect, position: Cell) -> Option<Request> {
    let body = body(state, area);
    let figure = match (&state.shape, &state.chart) {
        (Shape::Lines { line, point }, Some(chart)) => {
            let (line, point) = lines::at(chart, (*line, *point), context, body, position)?;
            chart.lines[line].points[point].of.clone()
        }
        (Shape::Table { list }, _) => {
            let row = position.y.checked_sub(body.y + table::HEADER)?;
            let place = list.window(table_rows(state, area), |_| 1).nth(usize::from(row))?;
            list.items()[place].clone()
        }
        (Shape::Lines { .. }, None) => return None,
    };
    Some(Request::Select(figure))
}

/// What the frame says on the right, longest first: which of how many series, and that a table stands for its lines.
pub fn notes(state: &State, context: &Context) -> Vec<String> {
    let strings = context.strings();
    let total = context.dossier.series.len();
    if total == 0 {
        return Vec::new();
    }
    let place = format!("{}/{total}", state.series + 1);
    let series = format!("{} {place}", strings.series.one);
    let notes = if state.chart.is_some() && !state.has_periods() {
        let table = strings.table_for_lines;
        vec![
            context.joined(&[&series, &format!("{table}: {}", strings.no_room_for_lines)]),
            format!("{place} {table}"),
        ]
    } else {
        vec![series, place]
    };
    if !state.only_after {
        return notes;
    }
    let shown = match (&state.shape, &state.chart) {
        (Shape::Lines { .. }, chart) => {
            chart.iter().flat_map(|chart| &chart.lines).map(|line| line.points.len()).sum()
        }
        (Shape::Table { list }, _) => list.items().len(),
    };
    let [shown, all] = [shown, state.figures].map(|number| context.language.count(number));
    // What is hidden is said in any case.
    let after = format!("{} {shown} {} {all}", strings.only_after, strings.out_of);
    let with = notes.iter().map(|note| context.joined(&[&after, note])).collect::<Vec<_>>();
    with.into_iter().chain([after.clone(), strings.only_after.to_owned()]).collect()
}

/// Draws the series into the inside of the panel's frame.
pub fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    let Some(series) = context.dossier.series.get(state.series) else {
        crate::widgets::hint(context, context.strings().no_series, area, buffer);
        return;
    };
    draw_heading(context, series, area, buffer);
    let body = body(state, area);
    match (&state.shape, &state.chart) {
        (Shape::Lines { line, point }, Some(chart)) => {
            lines::draw(chart, (*line, *point), context, body, buffer);
        }
        (Shape::Table { list }, _) => table::draw(list, context, body, buffer),
        (Shape::Lines { .. }, None) => {}
    }
    if state.only_after && state.cursor().is_none() {
        let text = context.with_keys(context.strings().none_after, &[Action::View, Action::OnlyAfter]);
        crate::widgets::hint(context, &text, body, buffer);
    }
    below::draw(state, context, body, area, buffer);
}

/// The room between the heading and the caption.
fn body(state: &State, area: Rect) -> Rect {
    let below = state.below.rows();
    let height = area.height.saturating_sub(1 + u16::try_from(below).unwrap_or(u16::MAX - 1));
    Rect { y: area.y + 1, height, ..area }
}

/// The rows for figures, where they are a table.
fn table_rows(state: &State, area: Rect) -> u16 {
    body(state, area).height.saturating_sub(table::HEADER)
}

fn draw_heading(context: &Context, series: &Series, area: Rect, buffer: &mut Buffer) {
    let title = context.text(&series.title);
    let room = usize::from(area.width.saturating_sub(2));
    let title = context.truncate(&title, room);
    buffer.set_string(area.x + 1, area.y, &*title, context.style(Role::Heading));
    let x = area.x + 1 + u16::try_from(width::cells(&title)).unwrap_or(0) + 2;
    let note = context.strings().not_from_article;
    if usize::from(area.right().saturating_sub(x)) > width::cells(note) + 3 {
        let sign = context.link_sign(&series.to_ref());
        buffer.set_string(x, area.y, context.glyph(sign.glyph), context.style(sign.role));
        buffer.set_string(x + 2, area.y, note, context.style(Role::Quiet));
    }
}
