//! The file by which a screen says that it is there, and what it shows.

use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::runtime::private::create_private;
use crate::runtime::write::{is_removed, write_locked};

/// A screen's own file, from its first record to the end of the process. Whichever thread ends the process takes it away.
#[derive(Debug)]
pub(in crate::runtime) struct Presence {
    path: PathBuf,
    file: Mutex<Held>,
}

#[derive(Debug)]
enum Held {
    /// Nothing was written yet.
    Nothing,
    /// The file as it was written last, locked.
    File(File),
    /// The process is about to end and writes nothing any more.
    Ended,
}

impl Presence {
    /// A file at this path, of which nothing is written yet.
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, file: Mutex::new(Held::Nothing) }
    }

    /// Puts a record in the place of the one before. In between no one sees none: the new one is locked before it takes
    /// its place, and the old one until then.
    pub(super) fn write(&self, record: &str) -> io::Result<()> {
        let mut held = self.lock();
        if !matches!(*held, Held::Ended) {
            if let Some(folder) = self.path.parent() {
                create_private(folder)?;
            }
            *held = Held::File(write_locked(&self.path, record.as_bytes())?);
        }
        Ok(())
    }

    /// Takes the file away, if it is still ours.
    pub(in crate::runtime) fn end(&self) {
        let mut held = self.lock();
        if let Held::File(file) = &*held
            && !is_removed(file)
        {
            // There is no one left to report to; without its lock the file counts for nothing anyway.
            let _ = fs::remove_file(&self.path);
        }
        *held = Held::Ended;
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
