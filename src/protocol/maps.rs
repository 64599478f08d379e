//! What a map says of its places, the same on the screen and in documents.

use crate::dossier::map::{self, Amount, Map, MapPlace, Measure, Reading};
use crate::dossier::{Kind, Ref, When};
use crate::i18n::spans;
use crate::look::glyphs::{self, Glyph};
use crate::look::placing::{Label, Point};
use crate::protocol::context::Context;
use crate::protocol::multiples::Multiple;
use crate::protocol::{lines, names};

/// The smallest circle, in dots of radius.
const SMALLEST: f64 = 1.5;

/// The radius of the circle of a value where the largest value has a circle of the largest radius: their areas are as their
/// values, but none is too small to be seen.
pub(crate) fn radius(value: f64, most: f64, largest: f64) -> f64 {
    (largest * (value / most).sqrt()).max(SMALLEST)
}

/// The ways to write the words of a place, line by line, the best first: its name above its values in one line, its name above
/// each value in a line of its own, the name alone.
pub(crate) fn ways<L: Clone>(name: &L, values: &[L], in_line: impl FnOnce(&[L]) -> L) -> Vec<Vec<L>> {
    let each = std::iter::once(name).chain(values).cloned().collect();
    vec![vec![name.clone(), in_line(values)], each, vec![name.clone()]]
}

/// What is to be placed of a place at a point: its circles, and its words in any of these ways, each by the cells of its lines.
pub(crate) fn label(at: Point, circles: Vec<(f64, bool)>, mut ways: Vec<Vec<i32>>) -> Label {
    let short = ways.pop().unwrap_or_default();
    Label { at, circles, texts: ways, short }
}

/// The sign of a measure.
pub(crate) fn sign(measure: Measure) -> Glyph {
    match measure {
        Measure::Running => glyphs::DISC,
        Measure::Planned => glyphs::RING,
    }
}

/// In what the values of a map are written, all in the same.
pub(crate) fn multiple(context: &Context, map: &Map) -> Multiple {
    let readings = map.places.iter().flat_map(MapPlace::readings);
    let values: Vec<f64> = readings.flat_map(|reading| reading.amount.values()).collect();
    Multiple::of(context, &values)
}

/// How much it is, `>1,000`; figures that do not make one total one after the other, and after them what is missing.
pub(crate) fn amount(context: &Context, multiple: Multiple, amount: &Amount) -> String {
    match amount {
        Amount::None => context.glyph(glyphs::NO_PERIOD).to_owned(),
        Amount::Missing => context.glyph(glyphs::MISSING).to_owned(),
        Amount::Value(value, qualifier) => multiple.write(context, *value, *qualifier),
        Amount::Apart { values, lacks_found, lacks_published } => {
            let values = values.iter().map(|(value, qualifier)| multiple.write(context, *value, *qualifier));
            let lacks = [(*lacks_found, glyphs::MISSING), (*lacks_published, glyphs::NO_PERIOD)];
            let lacks = lacks.into_iter().filter(|(lacks, _)| *lacks);
            let lacks = lacks.map(|(_, glyph)| context.glyph(glyph).to_owned());
            values.chain(lacks).collect::<Vec<_>>().join(" | ")
        }
    }
}

/// What was published, or the parts and the sum that is ours, `226 + 822 = 1,048`.
pub(crate) fn sum_or_amount(context: &Context, multiple: Multiple, reading: &Reading) -> String {
    let total = amount(context, multiple, &reading.amount);
    if reading.parts.is_empty() {
        return total;
    }
    let parts = reading.parts.iter().map(|(value, qualifier)| multiple.write(context, *value, *qualifier));
    format!("{} = {total}", parts.collect::<Vec<_>>().join(" + "))
}

/// When an edition is from: `H1 25`.
pub(crate) fn edition(context: &Context, map: &Map, edition: usize) -> String {
    let figure =
        map.editions.get(edition).and_then(|edition| context.dossier.observation(&edition.figure.id));
    figure.and_then(|figure| figure.date.as_ref()).map(|date| written(context, date)).unwrap_or_default()
}

fn written(context: &Context, date: &When) -> String {
    spans::span(date, date, context.language, context.glyphs.in_dates())
}

/// When what was published of a place is from, as its own figures say: of several the least certain, for none may seem better
/// known than it is.
pub(crate) fn date(context: &Context, reading: &Reading) -> String {
    let figures = reading.figures.iter();
    let dates = figures.filter_map(|figure| context.dossier.observation(&figure.id)?.date.as_ref());
    dates.max_by_key(|date| map::doubts(date)).map(|date| written(context, date)).unwrap_or_default()
}

/// What a measure is called: by the short name of its series.
pub(crate) fn measure(context: &Context, map: &Map, measure: Measure) -> Option<String> {
    let series = map.series(&context.dossier, measure)?;
    let strings = context.strings();
    let usual = match measure {
        Measure::Running => strings.map_running,
        Measure::Planned => strings.map_planned,
    };
    Some(series.short.as_ref().map_or_else(|| usual.to_owned(), |short| context.text(short)))
}

/// What is counted: the titles of what is there and of what is planned, or in short that it is planned; the unit unless the title
/// says it, and who published it.
pub(crate) struct Counted {
    /// What is counted, the longest first.
    pub titles: Vec<String>,
    /// The unit and the publisher.
    pub rest: Vec<String>,
}

/// What a map counts.
pub(crate) fn counted(context: &Context, map: &Map) -> Counted {
    let mut series = Measure::ALL.into_iter().filter_map(|measure| map.series(&context.dossier, measure));
    let Some(first) = series.next() else { return Counted { titles: Vec::new(), rest: Vec::new() } };
    let title = context.text(&first.title);
    let unit = lines::unit_unless_said(context, first, &title);
    let outlet = Some(first.outlet.to_string()).filter(|outlet| !outlet.is_empty());
    let strings = context.strings();
    let with = |planned: &str| strings.map_both.replace("{there}", &title).replace("{planned}", planned);
    let titles = match series.next() {
        Some(planned) => vec![with(&context.text(&planned.title)), with(strings.map_planned)],
        None => vec![title],
    };
    Counted { titles, rest: unit.into_iter().chain(outlet).collect() }
}

/// What a place is called.
pub(crate) fn name(context: &Context, place: &MapPlace) -> String {
    names::name(context, &Ref::new(Kind::Place, &place.id))
}

/// The measures that a place has a figure of in an edition, or had one looked for, each with its value and the time that is
/// from: among the latest figures, where both are from the same only with the first; in an edition only where its date is not
/// quite that of the edition, but only about so, or perhaps. Of a sum its parts too, where `with_parts`.
pub(crate) fn values(
    context: &Context,
    map: &Map,
    multiple: Multiple,
    (place, edition): (&MapPlace, Option<usize>),
    with_parts: bool,
) -> Vec<(Measure, String)> {
    let mut said = None;
    let mut values = Vec::new();
    for measure in Measure::ALL {
        let of = place.amount(measure, edition);
        if *of == Amount::None {
            continue;
        }
        let mut text = match place.reading(measure, edition).filter(|_| with_parts) {
            Some(reading) => sum_or_amount(context, multiple, reading),
            None => amount(context, multiple, of),
        };
        if let Some(reading) = place.reading(measure, edition).filter(|_| of.is_known()) {
            let own = Some(date(context, reading));
            let known = match edition {
                Some(edition) => Some(self::edition(context, map, edition)),
                None => said,
            };
            if let Some(own) = own.as_ref().filter(|own| Some(*own) != known.as_ref()) {
                text = format!("{text} {own}");
            }
            said = own;
        }
        values.push((measure, text));
    }
    values
}
