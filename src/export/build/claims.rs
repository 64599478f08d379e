//! What the article asserts, and what it leaves out.

use super::{Builder, mark};
use crate::dossier::{Claim, Gap, Kind, Ref, in_article_order};
use crate::export::edition::{Entry, Item, Part, Piece, Quote, Section, Voice};
use crate::look::signs;
use crate::protocol::names;
use crate::protocol::quoted::of_article;

impl Builder<'_> {
    /// Claims and gaps, in the article's order.
    pub(super) fn claims(&self) -> Option<Section> {
        let dossier = self.dossier;
        let entries = in_article_order(dossier).into_iter().filter_map(|item| match item.kind {
            Kind::Claim => dossier.claim(&item.id).map(|claim| self.claim(claim)),
            _ => dossier.gap(&item.id).map(|gap| self.gap(gap)),
        });
        let (language, strings) = (self.language(), self.strings());
        let name = format!(
            "{}, {}",
            names::counted(language, dossier.claims.len(), &strings.claim),
            names::counted(language, dossier.gaps.len(), &strings.gap)
        );
        Self::section("claims", &name, self.own().claims_intro, entries.map(Part::Entry).collect())
    }

    fn claim(&self, claim: &Claim) -> Entry {
        let (dossier, strings, own) = (self.dossier, self.strings(), self.own());
        let of = claim.to_ref();
        // The assessment, or that its evidence is broken: then nothing is judged.
        let verdict = self.mark_of(&of).word;
        let mut label = vec![Piece::ours(own.words)];
        if let Some(hedge) = claim.confirmed_hedge() {
            label.push(Piece::ours(" · "));
            label.push(Piece::Words(self.quoted(&of_article(dossier, hedge))));
        }
        for (place, actor) in claim.attributed_to.iter().enumerate() {
            label.push(Piece::ours(match place {
                0 => format!(" · {}: ", strings.attributed_to),
                _ => String::from(", "),
            }));
            label.push(self.thing(&Ref::new(Kind::Actor, actor)));
        }
        let [earlier, later] = self.linked_events(&of);
        let named: Vec<Ref> = claim.actors.iter().map(|id| Ref::new(Kind::Actor, id)).collect();
        let mut quotes = self.quotes_of(&of, &claim.evidence.anchors);
        quotes.extend(claim.unconfirmed_hedge().map(|hedge| Quote {
            label: Some(strings.hedge_unconfirmed.to_owned()),
            ..self.quote_of(mark(signs::BROKEN, strings.standing_broken), hedge)
        }));
        let items = [
            (!quotes.is_empty()).then_some(Item::Quotes { label, quotes }),
            Self::line(
                names::note(self.language(), &claim.evidence.sources),
                Voice::Added,
                claim.note.as_ref().map(|note| self.words(note)).unwrap_or_default(),
            ),
            self.links(strings.left_out_here, &dossier.gaps_at(&claim.evidence.anchors)),
            self.sources_of(&claim.evidence.sources),
            earlier,
            later,
            self.links(strings.actor.many, &named),
        ];
        Entry {
            lead: Some(self.context.joined(&[self.numbered(&of), verdict])),
            items: items.into_iter().chain([self.shown_at(&of)]).flatten().collect(),
            ..self.entry(&of)
        }
    }

    fn gap(&self, gap: &Gap) -> Entry {
        let (dossier, strings) = (self.dossier, self.strings());
        let of = gap.to_ref();
        let here: Vec<Ref> = gap.near.iter().flat_map(|near| dossier.claims_at(near)).collect();
        let items: Vec<Option<Item>> = vec![
            self.quotes(vec![Piece::ours(strings.left_out)], &of, gap.near.as_slice()),
            self.links(strings.claim_here, &here),
            self.evidence_beside(&of),
            self.sources_of(&gap.evidence.sources),
            self.linked(&of, Kind::Actor, strings.actor.many),
        ];
        Entry {
            lead: Some(self.numbered(&of)),
            items: items.into_iter().chain([self.shown_at(&of)]).flatten().collect(),
            ..self.entry(&of)
        }
    }

    /// Words of the article that bear a thing which usually only sources bear.
    fn evidence_beside(&self, of: &Ref) -> Option<Item> {
        let evidence = self.dossier.evidence(of).filter(|evidence| !evidence.anchors.is_empty())?;
        self.evidence(of, evidence)
    }
}
