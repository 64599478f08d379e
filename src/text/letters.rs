//! The letters and digits of a text, to compare what differs in signs, blanks and capitals alone.

/// The letters and digits, in small letters.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_blanks_and_capitals_do_not_count() {
        assert_eq!(letters(" „Alte Brücke“ – 2026!"), "altebrücke2026");
    }
}
