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

/// Where the stretch of a splice begins in a text, which may have changed elsewhere: where it was, or else in the one place
/// that is like it, the more of its neighbours the better. None if there is no such place, or several.
pub(super) fn find(text: &str, offset: usize, splice: &Splice) -> Option<usize> {
    let Splice { remove, before, after, .. } = splice;
    // What stood at the end of a file, and is nothing to be found by, stands there.
    let is_at_end = |at: usize| !remove.is_empty() || after.len() >= NEAR || at + after.len() == text.len();
    let is_there = |at: usize| {
        let (Some(left), Some(right)) = (text.get(..at), text.get(at..)) else { return false };
        let right = right.strip_prefix(&**remove).unwrap_or_default();
        left.ends_with(&**before) && right.starts_with(&**after) && text[at..].starts_with(&**remove)
    };
    let own = splice.at.checked_sub(offset).filter(|at| is_there(*at) && is_at_end(*at));
    let only = |left: &str, right: &str| {
        let wanted = format!("{left}{remove}{right}");
        let mut places = text.match_indices(&wanted).map(|(at, _)| at + left.len());
        let first = places.next().filter(|_| !wanted.is_empty())?;
        places.next().is_none().then_some(first).filter(|at| is_at_end(*at))
    };
    let near = |bytes: usize| {
        let left = &before[ceil_boundary(before, before.len().saturating_sub(bytes))..];
        let right = &after[..floor_boundary(after, bytes)];
        let both = only(left, right);
        if remove.is_empty() { both } else { both.or_else(|| only(left, "")).or_else(|| only("", right)) }
    };
    own.or_else(|| [NEAR, NEAR / 3, NEAR / 10].into_iter().find_map(near))
}
