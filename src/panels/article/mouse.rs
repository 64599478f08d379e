//! What stands under the mouse: a name, a link, words that are lit, a sign in the margin.

use ratatui::layout::{Position, Rect};

use super::State;
use super::draw::{lit, note_column, signs_at, text_column};
use super::shape::MARGIN;
use super::step::NamePassage;
use crate::dossier::{Anchor, ArticleLink, Kind, Ref};
use crate::input::mouse::NOTCH;
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::to_cells;

/// Carries out a turn of the wheel.
pub(super) fn wheel(state: &mut State, down: bool, context: &Context) {
    let article = &context.dossier.article;
    if article.blocks.is_empty() {
        return;
    }
    let scroll = if down { super::Rows::down } else { super::Rows::up };
    state.top = scroll(&mut state.rows, article, state.top, NOTCH);
}

/// What a click requests: the innermost name or link, the name if both have the same words; else the lit passage; else the
/// claim or gap whose sign it is.
pub(super) fn hit_test(state: &State, context: &Context, area: Rect, position: Position) -> Option<Request> {
    let dossier = &context.dossier;
    let row = usize::from(position.y.checked_sub(area.y)?);
    let row = state.window.get(row)?;
    // Words of ours are no passage.
    let line = row.range()?;
    let column = position.x.checked_sub(area.x)?;
    if column < MARGIN {
        if note_column(state, context, line) == Some(column) {
            return context.notes().in_line(line).map(Request::Note);
        }
        let (_, sign) = signs_at(state, line).find(|(place, _)| *place == column)?;
        let passages = dossier.passages(&sign.of).into_iter().map(|passage| passage.range);
        let located = dossier.anchors(&sign.of).filter_map(Anchor::located);
        let passage = passages.chain(located).find(|passage| passage.start == sign.byte)?;
        return Some(Request::SelectAt(sign.of.clone(), passage));
    }
    let byte = byte_at(state, context, area, position)?;
    let name = name_at(state, byte).map(|name| (Ref::new(Kind::Actor, &name.actor), name.range.clone()));
    let link = link_at(&dossier.article.links, byte).map(|link| (link.to_ref(), link.range.clone()));
    if let Some((name, passage)) = name.into_iter().chain(link).min_by_key(|(_, range)| range.len()) {
        return Some(Request::SelectAt(name, passage));
    }
    let lit = lit(context, line).into_iter().map(|passage| &passage.range);
    let passage = lit.filter(|range| range.contains(&byte)).min_by_key(|range| range.len())?.clone();
    Some(Request::SelectAt(context.selection()?.clone(), passage))
}

/// The byte of the article at a cell; none where there are no words of it.
pub(super) fn byte_at(state: &State, context: &Context, area: Rect, position: Position) -> Option<usize> {
    let article = &context.dossier.article;
    let row = state.window.get(usize::from(position.y.checked_sub(area.y)?))?;
    let line = row.range()?;
    let column = text_column(&article.blocks[row.block], line, state.rows.shape().width);
    let cell = position.x.checked_sub(area.x)?.checked_sub(column)?;
    let mut end = 0;
    let grapheme = width::graphemes(&article.text[line.clone()]).find(|grapheme| {
        end += grapheme.cells;
        cell < end
    })?;
    Some(line.start + grapheme.start)
}

/// The byte of the article nearest to a cell: of the row, or the row above, at whichever end of its line.
pub(super) fn byte_near(state: &State, context: &Context, area: Rect, position: Position) -> Option<usize> {
    let article = &context.dossier.article;
    let last = to_cells(state.window.len()).checked_sub(1)?;
    let y = position.y.saturating_sub(area.y).min(last);
    let rows = &state.window[..=usize::from(y)];
    let at = rows.iter().rposition(|row| row.range().is_some())?;
    let line = state.window[at].range()?;
    if to_cells(at) < y {
        return Some(line.end);
    }
    let column = text_column(&article.blocks[state.window[at].block], line, state.rows.shape().width);
    if position.x < area.x + column {
        return Some(line.start);
    }
    Some(byte_at(state, context, area, Position { y: area.y + y, ..position }).unwrap_or(line.end))
}

/// The cell in which the words at a byte begin; none where they are out of sight.
pub(super) fn cell_of(state: &State, context: &Context, area: Rect, byte: usize) -> Option<Position> {
    let article = &context.dossier.article;
    let mut rows = (area.y..area.bottom()).zip(&state.window);
    rows.find_map(|(y, row)| {
        let line = row.range().filter(|line| line.contains(&byte))?;
        let before = to_cells(width::cells(&article.text[line.start..byte]));
        let column = text_column(&article.blocks[row.block], line, state.rows.shape().width) + before;
        Some(Position::new(area.x + column, y))
    })
}

fn link_at(links: &[ArticleLink], byte: usize) -> Option<&ArticleLink> {
    links.get(links.partition_point(|link| link.range.end <= byte)).filter(|link| link.range.contains(&byte))
}

/// The shortest passage with a name that covers a byte: of nested names, the inner one.
fn name_at(state: &State, byte: usize) -> Option<&NamePassage> {
    let end = state.names.partition_point(|name| name.range.start <= byte);
    let near = state.names[..end].iter().rev();
    let near = near.take_while(|name| name.range.start + state.longest_name > byte);
    let here = near.filter(|name| name.range.contains(&byte));
    here.min_by_key(|name| name.range.len())
}
