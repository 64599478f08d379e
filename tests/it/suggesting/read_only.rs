//! Where nothing can be written suggestions are shown all the same, and what is rejected is so until the program ends.

use fundstelle::edit::{Hindrance, Refused};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files as _, Memory};
use fundstelle::protocol::authoring::Home;

use super::{ARTICLE, HEAD, SMALL, Suggested as _, desk};
use crate::authoring::Desk;

#[test]
fn a_bare_article_shows_suggestions_and_says_what_to_do() {
    for language in [Language::En, Language::De] {
        let mut desk = Desk::open(Memory::default().with("article.txt", ARTICLE), SMALL, language);
        desk.press("S 2 a").assert_shows("fundstelle new");
        desk.press("1 e").assert_shows("fundstelle new").press("=").assert_shows("fundstelle new");
        assert!(!desk.screen.offered().is_empty());
        assert_eq!(desk.files.list().len(), 1);
    }
}

#[test]
fn in_a_folder_that_may_only_be_read_rejections_last_until_the_program_ends() {
    let mut desk = desk(SMALL, Language::En);
    let file = "suggested.toml".to_owned();
    desk.hindrance = Some(Refused::NotOurs { file, why: Hindrance::FolderReadOnly });
    desk.press("S").go_to("Tidewatch").press("x").assert_shows("until the program ends");
    desk.assert_offers_another_than("Tidewatch").press("Esc S");
    for _ in 0..20 {
        assert_ne!(desk.screen.offered(), "Tidewatch");
        desk.press("Space");
    }
    assert_eq!(desk.text_of("dossier.toml"), HEAD);
    // What is accepted is refused, and stays.
    desk.press("Esc S 2").go_to("The campaign group").press("a").assert_offers("The campaign group");
    assert_eq!(desk.files.list().len(), 2);
}

#[test]
fn what_was_rejected_for_this_run_comes_back() {
    let mut desk = desk(SMALL, Language::De);
    desk.screen.set_home(Home::Shipped);
    desk.press("S").go_to("Tidewatch").press("x").assert_offers_another_than("Tidewatch");
    desk.press("Backspace").assert_offers("Tidewatch");
}
