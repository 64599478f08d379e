//! Marking with the mouse: by dragging over words, by clicks beside the mark and on it.

use fundstelle::i18n::language::Language;
use fundstelle::input::mouse::Gesture::{Click, Drag, Release, WheelDown};
use fundstelle::look::panel::{Focus, Panel};

use super::{Marked, SMALL, article, options, squeezed};
use crate::common::{Cells, Screen, USUAL};

fn opened(size: Cells) -> Screen {
    let mut screen = Screen::fixture(size, Language::En);
    screen.press("M");
    screen
}

/// The first cell of these words, in the first row that has them.
fn cell_of(screen: &Screen, words: &str) -> Cells {
    let rows = screen.whole().rows;
    let found = rows.iter().zip(0..).find_map(|(row, y)| {
        let text = row.text();
        let x = text[..text.find(words)?].chars().count();
        Some((u16::try_from(x).unwrap_or(0), y))
    });
    found.unwrap_or_else(|| panic!("{words:?} is not on screen:\n{}", screen.text()))
}

fn drag(screen: &mut Screen, from: &str, to: &str) {
    let (from, to) = (cell_of(screen, from), cell_of(screen, to));
    screen.mouse(Click, from).mouse(Drag, to).mouse(Release, to);
}

#[test]
fn dragging_marks_whole_words_in_both_directions() {
    for size in [SMALL, USUAL, (200, 60)] {
        let mut screen = opened(size);
        drag(&mut screen, "Wochen", "fen am");
        assert_eq!(squeezed(&screen.marked()), "WochendurchdieHäfen", "{}", screen.text());
        assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
        assert_eq!(screen.end().map(|end| end.x), cell_of(&screen, "n am").0.into());
        let mut screen = opened(size);
        drag(&mut screen, "fen am", "ochen");
        assert_eq!(squeezed(&screen.marked()), "WochendurchdieHäfen", "{}", screen.text());
        assert_eq!(screen.end().map(|end| end.x), cell_of(&screen, "Wochen").0.into());
        // Keys go on from there.
        screen.press("Left");
        assert_eq!(squeezed(&screen.marked()), "diesenWochendurchdieHäfen");
        screen.press("Esc");
        assert_eq!(screen.marked(), "");
    }
}

#[test]
fn a_click_without_a_move_is_what_it_was() {
    let mut screen = opened(USUAL);
    let at = cell_of(&screen, "Talland lassen");
    screen.mouse(Click, at).mouse(Release, at);
    assert_eq!(screen.selection(), "actor:talland");
    let before = screen.clone();
    screen.mouse(Release, at);
    assert_eq!(screen.buffer(), before.buffer());
    // A hand that is not quite steady marks nothing.
    screen.mouse(Click, cell_of(&before, "Wochen"));
    let (x, y) = cell_of(&before, "Wochen");
    screen.mouse(Drag, (x + 1, y)).mouse(Release, (x + 1, y));
    assert_eq!(screen.marked(), "");
    // Moved further within the word, it is that word.
    screen.mouse(Click, (x, y)).mouse(Drag, (x + 3, y)).mouse(Release, (x + 3, y));
    assert_eq!(screen.marked(), "Wochen");
}

#[test]
fn a_drag_stays_in_its_paragraph_and_ends_where_the_article_does() {
    let mut screen = opened(USUAL);
    let from = cell_of(&screen, "Wochen");
    for to in [(1, 38), (119, 38), (30, 0), (200, 90)] {
        screen.mouse(Click, from).mouse(Drag, to).mouse(Release, to);
        let marked = squeezed(&screen.marked());
        assert!(marked.contains("Wochen"), "{to:?}: {marked}");
        assert!(!marked.contains("Leinen") && !marked.contains("Frühjahr"), "{to:?}: {marked}");
        screen.press("Esc");
    }
    // What begins in the title, the margin or another panel marks nothing.
    for words in ["Leinen los", "2 Actors", "South Shore   "] {
        let mut screen = opened(USUAL);
        drag(&mut screen, words, "fen am");
        assert_eq!(screen.marked(), "", "{words}");
    }
}

#[test]
fn in_the_mode_a_click_moves_the_nearer_end_and_one_on_the_mark_opens_the_menu() {
    let mut screen = opened(USUAL);
    screen.press("V");
    let click = |screen: &mut Screen, words: &str| {
        let at = cell_of(screen, words);
        screen.mouse(Click, at).mouse(Release, at);
    };
    screen.press("w");
    assert_eq!(screen.marked(), "Flaggen");
    click(&mut screen, "viele");
    assert_eq!(squeezed(&screen.marked()), "vielefremdeFlaggen");
    click(&mut screen, "Reedereien");
    assert_eq!(squeezed(&screen.marked()), "vielefremdeFlaggen.Reedereien");
    assert_eq!(screen.selection(), "", "names are not selected meanwhile");
    click(&mut screen, "fremde");
    assert!(screen.shows("Marked words"), "{}", screen.text());
    screen.press("Esc");
    // In another paragraph it is a word of that.
    click(&mut screen, "Hochland die");
    assert_eq!(screen.marked(), "Hochland");
    // What is no words of the article changes nothing, and no other panel is entered.
    click(&mut screen, "2 Actors");
    click(&mut screen, "Leinen los");
    assert_eq!(screen.marked(), "Hochland");
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
}

#[test]
fn entries_of_the_menu_and_keys_of_the_key_bar_are_clicked() {
    let mut screen = opened(USUAL);
    screen.keep_notes("~/notes.md", "");
    screen.press("V w");
    screen.mouse(Click, cell_of(&screen.clone(), "use as"));
    assert!(screen.shows("Marked words"), "{}", screen.text());
    screen.mouse(Click, cell_of(&screen.clone(), "note of your own"));
    assert!(screen.shows("Your note"), "{}", screen.text());
    screen.press("Esc");
    screen.mouse(Click, cell_of(&screen.clone(), "Esc end"));
    assert_eq!(screen.marked(), "");
}

#[test]
fn the_wheel_scrolls_and_the_mark_stays() {
    let mut screen = opened(SMALL);
    screen.press("V");
    let before = screen.clone();
    for _ in 0..4 {
        screen.mouse(WheelDown, (10, 4));
    }
    assert_ne!(screen.framed("1 Article").text(), before.framed("1 Article").text());
    assert_eq!(screen.end(), None, "it is out of sight");
    // The next key brings it back.
    screen.press("Tab Tab");
    assert!(screen.end().is_some());
    assert_eq!(screen.marked(), before.marked());
}

#[test]
fn with_the_mouse_off_nothing_is_marked() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    let before = screen.clone();
    drag(&mut screen, "Wochen", "fen am");
    assert_eq!(screen.buffer(), before.buffer());
}

/// A name is what one often wants to mark: the press that begins that selects nothing.
#[test]
fn a_drag_over_a_name_selects_nothing() {
    for size in [SMALL, USUAL] {
        let mut screen = opened(size);
        let at = cell_of(&screen, "Talland lassen");
        screen.mouse(Click, at);
        assert_eq!(screen.selection(), "", "it may be the beginning of a drag");
        screen.mouse(Drag, (at.0 + 10, at.1)).mouse(Release, (at.0 + 10, at.1));
        assert_eq!(screen.selection(), "");
        assert_eq!(squeezed(&screen.marked()), "Tallandlassen");
        // Neither does a key between press and release that begins something else.
        let mut screen = opened(size);
        screen.mouse(Click, at).press("?").mouse(Release, at);
        assert_eq!(screen.selection(), "");
        screen.press("Esc").mouse(Release, at);
        assert_eq!(screen.selection(), "");
    }
}

#[test]
fn beyond_the_edge_of_the_window_a_drag_scrolls_to_the_end_of_its_paragraph() {
    let text = format!("# Title\n\nFirst {}last.\n\nAnother one.\n", "word ".repeat(90));
    let mut screen = Screen::open(&article(&text), (45, 12), options(Language::En));
    screen.press("M");
    let from = cell_of(&screen, "First");
    screen.mouse(Click, from);
    for x in 20..30 {
        screen.mouse(Drag, (x, 11));
    }
    screen.mouse(Release, (30, 11));
    assert!(screen.text().contains("last."), "{}", screen.text());
    let mark = screen.app().mark().map(|mark| screen.dossier.article.text[mark].to_owned());
    assert!(
        mark.as_ref().is_some_and(|mark| mark.starts_with("First") && mark.ends_with("last.")),
        "{mark:?}"
    );
}

/// A hand on the mouse changes nothing on the wall.
#[test]
fn in_the_tour_the_mouse_marks_nothing() {
    for size in [SMALL, USUAL, (45, 12)] {
        let mut screen = opened(size);
        screen.press("b");
        let before = screen.clone();
        for (from, to) in [((5, 3), (40, 5)), ((40, 8), (2, 2)), ((1, 1), (38, 9))] {
            screen.mouse(Click, from).mouse(Drag, to).mouse(Release, to);
            assert_eq!(screen.app().mark(), None);
            assert_eq!(screen.buffer(), before.buffer());
        }
        // Nor what lies over it.
        screen.press("?");
        screen.mouse(Click, (5, 3)).mouse(Drag, (30, 6)).mouse(Release, (30, 6));
        assert_eq!(screen.app().mark(), None);
        // A press from before it is none of its business.
        let mut screen = opened(size);
        screen.mouse(Click, (10, 4)).press("b").mouse(Drag, (20, 5)).mouse(Release, (20, 5));
        assert_eq!(screen.app().mark(), None);
        assert!(screen.app().is_tour_running());
    }
}
