//! The promises of searching: 10 MB within 250 ms, the first hit at once, and a slice, which is the longest a key ever
//! waits for it, within 1 ms. `cargo bench --bench search`.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin had better stop")]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use fundstelle::text::find::{Finder, SLICE, Scan, Step};

const MB: usize = 1 << 20;

/// So many bytes of this, again and again.
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
        let mut work = SLICE;
        loop {
            match finder.next(text, &mut scan, &mut work) {
                Step::Hit(_) => hits += 1,
                Step::Paused => break,
                Step::Done => return hits,
            }
        }
    }
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
                    let mut work = SLICE;
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

criterion_group!(benches, ten_megabytes, slice);
criterion_main!(benches);
