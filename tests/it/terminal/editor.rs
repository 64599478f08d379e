//! The reader's own editor: it has the terminal and the keys until it ends, with the file at the line.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use portable_pty::CommandBuilder;
use rustix::process::Signal;
use tempfile::TempDir;

use super::{CTRL_C, USUAL, end_by, quit};
use crate::common::pty::Session;
use crate::common::run::BINARY;

const DOSSIER: &str = r#"format = 1
id = "valley"
title = "Valley"
[article]
file = "article.txt"
language = "en"

[[actor]]
id = "council"
kind = "government"
name = "Council one"
aliases = ["council"]
prominent = true

[[actor]]
id = "mayor"
kind = "person"
name = "The mayor"
aliases = ["mayr"]
prominent = true
"#;
const ARTICLE: &str = "Old bridge to close\nThe council will close the old bridge in May, the mayor said.\n";

/// A dossier, and an editor that does what a test wants.
struct Desk(TempDir);

impl Desk {
    /// The editor is called as vi is, and does this with its arguments.
    fn new(script: &str) -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(desk.path("d")).expect("a folder");
        fs::write(desk.path("d/article.txt"), ARTICLE).expect("a file");
        fs::write(desk.path("d/dossier.toml"), DOSSIER).expect("a file");
        let editor = desk.path("vi");
        fs::write(&editor, format!("#!/bin/sh\n{script}\n")).expect("a file");
        fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("a program");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().canonicalize().expect("a folder").join(name)
    }

    fn read(&self, name: &str, editor: Option<&Path>, shows: &str) -> Session {
        let mut command = CommandBuilder::new(BINARY);
        command.args(["--lang", "en"]);
        command.arg(self.path(name));
        command.env_remove("EDITOR");
        command.env_remove("VISUAL");
        if let Some(editor) = editor {
            command.env("VISUAL", editor);
        }
        let mut session = Session::start(command, USUAL);
        session.wait_for(shows);
        session
    }

    fn open(&self) -> Session {
        self.read("d", Some(&self.path("vi")), "Council one")
    }
}

#[test]
fn the_editor_has_the_file_at_the_line_of_the_selection_and_what_it_writes_shows() {
    let desk = Desk::new(
        "echo \"opened $1 $2\"; sed -i s/one/two/ \"$2\"; read word; echo \"read $word\"; read word",
    );
    let mut session = desk.open();
    session.press("2j");
    session.wait_for("The mayor · ");
    session.press("E");
    session.wait_for(&format!("opened +15 {}", desk.path("d/dossier.toml").display()));
    // These are the editor's, though some are keys of ours, and none quits.
    session.press("qq?\n");
    session.wait_for("read qq?");
    session.press("\n");
    session.wait_for("Council two");
    assert!(session.text().contains("The mayor · "), "{}", session.text());
    quit(session);
}

#[test]
fn a_problem_opens_at_its_own_line() {
    let desk = Desk::new("echo \"opened $1 $2\"; read word; sed -i s/mayr/mayor/ \"$2\"");
    let mut session = desk.open();
    session.press("e");
    session.wait_for("dossier.toml:19:12");
    session.wait_for("[alias-unused]");
    session.press("E");
    session.wait_for(&format!("opened +19 {}", desk.path("d/dossier.toml").display()));
    session.press("\n");
    session.wait_for("neither errors nor warnings");
    session.press("\x1b");
    session.wait_until("the panels", |session| !session.text().contains("neither errors"));
    quit(session);
}

#[test]
fn with_nothing_selected_the_dossier_opens_and_of_an_article_alone_the_article() {
    let desk = Desk::new("echo \"opened $1 $2\"; read word");
    let mut session = desk.open();
    session.press("E");
    session.wait_for(&format!("opened +1 {}", desk.path("d/dossier.toml").display()));
    session.press("\n");
    session.wait_for("Council one");
    quit(session);
    fs::remove_file(desk.path("d/dossier.toml")).expect("removed");
    let mut session = desk.read("d", Some(&desk.path("vi")), "Old bridge");
    session.press("E");
    session.wait_for(&format!("opened +1 {}", desk.path("d/article.txt").display()));
    session.press("\n");
    session.wait_for("Old bridge");
    quit(session);
}

/// What the keyboard sends as signals is the editor's business.
#[test]
fn an_interrupted_editor_does_not_end_the_program() {
    let desk = Desk::new("trap 'echo caught; exit 3' INT; echo opened; while true; do read word; done");
    let mut session = desk.open();
    session.press("E");
    session.wait_for("opened");
    session.press(CTRL_C);
    session.wait_for("vi ended with an error: exit status: 3");
    session.wait_for("Council one");
    end_by(session, CTRL_C);
}

#[test]
fn while_an_editor_runs_a_signal_still_ends_the_program() {
    let desk = Desk::new("echo opened; read word");
    let mut session = desk.open();
    session.press("E");
    session.wait_for("opened");
    session.signal(Signal::TERM);
    assert_eq!(session.end().status.signal(), Some("Terminated"));
}

#[test]
fn what_cannot_be_opened_says_why() {
    let desk = Desk::new("");
    let mut session = desk.read("d", None, "Council one");
    session.press("2jE");
    session.wait_for("No editor is known: set VISUAL or EDITOR. The place is dossier.toml:15:1.");
    quit(session);
    let missing = desk.path("no-such-editor");
    let mut session = desk.read("d", Some(&missing), "Council one");
    session.press("E");
    session.wait_for("cannot be started: No such file");
    session.wait_for("Council one");
    quit(session);
}
