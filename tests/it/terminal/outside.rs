//! What leaves the program: a text for the clipboard, by the terminal or by tmux, and an address for a browser.

use std::fs::{self, File};
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use tempfile::TempDir;

use super::{CTRL_C, USUAL, drawn, end_by};
use crate::common::fixture::FIXTURE;
use crate::common::pty::{End, Session, find};
use crate::common::run::BINARY;

/// Selects the first claim.
const CLAIM: &str = "c";
const COPY: &str = "y";
const SOURCES: &str = "s";
const BROWSE: &str = "o";
const MARKDOWN: &str = "**Claim 1: Talland";
const HANDED_OVER: &str = "Sent to the terminal to copy, as Markdown: Talland";
const PERHAPS_DROPPED: &str = "tmux may not pass it on; sent as Markdown: Talland";
/// What asks a terminal to copy.
const OSC_52: &str = "\x1b]52;";
const TMUX: (&str, &str) = ("TMUX", "/tmp/tmux-0/default,1,0");
const STY: (&str, &str) = ("STY", "1.pts-0.vm");
/// A tmux that fails, and two that hang: one that keeps its output and one that closes it.
const NO_TMUX: [&str; 3] = ["exit 1", "exec sleep 600", "exec >&- 2>&-; exec sleep 600"];
/// In every failure to open an address.
const NOT_OPENED: &str = "No browser can be opened here";

/// Far longer than anything takes, for machines that are busy with other things.
const DEADLINE: Duration = Duration::from_secs(20);

/// A folder with programs that write what they are given into a pipe, removed at the end.
struct Programs(TempDir);

impl Programs {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    /// A program that does this, with `$PIPE` the pipe. What is written there comes out of the receiver.
    fn with(&self, name: &str, script: &str) -> mpsc::Receiver<String> {
        let (program, pipe) = (self.0.path().join(name), self.0.path().join(format!("{name}-pipe")));
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
        let script = script.replace("$PIPE", &format!("'{}'", pipe.display()));
        fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("a program");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it can be run");
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let mut text = String::new();
            let read = File::open(pipe).and_then(|mut pipe| pipe.read_to_string(&mut text));
            read.map(|_| sender.send(text))
        });
        receiver
    }

    /// The program with nothing but these to be found, and only these variables that tell of a screen or of tmux.
    fn read(&self, variables: &[(&str, &str)]) -> Session {
        // The session sets TERM for what it starts.
        let mut command = CommandBuilder::new("/usr/bin/env");
        command.args(variables.iter().map(|(name, value)| format!("{name}={value}")));
        command.args([BINARY, "--lang", "en", FIXTURE]);
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
        drawn(Session::start(command, USUAL))
    }
}

fn quit(session: Session) -> End {
    end_by(session, CTRL_C)
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
    copy_and_wait_for(session, HANDED_OVER);
}

fn copy_and_wait_for(session: &mut Session, outcome: &str) {
    session.press(CLAIM);
    session.wait_for("partly ·");
    session.press(COPY);
    session.wait_for(outcome);
}

#[test]
fn what_is_copied_arrives_at_the_terminal() {
    let mut session = Programs::new().read(&[]);
    copy(&mut session);
    let text = copied(&quit(session)).expect("the terminal was asked");
    assert!(text.starts_with(MARKDOWN) && text.contains("> „Warum Tallands Reeder"), "{text}");
    assert!(text.ends_with("**Dossier:** Ferry exodus · Facts up to September 2026\n"), "{text}");
}

#[test]
fn inside_tmux_tmux_is_told_and_the_terminal_is_not_asked_twice() {
    let programs = Programs::new();
    let received = programs.with("tmux", "{ echo \"$@\"; cat; } > $PIPE");
    let mut session = programs.read(&[TMUX]);
    copy(&mut session);
    let received = received.recv_timeout(DEADLINE).expect("tmux is run");
    assert!(received.starts_with(&format!("load-buffer -w -\n{MARKDOWN}")), "{received}");
    assert_eq!(copied(&quit(session)), None);
}

/// The key repeats while it is held: it is one request. Another selection is another.
#[test]
fn a_held_key_copies_once_and_another_selection_at_once() {
    let mut session = Programs::new().read(&[]);
    session.press(CLAIM);
    session.wait_for("partly ·");
    session.press(&COPY.repeat(30));
    session.wait_for(HANDED_OVER);
    // Another key, so that all before it are handled.
    session.press(":");
    session.wait_for("Go to");
    assert_eq!(session.count(0, OSC_52), 1);
    session.press("\x1b");
    session.wait_until("the dialogue is closed", |session| !session.text().contains("Go to"));
    let mark = session.written();
    session.press(&format!("{CLAIM}{COPY}"));
    session.wait_for_bytes(mark, OSC_52);
    let end = quit(session);
    assert_eq!(end.bytes.windows(OSC_52.len()).filter(|bytes| *bytes == OSC_52.as_bytes()).count(), 2);
}

/// One before 3.2 has no way to pass it on; one that has been told to accept OSC 52 does. So it may not arrive.
#[test]
fn where_tmux_cannot_be_told_the_terminal_is_asked() {
    let programs = Programs::new();
    let received = programs.with("tmux", "echo > $PIPE; exit 1");
    let mut session = programs.read(&[TMUX]);
    copy_and_wait_for(&mut session, PERHAPS_DROPPED);
    received.recv_timeout(DEADLINE).expect("tmux was tried");
    assert!(copied(&quit(session)).expect("the terminal was asked").starts_with(MARKDOWN));
}

/// A tmux that never answers: the key may be held, one process is started, and it is ended before the terminal is asked.
#[test]
fn a_tmux_that_hangs_is_asked_once_and_given_up() {
    let programs = Programs::new();
    let counted = programs.0.path().join("counted");
    let received =
        programs.with("tmux", &format!("echo $$ >> '{}'; echo > $PIPE; sleep 600", counted.display()));
    let mut session = programs.read(&[TMUX]);
    session.press(CLAIM);
    session.wait_for("partly ·");
    session.press(COPY);
    received.recv_timeout(DEADLINE).expect("tmux is tried");
    session.press(&COPY.repeat(200));
    session.wait_for("Copying: Markdown: Talland");
    session.wait_for(PERHAPS_DROPPED);
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

/// GNU screen gets the text in pieces that it passes on, and nothing that it would show.
fn assert_asked_in_pieces(end: &End) {
    let passed = passed_on(end);
    let encoded = passed.strip_prefix("\x1b]52;c;").and_then(|rest| rest.strip_suffix('\x07'));
    let text = String::from_utf8(decode(encoded.expect("one sequence").as_bytes())).expect("text");
    assert!(text.starts_with(MARKDOWN) && text.len() > 767, "{text}");
    let sequences = end.bytes.windows(OSC_52.len()).enumerate();
    let mut places = sequences.filter(|(_, bytes)| *bytes == OSC_52.as_bytes()).map(|(place, _)| place);
    assert!(places.all(|place| end.bytes[..place].ends_with(b"\x1bP")), "a bare sequence");
}

#[test]
fn inside_screen_the_terminal_is_asked_in_pieces() {
    let mut session = Programs::new().read(&[STY]);
    copy(&mut session);
    assert_asked_in_pieces(&quit(session));
}

/// screen that was started inside a tmux which is gone or hangs.
#[test]
fn inside_screen_the_terminal_is_asked_in_pieces_also_where_tmux_fails() {
    for fails in NO_TMUX {
        let programs = Programs::new();
        let received = programs.with("tmux", &format!("echo > $PIPE; {fails}"));
        let mut session = programs.read(&[STY, TMUX]);
        copy_and_wait_for(&mut session, PERHAPS_DROPPED);
        received.recv_timeout(DEADLINE).expect("tmux was tried");
        assert_asked_in_pieces(&quit(session));
    }
}

/// Over SSH only the terminal's name comes along, which tmux may share with GNU screen.
#[test]
fn where_only_the_name_is_known_it_is_said_that_tmux_may_drop_it() {
    for name in ["screen", "screen-256color", "screen.xterm-256color"] {
        let mut session = Programs::new().read(&[("TERM", name)]);
        copy_and_wait_for(&mut session, PERHAPS_DROPPED);
        assert_asked_in_pieces(&quit(session));
    }
    let mut session = Programs::new().read(&[("TERM", "tmux-256color")]);
    copy_and_wait_for(&mut session, PERHAPS_DROPPED);
    assert!(copied(&quit(session)).expect("the terminal was asked").starts_with(MARKDOWN));
}

/// tmux takes the text, and GNU screen around it passes nothing on: that is not called handed on.
#[test]
fn tmux_inside_screen_is_said_to_be_the_only_one_who_has_it() {
    let programs = Programs::new();
    let received = programs.with("tmux", "case $1 in load-buffer) cat > $PIPE;; *) echo screen;; esac");
    let mut session = programs.read(&[TMUX, STY]);
    session.press(CLAIM);
    session.wait_for("partly ·");
    session.press(COPY);
    session.wait_for("In tmux, paste with prefix ]");
    assert!(received.recv_timeout(DEADLINE).expect("tmux has it").starts_with(MARKDOWN));
    assert_eq!(copied(&quit(session)), None);
}

/// Goes to a source with an address, by the dialogue for that, and asks for its page.
fn browse(session: &mut Session) {
    go_to_signalblatt(session);
    session.press(BROWSE);
}

fn go_to_signalblatt(session: &mut Session) {
    session.press(":");
    session.press("signalblatt 27");
    session.wait_for("Signalblatt");
    session.press("\r");
    session.wait_for("signalblatt.example");
    session.press(SOURCES);
    session.wait_for("itself a source");
}

const ADDRESS: &str = "https://signalblatt.example/";

#[test]
fn an_address_is_handed_to_the_platforms_opener_and_the_screen_stays() {
    let programs = Programs::new();
    let received = programs.with("xdg-open", "echo noise; echo noise >&2; { echo $#; echo \"$1\"; } > $PIPE");
    let mut session = programs.read(&[("DISPLAY", ":0")]);
    browse(&mut session);
    let received = received.recv_timeout(DEADLINE).expect("the opener is run");
    assert!(received.starts_with(&format!("1\n{ADDRESS}")), "{received}");
    session.wait_for(&format!("Sent to the browser: {ADDRESS}"));
    assert_eq!(session.count(0, "noise"), 0);
    quit(session);
}

/// The key repeats while it is held: it is one request.
#[test]
fn a_held_key_opens_an_address_once() {
    let programs = Programs::new();
    let counted = programs.0.path().join("counted");
    let received =
        programs.with("xdg-open", &format!("echo \"$1\" >> '{}'; echo > $PIPE", counted.display()));
    let mut session = programs.read(&[("DISPLAY", ":0")]);
    go_to_signalblatt(&mut session);
    session.press(&BROWSE.repeat(30));
    session.wait_for(": https://signalblatt.example/");
    received.recv_timeout(DEADLINE).expect("the opener is run");
    // Another key, so that all before it are handled.
    session.press(":");
    session.wait_for("Go to");
    quit(session);
    let opened = fs::read_to_string(&counted).expect("the opener was started");
    assert_eq!(opened.lines().count(), 1, "{opened}");
}

/// Also after the failure is on the screen, while the key is still held.
#[test]
fn a_held_key_starts_a_failing_opener_once() {
    // On a machine that stalls for a second between two presses they are two requests: then once more.
    for _ in 0..10 {
        let programs = Programs::new();
        let counted = programs.0.path().join("counted");
        let mut received = Vec::new();
        for opener in open::commands("https://a.example") {
            let name = opener.get_program().to_str().expect("a name").to_owned();
            let script = format!("echo {name} >> '{}'; exit 1", counted.display());
            received.push((programs.with(&name, &script), name));
        }
        let mut session = programs.read(&[("DISPLAY", ":0")]);
        go_to_signalblatt(&mut session);
        let since = Instant::now();
        session.press(&BROWSE.repeat(30));
        session.wait_for(NOT_OPENED);
        session.press(&BROWSE.repeat(30));
        // Another key, so that all before it are handled.
        session.press(":");
        session.wait_for("Go to");
        let is_quick = since.elapsed() < Duration::from_secs(1);
        session.press("\x1b");
        session.wait_for(NOT_OPENED);
        quit(session);
        if is_quick {
            let started = fs::read_to_string(&counted).expect("openers were started");
            let started: Vec<&str> = started.lines().collect();
            let expected: Vec<&str> = received.iter().map(|(_, name)| name.as_str()).collect();
            assert_eq!(started, expected, "each is tried once");
            return;
        }
    }
    panic!("this machine is too slow to hold a key");
}

/// Without a thread for tmux, which would take the text, the terminal is asked; the opener, which would open the page, is
/// not started. The reader goes on.
#[test]
#[cfg(target_os = "linux")]
fn without_threads_copying_and_opening_do_not_end_the_program() {
    let user = (190_000 + std::process::id() % 50_000).to_string();
    let as_user = ["--reuid", &user, "--clear-groups", BINARY, "--version"];
    if !Command::new("setpriv").args(as_user).output().is_ok_and(|output| output.status.success()) {
        eprintln!("not tried: another user cannot be had here, or may not read the program");
        return;
    }
    let programs = Programs::new();
    for name in ["tmux", "xdg-open"] {
        programs.with(name, "cat > /dev/null");
    }
    // The other user finds them.
    for path in
        [programs.0.path().to_owned(), programs.0.path().join("tmux"), programs.0.path().join("xdg-open")]
    {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("permissions");
    }
    let mut command = CommandBuilder::new("setpriv");
    command.args(&as_user[..4]);
    command.args(["--lang", "en", FIXTURE]);
    command.env("PATH", format!("{}:/usr/bin:/bin", programs.0.path().display()));
    command.env_remove("STY");
    command.env_remove("BROWSER");
    command.env_remove("SSH_CONNECTION");
    command.env_remove("SSH_TTY");
    command.env("DISPLAY", ":0");
    command.env(TMUX.0, TMUX.1);
    let mut session = drawn(Session::start(command, USUAL));
    let pid = session.pid().as_raw_nonzero().to_string();
    // By the same user: the limit of another takes a right that few containers have.
    let mut limit = Command::new("setpriv");
    let limited = limit.args(&as_user[..3]).args(["prlimit", "--nproc=1", "--pid", &pid]).status();
    assert!(limited.is_ok_and(|status| status.success()), "the limit is set");
    copy_and_wait_for(&mut session, PERHAPS_DROPPED);
    browse(&mut session);
    session.wait_for(NOT_OPENED);
    let end = quit(session);
    assert!(end.status.success(), "{:?}", end.status);
    assert!(copied(&end).expect("the terminal was asked").starts_with(MARKDOWN));
}

#[test]
fn where_no_browser_can_show_the_address_stands_on_the_screen() {
    let programs = Programs::new();
    let received = programs.with("xdg-open", "echo > $PIPE");
    for far in [&[][..], &[("DISPLAY", "localhost:10.0"), ("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22")]]
    {
        let mut session = programs.read(far);
        browse(&mut session);
        session.wait_for("the address is on the card");
        quit(session);
    }
    assert!(received.try_recv().is_err(), "nothing was started");
}
