//! The lanes that have events, from the top, and what they are called.

use super::words::cells;
use crate::dossier::{Lane, LocalText};
use crate::facts::{LaneName, TimelineEvent, lane_names};
use crate::protocol::context::Context;

/// The lanes that have events, on the axis or not: they stay where they are while it moves.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct LaneTable {
    /// Their places among the dossier's; past the last of them that of events without a lane.
    lanes: Vec<usize>,
    /// For each of the dossier's lanes which of these it is.
    rows: Vec<usize>,
    /// How many main events each has.
    main_events: Vec<usize>,
}

impl LaneTable {
    /// The lanes of these events, in the dossier's order.
    pub(super) fn of(context: &Context, events: &[TimelineEvent]) -> Self {
        let mut has_events = vec![false; context.dossier.lanes.len() + 1];
        for event in events {
            has_events[event.lane] = true;
        }
        let mut table = Self::default();
        for (lane, has_events) in has_events.into_iter().enumerate() {
            table.rows.push(table.lanes.len());
            if has_events {
                table.lanes.push(lane);
            }
        }
        table.main_events = vec![0; table.lanes.len()];
        for event in events.iter().filter(|event| event.is_main) {
            table.main_events[table.rows[event.lane]] += 1;
        }
        table
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.lanes.len()
    }

    /// Which of them an event is in.
    pub(super) fn row_of(&self, event: &TimelineEvent) -> usize {
        self.rows.get(event.lane).copied().unwrap_or(0)
    }

    /// How many main events each has.
    pub(super) fn main_events(&self) -> &[usize] {
        &self.main_events
    }
}

/// What the lanes are called in a panel of so many columns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct LaneNames {
    names: Vec<String>,
    /// The cells that they take, with a blank after them.
    left: u16,
}

impl LaneNames {
    /// The names in full where that leaves most of the panel to the axis, else the short ones.
    pub(super) fn of(context: &Context, table: &LaneTable, columns: u16) -> Self {
        /// The most cells of a short name.
        const SHORT_CELLS: usize = 8;
        let called = |of: fn(&Lane) -> &LocalText| {
            let names = lane_names(&context.dossier, &table.lanes);
            names.map(move |name| match name {
                LaneName::Of(lane) => context.text(of(lane)),
                LaneName::Others => context.strings().optional.other_lane.to_owned(),
                LaneName::None => String::new(),
            })
        };
        let mut names: Vec<String> = called(|lane| &lane.name).collect();
        if names.iter().any(|name| cells(name) > columns / 6) {
            names = called(|lane| &lane.short)
                .map(|name| context.truncate(&name, SHORT_CELLS).into_owned())
                .collect();
        }
        let widest = names.iter().map(|name| cells(name)).max().unwrap_or(0);
        Self { names, left: if widest > 0 { widest + 1 } else { 0 } }
    }

    /// What a lane is called.
    pub(super) fn get(&self, lane: usize) -> Option<&String> {
        self.names.get(lane)
    }

    /// The column in which the axis begins.
    pub(super) fn left(&self) -> u16 {
        self.left
    }

    /// The columns of the axis in a panel of so many.
    pub(super) fn axis_columns(&self, columns: u16) -> u16 {
        columns.saturating_sub(self.left)
    }
}
