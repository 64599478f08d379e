//! How it looks and speaks: `t` changes the colours and nothing else, `d` the language and nothing of what one is at.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::look::theme::Theme;
use ratatui::style::Color;

use crate::common::{Cells, Grid, Screen, USUAL};
use crate::reading::scripts::{CARD, CLOSE, DOWN, HELP, LANGUAGE, THEME, WHOLE};
use crate::reading::{LARGE, SMALL};

/// Lists in every view, the overview, a chart, bars and a table, cards, current words, the help.
const PLACES: [&str; 20] = [
    "",
    "Right Right",
    "2 j j j",
    "2 v j",
    "3 End",
    "3 v j j j",
    "4 j j j",
    "4 v Down Left",
    "4 v v j",
    "4 v v v j",
    "5 j j j",
    "5 j j Enter",
    "2 j j Enter z",
    "?",
    "/ m o d u l Enter n",
    "5 f Down Space",
    "3 f Down Down Space Esc",
    "3 j a",
    "a 4 v",
    "a 4 v v",
];

fn opened(size: Cells, theme: Theme) -> Screen {
    Screen::fixture_with(size, Options { language: Language::En, theme, ..Options::default() })
}

/// All but the line that says what a key did.
fn without_status(screen: &Screen) -> Grid {
    let mut grid = screen.whole();
    let status = grid.rows.len() - 2;
    grid.rows.remove(status);
    grid
}

#[test]
fn t_goes_round_the_themes_and_says_which() {
    let mut screen = opened(USUAL, Theme::Default);
    let first = screen.whole();
    for (name, ground) in [
        ("dark", Some(Color::Indexed(234))),
        ("light", Some(Color::Indexed(231))),
        ("projector", Some(Color::Indexed(231))),
        ("high contrast", Some(Color::Indexed(16))),
        ("none", None),
        ("the terminal's own", None),
    ] {
        screen.press(THEME);
        assert_eq!(screen.status().trim(), format!("Colours: {name}"));
        assert_eq!(screen.app().theme().ground(), ground, "{name}");
        let ground = ground.unwrap_or_default();
        assert!(screen.buffer().content.iter().all(|cell| cell.bg == ground), "{name}");
    }
    screen.press(CLOSE);
    screen.whole().assert_same(&first, "round to the first");
}

#[test]
fn a_theme_changes_colours_and_nothing_else() {
    for size in [(1, 1), (60, 15), SMALL, USUAL, LARGE] {
        for script in PLACES {
            let screens = Theme::ALL.map(|theme| {
                let mut screen = opened(size, theme);
                screen.press(script);
                screen
            });
            let [plain, others @ ..] = &screens;
            for (theme, screen) in Theme::ALL[1..].iter().zip(others) {
                for (row, expected) in screen.whole().rows.iter().zip(plain.whole().rows) {
                    assert_eq!(row.text(), expected.text(), "{theme:?} {script:?}");
                    // These two make signs and lines bold, and nothing dim.
                    if !matches!(theme, Theme::Projector | Theme::Contrast) {
                        assert_eq!(row.weights(), expected.weights(), "{theme:?} {script:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_ground_lies_under_all_of_the_screen() {
    for theme in [Theme::Dark, Theme::Light, Theme::Projector, Theme::Contrast] {
        let ground = theme.ground().expect("it has one");
        for size in [(1, 1), (60, 15), SMALL, USUAL, LARGE] {
            for script in PLACES {
                let mut screen = opened(size, theme);
                screen.press(script);
                for cell in &screen.buffer().content {
                    assert_eq!(cell.bg, ground, "{script:?}\n{}", screen.text());
                    assert!(matches!(cell.fg, Color::Indexed(16..)), "{:?} in {script:?}", cell.fg);
                }
            }
        }
    }
}

#[test]
fn d_changes_the_language_of_everything_at_once_and_back() {
    for size in [SMALL, USUAL, LARGE] {
        for script in PLACES {
            let mut screen = Screen::fixture(size, Language::De);
            let mut expected = Screen::fixture(size, Language::En);
            screen.press(script);
            expected.press(script);
            let before = screen.clone();
            screen.press(LANGUAGE);
            assert!(screen.status().starts_with(" Language: English"), "{script:?}: {}", screen.status());
            let context = format!("after {script:?} at {size:?}");
            without_status(&screen).assert_same(&without_status(&expected), &context);
            assert_eq!(screen.selection(), before.selection());
            assert_eq!(screen.app().focus(), before.app().focus());
            screen.press(LANGUAGE);
            assert!(screen.status().starts_with(" Sprache: Deutsch"), "{}", screen.status());
            without_status(&screen).assert_same(&without_status(&before), &context);
        }
    }
}

#[test]
fn on_a_long_card_one_stays_at_the_line_one_is_at() {
    for size in [SMALL, USUAL] {
        for down in 0..24 {
            let mut screen = Screen::fixture(size, Language::De);
            screen.press("2 j j j").press(CARD);
            for _ in 0..down {
                screen.press(DOWN);
            }
            let there = screen.clone().press(CARD).selection();
            screen.press(LANGUAGE);
            let card = screen.framed("Actor");
            let words = card.rows.iter().filter(|row| row.text().starts_with('▶')).count();
            assert_eq!(words, 1, "the line is in sight after {down}\n{}", screen.text());
            assert_eq!(screen.press(CARD).selection(), there, "after {down}");
        }
    }
}

#[test]
fn the_help_speaks_the_other_language_while_it_is_open() {
    let mut screen = Screen::fixture(SMALL, Language::En);
    screen.press(HELP).press("End").press(LANGUAGE);
    assert!(screen.framed("Hilfe").prose().contains("diese Hilfe"), "{}", screen.text());
    let help = screen.press("End").framed("Hilfe");
    assert!(help.prose().contains("anhalten, bis die Shell fortsetzt"), "{}", help.text());
    // In English it is shorter.
    let help = screen.press(LANGUAGE).framed("Help");
    assert!(!help.rows.last().is_some_and(|row| row.text().trim().is_empty()), "{}", help.text());
    screen.press(THEME).press(CLOSE).press(WHOLE);
    assert!(screen.text().contains("Wer in diesen Wochen"), "{}", screen.text());
}
