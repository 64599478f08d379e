//! Circles of dots whose areas are as true as dots allow; each dot by its distance to the one that is right below the middle.

/// Whether the middle lies between two dots, across and down; those first that look most like a circle.
const MIDDLES: [(bool, bool); 4] = [(true, true), (false, false), (true, false), (false, true)];

/// The filled circle of a radius. Its middle lies on a dot or between two, whichever comes nearest to the area.
pub(super) fn disc(radius: f64) -> Vec<(i32, i32)> {
    let area = area(radius);
    let best = MIDDLES.into_iter().map(|middle| quarter(area, radius, middle));
    let best = best.enumerate().min_by_key(|(place, (off, _))| (*off, *place));
    let (place, (_, quarter)) = best.unwrap_or((0, (0, Vec::new())));
    mirrored(quarter, MIDDLES[place])
}

/// The area may be off by so much where the line looks rounder for it.
const TOLERANCE: f64 = 0.075;
/// What it costs that one dot is farther from the middle than another by a dot; all of the area costs 1.
const UNEVEN: f64 = 0.15;

/// The hollow circle of a radius: a line one dot wide, the same seen from all sides. Where it is small, a line that only
/// encloses the area may look square: its dots should be about equally far from the middle, and none is a corner.
pub(super) fn ring(radius: f64) -> Vec<(i32, i32)> {
    let area = std::f64::consts::PI * radius * radius;
    let rings = [true, false].into_iter().flat_map(|is_between| {
        (0..10).map(move |tenths| (eighth(radius - f64::from(tenths) / 10.0, is_between), is_between))
    });
    let rings = rings.filter(|((_, ring), _)| ring.first().is_none_or(|(x, y)| x != y));
    let cost = |(enclosed, ring): &(i64, Vec<(i32, i32)>), is_between: bool| {
        // By the dot that is right below it.
        let at = |place: i32| f64::from(place) + if is_between { 0.5 } else { 1.0 };
        let distances = ring.iter().map(|(x, y)| at(*x).hypot(at(*y)));
        let (least, most) = distances.fold((f64::INFINITY, 0.0_f64), |(least, most), distance| {
            (least.min(distance), most.max(distance))
        });
        let off = (*enclosed as f64 / area - 1.0).abs();
        if off > TOLERANCE { 1.0 + off } else { off + UNEVEN * (most - least) }
    };
    let rings = rings.map(|(ring, is_between)| (cost(&ring, is_between), ring.1));
    rings.min_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, ring)| ring).unwrap_or_default()
}

fn area(radius: f64) -> i64 {
    (std::f64::consts::PI * radius * radius).round() as i64
}

/// A quarter of a circle and the three that mirror it.
fn mirrored(quarter: Vec<(i32, i32)>, (between_x, between_y): (bool, bool)) -> Vec<(i32, i32)> {
    let both = |at: i32, is_between: bool| if is_between { [at, -1 - at] } else { [at - 1, -1 - at] };
    let all = quarter.into_iter().flat_map(|(x, y)| {
        both(x, between_x).into_iter().flat_map(move |x| both(y, between_y).map(|y| (x, y)))
    });
    let mut dots: Vec<(i32, i32)> = all.collect();
    dots.sort_unstable_by_key(|(x, y)| (*y, *x));
    dots.dedup();
    dots
}

/// A line one dot wide around a middle at this distance, and how many dots are on and within it. An eighth of it is drawn, from
/// the top to the diagonal, and mirrored.
fn eighth(radius: f64, is_between: bool) -> (i64, Vec<(i32, i32)>) {
    let half = if is_between { 0.5 } else { 0.0 };
    let mut quarter = Vec::new();
    for x in 0.. {
        let across = f64::from(x) + half;
        let y = ((radius * radius - across * across).max(0.0).sqrt() - half).round() as i32;
        // Beyond the diagonal stands what is mirrored.
        if x > y {
            break;
        }
        quarter.extend([(x, y), (y, x)]);
    }
    let ring = mirrored(quarter, (is_between, is_between));
    let rows = ring.chunk_by(|(_, one), (_, other)| one == other);
    let wide = rows.map(|row| i64::from(row[row.len() - 1].0 - row[0].0) + 1);
    (wide.sum(), ring)
}

/// The dots of a quarter of a circle that come nearest to an area, and by how many dots the whole is off.
fn quarter(area: i64, radius: f64, (between_x, between_y): (bool, bool)) -> (i64, Vec<(i32, i32)>) {
    let reach = radius.ceil() as i32;
    // Twice the distance from the middle, so that all are whole numbers.
    let twice = |at: i32, is_between: bool| 2 * at + i32::from(is_between);
    let mut dots: Vec<(i32, i32, i32)> = (0..=reach)
        .flat_map(|y| (0..=reach).map(move |x| (x, y)))
        .map(|(x, y)| (twice(x, between_x).pow(2) + twice(y, between_y).pow(2), y, x))
        .collect();
    dots.sort_unstable();
    let mut count = 0;
    let mut quarter = Vec::new();
    for (_, y, x) in dots {
        // On an axis a dot is its own mirror image.
        let mirrored = |at: i32, is_between: bool| if at == 0 && !is_between { 1 } else { 2 };
        let next = count + mirrored(x, between_x) * mirrored(y, between_y);
        if (next - area).abs() > (count - area).abs() {
            break;
        }
        count = next;
        quarter.push((x, y));
    }
    ((count - area).abs(), quarter)
}

#[cfg(test)]
mod tests {
    use std::f64::consts::PI;

    use super::{disc, ring};

    /// Radii in tenths of a dot.
    fn radii(from: i32) -> impl Iterator<Item = f64> {
        (from..=200).map(|tenths| f64::from(tenths) / 10.0)
    }

    #[test]
    fn the_area_is_true() {
        for radius in radii(30) {
            let area = PI * radius * radius;
            let drawn = disc(radius).len() as f64;
            assert!((drawn / area - 1.0).abs() < 0.05, "{radius}: {drawn} for {area:.1}");
        }
    }

    #[test]
    fn a_ring_encloses_its_area() {
        for radius in radii(30) {
            let ring = ring(radius);
            let rows = ring.chunk_by(|(_, one), (_, other)| one == other);
            let drawn: i32 = rows.map(|row| row[row.len() - 1].0 - row[0].0 + 1).sum();
            let share = f64::from(drawn) / (PI * radius * radius);
            assert!((share - 1.0).abs() < 0.08, "{radius}: {share}");
        }
    }

    #[test]
    fn a_ring_is_one_closed_line_and_the_same_from_all_sides() {
        for radius in radii(15) {
            let ring = ring(radius);
            let has = |dot: (i32, i32)| ring.contains(&dot);
            // Mirrored at its middle, and turned by a quarter.
            let end =
                ring.iter().map(|(x, _)| *x).max().unwrap() + ring.iter().map(|(x, _)| *x).min().unwrap();
            for (x, y) in &ring {
                assert!(has((end - x, *y)) && has((*x, end - y)) && has((*y, *x)), "{radius}: {ring:?}");
                let neighbours = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (dx, dy)));
                let neighbours = neighbours.filter(|by| *by != (0, 0) && has((x + by.0, y + by.1))).count();
                assert!((2..=3).contains(&neighbours), "{radius}: {neighbours} at {:?} {ring:?}", (x, y));
            }
        }
    }

    #[test]
    fn it_stays_within_its_cells() {
        for radius in radii(15) {
            // As many dots on either side of its middle as its label has room for.
            let columns = (radius + 0.5).ceil() as i32;
            for dots in [disc(radius), ring(radius)] {
                assert!(dots.iter().all(|(x, _)| (-columns..columns).contains(x)), "{radius}");
                assert!(dots.iter().all(|(_, y)| (f64::from(*y) + 0.5).abs() <= radius + 1.0), "{radius}");
            }
        }
    }
}
