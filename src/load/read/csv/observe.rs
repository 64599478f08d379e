//! What a row says.

use csv::StringRecord;
use foldhash::HashMap;

use super::advice::{Counts, Setting, is_nothing, no_number};
use super::quotation;
use super::row::{Line, Row};
use super::values::{Value, Values, lost};
use crate::dossier::{
    Evidence, Id, Kind, LanguageTag, LocalText, Observation, Qualifier, Ref, Series, SeriesKind, When,
};
use crate::load::read::anchors::Resolver;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::syntax::date_errors::{hint_for, no_date};
use crate::load::syntax::keys::write_word;
use crate::load::syntax::words::{QUALIFIER_WORDS, QUALIFIERS};
use crate::text::sanitize::sanitize_line;

/// A text for people: one for everybody, or one a language.
fn read_local(record: &StringRecord, wanted: &str, plain: &str, line: &mut Line<'_>) -> Option<LocalText> {
    let mut versions: Vec<(LanguageTag, Box<str>)> = Vec::new();
    let columns = line.columns;
    for column in columns.local.iter().filter(|column| column.of == wanted) {
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

/// What a row says; nothing where something is lost without which it would say something else. All that is wrong with it is
/// reported, but that its value can be two numbers: that is said once of all.
pub(super) fn observe(
    row: &Row<'_>,
    record: &StringRecord,
    (value, values): (&Value, &Values),
    line: &mut Line<'_>,
    resolver: &Resolver<'_>,
    all: &HashMap<&Id, &Series>,
) -> Option<Observation> {
    let ids = &resolver.ids;
    let series = line.resolve("series", row.series, ids);
    let source = line.source(row, ids);
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
    let is_list = of.is_some_and(|series| series.kind == SeriesKind::List);
    let qualifier = qualifier_of(row);
    let is_readable = value.is_readable() && qualifier.is_some() && !has_foreign_unit(row, of);
    // What is left out cannot be marked.
    let is_kept = is_readable && source.is_ok();
    line.item = id.as_ref().filter(|_| is_kept).map(|id| Ref::new(Kind::Observation, id));
    let date = (!date.is_empty()).then(|| read_date(&date, line));
    match value {
        Value::NoNumber => {
            let own = Some(LocalText::plain(&sanitize_line(row.unit))).filter(|_| !row.unit.is_empty());
            let unit = if is_list { own.as_ref() } else { of.and_then(|series| series.unit.as_ref()) };
            let counts = match unit {
                Some(unit) => Counts::In(unit),
                None if is_list => Counts::OwnUnit,
                None => Counts::Unknown,
            };
            let series = (!is_list).then_some(row.series);
            let (message, hint) = no_number(row.value, &Setting { values, series, counts });
            line.add(Rule::NumberInvalid, "value", message, hint);
        }
        Value::Lost(loss) => {
            let (message, hint) = lost(row.value, *loss);
            line.add(Rule::NumberTooLong, "value", message, hint);
        }
        Value::None | Value::Number(_) | Value::Either { .. } => {}
    }
    let value = value.number();
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
    let unit = read_unit(row, record, value.is_some(), line, of);
    let part_name = read_local(record, "part", row.part, line);
    // Where the value is to be left empty, the qualifier may be.
    if qualifier.is_none() && !(row.qualifier.is_empty() && is_nothing(row.value)) {
        let hint = write_word(row.qualifier, &QUALIFIER_WORDS);
        let hint = format!("{hint} (until then the row is left out)");
        let message = format!("\"qualifier\" cannot be {}", quoted(row.qualifier));
        line.add(Rule::WordUnknown, "qualifier", message, hint);
    }
    let note = read_local(record, "note", row.note, line);
    let anchor = quotation::read(row, value, line, resolver);
    // Only now: all that is wrong with a row is reported.
    if !is_readable {
        return None;
    }
    let evidence = Evidence {
        anchors: anchor.into_iter().collect(),
        sources: source.ok()?.into_iter().collect(),
        // It is marked once all reports are known.
        is_broken: false,
    };
    Some(Observation {
        id: id?,
        series: series?,
        place: place?,
        date,
        part: (!part.is_empty()).then(|| part.into()),
        value,
        qualifier: qualifier?,
        part_name,
        unit,
        evidence,
        note,
    })
}

fn read_date(text: &str, line: &mut Line<'_>) -> When {
    When::parse(text).unwrap_or_else(|error| {
        let place = line.place("date");
        // Spreadsheets write it before what is to stay a text.
        if let Some(date) = text.strip_prefix(['\'', '’']).filter(|date| When::parse(date).is_ok()) {
            let message = format!("{} is no date: an apostrophe stands before it", quoted(text));
            let hint = format!("write {}", quoted(date));
            line.report.add(Rule::DateInvalid, place, line.item.as_ref(), message, hint);
            return When::unreadable(text);
        }
        let quotes = usize::from(line.grid.text.as_bytes().get(place.offset) == Some(&b'"'));
        let (message, at) = no_date(text, error, place, quotes);
        line.report.add(Rule::DateInvalid, at, line.item.as_ref(), message, hint_for(text, error));
        When::unreadable(text)
    })
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
    has_value: bool,
    line: &mut Line<'_>,
    series: Option<&Series>,
) -> Option<LocalText> {
    let unit = read_local(record, "unit", row.unit, line);
    let of_series = series.and_then(|series| series.unit.as_ref());
    if series.is_some_and(|series| series.kind == SeriesKind::List) {
        if unit.is_none() && of_series.is_none() && has_value {
            let hint = "add a unit column, and the unit in this row";
            line.add(Rule::UnitMissing, "unit", "a value of a list lacks its unit", hint);
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
