//! A dossier on disk that is open while its author writes: each saved change shows by itself, however the editor saves.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::{BINARY, FRAME_END, QUIT, USUAL, assert_whole_after, processor_ticks};
use crate::pty::{Session, Size};

const HEAD: &str = r#"format = 1
id = "valley"
title = "Valley"
[article]
file = "article.txt"
language = "en"
"#;
const ARTICLE: &str = "Old bridge to close\nThe council will close the old bridge in May.\n";
const ARTICLE_FILE: &str = "article.txt";
const DOSSIER: &str = "dossier.toml";

fn actor(name: &str, anchor: &str) -> String {
    format!(
        "{HEAD}[[actor]]\nid = \"council\"\nkind = \"government\"\nname = \"{name}\"\naliases = [\"council\"]\nprominent = true\nrole = \"Decides.\"\nanchors = [\"{anchor}\"]\n"
    )
}

fn dossier(name: &str) -> String {
    actor(name, "The council will close the old bridge")
}

/// A folder with a dossier, removed at the end.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        desk.write(ARTICLE_FILE, ARTICLE);
        desk.write(DOSSIER, &dossier("Council one"));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file");
    }

    /// The program, reading what lies there under this name.
    fn read(&self, name: &str, shows: &str) -> Session {
        const WIDE: Size = USUAL;
        let mut command = CommandBuilder::new(BINARY);
        command.args(["--lang", "en"]);
        command.arg(self.path(name));
        let mut session = Session::start(command, WIDE);
        session.wait_for(shows);
        session.wait_for_bytes(0, FRAME_END);
        session
    }

    fn open(&self) -> Session {
        self.read("", "Council one")
    }
}

fn quit(mut session: Session) {
    session.press(QUIT);
    assert_whole_after(&session.end());
}

#[test]
fn each_way_of_saving_shows() {
    let desk = Desk::new();
    let mut session = desk.open();
    desk.write(DOSSIER, &dossier("Written in place"));
    session.wait_for("Written in place");

    desk.write("dossier.toml.tmp", &dossier("Put in its place"));
    fs::rename(desk.path("dossier.toml.tmp"), desk.path(DOSSIER)).expect("renamed");
    session.wait_for("Put in its place");

    fs::rename(desk.path(DOSSIER), desk.path("dossier.toml~")).expect("renamed");
    desk.write(DOSSIER, &dossier("Made anew"));
    session.wait_for("Made anew");

    fs::remove_file(desk.path(DOSSIER)).expect("removed");
    desk.write(DOSSIER, &dossier("Deleted first"));
    session.wait_for("Deleted first");

    let text = dossier("Written in pieces");
    let mut file = OpenOptions::new().write(true).truncate(true).open(desk.path(DOSSIER)).expect("the file");
    for piece in text.as_bytes().chunks(40) {
        file.write_all(piece).expect("written");
        file.sync_all().expect("written");
    }
    drop(file);
    session.wait_for("Written in pieces");
    assert!(!session.text().contains("not read"));

    // A file that was looked for in vain.
    desk.write("claims.toml", "[[claim]]\nid = \"c\"\ntext = \"It closes.\"\nanchors = [\"in May\"]\n");
    session.press("5");
    session.wait_for("It closes.");
    quit(session);
}

#[test]
fn the_article_itself_may_change_and_the_selection_stays() {
    let desk = Desk::new();
    let mut session = desk.open();
    session.press("2j");
    session.wait_for("Council one · ");
    desk.write(ARTICLE_FILE, &ARTICLE.replace("\nThe", "\nA line was put in here.\nThe"));
    session.wait_for("A line was put in here.");
    assert!(session.text().contains("Council one · ") && !session.text().contains("! 1 error"));
    // Words that bear something and no longer stand there are an error.
    desk.write(ARTICLE_FILE, &ARTICLE.replace("will close", "keeps"));
    session.wait_for("! 1 error (e)");
    session.press("e");
    session.wait_for("dossier.toml:");
    desk.write(DOSSIER, &actor("Council one", "The council keeps the old bridge"));
    session.wait_for("neither errors nor warnings");
    session.press("e");
    quit(session);
}

#[test]
fn what_is_broken_keeps_what_was_until_it_is_mended() {
    let desk = Desk::new();
    let mut session = desk.open();
    desk.write(DOSSIER, &dossier("Council two").replace("kind = ", "kind "));
    session.wait_for("! not read: 1 error (e)");
    assert!(session.text().contains("Council one"));
    session.press("e");
    session.wait_for("dossier.toml:9:");
    session.press("\x1b");
    session.wait_until("the list closed", |session| !session.text().contains("dossier.toml:9:"));
    desk.write(DOSSIER, &dossier("Council two"));
    session.wait_for("Council two");
    assert!(!session.text().contains("not read"));

    // The folder itself goes and comes back.
    let away = desk.0.path().with_extension("away");
    fs::rename(desk.0.path(), &away).expect("moved");
    session.wait_for("! not read: 1 error (e)");
    fs::rename(&away, desk.0.path()).expect("moved back");
    session.wait_until("what is there again", |session| !session.text().contains("not read"));
    desk.write(DOSSIER, &dossier("Council three"));
    session.wait_for("Council three");
    quit(session);
}

/// Without its head a dossier is not the article that is left: it is not read.
#[test]
fn a_dossier_whose_head_is_missing_stays_one() {
    let desk = Desk::new();
    let mut session = desk.open();
    session.press("2j");
    session.wait_for("Council one · ");
    fs::rename(desk.path(DOSSIER), desk.path("dossier.toml~")).expect("renamed");
    session.wait_for("! not read: 1 error (e)");
    assert!(session.text().contains("Council one · "));
    session.press("e");
    session.wait_for("this file is no longer there");
    session.press("\x1b");
    session.wait_until("the list closed", |session| !session.text().contains("no longer there"));
    fs::rename(desk.path("dossier.toml~"), desk.path(DOSSIER)).expect("renamed");
    session.wait_until("what is there again", |session| !session.text().contains("not read"));
    assert!(session.text().contains("Council one · "));
    desk.write(DOSSIER, &dossier("Council two"));
    session.wait_for("Council two · ");
    quit(session);
}

#[test]
fn an_article_alone_is_watched_too() {
    let desk = Desk::new();
    desk.write("alone.md", "# A heading\n\nFirst words.\n");
    let mut session = desk.read("alone.md", "First words.");
    desk.write("alone.md", "# A heading\n\nOther words.\n");
    session.wait_for("Other words.");
    fs::remove_file(desk.path("alone.md")).expect("removed");
    session.wait_for("! not read");
    desk.write("alone.md", "# A heading\n\nLast words.\n");
    session.wait_for("Last words.");
    quit(session);
}

#[test]
fn what_does_not_concern_the_dossier_is_not_heard() {
    let desk = Desk::new();
    let mut session = desk.open();
    session.watch(Duration::from_millis(50));
    let (written, ticks) = (session.written(), processor_ticks(&session));
    fs::create_dir(desk.path(".git")).expect("a folder");
    for number in 0..20 {
        desk.write(".article.txt.swp", &number.to_string());
        desk.write("notes.txt", &number.to_string());
        desk.write(".git/index", &number.to_string());
    }
    // Nor is a file that says what it said.
    desk.write(DOSSIER, &dossier("Council one"));
    session.watch(Duration::from_millis(500));
    assert_eq!(session.written(), written, "bytes written though nothing changed");
    assert!(processor_ticks(&session) <= ticks + 6, "processor used though nothing changed");
    quit(session);
}

#[test]
fn r_reads_again_and_says_what_came_of_it() {
    let desk = Desk::new();
    let mut session = desk.open();
    session.press("r");
    session.wait_for("Read again: nothing has changed.");
    desk.write(DOSSIER, &dossier("Council").replace("format = 1", "format = 9"));
    session.wait_for("! not read");
    session.press("r");
    session.wait_for("e shows why");
    quit(session);

    let mut shipped = super::fundstelle();
    shipped.press("r");
    shipped.wait_for("part of the program");
    quit(shipped);
}
