//! A dossier on disk, watched and read again: on a thread of its own, so that no key waits for it.
//!
//! Watched are the folders, not the files: editors replace files, delete and make them anew, or write them in pieces.
//! What comes in is let come to rest first. That is done here and not by one of notify's debouncers: of these, one wakes
//! four times in each period for as long as the program lives, and the other does not tell a file written from one
//! opened, which is what reading it does, so that each reading would lead to the next.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};
use std::{io, mem, thread};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _, WatcherKind};

use super::incoming::Incoming;
use crate::app::Reload;
use crate::load::{Folder, Loaded, Refusal, Seen, headless, load_if_changed, load_noting};

/// Files are read once nothing has been written for so long.
const REST: Duration = Duration::from_millis(80);

/// What looks half written is read once more after so long, before anything is said of it.
const PAUSE: Duration = Duration::from_millis(120);

/// Links that keep being changed are followed anew so often; what changes later is noticed as a change.
const MOST_ROUNDS: usize = 3;

/// Files that keep being written are read so often all the same.
const LONGEST: Duration = Duration::from_secs(1);

/// No path is followed through more symbolic links than this, as in Linux.
const MOST_LINKS: usize = 40;

/// Where a dossier was opened, and what its files held.
#[derive(Debug)]
pub struct WatchedDossier {
    path: PathBuf,
    /// None while there is nothing at the path that could be a dossier.
    seen: Option<Seen>,
    /// It had a `dossier.toml`; without one it is no article alone, but a dossier that cannot be read.
    is_dossier: bool,
}

impl WatchedDossier {
    /// A dossier at a path, from which this was read.
    pub fn new(path: &Path, seen: Seen) -> Self {
        // Whatever becomes of the folder that the program was started in.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let is_dossier = seen.has_head();
        Self { path, seen: Some(seen), is_dossier }
    }

    fn read(&self) -> (Result<Loaded, Refusal>, Option<Seen>) {
        match Folder::open(&self.path) {
            Ok(folder) => {
                let (loaded, seen) = load_noting(&folder);
                (self.with_head(loaded, &seen), Some(seen))
            }
            Err(fatal) => (Err(Refusal::from(*fatal)), None),
        }
    }

    /// The dossier as it is now, if that is not what was read last. Each file is read once.
    fn read_if_changed(&self) -> Option<(Result<Loaded, Refusal>, Option<Seen>)> {
        let (Some(before), Ok(folder)) = (&self.seen, Folder::open(&self.path)) else {
            return (!self.is_current()).then(|| self.read());
        };
        let (loaded, seen) = load_if_changed(&folder, before)?;
        Some((self.with_head(loaded, &seen), Some(seen)))
    }

    /// A dossier whose `dossier.toml` is gone is no article alone.
    fn with_head(&self, loaded: Result<Loaded, Refusal>, seen: &Seen) -> Result<Loaded, Refusal> {
        if self.is_dossier && !seen.has_head() { Err(headless()) } else { loaded }
    }

    fn is_current(&self) -> bool {
        match (&self.seen, Folder::open(&self.path)) {
            (Some(seen), Ok(folder)) => seen.is_current(&folder),
            (None, Err(_)) => true,
            (Some(_), Err(_)) | (None, Ok(_)) => false,
        }
    }
}

/// Whom to ask for the dossier to be read again.
#[derive(Debug)]
pub(super) struct Reader {
    to: To,
}

#[derive(Debug)]
enum To {
    /// The thread that watches it.
    Watch(Sender<Heard>),
    /// Nobody: it is part of the program.
    Nobody(Sender<Incoming>),
}

impl Reader {
    /// Asks; the answer comes to main in any case.
    pub(super) fn ask(&self) {
        // Whoever does not listen any more has ended, and so will the program.
        let _ = match &self.to {
            To::Watch(sender) => sender.send(Heard::Asked).is_ok(),
            To::Nobody(sender) => sender.send(Incoming::Reload(Reload::Shipped)).is_ok(),
        };
    }
}

/// Watches a dossier and tells main when it is another; without one, nothing is watched.
pub(super) fn watch(source: Option<WatchedDossier>, main: Sender<Incoming>) -> io::Result<Reader> {
    let Some(source) = source else { return Ok(Reader { to: To::Nobody(main) }) };
    let (sender, heard) = mpsc::channel();
    let to = To::Watch(sender.clone());
    let begin = move || {
        let watcher = watcher(sender);
        let told = watcher.is_none();
        if told {
            let _ = main.send(Incoming::Reload(Reload::Unwatched));
        }
        Watch {
            source,
            main,
            heard,
            watcher,
            told,
            watched: BTreeSet::new(),
            interests: Interests::default(),
        }
        .run();
    };
    thread::Builder::new().name("watch".into()).spawn(begin)?;
    Ok(Reader { to })
}

/// What the thread is told.
#[derive(Debug)]
enum Heard {
    /// These were written, made, moved or removed; none if that is not known.
    Changed(Vec<PathBuf>),
    /// The reader wants the dossier read again.
    Asked,
}

/// What the system tells of changes; none if it would have to be asked again and again.
fn watcher(sender: Sender<Heard>) -> Option<RecommendedWatcher> {
    if RecommendedWatcher::kind() == WatcherKind::PollWatcher {
        return None;
    }
    // Held by the closure for as long as notify's thread has it.
    let alive = Arc::new(());
    let held = Arc::clone(&alive);
    let tell = move |event: notify::Result<notify::Event>| {
        let _ = &held;
        let paths = match event {
            Ok(event) if event.need_rescan() => Vec::new(),
            Ok(event) => match event.kind {
                EventKind::Access(AccessKind::Close(AccessMode::Write))
                | EventKind::Create(_)
                | EventKind::Modify(_)
                | EventKind::Remove(_)
                | EventKind::Any => event.paths,
                EventKind::Access(_) | EventKind::Other => return,
            },
            Err(_) => Vec::new(),
        };
        let _ = sender.send(Heard::Changed(paths));
    };
    let watcher = RecommendedWatcher::new(tell, notify::Config::default()).ok()?;
    if Arc::strong_count(&alive) == 1 {
        // Its thread could not be started and the closure is gone. notify's Linux backend does not report that, and
        // panics when it is used, also when it is dropped.
        mem::forget(watcher);
        return None;
    }
    Some(watcher)
}

struct Watch {
    source: WatchedDossier,
    main: Sender<Incoming>,
    heard: Receiver<Heard>,
    watcher: Option<RecommendedWatcher>,
    /// It has been said that not everything can be watched.
    told: bool,
    /// The folders that are watched.
    watched: BTreeSet<PathBuf>,
    interests: Interests,
}

/// What of all that happens in the watched folders may make the dossier another.
#[derive(Default)]
struct Interests {
    paths: BTreeSet<PathBuf>,
    /// The symbolic links on the way to these: each may be made to lead elsewhere.
    links: BTreeSet<PathBuf>,
    /// The folder, where any file in it may be an article.
    folder: Option<PathBuf>,
    seen: Seen,
}

impl Interests {
    fn of(source: &WatchedDossier) -> Self {
        let mut links = BTreeSet::new();
        let real = follow(&source.path, &mut links);
        let folder =
            if real.is_file() { real.parent().map_or(real.clone(), Path::to_owned) } else { real.clone() };
        let seen = source.seen.clone().unwrap_or_default();
        let mut paths = BTreeSet::from([real]);
        let mut within = BTreeSet::new();
        paths.extend(seen.names().map(|name| follow(&folder.join(name), &mut within)));
        // What leads out of the folder is not read.
        links.extend(within.into_iter().filter(|link| link.starts_with(&folder)));
        Self { paths, links, folder: Some(folder), seen }
    }

    /// The folders in which these would be noticed; of one that is not there, what it would be made in.
    fn folders(&self) -> BTreeSet<PathBuf> {
        let inside = |path: &PathBuf| {
            let mut folders = path.ancestors().skip(1);
            folders.find(|folder| folder.is_dir()).map(Path::to_owned)
        };
        // The folder itself is enough while it is there; what is above it is full of other things.
        let own = self.folder.as_ref().filter(|folder| folder.is_dir());
        let within =
            self.paths.iter().filter(|path| own.is_none_or(|own| path.starts_with(own) && *path != own));
        within.chain(&self.links).filter_map(inside).chain(own.cloned()).collect()
    }

    fn concern(&self, path: &Path) -> bool {
        let is_article = || {
            let name = path.file_name().and_then(|name| name.to_str());
            path.parent() == self.folder.as_deref() && name.is_some_and(|name| self.seen.asks_for(name))
        };
        // Also a folder on the way to one of the files.
        let mut paths = self.paths.iter().chain(&self.links);
        is_article() || paths.any(|interest| interest.starts_with(path))
    }
}

/// Where an absolute path leads, and all symbolic links on the way there, in folders that are none. Where something is
/// missing, or the links lead round in a circle, the rest is as it was written.
fn follow(path: &Path, links: &mut BTreeSet<PathBuf>) -> PathBuf {
    fn parts(path: &Path) -> impl DoubleEndedIterator<Item = OsString> {
        path.components().map(|part| part.as_os_str().to_owned())
    }
    let mut real = PathBuf::new();
    let mut left: Vec<OsString> = parts(path).rev().collect();
    let mut followed = 0;
    while let Some(part) = left.pop() {
        match Path::new(&part).components().next() {
            Some(Component::CurDir) | None => continue,
            Some(Component::ParentDir) => {
                real.pop();
                continue;
            }
            // A root begins anew.
            Some(_) => real.push(part),
        }
        if followed < MOST_LINKS
            && let Ok(target) = real.read_link()
        {
            followed += 1;
            links.insert(real.clone());
            real.pop();
            left.extend(parts(&target).rev());
        }
    }
    real
}

impl Watch {
    fn run(mut self) {
        self.follow_selection();
        // It may have changed since it was opened.
        self.look(false);
        while let Ok(heard) = self.heard.recv() {
            let asked = match heard {
                Heard::Asked => true,
                Heard::Changed(paths) if self.matters(&paths) => self.rest(REST),
                Heard::Changed(_) => continue,
            };
            self.look(asked);
        }
    }

    /// Whether any of these may make a difference.
    fn matters(&mut self, paths: &[PathBuf]) -> bool {
        for path in paths {
            // What became of a watched folder itself may have ended the watch.
            if self.watched.remove(path)
                && let Some(watcher) = &mut self.watcher
            {
                let _ = watcher.unwatch(path);
            }
        }
        paths.is_empty() || paths.iter().any(|path| self.interests.concern(path))
    }

    /// Waits until nothing that matters has happened for a while: `first`, and after anything that happens [`REST`]. Tells
    /// whether the reader asked meanwhile, which ends the wait.
    fn rest(&mut self, first: Duration) -> bool {
        let since = Instant::now();
        let mut until = since + first;
        while since.elapsed() < LONGEST {
            match self.heard.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Heard::Asked) => return true,
                Ok(Heard::Changed(paths)) if self.matters(&paths) => until = Instant::now() + REST,
                Ok(Heard::Changed(_)) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return false,
            }
        }
        false
    }

    /// Watches the folders that matter now.
    fn follow_selection(&mut self) {
        self.interests = Interests::of(&self.source);
        self.watch_folders();
        // A link that was changed before its folder was watched has changed unnoticed.
        for _ in 0..MOST_ROUNDS {
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
                // One that was removed meanwhile is nothing that cannot be watched.
                failed |= folder.is_dir();
            }
        }
        self.watched = watched;
        if failed && !mem::replace(&mut self.told, true) {
            let _ = self.main.send(Incoming::Reload(Reload::Unwatched));
        }
    }

    /// Reads the dossier if it is another, and tells main; whoever asked is told in any case.
    fn look(&mut self, mut asked: bool) {
        self.follow_selection();
        let reload = loop {
            let Some((mut read, mut seen)) = self.source.read_if_changed() else { break None };
            let is_gone = || match (&self.source.seen, &seen) {
                (Some(before), Some(seen)) => before.has_lost_a_file(seen),
                (before, seen) => before.is_some() && seen.is_none(),
            };
            if !asked && (read.is_err() || is_gone()) {
                asked = self.rest(PAUSE);
                (read, seen) = self.source.read();
            }
            if seen == self.source.seen {
                break None;
            }
            self.source.is_dossier |= seen.as_ref().is_some_and(Seen::has_head);
            self.source.seen = seen;
            let watched = self.watched.clone();
            self.follow_selection();
            if self.watched.is_subset(&watched) || self.source.is_current() {
                break Some(match read {
                    Ok(loaded) => Reload::Read(Box::new(loaded)),
                    Err(refusal) => Reload::Refused(refusal),
                });
            }
        };
        let reload = reload.or(asked.then_some(Reload::Same));
        if let Some(reload) = reload {
            let _ = self.main.send(Incoming::Reload(reload));
        }
    }
}
