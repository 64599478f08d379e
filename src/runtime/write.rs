//! Writing a file so that it is there whole, or the old one still is.

mod attributes;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// How temporary files are called: this, six letters or digits, and [`AFTER`].
const BEFORE: &str = ".fundstelle-";
const AFTER: &str = ".tmp";
const BETWEEN: usize = 6;

/// Puts `bytes` into the file at `path`: written beside it, flushed to the disk, then renamed over it. A file that is
/// there keeps its permissions; through a symbolic link its target is replaced. What is no file (`/dev/stdout`, a
/// pipe) is written to directly.
///
/// Temporary files that processes left there when they were killed are removed.
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
    if metadata.is_file() { replace(&path, bytes, Some(&metadata)) } else { existing.write_all(bytes) }
}

/// The same for a file that only its owner may read, and that is not worth waiting for the disk. What stands there and
/// is no file of ours to write (a link, a pipe, what may not be written to) is left alone.
pub(super) fn write_privately(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(create_privately(path, bytes)?, path)
}

/// The same for a new file, which is worth waiting for the disk.
pub(super) fn write_new_privately(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = create_privately(path, bytes)?;
    file.as_file().sync_all()?;
    put(file, path)
}

/// The same for a file that says by its lock that its writer is still at work: it is locked before it takes its place, and
/// until what is returned is dropped, or the process ends, however that ends.
pub(super) fn write_locked(path: &Path, bytes: &[u8]) -> io::Result<File> {
    Ok(create_privately(path, bytes)?.persist(path)?)
}

fn create_privately(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if !metadata.is_file() || metadata.permissions().readonly() => {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        _ => {}
    }
    let mut options = File::options();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = create_beside(path, &mut options)?;
    file.as_file_mut().write_all(bytes)?;
    Ok(file)
}

fn replace(path: &Path, bytes: &[u8], existing: Option<&fs::Metadata>) -> io::Result<()> {
    stage(path, bytes, existing)?.put()
}

/// A file that is on the disk beside the one whose place it is to take. If it does not, it goes.
#[derive(Debug)]
pub(super) struct Staged {
    file: NamedTempFile,
    path: PathBuf,
}

/// Writes a file beside the one at `path`, no link, and flushes it to the disk. It has the permissions, the group and
/// the extended attributes of the one that exists.
pub(super) fn stage(path: &Path, bytes: &[u8], existing: Option<&fs::Metadata>) -> io::Result<Staged> {
    let mut file = create_beside(path, &mut File::options())?;
    file.as_file_mut().write_all(bytes)?;
    if let Some(existing) = existing {
        attributes::keep_group(file.as_file(), existing);
        attributes::keep_extended(file.as_file(), path);
        file.as_file().set_permissions(existing.permissions())?;
    }
    file.as_file().sync_all()?;
    Ok(Staged { file, path: path.to_owned() })
}

impl Staged {
    /// Takes its place.
    pub(super) fn put(self) -> io::Result<()> {
        put(self.file, &self.path)
    }
}

/// Moves a file into place, or removes it.
fn put(file: NamedTempFile, path: &Path) -> io::Result<()> {
    let file = file.persist(path)?;
    // As long as it is locked, nobody takes it for a leftover.
    drop(file);
    remove_leftovers(path);
    Ok(())
}

/// A new file in the same folder, and so on the same disk, locked.
fn create_beside(path: &Path, options: &mut OpenOptions) -> io::Result<NamedTempFile> {
    path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    options.write(true).create_new(true);
    loop {
        let mut builder = Builder::new();
        builder.prefix(BEFORE).suffix(AFTER).rand_bytes(BETWEEN);
        let file = builder.make_in(folder_of(path), |path| options.open(path))?;
        match file.as_file().try_lock() {
            // Another process looked for leftovers just after it was made, and removes it.
            Err(fs::TryLockError::WouldBlock) => {}
            Ok(()) if is_removed(file.as_file()) => {}
            // Where files cannot be locked no leftovers are removed either.
            Ok(()) | Err(fs::TryLockError::Error(_)) => return Ok(file),
        }
    }
}

/// The folder that a file is in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Whether a file that is open was removed since, or replaced.
#[cfg(unix)]
pub(super) fn is_removed(file: &File) -> bool {
    file.metadata().is_ok_and(|metadata| std::os::unix::fs::MetadataExt::nlink(&metadata) == 0)
}

/// Elsewhere a file that is open cannot be removed.
#[cfg(not(unix))]
pub(super) fn is_removed(_: &File) -> bool {
    false
}

/// Removes the temporary files beside `path` whose process was killed. Whoever is at work holds a lock, which ends with
/// the process, also on another machine and in a container, where its number would say nothing. What cannot be
/// removed stays, and is no obstacle.
fn remove_leftovers(path: &Path) {
    let Ok(entries) = fs::read_dir(folder_of(path)) else { return };
    let target = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    for entry in entries.flatten() {
        let is_ours =
            entry.file_name().to_str().is_some_and(|name| is_temporary(name) || was_temporary(name, target));
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = remove_unlocked(&entry.path());
        }
    }
}

fn remove_unlocked(path: &PathBuf) -> io::Result<()> {
    let file = File::open(path)?;
    file.try_lock()?;
    fs::remove_file(path)
}

/// Whether a file has exactly the name of a temporary file of ours; others are not ours to remove.
fn is_temporary(name: &str) -> bool {
    let between = name.strip_prefix(BEFORE).and_then(|rest| rest.strip_suffix(AFTER));
    between.is_some_and(|between| {
        between.len() == BETWEEN && between.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Whether a file has the name that our temporary files for `target` had before: `.claims.toml.0.tmp`, from 0 to 100.
fn was_temporary(name: &str, target: &str) -> bool {
    let number = name
        .strip_prefix('.')
        .and_then(|rest| rest.strip_prefix(target)?.strip_prefix('.')?.strip_suffix(AFTER));
    number.is_some_and(|number| {
        number.parse::<u8>().is_ok_and(|parsed| parsed <= 100 && parsed.to_string() == number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for each test, removed at the end.
    struct TempFolder(PathBuf);

    impl TempFolder {
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

    impl Drop for TempFolder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_new_file_and_then_another_in_its_place() {
        let folder = TempFolder::new("replace");
        let path = folder.0.join("shot.svg");
        write_atomically(&path, b"one, and long").unwrap();
        write_atomically(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(folder.names(), ["shot.svg"]);
    }

    #[test]
    fn leftovers_of_killed_processes_are_no_obstacle_and_go() {
        let folder = TempFolder::new("leftover");
        for number in 0..=100 {
            fs::write(folder.0.join(format!(".shot.svg.{number}.tmp")), "half").unwrap();
        }
        fs::write(folder.0.join(".fundstelle-a1B2c3.tmp"), "half").unwrap();
        // Whoever made these, they are not ours.
        let others = [
            ".fundstelle-a1B2c3d.tmp",
            ".fundstelle-a1B2c.tmp",
            ".fundstelle-a1_2c3.tmp",
            ".other.svg.0.tmp",
            ".shot.svg.007.tmp",
            ".shot.svg.101.tmp",
            ".shot.svg.swp",
            "fundstelle-a1B2c3.tmp",
            "shot.svg.0.tmp",
        ];
        for name in others {
            fs::write(folder.0.join(name), "theirs").unwrap();
        }
        write_atomically(&folder.0.join("shot.svg"), b"whole").unwrap();
        assert_eq!(fs::read(folder.0.join("shot.svg")).unwrap(), b"whole");
        let mut left: Vec<&str> = others.into_iter().chain(["shot.svg"]).collect();
        left.sort_unstable();
        assert_eq!(folder.names(), left);
    }

    /// Two processes, as the lock belongs to an open file: each takes care of its own and leaves the other's alone.
    #[test]
    fn what_another_process_is_writing_stays() {
        let folder = TempFolder::new("at-work");
        let path = folder.0.join("shot.svg");
        let mut theirs = create_beside(&path, &mut File::options()).unwrap();
        theirs.as_file_mut().write_all(b"theirs").unwrap();
        write_atomically(&path, b"ours").unwrap();
        write_privately(&folder.0.join("state.toml"), b"ours").unwrap();
        assert_eq!(folder.names().len(), 3, "{:?}", folder.names());
        put(theirs, &path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
        assert_eq!(folder.names(), ["shot.svg", "state.toml"]);
    }

    #[test]
    fn many_at_once_each_write_a_whole_file() {
        let folder = TempFolder::new("at-once");
        let path = folder.0.join("shot.svg");
        std::thread::scope(|scope| {
            for letter in b'a'..=b'h' {
                let path = &path;
                scope.spawn(move || {
                    for _ in 0..25 {
                        write_atomically(path, &[letter; 4096]).unwrap();
                        let read = fs::read(path).unwrap();
                        assert!(read.len() == 4096 && read.iter().all(|byte| *byte == read[0]));
                    }
                });
            }
        });
        assert_eq!(folder.names(), ["shot.svg"]);
    }

    #[test]
    fn what_cannot_be_written_leaves_nothing_behind() {
        let folder = TempFolder::new("refused");
        let inside = folder.0.join("folder");
        fs::create_dir(&inside).unwrap();
        assert!(write_atomically(&inside, b"x").is_err());
        assert!(write_atomically(&folder.0.join("nowhere/shot.svg"), b"x").is_err());
        assert_eq!(folder.names(), ["folder"]);
    }

    #[cfg(unix)]
    fn group(path: &Path) -> u32 {
        std::os::unix::fs::MetadataExt::gid(&fs::metadata(path).unwrap())
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = TempFolder::new("permissions");
        let path = folder.0.join("shot.svg");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("shot.svg", folder.0.join("link.svg")).unwrap();
        // Only who may do anything can give a file to a group that is not its own.
        let group = std::os::unix::fs::chown(&path, None, Some(1)).map_or_else(|_| group(&path), |()| 1);
        write_atomically(&folder.0.join("link.svg"), b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(self::group(&path), group);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(folder.0.join("link.svg")).unwrap().is_symlink());
    }

    #[test]
    fn what_is_staged_and_not_put_leaves_all_as_it_was() {
        let folder = TempFolder::new("staged");
        let path = folder.0.join("shot.svg");
        fs::write(&path, "old").unwrap();
        let metadata = fs::metadata(&path).unwrap();
        let staged = stage(&path, b"new", Some(&metadata)).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"old");
        drop(staged);
        assert_eq!(folder.names(), ["shot.svg"]);
        stage(&path, b"new", Some(&metadata)).unwrap().put().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(folder.names(), ["shot.svg"]);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_written_to_as_it_is() {
        write_atomically(Path::new("/dev/null"), b"x").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}
