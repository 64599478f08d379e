//! Whatever the events and the room: each mark stands where its day is, and nothing is written over anything else.

use std::collections::HashSet;
use std::fmt::Write as _;

use chrono::NaiveDate;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Lanes;
use super::labels::Label;
use super::lane_table::LaneNames;
use super::marks::Cell;
use super::picture::{Parts, Picture, Room};
use super::words::Readout;
use crate::dossier::{Kind, Ref};
use crate::facts::NamingOrder;
use crate::i18n::language::Language;
use crate::input::action::Action;
use crate::load::{Files, Memory, fixture, load, shipped};
use crate::look::glyphs::Glyphs;
use crate::look::panel::{Focus, Panel};
use crate::protocol::context::Context;
use crate::protocol::request::Request;
use crate::text::width;
use crate::widgets::time_axis::{ALL, Axis, CLOSEST, Range, Reach, TWO_YEARS, Ticks, number};

/// The inside of the panel on real screens, and where it has the whole of one.
const ROOMS: [(u16, u16); 11] = [
    (53, 10),
    (61, 12),
    (56, 9),
    (80, 9),
    (76, 14),
    (38, 25),
    (60, 18),
    (116, 33),
    (198, 55),
    (40, 7),
    (30, 7),
];

/// An event: its date, the number of its lane, whether it is a main one.
type Given = (String, usize, bool);

fn files(events: &[Given], published: &str, title: &str) -> Memory {
    let mut dossier = format!(
        "format = 1\nid = \"t\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\npublished = \"{published}\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n"
    );
    for lane in 0..6 {
        let _ = write!(dossier, "[[lane]]\nid = \"l{lane}\"\nshort = \"L{lane}\"\nname = \"Lane {lane}\"\n");
    }
    let kinds = ["control", "relaxation", "guidance", "mandate", "enforcement", "report"];
    for (place, (date, lane, is_main)) in events.iter().enumerate() {
        let kind = kinds[place % kinds.len()];
        let _ = write!(
            dossier,
            "[[event]]\nid = \"e{place}\"\ndate = \"{date}\"\nlane = \"l{lane}\"\nkind = \"{kind}\"\n\
             title = \"{title} {place}\"\nsummary = \"x\"\nsources = [\"s\"]\nprominent = {is_main}\n"
        );
    }
    Memory::default().with("dossier.toml", dossier).with("a.txt", "Title\nText.\n")
}

fn context(files: &dyn Files, language: Language, glyphs: Glyphs) -> Context {
    let loaded = load(files).unwrap_or_else(|problems| panic!("{problems:?}"));
    Context { glyphs, focus: Focus::Panel(Panel::Timeline), ..Context::new(loaded.dossier, language) }
}

fn opened(context: &Context) -> Lanes {
    let events: Vec<Ref> = context.dossier.all_of(Kind::Event).collect();
    Lanes::new(context, &events)
}

fn rows(lanes: &Lanes, context: &Context, area: Rect) -> Vec<String> {
    let mut buffer = Buffer::empty(Rect::new(0, 0, area.right() + 3, area.bottom() + 2));
    lanes.draw(context, &mut buffer);
    (area.top()..area.bottom())
        .map(|y| (area.left()..area.right()).map(|x| buffer[(x, y)].symbol()).collect())
        .collect()
}

/// Every cell that is written, each with what is written there; a bar or a mark is one with its lane.
fn written(picture: &Picture) -> Vec<(u16, u16)> {
    let mut cells = Vec::new();
    let mut text =
        |x: u16, y: u16, text: &str| cells.extend((x..x + width::cells(text) as u16).map(|x| (x, y)));
    let Picture { rows, axis, left, labels, texts, ticks, names, .. } = picture;
    if let Some((y, head)) = rows.head.zip(picture.head.as_ref()) {
        text(0, y, &head.left);
        if let Some(right) = &head.right {
            text(picture.room.area.width - width::cells(right) as u16, y, right);
        }
    }
    for (band, name) in rows.bands.iter().zip(names) {
        text(0, band.marks, name);
    }
    for (label, name) in labels.placed.iter().zip(texts) {
        text(label.text.start + u16::from(name.lead.is_some()), label.y, &name.text);
    }
    text(0, rows.axis, &picture.before);
    for (column, label) in &ticks.labels {
        text(left + column, rows.axis + 1, label);
    }
    for (y, line) in (rows.legend.0..).zip(&picture.legend) {
        text(0, y, line);
    }
    for (y, line) in (rows.readout.0..).zip(&picture.readout.title) {
        text(picture.readout.left, y, line);
    }
    if let Some(y) = rows.counts {
        text(2, y, &picture.named);
    }
    for (label, name) in labels.placed.iter().zip(texts) {
        cells.push((label.corner, label.y));
        cells.extend(label.stem.clone().map(|y| (label.corner, y)));
        cells.extend(name.lead.map(|_| (label.text.start, label.y)));
    }
    for band in &rows.bands {
        cells.extend((0..axis.columns).map(|column| (left + column, band.marks)));
    }
    cells.extend((0..axis.columns).map(|column| (left + column, rows.axis)));
    let rule = axis.rule.map(|rule| left + rule.column);
    cells.extend(rule.into_iter().flat_map(|x| picture.rule_rows.iter().map(move |y| (x, *y))));
    cells
}

fn check(picture: &Picture, lanes: &Lanes) {
    let area = picture.room.area;
    let cells = written(picture);
    let once: HashSet<&(u16, u16)> = cells.iter().collect();
    assert_eq!(once.len(), cells.len(), "a cell is written twice");
    assert!(cells.iter().all(|(x, y)| *x < area.width && *y < area.height), "{cells:?}");
    let Picture { axis, marks, labels, rows, left, .. } = picture;
    let (mut counted, mut in_sight) = (0, 0);
    for (place, event) in lanes.events.iter().enumerate() {
        let Some(day) = event.place.map(|place| number(place.day)) else {
            assert_eq!(marks.columns[place], None);
            continue;
        };
        let Some(column) = marks.columns[place] else {
            assert!(!axis.range.contains(day));
            continue;
        };
        counted += 1;
        let true_column = (day - axis.range.first) * i64::from(axis.columns) / axis.range.days;
        let is_beside_rule = axis.rule.is_some_and(|rule| rule.column.abs_diff(true_column as u16) <= 1);
        let most = if marks.is_binned { 2 } else { i64::from(is_beside_rule) };
        assert!((i64::from(column) - true_column).abs() <= most, "{column} for {true_column}");
        // Nothing stands on the other side of the article's day.
        if let Some((rule, (first, last))) = axis.rule.zip(lanes.reach.and_then(|reach| reach.article)) {
            let is_right = match day {
                day if day < first => column < rule.column,
                day if day > last => column > rule.column,
                _ => first < last || column == rule.column,
            };
            assert!(is_right, "{day} at {column}, rule at {}", rule.column);
        }
        let lane = lanes.lanes.row_of(event);
        let is_in_sight = rows.lanes().contains(&lane);
        assert_eq!(picture.cells.events(lane, column).contains(&place), is_in_sight);
        in_sight += usize::from(is_in_sight);
    }
    let all = rows.lanes().flat_map(|lane| picture.cells.lane(lane));
    let in_cells: usize =
        all.map(|cell| if let Cell::Events(events) = cell { events.len() } else { 0 }).sum();
    assert_eq!(in_cells, in_sight);
    assert_eq!(counted + marks.beyond.0 + marks.beyond.1 + marks.undated, lanes.events.len());
    for (place, label) in labels.placed.iter().enumerate() {
        assert_eq!(marks.columns[label.event].map(|column| left + column), Some(label.corner));
        let band = rows.bands.iter().find(|band| (band.top..band.bottom).contains(&label.y)).unwrap();
        assert_eq!(band.lane, lanes.lanes.row_of(&lanes.events[label.event]));
        let end = label.text.end.max(label.corner + 1);
        let columns = label.text.start.min(label.corner)..end;
        for other in labels.placed[place + 1..].iter().filter(|other| other.y == label.y) {
            let start = other.text.start.min(other.corner);
            let is_apart = end < start || other.text.end.max(other.corner + 1) < columns.start;
            assert!(is_apart, "{label:?} {other:?}");
        }
    }
}

/// The names of a picture with their events and places.
fn labelled(picture: &Picture) -> Vec<(Label, String)> {
    picture.labels.placed.iter().cloned().zip(picture.texts.iter().map(|name| name.text.clone())).collect()
}

/// Every cell that a label takes.
fn cells_of(label: &Label) -> Vec<(u16, u16)> {
    let row = label.text.start.min(label.corner)..label.text.end.max(label.corner + 1);
    let row = row.map(|x| (x, label.y));
    row.chain(label.stem.clone().map(|y| (label.corner, y))).collect()
}

/// Whether two labels would stand on or right beside each other.
fn touch(one: &Label, other: &Label) -> bool {
    let other = cells_of(other);
    cells_of(one).iter().any(|(x, y)| other.iter().any(|at| at.1 == *y && at.0.abs_diff(*x) < 2))
}

/// The label of the cursor is put among those that stand there without it, and none but those it touches gives way.
fn check_cursor(picture: &Picture, without: &Picture) {
    let (with, without) = (labelled(picture), labelled(without));
    let current = with.iter().find(|(label, _)| label.event == picture.room.cursor);
    for label in with.iter().filter(|(label, _)| label.event != picture.room.cursor) {
        assert!(without.contains(label), "{label:?} has moved");
    }
    for (label, text) in without.iter().filter(|(label, _)| label.event != picture.room.cursor) {
        let is_there = with.iter().any(|(other, _)| other.event == label.event);
        let gives_way = current.is_some_and(|(current, _)| touch(current, label));
        assert!(is_there || gives_way, "{text} gives way to {current:?}");
    }
}

fn date() -> impl Strategy<Value = String> {
    (2023_i32..2027, 1_u32..13, 1_u32..29, 0_u8..14).prop_map(|(year, month, day, form)| match form {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        2 => format!("{year}-{month:02}~"),
        3 => format!("[{year}-{month:02}-{day:02}..]"),
        4 => format!("[..{year}-{month:02}-{day:02}]"),
        5 => format!("{year}-{month:02}-{day:02}/.."),
        6 => String::from("XXXX"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

fn action() -> impl Strategy<Value = Action> {
    use Action::{Down, First, Last, Left, PageDown, PageUp, Right, Up, ZoomIn, ZoomOut};
    prop::sample::select(vec![
        Down, First, Last, Left, PageDown, PageUp, Right, Right, Up, ZoomIn, ZoomIn, ZoomOut,
    ])
}

/// Presses a key and selects what it asks for.
fn press(lanes: &mut Lanes, context: &mut Context, action: Action, area: Rect) {
    for request in lanes.press(action, context) {
        if let Request::Select(item) = request {
            let dossier = context.dossier.clone();
            context.selection.set(&dossier, Some(item), None);
            lanes.follow_selection(context, false);
        }
    }
    lanes.layout(context, area);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn marks_stand_at_their_days_and_nothing_is_written_twice(
        events in prop::collection::vec((date(), 0_usize..6, any::<bool>()), 1..60),
        article in date(),
        room in prop::sample::select(ROOMS.to_vec()),
        keys in prop::collection::vec(action(), 0..12),
        german in any::<bool>(),
        ascii in any::<bool>(),
        wide in any::<bool>(),
    ) {
        let title = if wide { "中国出口管制" } else { "An event of some length" };
        let language = if german { Language::De } else { Language::En };
        let glyphs = if ascii { Glyphs::Ascii } else { Glyphs::Unicode };
        let mut context = context(&files(&events, &article, title), language, glyphs);
        let mut lanes = opened(&context);
        let area = Rect::new(3, 2, room.0, room.1);
        if lanes.fallback(area).is_some() {
            return Ok(());
        }
        lanes.layout(&context, area);
        for key in keys {
            press(&mut lanes, &mut context, key, area);
            let picture = lanes.picture.last().unwrap();
            check(picture, &lanes);
            // The event under the cursor is on the axis, if it has a place there.
            prop_assert!(lanes.day(lanes.cursor).is_none() || picture.marks.columns[lanes.cursor].is_some());
            // Same input, same output.
            let (reach, names) = (lanes.reach.unwrap(), lanes.names.last().unwrap());
            let parts = Parts {
                events: &lanes.events,
                kinds: lanes.kinds,
                lanes: &lanes.lanes,
                names,
                reach: &reach,
                order: NamingOrder::of(&lanes.events, context.dossier.article_days()),
            };
            let again = Picture::of(&context, parts, picture.room);
            prop_assert_eq!(format!("{again:?}"), format!("{picture:?}"));
            check_cursor(picture, &Picture::of(&context, parts, Room { has_cursor: false, ..picture.room }));
            let row = rows(&lanes, &context, area);
            prop_assert!(!ascii || wide || german || row.concat().is_ascii(), "{row:#?}");
        }
    }

    /// In every column that is not beside the article's day a mark is where the division says.
    #[test]
    fn a_column_is_a_share_of_the_days(first in -90_000_000_i64..90_000_000, days in 1_i64..3_000_000, columns in 20_u16..220, at in 0_i64..3_000_000) {
        let axis = Axis::new(Range { first, days }, columns, None);
        let day = first + at % days;
        let column = axis.column(day).unwrap();
        prop_assert_eq!(i64::from(column), (day - first) * i64::from(columns) / days);
        prop_assert!(column < columns && axis.column(first - 1).is_none() && axis.column(first + days).is_none());
        prop_assert!(axis.mark_column(day) == Some(column) && axis.bin_column(day, false) == Some(column / 2 * 2));
    }

    /// What is before the article and what is after it are never counted together, none counts more columns than the head says,
    /// and a blank is between any two.
    #[test]
    fn bins_are_counted_out_from_the_article(
        days in 20_i64..4_000, columns in 20_u16..220, article in 0_i64..4_000, are_apart in any::<bool>()
    ) {
        let article = article % days;
        let axis = Axis::new(Range { first: 0, days }, columns, Some((article, article)));
        // What the range is widened by is about a column.
        prop_assert!(axis.range.first <= 0 && axis.range.last() >= days - 1);
        prop_assert!(axis.range.days - days <= days / i64::from(columns - 1) + 2, "{axis:?}");
        let rule = axis.rule.unwrap();
        let mut bins: Vec<(u16, Vec<u16>)> = Vec::new();
        for day in axis.range.first..=axis.range.last() {
            let (column, bin) = (axis.mark_column(day).unwrap(), axis.bin_column(day, are_apart).unwrap());
            prop_assert_eq!(day.cmp(&article), column.cmp(&rule.column));
            prop_assert_eq!(day.cmp(&article), bin.cmp(&rule.column));
            match bins.last_mut().filter(|(last, _)| *last == bin) {
                Some((_, columns)) if columns.last() == Some(&column) => {}
                Some((_, columns)) => columns.push(column),
                None => bins.push((bin, vec![column])),
            }
        }
        let is_beside = |bin: u16| bins.windows(2).any(|pair| {
            let at = [pair[0].0, pair[1].0];
            at.contains(&bin) && at.contains(&rule.column)
        });
        for (bin, columns) in &bins {
            let most = if are_apart && is_beside(*bin) { 3 } else { 2 };
            prop_assert!(columns.len() <= most && columns.iter().all(|column| column.abs_diff(*bin) < 3), "{bins:?}");
        }
        let right = columns - 1 - rule.column;
        for pair in bins.windows(2).map(|pair| [pair[0].0, pair[1].0]) {
            let room = match pair {
                [_, bin] if bin == rule.column => rule.column,
                [bin, _] if bin == rule.column => right,
                _ => 2,
            };
            let least = if are_apart { room.min(2) } else if room == 2 { 2 } else { 1 };
            prop_assert!(pair[0] + least <= pair[1], "{bins:?}");
        }
    }

    #[test]
    fn zoom_keeps_the_column(
        events in prop::collection::vec(("202[3-6]-0[1-9]-(1[0-9]|2[0-8])", 0_usize..3, any::<bool>()), 4..40),
        room in prop::sample::select(ROOMS.to_vec()),
        steps in 0_usize..20,
        keys in prop::collection::vec(prop::sample::select(vec![Action::ZoomIn, Action::ZoomIn, Action::ZoomOut]), 1..8),
    ) {
        let mut context = context(&files(&events, "2025-06-15", "E"), Language::En, Glyphs::Unicode);
        let mut lanes = opened(&context);
        let area = Rect::new(0, 0, room.0, room.1);
        lanes.layout(&context, area);
        for _ in 0..steps {
            press(&mut lanes, &mut context, Action::Right, area);
        }
        let day = lanes.day(lanes.cursor).unwrap();
        for key in keys {
            let before = lanes.picture.last().unwrap().axis;
            press(&mut lanes, &mut context, key, area);
            let picture = lanes.picture.last().unwrap();
            if picture.room.zoom != ALL && picture.axis != before {
                let (was, is) = (before.column(day).unwrap(), picture.axis.column(day).unwrap());
                // A day may take several columns, and begins in one of them; at the edge the article's day needs one more.
                let of_rule = i64::from(picture.axis.range != picture.room.range);
                let of_day = i64::from(before.columns) / before.range.days.min(picture.axis.range.days) + 1;
                prop_assert!(i64::from(was.abs_diff(is)) <= of_day + of_rule, "{was} {is}");
                if picture.axis.range.days >= i64::from(before.columns) {
                    prop_assert!(i64::from(was.abs_diff(is)) <= of_rule, "{was} {is}");
                }
            }
        }
    }

    #[test]
    fn labels_of_an_axis_stand_at_their_ticks_and_apart(
        first in -800_000_i64..800_000, power in 1.0_f64..6.0, columns in 20_u16..190, german in any::<bool>()
    ) {
        let axis = Axis::new(Range { first, days: 10_f64.powf(power) as i64 }, columns, None);
        let language = if german { Language::De } else { Language::En };
        let ticks = Ticks::of(&axis, 0, language);
        prop_assert!(!ticks.labels.is_empty(), "{axis:?}");
        prop_assert!(ticks.labels.iter().all(|(column, _)| ticks.at.contains(column)));
        for pair in ticks.labels.windows(2) {
            prop_assert!(usize::from(pair[0].0) + width::cells(&pair[0].1) < usize::from(pair[1].0), "{ticks:?}");
        }
        let end = ticks.labels.last().map(|(column, text)| usize::from(*column) + width::cells(text));
        prop_assert!(end <= Some(usize::from(columns)), "{ticks:?}");
    }
}

fn given(dates: &[&str]) -> Vec<Given> {
    dates.iter().map(|date| ((*date).to_owned(), 0, true)).collect()
}

#[test]
fn real_dossiers_have_room_in_every_panel() {
    for language in [Language::De, Language::En] {
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            for (width, height) in ROOMS {
                let mut context = context(&fixture(), language, glyphs);
                let mut lanes = opened(&context);
                let area = Rect::new(1, 1, width, height);
                assert_eq!(lanes.fallback(area), None);
                lanes.layout(&context, area);
                for key in
                    [Action::First, Action::Right, Action::Down, Action::ZoomIn, Action::Last, Action::Up]
                {
                    press(&mut lanes, &mut context, key, area);
                    check(lanes.picture.last().unwrap(), &lanes);
                }
                let drawn = rows(&lanes, &context, area);
                let marks = drawn
                    .iter()
                    .filter(|row| row.contains(if glyphs == Glyphs::Ascii { "--" } else { "╌╌" }));
                assert!(marks.count() >= 4, "{width}×{height}:\n{}", drawn.join("\n"));
                // Which event it is, is said at every size.
                let item = context.selection().unwrap().clone();
                let title = context.text(&context.dossier.event(&item.id).unwrap().title);
                let word = title.split(' ').next().unwrap();
                assert!(drawn.concat().contains(word), "{word} at {width}×{height}:\n{}", drawn.join("\n"));
            }
        }
    }
}

#[test]
fn each_step_leads_to_the_next_event_in_time() {
    let mut context = context(&fixture(), Language::En, Glyphs::Unicode);
    let mut lanes = opened(&context);
    let area = Rect::new(0, 0, 61, 12);
    lanes.layout(&context, area);
    press(&mut lanes, &mut context, Action::First, area);
    let mut seen = vec![context.selection().unwrap().clone()];
    for _ in 1..lanes.events.len() {
        press(&mut lanes, &mut context, Action::Right, area);
        seen.push(context.selection().unwrap().clone());
    }
    let days: Vec<Option<NaiveDate>> =
        lanes.events.iter().map(|event| event.place.map(|place| place.day)).collect();
    let dated: Vec<NaiveDate> = days.iter().copied().flatten().collect();
    assert!(
        dated.is_sorted() && days.iter().take(dated.len()).all(Option::is_some),
        "what has no date is last"
    );
    assert_eq!(seen.iter().collect::<HashSet<_>>().len(), context.dossier.events.len());
    assert_eq!(seen, lanes.items);
}

#[test]
fn up_and_down_lead_to_the_nearest_event_of_the_next_lane() {
    let events: Vec<Given> =
        [("2025-01-10", 0), ("2025-06-10", 0), ("2025-02-01", 2), ("2025-05-20", 2), ("2025-06-01", 4)]
            .map(|(date, lane)| (date.to_owned(), lane, true))
            .into();
    let mut context = context(&files(&events, "2025-07-01", "E"), Language::En, Glyphs::Unicode);
    let mut lanes = opened(&context);
    let area = Rect::new(0, 0, 61, 12);
    lanes.layout(&context, area);
    press(&mut lanes, &mut context, Action::First, area);
    let mut ids = Vec::new();
    for key in [Action::Down, Action::Down, Action::Down, Action::Up, Action::Up, Action::Up] {
        press(&mut lanes, &mut context, key, area);
        ids.push(context.selection().unwrap().id.to_string());
    }
    // From 10 January to 1 February, on to 1 June, where the lanes end; back to 20 May and 10 June.
    assert_eq!(ids, ["e2", "e4", "e4", "e3", "e1", "e1"]);
}

#[test]
fn one_event_has_a_year_on_either_side() {
    let context =
        context(&files(&given(&["2025-06-01"]), "2025-07-01", "Alone"), Language::En, Glyphs::Unicode);
    let mut lanes = opened(&context);
    let area = Rect::new(0, 0, 60, 9);
    lanes.layout(&context, area);
    let picture = lanes.picture.last().unwrap();
    let (first, last) = (number("2024-06-01".parse().unwrap()), number("2026-06-01".parse().unwrap()));
    assert!(picture.axis.range.contains(first) && picture.axis.range.contains(last), "{:?}", picture.axis);
    assert_eq!(picture.labels.placed.len(), 1);
    assert!(rows(&lanes, &context, area).concat().contains("Alone 0"));
}

#[test]
fn many_on_one_day_are_one_sign_at_the_closest_zoom() {
    let context =
        context(&files(&given(&["2025-06-01"; 12]), "2025-06-03", "E"), Language::En, Glyphs::Unicode);
    let mut lanes = opened(&context);
    let area = Rect::new(0, 0, 90, 9);
    lanes.layout(&context, area);
    let drawn = rows(&lanes, &context, area).join("\n");
    assert!(drawn.contains("╌+╌") && drawn.contains(&format!("zoom {CLOSEST} of {CLOSEST}")), "{drawn}");
    assert!(matches!(&lanes.press(Action::ZoomIn, &context)[..], [Request::Notice(_)]));
    assert!(matches!(&lanes.press(Action::ZoomOut, &context)[..], [Request::Notice(_)]));
}

#[test]
fn two_hundred_in_a_lane_are_counted() {
    let dates: Vec<String> =
        (0..200).map(|day| format!("2025-{:02}-{:02}", day / 28 + 1, day % 28 + 1)).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let context = context(&files(&given(&dates), "2025-05-01", "E"), Language::En, Glyphs::Unicode);
    let mut lanes = opened(&context);
    for (width, height) in ROOMS {
        lanes.layout(&context, Rect::new(0, 0, width, height));
        let picture = lanes.picture.last().unwrap();
        check(picture, &lanes);
        // No two numbers read as one.
        let row = &rows(&lanes, &context, picture.room.area)[usize::from(picture.rows.bands[0].marks)];
        let row: Vec<char> = row.chars().skip(usize::from(picture.left)).collect();
        let is_number = |sign: &char| sign.is_ascii_digit() || *sign == '+';
        assert!(row.windows(2).all(|pair| !pair.iter().all(is_number)), "{row:?}");
    }
    // The head says that two columns are one.
    lanes.layout(&context, Rect::new(0, 0, 53, 10));
    let picture = lanes.picture.last().unwrap();
    assert!(picture.marks.is_binned && picture.head.as_ref().unwrap().left.contains("days a mark"));
}

#[test]
fn inexact_dates_take_what_they_may_be_and_open_ends_have_arrows() {
    let dates = ["2025-03", "[2025-08-10..]", "[..2025-06-10]", "XXXX", "2025-01-01", "2025-12-31"];
    let context = context(&files(&given(&dates), "[2025-10-01..]", "E"), Language::En, Glyphs::Unicode);
    let mut lanes = opened(&context);
    let area = Rect::new(0, 0, 110, 9);
    lanes.layout(&context, area);
    let picture = lanes.picture.last().unwrap();
    let drawn = rows(&lanes, &context, area);
    let lane = &drawn[usize::from(picture.rows.bands[0].marks)];
    // The first of the kinds is that of the month, the second of what was not before, the third of what was not after.
    assert!(lane.contains("═■═") && lane.contains("□▶") && lane.contains("◀●"), "{lane}");
    assert!(drawn[usize::from(picture.rows.axis)].contains("┼▶"), "{drawn:?}");
    assert!(picture.head.as_ref().unwrap().left.contains("1 undated"), "{drawn:?}");
}

#[test]
fn years_before_christ_have_an_axis() {
    let dates = ["-0499", "-0043-03-15", "0009-09", "1066-10-14"];
    let context = context(&files(&given(&dates), "2025-10-01", "E"), Language::De, Glyphs::Unicode);
    let mut lanes = opened(&context);
    let area = Rect::new(0, 0, 100, 9);
    lanes.layout(&context, area);
    let picture = lanes.picture.last().unwrap();
    check(picture, &lanes);
    assert_eq!(picture.marks.columns.iter().flatten().count(), 4);
    // The article is less far from the last than that is from the first: it shares the axis.
    assert!(picture.axis.rule.is_some());
    let labels: Vec<&str> = picture.ticks.labels.iter().map(|(_, text)| text.as_str()).collect();
    assert!(
        labels.contains(&"500 v. Chr.") && labels.contains(&"500") && labels.contains(&"1000"),
        "{labels:?}"
    );
    assert!(picture.head.as_ref().unwrap().left.contains("Jahre je Spalte"), "{:?}", picture.head);
}

#[test]
fn without_a_date_there_are_no_lanes() {
    let context =
        context(&files(&given(&["XXXX", "XXXX"]), "2025-10-01", "E"), Language::En, Glyphs::Unicode);
    let lanes = opened(&context);
    assert_eq!(lanes.fallback(Rect::new(0, 0, 80, 20)), Some(super::Fallback::NothingDated));
    assert_eq!(lanes.fallback(Rect::new(0, 0, 29, 20)), Some(super::Fallback::NoRoom));
    assert_eq!(lanes.fallback(Rect::new(0, 0, 80, 6)), Some(super::Fallback::NoRoom));
}

#[test]
fn zooms_go_from_everything_to_ten_days() {
    let events = given(&["2022-01-01", "2024-02-03", "2025-06-01", "2026-08-01"]);
    let context = context(&files(&events, "2025-11-27", "E"), Language::En, Glyphs::Unicode);
    let lanes = opened(&context);
    let reach = Reach::of(&lanes.events, context.dossier.article_days()).unwrap();
    let days = |zoom| reach.usual_range(zoom, 0).days;
    assert_eq!([3, 4, 5, 6].map(days), [365, 92, 31, 10]);
    let two = reach.usual_range(2, 0);
    assert_eq!(two.first, number("2025-01-01".parse().unwrap()));
    assert_eq!(two.last(), number("2026-08-15".parse().unwrap()));
    assert_eq!((1..6).map(|zoom| reach.closer(zoom)).collect::<Vec<_>>(), [2, 3, 4, 5, 6].map(Some));
    assert_eq!((reach.closer(6), reach.farther(1), reach.farther(4)), (None, None, Some(3)));
    // A low panel opens on everything, a high one on what is near the article.
    assert_eq!((reach.usual(13, 60), reach.usual(14, 60)), (1, 2));
}

#[test]
fn a_click_finds_marks_and_labels() {
    let mut context = context(&fixture(), Language::En, Glyphs::Unicode);
    let mut lanes = opened(&context);
    let area = Rect::new(4, 3, 116, 33);
    lanes.layout(&context, area);
    press(&mut lanes, &mut context, Action::Last, area);
    let picture = lanes.picture.last().unwrap();
    for label in &picture.labels.placed {
        let at = Position::new(area.x + label.text.end - 1, area.y + label.y);
        assert_eq!(lanes.hit_test(&context, at), lanes.items.get(label.event));
    }
    let mut marks = 0;
    for (place, column) in picture.marks.columns.iter().enumerate() {
        let Some(column) = column else { continue };
        let lane = lanes.lanes.row_of(&lanes.events[place]);
        let band = picture.rows.bands.iter().find(|band| band.lane == lane).unwrap();
        let at = Position::new(area.x + picture.left + column, area.y + band.marks);
        let hit = lanes.hit_test(&context, at).unwrap();
        assert!(picture.cells.events(lane, *column).iter().any(|event| &lanes.items[*event] == hit));
        marks += 1;
    }
    assert!(marks > 10);
    assert_eq!(lanes.hit_test(&context, Position::new(0, 0)), None);
}

/// The article's day is in the last column, and an event of the day after it in the same.
#[test]
fn an_event_of_another_day_never_stands_on_the_rule_at_the_edge() {
    for (dates, article) in [
        (["2023-01-01", "2025-12-29", "2025-12-31"], "2025-12-29"),
        (["2023-01-01", "2023-01-03", "2025-12-31"], "2023-01-03"),
    ] {
        let context = context(&files(&given(&dates), article, "E"), Language::En, Glyphs::Unicode);
        let mut lanes = opened(&context);
        lanes.zoom = Some(ALL);
        for (width, height) in ROOMS {
            lanes.layout(&context, Rect::new(0, 0, width, height));
            let picture = lanes.picture.last().unwrap();
            check(picture, &lanes);
            let rule = picture.axis.rule.unwrap().column;
            let sides = picture.marks.columns.iter().map(|column| column.unwrap().cmp(&rule));
            let days = dates.iter().map(|date| (*date).cmp(article));
            assert!(sides.eq(days), "{:?} of {:?}", picture.marks.columns, picture.axis);
        }
    }
}

/// Long names leave few columns to the axis: on those main events would stand in one, on all of the panel's they would not.
#[test]
fn whether_marks_are_dense_depends_on_the_columns_of_the_axis() {
    let dates = ["2024-01-01", "2024-01-19", "2025-12-13", "2025-12-31"];
    let context = context(&files(&given(&dates), "2025-12-10", "E"), Language::En, Glyphs::Unicode);
    let lanes = opened(&context);
    let reach = lanes.reach.unwrap();
    let columns = (1..200).find(|columns| reach.usual(9, *columns) == ALL).unwrap();
    let names = |width: u16| LaneNames::of(&context, &lanes.lanes, width);
    let width = (36..400).find(|width| names(*width).axis_columns(*width) >= columns).unwrap();
    assert!(width > 40, "the names are whole");
    for (width, zoom) in [(width, ALL), (width - 1, TWO_YEARS)] {
        let mut lanes = opened(&context);
        lanes.layout(&context, Rect::new(0, 0, width, 9));
        assert_eq!(lanes.picture.last().unwrap().room.zoom, zoom, "{width}");
    }
}

/// Each name of a lane that is not declared makes one, so that there may be more than a grid has rows.
#[test]
fn seventy_thousand_lanes_show_those_around_the_cursor() {
    // A file holds so many only where they are short.
    let mut events = String::new();
    for lane in 0..70_000 {
        let _ = write!(
            events,
            "[[event]]\nid='e{lane}'\ndate='2025-{:02}-{:02}'\nlane='l{lane}'\nkind='report'\ntitle='E'\nsummary='x'\nsources=['s']\n",
            lane / 28 % 12 + 1,
            lane % 28 + 1
        );
    }
    let dossier = "format = 1\nid = 't'\n[article]\nfile = 'a.txt'\nlanguage = 'en'\npublished = '2025-06-15'\n\
                   [[source]]\nid = 's'\ntype = 'report'\noutlet = 'S'\n";
    let files = Memory::default().with("dossier.toml", dossier).with("events.toml", events);
    let files = files.with("a.txt", "Title\nText.\n");
    let mut context = context(&files, Language::En, Glyphs::Unicode);
    let mut lanes = opened(&context);
    assert_eq!(lanes.lanes.count(), 70_000);
    assert_eq!((lanes.rows(), lanes.needs()), (u16::MAX, u16::MAX));
    let area = Rect::new(0, 0, 60, 18);
    lanes.layout(&context, area);
    for key in [Action::First, Action::Last, Action::Up, Action::Down] {
        press(&mut lanes, &mut context, key, area);
        let picture = lanes.picture.last().unwrap();
        let lane = lanes.lanes.row_of(&lanes.events[lanes.cursor]);
        assert_eq!(picture.rows.lanes().len(), 15);
        assert!(picture.rows.lanes().contains(&lane));
        assert!(rows(&lanes, &context, area)[14].contains('╌'));
    }
}

/// Cut or not, no word of a title is written twice and none is left out before its end.
#[test]
fn a_title_goes_on_where_its_row_before_ends() {
    let title = "One two  three four, five; six-seven";
    let context =
        context(&files(&given(&["2025-01-01"]), "2025-06-01", title), Language::En, Glyphs::Unicode);
    for columns in 12..70 {
        for rows in 2..6 {
            let readout = Readout::of(&context, &context.dossier.events[0], (columns, rows));
            assert!(readout.title.len() <= usize::from(rows));
            assert!(readout.title.iter().all(|line| width::cells(line) <= usize::from(columns - 2)));
            let letters = |text: &str| text.replace([' ', '…'], "");
            let written = letters(&readout.title.concat());
            let whole = letters(&format!("1 Jan 2025 · Lane 0 · {title} 0"));
            assert!(whole.starts_with(&written), "{:?}", readout.title);
            let is_cut = readout.title.last().is_some_and(|line| line.ends_with('…'));
            assert_eq!(is_cut, written != whole, "{:?}", readout.title);
        }
    }
}

/// On the shipped dossier: a step to the next event redraws its label and that of the event before, and no other row of names.
#[test]
fn a_step_changes_only_the_rows_of_two_labels() {
    for language in [Language::De, Language::En] {
        let mut context = context(&shipped(), language, Glyphs::Unicode);
        let mut lanes = opened(&context);
        let area = Rect::new(0, 0, 118, 36);
        lanes.layout(&context, area);
        press(&mut lanes, &mut context, Action::First, area);
        let mut steps = 0;
        loop {
            let (before, cursor) = (lanes.picture.last().unwrap().clone(), lanes.cursor);
            let drawn = rows(&lanes, &context, area);
            press(&mut lanes, &mut context, Action::Right, area);
            if lanes.cursor == cursor {
                break;
            }
            let after = lanes.picture.last().unwrap();
            if before.room.range != after.room.range {
                continue;
            }
            steps += 1;
            let events = [cursor, lanes.cursor];
            let own = |picture: &Picture| -> Vec<u16> {
                let own = picture.labels.placed.iter().filter(|label| events.contains(&label.event));
                own.flat_map(|label| label.stem.clone().chain([label.y])).collect()
            };
            let may_change: Vec<u16> = own(&before).into_iter().chain(own(after)).collect();
            let now = rows(&lanes, &context, area);
            for band in &after.rows.bands {
                for y in (band.top..band.bottom).filter(|y| *y != band.marks && !may_change.contains(y)) {
                    let at = usize::from(y);
                    assert_eq!(drawn[at], now[at], "row {y}, from {} to {}", events[0], events[1]);
                }
            }
        }
        assert!(steps > 30, "{steps}");
    }
}

/// The events of a column are named by the first in the order of naming, with how many others there are.
#[test]
fn the_label_of_a_column_counts_its_other_events() {
    let given = [("2025-03-10", false), ("2025-03-10", true), ("2025-03-10", false), ("2025-09-01", false)];
    let events: Vec<Given> = given.iter().map(|(day, is_main)| ((*day).to_owned(), 0, *is_main)).collect();
    let mut context = context(&files(&events, "2025-06-15", "E"), Language::En, Glyphs::Unicode);
    context.focus = Focus::Panel(Panel::Article);
    let mut lanes = opened(&context);
    lanes.layout(&context, Rect::new(0, 0, 60, 18));
    let texts: Vec<String> =
        labelled(lanes.picture.last().unwrap()).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["E 1 +2", "E 3"]);
}

/// What restricts is named before what only reports, though that is nearer to the article.
#[test]
fn what_restricts_is_named_before_reports() {
    // Of the kinds that `files` gives, the first is a control and the sixth a report.
    let given = ["2025-04-01", "XXXX", "XXXX", "XXXX", "XXXX", "2025-04-12"];
    let events: Vec<Given> = given.iter().map(|day| ((*day).to_owned(), 0, false)).collect();
    let title = "A title as long as one may be here";
    let mut context = context(&files(&events, "2025-06-15", title), Language::En, Glyphs::Unicode);
    context.focus = Focus::Panel(Panel::Article);
    let mut lanes = opened(&context);
    for width in [38, 60] {
        lanes.layout(&context, Rect::new(0, 0, width, 7));
        lanes.layout(&context, Rect::new(0, 0, width, 12));
        let named: Vec<usize> =
            labelled(lanes.picture.last().unwrap()).iter().map(|(label, _)| label.event).collect();
        assert_eq!(named.first(), Some(&0), "{named:?}");
    }
}
