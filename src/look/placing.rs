//! Where the circles and words of a map stand: each beside its place, tied to it by a leader, and nothing on anything else.
//! It is done on a grid of cells, each of two by four dots, which are squares; the screen and documents use the same.

/// A point in dots: to the right, and downwards.
pub(crate) type Point = (f64, f64);
/// From one point to another.
pub(crate) type Segment = (Point, Point);

/// The dots of a cell: how many are side by side, and how many above each other.
pub(crate) const CELL: (i32, i32) = (2, 4);

/// A rectangle of cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Area {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Area {
    /// Whether a cell is in it.
    pub(crate) fn has(&self, (x, y): (i32, i32)) -> bool {
        (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height).contains(&y)
    }

    /// Whether they share a cell, or stand side by side without a blank between them.
    fn touches(&self, other: &Self) -> bool {
        self.x <= other.x + other.width
            && other.x <= self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    fn moved(self, (x, y): (i32, i32)) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }

    /// Its edges in dots: left, top, right, bottom.
    fn dots(&self) -> (f64, f64, f64, f64) {
        let (left, top) = (self.x * CELL.0, self.y * CELL.1);
        (
            f64::from(left),
            f64::from(top),
            f64::from(left + self.width * CELL.0),
            f64::from(top + self.height * CELL.1),
        )
    }

    /// The point of it that is nearest to another.
    fn nearest(&self, (x, y): Point) -> Point {
        let (left, top, right, bottom) = self.dots();
        (x.clamp(left, right), y.clamp(top, bottom))
    }
}

/// The cell that a point lies in.
pub(crate) fn cell((x, y): Point) -> (i32, i32) {
    ((x.floor() as i32).div_euclid(CELL.0), (y.floor() as i32).div_euclid(CELL.1))
}

/// The dots of a straight line, from its beginning to its end.
pub(crate) fn dots((from, to): Segment) -> impl Iterator<Item = (i32, i32)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let steps = dx.abs().max(dy.abs()).ceil().max(1.0) as i32;
    (0..=steps).map(move |step| {
        let share = f64::from(step) / f64::from(steps);
        ((from.0 + share * dx).floor() as i32, (from.1 + share * dy).floor() as i32)
    })
}

/// What labels are placed on: the coast, and the places themselves.
#[derive(Clone, Debug)]
pub(crate) struct Ground {
    columns: i32,
    rows: i32,
    coast: Counts,
}

/// Dots or cells that are set, and how many there are in any rectangle.
#[derive(Clone, Debug)]
struct Counts {
    width: i32,
    height: i32,
    /// How many there are to the left of each and above it.
    sums: Vec<u32>,
}

impl Counts {
    fn of(width: i32, height: i32, set: impl Iterator<Item = (i32, i32)>) -> Self {
        let stride = width as usize + 1;
        let mut sums = vec![0_u32; stride * (height as usize + 1)];
        for (x, y) in set.filter(|(x, y)| (0..width).contains(x) && (0..height).contains(y)) {
            sums[(y as usize + 1) * stride + x as usize + 1] = 1;
        }
        for y in 1..=height as usize {
            let mut row = 0;
            for x in 1..stride {
                row += sums[y * stride + x];
                sums[y * stride + x] = row + sums[(y - 1) * stride + x];
            }
        }
        Self { width, height, sums }
    }

    /// How many are in a rectangle, which may reach beyond the edges.
    fn within(&self, (left, top, right, bottom): (i32, i32, i32, i32)) -> u32 {
        let x = |x: i32| x.clamp(0, self.width) as usize;
        let y = |y: i32| y.clamp(0, self.height) as usize;
        let at = |x: usize, y: usize| self.sums[y * (self.width as usize + 1) + x];
        let (left, top, right, bottom) = (x(left), y(top), x(right), y(bottom));
        (at(right, bottom) + at(left, top)) - (at(left, bottom) + at(right, top))
    }

    fn has(&self, (x, y): (i32, i32)) -> bool {
        self.within((x, y, x + 1, y + 1)) > 0
    }

    /// How many cells of a rectangle.
    fn cells(&self, area: &Area) -> u32 {
        self.within((area.x, area.y, area.x + area.width, area.y + area.height))
    }

    /// How many dots in a rectangle of cells.
    fn dots(&self, area: &Area) -> u32 {
        let (left, top) = (area.x * CELL.0, area.y * CELL.1);
        self.within((left, top, left + area.width * CELL.0, top + area.height * CELL.1))
    }
}

impl Ground {
    /// A ground of so many cells with these lines of coast.
    pub(crate) fn new(columns: i32, rows: i32, coast: &[Vec<Point>]) -> Self {
        let (columns, rows) = (columns.max(0), rows.max(0));
        let lines = coast.iter().flat_map(|line| line.windows(2)).flat_map(|pair| dots((pair[0], pair[1])));
        Self { columns, rows, coast: Counts::of(columns * CELL.0, rows * CELL.1, lines) }
    }

    /// Whether a dot is coast.
    pub(crate) fn is_coast(&self, dot: (i32, i32)) -> bool {
        self.coast.has(dot)
    }
}

/// What is to be placed: the circles of a place and its words.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Label {
    /// Where the place is.
    pub at: Point,
    /// Its circles, which stand side by side: the radius of each, and whether it is hollow.
    pub circles: Vec<(f64, bool)>,
    /// The ways to write its words, each by the cells of its lines.
    pub texts: Vec<Vec<i32>>,
    /// The same in as few words as there can be, where there is no room for the others.
    pub short: Vec<i32>,
}

/// A circle, in dots.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Circle {
    pub middle: Point,
    pub radius: f64,
    pub is_hollow: bool,
}

impl Circle {
    /// How far a point is from its edge; below zero inside.
    pub(crate) fn distance(&self, (x, y): Point) -> f64 {
        (x - self.middle.0).hypot(y - self.middle.1) - self.radius
    }
}

/// Where a label stands.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Placed {
    /// All of it.
    pub area: Area,
    /// Its circles.
    pub circles: Vec<Circle>,
    /// Its words.
    pub text: Area,
    /// In which of the ways they are written; the short one comes after the others.
    pub way: usize,
    /// From the place to the nearest circle, or to the words; none where the place lies under a circle.
    pub leader: Option<Segment>,
}

/// A label by itself: circles and words from its upper left corner.
struct Shape {
    width: i32,
    height: i32,
    circles: Vec<Circle>,
    text: Area,
    way: usize,
}

/// The ways in which a label may look with some of its ways to write its words: below its circles, or to the right of them.
fn shapes<'t>(label: &Label, texts: impl Iterator<Item = (usize, &'t Vec<i32>)>) -> Vec<Shape> {
    let columns = |radius: f64| (radius + 0.5).ceil() as i32;
    let largest = label.circles.iter().map(|(radius, _)| *radius).fold(0.0, f64::max);
    let height =
        if label.circles.is_empty() { 0 } else { ((2.0 * largest + 1.0) / f64::from(CELL.1)).ceil() as i32 };
    let mut width = 0;
    let mut circles = Vec::new();
    for (radius, is_hollow) in label.circles.iter().copied() {
        width += i32::from(width > 0);
        let own = columns(radius);
        let middle = (f64::from(width * CELL.0 + own), f64::from(height * CELL.1) / 2.0);
        circles.push(Circle { middle, radius, is_hollow });
        width += own;
    }
    let mut shapes = Vec::new();
    for (way, lines) in texts {
        let text = Area {
            width: lines.iter().copied().max().unwrap_or(0),
            height: i32::try_from(lines.len()).unwrap_or(i32::MAX),
            ..Area::default()
        };
        let below = Area { y: height, ..text };
        let circles = circles.clone();
        if width == 0 {
            shapes.push(Shape { width: text.width, height: text.height, circles, text: below, way });
            continue;
        }
        let beside = Area { x: width + 1, y: (height - text.height).max(0) / 2, ..text };
        shapes.push(Shape {
            width: width.max(text.width),
            height: height + text.height,
            circles: circles.clone(),
            text: below,
            way,
        });
        shapes.push(Shape {
            width: beside.x + text.width,
            height: height.max(text.height),
            circles,
            text: beside,
            way,
        });
    }
    shapes
}

/// A leader may have so many dots across or down; a longer one does not show what it belongs to.
const LONGEST: f64 = 60.0;
/// What a dot of coast under a label costs, in dots of distance.
const COVERED: f64 = 0.9;
/// What a dot of coast costs that a leader crosses.
const CROSSED: f64 = 9.0;
/// Of places as good as each other the one whose circles are nearer is taken.
const NEARER: f64 = 0.01;

/// Finds a place for each label, in their order; none for what has no room. Other places at `marks` stay clear.
///
/// A label is the better the nearer it is to its place and the less coast it hides. Where there is only one, it stands on its
/// place.
pub(crate) fn place(ground: &Ground, labels: &[Label], marks: &[Point]) -> Vec<Option<Placed>> {
    let cells = labels.iter().map(|label| label.at).chain(marks.iter().copied()).map(cell);
    let mut search = Search {
        ground,
        marks: Counts::of(ground.columns, ground.rows, cells),
        covered: if labels.len() + marks.len() == 1 { 0.0 } else { COVERED },
        taken: Vec::new(),
        leaders: Vec::new(),
    };
    labels
        .iter()
        .map(|label| {
            let placed = search.best(label);
            if let Some(placed) = &placed {
                search.taken.push(placed.area);
                search.leaders.extend(placed.leader);
            }
            placed
        })
        .collect()
}

/// What is known while labels are placed one after the other.
struct Search<'g> {
    ground: &'g Ground,
    marks: Counts,
    covered: f64,
    taken: Vec<Area>,
    leaders: Vec<Segment>,
}

impl Search<'_> {
    fn best(&self, label: &Label) -> Option<Placed> {
        let mut best: Option<(f64, Placed)> = None;
        let last = label.texts.len();
        let mut try_all = |shapes: Vec<Shape>| {
            for shape in &shapes {
                self.try_shape(label.at, shape, &mut best);
            }
            best.is_some()
        };
        if !try_all(shapes(label, label.texts.iter().enumerate())) {
            try_all(shapes(label, std::iter::once((last, &label.short))));
        }
        best.map(|(_, placed)| placed)
    }

    /// Tries all places of a shape, from the place outwards, until all that are left are too far away.
    fn try_shape(&self, at: Point, shape: &Shape, best: &mut Option<(f64, Placed)>) {
        let (columns, rows) = (self.ground.columns - shape.width, self.ground.rows - shape.height);
        if columns < 0 || rows < 0 {
            return;
        }
        let away_down = |y: i32| {
            let top = f64::from(y * CELL.1);
            let of_circles =
                shape.circles.iter().map(|circle| (top + circle.middle.1 - at.1).abs() - circle.radius);
            of_circles.reduce(f64::min).unwrap_or_else(|| {
                let bottom = top + f64::from(shape.height * CELL.1);
                (top - at.1).max(at.1 - bottom)
            })
        };
        let away_across = |x: i32| {
            let left = f64::from(x * CELL.0);
            let of_circles =
                shape.circles.iter().map(|circle| (left + circle.middle.0 - at.0).abs() - circle.radius);
            of_circles.reduce(f64::min).unwrap_or_else(|| {
                let right = left + f64::from(shape.width * CELL.0);
                (left - at.0).max(at.0 - right)
            })
        };
        for y in outwards(rows, away_down) {
            let down = away_down(y).max(0.0);
            if down > LONGEST || best.as_ref().is_some_and(|(cost, _)| down >= *cost) {
                break;
            }
            for x in outwards(columns, away_across) {
                let across = away_across(x).max(0.0);
                let is_worse = best.as_ref().is_some_and(|(cost, _)| across.max(down) >= *cost);
                if across > LONGEST || is_worse {
                    break;
                }
                self.try_place(at, shape, (x, y), best);
            }
        }
    }

    fn try_place(&self, at: Point, shape: &Shape, by: (i32, i32), best: &mut Option<(f64, Placed)>) {
        let area = Area { x: by.0, y: by.1, width: shape.width, height: shape.height };
        let own = cell(at);
        let is_over = area.has(own);
        if self.marks.cells(&area) > u32::from(is_over && self.marks.has(own)) {
            return;
        }
        let moved = |circle: &Circle| Circle {
            middle: (circle.middle.0 + f64::from(by.0 * CELL.0), circle.middle.1 + f64::from(by.1 * CELL.1)),
            ..*circle
        };
        let text = shape.text.moved(by);
        let nearest = shape
            .circles
            .iter()
            .map(moved)
            .min_by(|one, other| one.distance(at).total_cmp(&other.distance(at)));
        let (distance, end) = if let Some(circle) = nearest {
            let distance = circle.distance(at);
            let whole = distance + circle.radius;
            let share = if whole > 0.0 { circle.radius / whole } else { 0.0 };
            let end = |from: f64, to: f64| from + (to - from) * share;
            (distance, (end(circle.middle.0, at.0), end(circle.middle.1, at.1)))
        } else {
            let end = text.nearest(at);
            ((end.0 - at.0).hypot(end.1 - at.1), end)
        };
        let is_under = distance <= 0.0;
        // A place is seen, or lies under its circle.
        if is_over && !is_under || text.has(own) {
            return;
        }
        let off = nearest.map_or(0.0, |circle| circle.distance(at) + circle.radius);
        let least =
            distance.max(0.0) + NEARER * off + self.covered * f64::from(self.ground.coast.dots(&area));
        if best.as_ref().is_some_and(|(cost, _)| least >= *cost)
            || self.taken.iter().any(|taken| taken.touches(&area))
            || self.leaders.iter().any(|leader| passes(*leader, &area))
        {
            return;
        }
        let leader = (!is_under).then_some((at, end));
        let crossed = match leader {
            Some(leader) => match self.crossed(leader, &area, &text) {
                Some(crossed) => crossed,
                None => return,
            },
            None => 0,
        };
        let cost = least + CROSSED * f64::from(crossed);
        if best.as_ref().is_none_or(|(known, _)| cost < *known) {
            let circles = shape.circles.iter().map(moved).collect();
            *best = Some((cost, Placed { area, circles, text, way: shape.way, leader }));
        }
    }

    /// How many dots of coast a leader crosses; none where it meets something that it may not.
    fn crossed(&self, leader: Segment, area: &Area, text: &Area) -> Option<u32> {
        let own = cell(leader.0);
        // Leaders from one cell begin together.
        let meets = |other: &Segment| cell(other.0) != own && meet(leader, *other);
        if self.taken.iter().any(|taken| passes(leader, taken)) || self.leaders.iter().any(meets) {
            return None;
        }
        let mut crossed = 0;
        for dot in dots(leader) {
            let cell = (dot.0.div_euclid(CELL.0), dot.1.div_euclid(CELL.1));
            if cell == own {
                continue;
            }
            // At its end it may touch the words that it leads to, where there is no circle.
            if text.has(cell) && area != text || self.marks.has(cell) {
                return None;
            }
            crossed += u32::from(!area.has(cell) && self.ground.is_coast(dot));
        }
        Some(crossed)
    }
}

/// The numbers from 0 to the last, those first that are least far away. Of two as far the lower one.
fn outwards(last: i32, away: impl Fn(i32) -> f64) -> impl Iterator<Item = i32> {
    let least = (0..=last).min_by(|one, other| away(*one).total_cmp(&away(*other))).unwrap_or(0);
    let (mut below, mut above) = (least, least + 1);
    std::iter::from_fn(move || {
        let takes_below = below >= 0 && (above > last || away(below) <= away(above));
        if takes_below {
            below -= 1;
            Some(below + 1)
        } else if above <= last {
            above += 1;
            Some(above - 1)
        } else {
            None
        }
    })
}

/// Whether a line passes through a rectangle of cells (Liang–Barsky).
fn passes(((x1, y1), (x2, y2)): Segment, area: &Area) -> bool {
    let (left, top, right, bottom) = area.dots();
    let (dx, dy) = (x2 - x1, y2 - y1);
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (change, room) in [(-dx, x1 - left), (dx, right - x1), (-dy, y1 - top), (dy, bottom - y1)] {
        if change == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if change < 0.0 {
            from = from.max(room / change);
        } else {
            to = to.min(room / change);
        }
    }
    from <= to
}

/// Whether two lines cross or touch.
fn meet((a, b): Segment, (c, d): Segment) -> bool {
    let side = |from: Point, to: Point, of: Point| {
        ((to.0 - from.0) * (of.1 - from.1) - (to.1 - from.1) * (of.0 - from.0)).signum()
    };
    side(a, b, c) * side(a, b, d) <= 0.0 && side(c, d, a) * side(c, d, b) <= 0.0
}

/// So many places without labels stay clear of them; more would leave no room.
pub(crate) const MOST_CLEAR: usize = 24;

/// Finds room for words of so many cells beside places that have no label: to the right, to the left, below, above, where
/// they hide the least coast. None for what has no room.
pub(crate) fn beside(
    ground: &Ground,
    placed: &[Placed],
    marks: &[Point],
    words: &[(Point, i32)],
) -> Vec<Option<Area>> {
    let cells = marks.iter().copied().map(cell);
    let marks = Counts::of(ground.columns, ground.rows, cells);
    let mut taken: Vec<Area> = placed.iter().map(|placed| placed.area).collect();
    let leaders: Vec<Segment> = placed.iter().filter_map(|placed| placed.leader).collect();
    words
        .iter()
        .map(|(at, width)| {
            let (x, y) = cell(*at);
            let middle = x - width / 2;
            let tries = [(x + 2, y), (x - 1 - width, y), (middle, y + 1), (middle, y - 1)];
            let areas = tries.map(|(x, y)| Area { x, y, width: *width, height: 1 });
            let is_free = |area: &&Area| {
                area.x >= 0
                    && area.x + area.width <= ground.columns
                    && (0..ground.rows).contains(&area.y)
                    && marks.cells(area) == 0
                    && !taken.iter().any(|other| other.touches(area))
                    && !leaders.iter().any(|leader| passes(*leader, area))
            };
            let best = areas.iter().filter(is_free).min_by_key(|area| ground.coast.dots(area)).copied();
            taken.extend(best);
            best
        })
        .collect()
}
