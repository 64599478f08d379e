//! The coastline of the world, for maps: lines of points, made from Natural Earth (see `assets/coastline.md`).
//!
//! The asset is a list of lines. A line is the number of its points, then its points: each the difference to the one
//! before in longitude and in latitude, the first to the first of the line before. All are whole numbers of base 128, the
//! lowest digits first, differences in zigzag; a degree has [`PER_DEGREE`] of them.

use std::sync::LazyLock;

/// How finely points are given: so many steps to a degree.
pub const PER_DEGREE: f64 = 40.0;

static ASSET: &[u8] = include_bytes!("../../assets/coastline.bin");

/// A piece of coast that does not cross the date line. Its points are longitude and latitude in degrees.
#[derive(Clone, PartialEq, Debug)]
pub struct CoastLine {
    /// The points, at least two; of an island that is whole the first is also the last.
    pub points: Vec<(f64, f64)>,
    /// The least and the greatest longitude.
    pub longitudes: (f64, f64),
    /// The least and the greatest latitude.
    pub latitudes: (f64, f64),
}

/// All lines, decoded when they are first asked for.
pub fn coastline() -> &'static [CoastLine] {
    static LINES: LazyLock<Vec<CoastLine>> = LazyLock::new(|| decode(ASSET));
    &LINES
}

/// The lines of an asset, as far as it goes.
fn decode(bytes: &[u8]) -> Vec<CoastLine> {
    let mut bytes = bytes.iter().copied();
    let mut lines = Vec::new();
    let mut first = (0_i64, 0_i64);
    while let Some(count) = number(&mut bytes) {
        let mut at = first;
        let mut points = Vec::with_capacity(count as usize);
        for place in 0..count {
            let Some((x, y)) = number(&mut bytes).zip(number(&mut bytes)) else { break };
            at = (at.0 + signed(x), at.1 + signed(y));
            if place == 0 {
                first = at;
            }
            points.push((at.0 as f64 / PER_DEGREE, at.1 as f64 / PER_DEGREE));
        }
        lines.extend(CoastLine::of(points));
    }
    lines
}

impl CoastLine {
    fn of(points: Vec<(f64, f64)>) -> Option<Self> {
        let range = |of: fn(&(f64, f64)) -> f64| {
            let least = points.iter().map(of).fold(f64::INFINITY, f64::min);
            (least, points.iter().map(of).fold(f64::NEG_INFINITY, f64::max))
        };
        let (longitudes, latitudes) = (range(|point| point.0), range(|point| point.1));
        (points.len() > 1).then_some(Self { points, longitudes, latitudes })
    }
}

/// The next number; none at the end.
fn number(bytes: &mut impl Iterator<Item = u8>) -> Option<u64> {
    let mut number = 0;
    for shift in (0..u64::BITS).step_by(7) {
        let byte = bytes.next()?;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// The number that a zigzag number stands for: 0, −1, 1, −2, 2 …
fn signed(zigzag: u64) -> i64 {
    (zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed()
}
