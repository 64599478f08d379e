//! Whatever the figures and the room: nothing is drawn where it is not, and nothing is written over anything else.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::axis::Period;
use super::draw::Drawing;
use super::grid::cells;
use super::marks::{self, Mark, Shape};
use super::picture::{Content, Picture, Room};
use super::values;
use crate::dossier::calendar::Step;
use crate::dossier::chart::{Chart, ChartLine, Point};
use crate::dossier::{Id, Kind, Qualifier, Ref};
use crate::i18n::language::Language;
use crate::load::{fixture, load};
use crate::look::glyphs::Glyphs;
use crate::look::theme::LINE_COLOURS;
use crate::protocol::context::Context;
use crate::text::width;

const QUALIFIERS: [Qualifier; 7] = [
    Qualifier::Exact,
    Qualifier::About,
    Qualifier::Rounded,
    Qualifier::MoreThan,
    Qualifier::AtLeast,
    Qualifier::UpTo,
    Qualifier::Forecast,
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A figure: how many periods after the one before, its value, how it is meant, whether its date is unsure.
type Figure = (u8, Option<f64>, Qualifier, bool);

fn chart(step: Step, first: NaiveDate, lines: &[Vec<Figure>]) -> Chart {
    let line = |(number, figures): (usize, &Vec<Figure>)| {
        let place = Id::new(&format!("p{number}"));
        let mut start = step.start(first).unwrap();
        let points = figures.iter().enumerate().map(|(point, (after, value, qualifier, is_unsure))| {
            for _ in 0..*after {
                start = step.next(start).unwrap();
            }
            let last = step.next(start).unwrap().pred_opt().unwrap();
            let of = Ref::new(Kind::Observation, &Id::new(&format!("s/p{number}/{point}")));
            let (value, qualifier, is_unsure) = (*value, *qualifier, *is_unsure);
            Point { of, period: (start, last), value, qualifier, is_unsure }
        });
        ChartLine { place: Some(place), part: None, points: points.collect() }
    };
    Chart::with(lines.iter().enumerate().map(line).collect())
}

fn content(chart: &Chart, article: Option<Period>, (language, glyphs): (Language, Glyphs)) -> Content {
    let values =
        |line: &ChartLine| line.points.iter().map(|point| values::text(point, language, glyphs)).collect();
    Content {
        unit: Some(String::from("MW")),
        names: (0..chart.lines.len()).map(|number| Some(format!("Place {number}"))).collect(),
        values: chart.lines.iter().map(values).collect(),
        article,
        article_words: article.map(|_| String::from("article")),
        events: Vec::new(),
        events_head: String::from("events"),
        events_sign: String::from("*"),
    }
}

/// The number a text says.
fn number(text: &str, language: Language) -> f64 {
    let plain = text.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '-');
    // After a forecast there is a letter.
    let plain = plain.trim_end_matches(language.strings().forecast_letter).trim_end();
    let plain = match language {
        Language::De => plain.replace('.', "").replace(',', "."),
        Language::En => plain.replace(',', ""),
    };
    plain.parse().unwrap_or_else(|_| panic!("{text}"))
}

/// Lays out a chart and checks all that is promised of it; none where it has no room.
fn checked(chart: &Chart, article: Option<Period>, room: Room) -> Option<Picture> {
    let content = content(chart, article, (room.language, room.glyphs));
    let picture = Picture::of(chart, &content, room)?;
    assert_marks(chart, &picture);
    assert_ticks(&picture);
    assert_labels(chart, &content, &picture);
    assert_nearest(&picture);
    assert_drawn(chart, &picture);
    Some(picture)
}

fn assert_marks(chart: &Chart, picture: &Picture) {
    let Picture { scale, axis, room, .. } = picture;
    let drawn = chart.drawn(Some(room.cursor)).flat_map(|(_, line)| line.values());
    assert_eq!(drawn.count(), picture.marks.len(), "every value has a mark");
    for mark in &picture.marks {
        let point = &chart.lines[mark.line].points[mark.point];
        let value = point.value.unwrap();
        let aside = f64::from(mark.column) + 0.5 - axis.middle_of(point.period);
        assert!(aside.abs() <= 0.5 + 1e-9, "{mark:?} is {aside} columns beside its date");
        let above = |row: u16| f64::from(scale.zero()) - f64::from(row) - scale.rows_above_zero(value);
        match mark.shape {
            Shape::Block(low) => {
                let off = f64::from(low) + 0.5 - marks::height(scale, value);
                assert!(off.abs() <= 0.5 + 1e-9, "{mark:?} is {off} dots off {value}");
                assert_eq!(room.glyphs, Glyphs::Unicode);
            }
            Shape::Sign(row) => assert!(above(row).abs() <= 0.5 + 1e-9, "{mark:?} of {value}"),
            Shape::Up(row) | Shape::Down(row) => {
                assert!(above(row).abs() <= 0.5 + 1e-9, "{mark:?} of {value}");
                assert!(matches!(
                    point.qualifier,
                    Qualifier::MoreThan | Qualifier::AtLeast | Qualifier::UpTo
                ));
            }
        }
    }
}

fn assert_ticks(picture: &Picture) {
    let Picture { scale, value_ticks, room, edge, .. } = picture;
    let rows: Vec<u16> = value_ticks.iter().map(|(row, ..)| *row).collect();
    for pair in value_ticks.windows(2) {
        assert_eq!(pair[0].0 - pair[1].0, rows[0] - rows[1], "{value_ticks:?}");
    }
    for (row, value, label) in value_ticks {
        let above = f64::from(scale.zero()) - f64::from(*row);
        assert!((scale.rows_above_zero(*value) - above).abs() < 1e-6);
        assert!(width::cells(label) <= usize::from(*edge), "{label}");
        let strings = room.language.strings();
        let units = [(strings.thousands, 1e3), (strings.millions, 1e6), (strings.billions, 1e9)];
        let in_unit = units.into_iter().find_map(|(unit, of)| Some((label.strip_suffix(unit)?, of)));
        let (label, factor) = in_unit.map_or((label.as_str(), 1.0), |(label, of)| (label.trim_end(), of));
        let said = number(label, room.language) * factor;
        assert!((said - value).abs() <= value.abs() * 1e-12, "{label} at {value}");
    }
}

/// No value or name can be taken for that of another mark: none is as near above, below or beside it, and no other line is
/// between.
fn assert_nearest(picture: &Picture) {
    let (edge, rows) = (picture.edge, picture.scale.rows());
    let distance = |mark: &Mark, y: u16| {
        let (upper, lower) = mark.rows(rows);
        if y < upper { upper - y } else { y.saturating_sub(lower) }
    };
    for label in &picture.labels.placed {
        let columns = label.columns();
        let wide = columns.start.saturating_sub(2)..columns.end + 2;
        let own = picture.marks.iter().find(|mark| (mark.line, mark.point) == label.of).unwrap();
        for mark in &picture.marks {
            let is_elsewhere = mark.column != own.column || mark.rows(rows) != own.rows(rows);
            let (upper, lower) = (mark.rows(rows), own.rows(rows));
            let is_apart = mark.column != own.column || upper.1 < lower.0 || lower.1 < upper.0;
            if !is_elsewhere || !is_apart || !wide.contains(&(edge + 1 + mark.column)) {
                continue;
            }
            assert!(distance(mark, label.y) > 0, "{label:?} is beside {mark:?}");
            let is_beside_own = !columns.contains(&(edge + 1 + own.column));
            if is_beside_own || columns.contains(&(edge + 1 + mark.column)) {
                assert!(distance(mark, label.y) > distance(own, label.y), "{label:?} {mark:?}");
            }
        }
        let between = label.y + 1..own.rows(rows).0;
        for (y, x) in between.flat_map(|y| columns.clone().map(move |x| (y, x))).filter(|(_, x)| *x > edge) {
            let line = picture.dots.cell(x - edge - 1, y).map(|(_, line)| usize::from(line));
            assert!(line.is_none_or(|line| line == own.line), "{label:?} is above line {line:?}");
            let is_other = |label: &&super::labels::Label| label.y == y && label.columns().contains(&x);
            assert_eq!(picture.labels.placed.iter().find(is_other), None, "{label:?}");
        }
    }
}

fn assert_labels(chart: &Chart, content: &Content, picture: &Picture) {
    let Picture { room, labels, edge, .. } = picture;
    let mut taken: HashSet<(i32, i32)> = HashSet::new();
    let at = |column: u16| i32::from(edge + 1 + column);
    for y in 0..picture.scale.rows() {
        taken.extend((0..=i32::from(*edge)).map(|x| (x, i32::from(y))));
        let dots = (0..picture.axis.columns).filter(|x| picture.dots.cell(*x, y).is_some());
        taken.extend(dots.map(|x| (at(x), i32::from(y))));
    }
    let zero = i32::from(picture.scale.zero());
    taken.extend((0..picture.axis.columns).map(|x| (at(x), zero)));
    taken.extend(picture.joints.iter().map(|(_, (x, y))| (at(*x), i32::from(*y))));
    if let Some((x, y, unit)) = &picture.unit {
        let cells = (i32::from(*x)..).take(width::cells(unit)).map(|x| (x, i32::from(*y)));
        let cells: Vec<_> = cells.filter(|(x, _)| *x > i32::from(*edge)).collect();
        assert!(cells.iter().all(|cell| !taken.contains(cell)), "{:?}", picture.unit);
        taken.extend(cells);
    }
    let rows = |mark: &Mark| mark.rows(picture.scale.rows());
    taken.extend(picture.marks.iter().map(|mark| (at(mark.column), i32::from(rows(mark).0))));
    let mut values = 0;
    for label in &labels.placed {
        let (line, point) = label.of;
        let columns = i32::from(label.columns().start)..i32::from(label.columns().end);
        assert!(columns.end <= i32::from(room.area.width) && label.y < picture.scale.rows(), "{label:?}");
        let around = columns.start - 1..columns.end + 1;
        assert!(around.clone().all(|x| !taken.contains(&(x, i32::from(label.y)))), "{label:?}");
        taken.extend(columns.map(|x| (x, i32::from(label.y))));
        if let Some(text) = &label.value_text {
            values += 1;
            assert!(label.text.starts_with(text.as_str()));
            let value = chart.lines[line].points[point].value.unwrap();
            assert_eq!(number(text, room.language).to_string(), value.to_string(), "{text}");
        }
        assert_eq!(label.has_name, label.text.ends_with(content.names[line].as_deref().unwrap()));
        for other in &labels.placed {
            let is_in_column =
                label.columns().start < other.columns().end && other.columns().start < label.columns().end;
            if is_in_column && label.value > other.value {
                assert!(label.y < other.y, "{label:?} {other:?}");
            }
        }
    }
    assert_eq!(values + labels.values_left_out, picture.marks.len(), "what is not written is counted");
    if let Some((column, rows)) = &picture.rule {
        for y in rows {
            assert!((-1..=1).all(|x| !taken.contains(&(at(*column) + x, i32::from(*y)))));
        }
    }
    let times = &picture.time_ticks.labels;
    assert!(times.len() > 1, "{times:?}");
    for (x, text) in times {
        let x = x + i32::from(edge + 1);
        assert!(x >= 0 && x + cells(text) <= i32::from(room.area.width), "{times:?}");
    }
    let is_apart = |pair: &[(i32, String)]| pair[0].0 + cells(&pair[0].1) < pair[1].0;
    assert!(times.windows(2).all(is_apart), "{times:?}");
}

/// Draws it, reads every label back, and finds every figure where it is.
fn assert_drawn(chart: &Chart, picture: &Picture) {
    let dossier = load(&fixture()).expect("it opens").dossier;
    let mut context = Context::new(dossier, picture.room.language);
    context.glyphs = picture.room.glyphs;
    let cursor = (picture.room.cursor, 0);
    let drawing = Drawing { picture, chart, cursor, notes: &[], events_head: "events", context: &context };
    let area = picture.room.area;
    let mut buffer = Buffer::empty(area);
    drawing.draw(&mut buffer);
    let read = |x: u16, y: u16, cells: usize| -> String {
        (0..cells as u16).map(|cell| buffer[(area.x + x + cell, area.y + y)].symbol()).collect()
    };
    for label in &picture.labels.placed {
        assert_eq!(read(label.x, label.y, width::cells(&label.text)), label.text);
        let at = Position::new(area.x + label.x, area.y + label.y);
        assert_eq!(drawing.hit_test(at), Some(label.of));
    }
    if let Some((x, y, unit)) = &picture.unit {
        assert_eq!(read(*x, *y, width::cells(unit)), *unit);
    }
    for (row, _, label) in &picture.value_ticks {
        let cells = width::cells(label);
        assert_eq!(read(picture.edge - cells as u16, *row, cells), *label);
    }
    for mark in &picture.marks {
        let (row, _) = mark.rows(picture.scale.rows());
        let at = Position::new(area.x + picture.edge + 1 + mark.column, area.y + row);
        let found = drawing.hit_test(at).expect("a mark");
        let same = |other: &&Mark| (other.line, other.point) == found;
        let other = picture.marks.iter().find(same).expect("it is drawn");
        let (upper, lower) = other.rows(picture.scale.rows());
        let is_same_cell = other.column == mark.column && (upper == row || lower == row);
        assert!(is_same_cell, "another mark in the same cell at most");
        assert_ne!(read(at.x - area.x, row, 1), " ");
    }
}

fn room((columns, rows): (u16, u16), cursor: usize, (language, glyphs): (Language, Glyphs)) -> Room {
    Room { area: Rect::new(3, 2, columns, rows), language, glyphs, cursor, has_notes: false }
}

const SIZES: [(u16, u16); 6] = [(40, 5), (53, 9), (61, 10), (78, 16), (116, 27), (198, 50)];
const LOOKS: [(Language, Glyphs); 3] =
    [(Language::En, Glyphs::Unicode), (Language::De, Glyphs::Unicode), (Language::En, Glyphs::Ascii)];

/// In every size and look.
fn check(chart: &Chart, article: Option<&str>, look: &mut dyn FnMut(&Picture)) {
    for size in SIZES {
        for of in LOOKS {
            for cursor in [0, chart.lines.len() - 1] {
                let picture = checked(chart, article.map(|of| (day(of), day(of))), room(size, cursor, of));
                look(&picture.expect("there is room"));
            }
        }
    }
}

fn exact(values: &[f64]) -> Vec<Figure> {
    values.iter().map(|value| (1, Some(*value), Qualifier::Exact, false)).collect()
}

fn yearly(values: &[f64]) -> Chart {
    chart_of(&[exact(values)])
}

fn chart_of(lines: &[Vec<Figure>]) -> Chart {
    chart(Step::Years(1), day("2020-01-01"), lines)
}

#[test]
fn extremes_of_values_are_drawn_true() {
    for values in [
        vec![1e-6, 3e-6],
        vec![1e12, 3e12],
        vec![-40.0, 0.0, 40.0],
        vec![-40.0, -20.0],
        vec![7.0, 7.0, 7.0],
        vec![0.0, 0.0],
        vec![5.0],
        vec![1e300, 1.0],
        vec![-1e300, 1e300],
    ] {
        check(&yearly(&values), None, &mut |_| {});
    }
    check(&yearly(&[1e12, 3e12]), None, &mut |picture| {
        let unit = if picture.room.language == Language::De { " Mrd." } else { " bn" };
        let is_in_unit = |(_, value, label): &(u16, f64, String)| *value == 0.0 || label.ends_with(unit);
        assert!(picture.value_ticks.iter().all(is_in_unit), "{:?}", picture.value_ticks);
    });
}

#[test]
fn what_is_all_equal_lies_on_its_tick() {
    let mut ticks = 0;
    check(&yearly(&[5.0, 5.0, 5.0]), None, &mut |picture| {
        let rows: HashSet<(u16, u16)> =
            picture.marks.iter().map(|mark| mark.rows(picture.scale.rows())).collect();
        assert_eq!(rows.len(), 1);
        let tick = picture.value_ticks.iter().find(|(_, value, _)| (*value - 5.0).abs() < 1e-9);
        if let Some((row, ..)) = tick {
            ticks += 1;
            assert!(rows.contains(&(*row, *row)), "{rows:?}");
        }
    });
    assert!(ticks > 0, "it has a tick somewhere");
}

#[test]
fn ranges_from_two_days_to_millennia_are_drawn_true() {
    let days = chart(Step::Day, day("2025-11-03"), &[exact(&[1.0, 2.0])]);
    check(&days, Some("2025-11-27"), &mut |picture| assert!(picture.rule.is_none()));
    check(&days, Some("2025-11-05"), &mut |picture| {
        assert_eq!(picture.axis.last, day("2025-11-05"));
        assert!(picture.rule.is_some());
    });
    let mut centuries = exact(&[1.0, 2.0, 3.0]);
    centuries[1].0 = 80;
    centuries[2].0 = 100;
    check(&chart(Step::Years(1), day("1849-01-01"), &[centuries]), None, &mut |_| {});
    let mut antiquity = exact(&[1.0, 2.0]);
    antiquity[1].0 = 200;
    check(&chart(Step::Years(10), day("-0510-01-01"), &[antiquity]), None, &mut |picture| {
        let labels: Vec<&String> = picture.time_ticks.labels.iter().map(|(_, text)| text).collect();
        let era = if picture.room.language == Language::De { "00 v. Chr." } else { "00 BC" };
        // In few columns the steps are of a thousand years.
        let has_room = picture.room.area.width > 100;
        assert!(!has_room || labels.iter().any(|label| label.ends_with(era)), "{labels:?}");
    });
}

#[test]
fn of_many_places_the_largest_and_the_current_are_drawn_and_named_in_order() {
    for count in [40, 200] {
        let lines: Vec<Vec<Figure>> =
            (0..count).map(|number| exact(&[1.0, f64::from((number * 37) % 200 + 1)])).collect();
        check(&chart_of(&lines), None, &mut |picture| {
            let drawn: HashSet<usize> = picture.marks.iter().map(|mark| mark.line).collect();
            assert!(drawn.contains(&picture.room.cursor));
            assert_eq!(drawn.len(), LINE_COLOURS, "{drawn:?}");
            assert_eq!(chart_of(&lines).undrawn(), lines.len() - drawn.len());
            let hues: HashSet<usize> = drawn.iter().map(|line| chart_of(&lines).hue(*line)).collect();
            assert_eq!(hues, (0..LINE_COLOURS).collect(), "no two lines in one colour");
            let of_cursor = picture.labels.placed.iter().filter(|label| label.of.0 == picture.room.cursor);
            assert!(of_cursor.count() > 0, "the line under the cursor comes first");
        });
    }
}

/// Of what only looks exact without its label, none gives way to an exact value before the end of a line.
fn assert_unsure_first(chart: &Chart, room: Room) {
    let mut content = content(chart, None, (room.language, room.glyphs));
    let is_unsure = |point: &Point| {
        matches!(point.qualifier, Qualifier::About | Qualifier::Rounded | Qualifier::Forecast)
    };
    let unsure = |content: &Content| -> Option<Vec<(usize, usize)>> {
        let labels = Picture::of(chart, content, room)?.labels.placed;
        let mut of: Vec<_> =
            labels.into_iter().filter(|label| label.value_text.is_some()).map(|of| of.of).collect();
        of.retain(|(line, point)| is_unsure(&chart.lines[*line].points[*point]));
        Some(of)
    };
    let with_all = unsure(&content);
    for (values, line) in content.values.iter_mut().zip(&chart.lines) {
        let last = line.points.iter().rposition(|point| point.value.is_some());
        for (point, value) in values.iter_mut().enumerate() {
            if Some(point) != last && !is_unsure(&line.points[point]) {
                *value = None;
            }
        }
    }
    assert_eq!(with_all, unsure(&content));
}

#[test]
fn the_article_has_a_rule_only_where_its_day_is_known_to_the_month() {
    let months = chart(Step::Month, day("2024-01-01"), &[exact(&[1.0; 18])]);
    let is_ruled =
        |article| checked(&months, Some(article), room((100, 20), 0, LOOKS[0])).unwrap().rule.is_some();
    assert!(is_ruled((day("2024-06-03"), day("2024-06-03"))));
    assert!(is_ruled((day("2024-05-01"), day("2024-05-31"))));
    assert!(!is_ruled((day("2024-01-01"), day("2024-12-31"))));
}

#[test]
fn the_unit_is_said_at_the_ticks_or_below() {
    for values in [vec![10.0, 1000.0], vec![-40.0, -20.0], vec![1e12, 3e12], vec![7.0, 7.0]] {
        let chart = yearly(&values);
        let context = Context::new(load(&fixture()).expect("it opens").dossier, Language::En);
        for unit in ["MW", "data centres", "thousands of very long words that nobody has any room for"] {
            for size in SIZES {
                let mut content = content(&chart, None, LOOKS[0]);
                content.unit = Some(unit.to_owned());
                let picture = Picture::of(&chart, &content, room(size, 0, LOOKS[0])).unwrap();
                let notes = super::notes::of(&picture, &chart, &content, &context);
                let is_below = notes.is_needed && notes.parts.iter().any(|part| part.ends_with(unit));
                assert!(picture.unit.is_some() != is_below, "{unit} {size:?} {:?}", picture.unit);
            }
        }
    }
}

#[test]
fn a_name_stands_beside_its_own_mark_or_nowhere() {
    let lines: Vec<Vec<Figure>> =
        (0..8).map(|line| exact(&[10.0, 20.0, 50.0 + f64::from(line) * 3.0])).collect();
    for rows in 6..40 {
        for cursor in 0..8 {
            let picture = checked(&chart_of(&lines), None, room((100, rows), cursor, LOOKS[0])).unwrap();
            let names = picture.labels.placed.iter().filter(|label| label.has_name).count();
            assert_eq!(names + picture.labels.names_left_out, LINE_COLOURS);
        }
    }
}

#[test]
fn bounds_are_arrows_without_a_line_and_gaps_are_below_the_plot() {
    let bounds = [(1, Some(3.0), Qualifier::MoreThan, false), (1, Some(4.0), Qualifier::UpTo, false)];
    check(&chart(Step::Month, day("2025-01-01"), &[bounds.to_vec()]), None, &mut |picture| {
        assert!(picture.marks.iter().all(Mark::is_sign));
        let is_blank = |y| (0..picture.axis.columns).all(|x| picture.dots.cell(x, y).is_none());
        assert!((0..picture.scale.rows()).all(is_blank) && picture.joints.is_empty());
    });
    let gaps = [(1, Some(3.0), Qualifier::Exact, true), (1, None, Qualifier::Exact, false)];
    check(&chart(Step::Month, day("2025-01-01"), &[gaps.to_vec()]), None, &mut |picture| {
        assert_eq!(picture.missing.len(), 1);
        assert_eq!(picture.missing_row.is_some(), picture.room.area.height >= 15);
        assert!(picture.missing_row.is_none_or(|row| row > picture.scale.rows()));
    });
}

#[test]
fn below_the_least_size_nothing_is_drawn() {
    let chart = yearly(&[1.0, 2.0]);
    for size in [(39, 30), (100, 3)] {
        assert!(checked(&chart, None, room(size, 0, LOOKS[0])).is_none());
    }
}

fn figures() -> impl Strategy<Value = Vec<Vec<Figure>>> {
    let value = prop::option::weighted(0.9, prop_oneof![-1000_i32..1000, 0_i32..50]);
    let figure = (0_u8..4, value, prop::sample::select(&QUALIFIERS[..]), prop::bool::weighted(0.1));
    let scale = (-7_i32..11, any::<bool>());
    (prop::collection::vec(prop::collection::vec(figure, 1..12), 1..14), scale).prop_map(
        |(lines, (power, negative))| {
            let value = |of: i32| {
                let of = if negative { of } else { of.abs() };
                // As it is written, not as it is multiplied.
                format!("{of}e{power}").parse::<f64>().unwrap()
            };
            let figure = |(after, of, qualifier, unsure): (u8, Option<i32>, Qualifier, bool)| {
                (after, of.map(value), qualifier, unsure)
            };
            lines.into_iter().map(|line| line.into_iter().map(figure).collect()).collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn any_figures_in_any_room_are_drawn_true(
        lines in figures(),
        (step, first, article) in (prop::sample::select(&Step::ALL[..8]), -400_000_i32..800_000, prop::option::of(0_u64..4000)),
        (columns, rows, cursor, look) in (40_u16..200, 4_u16..50, 0_usize..14, prop::sample::select(&LOOKS[..])),
        has_notes in any::<bool>(),
    ) {
        let first = NaiveDate::from_num_days_from_ce_opt(first).unwrap();
        let chart = chart(step, first, &lines);
        let article = article.map(|days| first.checked_add_days(Days::new(days)).unwrap());
        let room = room((columns, rows), cursor % chart.lines.len(), look);
        let room = Room { has_notes: has_notes && rows > 5, ..room };
        checked(&chart, article.map(|day| (day, day)), room);
        assert_unsure_first(&chart, room);
    }
}
