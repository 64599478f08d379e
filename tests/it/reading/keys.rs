//! Other keys for the actions: all that names a key or obeys one goes by the keymap in force.

use fundstelle::app::Message;
use fundstelle::i18n::language::Language;
use fundstelle::input::action::{Action, TABLE};
use fundstelle::input::key::{Code, Key};
use fundstelle::input::keymap::Keymap;
use fundstelle::look::panel::Panel;

use crate::common::{Screen, USUAL};

/// The next claim by `X`, the help by F2, the tour by `R`, the list of everything by `;`; the rest as usual.
fn rebound() -> Screen {
    let keys = [
        (Action::NextClaim, vec![Key::char('X')]),
        (Action::Help, vec![Key::plain(Code::F(2)), Key::char('?')]),
        (Action::Tour, vec![Key::char('R')]),
        (Action::Palette, vec![Key::char(';')]),
        (Action::Redraw, vec![Key::ctrl('t')]),
        (Action::Exit, vec![Key::ctrl('e')]),
    ];
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.rebind(Keymap::default().with(&keys).expect("no conflict"));
    screen
}

/// What [`Action::entry`] promises.
#[test]
fn every_action_has_a_row_in_the_table() {
    let source = syn::parse_file(include_str!("../../../src/input/action.rs")).expect("it compiles");
    let is_action = |item| match item {
        syn::Item::Enum(item) if item.ident == "Action" => Some(item),
        _ => None,
    };
    let action = source.items.into_iter().find_map(is_action).expect("an enum of this name");
    assert!(action.variants.len() > 40);
    for variant in action.variants {
        let name = variant.ident.to_string();
        let rows = TABLE.iter().map(|entry| format!("{:?}", entry.action));
        assert!(rows.filter(|row| row.split('(').next() == Some(&name)).count() > 0, "{name}");
    }
    for panel in Panel::ALL {
        assert!(TABLE.iter().any(|entry| entry.action == Action::Focus(panel)), "{panel:?}");
    }
}

fn key_bar(screen: &Screen) -> String {
    screen.whole().rows.last().map(crate::common::Row::text).unwrap_or_default()
}

#[test]
fn other_keys_are_obeyed_and_the_usual_ones_no_longer() {
    let mut screen = rebound();
    screen.press("c b : F1");
    assert_eq!(screen.selection(), "");
    assert!(screen.shows("2 Actors"), "nothing lies over the panels");
    screen.press("X");
    assert!(screen.selection().starts_with("claim:"), "{}", screen.selection());
    screen.press("F2");
    assert!(screen.shows("Help"));
    screen.press("? ;");
    assert!(screen.shows("Go to"), "{}", screen.text());
    screen.press("Esc R");
    assert!(screen.app().is_tour_running());
    screen.press("Ctrl+c .");
    assert!(screen.escaped().is_empty());
    // A black screen ends with any key, and the program with the one that ends it.
    screen.press("Ctrl+e");
    assert_eq!(screen.escaped().len(), 1);
}

#[test]
fn whatever_names_a_key_names_the_one_in_force() {
    let mut screen = rebound();
    assert!(screen.status().contains("X next claim"), "the welcome: {}", screen.status());
    assert!(screen.status().contains("F2 help"), "the welcome: {}", screen.status());
    let bar = key_bar(&screen);
    assert!(bar.contains("X claim") && bar.contains("F2 help") && bar.contains("; go to"), "{bar}");
    screen.press("w");
    assert!(screen.status().contains("X the next claim"), "what to press instead: {}", screen.status());
    screen.press("F2");
    let help = screen.text() + &screen.press("PageDown").text() + &screen.press("End").text();
    for line in [
        "X                next claim or gap",
        "F2  ?            this help",
        "R                begin or resume",
    ] {
        assert!(help.contains(line), "{line:?} is not in\n{help}");
    }
    assert!(!help.contains("b  F5"), "{help}");
    screen.press("Esc ; n e x t Space c l a i m");
    assert!(
        screen.framed("Go to").row_with("Next claim or gap").text().trim_end().ends_with(" X"),
        "{}",
        screen.text()
    );
}

fn with(keys: &[(Action, Vec<Key>)]) -> Screen {
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.rebind(Keymap::default().with(keys).expect("no conflict"));
    screen
}

/// A line sent at once ends with Enter, which takes what was found by whatever key that is done otherwise.
#[test]
fn a_line_that_is_sent_is_taken_by_any_key_for_the_card() {
    let mut screen = with(&[(Action::Card, vec![Key::char('U')])]);
    let line = Message::Line { opener: Key::char('/'), text: "talland".to_owned(), enter: true };
    screen.send(line).settle();
    assert!(!screen.shows("Search"), "{}", screen.text());
    assert!(screen.status().contains("/talland"), "{}", screen.status());
}

/// The tour's shown key makes the screen black; another of its keys, which clickers send, does not.
#[test]
fn the_tour_goes_by_the_keys_in_force() {
    for (keys, black, ignored) in [
        (vec![Key::char('R')], "R", None),
        (vec![Key::plain(Code::F(5))], "F5", None),
        (vec![Key::char('R'), Key::plain(Code::F(6))], "R", Some("F6")),
    ] {
        let mut screen = with(&[(Action::Tour, keys), (Action::Quit, vec![Key::char('Q')])]);
        screen.press(black);
        assert!(screen.app().is_tour_running());
        // Which keys give the tour is said until the next key; Esc does nothing in it.
        let before = screen.press("Esc").text();
        if let Some(ignored) = ignored {
            screen.press(ignored);
            assert_eq!(screen.text(), before);
        }
        screen.press(black);
        assert_eq!(screen.text().trim(), "", "black");
        screen.press("x Q");
        assert!(!screen.app().is_tour_running());
    }
}

/// In the tour too: what it says of keys, its help, and the question before the program is left.
#[test]
fn the_tour_names_the_keys_in_force() {
    let mut screen = with(&[
        (Action::View, vec![Key::char('V')]),
        (Action::Mark, vec![Key::char('v')]),
        (Action::Stops, vec![Key::char('I')]),
        (Action::Quit, vec![Key::char('Q')]),
        (Action::Search, vec![Key::char(';')]),
        (Action::Close, vec![Key::plain(Code::F(9))]),
    ]);
    screen.press("b z");
    assert!(key_bar(&screen).contains("V details · I stops · Q read"), "{}", key_bar(&screen));
    let help = screen.press("?").framed("Help").prose();
    for words in [
        "V details of the stop",
        "V or F9 closes them",
        "I index of the stops",
        "; : search",
        "F9 never leaves",
    ] {
        assert!(help.contains(words), "{words}:\n{help}");
    }
    screen.press("F9 V");
    assert!(key_bar(&screen).contains("V slide") && screen.app().shows_details(), "{}", key_bar(&screen));
    screen.press("F9 ; a F9");
    assert!(screen.app().is_tour_running() && !screen.app().shows_details(), "a detour");
    screen.press("Q Q");
    assert!(screen.status().contains("Q again quits the program"), "{}", screen.status());
    assert!(screen.escaped().is_empty());
    assert_eq!(screen.press("Q").escaped().len(), 1);
}

/// The space bar ticks a box only where the reader has given it no other action.
#[test]
fn space_in_the_filter_goes_by_the_keys_in_force() {
    let before = with(&[]).press("3 f").text().matches("[x]").count();
    let mut usual = with(&[]);
    assert_ne!(usual.press("3 f Space").text().matches("[x]").count(), before);
    let mut other =
        with(&[(Action::PageDown, vec![Key::plain(Code::PageDown)]), (Action::Theme, vec![Key::char(' ')])]);
    assert_eq!(other.press("3 f Space").text().matches("[x]").count(), before);
}

/// Also the keys within a line of help.
#[test]
fn a_line_of_help_names_the_keys_in_force() {
    let mut screen = with(&[
        (Action::PreviousPassage, vec![Key::char('P')]),
        (Action::Quit, vec![Key::char('Q')]),
        (Action::Tour, vec![Key::char('R')]),
        (Action::Card, vec![Key::char('U')]),
    ]);
    let help = screen.press("? End").framed("Help").prose();
    assert!(help.contains("a number and U, P for notes, Q to read"), "{help}");
    assert!(help.contains("black and back (also R)"), "{help}");
    assert!(!help.contains('{'), "{help}");
}

#[test]
fn a_line_of_text_can_be_ended_and_given_up_whatever_is_bound_to_what() {
    let changes = [(Action::Close, vec![Key::char('U')]), (Action::Card, vec![Key::char('X')])];
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.rebind(Keymap::default().with(&changes).expect("no conflict"));
    screen.press("/ t a l l");
    assert!(screen.shows("Search"));
    screen.press("Esc");
    assert!(!screen.shows("Search"), "{}", screen.text());
    screen.press(": t a l l a n d Enter");
    assert_eq!(screen.selection(), "actor:talland");
}
