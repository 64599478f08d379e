//! The mouse: off until asked for; then the wheel scrolls what is under it, a click selects, a second one opens.

use fundstelle::app::{Options, draw};
use fundstelle::i18n::language::Language;
use fundstelle::input::mouse::Gesture::{WheelDown, WheelUp};
use fundstelle::load::Memory;
use fundstelle::look::panel::{Focus, Panel};
use fundstelle::protocol::effect::Effect;
use fundstelle::settings::Preference;

use crate::common::{Cells, Row, Screen, USUAL, assert_back, thing};
use crate::reading::scripts::{
    ACTORS, ARTICLE, BACK, CARD, CLAIMS, HELP, MOUSE, NOTHING, TIMELINE, TREND, VIEW, letters,
};
use crate::reading::{LARGE, SIZES, SMALL};

const NARROW: Cells = (45, 12);

fn opened(size: Cells) -> Screen {
    let mut screen = Screen::fixture(size, Language::En);
    screen.press(MOUSE);
    screen
}

/// The first cell of these words, in the first row that has them. All that is asked for is one cell wide.
fn cell_of(screen: &Screen, words: &str) -> Cells {
    let rows = screen.whole().rows;
    let found = rows.iter().zip(0..).find_map(|(row, y)| {
        let text = row.text();
        let x = text[..text.find(words)?].chars().count();
        Some((u16::try_from(x).unwrap_or(0), y))
    });
    found.unwrap_or_else(|| panic!("{words:?} is not on screen:\n{}", screen.text()))
}

fn click(screen: &mut Screen, words: &str) {
    let at = cell_of(screen, words);
    screen.click(at);
}

#[test]
fn it_is_off_until_the_key_turns_it_on_and_off_again_after_it() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    let before = screen.clone();
    click(&mut screen, "Quarzon");
    screen.mouse(WheelDown, (5, 5));
    assert_eq!(screen.buffer(), before.buffer());
    screen.press(MOUSE);
    let switched = |on| [Effect::Mouse(on), Effect::Remember(Preference::Mouse(on))];
    assert_eq!(screen.escaped(), switched(true));
    assert!(screen.status().contains("Mouse on · select text: hold Shift"), "{}", screen.status());
    click(&mut screen, "Quarzon");
    assert_eq!(screen.selection(), "actor:quarzon");
    screen.press(MOUSE);
    assert_eq!(screen.escaped(), [switched(true), switched(false)].concat());
    assert!(screen.status().contains("Mouse off"));
    click(&mut screen, "Ostlinie");
    assert_eq!(screen.selection(), "actor:quarzon");
}

#[test]
fn a_row_of_a_list_is_selected_and_then_opened() {
    for size in [SMALL, USUAL, LARGE] {
        for (panel, row, name, card) in [
            (ACTORS, "Quarzon   ", "actor:quarzon", "Actor"),
            (TIMELINE, "Rule tightened", "event:rule-2023", "Event"),
            (CLAIMS, "The ports on", "claim:foreign-flags", "Claim"),
        ] {
            let mut screen = opened(size);
            screen.press(panel).press("1");
            let at = cell_of(&screen, row);
            screen.click(at);
            assert!(screen.dossier.contains(&thing(name)), "{name}");
            assert_eq!(screen.selection(), name, "{size:?}");
            assert_ne!(screen.app().focus(), Focus::Panel(Panel::Article), "keys go there now");
            assert!(!screen.shows(card));
            // The panel has more room now and its rows may stand elsewhere; two clicks are two clicks all the same.
            screen.click(at);
            assert_eq!(screen.selection(), name, "{size:?}");
            assert_eq!(screen.app().focus(), Focus::Card, "{size:?}");
            assert!(screen.shows(card), "{}", screen.text());
        }
    }
}

#[test]
fn the_same_row_is_opened_wherever_it_is_clicked_the_second_time() {
    let mut screen = opened(SMALL);
    click(&mut screen, "Quarzon   ");
    let (x, y) = cell_of(&screen, "Quarzon   ");
    screen.mouse(WheelUp, (x, y)).click((x + 20, y));
    assert_eq!(screen.app().focus(), Focus::Card);

    // With a key in between it is a first click again.
    let mut screen = opened(SMALL);
    click(&mut screen, "Quarzon   ");
    screen.press(NOTHING);
    click(&mut screen, "Quarzon   ");
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Actors));
    // And another row is another thing.
    click(&mut screen, "South Shore   ");
    assert_eq!(screen.selection(), "actor:south-shore");
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Actors));
}

#[test]
fn a_name_in_the_article_is_selected_where_it_stands() {
    for size in [SMALL, USUAL, LARGE] {
        let mut screen = opened(size);
        screen.press(ACTORS);
        click(&mut screen, "Quarzon-");
        assert_eq!(screen.selection(), "actor:quarzon");
        assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
        let status = screen.status();
        // The current passage is this one: the next is another.
        screen.press("n");
        assert_ne!(screen.status(), status);
        screen.press("N");
        assert!(screen.status().contains("1/"), "{}", screen.status());
        click(&mut screen, "Quarzon-");
        click(&mut screen, "Quarzon-");
        assert_eq!(screen.app().focus(), Focus::Card);
        screen.framed("Actor").row_with("company");
    }
}

#[test]
fn a_name_within_a_name_is_the_one_pointed_at() {
    let mut screen = opened(USUAL);
    let (x, y) = cell_of(&screen, "Pendelo-Mutter Wellgard");
    screen.click((x + 16, y));
    assert_eq!(screen.selection(), "actor:wellgard");
}

#[test]
fn a_sign_in_the_margin_is_the_claim_or_gap_it_stands_for() {
    let mut screen = opened(USUAL);
    let rows = screen.framed("1 Article").rows;
    let (_, two) = rows.iter().zip(2..).find(|(row, _)| row.text().starts_with("?+")).expect("two signs");
    let mut selected = Vec::new();
    for x in [1, 2] {
        screen.click((x, two));
        selected.push(screen.selection());
    }
    assert!(selected[0].starts_with("claim:") && selected[1].starts_with("gap:"), "{selected:?}");
    // The blank beside a single sign is nothing.
    let single = rows.iter().zip(2..).find(|(row, _)| row.text().starts_with(" ~")).expect("one sign").1;
    screen.click((1, single));
    assert_eq!(screen.selection(), selected[1]);
    screen.click((2, single));
    assert!(screen.selection().starts_with("claim:"));
}

#[test]
fn lit_words_become_the_current_ones() {
    let mut screen = opened(USUAL);
    screen.press(CLAIMS).select("claim:orders-move");
    click(&mut screen, "lassen dort");
    assert_eq!(screen.selection(), "claim:orders-move");
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
    assert!(
        screen.framed("1 Article").words('R').iter().any(|words| words.contains("lassen dort")),
        "{}",
        screen.golden()
    );
}

#[test]
fn a_figure_is_selected_in_the_chart_and_in_a_table() {
    // In the overview its row.
    let mut screen = opened(LARGE);
    click(&mut screen, "840→1,010");
    assert_eq!(screen.selection(), "observation:pegel-in-use/seefurt/2025-40/");
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Trend));
    let mut screen = opened(LARGE);
    screen.press(TREND).press("v v v").press(ARTICLE);
    click(&mut screen, "1,010 Seefurt");
    assert!(screen.selection().starts_with("observation:pegel-in-use"), "{}", screen.selection());
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Trend));
    let latest = screen.selection();
    assert_eq!(latest, "observation:pegel-in-use/seefurt/2025-40/");
    // The value beside a mark, and the mark below it, are an earlier figure of the same place.
    click(&mut screen, "≈890");
    let earlier = screen.selection();
    assert_eq!(earlier, "observation:pegel-in-use/seefurt/2023-40/");
    let (x, y) = cell_of(&screen, "≈890");
    screen.press("Right").click((x + 1, y + 1));
    assert_eq!(screen.selection(), earlier, "{}", screen.text());

    screen.press(TREND);
    let mut table = None;
    for _ in 0..12 {
        screen.press(VIEW);
        if screen.framed("4 Trend").rows[1].text().contains("Period") {
            table = Some(screen.framed("4 Trend").rows[3].text());
            break;
        }
    }
    let figure = table.expect("a series that is a table").trim().chars().take(32).collect::<String>();
    click(&mut screen, figure.trim());
    assert!(screen.selection().starts_with("observation:"));
    assert!(screen.whole().row_with(figure.trim()).text().contains('▶'), "{}", screen.text());
}

#[test]
fn a_link_of_the_card_is_pointed_at_and_then_followed() {
    for size in [SMALL, USUAL] {
        let mut screen = opened(size);
        screen.press(ACTORS).select("actor:wellgard").press(CARD).press("1");
        // Well inside the card, be it below the article or beside it.
        let at = (size.0 * 3 / 4, size.1 - 6);
        for _ in 0..9 {
            if !screen.text().contains("is the parent of") {
                screen.mouse(WheelDown, at);
            }
        }
        let at = cell_of(&screen, "is the parent of");
        screen.click(at);
        assert_eq!(screen.app().focus(), Focus::Card);
        assert_eq!(screen.selection(), "actor:wellgard");
        screen.click(at);
        assert!(screen.selection().starts_with("relation:"), "{}", screen.selection());
        assert_eq!(screen.app().focus(), Focus::Card);
    }
}

#[test]
fn tabs_titles_and_the_key_bar_do_what_they_say() {
    let mut screen = opened(SMALL);
    for (tab, panel) in [
        ("5 Claims", Panel::Claims),
        ("3 Timeline", Panel::Timeline),
        ("1 Article", Panel::Article),
        ("2 Actors", Panel::Actors),
        ("4 Trend", Panel::Trend),
    ] {
        click(&mut screen, tab);
        assert_eq!(screen.app().focus(), Focus::Panel(panel), "{tab}");
        assert!(screen.shows(tab));
        click(&mut screen, tab);
        assert_eq!(screen.app().focus(), Focus::Panel(panel), "{tab}, twice");
    }
    click(&mut screen, "Tab panel");
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Claims));
    click(&mut screen, "help  q quit");
    assert!(screen.shows("Help"));
    click(&mut screen, "Esc close");
    assert!(!screen.shows("Help"));
    click(&mut screen, "q quit");
    assert_eq!(screen.escaped().last(), Some(&Effect::Quit));
}

/// Where there is little room tabs are only numbers.
#[test]
fn every_panel_is_a_click_away_wherever_its_name_or_number_stands() {
    for size in SIZES {
        let mut screen = opened(size);
        for panel in Panel::ALL.into_iter().cycle().take(2 * Panel::ALL.len()).chain([Panel::Article]) {
            let number = panel.number();
            let rows = screen.whole().rows;
            let names = rows.iter().zip(0..).filter(|(row, _)| row.text().contains(['━', '─']));
            // Not how many passages are out of sight.
            let is_name = |text: &str, at: usize| {
                !text[..at].ends_with(['◀', '·']) && !text[at + 3..].starts_with(['↑', '↓'])
            };
            let named = |text: &str| {
                text.match_indices(&format!(" {number} ")).map(|(at, _)| at).find(|at| is_name(text, *at))
            };
            let place = |text: &str| named(text).or(text.find(&format!("[{number} ")));
            let found = names.filter_map(|(row, y)| {
                let text = row.text();
                let before = &text[..=place(&text)?];
                Some((u16::try_from(before.chars().count()).ok()?, y))
            });
            let at = found.min_by_key(|(_, y)| *y);
            let at = at.unwrap_or_else(|| panic!("{panel:?} is not named at {size:?}:\n{}", screen.text()));
            screen.click(at);
            assert_eq!(screen.app().focus(), Focus::Panel(panel), "{size:?}, {at:?}:\n{}", screen.text());
        }
    }
}

/// The things of a list in its second view, from the first to the last.
fn in_order(panel: &str) -> Vec<String> {
    let mut screen = opened(LARGE);
    screen.press(panel).press("v Home");
    let mut order = vec![screen.selection()];
    loop {
        let before = screen.text();
        screen.press("j");
        if screen.text() == before {
            return order;
        }
        if order.last() != Some(&screen.selection()) {
            order.push(screen.selection());
        }
    }
}

/// The screen after a click on a row of a list.
fn clicked(screen: &Screen, y: u16) -> Screen {
    let mut clicked = screen.clone();
    clicked.click((8, y));
    clicked
}

/// What is selected is shown in full, on as many rows as that takes.
#[test]
fn each_row_of_a_list_is_the_thing_that_stands_in_it() {
    for (panel, name, sign, columns) in
        [(ACTORS, "2 Actors", 1, 1..9), (TIMELINE, "3 Timeline", 6, 6..22), (CLAIMS, "5 Claims", 1, 1..20)]
    {
        let mut tall = 0;
        let order = in_order(panel);
        for size in [(40, 10), NARROW, SMALL] {
            let mut screen = opened(size);
            screen.press(panel).press("v");
            // A claim's number stands before its sign.
            let sign = if panel == CLAIMS { 3 } else { sign };
            for _ in 0..14 {
                screen.press("j");
                let rows = screen.framed(name).rows;
                let (_, top) = cell_of(&screen, name);
                let cells =
                    |text: &str| text.chars().skip(columns.start).take(columns.len()).collect::<String>();
                let mut here = None;
                // Of the claim at the top only the end may be in sight: rows of it, until the next one begins.
                let mut is_above = panel == CLAIMS;
                let mut above: Vec<(String, u16)> = Vec::new();
                let mut is_selected = false;
                let mut is_below_words = false;
                // The last row counts what is not in sight.
                for (row, y) in rows[..rows.len() - 1].iter().zip(top + 1..) {
                    let text = row.text();
                    let begins = text.chars().nth(sign).is_some_and(|sign| sign != ' ');
                    let is_head = text.contains("passages") || text.contains("No. Assessment");
                    let is_rule = text.contains("──") || is_head;
                    if is_above && begins && !is_head {
                        is_above = false;
                        let first = clicked(&screen, y).selection();
                        let place = order.iter().position(|item| *item == first);
                        let place = place.unwrap_or_else(|| panic!("{first} is not in the list"));
                        let before = place.checked_sub(1).map(|before| &order[before]);
                        for (text, y) in std::mem::take(&mut above) {
                            let now = clicked(&screen, y).selection();
                            assert_eq!(Some(&now), before, "{text}:\n{}", screen.text());
                        }
                    }
                    if is_above && !is_head {
                        if !text.trim().is_empty() {
                            above.push((text, y));
                        }
                        continue;
                    }
                    let is_blank = text.trim().is_empty();
                    // A claim beside its words has a blank row of its own below them.
                    let is_own_blank = is_blank && panel == CLAIMS && is_below_words;
                    is_below_words = !is_blank && !is_rule;
                    if is_own_blank {
                        // As the row above.
                    } else if is_rule || is_blank {
                        here = None;
                    } else if begins {
                        here = Some(cells(&text));
                        is_selected = text.starts_with('▶');
                    } else {
                        tall += usize::from(is_selected);
                    }
                    let clicked = clicked(&screen, y);
                    let now = clicked.framed(name).rows;
                    let now = now.iter().map(Row::text).find(|text| text.starts_with('▶'));
                    match &here {
                        Some(here) => assert_eq!(now.map(|now| cells(&now)).as_ref(), Some(here), "{text}"),
                        None => assert_eq!(clicked.selection(), screen.selection(), "{text}"),
                    }
                }
                // Where none begins, all of it is of the current one.
                for (text, y) in above {
                    assert_eq!(clicked(&screen, y).selection(), screen.selection(), "{text}");
                }
            }
        }
        assert!(tall > 0 || panel == ACTORS, "nothing in {name} took several rows");
    }
}

/// A value or a name of the chart is that of the figure a click on it selects.
#[test]
fn each_label_of_the_chart_is_that_of_its_figure() {
    let mut labels = 0;
    for size in SIZES {
        let mut screen = opened(size);
        screen.press(TREND).press("z");
        for _ in 0..9 {
            screen.press("v");
            let rows = screen.whole().rows;
            let Some(zero) = rows.iter().position(|row| row.text().contains(" 0┼")) else { continue };
            for (y, row) in (0..).zip(&rows[..zero]).skip(3) {
                for (x, label) in labels_of(&row.text()) {
                    let (value, name) = label.split_once(' ').unwrap_or((&label, ""));
                    let (sign, value) = value.split_at(value.find(|c| !"≈>".contains(c)).unwrap_or(0));
                    if !value.starts_with(|c: char| c.is_ascii_digit()) {
                        continue;
                    }
                    let mut clicked = screen.clone();
                    clicked.click((x, y));
                    assert!(clicked.selection().starts_with("observation:"), "{label}:\n{}", screen.text());
                    // What stands below the chart about the current figure, not the label that was clicked.
                    let trend = clicked.framed("4 Trend").text();
                    let (_, figure) = trend.rsplit_once('▶').expect("a current figure");
                    let words: Vec<&str> =
                        figure.split([' ', '\n']).filter(|word| !word.is_empty()).collect();
                    let name = name.split(' ').next().unwrap_or_default();
                    assert!(name.is_empty() || words.contains(&name), "{label}: {figure}");
                    let at = words.iter().position(|word| *word == value);
                    let at = at.unwrap_or_else(|| panic!("{label}: {figure}"));
                    let meant = if ["about", ">"].contains(&words[at - 1]) { words[at - 1] } else { "" };
                    let said = if sign == "≈" { "about" } else { sign };
                    assert_eq!(meant, said, "{label}: {figure}");
                    labels += 1;
                }
            }
        }
    }
    assert!(labels > 40, "{labels}");
}

/// The labels in a row of a plot, each with the column of its first cell: what is apart by two blanks or a rule.
fn labels_of(row: &str) -> Vec<(u16, String)> {
    let cells: Vec<char> = row.chars().collect();
    let Some(edge) = cells.iter().rposition(|c| "│┤".contains(*c)).filter(|edge| *edge > 0) else {
        return Vec::new();
    };
    let edge = cells[..edge].iter().rposition(|c| "│┤".contains(*c)).unwrap_or(edge);
    let is_part = |x: usize| {
        let is_word = |x: usize| cells.get(x).is_some_and(|c| c.is_alphanumeric() || "≈>,.'".contains(*c));
        is_word(x) || cells[x] == ' ' && x > 0 && is_word(x - 1) && is_word(x + 1)
    };
    let parts: Vec<usize> = (edge + 1..cells.len()).filter(|x| is_part(*x)).collect();
    let labels = parts.chunk_by(|one, next| one + 1 == *next);
    labels.map(|part| (part[0] as u16, part.iter().map(|x| cells[*x]).collect())).collect()
}

#[test]
fn a_link_is_selected_like_a_name() {
    let article = "# Title\n\n> 1. Far in, a [link to Quarzon abroad](http://a.example) stands, and [Quarzon](http://b.example).\n";
    let dossier = "format = 1\nid = \"d\"\n[article]\nfile = \"a.md\"\nlanguage = \"en\"\n\
                   [[actor]]\nid = \"quarzon\"\nkind = \"company\"\nname = \"Quarzon\"\nprominent = true\n\
                   aliases = [\"Quarzon\"]\n";
    let files = Memory::default().with("a.md", article).with("dossier.toml", dossier);
    for (words, name) in [
        ("abroad", "link:1"),
        ("link to", "link:1"),
        ("Quarzon abroad", "actor:quarzon"),
        // Of the same words the name comes first, as it does for the key.
        ("Quarzon.", "actor:quarzon"),
    ] {
        let mut screen =
            Screen::open(&files, SMALL, Options { language: Language::En, ..Options::default() });
        screen.press(MOUSE).press(ACTORS);
        let at = cell_of(&screen, words);
        screen.click(at);
        assert_eq!(screen.selection(), name, "{words}");
        assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
        screen.click(at);
        assert_eq!(screen.app().focus(), Focus::Card);
        // The marks before the words are nothing.
        let mut beside =
            Screen::open(&files, SMALL, Options { language: Language::En, ..Options::default() });
        beside.press(MOUSE);
        click(&mut beside, "> 1.");
        assert_eq!(beside.selection(), "");
    }
}

/// A page goes on from where the wheel has led, and turning back does not lead to before it.
#[test]
fn pages_go_on_from_where_the_wheel_has_led() {
    let mut screen = opened(NARROW);
    screen.press(TIMELINE).press("v j PageDown");
    for _ in 0..4 {
        screen.mouse(WheelDown, (8, 5));
    }
    let rows = screen.framed("3 Timeline").rows;
    let first = rows[0].text();
    let last = rows[rows.len() - 2].text();
    screen.press("PageUp");
    assert!(!screen.framed("3 Timeline").text().contains(last.trim()), "{}", screen.text());
    let rows = screen.framed("3 Timeline").rows;
    let selected = rows.iter().position(|row| row.text().starts_with('▶'));
    assert!(selected.is_some_and(|row| row + 4 > rows.len()), "{first} came after:\n{}", screen.text());
}

#[test]
fn a_click_on_nothing_selects_nothing() {
    for size in [SMALL, USUAL] {
        let mut screen = opened(size);
        screen.press(ACTORS).press("j").press(NOTHING);
        let before = screen.clone();
        let (width, height) = size;
        for at in
            [(0, 0), (width - 1, 0), (3, height - 2), (width - 1, height - 1), (width + 5, 3), (3, height)]
        {
            screen.click(at);
            assert_eq!(screen.buffer(), before.buffer(), "{at:?}");
        }
        // Within a panel keys go there, and no more.
        screen.click((width / 3, 1));
        assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
        assert_eq!(screen.selection(), before.selection());
    }
}

#[test]
fn what_was_clicked_can_be_gone_back_from() {
    let mut screen = opened(USUAL);
    screen.press(CLAIMS).press("j").press(NOTHING);
    let before = screen.clone();
    click(&mut screen, "Ostlinie");
    assert_eq!(screen.selection(), "actor:ostlinie");
    screen.press(BACK).press(NOTHING);
    assert_back(&screen, &before);
}

#[test]
fn the_wheel_scrolls_what_is_under_it_and_nothing_else() {
    for size in [SMALL, USUAL] {
        for (panel, name) in [(ACTORS, "2 Actors"), (TIMELINE, "3 Timeline"), (CLAIMS, "5 Claims")] {
            let mut screen = opened(size);
            screen.press(panel).press("v j j").press("1").press(NOTHING);
            let before = screen.clone();
            let (x, y) = cell_of(&screen, name);
            screen.mouse(WheelDown, (x, y + 2));
            assert_eq!(screen.selection(), before.selection());
            assert_eq!(screen.app().focus(), before.app().focus());
            let (now, then) = (screen.framed(name), before.framed(name));
            assert_ne!(now.text(), then.text(), "{name} at {size:?}");
            screen.framed("1 Article").assert_same(&before.framed("1 Article"), "the article");
            for _ in 0..50 {
                screen.mouse(WheelDown, (x, y + 2));
            }
            assert!(!screen.framed(name).text().contains('▶'), "the selection has gone out of sight");
            screen.resize(size);
            assert!(!screen.framed(name).text().contains('▶'), "and stays there");
            for _ in 0..50 {
                screen.mouse(WheelUp, (x, y + 2));
            }
            // The next step of the cursor is in sight again.
            screen.mouse(WheelDown, (x, y + 2)).press(panel).press("j");
            assert!(screen.framed(name).text().contains('▶'), "{}", screen.text());
        }
        let mut screen = opened(size);
        screen.press(ACTORS).press(NOTHING);
        let before = screen.clone();
        screen.mouse(WheelDown, (10, 4));
        assert_eq!(screen.app().focus(), Focus::Panel(Panel::Actors));
        let (now, then) = (screen.framed("1 Article").rows, before.framed("1 Article").rows);
        assert_eq!(now[0].text(), then[3].text(), "three rows a notch");
        screen.framed("2 Actors").assert_same(&before.framed("2 Actors"), "the actors");
        screen.mouse(WheelUp, (10, 4));
        assert_eq!(screen.buffer(), before.buffer());
    }
}

#[test]
fn the_wheel_scrolls_the_card_and_the_help() {
    let mut screen = opened(SMALL);
    screen.press(ACTORS).select("actor:wellgard").press(CARD).press("1");
    let before = screen.clone();
    let at = (40, 20);
    screen.mouse(WheelDown, at);
    assert_ne!(screen.framed("Actor").text(), before.framed("Actor").text());
    screen.framed("1 Article").assert_same(&before.framed("1 Article"), "the article");
    assert_eq!(screen.app().focus(), before.app().focus());
    // A key goes on from what is in sight.
    screen.mouse(WheelDown, at).press("Tab");
    assert!(screen.framed("Actor").text().contains('▶'), "{}", screen.text());

    screen.press(HELP);
    let before = screen.clone();
    screen.mouse(WheelDown, at);
    assert_ne!(screen.framed("Help").text(), before.framed("Help").text());
    screen.mouse(WheelUp, at);
    assert_eq!(screen.buffer(), before.buffer());
    // What lies under the help is not clicked.
    screen.click((10, 4));
    assert_eq!(screen.buffer(), before.buffer());
}

#[test]
fn the_wheel_scrolls_the_article_beside_a_search() {
    for typed in ["", "zzz", "drahtdienst", "modul"] {
        let mut screen = opened(USUAL);
        screen.press("/").press(&letters(typed));
        let before = screen.framed("1 Article").rows;
        screen.mouse(WheelDown, (10, 4)).mouse(WheelDown, (10, 4));
        let now = screen.framed("1 Article").rows;
        assert_eq!(now[0].text(), before[6].text(), "{typed:?}\n{}", screen.text());
    }
}

/// With the flag it is on from the beginning, and what was to be said is said with it.
#[test]
fn it_can_be_on_from_the_beginning() {
    let mut app = opened(SMALL).app().clone();
    app.take_mouse();
    assert!(app.mouse());
    let shown = draw(&app);
    let status: String = (0..80).map(|x| shown[(x, 22)].symbol()).collect();
    assert!(status.contains("Mouse on · select text: hold Shift"), "{status}");
}
