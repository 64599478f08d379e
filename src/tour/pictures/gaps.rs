//! What the article leaves out: a strip of the article with a sign at each place, and a line for each gap.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::rows;
use crate::dossier::{Dossier, LocalText, Ref, Stop};
use crate::facts::stop_gaps;
use crate::look::glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::width;
use crate::widgets::to_cells;

/// The most gaps that have a line; the others are counted.
const LINES: usize = 8;
/// The most rows from one line to the next.
const STEP: u16 = 3;
/// The rows of the strip, a blank below it.
const STRIP: u16 = 3;

/// The gaps of a stop.
pub(in crate::tour) struct GapsPicture {
    gaps: Vec<(String, Option<usize>)>,
    /// Where each block of the article begins and ends.
    blocks: Vec<(usize, usize)>,
}

impl GapsPicture {
    pub(super) fn of(context: &Context, stop: &Stop) -> Option<Self> {
        let dossier = &context.dossier;
        let gaps: Vec<_> = stop_gaps(dossier, stop)
            .iter()
            .filter_map(|item| Some((context.text(short(dossier, item)?), place(dossier, item))))
            .collect();
        let blocks =
            dossier.article.text_blocks().map(|block| (block.range.start, block.range.end)).collect();
        (!gaps.is_empty()).then_some(Self { gaps, blocks })
    }

    pub(super) fn rows(&self) -> (u16, u16) {
        let lines = to_cells(self.gaps.len().min(LINES) + usize::from(self.gaps.len() > LINES));
        (lines.min(4), STRIP + STEP * lines)
    }

    pub(super) fn paint(&self, context: &Context, area: Rect, buffer: &mut Buffer) -> bool {
        let lines = self.gaps.len().min(LINES + 1);
        let has_strip = usize::from(area.height) >= lines + usize::from(STRIP) && !self.blocks.is_empty();
        let mut list = area;
        if has_strip {
            self.strip(context, area, buffer);
            list = Rect { y: area.y + STRIP, height: area.height - STRIP, ..area };
        }
        let most = if self.gaps.len() > LINES { list.height.min(to_cells(LINES) + 1) } else { list.height };
        let (shown, more) = rows::shown(self.gaps.len(), most);
        let mut is_cut = false;
        let mut places = rows::spread(list, shown + usize::from(more > 0), STEP);
        for ((text, _), y) in self.gaps[..shown].iter().zip(places.by_ref()) {
            buffer.set_string(list.x, y, context.glyph(signs::GAP.glyph), context.style(signs::GAP.role));
            let room = usize::from(list.width.saturating_sub(2));
            is_cut |= width::cells(text) > room;
            let text = context.truncate(text, room);
            buffer.set_string(list.x + 2, y, &*text, context.style(Role::Text));
        }
        if let Some(y) = places.next().filter(|_| more > 0) {
            buffer.set_string(list.x + 2, y, rows::more(context, more), context.style(Role::Quiet));
        }
        is_cut
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
