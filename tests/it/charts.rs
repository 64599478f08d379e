//! The figures in the HTML page: every mark stands at its value and its date, no text is cut or covers another, on a desk and
//! on a phone, and what the pictures leave out is in words.

#![expect(clippy::unwrap_used, reason = "a test that cannot read what it has written had better fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use fundstelle::dossier::{Observation, Qualifier};
use fundstelle::export;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Loaded, Memory, load};
use fundstelle::protocol::context::Context;
use fundstelle::protocol::names;
use fundstelle::text::width;
use proptest::prelude::*;
use roxmltree::Node;

use crate::export::{LANGUAGES, has_class, load_fixture, options, parse, text_of};

/// The pictures of a page.
fn pictures<'a>(root: Node<'a, 'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    root.descendants().filter(|node| node.has_tag_name("svg"))
}

fn series<'a>(root: Node<'a, 'a>, id: &str) -> Node<'a, 'a> {
    let name = format!("series-{id}");
    root.descendants().find(|node| node.attribute("id") == Some(&name)).unwrap()
}

fn texts<'a>(picture: Node<'a, 'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    picture.children().filter(|node| node.has_tag_name("text"))
}

fn number(node: Node, attribute: &str) -> f64 {
    node.attribute(attribute).unwrap().parse().unwrap()
}

/// Left, top, right, bottom of a text, as wide as a common font draws it.
fn bounds(text: Node, font: f64) -> [f64; 4] {
    let wide = width::cells(&text_of(text)) as f64 * font * 0.6;
    let (x, y) = (number(text, "x"), number(text, "y"));
    let left = match text.attribute("text-anchor").unwrap() {
        "start" => x,
        "middle" => x - wide / 2.0,
        _ => x - wide,
    };
    [left, y - font * 0.75, left + wide, y + font * 0.2]
}

/// No text of a picture is cut or covers another.
fn assert_legible(picture: Node) {
    let view: Vec<f64> =
        picture.attribute("viewBox").unwrap().split(' ').map(|side| side.parse().unwrap()).collect();
    let is_narrow = has_class(picture, "phone");
    // On a phone of 390 pixels the page leaves it 342 of them.
    let font = if is_narrow { 13.0 } else { 14.0 };
    assert!(!is_narrow || font * 342.0 / view[2] >= 11.0, "type is too small");
    let boxes: Vec<([f64; 4], String)> =
        texts(picture).map(|text| (bounds(text, font), text_of(text))).collect();
    for (place, ([left, top, right, bottom], text)) in boxes.iter().enumerate() {
        assert!(
            *left >= -0.1 && *top >= -0.1 && *right <= view[2] + 0.1 && *bottom <= view[3] + 0.1,
            "{text:?} is cut: {left} {top} {right} {bottom} in {view:?}"
        );
        for (other, name) in &boxes[..place] {
            let apart = *left >= other[2] || other[0] >= *right || *top >= other[3] || other[1] >= *bottom;
            assert!(apart, "{text:?} covers {name:?}");
        }
    }
}

/// The marks of a picture that say something: what they say, and where they stand.
fn marks<'a>(picture: Node<'a, 'a>) -> BTreeMap<String, (Node<'a, 'a>, f64, f64)> {
    let marks = picture.children().filter(|node| node.has_tag_name("path")).filter_map(|mark| {
        let title = mark.children().find(|node| node.has_tag_name("title"))?;
        let at = mark.attribute("transform")?.strip_prefix("translate(")?.strip_suffix(')')?;
        let (x, y) = at.split_once(' ')?;
        Some((text_of(title), (mark, x.parse().ok()?, y.parse().ok()?)))
    });
    marks.collect()
}

/// Where the axis has its zero.
fn zero(picture: Node) -> f64 {
    let lines = picture.children().filter(|node| has_class(*node, "axis"));
    let mut level = lines.filter_map(|line| {
        let (from, _) = line.attribute("d")?.strip_prefix('M')?.split_once('H')?;
        from.split_once(' ')?.1.parse().ok()
    });
    level.next().unwrap()
}

/// The middle of a figure's period, in days.
fn middle(figure: &Observation) -> f64 {
    let (first, last) = figure.date.as_ref().unwrap().period().unwrap();
    let origin = chrono::NaiveDate::default();
    f64::midpoint((first - origin).num_days() as f64, (last - origin).num_days() as f64 + 1.0)
}

/// The most lines that a time chart draws.
const DRAWN: usize = 6;

/// Every mark of a time chart stands at its value and its date, and each of these figures has one, unless its line is one
/// too many.
fn assert_true(picture: Node, figures: &[&Observation], context: &Context) {
    let marks = marks(picture);
    let mut lines: BTreeMap<_, Vec<&Observation>> = BTreeMap::new();
    for figure in figures {
        let place = figure.place.as_ref().map(ToString::to_string);
        lines.entry((place, figure.part.clone())).or_default().push(figure);
    }
    let has_mark = |figure: &&Observation| marks.contains_key(&names::figure(context, figure));
    let is_drawn = |line: &&Vec<&Observation>| line.iter().any(has_mark);
    assert_eq!(lines.values().filter(is_drawn).count(), lines.len().min(DRAWN));
    let figures: Vec<&Observation> = lines.values().filter(is_drawn).flatten().copied().collect();
    let found: Vec<(&Observation, f64, f64)> = figures
        .iter()
        .map(|figure| {
            let name = names::figure(context, figure);
            let (_, x, y) = marks.get(&name).unwrap_or_else(|| panic!("{name} has no mark: {marks:?}"));
            (*figure, *x, *y)
        })
        .collect();
    let zero = zero(picture);
    let valued = || found.iter().filter_map(|(figure, _, y)| Some((figure.value?, *y)));
    let (most, high) = valued().max_by(|one, other| one.0.abs().total_cmp(&other.0.abs())).unwrap();
    for (value, y) in valued() {
        let expected = if most == 0.0 { zero } else { zero + (high - zero) * (value / most) };
        assert!((y - expected).abs() <= 0.5, "{value} stands at {y}, not at {expected}");
    }
    let mut by_date: Vec<(f64, f64)> = found.iter().map(|(figure, x, _)| (middle(figure), *x)).collect();
    by_date.sort_by(|one, other| one.0.total_cmp(&other.0));
    let ((first, left), (last, right)) = (by_date[0], by_date[by_date.len() - 1]);
    for (day, x) in &by_date {
        let share = if last > first { (day - first) / (last - first) } else { 0.0 };
        let expected = left + share * (right - left);
        assert!((x - expected).abs() <= 0.5, "day {day} stands at {x}, not at {expected}");
    }
    // What was looked for and not found cannot read as 0.
    for (_, _, y) in found.iter().filter(|(figure, ..)| figure.value.is_none()) {
        assert!(*y > zero + 10.0, "{y} is at zero, {zero}");
    }
}

/// A bar, or a part of one: what it says, where it begins and where it ends.
struct Segment {
    title: String,
    from: f64,
    to: f64,
}

/// The bars of a picture, each with its segments in their order.
fn rows(picture: Node) -> Vec<Vec<Segment>> {
    let mut rows: Vec<(&str, Vec<Segment>)> = Vec::new();
    for bar in picture.children().filter(|node| has_class(*node, "bar")) {
        let title = bar.children().find(|node| node.has_tag_name("title")).map(text_of).unwrap();
        let at = bar.attribute("transform").unwrap().strip_prefix("translate(").unwrap();
        let (x, y) = at.strip_suffix(')').unwrap().split_once(' ').unwrap();
        let to: f64 = x.parse().unwrap();
        let (_, path) = bar.attribute("d").unwrap().split_once('H').unwrap();
        let from = to + path.split_once('V').unwrap().0.parse::<f64>().unwrap();
        let segment = Segment { title, from, to };
        match rows.last_mut() {
            Some((row, segments)) if *row == y => segments.push(segment),
            _ => rows.push((y, vec![segment])),
        }
    }
    rows.into_iter().map(|(_, segments)| segments).collect()
}

/// Where bars begin.
fn start(picture: Node) -> f64 {
    let lines = picture.children().filter(|node| has_class(*node, "axis"));
    let mut at = lines.filter_map(|line| {
        let (from, _) = line.attribute("d")?.strip_prefix('M')?.split_once('V')?;
        from.split_once(' ')?.0.parse().ok()
    });
    at.next().unwrap()
}

/// Every figure has a bar, as long as its value says. It begins at zero, or where another part of its total ends.
fn assert_bars(picture: Node, figures: &[&Observation], context: &Context) {
    let (rows, zero) = (rows(picture), start(picture));
    let of: BTreeMap<String, &Observation> =
        figures.iter().map(|figure| (names::figure(context, figure), *figure)).collect();
    let mut drawn: Vec<&str> = rows.iter().flatten().map(|segment| &*segment.title).collect();
    let valued = figures.iter().filter(|figure| figure.value.is_some());
    let mut expected: Vec<String> = valued.map(|figure| names::figure(context, figure)).collect();
    drawn.sort_unstable();
    expected.sort_unstable();
    assert_eq!(drawn, expected);
    for row in &rows {
        let mut end = zero;
        for Segment { title, from, to } in row {
            assert!((from - end).abs() <= 0.3, "{title} begins at {from}, not at {end}");
            end = *to;
        }
        if row.len() > 1 {
            assert_total(&row.iter().map(|segment| of[&segment.title]).collect::<Vec<_>>(), figures);
        }
    }
    let lengths =
        rows.iter().flatten().map(|Segment { title, from, to }| (of[title].value.unwrap(), to - from));
    let lengths: Vec<(f64, f64)> = lengths.collect();
    let (most, longest) =
        lengths.iter().copied().max_by(|one, other| one.0.abs().total_cmp(&other.0.abs())).unwrap();
    assert!(longest.abs() > 20.0 || most == 0.0, "the longest bar is {longest}");
    for (value, length) in lengths {
        let expected = if most == 0.0 { 0.0 } else { longest * (value / most) };
        assert!((length - expected).abs() <= 0.5, "{value} is {length} long, not {expected}");
    }
}

/// These figures of a series are all the parts of one place and period, and add up to a total.
fn assert_total(parts: &[&Observation], figures: &[&Observation]) {
    let first = parts[0];
    let own = |of: &[&Observation]| {
        let own = of.iter().filter(|figure| figure.place == first.place);
        own.filter_map(|figure| figure.part.clone()).collect::<BTreeSet<_>>()
    };
    assert_eq!(own(parts), own(figures), "a part is missing or of another place: {parts:?}");
    assert_eq!(own(parts).len(), parts.len(), "a part is there twice: {parts:?}");
    for part in parts {
        assert_eq!(part.date, first.date);
        assert!(part.value.unwrap() >= 0.0);
        let is_level = matches!(part.qualifier, Qualifier::Exact | Qualifier::Rounded | Qualifier::About);
        assert!(is_level, "{part:?} is no level");
    }
}

fn context(loaded: &Loaded, language: Language) -> Context {
    Context::new(Arc::clone(&loaded.dossier), language)
}

fn of<'l>(loaded: &'l Loaded, id: &str) -> Vec<&'l Observation> {
    loaded.dossier.observations.iter().filter(|figure| figure.series.as_str() == id).collect()
}

#[test]
fn every_series_that_compares_is_drawn_legibly_in_both_sizes_and_languages() {
    let loaded = load_fixture();
    for language in LANGUAGES {
        let page = export::html(&loaded, options(language));
        let document = parse(&page);
        for (id, count) in [
            ("pegel-in-use", 2),
            ("pegel-planned", 2),
            ("luhort-total", 2),
            ("module-shipments", 2),
            ("berth-lettings", 2),
            ("marschland-power", 0),
            ("wellgard-plans", 0),
        ] {
            assert_eq!(pictures(series(document.root(), id)).count(), count, "{id}");
        }
        pictures(document.root()).for_each(assert_legible);
    }
}

#[test]
fn marks_stand_at_their_values_and_dates() {
    let loaded = load_fixture();
    for language in LANGUAGES {
        let page = export::html(&loaded, options(language));
        let document = parse(&page);
        let context = context(&loaded, language);
        for id in ["pegel-in-use", "luhort-total", "module-shipments"] {
            for picture in pictures(series(document.root(), id)) {
                assert_true(picture, &of(&loaded, id), &context);
            }
        }
        for id in ["pegel-planned", "berth-lettings"] {
            for picture in pictures(series(document.root(), id)) {
                assert_bars(picture, &of(&loaded, id), &context);
            }
        }
    }
}

#[test]
fn a_line_chart_prints_its_values_names_and_periods() {
    let page = export::html(&load_fixture(), options(Language::En));
    let document = parse(&page);
    let entry = series(document.root(), "pegel-in-use");
    for picture in pictures(entry) {
        let words: Vec<String> = texts(picture).map(text_of).collect();
        for value in
            ["840", "about 890", "930", "990", "> 1,000", "1,010", "220", "410", "30", "55", "70", "kt", "H2"]
        {
            assert!(words.iter().any(|word| word == value), "{value} in {words:?}");
        }
        let mut names: Vec<(f64, String)> = texts(picture)
            .filter(|text| has_class(*text, "name"))
            .map(|text| (number(text, "y"), text_of(text)))
            .collect();
        names.sort_by(|one, other| one.0.total_cmp(&other.0));
        let names: Vec<&str> = names.iter().map(|(_, name)| &**name).collect();
        assert_eq!(names, ["Seefurt", "Luhort", "Nebelbucht"]);
        // Seefurt from the second half of 2022 to the first of 2024, Luhort and Nebelbucht once each.
        let lines = picture.children().filter(|node| has_class(*node, "line"));
        let joined: usize = lines.map(|line| line.attribute("d").unwrap().matches('L').count()).sum();
        assert_eq!(joined, 5);
        let count = |class: &str| picture.children().filter(|node| has_class(*node, class)).count();
        assert_eq!((count("stroke"), count("hollow"), count("none"), count("rule-day")), (1, 1, 1, 1));
        assert!(
            picture.children().any(|node| node.has_tag_name("desc") && text_of(node).contains("1,010 kt"))
        );
        // A mark for each row of the table, whether a figure was found or not.
        let rows = entry.descendants().filter(|node| node.has_tag_name("tr") && node.has_attribute("id"));
        assert_eq!((marks(picture).len(), rows.count()), (12, 12));
    }
    let caption = entry.descendants().find(|node| node.has_tag_name("figcaption")).map(text_of).unwrap();
    for words in [
        "Pegel & Partner",
        "Unit: kt",
        "no figure available: Luhort (H1 2025); Steinwarder",
        "the article's day",
    ] {
        assert!(caption.contains(words), "{words} in {caption}");
    }
}

#[test]
fn bars_print_their_parts_and_their_sum_and_what_is_missing() {
    let page = export::html(&load_fixture(), options(Language::En));
    let document = parse(&page);
    let entry = series(document.root(), "pegel-planned");
    for picture in pictures(entry) {
        let words: Vec<String> = texts(picture).map(text_of).collect();
        for value in
            ["430 + 1,240 = 1,670", "230 + 820 = 1,050", "? + 90", "× looked for, no figure available"]
        {
            assert!(words.iter().any(|word| word.ends_with(value)), "{value} in {words:?}");
        }
        // The parts differ without colour.
        let fills: Vec<&str> = picture
            .children()
            .filter(|node| has_class(*node, "bar"))
            .map(|bar| bar.attribute("fill").unwrap_or("plain"))
            .collect();
        assert!(fills.contains(&"plain") && fills.iter().any(|fill| fill.starts_with("url(#")), "{fills:?}");
    }
    // A half-year is set apart from the years.
    let lettings = series(document.root(), "berth-lettings");
    for picture in pictures(lettings) {
        let words: Vec<String> = texts(picture).map(text_of).collect();
        let at = |word: &str| words.iter().position(|text| text.starts_with(word)).unwrap();
        assert!(at("Marschland") < at("Over another") && at("Over another") < at("Luhort"), "{words:?}");
    }
}

#[test]
fn the_overview_says_what_changed_and_what_has_no_figure() {
    let loaded = load_fixture();
    let page = export::html(&loaded, options(Language::En));
    let document = parse(&page);
    let trend = document.descendants().find(|node| node.attribute("id") == Some("trend")).unwrap();
    let table = trend.children().find(|node| has_class(*node, "wide")).unwrap();
    let rows: Vec<Vec<String>> = table
        .descendants()
        .filter(|node| node.has_tag_name("tr"))
        .map(|row| row.children().filter(Node::is_element).map(text_of).collect())
        .collect();
    let cells = |name: &str| rows.iter().find(|row| row[0] == name).unwrap();
    assert_eq!(rows[0], ["Place or part", "First figure", "Last figure", "Change (our arithmetic)"]);
    assert_eq!(rows[1], ["kt in use by port · kt · Pegel & Partner"]);
    assert_eq!(*cells("Luhort"), ["Luhort", "220 (H1 2024)", "410 (H2 2024)", "+86%"]);
    assert_eq!(*cells("Nebelbucht"), ["Nebelbucht", "30 (H2 2022)", "70 (H1 2025)", "×2.3"]);
    assert!(rows.iter().any(|row| row[0] == "× Steinwarder, Gulls' End, Sandhaken"), "{rows:?}");
    // Of what is only about right there is no rate.
    let total = rows.iter().position(|row| row[0].starts_with("Luhort: total supply")).unwrap();
    assert_eq!(rows[total + 1], ["Luhort", "about 12 (2021)", "about 5,700 (Q2 2025)", ""]);
    let links = table.descendants().filter(|node| node.has_tag_name("a"));
    assert!(links.filter(|link| link.attribute("href") == Some("#series-pegel-in-use")).count() > 3);
    for document in
        [export::text(&loaded, options(Language::En)), export::markdown(&loaded, options(Language::En))]
    {
        assert!(document.contains("220 (H1 2024)") && document.contains("410 (H2 2024)"), "{document}");
    }
}

/// On a phone a row of a table is a card: each value says what it is, to the eye and to a screen reader.
#[test]
fn every_cell_of_a_table_says_what_it_is() {
    let page = export::html(&load_fixture(), options(Language::De));
    let document = parse(&page);
    let mut seen = 0;
    for table in document.descendants().filter(|node| node.has_tag_name("table")) {
        let heads: Vec<String> =
            table.descendants().filter(|node| node.attribute("scope") == Some("col")).map(text_of).collect();
        let body = table.children().find(|node| node.has_tag_name("tbody")).unwrap();
        for row in body.children().filter(Node::is_element) {
            assert_eq!(row.attribute("role"), Some("row"));
            for (cell, head) in row.children().filter(Node::is_element).zip(&heads).skip(1) {
                assert_eq!(cell.attribute("data-column"), Some(&**head));
                assert_eq!(cell.attribute("role"), Some("cell"));
                seen += 1;
            }
        }
    }
    assert!(seen > 200, "{seen}");
}

/// A date of each of several precisions, in EDTF.
fn date() -> impl Strategy<Value = Vec<String>> {
    let one = |write: fn(i32, u32, u32) -> String, years: std::ops::Range<i32>| {
        let dates = (years, 1_u32..13, 1_u32..29).prop_map(move |(year, month, day)| write(year, month, day));
        prop::collection::vec(dates, 12)
    };
    prop_oneof![
        one(|year, _, _| format!("{year}"), 1850..2030),
        one(|year, month, _| format!("{year}-{}", 40 + month % 2), 2019..2026),
        one(|year, month, _| format!("{year}-{month:02}"), 2024..2026),
        one(|_, _, day| format!("2025-11-{day:02}"), 0..1),
        one(|_, month, day| format!("2025-{month:02}-{day:02}"), 0..1),
    ]
}

fn value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        8 => (0.0..2000.0_f64).prop_map(|value| Some(value.round())),
        1 => Just(None),
        1 => prop::sample::select(vec![0.0, 1e-6, 3.4, 401.92, 1874.0, 3e12, 1_234_567.0]).prop_map(Some),
        1 => (-50.0..0.0_f64).prop_map(|value| Some((value * 10.0).round() / 10.0)),
    ]
}

/// What places may be called.
const NAMES: [&str; 8] = [
    "Johor",
    "<b>&\"'</b>",
    "Ho-Chi-Minh-Stadt mit allem, was im Umkreis liegt und noch gebaut wird",
    "مرحبا بالعالم",
    "東京都千代田区",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "x",
    "</svg><script>",
];

const QUALIFIERS: [&str; 7] = ["exact", "exact", "about", "rounded", "more-than", "up-to", "forecast"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_figures_are_their_chart_is_true_and_legible(
        (dates, values, places, meant, kind, parts) in (
            date(),
            prop::collection::vec(value(), 12),
            prop::collection::vec(0..NAMES.len(), 12),
            prop::collection::vec(0..QUALIFIERS.len(), 12),
            prop::sample::select(vec!["stock", "flow"]),
            any::<bool>(),
        )
    ) {
        let mut csv = String::new();
        for row in 0..12 {
            let value = values[row].map(|value| value.to_string()).unwrap_or_default();
            let part = if parts && kind == "stock" { ["", "built", "planned"][row % 3] } else { "" };
            let _ = writeln!(csv, "f,p{},{},{part},{value},{},s", places[row], dates[row], QUALIFIERS[meant[row]]);
        }
        let loaded = dossier(&format!("kind = \"{kind}\""), &csv);
        for language in LANGUAGES {
            let page = export::html(&loaded, options(language));
            let document = parse(&page);
            let context = context(&loaded, language);
            let figures = of(&loaded, "f");
            for picture in pictures(document.root()) {
                assert_legible(picture);
                let is_of_bars = picture.children().any(|node| has_class(node, "bar"));
                if is_of_bars {
                    assert_bars(picture, &figures, &context);
                } else if picture.children().any(|node| has_class(node, "grid")) {
                    assert_true(picture, &figures, &context);
                }
            }
        }
    }
}

/// A dossier with a series of these figures and fields.
fn dossier(fields: &str, rows: &str) -> Loaded {
    let mut toml = String::from(
        "format = 1\nid = \"x\"\ntitle = \"X\"\nas_of = \"2026\"\nobservations = \"o.csv\"\n[article]\n\
         file = \"article.txt\"\nlanguage = \"en\"\npublished = \"2025-11-27\"\n\
         [[source]]\nid = \"s\"\ntype = \"webpage\"\noutlet = \"O\"\ntitle = \"T\"\nurl = \"https://a.example/\"\n",
    );
    for place in 0..16 {
        let name = NAMES.get(place).map_or_else(|| format!("Place {place}"), |name| (*name).to_owned());
        let _ = writeln!(toml, "[[place]]\nid = \"p{place}\"\nname = {}", toml::Value::String(name));
    }
    let _ = writeln!(
        toml,
        "[[series]]\nid = \"f\"\noutlet = \"O\"\nunit = \"MW\"\ntitle = \"F\"\ndefinition = \"D\"\n{fields}"
    );
    let csv = format!("series,place,date,part,value,qualifier,source\n{rows}");
    let article = Memory::default().with("article.txt", "Title\nOne two.\n");
    load(&article.with("dossier.toml", toml).with("o.csv", csv)).unwrap()
}

/// What stands in the picture of the only series on a desk.
fn words_on_a_desk(page: &str) -> Vec<String> {
    let document = parse(page);
    let picture = pictures(document.root()).find(|picture| !has_class(*picture, "phone")).unwrap();
    texts(picture).map(text_of).collect()
}

#[test]
fn only_known_levels_are_laid_end_to_end() {
    let loaded = dossier(
        "kind = \"stock\"",
        "f,p0,2024,built,10,more-than,s\nf,p0,2024,planned,20,forecast,s\nf,p0,2024,drawn,5,exact,s\n\
         f,p6,2023,built,1,exact,s\nf,p6,2023,planned,2,exact,s\nf,p6,2023,drawn,3,exact,s\n\
         f,p6,2024,built,10,exact,s\nf,p6,2024,planned,30,exact,s\n\
         f,p8,2024,built,0.1,rounded,s\nf,p8,2024,planned,0.2,exact,s\nf,p8,2024,drawn,,,s\n\
         f,p9,2024,built,7,exact,s\nf,p9,2024,built,8,exact,s\n",
    );
    let page = export::html(&loaded, options(Language::En));
    let document = parse(&page);
    for picture in pictures(document.root()) {
        assert_bars(picture, &of(&loaded, "f"), &context(&loaded, Language::En));
        let stacked: Vec<usize> = rows(picture).iter().map(Vec::len).filter(|count| *count > 1).collect();
        assert_eq!(stacked, [3], "only the year of which all is known");
        let heads = picture.children().filter(|node| has_class(*node, "head")).count();
        assert_eq!(heads, 1, "the bound keeps its head");
    }
    let words = words_on_a_desk(&page);
    for value in
        ["built: > 10", "planned: 20 (forecast)", "drawn: 5", "built: 10", "planned: 30", "1 + 2 + 3 = 6"]
    {
        assert!(words.iter().any(|word| word == value), "{value} in {words:?}");
    }
    assert!(!words.iter().any(|word| word.contains("= 35") || word.contains("40")), "{words:?}");
}

#[test]
fn a_sum_of_what_is_about_right_is_about_right() {
    let loaded = dossier(
        "kind = \"stock\"",
        "f,p0,2024,built,10,rounded,s\nf,p0,2024,planned,20,rounded,s\n\
         f,p6,2024,built,0.1,about,s\nf,p6,2024,planned,0.2,exact,s\n\
         f,p8,2024,built,3,exact,s\n",
    );
    let words = words_on_a_desk(&export::html(&loaded, options(Language::En)));
    for value in ["rounded 10 + rounded 20 = about 30", "about 0.1 + 0.2 = about 0.3", "3 + ?"] {
        assert!(words.iter().any(|word| word == value), "{value} in {words:?}");
    }
}

#[test]
fn each_length_of_time_has_a_section_of_its_own() {
    let loaded = dossier(
        "kind = \"flow\"",
        "f,p0,2025-11-01,,5,exact,s\nf,p6,2025-11-02,,6,exact,s\nf,p0,2025-11-03/2025-11-09,,9,exact,s\n\
         f,p0,2025-11-01/2025-11-14,,8,exact,s\n",
    );
    let page = export::html(&loaded, options(Language::En));
    let document = parse(&page);
    for picture in pictures(document.root()) {
        let words: Vec<String> = texts(picture).map(text_of).collect();
        let notes = words.iter().filter(|word| word.starts_with("Over another length")).count();
        assert_eq!(notes, 2, "a day, a week, two weeks: {words:?}");
        let places = words.iter().filter(|word| *word == "Johor").count();
        assert_eq!(places, 3, "{words:?}");
    }
}

#[test]
fn a_series_without_a_date_is_in_the_overview_and_says_so() {
    let loaded = dossier("kind = \"stock\"", "f,p0,,,12,exact,s\nf,p6,,,13,exact,s\n");
    let page = export::html(&loaded, options(Language::En));
    let document = parse(&page);
    let trend = document.descendants().find(|node| node.attribute("id") == Some("trend")).unwrap();
    let table = trend.children().find(|node| has_class(*node, "wide")).unwrap();
    let rows = table.descendants().filter(|node| node.has_tag_name("tr")).map(text_of).collect::<Vec<_>>();
    assert_eq!(rows[1..], ["F · MW · O", "Undated2 figures"]);
    for document in
        [export::text(&loaded, options(Language::En)), export::markdown(&loaded, options(Language::En))]
    {
        assert!(document.contains("2 figures"), "{document}");
    }
}

#[test]
fn a_place_that_was_looked_for_is_named_once() {
    let fields = "kind = \"stock\"\nexpects = [\"p0\", \"p8\"]";
    let loaded = dossier(fields, "f,p0,2025-40,,,,s\nf,p6,2025-40,,12,exact,s\nf,p6,2025-41,,13,exact,s\n");
    let page = export::html(&loaded, options(Language::En));
    let document = parse(&page);
    let rows = document.descendants().filter(|node| node.has_tag_name("tr")).map(text_of);
    let missing: Vec<String> = rows.filter(|row| row.starts_with('×')).collect();
    assert_eq!(missing, ["× Johor H1 25, Place 8looked for, no figure available"]);
    let caption = document.descendants().find(|node| node.has_tag_name("figcaption")).map(text_of).unwrap();
    assert_eq!(caption.matches("Johor").count(), 1, "{caption}");
}

#[test]
fn years_before_christ_are_the_same_on_the_axis_and_in_tables() {
    let loaded =
        dossier("kind = \"stock\"", "f,p6,-0499,,5,exact,s\nf,p6,-0399,,6,exact,s\nf,p6,0050,,7,exact,s\n");
    let page = export::html(&loaded, options(Language::En));
    let words = words_on_a_desk(&page);
    assert!(["400 BC", "1"].iter().all(|year| words.iter().any(|word| word == year)), "{words:?}");
    assert!(!words.iter().any(|word| word.starts_with('-')), "{words:?}");
    let document = parse(&page);
    pictures(document.root()).for_each(assert_legible);
    let cells: Vec<String> = document
        .descendants()
        .filter(|node| node.has_tag_name("td") || node.has_tag_name("th"))
        .map(text_of)
        .collect();
    for cell in ["500 BC", "400 BC", "50", "5 (500 BC)"] {
        assert!(cells.iter().any(|text| text == cell), "{cell} in {cells:?}");
    }
    let german = export::text(&loaded, options(Language::De));
    assert!(german.contains("5 (500 v. Chr.)") && !german.contains("-499"), "{german}");
}

#[test]
fn columns_and_axes_say_what_they_are_in_words() {
    let rows = "f,p6,2025-01,,3000000,rounded,s\nf,p6,2025-02,,2000000,exact,s\n";
    let loaded = dossier("kind = \"flow\"", rows);
    let page = export::html(&loaded, options(Language::De));
    let words = words_on_a_desk(&page);
    assert!(words.iter().any(|word| word == "Tausend MW"), "{words:?}");
    let document = parse(&page);
    let caption = document.descendants().find(|node| node.has_tag_name("figcaption")).map(text_of).unwrap();
    assert!(caption.contains("Hohle Säulen") && !caption.contains("Pfeil"), "{caption}");
    let change = document.descendants().find(|node| text_of(*node) == "Änderung (unsere Rechnung)");
    assert!(change.is_some() && !page.contains("Veränderung"));
}

/// Lines are told apart by shape and colour, however many stand between those that are drawn.
#[test]
fn no_two_lines_look_alike() {
    let mut rows = String::new();
    for place in 0..14 {
        let last = if place % 12 == 0 { 800 - place } else { 100 + place };
        let _ = writeln!(rows, "f,p{place},2023,,{},exact,s\nf,p{place},2024,,{last},exact,s", 1000 - place);
    }
    let page = export::html(&dossier("kind = \"stock\"", &rows), options(Language::En));
    let document = parse(&page);
    for picture in pictures(document.root()) {
        let keys = picture.children().filter(|node| has_class(*node, "key"));
        let looks: Vec<_> = keys.map(|key| (key.attribute("class"), key.attribute("d"))).collect();
        assert!(looks.len() > 4);
        assert_eq!(looks.iter().collect::<BTreeSet<_>>().len(), looks.len(), "{looks:?}");
    }
}

/// A line is joined to nothing that is no level of its own.
#[test]
fn a_forecast_and_a_bound_are_not_joined() {
    let files = crate::common::fixture::edited(
        "observations.csv",
        "pegel-in-use,seefurt,2023-41,,,,930,exact",
        "pegel-in-use,seefurt,2023-41,,,,930,forecast",
    );
    let loaded = load(&files).unwrap();
    assert!(loaded.dossier.observations.iter().any(|figure| figure.qualifier == Qualifier::Forecast));
    let page = export::html(&loaded, options(Language::En));
    let document = parse(&page);
    for picture in pictures(series(document.root(), "pegel-in-use")) {
        let lines = picture.children().filter(|node| has_class(*node, "line"));
        let joined: usize = lines.map(|line| line.attribute("d").unwrap().matches('L').count()).sum();
        assert_eq!(joined, 3);
        // Where there is no room for that beside the mark, as on a phone, the mark says it.
        let is_printed = texts(picture).any(|text| text_of(text) == "930 (forecast)");
        assert!(is_printed || has_class(picture, "phone"));
        assert!(marks(picture).keys().any(|title| title.ends_with("930 kt (forecast)")));
    }
}
