//! Where the tiles of the claims stand: in the order of their numbers, those of a block together.

use crate::facts::Score;
use crate::protocol::context::Context;
use crate::protocol::score;
use crate::text::width;
use crate::widgets::to_cells;

/// The tiles in rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Strip {
    /// Cells of a tile.
    pub(crate) tile: u16,
    /// Whether the signs stand below the tiles; else they stand in their place.
    pub(crate) has_fills: bool,
    /// The rows, from the top.
    pub(crate) rows: Vec<StripRow>,
}

/// A row of tiles.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct StripRow {
    /// The number of the first tile.
    pub(crate) first: usize,
    /// Where each tile begins.
    pub(crate) tiles: Vec<u16>,
    /// What is written below the first tile of each block, or before a row of several.
    pub(crate) labels: Vec<(u16, String)>,
}

/// The widest tiles come first, then those with a blank between them.
const SHAPES: [(u16, u16); 4] = [(3, 1), (2, 1), (1, 1), (1, 0)];
/// Cells before the rows where there are several: the block that a row begins with.
const HEAD: u16 = 5;

impl Strip {
    /// The widest tiles that fit into so many cells, in one row if that can be, else in several of which at most so many rows
    /// of the screen are left. None where there is no room, or no claim.
    pub(crate) fn fitting(context: &Context, of: &Score, cells: u16, rows: usize) -> Option<Self> {
        if of.tiles.is_empty() {
            return None;
        }
        let single = SHAPES.into_iter().find(|shape| fits(of, *shape, cells));
        if let Some(shape) = single.filter(|_| rows >= 2) {
            return Some(Self::new(context, of, shape, cells, true));
        }
        let several = [(true, 2, (1, 1)), (true, 2, (1, 0)), (false, 1, (1, 1)), (false, 1, (1, 0))];
        several.into_iter().find_map(|(has_fills, parts, shape)| {
            // The least number of rows it can take is known without laying it out.
            let least = of.tiles.len() * usize::from(shape.0 + shape.1) / usize::from(cells.max(1));
            if least * parts > rows {
                return None;
            }
            let strip = Self::new(context, of, shape, cells, has_fills);
            (strip.rows.len() * parts <= rows).then_some(strip)
        })
    }

    fn new(context: &Context, of: &Score, shape: (u16, u16), cells: u16, has_fills: bool) -> Self {
        let (tile, blank) = shape;
        let is_single = fits(of, shape, cells);
        let from = if is_single { 0 } else { HEAD };
        let mut rows = vec![StripRow::default()];
        let mut x = from;
        let mut number = 0;
        for group in of.groups() {
            for (place, of_tile) in group.iter().enumerate() {
                if x + tile > cells && x > from {
                    rows.push(StripRow { first: number, ..StripRow::default() });
                    x = from;
                }
                if let Some(row) = rows.last_mut() {
                    // In one row below each block, in several before each row.
                    let is_labelled = if is_single { place == 0 } else { row.tiles.is_empty() };
                    if is_labelled {
                        let at = if is_single { x } else { 0 };
                        row.labels.push((at, score::block(context, of_tile.place)));
                    }
                    row.tiles.push(x);
                }
                x += tile + blank;
                number += 1;
            }
            x += 1;
        }
        let mut strip = Self { tile, has_fills, rows };
        strip.fit_labels(cells);
        strip
    }

    /// Drops labels that have no room before the next.
    fn fit_labels(&mut self, cells: u16) {
        for row in &mut self.rows {
            let begins: Vec<u16> = row.labels.iter().map(|(x, _)| *x).collect();
            let mut next = begins.iter().skip(1).copied().chain([cells + 1]);
            row.labels.retain(|(x, label)| {
                let end = next.next().unwrap_or(cells + 1);
                x + to_cells(width::cells(label)) < end
            });
        }
    }

    /// Rows of the screen that the tiles take at their lowest, with their signs.
    pub(crate) fn height(&self) -> usize {
        self.rows.len() * if self.has_fills { 2 } else { 1 }
    }

    /// Whether all tiles stand in one row.
    pub(crate) fn is_single(&self) -> bool {
        self.rows.len() == 1
    }

    /// The row of a tile.
    pub(crate) fn row_of(&self, tile: usize) -> usize {
        self.rows.partition_point(|row| row.first <= tile).saturating_sub(1)
    }

    /// The tile at a cell of a row.
    pub(crate) fn tile_at(&self, row: usize, x: u16) -> Option<usize> {
        let row = self.rows.get(row)?;
        let place = row.tiles.partition_point(|begin| *begin <= x).checked_sub(1)?;
        (x < row.tiles[place] + self.tile).then_some(row.first + place)
    }
}

/// Whether all tiles fit into one row.
fn fits(of: &Score, (tile, blank): (u16, u16), cells: u16) -> bool {
    let groups = of.groups().count();
    // The blank after the last tile and the one after the last group are not there.
    let taken = of.tiles.len() * usize::from(tile + blank) + groups.saturating_sub(1) - usize::from(blank);
    taken <= usize::from(cells)
}
