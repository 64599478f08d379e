//! Bytes of files as lines and columns, and the lines themselves as a report shows them.

use std::ops::Range;

use crate::load::report::problem::{Location, ProblemLine};
use crate::load::report::span::Span;
use crate::load::source::text_file::TextFile;
use crate::text::cut::floor_boundary;
use crate::text::sanitize::sanitize_line;

/// The most characters of a line that are shown.
const SHOWN: usize = 100;

/// So many characters are shown before what is marked, where a line is longer than that.
const BEFORE: usize = 30;

/// Finds the line and column of a byte. Each file is cut into lines once.
pub(crate) struct LineIndex<'f> {
    files: &'f [&'f TextFile],
    /// Where the lines of each file begin, once somebody asked for one.
    starts: Vec<Vec<usize>>,
    /// The place that was found last: file, line, byte, column. The next one is often farther on in the same line.
    last: (usize, usize, usize, usize),
}

impl<'f> LineIndex<'f> {
    pub(crate) fn new(files: &'f [&'f TextFile]) -> Self {
        Self { files, starts: vec![Vec::new(); files.len()], last: (usize::MAX, 0, 0, 0) }
    }

    /// File, line and columns.
    pub(crate) fn location(&mut self, at: Span) -> Location {
        let (line, column) = self.find(at.file, at.offset);
        let (end_line, end_column) = self.find(at.file, at.end.max(at.offset));
        let file = self.files.get(at.file).map_or(String::new(), |file| file.name.clone());
        Location { file, line, column, end_line, end_column }
    }

    /// `line 9`, seen from elsewhere: `line 9 of actors.toml`.
    pub(crate) fn named(&mut self, at: Span, from: Span) -> String {
        let (line, _) = self.find(at.file, at.offset);
        match self.files.get(at.file).filter(|_| at.file != from.file) {
            Some(file) => format!("line {line} of {}", sanitize_line(&file.name)),
            None => format!("line {line}"),
        }
    }

    /// The line of a place, fit to show; none of a file that could not be read.
    pub(crate) fn excerpt(&mut self, at: Span) -> Option<ProblemLine> {
        let text = self.text(at.file);
        if text.is_empty() {
            return None;
        }
        let from = floor_boundary(text, at.offset);
        let (line, _) = self.find(at.file, from);
        let starts = &self.starts[at.file];
        let start = starts[line - 1];
        let end = starts.get(line).map_or(text.len(), |next| next - 1);
        // What goes on in the next line is marked up to the end of this one.
        let marked = from - start..floor_boundary(text, at.end).clamp(from, end.max(from)) - start;
        Some(shorten(&text[start..end.max(from)], marked))
    }

    fn text(&self, file: usize) -> &'f str {
        self.files.get(file).map_or("", |file| &file.text)
    }

    fn find(&mut self, file: usize, offset: usize) -> (usize, usize) {
        let text = self.text(file);
        let Some(starts) = self.starts.get_mut(file) else { return (1, 1) };
        if starts.is_empty() {
            starts.push(0);
            starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        }
        let offset = floor_boundary(text, offset);
        let line = starts.partition_point(|start| *start <= offset);
        let (from, before) = match self.last {
            (last_file, last_line, byte, column)
                if (last_file, last_line) == (file, line) && byte <= offset =>
            {
                (byte, column)
            }
            _ => (starts[line - 1], 1),
        };
        let column = before + text[from..offset].chars().count();
        self.last = (file, line, offset, column);
        (line, column)
    }
}

/// The line, or of a long one what is around the marked bytes, one character for each that is written.
fn shorten(line: &str, marked: Range<usize>) -> ProblemLine {
    let line = &line[..line.trim_end().len().max(marked.end)];
    let (mut from, mut to) = (0, line.len());
    if line.char_indices().nth(SHOWN).is_some() {
        from = line[..marked.start].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
        to = line[from..].char_indices().nth(SHOWN).map_or(line.len(), |(at, _)| from + at);
    }
    let before = if from > 0 { "…" } else { "" };
    let after = if to < line.len() { "…" } else { "" };
    let shown = |range: Range<usize>| sanitize_line(&line[range]).into_owned();
    let (first, last) = (marked.start.min(to), marked.end.clamp(from, to));
    let head = format!("{before}{}", shown(from..first));
    let middle = shown(first..last.max(first));
    let marked = head.len()..head.len() + middle.len();
    ProblemLine { text: format!("{head}{middle}{}{after}", shown(last.max(first)..to)), marked }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn file(text: &str) -> TextFile {
        TextFile { name: "a.toml".to_owned(), marked: false, text: text.to_owned(), whole: true }
    }

    #[test]
    fn lines_and_columns_count_characters() {
        let file = file("a\nbü書d\n");
        let files = [&file];
        let mut lines = LineIndex::new(&files);
        let mut location = |range: Range<usize>| {
            let Location { line, column, end_line, end_column, .. } = lines.location(Span::new(0, range));
            (line, column, end_line, end_column)
        };
        assert_eq!(location(0..1), (1, 1, 1, 2));
        assert_eq!(location(3..8), (2, 2, 2, 4));
        assert_eq!(location(9..9), (2, 5, 2, 5));
        assert_eq!(location(1..4), (1, 2, 2, 2));
        assert_eq!(location(10..400), (3, 1, 3, 1));
    }

    #[test]
    fn a_line_is_shown_without_its_end() {
        let file = file("a = 1\r\nb = \"\u{1b}[31m\"\r\n");
        let files = [&file];
        let excerpt = LineIndex::new(&files).excerpt(Span::new(0, 11..18)).unwrap_or_default();
        assert_eq!(excerpt.text, "b = \"\u{241b}[31m\"");
        assert_eq!(&excerpt.text[excerpt.marked], "\"\u{241b}[31m\"");
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_marked() {
        let line = format!("{}HERE{}", "ä".repeat(200), "b".repeat(200));
        let ProblemLine { text, marked } = shorten(&line, 400..404);
        assert_eq!(&text[marked.clone()], "HERE");
        assert!(text.starts_with('…') && text.ends_with('…'));
        assert_eq!(text.chars().count(), SHOWN + 2);
        let whole = shorten(&line, 0..line.len());
        assert_eq!(whole.text.chars().count(), SHOWN + 1);
        assert_eq!(whole.marked, 0..2 * SHOWN);
    }

    proptest! {
        #[test]
        fn any_bytes_of_any_text_are_shown(text in "[aü書\\n\\r\\t\u{1b} ]{0,300}", from in 0usize..600, length in 0usize..600) {
            let file = file(&text);
            let files = [&file];
            let mut lines = LineIndex::new(&files);
            let at = Span::new(0, from..from + length);
            let location = lines.location(at);
            prop_assert!(location.line >= 1 && location.column >= 1);
            prop_assert!((location.end_line, location.end_column) >= (location.line, location.column));
            if let Some(ProblemLine { text, marked }) = lines.excerpt(at) {
                prop_assert!(text.get(marked).is_some());
                prop_assert!(!text.contains(char::is_control) && text.chars().count() <= SHOWN + 2);
            }
        }
    }
}
