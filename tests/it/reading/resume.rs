//! One opens where one left off: the same place, selection and panel, as if one had never been away.

use fundstelle::app::{Bookmark, Options, Quoted, draw};
use fundstelle::i18n::language::Language;
use fundstelle::input::action::TABLE;
use fundstelle::load::Memory;
use fundstelle::look::panel::{Focus, Panel};
use fundstelle::look::theme::Theme;
use fundstelle::panels::PanelPlace;
use proptest::prelude::*;

use crate::common::{Cells, Screen, USUAL, assert_back};
use crate::reading::scripts::{
    BACK, CHANGE, FILTER, HELP, LANGUAGE, MAKE_STOP, MARK, NOTHING, ONLY_AFTER, PALETTE, SEARCH, STOPS,
    SUGGEST, THEME, TOUR,
};
use crate::reading::{LARGE, SMALL};

fn options() -> Options {
    Options { language: Language::En, theme: Theme::Mono, ..Options::default() }
}

/// Another reading of the same dossier, from where this one stands.
pub(super) fn again(before: &Screen) -> Screen {
    let size = before.buffer().area;
    let mut screen = Screen::fixture_with((size.width, size.height), options());
    screen.resume(&before.app().bookmark());
    screen
}

#[test]
fn the_next_reading_begins_where_the_last_one_ended() {
    for size in [SMALL, USUAL, LARGE] {
        for script in [
            "End",
            "Right Right",
            "2 j j",
            "2 v j j j j j",
            "3 v j PageDown",
            "4 j j",
            "4 v j",
            "4 v j Left Left",
            "4 v v j",
            "4 v v v j",
            "4 v v v v j",
            "5 j j j j",
            "5 j j w n",
            "c c c Enter j j",
            "Right Enter Tab G",
            "5 3 1",
            "m 2 j Enter z",
            "3 j z",
            "2 s j j",
        ] {
            let mut before = Screen::fixture_with(size, options());
            before.press(script);
            let mut screen = again(&before);
            let status = screen.status();
            // On the largest screen the whole article is in sight, and its end is no other place.
            let moved = (size, script) != (LARGE, "End");
            assert!(
                !moved || status.contains("Where you left off · Bksp: to the start"),
                "{script}: {status}"
            );
            screen.press(NOTHING);
            assert_back(&screen, before.press(NOTHING));
            let views = ["2 Actors", "3 Timeline", "4 Trend"].into_iter().filter(|name| before.shows(name));
            for name in views {
                let note = |screen: &Screen| screen.whole().row_with(name).text();
                assert_eq!(note(&screen), note(&before), "{script}: the view of {name}");
            }
        }
    }
}

#[test]
fn back_leads_to_the_beginning_and_forward_on_again() {
    let mut before = Screen::fixture_with(USUAL, options());
    before.press("5 j j w");
    let mut screen = again(&before);
    screen.press(BACK).press(NOTHING);
    assert_back(&screen, &Screen::fixture_with(USUAL, options()));
    screen.press("L").press(NOTHING);
    assert_back(&screen, before.press(NOTHING));
}

/// Whoever did nothing last time sees no message.
#[test]
fn at_the_beginning_there_is_nothing_to_say() {
    let before = Screen::fixture_with(USUAL, options());
    assert_eq!(again(&before).buffer(), before.buffer());
}

/// Opened where there is no room and left again, the place is not lost.
#[test]
fn a_screen_without_room_keeps_the_place() {
    let mut before = Screen::fixture_with(SMALL, options());
    before.press("PageDown PageDown");
    let bookmark = before.app().bookmark();
    let mut screen = Screen::fixture_with((5, 5), options());
    screen.resume(&bookmark);
    assert_eq!(screen.app().bookmark(), bookmark);
    screen.resize(SMALL).press(NOTHING);
    assert_back(&screen, before.press(NOTHING));
}

/// Where a panel has the whole screen the article goes to the selection's words once it is shown; also the next time.
#[test]
fn the_article_out_of_sight_still_goes_to_the_words() {
    let mut before = Screen::fixture_with((45, 12), options());
    before.press("End 2").select("actor:talland");
    let mut screen = again(&before);
    screen.press("1");
    assert!(
        screen.framed("1 Article").words('L').iter().any(|words| words.contains("Tal")),
        "{}",
        screen.golden()
    );
    // And where the article has no words for it, it stays where it was.
    before.press("1 End");
    let line = first_line(&before);
    before.press("3 j");
    while !before.lit().passages.is_empty() {
        before.press("j");
    }
    screen = again(&before);
    screen.press("1");
    assert_eq!(first_line(&screen), line);
}

/// Links have numbers, and another one before them changes those.
#[test]
fn a_link_is_known_by_its_words() {
    let linked = |article: &str| Memory::default().with("a.md", format!("# Title\n\n{article}\n"));
    let mut before =
        Screen::open(&linked("A [first](http://a) and a [second](http://b) link."), SMALL, options());
    before.press("Right Right");
    assert_eq!(before.selection(), "link:2");
    for (article, selection) in [
        ("A [first](http://a) and a [second](http://b) link.", "link:2"),
        ("A [new](http://c), a [first](http://a) and a [second](http://b) link.", "link:3"),
        ("Only a [second](http://b) link.", "link:1"),
        ("A [first](http://a) and a [third](http://b) link.", ""),
        ("A [first](http://a) and a second link.", ""),
    ] {
        let mut screen = Screen::open(&linked(article), SMALL, options());
        screen.resume(&before.app().bookmark());
        assert_eq!(screen.selection(), selection, "{article}");
        assert_eq!(
            screen.framed("1 Article").words('R').concat(),
            if selection.is_empty() { "" } else { "second" }
        );
    }
}

/// An article of so many numbered lines, each about one of two actors.
fn numbered(before: &str, from: usize, to: usize) -> Memory {
    let lines: Vec<String> =
        (from..to).map(|line| format!("{before}Line {line} tells of Alpha.\n")).collect();
    let dossier = "format = 1\nid = \"d\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
                   [[actor]]\nid = \"alpha\"\nkind = \"company\"\nname = \"Alpha\"\nprominent = true\n\
                   aliases = [\"Alpha\"]\n";
    Memory::default().with("a.txt", format!("A title\n{}", lines.concat())).with("dossier.toml", dossier)
}

/// The first line of the article in sight.
fn first_line(screen: &Screen) -> String {
    screen.framed("1 Article").rows[0].text().trim().to_owned()
}

#[test]
fn an_article_that_grew_is_opened_at_the_same_words() {
    let mut before = Screen::open(&numbered("", 100, 200), SMALL, options());
    before.press("PageDown PageDown Down Down");
    let line = first_line(&before);
    assert!(line.starts_with("Line 1"), "{line}");
    let mut longer = Screen::open(&numbered("", 50, 200), SMALL, options());
    longer.resume(&before.app().bookmark());
    assert_eq!(first_line(&longer), line);
}

#[test]
fn words_that_are_gone_lead_to_the_selection_or_to_the_beginning() {
    let mut before = Screen::open(&numbered("", 100, 200), SMALL, options());
    before.press("PageDown PageDown");
    let mut other = Screen::open(&numbered("It says: ", 500, 600), SMALL, options());
    other.resume(&before.app().bookmark());
    assert!(first_line(&other).contains("A title"), "{}", other.text());

    // The current passage stands there too, but it is another line's.
    before.press("Right");
    assert_eq!(before.selection(), "actor:alpha");
    other = Screen::open(&numbered("It says: ", 500, 600), SMALL, options());
    other.resume(&before.app().bookmark());
    assert_eq!(other.selection(), "actor:alpha");
    assert!(other.framed("1 Article").words('L').contains(&"Alpha".to_owned()), "{}", other.text());
}

#[test]
fn what_is_no_longer_there_is_left_out() {
    let bookmark = saved(
        "focus = \"card\"\nside = \"timeline\"\nshared = \"nowhere\"\nselection = \"actor:nobody\"\n\
         series = \"none\"\ncard = [3, 9]\n[panels.actors]\nview = \"nobody\"\n[panels.nowhere]\nview = \"all\"\n\
         [panels.trend]\nview = \"none\"\nitem = \"x:y\"\n",
    );
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.resume(&bookmark);
    assert_eq!(screen.selection(), "");
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Timeline));
    assert!(screen.shows("2 Actors") && screen.shows("1 Article"));
}

/// A bookmark as it stands in a file.
fn saved(text: &str) -> Bookmark {
    toml::from_str(text).unwrap_or_else(|error| panic!("{error}:\n{text}"))
}

/// What version 0.1 wrote in the state folder is read by this one.
#[test]
fn a_bookmark_of_version_0_1_leads_to_the_same_place() {
    let bookmark = saved(
        "focus = \"timeline\"\nside = \"timeline\"\nopener = \"article\"\nshared = \"claims\"\nwhole = false\n\
         marks = \"all\"\nselection = \"event:chip-licence-2022\"\nall_actors = true\nall_events = true\n\
         series = \"pegel-planned\"\n[top]\nstart = 0\nend = 0\nwords = \"\"\n",
    );
    let mut screen = Screen::fixture_with(USUAL, options());
    screen.resume(&bookmark);
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Timeline));
    assert!(screen.whole().row_with("3 Timeline").text().contains("all "), "{}", screen.text());
    assert!(screen.whole().row_with("4 Trend").text().contains("series 2/"), "{}", screen.text());
    assert!(screen.whole().row_with("[5 Claims]").text().contains("2 Actors"), "{}", screen.text());
    screen.press("2");
    assert!(screen.whole().row_with("[2 Actors]").text().contains("all "), "{}", screen.text());
    // Written again it is a bookmark of this version, and means the same.
    let again = saved(&toml::to_string(&screen.app().bookmark()).expect("it can be written"));
    assert_eq!(again, screen.app().bookmark());
    assert!(!again.all_actors && again.panels.contains_key("actors"));
}

/// With a card, a passage and a place in the article.
#[test]
fn a_card_of_version_0_1_is_open_again() {
    let mut before = Screen::fixture_with(USUAL, options());
    before.press("PageDown Down");
    let top = before.app().bookmark().top.expect("a line");
    assert!(top.start > 0);
    let passages = before.dossier.lit(&crate::common::thing("actor:talland")).passages;
    let passage = &passages.get(1).expect("two passages").range;
    let words = &before.dossier.article.text[passage.clone()];
    let bookmark = saved(&format!(
        "focus = \"card\"\nside = \"actors\"\nopener = \"actors\"\nshared = \"actors\"\nwhole = false\n\
         marks = \"all\"\nselection = \"actor:talland\"\ncard = [3, 2]\nseries = \"pegel-planned\"\n\
         [passage]\nstart = {}\nend = {}\nwords = {words:?}\n\
         [top]\nstart = {}\nend = {}\nwords = {:?}\n",
        passage.start, passage.end, top.start, top.end, top.words
    ));
    let mut screen = Screen::fixture_with(USUAL, options());
    screen.resume(&bookmark);
    assert_eq!(screen.selection(), "actor:talland");
    assert_eq!(screen.app().focus(), Focus::Card);
    assert!(screen.shows("Actor"), "{}", screen.text());
    assert_eq!(first_line(&screen), first_line(&before));
    let again = screen.app().bookmark();
    assert_eq!((again.card, &again.top, &again.passage), (Some((3, 2)), &Some(top), &bookmark.passage));
    screen.press("4");
    assert!(screen.whole().row_with("4 Trend").text().contains("series 2/"), "{}", screen.text());
}

#[test]
fn the_view_of_every_panel_is_there_the_next_time() {
    for trend in ["4 j j", "4 v j Left", "4 v v Left Left j", "4 v v v j Left", "4 v v v v j Left"] {
        let mut before = Screen::fixture_with(LARGE, options());
        before.press("5 v 2 v 3 v").press(trend).press("1");
        let mut screen = again(&before);
        for name in ["2 Actors", "3 Timeline", "4 Trend", "5 Claims"] {
            screen.framed(name).assert_same(&before.framed(name), &format!("{trend}: {name}"));
        }
        // And "back" leads to the views there were before.
        screen.press(BACK);
        let fresh = Screen::fixture_with(LARGE, options());
        for name in ["2 Actors", "3 Timeline", "5 Claims"] {
            screen.framed(name).assert_same(&fresh.framed(name), name);
        }
    }
}

fn quoted() -> impl Strategy<Value = Option<Quoted>> {
    let offset = || prop_oneof![0_usize..9000, any::<usize>()];
    let words = prop_oneof![Just("Talland".to_owned()), Just("ü".to_owned()), any::<String>()];
    let quoted = (offset(), offset(), words).prop_map(|(start, end, words)| Quoted { start, end, words });
    prop::option::of(quoted)
}

const THINGS: [&str; 6] =
    ["actor:wellgard", "claim:one-quarter", "event:nothing", "source:drahtdienst-2025-11-05", "x:y", ""];

fn bookmark() -> impl Strategy<Value = Bookmark> {
    let panel = || {
        const NAMED: [&str; 8] = ["article", "actors", "timeline", "trend", "claims", "card", "", "Panel"];
        prop::sample::select(&NAMED[..]).prop_map(str::to_owned)
    };
    let selection = prop::option::of(prop::sample::select(&THINGS[..]).prop_map(str::to_owned));
    let card = prop::option::of((0_usize..usize::MAX, prop_oneof![0_usize..50, any::<usize>()]));
    let view =
        prop::option::of(prop_oneof![any::<String>(), Just("all".to_owned()), Just("compare".to_owned())]);
    let item = prop::option::of(prop::sample::select(&THINGS[..]).prop_map(str::to_owned));
    let panels = prop::collection::btree_map(
        panel(),
        (view, item).prop_map(|(view, item)| PanelPlace { view, item }),
        0..4,
    );
    let views = (any::<bool>(), any::<bool>(), prop::option::of(any::<String>()), panels);
    let place = (panel(), panel(), panel(), panel(), any::<bool>());
    (place, selection, views, card, quoted(), quoted()).prop_map(
        |(
            (focus, side, opener, shared, whole),
            selection,
            (all_actors, all_events, series, panels),
            card,
            passage,
            top,
        )| {
            // Panels of any name, as a file may have them.
            let layout = format!(
                "focus = \"{focus}\"\nside = \"{side}\"\nopener = \"{opener}\"\nshared = \"{shared}\"\nwhole = {whole}\n"
            );
            Bookmark {
                panels,
                marks: series.clone().unwrap_or_default(),
                selection,
                all_actors,
                all_events,
                series,
                card,
                passage,
                top,
                ..saved(&layout)
            }
        },
    )
}

/// A key of each action but those that lead nowhere: to the help, a search or the list of all, to filters, to the tour, to
/// other colours or another language, to marking and to forms, which are not kept.
fn leading() -> Vec<String> {
    let keys = TABLE.iter().map(|entry| entry.keys[0].to_string());
    keys.filter(|key| {
        let reading = [HELP, THEME, LANGUAGE, PALETTE, SEARCH, FILTER, ONLY_AFTER, TOUR, STOPS];
        let writing = [MARK, SUGGEST, CHANGE, MAKE_STOP];
        !reading.iter().chain(&writing).any(|nowhere| nowhere == key)
    })
    .collect()
}

fn assert_sound(screen: &Screen) {
    assert_eq!(*screen.buffer(), draw(screen.app()), "the same state gives the same picture");
    if let Some(selection) = screen.app().selection() {
        assert!(screen.dossier.contains(selection), "{selection} is nothing");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever a file says: nothing breaks, then or at the next keys, and the place one is at then is one to come
    /// back to.
    #[test]
    fn any_bookmark_leads_to_a_sound_screen(
        bookmark in bookmark(),
        width in 1_u16..=200,
        height in 1_u16..=60,
    ) {
        let mut screen = Screen::fixture_with((width, height), options());
        screen.resume(&bookmark);
        assert_sound(&screen);
        let mut same = again(&screen);
        prop_assert_eq!(same.app().bookmark(), screen.app().bookmark());
        if width >= 70 && height >= 20 {
            assert_back(same.press(NOTHING), screen.press(NOTHING));
        }
        for key in ["n", "Tab", "Enter", "Down", "Backspace", "z", "Esc"] {
            assert_sound(screen.press(key));
        }
    }

    #[test]
    fn wherever_keys_lead_one_can_come_back_to(
        keys in prop::collection::vec(prop::sample::select(
            leading()
        ), 1..30),
        size in prop::sample::select(&[SMALL, USUAL, LARGE, (70, 20)][..]),
    ) {
        let size: Cells = size;
        let mut before = Screen::fixture_with(size, options());
        for key in &keys {
            before.press(key);
        }
        let mut screen = again(&before);
        assert_back(screen.press(NOTHING), before.press(NOTHING));
    }
}
