//! Where problems are collected while a dossier is read.

use std::collections::HashSet;

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

/// The things errors were found with: all of them, however few problems are listed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Marks {
    /// What bears them is at fault: an anchor is not exact, nothing bears a statement, an assessment has no source.
    pub evidence: HashSet<Ref>,
    /// Something else is, such as a key that is not known. A thing may be in both.
    pub other: HashSet<Ref>,
}

/// How many problems there are, listed or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Errors; of a dossier that does not open, what is fatal.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// How many of them are not listed.
    pub unlisted: usize,
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
    fatals: usize,
    errors: usize,
    warnings: usize,
    marks: Marks,
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
        if grade == Grade::Error
            && let Some(item) = item
            && !self.marks.other.contains(item)
        {
            self.marks.other.insert(item.clone());
        }
        self.list(grade, at, item, message, hint);
    }

    /// An error with what bears the item.
    pub(crate) fn evidence(
        &mut self,
        at: At,
        item: Option<&Ref>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        if let Some(item) = item
            && !self.marks.evidence.contains(item)
        {
            self.marks.evidence.insert(item.clone());
        }
        self.list(Grade::Error, at, item, message, hint);
    }

    /// Each grade has its own list, so that a thousand warnings do not hide the error.
    fn list(
        &mut self,
        grade: Grade,
        at: At,
        item: Option<&Ref>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let count = match grade {
            Grade::Fatal => &mut self.fatals,
            Grade::Error => &mut self.errors,
            Grade::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count > limits::PROBLEMS {
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
        self.fatals > 0
    }

    /// Whether more errors would only be counted: then nobody needs a hint that is costly to find.
    pub(crate) fn is_full(&self) -> bool {
        self.errors >= limits::PROBLEMS
    }

    /// The listed problems in the order of the files and of what stands in them, what they concern, and how many there
    /// are. Of a dossier with fatal problems only these.
    pub(crate) fn finish(mut self, files: &[&TextFile]) -> (Vec<Problem>, Marks, Tally) {
        let (errors, warnings) = match self.fatals {
            0 => (self.errors, self.warnings),
            fatals => {
                self.drafts.retain(|draft| draft.grade == Grade::Fatal);
                (fatals, 0)
            }
        };
        let tally = Tally { errors, warnings, unlisted: errors + warnings - self.drafts.len() };
        self.drafts.sort_by_key(|draft| draft.at);
        let mut position = Position::default();
        let mut problems: Vec<Problem> = Vec::with_capacity(self.drafts.len());
        for draft in self.drafts {
            let location = position.find(files, draft.at);
            problems.push(Problem::new(draft.grade, location, &draft.message, &draft.hint, draft.item));
        }
        (problems, self.marks, tally)
    }
}

/// Lines and columns for places in rising order; every file is walked once, however many problems it has.
#[derive(Default)]
pub(crate) struct Position {
    at: Option<At>,
    line: usize,
    column: usize,
}

impl Position {
    pub(crate) fn find(&mut self, files: &[&TextFile], wanted: At) -> Location {
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
