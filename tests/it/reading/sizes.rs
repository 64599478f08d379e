//! Every layout, in both languages: whatever is done, what keys go to is in sight, whole and straight.

use std::collections::{BTreeSet, HashSet};

use fundstelle::i18n::language::Language;
use fundstelle::look::panel::{Focus, Panel};
use ratatui::layout::Rect;

use crate::common::{Cells, Screen};
use crate::reading::scripts::{
    ACTORS, ARTICLE, CARD, CLAIMS, CLOSE, DOWN, HELP, NEXT_CLAIM, NEXT_PANEL, PAGE_DOWN, PAGE_UP, RIGHT,
    SOURCES, TIMELINE, TO_FIRST, TO_LAST, TREND, UP, VIEW, WHOLE, WORDS,
};
use crate::reading::storm::assert_nothing_outside;
use crate::reading::{LARGE, SIZES};

const LANGUAGES: [Language; 2] = [Language::De, Language::En];

/// The panel's name in its frame, as the language has it.
fn framed_as(screen: &Screen, panel: Panel) -> String {
    let german = ["1 Artikel", "2 Akteure", "3 Zeitleiste", "4 Trend", "5 Aussagen"];
    let english = ["1 Article", "2 Actors", "3 Timeline", "4 Trend", "5 Claims"];
    let names = if screen.app().language() == Language::De { german } else { english };
    names[panel.number() - 1].to_owned()
}

/// What every screen keeps, at every size.
fn assert_straight(screen: &Screen, context: &str) {
    let size = screen.buffer().area;
    let context = || format!("{context} at {}×{}\n{}", size.width, size.height, screen.text());
    let rows: Vec<Vec<char>> = screen
        .buffer()
        .content
        .chunks(usize::from(size.width))
        .map(|row| row.iter().flat_map(|cell| cell.symbol().chars()).collect())
        .collect();
    for row in &rows {
        for pair in row.windows(2) {
            assert!(
                pair[0] != '…' || !pair[1].is_alphanumeric(),
                "cut into a word from the left: {}",
                context()
            );
        }
    }
    let body = &rows[1..rows.len() - 2];
    let is_boxed = "┌┏".contains(body[0][0]);
    for (y, row) in body.iter().enumerate() {
        let (first, last) = (row[0], row[row.len() - 1]);
        if is_boxed {
            assert!("┌├└│┏┗┃".contains(first), "row {y} has no left border: {}", context());
            assert!("┐┤┘│┓┛┃".contains(last), "row {y} has no right border: {}", context());
        } else if "─━".contains(first) && row[2] == ' ' {
            assert_eq!(first, last, "the rule in row {y} is broken: {}", context());
        }
    }
    assert!(rows.iter().flatten().any(|c| "━┃".contains(*c)), "nothing has the focus: {}", context());
    let [status, keys] = &rows[rows.len() - 2..] else { panic!("{}", context()) };
    assert!(status.iter().any(|c| c.is_alphanumeric()), "no status: {}", context());
    let keys: String = keys.iter().collect();
    assert!(keys.contains("? ") || keys.contains("Esc "), "no way out or on: {}", context());
    assert_nothing_outside(screen);
}

/// That the focused panel is in sight, and so is what is selected, if the panel lists it.
fn assert_in_sight(screen: &Screen, context: &str) {
    let Focus::Panel(panel) = screen.app().focus() else { return };
    let Rect { width, height, .. } = screen.buffer().area;
    let context = || format!("{context} at {width}×{height}\n{}", screen.text());
    let name = framed_as(screen, panel);
    assert!(screen.shows(&name), "{name} is not in sight: {}", context());
    if panel != Panel::Article && !screen.selection().is_empty() {
        let marked = screen.framed(&name).rows.iter().filter(|row| row.text().contains('▶')).count();
        assert!(marked > 0, "the selection is not in sight: {}", context());
    }
}

#[test]
fn what_keys_go_to_is_in_sight_and_straight() {
    let walk = [DOWN, DOWN, PAGE_DOWN, RIGHT, TO_LAST, UP, PAGE_UP, TO_FIRST];
    for size in SIZES {
        for language in LANGUAGES {
            for panel in [ARTICLE, ACTORS, TIMELINE, TREND, "4 v", "4 v v v", "4 v v v v", CLAIMS] {
                let mut screen = Screen::fixture(size, language);
                assert_straight(screen.press(panel), panel);
                for key in walk {
                    screen.press(key);
                    let context = format!("{panel} … {key}");
                    assert_straight(&screen, &context);
                    assert_in_sight(&screen, &context);
                }
                for over in [CARD, SOURCES, HELP] {
                    let mut screen = screen.clone();
                    for key in [over, DOWN, PAGE_DOWN, TO_LAST, TO_FIRST] {
                        assert_straight(screen.press(key), &format!("{panel} {over} {key}"));
                    }
                }
            }
        }
    }
}

/// However narrow, each series says what it shows, and its figures go on from where one is.
#[test]
fn every_series_has_its_rows_or_its_lines() {
    let mut forms = BTreeSet::new();
    for size in SIZES {
        for language in LANGUAGES {
            let mut screen = Screen::fixture(size, language);
            screen.press(TREND);
            assert_straight(&screen, TREND);
            let overview = if language == Language::De { "Überblick" } else { "overview" };
            assert!(screen.text().contains(overview), "{}", screen.text());
            assert!(screen.framed("4 Trend").text().contains('→'), "no first and last:\n{}", screen.text());
            screen.press(DOWN).press(TO_LAST);
            assert_in_sight(&screen, "the last row");
            for _ in 0..2 {
                screen.press(VIEW);
                assert_straight(&screen, "a map");
            }
            screen.press(VIEW);
            for number in 1..=screen.dossier.series.len() {
                assert_straight(&screen, VIEW);
                let note = format!("{number}/{}", screen.dossier.series.len());
                assert!(screen.text().contains(&note), "{}", screen.text());
                assert_own_form(&screen, language, number, &mut forms);
                screen.press(DOWN).press(TO_LAST);
                assert_in_sight(&screen, "the last figure");
                screen.press(VIEW);
            }
        }
    }
    let all = ["bars", "columns", "lines", "lying columns", "rows", "table"];
    assert_eq!(forms, BTreeSet::from(all), "each form is seen at some size");
}

/// A series has the form that its figures ask for, or the one that stands for it where that has no room.
fn assert_own_form(screen: &Screen, language: Language, number: usize, forms: &mut BTreeSet<&'static str>) {
    let trend = screen.framed("4 Trend").text();
    let is_german = language == Language::De;
    let [rows, period, value] =
        if is_german { ["Zeilen", "Zeitraum", "Wert"] } else { ["rows", "Period", "Value"] };
    let frame = screen.text().lines().find(|line| line.contains("4 Trend")).unwrap_or_default().to_owned();
    let note = format!("{number}/{}", screen.dossier.series.len());
    let says_rows = frame.contains(&format!("{note} {rows}")) || frame.contains(&format!("{note} · {rows}:"));
    let has_axis = trend.contains(" 0┼");
    let form = match screen.dossier.series[number - 1].id.as_str() {
        "pegel-in-use" | "luhort-total" if has_axis => "lines",
        "pegel-in-use" | "luhort-total" => {
            assert!(says_rows && trend.contains('→'), "no rows, or not said:\n{}", screen.text());
            "rows"
        }
        "pegel-planned" | "berth-lettings" => {
            assert!(!has_axis && trend.contains('█'), "no bars:\n{}", screen.text());
            "bars"
        }
        "module-shipments" => {
            assert!(trend.contains('█'), "no columns:\n{}", screen.text());
            if has_axis { "columns" } else { "lying columns" }
        }
        "marschland-power" | "wellgard-plans" => {
            // Whatever else has no room: when, and how much.
            assert!(trend.contains(period) && trend.contains(value), "no table:\n{}", screen.text());
            "table"
        }
        other => panic!("{other} is new: which form has it?"),
    };
    assert_eq!(says_rows, form == "rows", "{form}:\n{}", screen.text());
    forms.insert(form);
}

#[test]
fn where_lines_have_no_room_they_are_rows_and_the_frame_says_so() {
    let mut screen = Screen::fixture((40, 10), Language::En);
    screen.press(TREND).press("v v v").press(DOWN);
    let figure = screen.selection();
    let trend = screen.framed("4 Trend").text();
    assert!(screen.text().contains("1/7 rows") && trend.contains('→'), "{}", screen.text());
    // The same figure is selected where there is room for the lines, and back again.
    screen.resize((120, 40));
    assert!(!screen.text().contains("1/7 rows"), "{}", screen.text());
    assert!(screen.framed("4 Trend").text().contains('┼'), "{}", screen.text());
    assert_eq!(screen.selection(), figure);
    screen.press(RIGHT).press("Left");
    assert!(screen.selection().starts_with("observation:"));
    screen.resize((40, 10)).press(UP).press(DOWN);
    assert!(screen.framed("4 Trend").text().contains('▶'), "{}", screen.text());
    assert!(!figure.is_empty());
}

/// One panel at a time: the numbers of the others stand beside its name, and the card and the help take its place.
#[test]
fn the_narrow_screen_shows_one_thing_with_all_the_room() {
    for size in [(40, 10), (45, 12), (60, 15)] {
        let mut screen = Screen::fixture(size, Language::En);
        for (key, name) in [(ARTICLE, "1 Article"), (TIMELINE, "3 Timeline"), (CLAIMS, "5 Claims")] {
            screen.press(key);
            let frame = screen.whole().rows[1].text();
            assert!(frame.contains(&format!("[{name}]")), "{frame}");
            for other in ["1", "2", "3", "4", "5"] {
                assert!(
                    frame.contains(&format!(" {other}")) || frame.contains(&format!("[{other}")),
                    "{frame}"
                );
            }
            assert_eq!(screen.framed(name).rows.len(), usize::from(size.1) - 4);
        }
        screen.press(DOWN).press(CARD);
        assert!(screen.shows("Claim") && !screen.shows("5 Claims"));
        assert_eq!(screen.framed("Claim").rows.len(), usize::from(size.1) - 4);
        // To the article and back: the card is still open.
        screen.press(NEXT_PANEL);
        assert!(screen.shows("1 Article") && !screen.shows("Claim"));
        screen.press(NEXT_PANEL);
        assert!(screen.shows("Claim"));
        screen.press(HELP);
        assert_eq!(screen.framed("Help").rows.len(), usize::from(size.1) - 4);
        screen.press(CLOSE).press(CLOSE);
        assert!(screen.shows("5 Claims"));
        // There is nothing to enlarge, and Esc has nothing to undo.
        let before = screen.whole();
        screen.press(WHOLE);
        assert!(screen.status().contains("fills the screen"), "{}", screen.status());
        screen.press(CLOSE);
        screen.whole().assert_same(&before, "z and Esc");
    }
}

/// The article follows although it is not in sight: it stands at the words when one goes there.
#[test]
fn the_article_is_at_the_words_when_it_comes_into_sight() {
    for size in [(40, 10), (60, 15)] {
        let mut screen = Screen::fixture(size, Language::De);
        screen.press(CLAIMS).press(TO_LAST);
        assert!(!screen.shows("1 Artikel"));
        screen.press(ARTICLE);
        assert_ne!(screen.framed("1 Artikel").words('L').len(), 0, "{}", screen.text());
        // The words key does the same at once.
        screen.press(CLAIMS).press(TO_FIRST).press(WORDS);
        assert_ne!(screen.framed("1 Artikel").words('R').len(), 0, "{}", screen.text());
        screen.press(NEXT_CLAIM);
        assert_ne!(screen.framed("1 Artikel").words('R').len(), 0, "{}", screen.text());
    }
}

/// What is cut at rest is whole once it is selected.
#[test]
fn a_selected_name_is_whole() {
    let cut_at_rest = |size: Cells, panel: &str, name: &str| -> usize {
        let mut screen = Screen::fixture(size, Language::De);
        screen.press(panel).press(TO_FIRST);
        let mut cut = 0;
        let mut seen = HashSet::new();
        while seen.insert(screen.selection()) {
            let id = screen.app().selection().expect("an item is selected").clone();
            let article = &screen.dossier.article.language;
            let title = match panel {
                ACTORS => screen.dossier.actor(&id.id).map(|actor| actor.name.clone()),
                _ => screen.dossier.event(&id.id).map(|event| event.title.clone()),
            };
            let title = title.expect("a title").shown("de", article).expect("a text").text.to_owned();
            let solid = |text: &str| text.replace([' ', '-'], "");
            let shown = screen.framed(name).words('R').concat();
            assert!(solid(&shown) == solid(&title), "{title:?} is shown as {shown:?}\n{}", screen.text());
            cut += usize::from(!screen.text().contains(&title));
            screen.press(DOWN);
        }
        cut
    };
    for size in SIZES {
        cut_at_rest(size, ACTORS, "2 Akteure");
        let wrapped = cut_at_rest(size, TIMELINE, "3 Zeitleiste");
        assert!(wrapped > 0 || size.0 > 40, "at 40 columns some titles take two rows");
    }
}

/// How many rows of a list are above and below the window stands at its foot.
#[test]
fn items_out_of_sight_are_counted_above_and_below() {
    let mut screen = Screen::fixture((80, 24), Language::En);
    screen.press(TIMELINE).press(VIEW).press(TO_FIRST);
    let foot = |screen: &Screen| {
        let rows = screen.framed("3 Timeline").rows;
        rows[rows.len() - 1].text().trim().to_owned()
    };
    assert!(foot(&screen).ends_with("more ↓") && !foot(&screen).contains("↑ ·"), "{}", foot(&screen));
    screen.press(PAGE_DOWN);
    let middle = foot(&screen);
    let tail = middle.rsplit("  ").next().expect("the counts").trim();
    let number = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().parse::<usize>();
    let (above, below) = tail.split_once('·').expect("above and below");
    let all = screen.dossier.events.len();
    let rows = screen.framed("3 Timeline").rows;
    let shown = rows[..rows.len() - 1]
        .iter()
        .filter(|row| "▏┊∴⇢!".contains(row.text().chars().nth(6).unwrap_or('-')));
    assert_eq!(number(above).unwrap() + shown.count() + number(below).unwrap(), all, "{}", screen.text());
    screen.press(TO_LAST);
    assert!(foot(&screen).ends_with("more ↑"), "{}", foot(&screen));
}

/// A card begins with its heading, however few rows it has; a link gets the cursor once it is in sight.
#[test]
fn a_card_opens_at_its_beginning() {
    for size in SIZES {
        let mut screen = Screen::fixture(size, Language::En);
        screen.press("Right Enter");
        let name = screen.status().trim().split(" · ").next().unwrap_or_default().to_owned();
        let card = screen.framed("Actor");
        let first = card.rows.iter().map(common_text).find(|row| !row.is_empty()).unwrap_or_default();
        assert!(first.contains(&name), "{size:?} {name:?}\n{}", screen.text());
    }
    // Where none is in sight none is followed.
    let mut screen = Screen::fixture((40, 10), Language::En);
    screen.press("4 v v v v v v Down Enter");
    let current = |screen: &Screen| screen.framed("Figure").text().contains('▶');
    assert!(!current(&screen), "{}", screen.text());
    let figure = screen.selection();
    screen.press(CARD);
    assert_eq!(screen.selection(), figure);
    assert!(screen.status().contains("↑ ↓ choose a line"), "{}", screen.text());
    while !current(&screen) {
        let before = screen.text();
        screen.press(DOWN);
        assert_ne!(screen.text(), before, "a link comes in sight");
    }
    screen.press(CARD);
    assert!(screen.selection().starts_with("series:"), "{}", screen.text());
}

fn common_text(row: &crate::common::Row) -> String {
    row.text().trim().to_owned()
}

/// In the lowest chart the values stand at their marks, the axis has a tick beside 0, and each mark is in the row that is
/// nearest to its value.
#[test]
fn a_low_chart_says_what_stands_where() {
    let mut screen = Screen::fixture((45, 13), Language::En);
    screen.press("4 z v v v v v v");
    let trend = screen.framed("4 Trend").text();
    for words in ["≈5,700", "5,000┤", " 0┼", "2022", "2024"] {
        assert!(trend.contains(words), "{words}\n{}", screen.text());
    }
    assert_at_its_row(&screen, 5700.0);
    // The first period and the last have labels, and below each the mark of its figure.
    for (size, first, last) in [((80, 24), "H2 2022", "H1 2025"), (LARGE, "H2 22", "H1 25")] {
        let mut screen = Screen::fixture(size, Language::En);
        screen.press("4 v v v");
        assert_at_its_row(&screen, 1010.0);
        let rows: Vec<Vec<char>> =
            screen.framed("4 Trend").rows.iter().map(|row| row.text().chars().collect()).collect();
        let zero = rows.iter().position(|row| row.contains(&'┼')).expect("an axis");
        let marks: Vec<usize> =
            (0..rows[0].len()).filter(|x| rows[1..=zero].iter().any(|row| is_braille(row[*x]))).collect();
        for (label, mark) in [(first, marks.first()), (last, marks.last())] {
            let wanted: Vec<char> = label.chars().collect();
            let at = rows[zero + 1].windows(wanted.len()).position(|part| part == wanted);
            let at = at.unwrap_or_else(|| panic!("no {label}:\n{}", screen.text()));
            let mark = *mark.expect("a mark");
            assert!((at..at + wanted.len()).contains(&mark), "{label} {mark}:\n{}", screen.text());
        }
    }
}

fn is_braille(c: char) -> bool {
    ('\u{2801}'..='\u{28ff}').contains(&c)
}

/// The highest mark of the chart, which is that of this value, is in the row that is nearest to the value by the ticks.
fn assert_at_its_row(screen: &Screen, value: f64) {
    let rows: Vec<String> = screen.framed("4 Trend").rows.iter().map(crate::common::Row::text).collect();
    let ticks = rows.iter().enumerate().filter_map(|(y, row)| {
        let label = row.split(['┤', '┼']).next().filter(|label| label.len() < row.len())?;
        Some((y as f64, label.trim().replace(',', "").parse::<f64>().ok()?))
    });
    let ticks: Vec<(f64, f64)> = ticks.collect();
    let [(high, most), .., (zero, least)] = ticks[..] else { panic!("no two ticks:\n{}", screen.text()) };
    assert!(least == 0.0 && most > 0.0, "{ticks:?}");
    let expected = zero - (zero - high) * value / most;
    let found = rows.iter().position(|row| row.chars().any(is_braille)).expect("a mark") as f64;
    assert!((found - expected).abs() <= 0.5, "{value} in row {found}, not {expected}:\n{}", screen.text());
}

/// The way out is named wherever there is room for it, and in a card the key that follows.
#[test]
fn the_key_bar_names_the_way_on_and_out() {
    for language in LANGUAGES {
        let [quit, follow] =
            if language == Language::De { ["q beenden", "Enter folgen"] } else { ["q quit", "Enter follow"] };
        for panel in [ARTICLE, ACTORS, TIMELINE, TREND, CLAIMS] {
            let mut screen = Screen::fixture((80, 24), language);
            assert!(screen.press(panel).text().contains(quit), "{}", screen.text());
        }
        let mut screen = Screen::fixture((45, 12), language);
        screen.press("Right Enter");
        let bar = screen.whole().rows.last().expect("a key bar").text();
        assert!(bar.contains(follow) && bar.contains("Esc ") && bar.contains('?'), "{bar}");
        // A card of what the article has no words for offers no next one.
        let mut screen = Screen::fixture(LARGE, language);
        screen.press("4 Down Enter");
        let bar = screen.whole().rows.last().expect("a key bar").text();
        assert!(!bar.contains(" n "), "{bar}");
    }
}
