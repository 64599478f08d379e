//! Parses a terminal's bytes into keys, pastes and mouse gestures. Pure: bytes and silence in, tokens out.
//!
//! Control sequences are read to their end as ECMA-48 has it, known or not, so that no answer of a terminal to a question
//! (ours or that of a program before us) is read as keys. Controls of eight bits count like ESC and a letter. `ESC [` ends with its first byte from `@` to `~`; `ESC O` likewise;
//! OSC, DCS, APC, PM and SOS end with BEL or ST. ESC inside any of them starts over, CAN and SUB cancel it, and Ctrl+c is
//! always Ctrl+c. No crate does this for input: those for output (`vte`, `anstyle-parse`) cannot tell ESC ESC [ A from
//! ESC [ A, do not know `ESC O`, and do not say whether a sequence is unfinished.
//!
//! # Silence
//!
//! Whether ESC is the key or starts a sequence shows only in what follows, and a sequence may never be finished. After
//! [`SETTLE`] without a byte, ESC is the key. Any other unfinished sequence is then in doubt, and what comes next decides,
//! as a whole: if it finishes the sequence (a connection had stalled) it does, else the sequence is given up and these are
//! keys. A piece of an answer that does not finish it (`1a1a/2b2b`) leaves it in doubt. So the rest of a sequence does not
//! become commands, and an unfinished one cannot block the keyboard.

use std::mem;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::sequences::{self, Sequence};
use super::{INTERRUPT, LONGEST_PASTE, Token, keys};
use crate::input::key::{Code, Key};

/// How long ESC and other unfinished sequences wait for what follows. tmux and SSH pass on in one piece what they get in one
/// piece, so this is for lines that stall; and Esc must feel immediate.
pub(super) const SETTLE: Duration = Duration::from_millis(40);

const ESC_KEY: Key = Key::plain(Code::Esc);

/// What Ctrl+c sends.
const ETX: u8 = 3;
const ESC: u8 = 0x1b;
const CAN: u8 = 0x18;
const SUB: u8 = 0x1a;
const BEL: u8 = 7;

const PASTE_END: &[u8] = b"\x1b[201~";

/// No sequence that means anything is longer; of longer ones only the end is looked for.
const LONGEST_BODY: usize = 64;

/// An interrupted paste goes on if so many bytes of text come at once; fewer may be keys, and so may sequences.
const MANY: usize = 4;

/// What the bytes so far leave open.
#[derive(Debug)]
enum State {
    Ground,
    /// The first bytes of a character.
    Character {
        alt: bool,
        bytes: Vec<u8>,
    },
    /// After ESC, or after two.
    Escape {
        doubled: bool,
    },
    /// After `ESC [`, with the parameters so far.
    Csi {
        alt: bool,
        body: Vec<u8>,
    },
    /// After `ESC [ [`.
    Console {
        alt: bool,
    },
    /// After `ESC O`.
    Ss3 {
        alt: bool,
        body: Vec<u8>,
    },
    /// In an X10 report of the mouse.
    LegacyMouse {
        left: u8,
    },
    /// In OSC, DCS, APC, PM or SOS, after this byte.
    Text {
        last: u8,
    },
    /// In a paste, after so many bytes of its end mark.
    Paste {
        text: Vec<u8>,
        matched: usize,
    },
}

/// Reads bytes.
#[derive(Debug)]
pub(super) struct Parser {
    state: State,
    /// It has been silent since the state was entered: what comes next decides whether it still holds.
    is_doubtful: bool,
}

impl Parser {
    pub(super) fn new() -> Self {
        Self { state: State::Ground, is_doubtful: false }
    }

    /// Whether [`Self::settle`] is to be called after [`SETTLE`] without a byte.
    pub(super) fn is_waiting(&self) -> bool {
        // The rest of a character belongs to it however late it comes: a key would not begin with it.
        !self.is_doubtful && !matches!(self.state, State::Ground | State::Character { .. })
    }

    /// Takes bytes that came together.
    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<Token>) {
        if bytes.is_empty() {
            return;
        }
        if mem::take(&mut self.is_doubtful) && !self.continues_with(bytes) {
            self.state = State::Ground;
        }
        for byte in bytes {
            self.take(*byte, out);
        }
    }

    /// Nothing came for [`SETTLE`].
    pub(super) fn settle(&mut self, out: &mut Vec<Token>) {
        if !self.is_waiting() {
            return;
        }
        self.is_doubtful = true;
        match &mut self.state {
            State::Escape { doubled } => {
                out.extend(mem::take(doubled).then_some(Token::Key(ESC_KEY)));
                out.push(Token::Key(ESC_KEY));
            }
            State::Paste { text, .. } => {
                let mut text = mem::take(text);
                // Within a paste this byte is text, or a hostile clipboard could end the program and give the rest to the
                // shell. Only a hand leaves it at the end, and waits.
                let is_interrupted = text.pop_if(|last| *last == ETX).is_some();
                if !text.is_empty() {
                    out.push(paste(&text));
                }
                out.extend(is_interrupted.then_some(Token::Key(INTERRUPT)));
            }
            _ => {}
        }
    }

    /// Whether what comes after a silence finishes what was unfinished.
    fn continues_with(&self, bytes: &[u8]) -> bool {
        match (&self.state, bytes) {
            (State::Escape { .. }, [b'[', rest @ ..]) => finishes_csi(&[], rest),
            (State::Escape { .. }, [introducer, rest @ ..]) if begins_text(*introducer) => ends_text(0, rest),
            (State::Csi { body, .. }, _) => finishes_csi(body, bytes) || are_parameters(bytes),
            (State::Ss3 { body, .. }, _) => finishes(body, bytes, sequences::ss3, |_, _| false),
            (State::Console { .. }, [last, ..]) => sequences::console(*last) != Sequence::Unknown,
            (State::Text { last }, _) => ends_text(*last, bytes) || is_piece_of_answer(bytes),
            (State::Paste { matched, .. }, _) => {
                let has_end = bytes.windows(PASTE_END.len()).any(|window| window == PASTE_END);
                let is_text = bytes.len() >= MANY && !bytes.contains(&ESC);
                is_text || has_end || *matched > 0 && bytes.starts_with(&PASTE_END[*matched..])
            }
            _ => false,
        }
    }

    fn take(&mut self, byte: u8, out: &mut Vec<Token>) {
        match &mut self.state {
            State::Ground => self.begin(byte, false, out),
            State::Character { alt, bytes } => {
                if !matches!(byte, 0x80..=0xbf) {
                    // The rest is missing.
                    self.begin(byte, false, out);
                    return;
                }
                bytes.push(byte);
                let key = match std::str::from_utf8(bytes) {
                    Ok(text) => text.chars().next(),
                    Err(error) if error.error_len().is_none() => return,
                    Err(_) => None,
                };
                let alt = *alt;
                self.state = State::Ground;
                match key {
                    Some(c @ '\u{80}'..='\u{9f}') => self.control(u32::from(c) as u8, alt),
                    Some(c) => out.extend(token(KeyCode::Char(c).into(), alt)),
                    None => {}
                }
            }
            State::Escape { doubled } => {
                let alt = *doubled;
                self.escape(byte, alt, out);
            }
            State::Csi { alt, body } => match byte {
                b'[' if body.is_empty() => self.state = State::Console { alt: *alt },
                0x20..=0x3f if body.len() <= LONGEST_BODY => body.push(byte),
                0x20..=0x3f => {}
                0x40..=0x7e => {
                    let known = body.len() <= LONGEST_BODY;
                    let sequence = if known { sequences::csi(body, byte) } else { Sequence::Unknown };
                    let alt = *alt;
                    self.finish(sequence, alt, out);
                }
                _ => self.interrupt(byte, out),
            },
            State::Console { alt } => match byte {
                0x20..=0x7e => {
                    let alt = *alt;
                    self.finish(sequences::console(byte), alt, out);
                }
                _ => self.interrupt(byte, out),
            },
            State::Ss3 { alt, body } => match byte {
                b'0'..=b'9' | b';' if body.len() < LONGEST_BODY => body.push(byte),
                0x20..=0x7e => {
                    let (sequence, alt) = (sequences::ss3(body, byte), *alt);
                    self.finish(sequence, alt, out);
                }
                _ => self.interrupt(byte, out),
            },
            State::LegacyMouse { left } => match (byte, *left) {
                (0x20..=0x7e | 0x80.., 1) => self.state = State::Ground,
                (0x20..=0x7e | 0x80.., _) => *left -= 1,
                _ => self.interrupt(byte, out),
            },
            State::Text { last } => match byte {
                _ if is_end_of_text(*last, byte) => self.state = State::Ground,
                _ if *last == ESC => {
                    self.state = State::Escape { doubled: false };
                    self.take(byte, out);
                }
                CAN | SUB | ETX => self.interrupt(byte, out),
                _ => *last = byte,
            },
            State::Paste { text, matched } => {
                if byte == PASTE_END[*matched] {
                    *matched += 1;
                    if *matched == PASTE_END.len() {
                        out.push(paste(text));
                        self.state = State::Ground;
                    }
                    return;
                }
                // ESC stands only at the start of the mark, so what was not the mark holds no other.
                let begun = &PASTE_END[..mem::take(matched)];
                let room = LONGEST_PASTE.saturating_sub(text.len());
                text.extend(begun.iter().take(room));
                if byte == ESC {
                    *matched = 1;
                } else if begun.len() < room {
                    text.push(byte);
                }
            }
        }
    }

    /// A byte outside any sequence; with `alt`, right after ESC.
    fn begin(&mut self, byte: u8, alt: bool, out: &mut Vec<Token>) {
        self.state = State::Ground;
        match byte {
            ESC => self.state = State::Escape { doubled: alt },
            ETX => out.push(Token::Key(INTERRUPT)),
            0..0x20 | 0x7f => out.extend(token(sequences::control(byte), alt)),
            0x20..0x7f => out.extend(token(KeyCode::Char(char::from(byte)).into(), alt)),
            0xc2..=0xf4 => self.state = State::Character { alt, bytes: vec![byte] },
            0x80..=0x9f => self.control(byte, alt),
            // No character begins so: another encoding, or Alt as the eighth bit.
            _ => {}
        }
    }

    /// A control of eight bits: what ESC and the byte 0x40 below it are.
    fn control(&mut self, byte: u8, alt: bool) {
        match byte - 0x40 {
            b'[' => self.state = State::Csi { alt, body: Vec::new() },
            b'O' => self.state = State::Ss3 { alt, body: Vec::new() },
            introducer if begins_text(introducer) => self.state = State::Text { last: 0 },
            _ => self.state = State::Ground,
        }
    }

    /// The byte after ESC.
    fn escape(&mut self, byte: u8, doubled: bool, out: &mut Vec<Token>) {
        // Two ESC before a sequence are Alt; before anything else, the first was the key.
        if doubled && !matches!(byte, b'[' | b'O') {
            out.push(Token::Key(ESC_KEY));
        }
        match byte {
            b'[' => self.state = State::Csi { alt: doubled, body: Vec::new() },
            b'O' => self.state = State::Ss3 { alt: doubled, body: Vec::new() },
            CAN | SUB => self.state = State::Ground,
            _ if begins_text(byte) => self.state = State::Text { last: 0 },
            _ => self.begin(byte, true, out),
        }
    }

    /// A byte that does not belong to the sequence, which is given up for it.
    fn interrupt(&mut self, byte: u8, out: &mut Vec<Token>) {
        match byte {
            CAN | SUB => self.state = State::Ground,
            _ => self.begin(byte, false, out),
        }
    }

    fn finish(&mut self, sequence: Sequence, alt: bool, out: &mut Vec<Token>) {
        self.state = match sequence {
            Sequence::PasteBegin => State::Paste { text: Vec::new(), matched: 0 },
            Sequence::LegacyMouse => State::LegacyMouse { left: 3 },
            _ => State::Ground,
        };
        match sequence {
            Sequence::Key(event) => out.extend(token(event, alt)),
            Sequence::Mouse(event) => out.extend(keys::mouse(event).map(Token::Mouse)),
            Sequence::PasteEnd => out.push(Token::StrayPasteEnd),
            Sequence::PasteBegin | Sequence::LegacyMouse | Sequence::Unknown => {}
        }
    }
}

fn token(mut event: KeyEvent, alt: bool) -> Option<Token> {
    if alt {
        event.modifiers |= KeyModifiers::ALT;
    }
    keys::key(&event).map(Token::Key)
}

fn paste(text: &[u8]) -> Token {
    Token::Paste(String::from_utf8_lossy(text).into_owned())
}

/// Whether ESC and this byte begin what ends with BEL or ST: DCS, SOS, OSC, PM, APC.
fn begins_text(byte: u8) -> bool {
    matches!(byte, b'P' | b'X' | b']' | b'^' | b'_')
}

/// Whether a text that goes on with these bytes after that one ends in them.
fn ends_text(last: u8, bytes: &[u8]) -> bool {
    let before = std::iter::once(&last).chain(bytes);
    before.zip(bytes).any(|(last, byte)| is_end_of_text(*last, *byte))
}

/// BEL, or ST: ESC and a backslash, or the control of eight bits, which alone or after 0xC2 is no part of a letter.
fn is_end_of_text(last: u8, byte: u8) -> bool {
    byte == BEL || (last, byte) == (ESC, b'\\') || byte == 0x9c && (last < 0x80 || last == 0xc2)
}

/// Whether these are parameters in the middle of a control sequence. A key is one byte, and so no key is lost.
fn are_parameters(bytes: &[u8]) -> bool {
    bytes.len() > 1 && bytes.contains(&b';') && bytes.iter().all(|byte| matches!(byte, 0x20..=0x3f))
}

/// Whether these bytes look like the middle of an answer: several, all of them visible, with what separates or counts. A key
/// is one byte, and so no key is lost.
fn is_piece_of_answer(bytes: &[u8]) -> bool {
    let separates = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'/' | b':' | b';' | b'=');
    bytes.len() > 1 && bytes.iter().all(|byte| matches!(byte, 0x20..=0x7e)) && bytes.iter().any(separates)
}

fn finishes_csi(body: &[u8], bytes: &[u8]) -> bool {
    finishes(body, bytes, sequences::csi, |body, added| {
        // An answer: more than one byte, for that may be a key, with what no key has or what many answers have.
        added > 1 && (body.contains(&b';') || body.first().is_some_and(|first| matches!(first, b'<'..=b'?')))
    })
}

/// Whether these bytes finish a sequence that means something, or one that `is_answer` takes for an answer, given the
/// parameters and how many of the bytes belong to it.
fn finishes(
    body: &[u8],
    bytes: &[u8],
    meaning: fn(&[u8], u8) -> Sequence,
    is_answer: impl Fn(&[u8], usize) -> bool,
) -> bool {
    let Some(end) = bytes.iter().position(|byte| !matches!(byte, 0x20..=0x3f)) else { return false };
    let (whole, last) = ([body, &bytes[..end]].concat(), bytes[end]);
    // A lower-case letter alone is a key: `j` is a command, and with `ESC O` before it the keypad's `*`.
    let may_be_last = last.is_ascii_uppercase() || last == b'~' || end > 0 && matches!(last, 0x40..=0x7e);
    may_be_last && (meaning(&whole, last) != Sequence::Unknown || is_answer(&whole, end + 1))
}
