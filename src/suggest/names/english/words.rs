//! What English words tell by themselves.

use crate::suggest::names::candidate::calm;
use crate::suggest::names::lists;
use crate::suggest::names::shapes::is_shouted;

/// Whether an English word stands before people's names.
pub(super) fn is_title(word: &str) -> bool {
    lists::TITLES_EN.contains(word) || is_shouted(word) && lists::TITLES_EN.contains(&*calm(word))
}
