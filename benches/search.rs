//! The goals for search: 10 MB within 250 ms, the first hit at once, and a slice, the longest a key ever waits, within
//! 1 ms. `cargo bench --bench search`.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin had better stop")]

use std::hint::black_box;

use std::fmt::Write as _;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use fundstelle::app::{App, Message, Options, settle, update, view};
use fundstelle::load::{Memory, load};
use fundstelle::text::find::{Finder, PassageScan, Query, Scan, Step, WORK_PER_SLICE};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

const SIZE: Size = Size::new(120, 40);
const MB: usize = 1 << 20;

/// This text repeated up to this many bytes.
fn text(of: &str, bytes: usize) -> String {
    of.repeat(bytes / of.len())
}

fn german(bytes: usize) -> String {
    text(
        "Die Unternehmen weichen nach Südostasien aus, weil dort „die neuesten“ Rechenzentren stehen.\n",
        bytes,
    )
}

/// The number of hits in all of it, slice by slice.
fn whole(finder: &Finder, text: &str) -> usize {
    let mut scan = Scan::of(0..text.len());
    let mut hits = 0;
    loop {
        let mut work = WORK_PER_SLICE;
        loop {
            match finder.next(text, &mut scan, &mut work) {
                Step::Hit(_) => hits += 1,
                Step::Paused => break,
                Step::Done => return hits,
            }
        }
    }
}

/// The number of passages in all of it, slice by slice.
fn all_passages(query: &Query, text: &str) -> usize {
    let mut scan = PassageScan::of(0..text.len());
    let mut hits = 0;
    loop {
        let mut work = WORK_PER_SLICE;
        loop {
            match query.next(text, &mut scan, &mut work) {
                Step::Hit(_) => hits += 1,
                Step::Paused => break,
                Step::Done => return hits,
            }
        }
    }
}

/// Several words, each from its beginning: how often they stand in a sentence together.
fn words(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("words in 10 MB");
    group.sample_size(10).throughput(Throughput::Bytes(10 * MB as u64));
    let german = german(10 * MB);
    let unbroken = text("weil dort die Unternehmen ohne Punkt und Komma ", 10 * MB);
    for (name, text, typed) in [
        ("a word from its beginning", &german, "rechen"),
        ("a word that only stands inside of words", &german, "zentren"),
        ("words of which one is nowhere", &german, "unternehmen quantencomputer"),
        ("words of every sentence, in another order", &german, "rechenzentren neuesten"),
        ("words of every sentence, in a row", &german, "die neuesten"),
        ("sixteen words", &german, "die un we na sü aus weil dort neu re st ste stehen wei weich weichen"),
        ("a text without sentences", &unbroken, "komma unternehmen nirgends"),
    ] {
        let query = Query::new(typed).unwrap();
        group.bench_function(name, |bencher| bencher.iter(|| black_box(all_passages(&query, text))));
    }
    group.finish();
}

fn ten_megabytes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("search 10 MB");
    group.sample_size(10).throughput(Throughput::Bytes(10 * MB as u64));
    let german = german(10 * MB);
    let russian =
        text("Компании уходят в Юго-Восточную Азию, потому что там стоят новейшие центры.\n", 10 * MB);
    let chinese = text("公司正在转向东南亚，因为那里有最新的数据中心。TikTok 也在那里。\n", 10 * MB);
    let decomposed =
        text("Su\u{308}dostasien, u\u{308}berall ga\u{308}be es ho\u{308}here A\u{308}mter. ", 10 * MB);
    let slow = text("aäaäaäa", 10 * MB);
    for (name, text, query) in [
        ("German, a word that is nowhere", &german, "Quantencomputer"),
        ("German, a word of every line", &german, "rechenzentren"),
        ("German, an umlaut", &german, "südost"),
        ("German, one letter", &german, "e"),
        ("German, typographic", &german, "\"die neuesten\""),
        ("Russian", &russian, "потому что нет"),
        ("Russian, Latin letters", &russian, "tiktok"),
        ("Chinese", &chinese, "数据中心"),
        ("Chinese, Latin letters", &chinese, "tiktok"),
        ("decomposed", &decomposed, "höhere"),
        ("made to be slow", &slow, &"aae".repeat(80)),
    ] {
        let finder = Finder::new(query).unwrap();
        group.bench_function(name, |bencher| bencher.iter(|| black_box(whole(&finder, text))));
    }
    group.finish();
}

fn slice(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one slice");
    let german = german(MB);
    let slow = text("aäaäaäa", MB);
    for (name, text, query) in [
        ("German, a word that is nowhere", &german, "Quantencomputer"),
        ("German, one letter that is", &german, "e"),
        ("made to be slow", &slow, &"aae".repeat(80)),
    ] {
        let finder = Finder::new(query).unwrap();
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                || Scan::of(0..text.len()),
                |mut scan| {
                    let mut work = WORK_PER_SLICE;
                    while let Step::Hit(hit) = finder.next(text, &mut scan, &mut work) {
                        black_box(hit);
                    }
                },
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

/// An app with an article of 10 MB, 5,000 actors and 5,000 events in which this was searched to the end.
fn reader(typed: &str) -> App {
    let mut dossier =
        String::from("format = 1\nid = \"large\"\n[article]\nfile = \"article.txt\"\nlanguage = \"de\"\n");
    for actor in 0..5_000 {
        write!(
            dossier,
            "[[actor]]\nid = \"a{actor}\"\nkind = \"company\"\nname = \"Rechenzentrum {actor}\"\n"
        )
        .unwrap();
    }
    // What is found by its date too, which is written when it is read.
    dossier.push_str("[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"Rechnung\"\n");
    dossier
        .push_str("[[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"Haus\"\nissued = \"2025-03-02\"\n");
    for event in 0..5_000 {
        write!(
            dossier,
            "[[event]]\nid = \"e{event}\"\ndate = \"2025-03-{:02}\"\nlane = \"l\"\nkind = \"report\"\n\
             title = \"Rechenzentrum {event}\"\nsummary = \"Nummer {event}\"\nsources = [\"s\"]\n",
            event % 28 + 1
        )
        .unwrap();
    }
    let files = Memory::default().with("dossier.toml", dossier).with("article.txt", german(10 * MB - 99));
    let mut app = App::new(load(&files).unwrap(), Options::default(), SIZE);
    press(&mut app, typed);
    settle(&mut app);
    app
}

fn press(app: &mut App, script: &str) {
    for key in script.split_whitespace() {
        update(app, Message::Key(key.parse().unwrap()));
    }
}

/// The cost of a key while a search is typed or active, and of a whole search with the screen updated.
fn in_the_app(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("search in the app");
    group.sample_size(10);
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
    for (name, before, keys) in [
        ("a key that is typed", "/ r e c h e n z e n t r", "e"),
        ("a step down", "/ r e c h e n z e n t r e n Down", "Down"),
        ("to the next group", "/ r e c h e n z e n t r", "Tab"),
        ("the next hit", "/ r e c h e n z e n t r e n Enter", "n"),
        ("the previous hit, far away", "/ r e c h e n z e n t r e n Enter", "N"),
        ("away from it", "/ r e c h e n z e n t r e n", "Esc"),
    ] {
        let app = reader(before);
        group.bench_function(format!("{name}, with the draw"), |bencher| {
            bencher.iter_batched_ref(
                || app.clone(),
                |app| {
                    press(app, keys);
                    view(app, &mut buffer);
                },
                BatchSize::PerIteration,
            );
        });
    }
    for (name, keys) in [
        ("found nowhere", "/ q u a n t e n"),
        ("found everywhere", "/ r e c h e n"),
        ("words found nowhere together", "/ q u a n t e n Space r e c h e n"),
        ("a date", "/ 1 3 Space m a r"),
    ] {
        let mut app = reader("Esc");
        press(&mut app, keys);
        group.bench_function(format!("all of it, {name}"), |bencher| {
            bencher.iter_batched_ref(|| app.clone(), settle, BatchSize::PerIteration);
        });
        group.bench_function(format!("one slice of it, {name}, with the draw"), |bencher| {
            bencher.iter_batched_ref(
                || app.clone(),
                |app| {
                    update(app, Message::Work);
                    view(app, &mut buffer);
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, ten_megabytes, words, slice, in_the_app);
criterion_main!(benches);
