//! Changes are taken back, to the byte, and made again.

use fundstelle::i18n::language::Language;
use fundstelle::load::Files;
use fundstelle::protocol::effect::Effect;

use super::Desk;
use crate::common::fixture::{FIXTURE, fixture};
use crate::reading::scripts::{REDO, UNDO};

fn same_files(desk: &Desk) -> bool {
    let before = fixture();
    let names = before.list();
    names.iter().all(|name| desk.files.read(name, u64::MAX) == before.read(name, u64::MAX))
        && desk.files.list().len() == names.len()
}

#[test]
fn each_change_is_taken_back_to_the_byte_and_made_again() {
    assert!(std::path::Path::new(FIXTURE).is_dir());
    for language in [Language::De, Language::En] {
        let mut desk = Desk::fixture((80, 24), language);
        desk.mark("Lehrwerkstätten").press("a Right Enter");
        let one = desk.text_of("actors.toml");
        desk.mark("Wie viele Schiffe das trifft").press("c Enter");
        let two = desk.text_of("claims.toml");
        assert_ne!(two, crate::common::fixture::text_of("claims.toml"));
        desk.press(UNDO);
        let said = if language == Language::De { "Zurückgenommen: Aussage" } else { "Taken back: Claim" };
        assert!(desk.screen.status().contains(said), "{}", desk.screen.status());
        assert_eq!(desk.added_to("claims.toml"), "");
        assert_eq!(desk.text_of("actors.toml"), one);
        desk.press("u");
        assert!(same_files(&desk));
        desk.press("u");
        let nothing = if language == Language::De { "seit dem Start" } else { "since the program started" };
        assert!(desk.screen.status().contains(nothing), "{}", desk.screen.status());
        desk.press(REDO).press(REDO);
        assert_eq!((desk.text_of("actors.toml"), desk.text_of("claims.toml")), (one, two));
        assert!(desk.screen.selection().starts_with("claim:"));
        desk.press("u u");
        assert!(same_files(&desk));
    }
}

#[test]
fn a_new_change_leaves_nothing_to_make_again() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Lehrwerkstätten").press("a Right Enter u");
    desk.mark("Lehrwerkstätten").press("a Right Enter");
    let now = desk.text_of("actors.toml");
    desk.press("Ctrl+r");
    assert_eq!(desk.text_of("actors.toml"), now);
    desk.press("u u");
    assert!(same_files(&desk));
}

#[test]
fn what_was_changed_since_is_shown_to_be_removed_by_hand() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Lehrwerkstätten").press("a Right Enter");
    let text = desk.text_of("actors.toml").replace("name = \"Lehrwerkstätten\"", "name = \"Die Branche\"");
    desk.files = desk.files.clone().with("actors.toml", text.clone());
    desk.screen.reload(&desk.files);
    desk.press("u");
    desk.assert_shows("To remove by hand").assert_shows("id = \"lehrwerkstaetten\"").press("y");
    assert!(
        matches!(desk.screen.escaped().last(), Some(Effect::Copy { text, .. }) if text.contains("lehrwerkstaetten"))
    );
    assert_eq!(desk.text_of("actors.toml"), text);
    desk.press("Esc");
    assert!(!desk.shows("To remove by hand"));
}

#[test]
fn an_editor_that_is_open_is_asked_about_when_taking_back_too() {
    let mut desk = Desk::fixture((120, 40), Language::En);
    desk.mark("Lehrwerkstätten").press("a Right Enter");
    desk.hindrance = Some(super::refusals::open_elsewhere());
    desk.press("u");
    assert!(desk.screen.status().contains("actors.toml is open in an editor"), "{}", desk.screen.status());
    assert!(!same_files(&desk));
    // Another key, and it asks again.
    desk.press("j u");
    assert!(!same_files(&desk));
    desk.press("u");
    assert!(same_files(&desk), "{}", desk.screen.text());
}

#[test]
fn nothing_is_written_or_taken_back_in_the_tour() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Lehrwerkstätten").press("a Right Enter b u");
    assert!(desk.screen.app().is_tour_running() && !same_files(&desk));
    for key in ["V", "x", "T", "Ctrl+r"] {
        desk.press(key);
        assert!(desk.screen.app().is_tour_running(), "{key}");
    }
    assert_eq!(desk.added_to("tour.toml"), "");
}
