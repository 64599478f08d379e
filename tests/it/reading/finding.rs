//! What a search finds: all that a reader sees of the article and of things, by words in any order; and the way through it.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::shipped as shipped_files;
use fundstelle::look::panel::Focus;
use fundstelle::look::theme::Theme;

use crate::common::{Cells, Grid, Row, Screen, USUAL};
use crate::reading::scripts::{
    BACK, CARD, CLOSE, DOWN, NEXT_PANEL, NEXT_PASSAGE, PREVIOUS_PASSAGE, SEARCH, letters,
};
use crate::reading::searching::hit_number;
use crate::reading::{LARGE, SMALL};

fn searched(words: &str, size: Cells, language: Language) -> Screen {
    let mut screen = Screen::fixture(size, language);
    screen.press(SEARCH).press(&letters(words));
    screen
}

fn results(screen: &Screen) -> Grid {
    screen.framed(if screen.shows("Search") { "Search" } else { "Suche" })
}

/// What is listed in the fixture for these words, in English.
fn found(words: &str) -> String {
    results(&searched(words, LARGE, Language::En)).text()
}

/// The dossier that comes with the program, in English.
fn shipped(words: &str, size: Cells) -> Screen {
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&shipped_files(), size, options);
    screen.press(SEARCH).press(&letters(words));
    screen
}

#[test]
fn an_event_is_found_by_its_date_however_that_is_written() {
    for words in [
        "26 Aug",
        "aug 26",
        "26 Aug 2022",
        "26 August 2022",
        "26. August 2022",
        "26.08.2022",
        "26.8.2022",
        "26.08.",
        "2022-08-26",
        "2022 08 26",
    ] {
        let found = found(words);
        assert!(
            found.contains("Events 1") && found.contains("Heavy modules need a licence"),
            "{words}:\n{found}"
        );
    }
    for words in ["7 Okt 2022", "7. Oktober", "07.10.2022", "okt 2022"] {
        let found = results(&searched(words, LARGE, Language::De)).text();
        assert!(found.contains("Erste breite Ausfuhrregel"), "{words}:\n{found}");
    }
    assert!(!found("6 Aug 2022").contains("Heavy modules"), "a day begins with its first digit");
}

/// Neither a title nor a date has all of the words.
#[test]
fn words_may_stand_in_different_texts_of_a_thing() {
    for words in ["licence 26 aug", "2022 heavy", "export-rule october", "rule broad export"] {
        let found = found(words);
        assert!(found.contains("Events 1"), "{words}:\n{found}");
    }
    assert!(!found("licence 27 aug").contains("Events"));
}

#[test]
fn a_figure_is_found_by_its_value_and_named_by_place_value_and_date() {
    for (words, row) in [
        ("410 kt", "Luhort: 410 kt · H2 2024"),
        ("luhort 410", "Luhort: 410 kt · H2 2024"),
        ("1,000", "Seefurt: > 1,000 kt · H2 2024"),
        ("1.000", "Seefurt: > 1,000 kt · H2 2024"),
        ("1000 kt", "Seefurt: > 1,000 kt · H2 2024"),
        ("> 1,000", "Seefurt: > 1,000 kt · H2 2024"),
        ("≈ 890", "Seefurt: about 890 kt · H1 2023"),
        ("about 890", "Seefurt: about 890 kt · H1 2023"),
        ("1,240 planned", "Luhort: 1,240 kt · planned · H1 2024"),
        ("h2 2022 nebelbucht", "Nebelbucht: 30 kt · H2 2022"),
        ("lower bound", "Seefurt: > 1,000 kt · H2 2024"),
    ] {
        let found = found(words);
        assert!(found.contains("Figures ") && found.contains(row), "{words}:\n{found}");
    }
    let german = results(&searched("1.000", LARGE, Language::De)).text();
    assert!(german.contains("Seefurt: > 1.000 kt · H2 2024"), "{german}");
    assert!(!found("410 mw").contains("Luhort: 410"));
}

#[test]
fn sources_series_and_places_are_found_by_what_the_screen_says_of_them() {
    let source = found("quarzon 31 aug 2022");
    assert!(source.contains("Sources 1") && source.contains("Quarzon, 31 Aug 2022"), "{source}");
    let series = found("netzamt power");
    assert!(series.contains("Series 1") && series.contains("power declared and drawn"), "{series}");
    let place = found("gulls' end");
    assert!(place.contains("Places measured 1"), "{place}");
}

#[test]
fn claims_are_found_by_their_assessment() {
    let number = |found: &str, group: &str| -> usize {
        let after = found.split(group).nth(1).expect("a group");
        after.split_whitespace().next().and_then(|number| number.parse().ok()).expect("a number")
    };
    let contradicted = found("contradicted");
    assert!(contradicted.contains("The newest Quarzon test stands"), "{contradicted}");
    assert_eq!(number(&found("qualified"), "Claims"), number(&found("partly"), "Claims"));
    assert!(number(&found("qualified"), "Claims") > 5);
    let german = results(&searched("widersprochen", LARGE, Language::De)).text();
    assert!(german.contains("Aussagen 1"), "{german}");
}

#[test]
fn a_word_is_found_from_its_beginning_and_a_hyphen_is_a_blank() {
    // "Bauplätze" and "gemietet" have these inside.
    for words in ["platze", "mietet"] {
        let found = results(&searched(words, LARGE, Language::De)).text();
        assert!(!found.contains("Bauplätze in Werften"), "{words}: {found}");
    }
    let quoted = searched("\"auplätze\"", LARGE, Language::De);
    assert_eq!(quoted.framed("1 Artikel").words('R'), ["auplätze"], "{}", quoted.text());
    for words in ["quarzon-antriebe", "quarzon antriebe", "\"quarzon-antriebe\""] {
        let screen = searched(words, LARGE, Language::De);
        assert_eq!(screen.framed("1 Artikel").words('R'), ["Quarzon-Antriebe"], "{words}");
    }
    assert!(!results(&searched("\"quarzon antriebe\"", LARGE, Language::De)).text().contains("Artikel 1"));
}

#[test]
fn words_are_found_in_any_order_within_a_sentence() {
    let screen = searched("fähren reedereien", LARGE, Language::De);
    assert!(results(&screen).text().contains("Artikel 1"), "{}", screen.text());
    assert_eq!(screen.framed("1 Artikel").words('R'), ["Reedereien", "Fähren"], "{}", screen.text());
    assert!(screen.status().contains("Treffer 1/1"), "{}", screen.status());
    // "Werftwelt" stands in the sentence after that.
    assert!(!results(&searched("fähren werftwelt", LARGE, Language::De)).text().contains("Artikel 1"));
    // In a row where they stand in a row.
    let screen = searched("reedereien aus talland", LARGE, Language::De);
    assert_eq!(screen.framed("1 Artikel").words('R'), ["Reedereien aus Talland"], "{}", screen.text());
}

#[test]
fn what_is_found_nowhere_offers_words_like_it() {
    for size in [(40, 10), SMALL, USUAL, LARGE] {
        let mut screen = searched("stände", size, Language::De);
        let list = results(&screen);
        assert!(list.text().contains("Prüfstände"), "{size:?}\n{}", screen.text());
        assert!(list.row_with("Prüfstände").text().starts_with('▶'), "{size:?}\n{}", screen.text());
        if size != (40, 10) {
            assert!(list.prose().contains("„stände“ kommt weder im Artikel"), "{}", screen.text());
            assert!(list.text().contains("Ähnliche Wörter"), "{}", screen.text());
        }
        screen.press(CARD);
        assert!(screen.text().contains("/ Prüfstände"), "{}", screen.text());
        assert!(results(&screen).text().contains("Artikel 1"), "{}", screen.text());
    }
    let mut screen = searched("quarzom modlue", USUAL, Language::De);
    let offered = results(&screen).text();
    assert!(offered.contains("Quarzon") && offered.contains("Module"), "{offered}");
    screen.press(DOWN);
    let rows = results(&screen);
    let cursor = rows.rows.iter().filter(|row| row.text().starts_with('▶')).count();
    assert_eq!(cursor, 1, "{}", screen.text());
    // The words that are found stay.
    let mut screen = searched("wellgrad seefurt", USUAL, Language::De);
    screen.press(CARD);
    assert!(screen.text().contains("/ Wellgard seefurt"), "{}", screen.text());
    // Each is there, but not together.
    let screen = searched("flaggen regierung nebelbucht", USUAL, Language::De);
    assert!(results(&screen).text().contains("Nur getrennt gefunden"), "{}", screen.text());
    let screen = searched("zzzzzz", USUAL, Language::De);
    assert!(!results(&screen).text().contains("Ähnliche"), "{}", screen.text());
}

#[test]
fn n_goes_through_all_groups_as_they_are_listed_and_round() {
    for size in [SMALL, USUAL, LARGE] {
        let mut screen = searched("wellgard", size, Language::En);
        screen.press(CARD);
        let (first, count) = hit_number(&screen);
        assert!(first == 1 && count > 8, "{}", screen.status());
        let mut kinds = vec![String::from("article")];
        for place in 2..=count {
            screen.press(NEXT_PASSAGE);
            assert_eq!(hit_number(&screen), (place, count), "{}", screen.status());
            if let Some((kind, _)) = screen.selection().split_once(':') {
                assert_eq!(screen.app().focus(), Focus::Card, "{}", screen.text());
                if kinds.last().is_none_or(|last| last != kind) {
                    kinds.push(kind.to_owned());
                }
            }
        }
        assert!(
            kinds.starts_with(&["article".to_owned(), "actor".to_owned(), "event".to_owned()]),
            "{kinds:?}"
        );
        let mut once = kinds.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), kinds.len(), "group by group: {kinds:?}");
        screen.press(NEXT_PASSAGE);
        assert!(screen.status().contains("from the start again"), "{}", screen.status());
        assert_eq!(hit_number(&screen), (1, count));
        screen.press(PREVIOUS_PASSAGE);
        assert!(screen.status().contains("from the end again"), "{}", screen.status());
        assert_eq!(hit_number(&screen), (count, count));
        screen.press(PREVIOUS_PASSAGE);
        assert_eq!(hit_number(&screen), (count - 1, count));
    }
}

#[test]
fn after_a_thing_that_was_chosen_comes_the_next() {
    let mut screen = searched("wellgard", USUAL, Language::En);
    screen.press(NEXT_PANEL).press(CARD);
    assert_eq!(screen.selection(), "actor:wellgard");
    let (place, count) = hit_number(&screen);
    assert!(
        screen.status().contains(&format!("hit {place}/{count} · actor: Wellgard")),
        "{}",
        screen.status()
    );
    screen.press(NEXT_PASSAGE);
    assert_eq!(hit_number(&screen), (place + 1, count));
    assert_ne!(screen.selection(), "actor:wellgard");
    screen.press(BACK);
    assert_eq!(screen.selection(), "actor:wellgard");
    // What one goes to by other keys does not change which hit is next.
    screen.press("Esc 3 j").press(NEXT_PASSAGE);
    assert_eq!(hit_number(&screen).1, count);
    screen.press(CLOSE).press(CLOSE);
    assert!(!screen.status().contains("/wellgard"), "{}", screen.status());
}

/// The queries that found nothing, or too much, in the dossier that everyone gets.
#[test]
fn the_shipped_dossier_is_found_by_what_it_shows() {
    let screen = shipped("13 Mar", USUAL);
    assert!(results(&screen).text().contains("Events 2"), "{}", screen.text());
    let screen = shipped("401 MW", LARGE);
    assert!(results(&screen).text().contains("Johor: 401 MW · H2 2024"), "{}", screen.text());
    for words in ["one-third", "one third", "third one", "third inspur"] {
        let screen = shipped(words, LARGE);
        assert!(results(&screen).text().contains("one-third owned by"), "{words}\n{}", screen.text());
    }
    let mut screen = shipped("rent", LARGE);
    for row in results(&screen).rows.iter().map(Row::text).filter(|row| row.contains("parent")) {
        assert!(row.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with("rent")), "{row}");
    }
    screen.press(CARD).press(NEXT_PASSAGE);
    assert_eq!(hit_number(&screen).0, 2, "{}", screen.status());
}
