//! Characters that only say where a line may break: pages are full of them, and nobody who writes a quotation has them.

use std::borrow::Cow;

use crate::load::MARK;
use crate::text::invisible::{is_invisible, without_invisible};

/// The text without them, and how many they were. The mark that a file begins with says how it is written; it stays, and is not
/// counted, unless the text changes anyway.
pub(super) fn removed(text: &str) -> (Cow<'_, str>, usize) {
    let words = text.strip_prefix(MARK).unwrap_or(text);
    let count = words.chars().filter(|c| is_invisible(*c)).count();
    if count == 0 { (Cow::Borrowed(text), 0) } else { (without_invisible(words), count) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_removed_and_counted() {
        assert_eq!(removed("Brü\u{ad}cken\u{200b}\u{2060}\u{feff}bau"), (Cow::Borrowed("Brückenbau"), 4));
        assert_eq!(removed("\u{feff}Brücke"), (Cow::Borrowed("\u{feff}Brücke"), 0));
        assert_eq!(removed("\u{feff}Brü\u{ad}cke"), (Cow::Borrowed("Brücke"), 1));
        // These change how the characters beside them look.
        assert_eq!(removed("a\u{200d}b\u{200f}"), (Cow::Borrowed("a\u{200d}b\u{200f}"), 0));
    }
}
