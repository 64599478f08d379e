//! The figures of a series: its lines, where it has such, and all its values as a table.

use chrono::NaiveDate;

use super::Builder;
use crate::dossier::chart::{Chart, ChartForm, ChartLine};
use crate::dossier::{Id, Kind, Observation, Ref, Series, When};
use crate::export::document::{Figure, Inline, Item, Row, Table, Words};
use crate::export::ids;
use crate::i18n::dates;
use crate::look::signs;
use crate::protocol::names;

/// The column of the values, where no other is left out.
const VALUE: usize = 3;

impl Builder<'_> {
    /// The figures of a series: its lines, where it has such, and all values as a table, in the order of time.
    pub(super) fn figures(&self, item: &Ref, figures: &[&Observation]) -> Vec<Item> {
        let Some(series) = self.dossier.series_by_id(&item.id) else { return Vec::new() };
        let mut figures = figures.to_vec();
        figures.sort_by_key(|figure| figure.date.as_ref().and_then(When::first).unwrap_or(NaiveDate::MAX));
        [self.chart(series), self.table(series, &figures)].into_iter().flatten().collect()
    }

    fn place(&self, id: &Id) -> Words {
        self.name(&Ref::new(Kind::Place, id))
    }

    /// What a line is called: its place, its part, or what the series shows.
    fn line_name(&self, series: &Series, line: &ChartLine) -> Words {
        let part =
            line.points.first().and_then(|point| self.dossier.observation(&point.of.id)?.part_name.as_ref());
        match (&line.place, part) {
            (Some(place), _) => self.place(place),
            (None, Some(part)) => self.words(part),
            (None, None) => self.words(&series.title),
        }
    }

    fn chart(&self, series: &Series) -> Option<Item> {
        let dossier = self.dossier;
        let chart = Chart::of(dossier, series, false);
        if chart.form(series.kind) != ChartForm::Lines {
            return None;
        }
        let names: Vec<String> =
            chart.lines.iter().map(|line| self.line_name(series, line).marked()).collect();
        let name = |of: &Ref| names::name(&self.context, of);
        let points = chart
            .lines
            .iter()
            .map(|line| line.points.iter().map(|point| name(&point.of)).collect())
            .collect();
        let latest =
            chart.lines.iter().filter_map(|line| line.points.iter().rfind(|point| point.value.is_some()));
        let latest: Vec<String> = latest.map(|point| name(&point.of)).collect();
        let mut notes = vec![self.own().chart.to_owned()];
        if chart.undrawn() > 0 {
            notes.push(names::counted(self.language(), chart.undrawn(), &self.strings().not_drawn));
        }
        notes.extend(names::unplaced(&self.context, &chart.unplaced).map(|note| format!("{note}.")));
        Some(Item::Chart(Figure {
            anchor: format!("chart-{}", ids::of(dossier, &series.to_ref())),
            title: names::name(&self.context, &series.to_ref()),
            description: format!("{}.", latest.join("; ")),
            unit: series.unit.as_ref().map(|unit| self.words(unit).marked()).unwrap_or_default(),
            chart,
            names,
            points,
            notes,
        }))
    }

    fn table(&self, series: &Series, figures: &[&Observation]) -> Option<Item> {
        let strings = self.strings();
        let columns = [
            strings.period,
            strings.place_short,
            strings.part,
            strings.value,
            strings.source.one,
            self.own().note,
        ];
        let rows = figures.iter().map(|figure| self.row(figure));
        let rows: Vec<Row> = rows.collect();
        // A column that says nothing is none.
        let used: Vec<bool> =
            (0..columns.len()).map(|column| rows.iter().any(|row| !row.cells[column].is_empty())).collect();
        let keep = |cells: Vec<Vec<Inline>>| cells.into_iter().zip(&used).filter(|(_, used)| **used);
        let rows =
            rows.into_iter().map(|row| Row { cells: keep(row.cells).map(|(cell, _)| cell).collect(), ..row });
        let rows: Vec<Row> = rows.collect();
        let values = used[..VALUE].iter().filter(|used| **used).count();
        let columns = columns.into_iter().zip(&used).filter(|(_, used)| **used);
        let title = names::name(&self.context, &series.to_ref());
        (!rows.is_empty()).then(|| {
            Item::Table(Table {
                caption: self.own().table.replace("{}", &title),
                columns: columns.map(|(column, _)| names::capitalized(column)).collect(),
                values,
                rows,
            })
        })
    }

    fn row(&self, figure: &Observation) -> Row {
        let strings = self.strings();
        let context = &self.context;
        let date =
            figure.date.as_ref().map(|date| dates::full(date, context.language, context.glyphs.in_dates()));
        let mut date = date.unwrap_or_else(|| strings.undated.to_owned());
        if self.mark_of(&figure.to_ref()).kind.is_fault() {
            date = format!("{} {date}", context.glyph(signs::BROKEN.glyph));
        }
        let words =
            |words: Words| if words.text.is_empty() { Vec::new() } else { vec![Inline::Words(words)] };
        let value = match figure.value {
            Some(_) => names::value(context, figure),
            None => strings.no_figure_short.to_owned(),
        };
        let place = figure.place.as_ref().map(|id| {
            let actor = self.dossier.place(id).and_then(|place| place.actor.as_ref());
            let actor =
                actor.map(|actor| Ref::new(Kind::Actor, actor)).filter(|actor| self.dossier.contains(actor));
            actor.map_or_else(
                || Inline::Words(self.place(id)),
                |to| Inline::Thing { anchor: ids::of(self.dossier, &to), to, words: self.place(id) },
            )
        });
        Row {
            anchor: ids::of(self.dossier, &figure.to_ref()),
            cells: vec![
                words(Words::ours(date)),
                place.into_iter().collect(),
                words(figure.part_name.as_ref().map(|part| self.words(part)).unwrap_or_default()),
                words(Words { text: value, ..Words::default() }),
                vec![self.thing(&Ref::new(Kind::Source, &figure.source))],
                words(figure.note.as_ref().map(|note| self.words(note)).unwrap_or_default()),
            ],
        }
    }
}
