//! The author's texts on a thing, each with what it is.

use super::{Dossier, Kind, LocalText, Ref};

impl Dossier {
    /// Everything that has a card of its own, in the author's order; figures are left out, theirs are made of what their
    /// series and places say.
    pub fn with_cards(&self) -> Vec<Ref> {
        let kinds = [
            Kind::Actor,
            Kind::Relation,
            Kind::Claim,
            Kind::Gap,
            Kind::Event,
            Kind::Place,
            Kind::Source,
            Kind::Series,
        ];
        let of = |kind| (0..).map_while(move |place| self.nth_of_kind(kind, place));
        kinds.into_iter().flat_map(of).collect()
    }

    /// The texts an author wrote on a thing itself, each with what it is called in reports; what the thing is called comes
    /// first. None of a figure or a link.
    pub fn texts_of(&self, item: &Ref) -> Vec<(&'static str, LocalText)> {
        let id = &item.id;
        let mut texts: Vec<(&'static str, LocalText)> = Vec::new();
        let mut add = |what, text: Option<&LocalText>| texts.extend(text.map(|text| (what, text.clone())));
        match item.kind {
            Kind::Actor => {
                let actor = self.actor(id);
                add("name", actor.map(|actor| &actor.name));
                add("role", actor.and_then(|actor| Some(&actor.role.as_ref()?.text)));
            }
            Kind::Event => {
                let event = self.event(id);
                add("title", event.map(|event| &event.title));
                add("summary", event.map(|event| &event.summary));
                add("status", event.and_then(|event| event.status.as_ref()));
            }
            Kind::Claim => {
                let claim = self.claim(id);
                add("text", claim.map(|claim| &claim.text));
                add("note", claim.and_then(|claim| claim.note.as_ref()));
            }
            Kind::Gap => add("text", self.gap(id).map(|gap| &gap.text)),
            Kind::Relation => add("label", self.relation(id).map(|relation| &relation.label)),
            Kind::Place => add("name", self.place(id).map(|place| &place.name)),
            Kind::Series => {
                let series = self.series_by_id(id);
                add("title", series.map(|series| &series.title));
                add("definition", series.map(|series| &series.definition));
            }
            Kind::Source => {
                let source = self.source(id);
                let plain = |text: Option<&str>| text.map(LocalText::plain);
                add("title", plain(source.and_then(|source| source.title.as_deref())).as_ref());
                add("outlet", plain(source.map(|source| &*source.outlet)).as_ref());
                add("quote", plain(source.and_then(|source| source.quote.as_deref())).as_ref());
            }
            Kind::Observation | Kind::Link => {}
        }
        texts
    }
}
