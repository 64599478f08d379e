//! Names over an axis, each in a row of its own with a line down to its place: in which order from top to bottom, on which side
//! of its line each name stands, and how much of it.
//!
//! A line goes down through all rows below its name, so a name has room only up to the lines of those above it. From left to
//! right and from top to bottom names stand right of their lines; from right to left, left of them. Both are tried for every
//! way to divide the names into a left and a right part, of a few names every order, and that which cuts least is taken.

/// A name to be placed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Name {
    /// The column of its line.
    pub(super) x: u16,
    /// The cells that its forms take, the fullest first.
    pub(super) forms: [u16; 2],
}

/// Where a name stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place {
    /// Which name.
    pub(super) name: usize,
    /// The first column of its room.
    pub(super) from: u16,
    /// Whether it stands left of its line, and ends there.
    pub(super) is_left: bool,
    /// Which of its forms; the last may be cut.
    pub(super) form: usize,
    /// The cells that it may take.
    pub(super) room: u16,
}

/// Cells between a line and its name.
const APART: u16 = 1;

/// Places names, given from left to right, on so many columns, each on its side of a rule where there is room: from the top
/// row to the lowest.
pub(super) fn stack(names: &[Name], width: u16, rule: Option<u16>) -> Vec<Place> {
    let mut best: Option<(u32, Vec<Place>)> = None;
    let mut attempt = |order: &[usize]| {
        let (cost, places) = place_all(names, order, width, rule);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, places));
        }
        cost
    };
    let count = names.len();
    let mut least = u32::MAX;
    for left in (0..=count).rev() {
        let (ascending, descending) = (0..left, (left..count).rev());
        let orders: [Vec<usize>; 2] =
            [ascending.clone().chain(descending.clone()).collect(), descending.chain(ascending).collect()];
        for order in orders {
            least = least.min(attempt(&order));
        }
    }
    if least > 0 && count <= FEW {
        permute(&mut (0..count).collect::<Vec<_>>(), 0, &mut attempt);
    }
    best.map(|(_, places)| places).unwrap_or_default()
}

/// Up to so many names every order is tried.
const FEW: usize = 6;

/// Tries every order of what comes from a place on.
fn permute(order: &mut Vec<usize>, from: usize, attempt: &mut impl FnMut(&[usize]) -> u32) {
    if from == order.len() {
        attempt(order);
    }
    for other in from..order.len() {
        order.swap(from, other);
        permute(order, from + 1, attempt);
        order.swap(from, other);
    }
}

fn place_all(names: &[Name], order: &[usize], width: u16, rule: Option<u16>) -> (u32, Vec<Place>) {
    let mut lines: Vec<u16> = Vec::new();
    let mut total = 0;
    let mut places = Vec::with_capacity(order.len());
    for name in order {
        let (cost, place) = place(*name, names[*name], &lines, width, rule);
        total += cost;
        places.push(place);
        lines.push(names[*name].x);
    }
    (total, places)
}

/// The best place of a name between the lines of those above it, and what is lost there.
fn place(number: usize, name: Name, lines: &[u16], width: u16, rule: Option<u16>) -> (u32, Place) {
    let x = name.x;
    let right_end = lines.iter().copied().filter(|line| *line > x).min();
    let right_end = right_end.map_or(width, |line| line.saturating_sub(APART));
    let left_end = lines.iter().copied().filter(|line| *line < x).max().map_or(0, |line| line + 1 + APART);
    let right = x + 1 + APART;
    let left = x.saturating_sub(APART);
    // Up to the rule, and across it.
    let right_ends = [rule.filter(|rule| *rule > x).map_or(right_end, |rule| rule.min(right_end)), right_end];
    let left_ends =
        [rule.filter(|rule| *rule < x).map_or(left_end, |rule| (rule + 1).max(left_end)), left_end];
    let mut best: Option<(u32, Place)> = None;
    for (across, (right_end, left_end)) in right_ends.into_iter().zip(left_ends).enumerate() {
        for (form, cells) in name.forms.into_iter().enumerate() {
            let to_right = right_end.saturating_sub(right);
            let to_left = left.saturating_sub(left_end);
            for (room, is_left) in [(to_right, false), (to_left, true)] {
                let missing = cells.saturating_sub(room);
                let is_last = form + 1 == name.forms.len();
                if missing > 0 && !is_last {
                    continue;
                }
                // A name that is cut is worst, then one without its date, then one across the article's day.
                let cost = u32::from(missing) * 100 + form as u32 * 8 + across as u32 * 3;
                let taken = cells.min(room);
                let from = if is_left { left - taken } else { right };
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, Place { name: number, from, is_left, form, room: taken }));
                }
            }
        }
    }
    best.unwrap_or((
        u32::MAX / 64,
        Place { name: number, from: right.min(width), is_left: false, form: 0, room: 0 },
    ))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// No name covers a line that goes through its row, nor its own, and none leaves the picture.
        #[test]
        fn names_and_lines_keep_apart(
            xs in prop::collection::btree_set(0_u16..80, 1..9),
            cells in prop::collection::vec((1_u16..40, 1_u16..20), 9),
            rule in prop::option::of(0_u16..80),
        ) {
            let name = |(x, (long, short)): (u16, (u16, u16))| Name { x, forms: [long.max(short), short] };
            let names: Vec<Name> = xs.into_iter().zip(cells).map(name).collect();
            let places = stack(&names, 80, rule);
            prop_assert_eq!(places.len(), names.len());
            let mut lines: Vec<u16> = Vec::new();
            for place in places {
                let cells = place.from..place.from + place.room;
                prop_assert!(cells.end <= 80, "{:?}", place);
                prop_assert!(!cells.contains(&names[place.name].x), "{:?}", place);
                prop_assert!(lines.iter().all(|line| !cells.contains(line)), "{:?} {:?}", place, lines);
                lines.push(names[place.name].x);
            }
        }
    }

    #[test]
    fn names_at_the_right_edge_stand_left_of_their_lines() {
        let name = |x| Name { x, forms: [24, 16] };
        let places = stack(&[name(4), name(40), name(60), name(78)], 80, None);
        assert!(places.iter().all(|place| place.form == 0), "{places:?}");
    }
}
