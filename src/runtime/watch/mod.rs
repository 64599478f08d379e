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
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use std::{io, mem, thread};

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use interests::Interests;
pub(super) use source::folder_at;
pub use source::{Source, WatchedDossier};
pub(super) use system::watcher;

use super::incoming::{Incoming, ReadAt};
use crate::app::Reload;
use crate::edit::{Plan, Refused};
use crate::load::Fingerprint;

/// Files are read once nothing has been written for this long.
const DEBOUNCE: Duration = Duration::from_millis(80);

/// A dossier that looks half written is read once more after this long before anything is reported.
const RETRY_AFTER: Duration = Duration::from_millis(120);

/// How often links that keep changing are resolved again; later changes are noticed as such.
const MAX_ROUNDS: usize = 3;

/// Files that keep being written are read after this long anyway.
const MAX_WAIT: Duration = Duration::from_secs(1);

/// What both threads know of the dossier: the one that watches it, and main, which writes into it.
#[derive(Debug)]
struct Shared {
    source: WatchedDossier,
    /// How often we have written into it ourselves.
    writes: u64,
}

/// Nothing panics while it is held, and if something did, what it holds would still be true.
fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Requests a reload of the dossier, and writes into it.
#[derive(Debug)]
pub(super) struct ReloadHandle {
    target: ReloadTarget,
}

#[derive(Debug)]
enum ReloadTarget {
    /// To the thread that watches it.
    Watched(Sender<WatchEvent>, Arc<Mutex<Shared>>),
    /// It cannot change: this answer goes straight to main.
    Fixed(Sender<Incoming>, Reload),
}

impl ReloadHandle {
    /// Requests a reload; main gets an answer in any case.
    pub(super) fn request(&self) {
        // A closed channel means the program is ending; ignore it.
        let _ = match &self.target {
            ReloadTarget::Watched(sender, _) => sender.send(WatchEvent::Asked).is_ok(),
            ReloadTarget::Fixed(sender, why) => {
                sender.send(Incoming::Reload(why.clone(), ReadAt::default())).is_ok()
            }
        };
    }

    /// Lets `write` change the files of the dossier at a path, which nobody reads meanwhile; what it has changed is not
    /// reported as the change of somebody else. With a hash of the files as they are then.
    pub(super) fn write(
        &self,
        write: impl FnOnce(&Path) -> Result<Plan, Refused>,
    ) -> Result<(Plan, Option<u64>), Refused> {
        match &self.target {
            ReloadTarget::Watched(_, shared) => {
                let mut shared = lock(shared);
                let plan = write(shared.source.path())?;
                shared.source.hold(&plan.files);
                shared.writes += 1;
                Ok((plan, shared.source.digest()))
            }
            ReloadTarget::Fixed(_, Reload::Stream) => Err(Refused::Stream),
            ReloadTarget::Fixed(..) => Err(Refused::Shipped),
        }
    }

    /// What is left of a reload: one that was read before we last wrote is older than what is shown, which was made of it.
    pub(super) fn sifted(&self, reload: Reload, at: ReadAt) -> Reload {
        let writes = match &self.target {
            ReloadTarget::Watched(_, shared) => lock(shared).writes,
            ReloadTarget::Fixed(..) => 0,
        };
        match reload {
            Reload::Read(_) | Reload::Refused(_) if at.writes < writes => Reload::Same,
            reload => reload,
        }
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
    let shared = Arc::new(Mutex::new(Shared { source, writes: 0 }));
    let target = ReloadTarget::Watched(sender.clone(), Arc::clone(&shared));
    let begin = move || {
        let watcher = watcher(move |paths| {
            let _ = sender.send(WatchEvent::Changed(paths));
        });
        let is_reported = watcher.is_none();
        if is_reported {
            let _ = main.send(Incoming::Reload(Reload::Unwatched, ReadAt::default()));
        }
        Watch {
            shared,
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
    shared: Arc<Mutex<Shared>>,
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
        self.interests = Interests::of(&lock(&self.shared).source);
        self.watch_folders();
        // A link that was changed before its folder was watched has changed unnoticed.
        for _ in 0..MAX_ROUNDS {
            let before = mem::replace(&mut self.interests, Interests::of(&lock(&self.shared).source));
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
            let _ = self.main.send(Incoming::Reload(Reload::Unwatched, ReadAt::default()));
        }
    }

    /// Reads the dossier if it has changed and reports to main; a request is answered in any case.
    fn reload_if_changed(&mut self, mut asked: bool) {
        self.update_interests();
        let reload = loop {
            let mut shared = lock(&self.shared);
            let Some((mut read, mut seen)) = shared.source.read_if_changed() else { break None };
            let mut writes = shared.writes;
            let is_gone = match (&shared.source.seen, &seen) {
                (Some(before), Some(seen)) => before.has_lost_a_file(seen),
                (before, seen) => before.is_some() && seen.is_none(),
            };
            if !asked && (read.is_err() || is_gone) {
                // Whoever wants to write need not wait as long.
                drop(shared);
                asked = self.settle(RETRY_AFTER);
                shared = lock(&self.shared);
                (read, seen) = shared.source.read();
                writes = shared.writes;
            }
            if seen == shared.source.seen {
                break None;
            }
            // One that could not be opened yet may be removed again.
            shared.source.is_dossier |= read.is_ok() && seen.as_ref().is_some_and(Fingerprint::has_head);
            shared.source.seen = seen;
            let digest = read.is_ok().then(|| shared.source.digest()).flatten();
            drop(shared);
            let watched = self.watched.clone();
            self.update_interests();
            if self.watched.is_subset(&watched) || lock(&self.shared).source.is_current() {
                // Of files that cannot be read the last version stays on screen.
                let at = ReadAt { digest, writes };
                break Some(match read {
                    Ok(loaded) => (Reload::Read(Box::new(loaded)), at),
                    Err(refusal) => (Reload::Refused(refusal), at),
                });
            }
        };
        let other = lock(&self.shared).source.of_another();
        let is_known = mem::replace(&mut self.other, other.clone()) == other;
        let of_another = other.filter(|_| asked || !is_known).map(Reload::OfAnother);
        let same = (asked && of_another.is_none()).then_some((Reload::Same, ReadAt::default()));
        let of_another = of_another.map(|of_another| (of_another, ReadAt::default()));
        for (reload, at) in reload.or(same).into_iter().chain(of_another) {
            let _ = self.main.send(Incoming::Reload(reload, at));
        }
    }
}

#[cfg(test)]
mod tests;
