//! The cost of wrapping the longest chunk: a paragraph of 4 KB, hyphenated by the rules of its language. A key wraps a few
//! chunks at most.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use fundstelle::text::{hyphenate, wrap};

const SENTENCES: [(&str, &str, &str); 3] = [
    (
        "German",
        "de",
        "Beide sollen inzwischen massiv Rechenleistung in Rechenzentren außerhalb Chinas anmieten – vor allem in Singapur, \
         Malaysia und anderen südostasiatischen Staaten. ",
    ),
    (
        "English",
        "en",
        "Both companies are said to be renting computing capacity on a massive scale in data centres outside China, above \
         all in Singapore, Malaysia and other Southeast Asian countries. ",
    ),
    (
        "Chinese",
        "zh",
        "两家公司据说都在中国以外的数据中心大规模租用计算能力，主要集中在新加坡、马来西亚和其他东南亚国家。",
    ),
];

fn paragraphs(criterion: &mut Criterion) {
    for (name, language, sentence) in SENTENCES {
        let text = sentence.repeat(4096 / sentence.len());
        let mut group = criterion.benchmark_group(format!("4 KB, {name}"));
        group.bench_function("places", |bench| {
            bench.iter(|| hyphenate::break_points(black_box(&text), 0..text.len(), language));
        });
        for width in [40, 72] {
            group.bench_function(format!("places and lines, {width} cells"), |bench| {
                bench.iter(|| {
                    let hyphens = hyphenate::break_points(black_box(&text), 0..text.len(), language);
                    wrap::lines(&text, 0..text.len(), width, &hyphens)
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, paragraphs);
criterion_main!(benches);
