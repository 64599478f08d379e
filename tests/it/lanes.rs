//! The timeline as lanes on a time axis, as a reader uses it: the keys, what the frame says, what is linked, what is hidden.

use crate::common::fixture::{edited, fixture};
use crate::common::{Cells, Grid, Row, Screen, USUAL};
use fundstelle::app::Options;
use fundstelle::export;
use fundstelle::i18n::language::Language;
use fundstelle::input::mouse::Gesture;
use fundstelle::load::{Memory, load};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::Theme;

/// The timeline in its third view, on the whole screen.
fn lanes(size: Cells, language: Language) -> Screen {
    let mut screen = Screen::fixture(size, language);
    screen.press(", l z");
    screen
}

fn timeline(screen: &Screen) -> Grid {
    screen.framed(if screen.shows("3 Timeline") { "3 Timeline" } else { "3 Zeitleiste" })
}

/// What the frame of the timeline says on its right.
fn badge(screen: &Screen) -> String {
    let rows = screen.whole().rows;
    let row = rows.iter().map(Row::text).find(|row| row.contains("3 Timeline")).unwrap_or_default();
    row.split("3 Timeline").nth(1).unwrap_or_default().to_owned()
}

/// The signs of one cell that are reversed, as the mark of the selected event is.
fn reversed(grid: &Grid) -> Vec<char> {
    let cells = grid.rows.iter().flat_map(|row| {
        let cells: Vec<(char, char)> = row.text().chars().zip(row.weights().chars()).collect();
        cells
    });
    let reversed = cells.filter(|(sign, weight)| *weight == 'R' && !sign.is_alphabetic());
    reversed.map(|(sign, _)| sign).collect()
}

fn open(events: &str) -> Screen {
    let dossier = format!(
        "format = 1\nid = \"t\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\npublished = \"2025-06-30\"\n\
         [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"S\"\n\
         [[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"Lane\"\n{events}"
    );
    let files = Memory::default().with("dossier.toml", dossier).with("a.txt", "Title\nText.\n");
    Screen::open(
        &files,
        (120, 40),
        Options { language: Language::En, theme: Theme::Mono, ..Options::default() },
    )
}

fn event(id: &str, date: &str, is_main: bool) -> String {
    format!(
        "[[event]]\nid = \"{id}\"\ndate = \"{date}\"\nlane = \"l\"\nkind = \"report\"\ntitle = \"Title {id}\"\n\
         summary = \"x\"\nsources = [\"s\"]\nprominent = {is_main}\n"
    )
}

// ---- The view ------------------------------------------------------------------------------------------------------

#[test]
fn the_view_key_goes_through_main_events_all_and_lanes() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    let mut badges = Vec::new();
    for key in ["3", "v", "v", "v"] {
        badges.push(badge(screen.press(key)));
    }
    let total = screen.dossier.events.len();
    assert!(badges[0].contains("main of"), "{badges:?}");
    assert!(badges[1].contains(&format!("all {total}")) && !badges[1].contains("lanes"), "{badges:?}");
    assert!(badges[2].contains(&format!("lanes · all {total}")), "{badges:?}");
    assert_eq!(badges[3], badges[0]);
    // Without a main event there are two views.
    let mut screen = open(&(event("a", "2025-01-01", false) + &event("b", "2025-02-01", false)));
    let all = badge(screen.press("3"));
    assert!(all.contains("all 2") && !all.contains("lanes"), "{all}");
    assert!(badge(screen.press("v")).contains("lanes · all 2"));
    assert_eq!(badge(screen.press("v")), all);
}

#[test]
fn without_an_event_there_is_one_view() {
    let mut screen = open("");
    screen.press("3 v");
    assert!(screen.status().contains("only one view"), "{}", screen.text());
    assert!(timeline(&screen).prose().contains("No events yet"), "{}", screen.text());
}

/// Every event once, in the order of time, those in a number too; what has no date comes last.
#[test]
fn right_goes_through_all_events_in_the_order_of_time() {
    let mut screen = lanes(USUAL, Language::En);
    screen.press("Home");
    let mut seen = vec![screen.selection()];
    loop {
        screen.press("Right");
        if seen.last() == Some(&screen.selection()) {
            break;
        }
        seen.push(screen.selection());
        assert!(seen.len() <= screen.dossier.events.len(), "{seen:?}");
    }
    assert_eq!(seen.len(), screen.dossier.events.len());
    assert_eq!(seen.first().map(String::as_str), Some("event:licence-2022"));
    assert_eq!(seen.last().map(String::as_str), Some("event:training-places"));
    let place = |id: &str| seen.iter().position(|item| item == id);
    assert!(place("event:m20-licences") < place("event:m20-advice"));
    screen.press("Home");
    assert_eq!(screen.selection(), seen[0]);
    screen.press("End Left");
    assert_eq!(Some(&screen.selection()), seen.iter().rev().nth(1));
}

#[test]
fn the_readout_says_all_about_the_selected_event() {
    let mut screen = lanes(USUAL, Language::En);
    while screen.selection() != "event:m20-licence" {
        screen.press("Left");
    }
    let readout = timeline(&screen).prose();
    for words in ["9 Apr 2025 · Upland · ", "in force", "tightening", "follows"] {
        assert!(readout.contains(words), "{words}:\n{}", screen.text());
    }
    // Of several that it follows one is named, and how many others there are is said.
    let events: String =
        (1..5).map(|day| event(&day.to_string(), &format!("2025-06-0{day}"), true)).collect();
    let mut open = open(&(events + "follows = [\"1\", \"2\", \"3\"]\n"));
    open.press("3 v v z End");
    let readout = timeline(&open).prose();
    assert!(
        readout.contains("follows Title 1 +2") || readout.contains("follows Title 3 +2"),
        "{}",
        open.text()
    );
    // One key leads to its card, one to what supports it, and back.
    screen.press("Enter");
    assert!(screen.shows("Event"), "{}", screen.text());
    screen.press("Esc y");
    assert!(!screen.escaped().is_empty());
}

#[test]
fn the_selected_label_and_its_mark_stand_out_without_colour() {
    let mut screen = lanes((120, 40), Language::En);
    screen.press("End Left Left");
    assert_eq!(screen.selection(), "event:m30-delivered");
    let words = timeline(&screen).words('R');
    assert!(words.iter().any(|words| words.contains("M30")), "{words:?}\n{}", screen.text());
    assert!(reversed(&timeline(&screen)).contains(&'□'), "{}", screen.text());
    assert!(timeline(&screen).text().contains("▶"), "{}", screen.text());
}

#[test]
fn what_is_linked_to_the_selection_is_underlined() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.press("3 v v 2 j");
    assert!(screen.selection().starts_with("actor:"));
    let lit = screen.lit().things().filter(|item| item.to_string().starts_with("event:")).count();
    let grid = timeline(&screen);
    let marked: Vec<String> = grid.words('L');
    assert!(
        lit > 0 && marked.iter().any(|words| words.chars().count() == 1),
        "{marked:?}\n{}",
        screen.text()
    );
    assert!(grid.prose().contains(&format!("{lit} linked to the selection")), "{}", screen.text());
}

/// Where nothing else is selected the event is that keys start from, and the first step leads to another.
#[test]
fn the_event_that_keys_start_from_is_selected() {
    let screen = lanes((80, 24), Language::En);
    let first = screen.selection();
    assert!(first.starts_with("event:"));
    assert!(timeline(&screen).text().contains("▶▏ "), "{}", screen.text());
    assert_ne!(screen.clone().press("Left").selection(), first);
    for key in ["w", "s"] {
        let mut screen = lanes((80, 24), Language::En);
        screen.press(key);
        assert_eq!(screen.selection(), first, "{key}: {}", screen.status());
        assert!(!screen.status().contains("Nothing selected"), "{key}: {}", screen.status());
    }
}

/// On a screen where the readout has one row its first signs say what is pointed at, and how it stands.
#[test]
fn how_the_selected_event_stands_is_never_cut() {
    let mut screen = lanes((80, 24), Language::En);
    screen.press("Home");
    for _ in 0..screen.dossier.events.len() {
        screen.press("Right");
        let rows = timeline(&screen).rows;
        let readout = rows.last().map(Row::text).unwrap_or_default();
        let signs: Vec<char> = readout.chars().take(3).collect();
        assert!(signs[0] == '▶' && "▏┊∴⇢!".contains(signs[1]) && signs[2] == ' ', "{readout}");
    }
}

/// Where not all main events have room for their names, the panel says how many have.
#[test]
fn it_says_how_many_main_events_are_named_where_not_all_are() {
    for (language, of) in [(Language::De, "von"), (Language::En, "of")] {
        for size in [(80, 24), (100, 30), (120, 40)] {
            let screen = lanes(size, language);
            let text = timeline(&screen).text();
            let words: Vec<&str> = text.split_whitespace().collect();
            let is_main = |word: &str| word.starts_with("main") || word.starts_with("wichtig");
            let counts = words.windows(4).find(|words| words[1] == of && is_main(words[3]));
            let counts = counts.map(|words| (words[0], words[2])).or_else(|| {
                words.windows(2).find(|words| is_main(words[1])).and_then(|words| words[0].split_once('/'))
            });
            if let Some(counts) = counts {
                let [named, all] =
                    [counts.0, counts.1].map(|count| count.parse::<usize>().unwrap_or_default());
                assert!(named <= all && all > 0, "{counts:?}");
            } else {
                let corners = text.chars().filter(|sign| "┌┐└┘".contains(*sign)).count();
                let main = screen.dossier.events.iter().filter(|event| event.prominent).count();
                assert!(corners >= main, "{size:?}:\n{}", screen.text());
            }
        }
    }
}

/// What came after the article alone can be shown, and the key that does so is offered.
#[test]
fn the_key_that_shows_only_what_came_after_is_offered() {
    let mut screen = lanes((200, 60), Language::En);
    let keys = |screen: &Screen| screen.whole().rows.last().map(Row::text).unwrap_or_default();
    assert!(keys(&screen).contains(" a "), "{}", keys(&screen));
    assert!(keys(screen.press("a")).contains(" a "), "{}", keys(&screen));
    // Where nothing came after it, there is nothing to show.
    let mut screen = open(&(event("a", "2025-01-01", true) + &event("b", "2025-02-01", false)));
    screen.resize((200, 60)).press("3 v v z");
    assert!(!keys(&screen).contains(" a "), "{}", keys(&screen));
}

// ---- Zoom ----------------------------------------------------------------------------------------------------------

#[test]
fn plus_and_minus_zoom_and_say_where_there_is_nothing_to_zoom() {
    let mut screen = lanes((120, 40), Language::En);
    let shows = |screen: &Screen, zoom: usize| timeline(screen).text().contains(&format!("zoom {zoom} of 6"));
    assert!(shows(&screen, 2), "{}", screen.text());
    assert!(shows(screen.press("+"), 3) && shows(screen.press("="), 4), "{}", screen.text());
    assert!(shows(screen.press("+ +"), 6), "{}", screen.text());
    screen.press("+");
    assert!(screen.status().contains("as close as it gets"), "{}", screen.status());
    assert!(shows(screen.press("- - - - -"), 1), "{}", screen.text());
    screen.press("-");
    assert!(screen.status().contains("whole period"), "{}", screen.status());
    for keys in ["v", "2", "1", "4"] {
        screen.press("v").press(keys).press("+");
        assert!(screen.status().contains("nothing to zoom"), "{keys}: {}", screen.status());
        screen.press("P P");
    }
}

/// The selected event stays in its column, and what lies outside is counted at the edges.
#[test]
fn what_is_outside_is_counted_and_the_selection_never_is() {
    let mut screen = lanes((120, 40), Language::En);
    screen.press("End Left + + + +");
    let (mut steps, mut counted) = (0, 0);
    while screen.selection() != "event:licence-2022" {
        let before = screen.selection();
        screen.press("Left");
        assert_ne!(screen.selection(), before);
        let grid = timeline(&screen);
        let is_mark = |sign: &char| "■□●▲▼◇+23456789".contains(*sign);
        assert!(reversed(&grid).iter().any(is_mark), "{}", screen.text());
        counted += usize::from(grid.rows.iter().any(|row| row.text().starts_with('◀')));
        steps += 1;
    }
    assert!(steps > 20 && counted > 20, "{steps} {counted}");
    assert!(timeline(&screen).text().contains('▶'));
}

// ---- Filters -------------------------------------------------------------------------------------------------------

#[test]
fn what_is_hidden_in_lists_is_hidden_in_lanes_and_the_frame_says_so() {
    let mut screen = lanes((120, 40), Language::En);
    let all = screen.dossier.events.len();
    screen.press("a");
    let after = badge(&screen);
    assert!(after.contains("lanes · after article") && after.contains(&format!("of {all}")), "{after}");
    screen.press("Home");
    assert_eq!(screen.selection(), "event:order-book", "{}", screen.text());
    screen.press("a f");
    // Whether an event is a main one is no filter here.
    assert!(!screen.text().contains("importance"), "{}", screen.text());
    screen.press("Esc");
    assert!(badge(&screen).contains(&format!("lanes · all {all}")));
    // Back in the list it still is one.
    screen.press("v f");
    assert!(screen.text().to_lowercase().contains("main"), "{}", screen.text());
}

// ---- Where they have no room ---------------------------------------------------------------------------------------

#[test]
fn where_lanes_have_no_room_main_events_are_listed_and_the_frame_says_why() {
    let mut screen = Screen::fixture((120, 40), Language::En);
    screen.press("3 v v");
    assert!(badge(&screen).contains("lanes · all"));
    screen.resize((40, 10));
    let grid = timeline(&screen);
    assert!(grid.text().contains("2022") && !grid.text().contains('╌'), "{}", screen.text());
    screen.resize((110, 30));
    let says = badge(&screen);
    assert!(
        says.contains("lanes · all") || says.contains("main of") && says.contains("no room for lanes"),
        "{says}"
    );
    screen.resize((120, 40));
    assert!(badge(&screen).contains("lanes · all"), "{}", screen.text());
    // Without a date nothing has a place.
    let mut screen = open(&(event("a", "XXXX", true) + &event("b", "XXXX", false)));
    screen.press("3 v v z");
    assert!(badge(&screen).contains("lanes need a date"), "{}", screen.text());
}

// ---- Bookmarks, tour, mouse ----------------------------------------------------------------------------------------

#[test]
fn a_bookmark_and_a_stop_lead_to_the_lanes() {
    let mut screen = lanes((120, 40), Language::En);
    screen.press("Home Right");
    let bookmark = screen.app().bookmark();
    let mut again = Screen::fixture((120, 40), Language::En);
    again.resume(&bookmark);
    assert_eq!(again.selection(), screen.selection());
    assert!(badge(&again).contains("lanes"), "{}", again.text());
    let stop = "[[stop]]\ntitle = \"When\"\nselect = \"event:m20-licence\"\npanel = \"timeline\"\nview = \"lanes\"\n";
    let files = fixture().with("tour.toml", stop);
    let mut screen = Screen::open(
        &files,
        (200, 60),
        Options { language: Language::En, theme: Theme::Mono, ..Options::default() },
    );
    screen.press("b q");
    assert!(screen.text().contains("lanes"), "{}", screen.text());
    assert_eq!(screen.selection(), "event:m20-licence");
    assert!(timeline(&screen).text().contains('╌'), "{}", screen.text());
}

#[test]
fn a_click_selects_and_the_wheel_steps() {
    let mut screen = lanes((120, 40), Language::En);
    screen.press("M Right");
    let before = screen.selection();
    let rows = screen.whole().rows;
    let (y, x) = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.text().contains("╌╌"))
        .find_map(|(y, row)| Some((y, row.text().chars().position(|sign| sign == '▲')?)))
        .unwrap_or_default();
    screen.click((x as u16, y as u16));
    assert!(screen.selection().starts_with("event:") && screen.selection() != before, "{}", screen.text());
    let selected = screen.selection();
    screen.mouse(Gesture::WheelDown, (x as u16, y as u16));
    assert_eq!(screen.selection(), selected, "the wheel selects nothing");
    screen.press("Right");
    assert_ne!(screen.selection(), selected, "but the next key starts from where it leads");
}

// ---- Lists and help ------------------------------------------------------------------------------------------------

#[test]
fn lists_show_the_kind_of_each_event_and_the_help_explains_it() {
    for (glyphs, signs) in [(Glyphs::Unicode, ["■", "□", "●"]), (Glyphs::Ascii, ["c", "r", "g"])] {
        let options = Options { language: Language::En, theme: Theme::Mono, glyphs };
        let mut screen = Screen::fixture_with((120, 40), options);
        let list = screen.press("3 v z").whole();
        for (title, sign) in
            [("First M20 licences issued", signs[1]), ("Talburg advises against M20", signs[2])]
        {
            let row = list.row_with(title).text();
            let words: Vec<&str> = row.split_whitespace().collect();
            assert!(words.contains(&sign), "{sign}: {row}");
        }
        let mut help = String::new();
        screen.resize((200, 120)).press("?");
        help.push_str(&screen.text());
        for (sign, kind) in signs.iter().zip(["tightening", "loosening", "advice"]) {
            let row = help.lines().find(|line| line.contains(&format!("event: {kind}"))).unwrap_or_default();
            assert!(row.contains(&format!("{sign} ")), "{kind}: {row}\n{help}");
        }
    }
}

/// The longest title that there may be, on the least screen that shows all panels at once.
#[test]
fn a_title_of_forty_characters_is_whole_where_all_panels_are_shown() {
    let title = "A title of exactly forty characters here";
    assert_eq!(title.chars().count(), 40);
    let events = event("a", "2025-10-28", true).replace("Title a", title);
    let mut screen = open(&events);
    for keys in ["", "1", "2", "3", "4", "5"] {
        screen.resize((160, 45)).press(keys);
        assert!(timeline(&screen).row_with(title).text().contains("28 Oct"), "{keys}: {}", screen.text());
    }
}

#[test]
fn every_cell_is_ascii_where_signs_are() {
    let options = Options { language: Language::En, theme: Theme::Mono, glyphs: Glyphs::Ascii };
    let mut screen = Screen::fixture_with((120, 40), options);
    screen.press("3 v v z Home Right Right");
    let text = screen.whole().text();
    let text = text.lines().skip(1).take(36).collect::<Vec<_>>().join("\n");
    assert!(text.is_ascii(), "{text}");
    assert!(text.contains("c tightening") && text.contains("---c"), "{text}");
}

#[test]
fn arabic_and_han_titles_stay_in_their_columns() {
    for title in ["رخصة تصدير الرقائق المتقدمة", "美国对华芯片出口许可新规"]
    {
        let files = edited("events.toml", "M20 now needs an export licence", title);
        for size in [(120, 40), (80, 24), (200, 60)] {
            let mut screen = Screen::open(
                &files,
                size,
                Options { language: Language::En, theme: Theme::Mono, ..Options::default() },
            );
            screen.press("3 v v z Home");
            for _ in 0..screen.dossier.events.len() {
                screen.press("Right");
                let width = screen.buffer().area.width;
                assert!(screen.whole().rows.iter().all(|row| !row.text().is_empty()), "{width}");
            }
        }
    }
}

// ---- Documents -----------------------------------------------------------------------------------------------------

#[test]
fn the_page_draws_all_events_and_leads_to_their_entries() {
    let Ok(loaded) = load(&fixture()) else { panic!("the fixture is sound") };
    for language in [Language::De, Language::En] {
        let options = export::Options { language, ..export::Options::default() };
        let page = export::html(&loaded, options);
        let start = page.find("<figure class=\"lanes\">").unwrap_or_default();
        let figure = &page[start..start + page[start..].find("</figure>").unwrap_or(0)];
        let dated = loaded.dossier.events.iter().filter(|event| event.date.is_dated()).count();
        assert_eq!(figure.matches("<a href=\"#event-").count(), 3 * dated, "at three sizes");
        assert_eq!(figure.matches("<svg").count(), 3);
        assert!(figure.contains("rule-day"), "{figure}");
        let named = if language == Language::De { "benannt, wo Platz ist" } else { "where there is room" };
        assert!(figure.contains(named), "{figure}");
        let kinds = if language == Language::De {
            ["Verschärfung", "Lockerung"]
        } else {
            ["tightening", "loosening"]
        };
        assert!(kinds.iter().all(|kind| figure.contains(kind)));
        // It stands before the entries; in text there is none.
        assert!(page.find("id=\"timeline\"").is_some_and(|at| at < start));
        for text in [export::text(&loaded, options), export::markdown(&loaded, options)] {
            assert!(!text.contains("Zeitachse") && !text.contains("time axis"));
        }
    }
}
