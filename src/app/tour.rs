//! The tour: from stop to stop, out to read, and back in at the stop where it was left.

use super::App;
use super::leaving::Left;
use super::navigator::ScrollTarget;
use super::pending;
use crate::dossier::{Kind, Observation, Ref, Stop};
use crate::facts::stop_big_figure;
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::look::panel::Panel;
use crate::panels::{PanelPlace, PanelState as _};
use crate::protocol::effect::Effect;
use crate::tour;

/// What the tour needs to know of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Pace {
    /// Whether a clock is shown, which ticks every second.
    pub clock: bool,
    /// After how many seconds the tour steps on by itself.
    pub auto: Option<u64>,
}

impl App {
    /// Whether the tour is running.
    pub fn is_tour_running(&self) -> bool {
        self.tour.is_running()
    }

    /// How many stops the tour has.
    pub fn stops(&self) -> usize {
        self.context.dossier.tour().len()
    }

    /// What the tour needs to know of time; nothing while it is not running.
    pub fn pace(&self) -> Pace {
        if !self.tour.is_running() || self.areas.is_none() {
            return Pace::default();
        }
        let clock = self.shows_speaker() || self.tour.has_notes() && !self.tour.is_black();
        Pace { clock, auto: self.auto }
    }

    /// Shows a stop as a picture of it does, with all its points, by its number from 1. False if there is no such stop.
    pub fn start_tour_at(&mut self, number: usize) -> bool {
        self.start(number, true)
    }

    /// Starts the tour at a stop, by its number from 1; its points may be still to come. False if there is no such stop.
    pub fn give_tour_from(&mut self, number: usize) -> bool {
        self.start(number, false)
    }

    fn start(&mut self, number: usize, whole: bool) -> bool {
        if !(1..=self.stops()).contains(&number) {
            return false;
        }
        self.enter_tour();
        self.show_stop(number - 1, whole);
        self.layout();
        true
    }

    /// Shows the keys of the tour as a notice.
    pub fn show_tour_keys(&mut self) {
        self.notice = Some(tour::hint(&self.context));
    }

    /// Shows the speaker's notes and the clock.
    pub fn show_notes(&mut self) {
        self.tour.show_notes(true);
        self.layout();
    }

    /// Steps on by itself every so many seconds, until a key is pressed.
    pub fn step_by_itself(&mut self, seconds: u64) {
        self.auto = Some(seconds);
        self.notice = Some(self.context.strings().by_itself.to_owned());
    }

    /// Begins the tour, or resumes it where it was left.
    pub(super) fn begin_tour(&mut self) {
        if self.stops() == 0 {
            self.notice = Some(self.context.strings().no_tour.to_owned());
            return;
        }
        self.enter_tour();
        self.show_stop(self.tour.number().min(self.stops() - 1), false);
        self.notice = Some(tour::hint(&self.context));
        self.say_where_resumed();
    }

    /// Goes to a stop that was chosen from the index.
    pub(super) fn choose_stop(&mut self, number: usize) {
        self.overlay = None;
        self.enter_tour();
        self.show_stop(number, false);
    }

    /// Switches from reading to the tour. The audience sees what the handout shows: no filter hides anything, and no
    /// search marks anything.
    pub(super) fn enter_tour(&mut self) {
        if !self.tour.is_running() {
            self.leave_by_jump();
            self.end_marking();
            self.preview = None;
            self.show_everything();
            self.end_search();
            self.left = Left::Settled;
            self.auto = None;
            (self.prefix, self.talk.is_resumable) = (None, false);
            self.tour.start();
        }
    }

    /// The stop that is shown, or was last.
    pub(super) fn current_stop(&self) -> Option<Stop> {
        self.context.dossier.tour().get(self.tour.number()).cloned()
    }

    /// After a reload the tour stays at its stop, wherever that is in the order now; if the stop is gone or has changed, at
    /// its number.
    pub(super) fn rebase_tour(&mut self, before: Option<&Stop>) {
        let dossier = self.context.dossier.clone();
        let stops = dossier.tour();
        let Some(last) = stops.len().checked_sub(1) else {
            if self.tour.is_running() {
                self.tour.stop();
                self.notice = Some(self.context.strings().no_tour.to_owned());
            }
            return;
        };
        if !self.has_come_to_a_stop() {
            // The stop that was the first may be the third by now, but nobody has been there.
            self.tour.show(&self.context, 0, true);
            return;
        }
        let number = self.tour.number();
        let stays = stops.get(number) == before;
        let moved = before.filter(|_| !stays).and_then(|before| stops.iter().position(|stop| stop == before));
        let number = moved.unwrap_or(number).min(last);
        if !self.tour.is_running() {
            if !stays {
                self.tour.show(&self.context, number, true);
            }
        } else if !stays || stops[number].select.as_ref() != self.context.selection() {
            self.show_stop(number, true);
        }
    }

    /// Carries out a key of the tour.
    pub(super) fn press_in_tour(&mut self, key: Key) -> Vec<Effect> {
        self.auto_ended |= self.auto.take().is_some();
        if self.tour.is_black() {
            // Whichever key is pressed, the stop comes back and nothing else happens. Only Ctrl+c still quits.
            self.tour.set_black(false);
            let exits = self.context.keymap.action(key) == Some(Action::Exit);
            return if exits { vec![Effect::Quit] } else { Vec::new() };
        }
        if let Key { code: Code::Char(digit @ '0'..='9'), ctrl: false, .. } = key {
            self.tour.digit(digit);
            return Vec::new();
        }
        let action = self.context.keymap.action(key);
        match action {
            Some(Action::Card) => {
                match self.tour.take_typed() {
                    Some(number) if (1..=self.stops()).contains(&number) => self.show_stop(number - 1, false),
                    Some(_) => self.notice = Some(self.context.strings().no_such_stop.to_owned()),
                    // Some presentation remotes have only this key.
                    None => self.step(true),
                }
                return Vec::new();
            }
            Some(Action::Back) if self.tour.erase() => return Vec::new(),
            _ => {
                self.tour.take_typed();
            }
        }
        match action {
            Some(action @ (Action::Up | Action::Down)) if self.tour.has_details() => {
                let area = self.stop_area();
                self.tour.scroll(action == Action::Down, area);
            }
            Some(action @ (Action::HalfPageUp | Action::HalfPageDown)) if self.tour.has_details() => {
                let area = self.stop_area();
                self.tour.scroll_half(action == Action::HalfPageDown, area);
            }
            // Many presentation remotes send the arrows that point up and down.
            Some(Action::Right | Action::PageDown | Action::Down) => self.step(true),
            Some(Action::Left | Action::PageUp | Action::Up | Action::Back) => self.step(false),
            Some(Action::First) => self.show_stop(0, false),
            Some(Action::Last) => self.show_stop(self.stops().saturating_sub(1), false),
            Some(Action::View) => self.show_details(!self.tour.has_details()),
            // Presentation remotes send its other key (F5) to start a talk, also when it has started.
            Some(Action::Tour) if key != self.context.keymap.key(Action::Tour) => {}
            Some(Action::Tour | Action::Black) => self.tour.set_black(true),
            Some(Action::PreviousPassage) => self.tour.show_notes(!self.tour.has_notes()),
            Some(Action::Stops) => {
                self.open_overlay(Action::Stops);
            }
            Some(Action::Quit) => self.leave_tour(),
            // Presentation remotes send it, so it never leaves.
            Some(Action::Close) => self.show_details(false),
            Some(action @ (Action::Search | Action::Palette)) => return self.leave_tour_for(action),
            Some(
                action @ (Action::Help
                | Action::Theme
                | Action::Language
                | Action::Mouse
                | Action::Reload
                | Action::Problems
                | Action::Copy
                | Action::Exit
                | Action::Suspend),
            ) => return self.act(action),
            None => self.notice = Some(pending::no_key(&self.context, key.into())),
            Some(_) => self.notice = Some(tour::hint(&self.context)),
        }
        Vec::new()
    }

    /// Shows the details of the stop, and which keys do something there; or its slide again.
    fn show_details(&mut self, details: bool) {
        if details {
            self.notice = Some(tour::details_hint(&self.context));
        }
        if details != self.tour.has_details() {
            self.tour.show_details(details);
        }
    }

    /// Whether the details of a stop are shown in the place of its slide.
    pub fn shows_details(&self) -> bool {
        self.tour.is_running() && self.tour.has_details()
    }

    /// Says that the tour no longer steps by itself, as soon as the last row can be seen.
    pub(super) fn say_that_auto_ended(&mut self) {
        if !self.auto_ended || self.overlay.is_some() || self.tour.is_black() {
            return;
        }
        self.auto_ended = false;
        if self.tour.is_running() {
            let ended = self.context.strings().auto_ended.to_owned();
            let parts: Vec<String> = [ended].into_iter().chain(self.notice.take()).collect();
            self.notice = Some(self.context.joined(&parts));
        }
    }

    /// Steps on by itself; after the last stop the first again.
    pub(super) fn step_on(&mut self) {
        if self.auto.is_some() && self.tour.is_running() {
            self.step_by_one();
        }
    }

    /// Where a stop is drawn; empty while none is.
    pub(super) fn stop_area(&self) -> ratatui::layout::Rect {
        self.areas.as_ref().and_then(|areas| areas.stop).unwrap_or_default()
    }

    /// Shows the next point, else the next stop; after the last the first again.
    fn step_by_one(&mut self) {
        if !self.tour.step(&self.context, true) {
            self.show_stop((self.tour.number() + 1) % self.stops().max(1), false);
        }
    }

    fn step(&mut self, forward: bool) {
        // A point that comes or goes would not be seen behind the details.
        if !self.tour.has_details() && self.tour.step(&self.context, forward) {
            return;
        }
        let strings = self.context.strings();
        let number = self.tour.number();
        match (forward, number.checked_sub(1)) {
            (true, _) if number + 1 < self.stops() => self.show_stop(number + 1, false),
            (true, _) => self.notice = Some(strings.last_stop.to_owned()),
            (false, Some(before)) => self.show_stop(before, true),
            (false, None) => self.notice = Some(strings.first_stop.to_owned()),
        }
    }

    /// Shows a stop: selects what it shows, in the panel and view it names. The panels beside it show their usual view,
    /// whatever was shown before: the wall looks like the handout.
    pub(super) fn show_stop(&mut self, number: usize, whole: bool) {
        let dossier = self.context.dossier.clone();
        let Some(stop) = dossier.tour().get(number) else { return };
        self.tour.show(&self.context, number, whole);
        self.card = None;
        self.navigator.arrangement.whole = false;
        self.navigator.arrangement.shared = match &stop.select {
            Some(Ref { kind: Kind::Claim | Kind::Gap, .. }) => Panel::Claims,
            _ => Panel::Actors,
        };
        self.navigator.arrangement.side = self.navigator.arrangement.shared;
        let shown = Panel::from(stop.panel);
        for panel in Panel::ALL {
            let named = Some(stop).filter(|_| panel == shown);
            let (view, item) =
                (named.and_then(|stop| stop.view.as_deref()), named.and_then(|stop| stop.select.as_ref()));
            self.panels.get_mut(panel).present(&self.context, view, item);
        }
        // The article is brought to the stop's words from its beginning, so that it does not matter where one was in it.
        let area = self.inside(Panel::Article);
        self.panels.article.restore(&self.context, area, 0);
        self.set_selection(stop.select.clone(), None);
        self.show_panel(shown);
        self.present_picture(stop);
        let first = self.context.lit().passages.first().map(|passage| passage.range.clone());
        self.navigator.scroll = Some(match first {
            Some(words) if shown == Panel::Article => ScrollTarget::To(words),
            _ => ScrollTarget::Follow,
        });
    }

    /// The panel that draws the picture of a stop shows the view and the figure that the picture is of. What is selected may
    /// light other figures, so the cursor is set last.
    fn present_picture(&mut self, stop: &Stop) {
        let dossier = &self.context.dossier;
        let Some(view) = tour::panel_view(&self.context, stop) else { return };
        let big = stop.big.as_ref().map(|big| self.context.text(big));
        let figure = big.and_then(|big| stop_big_figure(dossier, stop, &big, self.context.language));
        let figure = figure.map(Observation::to_ref);
        let place = PanelPlace { view: Some(view), item: figure.map(|figure| figure.to_string()) };
        self.panels.trend.restore(&self.context, &place);
    }
}
