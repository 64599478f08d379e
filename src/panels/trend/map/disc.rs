//! Circles of dots whose areas are as true as dots allow.

/// A circle of dots, each by its distance to the dot that is right below its middle.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Disc {
    /// Its dots.
    pub(super) dots: Vec<(i32, i32)>,
}

/// Whether the middle lies between two dots, across and down; those first that look most like a circle.
const MIDDLES: [(bool, bool); 4] = [(true, true), (false, false), (true, false), (false, true)];

impl Disc {
    /// The circle of this radius. Its middle lies on a dot or between two, whichever comes nearest to the area.
    pub(super) fn of(radius: f64) -> Self {
        let area = (std::f64::consts::PI * radius * radius).round() as i64;
        let best = MIDDLES.into_iter().map(|middle| quarter(area, radius, middle));
        let best = best.enumerate().min_by_key(|(place, (off, _))| (*off, *place));
        let (place, (_, quarter)) = best.unwrap_or((0, (0, Vec::new())));
        let (between_x, between_y) = MIDDLES[place];
        let mut dots = Vec::new();
        for (x, y) in quarter {
            let both = |at: i32, is_between: bool| if is_between { [at, -1 - at] } else { [at - 1, -1 - at] };
            for x in both(x, between_x) {
                dots.extend(both(y, between_y).map(|y| (x, y)));
            }
        }
        dots.sort_unstable_by_key(|(x, y)| (*y, *x));
        dots.dedup();
        Self { dots }
    }

    /// Its edge, one dot wide.
    pub(super) fn ring(&self) -> impl Iterator<Item = (i32, i32)> {
        let has = |x: i32, y: i32| self.dots.binary_search_by_key(&(y, x), |(x, y)| (*y, *x)).is_ok();
        self.dots.iter().copied().filter(move |(x, y)| {
            ![(x - 1, *y), (x + 1, *y), (*x, y - 1), (*x, y + 1)].into_iter().all(|(x, y)| has(x, y))
        })
    }
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
    use super::Disc;

    #[test]
    fn the_area_is_true() {
        for tenths in 30..=200 {
            let radius = f64::from(tenths) / 10.0;
            let disc = Disc::of(radius);
            let area = std::f64::consts::PI * radius * radius;
            let drawn = disc.dots.len() as f64;
            assert!((drawn / area - 1.0).abs() < 0.05, "{radius}: {drawn} for {area:.1}");
        }
    }

    #[test]
    fn it_stays_within_its_cells_and_its_edge_is_closed() {
        for tenths in 15..=200 {
            let radius = f64::from(tenths) / 10.0;
            let disc = Disc::of(radius);
            // As many dots on either side of its middle as its label has room for.
            let columns = (radius + 0.5).ceil() as i32;
            assert!(disc.dots.iter().all(|(x, _)| (-columns..columns).contains(x)), "{radius}");
            assert!(disc.dots.iter().all(|(_, y)| (f64::from(*y) + 0.5).abs() <= radius + 1.0), "{radius}");
            let ring: Vec<_> = disc.ring().collect();
            assert!(ring.len() <= disc.dots.len());
            let top = disc.dots.iter().map(|(_, y)| *y).min();
            assert!(ring.iter().any(|(_, y)| Some(*y) == top), "{radius}");
        }
    }
}
