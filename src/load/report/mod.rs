//! Collects problems while a dossier is read.

pub(crate) mod line_index;
pub(crate) mod problem;
pub(crate) mod references;
pub(crate) mod rule;
pub(crate) mod source_map;
pub(crate) mod span;

use std::collections::{BTreeSet, HashSet};

use toml::de::DeValue;

use crate::dossier::{LanguageTag, Ref};

use crate::load::report::line_index::LineIndex;
use crate::load::report::problem::Problem;
use crate::load::report::references::UnknownReferences;
use crate::load::report::rule::{Grade, Rule};
use crate::load::report::span::Span;
use crate::load::source::limits;
use crate::load::source::text_file::TextFile;

/// A text for people, with the languages it is written in and where each of them is named.
pub(crate) struct LocalizedText {
    pub(crate) at: Span,
    pub(crate) item: Option<Ref>,
    pub(crate) languages: Vec<(LanguageTag, Span)>,
}

/// The things errors were found with: all of them, however few problems are listed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FaultyItems {
    /// Their evidence is broken: an anchor is not exact, a statement has no evidence, an assessment has no source.
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
    /// In how many files they are.
    pub files: usize,
}

/// What is reported, perhaps with a second place.
pub(crate) struct ProblemText {
    text: String,
    /// Words that the text goes on with, and the place whose line ends it.
    other: Option<(&'static str, Span)>,
}

impl ProblemText {
    /// A text that ends with the line of another place: `…; the first is opened in line 9`.
    pub(crate) fn ending_in(text: String, words: &'static str, other: Span) -> Self {
        Self { text, other: Some((words, other)) }
    }
}

impl From<String> for ProblemText {
    fn from(text: String) -> Self {
        Self { text, other: None }
    }
}

impl From<&str> for ProblemText {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

struct PendingProblem {
    rule: Rule,
    at: Span,
    message: ProblemText,
    hint: String,
    item: Option<Ref>,
}

/// A key that the table it stands in does not know.
pub(crate) struct UnknownKey {
    pub(crate) name: String,
    pub(crate) at: Span,
    /// The table, what it is called in reports, and the keys it knows.
    pub(crate) table: Span,
    pub(crate) what: &'static str,
    pub(crate) known: Vec<&'static str>,
    pub(crate) item: Option<Ref>,
}

/// All problems so far.
#[derive(Default)]
pub(crate) struct Report {
    pending: Vec<PendingProblem>,
    fatals: usize,
    errors: usize,
    warnings: usize,
    /// The files with errors and warnings, and with what is fatal.
    at_fault: BTreeSet<usize>,
    fatally: BTreeSet<usize>,
    /// Unknown keys, reported once the keys of all tables are known.
    unknown_keys: Vec<UnknownKey>,
    /// How many more there are.
    more_unknown_keys: usize,
    /// Names that nothing has, reported once all files are read.
    references: UnknownReferences,
    /// What each kind of table knows, by what it is called in reports.
    keys: Vec<(&'static str, Vec<&'static str>)>,
    faulty: FaultyItems,
    /// The texts in what is not read: a name among them may be named there and only there.
    unread: HashSet<String>,
    /// Texts written by language, to be compared once all are known.
    pub(crate) texts: Vec<LocalizedText>,
    /// What is no problem; see [`Report::note`].
    notes: Vec<PendingProblem>,
}

impl Report {
    pub(crate) fn add(
        &mut self,
        rule: Rule,
        at: Span,
        item: Option<&Ref>,
        message: impl Into<ProblemText>,
        hint: impl Into<String>,
    ) {
        self.mark(rule.grade(), item);
        self.list(rule, at, item, message.into(), hint);
    }

    /// Records a key that its table does not know.
    pub(crate) fn unknown_key(
        &mut self,
        item: Option<&Ref>,
        at: Span,
        unknown_key: impl FnOnce() -> UnknownKey,
    ) {
        self.mark(Grade::Error, item);
        if self.unknown_keys.len() < limits::PROBLEMS {
            self.unknown_keys.push(unknown_key());
        } else {
            self.at_fault.insert(at.file);
            self.more_unknown_keys += 1;
        }
    }

    /// Records the keys that the tables of this name know.
    pub(crate) fn record_keys(&mut self, what: &'static str, keys: impl FnOnce() -> Vec<&'static str>) {
        if !self.keys.iter().any(|(known, _)| *known == what) {
            self.keys.push((what, keys()));
        }
    }

    /// The keys that the tables of this name know.
    pub(crate) fn keys_of(&self, what: &str) -> &[&'static str] {
        self.keys.iter().find(|(known, _)| *known == what).map_or(&[], |(_, keys)| keys)
    }

    /// Takes note of the texts in a value that is not read.
    pub(crate) fn add_unread(&mut self, value: &DeValue<'_>) {
        match value {
            DeValue::String(text) => self.add_unread_name(text),
            DeValue::Array(elements) => {
                for element in elements {
                    self.add_unread(element.get_ref());
                }
            }
            DeValue::Table(entries) => {
                for value in entries.values() {
                    self.add_unread(value.get_ref());
                }
            }
            _ => {}
        }
    }

    /// Takes note of a name that a misspelt one seems to mean.
    pub(crate) fn add_unread_name(&mut self, name: &str) {
        if name.len() <= limits::TEXT {
            self.unread.extend(name.split([',', ';']).map(|name| name.trim().to_owned()));
        }
    }

    /// Whether the name stands in something that is not read.
    pub(crate) fn is_unread(&self, name: &str) -> bool {
        self.unread.contains(name)
    }

    /// Takes back what was reported of a table only because of a key that turned out to be misspelt or misplaced.
    pub(crate) fn take_back(&mut self, rule: Rule, table: Span, item: Option<&Ref>, message: Option<&str>) {
        let before = self.pending.len();
        self.pending.retain(|problem| {
            let is_it = problem.rule == rule
                && message.is_none_or(|message| problem.message.text == message)
                && (problem.at == table || item.is_some() && problem.item.as_ref() == item);
            !is_it
        });
        self.errors -= before - self.pending.len();
        let has_problems = self.pending.iter().any(|problem| problem.at.file == table.file);
        if before > self.pending.len() && !has_problems && self.errors < limits::PROBLEMS {
            self.at_fault.remove(&table.file);
        }
    }

    /// Takes the unknown keys, to be reported as problems.
    pub(crate) fn take_unknown_keys(&mut self) -> Vec<UnknownKey> {
        std::mem::take(&mut self.unknown_keys)
    }

    fn mark(&mut self, grade: Grade, item: Option<&Ref>) {
        if grade == Grade::Error
            && let Some(item) = item
            && !self.faulty.other.contains(item)
        {
            self.faulty.other.insert(item.clone());
        }
    }

    /// Marks the item as faulty; the problem is already reported elsewhere.
    pub(crate) fn mark_faulty(&mut self, item: Option<&Ref>) {
        self.mark(Grade::Error, item);
    }

    /// Whether the evidence of the item is broken.
    pub(crate) fn is_broken(&self, item: &Ref) -> bool {
        self.faulty.evidence.contains(item)
    }

    /// Whether an error was found with the item.
    pub(crate) fn is_faulty(&self, item: &Ref) -> bool {
        self.is_broken(item) || self.faulty.other.contains(item)
    }

    /// Marks the item's evidence as broken; the problem is already reported.
    pub(crate) fn mark_broken(&mut self, item: Option<&Ref>) {
        if let Some(item) = item
            && !self.faulty.evidence.contains(item)
        {
            self.faulty.evidence.insert(item.clone());
        }
    }

    /// An error in the evidence of the item.
    pub(crate) fn evidence(
        &mut self,
        rule: Rule,
        at: Span,
        item: Option<&Ref>,
        message: impl Into<ProblemText>,
        hint: impl Into<String>,
    ) {
        self.mark_broken(item);
        self.list(rule, at, item, message.into(), hint);
    }

    /// Takes what another report has, each with the hint that is made of its own.
    pub(crate) fn absorb(&mut self, other: Report, hint: impl Fn(String) -> String) {
        for item in &other.faulty.other {
            self.mark(Grade::Error, Some(item));
        }
        for item in &other.faulty.evidence {
            self.mark_broken(Some(item));
        }
        for problem in other.pending {
            let PendingProblem { rule, at, message, hint: own, item } = problem;
            self.list(rule, at, item.as_ref(), message, hint(own));
        }
    }

    /// Each grade has its own list, so that a thousand warnings do not hide the error.
    fn list(
        &mut self,
        rule: Rule,
        at: Span,
        item: Option<&Ref>,
        message: ProblemText,
        hint: impl Into<String>,
    ) {
        let (count, files) = match rule.grade() {
            Grade::Fatal => (&mut self.fatals, &mut self.fatally),
            Grade::Error => (&mut self.errors, &mut self.at_fault),
            // Notes are listed when asked for, not here; one that came here would be seen.
            Grade::Warning | Grade::Note => (&mut self.warnings, &mut self.at_fault),
        };
        files.insert(at.file);
        *count += 1;
        if *count > limits::PROBLEMS {
            return;
        }
        self.pending.push(PendingProblem { rule, at, message, hint: hint.into(), item: item.cloned() });
    }

    /// What its author should know and is no problem: it is counted nowhere.
    pub(crate) fn note(&mut self, rule: Rule, at: Span, message: String, hint: impl Into<String>) {
        self.notes.push(PendingProblem { rule, at, message: message.into(), hint: hint.into(), item: None });
    }

    /// Takes what is no problem.
    pub(crate) fn take_notes(&mut self, files: &[&TextFile]) -> Vec<Problem> {
        let mut lines = LineIndex::new(files);
        let notes = std::mem::take(&mut self.notes).into_iter();
        let note = |PendingProblem { rule, at, message, hint, item }| {
            Problem::new(rule, lines.location(at), &message.text, &hint, item)
        };
        notes.map(note).collect()
    }

    pub(crate) fn has_fatal(&self) -> bool {
        self.fatals > 0
    }

    /// How many errors there are so far, without unknown keys.
    pub(crate) fn errors(&self) -> usize {
        self.errors + self.references.count()
    }

    /// Whether further errors are only counted; then costly hints can be skipped.
    pub(crate) fn is_full(&self) -> bool {
        self.errors() + self.unknown_keys.len() >= limits::PROBLEMS
    }

    /// The listed problems in the order of the files and of what stands in them, what they concern, and how many there
    /// are. Of a dossier with fatal problems only these.
    pub(crate) fn finish(mut self, files: &[&TextFile]) -> (Vec<Problem>, FaultyItems, Tally) {
        let (errors, warnings, at_fault) = match self.fatals {
            0 => (self.errors + self.more_unknown_keys, self.warnings, self.at_fault),
            fatals => {
                self.pending.retain(|problem| problem.rule.grade() == Grade::Fatal);
                (fatals, 0, self.fatally)
            }
        };
        let unlisted = errors + warnings - self.pending.len();
        let tally = Tally { errors, warnings, unlisted, files: at_fault.len() };
        self.pending.sort_by_key(|problem| problem.at);
        let mut lines = LineIndex::new(files);
        let problems = self.pending.into_iter().map(|problem| {
            let PendingProblem { rule, at, message, hint, item } = problem;
            let ProblemText { text: mut message, other } = message;
            if let Some((words, other)) = other {
                message = format!("{message}{words} {}", lines.named(other, at));
            }
            let problem = Problem::new(rule, lines.location(at), &message, &hint, item);
            Problem { excerpt: lines.excerpt(at), ..problem }
        });
        let problems = problems.collect();
        (problems, self.faulty, tally)
    }
}
