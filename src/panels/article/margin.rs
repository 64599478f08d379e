//! The signs of claims, gaps and figures in the margin, and where they stand.

use foldhash::{HashSet, HashSetExt as _};

use crate::dossier::{Actor, Anchor, Claim, Dossier, Event, Gap, Observation, Ref, Relation};

/// A sign in the margin, at the byte where the words of its claim, gap or figure begin.
#[derive(Clone, Debug)]
pub(super) struct MarginSign {
    pub(super) byte: usize,
    pub(super) of: Ref,
}

/// The signs of all claims and gaps, and of the figures that the article gives, from the top down.
pub(super) fn margin(dossier: &Dossier) -> Vec<MarginSign> {
    let claims = dossier.claims.iter().filter_map(|claim| {
        let passage = claim.evidence.anchors.iter().find_map(Anchor::passage)?;
        Some((passage.start, claim.to_ref()))
    });
    let gaps = dossier.gaps.iter().filter_map(|gap| {
        let passage = gap.near.as_ref()?.passage()?;
        Some((passage.start, gap.to_ref()))
    });
    // Of several figures in the same words the first.
    let mut met = HashSet::new();
    let figures = dossier.observations.iter().filter_map(|figure| {
        let passage = figure.anchor().and_then(Anchor::passage)?;
        met.insert(passage.start).then(|| (passage.start, figure.to_ref()))
    });
    let all = claims.chain(gaps).chain(figures);
    let mut margin: Vec<MarginSign> = all.map(|(byte, of)| MarginSign { byte, of }).collect();
    margin.extend(located(dossier));
    margin.sort_by_key(|sign| sign.byte);
    margin
}

/// Passages located for reworded quotations: one sign each for all that rests on it, a claim before others.
fn located(dossier: &Dossier) -> Vec<MarginSign> {
    let claims = dossier.claims.iter().map(Claim::to_ref).chain(dossier.gaps.iter().map(Gap::to_ref));
    let others = dossier.relations.iter().map(Relation::to_ref);
    let others = others.chain(dossier.events.iter().map(Event::to_ref));
    let figures = dossier.observations.iter().filter(|figure| figure.anchor().is_some());
    let others = others.chain(figures.map(Observation::to_ref));
    let all = claims.chain(others).chain(dossier.actors.iter().map(Actor::to_ref));
    let mut met = HashSet::new();
    let mut found = Vec::new();
    for of in all {
        for passage in dossier.anchors(&of).filter_map(Anchor::located) {
            if met.insert(passage.start) {
                found.push(MarginSign { byte: passage.start, of: of.clone() });
            }
        }
    }
    found
}
