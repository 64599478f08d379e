//! Characters that only say where a line may break: pages are full of them, and nobody who writes a quotation has them.

use std::borrow::Cow;

use crate::load::MARK;
use crate::text::invisible::is_invisible;

/// The text without them, and how many they were. The mark that a file begins with says how it is written; it stays, and is not
/// counted, unless the text changes anyway.
pub(super) fn removed(text: &str) -> (Cow<'_, str>, usize) {
    let words = text.strip_prefix(MARK).unwrap_or(text);
    let count = words.chars().filter(|c| is_invisible(*c) || is_control(*c)).count();
    if count == 0 {
        return (Cow::Borrowed(text), 0);
    }
    let seen = words.chars().filter_map(|c| match c {
        // Some word processors end a line with these.
        '\u{b}' | '\u{c}' => Some(' '),
        c if is_invisible(c) || is_control(c) => None,
        c => Some(c),
    });
    (Cow::Owned(seen.collect()), count)
}

/// Whether it is a sign for machines. Those that end lines and the tab are none.
fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{85}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_removed_and_counted() {
        assert_eq!(removed("Brü\u{ad}cken\u{200b}\u{2060}\u{feff}bau"), (Cow::Borrowed("Brückenbau"), 4));
        assert_eq!(removed("\u{feff}Brücke"), (Cow::Borrowed("\u{feff}Brücke"), 0));
        assert_eq!(removed("\u{feff}Brü\u{ad}cke"), (Cow::Borrowed("Brücke"), 1));
        assert_eq!(removed("a\u{7}b\u{1d}\u{b}c\0"), (Cow::Borrowed("ab c"), 4));
        assert_eq!(removed("a\tb\r\n"), (Cow::Borrowed("a\tb\r\n"), 0));
        // These change how the characters beside them look.
        assert_eq!(removed("a\u{200d}b\u{200f}"), (Cow::Borrowed("a\u{200d}b\u{200f}"), 0));
    }
}
