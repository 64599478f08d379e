//! The cost of a key in each view of the claims with 10,000 of them and as many sources: update and view together, at most a
//! millisecond.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin had better stop")]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use fundstelle::app::{App, Message, Options, update, view};
use fundstelle::input::key::Key;
use fundstelle::load::{Memory, load};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

const SIZE: Size = Size::new(200, 60);
const CLAIMS: usize = 10_000;

/// The keys that lead to each view, and words that show that it is there.
const VIEWS: [(&str, &[&str], &str); 3] = [
    ("list", &["5", "z"], "Claim"),
    ("compare", &["5", "z", "v"], "Claim"),
    ("score", &["5", "z", "v", "v"], "Independent sources per claim"),
];

fn files(claims: usize) -> Memory {
    let (mut article, mut text) = (String::from("Title\n"), String::new());
    for number in 0..claims {
        let assessment = ["borne-out", "qualified", "contradicted", "open"][number % 4];
        let _ = writeln!(article, "Words w{number}e stand here.");
        let repeats = if number % 3 == 0 { String::new() } else { format!("\"s{}\"", number - 1) };
        let _ = writeln!(
            text,
            "[[source]]\nid = \"s{number}\"\ntype = \"report\"\noutlet = \"Outlet {}\"\nrepeats = [{repeats}]\n\
             [[claim]]\nid = \"c{number}\"\ntext = \"Claim {number}\"\nanchors = [\"w{number}e\"]\n\
             assessment = \"{assessment}\"\nsources = [\"s{number}\", \"s{}\"]\nnote = \"What it says.\"",
            number % 100,
            number / 2
        );
    }
    let head = "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";
    Memory::default().with("a.txt", article).with("dossier.toml", format!("{head}{text}"))
}

fn press(app: &mut App, key: Key, buffer: &mut Buffer) {
    update(app, Message::Key(key));
    view(app, buffer);
}

fn claims(c: &mut Criterion) {
    let mut group = c.benchmark_group("claims");
    group.sample_size(20);
    for count in [200, CLAIMS] {
        let loaded = load(&files(count)).unwrap();
        for (name, keys, shows) in VIEWS {
            let mut app = App::new(loaded.clone(), Options::default(), SIZE);
            let mut buffer = Buffer::empty(Rect::from((ratatui::layout::Position::ORIGIN, SIZE)));
            for key in keys {
                press(&mut app, key.parse().unwrap(), &mut buffer);
            }
            let text: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
            assert!(text.contains(shows), "the view is not there");
            let keys = ["Down", "Right", "PageDown", "Left", "Up", "PageUp"].map(|key| key.parse().unwrap());
            let mut next = keys.into_iter().cycle();
            group.bench_function(format!("a key, {name}, {count} claims"), |b| {
                b.iter(|| {
                    press(&mut app, next.next().unwrap(), &mut buffer);
                    black_box(&buffer);
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, claims);
criterion_main!(benches);
