//! The cost of a key in the lanes of the timeline with one event and with 10,000, in six lanes and each in its own: update and view together, at most a
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

/// Events of so many days in so many lanes; every so many of them is a main one.
fn files(events: usize, main: usize, lanes: usize) -> Memory {
    let mut dossier = String::from(
        "format = 1\nid = \"t\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\npublished = \"2005-06-01\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n",
    );
    for lane in 0..lanes {
        write!(dossier, "[[lane]]\nid = \"l{lane}\"\nshort = \"L{lane}\"\nname = \"Lane {lane}\"\n").unwrap();
    }
    for number in 0..events {
        // Months of 28 days, so that every date there is one.
        let date = format!("{}-{:02}-{:02}", 1990 + number / 336, number / 28 % 12 + 1, number % 28 + 1);
        write!(
            dossier,
            "[[event]]\nid = \"e{number}\"\ndate = \"{date}\"\nlane = \"l{}\"\nkind = \"report\"\n\
             title = \"What happened {number}\"\nsummary = \"x\"\nsources = [\"s\"]\nprominent = {}\n",
            number * 7 % lanes,
            number % main == 0,
        )
        .unwrap();
    }
    Memory::default().with("dossier.toml", dossier).with("a.txt", "Title\nText.\n")
}

fn keys(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a key in the lanes of the timeline");
    for (name, events, main, lanes) in [
        ("one event", 1, 1, 6),
        ("10,000 events", 10_000, 100, 6),
        ("10,000 main events", 10_000, 1, 6),
        ("10,000 lanes", 10_000, 1, 10_000),
    ] {
        let loaded = load(&files(events, main, lanes)).unwrap_or_else(|problems| panic!("{problems:?}"));
        let mut app = App::new(loaded, Options::default(), SIZE);
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
        let mut press = |key: &str| {
            let key: Key = key.parse().unwrap();
            update(&mut app, Message::Key(key));
            view(&app, &mut buffer);
            buffer.content.iter().map(Cell::symbol).any(|symbol| symbol == "╌")
        };
        for key in ["3", "z", "v", "v"] {
            press(key);
        }
        assert!(press("Home"), "{name}: no lanes are shown");
        for (of, keys) in [
            ("left and right", &["Right", "Right", "Left"][..]),
            ("up and down", &["Down", "Down", "Up"]),
            ("zoom", &["+", "+", "-", "-"]),
        ] {
            let mut turn = keys.iter().cycle();
            group.bench_function(format!("{name}, {of}"), |bench| {
                bench.iter(|| press(black_box(turn.next().unwrap())));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, keys);
criterion_main!(benches);
