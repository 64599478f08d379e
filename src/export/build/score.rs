//! The claims at a glance.

use super::Builder;
use crate::dossier::{Assessment, MOST_NAMED};
use crate::export::document::{Inline, Row, Score, ScoreTile, Table, TreeItem};
use crate::export::ids;
use crate::facts::{self, Branch, OriginShare};
use crate::look::glyphs::Glyphs;
use crate::look::signs;
use crate::protocol::{names, score};

impl Builder<'_> {
    /// The score of the claims; none without a claim.
    pub(super) fn score(&self) -> Option<Score> {
        let (own, strings) = (self.own(), self.strings());
        let facts = facts::Score::of(self.dossier);
        if facts.tiles.is_empty() {
            return None;
        }
        let blocks = facts.groups().map(|tiles| {
            let block = tiles.first().map(|tile| score::block(&self.context, tile.place));
            (block.unwrap_or_default(), tiles.iter().map(|tile| self.tile(tile)).collect())
        });
        let support = score::support(&self.context, &facts.support).into_iter().next();
        let untested = score::untested(&self.context, &facts).map(str::to_owned);
        let carried = score::carried(&self.context, &facts).into_iter().next();
        let mut legend = score::legend(&self.context, &facts);
        let left_out = format!("{} {}", signs::GAP.glyph.get(Glyphs::Unicode), strings.left_out_tile);
        legend.extend((facts.gaps > 0).then_some(left_out));
        let (roots, others) = facts.listed_roots(self.dossier);
        let named = roots.iter().take(MOST_NAMED);
        let tree: Vec<TreeItem> = named.map(|(share, tree)| self.tree(*share, &tree.branches)).collect();
        let others = others + roots.len() - tree.len();
        let others = (others > 0)
            .then(|| format!("+ {}", names::counted(self.language(), others, &strings.other_origins)));
        Some(Score {
            name: own.tiles,
            legend: legend.join("  "),
            blocks: blocks.collect(),
            totals: self.totals(&facts.totals),
            counts: facts.totals.rows().map(|(_, count)| count).collect(),
            sentences: support.into_iter().chain(untested).chain(carried).collect(),
            repeats: strings.who_repeats_whom.to_owned(),
            tree,
            others,
        })
    }

    pub(super) fn tile(&self, tile: &facts::Tile) -> ScoreTile {
        let number = self.dossier.number_of(&tile.claim).unwrap_or_default();
        let glyph = signs::GAP.glyph.get(Glyphs::Unicode);
        let gaps = match tile.gaps.len() {
            0 => None,
            1 => Some(glyph.to_owned()),
            // As above the tiles of the panel: how many.
            many => Some(self.language().count(many)),
        };
        let gaps =
            gaps.map(|sign| (sign, names::counted(self.language(), tile.gaps.len(), &self.own().gaps_here)));
        ScoreTile {
            mark: self.mark_of(&tile.claim),
            number: self.language().count(number),
            anchor: ids::of(self.dossier, &tile.claim),
            name: self.name(&tile.claim),
            gaps,
        }
    }

    /// A row for each assessment, zero or not.
    fn totals(&self, totals: &facts::Totals) -> Table {
        let (own, language) = (self.own(), self.language());
        let row = |(assessment, count): (Option<Assessment>, usize)| {
            let kind = assessment.map_or(facts::Mark::Broken, facts::Mark::Assessed);
            let word = format!("{} {}", self.mark(kind).glyph(), names::judgement(language, assessment));
            let cells = vec![vec![Inline::ours(word)], vec![Inline::ours(language.count(count))]];
            Row { anchor: None, is_heading: false, cells }
        };
        let columns = [self.strings().by_assessment, self.strings().claim.many];
        Table {
            caption: own.totals.to_owned(),
            columns: columns.map(names::capitalized).into(),
            values: vec![1],
            rows: totals.rows().map(row).collect(),
        }
    }

    /// An origin and all that go back to it.
    fn tree(&self, share: Option<OriginShare>, branches: &[Branch]) -> TreeItem {
        // Each step on the way down, the last with what was said last.
        let mut open: Vec<TreeItem> = Vec::new();
        for branch in branches {
            while open.len() > branch.goes_on.len() {
                close(&mut open);
            }
            let share = share.filter(|_| branch.is_root());
            open.push(TreeItem { pieces: self.branch(branch, share, branches.len() > 1), below: Vec::new() });
        }
        while open.len() > 1 {
            close(&mut open);
        }
        open.pop().unwrap_or(TreeItem { pieces: Vec::new(), below: Vec::new() })
    }

    fn branch(&self, branch: &Branch, share: Option<OriginShare>, is_repeated: bool) -> Vec<Inline> {
        let mut remarks: Vec<String> =
            share.iter().map(|share| score::share(&self.context, share, is_repeated)).collect();
        remarks.extend(score::remarks(&self.context, branch));
        let remarks = remarks.iter().map(|remark| format!(" · {remark}"));
        vec![self.thing(&branch.source.to_ref()), Inline::ours(remarks.collect::<String>())]
    }
}

/// Puts the last of these below the one before it.
fn close(open: &mut Vec<TreeItem>) {
    if let Some(last) = open.pop()
        && let Some(above) = open.last_mut()
    {
        above.below.push(last);
    }
}
