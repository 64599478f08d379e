//! Which key asks for which action, and how a key is written.

use crate::i18n::language::Language;
use crate::input::action::{Action, TABLE};
use crate::input::key::{Code, Key};
use crate::look::glyphs::Glyphs;

/// The keys of every action. Each action has at least one key, and no key asks for two actions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Keymap {
    /// In the order of the table of actions.
    bindings: Vec<(Action, Vec<Key>)>,
}

impl Default for Keymap {
    /// The keys of the table of actions.
    fn default() -> Self {
        Self { bindings: TABLE.iter().map(|entry| (entry.action, entry.keys.to_vec())).collect() }
    }
}

/// Why keys cannot be bound like that.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum KeymapError {
    /// An action would have no key.
    #[error("{0:?} needs at least one key")]
    NoKey(&'static str),
    /// A key would ask for two actions.
    #[error("{key} cannot ask for both {one:?} and {other:?}; give one of them another key")]
    Conflict {
        /// The key.
        key: Key,
        /// The name of an action.
        one: &'static str,
        /// The name of another, or of the same.
        other: &'static str,
    },
}

impl Keymap {
    /// The same keymap with other keys for some actions; the first key of each is the one that is shown.
    ///
    /// # Errors
    ///
    /// If an action were left without a key, or a key asked for two actions. Keys may be exchanged: only the result
    /// counts.
    pub fn with(&self, changes: &[(Action, Vec<Key>)]) -> Result<Self, KeymapError> {
        let mut bindings = self.bindings.clone();
        for (action, keys) in changes {
            if let Some((_, bound)) = bindings.iter_mut().find(|(bound, _)| bound == action) {
                bound.clone_from(keys);
            }
        }
        let mut taken: Vec<(Key, Action)> = Vec::new();
        for (action, keys) in &bindings {
            if keys.is_empty() {
                return Err(KeymapError::NoKey(action.entry().name));
            }
            for key in keys {
                if let Some((_, other)) = taken.iter().find(|(other, _)| other == key) {
                    let (one, other) = (other.entry().name, action.entry().name);
                    return Err(KeymapError::Conflict { key: *key, one, other });
                }
                taken.push((*key, *action));
            }
        }
        Ok(Self { bindings })
    }

    /// What a key asks for, if anything.
    pub fn action(&self, key: Key) -> Option<Action> {
        self.bindings.iter().find(|(_, keys)| keys.contains(&key)).map(|(action, _)| *action)
    }

    /// The keys of an action, the one that is shown first.
    ///
    /// # Panics
    ///
    /// Never: a test checks that every action has a row in the table, and so a binding.
    pub fn keys(&self, action: Action) -> &[Key] {
        let binding = self.bindings.iter().find(|(bound, _)| *bound == action);
        binding.map(|(_, keys)| keys.as_slice()).expect("every action has a row in the table")
    }

    /// The key of an action that is shown.
    pub fn key(&self, action: Action) -> Key {
        self.keys(action)[0]
    }
}

/// A key as the key bar and the help write it: arrows as arrows where there are any, the rest as on a keyboard of that
/// language.
pub fn label(key: Key, language: Language, glyphs: Glyphs) -> String {
    let named = match (key.code, language) {
        (Code::Up, Language::De) if glyphs == Glyphs::Ascii => "Auf",
        (Code::Down, Language::De) if glyphs == Glyphs::Ascii => "Ab",
        (Code::Left, Language::De) if glyphs == Glyphs::Ascii => "Links",
        (Code::Right, Language::De) if glyphs == Glyphs::Ascii => "Rechts",
        (Code::PageUp, Language::De) if glyphs == Glyphs::Ascii => "BildAuf",
        (Code::PageDown, Language::De) if glyphs == Glyphs::Ascii => "BildAb",
        (Code::Up | Code::Down | Code::Left | Code::Right, Language::En) if glyphs == Glyphs::Ascii => {
            return key.to_string();
        }
        (Code::Up, _) => "↑",
        (Code::Down, _) => "↓",
        (Code::Left, _) => "←",
        (Code::Right, _) => "→",
        (Code::Backspace, Language::De) if glyphs == Glyphs::Ascii => "Rück",
        (Code::Backspace, Language::De) => "⌫",
        (Code::Backspace, Language::En) => "Bksp",
        (Code::Delete, Language::De) => "Entf",
        (Code::Delete, Language::En) => "Del",
        (Code::PageUp, Language::De) => "Bild↑",
        (Code::PageUp, Language::En) => "PgUp",
        (Code::PageDown, Language::De) => "Bild↓",
        (Code::PageDown, Language::En) => "PgDn",
        (Code::Home, Language::De) => "Pos1",
        (Code::End, Language::De) => "Ende",
        (Code::Char(' '), Language::De) => "Leertaste",
        (Code::BackTab, Language::De) => "Umschalt+Tab",
        (Code::Char(letter), Language::De) if key.ctrl => return format!("Strg+{letter}"),
        _ => return key.to_string(),
    };
    named.to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Keymap, KeymapError};
    use crate::input::action::{Action, TABLE};
    use crate::input::key::{Code, Key};

    #[test]
    fn no_key_asks_for_two_things() {
        let keys: Vec<Key> = TABLE.iter().flat_map(|entry| entry.keys).copied().collect();
        assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len());
    }

    #[test]
    fn every_key_of_the_table_is_written_so_that_it_can_be_read_again() {
        let keymap = Keymap::default();
        for entry in TABLE {
            assert_eq!(keymap.keys(entry.action), entry.keys);
            for key in entry.keys {
                assert_eq!(key.to_string().parse(), Ok(*key));
                assert_eq!(keymap.action(*key), Some(entry.action));
            }
        }
    }

    #[test]
    fn keys_may_be_exchanged_but_not_shared_or_taken_away() {
        let keymap = Keymap::default();
        let (claim, mark) = (Key::char('c'), Key::char('m'));
        let other = keymap
            .with(&[(Action::NextClaim, vec![mark]), (Action::Marks, vec![claim])])
            .expect("no conflict");
        assert_eq!((other.action(mark), other.action(claim)), (Some(Action::NextClaim), Some(Action::Marks)));
        assert_eq!(other.key(Action::Marks), claim);
        assert_eq!(
            keymap.with(&[(Action::NextClaim, vec![mark])]),
            Err(KeymapError::Conflict { key: mark, one: "next-claim", other: "marks" })
        );
        assert_eq!(keymap.with(&[(Action::Help, Vec::new())]), Err(KeymapError::NoKey("help")));
        let twice = vec![Key::plain(Code::F(2)), Key::plain(Code::F(2))];
        assert!(keymap.with(&[(Action::Help, twice)]).is_err());
    }
}
