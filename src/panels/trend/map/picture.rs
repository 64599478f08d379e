//! What a map looks like in its cells: coast, circles, leaders, words, and where each place is found.

use ratatui::layout::Position;

use super::disc::Disc;
use crate::dossier::map::{Amount, Choice, Map, Measure};
use crate::dossier::projection::{Frame, Projection};
use crate::look::glyphs::{self, Glyph};
use crate::look::placing::{self, Area, CELL, Circle, Ground, Placed, Point};
use crate::protocol::context::Context;
use crate::protocol::maps;
use crate::protocol::multiples::Multiple;
use crate::text::width;
use crate::widgets::{braille, to_cells};

/// The largest circle, in dots of radius, as a share of the shorter side of the map.
const LARGEST: f64 = 0.105;
/// The largest circle has at least this radius, and at most this: a larger one would only hide more of the coast.
const RADII: (f64, f64) = (4.0, 14.0);
/// The most cells of a name on the map.
const NAME_CELLS: usize = 18;
/// Coast that is smaller both ways is left out, in dots.
const LEAST_COAST: f64 = 3.0;
/// What is numbered has one digit.
const MOST_NUMBERS: usize = 9;

/// A place by its number, and where it stands.
type At = (usize, Point);

/// The cells of a text, to count with.
fn cells(text: &str) -> i32 {
    i32::from(to_cells(width::cells(text)))
}

/// What a dot belongs to; a cell has the colour of what comes last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Ink {
    Coast,
    Running,
    /// Leaders, and the edges of hollow circles.
    Line,
}

/// A part of the words of a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Word {
    Name(String),
    /// The sign of a measure.
    Sign(Measure),
    Value(String),
    /// No figure was found.
    Missing(String),
}

impl Word {
    pub(super) fn text(&self, context: &Context) -> String {
        match self {
            Self::Name(text) | Self::Value(text) | Self::Missing(text) => text.clone(),
            Self::Sign(measure) => format!("{} ", context.glyph(maps::sign(*measure))),
        }
    }
}

/// Words of a place on the map, by its number.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Words {
    pub(super) place: usize,
    pub(super) area: Area,
    pub(super) lines: Vec<Vec<Word>>,
}

/// What stands at the cell of a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sign {
    /// It has figures, and a label that is tied to it.
    City,
    /// No figure was found.
    Missing,
    /// It has figures without a label, or none in this edition.
    Other,
    /// It has figures that stand only in the table, by this number.
    Number(usize),
}

impl Sign {
    pub(super) fn text(self, context: &Context) -> String {
        let glyph: Glyph = match self {
            Self::City => glyphs::CITY,
            Self::Missing => glyphs::MISSING,
            Self::Other => glyphs::NO_PERIOD,
            Self::Number(number) => return number.to_string(),
        };
        context.glyph(glyph).to_owned()
    }
}

/// A map of an edition.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Picture {
    columns: i32,
    rows: i32,
    cells: Vec<(u8, Ink)>,
    pub(super) words: Vec<Words>,
    pub(super) signs: Vec<(usize, (i32, i32), Sign)>,
    /// Where the label of a place is.
    areas: Vec<(usize, Area)>,
    circles: Vec<Circle>,
    /// How many places with figures have no circle because there are too many.
    pub(super) uncircled: usize,
    /// Whether a figure was looked for and not found, and whether one is not in this edition.
    pub(super) has_missing: bool,
    pub(super) has_none: bool,
}

/// The coast of a canvas, and where places stand on it; the same for all editions.
#[derive(Clone, Debug)]
pub(super) struct Base {
    projection: Projection,
    ground: Ground,
    columns: i32,
    rows: i32,
}

impl Base {
    pub(super) fn of(frame: &Frame, (columns, rows): (u16, u16)) -> Self {
        let (columns, rows) = (i32::from(columns), i32::from(rows));
        let size = (f64::from(columns * CELL.0), f64::from(rows * CELL.1));
        let projection = frame.on(size);
        let coast = projection.coast(LEAST_COAST);
        Self { projection, ground: Ground::new(columns, rows, &coast), columns, rows }
    }

    /// Where a place stands, within the canvas.
    fn place(&self, coordinates: (f64, f64)) -> Point {
        let (x, y) = self.projection.place(coordinates);
        let within = |at: f64, end: i32| at.clamp(0.0, f64::from(end) - 0.01);
        (within(x, self.columns * CELL.0), within(y, self.rows * CELL.1))
    }

    /// The radius of the largest circle.
    fn largest(&self) -> f64 {
        let shorter = (self.columns * CELL.0).min(self.rows * CELL.1);
        (LARGEST * f64::from(shorter)).clamp(RADII.0, RADII.1)
    }
}

impl Picture {
    /// Draws an edition, or what was published last of each place.
    pub(super) fn of(
        base: &Base,
        map: &Map,
        edition: Option<usize>,
        context: &Context,
        multiple: Multiple,
    ) -> Self {
        let measures = Measure::ALL.into_iter().filter(|measure| map.has(*measure));
        let measures: Vec<Measure> = measures.collect();
        let has = |is_so: fn(&Amount) -> bool| {
            let mut places = map.places.iter();
            places.any(|place| measures.iter().any(|measure| is_so(place.amount(*measure, edition))))
        };
        let mut picture = Self {
            columns: base.columns,
            rows: base.rows,
            cells: vec![(0, Ink::Coast); (base.columns * base.rows) as usize],
            words: Vec::new(),
            signs: Vec::new(),
            areas: Vec::new(),
            circles: Vec::new(),
            uncircled: 0,
            has_missing: has(Amount::is_missing),
            has_none: has(if edition.is_some() { Amount::is_unpublished } else { Amount::lacks_published }),
        };
        let places: Vec<(f64, f64)> = map.places.iter().filter_map(|place| place.coordinates).collect();
        // They stand before those without coordinates, so that their numbers are the same.
        let points: Vec<At> =
            places.into_iter().map(|coordinates| base.place(coordinates)).enumerate().collect();
        let Choice { circled, uncircled, unknown } = map.choice(edition);
        let [known, uncircled, others] = [circled, uncircled, unknown]
            .map(|numbers| numbers.into_iter().map(|number| points[number]).collect::<Vec<At>>());
        picture.uncircled = uncircled.len();

        // Places with figures that have no circle give way to those that have.
        let clear: &[At] = if others.len() <= placing::MOST_CLEAR { &others } else { &[] };
        let placed = picture.place_labels(base, map, edition, (&known, clear), context, multiple);
        let mut numbers = 0;
        for ((number, at), label) in known.iter().zip(&placed) {
            let sign = match label {
                // Where it lies under a circle it is seen only if that is hollow, and its edge is not in the way.
                Some(label) if label.leader.is_none() && !is_seen(label, *at) => None,
                Some(_) => Some(Sign::City),
                None if numbers < MOST_NUMBERS => {
                    numbers += 1;
                    Some(Sign::Number(numbers))
                }
                None => Some(Sign::Other),
            };
            picture.signs.extend(sign.map(|sign| (*number, placing::cell(*at), sign)));
        }
        let placed: Vec<Placed> = placed.into_iter().flatten().collect();
        let is_covered = |at: Point| placed.iter().any(|label| label.area.has(placing::cell(at)));
        let seen = uncircled.iter().filter(|(_, at)| !is_covered(*at));
        picture.signs.extend(seen.map(|(number, at)| (*number, placing::cell(*at), Sign::Other)));
        let is_missing = |number: usize| map.places[number].is_missing(edition);
        for (number, at) in others.iter().filter(|(_, at)| !is_covered(*at)) {
            let sign = if is_missing(*number) { Sign::Missing } else { Sign::Other };
            picture.signs.push((*number, placing::cell(*at), sign));
        }
        let marks: Vec<Point> = points.iter().map(|(_, at)| *at).collect();
        let missing = others.iter().copied().filter(|(number, at)| is_missing(*number) && !is_covered(*at));
        picture.name_missing(base, map, (&placed, &marks), &missing.collect::<Vec<_>>(), context);
        picture.signs.sort_by_key(|(_, _, sign)| matches!(sign, Sign::City | Sign::Number(_)));
        picture.draw_dots(base, &placed);
        picture
    }

    /// Finds a place for circles and words of these places; where there is none, for the circles and the name alone.
    fn place_labels(
        &mut self,
        base: &Base,
        map: &Map,
        edition: Option<usize>,
        (known, clear): (&[At], &[At]),
        context: &Context,
        multiple: Multiple,
    ) -> Vec<Option<Placed>> {
        let mut labels = Vec::new();
        let mut ways = Vec::new();
        for (number, at) in known {
            let place = &map.places[*number];
            let drawn = Measure::ALL.into_iter().filter_map(|measure| {
                let value = place.amount(measure, edition).drawn()?;
                Some((maps::radius(value, map.most, base.largest()), measure == Measure::Planned))
            });
            let words = ways_of(map, *number, edition, context, multiple);
            let cells_of = |_, line: &Vec<Word>| line.iter().map(|word| cells(&word.text(context))).sum();
            labels.push(maps::label(*at, drawn.collect(), &words, cells_of));
            ways.push(words);
        }
        let marks: Vec<Point> = clear.iter().map(|(_, at)| *at).collect();
        let placed = placing::place(&base.ground, &labels, &marks);
        for (((number, _), label), ways) in known.iter().zip(&placed).zip(ways) {
            let Some(label) = label else { continue };
            let lines = ways[label.way].clone();
            self.words.push(Words { place: *number, area: label.text, lines });
            self.areas.push((*number, label.area));
        }
        placed
    }

    /// Writes the names of places without a figure beside them, where that has room.
    fn name_missing(
        &mut self,
        base: &Base,
        map: &Map,
        (placed, marks): (&[Placed], &[Point]),
        missing: &[At],
        context: &Context,
    ) {
        let names: Vec<String> = missing
            .iter()
            .map(|(number, _)| {
                let name = maps::name(context, &map.places[*number]);
                context.truncate(&name, NAME_CELLS).into_owned()
            })
            .collect();
        let words: Vec<(Point, i32)> =
            missing.iter().zip(&names).map(|((_, at), name)| (*at, cells(name))).collect();
        let areas = placing::beside(&base.ground, placed, marks, &words);
        for (((number, _), name), area) in missing.iter().zip(names).zip(areas) {
            let Some(area) = area else { continue };
            self.words.push(Words { place: *number, area, lines: vec![vec![Word::Missing(name)]] });
            self.areas.push((*number, area));
        }
    }

    fn draw_dots(&mut self, base: &Base, placed: &[Placed]) {
        for y in 0..self.rows * CELL.1 {
            for x in 0..self.columns * CELL.0 {
                if base.ground.is_coast((x, y)) {
                    self.set((x, y), Ink::Coast);
                }
            }
        }
        // Words stand apart from the coast on either side of them.
        let apart = |area: Area| Area { x: area.x - 1, width: area.width + 2, ..area };
        let words = self.words.iter().map(|words| apart(words.area));
        let areas: Vec<Area> = placed.iter().map(|label| label.area).chain(words).collect();
        for area in &areas {
            self.clear(area);
        }
        for label in placed {
            for dot in label.leader.into_iter().flat_map(placing::dots) {
                self.set(dot, Ink::Line);
            }
            self.clear(&label.text);
        }
        self.circles = placed.iter().flat_map(|label| label.circles.iter().copied()).collect();
        for circle in self.circles.clone() {
            let disc = Disc::of(circle.radius);
            let middle = (circle.middle.0.floor() as i32, circle.middle.1.floor() as i32);
            let at = |(x, y): (i32, i32)| (middle.0 + x, middle.1 + y);
            if circle.is_hollow {
                disc.ring().for_each(|dot| self.set(at(dot), Ink::Line));
            } else {
                disc.dots.iter().for_each(|dot| self.set(at(*dot), Ink::Running));
            }
        }
        let signs: Vec<(i32, i32)> = self.signs.iter().map(|(_, cell, _)| *cell).collect();
        for (x, y) in signs {
            self.clear(&Area { x, y, width: 1, height: 1 });
        }
    }

    fn index(&self, (x, y): (i32, i32)) -> Option<usize> {
        let is_inside = (0..self.columns).contains(&x) && (0..self.rows).contains(&y);
        is_inside.then(|| (y * self.columns + x) as usize)
    }

    fn set(&mut self, (x, y): (i32, i32), ink: Ink) {
        if let Some(index) = self.index((x.div_euclid(CELL.0), y.div_euclid(CELL.1))) {
            let (bits, last) = &mut self.cells[index];
            *bits |= braille::bit(x, y);
            *last = (*last).max(ink);
        }
    }

    fn clear(&mut self, area: &Area) {
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                if let Some(index) = self.index((x, y)) {
                    self.cells[index] = (0, Ink::Coast);
                }
            }
        }
    }

    /// The cells that have dots, each with what they belong to.
    pub(super) fn dots(&self) -> impl Iterator<Item = ((i32, i32), char, Ink)> {
        self.cells.iter().enumerate().filter(|(_, (bits, _))| *bits != 0).map(|(index, (bits, ink))| {
            let columns = self.columns.unsigned_abs() as usize;
            let cell = (i32::from(to_cells(index % columns)), i32::from(to_cells(index / columns)));
            (cell, braille::sign(*bits), *ink)
        })
    }

    /// The circles, in dots.
    #[cfg(test)]
    pub(super) fn circles(&self) -> impl Iterator<Item = &Circle> {
        self.circles.iter()
    }

    /// The circles of a place.
    #[cfg(test)]
    pub(super) fn circles_of(&self, place: usize) -> impl Iterator<Item = &Circle> {
        let area = self.areas.iter().find(|(of, _)| *of == place).map(|(_, area)| *area);
        let is_own = move |circle: &&Circle| area.is_some_and(|area| area.has(placing::cell(circle.middle)));
        self.circles.iter().filter(is_own)
    }

    /// The place whose sign or label is at a cell of the map.
    pub(super) fn hit_test(&self, position: Position) -> Option<usize> {
        let cell = (i32::from(position.x), i32::from(position.y));
        let at_sign = self.signs.iter().find(|(_, sign, _)| *sign == cell).map(|(number, ..)| *number);
        at_sign.or_else(|| self.areas.iter().find(|(_, area)| area.has(cell)).map(|(number, _)| *number))
    }

    /// The number that stands on the map for a place.
    pub(super) fn number(&self, place: usize) -> Option<usize> {
        self.signs.iter().find_map(|(of, _, sign)| match sign {
            Sign::Number(number) if *of == place => Some(*number),
            _ => None,
        })
    }
}

/// Whether a place is seen that lies under one of its circles.
fn is_seen(label: &Placed, at: Point) -> bool {
    let mut circles = label.circles.iter().filter(|circle| circle.distance(at) <= 0.0);
    circles.all(|circle| circle.is_hollow && circle.distance(at) < -f64::from(CELL.1))
}

/// The ways to write the words of a place: its values in one line or in two, and its name alone.
fn ways_of(
    map: &Map,
    number: usize,
    edition: Option<usize>,
    context: &Context,
    multiple: Multiple,
) -> Vec<Vec<Vec<Word>>> {
    let place = &map.places[number];
    let name = maps::name(context, place).to_uppercase();
    let name = vec![Word::Name(context.truncate(&name, NAME_CELLS).into_owned())];
    let values: Vec<Vec<Word>> = maps::values(context, map, multiple, place, edition)
        .into_iter()
        .map(|(measure, text)| {
            let value = if *place.amount(measure, edition) == Amount::Missing {
                Word::Missing(text)
            } else {
                Word::Value(text)
            };
            vec![Word::Sign(measure), value]
        })
        .collect();
    let gap = || Word::Value("  ".to_owned());
    maps::ways(&name, &values, |values| {
        let with_gap = |(place, value): (usize, &Vec<Word>)| -> Vec<Word> {
            (place > 0).then(gap).into_iter().chain(value.iter().cloned()).collect()
        };
        values.iter().enumerate().flat_map(with_gap).collect()
    })
}
