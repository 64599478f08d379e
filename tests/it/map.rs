//! The map of the trend: where figures are from, how large they are, and what is planned, edition by edition.

#![expect(clippy::unwrap_used, reason = "a test that cannot read what it has written had better fail")]

use std::fmt::Write as _;

use fundstelle::app::Options;
use fundstelle::export;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Memory, load};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::Theme;
use roxmltree::Node;

use crate::common::{Cells, Grid, Screen};
use crate::export::{has_class, options, parse, text_of};

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

const RUNNING: &str = r#"
[[series]]
id = "power"
outlet = "Broker"
unit = "MW"
kind = "stock"
title.de = "MW in Betrieb"
title.en = "MW in operation"
definition = "What runs."
short.de = "in Betrieb"
short.en = "running"
expects = ["kuala-lumpur"]
"#;

const PLANNED: &str = r#"
[[series]]
id = "pipeline"
outlet = "Broker"
unit = "MW"
kind = "stock"
title.de = "MW geplant"
title.en = "MW planned"
definition = "What is planned."
planned_for = "power"
expects = ["kuala-lumpur"]
"#;

/// Places with their coordinates.
const PLACES: [(&str, &str, &str); 5] = [
    ("singapore", "Singapore", "[103.82, 1.35]"),
    ("johor", "Johor", "[103.75, 1.49]"),
    ("bangkok", "Bangkok", "[100.50, 13.75]"),
    ("manila", "Manila", "[120.98, 14.60]"),
    ("kuala-lumpur", "Kuala Lumpur", "[101.69, 3.14]"),
];

const FIGURES: [&str; 11] = [
    "power,singapore,2023-41,,876,exact",
    "power,singapore,2024-40,,985,exact",
    "power,singapore,2024-41,,1000,more-than",
    "power,johor,2024-40,,231,exact",
    "power,johor,2024-41,,401,exact",
    "power,manila,2024-41,,52,exact",
    "power,bangkok,2024-41,,,",
    "pipeline,johor,2024-41,built,226,exact",
    "pipeline,johor,2024-41,planned,822,exact",
    "pipeline,bangkok,2024-40,built,46,exact",
    "pipeline,bangkok,2024-40,planned,186,exact",
];

fn place(id: &str, name: &str, coordinates: &str) -> String {
    format!("[[place]]\nid = \"{id}\"\nname = \"{name}\"\ncoordinates = {coordinates}\n")
}

/// A dossier of these places and series, and these rows of `series,place,date,part,value,qualifier`.
fn dossier(text: &str, rows: &[&str]) -> Memory {
    let mut figures = String::from("series,place,date,part,value,qualifier,source\n");
    for row in rows {
        writeln!(figures, "{row},s").unwrap();
    }
    Memory::default()
        .with("dossier.toml", format!("{HEAD}{text}"))
        .with("a.txt", "Title\nText.\n")
        .with("o.csv", figures)
}

fn cities() -> String {
    PLACES.iter().map(|(id, name, coordinates)| place(id, name, coordinates)).collect()
}

fn asia() -> Memory {
    dossier(&format!("{}{RUNNING}{PLANNED}", cities()), &FIGURES)
}

fn open_in(files: &Memory, size: Cells, language: Language) -> Screen {
    Screen::open(files, size, Options { language, theme: Theme::Mono, ..Options::default() })
}

fn open(files: &Memory, size: Cells) -> Screen {
    open_in(files, size, Language::En)
}

fn trend(screen: &Screen) -> Grid {
    screen.framed("4 Trend")
}

/// Whether there are dots of braille on a screen.
fn has_dots(screen: &Screen) -> bool {
    screen.text().chars().any(|c| ('\u{2801}'..='\u{28ff}').contains(&c))
}

#[test]
fn the_first_second_says_where_how_much_and_what_is_planned() {
    let mut screen = open(&asia(), (160, 45));
    let map = screen.press("4 z v").framed("4 Trend");
    assert!(screen.text().contains(" map ━┓"), "{}", screen.text());
    for words in [
        "MW in operation, and MW planned · latest figure of each place · Broker",
        "background: from sources",
        "● running",
        "○ MW planned (sum of its parts: our arithmetic)",
        "◆ the place",
        "the area is the figure",
        "× looked for, no figure available",
        "SINGAPORE",
        "● >1,000 H2 24",
        "JOHOR",
        "● 401 H2 24",
        "○ 1,048",
        "MANILA",
        "● 52 H2 24",
        "BANGKOK",
        "○ 232 H1 24",
        "Kuala Lumpur",
        "H2 23 · H1 24 · H2 24 · [latest]",
        "Figures from different times.",
        "● What runs.",
        "○ What is planned.",
    ] {
        assert!(map.text().contains(words), "no {words}:\n{}", map.text());
    }
    assert!(has_dots(&screen));
    // In the table the figures stand again, with their editions.
    assert!(map.row_with("Johor  ").text().contains("401 H2 24"), "{}", map.text());
}

#[test]
fn it_is_a_map_from_60_by_16_on_and_rows_below_that() {
    for language in [Language::De, Language::En] {
        let (map, rows, counted) = match language {
            Language::De => ("Karte", ["Karte: Zeilen", "Karte · Zeilen: kein Platz"], "MW in Betrieb"),
            Language::En => ("map", ["map: rows", "map · rows: no room"], "MW in operation"),
        };
        for (size, keys, is_map) in [
            ((80, 24), "4 v z", true),
            ((62, 20), "4 v z", true),
            ((59, 20), "4 v z", false),
            ((80, 19), "4 v z", false),
            ((110, 30), "4 v z", true),
            ((120, 40), "4 v", true),
            ((160, 45), "4 v z", true),
            ((200, 60), "4 v z", true),
            ((80, 24), "4 v", false),
            ((40, 10), "4 v z", false),
        ] {
            let mut screen = open_in(&asia(), size, language);
            screen.press(keys);
            let text = screen.text();
            assert!(text.contains(map), "{size:?}:\n{text}");
            assert_eq!(has_dots(&screen), is_map, "{size:?} {keys}:\n{text}");
            if !is_map {
                assert!(rows.iter().any(|rows| text.contains(rows)), "{size:?}:\n{text}");
            }
            if is_map {
                assert!(text.contains(counted), "{size:?}:\n{text}");
                assert!(text.contains("[zuletzt]") || text.contains("[latest]"), "{size:?}:\n{text}");
            }
            // Every figure is there in either form.
            if size.1 >= 19 {
                for figure in ["401", "52"] {
                    assert!(text.contains(figure), "{figure} at {size:?}:\n{text}");
                }
            }
            for line in text.lines() {
                assert!(unicode_width_of(line) <= usize::from(size.0), "{line}");
            }
        }
    }
}

fn unicode_width_of(line: &str) -> usize {
    fundstelle::text::width::cells(line)
}

#[test]
fn arrows_step_through_the_editions() {
    let mut screen = open(&asia(), (120, 40));
    screen.press("4 z v");
    let before = screen.selection();
    let map = screen.press("Left").framed("4 Trend");
    assert!(
        map.text().contains("[H2 24]") && map.text().contains("MW in operation, and MW planned · H2 24"),
        "{}",
        map.text()
    );
    // Nothing was selected, and nothing is.
    assert_eq!(screen.selection(), before);
    assert!(map.row_with("Johor  ").text().contains("401"), "{}", map.text());
    assert!(map.row_with("Johor  ").text().contains("1,048"), "{}", map.text());
    let map = screen.press("Left").framed("4 Trend");
    assert!(map.text().contains("[H1 24]"), "{}", map.text());
    let row = map.row_with("Johor  ").text();
    assert!(row.contains("231") && row.contains('·'), "{row}");
    assert!(map.text().contains("· not in this edition"), "{}", map.text());
    let map = screen.press("Left Left Left").framed("4 Trend");
    assert!(map.text().contains("[H2 23]"), "the first is the last: {}", map.text());
    let map = screen.press("Right Right Right Right").framed("4 Trend");
    assert!(map.text().contains("[latest]"), "{}", map.text());
}

#[test]
fn the_edition_stays_while_rows_stand_in_for_the_map() {
    // At this size the map has room only on the whole screen.
    let mut screen = open(&asia(), (80, 24));
    screen.press("4 v z Left Left");
    assert!(screen.text().contains("[H1 24]"), "{}", screen.text());
    screen.press("z");
    assert!(!has_dots(&screen), "{}", screen.text());
    // What a bookmark keeps of it too.
    let bookmark = screen.app().bookmark();
    for (name, keys) in [("the size", "z"), ("the filter", "a a z")] {
        let text = screen.clone().press(keys).text();
        assert!(text.contains("[H1 24]"), "{name}:\n{text}");
    }
    let mut resumed = open(&asia(), (80, 24));
    let text = resumed.resume(&bookmark).press("z").text();
    assert!(text.contains("[H1 24]"), "{text}");
    // A figure of another edition that is selected in the rows is shown.
    let text = screen.press("Down Down z").text();
    let selected = screen.selection();
    assert!(selected.contains("2024-41") && text.contains("[H2 24]"), "{selected}:\n{text}");
}

#[test]
fn that_nothing_is_from_the_article_is_said_once_at_any_size() {
    let long = "Megawatt in Betrieb in allen Städten, die der Makler in seinen Berichten einzeln ausweist";
    let series = RUNNING.replace("MW in Betrieb", long).replace("MW in operation", long);
    let files = dossier(&format!("{}{series}{PLANNED}", cities()), &FIGURES);
    for (language, words) in
        [(Language::De, "┊ Hintergrund: aus Quellen"), (Language::En, "┊ background: from sources")]
    {
        for size in [(62, 20), (80, 24), (110, 30), (120, 40), (160, 45)] {
            for files in [&files, &asia()] {
                for keys in ["4 v z", "4 v z Down", "4 v z Down Left Down"] {
                    let mut screen = open_in(files, size, language);
                    let text = screen.press(keys).framed("4 Trend").text();
                    assert_eq!(text.matches('┊').count(), 1, "{size:?} {keys}:\n{text}");
                    // Where room is short, the sign stands for the words: the figures go first.
                    let has_words = text.contains(words);
                    assert!(has_words || size.0 <= 80, "{size:?} {keys}:\n{text}");
                    let readout = text.lines().last().unwrap();
                    assert!(has_words || readout.ends_with("· ┊"), "{size:?} {keys}:\n{text}");
                    assert!(!readout.contains('…'), "{size:?} {keys}:\n{text}");
                }
            }
        }
    }
}

#[test]
fn what_is_planned_is_called_in_full_where_there_is_room() {
    let series = PLANNED.replace("planned_for", "short.en = \"planned\"\nplanned_for");
    let series = series.replace("MW planned", "MW under construction and planned");
    let whole = ["pipeline,johor,2024-41,,1048,exact", "pipeline,bangkok,2024-40,,232,exact"];
    let rows: Vec<&str> = FIGURES.into_iter().filter(|row| row.starts_with("power")).chain(whole).collect();
    let files = dossier(&format!("{}{RUNNING}{series}", cities()), &rows);
    let legend = |size| open(&files, size).press("4 z v").framed("4 Trend").row_with("● running   ").text();
    for size in [(120, 40), (160, 45)] {
        let legend = legend(size);
        assert!(legend.contains("○ MW under construction and planned   "), "{legend}");
        assert!(legend.contains("× looked for, no figure available"), "{legend}");
    }
    let legend = legend((80, 24));
    assert!(legend.contains("○ planned   × no figure   ◆ place   area = figure"), "{legend}");
}

#[test]
fn what_is_our_sum_is_said_to_be_one() {
    for (language, (long, short), parts) in [
        (Language::En, ("(sum of its parts: our arithmetic)", "(our sum)"), "226 + 822 = 1,048"),
        (Language::De, ("(Summe der Teile: unsere Rechnung)", "(unsere Summe)"), "226 + 822 = 1.048"),
    ] {
        for size in [(62, 20), (80, 24), (100, 32), (120, 40), (160, 45)] {
            let mut screen = open_in(&asia(), size, language);
            let text = screen.press("4 v z").framed("4 Trend").text();
            assert!(text.contains(long) || text.contains(short), "{size:?}:\n{text}");
            // With the cursor on it, by its parts too.
            assert!(text.lines().last().unwrap().contains(parts), "{size:?}:\n{text}");
            // In an edition without plans nothing is a sum.
            let text = screen.press("Left Left Left").framed("4 Trend").text();
            assert!(text.contains("[H2 23]"), "{text}");
            assert!(!text.contains(long) && !text.contains(short), "{size:?}:\n{text}");
        }
    }
}

#[test]
fn the_head_says_that_plans_are_drawn_too() {
    let title = |size, text: &str| {
        let files = dossier(text, &FIGURES);
        open(&files, size).press("4 v z").framed("4 Trend").row_with("Broker").text()
    };
    let both = format!("{}{RUNNING}{PLANNED}", cities());
    assert!(title((160, 45), &both).contains("MW in operation, and MW planned · latest"));
    let long = both.replace("MW planned", "MW under construction and planned, as far as that was published");
    assert!(title((80, 24), &long).contains("MW in operation, and planned · latest"));
    assert!(title((62, 20), &long).contains("MW in operation, and planned · "));
    let alone = format!("{}{RUNNING}", cities());
    let alone = dossier(&alone, &FIGURES[..6]);
    let title = open(&alone, (120, 40)).press("4 v z").framed("4 Trend").row_with("Broker").text();
    assert!(title.contains("MW in operation · latest"), "{title}");
}

#[test]
fn enter_opens_all_figures_that_a_place_stands_for() {
    let mut screen = open(&asia(), (120, 40));
    // One that runs and two that add up, of which the map says the sum.
    screen.press(", m z");
    assert!(trend(&screen).text().contains("▶Johor"), "{}", screen.text());
    let card = screen.press("Enter").framed("Place measured").prose();
    for figure in ["401 MW", "226 MW", "822 MW"] {
        assert!(card.contains(figure), "no {figure}: {card}");
    }
    // In an edition for which one was published: that.
    screen.press("Esc Left Left Enter");
    assert!(screen.framed("Figure").prose().contains("231 MW"), "{}", screen.text());
}

#[test]
fn each_place_keeps_its_sign_and_each_name_its_own() {
    // Two cities and a place without figures within 60 km of each other: at most of these sizes in one cell.
    let text = format!("{}{}", cities(), place("batam", "Batam", "[104.05, 1.13]"));
    let running = RUNNING.replace("[\"kuala-lumpur\"]", "[\"kuala-lumpur\", \"batam\"]");
    let files = dossier(&format!("{text}{running}{PLANNED}"), &FIGURES);
    let mut named = 0;
    for size in [(62, 20), (80, 24), (100, 32), (120, 40), (160, 45), (200, 60)] {
        let mut screen = open(&files, size);
        let grid = screen.press("4 v z").framed("4 Trend").text();
        let rows: Vec<&str> = grid.lines().collect();
        // Below the head and the legend, left of the table.
        let on_map = |is_sign: fn(char) -> bool| -> Vec<(usize, usize)> {
            let signs = rows[2..rows.len() - 2].iter().enumerate().flat_map(|(y, row)| {
                let before = row.split("  Johor ").next().unwrap();
                let signs = before.chars().enumerate().filter(move |(_, c)| is_sign(*c));
                signs.map(move |(x, _)| (x, y))
            });
            signs.collect()
        };
        // On a small map a city whose label has no room has its number, by which the table has its figures.
        let cities = on_map(if size.0 <= 80 { |c| c == '◆' || c == '1' } else { |c| c == '◆' });
        let near = |(x, y): (usize, usize)| {
            cities.iter().filter(|(cx, cy)| cx.abs_diff(x) <= 3 && cy.abs_diff(y) <= 2).count()
        };
        assert!(cities.iter().any(|city| near(*city) == 2), "{size:?}, Johor and Singapore:\n{grid}");
        let Some(row) =
            rows[2..rows.len() - 2].iter().find(|row| row.contains("Batam") && !row.contains("  Batam  "))
        else {
            continue;
        };
        assert!(row.contains("× Batam") || row.contains("Batam ×"), "{size:?}:\n{grid}");
        named += 1;
    }
    assert!(named >= 3, "Batam is named where there is room");
}

#[test]
fn places_stand_still_while_one_looks_through_the_editions() {
    for size in [(80, 24), (120, 40), (160, 45)] {
        let mut screen = open(&asia(), size);
        screen.press("4 v z");
        let mut stood = std::collections::HashMap::new();
        for _ in 0..4 {
            let map = trend(&screen);
            for name in ["SINGAPORE", "JOHOR", "BANGKOK", "MANILA"] {
                let Some(row) = map.place_of(name) else { continue };
                let text = map.row_with(name).text();
                let column = text.split(name).next().unwrap().chars().count();
                assert_eq!(*stood.entry(name).or_insert((row, column)), (row, column), "{}", map.text());
            }
            screen.press("Left");
        }
        assert_eq!(stood.len(), 4);
    }
}

#[test]
fn the_table_says_that_its_figures_are_from_different_times() {
    // In a narrow table it takes two rows.
    let words = ["Figures from different", "times."];
    for size in [(80, 24), (100, 32), (120, 40)] {
        let mut screen = open(&asia(), size);
        let text = screen.press("4 v z").framed("4 Trend").text();
        assert!(words.iter().all(|words| text.contains(words)), "{size:?}:\n{text}");
        assert!(text.contains("● What runs.") && text.contains("○ What is planned."), "{size:?}:\n{text}");
        assert!(!screen.press("Left").text().contains(words[0]), "{size:?}: of one edition");
    }
}

#[test]
fn where_definitions_have_no_room_they_say_what_to_beware_of() {
    let first = "All that is in operation and counted by this broker in this city, ".repeat(3);
    let first = format!("{first}and no more. ");
    let series = RUNNING.replace("What runs.", &format!("{first}The past is revised."));
    let plans = PLANNED.replace("What is planned.", &format!("{first}Planned is not built."));
    let mut screen = open(&dossier(&format!("{}{series}{plans}", cities()), &FIGURES), (80, 24));
    let text = screen.press("4 v z").framed("4 Trend").text();
    assert!(text.contains("Planned is not built."), "{text}");
}

#[test]
fn with_nothing_after_the_article_there_is_no_map_and_no_cursor() {
    let rows: Vec<&str> =
        FIGURES.into_iter().filter(|row| row.contains("2023-41") || row.contains("2024-40")).collect();
    for size in [(80, 24), (120, 40)] {
        let mut screen = open(&dossier(&format!("{}{RUNNING}{PLANNED}", cities()), &rows), size);
        let text = screen.press("4 v z a").framed("4 Trend").text();
        assert!(text.contains("No figure after the article."), "{text}");
        assert!(!text.contains('▷') && !text.contains("Kuala Lumpur"), "{text}");
        screen.press("Down");
        assert!(!screen.framed("4 Trend").text().contains('▷'), "{}", screen.text());
        let text = screen.press("a").framed("4 Trend").text();
        assert!(text.contains("Kuala Lumpur") && has_dots(&screen), "{text}");
    }
}

#[test]
fn what_a_part_of_it_is_not_known_of_is_no_bound_unless_it_is_one() {
    let rows = [
        "pipeline,johor,2024-41,built,200,up-to",
        "pipeline,johor,2024-41,planned,,",
        "pipeline,manila,2024-41,built,300,exact",
        "pipeline,manila,2024-41,planned,,",
        "pipeline,bangkok,2024-41,built,100,exact",
        "pipeline,bangkok,2024-41,planned,30,exact",
    ];
    let mut screen = open(&dossier(&format!("{}{RUNNING}{PLANNED}", cities()), &rows), (120, 40));
    let map = screen.press("4 z v").framed("4 Trend");
    for words in ["○ ≤200 | × H2 24", "○ ≥300 H2 24", "○ 130 H2 24"] {
        assert!(map.text().contains(words), "no {words}:\n{}", map.text());
    }
}

#[test]
fn a_place_is_selected_by_a_figure_that_follows_the_edition() {
    let mut screen = open(&asia(), (120, 40));
    screen.press(", m z");
    assert_eq!(screen.selection(), "observation:power/johor/2024-41/");
    screen.press("Left Left");
    assert_eq!(screen.selection(), "observation:power/johor/2024-40/");
    assert!(trend(&screen).text().contains("[H1 24]"), "{}", screen.text());
    screen.press("Enter");
    assert!(screen.framed("Figure").prose().contains("231 MW"), "{}", screen.text());
    screen.press("Esc End");
    // No figure was found there: the place itself.
    assert_eq!(screen.selection(), "place:kuala-lumpur");
    screen.press("Home");
    assert_eq!(screen.selection(), "observation:power/johor/2024-40/");
}

#[test]
fn what_is_selected_elsewhere_is_marked_on_the_map() {
    let mut screen = open(&asia(), (160, 45));
    let map = screen.press(", m z Down").framed("4 Trend");
    let weight = |row: &str, words: &str| map.row_with(row).weight_of(words);
    assert_eq!(weight("SINGAPORE", "SINGAPORE"), weight("Singapore    ", "Singapore"), "name and row alike");
    assert_ne!(weight("SINGAPORE", "SINGAPORE"), weight("MANILA", "MANILA"));
}

#[test]
fn the_view_has_a_name_that_stops_and_state_files_use() {
    let stop = "[[stop]]\ntitle = \"S\"\nselect = \"claim:c\"\npanel = \"trend\"\nview = \"map\"\n";
    let claim = "[[claim]]\nid = \"c\"\ntext = \"C\"\nassessment = \"open\"\nanchors = [\"Text\"]\n";
    let text = format!("{}{RUNNING}{PLANNED}{claim}{stop}", cities());
    let mut screen = open(&dossier(&text, &FIGURES), (160, 45));
    screen.press("b q");
    assert!(screen.text().contains(" map ━┓"), "{}", screen.text());
    let mut before = open(&asia(), (160, 45));
    before.press("4 v");
    let bookmark = before.app().bookmark();
    let mut after = open(&asia(), (160, 45));
    after.resume(&bookmark);
    assert!(after.text().contains(" map ━┓"), "{}", after.text());
    // And round: overview, map, each series.
    after.press("4 v v v");
    assert!(after.text().contains("overview ━┓"), "{}", after.text());
}

#[test]
fn without_a_place_to_show_there_is_no_map() {
    let places = "[[place]]\nid = \"johor\"\nname = \"Johor\"\n";
    let series = RUNNING.replace("expects = [\"kuala-lumpur\"]\n", "");
    let rows = ["power,johor,2024-40,,231,exact", "power,johor,2024-41,,401,exact"];
    let mut screen = open(&dossier(&format!("{places}{series}"), &rows), (120, 40));
    screen.press("4 v");
    assert!(screen.text().contains("series 1/1"), "{}", screen.text());
}

#[test]
fn plans_alone_are_a_map_of_rings() {
    let series = PLANNED.replace("planned_for = \"power\"\n", "");
    let rows: Vec<&str> = FIGURES.iter().copied().filter(|row| row.starts_with("pipeline")).collect();
    let mut screen = open(&dossier(&format!("{}{series}", cities()), &rows), (120, 40));
    let map = screen.press("4 z v").framed("4 Trend");
    assert!(map.text().contains("JOHOR") && map.text().contains("1,048"), "{}", map.text());
    // A series that nothing says is planned is what is there.
    assert!(map.text().contains("● existing"), "{}", map.text());
    // Planned for a series without figures: hollow alone.
    let running = RUNNING.replace("expects = [\"kuala-lumpur\"]\n", "");
    let mut screen = open(&dossier(&format!("{}{running}{PLANNED}", cities()), &rows), (120, 40));
    let map = screen.press("4 z v").framed("4 Trend");
    assert!(map.text().contains("○ 1,048 H2 24") && !map.text().contains("● 1,048"), "{}", map.text());
}

#[test]
fn where_nothing_was_found_there_are_crosses() {
    let rows = ["power,johor,2024-40,,,", "power,manila,2024-40,,,", "pipeline,johor,2024-40,,,"];
    let mut screen = open(&dossier(&format!("{}{RUNNING}{PLANNED}", cities()), &rows), (120, 40));
    // No figure compares, so that the panel opens on the first series; the map comes after the last.
    screen.press("4 z v v");
    let text = screen.text();
    assert!(!text.contains('◆'), "{text}");
}

#[test]
fn a_place_without_coordinates_is_not_on_the_map() {
    let text = format!("{}[[place]]\nid = \"batam\"\nname = \"Batam\"\n{RUNNING}{PLANNED}", cities());
    let rows: Vec<&str> = FIGURES.into_iter().chain(["power,batam,2024-41,,700,exact"]).collect();
    let mut screen = open(&dossier(&text, &rows), (120, 40));
    let map = screen.press("4 z v").framed("4 Trend");
    assert!(!map.text().contains("BATAM"), "{}", map.text());
    let (off, batam) = (map.place_of("not on the map").unwrap(), map.place_of("Batam").unwrap());
    assert_eq!(off + 1, batam, "{}", map.text());
    assert!(map.row_with("Batam").text().contains("700"));
}

#[test]
fn ascii_has_no_map_and_says_so() {
    let options = Options { language: Language::En, theme: Theme::Mono, glyphs: Glyphs::Ascii };
    let mut screen = Screen::open(&asia(), (120, 40), options);
    let text = screen.press("4 z v").text();
    assert!(text.is_ascii() && text.contains("no map in ASCII"), "{text}");
    assert!(text.contains("231 -> 401"), "{text}");
}

#[test]
fn every_theme_shows_the_same_map() {
    let texts = Theme::ALL.map(|theme| {
        let options = Options { language: Language::En, theme, ..Options::default() };
        Screen::open(&asia(), (120, 40), options).press("4 z v").text()
    });
    assert!(texts.iter().all(|text| *text == texts[0]));
    // In colour the coast recedes, and what runs has a hue of its own.
    let options = Options { language: Language::En, theme: Theme::Dark, ..Options::default() };
    let mut screen = Screen::open(&asia(), (120, 40), options);
    screen.press("4 z v");
    let colours: std::collections::HashSet<_> = screen
        .buffer()
        .content
        .iter()
        .filter(|cell| cell.symbol().starts_with(|c| ('\u{2801}'..='\u{28ff}').contains(&c)))
        .map(|cell| cell.fg)
        .collect();
    assert_eq!(colours.len(), 3, "coast, filled circles, rings and leaders: {colours:?}");
}

#[test]
fn large_and_negative_values_and_many_places() {
    let rows = [
        "power,johor,2024-41,,1000000000000,exact",
        "power,manila,2024-41,,-250000000000,exact",
        "power,bangkok,2024-41,,300000000000,exact",
    ];
    let mut screen = open(&dossier(&format!("{}{RUNNING}", cities()), &rows), (120, 40));
    let map = screen.press("4 z v").framed("4 Trend");
    assert!(map.text().contains("1,000 bn") && map.text().contains("MANILA"), "{}", map.text());

    let mut text = String::new();
    let mut rows = Vec::new();
    for number in 0..200 {
        let coordinates = format!("[{}.0, {}.0]", number % 20, number / 20);
        text.push_str(&place(&format!("p{number}"), &format!("Place {number}"), &coordinates));
        rows.push(format!("power,p{number},2024-41,,{},exact", 1000 - number));
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let series = RUNNING.replace("expects = [\"kuala-lumpur\"]\n", "");
    let mut screen = open(&dossier(&format!("{text}{series}"), &rows), (160, 45));
    let map = screen.press("4 z v").framed("4 Trend");
    assert!(map.text().contains("· 188 places without a circle"), "{}", map.text());
    assert!(map.text().contains("Place 0") && map.text().contains("1,000"), "{}", map.text());
    assert!(
        map.text().contains("PLACE 0") && map.text().contains('◆'),
        "the largest has its circle:\n{}",
        map.text()
    );
}

#[test]
fn names_in_any_script_stand_whole() {
    let text = format!(
        "{}{}{}{}",
        place("tokyo", "東京", "[139.7, 35.7]"),
        place("kuwait", "مدينة الكويت", "[126.0, 30.0]"),
        place("long", "A name of a place that is far too long for any map", "[130.0, 25.0]"),
        RUNNING.replace("expects = [\"kuala-lumpur\"]\n", ""),
    );
    let rows = [
        "power,tokyo,2024-41,,500,exact",
        "power,kuwait,2024-41,,400,exact",
        "power,long,2024-41,,300,exact",
    ];
    let mut screen = open(&dossier(&text, &rows), (120, 40));
    let map = screen.press("4 z v").framed("4 Trend");
    for name in ["東 京", "مدينة الكويت", "A NAME OF A …"] {
        assert!(map.text().contains(name), "no {name}:\n{}", map.text());
    }
}

#[test]
fn the_article_filter_leaves_what_came_later() {
    let rows: Vec<&str> = FIGURES.into_iter().chain(["power,johor,2025-41,,500,exact"]).collect();
    let mut screen = open(&dossier(&format!("{}{RUNNING}{PLANNED}", cities()), &rows), (120, 40));
    let map = screen.press("4 z v a").framed("4 Trend");
    assert!(map.text().contains("[latest]") && map.text().contains("500"), "{}", map.text());
    assert!(!map.text().contains("401"), "{}", map.text());
}

/// The map of a page, as it is drawn for a desk or for a phone.
fn drawn<'a>(root: Node<'a, 'a>, id: &str) -> Node<'a, 'a> {
    let title = root.descendants().find(|node| node.attribute("id") == Some(id)).unwrap();
    title.ancestors().find(|node| node.has_tag_name("svg")).unwrap()
}

#[test]
fn the_page_has_a_map_whose_areas_are_the_figures() {
    let loaded = load(&asia()).unwrap();
    for language in [Language::De, Language::En] {
        let page = export::html(&loaded, options(language));
        let document = parse(&page);
        for id in ["map-desk-title", "map-phone-title"] {
            let svg = drawn(document.root(), id);
            let number = |node: Node, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
            let circles: Vec<Node> = svg.descendants().filter(|node| node.has_tag_name("circle")).collect();
            // Per area unit the same value, whichever the circle; the smallest have a least size.
            let per_area: Vec<f64> = circles
                .iter()
                .zip(values_of(&circles))
                .filter(|(_, value)| *value > 100.0)
                .map(|(circle, value)| value / number(*circle, "r").powi(2))
                .collect();
            assert!(per_area.len() >= 4, "{per_area:?}");
            for one in &per_area {
                assert!((one / per_area[0] - 1.0).abs() < 0.02, "{per_area:?}");
            }
            let hollow = circles.iter().filter(|circle| has_class(**circle, "ring")).count();
            assert_eq!((circles.len(), hollow), (5, 2));
            // Within the picture, and none in another.
            let size: Vec<f64> =
                svg.attribute("viewBox").unwrap().split(' ').map(|number| number.parse().unwrap()).collect();
            for (place, circle) in circles.iter().enumerate() {
                let [x, y, r] = ["cx", "cy", "r"].map(|name| number(*circle, name));
                assert!(
                    x - r >= -1.0 && x + r <= size[2] + 1.0 && y - r >= 0.0 && y + r <= size[3],
                    "{circle:?}"
                );
                for other in &circles[place + 1..] {
                    let [ox, oy, or] = ["cx", "cy", "r"].map(|name| number(*other, name));
                    assert!((ox - x).hypot(oy - y) > r + or);
                }
                // It leads to the row of its figure.
                let to = circle.parent_element().unwrap().attribute("href").unwrap();
                let to = to.strip_prefix('#').unwrap();
                assert!(document.descendants().any(|node| node.attribute("id") == Some(to)), "{to}");
            }
            // No sign is hidden by another.
            let signs: Vec<(f64, f64)> = svg
                .descendants()
                .filter(|node| has_class(*node, "city") || has_class(*node, "none"))
                .map(|node| place_of(node))
                .collect();
            assert_eq!(signs.len(), 5);
            for (place, (x, y)) in signs.iter().enumerate() {
                for (ox, oy) in &signs[place + 1..] {
                    assert!((ox - x).hypot(oy - y) > 5.0, "{signs:?}");
                }
            }
            let words = text_of(svg);
            for word in ["Singapore", "Johor", "Bangkok", "Manila"] {
                assert!(words.contains(word), "{word}: {words}");
            }
            let coast = svg.descendants().find(|node| has_class(*node, "coast")).unwrap();
            let length = coast.attribute("d").unwrap().len();
            assert!((1_000..30_000).contains(&length), "{length}");
        }
        let coast = if language == Language::De {
            "Küstenlinie: Natural Earth."
        } else {
            "Coastline: Natural Earth."
        };
        assert!(page.contains(coast));
        let sums = if language == Language::De {
            "Summen der Teile, unsere Rechnung: Johor ○ 226 + 822 = 1.048; Bangkok ○ 46 + 186 = 232."
        } else {
            "Sums of parts, our arithmetic: Johor ○ 226 + 822 = 1,048; Bangkok ○ 46 + 186 = 232."
        };
        assert!(page.contains(sums), "{sums}");
        assert!(page.find("map-desk").unwrap() < page.find("<table").unwrap(), "at the top");
    }
}

#[test]
fn the_page_says_what_its_map_does_not_draw() {
    let mut text = String::new();
    let mut rows = vec!["power,p0,,,7,exact".to_owned()];
    for number in 0..15 {
        text.push_str(&place(
            &format!("p{number}"),
            &format!("Place {number}"),
            &format!("[{number}.0, 1.0]"),
        ));
        rows.push(format!("power,p{number},2024-41,,{},exact", 1000 - number));
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let series = RUNNING.replace("expects = [\"kuala-lumpur\"]\n", "");
    let loaded = load(&dossier(&format!("{text}{series}"), &rows)).unwrap();
    let page = export::html(&loaded, options(Language::En));
    let document = parse(&page);
    for id in ["map-desk-title", "map-phone-title"] {
        let svg = drawn(document.root(), id);
        let described = text_of(svg.descendants().find(|node| node.has_tag_name("desc")).unwrap());
        for words in ["Place 0: ● 1,000 H2 24", "Place 11: ● 989 H2 24", "Place 14: ● 986 H2 24"] {
            assert!(described.contains(words), "no {words}: {described}");
        }
    }
    let figure = drawn(document.root(), "map-desk-title");
    let figure = figure.ancestors().find(|node| node.has_tag_name("figure")).unwrap();
    let words = text_of(figure);
    assert!(words.contains("· 3 places without a circle."), "{words}");
    assert!(words.contains("Not drawn because the time is unknown: "), "{words}");
}

/// Where a mark stands.
fn place_of(mark: Node) -> (f64, f64) {
    let moved = mark.attribute("transform").unwrap();
    let numbers = moved.trim_start_matches("translate(").trim_end_matches(')');
    let mut numbers = numbers.split([' ', ',']).map(|number| number.parse().unwrap());
    (numbers.next().unwrap(), numbers.next().unwrap())
}

/// The value at the end of each circle's title.
fn values_of<'a>(circles: &'a [Node]) -> impl Iterator<Item = f64> + 'a {
    circles.iter().map(|circle| {
        let title = text_of(*circle);
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        // Of a sum what it comes to.
        let last = title.rsplit(" · ").next().unwrap().rsplit(" = ").next().unwrap().to_owned();
        digits(&last).parse().unwrap()
    })
}
