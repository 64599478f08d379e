//! `[[source]]`: publications.

use crate::dossier::{Kind, Precision, Source};

use super::report::Report;
use super::tables::{Ids, Tables};

/// CSL's item types (1.0.2).
pub(super) const TYPES: [&str; 45] = [
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
];

/// The sources, in the author's order.
pub(crate) fn read(tables: &Tables<'_>, ids: &Ids, report: &mut Report) -> Vec<Source> {
    let entries = tables.named("source").iter();
    entries
        .map(|entry| {
            let mut table = entry.table(report);
            let source = Source {
                id: entry.id.clone(),
                kind: table.required_word("type", &TYPES),
                outlet: table.required_text("outlet", "name who published it"),
                title: table.prose("title").map(|title| title.value.into()),
                issued: table.date("issued").map(|date| date.value),
                url: table.address("url"),
                accessed: table.date("accessed").map(|date| {
                    if date.value.first().is_some() && date.value.precision() != Precision::Day {
                        table.error(
                            date.at,
                            "\"accessed\" is not one day",
                            "write the day the page was read",
                        );
                    }
                    date.value
                }),
                repeats: table.ids("repeats", Kind::Source, ids),
                quote: table.prose("quote").map(|quote| quote.value.into()),
            };
            table.finish();
            source
        })
        .collect()
}
