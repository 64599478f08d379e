//! An author at work: words are marked and become a claim in the file, which is taken back to the byte; what others write
//! meanwhile stays, and what may not be written to is not.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use portable_pty::CommandBuilder;
use rustix::process::Signal;
use tempfile::TempDir;

use super::{FRAME_END, USUAL, quit};
use crate::common::pty::Session;
use crate::common::run::BINARY;

const HEAD: &str = "format = 1\nid = \"valley\"\ntitle = \"Valley\"\n\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n";
const ARTICLE: &str =
    "Old bridge to close\nThe council will close the old bridge in May. The mayor said so on Monday.\n";
const CLAIMS: &str = "# What is asserted.\r\n[[claim]]\r\nid = \"monday\"\r\nassessment = \"open\"\r\nanchors = [\"on Monday\"] # said twice\r\n";
const DOSSIER: &str = "dossier.toml";
const CLAIMS_FILE: &str = "claims.toml";

const MARK: &str = "V";
const ENTER: &str = "\r";
const CLAIM: &str = "c";
const UNDO: &str = "u";
const REDO: &str = "\x12";
const SUGGESTED: &str = "use as";
const MENU: &str = "Marked words";
const FORM: &str = "Assessment";
const WRITTEN: &str = "Written: Claim";
const TAKEN_BACK: &str = "Taken back: Claim";
const MADE_AGAIN: &str = "Redone: Claim";

/// A dossier whose claims stand in a file of their own.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(desk.path("")).expect("a folder");
        for (name, text) in [(DOSSIER, HEAD), ("article.txt", ARTICLE), (CLAIMS_FILE, CLAIMS)] {
            desk.write(name, text);
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join("d").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file")
    }

    /// What lies in the dossier's folder.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("")).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// The program on the dossier, as this shell script starts it.
    fn open_by(&self, script: &str) -> Session {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", script, BINARY]);
        command.arg(self.path(""));
        let state = self.0.path().join("state");
        let mut session = Session::start_keeping(command, USUAL, &state.to_string_lossy());
        session.wait_for("Old bridge");
        session.wait_for_bytes(0, FRAME_END);
        session
    }

    fn open(&self) -> Session {
        self.open_by("exec \"$0\" --lang en \"$1\"")
    }
}

/// Marks the first sentence and opens the form of a claim.
fn begin_claim(session: &mut Session) {
    for (key, shows) in [(MARK, SUGGESTED), (ENTER, MENU), (CLAIM, FORM)] {
        session.press(key);
        session.wait_for(shows);
    }
}

fn write_claim(session: &mut Session) {
    begin_claim(session);
    session.press(ENTER);
    session.wait_for(WRITTEN);
}

#[test]
fn a_claim_is_written_and_taken_back_to_the_byte() {
    let desk = Desk::new();
    let mut session = desk.open();
    write_claim(&mut session);
    let written = desk.read(CLAIMS_FILE);
    let table = written.strip_prefix(CLAIMS).expect("what stood there still does");
    assert!(
        table.starts_with("\r\n[[claim]]\r\n")
            && table.contains("\"The council will close the old bridge in May.\""),
        "{table}"
    );
    assert!(!table.replace("\r\n", "").contains('\n'), "the file's own line ends: {table:?}");
    // It is nobody else's change, and nothing but a key changes the screen again.
    session.watch(Duration::from_millis(400));
    assert!(session.text().contains(WRITTEN), "{}", session.text());
    session.press(UNDO);
    session.wait_for(TAKEN_BACK);
    assert_eq!(desk.read(CLAIMS_FILE), CLAIMS);
    session.press(REDO);
    session.wait_for(MADE_AGAIN);
    assert_eq!(desk.read(CLAIMS_FILE), written);
    assert_eq!((desk.read(DOSSIER).as_str(), desk.read("article.txt").as_str()), (HEAD, ARTICLE));
    assert_eq!(desk.names(), ["article.txt", CLAIMS_FILE, DOSSIER], "nothing is left beside them");
    quit(session);
}

/// What one wrote oneself is known.
#[test]
fn what_one_wrote_is_not_new_the_next_time() {
    let desk = Desk::new();
    quit(desk.open());
    let mut session = desk.open();
    write_claim(&mut session);
    quit(session);
    let mut session = desk.open();
    session.press("W");
    session.wait_for("Nothing is new");
    quit(session);
}

#[test]
fn what_others_write_meanwhile_stays_and_shows() {
    let desk = Desk::new();
    let mut session = desk.open();
    begin_claim(&mut session);
    let theirs = format!(
        "{CLAIMS}\r\n[[gap]]\r\nid = \"cost\"\r\ntext = \"What it costs\"\r\nsearched = \"The article.\"\r\n"
    );
    desk.write(CLAIMS_FILE, &theirs);
    session.press(ENTER);
    session.wait_for(WRITTEN);
    assert!(desk.read(CLAIMS_FILE).starts_with(&theirs), "{}", desk.read(CLAIMS_FILE));
    // And after it.
    let later = format!("# Theirs too.\r\n{}", desk.read(CLAIMS_FILE));
    desk.write(CLAIMS_FILE, &later);
    session.press(UNDO);
    session.wait_for(TAKEN_BACK);
    assert_eq!(desk.read(CLAIMS_FILE), format!("# Theirs too.\r\n{theirs}"));
    quit(session);
}

#[test]
fn an_editor_that_has_the_file_is_asked_about_and_may_be_passed_over() {
    let desk = Desk::new();
    let mut session = desk.open();
    let swap = format!(".{CLAIMS_FILE}.swp");
    desk.write(&swap, "");
    begin_claim(&mut session);
    session.press("It closes.");
    session.wait_for("It closes.");
    session.press(ENTER);
    session.wait_for(&swap);
    assert_eq!(desk.read(CLAIMS_FILE), CLAIMS);
    session.press(ENTER);
    session.wait_for(WRITTEN);
    assert!(desk.read(CLAIMS_FILE).contains("It closes."));
    quit(session);
}

/// Nothing is written, and the words that were typed are still there.
fn refused(desk: &Desk, mut session: Session, why: &str) {
    begin_claim(&mut session);
    session.press("It closes.");
    session.wait_for("It closes.");
    session.press(ENTER);
    session.wait_for(why);
    assert!(session.text().contains("It closes."), "{}", session.text());
    assert_eq!(desk.read(CLAIMS_FILE), CLAIMS);
    assert_eq!(desk.names(), ["article.txt", CLAIMS_FILE, DOSSIER]);
    session.signal(Signal::TERM);
    assert_eq!(session.end().status.signal(), Some("Terminated"));
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
}

#[test]
fn what_is_read_only_is_not_written_to() {
    let desk = Desk::new();
    set_mode(&desk.path(CLAIMS_FILE), 0o444);
    refused(&desk, desk.open(), "claims.toml is read-only");
    set_mode(&desk.path(CLAIMS_FILE), 0o644);
    set_mode(&desk.path(""), 0o555);
    refused(&desk, desk.open(), "the folder of claims.toml");
    set_mode(&desk.path(""), 0o755);
}

/// Files may have 512 bytes; with the claim this one would have more.
#[test]
fn a_disk_that_is_full_leaves_the_file_as_it_was() {
    let desk = Desk::new();
    let room = "#".repeat(509 - CLAIMS.len());
    let claims = format!("{CLAIMS}{room}\r\n");
    desk.write(CLAIMS_FILE, &claims);
    let mut session = desk.open_by("export FUNDSTELLE_STATE=off; ulimit -f 1; exec \"$0\" --lang en \"$1\"");
    begin_claim(&mut session);
    session.press(ENTER);
    session.wait_for("Not written: claims.toml");
    assert_eq!(desk.read(CLAIMS_FILE), claims);
    assert_eq!(desk.names(), ["article.txt", CLAIMS_FILE, DOSSIER]);
    session.signal(Signal::TERM);
    session.end();
}

/// Whenever it is killed, the file is whole; and what it left beside it goes with the next writing.
#[test]
fn killed_in_the_midst_of_writing_it_leaves_a_whole_file() {
    let desk = Desk::new();
    let mut session = desk.open();
    write_claim(&mut session);
    let written = desk.read(CLAIMS_FILE);
    quit(session);
    for _ in 0..6 {
        desk.write(CLAIMS_FILE, CLAIMS);
        let mut session = desk.open();
        write_claim(&mut session);
        let mark = session.written();
        session.press(&format!("{UNDO}{REDO}").repeat(400));
        session.wait_until("the first of them drawn", |session| session.count(mark, FRAME_END) > 0);
        session.signal(Signal::KILL);
        session.end();
        let left = desk.read(CLAIMS_FILE);
        assert!(left == CLAIMS || left == written, "{left}");
    }
    desk.write(CLAIMS_FILE, CLAIMS);
    let mut session = desk.open();
    write_claim(&mut session);
    assert_eq!(desk.names(), ["article.txt", CLAIMS_FILE, DOSSIER]);
    quit(session);
}
