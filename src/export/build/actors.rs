//! Who the article is about, and what they have to do with each other.

use super::Builder;
use crate::dossier::{Actor, Kind, Ref, Relation};
use crate::export::anchors;
use crate::export::edition::{Entry, Item, Part, Piece, Section, Voice, Words};
use crate::protocol::names;

impl Builder<'_> {
    /// The actors: those of the short list, then the others.
    pub(super) fn actors(&self) -> Option<Section> {
        let (strings, own) = (self.strings(), self.own());
        let (key, others): (Vec<&Actor>, Vec<&Actor>) =
            self.dossier.actors.iter().partition(|actor| actor.prominent);
        let mut parts = Vec::new();
        let are_two = !key.is_empty() && !others.is_empty();
        for (group, actors) in [(own.key_actors, key), (own.other_actors, others)] {
            if are_two {
                parts.push(Part::Group(group.to_owned()));
            }
            parts.extend(actors.into_iter().map(|actor| Part::Entry(self.actor(actor))));
        }
        let name = names::counted(self.language(), self.dossier.actors.len(), &strings.actor);
        Self::section("actors", &name, own.actors_intro, parts)
    }

    fn actor(&self, actor: &Actor) -> Entry {
        let (language, strings) = (self.language(), self.strings());
        let of = actor.to_ref();
        let name = self.name(&of).text;
        let others: Vec<&str> =
            actor.aliases.iter().map(|alias| &**alias).filter(|alias| *alias != name).collect();
        let also = (!others.is_empty()).then(|| format!("{} {}", strings.also_called, others.join(", ")));
        let kind = names::actor_kind(language, &actor.kind).to_owned();
        let mut items = vec![self.facts([Some(kind), actor.country.as_deref().map(str::to_owned), also])];
        if let Some(role) = &actor.role {
            items.push(Self::line("", Voice::Added, self.words(&role.text)));
            items.push(self.quotes(vec![Piece::ours(self.own().words)], &of, &role.evidence.anchors));
        }
        items.push(self.mentions(&of));
        let broken: Vec<_> =
            actor.named_mentions.iter().filter(|anchor| anchor.passage().is_none()).cloned().collect();
        items.push(self.quotes(vec![Piece::ours(names::capitalized(strings.mention.one))], &of, &broken));
        items.push(self.linked(&of, Kind::Relation, strings.relation.many));
        items.push(self.linked(&of, Kind::Claim, strings.claim.many));
        items.push(self.linked(&of, Kind::Gap, strings.gap.many));
        items.extend(self.linked_events(&of));
        items.push(self.links(strings.series.many, &self.series_of(&of)));
        items.extend(actor.role.as_ref().map(|role| self.sources_of(&role.evidence.sources)));
        Entry { items: items.into_iter().chain([self.shown_at(&of)]).flatten().collect(), ..self.entry(&of) }
    }

    /// How often the article names an actor, and where.
    fn mentions(&self, of: &Ref) -> Option<Item> {
        let (dossier, language, strings) = (self.dossier, self.language(), self.strings());
        let count = dossier.mentions_of(&of.id).count();
        let inferred = dossier.mentions_of(&of.id).filter(|mention| mention.inferred).count();
        if count == 0 {
            let told = (!self.context.broken.contains(of)).then(|| Words::ours(strings.not_named));
            return told.and_then(|told| Self::line("", Voice::Plain, told));
        }
        let mut label = names::counted(language, count, &strings.mention);
        if inferred > 0 {
            let told = strings.of_them_inferred.replace("{}", &language.count(inferred));
            label = format!("{label}, {told}");
        }
        let one = names::capitalized(strings.mention.one);
        let anchors = (1..=count).map(|number| anchors::mention(dossier, of, number)).collect();
        Some(Item::Places { label, one, anchors })
    }

    /// The series whose figures name an actor, or are of a place that stands for it.
    fn series_of(&self, of: &Ref) -> Vec<Ref> {
        let dossier = self.dossier;
        let mut series: Vec<Ref> = dossier.linked_of(of, Kind::Series).cloned().collect();
        for place in dossier.linked_of(of, Kind::Place) {
            let figures = dossier.linked_of(place, Kind::Observation);
            for figure in figures.filter_map(|figure| dossier.observation(&figure.id)) {
                let of_figure = Ref::new(Kind::Series, &figure.series);
                if !series.contains(&of_figure) {
                    series.push(of_figure);
                }
            }
        }
        series
    }

    /// Who does what to whom.
    pub(super) fn relations(&self) -> Option<Section> {
        let parts = self.dossier.relations.iter().map(|relation| Part::Entry(self.relation(relation)));
        let name = names::counted(self.language(), self.dossier.relations.len(), &self.strings().relation);
        Self::section("relations", &name, "", parts.collect())
    }

    fn relation(&self, relation: &Relation) -> Entry {
        let of = relation.to_ref();
        let items = [
            self.evidence(&of, &relation.evidence),
            self.sources_of(&relation.evidence.sources),
            self.linked(&of, Kind::Actor, self.strings().actor.many),
        ];
        Entry { items: items.into_iter().chain([self.shown_at(&of)]).flatten().collect(), ..self.entry(&of) }
    }
}
