//! Go to anything by its name: what is found, in which order, and where Enter leads.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::panel::{Focus, Panel};

use crate::common::{Grid, Screen, USUAL, assert_back};
use crate::reading::scripts::{ACTORS, BACK, CARD, CLOSE, DOWN, PAGE_DOWN, PALETTE, UP, letters};
use crate::reading::{LARGE, SMALL};

fn typed(words: &str, language: Language) -> Screen {
    let mut screen = Screen::fixture(USUAL, language);
    screen.press(PALETTE).press(&letters(words));
    screen
}

fn found(screen: &Screen) -> Grid {
    screen.framed(if screen.shows("Go to") { "Go to" } else { "Gehe zu" })
}

/// The current row, its kind first.
fn current(screen: &Screen) -> String {
    let row = found(screen).row_with("▶").text();
    let words = row.trim_matches(|c| " ▶▏┊?=~≠+!".contains(c)).split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn an_actor_is_found_by_some_letters_and_its_card_opens() {
    let before = Screen::fixture(USUAL, Language::En);
    let mut screen = typed("wellgar", Language::En);
    assert_eq!(current(&screen), "actor Wellgard");
    let row = found(&screen).row_with("▶");
    assert_eq!(row.weight_of("Wellgard"), 'R');
    screen.press(CARD);
    assert_eq!((screen.selection().as_str(), screen.app().focus()), ("actor:wellgard", Focus::Card));
    assert!(!screen.shows("Go to"));
    assert_back(screen.press(BACK), &before);
}

#[test]
fn the_letters_that_were_found_stand_out() {
    let mut screen = typed("quazon", Language::En);
    assert_eq!(current(&screen), "actor Quarzon");
    screen.press(DOWN);
    let rows = found(&screen);
    let row = &rows.rows[1];
    assert!(row.text().contains("actor     Quarzon"), "{}", row.text());
    assert_eq!(row.weights().matches('L').count(), 6, "{}", row.weights());
    assert_eq!((row.weight_of("Qua"), row.weight_of("actor")), ('L', '.'));
}

/// Views are named in words, and by the names that stops of the tour call them by.
#[test]
fn every_view_is_found_by_its_name_and_shown() {
    let before = Screen::fixture(USUAL, Language::En);
    for (words, row, panel, in_frame) in [
        ("claims compare", "view Claims: compare", Panel::Claims, Some("compare")),
        ("claims score", "view Claims: score", Panel::Claims, Some("score")),
        ("timeline: all", "view Timeline: all", Panel::Timeline, None),
        ("timeline lanes", "view Timeline: lanes", Panel::Timeline, Some("lanes")),
        ("trend: overview", "view Trend: overview", Panel::Trend, Some("overview")),
    ] {
        let mut screen = typed(words, Language::En);
        assert!(current(&screen).starts_with(row), "{words}: {}", current(&screen));
        screen.press(CARD);
        assert_eq!(screen.app().focus(), Focus::Panel(panel), "{words}");
        if let Some(badge) = in_frame {
            assert!(screen.shows(badge), "{badge}: {}", screen.text());
        }
        assert_back(screen.press(BACK), &before);
    }
}

#[test]
fn a_command_is_found_by_its_line_of_help_and_run() {
    let mut screen = typed("claims and gaps", Language::En);
    assert_eq!(current(&screen), "command Go to claims and gaps 5");
    screen.press(CARD);
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Claims));
    assert!(screen.shows("5 Claims") || screen.text().contains("[5 Claims]"));
}

#[test]
fn leaving_the_program_is_a_command_too() {
    let mut screen = typed("beenden", Language::De);
    assert_eq!(current(&screen), "Befehl Beenden Strg+c");
    screen.press(CARD);
    assert_eq!(screen.escaped(), [fundstelle::protocol::effect::Effect::Quit]);
}

#[test]
fn a_source_is_found_by_outlet_kind_and_title() {
    let mut screen = typed("source notice", Language::En);
    assert!(current(&screen).starts_with("source Quarzon, 31 Aug 2022: Notice"), "{}", screen.text());
    screen.press(CARD);
    assert!(screen.selection().starts_with("source:"), "{}", screen.selection());
    assert!(screen.shows("Source"));
}

#[test]
fn every_kind_of_thing_can_be_gone_to() {
    for (words, kind) in [
        ("actor talland", "actor:"),
        ("event 2025", "event:"),
        ("claim module", "claim:"),
        ("gap modules", "gap:"),
        ("relation", "relation:"),
        ("series", "series:"),
        ("place luhort", "place:"),
        ("source drahtdienst", "source:"),
    ] {
        let mut screen = typed(words, Language::En);
        screen.press(CARD);
        assert!(screen.selection().starts_with(kind), "{words}: {}", screen.selection());
    }
}

#[test]
fn letters_without_their_marks_find_those_with_them() {
    for words in ["südufer", "sudufer", "suedufer", "SÜDUFER", "su\u{308}dufer"] {
        let mut screen = Screen::fixture(USUAL, Language::De);
        screen.press(PALETTE).paste(words);
        assert_eq!(current(&screen), "Akteur Südufer", "{words}");
    }
    for words in ["Außenwirtschaft massnahme", "massnahme", "maßnahme"] {
        let dossier = "format = 1\nid = \"a\"\n[article]\nfile = \"a.txt\"\nlanguage = \"de\"\n\
                       [[actor]]\nid = \"m\"\nkind = \"group\"\nname = \"Maßnahmen der Außenwirtschaft\"\n";
        let files = Memory::default().with("dossier.toml", dossier).with("a.txt", "Titel\nSatz.\n");
        let options = Options { language: Language::De, ..Options::default() };
        let mut screen = Screen::open(&files, USUAL, options);
        screen.press(PALETTE).paste(words);
        assert_eq!(current(&screen), "Akteur Maßnahmen der Außenwirtschaft", "{words}");
    }
}

#[test]
fn another_name_finds_it_and_says_so() {
    let mut screen = typed("pendelo-mutter", Language::De);
    assert_eq!(current(&screen), "Akteur Wellgard Pendelo-Mutter");
    screen.press(CLOSE).press(PALETTE).press(&letters("pendelo"));
    assert_eq!(current(&screen), "Akteur Pendelo", "its own name goes before another's other name");
}

#[test]
fn with_nothing_typed_where_one_went_last_stands_first() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.press(PALETTE);
    assert!(found(&screen).text().matches("command").count() > 10, "{}", screen.text());
    assert!(found(&screen).prose().contains("name of an actor, event"));
    screen.press(CLOSE).press(ACTORS).press(CARD);
    let opened = screen.selection();
    assert_eq!(opened, "actor:talland");
    screen.press(PALETTE).press(&letters("underlined names")).press(CARD);
    screen.press(PALETTE);
    let rows = found(&screen);
    assert_eq!(rows.place_of("Underlined names: main ones"), Some(1), "{}", screen.text());
    assert_eq!(rows.place_of("actor     Talland"), Some(2), "{}", screen.text());
}

#[test]
fn where_one_went_goes_before_what_fits_as_well() {
    let first = |screen: &Screen| current(screen).chars().take(20).collect::<String>();
    let mut screen = typed("event abendkurier", Language::En);
    let best = first(&screen);
    screen.press(DOWN).press(DOWN);
    let other = first(&screen);
    assert_ne!(best, other);
    screen.press(CARD).press(PALETTE).press(&letters("event abendkurier"));
    assert_eq!(first(&screen), other);
}

#[test]
fn no_match_says_so_and_enter_does_nothing() {
    let mut screen = typed("xyzzy", Language::En);
    assert!(found(&screen).prose().contains("Nothing is called “xyzzy”."), "{}", screen.text());
    assert!(screen.text().contains("0 of "), "{}", screen.text());
    let before = screen.whole();
    screen.press(CARD).press(DOWN).press(PAGE_DOWN).press(UP);
    screen.whole().assert_same(&before, "after keys that have nothing to go to");
}

#[test]
fn esc_leaves_everything_as_it_was() {
    for size in [SMALL, USUAL, LARGE] {
        for place in ["1", "2 j j", "3 j", "4", "4 v", "5 j", "2 j Enter j", "2 j z"] {
            let mut before = Screen::fixture(size, Language::En);
            before.press(place);
            let mut screen = before.clone();
            screen
                .press(PALETTE)
                .press(&letters("module"))
                .press("Down PageDown Up Ctrl+n Ctrl+p Left Backspace");
            assert!(screen.shows("Go to"));
            screen.press(CLOSE);
            screen.whole().assert_same(&before.whole(), place);
            assert_eq!(screen.selection(), before.selection());
        }
    }
}

/// Down to the last of all and back: the current row is always in sight, and the status line has its whole name.
#[test]
fn the_current_row_is_always_in_sight_and_whole() {
    let mut screen = Screen::fixture(SMALL, Language::En);
    screen.press(PALETTE);
    let first = current(&screen);
    let mut last = String::new();
    for _ in 0..500 {
        if current(&screen) == last {
            break;
        }
        last = current(&screen);
        let status = screen.status();
        let name: String = status.trim().chars().take(10).collect();
        assert!(last.contains(&name), "{last}: {status}");
        screen.press(PAGE_DOWN);
    }
    assert!(last.starts_with("source"), "{last}");
    screen.resize(USUAL).resize((70, 20));
    assert_eq!(
        current(&screen).chars().take(9).collect::<String>(),
        last.chars().take(9).collect::<String>()
    );
    for _ in 0..60 {
        screen.press("PageUp");
    }
    assert_eq!(current(&screen), first);
}
