//! `--ascii`: what we draw is ASCII, what the article and the dossier say is theirs.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::fs;
use std::path::Path;

use crate::common::{Cells, Screen, USUAL};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files, Memory};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::Theme;

const SIZES: [Cells; 7] = [(1, 1), (60, 15), (70, 20), (80, 24), (110, 30), USUAL, (200, 60)];

fn options(language: Language) -> Options {
    Options { language, theme: Theme::Mono, glyphs: Glyphs::Ascii }
}

/// The fixture with another sign for each that is not ASCII, the same one everywhere: so quotations still stand
/// in the article.
fn plain() -> Memory {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixture");
    let mut files = Memory::default();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let text: String = text
            .chars()
            .map(|c| match c {
                _ if c.is_ascii() => c,
                _ if c.is_alphabetic() => 'o',
                '–' | '—' => '-',
                _ => '\'',
            })
            .collect();
        files = files.with(path.file_name().unwrap().to_str().unwrap(), text);
    }
    files
}

/// The panels in their views, every card, every series, going to anything, searching, filtering, the help.
fn walk(files: &dyn Files, language: Language, size: Cells, look: &mut dyn FnMut(&Screen)) {
    let opened = Screen::open(files, size, options(language));
    look(&opened);
    for list in ["2 v", "3 v", "5"] {
        let mut screen = opened.clone();
        look(screen.press(list));
        let mut before = String::from("-");
        while screen.selection() != before {
            before = screen.selection();
            look(screen.press("Down"));
            look(screen.clone().press("Enter"));
        }
        look(screen.press("w"));
    }
    let mut screen = opened.clone();
    screen.press("4");
    // Each series, and the overview again.
    for _ in 0..=opened.dossier.series.len() {
        look(screen.press("v"));
        look(screen.clone().press("Down Left"));
        look(screen.clone().press("Down Enter Down Enter"));
    }
    // The tour with its notes, its index, and what it says to keys.
    let mut screen = opened.clone();
    look(screen.press("b N"));
    for _ in 0..opened.dossier.tour().len() {
        look(screen.press("Right"));
    }
    look(screen.clone().press("1 2"));
    look(screen.press("i"));
    // Keys that have something to say, and the help from end to end.
    for key in ["w", "Backspace", "n", "m", "t", "d", "C", "2 v", "5 v"] {
        look(opened.clone().press(key));
    }
    for typed in ["", "c h Down Down Down", "s o d o f e r Left Left", "z z z"] {
        look(opened.clone().press(&format!(": {typed}")));
    }
    let mut screen = opened.clone();
    look(screen.press(":").paste(&"words that take more room than there is ".repeat(5)));
    look(screen.press("Home Right Right"));
    for typed in [
        "",
        "m o d u l Down",
        "t a l l a n d Tab Down Tab Down",
        "z z z",
        "m o d u l Enter n N n",
        "m o d u l Enter Esc /",
    ] {
        look(opened.clone().press(&format!("/ {typed}")));
    }
    for keys in ["2 f", "3 f", "5 f", "1 f"] {
        let mut screen = opened.clone();
        look(screen.press(keys));
        for _ in 0..6 {
            look(screen.press("Down Space"));
        }
        look(screen.press("Esc"));
        look(screen.press("Right Enter"));
        look(screen.press("Esc Esc"));
    }
    for keys in ["a", "a 3 j", "a 4", "a 4 v", "4 a v v", "4 a v v v v", "3 j a 5 f Space Esc 1 c"] {
        look(opened.clone().press(keys));
    }
    for keys in ["q u e l l Enter n", "Z o l l Enter n n", "M 2 0 Enter n n n n n n n n n"] {
        look(opened.clone().press("3 j / ").press(keys));
    }
    let mut screen = opened.clone();
    screen.press("?");
    for _ in 0..8 {
        look(screen.press("PageDown"));
    }
}

#[test]
fn what_we_draw_is_ascii() {
    let files = plain();
    for language in [Language::De, Language::En] {
        for size in SIZES {
            walk(&files, language, size, &mut |screen| {
                // German words have their letters, and quotations their marks in either language.
                let ours = |c: char| c.is_ascii() || c.is_alphabetic() || "„“”’".contains(c);
                let text = screen.text();
                let wrong: String = text.chars().filter(|c| !ours(*c)).collect();
                assert!(wrong.is_empty(), "{wrong:?} at {size:?} in\n{text}");
                assert!(!text.contains("{}"), "a text with nothing put in:\n{text}");
            });
        }
    }
}

#[test]
fn what_stands_for_the_rest_of_a_links_words_is_ours() {
    let words = "words of a link that go on and on, ".repeat(6);
    let files = Memory::default().with("a.md", format!("# Title\n\nGo [{words}](x).\n"));
    let mut screen = Screen::open(&files, (200, 60), options(Language::En));
    screen.press("Right");
    assert!(screen.status().contains("words of a link ...; x"), "{}", screen.status());
    assert!(screen.text().is_ascii(), "{}", screen.text());
}

#[test]
fn what_is_said_is_not_touched() {
    for size in [(80, 24), USUAL, (200, 60)] {
        for script in ["", "c c c", "2 j j j w"] {
            let [plain, ascii] = [Glyphs::Unicode, Glyphs::Ascii].map(|glyphs| {
                let options = Options { glyphs, ..options(Language::De) };
                let mut screen = Screen::fixture_with(size, options);
                screen.press(script);
                screen
            });
            let article = plain.framed("1 Artikel");
            for row in &article.rows {
                // Beside the margin with its signs.
                let words: String = row.text().chars().skip(3).collect();
                assert!(ascii.text().contains(words.trim_end()), "{words}\n{}", ascii.text());
            }
        }
    }
    let mut screen = Screen::fixture_with((200, 60), options(Language::De));
    assert!(screen.text().contains("gemietet haben – vor allem"), "{}", screen.text());
    assert!(screen.press("c c Enter").text().contains('„'), "{}", screen.text());
}

#[test]
fn the_help_shows_the_signs_in_force() {
    let mut screen = Screen::fixture_with((200, 60), options(Language::En));
    let text = screen.press("?").text();
    for row in [
        "|   the article says it",
        ":   background: from sources only",
        "#   claim contradicted by sources",
        ">   selected",
        "<   linked to the selection",
        "@   value in a chart (~ about, F forecast)",
        "o   value of an uncertain date",
        ":   day of the article",
        "^   lower bound (V upper)",
        "x   looked for, no figure available",
        "Up  k",
        "Left  h",
    ] {
        assert!(text.contains(row), "{row}\n{text}");
    }
}

#[test]
fn focus_selection_and_links_are_told_apart() {
    let mut screen = Screen::fixture_with(USUAL, options(Language::En));
    let text = screen.press("2").select("actor:wellgard").text();
    let row = |words: &str| text.lines().find(|row| row.contains(words)).unwrap().to_owned();
    assert!(row("[2 Actors]").contains(".= [2 Actors]") && row("1 Article").starts_with(".- 1 Article"));
    assert!(text.contains("|>| Wellgard"), "{text}");
    assert!(row("Talburg advises against M20").contains("<|"), "{text}");
    assert!(text.lines().last().unwrap().starts_with(" Up/Down choose  Enter card"), "{text}");
}

#[test]
fn a_chart_keeps_values_bounds_and_gaps_apart() {
    let mut screen = Screen::fixture_with(USUAL, options(Language::En));
    let text = screen.press("4 v v v").text();
    for sign in [
        "~890",
        ".@",
        "^",
        ">1,000",
        "x no figure: Luhort H1 2025",
        "@ 1,010 Seefurt",
        "410 Luhort",
        "1,000-",
    ] {
        assert!(text.contains(sign), "{sign}\n{text}");
    }
}

/// Quotations of the article keep their marks; what we say ourselves has plain ones.
#[test]
fn what_we_say_has_plain_quotation_marks() {
    for (language, words) in [(Language::De, "\"alle\" (v)"), (Language::En, "\"all\" (v)")] {
        let mut screen = Screen::fixture_with(USUAL, options(language));
        for (keys, words) in
            [("2 j", words), ("/", "\"ss\""), ("x q x q", "\"xqxq\""), ("Esc : x q x q", "\"xqxq\"")]
        {
            let text = screen.press(keys).text();
            assert!(text.contains(words), "{words} in\n{text}");
        }
    }
}
