//! The coastline of maps: where it comes from, that it can be made anew, and that well-known coasts are where they are.

use fundstelle::dossier::{CoastLine, PER_DEGREE, coastline};

const ASSET: &[u8] = include_bytes!("../../assets/coastline.bin");

const DIGEST: u64 = 0x4b15_1fe7_3e34_f530;
const BYTES: usize = 66_942;
const LINES: usize = 1_420;
const POINTS: usize = 31_905;

/// Longitude and latitude in degrees.
type Degrees = (f64, f64);
/// The same in steps of the asset.
type Steps = (i64, i64);

/// Where a point is off the simplified line at most, in steps.
const TOLERANCE: f64 = 1.0;

/// Every ring of a `TopoJSON` file whose one object is all land: the arcs are quantized, and each point is the difference to
/// the one before.
fn rings(json: &serde_json::Value) -> Vec<Vec<Degrees>> {
    let pair = |value: &serde_json::Value| {
        let number = |place: usize| value[place].as_f64().expect("a number");
        (number(0), number(1))
    };
    let (scale, translate) = (pair(&json["transform"]["scale"]), pair(&json["transform"]["translate"]));
    let list = |value: &serde_json::Value| value.as_array().expect("a list").clone();
    let arcs: Vec<Vec<Degrees>> = list(&json["arcs"])
        .iter()
        .map(|arc| {
            let mut at = (0.0, 0.0);
            let points = list(arc);
            let points = points.iter().map(|point| {
                let by = pair(point);
                at = (at.0 + by.0, at.1 + by.1);
                (at.0 * scale.0 + translate.0, at.1 * scale.1 + translate.1)
            });
            points.collect()
        })
        .collect();
    let mut rings = Vec::new();
    for land in list(&json["objects"]["land"]["geometries"]) {
        for polygon in list(&land["arcs"]) {
            for ring in list(&polygon) {
                let mut points: Vec<Degrees> = Vec::new();
                for arc in list(&ring) {
                    let number = arc.as_i64().expect("a number of an arc");
                    // Backwards where its complement is given.
                    let own =
                        &arcs[usize::try_from(if number < 0 { !number } else { number }).expect("an arc")];
                    let skip = usize::from(!points.is_empty());
                    if number < 0 {
                        points.extend(own.iter().rev().skip(skip));
                    } else {
                        points.extend(own.iter().skip(skip));
                    }
                }
                rings.push(points);
            }
        }
    }
    rings
}

/// A ring without what is no coast: the cut along the date line, and the edge of the picture at the South Pole.
fn coasts(ring: &[Degrees]) -> Vec<Vec<Degrees>> {
    let is_edge = |(one, other): (&Degrees, &Degrees)| {
        let at_cut = |point: &Degrees| point.0.abs() > 179.99;
        let at_pole = |point: &Degrees| point.1 < -89.9;
        at_cut(one) && at_cut(other) || at_pole(one) && at_pole(other)
    };
    let mut lines: Vec<Vec<Degrees>> = vec![vec![ring[0]]];
    for pair in ring.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        if is_edge((&from, &to)) {
            lines.push(vec![to]);
        } else if (from.0 - to.0).abs() > 180.0 {
            // Over the date line: what ends there on one side begins on the other.
            let is_at_cut = from.0.abs() > 179.99;
            let other_side = |point: Degrees| (-point.0, point.1);
            assert!(is_at_cut || to.0.abs() > 179.99, "{from:?} to {to:?}");
            if is_at_cut {
                lines.push(vec![other_side(from), to]);
            } else {
                lines.last_mut().expect("a line").push(other_side(to));
                lines.push(vec![to]);
            }
        } else {
            lines.last_mut().expect("a line").push(to);
        }
    }
    // Where the ring begins is the middle of a coast, unless all of it is one.
    if lines.len() > 1 && ring.first() == ring.last() {
        let first = lines.remove(0);
        let last = lines.last_mut().expect("a line");
        last.extend(first.into_iter().skip(1));
    }
    lines.retain(|line| line.len() > 1);
    lines
}

/// The points that are needed so that none is farther off than the tolerance (Douglas and Peucker).
fn simplified(line: &[Steps]) -> Vec<Steps> {
    let distance = |point: Steps, (from, to): (Steps, Steps)| {
        let [px, py, ax, ay, bx, by] =
            [point.0, point.1, from.0, from.1, to.0, to.1].map(|number| number as f64);
        let (dx, dy) = (bx - ax, by - ay);
        let length = dx * dx + dy * dy;
        let along =
            if length > 0.0 { (((px - ax) * dx + (py - ay) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
        ((px - ax - along * dx).powi(2) + (py - ay - along * dy).powi(2)).sqrt()
    };
    let mut kept = vec![false; line.len()];
    let mut open = vec![(0, line.len() - 1)];
    while let Some((from, to)) = open.pop() {
        (kept[from], kept[to]) = (true, true);
        let off = |place: usize| distance(line[place], (line[from], line[to]));
        let farthest = (from + 1..to).max_by(|one, other| off(*one).total_cmp(&off(*other)));
        if let Some(place) = farthest.filter(|place| off(*place) > TOLERANCE) {
            open.extend([(from, place), (place, to)]);
        }
    }
    let mut points: Vec<Steps> =
        line.iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| *point).collect();
    points.dedup();
    points
}

fn write(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn asset(json: &serde_json::Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut first = (0, 0);
    for ring in rings(json) {
        for coast in coasts(&ring) {
            let steps = |degrees: f64| (degrees * PER_DEGREE).round() as i64;
            let line: Vec<Steps> = coast.iter().map(|point| (steps(point.0), steps(point.1))).collect();
            let points = simplified(&line);
            // An island smaller than a step has no shape.
            if points.len() < 3 {
                continue;
            }
            write(points.len() as u64, &mut bytes);
            let mut at = first;
            first = points[0];
            for point in points {
                for by in [point.0 - at.0, point.1 - at.1] {
                    write(((by << 1) ^ (by >> 63)).cast_unsigned(), &mut bytes);
                }
                at = point;
            }
        }
    }
    bytes
}

/// Makes the asset anew: `FUNDSTELLE_LAND=land-50m.json cargo test --test it coastline -- --ignored`. With
/// `FUNDSTELLE_COASTLINE` it is written there.
#[test]
#[ignore = "needs land-50m.json of world-atlas 2.0.2; assets/coastline.md says how"]
fn the_asset_is_made_of_natural_earth() {
    let path = std::env::var("FUNDSTELLE_LAND").expect("FUNDSTELLE_LAND names land-50m.json");
    let text = std::fs::read_to_string(path).expect("it can be read");
    let made = asset(&serde_json::from_str(&text).expect("it is JSON"));
    if let Ok(to) = std::env::var("FUNDSTELLE_COASTLINE") {
        std::fs::write(to, &made).expect("it can be written");
    }
    assert!(made == ASSET, "{} bytes were made, the asset has {}", made.len(), ASSET.len());
}

/// A fingerprint (FNV-1a) that stays the same.
fn digest(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

#[test]
fn the_asset_is_the_one_that_was_looked_at() {
    assert_eq!((digest(ASSET), ASSET.len()), (DIGEST, BYTES));
    let points: usize = coastline().iter().map(|line| line.points.len()).sum();
    assert_eq!((coastline().len(), points), (LINES, POINTS));
    assert!(ASSET.len() <= 100_000);
}

#[test]
fn lines_stay_on_the_earth_and_on_one_side_of_the_date_line() {
    for line in coastline() {
        assert!(line.points.len() > 1);
        for (longitude, latitude) in &line.points {
            assert!(longitude.abs() <= 180.0 && (-89.0..=84.0).contains(latitude), "{longitude} {latitude}");
        }
        for pair in line.points.windows(2) {
            assert!((pair[0].0 - pair[1].0).abs() < 9.0 && (pair[0].1 - pair[1].1).abs() < 9.0, "{pair:?}");
            // The edges of the picture are no coast.
            assert!(pair.iter().any(|point| point.0.abs() < 180.0), "{pair:?}");
        }
    }
}

#[test]
fn well_known_capes_are_where_they_are() {
    let nearest = |(longitude, latitude): Degrees| {
        let points = coastline().iter().flat_map(|line: &CoastLine| &line.points);
        points.map(|point| (point.0 - longitude).hypot(point.1 - latitude)).fold(f64::INFINITY, f64::min)
    };
    for (cape, at, off) in [
        ("of Good Hope", (18.47, -34.36), 0.03),
        ("Agulhas", (20.0, -34.83), 0.08),
        ("Comorin", (77.54, 8.08), 0.03),
        ("York", (142.53, -10.69), 0.04),
        ("Verde", (-17.53, 14.74), 0.03),
        ("da Roca", (-9.5, 38.78), 0.08),
        ("Dezhnev", (-169.65, 66.08), 0.1),
        ("Tanjung Piai", (103.51, 1.27), 0.08),
        ("Finisterre", (-9.27, 42.88), 0.15),
    ] {
        assert!(nearest(at) <= off, "Cape {cape}: {:.3} degrees off", nearest(at));
    }
}

/// How often a straight line crosses the coast.
fn crossings(from: Degrees, to: Degrees) -> usize {
    let side = |one: Degrees, other: Degrees, of: Degrees| {
        (other.0 - one.0) * (of.1 - one.1) - (other.1 - one.1) * (of.0 - one.0)
    };
    let pairs = coastline().iter().flat_map(|line| line.points.windows(2));
    let meets = |pair: &&[Degrees]| {
        side(from, to, pair[0]) * side(from, to, pair[1]) <= 0.0
            && side(pair[0], pair[1], from) * side(pair[0], pair[1], to) <= 0.0
    };
    pairs.filter(meets).count()
}

#[test]
fn straits_are_open_and_isthmuses_closed() {
    for (strait, from, to) in [
        ("Gibraltar", (-6.5, 35.9), (-4.5, 36.0)),
        ("Bab el-Mandeb", (43.0, 13.2), (43.6, 12.2)),
        ("Dover", (0.5, 50.4), (2.2, 51.4)),
        ("Cook", (174.2, -41.4), (174.9, -41.6)),
        ("Torres", (141.5, -10.0), (143.5, -9.9)),
        ("Hormuz", (56.4, 26.6), (56.8, 25.8)),
    ] {
        assert_eq!(crossings(from, to), 0, "{strait}");
    }
    assert_eq!(crossings((-5.6, 36.6), (-5.6, 35.3)), 2, "Europe and Africa");
    for (isthmus, from, to) in [("Suez", (32.5, 31.6), (32.5, 29.5)), ("Panama", (-79.5, 9.9), (-79.5, 8.3))]
    {
        assert!(crossings(from, to) > 0, "{isthmus}");
    }
}
