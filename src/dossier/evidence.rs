//! What statements rest on: words of the article and publications.

use std::ops::Range;

use super::Id;

/// A quotation that finds a passage: W3C Web Annotation's `TextQuoteSelector`.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Quote {
    /// The words themselves.
    pub exact: Box<str>,
    /// The words right before them, or nothing. If given, they must match too.
    pub prefix: Box<str>,
    /// The words right after them, or nothing. If given, they must match too.
    pub suffix: Box<str>,
}

/// Where a quotation is found in the article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AnchorState {
    /// It occurs once, with its context, in this passage (bytes of [`super::Article::text`]).
    Exact(Range<usize>),
    /// It does not occur in the article, but something similar does here, in the same context: located, not proven,
    /// and so no evidence.
    Reworded(Range<usize>),
    /// It occurs more than once; the passages, in order.
    Ambiguous(Vec<Range<usize>>),
    /// It does not occur in the article.
    Lost,
}

/// A quotation and where it is found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Anchor {
    /// The quotation as the author wrote it.
    pub quote: Quote,
    /// It takes interpretation, such as who "Beide" are. Still evidence, but shown with `∴`.
    pub inferred: bool,
    /// Where it is found.
    pub state: AnchorState,
}

impl Anchor {
    /// The passage, if it is exact: the only state that counts as evidence.
    pub fn passage(&self) -> Option<Range<usize>> {
        match &self.state {
            AnchorState::Exact(passage) => Some(passage.clone()),
            AnchorState::Reworded(_) | AnchorState::Ambiguous(_) | AnchorState::Lost => None,
        }
    }

    /// Where similar words are now: to look at, never to rely on.
    pub fn located(&self) -> Option<Range<usize>> {
        match &self.state {
            AnchorState::Reworded(passage) => Some(passage.clone()),
            AnchorState::Exact(_) | AnchorState::Ambiguous(_) | AnchorState::Lost => None,
        }
    }
}

/// What a statement rests on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Evidence {
    /// Words of the article.
    pub anchors: Vec<Anchor>,
    /// Publications.
    pub sources: Vec<Id>,
    /// Whether something is wrong with it: a quotation is not exact or cannot be read, an assessment has no source, what
    /// limits the statement is lost.
    pub is_broken: bool,
}
