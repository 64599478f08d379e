//! Chooses among the possible breaks those with the lowest total cost.
//!
//! `textwrap` finds the best breaks in linear time if what a line costs depends on its width and its end alone. Here it
//! also depends on how the line above ends, and that method then misses the best or overflows. A line has few possible
//! ends, so that trying them all takes no longer.

use super::break_opportunities::{End, Segment};

/// What it costs to end a line inside a compound, after its own hyphen.
const OWN_HYPHEN: u64 = 25;

/// What it costs to break a word: as much as a line that is ten cells short.
const HYPHEN: u64 = 100;

/// The extra cost of leaving only little of a word on one of the lines.
const SHORT_PART: u64 = 48;

/// The extra cost of breaking a compound elsewhere than at its own hyphen.
const COMPOUND: u64 = 80;

/// The extra cost if the line above ended in a hyphen too.
const LADDER: u64 = 400;

/// The extra cost of beginning the last line with the rest of a word.
const BROKEN_LAST_LINE: u64 = 200;

/// The cost of a single short word on the last line: no more than one hyphen that would avoid it.
const WIDOW: u64 = 100;

/// A word of at least this many cells is not short.
const NO_WIDOW: u32 = 11;

/// Where the lines end: for each the number of the segment after it, in order.
///
/// No line is wider than the width, unless it is a single segment that is.
pub(super) fn ends(segments: &[Segment], width: u32) -> Vec<usize> {
    let count = segments.len();
    // The lowest cost of the segments up to here, and where their last line starts.
    let mut best: Vec<(u64, usize)> = vec![(u64::MAX, 0); count + 1];
    best[0].0 = 0;
    for start in 0..count {
        let before = best[start].0;
        let hyphen_above = start > 0 && segments[start - 1].end.is_hyphen();
        let mut cells = 0;
        for (at, segment) in segments.iter().enumerate().skip(start) {
            cells += segment.cells;
            if cells > width && at > start {
                break;
            }
            let whole = cells + segment.end.cells();
            if whole <= width || at == start {
                let gap = u64::from(width.saturating_sub(whole));
                let mut cost = before;
                if at + 1 < count {
                    cost += gap * gap + end_cost(segments, at);
                    if hyphen_above && segment.end.is_hyphen() {
                        cost += LADDER;
                    }
                } else {
                    cost += last_line_cost(segments, start, whole, width);
                }
                if cost < best[at + 1].0 {
                    best[at + 1] = (cost, start);
                }
            }
            cells += segment.blank;
        }
    }
    let mut ends = Vec::new();
    let mut end = count;
    while end > 0 {
        ends.push(end);
        end = best[end].1;
    }
    ends.reverse();
    ends
}

/// What it costs to end a line after this segment, beside the gap that it leaves.
fn end_cost(segments: &[Segment], at: usize) -> u64 {
    match segments[at].end {
        End::Open => 0,
        End::OwnHyphen => OWN_HYPHEN,
        End::Hyphen { short, compound } => {
            HYPHEN + if short { SHORT_PART } else { 0 } + if compound { COMPOUND } else { 0 }
        }
    }
}

/// The cost of the last line: its gap costs nothing, but one short word, or part of one, looks lost on it.
fn last_line_cost(segments: &[Segment], start: usize, cells: u32, width: u32) -> u64 {
    if start == 0 {
        return 0;
    }
    let one_word = segments[start..segments.len() - 1].iter().all(|segment| segment.blank == 0);
    let lost = if one_word && cells < NO_WIDOW.min(width / 4) { WIDOW } else { 0 };
    let rest_of_word = matches!(segments[start - 1].end, End::Hyphen { .. });
    lost + if rest_of_word { BROKEN_LAST_LINE } else { 0 }
}
