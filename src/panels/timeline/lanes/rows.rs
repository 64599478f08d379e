//! Which row of the panel is for what. Where rows are scarce these give way, in this order: rows for labels, the legend, the
//! readout's further rows, the head; lanes never.

use std::ops::Range;

use crate::widgets::to_cells;

/// The rows that there are, from the top.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Rows {
    /// What is shown.
    pub(super) head: Option<u16>,
    /// A band for each lane in sight.
    pub(super) bands: Vec<Band>,
    /// The row of the axis; its labels are in the next.
    pub(super) axis: u16,
    /// The first row of the legend, and how many it has.
    pub(super) legend: (u16, u16),
    /// The first row of the readout, and how many it has.
    pub(super) readout: (u16, u16),
    /// The last row, which counts what is named.
    pub(super) counts: Option<u16>,
}

/// The rows of a lane: its marks and what is written above and below them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Band {
    /// Which of the lanes.
    pub(super) lane: usize,
    pub(super) top: u16,
    /// The row of its marks.
    pub(super) marks: u16,
    /// The row after its last.
    pub(super) bottom: u16,
}

/// From so many rows on what is named is counted in a row of its own.
const WITH_COUNTS: u16 = 24;
/// From so many columns on the readout of a low panel takes one row.
const WIDE: u16 = 70;
/// Below so many rows a panel is low.
const HIGH: u16 = 20;
/// The most rows for the labels of a lane: with more of them they would be far from their marks.
const MOST_LABEL_ROWS: u16 = 8;
/// The axis and its labels.
const AXIS_ROWS: u16 = 2;

/// Divides the rows of a panel. `main` is how many main events each lane has, `legend` how many rows the legend
/// takes, `current` the lane of the event under the cursor, which is always in sight.
pub(super) fn divide((columns, height): (u16, u16), main: &[usize], legend: u16, current: usize) -> Rows {
    // There may be more lanes than any grid has rows.
    let shown = to_cells(main.len()).min(height.saturating_sub(AXIS_ROWS + 1)).max(1);
    let mut spare = height.saturating_sub(AXIS_ROWS + 1 + shown);
    let mut take = |rows: u16, is_wanted: bool| {
        let taken = if is_wanted && rows <= spare { rows } else { 0 };
        spare -= taken;
        taken
    };
    let head = take(1, true);
    let readout = 1 + take(1, columns < WIDE || height >= HIGH);
    let counts = take(1, height >= WITH_COUNTS);
    let legend = take(legend, legend > 0);
    let shown = usize::from(shown);
    let first = current.saturating_sub(shown / 2).min(main.len().saturating_sub(shown));
    let labels = share(usize::from(spare), main);
    let mut y = head;
    let mut bands = Vec::new();
    for lane in first..(first + shown).min(main.len().max(1)) {
        let own = labels.get(lane).copied().unwrap_or(0);
        let above = own.div_ceil(2);
        bands.push(Band { lane, top: y, marks: y + above, bottom: y + own + 1 });
        y += own + 1;
    }
    let axis = y;
    let legend_at = axis + AXIS_ROWS;
    let readout_at = legend_at + legend;
    Rows {
        head: (head > 0).then_some(0),
        bands,
        axis,
        legend: (legend_at, legend),
        readout: (readout_at, readout),
        counts: (counts > 0).then_some(readout_at + readout),
    }
}

impl Rows {
    /// The lanes in sight.
    pub(super) fn lanes(&self) -> Range<usize> {
        let first = self.bands.first().map_or(0, |band| band.lane);
        first..first + self.bands.len()
    }

    /// The band of a lane; none where that is not in sight.
    pub(super) fn band(&self, lane: usize) -> Option<&Band> {
        self.bands.get(lane.checked_sub(self.lanes().start)?)
    }
}

/// Shares rows among lanes: one for each with main events, those with most first, then each to the lane that has most of them
/// a row.
fn share(rows: usize, main: &[usize]) -> Vec<u16> {
    let mut shares = vec![0_u16; main.len()];
    if rows == 0 {
        return shares;
    }
    // Without any main event all lanes are alike.
    let weights: Vec<usize> =
        if main.iter().all(|count| *count == 0) { vec![1; main.len()] } else { main.to_vec() };
    for _ in 0..rows {
        let has_use = |lane: &usize| weights[*lane] > 0 && shares[*lane] < MOST_LABEL_ROWS;
        let best = (0..main.len()).filter(has_use).max_by(|one, other| {
            let density =
                |lane: usize| (shares[lane] == 0, weights[lane] * 1_000 / (usize::from(shares[lane]) + 1));
            density(*one).cmp(&density(*other)).then(other.cmp(one))
        });
        if let Some(best) = best {
            shares[best] += 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{divide, share};

    #[test]
    fn rows_go_where_main_events_are() {
        assert_eq!(share(0, &[5, 4]), [0, 0]);
        assert_eq!(share(2, &[5, 4, 1, 0]), [1, 1, 0, 0]);
        assert_eq!(share(5, &[7, 4, 1, 2]), [2, 1, 1, 1]);
        assert_eq!(share(3, &[0, 0]), [2, 1]);
    }

    #[test]
    fn of_more_lanes_than_a_grid_has_rows_those_around_the_cursor_are_in_sight() {
        let main = vec![1; 70_000];
        for (current, first) in [(0, 0), (40, 26), (65_536, 65_522), (69_999, 69_972)] {
            let rows = divide((60, 31), &main, 2, current);
            assert_eq!(rows.lanes(), first..first + 28);
            assert!(rows.band(current).is_some_and(|band| band.lane == current));
        }
    }

    proptest! {
        #[test]
        fn every_row_has_one_job(
            columns in 30_u16..200, height in 7_u16..60, main in prop::collection::vec(0_usize..9, 1..12), legend in 0_u16..3
        ) {
            let current = main.len() - 1;
            let rows = divide((columns, height), &main, legend, current);
            let mut taken: Vec<u16> = rows.head.into_iter().chain(rows.counts).collect();
            taken.extend(rows.bands.iter().flat_map(|band| band.top..band.bottom));
            taken.extend([rows.axis, rows.axis + 1]);
            taken.extend(rows.legend.0..rows.legend.0 + rows.legend.1);
            taken.extend(rows.readout.0..rows.readout.0 + rows.readout.1);
            taken.sort_unstable();
            prop_assert_eq!(&taken, &(0..taken.len() as u16).collect::<Vec<_>>());
            prop_assert!(taken.len() <= usize::from(height));
            prop_assert!(rows.bands.iter().any(|band| band.lane == current));
            prop_assert!(rows.bands.iter().all(|band| (band.top..band.bottom).contains(&band.marks)));
        }
    }
}
