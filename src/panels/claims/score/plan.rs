//! What of the score has room, and where: a pure function of the claims and the cells there are. What gives way first comes
//! last in [`Plan::of`]: examples, who repeats whom, of which then one row is left, the height of tiles, what letters mean.

use super::Picture;
use super::below::{self, TotalRow};
use super::pieces::Piece;
use crate::protocol::context::Context;
use crate::widgets::tile_strip::Strip;

/// From this width on, who repeats whom stands beside what claims rest on, else below.
const SIDE_BY_SIDE: u16 = 100;
/// From this height on, there are examples below the totals.
const EXAMPLES: u16 = 30;
/// From this height on, the current claim may take two rows.
const ROOMY: u16 = 25;
/// The cells at the left that stay empty.
pub(super) const MARGIN: u16 = 1;

/// A row of the picture. Those of the tiles say of which row of the strip they are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum PlanRow {
    /// Nothing.
    Blank,
    /// What the article leaves out, above the tiles.
    Gaps(usize),
    /// The fills of the tiles.
    Tiles(usize),
    /// The signs of the tiles.
    Signs(usize),
    /// The numbers of the claims.
    Numbers(usize),
    /// The blocks of the article.
    Labels(usize),
    /// The mark below the current tile.
    Pointer(usize),
    /// The current claim in words; of its rows this one.
    Readout(usize),
    /// Words that depend on nothing but the dossier.
    Words(Vec<Piece>),
}

/// The picture for some room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Plan {
    /// From the top.
    pub(super) rows: Vec<PlanRow>,
    /// Where the tiles stand; none where there is no room for them.
    pub(super) strip: Option<Strip>,
    /// The rows of the readout.
    pub(super) readout: usize,
    /// The cells of a row.
    pub(super) cells: u16,
}

/// Rows that are left to give away.
struct Budget(usize);

impl Budget {
    fn take(&mut self, rows: usize) -> bool {
        let fits = rows <= self.0;
        if fits {
            self.0 -= rows;
        }
        fits
    }

    fn take_if(&mut self, is_wanted: bool, rows: usize) -> bool {
        is_wanted && self.take(rows)
    }
}

/// What there is of the strip and beside it.
struct Around {
    /// Whether what is left out stands above the tiles.
    gaps: bool,
    /// The rows of a tile.
    height: usize,
    /// What stands below the signs.
    below: Vec<fn(usize) -> PlanRow>,
}

impl Plan {
    /// The picture in so many cells and rows.
    pub(super) fn of(context: &Context, picture: &Picture, (width, height): (u16, u16)) -> Self {
        let score = picture.score;
        let cells = width.saturating_sub(MARGIN);
        let totals = below::totals(context, picture, cells, height);
        let mut budget = Budget(usize::from(height).saturating_sub(totals.len()));
        let has_head = budget.take(1);
        let for_strip = budget.0.saturating_sub(1).min(usize::from(height) / 2);
        let strip = Strip::fitting(context, score, cells, for_strip);
        budget.0 -= strip.as_ref().map_or(0, Strip::height);
        let mut readout = usize::from(budget.take_if(!score.tiles.is_empty(), 1));
        let mut around = Around { gaps: false, height: 1, below: Vec::new() };
        let has_gaps = score.tiles.iter().any(|tile| !tile.gaps.is_empty());
        let mut has_labels = false;
        if let Some(strip) = &strip {
            around.gaps = budget.take_if(has_gaps, strip.rows.len());
            has_labels = budget.take_if(strip.is_single(), 1);
        }
        let support = below::support_line(context, score, cells);
        let carried = below::carried(context, score, cells, 1);
        let has_support = budget.take_if(!support.is_empty(), 1);
        let has_carried = budget.take_if(!carried.is_empty(), 1);
        let is_single = strip.as_ref().is_some_and(Strip::is_single);
        if let Some(strip) = &strip {
            if budget.take_if(is_single && strip.tile > 1, 1) {
                around.below.push(PlanRow::Numbers);
            }
            around.height += usize::from(budget.take_if(strip.has_fills, strip.rows.len()));
        }
        let mut blank_above = budget.take_if(strip.is_some(), 1);
        let blank_below = budget.take_if(has_support, 1);
        let has_pointer = budget.take_if(is_single, 1);
        around.below.extend(has_labels.then_some(PlanRow::Labels as fn(usize) -> PlanRow));
        around.below.extend(has_pointer.then_some(PlanRow::Pointer as fn(usize) -> PlanRow));
        // What claims rest on as rows with bars, and the sentence below in full.
        let mut rest = if has_support { vec![support] } else { Vec::new() };
        rest.extend(has_carried.then_some(carried).into_iter().flatten());
        let is_wide = width >= SIDE_BY_SIDE;
        let column = if is_wide { width / 2 - 2 } else { cells };
        let rows = below::support_rows(context, score, column);
        let sentence = below::carried(context, score, column, 3);
        let in_full = rows.len() + sentence.len();
        let says_all = has_support && (has_carried || sentence.is_empty());
        if says_all && budget.take(in_full.saturating_sub(rest.len())) {
            rest = rows.into_iter().chain(sentence).collect();
        }
        readout += usize::from(budget.take_if(readout == 1, 1));
        // Who is repeated most has a row until it is known whether all who repeat have room.
        let most_repeated = below::most_repeated(context, score, cells);
        let has_most_repeated = budget.take_if(says_all && most_repeated.is_some(), 1);
        let has_legend = budget.take_if(has_labels && has_pointer, 1);
        around.height += usize::from(budget.take_if(is_single && around.height == 2, 1));
        if blank_above && readout == 2 && height >= ROOMY {
            // A long claim takes the row that is blank below others.
            (blank_above, readout) = (false, 3);
        }
        let blank_after_head = budget.take_if(has_head && strip.is_some(), 1);
        let with_examples = height >= EXAMPLES && budget.take(below::examples(&totals));
        let legend = below::legend(context, score);
        budget.0 += usize::from(has_most_repeated);
        let (mut rest, has_tree) =
            beside(context, picture, rest, &mut budget, is_wide.then_some(width / 2), cells);
        if !has_tree && has_most_repeated {
            rest.extend(most_repeated);
        }

        let mut plan = Self { rows: Vec::new(), strip, readout, cells };
        if has_head {
            let signs = around.gaps;
            plan.rows.push(PlanRow::Words(below::head(context, score, plan.strip.is_some(), signs, cells)));
        }
        plan.blank(blank_after_head);
        plan.push_strip(&around);
        if has_pointer {
            plan.push_readout();
        }
        plan.blank(blank_above);
        for total in totals {
            let TotalRow { pieces, example } = total;
            plan.rows.push(PlanRow::Words(pieces));
            plan.rows.extend(example.filter(|_| with_examples).map(|example| PlanRow::Words(vec![example])));
        }
        plan.blank(blank_below);
        plan.rows.extend(rest.into_iter().map(PlanRow::Words));
        if !has_pointer {
            plan.push_readout();
        }
        if has_legend {
            // At the end, where it is out of the way.
            let at = usize::from(height) - 1;
            plan.rows.resize(at.max(plan.rows.len()), PlanRow::Blank);
            plan.rows.push(PlanRow::Words(vec![legend]));
        }
        plan
    }

    fn blank(&mut self, is_there: bool) {
        if is_there {
            self.rows.push(PlanRow::Blank);
        }
    }

    fn push_readout(&mut self) {
        self.rows.extend((0..self.readout).map(PlanRow::Readout));
    }

    fn push_strip(&mut self, around: &Around) {
        let Some(strip) = &self.strip else { return };
        for row in 0..strip.rows.len() {
            if around.gaps {
                self.rows.push(PlanRow::Gaps(row));
            }
            if strip.has_fills {
                self.rows.extend(std::iter::repeat_n(PlanRow::Tiles(row), around.height));
            }
            self.rows.push(PlanRow::Signs(row));
            self.rows.extend(around.below.iter().map(|kind| kind(row)));
        }
    }
}

/// Adds who repeats whom, and says whether it has: at this column beside what claims rest on, or below it.
fn beside(
    context: &Context,
    picture: &Picture,
    mut rest: Vec<Vec<Piece>>,
    budget: &mut Budget,
    column: Option<u16>,
    cells: u16,
) -> (Vec<Vec<Piece>>, bool) {
    /// A heading and two sources, or it says nothing.
    const LEAST: usize = 3;
    let mut has_tree = false;
    match column {
        Some(column) => {
            let rows = rest.len() + budget.0;
            if rows < LEAST {
                return (rest, false);
            }
            let tree = below::tree(context, picture, cells.saturating_sub(column), rows);
            has_tree = !tree.is_empty();
            budget.0 -= tree.len().saturating_sub(rest.len());
            rest.resize(rest.len().max(tree.len()), Vec::new());
            for (row, pieces) in rest.iter_mut().zip(tree) {
                row.extend(pieces.into_iter().map(|piece| Piece { x: piece.x + column, ..piece }));
            }
        }
        None if budget.0 > LEAST => {
            let tree = below::tree(context, picture, cells, budget.0 - 1);
            has_tree = !tree.is_empty();
            if has_tree {
                budget.0 -= tree.len() + 1;
                rest.push(Vec::new());
                rest.extend(tree);
            }
        }
        None => {}
    }
    (rest, has_tree)
}
