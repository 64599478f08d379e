//! The figures: all series at a glance, then one publisher's series at a time, drawn as what it is: lines on a true time
//! axis, columns, bars, or a table. A missing value is a gap, a bound is a bound, and nothing is joined that the
//! publisher did not print side by side.

mod bars;
mod below;
mod columns;
mod lines;
mod linked;
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
use overview::Overview;
use table::FigureTable;
use view::{Form, SeriesView};

use super::{Filtered, PanelPlace, PanelState};
use crate::dossier::chart::{Chart, ChartForm};
use crate::dossier::{Dossier, Id, Kind, Observation, Ref, Series, SeriesKind};
use crate::facts::SeriesTrend;
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::look::theme::Role;
use crate::protocol::bar::{self, Hint};
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::to_cells;

/// The rows a chart would fill, frame and all; more would only stretch it.
const PREFERRED_ROWS: u16 = 20;

/// Which view is shown, and where the cursor is in it.
#[derive(Clone, Debug)]
pub struct State {
    /// The series that is shown by itself; none for the overview.
    series: Option<usize>,
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
}

/// Which view is shown, and what the cursor is on.
#[derive(Clone, PartialEq, Eq, Debug)]
struct TrendPlace {
    /// The series that is shown by itself; none for the overview, and where the dossier has none.
    series: Option<Ref>,
    /// The figure the cursor is on; none for where it usually is.
    figure: Option<Ref>,
}

impl State {
    /// The overview; where no figures compare, the first series.
    pub fn new(dossier: &Dossier) -> Self {
        Self::of(dossier, usual(dossier), false)
    }

    fn of(dossier: &Dossier, place: Option<usize>, only_after: bool) -> Self {
        let Some(place) = place else { return Self::overview(dossier, only_after) };
        let series = dossier.series.get(place);
        let chart = series.map(|series| (Chart::of(dossier, series, only_after), series.kind));
        let chart = chart.map(|(chart, kind)| (chart.form(kind), chart));
        let chart = chart.filter(|(form, _)| *form != ChartForm::Table);
        let chart = chart.map(|(form, chart)| (Rc::new(chart), form));
        // Whether there is room for it turns out when it is laid out.
        let form = chart.as_ref().map_or(Form::Table, |(_, form)| form_of(*form, || true));
        let view = view(form, chart.as_ref(), (dossier, series), only_after);
        let figures = series.filter(|_| only_after).map_or(0, |series| figures_of(dossier, series));
        Self {
            series: Some(place),
            chart,
            view,
            caption: Caption::default(),
            below: Below::default(),
            figures,
            linked: None,
        }
    }

    fn overview(dossier: &Dossier, only_after: bool) -> Self {
        let comparable = dossier.series.iter().filter(|series| series.kind != SeriesKind::List);
        let figures = comparable.filter(|_| only_after).map(|series| figures_of(dossier, series)).sum();
        Self {
            series: None,
            chart: None,
            view: Box::new(Overview::of_all(SeriesTrend::dated(dossier, only_after))),
            caption: Caption::default(),
            below: Below::default(),
            figures,
            linked: None,
        }
    }

    /// The series that is shown by itself.
    fn shown<'a>(&self, dossier: &'a Dossier) -> Option<&'a Series> {
        dossier.series.get(self.series?)
    }

    /// Whether a series is among what is shown.
    fn shows(&self, dossier: &Dossier, series: usize) -> bool {
        match self.series {
            Some(shown) => shown == series,
            None => dossier.series.get(series).is_some_and(|series| series.kind != SeriesKind::List),
        }
    }

    /// Which series is shown and what the cursor is on: what "back" restores.
    fn trend_place(&self, dossier: &Dossier) -> TrendPlace {
        TrendPlace { series: self.shown(dossier).map(Series::to_ref), figure: self.view.cursor().cloned() }
    }

    /// Goes back to where the reader was.
    fn go_to(&mut self, context: &Context, to: &TrendPlace) {
        let dossier = &context.dossier;
        let place = to.series.as_ref().and_then(|series| dossier.index_of(series));
        self.show(context, place.or_else(|| usual(dossier)));
        if let Some(figure) = &to.figure {
            self.view.put(figure);
        }
    }

    fn show(&mut self, context: &Context, series: Option<usize>) {
        if series != self.series {
            *self = Self::of(&context.dossier, series, context.only_after);
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
            self.show(context, Some(place));
        }
        self.view.follow_selection(context, entered);
    }

    /// Scrolls so that what matters is in sight. Where lines have no room, their figures are a table.
    pub fn layout(&mut self, context: &Context, focused: bool, area: Rect) {
        if area.is_empty() {
            return;
        }
        let Some(series) = self.shown(&context.dossier) else {
            self.layout_overview(context, focused, area);
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

    fn layout_overview(&mut self, context: &Context, focused: bool, area: Rect) {
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
            Box::new(Overview::of_series(SeriesTrend::of(dossier, series, only_after)))
        }
        _ => Box::new(FigureTable::new(listed(dossier, series, only_after))),
    }
}

/// The view in which the panel opens: the overview, where there are figures that compare, else the first series.
fn usual(dossier: &Dossier) -> Option<usize> {
    let is_comparable = |figure: &Observation| {
        let series = dossier.series_by_id(&figure.series);
        figure.value.is_some()
            && figure.date.as_ref().is_some_and(|date| date.period().is_some())
            && series.is_some_and(|series| series.kind != SeriesKind::List)
    };
    if dossier.observations.iter().any(is_comparable) { None } else { Some(0) }
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
            let has_overview = usual(dossier).is_none();
            if dossier.series.len() < 2 && !has_overview {
                return vec![Request::Notice(context.strings().only_series.to_owned())];
            }
            let next = state.series.map_or(0, |series| series + 1);
            let is_over = next >= dossier.series.len();
            state.show(
                context,
                if is_over && has_overview { None } else { Some(next % dossier.series.len()) },
            );
            Vec::new()
        }
        Action::Right if state.series.is_none() => {
            let Some(item) = state.view.cursor() else { return Vec::new() };
            let series = dossier.observation(&item.id).map(|figure| figure.series.to_string());
            series.map(|series| Request::View(Panel::Trend, Some(series), item.clone())).into_iter().collect()
        }
        Action::Card => {
            let of = state.view.cursor().or(context.selection());
            of.cloned().map(Request::Open).into_iter().collect()
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
    let Some(number) = state.series else {
        return with_only_after(state, context, vec![strings.view_overview.to_owned()]);
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
        crate::widgets::hint(context, context.strings().no_series, area, buffer);
        return;
    }
    if let Some(series) = state.shown(&context.dossier) {
        draw_heading(context, series, area, buffer);
    }
    let body = body(state, area);
    state.view.draw(context, body, buffer);
    if context.only_after && state.view.cursor().is_none() && state.series.is_some() {
        let text = context.with_keys(context.strings().none_after, &[Action::View, Action::OnlyAfter]);
        crate::widgets::hint(context, &text, body, buffer);
    }
    below::draw(state, context, body, area, buffer);
}

/// The room between the heading and the caption; the overview has its own heading.
fn body(state: &State, area: Rect) -> Rect {
    let heading = u16::from(state.series.is_some());
    let height = area.height.saturating_sub(to_cells(state.below.rows()).saturating_add(heading));
    Rect { y: area.y + heading, height, ..area }
}

fn draw_heading(context: &Context, series: &Series, area: Rect, buffer: &mut Buffer) {
    let title = context.text(series.finding.as_ref().unwrap_or(&series.title));
    let room = usize::from(area.width.saturating_sub(2));
    let title = context.truncate(&title, room);
    buffer.set_string(area.x + 1, area.y, &*title, context.style(Role::Heading));
    let x = area.x + 1 + to_cells(width::cells(&title)) + 2;
    let note = context.strings().not_from_article;
    if usize::from(area.right().saturating_sub(x)) > width::cells(note) + 3 {
        let sign = context.link_sign(&series.to_ref());
        buffer.set_string(x, area.y, context.glyph(sign.glyph), context.style(sign.role));
        buffer.set_string(x + 2, area.y, note, context.style(Role::Quiet));
    }
}

impl Rebase for State {
    /// The same series, with the cursor on the same figure.
    fn rebase(&mut self, change: &Change, context: &Context) {
        let dossier = change.after;
        let only_after = context.only_after;
        let at = self.trend_place(change.before);
        let series = at.series.as_ref().and_then(|series| dossier.index_of(series));
        let new = Self::of(dossier, series.or_else(|| usual(dossier)), only_after);
        let old = std::mem::replace(self, new);
        self.below = old.below;
        let figures = listed(dossier, self.shown(dossier), only_after);
        if old.series.is_some() == self.series.is_some()
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
        usual(dossier).is_none().then(|| view::OVERVIEW.to_owned()).into_iter().collect()
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

    fn filtered(&self) -> Option<&dyn Filtered> {
        None
    }

    fn filtered_mut(&mut self) -> Option<&mut dyn Filtered> {
        None
    }

    fn place(&self, context: &Context) -> PanelPlace {
        let TrendPlace { series, figure } = self.trend_place(&context.dossier);
        PanelPlace {
            view: series.map(|series| series.id.to_string()),
            item: figure.map(|figure| figure.to_string()),
        }
    }

    fn restore(&mut self, context: &Context, place: &PanelPlace) {
        let series = place.view.as_ref().map(|id| Ref::new(Kind::Series, &Id::new(id)));
        let figure = place.item.as_ref().and_then(|item| item.parse().ok());
        self.go_to(context, &TrendPlace { series, figure });
    }

    fn present(&mut self, context: &Context, view: Option<&str>, _: Option<&Ref>) {
        // What is no series is the overview. A series that is called like it is meant first.
        let series = view.map(|id| Ref::new(Kind::Series, &Id::new(id)));
        self.go_to(context, &TrendPlace { series, figure: None });
    }

    /// The series stays, and the cursor as far as it can; on the selection, if that is one of the figures shown.
    fn relist(&mut self, context: &Context) {
        let cursor = self.view.cursor().cloned();
        *self = Self::of(&context.dossier, self.series, context.only_after);
        for figure in [cursor, context.selection().cloned()].into_iter().flatten() {
            self.view.put(&figure);
        }
    }
}
