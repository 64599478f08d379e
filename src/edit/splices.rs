//! Pieces put into texts one by one, each with what takes it out again, and the places of those in texts that have changed since.

use std::ops::Range;

use crate::text::cut::{ceil_boundary, floor_boundary};

use super::undo::Splice;

/// So many bytes beside a stretch say which one it is.
const NEAR: usize = 120;

/// Puts a text in the place of a stretch. What takes it back is given; `offset` are the bytes of the file before its text.
pub(super) fn put(file: &str, text: &mut String, offset: usize, range: Range<usize>, insert: &str) -> Splice {
    let (at, removed) = (range.start, text[range.clone()].to_owned());
    text.replace_range(range, insert);
    let end = at + insert.len();
    Splice {
        file: file.to_owned(),
        at: offset + at,
        remove: insert.to_owned(),
        insert: removed,
        before: text[floor_boundary(text, at.saturating_sub(NEAR))..at].to_owned(),
        after: text[end..ceil_boundary(text, end + NEAR)].to_owned(),
    }
}

/// Where the stretch of a splice begins in a text, which may have changed elsewhere. None if that is not certain.
pub(super) fn find(text: &str, offset: usize, splice: &Splice) -> Option<usize> {
    let Splice { remove, before, after, .. } = splice;
    let is_there = |at: usize| {
        let (Some(left), Some(right)) = (text.get(..at), text.get(at..)) else { return false };
        right
            .strip_prefix(&**remove)
            .is_some_and(|right| left.ends_with(&**before) && ends_alike(right, after))
    };
    let only = |wanted: &str, skip: usize| {
        let mut places = text.match_indices(wanted).map(|(at, _)| at + skip);
        let first = places.next()?;
        places.next().is_none().then_some(first)
    };
    if let Some(at) = splice.at.checked_sub(offset).filter(|at| is_there(*at)) {
        return Some(at);
    }
    if let Some(at) = only(&format!("{before}{remove}{after}"), before.len()).filter(|at| is_there(*at)) {
        return Some(at);
    }
    // Where there is nothing to be found, both neighbours have to say where it was.
    if remove.is_empty() {
        return None;
    }
    let left = (!before.is_empty()).then(|| only(&format!("{before}{remove}"), before.len())).flatten();
    let right = (!after.is_empty()).then(|| only(&format!("{remove}{after}"), 0)).flatten();
    match (left, right) {
        (Some(left), Some(right)) if left != right => None,
        (left, right) => left.or(right),
    }
}

/// Whether what follows is what followed. Less than usual is the end of a file, and has to be one still.
fn ends_alike(text: &str, after: &str) -> bool {
    if after.len() < NEAR { text == after } else { text.starts_with(after) }
}
