//! What is suggested of an article: how good it is, by the gold texts, and how long it takes, which must grow linearly with the
//! length of whatever is read. The first `S` in an article of three megabytes waits for it.
//!
//! `cargo bench --bench suggestions` prints both tables, and then measures articles of a megabyte and of three.

#[path = "../tests/it/gold/scoring.rs"]
mod scoring;
#[path = "../tests/it/gold/texts.rs"]
mod texts;

use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use fundstelle::dossier::Dossier;
use fundstelle::suggest::find;

const MEGABYTE: usize = 1 << 20;

/// What no news is, and what a file may be all the same: a part that is repeated.
const HOSTILE: [(&str, &str); 14] = [
    ("digits", "1234567890"),
    ("numbers", "12 345 "),
    ("opening quotes", "„"),
    ("quotes", "\""),
    ("quoted words", "„ab“ "),
    ("capitals", "A"),
    ("capital words", "Abc "),
    ("acronyms", "ABC DEF "),
    ("commas", ","),
    ("words and commas", "a, "),
    ("full stops", "a. "),
    ("speaking", "sagte er, "),
    ("years", "2019 2020 "),
    ("days", "am 3. Mai "),
];

/// How good they are of each half and language, printed once before anything is measured.
fn quality(_: &mut Criterion) {
    let mut table = scoring::table();
    for half in texts::HALVES {
        for language in scoring::LANGUAGES {
            for missed in scoring::scores(half, language).short_of(&scoring::goals(language)) {
                let _ = writeln!(table, "{half} {language}: {missed}");
            }
        }
    }
    println!("{table}");
}

/// The texts that may be seen of a language, repeated until they are so long.
fn prose(language: &str, size: usize) -> String {
    let texts = texts::texts("seen");
    let own = texts.iter().filter(|text| text.language == language);
    let all: Vec<&str> = own.map(|text| &*text.dossier.article.text).collect();
    repeated(&(all.join("\n") + "\n"), size)
}

fn repeated(part: &str, size: usize) -> String {
    part.repeat(size.div_ceil(part.len()))
}

fn open(text: &str, language: &str) -> Arc<Dossier> {
    texts::dossier(text, language, "2026-01-01").expect("it opens")
}

/// A text of so many bytes, or a little more.
type Text = Box<dyn Fn(usize) -> String>;

/// Seconds of one, three and ten megabytes of each shape, measured once: where the last is more than ten times the first, the time
/// is not linear.
fn growth(_: &mut Criterion) {
    // Only tried, as in `cargo test --benches`: nothing is measured.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let mut shapes: Vec<(&str, &str, Text)> = vec![
        ("prose, German", "de", Box::new(|size| prose("de", size))),
        ("prose, English", "en", Box::new(|size| prose("en", size))),
        ("prose, no language", "und", Box::new(|size| prose("de", size))),
        ("prose in one line", "de", Box::new(|size| prose("de", size).replace('\n', " "))),
    ];
    for (name, part) in HOSTILE {
        shapes.push((name, "de", Box::new(move |size| repeated(part, size))));
    }
    println!("{:<20}{:>9}{:>9}{:>9}{:>11}", "seconds of", "1 MB", "3 MB", "10 MB", "MB/s");
    for (name, language, text) in shapes {
        let mut line = format!("{name:<20}");
        let mut rate = 0.0;
        for size in [1, 3, 10] {
            let dossier = open(&text(size * MEGABYTE), language);
            let start = Instant::now();
            black_box(find(black_box(&dossier)));
            let seconds = start.elapsed().as_secs_f64();
            let _ = write!(line, "{seconds:>9.3}");
            rate = dossier.article.text.len() as f64 / MEGABYTE as f64 / seconds;
        }
        println!("{line}{rate:>11.1}");
    }
}

fn time(c: &mut Criterion) {
    let mut group = c.benchmark_group("suggestions");
    group.sample_size(10);
    for language in scoring::LANGUAGES {
        for megabytes in [1, 3] {
            let dossier = open(&prose(language, megabytes * MEGABYTE), language);
            group.throughput(Throughput::Bytes(dossier.article.text.len() as u64));
            group.bench_with_input(
                BenchmarkId::new(language, format!("{megabytes} MB")),
                &dossier,
                |bencher, dossier| bencher.iter(|| black_box(find(black_box(dossier)))),
            );
        }
    }
    group.finish();
}

criterion_group!(benches, quality, growth, time);
criterion_main!(benches);
