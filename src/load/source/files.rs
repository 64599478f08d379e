//! Where a dossier's files come from: a folder, the binary itself, or memory. Nothing else in `load` does I/O.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use crate::load::report::problem::Problem;
use crate::load::source::beside::{Beside, named_article};
use crate::load::source::limits;

/// The files of one dossier.
pub trait Files {
    /// The names of the files, in any order. Names in folders within are not listed.
    fn list(&self) -> Vec<String>;

    /// The bytes of the file with this name, at most `limit` of them.
    ///
    /// # Errors
    ///
    /// Fails if the file is not there, is not a file of this dossier, is larger than `limit`, or cannot be read.
    fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, ReadError>;
}

/// Why a file of a dossier cannot be read. The messages speak of the file as "it".
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such file.
    #[error("it does not exist")]
    Missing,
    /// The name leads out of the folder.
    #[error("it lies outside the dossier's folder")]
    Outside,
    /// A symbolic link on the way to it leads out of the folder.
    #[error("a symbolic link leads out of the dossier's folder")]
    LinkedOutside,
    /// It is a folder, a pipe, a device.
    #[error("it is not a regular file")]
    NotAFile,
    /// It is larger than this many bytes.
    #[error("it is larger than {} MB", .0 >> 20)]
    TooLarge(u64),
    /// The system refuses it.
    #[error("it cannot be read: {0}")]
    Unreadable(io::ErrorKind),
}

impl ReadError {
    /// What to do about it.
    pub(crate) fn hint(&self) -> &'static str {
        match self {
            ReadError::Missing => "put it into the dossier's folder",
            ReadError::Outside | ReadError::LinkedOutside => "copy it into the folder",
            ReadError::NotAFile => "put a plain file there",
            ReadError::TooLarge(_) => "shorten it or split it",
            ReadError::Unreadable(_) => "check its permissions",
        }
    }
}

/// A folder on disk, or one article in it. No name leads out of it.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// The only file there is, if not the folder was opened but the file.
    only: Option<String>,
}

impl Folder {
    /// Opens a folder, its `dossier.toml`, or a bare article, whatever lies beside it.
    ///
    /// # Errors
    ///
    /// Fails with a fatal problem if there is nothing at the path, or nothing that can be a dossier.
    pub fn open(path: &Path) -> Result<Self, Box<Problem>> {
        let fatal = |message: &str, hint: &str| Box::new(Problem::of_path(path, message, hint));
        let real = path.canonicalize().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                fatal("there is no such file or folder", "give a dossier's folder, or a .txt or .md file")
            }
            kind => fatal(&format!("it cannot be opened: {kind}"), "check its permissions"),
        })?;
        if real.is_dir() {
            return Ok(Self { root: real, only: None });
        }
        if !real.is_file() {
            return Err(fatal(
                "it is neither a folder nor a regular file",
                "give a dossier's folder, or a .txt or .md file",
            ));
        }
        let (Some(root), Some(name)) = (real.parent(), real.file_name().and_then(|name| name.to_str()))
        else {
            return Err(fatal("its name is not UTF-8", "rename it"));
        };
        let only = (name != crate::load::DOSSIER).then(|| name.to_owned());
        Ok(Self { root: root.to_owned(), only })
    }

    /// Whose dossier lies beside the article that was opened by its own path.
    pub fn beside(&self) -> Beside {
        let Some(article) = self.only.as_ref().and_then(|name| self.path_of(name)) else {
            return Beside::Nothing;
        };
        let folder = Self { root: self.root.clone(), only: None };
        let bytes = match folder.read(crate::load::DOSSIER, limits::TOML) {
            Err(ReadError::Missing) => return Beside::Nothing,
            Err(_) => return Beside::Unclear,
            Ok(bytes) => bytes,
        };
        match named_article(&String::from_utf8_lossy(&bytes)) {
            Some(name) if folder.path_of(&name).is_some_and(|path| path == article) => Beside::Own,
            Some(name) => Beside::Other(name),
            None => Beside::Unclear,
        }
    }

    /// The folder that an article stands in which was opened by its own path: the dossier, where it is one.
    #[must_use]
    pub fn around(self) -> Self {
        Self { only: None, ..self }
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

impl Folder {
    /// Where the file with this name is, if it is one of this dossier.
    pub fn path_of(&self, name: &str) -> Option<PathBuf> {
        let path = self.root.join(name).canonicalize().ok()?;
        path.starts_with(&self.root).then_some(path)
    }

    /// Where a file with this name would be, if it can be one of this dossier and is not there.
    pub(crate) fn path_of_missing(&self, name: &str) -> Option<PathBuf> {
        let path = self.root.join(name);
        let is_plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        (is_plain && !name.is_empty() && path.symlink_metadata().is_err()).then_some(path)
    }
}

impl Files for Folder {
    fn list(&self) -> Vec<String> {
        if let Some(only) = &self.only {
            return vec![only.clone()];
        }
        let Ok(entries) = fs::read_dir(&self.root) else { return Vec::new() };
        let names = entries.take(limits::NAMES).flatten().filter(|entry| entry.path().is_file());
        names.filter_map(|entry| entry.file_name().into_string().ok()).collect()
    }

    fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if name.is_empty() || !plain {
            return Err(ReadError::Outside);
        }
        if self.only.as_ref().is_some_and(|only| only != name) {
            return Err(ReadError::Missing);
        }
        let refused = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ReadError::Missing,
            kind => ReadError::Unreadable(kind),
        };
        let path = self.root.join(name).canonicalize().map_err(refused)?;
        if !path.starts_with(&self.root) {
            return Err(ReadError::LinkedOutside);
        }
        // Asked before it is opened: opening a pipe would wait for a writer.
        let metadata = fs::metadata(&path).map_err(refused)?;
        if !metadata.is_file() {
            return Err(ReadError::NotAFile);
        }
        // Room for all of it, so that the buffer is not enlarged again and again.
        let room = usize::try_from(metadata.len().min(limit)).unwrap_or_default();
        let mut bytes = Vec::with_capacity(room);
        fs::File::open(&path)
            .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
            .map_err(refused)?;
        within(bytes, limit)
    }
}

/// Files that are part of the binary.
#[derive(Clone, Copy, Debug)]
pub struct Embedded {
    files: &'static [(&'static str, &'static [u8])],
}

impl Embedded {
    /// These files, by name.
    pub const fn new(files: &'static [(&'static str, &'static [u8])]) -> Self {
        Self { files }
    }
}

impl Files for Embedded {
    fn list(&self) -> Vec<String> {
        self.files.iter().map(|(name, _)| (*name).to_owned()).collect()
    }

    fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let (_, bytes) = self.files.iter().find(|(known, _)| *known == name).ok_or(ReadError::Missing)?;
        within(bytes.to_vec(), limit)
    }
}

/// Files made up in memory.
#[derive(Clone, Default, Debug)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// Adds a file, or replaces the one with this name.
    #[must_use]
    pub fn with(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(name.to_owned(), bytes.into());
        self
    }

    /// Removes the file with this name, if there is one.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.files.remove(name);
        self
    }
}

impl Files for Memory {
    fn list(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }

    fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        within(self.files.get(name).ok_or(ReadError::Missing)?.clone(), limit)
    }
}

/// Files, some of them with replaced contents, some not there.
#[derive(Clone, Copy)]
pub struct Changed<'a> {
    /// The files as they are.
    pub files: &'a dyn Files,
    /// Those with other contents, by name; none of one that is not there.
    pub with: &'a BTreeMap<String, Option<Vec<u8>>>,
}

impl Files for Changed<'_> {
    fn list(&self) -> Vec<String> {
        let mut names = self.files.list();
        names.retain(|name| self.with.get(name).is_none_or(Option::is_some));
        let is_new = |name: &&String| !name.contains('/') && !names.contains(name);
        let there = self.with.iter().filter(|(_, bytes)| bytes.is_some()).map(|(name, _)| name);
        let new: Vec<String> = there.filter(is_new).cloned().collect();
        names.extend(new);
        names
    }

    fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        match self.with.get(name) {
            Some(Some(bytes)) => within(bytes.clone(), limit),
            Some(None) => Err(ReadError::Missing),
            None => self.files.read(name, limit),
        }
    }
}

fn within(bytes: Vec<u8>, limit: u64) -> Result<Vec<u8>, ReadError> {
    if bytes.len() as u64 > limit { Err(ReadError::TooLarge(limit)) } else { Ok(bytes) }
}

/// Files that count how often each of them is read.
#[cfg(test)]
pub(crate) struct Counting<F> {
    files: F,
    read: std::cell::RefCell<BTreeMap<String, usize>>,
}

#[cfg(test)]
impl<F: Files> Counting<F> {
    pub(crate) fn new(files: F) -> Self {
        Self { files, read: std::cell::RefCell::default() }
    }

    /// How often each file was read.
    pub(crate) fn counts(self) -> BTreeMap<String, usize> {
        self.read.into_inner()
    }
}

#[cfg(test)]
impl<F: Files> Files for Counting<F> {
    fn list(&self) -> Vec<String> {
        self.files.list()
    }

    fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        *self.read.borrow_mut().entry(name.to_owned()).or_default() += 1;
        self.files.read(name, limit)
    }
}
