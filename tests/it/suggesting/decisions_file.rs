//! Only the file of decisions is in the way: what is accepted is written all the same, and what is rejected is so until the program
//! ends.

use fundstelle::edit::{Hindrance, Refused};
use fundstelle::i18n::language::Language;
use fundstelle::load::load;

use super::{HEAD, SMALL, Suggested as _, desk, folder};
use crate::authoring::Desk;

const BROKEN: &str = "[[decided]\nkind = \"name\"\n";

fn actors(desk: &Desk) -> Vec<String> {
    let dossier = load(&desk.files).expect("a dossier").dossier;
    dossier.actors.iter().map(|actor| actor.id.as_str().to_owned()).collect()
}

#[test]
fn with_a_broken_file_of_decisions_the_dossier_gets_what_is_accepted() {
    for (language, says) in [(Language::En, "until the program ends"), (Language::De, "bis zum Programmende")]
    {
        let mut desk = Desk::open(folder().with("suggested.toml", BROKEN), SMALL, language);
        desk.press("S").go_to("Helen Brandvik").press("a");
        assert_eq!(actors(&desk), ["helen-brandvik"], "{}", desk.screen.text());
        desk.assert_shows(says).assert_shows("suggested.toml:1").assert_offers_another_than("Helen Brandvik");
        assert_eq!(desk.text_of("suggested.toml"), BROKEN);
        desk.press("Backspace").assert_offers("Helen Brandvik");
        assert_eq!(desk.text_of("dossier.toml"), HEAD);

        desk.press("x").assert_shows(says).assert_offers_another_than("Helen Brandvik");
        assert_eq!(
            (desk.text_of("suggested.toml"), desk.text_of("dossier.toml")),
            (BROKEN.to_owned(), HEAD.to_owned())
        );
        desk.press("Esc S");
        for _ in 0..30 {
            assert!(!desk.screen.offered().contains("Brandvik") || desk.screen.offered().len() > 20);
            desk.press("Space");
        }
    }
}

#[test]
fn a_file_of_decisions_that_is_not_ours_hinders_no_form() {
    for why in [Hindrance::ReadOnly, Hindrance::OtherOwner, Hindrance::HardLinks] {
        let mut desk = desk(SMALL, Language::En);
        desk.hindrance = Some(Refused::NotOurs { file: "suggested.toml".to_owned(), why });
        desk.press("S 3").go_to("12 November 2024").press("a").type_words("Fire").press("Enter");
        desk.assert_shows("until the program ends").assert_offers_another_than("12 November 2024");
        let dossier = load(&desk.files).expect("a dossier").dossier;
        assert_eq!((dossier.events.len(), dossier.suggested.decisions.len()), (1, 0), "{why:?}");
    }
}

#[test]
fn where_the_dossier_is_in_the_way_too_nothing_is_lost() {
    let mut desk = Desk::open(folder().with("suggested.toml", BROKEN), SMALL, Language::En);
    let file = "dossier.toml".to_owned();
    desk.hindrance = Some(Refused::NotOurs { file, why: Hindrance::ReadOnly });
    desk.press("S 2").go_to("The campaign group").press("a").assert_shows("dossier.toml is read-only");
    desk.assert_offers("The campaign group");
    desk.hindrance = None;
    desk.press("a").assert_offers_another_than("The campaign group");
    assert!(desk.text_of("dossier.toml").contains("[[claim]]"), "{}", desk.screen.text());
}
