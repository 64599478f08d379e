//! One row of the file of observations: its fields, and where they stand.

use std::borrow::Cow;

use csv::StringRecord;

use super::columns::Columns;
use super::grid::Grid;
use super::names::COLUMNS;
use crate::dossier::{Id, Ref};
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::report::{ProblemText, Report};
use crate::load::syntax::ids::Ids;
use crate::load::syntax::table::{beyond_limit, too_long};
use crate::text::sanitize::sanitize_line;

/// The fields of a row, without the blanks around them but in the context of a quotation.
pub(super) struct Row<'r> {
    pub(super) series: &'r str,
    pub(super) place: &'r str,
    pub(super) date: &'r str,
    pub(super) part: &'r str,
    pub(super) value: &'r str,
    pub(super) qualifier: &'r str,
    pub(super) unit: &'r str,
    pub(super) source: &'r str,
    pub(super) note: &'r str,
    pub(super) anchor: &'r str,
    pub(super) prefix: &'r str,
    pub(super) suffix: &'r str,
}

impl<'r> Row<'r> {
    pub(super) fn of(columns: &Columns<'_>, record: &'r StringRecord) -> Self {
        let fields: [&str; COLUMNS.len()] = columns.fields(record);
        let [series, place, date, part, value, qualifier, unit, source, note, anchor, prefix, suffix] =
            fields;
        Self {
            series: series.trim(),
            place: place.trim(),
            date: date.trim(),
            part: part.trim(),
            value: value.trim(),
            qualifier: qualifier.trim(),
            unit: unit.trim(),
            source: source.trim(),
            note: note.trim(),
            anchor: anchor.trim(),
            prefix,
            suffix,
        }
    }
}

/// A source has to be there and is not, or one is named that is not there. It is reported.
pub(super) struct NoSource;

/// A row's place in the file, for reports.
pub(super) struct Line<'a> {
    pub(super) grid: Grid<'a>,
    pub(super) file: usize,
    pub(super) start: usize,
    pub(super) columns: &'a Columns<'a>,
    pub(super) item: Option<Ref>,
    pub(super) report: &'a mut Report,
}

impl Line<'_> {
    /// Where the field of a column stands; the whole row if there is no such column.
    pub(super) fn place(&self, column: &str) -> Span {
        // Beyond the last listed problem only the number counts.
        if self.report.is_full() {
            return Span::point(self.file, self.start);
        }
        let number = self.columns.place(column);
        let span =
            number.map_or_else(|| self.grid.record(self.start), |number| self.grid.field(self.start, number));
        Span::new(self.file, span)
    }

    /// Reports something about a column; about the row if there is no such column.
    pub(super) fn add(
        &mut self,
        rule: Rule,
        column: &str,
        message: impl Into<ProblemText>,
        hint: impl Into<String>,
    ) {
        let at = self.place(column);
        self.report.add(rule, at, self.item.as_ref(), message, hint);
    }

    /// The text; of one beyond the limit, which is reported, the beginning.
    pub(super) fn shortened<'t>(&mut self, column: &str, text: Cow<'t, str>) -> Cow<'t, str> {
        let Some(beginning) = beyond_limit(&text) else { return text };
        self.add(Rule::TextTooLong, column, too_long(column), "shorten it");
        Cow::Owned(beginning)
    }

    /// The thing named in this column, which must be there.
    pub(super) fn resolve(&mut self, column: &'static str, name: &str, ids: &Ids) -> Option<Id> {
        let name = sanitize_line(name);
        if name.is_empty() {
            let message = format!("\"{column}\" is empty");
            self.add(Rule::TextEmpty, column, message, "without it the row is left out");
            return None;
        }
        let found = ids.find(column, &name);
        if found.is_none() && !ids.is_reported(column, &name, self.report) {
            let at = self.place(column);
            self.report.unknown_reference(column, &name, at, self.item.as_ref(), None);
        }
        found
    }

    /// The source of a figure, which may be empty where the article's words give it.
    pub(super) fn source(&mut self, row: &Row<'_>, ids: &Ids) -> Result<Option<Id>, NoSource> {
        if !row.source.is_empty() || self.columns.place("anchor").is_none() {
            return self.resolve("source", row.source, ids).map(Some).ok_or(NoSource);
        }
        if !row.anchor.is_empty() {
            return Ok(None);
        }
        let column = if self.columns.place("source").is_some() { "source" } else { "anchor" };
        let hint = "name the source of the figure, or quote the words of the article that give it in anchor (until then the \
                    row is left out)";
        self.add(
            Rule::TextEmpty,
            column,
            "nothing supports this figure: it has neither source nor anchor",
            hint,
        );
        Err(NoSource)
    }
}
