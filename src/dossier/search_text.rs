//! The words in which a thing is told: what a search of it reads. The names of other things are not among them: they are
//! found themselves.

use super::model::LocalText;
use super::{Dossier, Kind, Ref};

impl Dossier {
    /// What a thing is called, in every language, and what is said of it to who reads this language; its name first.
    pub fn searchable_texts(&self, name: &Ref, language: &str) -> Vec<&str> {
        let mut words = Words { dossier: self, language, found: Vec::new() };
        let id = &name.id;
        match name.kind {
            Kind::Actor => {
                if let Some(actor) = self.actor(id) {
                    words.name(&actor.name);
                    words.found.extend(actor.aliases.iter().map(|alias| &**alias));
                    words.optional(actor.role.as_ref().map(|role| &role.text));
                }
            }
            Kind::Relation => words.optional(self.relation(id).map(|relation| &relation.label)),
            Kind::Claim => {
                if let Some(claim) = self.claim(id) {
                    words.local(&claim.text);
                    words.found.extend(claim.hedge.as_ref().map(|hedge| &*hedge.words));
                    words.optional(claim.note.as_ref());
                }
            }
            Kind::Gap => words.optional(self.gap(id).map(|gap| &gap.text)),
            Kind::Event => {
                if let Some(event) = self.event(id) {
                    words.name(&event.title);
                    words.local(&event.summary);
                    words.optional(event.status.as_ref());
                }
            }
            Kind::Series => {
                if let Some(series) = self.series_by_id(id) {
                    words.name(&series.title);
                    words.found.push(&series.outlet);
                    words.local(&series.definition);
                }
            }
            Kind::Observation => {
                if let Some(observation) = self.observation(id) {
                    words.optional(observation.part_name.as_ref());
                    words.optional(observation.note.as_ref());
                }
            }
            Kind::Place => {
                if let Some(place) = self.place(id) {
                    words.name(&place.name);
                }
            }
            Kind::Source => {
                if let Some(source) = self.source(id) {
                    words.found.push(&source.outlet);
                    words.found.extend(
                        [&source.title, &source.quote, &source.url].into_iter().flatten().map(|t| &**t),
                    );
                }
            }
            // Its words are the article's, and found there.
            Kind::Link => words.found.extend(self.article.link(id).map(|link| &*link.address)),
        }
        words.found
    }

    /// The thing of this kind at this place of the author's order.
    pub(super) fn nth_of_kind(&self, kind: Kind, place: usize) -> Option<Ref> {
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
            Kind::Link => self.article.links.get(place).map(super::ArticleLink::to_ref),
        }
    }
}

struct Words<'a, 'l> {
    dossier: &'a Dossier,
    language: &'l str,
    found: Vec<&'a str>,
}

impl<'a> Words<'a, '_> {
    /// A name is known by heart in any language.
    fn name(&mut self, text: &'a LocalText) {
        self.found.extend(text.texts());
    }

    fn local(&mut self, text: &'a LocalText) {
        let shown = text.shown(self.language, &self.dossier.article.language);
        self.found.extend(shown.map(|shown| shown.text));
    }

    fn optional(&mut self, text: Option<&'a LocalText>) {
        if let Some(text) = text {
            self.local(text);
        }
    }
}
