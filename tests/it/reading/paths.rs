//! Back and forward: each jump leads back to where it began, with selection, panel, card and scroll position.

use fundstelle::i18n::language::Language;
use fundstelle::look::panel::{Focus, Panel};

use crate::common::{Screen, USUAL, assert_back};
use crate::reading::scripts::{
    ACTORS, BACK, CARD, CLAIMS, CLOSE, DOWN, FORWARD, LEFT, NEXT_CLAIM, NEXT_PASSAGE, NOTHING, PAGE_DOWN,
    TIMELINE, TO_LAST, TREND, VIEW, WHOLE, WORDS,
};
use crate::reading::{LARGE, SMALL};

#[test]
fn each_key_for_back_undoes_a_jump_and_forward_does_it_again() {
    for size in [SMALL, USUAL] {
        for back in ["Backspace", "H", "Ctrl+h"] {
            let mut screen = Screen::fixture(size, Language::En);
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
    let mut screen = Screen::fixture(USUAL, Language::En);
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
    let mut screen = Screen::fixture(USUAL, Language::En);
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
    let mut screen = Screen::fixture(SMALL, Language::En);
    screen.press(CLAIMS).press(DOWN).press(DOWN);
    let before = screen.whole();
    screen.press(WORDS);
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
    screen.press(BACK);
    screen.whole().assert_same(&before, "");
}

#[test]
fn a_link_on_a_card_leads_to_another_card_and_back() {
    let mut screen = Screen::fixture(USUAL, Language::En);
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
        let mut again = Screen::fixture(USUAL, Language::En);
        again.press(NEXT_CLAIM).press(CARD).press(DOWN);
        again.framed("Claim").text()
    });
    screen.press(BACK);
    assert_ne!(screen.whole().text(), card.text());
}

#[test]
fn a_new_way_forgets_the_old_forward() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.press(NEXT_CLAIM);
    let claim = screen.selection();
    assert!(claim.starts_with("claim:"), "{claim}");
    screen.press(CARD).press(BACK).press(WORDS);
    let here = screen.whole();
    screen.press(FORWARD);
    assert!(screen.status().contains("nothing further forward"), "{}", screen.status());
    assert_eq!(screen.selection(), claim);
    // The notice lasts until the next key, and nothing else had changed.
    // A key of a panel, the article's too, would close the preview of the claim.
    screen.press(NOTHING);
    screen.whole().assert_same(&here, "");
}

#[test]
fn at_the_beginning_back_says_so() {
    let mut screen = Screen::fixture(USUAL, Language::De);
    screen.press(BACK);
    assert!(screen.status().contains("Weiter zurück geht es nicht"), "{}", screen.status());
}

#[test]
fn going_through_passages_and_scrolling_is_no_step_of_the_way() {
    let mut screen = Screen::fixture(SMALL, Language::En);
    screen.press(NEXT_CLAIM);
    screen.press(NEXT_PASSAGE).press(PAGE_DOWN).press(PAGE_DOWN);
    screen.press(BACK);
    assert_eq!(screen.selection(), "");
}

/// A place is also the view it was in, the figure the trend stood at, and the whole screen.
#[test]
fn back_restores_views_the_trend_and_the_whole_screen() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    // A background actor that only the view of all lists, in the largest room; the trend at an older figure.
    screen.press(TREND).press(VIEW).press(DOWN).press(LEFT).press(LEFT);
    let figure = screen.framed("4 Trend");
    screen.press(ACTORS).press(VIEW).press(TO_LAST).press(WHOLE);
    let before = screen.whole();
    screen.press(CARD).press(WHOLE).press(ACTORS).press(VIEW);
    assert!(screen.framed("2 Actors").prose().contains("selection in “all” (v)"), "{}", screen.text());
    screen.press(TREND).press(VIEW).press(VIEW).press(DOWN);
    assert!(screen.framed("4 Trend") != figure);
    screen.press(BACK).press(BACK);
    screen.whole().assert_same(&before, "the actors, all, on the whole screen");
    screen.press(BACK);
    assert!(screen.selection().starts_with("observation:"), "{}", screen.selection());
}

/// The right half of the status line: where "back" leads.
fn trail(screen: &Screen) -> String {
    screen
        .status()
        .split_once("  ‹ ")
        .map_or_else(String::new, |(_, trail)| format!("‹ {}", trail.trim_end()))
}

#[test]
fn the_status_line_shows_the_last_steps() {
    let mut screen = Screen::fixture(WIDE, Language::En);
    assert_eq!(trail(&screen), "");
    screen.press(ACTORS);
    assert_eq!(screen.selection(), "actor:talland");
    assert_eq!(trail(&screen), "‹ Article 0%");
    screen.press(CARD);
    assert_eq!(trail(&screen), "‹ Actors ‹ Article 0%");
    screen.press(NEXT_CLAIM);
    assert_eq!(trail(&screen), "‹ Talland ‹ Actors ‹ Article 0%");
    let claim = screen.selection();
    screen.press(CLAIMS).press(DOWN);
    assert_ne!(screen.selection(), claim);
    // A long name is cut between words, and the steps are three.
    assert_eq!(trail(&screen), "‹ Talland's shipowners … ‹ Talland ‹ Actors");
    let row = screen.whole().rows.len() - 2;
    assert_eq!(screen.whole().rows[row].weight_of("‹ Talland ‹"), '.');
    screen.press(BACK);
    assert_eq!(screen.selection(), claim);
    assert_eq!(trail(&screen), "‹ Talland ‹ Actors ‹ Article 0%");
    screen.press(BACK).press(BACK).press(BACK);
    assert_eq!((screen.selection().as_str(), trail(&screen).as_str()), ("", ""));
    let mut german = Screen::fixture(WIDE, Language::De);
    german.press(PAGE_DOWN).press(NEXT_CLAIM);
    assert!(
        trail(&german).starts_with("‹ Artikel ") && trail(&german).ends_with(" %"),
        "{}",
        german.status()
    );
}

/// Width enough for a summary and three steps.
const WIDE: (u16, u16) = (300, 60);

/// What is said of the selection is never cut for the way here.
#[test]
fn the_trail_takes_only_the_room_that_is_left() {
    for language in [Language::De, Language::En] {
        let mut wide = Screen::fixture(WIDE, language);
        let mut narrow = Screen::fixture(SMALL, language);
        for script in
            [ACTORS, DOWN, CARD, CLAIMS, DOWN, DOWN, WORDS, TIMELINE, DOWN, CARD, CLAIMS, DOWN, CARD]
        {
            wide.press(script);
            narrow.press(script);
            assert_eq!(narrow.selection(), wide.selection());
            let whole = wide.status().split("  ‹ ").next().unwrap_or_default().trim().to_owned();
            let shown = narrow.status();
            let shown = shown.split("  ‹ ").next().unwrap_or_default().trim();
            if whole.chars().count() <= usize::from(SMALL.0) - 2 {
                assert_eq!(shown, whole);
            } else {
                assert!(shown.ends_with('…') && !narrow.status().contains('‹'), "{}", narrow.status());
            }
        }
    }
}

/// A card closes to where it was opened from, however many links were followed on it.
#[test]
fn a_card_closes_to_the_panel_it_was_opened_from() {
    for size in [(45, 12), SMALL, USUAL, LARGE] {
        for (keys, panel) in [
            ("Right Enter", Panel::Article),
            ("Right Enter Down Down Down Enter", Panel::Article),
            ("3 Down 1 Right s", Panel::Article),
            ("3 Down Enter", Panel::Timeline),
            ("5 Down Enter End Enter", Panel::Claims),
            ("Right Enter Backspace Right Enter", Panel::Article),
        ] {
            let mut screen = Screen::fixture(size, Language::En);
            screen.press(keys);
            let bookmark = screen.app().bookmark();
            screen.press(CLOSE);
            assert_eq!(screen.app().focus(), Focus::Panel(panel), "{size:?} {keys}");
            // And so where one left off.
            let mut later = Screen::fixture(size, Language::En);
            later.resume(&bookmark).press(CLOSE);
            assert_eq!(later.app().focus(), Focus::Panel(panel), "{size:?} {keys}");
        }
    }
    // Gone from one panel to another while the card was away, and back to the card.
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.press("Right Enter Esc 3 Down Backspace Backspace").press(CLOSE);
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
}
