//! What an author might still do: sentences without annotations, and background that rests on too little.

use std::ops::Range;

use super::{Anchor, BlockKind, Dossier, Evidence, Id, Kind, Ref};
use crate::text::cues::{Cue, CueKind, CueLanguage, cues};
use crate::text::sentences::sentences;

/// A sentence of the article, by where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Its bytes of [`super::Article::text`].
    pub range: Range<usize>,
}

/// Sentences that have a cue for something, and nothing of the dossier that could be it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UncoveredCues {
    /// What the cues are for.
    pub of: Cued,
    /// The sentences, in the article's order, each with its first cue.
    pub sentences: Vec<(Sentence, Cue)>,
    /// How many sentences have such a cue.
    pub total: usize,
}

/// What a sentence may have a cue for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cued {
    /// A hedge or an attribution: a claim covers it.
    Said,
    /// A date: an event or a claim does.
    Dated,
    /// A figure: a claim, an event or a figure of a series does.
    Counted,
}

impl Cued {
    /// What the cues of this kind are for.
    fn of(kind: CueKind) -> Self {
        match kind {
            CueKind::Hedge | CueKind::Attribution => Self::Said,
            CueKind::Date => Self::Dated,
            CueKind::Figure => Self::Counted,
        }
    }
}

/// The article's sentences that have neither a claim nor a mention, and how many sentences there are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Uncovered {
    /// In the article's order.
    pub sentences: Vec<Sentence>,
    /// How many sentences there are, titles and headings not counted.
    pub of: usize,
}

/// Background of one kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Background {
    /// What kind: events, gaps, claims for their assessments, series for their figures.
    pub kind: Kind,
    /// What rests on fewer than two independent origins.
    pub thin: Vec<ThinlySourced>,
    /// How many there are, figures counted one by one.
    pub of: usize,
}

/// Something that rests on fewer than two independent origins.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ThinlySourced {
    /// What.
    pub item: Ref,
    /// How many such figures, if it is a series; otherwise one.
    pub count: usize,
    /// The origins there are.
    pub origins: Vec<Id>,
}

/// This many independent origins are enough.
const ENOUGH: usize = 2;

impl Dossier {
    /// The article's sentences without a claim or a mention.
    pub fn uncovered(&self) -> Uncovered {
        let mentions = self.mentions.iter().map(|mention| mention.passage.clone());
        let covered = joined(self.claimed().chain(mentions).collect());
        let mut uncovered = Uncovered::default();
        for range in self.sentences() {
            uncovered.of += 1;
            if !covers(&covered, &range) {
                uncovered.sentences.push(Sentence { range });
            }
        }
        uncovered
    }

    /// The article's sentences with words that ask for a claim, an event or a figure, and have none. What the cues are is
    /// known of German and English.
    pub fn uncovered_cues(&self) -> [UncoveredCues; 3] {
        let languages = CueLanguage::of_tag(self.article.language.primary());
        let claimed = joined(self.claimed().collect());
        let dated = joined(self.claimed().chain(self.dated()).collect());
        let counted = joined(dated.iter().cloned().chain(self.counted()).collect());
        let mut found = [Cued::Said, Cued::Dated, Cued::Counted].map(|of| UncoveredCues {
            of,
            sentences: Vec::new(),
            total: 0,
        });
        for range in self.sentences() {
            let cues = cues(&self.article.text[range.clone()], languages);
            for UncoveredCues { of, sentences, total } in &mut found {
                let Some(cue) = cues.iter().find(|cue| Cued::of(cue.kind) == *of) else { continue };
                *total += 1;
                let covered = match of {
                    Cued::Said => &claimed,
                    Cued::Dated => &dated,
                    Cued::Counted => &counted,
                };
                if !covers(covered, &range) {
                    sentences.push((Sentence { range: range.clone() }, cue.clone()));
                }
            }
        }
        found
    }

    /// The passages that claims quote.
    pub(crate) fn claimed(&self) -> impl Iterator<Item = Range<usize>> {
        self.claims.iter().flat_map(|claim| &claim.evidence.anchors).filter_map(Anchor::passage)
    }

    /// The passages that events rest on, or that may mean one.
    pub(crate) fn dated(&self) -> impl Iterator<Item = Range<usize>> {
        let anchors =
            self.events.iter().flat_map(|event| event.evidence.anchors.iter().chain(&event.candidate_for));
        anchors.filter_map(Anchor::passage)
    }

    /// The passages that figures rest on.
    pub(crate) fn counted(&self) -> impl Iterator<Item = Range<usize>> {
        self.observations.iter().filter_map(|figure| figure.anchor()?.passage())
    }

    /// The article's sentences, titles and headings not among them, in bytes of its text.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        let paragraphs = self.article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
        paragraphs.flat_map(|block| {
            let start = block.range.start;
            let own = sentences(&self.article.text[block.range.clone()]).into_iter();
            own.map(move |sentence| start + sentence.start..start + sentence.end)
        })
    }

    /// The background that rests on fewer than two independent origins. What the article itself supports is not
    /// background.
    pub fn thinly_sourced(&self) -> [Background; 4] {
        let events = self.events.iter().map(|event| (event.to_ref(), &event.evidence));
        let gaps = self.gaps.iter().map(|gap| (gap.to_ref(), &gap.evidence));
        let assessed = self.claims.iter().filter(|claim| claim.is_assessed());
        let assessed = assessed.map(|claim| (claim.to_ref(), &claim.evidence));
        let sourced = |(_, evidence): &(Ref, &Evidence)| !evidence.sources.is_empty();
        [
            self.thin(Kind::Event, events.filter(sourced)),
            self.thin(Kind::Gap, gaps.filter(sourced)),
            self.thin(Kind::Claim, assessed.filter(sourced)),
            self.thin_figures(),
        ]
    }

    fn thin<'a>(&self, kind: Kind, things: impl Iterator<Item = (Ref, &'a Evidence)>) -> Background {
        let mut background = Background { kind, thin: Vec::new(), of: 0 };
        for (item, evidence) in things {
            background.of += 1;
            let origins = self.origins(&evidence.sources);
            if origins.len() < ENOUGH {
                background.thin.push(ThinlySourced {
                    item,
                    count: 1,
                    origins: origins.into_iter().collect(),
                });
            }
        }
        background
    }

    /// The figures, by their series. The article is no origin, and what it alone gives no background.
    fn thin_figures(&self) -> Background {
        let of = self.observations.iter().filter(|figure| figure.source().is_some()).count();
        let mut background = Background { kind: Kind::Series, thin: Vec::new(), of };
        for series in &self.series {
            let mut thin = ThinlySourced { item: series.to_ref(), count: 0, origins: Vec::new() };
            let own = self.observations.iter().filter(|figure| figure.series == series.id);
            for source in own.filter_map(|figure| figure.source()) {
                let origins = self.origins([source]);
                if origins.len() < ENOUGH {
                    thin.count += 1;
                    thin.origins.extend(origins);
                }
            }
            thin.origins.sort_unstable();
            thin.origins.dedup();
            if thin.count > 0 {
                background.thin.push(thin);
            }
        }
        background
    }
}

/// Whether one of these stretches, which are in order, shares words with a passage.
pub(crate) fn covers(stretches: &[Range<usize>], passage: &Range<usize>) -> bool {
    // The first that ends after the passage begins.
    let next = stretches.get(stretches.partition_point(|stretch| stretch.end <= passage.start));
    next.is_some_and(|stretch| stretch.start < passage.end)
}

/// The stretches in order, with adjacent ones joined.
pub(crate) fn joined(mut stretches: Vec<Range<usize>>) -> Vec<Range<usize>> {
    stretches.sort_unstable_by_key(|stretch| stretch.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for stretch in stretches {
        match joined.last_mut() {
            Some(last) if last.end >= stretch.start => last.end = last.end.max(stretch.end),
            _ => joined.push(stretch),
        }
    }
    joined
}
