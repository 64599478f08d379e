//! What is known of actors, and of what they have to do with each other.

use std::collections::HashMap;

use super::{Attribution, Builder, Detail, Label, Value};
use crate::dossier::{Dossier, Kind, LocalText, Ref};
use crate::facts::naming::naming;
use crate::facts::quotations::Quotations;

/// What an actor does to others, or others do to it, where it is the same.
#[derive(Clone, PartialEq, Debug)]
pub struct RelationGroup<'a> {
    /// Whether the actor acts.
    pub is_acting: bool,
    /// The verb.
    pub verb: &'a LocalText,
    /// The relations with the actors at the other end.
    pub relations: Vec<(Ref, Ref)>,
}

/// These relations of an actor by who acts and what is done: first what it does itself, each verb where it comes first.
pub fn relation_groups<'a>(dossier: &'a Dossier, actor: &Ref, relations: &[Ref]) -> Vec<RelationGroup<'a>> {
    let mut groups: Vec<RelationGroup> = Vec::new();
    // By the verb in all its languages; many relations may share few verbs, or none.
    let mut places: HashMap<(bool, &LocalText), usize> = HashMap::new();
    for item in relations {
        let Some(relation) = dossier.relation(&item.id) else { continue };
        let is_acting = relation.from == actor.id;
        let other = Ref::new(Kind::Actor, if is_acting { &relation.to } else { &relation.from });
        let place = *places.entry((is_acting, &relation.label)).or_insert(groups.len());
        if place == groups.len() {
            groups.push(RelationGroup { is_acting, verb: &relation.label, relations: Vec::new() });
        }
        groups[place].relations.push((item.clone(), other));
    }
    groups.sort_by_key(|group| !group.is_acting);
    groups
}

impl Builder<'_, '_> {
    pub(super) fn actor(&mut self) -> Option<()> {
        let dossier = self.dossier;
        let actor = dossier.actor(&self.item.id)?;
        self.details([
            Some(Detail::ActorKind(&actor.kind)),
            actor.country.as_deref().map(Detail::Country),
            Some(Detail::AlsoCalled(&actor.aliases, &actor.name)),
        ]);
        if let Some(role) = &actor.role {
            let mark = self.statement_mark(&role.evidence);
            self.text(Label::Role, Some(mark), Some(&role.text));
            self.provenance(&role.evidence);
            self.quotations(Label::Words, &role.evidence.anchors);
        }
        // What has become of it and what is said of it come before who else it has to do with: that is what one opens it for.
        self.later_events();
        for kind in [Kind::Claim, Kind::Gap] {
            self.linked(kind);
        }
        let naming = naming(dossier, &self.item.id);
        if !naming.passages.is_empty() {
            self.add(Label::Mentions, Attribution::Article, None, Value::Mentions(naming));
        } else if !self.is_broken() {
            // Where its evidence is broken, the article may name it where a mention is missed.
            self.plain(Label::NotNamed, Value::Notice);
        }
        let mut missing = self.quoted(&actor.named_mentions);
        missing.retain(super::Quotation::is_broken);
        self.quotation_list(
            Label::MissingMentions,
            Quotations { quotations: missing, ..Quotations::default() },
        );
        self.linked(Kind::Relation);
        self.earlier_events();
        self.links(Label::Linked(Kind::Series), self.series_of_actor());
        self.linked(Kind::Place);
        if let Some(role) = &actor.role {
            self.sources(&role.evidence.sources);
        }
        Some(())
    }

    /// The series whose figures name an actor, or are of a place that stands for it.
    fn series_of_actor(&self) -> Vec<Ref> {
        let dossier = self.dossier;
        let mut series: Vec<Ref> = dossier.linked_of(self.item, Kind::Series).cloned().collect();
        for place in dossier.linked_of(self.item, Kind::Place) {
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

    pub(super) fn relation(&mut self) -> Option<()> {
        let relation = self.dossier.relation(&self.item.id)?;
        self.provenance(&relation.evidence);
        self.words(&relation.evidence);
        self.linked(Kind::Actor);
        self.sources(&relation.evidence.sources);
        Some(())
    }
}
