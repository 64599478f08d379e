//! The top of each column is the nearest to its value that the signs can show, and nothing covers anything else.

use std::fmt::Write as _;

use proptest::prelude::*;
use ratatui::buffer::Cell;

use super::*;
use crate::dossier::chart::ChartForm;
use crate::i18n::language::Language;
use crate::load::{Memory, load};
use crate::look::glyphs::Glyphs;
use crate::protocol::lines;
use crate::text::width;

/// A flow of one place, month by month from October 2024.
fn opened(values: &[f64]) -> (Context, Rc<Chart>) {
    let mut table = String::from("series,date,value,qualifier,source\n");
    for (month, value) in (9..).zip(values) {
        let _ = writeln!(table, "a,{}-{:02},{value},exact,s", 2024 + month / 12, month % 12 + 1);
    }
    let dossier = "format = 1\nid = \"t\"\ntitle = \"T\"\nobservations = \"o.csv\"\n[article]\nfile = \"a.txt\"\n\
        language = \"en\"\n[[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n\
        [[series]]\nid = \"a\"\noutlet = \"S\"\nunit = \"MW\"\nkind = \"flow\"\ntitle = \"Series\"\ndefinition = \"D.\"\n";
    let files =
        Memory::default().with("dossier.toml", dossier).with("o.csv", table).with("a.txt", "Title\nText.\n");
    let loaded = load(&files).unwrap_or_else(|problems| panic!("{problems:?}"));
    let series = &loaded.dossier.series[0];
    let chart = Chart::of(&loaded.dossier, series, false);
    assert_eq!(chart.form(series.kind), ChartForm::Columns);
    (Context::new(loaded.dossier, Language::En), Rc::new(chart))
}

fn drawn(context: &Context, chart: &Rc<Chart>, (width, height): (u16, u16)) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    ColumnChart::new(Rc::clone(chart)).draw(context, area, &mut buffer);
    let rows = buffer.content.chunks(usize::from(width));
    let rows = rows.map(|row| row.iter().map(Cell::symbol).collect::<String>().trim_end().to_owned());
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn columns_stand_on_the_line_of_zero() {
    let (context, chart) = opened(&[1120.0, 627.0, 1960.0, 2740.0]);
    assert_eq!(
        drawn(&context, &chart, (53, 8)),
        " 4,000┤
      │                                    2,740
      │                         1,960    ▅▅▅▅▅▅▅▅▅
 2,000┤   1,120               ▄▄▄▄▄▄▄▄▄  █████████
      │ ▁▁▁▁▁▁▁▁▁     627     █████████  █████████
      │ █████████  ▄▄▄▄▄▄▄▄▄  █████████  █████████
     0┼─▀▀▀▀▀▀▀▀▀──▀▀▀▀▀▀▀▀▀──▀▀▀▀▀▀▀▀▀──▀▀▀▀▀▀▀▀▀──
        Oct 2024   Nov 2024   Dec 2024   Jan 2025"
    );
}

#[test]
fn a_year_stands_where_it_begins() {
    let (context, chart) = opened(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let text = drawn(&context, &chart, (60, 10));
    let labels = text.lines().last().unwrap();
    assert_eq!(
        labels.split_whitespace().collect::<Vec<_>>(),
        ["Oct", "2024", "Nov", "Dec", "Jan", "2025", "Feb", "Mar"]
    );
}

#[test]
fn few_rows_or_cells_have_no_columns() {
    let (context, chart) = opened(&[1120.0, 627.0, 1960.0, 2740.0]);
    let has_room = |width, height| has_room(&chart, &context, Rect::new(0, 0, width, height));
    assert!(has_room(53, 6) && !has_room(53, 5) && has_room(36, 10) && !has_room(20, 10));
}

proptest! {
    #[test]
    fn each_top_is_the_nearest_to_its_value(
        values in prop::collection::vec((-9999_i32..99_999).prop_map(|value| f64::from(value) / 10.0), 2..24),
        is_positive: bool, width in 20_u16..160, height in 6_u16..50, cursor in 0_usize..24, is_ascii: bool,
    ) {
        let values: Vec<f64> = values.into_iter().map(|value| if is_positive { value.abs() } else { value }).collect();
        let (mut context, chart) = opened(&values);
        context.glyphs = if is_ascii { Glyphs::Ascii } else { Glyphs::Unicode };
        let area = Rect::new(3, 2, width, height);
        let Some(plan) = Plan::of(&chart, &context, area) else { return Ok(()) };
        let cursor = cursor % values.len();
        let sign = context.glyph(glyphs::CURSOR);
        let pieces = plan.pieces(cursor, |point| point % 3 == 0, sign);

        let mut cells: Vec<(u16, u16)> = pieces
            .iter()
            .flat_map(|piece| (piece.x..piece.x + width::cells(&piece.text) as u16).map(|x| (x, piece.y)))
            .collect();
        let count = cells.len();
        cells.sort_unstable();
        cells.dedup();
        prop_assert_eq!(cells.len(), count, "{:?}", pieces);
        prop_assert!(cells.iter().all(|(x, y)| area.contains(Position::new(*x, *y))), "{:?}", pieces);
        prop_assert!(!is_ascii || pieces.iter().all(|piece| piece.text.is_ascii()));

        for (number, value) in values.iter().enumerate() {
            let own = |what| pieces.iter().filter(move |piece| piece.what == what && piece.point == Some(number));
            let printed: Vec<&str> = own(What::Value).map(|piece| &*piece.text).collect();
            let qualifier = chart.lines[0].points[number].qualifier;
            prop_assert_eq!(printed, [lines::short_value(&context, *value, qualifier)]);
            // The row of zero is filled from its middle on, each other as its sign says.
            let rows: Vec<f64> = own(What::Fill)
                .map(|piece| match piece.text.chars().next().unwrap() {
                    '▁' => 0.125, '▂' => 0.25, '▃' => 0.375, '▄' | '▀' => 0.5, '▅' => 0.625, '▆' => 0.75, '▇' => 0.875,
                    _ => 1.0,
                })
                .collect();
            let drawn = rows.iter().sum::<f64>() - if is_ascii && *value != 0.0 { 0.5 } else { 0.0 };
            let wanted = plan.scale.rows_above_zero(*value).abs();
            let off = match (is_ascii, *value < 0.0) { (true, _) => 0.5, (_, true) => 0.25, _ => 0.0625 };
            let is_least = wanted < 0.5 && (*value == 0.0) == rows.is_empty();
            prop_assert!((drawn - wanted).abs() <= off + 1e-9 || is_least, "{} is drawn {}, not {}", value, drawn, wanted);
        }
        let labelled: Vec<usize> = pieces.iter().filter(|piece| piece.what == What::Period).filter_map(|piece| piece.point).collect();
        prop_assert_eq!(labelled.first(), Some(&0));
        prop_assert!(labelled.contains(&(values.len() - 1)) || labelled.len() == 1, "{:?}", labelled);
    }
}
