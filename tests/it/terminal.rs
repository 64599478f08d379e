//! The real binary in a pseudo-terminal: it comes up, it does what it is asked, and however it ends the terminal is
//! whole.

#![cfg(unix)]

#[path = "terminal/editor.rs"]
mod editor;
#[path = "terminal/keyboard.rs"]
mod keyboard;
#[path = "terminal/limits.rs"]
mod limits;
#[path = "terminal/live.rs"]
mod live;
#[path = "terminal/outside.rs"]
mod outside;
#[path = "terminal/talk.rs"]
mod talk;
#[path = "terminal/writing.rs"]
mod writing;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use portable_pty::CommandBuilder;
use rustix::process::{Pid, Signal};

use crate::common::fixture::FIXTURE;
use crate::common::pty::{End, Session, Size, find};
use crate::common::run::BINARY;

/// In the title bar, in every language.
const FIRST_SCREEN: &str = "Fährblatt";
const QUIT: &str = "q";
const MOVE: &str = "j";
const DOWN: &str = "\x1b[B";
const HELP: &str = "?";
const THEME: &str = "t";
const GO_TO: &str = ":";
const CTRL_C: &str = "\x03";
const CTRL_Z: &str = "\x1a";
const CTRL_L: &str = "\x0c";
/// Begins the tour and goes to its second stop.
const TOUR_GOES_ON: &str = "bl";
const BLACK: &str = ".";

/// What gives the screen back, and what draws on it.
const ENTER: &str = "\x1b[?1049h";
const LEAVE: &str = "\x1b[?1049l";
/// What sets pastes apart from keys, and what gives that back.
const PASTES: &str = "\x1b[?2004h";
const NO_PASTES: &str = "\x1b[?2004l";
const SHOW_CURSOR: &str = "\x1b[?25h";
const CLEAR: &str = "\x1b[2J";
const FRAME: &str = "\x1b[?2026h";
const FRAME_END: &str = "\x1b[?2026l";

const USUAL: Size = (100, 30);

/// The program on the fixture, with these arguments before it.
fn reading(arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(BINARY);
    command.args(arguments);
    command.arg(FIXTURE);
    command
}

/// A shell that starts the program: `"$0"` is the program, `"$1"` the fixture.
fn by_shell(script: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-c", script, BINARY, FIXTURE]);
    command
}

/// Starts it and waits until the first screen is drawn.
fn started(command: CommandBuilder) -> Session {
    drawn(Session::start(command, USUAL))
}

/// Waits until the first screen is drawn.
fn drawn(mut session: Session) -> Session {
    session.wait_for(FIRST_SCREEN);
    session.wait_for_bytes(0, FRAME_END);
    session
}

fn fundstelle() -> Session {
    started(reading(&[]))
}

fn assert_whole_after(end: &End) {
    end.assert_whole();
    assert!(find(&end.bytes, LEAVE).is_some() && find(&end.bytes, SHOW_CURSOR).is_some());
}

/// Presses the key that ends it; it must succeed and leave the terminal as it was.
fn end_by(mut session: Session, key: &str) -> End {
    session.press(key);
    let end = session.end();
    assert_whole_after(&end);
    assert!(end.status.success(), "{:?}", end.status);
    end
}

fn quit(session: Session) -> End {
    end_by(session, QUIT)
}

#[test]
fn quitting_leaves_the_terminal_whole() {
    let session = fundstelle();
    quit(session);
}

/// Two pastes, both beginning with the key that quits: nothing takes the first, a line of text the second.
#[test]
fn what_is_pasted_is_no_command() {
    let mut session = fundstelle();
    session.press("\x1b[200~q\rq\x1b[201~");
    // What stands between two pastes without a pause is text too.
    session.watch(Duration::from_millis(50));
    session.press(GO_TO);
    session.wait_for("Go to");
    session.press("\x1b[200~qu\rq\x1b[201~");
    session.wait_for(": qu q");
    let end = end_by(session, CTRL_C);
    assert!(find(&end.bytes, PASTES).is_some() && find(&end.bytes, NO_PASTES).is_some());
}

/// All signals that end a process by default, but for those that cannot be handled: KILL, SEGV, ILL, FPE. PIPE is ignored
/// and XFSZ a failed write.
const DEADLY: [Signal; 14] = [
    Signal::ABORT,
    Signal::ALARM,
    Signal::BUS,
    Signal::HUP,
    Signal::INT,
    Signal::PROF,
    Signal::QUIT,
    Signal::SYS,
    Signal::TERM,
    Signal::TRAP,
    Signal::USR1,
    Signal::USR2,
    Signal::VTALARM,
    Signal::XCPU,
];

/// Those that are deadly here only: IO, PWR, STKFLT, and the first, the last and some other real-time signal.
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
const DEADLY_HERE: [i32; 6] =
    [Signal::IO.as_raw(), Signal::POWER.as_raw(), Signal::STKFLT.as_raw(), 35, 50, 64];
#[cfg(not(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64"))))]
const DEADLY_HERE: [i32; 0] = [];

/// Sends a signal by its number: real-time signals have no names.
fn kill(pid: Pid, signal: i32) {
    let kill = format!("kill -{signal} {}", pid.as_raw_nonzero());
    assert!(Command::new("/bin/sh").args(["-c", &kill]).status().expect("a shell").success(), "{signal}");
}

#[test]
fn every_deadly_signal_leaves_the_terminal_whole_and_is_what_it_died_of() {
    let all: Vec<i32> = DEADLY.map(Signal::as_raw).into_iter().chain(DEADLY_HERE).collect();
    for some in all.chunks(4) {
        let sessions: Vec<_> = some.iter().map(|signal| (signal, fundstelle())).collect();
        for (signal, session) in sessions {
            kill(session.pid(), *signal);
            let end = session.end();
            assert_whole_after(&end);
            // What a program that knows nothing of signals dies of.
            let plain =
                Session::start(by_shell(&format!("ulimit -c 0; kill -{signal} $$")), USUAL).end().status;
            assert!(plain.signal().is_some(), "{signal}: {plain:?}");
            assert_eq!(end.status.signal(), plain.signal(), "{signal}");
        }
    }
}

/// It says that a write went past `ulimit -f`, which the write says too.
#[test]
fn a_limit_on_file_sizes_ends_nothing_and_leaves_nothing() {
    let mut session = fundstelle();
    session.signal(Signal::XFSZ);
    session.press(HELP);
    session.wait_for("Signs");
    session.press(CTRL_C);
    assert!(session.end().status.success());

    let kept = StateFolder::new("file-size");
    let mut session = drawn(kept.start(by_shell("ulimit -f 0; exec \"$0\" \"$1\"")));
    read_on(&mut session);
    quit(session);
    assert_eq!(std::fs::read_dir(&kept.0).unwrap().count(), 0, "no temporary file");
}

#[test]
fn a_closed_terminal_ends_it() {
    let status = fundstelle().hang_up(HELP);
    assert!(status.signal().is_some_and(|signal| signal.starts_with("Hangup")), "{status:?}");
}

/// The kernel tells the session's leader only, and this one keeps it to itself.
#[test]
fn a_closed_terminal_ends_it_without_a_signal() {
    let session = started(by_shell("trap '' HUP; \"$0\" \"$1\"; exit 42"));
    assert_eq!(session.hang_up(HELP).exit_code(), 42);
}

const PANIC: &str = "FUNDSTELLE_TEST_PANIC";

/// `run` with an app that panics as it is made, in a process of its own: this very test, started with a variable set. The hook is
/// one for all panics, so the program needs no way to be made to panic from outside.
#[test]
fn a_panic_leaves_the_terminal_whole_and_its_message_readable() {
    if std::env::var_os(PANIC).is_some() {
        let outcome = fundstelle::runtime::run(
            |_| panic!("panicked on purpose"),
            None,
            None,
            fundstelle::runtime::Source::Shipped,
            None,
            None,
        );
        unreachable!("{outcome:?}");
    }
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    let this = "terminal::a_panic_leaves_the_terminal_whole_and_its_message_readable";
    command.args(["--exact", this, "--nocapture", "--test-threads=1"]);
    command.env(PANIC, "yes");
    let end = Session::start(command, USUAL).end();
    assert_whole_after(&end);
    assert!(end.screen.contents().contains("panicked on purpose"), "{}", end.screen.contents());
    let entered = find(&end.bytes, ENTER).expect("it took the terminal first");
    assert!(find(&end.bytes[entered..], LEAVE) < find(&end.bytes[entered..], "panicked on purpose"));
    assert_eq!(end.status.exit_code(), 101);
}

/// Stopped in some way and continued, it shows what it showed, with the terminal given back meanwhile.
fn stops_and_continues(stop: impl Fn(&mut Session)) {
    let mut session = fundstelle();
    let before = session.text();
    let mark = session.written();
    stop(&mut session);
    session.wait_for_bytes(mark, LEAVE);
    session.wait_for_bytes(mark, SHOW_CURSOR);
    session.wait_for_stop();

    let mark = session.written();
    session.signal(Signal::CONT);
    session.wait_for_bytes(mark, ENTER);
    session.wait_for_bytes(mark, CLEAR);
    session.wait_until("the screen as it was", |session| session.text() == before);

    quit(session);
}

/// As a job of its own, and with another shell in between: all of the job stops, and the prompt comes at once.
#[test]
fn ctrl_z_stops_the_whole_job_and_fg_brings_it_back() {
    const PROMPT: &str = "prompt> ";
    let mut command = CommandBuilder::new("/bin/sh");
    command.arg("-i");
    command.env_remove("ENV");
    command.env("PS1", PROMPT);
    let mut session = Session::start(command, USUAL);
    session.wait_for(PROMPT);
    for job in ["", "; true"] {
        session.press(&format!("sh -c '{BINARY} {FIXTURE}{job}'\n"));
        session.wait_for(FIRST_SCREEN);
        session.press("2");
        session.wait_until("the panel", |session| {
            let text = session.text();
            text.contains("\u{2501} [2 Actors]") && text.trim_end().ends_with("v view")
        });
        let before = shown(&session);
        for _ in 0..2 {
            let mark = session.written();
            session.press(CTRL_Z);
            session.wait_for_bytes(mark, LEAVE);
            session.wait_for_bytes(mark, PROMPT);
            session.press("echo $((6 * 7)) is the answer\n");
            session.wait_for("42 is the answer");
            let mark = session.written();
            session.press("fg\n");
            session.wait_for_bytes(mark, CLEAR);
            session.wait_until("the screen as it was", |session| shown(session) == before);
        }
        let mark = session.written();
        session.press(QUIT);
        session.wait_for_bytes(mark, PROMPT);
        session.press("echo ended with $?\n");
        session.wait_for("ended with 0");
        session.press("clear\n");
    }
    session.press("exit\n");
    assert_whole_after(&session.end());
}

/// Where no shell could continue it, as in `xterm -e` or a container, it goes on.
#[test]
fn ctrl_z_where_there_is_no_shell_does_nothing() {
    let mut session = fundstelle();
    session.press(CTRL_Z);
    session.press(HELP);
    session.wait_for("Signs");
    end_by(session, CTRL_C);

    let mut session = started(by_shell("\"$0\" \"$1\"; exit 42"));
    session.press(CTRL_Z);
    session.press(HELP);
    session.wait_for("Signs");
    session.press(CTRL_C);
    assert_eq!(session.end().status.exit_code(), 42);
}

#[test]
fn sigtstp_and_back() {
    stops_and_continues(|session| session.signal(Signal::TSTP));
}

/// SIGSTOP cannot be caught: the terminal stays as it is, the shell sets it for itself, and SIGCONT is all we hear.
#[test]
fn sigstop_and_back() {
    let mut session = fundstelle();
    let before = session.text();
    session.signal(Signal::STOP);
    session.wait_for_stop();
    let mark = session.written();
    session.signal(Signal::CONT);
    session.wait_for_bytes(mark, CLEAR);
    session.wait_until("the screen as it was", |session| session.text() == before);
    quit(session);
}

/// Keys that open something over the panels or in their place, and words that show that it is open.
const PLACES: [(&str, &str); 6] = [
    ("", FIRST_SCREEN),
    ("/sing", "/ sing"),
    (":by", ": by"),
    (HELP, "background: from sources only"),
    ("5jj\r", " partly ·"),
    // At its first stop the last row names the keys, until one is pressed.
    (TOUR_GOES_ON, " 2/"),
];

/// What others leave on a terminal: words here and there, and a ground, a region and modes that spoil what follows.
const FOREIGN: &str = "\x1b[2;4r\x1b[4h\x1b[?7l\x1b[3;5H\x1b[41mBroadcast message\x1b[20;40Hfrom root\x1b(0";

/// The program with something open, all of it drawn.
fn open_at((keys, shows): (&str, &str)) -> Session {
    let mut session = fundstelle();
    session.press(keys);
    session.wait_for(shows);
    session.watch(Duration::from_millis(100));
    session
}

#[test]
fn ctrl_l_removes_what_others_wrote() {
    for place in PLACES {
        let mut session = open_at(place);
        let before = session.cells();
        session.write_from_elsewhere(FOREIGN);
        assert!(session.text().contains("Broadcast message") && session.text().contains("from root"));
        session.press(CTRL_L);
        session.wait_until("the screen as it was", |session| session.cells() == before);
        end_by(session, CTRL_C);
    }
}

/// There any key shows the stop again.
#[test]
fn ctrl_l_ends_the_black_screen_and_removes_what_others_wrote() {
    let mut session = open_at((TOUR_GOES_ON, " 2/"));
    let before = session.cells();
    session.press(BLACK);
    session.wait_until("black", |session| session.text().trim().is_empty());
    session.write_from_elsewhere(FOREIGN);
    session.press(CTRL_L);
    session.wait_until("the stop as it was", |session| session.cells() == before);
    end_by(session, CTRL_C);
}

/// Whether it gave the terminal back (SIGTSTP) or could not (SIGSTOP).
#[test]
fn whatever_is_open_is_drawn_anew_after_a_stop() {
    for place in PLACES {
        let mut session = open_at(place);
        let before = session.cells();
        for signal in [Signal::TSTP, Signal::STOP] {
            session.signal(signal);
            session.wait_for_stop();
            session.write_from_elsewhere(FOREIGN);
            session.signal(Signal::CONT);
            session.wait_until("the screen as it was", |session| session.cells() == before);
        }
        end_by(session, CTRL_C);
    }
}

#[test]
fn the_size_after_a_stop_is_the_size_now() {
    let mut session = fundstelle();
    session.signal(Signal::TSTP);
    session.wait_for_stop();
    session.resize((72, 22));
    session.signal(Signal::CONT);
    session.wait_for(FIRST_SCREEN);
    let narrow = session.text();
    assert!(narrow.lines().count() <= 22);
    quit(session);
}

/// Sizes as a window drag gives them, from one cell up, faster than anybody draws.
fn storm(session: &mut Session, keys: &str) {
    for step in 0..200_u16 {
        session.resize((1 + step * 37 % 200, 1 + step * 23 % 60));
        session.press(keys);
    }
    session.resize((1, 1));
    session.resize((200, 60));
    session.resize(USUAL);
}

#[test]
fn a_storm_of_sizes_ends_where_it_began() {
    let mut session = fundstelle();
    let before = session.text();
    storm(&mut session, "");
    session.wait_until("the screen as it was", |session| session.text() == before);
    quit(session);
}

#[test]
fn keys_in_a_storm_of_sizes_do_no_harm() {
    let mut session = fundstelle();
    storm(&mut session, MOVE);
    session.wait_for(FIRST_SCREEN);
    quit(session);
}

#[test]
fn many_keys_at_once_are_drawn_in_few_frames() {
    let mut session = fundstelle();
    let mark = session.written();
    session.press(&(MOVE.repeat(300) + QUIT));
    session.wait_for_bytes(mark, LEAVE);
    let frames = session.count(mark, FRAME);
    assert!(frames < 60, "{frames} frames for 300 keys");
    assert_whole_after(&session.end());
}

/// More than is read at once.
#[test]
fn the_end_of_a_long_burst_arrives() {
    let mut session = fundstelle();
    session.press(&(DOWN.repeat(1000) + QUIT));
    let end = session.end();
    assert_whole_after(&end);
    assert!(end.status.success(), "{:?}", end.status);
}

#[test]
fn a_key_shows() {
    let mut session = fundstelle();
    let before = session.text();
    session.press(HELP);
    session.wait_until("something else", |session| session.text() != before);
}

#[test]
fn while_nothing_happens_nothing_is_done() {
    let mut session = fundstelle();
    // The frame's last bytes may still be on their way.
    session.watch(Duration::from_millis(50));
    let (written, ticks) = (session.written(), processor_ticks(&session));
    session.watch(Duration::from_millis(300));
    assert_eq!(session.written(), written, "bytes written while idle");
    // A tick is 10 ms; a thread that spins uses 30 of them.
    assert!(processor_ticks(&session) <= ticks + 3, "processor used while idle");
}

/// User and system time so far; nothing where the system does not say.
fn processor_ticks(session: &Session) -> u64 {
    let path = format!("/proc/{}/stat", session.pid().as_raw_nonzero());
    let stat = std::fs::read_to_string(path).unwrap_or_default();
    // The name, in parentheses, may hold spaces; user and system time are the 12th and 13th after it.
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
}

#[test]
fn without_a_terminal_it_points_to_render() {
    let mut command = Command::new(BINARY);
    command
        .env("FUNDSTELLE_STATE", "off")
        .env("FUNDSTELLE_CONFIG", "off")
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("fundstelle render"), "{error}");
}

#[test]
fn a_terminal_is_shown_no_png() {
    let end = Session::start(reading(&["render", "--format", "png"]), USUAL).end();
    assert_eq!(end.status.exit_code(), 2);
    assert!(end.screen.contents().contains("-o FILE"), "{}", end.screen.contents());
    assert!(find(&end.bytes, "PNG\r\n").is_none() && find(&end.bytes, "IHDR").is_none());
}

/// A terminal to draw on, but none to read keys from.
#[test]
fn without_keys_it_points_to_render() {
    let mut command = by_shell("exec \"$0\" \"$1\" </dev/null");
    command.set_controlling_tty(false);
    let end = Session::start(command, USUAL).end();
    assert_eq!(end.status.exit_code(), 2);
    assert!(end.screen.contents().contains("fundstelle render"), "{}", end.screen.contents());
    assert!(find(&end.bytes, ENTER).is_none());
}

/// It could only print what moves the cursor.
#[test]
fn a_dumb_terminal_is_pointed_to_what_works_there() {
    let end = Session::start(by_shell("TERM=dumb exec \"$0\""), USUAL).end();
    assert_eq!(end.status.exit_code(), 2);
    for command in ["fundstelle read --plain", "fundstelle export --format text"] {
        assert!(end.screen.contents().contains(command), "{}", end.screen.contents());
    }
    assert!(find(&end.bytes, "\x1b").is_none());
}

/// The rule above the article, drawn, and with ASCII alone.
const RULE: &str = "\u{2501} 1 A";

#[test]
fn where_the_locale_is_not_utf8_signs_are_ascii() {
    for (setting, arguments, is_ascii) in [
        ("LANG=C", "", true),
        ("LC_ALL=POSIX", "", true),
        ("LC_CTYPE=de_AT.ISO-8859-1", "", true),
        ("LC_ALL=C", "brief", true),
        ("LANG=", "", false),
        ("LANG=C LC_CTYPE=C.UTF-8", "", false),
        ("LC_ALL=C", "--ascii=never", false),
        ("LC_ALL=C.UTF-8", "--ascii", true),
        ("LC_ALL=C.UTF-8", "--ascii=always", true),
    ] {
        let mut session =
            Session::start(by_shell(&format!("{setting} exec \"$0\" {arguments} \"$1\"")), USUAL);
        session.wait_for(if arguments == "brief" { "/12" } else { FIRST_SCREEN });
        session.wait_for_bytes(0, FRAME_END);
        let text = session.text();
        assert_eq!(!text.contains(['\u{2500}', '\u{2501}']), is_ascii, "{setting} {arguments}\n{text}");
        if arguments != "brief" {
            assert_eq!(text.contains(RULE), !is_ascii, "{setting} {arguments}\n{text}");
        }
        end_by(session, CTRL_C);
    }
}

#[test]
fn redirected_input_is_no_obstacle() {
    let session = started(by_shell("exec \"$0\" \"$1\" </dev/null"));
    quit(session);
}

/// How a colour begins, be it one of the sixteen.
const COLOUR: &str = "38;5;";

#[test]
fn no_color_is_obeyed_unless_a_theme_is_asked_for() {
    for (setting, arguments, is_coloured) in [
        ("NO_COLOR=1", "", false),
        ("NO_COLOR=", "", true),
        ("NO_COLOR=1", "--theme dark", true),
        ("NO_COLOR=", "--theme mono", false),
    ] {
        let session = started(by_shell(&format!("{setting} exec \"$0\" {arguments} \"$1\"")));
        assert_eq!(session.count(0, COLOUR) > 0, is_coloured, "{setting} {arguments}");
        quit(session);
    }
}

/// The reader's own key is a wish too.
#[test]
fn t_brings_colour_where_there_was_none() {
    let mut session = started(by_shell("NO_COLOR=1 exec \"$0\" \"$1\""));
    session.press(THEME);
    session.wait_for("Colours: the terminal's own");
    session.wait_for_bytes(0, COLOUR);
    session.press(THEME);
    session.wait_for("Colours: dark");
    let (columns, rows) = USUAL;
    let all = || (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    session.wait_until("the ground under every cell", |session| {
        let ground = |(row, column)| session.screen().cell(row, column).map(vt100::Cell::bgcolor);
        all().all(|place| ground(place) == Some(vt100::Color::Idx(234)))
    });
    quit(session);
}

/// A folder of its own for where one leaves off, removed at the end.
struct StateFolder(PathBuf);

impl StateFolder {
    fn new(test: &str) -> Self {
        Self(std::env::temp_dir().join(format!("fundstelle-{test}-{}", std::process::id())))
    }

    fn open(&self, arguments: &[&str]) -> Session {
        drawn(self.start(reading(arguments)))
    }

    fn start(&self, command: CommandBuilder) -> Session {
        Session::start_keeping(command, USUAL, &self.0.to_string_lossy())
    }

    /// The file for the fixture; beside it stands what the fixture held.
    fn file(&self) -> PathBuf {
        let files = std::fs::read_dir(&self.0).expect("a folder").map(|entry| entry.expect("a file").path());
        let files: Vec<PathBuf> =
            files.filter(|path| path.extension().is_none_or(|end| end != "seen")).collect();
        assert_eq!(files.len(), 1, "{files:?}");
        files[0].clone()
    }
}

impl Drop for StateFolder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const LEFT_OFF: &str = "Where you left off";
const UNTOUCHED: &str = "b the tour";
/// Selects a claim and goes to its words.
const READ: &str = "5jjw";
/// Says again what is selected.
const NOTHING: &str = ",\x1b";

fn read_on(session: &mut Session) -> String {
    session.press(READ);
    session.wait_until("the claim's words", |session| {
        let text = session.text();
        // The key bar is written last; before it is, the rest may be half done.
        let is_last = text.contains("←→ name") && text.trim_end().ends_with(": go to");
        is_last && text.contains("━ 1 Article") && text.contains("[5 Claims]") && text.contains(" partly ·")
    });
    shown(session)
}

/// What is on the screen. Blanks at the end of a row are written or not, depending on what was there before.
fn shown(session: &Session) -> String {
    session.text().lines().flat_map(|row| [row.trim_end(), "\n"]).collect()
}

/// The screen of a second reading, once it says nothing of where it began.
fn read_again(kept: &StateFolder) -> String {
    let mut session = kept.open(&[]);
    session.wait_for(LEFT_OFF);
    session.press(NOTHING);
    session.wait_until("the selection named", |session| !session.text().contains(LEFT_OFF));
    // What follows Esc at once is one key with it.
    session.watch(Duration::from_millis(100));
    let text = shown(&session);
    quit(session);
    text
}

#[test]
fn one_opens_where_one_left_off() {
    let kept = StateFolder::new("resume");
    let mut session = kept.open(&[]);
    assert!(session.text().contains(UNTOUCHED));
    let before = read_on(&mut session);
    quit(session);
    assert_eq!(read_again(&kept), before);

    // And `--fresh` does not, and is itself what is left off at.
    let mut session = kept.open(&["--fresh"]);
    assert!(session.text().contains(UNTOUCHED));
    session.press(QUIT);
    session.end();
    assert!(kept.open(&[]).text().contains(UNTOUCHED));
}

#[test]
fn keys_and_quit_in_one_burst_are_remembered() {
    let kept = StateFolder::new("burst");
    let mut session = kept.open(&[]);
    session.press(&format!("{READ}{QUIT}"));
    session.end();
    kept.open(&[]).wait_for(LEFT_OFF);
}

/// A window closed, a connection lost, a session ended: nobody pressed a key, and all come back.
#[test]
fn a_signal_does_not_lose_the_place() {
    for signal in [Signal::TERM, Signal::HUP] {
        let kept = StateFolder::new(&format!("signal-{}", signal.as_raw()));
        let mut session = kept.open(&[]);
        let before = read_on(&mut session);
        session.signal(signal);
        assert_whole_after(&session.end());
        assert_eq!(read_again(&kept), before);
    }
    let kept = StateFolder::new("hang-up");
    let mut session = kept.open(&[]);
    let before = read_on(&mut session);
    session.hang_up(HELP);
    assert_eq!(read_again(&kept), before);
}

#[test]
fn a_stopped_program_has_its_place_on_disk() {
    let kept = StateFolder::new("stopped");
    let mut session = kept.open(&[]);
    read_on(&mut session);
    session.signal(Signal::TSTP);
    session.wait_for_stop();
    assert!(kept.file().is_file());
    session.signal(Signal::KILL);
    session.end();
    kept.open(&[]).wait_for(LEFT_OFF);
}

#[test]
fn whoever_wants_nothing_remembered_has_nothing_remembered() {
    let kept = StateFolder::new("off");
    let mut command = reading(&[]);
    // Also where it would be kept without the variable.
    command.env("XDG_STATE_HOME", &kept.0);
    let mut session = started(command);
    read_on(&mut session);
    session.press(QUIT);
    session.end();
    assert!(!kept.0.exists());
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_word_it_is_kept_where_the_platform_keeps_state() {
    let kept = StateFolder::new("usual");
    let mut command = reading(&[]);
    command.env("XDG_STATE_HOME", &kept.0);
    quit(drawn(Session::start_keeping(command, USUAL, "")));
    let files = std::fs::read_dir(kept.0.join("fundstelle")).unwrap();
    let mut names: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    names.sort();
    let ends: Vec<_> = names.iter().filter_map(|path| path.extension()).collect();
    assert_eq!(ends, ["seen", "toml"], "{names:?}");
}

#[test]
fn state_that_is_broken_or_cannot_be_kept_is_no_obstacle() {
    let kept = StateFolder::new("broken");
    quit(kept.open(&[]));
    std::fs::write(kept.file(), b"version = 1\n\xff\x00[[").unwrap();
    let mut session = kept.open(&[]);
    assert!(session.text().contains(UNTOUCHED));
    read_on(&mut session);
    session.press(QUIT);
    let end = session.end();
    assert!(end.status.success(), "{:?}", end.status);
    kept.open(&[]).wait_for(LEFT_OFF);

    // A file where the folder should be.
    let nowhere = StateFolder(kept.file());
    let session = nowhere.open(&[]);
    assert!(session.text().contains(UNTOUCHED));
    quit(session);
}

const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";
/// What asks for movements even while no button is down. Those with a button down are wanted: they mark words.
const MOVEMENTS: &str = "\x1b[?1003h";

fn with_mouse() -> Session {
    let mut session = started(reading(&["--mouse"]));
    session.wait_for("Mouse on");
    session
}

#[test]
fn the_mouse_is_the_terminals_unless_asked_for() {
    let mut session = fundstelle();
    session.press(&format!("{READ}{QUIT}"));
    let end = session.end();
    assert_whole_after(&end);
    assert!(find(&end.bytes, "\x1b[?100").is_none());
}

#[test]
fn the_mouse_is_given_back_however_it_ends() {
    for end in [
        |mut session: Session| {
            session.press(QUIT);
            session.end()
        },
        |session: Session| {
            session.signal(Signal::TERM);
            session.end()
        },
        |mut session: Session| {
            session.press("M");
            session.wait_for("Mouse off");
            session.press(QUIT);
            session.end()
        },
    ] {
        let end = end(with_mouse());
        assert_whole_after(&end);
        assert!(find(&end.bytes, MOVEMENTS).is_none());
        let (on, off) = (find(&end.bytes, MOUSE_ON), find(&end.bytes, MOUSE_OFF));
        assert!(on.is_some() && on < off, "{on:?} {off:?}");
    }
}

#[test]
fn a_stopped_program_leaves_the_mouse_alone() {
    let mut session = with_mouse();
    let mark = session.written();
    session.signal(Signal::TSTP);
    session.wait_for_bytes(mark, MOUSE_OFF);
    session.wait_for_stop();
    let mark = session.written();
    session.signal(Signal::CONT);
    session.wait_for_bytes(mark, MOUSE_ON);
    quit(session);
}

#[test]
fn clicks_and_the_wheel_arrive_and_a_flood_of_them_is_drawn_in_few_frames() {
    let mut session = with_mouse();
    let top = session.text();
    // A notch towards the reader, in the middle of the article.
    let notch = "\x1b[<65;20;8M";
    let mark = session.written();
    session.press(&notch.repeat(500));
    session.wait_until("the article scrolled", |session| session.text() != top);
    session.press("\x1b[<0;14;20M\x1b[<0;14;20m");
    session.wait_until("the panel that was clicked", |session| session.text().contains("━ [2 Actors]"));
    let frames = session.count(mark, FRAME);
    assert!(frames < 60, "{frames} frames for 500 notches");
    quit(session);
}

fn tour(arguments: &[&str]) -> Session {
    let mut session = Session::start(reading(&[&["brief"], arguments].concat()), USUAL);
    session.wait_for("/12");
    session
}

/// The screen is black, and comes back; the tour is left for reading, and resumed where it was.
#[test]
fn a_tour_is_black_left_and_resumed() {
    let mut session = tour(&["--lang", "en", "--stop", "5"]);
    session.wait_for("5/12");
    session.press(".");
    session.wait_until("a black screen", |session| session.text().trim().is_empty());
    session.press(".");
    session.wait_for("5/12");
    session.press("\x1b[C");
    session.wait_for("6/12");
    session.press(QUIT);
    session.wait_for("1 Article");
    session.press("2j");
    session.press("b");
    session.wait_for("6/12");
    end_by(session, CTRL_C);
}

/// It steps by itself, and no longer once a key was pressed.
#[test]
fn a_tour_steps_by_itself_until_a_key() {
    let mut session = tour(&["--lang", "en", "--auto", "1"]);
    session.wait_for("2/12");
    session.wait_for("3/12");
    session.press("2");
    session.wait_for("To stop 2");
    session.press("\r");
    session.wait_for("2/12");
    session.watch(Duration::from_millis(1500));
    assert!(session.text().contains("2/12"), "{}", session.text());
    session.press("N");
    session.wait_for("0:0");
    end_by(session, CTRL_C);
}
