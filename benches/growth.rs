//! Exports and coverage of large dossiers: the time grows with their size, doubling by doubling.

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
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

/// So many sources, each of which repeats some of those before it, and an event a source.
fn repeats(count: usize, each: usize) -> Loaded {
    let mut text = String::from("[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"L\"\n");
    for number in 0..count {
        let repeated: Vec<String> =
            (number.saturating_sub(each)..number).map(|other| format!("\"s{other}\"")).collect();
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

/// So many events, each of which follows the one before.
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

/// So many relations of one actor.
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

fn growth(c: &mut Criterion) {
    let options = Options { language: Language::En, with_notes: false };
    let mut group = c.benchmark_group("growth");
    group.sample_size(10);
    for count in [500, 1000, 2000, 4000] {
        let made = [
            ("chain", repeats(count, 1)),
            ("forty repeats", repeats(count / 4, 40)),
            ("events", events(count)),
            ("relations", relations(count)),
        ];
        group.throughput(Throughput::Elements(count as u64));
        for (name, loaded) in made {
            group.bench_function(BenchmarkId::new(format!("export, {name}"), count), |b| {
                b.iter(|| black_box(export::html(&loaded, options).len()));
            });
            group.bench_function(BenchmarkId::new(format!("coverage, {name}"), count), |b| {
                b.iter(|| black_box(loaded.dossier.thin_background()));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, growth);
criterion_main!(benches);
