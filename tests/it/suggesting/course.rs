//! The way through the suggestions: what comes next, what is put off, and where the mode begins and ends.

use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;

use super::{ARTICLE, HEAD, SMALL, Suggested as _, desk, folder};
use crate::authoring::Desk;

#[test]
fn what_was_put_off_comes_again_at_the_end_and_then_the_mode_says_so() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S");
    let mut offered = Vec::new();
    while !desk.screen.offered().is_empty() {
        offered.push(desk.screen.offered());
        desk.press("Space");
        assert!(offered.len() < 100, "it never ends: {offered:?}");
    }
    let half = offered.len() / 2;
    assert!(half > 3 && offered[..half] == offered[half..], "twice the same: {offered:?}");
    desk.assert_shows("put off").press("Space");
    assert_eq!(desk.screen.offered(), offered[0], "and again if one wants");
    desk.press("Backspace");
    assert_eq!(desk.screen.offered(), *offered.last().expect("some"), "the last one put off");
}

#[test]
fn the_end_counts_what_was_decided() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S");
    let mut count = 0;
    while !desk.screen.offered().is_empty() {
        desk.press("x");
        count += 1;
        assert!(count < 100, "it never ends");
    }
    desk.assert_shows(&format!("{count} rejected"));
    desk.press("Esc S").assert_shows("No suggestion is open");
    assert!(desk.screen.offered().is_empty());
}

#[test]
fn other_places_of_a_name_are_marked_and_can_be_looked_at() {
    let mut desk = desk((120, 40), Language::En);
    desk.press("S").go_to("Helen Brandvik");
    assert_eq!(desk.screen.elsewhere(), "Brandvik", "{}", desk.screen.text());
    desk.press("n").assert_offers("Brandvik");
    assert_eq!(desk.screen.elsewhere(), "HelenBrandvik");
    desk.press("Right").assert_offers("Helen Brandvik").press("N").assert_offers("Brandvik");
}

#[test]
fn a_kind_is_gone_to_by_its_number_and_what_was_passed_over_comes_later() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S");
    let first = desk.screen.offered();
    desk.press("2");
    let sentence = desk.screen.offered();
    assert_ne!(sentence, first);
    desk.press("1");
    assert_eq!(desk.screen.offered(), first);
    desk.press("Tab");
    assert_eq!(desk.screen.offered(), sentence);
    desk.press("Shift+Tab");
    assert_eq!(desk.screen.offered(), first);
    desk.press("2");
    // From the last kind it goes on with what was passed over.
    for _ in 0..30 {
        desk.press("Space");
        if desk.screen.offered() == first {
            return;
        }
    }
    panic!("{first:?} was passed over for good");
}

#[test]
fn a_change_from_outside_leaves_the_author_where_they_are() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S").go_to("Tidewatch");
    let changed = ARTICLE.replace("Tarvik moves", "All of Tarvik moves");
    desk.files = desk.files.clone().with("article.txt", changed);
    let files = desk.files.clone();
    desk.screen.reload(&files);
    desk.assert_offers("Tidewatch");
    let actor = "\n[[actor]]\nid = \"tidewatch\"\nkind = \"group\"\nname = \"Tidewatch\"\naliases = [\"Tidewatch\"]\n";
    let files = files.with("dossier.toml", format!("{HEAD}{actor}"));
    desk.screen.reload(&files);
    // Somebody has written it.
    desk.assert_offers_another_than("Tidewatch");
}

#[test]
fn leaving_says_how_far_it_went_and_the_words_can_be_marked_instead() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S x Esc").assert_shows("1 rejected");
    assert!(desk.screen.offered().is_empty());
    desk.press("S").go_to("Tidewatch").press("V");
    assert!(desk.screen.offered().is_empty());
    // In marking the letter opens the form of an actor.
    desk.press("a").assert_shows("Actor");
}

#[test]
fn a_key_that_means_nothing_here_says_what_to_press() {
    let mut desk = desk(SMALL, Language::En);
    desk.press("S o").assert_shows("leaves suggestions");
    assert!(!desk.screen.offered().is_empty());
    desk.press("?").assert_shows("With suggestions").press("Esc");
    assert!(!desk.screen.offered().is_empty());
}

#[test]
fn an_article_that_names_nothing_offers_nothing() {
    let files =
        Memory::default().with("dossier.toml", HEAD).with("article.txt", "nothing at all\n\nno more\n");
    let mut desk = Desk::open(files, SMALL, Language::En);
    desk.press("S").assert_shows("No suggestion is open");
}

#[test]
fn a_fresh_dossier_says_that_there_are_suggestions() {
    let desk = Desk::open(folder(), (120, 40), Language::En);
    assert!(desk.screen.status().contains("S go through suggestions"), "{}", desk.screen.status());
}
