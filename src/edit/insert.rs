//! What is put where so that a list has one element more, or a table one key more.

use std::ops::Range;

use super::change::Value;
use super::layout::{Dotted, Entry, Form, Items, Table};
use super::spell;
use super::text::{Piece, indent, line_below, line_end, line_start};

/// One more item between brackets, behind the last one and as that one stands: in its line, or on a line of its own.
/// A comment stays beside the item that it is about.
pub(super) fn into_items(text: &str, items: &Items, new: &str) -> Vec<Piece> {
    let Some(last) = &items.last else {
        let at = items.span.start + 1;
        let is_table = text[items.span.start..].starts_with('{');
        let after = if text[at..].starts_with('}') { " " } else { "" };
        return vec![Piece::insert(at, if is_table { format!(" {new}{after}") } else { new.to_owned() })];
    };
    let line = line_start(text, last.start);
    let blanks = indent(text, last.start);
    let has_own_line = line > items.span.start && line + blanks.len() == last.start;
    if !has_own_line && items.comment.is_none() {
        return vec![Piece::insert(last.end, format!(", {new}"))];
    }
    let deeper = if has_own_line { "" } else { "  " };
    let on_line = format!("{}{blanks}{deeper}{new}", line_end(text, last.start));
    match (items.comma, items.comment) {
        (Some(comma), comment) => vec![Piece::insert(comment.unwrap_or(comma), format!("{on_line},"))],
        (None, Some(comment)) => {
            vec![Piece::insert(last.end, ",".to_owned()), Piece::insert(comment, on_line)]
        }
        (None, None) => vec![Piece::insert(last.end, format!(",{on_line}"))],
    }
}

/// One more key of a table, behind its last own one and before any table within it. Its value is as it is to be written.
///
/// # Errors
///
/// Fails with a place where the table has none for keys.
pub(super) fn new_key(text: &str, table: &Table, key: &str, value: &str) -> Result<Vec<Piece>, Range<usize>> {
    let pair = format!("{} = {value}", spell::key(key));
    match &table.form {
        Form::Inline(items) => Ok(into_items(text, items, &pair)),
        Form::Dotted(Dotted { prefix, last, is_inline }) => {
            let pair = format!("{}.{pair}", &text[prefix.clone()]);
            let piece = if *is_inline {
                Piece::insert(last.end, format!(", {pair}"))
            } else {
                line_below(text, last.end, indent(text, last.start), &pair)
            };
            Ok(vec![piece])
        }
        Form::Lines { header, last } => {
            let above = last.as_ref().or(header.as_ref()).ok_or(0..0)?;
            Ok(vec![line_below(text, above.end, indent(text, above.start), &pair)])
        }
        Form::Implied => Err(table.span()),
    }
}

/// One more table below `[[actor.mentions]]`, behind the last one.
///
/// # Errors
///
/// Fails with the place of the last one where that is no table on lines of its own, or has others within.
pub(super) fn sub_table(
    text: &str,
    last: &Table,
    keys: &[(String, Value)],
) -> Result<Vec<Piece>, Range<usize>> {
    let is_flat = |entry: &Entry| match entry {
        Entry::Tables(_) => false,
        Entry::Table(table) => matches!(table.form, Form::Inline(_)),
        Entry::Scalar(_) | Entry::Array(_) => true,
    };
    let (Form::Lines { header: Some(header), last: pair }, true) =
        (&last.form, last.entries().all(|(_, entry)| is_flat(entry)))
    else {
        return Err(last.span());
    };
    let above = pair.as_ref().unwrap_or(header);
    let ending = line_end(text, above.end);
    let before = text[..line_start(text, header.start)].trim_end_matches('\r');
    let is_apart = before.ends_with("\n\n") || before.ends_with("\n\r\n");
    let lines: Vec<String> =
        std::iter::once(format!("{}{}", indent(text, header.start), &text[header.clone()]))
            .chain(spell::pairs(keys).into_iter().map(|line| format!("{}{line}", indent(text, above.start))))
            .collect();
    let apart = if is_apart { ending } else { "" };
    Ok(vec![line_below(text, above.end, "", &format!("{apart}{}", lines.join(ending)))])
}
