//! Stepping from claim to claim: where the list of claims is not in sight, the claim's card is previewed.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::look::panel::{Focus, Panel};
use fundstelle::look::theme::Theme;

use crate::common::fixture::{edited, fixture};
use crate::common::{Cells, Screen, USUAL};

const SMALL: Cells = (80, 24);
/// Where the list of claims is behind a tab.
const SIZES: [Cells; 6] = [SMALL, (70, 20), (70, 50), (110, 20), (110, 30), USUAL];

/// Whether the card of a claim or of a gap is framed.
fn previews(screen: &Screen) -> bool {
    screen.shows("Claim") || screen.shows("Gap")
}

fn open(size: Cells) -> Screen {
    Screen::fixture(size, Language::En)
}

#[test]
fn the_card_of_the_claim_is_in_sight_and_the_article_keeps_the_keys() {
    for size in SIZES {
        for language in [Language::En, Language::De] {
            let mut screen = Screen::fixture(size, language);
            let name = if language == Language::En { "Claim" } else { "Aussage" };
            for _ in 0..4 {
                screen.press("c");
                if screen.selection().starts_with("claim:") {
                    assert!(screen.shows(name), "{size:?}\n{}", screen.text());
                }
                assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
                let first = screen.lit().passages.first().map(|passage| passage.range.clone());
                assert!(first.is_some());
            }
        }
    }
}

#[test]
fn a_preview_is_the_card_itself() {
    for size in SIZES {
        let mut screen = open(size);
        screen.press("c");
        let preview = screen.framed("Claim");
        let mut opened = screen.clone();
        opened.press("Enter");
        let card = opened.framed("Claim");
        assert_eq!(opened.app().focus(), Focus::Card);
        for (row, own) in preview.rows.iter().zip(&card.rows).take(4) {
            assert_eq!(row.text().trim_end(), own.text().replace('▶', " ").trim_end(), "{size:?}");
        }
    }
}

#[test]
fn how_the_claim_stands_is_in_sight_and_what_is_left_out_is_said() {
    for size in SIZES {
        let mut screen = open(size);
        for _ in 0..8 {
            screen.press("c");
            if !screen.shows("Claim") {
                continue;
            }
            let card = screen.framed("Claim");
            let text = card.text();
            let verdicts = ["BORNE OUT", "PARTLY", "CONTRADICTED", "OPEN"];
            assert!(verdicts.iter().any(|verdict| text.contains(verdict)), "{size:?}\n{}", screen.text());
            let last = card.rows.last().map(|row| row.text().trim_end().to_owned()).unwrap_or_default();
            let mut whole = screen.clone();
            whole.press("Enter");
            let goes_on = screen.text().contains("of ") && whole.press("End").framed("Claim").text() != text;
            if goes_on && !last.is_empty() {
                assert!(last.ends_with('…'), "{size:?} {last:?}\n{}", screen.text());
            }
        }
    }
}

#[test]
fn esc_or_a_panels_key_brings_the_panel_back() {
    for size in SIZES {
        for start in ["", "2 j", "3 j", "4"] {
            let mut screen = open(size);
            screen.press(start);
            let before = screen.clone();
            screen.press("c C c");
            assert!(previews(&screen), "{size:?} {start}\n{}", screen.text());
            screen.press("Esc");
            assert!(!previews(&screen));
            assert_eq!(screen.app().focus(), before.app().focus(), "{size:?} {start}");
            for name in ["2 Actors", "3 Timeline", "4 Trend", "5 Claims"] {
                assert_eq!(screen.shows(name), before.shows(name), "{size:?} {start} {name}");
            }
            screen.press("c 3");
            assert!(!previews(&screen) && screen.shows("3 Timeline"), "{}", screen.text());
            screen.press("c Tab");
            assert!(!previews(&screen), "{}", screen.text());
            screen.press("c Right");
            assert!(!previews(&screen), "another selection ends it:\n{}", screen.text());
            screen.press("c / x");
            assert!(!previews(&screen) && screen.shows("Search"), "{}", screen.text());
            screen.press("Esc");
            assert!(previews(&screen), "{}", screen.text());
        }
    }
}

#[test]
fn back_and_the_next_start_lead_to_the_preview() {
    for size in SIZES {
        let mut screen = open(size);
        screen.press("c c");
        let before = screen.clone();
        screen.press("c 3 j").press("Backspace Backspace");
        assert_eq!(screen.selection(), before.selection());
        assert_eq!(screen.framed("1 Article").text(), before.framed("1 Article").text(), "{size:?}");
        assert!(previews(&screen), "{size:?}\n{}", screen.text());
        let mut again = open(size);
        again.resume(&before.app().bookmark());
        assert!(previews(&again), "{size:?}\n{}", again.text());
    }
}

#[test]
fn where_the_claims_are_in_sight_there_is_no_preview() {
    for (size, start) in [
        (SMALL, "5"),
        (USUAL, "5"),
        ((110, 20), "5"),
        ((160, 45), ""),
        ((200, 60), "2"),
        ((40, 10), ""),
        (USUAL, "1 z"),
    ] {
        let mut screen = open(size);
        screen.press(start).press("c c");
        assert!(!previews(&screen), "{size:?} {start}\n{}", screen.text());
    }
}

#[test]
fn the_preview_follows_a_reload_and_ends_with_its_claim() {
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&fixture(), SMALL, options);
    screen.press("c");
    let id = screen.selection();
    let before = screen.text();
    screen.reload(&fixture());
    assert_eq!(screen.text(), before);
    let id = id.strip_prefix("claim:").map(str::to_owned).unwrap_or_default();
    screen.reload(&edited("claims.toml", &format!("id = \"{id}\""), "id = \"other-claim\""));
    assert!(!previews(&screen), "{}", screen.text());
}

#[test]
fn a_click_on_the_preview_opens_the_card() {
    let mut screen = open(SMALL);
    screen.press("M c");
    assert!(screen.shows("Claim"));
    screen.click((10, 15));
    assert_eq!(screen.app().focus(), Focus::Card, "{}", screen.text());
    screen.press("Esc");
    assert!(screen.shows("2 Actors") || screen.shows("1 Article"));
}
