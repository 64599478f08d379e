//! Characters that only say where a line may or may not break. A reader does not see them and a page and its copy often
//! differ in them, so they do not count where words are compared.

use std::borrow::Cow;

/// Whether it is a soft hyphen, a zero-width space, a word joiner or a byte order mark. Zero-width joiners, variation
/// selectors and direction marks are not: they change how the characters beside them look.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The text without such characters.
pub(crate) fn without_invisible(text: &str) -> Cow<'_, str> {
    if text.contains(is_invisible) {
        Cow::Owned(text.chars().filter(|c| !is_invisible(*c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}
