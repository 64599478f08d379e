//! The files of a dossier while a change is made on them in memory.

use std::ops::Range;

use crate::dossier::Ref;
use crate::load::{DOSSIER, Files, Loaded, Location, Problem};

use super::files::{DossierFile, DossierFiles};
use super::meaning::{Difference, Meaning, differences};
use super::read_back::{KnownErrors, new_warnings};
use super::refused::{Leftover, Refused};
use super::splices::{Target, line, lines, put};
use super::text::line_before;
use super::undo::{Splice, Undo};
use super::{FileChange, Plan};

pub(super) struct Attempt {
    pub(super) files: DossierFiles,
    /// What each file said before.
    texts: Vec<String>,
    /// The dossier as it was before.
    pub(super) before: Loaded,
    /// The files that were changed, in that order.
    touched: Vec<usize>,
    /// What takes back what was done, the first at the beginning.
    undo: Vec<Splice>,
}

impl Attempt {
    /// Reads the files, each once.
    pub(super) fn of(files: &dyn Files) -> Result<Self, Refused> {
        let (files, before) = DossierFiles::read(files)?;
        let texts = files.0.iter().map(|file| file.text.clone()).collect();
        Ok(Self { files, texts, before, touched: Vec::new(), undo: Vec::new() })
    }

    /// The number of the file with this name, of tables or of something else.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be read as it is.
    pub(super) fn open(&mut self, files: &dyn Files, name: &str) -> Result<usize, Refused> {
        let number = self.files.open(files, &self.before, name)?;
        if number == self.texts.len() {
            self.texts.push(self.file(number).text.clone());
        }
        Ok(number)
    }

    /// What a file says now.
    pub(super) fn meaning(&self, number: usize) -> Option<Meaning> {
        let file = self.file(number);
        file.meaning_of(&file.text)
    }

    pub(super) fn file(&self, number: usize) -> &DossierFile {
        &self.files.0[number]
    }

    /// Puts a text in the place of a stretch of a file's text. The layout is out of date then, see [`Self::read_again`].
    pub(super) fn put(&mut self, number: usize, of: Option<&Ref>, range: Range<usize>, insert: &str) {
        let file = &mut self.files.0[number];
        let target = Target { file: &file.name, of, offset: file.offset() };
        self.undo.push(put(&mut file.text, &target, range, insert));
        if !self.touched.contains(&number) {
            self.touched.push(number);
        }
    }

    /// Finds the layout of a file anew.
    ///
    /// # Errors
    ///
    /// Fails if it is no longer TOML.
    pub(super) fn read_again(&mut self, number: usize) -> Result<(), Refused> {
        if self.files.0[number].read_again() { Ok(()) } else { Err(self.would_change(number)) }
    }

    /// The file would say something else than was meant: from here on.
    pub(super) fn would_change(&self, number: usize) -> Refused {
        let file = self.file(number);
        let line = line_before(&self.texts[number], &file.text, usize::MAX);
        let at = Location { line, end_line: line, ..Location::start_of(file.name.clone()) };
        Refused::WouldChange { what: file.name.clone(), at: Some(at) }
    }

    /// What is left to do by hand of a change that cannot be taken back; nothing of it hinders yet.
    pub(super) fn left(&self, undo: &Undo) -> Vec<Leftover> {
        let of = |splice: &Splice| {
            let number = self.files.named(&splice.file);
            let line =
                number.and_then(|number| line(&self.texts[number], self.file(number).offset(), splice));
            let (remove, insert) = lines(splice);
            Leftover {
                file: splice.file.clone(),
                line,
                of: splice.of.clone(),
                hinders: false,
                remove,
                insert,
            }
        };
        undo.splices.iter().map(of).collect()
    }

    /// A problem of the files as they would be, at the place in the files as they are that it comes closest to.
    fn in_place(&self, mut problem: Problem) -> Problem {
        if let Some(number) = self.files.named(&problem.location.file) {
            let (old, new) = (&self.texts[number], &self.file(number).text);
            let line = line_before(old, new, problem.location.line);
            if old.lines().nth(line - 1) != new.lines().nth(problem.location.line - 1) {
                problem.location =
                    Location { line, end_line: line, ..Location::start_of(problem.location.file) };
                return problem;
            }
            let lines = problem.location.end_line - problem.location.line;
            (problem.location.line, problem.location.end_line) = (line, line + lines);
        }
        problem
    }

    /// What has changed in the meaning of each file that was changed.
    pub(super) fn differences(&self) -> Vec<(String, Vec<Difference>)> {
        self.compared(differences)
    }

    fn compared(
        &self,
        compare: impl Fn(&Meaning, &Meaning) -> Vec<Difference>,
    ) -> Vec<(String, Vec<Difference>)> {
        let of = |number: &usize| {
            let file = self.file(*number);
            let (before, after) = (file.meaning_of(&self.texts[*number])?, file.meaning_of(&file.text)?);
            Some((file.name.clone(), compare(&before, &after)))
        };
        self.touched.iter().filter_map(of).collect()
    }

    /// What has come of it, where `undone` was taken back: the files that it had made go if nothing else is in them, and errors that
    /// there were before it may be there again.
    ///
    /// # Errors
    ///
    /// Fails if the loader finds another error than before.
    pub(super) fn finish(self, files: &dyn Files, undone: &Undo) -> Result<Plan, Refused> {
        let faulty = |problem| Refused::Faulty(Box::new(self.in_place(problem)));
        let is_there = |file: &DossierFile| {
            let goes = file.is_empty() && (!file.was_there || undone.made.contains(&file.name));
            !goes
        };
        let loaded = self.files.load(files, is_there);
        let loaded = loaded.map_err(|refusal| match refusal.problems.into_iter().next() {
            Some(problem) => faulty(problem),
            None => Refused::WouldChange { what: DOSSIER.to_owned(), at: None },
        })?;
        let errors = KnownErrors::of(&self.before);
        if let Some(problem) = KnownErrors::first_other([&errors, &undone.known], &loaded) {
            return Err(faulty(problem.clone()));
        }
        let warnings = new_warnings(&self.before, &loaded);
        let differences = self.compared(|before, after| differences(after, before));
        let is_changed = |number: &usize| {
            let file = self.file(*number);
            file.text != self.texts[*number] || file.was_there != is_there(file)
        };
        let mut changed: Vec<usize> = self.touched.iter().copied().filter(is_changed).collect();
        // Nobody reads a new file yet, and nobody may read one that is to go.
        changed.sort_by_key(|number| {
            let file = self.file(*number);
            (file.was_there, !is_there(file))
        });
        let change = |number: &usize| {
            let file = self.file(*number);
            let before = file.was_there.then(|| file.bytes_with(&self.texts[*number]));
            let after = is_there(file).then(|| file.bytes_with(&file.text));
            (file.name.clone(), FileChange { before, after })
        };
        let made = changed.iter().map(|number| self.file(*number)).filter(|file| !file.was_there);
        let made = made.map(|file| file.name.clone()).collect();
        Ok(Plan {
            files: changed.iter().map(change).collect(),
            order: changed.iter().map(|number| self.file(*number).name.clone()).collect(),
            loaded,
            warnings,
            undo: Undo { splices: self.undo.into_iter().rev().collect(), made, differences, known: errors },
        })
    }
}
