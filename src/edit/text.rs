//! A file's text, and pieces that are put into it.

use std::ops::Range;

/// A stretch of a text and what is to stand there. Nothing but this changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Piece {
    /// The stretch; empty where something is put in between.
    pub(super) range: Range<usize>,
    /// What is to stand there.
    pub(super) text: String,
}

impl Piece {
    /// Something put in at a byte.
    pub(super) fn insert(at: usize, text: String) -> Self {
        Self { range: at..at, text }
    }
}

/// The line ending that the text has at this byte: that of the line before, else of the first line, else the usual one.
pub(super) fn line_end(text: &str, at: usize) -> &'static str {
    let is_crlf = |end: usize| text[..end].ends_with('\r');
    let end = text[..at].rfind('\n').or_else(|| text.find('\n'));
    if end.is_some_and(is_crlf) { "\r\n" } else { "\n" }
}

/// Where the line begins that a byte stands in.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The line of one text that a line of another, which was made of it, comes closest to: the same one, or that from which on they
/// differ. Lines count from 1.
pub(super) fn line_before(old: &str, new: &str, line: usize) -> usize {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let below = old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(old, new)| old == new);
    let below = below.count();
    if line > same && line <= new.len() && line > new.len() - below {
        return line + old.len() - new.len();
    }
    line.min(same + 1).min(old.len()).max(1)
}

/// The blanks at the beginning of the line that a byte stands in.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..at];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// A line put in below the one in which a key's value, or a header, ends. What follows that in its line is at most a comment.
pub(super) fn line_below(text: &str, end: usize, indent: &str, line: &str) -> Piece {
    match text[end..].find('\n').map(|length| end + length + 1) {
        Some(next) => Piece::insert(next, format!("{indent}{line}{}", line_end(text, next))),
        None => Piece::insert(text.len(), format!("{}{indent}{line}", line_end(text, end))),
    }
}

/// A table at the end of a text: on a new line, and one blank line after what is there. A text without line endings gets the
/// `usual` ones.
pub(super) fn at_end(text: &str, usual: &'static str, table: impl FnOnce(&'static str) -> String) -> Piece {
    let ending = if text.contains('\n') { line_end(text, text.len()) } else { usual };
    let is_blank = text.lines().last().is_none_or(|line| line.trim().is_empty());
    let before = match (text.is_empty() || text.ends_with('\n'), is_blank) {
        (true, true) => String::new(),
        (true, false) | (false, true) => ending.to_owned(),
        (false, false) => format!("{ending}{ending}"),
    };
    Piece::insert(text.len(), format!("{before}{}", table(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_pieces(text: &str, pieces: &[Piece]) -> String {
        let mut whole =
            String::with_capacity(text.len() + pieces.iter().map(|piece| piece.text.len()).sum::<usize>());
        let mut end = 0;
        for piece in pieces {
            whole.push_str(&text[end..piece.range.start]);
            whole.push_str(&piece.text);
            end = piece.range.end;
        }
        whole.push_str(&text[end..]);
        whole
    }

    fn appended(text: &str) -> String {
        with_pieces(text, &[at_end(text, "\n", |ending| format!("[[x]]{ending}"))])
    }

    #[test]
    fn a_table_stands_below_one_blank_line() {
        for (text, whole) in [
            ("", "[[x]]\n"),
            ("a = 1", "a = 1\n\n[[x]]\n"),
            ("a = 1\n", "a = 1\n\n[[x]]\n"),
            ("a = 1\n\n", "a = 1\n\n[[x]]\n"),
            ("a = 1\r\n# end", "a = 1\r\n# end\r\n\r\n[[x]]\r\n"),
            ("a = 1\nb = 2\r\n", "a = 1\nb = 2\r\n\r\n[[x]]\r\n"),
            ("a = 1\n  ", "a = 1\n  \n[[x]]\n"),
        ] {
            assert_eq!(appended(text), whole, "{text:?}");
        }
    }

    #[test]
    fn a_line_of_what_a_text_becomes_has_one_in_the_text() {
        let old = "a\nb\nc\n";
        for (new, line, expected) in [
            (old, 2, 2),
            ("a\nx\ny\nb\nc\n", 1, 1),
            ("a\nx\ny\nb\nc\n", 2, 2),
            ("a\nx\ny\nb\nc\n", 3, 2),
            ("a\nx\ny\nb\nc\n", 5, 3),
            ("a\nb\nc\n\nd\ne\n", 6, 3),
            ("a\nc\n", 2, 3),
            ("a\nb\nc\nd\n", usize::MAX, 3),
        ] {
            assert_eq!(line_before(old, new, line), expected, "{line} of {new:?}");
        }
        assert_eq!(line_before("", "x\n", 1), 1);
    }

    #[test]
    fn a_line_stands_below_another_with_its_ending() {
        let below = |text: &str, end| with_pieces(text, &[line_below(text, end, "  ", "b = 2")]);
        assert_eq!(below("a = 1 # one\nc = 3\r\n", 5), "a = 1 # one\n  b = 2\nc = 3\r\n");
        assert_eq!(below("c = 3\r\na = 1\r\n", 12), "c = 3\r\na = 1\r\n  b = 2\r\n");
        assert_eq!(below("c = 3\r\na = 1 # one", 12), "c = 3\r\na = 1 # one\r\n  b = 2");
    }
}
