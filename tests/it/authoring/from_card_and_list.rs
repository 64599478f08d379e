//! What is written of a thing is changed from wherever it is selected: a list, its card.

use fundstelle::i18n::language::Language;

use super::Desk;
use crate::common::fixture::text_of;
use crate::reading::scripts::{ALL_EVENTS, CLAIMS};

/// Selects a thing by what it is called.
fn find(desk: &mut Desk, words: &str, thing: &str) {
    desk.press("/").type_words(words).press("Enter");
    assert_eq!(desk.screen.selection(), thing, "{}", desk.screen.text());
}

/// The one line of a file that is another now, as it is.
fn changed_line(desk: &Desk, file: &str) -> String {
    let (before, now) = (text_of(file), desk.text_of(file));
    let changed: Vec<&str> =
        now.lines().zip(before.lines()).filter(|(is, was)| is != was).map(|(is, _)| is).collect();
    assert_eq!((changed.len(), now.lines().count()), (1, before.lines().count()), "{}", desk.screen.text());
    changed[0].to_owned()
}

#[test]
fn an_event_is_edited_from_list_and_card() {
    for open in ["", "Enter"] {
        let mut desk = Desk::fixture((120, 40), Language::En);
        desk.press(ALL_EVENTS);
        desk.screen.select("event:licence-2022");
        desk.press(open).press("x e Tab").type_words(" now").press("Enter");
        assert_eq!(changed_line(&desk, "events.toml"), "title.en = \"Heavy modules need a licence now\"");
        assert_eq!(desk.screen.selection(), "event:licence-2022");
        // What it may lack goes with its line.
        desk.press("x e Tab Tab Tab Ctrl+u Enter");
        assert!(
            !desk.text_of("events.toml").contains("status.en = \"in force at once\""),
            "{}",
            desk.screen.text()
        );
        desk.press("u u");
        assert_eq!(desk.text_of("events.toml"), text_of("events.toml"));
    }
}

#[test]
fn a_gap_is_edited_from_list_and_card() {
    for open in ["", "Enter"] {
        let mut desk = Desk::fixture((120, 40), Language::De);
        desk.press(CLAIMS);
        desk.screen.select("gap:crews");
        desk.press(open).press("x e").type_words(" Sagt er.").press("Enter");
        let line = changed_line(&desk, "claims.toml");
        assert!(line.starts_with("text.de = ") && line.ends_with("auswärts. Sagt er.\""), "{line}");
        desk.press("x e Ctrl+u Enter").assert_shows("„Text“ muss bleiben");
    }
}

#[test]
fn a_source_is_edited_from_its_card() {
    let mut desk = Desk::fixture((120, 40), Language::En);
    find(&mut desk, "Notice to shareholders", "source:quarzon-2022-08-31");
    desk.press("x e").type_words(" Inc.").press("Enter");
    assert_eq!(changed_line(&desk, "sources.toml"), "outlet = \"Quarzon Inc.\"");
    // A title may be missing, the outlet not.
    desk.press("x e Tab Ctrl+u Enter");
    let title = "title = \"Notice to shareholders, August 2022\"";
    let count = |file: &str| file.matches(title).count();
    assert_eq!(
        count(&desk.text_of("sources.toml")),
        count(&text_of("sources.toml")) - 1,
        "{}",
        desk.screen.text()
    );
    desk.press("x e Ctrl+u Enter").assert_shows("“Outlet” has to stay");
}

#[test]
fn of_what_has_no_form_it_is_said_that_the_editor_has_it() {
    for (language, says) in [(Language::En, "E opens the editor"), (Language::De, "E öffnet den Editor")] {
        let mut desk = Desk::fixture((120, 40), language);
        desk.press("4 Home");
        assert!(desk.screen.selection().starts_with("observation:"), "{}", desk.screen.text());
        desk.press("x").assert_shows(says);
        assert!(desk.screen.selection().starts_with("observation:"), "it stays selected");
    }
}
