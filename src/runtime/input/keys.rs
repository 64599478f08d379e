//! From crossterm's events to keys, and to what the mouse does. On Unix the events come from our own
//! [`parser`](super::parser), elsewhere from crossterm's reader; what a key means is decided here for both.

use crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::Position;

use crate::input::key::{Code, Key};
use crate::input::mouse::{Gesture, Mouse};

/// The key that was pressed; none for a release, or for a key that has no name here.
pub(super) fn key(event: &KeyEvent) -> Option<Key> {
    // A held key is pressed repeatedly; only its release is not a key press.
    if event.kind == KeyEventKind::Release {
        return None;
    }
    if let Some(c) = with_alt_gr(event) {
        return Some(Key::char(c));
    }
    if event.modifiers.intersects(DROPPED) {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    if let KeyCode::Char(c) = event.code {
        // A terminal that distinguishes Ctrl+Shift+c from Ctrl+c would make two keys of what is one everywhere else.
        return Some(if ctrl { Key::ctrl(c.to_ascii_lowercase()) } else { Key::char(c) });
    }
    Some(Key { code: code(event)?, ctrl })
}

/// A character of the keyboard's third level: Windows reports `AltGr` as Ctrl and Alt. Elsewhere these two come only
/// with letters, digits and the blank, as Escape before a control character.
fn with_alt_gr(event: &KeyEvent) -> Option<char> {
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    match event.code {
        KeyCode::Char(c) if event.modifiers.contains(alt_gr) => {
            (c != ' ' && !c.is_ascii_alphanumeric()).then_some(c)
        }
        _ => None,
    }
}

/// What was done with the mouse. With a key held it is nothing: what a terminal keeps for itself it keeps with such keys,
/// mostly Shift, and not all of them do.
pub(super) fn mouse(event: MouseEvent) -> Option<Mouse> {
    let gesture = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Gesture::Click,
        MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
        MouseEventKind::Up(MouseButton::Left) => Gesture::Release,
        MouseEventKind::ScrollUp => Gesture::WheelUp,
        MouseEventKind::ScrollDown => Gesture::WheelDown,
        _ => return None,
    };
    event.modifiers.is_empty().then_some(Mouse { gesture, at: Position::new(event.column, event.row) })
}

/// Alt is Escape before a key in most terminals, and the others are for the desktop: a key with one of these is not
/// the key without.
const DROPPED: KeyModifiers =
    KeyModifiers::ALT.union(KeyModifiers::SUPER).union(KeyModifiers::HYPER).union(KeyModifiers::META);

fn code(event: &KeyEvent) -> Option<Code> {
    Some(match event.code {
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up if event.modifiers.contains(KeyModifiers::SHIFT) => Code::ShiftUp,
        KeyCode::Down if event.modifiers.contains(KeyModifiers::SHIFT) => Code::ShiftDown,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        key(&KeyEvent::new(code, modifiers))
    }

    #[test]
    fn shift_is_in_the_character() {
        assert_eq!(pressed(KeyCode::Char('G'), KeyModifiers::SHIFT), Some(Key::char('G')));
        assert_eq!(pressed(KeyCode::Char('?'), KeyModifiers::NONE), Some(Key::char('?')));
        assert_eq!(pressed(KeyCode::Char('Ä'), KeyModifiers::SHIFT), Some(Key::char('Ä')));
    }

    #[test]
    fn ctrl_takes_the_lower_case() {
        assert_eq!(pressed(KeyCode::Char('c'), KeyModifiers::CONTROL), Some(Key::ctrl('c')));
        let both = KeyModifiers::CONTROL | KeyModifiers::SHIFT;
        assert_eq!(pressed(KeyCode::Char('C'), both), Some(Key::ctrl('c')));
    }

    #[test]
    fn backspace_and_ctrl_h_stay_what_the_terminal_sent() {
        assert_eq!(pressed(KeyCode::Backspace, KeyModifiers::NONE), Some(Key::plain(Code::Backspace)));
        assert_eq!(pressed(KeyCode::Char('h'), KeyModifiers::CONTROL), Some(Key::ctrl('h')));
    }

    #[test]
    fn shift_and_tab_is_one_key_however_it_comes() {
        assert_eq!(pressed(KeyCode::BackTab, KeyModifiers::SHIFT), Some(Key::plain(Code::BackTab)));
        assert_eq!(pressed(KeyCode::Tab, KeyModifiers::SHIFT), Some(Key::plain(Code::BackTab)));
        assert_eq!(pressed(KeyCode::Tab, KeyModifiers::NONE), Some(Key::plain(Code::Tab)));
    }

    #[test]
    fn keys_without_a_character() {
        for (code, key) in [
            (KeyCode::Enter, Code::Enter),
            (KeyCode::Esc, Code::Esc),
            (KeyCode::Delete, Code::Delete),
            (KeyCode::Up, Code::Up),
            (KeyCode::Down, Code::Down),
            (KeyCode::Left, Code::Left),
            (KeyCode::Right, Code::Right),
            (KeyCode::PageUp, Code::PageUp),
            (KeyCode::PageDown, Code::PageDown),
            (KeyCode::Home, Code::Home),
            (KeyCode::End, Code::End),
            (KeyCode::F(5), Code::F(5)),
        ] {
            assert_eq!(pressed(code, KeyModifiers::NONE), Some(Key::plain(key)));
        }
        let ctrl_end = Key { code: Code::End, ctrl: true };
        assert_eq!(pressed(KeyCode::End, KeyModifiers::CONTROL), Some(ctrl_end));
    }

    #[test]
    fn a_held_key_repeats_and_a_release_is_silent() {
        let event = |kind| KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, kind);
        assert_eq!(key(&event(KeyEventKind::Repeat)), Some(Key::char('j')));
        assert_eq!(key(&event(KeyEventKind::Release)), None);
    }

    #[test]
    fn alt_and_unnamed_keys_are_dropped() {
        assert_eq!(pressed(KeyCode::Char('q'), KeyModifiers::ALT), None);
        assert_eq!(pressed(KeyCode::Up, KeyModifiers::ALT), None);
        assert_eq!(pressed(KeyCode::Insert, KeyModifiers::NONE), None);
    }

    #[test]
    fn of_the_mouse_only_the_left_button_and_the_wheel() {
        let report = |kind, modifiers| mouse(MouseEvent { kind, column: 7, row: 3, modifiers });
        let at = Position::new(7, 3);
        for (kind, gesture) in [
            (MouseEventKind::Down(MouseButton::Left), Gesture::Click),
            (MouseEventKind::Drag(MouseButton::Left), Gesture::Drag),
            (MouseEventKind::Up(MouseButton::Left), Gesture::Release),
            (MouseEventKind::ScrollUp, Gesture::WheelUp),
            (MouseEventKind::ScrollDown, Gesture::WheelDown),
        ] {
            assert_eq!(report(kind, KeyModifiers::NONE), Some(Mouse { gesture, at }));
            assert_eq!(report(kind, KeyModifiers::SHIFT), None);
        }
        for kind in [
            MouseEventKind::Up(MouseButton::Right),
            MouseEventKind::Down(MouseButton::Right),
            MouseEventKind::Drag(MouseButton::Right),
            MouseEventKind::Moved,
            MouseEventKind::ScrollLeft,
        ] {
            assert_eq!(report(kind, KeyModifiers::NONE), None);
        }
    }

    #[test]
    fn what_alt_gr_reaches_is_a_character() {
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(pressed(KeyCode::Char('@'), alt_gr), Some(Key::char('@')));
        assert_eq!(pressed(KeyCode::Char('€'), alt_gr), Some(Key::char('€')));
        assert_eq!(pressed(KeyCode::Char('c'), alt_gr), None);
    }
}
