//! What is wrong with a whole table, before any of its rows is read: lines above its header, marks of a merge, rows that are
//! one field each, a date for each column.

use std::ops::Range;

use super::grid::Grid;
use super::names::PLAIN;
use crate::dossier::When;
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::syntax::date_guess;
use crate::text::sanitize::sanitize_line;

/// So many of our columns make a line a header.
const HEADER: usize = 3;

/// Reports why no row can be read though the text is a table of figures; whether there is such a reason.
pub(super) fn check(grid: Grid<'_>, file: usize, report: &mut Report) -> bool {
    let names = grid.header();
    let known = grid.known_columns();
    let at = Span::new(file, grid.record(grid.start));
    if let [only] = &names[..]
        && Grid::of(only).known_columns() >= HEADER
    {
        let message = "one pair of quotation marks stands around each row, so that it is one field";
        let hint = "remove the quotation mark at the beginning and at the end of every row, and write \"\" within them as \" \
                    (until then no row is read)";
        report.add(Rule::QuotesInvalid, at, None, message, hint);
        return true;
    }
    if known < HEADER
        && let Some(header) = header_below(grid)
    {
        let (first, line) = (grid.line(grid.start), grid.line(header));
        let lines = if line == first + 1 {
            format!("line {first}")
        } else {
            format!("lines {first} to {}", line - 1)
        };
        let message = format!("this line does not name the columns: that does line {line}");
        report.add(
            Rule::ColumnMissing,
            at,
            None,
            message,
            format!("delete {lines} (until then no row is read)"),
        );
        return true;
    }
    let dates: Vec<&str> = names.iter().map(String::as_str).filter(|name| is_date(name)).collect();
    if dates.len() > 1 && !["date", "value"].iter().all(|column| names.iter().any(|name| name == column)) {
        let shown: Vec<String> = dates.iter().take(3).map(|date| quoted(&sanitize_line(date))).collect();
        let separator = String::from(char::from(grid.separator)).replace('\t', "⇥");
        let message = format!("the header has dates as columns: {}", shown.join(", "));
        let hint = format!("write one row for each date, under the header {}", PLAIN.join(&separator));
        report.add(Rule::ColumnMissing, at, None, message, hint);
        return true;
    }
    false
}

/// Whether the name of a column is a date.
fn is_date(name: &str) -> bool {
    name.len() >= 4 && (When::parse(name).is_ok() || date_guess::guess(name).is_some())
}

/// Where a header begins that stands below other lines.
fn header_below(grid: Grid<'_>) -> Option<usize> {
    const FARTHEST: usize = 10;
    let mut at = grid.record(grid.start).end;
    for _ in 0..FARTHEST {
        let below = Grid::of(grid.text.get(at..)?);
        if below.known_columns() >= HEADER {
            return Some(at + below.start);
        }
        let next = at + below.record(below.start).end;
        if next <= at {
            return None;
        }
        at = next;
    }
    None
}

/// The lines of a merge that was not finished, from the first mark to the last. They are reported once.
pub(super) fn unmerged(grid: Grid<'_>, file: usize, report: &mut Report) -> Option<Range<usize>> {
    let found = marks(grid.text)?;
    let first = grid.text[found.start..].lines().next().unwrap_or_default();
    let at = Span::new(file, found.start..found.start + first.trim_end().len());
    let lines = format!("{} to {}", grid.line(found.start), grid.line(found.end));
    let hint = format!(
        "in lines {lines} keep one of the versions, and delete the other and the lines with <<<<<<<, ======= and >>>>>>> \
         (until then they are left out)"
    );
    report.add(Rule::RowLength, at, None, "this is a mark of a merge that was not finished", hint);
    Some(found)
}

/// From the first mark of a merge to the end of the last.
fn marks(text: &str) -> Option<Range<usize>> {
    let mut found: Option<Range<usize>> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let plain = line.trim_end();
        if ["<<<<<<< ", ">>>>>>> "].iter().any(|mark| plain.starts_with(mark)) {
            let end = at + plain.len();
            found = Some(found.map_or(at, |range| range.start)..end);
        }
        at += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merge_goes_from_its_first_mark_to_its_last() {
        let text = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd\n";
        assert_eq!(marks(text).map(|range| &text[range]), Some("<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other"));
        assert_eq!(marks("a,<<<<<<< b\n======="), None);
    }
}
