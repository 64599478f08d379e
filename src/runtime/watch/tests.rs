//! What the thread reports of a dossier that we write into ourselves.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::edit::{Change, NewTable, Step, TableKind, Value};
use crate::load::{Folder, load_with_fingerprint};
use crate::runtime::authoring;

const HEAD: &str =
    "format = 1\nid = \"valley\"\ntitle = \"Valley\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";
const CLAIM: &str = "\n[[claim]]\nid = \"theirs\"\nassessment = \"open\"\nanchors = [\"in May\"]\n";
/// Far longer than anything takes, for machines that are busy with other things.
const DEADLINE: Duration = Duration::from_secs(20);

struct Desk {
    folder: TempDir,
    handle: ReloadHandle,
    reports: Receiver<Incoming>,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("dossier.toml"), HEAD).unwrap();
        fs::write(folder.path().join("a.txt"), "Old bridge to close\nThe council closes it in May.\n")
            .unwrap();
        let (loaded, seen) = load_with_fingerprint(&Folder::open(folder.path()).unwrap());
        loaded.unwrap();
        let (sender, reports) = mpsc::channel();
        let source = Source::Watched(WatchedDossier::new(folder.path(), seen));
        Self { handle: watch(source, sender).unwrap(), folder, reports }
    }

    fn head(&self) -> PathBuf {
        self.folder.path().join("dossier.toml")
    }

    /// Writes a claim with this id, and says the hash of the files as they are then.
    fn write(&self, id: &str) -> Option<u64> {
        let change = claim(id);
        let write = |path: &Path| authoring::write(path, &change, false);
        self.handle.write(write).unwrap().1
    }

    /// What is reported until a request is answered.
    fn reports(&self) -> Vec<(Reload, ReadAt)> {
        self.handle.request();
        let mut all = Vec::new();
        while let Ok(Incoming::Reload(reload, at)) = self.reports.recv_timeout(DEADLINE) {
            if matches!(reload, Reload::Same) {
                return all;
            }
            let is_answer = matches!(reload, Reload::Read(_));
            all.push((reload, at));
            if is_answer {
                return all;
            }
        }
        panic!("the request is not answered: {all:?}");
    }
}

fn claim(id: &str) -> Change {
    let text = |text: &str| Value::Text(text.to_owned());
    let keys = [
        ("id", text(id)),
        ("assessment", text("open")),
        ("anchors", Value::List(vec![text("The council closes it")])),
    ];
    let keys = keys.map(|(key, value)| (key.to_owned(), value)).to_vec();
    Change { steps: vec![Step::Table(NewTable { kind: TableKind::Claim, keys })], ..Change::default() }
}

#[test]
fn what_we_write_is_not_reported_as_the_change_of_somebody_else() {
    let desk = Desk::new();
    for id in ["one", "two", "three"] {
        let digest = desk.write(id);
        assert!(desk.reports().is_empty());
        let (_, now) = load_with_fingerprint(&Folder::open(desk.folder.path()).unwrap());
        assert_eq!(digest, Some(now.digest()), "what the dossier holds is known to the reader");
    }
}

#[test]
fn what_somebody_else_writes_after_us_is_reported_with_what_we_wrote() {
    let desk = Desk::new();
    desk.write("ours");
    let text = fs::read_to_string(desk.head()).unwrap();
    fs::write(desk.head(), text + CLAIM).unwrap();
    let reports = desk.reports();
    let [(Reload::Read(loaded), at)] = &reports[..] else { panic!("{reports:?}") };
    assert_eq!(loaded.dossier.claims.len(), 2);
    assert!(matches!(desk.handle.sifted(Reload::Read(loaded.clone()), *at), Reload::Read(_)));
}

/// It was read, then we wrote, then main comes to it: what it shows is newer already.
#[test]
fn what_was_read_before_we_wrote_is_not_shown_after() {
    let desk = Desk::new();
    fs::write(desk.head(), format!("{HEAD}{CLAIM}")).unwrap();
    let mut reports = desk.reports();
    let (reload, at) = reports.pop().unwrap();
    assert!(matches!(reload, Reload::Read(_)));
    desk.write("ours");
    assert!(matches!(desk.handle.sifted(reload, at), Reload::Same));
    let text = fs::read_to_string(desk.head()).unwrap();
    assert!(text.contains("theirs") && text.contains("ours"));
    assert!(matches!(desk.handle.sifted(Reload::Unwatched, at), Reload::Unwatched), "that is still so");
}

#[test]
fn what_is_no_file_is_not_written_to() {
    let (sender, _reports) = mpsc::channel();
    for (source, why) in [(Source::Shipped, Refused::Shipped), (Source::Stream, Refused::Stream)] {
        let handle = watch(source, sender.clone()).unwrap();
        assert_eq!(handle.write(|_| panic!("there is no path")).unwrap_err(), why);
    }
}
