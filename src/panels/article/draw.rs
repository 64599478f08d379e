//! Draws the article's window: margin, words, and what is lit among them.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::shape::{self, MARGIN};
use super::{MarginSign, MarkedNames, State, lead, translation};
use crate::dossier::{Block, BlockKind, Kind, LitPassage, StyledSpan};
use crate::look::glyphs;
use crate::look::signs;
use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::protocol::mark::TextMark;
use crate::text::width;

/// Draws the window into the inside of the panel's frame.
pub(super) fn draw(state: &State, context: &Context, area: Rect, buffer: &mut Buffer) {
    let article = &context.dossier.article;
    if state.window.is_empty() {
        let hint = context.strings().no_article;
        buffer.set_stringn(area.x, area.y, hint, usize::from(area.width), context.style(Role::Quiet));
        return;
    }
    let shape = state.rows.shape();
    if shape::has_note(shape.pairing, area) {
        translation::draw_note(context, Rect { y: area.bottom() - 1, height: 1, ..area }, buffer);
    }
    for (y, row) in (area.y..area.bottom()).zip(&state.window) {
        let block = &article.blocks[row.block];
        let lead = lead::of(block, shape.width);
        let (left, quiet) = (area.x + MARGIN, context.style(Role::Quiet));
        if let (Some(pairing), Some(line)) = (shape.pairing, &row.translation) {
            let row_area = Rect { y, height: 1, ..area };
            translation::draw_line(context, pairing, row.block, line, row_area, buffer);
        }
        let Some(line) = &row.line else {
            if row.translation.is_none()
                && let Some(next) = article.blocks.get(row.block + 1)
            {
                lead::draw_between(&lead, next, Position::new(left, y), quiet, buffer);
            }
            continue;
        };
        let range = &line.range;
        draw_margin(state, context, Rect { y, height: 1, ..area }, range, buffer);
        let base = match block.kind {
            BlockKind::Title | BlockKind::Heading => context.style(Role::Heading),
            BlockKind::Subheading => context.style(Role::Heading).add_modifier(Modifier::ITALIC),
            BlockKind::Paragraph | BlockKind::Code => context.style(Role::Text),
            BlockKind::Break => quiet,
        };
        let is_first = range.start == block.range.start;
        lead::draw(&lead, is_first, Position::new(left, y), quiet, context.glyphs, buffer);
        let mut x = area.x + text_column(block, range, shape.width);
        for (piece, style) in pieces(state, context, range, base) {
            let room = usize::from(area.right().saturating_sub(x));
            (x, _) = buffer.set_stringn(x, y, &article.text[piece], room, style);
        }
        if line.hyphen {
            // Not one of the article's words, so never underlined or lit with them.
            let room = usize::from(area.right().saturating_sub(x));
            buffer.set_stringn(x, y, "-", room, context.style(Role::Quiet));
        }
    }
}

/// The column of the window, from 0, that the words of a line of the article begin in; `width` is what lines may take.
pub(super) fn text_column(block: &Block, line: &Range<usize>, width: u16) -> u16 {
    let lead = lead::of(block, width);
    MARGIN
        + match block.kind {
            BlockKind::Break => width.saturating_sub(line.len() as u16) / 2,
            _ if line.start == block.range.start => lead.first,
            _ => lead.rest,
        }
}

fn draw_margin(state: &State, context: &Context, row: Rect, line: &Range<usize>, buffer: &mut Buffer) {
    let mark = context.mark().map(|mark| mark.active_byte(&context.dossier.article));
    let offered: Vec<_> = context.suggested().into_iter().flat_map(|words| words.in_line(line)).collect();
    if !offered.is_empty() {
        let is_current = offered.iter().any(|(_, is_current)| *is_current);
        let role = if is_current { Role::FrameFocused } else { Role::Open };
        // Beside the words it would be taken for one of theirs.
        let column = if signs_at(state, line).next().is_none() { 1 } else { 2 };
        buffer.set_string(row.x + column, row.y, context.glyph(glyphs::SUGGESTED), context.style(role));
    }
    let is_current = match (mark, context.hit()) {
        _ if context.suggested().is_some() => false,
        (Some(end), _) => line.contains(&end),
        (None, hit) => hit.is_some_and(|hit| line.contains(&hit.start)),
    };
    if is_current {
        buffer.set_string(
            row.x + 2,
            row.y,
            context.glyph(glyphs::SELECTED),
            context.style(Role::FrameFocused),
        );
    }
    if let Some(column) = note_column(state, context, line) {
        let sign = signs::NOTE;
        buffer.set_string(row.x + column, row.y, context.glyph(sign.glyph), context.style(sign.role));
    }
    for (column, margin) in signs_at(state, line) {
        let sign = context.link_sign(&margin.of);
        let style = if context.is_selected(&margin.of) {
            context.style(sign.role).patch(context.style(Role::Selected))
        } else {
            context.style(sign.role)
        };
        buffer.set_string(row.x + column, row.y, context.glyph(sign.glyph), style);
    }
}

/// The signs of a line and the columns of the margin they stand in: at the right, so that a single sign stands next to
/// its words; that of a gap last, wherever in the line its words begin. Where there are more than two, figures yield.
pub(super) fn signs_at<'a>(
    state: &'a State,
    line: &Range<usize>,
) -> impl Iterator<Item = (u16, &'a MarginSign)> {
    let from = state.margin.partition_point(|sign| sign.byte < line.start);
    let of_line = || state.margin[from..].iter().take_while(|sign| sign.byte < line.end);
    let (figures, others): (Vec<&MarginSign>, Vec<&MarginSign>) =
        of_line().partition(|sign| sign.of.kind == Kind::Observation);
    let mut signs: Vec<&MarginSign> = others.into_iter().chain(figures).take(2).collect();
    signs.sort_by_key(|sign| (sign.of.kind == Kind::Gap, sign.byte));
    (0..=1).rev().zip(signs.into_iter().rev())
}

/// The column of the margin with the sign of the reader's note on words that begin in a line: the outermost one that is free;
/// none where there is no note.
pub(super) fn note_column(state: &State, context: &Context, line: &Range<usize>) -> Option<u16> {
    context.notes().in_line(line)?;
    match signs_at(state, line).count() {
        0 | 1 => Some(0),
        _ if context.suggested().is_some_and(|words| words.in_line(line).next().is_some()) => None,
        _ if context.mark().is_some() || context.hit().is_some_and(|hit| line.contains(&hit.start)) => None,
        _ => Some(2),
    }
}

/// Cuts a line where its style changes.
fn pieces(state: &State, context: &Context, line: &Range<usize>, base: Style) -> Vec<(Range<usize>, Style)> {
    let marked = marked(state, line);
    let lit = lit(context, line);
    let weights = weights(context, line);
    let search = context.search();
    let mark = context.mark();
    let end = mark
        .map(|mark| end_letter(&context.dossier.article.text, mark.active_byte(&context.dossier.article)));
    let offered: Vec<(&Range<usize>, bool)> =
        context.suggested().into_iter().flat_map(|words| words.in_line(line)).collect();
    let hits: Vec<Range<usize>> = search
        .map(|search| search.highlighted(&context.dossier.article.text, search.hits(), line))
        .unwrap_or_default();
    let mut cuts: Vec<usize> = vec![line.start, line.end];
    let weighed = weights.iter().map(|weight| &weight.range);
    let edges = marked.iter().chain(lit.iter().map(|passage| &passage.range)).chain(weighed);
    let edges = edges.chain(&hits).chain(mark.map(TextMark::range)).chain(&end);
    let edges = edges.chain(offered.iter().map(|(place, _)| *place));
    let edges = edges.filter(|range| overlaps(range, line));
    cuts.extend(edges.flat_map(|range| [range.start.max(line.start), range.end.min(line.end)]));
    if let Some(passage) = context.passage().filter(|passage| overlaps(passage, line)) {
        cuts.extend([passage.start.max(line.start), passage.end.min(line.end)]);
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|pair| {
            let piece = pair[0]..pair[1];
            let within = |range: &Range<usize>| range.start <= piece.start && piece.end <= range.end;
            let own = weights.iter().filter(|weight| within(&weight.range)).map(set_off);
            let base = base.add_modifier(own.fold(Modifier::empty(), Modifier::union));
            let suggested =
                offered.iter().filter(|(place, _)| within(place)).map(|(_, is_current)| *is_current);
            let style = if let Some(is_current) = suggested.max() {
                let role = if is_current { Role::Suggested } else { Role::SuggestedElsewhere };
                base.patch(context.style(role))
            } else if end.as_ref().is_some_and(within) {
                base.patch(context.style(Role::MarkedEnd))
            } else if mark.map(TextMark::range).is_some_and(within) {
                base.patch(context.style(Role::Marked))
            } else if context.hit().is_some_and(within) && hits.iter().any(within) {
                base.patch(context.style(Role::CurrentHit))
            } else if hits.iter().any(within) {
                base.patch(context.style(Role::Hit))
            } else if context.passage().is_some_and(|passage| within(passage) && is_located(context, passage))
            {
                base.patch(context.style(Role::Located))
            } else if context.passage().is_some_and(within) {
                base.patch(context.style(Role::CurrentPassage))
            } else if lit.iter().any(|passage| within(&passage.range)) {
                base.patch(context.style(Role::LitWords))
            } else if marked.iter().any(within) {
                // In a heading or strong words bold and underlined would look lit where there is no colour.
                base.remove_modifier(Modifier::BOLD).patch(context.style(Role::Mention))
            } else {
                base
            };
            (piece, style)
        })
        .collect()
}

/// How words look that their author emphasised or struck out. It never looks lit: that is underlined too.
fn set_off(weight: &StyledSpan) -> Modifier {
    let StyledSpan { range: _, emphasis, strong, struck } = weight;
    [(emphasis, Modifier::ITALIC), (strong, Modifier::BOLD), (struck, Modifier::CROSSED_OUT)]
        .into_iter()
        .filter_map(|(is_so, modifier)| is_so.then_some(modifier))
        .collect()
}

fn weights<'a>(context: &'a Context, line: &Range<usize>) -> &'a [StyledSpan] {
    let weights = &context.dossier.article.styled_spans;
    let from = weights.partition_point(|weight| weight.range.end <= line.start);
    let to = weights.partition_point(|weight| weight.range.start < line.end);
    &weights[from..to.max(from)]
}

fn marked<'a>(state: &'a State, line: &Range<usize>) -> &'a [Range<usize>] {
    let marked = match state.marks {
        MarkedNames::None => return &[],
        MarkedNames::All => &state.marked.all,
        MarkedNames::Prominent => &state.marked.prominent,
    };
    let from = marked.partition_point(|passage| passage.end <= line.start);
    let to = marked.partition_point(|passage| passage.start < line.end);
    &marked[from..to.max(from)]
}

pub(super) fn lit<'a>(context: &'a Context, line: &Range<usize>) -> Vec<&'a LitPassage> {
    let passages = &context.lit().passages;
    let end = passages.partition_point(|passage| passage.range.start < line.end);
    let reach = line.start.saturating_sub(context.lit().longest_passage);
    let near = passages[..end].iter().rev().take_while(|passage| passage.range.start >= reach);
    near.filter(|passage| overlaps(&passage.range, line)).collect()
}

/// The letter at a byte, with its marks.
fn end_letter(text: &str, byte: usize) -> Range<usize> {
    let letter = width::graphemes(&text[byte..]).next();
    byte..byte + letter.map_or(0, |letter| letter.symbol.len())
}

/// Whether these are words that stand where the selection's were, and none of its own.
fn is_located(context: &Context, passage: &Range<usize>) -> bool {
    context.lit().located.contains(passage) && !context.lit().passages.iter().any(|own| own.range == *passage)
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
