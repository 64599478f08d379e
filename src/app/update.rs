//! A message in, the next state and what to do about it out. Ends with the layout, so that drawing only reads.

use super::navigator::ScrollTarget;
use super::{App, Message};
use crate::input::action::Action;
use crate::input::key::Key;
use crate::look::layout;
use crate::look::panel::{Focus, Panel};
use crate::overlays;
use crate::overlays::palette::Goal;
use crate::protocol::effect::Effect;
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::{card, search, tour};

/// Takes a message in.
pub fn update(app: &mut App, message: Message) -> Vec<Effect> {
    let effects = match message {
        Message::Resize(size) => {
            // Where one was to go while there was no room for the article is where one goes.
            if app.navigator.scroll.is_none() {
                let hit = app.context.hit();
                let lit = app.context.lit();
                let passages = lit.passages.iter().map(|passage| &passage.range);
                let located = lit.located.iter().filter(|passage| app.context.passage() == Some(passage));
                let mut passages = hit.into_iter().chain(passages).chain(located);
                let in_sight = passages.find(|passage| app.panels.article.shows(passage)).cloned();
                app.navigator.scroll = in_sight.map(ScrollTarget::IfHidden);
            }
            app.size = size;
            app.clicked = None;
            Vec::new()
        }
        // Wherever one is, with a text half typed or the tour stepping by itself: what is on the screen stays as it is.
        // Only the black screen ends with this key as with any other.
        Message::Key(key) if app.context.keymap.action(key) == Some(Action::Redraw) => {
            if app.tour.is_black() {
                app.press_in_tour(key);
            }
            return vec![Effect::Redraw];
        }
        Message::Key(key) => {
            app.notice = None;
            app.clicked = None;
            app.press(key)
        }
        Message::Action(action) => {
            app.notice = None;
            app.clicked = None;
            app.act(action)
        }
        Message::Paste(text) => {
            app.paste(&text);
            Vec::new()
        }
        Message::Line { opener, text, enter } => {
            app.notice = None;
            app.clicked = None;
            app.type_line(opener, &text, enter)
        }
        Message::Work => {
            app.step_search();
            Vec::new()
        }
        Message::Mouse(mouse) => app.handle_mouse(mouse),
        Message::Outcome(outcome) => {
            app.report_outcome(outcome);
            Vec::new()
        }
        Message::Reload(reload) => {
            let stop = app.current_stop();
            app.reload(reload);
            app.rebase_tour(stop.as_ref());
            app.refresh_overlay();
            Vec::new()
        }
        Message::Clock(seconds) => {
            app.tour.tick(seconds);
            Vec::new()
        }
        Message::Step => {
            app.notice = None;
            app.step_on();
            Vec::new()
        }
    };
    app.layout();
    effects
}

/// Does all the work that is left, as the runtime does while no key comes.
pub fn settle(app: &mut App) {
    while app.has_work() {
        update(app, Message::Work);
    }
}

impl App {
    /// Takes pasted text in. Where no line takes it, it is nothing: pasted letters are no commands.
    fn paste(&mut self, text: &str) {
        if let Some(typed) = self.prompt().map(|prompt| prompt.paste(text)) {
            self.on_typed(typed);
        }
    }

    /// The line is text for what its first key opens, or for what takes text already, and never commands.
    fn type_line(&mut self, opener: Key, text: &str, enter: bool) -> Vec<Effect> {
        if self.prompt().is_some() {
            self.paste(&format!("{opener}{text}"));
            return Vec::new();
        }
        let mut effects = self.press(opener);
        if self.prompt().is_some() {
            self.paste(text);
            if enter {
                effects.extend(self.act(Action::Card));
            }
        }
        effects
    }

    /// What takes text takes a key before it can ask for an action.
    fn press(&mut self, key: Key) -> Vec<Effect> {
        if self.overlay.as_mut().is_some_and(|overlay| overlay.press(key)) {
            return Vec::new();
        }
        if let Some(typed) = self.prompt().map(|prompt| prompt.press(key))
            && self.on_typed(typed)
        {
            return Vec::new();
        }
        if self.tour.is_running() && self.overlay.is_none() {
            return self.press_in_tour(key);
        }
        let own = self.overlay.as_ref().and_then(|overlay| overlay.action(key, &self.context.keymap));
        let action = own.or_else(|| self.context.keymap.action(key));
        action.map_or_else(Vec::new, |action| self.act(action))
    }

    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Exit => return vec![Effect::Quit],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Redraw => return vec![Effect::Redraw],
            Action::Theme => {
                self.change_theme();
                return Vec::new();
            }
            Action::Language => {
                self.change_language();
                return Vec::new();
            }
            Action::Mouse => return vec![self.switch_mouse()],
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
        if self.open_overlay(action) {
            return Vec::new();
        }
        let whole = self.navigator.arrangement.whole;
        match action {
            Action::Quit if self.card.is_some() => self.close_card(),
            Action::Quit => return vec![Effect::Quit],
            // A panel on the whole screen lies over a card beside the article.
            Action::Close if whole && self.context.focus != Focus::Card && !self.one_at_a_time() => {
                self.navigator.arrangement.whole = false;
            }
            Action::Close if self.card.is_some() => self.close_card(),
            // Where all have the whole screen anyway, giving it back is not seen.
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
            Action::NextPanel => self.focus_next(1),
            Action::PreviousPanel => self.focus_next(Panel::ALL.len() - 1),
            Action::Words => self.go_to_words(),
            Action::Sources => self.open_sources(),
            Action::Copy => return self.copy(),
            Action::Browse => return self.browse(),
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
            Action::Whole => self.navigator.arrangement.whole = !whole,
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

    /// Whether what keys go to has the whole screen anyway.
    pub(super) fn one_at_a_time(&self) -> bool {
        self.areas.as_ref().is_some_and(|areas| areas.one_at_a_time)
    }

    fn act_in_focus(&mut self, action: Action) -> Vec<Effect> {
        let panel = match self.context.focus {
            // The article shows them, wherever keys go.
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

    fn carry_out_all(&mut self, requests: Vec<Request>) -> Vec<Effect> {
        requests.into_iter().flat_map(|request| self.carry_out(request)).collect()
    }

    pub(super) fn carry_out(&mut self, request: Request) -> Vec<Effect> {
        match request {
            Request::Select(name) => {
                if self.context.selection() != Some(&name) {
                    self.leave_by_step();
                    self.select(name);
                    self.navigator.scroll = Some(ScrollTarget::Follow);
                }
            }
            Request::SelectAt(name, passage) => {
                self.leave_by_step();
                self.select(name);
                self.set_passage(passage);
            }
            Request::Open(name) => {
                self.palette.remember(Goal::Thing(name.clone()));
                self.leave_by_jump();
                self.open(card::CardPlace::at_top(name));
            }
            Request::Words(passage) => {
                self.leave_by_jump();
                self.set_passage(passage);
                self.context.focus = Focus::Panel(Panel::Article);
            }
            Request::Located(passage) => {
                self.leave_by_jump();
                self.go_to_located(passage);
            }
            Request::Filter(panel, value) => self.choose(panel, value),
            Request::Stop(number) => self.choose_stop(number),
            Request::Dismiss => self.overlay = None,
            Request::Act(action) => {
                self.palette.remember(Goal::Command(action));
                return self.act(action);
            }
            Request::Notice(text) => self.notice = Some(text),
        }
        Vec::new()
    }

    pub(super) fn open(&mut self, at: card::CardPlace) {
        if self.context.selection() != Some(at.of()) {
            self.select(at.of().clone());
        }
        // A card may take rows from the article.
        self.navigator.scroll = Some(ScrollTarget::Follow);
        self.card = Some(card::State::new(at));
        // A card that is opened from a card keeps the panel that the first was opened from.
        if let Focus::Panel(panel) = self.context.focus {
            self.navigator.arrangement.opener = panel;
        }
        self.context.focus = Focus::Card;
    }

    /// Closes the card. Keys go to the panel that it was opened from, or stay in the article.
    fn close_card(&mut self) {
        self.card = None;
        if self.context.focus == Focus::Card {
            self.context.focus = Focus::Panel(self.navigator.arrangement.opener);
        }
    }

    pub(super) fn focus_panel(&mut self, panel: Panel) {
        self.navigator.history.pause();
        if panel != Panel::Article {
            self.card = None;
            self.navigator.arrangement.side = panel;
        }
        if panel.is_shared() {
            self.navigator.arrangement.shared = panel;
        }
        self.context.focus = Focus::Panel(panel);
        self.panels.get_mut(panel).follow_selection(&self.context, true);
    }

    /// Round the panels; while a card lies over them, between it and the article.
    fn focus_next(&mut self, steps: usize) {
        match (self.context.focus, self.card.is_some()) {
            (Focus::Card, _) => self.context.focus = Focus::Panel(Panel::Article),
            (Focus::Panel(_), true) => self.context.focus = Focus::Card,
            (Focus::Panel(panel), false) => {
                let next = (panel.number() - 1 + steps) % Panel::ALL.len();
                self.focus_panel(Panel::ALL[next]);
            }
        }
    }

    /// The layout: areas, and what is visible in each of them.
    pub(super) fn layout(&mut self) {
        self.restart_search();
        self.show_hit();
        self.areas = if self.tour.is_running() {
            let notes = tour::notes_rows(&self.tour, &self.context, self.size.width);
            layout::tour_areas(self.size, self.layout_input(), notes)
        } else {
            layout::areas(self.size, self.layout_input())
        };
        for panel in Panel::ALL {
            let area = self.inside(panel);
            self.panels.get_mut(panel).layout(&self.context, area);
        }
        self.scroll_article();
        let area = self.inside_card();
        if let Some(state) = &mut self.card {
            state.layout(&self.context, area);
        }
        if let Some(session) = self.search.as_mut().filter(|_| !area.is_empty()) {
            search::layout(&mut session.state, &self.context, area);
        }
        let stop = self.stop_area();
        if !stop.is_empty() {
            self.tour.layout(&self.context, stop);
        }
        let room = self.room();
        // Where nothing is shown, everything stays as it was.
        if let Some(overlay) = self.overlay.as_mut().filter(|_| self.areas.is_some()) {
            let area = overlays::inside(&**overlay, &self.context, &room);
            overlay.layout(&self.context, area);
        }
    }

    /// Scrolls the article to where it is to go, once there is room for it.
    fn scroll_article(&mut self) {
        let area = self.inside(Panel::Article);
        if area.is_empty() {
            return;
        }
        let (article, context) = (&mut self.panels.article, &self.context);
        let passages = &context.lit().passages;
        match self.navigator.scroll.take() {
            Some(ScrollTarget::To(words)) => article.go_to(context, area, &words),
            Some(ScrollTarget::IfHidden(words)) if article.shows(&words) => {}
            Some(ScrollTarget::IfHidden(words)) => article.go_to(context, area, &words),
            Some(ScrollTarget::TopAt(byte)) => article.restore(context, area, byte),
            Some(ScrollTarget::Follow) => {
                if !passages.iter().any(|passage| article.shows_whole(&passage.range))
                    && let Some(first) = passages.first()
                {
                    article.go_to(context, area, &first.range);
                }
            }
            None => {}
        }
    }
}
