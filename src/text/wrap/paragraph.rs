//! Which of the possible breaks are taken: those that cost least together.
//!
//! `textwrap` finds the best breaks in linear time if what a line costs depends on its width and its end alone. Here it
//! also depends on how the line above ends, and that method then misses the best or overflows. A line has few possible
//! ends, so that trying them all takes no longer.

use super::break_opportunities::{End, Piece};

/// What it costs to end a line inside a compound, after its own hyphen.
const OWN_HYPHEN: u64 = 25;

/// What it costs to break a word: as much as a line that is ten cells short.
const HYPHEN: u64 = 100;

/// What it costs more to leave little of a word on one of the lines.
const SHORT_PART: u64 = 48;

/// What it costs more to break a compound elsewhere than at its own hyphen.
const COMPOUND: u64 = 80;

/// What it costs more if the line above ended in a hyphen, too.
const LADDER: u64 = 400;

/// What it costs more to begin the last line with the rest of a word.
const REST: u64 = 200;

/// What a lost word on the last line costs: no more than one hyphen that would avoid it.
const LOST: u64 = 100;

/// A word of so many cells or more is never lost.
const LONG: u32 = 11;

/// Where the lines end: for each the number of the piece after it, in order.
///
/// No line is wider than the width, unless it is a single piece that is.
pub(super) fn ends(pieces: &[Piece], width: u32) -> Vec<usize> {
    let count = pieces.len();
    // The least that the pieces up to here cost, and where the last line of them starts.
    let mut best: Vec<(u64, usize)> = vec![(u64::MAX, 0); count + 1];
    best[0].0 = 0;
    for start in 0..count {
        let before = best[start].0;
        let hyphen_above = start > 0 && pieces[start - 1].end.is_hyphen();
        let mut cells = 0;
        for (at, piece) in pieces.iter().enumerate().skip(start) {
            cells += piece.cells;
            if cells > width && at > start {
                break;
            }
            let whole = cells + piece.end.cells();
            if whole <= width || at == start {
                let gap = u64::from(width.saturating_sub(whole));
                let mut cost = before;
                if at + 1 < count {
                    cost += gap * gap + end_cost(pieces, at);
                    if hyphen_above && piece.end.is_hyphen() {
                        cost += LADDER;
                    }
                } else {
                    cost += last_line_cost(pieces, start, whole, width);
                }
                if cost < best[at + 1].0 {
                    best[at + 1] = (cost, start);
                }
            }
            cells += piece.blank;
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

/// What it costs to end a line after this piece, beside the gap that it leaves.
fn end_cost(pieces: &[Piece], at: usize) -> u64 {
    match pieces[at].end {
        End::Open => 0,
        End::OwnHyphen => OWN_HYPHEN,
        End::Hyphen { short, compound } => {
            HYPHEN + if short { SHORT_PART } else { 0 } + if compound { COMPOUND } else { 0 }
        }
    }
}

/// What the last line costs: its gap is nothing, but one short word, or less, looks lost on it.
fn last_line_cost(pieces: &[Piece], start: usize, cells: u32, width: u32) -> u64 {
    if start == 0 {
        return 0;
    }
    let one_word = pieces[start..pieces.len() - 1].iter().all(|piece| piece.blank == 0);
    let lost = if one_word && cells < LONG.min(width / 4) { LOST } else { 0 };
    let rest_of_word = matches!(pieces[start - 1].end, End::Hyphen { .. });
    lost + if rest_of_word { REST } else { 0 }
}
