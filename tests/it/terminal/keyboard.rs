//! What arrives from a terminal is what was meant: no answer of it, no stalled sequence and no pasted text is a command, and
//! nothing silences the keyboard.

use std::time::Duration;

use super::{
    CTRL_C, FRAME_END, HELP, MOVE, USUAL, assert_whole_after, end_by, fundstelle, processor_ticks, reading,
};
use crate::common::pty::Session;

/// Longer than the program waits for the rest of a sequence, or of a text.
const PAUSE: Duration = Duration::from_millis(150);

const ON_CARD: &str = "Enter follow";

const ANSWERS: [&str; 16] = [
    "\x1b[?2026;2$y",
    "\x1b[?997;1n",
    "\x1b[?1;3;256S",
    "\x1b[?6;1;1R",
    "\x1b[?62;1;6;22c",
    "\x1b[>41;377;0c",
    "\x1b[?0u",
    "\x1bP>|XTerm(379)\x1b\\",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1bP1$r2 q\x1b\\",
    "\x1b]4;1;rgb:cdcd/0000/0000\x07",
    "\x1b]11;rgb:1a1a/1b1b/2626\x07",
    "\x1b]52;c;cXVpdA1xDQ==\x1b\\",
    "\x1b_Gi=1;OK\x1b\\",
    "\x1b^q\rq\x1b\\",
    "\x1bXq\rq\x1b\\",
];

/// The screen after help was opened and closed, which shows that everything before has arrived.
fn after_help(session: &mut Session) -> String {
    session.press(HELP);
    session.wait_until("the help", |session| !session.text().contains("1 Article"));
    session.press("\x1b");
    // The key bar is written last.
    session.wait_until("the panels again", |session| {
        let text = session.text();
        let bar = text.trim_end().lines().last().unwrap_or_default();
        text.contains("1 Article") && bar.contains("q quit") && bar.contains("c claim")
    });
    session.text().lines().flat_map(|row| [row.trim_end(), "\n"]).collect()
}

fn exit(session: Session) {
    end_by(session, CTRL_C);
}

fn on_card() -> Session {
    let mut session = fundstelle();
    session.press("2\r");
    session.wait_for(ON_CARD);
    session
}

#[test]
fn answers_of_the_terminal_are_no_commands() {
    let mut session = fundstelle();
    let before = after_help(&mut session);
    for answer in ANSWERS {
        session.press(answer);
    }
    assert_eq!(after_help(&mut session), before);
    exit(session);
}

/// A program before us asked, over a slow line, and ended.
#[test]
fn answers_that_wait_already_are_no_commands() {
    let mut session = fundstelle();
    let usual = after_help(&mut session);
    exit(session);
    let mut session = Session::start(reading(&[]), USUAL);
    session.press(&ANSWERS.concat());
    session.wait_for_bytes(0, FRAME_END);
    assert_eq!(after_help(&mut session), usual);
    exit(session);
}

#[test]
fn nothing_unfinished_silences_the_keyboard() {
    for unfinished in [
        "\x1b[?",
        "\x1b[?2026;2",
        "\x1b[<0;10;1",
        "\x1b[200~",
        "\x1b]11;rgb:",
        "\x1bP1+r",
        "\x1b[M!",
        "\x1bO",
    ] {
        let mut session = fundstelle();
        session.press(unfinished);
        session.watch(PAUSE);
        session.press(HELP);
        session.wait_until("the help", |session| !session.text().contains("1 Article"));
        session.press(unfinished);
        session.press(CTRL_C);
        assert_whole_after(&session.end());
    }
}

#[test]
fn an_unfinished_sequence_costs_nothing() {
    let mut session = fundstelle();
    session.press("\x1b[?");
    session.watch(PAUSE);
    let (written, ticks) = (session.written(), processor_ticks(&session));
    session.watch(Duration::from_millis(300));
    assert_eq!(session.written(), written);
    assert!(processor_ticks(&session) <= ticks + 3, "processor used while idle");
    exit(session);
}

#[test]
fn alt_and_an_arrow_is_no_escape() {
    let mut session = on_card();
    let before = session.text();
    session.press("\x1b\x1b[A\x1b\x1b[C\x1bq");
    session.watch(PAUSE);
    assert_eq!(session.text(), before);
    session.press("\x1b");
    session.wait_until("the card closed", |session| !session.text().contains(ON_CARD));
    exit(session);
}

#[test]
fn a_flood_of_arrows_is_no_escape() {
    let mut session = on_card();
    let before = session.text();
    session.press(&"\x1b[B".repeat(4000));
    session.wait_until("the end of the card", |session| {
        session.text().contains("/ 33") && session.text() != before
    });
    session.watch(PAUSE);
    assert!(session.text().contains(ON_CARD), "{}", session.text());
    exit(session);
}

/// The rest of a sequence comes later than Esc can wait.
#[test]
fn what_stalls_after_escape_is_no_text() {
    let mut session = fundstelle();
    let before = after_help(&mut session);
    for rest in ["[200~q\rq\x1b[201~", "]11;rgb:1a1a/1b1b/2626\x07", "[?2026;2$y"] {
        session.press("\x1b");
        session.watch(Duration::from_millis(50));
        session.press(rest);
    }
    assert_eq!(after_help(&mut session), before);
    exit(session);
}

#[test]
fn a_paste_with_no_marks_is_no_command() {
    let mut session = fundstelle();
    let before = after_help(&mut session);
    session.press("The council will quit the old bridge.\rq\rquit now\r");
    session.watch(PAUSE);
    assert_eq!(after_help(&mut session), before);
    // Where a line is typed it is typed, and its end does not end that.
    session.press(":");
    session.wait_for("Go to");
    session.press("quit the old bridge\r");
    session.wait_for(": quit the old bridge");
    session.watch(PAUSE);
    assert!(session.text().contains(": quit the old bridge"), "{}", session.text());
    exit(session);
}

#[test]
fn keys_of_a_script_are_keys() {
    let mut session = fundstelle();
    session.press("2j\r");
    session.wait_for(ON_CARD);
    session.press("q");
    session.wait_until("the card closed", |session| !session.text().contains(ON_CARD));
    session.press("/ausfuhr starker\r");
    session.wait_for("/ausfuhr starker · hit");
    session.press(&format!("{}q", MOVE.repeat(300)));
    assert!(session.end().status.success());
}

/// Longer than a terminal's queue, so it comes in many pieces.
#[test]
fn a_large_paste_arrives_and_the_next_key_too() {
    let mut session = fundstelle();
    session.press(":");
    session.wait_for("Go to");
    session.press(&format!("\x1b[200~bridge {}\x1b[201~", "q\r".repeat(100_000)));
    session.wait_for("q q q q");
    session.press("\x15");
    session.press("actors");
    session.wait_for(": actors");
    exit(session);
}

/// Where the terminal's cursor stands, as column and row.
fn cursor(session: &Session) -> (u16, u16) {
    let (row, column) = session.screen().cursor_position();
    (column, row)
}

/// The cell under the cursor.
fn under_cursor(session: &Session) -> String {
    let (column, row) = cursor(session);
    session.screen().cell(row, column).map(|cell| cell.contents().to_owned()).unwrap_or_default()
}

/// It is hidden, but braille displays and input methods go by it.
#[test]
fn the_hidden_cursor_stands_on_the_selected_row_and_at_the_caret() {
    let mut session = fundstelle();
    session.press("2");
    session.wait_until("the cursor on the row", |session| under_cursor(session) == "▶");
    let first = cursor(&session);
    session.press("j");
    session.wait_until("the cursor on the next row", |session| {
        under_cursor(session) == "▶" && cursor(session).1 > first.1
    });
    assert!(session.screen().hide_cursor());
    session.press("/");
    session.wait_for("Search");
    session.press("fe");
    session.wait_until("the cursor after what is typed", |session| {
        let (column, row) = cursor(session);
        let before =
            (column.saturating_sub(2)..column).filter_map(|column| session.screen().cell(row, column));
        before.map(|cell| cell.contents().to_owned()).collect::<String>() == "fe"
    });
    // Nothing is written while nothing happens.
    session.watch(PAUSE);
    let written = session.written();
    session.watch(Duration::from_millis(300));
    assert_eq!(session.written(), written);
    exit(session);
}

#[test]
fn the_cursor_is_shown_where_that_is_asked_for() {
    let mut session = Session::start(reading(&["--cursor"]), USUAL);
    session.wait_for_bytes(0, FRAME_END);
    session.press("2");
    session.wait_until("the cursor on the row", |session| under_cursor(session) == "▶");
    assert!(!session.screen().hide_cursor());
    exit(session);
}

/// Text that begins with a prefix is text, and a prefix waits however late the next key is.
#[test]
fn a_prefix_waits_and_text_is_not_what_follows() {
    let mut session = fundstelle();
    session.press(",");
    session.wait_for("Esc cancel");
    session.watch(PAUSE);
    session.press("a");
    session.wait_until("the timeline", |session| !session.text().contains("Esc cancel"));
    session.wait_for("3 Timeline");
    session.press(",");
    session.wait_for("Esc cancel");
    session.press("the council will quit the old bridge\r");
    session.wait_until("no prefix", |session| !session.text().contains("Esc cancel"));
    // At once, as a script sends it.
    session.press(",s");
    session.wait_for("5 Claims");
    exit(session);
}
