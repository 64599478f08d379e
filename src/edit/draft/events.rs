//! Events.

use std::ops::Range;

use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::edit::id::NewIds;
use crate::edit::{Change, TableKind, Value};

use super::quoting::quotation;
use super::sources::{Publication, publications};
use super::table::Draft;

/// The longest title that a list of events shows whole, in characters.
pub const MOST_TITLE: usize = 40;

/// What an author writes of an event.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EventWords {
    /// When it was, in EDTF.
    pub date: String,
    /// What it is called, in at most [`MOST_TITLE`] characters.
    pub title: String,
    /// The word of its kind, as `decision`.
    pub kind: String,
    /// Whose act it was.
    pub lane: Option<Id>,
    /// One sentence or two on it.
    pub summary: String,
    /// The publications that support it.
    pub sources: Vec<Publication>,
}

/// The words say that something happened. None if they cannot be quoted.
pub fn event(dossier: &Dossier, words: &Range<usize>, own: &EventWords, language: &str) -> Option<Change> {
    let EventWords { date, title, kind, lane, summary, sources } = own;
    let quotation = quotation(dossier, words)?;
    let mut ids = NewIds::of(dossier);
    let id = ids.next(TableKind::Event, title);
    let (mut steps, sources) = publications(dossier, sources, &mut ids);
    let table = Draft::new(dossier, TableKind::Event)
        .text("id", id.as_str())
        .text("date", date)
        .text("lane", lane.as_ref().map_or("", Id::as_str))
        .text("kind", kind)
        .own("title", title, language)
        .own("summary", summary, language)
        .value("anchors", Value::List(vec![Value::Words(quotation)]))
        .ids("sources", &sources);
    steps.push(table.step());
    Some(Change { steps, result: Some(Ref::new(Kind::Event, &id)), ..Change::default() })
}
