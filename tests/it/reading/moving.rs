//! Moving: through lists, through the article, between panels, and at other sizes.

use std::ops::Range;

use fundstelle::i18n::language::Language;
use fundstelle::input::action::TABLE;
use fundstelle::look::panel::{Focus, Panel};

use crate::common::{Cells, Screen, USUAL};
use crate::reading::scripts::{
    ACTORS, ARTICLE, CARD, CLAIMS, DOWN, NEXT_CLAIM, NEXT_PANEL, PAGE_DOWN, PAGE_UP, PREVIOUS_PANEL,
    TIMELINE, TO_FIRST, TO_LAST, TREND, UP, VIEW,
};
use crate::reading::{LARGE, SIZES, SMALL};

const NUMBERS: [&str; 5] = [ARTICLE, ACTORS, TIMELINE, TREND, CLAIMS];
const NAMES: [&str; 5] = ["1 Article", "2 Actors", "3 Timeline", "4 Trend", "5 Claims"];

fn at(size: Cells) -> Screen {
    Screen::fixture(size, Language::En)
}

/// The panels whose frame is heavy.
fn heavy(screen: &Screen) -> Vec<&'static str> {
    let text = screen.text();
    let is_heavy = |name: &&&str| {
        [format!("━ {name} "), format!("━ [{name}]")].iter().any(|frame| text.contains(frame))
            || (text.contains(&format!("[{name}]"))
                && text.lines().any(|line| line.contains(&format!("[{name}]")) && line.contains('━')))
    };
    NAMES.iter().filter(is_heavy).copied().collect()
}

#[test]
fn numbers_go_to_panels_and_the_frame_shows_which() {
    for size in [SMALL, USUAL, LARGE] {
        for ((number, name), panel) in NUMBERS.into_iter().zip(NAMES).zip(Panel::ALL) {
            let mut screen = at(size);
            screen.press(number);
            assert_eq!(screen.app().focus(), Focus::Panel(panel));
            assert!(screen.shows(name), "{}", screen.text());
            assert!(heavy(&screen).contains(&name), "{}", screen.text());
            // The article is always there too.
            assert!(screen.shows("1 Article"));
        }
    }
}

#[test]
fn tab_goes_round_and_shift_tab_back() {
    for size in [SMALL, USUAL, LARGE] {
        let mut screen = at(size);
        let mut visited = Vec::new();
        for _ in 0..5 {
            screen.press(NEXT_PANEL);
            visited.push(screen.app().focus());
        }
        let round: Vec<Focus> = [1, 2, 3, 4, 0].map(|place| Focus::Panel(Panel::ALL[place])).into();
        assert_eq!(visited, round);
        for expected in [4, 3, 2, 1, 0] {
            screen.press(PREVIOUS_PANEL);
            assert_eq!(screen.app().focus(), Focus::Panel(Panel::ALL[expected]));
        }
    }
}

#[test]
fn with_a_card_open_tab_goes_between_it_and_the_article() {
    let mut screen = at(USUAL);
    screen.press(NEXT_CLAIM).press(CARD);
    for expected in [Focus::Panel(Panel::Article), Focus::Card] {
        screen.press(NEXT_PANEL);
        assert_eq!(screen.app().focus(), expected);
        assert!(screen.shows("Claim"));
    }
    // A panel that the card covers is shown when it is gone to.
    screen.press(TIMELINE);
    assert!(screen.shows("3 Timeline") && !screen.shows("Claim"));
}

#[test]
fn lists_are_walked_by_step_page_and_end() {
    for (panel, kind) in [(ACTORS, "actor:"), (TIMELINE, "event:"), (CLAIMS, "")] {
        let mut screen = at(SMALL);
        screen.press(panel).press(TO_FIRST);
        let first = screen.selection();
        assert!(first.starts_with(kind) && !first.is_empty());
        screen.press(DOWN);
        let second = screen.selection();
        assert_ne!(second, first);
        screen.press(UP);
        assert_eq!(screen.selection(), first);
        screen.press(UP);
        assert_eq!(screen.selection(), first, "the first is the first");
        screen.press(PAGE_DOWN);
        assert!(![&first, &second].contains(&&screen.selection()), "a page is more than a step");
        screen.press(PAGE_UP);
        assert_eq!(screen.selection(), first);
        screen.press(TO_LAST);
        let last = screen.selection();
        screen.press(DOWN);
        assert_eq!(screen.selection(), last, "the last is the last");
        screen.press(TO_FIRST);
        assert_eq!(screen.selection(), first);
    }
}

/// The items of a list that are in sight, by the signs before their names, and the rows of the window.
fn in_sight(screen: &Screen, name: &str) -> Vec<String> {
    screen.framed(name).rows.iter().map(|row| row.text().chars().skip(1).collect::<String>()).collect()
}

/// Page down shows first what was not wholly in sight, and page up undoes it, from wherever one is.
#[test]
fn pages_miss_nothing_and_are_undone() {
    for size in SIZES {
        for (panel, name) in [(ACTORS, "2 Actors"), (TIMELINE, "3 Timeline"), (CLAIMS, "5 Claims")] {
            let mut screen = at(size);
            // How a list goes on, step by step.
            screen.press(panel);
            // Claims beside their sources are read by lines.
            if panel != CLAIMS {
                screen.press(VIEW);
            }
            screen.press(TO_FIRST);
            let mut all = vec![screen.selection()];
            loop {
                screen.press(DOWN);
                if all.last() == Some(&screen.selection()) {
                    break;
                }
                all.push(screen.selection());
            }
            for steps in [0, 1, 5] {
                screen.press(TO_FIRST);
                for _ in 0..steps {
                    screen.press(DOWN);
                }
                let mut trail = vec![(screen.selection(), in_sight(&screen, name))];
                loop {
                    screen.press(PAGE_DOWN);
                    let here = screen.selection();
                    if trail.last().is_some_and(|(before, _)| *before == here) {
                        break;
                    }
                    // A page is never longer than the window: none is passed over.
                    let place = |of: &String| all.iter().position(|item| item == of).expect("an item");
                    let before = trail.last().map_or(0, |(before, _)| place(before));
                    assert!(place(&here) > before, "{here} at {size:?}");
                    assert!(place(&here) - before <= usize::from(size.1), "{here} at {size:?}");
                    trail.push((here, in_sight(&screen, name)));
                }
                assert_eq!(Some(&screen.selection()), all.last());
                trail.pop();
                for (selection, window) in trail.into_iter().rev() {
                    screen.press(PAGE_UP);
                    assert_eq!(screen.selection(), selection, "at {size:?}");
                    assert_eq!(in_sight(&screen, name), window, "at {size:?}");
                }
            }
            // From the end the pages lead up to the beginning, each from what was just above the window.
            screen.press(TO_LAST);
            for _ in 0..all.len() {
                screen.press(PAGE_UP);
            }
            assert_eq!(screen.selection(), all[0]);
        }
    }
}

/// Wherever the selection is, its row is in sight.
#[test]
fn the_selected_row_is_in_sight() {
    for size in SIZES {
        for (panel, name) in [(ACTORS, "2 Actors"), (TIMELINE, "3 Timeline"), (CLAIMS, "5 Claims")] {
            let mut screen = at(size);
            screen.press(panel);
            for key in [DOWN, PAGE_DOWN, PAGE_DOWN, TO_LAST, PAGE_UP, UP, UP, TO_FIRST] {
                screen.press(key);
                let marked =
                    screen.framed(name).rows.iter().filter(|row| row.text().starts_with('▶')).count();
                assert_eq!(marked, 1, "{key} at {size:?}\n{}", screen.text());
            }
        }
    }
}

#[test]
fn the_article_scrolls_by_line_page_and_end() {
    let mut screen = at(SMALL);
    let lines = |screen: &Screen| screen.framed("1 Article").text();
    let first = lines(&screen);
    assert!(first.contains("Leinen los: Warum"));
    screen.press(DOWN);
    assert_eq!(lines(&screen).lines().next(), first.lines().nth(1));
    screen.press(UP);
    assert_eq!(lines(&screen), first);
    screen.press(PAGE_DOWN);
    let second = lines(&screen);
    let overlap = first.lines().rev().find(|line| !line.is_empty());
    assert!(second.lines().any(|line| Some(line) == overlap), "nothing is skipped");
    assert!(!second.contains("Leinen los: Warum"));
    screen.press(PAGE_UP);
    assert_eq!(lines(&screen), first);
    screen.press(TO_LAST);
    assert!(lines(&screen).trim_end().ends_with("noch sichtbarer."), "{}", screen.text());
    let last = lines(&screen);
    screen.press(DOWN);
    assert_eq!(lines(&screen), last, "there is nothing after the end");
    screen.press(TO_FIRST);
    assert_eq!(lines(&screen), first);
    assert_eq!(screen.selection(), "", "scrolling selects nothing");
}

/// Words of the article with a little of what stands around them in their paragraph, so that they are found once.
fn around(screen: &Screen, passage: &Range<usize>) -> String {
    let text = &screen.dossier.article.text;
    let before: String = text[..passage.start].chars().rev().take_while(|c| *c != '\n').take(12).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[passage.end..].chars().take_while(|c| *c != '\n').take(12).collect();
    format!("{before}{}{after}", &text[passage.clone()]).trim().to_owned()
}

/// Moving in a list brings the words into sight, and moves the article only then.
#[test]
fn the_article_follows_a_list_only_when_it_must() {
    let mut followed = 0;
    let mut stayed = 0;
    for size in [SMALL, USUAL] {
        for panel in [ACTORS, TIMELINE, CLAIMS] {
            let mut screen = at(size);
            screen.press(panel);
            for _ in 0..16 {
                let before = screen.clone();
                screen.press(DOWN);
                if screen.selection() == before.selection() {
                    break;
                }
                let article = |screen: &Screen| screen.framed("1 Article").text();
                let lit = screen.framed("1 Article").words('L');
                if screen.lit().passages.is_empty() {
                    assert_eq!(article(&screen), article(&before), "nothing to follow");
                    continue;
                }
                assert!(!lit.is_empty(), "{}\n{}", screen.selection(), screen.text());
                assert_eq!(screen.app().focus(), before.app().focus());
                if article(&screen) == article(&before) {
                    stayed += 1;
                } else {
                    followed += 1;
                    // It had to: the same window shows nothing of it.
                    let visible = before.framed("1 Article").prose();
                    let passages = screen.lit().passages.into_iter();
                    let shown = passages.filter(|passage| visible.contains(&around(&screen, &passage.range)));
                    assert_eq!(
                        shown.count(),
                        0,
                        "{}\n{}\n{}",
                        screen.selection(),
                        before.text(),
                        screen.text()
                    );
                }
            }
        }
    }
    assert!(followed > 3 && stayed > 3, "{followed} followed, {stayed} stayed");
}

#[test]
fn every_other_key_of_an_action_does_the_same() {
    for there in NUMBERS {
        let mut before = at(USUAL);
        before.press(NEXT_CLAIM).press(there).press(DOWN);
        for entry in TABLE {
            let pressed = |place: usize| {
                let mut screen = before.clone();
                screen.press(&entry.keys[place].to_string());
                screen
            };
            let first = pressed(0);
            for other in 1..entry.keys.len() {
                let other = pressed(other);
                other.whole().assert_same(&first.whole(), entry.name);
                assert_eq!(first.escaped(), other.escaped());
            }
        }
    }
}

#[test]
fn below_the_smallest_size_one_line_says_what_is_needed() {
    for size in [(39, 10), (40, 9), (500, 9), (39, 200)] {
        let text = at(size).text();
        assert_eq!(text.trim_end(), "Fundstelle needs 40×10 cells", "{size:?}");
        assert!(text.starts_with("Fundstelle"), "on the first line");
        let german = Screen::fixture(size, Language::De).text();
        assert!(german.contains("40×10"), "{german}");
    }
    assert!(at((5, 1)).text().starts_with("Funds"));
    assert!(at((40, 10)).text().contains("1 Article"));
}

#[test]
fn a_screen_too_small_forgets_nothing() {
    let mut screen = at(USUAL);
    screen.press(ACTORS).press(DOWN).press(DOWN).press(CARD);
    let before = screen.whole();
    screen.resize((10, 3)).resize(USUAL);
    screen.whole().assert_same(&before, "");
}

/// However wide, the line at the top begins with the same words.
#[test]
fn a_resize_keeps_the_words_at_the_top() {
    let mut screen = at(SMALL);
    for _ in 0..13 {
        screen.press(DOWN);
    }
    let first_words = |screen: &Screen| {
        let article = screen.framed("1 Article");
        article.rows[0].text().trim_start_matches(|c| " ?=~≠+".contains(c)).trim_end().to_owned()
    };
    let top = first_words(&screen);
    let word = top.split_whitespace().next().expect("words").to_owned();
    for size in [(70, 20), (75, 24), SMALL, (110, 30), USUAL, (70, 22)] {
        screen.resize(size);
        let now = first_words(&screen);
        assert!(now.contains(&word), "{word:?} was at the top, now it is {now:?} at {size:?}");
    }
    screen.resize(SMALL);
    assert_eq!(first_words(&screen), top);
}

/// The first word of the window stays in its first line through any row of sizes.
#[test]
fn resizing_to_and_fro_does_not_drift() {
    for lines in [1, 5, 12, 20] {
        let mut screen = at(SMALL);
        for _ in 0..lines {
            screen.press(DOWN);
        }
        let before = screen.whole();
        for _ in 0..3 {
            screen.resize((84, 24)).resize((70, 24)).resize((78, 24)).resize(SMALL);
        }
        screen.whole().assert_same(&before, &format!("after {lines}"));
    }
}
