//! How far a block is indented, and the marks in the indent: `>` for a quotation, a bullet or number for a list item.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;

use crate::dossier::{Block, BlockKind, Container, ContainerKind};
use crate::look::glyphs::{self, Glyphs};

/// The indent of code, and of a line of it that continues in the next row, in cells.
const CODE: u16 = 2;

/// What stands before the lines of a block.
pub(super) struct Lead<'a> {
    containers: &'a [Container],
    /// How many more containers the block is in.
    left_out: usize,
    /// Cells before the first line.
    pub(super) first: u16,
    /// Cells before the others.
    pub(super) rest: u16,
}

/// The lead of a block in lines of this width. It takes at most half of the width; the outermost containers that do not
/// fit are left out.
pub(super) fn of(block: &Block, width: u16) -> Lead<'_> {
    let most = width / 2;
    let mut containers = &block.containers[..];
    let mut set_in: u16 = containers.iter().map(cells).sum();
    while let Some((outermost, inner)) = containers.split_first().filter(|_| set_in > most) {
        set_in -= cells(outermost);
        containers = inner;
    }
    let left_out = block.containers.len() - containers.len();
    match block.kind {
        BlockKind::Code => {
            let first = set_in.saturating_add(CODE).saturating_add(block.indent).min(most);
            Lead { containers, left_out, first, rest: (first + CODE).min(most) }
        }
        _ => Lead { containers, left_out, first: set_in, rest: set_in },
    }
}

/// Draws the marks of a block before one of its lines.
pub(super) fn draw(
    lead: &Lead,
    first: bool,
    from: Position,
    style: Style,
    glyphs: Glyphs,
    buffer: &mut Buffer,
) {
    let Position { mut x, y } = from;
    for nest in lead.containers {
        match nest.kind {
            ContainerKind::Quote => {
                buffer.set_string(x, y, ">", style);
            }
            ContainerKind::Item { number: Some(number), cells } if first && nest.begins => {
                let mark = format!("{number:>width$}.", width = usize::from(cells));
                buffer.set_string(x, y, mark, style);
            }
            ContainerKind::Item { number: None, .. } if first && nest.begins => {
                buffer.set_string(x, y, glyphs::BULLET.get(glyphs), style);
            }
            ContainerKind::Item { .. } => {}
        }
        x += cells(nest);
    }
}

/// Draws, on the blank row between two blocks, the marks of the quotations that both stand within.
pub(super) fn draw_between(lead: &Lead, next: &Block, from: Position, style: Style, buffer: &mut Buffer) {
    let Position { mut x, y } = from;
    let both = next.containers.iter().take_while(|nest| !nest.begins).skip(lead.left_out);
    for (nest, _) in lead.containers.iter().zip(both) {
        if nest.kind == ContainerKind::Quote {
            buffer.set_string(x, y, ">", style);
        }
        x += cells(nest);
    }
}

fn cells(nest: &Container) -> u16 {
    match nest.kind {
        ContainerKind::Quote | ContainerKind::Item { number: None, .. } => 2,
        ContainerKind::Item { cells, .. } => u16::from(cells) + 2,
    }
}
