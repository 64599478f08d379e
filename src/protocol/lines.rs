//! What the lines of a chart are called, the same on the screen and in documents.

use crate::dossier::chart::{ChartLine, Point};
use crate::dossier::{Kind, LocalText, Qualifier, Ref, Series};
use crate::facts::Change;
use crate::i18n::language::Language;
use crate::i18n::spans;
use crate::look::glyphs::{self, Glyphs};
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

/// A line with the periods of its figures: `Johor H1 25`.
pub(crate) fn name_with_periods(context: &Context, line: &ChartLine) -> String {
    let date = |point: &Point| context.dossier.observation(&point.of.id)?.date.as_ref();
    let dates = line.points.first().and_then(date).zip(line.points.last().and_then(date));
    let name = name(context, line);
    dates.map_or_else(
        || name.clone(),
        |(first, last)| {
            format!("{name} {}", spans::span(first, last, context.language, context.glyphs.in_dates()))
        },
    )
}

/// The unit of a series where there is little room.
pub(crate) fn short_unit(context: &Context, series: &Series) -> String {
    let unit = series.unit_short.as_ref().or(series.unit.as_ref());
    unit.map(|unit| context.text(unit)).unwrap_or_default()
}

/// The same, unless a heading says it already, as a word of its own: `GW` is not said by `Norgwald`. None also of what has no
/// unit.
pub(crate) fn unit_unless_said(context: &Context, series: &Series, heading: &str) -> Option<String> {
    let unit = short_unit(context, series);
    (!unit.is_empty() && !says(heading, &unit)).then_some(unit)
}

/// Whether a text has these words, one after the other.
fn says(text: &str, words: &str) -> bool {
    // Signs like those of money and per cent are words; what stands between words is not.
    let is_between = |c: char| {
        c.is_whitespace()
            || c.is_ascii_punctuation() && !matches!(c, '%' | '$' | '#')
            || "–—‑„“”‚‘’«»·…".contains(c)
    };
    let words_of =
        |text| -> Vec<&str> { str::split(text, is_between).filter(|word| !word.is_empty()).collect() };
    let (text, words) = (words_of(text), words_of(words));
    !words.is_empty() && text.windows(words.len()).any(|some| some == words)
}

/// What a series is headed by: what was found where that is said, else what is measured.
pub(crate) fn heading(context: &Context, series: &Series) -> String {
    context.text(series.finding.as_ref().unwrap_or(&series.title))
}

/// A value where there is no room for words: its qualifier as a sign before it, a forecast by a letter after it.
pub(crate) fn short_value(context: &Context, value: f64, qualifier: Qualifier) -> String {
    short_value_of(context.language, context.glyphs, value, qualifier)
}

/// The same by language and signs alone.
pub(crate) fn short_value_of(language: Language, glyphs: Glyphs, value: f64, qualifier: Qualifier) -> String {
    let number = language.number(value);
    match qualifier {
        Qualifier::Exact => number,
        Qualifier::About | Qualifier::Rounded => format!("{}{number}", glyphs::ABOUT.get(glyphs)),
        Qualifier::MoreThan => format!("{}{number}", glyphs::MORE_THAN.get(glyphs)),
        Qualifier::AtLeast => format!("{}{number}", glyphs::AT_LEAST.get(glyphs)),
        Qualifier::UpTo => format!("{}{number}", glyphs::AT_MOST.get(glyphs)),
        Qualifier::Forecast => format!("{number} {}", language.strings().forecast_letter),
    }
}

/// How much a line changed, for a column with a head: `+74 %`, `×2.4`, `−1.5` in the unit.
pub(crate) fn change(context: &Context, change: Change) -> String {
    let language = context.language;
    let signed = |is_more: bool, text: String| {
        let sign = if is_more { "+" } else { context.glyph(glyphs::MINUS) };
        format!("{sign}{text}")
    };
    match change {
        Change::None => language.percent("0"),
        Change::Percent(percent) => {
            signed(percent > 0, language.percent(&percent.unsigned_abs().to_string()))
        }
        Change::Slight(is_more) => language.percent(&signed(is_more, "<1".to_owned())),
        Change::Factor(factor) => format!("{}{}", context.glyph(glyphs::TIMES), language.number(factor)),
        Change::Difference(by) => signed(by > 0.0, language.number(by.abs())),
    }
}

/// Whether the selection lights a line: its place, or one of its figures.
pub(crate) fn is_lit(context: &Context, line: &ChartLine) -> bool {
    let is_place_lit = line.place.as_ref().is_some_and(|id| context.lit().has(&Ref::new(Kind::Place, id)));
    is_place_lit || line.points.iter().any(|point| context.is_lit(&point.of))
}

/// The series whose figures a line joins.
pub(crate) fn series<'a>(context: &'a Context, line: &ChartLine) -> Option<&'a Series> {
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

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn a_unit_is_said_only_by_words_of_its_own() {
        assert!(says("Operational MW by city", "MW"));
        assert!(says("Leistung (GW), je Land", "GW"));
        assert!(says("Share in % of all", "%"));
        assert!(says("Price in €/kWh", "€/kWh"));
        assert!(says("Data centres in use", "Data centres"));
        assert!(!says("Norgwald and Gwent", "gw"));
        assert!(!says("In 1,000 homes", "1,00"));
        assert!(!says("Centres of data", "Data centres"));
        assert!(!says("Anything", "–"));
        assert!(!says("", "MW"));
    }
}
