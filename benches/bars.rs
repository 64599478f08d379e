//! The cost of a key in the bars of a series with 10,000 figures: update and view together.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin had better stop")]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use fundstelle::app::{App, Message, Options, update, view};
use fundstelle::input::key::Key;
use fundstelle::load::{Memory, load};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

const SIZE: Size = Size::new(120, 40);

/// A series of 10,000 figures: this many places, each with as many months; in two parts or undivided.
fn opened(places: usize, is_divided: bool) -> App {
    let mut dossier = String::from(
        "format = 1\nid = \"b\"\ntitle = \"B\"\nobservations = \"o.csv\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n\
         [[series]]\nid = \"a\"\noutlet = \"S\"\nunit = \"MW\"\nkind = \"flow\"\ntitle = \"A\"\ndefinition = \"D.\"\n",
    );
    for place in 0..places {
        write!(dossier, "[[place]]\nid = \"p{place}\"\nname = \"Place {place}\"\ncountry = \"MY\"\n")
            .unwrap();
    }
    let mut table = String::from("series,place,date,part,value,qualifier,source\n");
    for figure in 0..10_000 {
        let (place, number) = (figure % places, figure / places);
        let month = if is_divided { number / 2 } else { number };
        let part = if !is_divided {
            ""
        } else if number % 2 == 0 {
            "x"
        } else {
            "y"
        };
        let (year, month) = (1000 + month / 12, month % 12 + 1);
        writeln!(table, "a,p{place},{year}-{month:02},{part},{},exact,s", figure * 7919 % 10_007 + 1)
            .unwrap();
    }
    let files =
        Memory::default().with("dossier.toml", dossier).with("o.csv", table).with("a.txt", "Title\nText.\n");
    App::new(load(&files).unwrap_or_else(|problems| panic!("{problems:?}")), Options::default(), SIZE)
}

fn keys(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a key in 10,000 bars");
    for (name, places, is_divided) in [
        ("one line", 1, false),
        ("100 lines", 100, false),
        ("10,000 lines", 10_000, false),
        ("parts", 100, true),
    ] {
        let mut app = opened(places, is_divided);
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
        let mut press = |key: &str| {
            let key: Key = key.parse().unwrap();
            update(&mut app, Message::Key(key));
            view(&app, &mut buffer);
        };
        for key in ["4", "z", "Home"] {
            press(key);
        }
        let mut turn = ["Down", "Down", "Right", "Up", "PageDown", "PageUp"].into_iter().cycle();
        group.bench_function(name, |bench| bench.iter(|| press(black_box(turn.next().unwrap()))));
    }
    group.finish();
}

criterion_group!(benches, keys);
criterion_main!(benches);
