//! Where sentences end, as far as that can be decided without understanding them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Abbreviations after which a capital begins no sentence.
const ABBREVIATIONS: [&str; 14] =
    ["Mrd", "Mio", "Dr", "Prof", "Nr", "No", "Mr", "Mrs", "Ms", "St", "vs", "ca", "bzw", "Inc"];

/// The sentences of a text, in order, without the blanks at their ends.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut begin = None;
    for (at, piece) in text.split_sentence_bound_indices() {
        let (start, end) = (*begin.get_or_insert(at), at + piece.len());
        if end < text.len() && is_continued(&text[start..end]) {
            continue;
        }
        begin = None;
        let whole = &text[start..end];
        let from = start + (whole.len() - whole.trim_start().len());
        let to = start + whole.trim_end().len();
        if from < to {
            found.push(from..to);
        }
    }
    found
}

/// Whether the full stop at the end belongs to a number ("am 27. November"), an initial or an abbreviation.
fn is_continued(text: &str) -> bool {
    let Some(before) = text.trim_end().strip_suffix('.') else { return false };
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let mut chars = word.chars();
    let number = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let initial = chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none();
    number || initial || ABBREVIATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        assert_eq!(split("Sie weichen aus. Warum? Darum!"), ["Sie weichen aus.", "Warum?", "Darum!"]);
        assert_eq!(split("Am 27. November sank er. So."), ["Am 27. November sank er.", "So."]);
        assert_eq!(
            split("Das kostet 3 Mrd. Dollar, sagte J. Smith. Ja."),
            ["Das kostet 3 Mrd. Dollar, sagte J. Smith.", "Ja."]
        );
        assert_eq!(split("  no stop at the end "), ["no stop at the end"]);
        assert_eq!(split(""), [""; 0]);
    }

    proptest! {
        #[test]
        fn nothing_but_blanks_is_lost(text in "[a-zA-Z0-9 .!?\n„“ä]{0,60}") {
            let kept: String = split(&text).concat().split_whitespace().collect();
            prop_assert_eq!(kept, text.split_whitespace().collect::<String>());
        }
    }
}
