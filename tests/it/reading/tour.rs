//! The tour: from stop to stop, out of it to read, and back into it.

use fundstelle::app::{Message, Options};
use fundstelle::i18n::language::Language;
use fundstelle::input::mouse::Gesture;
use fundstelle::load::Memory;
use fundstelle::look::panel::{Focus, Panel};
use fundstelle::look::theme::Theme;
use fundstelle::protocol::effect::Effect;
use ratatui::style::Color;

use super::scripts::{
    BACK, BLACK, CARD, CLOSE, DOWN, EXIT, HELP, LANGUAGE, LEFT, MOUSE, NEXT_CLAIM, PAGE_DOWN, PAGE_UP,
    PREVIOUS_PASSAGE, QUIT, REDRAW, RIGHT, STOPS, TO_FIRST, TO_LAST, TOUR, UP, VIEW,
};
use super::{LARGE, SIZES, SMALL};
use crate::common::fixture::{edited, fixture};
use crate::common::{Cells, Screen, USUAL};

pub(super) fn reader(size: Cells) -> Screen {
    Screen::fixture(size, Language::En)
}

/// In the tour, at its first stop.
pub(super) fn presenter(size: Cells) -> Screen {
    let mut screen = reader(size);
    screen.press(TOUR);
    screen
}

/// `7` of `7/13`, in the last row.
pub(super) fn stop(screen: &Screen) -> usize {
    let rows = screen.whole().rows;
    let last = rows[rows.len() - 1].text();
    let (number, rest) =
        last.trim_start().split_once('/').unwrap_or_else(|| panic!("{last:?} counts no stops"));
    assert!(rest.starts_with(&screen.app().stops().to_string()), "{last:?}");
    number.parse().unwrap_or_else(|_| panic!("{last:?}"))
}

/// The keys that type a number.
pub(super) fn digits(number: usize) -> String {
    number.to_string().chars().flat_map(|digit| [digit, ' ']).collect()
}

pub(super) fn footer(screen: &Screen) -> String {
    screen.whole().rows.last().map(crate::common::Row::text).unwrap_or_default()
}

#[test]
fn b_begins_and_the_keys_of_clickers_go_on_and_back() {
    for key in [TOUR, "F5"] {
        let mut screen = reader(SMALL);
        screen.press(key);
        assert_eq!(stop(&screen), 1);
        assert!(screen.text().contains("build abroad"), "{}", screen.text());
        assert!(footer(&screen).contains("→ next"), "a newcomer sees the keys: {}", footer(&screen));
    }
    let mut screen = presenter(SMALL);
    // The points of the stop before come one by one.
    screen.press("4 Enter");
    for (number, key) in (5..).zip([RIGHT, PAGE_DOWN, "Space", "l", CARD, DOWN]) {
        assert_eq!(stop(screen.press(key)), number, "{key}");
        assert!(!footer(&screen).contains('→'), "the keys are shown once: {}", footer(&screen));
    }
    for (number, key) in [9, 8, 7, 6, 5].into_iter().zip([LEFT, PAGE_UP, "h", BACK, UP]) {
        assert_eq!(stop(screen.press(key)), number, "{key}");
    }
    let last = screen.app().stops();
    assert_eq!(stop(screen.press(TO_LAST)), last);
    assert_eq!(stop(screen.press(RIGHT)), last);
    assert!(footer(&screen).contains("That was the last stop"));
    assert_eq!(stop(screen.press(TO_FIRST)), 1);
    screen.press(LEFT);
    assert!(footer(&screen).contains("This is the first stop"));
}

#[test]
fn a_number_and_enter_go_to_a_stop() {
    let mut screen = presenter(SMALL);
    screen.press("1 0");
    assert!(footer(&screen).contains("To stop 10"), "{}", footer(&screen));
    assert_eq!(stop(&screen), 1, "not before Enter");
    assert_eq!(stop(screen.press(CARD)), 10);
    assert_eq!(stop(screen.press("7 Backspace 4 Enter")), 4);
    screen.press("9 9 Enter");
    assert!(footer(&screen).contains("no such stop"));
    assert_eq!(stop(&screen), 4);
    assert_eq!(stop(screen.press("0 Enter")), 4);
    // What was typed is gone with another key.
    assert_eq!(stop(screen.press("7 Right Enter")), 6);
}

#[test]
fn the_screen_is_black_until_any_key() {
    for (key, back) in [(BLACK, BLACK), (TOUR, TOUR), (BLACK, RIGHT), (TOUR, CLOSE), (BLACK, QUIT)] {
        let mut screen = presenter(USUAL);
        screen.press("Right");
        let shown = screen.buffer().clone();
        screen.press(key);
        assert!(screen.buffer().content.iter().all(|cell| cell.symbol() == " " && cell.bg == Color::Black));
        screen.press(back);
        assert_eq!(*screen.buffer(), shown, "{back} only shows it again");
        assert!(screen.escaped().is_empty());
    }
    let mut screen = presenter(USUAL);
    screen.press(BLACK).resize((20, 5));
    assert!(
        screen.text().trim().is_empty(),
        "nor does a screen that is too small say so:\n{}",
        screen.text()
    );
    let mut screen = reader(USUAL);
    assert!(screen.press(BLACK).status().contains("Only in the tour (b)"));
}

/// It changes nothing of what is shown: neither a number that is half typed, nor what the last row says, nor the clock.
#[test]
fn a_redraw_leaves_the_tour_as_it_is() {
    let mut screen = presenter(USUAL);
    let before = screen.buffer().clone();
    assert_eq!(screen.press(REDRAW).escaped(), [Effect::Redraw]);
    assert_eq!(*screen.buffer(), before, "the keys are still shown");
    assert_eq!(stop(screen.press("7").press(REDRAW).press(CARD)), 7);
    assert_eq!(screen.step_by_itself(9).press(REDRAW).app().pace().auto, Some(9));
    let mut screen = presenter(USUAL);
    let shown = screen.press(RIGHT).buffer().clone();
    assert_eq!(screen.press(BLACK).press(REDRAW).escaped(), [Effect::Redraw]);
    assert_eq!(*screen.buffer(), shown, "black ends with any key");
}

#[test]
fn q_leaves_to_read_at_the_stops_selection_and_b_resumes() {
    let mut screen = reader(USUAL);
    screen.press(NEXT_CLAIM);
    let before = screen.selection();
    screen.press(TOUR).press("7 Enter");
    let selection = screen.selection();
    assert_eq!(selection, "claim:one-quarter");
    screen.press(QUIT);
    assert!(!screen.app().is_tour_running() && screen.escaped().is_empty());
    assert_eq!(screen.selection(), selection);
    assert!(screen.status().contains("b: resume the tour at stop 7"), "{}", screen.status());
    assert!(screen.framed("1 Article").text().contains("Viertel"), "{}", screen.text());
    // A question is answered elsewhere.
    screen.press("2 j j j Enter");
    assert_ne!(screen.selection(), selection);
    assert_eq!(stop(screen.press(TOUR)), 7);
    assert_eq!(screen.selection(), selection);
    // Back from reading leads to where one was before.
    screen.press(QUIT);
    while screen.selection() != before {
        let here = screen.selection();
        screen.press(BACK);
        assert!(!screen.status().contains("Here the way began"), "{here}: {}", screen.text());
    }
    // Only this key leaves the program.
    assert_eq!(presenter(SMALL).press(EXIT).escaped(), [Effect::Quit]);
    assert!(presenter(SMALL).press("Esc Esc F5 x u").app().is_tour_running());
}

#[test]
fn the_index_lists_the_stops_and_goes_to_one() {
    for size in [SMALL, USUAL, LARGE] {
        let mut screen = presenter(size);
        screen.press("4 Enter").press(STOPS);
        let listed = screen.framed("Stops");
        for (number, stop) in screen.dossier.tour().iter().enumerate() {
            let title = stop.title.shown("en", &screen.dossier.article.language).expect("a title").text;
            assert!(listed.text().contains(&format!("{:>3}  {title}", number + 1)), "{}", listed.text());
        }
        assert_eq!(listed.words('R').len(), 1, "the cursor is on the current stop: {}", listed.text());
        screen.press("Down Down").press(CARD);
        assert_eq!(stop(&screen), 6);
        assert_eq!(stop(screen.press(STOPS).press(DOWN).press(CLOSE)), 6, "Esc closes the index alone");
    }
    // A number leads to its stop there, too.
    let mut screen = presenter(USUAL);
    assert_eq!(stop(screen.press(STOPS).press("1 2").press(CARD)), 12);
    assert_eq!(
        stop(screen.press(STOPS).press("9 2 Enter")),
        2,
        "there is no stop 92: the number begins anew"
    );
    // From reading it leads into the tour.
    let mut screen = reader(USUAL);
    assert_eq!(stop(screen.press(STOPS).press("End Enter")), screen.app().stops());
}

#[test]
fn notes_and_the_clock_are_shown_when_asked_for() {
    let mut screen = presenter(SMALL);
    let words = "To all appearance";
    assert!(!screen.text().contains(words) && !screen.app().pace().clock);
    screen.press(PREVIOUS_PASSAGE).send(Message::Clock(125));
    assert!(screen.whole().prose().contains(words) && screen.text().contains(" 2:05 "), "{}", screen.text());
    assert!(screen.app().pace().clock);
    assert!(screen.press(RIGHT).whole().prose().contains("names two shipping lines"));
    screen.press(PREVIOUS_PASSAGE);
    assert!(!screen.whole().prose().contains("names two shipping lines") && !screen.app().pace().clock);
}

/// A hand on the mouse must not change what is on the wall.
#[test]
fn the_mouse_does_nothing() {
    let mut screen = reader(USUAL);
    screen.press(MOUSE).press(TOUR);
    let shown = screen.buffer().clone();
    for gesture in [Gesture::Click, Gesture::WheelDown, Gesture::WheelUp] {
        for place in [(10, 5), (80, 5), (80, 20)] {
            screen.mouse(gesture, place);
            assert_eq!(*screen.buffer(), shown, "{gesture:?} at {place:?}");
        }
    }
}

#[test]
fn it_steps_by_itself_until_a_key_is_pressed() {
    let mut screen = reader(SMALL);
    screen.step_by_itself(20);
    assert_eq!(screen.app().pace().auto, Some(20));
    assert!(footer(&screen).contains("until a key is pressed"));
    let stops = screen.app().stops();
    // The third has two points that come one by one.
    for number in [2, 3, 3, 3].into_iter().chain(4..=stops).chain([1, 2]) {
        assert_eq!(stop(screen.send(Message::Step)), number);
    }
    screen.press(DOWN);
    assert_eq!((stop(&screen), screen.app().pace().auto), (3, None));
    assert!(footer(&screen).contains("no longer runs by itself"), "{}", footer(&screen));
    assert_eq!(stop(screen.send(Message::Step)), 3, "one that was on its way no longer counts");
    assert!(!footer(screen.press(DOWN)).contains("by itself"), "it is said once: {}", footer(&screen));
    // It is said where it can be seen, beside what else there is to say.
    for (key, back) in [(BLACK, RIGHT), (HELP, CLOSE), (STOPS, CLOSE)] {
        let mut screen = reader(SMALL);
        screen.step_by_itself(20).press(key);
        assert!(!screen.text().contains("no longer runs") && screen.app().pace().auto.is_none(), "{key}");
        assert!(
            footer(screen.press(back)).contains("no longer runs by itself"),
            "{key}: {}",
            footer(&screen)
        );
        assert_eq!(stop(screen.send(Message::Step)), 1, "{key}");
    }
    let mut screen = reader(SMALL);
    screen.step_by_itself(20).press(LEFT);
    assert!(
        footer(&screen).contains("no longer runs by itself · This is the first stop"),
        "{}",
        footer(&screen)
    );
    // Left and resumed, it waits for keys.
    screen.step_by_itself(20).press(QUIT).press(TOUR);
    assert!(screen.app().pace().auto.is_none() && !footer(&screen).contains("by itself"));
}

/// Who sits far away reads neither a list beside the slide nor anything dim.
#[test]
fn a_stop_has_the_screen_to_itself() {
    for size in [SMALL, USUAL, (160, 45), LARGE] {
        let mut screen = presenter(size);
        for number in 1..=screen.app().stops() {
            screen.press(&digits(number)).press(CARD);
            for panel in ["1 Article", "2 Actors", "3 Timeline", "4 Trend", "5 Claims"] {
                assert!(!screen.text().contains(panel), "{panel} at {size:?}:\n{}", screen.text());
            }
        }
    }
}

/// The wall looks like the handout: what was read and shown before a stop is not seen on it.
#[test]
fn a_stop_looks_the_same_however_one_came_to_it() {
    for size in [USUAL, (160, 45)] {
        let mut walked = reader(size);
        walked.press("2 v End 3 v End 4 v v v v j 5 v End c c Enter z Esc").press(TOUR);
        for number in 1..=walked.app().stops() {
            walked.press(&digits(number)).press(CARD);
            let mut fresh = reader(size);
            fresh.press(TOUR).press(&digits(number)).press(CARD);
            walked.whole().assert_same(&fresh.whole(), &format!("stop {number} at {size:?}"));
        }
    }
}

/// Nobody scrolls during a tour.
#[test]
fn every_stop_stands_whole_in_both_languages() {
    for language in [Language::De, Language::En] {
        for size in [SMALL, USUAL, (160, 45)] {
            let mut screen = Screen::fixture(size, language);
            screen.press(TOUR);
            for number in 1..=screen.app().stops() {
                screen.press(&digits(number)).press(CARD);
                let stop = &screen.dossier.tour()[number - 1];
                let title =
                    stop.title.shown(language.tag(), &screen.dossier.article.language).expect("a title");
                let text = screen.text();
                assert_eq!(screen.app().slide_cut(), [], "stop {number} at {size:?}:\n{text}");
                // From 38 rows on the title is in large letters.
                let is_plain = size.1 < 38;
                let has_words = title.text.split(' ').all(|word| text.contains(word));
                assert!(title.other.is_none() && (has_words || !is_plain), "{text}");
            }
        }
    }
}

#[test]
fn a_stop_says_what_the_article_says_what_the_sources_say_and_the_verdict() {
    let mut screen = presenter(SMALL);
    assert!(screen.press("7 Enter").text().contains('▀'), "the figure is large:\n{}", screen.text());
    let prose = screen.press(VIEW).whole().prose();
    for words in [
        "ARTICLE",
        "Ist weniger als ein Viertel des Rumpfes fertig",
        "SOURCES (Drahtdienst, 5 Nov 2025",
        "in our words",
        "PARTLY TRUE",
        "independent source",
        "Background up to September 2026",
    ] {
        assert!(prose.contains(words), "{words}:\n{}", screen.text());
    }
    screen.press(VIEW);
    // Figures, too, tell how many origins they have.
    let figures = presenter(SMALL).press("9 Enter").text();
    assert!(figures.contains("up to 3 independent sources"), "{figures}");
    // Where there is no room for a large one it is a line.
    let small = screen.resize((40, 10)).text();
    assert!(small.contains("< 20 %") && small.contains("PARTLY TRUE") && !small.contains('▀'), "{small}");
    // The key of the language changes it like any screen.
    assert!(screen.resize(SMALL).press(LANGUAGE).text().contains("STIMMT TEILWEISE"));
    assert!(screen.press(HELP).text().contains("Hilfe"));
    assert_eq!(stop(screen.press(CLOSE)), 7);
}

/// What nobody but us says is not put into the sources' mouth, and what we have not read is counted.
#[test]
fn a_remark_of_ours_is_called_so_and_sources_that_were_not_read_are_counted() {
    let files = |sources: &str| {
        let claim = "[[claim]]\nid = \"c\"\ntext = \"The claim\"\nanchors = [\"Words\"]\nassessment = \"open\"\nnote = \"No figure tests it.\"\n";
        let source =
            "[[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"The Echo\"\nquote = \"Its own words.\"\n";
        let stop = "[[stop]]\ntitle = \"The stop\"\nselect = \"claim:c\"\n";
        let head = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";
        Memory::default()
            .with("a.txt", "Title\nWords.\n")
            .with("dossier.toml", format!("{head}{source}{claim}{sources}{stop}"))
    };
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut ours = Screen::open(&files(""), SMALL, options);
    let text = ours.press(TOUR).press(VIEW).text();
    assert!(
        text.contains("OUR REMARK") && text.contains("No figure tests it.") && !text.contains("SOURCE"),
        "{text}"
    );
    let card = ours.press(QUIT).press(CARD).text();
    assert!(card.contains("Our remark") && !card.contains("The sources, in our words"), "{card}");
    let list = ours.press(CLOSE).press("5 v").framed("5 Claims").row_with("No figure tests it.").text();
    assert!(list.contains('∴') && !list.contains('┊'), "{list}");
    let mut theirs = Screen::open(&files("sources = [\"s\"]\n"), SMALL, options);
    let list = theirs.press("5 v").framed("5 Claims").row_with("No figure tests it.").text();
    assert!(list.contains('┊') && !list.contains('∴'), "{list}");
    let text = theirs.press(TOUR).press(VIEW).text();
    assert!(text.contains("SOURCE (The Echo; in our words)") && text.contains("“Its own words.”"), "{text}");
    assert!(text.contains("1 independent source · 1 of 1 not read by us"), "{text}");
}

#[test]
fn no_size_is_too_small_or_too_large() {
    for size in SIZES {
        let mut screen = presenter(size);
        for number in 1..=screen.app().stops() {
            screen.press(&digits(number)).press(CARD);
            assert_eq!(stop(&screen), number, "{size:?}");
        }
        screen.resize((20, 5)).press(RIGHT).resize(size);
        assert_eq!(stop(&screen), screen.app().stops(), "{size:?}");
    }
}

#[test]
fn words_that_changed_are_shown_with_both_wordings_and_without_a_verdict() {
    let mut screen = presenter(USUAL);
    screen.press("7 Enter").reload(&edited(
        "article.txt",
        "weniger als ein Viertel",
        "mehr als zwei Drittel",
    ));
    assert_eq!(stop(&screen), 7);
    let slide = screen.whole().prose();
    assert!(!slide.contains("PARTLY"), "{}", screen.text());
    assert!(!screen.text().contains('<'), "what was shown large rested on it:\n{}", screen.text());
    assert!(slide.contains("No valid evidence"), "{}", screen.text());
    let prose = screen.press(VIEW).whole().prose();
    assert!(prose.contains("[-weniger-]") && prose.contains("[+mehr+]"), "{}", screen.text());
    assert!(!prose.contains("PARTLY"), "{}", screen.text());
    assert!(prose.contains("no valid evidence") || prose.contains("No valid evidence"), "{}", screen.text());
}

/// A dossier with these stops and two claims.
pub(super) fn with_stops(stops: &str) -> Memory {
    let head = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";
    let claims = "[[claim]]\nid = \"a\"\ntext = \"The first\"\nanchors = [\"First\"]\nassessment = \"open\"\n\
        [[claim]]\nid = \"b\"\ntext = \"The second\"\nanchors = [\"Second\"]\nassessment = \"open\"\n";
    Memory::default()
        .with("a.txt", "Title\nFirst. Second.\n")
        .with("dossier.toml", format!("{head}{claims}{stops}"))
}

/// Its article alone.
pub(super) fn nothing_to_present() -> Memory {
    Memory::default().with("a.txt", "Title\nFirst. Second.\n")
}

pub(super) const ONE: &str = "[[stop]]\ntitle = \"One\"\nselect = \"claim:a\"\npanel = \"claims\"\n";
pub(super) const TWO: &str = "[[stop]]\ntitle = \"Two\"\nselect = \"claim:b\"\npanel = \"article\"\n";

#[test]
fn a_tour_that_is_edited_stays_at_its_stop() {
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&with_stops(ONE), LARGE, options);
    screen.press(TOUR);
    // A stop is put before it.
    screen.reload(&with_stops(&format!("{TWO}{ONE}")));
    assert_eq!((stop(&screen), screen.selection().as_str()), (2, "claim:a"));
    // Another panel and view: both are where one reads on.
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Claims));
    let elsewhere = ONE.replace("panel = \"claims\"", "panel = \"article\"");
    screen.reload(&with_stops(&format!("{TWO}{elsewhere}")));
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
    assert_eq!(stop(&screen), 2);
    // Left, it is resumed where it stands then.
    screen.press(QUIT).reload(&with_stops(&elsewhere));
    assert_eq!(stop(screen.press(TOUR)), 1);
}

#[test]
fn stops_that_are_gone_are_neither_listed_nor_shown() {
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&with_stops(&format!("{ONE}{TWO}")), USUAL, options);
    screen.press(TOUR).press(RIGHT).press(STOPS);
    assert_eq!(stop(screen.reload(&with_stops(ONE)).press(CARD)), 1);
    assert_eq!(screen.selection(), "claim:a");
    // No stop is left while the screen is black: reading goes on, and a later tour begins with the screen lit.
    screen.press(BLACK).reload(&nothing_to_present());
    assert!(
        !screen.app().is_tour_running() && screen.status().contains("Nothing to present"),
        "{}",
        screen.text()
    );
    screen.reload(&with_stops(ONE)).press(STOPS).reload(&nothing_to_present());
    assert!(screen.press(CARD).shows("1 Article") && !screen.app().is_tour_running());
    assert_eq!(stop(screen.reload(&with_stops(ONE)).press(TOUR)), 1);
}

#[test]
fn no_filter_hides_what_a_stop_shows() {
    for filtered in ["f Space Esc", "a"] {
        for begin in ["b", "i Enter"] {
            let mut screen = reader(LARGE);
            screen.press("5").press(filtered);
            assert!(screen.text().contains("filtered") || screen.text().contains("after article 0 of"));
            screen.press(begin);
            for (number, panel, words) in [(7, "5 Claims", "Ships less than"), (8, "4 Trend", "410 Luhort")] {
                screen.press(&digits(number)).press(CARD).press(QUIT);
                let text = screen.text();
                assert!(screen.framed(panel).text().contains(words), "{filtered} {begin}:\n{text}");
                assert!(!text.contains("filtered") && !text.contains("after article 0 of"), "{text}");
                screen.press(TOUR);
            }
        }
    }
}

#[test]
fn in_the_tour_what_the_stop_shows_is_copied_whatever_was_searched_for() {
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&with_stops(TWO), USUAL, options);
    screen.press("/ f i r s t").press(CARD).press(TOUR).press("y");
    let Some(Effect::Copy { what, .. }) = screen.escaped().last() else { panic!("nothing is copied") };
    assert_eq!(what, "Markdown: The second");
}

#[test]
fn without_stops_a_tour_is_made_of_what_there_is() {
    let head = "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";
    let tables = "[[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n\
        [[series]]\nid = \"f\"\noutlet = \"S\"\nkind = \"list\"\ntitle = \"Figures\"\ndefinition = \"D\"\n\
        [[gap]]\nid = \"g\"\nnear = \"Second\"\ntext = \"The gap\"\nsources = [\"s\"]\n\
        [[claim]]\nid = \"b\"\ntext = \"The second\"\nanchors = [\"Second\"]\nassessment = \"qualified\"\nsources = [\"s\"]\n\
        [[claim]]\nid = \"a\"\ntext = \"The first\"\nanchors = [\"First\"]\nassessment = \"borne-out\"\nsources = [\"s\"]\n\
        [[claim]]\nid = \"o\"\ntext = \"Open\"\nanchors = [\"Third\"]\nassessment = \"open\"\n\
        [[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"L\"\n\
        [[event]]\nid = \"late\"\ndate = \"2026\"\nlane = \"l\"\nkind = \"report\"\ntitle = \"Late\"\nsummary = \"x\"\nsources = [\"s\"]\nprominent = true\n\
        [[event]]\nid = \"early\"\ndate = \"2025\"\nlane = \"l\"\nkind = \"report\"\ntitle = \"Early\"\nsummary = \"x\"\nsources = [\"s\"]\nprominent = true\n\
        [[event]]\nid = \"minor\"\ndate = \"2024\"\nlane = \"l\"\nkind = \"report\"\ntitle = \"Minor\"\nsummary = \"x\"\nsources = [\"s\"]\n";
    let files = Memory::default()
        .with("a.txt", "Title\nFirst. Second. Third.\n")
        .with("dossier.toml", format!("{head}{tables}"));
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&files, USUAL, options);
    screen.press(TOUR);
    let mut shown = vec![screen.selection()];
    while shown.len() < screen.app().stops() {
        shown.push(screen.press(RIGHT).selection());
    }
    // What holds least comes first; then what is left out, the events, and how all claims hold.
    assert_eq!(shown, ["claim:b", "claim:a", "gap:g", "", ""]);
    assert!(screen.press(STOPS).text().contains("made from the dossier"));
    // Nothing to present.
    let alone = Memory::default().with("a.txt", "Title\nWords.\n");
    let mut screen = Screen::open(&alone, USUAL, options);
    assert!(screen.press(TOUR).status().contains("Nothing to present") && !screen.app().is_tour_running());
    assert!(screen.press(STOPS).status().contains("Nothing to present"));
}

#[test]
fn claims_are_compared_in_their_own_view() {
    let mut screen = reader(LARGE);
    screen.press("5");
    let list = screen.framed("5 Claims").text();
    let notice = "Claims beside the article's words and what the sources say, in our words";
    assert!(screen.press("v").status().contains(notice));
    let compared = screen.framed("5 Claims").text();
    assert!(
        compared.contains('„')
            && compared.contains("Abendkurier")
            && compared.lines().count() == list.lines().count()
    );
    assert!(screen.press("v").status().contains("Claims at a glance"));
    screen.press("v");
    assert_eq!(screen.framed("5 Claims").text(), list);
}

/// The place where something is left out and what the gap itself rests on: neither is taken for the other.
#[test]
fn a_gap_is_compared_with_its_place_and_its_own_words() {
    let mut screen = reader(LARGE);
    screen.press("5 v").select("gap:dock-money");
    let claims = screen.framed("5 Claims").text();
    let begins = |row: &str| claims.lines().any(|line| line.trim_start().starts_with(row));
    assert!(begins("+ „zwei alte Docks“") && begins("▏ „in den Lehrwerkstätten"), "{claims}");
}

/// A stop that selects nothing: what was read before leaves no trace in the panels, neither beside the stop nor after it.
#[test]
fn a_stop_that_selects_nothing_lights_nothing() {
    const PANELS: [&str; 4] = ["2 Actors", "3 Timeline", "4 Trend", "5 Claims"];
    let files = fixture().with("tour.toml", "[[stop]]\ntitle = \"When\"\npanel = \"timeline\"\n");
    let options = || Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    for size in [SMALL, USUAL, LARGE] {
        // Some of these light rows far down in lists beside them, which are scrolled to them.
        for read in ["2 j j j j j", "2 j j j j j j j j", "3 j j j j j j j j", "3 j j j j j j j j j j", "c c"]
        {
            let mut screen = Screen::open(&files, size, options());
            screen.press(read);
            assert_ne!(screen.selection(), "");
            let mut other = Screen::open(&files, size, options());
            for key in [TOUR, QUIT, "3", "4", "5", "2"] {
                screen.press(key);
                other.press(key);
                // Only a list that is entered selects its row.
                let is_in_list = ![TOUR, QUIT].contains(&key);
                assert_eq!(screen.selection(), other.selection());
                assert_eq!(screen.selection() != "", is_in_list);
                if screen.shows("1 Article") && !is_in_list {
                    assert_eq!(screen.framed("1 Article").words('L').concat(), "", "{read:?} and {key:?}");
                }
                for panel in PANELS.into_iter().filter(|panel| other.shows(panel)) {
                    let context = format!("{panel} after {read:?} and {key:?} at {size:?}");
                    screen.framed(panel).assert_same(&other.framed(panel), &context);
                }
            }
        }
    }
}
