//! The observations: RFC 4180, a header in any order, a decimal point.

mod quotes;

use std::borrow::Cow;
use std::ops::Range;

use csv::{ReaderBuilder, StringRecord, Trim};
use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};
use serde::Deserialize;

use crate::dossier::{
    Id, Kind, LanguageTag, LocalText, Observation, Qualifier, Ref, Series, SeriesKind, When,
};

use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::report::{ProblemText, Report};
use crate::load::syntax::date_errors::{hint_for, no_date};
use crate::load::syntax::fields::is_language;
use crate::load::syntax::ids::Ids;
use crate::load::syntax::suggest::{nearest, suggest};
use crate::load::syntax::table::{beyond_limit, too_long};
use crate::load::syntax::words::QUALIFIERS;
use crate::text::sanitize::sanitize_line;

pub(crate) const COLUMNS: [&str; 9] =
    ["series", "place", "date", "part", "value", "qualifier", "unit", "source", "note"];
pub(crate) const REQUIRED: [&str; 5] = ["series", "date", "value", "qualifier", "source"];

#[derive(Deserialize)]
struct Row<'r> {
    series: &'r str,
    #[serde(default)]
    place: &'r str,
    date: &'r str,
    #[serde(default)]
    part: &'r str,
    value: &'r str,
    qualifier: &'r str,
    #[serde(default)]
    unit: &'r str,
    source: &'r str,
    #[serde(default)]
    note: &'r str,
}

impl Row<'_> {
    /// Without the blanks around its fields. The reader could trim them, too, but copies every row for it.
    fn trimmed(self) -> Self {
        Self {
            series: self.series.trim(),
            place: self.place.trim(),
            date: self.date.trim(),
            part: self.part.trim(),
            value: self.value.trim(),
            qualifier: self.qualifier.trim(),
            unit: self.unit.trim(),
            source: self.source.trim(),
            note: self.note.trim(),
        }
    }
}

/// What was read.
#[derive(Default)]
pub(crate) struct Figures {
    /// The observations in the order written.
    pub(crate) observations: Vec<Observation>,
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
    fn met_all(&mut self, text: &str, column: Option<usize>, ids: &Ids) {
        let Some(column) = column else { return };
        for line in text.lines() {
            let name = line.split(',').nth(column).unwrap_or_default();
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

/// The observations in the order written. A row that names no series or source there is, or a place there is not, is
/// reported and left out; so is one whose value, qualifier or unit cannot be read, for without them it would say
/// something else. So is one whose quotes are at fault, and all that follows one that is not closed.
pub(crate) fn read(text: &str, file: usize, ids: &Ids, series: &[Series], report: &mut Report) -> Figures {
    let mut figures = Figures::default();
    let faults = quotes::faults(text);
    for fault in &faults {
        let (message, hint) = fault.kind.describe();
        report.add(Rule::QuotesInvalid, Span::new(file, fault.at..fault.at + 1), None, message, hint);
    }
    let closed = faults.last().filter(|fault| fault.kind == quotes::Kind::Unclosed);
    let (text, unread) = text.split_at(closed.map_or(text.len(), |fault| fault.row));
    let faulty: HashSet<usize> = faults.iter().map(|fault| fault.row).collect();
    if faulty.contains(&first(text, 0)) {
        return figures;
    }
    let mut reader = ReaderBuilder::new().flexible(true).trim(Trim::Headers).from_reader(text.as_bytes());
    let Ok(headers) = reader.headers().cloned() else { return figures };
    let column = headers.iter().position(|header| header == "series");
    figures.met_all(unread, column, ids);
    if !check_header(&headers, text, file, report) {
        figures.met_all(&text[record(text, 0).end..], column, ids);
        return figures;
    }
    let local: Vec<LocalColumn<'_>> = headers.iter().enumerate().filter_map(LocalColumn::of).collect();
    let series: HashMap<&Id, &Series> = series.iter().map(|series| (&series.id, series)).collect();
    let mut seen: HashMap<Id, usize> = HashMap::new();
    let mut record = StringRecord::new();
    // Text that is UTF-8 and rows of any length leave no error to meet.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, |position| position.byte() as usize);
        figures.met(column.and_then(|column| record.get(column)).unwrap_or_default().trim(), ids);
        if faulty.contains(&first(text, start)) {
            continue;
        }
        let (headers, local) = (&headers, &local);
        let mut line = Line { text, file, start, headers, local, item: None, report: &mut *report };
        if record.len() != headers.len() {
            let message = format!("this row has {} fields, the header {}", record.len(), headers.len());
            line.add(Rule::RowLength, "", message, "put quotes around a field that holds a comma");
            continue;
        }
        let Ok(row) = record.deserialize::<Row<'_>>(Some(headers)) else { continue };
        let row = row.trimmed();
        let Some(observation) = observe(&row, &record, &mut line, ids, &series) else { continue };
        if let Some(first) = seen.get(&observation.id) {
            let message = format!("a second observation of {}", quoted(observation.id.as_str()));
            let message = ProblemText::ending_in(message, "; the first stands in", Span::point(file, *first));
            let hint = "only the first is used: correct its series, place, date or part, or remove it";
            let at = line.place("");
            line.report.add(Rule::FigureDuplicate, at, line.item.as_ref(), message, hint);
            continue;
        }
        seen.insert(observation.id.clone(), first(text, start));
        figures.keep(observation);
    }
    figures
}

/// Whether rows can be read under this header.
fn check_header(headers: &StringRecord, text: &str, file: usize, report: &mut Report) -> bool {
    let usable = check_columns(headers, text, file, report);
    let missing: Vec<&str> =
        REQUIRED.into_iter().filter(|column| !headers.iter().any(|h| h == *column)).collect();
    if !missing.is_empty() {
        let message = format!("the header lacks {}", missing.join(", "));
        let hint = format!("the first line names the columns: {}", COLUMNS.join(","));
        report.add(Rule::ColumnMissing, Span::new(file, record(text, 0)), None, message, hint);
    }
    usable && missing.is_empty()
}

/// Reports columns that are unknown or there twice; false if rows cannot be read under them: one is there twice, or seems
/// to be another that is misspelt, without which a row would say something else.
fn check_columns(headers: &StringRecord, text: &str, file: usize, report: &mut Report) -> bool {
    let mut usable = true;
    let mut seen = HashSet::new();
    for (number, name) in headers.iter().enumerate() {
        // Finding the place of a column means walking the header.
        let at =
            if report.is_full() { Span::start_of(file) } else { Span::new(file, field(text, 0, number)) };
        if !seen.insert(name) {
            usable = false;
            let message = format!("a second column is called {}", quoted(name));
            report.add(
                Rule::ColumnDuplicate,
                at,
                None,
                message,
                "remove one of them; no row is read until then",
            );
        } else if !COLUMNS.contains(&name) && LocalColumn::of((number, name)).is_none() {
            let message = format!("no column is called {}", quoted(name));
            let hint = if let Some(hint) = misspelt(name, headers) {
                usable = false;
                format!("{hint} (until then no row is read)")
            } else {
                format!("the columns are {}", COLUMNS.join(", "))
            };
            report.add(Rule::ColumnUnknown, at, None, message, hint);
        }
    }
    usable
}

/// What to do about a column that seems to be one of those that are not there.
fn misspelt(name: &str, headers: &StringRecord) -> Option<String> {
    if let Some((text, _)) = name.split_once('.').filter(|(text, _)| LOCAL.contains(text)) {
        return Some(format!("write a language's BCP 47 tag: {text}.de, {text}.en"));
    }
    let meant = nearest(name, COLUMNS)?;
    (!headers.iter().any(|header| header == meant)).then(|| format!("did you mean \"{meant}\"?"))
}

/// The columns whose text is for people, so that each may be written once a language: `note.de`, `note.en`.
pub(crate) const LOCAL: [&str; 3] = ["part", "unit", "note"];

/// Such a column of one language.
struct LocalColumn<'h> {
    number: usize,
    /// As the header writes it: `note.de`.
    name: &'h str,
    /// What it holds: `note`.
    holds: &'h str,
    language: LanguageTag,
}

impl<'h> LocalColumn<'h> {
    fn of((number, name): (usize, &'h str)) -> Option<Self> {
        let (holds, tag) = name.split_once('.')?;
        let is_local = LOCAL.contains(&holds) && is_language(tag);
        is_local.then(|| Self { number, name, holds, language: LanguageTag::new(tag) })
    }
}

/// A text for people: one for everybody, or one a language.
fn read_local(record: &StringRecord, wanted: &str, plain: &str, line: &mut Line<'_>) -> Option<LocalText> {
    let mut versions: Vec<(LanguageTag, Box<str>)> = Vec::new();
    for column in line.local.iter().filter(|column| column.holds == wanted) {
        let text = record.get(column.number).unwrap_or_default().trim();
        if !text.is_empty() {
            versions.push((column.language.clone(), line.shortened(column.name, sanitize_line(text)).into()));
        }
    }
    match (versions.is_empty(), plain.is_empty()) {
        (false, _) => Some(LocalText::by_language(versions)),
        (true, false) => Some(LocalText::plain(&line.shortened(wanted, sanitize_line(plain)))),
        (true, true) => None,
    }
}

/// A row's place in the file, for reports.
struct Line<'a> {
    text: &'a str,
    file: usize,
    start: usize,
    headers: &'a StringRecord,
    local: &'a [LocalColumn<'a>],
    item: Option<Ref>,
    report: &'a mut Report,
}

impl Line<'_> {
    /// Where the field of a column stands; the whole row if there is no such column.
    fn place(&self, column: &str) -> Span {
        // Beyond the last listed problem only the number counts.
        if self.report.is_full() {
            return Span::point(self.file, self.start);
        }
        let number = self.headers.iter().position(|header| header == column);
        let span = number.map_or_else(|| record(self.text, self.start), |n| field(self.text, self.start, n));
        Span::new(self.file, span)
    }

    /// Reports something about a column; about the row if there is no such column.
    fn add(&mut self, rule: Rule, column: &str, message: impl Into<ProblemText>, hint: impl Into<String>) {
        let at = self.place(column);
        self.report.add(rule, at, self.item.as_ref(), message, hint);
    }

    /// The text; of one beyond the limit, which is reported, the beginning.
    fn shortened<'t>(&mut self, column: &str, text: Cow<'t, str>) -> Cow<'t, str> {
        let Some(beginning) = beyond_limit(&text) else { return text };
        self.add(Rule::TextTooLong, column, too_long(column), "shorten it");
        Cow::Owned(beginning)
    }

    /// The thing named in this column, which must be there.
    fn resolve(&mut self, column: &'static str, name: &str, ids: &Ids) -> Option<Id> {
        let name = sanitize_line(name);
        if name.is_empty() {
            self.add(
                Rule::TextEmpty,
                column,
                format!("\"{column}\" is empty"),
                "without it the row is left out",
            );
            return None;
        }
        let found = ids.find(column, &name);
        if found.is_none() && !ids.is_reported(column, &name, self.report) {
            let hint = ids.did_you_mean(column, &name, self.report);
            self.add(
                Rule::ReferenceUnknown,
                column,
                format!("no {column} is called {}", quoted(&name)),
                hint,
            );
        }
        found
    }
}

fn observe(
    row: &Row<'_>,
    record: &StringRecord,
    line: &mut Line<'_>,
    ids: &Ids,
    all: &HashMap<&Id, &Series>,
) -> Option<Observation> {
    let series = line.resolve("series", row.series, ids);
    let source = line.resolve("source", row.source, ids);
    let place =
        if row.place.is_empty() { Some(None) } else { line.resolve("place", row.place, ids).map(Some) };
    let (date, part) = (sanitize_line(row.date), sanitize_line(row.part));
    let id = if let (Some(series), Some(place)) = (&series, &place) {
        let place = place.as_ref().map_or("", Id::as_str);
        Some(Id::new(&format!("{series}/{place}/{date}/{part}")))
    } else {
        None
    };
    let of = series.as_ref().and_then(|series| all.get(series).copied());
    let (value, qualifier) = (value_of(row.value), qualifier_of(row));
    let is_readable = value.is_ok() && qualifier.is_some() && !has_foreign_unit(row, of);
    // What is left out cannot be marked.
    let is_kept = is_readable && source.is_some();
    line.item = id.as_ref().filter(|_| is_kept).map(|id| Ref::new(Kind::Observation, id));
    let date = (!date.is_empty()).then(|| {
        When::parse(&date).unwrap_or_else(|error| {
            let place = line.place("date");
            let quotes = usize::from(line.text.as_bytes().get(place.offset) == Some(&b'"'));
            let (message, at) = no_date(&date, error, place, quotes);
            line.report.add(Rule::DateInvalid, at, line.item.as_ref(), message, hint_for(&date, error));
            When::unreadable(&date)
        })
    });
    if value.is_err() {
        let hint = "write digits with a decimal point, such as 1.65; leave it empty where no figure was found (until then \
             the row is left out)";
        line.add(Rule::NumberInvalid, "value", format!("{} is no number", quoted(row.value)), hint);
    }
    let value = value.ok().flatten();
    let drawn = of.is_some_and(|series| series.kind != SeriesKind::List);
    // What is no date has its own report.
    let undated = match &date {
        None => true,
        Some(date) => !date.is_dated() && !date.is_unreadable(),
    };
    if drawn && undated && value.is_some() {
        let hint = "it stands in the table only, on no axis: write its date if it is known";
        let at = line.place("date");
        line.report.add(Rule::FigureUndated, at, line.item.as_ref(), "this value is undated", hint);
    }
    let unit = read_unit(row, record, line, of);
    let part_name = read_local(record, "part", row.part, line);
    if qualifier.is_none() {
        let words = QUALIFIERS.map(|(word, _)| word);
        let hint = suggest(row.qualifier, words, || format!("write one of {}", words.join(", ")));
        let hint = format!("{hint} (until then the row is left out)");
        line.add(
            Rule::WordUnknown,
            "qualifier",
            format!("\"qualifier\" cannot be {}", quoted(row.qualifier)),
            hint,
        );
    }
    let note = read_local(record, "note", row.note, line);
    // Only now: all that is wrong with a row is reported.
    if !is_readable {
        return None;
    }
    Some(Observation {
        id: id?,
        series: series?,
        place: place?,
        date,
        part: optional(&part),
        value,
        qualifier: qualifier?,
        part_name,
        unit,
        source: source?,
        note,
    })
}

fn optional(text: &str) -> Option<Box<str>> {
    (!text.is_empty()).then(|| text.into())
}

/// What is written is no number.
struct NoNumber;

/// The figure; none where none was found.
fn value_of(text: &str) -> Result<Option<f64>, NoNumber> {
    if text.is_empty() {
        return Ok(None);
    }
    let value = text.parse::<f64>().ok().filter(|value| is_decimal(text) && value.is_finite());
    value.map(Some).ok_or(NoNumber)
}

/// Whether these are digits with a decimal point and more of them, or without, after a minus or not.
fn is_decimal(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    digits(whole) && digits(fraction)
}

/// How the figure is meant; none if that cannot be read. Where none was found it may be left out.
fn qualifier_of(row: &Row<'_>) -> Option<Qualifier> {
    if row.qualifier.is_empty() && row.value.is_empty() {
        return Some(Qualifier::Exact);
    }
    QUALIFIERS.iter().find(|(word, _)| *word == row.qualifier).map(|(_, qualifier)| *qualifier)
}

/// Whether a row has a unit that is not its series'. Of a list each row may have its own.
fn has_foreign_unit(row: &Row<'_>, series: Option<&Series>) -> bool {
    let unit = sanitize_line(row.unit);
    let of_series = series.filter(|series| series.kind != SeriesKind::List);
    let of_series = of_series.and_then(|series| series.unit.as_ref());
    !unit.is_empty() && of_series.is_some_and(|known| known.texts().all(|known| known != unit))
}

fn read_unit(
    row: &Row<'_>,
    record: &StringRecord,
    line: &mut Line<'_>,
    series: Option<&Series>,
) -> Option<LocalText> {
    let unit = read_local(record, "unit", row.unit, line);
    let of_series = series.and_then(|series| series.unit.as_ref());
    if series.is_some_and(|series| series.kind == SeriesKind::List) {
        if unit.is_none() && of_series.is_none() && !row.value.is_empty() {
            line.add(
                Rule::UnitMissing,
                "unit",
                "a value of a list lacks its unit",
                "add a unit column, and the unit in this row",
            );
        }
        return unit;
    }
    if has_foreign_unit(row, series) {
        let message = format!("the unit {} is not its series'", quoted(&sanitize_line(row.unit)));
        let hint = "leave it empty, only a series with kind = \"list\" has a unit a row (until then the row is left out)";
        line.add(Rule::UnitDifferent, "unit", message, hint);
    }
    None
}

/// The bytes of a field of the record that starts at or after `start`, without the blanks around it. Of a record that has
/// no such field all of it.
fn field(text: &str, start: usize, number: usize) -> Range<usize> {
    let first = first(text, start);
    let (mut from, mut left, mut quotes) = (first, number, false);
    let mut end = text.len();
    for (at, byte) in text.bytes().enumerate().skip(first) {
        match byte {
            b'"' => quotes = !quotes,
            b',' if !quotes && left > 0 => (from, left) = (at + 1, left - 1),
            b',' | b'\r' | b'\n' if !quotes => {
                end = at;
                break;
            }
            _ => {}
        }
    }
    if left > 0 {
        return first..end;
    }
    let field = &text[from..end];
    from += field.len() - field.trim_start().len();
    from..from + field.trim().len()
}

/// The bytes of the record that starts at or after `start`.
fn record(text: &str, start: usize) -> Range<usize> {
    field(text, start, usize::MAX)
}

/// The first byte of that record: the reader counts a line break that ends the record before to it.
fn first(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    (start + bytes.iter().skip(start).take_while(|b| matches!(b, b'\r' | b'\n')).count()).min(text.len())
}
