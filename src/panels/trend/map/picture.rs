//! What a map looks like in its cells: coast, circles, leaders, words, and where each place is found.

use foldhash::HashMap;
use ratatui::layout::Position;

use super::disc;
use crate::dossier::map::{Amount, Choice, MOST_CIRCLES, Map, Measure, Sums};
use crate::dossier::projection::{Frame, Projection};
use crate::look::glyphs::{self, Glyph};
use crate::look::placing::{self, Area, CELL, Circle, Ground, Label, Placed, Point, Segment};
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

/// The cells of a text, to count with.
fn cells(text: &str) -> i32 {
    i32::from(to_cells(width::cells(text)))
}

/// What a dot belongs to; a cell has the colour of what is drawn last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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
    circles: Vec<(usize, Circle)>,
    /// How many places with figures have no circle because there are too many.
    pub(super) uncircled: usize,
    /// How many places have no sign because there are too many around them.
    pub(super) crowded: usize,
    /// Whether a figure was looked for and not found, and whether one is not in this edition.
    pub(super) has_missing: bool,
    pub(super) has_none: bool,
    /// Of which measures figures are our sums.
    pub(super) sums: [Sums; 2],
    /// Whether the figures are from different times.
    pub(super) is_mixed: bool,
}

/// The coast of a canvas; the same for all editions.
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

    /// Where a place is, within the canvas.
    pub(super) fn place(&self, coordinates: (f64, f64)) -> Point {
        let (x, y) = self.projection.place(coordinates);
        let within = |at: f64, end: i32| at.clamp(0.0, f64::from(end) - 0.01);
        (within(x, self.columns * CELL.0), within(y, self.rows * CELL.1))
    }

    /// The radius of the circle of a value.
    fn radius(&self, map: &Map, value: f64) -> f64 {
        let shorter = (self.columns * CELL.0).min(self.rows * CELL.1);
        let largest = (LARGEST * f64::from(shorter)).clamp(RADII.0, RADII.1);
        maps::radius(value, map.most, largest)
    }
}

/// What a map is written in: the same for all editions.
#[derive(Clone, Copy)]
pub(super) struct Writing<'a> {
    pub(super) context: &'a Context,
    pub(super) multiple: Multiple,
}

/// Where places and their labels stand in all editions, so that nothing moves from one to the next: each place has room for the
/// largest circles and the longest words that it ever has.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// The sign of each place that has coordinates; none where there are too many around it.
    seats: Vec<Option<Point>>,
    /// Where each place is: at its sign.
    points: Vec<Point>,
    /// Where the labels of the places with the largest figures are; none where there is no room for all that they ever say.
    labels: HashMap<usize, Planned>,
}

/// Where a label stands in all editions.
#[derive(Clone, Debug)]
struct Planned {
    placed: Placed,
    /// Where the circle of each measure is.
    circles: [Option<Point>; 2],
}

impl Plan {
    pub(super) fn of(base: &Base, map: &Map, writing: Writing) -> Self {
        let exact: Vec<Point> = map.located().map(|(_, _, coordinates)| base.place(coordinates)).collect();
        let (known, never): (Vec<usize>, Vec<usize>) =
            (0..exact.len()).partition(|number| map.places[*number].is_ever_known());
        let (first, others) = known.split_at(known.len().min(MOST_CIRCLES));
        // Those with circles have the first choice, those without a figure, which have only their sign, the next.
        let order: Vec<usize> = first.iter().chain(&never).chain(others).copied().collect();
        let points: Vec<Point> = order.iter().map(|number| exact[*number]).collect();
        let mut seats = vec![None; exact.len()];
        for (number, seat) in order.iter().zip(placing::seats(&points, base.columns, base.rows)) {
            seats[*number] = seat;
        }
        let points: Vec<Point> = seats.iter().zip(exact).map(|(seat, at)| seat.unwrap_or(at)).collect();
        let labels: Vec<Label> = first
            .iter()
            .map(|number| {
                let place = &map.places[*number];
                let circles = circles_of(base, map, |measure| place.largest_ever(measure));
                maps::label(points[*number], circles, widest(map, *number, writing))
            })
            .collect();
        let marks: Vec<Point> = never.iter().map(|number| points[*number]).collect();
        let placed = placing::place(&base.ground, &[], &labels, &marks);
        let labels = first.iter().zip(placed).filter_map(|(number, placed)| {
            let placed = placed?;
            let mut middles = placed.circles.iter().map(|circle| circle.middle);
            let place = &map.places[*number];
            let circles =
                Measure::ALL.map(|measure| place.largest_ever(measure).and_then(|_| middles.next()));
            Some((*number, Planned { placed, circles }))
        });
        let labels = labels.collect();
        Self { seats, points, labels }
    }
}

#[cfg(test)]
impl Plan {
    /// Whether there is room for all that a place ever says.
    pub(super) fn has(&self, number: usize) -> bool {
        self.labels.contains_key(&number)
    }
}

impl Planned {
    /// The label in an edition: its circles as large as they are there, its words in so many cells.
    fn in_edition(&self, base: &Base, map: &Map, number: usize, edition: Option<usize>) -> Placed {
        let place = &map.places[number];
        let circles = Measure::ALL.into_iter().zip(self.circles).filter_map(|(measure, middle)| {
            let radius = base.radius(map, place.amount(measure, edition).drawn()?);
            Some(Circle { middle: middle?, radius, is_hollow: measure == Measure::Planned })
        });
        Placed { circles: circles.collect(), ..self.placed.clone() }
    }
}

/// The radii of the circles of a place, and which is hollow.
fn circles_of(base: &Base, map: &Map, value: impl Fn(Measure) -> Option<f64>) -> Vec<(f64, bool)> {
    let circles = Measure::ALL
        .into_iter()
        .filter_map(|measure| Some((base.radius(map, value(measure)?), measure == Measure::Planned)));
    circles.collect()
}

/// The cells of each line of words, in each way to write them.
fn cells_of(ways: &[Vec<Vec<Word>>], context: &Context) -> Vec<Vec<i32>> {
    let line = |line: &Vec<Word>| line.iter().map(|word| cells(&word.text(context))).sum();
    ways.iter().map(|lines| lines.iter().map(line).collect()).collect()
}

/// The same of what a place ever says: the most that it takes in any edition.
fn widest(map: &Map, number: usize, writing: Writing) -> Vec<Vec<i32>> {
    let place = &map.places[number];
    let mut editions: Vec<Option<usize>> =
        place.readings().map(|reading| Some(reading.edition)).chain([None]).collect();
    editions.sort_unstable();
    editions.dedup();
    let known = editions.into_iter().filter(|edition| place.is_known(*edition));
    let all = known.map(|edition| cells_of(&ways_of(map, number, edition, writing), writing.context));
    let widest = all.reduce(|mut most, ways| {
        for (most, lines) in most.iter_mut().zip(ways) {
            most.resize(most.len().max(lines.len()), 0);
            for (most, line) in most.iter_mut().zip(lines) {
                *most = (*most).max(line);
            }
        }
        most
    });
    widest.unwrap_or_default()
}

impl Picture {
    /// Draws an edition, or what was published last of each place.
    pub(super) fn of(base: &Base, plan: &Plan, map: &Map, edition: Option<usize>, writing: Writing) -> Self {
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
            crowded: plan.seats.iter().filter(|seat| seat.is_none()).count(),
            has_missing: has(Amount::is_missing),
            has_none: has(if edition.is_some() { Amount::is_unpublished } else { Amount::lacks_published }),
            sums: Measure::ALL.map(|measure| map.sums(measure, edition)),
            is_mixed: map.is_of_several_times(edition),
        };
        // They stand before those without coordinates, so that their numbers are the same.
        let Choice { circled, uncircled, unknown } = map.choice(edition);
        picture.uncircled = uncircled.len();
        let is_missing = |number: &usize| map.places[*number].is_missing(edition);
        let labels = picture.place_labels(base, plan, map, edition, (&circled, &unknown), writing);

        let mut numbers = 0;
        for (number, label) in &labels {
            let sign = match label {
                // A small circle that it lies under is its sign.
                Some(label) if !label.shows_sign() => None,
                Some(_) => Some(Sign::City),
                None if numbers < MOST_NUMBERS => {
                    numbers += 1;
                    Some(Sign::Number(numbers))
                }
                None => Some(Sign::Other),
            };
            picture.put_sign(plan, *number, sign);
        }
        let placed: Vec<Placed> = labels.into_iter().filter_map(|(_, label)| label).collect();
        // Places with figures that have no circle give way to those that have.
        let is_covered = |number: &usize| {
            let at = placing::cell(plan.points[*number]);
            picture.areas.iter().any(|(_, area)| area.has(at))
        };
        let seen: Vec<usize> = uncircled.into_iter().filter(|number| !is_covered(number)).collect();
        let is_written = |number: &usize| {
            let at = placing::cell(plan.points[*number]);
            picture.words.iter().any(|words| words.area.has(at))
        };
        let unknown: Vec<usize> = unknown.into_iter().filter(|number| !is_written(number)).collect();
        for number in seen {
            picture.put_sign(plan, number, Some(Sign::Other));
        }
        for number in &unknown {
            let sign = if is_missing(number) { Sign::Missing } else { Sign::Other };
            picture.put_sign(plan, *number, Some(sign));
        }
        let missing: Vec<usize> = unknown.into_iter().filter(is_missing).collect();
        picture.name_missing(base, plan, map, &placed, &missing, writing.context);
        picture.draw_dots(base, &placed);
        picture
    }

    fn put_sign(&mut self, plan: &Plan, number: usize, sign: Option<Sign>) {
        if let Some((seat, sign)) = plan.seats[number].zip(sign) {
            self.signs.push((number, placing::cell(seat), sign));
        }
    }

    /// Finds a place for circles and words of these places; where there is none, for the circles and the name alone. Those that
    /// the plan has a place for stand there.
    fn place_labels(
        &mut self,
        base: &Base,
        plan: &Plan,
        map: &Map,
        edition: Option<usize>,
        (circled, unknown): (&[usize], &[usize]),
        writing: Writing,
    ) -> Vec<(usize, Option<Placed>)> {
        let marks: Vec<Point> = unknown.iter().map(|number| plan.points[*number]).collect();
        // A sign that would be hidden by words in this edition alone: they stand elsewhere.
        let mut signs = vec![false; self.cells.len()];
        for at in &marks {
            if let Some(index) = self.index(placing::cell(*at)) {
                signs[index] = true;
            }
        }
        let hides = |placed: &Placed| {
            let Area { x, y, width, height } = placed.text.with_signs();
            let mut cells = (y..y + height).flat_map(|y| (x..x + width).map(move |x| (x, y)));
            cells.any(|cell| self.index(cell).is_some_and(|index| signs[index]))
        };
        let fixed = |number: &usize| plan.labels.get(number).filter(|planned| !hides(&planned.placed));
        let (planned, others): (Vec<usize>, Vec<usize>) =
            circled.iter().partition(|number| fixed(number).is_some());
        let ways: Vec<_> = others.iter().map(|number| ways_of(map, *number, edition, writing)).collect();
        let labels: Vec<Label> = others
            .iter()
            .zip(&ways)
            .map(|(number, ways)| {
                let place = &map.places[*number];
                let circles = circles_of(base, map, |measure| place.amount(measure, edition).drawn());
                maps::label(plan.points[*number], circles, cells_of(ways, writing.context))
            })
            .collect();
        let standing: Vec<&Placed> =
            planned.iter().filter_map(|number| Some(&fixed(number)?.placed)).collect();
        let placed = placing::place(&base.ground, &standing, &labels, &marks);
        let placed = others.into_iter().zip(placed);
        let fixed = planned.iter().filter_map(|number| {
            Some((*number, Some(fixed(number)?.in_edition(base, map, *number, edition))))
        });
        let mut all: Vec<(usize, Option<Placed>)> = fixed.chain(placed).collect();
        all.sort_by_key(|(number, _)| circled.iter().position(|other| other == number));
        for (number, label) in &mut all {
            let Some(label) = label else { continue };
            let lines = ways_of(map, *number, edition, writing).swap_remove(label.way);
            let widest =
                lines.iter().map(|line| line.iter().map(|word| cells(&word.text(writing.context))).sum());
            label.text.width = widest.max().unwrap_or(0);
            label.text.height = i32::from(to_cells(lines.len()));
            // A line from the end of the leader to a circle smaller than planned belongs to it as well.
            let end = label.leader.map_or(label.at, |(_, end)| end);
            label.area = placing::around(&label.text, &label.circles).with(placing::cell(end));
            self.words.push(Words { place: *number, area: label.text, lines });
            self.areas.push((*number, label.area));
            self.circles.extend(label.circles.iter().map(|circle| (*number, *circle)));
        }
        all
    }

    /// Writes the names of places without a figure beside them, where that has room.
    fn name_missing(
        &mut self,
        base: &Base,
        plan: &Plan,
        map: &Map,
        placed: &[Placed],
        missing: &[usize],
        context: &Context,
    ) {
        let names: Vec<String> = missing
            .iter()
            .map(|number| {
                let name = maps::name(context, &map.places[*number]);
                context.truncate(&name, NAME_CELLS).into_owned()
            })
            .collect();
        let words: Vec<(Point, i32)> =
            missing.iter().zip(&names).map(|(number, name)| (plan.points[*number], cells(name))).collect();
        let areas = placing::beside(&base.ground, placed, &plan.points, &words);
        for ((number, name), area) in missing.iter().zip(names).zip(areas) {
            let Some(area) = area.filter(|_| plan.seats[*number].is_some()) else { continue };
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
            for dot in leader_of(label).into_iter().flatten().flat_map(placing::dots) {
                self.set(dot, Ink::Line);
            }
            self.clear(&label.text);
        }
        for (_, circle) in self.circles.clone() {
            let middle = (circle.middle.0.floor() as i32, circle.middle.1.floor() as i32);
            let (dots, ink) = if circle.is_hollow {
                (disc::ring(circle.radius), Ink::Line)
            } else {
                (disc::disc(circle.radius), Ink::Running)
            };
            for (x, y) in dots {
                self.set((middle.0 + x, middle.1 + y), ink);
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
            *last = ink;
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
        self.circles.iter().map(|(_, circle)| circle)
    }

    /// The circles of a place.
    #[cfg(test)]
    pub(super) fn circles_of(&self, place: usize) -> impl Iterator<Item = &Circle> {
        self.circles.iter().filter(move |(of, _)| *of == place).map(|(_, circle)| circle)
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

/// The lines from the sign of a place to what the edition shows of it: the leader of its label, and from its end to the nearest
/// circle, which may be smaller than the one that the plan keeps room for; without a circle to the words.
fn leader_of(label: &Placed) -> [Option<Segment>; 2] {
    let from = label.leader.map_or(label.at, |(_, end)| end);
    let distance = |circle: &&Circle| circle.distance(from);
    let nearest = label.circles.iter().min_by(|one, other| distance(one).total_cmp(&distance(other)));
    let to = match nearest {
        Some(circle) if circle.distance(from) <= 0.0 => None,
        Some(circle) => Some(circle.edge_towards(from)),
        None => Some(label.text.nearest(from)),
    };
    [label.leader, to.map(|to| (from, to))]
}

/// The ways to write the words of a place: its values in one line or in two, and its name alone.
fn ways_of(
    map: &Map,
    number: usize,
    edition: Option<usize>,
    Writing { context, multiple }: Writing,
) -> Vec<Vec<Vec<Word>>> {
    let place = &map.places[number];
    let name = maps::name(context, place).to_uppercase();
    let name = vec![Word::Name(context.truncate(&name, NAME_CELLS).into_owned())];
    let values: Vec<Vec<Word>> = maps::values(context, map, multiple, (place, edition), false)
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
