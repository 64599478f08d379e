//! A key taken out of a table, with its value and with nothing else: what stands above it and behind it stays.

use std::ops::Range;

use super::layout::{Dotted, Entry, Form, Items, Table};
use super::refused::Misfit;
use super::text::{Piece, line_start};

/// What is taken out, and which key is gone then.
#[derive(Debug)]
pub(super) struct Removed {
    /// The stretches that go, in order.
    pub(super) pieces: Vec<Piece>,
    /// The key, dotted or not: that of the whole text where its last language goes.
    pub(super) key: String,
}

/// Takes a key out of a table. Nothing where it has none. A text by languages goes with the last of them: without one it would be
/// no text.
///
/// # Errors
///
/// Fails with its place where something else stands there than a value, or where a comment would be lost.
pub(super) fn remove(
    text: &str,
    table: &Table,
    key: &str,
) -> Result<Option<Removed>, (Misfit, Range<usize>)> {
    let (first, rest) = match key.split_once('.') {
        Some((first, rest)) => (first, Some(rest)),
        None => (key, None),
    };
    let removed = |pieces| Ok(Some(Removed { pieces, key: key.to_owned() }));
    match (table.get(first), rest) {
        (None, _) => Ok(None),
        (Some(entry @ (Entry::Scalar(_) | Entry::Array(_))), None) => {
            let pair = table.pair(first).ok_or_else(|| (Misfit::Split, entry.span()))?;
            if matches!(entry, Entry::Array(array) if array.items.has_comments) {
                return Err((Misfit::Comment, entry.span()));
            }
            removed(vec![pair_out(text, enclosing(table), pair)?])
        }
        (Some(Entry::Table(inner)), Some(rest)) => {
            let Some(entry) = inner.get(rest) else { return Ok(None) };
            let (Entry::Scalar(_), Some(pair)) = (entry, inner.pair(rest)) else {
                return Err((Misfit::NotAText, entry.span()));
            };
            if inner.entries().count() > 1 {
                let around = enclosing(inner).or_else(|| enclosing(table).filter(|_| is_dotted(inner)));
                return removed(vec![pair_out(text, around, pair)?]);
            }
            let pieces = match &inner.form {
                Form::Inline(items) if items.has_comments => {
                    return Err((Misfit::Comment, items.span.clone()));
                }
                Form::Inline(items) => {
                    let own = table.pair(first).ok_or_else(|| (Misfit::Split, items.span.clone()))?;
                    vec![pair_out(text, enclosing(table), own)?]
                }
                Form::Dotted(_) => vec![pair_out(text, enclosing(table), pair)?],
                Form::Lines { header: Some(header), .. } => {
                    vec![lines_out(text, header), lines_out(text, pair)]
                }
                Form::Lines { header: None, .. } | Form::Implied => {
                    return Err((Misfit::Split, pair.clone()));
                }
            };
            Ok(Some(Removed { pieces, key: first.to_owned() }))
        }
        (Some(Entry::Scalar(span)), Some(_)) => Err((Misfit::Languages, span.clone())),
        (Some(Entry::Table(inner)), None) => Err((Misfit::Languages, inner.span())),
        (Some(other), _) => Err((Misfit::NotAText, other.span())),
    }
}

/// The braces around the keys of a table, if it has any.
fn enclosing(table: &Table) -> Option<&Items> {
    match &table.form {
        Form::Inline(items) => Some(items),
        Form::Lines { .. } | Form::Dotted(_) | Form::Implied => None,
    }
}

fn is_dotted(table: &Table) -> bool {
    matches!(&table.form, Form::Dotted(Dotted { is_inline: true, .. }))
}

/// A key with its value goes: out of its line, or with its comma out of braces.
fn pair_out(
    text: &str,
    braces: Option<&Items>,
    pair: &Range<usize>,
) -> Result<Piece, (Misfit, Range<usize>)> {
    let Some(items) = braces else { return Ok(lines_out(text, pair)) };
    if items.has_comments {
        return Err((Misfit::Comment, items.span.clone()));
    }
    let behind = &text[pair.end..items.span.end];
    let rest = behind.trim_start();
    if let Some(next) = rest.strip_prefix(',') {
        let end = items.span.end - next.trim_start().len();
        return Ok(Piece { range: pair.start..end, text: String::new() });
    }
    let before = text[items.span.start..pair.start].trim_end();
    let start = if before.ends_with(',') { items.span.start + before.len() - 1 } else { pair.start };
    Ok(Piece { range: start..pair.end, text: String::new() })
}

/// The lines that this takes go; a comment behind it stays, on a line of its own.
fn lines_out(text: &str, stretch: &Range<usize>) -> Piece {
    let start = line_start(text, stretch.start);
    let behind = &text[stretch.end..];
    let line = behind.split_inclusive('\n').next().unwrap_or_default();
    let comment = line.trim_start();
    if comment.starts_with('#') {
        let end = stretch.end + line.len() - comment.len();
        return Piece { range: stretch.start..end, text: String::new() };
    }
    Piece { range: start..stretch.end + line.len(), text: String::new() }
}

#[cfg(test)]
mod tests {
    use super::super::layout::layout;
    use super::*;

    /// The text of a single `[[x]]` without a key, and the key that is gone.
    fn without(text: &str, key: &str) -> Result<Option<(String, String)>, Misfit> {
        let root = layout(text).expect("TOML");
        let table = match root.get("x") {
            Some(Entry::Tables(tables)) => tables.last().expect("one"),
            Some(Entry::Array(array)) => match array.elements.last() {
                Some(Entry::Table(table)) => table,
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        };
        let removed = remove(text, table, key).map_err(|(why, _)| why)?;
        Ok(removed.map(|removed| {
            let mut text = text.to_owned();
            removed
                .pieces
                .iter()
                .rev()
                .for_each(|piece| text.replace_range(piece.range.clone(), &piece.text));
            (text, removed.key)
        }))
    }

    #[test]
    fn a_key_goes_with_its_lines_and_nothing_else() {
        for (text, key, left, gone) in [
            (
                "[[x]]\nid = 'a'\nnote = 'n'\n\n[[x]]\nnote = 'n'\n# c\nb = 1\n",
                "note",
                "[[x]]\nid = 'a'\nnote = 'n'\n\n[[x]]\n# c\nb = 1\n",
                "note",
            ),
            (
                "[[x]]\r\nid = 'a'\r\nnote = \"\"\"\r\nn\"\"\"\r\nb = 1",
                "note",
                "[[x]]\r\nid = 'a'\r\nb = 1",
                "note",
            ),
            ("[[x]]\n  note = 'n' # why\nb = 1\n", "note", "[[x]]\n  # why\nb = 1\n", "note"),
            ("[[x]]\nid = 'a'\nnote = 'n'", "note", "[[x]]\nid = 'a'\n", "note"),
            ("[[x]]\nnote.de = 'n'\nnote.en = 'm'\n", "note.de", "[[x]]\nnote.en = 'm'\n", "note.de"),
            ("[[x]]\nid = 'a'\nnote.de = 'n'\n", "note.de", "[[x]]\nid = 'a'\n", "note"),
            (
                "[[x]]\nid = 'a'\nnote = { de = 'n', en = 'm' }\n",
                "note.de",
                "[[x]]\nid = 'a'\nnote = { en = 'm' }\n",
                "note.de",
            ),
            (
                "[[x]]\nid = 'a'\nnote = { de = 'n', en = 'm' }\n",
                "note.en",
                "[[x]]\nid = 'a'\nnote = { de = 'n' }\n",
                "note.en",
            ),
            ("[[x]]\nid = 'a'\nnote = { de = 'n' }\n", "note.de", "[[x]]\nid = 'a'\n", "note"),
            ("[[x]]\nid = 'a'\n[x.note]\nde = 'n'\n[y]\n", "note.de", "[[x]]\nid = 'a'\n[y]\n", "note"),
            ("x = [{ id = 'a', note = 'n', b = 1 }]\n", "note", "x = [{ id = 'a', b = 1 }]\n", "note"),
            (
                "x = [{ id = 'a', note.de = 'n', note.en = 'm' }]\n",
                "note.en",
                "x = [{ id = 'a', note.de = 'n' }]\n",
                "note.en",
            ),
            ("x = [{ id = 'a', note.de = 'n' }]\n", "note.de", "x = [{ id = 'a' }]\n", "note"),
            ("[[x]]\nby = ['a', 'b']\n", "by", "[[x]]\n", "by"),
        ] {
            assert_eq!(without(text, key), Ok(Some((left.to_owned(), gone.to_owned()))), "{text}");
        }
    }

    #[test]
    fn what_is_not_there_stays_so_and_a_comment_is_not_lost() {
        assert_eq!(without("[[x]]\nid = 'a'\n", "note"), Ok(None));
        assert_eq!(without("[[x]]\nnote.en = 'a'\n", "note.de"), Ok(None));
        assert_eq!(without("[[x]]\nnote = 'a'\n", "note.de"), Err(Misfit::Languages));
        assert_eq!(without("[[x]]\nby = ['a', # first\n'b']\n", "by"), Err(Misfit::Comment));
        assert_eq!(without("[[x]]\n[x.note]\nexact = 'a'\nb = 'c'\n", "note"), Err(Misfit::Languages));
    }
}
