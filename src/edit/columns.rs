//! More columns for a file of figures, behind those that it has.

use std::ops::Range;

use crate::load::{FiguresLayout, rows_of_figures};

/// The text with these columns behind the others: their names in the header, nothing in the rows. None where rows have other
/// fields than the header, so that it would not be clear which field is behind the others.
pub(super) fn with_columns(text: &str, layout: &FiguresLayout, new: &[String]) -> Option<String> {
    let rows = rows_of_figures(text);
    let records = records(text);
    let is_even = layout.width == layout.columns.len()
        && rows.len() == records.len()
        && rows.iter().all(|row| row.len() == layout.columns.len());
    if !is_even {
        return None;
    }
    let mut separator = [0; 4];
    let separator = layout.separator.encode_utf8(&mut separator);
    let mut whole = String::with_capacity(text.len() + records.len() * new.len());
    let mut end = 0;
    for (number, record) in records.into_iter().enumerate() {
        whole.push_str(&text[end..record.end]);
        end = record.end;
        for name in new {
            whole.push_str(separator);
            if number == 0 {
                whole.push_str(name);
            }
        }
    }
    whole.push_str(&text[end..]);
    Some(whole)
}

/// The records of a text, without their line endings and without lines that have nothing in them. A line ending within quotes ends
/// none; `sep=;` at the beginning, as office programs write it, is none.
fn records(text: &str) -> Vec<Range<usize>> {
    let start = match text.get(..4) {
        Some(first) if first.eq_ignore_ascii_case("sep=") => {
            text.find('\n').map_or(text.len(), |end| end + 1)
        }
        _ => 0,
    };
    let mut found = Vec::new();
    let (mut begin, mut is_quoted) = (start, false);
    for (at, byte) in text.bytes().enumerate().skip(start) {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => {
                if at > begin {
                    found.push(begin..at);
                }
                begin = at + 1;
            }
            _ => {}
        }
    }
    if begin < text.len() {
        found.push(begin..text.len());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str) -> Option<String> {
        with_columns(text, &FiguresLayout::of(text), &["anchor".to_owned(), "x".to_owned()])
    }

    #[test]
    fn columns_stand_behind_the_others_and_are_empty() {
        for (text, whole) in [
            ("series,value\na,1\nb,2\n", "series,value,anchor,x\na,1,,\nb,2,,\n"),
            ("series;value\r\n\"a\r\n\";1\r\n", "series;value;anchor;x\r\n\"a\r\n\";1;;\r\n"),
            ("series,value\n\na,1", "series,value,anchor,x\n\na,1,,"),
            ("sep=;\nseries;value\na;1\n", "sep=;\nseries;value;anchor;x\na;1;;\n"),
            ("series,value\n", "series,value,anchor,x\n"),
        ] {
            assert_eq!(with(text).as_deref(), Some(whole), "{text:?}");
        }
    }

    #[test]
    fn rows_of_another_length_get_none() {
        for text in ["series,value\na,1,more\n", "series,value\na\n", "series,value,\na,1,\n"] {
            assert_eq!(with(text), None, "{text:?}");
        }
    }
}
