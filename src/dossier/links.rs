//! The links between things, the same in both directions, and the set that is lit when a thing is selected.

use std::ops::Range;

use foldhash::{HashMap, HashSet, HashSetExt as _};

use super::{Anchor, Dossier, Id, Kind, Mention, Parts, Ref, When};

/// Every link, in both directions, each list in the dossier's order and without repeats.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    neighbours: HashMap<Ref, Vec<Ref>>,
}

impl Links {
    /// Collects every link from the parts.
    pub(super) fn of(parts: &Parts) -> Self {
        let mut builder = Builder::default();
        for (item, content) in parts.contents() {
            for (kind, ids) in content.links {
                builder.link(&item, kind, ids);
            }
        }
        Self { neighbours: builder.finish() }
    }

    fn neighbours_of(&self, item: &Ref) -> &[Ref] {
        self.neighbours.get(item).map_or(&[], Vec::as_slice)
    }
}

#[derive(Default)]
struct Builder {
    neighbours: HashMap<Ref, Vec<Ref>>,
}

impl Builder {
    fn link(&mut self, item: &Ref, kind: Kind, others: &[Id]) {
        for id in others {
            let other = Ref::new(kind, id);
            if *item != other {
                self.neighbours.entry(item.clone()).or_default().push(other.clone());
                self.neighbours.entry(other).or_default().push(item.clone());
            }
        }
    }

    /// The lists without their repeats, each in the order in which its links were found.
    fn finish(mut self) -> HashMap<Ref, Vec<Ref>> {
        for list in self.neighbours.values_mut() {
            remove_repeats(list);
        }
        self.neighbours
    }
}

/// Up to so many links are looked through for repeats; of more a set is made.
const FEW: usize = 16;

/// Leaves of equal links the first.
fn remove_repeats(list: &mut Vec<Ref>) {
    if list.len() > FEW {
        let mut seen = HashSet::with_capacity(list.len());
        list.retain(|to| seen.insert(to.clone()));
        return;
    }
    let mut kept = 0;
    for at in 0..list.len() {
        if !list[..kept].contains(&list[at]) {
            list.swap(kept, at);
            kept += 1;
        }
    }
    list.truncate(kept);
}

/// What is lit when something is selected: the thing itself, its passages, and what is one link away. Never two
/// links.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lit {
    things: HashSet<Ref>,
    /// How many of each kind, in the order of [`Kind::ALL`].
    counts: [usize; Kind::ALL.len()],
    /// The selection's own passages, in the order of the article.
    pub passages: Vec<LitPassage>,
    /// The longest of them in bytes: how far back one can begin that still reaches into a line.
    pub longest_passage: usize,
    /// Where words stand that are like some it rests on, in the order of the article: located, not proven, never lit.
    pub located: Vec<Range<usize>>,
}

/// Words of the article that support the selection or name it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LitPassage {
    /// Bytes of the article's text.
    pub range: Range<usize>,
    /// It takes interpretation: an inferred mention or anchor, or a candidate.
    pub inferred: bool,
}

impl Lit {
    /// Whether this thing is lit.
    pub fn has(&self, item: &Ref) -> bool {
        self.things.contains(item)
    }

    /// Every lit thing, the selection among them, in no order.
    pub fn things(&self) -> impl Iterator<Item = &Ref> {
        self.things.iter()
    }

    /// How many things of a kind are lit.
    pub fn count(&self, kind: Kind) -> usize {
        self.counts[kind as usize]
    }
}

impl Dossier {
    /// What is one link away, in the dossier's order.
    pub fn linked(&self, item: &Ref) -> &[Ref] {
        self.links.neighbours_of(item)
    }

    /// What is one link away and of this kind.
    pub fn linked_of(&self, item: &Ref, kind: Kind) -> impl Iterator<Item = &Ref> {
        self.linked(item).iter().filter(move |other| other.kind == kind)
    }

    /// The mentions of an actor, in the order of the article.
    pub fn mentions_of(&self, actor: &Id) -> impl Iterator<Item = &Mention> {
        let places = self.mentions_by_actor.get(actor).map_or(&[][..], Vec::as_slice);
        places.iter().map(|place| &self.mentions[*place])
    }

    /// The passages that name an actor, in the order of the article: those of its mentions, several side by side as one. A
    /// passage is inferred if all its mentions are.
    pub fn naming_passages<'a>(&'a self, actor: &Id) -> impl Iterator<Item = LitPassage> + use<'a> {
        let places = self.mentions_by_actor.get(actor).map_or(&[][..], Vec::as_slice);
        let passages = places.chunk_by(|_, next| self.mentions[*next].continues);
        passages.map(|places| {
            let mut mentions = places.iter().map(|place| &self.mentions[*place]);
            let first = &self.mentions[places[0]].passage;
            let last = &self.mentions[places[places.len() - 1]].passage;
            LitPassage { range: first.start..last.end, inferred: mentions.all(|mention| mention.inferred) }
        })
    }

    /// The events that can have happened within the days of a period, in the dossier's order.
    pub fn events_within(&self, period: &When) -> impl Iterator<Item = &super::Event> {
        let bounds = period.period();
        self.events.iter().filter(move |event| {
            bounds.is_some_and(|(first, last)| {
                event.date.first().is_some_and(|day| day >= first)
                    && event.date.last().is_some_and(|day| day <= last)
            })
        })
    }

    /// What a selection lights.
    pub fn lit(&self, item: &Ref) -> Lit {
        let mut things: HashSet<Ref> = self.linked(item).iter().cloned().collect();
        things.insert(item.clone());
        if item.kind == Kind::Observation
            && let Some(date) = self.observation(&item.id).and_then(|observation| observation.date.as_ref())
        {
            things.extend(self.events_within(date).map(super::Event::to_ref));
        }
        let mut counts = [0; Kind::ALL.len()];
        for thing in &things {
            counts[thing.kind as usize] += 1;
        }
        let passages = self.passages(item);
        let longest_passage = passages.iter().map(|passage| passage.range.len()).max().unwrap_or(0);
        let mut located: Vec<_> = self.anchors(item).filter_map(Anchor::located).collect();
        located.sort_by_key(|passage| (passage.start, passage.end));
        located.dedup();
        Lit { things, counts, passages, longest_passage, located }
    }

    /// Every quotation of a thing, in any state: what supports it, what names it, where a gap is, where it is perhaps
    /// meant, what gives the figures of a series or a place.
    pub fn anchors<'a>(&'a self, item: &'a Ref) -> impl Iterator<Item = &'a Anchor> {
        let own: &[Anchor] = match item.kind {
            Kind::Actor => self.actor(&item.id).map_or(&[], |actor| &actor.named_mentions),
            Kind::Gap => self.gap(&item.id).map_or(&[], |gap| gap.near.as_slice()),
            Kind::Event => self.event(&item.id).map_or(&[], |event| &event.candidate_for),
            _ => &[],
        };
        own.iter().chain(self.supporting_anchors(item))
    }

    /// The quotations that a thing rests on, and a series or a place those of its figures.
    fn supporting_anchors<'a>(&'a self, item: &'a Ref) -> impl Iterator<Item = &'a Anchor> {
        let own = self.evidence(item).map_or(&[][..], |evidence| &evidence.anchors);
        own.iter().chain(self.quoted_figures(item).flat_map(|figure| &figure.evidence.anchors))
    }

    /// The words that support a thing or name it: an actor's mentions, a gap's `near`, an event's candidates, and
    /// everyone's exact anchors, to a series or a place those of its figures. In the order of the article; the first is where "to the words" goes.
    ///
    /// An actor's own words come first: the anchors of its role are left out where they share words with a mention,
    /// so that a name is lit rather than the sentence around it.
    pub fn passages(&self, item: &Ref) -> Vec<LitPassage> {
        let mut passages: Vec<LitPassage> = Vec::new();
        if item.kind == Kind::Actor {
            passages.extend(self.naming_passages(&item.id));
        }
        let mut add = |range: Range<usize>, inferred: bool| passages.push(LitPassage { range, inferred });
        if let Some(link) = (item.kind == Kind::Link).then(|| self.article.link(&item.id)).flatten() {
            add(link.range.clone(), false);
        }
        let (near, candidates): (Option<&Anchor>, &[Anchor]) = match item.kind {
            Kind::Gap => (self.gap(&item.id).and_then(|gap| gap.near.as_ref()), &[]),
            Kind::Event => (None, self.event(&item.id).map_or(&[], |event| event.candidate_for.as_slice())),
            _ => (None, &[]),
        };
        if let Some(range) = near.and_then(Anchor::passage) {
            add(range, false);
        }
        for range in candidates.iter().filter_map(Anchor::passage) {
            add(range, true);
        }
        // The furthest end of all mentions up to each: whether one shares words with an anchor is then one look-up.
        let mut furthest: Vec<(usize, usize)> = Vec::new();
        for LitPassage { range, .. } in &passages {
            let end = furthest.last().map_or(0, |(_, end)| *end).max(range.end);
            furthest.push((range.start, end));
        }
        let is_named = |range: &Range<usize>| {
            let before = furthest.partition_point(|(start, _)| *start < range.end);
            before > 0 && furthest[before - 1].1 > range.start
        };
        for anchor in self.supporting_anchors(item) {
            if let Some(range) = anchor.passage()
                && !(item.kind == Kind::Actor && is_named(&range))
            {
                passages.push(LitPassage { range, inferred: anchor.inferred });
            }
        }
        passages.sort_by_key(|passage| (passage.range.start, std::cmp::Reverse(passage.range.end)));
        passages.dedup_by(|later, earlier| later.range == earlier.range);
        passages
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Few or many: the first of equal links stays, where it was.
        #[test]
        fn repeats_are_removed(ids in prop::collection::vec(0..30_usize, 0..=3 * FEW)) {
            let list: Vec<Ref> = ids.iter().map(|id| Ref::new(Kind::Actor, &Id::new(&id.to_string()))).collect();
            let mut expected: Vec<Ref> = Vec::new();
            for to in &list {
                if !expected.contains(to) {
                    expected.push(to.clone());
                }
            }
            let mut kept = list;
            remove_repeats(&mut kept);
            prop_assert_eq!(kept, expected);
        }
    }
}
