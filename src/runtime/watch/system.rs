//! The system's file watcher.

use std::mem;
use std::path::PathBuf;
use std::sync::Arc;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{RecommendedWatcher, Watcher as _, WatcherKind};

/// A watcher that reports what was written, created, moved or removed, empty if that is unknown; `None` if it would have to
/// poll.
pub(in crate::runtime) fn watcher(
    on_change: impl Fn(Vec<PathBuf>) + Send + 'static,
) -> Option<RecommendedWatcher> {
    if RecommendedWatcher::kind() == WatcherKind::PollWatcher {
        return None;
    }
    // Held by the closure for as long as notify's thread has it.
    let alive = Arc::new(());
    let held = Arc::clone(&alive);
    let on_event = move |event: notify::Result<notify::Event>| {
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
        on_change(paths);
    };
    let watcher = RecommendedWatcher::new(on_event, notify::Config::default()).ok()?;
    if Arc::strong_count(&alive) == 1 {
        // Its thread could not be started and the closure is gone. notify's Linux backend does not report that, and
        // panics when it is used, also when it is dropped.
        mem::forget(watcher);
        return None;
    }
    Some(watcher)
}
