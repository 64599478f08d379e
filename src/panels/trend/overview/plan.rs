//! What the overview shows in its room: which columns, which lines first, and where the heads of the series stand.

use foldhash::HashMap;

use super::entries::Entry;
use super::marks::MOST_SHAPE;
use crate::dossier::Ref;
use crate::facts::SeriesTrend;
use crate::look::glyphs;
use crate::protocol::context::Context;
use crate::text::width;
use crate::widgets::row;

/// The widths of the columns in cells, 0 for one that is not shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Columns {
    pub(super) name: usize,
    pub(super) dates: usize,
    /// Before the arrow and after it.
    pub(super) values: (usize, usize),
    pub(super) unit: usize,
    pub(super) change: usize,
    pub(super) shape: usize,
    pub(super) bar: usize,
    /// Whether dates are years.
    pub(super) years: bool,
    /// Whether the name has a row of its own, with the dates.
    pub(super) two_rows: bool,
}

/// The fewest cells of a bar: in fewer it shows nothing.
const LEAST_BAR: usize = 10;
/// The most cells of a bar: more would only stretch it.
const MOST_BAR: usize = 40;

/// The most cells that the name of a line takes from the other columns if it is not the first of its series.
const LONGEST_OTHER: usize = 18;

impl Columns {
    /// The columns of these lines, of which some are in sight first, in so many cells. What has no room gives way in this
    /// order: the bar, of dates what is finer than a year, the shape, the dates; then the name has a row of its own. Values,
    /// units and changes of all lines have room; of names those that are in sight first.
    fn of(
        context: &Context,
        (entries, in_sight): (&[Entry], &[bool]),
        cells: usize,
        is_headed: bool,
    ) -> Self {
        let most = |of: &dyn Fn(&Entry) -> usize| entries.iter().map(of).max().unwrap_or(0);
        let is_first = |line: usize| line == 0 || entries[line - 1].line.0 != entries[line].line.0;
        let name = |line: usize| {
            let entry = &entries[line];
            let name = if is_headed { &entry.name_under_head } else { &entry.name };
            let cells = width::cells(name) + if entry.fault.is_some() { 2 } else { 0 };
            if is_headed || is_first(line) { cells } else { cells.min(LONGEST_OTHER) }
        };
        let names = (0..entries.len()).filter(|line| in_sight[*line]).map(name);
        let first = |entry: &Entry| entry.first.as_deref().map_or(0, width::cells);
        let whole = Self {
            name: names.max().unwrap_or(0),
            dates: most(&|entry| width::cells(&entry.dates)),
            values: (most(&first), most(&|entry| width::cells(&entry.last))),
            unit: if is_headed { 0 } else { most(&|entry| width::cells(&entry.unit)) },
            change: most(&|entry| width::cells(&entry.change)),
            shape: most(&|entry| width::cells(&entry.shape)).min(MOST_SHAPE),
            bar: LEAST_BAR,
            years: false,
            two_rows: false,
        };
        let years = most(&|entry| width::cells(&entry.years));
        let no_bar = Self { bar: 0, ..whole };
        let in_years = Self { dates: years, years: true, ..no_bar };
        let no_shape = Self { shape: 0, ..in_years };
        let no_dates = Self { dates: 0, ..no_shape };
        let forms = [whole, no_bar, in_years, no_shape, no_dates];
        let arrow = width::cells(context.glyph(glyphs::FROM_TO));
        let room = cells.saturating_sub(usize::from(row::CURSOR_CELLS + row::LIT_CELLS));
        let Some(columns) = forms.into_iter().find(|columns| columns.cells(arrow) <= room) else {
            return Self { two_rows: true, ..in_years }.in_two_rows(room, arrow);
        };
        let spare = room - columns.cells(arrow);
        // What is left goes to names that are longer than their share, then to the bar.
        let longest =
            most(&|entry| width::cells(if is_headed { &entry.name_under_head } else { &entry.name }));
        let more = longest.saturating_sub(columns.name).min(spare);
        let bar = if columns.bar == 0 { 0 } else { (columns.bar + spare - more).min(MOST_BAR) };
        Self { name: columns.name + more, bar, ..columns }
    }

    /// The second of two rows begins with the values; shape and change give way in it.
    fn in_two_rows(self, room: usize, arrow: usize) -> Self {
        let without = |columns: Self| columns.second_row(arrow) <= room;
        let no_shape = Self { shape: 0, ..self };
        let no_change = Self { change: 0, ..no_shape };
        [self, no_shape, no_change].into_iter().find(|columns| without(*columns)).unwrap_or(no_change)
    }

    fn second_row(&self, arrow: usize) -> usize {
        // It is indented by a cell.
        1 + self.value_cells(arrow) + spaced(&[self.unit, self.change, self.shape])
    }

    /// The cells of the values with the arrow between them.
    pub(super) fn value_cells(&self, arrow: usize) -> usize {
        let (before, after) = self.values;
        before + if before > 0 { arrow } else { 0 } + after
    }

    fn cells(&self, arrow: usize) -> usize {
        self.name
            + spaced(&[self.dates, self.value_cells(arrow), self.unit, self.change, self.shape, self.bar])
    }
}

/// The cells of these columns, each with a blank before it.
fn spaced(columns: &[usize]) -> usize {
    columns.iter().filter(|cells| **cells > 0).map(|cells| cells + 1).sum()
}

/// What stands around a line that is not its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Around {
    /// Above it the head of its series.
    pub(super) head: bool,
    /// Below it the places of its series that have no figure.
    pub(super) foot: bool,
}

/// The overview in a room.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    pub(super) columns: Columns,
    /// Whether series have heads; then the unit stands there.
    pub(super) is_headed: bool,
    /// The lines in the order in which they stand, by their numbers, each with what stands around it.
    pub(super) rows: Vec<(usize, Around)>,
    /// The rows of those that something stands around.
    heights: HashMap<Ref, u16>,
}

impl Plan {
    /// Lays out these lines in so many cells and rows, those of the column heads not counted.
    ///
    /// Of each series the line that moved most is in sight before another has a second one. Heads follow where there are two
    /// rows for each series and two more; then further lines in the dossier's order. What has no room follows below, in the
    /// dossier's order too, so that going down leads through all of them.
    pub(super) fn of(
        context: &Context,
        trends: &[SeriesTrend],
        entries: &[Entry],
        (cells, rows): (u16, u16),
    ) -> Self {
        let (cells, rows) = (usize::from(cells), usize::from(rows));
        let with_foot: Vec<bool> = trends.iter().map(has_foot).collect();
        let heads = trends.len();
        let has_room_for_heads = heads > 1 && rows >= 2 * heads + 2;
        // Wide enough for what is in sight at first. Where one of the others is longer its name is cut: the line below the
        // overview and the status line have it whole.
        let columns_of =
            |chosen: &[bool], is_headed| Columns::of(context, (entries, chosen), cells, is_headed);
        let with_heads = has_room_for_heads.then(|| {
            let chosen = chosen(entries, heads, rows - heads);
            (columns_of(&chosen, true), chosen)
        });
        let with_heads = with_heads.filter(|(columns, _)| !columns.two_rows);
        let is_headed = with_heads.is_some();
        let taken = if is_headed { heads } else { 0 };
        let (columns, chosen) = with_heads.unwrap_or_else(|| {
            let of_one_row = chosen(entries, heads, rows.max(1));
            let columns = columns_of(&of_one_row, false);
            let height = if columns.two_rows { 2 } else { 1 };
            (columns, chosen(entries, heads, (rows / height).max(1)))
        });
        let height = if columns.two_rows { 2 } else { 1 };
        let order = (0..entries.len()).filter(|line| chosen[*line]);
        let order = order.chain((0..entries.len()).filter(|line| !chosen[*line]));
        let order: Vec<usize> = order.collect();
        let series = |place: usize| order.get(place).map(|line| entries[*line].line.0);
        // Below the last line of a series, if there is a row for it, or if that is scrolled to anyway.
        let last_of: Vec<usize> = (0..trends.len())
            .map(|number| {
                order.iter().rposition(|line| entries[*line].line.0 == number).unwrap_or(usize::MAX)
            })
            .collect();
        let count = chosen.iter().filter(|is_chosen| **is_chosen).count();
        let mut spare = rows.saturating_sub(taken + count * height);
        let rows = order.iter().enumerate().map(|(place, line)| {
            let own = entries[*line].line.0;
            let begins = place.checked_sub(1).and_then(series) != Some(own) || place == count;
            // Without heads it would not be known of which series it is.
            let is_clear = is_headed || heads == 1;
            let mut foot = is_clear && with_foot[own] && last_of[own] == place;
            if foot && place < count {
                foot = spare > 0;
                spare = spare.saturating_sub(1);
            }
            (*line, Around { head: is_headed && begins, foot })
        });
        let rows: Vec<(usize, Around)> = rows.collect();
        let own = if columns.two_rows { 2 } else { 1 };
        let is_alone = |(_, around): &&(usize, Around)| *around != Around::default();
        let heights = rows.iter().filter(is_alone).map(|(line, around)| {
            let height = own + u16::from(around.head) + u16::from(around.foot);
            (entries[*line].item.clone(), height)
        });
        Self { columns, is_headed, heights: heights.collect(), rows }
    }

    /// The rows of an item, with what stands around it.
    pub(super) fn height(&self, item: &Ref) -> u16 {
        let own = if self.columns.two_rows { 2 } else { 1 };
        self.heights.get(item).copied().unwrap_or(own)
    }
}

/// Whether a series names places without a figure, or has figures without a date.
pub(super) fn has_foot(trend: &SeriesTrend) -> bool {
    let has_missing = trend.lines.iter().any(|line| line.missing().next().is_some());
    has_missing || !(trend.without.is_empty() && trend.expected.is_empty() && trend.undated.is_empty())
}

/// Which lines are in sight first: the first of each series, then others in order, as many as there is room for.
fn chosen(entries: &[Entry], series: usize, room: usize) -> Vec<bool> {
    let mut chosen = vec![false; entries.len()];
    let mut left = room;
    let mut known = vec![false; series];
    for first in [true, false] {
        for (line, entry) in entries.iter().enumerate() {
            let begins = !std::mem::replace(&mut known[entry.line.0], true);
            if left > 0 && !chosen[line] && (begins || !first) {
                chosen[line] = true;
                left -= 1;
            }
        }
    }
    chosen
}
