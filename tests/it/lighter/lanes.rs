//! Events without a lane, and kinds of events.

use fundstelle::export;
use fundstelle::i18n::language::Language;
use fundstelle::load::load;
use fundstelle::look::glyphs::Glyphs;

use super::{EVENT, LANGUAGES, SIZES, documents, dossier, open_in, reports};

const LANE: &str = "[[lane]]\nid = \"town\"\nshort = \"Town\"\nname = \"The town\"\n";

/// An event in the lane and one in none, the latter first.
fn mixed() -> String {
    let other = EVENT.replace("\"met\"", "\"vote\"").replace("Board meets", "Board votes");
    format!("{LANE}{EVENT}{other}lane = \"town\"\n")
}

#[test]
fn events_without_a_lane_are_drawn_below_the_others() {
    for (size, language) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language))) {
        let (title, other) =
            if language == Language::De { ("3 Zeitleiste", "Weitere") } else { ("3 Timeline", "Other") };
        let files = dossier(&mixed());
        assert_eq!(reports(&files), [""; 0]);
        let mut screen = open_in(&files, size, language, Glyphs::Unicode);
        screen.press("3 v z");
        let lanes = screen.framed(title);
        let row = |name: &str| lanes.rows.iter().position(|row| row.text().trim_start().starts_with(name));
        assert!(row("Town").or(row("The town")) < row(other), "{}", screen.text());
        assert!(row(other).is_some(), "{}", screen.text());
        // The readout of an event without a lane names none, and neither does its card.
        screen.press("Home");
        assert_eq!(screen.selection(), "event:met");
        let readout = screen.framed(title).prose();
        assert!(readout.contains("2026 · Board meets"), "{readout}");
        screen.press("z Enter");
        assert!(!screen.text().contains(&format!("· {other}")), "{}", screen.text());
        let page = &documents(&files, language)[0].1;
        assert!(page.contains(&format!(">{other}<")), "{page}");
    }
}

#[test]
fn a_lane_of_no_name_has_none() {
    // No event has a lane, whether there are lanes or not.
    for tables in [EVENT.to_owned(), format!("{LANE}{EVENT}")] {
        let files = dossier(&tables);
        for (size, language) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language)))
        {
            let title = if language == Language::De { "3 Zeitleiste" } else { "3 Timeline" };
            let mut screen = open_in(&files, size, language, Glyphs::Unicode);
            screen.press("3 v z");
            let lanes = screen.framed(title).prose();
            assert!(lanes.contains("◆") && lanes.contains("Board meets"), "{}", screen.text());
            assert!(!lanes.contains("Weitere") && !lanes.contains("Other"), "{}", screen.text());
            let page = &documents(&files, language)[0].1;
            assert!(!page.contains(">Weitere<") && !page.contains(">Other<"), "{page}");
            // The slide and the handout draw it too.
            screen.press("z b");
            assert!(screen.text().contains("Board meets"), "{}", screen.text());
            assert!(export::brief_text(&load(&files).unwrap(), language).contains("Board meets"));
        }
    }
}

#[test]
fn those_without_a_lane_can_be_filtered() {
    let mut screen = open_in(&dossier(&mixed()), (120, 40), Language::En, Glyphs::Unicode);
    screen.press("3 f");
    let chooser = screen.framed("Filter: Timeline").prose();
    assert!(chooser.contains("The town") && chooser.contains("Other"), "{chooser}");
    screen.press("Home");
    while !screen
        .framed("Filter: Timeline")
        .rows
        .iter()
        .any(|row| row.text().starts_with('▶') && row.text().contains("Other"))
    {
        let before = screen.text();
        screen.press("Down");
        assert_ne!(screen.text(), before, "no line for it");
    }
    screen.press("Space Esc");
    let list = screen.framed("3 Timeline").prose();
    assert!(list.contains("Board meets") && !list.contains("Board votes"), "{}", screen.text());
}

#[test]
fn decisions_statements_and_others_have_signs_of_their_own() {
    for (kind, sign, letter, german, english) in [
        ("decision", "◆", "d", "Entscheidung", "decision"),
        ("statement", "○", "s", "Äußerung", "statement"),
        ("other", "•", "o", "anderes", "other"),
    ] {
        let files = dossier(&EVENT.replace("decision", kind));
        assert_eq!(reports(&files), [""; 0]);
        for (language, word) in [(Language::De, german), (Language::En, english)] {
            for (glyphs, sign) in [(Glyphs::Unicode, sign), (Glyphs::Ascii, letter)] {
                let mut screen = open_in(&files, (120, 40), language, glyphs);
                let list = screen.press("3").text();
                assert!(list.contains(&format!(" {sign} Board meets")), "{kind}: {list}");
                let legend = screen.press("v z").text();
                assert!(legend.contains(&format!("{sign} {word}")), "{kind}: {legend}");
            }
            for (output, text) in documents(&files, language) {
                assert!(text.contains(word), "{output}: {text}");
            }
        }
    }
    // Still, there has to be one.
    let without = EVENT.replace("kind = \"decision\"\n", "");
    assert!(reports(&dossier(&without))[0].ends_with("key-missing"));
}
