//! What the lists leave out: filters and the time before the article. Both say that they are in force, and nothing that
//! is selected or linked is hidden without a word.

use fundstelle::app::Options;
use fundstelle::dossier::{Assessment, Kind, Observation, Ref, SeriesKind};
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::theme::Theme;

use crate::common::{Cells, Grid, Screen, USUAL, thing};
use crate::reading::scripts::{
    ACTORS, ARTICLE, BACK, CARD, CLAIMS, CLOSE, DOWN, FILTER, HELP, NEXT_CLAIM, NEXT_PANEL, ONLY_AFTER,
    PAGE_DOWN, PAGE_UP, TIMELINE, TO_FIRST, TO_LAST, TREND, UP, VIEW,
};
use crate::reading::{LARGE, SMALL};

const SIZES: [Cells; 3] = [SMALL, USUAL, LARGE];

fn at(size: Cells) -> Screen {
    Screen::fixture(size, Language::En)
}

/// Goes to a line of the open chooser and ticks it.
fn tick(screen: &mut Screen, words: &str) {
    screen.press(TO_FIRST);
    for _ in 0..60 {
        if cursor(screen).contains(words) {
            screen.press("Space");
            return;
        }
        screen.press(DOWN);
    }
    panic!("no {words:?} in the chooser:\n{}", screen.text());
}

fn chooser(screen: &Screen) -> Grid {
    let names = ["Filter: Actors", "Filter: Timeline", "Filter: Claims"];
    let name = names.into_iter().find(|name| screen.shows(name));
    screen.framed(name.unwrap_or_else(|| panic!("no chooser is open:\n{}", screen.text())))
}

/// The line of the chooser that the cursor is on.
fn cursor(screen: &Screen) -> String {
    let rows = chooser(screen).rows;
    let mut found = rows.iter().filter(|row| row.text().starts_with('▶'));
    let text = found.next().unwrap_or_else(|| panic!("no cursor:\n{}", screen.text())).text();
    assert!(found.next().is_none());
    // At its right may stand that there are lines above or below.
    text.trim_end_matches(['↑', '↓']).to_owned()
}

/// Opens the chooser of a panel, ticks these, and closes it.
fn filter(screen: &mut Screen, panel: &str, values: &[&str]) {
    screen.press(panel).press(FILTER);
    for value in values {
        tick(screen, value);
    }
    screen.press(CLOSE);
}

/// Everything the list that keys go to has, walked from its first to its last.
fn listed(screen: &Screen) -> Vec<Ref> {
    let mut screen = screen.clone();
    let mut all = Vec::new();
    screen.press(TO_FIRST);
    loop {
        let selection = thing(&screen.selection());
        if all.last() == Some(&selection) {
            return all;
        }
        all.push(selection);
        screen.press(DOWN);
    }
}

#[test]
fn a_filter_shows_at_once_how_many_remain_and_only_those() {
    for size in SIZES {
        let mut screen = at(size);
        screen.press(TIMELINE).press(FILTER);
        tick(&mut screen, "main");
        tick(&mut screen, "Upland");
        tick(&mut screen, "tightening");
        let wanted: Vec<Ref> = screen
            .dossier
            .events
            .iter()
            .filter(|event| {
                event.lane.as_ref().is_some_and(|lane| lane.as_str() == "upland") && &*event.kind == "control"
            })
            .map(fundstelle::dossier::Event::to_ref)
            .collect();
        let total = screen.dossier.events.len();
        let count = format!("{} of {total}", wanted.len());
        assert!(
            screen.text().contains(&format!("━ {count} ━")),
            "{count} in the chooser:\n{}",
            screen.text()
        );
        // What the chooser says would remain is what remains.
        assert!(cursor(&screen).trim_end().ends_with(&format!(" {}", wanted.len())), "{}", cursor(&screen));
        screen.press(CLOSE);
        let note = format!("{count}: ");
        assert!(screen.text().contains(&note), "{note}:\n{}", screen.text());
        let mut shown = listed(&screen);
        let place = |name: &Ref| screen.dossier.index_of(name);
        shown.sort_by_key(place);
        assert_eq!(shown, wanted);
    }
}

#[test]
fn each_number_of_the_chooser_is_what_one_gets() {
    for panel in [ACTORS, TIMELINE, CLAIMS] {
        let mut screen = at(LARGE);
        screen.press(panel).press(FILTER).press(BACK);
        assert!(!chooser(&screen).text().contains("[x]"), "all are shown:\n{}", screen.text());
        let lines: Vec<String> = chooser(&screen).rows.iter().map(without_cursor).collect();
        let values: Vec<&String> = lines.iter().filter(|line| line.contains("[ ]")).collect();
        assert!(values.len() > 5, "{lines:#?}");
        for line in values {
            let mut screen = screen.clone();
            let (name, count) = line.trim().rsplit_once(' ').expect("a number");
            tick(&mut screen, name.trim().trim_start_matches("[ ] "));
            screen.press(CLOSE);
            let count: usize = count.parse().expect("a number");
            assert_eq!(listed(&screen).len(), count, "{line}\n{}", screen.text());
            // The view of main items names them: `12 main of 51`.
            let notes = [format!("{count} of "), format!("{count} main of ")];
            assert!(notes.iter().any(|note| screen.text().contains(note)), "{line}\n{}", screen.text());
        }
    }
}

fn without_cursor(row: &crate::common::Row) -> String {
    row.text().trim_start_matches('▶').to_owned()
}

#[test]
fn a_tick_is_a_sign_and_the_cursor_reversed() {
    let mut screen = at(USUAL);
    screen.press(TIMELINE).press(FILTER);
    let first = chooser(&screen).rows[1].clone();
    assert_eq!(first.weight_of("[x] main"), 'R');
    screen.press(DOWN);
    let rows = chooser(&screen).rows;
    assert_eq!((rows[1].weight_of("[x] main"), rows[2].weight_of("[ ] other")), ('.', 'R'));
    assert_eq!(rows[0].weight_of("Importance"), 'B');
    screen.press(CARD);
    assert!(cursor(&screen).contains("[x] other"));
    screen.press("Space");
    assert!(cursor(&screen).contains("[ ] other"));
    screen.press(TO_LAST);
    assert!(cursor(&screen).contains("show all"));
    screen.press(UP).press(PAGE_UP).press(PAGE_DOWN).press(TO_FIRST);
    assert!(cursor(&screen).contains("[x] main"));
}

#[test]
fn the_chooser_never_covers_the_article_where_it_stands_beside_it() {
    for size in SIZES {
        for there in [ARTICLE, ACTORS, TIMELINE, CLAIMS] {
            let mut screen = at(size);
            screen.press(there);
            let before = screen.framed("1 Article");
            screen.press(FILTER);
            screen.framed("1 Article").assert_same(&before, there);
            let bar = screen.whole().rows.last().map(crate::common::Row::text).unwrap_or_default();
            assert!(bar.contains("Enter on/off") && bar.contains("Bksp show all"), "{bar}");
        }
    }
}

#[test]
fn the_claims_filter_calms_the_margin_and_c_goes_by_it() {
    for size in SIZES {
        let mut screen = at(size);
        let margin = |screen: &Screen| -> String {
            let rows = screen.framed("1 Article").rows;
            rows.iter().flat_map(|row| row.text().chars().take(2).collect::<Vec<_>>()).collect()
        };
        assert!(margin(&screen).contains('?') && margin(&screen).contains('+'));
        screen.press(CLAIMS).press(FILTER);
        tick(&mut screen, "partly");
        // Back to where nothing was selected.
        screen.press(CLOSE).press(BACK);
        assert_eq!(screen.selection(), "");
        let signs = margin(&screen);
        assert!(signs.contains('~') && !signs.contains(['?', '+', '=', '≠']), "{signs:?}");
        assert!(screen.text().contains("signs filtered ·"), "{}", screen.text());
        let qualified =
            screen.dossier.claims.iter().filter(|claim| claim.assessment == Some(Assessment::Qualified));
        let expected = qualified.count();
        let mut steps = 0;
        screen.press(NEXT_CLAIM);
        while !screen.status().contains("No further") {
            assert!(screen.status().starts_with(" partly"), "{}", screen.status());
            steps += 1;
            screen.press(NEXT_CLAIM);
        }
        assert_eq!(steps, expected);
        screen.press(ARTICLE).press(CLOSE);
        assert!(screen.status().contains("Filter cleared: Claims"), "{}", screen.status());
        assert!(!screen.text().contains("signs filtered"));
    }
}

/// What is linked or selected and not listed is counted.
#[test]
fn what_the_filter_hides_is_counted_and_the_selection_is_not_denied() {
    let mut screen = at(LARGE);
    filter(&mut screen, TIMELINE, &["South Shore"]);
    screen.press(ACTORS).select("actor:quarzon");
    let lit: Vec<Ref> = screen.lit().things().filter(|name| name.kind == Kind::Event).cloned().collect();
    let shown = screen.framed("3 Timeline").rows.iter().filter(|row| row.text().ends_with('◀')).count();
    let hidden = format!("{} hidden by the filter", lit.len() - shown);
    assert!(screen.framed("3 Timeline").prose().contains(&hidden), "{hidden}\n{}", screen.text());
    // An event that does not pass, gone to by another way.
    screen.press(CARD).press(TO_LAST);
    for _ in 0..200 {
        let rows = screen.framed("Actor").rows;
        if rows.iter().any(|row| row.text().starts_with('▶') && row.text().contains("M20 now needs")) {
            break;
        }
        screen.press(UP);
    }
    screen.press(CARD);
    assert_eq!(screen.selection(), "event:m20-licence");
    screen.press(TIMELINE);
    assert_eq!(screen.selection(), "event:m20-licence");
    let timeline = screen.framed("3 Timeline").prose();
    assert!(timeline.contains("selection hidden by the filter"), "{timeline}");
    assert!(screen.status().contains("M20 now needs"));
    // Lifted, it stands there.
    screen.press(CLOSE).press(VIEW);
    assert!(screen.framed("3 Timeline").row_with("M20 now needs").text().starts_with('▶'));
    // The view of key items says the same of what it leaves out.
    filter(&mut screen, TIMELINE, &[]);
    // After all come the lanes, then it again.
    screen.press(TO_FIRST).press(VIEW).press(VIEW);
    assert!(screen.framed("3 Timeline").prose().contains("selection in “all” (v)"), "{}", screen.text());
}

#[test]
fn esc_lifts_the_panels_filter_first_and_then_all_others() {
    let mut screen = at(LARGE);
    screen.press(ACTORS);
    let at_rest = screen.clone().press(ARTICLE).clone();
    filter(&mut screen, ACTORS, &["company"]);
    filter(&mut screen, CLAIMS, &["gap"]);
    screen.press(ONLY_AFTER).press(TIMELINE);
    filter(&mut screen, TIMELINE, &["Talland"]);
    let in_force = |screen: &Screen| screen.text().replace("signs filtered", "").matches("filtered ").count();
    assert_eq!(in_force(&screen), 3, "{}", screen.text());
    assert!(screen.text().contains(": after article, Talland"), "{}", screen.text());
    // While something is open, that is closed first.
    screen.press(HELP).press(CLOSE);
    assert_eq!(in_force(&screen), 3);
    screen.press(CLOSE);
    assert!(screen.status().contains("Filter cleared: Timeline"), "{}", screen.status());
    assert_eq!(in_force(&screen), 2, "{}", screen.text());
    screen.press(CLOSE);
    assert!(screen.status().contains("All filters cleared."), "{}", screen.status());
    assert!(!screen.text().contains("after article "));
    for close in [ARTICLE, CLOSE] {
        screen.press(close);
        assert_eq!(screen.status(), at_rest.status(), "nothing is left to lift");
        // The list of claims stays at the item its cursor was on.
        for name in ["1 Article", "2 Actors", "3 Timeline", "4 Trend"] {
            screen.framed(name).assert_same(&at_rest.framed(name), name);
        }
        assert!(screen.text().contains("25 claims · 7 gaps"));
    }
}

#[test]
fn a_filter_that_lets_nothing_pass_says_so() {
    for (panel, values) in [(TIMELINE, ["South Shore", "advice"]), (ACTORS, ["medium", "BV"])] {
        for size in SIZES {
            let mut screen = at(size);
            filter(&mut screen, panel, &values);
            assert!(screen.text().contains("Nothing passes the filter."), "{}", screen.text());
            assert!(screen.text().contains(" 0 of "), "{}", screen.text());
            let before = screen.selection();
            screen.press(DOWN).press(PAGE_DOWN).press(TO_LAST);
            assert_eq!(screen.selection(), before);
            // In the chooser a key shows everything again, and the one that opened it closes it.
            screen.press(FILTER);
            assert!(screen.text().contains("Bksp show all"), "{}", screen.text());
            screen.press(BACK).press(FILTER);
            assert!(!screen.text().contains(" 0 of "), "{}", screen.text());
            assert!(!screen.text().contains("show all"), "{}", screen.text());
        }
    }
}

/// The view of key items hides things too; and closing hides nothing more.
#[test]
fn show_all_shows_all_and_f_closes_the_chooser_as_it_is() {
    for (panel, name) in [(ACTORS, "2 Actors"), (TIMELINE, "3 Timeline")] {
        for keys in [BACK, "End Enter"] {
            let mut screen = at(USUAL);
            filter(&mut screen, panel, if panel == ACTORS { &["company"] } else { &["Talland"] });
            let filtered = screen.framed(name);
            screen.press(FILTER).press(FILTER);
            screen.framed(name).assert_same(&filtered, "f twice");
            screen.press(FILTER).press(keys).press(FILTER);
            assert!(screen.text().contains("━ all "), "{keys}\n{}", screen.text());
            screen.press(FILTER);
            assert!(!chooser(&screen).text().contains("[x]"), "{}", screen.text());
        }
    }
}

#[test]
fn where_there_is_nothing_to_filter_f_says_so() {
    let mut screen = at(USUAL);
    screen.press(TREND).press(FILTER);
    assert!(screen.status().contains("nothing to filter"), "{}", screen.status());
    screen.press(NEXT_CLAIM).press(CARD).press(FILTER);
    assert!(screen.status().contains("nothing to filter"), "{}", screen.status());
}

#[test]
fn a_filter_stays_on_the_way_back() {
    let mut screen = at(LARGE);
    screen.press(ACTORS).select("actor:quarzon");
    filter(&mut screen, ACTORS, &["government"]);
    screen.press(CARD).press(BACK);
    assert!(screen.text().contains("filtered "), "{}", screen.text());
    assert_eq!(screen.selection(), "actor:quarzon");
}

#[test]
fn a_shows_only_what_came_after_the_article_or_may_have() {
    for size in SIZES {
        let mut screen = at(size);
        screen.press(TIMELINE).press(VIEW).press(ONLY_AFTER);
        assert!(
            screen.status().contains("a shows all · Only what came, or may have come, after the article"),
            "{}",
            screen.status()
        );
        let wanted =
            screen.dossier.events.iter().filter(|event| {
                screen.dossier.is_after_article(&event.date).unwrap_or(event.date.is_dated())
            });
        let wanted = wanted.count();
        let note = format!("after article {wanted} of {}", screen.dossier.events.len());
        assert!(screen.text().contains(&note), "{note}\n{}", screen.text());
        let shown = listed(&screen);
        assert_eq!(shown.len(), wanted);
        for name in shown {
            let event = screen.dossier.event(&name.id).expect("an event");
            assert_ne!(screen.dossier.is_after_article(&event.date), Some(false), "{name}");
        }
        screen.press(ONLY_AFTER);
        assert!(screen.status().contains("everything again") && !screen.text().contains(&note));
    }
}

#[test]
fn a_holds_for_the_trend_too() {
    let mut screen = at(LARGE);
    screen.press(TREND).press(ONLY_AFTER);
    let dossier = screen.dossier.clone();
    let is_after =
        |figure: &Observation| figure.date.as_ref().is_some_and(|date| dossier.may_be_after_article(date));
    let is_comparable = |figure: &&Observation| {
        dossier.series_by_id(&figure.series).is_some_and(|series| series.kind != SeriesKind::List)
    };
    let comparable: Vec<&Observation> = dossier.observations.iter().filter(is_comparable).collect();
    let after = comparable.iter().filter(|figure| is_after(figure)).count();
    let note = format!("after article {after} of {} · overview", comparable.len());
    assert!(screen.text().contains(&note), "{note}\n{}", screen.text());
    let says_none = screen
        .framed("4 Trend")
        .prose()
        .contains("No figure after the article. v shows the next series, a shows everything again.");
    assert_eq!(says_none, after == 0, "{}", screen.text());
    screen.press("v v v");
    let mut told_none = 0;
    let mut told_some = 0;
    for (number, series) in screen.dossier.series.clone().iter().enumerate() {
        let name = series.to_ref();
        let figures = screen.dossier.linked_of(&name, Kind::Observation);
        let figures: Vec<_> = figures.filter_map(|name| screen.dossier.observation(&name.id)).collect();
        let after = figures.iter().filter(|figure| is_after(figure)).count();
        let (all, of) = (figures.len(), screen.dossier.series.len());
        let note = format!("after article {after} of {all} · series {}/{of}", number + 1);
        assert!(screen.text().contains(&note), "{note}\n{}", screen.text());
        let says_none = screen.framed("4 Trend").prose().contains("No figure after the article");
        assert_eq!(says_none, after == 0, "{}", screen.text());
        if after == 0 {
            told_none += 1;
        } else {
            told_some += 1;
            assert_eq!(listed(&screen).len(), after);
        }
        screen.press(VIEW);
    }
    assert!(told_none > 0 && told_some > 0, "{told_none} without, {told_some} with");
    screen.press(CLOSE);
    assert!(!screen.text().contains("after article "), "{}", screen.text());
}

/// The series that is looked at need not be the selection's.
#[test]
fn a_stays_at_the_series_shown() {
    let mut screen = at(LARGE);
    screen.press(TREND).press(DOWN).press("v v v v v");
    let of = screen.dossier.series.len();
    for script in [ONLY_AFTER, ONLY_AFTER, ACTORS, "f Space Esc"] {
        screen.press(script);
        assert!(screen.text().contains(&format!("series 3/{of}")), "{script}\n{}", screen.text());
    }
    // Where it is the selection's, the cursor is on that again.
    for keys in ["4 Down Down", "4 v Down Left", "4 v v v Down Left"] {
        let mut screen = at(LARGE);
        screen.press(keys);
        let before = screen.framed("4 Trend");
        screen.press(ONLY_AFTER).press(ONLY_AFTER);
        screen.framed("4 Trend").assert_same(&before, "the cursor");
    }
}

#[test]
fn without_a_day_nothing_is_after_it() {
    let files = Memory::default().with("a.txt", "Titel\nEin Satz.\n");
    let mut screen = Screen::open(
        &files,
        USUAL,
        Options { language: Language::En, theme: Theme::Mono, ..Options::default() },
    );
    screen.press(ONLY_AFTER);
    assert!(screen.status().contains("has no date"), "{}", screen.status());
    screen.press(NEXT_PANEL).press(FILTER);
    assert!(screen.status().contains("nothing to filter"), "{}", screen.status());
}

/// However short the line is.
#[test]
fn the_key_that_takes_a_back_is_in_sight() {
    for (language, says) in [(Language::En, "a shows all"), (Language::De, "a zeigt alles")] {
        let mut screen = Screen::fixture((40, 10), language);
        screen.press(TIMELINE).press(ONLY_AFTER);
        assert!(screen.status().trim_start().starts_with(says), "{}", screen.status());
    }
}

/// An article with one event before it, main or not.
fn before_the_article(prominent: bool) -> Memory {
    Memory::default().with("a.txt", "Title\nA sentence.\n").with(
        "dossier.toml",
        format!(
            "format = 1\nid = \"d\"\ntitle = \"D\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n\
             published = \"2025-11-05\"\n[[lane]]\nid = \"l\"\nshort = \"L\"\nname = \"Lane\"\n\
             [[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"P\"\ntitle = \"S\"\nissued = \"2020-01-02\"\n\
             [[event]]\nid = \"e\"\ndate = \"2020-01-01\"\nlane = \"l\"\nkind = \"control\"\ntitle = \"Before\"\n\
             prominent = {prominent}\nsources = [\"s\"]\n"
        ),
    )
}

#[test]
fn a_that_hides_everything_says_so() {
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    for (prominent, says) in [
        (false, "No event after the article. a shows all."),
        (true, "No event after the article. a shows all."),
    ] {
        let mut screen = Screen::open(&before_the_article(prominent), USUAL, options);
        screen.press(TIMELINE).press(ONLY_AFTER);
        let timeline = screen.framed("3 Timeline").prose();
        assert!(timeline.contains(says), "{}", screen.text());
        assert!(!timeline.contains("Nothing passes"), "{}", screen.text());
        screen.press(ONLY_AFTER);
        assert!(screen.framed("3 Timeline").prose().contains("Before"), "{}", screen.text());
    }
}

/// Where all are main, no number of main ones is named.
#[test]
fn where_all_are_main_the_frame_says_all() {
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&before_the_article(true), USUAL, options);
    screen.press(TIMELINE);
    assert!(screen.whole().row_with("3 Timeline").text().contains(" all 1 "), "{}", screen.text());
    assert!(!screen.text().contains("1 main of 1"), "{}", screen.text());
}

/// What is copied stands on the screen: evidence of something else would be taken for that of the row.
#[test]
fn keys_are_for_the_row_of_the_cursor_where_a_filter_hides_the_selection() {
    let mut screen = Screen::fixture(USUAL, Language::En);
    screen.press(CLAIMS);
    for value in 0..8 {
        let mut filtered = screen.clone();
        filtered.press(FILTER);
        for _ in 0..value {
            filtered.press(DOWN);
        }
        filtered.press("Space").press(CLOSE).press("y");
        let list = filtered.framed("5 Claims").text();
        assert!(list.contains('▶') || !list.contains('▷'), "{value}\n{list}");
    }
}
