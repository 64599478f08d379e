//! From a key to an action: the table of [`super::action`], read backwards.

use super::action::{Action, TABLE};
use super::key::{Code, Key};

/// What a key asks for, if anything.
pub fn action(key: Key) -> Option<Action> {
    TABLE.iter().find(|entry| entry.keys.contains(&key)).map(|entry| entry.action)
}

/// A key as the key bar and the help write it: arrows as arrows, the rest by its name on the keyboard.
pub fn label(key: Key, rueck: &'static str) -> String {
    match key.code {
        Code::Up => String::from("↑"),
        Code::Down => String::from("↓"),
        Code::Left => String::from("←"),
        Code::Right => String::from("→"),
        Code::Backspace => rueck.to_owned(),
        _ => key.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::action;
    use crate::ui::action::TABLE;
    use crate::ui::key::Key;

    #[test]
    fn no_key_asks_for_two_things() {
        let keys: Vec<Key> = TABLE.iter().flat_map(|entry| entry.keys).copied().collect();
        assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len());
    }

    #[test]
    fn every_key_of_the_table_is_written_so_that_it_can_be_read_again() {
        for entry in TABLE {
            for key in entry.keys {
                assert_eq!(key.to_string().parse(), Ok(*key));
                assert_eq!(action(*key), Some(entry.action));
            }
        }
    }
}
