//! Forms for marked words: few keys, and a table in the file.

use fundstelle::i18n::language::Language;
use fundstelle::protocol::effect::Effect;

use super::{Desk, everywhere};
use crate::common::fixture::edited;

#[test]
fn an_actor_takes_its_words_and_one_letter() {
    for (size, language) in everywhere() {
        let mut desk = Desk::fixture(size, language);
        desk.mark("Lehrwerkstätten");
        let before = desk.keys;
        desk.press("Enter a");
        assert!(desk.screen.text().contains("Lehrwerkstätten"), "{}", desk.screen.text());
        desk.choose(if language == Language::De { "Gruppe" } else { "group" }).press("Enter");
        // Where all kinds are in sight, their letter is one key.
        assert!(desk.keys - before == 4 || size.0 == 40, "{size:?}");
        assert_eq!(
            desk.added_to("actors.toml"),
            "\n[[actor]]\nid = \"lehrwerkstaetten\"\nkind = \"group\"\nname = \"Lehrwerkstätten\"\n\
             aliases = [\"Lehrwerkstätten\"]\n",
            "{size:?} {language:?}\n{}",
            desk.screen.text()
        );
        assert_eq!(desk.screen.selection(), "actor:lehrwerkstaetten");
        let status = desk.screen.status();
        assert!(status.contains("Lehrwerkstätten"), "{status}");
        if size.0 > 80 {
            let article = if language == Language::De { "1 Artikel" } else { "1 Article" };
            let row = desk.screen.framed(article).row_with("Lehrwerkstätten");
            assert_ne!(row.weight_of("Lehrwerkstätten"), '.', "it is lit: {}", row.text());
        }
    }
}

#[test]
fn the_status_line_says_what_was_written_where_and_what_takes_it_back() {
    let mut desk = Desk::fixture((120, 40), Language::De);
    desk.mark("Lehrwerkstätten").press("a g Enter");
    let line = desk.text_of("actors.toml").lines().position(|line| line.contains("lehrwerkstaetten"));
    let place = format!("actors.toml:{}:1", line.expect("it is there"));
    let status = desk.screen.status();
    for part in ["Akteur Lehrwerkstätten", &place, "u nimmt es zurück"] {
        assert!(status.contains(part), "no {part:?}: {status}");
    }
}

/// A sentence that nobody has claimed yet keeps its distance.
fn hedged(language: Language) -> Desk {
    let files = edited(
        "article.txt",
        "Eine amtliche Liste gibt es nicht",
        "Eine amtliche Liste gibt es angeblich nicht",
    );
    Desk::open(files, (80, 24), language)
}

#[test]
fn a_claim_takes_three_keys_and_derives_the_rest() {
    let mut desk = hedged(Language::De);
    desk.mark("Eine amtliche Liste gibt es").press("s");
    let before = desk.keys;
    desk.press("Enter c Enter");
    assert_eq!(desk.keys - before, 3);
    let added = desk.added_to("claims.toml");
    assert!(added.starts_with("\n[[claim]]\n"), "{added}");
    assert!(added.contains("anchors = [\"Eine amtliche Liste gibt es angeblich nicht"), "{added}");
    assert!(added.contains("assessment = \"open\""), "{added}");
    assert!(added.contains("hedge = \"angeblich\""), "{added}");
    assert!(
        !added.contains("text") && !added.contains("actors"),
        "nothing that is derived is written: {added}"
    );
    assert!(desk.screen.selection().starts_with("claim:"));
}

#[test]
fn what_is_derived_stands_there_and_can_be_emptied() {
    let mut desk = hedged(Language::En);
    desk.mark("Eine amtliche Liste gibt es").press("s c");
    desk.assert_shows("from the sentence");
    // Text, assessment, hedge.
    desk.press("Tab Tab Ctrl+u");
    assert!(!desk.shows("from the sentence"), "{}", desk.screen.text());
    desk.press("Enter");
    assert!(!desk.added_to("claims.toml").contains("hedge"));
}

#[test]
fn another_assessment_than_open_needs_a_source_that_was_read() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Wie viele Schiffe das trifft").press("c Tab");
    desk.press("Left Enter");
    desk.assert_shows("needs a source that was read");
    assert_eq!(desk.added_to("claims.toml"), "");
    // A new one, from within the form: outlet, title, address, type, date, read.
    desk.type_words("Tagesruf").press("Enter");
    desk.assert_shows("New source").press("Tab Tab Tab").type_words("25.11.2025").press("Enter");
    desk.assert_shows("Tagesruf").press("Enter");
    desk.assert_shows("needs a source that was read");
    assert_eq!(desk.added_to("sources.toml"), "");
    desk.press("Backspace").type_words("Nachtruf").press("Enter Tab Tab Tab Tab").type_words("26.11.2025");
    desk.press("Enter Enter");
    assert_eq!(
        desk.added_to("sources.toml"),
        "\n[[source]]\nid = \"nachtruf\"\ntype = \"article-newspaper\"\noutlet = \"Nachtruf\"\naccessed = \"2025-11-26\"\n",
        "{}",
        desk.screen.text()
    );
    assert!(
        desk.added_to("claims.toml").contains("assessment = \"contradicted\"\nsources = [\"nachtruf\"]\n")
    );
}

#[test]
fn an_event_has_its_date_from_the_words_and_a_title_that_fits() {
    let mut desk = Desk::fixture((80, 24), Language::De);
    desk.mark("Im Frühjahr hat Hochland die Ausfuhr").press("s e");
    // A kind, then a title.
    desk.press("Right Tab").type_words(&"a".repeat(41));
    desk.assert_shows("41/40").press("Enter").assert_shows("Höchstens 40 Zeichen");
    desk.press("Ctrl+u").type_words("Hochland begrenzt Ausfuhr").press("Enter");
    // Spring is no date.
    desk.assert_shows("Datum fehlt noch").type_words("bald").press("Enter");
    desk.assert_shows("kein Datum").press("Ctrl+u").type_words("März 2025").assert_shows("2025-03");
    assert_eq!(desk.added_to("events.toml"), "");
    desk.press("Enter");
    let added = desk.added_to("events.toml");
    assert!(added.contains("date = \"2025-03\"\nkind = \"control\"\n"), "{added}");
    assert!(
        added.contains("title.de = \"Hochland begrenzt Ausfuhr\"") || added.contains("title = \"Hochland"),
        "{added}"
    );
    assert!(!added.contains("lane") && !added.contains("prominent"), "{added}");
    assert_eq!(desk.screen.selection(), "event:hochland-begrenzt-ausfuhr");
}

#[test]
fn a_date_that_can_mean_two_asks_which() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Im Frühjahr hat Hochland die Ausfuhr")
        .press("e Right Tab")
        .type_words("Title")
        .press("Tab")
        .type_words("03/04/2025")
        .press("Enter");
    desk.assert_shows("2025-04-03").assert_shows("2025-03-04");
    assert_eq!(desk.added_to("events.toml"), "");
}

#[test]
fn other_names_count_everywhere_or_here_or_by_reading() {
    // The letters of the words in English: wherever it stands, here only, here as we read it.
    let cases = [("", "aliases = "), ("h", "mentions = "), ("e", "inferred = true")];
    for (place, (_, key)) in cases.iter().enumerate() {
        let mut desk = Desk::fixture((80, 24), Language::En);
        desk.mark("Lehrwerkstätten").press("+").type_words("ostl").press("Tab");
        desk.press(&"Right ".repeat(place)).press("Enter");
        let file = desk.text_of("actors.toml");
        let actor =
            file.split("[[actor]]").find(|table| table.contains("id = \"ostlinie\"")).expect("it is there");
        let line = actor
            .lines()
            .find(|line| line.contains("Lehrwerkstätten"))
            .unwrap_or_else(|| panic!("{file}\n{}", desk.screen.text()));
        assert!(line.contains(key), "{line}");
        assert_eq!(desk.screen.selection(), "actor:ostlinie");
    }
}

#[test]
fn a_name_of_another_actor_is_doubted_and_written_on_a_second_enter() {
    let mut desk = Desk::fixture((80, 24), Language::De);
    desk.mark("Ostlinie").press("+").type_words("wellg").press("Tab Enter");
    desk.assert_shows("Diesen Namen hat auch Ostlinie");
    let before = desk.text_of("actors.toml");
    assert_eq!(before, crate::common::fixture::text_of("actors.toml"));
    // What was typed is asked about here, too.
    let mut quitting = desk.clone();
    quitting.press("Ctrl+c").assert_shows("Noch nicht eingetragen");
    assert!(!matches!(quitting.screen.escaped().last(), Some(Effect::Quit)));
    // Esc goes back to the fields.
    desk.press("Esc")
        .assert_shows("Wellgard")
        .press("Enter")
        .assert_shows("Diesen Namen hat auch")
        .press("Enter");
    assert_ne!(desk.text_of("actors.toml"), before);
}

#[test]
fn a_gap_and_a_role_are_ones_own_words() {
    for (size, language) in everywhere() {
        let mut desk = Desk::fixture(size, language);
        desk.mark("Wie viele Schiffe das trifft").press("g").press("Enter");
        assert_eq!(desk.added_to("claims.toml"), "", "it needs a text");
        desk.type_words("Die Zahl steht im Register").press("Tab").type_words("quarz").press("Enter");
        let added = desk.added_to("claims.toml");
        assert!(
            added.starts_with(
                "\n[[gap]]\nid = \"zahl-steht-im-register\"\nnear = \"Wie viele Schiffe das trifft, ist nicht bekannt.\"\n"
            ),
            "{added}\n{}",
            desk.screen.text()
        );
        assert!(added.contains("Die Zahl steht im Register") && added.contains("sources = ["), "{added}");

        desk.mark("Ihr Verband")
            .press("r Shift+Tab")
            .type_words("marschl")
            .press("Tab Ctrl+u")
            .type_words("Verlangt mehr Zeit")
            .press("Enter");
        assert!(!desk.text_of("actors.toml").contains("Verlangt mehr Zeit"), "another role would go");
        desk.press("Enter");
        let file = desk.text_of("actors.toml");
        assert!(file.contains("Verlangt mehr Zeit"), "{size:?} {language:?}\n{}", desk.screen.text());
        assert!(file.contains("\"Ihr Verband nennt die Fristen"), "{file}");
    }
}

#[test]
fn what_was_typed_is_not_lost_by_one_key() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Wie viele Schiffe das trifft").press("g").type_words("Half a").press("Esc");
    desk.assert_shows("Not written yet.").press("y");
    assert!(
        matches!(desk.screen.escaped().last(), Some(Effect::Copy { text, .. }) if text.contains("Half a")),
        "{:?}",
        desk.screen.escaped()
    );
    desk.press("x").type_words(" thought");
    desk.assert_shows("Half a thought").press("Ctrl+c").assert_shows("Not written yet.");
    assert!(!matches!(desk.screen.escaped().last(), Some(Effect::Quit)));
    desk.press("Esc");
    assert!(!desk.shows("Half a thought"));
    // The mark is there again, and ends with a key of its own.
    desk.assert_shows("mark").press("Enter c Esc Esc");
    assert_eq!(desk.added_to("claims.toml"), "");
}

#[test]
fn pasted_text_is_a_line_of_the_field() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Wie viele Schiffe das trifft").press("g");
    desk.screen.paste("one\ntwo");
    desk.press("Tab").type_words("quarz").press("Enter");
    assert!(desk.added_to("claims.toml").contains("one two"), "{}", desk.screen.text());
}

#[test]
fn words_that_change_while_the_form_is_open_are_found_again_or_not_written() {
    let mut desk = Desk::fixture((80, 24), Language::En);
    desk.mark("Wie viele Schiffe das trifft")
        .press("g")
        .type_words("Own words")
        .press("Tab")
        .type_words("quarz")
        .press("Tab");
    let mut gone = desk.clone();
    desk.files = edited("article.txt", "Im Frühjahr hat", "Schon früh in diesem Jahr, im Frühjahr, hat");
    desk.screen.reload(&desk.files);
    desk.press("Enter");
    assert!(
        desk.added_to("claims.toml").contains("near = \"Wie viele Schiffe das trifft, ist nicht bekannt.\""),
        "{}",
        desk.screen.text()
    );

    gone.files = edited("article.txt", "Wie viele Schiffe das trifft", "Wie viele das sind");
    gone.screen.reload(&gone.files);
    gone.press("Enter");
    assert_eq!(gone.added_to("claims.toml"), "");
    gone.assert_shows("Mark them again").assert_shows("Own words");
}

#[test]
fn fields_are_gone_through_by_keys_and_the_focused_one_is_always_in_sight() {
    for (size, language) in everywhere() {
        let mut desk = Desk::fixture(size, language);
        desk.mark("Branchenkenner berichten").press("s c");
        for key in ["Tab", "Shift+Tab"] {
            for _ in 0..6 {
                let marked = desk.screen.whole().rows.iter().filter(|row| row.text().contains("┃▶")).count();
                assert_eq!(marked, 1, "{size:?}\n{}", desk.screen.text());
                assert!(desk.screen.app().cursor().is_some());
                desk.press(key);
            }
        }
    }
}
