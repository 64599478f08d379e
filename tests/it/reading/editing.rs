//! From what is on screen to the file it is written in: the selection, or a problem.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::theme::Theme;
use fundstelle::protocol::effect::{EditTarget, Effect, FilePlace};

use crate::common::{Screen, USUAL, thing};
use crate::reading::scripts::{DOWN, EDIT, PROBLEMS};
use crate::reading::{SIZES, SMALL};

const DOSSIER: &str = r#"format = 1
id = "valley"
title = "Valley"
[article]
file = "article.txt"
language = "en"

[[actor]]
id = "council"
kind = "government"
name = "Council"
aliases = ["counsel"]
prominent = true

[[claim]]
id = "closes"
text = "It closes."
anchors = ["never written"]
assessment = "open"
colour = "red"
"#;

fn faulty(size: (u16, u16)) -> Screen {
    let files = Memory::default()
        .with("article.txt", "Old bridge to close\nThe council will close the old bridge in May.\n")
        .with("dossier.toml", DOSSIER);
    Screen::open(&files, size, Options { language: Language::En, theme: Theme::Mono, ..Options::default() })
}

fn asked(screen: &Screen) -> Option<&EditTarget> {
    match screen.escaped().last()? {
        Effect::Edit(target) => Some(target),
        _ => None,
    }
}

#[test]
fn the_selection_is_edited_where_it_is_written() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.press(EDIT);
    assert_eq!(asked(&screen), Some(&EditTarget::Dossier), "nothing is selected");
    screen.press("2 Home").press(EDIT);
    let of = screen.selection();
    assert_eq!(asked(&screen), Some(&EditTarget::Thing(thing(&of))));
    // A figure is a row of a table of its own; what it is of is what one edits.
    screen.press("4 v v v Home Right").press(EDIT);
    assert!(screen.selection().starts_with("observation:"), "{}", screen.selection());
    let Some(EditTarget::Thing(series)) = asked(&screen) else { panic!("{:?}", asked(&screen)) };
    assert!(screen.selection().starts_with(&format!("observation:{}/", series.id)));
}

/// Where the pointer stands, the rule is named, and what is done is done to that problem.
#[test]
fn a_problem_is_edited_where_it_stands() {
    for size in SIZES.into_iter().chain([SMALL]) {
        let mut screen = faulty(size);
        screen.press(PROBLEMS);
        let places = [("12:12", "alias-unused"), ("18:12", "anchor-lost"), ("20:1", "key-unknown")];
        for (place, rule) in places {
            let rows = |screen: &Screen| -> Vec<String> {
                screen.framed("Errors and warnings").rows.iter().map(crate::common::Row::text).collect()
            };
            let chosen = format!("▶ dossier.toml:{place}");
            let is_chosen = |screen: &Screen| rows(screen).iter().any(|row| row.contains(&chosen));
            // One that is taller than the window is read to its end first.
            let mut steps = 0;
            while !is_chosen(&screen) && steps < 20 {
                screen.press(DOWN);
                steps += 1;
            }
            assert!(steps <= 1 || size.1 <= 10, "{steps} steps at {size:?}");
            let rows = rows(&screen);
            let pointer = rows.iter().position(|row| row.contains(&chosen)).unwrap_or_default();
            // Where there is no room it stands below.
            let entry = rows[pointer..(pointer + 2).min(rows.len())].concat();
            assert!(entry.contains(&format!("[{rule}]")), "{entry}");
            screen.press(EDIT);
            let (line, column) = place.split_once(':').expect("a line and a column");
            let [line, column] = [line, column].map(|number| number.parse().expect("a number"));
            let place = FilePlace { file: "dossier.toml".to_owned(), line, column };
            assert_eq!(asked(&screen), Some(&EditTarget::Place(place)));
        }
        // Enter leads to what has the problem.
        screen.press("Enter");
        assert_eq!(screen.selection(), "claim:closes");
        assert!(!screen.shows("Errors and warnings"));
    }
}

/// A mark on what is at fault says that `e` shows why: it does, at once.
#[test]
fn the_problems_begin_with_what_is_selected() {
    let mut screen = faulty(USUAL);
    screen.press("5 Home").press(PROBLEMS);
    assert_eq!(screen.selection(), "claim:closes");
    assert!(
        screen.framed("Errors and warnings").text().contains("▶ dossier.toml:18:12"),
        "{}",
        screen.text()
    );
    screen.press("Esc 2 Home").press(PROBLEMS);
    assert_eq!(screen.selection(), "actor:council");
    assert!(
        screen.framed("Errors and warnings").text().contains("▶ dossier.toml:12:12"),
        "{}",
        screen.text()
    );
}
