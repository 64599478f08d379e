//! What the figures show at a glance: of each line its first and its last figure and the change between them, and what has
//! no figure.

use super::Builder;
use crate::dossier::chart::Point;
use crate::dossier::{Id, Kind, Ref, Series};
use crate::export::document::{Inline, Row, Table, Words};
use crate::export::ids;
use crate::facts::{LineTrend, SeriesTrend};
use crate::protocol::{lines, names};

impl Builder<'_> {
    /// All series that compare, a row a line below the title, unit and publisher of its series; none without one. A series
    /// whose figures have no date, or of which no figure was found, is there and says so.
    pub(super) fn overview(&self) -> Option<Table> {
        let own = self.own();
        let mut rows = Vec::new();
        for trend in SeriesTrend::all(self.dossier, false) {
            let Some(series) = self.dossier.series_by_id(&trend.series) else { continue };
            let lines = trend.lines.iter().map(|line| self.line_row(series, line));
            let left_out = [self.missing_row(&trend), self.undated_row(&trend)].into_iter().flatten();
            let of_series: Vec<Row> = lines.chain(left_out).collect();
            // A series without figures has nothing to show.
            if !of_series.is_empty() {
                rows.push(self.series_row(series));
                rows.extend(of_series);
            }
        }
        let columns = [own.overview_line, own.overview_first, own.overview_last, own.overview_change];
        let columns = columns.map(names::capitalized).into();
        let caption = own.overview.to_owned();
        (!rows.is_empty()).then_some(Table { caption, columns, values: vec![1, 2, 3], rows })
    }

    /// What is measured, in which unit, by whom.
    fn series_row(&self, series: &Series) -> Row {
        let title = Inline::Thing {
            to: series.to_ref(),
            anchor: ids::of(self.dossier, &series.to_ref()),
            words: self.words(&series.title),
        };
        let unit = series.unit.as_ref().map(|unit| self.words(unit).marked());
        let rest = unit.into_iter().chain([series.outlet.to_string()]).map(|part| format!(" · {part}"));
        Row {
            anchor: None,
            is_heading: true,
            cells: vec![vec![title, Inline::ours(rest.collect::<String>())]],
        }
    }

    fn line_row(&self, series: &Series, line: &LineTrend) -> Row {
        let name = Inline::Thing {
            to: series.to_ref(),
            anchor: ids::of(self.dossier, &series.to_ref()),
            words: Words::ours(lines::name(&self.context, &line.line)),
        };
        let first = if line.is_single() { Vec::new() } else { self.figure(line.first()) };
        let change = line
            .change()
            .map(|change| vec![Inline::ours(lines::change(&self.context, change))])
            .unwrap_or_default();
        Row {
            anchor: None,
            is_heading: false,
            cells: vec![vec![name], first, self.figure(line.last()), change],
        }
    }

    /// The lines and places of a series that have no figure, in one row.
    fn missing_row(&self, trend: &SeriesTrend) -> Option<Row> {
        let lines = trend.without.iter().map(|line| lines::name_with_periods(&self.context, line));
        // A place whose figures were looked for and not found is not named twice.
        let is_named = |place: &Id| trend.without.iter().any(|line| line.place.as_ref() == Some(place));
        let expected = trend.expected.iter().filter(|place| !is_named(place));
        let expected = expected.map(|place| names::name(&self.context, &Ref::new(Kind::Place, place)));
        let missing: Vec<String> = lines.chain(expected).collect();
        (!missing.is_empty())
            .then(|| Self::words_row(format!("× {}", missing.join(", ")), self.strings().no_figure))
    }

    /// The figures of a series whose time is not known, counted.
    fn undated_row(&self, trend: &SeriesTrend) -> Option<Row> {
        let count = names::counted(self.language(), trend.undated.len(), &self.strings().observation);
        let what = names::capitalized(self.strings().undated);
        (!trend.undated.is_empty()).then(|| Self::words_row(what, &count))
    }

    /// A row that is not of a line.
    fn words_row(name: String, last: &str) -> Row {
        let cells = vec![vec![Inline::ours(name)], Vec::new(), vec![Inline::ours(last)], Vec::new()];
        Row { anchor: None, is_heading: false, cells }
    }

    /// A figure and its period: `231 (H1 2024)`.
    fn figure(&self, point: &Point) -> Vec<Inline> {
        let value = point.value.map(|value| self.bare(value, point.qualifier)).unwrap_or_default();
        vec![Inline::Words(Words::ours(format!("{value} ({})", self.period_of(&point.of))))]
    }
}
