//! The figures: one publisher's series at a time, as lines on a true time axis where levels compare, else as a table.
//! A missing value is a gap, a bound is a bound, and nothing is joined that the publisher did not print side by side.

mod axis;
mod chart;
mod lines;
mod table;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use chart::Chart;

use super::list::List;
use crate::dossier::{Dossier, Kind, Ref, Series};
use crate::text::{flow, width};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::names;
use crate::ui::request::Request;
use crate::ui::signs;
use crate::ui::theme::Role;

/// The rows a chart would fill, frame and all; more would only stretch it.
pub const WANTS: u16 = 20;

/// Which series is shown, and where the cursor is in it.
#[derive(Clone, Debug)]
pub struct State {
    series: usize,
    shape: Shape,
}

#[derive(Clone, Debug)]
enum Shape {
    Lines { chart: Chart, line: usize, point: usize },
    Table { list: List },
}

impl State {
    /// The first series; the cursor on the latest figure of its highest line.
    pub fn new(dossier: &Dossier) -> Self {
        Self { series: 0, shape: shape(dossier, 0) }
    }

    /// Follows the selection: to its series, if it is a figure or a series, and to its figure.
    pub fn attend(&mut self, context: &Context, entered: bool) {
        let dossier = context.dossier;
        let wanted = context.selection.and_then(|selection| match selection.kind {
            Kind::Observation => dossier.observation(&selection.id).map(|observation| &observation.series),
            Kind::Series => Some(&selection.id),
            _ => None,
        });
        let place = wanted.and_then(|id| dossier.series.iter().position(|series| series.id == *id));
        if let Some(place) = place {
            self.turn_to(dossier, place);
        }
        match &mut self.shape {
            Shape::Lines { chart, line, point } => {
                let selected = context.selection.and_then(|selection| chart.place_of(selection));
                let lit_line = || {
                    let lit = |of: &chart::PlaceLine| context.lit.has(&Ref::new(Kind::Place, &of.place));
                    chart.lines.iter().position(lit).map(|line| (line, chart.lines[line].points.len() - 1))
                };
                if let Some(place) = selected.or_else(|| entered.then(lit_line).flatten()) {
                    (*line, *point) = place;
                }
            }
            Shape::Table { list } => list.attend(context, entered),
        }
    }

    /// The series shown; none where the dossier has none.
    pub fn series<'a>(&self, dossier: &'a Dossier) -> Option<&'a Series> {
        dossier.series.get(self.series)
    }

    /// Shows this series, if there is such a one.
    pub fn show(&mut self, dossier: &Dossier, id: &str) {
        if let Some(place) = dossier.series.iter().position(|series| series.id.as_str() == id) {
            self.turn_to(dossier, place);
        }
    }

    fn turn_to(&mut self, dossier: &Dossier, place: usize) {
        if place != self.series {
            self.series = place;
            self.shape = shape(dossier, place);
        }
    }

    /// Scrolls so that what matters is in sight.
    pub fn arrange(&mut self, context: &Context, focused: bool, area: Rect) {
        let rows = body(self, context, area).height.saturating_sub(table::HEADER);
        if let Shape::Table { list } = &mut self.shape {
            list.scroll(context, focused, rows, |_| 1);
        }
    }

    /// Whether left and right go from period to period; in a table they do nothing.
    pub fn has_periods(&self) -> bool {
        matches!(self.shape, Shape::Lines { .. })
    }

    fn undrawn(&self) -> usize {
        match &self.shape {
            Shape::Lines { chart, .. } => chart.undrawn(),
            Shape::Table { .. } => 0,
        }
    }

    fn cursor(&self) -> Option<Ref> {
        match &self.shape {
            Shape::Lines { chart, line, point } => {
                chart.lines.get(*line)?.points.get(*point).map(|point| point.of.clone())
            }
            Shape::Table { list } => list.cursor().cloned(),
        }
    }
}

fn shape(dossier: &Dossier, place: usize) -> Shape {
    let Some(series) = dossier.series.get(place) else { return Shape::Table { list: List::default() } };
    if Chart::suits(dossier, series) {
        let chart = Chart::of(dossier, series);
        let point = chart.lines.first().map_or(0, |line| line.points.len() - 1);
        Shape::Lines { chart, line: 0, point }
    } else {
        Shape::Table { list: List::new(table::items(dossier, series)) }
    }
}

/// Carries out a key: up and down between places, left and right between periods.
pub fn update(state: &mut State, action: Action, context: &Context, area: Rect) -> Vec<Request> {
    let dossier = context.dossier;
    match action {
        Action::View => {
            if dossier.series.len() < 2 {
                return vec![Request::Notice(context.strings().only_series.to_owned())];
            }
            state.turn_to(dossier, (state.series + 1) % dossier.series.len());
            return Vec::new();
        }
        Action::Card => {
            let of = context.selection.cloned().or_else(|| state.cursor());
            return of.map(Request::Open).into_iter().collect();
        }
        _ => {}
    }
    let page = usize::from(body(state, context, area).height.saturating_sub(table::HEADER));
    let held = state.cursor().is_some_and(|cursor| context.is_selected(&cursor));
    match &mut state.shape {
        Shape::Table { list } => list.press(action, context, page).into_iter().collect(),
        Shape::Lines { chart, line, point } => {
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
pub fn at(state: &State, context: &Context, area: Rect, position: Position) -> Option<Request> {
    let body = body(state, context, area);
    let figure = match &state.shape {
        Shape::Lines { chart, line, point } => {
            let (line, point) = lines::at(chart, (*line, *point), context, body, position)?;
            chart.lines[line].points[point].of.clone()
        }
        Shape::Table { list } => {
            let row = position.y.checked_sub(body.y + table::HEADER)?;
            list.at(row, body.height.saturating_sub(table::HEADER), |_| 1)?.0.clone()
        }
    };
    Some(Request::Select(figure))
}

/// What the frame says on the right: which of how many series.
pub fn note(state: &State, context: &Context) -> String {
    let total = context.dossier.series.len();
    if total == 0 {
        return String::new();
    }
    format!("{} {}/{total}", context.strings().series.one, state.series + 1)
}

/// Draws the series into the inside of the panel's frame.
pub fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    let Some(series) = context.dossier.series.get(state.series) else {
        super::hint(context, context.strings().no_series, area, buffer);
        return;
    };
    draw_heading(context, series, area, buffer);
    let body = body(state, context, area);
    match &state.shape {
        Shape::Lines { chart, line, point } => lines::draw(chart, (*line, *point), context, body, buffer),
        Shape::Table { list } => table::draw(list, context, body, buffer),
    }
    let cursor = state.cursor().filter(|cursor| {
        context.is_selected(cursor)
            || context.focus == crate::ui::panel::Focus::Panel(crate::ui::panel::Panel::Trend)
    });
    for (y, line) in (body.bottom()..).zip(caption(context, series, state.undrawn(), area)) {
        buffer.set_string(area.x + 1, y, line, context.style(Role::Quiet));
    }
    let footer = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    draw_footer(state, context, series, cursor.as_ref(), footer, buffer);
}

/// The room between the heading and the caption.
fn body(state: &State, context: &Context, area: Rect) -> Rect {
    let caption = context.dossier.series.get(state.series).map_or(0, |series| {
        u16::try_from(caption(context, series, state.undrawn(), area).len()).unwrap_or(0)
    });
    let height = area.height.saturating_sub(1 + caption + 1);
    Rect { y: area.y + 1, height, ..area }
}

fn draw_heading(context: &Context, series: &Series, area: Rect, buffer: &mut Buffer) {
    let title = context.text(&series.title);
    let room = usize::from(area.width.saturating_sub(2));
    let title = width::truncate(&title, room);
    buffer.set_string(area.x + 1, area.y, &*title, context.style(Role::Heading));
    let x = area.x + 1 + u16::try_from(width::cells(&title)).unwrap_or(0) + 2;
    let note = context.strings().not_from_article;
    if usize::from(area.right().saturating_sub(x)) > width::cells(note) + 2 {
        let sign = signs::BACKGROUND;
        buffer.set_string(x, area.y, sign.glyph, context.style(sign.role));
        buffer.set_string(x + 1, area.y, note, context.style(Role::Quiet));
    }
}

/// Most lines of the caption: publisher, unit, definition, and what is missing.
const CAPTION_LINES: usize = 3;
/// Most lines of the caption in a panel with few rows.
const CAPTION_LINES_LOW: usize = 2;
/// Fewer rows than this are few.
const LOW: u16 = 13;

fn caption(context: &Context, series: &Series, undrawn: usize, area: Rect) -> Vec<String> {
    let most = if area.height < LOW { CAPTION_LINES_LOW } else { CAPTION_LINES };
    let strings = context.strings();
    let mut parts = vec![series.outlet.to_string()];
    let missing: Vec<String> =
        series.expects.iter().map(|id| names::name(context, &Ref::new(Kind::Place, id))).collect();
    if !missing.is_empty() {
        parts.push(format!("{}: {}", strings.no_value_for, missing.join(", ")));
    }
    if undrawn > 0 {
        parts.push(format!("{} {}", context.language.count(undrawn), strings.not_drawn));
    }
    parts.push(context.text(&series.definition));
    let parts: Vec<&str> =
        parts.iter().map(|part| part.trim_end_matches('.')).filter(|part| !part.is_empty()).collect();
    let text = format!("{}.", parts.join(". "));
    let room = area.width.saturating_sub(2).max(1);
    let wrapped = flow::wrap(&text, room);
    let mut lines: Vec<String> =
        wrapped.iter().take(most).map(|line| text[line.range.clone()].to_owned()).collect();
    if let (Some(cut), Some(last)) = (wrapped.get(most), lines.last_mut()) {
        let from = wrapped[most - 1].range.start;
        *last = width::truncate(&text[from..cut.range.end], usize::from(room)).into_owned();
    }
    lines
}

fn draw_footer(
    state: &State,
    context: &Context,
    series: &Series,
    cursor: Option<&Ref>,
    area: Rect,
    buffer: &mut Buffer,
) {
    let strings = context.strings();
    let room = usize::from(area.width.saturating_sub(2));
    let (text, role) = if let Some(cursor) = cursor {
        let glyph = if context.is_selected(cursor) { "▶" } else { "▷" };
        (format!("{glyph} {}", names::name(context, cursor)), Role::Text)
    } else if context.selection.is_some() {
        let figures = context.lit.things().filter(|lit| {
            context
                .dossier
                .observation(&lit.id)
                .is_some_and(|figure| lit.kind == Kind::Observation && figure.series == series.id)
        });
        let places = |lit: &&Ref| {
            let Shape::Lines { chart, .. } = &state.shape else { return false };
            lit.kind == Kind::Place && chart.lines.iter().any(|line| line.place == lit.id)
        };
        let figures = figures.count();
        let places = context.lit.things().filter(places).count();
        let mut text = if figures + places + usize::from(context.lit.has(&series.to_ref())) == 0 {
            strings.nothing_on.to_owned()
        } else if figures > 0 {
            let figures = names::counted(context.language, figures, &strings.observation);
            format!("◀ {figures} {}", strings.linked_to_selection)
        } else {
            format!("◀ {}", strings.linked_to_selection)
        };
        if let Shape::Lines { chart, .. } = &state.shape {
            let (on, off) = lines::events_on_axis(chart, context);
            if on > 0 {
                text = format!("{text} · ▲ {}", names::counted(context.language, on, &strings.event));
            }
            if off > 0 {
                let off = names::counted(context.language, off, &strings.event);
                text = format!("{text} · {off} {}", strings.off_axis);
            }
        }
        (text, Role::Quiet)
    } else {
        return;
    };
    buffer.set_string(area.x + 1, area.y, &*width::truncate(&text, room), context.style(role));
}
