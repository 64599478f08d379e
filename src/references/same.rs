//! Whether two publications are the same one: by DOI, by address, and where they have neither by what they are called.

use std::collections::HashMap;

use crate::dossier::{Id, Source, When};
use crate::text::page_address::page_of;

use super::entry::Reference;
use super::ids::{stem, without_number};
use super::reading::doi_of;

/// What a publication is known by: two that share one of these are the same.
pub(super) struct Marks(Vec<String>);

impl Marks {
    /// Those of a source of the dossier.
    pub(super) fn of_source(source: &Source) -> Self {
        let addresses = [source.url.as_deref(), source.archived.as_deref()];
        let issued = source.issued.as_ref().map(When::text);
        let id = source.id.as_str();
        let called = [id, without_number(id)]
            .map(|id| called(&source.kind, &source.outlet, source.title.as_deref(), issued, id));
        Self::new(None, addresses, called)
    }

    /// Those of an entry that is called so where it comes from.
    pub(super) fn of_reference(reference: &Reference, name: &str) -> Self {
        let Reference { kind, outlet, title, issued, url, archived, doi, .. } = reference;
        let id = stem(name, reference);
        let called = called(kind, outlet, title.as_deref(), issued.as_deref(), &id);
        Self::new(doi.as_deref(), [url.as_deref(), archived.as_deref()], [called])
    }

    fn new(
        doi: Option<&str>,
        addresses: [Option<&str>; 2],
        called: impl IntoIterator<Item = String>,
    ) -> Self {
        let addresses = addresses.into_iter().flatten();
        let of_address = addresses.map(|address| match doi_of(address) {
            Some(doi) => mark_of_doi(&doi),
            None => page_of(address),
        });
        let mut marks: Vec<String> = doi.map(mark_of_doi).into_iter().chain(of_address).collect();
        if marks.is_empty() {
            marks.extend(called);
        }
        Self(marks)
    }
}

/// The case of letters does not count in a DOI.
fn mark_of_doi(doi: &str) -> String {
    format!("doi:{}", doi.to_lowercase())
}

/// What it is called altogether. Where it has no title that is too little: then its id counts, too.
fn called(kind: &str, outlet: &str, title: Option<&str>, issued: Option<&str>, id: &str) -> String {
    let what = title.map_or_else(|| format!("\n{id}"), str::to_owned);
    [kind, outlet, &what, issued.unwrap_or_default()].join("\t").to_lowercase()
}

/// Publications that are known, and what each is.
pub(super) struct Known(HashMap<String, Place>);

/// Where a publication is known from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Place {
    /// Its id in the dossier.
    pub(super) id: Id,
    /// The number of the entry that it comes from; none where it was in the dossier before.
    pub(super) entry: Option<usize>,
}

impl Known {
    /// Those of a dossier.
    pub(super) fn of(sources: &[Source]) -> Self {
        let mut known = Self(HashMap::new());
        for source in sources {
            known.enter(Marks::of_source(source), &Place { id: source.id.clone(), entry: None });
        }
        known
    }

    pub(super) fn find(&self, marks: &Marks) -> Option<&Place> {
        marks.0.iter().find_map(|mark| self.0.get(mark))
    }

    /// Of two that are the same the first one stays.
    pub(super) fn enter(&mut self, marks: Marks, place: &Place) {
        for mark in marks.0 {
            self.0.entry(mark).or_insert_with(|| place.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doi_and_its_address_are_the_same() {
        let by_doi = Reference { doi: Some("10.1000/ABC".to_owned()), ..Reference::default() };
        let by_address =
            Reference { url: Some("https://dx.doi.org/10.1000/abc".to_owned()), ..Reference::default() };
        let mut known = Known::of(&[]);
        let place = Place { id: Id::new("a"), entry: Some(1) };
        known.enter(Marks::of_reference(&by_doi, "a"), &place);
        assert_eq!(known.find(&Marks::of_reference(&by_address, "b")), Some(&place));
    }

    #[test]
    fn what_has_no_address_is_the_same_if_all_of_it_is() {
        let one = Reference {
            outlet: "Echo".to_owned(),
            title: Some("Bridge shut".to_owned()),
            issued: Some("2025".to_owned()),
            ..Reference::default()
        };
        let mut known = Known::of(&[]);
        let place = Place { id: Id::new("a"), entry: None };
        known.enter(Marks::of_reference(&one, "a"), &place);
        assert!(known.find(&Marks::of_reference(&one, "b")).is_some());
        let other = Reference { issued: Some("2024".to_owned()), ..one.clone() };
        assert!(known.find(&Marks::of_reference(&other, "a")).is_none());
        let untitled = Reference { title: None, ..one };
        known.enter(Marks::of_reference(&untitled, "a"), &place);
        assert!(known.find(&Marks::of_reference(&untitled, "a")).is_some());
        assert!(known.find(&Marks::of_reference(&untitled, "b")).is_none());
    }
}
