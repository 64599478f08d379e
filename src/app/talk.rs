//! Where a talk is: what the other screen of the talk is told, how this one follows it, and the stop at which the next talk
//! on the dossier goes on.

use super::App;
use crate::input::action::Action;
use crate::protocol::position::{Companion, Position, StopMark};

/// How far the talk has come.
#[derive(Clone, Debug, Default)]
pub(super) struct Talk {
    /// Where the last talk ended; counts until this one begins.
    last: Option<StopMark>,
    /// The stop that the last talk leads to, until that is said.
    resumed: Option<usize>,
    /// Whether the tour was shown at all.
    begun: bool,
    /// Whether the last stop was reached: the next talk begins with the first.
    ended: bool,
    /// The tour was left before its last stop, and nothing else has been selected since.
    pub(super) is_resumable: bool,
}

impl App {
    /// What the screen shows of the tour; none before the tour was begun.
    pub fn position(&self) -> Option<Position> {
        let stop = StopMark::of(self.context.dossier.tour(), self.tour.number())?;
        self.talk.begun.then(|| Position {
            points: self.tour.points(),
            black: self.tour.is_black(),
            details: self.tour.has_details(),
            reading: !self.tour.is_running(),
            stop,
        })
    }

    /// Gives the tour from a stop, by its number from 1; without a number from where the last talk ended, which the notice
    /// says. False if there is no such stop.
    pub fn begin_talk(&mut self, stop: Option<usize>) -> bool {
        if !self.give_tour_from(stop.unwrap_or(self.tour.number() + 1)) {
            return false;
        }
        self.note_stop();
        // The speaker's screen names its keys all the time.
        if self.speaker.is_none() {
            self.show_tour_keys();
        }
        if stop.is_none() {
            self.say_where_resumed();
        }
        true
    }

    /// Takes in where the last talk ended: the next begins there, if the stop is still there.
    pub(super) fn remember_talk(&mut self, last: Option<StopMark>) {
        let number = last.as_ref().and_then(|last| last.find(self.context.dossier.tour()));
        if let Some(number) = number.filter(|_| !self.talk.begun) {
            self.tour.show(&self.context, number, false);
            self.talk.resumed = Some(number);
        }
        self.talk.last = last;
    }

    /// Whether the tour stands at a stop because it was shown there, now or in the last talk.
    pub(super) fn has_come_to_a_stop(&self) -> bool {
        self.talk.begun || self.talk.resumed.is_some() || self.tour.is_running()
    }

    /// Where the next talk goes on; none if it is to begin with the first stop.
    pub(super) fn last_talk(&self) -> Option<StopMark> {
        match &self.talk {
            Talk { begun: false, last, .. } => last.clone(),
            Talk { ended: true, .. } => None,
            _ => StopMark::of(self.context.dossier.tour(), self.tour.number()),
        }
    }

    /// Says once that the tour goes on where the last talk ended, and how to get to its first stop.
    pub(super) fn say_where_resumed(&mut self) {
        let number = self.talk.resumed.take().filter(|number| *number > 0 && *number == self.tour.number());
        if let Some(number) = number {
            let context = &self.context;
            let strings = context.strings();
            let resumed = strings.talk_resumed.replace("{}", &(number + 1).to_string());
            let to_first = context.with_keys(strings.talk_resumed_first, &[Action::First]);
            self.notice = Some(context.joined(&[resumed, to_first]));
        }
    }

    /// Ends an update: notes which stop is shown.
    pub(super) fn note_stop(&mut self) {
        if !self.tour.is_running() {
            return;
        }
        self.talk.begun = true;
        let number = self.tour.number();
        if number + 1 >= self.stops() {
            self.talk.ended = true;
        } else if number == 0 {
            self.talk.ended = false;
        }
        if let Some(speaker) = &mut self.speaker {
            speaker.note_stop(number, self.tour.elapsed());
        }
    }

    /// Shows what the other screen of the talk shows, since so many seconds after the talk began. A stop that this dossier
    /// does not have, being another version of it, is not followed.
    pub(super) fn follow(&mut self, position: &Position, since: u64) {
        let Some(number) = position.stop.find(self.context.dossier.tour()) else {
            self.notice = Some(self.context.strings().other_version.to_owned());
            return;
        };
        self.notice = None;
        self.auto_ended |= self.auto.take().is_some();
        let was_running = self.tour.is_running();
        if !was_running {
            // The other screen asks for the stop, so what was being read or typed meanwhile gives way.
            self.overlay = None;
            self.cancel_search();
            self.enter_tour();
        }
        if !was_running || number != self.tour.number() {
            self.show_stop(number, false);
        }
        self.tour.show_points(&self.context, position.points);
        if position.details != self.tour.has_details() {
            self.tour.show_details(position.details);
        }
        self.tour.set_black(position.black);
        if let Some(speaker) = &mut self.speaker {
            speaker.follow(number, since, position.reading);
        }
    }

    /// Reports that the other screen of the talk has come or gone. The speaker's screen says so all the time, the audience's
    /// only once, where it matters.
    pub(super) fn report_companion(&mut self, companion: Companion) {
        if let Some(speaker) = &mut self.speaker {
            speaker.set_companion(companion);
            return;
        }
        let strings = self.context.strings();
        let said = match companion {
            Companion::Left => strings.speaker_left,
            Companion::Taken => strings.talk_taken,
            Companion::Joined | Companion::Unlinked => return,
        };
        self.notice = Some(said.to_owned());
    }
}
