//! A text of rows, as far as its quotes let it be read.

use std::ops::Range;

use csv::StringRecord;
use foldhash::HashSet;

use super::grid::Grid;
use super::quotes;

/// A text of rows, as far as its quotes let it be read.
pub(super) struct Sheet<'t> {
    pub(super) grid: Grid<'t>,
    pub(super) faults: Vec<quotes::Fault>,
    /// The rows that they are in.
    faulty: HashSet<usize>,
    /// What follows a quote that is not closed.
    pub(super) unread: &'t str,
}

impl<'t> Sheet<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let grid = Grid::of(text);
        let faults = quotes::faults(grid);
        let unclosed = faults.last().filter(|fault| fault.kind == quotes::Kind::Unclosed);
        let (text, unread) = text.split_at(unclosed.map_or(text.len(), |fault| fault.row));
        let faulty = faults.iter().map(|fault| fault.row).collect();
        Self { grid: Grid { text, start: grid.start.min(text.len()), ..grid }, faults, faulty, unread }
    }

    /// Leaves out the rows that start in these bytes, and their faults: they have a report of their own.
    pub(super) fn leave_out(&mut self, range: Range<usize>) {
        self.faults.retain(|fault| !range.contains(&fault.row));
        let starts = self.grid.text[range.clone()].match_indices('\n').map(|(at, _)| range.start + at + 1);
        self.faulty.extend(std::iter::once(range.start).chain(starts));
    }

    /// Whether quotes are at fault in the record that starts at or after `start`.
    pub(super) fn is_faulty(&self, start: usize) -> bool {
        self.faulty.contains(&self.grid.first(start))
    }

    /// How many fields the first row below the header has.
    pub(super) fn first_width(&self) -> Option<usize> {
        let mut reader = self.grid.reader();
        let mut record = StringRecord::new();
        let mut read = || reader.read_record(&mut record).unwrap_or(false).then(|| record.len());
        read().and_then(|_| read())
    }

    /// Goes through the rows below the header that have something in them.
    pub(super) fn each_row(&self, mut row: impl FnMut(&StringRecord, usize)) {
        let mut reader = self.grid.reader();
        let mut record = StringRecord::new();
        let mut is_header = true;
        // Text that is UTF-8 and rows of any length leave no error to meet.
        while reader.read_record(&mut record).unwrap_or(false) {
            let is_empty = record.iter().all(|field| field.trim().is_empty());
            if !std::mem::take(&mut is_header) && !is_empty {
                let start = record.position().map_or(0, |position| position.byte() as usize);
                row(&record, self.grid.start + start);
            }
        }
    }
}
