//! Watches the file of the other screen, on a thread of its own.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;
use std::{io, thread};

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use super::record::{Found, find};
use crate::runtime::incoming::Incoming;
use crate::runtime::watch::watcher;

/// The file is read again once nothing has happened to it for this long. When a process is killed the system closes its file,
/// which is reported, just before it gives up the lock.
const AGAIN_AFTER: Duration = Duration::from_millis(60);

/// The other screen's file.
pub(super) struct Companion {
    pub(super) path: PathBuf,
    pub(super) dossier: String,
}

/// Watches the other screen's file, and reports to main whenever what stands there has changed. Returns what stands there
/// now. An error if the folder cannot be watched.
pub(super) fn watch(companion: Companion, main: Sender<Incoming>) -> io::Result<Found> {
    let (sender, events) = mpsc::channel();
    let no_watcher = || io::Error::from(io::ErrorKind::Unsupported);
    let mut watcher = watcher(move |paths| {
        // A closed channel means the program is ending; ignore it.
        let _ = sender.send(paths);
    })
    .ok_or_else(no_watcher)?;
    let folder = companion.path.parent().ok_or_else(no_watcher)?;
    watcher.watch(folder, RecursiveMode::NonRecursive).map_err(io::Error::other)?;
    // After the watch has begun, so that nothing is missed.
    let found = find(&companion.path, &companion.dossier);
    let watch = Watch { companion, main, events, found: found.clone(), _watcher: watcher };
    thread::Builder::new().name("talk".into()).spawn(move || watch.run())?;
    Ok(found)
}

struct Watch {
    companion: Companion,
    main: Sender<Incoming>,
    events: Receiver<Vec<PathBuf>>,
    /// What was reported last.
    found: Found,
    /// Watches until it is dropped.
    _watcher: RecommendedWatcher,
}

impl Watch {
    fn run(mut self) {
        while let Ok(paths) = self.events.recv() {
            if !self.concerns(&paths) {
                continue;
            }
            // The other screen follows at once, and again once it is certain that all has happened.
            self.report();
            loop {
                match self.events.recv_timeout(AGAIN_AFTER) {
                    Ok(paths) if self.concerns(&paths) => self.report(),
                    Ok(_) => {}
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            self.report();
        }
    }

    /// Whether one of these is the file. All are in its folder; the system may write that folder's path in another way.
    fn concerns(&self, paths: &[PathBuf]) -> bool {
        let name = self.companion.path.file_name();
        paths.is_empty() || paths.iter().any(|path| path.file_name() == name)
    }

    fn report(&mut self) {
        let found = find(&self.companion.path, &self.companion.dossier);
        if found != self.found {
            self.found = found.clone();
            let _ = self.main.send(Incoming::Companion(found));
        }
    }
}
