//! Which events are named beside their marks, and where: above or below, from the mark on or up to it, with a stem where rows lie
//! between. No label touches another, none is cut by a stem, and each corner is in the column of its mark.
//!
//! All are placed without regard to the cursor, so that they stay where they are while it moves; the event under it is then
//! put among them.

use std::cmp::Reverse;
use std::ops::{Range, RangeInclusive};

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
/// The most labels that make way for another.
const MOST_MOVED: usize = 2;

/// The labels that have room.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Labels {
    pub(super) placed: Vec<Label>,
    /// Whose cells they are, row by row: the event, counted from 1; 0 where nothing is written.
    owners: Vec<u32>,
    columns: u16,
    trials: usize,
}

impl Labels {
    /// Finds places: for main events, as many of them as there is room for, then for others. What finds none is tried again
    /// with those in its way at other places. Only main events, which are to be named wherever that can be, are named across the
    /// article's day.
    pub(super) fn place(space: Space, main: &[Candidate], others: &[Candidate]) -> Self {
        let rows = space.bands.last().map_or(0, |band| band.bottom);
        let empty = Self {
            owners: vec![0; usize::from(rows) * usize::from(space.columns)],
            columns: space.columns,
            ..Self::default()
        };
        let names: Vec<&Candidate> = main.iter().collect();
        let mut trials = 0;
        let best = place_names(&names, ROUNDS, |order| {
            let mut labels = Self { trials, ..empty.clone() };
            let has_room = order.iter().map(|candidate| labels.put(space, candidate, true)).collect();
            trials = labels.trials;
            Placement { placed: labels, has_room, is_last: trials > MOST_TRIALS }
        });
        let mut best = best.unwrap_or(empty);
        best.trials = trials;
        for candidate in main {
            if !best.has(candidate.event) {
                best.put_by_moving(space, candidate, main, true);
            }
        }
        let all: Vec<Candidate> = main.iter().chain(others).cloned().collect();
        for candidate in others {
            if best.trials > 2 * MOST_TRIALS {
                break;
            }
            if !best.put(space, candidate, false) {
                best.put_by_moving(space, candidate, &all, false);
            }
        }
        best
    }

    /// Sorts the labels, those first that are to stay if any can.
    pub(super) fn sort_by_key<K: Ord>(&mut self, key: impl Fn(usize) -> K) {
        self.placed.sort_by_key(|label| key(label.event));
    }

    /// Puts the event under the cursor among the labels: where it stands, else where there is room, else where it covers others,
    /// which go: those in its own rows rather than what is written elsewhere, few rather than many, the last rather than the
    /// first.
    pub(super) fn put_current(&mut self, space: Space, current: &Candidate) {
        let own = self.remove(current.event);
        let begins = own.as_ref().map(Label::begins);
        let is_own = |place: &Label| {
            let at = own.as_ref().map(|own| (own.y, own.corner));
            at == Some((place.y, place.corner)) && begins == Some(place.begins())
        };
        let here = places(space, current, true).find(|place| is_own(place) && self.fits(place));
        let free = here.or_else(|| self.find(space, current, true));
        let in_way = |labels: &Self, place: &Label| labels.in_way(place, usize::MAX).unwrap_or_default();
        let cost = |place: &Label| {
            let covered = in_way(self, place);
            let is_elsewhere = |at: &&usize| {
                let label = &self.placed[**at];
                label.y != place.y && !place.stem.contains(&label.y)
            };
            let at = |event: &usize| self.placed.iter().position(|label| label.event == *event);
            let places: Vec<usize> = covered.iter().filter_map(at).collect();
            let elsewhere = places.iter().filter(is_elsewhere).count();
            (elsewhere, places.len(), Reverse(places.iter().min().copied()))
        };
        let covering = || places(space, current, true).min_by_key(cost);
        let Some(place) = free.or_else(covering) else { return };
        for event in in_way(self, &place) {
            self.remove(event);
        }
        self.write(place);
    }

    /// Makes a label shorter that says less than was thought.
    pub(super) fn shorten(&mut self, event: usize, cells: u16) {
        let Some(mut label) = self.remove(event) else { return };
        label.text = if label.begins() {
            label.text.start..label.text.start + cells
        } else {
            label.corner.saturating_sub(cells)..label.corner
        };
        self.write(label);
    }

    /// Whether an event is named.
    fn has(&self, event: usize) -> bool {
        self.placed.iter().any(|label| label.event == event)
    }

    /// Places a label at the first place that is free. Returns whether there was one.
    fn put(&mut self, space: Space, candidate: &Candidate, may_cross: bool) -> bool {
        let found = self.find(space, candidate, may_cross);
        found.map(|label| self.write(label)).is_some()
    }

    /// Places a label where others can make way for it: each of them finds another place. Returns whether there is such.
    fn put_by_moving(
        &mut self,
        space: Space,
        candidate: &Candidate,
        all: &[Candidate],
        may_cross: bool,
    ) -> bool {
        for place in places(space, candidate, may_cross) {
            if self.trials > 2 * MOST_TRIALS {
                break;
            }
            self.trials += 1;
            let Some(in_way) = self.in_way(&place, MOST_MOVED).filter(|in_way| !in_way.is_empty()) else {
                continue;
            };
            let before: Vec<Label> = in_way.iter().filter_map(|event| self.remove(*event)).collect();
            self.write(place);
            let mut moved = 0;
            let has_moved = |event: &usize| {
                let candidate = all.iter().find(|candidate| candidate.event == *event);
                let has_room = candidate.is_some_and(|candidate| self.put(space, candidate, may_cross));
                moved += usize::from(has_room);
                has_room
            };
            if in_way.iter().all(has_moved) {
                return true;
            }
            for event in in_way[..moved].iter().chain([&candidate.event]) {
                self.remove(*event);
            }
            for label in before {
                self.write(label);
            }
        }
        false
    }

    /// The first place that is free.
    fn find(&mut self, space: Space, candidate: &Candidate, may_cross: bool) -> Option<Label> {
        places(space, candidate, may_cross).find(|place| {
            self.trials += 1;
            self.fits(place)
        })
    }

    /// Whether a place is free, and a cell on either side of it.
    fn fits(&self, place: &Label) -> bool {
        place.stem.clone().all(|y| self.is_clear(place.corner, y))
            && (around(place)).all(|x| self.is_free(x, place.y))
    }

    /// The events whose labels are in the way of a place; none where there are more than so many.
    fn in_way(&self, place: &Label, most: usize) -> Option<Vec<usize>> {
        let stem = place.stem.clone().flat_map(|y| beside(place.corner).map(move |x| (x, y)));
        let cells = around(place).map(|x| (x, place.y)).chain(stem);
        let mut events: Vec<usize> = Vec::new();
        for owner in cells.filter_map(|(x, y)| self.owner(x, y)) {
            if !events.contains(&owner) {
                events.push(owner);
                if events.len() > most {
                    return None;
                }
            }
        }
        Some(events)
    }

    fn write(&mut self, label: Label) {
        self.mark(&label, label.event as u32 + 1);
        self.placed.push(label);
    }

    fn remove(&mut self, event: usize) -> Option<Label> {
        let at = self.placed.iter().position(|label| label.event == event)?;
        let label = self.placed.remove(at);
        self.mark(&label, 0);
        Some(label)
    }

    /// Says whose the cells of a label are.
    fn mark(&mut self, label: &Label, owner: u32) {
        let written = columns(label).map(|x| (x, label.y));
        for (x, y) in written.chain(label.stem.clone().map(|y| (label.corner, y))) {
            let index = self.index(x, y);
            if let Some(cell) = self.owners.get_mut(index) {
                *cell = owner;
            }
        }
    }

    fn index(&self, x: u16, y: u16) -> usize {
        usize::from(y) * usize::from(self.columns) + usize::from(x)
    }

    /// Whose label is written in a cell; there is nothing beside the panel.
    fn owner(&self, x: u16, y: u16) -> Option<usize> {
        let owner = if x < self.columns { *self.owners.get(self.index(x, y))? } else { 0 };
        (owner as usize).checked_sub(1)
    }

    /// Whether nothing is written in a cell.
    pub(super) fn is_free(&self, x: u16, y: u16) -> bool {
        self.owner(x, y).is_none()
    }

    /// Whether nothing is written in a cell or on either side of it.
    pub(super) fn is_clear(&self, x: u16, y: u16) -> bool {
        beside(x).all(|x| self.is_free(x, y))
    }
}

/// The columns of a label in its row.
fn columns(label: &Label) -> Range<u16> {
    label.text.start.min(label.corner)..label.text.end.max(label.corner + 1)
}

/// The same, and one on either side.
fn around(label: &Label) -> RangeInclusive<u16> {
    let columns = columns(label);
    columns.start.saturating_sub(1)..=columns.end
}

/// A column and those beside it.
fn beside(x: u16) -> RangeInclusive<u16> {
    x.saturating_sub(1)..=x + 1
}

/// Where a label could stand, the best place first: without crossing the article's day, if it may at all, near its mark, above,
/// beginning at it.
fn places<'a>(
    space: Space<'a>,
    candidate: &'a Candidate,
    may_cross: bool,
) -> impl Iterator<Item = Label> + 'a {
    let band = space.bands.get(candidate.band).copied();
    let (x, cells) = (candidate.x, candidate.cells);
    let begins = Some(x + 1..x + 1 + cells).filter(|text| text.end <= space.columns);
    let ends = x.checked_sub(cells).map(|from| from..x);
    let texts = [begins, ends];
    let crosses = move |text: &Range<u16>| space.rule.is_some_and(|rule| text.contains(&rule));
    let may_cross = if may_cross && space.rule.is_some() { [false, true].as_slice() } else { &[false] };
    band.into_iter().flat_map(move |band| {
        let farthest = (band.marks - band.top).max(band.bottom - band.marks - 1);
        let texts = texts.clone();
        may_cross.iter().flat_map(move |may_cross| {
            let texts = texts.clone();
            (1..=farthest).flat_map(move |distance| {
                let above = band.marks.checked_sub(distance).filter(|y| *y >= band.top);
                let above = above.map(|y| (y, y + 1..band.marks, true));
                let below = Some(band.marks + distance).filter(|y| *y < band.bottom);
                let below = below.map(|y| (y, band.marks + 1..y, false));
                let texts = texts.clone();
                above.into_iter().chain(below).flat_map(move |(y, stem, is_above)| {
                    let texts = texts.clone().into_iter().flatten();
                    texts.filter(move |text| crosses(text) == *may_cross).map(move |text| Label {
                        event: candidate.event,
                        corner: x,
                        text,
                        y,
                        stem: stem.clone(),
                        is_above,
                    })
                })
            })
        })
    })
}
