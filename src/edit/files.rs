//! The files of a dossier as they are while a change is planned.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::load::format::{FILES, SUGGESTED};
use crate::load::{
    Changed, Files, Loaded, Location, MARK, MOST_OF_FIGURES, MOST_OF_TOML, ReadError, Refusal, Rule, load,
};

use super::layout::{Entry, Table, layout};
use super::meaning::{Meaning, text_of};
use super::refused::Refused;
use super::text::line_start;

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Content {
    /// Tables of the dossier.
    Tables,
    /// What was decided of suggestions.
    Decisions,
    /// Rows of figures.
    Figures,
}

impl Content {
    /// What a file of this name holds.
    pub(super) fn of(name: &str) -> Self {
        match name {
            SUGGESTED => Self::Decisions,
            name if FILES.contains(&name) => Self::Tables,
            _ => Self::Figures,
        }
    }
}

/// A file of a dossier.
#[derive(Debug)]
pub(super) struct DossierFile {
    pub(super) name: String,
    pub(super) content: Content,
    /// Whether there is such a file. One that is not there has no text, and is made if it gets one.
    pub(super) was_there: bool,
    /// Whether it begins with a byte order mark.
    is_marked: bool,
    /// Its text, without that mark.
    pub(super) text: String,
    /// Its layout; of figures that of a file with nothing in it.
    pub(super) root: Table,
}

impl DossierFile {
    /// None if it cannot be written into: it is no text, or no TOML.
    fn new(name: &str, bytes: Option<Vec<u8>>) -> Option<Self> {
        let (content, was_there) = (Content::of(name), bytes.is_some());
        let text = String::from_utf8(bytes.unwrap_or_default()).ok()?;
        let (is_marked, text) = match text.strip_prefix(MARK) {
            Some(rest) => (true, rest.to_owned()),
            None => (false, text),
        };
        let root = layout(toml_of(content, &text))?;
        Some(Self { name: name.to_owned(), content, was_there, is_marked, text, root })
    }

    /// Finds the layout of its text anew. Says whether it has one.
    pub(super) fn read_again(&mut self) -> bool {
        let root = layout(toml_of(self.content, &self.text));
        root.map(|root| self.root = root).is_some()
    }

    /// What it says, or would say with another text.
    pub(super) fn meaning_of(&self, text: &str) -> Option<Meaning> {
        match self.content {
            Content::Tables | Content::Decisions => Meaning::of_file(text),
            Content::Figures => Some(Meaning::of_rows(text)),
        }
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

    /// Whether it has nothing in it, as one that is not there.
    pub(super) fn is_empty(&self) -> bool {
        !self.is_marked && self.text.is_empty()
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

/// What of a text is TOML: nothing of figures.
fn toml_of(content: Content, text: &str) -> &str {
    if content == Content::Figures { "" } else { text }
}

/// The files with the dossier's tables that are there, in the order in which they are put together: `dossier.toml` first. Behind
/// them others that a change needs.
pub(super) struct DossierFiles(pub(super) Vec<DossierFile>);

impl DossierFiles {
    /// Reads each file with tables once, and what they say all together.
    pub(super) fn read(files: &dyn Files) -> Result<(Self, Loaded), Refused> {
        let read = FILES
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), Some(files.read(name, MOST_OF_TOML).ok()?))));
        let read: BTreeMap<String, Option<Vec<u8>>> = read.collect();
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

    /// The number of the file with this name, which is read if that has not been done yet.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be read as it is, with what the loader has said of it.
    pub(super) fn open(&mut self, files: &dyn Files, loaded: &Loaded, name: &str) -> Result<usize, Refused> {
        if let Some(number) = self.named(name) {
            return Ok(number);
        }
        let limit = match Content::of(name) {
            Content::Figures => MOST_OF_FIGURES,
            Content::Tables | Content::Decisions => MOST_OF_TOML,
        };
        let bytes = match files.read(name, limit) {
            Ok(bytes) => Some(Some(bytes)),
            Err(ReadError::Missing) => Some(None),
            Err(_) => None,
        };
        let Some(file) = bytes.and_then(|bytes| DossierFile::new(name, bytes)) else {
            let is_unreadable = |rule: Rule| match Content::of(name) {
                Content::Tables => false,
                Content::Decisions => rule == Rule::SuggestionsUnreadable,
                Content::Figures => rule == Rule::FiguresUnreadable,
            };
            let mut own = loaded.problems.iter();
            let own = own.find(|problem| problem.location.file == name || is_unreadable(problem.rule));
            return Err(match own {
                Some(problem) => Refused::Unreadable(Box::new(problem.clone())),
                None => Refused::WouldChange { what: name.to_owned(), at: None },
            });
        };
        self.0.push(file);
        Ok(self.0.len() - 1)
    }

    /// What the files say as they are here.
    pub(super) fn load(
        &self,
        files: &dyn Files,
        is_there: impl Fn(&DossierFile) -> bool,
    ) -> Result<Loaded, Refusal> {
        let bytes = |file: &DossierFile| is_there(file).then(|| file.bytes_with(&file.text));
        let with = self.0.iter().map(|file| (file.name.clone(), bytes(file))).collect();
        load(&Changed { files, with: &with })
    }

    pub(super) fn named(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|file| file.name == name)
    }

    /// Those with the dossier's tables.
    pub(super) fn tables(&self) -> impl DoubleEndedIterator<Item = (usize, &DossierFile)> {
        self.0.iter().enumerate().filter(|(_, file)| file.content == Content::Tables)
    }

    /// The name of the file of figures, if the head has one.
    pub(super) fn name_of_figures(&self) -> Option<String> {
        let head = self.0.first()?;
        let Some(Entry::Scalar(at)) = head.root.get(OBSERVATIONS) else { return None };
        let name = text_of(&head.text[at.clone()])?;
        Some(name.trim().to_owned()).filter(|name| !name.is_empty())
    }
}

/// The key of the head that names the file of figures.
pub(super) const OBSERVATIONS: &str = "observations";

fn of_refusal(refusal: Refusal) -> Refused {
    match refusal.problems.into_iter().next() {
        Some(problem) if problem.rule != Rule::DossierMissing => Refused::Unreadable(Box::new(problem)),
        _ => Refused::NoDossier,
    }
}
