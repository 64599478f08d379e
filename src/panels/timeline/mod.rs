//! What happened when: a list by year with the lane of each event, and the article's day as a rule between what it
//! could know and what came after.

mod draw;
mod order;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use draw::{Columns, EventPainter};
use order::{Rules, is_of_time, ordered};

use super::{Filtered, PanelPlace, PanelState, list_bar, list_views, next_view, show_view, view_of_stop};
use crate::dossier::{Dossier, Kind, Ref};
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::protocol::bar::Hint;
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::filter::{self, Choice, Filter, ListView};
use crate::protocol::request::Request;
use crate::widgets::cursor::Measure;
use crate::widgets::list_panel::{self, ItemLayout, ListFooter, ListPanel};
use crate::widgets::memo::Memo;

/// The list of events, and the rules in it.
#[derive(Clone, Debug)]
pub struct State {
    panel: ListPanel,
    rules: Rules,
    /// How wide the columns are in a language.
    columns: Memo<Language, Columns>,
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

    /// The view shown until the reader chooses another.
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

    /// The events that are listed, in order; keeps the rules between them.
    fn sort(&mut self, context: &Context, only_after: bool) -> Vec<Ref> {
        let (events, rules) = ordered(context, self.filter(), only_after);
        self.rules = rules;
        events
    }

    fn measure(&self, context: &Context, area: Rect) -> Measure {
        let cells = self.columns.last().map_or(1, |columns| columns.title_cells(area));
        Measure::of(context, cells, 0)
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
        let mut painter = EventPainter::new(context, &self.rules, *columns);
        self.panel.draw(context, Panel::Timeline, footer, area, buffer, |item, entry, room, buffer| {
            painter.draw(item, entry, room, buffer);
        });
    }

    fn views(&self, dossier: &Dossier) -> Vec<String> {
        list_views(Self::usual_view(dossier))
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
        list_panel::rows_with_frame(
            self.panel.items().len() + 1 + usize::from(self.rules.undated_before.is_some()),
        )
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
