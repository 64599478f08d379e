//! Every bar is as long as its value, to the eighth of a cell, and nothing covers anything else, in any room.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::measure::Form;
use super::*;
use crate::load::{Memory, load};
use crate::protocol::lines;
use ratatui::buffer::Cell;

/// A figure of a test: its place, date, part (may be empty), value and qualifier.
type Row = (usize, String, &'static str, Option<f64>, &'static str);

fn opened(kind: &str, rows: &[Row]) -> Context {
    let mut dossier = String::from(
        "format = 1\nid = \"t\"\ntitle = \"T\"\nobservations = \"o.csv\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n",
    );
    let last = rows.iter().map(|row| row.0).max().unwrap_or(0);
    for place in 0..=last {
        let _ = write!(dossier, "[[place]]\nid = \"p{place}\"\nname = \"Place {place}\"\ncountry = \"MY\"\n");
    }
    let _ = write!(
        dossier,
        "[[series]]\nid = \"a\"\noutlet = \"S\"\nunit = \"MW\"\nkind = \"{kind}\"\ntitle = \"Series\"\ndefinition = \"D.\"\n"
    );
    let mut table = String::from("series,place,date,part,value,qualifier,source\n");
    for (place, date, part, value, qualifier) in rows {
        let value = value.map_or_else(String::new, |value| value.to_string());
        let qualifier = if value.is_empty() { "" } else { qualifier };
        let _ = writeln!(table, "a,p{place},{date},{part},{value},{qualifier},s");
    }
    let files =
        Memory::default().with("dossier.toml", dossier).with("o.csv", table).with("a.txt", "Title\nText.\n");
    let loaded = load(&files).unwrap_or_else(|problems| panic!("{problems:?}"));
    Context::new(loaded.dossier, Language::En)
}

fn laid_out(context: &Context, (width, height): (u16, u16)) -> (BarChart, Rc<Measure>) {
    let mut chart = BarChart::new(&context.dossier, &context.dossier.series[0], false);
    let area = Rect::new(0, 0, width, height);
    chart.layout(context, false, area);
    let measure = chart.measured(context, area);
    (chart, measure)
}

/// All pieces of all items, as if every one were in the window.
fn all_pieces(chart: &BarChart, context: &Context) -> Vec<Piece> {
    let (words, measure) = chart.laid_out().expect("a layout");
    let source = Source { bars: &chart.bars, words, measure, context };
    let mut y = measure.head;
    let mut pieces = if measure.head > 0 { source.head() } else { Vec::new() };
    for item in 0..measure.items {
        pieces.extend(source.item(item, y));
        y += measure.height(&chart.bars, item);
    }
    pieces
}

fn drawn(context: &Context, size: (u16, u16)) -> String {
    let (chart, _) = laid_out(context, size);
    let area = Rect::new(0, 0, size.0, size.1);
    let mut buffer = Buffer::empty(area);
    chart.draw(context, area, &mut buffer);
    let rows = buffer.content.chunks(usize::from(size.0));
    let rows = rows.map(|row| row.iter().map(Cell::symbol).collect::<String>().trim_end().to_owned());
    rows.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

fn years(values: &[&[f64]]) -> Vec<Row> {
    let of = |(place, values): (usize, &&[f64])| {
        let rows = values.iter().enumerate();
        rows.map(|(year, value)| (place, (2021 + 2 * year).to_string(), "", Some(*value), "exact"))
            .collect::<Vec<_>>()
    };
    values.iter().enumerate().flat_map(of).collect()
}

/// The eighths of a cell that a stretch fills.
fn eighths(text: &str) -> u16 {
    let of = |c: char| scale::EIGHTHS.iter().position(|fill| fill.starts_with(c)).unwrap_or(8);
    text.chars().map(|c| of(c) as u16).sum()
}

#[test]
fn lines_stand_by_their_last_value_and_say_what_changed() {
    let context = opened("flow", &years(&[&[25.0, 31.0], &[113.0, 429.0], &[2.0, 1.0]]));
    assert_eq!(
        drawn(&context, (60, 9)),
        "   MW                                               change
   Place 1 2021 ████████▍ 113
           2023 ████████████████████████████████ 429  ×3.8

   Place 0 2021 █▉ 25
           2023 ██▎ 31                                +24%

   Place 2 2021 ▏ 2
           2023 ▏ 1"
    );
}

#[test]
fn in_few_rows_a_line_of_two_figures_is_one_row() {
    let context = opened("flow", &years(&[&[25.0, 31.0], &[113.0, 429.0], &[40.0, 10.0]]));
    assert_eq!(
        drawn(&context, (60, 5)),
        "   2021–23 · MW    change ▒ first  █ added  ░ gone
   Place 1 113→429   ×3.8 ▒▒▒▒▒▒▒▒████████████████████████
   Place 0  25→31    +24% ▒▒▎
   Place 2  40→10    −75% ▒░░"
    );
}

#[test]
fn figures_over_other_lengths_of_time_stand_below_a_rule() {
    let mut rows = years(&[&[100.0, 120.0], &[50.0, 60.0]]);
    rows.push((1, "2025-40".to_owned(), "", Some(90.0), "exact"));
    let context = opened("flow", &rows);
    let text = drawn(&context, (60, 12));
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("no {words}:\n{text}"));
    assert!(place("60") < place("other lengths of time: compare with nothing above"));
    assert!(place("other lengths") < place("H1 2025"), "{text}");
    // From a year to a half-year nothing changed that could be said.
    assert!(text.contains("+20%") && text.matches('%').count() == 1, "{text}");
}

#[test]
fn parts_add_up_or_say_what_is_missing() {
    let row = |place, half: &str, part, value| (place, format!("2024-4{half}"), part, value, "exact");
    let context = opened(
        "stock",
        &[
            row(0, "0", "built", Some(400.0)),
            row(0, "0", "planned", Some(1200.0)),
            row(0, "1", "planned", Some(800.0)),
            row(1, "1", "built", Some(20.0)),
            row(1, "1", "planned", None),
            row(2, "1", "", None),
        ],
    );
    let text = drawn(&context, (70, 12));
    assert!(text.contains("█ built  ░ planned"), "{text}");
    assert!(text.contains("400 + 1,200 = 1,600"), "{text}");
    assert!(text.contains("? + 800"), "{text}");
    assert!(text.contains("20 + ×"), "{text}");
    assert!(text.contains("× looked for, no figure available"), "{text}");
}

#[test]
fn a_bound_ends_open_and_says_which_it_is() {
    let row = |place, value, qualifier| (place, "2024".to_owned(), "", Some(value), qualifier);
    let context = opened(
        "flow",
        &[
            row(0, 780.0, "more-than"),
            row(1, 500.0, "up-to"),
            row(2, 837.0, "about"),
            row(3, 9.0, "at-least"),
        ],
    );
    let text = drawn(&context, (70, 8));
    for words in ["█↑ >780", "█↓ ≤500", "█ ≈837", " ↑ ≥9", "↑ lower bound  ↓ upper bound"]
    {
        assert!(text.contains(words), "no {words}:\n{text}");
    }
}

#[test]
fn what_is_extreme_is_still_drawn() {
    let one = drawn(&opened("flow", &years(&[&[50.0]])), (60, 9));
    assert!(
        one.contains("one figure: no change")
            && one.contains(&"█".repeat(25))
            && !one.contains(&"█".repeat(26)),
        "{one}"
    );
    let zero = drawn(&opened("flow", &years(&[&[0.0, 0.0]])), (60, 9));
    assert!(zero.contains("2021 0") && !zero.contains(['█', '▏']), "{zero}");
    let large = drawn(&opened("flow", &years(&[&[1e12, 2.5e12]])), (60, 9));
    assert!(large.contains("1,000 bn") && large.contains("2,500 bn"), "{large}");
    let far = drawn(&opened("flow", &years(&[&[3.4, 401.92, 1874.0]])), (53, 9));
    assert!(far.contains("▏ 3.4") && far.contains("█ 1,874"), "{far}");
    let below = drawn(&opened("flow", &years(&[&[-50.0, 100.0]])), (60, 9));
    assert!(below.contains("█│ -50") && below.contains("│█"), "{below}");
    for value in [f64::MAX, -f64::MAX, f64::MIN_POSITIVE] {
        assert!(!drawn(&opened("flow", &years(&[&[value, 1.0]])), (120, 9)).is_empty());
    }
    let narrow = drawn(&opened("flow", &years(&[&[3.0, 4.0]])), (22, 6));
    assert!(narrow.contains("2021 3") && !narrow.contains('█'), "{narrow}");
}

#[test]
fn a_gap_between_periods_that_adjoin_is_a_row() {
    let row = |month: u32| (0, format!("2025-0{month}"), "", Some(f64::from(month)), "exact");
    let text = drawn(&opened("flow", &[row(1), row(2), row(4)]), (60, 9));
    assert!(text.contains("· not in the series"), "{text}");
    assert!(!drawn(&opened("flow", &[row(1), row(3), row(5)]), (60, 9)).contains('·'));
}

/// All there are, exact ones more often.
const QUALIFIERS: [&str; 10] =
    ["exact", "exact", "exact", "exact", "about", "rounded", "more-than", "at-least", "up-to", "forecast"];

fn figures() -> impl Strategy<Value = (&'static str, Vec<Row>)> {
    let value = prop_oneof![
        8 => (1_u32..99_999).prop_map(|value| f64::from(value) / 10.0),
        1 => Just(0.0),
        1 => (1_u32..30).prop_map(|value| f64::from(value) / 10.0),
    ];
    let qualifier = prop::sample::select(&QUALIFIERS[..]);
    let part = prop::sample::select(vec!["", "x", "y", "z", "u", "v"]);
    let date = prop_oneof![
        (2019_u32..2026).prop_map(|year| year.to_string()),
        (2019_u32..2026, 1_u32..13).prop_map(|(year, month)| format!("{year}-{month:02}")),
    ];
    let has_parts = prop::sample::select(vec![true, false, false]);
    let sign = prop::sample::select(vec![1.0, 1.0, -1.0]);
    let row = (0_usize..8, date, part, prop::option::weighted(0.9, value), qualifier);
    (prop::collection::vec(row, 1..24), has_parts, sign, prop::sample::select(vec!["flow", "stock"]))
        .prop_map(|(mut rows, has_parts, sign, kind)| {
            for (number, row) in rows.iter_mut().enumerate() {
                row.2 = if has_parts { row.2 } else { "" };
                row.3 = row.3.map(|value| if number % 3 == 0 { value * sign } else { value });
            }
            rows.sort_by(|a, b| (a.0, &a.1, a.2).cmp(&(b.0, &b.1, b.2)));
            rows.dedup_by(|a, b| (a.0, &a.1, a.2) == (b.0, &b.1, b.2));
            (kind, rows)
        })
}

proptest! {
    #[test]
    fn bars_are_true_whole_and_apart(
        (kind, rows) in figures(), width in 8_u16..140, height in 1_u16..40, is_ascii: bool,
    ) {
        let mut context = opened(kind, &rows);
        context.glyphs = if is_ascii { Glyphs::Ascii } else { Glyphs::Unicode };
        let (chart, measure) = laid_out(&context, (width, height));
        let pieces = all_pieces(&chart, &context);

        // No cell is written twice, and none beyond the room.
        let mut cells: Vec<(u16, u16)> = pieces
            .iter()
            .flat_map(|piece| (piece.x..piece.x + piece.cells()).map(|x| (piece.y, x)))
            .collect();
        let count = cells.len();
        cells.sort_unstable();
        cells.dedup();
        prop_assert_eq!(cells.len(), count, "{:?}", pieces);
        let right = cells.iter().map(|(_, x)| *x).max().unwrap_or(0);
        prop_assert!(right < measure.width.max(1), "{right} of {measure:?}: {pieces:?}");
        prop_assert!(!is_ascii || pieces.iter().all(|piece| piece.text.is_ascii()), "{:?}", pieces);

        // Every figure is a bar's, and each value that is printed is the data's.
        prop_assert_eq!(chart.bars.count(), rows.len());
        let (words, _) = chart.laid_out().unwrap();
        for piece in pieces.iter().filter(|piece| piece.what == What::Value) {
            let (number, figure) = piece.figure.unwrap();
            let bar = &chart.bars.bars[number];
            let own = &bar.figures[figure];
            let known = bar.figures.iter().filter(|other| other.value.is_some());
            let same = known.filter(|other| chart.bars.slot(other) == chart.bars.slot(own));
            let missing = context.glyph(crate::look::glyphs::MISSING);
            let is_true = match own.value {
                Some(value) if same.count() == 1 => {
                    piece.text == lines::short_value(&context, value, own.qualifier)
                }
                Some(_) => true,
                None => piece.text.starts_with(missing),
            };
            // Without room all values of a bar are one text, as much of it as there is room for.
            let is_cut = || {
                let all: String = words.bars[number].values[1].iter().map(|span| span.text.as_str()).collect();
                let shown = piece.text.strip_suffix(context.glyph(crate::look::glyphs::ELLIPSIS));
                measure.form == Form::Plain
                    && (piece.text == all || shown.is_some_and(|shown| all.starts_with(shown)))
            };
            prop_assert!(is_true || is_cut(), "{:?} {:?}", piece, own);
        }

        // Behind a bar stands a value for each of its fills, and a sign for what was not found.
        if measure.form == Form::Bars {
            for (number, bar) in chart.bars.bars.iter().enumerate() {
                let printed = pieces.iter().filter(|piece| {
                    piece.what == What::Value && piece.figure.is_some_and(|(bar, _)| bar == number)
                });
                let slots: std::collections::HashSet<(usize, bool)> =
                    bar.figures.iter().map(|figure| (chart.bars.slot(figure), figure.value.is_some())).collect();
                let expected = if bar.total.is_none() { 1 } else { slots.len() };
                prop_assert_eq!(printed.count(), expected, "{:?}", bar);
            }
        }

        if measure.form != Form::Bars {
            return Ok(());
        }
        let source = Source { bars: &chart.bars, words, measure: &measure, context: &context };
        let scale = measure.scale;
        for (number, bar) in chart.bars.bars.iter().enumerate() {
            let fills = source.fills(number);
            let cells: u16 = fills.iter().map(Piece::cells).sum();
            let Some(total) = bar.total else {
                prop_assert_eq!(cells, 0);
                continue;
            };
            let some = bar.values().filter(|value| *value > 0.0).count() as u16;
            let is_first = bar.figures.iter().all(|figure| figure.value.is_none() || chart.bars.slot(figure) == 0);
            let in_eighths = !is_ascii && is_first && bar.bound().is_none() && !bar.is_stack();
            let longest = chart.bars.most.max(-chart.bars.least);
            if scale.zero.is_none() {
                let length = if longest > 0.0 { total / longest * f64::from(scale.cells) } else { 0.0 };
                if in_eighths {
                    let wanted = ((length * 8.0).round() as u16).max(some);
                    prop_assert_eq!(eighths(&fills.iter().map(|fill| &*fill.text).collect::<String>()), wanted);
                } else {
                    prop_assert_eq!(cells, (length.round() as u16).max(some), "{:?} {:?}", bar, scale);
                }
                if total >= longest && longest > 0.0 {
                    prop_assert_eq!(cells, scale.cells);
                }
            } else if !bar.is_stack() {
                // Below zero in halves of a cell, above in eighths, each from its side of the line.
                prop_assert!((f64::from(cells) - scale.length(total)).abs() <= 1.0);
                let zero = measure.left + scale.zero.unwrap();
                for fill in &fills {
                    let is_at_zero = if total < 0.0 { fill.x + fill.cells() == zero } else { fill.x == zero + 1 };
                    prop_assert!(is_at_zero);
                }
            }
        }
    }

    #[test]
    fn rows_of_changes_are_true(
        pairs in prop::collection::vec((10_u32..9999, 10_u32..9999), 3..12), width in 56_u16..140, is_ascii: bool,
    ) {
        let values: Vec<[f64; 2]> = pairs.iter().map(|(one, other)| [f64::from(*one), f64::from(*other)]).collect();
        let values: Vec<&[f64]> = values.iter().map(|pair| &pair[..]).collect();
        let mut context = opened("flow", &years(&values));
        context.glyphs = if is_ascii { Glyphs::Ascii } else { Glyphs::Unicode };
        let (chart, measure) = laid_out(&context, (width, to_rows(values.len()) + 1));
        prop_assert_eq!(measure.form, Form::Changes);
        let pieces = all_pieces(&chart, &context);
        for group in &chart.bars.groups {
            let [from, to] = [group.bars.start, group.bars.end - 1].map(|bar| chart.bars.bars[bar].total.unwrap());
            let fills = pieces.iter().filter(|piece| {
                piece.what == What::Fill && piece.figure.is_some_and(|(bar, _)| group.bars.contains(&bar))
            });
            let text: String = fills.map(|piece| piece.text.as_str()).collect();
            let length = |value: f64| value / chart.bars.most * f64::from(measure.scale.cells);
            if to > from && !is_ascii {
                prop_assert_eq!(eighths(&text), ((length(to) * 8.0).round() as u16).max(1), "{}", text);
            } else {
                let cells = text.chars().count() as u16;
                prop_assert_eq!(cells, (length(from.max(to)).round() as u16).max(1), "{}", text);
            }
        }
    }
}

fn to_rows(number: usize) -> u16 {
    u16::try_from(number).unwrap()
}
