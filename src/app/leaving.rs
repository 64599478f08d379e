//! Out of the tour to read, and back into it: by its key, or for a search from which nothing was chosen.

use super::App;
use super::navigator::ScrollTarget;
use crate::input::action::Action;
use crate::protocol::effect::Effect;

/// How the tour was left, as far as the next key has to know.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Left {
    /// It was not, or other keys have been pressed since.
    #[default]
    Settled,
    /// With the last key: if the next is to quit, it may be a slip, and what is on the wall would be gone.
    Just,
    /// For a search or a name to go to: the tour comes back if nothing is chosen.
    Detour,
}

/// Who looks on while one reads.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Onlookers {
    /// Nobody that is known of.
    #[default]
    Nobody,
    /// The audience of the tour, which was left to answer a question.
    Audience,
}

impl App {
    /// Leaves the tour for reading; what the stop showed stays selected.
    pub(super) fn leave_tour(&mut self) {
        self.tour.stop();
        self.left = Left::Just;
        self.onlookers = Onlookers::Nobody;
        self.talk.is_resumable = self.tour.number() + 1 < self.stops();
        self.notice = Some(self.way_back());
        self.navigator.scroll.get_or_insert(ScrollTarget::Follow);
    }

    /// The key that resumes the tour, and at which stop of how many.
    pub(super) fn way_back(&self) -> String {
        let context = &self.context;
        let resumes = context.with_keys(context.strings().tour_left, &[Action::Tour]);
        format!("{resumes} {} {} {}", self.tour.number() + 1, context.strings().out_of, self.stops())
    }

    /// Whether others look on: in the tour, and while a question from the audience is answered, until the tour is left for
    /// reading.
    pub fn is_before_audience(&self) -> bool {
        self.tour.is_running() || self.onlookers == Onlookers::Audience
    }

    /// Leaves the tour for a search, or for a name to go to: a question from the audience.
    pub(super) fn leave_tour_for(&mut self, action: Action) -> Vec<Effect> {
        self.leave_tour();
        self.left = Left::Detour;
        self.onlookers = Onlookers::Audience;
        self.notice = None;
        // A search remembers where one is in the article, as it is read.
        self.layout();
        self.act(action)
    }

    /// What the tour was left for is closed with nothing chosen: the tour is back at its stop as it was left.
    pub(super) fn end_detour(&mut self) {
        if self.left != Left::Detour {
            return;
        }
        self.left = Left::Settled;
        let mut stop = self.tour.clone();
        stop.start();
        if stop.number() < self.stops() {
            // Its panels have been laid out for reading since.
            self.show_stop(stop.number(), true);
            self.tour = stop;
        }
    }

    /// What the tour was left for is closed by a choice: one reads what was chosen, and is told the way back.
    pub(super) fn follow_detour(&mut self) {
        if self.left == Left::Detour && !self.is_covered() && !self.tour.is_running() {
            self.left = Left::Just;
            let parts: Vec<String> = self.notice.take().into_iter().chain([self.way_back()]).collect();
            self.notice = Some(self.context.joined(&parts));
        }
    }

    /// After a key that was pressed with the tour left like that: what it does next is meant.
    pub(super) fn move_on_from(&mut self, left: Left) {
        if left == Left::Just {
            self.left = Left::Settled;
        }
    }

    /// Quits the program; directly after the tour only if one means it.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        if self.left != Left::Just {
            return vec![Effect::Quit];
        }
        let context = &self.context;
        self.notice = Some(context.with_keys(context.strings().quit_again, &[Action::Quit]));
        Vec::new()
    }
}
