//! A talk on two screens, the audience's and the speaker's: each follows the other, and the next talk goes on where this
//! one ended.

use fundstelle::app::{Message, Options};
use fundstelle::i18n::language::Language;
use fundstelle::look::theme::Theme;
use fundstelle::protocol::effect::Effect;
use fundstelle::protocol::position::{Companion, Position, StopMark};
use proptest::prelude::*;

use super::resume::again;
use super::scripts::{
    BLACK, CARD, EXIT, HELP, LANGUAGE, LEFT, NEXT_CLAIM, NEXT_PASSAGE, QUIT, RIGHT, SEARCH, STOPS, TO_FIRST,
    TO_LAST, TOUR,
};
use super::tour::with_stops;
use super::{LARGE, SIZES, SMALL};
use crate::common::{Cells, Row, Screen, USUAL};

fn options() -> Options {
    Options { language: Language::En, theme: Theme::Mono, ..Options::default() }
}

fn audience(size: Cells) -> Screen {
    let mut screen = Screen::fixture_with(size, options());
    screen.begin_talk(Some(1));
    screen
}

fn speaker(size: Cells) -> Screen {
    let mut screen = Screen::fixture_with(size, options());
    screen.show_as_speaker().begin_talk(Some(1));
    screen
}

fn position(screen: &Screen) -> Position {
    screen.app().position().expect("the tour has begun")
}

/// Lets a screen follow another, as after a key there.
fn follow(screen: &mut Screen, other: &Screen, since: u64) {
    screen.send(Message::Presented { position: position(other), since });
}

/// The number of the stop, from 1.
fn stop(screen: &Screen) -> usize {
    position(screen).stop.number + 1
}

/// Types the number of a stop, and Enter.
fn go_to(screen: &mut Screen, number: usize) {
    let digits: Vec<String> = number.to_string().chars().map(String::from).collect();
    screen.press(&digits.join(" ")).press(CARD);
}

fn footer(screen: &Screen) -> String {
    screen.whole().rows.last().map(Row::text).unwrap_or_default()
}

#[test]
fn the_speaker_sees_notes_clocks_and_what_comes_next() {
    let mut screen = speaker(SMALL);
    screen.send(Message::Clock(65)).press(RIGHT).send(Message::Clock(132));
    let top = screen.whole().rows[0].text();
    assert!(top.starts_with("  2/12 ") && top.trim_end().ends_with("this stop 1:07 · talk 2:12"), "{top:?}");
    let text = screen.whole().prose();
    for words in [
        "The names it gives: Ostlinie and Wellgard",
        "Notes",
        "names two shipping lines",
        "Next",
        "Since when? The rules begin in 2022",
        "No audience’s screen yet",
    ] {
        assert!(text.contains(words), "{words:?} in:\n{}", screen.text());
    }
    assert!(screen.app().pace().clock);
    assert!(screen.press(TO_LAST).text().contains("This is the last stop."));
    // Nothing of the sort on the audience's.
    let mut wall = audience(SMALL);
    let before = wall.press(RIGHT).buffer().clone();
    assert!(!wall.app().pace().clock && !wall.whole().prose().contains("names two shipping lines"));
    assert_eq!(
        *wall.send(Message::Companion(Companion::Joined)).buffer(),
        before,
        "who has come does not show"
    );
}

#[test]
fn every_key_that_moves_moves_both_whichever_screen_it_is_pressed_on() {
    let keys =
        [RIGHT, "PageDown", "7 Enter", LEFT, "PageUp", TO_LAST, TO_FIRST, CARD, BLACK, BLACK, "3 Enter"];
    for here_first in [true, false] {
        let (mut wall, mut desk) = (audience(SMALL), speaker(SMALL));
        for (number, key) in keys.iter().enumerate() {
            if (number % 2 == 0) == here_first {
                wall.press(key);
                follow(&mut desk, &wall, 0);
            } else {
                desk.press(key);
                follow(&mut wall, &desk, 0);
            }
            assert_eq!(position(&wall), position(&desk), "{key}");
        }
        assert_eq!(stop(&wall), 3);
        // What was followed is drawn as what was pressed.
        let mut pressed = audience(SMALL);
        assert_eq!(wall.buffer(), pressed.press("3 Enter").buffer());
    }
}

#[test]
fn black_is_the_audiences_the_speaker_still_reads() {
    let (mut wall, mut desk) = (audience(SMALL), speaker(SMALL));
    desk.send(Message::Companion(Companion::Joined));
    assert!(footer(&desk).contains("The audience’s screen follows"), "{}", footer(&desk));
    desk.press(RIGHT).press(BLACK);
    follow(&mut wall, &desk, 0);
    assert!(wall.text().trim().is_empty() && !wall.app().pace().clock);
    assert!(footer(&desk).contains("BLACK") && desk.app().pace().clock, "{}", desk.text());
    assert!(desk.whole().prose().contains("names two shipping lines"));
    // Any key lifts it, on either, and does nothing else.
    wall.press(QUIT);
    follow(&mut desk, &wall, 0);
    assert!(!footer(&desk).contains("BLACK") && stop(&desk) == 2);
    assert!(desk.escaped().is_empty() && wall.escaped().is_empty());
}

const STEPS: &str = "[[stop]]\ntitle = \"One\"\nselect = \"claim:a\"\npanel = \"claims\"\nsteps = true\n\
    points = [\"First point\", \"Second point\", \"Third point\"]\n";
const OTHER: &str = "[[stop]]\ntitle = \"Two\"\nselect = \"claim:b\"\npanel = \"claims\"\n";

#[test]
fn the_speaker_sees_which_point_comes_next() {
    let files = with_stops(&format!("{STEPS}{OTHER}"));
    let open = || {
        let mut screen = Screen::open(&files, SMALL, options());
        screen.begin_talk(Some(1));
        screen
    };
    let (mut wall, mut desk) = (open(), open());
    desk.show_as_speaker();
    let next = |desk: &Screen| {
        let rows = desk.whole().rows;
        let marked: Vec<String> = rows.iter().map(Row::text).filter(|row| row.starts_with("  →")).collect();
        marked.concat().trim().to_owned()
    };
    for (points, wanted) in [(0, "→  First point"), (1, "→  Second point"), (2, "→  Third point"), (3, "")]
    {
        assert_eq!((position(&desk).points, next(&desk).as_str()), (points, wanted), "{}", desk.text());
        assert!(desk.text().contains("Third point"), "the speaker sees all of them");
        if points < 3 {
            wall.press(RIGHT);
            follow(&mut desk, &wall, 0);
        }
    }
    desk.press(LEFT);
    follow(&mut wall, &desk, 0);
    assert_eq!((position(&wall).points, stop(&wall)), (2, 1));
}

#[test]
fn numbers_and_the_index_serve_on_the_speakers_screen_too() {
    let mut desk = speaker(SMALL);
    desk.press("1 0");
    assert!(footer(&desk).contains("To stop 10"), "{}", footer(&desk));
    assert_eq!(stop(desk.press(CARD)), 10);
    desk.press(STOPS);
    assert!(desk.shows("Stops") || desk.text().contains("Stops"), "{}", desk.text());
    desk.press("Down").press(CARD);
    assert_eq!(stop(&desk), 11);
    desk.press(HELP).press("Esc");
    assert_eq!(stop(&desk), 11);
}

#[test]
fn the_speakers_screen_is_not_for_reading_and_ends_at_once() {
    let mut desk = speaker(SMALL);
    desk.press(SEARCH);
    assert!(footer(&desk).contains("Search on the audience’s screen"), "{}", footer(&desk));
    // What is typed is no command, until it ends as a search does.
    desk.press("g o e M 4");
    assert_eq!((stop(&desk), desk.escaped()), (1, &[][..]));
    desk.press(CARD).press(RIGHT);
    assert_eq!(stop(&desk), 2);
    desk.press(LEFT);
    assert_eq!(stop(&desk), 1);
    assert_eq!(desk.press(QUIT).escaped(), [Effect::Quit]);
    assert_eq!(speaker(SMALL).press(EXIT).escaped(), [Effect::Quit]);
}

#[test]
fn the_speaker_may_set_the_clock_to_nothing() {
    let mut desk = speaker(SMALL);
    desk.send(Message::Clock(600)).press(RIGHT).send(Message::Clock(700));
    // One press may be a slip.
    assert_eq!(desk.press(NEXT_CLAIM).escaped(), []);
    assert!(footer(&desk).contains("again sets both clocks"), "{}", footer(&desk));
    assert_eq!(desk.press(NEXT_CLAIM).escaped(), [Effect::RestartClock]);
    assert!(desk.text().contains("this stop 0:00 · talk 0:00"), "{}", desk.text());
    // The other screen knows how long a stop was shown already.
    let wall = audience(SMALL);
    follow(&mut desk, &wall, 20);
    desk.send(Message::Clock(50));
    assert!(desk.text().contains("this stop 0:30 · talk 0:50"), "{}", desk.text());
}

#[test]
fn long_notes_are_turned_page_by_page() {
    let notes = (1..=60)
        .map(|number| format!("Sentence {number} of what to say here."))
        .collect::<Vec<_>>()
        .join(" ");
    let files = with_stops(&format!("{OTHER}speaker = \"{notes}\"\n{STEPS}"));
    let mut desk = Screen::open(&files, SMALL, options());
    desk.show_as_speaker().begin_talk(Some(1));
    assert!(
        desk.text().contains("n turns the page") && !desk.text().contains("Sentence 60"),
        "{}",
        desk.text()
    );
    let mut seen = desk.text();
    for _ in 0..8 {
        seen += &desk.press(NEXT_PASSAGE).text();
    }
    let seen = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    for number in 1..=60 {
        assert!(
            seen.contains(&format!("Sentence {number} ")) || seen.contains(&format!(" {number} of")),
            "{number}"
        );
    }
    // After the last page the first again, and another stop begins at its first.
    desk.press(RIGHT).press(LEFT);
    assert!(desk.text().contains("Sentence 1 of"), "{}", desk.text());
}

#[test]
fn while_the_audience_sees_the_reading_view_the_speaker_knows_and_can_call_back() {
    let (mut wall, mut desk) = (audience(USUAL), speaker(SMALL));
    desk.send(Message::Companion(Companion::Joined));
    wall.press("4 Enter").press(QUIT).press("2 j");
    follow(&mut desk, &wall, 0);
    assert_eq!(stop(&desk), 4);
    assert!(footer(&desk).contains("shows the reading view"), "{}", footer(&desk));
    // Half a search, a help over it: what is asked for on the other screen comes first.
    wall.press(SEARCH).press("o s");
    desk.press(RIGHT);
    follow(&mut wall, &desk, 0);
    assert!(wall.app().is_tour_running() && stop(&wall) == 5, "{}", wall.text());
    let mut pressed = audience(USUAL);
    pressed.press("5 Enter");
    assert_eq!(wall.selection(), pressed.selection());
    follow(&mut desk, &wall, 0);
    assert!(!footer(&desk).contains("reading"));
}

#[test]
fn the_one_that_is_left_goes_on_and_says_so() {
    let (mut wall, mut desk) = (audience(SMALL), speaker(SMALL));
    for (screen, words) in
        [(&mut wall, "The speaker’s screen has ended"), (&mut desk, "The audience’s screen has ended")]
    {
        screen.send(Message::Companion(Companion::Joined)).press(RIGHT);
        screen.send(Message::Companion(Companion::Left));
        assert!(footer(screen).contains(words), "{}", footer(screen));
        assert_eq!(stop(screen.press(RIGHT)), 3);
    }
    assert!(!footer(&wall).contains("ended"), "the audience reads it once");
    assert!(footer(&desk).contains("ended"), "the speaker knows as long as it is so");
    desk.send(Message::Companion(Companion::Joined));
    assert!(footer(&desk).contains("follows"));
}

#[test]
fn it_no_longer_steps_by_itself_once_the_other_screen_asks() {
    let (mut wall, mut desk) = (audience(SMALL), speaker(SMALL));
    wall.step_by_itself(9);
    desk.press(RIGHT);
    follow(&mut wall, &desk, 0);
    assert_eq!((wall.app().pace().auto, stop(&wall)), (None, 2));
}

/// Two versions of a dossier, or two languages: a stop is known by what it is about.
#[test]
fn a_stop_is_known_by_what_it_is_and_what_is_unknown_is_not_followed() {
    let open = |stops: &str| {
        let mut screen = Screen::open(&with_stops(stops), SMALL, options());
        screen.begin_talk(Some(1));
        screen
    };
    let (mut wall, mut desk) = (open(&format!("{STEPS}{OTHER}")), open(OTHER));
    wall.press(TO_LAST);
    follow(&mut desk, &wall, 0);
    assert_eq!((stop(&wall), stop(&desk)), (2, 1), "it has another number there");
    wall.press(TO_FIRST);
    let before = position(&desk);
    follow(&mut desk, &wall, 0);
    assert_eq!(position(&desk), before);
    assert!(footer(&desk).contains("does not exist here"), "{}", footer(&desk));

    let mut german = speaker(SMALL);
    german.press(LANGUAGE);
    let mut english = audience(SMALL);
    follow(&mut german, english.press("6 Enter"), 0);
    assert!(stop(&german) == 6 && german.text().contains("Danach"), "{}", german.text());
}

#[test]
fn the_details_are_shown_on_both() {
    let (mut wall, mut desk) = (audience(SMALL), speaker(SMALL));
    let details = Position { details: true, ..position(&wall) };
    for screen in [&mut wall, &mut desk] {
        screen.send(Message::Presented { position: details.clone(), since: 0 });
        assert_eq!(position(screen), details);
    }
    assert!(footer(&desk).contains("details"), "{}", footer(&desk));
    let slide = Position { details: false, ..details };
    desk.send(Message::Presented { position: slide.clone(), since: 0 });
    assert_eq!(position(&desk), slide);
}

#[test]
fn the_speakers_screen_fits_every_size() {
    for language in [Language::De, Language::En] {
        for size in SIZES {
            let mut desk = Screen::fixture_with(size, Options { language, ..options() });
            desk.show_as_speaker().begin_talk(Some(1));
            for number in 1..=desk.app().stops() {
                go_to(&mut desk, number);
                let rows = desk.whole().rows;
                let top = rows[0].text();
                assert!(
                    top.contains(&format!(" {number}/12 ")) && top.contains("0:00"),
                    "{size:?}:\n{}",
                    desk.text()
                );
                let text = desk.text();
                let (notes, next) =
                    if language == Language::De { ("Notizen", "Danach") } else { ("Notes", "Next") };
                assert!(text.contains(notes) && text.contains(next), "{size:?}:\n{text}");
            }
        }
        for size in [(1, 1), (39, 9), (500, 200)] {
            let mut desk = Screen::fixture_with(size, Options { language, ..options() });
            desk.show_as_speaker().begin_talk(Some(1)).press(RIGHT).press(BLACK).press(RIGHT);
        }
    }
}

#[test]
fn the_notes_stand_whole_at_the_size_of_a_laptop() {
    for number in 1..=12 {
        let mut desk = speaker(SMALL);
        go_to(&mut desk, number);
        let notes = desk.dossier.tour()[number - 1].speaker.clone().expect("notes");
        let english = notes.shown("en", &desk.dossier.article.language).expect("English").text;
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        let shown = desk.whole().rows.iter().map(Row::text).collect::<String>();
        assert!(letters(&shown).contains(&letters(english)), "{number}:\n{}", desk.text());
    }
}

// --- The next talk ---

#[test]
fn the_next_talk_begins_where_the_last_one_ended() {
    for way in ["7 Enter", "8 Enter Left", "7 Enter q 2 j", "7 Enter ."] {
        let mut before = audience(USUAL);
        before.press(way);
        let mut screen = again(&before);
        screen.begin_talk(None);
        assert_eq!(stop(&screen), 7, "{way}");
        let said = "At stop 7, where the last talk ended · Home: to the first";
        assert!(footer(&screen).contains(said), "{}", footer(&screen));
        assert!(!position(&screen).black);
        assert_eq!(stop(screen.press(TO_FIRST)), 1);
        // From reading too, and once.
        let mut screen = again(&before);
        screen.press(TOUR);
        assert!(stop(&screen) == 7 && footer(&screen).contains(said), "{}", footer(&screen));
        screen.press(RIGHT).press(QUIT).press(TOUR);
        assert!(stop(&screen) == 8 && !footer(&screen).contains("last talk"), "{}", footer(&screen));
    }
}

#[test]
fn it_begins_with_the_first_stop_where_the_last_was_reached_or_another_is_asked_for() {
    // Back to an earlier stop for a question.
    for way in ["End", "End 5 Enter"] {
        let mut before = audience(USUAL);
        before.press(way);
        let mut screen = again(&before);
        screen.begin_talk(None);
        assert_eq!(stop(&screen), 1, "{way}");
        assert!(footer(&screen).contains("→ next"), "{}", footer(&screen));
    }
    // Unless the talk was begun again since.
    let mut before = audience(USUAL);
    before.press("End Home 5 Enter");
    assert_eq!(stop(again(&before).begin_talk(None)), 5);
    let mut screen = again(&before);
    screen.begin_talk(Some(3));
    assert!(stop(&screen) == 3 && !footer(&screen).contains("last talk"));
    // Without a bookmark, as with --fresh.
    assert_eq!(stop(Screen::fixture_with(USUAL, options()).begin_talk(None)), 1);
}

#[test]
fn who_only_reads_in_between_forgets_nothing() {
    let mut before = audience(USUAL);
    before.press("9 Enter q");
    let mut reader = again(&before);
    reader.press("3 j j");
    assert_eq!(reader.app().bookmark().talk, before.app().bookmark().talk);
    assert_eq!(stop(again(&reader).begin_talk(None)), 9);
}

#[test]
fn a_stop_that_has_moved_is_found_and_one_that_is_gone_is_not() {
    let open = |stops: &str| Screen::open(&with_stops(stops), LARGE, options());
    let three = "[[stop]]\ntitle = \"Three\"\nselect = \"claim:b\"\npanel = \"claims\"\n";
    let mut before = open(&format!("{STEPS}{OTHER}{STEPS}"));
    before.begin_talk(Some(2));
    let bookmark = before.app().bookmark();
    for (stops, wanted) in [
        (format!("{STEPS}{STEPS}{OTHER}{STEPS}"), 3),
        (format!("{OTHER}{STEPS}"), 1),
        (format!("{STEPS}{STEPS}"), 1),
        (format!("{STEPS}{STEPS}{three}{STEPS}"), 3),
    ] {
        let mut screen = open(&stops);
        screen.resume(&bookmark).begin_talk(None);
        assert_eq!(stop(&screen), wanted, "{stops}");
    }
    let mut screen = open("");
    screen.resume(&bookmark);
    assert_eq!(screen.app().position(), None);
}

fn any_position() -> impl Strategy<Value = Position> {
    let select = prop::option::of(prop_oneof![Just("claim:one-quarter".to_owned()), any::<String>()]);
    let title = prop_oneof![Just("Ein Viertel oder 20 Prozent?".to_owned()), any::<String>()];
    let stop = (prop_oneof![0_usize..14, any::<usize>()], title, select)
        .prop_map(|(number, title, select)| StopMark { number, title, select });
    let shown = (prop_oneof![0_usize..5, any::<usize>()], any::<bool>(), any::<bool>(), any::<bool>());
    (stop, shown).prop_map(|(stop, (points, black, details, reading))| Position {
        points,
        black,
        details,
        reading,
        stop,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the other screen says, in whatever state this one is, nothing breaks.
    #[test]
    fn any_position_is_followed_or_ignored(
        positions in prop::collection::vec((any_position(), any::<u64>()), 1..6),
        keys in prop::sample::select(&["", "q", "q /", "i", "?", ".", "7", "q 5 j Enter"][..]),
        is_speaker in any::<bool>(),
        size in prop::sample::select(&[(5, 5), (40, 10), SMALL, USUAL][..]),
    ) {
        let mut screen = audience(size);
        if is_speaker {
            screen.show_as_speaker();
        }
        screen.press(keys);
        for (position, since) in positions {
            screen.send(Message::Presented { position, since }).settle();
            let now = screen.app().position().expect("the tour has begun");
            prop_assert!(now.stop.number < screen.app().stops());
            prop_assert!(now.points <= screen.dossier.tour()[now.stop.number].points.len());
        }
        screen.press("Right Left");
    }
}
