//! What is done at the end, whatever ends the program: main, or a signal while main is busy.

use std::sync::{Arc, Mutex, PoisonError};

use super::state::StateFile;
use super::talk::Presence;
use crate::app::Bookmark;

/// Where the reader is now, so that whatever ends the program can save it: main, or a signal while main is busy.
#[derive(Debug, Default)]
pub(super) struct StateSaver {
    file: Option<StateFile>,
    latest: Mutex<Option<Bookmark>>,
    /// The screen's own file of the talk, to be taken away at the end.
    presence: Option<Arc<Presence>>,
}

impl StateSaver {
    /// Saves to this file; without one, not at all.
    pub(super) fn new(file: Option<StateFile>) -> Self {
        Self { file, latest: Mutex::default(), presence: None }
    }

    /// The same, with a screen's own file of a talk.
    pub(super) fn with_presence(self, presence: Option<Arc<Presence>>) -> Self {
        Self { presence, ..self }
    }

    /// Records where the reader is.
    pub(super) fn record(&self, place: impl FnOnce() -> Bookmark) {
        if self.file.is_some() {
            let place = place();
            *self.latest.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
        }
    }

    /// Writes what was last recorded, once. Returns when it is written, whichever thread writes it: several may end
    /// the program at the same time.
    pub(super) fn save(&self) {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        if let (Some(file), Some(place)) = (&self.file, latest.take()) {
            // There is no one left to report to.
            let _ = file.write(place);
        }
    }

    /// The process ends: writes what was last recorded, and leaves the talk.
    pub(super) fn end(&self) {
        self.save();
        if let Some(presence) = &self.presence {
            presence.end();
        }
    }
}
