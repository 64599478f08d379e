//! The menu of what marked words become.

use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::notes::{Change, edit};
use fundstelle::protocol::effect::{Effect, Outcome};

use super::{Marked, SIZES, SMALL, article, options, squeezed};
use crate::common::{Screen, USUAL};

const MENU: &str = "Marked words";

fn marking(size: crate::common::Cells) -> Screen {
    let mut screen = Screen::fixture(size, Language::En);
    screen.press("V");
    screen
}

#[test]
fn it_lies_at_the_bottom_and_leaves_the_mark_in_sight() {
    for language in [Language::De, Language::En] {
        for size in SIZES {
            for place in ["V", "V End", "V J", "V PageDown j"] {
                let mut screen = Screen::fixture(size, language);
                screen.press(place);
                let marked = squeezed(&screen.marked());
                let end = screen.end();
                screen.press("Enter");
                let what = format!("{place} at {size:?}\n{}", screen.text());
                assert!(screen.end().is_some() && end.is_some(), "{what}");
                if size.1 >= 24 {
                    assert_eq!(squeezed(&screen.marked()), marked, "{what}");
                }
                let name = if language == Language::En { MENU } else { "Markierte Worte" };
                if size.1 < 12 {
                    assert!(!screen.shows(name), "a single row has no frame: {what}");
                    let rows = screen.whole().rows;
                    let row = rows[rows.len() - 3].text();
                    assert!(row.starts_with(" a "), "{what}");
                } else {
                    let rows = screen.framed(name).rows.len() + 2;
                    assert!(rows <= 6 || size.1 > 40, "{rows} rows: {what}");
                    let mut letters = "a+cegrny".chars().collect::<Vec<_>>();
                    for _ in 0..8 {
                        // Where there is little room the entries are scrolled as the cursor goes.
                        let inside = screen.framed(name).text();
                        letters.retain(|letter| !inside.contains(&format!(" {letter} ")));
                        assert!(size.0 < 80 || letters.is_empty(), "{letters:?}: {what}");
                        screen.press("Down");
                    }
                    assert!(letters.is_empty(), "{letters:?}: {what}");
                }
                screen.press("Esc");
                assert_eq!(squeezed(&screen.marked()), marked, "{what}");
                assert!(screen.end().is_some());
            }
        }
    }
}

#[test]
fn it_says_which_words_and_what_the_dossier_has_in_them() {
    let mut screen = marking(USUAL);
    screen.press("j Enter");
    let heading = screen.framed(MENU).rows[0].text();
    assert!(heading.contains("„Reedereien aus"), "{heading}");
    assert!(heading.contains("in it: Talland") && heading.contains("Quarzon"), "{heading}");
    assert!(heading.contains("Claim "), "{heading}");
    let mut screen = marking(USUAL);
    screen.press("w Enter");
    let heading = screen.framed(MENU).rows[0].text();
    assert!(heading.contains("„Flaggen“"), "{heading}");
    // The words yield to what is to be known of them.
    let mut screen = marking(SMALL);
    screen.press("j Enter");
    let heading = screen.framed(MENU).rows[0].text();
    assert!(heading.contains('…') && heading.contains("in it: Talland"), "{heading}");
}

/// What is chosen is done; of these two without a dossier's file.
#[test]
fn an_entry_is_chosen_by_its_letter_by_arrows_and_enter_and_by_the_same_letter_at_once() {
    for keys in ["V w Enter n", "V w Enter Up Up Enter", "V w Enter Tab Tab Tab Tab Tab Tab Enter"] {
        let mut screen = Screen::fixture(USUAL, Language::En);
        screen.keep_notes("~/notes.md", "");
        screen.press(keys);
        assert!(screen.shows("Your note"), "{keys}\n{}", screen.text());
        assert!(screen.framed("Your note").text().contains("Note on: „Flaggen“"), "{}", screen.text());
        // Given up, the words are marked as before.
        screen.press("Esc");
        assert!(!screen.shows("Your note"));
        assert_eq!(squeezed(&screen.marked()), "Flaggen");
    }
}

#[test]
fn a_note_is_on_the_marked_words_alone_and_ends_the_marking() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.keep_notes("~/notes.md", "");
    screen.press("V w Enter n W h y Enter");
    let Some(Effect::EditNotes(asked)) = screen.escaped().last().cloned() else {
        panic!("{:?}", screen.escaped())
    };
    let edited = edit("", &asked);
    assert!(edited.text.contains("words \"Flaggen\""), "{}", edited.text);
    assert!(edited.text.ends_with("\n\nWhy\n"), "{}", edited.text);
    screen.send(fundstelle::app::Message::Outcome(Outcome::NotesEdited {
        text: edited.text,
        change: Change::Noted(1),
    }));
    assert_eq!(screen.marked(), "");
    assert!(screen.status().contains("Note saved"), "{}", screen.status());
}

/// Rows are few: on every screen of usual height it takes six at most, and under twelve rows a single one without a frame.
#[test]
fn it_takes_six_rows_at_most_and_one_on_a_low_screen() {
    for language in [Language::De, Language::En] {
        for (width, height) in
            [40, 45, 60, 80, 120].into_iter().flat_map(|width| (10..=38).map(move |height| (width, height)))
        {
            let mut screen = Screen::fixture((width, height), language);
            screen.press("V Enter");
            let name = if language == Language::En { MENU } else { "Markierte Worte" };
            let what = format!("{width}×{height}\n{}", screen.text());
            assert_eq!(screen.shows(name), height >= 12, "{what}");
            assert!(screen.end().is_some(), "{what}");
            if height >= 12 {
                let rows = screen.framed(name).rows.len();
                assert!(rows + 2 <= 6, "{what}");
            }
        }
    }
}

#[test]
fn the_help_can_be_asked_for_and_every_key_is_answered() {
    for size in SIZES {
        for key in ["?", "F1"] {
            let mut screen = marking(size);
            let marked = screen.marked();
            screen.press("Enter").press(key);
            assert!(screen.framed("Help").rows[0].text().contains("While marking"), "{}", screen.text());
            screen.press("Esc");
            assert_eq!(screen.marked(), marked);
        }
    }
    for key in ["t", "d", "q", "z", "Z", "2", "Backspace", "Ctrl+u"] {
        let mut screen = marking(USUAL);
        screen.press("Enter");
        let before = screen.status();
        screen.press(key);
        assert!(screen.shows(MENU), "{key}");
        assert_ne!(screen.status(), before, "{key}");
        assert!(screen.status().contains('?') && screen.status().contains("Esc"), "{}", screen.status());
        // What does something ends that.
        screen.press("Down");
        assert_eq!(screen.status(), before, "{key}");
    }
}

#[test]
fn letters_that_choose_nothing_do_nothing() {
    let mut screen = marking(USUAL);
    screen.press("Enter");
    let before = screen.clone();
    for key in ["t", "d", "q", "b", "/", "z", "2", "x", "Space", "Backspace", "Ctrl+u"] {
        screen.press(key);
        assert_eq!(screen.framed(MENU).text(), before.framed(MENU).text(), "{key}");
        assert_eq!(screen.marked(), before.marked(), "{key}");
    }
    assert!(screen.escaped().is_empty(), "{:?}", screen.escaped());
    screen.press("Ctrl+c");
    assert_eq!(screen.escaped(), [Effect::Quit]);
}

/// As it would stand in the dossier: by itself where the words stand once, else with the words beside them.
#[test]
fn the_words_are_copied_as_an_anchor() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    for keys in ["V w Enter y", "V w y"] {
        screen.press(keys);
        let Some(Effect::Copy { text, what }) = screen.escaped().last() else {
            panic!("{:?}", screen.escaped())
        };
        assert_eq!((&**text, &**what), ("\"Flaggen\"", "TOML: „Flaggen“"), "{keys}");
        assert!(!screen.shows(MENU));
        assert_eq!(screen.marked(), "Flaggen", "they stay marked");
        screen.press("Esc");
    }
    screen.press("/ T a l l a n d Enter n V y");
    let Some(Effect::Copy { text, .. }) = screen.escaped().last() else { panic!("{:?}", screen.escaped()) };
    assert!(text.starts_with("{ exact = \"Talland\", ") && text.ends_with(" }"), "{text}");
    assert!(text.contains("prefix = ") || text.contains("suffix = "), "{text}");
}

/// On a low screen its row goes on as far as the cursor.
#[test]
fn on_a_low_screen_every_entry_can_be_reached() {
    let mut screen = marking((40, 10));
    screen.press("Enter");
    let row = |screen: &Screen| {
        let rows = screen.whole().rows;
        rows[rows.len() - 3].clone()
    };
    let mut seen = Vec::new();
    for _ in 0..8 {
        let current = row(&screen);
        let words = current.weights();
        assert!(words.contains('R'), "the cursor is seen: {}", screen.text());
        seen.push(current.text());
        screen.press("Right");
    }
    for entry in ["new actor", "claim", "event", "gap", "note of your own"] {
        assert!(seen.iter().any(|row| row.contains(entry)), "{entry}: {seen:?}");
    }
}

#[test]
fn where_nothing_can_be_written_all_but_two_entries_are_quiet() {
    let bare = Memory::default().with("a.md", "# Title\n\nOne sentence stands here.\n");
    let mut screen = Screen::open(&bare, USUAL, options(Language::En));
    screen.press("V Enter");
    // The letter of an entry stands out if it can be done.
    let letter = |screen: &Screen, entry: &str| {
        let row = screen.framed(MENU).row_with(entry);
        let at = row.text().find(entry).map(|at| row.text()[..at].chars().count());
        at.and_then(|at| row.weights().chars().nth(at))
    };
    assert_eq!(letter(&screen, "c claim"), Some('.'));
    assert_eq!(letter(&screen, "n note of your own"), Some('B'));
    assert_eq!(letter(&screen, "y copy as an anchor"), Some('B'));
    let mut screen =
        Screen::open(&article("# Title\n\nOne sentence stands here.\n"), USUAL, options(Language::En));
    screen.press("V Enter");
    assert_eq!(letter(&screen, "c claim"), Some('B'));
}

#[test]
fn it_closes_when_the_words_are_gone() {
    let mut screen =
        Screen::open(&article("# Title\n\nOne sentence stands here.\n"), USUAL, options(Language::En));
    screen.press("V Enter");
    screen.reload(&article("# Title\n\nAnother text altogether.\n"));
    assert!(!screen.shows(MENU), "{}", screen.text());
    assert_eq!(screen.marked(), "");
}
