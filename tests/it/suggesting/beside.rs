//! What stands beside the suggestion while they are decided: what was just made, how far one is, where the tour begins afterwards.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::Theme;

use super::{HEAD, SMALL, desk, folder};
use crate::authoring::Desk;
use crate::common::Screen;

#[test]
fn the_panel_beside_has_what_was_just_made() {
    let mut desk = desk((120, 40), Language::En);
    for (kind, words, panel) in [("1", "Helen Brandvik", "Actors"), ("2", "The campaign group", "Claims")] {
        if kind == "1" {
            desk.press("S");
        }
        desk.press(kind).go_to(words).press("a");
        let (_, shown) = desk.screen.app().description();
        assert!(shown.contains(panel), "{shown}\n{}", desk.screen.text());
    }
}

#[test]
fn it_says_how_many_of_the_kind_and_how_many_in_all_there_are() {
    let mut english = desk(SMALL, Language::En);
    english.press("S 2").assert_shows("1 of").assert_shows("attributed sentences").assert_shows("in all");
    let mut german = desk(SMALL, Language::De);
    german.press("S").assert_shows("1 von").assert_shows("insgesamt");
}

#[test]
fn the_sign_of_a_suggestion_is_none_of_an_open_claim() {
    let claim =
        "\n[[claim]]\nid = \"double\"\nassessment = \"open\"\nanchors = [\"the grant could double\"]\n";
    let files = folder().with("dossier.toml", format!("{HEAD}{claim}"));
    for (glyphs, own) in [(Glyphs::Unicode, '»'), (Glyphs::Ascii, '*')] {
        let options = Options { language: Language::En, theme: Theme::Mono, glyphs };
        let mut screen = Screen::open(&files, SMALL, options);
        screen.press("S 2");
        let margins: String = screen.text().lines().flat_map(|line| line.chars().take(4)).collect();
        assert!(margins.contains(own), "{}", screen.text());
        screen.press("Esc");
        let margins: String = screen.text().lines().flat_map(|line| line.chars().take(4)).collect();
        assert!(!margins.contains(own), "{}", screen.text());
    }
}

#[test]
fn empty_panels_and_the_first_line_say_how_to_go_through_suggestions() {
    for (language, said) in
        [(Language::En, "S goes through suggestions"), (Language::De, "S geht Vorschläge durch")]
    {
        desk((200, 60), language).assert_shows(said);
    }
    let small = desk(SMALL, Language::En);
    assert!(small.screen.status().contains("S go through suggestions"), "{}", small.screen.status());
}

#[test]
fn the_tour_begins_with_its_first_stop_however_many_were_made_before_it() {
    let mut desk = desk((120, 40), Language::En);
    // Events are the only stop for a while; claims come before them.
    desk.press("S 3").go_to("12 November 2024").press("a").type_words("Fire on board").press("Enter");
    desk.press("2").go_to("Brandvik told").press("a Esc");
    // At the end of the article, too.
    assert!(desk.text_of("dossier.toml").contains("could double.\"]"), "{}", desk.text_of("dossier.toml"));
    let count = desk.screen.app().stops();
    assert!(count > 1, "{count}: {}\n{}", desk.text_of("dossier.toml"), desk.screen.text());
    desk.press("b");
    let stop = desk.screen.app().position().expect("the tour runs").stop;
    assert_eq!(stop.find(&tour(&desk)), Some(0), "{}", desk.screen.text());
}

fn tour(desk: &Desk) -> Vec<fundstelle::dossier::Stop> {
    let loaded = fundstelle::load::load(&desk.files).expect("a dossier");
    loaded.dossier.tour().to_vec()
}

#[test]
fn what_was_made_is_not_cut_for_the_place_where_it_stands() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S").go_to("Helen Brandvik").press("a");
    let said = desk.screen.status();
    assert!(said.contains("Helen Brandvik") && said.contains("dossier.toml"), "{said}");
    let mut desk = self::desk(SMALL, Language::En);
    desk.press("S 2").go_to("The campaign group").press("a");
    let said = desk.screen.status();
    assert!(!said.contains("dossier.toml"), "{said}");
}
