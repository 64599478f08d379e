//! Where the circles and words of a map stand: each beside its place, tied to it by a leader, and nothing on anything else.
//! It is done on a grid of cells, each of two by four dots, which are squares; the screen and documents use the same.

mod counts;
mod geometry;
mod ground;
mod search;
mod shapes;

use counts::Counts;
use geometry::{Segment, passes};
use search::{COVERED, Search};

pub(crate) use geometry::{Area, CELL, Circle, Point, cell, dots};
pub(crate) use ground::Ground;

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
