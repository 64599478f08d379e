//! The columns of the file of observations, by the header's names.

use csv::StringRecord;
use foldhash::{HashSet, HashSetExt as _};

use super::grid::Grid;
use super::names::{COLUMNS, LOCAL, PLAIN, is_meant, local, meant};
use crate::dossier::LanguageTag;
use crate::load::report::Report;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::syntax::words::QUALIFIER_WORDS;
use crate::text::sanitize::sanitize_line;

/// Those that a header must have; beside them it has `source` or `anchor`, or both.
const REQUIRED: [&str; 4] = ["series", "date", "value", "qualifier"];

/// A column of one language.
pub(super) struct LocalColumn<'h> {
    pub(super) number: usize,
    /// As the header writes it: `note.de`.
    pub(super) name: &'h str,
    /// What it has: `note`.
    pub(super) of: &'h str,
    pub(super) language: LanguageTag,
}

impl<'h> LocalColumn<'h> {
    fn of((number, name): (usize, &'h str)) -> Option<Self> {
        let (of, tag) = local(name)?;
        Some(Self { number, name, of, language: LanguageTag::new(tag) })
    }
}

/// The columns of a sheet.
pub(super) struct Columns<'h> {
    pub(super) names: &'h [String],
    /// Where each of [`COLUMNS`] stands.
    places: [Option<usize>; COLUMNS.len()],
    pub(super) local: Vec<LocalColumn<'h>>,
}

impl<'h> Columns<'h> {
    pub(super) fn of(names: &'h [String]) -> Self {
        let local = names.iter().map(String::as_str).enumerate().filter_map(LocalColumn::of).collect();
        let places = COLUMNS.map(|column| names.iter().position(|name| name == column));
        Self { names, places, local }
    }

    /// Where a column stands.
    pub(super) fn place(&self, column: &str) -> Option<usize> {
        let number = COLUMNS.iter().position(|name| *name == column);
        match number {
            Some(number) => self.places[number],
            None => self.names.iter().position(|name| name == column),
        }
    }

    /// The fields of a row in the order of [`COLUMNS`], as they are written.
    pub(super) fn fields<'r>(&self, record: &'r StringRecord) -> [&'r str; COLUMNS.len()] {
        self.places.map(|place| place.and_then(|place| record.get(place)).unwrap_or_default())
    }

    /// Whether rows can be read under this header; what keeps them from it is reported. `fields` is how many the first row
    /// has.
    pub(super) fn check(
        &self,
        grid: Grid<'_>,
        fields: Option<usize>,
        file: usize,
        report: &mut Report,
    ) -> bool {
        let (usable, renamed) = self.check_names(grid, file, report);
        let has = |column: &str| self.place(column).is_some() || renamed.contains(&column);
        let mut missing: Vec<&str> = REQUIRED.into_iter().filter(|column| !has(column)).collect();
        if !has("source") && !has("anchor") {
            missing.push("source");
        }
        if missing.is_empty() {
            return usable;
        }
        let message = format!("the header lacks {}", missing.join(", "));
        let separator = String::from(char::from(grid.separator)).replace('\t', "⇥");
        let is_ours = self.names.iter().any(|name| is_meant(name));
        let all = missing.join(&separator);
        let hint = if !is_ours {
            format!("the first line names the columns: {}", PLAIN.join(&separator))
        } else if fields == Some(self.names.len() + missing.len()) {
            format!("the rows have one field more for each: add {all} to the header where those stand")
        } else {
            // Without the fields every row would be one short.
            format!(
                "add {separator}{all} at the end of the header and a field for it at the end of every row{}",
                if missing.contains(&"qualifier") {
                    format!("; a qualifier is one of {}", QUALIFIER_WORDS.join(", "))
                } else {
                    String::new()
                }
            )
        };
        report.add(Rule::ColumnMissing, Span::new(file, grid.record(grid.start)), None, message, hint);
        false
    }

    /// Reports columns that are unknown or there twice; false if rows cannot be read under them: one is there twice, or
    /// seems to be another that is not there, without which a row would say something else. Those it seems to be as well.
    fn check_names(&self, grid: Grid<'_>, file: usize, report: &mut Report) -> (bool, Vec<&'static str>) {
        let mut usable = true;
        let mut seen = HashSet::new();
        // The columns that others are meant by, and where those stand.
        let mut renamed: Vec<(usize, &'static str)> = Vec::new();
        // A table that is none of ours: that it lacks what a row needs says it all.
        let is_ours = self.names.iter().any(|name| is_meant(name));
        for (number, name) in self.names.iter().enumerate() {
            // Finding the place of a column means walking the header.
            let at = if report.is_full() {
                Span::start_of(file)
            } else {
                Span::new(file, grid.field(grid.start, number))
            };
            let name = name.as_str();
            if name.is_empty() {
                let hint = "name it, or remove it";
                report.add(Rule::ColumnUnknown, at, None, "this column has no name", hint);
            } else if !seen.insert(name) {
                usable = false;
                let message = format!("a second column is called {}", quoted(name));
                let hint = "remove one of them; no row is read until then";
                report.add(Rule::ColumnDuplicate, at, None, message, hint);
            } else if COLUMNS.contains(&name) || local(name).is_some() || !is_ours {
            } else if let Some((text, _)) = name.split_once('.').filter(|(text, _)| LOCAL.contains(text)) {
                usable = false;
                let hint = format!(
                    "write a language's BCP 47 tag: {text}.de, {text}.en (until then no row is read)"
                );
                report.add(Rule::ColumnUnknown, at, None, unknown(name), hint);
            } else if let Some(column) = meant(name).filter(|column| self.place(column).is_none()) {
                usable = false;
                renamed.push((number, column));
            } else {
                let hint = format!("the columns are {}", COLUMNS.join(", "));
                report.add(Rule::ColumnUnknown, at, None, unknown(name), hint);
            }
        }
        self.report_renamed(&renamed, grid, file, report);
        (usable, renamed.into_iter().map(|(_, column)| column).collect())
    }

    /// One report of all columns that are called otherwise: they are put right in one step.
    fn report_renamed(
        &self,
        renamed: &[(usize, &'static str)],
        grid: Grid<'_>,
        file: usize,
        report: &mut Report,
    ) {
        let Some((first, column)) = renamed.first() else { return };
        let name = |number: usize| sanitize_line(&self.names[number]).into_owned();
        let mut message = unknown(&name(*first));
        let hint = if renamed.len() == 1 {
            format!("did you mean \"{column}\"? (until then no row is read)")
        } else {
            let others: Vec<String> = renamed[1..].iter().map(|(number, _)| quoted(&name(*number))).collect();
            message = format!("{message}, nor {}", others.join(", "));
            let pairs: Vec<String> =
                renamed.iter().map(|(number, column)| format!("{column} for {}", name(*number))).collect();
            format!("write {} (until then no row is read)", pairs.join(", "))
        };
        let at = Span::new(file, grid.field(grid.start, *first));
        report.add(Rule::ColumnUnknown, at, None, message, hint);
    }
}

fn unknown(name: &str) -> String {
    format!("no column is called {}", quoted(name))
}
