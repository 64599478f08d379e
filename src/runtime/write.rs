//! Writing a file so that it is there whole, or the old one still is.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Puts `bytes` into the file at `path`: written beside it, flushed to the disk, then renamed over it. A file that is
/// there keeps its permissions; through a symbolic link its target is replaced. What is no file (`/dev/stdout`, a
/// pipe) is written to directly.
///
/// # Errors
///
/// Those of creating, writing and renaming, and that of opening a file which may not be written to. Nothing is left
/// behind then.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let Ok(path) = fs::canonicalize(path) else {
        return replace(path, bytes, None);
    };
    // Renaming would replace a read-only file without a word, so it is asked first.
    let mut existing = OpenOptions::new().write(true).open(&path)?;
    let metadata = existing.metadata()?;
    if metadata.is_file() {
        replace(&path, bytes, Some(metadata.permissions()))
    } else {
        existing.write_all(bytes)
    }
}

/// The same for a file that only its owner may read, and that is not worth waiting for the disk. What stands there and
/// is no file of ours to write (a link, a pipe, what may not be written to) is left alone.
pub(super) fn write_privately(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if !metadata.is_file() || metadata.permissions().readonly() => {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        _ => {}
    }
    let mut options = File::options();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let (temporary, mut file) = create_beside(path, &mut options)?;
    put(&temporary, path, file.write_all(bytes))
}

fn replace(path: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    let (temporary, mut file) = create_beside(path, &mut File::options())?;
    put(&temporary, path, fill(&mut file, bytes, permissions))
}

/// Lets a file take its place once it is written, or removes it.
fn put(temporary: &Path, path: &Path, written: io::Result<()>) -> io::Result<()> {
    let written = written.and_then(|()| fs::rename(temporary, path));
    if written.is_err() {
        let _ = fs::remove_file(temporary);
    }
    written
}

/// A new file in the same folder, and so on the same disk. Names already taken, by a process that was killed or by
/// one at work, are passed over.
fn create_beside(path: &Path, options: &mut OpenOptions) -> io::Result<(PathBuf, File)> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut attempt = 0;
    loop {
        let mut temporary = OsString::from(".");
        temporary.push(name);
        temporary.push(format!(".{attempt}.tmp"));
        let temporary = path.with_file_name(temporary);
        match options.write(true).create_new(true).open(&temporary) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < 100 => attempt += 1,
            opened => return Ok((temporary, opened?)),
        }
    }
}

fn fill(file: &mut File, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for each test, removed at the end.
    struct Folder(PathBuf);

    impl Folder {
        fn new(test: &str) -> Self {
            let path = std::env::temp_dir().join(format!("fundstelle-write-{test}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).unwrap();
            let mut names: Vec<String> =
                entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_new_file_and_then_another_in_its_place() {
        let folder = Folder::new("replace");
        let path = folder.0.join("shot.svg");
        write_atomically(&path, b"one, and long").unwrap();
        write_atomically(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(folder.names(), ["shot.svg"]);
    }

    #[test]
    fn a_leftover_of_a_killed_process_is_no_obstacle() {
        let folder = Folder::new("leftover");
        fs::write(folder.0.join(".shot.svg.0.tmp"), "half").unwrap();
        write_atomically(&folder.0.join("shot.svg"), b"whole").unwrap();
        assert_eq!(fs::read(folder.0.join("shot.svg")).unwrap(), b"whole");
        assert_eq!(fs::read(folder.0.join(".shot.svg.0.tmp")).unwrap(), b"half");
    }

    #[test]
    fn what_cannot_be_written_leaves_nothing_behind() {
        let folder = Folder::new("refused");
        let inside = folder.0.join("folder");
        fs::create_dir(&inside).unwrap();
        assert!(write_atomically(&inside, b"x").is_err());
        assert!(write_atomically(&folder.0.join("nowhere/shot.svg"), b"x").is_err());
        assert_eq!(folder.names(), ["folder"]);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = Folder::new("permissions");
        let path = folder.0.join("shot.svg");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("shot.svg", folder.0.join("link.svg")).unwrap();
        write_atomically(&folder.0.join("link.svg"), b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(folder.0.join("link.svg")).unwrap().is_symlink());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_written_to_as_it_is() {
        write_atomically(Path::new("/dev/null"), b"x").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}
