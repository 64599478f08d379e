//! Chooses the lines of a short text with `textwrap`, which only needs the width of each word. A paragraph of the
//! article is chosen by [`super::paragraph`], which also weighs hyphens.

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

use super::break_opportunities::{End, Segment};

/// The lines as stretches of the segments, in order.
///
/// No line is wider than the width, unless it is a single segment that is.
pub(super) fn lines(segments: &[Segment], width: u32) -> Vec<&[Segment]> {
    let widths = [f64::from(width)];
    let fits = |lines: &Vec<&[Segment]>| lines.iter().all(|line| line.len() == 1 || cells(line) <= width);
    // A line that is too wide costs more than any ragged margin; the default trades one cell for 50.
    let penalties = Penalties { overflow_penalty: 1_000_000_000, ..Penalties::new() };
    match wrap_optimal_fit(segments, &widths, &penalties) {
        Ok(lines) if fits(&lines) => lines,
        _ => wrap_first_fit(segments, &widths),
    }
}

/// The cells a line of segments takes, without the blank at its end.
fn cells(line: &[Segment]) -> u32 {
    let all: u32 = line.iter().map(|segment| segment.cells + segment.blank).sum();
    all - line.last().map_or(0, |segment| segment.blank)
}

/// The width of a hyphen that is in the text already: not 0, which would mean no penalty, but too small to change any sum.
const PENALTY_WITHOUT_WIDTH: f64 = f64::MIN_POSITIVE;

impl Fragment for Segment {
    fn width(&self) -> f64 {
        f64::from(self.cells)
    }

    fn whitespace_width(&self) -> f64 {
        f64::from(self.blank)
    }

    /// A break inside a compound costs more than one at a blank. `textwrap` asks the width of the hyphen that such a
    /// break adds; ours stands in the text already, so its width is too small to change any sum.
    fn penalty_width(&self) -> f64 {
        if self.end == End::OwnHyphen { PENALTY_WITHOUT_WIDTH } else { 0.0 }
    }
}
