//! Where one left off, from one reading to the next: a small file a dossier, in the folder the platform has for state.
//!
//! It is a convenience and nothing depends on it. A file that is broken, foreign, or of another version is passed over;
//! one that cannot be written is not; and nothing is said of either.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use etcetera::BaseStrategy as _;
use serde::{Deserialize, Serialize};

use super::write::write_privately;
use crate::app::Bookmark;

/// Names another folder; `off` does without.
const VARIABLE: &str = "FUNDSTELLE_STATE";
const OFF: &str = "off";

const VERSION: u32 = 1;

/// No file is longer than this many bytes: a bookmark has some hundreds.
const LONGEST: u64 = 1 << 16;

/// How many dossiers are remembered: those last read.
const KEPT: usize = 200;

/// The file in which is kept where one left off in one dossier.
#[derive(Clone, Debug)]
pub struct StateFile {
    path: PathBuf,
    /// The dossier, as the file names it.
    dossier: String,
}

#[derive(Serialize, Deserialize)]
struct Content {
    version: u32,
    dossier: String,
    place: Bookmark,
}

impl StateFile {
    /// The file for the dossier at a path, or for the shipped one. None if the reader wants none
    /// (`FUNDSTELLE_STATE=off`), or there is no place for it. `environment` looks up a variable.
    pub fn of(dossier: Option<&Path>, environment: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let folder = match environment(VARIABLE).filter(|value| !value.is_empty()) {
            Some(value) if value == OFF => return None,
            Some(folder) => PathBuf::from(folder),
            None => usual_folder()?,
        };
        Self::within(&folder, dossier)
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

    /// Where one left off; none where nothing readable says so.
    pub fn read(&self) -> Option<Bookmark> {
        // Opening a pipe would wait for somebody to write into it.
        if !fs::symlink_metadata(&self.path).ok()?.is_file() {
            return None;
        }
        let mut text = String::new();
        File::open(&self.path).ok()?.take(LONGEST + 1).read_to_string(&mut text).ok()?;
        if text.len() as u64 > LONGEST {
            return None;
        }
        let content: Content = toml::from_str(&text).ok()?;
        (content.version == VERSION && content.dossier == self.dossier).then_some(content.place)
    }

    fn write(&self, place: Bookmark) -> io::Result<()> {
        let content = Content { version: VERSION, dossier: self.dossier.clone(), place };
        let text = toml::to_string(&content).map_err(io::Error::other)?;
        let folder = self.path.parent().ok_or(io::ErrorKind::InvalidInput)?;
        create_private(folder)?;
        write_privately(&self.path, text.as_bytes())?;
        forget_oldest(folder)
    }
}

fn usual_folder() -> Option<PathBuf> {
    let platform = etcetera::base_strategy::choose_native_strategy().ok()?;
    // Where a platform knows no state, it is data.
    let folder = platform.state_dir().unwrap_or_else(|| platform.data_dir());
    Some(folder.join("fundstelle"))
}

fn plain(c: char) -> char {
    if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }
}

/// FNV-1a, 64 bits. Names of files outlive the program, and the standard library's hash may change with it.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What somebody reads is nobody else's business.
fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Whether a file has the name of one for a path; others are not ours to remove.
fn is_ours(name: &str) -> bool {
    let hash = name.strip_suffix(".toml").and_then(|stem| stem.rsplit_once('-')).map(|(_, hash)| hash);
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn forget_oldest(folder: &Path) -> io::Result<()> {
    let entries = fs::read_dir(folder)?.filter_map(Result::ok);
    let ours: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_str().is_some_and(is_ours))
        .map(|entry| entry.path())
        .collect();
    let Some(surplus) = ours.len().checked_sub(KEPT).filter(|surplus| *surplus > 0) else { return Ok(()) };
    let written = |path: &PathBuf| fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    let mut by_age: Vec<_> = ours.into_iter().map(|path| (written(&path), path)).collect();
    by_age.sort();
    by_age.into_iter().take(surplus).try_for_each(|(_, path)| fs::remove_file(path))
}

/// Where one is now, for whoever ends the program: main, or a signal while main is busy.
#[derive(Debug, Default)]
pub(super) struct Keeper {
    file: Option<StateFile>,
    latest: Mutex<Option<Bookmark>>,
}

impl Keeper {
    /// Keeps in this file; without one, not at all.
    pub(super) fn new(file: Option<StateFile>) -> Self {
        Self { file, latest: Mutex::default() }
    }

    /// Takes down where one is.
    pub(super) fn note(&self, place: impl FnOnce() -> Bookmark) {
        if self.file.is_some() {
            let place = place();
            *self.latest.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
        }
    }

    /// Writes down what was last noted, once. Returns when it is written, whoever writes it: several may end the
    /// program at the same time, and none before the other is done.
    pub(super) fn save(&self) {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        if let (Some(file), Some(place)) = (&self.file, latest.take()) {
            // Nobody is left to tell.
            let _ = file.write(place);
        }
    }
}

#[cfg(test)]
mod tests;
