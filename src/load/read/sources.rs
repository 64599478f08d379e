//! `[[source]]`: publications.

use crate::dossier::{DateShape, Kind, Precision, Source, When};

use crate::load::report::Report;
use crate::load::report::rule::Rule;
use crate::load::report::span::Spanned;
use crate::load::syntax::ids::Ids;
use crate::load::syntax::table::Table;
use crate::load::syntax::tables::Tables;
use crate::load::syntax::words::SOURCE_TYPES;

/// The sources, in the author's order.
pub(crate) fn read(tables: &Tables<'_>, ids: &Ids, report: &mut Report) -> Vec<Source> {
    let entries = tables.named("source").iter();
    entries
        .map(|entry| {
            let mut table = entry.table(report);
            let (repeats, repeats_lost) = table.ids_and_losses("repeats", Kind::Source, ids);
            let source = Source {
                id: entry.id.clone(),
                kind: table.required_word("type", &SOURCE_TYPES),
                outlet: table.required_text("outlet", "name who published it"),
                title: table.prose("title").map(|title| title.value.into()),
                issued: table.date("issued").map(|date| date.value),
                url: table.address("url"),
                archived: table.address("archived"),
                accessed: read_accessed(&mut table),
                repeats,
                repeats_unknown: repeats_lost,
                quote: table.prose("quote").map(|quote| quote.value.into()),
            };
            let repeats_unknown = source.repeats_unknown || table.is_lost("repeats", table.has("repeats"));
            table.finish();
            Source { repeats_unknown, ..source }
        })
        .collect()
}

/// The day the page was read. What is not one day is reported and left out: the page then counts as not read.
fn read_accessed(table: &mut Table<'_, '_>) -> Option<When> {
    let Spanned { value, at } = table.date("accessed")?;
    let is_day =
        value.first().is_some() && value.precision() == Precision::Day && value.shape() == DateShape::Within;
    // What is no date at all has its own report.
    if !is_day && !value.is_unreadable() {
        let hint = "write the day the page was read; until then it counts as not read";
        table.add(Rule::DateNotADay, at, "\"accessed\" is not one day", hint);
    }
    is_day.then_some(value)
}
