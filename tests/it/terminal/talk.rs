//! A talk on two screens, as two processes in two terminals.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use super::{CTRL_C, QUIT, StateFolder, USUAL, assert_whole_after, end_by, processor_ticks, reading};
use crate::common::pty::Session;
use crate::common::run::BINARY;

const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";
const FOLLOWS: &str = "screen follows";

/// What the speaker's screen shows of a stop: its number at the top, its notes.
const SECOND: (&str, &str) = ("  2/12 ", "names two shipping lines");

impl StateFolder {
    fn brief(&self, arguments: &[&str]) -> Session {
        let mut session = self.start(reading(&[&["brief", "--lang", "en"], arguments].concat()));
        session.wait_for("/12");
        session
    }

    fn speaker(&self) -> Session {
        self.brief(&["--speaker"])
    }

    /// The files of the talk.
    fn files(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(&self.0).expect("a folder").map(|entry| entry.expect("a file").path());
        files
            .filter(|path| path.extension().is_some_and(|end| end == "audience" || end == "speaker"))
            .collect()
    }
}

/// Waits until the last row of the audience's screen counts this stop.
fn wait_for_stop(wall: &mut Session, number: usize) {
    wall.wait_until(&format!("stop {number}"), |wall| {
        wall.text()
            .trim_end()
            .lines()
            .last()
            .is_some_and(|row| row.trim_start().starts_with(&format!("{number}/12")))
    });
}

#[test]
fn a_key_on_either_screen_moves_both() {
    let kept = StateFolder::new("talk-both");
    let mut wall = kept.brief(&["--stop", "4"]);
    let mut desk = kept.speaker();
    desk.wait_for("  4/12 ");
    desk.wait_for(FOLLOWS);

    wall.press(LEFT);
    desk.wait_for("  3/12 ");
    desk.press("2\r");
    wait_for_stop(&mut wall, 2);
    desk.wait_for(SECOND.1);
    assert!(!wall.text().contains(SECOND.1), "the audience sees no notes:\n{}", wall.text());
    desk.press("9\r");
    wait_for_stop(&mut wall, 9);
    desk.press(LEFT);
    wait_for_stop(&mut wall, 8);
    wall.press("1\r");
    desk.wait_for("  1/12 ");

    desk.press(".");
    wall.wait_until("black", |wall| wall.text().trim().is_empty());
    desk.wait_for("BLACK");
    wall.press(".");
    wait_for_stop(&mut wall, 1);
    desk.wait_until("no longer black", |desk| !desk.text().contains("BLACK"));
    end_by(wall, CTRL_C);
    end_by(desk, CTRL_C);
    assert_eq!(kept.files(), Vec::<PathBuf>::new(), "nothing of the talk is left");
}

#[test]
fn either_may_start_first_and_either_may_end() {
    let kept = StateFolder::new("talk-ends");
    let mut desk = kept.speaker();
    desk.wait_for("No audience");
    desk.press(RIGHT);
    desk.wait_for(SECOND.1);
    let mut wall = kept.brief(&[]);
    wait_for_stop(&mut wall, 2);
    desk.wait_for(FOLLOWS);

    // The speaker's ends, and the audience's goes on.
    end_by(desk, QUIT);
    wall.wait_for("The speaker’s screen has ended");
    wall.press(RIGHT);
    wait_for_stop(&mut wall, 3);

    // It comes back to where the talk is now; then the audience's ends, and it goes on.
    let mut desk = kept.speaker();
    desk.wait_for("  3/12 ");
    desk.wait_for(FOLLOWS);
    end_by(wall, CTRL_C);
    desk.wait_for("The audience’s screen has ended");
    desk.press("4\r");
    desk.wait_for("  4/12 ");
    let mut wall = kept.brief(&[]);
    wait_for_stop(&mut wall, 4);
    desk.wait_for(FOLLOWS);
    wall.press(RIGHT);
    desk.wait_for("  5/12 ");
    end_by(wall, CTRL_C);
    end_by(desk, QUIT);
}

/// Without a word, as when the machine runs out of memory, and by a signal that can be handled.
#[test]
fn a_screen_that_is_killed_is_missed_at_once() {
    for signal in [Signal::KILL, Signal::HUP, Signal::TERM] {
        let kept = StateFolder::new(&format!("talk-killed-{}", signal.as_raw()));
        let wall = kept.brief(&["--stop", "4"]);
        let mut desk = kept.speaker();
        desk.wait_for("  4/12 ");
        wall.signal(signal);
        wall.end();
        desk.wait_for("The audience’s screen has ended");
        desk.press(RIGHT);
        desk.wait_for("  5/12 ");
        // Both are there again, at the stop where the speaker was.
        let mut wall = kept.brief(&[]);
        wait_for_stop(&mut wall, 5);
        desk.wait_for(FOLLOWS);
        desk.signal(signal);
        desk.end();
        wall.wait_for("The speaker’s screen has ended");
        end_by(wall, CTRL_C);
    }
}

/// What lies there from a process that was killed, or from anybody, is neither followed nor in the way.
#[test]
fn what_is_stale_or_foreign_is_ignored() {
    let kept = StateFolder::new("talk-stale");
    let wall = kept.brief(&["--stop", "8"]);
    wall.signal(Signal::KILL);
    wall.end();
    let left = kept.files();
    assert_eq!(left.len(), 1, "{left:?}");
    let text = fs::read_to_string(&left[0]).expect("a record");
    assert!(text.contains("number = 7"), "{text}");
    let mut desk = kept.speaker();
    desk.wait_for("No audience");
    assert!(desk.text().contains(" 1/12 "), "{}", desk.text());
    for foreign in [text.as_bytes(), b"", b"\xff\x00[[", "x".repeat(1 << 20).as_bytes()] {
        fs::write(&left[0], foreign).expect("written");
        desk.watch(Duration::from_millis(120));
        assert!(desk.text().contains("No audience") && desk.text().contains(" 1/12 "), "{}", desk.text());
    }
    let mut wall = kept.brief(&[]);
    desk.wait_for(FOLLOWS);
    wall.press(RIGHT);
    desk.wait_for(SECOND.0);
    end_by(wall, CTRL_C);
    end_by(desk, QUIT);
}

#[test]
fn the_clock_is_one_for_both_and_survives_either() {
    let kept = StateFolder::new("talk-clock");
    let wall = kept.brief(&["--stop", "2"]);
    let mut desk = kept.speaker();
    desk.wait_for("talk 0:02");
    let ended = end_by(desk, QUIT);
    drop(ended);
    let mut desk = kept.speaker();
    desk.wait_until("the clock gone on", |desk| {
        (2..20).any(|second| desk.text().contains(&format!("this stop 0:{second:02} · talk 0:{second:02}")))
    });
    desk.press("cc");
    desk.wait_for("talk 0:00");
    end_by(wall, CTRL_C);
    end_by(desk, QUIT);
}

#[test]
fn nothing_is_done_or_written_while_nobody_moves() {
    let kept = StateFolder::new("talk-idle");
    let mut wall = kept.brief(&["--stop", "2"]);
    let mut desk = kept.speaker();
    desk.wait_for(FOLLOWS);
    desk.wait_for("talk 0:01");
    wall.watch(Duration::from_millis(100));
    let written = |kept: &StateFolder| -> Vec<_> {
        let modified =
            |path: &PathBuf| fs::metadata(path).and_then(|metadata| metadata.modified()).expect("a time");
        kept.files().iter().map(modified).collect()
    };
    let before = (wall.written(), processor_ticks(&wall), written(&kept));
    let mark = desk.written();
    wall.watch(Duration::from_millis(1200));
    assert_eq!(
        (wall.written(), written(&kept)),
        (before.0, before.2),
        "the audience's screen and the files rest"
    );
    // A tick is 10 ms; a thread that spins uses 120 of them.
    assert!(processor_ticks(&wall) <= before.1 + 4, "processor used while idle");
    desk.watch(Duration::from_millis(100));
    assert!(desk.written() > mark, "the speaker's clock is the exception");
    end_by(wall, CTRL_C);
    end_by(desk, QUIT);
}

#[test]
fn without_a_state_folder_there_is_no_speakers_screen() {
    let end = Session::start(reading(&["brief", "--speaker"]), USUAL).end();
    let said = String::from_utf8_lossy(&end.bytes).into_owned();
    assert_eq!(end.status.exit_code(), 2, "{said}");
    assert!(said.contains("the state folder") && said.contains("FUNDSTELLE_STATE=off"), "{said}");
    assert!(!said.contains("\x1b[?1049h"), "the terminal was not taken");

    // One that cannot be made does not keep the speaker from the notes.
    let kept = StateFolder::new("talk-nowhere");
    fs::create_dir_all(&kept.0).expect("a folder");
    let file = kept.0.join("a-file.toml");
    fs::write(&file, "").expect("a file");
    let mut command = CommandBuilder::new(BINARY);
    command.args(["brief", "--lang", "en", "--speaker"]);
    command.arg(crate::common::fixture::FIXTURE);
    let mut session = Session::start_keeping(command, USUAL, &file.to_string_lossy());
    session.wait_for("The state folder cannot be written to or watched");
    session.press(RIGHT);
    session.wait_for(SECOND.1);
    end_by(session, QUIT);
}

#[test]
fn two_dossiers_are_two_talks() {
    let kept = StateFolder::new("talk-two");
    let mut wall = kept.brief(&["--stop", "3"]);
    let mut command = CommandBuilder::new(BINARY);
    command.args(["brief", "--lang", "en", "--speaker"]);
    let mut desk = kept.start(command);
    desk.wait_for("No audience");
    desk.press(RIGHT);
    desk.wait_for("  2/");
    wall.watch(Duration::from_millis(150));
    wait_for_stop(&mut wall, 3);
    end_by(wall, CTRL_C);
    end_by(desk, QUIT);
}

#[test]
fn the_files_of_a_talk_are_for_oneself_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let kept = StateFolder::new("talk-private");
    let wall = kept.brief(&["--stop", "3"]);
    let mut desk = kept.speaker();
    desk.wait_for(FOLLOWS);
    let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    let files = kept.files();
    assert_eq!((files.len(), mode(&kept.0)), (2, 0o700));
    assert!(files.iter().all(|path| mode(path) == 0o600));
    end_by(wall, CTRL_C);
    end_by(desk, QUIT);
}

// --- The next talk ---

#[test]
fn the_next_talk_goes_on_where_this_one_was_ended() {
    for end in [
        |mut session: Session| {
            session.press(CTRL_C);
            session.end()
        },
        |session: Session| {
            session.signal(Signal::HUP);
            session.end()
        },
        |session: Session| {
            session.signal(Signal::TERM);
            session.end()
        },
    ] {
        let kept = StateFolder::new("talk-next");
        let mut session = kept.brief(&[]);
        wait_for_stop(&mut session, 1);
        session.press("9\r");
        wait_for_stop(&mut session, 9);
        assert_whole_after(&end(session));

        let mut session = kept.brief(&[]);
        session.wait_for("At stop 9, where the last talk ended");
        end_by(session, CTRL_C);
        for (arguments, number) in [(&["--stop", "2"][..], 2), (&["--fresh"], 1)] {
            let mut session = kept.brief(arguments);
            wait_for_stop(&mut session, number);
            session.signal(Signal::KILL);
            session.end();
        }
        // From reading too. At the last stop the talk is over.
        let mut session = kept.open(&["--lang", "en"]);
        session.press("b");
        session.wait_for("At stop 9, where the last talk ended");
        session.press("\x1b[F");
        wait_for_stop(&mut session, 12);
        end_by(session, CTRL_C);
        let mut session = kept.brief(&[]);
        wait_for_stop(&mut session, 1);
        end_by(session, CTRL_C);
    }
}

/// It shows what the audience saw last, and leaves what is remembered to the audience's screen.
#[test]
fn the_speakers_screen_begins_there_too_and_remembers_nothing_itself() {
    let kept = StateFolder::new("talk-desk");
    let mut wall = kept.brief(&[]);
    wall.press("6\r");
    wait_for_stop(&mut wall, 6);
    end_by(wall, CTRL_C);
    let mut desk = kept.speaker();
    desk.wait_for("At stop 6, where the last talk ended");
    desk.press("9\r");
    desk.wait_for("  9/12 ");
    end_by(desk, QUIT);
    let mut wall = kept.brief(&[]);
    wait_for_stop(&mut wall, 6);
    end_by(wall, CTRL_C);
}
