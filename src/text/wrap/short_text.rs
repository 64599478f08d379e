//! How the lines of a short text are chosen: by `textwrap`, which needs no more than the width of each word. A paragraph
//! of the article is chosen by [`super::paragraph`], which also weighs hyphens.

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

use super::break_opportunities::{End, Piece};

/// The lines as stretches of the pieces, in order.
///
/// No line is wider than the width, unless it is a single piece that is.
pub(super) fn lines(pieces: &[Piece], width: u32) -> Vec<&[Piece]> {
    let widths = [f64::from(width)];
    let fits = |lines: &Vec<&[Piece]>| lines.iter().all(|line| line.len() == 1 || cells(line) <= width);
    // A line that is too wide costs more than any ragged margin; the default trades one cell for 50.
    let penalties = Penalties { overflow_penalty: 1_000_000_000, ..Penalties::new() };
    match wrap_optimal_fit(pieces, &widths, &penalties) {
        Ok(lines) if fits(&lines) => lines,
        _ => wrap_first_fit(pieces, &widths),
    }
}

/// The cells a line of pieces takes, without the blank at its end.
fn cells(line: &[Piece]) -> u32 {
    let all: u32 = line.iter().map(|piece| piece.cells + piece.blank).sum();
    all - line.last().map_or(0, |piece| piece.blank)
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        f64::from(self.cells)
    }

    fn whitespace_width(&self) -> f64 {
        f64::from(self.blank)
    }

    /// A break inside a compound is dearer than one at a blank. `textwrap` asks the width of the hyphen that such a
    /// break adds; ours stands in the text already, so its width is too small to change any sum.
    fn penalty_width(&self) -> f64 {
        if self.end == End::OwnHyphen { f64::MIN_POSITIVE } else { 0.0 }
    }
}
