//! The article with its translation: which block is current, pages of whole blocks, and how a translated line is drawn.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::lead;
use super::rows::{RowPosition, Rows, WindowRow};
use super::shape::{MARGIN, Pairing};
use crate::dossier::Article;
use crate::look::glyphs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::width;
use crate::text::wrap::WrappedLine;
use crate::widgets::pages;

/// The block that a byte at the top of the window is in; after the end of a block the next.
pub(super) fn current_block(article: &Article, byte: usize) -> usize {
    let block = article.blocks.partition_point(|block| block.range.end <= byte);
    block.min(article.blocks.len().saturating_sub(1))
}

/// The bytes of the article in a window. Where it shows only words of the translation, the end of their block.
pub(super) fn shown(article: &Article, window: &[WindowRow]) -> Option<Range<usize>> {
    let mut ranges = window.iter().filter_map(WindowRow::range);
    if let Some(first) = ranges.next() {
        return Some(first.start..ranges.next_back().map_or(first.end, |last| last.end));
    }
    let end = article.blocks[window.first()?.block].range.end;
    Some(end..end)
}

/// The row at the top of the next page. With a translation a page does not end within a block and its translation if
/// both fit in one.
pub(super) fn page_down(rows: &mut Rows, article: &Article, here: RowPosition, height: u16) -> RowPosition {
    let plain = rows.down(article, here, pages::lines(height));
    if rows.shape().pairing.is_none() {
        return plain;
    }
    let bottom = rows.down(article, here, height.saturating_sub(1));
    match rows.pair(article, bottom.block, height) {
        Some((first, last)) if bottom < last && here < first => first,
        Some((_, last)) if last <= bottom && bottom.block + 1 < article.blocks.len() => {
            RowPosition { block: bottom.block + 1, ..RowPosition::default() }
        }
        _ => plain,
    }
}

/// The row at the top of the page before, likewise.
pub(super) fn page_up(rows: &mut Rows, article: &Article, here: RowPosition, height: u16) -> RowPosition {
    let plain = rows.up(article, here, pages::lines(height));
    if rows.shape().pairing.is_none() {
        return plain;
    }
    let first_of = |block| RowPosition { block, ..RowPosition::default() };
    let top = if here == first_of(here.block) { rows.up(article, here, height) } else { plain };
    let next = first_of(top.block + 1);
    if top != first_of(top.block) && next < here && rows.pair(article, top.block, height).is_some() {
        next
    } else {
        top
    }
}

/// Draws a line of the translation: behind a bar, with the language at the first.
pub(super) fn draw_line(
    context: &Context,
    pairing: Pairing,
    block: usize,
    line: &WrappedLine,
    row: Rect,
    buffer: &mut Buffer,
) {
    let article = &context.dossier.article;
    let Some(translation) = article.translations.get(pairing.translation) else { return };
    let own = &translation.blocks[block].range;
    let quiet = context.style(Role::Quiet);
    let bar = row.x + pairing.bar;
    buffer.set_string(bar, row.y, context.glyph(glyphs::TRANSLATION), quiet);
    let is_first = line.range.start == own.start;
    if is_first && pairing.has_tag() {
        let tag = translation.language.primary();
        let cells = u16::try_from(width::cells(tag)).unwrap_or(MARGIN).min(MARGIN);
        buffer.set_stringn(bar - cells, row.y, tag, usize::from(MARGIN), quiet);
    }
    let (block, left) = (&article.blocks[block], row.x + pairing.text());
    let lead = lead::of(block, pairing.width);
    lead::draw(&lead, is_first, Position::new(left, row.y), quiet, context.glyphs, buffer);
    let mut x = left + if is_first { lead.first } else { lead.rest };
    let room = |x: u16| usize::from(row.right().saturating_sub(x));
    if own.is_empty() {
        let words = context.truncate(context.strings().not_translated, room(x)).into_owned();
        buffer.set_string(x, row.y, words, quiet);
        return;
    }
    let base = context.style(Role::Translation);
    for (piece, style) in pieces(context, &translation.text, &line.range, base) {
        (x, _) = buffer.set_stringn(x, row.y, &translation.text[piece], room(x), style);
    }
    if line.hyphen {
        buffer.set_stringn(x, row.y, "-", room(x), base);
    }
}

/// Cuts a line where words begin or end that a search has found.
fn pieces(context: &Context, text: &str, line: &Range<usize>, base: Style) -> Vec<(Range<usize>, Style)> {
    let found = context.search().map(|search| search.highlighted(text, search.translated(), line));
    let mut pieces = Vec::new();
    let mut done = line.start;
    for hit in found.unwrap_or_default() {
        let (start, end) = (hit.start.max(done), hit.end.min(line.end));
        pieces.push((done..start, base));
        pieces.push((start..end, base.patch(context.style(Role::TranslatedHit))));
        done = end;
    }
    pieces.push((done..line.end, base));
    pieces
}

/// Draws the row that says whose the translation is.
pub(super) fn draw_note(context: &Context, row: Rect, buffer: &mut Buffer) {
    let note = format!("{} {}", context.glyph(glyphs::TRANSLATION), context.strings().translation_is_ours);
    // Apart from the bars above, which belong to the translation.
    let x = row.x + 1;
    let room = usize::from(row.right().saturating_sub(x));
    buffer.set_string(x, row.y, context.truncate(&note, room), context.style(Role::Quiet));
}
