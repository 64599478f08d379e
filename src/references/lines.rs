//! Where something stands in a file, for people.

use std::fmt::{self, Display};

/// A line and a column, in characters, both from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Position {
    /// The place in a file of a place in a piece of it that begins there.
    pub(super) fn after(self, start: Self) -> Self {
        let column = if self.line == 1 { start.column + self.column - 1 } else { self.column };
        Self { line: start.line + self.line - 1, column }
    }
}

impl Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Finds the lines of places in a text. Places that are asked for in order cost one pass over it.
pub(super) struct Lines<'t> {
    text: &'t str,
    /// Where the last line begins that was found, and its number.
    start: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, start: 0, line: 1 }
    }

    /// The position of a byte, which may not stand before the line of the last one.
    pub(super) fn position(&mut self, at: usize) -> Position {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        while let Some(end) = self.text[self.start..at.max(self.start)].find('\n') {
            self.start += end + 1;
            self.line += 1;
        }
        let column = self.text[self.start..at.max(self.start)].chars().count() + 1;
        Position { line: self.line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        let text = "äb\r\nc\n\nd";
        let mut lines = Lines::new(text);
        let found: Vec<String> = [0, 2, 5, 7, 8, 99].map(|at| lines.position(at).to_string()).into();
        assert_eq!(found, ["1:1", "1:2", "2:1", "3:1", "4:1", "4:2"]);
    }
}
