//! What the dossier already has in marked words, so that nothing is written twice.

use std::ops::Range;

use crate::dossier::{Anchor, Claim, Dossier, Event, Gap, Id, Kind, Ref, Relation};

/// The actors that are named in these words, in their order, and what rests on words of them: claims, events, gaps and
/// relations.
pub fn inside(dossier: &Dossier, words: &Range<usize>) -> Vec<Ref> {
    let overlaps = |passage: &Range<usize>| passage.start < words.end && words.start < passage.end;
    let mut mentions: Vec<(usize, &Id)> = dossier
        .mentions
        .iter()
        .filter(|mention| overlaps(&mention.passage))
        .map(|mention| (mention.passage.start, &mention.actor))
        .collect();
    mentions.sort_by_key(|(start, _)| *start);
    let mut found: Vec<Ref> = Vec::new();
    for (_, actor) in mentions {
        let actor = Ref::new(Kind::Actor, actor);
        if !found.contains(&actor) {
            found.push(actor);
        }
    }
    let others = dossier.claims.iter().map(Claim::to_ref);
    let others = others.chain(dossier.events.iter().map(Event::to_ref));
    let others = others.chain(dossier.gaps.iter().map(Gap::to_ref));
    let others = others.chain(dossier.relations.iter().map(Relation::to_ref));
    found.extend(others.filter(|other| {
        let passages = dossier.anchors(other).filter_map(Anchor::passage);
        passages.chain(dossier.anchors(other).filter_map(Anchor::located)).any(|passage| overlaps(&passage))
    }));
    found
}
