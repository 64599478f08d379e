//! The files of a dossier's tables as they are while a change is planned.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::load::format::FILES;
use crate::load::{Changed, Files, Loaded, Location, MARK, MOST_OF_TOML, Refusal, Rule, load};

use super::layout::{Table, layout};
use super::refused::Refused;
use super::text::line_start;

/// A TOML file of a dossier.
pub(super) struct DossierFile {
    pub(super) name: String,
    /// Whether it begins with a byte order mark.
    is_marked: bool,
    /// Its text, without that mark.
    pub(super) text: String,
    /// Its layout.
    pub(super) root: Table,
}

impl DossierFile {
    /// None if it is not TOML.
    fn new(name: &str, bytes: Vec<u8>) -> Option<Self> {
        let text = String::from_utf8(bytes).ok()?;
        let (is_marked, text) = match text.strip_prefix(MARK) {
            Some(rest) => (true, rest.to_owned()),
            None => (false, text),
        };
        let root = layout(&text)?;
        Some(Self { name: name.to_owned(), is_marked, text, root })
    }

    /// Finds the layout of its text anew. Says whether it has one.
    pub(super) fn read_again(&mut self) -> bool {
        let root = layout(&self.text);
        root.map(|root| self.root = root).is_some()
    }

    /// How many bytes stand before its text.
    pub(super) fn offset(&self) -> usize {
        if self.is_marked { MARK.len() } else { 0 }
    }

    /// The bytes of the file if this were its text.
    pub(super) fn bytes_with(&self, text: &str) -> Vec<u8> {
        let mark = if self.is_marked { MARK } else { "" };
        format!("{mark}{text}").into_bytes()
    }

    /// Where some bytes of its text are, for people.
    pub(super) fn location(&self, span: &Range<usize>) -> Location {
        let place = |at: usize| {
            let start = line_start(&self.text, at);
            (self.text[..start].matches('\n').count() + 1, self.text[start..at].chars().count() + 1)
        };
        let ((line, column), (end_line, end_column)) = (place(span.start), place(span.end));
        Location { file: self.name.clone(), line, column, end_line, end_column }
    }
}

/// All TOML files of a dossier that are there, in the order in which they are put together: `dossier.toml` first.
pub(super) struct DossierFiles(pub(super) Vec<DossierFile>);

impl DossierFiles {
    /// Reads each file once, and what they say all together.
    pub(super) fn read(files: &dyn Files) -> Result<(Self, Loaded), Refused> {
        let read = FILES
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), files.read(name, MOST_OF_TOML).ok()?)));
        let read: BTreeMap<String, Vec<u8>> = read.collect();
        // What could not be read here is reported there.
        let loaded = load(&Changed { files, with: &read }).map_err(of_refusal)?;
        if loaded.dossier.is_bare {
            return Err(Refused::NoDossier);
        }
        let mut all = Vec::new();
        for name in FILES {
            if let Some(bytes) = read.get(name) {
                let file = DossierFile::new(name, bytes.clone());
                all.push(file.ok_or_else(|| Refused::WouldChange { what: name.to_owned(), at: None })?);
            }
        }
        Ok((Self(all), loaded))
    }

    /// What the files say as they are here.
    pub(super) fn load(&self, files: &dyn Files) -> Result<Loaded, Refusal> {
        let with = self.0.iter().map(|file| (file.name.clone(), file.bytes_with(&file.text))).collect();
        load(&Changed { files, with: &with })
    }

    pub(super) fn named(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|file| file.name == name)
    }
}

fn of_refusal(refusal: Refusal) -> Refused {
    match refusal.problems.into_iter().next() {
        Some(problem) if problem.rule != Rule::DossierMissing => Refused::Unreadable(Box::new(problem)),
        _ => Refused::NoDossier,
    }
}
