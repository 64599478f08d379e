//! The clock of the tour: seconds while they are shown, and the next stop where the tour steps by itself. While
//! neither is needed, nothing wakes the program.

use std::time::{Duration, Instant};

use crate::app::{Message, Pace};

/// When the tour began, and when the next tick is due.
#[derive(Debug, Default)]
pub(super) struct TourTimer {
    began: Option<Instant>,
    pace: Pace,
    /// When the current stop was shown.
    stopped: Option<Instant>,
    /// The seconds on screen.
    shown: Option<u64>,
}

impl TourTimer {
    /// Updates what is needed now.
    pub(super) fn follow(&mut self, is_running: bool, pace: Pace, now: Instant) {
        if is_running && self.began.is_none() {
            self.began = Some(now);
        }
        if pace.auto != self.pace.auto {
            self.stopped = pace.auto.map(|_| now);
        }
        if !pace.clock {
            self.shown = None;
        }
        self.pace = pace;
    }

    /// The tour began then, whatever was known of that so far.
    pub(super) fn begin(&mut self, began: Instant) {
        self.began = Some(began);
        self.shown = None;
    }

    /// When the next message is due; `None` if nothing is needed.
    pub(super) fn wake(&self) -> Option<Instant> {
        let second = self.began.filter(|_| self.pace.clock).map(|began| match self.shown {
            Some(shown) => began + Duration::from_secs(shown + 1),
            None => began,
        });
        second.into_iter().chain(self.step()).min()
    }

    fn step(&self) -> Option<Instant> {
        self.stopped.zip(self.pace.auto).map(|(stopped, seconds)| stopped + Duration::from_secs(seconds))
    }

    /// The messages due at this time.
    pub(super) fn due(&mut self, now: Instant) -> Vec<Message> {
        let mut messages = Vec::new();
        if self.step().is_some_and(|step| step <= now) {
            self.stopped = Some(now);
            messages.push(Message::Step);
        }
        if let Some(began) = self.began.filter(|_| self.pace.clock) {
            let seconds = now.saturating_duration_since(began).as_secs();
            if self.shown != Some(seconds) {
                self.shown = Some(seconds);
                messages.push(Message::Clock(seconds));
            }
        }
        messages
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOCK: Pace = Pace { clock: true, auto: None };

    #[test]
    fn nothing_is_due_while_nothing_is_asked_for() {
        let now = Instant::now();
        let mut timer = TourTimer::default();
        timer.follow(true, Pace::default(), now);
        assert_eq!(timer.wake(), None);
        assert!(timer.due(now + Duration::from_secs(60)).is_empty());
    }

    #[test]
    fn the_clock_counts_from_when_the_tour_began_shown_or_not() {
        let now = Instant::now();
        let after = |seconds: u64| now + Duration::from_secs(seconds);
        let mut timer = TourTimer::default();
        timer.follow(true, Pace::default(), now);
        timer.follow(true, CLOCK, after(90));
        assert!(timer.wake().is_some_and(|wake| wake <= after(90)));
        assert!(matches!(timer.due(after(90))[..], [Message::Clock(90)]));
        assert!(timer.due(after(90)).is_empty());
        assert_eq!(timer.wake(), Some(after(91)));
    }

    /// As when the other screen of the talk has been there for longer, or the clock is set to 0:00.
    #[test]
    fn the_tour_may_have_begun_at_another_time() {
        let now = Instant::now();
        let after = |seconds: u64| now + Duration::from_secs(seconds);
        let mut timer = TourTimer::default();
        timer.follow(true, CLOCK, after(500));
        timer.begin(now);
        assert!(matches!(timer.due(after(500))[..], [Message::Clock(500)]));
        timer.begin(after(501));
        assert!(matches!(timer.due(after(501))[..], [Message::Clock(0)]));
        assert_eq!(timer.wake(), Some(after(502)));
    }

    #[test]
    fn a_stop_stands_for_its_time_from_when_it_came() {
        let now = Instant::now();
        let after = |seconds: u64| now + Duration::from_secs(seconds);
        let auto = Pace { clock: false, auto: Some(20) };
        let mut timer = TourTimer::default();
        timer.follow(true, auto, now);
        assert_eq!(timer.wake(), Some(after(20)));
        assert!(timer.due(after(19)).is_empty());
        assert!(matches!(timer.due(after(21))[..], [Message::Step]));
        timer.follow(true, auto, after(21));
        assert_eq!(timer.wake(), Some(after(41)));
        timer.follow(true, Pace::default(), after(30));
        assert_eq!(timer.wake(), None);
    }
}
