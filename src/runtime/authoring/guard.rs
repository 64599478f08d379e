//! Whether a file of the dossier is ours to replace.

use std::fs::{self, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::{ALL, Staged, locks, stage, write_atomically};
use crate::edit::{FileChange, Hindrance, Refused, SystemError};
use crate::load::{Files as _, Folder};

/// A file that is to be written.
#[derive(Debug)]
pub(super) struct Target<'p> {
    /// Its name in the dossier.
    pub(super) name: &'p str,
    /// Where it is, no link.
    pub(super) path: PathBuf,
    /// Where a link to it stands in the dossier's folder; else the same.
    link: PathBuf,
    /// What it is like now; none if it is new.
    existing: Option<Metadata>,
    pub(super) change: &'p FileChange,
}

/// What a file is to become.
#[derive(Debug)]
pub(super) enum Next {
    /// What is written beside it.
    Staged(Staged),
    /// Nothing.
    Gone,
}

impl<'p> Target<'p> {
    /// The file with this name, if it may be replaced, made or removed. None if it is gone, or is there by now.
    pub(super) fn of(
        folder: &Folder,
        name: &'p str,
        change: &'p FileChange,
    ) -> Result<Option<Self>, Refused> {
        let link = folder.root().join(name);
        let refuse = |why| Err(Refused::NotOurs { file: name.to_owned(), why });
        let path = folder.path_of(name).or_else(|| folder.path_of_missing(name));
        let Some(path) = path else { return refuse(Hindrance::NoFile) };
        let existing = match fs::metadata(&path) {
            Ok(metadata) => Some(metadata),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(io_error(name, &error)),
        };
        if existing.is_some() != change.before.is_some() {
            return Ok(None);
        }
        if let Some(existing) = &existing
            && let Some(why) = hindrance(&path, existing).map_err(|error| io_error(name, &error))?
        {
            return refuse(why);
        }
        // A link on the way to a new file may lead out of the folder.
        let parent = Path::new(name).parent().and_then(Path::to_str).filter(|parent| !parent.is_empty());
        if existing.is_none() && parent.is_some_and(|parent| folder.path_of(parent).is_none()) {
            return refuse(Hindrance::NoFile);
        }
        if path.parent().is_some_and(is_marked_read_only) {
            return refuse(Hindrance::FolderReadOnly);
        }
        Ok(Some(Self { name, path, link, existing, change }))
    }

    /// Refuses if an editor has it open, as far as that can be seen.
    pub(super) fn check_editors(&self) -> Result<(), Refused> {
        let lock = locks::beside(&self.path).or_else(|| locks::beside(&self.link));
        let lock = lock.or_else(|| locks::of_neovim(&self.path, locks::neovim_folder()?.as_path()));
        match lock {
            None => Ok(()),
            Some(lock) => Err(Refused::OpenElsewhere { file: self.name.to_owned(), lock }),
        }
    }

    /// Writes what it is to be beside it; nothing of one that is to go.
    pub(super) fn stage(&self) -> Result<Next, Refused> {
        let Some(after) = &self.change.after else { return Ok(Next::Gone) };
        let staged = stage(&self.path, after, self.existing.as_ref());
        staged.map(Next::Staged).map_err(|error| self.refused(&error))
    }

    /// Makes it what it is to be.
    pub(super) fn put(&self, next: Next) -> io::Result<()> {
        match next {
            Next::Staged(staged) => staged.put(),
            // What stands there is a file of ours, no link to another.
            Next::Gone if self.link == self.path => fs::remove_file(&self.path),
            Next::Gone => Err(io::ErrorKind::Other.into()),
        }
    }

    /// Puts back what it was, unless somebody else has written into it since.
    pub(super) fn put_back(&self) {
        let is_ours = fs::read(&self.path).ok() == self.change.after;
        let _ = match &self.change.before {
            _ if !is_ours => Ok(()),
            Some(before) => write_atomically(&self.path, before),
            None => fs::remove_file(&self.path),
        };
    }

    /// Whether it still holds what the change was planned on, in the same place; of a new one, that there still is none.
    pub(super) fn is_as_read(&self, folder: &Folder) -> bool {
        match &self.change.before {
            Some(before) => {
                folder.read(self.name, ALL).is_ok_and(|now| now == *before)
                    && folder.path_of(self.name).as_ref() == Some(&self.path)
            }
            None => folder.path_of_missing(self.name).as_ref() == Some(&self.path),
        }
    }

    /// What an error of the system means for it. Only its folder can forbid a new file in it.
    pub(super) fn refused(&self, error: &io::Error) -> Refused {
        if is_forbidden(error) {
            return Refused::NotOurs { file: self.name.to_owned(), why: Hindrance::FolderReadOnly };
        }
        io_error(self.name, error)
    }
}

fn io_error(name: &str, error: &io::Error) -> Refused {
    let kind = match error.kind() {
        io::ErrorKind::NotFound => SystemError::NotFound,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            SystemError::Full
        }
        _ => SystemError::Other,
    };
    Refused::Io { file: name.to_owned(), kind }
}

fn is_forbidden(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// What keeps a file that is there from being replaced.
fn hindrance(path: &Path, metadata: &Metadata) -> io::Result<Option<Hindrance>> {
    if !metadata.is_file() {
        return Ok(Some(Hindrance::NoFile));
    }
    if let Some(why) = belongs_elsewhere(metadata) {
        return Ok(Some(why));
    }
    // Who may do anything could write to it; whoever marked it did not want that.
    if metadata.permissions().readonly() {
        return Ok(Some(Hindrance::ReadOnly));
    }
    match OpenOptions::new().write(true).open(path) {
        Ok(_) => Ok(None),
        Err(error) if is_forbidden(&error) => Ok(Some(Hindrance::ReadOnly)),
        Err(error) => Err(error),
    }
}

/// What in its owner and its names keeps it from being replaced: the file in its place would be another one.
#[cfg(unix)]
fn belongs_elsewhere(metadata: &Metadata) -> Option<Hindrance> {
    use std::os::unix::fs::MetadataExt as _;
    if metadata.uid() != rustix::process::geteuid().as_raw() {
        return Some(Hindrance::OtherOwner);
    }
    (metadata.nlink() > 1).then_some(Hindrance::HardLinks)
}

/// There the standard library says neither.
#[cfg(not(unix))]
fn belongs_elsewhere(_: &Metadata) -> Option<Hindrance> {
    None
}

/// Whether a folder is marked so that nobody writes into it.
#[cfg(unix)]
fn is_marked_read_only(folder: &Path) -> bool {
    fs::metadata(folder).is_ok_and(|metadata| metadata.permissions().readonly())
}

/// On Windows that mark says something else of a folder.
#[cfg(not(unix))]
fn is_marked_read_only(_: &Path) -> bool {
    false
}
