//! Where a thing comes from: the article's words, or only our sources. Never confused, so it is decided in one place.

use super::{AnchorState, Dossier, Evidence, Kind, Ref};

/// What supports a thing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Standing {
    /// An exact anchor, and no source.
    Article,
    /// Only sources.
    Background,
    /// Both.
    Both,
    /// It is in the article only by our interpretation: an actor whose every mention is inferred.
    Inferred,
    /// Its evidence is faulty, so its origin is unknown.
    Broken,
}

impl Evidence {
    /// What this evidence amounts to. Only exact anchors count. Broken evidence supports nothing: the article may well
    /// say what an unreadable quotation was meant to support.
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

    /// Whether all its support from the article takes interpretation; shown with `∴`.
    pub fn is_inferred(&self) -> bool {
        let mut exact = self.anchors.iter().filter(|anchor| matches!(anchor.state, AnchorState::Exact(_)));
        exact.next().is_some_and(|first| first.inferred) && exact.all(|anchor| anchor.inferred)
    }
}

impl Dossier {
    /// Whether the statement rests on sources alone and the article does not say it.
    pub fn is_not_in_article(&self, item: &Ref) -> bool {
        let evidence = self.evidence(item);
        evidence.is_some_and(|evidence| evidence.standing() == Standing::Background)
            && self.passages(item).is_empty()
    }

    /// Where the thing comes from. An actor stands in the article iff the article names it; so do its
    /// links; figures, places and sources are background.
    pub fn standing(&self, item: &Ref) -> Standing {
        match item.kind {
            Kind::Actor => {
                let mut mentions = self.mentions_of(&item.id).peekable();
                match (mentions.peek().is_some(), mentions.any(|mention| !mention.inferred)) {
                    (true, true) => Standing::Article,
                    (true, false) => Standing::Inferred,
                    (false, _) => Standing::Background,
                }
            }
            Kind::Link => Standing::Article,
            _ => self.evidence(item).map_or(Standing::Background, Evidence::standing),
        }
    }
}
