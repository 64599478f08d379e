//! Where everything in a form stands: labels, values, candidates, and the row that says what is missing.

use ratatui::layout::Rect;

use super::field::Input;
use super::texts::{label, message};
use super::{Stage, State};
use crate::protocol::context::Context;
use crate::text::{width, wrap};
use crate::widgets::to_cells;

/// A field on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct FieldPlace {
    pub(super) field: usize,
    /// The cells of its label, of one row.
    pub(super) label: Rect,
    /// The cells of what stands in it.
    pub(super) value: Rect,
    /// The rows of what it could be completed with.
    pub(super) candidates: Rect,
}

/// All of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Places {
    pub(super) fields: Vec<FieldPlace>,
    pub(super) message: Rect,
    /// Whether there are fields above and below those that are seen.
    pub(super) more: (bool, bool),
}

/// Rows and columns of the frame.
const FRAME: u16 = 2;
/// Blanks at both sides of a row.
const SIDES: u16 = 2;
/// Cells between a label and what stands beside it.
const BETWEEN: u16 = 2;
/// The most rows of candidates.
const MOST_CANDIDATES: usize = 4;
/// The most rows that say what is missing, or why nothing was written.
const MOST_MESSAGE: usize = 4;
/// Rows of the article that stay in sight, if that leaves the form enough; on a low screen a single one.
const ARTICLE: u16 = 4;
const LOW: u16 = 12;
/// The fewest rows of a form, frame and all.
const LEAST: u16 = 5;

/// Where the form lies: at the bottom, over as few rows as it takes.
pub(super) fn area(state: &State, context: &Context, body: Rect) -> Rect {
    let inside = body.width.saturating_sub(FRAME);
    let fields: usize = shown(state).map(|field| rows(state, field, inside)).sum();
    let wanted = to_cells(fields + message_rows(state, context, inside)).saturating_add(FRAME);
    let article = if body.height < LOW { 2 } else { ARTICLE };
    let most = body.height.saturating_sub(article).max(LEAST).min(body.height);
    let height = wanted.min(most);
    Rect { y: body.bottom() - height, height, ..body }
}

/// The fields that are there as the form is filled in.
fn shown(state: &State) -> impl Iterator<Item = usize> {
    (0..state.fields.len()).filter(|field| state.is_shown(*field))
}

/// The cells that labels take.
fn label_cells(state: &State, width: u16) -> u16 {
    let labels = state.fields.iter().map(|field| width::cells(label(state.strings(), field.asked)));
    to_cells(labels.max().unwrap_or(0)).min(width / 3)
}

fn value_cells(state: &State, width: u16) -> u16 {
    width.saturating_sub(SIDES + label_cells(state, width) + BETWEEN).max(1)
}

/// The rows of what stands in a field.
fn value_rows(state: &State, field: usize, width: u16) -> usize {
    state.fields[field]
        .rows(value_cells(state, width), state.focus == field && state.stage == Stage::Typing)
        .max(1)
}

/// The rows of what a field could be completed with.
fn candidate_rows(state: &State, field: usize) -> usize {
    match &state.fields[field].input {
        Input::Names(names) if state.focus == field && state.stage == Stage::Typing => {
            if names.current().is_some() {
                names.candidates().len().min(MOST_CANDIDATES)
            } else {
                usize::from(!names.candidates().is_empty())
            }
        }
        _ => 0,
    }
}

fn rows(state: &State, field: usize, width: u16) -> usize {
    value_rows(state, field, width) + candidate_rows(state, field)
}

fn message_rows(state: &State, context: &Context, width: u16) -> usize {
    let (text, _) = message(state, context);
    wrap::wrap(&text, width.saturating_sub(SIDES).max(1)).len().clamp(1, MOST_MESSAGE)
}

/// Where everything is inside the frame: as many fields as there is room for, the one that keys go to among them.
pub(super) fn places(state: &State, context: &Context, area: Rect) -> Places {
    let shown: Vec<usize> = shown(state).collect();
    let focus = shown.iter().position(|field| *field == state.focus).unwrap_or(0);
    let for_message = to_cells(message_rows(state, context, area.width));
    // What was not written and why is more than what stands in the fields.
    let least = u16::from(state.stage == Stage::Typing);
    // Where rows are scarce, those of the fields come before all of a hint.
    let is_hint = state.stage == Stage::Typing && state.complaint.is_none();
    let heights: Vec<u16> = shown.iter().map(|field| to_cells(rows(state, *field, area.width))).collect();
    let is_short = heights.iter().sum::<u16>() + for_message > area.height;
    let for_message = if is_hint && is_short { for_message.min(1) } else { for_message };
    let for_message = for_message.min(area.height.saturating_sub(least));
    let room = area.height - for_message;
    let message = Rect { y: area.bottom() - for_message, height: for_message, ..area };

    let fits = |from: usize| heights[from..=focus].iter().sum::<u16>() <= room;
    let first = (0..=focus).find(|first| fits(*first)).unwrap_or(focus);
    let labels = label_cells(state, area.width);
    let values = area.x + 1 + labels + BETWEEN;
    let mut fields = Vec::new();
    let mut y = area.y;
    let end = area.y + room;
    let mut last = first;
    for (place, field) in shown.iter().copied().enumerate().skip(first) {
        if y >= end {
            break;
        }
        let left = end - y;
        let candidates = to_cells(candidate_rows(state, field));
        // Of a text with no room for all of it the rows around the caret are shown.
        let height =
            to_cells(value_rows(state, field, area.width)).min(left.saturating_sub(candidates.min(left - 1)));
        let height = height.max(1);
        let candidates = candidates.min(left - height);
        let value = Rect { x: values, y, width: value_cells(state, area.width), height };
        fields.push(FieldPlace {
            field,
            label: Rect { x: area.x + 1, y, width: labels, height: 1 },
            value,
            candidates: Rect { y: y + height, height: candidates, ..value },
        });
        y += height + candidates;
        last = place;
    }
    Places { fields, message, more: (first > 0, last + 1 < shown.len()) }
}
