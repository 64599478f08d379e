//! Where places stand on a map: an equirectangular projection with one scale for both axes. Far from the equator degrees of
//! longitude are as short as they are in the middle of the map.

use super::coastline::{CoastLine, coastline};

/// A point on a map: to the right, and downwards.
pub(crate) type Point = (f64, f64);

/// Degrees between the outermost places and the edge.
const MARGIN: f64 = 2.0;
/// The least that a map shows, in degrees of latitude.
const LEAST: f64 = 20.0;
/// From this latitude on degrees of longitude are drawn shorter.
const HIGH: f64 = 50.0;
/// How short they get at most: at the poles places would else stand on each other.
const SHORTEST: f64 = 0.1;

/// The part of the earth that a map has to show.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Frame {
    /// Longitude and latitude of its middle.
    middle: (f64, f64),
    /// How long a degree of longitude is, in degrees of latitude.
    shrink: f64,
    /// Width and height, in degrees of latitude.
    size: (f64, f64),
}

/// A longitude between −180 and 180 degrees.
fn wrapped(longitude: f64) -> f64 {
    (longitude + 180.0).rem_euclid(360.0) - 180.0
}

impl Frame {
    /// All these places with some room around them, on the shorter side of the earth; none without a place.
    pub(crate) fn of(places: &[(f64, f64)]) -> Option<Self> {
        let mut longitudes: Vec<f64> = places.iter().map(|place| wrapped(place.0)).collect();
        longitudes.sort_by(f64::total_cmp);
        let (first, last) = (*longitudes.first()?, *longitudes.last()?);
        // It begins after the widest gap between places.
        let gap = |place: usize| match place {
            0 => first + 360.0 - last,
            _ => longitudes[place] - longitudes[place - 1],
        };
        let begins =
            (0..longitudes.len()).fold(0, |most, place| if gap(place) > gap(most) { place } else { most });
        let width = 360.0 - gap(begins);
        let latitudes = || places.iter().map(|place| place.1);
        let (south, north) = (latitudes().fold(90.0, f64::min), latitudes().fold(-90.0, f64::max));
        let latitude = f64::midpoint(south, north);
        let shrink = if latitude.abs() > HIGH { latitude.to_radians().cos().max(SHORTEST) } else { 1.0 };
        let size = |degrees: f64| (degrees + 2.0 * MARGIN).max(LEAST);
        Some(Self {
            middle: (wrapped(longitudes[begins] + width / 2.0), latitude),
            shrink,
            size: (size(width * shrink), size(north - south)),
        })
    }

    /// How it is drawn on a canvas: whole, and as large as that allows.
    pub(crate) fn on(&self, canvas: (f64, f64)) -> Projection {
        let scale = (canvas.0 / self.size.0).min(canvas.1 / self.size.1);
        Projection { frame: *self, canvas, scale }
    }
}

/// A map on a canvas.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Projection {
    frame: Frame,
    /// Its width and height.
    canvas: (f64, f64),
    /// The length of a degree of latitude.
    scale: f64,
}

impl Projection {
    /// Where a place stands.
    pub(crate) fn place(&self, (longitude, latitude): (f64, f64)) -> Point {
        self.at(wrapped(longitude - self.frame.middle.0), latitude)
    }

    /// The same by how far it is to the east of the middle.
    fn at(&self, east: f64, latitude: f64) -> Point {
        let x = east * self.frame.shrink * self.scale + self.canvas.0 / 2.0;
        let y = (self.frame.middle.1 - latitude) * self.scale + self.canvas.1 / 2.0;
        (x, y)
    }

    /// The coast in sight, as lines that end at the edge of the canvas; without what is smaller than `least` both ways.
    pub(crate) fn coast(&self, least: f64) -> Vec<Vec<Point>> {
        let mut lines = Vec::new();
        // Half the earth on either side of the middle, and no more: nothing is there twice.
        let half = self.canvas.0 / 2.0;
        let reach = (180.0 * self.frame.shrink * self.scale).min(half);
        let sides = (half - reach, half + reach);
        for line in coastline() {
            let size = |(from, to): (f64, f64)| (to - from) * self.scale;
            if size(line.longitudes) * self.frame.shrink < least && size(line.latitudes) < least {
                continue;
            }
            for turn in [-360.0, 0.0, 360.0] {
                self.add(line, turn - self.frame.middle.0, sides, &mut lines);
            }
        }
        lines
    }

    /// Adds what is in sight of a line, moved by so many degrees to the east.
    fn add(&self, line: &CoastLine, by: f64, sides: (f64, f64), lines: &mut Vec<Vec<Point>>) {
        let (left, top) = self.at(line.longitudes.0 + by, line.latitudes.1);
        let (right, bottom) = self.at(line.longitudes.1 + by, line.latitudes.0);
        if right < sides.0 || left > sides.1 || bottom < 0.0 || top > self.canvas.1 {
            return;
        }
        let place = |point: &(f64, f64)| self.at(point.0 + by, point.1);
        let mut open: Vec<Point> = Vec::new();
        for pair in line.points.windows(2) {
            let (from, to) = (place(&pair[0]), place(&pair[1]));
            let Some((start, end)) = clipped((from, to), sides, (0.0, self.canvas.1)) else {
                finish(&mut open, lines);
                continue;
            };
            if open.last() != Some(&start) {
                finish(&mut open, lines);
                open.push(start);
            }
            open.push(end);
        }
        finish(&mut open, lines);
    }
}

fn finish(open: &mut Vec<Point>, lines: &mut Vec<Vec<Point>>) {
    if open.len() > 1 {
        lines.push(std::mem::take(open));
    } else {
        open.clear();
    }
}

/// The part of a straight line that lies in a rectangle, between its left and right sides and its upper and lower ends
/// (Liang–Barsky); none where it passes by.
pub(crate) fn clipped(
    ((x1, y1), (x2, y2)): (Point, Point),
    sides: (f64, f64),
    ends: (f64, f64),
) -> Option<(Point, Point)> {
    let (dx, dy) = (x2 - x1, y2 - y1);
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (change, room) in [(-dx, x1 - sides.0), (dx, sides.1 - x1), (-dy, y1 - ends.0), (dy, ends.1 - y1)] {
        if change == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if change < 0.0 {
            from = from.max(room / change);
        } else {
            to = to.min(room / change);
        }
    }
    let at = |share: f64| {
        if share <= 0.0 {
            (x1, y1)
        } else if share >= 1.0 {
            (x2, y2)
        } else {
            (x1 + share * dx, y1 + share * dy)
        }
    };
    (from <= to).then(|| (at(from), at(to)))
}
