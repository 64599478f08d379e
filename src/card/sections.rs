//! The sections that cards of several kinds share: links, events, quotations.

use std::ops::Range;

use super::content::{Content, Entry, SET_IN, Target};
use crate::dossier::{Anchor, AnchorState, Evidence, Kind, Ref};
use crate::look::signs::{self, Sign};
use crate::look::theme::Role;
use crate::protocol::names;
use crate::widgets::quotation::{self, Quotation, Told};

impl Content<'_> {
    pub(super) fn link(&mut self, to: Ref) {
        // In a list of links the words say enough.
        let sign = (to.kind != Kind::Link).then(|| self.context.link_sign(&to));
        let mut text = names::name(self.context, &to);
        if matches!(to.kind, Kind::Series | Kind::Place) {
            let figures = self.context.dossier.linked_of(&to, Kind::Observation).count();
            let figures = names::counted(self.context.language, figures, &self.context.strings().observation);
            text = self.context.joined(&[text, figures]);
        }
        self.push(sign, text, Role::Text, Some(Target::Thing(to)));
    }

    /// Links under a heading; nothing where there are none.
    pub(super) fn links(&mut self, heading: &str, links: Vec<Ref>) {
        if !links.is_empty() {
            self.head(None, heading);
            for to in links {
                self.link(to);
            }
        }
    }

    pub(super) fn event_link(&mut self, to: Ref) {
        let sign = self.context.standing_sign(&to);
        if let Some(event) = self.context.dossier.event(&to.id) {
            let day = self.context.date(&event.date);
            let text = format!("{day}  {}", names::name(self.context, &to));
            self.push(Some(sign), text, Role::Text, Some(Target::Thing(to)));
        }
    }

    pub(super) fn linked(&mut self, of: &Ref, kind: Kind, heading: &str) {
        self.links(heading, self.context.dossier.linked_of(of, kind).cloned().collect());
    }

    pub(super) fn claims_and_gaps(&mut self, of: &Ref) {
        self.linked(of, Kind::Claim, self.context.strings().claim.many);
        self.linked(of, Kind::Gap, self.context.strings().gap.many);
    }

    pub(super) fn events(&mut self, of: &Ref) {
        let dossier = &self.context.dossier;
        let mut events: Vec<_> =
            dossier.linked_of(of, Kind::Event).filter_map(|to| dossier.event(&to.id)).collect();
        events.sort_by_key(|event| (event.date.first(), event.date.last()));
        if events.is_empty() {
            return;
        }
        let strings = self.context.strings();
        let is_later = |event: &&crate::dossier::Event| dossier.is_after_article(&event.date) == Some(true);
        let (later, earlier): (Vec<_>, Vec<_>) = events.into_iter().partition(is_later);
        for (heading, events) in [(strings.event.many, earlier), (strings.after_the_article, later)] {
            if !events.is_empty() {
                self.head(None, heading);
                for event in events {
                    self.event_link(event.to_ref());
                }
            }
        }
    }

    /// The article's words that bear a statement, or that it has none.
    pub(super) fn evidence_words(&mut self, of: &Ref, evidence: &Evidence) {
        if evidence.anchors.is_empty() {
            if self.context.dossier.is_not_in_article(of) {
                self.quietly(self.context.strings().not_in_article);
            }
            return;
        }
        self.head(Some(signs::ARTICLE), self.context.strings().the_article);
        self.quotations(&evidence.anchors);
    }

    pub(super) fn quotations(&mut self, anchors: &[Anchor]) {
        for anchor in anchors {
            match &anchor.state {
                AnchorState::Exact(passage) => {
                    let sign = if anchor.inferred { signs::INFERRED } else { signs::ARTICLE };
                    self.words(sign, passage, 0);
                }
                AnchorState::Reworded(passage) => self.reworded(&anchor.quote.exact, passage),
                AnchorState::Ambiguous(_) | AnchorState::Lost => {
                    let text = quotation::of_article(&self.context.dossier, &anchor.quote.exact);
                    self.push(Some(signs::BROKEN), text, Role::Text, None);
                }
            }
        }
    }

    /// Those quotations that are no evidence.
    pub(super) fn broken_quotations(&mut self, anchors: &[Anchor]) {
        for anchor in anchors.iter().filter(|anchor| anchor.passage().is_none()) {
            self.quotations(std::slice::from_ref(anchor));
        }
    }

    /// What was quoted and what stands in its place now, how they differ, and the way there.
    fn reworded(&mut self, quoted: &str, passage: &Range<usize>) {
        let [before, after] = quotation::reworded(self.context, quoted, passage);
        let mut push = |told: Told, sign, indent, target| {
            let Told { text, emphasis } = told;
            self.entries.push(Entry { sign, indent, emphasis, target, ..Entry::new(text, Role::Text) });
        };
        push(before, Some(signs::BROKEN), 0, None);
        push(after, None, SET_IN, Some(Target::Located(passage.clone())));
    }

    /// A passage in quotation marks, with some of what stands around it, and the way there.
    pub(super) fn words(&mut self, sign: Sign, passage: &Range<usize>, around: usize) {
        let Quotation { text, emphasis } = quotation::passage(self.context, passage, around);
        let target = Some(Target::Words(passage.clone()));
        let emphasis = emphasis.map(|set_off| (set_off, Role::LitWords)).into_iter().collect();
        self.entries.push(Entry { sign: Some(sign), emphasis, target, ..Entry::new(text, Role::Text) });
    }
}
