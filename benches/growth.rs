//! Exports and coverage of large dossiers: time must grow linearly as their size doubles.

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use fundstelle::export::{self, Options};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Loaded, Memory, load};

const HEAD: &str =
    "format = 1\nid = \"g\"\ntitle = \"G\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n";

fn open(more: &str) -> Loaded {
    let files = Memory::default()
        .with("article.txt", "Title\nThe council will close the old bridge in May.\n")
        .with("dossier.toml", format!("{HEAD}{more}"));
    load(&files).expect("it opens")
}

/// This many sources, each of which repeats some of those before it, and one event per source.
fn repeats(count: usize, each: usize) -> Loaded {
    repeating(count, |number| {
        (number.saturating_sub(each)..number).map(|other| format!("\"s{other}\"")).collect()
    })
}

/// This many sources with an event each; half of them repeat the one before and one that no other repeats.
fn distinct(count: usize) -> Loaded {
    repeating(count, |number| match number {
        _ if number % 2 == 0 => Vec::new(),
        1 => vec!["\"s0\"".to_owned()],
        _ => vec![format!("\"s{}\"", number - 2), format!("\"s{}\"", number - 1)],
    })
}

fn repeating(count: usize, repeats: impl Fn(usize) -> Vec<String>) -> Loaded {
    let mut text = String::from("[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"L\"\n");
    for number in 0..count {
        let repeated = repeats(number);
        let repeated = repeated.join(", ");
        let _ = write!(
            text,
            "[[source]]\nid = \"s{number}\"\ntype = \"report\"\noutlet = \"O\"\nrepeats = [{repeated}]\n\
             [[event]]\nid = \"e{number}\"\ndate = \"2026-01-01\"\nlane = \"l\"\nkind = \"report\"\ntitle = \"E\"\n\
             summary = \"x\"\nsources = [\"s{number}\"]\n"
        );
    }
    open(&text)
}

/// This many events, each of which follows the one before.
fn events(count: usize) -> Loaded {
    let mut text = String::from(
        "[[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"O\"\n[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"L\"\n",
    );
    for number in 0..count {
        let follows = number.checked_sub(1).map_or_else(String::new, |before| format!("\"e{before}\""));
        let _ = write!(
            text,
            "[[event]]\nid = \"e{number}\"\ndate = \"2026-01-01\"\nlane = \"l\"\nkind = \"report\"\ntitle = \"E\"\n\
             summary = \"x\"\nsources = [\"s\"]\nfollows = [{follows}]\n"
        );
    }
    open(&text)
}

/// This many relations of one actor.
fn relations(count: usize) -> Loaded {
    let mut text = String::from(
        "[[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"O\"\n\
         [[actor]]\nid = \"a\"\nkind = \"government\"\nname = \"A\"\naliases = [\"council\"]\n\
         [[actor]]\nid = \"b\"\nkind = \"place\"\nname = \"B\"\naliases = [\"bridge\"]\n",
    );
    for number in 0..count {
        let _ = write!(
            text,
            "[[relation]]\nid = \"r{number}\"\nfrom = \"a\"\nto = \"b\"\nlabel = \"meets\"\nsources = [\"s\"]\n"
        );
    }
    open(&text)
}

/// A note of this many KB, made to be slow.
fn note(kilobytes: usize, begin: &str, unit: &str) -> Loaded {
    let note = format!("{begin}{}", unit.repeat((kilobytes << 10) / unit.len()));
    open(&format!(
        "[[claim]]\nid = \"c\"\ntext = \"C\"\nassessment = \"open\"\nanchors = [\"old bridge\"]\nnote = \"{note}\"\n"
    ))
}

fn growth(c: &mut Criterion) {
    let options = Options { language: Language::En, with_notes: false };
    let mut group = c.benchmark_group("growth");
    group.sample_size(10);
    for count in [500, 1000, 2000, 4000] {
        let made = [
            ("chain", count, repeats(count, 1)),
            ("forty repeats", count / 4, repeats(count / 4, 40)),
            ("distinct ends", count, distinct(count)),
            ("events", count, events(count)),
            ("relations", count, relations(count)),
            ("addresses", count, note(count / 25, "", "https://")),
            ("brackets", count, note(count / 25, "https://a.org/", ")")),
        ];
        for (name, elements, loaded) in made {
            group.throughput(Throughput::Elements(elements as u64));
            for (format, write) in [
                ("HTML", export::html as fn(&Loaded, Options) -> String),
                ("Markdown", export::markdown),
                ("text", export::text),
            ] {
                // A fresh copy each time: the origins are computed on first use and cached.
                group.bench_function(BenchmarkId::new(format!("{format}, {name}"), elements), |b| {
                    b.iter_batched(
                        || loaded.clone(),
                        |loaded| black_box(write(&loaded, options).len()),
                        BatchSize::PerIteration,
                    );
                });
            }
            group.bench_function(BenchmarkId::new(format!("coverage, {name}"), elements), |b| {
                b.iter_batched(
                    || loaded.clone(),
                    |loaded| black_box(loaded.dossier.thinly_sourced()),
                    BatchSize::PerIteration,
                );
            });
        }
    }
    group.finish();
}

criterion_group!(benches, growth);
criterion_main!(benches);
