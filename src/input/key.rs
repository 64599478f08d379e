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
    /// Shift and the arrow up; where nothing is bound to it, the arrow alone.
    ShiftUp,
    /// Shift and the arrow down; likewise.
    ShiftDown,
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

    /// The key without Shift, where that is not in the character.
    #[must_use]
    pub const fn without_shift(self) -> Self {
        let code = match self.code {
            Code::ShiftUp => Code::Up,
            Code::ShiftDown => Code::Down,
            code => code,
        };
        Self { code, ..self }
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

const NAMES: [(Code, &str); 17] = [
    (Code::Enter, "Enter"),
    (Code::Esc, "Esc"),
    (Code::Tab, "Tab"),
    (Code::BackTab, "Shift+Tab"),
    (Code::Backspace, "Backspace"),
    (Code::Delete, "Delete"),
    (Code::Up, "Up"),
    (Code::Down, "Down"),
    (Code::ShiftUp, "Shift+Up"),
    (Code::ShiftDown, "Shift+Down"),
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
#[error("no key is called {0:?}; {hint}", hint = Self::HINT)]
pub struct ParseKeyError(pub String);

impl ParseKeyError {
    /// How keys are written.
    pub const HINT: &str = "write a single character as itself, or one of Enter Esc Tab Shift+Tab Backspace Delete Space Up \
                            Down Shift+Up Shift+Down Left Right PageUp PageDown Home End F1 to F12, with Ctrl+ before a character; or all in small \
                            letters: pagedown, shift-tab, ctrl-n";
}

impl FromStr for Key {
    type Err = ParseKeyError;

    /// As it is displayed, or in small letters with a hyphen: `Ctrl+n` or `ctrl-n`, `Shift+Tab` or `shift-tab`. Only in a
    /// single character small and capital letters are different keys.
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let unknown = || ParseKeyError(word.to_owned());
        let single = |text: &str| {
            let mut chars = text.chars();
            chars.next().filter(|c| chars.next().is_none() && !c.is_control())
        };
        if let Some(c) = single(word) {
            return Ok(Self::char(c));
        }
        if let Some(rest) = word.strip_prefix("Ctrl+").or_else(|| word.strip_prefix("ctrl-")) {
            return single(rest).map(|c| Self::ctrl(c.to_ascii_lowercase())).ok_or_else(unknown);
        }
        let is_it = |name: &str| name == word || name.to_ascii_lowercase().replace('+', "-") == word;
        if let Some((code, _)) = NAMES.iter().find(|(_, name)| is_it(name)) {
            return Ok(Self::plain(*code));
        }
        let number = word.strip_prefix(['F', 'f']).and_then(|digits| digits.parse::<u8>().ok());
        match number {
            Some(number @ 1..=12) => Ok(Self::plain(Code::F(number))),
            _ => Err(unknown()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_as_they_are_shown_or_in_small_letters() {
        let all = NAMES.iter().map(|(code, _)| Key::plain(*code));
        let all = all
            .chain((1..=12).map(|number| Key::plain(Code::F(number))))
            .chain([Key::ctrl('n'), Key::ctrl('-')]);
        for key in all {
            let shown = key.to_string();
            let small = shown.to_lowercase().replacen('+', "-", 1);
            assert_eq!((shown.parse(), small.parse()), (Ok(key), Ok(key)), "{shown} {small}");
        }
        for c in "gG+- ä?".chars() {
            assert_eq!(c.to_string().parse(), Ok(Key::char(c)));
        }
        assert_eq!("Ctrl+N".parse(), Ok(Key::ctrl('n')));
        let written = [
            (", l", Shortcut::after(Key::char(','), Key::char('l'))),
            ("ctrl-x f5", Shortcut::after(Key::ctrl('x'), Key::plain(Code::F(5)))),
        ];
        for (text, shortcut) in written {
            assert_eq!(text.parse(), Ok(shortcut), "{text}");
        }
    }

    #[test]
    fn what_names_no_key_is_refused() {
        for word in [
            "",
            "ctrl",
            "ctrl-",
            "ctrl-nn",
            "Ctrl-n",
            "alt-x",
            "f0",
            "f13",
            "PAGEDOWN",
            "page-down",
            "gg",
            "\t",
        ] {
            assert_eq!(word.parse::<Key>(), Err(ParseKeyError(word.to_owned())), "{word:?}");
        }
        for text in ["", "a b c", "ctrl- x"] {
            assert!(text.parse::<Shortcut>().is_err(), "{text:?}");
        }
        let said = ParseKeyError("alt-x".to_owned()).to_string();
        assert!(said.starts_with("no key is called \"alt-x\"; write a single character"), "{said}");
    }
}
