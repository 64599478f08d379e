//! Views of panels by name: shown by a key of their own, with the reason where that is not possible.

use super::App;
use crate::input::action::Action;
use crate::look::panel::Panel;
use crate::protocol::effect::Effect;
use crate::protocol::request::Request;

/// The view of a list that has everything.
const ALL: &str = "all";
/// The view of a list that has the main items.
const MAIN: &str = "prominent";
/// The article as it is.
const ORIGINAL: &str = "original";
/// The map of the trend.
const MAP: &str = "map";

impl App {
    /// Whether a panel has a view of this name, or shows it anyway because it has no other.
    pub(super) fn has_view(&self, panel: Panel, view: &str) -> bool {
        let views = self.panels.get(panel).views(&self.context.dossier);
        let is_only = views.is_empty() && matches!(view, ALL | ORIGINAL);
        is_only || views.iter().any(|name| name == view)
    }

    /// Goes to a view of a panel, or says why there is none.
    pub(super) fn show_view(&mut self, panel: Panel, view: &str) -> Vec<Effect> {
        if !self.has_view(panel, view) {
            self.notice = Some(self.why_no_view(panel, view));
            return Vec::new();
        }
        self.carry_out(Request::ShowView(panel, view.to_owned()))
    }

    /// Why a panel has no view of this name.
    fn why_no_view(&self, panel: Panel, view: &str) -> String {
        let (strings, dossier) = (self.context.strings(), &self.context.dossier);
        let why = match (panel, view) {
            (Panel::Article, _) => strings.view_no_translation,
            (Panel::Actors, _) if dossier.actors.is_empty() => strings.no_actors,
            (Panel::Timeline, _) if dossier.events.is_empty() => strings.no_events,
            (Panel::Claims, _) => strings.no_claims,
            (_, MAIN) => strings.view_no_main,
            (Panel::Trend, MAP) => strings.view_no_map,
            _ => strings.view_no_overview,
        };
        self.context.with_keys(why, &[Action::Suggest, Action::Mark])
    }

    /// Ends an update that asked for a view: says why it is not drawn, if another stands in for it.
    pub(super) fn say_what_stands_in(&mut self) {
        let Some(panel) = self.asked_for_view.take() else { return };
        if self.notice.is_none() && !self.inside(panel).is_empty() {
            self.notice = self.panels.get(panel).stands_in(&self.context);
        }
    }
}
