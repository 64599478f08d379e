//! Where a thing comes from: the article's words, or only our sources. Never confused, so it is decided in one place.

use super::{AnchorState, Dossier, Evidence, Kind, Ref};

/// What bears a thing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Standing {
    /// An exact anchor bears it, and no source.
    Article,
    /// Only sources do.
    Background,
    /// Both do.
    Both,
    /// It is in the article only by a reading of ours: an actor whose every mention is inferred.
    Inferred,
    /// Its evidence is at fault, so that it cannot be said where it comes from.
    Broken,
}

impl Evidence {
    /// What this evidence amounts to. Only exact anchors count. Of broken evidence nothing else is said: the article may
    /// well say what a quotation that cannot be read was to support.
    pub fn standing(&self) -> Standing {
        let anchored = self.anchors.iter().any(|anchor| anchor.passage().is_some());
        match (anchored, !self.sources.is_empty()) {
            _ if self.is_broken => Standing::Broken,
            (true, true) => Standing::Both,
            (true, false) => Standing::Article,
            (false, true) => Standing::Background,
            (false, false) => Standing::Broken,
        }
    }

    /// Whether all that bears it from the article takes a reading; shown with `?`.
    pub fn is_inferred(&self) -> bool {
        let mut exact = self.anchors.iter().filter(|anchor| matches!(anchor.state, AnchorState::Exact(_)));
        exact.next().is_some_and(|first| first.inferred) && exact.all(|anchor| anchor.inferred)
    }
}

impl Dossier {
    /// What a statement rests on; none for a thing that states nothing (a place, a series, a source).
    pub fn evidence(&self, name: &Ref) -> Option<&Evidence> {
        match name.kind {
            Kind::Actor => self.actor(&name.id)?.role.as_ref().map(|role| &role.evidence),
            Kind::Relation => self.relation(&name.id).map(|relation| &relation.evidence),
            Kind::Claim => self.claim(&name.id).map(|claim| &claim.evidence),
            Kind::Gap => self.gap(&name.id).map(|gap| &gap.evidence),
            Kind::Event => self.event(&name.id).map(|event| &event.evidence),
            Kind::Series | Kind::Observation | Kind::Place | Kind::Source | Kind::Link => None,
        }
    }

    /// Whether the statement rests on sources alone, and the article can be said not to have it.
    pub fn is_not_in_article(&self, name: &Ref) -> bool {
        let evidence = self.evidence(name);
        evidence.is_some_and(|evidence| evidence.standing() == Standing::Background)
            && self.passages(name).is_empty()
    }

    /// Where the thing comes from. An actor stands in the article iff the article names it; so do its
    /// links; figures, places and sources are background.
    pub fn standing(&self, name: &Ref) -> Standing {
        match name.kind {
            Kind::Actor => {
                let mut mentions = self.mentions_of(&name.id).peekable();
                match (mentions.peek().is_some(), mentions.any(|mention| !mention.inferred)) {
                    (true, true) => Standing::Article,
                    (true, false) => Standing::Inferred,
                    (false, _) => Standing::Background,
                }
            }
            Kind::Link => Standing::Article,
            _ => self.evidence(name).map_or(Standing::Background, Evidence::standing),
        }
    }
}
