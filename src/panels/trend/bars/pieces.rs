//! What stands on the rows of bars, piece by piece: text at a place, what it is, and the figure it belongs to. Drawing,
//! clicks and tests all read the same pieces.

use std::ops::Range;

use super::figures::{Bar, Bars, Bound, FILLS, Section};
use super::measure::{Above, Form, LEFT, Measure};
use super::scale::{EIGHTHS, RIGHT_HALF};
use super::words::{self, Words};
use crate::look::glyphs::{self, Glyphs};
use crate::protocol::context::Context;
use crate::text::width;
use crate::widgets::to_cells;

/// What a piece is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum What {
    /// The name of a line or a place.
    Name,
    /// A period.
    Period,
    /// A stretch of a bar.
    Fill,
    /// The value of a figure.
    Value,
    /// What stands between values, before and after them.
    Between,
    /// What changed.
    Change,
    /// The line of zero, and the rule above a section.
    Rule,
    /// Words about the bars.
    Note,
    /// The head of a column.
    Head,
}

/// Text on one row.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Piece {
    /// Where it begins, counted from the left and the top of the area.
    pub(super) x: u16,
    pub(super) y: u16,
    pub(super) text: String,
    pub(super) what: What,
    /// The figure it belongs to, by bar and number.
    pub(super) figure: Option<(usize, usize)>,
}

impl Piece {
    /// The cells it takes.
    pub(super) fn cells(&self) -> u16 {
        to_cells(width::cells(&self.text))
    }
}

/// What all pieces are made from.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) bars: &'a Bars,
    pub(super) words: &'a Words,
    pub(super) measure: &'a Measure,
    pub(super) context: &'a Context,
}

/// Pieces as they are put side by side.
struct Row {
    pieces: Vec<Piece>,
    y: u16,
}

impl Row {
    fn put(&mut self, x: u16, text: impl Into<String>, what: What, figure: Option<(usize, usize)>) -> u16 {
        let piece = Piece { x, y: self.y, text: text.into(), what, figure };
        let end = x + piece.cells();
        if end > x {
            self.pieces.push(piece);
        }
        end
    }
}

impl Source<'_> {
    /// The pieces of an item whose first row is this.
    pub(super) fn item(&self, item: usize, y: u16) -> Vec<Piece> {
        let Self { bars, words, measure, context } = *self;
        let of = measure.bars_of(bars, item);
        let bar = of.start;
        let mut row = Row { pieces: Vec::new(), y };
        let Above { blank, rule, name, gap } = measure.above(bars, item);
        row.y += blank;
        if rule > 0 {
            self.rule(&mut row, bars.group(bar).section);
            row.y += 1;
        }
        let group = bars.bars[bar].group;
        if name > 0 {
            let name =
                context.truncate(&words.names[group], usize::from(measure.width - LEFT.min(measure.width)));
            row.put(LEFT, name, What::Name, Some((bar, 0)));
            row.y += 1;
        }
        if gap > 0 {
            let note = format!("{} {}", context.glyph(glyphs::NO_PERIOD), context.strings().no_period);
            let left = if measure.form == Form::Bars { measure.left } else { LEFT };
            let room = usize::from(measure.width - left.min(measure.width));
            row.put(left, context.truncate(&note, room), What::Note, None);
            row.y += 1;
        }
        let rows = measure.thickness(bars, item);
        let middle = row.y + (rows - 1) / 2;
        let first = row.y;
        let mut labels = Row { pieces: Vec::new(), y: middle };
        if measure.form == Form::Changes {
            self.changes(&mut labels, of);
        } else {
            let is_named = measure.name_cells > 0 && (bars.leads(bar) || measure.has_all_names);
            self.label(&mut labels, bar, is_named);
            for y in first..first + rows {
                row.y = y;
                self.bar(&mut row, bar);
            }
            self.behind(&mut labels, bar);
        }
        row.pieces.append(&mut labels.pieces);
        row.pieces
    }

    /// The row of an item that has its label, counted from its first.
    pub(super) fn middle(&self, item: usize) -> u16 {
        let above = self.measure.above(self.bars, item).rows();
        above + (self.measure.thickness(self.bars, item) - 1) / 2
    }

    fn label(&self, row: &mut Row, bar: usize, is_named: bool) {
        let Self { bars, words, measure, .. } = *self;
        let mut x = LEFT;
        if measure.name_cells > 0 {
            if is_named {
                row.put(x, words.names[bars.bars[bar].group].as_str(), What::Name, Some((bar, 0)));
            }
            x += measure.name_cells + 1;
        }
        row.put(x, words.bars[bar].periods[measure.period].as_str(), What::Period, Some((bar, 0)));
    }

    /// The stretches of a bar on one of its rows.
    fn bar(&self, row: &mut Row, bar: usize) {
        let Self { bars, measure, context, .. } = *self;
        if measure.form != Form::Bars {
            return;
        }
        let of = &bars.bars[bar];
        let scale = &measure.scale;
        let origin = measure.left + scale.zero.map_or(0, |zero| zero + 1);
        if let Some(zero) = scale.zero {
            row.put(measure.left + zero, context.glyph(glyphs::AXIS), What::Rule, None);
        }
        if of.is_stack() {
            let mut x = origin;
            for (figure, cells, fill) in self.stretches(of) {
                x = row.put(x, fill.repeat(usize::from(cells)), What::Fill, Some((bar, figure)));
            }
            return;
        }
        let Some((figure, value)) =
            of.figures.iter().enumerate().find_map(|(place, of)| Some((place, of.value?)))
        else {
            return;
        };
        let slot = bars.slot(&of.figures[figure]);
        let bound = of.bound();
        let fill = glyphs::PART_FILLS[slot].get(context.glyphs);
        let in_part = slot == 0 && context.glyphs == Glyphs::Unicode && bound.is_none();
        if value < 0.0 {
            let halves = if in_part { scale.halves(value) } else { scale.whole(value) * 2 };
            let cells = halves.div_ceil(2);
            let end = if halves % 2 == 1 { RIGHT_HALF } else { "" };
            let body = fill.repeat(usize::from(halves / 2));
            let mut text = format!("{end}{body}");
            if let Some(bound) = bound {
                text = format!("{}{}", end_of(bound, context), fill.repeat(usize::from(cells - 1)));
            }
            row.put(origin - 1 - cells, text, What::Fill, Some((bar, figure)));
            return;
        }
        let text = match (bound, in_part) {
            (Some(bound), _) => {
                let cells = scale.whole(value);
                let body = fill.repeat(usize::from(cells.saturating_sub(1)));
                if cells == 0 { String::new() } else { format!("{body}{}", end_of(bound, context)) }
            }
            (None, true) => {
                let eighths = usize::from(scale.eighths(value));
                format!("{}{}", fill.repeat(eighths / 8), EIGHTHS[eighths % 8])
            }
            (None, false) => fill.repeat(usize::from(scale.whole(value))),
        };
        row.put(origin, text, What::Fill, Some((bar, figure)));
    }

    /// The stretches of stacked parts: the first figure of each, its cells and its fill.
    fn stretches(&self, bar: &Bar) -> Vec<(usize, u16, &'static str)> {
        let slots = (0..FILLS).filter_map(|slot| {
            let own = || bar.figures.iter().enumerate().filter(|(_, figure)| self.bars.slot(figure) == slot);
            let mut values = own().filter_map(|(place, figure)| Some((place, figure.value?)));
            // What was not found has no stretch, though it may share its fill.
            let (figure, first) = values.next()?;
            Some((slot, figure, values.fold(first, |sum, (_, value)| sum + value)))
        });
        let slots: Vec<_> = slots.collect();
        let ends = self.measure.scale.ends(&slots.iter().map(|(.., sum)| *sum).collect::<Vec<_>>());
        let mut before = 0;
        let stretch = |((slot, figure, _), end): (&(usize, usize, f64), u16)| {
            let cells = end - std::mem::replace(&mut before, end);
            (*figure, cells, glyphs::PART_FILLS[*slot].get(self.context.glyphs))
        };
        slots.iter().zip(ends).map(stretch).collect()
    }

    /// The value behind a bar, and what changed.
    fn behind(&self, row: &mut Row, bar: usize) {
        let Self { bars, words, measure, context } = *self;
        let drawn = row_end(&self.fills(bar)).map_or(measure.left, |end| end + 1);
        let past_zero = measure.scale.zero.map_or(0, |zero| measure.left + zero + 2);
        let mut x = if measure.form == Form::Bars { drawn.max(past_zero) } else { measure.left };
        let room = measure.width.saturating_sub(x);
        let value = &words.bars[bar];
        if measure.form == Form::Plain && to_cells(value.value_cells[1]) > room {
            let whole: String = value.values[1].iter().map(|span| span.text.as_str()).collect();
            let from = measure.width.saturating_sub(to_cells(value.value_cells[1])).max(LEFT).min(x);
            let room = usize::from(measure.width.saturating_sub(from));
            row.pieces.retain(|piece| piece.x + piece.cells() < from);
            row.put(from, context.truncate(&whole, room), What::Value, Some((bar, 0)));
            return;
        }
        let form = if measure.form == Form::Plain { 1 } else { measure.value };
        for span in &value.values[form] {
            let what = if span.figure.is_some() { What::Value } else { What::Between };
            x = row.put(x, span.text.as_str(), what, span.figure.map(|figure| (bar, figure)));
        }
        if measure.change_cells > 0 {
            Self::change(row, words.change_at(bars, bar), measure.width, bar);
        }
    }

    /// What changed, so that it ends before a column.
    fn change(row: &mut Row, change: &str, end: u16, bar: usize) {
        row.put(end - to_cells(width::cells(change)), change, What::Change, Some((bar, 0)));
    }

    /// The stretches of a bar, on any row.
    pub(super) fn fills(&self, bar: usize) -> Vec<Piece> {
        let mut row = Row { pieces: Vec::new(), y: 0 };
        self.bar(&mut row, bar);
        row.pieces.retain(|piece| piece.what == What::Fill);
        row.pieces
    }

    /// A line of two figures, or one: its ends, what changed, and both in one bar.
    fn changes(&self, row: &mut Row, of: Range<usize>) {
        let Self { bars, words, measure, context } = *self;
        let (first, last) = (of.start, of.end - 1);
        let group = bars.bars[first].group;
        let mut x = LEFT;
        if measure.name_cells > 0 {
            row.put(x, words.names[group].as_str(), What::Name, Some((last, 0)));
            x += measure.name_cells + 1;
        }
        if measure.period_cells > 0 {
            if words.spans[group] != words.common_span {
                row.put(x, words.spans[group].as_str(), What::Period, Some((last, 0)));
            }
            x += measure.period_cells + 1;
        }
        let value = |bar: usize| words.bars[bar].values[1].first().map_or("", |span| span.text.as_str());
        let (before, after) = measure.ends;
        let arrow = context.glyph(glyphs::FROM_TO);
        if first < last {
            let at = x + to_cells(before.saturating_sub(width::cells(value(first))));
            row.put(at, value(first), What::Value, Some((first, 0)));
            row.put(x + to_cells(before), arrow, What::Between, None);
        }
        x += to_cells(before + width::cells(arrow));
        row.put(x, value(last), What::Value, Some((last, 0)));
        x += to_cells(after) + 1;
        if measure.change_cells > 0 {
            Self::change(row, &words.changes[group], x + measure.change_cells, last);
        }
        let amount = |bar: usize| bars.bars[bar].total.unwrap_or_default();
        let from = if first < last { amount(first) } else { amount(last) };
        let mut x = measure.left;
        for (text, bar) in self.change_fills(from, amount(last), first, last) {
            x = row.put(x, text, What::Fill, Some((bar, 0)));
        }
    }

    /// What was there first, what came in eighths of a cell, and what went. The border is on a whole cell.
    fn change_fills(&self, from: f64, to: f64, first: usize, last: usize) -> [(String, usize); 3] {
        let scale = &self.measure.scale;
        let glyphs = self.context.glyphs;
        let fill = |fill: glyphs::Glyph, cells: u16| fill.get(glyphs).repeat(usize::from(cells));
        let kept = scale.whole(from.min(to));
        if to > from {
            let eighths = match glyphs {
                Glyphs::Unicode => scale.eighths(to),
                Glyphs::Ascii => scale.whole(to) * 8,
            };
            // Of less than a cell there is no border.
            let kept = (scale.length(from).round() as u16).min(eighths / 8);
            let added = fill(glyphs::FILL_ADDED, eighths / 8 - kept) + EIGHTHS[usize::from(eighths % 8)];
            return [(fill(glyphs::FILL_FIRST, kept), first), (added, last), (String::new(), last)];
        }
        let all = scale.whole(from);
        [
            (fill(glyphs::FILL_FIRST, kept), last),
            (fill(glyphs::FILL_GONE, all - kept), first),
            (String::new(), last),
        ]
    }

    /// The rule above a section, with why it is apart.
    fn rule(&self, row: &mut Row, section: Section) {
        let strings = self.context.strings();
        let why = match section {
            Section::Main => "",
            Section::OtherLengths => strings.other_lengths,
            Section::Undated => strings.no_dates,
        };
        let rule = self.context.glyph(glyphs::RULE);
        let width = self.measure.width;
        let room = usize::from(width.saturating_sub(LEFT + 2));
        let why = self.context.truncate(why, room);
        row.put(LEFT - 1, rule, What::Rule, None);
        let end = row.put(LEFT + 1, why, What::Note, None) + 1;
        row.put(end, rule.repeat(usize::from(width.saturating_sub(end))), What::Rule, None);
    }

    /// The row above the bars: the unit, what fills mean, and the head of the column of changes.
    pub(super) fn head(&self) -> Vec<Piece> {
        let Self { bars, words, measure, context } = *self;
        let mut row = Row { pieces: Vec::new(), y: 0 };
        let change = words.change_head;
        let mut end = measure.width;
        let mut legend = words::legend(bars, context);
        let mut x = LEFT;
        if measure.form == Form::Changes {
            let strings = context.strings();
            legend = vec![
                (glyphs::FILL_FIRST, strings.fill_first.to_owned()),
                (glyphs::FILL_ADDED, strings.fill_added.to_owned()),
                (glyphs::FILL_GONE, strings.fill_gone.to_owned()),
            ];
            let column = measure.left - 1;
            let common = [words.common_span.as_str(), words.unit.as_str()];
            let common: Vec<&str> = common.into_iter().filter(|text| !text.is_empty()).collect();
            let at = if measure.change_cells > 0 { column - to_cells(width::cells(change)) } else { column };
            if measure.change_cells > 0 {
                row.put(at, change, What::Head, None);
            }
            row.put(
                x,
                context.truncate_parts(&context.joined(&common), usize::from(at - x - 1)),
                What::Head,
                None,
            );
            x = measure.left;
        } else {
            if measure.change_cells > 0 {
                end -= to_cells(width::cells(change));
                row.put(end, change, What::Head, None);
                end -= 2;
            }
            if to_cells(width::cells(&words.unit)) <= end.saturating_sub(x) && !words.unit.is_empty() {
                x = row.put(x, words.unit.as_str(), What::Head, None) + 2;
            }
        }
        for (glyph, meaning) in legend {
            let cells = to_cells(width::cells(&meaning) + width::cells(context.glyph(glyph)) + 1);
            if x + cells > end {
                break;
            }
            x = row.put(x, context.glyph(glyph), What::Fill, None) + 1;
            x = row.put(x, meaning, What::Head, None) + 2;
        }
        row.pieces
    }

    /// The note below the bars, if there is one.
    pub(super) fn note(&self) -> Option<&'static str> {
        (self.bars.count() == 1 && self.measure.has_note).then(|| self.context.strings().one_figure)
    }
}

/// How a bar ends whose value is a bound.
fn end_of(bound: Bound, context: &Context) -> &'static str {
    context.glyph(match bound {
        Bound::Lower => glyphs::UP,
        Bound::Upper => glyphs::DOWN,
    })
}

/// Where the last of these pieces ends.
fn row_end(pieces: &[Piece]) -> Option<u16> {
    pieces.iter().map(|piece| piece.x + piece.cells()).max()
}
