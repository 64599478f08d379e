//! The reader's notes file: one per dossier, in the platform's data folder, only for its owner. What a person writes in it by
//! hand stays as it is.

use std::fs::{self, File};
use std::hash::Hasher as _;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use fnv::FnvHasher;

use super::private::create_private;
use super::write::{write_atomically, write_new_privately};
use crate::notes::{Edit, Edited, edit};

/// Names another folder; `off` keeps no notes.
const VARIABLE: &str = "FUNDSTELLE_NOTES";
const OFF: &str = "off";
/// The most bytes of a file; what someone writes in a life has less.
const MAX_BYTES: u64 = 1 << 24;
/// How often an edit is made anew because the file was changed just before it was written.
const ATTEMPTS: usize = 3;

/// The notes file of one dossier.
#[derive(Clone, Debug)]
pub struct NotesFile {
    path: PathBuf,
}

/// Why notes cannot be read or written, with the path.
#[derive(Debug, thiserror::Error)]
pub enum NotesError {
    /// What the system says.
    #[error("{0}: {1}")]
    Io(String, #[source] io::Error),
    /// A folder, a pipe or the like stands in its place.
    #[error("{0}: this is not a regular file")]
    NoFile(String),
    /// A symbolic link stands in its place, and what it leads to does not exist.
    #[error("{0}: this link leads to a file that does not exist")]
    DeadLink(String),
    /// It is not UTF-8.
    #[error("{0}: this file is not UTF-8 text, and stays as it is")]
    NoText(String),
    /// It is longer than any notes.
    #[error("{0}: this file is too long for notes, and stays as it is")]
    TooLong(String),
    /// Something else writes it all the time.
    #[error("{0}: another program is writing this file; try again")]
    Busy(String),
}

/// What the settings say of the folder for notes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotesFolder<'a> {
    /// Nothing: it is the platform's.
    Usual,
    /// This one.
    Named(&'a Path),
    /// Something that cannot be read. Notes must not go to another folder than the rest of them.
    Unknown,
}

/// The folder that notes are kept in: the one that is asked for, else the one of the settings, else the platform's. None where
/// notes are turned off, or nobody knows where the others are.
fn folder(asked: Option<String>, settings: NotesFolder) -> Option<PathBuf> {
    match asked.filter(|value| !value.is_empty()) {
        Some(value) if value == OFF => None,
        Some(folder) => Some(PathBuf::from(folder)),
        None => match settings {
            NotesFolder::Named(folder) => Some(folder.to_path_buf()),
            NotesFolder::Unknown => None,
            NotesFolder::Usual => {
                let platform = etcetera::base_strategy::choose_native_strategy().ok()?;
                Some(platform.data_dir().join("fundstelle").join("notes"))
            }
        },
    }
}

impl NotesFile {
    /// The file for the dossier at a path, or for the shipped one. `None` if notes are turned off (`FUNDSTELLE_NOTES=off`)
    /// or there is no folder for them. `environment` looks up a variable.
    pub fn of(
        dossier: Option<&Path>,
        settings: NotesFolder,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Option<Self> {
        let folder = folder(environment(VARIABLE), settings)?;
        let Some(dossier) = dossier else { return Some(Self { path: folder.join("ki-exodus.md") }) };
        let mut real = dossier.canonicalize().ok()?;
        if real.ends_with("dossier.toml") {
            // Either opens the same.
            real.pop();
        }
        // Dossiers in two folders of one name are two dossiers.
        let plain = |c: char| if c.is_alphanumeric() || c == '.' { c } else { '-' };
        let readable: String = real.file_stem()?.to_string_lossy().chars().map(plain).take(40).collect();
        let mut hasher = FnvHasher::default();
        hasher.write(real.as_os_str().as_encoded_bytes());
        let hash = hasher.finish() & 0xffff_ffff;
        Some(Self { path: folder.join(format!("{readable}-{hash:08x}.md")) })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where it is, as it is shown: short in one's own home.
    pub fn shown(&self) -> String {
        let home = etcetera::home_dir().ok();
        let within = home.as_ref().and_then(|home| self.path.strip_prefix(home).ok());
        match within {
            Some(within) => Path::new("~").join(within).display().to_string(),
            None => self.path.display().to_string(),
        }
    }

    /// What stands in it; nothing if there is no file yet.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or is no text.
    pub fn read(&self) -> Result<String, NotesError> {
        let io = |error| NotesError::Io(self.shown(), error);
        // Opening a pipe would wait for a writer.
        match fs::metadata(&self.path) {
            // A link that leads nowhere, to a disk that is not mounted for instance, would be replaced by a file.
            Err(error)
                if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(&self.path).is_ok() =>
            {
                return Err(NotesError::DeadLink(self.shown()));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(String::new()),
            Err(error) => return Err(io(error)),
            Ok(metadata) if !metadata.is_file() => return Err(NotesError::NoFile(self.shown())),
            Ok(_) => {}
        }
        let mut bytes = Vec::new();
        let file = File::open(&self.path).map_err(io)?;
        file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(io)?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(NotesError::TooLong(self.shown()));
        }
        String::from_utf8(bytes).map_err(|_| NotesError::NoText(self.shown()))
    }

    /// Makes a change to what stands in it now, which need not be what was last read.
    ///
    /// # Errors
    ///
    /// If it cannot be read or written; then it is as it was.
    pub fn edit(&self, change: &Edit) -> Result<Edited, NotesError> {
        for _ in 0..ATTEMPTS {
            let before = self.read()?;
            let edited = edit(&before, change);
            if edited.text == before {
                return Ok(edited);
            }
            if self.write(&before, &edited.text)? {
                return Ok(edited);
            }
        }
        Err(NotesError::Busy(self.shown()))
    }

    /// Writes it, unless something else stands in it than before.
    fn write(&self, before: &str, text: &str) -> Result<bool, NotesError> {
        let io = |error| NotesError::Io(self.shown(), error);
        let is_there = fs::symlink_metadata(&self.path).is_ok();
        if let Some(folder) = self.path.parent().filter(|_| !is_there) {
            create_private(folder).map_err(io)?;
        }
        if self.read()? != before {
            return Ok(false);
        }
        if is_there {
            // It keeps the permissions its owner gave it, and a link its target.
            write_atomically(&self.path, text.as_bytes()).map_err(io)?;
        } else {
            write_new_privately(&self.path, text.as_bytes()).map_err(io)?;
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::{Change, Subject, Task};

    fn file(folder: &tempfile::TempDir) -> NotesFile {
        let path = folder.path().join("deep/notes");
        let asked = path.to_str().unwrap_or_default().to_owned();
        NotesFile::of(None, NotesFolder::Usual, |name| (name == VARIABLE).then(|| asked.clone())).unwrap()
    }

    fn note(before: &str, note: &str) -> Edit {
        let task = Task::Annotate { before: before.to_owned(), note: note.to_owned() };
        let subject = Subject::Thing("claim:a".parse().unwrap());
        Edit { subject, heading: "Claim 1: A.".to_owned(), head: "# Notes".to_owned(), task }
    }

    #[test]
    fn a_variable_says_where_or_not_at_all() {
        let of =
            |value: &'static str| NotesFile::of(None, NotesFolder::Usual, move |_| Some(value.to_owned()));
        assert!(of("off").is_none());
        assert_eq!(of("/x/y").unwrap().path(), Path::new("/x/y/ki-exodus.md"));
        let chosen = |asked: Option<&str>| {
            let asked = asked.map(str::to_owned);
            NotesFile::of(None, NotesFolder::Named(Path::new("/chosen")), move |_| asked.clone())
                .unwrap()
                .path
        };
        assert_eq!(chosen(None), Path::new("/chosen/ki-exodus.md"));
        assert!(NotesFile::of(None, NotesFolder::Unknown, |_| None).is_none(), "not to another folder");
        assert_eq!(chosen(Some("/n")), Path::new("/n/ki-exodus.md"), "the environment comes first");
        let usual = NotesFile::of(None, NotesFolder::Usual, |_| None);
        assert!(usual.is_none_or(|file| file.path().ends_with("fundstelle/notes/ki-exodus.md")));
    }

    #[test]
    fn two_dossiers_of_one_name_have_two_files() {
        let folder = tempfile::tempdir().unwrap();
        let notes = |name: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(&path).unwrap();
            fs::write(path.join("dossier.toml"), "").unwrap();
            let by_folder =
                NotesFile::of(Some(&path), NotesFolder::Usual, |_| Some("/n".to_owned())).unwrap().path;
            let by_file = NotesFile::of(Some(&path.join("dossier.toml")), NotesFolder::Usual, |_| {
                Some("/n".to_owned())
            })
            .unwrap()
            .path;
            assert_eq!(by_folder, by_file);
            by_folder
        };
        let (one, other) = (notes("one/bridge"), notes("other/bridge"));
        assert_ne!(one, other);
        assert!(one.to_str().unwrap().starts_with("/n/bridge-") && one.extension().unwrap() == "md");
    }

    #[test]
    fn an_edit_is_made_on_what_stands_there_by_then() {
        let folder = tempfile::tempdir().unwrap();
        let file = file(&folder);
        assert_eq!(file.read().unwrap(), "");
        assert_eq!(file.edit(&note("", "mine")).unwrap().change, Change::Noted(1));
        let by_hand = format!("{}\nby hand\n", file.read().unwrap());
        fs::write(file.path(), &by_hand).unwrap();
        let edited = file.edit(&note("mine", "mine too")).unwrap();
        assert_eq!(edited.text, by_hand.replace("mine", "mine too"));
        assert_eq!(file.read().unwrap(), edited.text);
    }

    #[test]
    fn what_is_no_text_of_notes_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = file(&folder);
        fs::create_dir_all(file.path().parent().unwrap()).unwrap();
        fs::write(file.path(), b"\xff\xfe").unwrap();
        assert!(matches!(file.edit(&note("", "x")), Err(NotesError::NoText(_))));
        assert_eq!(fs::read(file.path()).unwrap(), b"\xff\xfe");
        fs::remove_file(file.path()).unwrap();
        fs::create_dir(file.path()).unwrap();
        assert!(matches!(file.edit(&note("", "x")), Err(NotesError::NoFile(_))));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_look_and_permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let file = file(&folder);
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        file.edit(&note("", "x")).unwrap();
        assert_eq!((mode(file.path()), mode(file.path().parent().unwrap())), (0o600, 0o700));
        let target = folder.path().join("synced.md");
        fs::rename(file.path(), &target).unwrap();
        fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&target, file.path()).unwrap();
        file.edit(&note("x", "y")).unwrap();
        assert!(fs::symlink_metadata(file.path()).unwrap().is_symlink());
        assert!(fs::read_to_string(&target).unwrap().contains("\ny\n"));
        assert_eq!(mode(&target), 0o640);
        fs::set_permissions(&target, fs::Permissions::from_mode(0o440)).unwrap();
        // Who may write anything anyway is not kept from it.
        let is_root = fs::OpenOptions::new().write(true).open(&target).is_ok();
        assert!(is_root || matches!(file.edit(&note("y", "z")), Err(NotesError::Io(..))));
    }
}
