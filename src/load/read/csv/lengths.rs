//! Rows with more or fewer fields than the header.

use csv::StringRecord;

use super::grid;
use super::row::Line;
use super::values::Values;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;

/// The fields that rows have to have.
pub(super) struct Lengths {
    /// How many columns there are.
    columns: usize,
    /// How many fields the header has: those after the last column are empty, as spreadsheets write them.
    width: usize,
    /// Whether a row was met whose fields are separated otherwise: of more of them nothing is said.
    has_other_separator: bool,
}

impl Lengths {
    pub(super) fn new(columns: usize, width: usize) -> Self {
        Self { columns, width, has_other_separator: false }
    }

    /// Whether a row has a field for each column, and what it has beyond is empty in the header too. One more field that
    /// is empty would say that a mark within a number was taken for a separator.
    pub(super) fn is_right(&self, record: &StringRecord) -> bool {
        let is_empty = |field: &str| field.trim().is_empty();
        (self.columns..=self.width).contains(&record.len()) && record.iter().skip(self.columns).all(is_empty)
    }

    pub(super) fn report(&mut self, record: &StringRecord, values: &Values, line: &mut Line<'_>) {
        let (fields, wanted) = (record.len(), self.width);
        let plural = if fields == 1 { "" } else { "s" };
        let message = format!("this row has {fields} field{plural}, the header {wanted}");
        let name = grid::name(line.grid.separator);
        if fields > wanted
            && let Some((written, number)) = split_number(record, fields - wanted, values, line)
        {
            let from = line.columns.place("value").unwrap_or_default();
            let first = line.grid.field(line.start, from).start;
            let last = line.grid.field(line.start, from + fields - wanted).end;
            let message = format!("{message}: the {name} in {written} separates two of them");
            let at = Span::new(line.file, first..last);
            line.report.add(Rule::RowLength, at, None, message, format!("write {number}"));
            return;
        }
        let text = &line.grid.text[line.grid.record(line.start)];
        if fields < wanted
            && let Some(other) = grid::separator_of(text, line.grid.separator, wanted)
        {
            if !std::mem::replace(&mut self.has_other_separator, true) {
                let other = grid::name(other);
                let message =
                    format!("{message}: a {other} separates those of the row, a {name} those of the header");
                let hint =
                    format!("save the file with one of the two; until then no row with a {other} is read");
                line.add(Rule::RowLength, "", message, hint);
            }
            return;
        }
        let hint = if fields > wanted {
            format!("put quotes around a field that holds a {name}")
        } else {
            format!("write a {name} for each field that is empty, so that there are {wanted}")
        };
        line.add(Rule::RowLength, "", message, hint);
    }
}

/// The number that commas have separated into fields, and what to write.
fn split_number(
    record: &StringRecord,
    more: usize,
    values: &Values,
    line: &Line<'_>,
) -> Option<(String, String)> {
    if line.grid.separator != b',' {
        return None;
    }
    let from = line.columns.place("value")?;
    let parts: Vec<&str> =
        (from..=from + more).map(|number| record.get(number).map(str::trim)).collect::<Option<_>>()?;
    let written = parts.join(",");
    let number = values.either(&values.meanings(&written, None))?;
    Some((written, number))
}
