//! Back and forward: each jump leads back to where it began, with selection, panel, card and scroll position.

use fundstelle::ui::language::Language;
use fundstelle::ui::panel::{Focus, Panel};

use crate::SMALL;
use crate::common::{Screen, USUAL, assert_back};
use crate::scripts::{
    ACTORS, ARTICLE, BACK, CARD, CLAIMS, DOWN, FORWARD, NEXT_CLAIM, NEXT_PASSAGE, PAGE_DOWN, TIMELINE, WORDS,
};

#[test]
fn each_key_for_back_undoes_a_jump_and_forward_does_it_again() {
    for size in [SMALL, USUAL] {
        for back in ["Backspace", "H", "Ctrl+h"] {
            let mut screen = Screen::shipped(size, Language::En);
            screen.press(ACTORS).press(DOWN);
            let before = screen.whole();
            screen.press(CARD);
            let card = screen.whole();
            assert_eq!(screen.app().focus(), Focus::Card);
            screen.press(back);
            screen.whole().assert_same(&before, back);
            assert_eq!(screen.app().focus(), Focus::Panel(Panel::Actors));
            screen.press(FORWARD);
            screen.whole().assert_same(&card, back);
        }
    }
}

#[test]
fn steps_through_one_panel_count_once() {
    let mut screen = Screen::shipped(USUAL, Language::En);
    screen.press(NEXT_CLAIM).press(ACTORS);
    let before = screen.clone();
    for _ in 0..6 {
        screen.press(DOWN);
    }
    assert!(screen.selection().starts_with("actor:"));
    screen.press(BACK);
    assert_back(&screen, &before);
}

#[test]
fn a_walk_through_another_panel_is_another_way_back() {
    let mut screen = Screen::shipped(USUAL, Language::En);
    screen.press(ACTORS).press(DOWN).press(DOWN);
    let actor = screen.selection();
    screen.press(TIMELINE).press(DOWN).press(DOWN).press(DOWN);
    assert!(screen.selection().starts_with("event:"));
    screen.press(BACK);
    assert_eq!(screen.selection(), actor);
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Timeline));
    screen.press(BACK);
    assert_eq!(screen.selection(), "");
}

#[test]
fn from_the_words_one_gets_back_to_the_list() {
    let mut screen = Screen::shipped(SMALL, Language::En);
    screen.press(CLAIMS).press(DOWN).press(DOWN);
    let before = screen.whole();
    screen.press(WORDS);
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
    screen.press(BACK);
    screen.whole().assert_same(&before, "");
}

#[test]
fn a_link_on_a_card_leads_to_another_card_and_back() {
    let mut screen = Screen::shipped(USUAL, Language::En);
    screen.press(NEXT_CLAIM).press(CARD);
    let card = screen.whole();
    let claim = screen.selection();
    // The first link leads to words, the others to things.
    screen.press(DOWN).press(CARD);
    assert_ne!(screen.selection(), claim);
    assert_eq!(screen.app().focus(), Focus::Card);
    screen.press(BACK);
    assert_eq!(screen.selection(), claim);
    assert_eq!(screen.framed("Claim").text(), {
        let mut again = Screen::shipped(USUAL, Language::En);
        again.press(NEXT_CLAIM).press(CARD).press(DOWN);
        again.framed("Claim").text()
    });
    screen.press(BACK);
    assert_ne!(screen.whole().text(), card.text());
}

#[test]
fn a_new_way_forgets_the_old_forward() {
    let mut screen = Screen::shipped(USUAL, Language::En);
    screen.press(NEXT_CLAIM);
    let claim = screen.selection();
    assert!(claim.starts_with("claim:"), "{claim}");
    screen.press(CARD).press(BACK).press(WORDS);
    let here = screen.whole();
    screen.press(FORWARD);
    assert!(screen.status().contains("nothing further forward"), "{}", screen.status());
    assert_eq!(screen.selection(), claim);
    // The notice lasts until the next key, and nothing else had changed.
    screen.press(ARTICLE);
    screen.whole().assert_same(&here, "");
}

#[test]
fn at_the_beginning_back_says_so() {
    let mut screen = Screen::shipped(USUAL, Language::De);
    screen.press(BACK);
    assert!(screen.status().contains("Hier begann der Weg"), "{}", screen.status());
}

#[test]
fn going_through_passages_and_scrolling_is_no_step_of_the_way() {
    let mut screen = Screen::shipped(SMALL, Language::En);
    screen.press(NEXT_CLAIM);
    screen.press(NEXT_PASSAGE).press(PAGE_DOWN).press(PAGE_DOWN);
    screen.press(BACK);
    assert_eq!(screen.selection(), "");
}
