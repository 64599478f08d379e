//! The coastline of maps: where it comes from, that it can be made anew, and that well-known coasts are where they are.

use fundstelle::dossier::{CoastLine, PER_DEGREE, coastline};

const ASSET: &[u8] = include_bytes!("../../assets/coastline.bin");

/// Longitude and latitude in degrees.
type Degrees = (f64, f64);
/// The same in steps of the asset.
type Steps = (i64, i64);

/// Where a point is off the simplified line at most, in steps.
const TOLERANCE: f64 = 1.0;

/// Every ring of a TopoJSON file whose one object is all land: the arcs are quantized, and each point is the difference to
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
        if is_edge((&pair[0], &pair[1])) {
            lines.push(vec![pair[1]]);
        } else {
            lines.last_mut().expect("a line").push(pair[1]);
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
