//! A series of figures that do not compare: a table with a row a figure.

use crate::common::{Cells, Screen};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::theme::Theme;

const DOSSIER: &str = r#"format = 1
id = "t"
title = "T"
observations = "o.csv"
[article]
file = "a.txt"
language = "en"
[[source]]
id = "cw"
type = "report"
outlet = "Broker"
issued = "2025-02"
[[place]]
id = "johor"
name = "Johor"
country = "MY"
[[series]]
id = "pipeline"
outlet = "Broker"
unit = "MW"
kind = "list"
title = "Pipeline"
definition = "What is being built."
[[series]]
id = "mixed"
outlet = "Several"
kind = "list"
title = "Mixed figures"
definition = "Figures that do not compare."
"#;

const FIGURES: &str = "series,place,date,part,part.de,part.en,value,qualifier,unit,unit.de,unit.en,source
pipeline,johor,2024-41,planned,geplant,planned,822,exact,,,,cw
pipeline,johor,2024-41,under construction,im Bau,under construction,226,exact,,,,cw
pipeline,johor,2024-40,planned,geplant,planned,1232,about,,,,cw
mixed,,,,,,36000,about,GPUs,GPUs,GPUs,cw
mixed,johor,2025-06,,,,1276,more-than,MW,,,cw
";

fn open(size: Cells, language: Language) -> Screen {
    let files = Memory::default()
        .with("dossier.toml", DOSSIER)
        .with("o.csv", FIGURES)
        .with("a.txt", "Title\nText.\n");
    let mut screen =
        Screen::open(&files, size, Options { language, theme: Theme::Mono, ..Options::default() });
    screen.press("4");
    screen
}

#[test]
fn a_figure_stands_with_its_period_place_part_value_and_source() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let trend = open(size, Language::En).framed("4 Trend");
        let header = trend.row_with("Period").text();
        for column in ["Period", "Place", "Part", "Value", "Source"] {
            assert!(header.contains(column), "{column} at {size:?}: {header}");
        }
        let row = trend.row_with("under construction").text();
        for cell in ["┊ H2 2024", "Johor", "226 MW", "Broker"] {
            assert!(row.contains(cell), "{cell} at {size:?}: {row}");
        }
    }
}

#[test]
fn figures_stand_in_the_order_of_time_and_the_undated_last() {
    let mut screen = open((120, 40), Language::De);
    let rows = screen.framed("4 Trend");
    let place = |words: &str| rows.place_of(words).unwrap_or_else(|| panic!("no {words}:\n{}", rows.text()));
    assert!(place("H1 2024") < place("geplant        822 MW"));
    assert!(rows.row_with("im Bau").text().contains("226 MW"));
    screen.press("v");
    let rows = screen.framed("4 Trend");
    let undated = rows.row_with("GPUs").text();
    assert!(undated.contains("ohne Datum") && undated.contains("rund 36.000 GPUs"), "{undated}");
    assert!(rows.place_of("> 1.276 MW") < rows.place_of("GPUs"), "{}", rows.text());
}

#[test]
fn moving_selects_a_figure_and_enter_shows_its_card() {
    let mut screen = open((120, 40), Language::En);
    screen.press("j");
    assert_eq!(screen.selection(), "observation:pipeline/johor/2024-41/planned");
    screen.press("Enter");
    assert!(screen.framed("Figure").prose().contains("822 MW"));
}

/// Where place and part have no room beside each other they share a column, so that both can be read.
#[test]
fn in_few_columns_place_and_part_are_one() {
    let mut screen = Screen::fixture((45, 12), Language::De);
    screen.press("4 v v v v v v v v v");
    let trend = screen.framed("4 Trend");
    assert!(trend.rows[1].text().contains("Ort/Teil"), "{}", screen.text());
    assert!(trend.rows[2].text().contains("Luhort/Doc"), "{}", screen.text());
    assert!(trend.rows[3].text().contains("Marschland"), "{}", screen.text());
    screen.press("Right");
    assert!(screen.status().contains("führen ↑ ↓ von Wert"), "{}", screen.text());
}

/// Figures that compare but have no date, or none that is known, have no place on any axis.
#[test]
fn a_series_without_a_dated_value_is_a_table() {
    for kind in ["stock", "flow"] {
        let dossier = DOSSIER.replacen("kind = \"list\"", &format!("kind = \"{kind}\""), 1);
        let trend = |figures: &str, keys: &str| {
            let files = Memory::default()
                .with("dossier.toml", dossier.as_str())
                .with("o.csv", format!("series,place,date,value,qualifier,source\n{figures}"))
                .with("a.txt", "Title\nText.\n");
            let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
            Screen::open(&files, (120, 40), options).press(keys).framed("4 Trend")
        };
        // A period in which a value was looked for and not found is no dated value.
        let undated =
            "pipeline,johor,,77,exact,cw\npipeline,johor,202X,88,exact,cw\npipeline,johor,2024,,,cw\n";
        let table = trend(undated, "4");
        let header = table.row_with("Period").text();
        for column in ["Period", "Place", "Value", "Source"] {
            assert!(header.contains(column), "{column}, {kind}: {header}");
        }
        for (figure, cell) in [("77 MW", "undated"), ("88 MW", "202X")] {
            // It may stand below the table, too, as the current one.
            let row = table.rows[table.place_of(figure).expect("a row")].text();
            assert!(row.contains(cell) && row.contains("Johor"), "{cell}, {kind}: {row}");
        }
        assert!(!table.text().contains(['█', '┼', '→']), "{kind}:\n{}", table.text());
        // With one dated value it is no table.
        let dated = trend(&format!("{undated}pipeline,johor,2025,99,exact,cw\n"), "4 v");
        assert!(dated.place_of("Period").is_none(), "{kind}:\n{}", dated.text());
    }
}
