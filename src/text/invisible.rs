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

/// Whether a text shows nothing: it is blanks, and characters that nobody sees by themselves.
pub(crate) fn is_blank(text: &str) -> bool {
    let is_unseen = |c: char| {
        matches!(
            c,
            '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'
                ..='\u{180f}'
        ) || matches!(c, '\u{200c}'..='\u{200f}' | '\u{2061}'..='\u{2064}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}')
            || matches!(c, '\u{e0000}'..='\u{e0fff}')
    };
    text.chars().all(|c| c.is_whitespace() || is_invisible(c) || is_unseen(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_nothing_that_can_be_seen_is_blank() {
        for text in ["", " \t", "\u{200b}", "\u{ad} \u{2060}", "\u{feff}\u{200d}\u{fe0f}", "\u{3164}"] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["a", "\u{200b}a", "·", "☂\u{fe0f}"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }
}
