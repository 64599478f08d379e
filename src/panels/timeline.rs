//! What happened when: a list by year with the lane of each event, and the article's day as a rule between what it
//! could know and what came after.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Filtered, PanelPlace, PanelState, list_bar, next_view, show_view, view_of_stop};
use crate::dossier::{Dossier, Event, Kind, Ref};
use crate::facts::{Moment, in_order_of_time};
use crate::i18n::dates;
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::look::glyphs;
use crate::look::panel::Panel;
use crate::look::theme::Role;
use crate::protocol::bar::Hint;
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::filter::{self, Choice, Filter, ListView};
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::cursor::Measure;
use crate::widgets::list_panel::{self, ItemLayout, ListFooter, ListPanel};
use crate::widgets::memo::Memo;
use crate::widgets::{row, to_cells};

/// The events listed, and which are.
#[derive(Clone, Debug)]
pub struct State {
    panel: ListPanel,
    rules: Rules,
    /// How wide the columns are in a language.
    columns: Memo<Language, Columns>,
}

/// The events at which the list is ruled.
#[derive(Clone, Debug, Default)]
struct Rules {
    /// The event before which the article's day is ruled; none where it is after all, or not known.
    article_before: Option<Ref>,
    /// The event after which it is ruled: the last with a date, where nothing is listed after the article's day.
    article_after: Option<Ref>,
    /// The first event without a date.
    undated_before: Option<Ref>,
}

impl Rules {
    /// The rules above an event.
    fn above(&self, item: &Ref) -> u16 {
        let rules = [&self.article_before, &self.undated_before];
        rules.into_iter().map(|rule| u16::from(rule.as_ref() == Some(item))).sum()
    }

    /// The rule below it.
    fn below(&self, item: &Ref) -> u16 {
        u16::from(self.article_after.as_ref() == Some(item))
    }
}

impl State {
    /// The prominent events; all, if none is.
    pub fn new(context: &Context) -> Self {
        let filter = Filter::of(Self::usual_view(&context.dossier));
        let mut state = Self {
            panel: ListPanel::new(Vec::new(), filter),
            rules: Rules::default(),
            columns: Memo::default(),
        };
        let items = state.sort(context, false);
        state.panel.show(items);
        state
    }

    /// The view that is shown before another is asked for.
    pub fn usual_view(dossier: &Dossier) -> ListView {
        if dossier.events.iter().any(|item| item.prominent) { ListView::Key } else { ListView::All }
    }

    fn hides(&self, context: &Context) -> bool {
        context.only_after || self.filter().in_force()
    }

    fn show(&mut self, context: &Context) {
        let items = self.sort(context, context.only_after);
        self.panel.show(items);
    }

    /// The events that are listed, in order; notes where they are ruled.
    fn sort(&mut self, context: &Context, only_after: bool) -> Vec<Ref> {
        let dossier = &context.dossier;
        let passes = |event: &&Event| {
            is_of_time(dossier, only_after, event)
                && self.filter().passes(&filter::values(context, &event.to_ref()))
        };
        let mut events: Vec<&Event> = dossier.events.iter().filter(passes).collect();
        events.sort_by_key(|event| (TimeGroup::of(dossier, event), in_order_of_time(&event.date)));
        let first_of = |group| events.iter().find(|event| TimeGroup::of(dossier, event) == group);
        let article_before = first_of(TimeGroup::After).map(|event| event.to_ref());
        let is_ruled = dossier.article_days().is_some() && article_before.is_none();
        let last_dated = events.iter().rfind(|event| event.date.is_dated()).filter(|_| is_ruled);
        self.rules = Rules {
            article_after: last_dated.map(|event| event.to_ref()),
            undated_before: first_of(TimeGroup::Undated).map(|event| event.to_ref()),
            article_before,
        };
        events.into_iter().map(Event::to_ref).collect()
    }

    fn measure(&self, context: &Context, area: Rect) -> Measure {
        let cells = self.columns.last().map_or(1, |columns| columns.title_cells(area));
        Measure::of(context, cells, 0)
    }
}

/// Whether an event is listed by its date.
fn is_of_time(dossier: &Dossier, only_after: bool, event: &Event) -> bool {
    !only_after || dossier.may_be_after_article(&event.date)
}

/// What stands together, in the order it stands in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum TimeGroup {
    /// What the article could know, and what may have been before or after it.
    Before,
    /// What came after it.
    After,
    /// What has no place in time.
    Undated,
}

impl TimeGroup {
    fn of(dossier: &Dossier, event: &Event) -> Self {
        match Moment::of(dossier, &event.date) {
            Moment::Before | Moment::PerhapsAfter | Moment::Unknown => Self::Before,
            Moment::After => Self::After,
            Moment::Undated => Self::Undated,
        }
    }
}

/// An event with its rules.
fn lay_out(context: &Context, item: &Ref, measure: Measure, rules: &Rules) -> ItemLayout {
    let entry = ItemLayout::named(context, item, measure.cells);
    ItemLayout { above: rules.above(item), below: rules.below(item), ..entry }
}

/// Why no event is listed.
fn nothing_listed(filter: &Filter, context: &Context) -> String {
    let strings = context.strings();
    match filter.view() {
        _ if !context.only_after || filter.in_force() => list_panel::nothing_passes(context),
        ListView::All => context.with_keys(strings.no_event_after, &[Action::OnlyAfter]),
        _ => context.with_keys(strings.no_main_event_after, &[Action::OnlyAfter, Action::View]),
    }
}

/// The least cells of the year: most have four digits.
const LEAST_YEAR: u16 = 4;

/// How wide the columns are for this dossier in this language.
#[derive(Clone, Copy, Debug)]
struct Columns {
    year: u16,
    date: u16,
    lane: u16,
}

impl Columns {
    fn of(context: &Context) -> Self {
        let years = context.dossier.events.iter().map(|event| width::cells(&year(event)));
        let date = context.dossier.events.iter().map(|event| width::cells(&date(context, event)));
        let lane = context.dossier.lanes.iter().map(|lane| width::cells(&context.text(&lane.short)));
        Self {
            year: to_cells(years.max().unwrap_or(0)).max(LEAST_YEAR),
            date: to_cells(date.max().unwrap_or(0)).min(dates::SHORT_CELLS),
            lane: to_cells(lane.max().unwrap_or(0)).min(8),
        }
    }

    /// The cells before the title: cursor, year, standing, date, lane, and the blanks between them.
    fn before_title(self) -> u16 {
        row::CURSOR_CELLS + self.year + 2 + self.date + 1 + self.lane + 1
    }

    /// The cells of the title.
    fn title_cells(self, area: Rect) -> usize {
        usize::from(area.width.saturating_sub(self.before_title() + row::LIT_CELLS))
    }
}

/// Draws an event, without its rules, at the top of the room.
fn draw_event(
    context: &Context,
    event: &Event,
    entry: &ItemLayout,
    columns: Columns,
    line: Rect,
    buffer: &mut Buffer,
) {
    let item = event.to_ref();
    let quiet = context.style(Role::Quiet);
    let mut x = line.x + row::CURSOR_CELLS + columns.year + 1;
    let sign = context.standing_sign(&item);
    buffer.set_string(x, line.y, context.glyph(sign.glyph), context.style(sign.role));
    x += 1;
    buffer.set_string(x, line.y, date(context, event), quiet);
    x += columns.date + 1;
    if let Some(lane) = context.dossier.lanes.iter().find(|lane| lane.id == event.lane) {
        let short = context.text(&lane.short);
        buffer.set_string(x, line.y, &*context.truncate(&short, usize::from(columns.lane)), quiet);
    }
    for (y, title) in (line.top()..line.bottom()).zip(&entry.lines) {
        buffer.set_string(line.x + columns.before_title(), y, &title.text, row::style(context, &item));
    }
}

/// The year that stands beside the dates of its events.
fn year(event: &Event) -> String {
    event.date.year().map_or_else(|| String::from("?"), |year| year.to_string())
}

/// The date, with `?` where it is not known whether it was before the article or after.
fn date(context: &Context, event: &Event) -> String {
    let in_doubt = Moment::of(&context.dossier, &event.date) == Moment::PerhapsAfter;
    dates::short(&event.date, in_doubt, context.language, context.glyphs.in_dates())
}

fn article_label(context: &Context) -> String {
    let published = context.dossier.article.published.as_ref();
    let day = published.map(|day| context.date(day)).unwrap_or_default();
    format!("{}: {day}", context.strings().article)
}

fn draw_rule(context: &Context, label: &str, line: Rect, buffer: &mut Buffer) {
    let (style, rule) = (context.style(Role::Axis), context.glyph(glyphs::RULE));
    for x in line.left()..line.right() {
        buffer.set_string(x, line.y, rule, style);
    }
    let label = format!(" {label} ");
    let room = usize::from(line.width.saturating_sub(6));
    buffer.set_string(line.x + 4, line.y, &*context.truncate(&label, room), context.style(Role::Heading));
}

impl Rebase for State {
    fn rebase(&mut self, change: &Change, context: &Context) {
        let dossier = change.after;
        self.columns.forget();
        let view = self.filter().view().rebased(Self::usual_view(change.before), Self::usual_view(dossier));
        let things = dossier.events.iter().map(|event| filter::values(context, &event.to_ref()));
        self.panel.rebase_filter(Some(view), things);
        let items = self.sort(context, context.only_after);
        self.panel.rebase(items);
    }
}

impl PanelState for State {
    fn update(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request> {
        if action == Action::View {
            return next_view(self, context, Self::usual_view(&context.dossier));
        }
        let measure = self.measure(context, area);
        let State { panel, rules, .. } = self;
        panel.press(action, context, area, measure, &|item| lay_out(context, item, measure, rules))
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        self.columns.get(context.language, || Columns::of(context));
        let measure = self.measure(context, area);
        let Self { panel, rules, .. } = self;
        panel.layout(context, context.has_focus(Panel::Timeline), area, measure, &|item| {
            lay_out(context, item, measure, rules)
        });
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        if context.dossier.events.is_empty() {
            crate::widgets::hint(context, context.strings().no_events, area, buffer);
            return;
        }
        let Some(columns) = self.columns.last() else { return };
        let nothing = nothing_listed(self.filter(), context);
        let footer = ListFooter {
            kinds: &[Kind::Event],
            hides: self.hides(context),
            otherwise: "",
            nothing: &nothing,
        };
        let Rules { article_before, article_after, undated_before } = &self.rules;
        let article = article_label(context);
        // The year in the row above; none at the top and below a rule.
        let mut above = None;
        self.panel.draw(context, Panel::Timeline, footer, area, buffer, |item, entry, room, buffer| {
            let mut rows = (room.top()..room.bottom()).map(|y| Rect { y, height: 1, ..room });
            for (rule, label) in [(article_before, &*article), (undated_before, context.strings().undated)] {
                if rule.as_ref() == Some(item)
                    && let Some(line) = rows.next()
                {
                    draw_rule(context, label, line, buffer);
                    above = None;
                }
            }
            let Some(first) = rows.next() else { return };
            if let Some(event) = context.dossier.event(&item.id) {
                let year = year(event);
                if above.as_ref() != Some(&year) && event.date.is_dated() {
                    buffer.set_string(
                        first.x + row::CURSOR_CELLS,
                        first.y,
                        &year,
                        context.style(Role::Quiet),
                    );
                    above = Some(year);
                }
                let room = Rect { height: room.bottom() - first.y, ..first };
                draw_event(context, event, entry, *columns, room, buffer);
            }
            let after = rows.nth(entry.lines.len().saturating_sub(1));
            if let Some(line) = after.filter(|_| article_after.as_ref() == Some(item)) {
                draw_rule(context, &article, line, buffer);
            }
        });
    }

    fn badge(&self, context: &Context) -> Vec<String> {
        let (shown, total) = self.counts(&context.dossier);
        if self.hides(context) {
            return self.filter().notes(context, context.only_after, (shown, total));
        }
        self.panel.counted(context, total)
    }

    fn hit(&self, _: &Context, area: Rect, position: Position) -> Option<Request> {
        self.panel.hit_test(area, position)
    }

    fn wheel(&mut self, down: bool, context: &Context, area: Rect) {
        let measure = self.measure(context, area);
        let State { panel, rules, .. } = self;
        panel.wheel(down, context, measure, &|item| lay_out(context, item, measure, rules));
    }

    fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.panel.follow_selection(context, entered);
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        list_bar(context)
    }

    /// A row for each event, one for the article's day and one for what has no date.
    fn rows(&self) -> u16 {
        list_panel::wants(self.panel.items().len() + 1 + usize::from(self.rules.undated_before.is_some()))
    }

    fn filtered(&self) -> Option<&dyn Filtered> {
        Some(self)
    }

    fn filtered_mut(&mut self) -> Option<&mut dyn Filtered> {
        Some(self)
    }

    fn place(&self, context: &Context) -> PanelPlace {
        PanelPlace::in_view(self.filter().view(), Self::usual_view(&context.dossier))
    }

    fn restore(&mut self, context: &Context, place: &PanelPlace) {
        show_view(self, context, place.view_or(Self::usual_view(&context.dossier)));
    }

    fn present(&mut self, context: &Context, view: Option<&str>, item: Option<&Ref>) {
        self.panel.reset();
        let usual = Self::usual_view(&context.dossier);
        show_view(self, context, view_of_stop(&context.dossier, view, item, usual));
    }

    fn relist(&mut self, context: &Context) {
        self.show(context);
        self.follow_selection(context, false);
    }
}

impl Filtered for State {
    fn filter(&self) -> &Filter {
        self.panel.filter()
    }

    fn set_filter(&mut self, context: &Context, filter: Filter) {
        if self.panel.set_filter(filter) {
            self.show(context);
        }
    }

    fn choices(&self, context: &Context) -> Vec<Choice> {
        let dossier = &context.dossier;
        let things = dossier.events.iter().filter(|event| is_of_time(dossier, context.only_after, event));
        let things = things.map(|event| filter::values(context, &event.to_ref()));
        filter::choices(dossier, self.filter(), things)
    }

    fn counts(&self, dossier: &Dossier) -> (usize, usize) {
        (self.panel.items().len(), dossier.events.len())
    }
}
