//! What is said above the rows: how many lines went which way, and what the columns are.

use super::Overview;
use super::entries::Entry;
use super::marks::{Stretch, fill};
use super::plan::{Columns, Plan};
use crate::facts::Direction;
use crate::i18n::strings::Strings;
use crate::look::glyphs;
use crate::protocol::context::Context;
use crate::text::width;
use crate::widgets::row;

/// `13 up, 5 down, 3 single`: how many lines went which way, in the order in which they are said.
pub(super) fn directions(overview: &Overview, context: &Context, words: &Directions) -> String {
    let known = [
        (Direction::Up, words.up),
        (Direction::Down, words.down),
        (Direction::Level, words.level),
        (Direction::Unknown, words.open),
        (Direction::Single, words.single),
    ];
    let counted = known.into_iter().filter_map(|(direction, word)| {
        let count = overview.directions.get(&direction)?;
        Some(format!("{} {word}", context.language.count(*count)))
    });
    counted.collect::<Vec<_>>().join(SEPARATOR)
}

/// Between the counts.
const SEPARATOR: &str = ", ";

/// After a number of lines, what they did.
#[derive(Clone, Copy)]
pub(super) struct Directions {
    up: &'static str,
    down: &'static str,
    level: &'static str,
    open: &'static str,
    single: &'static str,
}

impl Directions {
    /// In few letters.
    pub(super) fn short(strings: &Strings) -> Self {
        let Strings {
            went_up: up,
            went_down: down,
            went_level: level,
            went_open: open,
            went_single: single,
            ..
        } = *strings;
        Self { up, down, level, open, single }
    }

    /// In words that say it to somebody who reads them for the first time.
    pub(super) fn long(strings: &Strings) -> Self {
        Self {
            up: strings.lines_rose,
            down: strings.lines_fell,
            level: strings.lines_level,
            open: strings.lines_open,
            single: strings.lines_single,
        }
    }
}

/// The head of a column, and the cell it ends before or begins at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ColumnHead {
    pub(super) text: String,
    pub(super) x: usize,
    /// The fills it explains, each at its cell in the text.
    pub(super) fills: Vec<(Stretch, usize)>,
}

/// Where the columns stand, from the left of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Places {
    pub(super) name: usize,
    pub(super) dates: usize,
    pub(super) values: usize,
    pub(super) unit: usize,
    pub(super) change: usize,
    pub(super) shape: usize,
    pub(super) bar: usize,
}

impl Places {
    /// The places of these columns in a row, where the name is not in one of its own.
    pub(super) fn of(columns: &Columns, from: usize, arrow: usize) -> Self {
        let mut x = from;
        let mut next = |cells: usize| {
            let at = x;
            x += if cells > 0 { cells + 1 } else { 0 };
            at
        };
        let name = if columns.two_rows { from } else { next(columns.name) };
        let dates = if columns.two_rows { from } else { next(columns.dates) };
        Self {
            name,
            dates,
            values: next(columns.value_cells(arrow)),
            unit: next(columns.unit),
            change: next(columns.change),
            shape: next(columns.shape),
            bar: next(columns.bar),
        }
    }
}

/// The heads of the columns that are shown and need one, from the right.
pub(super) fn heads(context: &Context, plan: &Plan, places: &Places, entries: &[Entry]) -> Vec<ColumnHead> {
    let strings = context.strings();
    let columns = &plan.columns;
    let mut heads = Vec::new();
    if columns.bar > 0 {
        let (text, parts) = bar_legend(context, entries.iter().any(|entry| entry.has_fallen));
        let mut from = 0;
        let fills = parts.into_iter().map(|(kind, word)| {
            let at = from;
            from += 4 + width::cells(word);
            (kind, at)
        });
        let fills = fills.collect();
        if width::cells(&text) <= columns.bar {
            heads.push(ColumnHead { text, x: places.bar, fills });
        }
    }
    // Right above a column of figures; a head that is wider reaches to the left.
    let above = |text: &str, x: usize, cells: usize| {
        let x = (x + cells).saturating_sub(width::cells(text));
        ColumnHead { text: text.to_owned(), x, fills: Vec::new() }
    };
    if columns.shape > 0 && width::cells(strings.shape) <= columns.shape {
        heads.push(ColumnHead { text: strings.shape.to_owned(), x: places.shape, fills: Vec::new() });
    }
    if columns.change > 0 {
        heads.push(above(strings.change, places.change, columns.change));
    }
    heads
}

/// The line above the rows.
#[derive(Clone, Debug)]
pub(super) struct HeadLine {
    /// How many lines went which way, with whose arithmetic the changes are if that has room.
    pub(super) counts: String,
    /// Where that begins, from the left.
    pub(super) x: usize,
    pub(super) heads: Vec<ColumnHead>,
    /// Whether it says whose arithmetic the changes are. If not, the line below the rows does.
    pub(super) says_whose: bool,
}

/// Lays out the line above the rows in so many cells. What gives way, in this order: the long words of the counts, what
/// fills mean, whose arithmetic the changes are; the last two are said below the rows then.
pub(super) fn head_line(overview: &Overview, context: &Context, plan: &Plan, width: u16) -> HeadLine {
    let strings = context.strings();
    let arrow = width::cells(context.glyph(glyphs::FROM_TO));
    let places = Places::of(&plan.columns, usize::from(row::CURSOR_CELLS), arrow);
    let entries = overview.entries.last().map(Vec::as_slice).unwrap_or_default();
    let heads = heads(context, plan, &places, entries);
    let without_fills: Vec<ColumnHead> = heads.iter().filter(|head| head.fills.is_empty()).cloned().collect();
    let long = directions(overview, context, &Directions::long(strings));
    let short = directions(overview, context, &Directions::short(strings));
    let has_changes = plan.columns.change > 0;
    let with_ours = |counts: &str| {
        if has_changes { context.joined(&[counts, strings.our_arithmetic]) } else { counts.to_owned() }
    };
    let width = usize::from(width);
    // Left of the heads; or right of them, where they are far to the left.
    let left = |heads: &[ColumnHead]| {
        let end = heads.iter().map(|head| head.x).min().unwrap_or(width);
        (COUNTS, end.saturating_sub(COUNTS + 1))
    };
    let right = |heads: &[ColumnHead]| {
        let from = heads.iter().map(|head| head.x + width::cells(&head.text)).max().unwrap_or(0) + 2;
        (from.max(COUNTS), width.saturating_sub(from.max(COUNTS) + 1))
    };
    for (counts, heads, says_whose) in [
        (with_ours(&long), &heads, has_changes),
        (with_ours(&short), &heads, has_changes),
        (with_ours(&short), &without_fills, has_changes),
        (short.clone(), &heads, false),
        (short.clone(), &without_fills, false),
    ] {
        for (x, room) in [left(heads), right(heads)] {
            if width::cells(&counts) <= room {
                return HeadLine { counts, x, heads: heads.clone(), says_whose };
            }
        }
    }
    let (x, room) = left(&without_fills);
    let counts = width::truncate_parts(&short, SEPARATOR, room, context.glyph(glyphs::ELLIPSIS)).into_owned();
    HeadLine { counts, x, heads: without_fills, says_whose: false }
}

/// Where the counts begin: after the sign that figures come from sources, and a blank on either side of it.
const COUNTS: usize = 3;

/// What the signs of these rows mean, those that matter most first.
pub(super) fn legend(
    overview: &Overview,
    context: &Context,
    plan: &Plan,
    width: u16,
    shown: &[&Entry],
) -> Vec<String> {
    let strings = context.strings();
    let columns = &plan.columns;
    let head = head_line(overview, context, plan, width);
    let whose = (columns.change > 0 && !head.says_whose)
        .then(|| format!("{}: {}", strings.change, strings.our_arithmetic));
    let in_values = |sign: &str| {
        shown
            .iter()
            .any(|entry| entry.last.contains(sign) || entry.first.iter().any(|first| first.contains(sign)))
    };
    let in_shapes = |sign: &str| columns.shape > 0 && shown.iter().any(|entry| entry.shape.contains(sign));
    let about = context.glyph(glyphs::ABOUT);
    let missing = context.glyph(glyphs::MISSING);
    let no_period = context.glyph(glyphs::NO_PERIOD);
    let (up, down) = (context.glyph(glyphs::UP), context.glyph(glyphs::DOWN));
    let letter = strings.forecast_letter;
    let signs = [
        (in_values(about), about, strings.about),
        (shown.iter().any(|entry| entry.has_forecast), letter, strings.forecast),
        (in_shapes(missing), missing, strings.no_figure_short),
        (in_shapes(up), up, strings.lower_bound),
        (in_shapes(down), down, strings.upper_bound),
        (in_shapes(no_period), no_period, strings.no_period),
    ];
    // Where there is no room for it above the bars.
    let has_fills = columns.bar > 0 && head.heads.iter().all(|head| head.fills.is_empty());
    let (_, parts) = bar_legend(context, shown.iter().any(|entry| entry.has_fallen));
    let fills = parts.into_iter().filter(|_| has_fills);
    let fills = fills.map(|(kind, word)| format!("{} {word}", fill(kind, context.glyphs)));
    let signs = signs.into_iter().filter(|(is_shown, ..)| *is_shown);
    whose.into_iter().chain(fills).chain(signs.map(|(_, sign, word)| format!("{sign} {word}"))).collect()
}

/// What the fills of bars mean: in a line, and one by one.
fn bar_legend(context: &Context, has_gone: bool) -> (String, Vec<(Stretch, &'static str)>) {
    let strings = context.strings();
    let parts = [(Stretch::First, strings.fill_first), (Stretch::Added, strings.fill_added)];
    let gone = has_gone.then_some((Stretch::Gone, strings.fill_gone));
    let parts: Vec<_> = parts.into_iter().chain(gone).collect();
    let text = parts.iter().map(|(kind, word)| format!("{} {word}", fill(*kind, context.glyphs)));
    (text.collect::<Vec<_>>().join("  "), parts)
}
