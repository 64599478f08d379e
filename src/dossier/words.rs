//! The words in which a thing is told: what a search of it reads. The names of other things are not among them: they are
//! found themselves.

use super::model::LocalText;
use super::{Dossier, Kind, Ref};

impl Dossier {
    /// What a thing is called and what is said of it, its name first, in every language.
    pub fn words_of(&self, name: &Ref) -> Vec<&str> {
        let mut words = Words::default();
        let id = &name.id;
        match name.kind {
            Kind::Actor => {
                if let Some(actor) = self.actor(id) {
                    words.local(&actor.name);
                    words.0.extend(actor.aliases.iter().map(|alias| &**alias));
                    words.optional(actor.role.as_ref().map(|role| &role.text));
                }
            }
            Kind::Relation => words.optional(self.relation(id).map(|relation| &relation.label)),
            Kind::Claim => {
                if let Some(claim) = self.claim(id) {
                    words.local(&claim.text);
                    words.0.extend(claim.hedge.as_deref());
                    words.optional(claim.note.as_ref());
                }
            }
            Kind::Gap => words.optional(self.gap(id).map(|gap| &gap.text)),
            Kind::Event => {
                if let Some(event) = self.event(id) {
                    words.local(&event.title);
                    words.local(&event.summary);
                    words.optional(event.status.as_ref());
                }
            }
            Kind::Series => {
                if let Some(series) = self.series_by_id(id) {
                    words.local(&series.title);
                    words.0.push(&series.outlet);
                    words.local(&series.definition);
                }
            }
            Kind::Observation => {
                if let Some(observation) = self.observation(id) {
                    words.optional(observation.part_name.as_ref());
                    words.optional(observation.note.as_ref());
                }
            }
            Kind::Place => words.optional(self.place(id).map(|place| &place.name)),
            Kind::Source => {
                if let Some(source) = self.source(id) {
                    words.0.push(&source.outlet);
                    words.0.extend(
                        [&source.title, &source.quote, &source.url].into_iter().flatten().map(|t| &**t),
                    );
                }
            }
        }
        words.0
    }

    /// The thing of this kind at this place of the author's order.
    pub(super) fn listed(&self, kind: Kind, place: usize) -> Option<Ref> {
        match kind {
            Kind::Actor => self.actors.get(place).map(super::Actor::to_ref),
            Kind::Relation => self.relations.get(place).map(super::Relation::to_ref),
            Kind::Claim => self.claims.get(place).map(super::Claim::to_ref),
            Kind::Gap => self.gaps.get(place).map(super::Gap::to_ref),
            Kind::Event => self.events.get(place).map(super::Event::to_ref),
            Kind::Series => self.series.get(place).map(super::Series::to_ref),
            Kind::Observation => self.observations.get(place).map(super::Observation::to_ref),
            Kind::Place => self.places.get(place).map(super::Place::to_ref),
            Kind::Source => self.sources.get(place).map(super::Source::to_ref),
        }
    }
}

#[derive(Default)]
struct Words<'a>(Vec<&'a str>);

impl<'a> Words<'a> {
    fn local(&mut self, text: &'a LocalText) {
        self.0.extend(text.texts());
    }

    fn optional(&mut self, text: Option<&'a LocalText>) {
        self.0.extend(text.into_iter().flat_map(LocalText::texts));
    }
}
