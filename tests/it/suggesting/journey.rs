//! From a folder as `fundstelle new` makes it to a draft: a name, a sentence, a time, a figure, a rejection, and all of it taken
//! back.

use fundstelle::i18n::language::Language;
use fundstelle::load::load;

use super::{HEAD, SMALL, desk};

#[test]
fn a_draft_is_made_by_keys_alone_and_taken_back_to_the_byte() {
    let mut desk = desk(SMALL, Language::En);
    desk.screen.set_today("2026-11-30".parse().expect("a date"));
    desk.press("S").go_to("Helen Brandvik").press("a");
    if desk.text_of("dossier.toml") == HEAD {
        desk.choose("person");
    }
    desk.press("1").go_to("Tidewatch").press("x");
    // A sentence that has it from somebody.
    desk.press("2").go_to("The campaign group").press("a");
    // A time: only its title is one's own.
    desk.press("3").go_to("12 November 2024").press("a").type_words("Fire on board").press("Enter");
    desk.press("4").go_to("180 million euros").press("a");

    let loaded = load(&desk.files).unwrap_or_else(|problems| panic!("{problems:?}"));
    let problems: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    let made = &loaded.dossier;
    let counts = [made.actors.len(), made.claims.len(), made.events.len(), made.observations.len()];
    assert_eq!(counts, [1, 1, 1, 1], "{}", desk.text_of("dossier.toml"));
    assert_eq!(made.events[0].date.text(), "2024-11-12");
    assert_eq!(made.events[0].title.texts().collect::<Vec<_>>(), ["Fire on board"], "no letter chose a kind");
    assert_eq!(made.observations[0].value, Some(180_000_000.0));
    let kept: Vec<(bool, &str)> =
        made.suggested.decisions.iter().map(|kept| (kept.is_accepted, kept.of.word())).collect();
    let wanted = [(true, "name"), (false, "name"), (true, "attributed"), (true, "time"), (true, "figure")];
    assert_eq!(kept, wanted);
    // The head says besides which file the figure stands in.
    let head = desk.text_of("dossier.toml");
    assert!(HEAD.lines().all(|line| head.lines().any(|own| own == line)), "{head}");

    for back in ["180 million", "12 November", "The campaign group", "Tidewatch", "Helen Brandvik"] {
        desk.go_back_to(back);
    }
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
    assert!(load(&desk.files).expect("a dossier").dossier.suggested.decisions.is_empty());
}
