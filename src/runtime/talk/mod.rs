//! The two screens of a talk: the audience's and the speaker's, two processes that follow each other.
//!
//! Each writes one file of its own into the state folder, whole each time it moves, and watches the other's. Nothing is written
//! and nobody wakes while nobody moves. That a screen is still there is said by a lock on its file, which the system takes
//! away with the process, even one that was killed: so there is no need to say so now and then, and a file without a lock is
//! stale. Where files cannot be locked, and on Windows, where what is locked cannot be read, each screen is alone.
//!
//! One file for each, and not one for both: a lock belongs to the file that it was taken on, and a file that two replace in
//! turn could say of only one of them that it is there. Nor can either overwrite what the other has just written.
//!
//! Which of two records is newer is said by how often the talk has moved. If both screens move at the same moment, the
//! audience's is followed.

mod presence;
pub(super) mod record;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::incoming::Incoming;
use super::state::StateFile;
use crate::app::Message;
use crate::protocol::position::{Companion, Position};
pub(super) use presence::Presence;
use record::{Found, Record};

/// Which of the two screens this is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Seat {
    /// What the audience sees.
    Audience,
    /// What the speaker sees.
    Speaker,
}

impl Seat {
    /// How the name of the screen's file ends.
    fn ending(self) -> &'static str {
        match self {
            Self::Audience => "audience",
            Self::Speaker => "speaker",
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Audience => Self::Speaker,
            Self::Speaker => Self::Audience,
        }
    }
}

/// A talk that a screen takes part in once its tour begins.
#[derive(Clone, Debug)]
pub struct Talk {
    seat: Seat,
    /// Whether the other screen is to follow this one when it comes; else this one follows what it finds.
    leads: bool,
    own: PathBuf,
    other: PathBuf,
    dossier: String,
}

impl Talk {
    /// A talk on the dossier of this state file.
    pub fn new(state: &StateFile, seat: Seat, leads: bool) -> Self {
        let path = |seat: Seat| state.beside(seat.ending());
        Self { seat, leads, own: path(seat), other: path(seat.other()), dossier: state.dossier().to_owned() }
    }
}

/// What the loop has to do after something was shown here or there.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// What the app has to be told.
    pub(super) messages: Vec<Message>,
    /// When the talk began, if that has changed.
    pub(super) began: Option<u64>,
}

/// This screen's end of the link.
#[derive(Debug)]
pub(super) struct Link {
    main: Sender<Incoming>,
    state: State,
    presence: Option<Arc<Presence>>,
}

#[derive(Debug)]
enum State {
    /// Alone: there is no state folder, or it does not work, or another screen has this seat.
    Alone,
    /// The tour has not begun.
    Waiting(Talk),
    /// The tour has begun.
    Linked(Linked),
}

#[derive(Debug)]
struct Linked {
    seat: Seat,
    dossier: String,
    presence: Arc<Presence>,
    /// What was written last.
    record: Record,
    has_companion: bool,
}

impl Link {
    /// The link of a talk; without one the screen is alone.
    pub(super) fn new(talk: Option<Talk>, main: Sender<Incoming>) -> Self {
        let presence = talk.as_ref().map(|talk| Arc::new(Presence::new(talk.own.clone())));
        Self { main, state: talk.map_or(State::Alone, State::Waiting), presence }
    }

    /// The screen's own file, to be taken away by whichever thread ends the process.
    pub(super) fn presence(&self) -> Option<Arc<Presence>> {
        self.presence.clone()
    }

    /// Notes what this screen shows now, and tells the other if that has changed.
    pub(super) fn show(&mut self, position: Option<Position>, now: u64) -> Heard {
        let Some(position) = position else { return Heard::default() };
        match &mut self.state {
            State::Alone => Heard::default(),
            State::Waiting(_) => self.join(position, now),
            State::Linked(linked) => {
                if linked.record.position == position {
                    return Heard::default();
                }
                let Record { began, shown, position: before, .. } = &linked.record;
                let shown = if before.stop == position.stop { *shown } else { now };
                linked.publish((*began, shown), position);
                Heard::default()
            }
        }
    }

    /// Takes part in the talk.
    fn join(&mut self, position: Position, now: u64) -> Heard {
        let State::Waiting(talk) = std::mem::replace(&mut self.state, State::Alone) else {
            return Heard::default();
        };
        let say = |companion| Heard { messages: vec![Message::Companion(companion)], began: None };
        let Some(presence) = self.presence.clone() else { return Heard::default() };
        if record::find(&talk.own, &talk.dossier) != Found::Nobody {
            return say(Companion::Taken);
        }
        let first = Record::new(&talk.dossier, 1, (now, now), position);
        let mut linked =
            Linked { seat: talk.seat, dossier: talk.dossier, presence, record: first, has_companion: false };
        // The folder has to be there to be watched. What is written counts as older than whatever the other shows.
        let companion = watch::Companion { path: talk.other, dossier: linked.dossier.clone() };
        linked.record.count = 0;
        let found = linked.write().and_then(|()| watch::watch(companion, self.main.clone()).ok());
        let Some(found) = found else {
            linked.presence.end();
            return say(Companion::Unlinked);
        };
        let mut heard = match found {
            Found::Shows(other) if talk.leads => {
                linked.has_companion = true;
                // The talk began when it began; only the stop is this one's.
                linked.record.count = other.count.saturating_add(1);
                linked.record.began = other.began.min(now);
                Heard {
                    messages: vec![Message::Companion(Companion::Joined)],
                    began: Some(linked.record.began),
                }
            }
            found => linked.hear(found, now),
        };
        linked.record.count = linked.record.count.max(1);
        heard.began = heard.began.or(Some(linked.record.began));
        linked.write();
        self.state = State::Linked(linked);
        heard
    }

    /// Takes in what the other screen's file says now.
    pub(super) fn hear(&mut self, found: Found, now: u64) -> Heard {
        match &mut self.state {
            State::Linked(linked) => linked.hear(found, now),
            State::Alone | State::Waiting(_) => Heard::default(),
        }
    }

    /// Notes what this screen shows after it has followed the other. That is no move of its own, but whoever comes to the
    /// talk later finds the same on both.
    pub(super) fn followed(&mut self, position: Option<Position>) {
        if let (State::Linked(linked), Some(position)) = (&mut self.state, position) {
            linked.record.position = position;
            linked.write();
        }
    }

    /// Lets the talk begin now, on both screens.
    pub(super) fn restart(&mut self, now: u64) -> Heard {
        if let State::Linked(linked) = &mut self.state {
            let position = linked.record.position.clone();
            linked.publish((now, now), position);
        }
        Heard { messages: Vec::new(), began: Some(now) }
    }
}

impl Linked {
    /// Writes another record, which counts one move more.
    fn publish(&mut self, times: (u64, u64), position: Position) {
        let count = self.record.count.saturating_add(1);
        self.record = Record::new(&self.dossier, count, times, position);
        self.write();
    }

    /// Writes the record. What cannot be written (a full disk) is given up: the next one may succeed.
    fn write(&self) -> Option<()> {
        self.presence.write(&self.record.text()?).ok()
    }

    fn hear(&mut self, found: Found, now: u64) -> Heard {
        let mut heard = Heard::default();
        let had_companion = std::mem::replace(&mut self.has_companion, found != Found::Nobody);
        match (had_companion, self.has_companion) {
            (false, true) => heard.messages.push(Message::Companion(Companion::Joined)),
            (true, false) => heard.messages.push(Message::Companion(Companion::Left)),
            _ => {}
        }
        if let Found::Shows(other) = found
            && self.is_newer(&other)
        {
            // Clocks may have been set since.
            let began = other.began.min(now);
            let shown = other.shown.clamp(began, now);
            if began != self.record.began {
                heard.began = Some(began);
            }
            let since = (shown - began) / 1000;
            heard.messages.push(Message::Presented { position: other.position.clone(), since });
            self.record = Record::new(&self.dossier, other.count, (began, shown), other.position);
        }
        heard
    }

    /// Whether the other screen has moved since this one did.
    fn is_newer(&self, other: &Record) -> bool {
        let gives_way = self.seat == Seat::Speaker && other.position != self.record.position;
        other.count > self.record.count || other.count == self.record.count && gives_way
    }
}

#[cfg(test)]
mod tests;
