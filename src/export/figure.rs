//! Figures as a document draws them.

use chrono::NaiveDate;

use crate::dossier::chart::Chart;
use crate::dossier::projection::Frame;

/// Figures drawn.
pub(super) struct Figure {
    /// What it is found by.
    pub anchor: String,
    /// What it shows.
    pub title: String,
    /// The same at more length, for who does not see it.
    pub description: String,
    /// The unit of the values.
    pub unit: String,
    /// Who published them, and their unit.
    pub source: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// What has to be said of how it is drawn.
    pub notes: Vec<String>,
}

/// What is drawn.
pub(super) enum Drawing {
    /// Figures on a time axis.
    Time(TimeChart),
    /// Bars.
    Bars(BarChart),
    /// Events on a time axis.
    Lanes(LanesChart),
    /// Places on a map.
    Map(MapChart),
}

/// Events on a time axis, in lanes.
pub(super) struct LanesChart {
    /// What the lanes are called, from the top.
    pub lanes: Vec<String>,
    /// The kinds of events there are, and what each is called.
    pub kinds: Vec<(&'static str, String)>,
    /// The events, in the order of time.
    pub marks: Vec<LaneMark>,
    /// The days that the axis shows, at least.
    pub range: (NaiveDate, NaiveDate),
    /// When the article was published, where that has a rule on the axis.
    pub article: Option<ArticleDay>,
}

/// An event on a time axis.
pub(super) struct LaneMark {
    /// Which lane it is in.
    pub lane: usize,
    /// Its kind.
    pub kind: &'static str,
    /// The day it is marked at.
    pub day: NaiveDate,
    /// What it takes of the axis, if that is more than a day.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// Whether it may have been earlier, or later.
    pub is_open: (bool, bool),
    /// Whether it is named, as far as there is room.
    pub is_main: bool,
    /// Its place in the order in which events are named.
    pub rank: usize,
    /// Its name there.
    pub label: String,
    /// All that it says.
    pub title: String,
    /// What its entry is found by; none where there is no entry.
    pub anchor: Option<String>,
}

/// Figures of places, as circles on a coastline.
pub(super) struct MapChart {
    /// The part of the earth that it shows.
    pub frame: Frame,
    /// The largest figure, which has the largest circle.
    pub most: f64,
    /// What the signs mean, in a line.
    pub key: String,
    /// The places with circles, the largest first.
    pub cities: Vec<City>,
    /// Places where no figure was found, and those that are too many for circles.
    pub others: Vec<OtherPlace>,
}

/// A place with its figures.
pub(super) struct City {
    /// Longitude and latitude.
    pub coordinates: (f64, f64),
    /// What it is called.
    pub name: String,
    /// Its circles.
    pub circles: Vec<CityCircle>,
    /// Its values with their signs, `● 401 H2 24`.
    pub values: Vec<String>,
}

/// A circle whose area is a value.
pub(super) struct CityCircle {
    /// Its value.
    pub value: f64,
    /// Whether it is only planned.
    pub is_hollow: bool,
    /// All that it says.
    pub title: String,
    /// What its figure is found by.
    pub anchor: String,
}

/// A place without a circle.
pub(super) struct OtherPlace {
    /// Longitude and latitude.
    pub coordinates: (f64, f64),
    /// What it is called.
    pub name: String,
    /// Whether a figure was looked for and not found.
    pub is_missing: bool,
}

/// Figures on a time axis: lines, or the columns of one line.
pub(super) struct TimeChart {
    /// The lines.
    pub chart: Chart,
    /// Whether they are columns.
    pub has_columns: bool,
    /// What each line is called, in its order.
    pub names: Vec<String>,
    /// What each point says, in the order of lines and points.
    pub points: Vec<Vec<PointWords>>,
    /// The days that the axis shows, at least.
    pub range: (NaiveDate, NaiveDate),
    /// When the article was published, where that has a rule on the axis.
    pub article: Option<ArticleDay>,
}

/// What a point says.
pub(super) struct PointWords {
    /// Its value and how it is meant, without its unit.
    pub value: String,
    /// All that it says: place, period, part, value.
    pub title: String,
}

/// The day of the article.
pub(super) struct ArticleDay {
    /// The first and last day that it may be.
    pub days: (NaiveDate, NaiveDate),
    /// What stands at its rule.
    pub label: String,
}

/// Bars from zero, in groups.
pub(super) struct BarChart {
    /// What the parts of a bar are called, in their order; none where no bar is divided.
    pub parts: Vec<String>,
    /// The groups, at least one.
    pub groups: Vec<BarGroup>,
    /// How many more places have figures.
    pub more_places: usize,
    /// How many older bars the places that are drawn have.
    pub older: usize,
}

/// Bars of one place.
pub(super) struct BarGroup {
    /// Why it does not compare with the groups above it, where it does not.
    pub note: Option<&'static str>,
    /// The place; none where the series names none.
    pub name: Option<String>,
    /// The bars, in order of time.
    pub bars: Vec<Bar>,
}

/// The figures of a place and a period.
pub(super) struct Bar {
    /// The period.
    pub period: String,
    /// What is drawn from zero, one after the other; none where no figure was found.
    pub segments: Vec<Segment>,
    /// Whether it is only a bound: a lower one, or an upper one.
    pub bound: Option<Bound>,
    /// The values in words: `434 + 1,232 = 1,666`.
    pub words: String,
}

/// A value in a bar.
pub(super) struct Segment {
    /// Which part it is, of those of the chart.
    pub part: usize,
    /// Its value.
    pub value: f64,
    /// All that it says.
    pub title: String,
}

/// What a value that is only a bound says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bound {
    /// The figure is not below it.
    Lower,
    /// The figure is not above it.
    Upper,
}
