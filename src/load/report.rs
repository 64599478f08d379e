//! Where problems are collected while a dossier is read.

use crate::dossier::{Language, Ref};

use super::limits;
use super::problem::{Grade, Location, Problem};
use super::text_file::TextFile;

/// A byte of one of the files that are being read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct At {
    pub(crate) file: usize,
    pub(crate) offset: usize,
}

/// A text for people that was met, and the languages it is written in.
pub(crate) struct TextMet {
    pub(crate) at: At,
    pub(crate) item: Option<Ref>,
    pub(crate) languages: Vec<Language>,
}

struct Draft {
    grade: Grade,
    at: At,
    message: String,
    hint: String,
    item: Option<Ref>,
}

/// All problems so far.
#[derive(Default)]
pub(crate) struct Report {
    drafts: Vec<Draft>,
    unlisted: usize,
    unlisted_grade: Option<Grade>,
    fatal: bool,
    /// Texts written by language, to be compared once all are known.
    pub(crate) texts: Vec<TextMet>,
}

impl Report {
    pub(crate) fn add(
        &mut self,
        grade: Grade,
        at: At,
        item: Option<&Ref>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.fatal |= grade == Grade::Fatal;
        if self.drafts.len() >= limits::PROBLEMS {
            self.unlisted += 1;
            self.unlisted_grade = self.unlisted_grade.max(Some(grade));
            return;
        }
        self.drafts.push(Draft {
            grade,
            at,
            message: message.into(),
            hint: hint.into(),
            item: item.cloned(),
        });
    }

    pub(crate) fn fatal(&mut self, at: At, message: impl Into<String>, hint: impl Into<String>) {
        self.add(Grade::Fatal, at, None, message, hint);
    }

    pub(crate) fn has_fatal(&self) -> bool {
        self.fatal
    }

    /// Whether more problems would only be counted: then nobody needs a hint that is costly to find.
    pub(crate) fn is_full(&self) -> bool {
        self.drafts.len() >= limits::PROBLEMS
    }

    /// The problems in the order of the files and of what stands in them.
    pub(crate) fn finish(mut self, files: &[&TextFile]) -> Vec<Problem> {
        self.drafts.sort_by_key(|draft| draft.at);
        let mut position = Position::default();
        let mut problems: Vec<Problem> = Vec::with_capacity(self.drafts.len() + 1);
        for draft in self.drafts {
            let location = position.find(files, draft.at);
            problems.push(Problem::new(draft.grade, location, &draft.message, &draft.hint, draft.item));
        }
        if let (Some(grade), Some(last)) = (self.unlisted_grade, problems.last()) {
            let message = format!("{} more problems are not listed", self.unlisted);
            problems.push(Problem::new(grade, last.location.clone(), &message, "mend these first", None));
        }
        problems
    }
}

/// Lines and columns for places in rising order; every file is walked once, however many problems it has.
#[derive(Default)]
struct Position {
    at: Option<At>,
    line: usize,
    column: usize,
}

impl Position {
    fn find(&mut self, files: &[&TextFile], wanted: At) -> Location {
        let from = match self.at {
            Some(at) if at.file == wanted.file => at.offset,
            _ => {
                (self.line, self.column) = (1, 1);
                0
            }
        };
        let (name, text) = files.get(wanted.file).map_or(("", ""), |file| (&file.name, &file.text));
        let mut end = wanted.offset.clamp(from, text.len().max(from));
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        for c in text.get(from..end).unwrap_or_default().chars() {
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.at = Some(At { file: wanted.file, offset: end });
        Location { file: name.to_owned(), line: self.line, column: self.column }
    }
}
