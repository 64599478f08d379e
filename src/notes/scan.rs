//! Which lines of the file are what. Whatever a line holds, it is something.

use std::ops::Range;

use super::{Subject, marker};

/// A line of the file.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// Its bytes, with the line break.
    pub(super) range: Range<usize>,
    /// What it says, without the line break.
    pub(super) content: &'a str,
    pub(super) kind: LineKind,
}

/// What a line is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum LineKind {
    Blank,
    /// A heading of the first or second level, with which an entry ends.
    Heading,
    /// The comment that says what an entry is about.
    Marker(Subject),
    /// Quoted text.
    Quote,
    /// A smaller heading, or another comment: not the reader's note.
    Other,
    /// The reader's words.
    Text,
}

/// An entry, by the numbers of its lines.
#[derive(Clone, Debug)]
pub(super) struct ScannedEntry {
    pub(super) subject: Subject,
    pub(super) heading: Option<usize>,
    pub(super) marker: usize,
    /// The lines after the comment, as far as they belong to the entry.
    pub(super) body: Range<usize>,
    /// The first quoted lines.
    pub(super) evidence: Option<Range<usize>>,
    /// The reader's paragraphs.
    pub(super) notes: Vec<Range<usize>>,
}

/// All lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let range = start..start + line.len();
        start = range.end;
        let content = line.strip_suffix('\n').unwrap_or(line);
        let content = content.strip_suffix('\r').unwrap_or(content);
        // A byte order mark may stand before the first line.
        Line { kind: kind(content.trim_start_matches('\u{feff}')), range, content }
    });
    lines.collect()
}

fn kind(content: &str) -> LineKind {
    let trimmed = content.trim();
    if trimmed.is_empty() {
        return LineKind::Blank;
    }
    if let Some(subject) = marker::read(trimmed) {
        return LineKind::Marker(subject);
    }
    if trimmed.starts_with('>') {
        LineKind::Quote
    } else if content.starts_with("# ") || content.starts_with("## ") {
        LineKind::Heading
    } else if trimmed.starts_with('#') || trimmed.starts_with("<!--") {
        LineKind::Other
    } else {
        LineKind::Text
    }
}

/// The entries of these lines. One ends with the next heading or comment of an entry.
pub(super) fn entries(lines: &[Line]) -> Vec<ScannedEntry> {
    let mut entries = Vec::new();
    for (marker, line) in lines.iter().enumerate() {
        let LineKind::Marker(subject) = &line.kind else { continue };
        let before = lines[..marker].iter().rposition(|line| line.kind != LineKind::Blank);
        let heading = before.filter(|before| lines[*before].kind == LineKind::Heading);
        let ends = |line: &Line| matches!(line.kind, LineKind::Heading | LineKind::Marker(_));
        let end = lines[marker + 1..].iter().position(ends).map_or(lines.len(), |end| marker + 1 + end);
        let body = marker + 1..end;
        entries.push(ScannedEntry {
            subject: subject.clone(),
            heading,
            marker,
            evidence: runs(lines, &body, &LineKind::Quote).into_iter().next(),
            notes: runs(lines, &body, &LineKind::Text),
            body,
        });
    }
    entries
}

/// Adjoining lines of a kind.
fn runs(lines: &[Line], within: &Range<usize>, kind: &LineKind) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for number in within.clone().filter(|number| lines[*number].kind == *kind) {
        match runs.last_mut() {
            Some(last) if last.end == number => last.end += 1,
            _ => runs.push(number..number + 1),
        }
    }
    runs
}

/// A paragraph as one line of text.
pub(super) fn paragraph(lines: &[Line]) -> String {
    let parts: Vec<&str> = lines.iter().map(|line| line.content.trim()).collect();
    unescaped(&parts.join(" ")).to_owned()
}

/// What would make a line something else than text, at its beginning.
const SPECIAL: [char; 4] = ['\\', '>', '#', '<'];

/// A text as a line that is read as text.
pub(super) fn escaped(text: &str) -> String {
    if text.starts_with(SPECIAL) { format!("\\{text}") } else { text.to_owned() }
}

fn unescaped(text: &str) -> &str {
    text.strip_prefix('\\').filter(|rest| rest.starts_with(SPECIAL)).unwrap_or(text)
}
