//! What is known: the article, what it says, what sources say, and how it is all linked. Pure: no files, no screen, no
//! clock. Built only by `load`, immutable afterwards.

pub(crate) mod anchor;
mod article;
mod automata;
pub(crate) mod calendar;
pub(crate) mod chart;
mod coastline;
mod content;
mod coverage;
mod evidence;
mod id;
mod kind;
mod links;
mod local_text;
pub(crate) mod map;
pub(crate) mod mentions;
mod model;
pub(crate) mod near_forms;
pub mod news;
mod order;
mod origins;
mod overlap;
pub(crate) mod projection;
mod publication;
pub(crate) mod scale;
pub(crate) mod stacks;
mod standing;
mod stop;
mod suggested;
mod texts;
mod things;
mod tour;
mod when;

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt as _};

pub use article::{
    Article, ArticleLink, Block, BlockKind, Container, ContainerKind, StyledSpan, TranslatedBlock,
    TranslatedPart, TranslatedPassage, Translation,
};
pub use coastline::{CoastLine, PER_DEGREE, coastline};
pub use coverage::{Background, Cued, Sentence, ThinlySourced, Uncovered, UncoveredCues};
pub(crate) use coverage::{covers, joined};
pub use evidence::{Anchor, AnchorState, Evidence, Quote};
pub use id::{Id, ParseRefError, Ref};
pub use kind::Kind;
pub use links::{Lit, LitPassage};
pub use local_text::{LanguageTag, LocalText, Shown};
pub use model::*;
pub(crate) use order::{in_article_order, sort_by_article};
pub(crate) use origins::MOST_NAMED;
pub use standing::Standing;
pub use stop::{Picture, Stop, StopPanel};
pub use suggested::{Decision, KnownActor, Suggested, SuggestionKind};
pub use when::{DateShape, Precision, When, WhenError};

/// A dossier: assembled once, only read afterwards.
#[derive(Clone, Debug)]
pub struct Dossier {
    parts: Parts,
    index: HashMap<Ref, usize>,
    links: links::Links,
    mentions_by_actor: HashMap<Id, Vec<usize>>,
    /// The tour, if the author wrote none: made on first use.
    derived: OnceLock<Vec<Stop>>,
    /// The origins of every source, computed on first use.
    origins: OnceLock<origins::Origins>,
    /// For each source those that go back to it, computed on first use.
    going_back: OnceLock<Vec<(Vec<usize>, usize)>>,
    /// The numbers of claims and gaps, computed on first use.
    numbers: OnceLock<HashMap<Ref, usize>>,
    /// What series and places have of the article, where it is quoted for their figures; computed on first use.
    figures_in_article: OnceLock<HashMap<Ref, standing::FiguresInArticle>>,
}

impl Dossier {
    /// Builds the dossier from its parts.
    pub fn assemble(parts: Parts) -> Self {
        let mut index = HashMap::new();
        for (item, index_of_kind) in parts.indexed() {
            index.entry(item).or_insert(index_of_kind);
        }
        let mut mentions_by_actor: HashMap<Id, Vec<usize>> = HashMap::new();
        for (index, mention) in parts.mentions.iter().enumerate() {
            mentions_by_actor.entry(mention.actor.clone()).or_default().push(index);
        }
        Self {
            index,
            links: links::Links::of(&parts),
            mentions_by_actor,
            derived: OnceLock::new(),
            origins: OnceLock::new(),
            going_back: OnceLock::new(),
            numbers: OnceLock::new(),
            figures_in_article: OnceLock::new(),
            parts,
        }
    }

    /// Whether there is an article and nothing else.
    pub fn is_article_alone(&self) -> bool {
        self.actors.is_empty() && self.events.is_empty() && self.series.is_empty() && !self.has_claims()
    }

    /// What to show and say, in order: the author's stops, else some made of what the dossier holds.
    pub fn tour(&self) -> &[Stop] {
        if self.stops.is_empty() {
            self.derived.get_or_init(|| tour::derived(&self.parts))
        } else {
            &self.stops
        }
    }

    /// The lane of an event; none of one that is in none.
    pub fn lane_of(&self, event: &Event) -> Option<&Lane> {
        let own = event.lane.as_ref()?;
        self.lanes.iter().find(|lane| lane.id == *own)
    }

    /// Puts these in the place of the author's stops: what nothing supports is left out of them when all else is known.
    pub(crate) fn set_stops(&mut self, stops: Vec<Stop>) {
        self.parts.stops = stops;
    }

    /// Whether there are claims or gaps.
    pub fn has_claims(&self) -> bool {
        !self.claims.is_empty() || !self.gaps.is_empty()
    }
}

impl Dossier {
    /// Whether there is such a thing.
    pub fn contains(&self, item: &Ref) -> bool {
        item.kind == Kind::Link && self.article.link(&item.id).is_some() || self.index.contains_key(item)
    }

    /// The position of a thing among those of its kind, from 0, in the author's order: a number to show, and to find
    /// neighbours by; never an identity.
    pub fn index_of(&self, item: &Ref) -> Option<usize> {
        self.index.get(item).copied()
    }

    /// The number of a claim among the claims, or of a gap among the gaps, from 1, in the article's order; none of all
    /// else. Lists and documents show the same.
    pub fn number_of(&self, item: &Ref) -> Option<usize> {
        self.numbers.get_or_init(|| order::numbers(self)).get(item).copied()
    }
}

impl std::ops::Deref for Dossier {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}
