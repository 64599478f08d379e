//! Whatever the figures are and however much room there is: each row prints its line's own values, whole, and nothing is
//! written over anything else.

use std::fmt::Write as _;

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::Overview;
use crate::dossier::chart::Point;
use crate::facts::SeriesTrend;
use crate::i18n::language::Language;
use crate::load::{Memory, load};
use crate::look::glyphs::Glyphs;
use crate::protocol::context::Context;
use crate::protocol::multiples::Multiple;
use crate::text::width;
use crate::widgets::view::View as _;

const QUALIFIERS: [&str; 7] = ["exact", "about", "rounded", "more-than", "at-least", "up-to", "forecast"];
const NAMES: [&str; 5] = ["A", "Johor", "Ho-Chi-Minh-Stadt", "東京", "A rather long name of a place"];

/// A figure: its series, its place, its half-year, its value, how it is meant.
type Figure = (usize, usize, usize, Option<f64>, usize);

fn opened(figures: &[Figure]) -> Context {
    let mut dossier = String::from(
        "format = 1\nid = \"t\"\ntitle = \"T\"\nobservations = \"o.csv\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n",
    );
    for (number, name) in NAMES.iter().enumerate() {
        let _ = write!(dossier, "[[place]]\nid = \"p{number}\"\nname = \"{name}\"\n");
    }
    for (number, kind) in ["stock", "flow", "stock"].iter().enumerate() {
        let _ = write!(
            dossier,
            "[[series]]\nid = \"s{number}\"\noutlet = \"S\"\nunit = \"MW\"\nkind = \"{kind}\"\ntitle = \"Series\"\n\
             definition = \"D.\"\nshort = \"short\"\n"
        );
    }
    let mut table = String::from("series,place,date,value,qualifier,source\n");
    for (series, place, half, value, qualifier) in figures {
        let date = format!("{}-{}", 2000 + half / 2, 40 + half % 2);
        let value = value.map(|value| value.to_string()).unwrap_or_default();
        let _ = writeln!(table, "s{series},p{place},{date},{value},{},s", QUALIFIERS[*qualifier]);
    }
    let files =
        Memory::default().with("dossier.toml", dossier).with("a.txt", "Title\nText.\n").with("o.csv", table);
    let loaded = load(&files).expect("it opens");
    Context::new(loaded.dossier, Language::En)
}

fn figures() -> impl Strategy<Value = Vec<Figure>> {
    let value = prop_oneof![
        1 => Just(None),
        8 => prop_oneof![-1e3..1e4_f64, 0.0..1e-3_f64, 1e9..4e12_f64].prop_map(|value| Some((value * 1e4).round() / 1e4)),
    ];
    prop::collection::vec((0_usize..3, 0..NAMES.len(), 0_usize..12, value, 0..QUALIFIERS.len()), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn each_row_prints_its_own_values_whole(
        (figures, width, rows, ascii) in (figures(), 44_u16..140, 3_u16..40, any::<bool>())
    ) {
        let mut context = opened(&figures);
        context.glyphs = if ascii { Glyphs::Ascii } else { Glyphs::Unicode };
        let trends = SeriesTrend::dated(&context.dossier, false);
        prop_assume!(!trends.is_empty());
        let area = Rect::new(0, 0, width, rows);
        let mut overview = Overview::of_all(trends.clone());
        let count = overview.list.items().len();
        let mut met = 0;
        // From its first row to its last, a window at a time.
        for place in 0..count {
            let item = overview.list.items()[place].clone();
            overview.put(&item);
            overview.layout(&context, true, area);
            let mut buffer = Buffer::empty(area);
            overview.draw(&context, area, &mut buffer);
            let text: Vec<String> = buffer
                .content
                .chunks(usize::from(width))
                .map(|row| row.iter().map(Cell::symbol).collect())
                .collect();
            let all: Vec<_> = trends.iter().flat_map(|trend| trend.lines.iter().map(move |line| (trend, line))).collect();
            let item = overview.list.cursor().expect("a row").clone();
            let (trend, line) = all.iter().find(|(_, line)| line.last().of == item).expect("its line");
            let ends: Vec<f64> = trend.lines.iter().flat_map(|line| [line.ends().0, line.ends().1]).collect();
            let multiple = Multiple::of(&context, &ends);
            let written = |point: &Point| multiple.write(&context, point.value.unwrap_or_default(), point.qualifier);
            let arrow = if ascii { " -> " } else { "→" };
            let values = if line.is_single() {
                written(line.last())
            } else {
                format!("{}{arrow}{}", written(line.first()), written(line.last()))
            };
            prop_assume!(width::cells(&values) + 30 < usize::from(width));
            let is_whole = |row: &&String| {
                row.match_indices(&values).any(|(at, _)| {
                    let is_apart = |c: Option<char>| c.is_none_or(|c| c == ' ');
                    is_apart(row[..at].chars().next_back()) && is_apart(row[at + values.len()..].chars().next())
                })
            };
            prop_assert!(text.iter().any(|row| is_whole(&row)), "{:?} in {}×{}:\n{}", values, width, rows, text.join("\n"));
            met += 1;
        }
        prop_assert!(met == count);
    }
}
