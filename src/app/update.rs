//! A message in, the next state and effects out. Ends with the layout, so that drawing only reads.

use super::navigator::ScrollTarget;
use super::{App, Message};
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::protocol::effect::Effect;
use crate::protocol::suggesting::SuggestedWords;

/// Updates the app with a message, and returns the effects to perform.
pub fn update(app: &mut App, message: Message) -> Vec<Effect> {
    let left = app.left;
    let is_input =
        matches!(message, Message::Key(_) | Message::Action(_) | Message::Line { .. } | Message::Mouse(_));
    let effects = match message {
        Message::Resize(size) => {
            // A scroll that is still pending, because there was no room for the article, stands.
            if app.context.mark.is_some() {
                app.navigator.scroll = Some(ScrollTarget::Mark);
            } else if let Some(words) = app.context.suggested().and_then(SuggestedWords::current) {
                app.navigator.scroll = Some(ScrollTarget::To(words.clone()));
            } else if app.navigator.scroll.is_none() {
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
        // Nothing changes, not even with a text half typed or while the tour steps by itself. Only the black screen ends
        // with this key as with any other.
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
            app.prefix = None;
            app.act(action)
        }
        Message::Paste(_) if app.is_out_of_sight() => Vec::new(),
        Message::Paste(text) => {
            app.paste(&text);
            Vec::new()
        }
        Message::Line { .. } if app.is_out_of_sight() => Vec::new(),
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
        Message::Written(written) => app.take_in_written(written),
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
        Message::LastSeen(seen) => {
            app.compare_with(seen);
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
        Message::Presented { position, since } => {
            app.follow(&position, since);
            Vec::new()
        }
        Message::Companion(companion) => {
            app.report_companion(companion);
            Vec::new()
        }
    };
    if is_input {
        app.move_on_from(left);
    }
    app.follow_detour();
    app.say_that_auto_ended();
    app.note_stop();
    app.show_kept_notes();
    app.layout();
    app.select_entered_row();
    app.say_what_stands_in();
    effects
}

/// Does all the work that is left, as the runtime does while no key comes.
pub fn settle(app: &mut App) {
    while app.has_work() {
        update(app, Message::Work);
    }
}

impl App {
    /// Whether the screen is too small to show what keys would change.
    fn is_out_of_sight(&self) -> bool {
        let needs_to_be_seen = match &self.overlay {
            Some(overlay) => overlay.needs_to_be_seen(),
            None => self.has_suggestions(),
        };
        self.areas.is_none() && needs_to_be_seen
    }

    /// Gives pasted text to the prompt. Without a prompt it is ignored: pasted letters are not commands.
    fn paste(&mut self, text: &str) {
        self.prefix = None;
        if let Some(typed) = self.prompt().map(|prompt| prompt.paste(text)) {
            self.on_typed(typed);
        }
    }

    /// The line is text for the prompt that its first key opens, or for the prompt that is open; never commands.
    fn type_line(&mut self, opener: Key, text: &str, enter: bool) -> Vec<Effect> {
        if self.prompt().is_some() {
            self.paste(&format!("{opener}{text}"));
            return Vec::new();
        }
        if self.prefix.is_some() {
            // The first key is one after the prefix, and the rest are no commands.
            return self.press(opener);
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

    /// A prompt gets a key before the key can request an action.
    fn press(&mut self, key: Key) -> Vec<Effect> {
        if self.is_marking() {
            return self.press_in_marking(key);
        }
        if self.is_suggesting() && !self.is_out_of_sight() {
            return self.press_in_suggesting(key);
        }
        // Shift and an arrow are that arrow, unless something is bound to both.
        let key = if self.context.keymap.action(key).is_some() { key } else { key.without_shift() };
        if let Some(prefix) = self.prefix.take() {
            return self.press_after(prefix, key);
        }
        if self.is_out_of_sight() {
            let action = self.context.keymap.action(key);
            let action = action.filter(|action| matches!(action, Action::Exit | Action::Suspend));
            return action.map(|action| self.act(action)).unwrap_or_default();
        }
        if let Some(said) = self.overlay.as_ref().and_then(|overlay| overlay.no_use_for(key, &self.context)) {
            self.notice = Some(said);
            return Vec::new();
        }
        if self.overlay.as_mut().is_some_and(|overlay| overlay.press(key)) {
            return Vec::new();
        }
        if let Some(typed) = self.prompt().map(|prompt| prompt.press(key))
            && self.on_typed(typed)
        {
            return Vec::new();
        }
        if self.tour.is_running() && self.overlay.is_none() {
            return self.press_as_speaker(key).unwrap_or_else(|| self.press_in_tour(key));
        }
        let own = self.overlay.as_ref().and_then(|overlay| overlay.action(key, &self.context.keymap));
        // Whatever is bound to what: a line of text can be ended and given up.
        let in_line = match key.code {
            _ if own.is_some() || key.ctrl || self.prompt().is_none() => None,
            Code::Esc => Some(Action::Close),
            Code::Enter => Some(Action::Card),
            _ => None,
        };
        let action = own.or(in_line).or_else(|| self.context.keymap.action(key));
        if let Some(action) = action
            && self.overlay.as_ref().is_some_and(|overlay| !overlay.lets_through(action))
        {
            let requests = self.act_in_overlay(action);
            return self.carry_out_all(requests);
        }
        if let Some(action) = action {
            return self.act(action);
        }
        self.press_unbound(key);
        Vec::new()
    }
}
