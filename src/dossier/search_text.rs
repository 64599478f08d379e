//! The texts of a thing that a search reads. Names of other things are not included: those things are found
//! themselves.

use super::model::LocalText;
use super::{Dossier, Kind, Ref};

impl Dossier {
    /// The texts of a thing: its name in every language first, then what is said of it in this language.
    pub fn searchable_texts(&self, item: &Ref, language: &str) -> Vec<&str> {
        let mut words = Texts { dossier: self, language, found: Vec::new() };
        let id = &item.id;
        match item.kind {
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

    /// The thing of this kind at this index of the author's order.
    pub(super) fn nth_of_kind(&self, kind: Kind, index: usize) -> Option<Ref> {
        match kind {
            Kind::Actor => self.actors.get(index).map(super::Actor::to_ref),
            Kind::Relation => self.relations.get(index).map(super::Relation::to_ref),
            Kind::Claim => self.claims.get(index).map(super::Claim::to_ref),
            Kind::Gap => self.gaps.get(index).map(super::Gap::to_ref),
            Kind::Event => self.events.get(index).map(super::Event::to_ref),
            Kind::Series => self.series.get(index).map(super::Series::to_ref),
            Kind::Observation => self.observations.get(index).map(super::Observation::to_ref),
            Kind::Place => self.places.get(index).map(super::Place::to_ref),
            Kind::Source => self.sources.get(index).map(super::Source::to_ref),
            Kind::Link => self.article.links.get(index).map(super::ArticleLink::to_ref),
        }
    }
}

struct Texts<'a, 'l> {
    dossier: &'a Dossier,
    language: &'l str,
    found: Vec<&'a str>,
}

impl<'a> Texts<'a, '_> {
    /// A name is searched in every language.
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
