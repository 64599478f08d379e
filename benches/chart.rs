//! The cost of a key on a line chart of 10,000 figures beside 10,000 events: update and view together, at most a
//! millisecond.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin had better stop")]

use std::fmt::Write as _;

use criterion::{Criterion, criterion_group, criterion_main};
use fundstelle::app::{App, Message, Options, update, view};
use fundstelle::input::key::Key;
use fundstelle::load::{Memory, load};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

const SIZE: Size = Size::new(120, 40);
const FIGURES: usize = 10_000;

/// A level each day of so many places, and an event each day.
fn daily(places: usize) -> Memory {
    let mut dossier = String::from(
        "format = 1\nid = \"chart\"\nobservations = \"observations.csv\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\npublished = \"2025-06-01\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"Lane\"\n\
         [[series]]\nid = \"levels\"\noutlet = \"S\"\nkind = \"stock\"\nunit = \"MW\"\ntitle = \"Levels\"\ndefinition = \"x\"\n",
    );
    for place in 0..places {
        write!(dossier, "[[place]]\nid = \"p{place}\"\nname = \"Place {place}\"\n").unwrap();
    }
    let mut figures = String::from("series,place,date,part,value,qualifier,source,note\n");
    for number in 0..FIGURES {
        let (place, day) = (number % places, number / places);
        // Months of 28 days, so that every date there is one.
        let date = format!("{}-{:02}-{:02}", 1990 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
        let value = (number * 7919) % 5000 + 100 * place;
        writeln!(figures, "levels,p{place},{date},,{value},exact,s,").unwrap();
        write!(
            dossier,
            "[[event]]\nid = \"e{number}\"\ndate = \"{date}\"\nlane = \"l\"\nkind = \"report\"\ntitle = \"Event {number}\"\n\
             summary = \"What happened.\"\nsources = [\"s\"]\n"
        )
        .unwrap();
    }
    Memory::default()
        .with("dossier.toml", dossier)
        .with("observations.csv", figures)
        .with("article.txt", "Title\nText.\n")
}

fn press(app: &mut App, buffer: &mut Buffer, keys: &[&str]) {
    for key in keys {
        let key: Key = key.parse().unwrap();
        update(app, Message::Key(key));
    }
    view(app, buffer);
}

fn keys(criterion: &mut Criterion) {
    for places in [1, 8, 200] {
        let loaded = load(&daily(places)).unwrap_or_else(|problems| panic!("{problems:?}"));
        let mut app = App::new(loaded, Options::default(), SIZE);
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
        press(&mut app, &mut buffer, &["4", "z", "Down"]);
        let drawn: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(drawn.contains('┼'), "the chart is drawn:\n{drawn}");
        let mut group = criterion.benchmark_group(format!("chart of {FIGURES} figures, {places} places"));
        for (name, there, back) in [("period", "Left", "Right"), ("place", "Down", "Up")] {
            let mut is_there = false;
            group.bench_function(format!("key to the next {name}"), |bench| {
                bench.iter(|| {
                    is_there = !is_there;
                    press(&mut app, &mut buffer, &[if is_there { there } else { back }]);
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, keys);
criterion_main!(benches);
