//! What the second page of the handout says of figures and of time.

use super::ITEM;
use crate::dossier::chart::Point;
use crate::dossier::{Event, Kind, Picture, Ref};
use crate::export::build::Builder;
use crate::export::document::Words;
use crate::export::document::brief::{Block, Budget, Item, More, SeriesLines, Trend, clipped};
use crate::export::figure::{Drawing, Figure};
use crate::facts::{self, LineTrend, NamingOrder, SeriesTrend, stop_figures, timeline, timeline_label};
use crate::protocol::lines;

/// The most columns of what stands over the lines of a series, and of a line's name.
const HEADING: usize = 110;
const PUBLISHER: usize = 60;
const NAME: usize = 34;

impl Builder<'_> {
    /// The series that compare, those first that findings rest on, then those of other stops, each with its first lines.
    pub(super) fn series(&self, budget: &Budget) -> Option<Block<SeriesLines>> {
        let dossier = self.dossier;
        let figures = |is_brief: bool| {
            let stops = dossier.stops.iter().filter(move |stop| stop.brief == is_brief);
            let drawn = stops.filter(|stop| {
                matches!(stop.picture, Picture::Figure | Picture::Chart | Picture::Overview | Picture::Map)
            });
            drawn.flat_map(|stop| stop_figures(dossier, stop)).map(|figure| (figure.to_ref(), &figure.series))
        };
        let shown: Vec<(Ref, _)> = figures(true).chain(figures(false)).collect();
        let place = |trend: &SeriesTrend| {
            shown.iter().position(|(_, series)| **series == trend.series).unwrap_or(usize::MAX)
        };
        let mut trends = SeriesTrend::dated(dossier, false);
        trends.sort_by_cached_key(place);
        let all = trends.len();
        let figures: std::collections::HashSet<&Ref> = shown.iter().map(|(figure, _)| figure).collect();
        let is_shown = |line: &LineTrend| line.line.points.iter().any(|point| figures.contains(&point.of));
        let items: Vec<SeriesLines> = trends
            .into_iter()
            .take(budget.series)
            .filter_map(|mut trend| {
                trend.lines.sort_by_key(|line| !is_shown(line));
                self.series_lines(&trend, budget)
            })
            .collect();
        let intro = Some(self.own().brief_arithmetic.to_owned());
        Self::block(self.strings().slide_figures_title, intro, items, (all, &self.strings().series))
    }

    fn series_lines(&self, trend: &SeriesTrend, budget: &Budget) -> Option<SeriesLines> {
        let series = self.dossier.series_by_id(&trend.series)?;
        let heading = self.words(series.finding.as_ref().unwrap_or(&series.title));
        let unit = series.unit.as_ref().map(|unit| self.words(unit).marked());
        let drawn = &trend.lines[..trend.lines.len().min(budget.lines)];
        let points = drawn.iter().flat_map(|line| [line.last(), line.first()]);
        let is_of_article = points.clone().any(|point| {
            let figure = self.dossier.observation(&point.of.id);
            figure.is_some_and(|figure| facts::given_by(self.dossier, figure).words.is_some())
        });
        let article = is_of_article.then(|| self.strings().from_article.to_owned());
        let publisher: Vec<String> =
            std::iter::once(series.outlet.to_string()).chain(unit).chain(article).collect();
        let sources = points.filter_map(|point| {
            let figure = self.dossier.observation(&point.of.id)?;
            self.dossier.source(figure.source()?)
        });
        Some(SeriesLines {
            heading: Self::clipped_words(heading, HEADING),
            publisher: clipped(&publisher.join(", "), PUBLISHER),
            cites: self.cites(sources, budget.cites),
            lines: drawn.iter().map(|line| self.trend_words(line)).collect(),
            more: More { count: trend.lines.len() - drawn.len(), noun: &self.own().brief_row },
        })
    }

    fn trend_words(&self, line: &LineTrend) -> Trend {
        Trend {
            name: clipped(&lines::name(&self.context, &line.line), NAME),
            first: (!line.is_single()).then(|| self.dated_value(line.first())),
            last: self.dated_value(line.last()),
            change: line.change().map(|change| lines::change(&self.context, change)),
        }
    }

    /// A figure and its period, as short as can be: `231 (H1 24)`.
    fn dated_value(&self, point: &Point) -> String {
        let value = point.value.map(|value| lines::short_value(&self.context, value, point.qualifier));
        format!("{} ({})", value.unwrap_or_default(), self.period_of(&point.of))
    }

    /// The events on an axis, and the main ones as a list: those nearest to the article, in the order of time.
    pub(super) fn axis(&self, budget: &Budget) -> Option<(Block<Item>, Option<Box<Figure>>)> {
        let dossier = self.dossier;
        let main: Vec<Ref> =
            dossier.events.iter().filter(|event| event.prominent).map(Event::to_ref).collect();
        let all = || dossier.all_of(Kind::Event).collect();
        let listed: Vec<Ref> = if main.is_empty() { all() } else { main };
        let events = timeline(dossier, self.context.faults(), &listed);
        let dated: Vec<_> = events.iter().filter(|event| event.place.is_some()).collect();
        let order = NamingOrder::of(&events, dossier.article_days());
        let mut nearest: Vec<usize> = (0..dated.len()).collect();
        nearest.sort_by_key(|place| order.key(dated[*place]));
        nearest.truncate(budget.events);
        nearest.sort_unstable();
        let item = |place: &usize| {
            let event = dossier.events.get(dated[*place].event)?;
            Some(Item {
                lead: Some(format!("{}:", self.context.date(&event.date))),
                text: Words::ours(clipped(&timeline_label(event, |text| self.words(text).marked()), ITEM)),
                to: None,
                cites: Vec::new(),
            })
        };
        let items: Vec<Item> = nearest.iter().filter_map(item).collect();
        let figure = self.lanes().filter(|_| budget.has_axis).map(|mut figure| {
            if let Drawing::Lanes(chart) = &mut figure.drawing {
                let has_main = chart.marks.iter().any(|mark| mark.is_main);
                chart.marks.retain(|mark| mark.is_main || !has_main);
                // Nothing to lead to is on these two pages.
                chart.marks.iter_mut().for_each(|mark| mark.anchor = None);
            }
            figure.notes = vec![self.own().brief_axis.to_owned()];
            Box::new(figure)
        });
        let block =
            Self::block(self.strings().slide_lanes_title, None, items, (dated.len(), &self.strings().event));
        block.map(|block| (block, figure))
    }
}
