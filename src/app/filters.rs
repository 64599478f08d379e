//! What the lists leave out: the filters of the panels, and what came after the article. Each stays in force until it
//! is lifted, whatever is selected.

use super::App;
use crate::input::action::Action;
use crate::look::panel::{Focus, Panel};
use crate::protocol::filter::{FacetValue, Filter};
use crate::protocol::names;

impl App {
    /// Chooses a value of a panel's filter, or no longer; without a value, shows everything, key items or not.
    pub(super) fn choose(&mut self, panel: Panel, value: Option<FacetValue>) {
        let Some(mut filter) = self.panels.filter(panel).cloned() else { return };
        match value {
            Some(value) => filter.toggle(value),
            None => filter.show_all(),
        }
        self.panels.set_filter(panel, &self.context, filter);
        // What is selected may be out of sight now: keys are for the row that is shown as theirs.
        self.navigator.at_cursor = true;
        self.refresh_overlay();
    }

    /// Only what came after the article, or everything again.
    pub(super) fn toggle_only_after(&mut self) {
        let strings = self.context.language.strings();
        if self.context.dossier.article_days().is_none() {
            self.notice = Some(strings.article_undated.to_owned());
            return;
        }
        self.set_only_after(!self.context.only_after);
        self.notice = Some(if self.context.only_after {
            let context = &self.context;
            let end = context.with_keys(strings.only_after_end, &[Action::OnlyAfter]);
            // The key that takes it back comes first: a line may be short.
            context.joined(&[&end, strings.only_after_what, strings.only_after_where])
        } else {
            strings.only_after_off.to_owned()
        });
    }

    fn set_only_after(&mut self, only_after: bool) {
        if self.context.only_after != only_after {
            self.context.only_after = only_after;
            self.navigator.at_cursor = true;
            for panel in Panel::ALL {
                self.panels.get_mut(panel).relist(&self.context);
            }
        }
    }

    /// The panel whose filter a key means: the focused one; in the article the claims where they are in sight, for its margin
    /// has their signs, else the panel that is shown beside it. None on a card.
    pub(super) fn filtered_panel(&self) -> Option<Panel> {
        match self.context.focus {
            Focus::Panel(Panel::Article) => {
                let side = self.navigator.arrangement.side;
                let is_shown = |panel: Panel| !self.inside(panel).is_empty();
                let can_be_filtered = |panel: &Panel| self.panels.filter(*panel).is_some();
                let shown =
                    [Panel::Claims, side].into_iter().chain(Panel::ALL).filter(|panel| is_shown(*panel));
                // On its own it is shown beside nothing: the panel that was last.
                shown.chain([side, Panel::Claims]).find(can_be_filtered)
            }
            Focus::Panel(panel) => Some(panel),
            Focus::Card => None,
        }
    }

    /// Lifts a panel's filter; the view stays.
    fn lift(&mut self, panel: Panel) {
        let Some(mut filter) = self.panels.filter(panel).cloned() else { return };
        filter.clear();
        self.panels.set_filter(panel, &self.context, filter);
    }

    /// Lifts the filter of the focused panel, or, where none is in force, all others and what hides the time before
    /// the article.
    pub(super) fn lift_filters(&mut self) {
        let language = self.context.language;
        let strings = language.strings();
        let in_force = |app: &Self, panel| app.panels.filter(panel).is_some_and(Filter::in_force);
        // The signs in the article's margin are those of the claims.
        let margin = (self.context.focus == Focus::Panel(Panel::Article)).then_some(Panel::Claims);
        let mut candidates = self.filtered_panel().into_iter().chain(margin);
        if let Some(panel) = candidates.find(|panel| in_force(self, *panel)) {
            self.lift(panel);
            let name = names::panel(language, panel);
            self.notice = Some(format!("{} {name}", strings.filter_lifted));
            return;
        }
        let others = Panel::ALL.into_iter().any(|panel| in_force(self, panel));
        if !others && self.context.only_after {
            self.notice = Some(strings.only_after_off.to_owned());
        } else if others {
            self.notice = Some(strings.all_filters_lifted.to_owned());
        }
        self.show_everything();
    }

    /// Lifts all filters, and what hides the time before the article.
    pub(super) fn show_everything(&mut self) {
        for panel in Panel::ALL {
            if self.panels.filter(panel).is_some_and(Filter::in_force) {
                self.lift(panel);
            }
        }
        self.set_only_after(false);
    }
}
