//! Circles on a coastline: the same rules as on the screen, on a grid of cells as large as letters.

use std::fmt::Write as _;

use super::canvas::{Anchor, Canvas, Label};
use super::{CircleMark, Mark, Picture, shape};
use crate::dossier::projection::Projection;
use crate::export::figure::{City, MapChart, OtherPlace};
use crate::look::placing::{self, Area, CELL, Ground, Placed, Point};
use crate::protocol::maps;
use crate::text::{width, wrap};

/// The rows of the map: on a desk, and on a phone.
const ROWS: (i32, i32) = (25, 29);
/// The largest circle, in dots.
const LARGEST: f64 = 9.0;
/// Coast that is smaller both ways is left out, in dots.
const LEAST_COAST: f64 = 1.5;
/// How far the coast is off at most where it is made simpler, in dots.
const TOLERANCE: f64 = 0.15;
/// Between values in a line.
const BETWEEN: &str = " · ";
/// The most cells of a name.
const NAME_CELLS: usize = 22;

/// The grid on which the map is laid out.
struct Grid {
    columns: i32,
    rows: i32,
    /// The length of a dot.
    dot: f64,
    /// Where the map begins.
    top: f64,
}

impl Grid {
    fn of(canvas: &Canvas, top: f64) -> Self {
        let dot = canvas.text_width("0") / f64::from(CELL.0);
        let columns = (canvas.width / dot / f64::from(CELL.0)) as i32;
        Self { columns, rows: if canvas.is_wide { ROWS.0 } else { ROWS.1 }, dot, top }
    }

    fn at(&self, (x, y): Point) -> Point {
        (x * self.dot, self.top + y * self.dot)
    }

    /// Where a line of text begins, by its cell.
    fn base_line(&self, x: i32, y: i32) -> Point {
        self.at((f64::from(x * CELL.0), (f64::from(y) + 0.74) * f64::from(CELL.1)))
    }

    fn size(&self) -> Point {
        (f64::from(self.columns * CELL.0), f64::from(self.rows * CELL.1))
    }
}

/// The picture of a map at a size.
pub(super) fn picture(chart: &MapChart, canvas: &Canvas) -> Picture {
    let mut picture = Picture::default();
    let mut top = 2.0;
    lines_of(&chart.key, canvas, &mut top, &mut picture);
    let grid = Grid::of(canvas, top + 4.0);
    let projection = chart.frame.on(grid.size());
    let coast = projection.coast(LEAST_COAST);
    let ground = Ground::new(grid.columns, grid.rows, &coast);
    picture.path("coast", coast_path(&coast, &grid));
    picture.height = grid.at(grid.size()).1;

    let seats = Seats::of(chart, &grid, &projection);
    let labels: Vec<placing::Label> =
        chart.cities.iter().zip(&seats.cities).map(|(city, at)| label(city, chart, *at)).collect();
    let missing = chart.others.iter().zip(&seats.others).filter(|(place, _)| place.is_missing);
    let missing: Vec<Point> = missing.map(|(_, at)| *at).collect();
    let placed = placing::place(&ground, &[], &labels, &missing);
    let mut unplaced = Vec::new();
    for ((city, label), placed) in chart.cities.iter().zip(&labels).zip(&placed) {
        match placed {
            Some(placed) => draw_city(city, placed, &grid, &mut picture),
            None => unplaced.push((city, label.at)),
        }
    }
    let known: Vec<Placed> = placed.into_iter().flatten().collect();
    draw_others(chart, (&ground, &known, &seats), &grid, &mut picture);
    for (number, (city, at)) in (1..).zip(unplaced) {
        let (x, y) = grid.at(at);
        let number = number.to_string();
        picture
            .labels
            .push(Label::new(x, y + canvas.font * 0.35, Anchor::Middle, &*number).with_class("place"));
        let words = format!("{number} {}: {}", city.name, city.values.join(", "));
        let mut bottom = picture.height;
        lines_of(&words, canvas, &mut bottom, &mut picture);
        picture.height = bottom;
    }
    picture
}

/// Where the sign of each place stands, none behind another.
struct Seats {
    cities: Vec<Point>,
    others: Vec<Point>,
}

impl Seats {
    fn of(chart: &MapChart, grid: &Grid, projection: &Projection) -> Self {
        let cities = chart.cities.iter().map(|city| city.coordinates);
        let others = || chart.others.iter().enumerate();
        // Those without a figure have only their sign: they have one before those that have a dot.
        let (missing, dots): (Vec<_>, Vec<_>) = others().partition(|(_, place)| place.is_missing);
        let order: Vec<usize> = missing.into_iter().chain(dots).map(|(number, _)| number).collect();
        let coordinates = cities.chain(order.iter().map(|number| chart.others[*number].coordinates));
        let exact: Vec<Point> = coordinates.map(|coordinates| projection.place(coordinates)).collect();
        let seats = placing::seats(&exact, grid.columns, grid.rows);
        let mut cities: Vec<Point> = seats.iter().zip(&exact).map(|(seat, at)| seat.unwrap_or(*at)).collect();
        let found = cities.split_off(chart.cities.len());
        let mut others = vec![(0.0, 0.0); found.len()];
        for (number, at) in order.into_iter().zip(found) {
            others[number] = at;
        }
        Self { cities, others }
    }
}

/// A text in as many lines as it takes.
fn lines_of(text: &str, canvas: &Canvas, y: &mut f64, picture: &mut Picture) {
    let cells = (canvas.width / canvas.text_width("0")) as u16;
    for line in wrap::wrap(text, cells) {
        picture.labels.push(Label::new(1.0, *y + canvas.font, Anchor::Start, &text[line.range]));
        *y += canvas.row();
    }
}

/// What a city is called, cut where that is very long.
fn name(city: &City) -> String {
    width::truncate(&city.name, NAME_CELLS, "…").into_owned()
}

/// The ways to write a city's name and values.
fn ways(city: &City) -> Vec<Vec<String>> {
    maps::ways(&name(city), &city.values, |values| values.join(BETWEEN))
}

fn label(city: &City, chart: &MapChart, at: Point) -> placing::Label {
    // The name is bold, which is wider.
    let cells = |(row, line): (usize, &String)| {
        i32::try_from(width::cells(line) + usize::from(row == 0)).unwrap_or(i32::MAX)
    };
    let radius = |value: f64| maps::radius(value, chart.most, LARGEST);
    let circles = city.circles.iter().map(|circle| (radius(circle.value), circle.is_hollow)).collect();
    let ways = ways(city).iter().map(|lines| lines.iter().enumerate().map(cells).collect()).collect();
    maps::label(at, circles, ways)
}

fn draw_city(city: &City, placed: &Placed, grid: &Grid, picture: &mut Picture) {
    clear(&placed.area, grid, picture);
    for (circle, of) in placed.circles.iter().zip(&city.circles) {
        picture.circles.push(CircleMark {
            class: if circle.is_hollow { "ring c0" } else { "disc c0" },
            middle: grid.at(circle.middle),
            radius: circle.radius * grid.dot,
            title: of.title.clone(),
            anchor: of.anchor.clone(),
        });
    }
    if let Some((from, to)) = placed.leader {
        let (from, to) = (grid.at(from), grid.at(to));
        picture.path("leader", format!("M{:.1} {:.1}L{:.1} {:.1}", from.0, from.1, to.0, to.1));
    }
    if placed.shows_sign() {
        picture.marks.push(mark("city", grid.at(placed.at), "M0 -4l4 4l-4 4l-4 -4z", city.name.clone()));
    }
    let lines = ways(city).swap_remove(placed.way);
    for (line, row) in lines.iter().zip(0..) {
        let (x, y) = grid.base_line(placed.text.x, placed.text.y + row);
        let label = Label::new(x, y, Anchor::Start, line.clone());
        picture.labels.push(if row == 0 { label.with_class("place") } else { label });
    }
}

/// Places without circles, with their names where those have room.
fn draw_others(
    chart: &MapChart,
    (ground, placed, seats): (&Ground, &[Placed], &Seats),
    grid: &Grid,
    picture: &mut Picture,
) {
    let cells = |text: &str| i32::try_from(width::cells(text)).unwrap_or(i32::MAX);
    let Seats { cities, others } = seats;
    let marks: Vec<Point> = cities.iter().chain(others).copied().collect();
    let words: Vec<(Point, i32)> =
        chart.others.iter().zip(others).map(|(place, at)| (*at, cells(&place.name))).collect();
    let areas = placing::beside(ground, placed, &marks, &words);
    // Where no figure was found is said in any case; dots give way to circles.
    let is_covered = |(place, at): (&OtherPlace, &Point)| {
        let covers = |label: &Placed| if place.is_missing { label.text } else { label.area };
        placed.iter().any(|label| covers(label).has(placing::cell(*at)))
    };
    for ((place, at), area) in chart.others.iter().zip(others).zip(areas) {
        if is_covered((place, at)) {
            continue;
        }
        let path = if place.is_missing { shape::NONE } else { "M-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z" };
        let class = if place.is_missing { "none missing" } else { "city" };
        picture.marks.push(mark(class, grid.at(*at), path, place.name.clone()));
        let Some(area) = area.filter(|_| place.is_missing) else { continue };
        clear(&area, grid, picture);
        let (x, y) = grid.base_line(area.x, area.y);
        picture.labels.push(Label::new(x, y, Anchor::Start, place.name.clone()).with_class("day"));
    }
}

fn mark(class: &str, at: Point, path: &str, title: String) -> Mark {
    Mark { class: class.to_owned(), at, path: path.to_owned(), fill: None, title, link: None }
}

/// Hides the coast below a label.
fn clear(area: &Area, grid: &Grid, picture: &mut Picture) {
    let corner = |x: i32, y: i32| grid.at((f64::from(x * CELL.0), f64::from(y * CELL.1)));
    let (left, top) = corner(area.x, area.y);
    let (right, bottom) = corner(area.x + area.width, area.y + area.height);
    picture.path("clear", format!("M{left:.1} {top:.1}H{right:.1}V{bottom:.1}H{left:.1}z"));
}

/// The coast as a path, with a point only where the line bends.
fn coast_path(lines: &[Vec<Point>], grid: &Grid) -> String {
    let mut path = String::new();
    for line in lines {
        let points = simplified(line);
        // Tenths, so that what is rounded does not add up.
        let tenths = points.iter().map(|point| {
            let (x, y) = grid.at(*point);
            ((x * 10.0).round() as i64, (y * 10.0).round() as i64)
        });
        let mut last = None;
        for (x, y) in tenths {
            let _ = match last {
                None => write!(path, "M{} {}l", tenth(x), tenth(y)),
                Some((from_x, from_y)) if (from_x, from_y) == (x, y) => continue,
                Some((from_x, from_y)) => write!(path, "{} {} ", tenth(x - from_x), tenth(y - from_y)),
            };
            last = Some((x, y));
        }
    }
    path.trim_end().replace(" M", "M").replace(" -", "-")
}

fn tenth(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let (whole, tenth) = (number.abs() / 10, number.abs() % 10);
    match (whole, tenth) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, tenth) => format!("{sign}.{tenth}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

/// The points of a line that are needed so that none is farther off than the tolerance (Douglas and Peucker).
fn simplified(line: &[Point]) -> Vec<Point> {
    let mut kept = vec![false; line.len()];
    let mut open = vec![(0, line.len().saturating_sub(1))];
    while let Some((from, to)) = open.pop() {
        for end in [from, to] {
            if let Some(kept) = kept.get_mut(end) {
                *kept = true;
            }
        }
        let off = |place: usize| distance(line[place], (line[from], line[to]));
        let farthest =
            (from + 1..to).map(|place| (off(place), place)).max_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((_, place)) = farthest.filter(|(off, _)| *off > TOLERANCE) {
            open.extend([(from, place), (place, to)]);
        }
    }
    line.iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| *point).collect()
}

/// How far a point is from the straight line between two others.
fn distance(point: Point, (from, to): (Point, Point)) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (px, py) = (point.0 - from.0, point.1 - from.1);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { ((px * dx + py * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (px - along * dx).hypot(py - along * dy)
}
