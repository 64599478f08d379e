//! All series at a glance: a row for each line, its first and last figure, what changed between them, its shape, and a bar.
//! It is also how a series is shown that has no room for its chart.

mod draw;
mod entries;
mod marks;
mod plan;
mod summary;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use entries::{Entry, entries};
use plan::Plan;

use super::view::{Form, SeriesView};
use crate::dossier::{Id, Kind, Ref};
use crate::facts::{Direction, LineTrend, SeriesTrend};
use crate::i18n::language::Language;
use crate::i18n::strings::Strings;
use crate::input::action::Action;
use crate::look::glyphs::Glyphs;
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::widgets::cursor::Measure;
use crate::widgets::list::{List, OutOfSight};
use crate::widgets::memo::Memo;
use crate::widgets::view::View;

/// The rows above the lines: the summary, and the heads of the columns.
const HEAD: u16 = 1;

/// Series at a glance, and where the cursor is among their lines.
#[derive(Clone, Debug)]
pub(super) struct Overview {
    trends: Rc<[SeriesTrend]>,
    form: Form,
    /// How many lines went which way.
    directions: HashMap<Direction, usize>,
    /// A row for each line, by its last figure; it is also known by the others, and the first of a series by that.
    list: List,
    /// Which line stands at each place of the list, by its number among all.
    order: Vec<usize>,
    entries: Memo<(Language, Glyphs), Vec<Entry>>,
    plan: Memo<(Language, Glyphs, u16, u16), Plan>,
    /// The places in sight, as last laid out, and the cells they were laid out in.
    window: Range<usize>,
    width: u16,
}

impl Overview {
    /// All series of a dossier.
    pub(super) fn of_all(trends: Vec<SeriesTrend>) -> Self {
        Self::new(trends, Form::Overview)
    }

    /// One series, or those of a map, without room for what they would be drawn as.
    pub(super) fn of_some(trends: Vec<SeriesTrend>) -> Self {
        Self::new(trends, Form::Rows)
    }

    fn new(trends: Vec<SeriesTrend>, form: Form) -> Self {
        let lines = || trends.iter().flat_map(|trend| &trend.lines);
        let items: Vec<Ref> = lines().map(|line| line.last().of.clone()).collect();
        let order = (0..items.len()).collect();
        let mut first = 0;
        let series = trends.iter().filter(|trend| !trend.lines.is_empty()).map(|trend| {
            let begins = first;
            first += trend.lines.len();
            (Ref::new(Kind::Series, &trend.series), begins)
        });
        let of_line = |(place, line): (usize, &LineTrend)| {
            line.line.points.iter().map(move |point| (point.of.clone(), place)).collect::<Vec<_>>()
        };
        let names: Vec<(Ref, usize)> = series.chain(lines().enumerate().flat_map(of_line)).collect();
        let list = List::new(items).with_names(names.into_iter());
        let mut directions = HashMap::new();
        lines().for_each(|line| *directions.entry(line.direction()).or_insert(0) += 1);
        let trends = trends.into();
        Self {
            trends,
            form,
            directions,
            list,
            order,
            entries: Memo::default(),
            plan: Memo::default(),
            window: 0..0,
            width: 0,
        }
    }

    /// The lines, those of a series together.
    fn lines(&self) -> impl Iterator<Item = &LineTrend> {
        self.trends.iter().flat_map(|trend| &trend.lines)
    }

    /// The places of the list that are in sight, each with its line as shown.
    fn shown(&self) -> impl Iterator<Item = (usize, &Entry)> {
        let entries = self.entries.last().map(Vec::as_slice).unwrap_or_default();
        self.window.clone().filter_map(move |place| Some((place, entries.get(*self.order.get(place)?)?)))
    }
}

/// The rows for lines.
fn rows(area: Rect) -> u16 {
    area.height.saturating_sub(HEAD)
}

impl View for Overview {
    fn cursor(&self) -> Option<&Ref> {
        self.list.cursor()
    }

    fn put(&mut self, item: &Ref) {
        self.list.put(item);
    }

    fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.list.follow_selection(context, entered);
    }

    fn layout(&mut self, context: &Context, focused: bool, area: Rect) {
        let Self { trends, list, order, entries: known, plan, window, .. } = self;
        let entries = known.get((context.language, context.glyphs), || entries(context, trends));
        let key = (context.language, context.glyphs, area.width, area.height);
        let plan = plan.get(key, || Plan::of(context, trends, entries, (area.width, rows(area))));
        let wanted = plan.rows.iter().map(|(line, _)| *line);
        if !wanted.clone().eq(order.iter().copied()) {
            let mut places = vec![0; order.len()];
            order.iter().enumerate().for_each(|(place, line)| places[*line] = place);
            let moves: Vec<usize> = wanted.clone().map(|line| places[line]).collect();
            list.reorder(&moves);
            *order = wanted.collect();
        }
        self.width = area.width;
        *window = list.scroll(context, focused, rows(area), |item| plan.height(item));
    }

    fn press(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request> {
        let Self { list, plan, .. } = self;
        if matches!(action, Action::Left | Action::Right) {
            let text = if self.form == Form::Overview {
                context.with_keys(context.strings().to_series, &[Action::Right])
            } else {
                context.with_keys(context.strings().only_up_and_down, &[Action::Up, Action::Down])
            };
            return self.cursor().map(|_| Request::Notice(text)).into_iter().collect();
        }
        let height = |item: &Ref| plan.last().map_or(1, |plan| plan.height(item));
        let measure = Measure::of(context, usize::from(area.width), 0);
        list.press(action, context, rows(area), measure, height).into_iter().collect()
    }

    fn wheel(&mut self, down: bool) {
        let Self { list, plan, .. } = self;
        list.wheel(down, |item| plan.last().map_or(1, |plan| plan.height(item)));
    }

    fn hit_test(&self, _: &Context, area: Rect, position: Position) -> Option<&Ref> {
        let row = position.y.checked_sub(area.y + HEAD)?;
        let plan = self.plan.last()?;
        let mut from = 0;
        for place in self.window.clone() {
            let item = self.list.items().get(place)?;
            let (_, around) = plan.rows.get(place)?;
            let end = from + plan.height(item);
            if row < end {
                let own = from + u16::from(around.head)..end - u16::from(around.foot);
                return own.contains(&row).then_some(item);
            }
            from = end;
        }
        None
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        draw::draw(self, context, area, buffer);
    }

    fn out_of_sight(&self, _: Rect) -> OutOfSight {
        self.list.out_of_sight(&self.window)
    }

    fn responds_to(&self, action: Action) -> bool {
        // The panel turns to the right to the series itself.
        action != Action::Left && (action != Action::Right || self.form == Form::Overview)
    }

    fn bar_word(&self, action: Action, strings: &Strings) -> Option<&'static str> {
        (action == Action::Right).then_some(strings.series.one)
    }
}

impl SeriesView for Overview {
    fn form(&self) -> Form {
        self.form
    }

    fn count(&self) -> usize {
        self.lines().map(|line| line.line.points.len()).sum()
    }

    fn draws(&self, _: &Id) -> Option<bool> {
        None
    }

    /// As the first or the last of its line.
    fn prints(&self, figure: &Ref) -> bool {
        let ends = |line: &LineTrend| [line.first(), line.last()].into_iter().any(|end| end.of == *figure);
        self.list.place(figure).is_some_and(|place| self.lines().nth(self.order[place]).is_some_and(ends))
    }

    fn undated(&self, series: &Id) -> usize {
        self.trends.iter().find(|trend| trend.series == *series).map_or(0, |trend| trend.undated.len())
    }

    fn legend(&self, context: &Context) -> Vec<String> {
        let Some(plan) = self.plan.last() else { return Vec::new() };
        let shown: Vec<&Entry> = self.shown().map(|(_, entry)| entry).collect();
        summary::legend(self, context, plan, self.width, &shown)
    }

    fn has_rows(&self) -> bool {
        true
    }

    fn copied(&self) -> Box<dyn SeriesView> {
        Box::new(self.clone())
    }
}
