use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;
use ratatui::layout::Position;

use super::burst::{HOLD, TEXT_END, only_moves};
use super::decoder::Decoder;
use super::parser::SETTLE;
use super::{INTERRUPT, Input, LONGEST_PASTE};
use crate::input::action::Action;
use crate::input::key::{Code, Key};
use crate::input::keymap::Keymap;
use crate::input::mouse::{Gesture, Mouse};

/// A decoder, and what it has read.
struct Desk {
    decoder: Decoder,
    read: Vec<Input>,
}

impl Desk {
    fn new() -> Self {
        Self::with_keys(Keymap::default())
    }

    fn with_keys(keymap: Keymap) -> Self {
        Self { decoder: Decoder::new(Arc::new(keymap)), read: Vec::new() }
    }

    fn feed(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
        self.decoder.feed(bytes.as_ref(), &mut self.read);
        self
    }

    /// Lets so much time pass, as the thread that reads does.
    fn pass(&mut self, mut time: Duration) -> &mut Self {
        while let Some(wait) = self.decoder.wait().filter(|wait| *wait <= time) {
            self.decoder.quiet(wait, &mut self.read);
            time -= wait;
        }
        if self.decoder.wait().is_some() {
            self.decoder.quiet(time, &mut self.read);
        }
        self
    }

    fn pause(&mut self) -> &mut Self {
        self.pass(Duration::from_secs(1));
        assert_eq!(self.decoder.wait(), None, "after a pause nothing waits");
        self
    }

    fn take(&mut self) -> Vec<Input> {
        std::mem::take(&mut self.read)
    }
}

/// What is read of bytes that come at once, and after them nothing.
fn read(bytes: impl AsRef<[u8]>) -> Vec<Input> {
    Desk::new().feed(bytes).pause().take()
}

/// Keys as they are written in scripts.
fn keys(script: &str) -> Vec<Input> {
    script.split_whitespace().map(|word| Input::Key(word.parse().expect("a key"))).collect()
}

fn paste(text: &str) -> Input {
    Input::Paste(text.to_owned())
}

const ESC: &str = "Esc";

/// What terminals answer, late or to a program before us.
const ANSWERS: &[&str] = &[
    // DECRPM, colour scheme, XTSMGRAPHICS, DECXCPR, CPR, DSR.
    "\x1b[?2026;2$y",
    "\x1b[?2031;0$y",
    "\x1b[4;1$y",
    "\x1b[?997;1n",
    "\x1b[?1;3;256S",
    "\x1b[?2;0;1920;1080S",
    "\x1b[?6;1;1R",
    "\x1b[12;40R",
    "\x1b[0n",
    // DA1, DA2, DA3, XTVERSION.
    "\x1b[?62;1;2;6;9;15;22c",
    "\x1b[?6c",
    "\x1b[>41;377;0c",
    "\x1b[>0;276;0c",
    "\x1bP!|00000000\x1b\\",
    "\x1bP>|XTerm(379)\x1b\\",
    "\x1bP>|tmux 3.3a\x1b\\",
    // Sizes and places of the window, its title.
    "\x1b[8;30;100t",
    "\x1b[4;600;800t",
    "\x1b[3;10;10t",
    "\x1b]lq quit\x1b\\",
    // Colours and clipboard.
    "\x1b]4;1;rgb:cdcd/0000/0000\x07",
    "\x1b]10;rgb:ffff/ffff/ffff\x07",
    "\x1b]11;rgb:1a1a/1b1b/2626\x07",
    "\x1b]11;rgb:1a1a/1b1b/2626\x1b\\",
    "\x1b]12;rgba:ffff/ffff/ffff/ffff\x1b\\",
    "\x1b]52;c;cXVpdA1xDQ==\x07",
    "\x1b]52;c;cXVpdA1xDQ==\x1b\\",
    // XTGETTCAP, DECRQSS, kitty's graphics and keyboard, DECCKSR.
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1bP0+r\x1b\\",
    "\x1bP1$r0m\x1b\\",
    "\x1bP1$r2 q\x1b\\",
    "\x1bP1$r0;31\"p\x1b\\",
    "\x1bP7!~0000\x1b\\",
    "\x1b_Gi=1;OK\x1b\\",
    "\x1b_Gi=31;ENOENT:q\x1b\\",
    "\x1b[?0u",
    "\x1b[?31u",
    // Nobody sends these.
    "\x1b^q quit q\x1b\\",
    "\x1bXq\rq\x1b\\",
    "\x1bXä ö 中 q\x07",
    // Focus, and the mouse where we did not ask for it so.
    "\x1b[I",
    "\x1b[O",
    "\x1b[M !!",
    "\x1b[M\x20\x7e\x7e",
    "\x1b[35;10;10M",
    "\x1b[<35;10;10M",
    "\x1b[<2;10;10m",
];

#[test]
fn no_answer_of_a_terminal_is_a_key() {
    for answer in ANSWERS {
        assert_eq!(read(answer), [], "{answer:?}");
        for at in 1..answer.len() {
            let (one, other) = answer.as_bytes().split_at(at);
            let mut desk = Desk::new();
            // Cut anywhere, and late, but not as late as a key.
            desk.feed(one).pass(SETTLE * 9 / 10).feed(other).pause();
            assert_eq!(desk.take(), [], "{answer:?} cut at {at}");
        }
    }
    assert_eq!(read(ANSWERS.concat()), []);
}

/// The same in controls of eight bits, as they are and in UTF-8 (xterm after `ESC SP G`).
#[test]
fn no_answer_in_controls_of_eight_bits_is_a_key() {
    for answer in ANSWERS {
        let mut raw: Vec<u8> = Vec::new();
        let mut bytes = answer.bytes().peekable();
        while let Some(byte) = bytes.next() {
            match bytes.peek() {
                Some(next @ 0x40..=0x5f) if byte == 0x1b => {
                    raw.push(next + 0x40);
                    bytes.next();
                }
                _ => raw.push(byte),
            }
        }
        let encoded: String = raw.iter().map(|byte| char::from(*byte)).collect();
        assert_eq!(read(&raw), [], "{answer:?}");
        assert_eq!(read(&encoded), [], "{answer:?}");
    }
    assert_eq!(read("\u{9b}C\u{9b}B\u{8f}P"), keys("Right Down F1"));
    assert_eq!(read(b"\x9bC"), keys("Right"));
    // Within a text in UTF-8 a byte like ST may be part of a letter.
    assert_eq!(read("\x1b]l\u{201c}q\u{201d}\x1b\\j"), keys("j"));
}

/// More than once, in pieces no hand sends.
#[test]
fn an_answer_that_stalls_twice_is_no_key() {
    for pieces in [
        ["\x1b]11;rgb:1a1a/", "bbbb/cc", "qq\x07"],
        ["\x1bP1+r544e=78", "7465726d2d", "323536q\x1b\\"],
        ["\x1b[", "?2026;", "2$y"],
    ] {
        let mut desk = Desk::new();
        for piece in pieces {
            desk.feed(piece).pass(SETTLE * 3);
        }
        assert_eq!(desk.pause().take(), [], "{pieces:?}");
    }
    let mut desk = Desk::new();
    for piece in ["\x1b[200~klar. ", "quote d t ", "end\x1b[201~"] {
        desk.feed(piece).pass(SETTLE * 3);
    }
    assert_eq!(desk.pause().take(), ["klar. ", "quote d t ", "end"].map(paste));
}

/// A connection that stalls in the middle of an answer: what had begun goes on.
#[test]
fn an_answer_that_stalls_is_no_key_either() {
    for answer in ANSWERS {
        let is_mouse = answer.starts_with("\x1b[M");
        for at in 2..answer.len().saturating_sub(1) {
            let (one, other) = answer.as_bytes().split_at(at);
            // The three bytes of an old report look like keys.
            if is_mouse || answer == &"\x1b[0n" {
                continue;
            }
            assert_eq!(
                Desk::new().feed(one).pause().feed(other).pause().take(),
                [],
                "{answer:?} cut at {at}"
            );
        }
    }
    let late = |rest: &str| Desk::new().feed("\x1b").pause().feed(rest).pause().take();
    for rest in ["[?2026;2$y", "]11;rgb:1a1a/1b1b/2626\x07", "P1+r544e=787465726d\x1b\\", "_Gi=1;OK\x1b\\"] {
        assert_eq!(late(rest), keys(ESC), "{rest:?}");
    }
    // Esc was wrong, but what follows it is at least what it is.
    assert_eq!(late("[B"), keys("Esc Down"));
    assert_eq!(late("[200~q\rq\x1b[201~"), [keys(ESC), vec![paste("q\rq")]].concat());
    assert_eq!(late("[2"), keys("Esc [ 2"));
}

#[test]
fn keys_as_terminals_send_them() {
    for (bytes, script) in [
        ("\r", "Enter"),
        ("\n", "Ctrl+j"),
        ("\t", "Tab"),
        ("\x7f", "Backspace"),
        ("\x08", "Ctrl+h"),
        ("\x01\x1a", "Ctrl+a Ctrl+z"),
        ("\x1c\x1f", "Ctrl+4 Ctrl+7"),
        ("äß中€😀", "ä ß 中 € 😀"),
        ("2jjG?", "2 j j G ?"),
        // Arrows: plain, application mode, with Ctrl, rxvt with Shift and with Ctrl, and of old.
        ("\x1b[A\x1b[B\x1b[C\x1b[D", "Up Down Right Left"),
        ("\x1bOA\x1bOB\x1bOC\x1bOD", "Up Down Right Left"),
        ("\x1b[1;2A\x1b[1;2B\x1b[1;2D", "Shift+Up Shift+Down Left"),
        ("\x1b[a\x1b[b\x1b[d", "Shift+Up Shift+Down Left"),
        // Home and End, in all their forms.
        ("\x1b[H\x1b[1~\x1b[7~\x1bOH", "Home Home Home Home"),
        ("\x1b[F\x1b[4~\x1b[8~\x1bOF", "End End End End"),
        ("\x1b[3~\x1b[5~\x1b[6~", "Delete PageUp PageDown"),
        ("\x1b[Z\x1b[1;2Z", "Shift+Tab Shift+Tab"),
        // Function keys: SS3, CSI, numbers, the Linux console.
        ("\x1bOP\x1bOQ\x1bOR\x1bOS", "F1 F2 F3 F4"),
        ("\x1b[P\x1b[Q\x1b[S", "F1 F2 F4"),
        ("\x1b[11~\x1b[12~\x1b[13~\x1b[14~\x1b[15~", "F1 F2 F3 F4 F5"),
        ("\x1b[17~\x1b[18~\x1b[19~\x1b[20~\x1b[21~\x1b[23~\x1b[24~", "F6 F7 F8 F9 F10 F11 F12"),
        ("\x1b[[A\x1b[[E", "F1 F5"),
        ("\x1b[1;2P\x1b[15;2~", "F1 F5"),
        // The keypad in application mode.
        ("\x1bOM\x1bOp\x1bOy\x1bOk\x1bOn", "Enter 0 9 + ."),
        // kitty's protocol and xterm's modifyOtherKeys, left on by another program.
        ("\x1b[97u\x1b[97;5u\x1b[97;2u\x1b[97:65;2u", "a Ctrl+a A A"),
        ("\x1b[99;6u\x1b[27;5;97~\x1b[27;2;65~", "Ctrl+c Ctrl+a A"),
        ("\x1b[13u\x1b[9u\x1b[9;2u\x1b[127u", "Enter Tab Shift+Tab Backspace"),
        ("\x1b[57404u\x1b[57414u\x1b[57419u", "5 Enter Up"),
        ("\x1b[106;1:1u\x1b[106;1:2u\x1b[106;1:3u", "j j"),
        ("\x1b[1;1:1B\x1b[1;1:3B", "Down"),
        // Caps Lock and Num Lock are no modifiers.
        ("\x1b[106;65u\x1b[1;129B", "j Down"),
    ] {
        let mut desk = Desk::new();
        desk.feed(bytes).pause();
        assert_eq!(desk.take(), keys(script), "{bytes:?}");
    }
    let ctrl = |code| vec![Input::Key(Key { code, ctrl: true })];
    assert_eq!(read("\0"), ctrl(Code::Char(' ')));
    assert_eq!(read("\x1b[1;5A"), ctrl(Code::Up));
    assert_eq!(read("\x1b[5A"), ctrl(Code::Up));
    assert_eq!(read("\x1bOa"), ctrl(Code::Up));
    assert_eq!(read("\x1bO5C"), ctrl(Code::Right));
    assert_eq!(read("\x1b[7^"), ctrl(Code::Home));
    assert_eq!(read("\x1b[3@"), ctrl(Code::Delete));
    assert_eq!(read("\x1b[13;5u"), ctrl(Code::Enter));
}

#[test]
fn alt_with_a_key_is_nothing() {
    for bytes in [
        "\x1bq",
        "\x1b2",
        "\x1bä",
        "\x1b\r",
        "\x1b\x7f",
        "\x1b\x1a",
        "\x1b\x1b[A",
        "\x1b\x1b[C",
        "\x1b\x1bOA",
        "\x1b\x1b[5~",
        "\x1b[1;3A",
        "\x1b[3;3~",
        "\x1b[113;3u",
        "\x1b[27;3;113~",
        "\x1b[113;9u",
        "\x1b\x1b[[A",
        "\x1b[",
        "\x1bO",
        "\x1b]",
        "\x1bP",
        "\x1b_",
        "\x1b^",
        "\x1bX",
    ] {
        let mut desk = Desk::new();
        desk.feed(bytes).pause();
        assert_eq!(desk.take(), [], "{bytes:?}");
        // And the next key is that key.
        desk.feed("j").pause();
        assert_eq!(desk.take(), keys("j"), "j after {bytes:?}");
        for at in 1..bytes.len() {
            let (one, other) = bytes.as_bytes().split_at(at);
            desk.feed(one).pass(SETTLE / 2).feed(other).pause();
            assert_eq!(desk.take(), [], "{bytes:?} cut at {at}");
        }
    }
}

#[test]
fn escape_is_a_key_once_nothing_follows_it() {
    let mut desk = Desk::new();
    desk.feed("\x1b").pass(SETTLE * 9 / 10);
    assert_eq!(desk.take(), []);
    desk.pass(SETTLE / 10);
    assert_eq!(desk.take(), keys(ESC));
    assert_eq!(desk.decoder.wait(), None, "nothing wakes it again");
    assert!(SETTLE + HOLD <= Duration::from_millis(50), "Esc is immediate");
    assert_eq!(read("\x1b\x1b"), keys("Esc Esc"));
    assert_eq!(read("\x1b\x1b\x1b[A"), keys(ESC));
    assert_eq!(read("\x1b\x1bj"), keys(ESC));
    assert_eq!(Desk::new().feed("\x1b").pause().feed("j").pause().take(), keys("Esc j"));
}

#[test]
fn a_sequence_that_is_interrupted_gives_way() {
    for (bytes, script) in [
        ("\x1b[1\x1b[B", "Down"),
        ("\x1b[1\x1b[C", "Right"),
        ("\x1b[?\x03", "Ctrl+c"),
        ("\x1b[<0;10;1\x03", "Ctrl+c"),
        ("\x1b[\x18j", "j"),
        ("\x1b[?1\x1aj", "j"),
        ("\x1bO\x03", "Ctrl+c"),
        ("\x1b\x03", "Ctrl+c"),
        ("\x1b]11;rgb\x03", "Ctrl+c"),
        ("\x1b]11;rgb\x18j", "j"),
        ("\x1bP1+r\x1b[B", "Down"),
        ("\x1b_G\x1b\x1b[B", ""),
        ("\x1b[M!\x03", "Ctrl+c"),
        ("\x1b[M!\x1b[B", "Down"),
        ("\x1b[1ä", "ä"),
    ] {
        assert_eq!(read(bytes), keys(script), "{bytes:?}");
    }
}

#[test]
fn broken_text_and_other_encodings_are_no_keys() {
    for bytes in [&b"\xff\xfe"[..], b"\xc3", b"\xc0\x80", b"\xed\xa0\x80", b"\xa0\xbf"] {
        assert_eq!(read(bytes), []);
        let mut desk = Desk::new();
        desk.feed(bytes).feed("j").pause();
        assert_eq!(desk.take(), keys("j"), "{bytes:?}");
    }
    // What is a control of eight bits may begin a sequence; after a pause a key is one.
    for bytes in [&b"\x9b"[..], b"\x9d11;", b"\x90", b"\xc2\x9b", b"\x84"] {
        let mut desk = Desk::new();
        desk.feed(bytes).pause().feed("j").pause();
        assert_eq!(desk.take(), keys("j"), "{bytes:?}");
    }
    // A character that is cut, however late its rest is.
    assert_eq!(Desk::new().feed(b"\xe4\xb8").pause().feed(b"\xad").pause().take(), keys("中"));
}

#[test]
fn a_flood_of_arrows_is_arrows_however_it_is_cut() {
    let flood = "\x1b[B".repeat(4000);
    for size in [1, 2, 1023, 1024, 4095, 4096] {
        let mut desk = Desk::new();
        for piece in flood.as_bytes().chunks(size) {
            desk.feed(piece);
        }
        assert_eq!(desk.take(), keys(&"Down ".repeat(4000)), "in pieces of {size}");
    }
}

fn mouse(gesture: Gesture, (x, y): (u16, u16)) -> Input {
    Input::Mouse(Mouse { gesture, at: Position::new(x, y) })
}

#[test]
fn what_the_mouse_does() {
    assert_eq!(
        read("\x1b[<0;14;20M\x1b[<32;15;20M\x1b[<0;15;20m"),
        [mouse(Gesture::Click, (13, 19)), mouse(Gesture::Drag, (14, 19)), mouse(Gesture::Release, (14, 19)),]
    );
    assert_eq!(read("\x1b[<64;1;1M"), [mouse(Gesture::WheelUp, (0, 0))]);
    assert_eq!(read("\x1b[<65;300;200M"), [mouse(Gesture::WheelDown, (299, 199))]);
    for other in [
        "<4;1;1M",
        "<1;1;1M",
        "<2;1;1M",
        "<33;1;1M",
        "<35;1;1M",
        "<36;1;1M",
        "<66;1;1M",
        "<0;0;1M",
        "<0;1M",
        "<0;99999;1M",
        "<M",
    ] {
        assert_eq!(read(format!("\x1b[{other}")), [], "{other}");
    }
    assert_eq!(read("\x1b[<65;2;2M".repeat(500)).len(), 500);
    // Cut, and the rest late.
    let mut desk = Desk::new();
    desk.feed("\x1b[<0;14").pause().feed(";20M").pause();
    assert_eq!(desk.take(), [mouse(Gesture::Click, (13, 19))]);
}

#[test]
fn a_paste_is_text_however_it_is_cut() {
    let bytes = "\x1b[200~q\rq \x1b[Aä\x03\x1b[200~\x1b\x1b[201\x1b[201~";
    let text = "q\rq \x1b[Aä\x03\x1b[200~\x1b\x1b[201";
    assert_eq!(read(bytes), [paste(text)]);
    for at in 1..bytes.len() {
        let (one, other) = bytes.as_bytes().split_at(at);
        assert_eq!(
            Desk::new().feed(one).pass(SETTLE / 2).feed(other).pause().take(),
            [paste(text)],
            "cut at {at}"
        );
    }
    assert_eq!(read("\x1b[200~\x1b[201~j"), [vec![paste("")], keys("j")].concat());
    assert_eq!(read(b"\x1b[200~a\xff\0b\x1b[201~"), [paste("a\u{fffd}\0b")]);
}

#[test]
fn a_paste_with_no_end_swallows_no_keys() {
    let mut desk = Desk::new();
    desk.feed("\x1b[200~some text").pause();
    assert_eq!(desk.take(), [paste("some text")]);
    desk.feed("j").pause();
    assert_eq!(desk.take(), keys("j"));
    desk.feed("\x1b[200~").pause().feed("\x1b").pause();
    assert_eq!(desk.take(), keys(ESC));
    // Ctrl+c alone, and as the last thing that came.
    desk.feed("\x1b[200~").pause().feed("\x03").pause();
    assert_eq!(desk.take(), keys("Ctrl+c"));
    desk.feed("\x1b[200~some\x03").pause();
    assert_eq!(desk.take(), [paste("some"), Input::Key(INTERRUPT)]);
    // It was not without an end, it only stalled.
    desk.feed("\x1b[200~q").pause().feed("uit\rq\x1b[201~").pause();
    assert_eq!(desk.take(), [paste("q"), paste("uit\rq")]);
    desk.feed("\x1b[200~q\x1b[20").pause().feed("1~").pause();
    assert_eq!(desk.take(), [paste("q"), paste("")]);
    // What is no text does not go on with it, however much there is.
    desk.feed("\x1b[200~").pause().feed("\x1b[B".repeat(12)).pause();
    assert_eq!(desk.take(), keys(&"Down ".repeat(12)));
    desk.feed("\x1b[200~").pause().feed("\x1b[<65;10;10M".repeat(3)).pause();
    assert_eq!(desk.take().len(), 3);
    desk.feed("\x1b[200~q").pause().feed("q".repeat(100)).feed("\x1b[201~").pause();
    assert_eq!(desk.take(), [paste("q"), paste(&"q".repeat(100))]);
}

/// A clipboard with an end mark in it, from a terminal that passes that on.
#[test]
fn an_end_mark_within_a_paste_lets_nothing_out() {
    assert_eq!(read("\x1b[200~a\x1b[201~q\r\x1b[201~"), [paste("a"), paste("q\r")]);
    assert_eq!(read("\x1b[200~a\x1b[201~\x1b[201~j"), [vec![paste("a")], keys("j")].concat());
    // With both marks in it.
    assert_eq!(read("\x1b[200~a\x1b[201~q\r\x1b[200~b\x1b[201~"), [paste("a"), paste("q\r"), paste("b")]);
    // Two pastes with a key between, by a hand.
    let mut desk = Desk::new();
    desk.feed("\x1b[200~a\x1b[201~").pass(HOLD).feed("\r").pass(HOLD).feed("\x1b[200~b\x1b[201~").pause();
    assert_eq!(desk.take(), [vec![paste("a")], keys("Enter"), vec![paste("b")]].concat());
    // A script opens the search and pastes.
    assert_eq!(read("/\x1b[200~a\x1b[201~\r"), [keys("/"), vec![paste("a")], keys("Enter")].concat());
}

#[test]
fn a_large_paste_is_cut_off_and_ends() {
    let bytes = format!("\x1b[200~{}\x1b[201~j", "ab\x1b[20".repeat(LONGEST_PASTE / 4));
    let mut desk = Desk::new();
    for piece in bytes.as_bytes().chunks(4096) {
        desk.feed(piece);
    }
    let read = desk.pause().take();
    assert!(matches!(&read[0], Input::Paste(text) if text.len() == LONGEST_PASTE), "as much as is kept");
    assert_eq!(read[1..], keys("j"));
}

#[test]
fn text_that_comes_at_once_is_no_command() {
    for text in [
        "The council will close the old bridge.",
        "do it now",
        "rm -rf *",
        "git status\r",
        "quit\rquit\r",
        "one\ntwo\n",
        "https://example.org/q",
        "semiconductor",
        "ByteDance",
        "Rechenzentren in Johor",
        "61 million",
        "I quit",
        "a quota",
        "q1 2025",
        "100 MW",
        "q d t quit",
        "q w\tquit now\r\nq\r\n",
        "3f2a9cb7de41",
        "// a comment\rq\r",
        "fn main() {}\r",
        "中国 的 出口管制 quit now\r",
    ] {
        assert_eq!(read(text), [paste(text)], "{text:?}");
        let mut desk = Desk::new();
        text.as_bytes().chunks(1).for_each(|byte| {
            desk.feed(byte).pass(HOLD / 2);
        });
        assert_eq!(joined(desk.pause().take()), [paste(text)], "{text:?} byte by byte");
    }
    // What else stands in it is no command either.
    assert_eq!(read("the end of\x1b[A it\x08\x11\x1b[<0;1;1M."), [paste("the end of it.")]);
    let long = "All work and no play. q\r".repeat(10_000);
    assert_eq!(read(&long), [paste(&long)]);
}

#[test]
fn ctrl_c_at_the_end_of_text_is_ctrl_c() {
    assert_eq!(read("the council will\x03"), [paste("the council will"), Input::Key(INTERRUPT)]);
    assert_eq!(read("the\x03 council\r"), [paste("the council\r")]);
}

#[test]
fn text_ends_with_a_pause() {
    let mut desk = Desk::new();
    desk.feed("the council ").pass(TEXT_END / 2);
    assert_eq!(desk.take(), []);
    desk.feed("will q").pass(TEXT_END);
    assert_eq!(desk.take(), [paste("the council will q")]);
    desk.feed("q").pass(HOLD);
    assert_eq!(desk.take(), keys("q"));
}

#[test]
fn keys_that_come_at_once_are_keys() {
    for (bytes, script) in [
        ("2jjj\r", "2 j j j Enter"),
        ("5jjjw", "5 j j j w"),
        ("5jjjwq", "5 j j j w q"),
        ("2jj\r3jj\rwn", "2 j j Enter 3 j j Enter w n"),
        ("jjkkjjkk\t\tjj\x7f\x7f", "j j k k j j k k Tab Tab j j Backspace Backspace"),
        ("vvzzttdd", "v v z z t t d d"),
        ("2jjj\x1b[B\x1b[B\rw", "2 j j j Down Down Enter w"),
        ("j  j  k", "j Space Space j Space Space k"),
        ("2j w", "2 j Space w"),
        ("chips", "c h i p s"),
        ("cwnncwnn", "c w n n c w n n"),
        ("q", "q"),
        ("::", ": :"),
        // What follows a prefix, at once as a script sends it.
        (",l", ", l"),
        ("2,ajj\r", "2 , a j j Enter"),
        ("/", "/"),
    ] {
        assert_eq!(read(bytes), keys(script), "{bytes:?}");
    }
}

#[test]
fn a_flood_of_one_key_is_that_key_and_is_not_kept_back() {
    let mut desk = Desk::new();
    desk.feed("j".repeat(300)).pass(HOLD);
    assert_eq!(desk.take(), keys(&"j ".repeat(300)));
    // Also one that never pauses.
    for _ in 0..1000 {
        desk.feed("j").pass(HOLD / 2);
    }
    assert!(desk.take().len() > 900);
    desk.feed("q").pass(HOLD);
    assert_eq!(desk.take().last(), keys("q").last());
}

#[test]
fn a_line_for_a_key_that_asks_for_one() {
    let line =
        |opener, text: &str, enter| Input::Line { opener: Key::char(opener), text: text.to_owned(), enter };
    for (bytes, expected) in [
        ("/chip\r", line('/', "chip", true)),
        ("/export controls\r", line('/', "export controls", true)),
        ("/export controls", line('/', "export controls", false)),
        (":trend overview\r", line(':', "trend overview", true)),
        ("/ü", line('/', "ü", false)),
        ("/\"export controls\"\r", line('/', "\"export controls\"", true)),
        ("/$100 billion dollars\r", line('/', "$100 billion dollars", true)),
    ] {
        assert_eq!(read(bytes), [expected], "{bytes:?}");
    }
    for text in
        ["/export controls\rquit now\r", "/* some\rtext */\r", "// some text\r", "x/export controls\r"]
    {
        assert_eq!(read(text), [paste(text)], "{text:?}");
    }
}

/// The only thing that runs of a text that comes byte by byte is a first letter that moves.
#[test]
fn a_key_that_only_moves_does_not_wait() {
    for key in ["j", "k", "g", "G", " ", "\t", "2", "n", "c"] {
        let mut desk = Desk::new();
        desk.feed(key);
        assert_eq!(desk.take().len(), 1, "{key:?} is passed on at once");
        desk.feed(key);
        assert_eq!(desk.take(), [], "{key:?} again, without a pause, may be text");
        assert_eq!(desk.pause().take().len(), 1);
    }
    for key in ["q", "d", "t", "b", "r", "y", "o", "M", "\r", "/", ":"] {
        let mut desk = Desk::new();
        desk.feed(key);
        assert_eq!(desk.take(), [], "{key:?} does more than move");
        assert_eq!(desk.pause().take().len(), 1, "{key:?}");
    }
}

/// Which keys move, and which ask for a line of text, is up to the keymap in force.
#[test]
fn bursts_go_by_the_keys_in_force() {
    let changes = [
        (Action::NextClaim, vec![Key::char('X')]),
        (Action::Search, vec![Key::char(';')]),
        (Action::Reload, vec![Key::char('c')]),
    ];
    let keymap = Keymap::default().with(&changes).expect("no conflict");
    let mut desk = Desk::with_keys(keymap.clone());
    desk.feed("X");
    assert_eq!(desk.take(), [Input::Key(Key::char('X'))], "it only moves");
    desk.pause();
    desk.feed("c");
    assert_eq!(desk.take(), [], "it does more than move");
    assert_eq!(desk.pause().take(), [Input::Key(Key::char('c'))]);
    desk.feed(";export controls\r");
    let line = Input::Line { opener: Key::char(';'), text: "export controls".to_owned(), enter: true };
    assert_eq!(desk.pause().take(), [line]);
    desk.feed("/export controls\r");
    assert_eq!(desk.pause().take(), [Input::Paste("/export controls\r".to_owned())]);
    // Where Enter no longer takes what was found, it is no end of a line to search for.
    let other = keymap.with(&[(Action::Card, vec![Key::char('U')])]).expect("no conflict");
    let mut desk = Desk::with_keys(other);
    desk.feed(";export controls\r");
    assert_eq!(desk.pause().take(), [Input::Paste(";export controls\r".to_owned())]);
}

/// With a key that only moves right before a paste as a part of it: such a first letter of a text that comes byte by byte is
/// a key.
fn joined(inputs: Vec<Input>) -> Vec<Input> {
    let mut joined: Vec<Input> = Vec::new();
    for input in inputs {
        let mut pasted = String::new();
        if matches!(input, Input::Paste(_))
            && let Some(Input::Key(key)) = joined
                .last()
                .filter(|last| matches!(last, Input::Key(key) if only_moves(&Keymap::default(), *key)))
        {
            pasted.push(if let Code::Char(c) = key.code { c } else { '\t' });
            joined.pop();
        }
        joined.push(match input {
            Input::Paste(text) => Input::Paste(pasted + &text),
            other => other,
        });
    }
    joined
}

/// Bytes as they may come: anything, and much of what sequences are made of.
fn garbage() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => prop::sample::select(ANSWERS).prop_map(|answer| answer.as_bytes().to_vec()),
        4 => prop::sample::select(vec![
            "\x1b", "\x1b[", "\x1bO", "\x1b]", "\x1bP", "\x1b_", "\x1b\\", "\x07", "[", "\x1b[M", "\x1b[[", "\x1b[<",
            "\x1b[?", "\x1b[200~", "\x1b[201~", "200~", "\x1b[1;", "0;1", "~", "u", "\x03", "\x18", "\r", " ", "/",
        ]).prop_map(|text| text.as_bytes().to_vec()),
        2 => "[a-z ]{1,12}".prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 1..4),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn how_bytes_are_cut_makes_no_difference(
        bytes in garbage(),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..8),
    ) {
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        cuts.sort_unstable();
        let mut desk = Desk::new();
        let mut from = 0;
        for cut in cuts {
            desk.feed(&bytes[from..cut]);
            from = cut;
        }
        desk.feed(&bytes[from..]).pause();
        let whole = joined(read(&bytes));
        prop_assert_eq!(joined(desk.take()), whole.clone());
        let mut desk = Desk::new();
        bytes.chunks(1).for_each(|byte| {
            desk.feed(byte);
        });
        prop_assert_eq!(joined(desk.pause().take()), whole);
    }

    #[test]
    fn after_anything_and_a_pause_keys_are_heard(
        bytes in garbage(),
        pause in prop::sample::select(vec![45_u64, 60, 100, 1000]),
    ) {
        for (key, named) in [("j", "j"), ("\x03", "Ctrl+c"), ("\x1b", "Esc"), ("\x1b[B", "Down"), ("q", "q"), ("2", "2")] {
            let mut desk = Desk::new();
            desk.feed(&bytes).pass(Duration::from_millis(pause));
            desk.take();
            desk.feed(key).pause();
            prop_assert_eq!(desk.take(), keys(named));
        }
    }

    #[test]
    fn nothing_waits_for_ever(bytes in garbage()) {
        let mut desk = Desk::new();
        desk.feed(&bytes);
        let mut wakes = 0;
        while let Some(wait) = desk.decoder.wait() {
            prop_assert!(wait <= SETTLE);
            desk.decoder.quiet(wait, &mut desk.read);
            wakes += 1;
            prop_assert!(wakes <= 3);
        }
    }

    #[test]
    fn sentences_are_never_commands(text in "[A-Z][a-z]{3,9}( [a-z]{3,9}){2,12}[.?!](\r|\n|\r\n)?") {
        // Two words of two letters each are all it takes, and nearly every sentence has them.
        let words = text.split(' ').filter(|word| {
            word.chars().filter(|c| c.is_alphabetic()).collect::<std::collections::BTreeSet<_>>().len() >= 2
        });
        prop_assume!(words.count() >= 2);
        prop_assert_eq!(read(&text), [paste(&text)]);
    }
}
