//! What a screen of a talk writes for the other one: what it shows, and when that came.
//!
//! The file may be anybody's: a process that was killed, another version of the program, or worse. Only what is whole, of
//! this version and about this dossier counts, and only while whoever wrote it still holds its lock.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::protocol::position::Position;
use crate::runtime::private::read_small;
use crate::runtime::write::is_removed;

const VERSION: u32 = 1;

/// How often a file that is being replaced is opened again.
const MAX_TRIES: usize = 8;

/// What a screen shows. Times are in milliseconds since 1970.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::runtime) struct Record {
    version: u32,
    /// The dossier, as state files name it.
    dossier: String,
    /// How many times the talk has moved, on whichever screen: of two records the one that counts more is newer.
    pub(super) count: u64,
    /// When the talk began.
    pub(super) began: u64,
    /// When the stop was first shown.
    pub(super) shown: u64,
    /// What is shown.
    pub(super) position: Position,
}

/// What stands at the path of a screen's file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::runtime) enum Found {
    /// Nothing, or what a process that has ended left behind.
    Nobody,
    /// A process holds it, but it is no record that this one understands.
    Somebody,
    /// A process holds it and shows this.
    Shows(Record),
}

impl Record {
    /// A record of a dossier.
    pub(super) fn new(dossier: &str, count: u64, (began, shown): (u64, u64), position: Position) -> Self {
        Self { version: VERSION, dossier: dossier.to_owned(), count, began, shown, position }
    }

    /// The record as it stands in a file.
    pub(super) fn text(&self) -> Option<String> {
        toml::to_string(self).ok()
    }

    /// Reads a record of this dossier.
    fn parse(text: &str, dossier: &str) -> Option<Self> {
        let record: Self = toml::from_str(text).ok()?;
        (record.version == VERSION && record.dossier == dossier).then_some(record)
    }
}

/// Reads the file of a screen. A lock belongs to the process and ends with it, however it ends: so a record without one is
/// stale, and nobody has to write now and then to say that they are still there.
pub(super) fn find(path: &Path, dossier: &str) -> Found {
    for _ in 0..MAX_TRIES {
        // Opening a pipe would wait for a writer, and a link leads to what is not ours.
        let is_file = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file());
        let Some(file) = is_file.then(|| File::open(path).ok()).flatten() else { return Found::Nobody };
        match file.try_lock_shared() {
            Err(TryLockError::WouldBlock) => {
                let record = read_small(&file).and_then(|text| Record::parse(&text, dossier));
                return record.map_or(Found::Somebody, Found::Shows);
            }
            // It was replaced just now.
            Ok(()) if is_removed(&file) => {}
            Ok(()) | Err(TryLockError::Error(_)) => return Found::Nobody,
        }
    }
    Found::Nobody
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::protocol::position::StopMark;
    use crate::runtime::write::write_locked;

    const DOSSIER: &str = "/somewhere/bridge";

    fn record(count: u64) -> Record {
        let stop = StopMark {
            number: 6,
            title: "Was „Brücke\"\n heißt \\ '''".to_owned(),
            select: Some("claim:one-quarter".to_owned()),
        };
        let position = Position { points: 2, black: true, details: false, reading: false, stop };
        Record::new(DOSSIER, count, (1_764_428_379_000, 1_764_428_400_123), position)
    }

    #[test]
    fn a_record_counts_while_its_writer_holds_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bridge.speaker");
        assert_eq!(find(&path, DOSSIER), Found::Nobody);
        let first = write_locked(&path, record(1).text().unwrap().as_bytes()).unwrap();
        assert_eq!(find(&path, DOSSIER), Found::Shows(record(1)));
        let second = write_locked(&path, record(2).text().unwrap().as_bytes()).unwrap();
        drop(first);
        assert_eq!(find(&path, DOSSIER), Found::Shows(record(2)));
        assert_eq!(find(&path, "/elsewhere/bridge"), Found::Somebody, "another dossier's");
        drop(second);
        assert!(path.is_file());
        assert_eq!(find(&path, DOSSIER), Found::Nobody, "its writer has ended");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_of_ours_is_passed_over_and_ours_is_private() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.speaker"), folder.path().join("b.speaker"));
        let _held = write_locked(&path, record(1).text().unwrap().as_bytes()).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        symlink(&path, &link).unwrap();
        assert_eq!(find(&link, DOSSIER), Found::Nobody);
        assert!(write_locked(&link, b"x").is_err());
        assert_eq!(find(folder.path(), DOSSIER), Found::Nobody);
    }

    #[test]
    fn what_is_broken_or_of_another_version_is_no_record() {
        let text = record(3).text().unwrap();
        assert_eq!(Record::parse(&text, DOSSIER), Some(record(3)));
        for other in [
            String::new(),
            text.replace("version = 1", "version = 2"),
            text.replace("count = 3", "count = -3"),
            text.replace("points = 2", "points = \"2\""),
            text.replace("black = true\n", ""),
            text[..text.len() / 2].to_owned(),
            format!("new = 1\n{text}"),
            "[".repeat(5000),
        ] {
            assert_eq!(Record::parse(&other, DOSSIER), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_no_record(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("bridge.speaker");
            let _held = write_locked(&path, &bytes).unwrap();
            prop_assert_eq!(find(&path, DOSSIER), Found::Somebody);
        }

        /// A record of which some bytes were changed is none, or one that can be written and read again.
        #[test]
        fn any_damage_is_borne(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
            let mut bytes = record(3).text().unwrap().into_bytes();
            for (place, byte) in changes {
                let place = place.index(bytes.len());
                bytes[place] = byte;
            }
            if let Some(read) = std::str::from_utf8(&bytes).ok().and_then(|text| Record::parse(text, DOSSIER)) {
                prop_assert_eq!(Record::parse(&read.text().unwrap(), DOSSIER), Some(read));
            }
        }
    }
}
