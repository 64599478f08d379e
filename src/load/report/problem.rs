//! A problem of a dossier, for its author: where it is, what it is, and what to do.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::rule::{Grade, Rule};
use crate::dossier::Ref;
use crate::text::sanitize::sanitize_line;
use crate::text::width::cells;

/// A place in a file of the dossier.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Location {
    /// The file's name within the dossier, or the path that was to be opened.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The line in which what is meant ends.
    pub end_line: usize,
    /// The column after its last character; where a point is meant, `column`.
    pub end_column: usize,
}

impl Location {
    /// The beginning of a file.
    pub(crate) fn start_of(file: String) -> Self {
        Self { file, line: 1, column: 1, end_line: 1, end_column: 1 }
    }
}

/// The line a problem stands in, fit to show.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ProblemLine {
    /// The line, without its end; of a long one the part around what is marked, with `…` where it is cut.
    pub text: String,
    /// The bytes of `text` that are meant; empty where a point is.
    pub marked: Range<usize>,
}

/// One problem. Shown as `file:line:column: grade[rule]: what; what to do`, on one line, fit for a terminal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// What it breaks.
    pub rule: Rule,
    /// Where it is.
    pub location: Location,
    /// The line itself; none where there is no file that could be read.
    pub excerpt: Option<ProblemLine>,
    /// What it is.
    pub message: String,
    /// What to do about it; may be empty.
    pub hint: String,
    /// The thing that is concerned, if it is in the dossier.
    pub item: Option<Ref>,
}

impl Problem {
    /// Makes a problem out of texts that may quote a file.
    pub(crate) fn new(
        rule: Rule,
        mut location: Location,
        message: &str,
        hint: &str,
        item: Option<Ref>,
    ) -> Self {
        location.file = sanitize_line(&location.file).into_owned();
        Self {
            rule,
            location,
            excerpt: None,
            message: sanitize_line(message).into_owned(),
            hint: sanitize_line(hint).into_owned(),
            item,
        }
    }

    /// A path that cannot be opened at all.
    pub(crate) fn of_path(path: &std::path::Path, message: &str, hint: &str) -> Self {
        let location = Location::start_of(path.display().to_string());
        Self::new(Rule::PathUnusable, location, message, hint, None)
    }

    /// How bad it is.
    pub fn grade(&self) -> Grade {
        self.rule.grade()
    }

    /// Where it is and what it breaks: `claims.toml:4:12: error[anchor-lost]`.
    pub fn heading(&self) -> String {
        let Location { file, line, column, .. } = &self.location;
        format!("{file}:{line}:{column}: {}[{}]", self.grade(), self.rule)
    }

    /// The problem in lines of plain text: where and what, the line itself with what is meant marked below it, and what
    /// to do.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("{}: {}", self.heading(), self.message)];
        if let Some(ProblemLine { text, marked }) = &self.excerpt {
            let number = self.location.line.to_string();
            let blank = " ".repeat(number.len());
            let before = " ".repeat(cells(&text[..marked.start]));
            let marks = "^".repeat(cells(&text[marked.clone()]).max(1));
            lines.push(format!("  {number} | {text}"));
            lines.push(format!("  {blank} | {before}{marks}"));
        }
        if !self.hint.is_empty() {
            lines.push(format!("  {}", self.hint));
        }
        lines
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.heading(), self.message)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, "; {}", self.hint) }
    }
}

/// The text fit to show, on one line, without the blanks at its ends.
pub(crate) fn trimmed_line(text: &str) -> Cow<'_, str> {
    match sanitize_line(text) {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// The text in quotation marks, shortened to what a report needs.
pub(crate) fn quoted(text: &str) -> String {
    const ENOUGH: usize = 60;
    match text.char_indices().nth(ENOUGH) {
        None => format!("\"{text}\""),
        Some((end, _)) => format!("\"{}…\"", text[..end].trim_end()),
    }
}
