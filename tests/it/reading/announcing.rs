//! Keys announce themselves: the first line offers what there is, a prefix lists what may follow, a key that is none is
//! answered, and the help is grouped and searched.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::input::action::{Action, Group, TABLE};
use fundstelle::input::key::Key;
use fundstelle::input::keymap::Keymap;
use fundstelle::load::Memory;
use fundstelle::look::panel::Focus;
use fundstelle::look::theme::Theme;

use crate::common::{Cells, Screen, USUAL};
use crate::reading::scripts::{
    ALL_ACTORS, ALL_EVENTS, ARTICLE, CARD, CLAIMS_LIST, CLOSE, COMPARE, DOWN, HALF_PAGE_DOWN, HALF_PAGE_UP,
    HELP, LANES, MAIN_ACTORS, MAIN_EVENTS, MAP, NEXT_CLAIM, ONLY_WORDS, OVERVIEW, PAGE_DOWN, PREFIX, SCORE,
    SEARCH, TO_FIRST, TOUR, TRANSLATION, letters,
};
use crate::reading::{LARGE, SMALL};

const SMALLEST: Cells = (40, 10);
const LANGUAGES: [Language; 2] = [Language::De, Language::En];

fn at(size: Cells) -> Screen {
    Screen::fixture(size, Language::En)
}

fn key_bar(screen: &Screen) -> String {
    screen.whole().rows.last().map(crate::common::Row::text).unwrap_or_default()
}

#[test]
fn the_first_line_offers_the_tour_and_going_to_anything() {
    for size in [SMALL, USUAL, LARGE] {
        let screen = at(size);
        let tour = format!("b the tour, {} stops", screen.app().stops());
        for offer in [&*tour, ": go to anything", "→ next name", "? help"] {
            assert!(screen.status().contains(offer), "{offer} at {size:?}: {}", screen.status());
        }
        let german = Screen::fixture(size, Language::De);
        let tour = format!("b Vortrag, {} Stationen", german.app().stops());
        assert!(
            german.status().contains(&tour) && german.status().contains(": gehe zu allem"),
            "{}",
            german.status()
        );
    }
    // Where there is little room the last offers are left out whole.
    for language in LANGUAGES {
        let status = Screen::fixture(SMALLEST, language).status();
        assert!(status.starts_with(" b ") && !status.contains('…'), "{status}");
    }
}

#[test]
fn a_tour_that_was_left_is_offered_until_something_else_is_selected() {
    let mut screen = at(SMALL);
    let offer = format!("b: resume the tour at stop 3 of {}", screen.app().stops());
    screen.press("b 3 Enter q");
    assert!(screen.status().contains(&offer), "{}", screen.status());
    // Other keys than those that select.
    screen.press("z z v");
    screen.press(ARTICLE).press(DOWN);
    assert!(screen.status().contains(&offer), "{}", screen.status());
    screen.press(NEXT_CLAIM);
    assert!(!screen.status().contains("resume the tour"), "{}", screen.status());
    // Of a tour that came to its end there is nothing to resume.
    screen.press("b End q").press(ARTICLE).press(DOWN);
    assert!(!screen.status().contains("resume the tour"), "{}", screen.status());
}

/// The views that have a key, each with what the frame says where it is shown.
const VIEWS: [(&str, &str); 10] = [
    (ONLY_WORDS, "1 Article"),
    (MAIN_ACTORS, " main of "),
    (ALL_ACTORS, " all "),
    (MAIN_EVENTS, " main of "),
    (ALL_EVENTS, " all "),
    (LANES, "lanes"),
    (OVERVIEW, "overview"),
    (CLAIMS_LIST, " claims · "),
    (COMPARE, "compare"),
    (SCORE, "score"),
];

#[test]
fn every_view_has_its_key_from_any_panel() {
    for there in ["1", "2", "3", "4", "5", "c Enter"] {
        for (keys, says) in VIEWS.into_iter().chain([(MAP, "map")]) {
            let mut screen = at(LARGE);
            screen.press(there).press(keys);
            let entry = TABLE.iter().find(|entry| entry.keys[0].to_string() == keys).expect("an action");
            let Action::ShowView(panel, _) = entry.action else { panic!("{} shows no view", entry.name) };
            assert_eq!(screen.app().focus(), Focus::Panel(panel), "{there} {keys}");
            let frames = screen
                .text()
                .lines()
                .filter(|line| line.contains(&format!("{} ", panel.number())))
                .collect::<String>();
            assert!(frames.contains(says), "{there} {keys}: {says}\n{}", screen.text());
        }
    }
}

#[test]
fn a_prefix_lists_what_may_follow_in_words_and_esc_takes_it_back() {
    for size in [SMALLEST, (60, 15), SMALL, USUAL, LARGE] {
        for language in LANGUAGES {
            let before = Screen::fixture(size, language);
            let mut screen = before.clone();
            screen.press(PREFIX);
            let following: Vec<(Key, Action)> = screen.app().keymap().following(Key::char(',')).collect();
            assert!(following.len() >= 11);
            // This article has no translation to show.
            let is_there = |action: &Action| action.entry().name != "view-translation";
            for (key, action) in following.into_iter().filter(|(_, action)| is_there(action)) {
                let listed = format!("{key} {}", action.entry().short.get(language));
                assert!(screen.text().contains(&listed), "{listed} at {size:?}:\n{}", screen.text());
            }
            let cancel = if language == Language::De { "Esc abbrechen" } else { "Esc cancel" };
            assert!(key_bar(&screen).contains(cancel), "{}", key_bar(&screen));
            screen.press(CLOSE);
            screen.whole().assert_same(&before.whole(), "after Esc");
        }
    }
}

#[test]
fn a_key_that_does_not_follow_says_so_and_does_not_do_what_it_does_by_itself() {
    for key in ["q", "x", "j", "/", "F5"] {
        let before = at(USUAL);
        let mut screen = before.clone();
        screen.press(PREFIX).press(key);
        assert!(
            screen.status().contains(&format!(", {key} is no key here, ? lists the keys")),
            "{}",
            screen.status()
        );
        assert!(screen.escaped().is_empty() && !screen.shows("Search") && !screen.app().is_tour_running());
        assert_eq!(screen.selection(), "");
        // The next key is one by itself again.
        screen.press(DOWN);
        assert_eq!(screen.status(), before.clone().press(DOWN).status());
    }
    // But the one that quits at once does.
    assert_eq!(at(USUAL).press(", Ctrl+c").escaped().len(), 1);
}

#[test]
fn pasted_text_is_not_what_follows() {
    let before = at(USUAL);
    let mut screen = before.clone();
    screen.press(PREFIX).paste("l");
    screen.whole().assert_same(&before.whole(), "after a paste");
    // In a line of text the prefix is a letter.
    screen.press(SEARCH).press(", l");
    assert!(screen.text().contains("/ ,l"), "{}", screen.text());
}

#[test]
fn a_view_that_is_not_there_or_has_no_room_says_why() {
    let mut screen = at(SMALL);
    screen.press(MAP);
    assert!(screen.status().contains("no room for the map"), "{}", screen.status());
    let mut screen = at(SMALLEST);
    screen.press(SCORE);
    let says = screen.status();
    assert!(
        says.contains("no room for the score") || screen.framed("5 Claims").text().contains('='),
        "{says}"
    );
    let files = Memory::default().with("a.txt", "Titel\nEin Satz.\n");
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    for (keys, why) in [
        (TRANSLATION, "The article has no translation."),
        (MAIN_ACTORS, "No actors yet"),
        (LANES, "No events yet"),
        (MAP, "A map needs levels of places with coordinates."),
        (SCORE, "No claims yet"),
    ] {
        let mut screen = Screen::open(&files, USUAL, options);
        screen.press(keys);
        assert!(screen.status().contains(why), "{keys}: {}", screen.status());
        // It is not offered either.
        let listed = screen.press(PREFIX).text();
        assert!(listed.contains("w words only") && !listed.contains("l lanes"), "{listed}");
    }
}

#[test]
fn a_key_that_is_none_is_answered() {
    for key in ["P", "F7", "€", "Ctrl+x", "Delete"] {
        let mut screen = at(SMALL);
        screen.press(key);
        let label = if key == "Delete" { "Del" } else { key };
        assert!(
            screen.status().contains(&format!("{label} is no key here, ? lists the keys")),
            "{}",
            screen.status()
        );
    }
    // By the keys in force.
    let mut screen = at(SMALL);
    let keys = [(Action::Help, vec![Key::char('P')])];
    screen.rebind(Keymap::default().with(&keys).expect("no conflict")).press("?");
    assert!(screen.status().contains("? is no key here, P lists the keys"), "{}", screen.status());
    // In the tour it is said in the last row.
    let mut screen = at(SMALL);
    screen.press(TOUR).press("P");
    assert!(
        screen.app().is_tour_running() && key_bar(&screen).contains("P is no key here"),
        "{}",
        key_bar(&screen)
    );
}

#[test]
fn a_letter_of_another_layout_names_the_key_that_was_meant_and_does_nothing() {
    for (letter, meant) in [("й", "q"), ("о", "j"), ("ξ", "j"), ("б", ",")] {
        let before = at(USUAL);
        let mut screen = before.clone();
        screen.press(letter);
        let says = format!("{letter}: another layout, you may mean {meant} · keys here are Latin letters");
        assert!(screen.status().contains(&says), "{}", screen.status());
        assert!(screen.escaped().is_empty() && screen.selection().is_empty());
        screen.press(DOWN);
        assert_eq!(screen.status(), before.clone().press(DOWN).status(), "it is no prefix either");
    }
    let mut screen = at(USUAL);
    screen.press("中");
    // It takes two cells.
    assert!(screen.status().contains("中 : another layout · keys here"), "{}", screen.status());
    // After a prefix too.
    screen.press(", ь");
    assert!(screen.status().contains("you may mean , m"), "{}", screen.status());
    // In a line of text it is a letter.
    assert!(screen.press(SEARCH).press("й").text().contains("/ й"), "{}", screen.text());
}

#[test]
fn a_number_in_the_tour_says_what_may_follow() {
    let mut screen = at(SMALL);
    screen.press(TOUR).press("3");
    let says = format!("To stop 3 of {} · Enter go there · Bksp erases", screen.app().stops());
    assert!(key_bar(&screen).contains(&says), "{}", key_bar(&screen));
}

/// All that the help says at this size, as one line.
fn help(screen: &mut Screen) -> String {
    screen.press(HELP);
    let mut all = String::new();
    for _ in 0..60 {
        let name = if screen.shows("Hilfe") { "Hilfe" } else { "Help" };
        let window = screen.framed(name);
        all += &window.prose();
        all.push(' ');
        if screen.press(PAGE_DOWN).framed(name) == window {
            return all;
        }
    }
    panic!("the help has no end:\n{}", screen.text());
}

#[test]
fn the_help_groups_keys_by_what_they_are_for() {
    for language in LANGUAGES {
        let all = help(&mut Screen::fixture(SMALL, language));
        let mut from = 0;
        for group in Group::ALL {
            let heading = group.name().get(language);
            let place =
                all[from..].find(heading).unwrap_or_else(|| panic!("{heading} after {from} in {all}"));
            from += place;
        }
    }
}

#[test]
fn the_help_is_searched_by_words() {
    for size in [SMALLEST, SMALL, USUAL] {
        let before = at(size);
        let mut screen = before.clone();
        screen.press(HELP);
        let whole = screen.clone();
        screen.press(SEARCH).press(&letters("page half"));
        let found = screen.framed("Help").text();
        assert!(found.contains("Search page half"), "{found}");
        assert!(found.contains("half a page up") && found.contains("half a page down"), "{found}");
        assert!(!found.contains("one page up") && !found.contains("next claim"), "{found}");
        // By a key, and by a group that has something.
        screen.press("Ctrl+u").press("Ctrl+w").press(&letters("ctrl+z"));
        let found = screen.framed("Help").text();
        assert!(found.contains("suspend until") && found.contains("Settings and program"), "{found}");
        assert!(!found.contains("Read and move"), "{found}");
        screen.press("Ctrl+u").press(&letters("zzz"));
        assert!(
            screen.framed("Help").prose().contains("No key and no sign with “zzz”."),
            "{}",
            screen.text()
        );
        screen.press(CLOSE);
        screen.whole().assert_same(&whole.whole(), "what is typed is cleared");
        screen.press(CLOSE);
        screen.whole().assert_same(&before.whole(), "the help is closed");
    }
}

/// Half a page leads less far than a whole one, and its opposite back.
#[test]
fn half_a_page_is_half_a_page_everywhere() {
    for there in ["2 , A", "3 , a", "5", "4", "1", "c Enter", "?", "5 v", "b 2 Enter v"] {
        let mut start = at(SMALL);
        start.press(there);
        if !there.starts_with('b') {
            start.press(TO_FIRST);
        }
        let text = |script: &str| start.clone().press(script).whole();
        let (half, page) = (text(HALF_PAGE_DOWN), text(PAGE_DOWN));
        assert!(half != start.whole(), "{there}: it moves\n{}", half.text());
        assert!(half != page, "{there}: it is less than a page\n{}", half.text());
        let back = start.clone().press(HALF_PAGE_DOWN).press(HALF_PAGE_UP).whole();
        // Not the way here, which is another.
        let rows = |grid: &crate::common::Grid| grid.rows[..grid.rows.len() - 2].to_vec();
        assert!(rows(&back) == rows(&start.whole()), "{there}:\n{}", back.text());
    }
    // In the tour it moves only in the details.
    let mut screen = at(SMALL);
    let before = screen.press("b 2 Enter").text();
    let first_rows = |text: &str| text.lines().take(20).collect::<Vec<_>>().join("\n");
    assert_eq!(first_rows(&screen.press(HALF_PAGE_DOWN).text()), first_rows(&before));
    // Where a line is typed one of them deletes it, as ever.
    screen.press("q").press(SEARCH).press("a b Ctrl+u");
    assert!(!screen.text().contains("/ ab"), "{}", screen.text());
    screen.press(CLOSE).press(CARD);
}
