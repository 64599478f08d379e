//! What the lists leave out: the filters of the panels, and what came after the article. Each stays in force until it
//! is lifted, whatever is selected.

use ratatui::layout::Rect;

use super::App;
use super::overlay::Overlay;
use crate::input::action::Action;
use crate::look::layout::Frame;
use crate::look::panel::{Focus, Panel};
use crate::overlays::filter;
use crate::protocol::filter::{Facet, Filter, Value, View};
use crate::protocol::names;

/// The panels that can be filtered.
const FILTERED: [Panel; 3] = [Panel::Actors, Panel::Timeline, Panel::Claims];

impl App {
    /// The panel whose filter the keys go to: the article's signs are those of the claims.
    fn panel_to_filter(&self) -> Option<Panel> {
        match self.context.focus {
            Focus::Panel(Panel::Article) => Some(Panel::Claims),
            Focus::Panel(panel) => Some(panel).filter(|panel| FILTERED.contains(panel)),
            Focus::Card => None,
        }
    }

    fn filter_of(&self, panel: Panel) -> Option<&Filter> {
        match panel {
            Panel::Actors => Some(self.actors.filter()),
            Panel::Timeline => Some(self.timeline.filter()),
            Panel::Claims => Some(self.claims.filter()),
            Panel::Article | Panel::Trend => None,
        }
    }

    /// What a panel can be filtered by now, how many things it lists and how many there are.
    pub(super) fn choices(&self, panel: Panel) -> (Vec<Facet>, (usize, usize)) {
        let dossier = &self.context.dossier;
        match panel {
            Panel::Actors => (self.actors.facets(dossier), self.actors.counts(dossier)),
            Panel::Timeline => (self.timeline.facets(dossier), self.timeline.counts(dossier)),
            Panel::Claims => (self.claims.facets(dossier), self.claims.counts(dossier)),
            Panel::Article | Panel::Trend => (Vec::new(), (0, 0)),
        }
    }

    /// Opens the chooser of the focused panel.
    pub(super) fn open_filter(&mut self) {
        let strings = self.context.language.strings();
        let panel = self.panel_to_filter();
        let choices = panel.map(|panel| (panel, self.choices(panel)));
        match choices {
            Some((panel, (facets, counts))) if !facets.is_empty() => {
                self.overlay = Some(Overlay::Filter(filter::State::new(panel, facets, counts)));
            }
            _ => self.notice = Some(strings.nothing_to_filter.to_owned()),
        }
    }

    /// Chooses a value of a panel's filter or gives it up; without one, shows everything, the view of all with it.
    pub(super) fn choose(&mut self, panel: Panel, value: Option<Value>) {
        let Some(mut filter) = self.filter_of(panel).cloned() else { return };
        match value {
            Some(value) => filter.toggle(value),
            None => filter.show_all(),
        }
        self.set_filter(panel, filter);
        let (facets, counts) = self.choices(panel);
        if let Some(Overlay::Filter(state)) = &mut self.overlay {
            state.show(facets, counts);
        }
    }

    /// Lets actors and timeline show what they showed at another place.
    pub(super) fn restore_views(&mut self, (actors, timeline): (View, View)) {
        for (panel, view) in [(Panel::Actors, actors), (Panel::Timeline, timeline)] {
            let Some(filter) = self.filter_of(panel).filter(|filter| filter.view() != view) else { continue };
            let mut filter = filter.clone();
            filter.set_view(view);
            self.set_filter(panel, filter);
        }
    }

    /// Lays the chooser over its panel: at the article over what shows its claims or stands where they would.
    pub(super) fn arrange_filter(&mut self) {
        let body = self.body();
        let context = &self.context;
        let (Some(Overlay::Filter(state)), Some(areas)) = (&mut self.overlay, &self.areas) else { return };
        let beside = areas.panels.iter().find(|(panel, _)| *panel != Panel::Article).map(|(_, area)| *area);
        let over = areas.of(state.panel()).or(areas.card).or(beside).unwrap_or(body);
        let column = match areas.frame {
            Frame::Boxed => Rect { y: body.y, height: body.height, ..over },
            Frame::Ruled => over,
        };
        state.lay(context, over, column);
    }

    fn set_filter(&mut self, panel: Panel, filter: Filter) {
        let dossier = &self.context.dossier;
        match panel {
            Panel::Actors => self.actors.set_filter(dossier, filter),
            Panel::Timeline => self.timeline.set_filter(dossier, filter),
            Panel::Claims => {
                let in_force = filter.in_force();
                self.claims.set_filter(dossier, filter);
                let claims = &self.claims;
                let lists = |of: &crate::dossier::Ref| claims.lists(of);
                self.article.show_signs(dossier, in_force.then_some(&lists));
            }
            Panel::Article | Panel::Trend => {}
        }
        self.sync_panel(panel, false);
    }

    /// Only what came after the article, or everything again.
    pub(super) fn toggle_only_after(&mut self) {
        let strings = self.context.language.strings();
        if self.context.dossier.article_days().is_none() {
            self.notice = Some(strings.article_undated.to_owned());
            return;
        }
        self.set_only_after(!self.only_after);
        self.notice = Some(if self.only_after {
            let context = &self.context;
            let end = context.with_keys(strings.only_after_end, &[Action::OnlyAfter, Action::Close]);
            context.joined(&[
                &end,
                strings.only_after_what,
                strings.only_after_perhaps,
                strings.only_after_where,
            ])
        } else {
            strings.only_after_off.to_owned()
        });
    }

    fn set_only_after(&mut self, only_after: bool) {
        if self.only_after != only_after {
            self.only_after = only_after;
            self.timeline.set_only_after(&self.context.dossier, only_after);
            self.trend.set_only_after(&self.context, only_after);
            self.sync_panel(Panel::Timeline, false);
        }
    }

    /// Lifts a panel's filter; the view stays.
    fn lift(&mut self, panel: Panel) {
        let Some(mut filter) = self.filter_of(panel).cloned() else { return };
        filter.clear();
        self.set_filter(panel, filter);
    }

    /// Lifts the filter of the focused panel, or, where none is in force, all others and what hides the time before
    /// the article.
    pub(super) fn lift_filters(&mut self) {
        let language = self.context.language;
        let strings = language.strings();
        let in_force = |app: &Self, panel| app.filter_of(panel).is_some_and(Filter::in_force);
        if let Some(panel) = self.panel_to_filter().filter(|panel| in_force(self, *panel)) {
            self.lift(panel);
            let name = names::panel(language, panel);
            self.notice = Some(format!("{} {name}", strings.filter_lifted));
            return;
        }
        let others = FILTERED.into_iter().any(|panel| in_force(self, panel));
        if !others && self.only_after {
            self.notice = Some(strings.only_after_off.to_owned());
        } else if others {
            self.notice = Some(strings.all_filters_lifted.to_owned());
        }
        self.show_everything();
    }

    /// Lifts all filters, and what hides the time before the article.
    pub(super) fn show_everything(&mut self) {
        for panel in FILTERED {
            if self.filter_of(panel).is_some_and(Filter::in_force) {
                self.lift(panel);
            }
        }
        self.set_only_after(false);
    }
}
