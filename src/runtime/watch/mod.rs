//! Watches a dossier on disk and reloads it, on a thread of its own, so that no key waits for it.
//!
//! Folders are watched, not files: editors replace files, delete and recreate them, or write them in pieces. Events
//! are debounced here and not by one of notify's debouncers: one of them wakes four times per period for as long as
//! the program lives, the other does not distinguish writing a file from opening it, so that each reading would
//! trigger the next.

mod interests;
mod source;
mod system;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};
use std::{io, mem, thread};

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use interests::Interests;
pub(super) use source::folder_at;
pub use source::{Source, WatchedDossier};
pub(super) use system::watcher;

use super::incoming::Incoming;
use crate::app::Reload;
use crate::load::Fingerprint;

/// Files are read once nothing has been written for this long.
const DEBOUNCE: Duration = Duration::from_millis(80);

/// A dossier that looks half written is read once more after this long before anything is reported.
const RETRY_AFTER: Duration = Duration::from_millis(120);

/// How often links that keep changing are resolved again; later changes are noticed as such.
const MAX_ROUNDS: usize = 3;

/// Files that keep being written are read after this long anyway.
const MAX_WAIT: Duration = Duration::from_secs(1);

/// Requests a reload of the dossier.
#[derive(Debug)]
pub(super) struct ReloadHandle {
    target: ReloadTarget,
}

#[derive(Debug)]
enum ReloadTarget {
    /// To the thread that watches it.
    Watched(Sender<WatchEvent>),
    /// It cannot change: this answer goes straight to main.
    Fixed(Sender<Incoming>, Reload),
}

impl ReloadHandle {
    /// Requests a reload; main gets an answer in any case.
    pub(super) fn request(&self) {
        // A closed channel means the program is ending; ignore it.
        let _ = match &self.target {
            ReloadTarget::Watched(sender) => sender.send(WatchEvent::Asked).is_ok(),
            ReloadTarget::Fixed(sender, why) => sender.send(Incoming::Reload(why.clone(), None)).is_ok(),
        };
    }
}

/// Watches a dossier and reports changes to main; one that cannot change is not watched.
pub(super) fn watch(source: Source, main: Sender<Incoming>) -> io::Result<ReloadHandle> {
    let source = match source {
        Source::Watched(source) => source,
        Source::Shipped => return Ok(ReloadHandle { target: ReloadTarget::Fixed(main, Reload::Shipped) }),
        Source::Stream => return Ok(ReloadHandle { target: ReloadTarget::Fixed(main, Reload::Stream) }),
    };
    let (sender, events) = mpsc::channel();
    let target = ReloadTarget::Watched(sender.clone());
    let begin = move || {
        let watcher = watcher(move |paths| {
            let _ = sender.send(WatchEvent::Changed(paths));
        });
        let is_reported = watcher.is_none();
        if is_reported {
            let _ = main.send(Incoming::Reload(Reload::Unwatched, None));
        }
        Watch {
            source,
            main,
            events,
            watcher,
            is_reported,
            watched: BTreeSet::new(),
            interests: Interests::default(),
            other: None,
        }
        .run();
    };
    thread::Builder::new().name("watch".into()).spawn(begin)?;
    Ok(ReloadHandle { target })
}

/// A message to the thread.
#[derive(Debug)]
enum WatchEvent {
    /// These were written, created, moved or removed; empty if unknown.
    Changed(Vec<PathBuf>),
    /// The reader asked for a reload.
    Asked,
}

struct Watch {
    source: WatchedDossier,
    main: Sender<Incoming>,
    events: Receiver<WatchEvent>,
    watcher: Option<RecommendedWatcher>,
    /// Whether it has been reported that not everything can be watched.
    is_reported: bool,
    /// The folders that are watched.
    watched: BTreeSet<PathBuf>,
    interests: Interests,
    /// The article that the dossier beside this one was last reported to be about.
    other: Option<String>,
}

impl Watch {
    fn run(mut self) {
        self.update_interests();
        // It may have changed since it was opened.
        self.reload_if_changed(false);
        while let Ok(event) = self.events.recv() {
            let asked = match event {
                WatchEvent::Asked => true,
                WatchEvent::Changed(paths) if self.matters(&paths) => self.settle(DEBOUNCE),
                WatchEvent::Changed(_) => continue,
            };
            self.reload_if_changed(asked);
        }
    }

    /// Whether any of these may matter.
    fn matters(&mut self, paths: &[PathBuf]) -> bool {
        for path in paths {
            // A change to a watched folder itself may have ended its watch.
            if self.watched.remove(path)
                && let Some(watcher) = &mut self.watcher
            {
                let _ = watcher.unwatch(path);
            }
        }
        paths.is_empty() || paths.iter().any(|path| self.interests.concerns(path))
    }

    /// Waits until nothing relevant has happened for `first`, and after each event for [`DEBOUNCE`]. Returns whether
    /// the reader asked meanwhile, which ends the wait.
    fn settle(&mut self, first: Duration) -> bool {
        let since = Instant::now();
        let mut until = since + first;
        while since.elapsed() < MAX_WAIT {
            match self.events.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(WatchEvent::Asked) => return true,
                Ok(WatchEvent::Changed(paths)) if self.matters(&paths) => until = Instant::now() + DEBOUNCE,
                Ok(WatchEvent::Changed(_)) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return false,
            }
        }
        false
    }

    /// Updates which folders are watched.
    fn update_interests(&mut self) {
        self.interests = Interests::of(&self.source);
        self.watch_folders();
        // A link that was changed before its folder was watched has changed unnoticed.
        for _ in 0..MAX_ROUNDS {
            let before = mem::replace(&mut self.interests, Interests::of(&self.source));
            if before.links == self.interests.links && before.paths == self.interests.paths {
                return;
            }
            self.watch_folders();
        }
    }

    fn watch_folders(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        let wanted = self.interests.folders();
        for folder in self.watched.difference(&wanted) {
            let _ = watcher.unwatch(folder);
        }
        let (mut watched, mut failed) = (BTreeSet::new(), false);
        for folder in wanted {
            if self.watched.contains(&folder) || watcher.watch(&folder, RecursiveMode::NonRecursive).is_ok() {
                watched.insert(folder);
            } else {
                // A folder that was removed meanwhile is not a failure.
                failed |= folder.is_dir();
            }
        }
        self.watched = watched;
        if failed && !mem::replace(&mut self.is_reported, true) {
            let _ = self.main.send(Incoming::Reload(Reload::Unwatched, None));
        }
    }

    /// Reads the dossier if it has changed and reports to main; a request is answered in any case.
    fn reload_if_changed(&mut self, mut asked: bool) {
        self.update_interests();
        let reload = loop {
            let Some((mut read, mut seen)) = self.source.read_if_changed() else { break None };
            let is_gone = || match (&self.source.seen, &seen) {
                (Some(before), Some(seen)) => before.has_lost_a_file(seen),
                (before, seen) => before.is_some() && seen.is_none(),
            };
            if !asked && (read.is_err() || is_gone()) {
                asked = self.settle(RETRY_AFTER);
                (read, seen) = self.source.read();
            }
            if seen == self.source.seen {
                break None;
            }
            // One that could not be opened yet may be removed again.
            self.source.is_dossier |= read.is_ok() && seen.as_ref().is_some_and(Fingerprint::has_head);
            self.source.seen = seen;
            let watched = self.watched.clone();
            self.update_interests();
            if self.watched.is_subset(&watched) || self.source.is_current() {
                break Some(match read {
                    Ok(loaded) => Reload::Read(Box::new(loaded)),
                    Err(refusal) => Reload::Refused(refusal),
                });
            }
        };
        let other = self.source.of_another();
        let is_known = mem::replace(&mut self.other, other.clone()) == other;
        let of_another = other.filter(|_| asked || !is_known).map(Reload::OfAnother);
        let reload = reload.or((asked && of_another.is_none()).then_some(Reload::Same));
        for reload in reload.into_iter().chain(of_another) {
            // Of files that cannot be read the last version stays on screen.
            let digest = matches!(reload, Reload::Read(_)).then(|| self.source.digest()).flatten();
            let _ = self.main.send(Incoming::Reload(reload, digest));
        }
    }
}
