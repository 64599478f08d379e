//! Pieces put into texts one by one, each with what takes it out again, and the places of those in texts that have changed since.

use std::ops::Range;

use crate::dossier::Ref;
use crate::text::cut::{ceil_boundary, floor_boundary};

use super::undo::Splice;

/// So many bytes beside a stretch say which one it is.
const NEAR: usize = 120;

/// Where a text is put.
pub(super) struct Target<'t> {
    /// The file's name.
    pub(super) file: &'t str,
    /// Whose table it is in.
    pub(super) of: Option<&'t Ref>,
    /// How many bytes the file has before its text.
    pub(super) offset: usize,
}

/// Puts a text in the place of a stretch, and says what takes it back.
pub(super) fn put(text: &mut String, target: &Target<'_>, range: Range<usize>, insert: &str) -> Splice {
    let (at, removed) = (range.start, text[range.clone()].to_owned());
    text.replace_range(range, insert);
    let end = at + insert.len();
    Splice {
        file: target.file.to_owned(),
        of: target.of.cloned(),
        at: target.offset + at,
        remove: insert.to_owned(),
        insert: removed,
        before: text[floor_boundary(text, at.saturating_sub(NEAR))..at].to_owned(),
        after: text[end..ceil_boundary(text, end + NEAR)].to_owned(),
    }
}

/// Where the stretch of a splice begins in a text, which may have changed elsewhere: where it was, or else in the one place
/// that is like it, the more of its neighbours the better. None if there is no such place, or several. Others may have written
/// below what was the end of a file.
pub(super) fn find(text: &str, offset: usize, splice: &Splice) -> Option<usize> {
    let Splice { remove, before, after, .. } = splice;
    // What stood at the end of a file, and is nothing to be found by, stands there: unless all is the same above.
    let is_at_end = |at: usize| {
        let is_below = !before.trim().is_empty() && text[..at].ends_with(&**before);
        !remove.is_empty() || after.len() >= NEAR || at + after.len() == text.len() || is_below
    };
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

/// The line, from 1, in which a splice would be made, as far as that can be seen: where what it removes stands, else beside a
/// neighbour that is still there.
pub(super) fn line(text: &str, offset: usize, splice: &Splice) -> Option<usize> {
    let Splice { remove, before, after, .. } = splice;
    let only = |wanted: &str| {
        let mut places = text.match_indices(wanted).map(|(at, _)| at);
        let first = places.next().filter(|_| !wanted.trim().is_empty())?;
        places.next().is_none().then_some(first)
    };
    let beside = |bytes: usize| {
        let left = &before[ceil_boundary(before, before.len().saturating_sub(bytes))..];
        let right = &after[..floor_boundary(after, bytes)];
        only(left).map(|at| at + left.len()).or_else(|| only(right))
    };
    let at =
        find(text, offset, splice).or_else(|| [NEAR, NEAR / 3, NEAR / 10].into_iter().find_map(beside))?;
    // An appended table begins with the line between it and what stands above.
    let blank =
        if remove.starts_with(['\r', '\n']) { text[at..].find(|c| !matches!(c, '\r' | '\n')) } else { None };
    Some(text[..at + blank.unwrap_or(0)].matches('\n').count() + 1)
}

/// Whole lines as they are with what a splice removes, and with what it puts in the place of it; those that are the same at both
/// ends are left out.
pub(super) fn lines(splice: &Splice) -> (Vec<String>, Vec<String>) {
    let begins = splice.before.rsplit('\n').next().unwrap_or_default();
    let ends = splice.after.split('\n').next().unwrap_or_default();
    let whole = |middle: &str| -> Vec<String> {
        format!("{begins}{middle}{ends}").lines().map(|line| line.trim_end().to_owned()).collect()
    };
    let (old, new) = (whole(&splice.remove), whole(&splice.insert));
    let alike = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[alike..], &new[alike..]);
    let alike = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    let said = |lines: &[String]| {
        let lines = &lines[..lines.len() - alike];
        let is_blank = |line: &&String| line.is_empty();
        let first = lines.iter().take_while(is_blank).count();
        let last = lines[first..].iter().rev().take_while(is_blank).count();
        lines[first..lines.len() - last].to_vec()
    };
    (said(old), said(new))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What takes back that `insert` was put in the place of `remove`.
    fn splice(text: &mut String, remove: &str, insert: &str) -> Splice {
        let at = text.find(remove).unwrap();
        let target = Target { file: "claims.toml", of: None, offset: 0 };
        put(text, &target, at..at + remove.len(), insert)
    }

    #[test]
    fn lines_are_whole_and_only_those_that_change() {
        let mut text = "a = 1\nassessment = \"open\" # so\nb = 2\n".to_owned();
        let back = splice(&mut text, "\"open\"", "\"disputed\"");
        let (old, new) = lines(&back);
        assert_eq!(
            (old, new),
            (
                vec!["assessment = \"disputed\" # so".to_owned()],
                vec!["assessment = \"open\" # so".to_owned()]
            )
        );
        let back = splice(&mut text, "b = 2\n", "note = \"N\"\nb = 2\n");
        assert_eq!(lines(&back), (vec!["note = \"N\"".to_owned()], Vec::new()));
        let end = text.len();
        let back = put(
            &mut text,
            &Target { file: "claims.toml", of: None, offset: 0 },
            end..end,
            "\r\n[[claim]]\r\nid = \"x\"\r\n",
        );
        assert_eq!(lines(&back), (vec!["[[claim]]".to_owned(), "id = \"x\"".to_owned()], Vec::new()));
    }

    #[test]
    fn a_line_is_found_though_what_stood_in_it_was_changed() {
        let mut text = "a = 1\nassessment = \"open\"\nb = 2\n".to_owned();
        let back = splice(&mut text, "\"open\"", "\"disputed\"");
        assert_eq!(line(&text, 0, &back), Some(2));
        let moved = format!("# one\n# two\n{}", text.replace("disputed", "qualified"));
        assert_eq!(line(&moved, 0, &back), Some(4));
        assert_eq!(line("c = 3\n", 0, &back), None);
        let end = text.len();
        let back =
            put(&mut text, &Target { file: "claims.toml", of: None, offset: 0 }, end..end, "\n[[claim]]\n");
        assert_eq!(line(&text, 0, &back), Some(5), "that of the header");
    }
}
