//! What the article leaves out: a strip of the article with a sign at each place, and a line for each gap.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dossier::{Dossier, LocalText, Ref, Stop};
use crate::facts::stop_gaps;
use crate::look::glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::words;
use crate::text::wrap;
use crate::widgets::to_cells;

/// The most gaps that have a line; the others are counted.
const LINES: usize = 8;
/// The most rows from one line to the next.
const STEP: u16 = 3;
/// The rows of the strip, a blank below it.
const STRIP: u16 = 3;
/// Columns before the names, for the sign.
const INDENT: u16 = 2;

/// The gaps of a stop.
pub(in crate::tour) struct GapsPicture {
    gaps: Vec<(String, Option<usize>)>,
    /// The gap that the stop selects, by its place among them.
    selected: Option<usize>,
    /// Where each block of the article begins and ends.
    blocks: Vec<(usize, usize)>,
}

impl GapsPicture {
    pub(super) fn of(context: &Context, stop: &Stop) -> Option<Self> {
        let dossier = &context.dossier;
        let items = stop_gaps(dossier, stop);
        let selected = items.iter().position(|item| Some(item) == stop.select.as_ref());
        // Where the stop shows all of them, none stands out.
        let selected = selected.filter(|_| stop.items.is_empty());
        let gaps: Vec<_> = items
            .iter()
            .filter_map(|item| Some((context.text(short(dossier, item)?), place(dossier, item))))
            .collect();
        let blocks =
            dossier.article.text_blocks().map(|block| (block.range.start, block.range.end)).collect();
        (!gaps.is_empty()).then_some(Self { gaps, selected, blocks })
    }

    pub(super) fn rows(&self, width: u16) -> (u16, u16) {
        let lines = self.gaps.len().min(LINES);
        let all: usize = self.gaps[..lines].iter().map(|(text, _)| wrapped(text, width).len()).sum();
        let more = usize::from(self.gaps.len() > LINES);
        (to_cells((lines + more).min(4)), STRIP + to_cells(all + more) + (STEP - 1) * to_cells(lines))
    }

    /// How many gaps have a line each in so many rows, with a row for how many others there are.
    fn shown(&self, width: u16, rows: u16) -> usize {
        let mut taken = 0;
        let mut shown = 0;
        for (place, (text, _)) in self.gaps.iter().take(LINES).enumerate() {
            let is_last = place + 1 == self.gaps.len();
            taken += wrapped(text, width).len();
            if taken + usize::from(!is_last) > usize::from(rows) {
                break;
            }
            shown = place + 1;
        }
        shown
    }

    pub(super) fn paint(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        let below = area.height.saturating_sub(STRIP);
        let all = self.gaps.len().min(LINES);
        // The strip gives way to names.
        let has_strip = !self.blocks.is_empty() && self.shown(area.width, below) == all;
        let mut list = area;
        if has_strip {
            self.strip(context, area, buffer);
            list = Rect { y: area.y + STRIP, height: below, ..area };
        }
        let shown = self.shown(list.width, list.height);
        let more = self.gaps.len() - shown;
        let texts: Vec<Vec<&str>> =
            self.gaps[..shown].iter().map(|(text, _)| wrapped(text, list.width)).collect();
        let taken = to_cells(texts.iter().map(Vec::len).sum::<usize>() + usize::from(more > 0));
        let count = to_cells(shown + usize::from(more > 0)).max(1);
        let apart = (list.height.saturating_sub(taken) / count).min(STEP - 1);
        let mut y = list.y;
        for (place, lines) in texts.into_iter().enumerate() {
            buffer.set_string(list.x, y, context.glyph(signs::GAP.glyph), context.style(signs::GAP.role));
            let role = if Some(place) == self.selected { Role::Heading } else { Role::Text };
            for line in lines {
                buffer.set_string(list.x + INDENT, y, line, context.style(role));
                y += 1;
            }
            y += apart;
        }
        if more > 0 && y < list.bottom() {
            let text = words::more(context.language, more);
            buffer.set_string(list.x + INDENT, y, text, context.style(Role::Quiet));
        }
    }

    /// The article from its first word to its last, a blank between two blocks; above it a sign for each gap, a number where
    /// several stand at one place.
    fn strip(&self, context: &Context, area: Rect, buffer: &mut Buffer) {
        let Some((first, last)) =
            self.blocks.first().map(|first| first.0).zip(self.blocks.last().map(|last| last.1))
        else {
            return;
        };
        let length = (last - first).max(1);
        let width = usize::from(area.width);
        let column =
            |byte: usize| to_cells((byte.saturating_sub(first)) * width / length).min(area.width - 1);
        for (start, end) in &self.blocks {
            let (from, to) = (column(*start), column(*end));
            for x in from..to.max(from + 1).min(area.width) {
                // A blank at the end of a block, where it is long enough for one.
                if x + 1 == to && to > from + 2 && *end != last {
                    continue;
                }
                let style = context.style(Role::Axis);
                buffer.set_string(area.x + x, area.y + 1, context.glyph(glyphs::FILL_GONE), style);
            }
        }
        let mut counts = vec![0_usize; width];
        for place in self.gaps.iter().filter_map(|(_, place)| *place) {
            counts[usize::from(column(place))] += 1;
        }
        for (x, count) in (0..).zip(counts).filter(|(_, count)| *count > 0) {
            let sign = match count {
                1 => context.glyph(signs::GAP.glyph).to_owned(),
                2..=9 => count.to_string(),
                _ => context.glyph(glyphs::MANY).to_owned(),
            };
            buffer.set_string(area.x + x, area.y, sign, context.style(signs::GAP.role));
        }
    }
}

/// What a gap is called where there is little room.
fn short<'a>(dossier: &'a Dossier, item: &Ref) -> Option<&'a LocalText> {
    let gap = dossier.gap(&item.id)?;
    Some(gap.short.as_ref().unwrap_or(&gap.text))
}

/// Where in the article something is left out.
fn place(dossier: &Dossier, item: &Ref) -> Option<usize> {
    let gap = dossier.gap(&item.id)?;
    let anchor = gap.near.as_ref().or(gap.evidence.anchors.first())?;
    Some(anchor.passage()?.start)
}

/// A name in rows.
fn wrapped(text: &str, width: u16) -> Vec<&str> {
    let lines = wrap::wrap(text, width.saturating_sub(INDENT).max(1));
    lines.into_iter().map(|line| &text[line.range]).collect()
}
