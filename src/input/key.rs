//! A key as pressed, and how it is written in scripts, tests and help.

use std::fmt;
use std::str::FromStr;

/// A key without its modifiers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Code {
    /// A character as typed: Shift is already in it.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow left.
    Left,
    /// The arrow right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// A function key, from 1.
    F(u8),
}

/// A key press.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Ctrl held.
    pub ctrl: bool,
}

impl Key {
    /// The key on its own.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false }
    }

    /// The character on its own.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// The character with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true }
    }
}

/// What is pressed for an action: a key, or a prefix key and then a key.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Shortcut {
    /// The key that comes first and by itself asks for nothing.
    pub prefix: Option<Key>,
    /// The key that asks.
    pub key: Key,
}

impl Shortcut {
    /// A key after a prefix.
    pub const fn after(prefix: Key, key: Key) -> Self {
        Self { prefix: Some(prefix), key }
    }

    /// A key by itself.
    pub const fn single(key: Key) -> Self {
        Self { prefix: None, key }
    }
}

impl From<Key> for Shortcut {
    fn from(key: Key) -> Self {
        Self::single(key)
    }
}

impl PartialEq<Shortcut> for Key {
    fn eq(&self, other: &Shortcut) -> bool {
        Shortcut::single(*self) == *other
    }
}

impl fmt::Display for Shortcut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(prefix) = self.prefix {
            write!(f, "{prefix} ")?;
        }
        write!(f, "{}", self.key)
    }
}

impl FromStr for Shortcut {
    type Err = ParseKeyError;

    /// A key, or two with a blank between them.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut words = text.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some(key), None, None) => key.parse().map(Self::single),
            (Some(prefix), Some(key), None) => Ok(Self::after(prefix.parse()?, key.parse()?)),
            _ => Err(ParseKeyError(text.to_owned())),
        }
    }
}

const NAMES: [(Code, &str); 15] = [
    (Code::Enter, "Enter"),
    (Code::Esc, "Esc"),
    (Code::Tab, "Tab"),
    (Code::BackTab, "Shift+Tab"),
    (Code::Backspace, "Backspace"),
    (Code::Delete, "Delete"),
    (Code::Up, "Up"),
    (Code::Down, "Down"),
    (Code::Left, "Left"),
    (Code::Right, "Right"),
    (Code::PageUp, "PageUp"),
    (Code::PageDown, "PageDown"),
    (Code::Home, "Home"),
    (Code::End, "End"),
    (Code::Char(' '), "Space"),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl+")?;
        }
        match self.code {
            Code::F(number) => write!(f, "F{number}"),
            code => match NAMES.iter().find(|(named, _)| *named == code) {
                Some((_, name)) => f.write_str(name),
                None => match code {
                    Code::Char(c) => write!(f, "{c}"),
                    other => write!(f, "{other:?}"),
                },
            },
        }
    }
}

/// A word of a key script that names no key.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error(
    "no key is called {0:?}; write a single character as itself, or one of Enter Esc Tab Shift+Tab Backspace Delete Space \
     Up Down Left Right PageUp PageDown Home End F1 to F12, with Ctrl+ before a character"
)]
pub struct ParseKeyError(pub String);

impl FromStr for Key {
    type Err = ParseKeyError;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let unknown = || ParseKeyError(word.to_owned());
        if let Some(rest) = word.strip_prefix("Ctrl+") {
            let mut chars = rest.chars();
            return match (chars.next(), chars.next()) {
                (Some(c), None) => Ok(Self::ctrl(c.to_ascii_lowercase())),
                _ => Err(unknown()),
            };
        }
        let mut chars = word.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Ok(Self::char(c));
        }
        if let Some((code, _)) = NAMES.iter().find(|(_, name)| *name == word) {
            return Ok(Self::plain(*code));
        }
        let number = word.strip_prefix('F').and_then(|digits| digits.parse::<u8>().ok());
        match number {
            Some(number @ 1..=12) => Ok(Self::plain(Code::F(number))),
            _ => Err(unknown()),
        }
    }
}
