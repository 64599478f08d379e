//! Which events are named beside their marks, and where: above or below, from the mark on or up to it, with a stem where rows lie
//! between. No label touches another, none is cut by a stem, and each corner is in the column of its mark.

use std::ops::Range;

use super::rows::Band;
use crate::facts::{Placement, place_names};

/// An event that is to be named.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Candidate {
    /// Its place in the order of time.
    pub(super) event: usize,
    /// Which of the bands it is in.
    pub(super) band: usize,
    /// The column of its mark, from the left of the panel.
    pub(super) x: u16,
    /// The cells of what is written.
    pub(super) cells: u16,
}

/// A name with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Label {
    pub(super) event: usize,
    /// The column of the corner, which is that of the mark.
    pub(super) corner: u16,
    /// The columns of what is written.
    pub(super) text: Range<u16>,
    /// The row of both.
    pub(super) y: u16,
    /// The rows between the corner and the mark.
    pub(super) stem: Range<u16>,
    /// Whether it is above its mark.
    pub(super) is_above: bool,
}

impl Label {
    /// Whether it begins at its mark.
    pub(super) fn begins(&self) -> bool {
        self.corner < self.text.start
    }
}

/// Where labels may stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Space<'a> {
    pub(super) columns: u16,
    pub(super) bands: &'a [Band],
    /// The column of the article's day.
    pub(super) rule: Option<u16>,
}

/// The most times that the main events are placed.
const ROUNDS: usize = 30;
/// About how many places are tried in all, so that no key waits for them.
const MOST_TRIALS: usize = 12_000;

/// The labels that have room.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Labels {
    pub(super) placed: Vec<Label>,
    /// The cells that they take, row by row.
    taken: Vec<bool>,
    columns: u16,
    trials: usize,
}

impl Labels {
    /// Finds places: for the current event, then for main ones, as many of them as there is room for, then for others.
    pub(super) fn place(
        space: Space,
        current: Option<&Candidate>,
        main: &[Candidate],
        others: &[Candidate],
    ) -> Self {
        let rows = space.bands.last().map_or(0, |band| band.bottom);
        let mut empty = Self {
            taken: vec![false; usize::from(rows) * usize::from(space.columns)],
            columns: space.columns,
            ..Self::default()
        };
        if let Some(current) = current {
            empty.put(space, current);
        }
        let main: Vec<&Candidate> = main.iter().collect();
        let mut trials = empty.trials;
        let best = place_names(&main, ROUNDS, |order| {
            let mut labels = Self { trials, ..empty.clone() };
            let has_room = order.iter().map(|candidate| labels.put(space, candidate)).collect();
            trials = labels.trials;
            Placement { placed: labels, has_room, is_last: trials > MOST_TRIALS }
        });
        let mut best = best.unwrap_or(empty);
        best.trials = trials;
        for candidate in others {
            if best.trials > 2 * MOST_TRIALS {
                break;
            }
            best.put(space, candidate);
        }
        best
    }

    /// Places a label at the first place that is free. Returns whether there was one.
    fn put(&mut self, space: Space, candidate: &Candidate) -> bool {
        let Some(label) = self.find(space, candidate) else { return false };
        for x in label.text.start.min(label.corner)..label.text.end.max(label.corner + 1) {
            self.take(x, label.y);
        }
        for y in label.stem.clone() {
            self.take(label.corner, y);
        }
        self.placed.push(label);
        true
    }

    fn find(&mut self, space: Space, candidate: &Candidate) -> Option<Label> {
        let band = space.bands.get(candidate.band)?;
        let farthest = (band.marks - band.top).max(band.bottom - band.marks - 1);
        let (x, cells) = (candidate.x, candidate.cells);
        let begins = Some(x + 1..x + 1 + cells).filter(|text| text.end <= space.columns);
        let ends = x.checked_sub(cells).map(|from| from..x);
        for may_cross in [false, true] {
            for distance in 1..=farthest {
                for is_above in [true, false] {
                    let y =
                        if is_above { band.marks.checked_sub(distance) } else { Some(band.marks + distance) };
                    let Some(y) = y.filter(|y| (band.top..band.bottom).contains(y)) else { continue };
                    let stem = if is_above { y + 1..band.marks } else { band.marks + 1..y };
                    if !stem.clone().all(|y| self.is_clear(x, y)) {
                        continue;
                    }
                    for text in [&begins, &ends].into_iter().flatten() {
                        let crosses = space.rule.is_some_and(|rule| text.contains(&rule));
                        if crosses != may_cross {
                            continue;
                        }
                        self.trials += 1;
                        let cells = text.start.min(x)..text.end.max(x + 1);
                        if self.has_room(&cells, y) {
                            let text = text.clone();
                            return Some(Label {
                                event: candidate.event,
                                corner: x,
                                text,
                                y,
                                stem,
                                is_above,
                            });
                        }
                    }
                }
            }
            if space.rule.is_none() {
                break;
            }
        }
        None
    }

    fn index(&self, x: u16, y: u16) -> usize {
        usize::from(y) * usize::from(self.columns) + usize::from(x)
    }

    /// Whether nothing is written in a cell; there is nothing beside the panel.
    pub(super) fn is_free(&self, x: u16, y: u16) -> bool {
        x >= self.columns || !self.taken.get(self.index(x, y)).copied().unwrap_or(false)
    }

    /// Whether nothing is written in a cell or on either side of it.
    pub(super) fn is_clear(&self, x: u16, y: u16) -> bool {
        (x.saturating_sub(1)..=x + 1).all(|x| self.is_free(x, y))
    }

    /// Whether these cells are free, and one on either side.
    fn has_room(&self, cells: &Range<u16>, y: u16) -> bool {
        (cells.start.saturating_sub(1)..=cells.end).all(|x| self.is_free(x, y))
    }

    fn take(&mut self, x: u16, y: u16) {
        let index = self.index(x, y);
        if let Some(taken) = self.taken.get_mut(index) {
            *taken = true;
        }
    }
}
