//! What happened when: a list by year with the lane of each event, and the article's day as a rule between what it
//! could know and what came after; or a time axis with a lane a row.

mod draw;
mod lanes;
mod order;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use draw::{Columns, EventPainter};
use lanes::{Fallback, Lanes};
use order::{Rules, is_of_time, ordered};

use super::{Filtered, PanelPlace, PanelState, list_bar, list_views, show_view, view_of_stop};
use crate::dossier::{Dossier, Event, Kind, Ref};
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::protocol::bar::{self, Hint};
use crate::protocol::change::{Change, Rebase};
use crate::protocol::context::Context;
use crate::protocol::filter::{self, Choice, Facet, Filter, ListView};
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
    /// The lanes, if that view is chosen.
    lanes: Option<Lanes>,
    /// Why the list is shown in place of the lanes, if it is.
    fallback: Option<Fallback>,
}

impl State {
    /// The prominent events; all, if none is.
    pub fn new(context: &Context) -> Self {
        let filter = Filter::of(Self::usual_view(&context.dossier));
        let mut state = Self {
            panel: ListPanel::new(Vec::new(), filter),
            rules: Rules::default(),
            columns: Memo::default(),
            lanes: None,
            fallback: None,
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
        let events = self.events_of_lanes(context);
        if let Some(lanes) = &mut self.lanes {
            lanes.show(context, &events);
        }
    }

    /// The lanes, where they are shown.
    fn shown_lanes(&self) -> Option<&Lanes> {
        self.lanes.as_ref().filter(|_| self.fallback.is_none())
    }

    /// The same, to be changed.
    fn shown_lanes_mut(&mut self) -> Option<&mut Lanes> {
        self.lanes.as_mut().filter(|_| self.fallback.is_none())
    }

    /// The events of the lanes: what passes the filter, main events or not.
    fn events_of_lanes(&self, context: &Context) -> Vec<Ref> {
        if self.lanes.is_none() {
            return Vec::new();
        }
        let mut filter = self.filter().clone();
        filter.set_view(ListView::All);
        ordered(context, &filter, context.only_after).0
    }

    /// Chooses the view of lanes, or that of a list.
    fn choose_lanes(&mut self, context: &Context, are_chosen: bool) {
        if self.lanes.is_some() == are_chosen {
            return;
        }
        self.fallback = None;
        self.lanes = are_chosen.then(Lanes::default);
        if are_chosen {
            let events = self.events_of_lanes(context);
            self.lanes = Some(Lanes::new(context, &events));
            show_view(self, context, ListView::All);
            self.follow_selection(context, context.has_focus(Panel::Timeline));
        }
    }

    /// Lists what the view of lanes needs: all, or the usual events where the list stands in for it.
    fn list_for_lanes(&mut self, context: &Context, fallback: Option<Fallback>) {
        if self.fallback != fallback {
            self.fallback = fallback;
            let view = self.view_beside_lanes(context).unwrap_or(self.filter().view());
            show_view(self, context, view);
        }
    }

    /// Which events are listed while the view of lanes is chosen.
    fn view_beside_lanes(&self, context: &Context) -> Option<ListView> {
        self.lanes.as_ref()?;
        Some(if self.fallback.is_some() { Self::usual_view(&context.dossier) } else { ListView::All })
    }

    /// What passes: of what came after the article all that did, main or not.
    fn filter_in_force(&self, only_after: bool) -> Filter {
        let mut filter = self.filter().clone();
        if only_after && filter.view() == ListView::Key {
            filter.set_view(ListView::All);
        }
        filter
    }

    /// What the frame says where events are left out, longest first.
    fn filter_notes(&self, context: &Context, counts: (usize, usize)) -> Vec<String> {
        self.filter_in_force(context.only_after).notes(context, context.only_after, counts)
    }

    /// Goes on to the next view: main events, all, lanes; where all that came after the article are listed anyway, to lanes.
    fn next_view(&mut self, context: &Context) -> Vec<Request> {
        let usual = Self::usual_view(&context.dossier);
        if context.dossier.events.is_empty() {
            return vec![Request::Notice(context.strings().only_view.to_owned())];
        }
        if self.lanes.is_some() {
            self.choose_lanes(context, false);
            show_view(self, context, usual);
        } else if self.filter_in_force(context.only_after).view() == ListView::All {
            self.choose_lanes(context, true);
        } else {
            let mut filter = self.filter().clone();
            filter.next_view();
            show_view(self, context, filter.view());
        }
        Vec::new()
    }

    /// What the frame says of the lanes, longest first.
    fn badge_of_lanes(&self, context: &Context, lanes: &Lanes) -> Vec<String> {
        let (strings, language) = (context.strings(), context.language);
        let total = context.dossier.events.len();
        if let Some(fallback) = self.fallback {
            let why = fallback.reason(strings);
            let (shown, total) = self.counts(&context.dossier);
            let listed = if self.hides(context) {
                self.filter_notes(context, (shown, total))
            } else {
                self.panel.counted(context, total)
            };
            let both = listed.iter().map(|note| context.joined(&[note.as_str(), why]));
            return both.chain([why.to_owned()]).chain(listed.iter().cloned()).collect();
        }
        let notes = if self.hides(context) {
            self.filter_notes(context, (lanes.count(), total))
        } else {
            vec![format!("{} {}", strings.all, language.count(total))]
        };
        // What is hidden is said in any case.
        let with = notes.iter().map(|note| context.joined(&[strings.view_lanes, note.as_str()]));
        let last = if self.hides(context) { notes.last().cloned() } else { None };
        with.chain(last.or_else(|| Some(strings.view_lanes.to_owned()))).collect()
    }

    /// The events that are listed, in order; keeps the rules between them.
    fn sort(&mut self, context: &Context, only_after: bool) -> Vec<Ref> {
        let (events, rules) = ordered(context, &self.filter_in_force(only_after), only_after);
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

/// Whether an event is left out because it came before the article.
fn is_earlier(context: &Context, item: &Ref) -> bool {
    let event = context.dossier.event(&item.id).filter(|_| item.kind == Kind::Event);
    context.only_after && event.is_some_and(|event| !is_of_time(&context.dossier, true, event))
}

/// Why no event is listed.
fn nothing_listed(filter: &Filter, context: &Context) -> String {
    if !context.only_after || filter.in_force() {
        return list_panel::nothing_passes(context);
    }
    context.with_keys(context.strings().no_event_after, &[Action::OnlyAfter])
}

impl Rebase for State {
    fn rebase(&mut self, change: &Change, context: &Context) {
        let dossier = change.after;
        self.columns.forget();
        let view = self.filter().view().rebased(Self::usual_view(change.before), Self::usual_view(dossier));
        let values = self.filter().clone();
        let values = values.values(context);
        let things = dossier.events.iter().map(|event| values(&event.to_ref()));
        let view = self.view_beside_lanes(context).unwrap_or(view);
        self.panel.rebase_filter(Some(view), things);
        let events = self.events_of_lanes(context);
        if let Some(lanes) = &mut self.lanes {
            lanes.show(context, &events);
        }
        let items = self.sort(context, context.only_after);
        self.panel.rebase(items);
    }
}

impl PanelState for State {
    fn update(&mut self, action: Action, context: &Context, area: Rect) -> Vec<Request> {
        if action == Action::View {
            return self.next_view(context);
        }
        if let Some(lanes) = self.shown_lanes_mut() {
            return lanes.press(action, context);
        }
        if matches!(action, Action::ZoomIn | Action::ZoomOut) {
            return vec![Request::Notice(context.strings().nothing_to_zoom.to_owned())];
        }
        let measure = self.measure(context, area);
        let State { panel, rules, .. } = self;
        panel.press(action, context, area, measure, &|item| lay_out(context, item, measure, rules))
    }

    fn layout(&mut self, context: &Context, area: Rect) {
        // Without any room nothing is shown, and nothing stands in for it.
        if let Some(lanes) = self.lanes.as_ref().filter(|_| !area.is_empty()) {
            let fallback = lanes.fallback(area);
            self.list_for_lanes(context, fallback);
        }
        if let Some(lanes) = self.shown_lanes_mut() {
            lanes.layout(context, area);
            return;
        }
        self.columns.get(context.language, || Columns::of(context));
        let measure = self.measure(context, area);
        let Self { panel, rules, .. } = self;
        panel.layout(context, context.has_focus(Panel::Timeline), area, measure, &|item| {
            lay_out(context, item, measure, rules)
        });
    }

    fn draw(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        if context.dossier.events.is_empty() {
            let hint = context.with_keys(context.strings().no_events, &[Action::Suggest, Action::Mark]);
            crate::widgets::hint(context, &hint, area, buffer);
            return;
        }
        let nothing = nothing_listed(self.filter(), context);
        if let Some(lanes) = self.shown_lanes() {
            if lanes.count() == 0 {
                crate::widgets::hint(context, &nothing, area, buffer);
            } else {
                lanes.draw(context, buffer);
            }
            return;
        }
        let Some(columns) = self.columns.last() else { return };
        let footer = ListFooter {
            kinds: &[Kind::Event],
            hides: self.filter_in_force(context.only_after).in_force(),
            earlier: &|item| is_earlier(context, item),
            otherwise: "",
            nothing: &nothing,
        };
        let mut painter = EventPainter::new(context, &self.rules, *columns);
        self.panel.draw(context, Panel::Timeline, footer, area, buffer, |item, entry, room, buffer| {
            painter.draw(item, entry, room, buffer);
        });
    }

    fn views(&self, dossier: &Dossier) -> Vec<String> {
        if dossier.events.is_empty() {
            return Vec::new();
        }
        let lists = list_views(Self::usual_view(dossier));
        let all = lists.is_empty().then(|| ListView::All.name().to_owned());
        lists.into_iter().chain(all).chain([lanes::NAME.to_owned()]).collect()
    }

    fn badge(&self, context: &Context) -> Vec<String> {
        if let Some(lanes) = &self.lanes {
            return self.badge_of_lanes(context, lanes);
        }
        let (shown, total) = self.counts(&context.dossier);
        if self.hides(context) {
            return self.filter_notes(context, (shown, total));
        }
        self.panel.counted(context, total)
    }

    fn hit(&self, context: &Context, area: Rect, position: Position) -> Option<Request> {
        if let Some(lanes) = self.shown_lanes() {
            return lanes.hit_test(context, position).cloned().map(Request::Select);
        }
        self.panel.hit_test(area, position)
    }

    fn wheel(&mut self, down: bool, context: &Context, area: Rect) {
        if let Some(lanes) = self.shown_lanes_mut() {
            lanes.wheel(down);
            return;
        }
        let measure = self.measure(context, area);
        let State { panel, rules, .. } = self;
        panel.wheel(down, context, measure, &|item| lay_out(context, item, measure, rules));
    }

    fn cursor(&self) -> Option<&Ref> {
        self.shown_lanes().map_or_else(|| self.panel.cursor(), Lanes::cursor)
    }

    fn stands_in(&self, context: &Context) -> Option<String> {
        self.lanes.as_ref()?;
        self.fallback.map(|fallback| fallback.reason(context.strings()).to_owned())
    }

    fn follow_selection(&mut self, context: &Context, entered: bool) {
        self.panel.follow_selection(context, entered);
        if let Some(lanes) = &mut self.lanes {
            lanes.follow_selection(context, entered);
        }
    }

    fn bar(&self, context: &Context) -> Vec<Hint> {
        if self.shown_lanes().is_none() {
            return list_bar(context);
        }
        let actions = [
            Action::Right,
            Action::Down,
            Action::ZoomIn,
            Action::Card,
            Action::Words,
            Action::NextPanel,
            Action::Back,
            Action::Help,
            Action::Quit,
            Action::View,
            Action::OnlyAfter,
            Action::Palette,
            Action::Filter,
            Action::Whole,
        ];
        let mut hints = bar::on_panel(context, &actions);
        // Where all events or none came after the article, it would hide nothing or everything.
        let is_after = |event: &Event| is_of_time(&context.dossier, true, event);
        let events = &context.dossier.events;
        let hides_some = events.iter().any(is_after) && !events.iter().all(is_after);
        hints.retain(|(action, _)| *action != Action::OnlyAfter || hides_some || context.only_after);
        bar::rename(&mut hints, Action::Right, context.strings().event.one);
        bar::rename(&mut hints, Action::Down, context.strings().lane);
        hints
    }

    /// A row for each event, one for the article's day and one for what has no date.
    fn rows(&self) -> u16 {
        if let Some(lanes) = self.shown_lanes() {
            return lanes.rows().saturating_add(2);
        }
        list_panel::rows_with_frame(
            self.panel.items().len() + 1 + usize::from(self.rules.undated_before.is_some()),
        )
    }

    fn needs(&self) -> u16 {
        self.lanes.as_ref().map_or(0, Lanes::needs)
    }

    fn filtered(&self) -> Option<&dyn Filtered> {
        Some(self)
    }

    fn filtered_mut(&mut self) -> Option<&mut dyn Filtered> {
        Some(self)
    }

    fn place(&self, context: &Context) -> PanelPlace {
        if self.lanes.is_some() {
            return PanelPlace { view: Some(lanes::NAME.to_owned()), item: None };
        }
        PanelPlace::in_view(self.filter().view(), Self::usual_view(&context.dossier))
    }

    fn restore(&mut self, context: &Context, place: &PanelPlace) {
        let are_lanes = place.view.as_deref() == Some(lanes::NAME) && !context.dossier.events.is_empty();
        self.choose_lanes(context, are_lanes);
        if are_lanes {
            return;
        }
        show_view(self, context, place.view_or(Self::usual_view(&context.dossier)));
    }

    fn present(&mut self, context: &Context, view: Option<&str>, item: Option<&Ref>) {
        self.panel.reset();
        let are_lanes = view == Some(lanes::NAME) && !context.dossier.events.is_empty();
        self.choose_lanes(context, are_lanes);
        if let Some(lanes) = &mut self.lanes {
            lanes.reset(context);
            return;
        }
        let usual = Self::usual_view(&context.dossier);
        show_view(self, context, view_of_stop(&context.dossier, view, item, usual));
    }

    fn relist(&mut self, context: &Context) {
        self.show(context);
        // The row of the cursor may be gone: it goes on to what the selection lights, as when the panel is entered.
        self.follow_selection(context, context.has_focus(Panel::Timeline));
    }
}

impl Filtered for State {
    fn filter(&self) -> &Filter {
        self.panel.filter()
    }

    fn set_filter(&mut self, context: &Context, mut filter: Filter) {
        // In lanes all events are shown, main or not.
        if let Some(view) = self.view_beside_lanes(context).filter(|view| *view != filter.view()) {
            filter.set_view(view);
        }
        if self.panel.set_filter(filter) {
            self.show(context);
        }
    }

    fn choices(&self, context: &Context) -> Vec<Choice> {
        let dossier = &context.dossier;
        let things = dossier.events.iter().filter(|event| is_of_time(dossier, context.only_after, event));
        let values = self.filter().values(context);
        let things = things.map(|event| values(&event.to_ref()));
        let mut choices = filter::choices(dossier, self.filter(), &[], things);
        // Where all are shown, main or not, there is no choice of those.
        if self.lanes.is_some() || context.only_after && self.filter().view() == ListView::Key {
            choices.retain(|choice| choice.value.facet() != Facet::Prominence);
        }
        choices
    }

    fn counts(&self, dossier: &Dossier) -> (usize, usize) {
        (self.panel.items().len(), dossier.events.len())
    }
}
