//! The figures of all series as CSV (RFC 4180): the columns of the format's reference, so that they can be read back, and
//! behind them what someone without the dossier needs to understand a row.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

use crate::dossier::{Dossier, Kind, LocalText, Observation, Ref};
use crate::i18n::language::Language;
use crate::load::{ANCHOR_COLUMNS, OBSERVATION_COLUMNS, QUALIFIERS, SERIES_KINDS};

/// What a row says beyond the columns of the format.
const MORE: [&str; 10] = [
    "series_title",
    "series_outlet",
    "series_kind",
    "series_definition",
    "place_name",
    "part_name",
    "source_outlet",
    "source_title",
    "source_issued",
    "source_address",
];

/// All figures, in the dossier's order, with a header. Of texts in several languages the one of `language` is written. The
/// columns of quotations are there where the article is quoted for a figure.
pub(super) fn write(dossier: &Dossier, language: Language) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let has_anchors = dossier.observations.iter().any(|figure| figure.anchor().is_some());
    let anchors = if has_anchors { &ANCHOR_COLUMNS[..] } else { &[] };
    let header = OBSERVATION_COLUMNS.iter().chain(anchors).chain(&MORE);
    let rows = dossier.observations.iter().map(|figure| row(dossier, figure, has_anchors, language));
    let mut written = writer.write_record(header);
    for row in rows {
        written = written.and_then(|()| writer.write_record(row.iter().map(|field| field.as_bytes())));
    }
    let bytes = written.ok().and_then(|()| writer.into_inner().ok());
    // Memory takes every byte, every row has as many fields as the header, and all of them are text.
    String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
}

fn row<'a>(
    dossier: &'a Dossier,
    figure: &'a Observation,
    has_anchors: bool,
    language: Language,
) -> Vec<Cow<'a, str>> {
    let local = |text: &'a LocalText| {
        let shown = text.shown(language.tag(), &dossier.article.language);
        text_cell(shown.map_or("", |shown| shown.text))
    };
    let optional = |text: Option<&'a LocalText>| text.map_or(Cow::Borrowed(""), local);
    let series = dossier.series_by_id(&figure.series);
    let source = figure.source().and_then(|source| dossier.source(source));
    let quote = figure.anchor().map(|anchor| &anchor.quote);
    let quote = quote.map_or([""; 3], |quote| [&*quote.exact, &*quote.prefix, &*quote.suffix]);
    let place = figure.place.as_ref();
    let name = place.and_then(|id| dossier.own_name(&Ref::new(Kind::Place, id)));
    let date = figure.date.as_ref().map_or(Cow::Borrowed(""), |date| {
        // A date that can be read has only digits and signs of EDTF, and has to stay one: `-0044` is a year.
        if date.is_unreadable() { text_cell(date.text()) } else { Cow::Borrowed(date.text()) }
    });
    let unit = figure.unit.as_ref().or_else(|| series.and_then(|series| series.unit.as_ref()));
    let issued = source.and_then(|source| source.issued.as_ref());
    let mut cells = vec![
        text_cell(figure.series.as_str()),
        text_cell(place.map_or("", |id| id.as_str())),
        date,
        text_cell(figure.part.as_deref().unwrap_or_default()),
        // As short as it can be read back without a loss; a number is no text, so its minus stays what it is.
        figure.value.map_or(Cow::Borrowed(""), |value| Cow::Owned(value.to_string())),
        Cow::Borrowed(figure.value.map_or("", |_| word(&QUALIFIERS, &figure.qualifier))),
        optional(unit),
        text_cell(figure.source().map_or("", |source| source.as_str())),
        optional(figure.note.as_ref()),
    ];
    if has_anchors {
        cells.extend(quote.map(text_cell));
    }
    cells.extend([
        optional(series.map(|series| &series.title)),
        text_cell(series.map_or("", |series| &series.outlet)),
        Cow::Borrowed(series.map_or("", |series| word(&SERIES_KINDS, &series.kind))),
        optional(series.map(|series| &series.definition)),
        optional(name),
        optional(figure.part_name.as_ref()),
        text_cell(source.map_or("", |source| &source.outlet)),
        text_cell(source.and_then(|source| source.title.as_deref()).unwrap_or_default()),
        text_cell(issued.map_or("", |issued| issued.text())),
        text_cell(source.and_then(|source| source.url.as_deref()).unwrap_or_default()),
    ]);
    cells
}

/// What something is called in files.
fn word<T: PartialEq>(words: &[(&'static str, T)], meant: &T) -> &'static str {
    words.iter().find(|(_, known)| known == meant).map_or("", |(word, _)| word)
}

/// A text that no spreadsheet takes for a formula.
///
/// Spreadsheets compute what begins with `=`, `+`, `-` or `@`, in quotation marks or not, and skip
/// a tab or a line break before it; such a formula can send what stands beside it to a stranger. A text of a dossier may be
/// written by anyone. An apostrophe before it makes it a text again, and is what OWASP recommends.
fn text_cell(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::text_cell;

    #[test]
    fn what_a_spreadsheet_would_compute_is_a_text() {
        for formula in ["=1+1", "+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(text_cell(formula), format!("'{formula}"));
        }
        for text in ["", "Johor", "1 = 1", "'=1", "a-b"] {
            assert_eq!(text_cell(text), text);
        }
    }
}
