//! Figures that compare as columns and bars: every one can be reached and clicked, and says where it comes from.

use std::collections::BTreeSet;

use crate::common::{Cells, Screen};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::Theme;

/// The series of the fixture that are drawn so, and the keys that lead to each from the overview.
const SERIES: [(&str, &str); 3] =
    [("pegel-planned", "v v"), ("module-shipments", "v v v v v"), ("berth-lettings", "v v v v v v")];
const SIZES: [Cells; 4] = [(120, 40), (80, 24), (60, 18), (40, 12)];

fn opened(keys: &str, size: Cells, glyphs: Glyphs) -> Screen {
    let options = Options { language: Language::En, theme: Theme::Mono, glyphs };
    let mut screen = Screen::fixture_with(size, options);
    // Two maps come first.
    screen.press("4 z v v").press(keys);
    screen
}

/// Presses a key until the selection stays, and notes all that was selected.
fn walk(screen: &mut Screen, key: &str, seen: &mut BTreeSet<String>) {
    loop {
        let before = screen.selection();
        screen.press(key);
        seen.insert(screen.selection());
        if screen.selection() == before {
            return;
        }
    }
}

#[test]
fn every_figure_can_be_reached_by_keys() {
    for (series, keys) in SERIES {
        for size in SIZES {
            for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
                let mut screen = opened(keys, size, glyphs);
                let mut seen = BTreeSet::new();
                screen.press("Home");
                loop {
                    walk(&mut screen, "Left", &mut seen);
                    walk(&mut screen, "Right", &mut seen);
                    let before = screen.selection();
                    if screen.press("Down").selection() == before {
                        break;
                    }
                }
                let figures =
                    screen.dossier.observations.iter().filter(|figure| figure.series.as_str() == series);
                let all: BTreeSet<String> = figures.map(|figure| figure.to_ref().to_string()).collect();
                assert_eq!(seen, all, "{series} at {size:?}");
            }
        }
    }
}

#[test]
fn the_cursor_is_in_sight_and_what_is_not_is_counted() {
    let mut screen = opened("v v", (60, 12), Glyphs::Unicode);
    assert!(screen.text().contains("more ↓"), "{}", screen.text());
    for key in ["Home", "Down", "Down", "Down", "Down", "Down", "Down", "End"] {
        screen.press(key);
        assert!(screen.text().contains('▶'), "after {key}:\n{}", screen.text());
    }
}

#[test]
fn a_click_on_a_value_selects_its_figure() {
    for (keys, value, figure) in [
        ("v v", "820", "observation:pegel-planned/luhort/2024-41/planned"),
        ("v v", "230", "observation:pegel-planned/luhort/2024-41/under-construction"),
        ("v v v v v", "196", "observation:module-shipments/marschland/2025-03/"),
        ("v v v v v v", "93", "observation:berth-lettings/inselreich/2024/"),
    ] {
        let mut screen = opened(keys, (100, 30), Glyphs::Unicode);
        let rows = screen.press("M").whole().rows;
        let at = rows.iter().enumerate().find_map(|(y, row)| {
            let text: Vec<char> = row.text().chars().collect();
            let value: Vec<char> = format!(" {value}").chars().collect();
            let x = text.windows(value.len()).position(|part| part == value)?;
            Some((x as u16 + 1, y as u16))
        });
        let at = at.unwrap_or_else(|| panic!("no {value}:\n{}", screen.text()));
        assert_eq!(screen.click(at).selection(), figure, "{}", screen.text());
    }
}

#[test]
fn bars_say_in_which_unit_they_are_and_what_fills_mean() {
    let planned = opened("v v", (100, 30), Glyphs::Unicode).text();
    assert!(planned.contains("█ under construction  ░ planned"), "{planned}");
    assert!(planned.contains("430 + 1,240 = 1,670") && planned.contains("? + 90"), "{planned}");
    let planned = opened("v v", (100, 30), Glyphs::Ascii).text();
    assert!(planned.contains("# under construction  . planned"), "{planned}");
    let shipments = opened("v v v v v", (100, 30), Glyphs::Unicode).text();
    assert!(shipments.contains("million thaler") && shipments.contains("Jan 2025"), "{shipments}");
    let lettings = opened("v v v v v v", (100, 30), Glyphs::Unicode).text();
    assert!(lettings.contains("compare with nothing above") && lettings.contains("×3.9"), "{lettings}");
}
