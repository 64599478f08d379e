//! The line of words below a chart: what was looked for and not found, what has no room, and what its signs mean.

use super::picture::{Content, Picture};
use crate::dossier::chart::Chart;
use crate::i18n::dates;
use crate::look::glyphs;
use crate::protocol::context::Context;
use crate::protocol::names;

/// What stands below a chart in words.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Notes {
    /// The parts of the line, the most important first.
    pub(super) parts: Vec<String>,
    /// Whether something of the figures or events is said only here.
    pub(super) is_needed: bool,
}

/// At most so many figures are named that were looked for and not found.
const MOST_MISSING: usize = 3;

/// The words of a picture.
pub(super) fn of(picture: &Picture, chart: &Chart, content: &Content, context: &Context) -> Notes {
    let (language, strings) = (context.language, context.strings());
    let mut parts = Vec::new();
    if picture.missing_row.is_none() {
        parts.extend(missing(picture, chart, content, context));
    }
    if picture.unit.is_none() {
        parts.extend(content.unit.as_ref().map(|unit| strings.unit_is.replace("{}", unit)));
    }
    let counts = [
        (picture.labels.values_left_out, &strings.values_without_room),
        (picture.labels.names_left_out, &strings.names_without_room),
    ];
    let counts = counts.into_iter().filter(|(number, _)| *number > 0);
    parts.extend(counts.map(|(number, forms)| names::counted(language, number, forms)));
    let (events, off) = events(picture, context);
    let has_row = picture.events_row.is_some();
    let is_needed = !parts.is_empty() || off || !has_row && events.is_some();
    parts.extend(events);
    if picture.rule.is_some() && picture.rule_words.is_none() {
        parts.push(format!("{} {}", context.glyph(glyphs::ARTICLE_DAY), strings.article_day));
    }
    Notes { parts, is_needed }
}

/// The figures that were looked for and not found, by place and by date, as that is given: a step of the calendar that is about
/// as long would name a time that has a figure.
fn missing(picture: &Picture, chart: &Chart, content: &Content, context: &Context) -> Option<String> {
    let words = picture.missing.iter().map(|missing| {
        let (line, point) = missing.of;
        let date = context.dossier.observation(&chart.lines[line].points[point].of.id);
        let date = date.and_then(|figure| figure.date.as_ref());
        let date = date.map(|date| dates::compact(date, context.language, context.glyphs.in_dates()));
        content.names[line].iter().cloned().chain(date).collect::<Vec<_>>().join(" ")
    });
    let mut words: Vec<String> = words.collect();
    if words.len() > MOST_MISSING {
        let more = context.language.count(words.len() - (MOST_MISSING - 1));
        words.truncate(MOST_MISSING - 1);
        words.push(context.strings().and_more.replace("{}", &more));
    }
    let sign = context.glyph(glyphs::MISSING);
    (!words.is_empty()).then(|| format!("{sign} {}: {}", context.strings().no_figure_short, words.join(", ")))
}

/// How many events there are, or how many are off the axis where the others have a row; and whether some are.
fn events(picture: &Picture, context: &Context) -> (Option<String>, bool) {
    let (language, strings) = (context.language, context.strings());
    let row = &picture.events;
    let sides = [(row.before, strings.events_before), (row.after, strings.events_after)];
    let sides = sides.into_iter().filter(|(number, _)| *number > 0);
    let sides: Vec<String> =
        sides.map(|(number, words)| words.replace("{}", &language.count(number))).collect();
    let all = row.on_axis() + row.before + row.after;
    let words = match (picture.events_row, all) {
        (_, 0) => None,
        (Some(_), _) => {
            let sign = format!("{} {}", context.glyph(glyphs::EVENT), strings.event.one);
            Some(if sides.is_empty() { sign } else { format!("{sign}, {}", sides.join(", ")) })
        }
        (None, _) => Some(names::counted(language, all, &strings.event)),
    };
    (words, !sides.is_empty())
}
