//! What is changed of a thing that is there: assessment, source, note, and stops made of it.

use fundstelle::i18n::language::Language;

use super::{Desk, everywhere};
use crate::reading::scripts::{ACTORS, CHANGE, CLAIMS, MAKE_STOP};

const LIMITS: &str = "claim:limits";

fn at_claim(desk: &mut Desk, name: &str) {
    desk.press(CLAIMS);
    desk.screen.select(name);
}

fn table<'t>(file: &'t str, id: &str) -> &'t str {
    let id = format!("id = \"{id}\"\n");
    file.split("\n[[").find(|table| table.contains(&id)).unwrap_or_else(|| panic!("no {id}: {file}"))
}

#[test]
fn the_assessment_of_a_claim_is_changed_in_its_place() {
    for (size, language) in everywhere() {
        let mut desk = Desk::fixture(size, language);
        desk.press("c c x");
        let claim = desk.screen.selection();
        assert!(claim.starts_with("claim:"), "{claim}");
        desk.press("a");
        // Open, whatever it was.
        desk.press("o").press("Enter");
        let file = desk.text_of("claims.toml");
        let own = table(&file, claim.trim_start_matches("claim:"));
        assert!(own.contains("assessment = \"open\""), "{size:?} {own}\n{}", desk.screen.text());
        let before = crate::common::fixture::text_of("claims.toml");
        let changed = file.lines().zip(before.lines()).filter(|(now, was)| now != was).count();
        assert!(changed <= 1 && file.lines().count() == before.lines().count());
    }
}

#[test]
fn a_source_that_is_there_or_a_new_one_is_added() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    at_claim(&mut desk, LIMITS);
    desk.press("x s").type_words("pruefamt");
    desk.press("Enter");
    let file = desk.text_of("claims.toml");
    assert_ne!(file, crate::common::fixture::text_of("claims.toml"), "{}", desk.screen.text());
    assert_eq!(desk.screen.selection(), LIMITS);
    desk.press("x s").type_words("Nordpost").press("Enter Tab");
    // Back in the form before, whose Enter writes both.
    desk.type_words("https://nordpost.example/1").press("Enter");
    desk.assert_shows("Source:");
    assert_eq!(desk.added_to("sources.toml"), "");
    desk.press("Enter");
    assert!(
        desk.added_to("sources.toml")
            .contains("outlet = \"Nordpost\"\nurl = \"https://nordpost.example/1\"\n"),
        "{}\n{}",
        desk.added_to("sources.toml"),
        desk.screen.text()
    );
    assert!(table(&desk.text_of("claims.toml"), "limits").contains("\"nordpost\""));
}

#[test]
fn today_is_offered_and_never_filled_in() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.screen.set_today("2026-11-30".parse().expect("a date"));
    at_claim(&mut desk, LIMITS);
    desk.press("x s").type_words("Nordpost").press("Enter");
    let untouched = desk.clone();
    desk.press("Tab Tab Tab Tab").assert_shows("2026-11-30").press("Right Enter Enter");
    assert!(
        desk.added_to("sources.toml").contains("accessed = \"2026-11-30\""),
        "{}",
        desk.added_to("sources.toml")
    );
    let mut untouched = untouched;
    untouched.press("Enter Enter");
    assert!(untouched.added_to("sources.toml").contains("Nordpost"));
    assert!(!untouched.added_to("sources.toml").contains("accessed"));
}

#[test]
fn a_note_is_written_and_changed() {
    let mut desk = Desk::fixture((80, 24), Language::De);
    at_claim(&mut desk, LIMITS);
    desk.press("x n Ctrl+u").type_words("Neu dazu").press("Enter");
    assert!(
        table(&desk.text_of("claims.toml"), "limits").contains("note.de = \"Neu dazu\""),
        "{}",
        desk.screen.text()
    );
    let written = desk.text_of("claims.toml");
    desk.press("x n Enter");
    assert_eq!(desk.text_of("claims.toml"), written, "nothing is changed");
    desk.press("x n").assert_shows("Neu dazu").type_words("!").press("Enter");
    assert!(table(&desk.text_of("claims.toml"), "limits").contains("note.de = \"Neu dazu!\""));
}

#[test]
fn a_selection_becomes_a_stop() {
    for (size, language) in everywhere() {
        let mut desk = Desk::fixture(size, language);
        desk.press(&format!("{ACTORS} j {MAKE_STOP}"));
        let selection = desk.screen.selection();
        let before = desk.keys;
        desk.press("Enter");
        assert_eq!(desk.keys - before, 1, "its name is its title");
        let added = desk.added_to("tour.toml");
        assert!(
            added.starts_with("\n[[stop]]\n") && added.contains(&format!("select = \"{selection}\"")),
            "{added}\n{}",
            desk.screen.text()
        );
        desk.press("u");
        assert_eq!(desk.added_to("tour.toml"), "");
    }
}

#[test]
fn the_menu_offers_what_a_thing_can_have() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    at_claim(&mut desk, LIMITS);
    desk.press(CHANGE);
    for entry in ["a assessment, source, note", "s add a source", "n note", "t make it a stop"] {
        desk.assert_shows(entry);
    }
    desk.press("Esc").press(&format!("{ACTORS} j x")).assert_shows("t make it a stop");
    assert!(!desk.shows("a assessment"));
    desk.press("Esc");
    // With nothing selected it says so.
    let mut empty = Desk::fixture((80, 24), Language::En);
    empty.press("x");
    assert!(!empty.screen.status().is_empty() && !empty.shows("make it a stop"));
}
