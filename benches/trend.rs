//! The cost of a key in each view of the trend with 10,000 figures, beside 10,000 events: update and view together, at most a
//! millisecond.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin had better stop")]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use fundstelle::app::{App, Message, Options, update, view};
use fundstelle::input::key::Key;
use fundstelle::load::{Memory, load};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Rect, Size};

const SIZE: Size = Size::new(120, 40);
const FIGURES: usize = 10_000;

/// A dossier with one series.
struct Case {
    name: &'static str,
    kind: &'static str,
    places: usize,
    is_divided: bool,
    /// Whether the places have coordinates.
    is_mapped: bool,
    /// The keys that lead to the view, and a sign that it shows.
    keys: &'static [&'static str],
    shows: char,
}

const CASES: [Case; 14] = [
    case("overview, one line", "stock", 1, false, &["4", "z"], '▒'),
    case("overview, 200 lines", "stock", 200, false, &["4", "z"], '▒'),
    case("overview, 10,000 lines", "stock", FIGURES, false, &["4", "z"], '▒'),
    map("map, 20 places", 20),
    map("map, 200 places", 200),
    map("map, 10,000 places", FIGURES),
    case("lines, one place", "stock", 1, false, &["4", "z", "v"], '┼'),
    case("lines, 8 places", "stock", 8, false, &["4", "z", "v"], '┼'),
    case("lines, 200 places", "stock", 200, false, &["4", "z", "v"], '┼'),
    case("bars, one line", "flow", 1, false, &["4", "z", "v"], '█'),
    case("bars, 100 lines", "flow", 100, false, &["4", "z", "v"], '█'),
    case("bars, 10,000 lines", "flow", FIGURES, false, &["4", "z", "v"], '█'),
    case("bars, parts", "stock", 100, true, &["4", "z", "v"], '█'),
    case("table", "list", 100, false, &["4", "z"], '┊'),
];

const fn case(
    name: &'static str,
    kind: &'static str,
    places: usize,
    is_divided: bool,
    keys: &'static [&'static str],
    shows: char,
) -> Case {
    Case { name, kind, places, is_divided, is_mapped: false, keys, shows }
}

const fn map(name: &'static str, places: usize) -> Case {
    Case { is_mapped: true, ..case(name, "stock", places, false, &["4", "z", "v"], '◆') }
}

/// So many editions of a map stay drawn.
const KEPT: usize = 32;
/// The fewest editions of a map; of one there is nothing to step through.
const EDITIONS: usize = 3;

impl Case {
    fn figures(&self) -> usize {
        if self.is_mapped { FIGURES.max(self.places * EDITIONS) } else { FIGURES }
    }
}

/// A figure a day of each place, and 10,000 events.
fn files(case: &Case) -> Memory {
    let mut dossier = String::from(
        "format = 1\nid = \"t\"\nobservations = \"o.csv\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
         published = \"2025-06-01\"\n[[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n\
         [[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"Lane\"\n",
    );
    let unit = if case.kind == "list" { "" } else { "unit = \"MW\"\n" };
    write!(
        dossier,
        "[[series]]\nid = \"a\"\noutlet = \"S\"\nkind = \"{}\"\n{unit}title = \"A\"\ndefinition = \"D.\"\n",
        case.kind
    )
    .unwrap();
    for place in 0..case.places {
        write!(dossier, "[[place]]\nid = \"p{place}\"\nname = \"Place {place}\"\n").unwrap();
        if case.is_mapped {
            let (east, north) = (90 + place * 7 % 40, place * 11 % 30);
            writeln!(dossier, "coordinates = [{east}.0, {north}.0]").unwrap();
        }
    }
    let mut figures = String::from("series,place,date,part,value,qualifier,unit,source\n");
    for number in 0..case.figures() {
        let (place, turn) = (number % case.places, number / case.places);
        let day = if case.is_divided { turn / 2 } else { turn };
        let part = ["", "x", "y"][if case.is_divided { turn % 2 + 1 } else { 0 }];
        // Months of 28 days, so that every date there is one.
        let date = format!("{}-{:02}-{:02}", 1990 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
        let value = number * 7919 % 10_007 + 100;
        let unit = if case.kind == "list" { "MW" } else { "" };
        writeln!(figures, "a,p{place},{date},{part},{value},exact,{unit},s").unwrap();
        if number >= FIGURES {
            continue;
        }
        write!(
            dossier,
            "[[event]]\nid = \"e{number}\"\ndate = \"{date}\"\nlane = \"l\"\nkind = \"report\"\ntitle = \"E\"\n\
             summary = \"x\"\nsources = [\"s\"]\n"
        )
        .unwrap();
    }
    Memory::default().with("dossier.toml", dossier).with("o.csv", figures).with("a.txt", "Title\nText.\n")
}

fn keys(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a key in the trend, 10,000 figures");
    for case in CASES {
        let loaded = load(&files(&case)).unwrap_or_else(|problems| panic!("{problems:?}"));
        let mut app = App::new(loaded, Options::default(), SIZE);
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
        let mut send = |message: Message| {
            if let Message::Resize(size) = message {
                buffer.resize(Rect::new(0, 0, size.width, size.height));
                buffer.reset();
            }
            update(&mut app, message);
            view(&app, &mut buffer);
            buffer.content.iter().map(Cell::symbol).any(|symbol| symbol.starts_with(case.shows))
        };
        let mut press = |key: &str| send(Message::Key(key.parse::<Key>().unwrap()));
        case.keys.iter().chain(&["Home"]).for_each(|key| {
            press(key);
        });
        assert!(press("Down"), "{} is not shown", case.name);
        for (name, keys) in [
            ("up and down", &["Down", "Down", "Up"][..]),
            ("left and right", &["Left", "Left", "Right"]),
            ("pages", &["PageDown", "PageDown", "PageUp"]),
        ] {
            // To the right of the overview there is another view.
            if name.starts_with("left") && case.name.starts_with("overview") {
                continue;
            }
            let mut turn = keys.iter().cycle();
            group.bench_function(format!("{}, {name}", case.name), |bench| {
                bench.iter(|| press(black_box(turn.next().unwrap())));
            });
        }
        if case.is_mapped {
            // Through all editions and back: more of them than stay drawn, so that nearly every one is drawn anew.
            let editions = case.figures() / case.places;
            let steps = ["Left", "Right"].into_iter().flat_map(|key| std::iter::repeat_n(key, editions));
            let mut steps = steps.cycle();
            if editions > KEPT {
                group.bench_function(format!("{}, an edition anew", case.name), |bench| {
                    bench.iter(|| press(black_box(steps.next().unwrap())));
                });
            }
            // Coast, circles and words of a size that was not there before.
            let mut width = 0;
            group.bench_function(format!("{}, another size", case.name), |bench| {
                bench.iter(|| {
                    width = (width + 1) % 8;
                    send(Message::Resize(black_box(Size { width: SIZE.width + width, ..SIZE })))
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, keys);
criterion_main!(benches);
