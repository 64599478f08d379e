//! What there is room for: how many rows a bar has, how wide the columns are, and what gives way.

use std::ops::Range;

use super::figures::{Bar, Bars};
use super::scale::Scale;
use super::words::Words;
use crate::dossier::Qualifier;
use crate::look::glyphs::{self, Glyphs};
use crate::text::width;
use crate::widgets::{row, to_cells};

/// In what form bars are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// Labels and values, without bars: there is no room for them.
    Plain,
    /// A row for each line of two figures: what was there first, what came and what went.
    Changes,
    /// A bar for each figure.
    Bars,
}

/// Where things stand. Columns count from the left of the area.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    pub(super) form: Form,
    /// How many items there are to scroll through: bars, or lines.
    pub(super) items: usize,
    /// The cells of the area but for those at its right that say what is lit.
    pub(super) width: u16,
    /// The row above the bars, for what fills mean and what stands in the column of changes.
    pub(super) head: u16,
    /// Whether names have rows of their own.
    pub(super) is_name_above: bool,
    /// The cells of names and of periods.
    pub(super) name_cells: u16,
    pub(super) period_cells: u16,
    /// Which form of periods and of values: 0 in full, 1 short.
    pub(super) period: usize,
    pub(super) value: usize,
    /// The cells before the arrow and after it, in rows of changes.
    pub(super) ends: (usize, usize),
    /// The cells of changes; 0 where they are not shown.
    pub(super) change_cells: u16,
    /// Where bars begin.
    pub(super) left: u16,
    pub(super) scale: Scale,
    /// The rows of a bar.
    pub(super) thickness: u16,
    /// The blank rows between groups, or between bars where there is one group: one or none.
    blank: u16,
    /// Whether each bar has its name, and not only the first of a group: not all are in sight at once.
    pub(super) has_all_names: bool,
    /// Whether there is a row for a note below the bars.
    pub(super) has_note: bool,
}

/// Cells at the left of a row: the cursor, the sign of a figure at fault, and a blank.
pub(super) const LEFT: u16 = row::CURSOR_CELLS + 2;
/// The fewest cells in which there are bars.
const LEAST_WIDTH: u16 = 24;
/// The fewest cells of the longest bar.
const LEAST_BAR: u16 = 6;
/// The fewest cells in which changes have a column.
const LEAST_FOR_CHANGES: u16 = 44;
/// The most rows of a bar.
const MOST_ROWS: u16 = 5;
/// The fewest rows that have a head.
const LEAST_FOR_HEAD: u16 = 4;

impl Measure {
    /// What there is room for in an area of this width and height.
    pub(super) fn of(bars: &Bars, words: &Words, glyphs: Glyphs, size: (u16, u16)) -> Self {
        let (width, rows) = size;
        let width = width.saturating_sub(row::LIT_CELLS);
        let fixed = bars.sections + bars.gaps;
        let has_legend = bars.is_divided() || !bars.bounds.is_empty();
        let has_head = rows >= LEAST_FOR_HEAD;
        let fits = |rows_of_bars: usize| rows_of_bars + fixed < usize::from(rows);
        if !fits(bars.bars.len())
            && has_head
            && let Some(lines) = Self::changes(bars, words, glyphs, width)
        {
            return lines;
        }
        let has_changes =
            words.change_cells > 0 && width >= LEAST_FOR_CHANGES && (has_legend || fits(bars.bars.len()));
        let change_cells = if has_changes && has_head { words.change_cells } else { 0 };
        let has_words = has_legend || change_cells > 0 || !words.unit.is_empty();
        let head = u16::from(has_head && has_words && (has_legend || fits(bars.bars.len())));
        let mut measure = Self {
            form: Form::Plain,
            items: bars.bars.len(),
            width,
            head,
            is_name_above: false,
            name_cells: to_cells(words.name_cells),
            period_cells: to_cells(words.period_cells[0]),
            period: 0,
            value: 0,
            ends: (0, 0),
            change_cells: to_cells(change_cells),
            left: 0,
            scale: Scale::of(bars, 0),
            thickness: 1,
            blank: 0,
            has_all_names: false,
            has_note: false,
        };
        measure.find_room(bars, words);
        measure.find_rows(bars, rows.saturating_sub(head), fixed);
        measure
    }

    /// The first way to put labels and values beside bars that leaves these enough room.
    fn find_room(&mut self, bars: &Bars, words: &Words) {
        let name = self.name_cells;
        let ways = [(0, 0, false), (0, 1, false), (1, 1, false), (0, 1, true), (1, 1, true)];
        for (period, value, is_name_above) in ways {
            self.period_cells = to_cells(words.period_cells[period]);
            self.name_cells = if is_name_above { 0 } else { name };
            self.is_name_above = is_name_above && name > 0;
            (self.period, self.value) = (period, value);
            self.left = self.after_labels();
            let room = self.room(bars, words);
            // In full only where that costs the bars no more than a third.
            let enough = if value == 0 { (self.width - self.left.min(self.width)) / 3 } else { 0 };
            if room >= LEAST_BAR.max(enough) && self.width >= LEAST_WIDTH {
                let one = bars.bars.len() == 1;
                let most = (self.width - self.left) * 3 / 5;
                self.scale = Scale::of(bars, if one { room.min(most.max(LEAST_BAR)) } else { room });
                self.form = Form::Bars;
                return;
            }
        }
        // Without bars: names stand above where names, periods and values do not fit beside each other.
        self.change_cells = 0;
        self.name_cells = name;
        self.is_name_above = false;
        let value = to_cells(words.bars.iter().map(|bar| bar.value_cells[1]).max().unwrap_or(0));
        self.left = self.after_labels();
        if self.left + value > self.width {
            (self.name_cells, self.is_name_above) = (0, name > 0);
            self.left = self.after_labels();
        }
        self.scale = Scale::of(bars, 0);
    }

    /// Where what follows names and periods begins.
    fn after_labels(&self) -> u16 {
        let columns = [self.name_cells, self.period_cells].into_iter().filter(|cells| *cells > 0);
        LEFT + columns.map(|cells| cells + 1).sum::<u16>()
    }

    /// The most cells that the longest bar may have, so that each value finds room behind its bar.
    fn room(&self, bars: &Bars, words: &Words) -> u16 {
        let Some(width) = self.width.checked_sub(self.left) else { return 0 };
        // Behind the value of a bar, what changed.
        let change = |bar: usize| {
            let change = if self.change_cells > 0 { words.change_at(bars, bar) } else { "" };
            if change.is_empty() { 0 } else { width::cells(change) + 2 }
        };
        let values = || {
            let bars = bars.bars.iter().zip(&words.bars).enumerate();
            bars.map(|(number, (bar, words))| (bar, to_cells(words.value_cells[self.value] + change(number))))
        };
        if bars.least < 0.0 {
            let widest = values().map(|(_, cells)| cells).max().unwrap_or(0);
            return width.saturating_sub(widest + 2);
        }
        let mut room = width;
        for (bar, cells) in values() {
            let Some(left) = width.checked_sub(cells) else { return 0 };
            let parts = to_cells(bar.values().filter(|value| *value > 0.0).count());
            // Of what is zero, or was not found, there is no bar.
            let Some(total) = bar.total.filter(|_| parts > 0) else { continue };
            if left < parts + 1 {
                return 0;
            }
            let longest = f64::from(left - 1) * (bars.most / total);
            room = room.min(longest as u16);
        }
        room
    }

    /// How thick bars are, and whether there are blank rows between them.
    fn find_rows(&mut self, bars: &Bars, rows: u16, fixed: usize) {
        let above = if self.is_name_above { bars.groups.len() } else { 0 };
        let rows = usize::from(rows).saturating_sub(fixed + above);
        let count = bars.bars.len().max(1);
        if self.form == Form::Bars {
            let thickness = (rows / count).saturating_sub(1).clamp(1, usize::from(MOST_ROWS));
            self.thickness = to_cells(thickness);
        }
        let between = if bars.groups.len() > 1 { bars.groups.len() } else { count } - 1;
        let one_row = bars.not_found;
        let used = (count - one_row) * usize::from(self.thickness) + one_row;
        self.blank = u16::from(between > 0 && used + between <= rows);
        let blanks = between * usize::from(self.blank);
        self.has_all_names = used > rows;
        self.has_note = self.form == Form::Bars && used + blanks + 2 <= rows;
    }

    /// A row for each line, where the lines have two figures each, or one.
    fn changes(bars: &Bars, words: &Words, glyphs: Glyphs, width: u16) -> Option<Self> {
        let is_forecast =
            |bar: &Bar| bar.figures.iter().any(|figure| figure.qualifier == Qualifier::Forecast);
        let is_firm = |bar: &Bar| {
            bar.total.is_some_and(|total| total >= 0.0) && bar.bound().is_none() && !is_forecast(bar)
        };
        let pairs = bars.groups.iter().filter(|group| group.bars.len() == 2).count();
        let is_fit = !bars.is_divided()
            && bars.least >= 0.0
            && pairs >= 2
            && bars.groups.iter().all(|group| group.bars.len() <= 2)
            && bars.bars.iter().all(|bar| is_firm(bar) && !bar.follows_gap);
        if !is_fit {
            return None;
        }
        let value = |bar: usize| words.bars[bar].value_cells[1];
        let firsts =
            bars.groups.iter().filter(|group| group.bars.len() == 2).map(|group| value(group.bars.start));
        let lasts = bars.groups.iter().map(|group| value(group.bars.end - 1));
        let ends = (firsts.max().unwrap_or(0), lasts.max().unwrap_or(0));
        let arrow = width::cells(glyphs::FROM_TO.get(glyphs));
        let head = width::cells(words.change_head);
        let change_cells = if words.change_cells > 0 { to_cells(words.change_cells.max(head)) } else { 0 };
        let period_cells = to_cells(words.uncommon_spans());
        let mut measure = Self {
            form: Form::Changes,
            items: bars.groups.len(),
            width,
            head: 1,
            is_name_above: false,
            name_cells: to_cells(words.name_cells),
            period_cells,
            period: 1,
            value: 1,
            ends,
            change_cells,
            left: 0,
            scale: Scale::of(bars, 0),
            thickness: 1,
            blank: 0,
            has_all_names: false,
            has_note: false,
        };
        let values = to_cells(ends.0 + arrow + ends.1) + 1;
        let change = if change_cells > 0 { change_cells + 1 } else { 0 };
        measure.left = measure.after_labels() + values + change;
        let room = width.checked_sub(measure.left).filter(|room| *room >= LEAST_BAR)?;
        measure.scale = Scale::of(bars, room);
        Some(measure)
    }

    /// The bars of an item.
    pub(super) fn bars_of(&self, bars: &Bars, item: usize) -> Range<usize> {
        match self.form {
            Form::Changes => bars.groups[item].bars.clone(),
            Form::Plain | Form::Bars => item..item + 1,
        }
    }

    /// The item of a bar.
    pub(super) fn item_of(&self, bars: &Bars, bar: usize) -> usize {
        match self.form {
            Form::Changes => bars.bars.get(bar).map_or(0, |bar| bar.group),
            Form::Plain | Form::Bars => bar,
        }
    }

    /// What stands above the bar of an item: blank rows, a rule, a name, and a gap.
    pub(super) fn above(&self, bars: &Bars, item: usize) -> Above {
        let bar = self.bars_of(bars, item).start;
        let begins = if bars.groups.len() > 1 { bars.leads(bar) } else { true };
        Above {
            blank: if bar > 0 && begins { self.blank } else { 0 },
            rule: u16::from(bars.begins_section(bar).is_some()),
            name: u16::from(self.is_name_above && bars.leads(bar)),
            gap: u16::from(bars.bars[bar].follows_gap),
        }
    }

    /// The rows of the bar of an item; of what was not found there is one.
    pub(super) fn thickness(&self, bars: &Bars, item: usize) -> u16 {
        let bar = self.bars_of(bars, item).start;
        if bars.bars[bar].total.is_none() { 1 } else { self.thickness }
    }

    /// The rows of an item.
    pub(super) fn height(&self, bars: &Bars, item: usize) -> u16 {
        self.above(bars, item).rows() + self.thickness(bars, item)
    }
}

/// The rows above a bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Above {
    pub(super) blank: u16,
    pub(super) rule: u16,
    pub(super) name: u16,
    pub(super) gap: u16,
}

impl Above {
    pub(super) fn rows(self) -> u16 {
        self.blank + self.rule + self.name + self.gap
    }
}
