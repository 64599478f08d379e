//! Publications: which a statement rests on, how many of them can have said it on their own, and what is known of each.

use std::collections::HashSet;

use super::{Attribution, Builder, Detail, Label, SourceTree, Value};
use crate::dossier::{Dossier, Id, Kind, MOST_NAMED, Observation, Source};
use crate::facts::article::{Address, address, archived};

/// The most of those it repeats that are named beside what a source is called. The others are counted: beside each of a
/// thousand that one source repeats, all of them would be a million names.
pub const MOST_REPEATED: usize = 4;

/// Publications that belong together.
#[derive(Clone, PartialEq, Debug)]
pub struct Sources<'a> {
    /// In the author's order.
    pub sources: Vec<&'a Source>,
    /// How many there are beside these.
    pub more: usize,
    /// How many of them can have said it on their own. More than one is an upper bound: that one repeats another may not
    /// be recorded. None where they do not support a statement together: counting takes time with all they repeat.
    pub origins: Option<usize>,
    /// The same sources by where they come from; without branches where they do not support a statement together.
    pub tree: SourceTree<'a>,
}

impl<'a> Sources<'a> {
    /// The sources of a statement.
    pub fn of(dossier: &'a Dossier, ids: &[&Id]) -> Self {
        let origins = dossier.origins(ids.iter().copied()).len();
        let tree = SourceTree::of(dossier, ids.iter().copied());
        Self { origins: Some(origins), tree, ..Self::listed(dossier, ids, 0) }
    }

    /// These, and how many there are beside them.
    fn listed(dossier: &'a Dossier, ids: &[&Id], more: usize) -> Self {
        let sources = ids.iter().filter_map(|id| dossier.source(id)).collect();
        Self { sources, more, origins: None, tree: SourceTree::default() }
    }

    /// Those of figures, each once.
    pub fn of_figures(dossier: &'a Dossier, figures: &[&Observation]) -> Self {
        let mut seen = HashSet::new();
        let ids = figures.iter().filter_map(|figure| figure.source()).filter(|source| seen.insert(*source));
        Self::of(dossier, &ids.collect::<Vec<_>>())
    }

    /// How many of them we know only from others.
    pub fn unread(&self) -> usize {
        self.sources.iter().filter(|source| source.accessed.is_none()).count()
    }
}

impl<'a> Builder<'a, '_> {
    /// The sources of a statement.
    pub(super) fn sources<'i>(&mut self, ids: impl IntoIterator<Item = &'i Id>) {
        let ids: Vec<&Id> = ids.into_iter().collect();
        self.source_list(Label::Sources, Sources::of(self.dossier, &ids));
    }

    pub(super) fn source_list(&mut self, label: Label, sources: Sources<'a>) {
        if !sources.sources.is_empty() {
            self.plain(label, Value::Sources(sources));
        }
    }

    pub(super) fn source(&mut self) -> Option<()> {
        let dossier = self.dossier;
        let source = dossier.source(&self.item.id)?;
        self.verbatim(Label::Title, Attribution::Nobody, source.title.as_deref());
        self.verbatim(Label::OwnWords, Attribution::Source, source.quote.as_deref());
        let kind = Detail::SourceKind(&source.kind);
        self.details([Some(kind), Some(Detail::Reading(source.accessed.as_ref()))]);
        let (address, copy) = (address(source), archived(source));
        // That no address is known is said where nothing leads to it.
        if address != Address::None || copy == Address::None {
            self.plain(Label::Address, Value::Address(address));
        }
        if copy != Address::None {
            self.plain(Label::Archived, Value::Address(copy));
        }
        self.chains(source);
        let before = self.facts.len();
        // What rests on it by way of those that repeat it is not among these.
        for (label, kind) in [(Label::CitingClaims, Kind::Claim), (Label::CitingGaps, Kind::Gap)] {
            self.links(label, dossier.linked_of(self.item, kind).cloned().collect());
        }
        self.events();
        self.linked(Kind::Relation);
        self.links(Label::Roles, dossier.linked_of(self.item, Kind::Actor).cloned().collect());
        self.figures();
        // Now, and not only at the end: whether anything rests on it is asked next.
        self.other_links();
        let rests =
            self.facts.len() > before || self.facts.iter().any(|fact| fact.label == Label::RepeatedBy);
        if !rests {
            self.plain(Label::Unused, Value::Notice);
        }
        Some(())
    }

    /// Whom a source repeats, and who repeats it.
    fn chains(&mut self, source: &'a Source) {
        let dossier = self.dossier;
        let repeats: HashSet<&Id> = source.repeats.iter().collect();
        let ids: Vec<&Id> = source.repeats.iter().collect();
        self.source_list(Label::Repeats, Sources::listed(dossier, &ids, 0));
        let ends = dossier.origin_indices(&source.id).into_iter().map(|end| &dossier.sources[end].id);
        let ends: Vec<&Id> = ends.collect();
        if ends.iter().any(|end| **end != source.id && !repeats.contains(end)) {
            let mut named = ends[..ends.len().min(MOST_NAMED)].to_vec();
            named.sort_unstable();
            let more = ends.len() - named.len();
            self.source_list(Label::GoesBackTo, Sources::listed(dossier, &named, more));
        }
        // Those that repeat it, then those that do so by way of others; each once, and none that it repeats itself.
        let mut seen = repeats;
        let directly = dossier.linked_of(self.item, Kind::Source).map(|other| &other.id);
        let directly: Vec<&Id> = directly.filter(|other| seen.insert(other)).collect();
        let (first, count) = dossier.going_back_to(&source.id);
        // Who repeats an end directly goes back to it.
        let count = count.max(directly.len());
        let indirectly = first.iter().map(|place| &dossier.sources[*place].id);
        let indirectly: Vec<&Id> = indirectly.filter(|other| seen.insert(other)).collect();
        let named: Vec<&Id> = directly.into_iter().chain(indirectly).take(MOST_NAMED).collect();
        let more = count.saturating_sub(MOST_NAMED);
        self.source_list(Label::RepeatedBy, Sources::listed(dossier, &named, more));
    }
}
