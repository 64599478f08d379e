//! Rows of a picture: how many are shown, what is said of the others, and how they are spread.

use ratatui::layout::Rect;

use crate::protocol::context::Context;
use crate::protocol::words;

/// How many of `count` rows are shown in so many rows of the screen, and how many are counted in the last: none if all are
/// shown.
pub(super) fn shown(count: usize, rows: u16) -> (usize, usize) {
    let rows = usize::from(rows);
    if count <= rows { (count, 0) } else { (rows.saturating_sub(1), count - rows.saturating_sub(1)) }
}

/// `and 3 more`.
pub(super) fn more(context: &Context, count: usize) -> String {
    words::more(context.language, count)
}

/// The rows of so many items of one row each, spread over the area with up to so many rows for each.
pub(super) fn spread(area: Rect, count: usize, most: u16) -> impl Iterator<Item = u16> {
    let count = u16::try_from(count).unwrap_or(u16::MAX).max(1);
    let step = (area.height / count).clamp(1, most);
    (0..count).map(move |number| area.y + number * step).take_while(move |y| *y < area.bottom())
}
