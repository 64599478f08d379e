//! Where a thing comes from: the article's words, or only our sources. Never confused, so it is decided in one place.

use foldhash::{HashMap, HashMapExt as _};

use super::{AnchorState, Dossier, Evidence, Kind, Observation, Parts, Ref};

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

/// What the figures of a series, or of a place, have of the article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct FiguresInArticle {
    /// It gives every one that has a value.
    has_all: bool,
    /// Sources give some of them, too.
    has_sources: bool,
    /// It gives at least one.
    has_any: bool,
}

impl FiguresInArticle {
    /// The series and places that have quotations for some of their figures.
    pub(super) fn of(parts: &Parts) -> HashMap<Ref, Self> {
        let mut found: HashMap<Ref, Self> = HashMap::new();
        let owners = |figure: &Observation| {
            let place = figure.place.as_ref().map(|place| Ref::new(Kind::Place, place));
            std::iter::once(Ref::new(Kind::Series, &figure.series)).chain(place)
        };
        for figure in parts.observations.iter().filter(|figure| figure.anchor().is_some()) {
            for owner in owners(figure) {
                found.entry(owner).or_insert(Self { has_all: true, has_sources: false, has_any: false });
            }
        }
        if found.is_empty() {
            return found;
        }
        for figure in parts.observations.iter().filter(|figure| figure.value.is_some()) {
            let standing = figure.evidence.standing();
            let is_in_article = matches!(standing, Standing::Article | Standing::Both);
            for owner in owners(figure) {
                if let Some(known) = found.get_mut(&owner) {
                    known.has_all &= is_in_article;
                    known.has_any |= is_in_article;
                    known.has_sources |= figure.source().is_some();
                }
            }
        }
        found
    }
}

impl Dossier {
    fn figures_in_article(&self, item: &Ref) -> Option<FiguresInArticle> {
        self.figures_in_article.get_or_init(|| FiguresInArticle::of(&self.parts)).get(item).copied()
    }

    /// The figures of a series or a place, if the article is quoted for some of them; else none.
    pub(super) fn quoted_figures<'a>(&'a self, item: &'a Ref) -> impl Iterator<Item = &'a Observation> {
        let is_quoted = self.figures_in_article(item).is_some();
        let figures = self.linked_of(item, Kind::Observation).filter(move |_| is_quoted);
        figures.filter_map(|figure| self.observation(&figure.id))
    }

    /// Where the figures of these series, or places, come from, taken together.
    pub fn standing_of_figures<'i>(&self, items: impl IntoIterator<Item = &'i Ref>) -> Standing {
        let (mut has_all, mut has_any, mut has_sources) = (true, false, false);
        let mut items = items.into_iter().peekable();
        if items.peek().is_none() {
            return Standing::Background;
        }
        for item in items {
            let known = self.figures_in_article(item);
            has_all &= known.is_some_and(|known| known.has_all);
            has_any |= known.is_some_and(|known| known.has_any);
            has_sources |= known.is_none_or(|known| known.has_sources);
        }
        match (has_any, has_sources) {
            (false, true) => Standing::Background,
            (false, false) => Standing::Broken,
            (true, false) if has_all => Standing::Article,
            (true, _) => Standing::Both,
        }
    }

    /// Whether the statement rests on sources alone and the article does not say it.
    pub fn is_not_in_article(&self, item: &Ref) -> bool {
        let evidence = self.evidence(item);
        evidence.is_some_and(|evidence| evidence.standing() == Standing::Background)
            && self.passages(item).is_empty()
    }

    /// Where the thing comes from. An actor stands in the article iff the article names it; so do its
    /// links; series and places do if it gives all of their figures; sources are background.
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
            Kind::Series | Kind::Place => match self.figures_in_article(item) {
                Some(FiguresInArticle { has_all: true, has_any: true, has_sources: false }) => {
                    Standing::Article
                }
                Some(FiguresInArticle { has_all: true, has_any: true, has_sources: true }) => Standing::Both,
                Some(FiguresInArticle { has_any: false, has_sources: false, .. }) => Standing::Broken,
                _ => Standing::Background,
            },
            _ => self.evidence(item).map_or(Standing::Background, Evidence::standing),
        }
    }
}
