//! Publications: new ones, and those that are there, for a statement.

use crate::dossier::{Dossier, Id, Kind, Ref};
use crate::edit::id::NewIds;
use crate::edit::{Change, Step, TableKind, Value};

use super::table::Draft;

/// What an author writes of a publication.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SourceWords {
    /// CSL's word for what it is, as `article-newspaper`.
    pub source_type: String,
    /// Who published it.
    pub outlet: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// When it came out, in EDTF.
    pub issued: String,
    /// The day on which it was read; empty where it was not.
    pub accessed: String,
    /// Its own words.
    pub quote: String,
}

/// A publication that supports something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Publication {
    /// One that the dossier has.
    Known(Id),
    /// One that it is to have.
    New(SourceWords),
}

/// A new publication, and where something can have sources its id there.
pub fn source(dossier: &Dossier, words: &SourceWords, of: Option<&Ref>) -> Change {
    let (table, id) = new_source(dossier, words, &mut NewIds::of(dossier));
    let new = Ref::new(Kind::Source, &id);
    let of = of.filter(|of| has_sources(dossier, of));
    let steps = std::iter::once(table).chain(of.map(|of| named(of, &id))).collect();
    Change { steps, result: Some(of.cloned().unwrap_or(new)), ..Change::default() }
}

/// A publication that is there, for one thing more. None if that has it already.
pub fn existing_source(dossier: &Dossier, of: &Ref, source: &Id) -> Option<Change> {
    let step = named_once(dossier, of, source)?;
    Some(Change { steps: vec![step], result: Some(of.clone()), ..Change::default() })
}

/// Whether the thing's table can name publications: one of an actor supports its role, which it must have.
pub fn has_sources(dossier: &Dossier, of: &Ref) -> bool {
    match of.kind {
        Kind::Claim | Kind::Gap | Kind::Event | Kind::Relation => true,
        Kind::Actor => dossier.actor(&of.id).is_some_and(|actor| actor.role.is_some()),
        Kind::Series | Kind::Place | Kind::Observation | Kind::Source | Kind::Link => false,
    }
}

/// The table of a new publication, and its id.
fn new_source(dossier: &Dossier, words: &SourceWords, ids: &mut NewIds<'_>) -> (Step, Id) {
    let SourceWords { source_type, outlet, title, url, issued, accessed, quote } = words;
    let id = ids.next(TableKind::Source, &format!("{outlet} {issued}"));
    let table = Draft::new(dossier, TableKind::Source)
        .text("id", id.as_str())
        .text("type", source_type)
        .text("outlet", outlet)
        .text("title", title)
        .text("issued", issued)
        .text("url", url)
        .text("accessed", accessed)
        .text("quote", quote);
    (table.step(), id)
}

/// The tables of those that are new, and the ids of all.
pub(super) fn publications(
    dossier: &Dossier,
    publications: &[Publication],
    ids: &mut NewIds<'_>,
) -> (Vec<Step>, Vec<Id>) {
    let mut steps = Vec::new();
    let all = publications.iter().map(|publication| match publication {
        Publication::Known(id) => id.clone(),
        Publication::New(words) => {
            let (table, id) = new_source(dossier, words, ids);
            steps.push(table);
            id
        }
    });
    let all = all.collect();
    (steps, all)
}

/// The same, if it is not among them.
pub(super) fn named_once(dossier: &Dossier, of: &Ref, source: &Id) -> Option<Step> {
    let is_there = dossier.evidence(of).is_some_and(|evidence| evidence.sources.contains(source));
    (!is_there).then(|| named(of, source))
}

/// The publication among the sources of a thing.
fn named(of: &Ref, source: &Id) -> Step {
    Step::Element {
        of: of.clone(),
        key: "sources".to_owned(),
        value: Value::Text(source.as_str().to_owned()),
    }
}
