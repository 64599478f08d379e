//! The goals for speed: opening, the first view, and a key (update and view together), for the shipped dossier and
//! for articles of 100 KB to 10 MB with 10,000 mentions. `cargo bench`.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin had better stop")]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use fundstelle::app::{App, Message, Options, update, view};
use fundstelle::input::key::Key;
use fundstelle::load::{Memory, load, shipped};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

const SIZE: Size = Size::new(120, 40);

/// An article of about this many bytes in paragraphs of 600, naming one of fifty actors 10,000 times in all.
fn large(bytes: usize) -> Memory {
    let sentence =
        "Die Unternehmen weichen nach Südostasien aus, weil dort die neuesten Rechenzentren stehen. ";
    let paragraphs = bytes / 600;
    let mut article = String::from("Ein langer Artikel\n");
    for paragraph in 0..paragraphs {
        for _ in 0..6 {
            article.push_str(sentence);
        }
        for mention in
            0..(10_000 / paragraphs.max(1)).max(usize::from(paragraph % (paragraphs / 10_000 + 1) == 0))
        {
            write!(article, "Firma{} baut. ", (paragraph + mention) % 50).unwrap();
        }
        article.push('\n');
    }
    let mut dossier =
        String::from("format = 1\nid = \"large\"\n[article]\nfile = \"article.txt\"\nlanguage = \"de\"\n");
    for actor in 0..50 {
        write!(
            dossier,
            "[[actor]]\nid = \"a{actor}\"\nkind = \"company\"\nname = \"Firma{actor}\"\nprominent = true\naliases = [\"Firma{actor}\"]\n"
        )
        .unwrap();
    }
    Memory::default().with("dossier.toml", dossier).with("article.txt", article)
}

/// An article of this many bytes in Markdown: paragraphs with emphasis and a link, a heading, a quotation and a list now
/// and then.
fn marked(bytes: usize) -> Memory {
    let part = "## Nach *Südosten*\n\nDie Unternehmen weichen nach **Südostasien** aus, weil dort die [neuesten \
        Rechenzentren](https://example.org/rechenzentren) stehen,\nund zwar in so großer Zahl, dass der *Strom* knapp wird.\n\n\
        > Wir bauen weiter, sagte der Minister, und zwar so lange, bis keiner mehr fragt.\n\n\
        1. Johor baut, und das seit Jahren.\n2. Batam will bauen.\n\n";
    Memory::default().with("article.md", part.repeat(bytes / part.len()))
}

/// An article of one line of this many bytes: words, or a single one.
fn one_line(name: &str, word: &str, bytes: usize) -> Memory {
    Memory::default().with(name, word.repeat(bytes / word.len()))
}

/// Two lines of text and this many actors, events and claims, all prominent, every event naming two actors.
fn crowded(items: usize) -> Memory {
    let mut dossier = String::from(
        "format = 1\nid = \"crowded\"\n[article]\nfile = \"article.txt\"\nlanguage = \"de\"\npublished = \"2025-06-01\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"Lane\"\n",
    );
    for item in 0..items {
        write!(
            dossier,
            "[[actor]]\nid = \"a{item}\"\nkind = \"company\"\nname = \"Actor {item}\"\nprominent = true\n\
             [[event]]\nid = \"e{item}\"\ndate = \"20{:02}-{:02}-{:02}\"\nlane = \"l\"\nkind = \"report\"\ntitle = \"Event {item}\"\n\
             summary = \"What happened.\"\nactors = [\"a{item}\", \"a0\"]\nsources = [\"s\"]\nprominent = true\n\
             [[claim]]\nid = \"c{item}\"\ntext = \"A claim of some length that takes more than one line, number {item}.\"\n\
             anchors = [\"Zwei Zeilen\"]\nactors = [\"a{item}\"]\nassessment = \"open\"\n",
            item % 30,
            item % 12 + 1,
            item % 28 + 1,
        )
        .unwrap();
    }
    Memory::default().with("dossier.toml", dossier).with("article.txt", "Zwei Zeilen\nText steht hier.\n")
}

fn opened(files: Option<&Memory>) -> App {
    let loaded = match files {
        Some(files) => load(files),
        None => load(&shipped()),
    };
    let loaded = loaded.unwrap_or_else(|problems| panic!("{problems:?}"));
    App::new(loaded, Options::default(), SIZE)
}

fn press(app: &mut App, buffer: &mut Buffer, keys: &[&str]) {
    for key in keys {
        let key: Key = key.parse().unwrap();
        update(app, Message::Key(key));
    }
    view(app, buffer);
}

fn load_and_first_view(criterion: &mut Criterion) {
    criterion.bench_function("load shipped", |bench| bench.iter(|| load(black_box(&shipped())).is_ok()));
    let area = Rect::new(0, 0, SIZE.width, SIZE.height);
    criterion.bench_function("first view shipped", |bench| {
        bench.iter_batched(
            || load(&shipped()).unwrap(),
            |loaded| {
                let mut buffer = Buffer::empty(area);
                view(&App::new(loaded, Options::default(), SIZE), &mut buffer);
                buffer
            },
            BatchSize::LargeInput,
        );
    });
    let sizes = [("100 KB", 100_000), ("1 MB", 1_000_000), ("10 MB", 9_000_000)];
    let large = sizes.map(|(name, bytes)| (format!("load {name}, 10,000 mentions"), large(bytes)));
    let marked = sizes.map(|(name, bytes)| (format!("load {name} of Markdown"), marked(bytes)));
    for (name, files) in large.into_iter().chain(marked) {
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10);
        group.bench_function("load", |bench| bench.iter(|| load(black_box(&files)).is_ok()));
        group.finish();
    }
}

/// Each bench presses keys that undo each other, so that every round starts in the same state.
fn keys(criterion: &mut Criterion) {
    let cases =
        [("shipped", None), ("100 KB", Some(100_000)), ("1 MB", Some(1_000_000)), ("10 MB", Some(9_000_000))];
    for (name, bytes) in cases {
        let files = bytes.map(large);
        let mut app = opened(files.as_ref());
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
        let mut group = criterion.benchmark_group(format!("two keys, one view, {name}"));
        press(&mut app, &mut buffer, &["PageDown", "2", "j", "1"]);
        group.bench_function("scroll: j k", |bench| bench.iter(|| press(&mut app, &mut buffer, &["j", "k"])));
        group.bench_function("page: PageDown PageUp", |bench| {
            bench.iter(|| press(&mut app, &mut buffer, &["PageDown", "PageUp"]));
        });
        group.bench_function("name: l h", |bench| bench.iter(|| press(&mut app, &mut buffer, &["l", "h"])));
        group.bench_function("end: G g", |bench| bench.iter(|| press(&mut app, &mut buffer, &["G", "g"])));
        press(&mut app, &mut buffer, &["2", "j"]);
        group.bench_function("actor: j k", |bench| bench.iter(|| press(&mut app, &mut buffer, &["j", "k"])));
        group.bench_function("card: Enter Esc", |bench| {
            bench.iter(|| press(&mut app, &mut buffer, &["Enter", "Esc"]));
        });
        group.finish();
    }
}

/// Markdown, and a line that is as long as an article: the cost of a key is that of a window, not of the line.
fn bare_articles(criterion: &mut Criterion) {
    let megabytes = 5 << 20;
    for (name, files) in [
        ("1 MB of Markdown", marked(1_000_000)),
        ("10 MB of Markdown", marked(9_000_000)),
        ("one line of 5 MB, .txt", one_line("article.txt", "Rechenzentrum ", megabytes)),
        ("one line of 5 MB, .md", one_line("article.md", "Rechenzentrum *und* ", megabytes)),
        ("one word of 5 MB, .txt", one_line("article.txt", "Rechenzentrum", megabytes)),
        ("one word of 5 MB, .md", one_line("article.md", "Rechenzentrum", megabytes)),
    ] {
        let mut group = criterion.benchmark_group(format!("{name}: two keys, one view"));
        group.sample_size(20);
        group.bench_function("open", |bench| bench.iter(|| opened(Some(&files))));
        let mut app = opened(Some(&files));
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
        group.bench_function("scroll: j k", |bench| bench.iter(|| press(&mut app, &mut buffer, &["j", "k"])));
        group.bench_function("end: G g", |bench| bench.iter(|| press(&mut app, &mut buffer, &["G", "g"])));
        press(&mut app, &mut buffer, &["G"]);
        group.bench_function("page: PageUp PageDown", |bench| {
            bench.iter(|| press(&mut app, &mut buffer, &["PageUp", "PageDown"]));
        });
        group.bench_function("resize and back", |bench| {
            bench.iter(|| {
                update(&mut app, Message::Resize(Size::new(80, 24)));
                update(&mut app, Message::Resize(SIZE));
                view(&app, &mut buffer);
            });
        });
        press(&mut app, &mut buffer, &["PageUp", "l"]);
        group.bench_function("link: l h", |bench| bench.iter(|| press(&mut app, &mut buffer, &["h", "l"])));
        group.bench_function("card: Enter Esc", |bench| {
            bench.iter(|| press(&mut app, &mut buffer, &["Enter", "Esc", "1"]));
        });
        group.finish();
    }
}

/// A dossier with many items: the cost of a key is that of a window, not of the list.
fn crowds(criterion: &mut Criterion) {
    let files = crowded(10_000);
    let mut app = opened(Some(&files));
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
    let mut group = criterion.benchmark_group("two keys, one view, 10,000 actors, events and claims");
    group.bench_function("article: j k", |bench| bench.iter(|| press(&mut app, &mut buffer, &["j", "k"])));
    for (panel, name) in [("2", "actors"), ("3", "timeline"), ("5", "claims")] {
        press(&mut app, &mut buffer, &[panel, "PageDown"]);
        group.bench_function(format!("{name}: j k"), |bench| {
            bench.iter(|| press(&mut app, &mut buffer, &["j", "k"]));
        });
    }
    // Choosing a filter visits every item once, so its cost grows with their number.
    press(&mut app, &mut buffer, &["3", "f"]);
    group.bench_function("filter of the timeline: Space Space", |bench| {
        bench.iter(|| press(&mut app, &mut buffer, &["Space", "Space"]));
    });
    press(&mut app, &mut buffer, &["Esc"]);
    // The first actor is named by every event.
    press(&mut app, &mut buffer, &["2", "g", "Enter"]);
    group.bench_function("card of 10,000 lines: PageDown PageUp", |bench| {
        bench.iter(|| press(&mut app, &mut buffer, &["PageDown", "PageUp"]));
    });
    group.finish();

    let mut group = criterion.benchmark_group("go to, 30,000 things");
    // Opening it for the first time builds the list.
    group.bench_function("first opened", |bench| {
        bench.iter_batched(
            || app.clone(),
            |mut app| {
                press(&mut app, &mut buffer, &[":"]);
                app
            },
            BatchSize::LargeInput,
        );
    });
    press(&mut app, &mut buffer, &[":", "Esc"]);
    group.bench_function("opened and closed", |bench| {
        bench.iter(|| press(&mut app, &mut buffer, &[":", "Esc"]));
    });
    press(&mut app, &mut buffer, &[":"]);
    // A letter that nearly all names contain, one that follows it, and letters that few contain.
    for (name, keys) in [
        ("e, all gone", &["e", "Ctrl+u"][..]),
        ("v after e, e", &["v", "Backspace"]),
        ("event 2: 7 letters, all gone", &["e", "v", "e", "n", "t", "Space", "2", "Ctrl+u"]),
    ] {
        press(&mut app, &mut buffer, if name.starts_with('v') { &["e"] } else { &["Ctrl+u"] });
        group.bench_function(name, |bench| bench.iter(|| press(&mut app, &mut buffer, keys)));
    }
    group.finish();
}

criterion_group!(benches, load_and_first_view, keys, bare_articles, crowds);
criterion_main!(benches);
