//! What an author need not write: the actors that a claim or an event names.

use foldhash::{HashSet, HashSetExt as _};

use crate::dossier::{Anchor, Id, Mention, Parts};

use crate::load::syntax::tables::{ItemTable, Tables};

/// Gives each claim and event whose table has no `actors` those that are named inside its exact anchors, in the order of the
/// article. Where the key is there, what is written counts, and be it that there are none.
pub(crate) fn actors(parts: &mut Parts, tables: &Tables<'_>) {
    let Parts { claims, events, mentions, .. } = parts;
    let unwritten =
        |word| tables.named(word).iter().map(|table: &ItemTable<'_>| table.peek("actors").is_none());
    for (claim, is_unwritten) in claims.iter_mut().zip(unwritten("claim")) {
        if is_unwritten {
            claim.actors = named(mentions, &claim.evidence.anchors);
        }
    }
    for (event, is_unwritten) in events.iter_mut().zip(unwritten("event")) {
        if is_unwritten {
            event.actors = named(mentions, &event.evidence.anchors);
        }
    }
}

/// Who is named inside these quotations, by name or otherwise, each once. The mentions are ordered by where they start.
fn named(mentions: &[Mention], anchors: &[Anchor]) -> Vec<Id> {
    let mut inside: Vec<&Mention> = Vec::new();
    for passage in anchors.iter().filter_map(Anchor::passage) {
        let first = mentions.partition_point(|mention| mention.passage.start < passage.start);
        let begin = mentions[first..].iter().take_while(|mention| mention.passage.start < passage.end);
        inside.extend(begin.filter(|mention| mention.passage.end <= passage.end));
    }
    inside.sort_by_key(|mention| mention.passage.start);
    let mut seen: HashSet<&Id> = HashSet::with_capacity(inside.len());
    inside.retain(|mention| seen.insert(&mention.actor));
    inside.into_iter().map(|mention| mention.actor.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{AnchorState, Quote};
    use proptest::prelude::*;

    proptest! {
        /// Wherever mentions and quotations stand: just those actors of whom a mention lies whole inside a quotation.
        #[test]
        fn an_actor_is_named_where_a_mention_lies_inside(
            mentions in prop::collection::vec((0..6_usize, 0..40_usize, 1..6_usize), 0..20),
            anchors in prop::collection::vec((0..40_usize, 1..15_usize), 0..4),
        ) {
            let mut mentions: Vec<Mention> = mentions
                .into_iter()
                .map(|(actor, start, cells)| Mention {
                    actor: Id::new(&format!("a{actor}")),
                    passage: start..start + cells,
                    inferred: false,
                    continues: false,
                })
                .collect();
            mentions.sort_by_key(|mention| (mention.passage.start, std::cmp::Reverse(mention.passage.end)));
            let anchors: Vec<Anchor> = anchors
                .into_iter()
                .map(|(start, cells)| Anchor {
                    quote: Quote::default(),
                    inferred: false,
                    state: AnchorState::Exact(start..start + cells),
                })
                .collect();
            let found = named(&mentions, &anchors);
            for actor in (0..6).map(|number| Id::new(&format!("a{number}"))) {
                let is_inside = |mention: &Mention| {
                    mention.actor == actor
                        && anchors.iter().filter_map(Anchor::passage).any(|passage| {
                            passage.start <= mention.passage.start && mention.passage.end <= passage.end
                        })
                };
                let times = found.iter().filter(|id| **id == actor).count();
                prop_assert_eq!(times, usize::from(mentions.iter().any(is_inside)), "{}", actor);
            }
        }
    }
}
