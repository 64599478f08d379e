//! What a map shows, before it is drawn: figures of places, those that are there and those that are planned, by the editions
//! in which they were published.

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::chart::Chart;
use super::stacks::{self, Points, Stack};
use super::{Dossier, Id, Qualifier, Ref, Series, SeriesKind, When};

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
        let of_stocks: HashSet<&Id> = stocks().map(|series| &series.id).collect();
        // The first that is planned for each.
        let mut planned_of: HashMap<&Id, &Id> = HashMap::new();
        for series in stocks() {
            if let Some(of) = &series.planned_for {
                planned_of.entry(of).or_insert(&series.id);
            }
        }
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
                let of = series.planned_for.as_ref().filter(|id| of_stocks.contains(id));
                let measures = match of.map(|of| planned_of.get(of) == Some(&&series.id)) {
                    // It stands beside the series that it is planned for.
                    Some(true) => return None,
                    Some(false) => Self { running: None, planned: Some(series.id.clone()) },
                    None if series.planned_for.is_some() => {
                        Self { running: None, planned: Some(series.id.clone()) }
                    }
                    None => Self {
                        running: Some(series.id.clone()),
                        planned: planned_of.get(&series.id).map(|planned| (*planned).clone()),
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

/// Which of some figures are our sums of the parts that were published.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sums {
    /// None of them.
    None,
    /// Some; the others were published as they are.
    Some,
    /// All of them.
    All,
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
    /// Figures that do not make one total, or a part of one whose other parts are not known.
    Apart {
        /// The figures, at least one.
        values: Vec<(f64, Qualifier)>,
        /// Whether another was looked for and not found.
        lacks_found: bool,
        /// Whether another is there only in other editions.
        lacks_published: bool,
    },
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
        matches!(self, Self::Value(..) | Self::Apart { .. })
    }

    /// Whether it is, or lacks, what was looked for and not found.
    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Self::Missing | Self::Apart { lacks_found: true, .. })
    }

    /// Whether it lacks what is published only in other editions.
    pub(crate) fn lacks_published(&self) -> bool {
        matches!(self, Self::Apart { lacks_published: true, .. })
    }

    /// The same, or whether nothing of it was published.
    pub(crate) fn is_unpublished(&self) -> bool {
        *self == Self::None || self.lacks_published()
    }

    /// The figures that it says.
    pub(crate) fn values(&self) -> impl Iterator<Item = f64> {
        let (one, several) = match self {
            Self::Value(value, _) => (Some(*value), &[][..]),
            Self::Apart { values, .. } => (None, &values[..]),
            Self::None | Self::Missing => (None, &[][..]),
        };
        one.into_iter().chain(several.iter().map(|(value, _)| *value))
    }
}

/// What was published of a place in an edition.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Reading {
    /// How much it is.
    pub amount: Amount,
    /// What it is our sum of, at least two; empty where it was published as it is.
    pub parts: Vec<(f64, Qualifier)>,
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

    /// Whether it has a figure in an edition.
    pub(crate) fn is_known(&self, edition: Option<usize>) -> bool {
        Measure::ALL.into_iter().any(|measure| self.amount(measure, edition).is_known())
    }

    /// Whether a figure was looked for and not found.
    pub(crate) fn is_missing(&self, edition: Option<usize>) -> bool {
        Measure::ALL.into_iter().any(|measure| *self.amount(measure, edition) == Amount::Missing)
    }

    /// What both measures say in an edition.
    pub(crate) fn readings_in(&self, edition: Option<usize>) -> impl Iterator<Item = &Reading> {
        Measure::ALL.into_iter().filter_map(move |measure| self.reading(measure, edition))
    }

    /// The largest circle that it has of a measure in any edition.
    pub(crate) fn largest_ever(&self, measure: Measure) -> Option<f64> {
        self.readings_of(measure).iter().filter_map(|reading| reading.amount.drawn()).reduce(f64::max)
    }

    /// Whether it has a figure in any edition.
    pub(crate) fn is_ever_known(&self) -> bool {
        self.most.is_some()
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
    /// A figure of that time: one whose date is as certain as any.
    pub figure: Ref,
}

/// The most places that have circles: of more one would see none.
pub(crate) const MOST_CIRCLES: usize = 12;

/// How the places that have coordinates are drawn, by their numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Choice {
    /// With circles and words: those with the largest, the largest first.
    pub circled: Vec<usize>,
    /// The others with figures.
    pub uncircled: Vec<usize>,
    /// Those without a figure.
    pub unknown: Vec<usize>,
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
    /// Of each measure the figures of a time that is not known.
    pub undated: [Vec<Ref>; 2],
    /// The largest figure of all places that are drawn, in all editions and both measures; 0 without one.
    pub most: f64,
}

impl Map {
    /// All figures of these measures, or only those of a time after the article, or perhaps after it.
    pub(crate) fn of(dossier: &Dossier, measures: Measures, only_after: bool) -> Self {
        let series = [&measures.running, &measures.planned].map(|id| dossier.series_by_id(id.as_ref()?));
        let mut undated = [Vec::new(), Vec::new()];
        let mut stacked: Vec<(Measure, Id, Vec<Stack>)> = Vec::new();
        for (measure, series) in Measure::ALL.into_iter().zip(series) {
            let Some(series) = series else { continue };
            let chart = Chart::of(dossier, series, only_after);
            let (places, unplaced) = stacks_of(chart, &parts_of(dossier, series));
            stacked.extend(places.into_iter().map(|(place, stacks)| (measure, place, stacks)));
            undated[measure as usize] = unplaced;
        }
        let editions = editions(dossier, &stacked);
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
            let readings = stacks.chunk_by(|one, other| one.period == other.period);
            let mut readings: Vec<Reading> = readings
                .filter_map(|of_period| {
                    let edition = *number.get(&of_period.first()?.period)?;
                    Some(reading(of_period, edition))
                })
                .collect();
            readings.sort_by_key(|reading| reading.edition);
            places[place].readings[measure as usize] = readings;
        }
        for (measure, series) in Measure::ALL.into_iter().zip(series) {
            for id in series.iter().flat_map(|series| &series.expects) {
                let place = place_of(id, &mut places);
                places[place].is_expected[measure as usize] = true;
            }
        }
        for place in &mut places {
            place.most = place.readings().flat_map(|reading| reading.amount.values()).reduce(f64::max);
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

    /// Which figures of a measure that an edition shows are our sums of their parts.
    pub(crate) fn sums(&self, measure: Measure, edition: Option<usize>) -> Sums {
        let readings = self.places.iter().filter_map(|place| place.reading(measure, edition));
        let known = readings.filter(|reading| reading.amount.is_known());
        let (sums, published): (Vec<&Reading>, Vec<&Reading>) =
            known.partition(|reading| !reading.parts.is_empty());
        match (sums.is_empty(), published.is_empty()) {
            (true, _) => Sums::None,
            (false, true) => Sums::All,
            (false, false) => Sums::Some,
        }
    }

    /// Whether the figures that are shown are from different times: what was published last of each place may be.
    pub(crate) fn is_of_several_times(&self, edition: Option<usize>) -> bool {
        let shown = self.places.iter().flat_map(|place| place.readings_in(edition));
        let mut times = shown.filter(|reading| reading.amount.is_known()).map(|reading| reading.edition);
        let first = times.next();
        times.any(|time| Some(time) != first)
    }

    /// Which places are drawn in an edition, and how.
    pub(crate) fn choice(&self, edition: Option<usize>) -> Choice {
        let (mut known, unknown): (Vec<usize>, Vec<usize>) = self
            .located()
            .map(|(number, ..)| number)
            .partition(|number| self.places[*number].is_known(edition));
        let largest = |number: usize| self.places[number].largest(edition).unwrap_or(f64::NEG_INFINITY);
        // Stable: places with equal figures stay in the order of the map.
        known.sort_by(|one, other| largest(*other).total_cmp(&largest(*one)));
        let uncircled = known.split_off(known.len().min(MOST_CIRCLES));
        Choice { circled: known, uncircled, unknown }
    }

    /// The places that have coordinates, with their numbers.
    pub(crate) fn located(&self) -> impl Iterator<Item = (usize, &MapPlace, (f64, f64))> {
        let places = self.places.iter().enumerate();
        places.filter_map(|(number, place)| Some((number, place, place.coordinates?)))
    }
}

/// The figures of a place, and how many there are of a time that is not known.
type OfPlace = (Id, Vec<Stack>);

/// The parts of a series by number, in the order in which the author lists them.
fn parts_of(dossier: &Dossier, series: &Series) -> HashMap<Box<str>, usize> {
    let mut parts: HashMap<Box<str>, usize> = HashMap::new();
    for part in dossier.observations.iter().filter(|of| of.series == series.id).flat_map(|of| &of.part) {
        let next = parts.len();
        parts.entry(part.clone()).or_insert(next);
    }
    parts
}

/// The figures of each place by period, those of parts together.
fn stacks_of(chart: Chart, parts: &HashMap<Box<str>, usize>) -> (Vec<OfPlace>, Vec<Ref>) {
    let mut places: Vec<Id> = Vec::new();
    let mut known: HashMap<Id, usize> = HashMap::new();
    let mut points: Vec<Points> = Vec::new();
    for line in chart.lines {
        // What was measured nowhere in particular is on no map.
        let Some(id) = line.place else { continue };
        let part = line.part.and_then(|part| parts.get(&part).copied());
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

/// The times for which there is a figure, or one was looked for, by when they end: a level is that of the end of its time.
fn editions(dossier: &Dossier, stacked: &[(Measure, Id, Vec<Stack>)]) -> Vec<Edition> {
    let points = stacked.iter().flat_map(|(_, _, stacks)| stacks).flat_map(|stack| &stack.points);
    let editions = points.map(|(point, _)| Edition { period: point.period, figure: point.of.clone() });
    let mut editions: Vec<Edition> = editions.collect();
    editions.sort_by_cached_key(|edition| {
        let (first, last) = edition.period;
        let date = dossier.observation(&edition.figure.id).and_then(|figure| figure.date.as_ref());
        (last, first, date.map_or(0, doubts))
    });
    editions.dedup_by_key(|edition| edition.period);
    editions
}

/// How much is said against a date: that it is approximate, that it is uncertain.
pub(crate) fn doubts(date: &When) -> u8 {
    u8::from(date.is_approximate()) + u8::from(date.is_uncertain())
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
    let lacks_found = values.len() < points().count();
    let lacks_published = of_period.iter().any(|stack| !stack.missing.is_empty());
    let is_whole = !lacks_found && !lacks_published;
    let total = match of_period {
        // What is known of the parts is a total only where no other is missing.
        [stack] if is_whole => total(&values, stack),
        // The other parts are not known, but there is at least this one.
        [_] => match values[..] {
            [(value, qualifier)] if is_lower_bound(value, qualifier) => Some((value, Qualifier::AtLeast)),
            _ => None,
        },
        _ => None,
    };
    let figures = points().map(|point| point.of.clone()).collect();
    let is_sum = is_whole && total.is_some() && values.len() > 1;
    let parts = if is_sum { values.clone() } else { Vec::new() };
    let amount = match total {
        _ if values.is_empty() => Amount::Missing,
        Some((value, qualifier)) => Amount::Value(value, qualifier),
        None => Amount::Apart { values, lacks_found, lacks_published },
    };
    Reading { amount, parts, figures, edition }
}

/// What parts add up to, or the only figure as it is; none where that is not known.
fn total(values: &[(f64, Qualifier)], stack: &Stack) -> Option<(f64, Qualifier)> {
    if let [only] = values {
        return Some(*only);
    }
    let exact = stacks::exact_sum(values.iter().map(|(value, _)| *value));
    let qualifier = stacks::qualifier_of_sum(values.iter().map(|(_, qualifier)| *qualifier));
    Some((exact.or_else(|| stack.total())?, qualifier))
}

/// Whether a total is at least as much as this part of it. What is about may be less, and other parts may be below zero where
/// this one is.
fn is_lower_bound(value: f64, qualifier: Qualifier) -> bool {
    let is_lower = match qualifier {
        Qualifier::Exact | Qualifier::Rounded | Qualifier::MoreThan | Qualifier::AtLeast => true,
        Qualifier::About | Qualifier::UpTo | Qualifier::Forecast => false,
    };
    is_lower && value >= 0.0
}

#[cfg(test)]
mod tests {
    use super::{Amount, reading};
    use crate::dossier::Qualifier::{self, About, AtLeast, Exact, Forecast, MoreThan, Rounded, UpTo};
    use crate::dossier::chart::Point;
    use crate::dossier::stacks;
    use crate::dossier::{Id, Kind, Ref};

    type Figure = (Option<f64>, Qualifier);

    fn points(year: i32, parts: &[Figure]) -> Vec<(Point, Option<usize>)> {
        let day = |month, day| chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let period = (day(1, 1), day(12, 31));
        let point = |(part, (value, qualifier)): (usize, &Figure)| {
            let of = Ref::new(Kind::Observation, &Id::new(&format!("s/{year}/{part}")));
            (Point { of, period, value: *value, qualifier: *qualifier, is_unsure: false }, Some(part))
        };
        parts.iter().enumerate().map(point).collect()
    }

    /// What these parts of one year say.
    fn of(parts: &[Figure]) -> Amount {
        reading(&stacks::of_places(vec![points(2024, parts)], parts.len()).remove(0), 0).amount
    }

    /// What we added up of these parts of one year.
    fn added(parts: &[Figure]) -> Vec<(f64, Qualifier)> {
        reading(&stacks::of_places(vec![points(2024, parts)], parts.len()).remove(0), 0).parts
    }

    /// The same where the place has had another part.
    fn without_a_part(part: Figure) -> Amount {
        let mut all = points(2023, &[(Some(1.0), Exact), (Some(1.0), Exact)]);
        all.extend(points(2024, &[part]));
        let stacks = stacks::of_places(vec![all], 2).remove(0);
        let of_year: Vec<_> = stacks.into_iter().filter(|stack| stack.points.len() == 1).collect();
        reading(&of_year, 1).amount
    }

    fn apart(values: &[(f64, Qualifier)], lacks_found: bool, lacks_published: bool) -> Amount {
        Amount::Apart { values: values.to_vec(), lacks_found, lacks_published }
    }

    #[test]
    fn the_parts_of_a_total_are_added() {
        assert_eq!(of(&[(Some(226.0), Exact), (Some(822.0), Exact)]), Amount::Value(1048.0, Exact));
        assert_eq!(of(&[(Some(0.1), Exact), (Some(0.2), Rounded)]), Amount::Value(0.3, About));
        assert_eq!(of(&[(Some(5.0), UpTo)]), Amount::Value(5.0, UpTo));
        assert_eq!(of(&[(None, Exact), (None, Exact)]), Amount::Missing);
    }

    #[test]
    fn what_is_our_sum_keeps_its_parts() {
        let both = [(226.0, Exact), (822.0, Exact)];
        assert_eq!(added(&both.map(|(value, meant)| (Some(value), meant))), both);
        assert_eq!(added(&[(Some(5.0), Exact)]), [], "published as it is");
        assert_eq!(added(&[(Some(200.0), Exact), (None, Exact)]), [], "a bound is no sum");
        assert_eq!(added(&[(Some(200.0), UpTo), (Some(300.0), UpTo)]), [], "not added");
    }

    #[test]
    fn there_is_at_least_what_is_known_only_where_that_is_no_less() {
        const NOT_FOUND: Figure = (None, Exact);
        for meant in [Exact, Rounded, MoreThan, AtLeast] {
            let known = (Some(200.0), meant);
            assert_eq!(of(&[known, NOT_FOUND]), Amount::Value(200.0, AtLeast), "{meant:?}");
            assert_eq!(without_a_part(known), Amount::Value(200.0, AtLeast), "{meant:?}");
        }
        for meant in [About, UpTo, Forecast] {
            let known = (Some(200.0), meant);
            assert_eq!(of(&[known, NOT_FOUND]), apart(&[(200.0, meant)], true, false), "{meant:?}");
            assert_eq!(without_a_part(known), apart(&[(200.0, meant)], false, true), "{meant:?}");
        }
        assert_eq!(of(&[(Some(-5.0), Exact), NOT_FOUND]), apart(&[(-5.0, Exact)], true, false));
        for [one, other] in [
            [(200.0, UpTo), (300.0, UpTo)],
            [(200.0, Forecast), (300.0, Forecast)],
            [(-200.0, Exact), (300.0, Exact)],
        ] {
            let figure = |(value, meant): (f64, Qualifier)| (Some(value), meant);
            let parts = [figure(one), figure(other), NOT_FOUND];
            assert_eq!(of(&parts), apart(&[one, other], true, false), "{parts:?}");
            assert_eq!(of(&parts[..2]), apart(&[one, other], false, false), "{parts:?}");
        }
    }
}
