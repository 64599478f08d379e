//! What concerns the same words of the article: the gaps at a claim's words, the claims at a gap's.

use std::ops::Range;

use super::{Anchor, Claim, Dossier, Gap, Ref};

impl Dossier {
    /// The gaps near the words a claim rests on, in the author's order.
    pub fn gaps_at(&self, anchors: &[Anchor]) -> Vec<Ref> {
        let is_near = |near: &Range<usize>| {
            anchors.iter().filter_map(Anchor::passage).any(|words| overlap(&words, near))
        };
        let gaps = self
            .gaps
            .iter()
            .filter(|gap| gap.near.as_ref().and_then(Anchor::passage).is_some_and(|near| is_near(&near)));
        gaps.map(Gap::to_ref).collect()
    }

    /// The claims that rest on the words a gap is near, in the author's order.
    pub fn claims_at(&self, near: &Anchor) -> Vec<Ref> {
        let Some(near) = near.passage() else { return Vec::new() };
        let claims = self.claims.iter().filter(|claim| {
            claim.evidence.anchors.iter().filter_map(Anchor::passage).any(|words| overlap(&words, &near))
        });
        claims.map(Claim::to_ref).collect()
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
