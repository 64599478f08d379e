//! What the lines of a chart are called, the same on the screen and in documents.

use crate::dossier::chart::ChartLine;
use crate::dossier::{Kind, LocalText, Ref, Series};
use crate::protocol::context::Context;
use crate::protocol::names;

/// A line by its place and its part, `Bangkok, planned`; by what the series shows where it has neither.
pub(crate) fn name(context: &Context, line: &ChartLine) -> String {
    let parts = [place(context, line), part(context, line).map(|part| context.text(part))];
    match parts {
        [None, None] => series(context, line).map(|series| context.text(&series.title)).unwrap_or_default(),
        parts => parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
    }
}

/// A line where nothing else says of which series it is: by its place and the short name of its series, `Johor running`;
/// of several parts also by its part.
pub(crate) fn short_name(context: &Context, line: &ChartLine) -> String {
    let part = part(context, line).map(|part| context.text(part));
    let short = series(context, line).and_then(|series| series.short.as_ref());
    let short = short.map(|short| context.text(short));
    match (place(context, line), part, short) {
        (Some(place), None, Some(short)) => format!("{place} {short}"),
        (Some(place), Some(part), _) => format!("{place} {part}"),
        (None, Some(part), Some(short)) => format!("{short} {part}"),
        (None, None, Some(short)) => short,
        _ => name(context, line),
    }
}

/// The unit of a series where there is little room.
pub(crate) fn short_unit(context: &Context, series: &Series) -> String {
    let unit = series.unit_short.as_ref().or(series.unit.as_ref());
    unit.map(|unit| context.text(unit)).unwrap_or_default()
}

/// Whether the selection lights a line: its place, or one of its figures.
pub(crate) fn is_lit(context: &Context, line: &ChartLine) -> bool {
    let is_place_lit = line.place.as_ref().is_some_and(|id| context.lit().has(&Ref::new(Kind::Place, id)));
    is_place_lit || line.points.iter().any(|point| context.is_lit(&point.of))
}

/// The series whose figures a line joins.
fn series<'a>(context: &'a Context, line: &ChartLine) -> Option<&'a Series> {
    let first = line.points.first()?;
    let figure = context.dossier.observation(&first.of.id)?;
    context.dossier.series_by_id(&figure.series)
}

fn place(context: &Context, line: &ChartLine) -> Option<String> {
    line.place.as_ref().map(|id| names::name(context, &Ref::new(Kind::Place, id)))
}

fn part<'a>(context: &'a Context, line: &ChartLine) -> Option<&'a LocalText> {
    let first = line.points.first()?;
    context.dossier.observation(&first.of.id)?.part_name.as_ref()
}
