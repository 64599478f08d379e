//! A system that gives nothing more: what is missing is said, and nothing panics.

#![cfg(target_os = "linux")]

use std::process::Command;

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use super::{ENTER, QUIT, USUAL, assert_whole_after};
use crate::common::fixture::FIXTURE;
use crate::common::pty::{End, Session, find};
use crate::common::run::BINARY;

const UNWATCHED: &str = "Changes do not appear by themselves here";
const NO_MORE: &str = "no more threads or file descriptors";

/// Whether this may be done here; what it needs differs from machine to machine.
fn works(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success())
}

/// The number of inotify instances and of watches is limited for each user; in a namespace of users for this program alone.
#[test]
fn without_inotify_it_says_that_changes_do_not_show() {
    for limit in ["max_inotify_instances", "max_inotify_watches"] {
        let set = format!("echo 0 > /proc/sys/user/{limit}");
        if !works("unshare", &["--user", "--map-root-user", "sh", "-c", &set]) {
            eprintln!("not tried: no namespace of users can be made here");
            return;
        }
        let mut command = CommandBuilder::new("unshare");
        let script = format!("{set}; exec \"$0\" --lang en \"$1\"");
        command.args(["--user", "--map-root-user", "sh", "-c", &script, BINARY, FIXTURE]);
        let mut session = Session::start(command, USUAL);
        session.wait_for(UNWATCHED);
        session.press("r");
        session.wait_for("nothing has changed");
        session.press(QUIT);
        let end = session.end();
        assert_whole_after(&end);
        assert!(end.status.success(), "{limit}: {:?}", end.status);
    }
}

/// With fewer threads than it needs it ends with a message, with one fewer than it would like it opens, and says what it
/// cannot do. How many of a user's threads there may be is known only of a user who has no others.
#[test]
fn without_threads_it_says_so() {
    let user = (70_000 + std::process::id() % 50_000).to_string();
    let as_user = ["--reuid", &user, "--clear-groups"];
    if !works("setpriv", &[&as_user[..], &["prlimit", "--nproc=1", BINARY, "check", FIXTURE]].concat()) {
        eprintln!("not tried: another user cannot be had here, or may not read the program");
        return;
    }
    let mut unwatched = 0;
    for most in 1..=8 {
        let mut command = CommandBuilder::new("setpriv");
        command.args(as_user);
        command.args(["prlimit", &format!("--nproc={most}"), BINARY, "--lang", "en", FIXTURE]);
        let mut session = Session::start(command, USUAL);
        session.wait_until("the screen or a message", |session| {
            let text = session.text();
            text.contains(NO_MORE) || text.contains("1 Article")
        });
        if session.text().contains(NO_MORE) {
            let End { status, bytes, screen, .. } = whole(session);
            assert_eq!(status.exit_code(), 2, "{most}: {}", screen.contents());
            assert!(most < 5, "{most} threads are enough");
            assert_eq!(find(&bytes, "panicked"), None);
            continue;
        }
        if most == 5 {
            session.wait_for(UNWATCHED);
            unwatched += 1;
        }
        session.press(QUIT);
        let end = whole(session);
        assert!(end.status.success(), "{most}: {:?} {}", end.status, end.screen.contents());
        assert!(find(&end.bytes, ENTER).is_some());
    }
    assert_eq!(unwatched, 1);
}

/// The last thread that a signal would like to have is not to be had either.
#[test]
fn without_threads_a_signal_leaves_the_terminal_whole() {
    let user = (130_000 + std::process::id() % 50_000).to_string();
    let as_user = ["--reuid", &user, "--clear-groups"];
    if !works("setpriv", &[&as_user[..], &["prlimit", "--nproc=1", BINARY, "check", FIXTURE]].concat()) {
        eprintln!("not tried: another user cannot be had here, or may not read the program");
        return;
    }
    let mut command = CommandBuilder::new("setpriv");
    command.args(as_user);
    command.args(["prlimit", "--nproc=5", BINARY, "--lang", "en", FIXTURE]);
    let mut session = Session::start(command, USUAL);
    session.wait_for(UNWATCHED);
    session.signal(Signal::TERM);
    let end = whole(session);
    assert_whole_after(&end);
    assert!(end.status.signal().is_some(), "{:?}", end.status);
}

fn whole(session: Session) -> End {
    let end = session.end();
    end.assert_whole();
    end
}
