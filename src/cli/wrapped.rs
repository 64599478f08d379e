//! Reports of which no line is longer than people read with ease.

use textwrap::{Options, WordSeparator, WordSplitter};

/// The most columns of a line, unless one word has more: addresses and paths stay whole, to be copied.
const LONGEST: usize = 100;

/// A line of a report as one or several: what goes on is set in.
pub(super) fn wrapped(line: &str) -> String {
    let options = Options::new(LONGEST)
        .subsequent_indent("  ")
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(line, options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_too_long_but_a_word() {
        let address = format!("https://talbote.example/{}", "a-".repeat(60));
        let text = wrapped(&format!("{} {address} {}", "words of it".repeat(12), "and more ".repeat(12)));
        assert!(text.lines().count() > 3 && text.contains(&address), "{text}");
        for line in text.lines().filter(|line| !line.contains(&address)) {
            assert!(line.len() <= LONGEST, "{line}");
        }
        assert!(text.lines().skip(1).all(|line| line.starts_with("  ")), "{text}");
    }
}
