//! The facets a list can be filtered by, and the values that a thing has in them.

use crate::dossier::{Assessment, Dossier, Id, Kind, Ref, Standing};
use crate::facts::{self, Mark};
use crate::i18n::language::Language;
use crate::protocol::context::Context;
use crate::protocol::names;

/// What a list can be filtered by, in the order of the chooser.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Facet {
    /// Key item or not.
    Prominence,
    /// Whose act an event is.
    Lane,
    /// What kind of actor or event it is.
    Kind,
    /// An actor's country.
    Country,
    /// How a claim stands against the sources; or that it is a gap.
    Judgement,
    /// Where it comes from.
    Standing,
    /// Whether the article attributes it to somebody.
    Attribution,
    /// Whether it is linked to a thing that was selected.
    Link,
}

/// A value a thing can have in one of the facets.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum FacetValue {
    /// Whether it is a key item.
    Prominent(bool),
    /// The lane of an event; none of one that is in none.
    Lane(Option<Id>),
    /// The kind of an actor.
    ActorKind(Box<str>),
    /// The kind of an event.
    EventKind(Box<str>),
    /// An actor's country.
    Country(Box<str>),
    /// The assessment of a claim.
    Assessment(Assessment),
    /// A gap.
    Gap,
    /// Where it comes from.
    Standing(Standing),
    /// Whether the article attributes a claim to somebody.
    Attributed(bool),
    /// What it is linked to.
    Linked(Ref),
}

impl FacetValue {
    /// The facet it is a value of.
    pub fn facet(&self) -> Facet {
        match self {
            Self::Prominent(_) => Facet::Prominence,
            Self::Lane(_) => Facet::Lane,
            Self::ActorKind(_) | Self::EventKind(_) => Facet::Kind,
            Self::Country(_) => Facet::Country,
            Self::Assessment(_) | Self::Gap => Facet::Judgement,
            Self::Standing(_) => Facet::Standing,
            Self::Attributed(_) => Facet::Attribution,
            Self::Linked(_) => Facet::Link,
        }
    }

    /// What it is called.
    pub fn name(&self, context: &Context) -> String {
        let (language, strings) = (context.language, context.strings());
        match self {
            Self::Prominent(true) => strings.prominent.to_owned(),
            Self::Prominent(false) => strings.not_prominent.to_owned(),
            Self::Lane(Some(id)) => {
                let lane = context.dossier.lanes.iter().find(|lane| lane.id == *id);
                lane.map_or_else(|| id.to_string(), |lane| context.text(&lane.name))
            }
            Self::Lane(None) => strings.optional.other_lane.to_owned(),
            Self::ActorKind(kind) => names::actor_kind(language, kind).to_owned(),
            Self::EventKind(kind) => names::event_kind(language, kind).to_owned(),
            Self::Country(country) => country.to_string(),
            Self::Assessment(assessment) => names::assessment(language, *assessment).to_owned(),
            Self::Gap => strings.gap.one.to_owned(),
            Self::Standing(standing) => names::standing(language, *standing).to_owned(),
            Self::Attributed(true) => strings.attributed.to_owned(),
            Self::Attributed(false) => strings.not_attributed.to_owned(),
            Self::Linked(to) => strings.linked_only.replace("{}", &names::name(context, to)),
        }
    }

    /// Its place among the others of its facet where the facet has an order of its own.
    pub(super) fn rank(&self, dossier: &Dossier) -> usize {
        match self {
            Self::Lane(id) => {
                dossier.lanes.iter().position(|lane| Some(&lane.id) == id.as_ref()).unwrap_or(usize::MAX)
            }
            Self::Prominent(no) | Self::Attributed(no) => usize::from(!no),
            Self::Assessment(assessment) => *assessment as usize,
            Self::Gap => usize::MAX,
            Self::Standing(standing) => match standing {
                Standing::Article => 0,
                Standing::Both => 1,
                Standing::Inferred => 2,
                Standing::Background => 3,
                Standing::Broken => 4,
            },
            Self::ActorKind(_) | Self::EventKind(_) | Self::Country(_) | Self::Linked(_) => 0,
        }
    }
}

/// What a facet is called.
pub fn facet_name(language: Language, facet: Facet) -> &'static str {
    let strings = language.strings();
    match facet {
        Facet::Prominence => strings.by_prominence,
        Facet::Lane => strings.by_lane,
        Facet::Kind => strings.by_kind,
        Facet::Country => strings.by_country,
        Facet::Judgement => strings.by_assessment,
        Facet::Standing => strings.by_provenance,
        Facet::Attribution => strings.by_attribution,
        Facet::Link => strings.by_selection,
    }
}

/// The values a thing has in each facet that applies to it by itself.
pub fn values(context: &Context, of: &Ref) -> Vec<FacetValue> {
    let dossier = &context.dossier;
    let mut values = Vec::new();
    match of.kind {
        Kind::Actor => {
            if let Some(actor) = dossier.actor(&of.id) {
                values.extend([
                    FacetValue::Prominent(actor.prominent),
                    FacetValue::ActorKind(actor.kind.clone()),
                ]);
                values.extend(actor.country.clone().map(FacetValue::Country));
            }
        }
        Kind::Event => {
            if let Some(event) = dossier.event(&of.id) {
                values.extend([FacetValue::Prominent(event.prominent), FacetValue::Lane(event.lane.clone())]);
                values.push(FacetValue::EventKind(event.kind.clone()));
            }
        }
        Kind::Claim => {
            if let Some(claim) = dossier.claim(&of.id) {
                values.extend(claim.assessment.map(FacetValue::Assessment));
                // Of broken evidence it cannot be said that the article attributes it to nobody.
                let is_attributed = claim.is_attributed();
                values.extend(
                    (is_attributed || claim.assessment.is_some())
                        .then_some(FacetValue::Attributed(is_attributed)),
                );
            }
        }
        Kind::Gap => values.push(FacetValue::Gap),
        // No list of these is filtered.
        _ => return values,
    }
    // As the sign beside it in a list says.
    values.push(FacetValue::Standing(match facts::provenance_mark(dossier, context.faults(), of) {
        Mark::Inferred => Standing::Inferred,
        Mark::Broken => Standing::Broken,
        _ => dossier.standing(of),
    }));
    values
}
