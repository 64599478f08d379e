//! How two wordings differ, word by word, in a form that can be read without colour: `[-removed words-]` and `[+added
//! words+]`.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::cut::floor_boundary;
use super::invisible::without_invisible;

/// One of two wordings, with the words marked that the other lacks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wording {
    /// Its words, a blank between them, and the marks.
    pub text: String,
    /// The bytes that are marked, marks and all, in order.
    pub changes: Vec<Range<usize>>,
}

/// The earlier wording and the later one. A word is what stands between blanks, so that punctuation counts; soft hyphens
/// and the like are left out. Of "die nicht mehr erhältlich sind" and "die wieder erhältlich sind" the one is
/// "die [-nicht mehr-] erhältlich sind", the other "die [+wieder+] erhältlich sind".
pub fn diff_words(before: &str, after: &str) -> (Wording, Wording) {
    let (before, after) = (without_invisible(before), without_invisible(after));
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_whitespace().collect(), after.split_whitespace().collect());
    let mut wordings = (Wording::new(), Wording::new());
    for change in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (gone, come) = (&old[change.old_range()], &new[change.new_range()]);
        if let DiffOp::Equal { .. } = change {
            wordings.0.push(gone, None);
            wordings.1.push(come, None);
        } else {
            wordings.0.push(gone, Some(("[-", "-]")));
            wordings.1.push(come, Some(("[+", "+]")));
        }
    }
    wordings
}

impl Wording {
    fn new() -> Self {
        Self { text: String::new(), changes: Vec::new() }
    }

    fn push(&mut self, words: &[&str], marks: Option<(&str, &str)>) {
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        let (open, close) = marks.unwrap_or_default();
        for part in [open, &words.join(" "), close] {
            self.text.push_str(part);
        }
        if marks.is_some() {
            self.changes.push(start..self.text.len());
        }
    }

    /// The changes with some words around each, for a report; where none is marked, the beginning and the end.
    pub fn excerpt(&self) -> String {
        /// The bytes of unchanged text that give a change its context.
        const AROUND: usize = 30;
        let mut excerpt = String::new();
        let mut end = 0;
        let last = self.text.len()..self.text.len();
        for change in self.changes.iter().cloned().chain(std::iter::once(last)) {
            let same = &self.text[end..change.start];
            let head = if end == 0 && !self.changes.is_empty() { 0 } else { AROUND };
            let tail = if change.is_empty() && !self.changes.is_empty() { 0 } else { AROUND };
            excerpt.push_str(&shortened(same, head, tail));
            excerpt.push_str(&self.text[change.clone()]);
            end = change.end;
        }
        excerpt
    }
}

/// The text without its middle: about `head` bytes of its beginning and `tail` bytes of its end remain, cut at blanks.
fn shortened(text: &str, head: usize, tail: usize) -> String {
    if text.len() <= head + tail + '…'.len_utf8() {
        return text.to_owned();
    }
    let (head, tail) = (floor_boundary(text, head), floor_boundary(text, text.len() - tail));
    let before = &text[..text[..head].rfind(' ').map_or(0, |blank| blank + 1)];
    let after = &text[tail + text[tail..].find(' ').unwrap_or(text.len() - tail)..];
    format!("{before}…{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_the_other_lacks_are_marked() {
        let (before, after) = diff_words("die nicht mehr erhältlich sind", "die wieder erhältlich sind");
        assert_eq!(before.text, "die [-nicht mehr-] erhältlich sind");
        assert_eq!(after.text, "die [+wieder+] erhältlich sind");
        assert_eq!(&before.text[before.changes[0].clone()], "[-nicht mehr-]");
        let (before, after) = diff_words("ein Wort", "ein Wort");
        assert!(before.changes.is_empty() && after.changes.is_empty());
    }
}
