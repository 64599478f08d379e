//! The keys of the tour: what each does, the index and the help of them, and out to look something up and back.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::look::theme::Theme;
use fundstelle::protocol::effect::Effect;

use super::scripts::{
    CARD, CLOSE, DOWN, EXIT, HELP, LEFT, PAGE_DOWN, PAGE_UP, PALETTE, QUIT, REDRAW, RIGHT, SEARCH, STOPS,
    TO_FIRST, TO_LAST, TOUR, UP, VIEW, letters,
};
use super::tour::{ONE, TWO, digits, footer, nothing_to_present, presenter, reader, stop, with_stops};
use super::{LARGE, SMALL};
use crate::common::{Screen, USUAL};

/// On the wall nobody should see the shell because a key bounced.
#[test]
fn to_quit_right_after_the_tour_asks_once() {
    let left = || {
        let mut screen = presenter(SMALL);
        screen.press(QUIT);
        screen
    };
    let mut screen = left();
    screen.press(QUIT);
    assert!(screen.escaped().is_empty() && !screen.app().is_tour_running());
    assert!(screen.status().contains("q again quits the program"), "{}", screen.status());
    assert_eq!(screen.press(QUIT).escaped(), [Effect::Quit]);
    // Another key in between, before or after the question, and it quits at once.
    for keys in ["q Esc q", "j q", "3 q", "b q j q", "q j q"] {
        let mut screen = left();
        screen.press(keys.rsplit_once(' ').map_or("", |(before, _)| before));
        assert!(screen.escaped().is_empty(), "{keys}");
        assert_eq!(screen.press(QUIT).escaped(), [Effect::Quit], "{keys}");
    }
    assert_eq!(left().press(REDRAW).press(QUIT).escaped(), [Effect::Redraw], "nothing has been done yet");
    // Ctrl+c never asks, and who only reads is not asked.
    assert_eq!(left().press(EXIT).escaped(), [Effect::Quit]);
    assert_eq!(left().press(QUIT).press(EXIT).escaped(), [Effect::Quit]);
    assert_eq!(reader(SMALL).press(QUIT).escaped(), [Effect::Quit]);
}

#[test]
fn v_opens_the_details_of_a_stop_and_closes_them() {
    for size in [(40, 10), SMALL, USUAL] {
        let mut screen = presenter(size);
        screen.press("7 Enter");
        let slide = screen.buffer().clone();
        screen.press(VIEW);
        assert!(screen.app().shows_details());
        assert!(footer(&screen).contains("↓ scroll · v slide"), "{}", footer(&screen));
        // There the arrows scroll, and the other keys go on and back as ever.
        screen.press(DOWN).press(DOWN).press(UP);
        assert!(screen.app().shows_details() && stop(&screen) == 7, "{}", screen.text());
        screen.press(VIEW);
        assert!(!screen.app().shows_details());
        assert_eq!(*screen.buffer(), slide, "the slide as it was");
        screen.press(VIEW).press(CLOSE);
        assert_eq!((screen.app().shows_details(), stop(&screen)), (false, 7));
        screen.press(CLOSE);
        assert!(screen.app().is_tour_running(), "Esc never leaves");
        assert_eq!(*screen.buffer(), slide, "nor does it say anything");
        for (key, number) in [(PAGE_DOWN, 8), (PAGE_UP, 7), (RIGHT, 8), (LEFT, 7), (CARD, 8)] {
            assert_eq!(stop(screen.press(VIEW).press(key)), number, "{key}");
            assert!(!screen.app().shows_details(), "each stop begins with its slide");
        }
    }
}

#[test]
fn points_come_one_by_one_and_not_behind_the_details() {
    let points = "points = [\"Alpha\", \"Beta\"]\nsteps = true\n";
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&with_stops(&format!("{ONE}{points}{TWO}")), SMALL, options);
    screen.press(TOUR);
    assert_eq!(stop(screen.press(DOWN)), 1, "the first point");
    assert_eq!(stop(screen.press(RIGHT)), 1, "the second");
    assert_eq!(stop(screen.press(DOWN)), 2);
    assert_eq!(stop(screen.press(UP)), 1, "with all its points");
    assert_eq!(stop(screen.press(UP).press(UP).press(VIEW).press(RIGHT)), 2, "no key is without effect");
    // Left for a search and come back to, it is where it was.
    screen.press(TO_FIRST).press(DOWN).press(SEARCH).press("a b").press(CLOSE);
    assert_eq!((stop(&screen), stop(screen.press(DOWN)), stop(screen.press(DOWN))), (1, 1, 2));
}

#[test]
fn a_key_that_does_nothing_names_those_that_do() {
    for key in ["w", "Tab", "z", "f"] {
        let mut screen = presenter(SMALL);
        screen.press(RIGHT).press(key);
        let hint = "→ next · ← back · v details · i stops · q read · ? help";
        assert!(footer(&screen).contains(hint), "{key}: {}", footer(&screen));
        assert_eq!(stop(&screen), 2);
    }
    // In German they are longer, and must fit a wall all the same.
    let mut screen = Screen::fixture(SMALL, Language::De);
    screen.press(TOUR).press(TO_LAST).press("z");
    assert!(footer(&screen).contains("v Details · i Stationen · q lesen · ? Hilfe"), "{}", footer(&screen));
}

#[test]
fn the_help_of_the_tour_has_its_own_keys_first() {
    let keys = [
        "v  details of the stop",
        "N  notes and clock on this screen",
        ".  b  black screen until a key is pressed",
        "i  index of the stops",
        "1 2 3  Enter  to the stop of that number",
        "/  :  search, go to",
        "q  read on at what the stop shows; b resumes",
    ];
    for size in [SMALL, USUAL, LARGE] {
        let mut screen = presenter(size);
        screen.press(HELP);
        let top = screen.framed("Help");
        assert_eq!(top.place_of("Keys of the tour"), Some(0), "{}", top.text());
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = words(&top.text());
        for key in keys {
            assert!(shown.contains(&words(key)), "{key} at {size:?}:\n{}", top.text());
        }
        // Then come those of reading.
        let (tour, reading) = (top.place_of("Keys of the tour"), top.place_of("Keys while reading"));
        assert!(tour < reading && reading.is_some(), "{}", top.text());
        assert_eq!(stop(screen.press(CLOSE)), 1);
        // Who reads has no use for them.
        let mut screen = reader(size);
        let help = screen.press(HELP).framed("Help").text();
        assert!(!help.contains("Keys of the tour") && !help.contains("while reading"), "{help}");
    }
    let german = Screen::fixture(SMALL, Language::De).press(TOUR).press(HELP).framed("Hilfe");
    assert!(german.rows[0].text().contains("Tasten im Vortrag"), "{}", german.text());
}

/// The titles that the index lists, by their numbers, and the one under the cursor.
fn listed(screen: &Screen) -> (Vec<usize>, Option<usize>) {
    let list = screen.framed("Stops");
    let number =
        |row: &crate::common::Row| row.text().split_whitespace().find_map(|word| word.parse::<usize>().ok());
    let rows = &list.rows[1..];
    let at = rows.iter().find(|row| row.text().contains('▶')).and_then(number);
    (rows.iter().filter_map(number).collect(), at)
}

#[test]
fn words_of_titles_filter_the_index() {
    for size in [(40, 10), SMALL, USUAL] {
        let mut screen = presenter(size);
        screen.press("4 Enter").press(STOPS);
        assert_eq!(listed(&screen).1, Some(4));
        // From the beginnings of words, in any order, whatever their case.
        assert_eq!(listed(screen.press(&letters("RENT"))), (vec![5, 9, 11], Some(5)));
        let row = screen.framed("Stops");
        assert!(row.rows[0].text().contains("To stop RENT"), "what is typed is shown: {}", row.text());
        assert!(screen.text().contains("3 of 12"), "{}", screen.text());
        assert_eq!(listed(screen.press("Down")).1, Some(9));
        assert_eq!(listed(screen.press("Space").press(&letters("who"))), (vec![9], Some(9)));
        assert_eq!(listed(screen.press("Backspace Backspace Backspace Backspace")).0, [5, 9, 11]);
        assert_eq!(stop(screen.press("End").press(&letters("als")).press(CARD)), 11);
        assert!(!screen.shows("Stops"));
        // Esc takes back what is typed, and then closes the index.
        screen.press(STOPS).press(&letters("zzz"));
        assert_eq!(listed(&screen), (vec![], None));
        assert!(
            screen.framed("Stops").prose().contains("No stop has “zzz” in its title"),
            "{}",
            screen.text()
        );
        assert!(screen.press(CARD).shows("Stops"), "there is nothing to go to");
        assert_eq!(listed(screen.press(CLOSE)).1, Some(11));
        assert_eq!(stop(screen.press(CLOSE)), 11);
        assert!(!screen.shows("Stops") && screen.app().is_tour_running());
    }
}

#[test]
fn digits_typed_in_the_index_are_shown() {
    let mut screen = presenter(SMALL);
    screen.press(STOPS).press("1");
    assert!(screen.framed("Stops").rows[0].text().contains("To stop 1"), "{}", screen.text());
    assert_eq!(listed(&screen), ((1..=12).collect(), Some(1)));
    screen.press("2");
    assert!(screen.framed("Stops").rows[0].text().contains("To stop 12"), "{}", screen.text());
    assert_eq!(listed(&screen).1, Some(12));
    assert_eq!(listed(screen.press("Backspace")).1, Some(1));
    // A number that no stop has.
    screen.press("Backspace 0");
    assert!(screen.framed("Stops").prose().contains("There is no such stop"), "{}", screen.text());
    assert!(screen.press(CARD).shows("Stops"));
    assert_eq!(stop(screen.press("7").press(CARD)), 7);
}

#[test]
fn a_search_from_the_tour_leads_back_unless_something_is_chosen() {
    for size in [(40, 10), SMALL, USUAL, (160, 45)] {
        for (open, typed) in [(SEARCH, "talland"), (SEARCH, ""), (PALETTE, "quarzon"), (PALETTE, "")] {
            let mut screen = presenter(size);
            screen.press("7 Enter");
            let before = screen.buffer().clone();
            screen.press(open).press(&letters(typed)).press("Down");
            assert!(!screen.app().is_tour_running(), "{open}: {}", screen.text());
            screen.press(CLOSE);
            assert!(screen.app().is_tour_running());
            assert_eq!(*screen.buffer(), before, "{open} {typed:?} at {size:?}:\n{}", screen.text());
            // Also where the details were open.
            screen.press(VIEW).press(open).press(&letters(typed)).press(CLOSE);
            assert!(screen.app().shows_details() && stop(&screen) == 7);
        }
        for (open, typed) in [(SEARCH, "talland"), (PALETTE, "quarzon"), (PALETTE, "colours")] {
            let mut screen = presenter(size);
            screen.press("7 Enter").press(open).press(&letters(typed)).press(CARD);
            assert!(!screen.app().is_tour_running());
            if size.0 > 40 || typed != "colours" {
                let status = screen.status();
                assert!(status.contains("b: resume the tour at stop 7"), "{open} {typed}: {status}");
            }
            assert_eq!(stop(screen.press(TOUR)), 7);
        }
    }
    // One thing leads to another: Esc still leads back.
    let mut screen = presenter(SMALL);
    screen.press("7 Enter").press(PALETTE).press(&letters("search the")).press(CARD);
    assert!(screen.shows("Search"), "{}", screen.text());
    assert_eq!(stop(screen.press(&letters("tall")).press(CLOSE)), 7);
    // What is found is read, and then the program is not left by a slip.
    screen.press(SEARCH).press(&letters("modul")).press(CARD);
    assert!(screen.press(QUIT).escaped().is_empty(), "{}", screen.text());
    // In reading a search is a search.
    let mut screen = reader(SMALL);
    assert!(!screen.press(SEARCH).press("a").press(CLOSE).app().is_tour_running());
}

/// The stop may have moved while one looked something up.
#[test]
fn a_tour_edited_during_a_search_comes_back_at_its_stop() {
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&with_stops(ONE), LARGE, options);
    screen.press(TOUR).press(SEARCH).press("f").reload(&with_stops(&format!("{TWO}{ONE}")));
    screen.press(CLOSE);
    assert_eq!((stop(&screen), screen.selection().as_str()), (2, "claim:a"));
    // Or it is gone, and all others with it.
    screen.press(SEARCH).press("f").reload(&nothing_to_present());
    assert_eq!(screen.app().stops(), 0);
    assert!(!screen.press(CLOSE).app().is_tour_running());
}

/// Nor does it leave a trace in what one reads after the stop: the panels show what the wall showed.
#[test]
fn what_was_looked_at_in_between_leaves_no_trace() {
    const PANELS: [&str; 5] = ["1 Article", "2 Actors", "3 Timeline", "4 Trend", "5 Claims"];
    let looked = [
        "2 v End 3 v v + + Right 5 v v Right 1 v",
        "4 v v v Left Left 5 v Down Down 2 f Space Esc a",
        "4 End Right Left v / t a l l a n d Enter n n",
        "3 v v - 4 z 5 z z 1 End c c Enter",
    ];
    for size in [SMALL, USUAL, LARGE] {
        for number in 1..=12 {
            let go = digits(number);
            let mut fresh = presenter(size);
            fresh.press(&go).press(CARD);
            let mut read = fresh.clone();
            read.press(QUIT);
            for script in looked {
                let at = format!("stop {number} at {size:?} after {script:?}");
                let mut resumed = fresh.clone();
                resumed.press(QUIT).press(script).press(TOUR).press(CLOSE);
                assert_eq!(stop(&resumed), number, "{at}");
                resumed.whole().assert_same(&fresh.whole(), &at);
                assert_eq!(resumed.selection(), fresh.selection(), "{at}");
                resumed.press(QUIT);
                assert_eq!(resumed.app().focus(), read.app().focus(), "{at}");
                for panel in PANELS {
                    assert_eq!(resumed.shows(panel), read.shows(panel), "{panel} {at}");
                    if read.shows(panel) {
                        resumed.framed(panel).assert_same(&read.framed(panel), &format!("{panel} {at}"));
                    }
                }
                // Nor in the panels that share their room with the one in sight.
                for key in ["2", "3", "4", "5"] {
                    let (mut other, mut own) = (read.clone(), resumed.clone());
                    other.press(key);
                    own.press(key);
                    for panel in PANELS.into_iter().filter(|panel| other.shows(panel)) {
                        let context = format!("{panel} by {key} {at}");
                        own.framed(panel).assert_same(&other.framed(panel), &context);
                    }
                }
            }
        }
    }
}
