//! The words of the article that something hangs on, each with a name it is found by.

use std::collections::HashMap;
use std::ops::Range;

use crate::dossier::{Anchor, AnchorState, Dossier, Kind, Ref};
use crate::export::document::Look;
use crate::export::ids;

/// A passage and what it supports.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Passage {
    /// Bytes of the article's text.
    pub range: Range<usize>,
    /// What hangs on it.
    pub of: Ref,
    /// What it is found by.
    pub anchor: String,
    /// How it is to be seen.
    pub look: Look,
}

/// All of them.
#[derive(Default)]
pub(super) struct Marks {
    /// Ordered by where they start, the longer first.
    passages: Vec<Passage>,
    /// What each is found by, those of a figure also for its series and its place.
    anchors: HashMap<(Ref, Range<usize>), String>,
}

impl Marks {
    /// The words of everything but the mentions of actors, which are links themselves.
    pub(super) fn of(dossier: &Dossier) -> Self {
        let mut marks = Self { passages: Vec::new(), anchors: HashMap::new() };
        for (of, evidence) in dossier.statements() {
            // Figures are many, and few of them are the article's.
            if of.kind == Kind::Observation && evidence.anchors.is_empty() {
                continue;
            }
            marks.add(dossier, &of);
        }
        // Of things on the same words those that are underlined are outside.
        let outside = [Kind::Claim, Kind::Gap, Kind::Event, Kind::Relation];
        marks.passages.sort_by_key(|passage| {
            let depth = outside.iter().position(|kind| *kind == passage.of.kind).unwrap_or(outside.len());
            (passage.range.start, std::cmp::Reverse(passage.range.end), depth)
        });
        marks
    }

    fn add(&mut self, dossier: &Dossier, of: &Ref) {
        let own = dossier.evidence(of).map_or(&[][..], |evidence| &evidence.anchors);
        let anchors: Vec<&Anchor> = match of.kind {
            // Its mentions are links; what is left are the words of its role.
            Kind::Actor => own.iter().collect(),
            _ => dossier.anchors(of).collect(),
        };
        for anchor in anchors {
            let (range, look) = match (&anchor.state, of.kind) {
                (AnchorState::Exact(range), Kind::Claim) => (range, Look::Claim),
                (AnchorState::Exact(range), Kind::Gap) => (range, Look::Gap),
                (AnchorState::Exact(range), _) => (range, Look::Silent),
                (AnchorState::Reworded(range), _) => (range, Look::Located),
                (AnchorState::Ambiguous(_) | AnchorState::Lost, _) => continue,
            };
            let key = (of.clone(), range.clone());
            if range.is_empty() || self.anchors.contains_key(&key) {
                continue;
            }
            let number = 1 + self.passages.iter().rev().take_while(|passage| passage.of == *of).count();
            let anchor = ids::words(dossier, of, number);
            self.anchors.insert(key, anchor.clone());
            // They are quoted with the series and the place, too, which have no words of their own.
            if let Some(figure) = dossier.observation(&of.id).filter(|_| of.kind == Kind::Observation) {
                let place = figure.place.as_ref().map(|place| Ref::new(Kind::Place, place));
                for owner in std::iter::once(Ref::new(Kind::Series, &figure.series)).chain(place) {
                    self.anchors.entry((owner, range.clone())).or_insert_with(|| anchor.clone());
                }
            }
            self.passages.push(Passage { range: range.clone(), of: of.clone(), anchor, look });
        }
    }

    /// Ordered by where they start, the longer first.
    pub(super) fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// What words that support a thing are found by.
    pub(super) fn anchor(&self, of: &Ref, range: &Range<usize>) -> Option<String> {
        self.anchors.get(&(of.clone(), range.clone())).cloned()
    }
}
