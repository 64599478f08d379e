//! What is wrong with a dossier, said to its author: where, what, and what to do.

use std::borrow::Cow;
use std::fmt;

use crate::dossier::Ref;
use crate::text::sanitize::sanitize;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Grade {
    /// Does not fail the check unless it is strict.
    Warning,
    /// The dossier opens, what is concerned is marked.
    Error,
    /// There is nothing to open.
    Fatal,
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Grade::Warning => "warning",
            Grade::Error => "error",
            Grade::Fatal => "fatal",
        })
    }
}

/// A place in a file of the dossier.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Location {
    /// The file's name within the dossier, or the path that was to be opened.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// One problem. Shown as `file:line:column: grade: what; what to do`, on one line, fit for a terminal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// How bad it is.
    pub grade: Grade,
    /// Where it is.
    pub location: Location,
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
        grade: Grade,
        Location { file, line, column }: Location,
        message: &str,
        hint: &str,
        item: Option<Ref>,
    ) -> Self {
        let location = Location { file: one_line(&file).into_owned(), line, column };
        Self {
            grade,
            location,
            message: one_line(message).into_owned(),
            hint: one_line(hint).into_owned(),
            item,
        }
    }

    /// A path that cannot be opened at all.
    pub(crate) fn of_path(path: &std::path::Path, message: &str, hint: &str) -> Self {
        let location = Location { file: path.display().to_string(), line: 1, column: 1 };
        Self::new(Grade::Fatal, location, message, hint, None)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Location { file, line, column } = &self.location;
        write!(f, "{file}:{line}:{column}: {}: {}", self.grade, self.message)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, "; {}", self.hint) }
    }
}

/// The text fit to show, on one line. Copied only where something in it has to change.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    let text = sanitize(text);
    if text.contains('\n') { Cow::Owned(text.replace('\n', " ")) } else { text }
}

/// The same without the blanks at its ends.
pub(crate) fn trimmed_line(text: &str) -> Cow<'_, str> {
    match one_line(text) {
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
