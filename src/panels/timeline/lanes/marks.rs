//! What stands in the rows of the lanes: a mark a column, or how many events are in it, and the time that some of them take.

use super::axis::{Axis, Day, number};
use crate::facts::TimelineEvent;

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

/// The lanes with all their cells.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Marks {
    /// The cells of each lane.
    pub(super) cells: Vec<Vec<Cell>>,
    /// The column of each event; none off the axis.
    pub(super) columns: Vec<Option<u16>>,
    /// Whether two columns are one.
    pub(super) is_binned: bool,
    /// How many events are before the axis, and how many after it.
    pub(super) beyond: (usize, usize),
    /// How many have no date.
    pub(super) undated: usize,
}

impl Marks {
    /// Puts events on an axis. `rows` says for each lane of the dossier which row it has.
    pub(super) fn of(axis: &Axis, events: &[TimelineEvent], rows: &[usize], lanes: usize) -> Self {
        let days: Vec<Option<Day>> =
            events.iter().map(|event| event.place.map(|place| number(place.day))).collect();
        let columns =
            |of: fn(&Axis, Day) -> Option<u16>| days.iter().map(move |day| day.and_then(|day| of(axis, day)));
        let row_of = |event: &TimelineEvent| rows[event.lane];
        let single: Vec<Option<u16>> = columns(Axis::mark_column).collect();
        let mut counts = vec![0_usize; lanes * usize::from(axis.columns)];
        for (event, column) in events.iter().zip(&single) {
            if let Some(column) = column {
                counts[row_of(event) * usize::from(axis.columns) + usize::from(*column)] += 1;
            }
        }
        let is_binned = has_neighbours(&counts, axis.columns);
        let mut marks = Self {
            cells: vec![vec![Cell::Line; usize::from(axis.columns)]; lanes],
            columns: if is_binned { columns(Axis::bin_column).collect() } else { single },
            is_binned,
            ..Self::default()
        };
        for (place, (event, day)) in events.iter().zip(&days).enumerate() {
            match (day, marks.columns[place]) {
                (None, _) => marks.undated += 1,
                (Some(_), Some(column)) => marks.put(row_of(event), column, place),
                (Some(day), None) if *day < axis.range.first => marks.beyond.0 += 1,
                (Some(_), None) => marks.beyond.1 += 1,
            }
        }
        for (place, event) in events.iter().enumerate() {
            let column = marks.columns[place];
            marks.put_around(axis, event, row_of(event), column);
        }
        if let Some(rule) = axis.rule {
            for cells in &mut marks.cells {
                let cell = &mut cells[usize::from(rule.column)];
                if !matches!(cell, Cell::Events(_)) {
                    *cell = Cell::Rule;
                }
            }
        }
        marks
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
        let period = place.period.map(|(first, last)| (number(first), number(last)));
        for column in period.and_then(|period| axis.columns_of(period)).into_iter().flatten() {
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

    /// The events of a cell.
    pub(super) fn events(&self, lane: usize, column: u16) -> &[usize] {
        match self.cells.get(lane).and_then(|cells| cells.get(usize::from(column))) {
            Some(Cell::Events(events)) => events,
            _ => &[],
        }
    }
}

/// Whether two numbers stand side by side, so that they would read as one.
fn has_neighbours(counts: &[usize], columns: u16) -> bool {
    counts
        .chunks(usize::from(columns))
        .any(|lane| lane.windows(2).any(|pair| pair.iter().all(|count| *count > 1)))
}
