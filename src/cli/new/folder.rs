//! A folder that is made and filled, or not there at all.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::cli::io::shown;

/// A folder that is empty so far. What was made of it goes again unless it is filled.
#[derive(Debug)]
pub(super) struct NewFolder {
    path: PathBuf,
    /// The folders that were not there, the outermost first.
    made: Vec<PathBuf>,
    /// The files that were written into it.
    written: Vec<PathBuf>,
}

/// Why there is no new folder.
#[derive(Debug, thiserror::Error)]
pub(super) enum FolderError {
    /// There is something in it.
    #[error("{0} is not empty, and nothing is written over: name a folder that is not there yet")]
    Taken(String),
    /// A file or the like stands in its place.
    #[error("{0} is no folder, and nothing is written over: name one that is not there yet")]
    NoFolder(String),
    /// The system refuses.
    #[error("{0} could not be made: {1}; nothing is left of it, give it another place")]
    Io(String, #[source] io::Error),
}

impl NewFolder {
    /// Makes the folder, or takes one that is there and empty.
    pub(super) fn make(path: &Path) -> Result<Self, FolderError> {
        let failed = |error| FolderError::Io(shown(path), error);
        let mut folder = Self { path: path.to_owned(), made: Vec::new(), written: Vec::new() };
        match fs::read_dir(path) {
            Ok(mut entries) => {
                return match entries.next() {
                    None => Ok(folder),
                    Some(_) => Err(FolderError::Taken(shown(path))),
                };
            }
            Err(_) if fs::symlink_metadata(path).is_ok_and(|found| !found.is_dir()) => {
                return Err(FolderError::NoFolder(shown(path)));
            }
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
            Err(_) => {}
        }
        let missing = path.ancestors().take_while(|path| !path.as_os_str().is_empty() && !path.exists());
        let missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        for path in missing.into_iter().rev() {
            fs::create_dir(&path).map_err(failed)?;
            folder.made.push(path);
        }
        Ok(folder)
    }

    /// Writes these files into it. After an error nothing of it is left.
    pub(super) fn fill(mut self, files: &[(String, Vec<u8>)]) -> Result<(), FolderError> {
        for (name, bytes) in files {
            let path = self.path.join(name);
            let write = |file: io::Result<File>| -> io::Result<()> {
                let mut file = file?;
                file.write_all(bytes)?;
                file.sync_all()
            };
            let file = File::options().write(true).create_new(true).open(&path);
            if file.is_ok() {
                self.written.push(path.clone());
            }
            write(file).map_err(|error| FolderError::Io(shown(&path), error))?;
        }
        self.written.clear();
        self.made.clear();
        Ok(())
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        // What cannot be removed stays; the error that led here is the one to be reported.
        for path in &self.written {
            let _ = fs::remove_file(path);
        }
        for path in self.made.iter().rev() {
            let _ = fs::remove_dir(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Vec<(String, Vec<u8>)> {
        names.iter().map(|name| ((*name).to_owned(), name.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_folder_is_made_with_those_above_it_and_filled() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("a/b");
        NewFolder::make(&path).unwrap().fill(&files(&["x", "y"])).unwrap();
        assert_eq!(fs::read(path.join("y")).unwrap(), b"y");
    }

    #[test]
    fn of_one_that_cannot_be_filled_nothing_is_left() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("a/b");
        // The second stands in no folder that is there.
        let error = NewFolder::make(&path).unwrap().fill(&files(&["x", "no/y"])).unwrap_err();
        assert!(matches!(error, FolderError::Io(..)), "{error}");
        assert!(!place.path().join("a").exists());
        // An empty folder was there before, and stays.
        let error = NewFolder::make(place.path()).unwrap().fill(&files(&["x", "no/y"])).unwrap_err();
        assert!(matches!(error, FolderError::Io(..)), "{error}");
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
    }

    #[test]
    fn nothing_is_written_over() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("a");
        fs::write(&path, "theirs").unwrap();
        assert!(matches!(NewFolder::make(&path), Err(FolderError::NoFolder(..))));
        assert!(matches!(NewFolder::make(place.path()), Err(FolderError::Taken(..))));
        let empty = place.path().join("empty");
        fs::create_dir(&empty).unwrap();
        let folder = NewFolder::make(&empty).unwrap();
        // Somebody was quicker.
        fs::write(empty.join("y"), "theirs").unwrap();
        assert!(folder.fill(&files(&["x", "y"])).is_err());
        assert_eq!(fs::read(empty.join("y")).unwrap(), b"theirs");
        assert!(!empty.join("x").exists());
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
    }
}
