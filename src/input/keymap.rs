//! Which key asks for which action, and how a key is written.

use crate::i18n::language::Language;
use crate::input::action::{Action, TABLE};
use crate::input::key::{Code, Key, Shortcut};
use crate::look::glyphs::Glyphs;

/// The keys of every action. Each action has at least one, no key asks for two actions, and a prefix key asks for none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Keymap {
    /// In the order of the table of actions.
    bindings: Vec<(Action, Vec<Shortcut>)>,
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
    #[error("{key} cannot be bound to both {one:?} and {other:?}; give one of them another key")]
    Conflict {
        /// The key, with its prefix.
        key: Shortcut,
        /// The name of an action.
        one: &'static str,
        /// The name of another, or of the same.
        other: &'static str,
    },
    /// A key would ask for an action and wait for another key.
    #[error(
        "{prefix} cannot be bound to {one:?} and begin {longer} of {other:?}; give one of them another key"
    )]
    Prefix {
        /// The key.
        prefix: Key,
        /// The name of the action it asks for.
        one: &'static str,
        /// What it begins.
        longer: Shortcut,
        /// The name of the action of that.
        other: &'static str,
    },
}

impl Keymap {
    /// The same keymap with other keys for some actions; the first of each is the one that is shown.
    ///
    /// # Errors
    ///
    /// If an action were left without a key, a key asked for two actions, or one asked for an action and began another.
    /// Keys may be exchanged: only the result counts.
    pub fn with<K: Into<Shortcut> + Copy>(&self, changes: &[(Action, Vec<K>)]) -> Result<Self, KeymapError> {
        let changed = self.changed(changes);
        match changed.conflicts().into_iter().next() {
            None => Ok(changed),
            Some(error) => Err(error),
        }
    }

    /// Everything that is wrong with other keys for some actions.
    pub fn conflicts_with<K: Into<Shortcut> + Copy>(&self, changes: &[(Action, Vec<K>)]) -> Vec<KeymapError> {
        self.changed(changes).conflicts()
    }

    fn changed<K: Into<Shortcut> + Copy>(&self, changes: &[(Action, Vec<K>)]) -> Self {
        let mut bindings = self.bindings.clone();
        for (action, keys) in changes {
            if let Some((_, bound)) = bindings.iter_mut().find(|(bound, _)| bound == action) {
                *bound = keys.iter().map(|key| (*key).into()).collect();
            }
        }
        Self { bindings }
    }

    fn conflicts(&self) -> Vec<KeymapError> {
        let mut found = Vec::new();
        let mut taken: Vec<(Shortcut, Action)> = Vec::new();
        for (action, keys) in &self.bindings {
            if keys.is_empty() {
                found.push(KeymapError::NoKey(action.entry().name));
            }
            for key in keys {
                if let Some((_, other)) = taken.iter().find(|(other, _)| other == key) {
                    let (one, other) = (other.entry().name, action.entry().name);
                    found.push(KeymapError::Conflict { key: *key, one, other });
                }
                taken.push((*key, *action));
            }
        }
        for (longer, other) in &taken {
            let begins =
                longer.prefix.and_then(|prefix| Some((prefix, action_in(&self.bindings, prefix.into())?)));
            if let Some((prefix, one)) = begins {
                let (one, other) = (one.entry().name, other.entry().name);
                found.push(KeymapError::Prefix { prefix, one, longer: *longer, other });
            }
        }
        found
    }

    /// What a key asks for by itself, if anything.
    pub fn action(&self, key: Key) -> Option<Action> {
        action_in(&self.bindings, key.into())
    }

    /// What a key asks for after a prefix, if anything.
    pub fn action_after(&self, prefix: Key, key: Key) -> Option<Action> {
        action_in(&self.bindings, Shortcut::after(prefix, key))
    }

    /// The keys that may follow a prefix and what they ask for, in the order of the table of actions; none if the key is no
    /// prefix.
    pub fn following(&self, prefix: Key) -> impl Iterator<Item = (Key, Action)> {
        let all = self.bindings.iter().flat_map(|(action, keys)| keys.iter().map(|key| (key, *action)));
        all.filter(move |(key, _)| key.prefix == Some(prefix)).map(|(key, action)| (key.key, action))
    }

    /// Whether a key waits for another.
    pub fn is_prefix(&self, key: Key) -> bool {
        self.following(key).next().is_some()
    }

    /// The keys of an action, the one that is shown first.
    ///
    /// # Panics
    ///
    /// Never: a test checks that every action has a row in the table, and so a binding.
    pub fn keys(&self, action: Action) -> &[Shortcut] {
        let binding = self.bindings.iter().find(|(bound, _)| *bound == action);
        binding.map(|(_, keys)| keys.as_slice()).expect("every action has a row in the table")
    }

    /// What is pressed for an action, as it is shown.
    pub fn key(&self, action: Action) -> Shortcut {
        self.keys(action)[0]
    }
}

fn action_in(bindings: &[(Action, Vec<Shortcut>)], pressed: Shortcut) -> Option<Action> {
    bindings.iter().find(|(_, keys)| keys.contains(&pressed)).map(|(action, _)| *action)
}

/// What is pressed as the key bar and the help write it: a prefix and its key with a blank between them.
pub fn shortcut_label(shortcut: Shortcut, language: Language, glyphs: Glyphs) -> String {
    let key = label(shortcut.key, language, glyphs);
    match shortcut.prefix {
        Some(prefix) => format!("{} {key}", label(prefix, language, glyphs)),
        None => key,
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
        (Code::ShiftUp, Language::De) if glyphs == Glyphs::Ascii => "Umschalt+Auf",
        (Code::ShiftDown, Language::De) if glyphs == Glyphs::Ascii => "Umschalt+Ab",
        (Code::ShiftUp | Code::ShiftDown, Language::En) if glyphs == Glyphs::Ascii => return key.to_string(),
        (Code::ShiftUp, Language::De) => "Umschalt+↑",
        (Code::ShiftDown, Language::De) => "Umschalt+↓",
        (Code::ShiftUp, Language::En) => "Shift+↑",
        (Code::ShiftDown, Language::En) => "Shift+↓",
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
    use crate::input::key::{Code, Key, Shortcut};

    #[test]
    fn no_key_asks_for_two_things() {
        let keys: Vec<Shortcut> = TABLE.iter().flat_map(|entry| entry.keys).copied().collect();
        assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len());
    }

    #[test]
    fn every_key_of_the_table_is_written_so_that_it_can_be_read_again() {
        let keymap = Keymap::default();
        for entry in TABLE {
            assert_eq!(keymap.keys(entry.action), entry.keys);
            for key in entry.keys {
                assert_eq!(key.to_string().parse(), Ok(*key));
                let asked = match key.prefix {
                    Some(prefix) => keymap.action_after(prefix, key.key),
                    None => keymap.action(key.key),
                };
                assert_eq!(asked, Some(entry.action));
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
        assert_eq!(other.key(Action::Marks), claim.into());
        assert_eq!(
            keymap.with(&[(Action::NextClaim, vec![mark])]),
            Err(KeymapError::Conflict { key: mark.into(), one: "marks", other: "next-claim" })
        );
        assert_eq!(keymap.with::<Key>(&[(Action::Help, Vec::new())]), Err(KeymapError::NoKey("help")));
        let twice = vec![Key::plain(Code::F(2)), Key::plain(Code::F(2))];
        assert!(keymap.with(&[(Action::Help, twice)]).is_err());
    }

    #[test]
    fn a_prefix_key_waits_for_another_and_asks_for_nothing_itself() {
        let (comma, lanes) = (Key::char(';'), Shortcut::after(Key::char(';'), Key::char('l')));
        let keymap = Keymap::default().with(&[(Action::Marks, vec![lanes])]).expect("no conflict");
        assert_eq!(
            (keymap.action(comma), keymap.action_after(comma, lanes.key)),
            (None, Some(Action::Marks))
        );
        assert_eq!(keymap.following(comma).collect::<Vec<_>>(), [(lanes.key, Action::Marks)]);
        assert_eq!(lanes.to_string().parse(), Ok(lanes));
        let both = [(Action::Help, vec![comma.into()]), (Action::Marks, vec![lanes])];
        assert_eq!(
            Keymap::default().with(&both),
            Err(KeymapError::Prefix { prefix: comma, one: "help", longer: lanes, other: "marks" })
        );
    }
}
