//! Never more precise than it is: dates with their ends and marks, what cannot be known, figures as they were written.

use std::fmt::Write as _;

use crate::common::{Cells, Grid, Screen};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::theme::Theme;

const SIZE: Cells = (160, 60);

const HEAD: &str = r#"format = 1
id = "t"
title.de = "T"
observations = "o.csv"
[article]
file = "a.txt"
language = "de"
published = "[2025-11-27..]"
[[source]]
id = "s"
type = "report"
outlet = "Reuters"
title = "R"
issued = "2025-11-05"
url = "https://example.org"
[[actor]]
id = "a"
kind = "company"
name = "Alibaba"
aliases = ["Alibaba"]
[[lane]]
id = "l"
short = "L"
name = "Lane"
[[place]]
id = "p"
name = "Johor"
[[place]]
id = "q"
name = "Batam"
[[series]]
id = "f"
outlet = "Reuters"
unit = "MW"
kind = "stock"
title = "Figures"
definition = "Defined"
"#;

const FIGURES_HEAD: &str = "series,place,date,part,value,qualifier,source,note\n";

fn open(language: Language, dates: &[&str], figures: &str) -> Screen {
    let mut tables = HEAD.to_owned();
    for (place, date) in dates.iter().enumerate() {
        let _ = writeln!(
            tables,
            "[[event]]\nid = \"e{place}\"\ndate = \"{date}\"\nlane = \"l\"\nkind = \"report\"\n\
             title = \"Event {place}\"\nsummary = \"S\"\nactors = [\"a\"]\nsources = [\"s\"]"
        );
    }
    let files = Memory::default()
        .with("dossier.toml", tables)
        .with("a.txt", "Titel\nAlibaba mietet Chips.\n")
        .with("o.csv", format!("{FIGURES_HEAD}{figures}"));
    Screen::open(&files, SIZE, Options { language, theme: Theme::Mono, ..Options::default() })
}

fn place(grid: &Grid, words: &str) -> usize {
    grid.place_of(words).unwrap_or_else(|| panic!("no {words:?}:\n{}", grid.text()))
}

#[test]
fn a_range_keeps_its_ends_and_what_is_uncertain_in_them() {
    let dates = ["2025-10~/2025-11~", "2024/2025", "[2025-12-03..]", "202X", "[..2025-11]"];
    let mut screen = open(Language::De, &dates, "");
    let timeline = screen.framed("3 Zeitleiste");
    for row in [
        "2025 ┊ ~Okt–~Nov ◇ L",
        "2024 ┊ –2025",
        "2025 ┊ ≥03.12.",
        "?    ┊ 202X?",
        // The last row of a year that stands above it; it may be before the article, or after.
        "┊ ≤Nov?",
    ] {
        place(&timeline, row);
    }
    assert!(!timeline.text().contains("2020"), "{}", timeline.text());
    screen.press("2 Down Enter");
    let card = screen.framed("Akteur");
    for words in [
        "etwa Oktober 2025 – etwa November 2025  Event 0",
        "2024–2025  Event 1",
        "frühestens 3.12.2025  Event 2",
        "202X       Event 3",
        "spätestens November 2025  Event 4",
    ] {
        place(&card, words);
    }
}

#[test]
fn what_has_no_date_is_not_after_the_article() {
    let dates = ["XXXX", "2025-12-08", "[..2026-03-10]", "2024-05-01", "2025-11"];
    for (language, [timeline, article, undated, card, later]) in [
        (
            Language::De,
            ["3 Zeitleiste", "─ Artikel: frühestens", "─ ohne Datum ─", "Akteur", "Ereignisse nach dem"],
        ),
        (Language::En, ["3 Timeline", "─ Article: ", "─ undated ─", "Actor", "Events after the"]),
    ] {
        let mut screen = open(language, &dates, "");
        let timeline = screen.framed(timeline);
        let (article, undated) = (place(&timeline, article), place(&timeline, undated));
        let at = |event: usize| place(&timeline, &format!("Event {event}"));
        assert!([2, 3, 4].iter().all(|event| at(*event) < article), "{}", timeline.text());
        assert!(article < at(1) && at(1) < undated && undated < at(0), "{}", timeline.text());
        let shown = |event: usize| timeline.rows[at(event)].text();
        for (event, in_doubt) in [(2, true), (3, false), (4, true), (1, false)] {
            let date = shown(event).split(" ◇ L ").next().unwrap_or_default().trim_end().to_owned();
            assert_eq!(date.ends_with('?'), in_doubt, "{date}");
        }
        // The card decides as the timeline does.
        screen.press("2 Down Enter");
        let card = screen.framed(card);
        let at = |event: usize| place(&card, &format!("Event {event}"));
        let others = [0, 2, 3, 4].map(at).into_iter().min();
        assert!(place(&card, later) < at(1) && Some(at(1)) < others, "{}", card.text());
    }
}

#[test]
fn every_event_without_a_date_is_reached_and_ruled_once() {
    for dates in [&["XXXX", "XXXX"][..], &["2024", "XXXX"], &["2026", "XXXX"], &["2024", "2026", "XXXX"]] {
        let mut screen = open(Language::En, dates, "");
        let rules = |screen: &Screen, label: &str| screen.framed("3 Timeline").text().matches(label).count();
        assert_eq!(rules(&screen, "─ undated ─"), 1, "{}", screen.text());
        let dated = usize::from(dates[0] != "XXXX");
        assert_eq!(rules(&screen, "─ Article: "), dated, "{}", screen.text());
        screen.resize((70, 20)).press("3 End");
        let last = if dates[0] == "XXXX" { 1 } else { dates.len() - 1 };
        assert_eq!(screen.selection(), format!("event:e{last}"));
        assert!(screen.framed("3 Timeline").text().contains(&format!("Event {last}")), "{}", screen.text());
    }
}

#[test]
fn a_figure_is_shown_as_it_was_written() {
    let figures = "f,p,2024,,1.6549,exact,s,\nf,p,2025,,0.004,exact,s,\n";
    let mut screen = open(Language::De, &[], figures);
    screen.press("4 v Down");
    assert!(screen.status().contains("0,004 MW"), "{}", screen.status());
    screen.press("Left");
    assert!(screen.status().contains("1,6549 MW"), "{}", screen.status());
}

/// The ticks of the value axis from the top: the row of each, and what it says.
fn ticks(trend: &Grid) -> Vec<(usize, String)> {
    let ticks = trend.rows.iter().enumerate().filter_map(|(y, row)| {
        let text = row.text();
        let label = text.split(['┤', '┼']).next().filter(|label| label.len() < text.len())?;
        Some((y, label.trim().to_owned()))
    });
    ticks.collect()
}

fn labels(ticks: &[(usize, String)]) -> Vec<&str> {
    ticks.iter().map(|(_, label)| label.as_str()).collect()
}

fn is_braille(c: char) -> bool {
    ('\u{2801}'..='\u{28ff}').contains(&c)
}

/// The mark of each year's value stands over the middle of the year's label, in the row that is nearest to the value by the
/// ticks, which are a step apart each.
fn assert_at_their_rows(trend: &Grid, step: f64, values: &[(&str, f64)]) {
    let ticks = ticks(trend);
    let rows: Vec<usize> = ticks.iter().map(|(y, _)| *y).collect();
    let every = rows[1] - rows[0];
    assert!(rows.windows(2).all(|pair| pair[1] - pair[0] == every), "{ticks:?}");
    let zero = ticks.iter().find(|(_, label)| label == "0").unwrap_or_else(|| panic!("{ticks:?}")).0;
    let cells: Vec<Vec<char>> = trend.rows.iter().map(|row| row.text().chars().collect()).collect();
    let at = |value: f64| zero as f64 - value / step * every as f64;
    let row_of = |value: f64| at(value).round() as usize;
    for (year, value) in values {
        let wanted: Vec<char> = format!(" {year} ").chars().collect();
        let mut below = cells[rows[rows.len() - 1] + 1..].iter();
        let label = below.find_map(|row| row.windows(wanted.len()).position(|part| part == wanted));
        let middle = label.unwrap_or_else(|| panic!("no {year}:\n{}", trend.text())) + 2;
        let row = &cells[row_of(*value)];
        let has_mark = row[middle..=middle + 1].iter().any(|c| is_braille(*c));
        assert!(has_mark, "no mark of {value} in row {}:\n{}", row_of(*value), trend.text());
    }
    // None is above the highest or below the lowest. A mark between two rows is in both.
    let extreme =
        |end: fn(f64, f64) -> f64| values.iter().map(|(_, value)| *value).reduce(end).expect("a value");
    let within = at(extreme(f64::max)).floor() as usize..=at(extreme(f64::min)).ceil() as usize;
    for (y, row) in cells.iter().enumerate() {
        let is_within = within.contains(&y) || !row.iter().any(|c| is_braille(*c));
        assert!(is_within, "a mark in row {y}, not in {within:?}:\n{}", trend.text());
    }
}

#[test]
fn the_ticks_of_small_figures_are_whole_and_short() {
    let figures = |values: &[&str]| {
        let row = |(year, value): (usize, &&str)| format!("f,p,{},,{value},exact,s,\n", 2023 + year);
        values.iter().enumerate().map(row).collect::<String>()
    };
    let thousandths = &["0.0030", "0.0025", "0.0020", "0.0015", "0.0010", "0.0005", "0"][..];
    let hundredths = &["0.30", "0.25", "0.20", "0.15", "0.10", "0.05", "0"][..];
    // Where there is room for ticks between, all have the digits that those need.
    for (values, keys, step, expected) in [
        (["0.001", "0.002", "0.003"], "4 v", 0.0005, thousandths),
        (["0.001", "0.002", "0.003"], "4 v z", 0.001, &["0.003", "0.002", "0.001", "0"]),
        (["0.1", "0.2", "0.3"], "4 v", 0.05, hundredths),
        (["0.1", "0.2", "0.3"], "4 v z", 0.1, &["0.3", "0.2", "0.1", "0"]),
    ] {
        let trend = open(Language::En, &[], &figures(&values)).press(keys).framed("4 Trend");
        assert_eq!(labels(&ticks(&trend)), expected, "{keys}:\n{}", trend.text());
        assert!(!trend.text().contains("0000"), "{}", trend.text());
        let [one, two, three] = values.map(|value| value.parse::<f64>().expect("a number"));
        assert_at_their_rows(&trend, step, &[("2023", one), ("2024", two), ("2025", three)]);
    }
}

/// The scale is that of the highest value, however far the others are below it.
#[test]
fn values_far_from_each_other_are_on_one_scale() {
    let of =
        |last: &str| format!("f,p,2023,,3.4,exact,s,\nf,p,2024,,1874,exact,s,\nf,p,2025,,{last},exact,s,\n");
    let trillion = &["1,200 bn", "1,000 bn", "800 bn", "600 bn", "400 bn", "200 bn", "0"][..];
    for (last, value, step, expected) in [
        ("400", 400.0, 500.0, &["2,000", "1,500", "1,000", "500", "0"][..]),
        ("1000000000000", 1e12, 2e11, trillion),
    ] {
        let trend = open(Language::En, &[], &of(last)).press("4 v").framed("4 Trend");
        assert_eq!(labels(&ticks(&trend)), expected, "{}", trend.text());
        assert_at_their_rows(&trend, step, &[("2023", 3.4), ("2024", 1874.0), ("2025", value)]);
    }
}

#[test]
fn what_is_below_nought_is_drawn_below_its_line() {
    let figures =
        "f,p,2023,,-40,exact,s,\nf,p,2024,,0,exact,s,\nf,p,2025,,40,exact,s,\nf,q,2024,,-20,exact,s,\n";
    let mut screen = open(Language::En, &[], figures);
    let trend = screen.press("4 v").framed("4 Trend");
    let found = ticks(&trend);
    assert_eq!(labels(&found), ["40", "20", "0", "-20", "-40"], "{}", trend.text());
    assert_at_their_rows(&trend, 20.0, &[("2023", -40.0), ("2024", 0.0), ("2025", 40.0), ("2024", -20.0)]);
    // From left to right: the marks of one line, and between them that of the other.
    let dots = |label: &str| {
        let (y, _) = found.iter().find(|(_, found)| found == label).expect("a tick");
        trend.rows[*y].text().chars().position(is_braille).expect("a mark")
    };
    assert!(dots("-40") < dots("0") && dots("0") < dots("40") && dots("-20") < dots("0"), "{}", trend.text());
    // The line of 0 is one row, and the periods below the lowest tick are no line of 0.
    let crossed = trend.rows.iter().filter(|row| row.text().contains('┼')).count();
    assert_eq!(crossed, 1, "{}", trend.text());
    let below = found[found.len() - 1].0 + 1;
    let periods = trend.rows[below..].iter().map(crate::common::Row::text).find(|row| row.contains("2024"));
    let words: Vec<String> = periods.expect("periods").split_whitespace().map(str::to_owned).collect();
    assert_eq!(words, ["2023", "2024", "2025"], "{}", trend.text());
}

#[test]
fn words_with_soft_hyphens_are_found_and_lit_whole() {
    let tables = HEAD.to_owned()
        + "[[claim]]\nid = \"c\"\ntext = \"It ends.\"\nanchors = [\"Donaudampfschifffahrt endet\"]\n\
           hedge = \"angeblich\"\nassessment = \"open\"\n";
    let article = "Titel\nDie Donau\u{ad}dampf\u{200b}schiff\u{2060}fahrt endet an\u{ad}geblich. Ali\u{ad}baba mietet Chips.\n";
    let files =
        Memory::default().with("dossier.toml", tables).with("a.txt", article).with("o.csv", FIGURES_HEAD);
    let mut screen = Screen::open(
        &files,
        SIZE,
        Options { language: Language::De, theme: Theme::Mono, ..Options::default() },
    );
    let claim = &screen.dossier.claims[0];
    let passage = claim.evidence.anchors[0].passage().unwrap_or_default();
    assert_eq!(&screen.dossier.article.text[passage], "Donau\u{ad}dampf\u{200b}schiff\u{2060}fahrt endet");
    assert_eq!(screen.dossier.mentions.len(), 1);
    assert!(!screen.text().contains("Fehler"), "the hedge stands, too: {}", screen.text());
    screen.press("c");
    let lit = screen.framed("1 Artikel").words('R').join(" ");
    let seen: String = lit.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    assert_eq!(seen, "Donaudampfschifffahrt endet");
}
