//! The figures of a series: drawn, where they compare, and all its values as a table.

use chrono::NaiveDate;

use super::Builder;
use crate::dossier::calendar;
use crate::dossier::chart::{Chart, ChartForm, ChartLine, Point};
use crate::dossier::{Id, Kind, Observation, Qualifier, Ref, Series, When};
use crate::export::document::{Inline, Item, Row, Table, Words};
use crate::export::figure::{ArticleDay, Drawing, Figure, PointWords, TimeChart};
use crate::export::ids;
use crate::facts::{self, GivenBy};
use crate::i18n::dates;
use crate::look::signs;
use crate::protocol::{lines, names, quoted};

/// The column of the values, where no other is left out.
const VALUE: usize = 3;

/// A first and a last day.
type Days = (NaiveDate, NaiveDate);

/// Whether the article's day has a rule on an axis: it lies there, and is known to the month.
pub(super) fn has_rule(range: Days, article: Days) -> bool {
    range.0 <= article.0 && article.1 <= range.1 && calendar::is_like_a_day(article)
}

impl Builder<'_> {
    /// The figures of a series: drawn, where they compare, and all values as a table, in the order of time.
    pub(super) fn figures(&self, item: &Ref, figures: &[&Observation]) -> Vec<Item> {
        let Some(series) = self.dossier.series_by_id(&item.id) else { return Vec::new() };
        let mut figures = figures.to_vec();
        figures.sort_by_key(|figure| figure.date.as_ref().and_then(When::first).unwrap_or(NaiveDate::MAX));
        [self.chart(series), self.table(series, &figures)].into_iter().flatten().collect()
    }

    pub(super) fn place(&self, id: &Id) -> Words {
        self.name(&Ref::new(Kind::Place, id))
    }

    /// What a chart is headed by: what was found in its series where that is said, else what is measured.
    fn heading(&self, series: &Series) -> String {
        self.words(series.finding.as_ref().unwrap_or(&series.title)).marked()
    }

    fn chart(&self, series: &Series) -> Option<Item> {
        let (dossier, own) = (self.dossier, self.own());
        let chart = Chart::of(dossier, series, false);
        let name = |of: &Ref| names::name(&self.context, of);
        let latest =
            chart.lines.iter().filter_map(|line| line.points.iter().rfind(|point| point.value.is_some()));
        let latest: Vec<String> = latest.map(|point| name(&point.of)).collect();
        let form = chart.form(series.kind);
        if form == ChartForm::Table {
            return None;
        }
        let range = Self::range(&chart, form, dossier.article_days());
        let is_ruled = range.zip(dossier.article_days()).is_some_and(|(range, day)| has_rule(range, day));
        let mut notes = vec![self.legend(&chart, form)];
        if form != ChartForm::Bars {
            let note = if is_ruled { own.chart_dashed } else { own.chart_not_dashed };
            let day = dossier.article.published.as_ref().filter(|_| dossier.article_days().is_some());
            notes.extend(day.map(|day| note.replace("{}", &self.context.date(day))));
        }
        notes.extend(self.missing(series, &chart));
        notes.extend(names::unplaced(&self.context, &chart.unplaced).map(|note| format!("{note}.")));
        let unit = series.unit.as_ref().map(|unit| self.words(unit).marked()).unwrap_or_default();
        let source = own.chart_source.replace("{publisher}", &series.outlet).replace("{unit}", &unit);
        let drawing = match range.filter(|_| form != ChartForm::Bars) {
            Some(range) => Drawing::Time(self.time_chart(chart, form, range, is_ruled)),
            None => Drawing::Bars(self.bars(series, &chart)),
        };
        notes.extend(self.undrawn(&drawing));
        Some(Item::Chart(Box::new(Figure {
            anchor: format!("chart-{}", ids::of(dossier, &series.to_ref())),
            title: self.heading(series),
            description: format!("{}.", latest.join("; ")),
            unit,
            source,
            drawing,
            notes,
        })))
    }

    /// What has to be said of how a chart is drawn, as far as it is drawn so.
    fn legend(&self, chart: &Chart, form: ChartForm) -> String {
        let own = self.own();
        let points = || chart.lines.iter().flat_map(ChartLine::values).map(|(point, _)| point);
        let is_bound = |point: &Point| {
            matches!(point.qualifier, Qualifier::MoreThan | Qualifier::AtLeast | Qualifier::UpTo)
        };
        let is_hollow =
            |point: &Point| !is_bound(point) && (point.qualifier != Qualifier::Exact || point.is_unsure);
        // Columns are levels, none of them a bound.
        let (first, bounds, hollow) = match form {
            ChartForm::Lines => (own.chart_lines, Some(own.chart_arrows), Some(own.chart_hollow)),
            ChartForm::Columns => (own.chart_columns, None, Some(own.chart_hollow_columns)),
            ChartForm::Bars | ChartForm::Table => (own.chart_bars, Some(own.chart_heads), None),
        };
        let bounds = bounds.filter(|_| points().any(is_bound));
        let hollow = hollow.filter(|_| points().any(is_hollow));
        [Some(first), bounds, hollow].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What a chart leaves to the table, counted.
    fn undrawn(&self, drawing: &Drawing) -> Vec<String> {
        let (places, bars) = match drawing {
            Drawing::Time(chart) => (chart.chart.undrawn(), 0),
            Drawing::Bars(chart) => (chart.more_places, chart.older),
            Drawing::Lanes(_) | Drawing::Map(_) => (0, 0),
        };
        let counts = [(places, &self.strings().not_drawn), (bars, &self.own().chart_older)];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        counts.map(|(count, forms)| format!("{}.", names::counted(self.language(), count, forms))).collect()
    }

    /// The days that the axis of a chart shows, at least; none without a period. The article's day belongs among them where
    /// that leaves the figures most of the axis; to columns, which fill theirs, nothing is added.
    fn range(chart: &Chart, form: ChartForm, article: Option<Days>) -> Option<Days> {
        let span = chart.span()?;
        let length = |(first, last): Days| (last - first).num_days() + 1;
        let both = article.map(|article| (span.0.min(article.0), span.1.max(article.1)));
        let both = both.filter(|both| form == ChartForm::Lines && length(*both) * 2 <= length(span) * 3);
        Some(both.unwrap_or(span))
    }

    fn time_chart(&self, chart: Chart, form: ChartForm, range: Days, is_ruled: bool) -> TimeChart {
        let words = |point: &Point| PointWords {
            value: point.value.map(|value| self.bare(value, point.qualifier)).unwrap_or_default(),
            title: names::name(&self.context, &point.of),
        };
        let names = chart.lines.iter().map(|line| lines::name(&self.context, line)).collect();
        let points = chart.lines.iter().map(|line| line.points.iter().map(words).collect()).collect();
        let article = self.dossier.article_days().filter(|_| is_ruled);
        let article = article.map(|days| ArticleDay { days, label: self.article_day() });
        TimeChart { chart, has_columns: form == ChartForm::Columns, names, points, range, article }
    }

    /// A value and how it is meant, without its unit.
    pub(super) fn bare(&self, value: f64, qualifier: Qualifier) -> String {
        names::bare_value(self.language(), self.context.glyphs, value, qualifier)
    }

    /// What was looked for and not found, in words: single figures by place and period, then places without any.
    fn missing(&self, series: &Series, chart: &Chart) -> Option<String> {
        let points = chart.lines.iter().flat_map(|line| line.points.iter().map(move |point| (line, point)));
        let points = points.filter(|(_, point)| point.value.is_none());
        let mut missing: Vec<String> = points
            .map(|(line, point)| {
                format!("{} ({})", lines::name(&self.context, line), self.period_of(&point.of))
            })
            .collect();
        // A place whose figures were looked for and not found is not named twice.
        let without = |id: &&Id| !chart.lines.iter().any(|line| line.place.as_ref() == Some(*id));
        missing.extend(series.expects.iter().filter(without).map(|id| self.place(id).marked()));
        let what = names::capitalized(self.strings().no_figure);
        (!missing.is_empty()).then(|| format!("× {what}: {}.", missing.join("; ")))
    }

    /// When a figure was, with months, quarters and halves of a year short.
    pub(super) fn period_of(&self, of: &Ref) -> String {
        let date = self.dossier.observation(&of.id).and_then(|figure| figure.date.as_ref());
        date.map(|date| dates::compact(date, self.language(), self.context.glyphs.in_dates()))
            .unwrap_or_default()
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
                values: vec![values],
                rows,
            })
        })
    }

    /// Who gives a figure: the article, by its words and with the way to them, and the source.
    fn given_by(&self, figure: &Observation) -> Vec<Inline> {
        let GivenBy { words, source } = facts::given_by(self.dossier, figure);
        let item = figure.to_ref();
        let words = words.map(|passage| {
            let quoted = quoted::of_article(
                self.dossier,
                &quoted::without_line_breaks(&self.dossier.article.text[passage.clone()]),
            );
            let words = self.quoted(&quoted);
            match self.marks.anchor(&item, &passage) {
                Some(anchor) => Inline::Thing { to: item.clone(), anchor, words },
                None => Inline::Words(words),
            }
        });
        let source = source.map(|source| self.thing(&source.to_ref()));
        let between = (words.is_some() && source.is_some()).then(|| Inline::ours(" · "));
        [words, between, source].into_iter().flatten().collect()
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
            anchor: Some(ids::of(self.dossier, &figure.to_ref())),
            is_heading: false,
            cells: vec![
                words(Words::ours(date)),
                place.into_iter().collect(),
                words(figure.part_name.as_ref().map(|part| self.words(part)).unwrap_or_default()),
                words(Words { text: value, ..Words::default() }),
                self.given_by(figure),
                words(figure.note.as_ref().map(|note| self.words(note)).unwrap_or_default()),
            ],
        }
    }
}
