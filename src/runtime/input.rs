//! From the terminal's events to keys.
//!
//! The thread reads one event at a time, blocking. Reading ahead with `crossterm::event::poll(0)` would need the other
//! of crossterm's two readers, which loses what follows the first 1024 bytes of a burst until the next key comes
//! (crossterm pull request 1057); with this one (`use-dev-tty`) a zero timeout never sees anything. It is not needed
//! either: crossterm parses a whole burst at once, so the events reach the channel much faster than main draws.

use std::sync::mpsc::Sender;
use std::{io, thread};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::event_loop::Incoming;
use crate::ui::key::{Code, Key};

/// Sends every key pressed and all that is pasted, from a thread of its own, until nobody listens or the terminal fails.
pub(super) fn watch(sender: Sender<Incoming>) -> io::Result<()> {
    let read = move || {
        loop {
            let incoming = match event::read() {
                Ok(event) => incoming(&event),
                Err(error) => Some(Incoming::InputFailed(error)),
            };
            let last = matches!(incoming, Some(Incoming::InputFailed(_)));
            let heard = incoming.is_none_or(|incoming| sender.send(incoming).is_ok());
            if last || !heard {
                return;
            }
        }
    };
    thread::Builder::new().name("input".into()).spawn(read).map(drop)
}

fn incoming(event: &Event) -> Option<Incoming> {
    match event {
        Event::Key(event) => key(event).map(Incoming::Key),
        Event::Paste(text) => Some(Incoming::Paste(text.clone())),
        // Unix is told by its signal, also while crossterm waits for the rest of an escape sequence.
        #[cfg(not(unix))]
        Event::Resize(..) => Some(Incoming::Resized),
        _ => None,
    }
}

/// The key that was pressed; none for a release, or for a key that has no name here.
fn key(event: &KeyEvent) -> Option<Key> {
    // A key held down is pressed again and again; only its release is none.
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
        // A terminal that tells Ctrl+Shift+c from Ctrl+c would make two keys of what is one everywhere else.
        return Some(if ctrl { Key::ctrl(c.to_ascii_lowercase()) } else { Key::char(c) });
    }
    Some(Key { code: code(event)?, ctrl })
}

/// A character of the keyboard's third level: Windows tells `AltGr` as Ctrl and Alt. Elsewhere these two come only with
/// letters, digits and the blank, as Escape before a control character.
fn with_alt_gr(event: &KeyEvent) -> Option<char> {
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    match event.code {
        KeyCode::Char(c) if event.modifiers.contains(alt_gr) => {
            (c != ' ' && !c.is_ascii_alphanumeric()).then_some(c)
        }
        _ => None,
    }
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
    fn what_alt_gr_reaches_is_a_character() {
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(pressed(KeyCode::Char('@'), alt_gr), Some(Key::char('@')));
        assert_eq!(pressed(KeyCode::Char('€'), alt_gr), Some(Key::char('€')));
        assert_eq!(pressed(KeyCode::Char('c'), alt_gr), None);
    }

    #[test]
    fn only_keys_and_pastes_come_in() {
        assert!(incoming(&Event::FocusGained).is_none());
        assert!(matches!(incoming(&Event::Paste("q".into())), Some(Incoming::Paste(text)) if text == "q"));
    }
}
