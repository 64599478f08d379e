//! Whatever the places and their figures are: nothing covers anything else, and the same figures make the same picture.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::Map;
use super::picture::{Base, Ink, Picture, Plan, Sign, Writing};
use crate::dossier::map::{Measure, Measures};
use crate::dossier::projection::Frame;
use crate::i18n::language::Language;
use crate::load::{Memory, load};
use crate::look::placing::{self, Area, CELL};
use crate::protocol::context::Context;
use crate::protocol::maps;

/// A place: longitude, latitude, and what runs and is planned there; none for what was looked for in vain.
type City = ((f64, f64), Option<f64>, Option<f64>);

const NAMES: [&str; 6] =
    ["A", "Johor", "Ho-Chi-Minh-Stadt", "東京", "مدينة الكويت", "A rather long name of a place"];

/// A dossier of these cities, whose figures are from one half-year.
fn opened(cities: &[City]) -> Context {
    let of_first = |running: Option<f64>, planned: Option<f64>| [running, planned];
    opened_with(cities, &[("2024-40", &of_first)])
}

/// What runs and is planned in a half-year of what is given for a city.
type Edition<'e> = (&'e str, &'e dyn Fn(Option<f64>, Option<f64>) -> [Option<f64>; 2]);

/// The same with several half-years.
fn opened_with(cities: &[City], editions: &[Edition]) -> Context {
    let mut dossier = String::from(
        "format = 1\nid = \"t\"\ntitle = \"T\"\nobservations = \"o.csv\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n",
    );
    for (id, besides) in [("run", ""), ("plan", "planned_for = \"run\"\n")] {
        let _ = write!(
            dossier,
            "[[series]]\nid = \"{id}\"\noutlet = \"S\"\nunit = \"MW\"\nkind = \"stock\"\ntitle = \"{id}\"\n\
             definition = \"D.\"\n{besides}"
        );
    }
    let mut table = String::from("series,place,date,value,qualifier,source\n");
    for (number, ((longitude, latitude), running, planned)) in cities.iter().enumerate() {
        let name = NAMES[number % NAMES.len()];
        let _ = write!(
            dossier,
            "[[place]]\nid = \"p{number}\"\nname = \"{name}\"\ncoordinates = [{longitude:.3}, {latitude:.3}]\n"
        );
        for (date, of) in editions {
            for (series, value) in ["run", "plan"].into_iter().zip(of(*running, *planned)) {
                let value = value.map(|value| value.to_string()).unwrap_or_default();
                let _ = writeln!(table, "{series},p{number},{date},{value},exact,s");
            }
        }
    }
    let files =
        Memory::default().with("dossier.toml", dossier).with("a.txt", "Title\nText.\n").with("o.csv", table);
    Context::new(load(&files).expect("it opens").dossier, Language::En)
}

fn cities() -> impl Strategy<Value = Vec<City>> {
    let value = || prop_oneof![1 => Just(None), 4 => (1.0..1000.0_f64).prop_map(|value| Some(value.round()))];
    let city = || (-9.0..9.0_f64, -9.0..9.0_f64, value(), value());
    let middle = prop_oneof![
        (-180.0..180.0_f64, -80.0..80.0_f64),
        Just((179.0, 10.0)),
        Just((-178.0, -60.0)),
        Just((20.0, 89.0)),
        Just((0.0, -90.0)),
    ];
    (middle, prop::collection::vec(city(), 1..30)).prop_map(|((longitude, latitude), cities)| {
        let around = |(x, y, running, planned): (f64, f64, Option<f64>, Option<f64>)| {
            let longitude = (longitude + x + 540.0).rem_euclid(360.0) - 180.0;
            ((longitude, (latitude + y).clamp(-90.0, 90.0)), running, planned)
        };
        cities.into_iter().map(around).collect()
    })
}

fn map_of(context: &Context) -> Option<(Map, Frame)> {
    let measures = Measures::all(&context.dossier).into_iter().next()?;
    let map = Map::of(&context.dossier, measures, false);
    let places: Vec<(f64, f64)> = map.located().map(|(_, _, coordinates)| coordinates).collect();
    let frame = Frame::of(&places)?;
    Some((map, frame))
}

fn drawn(context: &Context, map: &Map, frame: &Frame, size: (u16, u16)) -> Picture {
    drawn_in(context, map, frame, size, None)
}

/// The same in an edition.
fn drawn_in(
    context: &Context,
    map: &Map,
    frame: &Frame,
    size: (u16, u16),
    edition: Option<usize>,
) -> Picture {
    let base = Base::of(frame, size);
    let writing = Writing { context, multiple: maps::multiple(context, map) };
    let plan = Plan::of(&base, map, writing);
    Picture::of(&base, &plan, map, edition, writing)
}

fn cells(area: &Area) -> impl Iterator<Item = (i32, i32)> {
    let Area { x, y, width, height } = *area;
    (y..y + height).flat_map(move |y| (x..x + width).map(move |x| (x, y)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_covers_anything_else(cities in cities(), columns in 30_u16..130, rows in 12_u16..55) {
        let context = opened(&cities);
        let (map, frame) = map_of(&context).expect("a map");
        let picture = drawn(&context, &map, &frame, (columns, rows));
        prop_assert!(picture == drawn(&context, &map, &frame, (columns, rows)), "the same again");

        // No cell of words or of a sign holds a dot, or anything else.
        let signs = picture.signs.iter().map(|(_, cell, _)| *cell);
        let dots: std::collections::HashMap<(i32, i32), Ink> =
            picture.dots().map(|(cell, _, ink)| (cell, ink)).collect();
        let mut taken = std::collections::HashMap::new();
        for (words, number) in picture.words.iter().zip(0..) {
            for cell in cells(&words.area) {
                prop_assert!(!dots.contains_key(&cell), "{:?} of {:?}", cell, words);
                prop_assert_eq!(taken.insert(cell, number), None, "{:?}", words);
                let is_inside = (0..i32::from(columns)).contains(&cell.0) && (0..i32::from(rows)).contains(&cell.1);
                prop_assert!(is_inside, "{:?}", words);
            }
            // As wide as what is written there.
            for line in &words.lines {
                let cells: usize = line.iter().map(|word| crate::text::width::cells(&word.text(&context))).sum();
                prop_assert!(i32::try_from(cells).expect("few") <= words.area.width, "{:?}", words);
            }
        }
        for cell in signs {
            prop_assert!(!dots.contains_key(&cell) && !taken.contains_key(&cell), "{:?}", cell);
        }

        // No words stand beside the sign of another place.
        for words in &picture.words {
            let beside = words.area.with_signs();
            for (place, cell, sign) in &picture.signs {
                let is_own = *place == words.place;
                // Places with figures and no circle give way, and their dots stand where there is room.
                let is_dot = *sign == Sign::Other;
                prop_assert!(is_own || is_dot || !beside.has(*cell), "{:?} beside {:?}", words, (place, sign));
            }
        }
        // A sign stands in the cell of its place, or where another stands there, in one beside it; none on another.
        let base = Base::of(&frame, (columns, rows));
        let mut seats = std::collections::HashSet::new();
        for (place, cell, _) in &picture.signs {
            let own = placing::cell(base.place(map.places[*place].coordinates.expect("located")));
            let off = (cell.0 - own.0).abs().max((cell.1 - own.1).abs());
            prop_assert!(off <= 1, "{:?} for {:?}", cell, own);
            prop_assert!(seats.insert(*cell), "{:?} twice", cell);
        }

        let choice = map.choice(None);
        prop_assert_eq!(picture.uncircled, choice.uncircled.len());
        // Each place is there once: its sign at its own cell, or under its circle; with figures it has words or a number.
        for (number, place, _) in map.located() {
            let own: Vec<_> = picture.signs.iter().filter(|(of, ..)| *of == number).collect();
            let is_known = Measure::ALL.into_iter().any(|measure| place.amount(measure, None).is_known());
            let has_words = picture.words.iter().any(|words| words.place == number);
            match own[..] {
                // It lies under its own circle; or it is one of those that give way to the labels of larger ones.
                [] => {
                    let gives_way = choice.uncircled.contains(&number);
                    let is_crowded = picture.crowded > 0;
                    prop_assert!(is_crowded || is_known && (has_words || gives_way), "{:?} is nowhere", place.id);
                }
                [(_, _, Sign::City)] => prop_assert!(is_known && has_words, "{:?}", place.id),
                [(_, _, Sign::Number(_) | Sign::Other)] => prop_assert!(is_known && !has_words, "{:?}", place.id),
                [(_, _, Sign::Missing)] => prop_assert!(!is_known, "{:?}", place.id),
                _ => prop_assert!(false, "{:?} is there twice", place.id),
            }
        }
    }

    #[test]
    fn circles_stand_apart_and_within_the_map(cities in cities(), columns in 30_u16..130, rows in 12_u16..55) {
        let context = opened(&cities);
        let (map, frame) = map_of(&context).expect("a map");
        let picture = drawn(&context, &map, &frame, (columns, rows));
        let circles: Vec<_> = picture.circles().collect();
        for (place, circle) in circles.iter().enumerate() {
            let (x, y) = circle.middle;
            let (right, bottom) = (f64::from(i32::from(columns) * CELL.0), f64::from(i32::from(rows) * CELL.1));
            prop_assert!(x - circle.radius >= -0.5 && x + circle.radius <= right + 0.5, "{:?}", circle);
            prop_assert!(y - circle.radius >= -0.5 && y + circle.radius <= bottom + 0.5, "{:?}", circle);
            for other in &circles[place + 1..] {
                let apart = (other.middle.0 - x).hypot(other.middle.1 - y);
                prop_assert!(apart >= circle.radius + other.radius, "{:?} {:?}", circle, other);
            }
        }
        // Every figure of a place that has a label has its circle there, and no other place has one.
        let largest = circles.iter().map(|circle| circle.radius).fold(0.0, f64::max);
        let mut count = 0;
        for (number, place, _) in map.located() {
            let own: Vec<(f64, bool)> =
                picture.circles_of(number).map(|circle| (circle.radius, circle.is_hollow)).collect();
            count += own.len();
            let is_written = |words: &super::picture::Words| words.place == number;
            if !place.is_known(None) || !picture.words.iter().any(is_written) {
                prop_assert!(own.is_empty(), "{:?} has {:?}", place.id, own);
                continue;
            }
            let drawn = Measure::ALL
                .into_iter()
                .filter_map(|measure| Some((place.amount(measure, None).drawn()?, measure == Measure::Planned)));
            let drawn: Vec<(f64, bool)> = drawn.collect();
            prop_assert_eq!(drawn.len(), own.len(), "{:?}", place.id);
            for ((value, is_hollow), (radius, is_ring)) in drawn.into_iter().zip(own) {
                prop_assert_eq!(is_hollow, is_ring);
                // The largest may have no room for its label; of those that have, none is larger than its value.
                let least = (value / map.most).sqrt() * largest;
                prop_assert!(radius >= least - 1e-9, "{} of {} of {}", radius, value, map.most);
            }
        }
        prop_assert_eq!(count, circles.len());
    }

    /// Circles and words of a place stand where they stand in all other editions, whatever else comes and goes.
    #[test]
    fn nothing_wanders_between_editions(cities in cities(), columns in 30_u16..130, rows in 12_u16..55) {
        let cities = &cities[..cities.len().min(12)];
        let context = opened_with(cities, &[
            ("2023-40", &|running, _| [running.map(|value| value / 4.0), None]),
            ("2023-41", &|_, planned| [None, planned]),
            ("2024-40", &|running, planned| [running, planned.map(|value| value / 2.0)]),
        ]);
        let (map, frame) = map_of(&context).expect("a map");
        let base = Base::of(&frame, (columns, rows));
        let writing = Writing { context: &context, multiple: maps::multiple(&context, &map) };
        let plan = Plan::of(&base, &map, writing);
        let mut stood = std::collections::HashMap::new();
        let editions = (0..map.editions.len()).map(Some).chain([None]);
        for edition in editions {
            let picture = drawn_in(&context, &map, &frame, (columns, rows), edition);
            for (number, ..) in map.located().filter(|(number, ..)| plan.has(*number)) {
                for circle in picture.circles_of(number) {
                    let (x, y) = circle.middle;
                    let at = *stood.entry((number, circle.is_hollow)).or_insert((x, y));
                    prop_assert_eq!(at, (x, y), "a circle of {} in {:?}", number, edition);
                }
                let is_known = map.places[number].is_known(edition);
                let words = picture.words.iter().find(|words| words.place == number);
                prop_assert!(words.is_some() || !is_known, "{} in {:?}", number, edition);
            }
            for (place, cell, _) in &picture.signs {
                let cell = (f64::from(cell.0), f64::from(cell.1));
                let at = *stood.entry((*place + 1000, false)).or_insert(cell);
                prop_assert_eq!(at, cell, "the sign of {} in {:?}", place, edition);
            }
        }
    }

    /// A place stands where it is: to the east of what is west of it, across the date line too, and north is up.
    #[test]
    fn places_keep_their_order(cities in cities(), width in 40.0..300.0_f64, height in 40.0..200.0_f64) {
        let places: Vec<(f64, f64)> = cities.iter().map(|city| city.0).collect();
        let projection = Frame::of(&places).expect("a place").on((width, height));
        for one in &places {
            let (x, y) = projection.place(*one);
            prop_assert!((-0.01..=width + 0.01).contains(&x) && (-0.01..=height + 0.01).contains(&y), "{:?}", one);
            for other in &places {
                let east = (other.0 - one.0 + 540.0).rem_euclid(360.0) - 180.0;
                let to = projection.place(*other);
                // All of them are within 18 degrees of each other.
                prop_assert!(east.abs() < 1e-6 || (to.0 > x) == (east > 0.0), "{:?} {:?}", one, other);
                prop_assert!((to.1 < y) == (other.1 > one.1), "{:?} {:?}", one, other);
            }
        }
    }
}

#[test]
fn a_single_place_has_its_circle_on_it_and_no_leader() {
    let context = opened(&[((103.8, 1.3), Some(100.0), None)]);
    let (map, frame) = map_of(&context).expect("a map");
    let picture = drawn(&context, &map, &frame, (60, 20));
    assert_eq!(picture.circles().count(), 1);
    assert!(picture.dots().all(|(.., ink)| ink != Ink::Line), "no leader");
    let circle = picture.circles().next().expect("a circle");
    let (right, bottom) = (60.0 * f64::from(CELL.0), 20.0 * f64::from(CELL.1));
    // The middle of the map, to the cell.
    assert!((circle.middle.0 - right / 2.0).abs() <= 2.0 && (circle.middle.1 - bottom / 2.0).abs() <= 4.0);
}

#[test]
fn a_fourth_of_the_area_is_half_the_radius() {
    let context = opened(&[((103.8, 1.3), Some(100.0), Some(400.0)), ((121.0, 14.6), Some(25.0), None)]);
    let (map, frame) = map_of(&context).expect("a map");
    let picture = drawn(&context, &map, &frame, (100, 40));
    let mut radii: Vec<f64> = picture.circles().map(|circle| circle.radius).collect();
    radii.sort_by(f64::total_cmp);
    let [small, middle, large] = radii[..] else { panic!("{radii:?}") };
    assert!((large / middle - 2.0).abs() < 1e-9 && (middle / small - 2.0).abs() < 1e-9, "{radii:?}");
}
