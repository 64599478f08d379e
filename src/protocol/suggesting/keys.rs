//! The keys of suggestions. All keys belong to them while they are offered, and none takes more than a letter, an arrow or
//! Shift on a German keyboard. Key bar and help are made from this table.

use crate::dossier::SuggestionKind;
use crate::i18n::strings::SuggestingStrings;
use crate::input::key::{Code, Key};
use crate::protocol::key_table::{self, char, plain, row, shown};

/// What a key does while suggestions are offered.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SuggestKey {
    /// It is right: it is written into the dossier. Of a name without a kind that is asked for first.
    Accept,
    /// It is a name, of another kind than it seems.
    OtherKind,
    /// It is wrong, and is not offered again.
    Reject,
    /// It is offered again at the end.
    Later,
    /// It names an actor who is there already.
    SameAs,
    /// The last decision is taken back.
    Undo,
    /// It is nearly right: the form opens, filled in.
    Edit,
    /// Its sentence becomes a claim, by the form.
    Claim,
    /// Its words are marked.
    Mark,
    /// The next place of the same name.
    NextPlace,
    /// The place before.
    PreviousPlace,
    /// The next kind of suggestions that has any.
    NextKind,
    /// The kind before.
    PreviousKind,
    /// This kind.
    Kind(SuggestionKind),
    /// What would be written is copied as TOML.
    Copy,
    /// The article turns a page down.
    PageDown,
    /// The same a page up.
    PageUp,
    /// No more suggestions for now.
    Leave,
}

/// A row of the table.
pub type KeyRow = key_table::KeyRow<SuggestKey, SuggestingStrings>;

/// Every key, most useful first.
pub const KEYS: &[KeyRow] = &[
    shown(SuggestKey::Accept, &[char('a')], |strings| strings.key_accept),
    shown(SuggestKey::Reject, &[char('x')], |strings| strings.key_reject),
    shown(SuggestKey::Later, &[char(' ')], |strings| strings.key_later),
    shown(SuggestKey::OtherKind, &[char('k')], |strings| strings.key_other_kind),
    shown(SuggestKey::SameAs, &[char('=')], |strings| strings.key_same_as),
    shown(SuggestKey::Undo, &[plain(Code::Backspace), char('u')], |strings| strings.key_undo),
    shown(SuggestKey::Edit, &[char('e')], |strings| strings.key_edit),
    shown(SuggestKey::NextPlace, &[char('n'), plain(Code::Right), plain(Code::Down)], |strings| {
        strings.key_place
    }),
    row(SuggestKey::PreviousPlace, &[char('N'), plain(Code::Left), plain(Code::Up)]),
    shown(SuggestKey::Leave, &[plain(Code::Esc), char('S'), char('q')], |strings| strings.key_leave),
    shown(SuggestKey::Claim, &[char('c')], |strings| strings.key_claim),
    shown(SuggestKey::Mark, &[char('V')], |strings| strings.key_mark),
    shown(SuggestKey::NextKind, &[plain(Code::Tab)], |strings| strings.key_kind),
    row(SuggestKey::PreviousKind, &[plain(Code::BackTab)]),
    row(SuggestKey::Kind(SuggestionKind::Leftover), &[char('0')]),
    row(SuggestKey::Kind(SuggestionKind::Name), &[char('1')]),
    row(SuggestKey::Kind(SuggestionKind::Attributed), &[char('2')]),
    row(SuggestKey::Kind(SuggestionKind::Time), &[char('3')]),
    row(SuggestKey::Kind(SuggestionKind::Figure), &[char('4')]),
    row(SuggestKey::Copy, &[char('y')]),
    row(SuggestKey::PageDown, &[plain(Code::PageDown)]),
    row(SuggestKey::PageUp, &[plain(Code::PageUp)]),
];

/// The letters of these keys: none of them chooses a kind of actor, so that no letter means two things.
pub fn letters() -> impl Iterator<Item = char> {
    let keys = KEYS.iter().flat_map(|row| row.keys);
    keys.filter_map(|key| match key.code {
        Code::Char(letter) if letter.is_ascii_alphabetic() => Some(letter.to_ascii_lowercase()),
        _ => None,
    })
}

impl SuggestKey {
    /// What a key does.
    pub fn of(key: Key) -> Option<Self> {
        key_table::done_by(KEYS, key)
    }

    /// The keys that do it.
    pub fn keys(self) -> &'static [Key] {
        key_table::keys_of(KEYS, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things_and_none_takes_alt_gr() {
        key_table::check(KEYS);
    }

    #[test]
    fn every_kind_has_its_number_in_the_order_in_which_they_are_offered() {
        for (number, kind) in ('0'..).zip(SuggestionKind::ALL) {
            assert_eq!(SuggestKey::of(Key::char(number)), Some(SuggestKey::Kind(kind)));
        }
    }
}
