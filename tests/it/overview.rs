//! The first view of the trend: what grew, from what to what, and since when, without a key.

use std::fmt::Write as _;

use crate::common::{Cells, Grid, Row, Screen};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::Theme;

const HEAD: &str = r#"format = 1
id = "t"
title = "T"
observations = "o.csv"
[article]
file = "a.txt"
language = "en"
published = "2025-06-30"
[[source]]
id = "s"
type = "report"
outlet = "Broker"
issued = "2025-07"
"#;

const SERIES: &str = r#"
[[series]]
id = "power"
outlet = "Broker"
unit = "MW"
kind = "stock"
title = "Power"
definition = "What runs."
short = "running"
"#;

fn place(id: usize) -> String {
    format!("[[place]]\nid = \"p{id}\"\nname = \"Place {id}\"\n")
}

/// A dossier with these places, this text besides, and these rows of `place,date,value,qualifier`.
fn dossier(places: usize, besides: &str, rows: &[&str]) -> Memory {
    let mut figures = String::from("place,date,value,qualifier,series,source\n");
    for row in rows {
        let _ = writeln!(figures, "{row},power,s");
    }
    let places: String = (0..places).map(place).collect();
    Memory::default()
        .with("dossier.toml", format!("{HEAD}{places}{besides}"))
        .with("a.txt", "Title\nText.\n")
        .with("o.csv", figures)
}

fn open(files: &Memory, size: Cells) -> Screen {
    Screen::open(files, size, Options { language: Language::En, theme: Theme::Mono, ..Options::default() })
}

fn trend(screen: &Screen) -> Grid {
    screen.framed("4 Trend")
}

/// The inner sizes that real screens give it, in both languages: no name and no value is cut, and values stand under each
/// other at the arrow.
#[test]
fn each_series_says_first_and_last_at_every_size() {
    let names = [
        (
            Language::De,
            [
                "Luhort in Nutzung",
                "Luhort geplant",
                "Luhort samt",
                "Marschland Module",
                "Marschland vermietet",
            ],
        ),
        (
            Language::En,
            ["Luhort in use", "Luhort planned", "Luhort incl. plans", "Marschland modules", "Marschland let"],
        ),
    ];
    for size in [(80, 24), (100, 30), (110, 30), (120, 36), (120, 40)] {
        for (language, names) in names {
            let mut screen = Screen::fixture(size, language);
            screen.press("4");
            let trend = trend(&screen);
            let values = match language {
                Language::De => ["220→410", "1.240→820", "≈12→≈5.700", "112→274", "110→430"],
                Language::En => ["220→410", "1,240→820", "≈12→≈5,700", "112→274", "110→430"],
            };
            let mut arrows = Vec::new();
            for (name, value) in names.into_iter().zip(values) {
                let row = trend.row_with(value).text();
                // Under the head of its series a row is called by its place and its part.
                let has_heads = trend.text().contains("Pegel & Partner\n");
                let place = name.split(' ').next().unwrap_or_default();
                let name = if has_heads { place } else { name };
                assert!(row.contains(name), "{name} at {size:?}:\n{}", trend.text());
                arrows.push(row.chars().position(|c| c == '→'));
            }
            arrows.dedup();
            assert_eq!(arrows.len(), 1, "{size:?}:\n{}", trend.text());
        }
    }
}

/// Where there is room each series has a head with its unit and its publisher, and says where no figure was found.
#[test]
fn series_have_heads_where_there_is_room() {
    let mut screen = Screen::fixture((120, 40), Language::En);
    let trend = screen.press("4 z").framed("4 Trend");
    for words in [
        "kt in use by port · Pegel & Partner",
        "Modules, Upland to Marschland · m thl. · Hafenpost",
        "× no figure available: Luhort H1 25, Steinwarder, Gulls' End, Sandhaken",
        "× no figure available: Luhort H1 25, Gulls' End, Steinwarder",
        "9 up, 3 down, 4 single · our arithmetic",
        "change",
        "shape",
        "▒ first  █ added  ░ gone",
    ] {
        assert!(trend.place_of(words).is_some(), "no {words}:\n{}", trend.text());
    }
    let row = trend.row_with("220→410").text();
    assert!(row.contains("H1–H2 24") && row.contains("+86%") && row.contains("▄█×"), "{row}");
    // A line that only a bound interrupts still says what changed.
    assert!(trend.row_with("840→1,010").text().contains("+20%"));
}

#[test]
fn a_row_selects_the_last_figure_and_leads_to_card_and_series() {
    let mut screen = Screen::fixture((120, 40), Language::En);
    screen.press("4");
    assert_eq!(screen.selection(), "observation:pegel-in-use/luhort/2024-41/");
    assert!(trend(&screen).row_with("220→410").text().starts_with('▶'));
    screen.press("Enter");
    assert!(screen.framed("Figure").prose().contains("410 kt"));
    screen.press("Esc Right");
    let series = trend(&screen);
    assert!(series.place_of("kt in use by port").is_some(), "{}", series.text());
    assert!(screen.text().contains("series 1/7"));
    screen.press("Backspace");
    assert!(trend(&screen).row_with("220→410").text().starts_with('▶'), "{}", screen.text());
}

/// Follows links of the card of a place until this figure is selected.
fn follow(screen: &mut Screen, place: &str, figure: &str) {
    let letters: Vec<String> = place.chars().map(|letter| letter.to_string()).collect();
    screen.press(":").press(&letters.join(" ")).press("Enter");
    for steps in 1..40 {
        screen.press("Home").press(&"Down ".repeat(steps)).press("Enter");
        if screen.selection() == figure {
            screen.press("Esc");
            return;
        }
        screen.press("Backspace");
    }
    panic!("{figure} is no link of {place}:\n{}", screen.text());
}

/// What is selected elsewhere is shown where it is: in the overview if a row prints it, else in its series.
#[test]
fn a_selected_figure_is_on_the_screen() {
    let mut screen = Screen::fixture((120, 40), Language::En);
    follow(&mut screen, "nebelbucht", "observation:pegel-in-use/nebelbucht/2022-41/");
    let trend_now = trend(&screen);
    assert!(trend_now.row_with("30→70").text().starts_with('▶'), "{}", screen.text());
    let mut screen = Screen::fixture((120, 40), Language::En);
    follow(&mut screen, "nebelbucht", "observation:pegel-in-use/nebelbucht/2024-41/");
    assert!(
        trend(&screen).place_of("55").is_some() && screen.text().contains("series 1/7"),
        "{}",
        screen.text()
    );
}

/// Every row that a selection lights has its mark, whichever of its figures is meant.
#[test]
fn rows_are_lit_with_what_is_selected() {
    let mut screen = Screen::fixture((120, 40), Language::En);
    screen.press("2 v").select("actor:marschland");
    screen.press("4 z");
    let rows = trend(&screen).rows;
    let lit: Vec<String> = rows.iter().map(Row::text).filter(|row| row.trim_end().ends_with('◀')).collect();
    assert!(!lit.is_empty() && lit.iter().all(|row| !row.contains("Seefurt")), "{lit:?}\n{}", screen.text());
}

#[test]
fn one_series_with_one_figure_is_a_row_without_a_change() {
    let screen = open(&dossier(1, SERIES, &["p0,2025-40,12,exact"]), (120, 40));
    let trend = trend(&screen);
    let row = trend.row_with("Place 0").text();
    assert!(row.contains("running") && row.contains("H1 25") && row.contains("12 MW"), "{row}");
    assert!(trend.place_of("1 single").is_some() || trend.place_of("1 with one figure only").is_some());
    assert!(trend.place_of("change").is_none() && trend.place_of("arithmetic").is_none(), "{}", trend.text());
}

#[test]
fn of_two_hundred_places_the_current_one_is_in_sight_and_the_others_are_counted() {
    let rows: Vec<String> = (0..200)
        .flat_map(|place| {
            let grown = 1000 + 10 * place;
            [format!("p{place},2024,{},exact", 500), format!("p{place},2025,{grown},exact")]
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let files = dossier(200, SERIES, &rows);
    for size in [(80, 24), (120, 40), (200, 60)] {
        let mut screen = open(&files, size);
        screen.press("4");
        let first = trend(&screen);
        // The line that moved most comes first.
        assert!(first.rows[1].text().contains("Place 199"), "{}", first.text());
        assert!(first.text().contains("more ↓"), "{}", first.text());
        screen.press("G");
        let last = trend(&screen);
        assert!(last.row_with("Place 0 ").text().starts_with('▶'), "{}", last.text());
        assert!(last.text().contains("more ↑"), "{}", last.text());
        for _ in 0..40 {
            screen.press("k");
            let selected = trend(&screen).rows.iter().filter(|row| row.text().starts_with('▶')).count();
            assert_eq!(selected, 1);
        }
    }
}

#[test]
fn bounds_have_neither_a_direction_nor_a_change() {
    let rows = ["p0,2024,100,more-than", "p0,2025,200,more-than", "p1,2024,50,up-to", "p1,2025,40,at-least"];
    let screen = open(&dossier(2, SERIES, &rows), (120, 40));
    let trend = trend(&screen);
    assert!(trend.row_with("Place 0").text().contains(">100→>200"), "{}", trend.text());
    assert!(trend.row_with("Place 1").text().contains("≤50→≥40"), "{}", trend.text());
    assert!(trend.text().contains("2 not comparable"), "{}", trend.text());
    assert!(!trend.text().contains("change") && !trend.text().contains('%'), "{}", trend.text());
}

#[test]
fn what_is_only_about_right_has_a_direction_but_no_change() {
    let screen = open(&dossier(1, SERIES, &["p0,2024,100,about", "p0,2025,200,about"]), (120, 40));
    let trend = trend(&screen);
    assert!(trend.row_with("Place 0").text().contains("≈100→≈200"), "{}", trend.text());
    assert!(trend.text().contains("1 up") || trend.text().contains("1 rose"), "{}", trend.text());
    assert!(!trend.text().contains("change") && !trend.text().contains("×2"), "{}", trend.text());
    assert!(trend.text().contains("≈ about"), "{}", trend.text());
}

#[test]
fn without_figures_that_compare_the_series_are_shown_one_by_one() {
    let list = SERIES.replace("stock", "list").replace("unit = \"MW\"\n", "");
    let files = dossier(1, &list, &[]);
    let screen = open(&files, (120, 40));
    assert!(screen.text().contains("series 1/1"), "{}", screen.text());
    let screen = open(&dossier(0, "", &[]), (120, 40));
    assert!(trend(&screen).prose().contains("[[series]]"), "{}", screen.text());
}

/// `a` leaves what is of a time after the article, or perhaps after it, and says so.
#[test]
fn only_what_came_after_the_article_is_left() {
    let rows = ["p0,2024,100,exact", "p0,2025-11,200,exact", "p1,2023,5,exact", "p1,2024,6,exact"];
    let mut screen = open(&dossier(2, SERIES, &rows), (120, 40));
    screen.press("4 a");
    let trend = trend(&screen);
    assert!(trend.row_with("Place 0").text().contains("200 MW"), "{}", trend.text());
    assert!(trend.place_of("Place 1").is_none(), "{}", trend.text());
    assert!(screen.text().contains("after article 1 of 4"), "{}", screen.text());
}

/// In few columns a row gives up its bar, then of dates what is finer than a year, then its shape; name, values and unit
/// stay, in two rows if need be.
#[test]
fn name_values_and_unit_stay_in_any_width() {
    for width in (20..=160).step_by(3) {
        for height in [12, 24, 45] {
            let mut screen = Screen::fixture((width, height), Language::De);
            screen.press("4 z");
            if !screen.shows("4 Trend") {
                continue;
            }
            let trend = screen.framed("4 Trend");
            if trend.rows.len() < 6 || trend.rows[0].text().chars().count() < 26 {
                continue;
            }
            for words in ["Luhort", "220→410", "kt"] {
                assert!(trend.text().contains(words), "{words} at {width}×{height}:\n{}", trend.text());
            }
        }
    }
}

/// Every cell is ASCII, and no fill is taken for another.
#[test]
fn signs_of_the_overview_have_ascii_forms() {
    let options = Options { language: Language::En, theme: Theme::Mono, glyphs: Glyphs::Ascii };
    let mut screen = Screen::fixture_with((120, 40), options);
    let trend = screen.press("4 z").whole();
    // Names are as they are written.
    let is_ascii = |c: char| c.is_ascii() || c.is_alphabetic() || c == '\n';
    assert!(trend.text().chars().all(is_ascii), "{}", trend.text());
    assert!(trend.row_with("220 -> 410").text().contains("###"), "{}", trend.text());
    assert!(trend.place_of("= first  # added  . gone").is_some(), "{}", trend.text());
}
