//! How many words a text has.

/// The words of a text: what holds a letter, between blanks.
pub fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count()
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn a_word_holds_a_letter() {
        assert_eq!(count("30 per cent, not a third – 401 MW"), 6);
        assert_eq!(count("Übermut tut selten gut"), 4);
        assert_eq!(count(" · 2025 "), 0);
    }
}
