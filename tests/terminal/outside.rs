//! What leaves the program: a text for the clipboard, by the terminal or by tmux, and an address for a browser.

use std::fs::{self, File};
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use portable_pty::CommandBuilder;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use tempfile::TempDir;

use super::{BINARY, CTRL_C, FIRST_SCREEN, USUAL, assert_whole_after};
use crate::pty::{End, Session, find};

/// Takes a claim of the shipped dossier in hand.
const CLAIM: &str = "c";
const COPY: &str = "y";
const SOURCES: &str = "s";
const BROWSE: &str = "o";
const MARKDOWN: &str = "**Claim: China";

/// Far longer than anything takes, for machines that are busy with other things.
const DEADLINE: Duration = Duration::from_secs(20);

/// A folder with programs that write what they are told into a pipe, removed at the end.
struct Programs(TempDir);

impl Programs {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    /// A program that does this, with `$TOLD` the pipe. What is written there comes out of the receiver.
    fn with(&self, name: &str, script: &str) -> mpsc::Receiver<String> {
        let (program, told) = (self.0.path().join(name), self.0.path().join(format!("{name}-told")));
        mknodat(CWD, &told, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
        let script = script.replace("$TOLD", &format!("'{}'", told.display()));
        fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("a program");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it can be run");
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let mut text = String::new();
            let read = File::open(told).and_then(|mut pipe| pipe.read_to_string(&mut text));
            read.map(|_| sender.send(text))
        });
        receiver
    }

    /// The program with nothing but these to be found, and only these variables that tell of a screen or of tmux.
    fn read(&self, variables: &[(&str, &str)]) -> Session {
        let mut command = CommandBuilder::new(BINARY);
        command.args(["--lang", "en"]);
        for variable in [
            "TMUX",
            "STY",
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "WSL_DISTRO_NAME",
            "BROWSER",
            "SSH_CONNECTION",
            "SSH_TTY",
        ] {
            command.env_remove(variable);
        }
        command.env("PATH", format!("{}:/usr/bin:/bin", self.0.path().display()));
        for (name, value) in variables {
            command.env(name, value);
        }
        let mut session = Session::start(command, USUAL);
        session.wait_for(FIRST_SCREEN);
        session
    }
}

fn quit(mut session: Session) -> End {
    session.press(CTRL_C);
    let end = session.end();
    assert_whole_after(&end);
    end
}

/// What the terminal was asked to copy, by OSC 52.
fn copied(end: &End) -> Option<String> {
    const BEGIN: &str = "\x1b]52;c;";
    let from = find(&end.bytes, BEGIN)? + BEGIN.len();
    let length = find(&end.bytes[from..], "\x1b\\")?;
    let encoded = &end.bytes[from..from + length];
    Some(String::from_utf8(decode(encoded)).expect("text"))
}

/// Base64 (RFC 4648) back into bytes.
fn decode(encoded: &[u8]) -> Vec<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    assert_eq!(encoded.len() % 4, 0, "padded");
    let mut bytes = Vec::new();
    for four in encoded.chunks(4) {
        let value = |one: &u8| ALPHABET.iter().position(|known| known == one).unwrap_or(0);
        let joined = four.iter().fold(0, |joined, one| joined << 6 | value(one));
        let padding = four.len() - four.iter().position(|one| *one == b'=').unwrap_or(four.len());
        bytes.extend_from_slice(&joined.to_be_bytes()[size_of::<usize>() - 3..][..3 - padding]);
    }
    bytes
}

fn copy(session: &mut Session) {
    session.press(CLAIM);
    session.wait_for("qualified ·");
    session.press(COPY);
    session.wait_for("Handed to the terminal to copy, as Markdown: China");
}

#[test]
fn what_is_copied_arrives_at_the_terminal() {
    let mut session = Programs::new().read(&[]);
    copy(&mut session);
    let text = copied(&quit(session)).expect("the terminal was asked");
    assert!(text.starts_with(MARKDOWN) && text.contains("> „Warum Chinas Tech-Giganten"), "{text}");
    assert!(text.ends_with("**Dossier:** AI exodus · Facts up to September 2026\n"), "{text}");
}

#[test]
fn inside_tmux_tmux_is_told_and_the_terminal_is_not_asked_twice() {
    let programs = Programs::new();
    let told = programs.with("tmux", "{ echo \"$@\"; cat; } > $TOLD");
    let mut session = programs.read(&[("TMUX", "/tmp/tmux-0/default,1,0")]);
    copy(&mut session);
    let told = told.recv_timeout(DEADLINE).expect("tmux is told");
    assert!(told.starts_with(&format!("load-buffer -w -\n{MARKDOWN}")), "{told}");
    assert_eq!(copied(&quit(session)), None);
}

/// One before 3.2 has no way to pass it on; one that has been told to accept OSC 52 does.
#[test]
fn where_tmux_cannot_be_told_the_terminal_is_asked() {
    let programs = Programs::new();
    let told = programs.with("tmux", "echo > $TOLD; exit 1");
    let mut session = programs.read(&[("TMUX", "/tmp/tmux-0/default,1,0")]);
    copy(&mut session);
    told.recv_timeout(DEADLINE).expect("tmux was tried");
    assert!(copied(&quit(session)).expect("the terminal was asked").starts_with(MARKDOWN));
}

/// A tmux that never answers: the key may be held, one process is started, and it is ended before the terminal is asked.
#[test]
fn a_tmux_that_hangs_is_asked_once_and_given_up() {
    let programs = Programs::new();
    let counted = programs.0.path().join("counted");
    let told = programs.with("tmux", &format!("echo $$ >> '{}'; echo > $TOLD; sleep 600", counted.display()));
    let mut session = programs.read(&[("TMUX", "/tmp/tmux-0/default,1,0")]);
    session.press(CLAIM);
    session.wait_for("qualified ·");
    session.press(COPY);
    told.recv_timeout(DEADLINE).expect("tmux is tried");
    session.press(&COPY.repeat(200));
    session.wait_for("Being copied: China");
    session.wait_for("Handed to the terminal to copy, as Markdown: China");
    let started = fs::read_to_string(&counted).expect("tmux was started");
    let pid = started.trim().parse().ok().and_then(rustix::process::Pid::from_raw).expect("once");
    assert!(rustix::process::test_kill_process(pid).is_err(), "it was ended");
    assert!(copied(&quit(session)).expect("the terminal was asked").starts_with(MARKDOWN));
}

/// What the terminal gets from GNU screen, which passes on what stands in device control strings.
fn passed_on(end: &End) -> String {
    let all = String::from_utf8_lossy(&end.bytes);
    let strings = all.split("\x1bP").skip(1).filter_map(|rest| rest.split_once("\x1b\\"));
    strings.map(|(piece, _)| piece).inspect(|piece| assert!(piece.len() <= 768)).collect()
}

#[test]
fn inside_screen_the_terminal_is_asked_in_pieces() {
    let mut session = Programs::new().read(&[("STY", "1.pts-0.vm")]);
    copy(&mut session);
    let passed = passed_on(&quit(session));
    let encoded = passed.strip_prefix("\x1b]52;c;").and_then(|rest| rest.strip_suffix('\x07'));
    let text = String::from_utf8(decode(encoded.expect("one sequence").as_bytes())).expect("text");
    assert!(text.starts_with(MARKDOWN) && text.len() > 767, "{text}");
}

/// tmux takes the text, and GNU screen around it passes nothing on: that is not called handed on.
#[test]
fn tmux_inside_screen_is_said_to_be_the_only_one_who_has_it() {
    let programs = Programs::new();
    let told = programs.with("tmux", "case $1 in load-buffer) cat > $TOLD;; *) echo screen;; esac");
    let mut session = programs.read(&[("TMUX", "/tmp/tmux-0/default,1,0"), ("STY", "1.pts-0.vm")]);
    session.press(CLAIM);
    session.wait_for("qualified ·");
    session.press(COPY);
    session.wait_for("tmux pastes it with prefix ]");
    assert!(told.recv_timeout(DEADLINE).expect("tmux has it").starts_with(MARKDOWN));
    assert_eq!(copied(&quit(session)), None);
}

/// Goes to a source with an address, by the dialogue for that, and asks for its page.
fn browse(session: &mut Session) {
    go_to_semafor(session);
    session.press(BROWSE);
}

fn go_to_semafor(session: &mut Session) {
    session.press(":");
    session.press("semafor 27");
    session.wait_for("Semafor");
    session.press("\r");
    session.wait_for("semafor.com");
    session.press(SOURCES);
    session.wait_for("itself a source");
}

const SEMAFOR: &str = "https://www.semafor.com/article/";

#[test]
fn an_address_is_handed_to_the_platforms_opener_and_the_screen_stays() {
    let programs = Programs::new();
    let told = programs.with("xdg-open", "echo noise; echo noise >&2; { echo $#; echo \"$1\"; } > $TOLD");
    let mut session = programs.read(&[("DISPLAY", ":0")]);
    browse(&mut session);
    let told = told.recv_timeout(DEADLINE).expect("the opener is told");
    assert!(told.starts_with(&format!("1\n{SEMAFOR}")), "{told}");
    session.wait_for(&format!("Handed to the browser: {SEMAFOR}"));
    assert_eq!(session.count(0, "noise"), 0);
    quit(session);
}

/// The key repeats while it is held: it is one wish.
#[test]
fn a_held_key_opens_an_address_once() {
    let programs = Programs::new();
    let counted = programs.0.path().join("counted");
    let told = programs.with("xdg-open", &format!("echo \"$1\" >> '{}'; echo > $TOLD", counted.display()));
    let mut session = programs.read(&[("DISPLAY", ":0")]);
    go_to_semafor(&mut session);
    session.press(&BROWSE.repeat(30));
    session.wait_for(": https://www.semafor.com/article/");
    told.recv_timeout(DEADLINE).expect("the opener is told");
    // Another key, so that all before it are handled.
    session.press(":");
    session.wait_for("Go to");
    quit(session);
    let opened = fs::read_to_string(&counted).expect("the opener was started");
    assert_eq!(opened.lines().count(), 1, "{opened}");
}

#[test]
fn where_no_browser_can_show_the_address_stands_on_the_screen() {
    let programs = Programs::new();
    let told = programs.with("xdg-open", "echo > $TOLD");
    for far in [&[][..], &[("DISPLAY", "localhost:10.0"), ("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22")]]
    {
        let mut session = programs.read(far);
        browse(&mut session);
        session.wait_for("the address stands on the card");
        quit(session);
    }
    assert!(told.try_recv().is_err(), "nothing was started");
}
