//! What is done at the end, whatever ends the program: main, or a signal while main is busy.

use std::sync::{Arc, Mutex, PoisonError};

use super::seen::Holdings;
use super::state::StateFile;
use super::talk::Presence;
use crate::app::Bookmark;

/// Where the reader is now, so that whatever ends the program can save it: main, or a signal while main is busy.
#[derive(Debug, Default)]
pub(super) struct StateSaver {
    file: Option<StateFile>,
    latest: Mutex<Option<Bookmark>>,
    /// What the dossier holds, if that is to be written.
    holdings: Mutex<Option<Holdings>>,
    /// The screen's own file of the talk, to be taken away at the end.
    presence: Option<Arc<Presence>>,
}

impl StateSaver {
    /// Saves to this file; without one, not at all.
    pub(super) fn new(file: Option<StateFile>) -> Self {
        Self { file, latest: Mutex::default(), holdings: Mutex::default(), presence: None }
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

    /// Records what the dossier holds now, or that there is nothing of it to be written.
    pub(super) fn record_holdings(&self, holdings: Option<Holdings>) {
        *self.holdings.lock().unwrap_or_else(PoisonError::into_inner) = holdings;
    }

    /// Writes what was last recorded, once. Returns when it is written, whichever thread writes it: several may end
    /// the program at the same time.
    pub(super) fn save(&self) {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        if let (Some(file), Some(place)) = (&self.file, latest.take()) {
            // There is no one left to report to.
            let _ = file.write(place);
        }
        drop(latest);
        let mut holdings = self.holdings.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(holdings) = holdings.take() {
            let _ = holdings.write();
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
