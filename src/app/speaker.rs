//! The speaker's screen: the same tour, steered by the same keys, shown as the speaker needs it.

use super::App;
use crate::input::action::Action;
use crate::input::key::Key;
use crate::protocol::effect::Effect;
use crate::tour::speaker::{self, Asked};

impl App {
    /// Shows the tour as the speaker needs it: notes, clock and what comes next, not what the audience sees.
    pub fn show_as_speaker(&mut self) {
        self.speaker = Some(speaker::State::default());
        self.layout();
    }

    /// Whether the speaker's screen is shown. If a reload leaves nothing to present, what is left is read.
    pub(super) fn shows_speaker(&self) -> bool {
        self.speaker.is_some() && self.tour.is_running()
    }

    /// Carries out a key that means something else on the speaker's screen than on the audience's; none if it does not.
    pub(super) fn press_as_speaker(&mut self, key: Key) -> Option<Vec<Effect>> {
        // Black ends with any key, here as there.
        let speaker = self.speaker.as_mut().filter(|_| !self.tour.is_black())?;
        self.auto_ended |= self.auto.take().is_some();
        let action = self.context.keymap.action(key);
        let asked = speaker.asked();
        if asked == Some(Asked::Search) && action != Some(Action::Exit) {
            // What is typed is no command; it ends as a search does.
            if matches!(action, Some(Action::Close | Action::Card)) {
                speaker.ask(None);
            } else {
                self.notice = Some(self.context.strings().speaker_no_search.to_owned());
            }
            return Some(Vec::new());
        }
        speaker.ask(None);
        let effects = match action? {
            Action::NextPassage => {
                speaker.turn_page();
                Vec::new()
            }
            // In the middle of a talk it may be a slip.
            Action::NextClaim if asked != Some(Asked::Clock) => {
                speaker.ask(Some(Asked::Clock));
                let strings = self.context.strings();
                self.notice =
                    Some(self.context.with_keys(strings.speaker_restart_asks, &[Action::NextClaim]));
                Vec::new()
            }
            Action::NextClaim => {
                speaker.restart();
                self.tour.tick(0);
                vec![Effect::RestartClock]
            }
            // Nobody reads here.
            Action::Search | Action::Palette => {
                speaker.ask(Some(Asked::Search));
                self.notice = Some(self.context.strings().speaker_no_search.to_owned());
                Vec::new()
            }
            // Notes are always shown here.
            Action::PreviousPassage => {
                self.notice = Some(speaker::hint(&self.context));
                Vec::new()
            }
            Action::Quit => vec![Effect::Quit],
            _ => return None,
        };
        Some(effects)
    }
}
