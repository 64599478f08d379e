//! What a map shows, before it is drawn: figures of places, those that are there and those that are planned, by the editions
//! in which they were published.

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::chart::Chart;
use super::stacks::{self, Points, Stack};
use super::{Dossier, Id, Qualifier, Ref, Series, SeriesKind};

/// What is counted on a map: figures of one publisher under one definition, what is there and what is planned of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Measures {
    /// The series of what is there; none where only plans are known.
    pub running: Option<Id>,
    /// The series of what is planned of the same.
    pub planned: Option<Id>,
}

impl Measures {
    /// What can be mapped: levels of places with coordinates, the measure with most of them first. A map of a single place
    /// says nothing that its chart does not, so there is one only where there is no other.
    pub(crate) fn all(dossier: &Dossier) -> Vec<Self> {
        let stocks = || dossier.series.iter().filter(|series| series.kind == SeriesKind::Stock);
        if stocks().next().is_none() || dossier.places.iter().all(|place| place.coordinates.is_none()) {
            return Vec::new();
        }
        let is_stock = |id: &Id| stocks().any(|series| series.id == *id);
        let planned_of = |id: &Id| stocks().find(|series| series.planned_for.as_ref() == Some(id));
        let mut located: HashMap<&Id, HashSet<&Id>> = HashMap::new();
        let expected =
            stocks().flat_map(|series| series.expects.iter().map(move |place| (&series.id, place)));
        let observed = dossier.observations.iter();
        let observed = observed.filter_map(|figure| Some((&figure.series, figure.place.as_ref()?)));
        for (series, place) in expected.chain(observed) {
            if dossier.place(place).is_some_and(|place| place.coordinates.is_some()) {
                located.entry(series).or_default().insert(place);
            }
        }
        let mut measures: Vec<(usize, Self)> = stocks()
            .filter_map(|series| {
                let of = series.planned_for.as_ref().filter(|id| is_stock(id));
                let measures = match of.map(|of| planned_of(of).is_some_and(|first| first.id == series.id)) {
                    // It stands beside the series that it is planned for.
                    Some(true) => return None,
                    Some(false) => Self { running: None, planned: Some(series.id.clone()) },
                    None if series.planned_for.is_some() => {
                        Self { running: None, planned: Some(series.id.clone()) }
                    }
                    None => Self {
                        running: Some(series.id.clone()),
                        planned: planned_of(&series.id).map(|planned| planned.id.clone()),
                    },
                };
                let places: HashSet<&&Id> =
                    measures.series().filter_map(|id| located.get(id)).flatten().collect();
                (!places.is_empty()).then_some((places.len(), measures))
            })
            .collect();
        // Stable: the author's order where they have as many places.
        measures.sort_by_key(|(places, _)| std::cmp::Reverse(*places));
        let most = measures.first().map_or(0, |(places, _)| *places);
        measures.retain(|(places, _)| *places > 1 || most == 1);
        measures.into_iter().map(|(_, measures)| measures).collect()
    }

    /// The series that it is made of.
    pub(crate) fn series(&self) -> impl Iterator<Item = &Id> {
        self.running.iter().chain(&self.planned)
    }

    /// The series that it is known by.
    pub(crate) fn id(&self) -> Option<&Id> {
        self.series().next()
    }
}

/// Which of the two measures.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Measure {
    /// What is there.
    Running,
    /// What is planned.
    Planned,
}

impl Measure {
    /// Both, in the order in which they are said.
    pub(crate) const ALL: [Self; 2] = [Self::Running, Self::Planned];
}

/// How much it is.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Amount {
    /// There is no figure, and none was looked for.
    None,
    /// Looked for, no figure found.
    Missing,
    /// A figure, or what the parts of a total add up to.
    Value(f64, Qualifier),
    /// Figures that do not make one total.
    Apart(Vec<(f64, Qualifier)>),
}

impl Amount {
    /// What the area of a circle can stand for.
    pub(crate) fn drawn(&self) -> Option<f64> {
        match self {
            Self::Value(value, _) if *value > 0.0 => Some(*value),
            _ => None,
        }
    }

    /// Whether there is a figure.
    pub(crate) fn is_known(&self) -> bool {
        matches!(self, Self::Value(..) | Self::Apart(_))
    }
}

/// What was published of a place in an edition.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Reading {
    /// How much it is.
    pub amount: Amount,
    /// The figures that say so, at least one.
    pub figures: Vec<Ref>,
    /// In which edition, by its number.
    pub edition: usize,
}

/// A place and what is known of it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct MapPlace {
    /// Which place.
    pub id: Id,
    /// Longitude and latitude in degrees; none where they are not known.
    pub coordinates: Option<(f64, f64)>,
    /// Of each measure what was published, in the order of the editions.
    readings: [Vec<Reading>; 2],
    /// Of each measure whether the publisher covers the place, and no figure was found.
    is_expected: [bool; 2],
    /// The largest figure of all.
    most: Option<f64>,
}

impl MapPlace {
    /// What was published of a measure in an edition, by its number; where none is meant, what was published last.
    pub(crate) fn reading(&self, measure: Measure, edition: Option<usize>) -> Option<&Reading> {
        let readings = &self.readings[measure as usize];
        match edition {
            Some(edition) => {
                let at = readings.binary_search_by_key(&edition, |reading| reading.edition).ok()?;
                readings.get(at)
            }
            None => readings.iter().rfind(|reading| reading.amount.is_known()).or(readings.last()),
        }
    }

    /// How much that is.
    pub(crate) fn amount(&self, measure: Measure, edition: Option<usize>) -> &Amount {
        match self.reading(measure, edition) {
            Some(reading) => &reading.amount,
            None if self.is_expected[measure as usize] => &Amount::Missing,
            None => &Amount::None,
        }
    }

    /// The largest circle that it has in an edition.
    pub(crate) fn largest(&self, edition: Option<usize>) -> Option<f64> {
        let drawn = Measure::ALL.into_iter().filter_map(|measure| self.amount(measure, edition).drawn());
        drawn.reduce(f64::max)
    }

    /// What was published of a measure.
    pub(crate) fn readings_of(&self, measure: Measure) -> &[Reading] {
        &self.readings[measure as usize]
    }

    /// All that was published of it.
    pub(crate) fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.readings.iter().flatten()
    }
}

/// A time for which figures were published.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Edition {
    /// Its first and last day.
    pub period: (NaiveDate, NaiveDate),
    /// A figure of that time.
    pub figure: Ref,
}

/// What a map shows.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Map {
    /// What is counted.
    pub measures: Measures,
    /// The places: those with the largest figures first, those that are on no map last.
    pub places: Vec<MapPlace>,
    /// In order of time.
    pub editions: Vec<Edition>,
    /// The figures of a time that is not known.
    pub undated: Vec<Ref>,
    /// The largest figure of all places that are drawn, in all editions and both measures; 0 without one.
    pub most: f64,
}

impl Map {
    /// All figures of these measures, or only those of a time after the article, or perhaps after it.
    pub(crate) fn of(dossier: &Dossier, measures: Measures, only_after: bool) -> Self {
        let series = [&measures.running, &measures.planned].map(|id| dossier.series_by_id(id.as_ref()?));
        let mut undated = Vec::new();
        let mut stacked: Vec<(Measure, Id, Vec<Stack>)> = Vec::new();
        for (measure, series) in Measure::ALL.into_iter().zip(series) {
            let Some(series) = series else { continue };
            let chart = Chart::of(dossier, series, only_after);
            let (places, unplaced) = stacks_of(chart);
            stacked.extend(places.into_iter().map(|(place, stacks)| (measure, place, stacks)));
            undated.extend(unplaced);
        }
        let editions = editions(&stacked);
        let number: HashMap<_, usize> = editions.iter().map(|edition| edition.period).zip(0..).collect();
        let mut places: Vec<MapPlace> = Vec::new();
        let mut known: HashMap<Id, usize> = HashMap::new();
        let mut place_of = |id: &Id, places: &mut Vec<MapPlace>| {
            *known.entry(id.clone()).or_insert_with(|| {
                let coordinates = dossier.place(id).and_then(|place| place.coordinates);
                let readings = [Vec::new(), Vec::new()];
                let is_expected = [false; 2];
                places.push(MapPlace { id: id.clone(), coordinates, readings, is_expected, most: None });
                places.len() - 1
            })
        };
        for (measure, id, stacks) in stacked {
            let place = place_of(&id, &mut places);
            places[place].readings[measure as usize] = stacks
                .chunk_by(|one, other| one.period == other.period)
                .filter_map(|of_period| {
                    let edition = *number.get(&of_period.first()?.period)?;
                    Some(reading(of_period, edition))
                })
                .collect();
        }
        for (measure, series) in Measure::ALL.into_iter().zip(series) {
            for id in series.iter().flat_map(|series| &series.expects) {
                let place = place_of(id, &mut places);
                places[place].is_expected[measure as usize] = true;
            }
        }
        let value = |reading: &Reading| match &reading.amount {
            Amount::Value(value, _) => Some(*value),
            Amount::Apart(values) => values.iter().map(|(value, _)| *value).reduce(f64::max),
            _ => None,
        };
        for place in &mut places {
            place.most = place.readings().filter_map(value).reduce(f64::max);
        }
        let weight = |place: &MapPlace| place.most.unwrap_or(f64::NEG_INFINITY);
        // Stable: places without a figure stay in the author's order.
        places.sort_by(|one, other| {
            let is_off = |place: &MapPlace| place.coordinates.is_none();
            is_off(one).cmp(&is_off(other)).then(weight(other).total_cmp(&weight(one)))
        });
        let located = places.iter().filter(|place| place.coordinates.is_some());
        let drawn = located.flat_map(MapPlace::readings);
        let most = drawn.filter_map(|reading| reading.amount.drawn()).fold(0.0, f64::max);
        Self { measures, places, editions, undated, most }
    }

    /// Whether there is a series of a measure.
    pub(crate) fn has(&self, measure: Measure) -> bool {
        match measure {
            Measure::Running => self.measures.running.is_some(),
            Measure::Planned => self.measures.planned.is_some(),
        }
    }

    /// The series of a measure.
    pub(crate) fn series<'d>(&self, dossier: &'d Dossier, measure: Measure) -> Option<&'d Series> {
        let id = match measure {
            Measure::Running => &self.measures.running,
            Measure::Planned => &self.measures.planned,
        };
        dossier.series_by_id(id.as_ref()?)
    }

    /// The places that have coordinates, with their numbers.
    pub(crate) fn located(&self) -> impl Iterator<Item = (usize, &MapPlace, (f64, f64))> {
        let places = self.places.iter().enumerate();
        places.filter_map(|(number, place)| Some((number, place, place.coordinates?)))
    }
}

/// The figures of a place, and how many there are of a time that is not known.
type OfPlace = (Id, Vec<Stack>);

/// The figures of each place by period, those of parts together.
fn stacks_of(chart: Chart) -> (Vec<OfPlace>, Vec<Ref>) {
    let mut parts: HashMap<Box<str>, usize> = HashMap::new();
    let mut places: Vec<Id> = Vec::new();
    let mut known: HashMap<Id, usize> = HashMap::new();
    let mut points: Vec<Points> = Vec::new();
    for line in chart.lines {
        // What was measured nowhere in particular is on no map.
        let Some(id) = line.place else { continue };
        let next = parts.len();
        let part = line.part.map(|part| *parts.entry(part).or_insert(next));
        let place = *known.entry(id.clone()).or_insert_with(|| {
            places.push(id);
            points.push(Points::new());
            points.len() - 1
        });
        points[place].extend(line.points.into_iter().map(|point| (point, part)));
    }
    let stacks = stacks::of_places(points, parts.len());
    (places.into_iter().zip(stacks).collect(), chart.unplaced)
}

/// The times for which there is a figure, or one was looked for.
fn editions(stacked: &[(Measure, Id, Vec<Stack>)]) -> Vec<Edition> {
    let stacks = stacked.iter().flat_map(|(_, _, stacks)| stacks);
    let editions = stacks.filter_map(|stack| {
        let (point, _) = stack.points.first()?;
        Some(Edition { period: stack.period, figure: point.of.clone() })
    });
    let mut editions: Vec<Edition> = editions.collect();
    editions.sort_by_key(|edition| edition.period);
    editions.dedup_by_key(|edition| edition.period);
    editions
}

/// What the figures of a place and a time say: one figure, the parts of one total, or several that are none.
fn reading(of_period: &[Stack], edition: usize) -> Reading {
    let is_whole = |stack: &&Stack| matches!(stack.points[..], [(ref point, None)] if point.value.is_some());
    let mut whole = of_period.iter().filter(is_whole);
    // A total that was published goes before its parts.
    let of_period = match (whole.next(), whole.next()) {
        (Some(only), None) => std::slice::from_ref(only),
        _ => of_period,
    };
    let points = || of_period.iter().flat_map(|stack| &stack.points).map(|(point, _)| point);
    let values: Vec<(f64, Qualifier)> =
        points().filter_map(|point| Some((point.value?, point.qualifier))).collect();
    let is_partial = of_period.iter().any(|stack| !stack.missing.is_empty())
        || values.len() < points().count() && !values.is_empty();
    let amount = match (&values[..], of_period) {
        ([], _) => Amount::Missing,
        ([(value, qualifier)], [_]) if !is_partial => Amount::Value(*value, *qualifier),
        ([(value, qualifier)], [_]) if *value >= 0.0 && is_lower_bound(*qualifier) => {
            // The other parts are not known: there is at least this one.
            Amount::Value(*value, Qualifier::AtLeast)
        }
        (several, [stack]) if several.len() > 1 => {
            let qualifier = stacks::qualifier_of_sum(several.iter().map(|(_, qualifier)| *qualifier));
            let exact = stacks::exact_sum(several.iter().map(|(value, _)| *value));
            match exact.or_else(|| stack.total()) {
                Some(total) if is_partial => Amount::Value(total, at_least(qualifier)),
                Some(total) => Amount::Value(total, qualifier),
                None => Amount::Apart(values.clone()),
            }
        }
        _ => Amount::Apart(values.clone()),
    };
    Reading { amount, figures: points().map(|point| point.of.clone()).collect(), edition }
}

/// Whether what lacks parts is still a lower bound of the whole.
fn is_lower_bound(qualifier: Qualifier) -> bool {
    !matches!(qualifier, Qualifier::UpTo | Qualifier::Forecast)
}

fn at_least(qualifier: Qualifier) -> Qualifier {
    if is_lower_bound(qualifier) { Qualifier::AtLeast } else { qualifier }
}
