//! Carries out an action: itself, or by what the action is for.

use super::App;
use crate::card;
use crate::input::action::Action;
use crate::look::panel::{Focus, Panel};
use crate::protocol::authoring::Intent;
use crate::protocol::effect::Effect;
use crate::protocol::names;
use crate::settings::Preference;

impl App {
    /// Carries out an action: of the whole screen, of what lies over the panels, or of what has the focus.
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Exit if self.overlay.as_mut().is_some_and(|overlay| overlay.asks_before_quitting()) => {
                return Vec::new();
            }
            Action::Exit => return vec![Effect::Quit],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Redraw => return vec![Effect::Redraw],
            Action::Theme => {
                self.change_theme();
                return vec![Effect::Remember(Preference::Theme(self.context.theme))];
            }
            Action::Language => {
                self.change_language();
                return vec![Effect::Remember(Preference::Language(self.context.language))];
            }
            Action::Mouse => {
                let switched = self.switch_mouse();
                return vec![switched, Effect::Remember(Preference::Mouse(self.mouse))];
            }
            Action::Reload => {
                self.ask_for_reload();
                return vec![Effect::Reload];
            }
            _ => {}
        }
        if self.search.is_some() {
            self.act_in_search(action);
            return Vec::new();
        }
        if self.overlay.is_some() {
            let requests = self.act_in_overlay(action);
            return self.carry_out_all(requests);
        }
        if action == Action::Notes {
            self.reveal_notes();
        }
        if self.open_overlay(action) {
            return Vec::new();
        }
        let whole = self.navigator.arrangement.whole;
        match action {
            Action::Quit if self.card.is_some() => self.close_card(),
            Action::Quit => return self.quit(),
            Action::Close if self.shown_preview().is_some() => self.close_preview(),
            // A panel on the whole screen lies over a card beside the article.
            Action::Close if whole && self.context.focus != Focus::Card && !self.one_at_a_time() => {
                self.navigator.arrangement.whole = false;
            }
            Action::Close if self.card.is_some() => self.close_card(),
            // Where everything has the whole screen anyway, giving it back would not show.
            Action::Close if whole && !self.one_at_a_time() => self.navigator.arrangement.whole = false,
            Action::Close if self.context.search().is_some() => self.end_search(),
            Action::Close => self.lift_filters(),
            Action::Search => self.open_search(),
            Action::Tour => self.begin_tour(),
            Action::Black => {
                let context = &self.context;
                self.notice = Some(context.with_keys(context.strings().not_in_tour, &[Action::Tour]));
            }
            Action::OnlyAfter => self.toggle_only_after(),
            Action::Focus(panel) => self.focus_panel(panel),
            Action::ShowView(panel, view) => return self.show_view(panel, view),
            Action::NextPanel => self.focus_next(1),
            Action::PreviousPanel => self.focus_next(Panel::ALL.len() - 1),
            Action::Words => self.go_to_words(),
            Action::Sources => self.open_sources(),
            Action::Copy => return self.copy(),
            Action::Collect => return self.collect(),
            Action::Mark => self.begin_marking(),
            Action::Suggest => self.begin_suggesting(),
            Action::Annotate => self.annotate(),
            Action::Change => self.change_selection(),
            Action::MakeStop => self.intend(Intent::Stop),
            Action::Undo => return self.undo(),
            Action::Redo => return self.redo(),
            Action::Browse => return self.browse(),
            Action::Edit => return self.edit(),
            Action::NextClaim => self.go_to_claim(true),
            Action::PreviousClaim => self.go_to_claim(false),
            Action::NextPassage if self.context.search().is_some() => self.go_to_hit(true),
            Action::PreviousPassage if self.context.search().is_some() => self.go_to_hit(false),
            Action::NextPassage => self.go_to_passage(true),
            Action::PreviousPassage => self.go_to_passage(false),
            Action::Back => self.go_back(),
            Action::Forward => self.go_forward(),
            Action::Whole if self.one_at_a_time() => {
                self.notice = Some(self.context.language.strings().whole_already.to_owned());
            }
            Action::Whole => {
                self.preview = None;
                self.navigator.arrangement.whole = !whole;
            }
            Action::ZoomIn | Action::ZoomOut if !self.context.has_focus(Panel::Timeline) => {
                self.notice = Some(self.context.strings().nothing_to_zoom.to_owned());
            }
            _ => return self.act_in_focus(action),
        }
        Vec::new()
    }

    fn change_theme(&mut self) {
        let theme = self.context.theme.next();
        self.context.theme = theme;
        let language = self.context.language;
        self.notice = Some(language.strings().theme.replace("{}", names::theme(language, theme)));
    }

    /// Everything is measured and written anew as it is laid out; selection and place stay.
    fn change_language(&mut self) {
        let language = self.context.language.next();
        self.context.language = language;
        self.notice = Some(language.strings().language.to_owned());
    }

    fn act_in_focus(&mut self, action: Action) -> Vec<Effect> {
        let panel = match self.context.focus {
            // The article shows them, whatever has the focus.
            _ if action == Action::Marks => Some(Panel::Article),
            Focus::Panel(panel) => Some(panel),
            Focus::Card => None,
        };
        if self.context.has_focus(Panel::Article) && !matches!(action, Action::Left | Action::Right) {
            self.navigator.history.pause();
        }
        let card_area = self.inside_card();
        let requests = match (panel, &mut self.card) {
            (Some(panel), _) => {
                let area = self.inside(panel);
                self.panels.get_mut(panel).update(action, &self.context, area)
            }
            (None, Some(state)) => card::update(state, action, &self.context, card_area),
            (None, None) => Vec::new(),
        };
        self.carry_out_all(requests)
    }
}
