//! The claims at a glance: how each is assessed, in the article's order; how many there are of each assessment; and how many
//! sources they rest on that can have said it on their own.

use foldhash::{HashMap, HashMapExt as _};

use crate::dossier::{Assessment, Claim, Dossier, Kind, Ref, Source, in_article_order};
use crate::facts::SourceTree;
use crate::facts::place::{BlockLabel, Blocks};

/// All claims and gaps at a glance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Score {
    /// A tile for each claim, in the order of their numbers.
    pub tiles: Vec<Tile>,
    /// How many claims there are of each assessment.
    pub totals: Totals,
    /// How many gaps there are, those without a tile too.
    pub gaps: usize,
    /// How many independent sources the claims have.
    pub support: Support,
    /// The origins that claims rest on, those of most claims first, then those that more rest on alone, then in the author's
    /// order.
    pub origins: Vec<OriginShare>,
}

/// A claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tile {
    /// Which.
    pub claim: Ref,
    /// Where in the article it stands.
    pub place: BlockLabel,
    /// How it is assessed; none where its evidence is broken.
    pub assessment: Option<Assessment>,
    /// What the article leaves out at its words, or after them and before the next; at the first claim also what it leaves
    /// out before that.
    pub gaps: Vec<Ref>,
    /// How many sources it has.
    pub sources: usize,
    /// How many of them were not read.
    pub unread: usize,
    /// How many can have said it on their own, as far as their origins are known. More than one is an upper bound.
    pub origins: usize,
    /// Whether the origin of a source is not known, or not of all that it repeats: there may be one beside these.
    pub has_unknown_origin: bool,
}

/// How many claims there are of each assessment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Totals {
    /// Borne out.
    pub borne_out: usize,
    /// Borne out in part.
    pub qualified: usize,
    /// Not decided.
    pub open: usize,
    /// Contradicted.
    pub contradicted: usize,
    /// On broken evidence nothing is judged.
    pub broken: usize,
}

impl Totals {
    /// The assessments in the order in which they are shown.
    pub const ORDER: [Assessment; 4] =
        [Assessment::BorneOut, Assessment::Qualified, Assessment::Open, Assessment::Contradicted];

    /// The claims of a dossier, counted.
    pub fn of(dossier: &Dossier) -> Self {
        let mut totals = Self::default();
        for claim in &dossier.claims {
            totals.add(claim.assessment);
        }
        totals
    }

    /// The claims of some tiles, counted.
    pub fn of_tiles<'t>(tiles: impl IntoIterator<Item = &'t Tile>) -> Self {
        let mut totals = Self::default();
        for tile in tiles {
            totals.add(tile.assessment);
        }
        totals
    }

    fn add(&mut self, assessment: Option<Assessment>) {
        let count = match assessment {
            Some(Assessment::BorneOut) => &mut self.borne_out,
            Some(Assessment::Qualified) => &mut self.qualified,
            Some(Assessment::Open) => &mut self.open,
            Some(Assessment::Contradicted) => &mut self.contradicted,
            None => &mut self.broken,
        };
        *count += 1;
    }

    /// How many there are of one.
    pub fn get(&self, assessment: Option<Assessment>) -> usize {
        match assessment {
            Some(Assessment::BorneOut) => self.borne_out,
            Some(Assessment::Qualified) => self.qualified,
            Some(Assessment::Open) => self.open,
            Some(Assessment::Contradicted) => self.contradicted,
            None => self.broken,
        }
    }

    /// The rows to show: each assessment, zero or not, and claims on broken evidence if there are any.
    pub fn rows(&self) -> impl Iterator<Item = (Option<Assessment>, usize)> {
        let broken = (self.broken > 0).then_some((None, self.broken));
        let this = *self;
        Self::ORDER.into_iter().map(move |of| (Some(of), this.get(Some(of)))).chain(broken)
    }
}

/// How many claims have how many independent sources.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Support {
    /// Claims without a source.
    pub none: usize,
    /// Claims whose sources all repeat something that cannot be read.
    pub unknown: usize,
    /// Claims that rest on one independent source.
    pub one: usize,
    /// Claims that rest on one, and on sources whose origin is not known.
    pub one_and_unknown: usize,
    /// Claims that may rest on several.
    pub several: usize,
    /// The most that one of these may rest on.
    pub most: usize,
}

/// An origin and the claims that rest on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OriginShare {
    /// Its place among the sources.
    pub source: usize,
    /// How many claims rest on it.
    pub claims: usize,
    /// How many of them rest on it alone, and on no source whose origin is not known.
    pub alone: usize,
    /// Whether we read it.
    pub is_read: bool,
}

/// An origin with those that repeat it, and how many claims rest on it; none where only gaps do.
pub type Root<'a> = (Option<OriginShare>, SourceTree<'a>);

impl Score {
    /// The claims and gaps of a dossier.
    pub fn of(dossier: &Dossier) -> Self {
        let mut score = Self {
            tiles: Vec::with_capacity(dossier.claims.len()),
            totals: Totals::of(dossier),
            gaps: dossier.gaps.len(),
            support: Support::default(),
            origins: Vec::new(),
        };
        let blocks = Blocks::of(&dossier.article);
        let mut shares: HashMap<usize, OriginShare> = HashMap::new();
        let items = in_article_order(dossier);
        for claim in items.iter().filter_map(|item| claim_of(dossier, item)) {
            let origins = dossier.origin_places(&claim.evidence.sources);
            let tile = tile(dossier, claim, &blocks, origins.len());
            for source in &origins {
                let is_read = dossier.sources[*source].accessed.is_some();
                let none = OriginShare { source: *source, claims: 0, alone: 0, is_read };
                let share = shares.entry(*source).or_insert(none);
                share.claims += 1;
                share.alone += usize::from(tile.rests_on_one());
            }
            score.support.add(&tile);
            score.tiles.push(tile);
        }
        score.origins = shares.into_values().collect();
        score.origins.sort_by_key(|share| {
            (std::cmp::Reverse(share.claims), std::cmp::Reverse(share.alone), share.source)
        });
        score.place_gaps(dossier);
        score
    }

    /// Puts each gap at the first claim whose words overlap its own, else at the last claim before it, or at the first of
    /// all.
    fn place_gaps(&mut self, dossier: &Dossier) {
        if self.tiles.is_empty() {
            return;
        }
        let mut passages: Vec<(usize, usize, usize)> = Vec::new();
        let mut begins: Vec<usize> = Vec::new();
        for (number, tile) in self.tiles.iter().enumerate() {
            let words = dossier.passages(&tile.claim);
            begins.push(words.first().map_or(usize::MAX, |first| first.range.start));
            passages.extend(words.iter().map(|words| (words.range.start, words.range.end, number)));
        }
        passages.sort_unstable();
        // The furthest end of all passages up to each: what ends before a place is then passed over at once.
        let mut furthest = 0;
        let reach: Vec<usize> = passages
            .iter()
            .map(|(_, end, _)| {
                furthest = furthest.max(*end);
                furthest
            })
            .collect();
        for item in in_article_order(dossier) {
            let near = dossier.gap(&item.id).filter(|_| item.kind == Kind::Gap);
            let Some(near) = near.and_then(|gap| gap.near.as_ref()?.passage()) else { continue };
            let first = reach.partition_point(|end| *end <= near.start);
            let overlapping = passages[first..].iter().take_while(|(start, _, _)| *start < near.end);
            let overlapping = overlapping.filter(|(_, end, _)| *end > near.start);
            let tile = match overlapping.map(|(_, _, tile)| *tile).min() {
                Some(tile) => tile,
                None => begins.partition_point(|begin| *begin <= near.start).saturating_sub(1),
            };
            self.tiles[tile].gaps.push(item);
        }
    }

    /// The tiles of each block together, in order.
    pub fn groups(&self) -> impl Iterator<Item = &[Tile]> {
        self.tiles.chunk_by(|one, next| one.place == next.place)
    }

    /// The origins that claims rest on alone, those of most such claims first.
    pub fn sole_origins(&self) -> Vec<OriginShare> {
        let mut sole: Vec<OriginShare> =
            self.origins.iter().copied().filter(|share| share.alone > 0).collect();
        sole.sort_by_key(|share| (std::cmp::Reverse(share.alone), share.source));
        sole
    }

    /// Whether no claim has been tested: all are open, and nobody has read a source of them.
    pub fn is_untested(&self) -> bool {
        let untested = |tile: &Tile| tile.assessment == Some(Assessment::Open) && tile.unread == tile.sources;
        !self.tiles.is_empty() && self.tiles.iter().all(untested)
    }

    /// The origins to be listed: those that others repeat, and those that claims rest on alone, in the order of [`Self::tree`];
    /// and how many others there are. Nothing where no source repeats another.
    pub fn listed_roots<'a>(&self, dossier: &'a Dossier) -> (Vec<Root<'a>>, usize) {
        let mut roots = self.tree(dossier);
        if !roots.iter().any(|(_, tree)| tree.has_repeats()) {
            return (Vec::new(), 0);
        }
        let all = roots.len();
        roots.retain(|(share, tree)| tree.has_repeats() || share.is_some_and(|share| share.alone > 0));
        let others = all - roots.len();
        (roots, others)
    }

    /// The origin that most sources go back to, and how many do; the first of several. None where no source repeats another.
    pub fn most_repeated<'a>(&self, dossier: &'a Dossier) -> Option<(&'a Source, usize)> {
        let trees = self.tree(dossier).into_iter().rev();
        let (_, tree) = trees.max_by_key(|(_, tree)| tree.branches.len())?;
        let repeats = tree.branches.len() - 1;
        tree.branches.first().filter(|_| repeats > 0).map(|root| (root.source, repeats))
    }

    /// Who repeats whom among the sources of all claims and gaps, each origin with how many claims rest on it; those of
    /// most claims first.
    pub fn tree<'a>(&self, dossier: &'a Dossier) -> Vec<Root<'a>> {
        let claims = dossier.claims.iter().flat_map(|claim| &claim.evidence.sources);
        let used = claims.chain(dossier.gaps.iter().flat_map(|gap| &gap.evidence.sources));
        let tree = SourceTree::of(dossier, used);
        let shares: HashMap<&str, (usize, OriginShare)> = self
            .origins
            .iter()
            .enumerate()
            .map(|(place, share)| (dossier.sources[share.source].id.as_str(), (place, *share)))
            .collect();
        let mut roots: Vec<(usize, Option<OriginShare>, SourceTree)> = tree
            .by_root()
            .map(|branches| {
                let share = branches.first().and_then(|root| shares.get(root.source.id.as_str())).copied();
                let (place, share) = share.map_or((usize::MAX, None), |(place, share)| (place, Some(share)));
                (place, share, SourceTree { branches: branches.to_vec() })
            })
            .collect();
        roots.sort_by_key(|(place, _, _)| *place);
        roots.into_iter().map(|(_, share, tree)| (share, tree)).collect()
    }
}

impl Support {
    fn add(&mut self, tile: &Tile) {
        let count = match tile.origins {
            0 if tile.sources == 0 => &mut self.none,
            0 => &mut self.unknown,
            1 if tile.has_unknown_origin => &mut self.one_and_unknown,
            1 => &mut self.one,
            origins => {
                self.most = self.most.max(origins);
                &mut self.several
            }
        };
        *count += 1;
    }
}

fn claim_of<'a>(dossier: &'a Dossier, item: &Ref) -> Option<&'a Claim> {
    dossier.claim(&item.id).filter(|_| item.kind == Kind::Claim)
}

fn tile(dossier: &Dossier, claim: &Claim, blocks: &Blocks, origins: usize) -> Tile {
    let item = claim.to_ref();
    let begin = dossier.passages(&item).first().map(|words| words.range.start);
    let sources = claim.evidence.sources.iter().filter_map(|id| dossier.source(id));
    Tile {
        place: begin.map_or(BlockLabel::Nowhere, |begin| blocks.at(begin)),
        claim: item,
        assessment: claim.assessment,
        gaps: Vec::new(),
        sources: sources.clone().count(),
        unread: sources.filter(|source| source.accessed.is_none()).count(),
        origins,
        has_unknown_origin: dossier.has_unknown_origin(&claim.evidence.sources),
    }
}

impl Tile {
    /// Whether one source alone can have said it on its own.
    fn rests_on_one(&self) -> bool {
        self.origins == 1 && !self.has_unknown_origin
    }
}

/// The first sources of a claim or gap, as a line of it ends: the first, and how many more there are.
pub fn first_source<'a>(dossier: &'a Dossier, item: &Ref) -> Option<(&'a str, usize)> {
    let sources = match item.kind {
        Kind::Claim => &claim_of(dossier, item)?.evidence.sources,
        Kind::Gap => &dossier.gap(&item.id)?.evidence.sources,
        _ => return None,
    };
    let mut sources = sources.iter().filter_map(|id| dossier.source(id));
    let first = sources.next()?;
    Some((&first.outlet, sources.count()))
}
