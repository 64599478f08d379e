//! What lies over the panels, and what is in force below it, at once: search, filter, go-to, help, colours, language
//! and other sizes.

use fundstelle::i18n::language::Language;
use fundstelle::look::panel::{Focus, Panel};

use crate::common::{Screen, USUAL, assert_back};
use crate::reading::scripts::{
    ACTORS, CARD, CLAIMS, CLOSE, DOWN, FILTER, LANGUAGE, NEXT_PASSAGE, NOTHING, PALETTE, PREVIOUS_PASSAGE,
    SEARCH, THEME, TIMELINE, letters,
};
use crate::reading::{LARGE, SIZES, SMALL};

/// One of each, with something chosen or typed in it.
const OPEN: [&str; 6] =
    ["?", ": m o d u l Down", "/ m o d u l Down", "/ m o d u l Tab Down", "3 f Down Space", "1 f Down"];

fn at(size: (u16, u16), script: &str) -> Screen {
    let mut screen = Screen::fixture(size, Language::En);
    screen.press(script);
    screen
}

/// Types this into go-to, and goes there.
fn go_to(screen: &mut Screen, words: &str) {
    screen.press(PALETTE).press(&letters(words)).press(CARD);
}

#[test]
fn a_search_finds_what_a_filter_hides_and_the_list_says_where_it_is() {
    let mut screen = at(LARGE, "3 f Down Down Down Space Esc");
    let timeline = screen.framed("3 Timeline").text();
    assert!(timeline.contains("TL") && !timeline.contains("UP "), "{timeline}");
    screen.press(SEARCH).press(&letters("M20 now needs"));
    assert!(screen.framed("Search").text().contains("M20 now needs"), "{}", screen.text());
    screen.press(CARD);
    assert_eq!(screen.selection(), "event:m20-licence");
    assert!(screen.shows("Event"), "{}", screen.text());
    // The filter is lifted only after the card is closed.
    screen.press(CLOSE);
    assert!(!screen.shows("Event"));
    let timeline = screen.framed("3 Timeline").text();
    assert!(timeline.contains("selection hidden by the filter"), "{timeline}");
    screen.press(TIMELINE).press(CLOSE);
    assert!(
        screen.framed("3 Timeline").row_with("M20 now needs").text().starts_with('▶'),
        "{}",
        screen.text()
    );
}

/// Card, search, filter: what was asked for last is the first to go, but for the card, which lies on top.
#[test]
fn esc_closes_the_card_then_the_search_then_the_filter() {
    let mut screen = at(USUAL, "2 f Down Down Space Esc");
    let filtered = screen.clone();
    screen.press(SEARCH).press(&letters("modul")).press(CARD);
    let searched = screen.clone();
    assert!(screen.status().contains("/modul · hit"), "{}", screen.status());
    go_to(&mut screen, "quarzon");
    assert!(screen.shows("Actor") && screen.selection() == "actor:quarzon", "{}", screen.text());
    // Going elsewhere does not end the search.
    assert!(screen.status().contains("/modul · hit"), "{}", screen.status());
    screen.press(CLOSE);
    assert!(!screen.shows("Actor") && screen.status().contains("/modul · hit"), "{}", screen.status());
    screen.press(CLOSE);
    assert!(!screen.status().contains("/modul"), "{}", screen.status());
    assert!(screen.framed("1 Article").words('R').is_empty(), "{}", screen.text());
    assert!(screen.text().contains(" of 33: "), "the filter stands:\n{}", screen.text());
    screen.press(ACTORS).press(CLOSE);
    assert!(!screen.text().contains(" of 33: "), "{}", screen.text());
    // With nothing of the kind on top, the same key gives up the search at once.
    let mut screen = searched;
    screen.press(CLOSE);
    assert_eq!(screen.text().matches(" of 33: ").count(), filtered.text().matches(" of 33: ").count());
    assert!(!screen.status().contains("/modul"));
}

#[test]
fn n_goes_to_hits_while_a_search_is_in_force_and_to_the_selection_after_it() {
    for size in [SMALL, USUAL, LARGE] {
        let mut screen = at(size, ACTORS);
        screen.select("actor:quarzon");
        let passages: Vec<_> = screen.lit().passages.iter().map(|passage| passage.range.clone()).collect();
        screen.press(SEARCH).press(&letters("modul")).press(CARD);
        assert_eq!(screen.selection(), "actor:quarzon", "a search selects nothing");
        screen.press(NEXT_PASSAGE).press(NEXT_PASSAGE).press(PREVIOUS_PASSAGE);
        assert!(screen.status().contains("/modul · hit 2/4"), "{}", screen.status());
        // What the selection lights stays lit beside the hits.
        screen.press(CLOSE).press(NEXT_PASSAGE);
        assert!(screen.status().contains(&format!("1/{}", passages.len())), "{}", screen.status());
        assert_eq!(screen.framed("1 Article").words('R'), ["Quarzon"], "{}", screen.text());
    }
}

#[test]
fn colours_and_language_change_below_a_chooser_that_stays() {
    for size in [SMALL, USUAL, (40, 10)] {
        let mut screen = at(size, "3 f Down Space");
        screen.press(THEME);
        assert!(screen.shows("Filter: Timeline"), "{}", screen.text());
        assert!(screen.status().contains("Colours: "), "{}", screen.status());
        screen.press(LANGUAGE);
        let chooser = screen.framed("Filter: Zeitleiste");
        assert!(chooser.row_with("[x] übrige").text().starts_with('▶'), "{}", screen.text());
        // Its next key does what it did.
        screen.press("Space");
        assert!(screen.text().contains("[ ] übrige"), "{}", screen.text());
    }
}

/// In a line of text they are letters; the status line names the search in the new language, at the same hit.
#[test]
fn a_search_is_shown_in_another_language_with_the_same_hit() {
    let mut screen = at(USUAL, "/ d t");
    assert!(screen.framed("Search").text().contains("/ dt"), "{}", screen.text());
    screen.press("Ctrl+u").press(&letters("modul")).press(DOWN).press(CARD);
    let before = screen.framed("1 Article");
    // A key that asks for nothing ends the word about the language.
    screen.press(LANGUAGE).press(NOTHING);
    assert!(screen.status().contains("/modul · Treffer 2/4"), "{}", screen.status());
    screen.framed("1 Artikel").assert_same(&before, "the hits");
}

#[test]
fn go_to_opens_what_a_key_opens() {
    for (words, name) in
        [("search the article", "Search"), ("filter the panel", "Filter: Timeline"), ("this help", "Help")]
    {
        let mut screen = at(USUAL, TIMELINE);
        let before = screen.clone();
        go_to(&mut screen, words);
        assert!(screen.shows(name) && !screen.shows("Go to"), "{words}\n{}", screen.text());
        screen.press(CLOSE);
        assert_back(&screen, &before);
        assert_eq!(screen.app().focus(), Focus::Panel(Panel::Timeline));
    }
}

/// What is framed as topmost, and its current row, if it has one.
fn current(screen: &Screen) -> (&'static str, Option<String>) {
    let names = ["Help", "Go to", "Search", "Filter: Timeline", "Filter: Claims", "Filter: Actors"];
    let name = names.into_iter().find(|name| screen.shows(name));
    let name = name.unwrap_or_else(|| panic!("nothing is open\n{}", screen.text()));
    let rows = screen.framed(name).rows;
    (name, rows.iter().map(crate::common::Row::text).find(|row| row.starts_with('▶')))
}

#[test]
fn what_is_open_stays_open_at_any_size_with_the_same_row_current() {
    for script in OPEN {
        for size in [SMALL, USUAL, LARGE, (40, 10)] {
            let before = at(size, script);
            for other in SIZES {
                let mut screen = before.clone();
                let (name, row) = current(screen.resize(other));
                let (name_before, row_before) = current(&before);
                assert_eq!(
                    (name, row.is_some()),
                    (name_before, row_before.is_some()),
                    "{script} at {other:?}"
                );
                assert_eq!(current(screen.resize(size)), current(&before), "{script:?} by {other:?}");
            }
            // A screen too small to show anything forgets nothing.
            for other in [(30, 8), (1, 1)] {
                let mut screen = before.clone();
                screen.resize(other).resize(size);
                screen.whole().assert_same(&before.whole(), &format!("{script:?} by {other:?}"));
            }
        }
    }
}

#[test]
fn a_chooser_says_that_there_are_lines_out_of_sight() {
    for size in [SMALL, (40, 10), (45, 12)] {
        let mut screen = at(size, "3 f");
        let ends = |screen: &Screen| {
            let rows = screen.framed("Filter: Timeline").rows;
            [rows.first(), rows.last()].map(|row| row.is_some_and(|row| row.text().ends_with(['↑', '↓'])))
        };
        assert_eq!(ends(&screen), [false, true], "{size:?}\n{}", screen.text());
        assert_eq!(ends(screen.press("PageDown")), [true, true], "{size:?}\n{}", screen.text());
        assert_eq!(ends(screen.press("End")), [true, false], "{size:?}\n{}", screen.text());
    }
    assert!(!at(LARGE, "3 f").framed("Filter: Timeline").text().contains(['↑', '↓']));
}

/// A chooser keeps its rows while fewer and fewer things pass.
#[test]
fn a_chooser_does_not_shrink_with_its_list() {
    for size in SIZES {
        let mut screen = at(size, TIMELINE);
        screen.press(FILTER);
        let rows = screen.framed("Filter: Timeline").rows.len();
        for _ in 0..6 {
            screen.press(DOWN).press("Space");
            assert_eq!(screen.framed("Filter: Timeline").rows.len(), rows, "{size:?}\n{}", screen.text());
        }
    }
}

#[test]
fn what_is_filtered_is_said_at_any_size() {
    for size in SIZES {
        let mut screen = at(size, CLAIMS);
        screen.press(FILTER).press("Space").press(CLOSE);
        let text = screen.text();
        assert!(text.contains("filtered") || text.contains(" of 32: "), "{size:?}\n{text}");
    }
}
