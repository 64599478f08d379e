//! The rows of the overview in words: for each line what it is called, its dates, its ends, and what changed.

use super::marks;
use crate::dossier::chart::Point;
use crate::dossier::{Dossier, Qualifier, Ref, When};
use crate::facts::{Direction, LineTrend, SeriesTrend};
use crate::i18n::spans;
use crate::look::glyphs;
use crate::look::signs::{self, Sign};
use crate::protocol::context::Context;
use crate::protocol::lines;
use crate::protocol::multiples::Multiple;
use crate::text::width;

/// A line as it is shown.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its series and its line, by their numbers.
    pub(super) line: (usize, usize),
    /// Its last figure that has a value: what its row selects.
    pub(super) item: Ref,
    /// Where nothing else says of which series it is.
    pub(super) name: String,
    /// Under the head of its series.
    pub(super) name_under_head: String,
    /// From when to when.
    pub(super) dates: String,
    /// The same in years.
    pub(super) years: String,
    /// Its first value; none of a single figure.
    pub(super) first: Option<String>,
    /// Its last value.
    pub(super) last: String,
    pub(super) unit: String,
    /// Empty where the figures support none.
    pub(super) change: String,
    /// Empty where it has none.
    pub(super) shape: String,
    /// Whether the last value is below the first.
    pub(super) has_fallen: bool,
    /// Whether one of its ends is a forecast.
    pub(super) has_forecast: bool,
    /// The sign of a figure at fault.
    pub(super) fault: Option<Sign>,
}

/// All lines of these series, in their order.
pub(super) fn entries(context: &Context, trends: &[SeriesTrend]) -> Vec<Entry> {
    let of_series = |(number, trend): (usize, &SeriesTrend)| {
        let series = context.dossier.series_by_id(&trend.series);
        let unit = series.map(|series| lines::short_unit(context, series)).unwrap_or_default();
        let ends: Vec<f64> = trend.lines.iter().flat_map(|line| [line.ends().0, line.ends().1]).collect();
        let multiple = Multiple::of(context, &ends);
        // A row that was left out may be one of any of its lines.
        let is_incomplete = series.is_some_and(|series| series.left_out > 0);
        let of_line = |(line, of): (usize, &LineTrend)| {
            let mut entry = entry(context, (number, line), of, multiple, unit.clone());
            entry.fault = entry.fault.or(is_incomplete.then_some(signs::BROKEN));
            entry
        };
        trend.lines.iter().enumerate().map(of_line).collect::<Vec<_>>()
    };
    trends.iter().enumerate().flat_map(of_series).collect()
}

fn entry(context: &Context, line: (usize, usize), of: &LineTrend, multiple: Multiple, unit: String) -> Entry {
    let signs = context.glyphs.in_dates();
    let dates = date(&context.dossier, of.first()).zip(date(&context.dossier, of.last()));
    let in_words = |words: fn(&When, &When, _, _) -> String| {
        dates.map(|(first, last)| words(first, last, context.language, signs)).unwrap_or_default()
    };
    let value = |point: &Point| multiple.write(context, point.value.unwrap_or_default(), point.qualifier);
    let fault = context.link_sign(&of.last().of);
    Entry {
        line,
        item: of.last().of.clone(),
        name: lines::short_name(context, &of.line),
        name_under_head: lines::name(context, &of.line),
        dates: in_words(spans::span),
        years: in_words(spans::years),
        first: (!of.is_single()).then(|| value(of.first())),
        last: value(of.last()),
        unit,
        change: of.change().map(|change| lines::change(context, change)).unwrap_or_default(),
        shape: marks::shape(&of.line, context.language, context.glyphs).unwrap_or_default(),
        has_fallen: of.direction() == Direction::Down,
        has_forecast: [of.first(), of.last()].iter().any(|end| end.qualifier == Qualifier::Forecast),
        fault: Some(fault).filter(|sign| *sign == signs::BROKEN),
    }
}

fn date<'a>(dossier: &'a Dossier, point: &Point) -> Option<&'a When> {
    dossier.observation(&point.of.id)?.date.as_ref()
}

impl Entry {
    /// Its values in so many cells before the arrow and after it. A single value stands after.
    pub(super) fn values(&self, context: &Context, (before, after): (usize, usize)) -> String {
        let (gap, arrow) = match &self.first {
            Some(first) => {
                let gap = before.saturating_sub(width::cells(first));
                (gap, format!("{first}{}", context.glyph(glyphs::FROM_TO)))
            }
            None if before == 0 => (0, String::new()),
            None => (before + width::cells(context.glyph(glyphs::FROM_TO)), String::new()),
        };
        let pad = after.saturating_sub(width::cells(&self.last));
        format!("{:gap$}{arrow}{}{:pad$}", "", self.last, "")
    }
}
