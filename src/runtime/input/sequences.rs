//! What a finished control sequence of a terminal means, if it is a key, the mouse or a mark of a paste.
//!
//! Forms are those of ECMA-48, xterm (`ctlseqs`), rxvt, the Linux console and the kitty keyboard protocol. Whatever is not
//! listed, above all the answers of terminals to questions, is [`Sequence::Unknown`] and no key.

use crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// What a sequence means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sequence {
    /// A key, perhaps with modifiers, perhaps only its release.
    Key(KeyEvent),
    /// An SGR report of the mouse.
    Mouse(MouseEvent),
    /// The start of a bracketed paste.
    PasteBegin,
    /// The end of a bracketed paste.
    PasteEnd,
    /// An X10 report of the mouse: three bytes follow that belong to it.
    LegacyMouse,
    /// None of these.
    Unknown,
}

/// A character below the blank, or DEL, as a key.
pub(super) fn control(byte: u8) -> KeyEvent {
    let ctrl = |c: u8| KeyEvent::new(KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    match byte {
        0 => ctrl(b' '),
        b'\t' => KeyCode::Tab.into(),
        b'\r' => KeyCode::Enter.into(),
        0x1b => KeyCode::Esc.into(),
        0x7f => KeyCode::Backspace.into(),
        // Ctrl with \ ] ^ _ on an American keyboard, and with 4 to 7 on a VT220.
        0x1c..=0x1f => ctrl(byte - 0x1c + b'4'),
        _ => ctrl((byte & 0x1f) - 1 + b'a'),
    }
}

/// `ESC [ body last`.
pub(super) fn csi(body: &[u8], last: u8) -> Sequence {
    match body.first() {
        Some(b'<') => return sgr_mouse(&body[1..], last).map_or(Sequence::Unknown, Sequence::Mouse),
        Some(b'=' | b'>' | b'?') => return Sequence::Unknown,
        _ => {}
    }
    if !body.iter().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':')) {
        return Sequence::Unknown;
    }
    match (last, body) {
        (b'M', []) => return Sequence::LegacyMouse,
        (b'~', b"200") => return Sequence::PasteBegin,
        (b'~', b"201") => return Sequence::PasteEnd,
        _ => {}
    }
    let number = parameter(body, 0, 0);
    let event = match last {
        b'u' => number.and_then(|number| {
            let code = unicode(number, parameter(body, 0, 1), modifiers(body, 1))?;
            Some(event(code, modifiers(body, 1), body))
        }),
        b'~' if number == Some(27) => {
            let code = parameter(body, 2, 0).and_then(|number| unicode(number, None, modifiers(body, 1)));
            code.map(|code| KeyEvent::new(code, modifiers(body, 1)))
        }
        b'~' => number.and_then(numbered).map(|code| event(code, modifiers(body, 1), body)),
        // rxvt with Ctrl, and with Ctrl and Shift.
        b'^' | b'@' => {
            let shift = if last == b'@' { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
            number.and_then(numbered).map(|code| KeyEvent::new(code, KeyModifiers::CONTROL | shift))
        }
        b'a'..=b'd' if body.is_empty() => {
            lettered(last.to_ascii_uppercase()).map(|code| KeyEvent::new(code, KeyModifiers::SHIFT))
        }
        b'Z' => Some(event(KeyCode::BackTab, modifiers(body, 1), body)),
        // F3 is `ESC O R` or `ESC [ 13 ~`: this is where the cursor is.
        b'R' => None,
        _ => lettered(last).map(|code| {
            // Old terminals say `ESC [ 5 A` where newer ones say `ESC [ 1 ; 5 A`.
            let is_old = parameter(body, 1, 0).is_none();
            event(code, modifiers(body, usize::from(!is_old)), body)
        }),
    };
    event.map_or(Sequence::Unknown, Sequence::Key)
}

/// `ESC O body last`: arrows and the keypad in application mode, and F1 to F4.
pub(super) fn ss3(body: &[u8], last: u8) -> Sequence {
    let modifiers = modifiers(body, usize::from(parameter(body, 1, 0).is_some()));
    let event = match last {
        // rxvt with Ctrl.
        b'a'..=b'd' => lettered(last.to_ascii_uppercase()).map(|code| (code, KeyModifiers::CONTROL)),
        b'M' => Some((KeyCode::Enter, modifiers)),
        b'I' => Some((KeyCode::Tab, modifiers)),
        b'X' => Some((KeyCode::Char('='), modifiers)),
        // The keypad's keys are the characters 0x40 before theirs.
        b'j'..=b'y' => Some((KeyCode::Char(char::from(last - 0x40)), modifiers)),
        _ => lettered(last).map(|code| (code, modifiers)),
    };
    event.map_or(Sequence::Unknown, |(code, modifiers)| Sequence::Key(KeyEvent::new(code, modifiers)))
}

/// `ESC [ [ last`: F1 to F5 of the Linux console.
pub(super) fn console(last: u8) -> Sequence {
    match last {
        b'A'..=b'E' => Sequence::Key(KeyCode::F(last - b'A' + 1).into()),
        _ => Sequence::Unknown,
    }
}

fn event(code: KeyCode, modifiers: KeyModifiers, body: &[u8]) -> KeyEvent {
    KeyEvent::new_with_kind(code, modifiers, kind(body))
}

/// A parameter and its part, both counted from 0; none where it is left out.
fn parameter(body: &[u8], index: usize, part: usize) -> Option<u32> {
    let parameter = body.split(|byte| *byte == b';').nth(index)?;
    let part = parameter.split(|byte| *byte == b':').nth(part)?;
    std::str::from_utf8(part).ok()?.parse().ok()
}

/// The modifiers that a parameter names: a sum of bits, and one.
fn modifiers(body: &[u8], index: usize) -> KeyModifiers {
    let bits = parameter(body, index, 0).unwrap_or(1).saturating_sub(1);
    [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::SUPER),
        (16, KeyModifiers::HYPER),
        (32, KeyModifiers::META),
    ]
    .into_iter()
    .filter(|(bit, _)| bits & bit != 0)
    .map(|(_, modifier)| modifier)
    .collect()
}

/// Pressed, held or released, as the kitty protocol adds to the modifiers.
fn kind(body: &[u8]) -> KeyEventKind {
    match parameter(body, 1, 1) {
        Some(2) => KeyEventKind::Repeat,
        Some(3) => KeyEventKind::Release,
        _ => KeyEventKind::Press,
    }
}

fn lettered(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

fn numbered(number: u32) -> Option<KeyCode> {
    let f = |from: u32, first: u8| KeyCode::F((number - from) as u8 + first);
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        // With gaps, as the VT220's keyboard had them.
        11..=15 => f(11, 1),
        17..=21 => f(17, 6),
        23..=26 => f(23, 11),
        28..=29 => f(28, 15),
        31..=34 => f(31, 17),
        _ => return None,
    })
}

/// A key named by its character (kitty's `ESC [ 97 ; 5 u`, xterm's `ESC [ 27 ; 5 ; 97 ~`) or by kitty's number for it.
fn unicode(number: u32, shifted: Option<u32>, modifiers: KeyModifiers) -> Option<KeyCode> {
    Some(match number {
        9 => KeyCode::Tab,
        13 | 57414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        57376..=57398 => KeyCode::F((number - 57376) as u8 + 13),
        57399..=57408 => KeyCode::Char(char::from_digit(number - 57399, 10)?),
        57409 => KeyCode::Char('.'),
        57410 => KeyCode::Char('/'),
        57411 => KeyCode::Char('*'),
        57412 => KeyCode::Char('-'),
        57413 => KeyCode::Char('+'),
        57415 => KeyCode::Char('='),
        57416 => KeyCode::Char(','),
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57421 => KeyCode::PageUp,
        57422 => KeyCode::PageDown,
        57423 => KeyCode::Home,
        57424 => KeyCode::End,
        57426 => KeyCode::Delete,
        // The rest of kitty's numbers: locks, media keys, modifiers alone.
        57344..=63743 => return None,
        _ => {
            let c = char::from_u32(number).filter(|c| !c.is_control())?;
            let is_shifted = modifiers.contains(KeyModifiers::SHIFT);
            // The number names the key; what Shift makes of it stands beside it, or is known for letters.
            let spelled = shifted.and_then(char::from_u32).filter(|c| !c.is_control());
            let upper = || Some(c.to_uppercase()).filter(|upper| upper.len() == 1)?.next();
            KeyCode::Char(if is_shifted { spelled.or_else(upper).unwrap_or(c) } else { c })
        }
    })
}

/// `ESC [ < button ; column ; row`, ended by `M` as a button is pressed or the wheel turned, by `m` as it is released.
fn sgr_mouse(body: &[u8], last: u8) -> Option<MouseEvent> {
    let (button, column, row) = (parameter(body, 0, 0)?, parameter(body, 1, 0)?, parameter(body, 2, 0)?);
    // 4, 8 and 16 are Shift, Alt and Ctrl.
    let kind = match (button & !0b1_1100, last) {
        (0, b'M') => MouseEventKind::Down(MouseButton::Left),
        (0, b'm') => MouseEventKind::Up(MouseButton::Left),
        // 32 is a move with the button down.
        (32, b'M') => MouseEventKind::Drag(MouseButton::Left),
        (64, b'M') => MouseEventKind::ScrollUp,
        (65, b'M') => MouseEventKind::ScrollDown,
        (_, b'M' | b'm') => MouseEventKind::Moved,
        _ => return None,
    };
    let modifiers = [(4, KeyModifiers::SHIFT), (8, KeyModifiers::ALT), (16, KeyModifiers::CONTROL)];
    let held = modifiers.into_iter().filter(|(bit, _)| button & bit != 0);
    Some(MouseEvent {
        kind,
        // Cells are counted from 1.
        column: u16::try_from(column.checked_sub(1)?).ok()?,
        row: u16::try_from(row.checked_sub(1)?).ok()?,
        modifiers: held.map(|(_, modifier)| modifier).collect(),
    })
}
