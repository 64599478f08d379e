//! What English words tell by themselves.

use crate::suggest::names::candidate::calm;
use crate::suggest::names::lists;
use crate::suggest::names::shapes::{is_acronym, is_shouted};
use crate::text::cues::CueLanguage;
use crate::text::names::is_function_word;

/// Whether an English word stands before people's names.
pub(super) fn is_title(word: &str) -> bool {
    lists::TITLES_EN.contains(word) || is_shouted(word) && lists::TITLES_EN.contains(&*calm(word))
}

/// Whether a word is none that names have, as `the` and `also`, with a capital or not; `IT` is not `it`.
pub(super) fn is_function(word: &str) -> bool {
    is_function_word(&word.to_lowercase(), &[CueLanguage::English]) && !is_acronym(word)
}
