//! Where the circles and words of a map stand: each beside its place, tied to it by a leader, and nothing on anything else.
//! It is done on a grid of cells, each of two by four dots, which are squares; the screen and documents use the same.

mod counts;
mod geometry;
mod ground;
mod search;
mod seats;
mod shapes;

use counts::Counts;
use geometry::passes;
use search::{COVERED, Search};

pub(crate) use geometry::{Area, CELL, Circle, Point, Segment, around, cell, dots};
pub(crate) use ground::Ground;
pub(crate) use seats::seats;

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

/// Where a label stands.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Placed {
    /// Where the place is.
    pub at: Point,
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

/// So large is a circle, in dots of radius, that the sign of a place on it leaves enough of it.
const LEAST_UNDER_SIGN: f64 = 4.0;

impl Placed {
    /// Whether the sign of its place is drawn: beside its circles, or on one that is large enough. A small circle that it lies
    /// under is its sign.
    pub(crate) fn shows_sign(&self) -> bool {
        let mut over = self.circles.iter().filter(|circle| circle.distance(self.at) <= 0.0);
        over.all(|circle| circle.radius >= LEAST_UNDER_SIGN)
    }
}

/// Finds a place for each label, in their order; none for what has no room. Labels at `fixed` stand already. The signs of other
/// places at `marks` stay clear; of more than [`MOST_CLEAR`] only words do, and circles may lie under them.
///
/// A label is the better the nearer it is to its place and the less coast it hides. Where there is only one, it stands on its
/// place.
pub(crate) fn place(
    ground: &Ground,
    fixed: &[&Placed],
    labels: &[Label],
    marks: &[Point],
) -> Vec<Option<Placed>> {
    let own = fixed.iter().map(|placed| placed.at).chain(labels.iter().map(|label| label.at));
    let (clear, below_words) = if marks.len() <= MOST_CLEAR { (marks, &[][..]) } else { (&[][..], marks) };
    let counts = |cells: &mut dyn Iterator<Item = (i32, i32)>| Counts::of(ground.columns, ground.rows, cells);
    let is_alone = fixed.len() + labels.len() + marks.len() == 1;
    let mut search = Search {
        ground,
        marks: counts(&mut own.chain(clear.iter().copied()).map(cell)),
        wordless: counts(&mut below_words.iter().copied().map(cell)),
        covered: if is_alone { 0.0 } else { COVERED },
        taken: fixed.iter().map(|placed| placed.area).collect(),
        leaders: fixed.iter().filter_map(|placed| placed.leader).collect(),
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

/// So many places without labels stay clear of them; more would leave no room.
const MOST_CLEAR: usize = 24;

/// Finds room for words of so many cells beside places that have no label: to the right, to the left, below, above, where
/// they hide the least coast. None for what has no room, or would stand beside the sign of another place.
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
            let own = cell(*at);
            let (x, y) = own;
            let middle = x - width / 2;
            let tries = [(x + 2, y), (x - 1 - width, y), (middle, y + 1), (middle, y - 1)];
            let areas = tries.map(|(x, y)| Area { x, y, width: *width, height: 1 });
            let is_free = |area: &&Area| {
                area.x >= 0
                    && area.x + area.width <= ground.columns
                    && (0..ground.rows).contains(&area.y)
                    && is_own(&marks, area, own)
                    && !taken.iter().any(|other| other.touches(area))
                    && !leaders.iter().any(|leader| passes(*leader, area))
            };
            let best = areas.iter().filter(is_free).min_by_key(|area| ground.coast.dots(area)).copied();
            taken.extend(best);
            best
        })
        .collect()
}

/// Whether words name the place at a cell and no other: no other sign stands where a name beside it would, and none across from
/// it where they stand above or below it.
fn is_own(marks: &Counts, words: &Area, own: (i32, i32)) -> bool {
    let beside = words.with_signs();
    let others = marks.cells(&beside) - u32::from(beside.has(own) && marks.has(own));
    let down = words.y - own.1;
    let row = |y: i32| marks.cells(&Area { y, ..*words });
    marks.cells(words) == 0 && others == 0 && (down == 0 || row(words.y + down) == 0 && row(own.1) <= 1)
}
