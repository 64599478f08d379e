//! Back and forward through the places the reader has been at. Consecutive steps within a panel count once, so that
//! "back" leads to where they began rather than through each row.

use crate::look::panel::Panel;

/// Why a place is left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Leave {
    /// By a step within a panel.
    Step(Panel),
    /// By a jump.
    Jump,
}

/// The most places that are remembered.
const KEPT: usize = 200;

/// The places before this one, and those the reader came back from.
#[derive(Clone, Debug)]
pub(super) struct History<Place> {
    back: Vec<Place>,
    forward: Vec<Place>,
    last: Option<Leave>,
}

impl<Place> Default for History<Place> {
    fn default() -> Self {
        Self { back: Vec::new(), forward: Vec::new(), last: None }
    }
}

impl<Place> History<Place> {
    /// Remembers a place that is being left, unless the last one was left by a step too.
    pub(super) fn leave(&mut self, leave: Leave, place: impl FnOnce() -> Place) {
        let goes_on = matches!(leave, Leave::Step(_)) && self.last == Some(leave);
        self.last = Some(leave);
        if goes_on {
            return;
        }
        self.forward.clear();
        self.back.push(place());
        if self.back.len() > KEPT {
            self.back.remove(0);
        }
    }

    /// The places before this one, the last first.
    pub(super) fn steps_back(&self) -> impl Iterator<Item = &Place> {
        self.back.iter().rev()
    }

    /// Rebases every place; those that no longer exist are forgotten.
    pub(super) fn rebase(&mut self, rebased: impl Fn(Place) -> Option<Place>) {
        for places in [&mut self.back, &mut self.forward] {
            *places = std::mem::take(places).into_iter().filter_map(&rebased).collect();
        }
    }

    /// Something else was done: the next step is remembered again.
    pub(super) fn pause(&mut self) {
        self.last = None;
    }

    /// The place before; `here` is where "forward" leads to.
    pub(super) fn back(&mut self, here: impl FnOnce() -> Place) -> Option<Place> {
        let place = self.back.pop()?;
        self.forward.push(here());
        self.last = None;
        Some(place)
    }

    /// The place after; `here` is where "back" leads to.
    pub(super) fn forward(&mut self, here: impl FnOnce() -> Place) -> Option<Place> {
        let place = self.forward.pop()?;
        self.back.push(here());
        self.last = None;
        Some(place)
    }
}
