//! What is wrong with a row as a whole, and what one slip did to several rows.

use csv::StringRecord;
use foldhash::{HashMap, HashSet};

use super::advice::is_error;
use super::grid::Grid;
use super::row::{Line, Row};
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::syntax::ids::Ids;
use crate::text::sanitize::sanitize_line;

/// What the first field of a row of totals says, in small letters.
const TOTALS: [&str; 12] = [
    "total",
    "totals",
    "grand total",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "gesamtergebnis",
    "insgesamt",
    "zusammen",
    "zwischensumme",
    "subtotal",
];

/// Reports a row of totals, as spreadsheets and people put it below the others; whether it is one.
pub(super) fn is_totals(row: &Row<'_>, ids: &Ids, line: &mut Line<'_>) -> bool {
    let small = row.series.trim_end_matches(':').to_lowercase();
    if !TOTALS.contains(&&*small) || ids.find("series", &sanitize_line(row.series)).is_some() {
        return false;
    }
    let message =
        format!("{} is no series: this seems to be a row of totals", quoted(&sanitize_line(row.series)));
    let hint = "delete this row: totals are not figures of a series";
    line.add(Rule::ReferenceUnknown, "series", message, hint);
    true
}

/// Reports the error of a formula in a field that is no value; whether there is one.
pub(super) fn has_error(record: &StringRecord, line: &mut Line<'_>) -> bool {
    let value = line.columns.place("value");
    let number = record.iter().enumerate().position(|(number, field)| {
        Some(number) != value && number < line.columns.names.len() && is_error(field.trim())
    });
    let Some(number) = number else { return false };
    let at = Span::new(line.file, line.grid.field(line.start, number));
    let message = "a formula failed in the spreadsheet, so that this field says nothing";
    let hint =
        "write what it was to give, or leave the field empty if it may be (until then the row is left out)";
    line.report.add(Rule::TextEmpty, at, None, message, hint);
    true
}

/// Rows whose series is left blank below one that has it, as merged cells are saved.
#[derive(Default)]
pub(super) struct Blanks {
    /// The series of the last row that has one, and its place.
    above: Option<(String, String)>,
    at: Option<Span>,
    /// The first bytes of the rows.
    rows: Vec<usize>,
    /// What is to be written in them: the series, and the place where that is left blank too.
    wanted: Vec<(String, String)>,
}

impl Blanks {
    /// Takes a row into account; the series above it if its own is left blank.
    pub(super) fn meet(&mut self, row: &Row<'_>, line: &Line<'_>) -> Option<&str> {
        if !row.series.is_empty() {
            self.above = Some((row.series.to_owned(), row.place.to_owned()));
            return None;
        }
        let (series, place) = self.above.as_ref()?;
        let place = if row.place.is_empty() { place.clone() } else { String::new() };
        self.at.get_or_insert_with(|| line.place("series"));
        self.rows.push(line.grid.first(line.start));
        self.wanted.push((series.clone(), place));
        Some(series)
    }

    /// One report of all.
    pub(super) fn report(self, grid: Grid<'_>, report: &mut Report) {
        let (Some(at), Some(first)) = (self.at, self.wanted.first()) else { return };
        let lines = grid.lines(&self.rows);
        let rows = if self.rows.len() == 1 { "it is" } else { "they are" };
        let is_one = self.wanted.iter().all(|wanted| wanted == first);
        let what = match first {
            (series, place) if is_one && place.is_empty() => {
                format!("write {} as above", sanitize_line(series))
            }
            (series, place) if is_one => {
                format!("write {} and the place {} as above", sanitize_line(series), sanitize_line(place))
            }
            _ => "write in each what stands above it".to_owned(),
        };
        let hint = format!("{what} in {lines} (until then {rows} left out)");
        report.add(Rule::TextEmpty, at, None, "\"series\" is left blank below a row that has it", hint);
    }
}

/// Rows that were torn apart by line breaks in a field without quotes.
#[derive(Default)]
pub(super) struct Torn {
    /// By the first byte of the first part: the last byte of the last.
    whole: HashMap<usize, usize>,
    /// The first bytes of the other parts.
    parts: HashSet<usize>,
}

/// A row as far as it matters for that.
pub(super) struct Seen {
    pub(super) start: usize,
    pub(super) fields: usize,
    pub(super) is_right: bool,
    /// Whether it begins as a row does.
    pub(super) names_series: bool,
}

impl Torn {
    /// Looks for rows that together have as many fields as the header.
    pub(super) fn of(rows: &[Seen], wanted: usize, grid: Grid<'_>) -> Self {
        const MOST: usize = 12;
        let mut found = Self::default();
        let mut at = 0;
        while at < rows.len() {
            let first = &rows[at];
            at += 1;
            if first.is_right || !first.names_series {
                continue;
            }
            let mut fields = first.fields;
            for (more, part) in rows[at..].iter().take(MOST).enumerate() {
                if part.is_right || part.names_series {
                    break;
                }
                // The two parts of the field are one.
                fields += part.fields - 1;
                if fields == wanted {
                    found.whole.insert(first.start, grid.record(part.start).end);
                    found.parts.extend(rows[at..=at + more].iter().map(|part| part.start));
                    at += more + 1;
                    break;
                }
            }
        }
        found
    }

    /// Reports a row that is torn; whether this one is, or is part of one.
    pub(super) fn report(&self, line: &mut Line<'_>) -> bool {
        let start = line.grid.first(line.start);
        if self.parts.contains(&start) {
            return true;
        }
        let Some(end) = self.whole.get(&start) else { return false };
        let (first, last) = (line.grid.line(start), line.grid.line(*end));
        let lines =
            if last == first + 1 { format!("{first} and {last}") } else { format!("{first} to {last}") };
        let message = "a line break in a field without quotes tears this row apart";
        let hint =
            format!("join lines {lines}, or put the whole field in quotes (until then the row is left out)");
        line.report.add(Rule::RowLength, Span::new(line.file, start..*end), None, message, hint);
        true
    }
}
