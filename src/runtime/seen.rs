//! What a dossier held when it was last open: a file of its own beside the one that records where the reader left off.
//!
//! Its first line names the dossier and says by a hash from which files it was read, so that opening a dossier that has not
//! changed reads nothing further. Like that other file it is a convenience: one that is broken, foreign or of another
//! version is ignored, and a write that fails is given up.

use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::private::{MAX_BYTES, create_private};
use super::state::{SEEN, StateFile};
use super::watch::WatchedDossier;
use super::write::write_privately;
use crate::app::LastSeen;
use crate::dossier::Dossier;
use crate::dossier::news::Snapshot;
use crate::load;
use crate::protocol::holdings;

const VERSION: u32 = 1;

/// The most bytes of what a dossier held. Of one that holds more only the first line is written: the next opening then has
/// nothing to compare with.
const MAX_SNAPSHOT: usize = 1 << 19;

/// The first line.
#[derive(Serialize, Deserialize)]
struct Head {
    version: u32,
    dossier: String,
    /// Of the files it was read from.
    digest: u64,
}

/// The file that records what one dossier held.
#[derive(Clone, Debug)]
pub(super) struct SeenFile {
    path: PathBuf,
    dossier: String,
}

impl SeenFile {
    fn new(state: &StateFile) -> Self {
        Self { path: state.beside(SEEN), dossier: state.dossier().to_owned() }
    }

    /// What is recorded, if that is not what these files say.
    fn read(&self, digest: u64) -> LastSeen {
        self.try_read(digest).unwrap_or_default()
    }

    fn try_read(&self, digest: u64) -> Option<LastSeen> {
        // Opening a pipe would wait for a writer.
        if !fs::symlink_metadata(&self.path).ok()?.is_file() {
            return None;
        }
        let mut file = BufReader::new(File::open(&self.path).ok()?);
        let mut head = String::new();
        file.by_ref().take(MAX_BYTES).read_line(&mut head).ok()?;
        let head: Head = serde_json::from_str(&head).ok()?;
        if head.version != VERSION || head.dossier != self.dossier {
            return None;
        }
        if head.digest == digest {
            return Some(LastSeen::Same);
        }
        let mut body = String::new();
        file.take(MAX_SNAPSHOT as u64 + 1).read_to_string(&mut body).ok()?;
        if body.len() > MAX_SNAPSHOT {
            return None;
        }
        let snapshot: Snapshot = serde_json::from_str(&body).ok()?;
        Some(LastSeen::Earlier(Arc::new(snapshot)))
    }

    fn write(&self, digest: u64, dossier: &Arc<Dossier>) -> io::Result<()> {
        let head = Head { version: VERSION, dossier: self.dossier.clone(), digest };
        let mut text = serde_json::to_string(&head)? + "\n";
        let body = serde_json::to_string(&holdings::snapshot(dossier))?;
        if body.len() <= MAX_SNAPSHOT {
            text.push_str(&body);
        }
        create_private(self.path.parent().ok_or(io::ErrorKind::InvalidInput)?)?;
        write_privately(&self.path, text.as_bytes())
    }
}

/// What a dossier holds now, to be written at the end.
#[derive(Clone, Debug)]
pub(super) struct Holdings {
    file: SeenFile,
    digest: u64,
    dossier: Arc<Dossier>,
}

impl Holdings {
    /// Writes it.
    pub(super) fn write(&self) -> io::Result<()> {
        self.file.write(self.digest, &self.dossier)
    }
}

/// What the open dossier held when it was last open, and whether that has been asked for.
#[derive(Debug)]
pub(super) struct Seen {
    /// None where nothing is kept, and on the speaker's screen.
    file: Option<SeenFile>,
    /// Of the files of the open dossier; of the shipped one it is computed when it is asked for.
    digest: Option<u64>,
    /// What the file says of them.
    recorded: Option<u64>,
    is_compared: bool,
}

impl Seen {
    /// Of a dossier whose state is kept there, and that was read from there; from the program itself where it is the
    /// shipped one.
    pub(super) fn new(state: Option<&StateFile>, source: Option<&WatchedDossier>) -> Self {
        let digest = source.and_then(WatchedDossier::digest);
        Self { file: state.map(SeenFile::new), digest, recorded: None, is_compared: false }
    }

    /// What the dossier held when it was last open; none if that has been asked for, or nothing is kept.
    pub(super) fn compare(&mut self) -> Option<LastSeen> {
        let file = self.file.as_ref().filter(|_| !self.is_compared)?;
        self.is_compared = true;
        let digest = *self.digest.get_or_insert_with(|| load::digest(&load::shipped()));
        let seen = file.read(digest);
        self.recorded = matches!(seen, LastSeen::Same).then_some(digest);
        Some(seen)
    }

    /// The dossier was read again, from other files.
    pub(super) fn reread(&mut self, digest: Option<u64>) {
        self.digest = digest.or(self.digest);
    }

    /// What is to be written at the end; none where the file says so already, and as long as the reader cannot have been
    /// told what is new.
    pub(super) fn holdings(&self, dossier: &Arc<Dossier>) -> Option<Holdings> {
        let (Some(file), Some(digest), true) = (&self.file, self.digest, self.is_compared) else {
            return None;
        };
        let is_recorded = self.recorded == Some(digest);
        (!is_recorded).then(|| Holdings { file: file.clone(), digest, dossier: Arc::clone(dossier) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Loaded, fixture, load};

    fn dossier() -> Arc<Dossier> {
        let Loaded { dossier, .. } = load(&fixture()).expect("it loads");
        dossier
    }

    fn file(folder: &tempfile::TempDir) -> SeenFile {
        SeenFile { path: folder.path().join("state/bridge.seen"), dossier: "bridge".to_owned() }
    }

    #[test]
    fn what_is_written_is_read_again_unless_the_files_are_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, dossier) = (file(&folder), dossier());
        assert!(matches!(file.read(7), LastSeen::Unknown), "there is none yet");
        file.write(7, &dossier).expect("it can be written");
        assert!(matches!(file.read(7), LastSeen::Same));
        let LastSeen::Earlier(read) = file.read(8) else { panic!("it is read") };
        assert_eq!(*read, holdings::snapshot(&dossier));
        assert!(read.since(&holdings::snapshot(&dossier)).is_empty());
    }

    #[test]
    fn what_is_no_file_of_ours_is_passed_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let (file, dossier) = (file(&folder), dossier());
        file.write(7, &dossier).expect("it can be written");
        let written = fs::read_to_string(&file.path).expect("it is there");
        let (head, body) = written.split_once('\n').expect("two lines");
        for content in [
            String::new(),
            "{}\n{}".to_owned(),
            written.replace("\"version\":1", "\"version\":2"),
            written.replace("\"bridge\"", "\"another\""),
            format!("{head}\n"),
            format!("{head}\n{}", &body[..body.len() / 2]),
            format!("{head}\n{}", "[".repeat(60_000)),
            format!("{head}\n{body}{}", " ".repeat(MAX_SNAPSHOT)),
        ] {
            fs::write(&file.path, &content).expect("it can be written");
            assert!(matches!(file.read(8), LastSeen::Unknown), "{content:.80}");
        }
        fs::write(&file.path, [0xff, 0xfe, b'\n']).expect("it can be written");
        assert!(matches!(file.read(8), LastSeen::Unknown));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_look() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let file = file(&folder);
        file.write(7, &dossier()).expect("it can be written");
        let mode = fs::metadata(&file.path).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
