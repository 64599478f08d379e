//! Rows with more or fewer fields than the header.

use csv::StringRecord;

use super::grid::{self, Grid};
use super::row::Line;
use super::values::Values;
use crate::dossier::When;
use crate::load::read::anchors::Resolver;
use crate::load::report::Report;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::syntax::words::QUALIFIERS;
use crate::text::sanitize::sanitize_line;

/// The fields that rows have to have.
pub(super) struct Lengths {
    /// How many columns there are.
    columns: usize,
    /// How many fields the header has: those after the last column are empty, as spreadsheets write them.
    width: usize,
    /// Whether a row was met whose fields are separated otherwise: of more of them nothing is said.
    has_other_separator: bool,
    /// The first row that only lacks fields, with its report, and where the others start.
    short: Option<(Span, String, String, Vec<usize>)>,
}

impl Lengths {
    pub(super) fn new(columns: usize, width: usize) -> Self {
        Self { columns, width, has_other_separator: false, short: None }
    }

    /// Whether a row has a field for each column, and what it has beyond is empty in the header too. One more field that
    /// is empty would say that a mark within a number was taken for a separator.
    pub(super) fn is_right(&self, record: &StringRecord) -> bool {
        let is_empty = |field: &str| field.trim().is_empty();
        (self.columns..=self.width).contains(&record.len()) && record.iter().skip(self.columns).all(is_empty)
    }

    /// How many fields a row has to have.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn report(
        &mut self,
        record: &StringRecord,
        values: &Values,
        resolver: &Resolver<'_>,
        line: &mut Line<'_>,
    ) {
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
        if fields > wanted && report_typographic(text, line) {
            return;
        }
        let hint = if fields > wanted {
            split_text(record, fields - wanted, values, resolver, line)
                .unwrap_or_else(|| format!("put quotes around a field that holds a {name}"))
        } else if fields == 1 && resolver.ids.find("series", &sanitize_line(text.trim())).is_none() {
            "join it to the line above if it goes on with that, or delete it if it is no row".to_owned()
        } else {
            // Programs that leave out what is empty at the end of a row do so in many.
            if let Some((.., others)) = &mut self.short {
                others.push(line.grid.first(line.start));
            } else {
                let hint = format!("write a {name} for each field that is empty, so that there are {wanted}");
                self.short = Some((line.place(""), message, hint, Vec::new()));
            }
            return;
        };
        line.add(Rule::RowLength, "", message, hint);
    }

    /// One report of all rows that lack fields.
    pub(super) fn finish(self, grid: Grid<'_>, report: &mut Report) {
        let Some((at, message, hint, others)) = self.short else { return };
        let hint = if others.is_empty() {
            hint
        } else {
            format!("{hint}, and the same way in {}", grid.lines(&others))
        };
        report.add(Rule::RowLength, at, None, message, hint);
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

/// Reports the typographic quotation mark that a field begins with: to a table it is a letter like others.
fn report_typographic(text: &str, line: &mut Line<'_>) -> bool {
    let separator = char::from(line.grid.separator);
    let mut before = separator;
    for (at, c) in text.char_indices() {
        if before == separator
            && matches!(c, '“' | '”' | '„' | '«' | '»' | '‟')
            && let Some(length) = text[at + c.len_utf8()..].find(['“', '”', '«', '»'])
        {
            let from = line.grid.first(line.start) + at;
            let words = &text[at + c.len_utf8()..][..length];
            let message = format!("{c} is no quotation mark of a table");
            let hint = format!(
                "write straight quotation marks: \"{}\" (until then the row is left out)",
                sanitize_line(words)
            );
            line.report.add(
                Rule::QuotesInvalid,
                Span::new(line.file, from..from + c.len_utf8()),
                None,
                message,
                hint,
            );
            return true;
        }
        before = c;
    }
    false
}

/// The field of words that the separator within it has torn apart, in what to write; nothing where it can be several.
fn split_text(
    record: &StringRecord,
    more: usize,
    values: &Values,
    resolver: &Resolver<'_>,
    line: &Line<'_>,
) -> Option<String> {
    let names = line.columns.names;
    let is_of_words = |name: &str| {
        matches!(name, "part" | "unit" | "note" | "anchor" | "anchor.prefix" | "anchor.suffix")
            || line.columns.local.iter().any(|column| column.name == name)
    };
    let mut found = (0..names.len()).filter(|at| is_of_words(&names[*at])).filter_map(|at| {
        let is_empty = |number: usize| record.get(number).is_none_or(|field| field.trim().is_empty());
        if is_empty(at) || is_empty(at + more) {
            return None;
        }
        let from = line.grid.field(line.start, at).start;
        let words = &line.grid.text[from..line.grid.field(line.start, at + more).end];
        let is_right = names.iter().enumerate().all(|(number, name)| {
            let field = match number {
                number if number == at => words,
                number if number > at => record.get(number + more).unwrap_or_default().trim(),
                number => record.get(number).unwrap_or_default().trim(),
            };
            let is_known = |kind: &str| resolver.ids.find(kind, &sanitize_line(field)).is_some();
            match &**name {
                "series" => is_known("series"),
                "place" | "source" => field.is_empty() || is_known(name),
                "value" => field.is_empty() || !values.meanings(field, None).is_empty(),
                "qualifier" => QUALIFIERS.iter().any(|(word, _)| *word == field),
                "date" => field.is_empty() || When::parse(field).is_ok(),
                "anchor" => field.is_empty() || resolver.article.text.contains(field),
                _ => true,
            }
        });
        is_right.then(|| (&names[at], words))
    });
    let (name, words) = found.next().filter(|_| found.next().is_none())?;
    Some(if words.contains('"') {
        format!("put quotes around the field {name}, and write a quote within it twice")
    } else {
        format!("put quotes around the field {name}: \"{}\"", sanitize_line(words))
    })
}
