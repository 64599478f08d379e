//! What is known of claims, and of what the article leaves out.

use super::{Attribution, Builder, Label, Mark, Value};
use crate::dossier::{Claim, Hedge, Id, Kind, Ref};
use crate::facts::quotations::{Quotation, Quotations, State};

impl Builder<'_, '_> {
    pub(super) fn claim(&mut self) -> Option<()> {
        let dossier = self.dossier;
        let claim = dossier.claim(&self.item.id)?;
        // Without `..`, so that a new field does not compile before it is decided what is said of it here. What it is called
        // is said by `wording`, the events are added by `events`.
        let Claim {
            id: _,
            text: _,
            short: _,
            evidence,
            hedge,
            attributed_to,
            attribution,
            actors: named,
            events: _,
            assessment,
            note,
            searched,
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
        for (words, state) in [(hedge, State::UnconfirmedHedge), (attribution, State::UnconfirmedAttribution)]
        {
            quotations.extend(words.as_ref().and_then(Hedge::unconfirmed).map(|words| Quotation {
                state,
                words,
                passage: None,
                may_repeat: false,
            }));
        }
        let list = Quotations {
            quotations,
            hedge: hedge.as_ref().and_then(Hedge::confirmed),
            attributed_to: actors(attributed_to),
            attribution: attribution.as_ref().and_then(Hedge::confirmed),
        };
        self.quotation_list(Label::Words, list);
        let (label, mark) = if evidence.sources.is_empty() {
            (Label::Remark, Mark::Inferred)
        } else {
            (Label::SourcesSay, Mark::Background)
        };
        self.text(label, Some(mark), note.as_ref());
        // It is ours: nobody says that there is nothing.
        self.text(Label::Searched, Some(Mark::Inferred), searched.as_ref());
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
