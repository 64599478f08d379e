//! Entering a list: its row is selected if nothing else is, and no key is lost. Where something else is selected, that and
//! what it lights stay until the reader does something in the list.

use fundstelle::dossier::Kind;
use fundstelle::i18n::language::Language;
use fundstelle::look::panel::{Focus, Panel};
use fundstelle::protocol::effect::Effect;

use crate::common::{Cells, Screen, USUAL, assert_back, thing};
use crate::reading::scripts::{
    ACTORS, ARTICLE, BACK, CARD, CLAIMS, COPY, DOWN, LANES, MAP, NEXT_CLAIM, NEXT_PANEL, NEXT_PASSAGE,
    SOURCES, TIMELINE, TO_FIRST, TREND, WORDS,
};
use crate::reading::{LARGE, SMALL};

const SIZES: [Cells; 4] = [(40, 10), SMALL, USUAL, LARGE];

fn at(size: Cells) -> Screen {
    Screen::fixture(size, Language::En)
}

/// The things of a list from its first on.
fn listed(panel: &str, size: Cells) -> Vec<String> {
    let mut screen = at(size);
    screen.press(panel).press(TO_FIRST);
    let mut all = vec![screen.selection()];
    loop {
        screen.press(DOWN);
        if all.last() == Some(&screen.selection()) {
            return all;
        }
        all.push(screen.selection());
    }
}

#[test]
fn the_first_row_is_selected_and_no_step_is_lost() {
    for size in SIZES {
        for panel in [ACTORS, TIMELINE, TREND, CLAIMS] {
            let all = listed(panel, size);
            let mut screen = at(size);
            screen.press(panel);
            assert_eq!(screen.selection(), all[0], "{panel} at {size:?}\n{}", screen.text());
            assert!(screen.text().contains('▶'), "{}", screen.text());
            for step in 1..4 {
                screen.press("j");
                assert_eq!(screen.selection(), all[step.min(all.len() - 1)], "{panel} at {size:?}");
            }
        }
        let mut screen = at(size);
        screen.press(NEXT_PANEL);
        assert_eq!(screen.selection(), listed(ACTORS, size)[0], "by Tab too");
    }
}

#[test]
fn every_key_for_a_thing_is_for_that_row() {
    let first = &listed(ACTORS, USUAL)[0];
    let name = "Talland";
    assert_eq!(first, "actor:talland");
    let mut card = at(USUAL);
    card.press(ACTORS).press(CARD);
    assert!(card.framed("Actor").text().contains(name), "{}", card.text());
    let mut copied = at(USUAL);
    copied.press(ACTORS).press(COPY);
    assert!(
        matches!(copied.escaped(), [Effect::Copy { what, .. }] if what.contains(name)),
        "{:?}",
        copied.escaped()
    );
    let mut words = at(USUAL);
    words.press(ACTORS).press(WORDS);
    assert_eq!(words.app().focus(), Focus::Panel(Panel::Article));
    assert!(!words.framed("1 Article").words('R').is_empty(), "{}", words.text());
    let mut passage = at(USUAL);
    passage.press(ACTORS).press(NEXT_PASSAGE);
    assert!(passage.status().contains("Passage 1/"), "{}", passage.status());
    let mut sources = at(USUAL);
    sources.press(CLAIMS).press(SOURCES);
    assert_eq!(sources.selection(), listed(CLAIMS, USUAL)[0]);
    assert!(!sources.status().contains("Nothing selected"), "{}", sources.status());
}

#[test]
fn pictures_select_too() {
    for keys in [MAP, LANES, "5 v v"] {
        let mut screen = at(LARGE);
        screen.press(keys);
        assert_ne!(screen.selection(), "", "{keys}\n{}", screen.text());
        assert!(!screen.status().contains("Nothing selected"), "{}", screen.status());
        // And the first step moves.
        let before = screen.selection();
        screen.press("Right");
        assert!(screen.selection() != before || keys == MAP, "{keys}");
    }
}

/// The events that are listed, in order, with the row that the cursor is on.
fn cursor_row(screen: &Screen) -> usize {
    let rows = screen.framed("3 Timeline").rows;
    rows.iter().position(|row| row.text().starts_with(['▷', '▶'])).expect("a cursor")
}

#[test]
fn what_is_selected_elsewhere_stays_lit_until_the_first_step_which_moves() {
    let mut screen = at(LARGE);
    screen.press(ACTORS).select("actor:wellgard");
    let lit = screen.lit();
    screen.press(TIMELINE);
    assert_eq!(screen.selection(), "actor:wellgard", "the selection is kept");
    let row = screen.framed("3 Timeline").rows[cursor_row(&screen)].text();
    assert!(row.starts_with('▷') && row.ends_with('◀'), "the cursor is on the first linked event: {row}");
    let events = listed(TIMELINE, LARGE);
    let first = events.iter().position(|event| lit.has(&thing(event))).expect("a linked event");
    // Keys for a thing are for that row, which is selected then.
    for (key, does) in
        [(COPY, "copy"), (WORDS, "words"), (SOURCES, "sources"), (NEXT_PASSAGE, "passage"), (CARD, "card")]
    {
        let mut screen = screen.clone();
        screen.press(key);
        assert_eq!(screen.selection(), events[first], "{does}\n{}", screen.text());
    }
    screen.press("j");
    assert_eq!(screen.selection(), events[first + 1], "the first step moves");
    // Where the list has the selection, the cursor goes to it.
    screen.press(ARTICLE).press(TIMELINE);
    assert_eq!(screen.selection(), events[first + 1]);
    assert!(screen.framed("3 Timeline").rows[cursor_row(&screen)].text().starts_with('▶'));
    screen.press("j");
    assert_eq!(screen.selection(), events[first + 2]);
}

/// What is selected while a list has the focus is what the next key is for, not the row where its cursor was left.
#[test]
fn what_is_selected_after_entering_comes_first() {
    let mut screen = at(LARGE);
    screen.press(ACTORS).press(NEXT_CLAIM);
    let claim = screen.selection();
    assert_eq!(thing(&claim).kind, Kind::Claim);
    screen.press(COPY);
    assert_eq!(screen.selection(), claim);
    screen.press(WORDS);
    assert_eq!(screen.selection(), claim);
}

#[test]
fn back_leads_to_where_nothing_was_selected() {
    for size in SIZES {
        for panel in [ACTORS, TIMELINE, TREND, CLAIMS] {
            let mut before = at(size);
            before.press(DOWN).press(DOWN);
            let mut screen = before.clone();
            screen.press(panel).press(DOWN).press(DOWN);
            // Steps in one list are one step back.
            screen.press(BACK);
            assert_back(&screen, &before);
        }
    }
}
