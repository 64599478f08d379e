//! Whether we read the keys. While an editor has the terminal, it does: each byte is read by one of us only.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Lets the reader of keys pass, or keeps it waiting.
#[derive(Debug, Default)]
pub(in crate::runtime) struct Gate {
    is_closed: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    /// Keeps everybody out. Returns once nobody is within.
    pub(in crate::runtime) fn close(&self) {
        *self.is_closed.lock().unwrap_or_else(PoisonError::into_inner) = true;
    }

    /// Lets everybody pass again.
    pub(in crate::runtime) fn open(&self) {
        *self.is_closed.lock().unwrap_or_else(PoisonError::into_inner) = false;
        self.opened.notify_all();
    }

    /// Waits until it is open, and keeps it from being closed until what is returned is dropped. Says whether it had to wait.
    pub(super) fn pass(&self) -> (MutexGuard<'_, bool>, bool) {
        let mut is_closed = self.is_closed.lock().unwrap_or_else(PoisonError::into_inner);
        let has_waited = *is_closed;
        while *is_closed {
            is_closed = self.opened.wait(is_closed).unwrap_or_else(PoisonError::into_inner);
        }
        (is_closed, has_waited)
    }
}
