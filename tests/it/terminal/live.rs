//! A dossier on disk that is open while its author writes: each saved change shows by itself, however the editor saves.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::{FRAME_END, USUAL, processor_ticks, quit};
use crate::common::pty::Session;
use crate::common::run::BINARY;

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
        let mut command = CommandBuilder::new(BINARY);
        command.args(["--lang", "en"]);
        command.arg(self.path(name));
        let mut session = Session::start(command, USUAL);
        session.wait_for(shows);
        session.wait_for_bytes(0, FRAME_END);
        session
    }

    fn open(&self) -> Session {
        self.read("", "Council one")
    }
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
    assert!(!session.text().contains("not reloaded"));

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
    // Words that support something and no longer stand there are an error.
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
fn what_is_broken_keeps_what_was_until_it_is_fixed() {
    let desk = Desk::new();
    let mut session = desk.open();
    desk.write(DOSSIER, &dossier("Council two").replace("kind = ", "kind "));
    session.wait_for("! not reloaded: 1 error (e)");
    assert!(session.text().contains("Council one"));
    session.press("e");
    session.wait_for("dossier.toml:9:");
    session.press("\x1b");
    session.wait_until("the list closed", |session| !session.text().contains("dossier.toml:9:"));
    desk.write(DOSSIER, &dossier("Council two"));
    session.wait_for("Council two");
    assert!(!session.text().contains("not reloaded"));

    // The folder itself goes and comes back.
    let away = desk.0.path().with_extension("away");
    fs::rename(desk.0.path(), &away).expect("moved");
    session.wait_for("! not reloaded: 1 error (e)");
    fs::rename(&away, desk.0.path()).expect("moved back");
    session.wait_until("what is there again", |session| !session.text().contains("not reloaded"));
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
    session.wait_for("! not reloaded: 1 error (e)");
    assert!(session.text().contains("Council one · "));
    session.press("e");
    session.wait_for("this file is no longer there");
    session.press("\x1b");
    session.wait_until("the list closed", |session| !session.text().contains("no longer there"));
    fs::rename(desk.path("dossier.toml~"), desk.path(DOSSIER)).expect("renamed");
    session.wait_until("what is there again", |session| !session.text().contains("not reloaded"));
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
    session.wait_for("! not reloaded");
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

/// A dossier's folder is a link, or below one, or at the end of several; each is made to lead to the other version.
#[cfg(unix)]
#[test]
fn a_link_that_leads_elsewhere_shows() {
    use std::os::unix::fs::symlink;

    /// What lies there, under which name it is opened, and what is changed: a link that is replaced by a rename.
    type Layout = (&'static [(&'static str, &'static str)], &'static str, &'static str, &'static str);
    const LAYOUTS: [Layout; 6] = [
        (&[("open", "v1")], "open", "open", "v2"),
        (&[("open", "v1")], "open/dossier.toml", "open", "v2"),
        (&[("a", "b"), ("b", "./c"), ("c", "v1")], "a", "b", "v2"),
        (&[("a", "b"), ("b", "./c"), ("c", "v1")], "a", "c", "v2"),
        (&[("parent", "p1"), ("p1/d", "../v1"), ("p2/d", "../v2")], "parent/d", "parent", "p2"),
        (&[("parent", "p1"), ("p1/d", "../v1")], "parent/d", "p1/d", "../v2"),
    ];
    for (links, opened, changed, target) in LAYOUTS {
        let desk = Desk(tempfile::tempdir().expect("a folder"));
        for (version, name) in [("v1", "Council one"), ("v2", "Council two")] {
            fs::create_dir(desk.path(version)).expect("a folder");
            desk.write(&format!("{version}/{ARTICLE_FILE}"), ARTICLE);
            desk.write(&format!("{version}/{DOSSIER}"), &dossier(name));
        }
        for folder in ["p1", "p2"] {
            fs::create_dir(desk.path(folder)).expect("a folder");
        }
        for (link, target) in links {
            symlink(target, desk.path(link)).expect("a link");
        }
        let lead = |target: &str| {
            symlink(target, desk.path("new")).expect("a link");
            fs::rename(desk.path("new"), desk.path(changed)).expect("renamed");
        };
        let mut session = desk.read(opened, "Council one");
        lead(target);
        session.wait_for("Council two");
        // What it leads to now is watched too, and so is the way back.
        desk.write(&format!("v2/{DOSSIER}"), &dossier("Council three"));
        session.wait_for("Council three");
        lead(if changed == "parent" {
            "p1"
        } else if changed.contains('/') {
            "../v1"
        } else {
            "v1"
        });
        session.wait_for("Council one");
        quit(session);
    }
}

/// The layout of a mounted `ConfigMap`: every file a link through `..data`, which alone is swapped.
#[cfg(unix)]
#[test]
fn files_behind_a_link_that_is_swapped_show() {
    use std::os::unix::fs::symlink;
    let desk = Desk(tempfile::tempdir().expect("a folder"));
    let version = |version: &str, name: &str| {
        fs::create_dir(desk.path(version)).expect("a folder");
        desk.write(&format!("{version}/{ARTICLE_FILE}"), ARTICLE);
        desk.write(&format!("{version}/{DOSSIER}"), &dossier(name));
        symlink(version, desk.path("..data_tmp")).expect("a link");
        fs::rename(desk.path("..data_tmp"), desk.path("..data")).expect("renamed");
    };
    version("..2026_1", "Council one");
    for name in [ARTICLE_FILE, DOSSIER] {
        symlink(format!("..data/{name}"), desk.path(name)).expect("a link");
    }
    let mut session = desk.open();
    version("..2026_2", "Council two");
    session.wait_for("Council two");
    fs::remove_dir_all(desk.path("..2026_1")).expect("removed");
    version("..2026_3", "Council three");
    session.wait_for("Council three");
    quit(session);
}

#[cfg(unix)]
#[test]
fn links_that_lead_round_in_a_circle_and_back_are_no_obstacle() {
    use std::os::unix::fs::symlink;
    let desk = Desk(tempfile::tempdir().expect("a folder"));
    fs::create_dir(desk.path("v1")).expect("a folder");
    desk.write(&format!("v1/{ARTICLE_FILE}"), ARTICLE);
    desk.write(&format!("v1/{DOSSIER}"), &dossier("Council one"));
    symlink("v1", desk.path("open")).expect("a link");
    let mut session = desk.read("open", "Council one");
    fs::remove_file(desk.path("open")).expect("removed");
    symlink("open", desk.path("open")).expect("a link");
    session.wait_for("! not reloaded");
    fs::remove_file(desk.path("open")).expect("removed");
    symlink("v1", desk.path("open")).expect("a link");
    session.wait_until("what is there again", |session| !session.text().contains("not reloaded"));
    quit(session);
}

/// A link's folder is watched for the link alone.
#[cfg(unix)]
#[test]
fn what_happens_beside_a_link_is_not_heard() {
    let desk = Desk(tempfile::tempdir().expect("a folder"));
    fs::create_dir(desk.path("v1")).expect("a folder");
    desk.write(&format!("v1/{ARTICLE_FILE}"), ARTICLE);
    desk.write(&format!("v1/{DOSSIER}"), &dossier("Council one"));
    std::os::unix::fs::symlink("v1", desk.path("open")).expect("a link");
    let mut session = desk.read("open", "Council one");
    session.watch(Duration::from_millis(50));
    let (written, ticks) = (session.written(), processor_ticks(&session));
    for number in 0..50 {
        desk.write("notes.txt", &number.to_string());
        desk.write("open~", &number.to_string());
    }
    session.watch(Duration::from_millis(300));
    assert_eq!(session.written(), written, "bytes written though nothing changed");
    assert!(processor_ticks(&session) <= ticks + 6, "processor used though nothing changed");
    quit(session);
}

#[test]
fn r_reads_again_and_says_what_came_of_it() {
    let desk = Desk::new();
    let mut session = desk.open();
    session.press("r");
    session.wait_for("Reloaded: nothing has changed.");
    desk.write(DOSSIER, &dossier("Council").replace("format = 1", "format = 9"));
    session.wait_for("! not reloaded");
    session.press("r");
    session.wait_for("e shows why");
    quit(session);

    let mut shipped = Session::start(CommandBuilder::new(BINARY), USUAL);
    shipped.wait_for("1 Article");
    shipped.press("r");
    shipped.wait_for("part of the program");
    quit(shipped);
}

/// A folder with an article alone.
fn lone() -> Desk {
    let desk = Desk(tempfile::tempdir().expect("a folder"));
    desk.write(ARTICLE_FILE, ARTICLE);
    desk
}

#[test]
fn a_dossier_written_beside_an_open_article_fills_the_panels() {
    let desk = lone();
    let mut session = desk.read(ARTICLE_FILE, "a dossier.toml beside it fills the panels");
    desk.write(DOSSIER, &dossier("Council one"));
    session.wait_for("Council one");
    desk.write(DOSSIER, &dossier("Council two"));
    session.wait_for("Council two");
    quit(session);
}

#[test]
fn an_article_is_opened_with_its_own_dossier_beside_it() {
    let desk = Desk::new();
    quit(desk.read(ARTICLE_FILE, "Council one"));
    let desk = lone();
    desk.write(DOSSIER, "[package]\nname = \"something else\"\n");
    let mut session = desk.read(ARTICLE_FILE, "The council will close");
    session.wait_for("not reloaded");
    quit(session);
}

#[test]
fn a_faulty_dossier_beside_an_open_article_is_reported_and_the_article_stays() {
    let desk = lone();
    let mut session = desk.read(ARTICLE_FILE, "a dossier.toml beside it fills the panels");
    desk.write(DOSSIER, "format = 1\n[article\n");
    session.wait_for("not reloaded");
    assert!(session.text().contains("The council will close"));
    desk.write(DOSSIER, &dossier("Council one"));
    session.wait_for("Council one");
    session.wait_until("the report is gone", |session| !session.text().contains("not reloaded"));
    quit(session);
}

#[test]
fn the_dossier_of_another_article_is_named_and_left_alone() {
    let desk = lone();
    let mut session = desk.read(ARTICLE_FILE, "a dossier.toml beside it fills the panels");
    desk.write("other.txt", "Other\nWords.\n");
    desk.write(DOSSIER, &dossier("Council one").replace(ARTICLE_FILE, "other.txt"));
    session.wait_for("is about another article: other.txt");
    session.press("r");
    session.wait_for("is about another article: other.txt");
    desk.write(DOSSIER, &dossier("Council one"));
    session.wait_for("Council one");
    quit(session);
}

/// An article through a pipe: keys come from the terminal, which is as it was at the end.
#[test]
fn an_article_from_a_pipe_is_read_with_the_terminals_keys() {
    let desk = lone();
    let mut command = CommandBuilder::new("/bin/sh");
    let article = desk.path(ARTICLE_FILE).display().to_string();
    command.args(["-c", "cat \"$1\" | \"$0\" --lang en -", BINARY, &article]);
    let mut session = Session::start(command, USUAL);
    session.wait_for("Article only, read from a pipe.");
    assert!(session.text().contains("The council will close"));
    session.press("r");
    session.wait_for("cannot be reloaded");
    session.press("A");
    session.wait_for("No notes are kept");
    session.press("?");
    session.wait_for("Signs");
    session.press("\x1b");
    session.wait_until("the help is closed", |session| !session.text().contains("Signs"));
    quit(session);
}
