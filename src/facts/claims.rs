//! What is known of claims, and of what the article leaves out.

use super::{Attribution, Builder, Label, Mark, Value};
use crate::dossier::{Claim, Id, Kind, Ref};
use crate::facts::quotations::{Quotation, Quotations, State};

impl Builder<'_, '_> {
    pub(super) fn claim(&mut self) -> Option<()> {
        let dossier = self.dossier;
        let claim = dossier.claim(&self.item.id)?;
        // Without `..`, so that a new field does not compile before it is decided what is said of it here. The text is
        // the claim's name, the events are added by `events`.
        let Claim {
            id: _,
            text: _,
            short: _,
            evidence,
            hedge: _,
            attributed_to,
            actors: named,
            events: _,
            assessment,
            note,
        } = claim;
        let actors = |ids: &[Id]| ids.iter().map(|id| Ref::new(Kind::Actor, id)).collect::<Vec<_>>();
        // On broken evidence nothing is judged.
        let judgement = assessment.filter(|_| !self.is_broken());
        self.add(
            Label::Judgement,
            Attribution::Ours,
            Some(judgement.map_or(Mark::Broken, Mark::Assessed)),
            Value::Judgement(judgement),
        );
        let mut quotations = self.quoted(&evidence.anchors);
        quotations.extend(claim.unconfirmed_hedge().map(|words| Quotation {
            state: State::UnconfirmedHedge,
            words,
            passage: None,
            may_repeat: false,
        }));
        let hedge = claim.confirmed_hedge();
        let attributed = actors(attributed_to);
        self.quotation_list(Label::Words, Quotations { quotations, hedge, attributed_to: attributed });
        let (label, mark) = if evidence.sources.is_empty() {
            (Label::Remark, Mark::Inferred)
        } else {
            (Label::SourcesSay, Mark::Background)
        };
        self.text(label, Some(mark), note.as_ref());
        self.links(Label::GapsHere, dossier.gaps_at(&evidence.anchors));
        self.sources(&evidence.sources);
        self.events();
        self.links(Label::AttributedTo, actors(attributed_to));
        self.links(Label::Linked(Kind::Actor), actors(named));
        Some(())
    }

    pub(super) fn gap(&mut self) -> Option<()> {
        let gap = self.dossier.gap(&self.item.id)?;
        self.provenance(&gap.evidence);
        // A place, not evidence.
        self.quotations(Label::LeftOutAt, gap.near.as_slice());
        let claims = gap.near.iter().flat_map(|near| self.dossier.claims_at(near)).collect();
        self.links(Label::ClaimsHere, claims);
        self.words(&gap.evidence);
        self.sources(&gap.evidence.sources);
        self.linked(Kind::Actor);
        Some(())
    }
}
