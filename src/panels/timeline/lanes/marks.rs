//! What stands in the rows of the lanes: a mark a column, or how many events are in it, and the time that some of them take.

use std::ops::Range;

use crate::facts::{NamingOrder, TimelineEvent};
use crate::widgets::time_axis::{Axis, Day, number};

/// A cell of a lane.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) enum Cell {
    /// Nothing happens.
    #[default]
    Line,
    /// Something goes on, or happened at some time within.
    Period,
    /// The article's day.
    Rule,
    /// The event beside it may have been earlier.
    OpenBefore,
    /// The event beside it may have been later.
    OpenAfter,
    /// Events, by their places in the order of time.
    Events(Vec<usize>),
}

/// Where on an axis events stand, whatever lanes are in sight.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Marks {
    /// The column of each event; none off the axis.
    pub(super) columns: Vec<Option<u16>>,
    /// Whether two columns are one.
    pub(super) is_binned: bool,
    /// Which of them stand for several events.
    pub(super) crowding: Crowding,
    /// Whether an event takes more of the axis than its mark.
    pub(super) has_periods: bool,
    /// How many events are before the axis, and how many after it.
    pub(super) beyond: (usize, usize),
    /// How many have no date.
    pub(super) undated: usize,
}

impl Marks {
    /// Puts events, in the order of time, on an axis. `lanes` says which lane each event is in, of so many.
    pub(super) fn of(axis: &Axis, events: &[TimelineEvent], lanes: &LaneOf, count: usize) -> Self {
        let days: Vec<Option<Day>> =
            events.iter().map(|event| event.place.map(|place| number(place.day))).collect();
        let columns = |of: &dyn Fn(Day) -> Option<u16>| -> Vec<Option<u16>> {
            days.iter().map(|day| day.and_then(of)).collect()
        };
        let crowding = |columns: &[Option<u16>]| {
            let placed = events.iter().zip(columns);
            Crowding::of(placed.filter_map(|(event, column)| Some((lanes(event), (*column)?))), count)
        };
        let mut marks = Self { columns: columns(&|day| axis.mark_column(day)), ..Self::default() };
        let mut crowded = crowding(&marks.columns);
        if crowded.has_neighbours {
            marks.is_binned = true;
            marks.columns = columns(&|day| axis.bin_column(day, false));
            crowded = crowding(&marks.columns);
            if crowded.has_neighbours {
                marks.columns = columns(&|day| axis.bin_column(day, true));
                crowded = crowding(&marks.columns);
            }
        }
        marks.crowding = crowded;
        for ((event, day), column) in events.iter().zip(&days).zip(&marks.columns) {
            match (day, column) {
                (None, _) => marks.undated += 1,
                (Some(_), Some(_)) => {}
                (Some(day), None) if *day < axis.range.first => marks.beyond.0 += 1,
                (Some(_), None) => marks.beyond.1 += 1,
            }
            let mut period = period_columns(axis, event).into_iter().flatten();
            marks.has_periods |= period.any(|taken| Some(taken) != *column);
        }
        marks
    }
}

/// Which lane an event is in.
pub(super) type LaneOf<'a> = dyn Fn(&TimelineEvent) -> usize + 'a;

/// From so many events on a mark is no digit.
pub(super) const TOO_MANY: usize = 10;

/// Whether columns have several marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Crowding {
    /// How many have as many as a digit can say.
    pub(super) counts: usize,
    /// How many have more.
    pub(super) many: usize,
    /// Two side by side in a lane have, so that their numbers would read as one.
    has_neighbours: bool,
}

impl Crowding {
    /// Of marks with their lanes and columns; in each lane they come from left to right.
    fn of(marks: impl Iterator<Item = (usize, u16)>, lanes: usize) -> Self {
        /// The last column of a lane with its marks, and how many are in the one before.
        #[derive(Clone, Copy, Default)]
        struct Last {
            column: u16,
            count: usize,
            before: usize,
        }
        let mut last = vec![Last::default(); lanes];
        let mut crowding = Self::default();
        for (lane, column) in marks {
            let Some(last) = last.get_mut(lane) else { continue };
            if last.count == 0 || last.column != column {
                let is_next = last.count > 0 && last.column + 1 == column;
                *last = Last { column, count: 0, before: if is_next { last.count } else { 0 } };
            }
            last.count += 1;
            match last.count {
                2 => crowding.counts += 1,
                TOO_MANY => {
                    crowding.counts -= 1;
                    crowding.many += 1;
                }
                _ => {}
            }
            crowding.has_neighbours |= last.count > 1 && last.before > 1;
        }
        crowding
    }
}

/// The columns that an event takes besides its mark.
fn period_columns(axis: &Axis, event: &TimelineEvent) -> Option<std::ops::RangeInclusive<u16>> {
    let (first, last) = event.place?.period?;
    axis.columns_of((number(first), number(last)))
}

/// The lanes in sight with all their cells.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct LaneCells {
    /// The first lane in sight.
    first: usize,
    /// The cells of each.
    cells: Vec<Vec<Cell>>,
}

impl LaneCells {
    /// The cells of these lanes.
    pub(super) fn of(
        axis: &Axis,
        events: &[TimelineEvent],
        marks: &Marks,
        lanes: &LaneOf,
        in_sight: Range<usize>,
    ) -> Self {
        let mut lane_cells = Self {
            first: in_sight.start,
            cells: vec![vec![Cell::Line; usize::from(axis.columns)]; in_sight.len()],
        };
        let shown = || {
            let all = events.iter().zip(&marks.columns).enumerate();
            let with_lane = all.map(|(place, (event, column))| (place, event, *column, lanes(event)));
            with_lane.filter(|(.., lane)| in_sight.contains(lane))
        };
        for (place, _, column, lane) in shown() {
            if let Some(column) = column {
                lane_cells.put(lane - in_sight.start, column, place);
            }
        }
        for (_, event, column, lane) in shown() {
            lane_cells.put_around(axis, event, lane - in_sight.start, column);
        }
        if let Some(rule) = axis.rule {
            for cells in &mut lane_cells.cells {
                let cell = &mut cells[usize::from(rule.column)];
                if !matches!(cell, Cell::Events(_)) {
                    *cell = Cell::Rule;
                }
            }
        }
        lane_cells
    }

    fn put(&mut self, lane: usize, column: u16, event: usize) {
        let cell = &mut self.cells[lane][usize::from(column)];
        match cell {
            Cell::Events(events) => events.push(event),
            cell => *cell = Cell::Events(vec![event]),
        }
    }

    /// Puts what an event takes of the axis beside its mark where nothing else stands.
    fn put_around(&mut self, axis: &Axis, event: &TimelineEvent, lane: usize, column: Option<u16>) {
        let Some(place) = event.place else { return };
        for column in period_columns(axis, event).into_iter().flatten() {
            let cell = &mut self.cells[lane][usize::from(column)];
            if *cell == Cell::Line {
                *cell = Cell::Period;
            }
        }
        let Some(column) = column.map(usize::from) else { return };
        let is_rule = |column: usize| axis.rule.is_some_and(|rule| usize::from(rule.column) == column);
        let beside = [
            (place.is_open_before, column.checked_sub(1), Cell::OpenBefore),
            (place.is_open_after, Some(column + 1), Cell::OpenAfter),
        ];
        for (is_open, column, sign) in beside {
            let Some(column) = column.filter(|column| is_open && !is_rule(*column)) else { continue };
            if let Some(cell) = self.cells[lane].get_mut(column).filter(|cell| **cell == Cell::Line) {
                *cell = sign;
            }
        }
    }

    /// For each event that is named first of those in its cell, how many others there are.
    pub(super) fn leads(&self, events: &[TimelineEvent], order: NamingOrder) -> Vec<Option<usize>> {
        let mut leads = vec![None; events.len()];
        for cell in self.cells.iter().flatten() {
            let Cell::Events(here) = cell else { continue };
            if let Some(first) = here.iter().min_by_key(|place| (order.key(&events[**place]), **place)) {
                leads[*first] = Some(here.len() - 1);
            }
        }
        leads
    }

    /// The cells of a lane; none where that is not in sight.
    pub(super) fn lane(&self, lane: usize) -> &[Cell] {
        let place = lane.checked_sub(self.first);
        place.and_then(|place| self.cells.get(place)).map_or(&[], Vec::as_slice)
    }

    /// The events of a cell.
    pub(super) fn events(&self, lane: usize, column: u16) -> &[usize] {
        match self.lane(lane).get(usize::from(column)) {
            Some(Cell::Events(events)) => events,
            _ => &[],
        }
    }
}
