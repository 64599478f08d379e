//! What is suggested of an article: how good it is, by the gold texts, and how long it takes of one of a megabyte, which must grow
//! linearly with its length.

#[path = "../tests/it/gold/scoring.rs"]
mod scoring;
#[path = "../tests/it/gold/texts.rs"]
mod texts;

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use fundstelle::suggest::find;

const MEGABYTE: usize = 1 << 20;

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

fn time(c: &mut Criterion) {
    let mut group = c.benchmark_group("suggestions");
    group.sample_size(10);
    for language in scoring::LANGUAGES {
        let texts = texts::texts("seen");
        let text = texts.iter().find(|text| text.language == language).expect("a text in each language");
        let text = &*text.dossier.article.text;
        for size in [MEGABYTE / 2, MEGABYTE] {
            let dossier = texts::dossier(&text.repeat(size.div_ceil(text.len())), language, "2026-01-01")
                .expect("it opens");
            group.throughput(Throughput::Bytes(dossier.article.text.len() as u64));
            group.bench_with_input(BenchmarkId::new(language, size), &dossier, |bencher, dossier| {
                bencher.iter(|| black_box(find(black_box(dossier))));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, quality, time);
criterion_main!(benches);
