//! Distinguishes a repeated request from a new one. A held key sends the same again and again, which must not open ten
//! pages.

use std::time::{Duration, Instant};

use crate::protocol::effect::Outcome;

/// A held key repeats more often than this: the same request within this time of the last press is not a new one.
const REPEAT_WINDOW: Duration = Duration::from_secs(1);

/// The latest request of one kind, and what became of it.
pub(super) struct Latest<T> {
    request: Option<PendingRequest<T>>,
    longest: Duration,
}

struct PendingRequest<T> {
    what: T,
    started: Instant,
    /// When the key for it was last pressed.
    pressed: Instant,
    /// None while it is under way.
    outcome: Option<Outcome>,
}

/// How a request relates to the one before it.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Asked {
    /// Carry it out, and call [`Latest::done`] afterwards.
    New,
    /// The same is being carried out.
    UnderWay,
    /// The same was carried out a moment ago, with this outcome.
    Done(Outcome),
}

impl<T: PartialEq + Clone> Latest<T> {
    /// No request yet. One that takes longer than `longest` no longer counts as under way.
    pub(super) fn new(longest: Duration) -> Self {
        Self { request: None, longest }
    }

    /// Records a request for `what` and says whether it is a new one. Another `what` always is.
    pub(super) fn ask(&mut self, what: &T, now: Instant) -> Asked {
        let repeated = self.request.as_mut().filter(|request| {
            let is_under_way =
                request.outcome.is_none() && now.duration_since(request.started) < self.longest;
            request.what == *what && (is_under_way || now.duration_since(request.pressed) < REPEAT_WINDOW)
        });
        if let Some(request) = repeated {
            request.pressed = now;
            return request.outcome.clone().map_or(Asked::UnderWay, Asked::Done);
        }
        self.request = Some(PendingRequest { what: what.clone(), started: now, pressed: now, outcome: None });
        Asked::New
    }

    /// Records what became of the request for `what`, unless another has replaced it.
    pub(super) fn done(&mut self, what: &T, outcome: Outcome) {
        if let Some(request) = self.request.as_mut().filter(|request| request.what == *what) {
            request.outcome = Some(outcome);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: Duration = Duration::from_secs(5);
    /// Between two repeats of a held key, as most systems are set.
    const REPEAT: Duration = Duration::from_millis(33);

    fn outcome(what: &str) -> Outcome {
        Outcome::Copied(what.to_owned())
    }

    #[test]
    fn a_held_key_is_one_request_even_after_it_was_carried_out_or_failed() {
        let mut latest = Latest::new(LONGEST);
        let mut now = Instant::now();
        assert_eq!(latest.ask(&"a", now), Asked::New);
        for _ in 0..300 {
            now += REPEAT;
            assert_eq!(latest.ask(&"a", now), Asked::UnderWay);
        }
        latest.done(&"a", outcome("a"));
        for _ in 0..300 {
            now += REPEAT;
            assert_eq!(latest.ask(&"a", now), Asked::Done(outcome("a")));
        }
    }

    #[test]
    fn the_same_is_a_new_request_after_a_pause() {
        let mut latest = Latest::new(LONGEST);
        let now = Instant::now();
        assert_eq!(latest.ask(&"a", now), Asked::New);
        latest.done(&"a", outcome("a"));
        assert_eq!(latest.ask(&"a", now + REPEAT_WINDOW / 2), Asked::Done(outcome("a")));
        assert_eq!(
            latest.ask(&"a", now + REPEAT_WINDOW * 5 / 4),
            Asked::Done(outcome("a")),
            "the last press counts"
        );
        assert_eq!(latest.ask(&"a", now + REPEAT_WINDOW * 9 / 4), Asked::New);
    }

    #[test]
    fn what_is_under_way_is_not_started_again_until_it_has_taken_too_long() {
        let mut latest = Latest::new(LONGEST);
        let now = Instant::now();
        assert_eq!(latest.ask(&"a", now), Asked::New);
        assert_eq!(latest.ask(&"a", now + REPEAT_WINDOW * 3), Asked::UnderWay);
        assert_eq!(latest.ask(&"a", now + LONGEST), Asked::New);
    }

    #[test]
    fn another_request_is_new_at_once_and_an_earlier_one_does_not_end_it() {
        let mut latest = Latest::new(LONGEST);
        let now = Instant::now();
        assert_eq!(latest.ask(&"a", now), Asked::New);
        assert_eq!(latest.ask(&"b", now), Asked::New);
        latest.done(&"a", outcome("a"));
        assert_eq!(latest.ask(&"b", now), Asked::UnderWay);
        assert_eq!(latest.ask(&"a", now), Asked::New);
    }
}
