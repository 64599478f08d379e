//! Which part of a dossier a document has.

use crate::dossier::{Assessment, Kind, Ref};

/// Which part.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choice {
    /// Things of these kinds; of all that have an entry where there is none.
    pub kinds: Vec<Kind>,
    /// Of the claims only those that are assessed like this; all where there is none.
    pub assessments: Vec<Assessment>,
    /// Only what is linked to this, and it itself.
    pub about: Option<Ref>,
}

impl Choice {
    /// The kinds of things that have entries, in the order of a document.
    pub const KINDS: [Kind; 7] =
        [Kind::Claim, Kind::Gap, Kind::Actor, Kind::Relation, Kind::Event, Kind::Series, Kind::Source];

    /// Whether a document has things of this kind.
    pub(super) fn has(&self, kind: Kind) -> bool {
        Self::KINDS.contains(&kind) && (self.kinds.is_empty() || self.kinds.contains(&kind))
    }

    /// Whether it has all things of its kinds.
    pub(super) fn is_unfiltered(&self) -> bool {
        self.assessments.is_empty() && self.about.is_none()
    }
}
