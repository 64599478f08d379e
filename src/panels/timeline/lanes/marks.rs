//! What stands in the rows of the lanes: a mark a column, or how many events are in it, and the time that some of them take.

use super::axis::{Axis, number};
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
        let marks = Self::with(axis, events, rows, lanes, false);
        if marks.has_neighbours() { Self::with(axis, events, rows, lanes, true) } else { marks }
    }

    fn with(axis: &Axis, events: &[TimelineEvent], rows: &[usize], lanes: usize, is_binned: bool) -> Self {
        let mut marks = Self {
            cells: vec![vec![Cell::Line; usize::from(axis.columns)]; lanes],
            is_binned,
            ..Self::default()
        };
        for (place, event) in events.iter().enumerate() {
            let at = event.place.map(|place| number(place.day));
            let column =
                at.and_then(|day| if is_binned { axis.bin_column(day) } else { axis.mark_column(day) });
            marks.columns.push(column);
            match (at, column) {
                (None, _) => marks.undated += 1,
                (Some(day), None) if day < axis.range.first => marks.beyond.0 += 1,
                (Some(_), None) => marks.beyond.1 += 1,
                (Some(_), Some(column)) => marks.put(rows[event.lane], column, place),
            }
        }
        for (event, column) in events.iter().zip(marks.columns.clone()) {
            marks.put_around(axis, event, rows[event.lane], column);
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

    /// Whether two numbers stand side by side, so that they would read as one.
    fn has_neighbours(&self) -> bool {
        let is_number = |cell: &Cell| matches!(cell, Cell::Events(events) if events.len() > 1);
        self.cells.iter().any(|cells| cells.windows(2).any(|pair| pair.iter().all(is_number)))
    }

    /// The events of a cell.
    pub(super) fn events(&self, lane: usize, column: u16) -> &[usize] {
        match self.cells.get(lane).and_then(|cells| cells.get(usize::from(column))) {
            Some(Cell::Events(events)) => events,
            _ => &[],
        }
    }
}
