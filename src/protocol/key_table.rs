//! A table of the keys of a mode to which all keys belong while it lasts. None of them takes more than a letter, an arrow or Shift on
//! a German keyboard. Key bar and help are made from such tables.

use crate::input::key::{Code, Key};

/// A row of such a table: `D` is what keys do, `S` are the words for it.
#[derive(Clone, Copy, Debug)]
pub struct KeyRow<D, S: 'static> {
    /// What is done.
    pub does: D,
    /// By these keys, the one that is shown first.
    pub keys: &'static [Key],
    /// What the key bar calls it; nothing where it is not listed there.
    pub short: Option<fn(&S) -> &'static str>,
}

/// Keys that the key bar does not list.
pub(super) const fn row<D: Copy, S: 'static>(does: D, keys: &'static [Key]) -> KeyRow<D, S> {
    KeyRow { does, keys, short: None }
}

/// Keys that the key bar lists.
pub(super) const fn shown<D: Copy, S: 'static>(
    does: D,
    keys: &'static [Key],
    short: fn(&S) -> &'static str,
) -> KeyRow<D, S> {
    KeyRow { does, keys, short: Some(short) }
}

/// A letter or a sign.
pub(super) const fn char(c: char) -> Key {
    Key::char(c)
}

/// A key that is neither.
pub(super) const fn plain(code: Code) -> Key {
    Key::plain(code)
}

/// What a key does, if it does something.
pub(super) fn done_by<D: Copy, S>(table: &[KeyRow<D, S>], key: Key) -> Option<D> {
    table.iter().find(|row| row.keys.contains(&key)).map(|row| row.does)
}

/// The keys that do something.
///
/// # Panics
///
/// Panics if none does, which a test of each table rules out.
pub(super) fn keys_of<D: Copy + PartialEq, S>(table: &[KeyRow<D, S>], does: D) -> &'static [Key] {
    table.iter().find(|row| row.does == does).map(|row| row.keys).expect("everything has a key")
}

/// Checks that each key does one thing and none takes `AltGr`, and that everything has its keys.
#[cfg(test)]
pub(super) fn check<D: Copy + PartialEq + std::fmt::Debug, S>(table: &[KeyRow<D, S>]) {
    use std::collections::HashSet;

    let keys: Vec<Key> = table.iter().flat_map(|row| row.keys).copied().collect();
    assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len());
    for key in keys {
        assert!(!key.ctrl, "{key}");
        if let Code::Char(c) = key.code {
            // On a German keyboard these take AltGr, and ^ and ` wait for a letter.
            assert!(!"{[]}\\@|~^`´€".contains(c), "{c}");
        }
        assert!(done_by(table, key).is_some());
    }
    for row in table {
        assert_eq!(keys_of(table, row.does), row.keys, "{:?}", row.does);
        assert!(!row.keys.is_empty(), "{:?}", row.does);
    }
}
