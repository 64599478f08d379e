//! What else a key shows: other views, the whole screen, the card, the help, and the way out.

use fundstelle::app::Options;
use fundstelle::dossier::Actor;
use fundstelle::i18n::language::Language;
use fundstelle::input::action::TABLE;
use fundstelle::input::keymap::shortcut_label;
use fundstelle::load::Memory;
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::panel::{Focus, Panel};
use fundstelle::look::theme::Theme;
use fundstelle::protocol::effect::Effect;

use crate::common::{Cells, Screen, USUAL};
use crate::reading::scripts::{
    ACTORS, ARTICLE, CARD, CLAIMS, CLOSE, DOWN, EXIT, HELP, MARKS, NEXT_CLAIM, PAGE_DOWN, QUIT, REDRAW,
    SOURCES, SUSPEND, TIMELINE, TO_LAST, TREND, UP, VIEW, WHOLE, ZOOM_IN, ZOOM_OUT,
};
use crate::reading::{LARGE, SMALL};

/// Rows enough for every actor.
const TALL: Cells = (300, 120);

fn usual() -> Screen {
    Screen::fixture(USUAL, Language::En)
}

#[test]
fn v_lists_all_actors_and_then_the_prominent_again() {
    let mut screen = Screen::fixture(TALL, Language::En);
    screen.press(ACTORS);
    let key = screen.whole();
    let actors = screen.dossier.actors.clone();
    let listed = |screen: &Screen| -> Vec<bool> {
        let rows = screen.framed("2 Actors").rows;
        let names: Vec<String> = rows.iter().map(|row| row.text().chars().skip(3).collect()).collect();
        let name = |actor: &Actor| {
            format!("{} ", actor.name.shown("en", &screen.dossier.article.language).expect("a name").text)
        };
        actors.iter().map(|actor| names.iter().any(|row| row.starts_with(&name(actor)))).collect()
    };
    let prominent: Vec<bool> = actors.iter().map(|actor| actor.prominent).collect();
    let others = prominent.iter().filter(|prominent| !**prominent).count();
    assert_eq!(listed(&screen), prominent);
    assert!(screen.framed("2 Actors").prose().ends_with(&format!("{others} more in the view “all” (v)")));
    screen.press(VIEW);
    assert!(listed(&screen).iter().all(|listed| *listed), "{}", screen.text());
    assert!(screen.text().contains(&format!("all {}", actors.len())));
    screen.press(VIEW);
    screen.whole().assert_same(&key, "");
}

#[test]
fn v_says_so_where_there_is_one_view() {
    let mut screen = usual();
    assert!(screen.press(ARTICLE).press(VIEW).status().contains("only one view"), "{}", screen.status());
}

/// Only the lanes of the timeline have an axis that is longer or shorter; the selection is on it at every zoom.
#[test]
fn plus_and_minus_zoom_the_lanes_and_nothing_else() {
    let mut screen = usual();
    for panel in [ARTICLE, ACTORS, TIMELINE, TREND, CLAIMS] {
        for key in [ZOOM_IN, ZOOM_OUT] {
            let before = screen.press(panel).framed("3 Timeline");
            assert!(screen.press(key).status().contains("nothing to zoom"), "{}", screen.status());
            screen.framed("3 Timeline").assert_same(&before, key);
        }
    }
    screen.press(TIMELINE).press(VIEW).press(VIEW).press(DOWN);
    let selection = screen.selection();
    let wide = screen.framed("3 Timeline").text();
    let near = screen.press(ZOOM_IN).press(ZOOM_IN).framed("3 Timeline").text();
    assert_ne!(near, wide);
    assert_eq!(screen.press(ZOOM_OUT).press(ZOOM_OUT).selection(), selection);
    assert!(screen.framed("3 Timeline").text().contains('▶'), "{}", screen.text());
}

#[test]
fn v_keeps_the_selection() {
    for panel in [ACTORS, TIMELINE] {
        let mut screen = usual();
        screen.press(panel).press(DOWN).press(DOWN).press(DOWN);
        let selected = screen.selection();
        screen.press(VIEW).press(VIEW);
        assert_eq!(screen.selection(), selected);
        assert!(screen.text().contains('▶'));
    }
}

/// The line under a list says that the selection is in the other view: there it is in sight.
#[test]
fn v_brings_the_selection_in_sight_that_a_view_left_out() {
    // From the view of all to that of main items: of the timeline there is another between them.
    for (panel, between) in [(ACTORS, ""), (TIMELINE, VIEW)] {
        let mut screen = usual();
        screen.press(panel).press(VIEW).press(TO_LAST).press(UP);
        let selection = screen.selection();
        assert!(!screen.press(between).press(VIEW).text().contains("┃▶"), "{}", screen.text());
        assert!(screen.press(VIEW).text().contains("┃▶"), "{}", screen.text());
        screen.press(UP).press(DOWN);
        assert_eq!(screen.selection(), selection);
    }
}

#[test]
fn v_says_where_there_is_no_other_view() {
    let one = Memory::default().with("a.txt", "Titel\nEin Satz.\n").with(
        "dossier.toml",
        "format = 1\nid = \"t\"\ntitle = \"T\"\n[article]\nfile = \"a.txt\"\nlanguage = \"de\"\n\
         [[series]]\nid = \"f\"\nkind = \"stock\"\nunit = \"MW\"\ntitle = \"F\"\ndefinition = \"What is counted.\"\n",
    );
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&one, USUAL, options);
    screen.press(TREND).press(VIEW);
    assert!(screen.status().contains("only one series"), "{}", screen.status());
}

#[test]
fn v_goes_round_the_series() {
    let mut screen = usual();
    screen.press(TREND);
    let first = screen.whole();
    let series = screen.dossier.series.clone();
    assert!(series.len() > 1);
    assert!(screen.whole().row_with("4 Trend").text().contains(" overview "), "{}", screen.text());
    for map in ["map 1/2", "map 2/2"] {
        screen.press(VIEW);
        assert!(screen.whole().row_with("4 Trend").text().contains(map), "{map}\n{}", screen.text());
    }
    screen.press(VIEW);
    for (number, of) in series.iter().enumerate() {
        let note = format!("series {}/{}", number + 1, series.len());
        assert!(screen.text().contains(&note), "{note}\n{}", screen.text());
        let title = of.title.shown("en", &screen.dossier.article.language).expect("a title").text;
        assert!(screen.framed("4 Trend").rows[0].text().contains(title), "{title}\n{}", screen.text());
        screen.press(VIEW);
    }
    screen.whole().assert_same(&first, "");
}

#[test]
fn m_underlines_the_names_of_key_actors_all_names_or_none() {
    let underlined = |screen: &Screen| {
        let mut words = screen.framed("1 Article").words('U');
        words.extend(screen.framed("1 Article").words('L'));
        words
    };
    let mut screen = Screen::fixture(LARGE, Language::En);
    let key = underlined(&screen);
    assert!(key.contains(&"Wellgard".to_owned()) && !key.contains(&"Beide".to_owned()), "{key:?}");
    screen.press(MARKS);
    assert!(screen.status().contains("all names"));
    let all = underlined(&screen);
    assert!(all.contains(&"Beide".to_owned()) && all.len() > key.len(), "{all:?}");
    screen.press(MARKS);
    assert_eq!(underlined(&screen), [""; 0]);
    screen.press(MARKS);
    assert_eq!(underlined(&screen), key);
}

#[test]
fn z_gives_the_panel_the_whole_screen_and_takes_it_back() {
    for size in [SMALL, USUAL, LARGE] {
        for (number, name) in [
            (ARTICLE, "1 Article"),
            (ACTORS, "2 Actors"),
            (TIMELINE, "3 Timeline"),
            (TREND, "4 Trend"),
            (CLAIMS, "5 Claims"),
        ] {
            let mut screen = Screen::fixture(size, Language::En);
            screen.press(number);
            let before = screen.whole();
            screen.press(WHOLE);
            let whole = screen.framed(name);
            assert_eq!(whole.rows.len(), usize::from(size.1) - 5, "all but title, status, keys and frame");
            assert_eq!(whole.rows[0].text().chars().count(), usize::from(size.0) - 2);
            for back in [WHOLE, CLOSE] {
                let mut screen = screen.clone();
                screen.press(back);
                screen.whole().assert_same(&before, back);
            }
        }
    }
}

#[test]
fn z_gives_the_card_the_whole_screen_too() {
    let mut screen = Screen::fixture(SMALL, Language::En);
    screen.press(NEXT_CLAIM).press(CARD).press(WHOLE);
    assert!(!screen.shows("1 Article"));
    assert_eq!(screen.framed("Claim").rows.len(), 19);
}

#[test]
fn a_card_covers_the_panels_and_never_the_article() {
    for size in [SMALL, USUAL, LARGE] {
        let mut screen = Screen::fixture(size, Language::En);
        screen.press(ACTORS).press(DOWN).press(CARD);
        assert!(screen.shows("Actor") && screen.shows("1 Article"));
        assert!(!screen.shows("2 Actors") && !screen.shows("3 Timeline") && !screen.shows("4 Trend"));
        assert_eq!(screen.app().focus(), Focus::Card);
    }
}

#[test]
fn s_opens_the_card_at_the_sources() {
    let mut screen = Screen::fixture(SMALL, Language::En);
    screen.press(TIMELINE).press(DOWN).press(SOURCES);
    let card = screen.framed("Event");
    let sources = card.place_of("Sources ·").expect("the heading is in sight");
    assert!(card.rows[sources + 1].text().starts_with('▶'), "{}", screen.text());
    // Whether it was read, and whom it repeats.
    screen.press(CARD);
    assert!(screen.selection().starts_with("source:"));
    let card = screen.framed("Source").prose();
    assert!(
        card.contains("https://") && (card.contains("not read by us") || card.contains("read on")),
        "{card}"
    );
}

#[test]
fn s_says_where_there_is_none() {
    let mut screen = usual();
    screen.press(ACTORS).press(SOURCES);
    assert_eq!(screen.selection(), "actor:talland");
    assert!(screen.status().contains("No source is recorded"), "{}", screen.status());
}

/// Each row of the help that is in sight while one scrolls through it.
fn read_help(screen: &mut Screen) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    screen.press(HELP);
    loop {
        let window = screen.framed(if screen.text().contains("━ Hilfe ") { "Hilfe" } else { "Help" });
        rows.extend(window.rows.iter().map(|row| row.text().trim_end().to_owned()));
        screen.press(PAGE_DOWN);
        let after = screen.framed(if screen.text().contains("━ Hilfe ") { "Hilfe" } else { "Help" });
        if after == window {
            return rows;
        }
    }
}

#[test]
fn the_help_shows_every_action_and_every_sign() {
    for size in [(70, 20), SMALL, USUAL, LARGE] {
        for language in [Language::De, Language::En] {
            let rows = read_help(&mut Screen::fixture(size, language));
            for entry in TABLE {
                let key = shortcut_label(entry.keys[0], language, Glyphs::Unicode);
                let begins: String = entry.help.get(language).chars().take(15).collect();
                let is_shown = rows.iter().any(|row| {
                    row.find(&begins).is_some_and(|at| row[..at].split("  ").any(|part| part.trim() == key))
                });
                assert!(is_shown, "{} {begins:?} at {size:?}:\n{}", entry.name, rows.join("\n"));
            }
            for sign in [
                "▏", "┊", "∴", "⇢", "=", "~", "≠", "?", "+", "!", "▶", "▷", "◀", "⠶", "⠢", "↑", "×", "▲", "┆",
            ] {
                let is_shown = rows.iter().any(|row| {
                    row.trim_start().strip_prefix(sign).is_some_and(|rest| {
                        rest.starts_with("   ") && rest.trim_start().starts_with(char::is_alphabetic)
                    })
                });
                assert!(is_shown, "{sign} at {size:?}:\n{}", rows.join("\n"));
            }
        }
    }
}

#[test]
fn the_help_covers_everything_and_goes_away_as_it_came() {
    for close in [CLOSE, HELP, "F1", QUIT] {
        let mut screen = usual();
        screen.press(ACTORS).press(DOWN);
        let before = screen.whole();
        screen.press(HELP);
        assert!(screen.shows("Help") && !screen.shows("1 Article"));
        screen.press(DOWN).press(TO_LAST);
        screen.press(close);
        screen.whole().assert_same(&before, close);
        assert!(screen.escaped().is_empty());
    }
}

#[test]
fn esc_closes_the_topmost_thing_and_never_quits() {
    let mut screen = usual();
    let at_rest = screen.whole();
    screen.press(CLOSE).press(CLOSE);
    screen.whole().assert_same(&at_rest, "");
    screen.press(ACTORS).press(CARD).press(HELP);
    screen.press(CLOSE);
    assert!(!screen.shows("Help") && screen.shows("Actor"));
    screen.press(CLOSE);
    assert!(!screen.shows("Actor") && screen.shows("2 Actors"));
    assert_eq!(screen.app().focus(), Focus::Panel(Panel::Actors));
    assert_eq!(screen.selection(), "actor:talland");
    for _ in 0..5 {
        screen.press(CLOSE);
    }
    assert!(screen.escaped().is_empty());
}

/// What covers the screen is the topmost thing, whatever lies behind it.
#[test]
fn esc_gives_back_the_whole_screen_before_it_closes_a_card_behind() {
    let mut screen = usual();
    screen.press(NEXT_CLAIM).press(CARD).press(ARTICLE);
    let before = screen.whole();
    screen.press(WHOLE);
    assert!(!screen.shows("Claim"));
    screen.press(CLOSE);
    screen.whole().assert_same(&before, "");
}

#[test]
fn q_leaves_the_card_and_then_quits() {
    let mut screen = usual();
    screen.press(NEXT_CLAIM).press(CARD).press(QUIT);
    assert!(!screen.shows("Claim"));
    assert!(screen.escaped().is_empty());
    screen.press(QUIT);
    assert_eq!(screen.escaped(), [Effect::Quit]);
}

#[test]
fn leaving_stopping_and_redrawing_work_from_everywhere() {
    for there in [ARTICLE, TREND, CARD, HELP] {
        for (key, effect) in [(EXIT, Effect::Quit), (SUSPEND, Effect::Suspend), (REDRAW, Effect::Redraw)] {
            let mut screen = usual();
            screen.press(there);
            let before = screen.whole();
            screen.press(key);
            assert_eq!(screen.escaped(), [effect], "{key} after {there}");
            screen.whole().assert_same(&before, "");
        }
    }
}

#[test]
fn the_last_line_names_keys_that_work_here() {
    for there in [ARTICLE, ACTORS, TIMELINE, TREND, CLAIMS, CARD] {
        for size in [SMALL, USUAL] {
            let mut screen = Screen::fixture(size, Language::De);
            screen.press(there);
            let rows = screen.whole().rows;
            let bar = rows[rows.len() - 1].text();
            assert!(bar.contains("? Hilfe") && bar.contains("⌫ zurück"), "{bar}");
            assert_eq!(rows[rows.len() - 1].weight_of("?"), 'B');
        }
    }
}
