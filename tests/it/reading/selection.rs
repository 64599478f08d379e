//! One selection, lit in every panel at once, and each panel draws the set the model computes.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::NaiveDate;
use fundstelle::app::Options;
use fundstelle::dossier::{DateShape, Dossier, Id, Kind, Lit, LocalText, Observation, Ref, SeriesKind};
use fundstelle::i18n::language::Language;
use fundstelle::look::theme::Theme;

use crate::common::{Cells, Grid, Row, Screen, USUAL, thing};
use crate::reading::SMALL;
use crate::reading::scripts::{
    ACTORS, ARTICLE, CARD, CLAIMS, DOWN, LEFT, MARKS, NEXT_CLAIM, NEXT_PASSAGE, PREVIOUS_CLAIM,
    PREVIOUS_PASSAGE, RIGHT, SOURCES, TIMELINE, TO_FIRST, TREND, UP, VIEW, WORDS,
};

/// Rows enough for every list, whichever panel has the most room.
const TALL: Cells = (300, 150);

/// A screen on which the whole article and every panel stand, with nothing underlined but what is lit.
fn all_in_sight() -> Screen {
    let mut screen = Screen::fixture(TALL, Language::De);
    // Marks: all, then none. All actors and events, not only the prominent.
    screen.press(MARKS).press(MARKS).press(ACTORS).press(VIEW).press(TIMELINE).press(VIEW);
    screen
}

/// The same, with the first series of the trend by itself.
fn with_first_series() -> Screen {
    let mut screen = all_in_sight();
    // After the overview and the maps; at the last figure of the first line.
    screen.press(TREND).press("v v v Up Up Up End");
    screen
}

/// Every thing one gets to by walking through this panel.
fn walk(mut screen: Screen, panel: &str, down: &str, check: &mut dyn FnMut(&Screen)) -> usize {
    screen.press(panel);
    let mut steps = 0;
    let mut before = None;
    // A list's cursor may stand on what was first in the shorter view.
    let list = panel != TREND;
    loop {
        match (list, steps) {
            (true, 0) => screen.press(TO_FIRST),
            // What is selected there already is the first.
            (false, 0) => &mut screen,
            _ => screen.press(down),
        };
        let selection = screen.app().selection().cloned();
        if selection == before {
            return steps;
        }
        check(&screen);
        before = selection;
        steps += 1;
    }
}

fn german(text: &LocalText, dossier: &Dossier) -> String {
    text.shown("de", &dossier.article.language).map(|shown| shown.text.to_owned()).unwrap_or_default()
}

/// The marks at the ends of the row of a list: `▶` where it is selected, `◀` where it is lit.
fn assert_marked(screen: &Screen, lit: &Lit, (panel, list): (&str, &Grid), row: Option<usize>, name: &Ref) {
    let row = &list.rows[row.unwrap_or_else(|| panic!("{name} is not in {panel}:\n{}", screen.text()))];
    let selected = screen.app().selection() == Some(name);
    let lit = lit.has(name) && !selected;
    let text = row.text();
    let context = || format!("{name} while {} is selected:\n{}", screen.selection(), screen.text());
    assert_eq!(text.starts_with('▶'), selected, "{}", context());
    assert_eq!(text.ends_with('◀'), lit, "{}", context());
}

/// Words without the blanks, since lines break at blanks.
fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The lit stretches of the article as one, overlaps counted once.
fn lit_words(screen: &Screen) -> String {
    let mut end = 0;
    let mut words = String::new();
    for passage in screen.lit().passages {
        let Range { start, end: stop } = passage.range;
        if stop > end {
            words += &screen.dossier.article.text[start.max(end)..stop];
            end = stop;
        }
    }
    solid(&words)
}

/// The row on which this text begins in the list of claims, where it may go on over several.
fn first_row(claims: &Grid, text: &str) -> Option<usize> {
    /// The least of a text that is shown.
    const LEAST: usize = 10;
    let heads = claims.rows[0].text();
    let sign = heads[..heads.find("Herkunft").expect("a head over the signs")].chars().count();
    claims.rows.iter().position(|row| {
        // Where there is room the row ends in the first source, and the text before that may be cut.
        let end = heads.find("Quelle").map(|at| heads[..at].chars().count());
        let room = end.map_or(usize::MAX, |end| end - sign - 2);
        let shown: String =
            row.text().trim_end_matches(['◀', ' ']).chars().skip(sign + 2).take(room).collect();
        let shown = shown.trim_end_matches([' ', '…']);
        let begins = row.text().chars().nth(sign).is_some_and(|sign| sign != ' ');
        begins && shown.chars().count() >= LEAST.min(text.chars().count()) && text.starts_with(shown)
    })
}

fn assert_lists_agree(screen: &Screen) {
    let dossier = &screen.dossier;
    let (actors, timeline, claims) =
        (screen.framed("2 Akteure"), screen.framed("3 Zeitleiste"), screen.framed("5 Aussagen"));
    let lit = screen.lit();
    for actor in &dossier.actors {
        let start = format!("{} ", german(&actor.name, dossier));
        let place = actors.rows.iter().position(|row| {
            let text = row.text();
            text.chars().skip(3).collect::<String>().starts_with(&start)
        });
        assert_marked(screen, &lit, ("2 Akteure", &actors), place, &actor.to_ref());
    }
    for event in &dossier.events {
        let title = german(&event.title, dossier);
        assert_marked(screen, &lit, ("3 Zeitleiste", &timeline), timeline.place_of(&title), &event.to_ref());
    }
    let texts = dossier.claims.iter().map(|claim| (claim.text.as_ref().expect("a text"), claim.to_ref()));
    for (text, name) in texts.chain(dossier.gaps.iter().map(|gap| (&gap.text, gap.to_ref()))) {
        let row = first_row(&claims, &german(text, dossier));
        assert_marked(screen, &lit, ("5 Aussagen", &claims), row, &name);
    }
    let in_article: String = screen.framed("1 Artikel").words('L').iter().map(|words| solid(words)).collect();
    assert_eq!(in_article, lit_words(screen), "{} is selected", screen.selection());
}

/// The lists, the article and the chart of the first series.
fn assert_all_agree_with_chart(screen: &Screen) {
    assert_lists_agree(screen);
    let (dossier, lit) = (&screen.dossier, screen.lit());
    // Below the trend's axis: the signs of lit events stand out, each at its day.
    let trend = screen.framed("4 Trend");
    let axis = trend.rows.iter().rev().find(|row| row.text().contains('┼')).map(Row::text).expect("an axis");
    let edge = axis.chars().position(|c| c == '┼').expect("its left end") + 1;
    let cells = axis.chars().skip(edge).take_while(|c| *c != ' ').count();
    let events = trend.rows.iter().find(|row| row.text().starts_with("Ereignisse")).expect("a row of events");
    let signs: BTreeMap<usize, (char, bool)> = events
        .text()
        .chars()
        .zip(events.weights().chars())
        .enumerate()
        .skip(edge)
        .filter(|(_, (sign, _))| *sign != ' ')
        .map(|(x, (sign, weight))| (x - edge, (sign, weight != '.')))
        .collect();
    // How many events a sign is for, and whether one of them is lit.
    let mut expected: BTreeMap<usize, (usize, bool)> = BTreeMap::new();
    for event in &dossier.events {
        // What goes on counts from its beginning.
        let start = event.date.ends().and_then(|(start, _)| start);
        let begins = start.filter(|_| event.date.shape() == DateShape::Interval).unwrap_or(&event.date);
        if let Some(column) = begins.period().and_then(|days| sign_column(days, cells)) {
            let (count, is_lit) = expected.entry(column).or_default();
            *count += 1;
            *is_lit |= lit.has(&event.to_ref());
        }
    }
    let sign = |count| match count {
        1 => '▲',
        2..10 => char::from_digit(count as u32, 10).expect("a digit"),
        _ => '+',
    };
    let expected: BTreeMap<usize, (char, bool)> =
        expected.into_iter().map(|(column, (count, is_lit))| (column, (sign(count), is_lit))).collect();
    assert!(expected.len() > 5, "{expected:?}");
    assert_eq!(signs, expected, "{}", screen.text());
    for place in
        dossier.places.iter().filter(|place| ["seefurt", "luhort", "nebelbucht"].contains(&place.id.as_str()))
    {
        let label = format!(" {} ", german(&place.name, dossier));
        let row = trend.rows.iter().find(|row| row.text().contains(&label) && !row.text().contains('▶'));
        let text = row.unwrap_or_else(|| panic!("no {label:?}:\n{}", screen.text())).text();
        assert_eq!(text.contains('◀'), lit.has(&place.to_ref()), "{label} {}", screen.text());
    }
}

/// The column of the sign of an event of these days, on an axis of so many columns from July 2022 to the end of the half-year
/// of the article; none off the axis. Each two columns, counted out from that of the article, have one sign, in the one
/// farther from it; what is left at either end belongs to the two before it.
fn sign_column((from, to): (NaiveDate, NaiveDate), columns: usize) -> Option<usize> {
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    let (first, last, article) = (day("2022-07-01"), day("2025-12-31"), day("2025-11-27"));
    // In half days, so that the middle of a day and of a period are whole.
    let all = 2 * ((last - first).num_days() + 1);
    let middle = |from: NaiveDate, to: NaiveDate| (from - first).num_days() + (to - first).num_days() + 1;
    let at = middle(from, to);
    if at < 0 || at > all {
        return None;
    }
    let column = |at: i64| (at as usize * columns / all as usize).min(columns - 1);
    let rule = column(middle(article, article));
    let before = from + (to - from) / 2;
    let beside = |distance: usize, room: usize| {
        let sign = distance.max(1).next_multiple_of(2);
        if sign <= room { sign } else { (room / 2 * 2).max(room.min(1)) }
    };
    Some(match before.cmp(&article) {
        Ordering::Equal => rule,
        Ordering::Less => rule - beside(rule - column(at).min(rule), rule),
        Ordering::Greater => rule + beside(column(at).max(rule) - rule, columns - 1 - rule),
    })
}

/// The lists, the article and the overview: a row is lit where a figure of its line is, or its place.
fn assert_all_agree_with_overview(screen: &Screen) {
    assert_lists_agree(screen);
    let (dossier, lit) = (&screen.dossier, screen.lit());
    let trend = screen.framed("4 Trend");
    let titles: Vec<String> = dossier.series.iter().map(|series| german(&series.title, dossier)).collect();
    let is_head = |row: &str| titles.iter().any(|title| row.trim_start().starts_with(title.as_str()));
    let mut selected = 0;
    for line in overview_lines(dossier) {
        let of = &line[0];
        let series = dossier.series_by_id(&of.series).expect("its series");
        let place = of.place.as_ref().and_then(|id| dossier.place(id)).expect("its place");
        let part = of.part_name.as_ref().map(|part| format!(", {}", german(part, dossier)));
        let name = format!("{}{} ", german(&place.name, dossier), part.unwrap_or_default());
        let head = trend.place_of(&german(&series.title, dossier));
        let head = head.unwrap_or_else(|| panic!("no head of {}:\n{}", series.id, screen.text()));
        let rows = trend.rows[head + 1..].iter().map(Row::text).take_while(|row| !is_head(row));
        let row = rows.into_iter().find(|row| row.chars().skip(1).collect::<String>().starts_with(&name));
        let row = row.unwrap_or_else(|| panic!("no {name:?} of {}:\n{}", series.id, screen.text()));
        let is_selected = line.iter().any(|figure| screen.app().selection() == Some(&figure.to_ref()));
        let is_lit = lit.has(&place.to_ref()) || line.iter().any(|figure| lit.has(&figure.to_ref()));
        let context = || format!("{name} while {} is selected:\n{}", screen.selection(), screen.text());
        assert_eq!(row.starts_with('▶'), is_selected, "{}", context());
        assert_eq!(row.ends_with('◀'), is_lit && !is_selected, "{}", context());
        selected += usize::from(is_selected);
    }
    let is_figure = screen.app().selection().is_some_and(|name| name.kind == Kind::Observation);
    assert_eq!(selected, usize::from(is_figure), "{}", screen.text());
}

/// The figures of each line of the overview that has a value: those of one series, place and part.
fn overview_lines(dossier: &Dossier) -> Vec<Vec<Observation>> {
    let mut lines: Vec<Vec<Observation>> = Vec::new();
    let is_comparable =
        |series: &Id| dossier.series_by_id(series).is_some_and(|series| series.kind != SeriesKind::List);
    for figure in dossier.observations.iter().filter(|figure| is_comparable(&figure.series)) {
        let of = |figure: &Observation| (figure.series.clone(), figure.place.clone(), figure.part.clone());
        match lines.iter_mut().find(|line| of(&line[0]) == of(figure)) {
            Some(line) => line.push(figure.clone()),
            None => lines.push(vec![figure.clone()]),
        }
    }
    lines.retain(|line| line.iter().any(|figure| figure.value.is_some()));
    lines
}

/// Walks through a list, once beside the overview and once beside a chart.
fn walk_beside_both(panel: &str) -> usize {
    let beside_overview = walk(all_in_sight(), panel, DOWN, &mut assert_all_agree_with_overview);
    let beside_chart = walk(with_first_series(), panel, DOWN, &mut assert_all_agree_with_chart);
    assert_eq!(beside_overview, beside_chart);
    beside_chart
}

#[test]
fn an_actor_is_lit_everywhere() {
    assert_eq!(walk_beside_both(ACTORS), all_in_sight().dossier.actors.len());
}

#[test]
fn an_event_is_lit_everywhere() {
    assert_eq!(walk_beside_both(TIMELINE), all_in_sight().dossier.events.len());
}

#[test]
fn a_claim_or_gap_is_lit_everywhere() {
    let dossier = all_in_sight().dossier;
    assert_eq!(walk_beside_both(CLAIMS), dossier.claims.len() + dossier.gaps.len());
}

#[test]
fn a_figure_is_lit_everywhere() {
    let mut places = BTreeSet::new();
    walk(with_first_series(), TREND, DOWN, &mut |screen| {
        assert_all_agree_with_chart(screen);
        let observation = screen.app().selection().and_then(|name| screen.dossier.observation(&name.id));
        places.extend(observation.and_then(|observation| observation.place.clone()));
    });
    assert_eq!(places.len(), 3, "{places:?}");
    let dossier = all_in_sight().dossier;
    let of_seefurt = dossier.observations.iter().filter(|figure| {
        figure.series.as_str() == "pegel-in-use"
            && figure.place.as_ref().is_some_and(|place| place.as_str() == "seefurt")
    });
    let figures = of_seefurt.count();
    assert!(figures > 2);
    let steps = walk(with_first_series(), TREND, LEFT, &mut assert_all_agree_with_chart);
    assert_eq!(steps, figures, "each of Seefurt's figures");
    // In the overview each line is reached, by the last of its figures that has a value.
    let mut reached = BTreeSet::new();
    // What is selected before is of another panel: from the last row to the first.
    let mut first = all_in_sight();
    first.press(TREND).press("End Home");
    walk(first, TREND, DOWN, &mut |screen| {
        assert_all_agree_with_overview(screen);
        reached.insert(screen.selection());
    });
    let last =
        |line: Vec<Observation>| line.iter().rfind(|figure| figure.value.is_some()).map(Observation::to_ref);
    let expected: BTreeSet<String> =
        overview_lines(&dossier).into_iter().filter_map(last).map(|figure| figure.to_string()).collect();
    assert_eq!(reached, expected);
}

#[test]
fn a_name_in_the_article_is_lit_everywhere() {
    let mut screen = all_in_sight();
    screen.press(ARTICLE).press(TO_FIRST);
    let mut selected = BTreeSet::new();
    for _ in 0..200 {
        screen.press(RIGHT);
        if screen.status().contains("Kein weiterer Name") {
            break;
        }
        selected.insert(screen.selection());
        // The current word is reversed and names what is selected.
        let current = solid(&screen.framed("1 Artikel").words('R').concat());
        let of = screen.app().selection().cloned().expect("a name is selected");
        let passages = screen.dossier.naming_passages(&of.id);
        let words: Vec<String> =
            passages.map(|passage| solid(&screen.dossier.article.text[passage.range])).collect();
        assert!(words.contains(&current), "{current} is none of {words:?}");
    }
    let named = screen
        .dossier
        .actors
        .iter()
        .filter(|actor| actor.prominent && screen.dossier.mentions_of(&actor.id).next().is_some());
    assert_eq!(selected.len(), named.count());
    // And back again.
    let last = screen.selection();
    screen.press(LEFT);
    assert_ne!(screen.framed("1 Artikel").words('R').len(), 0);
    screen.press(RIGHT);
    assert_eq!(screen.selection(), last);
}

/// What is not in sight is counted, with the way to it.
#[test]
fn lit_things_out_of_sight_are_counted() {
    let mut screen = Screen::fixture(USUAL, Language::De);
    screen.press(ACTORS).press(DOWN);
    let lit: Vec<Ref> = screen.lit().things().filter(|name| name.kind == Kind::Event).cloned().collect();
    let prominent = |name: &Ref| screen.dossier.event(&name.id).is_some_and(|event| event.prominent);
    let in_all = lit.iter().filter(|name| !prominent(name)).count();
    assert!(in_all > 0 && in_all < lit.len());
    let footer = screen.framed("3 Zeitleiste").row_with(&format!("◀ {} zur Auswahl", lit.len())).text();
    let shown = screen.framed("3 Zeitleiste").rows.iter().filter(|row| row.text().ends_with('◀')).count();
    let counted = |arrow: &str| -> usize {
        // At the right end stands how many items there are at all out of sight.
        let lit = footer.trim().split("  ").next().unwrap_or_default();
        let part = lit.split('·').find_map(|part| part.trim().strip_suffix(arrow));
        part.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
    };
    let below = counted("↓");
    assert!(below > 0, "{footer}");
    assert_eq!(counted("in „alle“ (v)"), in_all, "{footer}");
    assert_eq!(shown + below + in_all, lit.len());
}

/// The article counts the passages above its window and below it.
#[test]
fn passages_out_of_sight_are_counted_in_the_articles_frame() {
    let mut screen = Screen::fixture(SMALL, Language::De);
    screen.press(ACTORS).press(DOWN);
    let passages = screen.lit().passages;
    assert!(passages.len() > 3);
    screen.press(ARTICLE);
    for _ in 0..40 {
        let text = &screen.dossier.article.text;
        let visible = solid(&screen.framed("1 Artikel").words('L').concat());
        let seen = passages.iter().filter(|passage| visible.contains(&solid(&text[passage.range.clone()])));
        let frame =
            screen.text().lines().find(|line| line.contains("1 Artikel")).unwrap_or_default().to_owned();
        let counted = |arrow: &str| -> usize {
            let before = frame.split_once(arrow).map_or("", |(before, _)| before.trim_end());
            before.rsplit([' ', '─', '━']).next().and_then(|number| number.parse().ok()).unwrap_or(0)
        };
        // Each is in sight, above or below; one over two lines may be cut by the edge.
        let counted = counted("↑") + counted("↓");
        assert!(
            counted <= passages.len() && counted + seen.count() + 1 >= passages.len(),
            "{}",
            screen.text()
        );
        if counted > 0 {
            assert!(frame.contains("◀ "), "{frame}");
        }
        screen.press(DOWN);
    }
    let frame = screen.text().lines().find(|line| line.contains("1 Artikel")).unwrap_or_default().to_owned();
    assert!(frame.contains('↑') && !frame.contains('↓'), "{frame}");
}

/// The trend tells of figures in its other series, of those above and below a table's window, and of events off the
/// axis, each with where it is.
#[test]
fn the_trend_says_where_else_there_is_something() {
    let mut screen = Screen::fixture(USUAL, Language::De);
    screen.press(ACTORS).select("actor:wellgard");
    let dossier = screen.dossier.clone();
    let named = dossier.linked_of(&thing("actor:wellgard"), Kind::Series).cloned().collect::<Vec<_>>();
    let footer = |screen: &Screen| screen.framed("4 Trend").rows.last().map(Row::text).unwrap_or_default();
    let elsewhere = if let [only] = &named[..] {
        let number = dossier.index_of(only).expect("a series") + 1;
        let figures = dossier.linked_of(only, Kind::Observation).count();
        format!("Hier kein Wert · {figures} in Reihe {number} (v)")
    } else {
        format!("in {} anderen Reihen (v)", named.len())
    };
    // In the overview, and in a series; there events may be off its axis.
    assert!(footer(&screen).contains(&elsewhere), "{elsewhere}\n{}", screen.text());
    screen.press(TREND).press("v v v").press(ACTORS);
    let series = footer(&screen);
    assert!(series.contains(&elsewhere), "{elsewhere}\n{series}");
    assert!(series.contains('→') || series.contains('←'), "{series}");
    // A place with several figures: those in sight and those that are not are all there are.
    screen.press(TREND).press(VIEW).press(TO_FIRST);
    to_place(&mut screen);
    // Beside the series and, by its lines, beside the overview.
    let mut overview = screen.clone();
    let overview = to_overview(&mut overview);
    let lit = screen.lit();
    let of_place = overview_lines(&dossier).into_iter().filter(|line| lit.has(&line[0].to_ref())).count();
    assert!(of_place > 1, "{of_place}");
    // And beside a table, by another place, whose figures are farther apart.
    let mut table = screen.clone();
    table.press(TREND);
    while !table.text().contains(" Reihe 7/7 ") {
        table.press(VIEW);
    }
    table.press(TO_FIRST).press(DOWN);
    to_place(&mut table);
    let [mut is_counted, mut is_longer, mut is_longer_overview] = [false; 3];
    for rows in (24..=48).rev() {
        if !screen.resize((120, rows)).shows("4 Trend") {
            continue;
        }
        if let Some(LitFigures { here, shown, above, below }) = lit_figures(&screen, figures_in_row) {
            assert_eq!(here, shown + above + below, "{}", screen.text());
            is_counted |= here > 2;
        }
        table.resize((120, rows));
        if let Some(LitFigures { here, shown, above, below }) = lit_figures(&table, |_| 1) {
            assert_eq!(here, shown + above + below, "{}", table.text());
            is_longer |= here > shown && below > 0;
        }
        overview.resize((120, rows));
        if let Some(LitFigures { here, shown, above, below }) = lit_figures(overview, |_| 1) {
            assert!(here > 0, "{}", overview.text());
            assert_eq!(of_place, shown + above + below, "{}", overview.text());
            is_longer_overview |= of_place > shown && below > 0;
        }
    }
    // In some height each list has more than its window shows.
    assert!(is_counted && is_longer && is_longer_overview, "{is_counted} {is_longer} {is_longer_overview}");
}

/// Opens the card of the current figure and follows it to that of its place, and goes to the actors.
fn to_place(screen: &mut Screen) {
    screen.press(CARD);
    while !screen.selection().starts_with("place:") {
        screen.press(DOWN);
        let rows = screen.framed("Wert").rows;
        let place = rows.iter().position(|row| row.text().contains("Ort der Messung")).expect("a heading");
        if rows[place + 1].text().starts_with('▶') {
            screen.press(CARD);
        }
    }
    screen.press(ACTORS);
}

/// What the footer says of the figures that are linked, and what is in sight of them.
struct LitFigures {
    /// How many the footer says there are.
    here: usize,
    /// How many stand in rows that are lit.
    shown: usize,
    /// How many the footer counts above and below.
    above: usize,
    below: usize,
}

/// How many figures stand in a row of bars: one, and one more for each `+` between parts. In `+20 %` it is a sign of its own.
fn figures_in_row(row: &str) -> usize {
    let cells: Vec<char> = row.chars().collect();
    let is_value = |c: char| c.is_ascii_digit() || "?×".contains(c);
    let adds = |x: usize| {
        let pair = |before: usize, after: usize| {
            x >= before
                && cells.get(x + after).is_some_and(|c| is_value(*c) || "≈>≥≤".contains(*c))
                && is_value(cells[x - before])
        };
        cells[x] == '+' && (pair(1, 1) || pair(2, 2) && cells[x - 1] == ' ' && cells[x + 1] == ' ')
    };
    1 + (0..cells.len()).filter(|x| adds(*x)).count()
}

#[test]
fn a_change_is_no_further_figure_of_a_row() {
    for (row, count) in [
        ("430 + 1.240 = 1.670   +86 % / +3 %", 2),
        ("430+1.240", 2),
        ("? + 90", 2),
        ("20 + × + ≈8", 3),
        ("250  +20 %", 1),
        ("250 +20 %", 1),
    ] {
        assert_eq!(figures_in_row(row), count, "{row}");
    }
}

/// What is linked, as the footer has it; nothing where it is cut or speaks of none.
fn lit_figures(screen: &Screen, in_row: impl Fn(&str) -> usize) -> Option<LitFigures> {
    let trend = screen.framed("4 Trend");
    let footer = trend.rows.last().map(Row::text).unwrap_or_default();
    if footer.contains('…') || !footer.contains("Werte zur Auswahl") {
        return None;
    }
    let lit = trend.rows.iter().map(Row::text).filter(|row| row.ends_with('◀'));
    let shown = lit.map(|row| in_row(&row)).sum();
    // At the right end stands how many rows there are at all out of sight.
    let lit = footer.trim().split("  ").next().unwrap_or_default();
    let number = |end: &str| -> usize {
        let part = lit.split('·').find_map(|part| part.trim().strip_suffix(end));
        part.and_then(|number| number.trim_start_matches('◀').trim().parse().ok()).unwrap_or(0)
    };
    Some(LitFigures { here: number("Werte zur Auswahl"), shown, above: number("↑"), below: number("↓") })
}

/// Turns the trend to its overview, whatever it shows, and back to the actors.
fn to_overview(screen: &mut Screen) -> &mut Screen {
    screen.press(TREND);
    for _ in 0..screen.dossier.series.len() + 2 {
        if screen.text().contains(" Überblick ") {
            break;
        }
        screen.press(VIEW);
    }
    screen.press(ACTORS);
    assert!(screen.text().contains(" Überblick "), "{}", screen.text());
    screen
}

#[test]
fn a_panel_with_nothing_lit_says_so_in_words() {
    let mut screen = all_in_sight();
    screen.press(TREND).press(DOWN);
    assert!(screen.framed("2 Akteure").prose().ends_with("nichts verknüpft"));
    assert!(screen.framed("5 Aussagen").prose().ends_with("nichts verknüpft"));
    screen.press(ACTORS).press(TO_FIRST);
    assert!(screen.framed("4 Trend").prose().contains("Kein Wert zur Auswahl"));
    for _ in 0..3 {
        screen.press(TREND).press(VIEW).press(ACTORS);
        assert!(screen.framed("4 Trend").prose().contains("Kein Wert zur Auswahl"));
    }
}

#[test]
fn w_goes_to_the_words_from_every_panel() {
    for panel in [ACTORS, TIMELINE, CLAIMS] {
        walk(all_in_sight(), panel, DOWN, &mut |screen| {
            let mut screen = screen.clone();
            let selection = screen.selection();
            let lit = screen.lit();
            screen.press(WORDS);
            assert_eq!(screen.selection(), selection);
            let current = solid(&screen.framed("1 Artikel").words('R').concat());
            if let Some(first) = lit.passages.first() {
                assert_eq!(current, solid(&screen.dossier.article.text[first.range.clone()]));
            } else {
                assert_eq!(current, "");
                let source = screen.dossier.linked_of(&thing(&selection), Kind::Source).next().cloned();
                let source =
                    source.and_then(|name| screen.dossier.source(&name.id)).expect("background has a source");
                let outlet = source.outlet.to_string();
                let status = screen.status();
                assert!(status.contains("Nicht im Artikel.") && status.contains(&outlet), "{status}");
            }
        });
    }
}

#[test]
fn where_nothing_is_selected_keys_that_need_it_say_how_to_select() {
    for key in [WORDS, SOURCES, NEXT_PASSAGE, PREVIOUS_PASSAGE] {
        let mut screen = Screen::fixture(USUAL, Language::En);
        screen.press(key);
        assert!(screen.status().contains("Nothing selected yet: →"), "{key}: {}", screen.status());
    }
}

#[test]
fn n_goes_round_the_passages_and_back() {
    let mut screen = all_in_sight();
    screen.press(ACTORS).press(TO_FIRST);
    assert_eq!(screen.selection(), "actor:talland");
    let passages = screen.lit().passages;
    let words = |place: usize| solid(&screen.dossier.article.text[passages[place].range.clone()]);
    let count = passages.len();
    let expected: Vec<String> = (0..count).chain([0]).map(words).collect();
    assert!(count > 2);
    let mut walked = screen.clone();
    for (place, expected) in expected.iter().enumerate() {
        walked.press(NEXT_PASSAGE);
        assert_eq!(solid(&walked.framed("1 Artikel").words('R').concat()), *expected);
        let number = format!("{}/{count}", place % count + 1);
        assert!(walked.status().contains(&number), "{}", walked.status());
    }
    for expected in expected[..count].iter().rev() {
        walked.press(PREVIOUS_PASSAGE);
        assert_eq!(solid(&walked.framed("1 Artikel").words('R').concat()), *expected);
    }
    screen.press(PREVIOUS_PASSAGE);
    assert_eq!(solid(&screen.framed("1 Artikel").words('R').concat()), expected[count - 1]);
}

#[test]
fn c_goes_through_claims_and_gaps_as_the_article_has_them() {
    let mut screen = all_in_sight();
    let mut walked = Vec::new();
    let mut begins = Vec::new();
    loop {
        screen.press(NEXT_CLAIM);
        if screen.status().contains("Keine weitere") {
            break;
        }
        walked.push(screen.selection());
        begins.push(screen.lit().passages[0].range.start);
        // Its words are current, and the panel is still the one keys go to.
        assert!(!screen.framed("1 Artikel").words('R').is_empty());
    }
    assert_eq!(walked.len(), screen.dossier.claims.len() + screen.dossier.gaps.len());
    assert!(begins.is_sorted());
    for expected in walked.iter().rev().skip(1) {
        screen.press(PREVIOUS_CLAIM);
        assert_eq!(screen.selection(), *expected);
    }
    screen.press(PREVIOUS_CLAIM);
    assert_eq!(screen.selection(), walked[0]);
    assert!(screen.status().contains("davor"), "{}", screen.status());
}

#[test]
fn enter_in_the_article_opens_the_name_that_comes_next() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.press(CARD);
    assert_eq!(screen.selection(), "actor:talland");
    assert!(screen.framed("Actor").prose().starts_with("Talland place · BV"));
}

/// The cursor waits where something lit is; the first step leads from there to the next row, and its opposite back to it.
#[test]
fn the_first_step_leads_away_from_what_the_cursor_is_on() {
    for (step, back) in [(UP, DOWN), (DOWN, UP)] {
        let mut screen = Screen::fixture(USUAL, Language::En);
        screen.press(NEXT_CLAIM).press(TIMELINE);
        let waiting = screen.framed("3 Timeline").rows.into_iter().find(|row| row.text().starts_with('▷'));
        let waiting = waiting.expect("a cursor").text();
        assert!(waiting.ends_with('◀'), "{waiting}");
        let selected = |screen: &Screen| {
            let rows = screen.framed("3 Timeline").rows.into_iter();
            rows.map(|row| row.text()).find(|row| row.starts_with('▶')).expect("a selection")
        };
        let trimmed = |text: &str| text.trim_matches(|c| " ▶▷◀".contains(c)).to_owned();
        assert_ne!(trimmed(&selected(screen.press(step))), trimmed(&waiting));
        assert_eq!(trimmed(&selected(screen.press(back))), trimmed(&waiting));
    }
}

/// Colour says nothing that weight and signs do not say too.
#[test]
fn with_colour_the_same_things_are_lit() {
    let options = Options { language: Language::De, theme: Theme::Default, ..Options::default() };
    let mut coloured = Screen::fixture_with(USUAL, options);
    let mut plain = Screen::fixture(USUAL, Language::De);
    for script in [NEXT_CLAIM, ACTORS, DOWN, TREND, DOWN, CARD] {
        coloured.press(script);
        plain.press(script);
        assert_eq!(coloured.text(), plain.text());
        let weights = |screen: &Screen| screen.whole().rows.iter().map(Row::weights).collect::<Vec<_>>();
        assert_eq!(weights(&coloured), weights(&plain));
    }
}

/// Keys do what they do to the row the cursor stands on, not to something selected elsewhere.
#[test]
fn enter_opens_the_row_the_hollow_cursor_is_on() {
    for (keys, panel) in
        [("3 j 2", "2 Actors"), ("2 j 5", "5 Claims"), ("2 j 3", "3 Timeline"), ("2 j 4", "4 Trend")]
    {
        let mut screen = Screen::fixture(USUAL, Language::En);
        screen.press(keys);
        let before = screen.selection();
        let row = screen.framed(panel).rows.into_iter().find(|row| row.text().starts_with('▷'));
        let row = row.unwrap_or_else(|| panic!("{}", screen.text())).text();
        let mut stepped = screen.clone();
        stepped.press("Down Up");
        screen.press("Enter");
        assert_ne!(screen.selection(), before);
        assert_eq!(screen.selection(), stepped.selection(), "{row}\n{}", screen.text());
    }
    // The figure of the chart that the line below names.
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.press("2 j 4 v Enter");
    assert!(screen.selection().starts_with("observation:"), "{}", screen.text());
}
