//! The figures: all series at a glance, then one publisher's series at a time, drawn as what it is: lines on a true time
//! axis, columns, bars, or a table. A missing value is a gap, a bound is a bound, and nothing is joined that the
//! publisher did not print side by side.

mod bars;
mod below;
mod columns;
mod lines;
mod linked;
mod map;
mod overview;
mod table;
mod view;

use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use bars::BarChart;
use below::{Below, Caption, below, caption_lines};
use columns::ColumnChart;
use lines::LineChart;
use linked::Linked;
use map::MapView;
use overview::Overview;
use table::FigureTable;
use view::{Form, SeriesView};

use super::{Filtered, PanelPlace, PanelState};
use crate::dossier::chart::{Chart, ChartForm};
use crate::dossier::map::{Map, Measures};
use crate::dossier::{Dossier, Id, Kind, Observation, Ref, Series, SeriesKind};
use crate::facts::SeriesTrend;
use crate::input::action::Action;
use crate::look::glyphs::Glyphs;
use crate::look::panel::Panel;
use crate::look::theme::Role;
use crate::protocol::bar::{self, Hint};
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::to_cells;

/// The rows a chart would fill, frame and all; more would only stretch it.
const PREFERRED_ROWS: u16 = 20;

/// What is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Page {
    /// All series at a glance.
    Overview,
    /// What can be mapped, by its number.
    Map(usize),
    /// A series by itself, by its number.
    Series(usize),
}

/// Which view is shown, and where the cursor is in it.
#[derive(Clone, Debug)]
pub struct State {
    page: Page,
    /// What can be mapped.
    maps: Rc<[Measures]>,
    /// The lines of a series that can be drawn, and as what.
    chart: Option<(Rc<Chart>, ChartForm)>,
    /// How it is shown, with the cursor.
    view: Box<dyn SeriesView>,
    caption: Caption,
    /// What stands below the figures, as last laid out.
    below: Below,
    /// How many figures the series has, those that are not shown among them; counted while some may not be.
    figures: usize,
    /// What is linked to the selection; none until it is computed.
    linked: Option<Linked>,
    /// The edition that the map shows when it has room again, while rows stand in for it.
    edition: Option<String>,
}

/// Which view is shown, and what the cursor is on.
#[derive(Clone, PartialEq, Eq, Debug)]
struct TrendPlace {
    /// The name of the view: the id of a series, or that of a map; none for the overview, and where the dossier has no
    /// series.
    view: Option<String>,
    /// The figure the cursor is on; none for where it usually is.
    figure: Option<Ref>,
}

/// What the view of a map is called. One that is not the first has after this, and a slash, the series it is known by; after
/// [`AT`] stands which edition it shows, where that is not the latest of each place.
const MAP: &str = "map";
/// Between the name of a map and its edition.
const AT: char = '@';

impl State {
    /// The overview; where no figures compare, the first series.
    pub fn new(dossier: &Dossier) -> Self {
        let maps = Measures::all(dossier).into();
        Self::of(dossier, usual(dossier), maps, false)
    }

    fn of(dossier: &Dossier, page: Page, maps: Rc<[Measures]>, only_after: bool) -> Self {
        match page {
            Page::Series(series) => Self::of_series(dossier, series, maps, only_after),
            Page::Map(number) if number < maps.len() => {
                let map = Map::of(dossier, maps[number].clone(), only_after);
                let view = Box::new(MapView::new(map, only_after));
                let series = maps[number].series().filter_map(|id| dossier.series_by_id(id));
                let figures = series.filter(|_| only_after).map(|series| figures_of(dossier, series)).sum();
                Self::with(page, view, maps, figures)
            }
            Page::Map(_) | Page::Overview => {
                let comparable = dossier.series.iter().filter(|series| series.kind != SeriesKind::List);
                let figures =
                    comparable.filter(|_| only_after).map(|series| figures_of(dossier, series)).sum();
                let view = Box::new(Overview::of_all(SeriesTrend::dated(dossier, only_after)));
                Self::with(Page::Overview, view, maps, figures)
            }
        }
    }

    fn of_series(dossier: &Dossier, place: usize, maps: Rc<[Measures]>, only_after: bool) -> Self {
        let series = dossier.series.get(place);
        let chart = series.map(|series| (Chart::of(dossier, series, only_after), series.kind));
        let chart = chart.map(|(chart, kind)| (chart.form(kind), chart));
        let chart = chart.filter(|(form, _)| *form != ChartForm::Table);
        let chart = chart.map(|(form, chart)| (Rc::new(chart), form));
        // Whether there is room for it turns out when it is laid out.
        let form = chart.as_ref().map_or(Form::Table, |(_, form)| form_of(*form, || true));
        let view = view(form, chart.as_ref(), (dossier, series), only_after);
        let figures = series.filter(|_| only_after).map_or(0, |series| figures_of(dossier, series));
        Self { chart, ..Self::with(Page::Series(place), view, maps, figures) }
    }

    fn with(page: Page, view: Box<dyn SeriesView>, maps: Rc<[Measures]>, figures: usize) -> Self {
        let (caption, below) = (Caption::default(), Below::default());
        Self { page, maps, chart: None, view, caption, below, figures, linked: None, edition: None }
    }

    /// The series that is shown by itself.
    fn shown<'a>(&self, dossier: &'a Dossier) -> Option<&'a Series> {
        match self.page {
            Page::Series(series) => dossier.series.get(series),
            Page::Overview | Page::Map(_) => None,
        }
    }

    /// Whether a series is among what is shown.
    fn shows(&self, dossier: &Dossier, series: usize) -> bool {
        match self.page {
            Page::Series(shown) => shown == series,
            Page::Overview => {
                dossier.series.get(series).is_some_and(|series| series.kind != SeriesKind::List)
            }
            Page::Map(number) => {
                let series = dossier.series.get(series).map(|series| &series.id);
                self.maps.get(number).is_some_and(|measures| measures.series().any(|id| Some(id) == series))
            }
        }
    }

    /// Which view is shown and what the cursor is on: what "back" restores.
    fn trend_place(&self, dossier: &Dossier) -> TrendPlace {
        let view = match self.page {
            Page::Overview => None,
            Page::Map(0) => Some(MAP.to_owned()),
            Page::Map(number) => {
                let id = self.maps.get(number).and_then(Measures::id);
                id.map(|id| format!("{MAP}/{id}"))
            }
            Page::Series(_) => self.shown(dossier).map(|series| series.id.to_string()),
        };
        let view = match self.edition() {
            Some(edition) => view.map(|view| format!("{view}{AT}{edition}")),
            None => view,
        };
        TrendPlace { view, figure: self.view.cursor().cloned() }
    }

    /// The view of this name: a series, or a map. What is neither is where the panel opens.
    fn page_of(&self, dossier: &Dossier, name: Option<&str>) -> Page {
        // A series that is called like a view is meant first.
        let series = name.and_then(|id| dossier.index_of(&Ref::new(Kind::Series, &Id::new(id))));
        let map = || match name?.split(AT).next()?.strip_prefix(MAP)? {
            "" => (!self.maps.is_empty()).then_some(0),
            id => {
                let id = Id::new(id.strip_prefix('/')?);
                self.maps.iter().position(|measures| measures.id() == Some(&id))
            }
        };
        match series {
            Some(series) => Page::Series(series),
            None => map().map_or_else(|| usual(dossier), Page::Map),
        }
    }

    /// Goes back to where the reader was.
    fn go_to(&mut self, context: &Context, to: &TrendPlace) {
        let page = self.page_of(&context.dossier, to.view.as_deref());
        self.show(context, page);
        self.show_edition(to.view.as_deref().and_then(|view| Some(view.split_once(AT)?.1)));
        if let Some(figure) = &to.figure {
            self.put(&context.dossier, figure);
        }
    }

    /// Which edition the map shows, or will show again when it has room; none for the latest.
    fn edition(&self) -> Option<String> {
        self.view.edition().or_else(|| self.edition.clone())
    }

    /// Shows an edition of the map, now or when it has room.
    fn show_edition(&mut self, edition: Option<&str>) {
        self.view.show_edition(edition);
        let is_map = matches!(self.page, Page::Map(_)) && self.view.form() != Form::Map;
        self.edition = edition.filter(|_| is_map).map(str::to_owned);
    }

    /// Puts the cursor on a figure. A map that shows one edition goes on showing it: there the cursor is on the place of the
    /// figure.
    fn put(&mut self, dossier: &Dossier, figure: &Ref) {
        let of = dossier.observation(&figure.id).filter(|_| self.view.edition().is_some());
        match of.and_then(|of| of.place.as_ref()) {
            Some(place) => self.view.put(&Ref::new(Kind::Place, place)),
            None => self.view.put(figure),
        }
    }

    fn show(&mut self, context: &Context, page: Page) {
        if page != self.page {
            *self = Self::of(&context.dossier, page, Rc::clone(&self.maps), context.only_after);
        }
    }

    /// The view that the key for it leads to: from the overview to what is mapped, then to the series one by one.
    fn next_page(&self, dossier: &Dossier) -> Page {
        let map_or_series = |map: usize| if map < self.maps.len() { Page::Map(map) } else { Page::Series(0) };
        match self.page {
            Page::Overview => map_or_series(0),
            Page::Map(number) => map_or_series(number + 1),
            Page::Series(series) if series + 1 < dossier.series.len() => Page::Series(series + 1),
            Page::Series(_) => match usual(dossier) {
                // Where no figures compare, there may be places all the same for which none was found.
                Page::Series(_) => map_or_series(0),
                page => page,
            },
        }
    }

    /// Follows the selection: to its series, if it is a series, or a figure that is not shown; and to its figure.
    pub fn follow_selection(&mut self, context: &Context, entered: bool) {
        let dossier = &context.dossier;
        self.linked = None;
        let wanted = context.selection().and_then(|selection| match selection.kind {
            Kind::Observation if self.view.prints(selection) => None,
            Kind::Observation => dossier.observation(&selection.id).map(|observation| &observation.series),
            Kind::Series => Some(&selection.id),
            _ => None,
        });
        if let Some(place) = wanted.and_then(|id| dossier.index_of(&Ref::new(Kind::Series, id))) {
            self.show(context, Page::Series(place));
        }
        self.view.follow_selection(context, entered);
    }

    /// Scrolls so that what matters is in sight. Where lines have no room, their figures are a table.
    pub fn layout(&mut self, context: &Context, focused: bool, area: Rect) {
        if area.is_empty() {
            return;
        }
        let Some(series) = self.shown(&context.dossier) else {
            self.fit_map(context, area);
            self.layout_several(context, focused, area);
            return;
        };
        if let Some((chart, form)) = &self.chart {
            // By what does not depend on the shape shown now, or on the cursor: else one would lead to the other.
            let most = caption_lines(area.height);
            self.caption.lay_out(context, series, (chart.undrawn(), &chart.unplaced), false, area);
            let below = to_cells(self.caption.rows(most)).saturating_add(1);
            let room = Rect { height: area.height.saturating_sub(below.saturating_add(1)), ..area };
            let form = form_of(*form, || match form {
                ChartForm::Lines => lines::has_room(room),
                _ => columns::has_room(chart, context, room),
            });
            if form != self.view.form() {
                self.change_view(form, context);
            }
        }
        if self.linked.is_none() {
            self.linked = Some(Linked::of(self, context));
        }
        self.caption.lay_out(context, series, self.view.left_out(), self.view.has_changes(), area);
        self.below = below(self, context, area);
        // The footer counts what the window does not show, and the window has the rows that the footer leaves.
        for _ in 0..MOST_FITTINGS {
            let room = body(self, area);
            self.view.layout(context, focused, room);
            self.below = below(self, context, area);
            if body(self, area) == room {
                return;
            }
        }
    }

    /// Shows the map as a map where it has room, else as the rows of its series.
    fn fit_map(&mut self, context: &Context, area: Rect) {
        let Page::Map(number) = self.page else { return };
        let is_drawn = context.glyphs == Glyphs::Unicode && map::has_room(area);
        let form = if is_drawn { Form::Map } else { Form::Rows };
        let Some(measures) = self.maps.get(number).filter(|_| form != self.view.form()) else { return };
        let (cursor, edition) = (self.view.cursor().cloned(), self.edition());
        let (dossier, only_after) = (&context.dossier, context.only_after);
        self.view = if is_drawn {
            Box::new(MapView::new(Map::of(dossier, measures.clone(), only_after), only_after))
        } else {
            let series = measures.series().filter_map(|id| dossier.series_by_id(id));
            Box::new(Overview::of_some(
                series.map(|series| SeriesTrend::of(dossier, series, only_after)).collect(),
            ))
        };
        self.show_edition(edition.as_deref());
        if let Some(cursor) = cursor {
            self.put(dossier, &cursor);
        }
        // What was selected in the rows is shown in any case.
        if let Some(selection) = context.selection().filter(|selection| self.view.prints(selection)) {
            self.view.put(selection);
        }
        self.linked = None;
    }

    /// Lays out a view of several series, which has its own heading and caption.
    fn layout_several(&mut self, context: &Context, focused: bool, area: Rect) {
        if self.linked.is_none() {
            self.linked = Some(Linked::of(self, context));
        }
        // The footer takes a row in any case.
        self.view.layout(context, focused, body(self, area));
        self.below = below(self, context, area);
    }

    /// Shows the series in another view; the cursor stays on its figure.
    fn change_view(&mut self, form: Form, context: &Context) {
        let cursor = self.view.cursor().cloned();
        let dossier = &context.dossier;
        self.view = view(form, self.chart.as_ref(), (dossier, self.shown(dossier)), context.only_after);
        if let Some(cursor) = cursor {
            self.view.put(&cursor);
        }
        self.linked = None;
    }
}

/// In which form a chart is shown. Without room lines are rows, and columns lie down as bars, which need none.
fn form_of(chart: ChartForm, has_room: impl Fn() -> bool) -> Form {
    match chart {
        ChartForm::Lines if has_room() => Form::Lines,
        ChartForm::Columns if has_room() => Form::Columns,
        ChartForm::Columns | ChartForm::Bars => Form::Bars,
        ChartForm::Lines => Form::Rows,
        ChartForm::Table => Form::Table,
    }
}

/// Makes a view of a series; without a chart, or where it has no room, the figures are listed.
fn view(
    form: Form,
    chart: Option<&(Rc<Chart>, ChartForm)>,
    (dossier, series): (&Dossier, Option<&Series>),
    only_after: bool,
) -> Box<dyn SeriesView> {
    match (form, chart, series) {
        (Form::Lines, Some((chart, _)), _) => Box::new(LineChart::new(Rc::clone(chart))),
        (Form::Columns, Some((chart, _)), _) => Box::new(ColumnChart::new(Rc::clone(chart))),
        (Form::Bars, _, Some(series)) => Box::new(BarChart::new(dossier, series, only_after)),
        (Form::Rows, _, Some(series)) => {
            Box::new(Overview::of_some(vec![SeriesTrend::of(dossier, series, only_after)]))
        }
        _ => Box::new(FigureTable::new(listed(dossier, series, only_after))),
    }
}

/// The view in which the panel opens: the overview, where there are figures that compare, else the first series.
fn usual(dossier: &Dossier) -> Page {
    let is_comparable = |figure: &Observation| {
        let series = dossier.series_by_id(&figure.series);
        figure.value.is_some()
            && figure.date.as_ref().is_some_and(|date| date.period().is_some())
            && series.is_some_and(|series| series.kind != SeriesKind::List)
    };
    if dossier.observations.iter().any(is_comparable) { Page::Overview } else { Page::Series(0) }
}

/// How often rows and footer are fitted to each other at most. The second time nothing changes, unless the footer needs a
/// line more where there is a row less.
const MOST_FITTINGS: usize = 3;

/// The figures of a series, as a table lists them.
fn listed(dossier: &Dossier, series: Option<&Series>, only_after: bool) -> Vec<Ref> {
    series.map_or_else(Vec::new, |series| table::items(dossier, series, only_after))
}

/// How many figures a series has.
fn figures_of(dossier: &Dossier, series: &Series) -> usize {
    dossier.linked_of(&series.to_ref(), Kind::Observation).count()
}

/// Carries out a key: up and down between places, left and right between periods.
fn update(state: &mut State, action: Action, context: &Context, area: Rect) -> Vec<Request> {
    let dossier = &context.dossier;
    match action {
        Action::View => {
            let next = state.next_page(dossier);
            if next == state.page {
                return vec![Request::Notice(context.strings().only_series.to_owned())];
            }
            state.show(context, next);
            // Where it shows the selection, or something linked to that, the cursor is there.
            state.view.follow_selection(context, true);
            Vec::new()
        }
        Action::Right if state.page == Page::Overview => {
            let Some(item) = state.view.cursor() else { return Vec::new() };
            let series = dossier.observation(&item.id).map(|figure| figure.series.to_string());
            series.map(|series| Request::View(Panel::Trend, Some(series), item.clone())).into_iter().collect()
        }
        Action::Card => {
            let of = state.view.card().or_else(|| context.selection().cloned());
            of.map(Request::Open).into_iter().collect()
        }
        _ => {
            let body = body(state, area);
            state.view.press(action, context, body)
        }
    }
}

/// Carries out a turn of the wheel: of a table; a chart shows all it has.
fn wheel(state: &mut State, down: bool) {
    state.view.wheel(down);
}

/// What a click there asks for: the figure.
fn hit_test(state: &State, context: &Context, area: Rect, position: Position) -> Option<Request> {
    let figure = state.view.hit_test(context, body(state, area), position)?;
    Some(Request::Select(figure.clone()))
}

/// What the frame says on the right, longest first: which of how many series, and that a table stands for its lines.
fn badges(state: &State, context: &Context) -> Vec<String> {
    let strings = context.strings();
    let total = context.dossier.series.len();
    if total == 0 {
        return Vec::new();
    }
    let number = match state.page {
        Page::Overview => return with_only_after(state, context, vec![strings.view_overview.to_owned()]),
        Page::Map(number) => return with_only_after(state, context, map_badges(state, context, number)),
        Page::Series(number) => number,
    };
    let place = format!("{}/{total}", number + 1);
    let series = format!("{} {place}", strings.series.one);
    // What is shown in place of its chart.
    let instead = match (state.view.form(), &state.chart) {
        (Form::Rows, _) => Some(strings.rows_for_chart),
        (Form::Bars, Some((_, ChartForm::Columns))) => Some(strings.bars_for_chart),
        _ => None,
    };
    let notes = match instead {
        Some(instead) => vec![
            context.joined(&[&series, &format!("{instead}: {}", strings.no_room_for_chart)]),
            format!("{place} {instead}"),
        ],
        None => vec![series, place],
    };
    with_only_after(state, context, notes)
}

/// The same of a map: which of how many, and why it is rows where it is.
fn map_badges(state: &State, context: &Context, number: usize) -> Vec<String> {
    let strings = context.strings();
    let total = state.maps.len();
    let map = match total {
        0 | 1 => strings.view_map.to_owned(),
        _ => format!("{} {}/{total}", strings.view_map, number + 1),
    };
    if state.view.form() == Form::Map {
        return vec![map];
    }
    let why = if context.glyphs == Glyphs::Ascii { strings.no_map_in_ascii } else { strings.no_room_for_map };
    let rows = strings.rows_for_chart;
    vec![context.joined(&[&map, &format!("{rows}: {why}")]), format!("{map}: {rows}")]
}

/// The same, with how many figures are of a time after the article, where others are not shown.
fn with_only_after(state: &State, context: &Context, notes: Vec<String>) -> Vec<String> {
    if !context.only_after {
        return notes;
    }
    let strings = context.strings();
    let [shown, all] = [state.view.count(), state.figures].map(|number| context.language.count(number));
    // What is hidden is said in any case.
    let after = format!("{} {shown} {} {all}", strings.only_after, strings.out_of);
    let with = notes.iter().map(|note| context.joined(&[&after, note])).collect::<Vec<_>>();
    with.into_iter().chain([after.clone(), strings.only_after.to_owned()]).collect()
}

/// Draws the series into the inside of the panel's frame.
fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    if context.dossier.series.is_empty() {
        let hint = context.with_keys(context.strings().no_series, &[Action::Suggest]);
        crate::widgets::hint(context, &hint, area, buffer);
        return;
    }
    if let Some(series) = state.shown(&context.dossier) {
        draw_heading(context, series, area, buffer);
    }
    let body = body(state, area);
    state.view.draw(context, body, buffer);
    let is_series = matches!(state.page, Page::Series(_));
    if context.only_after && state.view.cursor().is_none() && is_series {
        let text = context.with_keys(context.strings().none_after, &[Action::View, Action::OnlyAfter]);
        crate::widgets::hint(context, &text, body, buffer);
    }
    below::draw(state, context, body, area, buffer);
}

/// The room between the heading and the caption; a view of several series has its own heading.
fn body(state: &State, area: Rect) -> Rect {
    let heading = u16::from(matches!(state.page, Page::Series(_)));
    let height = area.height.saturating_sub(to_cells(state.below.rows()).saturating_add(heading));
    Rect { y: area.y + heading, height, ..area }
}

fn draw_heading(context: &Context, series: &Series, area: Rect, buffer: &mut Buffer) {
    let title = context.text(series.finding.as_ref().unwrap_or(&series.title));
    let room = usize::from(area.width.saturating_sub(2));
    let title = context.truncate(&title, room);
    buffer.set_string(area.x + 1, area.y, &*title, context.style(Role::Heading));
    let x = area.x + 1 + to_cells(width::cells(&title)) + 2;
    let of = series.to_ref();
    let (_, note) = names::figures_from(context, context.dossier.standing_of_figures([&of]));
    if usize::from(area.right().saturating_sub(x)) > width::cells(note) + 3 {
        let sign = context.link_sign(&of);
        buffer.set_string(x, area.y, context.glyph(sign.glyph), context.style(sign.role));
        buffer.set_string(x + 2, area.y, note, context.style(Role::Quiet));
    }
}

impl Rebase for State {
    /// The same view, with the cursor on the same figure.
    fn rebase(&mut self, change: &Change, context: &Context) {
        let dossier = change.after;
        let only_after = context.only_after;
        let at = self.trend_place(change.before);
        let is_series = matches!(self.page, Page::Series(_));
        let mut new = Self::new(dossier);
        let page = new.page_of(dossier, at.view.as_deref());
        new = Self::of(dossier, page, new.maps, only_after);
        let old = std::mem::replace(self, new);
        self.below = old.below;
        let figures = listed(dossier, self.shown(dossier), only_after);
        if is_series == matches!(self.page, Page::Series(_))
            && let Some(view) = old.view.rebase(figures)
        {
            self.view = view;
        }
        self.go_to(context, &at);
    }
}

impl PanelState for State {
    fn update(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request> {
        update(self, action, context, area)
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        self.layout(context, context.has_focus(Panel::Trend), area);
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        draw(self, context, area, buffer);
    }

    fn views(&self, dossier: &Dossier) -> Vec<String> {
        // A series is a thing of the dossier itself, by whose name its view is reached.
        let overview = (usual(dossier) == Page::Overview).then(|| view::OVERVIEW.to_owned());
        let map = (!self.maps.is_empty()).then(|| MAP.to_owned());
        overview.into_iter().chain(map).collect()
    }

    fn badge(&self, context: &Context) -> Vec<String> {
        badges(self, context)
    }

    fn hit(&self, context: &Context, area: Rect, position: Position) -> Option<Request> {
        hit_test(self, context, area, position)
    }

    fn wheel(&mut self, down: bool, _: &Context, _: Rect) {
        wheel(self, down);
    }

    fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.follow_selection(context, entered);
    }

    /// A row is that of its line, place or series too.
    fn pointed_at(&self, context: &Context) -> Option<&Ref> {
        let is_of_row =
            |selection: &Ref| matches!(selection.kind, Kind::Observation | Kind::Place | Kind::Series);
        self.view.cursor().filter(|_| !context.selection().is_some_and(is_of_row))
    }

    fn cursor(&self) -> Option<&Ref> {
        self.view.cursor()
    }

    fn stands_in(&self, context: &Context) -> Option<String> {
        let Page::Map(number) = self.page else { return None };
        if self.view.form() == Form::Map {
            return None;
        }
        map_badges(self, context, number).into_iter().next()
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        let actions = [
            Action::Down,
            Action::Right,
            Action::Card,
            Action::NextPanel,
            Action::Back,
            Action::Help,
            Action::Quit,
            Action::Palette,
            Action::Whole,
            Action::View,
            Action::OnlyAfter,
        ];
        let mut hints = bar::on_panel(context, &actions);
        hints.retain(|(action, _)| *action != Action::Right || self.view.responds_to(*action));
        for action in [Action::Down, Action::Right] {
            if let Some(word) = self.view.bar_word(action, context.strings()) {
                bar::rename(&mut hints, action, word);
            }
        }
        hints
    }

    fn rows(&self) -> u16 {
        PREFERRED_ROWS
    }

    fn needs(&self) -> u16 {
        if matches!(self.page, Page::Map(_)) { map::NEEDS } else { 0 }
    }

    fn filtered(&self) -> Option<&dyn Filtered> {
        None
    }

    fn filtered_mut(&mut self) -> Option<&mut dyn Filtered> {
        None
    }

    fn place(&self, context: &Context) -> PanelPlace {
        let TrendPlace { view, figure } = self.trend_place(&context.dossier);
        PanelPlace { view, item: figure.map(|figure| figure.to_string()) }
    }

    fn restore(&mut self, context: &Context, place: &PanelPlace) {
        let figure = place.item.as_ref().and_then(|item| item.parse().ok());
        self.go_to(context, &TrendPlace { view: place.view.clone(), figure });
    }

    fn present(&mut self, context: &Context, view: Option<&str>, _: Option<&Ref>) {
        self.go_to(context, &TrendPlace { view: view.map(str::to_owned), figure: None });
    }

    /// The series stays, and the cursor as far as it can; on the selection, if that is one of the figures shown.
    fn relist(&mut self, context: &Context) {
        let (cursor, edition) = (self.view.cursor().cloned(), self.edition());
        *self = Self::of(&context.dossier, self.page, Rc::clone(&self.maps), context.only_after);
        self.show_edition(edition.as_deref());
        if let Some(cursor) = cursor {
            self.put(&context.dossier, &cursor);
        }
        if let Some(selection) = context.selection() {
            self.view.put(selection);
        }
    }
}
