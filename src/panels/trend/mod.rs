//! The figures: one publisher's series at a time, as lines on a true time axis where levels compare, else as a table.
//! A missing value is a gap, a bound is a bound, and nothing is joined that the publisher did not print side by side.

mod axis;
mod chart;
mod lines;
mod table;

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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
    /// Whether only figures after the article are shown, or perhaps after it.
    only_after: bool,
    /// How many figures the series has, those that are not shown among them; counted while some may not be.
    figures: usize,
    /// What is linked to the selection; none until it is looked for again.
    linked: Option<Linked>,
}

/// The figures that are linked to the selection, and what it names without naming a figure.
#[derive(Clone, Debug, Default)]
struct Linked {
    /// How many figures of the series that is shown.
    here: usize,
    /// Of these, those that are not shown because they are not of a time after the article.
    hidden: usize,
    /// Whether the series itself is linked, or a place on its chart.
    named: bool,
    /// How many places that are linked are not drawn.
    undrawn: usize,
    /// How many figures of other series, and of which, by number.
    elsewhere: usize,
    others: Vec<usize>,
}

#[derive(Clone, Debug)]
enum Shape {
    Lines { chart: Chart, line: usize, point: usize },
    Table { list: List },
}

impl State {
    /// The first series; the cursor on the latest figure of its highest line.
    pub fn new(dossier: &Dossier) -> Self {
        Self { series: 0, shape: shape(dossier, 0, false), only_after: false, figures: 0, linked: None }
    }

    /// Which series is shown and what the cursor is on: what "back" restores.
    pub fn position(&self, dossier: &Dossier) -> Position {
        Position { series: dossier.series.get(self.series).map(Series::to_ref), figure: self.cursor() }
    }

    /// Goes back to where one was.
    pub fn restore(&mut self, dossier: &Dossier, position: &Position) {
        let series = position.series.as_ref().and_then(|series| dossier.place_among(series));
        if let Some(place) = series {
            self.show(dossier, place);
        }
        match (&mut self.shape, &position.figure) {
            (Shape::Lines { chart, line, point }, Some(figure)) => {
                (*line, *point) = chart.place_of(figure).unwrap_or((*line, *point));
            }
            (Shape::Table { list }, Some(figure)) => list.put_cursor(figure),
            (_, None) => {}
        }
    }

    /// Shows only figures after the article, or all again.
    pub fn set_only_after(&mut self, dossier: &Dossier, only_after: bool) {
        self.only_after = only_after;
        self.reshape(dossier);
    }

    fn reshape(&mut self, dossier: &Dossier) {
        self.shape = shape(dossier, self.series, self.only_after);
        self.linked = None;
        if self.only_after {
            self.figures = dossier.series.get(self.series).map_or(0, |series| figures_of(dossier, series));
        }
    }

    fn show(&mut self, dossier: &Dossier, series: usize) {
        if series != self.series {
            self.series = series;
            self.reshape(dossier);
        }
    }

    /// Follows the selection: to its series, if it is a figure or a series, and to its figure.
    pub fn attend(&mut self, context: &Context, entered: bool) {
        let dossier = context.dossier;
        self.linked = None;
        let wanted = context.selection.and_then(|selection| match selection.kind {
            Kind::Observation => dossier.observation(&selection.id).map(|observation| &observation.series),
            Kind::Series => Some(&selection.id),
            _ => None,
        });
        let place = wanted.and_then(|id| dossier.place_among(&Ref::new(Kind::Series, id)));
        if let Some(place) = place {
            self.show(dossier, place);
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

    /// Scrolls so that what matters is in sight.
    pub fn arrange(&mut self, context: &Context, focused: bool, area: Rect) {
        let rows = body(self, context, area).height.saturating_sub(table::HEADER);
        if let Shape::Table { list } = &mut self.shape {
            list.scroll(context, focused, rows, |_| 1);
        }
        if self.linked.is_none() {
            self.linked = Some(self.look_for_linked(context));
        }
    }

    /// Looks once a selection for what is linked to it, here and in other series.
    fn look_for_linked(&self, context: &Context) -> Linked {
        let dossier = context.dossier;
        let mut linked = Linked::default();
        let mut elsewhere: BTreeMap<usize, usize> = BTreeMap::new();
        for lit in context.lit.things() {
            match lit.kind {
                Kind::Observation => {
                    let Some(figure) = dossier.observation(&lit.id) else { continue };
                    match dossier.place_among(&Ref::new(Kind::Series, &figure.series)) {
                        Some(place) if place != self.series => *elsewhere.entry(place).or_default() += 1,
                        Some(_) => {
                            let date = figure.date.as_ref();
                            let is_after = date.is_some_and(|date| dossier.may_be_after_article(date));
                            linked.here += 1;
                            linked.hidden += usize::from(self.only_after && !is_after);
                        }
                        None => {}
                    }
                }
                Kind::Series => match dossier.place_among(lit) {
                    Some(place) if place == self.series => linked.named = true,
                    Some(place) => {
                        elsewhere.entry(place).or_default();
                    }
                    None => {}
                },
                Kind::Place => {
                    if let Shape::Lines { chart, line: cursor, .. } = &self.shape
                        && let Some(line) = chart.lines.iter().position(|line| line.place == lit.id)
                    {
                        linked.named = true;
                        linked.undrawn += usize::from(!Chart::is_drawn(line, *cursor));
                    }
                }
                _ => {}
            }
        }
        for (place, figures) in elsewhere {
            // A series that names the selection, but no figure of it: then all of them are about it.
            linked.elsewhere +=
                if figures == 0 { figures_of(dossier, &dossier.series[place]) } else { figures };
            linked.others.push(place);
        }
        linked
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

/// How many figures a series has.
fn figures_of(dossier: &Dossier, series: &Series) -> usize {
    dossier.linked_of(&series.to_ref(), Kind::Observation).count()
}

/// Which series is shown, and what the cursor is on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Position {
    series: Option<Ref>,
    figure: Option<Ref>,
}

fn shape(dossier: &Dossier, place: usize, only_after: bool) -> Shape {
    let Some(series) = dossier.series.get(place) else { return Shape::Table { list: List::default() } };
    if Chart::suits(dossier, series) {
        let chart = Chart::of(dossier, series, only_after);
        let point = chart.lines.first().map_or(0, |line| line.points.len() - 1);
        Shape::Lines { chart, line: 0, point }
    } else {
        Shape::Table { list: List::new(table::items(dossier, series, only_after)) }
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
            state.show(dossier, (state.series + 1) % dossier.series.len());
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

/// What the frame says on the right: which of how many series.
pub fn note(state: &State, context: &Context) -> String {
    let total = context.dossier.series.len();
    if total == 0 {
        return String::new();
    }
    let which = format!("{} {}/{total}", context.strings().series.one, state.series + 1);
    if !state.only_after {
        return which;
    }
    let strings = context.strings();
    let shown = match &state.shape {
        Shape::Lines { chart, .. } => chart.lines.iter().map(|line| line.points.len()).sum(),
        Shape::Table { list } => list.items().len(),
    };
    let count = |number| context.language.count(number);
    let figures = format!("{} {} {}", count(shown), strings.out_of, count(state.figures));
    format!("{} {figures} · {which}", strings.only_after)
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
    if state.only_after && state.cursor().is_none() {
        super::hint(context, context.strings().none_after, body, buffer);
    }
    let cursor = state.cursor().filter(|cursor| {
        context.is_selected(cursor)
            || context.focus == crate::ui::panel::Focus::Panel(crate::ui::panel::Panel::Trend)
    });
    for (y, line) in (body.bottom()..).zip(caption(context, series, state.undrawn(), area)) {
        buffer.set_string(area.x + 1, y, line, context.style(Role::Quiet));
    }
    let footer = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    let rows = body.height.saturating_sub(table::HEADER);
    draw_footer(state, context, (cursor.as_ref(), rows), footer, buffer);
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
    (cursor, rows): (Option<&Ref>, u16),
    area: Rect,
    buffer: &mut Buffer,
) {
    let room = usize::from(area.width.saturating_sub(2));
    let (text, role) = if let Some(cursor) = cursor {
        let glyph = if context.is_selected(cursor) { "▶" } else { "▷" };
        (format!("{glyph} {}", names::name(context, cursor)), Role::Text)
    } else if context.selection.is_some() {
        let text = linked_words(state, context, rows).join(" · ");
        (text, Role::Quiet)
    } else {
        return;
    };
    buffer.set_string(area.x + 1, area.y, &*width::truncate(&text, room), context.style(role));
}

/// What there is on the selection: in the window, above and below it, in other series, and which events.
fn linked_words(state: &State, context: &Context, rows: u16) -> Vec<String> {
    let (language, strings) = (context.language, context.strings());
    let nothing = Linked::default();
    let linked = state.linked.as_ref().unwrap_or(&nothing);
    let count =
        |number: usize, where_: &str| (number > 0).then(|| format!("{} {where_}", language.count(number)));
    let mut words = Vec::new();
    if linked.here > 0 {
        let figures = names::counted(language, linked.here, &strings.observation);
        words.push(format!("◀ {figures} {}", strings.linked_to_selection));
    } else if linked.named {
        words.push(format!("◀ {}", strings.linked_to_selection));
    } else if linked.elsewhere > 0 {
        words.push(strings.nothing_here.to_owned());
    } else {
        words.push(strings.nothing_on.to_owned());
    }
    if let Shape::Table { list } = &state.shape {
        let out = list.out_of_sight(&list.window(rows, |_| 1));
        words.extend([count(out.above, "↑"), count(out.below, "↓")].into_iter().flatten());
    }
    words.extend(count(linked.hidden, strings.hidden_by_filter));
    words.extend(count(linked.undrawn, strings.undrawn));
    if linked.elsewhere > 0 {
        let series = match linked.others[..] {
            [one] => strings.in_series.replace("{}", &(one + 1).to_string()),
            ref several => strings.in_other_series.replace("{}", &language.count(several.len())),
        };
        words.push(format!("{} {series}", language.count(linked.elsewhere)));
    }
    if let Shape::Lines { chart, .. } = &state.shape {
        let events = lines::events_on_axis(chart, context);
        let sides = [(events.before, "←"), (events.on, "▲"), (events.after, "→")];
        let sides: Vec<(usize, &str)> = sides.into_iter().filter(|(number, _)| *number > 0).collect();
        let all = names::counted(language, events.before + events.on + events.after, &strings.event);
        match sides[..] {
            [] => {}
            [(_, sign)] => words.push(format!("{all} {sign}")),
            ref several => {
                let several =
                    several.iter().map(|(number, sign)| format!("{} {sign}", language.count(*number)));
                words.push(format!("{all}: {}", several.collect::<Vec<_>>().join(" · ")));
            }
        }
    }
    words
}
