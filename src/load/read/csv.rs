//! The observations: a table as spreadsheets save it, in RFC 4180 or with semicolons or tabs; a header in any order. No number
//! is read as another: see [`numbers`].

mod advice;
mod beside;
mod columns;
mod frame;
mod grid;
mod layout;
mod lengths;
mod names;
mod numbers;
mod observe;
mod quotation;
mod quotes;
mod row;
mod scales;
mod sheet;
mod slips;
mod values;

use foldhash::{HashMap, HashMapExt as _, HashSet};

use crate::dossier::{Id, Observation, Quote, Series, SeriesKind};

use crate::load::read::anchors::Resolver;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::report::{ProblemText, Report};
use crate::load::syntax::ids::Ids;
use crate::text::sanitize::sanitize_line;

use columns::Columns;
use grid::Grid;
use lengths::Lengths;
use numbers::{Column, Mark};
use observe::observe;
use row::{Line, Row};
use sheet::Sheet;
use slips::{Blanks, Seen, Torn};
use values::{Value, Values};

pub(crate) use layout::{FiguresLayout, rows};
pub(crate) use names::{ANCHOR, PLAIN};

/// What was read.
#[derive(Default)]
pub(crate) struct Figures {
    /// The observations in the order written.
    pub(crate) observations: Vec<Observation>,
    /// Whether no row could be read, so that nobody knows what they name.
    pub(crate) is_unread: bool,
    /// How many rows name each series and were left out; as far as is known, where a row cannot be read at all.
    pub(crate) left_out: HashMap<Id, usize>,
}

impl Figures {
    /// A row that names this series and is, until it is kept, left out.
    fn met(&mut self, series: &str, ids: &Ids) {
        if let Some(series) = ids.find("series", &sanitize_line(series)) {
            *self.left_out.entry(series).or_default() += 1;
        }
    }

    /// The lines of a text that is not read, each taken for a row.
    fn met_all(&mut self, text: &str, separator: u8, column: Option<usize>, ids: &Ids) {
        let Some(column) = column else { return };
        for line in text.split(['\n', '\r']) {
            let name = line.split(char::from(separator)).nth(column).unwrap_or_default();
            self.met(name.trim().trim_matches('"'), ids);
        }
    }

    fn keep(&mut self, observation: Observation) {
        if let Some(left_out) = self.left_out.get_mut(&observation.series) {
            *left_out = left_out.saturating_sub(1);
        }
        self.observations.push(observation);
    }
}

/// What a file named as the observations is, if it is no table that can be read, and what to do. `is_office` says that an
/// office program wrote it.
pub(crate) fn other_than_csv(
    name: &str,
    text: &str,
    is_office: bool,
) -> Option<(&'static str, &'static str)> {
    let start: String = text.trim_start().chars().take(14).collect::<String>().to_ascii_lowercase();
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    if is_office || text.is_empty() && ["xls", "xlsx", "ods", "numbers"].contains(&&*ending) {
        return Some((
            "it is a spreadsheet, not a table of text",
            "save it as CSV there, and name that file",
        ));
    }
    if start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<?xml") {
        return Some((
            "it is a web page or XML, not a table of text",
            "download the figures as CSV, or copy them into one, and name that file",
        ));
    }
    None
}

/// The words of the article that figures rest on, in the order written: they are looked for together with those of the
/// tables, before any row is read.
pub(crate) fn quotations(text: &str) -> Vec<Quote> {
    let sheet = Sheet::of(text);
    let names = sheet.grid.header();
    let columns = Columns::of(&names);
    let mut quotations = Vec::new();
    if columns.place("anchor").is_some() {
        sheet.each_row(|record, start| {
            if !sheet.is_faulty(start) {
                quotations.extend(quotation::of(&Row::of(&columns, record)));
            }
        });
    }
    quotations
}

/// The observations in the order written. A row that names no series or source there is, or a place there is not, is
/// reported and left out; so is one whose value, qualifier or unit cannot be read, for without them it would say
/// something else. So is one whose quotes are at fault, and all that follows one that is not closed.
pub(crate) fn read(
    text: &str,
    file: usize,
    resolver: &Resolver<'_>,
    series: &[Series],
    report: &mut Report,
) -> Figures {
    let ids = &resolver.ids;
    let mut figures = Figures::default();
    let mut sheet = Sheet::of(text);
    let grid = sheet.grid;
    if frame::check(grid, file, report) {
        figures.is_unread = true;
        return figures;
    }
    if let Some(unmerged) = frame::unmerged(grid, file, report) {
        sheet.leave_out(unmerged);
    }
    for fault in &sheet.faults {
        let (message, hint) = fault.kind.describe(grid.separator);
        report.add(Rule::QuotesInvalid, Span::new(file, fault.at..fault.at + 1), None, message, hint);
    }
    // What follows a quote that is not closed is not read.
    figures.is_unread = !sheet.unread.is_empty();
    if sheet.is_faulty(grid.start) {
        figures.is_unread = true;
        return figures;
    }
    let names = grid.header();
    let columns = Columns::of(&names);
    figures.met_all(sheet.unread, grid.separator, columns.place("series"), ids);
    if !columns.check(grid, sheet.first_width(), file, report) {
        figures.is_unread = true;
        figures.met_all(
            &grid.text[grid.record(grid.start).end..],
            grid.separator,
            columns.place("series"),
            ids,
        );
        return figures;
    }
    let mut lengths = Lengths::new(columns.names.len(), grid.width());
    let mut column = Column::default();
    // Of a list each value has its own unit, and says nothing of the others.
    let lists: HashSet<&str> = series
        .iter()
        .filter(|series| series.kind == SeriesKind::List)
        .map(|series| series.id.as_str())
        .collect();
    let mut rows: Vec<Seen> = Vec::new();
    sheet.each_row(|record, start| {
        let row = Row::of(&columns, record);
        let is_right = lengths.is_right(record);
        let names_series = ids.find("series", &sanitize_line(row.series)).is_some();
        rows.push(Seen { start: grid.first(start), fields: record.len(), is_right, names_series });
        if is_right {
            column.meet(row.value, start, Some(row.series).filter(|name| !lists.contains(name)));
        }
    });
    let values = Values::new(column, grid.separator);
    let torn = Torn::of(&rows, lengths.width(), grid);
    let mut blanks = Blanks::default();
    let series: HashMap<&Id, &Series> = series.iter().map(|series| (&series.id, series)).collect();
    let mut seen: HashMap<Id, usize> = HashMap::new();
    let mut unclear: Option<Unclear> = None;
    sheet.each_row(|record, start| {
        let row = Row::of(&columns, record);
        figures.met(row.series, ids);
        if sheet.is_faulty(start) {
            report.add_unread_name(row.source);
            return;
        }
        let mut line = Line { grid, file, start, columns: &columns, item: None, report: &mut *report };
        if slips::is_totals(&row, ids, &mut line) || torn.report(&mut line) {
            return;
        }
        if !lengths.is_right(record) {
            lengths.report(record, &values, resolver, &mut line);
            line.report.add_unread_name(row.source);
            return;
        }
        if slips::has_error(record, &mut line) {
            line.report.add_unread_name(row.source);
            return;
        }
        if let Some(above) = blanks.meet(&row, &line) {
            figures.met(above, ids);
            line.report.add_unread_name(row.source);
            return;
        }
        let value = values.read(row.value, Some(row.series).filter(|name| !lists.contains(name)));
        let observation = observe(&row, record, (&value, &values), &mut line, resolver, &series);
        if let Some((_, first, mark)) = values.contradiction().filter(|(second, ..)| *second == start) {
            report_mixed(&row, grid.first(first), mark, &values, &mut line);
        }
        if let Value::Either { point, comma } = value
            && values.contradiction().is_none()
        {
            if let Some(first) = &mut unclear {
                first.others.push(grid.first(start));
            } else {
                let (at, text) = (line.place("value"), row.value.to_owned());
                unclear = Some(Unclear { at, text, numbers: [point, comma], others: Vec::new() });
            }
        }
        let Some(observation) = observation else {
            // What is named in a row that is left out is in use all the same.
            line.report.add_unread_name(row.source);
            return;
        };
        if let Some(first) = seen.get(&observation.id) {
            let message = format!("a second observation of {}", quoted(observation.id.as_str()));
            let message = ProblemText::ending_in(message, "; the first stands in", Span::point(file, *first));
            let hint = "only the first is used: correct its series, place, date or part, or remove it";
            let at = line.place("");
            line.report.add(Rule::FigureDuplicate, at, line.item.as_ref(), message, hint);
            return;
        }
        seen.insert(observation.id.clone(), grid.first(start));
        figures.keep(observation);
    });
    blanks.report(grid, report);
    lengths.finish(grid, report);
    if let Some(unclear) = unclear {
        unclear.report(&values, grid, report);
    }
    figures
}

/// A decimal mark that contradicts the one of a row before.
fn report_mixed(row: &Row<'_>, first: usize, mark: Mark, values: &Values, line: &mut Line<'_>) {
    let (own, other) = match mark {
        Mark::Point => ("comma", "point"),
        Mark::Comma => ("point", "comma"),
    };
    let message =
        format!("in {} the decimal mark is the {own}, in a value before it the {other}", quoted(row.value));
    let message = ProblemText::ending_in(message, ": that in", Span::point(line.file, first));
    let hint = format!(
        "write {}, or give all values of this file the same marks (until then those that could be two numbers are left out)",
        values.either(&values.meanings(row.value, None)).map_or_else(String::new, |number| match mark {
            Mark::Point => number,
            Mark::Comma => number.replace('.', ","),
        })
    );
    line.add(Rule::NumbersMixed, "value", message, hint);
}

/// The first value that can be two numbers.
struct Unclear {
    at: Span,
    text: String,
    numbers: [String; 2],
    /// The first bytes of the rows with the others.
    others: Vec<usize>,
}

impl Unclear {
    /// One report of all, for each has to be put right: to settle one settles no other.
    fn report(self, values: &Values, grid: Grid<'_>, report: &mut Report) {
        let Self { at, text, numbers, others } = self;
        let text = quoted(&sanitize_line(&text));
        let [point, comma] = &numbers;
        let message = match others.len() {
            0 => format!("{text} can be {point} or {comma}"),
            1 => format!("{text} can be {point} or {comma}, and another value is as unclear"),
            more => format!("{text} can be {point} or {comma}, and {more} other values are as unclear"),
        };
        let what = values.either(&numbers).unwrap_or_default();
        let hint = if others.is_empty() {
            format!("write {what} (until then it is left out)")
        } else {
            let lines = grid.lines(&others);
            format!("write {what}, and the same way the value in {lines} (until then they are left out)")
        };
        report.add(Rule::NumberAmbiguous, at, None, message, hint);
    }
}
