//! Looking for words: while one types, and with the search in force.

use fundstelle::app::{Message, Options};
use fundstelle::i18n::language::Language;
use fundstelle::input::key::Key;
use fundstelle::load::Memory;
use fundstelle::look::panel::{Focus, Panel};
use fundstelle::look::theme::{Role, Theme};

use crate::common::{Cells, Grid, Screen, USUAL, assert_back};
use crate::reading::scripts::{
    ACTORS, ARTICLE, BACK, CARD, CLOSE, DOWN, NEXT_PANEL, NEXT_PASSAGE, PAGE_DOWN, PREVIOUS_PANEL,
    PREVIOUS_PASSAGE, SEARCH, TO_LAST, UP, WHOLE, letters,
};
use crate::reading::{LARGE, SMALL};

const SIZES: [Cells; 4] = [SMALL, USUAL, (160, 30), LARGE];

fn searched(size: Cells, words: &str) -> Screen {
    let mut screen = Screen::fixture(size, Language::En);
    screen.press(SEARCH).press(&letters(words));
    screen
}

/// The words of the article that are marked as found.
fn marked(screen: &Screen) -> Vec<String> {
    screen.framed("1 Article").words('R')
}

/// The line of the article that the search stands at.
fn current_line(article: &Grid) -> Option<usize> {
    article.rows.iter().position(|row| row.text().chars().nth(2) == Some('▶'))
}

#[test]
fn what_is_typed_is_looked_for_at_once_and_the_article_stays_in_sight() {
    for size in SIZES {
        let mut screen = searched(size, "modul");
        assert!(marked(&screen).contains(&"Modul".to_owned()), "{size:?}\n{}", screen.text());
        screen.press("e");
        let article = screen.framed("1 Article");
        assert!(article.words('R').iter().all(|words| words == "Module"), "{:?}", article.words('R'));
        assert!(article.rows[current_line(&article).expect("a current hit")].text().contains("Module"));
        let found = screen.framed("Search");
        assert!(found.text().contains("Article 4") && found.text().contains("Actors 12"), "{}", found.text());
        assert_eq!(found.rows[2].weight_of("Quarzon-Module"), 'R', "the first hit is the current one");
        assert!(screen.status().contains("hit 1/4"), "{}", screen.status());
    }
}

#[test]
fn letters_that_stand_for_each_other_find_the_same() {
    let found = |words: &str| {
        let screen = searched(LARGE, words);
        (marked(&screen), screen.framed("Search").rows[1].text())
    };
    let umlaut = found("südufer");
    assert!(!umlaut.0.is_empty() && umlaut.0.iter().all(|words| words == "Südufer" || words == "südufer"));
    assert_eq!(found("SUEDUFER"), umlaut);
    assert_eq!(found("sudufer").0, umlaut.0);
    assert!(!found("quarzon-antriebe").0.is_empty());
}

#[test]
fn esc_leads_back_to_where_one_was() {
    for size in SIZES {
        for place in ["", "End", "2 j j", "5 j Enter", "3 z", "1 z PageDown", "2 j / t a l l a n d Enter"] {
            let mut before = Screen::fixture(size, Language::En);
            before.press(place);
            // A notice stays until the next key only.
            before.press("Ctrl+u");
            let mut screen = before.clone();
            screen.press(SEARCH).press(&letters("mithalten")).press(DOWN).press(UP).press(CLOSE);
            assert_back(&screen, &before);
            assert_eq!(screen.text(), before.text(), "{size:?} {place}");
            screen.press(SEARCH).press(CLOSE);
            assert_eq!(screen.text(), before.text(), "{size:?} {place}");
        }
    }
}

#[test]
fn a_hit_that_is_chosen_is_gone_to_and_the_search_stays_in_force() {
    let mut screen = searched(SMALL, "talland");
    screen.press(CARD);
    assert!(!screen.shows("Search"));
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
    assert!(screen.status().contains("/talland · hit 1/4"), "{}", screen.status());
    screen.press(NEXT_PASSAGE);
    assert!(screen.status().contains("hit 2/4"), "{}", screen.status());
    let article = screen.framed("1 Article");
    assert!(article.rows[current_line(&article).expect("in sight")].text().contains("Talland"));
    screen.press(PREVIOUS_PASSAGE).press(PREVIOUS_PASSAGE);
    assert!(screen.status().contains("hit 4/4 · from the end again"), "{}", screen.status());
    screen.press(NEXT_PASSAGE);
    assert!(screen.status().contains("hit 1/4 · from the start again"), "{}", screen.status());
    // Any other key, and the status line still says what is in force.
    screen.press(PAGE_DOWN);
    assert!(screen.status().contains("n N other hits, Esc ends · /talland · hit 1/4"), "{}", screen.status());
    screen.press(CLOSE);
    assert!(marked(&screen).is_empty() && screen.status().contains("b the tour"), "{}", screen.status());
    screen.press(BACK);
    assert_back(&screen, &Screen::fixture(SMALL, Language::En));
}

/// One scrolls away and asks for the next: it is the next from here.
#[test]
fn the_next_hit_is_the_next_from_what_is_in_sight() {
    let mut screen = searched(SMALL, "module");
    screen.press(CARD).press(TO_LAST).press(PREVIOUS_PASSAGE);
    assert!(screen.status().contains("hit 4/4"), "{}", screen.status());
    screen.press(TO_LAST).press(NEXT_PASSAGE);
    assert!(screen.status().contains("hit 1/4"), "{}", screen.status());
}

#[test]
fn where_the_article_is_out_of_sight_each_hit_follows_the_one_before() {
    for (size, script) in [((60, 15), ACTORS), (USUAL, "3 z")] {
        let mut screen = searched(size, "module");
        screen.press(CARD).press(script);
        for number in [2, 3, 4, 1] {
            screen.press(NEXT_PASSAGE);
            assert!(screen.status().contains(&format!("hit {number}/4")), "{number}\n{}", screen.text());
        }
        screen.press(PREVIOUS_PASSAGE).press(ARTICLE);
        assert!(screen.status().contains("hit 4/4"), "{}", screen.text());
        assert!(current_line(&screen.framed("1 Article")).is_some(), "{}", screen.text());
    }
}

#[test]
fn the_frame_counts_the_hits_that_are_out_of_sight() {
    let mut screen = searched(SMALL, "module");
    screen.press(CARD).press(TO_LAST);
    let marked = marked(&screen).len();
    let above = format!("Hits: {} ↑", 4 - marked);
    assert!(screen.text().contains(&above), "{marked} in sight:\n{}", screen.text());
    assert!(!searched(LARGE, "module").text().contains("Hits:"), "all are in sight");
}

#[test]
fn a_thing_that_is_chosen_opens_its_card_and_the_search_goes_on_in_the_article() {
    let before = Screen::fixture(USUAL, Language::En);
    let mut screen = searched(USUAL, "wellgard");
    screen.press(NEXT_PANEL);
    assert!(screen.status().contains("Actor: "), "{}", screen.status());
    screen
        .framed("1 Article")
        .assert_same(&marked_as(&before, "wellgard"), "a thing shows the article as it was");
    screen.press(CARD);
    assert_eq!(screen.selection(), "actor:wellgard");
    assert!(screen.shows("Actor") && !screen.shows("Search"));
    assert!(screen.status().contains("n N other hits · /wellgard · 1 hit · Wellgard"), "{}", screen.status());
    screen.press(NEXT_PASSAGE);
    assert!(current_line(&screen.framed("1 Article")).is_some(), "{}", screen.text());
    screen.press(CLOSE);
    assert!(!screen.shows("Actor") && screen.status().contains("Esc ends"), "{}", screen.status());
    screen.press(CLOSE);
    assert!(!screen.status().contains("/wellgard"), "{}", screen.status());
    screen.press(BACK);
    assert_eq!(screen.selection(), "");
    screen.framed("1 Article").assert_same(&before.framed("1 Article"), "back");
}

/// What is not on screen is gone to; and what the article does not have holds no keys.
#[test]
fn the_search_goes_on_from_a_card_that_has_the_screen_and_ends_where_there_is_nothing_to_go_to() {
    let mut screen = searched((45, 12), "talland");
    screen.press(NEXT_PANEL).press(CARD);
    assert!(screen.shows("Actor") && !screen.shows("1 Article"), "{}", screen.text());
    screen.press(NEXT_PASSAGE);
    assert!(current_line(&screen.framed("1 Article")).is_some(), "{}", screen.text());
    assert!(screen.status().contains("hit 1/4"), "{}", screen.status());
    screen.press(BACK);
    assert!(screen.shows("Actor"));
    let mut screen = searched(USUAL, "anker & söhne");
    assert!(marked(&screen).is_empty());
    screen.press(CARD);
    assert_ne!(screen.selection(), "");
    assert!(!screen.status().contains("/anker"), "{}", screen.text());
}

/// The article as it was before, with these words marked.
fn marked_as(before: &Screen, words: &str) -> Grid {
    let mut screen = before.clone();
    // The first hit is current until something else is.
    screen.press(SEARCH).press(&letters(words)).press(NEXT_PANEL).framed("1 Article")
}

#[test]
fn tab_goes_from_group_to_group_and_round() {
    let mut screen = searched(USUAL, "module");
    let mut kinds = Vec::new();
    loop {
        let status = screen.status();
        let kind = status.split(':').next().expect("a kind").trim().to_owned();
        if kinds.contains(&kind) {
            break;
        }
        kinds.push(kind);
        screen.press(NEXT_PANEL);
    }
    assert!(kinds.len() > 4 && kinds[0] == "Article" && kinds[1] == "Actor", "{kinds:?}");
    screen.press(PREVIOUS_PANEL);
    assert!(screen.status().contains(kinds.last().expect("a kind")), "{}", screen.status());
}

#[test]
fn what_is_current_is_in_sight_however_far_one_goes() {
    for size in SIZES {
        let mut screen = searched(size, "talland");
        for key in [PAGE_DOWN, PAGE_DOWN, DOWN, DOWN, PAGE_DOWN, "PageUp", UP] {
            screen.press(key);
            let found = screen.framed("Search");
            let cursor = found.rows.iter().find(|row| row.text().starts_with('▶'));
            assert!(cursor.expect("a current row").weights().contains('R'), "{size:?} {}", screen.text());
        }
    }
}

#[test]
fn nothing_is_found_in_words() {
    let before = Screen::fixture(SMALL, Language::De);
    let mut screen = before.clone();
    screen.press(SEARCH);
    assert!(screen.framed("Suche").prose().contains("„ss“ findet „ß“"), "{}", screen.text());
    screen.press(&letters("mithalten"));
    screen.press(&letters("x"));
    assert!(
        screen.framed("Suche").prose().contains("„mithaltenx“ kommt weder im Artikel"),
        "{}",
        screen.text()
    );
    assert!(screen.framed("1 Artikel").text().contains("Leinen los: Warum"), "the article is where it was");
    screen.press(CARD).press(DOWN).press(NEXT_PANEL);
    assert!(screen.shows("Suche"));
    screen.press(CLOSE);
    assert_back(&screen, &before);
}

#[test]
fn what_was_looked_for_before_is_looked_for_again() {
    let mut screen = searched(USUAL, "talland");
    screen.press(CARD).press(CLOSE).press(SEARCH).press(&letters("m20")).press(CARD).press(SEARCH);
    let found = screen.framed("Search");
    assert!(found.place_of("m20") < found.place_of("talland") && found.text().contains("Last search"));
    screen.press(DOWN).press(CARD);
    assert!(screen.text().contains("/ talland") && screen.status().contains("hit"), "{}", screen.text());
    screen.press(CARD);
    assert!(screen.status().contains("/talland · hit"), "{}", screen.status());
}

#[test]
fn a_panel_on_the_whole_screen_makes_room_for_the_article() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.press(ACTORS).press(WHOLE).press(SEARCH).press(&letters("talland"));
    assert!(screen.shows("1 Article") && screen.shows("Search"));
    screen.press(CLOSE);
    assert!(!screen.shows("1 Article"));
}

fn long() -> Screen {
    let line = "Die Unternehmen weichen nach Südostasien aus, weil dort die Rechenzentren stehen.\n";
    let article = format!("Titel\n{}Nadel im Heu\n{}", line.repeat(20_000), line.repeat(20_000));
    Screen::open(
        &Memory::default().with("a.txt", article),
        USUAL,
        Options { language: Language::En, theme: Theme::Mono, ..Options::default() },
    )
}

fn burst(screen: &mut Screen, script: &str) {
    for word in script.split_whitespace() {
        screen.send(Message::Key(word.parse::<Key>().expect("a key")));
    }
}

#[test]
fn a_long_text_is_searched_between_keys() {
    let mut screen = long();
    burst(&mut screen, "/ r e c h e n");
    assert!(screen.app().has_work());
    assert!(screen.text().contains("searching … 0%"), "{}", screen.text());
    screen.send(Message::Work);
    assert!(marked(&screen).contains(&"Rechen".to_owned()), "the first hits are there at once");
    let mut slices = 1;
    while screen.app().has_work() {
        screen.send(Message::Work);
        slices += 1;
    }
    assert!(slices > 5 && !screen.text().contains("searching"));
    assert!(screen.text().contains("more than 10,000 hits"), "{}", screen.text());
    screen.press(CARD).press(NEXT_PASSAGE);
    assert!(screen.status().contains("/rechen · more than 10,000 hits"), "{}", screen.status());
}

#[test]
fn typing_on_and_esc_cancel() {
    let mut screen = long();
    burst(&mut screen, "/ n a d");
    screen.send(Message::Work);
    let read = |screen: &Screen| screen.text().contains("searching … 0%");
    assert!(!read(&screen));
    burst(&mut screen, "e");
    assert!(read(&screen), "another query begins anew:\n{}", screen.text());
    burst(&mut screen, "Esc");
    assert!(!screen.app().has_work());
}

/// All keys come before the app could look: Enter goes to what will be found.
#[test]
fn enter_waits_for_the_first_that_is_found() {
    let mut screen = long();
    burst(&mut screen, "/ n a d e l Enter");
    assert!(screen.shows("Search"));
    let mut typed = long();
    typed.press("/ n a d e l Enter");
    screen.press("Ctrl+u");
    assert!(screen.shows("Search") && !screen.app().has_work(), "another query does not wait");
    let mut screen = long();
    burst(&mut screen, "/ n a d e l Enter");
    while screen.app().has_work() {
        screen.send(Message::Work);
    }
    assert_eq!(screen.text(), typed.text());
    assert!(marked(&screen).contains(&"Nadel".to_owned()), "{}", screen.text());
}

#[test]
fn the_current_hit_differs_from_others_without_colour() {
    let styles =
        [Role::Text, Role::Mention, Role::LitWords, Role::CurrentPassage, Role::Hit, Role::CurrentHit]
            .map(|role| Theme::Mono.style(role));
    for (place, style) in styles.iter().enumerate() {
        assert!(!styles[..place].contains(style), "{place}");
    }
}

#[test]
fn a_pasted_text_is_looked_for_and_a_resize_keeps_the_hit() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.press(SEARCH).paste("Werften der\nRegion");
    assert_eq!(screen.status().trim(), "Article: hit 1/1");
    screen.press(CARD);
    for size in SIZES {
        let article = screen.resize(size).framed("1 Article");
        assert!(current_line(&article).is_some(), "{size:?}\n{}", screen.text());
    }
}

/// Which of the earlier searches is marked is always in sight, and Enter repeats that one.
#[test]
fn the_earlier_search_that_enter_repeats_is_in_sight() {
    for size in [(40, 10), (45, 12), SMALL, USUAL] {
        let mut searched = Screen::fixture(size, Language::En);
        for letter in ["a", "b", "c", "d", "e", "f", "g", "h", "i"] {
            searched.press(SEARCH).press(letter).press(CARD).press(CLOSE);
        }
        for keys in
            ["", "PageDown", "PageDown PageUp", "End", "Down Down Down", "End Up", "PageDown PageDown Home"]
        {
            let mut screen = searched.clone();
            screen.press(SEARCH).press(keys);
            let rows: Vec<String> =
                screen.framed("Search").rows.iter().map(crate::common::Row::text).collect();
            let mut marked = rows.iter().filter_map(|row| row.strip_prefix('▶'));
            let query = marked.next().unwrap_or_else(|| panic!("{keys:?} at {size:?}:\n{}", screen.text()));
            let query = query.trim();
            assert_eq!((query.len(), marked.next()), (1, None), "{}", screen.text());
            screen.press(CARD);
            let typed = screen.framed("Search").rows[0].text();
            assert!(typed.trim_start().starts_with(&format!("/ {query}")), "{query}:\n{}", screen.text());
        }
    }
}
