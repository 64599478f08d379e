//! One meaning of a page, wherever there is more than a window shows: the next page begins where the one in sight ends, and
//! turning back at once undoes it.

use std::fmt::Write as _;

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::theme::Theme;

use crate::common::{Cells, Screen, USUAL};
use crate::reading::SMALL;
use crate::reading::scripts::{DOWN, PAGE_DOWN, PAGE_UP, UP};

/// Sizes at which nearly every place has more than a page.
const LOW: [Cells; 5] = [(40, 10), (45, 12), SMALL, (100, 18), USUAL];

/// What is shown where.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Of {
    /// Lines to read: one stays in sight.
    Lines,
    /// Items to choose from: the first that was not in sight is the first, with the cursor on it.
    Items,
}

/// How to get to a place, the name of its frame, and what it shows.
const PLACES: [(&str, &str, Of); 15] = [
    ("1 Home", "1 Article", Of::Lines),
    ("2 v Home", "2 Actors", Of::Items),
    ("3 v Home", "3 Timeline", Of::Items),
    ("4 Home", "4 Trend", Of::Items),
    ("4 v v v v Home", "4 Trend", Of::Items),
    ("4 v v v v v Home", "4 Trend", Of::Items),
    ("5 Home", "5 Claims", Of::Items),
    ("2 Home Enter", "Actor", Of::Lines),
    ("c Enter", "Claim", Of::Lines),
    ("?", "Help", Of::Lines),
    ("3 f", "Filter: Timeline", Of::Items),
    ("2 f", "Filter: Actors", Of::Items),
    (":", "Go to", Of::Items),
    ("/ t a l l a n d", "Search", Of::Items),
    ("b i Home", "Stops", Of::Items),
];

fn at(size: Cells, script: &str) -> Screen {
    let mut screen = Screen::fixture(size, Language::En);
    screen.press(script);
    screen
}

/// The rows of a window, without the signs of the cursor and of what is linked, which move.
fn rows(screen: &Screen, name: &str) -> Vec<String> {
    let text = |row: &crate::common::Row| row.text().replace(['▶', '▸', '◀'], " ").trim_end().to_owned();
    screen.framed(name).rows.iter().map(text).collect()
}

/// The row that the cursor is on, and what stands there after the columns that depend on the rows above.
fn cursor(screen: &Screen, name: &str) -> (usize, String) {
    let frame = screen.framed(name);
    let row = frame.rows.iter().position(|row| row.text().starts_with(['▶', '▸']));
    let row = row.unwrap_or_else(|| panic!("no cursor in {name}:\n{}", screen.text()));
    let text = rows(screen, name)[row].chars().skip(7).collect::<String>();
    (row, letters(&text).chars().take(8).collect())
}

/// A text without what stands between its words: the columns of a table are as wide as what is in sight.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The page after the last line or item of this one; with the last page the next is the same.
fn assert_next(of: Of, before: &Screen, after: &Screen, is_last: bool, name: &str) {
    let (old, new) = (rows(before, name), rows(after, name));
    match of {
        Of::Lines => {
            let last = old.last().expect("a row");
            let place = new.iter().position(|row| row == last);
            assert!(place.is_some(), "{last:?} is out of sight:\n{}", after.text());
            assert!(is_last || place == Some(0), "a page is all rows but one:\n{}", after.text());
        }
        Of::Items => {
            let (row, _) = cursor(after, name);
            // A heading or a rule may stand above it, and the line that is typed in.
            assert!(is_last || row <= 2, "the cursor is on the first item:\n{}", after.text());
            let mut above = after.clone();
            above.press(UP);
            let (_, neighbour) = cursor(&above, name);
            let old = before.framed(name).text();
            assert!(
                is_last || letters(&old).contains(&neighbour),
                "{neighbour:?} was passed over after:\n{old}"
            );
        }
    }
}

/// Turns all pages of a place and back. Returns how many there are.
fn turn(mut screen: Screen, name: &str, of: Of) -> usize {
    let mut pages = vec![screen.clone()];
    loop {
        screen.press(PAGE_DOWN);
        let last = pages.last().expect("a page");
        if screen.framed(name).text() == last.framed(name).text() {
            break;
        }
        pages.push(screen.clone());
        assert!(pages.len() < 500, "no end:\n{}", screen.text());
    }
    // What the window begins with, below a line that is typed in, as far as that looks the same when it is selected.
    let begins = |screen: &Screen| {
        let rows = rows(screen, name).into_iter().skip(1).take(2);
        rows.map(|row| row.chars().take(15).collect()).collect::<Vec<String>>()
    };
    for (number, pair) in pages.windows(2).enumerate() {
        let is_last = pages.get(number + 2).is_none_or(|next| begins(next) == begins(&pair[1]));
        let (old, new) = (rows(&pair[0], name), rows(&pair[1], name));
        // Before the last page the window may have to stay, and only the cursor goes on.
        if old != new {
            assert_next(of, &pair[0], &pair[1], is_last, name);
        }
    }
    // At the end it stays.
    screen.press(PAGE_DOWN);
    screen.framed(name).assert_same(&pages[pages.len() - 1].framed(name), "at the end");
    for page in pages.iter().rev().skip(1) {
        screen.press(PAGE_UP);
        screen.framed(name).assert_same(&page.framed(name), "turned back");
        assert_eq!(screen.selection(), page.selection());
    }
    pages.len()
}

#[test]
fn a_page_means_the_same_everywhere() {
    for (script, name, of) in PLACES {
        let pages: usize = LOW.map(|size| turn(at(size, script), name, of)).into_iter().max().unwrap_or(0);
        assert!(pages > 1, "{script:?} has more than a page at one of the sizes");
    }
}

#[test]
fn a_page_of_problems_means_the_same() {
    let mut dossier = String::from(
        "format = 1\nid = \"g\"\ntitle = \"G\"\n[article]\nfile = \"article.txt\"\nlanguage = \"en\"\n",
    );
    for number in 0..40 {
        let _ = write!(
            dossier,
            "[[claim]]\nid = \"c{number}\"\ntext = \"Number {number}\"\nanchors = [\"nowhere {number}\"]\n"
        );
    }
    let files = Memory::default()
        .with("article.txt", "Title\nThe council will close the old bridge in May.\n")
        .with("dossier.toml", dossier);
    for size in LOW {
        let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
        let mut screen = Screen::open(&files, size, options);
        screen.press("e");
        assert!(turn(screen, "Errors and warnings", Of::Lines) > 2);
    }
}

/// From anywhere in between, not only from the first page on.
#[test]
fn turning_back_undoes_a_page_from_wherever_one_is() {
    for (script, name, _) in PLACES {
        for size in [SMALL, USUAL] {
            for steps in [1, 3, 8] {
                let mut screen = at(size, script);
                for _ in 0..steps {
                    screen.press(DOWN);
                }
                let (before, mut turned) = (screen.clone(), 0);
                for _ in 0..2 {
                    let here = screen.clone();
                    if screen.press(PAGE_DOWN).framed(name).text() == here.framed(name).text() {
                        break;
                    }
                    // One page, and two.
                    let mut back = screen.clone();
                    back.press(PAGE_UP).framed(name).assert_same(&here.framed(name), script);
                    assert_eq!(back.selection(), here.selection(), "{script:?} at {size:?}");
                    turned += 1;
                }
                for _ in 0..turned {
                    screen.press(PAGE_UP);
                }
                screen.framed(name).assert_same(&before.framed(name), &format!("{script:?} at {size:?}"));
                assert_eq!(screen.selection(), before.selection(), "{script:?} at {size:?}");
            }
        }
    }
}

/// A chart has all its lines in sight: a page goes to the last of them, and back to the figure one was on.
#[test]
fn a_page_of_a_chart_is_all_its_lines() {
    let mut screen = at(USUAL, "4 v v v Home Right");
    let before = screen.selection();
    assert!(before.starts_with("observation:"), "{before}");
    screen.press(PAGE_DOWN);
    let last = screen.selection();
    assert_ne!(last, before);
    assert_eq!(screen.press(DOWN).selection(), last, "the last line is the last");
    assert_eq!(screen.press(PAGE_DOWN).selection(), last);
    assert_eq!(screen.press(PAGE_UP).selection(), before);
}

/// In another view, width or language a page has other items: what was turned before is no measure for it.
#[test]
fn turning_back_after_a_change_of_layout_passes_nothing_over() {
    type Change = fn(&mut Screen) -> &mut Screen;
    let changes: [(&str, Change); 5] = [
        ("the other view", |screen| screen.press("v")),
        ("the other language", |screen| screen.press("d")),
        ("narrower", |screen| screen.resize((44, 16))),
        ("wider", |screen| screen.resize((120, 16))),
        ("narrower, and the other language", |screen| screen.resize((44, 16)).press("d")),
    ];
    let mut jumped = 0;
    for script in ["5 z Home", "3 v z Home"] {
        for (what, change) in changes {
            let mut screen = at((80, 16), script);
            screen.press(PAGE_DOWN);
            let here = screen.selection();
            change(&mut screen);
            assert_eq!(screen.selection(), here);
            // Where the end of the list is in sight by now, the window begins further up.
            let is_claims = script.starts_with('5');
            let names = if is_claims { ["5 Claims", "5 Aussagen"] } else { ["3 Timeline", "3 Zeitleiste"] };
            let name = names[usize::from(!screen.shows(names[0]))];
            if !screen.framed(name).rows.iter().take(2).any(|row| row.text().starts_with('▶')) {
                continue;
            }
            jumped += 1;
            screen.press(PAGE_UP);
            assert_ne!(screen.selection(), here, "{script:?}, {what}");
            screen.press(DOWN);
            assert_eq!(screen.selection(), here, "{script:?}, {what}:\n{}", screen.text());
        }
    }
    assert!(jumped > 6, "{jumped} are first in the window");
}
