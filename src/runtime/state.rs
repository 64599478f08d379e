//! Where the reader left off: one small file per dossier, in the platform's state folder.
//!
//! A convenience that nothing depends on. A file that is broken, foreign or of another version is ignored, a write
//! that fails is given up, both silently.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::hash::Hasher as _;
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use fnv::FnvHasher;
use serde::{Deserialize, Serialize};

use super::private::{create_private, read_small};
use super::write::write_privately;
use crate::app::Bookmark;

/// Names another folder; `off` disables it.
const VARIABLE: &str = "FUNDSTELLE_STATE";
const OFF: &str = "off";

const VERSION: u32 = 1;

/// How many dossiers are remembered, the most recently read; the shipped one besides.
const MAX_FILES: usize = 200;

/// The file that records where the reader left off in one dossier.
#[derive(Clone, Debug)]
pub struct StateFile {
    path: PathBuf,
    /// The dossier, as the file names it.
    dossier: String,
}

#[derive(Serialize, Deserialize)]
struct SavedState {
    version: u32,
    dossier: String,
    place: Bookmark,
}

impl StateFile {
    /// The file for the dossier at a path, or for the shipped one. `None` if it is disabled (`FUNDSTELLE_STATE=off`)
    /// or there is no folder for it. `environment` looks up a variable.
    pub fn of(dossier: Option<&Path>, environment: impl Fn(&str) -> Option<String>) -> Option<Self> {
        Self::within(&folder(environment)?, dossier)
    }

    fn within(folder: &Path, dossier: Option<&Path>) -> Option<Self> {
        let Some(dossier) = dossier else {
            return Some(Self { path: folder.join("shipped.toml"), dossier: "shipped".to_owned() });
        };
        let mut real = dossier.canonicalize().ok()?;
        if real.ends_with("dossier.toml") {
            // Either opens the same.
            real.pop();
        }
        let readable: String = real.file_name()?.to_string_lossy().chars().map(plain).take(40).collect();
        let name = format!("{readable}-{:016x}.toml", hash(real.as_os_str().as_encoded_bytes()));
        Some(Self { path: folder.join(name), dossier: real.to_string_lossy().into_owned() })
    }

    /// Where the reader left off; `None` without a readable file.
    pub fn read(&self) -> Option<Bookmark> {
        // Opening a pipe would wait for a writer.
        if !fs::symlink_metadata(&self.path).ok()?.is_file() {
            return None;
        }
        let text = read_small(File::open(&self.path).ok()?)?;
        let saved: SavedState = toml::from_str(&text).ok()?;
        (saved.version == VERSION && saved.dossier == self.dossier).then_some(saved.place)
    }

    /// A file for something else about the same dossier, by how its name ends.
    pub(super) fn beside(&self, ending: &str) -> PathBuf {
        self.path.with_extension(ending)
    }

    /// The dossier, as files about it name it.
    pub(super) fn dossier(&self) -> &str {
        &self.dossier
    }

    /// Writes where the reader is.
    pub(super) fn write(&self, place: Bookmark) -> io::Result<()> {
        let saved = SavedState { version: VERSION, dossier: self.dossier.clone(), place };
        let text = toml::to_string(&saved).map_err(io::Error::other)?;
        let folder = self.path.parent().ok_or(io::ErrorKind::InvalidInput)?;
        create_private(folder)?;
        write_privately(&self.path, text.as_bytes())?;
        forget_oldest(folder)
    }
}

/// The folder for what is kept from one run to the next; none if it is disabled, or there is no place for it.
pub(super) fn folder(environment: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
    match environment(VARIABLE).filter(|value| !value.is_empty()) {
        Some(value) if value == OFF => None,
        Some(folder) => Some(PathBuf::from(folder)),
        None => usual_folder(),
    }
}

fn usual_folder() -> Option<PathBuf> {
    let platform = etcetera::base_strategy::choose_native_strategy().ok()?;
    // Platforms without a state folder use the one for data.
    let folder = platform.state_dir().unwrap_or_else(|| platform.data_dir());
    Some(folder.join("fundstelle"))
}

fn plain(c: char) -> char {
    if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }
}

/// FNV-1a, 64 bits. Names of files outlive the program, and the standard library's hash may change with it.
fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(bytes);
    hasher.finish()
}

/// How the name of the file ends that records what a dossier held.
pub(super) const SEEN: &str = "seen";

/// How the names of the files about a dossier end: where the reader left off, what it held, and what the screens of a talk
/// that were killed leave there.
const ENDINGS: [&str; 4] = ["toml", SEEN, "speaker", "audience"];

/// What the files about a dossier are called, without the ending; none of a file that is not named like one of ours, which
/// must not be removed. Those of the shipped dossier are never forgotten.
fn stem(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let (_, hash) = stem.rsplit_once('-')?;
    let is_ours =
        ENDINGS.contains(&ending) && hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_ours.then_some(stem)
}

/// Removes the files about the dossiers that were not read for longest, all of a dossier's together.
fn forget_oldest(folder: &Path) -> io::Result<()> {
    let mut files: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for entry in fs::read_dir(folder)?.filter_map(Result::ok) {
        let name = entry.file_name();
        if let Some(stem) = name.to_str().and_then(stem) {
            files.entry(stem.to_owned()).or_default().push(entry.path());
        }
    }
    let Some(surplus) = files.len().checked_sub(MAX_FILES).filter(|surplus| *surplus > 0) else {
        return Ok(());
    };
    let written = |path: &PathBuf| fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    let mut by_age: Vec<_> =
        files.into_values().map(|paths| (paths.iter().filter_map(written).max(), paths)).collect();
    by_age.sort();
    let oldest = by_age.into_iter().take(surplus).flat_map(|(_, paths)| paths);
    oldest.map(fs::remove_file).fold(Ok(()), Result::and)
}

#[cfg(test)]
mod tests;
