//! Cutting text without splitting a character, and putting it on one line.

/// The last character boundary at or before a byte; the end of the text if the byte lies beyond it.
pub(crate) fn floor_boundary(text: &str, byte: usize) -> usize {
    // `str::floor_char_boundary` is newer than the Rust we ask for.
    (0..=byte.min(text.len())).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}

/// The first character boundary at or after a byte; the end of the text if the byte lies beyond it.
pub(crate) fn ceil_boundary(text: &str, byte: usize) -> usize {
    (byte..text.len()).find(|byte| text.is_char_boundary(*byte)).unwrap_or(text.len())
}

/// The first `count` characters of a text; all of it, if it has no more.
pub(crate) fn first_chars(text: &str, count: usize) -> &str {
    &text[..text.char_indices().nth(count).map_or(text.len(), |(end, _)| end)]
}

/// The last `count` characters of a text; all of it, if it has no more.
pub(crate) fn last_chars(text: &str, count: usize) -> &str {
    let Some(before) = count.checked_sub(1) else { return "" };
    &text[text.char_indices().rev().nth(before).map_or(0, |(start, _)| start)..]
}

/// The text with each run of white space as one blank.
pub(crate) fn collapse_white_space(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            line.push(c);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn white_space_becomes_single_blanks() {
        assert_eq!(collapse_white_space("eins\n  zwei\t drei "), "eins zwei drei ");
    }

    proptest! {
        #[test]
        fn boundaries_surround_the_byte(text in "[aä書]{0,9}", byte in 0_usize..40) {
            let (before, after) = (floor_boundary(&text, byte), ceil_boundary(&text, byte));
            let clamped = byte.min(text.len());
            prop_assert!(before <= clamped && clamped <= after && text[before..after].chars().count() <= 1);
            prop_assert_eq!(text.is_char_boundary(clamped), before == after);
        }

        #[test]
        fn beginnings_and_ends_have_as_many_characters(text in "[aä書]{0,9}", count in 0_usize..12) {
            let length = text.chars().count();
            let (first, last) = (first_chars(&text, count), last_chars(&text, count));
            prop_assert!(text.starts_with(first) && text.ends_with(last));
            prop_assert_eq!((first.chars().count(), last.chars().count()), (count.min(length), count.min(length)));
        }
    }
}
