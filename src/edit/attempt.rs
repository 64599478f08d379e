//! The files of a dossier while a change is made on them in memory.

use std::ops::Range;

use crate::load::{Files, Loaded};

use super::files::{DossierFile, DossierFiles};
use super::meaning::{Difference, Meaning, differences};
use super::read_back::KnownErrors;
use super::refused::Refused;
use super::splices::put;
use super::undo::{Splice, Undo};
use super::{FileChange, Plan};

pub(super) struct Attempt {
    pub(super) files: DossierFiles,
    /// What each file said before.
    texts: Vec<String>,
    /// The errors there were before.
    errors: KnownErrors,
    /// The files that were changed, in that order.
    touched: Vec<usize>,
    /// What takes back what was done, the first at the beginning.
    undo: Vec<Splice>,
}

impl Attempt {
    /// Reads the files, each once.
    pub(super) fn of(files: &dyn Files) -> Result<(Self, Loaded), Refused> {
        let (files, loaded) = DossierFiles::read(files)?;
        let texts = files.0.iter().map(|file| file.text.clone()).collect();
        let errors = KnownErrors::of(&loaded);
        Ok((Self { files, texts, errors, touched: Vec::new(), undo: Vec::new() }, loaded))
    }

    pub(super) fn file(&self, number: usize) -> &DossierFile {
        &self.files.0[number]
    }

    /// Puts a text in the place of a stretch of a file's text. The layout is out of date then, see [`Self::read_again`].
    pub(super) fn put(&mut self, number: usize, range: Range<usize>, insert: &str) {
        let file = &mut self.files.0[number];
        let offset = file.offset();
        self.undo.push(put(&file.name, &mut file.text, offset, range, insert));
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
        let file = &mut self.files.0[number];
        if file.read_again() { Ok(()) } else { Err(Refused::WouldChange(file.name.clone())) }
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
            let (before, after) = (Meaning::of_file(&self.texts[*number])?, Meaning::of_file(&file.text)?);
            Some((file.name.clone(), compare(&before, &after)))
        };
        self.touched.iter().filter_map(of).collect()
    }

    /// What has come of it. Errors that are `excused` may be in it though they are not there now.
    ///
    /// # Errors
    ///
    /// Fails if the loader finds another error than before.
    pub(super) fn finish(self, files: &dyn Files, excused: &KnownErrors) -> Result<Plan, Refused> {
        let faulty = |problem| Refused::Faulty(Box::new(problem));
        let loaded = self.files.load(files).map_err(|mut refusal| faulty(refusal.problems.swap_remove(0)))?;
        if let Some(problem) = KnownErrors::first_other([&self.errors, excused], &loaded) {
            return Err(faulty(problem.clone()));
        }
        let differences = self.compared(|before, after| differences(after, before));
        let changed: Vec<usize> = self
            .touched
            .iter()
            .copied()
            .filter(|number| self.file(*number).text != self.texts[*number])
            .collect();
        let change = |number: &usize| {
            let file = self.file(*number);
            let (before, after) = (file.bytes_with(&self.texts[*number]), file.bytes_with(&file.text));
            (file.name.clone(), FileChange { before: Some(before), after })
        };
        Ok(Plan {
            files: changed.iter().map(change).collect(),
            order: changed.iter().map(|number| self.file(*number).name.clone()).collect(),
            loaded,
            undo: Undo { splices: self.undo.into_iter().rev().collect(), differences, known: self.errors },
        })
    }
}
