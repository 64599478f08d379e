//! How forms look and what keys do in them, whatever they are for.

use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files, Memory};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::Theme;
use fundstelle::protocol::effect::Effect;

use super::refusals::open_elsewhere;
use super::{Desk, everywhere};
use crate::common::Screen;
use crate::common::fixture::{edited, fixture};

const OUTSIDE: &str = "Wie viele Schiffe das trifft";

fn in_ascii(language: Language) -> Desk {
    let options = Options { language, theme: Theme::Mono, glyphs: Glyphs::Ascii };
    let mut desk = Desk::fixture((80, 24), language);
    desk.screen = Screen::open(&desk.files, (80, 24), options);
    desk
}

/// The row of the frame, or of the field with this label.
fn row(desk: &Desk, words: &str) -> String {
    let whole = desk.screen.whole();
    let edge: &[char] = &['┏', '━', '┃', '+', '=', '-', '|', '#', '▶', '>', ' '];
    let begins = |row: &String| row.trim_start_matches(edge).starts_with(words);
    let row = whole.rows.iter().rev().find_map(|row| Some(row.text()).filter(begins));
    row.unwrap_or_else(|| panic!("no {words:?}:\n{}", desk.screen.text()))
}

fn did_quit(desk: &Desk) -> bool {
    matches!(desk.screen.escaped().last(), Some(Effect::Quit))
}

#[test]
fn what_must_not_stay_empty_has_a_sign_until_it_does_not() {
    for (ascii, language) in [(false, Language::De), (false, Language::En), (true, Language::En)] {
        let mut desk = if ascii { in_ascii(language) } else { Desk::fixture((80, 24), language) };
        let (kind, title, required) = if language == Language::De {
            ("Art", "Titel", "* nötig")
        } else {
            ("Kind", "Title", "* required")
        };
        desk.mark(OUTSIDE).press("e");
        desk.assert_shows(required);
        for label in [kind, title] {
            assert!(row(&desk, label).contains('*'), "{}", desk.screen.text());
        }
        // A letter chooses the kind and goes on.
        desk.press("Right Tab");
        assert!(!row(&desk, kind).contains('*'), "{}", desk.screen.text());
        desk.type_words("x");
        assert!(!row(&desk, title).contains('*'), "{}", desk.screen.text());
        desk.press("Tab").type_words("2025");
        assert!(!desk.shows(required), "{}", desk.screen.text());
    }
}

#[test]
fn a_missing_field_is_named_and_gets_the_keys() {
    for (language, missing) in [
        (Language::De, ["Art fehlt noch: Ein Buchstabe wählt", "Titel fehlt noch", "Datum fehlt noch"]),
        (
            Language::En,
            ["Kind is still missing: a letter chooses", "Title is still missing", "Date is still missing"],
        ),
    ] {
        let mut desk = Desk::fixture((80, 24), language);
        desk.mark(OUTSIDE).press("e Tab Tab Enter").assert_shows(missing[0]);
        desk.press("Right Enter").assert_shows(missing[1]);
        desk.type_words("Something").press("Enter").assert_shows(missing[2]);
        desk.type_words("2025").press("Enter");
        assert!(desk.added_to("events.toml").contains("title"), "{}", desk.screen.text());
    }
}

#[test]
fn the_chosen_word_has_a_sign_before_it() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    let signs = |desk: &Desk, sign: char| desk.screen.text().matches(sign).count();
    desk.mark("Lehrwerkstätten").press("a");
    let before = signs(&desk, '●');
    desk.choose("company");
    assert_eq!(signs(&desk, '●'), before + 1, "{}", desk.screen.text());
    assert!(desk.shows("●m company"), "{}", desk.screen.text());
    let mut plain = in_ascii(Language::En);
    plain.mark("Lehrwerkstätten").press("a");
    let before = signs(&plain, '@');
    plain.press("Right");
    assert_eq!(signs(&plain, '@'), before + 1, "{}", plain.screen.text());
}

#[test]
fn headings_are_cut_within_their_marks_and_quote_a_quotation_by_the_inner_ones() {
    let files = || edited("article.txt", OUTSIDE, "Wie viele „Schiffe“ das trifft");
    for size in [(80, 24), (40, 10)] {
        let mut desk = Desk::open(files(), size, Language::De);
        desk.mark("das trifft").press("s g");
        let heading = row(&desk, "Lücke: ");
        assert!(
            heading.contains(if size.0 == 80 { "„Wie viele ‚Schiffe‘" } else { "„Wie viele" }),
            "{heading}"
        );
        let said = heading.split("Lücke: ").nth(1).unwrap_or_default();
        assert_eq!(said.matches('„').count(), said.matches('“').count(), "{heading}");
        assert_eq!(said.matches('‚').count(), said.matches('‘').count(), "{heading}");
        assert!(said.contains("…") == said.contains("…“") || said.contains("…‘“"), "{heading}");
    }
}

#[test]
fn one_name_has_no_comma_and_several_are_removed_one_by_one_or_all_at_once() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark(OUTSIDE).press("g").type_words("Text").press("Tab");
    desk.type_words("quarz").press(",").type_words("pruefamt").press(",");
    let both = row(&desk, "Sources");
    assert!(both.contains(", "), "{both}");
    desk.assert_shows("Backspace removes the last one");
    desk.press("Backspace");
    let one = row(&desk, "Sources");
    assert_ne!(one, both);
    desk.type_words("pruefamt").press(",");
    assert_eq!(row(&desk, "Sources"), both);
    desk.press("Ctrl+u");
    assert!(row(&desk, "Sources").contains('*'), "nothing is left: {}", desk.screen.text());
    // The type of a new source is one name.
    desk.type_words("Nordpost").press("Enter").assert_shows("New source");
    assert!(!desk.screen.text().contains("newspaper,"), "{}", desk.screen.text());
}

#[test]
fn tab_takes_what_is_lit_and_goes_on_in_every_field() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    // Text, assessment, hedge, said by.
    desk.mark(OUTSIDE).press("c Tab Tab Tab").type_words("ostl").assert_shows("Enter or Tab takes Ostlinie");
    desk.press("Tab");
    assert!(row(&desk, "Attribution").contains('▶'), "{}", desk.screen.text());
    assert!(row(&desk, "Said by").contains("Ostlinie"));
    // Attribution, sources.
    desk.press("Tab").type_words("quarz").press("Tab");
    assert!(!row(&desk, "Sources").contains('▶'), "{}", desk.screen.text());
    desk.press("Enter");
    let added = desk.added_to("claims.toml");
    assert!(added.contains("attributed_to = [\"ostlinie\"]") && added.contains("sources = ["), "{added}");
}

#[test]
fn what_has_its_letters_only_within_a_word_is_not_taken() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Lehrwerkstätten").press("+").type_words("stlinie").press("Enter");
    desk.assert_shows("Nothing here is called that");
    assert_eq!(desk.text_of("actors.toml"), crate::common::fixture::text_of("actors.toml"));
}

#[test]
fn a_new_source_begins_with_what_was_typed_as_its_name_or_its_title() {
    let cases = [
        ("Nordpost heute", "outlet: Nordpost heute", "Outlet"),
        ("Wie die Ausfuhr endet", "title: Wie die Ausfuhr endet", "Title"),
        ("https://nord.example/1", "address: https://nord.example/1", "Address"),
    ];
    for (typed, offered, field) in cases {
        let mut desk = Desk::fixture((80, 24), Language::En);
        desk.mark(OUTSIDE).press("c Shift+Tab").type_words(typed);
        desk.assert_shows(offered).assert_shows("creates a new source").press("Enter");
        assert!(row(&desk, field).contains(typed), "{}", desk.screen.text());
        // It is nothing yet: what was typed stands in the form before.
        desk.press("Esc").assert_shows("Assessment").assert_shows(typed);
    }
}

#[test]
fn of_equal_names_the_one_used_last_comes_first() {
    let files = fixture().with(
        "sources.toml",
        format!(
            "{}\n[[source]]\nid = \"eins\"\ntype = \"report\"\noutlet = \"Zwilling\"\n\
             \n[[source]]\nid = \"zwei\"\ntype = \"report\"\noutlet = \"Zwilling\"\n",
            crate::common::fixture::text_of("sources.toml")
        ),
    );
    let mut desk = Desk::open(files, (80, 24), Language::En);
    let gap = |desk: &mut Desk, keys: &str| {
        desk.mark(OUTSIDE).press("g").type_words("Text").press("Tab").type_words("zwill").press(keys);
        let file = String::from_utf8(desk.files.read("claims.toml", u64::MAX).expect("it is there"));
        file.expect("text").lines().last().unwrap_or_default().to_owned()
    };
    let first = gap(&mut desk, "Enter");
    let other = gap(&mut desk, "Down Enter Enter");
    assert_ne!(first, other);
    assert_eq!(gap(&mut desk, "Enter Enter"), other, "{}", desk.screen.text());
}

#[test]
fn esc_closes_what_has_no_words_and_asks_about_words() {
    for keys in ["a", "a Right", "c", "c Tab Left", "e Right Tab"] {
        let mut desk = Desk::fixture((80, 24), Language::En);
        desk.mark("Lehrwerkstätten").press(keys).press("Esc");
        assert!(!desk.shows("Not written yet") && !desk.shows("Kind") && !desk.shows("Assessment"), "{keys}");
    }
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark(OUTSIDE).press("c").type_words("Words").press("Esc");
    desk.assert_shows("Not written yet").press("Esc");
    assert!(!desk.shows("Words"));
}

#[test]
fn a_key_shows_the_keys_of_forms() {
    for (language, shown) in [(Language::De, "voriges Feld"), (Language::En, "previous field")] {
        let mut desk = Desk::fixture((80, 24), language);
        desk.mark(OUTSIDE).press("g").assert_shows("F1").press("F1").assert_shows(shown);
        desk.type_words("x");
        assert!(!desk.shows(shown), "{}", desk.screen.text());
        // A question mark is a letter here.
        desk.type_words("?").assert_shows("x?");
    }
}

#[test]
fn quitting_asks_once_at_every_stage() {
    let typed = || {
        let mut desk = Desk::fixture((80, 24), Language::En);
        desk.mark("Lehrwerkstätten").press("a Right Shift+Tab").type_words("!");
        desk
    };
    let mut asked = typed();
    asked.press("Esc");
    let mut refused = typed();
    refused.hindrance = Some(open_elsewhere());
    refused.press("Enter");
    refused.assert_shows(".actors.toml.swp");
    for desk in [&mut typed(), &mut asked, &mut refused] {
        desk.press("Ctrl+c").assert_shows("Not written yet");
        assert!(!did_quit(desk));
        desk.assert_shows("quit without writing").press("Ctrl+c");
        assert!(did_quit(desk));
    }
}

#[test]
fn a_screen_too_small_to_show_a_form_gives_it_no_keys() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark(OUTSIDE).press("g").type_words("Text").press("Tab").type_words("quarz");
    let before = desk.clone();
    desk.screen.resize((20, 6));
    desk.press("x Backspace Tab Enter Enter Esc Esc");
    desk.screen.paste("unseen");
    assert_eq!(desk.added_to("claims.toml"), "");
    desk.screen.resize((80, 24));
    assert_eq!(desk.screen.text(), before.screen.text());
    desk.screen.resize((20, 6));
    desk.press("Ctrl+c Ctrl+c");
    assert!(did_quit(&desk));
}

#[test]
fn what_cannot_be_seen_is_not_written() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark(OUTSIDE).press("g");
    desk.screen.paste("\u{200b}\u{ad}\u{202e}");
    desk.press("Tab").type_words("quarz").press("Enter").assert_shows("Text is still missing");
    assert_eq!(desk.added_to("claims.toml"), "");
    desk.press("Ctrl+u");
    desk.screen.paste("one\u{2028}two \u{2067}three\u{2069}");
    desk.press("Enter");
    let added = desk.added_to("claims.toml");
    assert!(added.contains("\"one two three\""), "{added}\n{}", desk.screen.text());
}

#[test]
fn what_is_copied_is_called_by_its_format() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.hindrance = Some(open_elsewhere());
    desk.mark("Lehrwerkstätten").press("a Right Enter y");
    let copied = |desk: &Desk| match desk.screen.escaped().last() {
        Some(Effect::Copy { what, .. }) => what.clone(),
        other => panic!("nothing is copied, but {other:?}"),
    };
    assert_eq!(copied(&desk), "TOML: [[actor]]");
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark(OUTSIDE).press("g").type_words("Half").press("Esc y");
    assert!(copied(&desk).starts_with("text"), "{}", copied(&desk));
}

#[test]
fn forms_fit_every_screen_in_both_languages() {
    for (size, language) in everywhere() {
        for keys in ["a", "c", "e", "g", "r", "+"] {
            let mut desk = Desk::fixture(size, language);
            desk.mark(OUTSIDE).press(keys).press("Tab Right Tab").press("Enter");
            assert!(desk.screen.app().cursor().is_some(), "{keys}");
            assert!(!did_quit(&desk));
        }
    }
}

#[test]
fn a_dossier_with_no_sources_goes_to_a_new_one_at_once_and_back() {
    let files = Memory::default()
        .with("article.txt", "Gesperrt\n\nDie Brücke ist gesperrt. Niemand sagt, seit wann.\n")
        .with(
            "dossier.toml",
            "format = 1\nid = \"x\"\ntitle = \"X\"\n\n[article]\nfile = \"article.txt\"\nlanguage = \"de\"\n",
        );
    let mut desk = Desk::open(files, (80, 24), Language::De);
    desk.mark("Die Brücke").press("s c Enter x s");
    desk.assert_shows("Neue Quelle").type_words("Bote").press("Enter");
    desk.assert_shows("Bote").press("Enter");
    let file = desk.text_of("dossier.toml");
    assert!(file.contains("outlet = \"Bote\"") && file.contains("sources = [\"bote\"]"), "{file}");
}
