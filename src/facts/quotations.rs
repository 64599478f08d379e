//! Quotations of the article, and what each is worth.

use std::ops::Range;

use super::{Attribution, Builder, Label, Mark, Value};
use crate::dossier::{Anchor, AnchorState, Dossier, Evidence, Ref};

/// What a quotation is worth.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum State {
    /// The article's words.
    Exact,
    /// The article's words, which support it only by a reading of ours.
    Inferred,
    /// The article's words, which perhaps mean it: no evidence.
    Candidate,
    /// Other words stand in its place: no evidence.
    Reworded,
    /// It stands in the article more than once: no evidence.
    Ambiguous,
    /// It does not stand in the article: no evidence.
    Lost,
    /// A hedge that does not stand with the claim's words: no evidence.
    UnconfirmedHedge,
    /// Words for whom the article has a claim from that do not stand with the claim's words: no evidence.
    UnconfirmedAttribution,
}

impl State {
    /// Whether the words stand beside a claim's and do not quote it.
    pub fn is_beside(self) -> bool {
        matches!(self, State::UnconfirmedHedge | State::UnconfirmedAttribution)
    }
}

/// A quotation of the article.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Quotation<'a> {
    /// What it is worth.
    pub state: State,
    /// The words: the article's where they stand in it, else as they were quoted.
    pub words: &'a str,
    /// Where the words stand, or what stands in their place (bytes of the article's text).
    pub passage: Option<Range<usize>>,
    /// Whether the words may stand elsewhere too, so that those around them are needed to find them.
    pub may_repeat: bool,
}

impl<'a> Quotation<'a> {
    fn of(dossier: &'a Dossier, anchor: &'a Anchor) -> Self {
        let quoted = &*anchor.quote.exact;
        let (state, words, passage) = match &anchor.state {
            AnchorState::Exact(passage) => {
                let state = if anchor.inferred { State::Inferred } else { State::Exact };
                (state, &dossier.article.text[passage.clone()], Some(passage.clone()))
            }
            AnchorState::Reworded(passage) => (State::Reworded, quoted, Some(passage.clone())),
            AnchorState::Ambiguous(_) => (State::Ambiguous, quoted, None),
            AnchorState::Lost => (State::Lost, quoted, None),
        };
        let may_repeat = !anchor.quote.prefix.is_empty() || !anchor.quote.suffix.is_empty();
        Self { state, words, passage, may_repeat }
    }

    /// Where the words themselves stand; none of what does not stand in the article.
    pub fn exact(&self) -> Option<&Range<usize>> {
        self.passage.as_ref().filter(|_| !self.is_broken())
    }

    /// Whether the words do not stand where they were quoted from.
    pub fn is_broken(&self) -> bool {
        !matches!(self.state, State::Exact | State::Inferred | State::Candidate)
    }

    /// What its words are marked as.
    pub fn mark(&self) -> Mark {
        match self.state {
            State::Exact => Mark::Article,
            State::Inferred => Mark::Inferred,
            State::Candidate => Mark::Perhaps,
            State::Reworded
            | State::Ambiguous
            | State::Lost
            | State::UnconfirmedHedge
            | State::UnconfirmedAttribution => Mark::Broken,
        }
    }

    /// Whether it takes a reading of ours.
    pub fn is_inferred(&self) -> bool {
        matches!(self.state, State::Inferred | State::Candidate)
    }
}

/// Quotations for one statement.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Quotations<'a> {
    /// In the author's order.
    pub quotations: Vec<Quotation<'a>>,
    /// The words by which the article keeps its distance.
    pub hedge: Option<&'a str>,
    /// The actors it attributes it to.
    pub attributed_to: Vec<Ref>,
    /// To whom it attributes it where that is no actor, in its words.
    pub attribution: Option<&'a str>,
}

impl<'a> Builder<'a, '_> {
    /// The article's words for a statement, or that it has none.
    pub(super) fn words(&mut self, evidence: &'a Evidence) {
        if !evidence.anchors.is_empty() {
            self.quotations(Label::Words, &evidence.anchors);
        } else if self.dossier.is_not_in_article(self.item) {
            self.plain(Label::NotInArticle, Value::Notice);
        }
    }

    pub(super) fn quotations(&mut self, label: Label, anchors: &'a [Anchor]) {
        let quotations = self.quoted(anchors);
        self.quotation_list(label, Quotations { quotations, ..Quotations::default() });
    }

    pub(super) fn quotation_list(&mut self, label: Label, list: Quotations<'a>) {
        if !list.quotations.is_empty() {
            self.add(label, Attribution::Article, None, Value::Quotations(list));
        }
    }

    pub(super) fn quoted(&self, anchors: &'a [Anchor]) -> Vec<Quotation<'a>> {
        anchors.iter().map(|anchor| Quotation::of(self.dossier, anchor)).collect()
    }

    /// Where a statement comes from.
    pub(super) fn provenance(&mut self, evidence: &Evidence) {
        let value = Value::Provenance(evidence.standing(), evidence.is_inferred());
        self.add(Label::Provenance, Attribution::Nobody, Some(self.statement_mark(evidence)), value);
    }
}
