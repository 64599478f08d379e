//! Where the terminal's hidden cursor stands: on the row that is selected, on the caret of a line that is typed, on what is
//! current. Braille displays, magnifiers and input methods go by it.

use fundstelle::i18n::language::Language;
use fundstelle::look::panel::Focus;

use crate::common::{Cells, Screen, USUAL};
use crate::reading::scripts::{
    BLACK, CARD, DOWN, FILTER, HELP, LANES, MAP, NEXT_CLAIM, PALETTE, PREFIX, PROBLEMS, RIGHT, SCORE, SEARCH,
    STOPS, TOUR, WORDS, letters,
};
use crate::reading::{LARGE, SIZES, SMALL};

fn at(size: Cells) -> Screen {
    Screen::fixture(size, Language::En)
}

/// What stands in the cell of the cursor, and before it.
fn under(screen: &Screen) -> (String, String) {
    let at = screen.app().cursor().unwrap_or_else(|| panic!("no cursor:\n{}", screen.text()));
    let symbol = |x: u16| screen.buffer()[(x, at.y)].symbol().to_owned();
    (symbol(at.x), at.x.checked_sub(1).map(symbol).unwrap_or_default())
}

#[test]
fn it_stands_on_the_row_that_is_selected() {
    for size in SIZES {
        for panel in ["2", "3", "5", "4"] {
            let mut screen = at(size);
            screen.press(panel);
            for _ in 0..4 {
                assert_eq!(under(&screen).0, "▶", "{panel} at {size:?}\n{}", screen.text());
                screen.press(DOWN);
            }
        }
        let mut screen = at(size);
        screen.press("2 Enter");
        for _ in 0..4 {
            screen.press(DOWN);
            if screen.framed("Actor").text().contains('▶') {
                assert_eq!(under(&screen).0, "▶", "the card at {size:?}\n{}", screen.text());
            }
        }
    }
}

#[test]
fn in_the_article_it_stands_on_the_current_words() {
    let mut screen = at(SMALL);
    // At first where the text begins.
    let first = screen.app().cursor().expect("a cursor");
    let article = screen.app().focused_area();
    assert!(article.contains(first), "{first:?} in {article:?}");
    screen.press(RIGHT).press(RIGHT);
    let words = screen.framed("1 Article").words('R').join(" ");
    assert!(words.starts_with(&under(&screen).0), "{:?} begins {words}", under(&screen));
    screen.press(NEXT_CLAIM).press(WORDS);
    let words = screen.framed("1 Article").words('R').join(" ");
    assert!(words.starts_with(&under(&screen).0), "{:?} begins {words}", under(&screen));
    screen.press(SEARCH).press(&letters("ausfuhr")).press(CARD);
    let at = screen.app().cursor().expect("a cursor");
    let hit: String = (at.x..at.x + 3).map(|x| screen.buffer()[(x, at.y)].symbol().to_owned()).collect();
    assert_eq!(hit.to_lowercase(), "aus", "{}", screen.text());
}

#[test]
fn in_pictures_it_stands_in_the_panel() {
    for keys in [MAP, LANES, SCORE, "4 v v v", "4 v v v v", "4 v v v v v"] {
        let mut screen = at(LARGE);
        screen.press(keys);
        let mut visited = Vec::new();
        for key in ["Left", "Right", "Right", "Down"] {
            screen.press(key);
            let at = screen.app().cursor().expect("a cursor");
            assert!(screen.app().focused_area().contains(at), "{keys} {key}: {at:?}");
            visited.push(at);
        }
        visited.dedup();
        assert!(visited.len() > 1, "{keys}: it moves\n{}", screen.text());
        assert!(matches!(screen.app().focus(), Focus::Panel(_)));
    }
}

#[test]
fn where_a_line_is_typed_it_stands_where_the_next_letter_goes() {
    for size in [(40, 10), SMALL, USUAL, LARGE] {
        for open in [SEARCH, PALETTE, STOPS, "? /"] {
            let mut screen = at(size);
            screen.press(open).press(&letters("on"));
            assert_eq!(under(&screen).1, "n", "{open} at {size:?}\n{}", screen.text());
            screen.press("Left");
            assert_eq!(
                under(&screen),
                ("n".to_owned(), "o".to_owned()),
                "{open} at {size:?}\n{}",
                screen.text()
            );
            screen.press("Home");
            assert_eq!(under(&screen).0, "o", "{open} at {size:?}\n{}", screen.text());
        }
    }
}

#[test]
fn over_the_panels_it_stands_on_what_is_current() {
    let mut screen = at(USUAL);
    screen.press("3").press(FILTER).press(DOWN);
    assert_eq!(under(&screen).0, "▶", "{}", screen.text());
    for open in [HELP, PROBLEMS, PREFIX] {
        let mut screen = at(USUAL);
        screen.press(open);
        assert!(screen.app().cursor().is_some(), "{open}");
    }
    // The first word of the help.
    let mut screen = at(USUAL);
    screen.press(HELP);
    let at = screen.app().cursor().expect("a cursor");
    assert_eq!(screen.buffer()[(at.x + 1, at.y)].symbol(), "S", "{}", screen.text());
}

#[test]
fn in_the_tour_it_stands_on_the_title_and_nowhere_on_a_black_screen() {
    for size in [SMALL, USUAL] {
        let mut screen = at(size);
        screen.press(TOUR).press(RIGHT);
        let (first, before) = under(&screen);
        assert!(!first.trim().is_empty() && before.trim().is_empty(), "{first} {}", screen.text());
        screen.press(BLACK);
        assert_eq!(screen.app().cursor(), None);
    }
    assert_eq!(at((20, 5)).app().cursor(), None, "too small");
}
