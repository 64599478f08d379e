//! The speaker's screen: the same tour, steered by the same keys, shown as the speaker needs it.

use super::App;
use crate::input::action::Action;
use crate::input::key::Key;
use crate::protocol::effect::Effect;
use crate::tour::speaker;

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
        self.auto = None;
        let effects = match self.context.keymap.action(key)? {
            Action::NextPassage => {
                speaker.turn_page();
                Vec::new()
            }
            Action::NextClaim => {
                speaker.restart();
                self.tour.tick(0);
                vec![Effect::RestartClock]
            }
            // Notes are always shown here, and nobody reads here.
            Action::PreviousPassage | Action::Search | Action::Palette => {
                self.notice = Some(speaker::hint(&self.context));
                Vec::new()
            }
            Action::Quit => vec![Effect::Quit],
            _ => return None,
        };
        Some(effects)
    }
}
