//! The dossier that is watched: read again, and compared with what was read last.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::edit::FileChange;
use crate::load::{
    Beside, Fingerprint, Folder, Loaded, Problem, Refusal, head_missing, load_if_changed,
    load_with_fingerprint,
};
use crate::protocol::authoring::Home;

/// Where the open dossier came from.
#[derive(Debug)]
pub enum Source {
    /// The program itself.
    Shipped,
    /// A pipe.
    Stream,
    /// The disk.
    Watched(WatchedDossier),
}

impl Source {
    /// What it is for an author.
    pub(in crate::runtime) fn home(&self) -> Home {
        match self {
            Source::Shipped => Home::Shipped,
            Source::Stream => Home::Stream,
            Source::Watched(_) => Home::Files,
        }
    }

    /// The dossier that is watched, if it is one.
    pub(in crate::runtime) fn watched(&self) -> Option<&WatchedDossier> {
        match self {
            Source::Watched(source) => Some(source),
            Source::Shipped | Source::Stream => None,
        }
    }
}

/// Where a dossier was opened, and what its files contained.
#[derive(Debug)]
pub struct WatchedDossier {
    pub(super) path: PathBuf,
    /// `None` while there is nothing at the path that could be a dossier.
    pub(super) seen: Option<Fingerprint>,
    /// It had a `dossier.toml`: if that is gone, this is not a bare article but a dossier that cannot be read.
    pub(super) is_dossier: bool,
}

/// The folder at a path as it is now, that of an article where its dossier lies beside it. While that is being written, it is
/// not clear yet whose it is.
pub(in crate::runtime) fn folder_at(path: &Path) -> Result<Folder, Box<Problem>> {
    let folder = Folder::open(path)?;
    Ok(if matches!(folder.beside(), Beside::Own | Beside::Unclear) { folder.around() } else { folder })
}

impl WatchedDossier {
    /// A dossier at a path, from which this was read.
    pub fn new(path: &Path, seen: Fingerprint) -> Self {
        // The working directory may be renamed or removed.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let is_dossier = seen.has_head();
        Self { path, seen: Some(seen), is_dossier }
    }

    /// Where it was opened, absolute.
    pub(in crate::runtime) fn path(&self) -> &Path {
        &self.path
    }

    fn folder(&self) -> Result<Folder, Box<Problem>> {
        folder_at(&self.path)
    }

    /// The article that the dossier beside this one is about.
    pub(super) fn of_another(&self) -> Option<String> {
        // Most of what is open is a dossier.
        let is_alone = self.seen.as_ref().is_none_or(|seen| !seen.has_head());
        let folder = is_alone.then(|| Folder::open(&self.path).ok()).flatten()?;
        match folder.beside() {
            Beside::Other(name) => Some(name),
            Beside::Nothing | Beside::Own | Beside::Unclear => None,
        }
    }

    /// A hash of what was read last.
    pub(in crate::runtime) fn digest(&self) -> Option<u64> {
        self.seen.as_ref().map(Fingerprint::digest)
    }

    /// Records that these files hold what we have just written, so that it is not reported as a change.
    pub(super) fn hold(&mut self, files: &BTreeMap<String, FileChange>) {
        let Some(seen) = &mut self.seen else { return };
        for (name, FileChange { after, .. }) in files {
            seen.set(name, after.as_deref());
        }
    }

    /// The dossier as it is now.
    pub(super) fn read(&self) -> (Result<Loaded, Refusal>, Option<Fingerprint>) {
        match self.folder() {
            Ok(folder) => {
                let (loaded, seen) = load_with_fingerprint(&folder);
                (self.with_head(loaded, &seen, &folder), Some(seen))
            }
            Err(fatal) => (Err(Refusal::from(*fatal)), None),
        }
    }

    /// The dossier as it is now, if that is not what was read last. Each file is read once.
    pub(super) fn read_if_changed(&self) -> Option<(Result<Loaded, Refusal>, Option<Fingerprint>)> {
        let (Some(before), Ok(folder)) = (&self.seen, self.folder()) else {
            return (!self.is_current()).then(|| self.read());
        };
        let (loaded, seen) = load_if_changed(&folder, before)?;
        Some((self.with_head(loaded, &seen, &folder), Some(seen)))
    }

    /// A dossier whose `dossier.toml` is gone is not a bare article; one whose `dossier.toml` has become another article's is.
    fn with_head(
        &self,
        loaded: Result<Loaded, Refusal>,
        seen: &Fingerprint,
        folder: &Folder,
    ) -> Result<Loaded, Refusal> {
        let is_gone = || !seen.has_head() && folder.beside() == Beside::Nothing;
        if self.is_dossier && is_gone() { Err(head_missing()) } else { loaded }
    }

    /// Whether its files contain what was read last.
    pub(super) fn is_current(&self) -> bool {
        match (&self.seen, self.folder()) {
            (Some(seen), Ok(folder)) => seen.is_current(&folder),
            (None, Err(_)) => true,
            (Some(_), Err(_)) | (None, Ok(_)) => false,
        }
    }
}
