//! A message in, the next state and what to do about it out. Ends with the layout, so that drawing only reads.

use std::ops::Range;

use super::history::Leave;
use super::overlay::Overlay;
use super::{App, GoTo, Message};
use crate::dossier::Ref;
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::input::keymap;
use crate::look::layout;
use crate::look::panel::{Focus, Panel};
use crate::overlays::help;
use crate::overlays::palette::Goal;
use crate::panels::{actors, article, claims, timeline, trend};
use crate::protocol::effect::Effect;
use crate::protocol::names;
use crate::protocol::request::Request;
use crate::{card, tour};

/// Takes a message in.
pub fn update(app: &mut App, message: Message) -> Vec<Effect> {
    let effects = match message {
        Message::Resize(size) => {
            // Where one was to go while there was no room for the article is where one goes.
            if app.go_to.is_none() {
                let hit = app.shared.hit.as_ref();
                let lit = &app.shared.lit;
                let passages = lit.passages.iter().map(|passage| &passage.range);
                let located =
                    lit.located.iter().filter(|passage| app.shared.passage.as_ref() == Some(passage));
                let mut passages = hit.into_iter().chain(passages).chain(located);
                app.go_to = passages.find(|passage| app.article.shows(passage)).cloned().map(GoTo::Keep);
            }
            app.size = size;
            app.clicked = None;
            Vec::new()
        }
        // Wherever one is, with a text half typed or the tour stepping by itself: what is on the screen stays as it is.
        // Only the black screen ends with this key as with any other.
        Message::Key(key) if keymap::action(key) == Some(Action::Redraw) => {
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
            app.work();
            Vec::new()
        }
        Message::Mouse(mouse) => app.point(mouse),
        Message::Outcome(outcome) => {
            app.tell(outcome);
            Vec::new()
        }
        Message::Reload(reload) => {
            let stop = app.stop_in_hand();
            app.reload(reload);
            app.renew_tour(stop.as_ref());
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
    if app.shared.selection.is_some() {
        app.shared.missed = None;
    }
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
    fn paste(&mut self, text: &str) {
        if let Some(overlay) = &mut self.overlay {
            overlay.paste(text);
        }
        self.look();
    }

    /// The line is text for what its first key opens, or for what takes text already, and never commands.
    fn type_line(&mut self, opener: Key, text: &str, enter: bool) -> Vec<Effect> {
        if self.takes_text() {
            self.paste(&format!("{opener}{text}"));
            return Vec::new();
        }
        let mut effects = self.press(opener);
        if self.takes_text() {
            self.paste(text);
            if enter {
                effects.extend(self.press(Key::plain(Code::Enter)));
            }
        }
        effects
    }

    fn takes_text(&mut self) -> bool {
        self.overlay.as_mut().is_some_and(Overlay::takes_text)
    }

    /// What takes text takes a key before it can ask for an action.
    fn press(&mut self, key: Key) -> Vec<Effect> {
        if self.overlay.as_mut().is_some_and(|overlay| overlay.press(key)) {
            self.look();
            return Vec::new();
        }
        if self.tour.is_given() && self.overlay.is_none() {
            return self.press_in_tour(key);
        }
        let own = self.overlay.as_ref().and_then(|overlay| overlay.action(key));
        own.or_else(|| keymap::action(key)).map_or_else(Vec::new, |action| self.act(action))
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
        let room = self.room();
        match (&mut self.overlay, action) {
            (None, _) => {}
            (Some(Overlay::Search(..)), Action::Close) => {
                self.cancel_search();
                return Vec::new();
            }
            (Some(Overlay::Search(..)), Action::Card) => {
                self.take_found();
                return Vec::new();
            }
            (Some(overlay), _) => {
                let requests = overlay.update(action, &self.shared.context(), room);
                return self.carry_out_all(requests);
            }
        }
        match action {
            Action::Quit if self.card.is_some() => self.close_card(),
            Action::Quit => return vec![Effect::Quit],
            // A panel on the whole screen lies over a card beside the article.
            Action::Close if self.whole && self.shared.focus != Focus::Card && !self.one_at_a_time() => {
                self.whole = false;
            }
            Action::Close if self.card.is_some() => self.close_card(),
            // Where all have the whole screen anyway, giving it back is not seen.
            Action::Close if self.whole && !self.one_at_a_time() => self.whole = false,
            Action::Close if self.shared.search.is_some() => self.end_search(),
            Action::Close => self.lift_filters(),
            Action::Search => self.open_search(),
            Action::Filter => self.open_filter(),
            Action::Tour => self.begin_tour(),
            Action::Stops => self.open_stops(),
            Action::Black => {
                let context = self.shared.context();
                self.notice = Some(context.with_keys(context.strings().not_in_tour, &[Action::Tour]));
            }
            Action::Problems => self.open_problems(),
            Action::OnlyAfter => self.toggle_only_after(),
            Action::Help => self.overlay = Some(Overlay::Help(help::State::default())),
            Action::Palette => {
                let state = self.palette.open(&self.shared.context());
                self.overlay = Some(Overlay::Palette(state));
            }
            Action::Focus(panel) => self.focus_panel(panel),
            Action::NextPanel => self.focus_next(1),
            Action::PreviousPanel => self.focus_next(Panel::ALL.len() - 1),
            Action::Words => self.go_to_words(),
            Action::Sources => self.open_sources(),
            Action::Copy => return self.copy(),
            Action::Browse => return self.browse(),
            Action::NextClaim => self.go_to_claim(true),
            Action::PreviousClaim => self.go_to_claim(false),
            Action::NextPassage if self.shared.search.is_some() => self.go_to_hit(true),
            Action::PreviousPassage if self.shared.search.is_some() => self.go_to_hit(false),
            Action::NextPassage => self.go_to_passage(true),
            Action::PreviousPassage => self.go_to_passage(false),
            Action::Back => self.go_back(),
            Action::Forward => self.go_forward(),
            Action::Whole if self.one_at_a_time() => {
                self.notice = Some(self.shared.options.language.strings().whole_already.to_owned());
            }
            Action::Whole => self.whole = !self.whole,
            _ => return self.act_in_focus(action),
        }
        Vec::new()
    }

    fn change_theme(&mut self) {
        let theme = self.shared.options.theme.next();
        self.shared.options.theme = theme;
        let language = self.shared.options.language;
        self.notice = Some(language.strings().theme.replace("{}", names::theme(language, theme)));
    }

    /// Everything is measured and written anew as it is laid out; selection and place stay.
    fn change_language(&mut self) {
        let language = self.shared.options.language.next();
        self.shared.options.language = language;
        self.notice = Some(language.strings().language.to_owned());
    }

    /// Whether what keys go to has the whole screen anyway.
    pub(super) fn one_at_a_time(&self) -> bool {
        self.areas.as_ref().is_some_and(|areas| areas.one_at_a_time)
    }

    fn act_in_focus(&mut self, action: Action) -> Vec<Effect> {
        let area = match self.shared.focus {
            Focus::Panel(panel) => self.inside(panel),
            Focus::Card => self.inside_card(),
        };
        if self.shared.focus == Focus::Panel(Panel::Article)
            && !matches!(action, Action::Left | Action::Right)
        {
            self.history.pause();
        }
        let context = self.shared.context();
        let requests = match (self.shared.focus, action) {
            (_, Action::Marks) | (Focus::Panel(Panel::Article), _) => {
                article::update(&mut self.article, action, &context, area)
            }
            (Focus::Card, _) => match &mut self.card {
                Some(state) => card::update(state, action, &context, area),
                None => Vec::new(),
            },
            (Focus::Panel(Panel::Actors), _) => actors::update(&mut self.actors, action, &context, area),
            (Focus::Panel(Panel::Timeline), _) => {
                timeline::update(&mut self.timeline, action, &context, area)
            }
            (Focus::Panel(Panel::Trend), _) => trend::update(&mut self.trend, action, &context, area),
            (Focus::Panel(Panel::Claims), _) => claims::update(&mut self.claims, action, &context, area),
        };
        self.carry_out_all(requests)
    }

    fn carry_out_all(&mut self, requests: Vec<Request>) -> Vec<Effect> {
        requests.into_iter().flat_map(|request| self.carry_out(request)).collect()
    }

    pub(super) fn carry_out(&mut self, request: Request) -> Vec<Effect> {
        match request {
            Request::Select(name) => {
                if self.shared.selection.as_ref() != Some(&name) {
                    self.leave_by_step();
                    self.select(name);
                    self.go_to = Some(GoTo::Follow);
                }
            }
            Request::SelectAt(name, passage) => {
                self.leave_by_step();
                self.select(name);
                self.take_in_hand(passage);
            }
            Request::Open(name) => {
                self.palette.note(Goal::Thing(name.clone()));
                self.leave_by_jump();
                self.open(card::Position::at_top(name));
            }
            Request::Words(passage) => {
                self.leave_by_jump();
                self.take_in_hand(passage);
                self.shared.focus = Focus::Panel(Panel::Article);
            }
            Request::Located(passage) => {
                self.leave_by_jump();
                self.look_at_located(passage);
            }
            Request::Filter(panel, value) => self.choose(panel, value),
            Request::Stop(number) => self.choose_stop(number),
            Request::Dismiss => self.overlay = None,
            Request::Act(action) => {
                self.palette.note(Goal::Command(action));
                return self.act(action);
            }
            Request::Notice(text) => self.notice = Some(text),
        }
        Vec::new()
    }

    fn leave_by_step(&mut self) {
        let leave = match self.shared.focus {
            Focus::Panel(panel) => Leave::Step(panel),
            Focus::Card => Leave::Jump,
        };
        let place = self.place();
        self.history.leave(leave, || place);
    }

    pub(super) fn leave_by_jump(&mut self) {
        let place = self.place();
        self.history.leave(Leave::Jump, || place);
    }

    /// Selects a thing; an open card shows it from now on, and every list puts its cursor on it.
    pub(super) fn select(&mut self, name: Ref) {
        self.shared.lit = self.shared.dossier.lit(&name);
        self.shared.passage = None;
        if let Some(state) = &mut self.card
            && *state.of() != name
        {
            *state = card::State::new(card::Position::at_top(name.clone()));
        }
        self.shared.selection = Some(name);
        self.follow_selection();
    }

    /// Lets every panel follow a selection that is new.
    pub(super) fn follow_selection(&mut self) {
        for panel in Panel::ALL {
            self.sync_panel(panel, false);
        }
    }

    /// Lets a panel follow the selection; one that is entered also looks for what is lit.
    pub(super) fn sync_panel(&mut self, panel: Panel, entered: bool) {
        let context = self.shared.context();
        match panel {
            Panel::Article => {}
            Panel::Actors => self.actors.follow_selection(&context, entered),
            Panel::Timeline => self.timeline.follow_selection(&context, entered),
            Panel::Trend => self.trend.follow_selection(&context, entered),
            Panel::Claims => self.claims.follow_selection(&context, entered),
        }
    }

    pub(super) fn take_in_hand(&mut self, passage: Range<usize>) {
        self.shared.passage = Some(passage.clone());
        self.go_to = Some(GoTo::Words(passage));
    }

    pub(super) fn open(&mut self, at: card::Position) {
        if self.shared.selection.as_ref() != Some(at.of()) {
            self.select(at.of().clone());
        }
        // A card may take rows from the article.
        self.go_to = Some(GoTo::Follow);
        self.card = Some(card::State::new(at));
        // A card that is opened from a card keeps the panel that the first was opened from.
        if let Focus::Panel(panel) = self.shared.focus {
            self.opener = panel;
        }
        self.shared.focus = Focus::Card;
    }

    /// Closes the card. Keys go to the panel that it was opened from, or stay in the article.
    fn close_card(&mut self) {
        self.card = None;
        if self.shared.focus == Focus::Card {
            self.shared.focus = Focus::Panel(self.opener);
        }
    }

    pub(super) fn focus_panel(&mut self, panel: Panel) {
        self.history.pause();
        if panel != Panel::Article {
            self.card = None;
            self.side = panel;
        }
        if matches!(panel, Panel::Actors | Panel::Claims) {
            self.shared_box = panel;
        }
        self.shared.focus = Focus::Panel(panel);
        self.sync_panel(panel, true);
    }

    /// Round the panels; while a card lies over them, between it and the article.
    fn focus_next(&mut self, steps: usize) {
        match (self.shared.focus, self.card.is_some()) {
            (Focus::Card, _) => self.shared.focus = Focus::Panel(Panel::Article),
            (Focus::Panel(_), true) => self.shared.focus = Focus::Card,
            (Focus::Panel(panel), false) => {
                let next = (panel.number() - 1 + steps) % Panel::ALL.len();
                self.focus_panel(Panel::ALL[next]);
            }
        }
    }

    /// The layout: areas, and what is visible in each of them.
    pub(super) fn layout(&mut self) {
        self.look_again();
        self.preview();
        self.areas = if self.tour.is_given() {
            let notes = tour::notes_rows(&self.tour, &self.shared.context(), self.size.width);
            layout::briefing(self.size, self.shown(), notes)
        } else {
            layout::areas(self.size, self.shown())
        };
        let context = self.shared.context();
        let focused = |panel| context.focus == Focus::Panel(panel);
        let area = self.inside(Panel::Article);
        self.article.layout(&context, area);
        if !area.is_empty() {
            match self.go_to.take() {
                Some(GoTo::Words(passage)) => self.article.go_to(&context, area, &passage),
                Some(GoTo::Keep(passage)) if self.article.shows(&passage) => {}
                Some(GoTo::Keep(passage)) => self.article.go_to(&context, area, &passage),
                Some(GoTo::Top(byte)) => self.article.restore(&context, area, byte),
                Some(GoTo::Follow) => {
                    let passages = &context.lit.passages;
                    if !passages.iter().any(|passage| self.article.shows_whole(&passage.range))
                        && let Some(first) = passages.first()
                    {
                        self.article.go_to(&context, area, &first.range);
                    }
                }
                None => {}
            }
        }
        let area = self.inside(Panel::Actors);
        self.actors.layout(&context, focused(Panel::Actors), area);
        let area = self.inside(Panel::Timeline);
        self.timeline.layout(&context, focused(Panel::Timeline), area);
        let area = self.inside(Panel::Trend);
        self.trend.layout(&context, focused(Panel::Trend), area);
        let area = self.inside(Panel::Claims);
        self.claims.layout(&context, focused(Panel::Claims), area);
        let area = self.inside_card();
        if let Some(state) = &mut self.card {
            state.layout(&context, area);
        }
        self.arrange_filter();
        let stop = self.stop_area();
        if !stop.is_empty() {
            self.tour.layout(&self.shared.context(), stop);
        }
        let room = self.room();
        // Where nothing is shown, everything stays as it was.
        if let Some(overlay) = self.overlay.as_mut().filter(|_| self.areas.is_some()) {
            overlay.layout(&self.shared.context(), room);
        }
    }
}
