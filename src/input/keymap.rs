//! From a key to an action: the table of [`super::action`], read backwards.

use crate::i18n::language::Language;
use crate::input::action::{Action, TABLE};
use crate::input::key::{Code, Key};
use crate::look::glyphs::Glyphs;

/// What a key asks for, if anything.
pub fn action(key: Key) -> Option<Action> {
    TABLE.iter().find(|entry| entry.keys.contains(&key)).map(|entry| entry.action)
}

/// A key as the key bar and the help write it: arrows as arrows where there are any, the rest as it stands on a keyboard
/// of that language.
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
        (Code::Backspace, Language::De) => "Rück",
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

/// Two keys that go opposite ways, as one.
pub fn pair(one: Key, other: Key, language: Language, glyphs: Glyphs) -> String {
    let between = if glyphs == Glyphs::Ascii { "/" } else { "" };
    format!("{}{between}{}", label(one, language, glyphs), label(other, language, glyphs))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::action;
    use crate::input::action::TABLE;
    use crate::input::key::Key;

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
