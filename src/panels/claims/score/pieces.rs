//! Text at places of a row.

use crate::look::theme::Role;
use crate::protocol::context::Context;
use crate::text::{width, wrap};
use crate::widgets::to_cells;

/// Text at a place of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Piece {
    /// Its first cell.
    pub(super) x: u16,
    /// The text.
    pub(super) text: String,
    /// How it looks.
    pub(super) role: Role,
}

/// Text of a role at a place.
pub(super) fn piece(x: u16, text: impl Into<String>, role: Role) -> Piece {
    Piece { x, text: text.into(), role }
}

/// A text in rows, at most so many, of which the last is cut if need be.
pub(super) fn wrapped(context: &Context, text: &str, cells: u16, rows: usize) -> Vec<String> {
    let lines = wrap::wrap(text, cells.max(1));
    let count = lines.len();
    let mut out: Vec<String> = Vec::new();
    for (place, line) in lines.into_iter().take(rows).enumerate() {
        if place + 1 == rows && count > rows {
            out.push(context.truncate_parts(&text[line.range.start..], usize::from(cells)).into_owned());
        } else {
            out.push(text[line.range].to_owned());
        }
    }
    out
}

/// The first of these that fits, else the last, cut.
pub(super) fn fitting(context: &Context, forms: &[String], cells: u16) -> String {
    let room = usize::from(cells);
    match forms.iter().find(|form| width::cells(form) <= room) {
        Some(form) => form.clone(),
        None => forms.last().map_or_else(String::new, |last| context.truncate_parts(last, room).into_owned()),
    }
}

/// A piece of text at the left.
pub(super) fn line(text: String, role: Role) -> Piece {
    Piece { x: 0, text, role }
}

/// Where a text begins that ends at a cell.
pub(super) fn ending(at: u16, text: &str) -> u16 {
    at.saturating_sub(to_cells(width::cells(text)))
}
