//! Claims beside their sources: read line by line, each begins with what it is and who says so.

use std::fmt::Write as _;

use crate::common::{Cells, Grid, Row, Screen};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::input::mouse::Gesture::WheelDown;
use fundstelle::load::Memory;
use fundstelle::look::theme::Theme;

/// The comparison on the whole screen.
const COMPARE: &str = "5 v z";

/// Two claims, the first of which takes more rows than any screen here.
fn tall() -> Memory {
    let mut note = String::new();
    for number in 0..150 {
        let _ = write!(note, "Sentence {number} of the note. ");
    }
    Memory::default().with("a.txt", "Title\nThe bridge will close. The mayor is against it.\n").with(
        "dossier.toml",
        format!(
            "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
             [[source]]\nid = \"wire\"\ntype = \"report\"\noutlet = \"Wire\"\n\
             [[source]]\nid = \"office\"\ntype = \"report\"\noutlet = \"Office\"\n\
             [[claim]]\nid = \"close\"\ntext = \"The bridge closes.\"\nanchors = [\"The bridge will close\"]\n\
             assessment = \"qualified\"\nsources = [\"wire\", \"office\"]\nnote = \"{note}\"\n\
             [[claim]]\nid = \"mayor\"\ntext = \"The mayor objects.\"\nanchors = [\"The mayor is against it\"]\n\
             assessment = \"open\"\n"
        ),
    )
}

fn open(files: &Memory, size: Cells) -> Screen {
    Screen::open(files, size, Options { language: Language::En, theme: Theme::Mono, ..Options::default() })
}

fn compared(screen: &Screen) -> Grid {
    screen.framed("5 Claims")
}

/// The rows of claims, without the heads and the line below.
fn lines(screen: &Screen) -> Vec<String> {
    let rows = compared(screen).rows;
    let heads = usize::from(rows[0].text().contains("No. Assessment"));
    rows[heads..rows.len() - 1].iter().map(|row| row.text().chars().skip(1).collect::<String>()).collect()
}

#[test]
fn a_claim_begins_with_its_number_its_assessment_and_its_first_source() {
    let mut screen = Screen::fixture((80, 24), Language::En);
    let text = screen.press(COMPARE).framed("5 Claims").text();
    let first = text.lines().find(|line| line.contains("partly")).expect("a head");
    assert!(first.contains(" 1 ~ partly · Abendkurier +2"), "{text}");
    let mut screen = Screen::fixture((80, 24), Language::De);
    let text = screen.press(COMPARE).framed("5 Aussagen").text();
    assert!(text.contains(" 1 ~ teilweise · Abendkurier +2"), "{text}");
    assert!(screen.text().contains(" Vergleich "), "{}", screen.text());
}

/// Down goes by lines through a claim that is taller than the window, and no line is left out.
#[test]
fn down_reads_on_line_by_line() {
    for size in [(80, 24), (120, 40), (60, 15)] {
        let mut screen = open(&tall(), size);
        screen.press(COMPARE).press("Home");
        let mut before = lines(&screen);
        let mut steps = 0;
        while screen.selection() == "claim:close" {
            screen.press("Down");
            let now = lines(&screen);
            if screen.selection() == "claim:close" {
                assert_eq!(now[..now.len() - 1], before[1..], "{size:?}: by one line\n{}", screen.text());
            }
            before = now;
            steps += 1;
            assert!(steps < 500, "{}", screen.text());
        }
        assert!(steps > 8, "{size:?}: {steps}");
        assert!(compared(&screen).text().contains("The mayor objects."), "{}", screen.text());
        screen.press("Up");
        assert_eq!(screen.selection(), "claim:close");
        let text = compared(&screen).text();
        assert!(text.contains("149") && !text.contains("Sentence 0 "), "up goes to its end:\n{text}");
    }
}

#[test]
fn pages_go_through_a_claim_and_back() {
    let mut screen = open(&tall(), (80, 24));
    screen.press(COMPARE).press("Home");
    let first = lines(&screen);
    let mut seen: Vec<String> = first.clone();
    for _ in 0..8 {
        screen.press("PageDown");
        let now = lines(&screen);
        if now == seen[seen.len() - now.len()..] {
            break;
        }
        // A page keeps one line, but for the last, which ends where all ends.
        let kept =
            (1..=now.len()).find(|kept| seen[seen.len() - kept..] == now[..*kept]).expect("a line kept");
        seen.extend_from_slice(&now[kept..]);
    }
    for number in 0..150 {
        let sentence = format!("Sentence {number} of the");
        let text: String = seen.concat().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            text.replace('┊', "").split_whitespace().collect::<Vec<_>>().join(" ").contains(&sentence),
            "{sentence}"
        );
    }
    screen.press("Home").press("PageDown").press("PageUp");
    assert_eq!(lines(&screen), first);
}

/// The last claim of a page is cut off where the page ends, rather than leaving rows empty.
#[test]
fn no_row_is_left_empty_for_want_of_a_whole_claim() {
    for size in [(80, 24), (120, 40)] {
        let mut screen = Screen::fixture(size, Language::En);
        screen.press(COMPARE);
        for _ in 0..6 {
            let grid = compared(&screen);
            let rows: Vec<&Row> = grid.rows.iter().collect();
            let last = rows[rows.len() - 2].text();
            let before = rows[rows.len() - 3].text();
            assert!(!last.trim().is_empty() || !before.trim().is_empty(), "{}", grid.text());
            assert!(rows[rows.len() - 1].text().contains('↓'), "{}", grid.text());
            screen.press("PageDown");
        }
    }
}

#[test]
fn the_wheel_scrolls_by_lines() {
    let mut screen = open(&tall(), (80, 24));
    screen.press("M").press(COMPARE).press("Home");
    let before = lines(&screen);
    screen.mouse(WheelDown, (20, 10));
    let now = lines(&screen);
    assert_ne!(before, now);
    let moved = (1..before.len()).find(|by| before[*by..] == now[..now.len() - by]);
    assert!(moved.is_some_and(|by| by <= 5), "{now:?}");
}

/// From 76 columns on, a claim of the list is a row that ends in its first source.
#[test]
fn a_claim_of_the_list_ends_in_its_first_source() {
    let mut screen = Screen::fixture((80, 24), Language::En);
    // Something else is selected: the selected claim takes as many rows as its text.
    let grid = screen.press("3 5 z").framed("5 Claims");
    assert!(grid.rows[0].text().trim_end().ends_with("Source"), "{}", grid.text());
    let claims = &grid.rows[1..grid.rows.len() - 1];
    let first = claims[0].text();
    assert!(first.contains("Talland's shipowners"), "{}", grid.text());
    assert!(claims[2].text().contains(" …  Abendkurier +2"), "where it ends: {}", grid.text());
    // Each has a number at its beginning: none takes two rows.
    let numbered = |row: &&Row| row.text().chars().skip(1).take(4).any(|c| c.is_ascii_digit());
    assert_eq!(claims.iter().filter(numbered).count(), claims.len(), "{}", grid.text());
    // The selected one is whole.
    screen.press("Home");
    assert!(
        compared(&screen).prose().contains("Talland's shipowners are suddenly having"),
        "{}",
        screen.text()
    );
    // Below that width nothing has changed.
    let narrow = Screen::fixture((120, 40), Language::En).press("5").framed("5 Claims");
    assert!(!narrow.rows[0].text().contains("Source"), "{}", narrow.text());
}
