//! The keys of marking. All keys belong to it while it lasts, and none of them takes more than a letter, an arrow or Shift on
//! a German keyboard. Key bar and help are made from this table.

use super::Step;
use crate::i18n::strings::MarkingStrings;
use crate::input::key::{Code, Key};
use crate::protocol::authoring::Intent;
use crate::protocol::key_table::{self, char, plain, row, shown};

/// What a key of marking does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MarkKey {
    /// The mark changes.
    Step(Step),
    /// The article turns a page down, and its first sentence is marked.
    PageDown,
    /// The same a page up.
    PageUp,
    /// What the mark may become is listed.
    Menu,
    /// The mark becomes this, without the list.
    Intend(Intent),
    /// Nothing is marked any more.
    Leave,
}

/// A row of the table.
type KeyRow = key_table::KeyRow<MarkKey, MarkingStrings>;

/// Every key, most useful first.
pub const KEYS: &[KeyRow] = &[
    shown(MarkKey::Step(Step::NextSentence), &[plain(Code::Down), char('j')], |strings| strings.key_sentence),
    row(MarkKey::Step(Step::PreviousSentence), &[plain(Code::Up), char('k')]),
    shown(MarkKey::Menu, &[plain(Code::Enter)], |strings| strings.key_menu),
    shown(MarkKey::Intend(Intent::Actor), &[char('a')], |strings| strings.key_actor),
    shown(MarkKey::Intend(Intent::Claim), &[char('c')], |strings| strings.as_claim),
    shown(MarkKey::Intend(Intent::Event), &[char('e')], |strings| strings.as_event),
    shown(MarkKey::Step(Step::Right), &[plain(Code::Right), char('l')], |strings| strings.key_word),
    row(MarkKey::Step(Step::Left), &[plain(Code::Left), char('h')]),
    shown(MarkKey::Intend(Intent::Gap), &[char('g')], |strings| strings.as_gap),
    shown(MarkKey::Intend(Intent::Role), &[char('r')], |strings| strings.key_role),
    shown(MarkKey::Intend(Intent::Alias), &[char('+')], |strings| strings.key_alias),
    shown(MarkKey::Step(Step::NextName), &[char('n'), char('.')], |strings| strings.key_name),
    row(MarkKey::Step(Step::PreviousName), &[char('N'), char(',')]),
    shown(MarkKey::Step(Step::OtherEnd), &[plain(Code::Tab), plain(Code::BackTab), char('o')], |strings| {
        strings.key_other_end
    }),
    shown(MarkKey::Leave, &[plain(Code::Esc), char('V'), char('q')], |strings| strings.key_leave),
    shown(MarkKey::Step(Step::OneWord), &[char('w')], |strings| strings.key_one_word),
    shown(MarkKey::Step(Step::Sentences), &[char('s')], |strings| strings.key_whole),
    shown(MarkKey::Step(Step::EndDown), &[plain(Code::ShiftDown), char('J')], |strings| {
        strings.key_end_by_sentence
    }),
    row(MarkKey::Step(Step::EndUp), &[plain(Code::ShiftUp), char('K')]),
    row(MarkKey::PageDown, &[plain(Code::PageDown), char(' ')]),
    row(MarkKey::PageUp, &[plain(Code::PageUp)]),
    row(MarkKey::Step(Step::First), &[plain(Code::Home)]),
    row(MarkKey::Step(Step::Last), &[plain(Code::End)]),
    row(MarkKey::Intend(Intent::CopyAnchor), &[char('y')]),
];

impl MarkKey {
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
}
