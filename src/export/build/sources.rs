//! The publications, and what rests on each.

use std::collections::HashSet;

use super::{Builder, MOST_NAMED, address_piece};
use crate::dossier::{Id, Kind, Source};
use crate::export::edition::{Entry, Item, Part, Piece, Section, Voice, Words};
use crate::i18n::language::quotation_marks;
use crate::protocol::names;

impl Builder<'_> {
    /// The sources, in the author's order: the number of each is its place.
    pub(super) fn sources(&self) -> Option<Section> {
        let parts = self.dossier.sources.iter().map(|source| Part::Entry(self.source(source)));
        let name = names::counted(self.language(), self.dossier.sources.len(), &self.strings().source);
        Self::section("sources", &name, self.own().sources_intro, parts.collect())
    }

    fn source(&self, source: &Source) -> Entry {
        let (dossier, strings, own) = (self.dossier, self.strings(), self.own());
        let of = source.to_ref();
        let (open, close) = quotation_marks(self.language().tag());
        let by_us = |text: &str| Words::ours(format!("{open}{text}{close}"));
        let kind = names::capitalized(names::source_kind(self.language(), &source.kind));
        // Those that repeat it, then those that do so by way of others; each once, and none that it repeats itself.
        let mut seen: HashSet<&Id> = source.repeats.iter().collect();
        let directly = dossier.linked_of(&of, Kind::Source).map(|other| &other.id);
        let directly: Vec<&Id> = directly.filter(|other| seen.insert(other)).collect();
        let retold = self.retold.get(&source.id);
        // Who repeats an end directly goes back to it.
        let repeating = retold.map_or(directly.len(), |retold| retold.count.max(directly.len()));
        let indirectly =
            retold.into_iter().flat_map(|retold| &retold.first).filter(|other| seen.insert(other));
        let repeated_by: Vec<Id> = directly.into_iter().chain(indirectly).take(MOST_NAMED).cloned().collect();
        let more_repeating = repeating.saturating_sub(MOST_NAMED);
        let ends = dossier.origin_places(&source.id).into_iter().map(|end| &dossier.sources[end].id);
        let ends: Vec<&Id> = ends.collect();
        let repeats: HashSet<&Id> = source.repeats.iter().collect();
        let goes_back = ends.iter().any(|end| **end != source.id && !repeats.contains(end));
        let more_ends = ends.len().saturating_sub(MOST_NAMED);
        let mut ends: Vec<Id> = ends.into_iter().take(MOST_NAMED).cloned().collect();
        ends.sort_unstable();
        let address = source.url.as_deref().map(|url| address_piece(url, None));
        let address = address.unwrap_or_else(|| Piece::ours(strings.export.no_address));
        let rests = [
            self.linked(&of, Kind::Claim, strings.claim.many),
            self.linked(&of, Kind::Gap, strings.gap.many),
            self.linked(&of, Kind::Event, strings.event.many),
            self.linked(&of, Kind::Relation, strings.relation.many),
            self.linked(&of, Kind::Actor, strings.roles),
            self.linked(&of, Kind::Observation, strings.observation.many),
        ];
        let nothing = rests.iter().all(Option::is_none) && repeated_by.is_empty();
        let items = [
            self.facts([Some(kind), Some(names::reading(&self.context, source))]),
            source.title.as_deref().and_then(|title| Self::line(own.title, Voice::Plain, by_us(title))),
            source.quote.as_deref().and_then(|quote| Self::line(own.own_words, Voice::Source, by_us(quote))),
            Some(Item::Line {
                label: Some(strings.address.to_owned()),
                voice: Voice::Plain,
                pieces: vec![address],
            }),
            self.source_links(strings.repeats, &source.repeats),
            goes_back.then(|| self.source_links(strings.goes_back_to, &ends)).flatten(),
            goes_back.then(|| self.more(strings.goes_back_to, more_ends)).flatten(),
            self.source_links(strings.repeated_by, &repeated_by),
            self.more(strings.repeated_by, more_repeating),
        ];
        let none = nothing.then(|| Self::line("", Voice::Plain, Words::ours(own.unused))).flatten();
        let items = items.into_iter().chain(rests).chain([none, self.shown_at(&of)]).flatten().collect();
        Entry { items, ..self.entry(&of) }
    }
}
