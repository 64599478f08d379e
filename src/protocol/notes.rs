//! The reader's notes as panels may know them: what is noted of which thing, and where in the article. They are the reader's
//! own and private: no document, no copy, no picture and no slide has them.

use std::collections::HashMap;
use std::ops::Range;

use crate::dossier::{Anchor, Dossier, Kind, Ref};
use crate::notes::{self, Entry, Subject};

/// The notes of one dossier; without a file there are none.
#[derive(Clone, Debug, Default)]
pub struct ReaderNotes {
    /// Where they are kept, as it is shown; none if notes are not kept.
    path: Option<String>,
    /// The entries of the file, in its order.
    entries: Vec<Entry>,
    /// Where the subject of each stands in the article.
    places: Vec<Option<Range<usize>>>,
    /// The entries of things that have a note.
    by_thing: HashMap<Ref, Vec<usize>>,
    /// The bytes at which the subjects of notes begin, in order, and their entries.
    margin: Vec<(usize, usize)>,
}

impl ReaderNotes {
    /// Those of a file that is shown by this path and has this text.
    pub fn new(path: String, text: &str, dossier: &Dossier) -> Self {
        let mut notes = Self { path: Some(path), entries: notes::read(text), ..Self::default() };
        notes.locate(dossier);
        notes
    }

    /// Finds what they are about in a dossier: things by their ids, words wherever they stand now.
    pub fn locate(&mut self, dossier: &Dossier) {
        let place = |entry: &Entry| match &entry.subject {
            Subject::Thing(item) => begin(dossier, item),
            Subject::Words(quoted) => quoted.find(&dossier.article.text),
        };
        self.places = self.entries.iter().map(place).collect();
        self.by_thing.clear();
        self.margin.clear();
        for (number, entry) in self.entries.iter().enumerate().filter(|(_, entry)| !entry.note.is_empty()) {
            if let Subject::Thing(item) = &entry.subject {
                self.by_thing.entry(item.clone()).or_default().push(number);
            }
            self.margin.extend(self.places[number].as_ref().map(|place| (place.start, number)));
        }
        self.margin.sort_unstable();
    }

    /// Where they are kept, as it is shown; none if notes are not kept.
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// The entries of the file, in its order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Where the subject of an entry stands in the article.
    pub fn place(&self, number: usize) -> Option<&Range<usize>> {
        self.places.get(number)?.as_ref()
    }

    /// Whether what an entry is about is there no more.
    pub fn is_lost(&self, number: usize, dossier: &Dossier) -> bool {
        match self.entries.get(number).map(|entry| &entry.subject) {
            Some(Subject::Thing(item)) => !dossier.contains(item),
            Some(Subject::Words(_)) => self.place(number).is_none(),
            None => true,
        }
    }

    /// Whether there is a note on a thing.
    pub fn has(&self, item: &Ref) -> bool {
        !self.by_thing.is_empty() && self.by_thing.contains_key(item)
    }

    /// The paragraphs of the notes on a thing.
    pub fn of(&self, item: &Ref) -> impl Iterator<Item = &str> {
        let numbers = self.by_thing.get(item).map_or(&[][..], Vec::as_slice);
        numbers.iter().flat_map(|number| self.entries[*number].note.iter().map(String::as_str))
    }

    /// The subject that the file has for these words, so that a note on them is found again though they have moved.
    pub fn subject_at(&self, words: &Range<usize>) -> Option<&Subject> {
        let at = |number: &usize| {
            matches!(self.entries[*number].subject, Subject::Words(_)) && self.place(*number) == Some(words)
        };
        (0..self.entries.len()).find(at).map(|number| &self.entries[number].subject)
    }

    /// The paragraph of a note that is edited: the first of the first entry with one; empty where there is none.
    pub fn editable(&self, subject: &Subject) -> &str {
        let mut own = self.entries.iter().filter(|entry| entry.subject == *subject);
        own.find_map(|entry| entry.note.first()).map_or("", String::as_str)
    }

    /// Whether that paragraph is for the program to edit: it is a line by itself.
    pub fn is_editable(&self, subject: &Subject) -> bool {
        let mut own = self.entries.iter().filter(|entry| entry.subject == *subject && !entry.note.is_empty());
        own.next().is_none_or(|entry| entry.is_one_line)
    }

    /// The first entry with a note on words that begin within a line of the article.
    pub fn in_line(&self, line: &Range<usize>) -> Option<usize> {
        let from = self.margin.partition_point(|(byte, _)| *byte < line.start);
        self.margin.get(from).filter(|(byte, _)| *byte < line.end).map(|(_, number)| *number)
    }
}

/// Where a thing stands in the article: the first of its passages; of a gap its place.
fn begin(dossier: &Dossier, item: &Ref) -> Option<Range<usize>> {
    let near = dossier.gap(&item.id).filter(|_| item.kind == Kind::Gap).and_then(|gap| gap.near.as_ref());
    let near = near.and_then(Anchor::passage);
    near.or_else(|| dossier.passages(item).into_iter().next().map(|passage| passage.range))
}
