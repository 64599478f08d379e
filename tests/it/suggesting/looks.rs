//! What a suggestion looks like: its words stay in sight above what is said of them, in every size, with and without colour.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::{Role, Theme};

use super::{PLAIN, SMALL, Suggested as _, desk, folder};
use crate::common::{Cells, Screen};

const SIZES: [Cells; 6] = [SMALL, (120, 40), (200, 60), (45, 12), (40, 10), (60, 11)];

#[test]
fn the_words_are_always_in_sight() {
    for size in SIZES {
        for language in [Language::De, Language::En] {
            let mut desk = desk(size, language);
            desk.press("S 2");
            for _ in 0..40 {
                if desk.screen.offered().is_empty() {
                    break;
                }
                desk.press("n c");
                assert!(!desk.screen.offered().is_empty(), "{size:?}:\n{}", desk.screen.text());
                desk.press("Esc =");
                assert!(!desk.screen.offered().is_empty(), "{size:?}:\n{}", desk.screen.text());
                desk.press("Space");
            }
        }
    }
}

#[test]
fn the_block_takes_at_most_six_rows_and_one_on_a_low_screen() {
    for (language, name) in [(Language::En, "Suggestion"), (Language::De, "Vorschlag")] {
        let mut desk = desk(SMALL, language);
        desk.press("S").go_to("Tidewatch");
        let rows = |desk: &crate::authoring::Desk| {
            let text = desk.screen.text();
            let lines: Vec<&str> = text.lines().collect();
            let top = lines.iter().rposition(|line| line.contains(&format!(" {name} "))).expect("a frame");
            // The status line and the key bar lie below it.
            lines.len() - 2 - top
        };
        assert!(rows(&desk) <= 6, "{}", desk.screen.text());
        desk.press("a");
        assert!(rows(&desk) <= 6, "{}", desk.screen.text());
    }
    let mut low = desk((40, 10), Language::En);
    low.press("S").go_to("Tidewatch");
    let text = low.screen.text();
    assert_eq!(text.lines().filter(|line| line.contains("Name?")).count(), 1, "{text}");
    assert!(!text.contains("why:"), "{text}");
}

#[test]
fn a_resize_keeps_the_words_in_sight() {
    let mut desk = desk((200, 60), Language::En);
    desk.press("S 2").go_to("Brandvik told");
    for size in [SMALL, (40, 10), (45, 12), (120, 40)] {
        desk.screen.resize(size);
        assert!(desk.screen.offered().starts_with("Brandviktold"), "{size:?}:\n{}", desk.screen.text());
    }
}

#[test]
fn a_suggestion_looks_like_nothing_else() {
    let own = [Role::Suggested, Role::SuggestedElsewhere].map(|role| PLAIN.style(role));
    let others =
        [Role::Mention, Role::LitWords, Role::Located, Role::CurrentPassage, Role::Marked, Role::MarkedEnd]
            .into_iter()
            .chain([Role::Hit, Role::CurrentHit, Role::Text, Role::Heading]);
    for role in others {
        assert!(!own.contains(&PLAIN.style(role)), "{role:?}");
    }
    for theme in Theme::ALL {
        let options = Options { language: Language::En, theme, glyphs: Glyphs::Ascii };
        let mut screen = Screen::open(&folder(), SMALL, options);
        screen.press("S");
        assert!(!screen.offered().is_empty(), "{theme:?}:\n{}", screen.text());
        // In the margin, before the words.
        let text = screen.text();
        assert!(text.lines().any(|line| line.chars().take(4).any(|c| c == '*')), "{text}");
    }
}
