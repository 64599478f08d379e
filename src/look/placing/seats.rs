//! A cell of its own for the sign of each place, so that none is hidden behind another.

use super::geometry::{CELL, Point, cell};

/// Where the sign of each place stands, in the order of the places: in the cell of the place, or where an earlier one has
/// that, in the free cell beside it that lies most in the direction of one from the other. None where all cells around are taken.
///
/// A sign with another in a cell beside it stands in the middle of its own, so that the two are a cell apart in documents too.
pub(crate) fn seats(points: &[Point], columns: i32, rows: i32) -> Vec<Option<Point>> {
    let cells = (columns.max(0) * rows.max(0)) as usize;
    let mut taken = Taken { columns, rows, places: vec![None; cells] };
    let cells: Vec<Option<(i32, i32)>> = points
        .iter()
        .map(|at| {
            let seat = taken.seat(*at)?;
            if let Some(index) = taken.index(seat) {
                taken.places[index] = Some(*at);
            }
            Some(seat)
        })
        .collect();
    let seat = |(at, seat): (&Point, Option<(i32, i32)>)| {
        let seat = seat?;
        let is_alone = around(seat).all(|cell| taken.at(cell).is_none());
        Some(if is_alone { *at } else { middle(seat) })
    };
    points.iter().zip(cells).map(seat).collect()
}

/// The cells with a sign, each with where its place is.
struct Taken {
    columns: i32,
    rows: i32,
    places: Vec<Option<Point>>,
}

impl Taken {
    /// The number of a cell; none outside.
    fn index(&self, (x, y): (i32, i32)) -> Option<usize> {
        let is_inside = (0..self.columns).contains(&x) && (0..self.rows).contains(&y);
        is_inside.then(|| (y * self.columns + x) as usize)
    }

    fn at(&self, cell: (i32, i32)) -> Option<Point> {
        self.places[self.index(cell)?]
    }

    fn seat(&self, at: Point) -> Option<(i32, i32)> {
        let own = cell(at);
        let Some(other) = self.at(own) else { return Some(own) };
        let is_free = |cell: &(i32, i32)| self.index(*cell).is_some_and(|index| self.places[index].is_none());
        // What lies to the south of another stands to the south of it: the cell that is most in that direction.
        let apart = (at.0 - other.0, at.1 - other.1);
        let turned = |cell: (i32, i32)| {
            let by = (f64::from((cell.0 - own.0) * CELL.0), f64::from((cell.1 - own.1) * CELL.1));
            let lengths = apart.0.hypot(apart.1) * by.0.hypot(by.1);
            if lengths > 0.0 { -(apart.0 * by.0 + apart.1 * by.1) / lengths } else { 0.0 }
        };
        let off = |cell: (i32, i32)| (middle(cell).0 - at.0).hypot(middle(cell).1 - at.1);
        around(own).filter(is_free).min_by(|one, other| {
            turned(*one).total_cmp(&turned(*other)).then(off(*one).total_cmp(&off(*other)))
        })
    }
}

/// The cells around one.
fn around((x, y): (i32, i32)) -> impl Iterator<Item = (i32, i32)> {
    let all = (-1..=1).flat_map(|down| (-1..=1).map(move |across| (across, down)));
    all.filter(|by| *by != (0, 0)).map(move |(across, down)| (x + across, y + down))
}

/// The middle of a cell, in dots.
fn middle((x, y): (i32, i32)) -> Point {
    (f64::from(x * CELL.0) + f64::from(CELL.0) / 2.0, f64::from(y * CELL.1) + f64::from(CELL.1) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::{cell, seats};

    #[test]
    fn a_sign_stays_where_it_is_unless_another_is_there() {
        assert_eq!(seats(&[(5.3, 9.7), (15.0, 30.1)], 20, 10), [Some((5.3, 9.7)), Some((15.0, 30.1))]);
    }

    #[test]
    fn of_two_in_a_cell_the_southern_one_stands_below() {
        // Both in the upper half of their cell.
        let found = seats(&[(10.5, 20.2), (10.6, 21.0), (11.2, 21.4)], 20, 10);
        let cells: Vec<_> = found.iter().map(|seat| cell(seat.unwrap())).collect();
        assert_eq!(cells, [(5, 5), (5, 6), (6, 6)]);
    }

    #[test]
    fn the_tenth_in_a_cell_has_no_sign_of_its_own() {
        let found = seats(&[(10.5, 20.2); 10], 20, 10);
        assert_eq!(found.iter().flatten().count(), 9);
        let at_the_corner = seats(&[(0.0, 0.0); 10], 20, 10);
        assert_eq!(at_the_corner.iter().flatten().count(), 4);
    }
}
