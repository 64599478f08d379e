//! The article with its translation: what belongs to what, whose words they are, and that the article itself is drawn as ever.

use std::sync::Arc;

use fundstelle::app::Options;
use fundstelle::export::{self, citation};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Memory, Rule, load, load_with_fingerprint};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::panel::{Focus, Panel};
use fundstelle::look::theme::Theme;
use fundstelle::protocol::context::Context;
use fundstelle::protocol::effect::Effect;
use proptest::prelude::*;
use ratatui::layout::Position;
use ratatui::style::Modifier;

use crate::common::fixture::{edited, fixture};
use crate::common::{Cells, Row, Screen, USUAL, assert_back};

const SMALL: Cells = (80, 24);
const TINY: Cells = (40, 10);
const SIZES: [Cells; 5] = [SMALL, (110, 30), USUAL, (160, 45), (200, 60)];

/// Keys that type these words.
fn letters(words: &str) -> String {
    words.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

/// The article of the fixture in English, a line a block.
const ENGLISH: [&str; 12] = [
    "Cast off: why Talland's shipowners are suddenly having their ferries built elsewhere",
    "Whoever walks through the harbours of the South Shore these weeks sees many foreign flags. Shipping companies from \
     Talland are having ferries built there because only there can they still get Quarzon engines. The Abendkurier reports \
     this; the trade portal Werftwelt did further research.",
    "In spring Upland limited the export of strong Quarzon modules to Talland. Since then the shipbuilding of the Valley \
     Republic has been under great pressure. Some types, such as the M20, can be had again by now, but nobody wants to rely \
     on Bergstadt's promises.",
    "Ostlinie and Pendelo's parent Wellgard made the start this spring.",
    "This year it went particularly fast.",
    "Talburg resists",
    "While the shipowners build elsewhere, the government wants to bring them back.",
    "The rules also apply to ships that are already on the slipway.",
    "It is not known how many ships this concerns.",
    "—",
    "Seefurt is pleased about the orders.",
    "The real problem remains: in spite of high spending, their own modules cannot keep up with Quarzon so far.",
];

fn translated_into(language: &str, lines: &[&str]) -> Memory {
    let name = format!("article.{language}.txt");
    let key = format!("boilerplate = [\"Kommentare\"]\ntranslation.{language} = \"{name}\"");
    edited("dossier.toml", "boilerplate = [\"Kommentare\"]", &key).with(&name, lines.join("\n"))
}

fn translated() -> Memory {
    translated_into("en", &ENGLISH)
}

fn options(language: Language, glyphs: Glyphs) -> Options {
    Options { language, theme: Theme::Mono, glyphs }
}

fn open(files: &Memory, size: Cells) -> Screen {
    Screen::open(files, size, options(Language::En, Glyphs::Unicode))
}

fn article(screen: &Screen) -> Vec<Row> {
    let name = if screen.shows("1 Article") { "1 Article" } else { "1 Artikel" };
    screen.framed(name).rows
}

fn is_note(row: &Row) -> bool {
    let text = row.text();
    text.contains("│ our tr")
        || text.contains("| our tr")
        || text.contains("│ unsere Ü")
        || text.contains("| unsere Ü")
}

/// All rows of the article, from the first to the last, by going down line by line.
fn rolled(screen: &mut Screen) -> Vec<Row> {
    screen.press("1 Home");
    let window =
        |screen: &Screen| -> Vec<Row> { article(screen).into_iter().filter(|row| !is_note(row)).collect() };
    let mut rows = window(screen);
    let mut before = screen.text();
    loop {
        screen.press("Down");
        let now = screen.text();
        if now == before {
            return rows;
        }
        before = now;
        rows.extend(window(screen).pop());
    }
}

/// Whether a row is of the translation, by the bar before its words.
fn is_translation(row: &Row, bar: char) -> bool {
    row.text().chars().nth(3) == Some(bar) && row.text().chars().nth(4) == Some(' ')
}

fn drawn(rows: &[Row]) -> Vec<(String, String)> {
    let drawn = rows.iter().map(|row| (row.text(), row.weights()));
    drawn.filter(|(text, _)| !text.trim().is_empty()).collect()
}

#[test]
fn each_line_of_the_article_is_drawn_as_without_a_translation() {
    for size in SIZES {
        for language in [Language::En, Language::De] {
            let (glyphs, bar) = (Glyphs::Unicode, '│');
            for keys in ["", "c", "2 j 1", "m"] {
                let mut alone = Screen::open(&fixture(), size, options(language, glyphs));
                let mut both = Screen::open(&translated(), size, options(language, glyphs));
                alone.press(keys);
                both.press(keys).press("1 v");
                let rows = rolled(&mut both);
                let (ours, theirs): (Vec<Row>, Vec<Row>) =
                    rows.into_iter().partition(|row| is_translation(row, bar));
                let own = rolled(&mut alone);
                assert_eq!(drawn(&theirs), drawn(&own), "{size:?} {keys}");
                let tag = format!("en{bar}");
                let begun = ours.iter().filter(|row| row.text().contains(&tag)).count();
                assert_eq!(begun, ENGLISH.len(), "{size:?}");
                let lit = ours.iter().filter(|row| row.weights().contains(['R', 'L', 'U'])).count();
                assert_eq!(lit, 0, "nothing in the translation is lit or underlined");
            }
        }
    }
}

#[test]
fn what_is_not_translated_says_so_and_the_last_row_says_whose_the_rest_is() {
    let mut screen = open(&translated(), USUAL);
    screen.press("v End");
    let rows = article(&screen);
    assert!(rows.iter().any(|row| row.text().starts_with(" en│ not translated")), "{}", screen.text());
    assert!(rows.last().unwrap().text().contains("│ our translation, not the article's words"));
    assert!(screen.text().contains("with translation"), "{}", screen.text());
    screen.press("v");
    assert!(!screen.text().contains("our translation") && screen.text().contains("original"));
    let mut german = Screen::open(&translated(), USUAL, options(Language::De, Glyphs::Unicode));
    german.press("v");
    assert!(
        german.text().contains("│ unsere Übersetzung, nicht die Worte des Artikels"),
        "{}",
        german.text()
    );
}

#[test]
fn signs_of_ascii_say_the_same() {
    let mut screen = Screen::open(&translated(), USUAL, options(Language::En, Glyphs::Ascii));
    screen.press("v");
    let text = screen.text();
    assert!(text.contains(" en| Cast off") && text.contains("| our translation, not"), "{text}");
    assert!(!text.contains('│'), "{text}");
}

#[test]
fn without_a_translation_there_is_only_one_view() {
    let mut screen = open(&fixture(), USUAL);
    let before = screen.framed("1 Article");
    screen.press("v");
    assert!(screen.status().contains("only one view"), "{}", screen.status());
    screen.framed("1 Article").assert_same(&before, "nothing has changed");
    assert!(!screen.text().contains("original"));
}

#[test]
fn a_translation_that_does_not_fit_is_reported_where_it_parts_and_the_rest_opens() {
    let mut longer = ENGLISH.to_vec();
    longer.insert(12, "By Anna Albers");
    for (lines, line, says) in [
        (&ENGLISH[..11], 11, "has 11 blocks, the article 12"),
        (&longer, 13, "has 13 blocks, the article 12"),
    ] {
        let files = translated_into("en", lines);
        let loaded = load(&files).unwrap();
        let [problem] = loaded.problems.as_slice() else { panic!("{:?}", loaded.problems) };
        assert_eq!(problem.rule, Rule::TranslationBlocks);
        let place = problem.to_string();
        assert!(place.starts_with(&format!("article.en.txt:{line}:1: ")), "{place}");
        assert!(problem.message.contains(says), "{}", problem.message);
        assert!(loaded.dossier.article.translations.is_empty());
        let mut screen = open(&files, USUAL);
        screen.press("v");
        assert!(screen.status().contains("only one view"), "{}", screen.status());
    }
}

#[test]
fn saving_the_translation_reloads_it_and_the_view_stays() {
    let files = translated();
    let (_, seen) = load_with_fingerprint(&files);
    assert!(seen.asks_for("article.en.txt") && seen.is_current(&files));
    let mut lines = ENGLISH.to_vec();
    lines[0] = "All aboard";
    let changed = translated_into("en", &lines);
    assert!(!seen.is_current(&changed));
    let mut screen = open(&files, USUAL);
    screen.press("v").reload(&changed);
    assert!(article(&screen)[2].text().starts_with(" en│ All aboard"), "{}", screen.text());
    // While it does not fit the article is shown alone.
    screen.reload(&translated_into("en", &ENGLISH[..3]));
    assert!(!screen.text().contains("en│"), "{}", screen.text());
    screen.reload(&files);
    assert!(screen.text().contains(" en│ Cast off"), "{}", screen.text());
}

#[test]
fn the_place_and_the_view_are_kept() {
    for size in SIZES {
        let mut screen = open(&translated(), size);
        screen.press("Down Down Down v");
        let before = screen.clone();
        screen.press("Right v Backspace");
        assert_back(&screen, &before);
        let mut again = open(&translated(), size);
        again.resume(&before.app().bookmark());
        again.framed("1 Article").assert_same(&before.framed("1 Article"), "resumed");
    }
}

#[test]
fn a_stop_of_the_tour_shows_the_view_it_names() {
    let stop = "[[stop]]\ntitle = \"Both\"\nshow = \"score\"\npanel = \"article\"\nview = \"both\"\n";
    let files = translated().with("tour.toml", stop);
    let mut screen = open(&files, (200, 60));
    // Who leaves the tour there reads on in it.
    screen.press("b q");
    assert!(screen.text().contains("en│ Cast off"), "{}", screen.text());
}

#[test]
fn a_click_on_the_translation_selects_nothing() {
    for (size, keys) in [(USUAL, "v"), ((160, 45), "z v")] {
        let mut screen = open(&translated(), size);
        screen.press("M").press(keys);
        let rows = screen.whole().rows;
        // Within the frame: below each block at the margin, side by side after the article's measure.
        let bars = if size == USUAL { 4..5 } else { 50..100 };
        let ours = rows.iter().zip(0_u16..).filter_map(|(row, y)| {
            let text: Vec<char> = row.text().chars().collect();
            let bar = bars.clone().find(|x| text[*x] == '│' && text[*x + 1] == ' ')?;
            Some((u16::try_from(bar).unwrap_or(0) + 2, y))
        });
        let ours: Vec<Cells> = ours.collect();
        assert!(ours.len() > 5, "{}", screen.text());
        for (x, y) in ours {
            for x in x..x + 40 {
                screen.click((x, y));
                assert_eq!(screen.selection(), "", "{x} {y}\n{}", screen.text());
            }
        }
    }
}

/// The words that are marked as found in the translation.
fn found_in_translation(screen: &Screen) -> Vec<String> {
    let buffer = screen.buffer();
    let mut words = Vec::new();
    for y in 0..buffer.area.height {
        let mut word = String::new();
        for x in 0..buffer.area.width {
            let cell = &buffer[Position { x, y }];
            if cell.modifier.contains(Modifier::REVERSED | Modifier::ITALIC) {
                word.push_str(cell.symbol());
            } else if !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
        }
    }
    words
}

#[test]
fn words_of_both_are_found_and_counted_apart() {
    for size in SIZES {
        let mut screen = open(&translated(), size);
        screen.press("/").press(&letters("quarzon"));
        assert!(screen.status().contains("4 in the article, 3 in the translation"), "{}", screen.status());
        screen.press("Enter");
        assert!(
            size == SMALL || screen.status().contains("4 in the article, 3 in the translation"),
            "{}",
            screen.status()
        );
        assert!(found_in_translation(&screen).is_empty(), "the view stays");
        screen.press("v");
        assert!(found_in_translation(&screen).iter().all(|word| word == "Quarzon"));
        let before = screen.clone();
        screen.press("/").press(&letters("slipway"));
        let results = screen.framed("Search");
        assert!(results.text().contains("Translation 1"), "{}", results.text());
        assert!(!results.text().contains("Article 1"));
        assert_eq!(found_in_translation(&screen), ["slipway"], "{}", screen.text());
        screen.press("Esc");
        assert_eq!(screen.framed("1 Article").text(), before.framed("1 Article").text());
    }
}

#[test]
fn a_hit_in_the_translation_leads_to_its_block_with_both() {
    for size in SIZES {
        let mut screen = open(&translated(), size);
        let before = screen.clone();
        screen.press("/").press(&letters("slipway"));
        assert_eq!(found_in_translation(&screen), ["slipway"], "the view shows it while it is current");
        screen.press("Esc");
        assert_back(&screen, &before);
        screen.press("/").press(&letters("slipway")).press("Enter");
        assert_eq!(screen.app().focus(), Focus::Panel(Panel::Article));
        assert_eq!(found_in_translation(&screen), ["slipway"], "{}", screen.text());
        let prose = screen.framed("1 Article").prose();
        if size != SMALL {
            assert!(prose.contains("Die Vorgaben gelten auch für Schiffe"), "{size:?}\n{}", screen.text());
        }
        screen.press("Backspace");
        assert!(!screen.text().contains("en│"), "{}", screen.text());
    }
}

fn copied(screen: &Screen) -> String {
    let copied = screen.escaped().iter().rev().find_map(|effect| match effect {
        Effect::Copy { text, .. } => Some(text.clone()),
        _ => None,
    });
    copied.unwrap_or_default()
}

#[test]
fn what_is_copied_carries_the_translation_and_says_that_it_is_ours() {
    let mut screen = open(&translated(), USUAL);
    screen.press("c y");
    let text = copied(&screen);
    assert!(text.contains("elsewhere (our translation of the whole heading)"), "{text}");
    assert!(!text.contains("(our translation)"), "{text}");
    let place = text.find("Cast off").or(text.find("Whoever walks")).unwrap();
    assert!(text.find("\n> ").unwrap() < place, "the article's words come first: {text}");
    let mut german = Screen::open(&translated(), USUAL, options(Language::De, Glyphs::Unicode));
    german.press("c y");
    assert!(!copied(&german).contains("Übersetzung"), "{}", copied(&german));
    let mut plain = open(&fixture(), USUAL);
    plain.press("c y");
    assert!(!copied(&plain).contains("translation"));
}

/// What is copied of a claim whose words stand in these places.
fn copied_of(anchors: &[&str]) -> [String; 2] {
    let long = "A long paragraph. ".repeat(60);
    let ours =
        ["The title", "One here. More of one.", "Two here. More of two.", "A heading", long.trim_end()];
    let article = "Der Titel\nEins hier. Mehr von eins.\nZwei hier. Mehr von zwei.\nEine Überschrift\nEin langer Absatz. Mehr davon.\n";
    let claim =
        format!("[[claim]]\nid = \"c\"\ntext = \"C.\"\nanchors = {anchors:?}\nassessment = \"open\"\n");
    let dossier = "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"a.txt\"\nlanguage = \"de\"\n\
                   headings = [\"Eine Überschrift\"]\ntranslation.en = \"a.en.txt\"\n";
    let files = Memory::default()
        .with("a.txt", article)
        .with("a.en.txt", ours.join("\n"))
        .with("dossier.toml", format!("{dossier}{claim}"));
    let loaded = load(&files).expect("it opens");
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let claim = loaded.dossier.claims[0].to_ref();
    // Who reads German needs no translation.
    [Language::En, Language::De]
        .map(|language| citation::of_thing(&Context::new(Arc::clone(&loaded.dossier), language), &claim))
}

#[test]
fn what_is_copied_has_the_translation_of_each_block_once_and_in_the_articles_order() {
    let [text, german] = copied_of(&["Zwei hier.", "Eins hier.", "Mehr von zwei."]);
    let one = text.find("\nOne here. (our translation)").expect("one");
    let two = text.find("Two here. More of two. (our translation of the whole sentences)").expect("two");
    assert!(one < two, "{text}");
    assert_eq!(text.matches("our translation").count(), 2, "{text}");
    assert!(!text.contains("left out") && !german.contains("Übersetzung"), "{text}{german}");
    let [text, _] = copied_of(&["Eine"]);
    assert!(text.contains("A heading (our translation of the whole heading)"), "{text}");
    let [text, _] = copied_of(&["Eine Überschrift"]);
    assert!(text.contains("A heading (our translation)"), "{text}");
}

#[test]
fn what_is_copied_says_that_a_translation_is_left_out() {
    for anchors in [&["Eins hier.", "Zwei hier.", "Der Titel"][..], &["Ein langer Absatz."][..]] {
        let [text, _] = copied_of(anchors);
        assert_eq!(text.matches("(translation left out: too long)").count(), 1, "{text}");
        assert!(!text.contains("our translation"), "{text}");
    }
    let [text, _] = copied_of(&["Ein langer Absatz.", "Eins hier."]);
    assert!(text.contains("\nOne here. (our translation)"), "{text}");
    assert!(text.contains("(translation left out: too long)"), "{text}");
}

#[test]
fn documents_have_each_translation_below_its_block() {
    let loaded = load(&translated()).unwrap();
    let options = |language| export::Options { language, with_notes: false };
    let page = export::html(&loaded, options(Language::En));
    assert_eq!(page.matches("<p class=\"ours\" dir=\"auto\" lang=\"en\">").count(), ENGLISH.len() - 1);
    assert!(page.contains("Our translation:</span> Talburg resists</p>"), "{page}");
    for write in [export::text, export::markdown] {
        let text = write(&loaded, options(Language::En));
        assert_eq!(text.matches("Our translation:").count(), ENGLISH.len() - 1, "{text}");
    }
    for write in [export::html, export::text, export::markdown] {
        let text = write(&loaded, options(Language::De));
        assert!(!text.contains("Cast off"), "who reads German needs no English");
    }
}

#[test]
fn where_there_is_room_both_stand_side_by_side() {
    for size in [(120, 40), (160, 45), (200, 60)] {
        let mut screen = open(&translated(), size);
        screen.press("z v");
        let rows = article(&screen);
        let first = |words: &str| rows.iter().position(|row| row.text().contains(words));
        for (theirs, ours) in
            [("Leinen los", "Cast off"), ("Wer in diesen", "Whoever walks"), ("Im Frühjahr", "In spring")]
        {
            assert!(first(theirs).is_some() && first(theirs) == first(ours), "{theirs}\n{}", screen.text());
        }
        let measures: Vec<usize> =
            rows.iter().filter_map(|row| row.text().chars().position(|c| c == '│')).collect();
        assert!(measures[..measures.len() - 1].iter().all(|x| *x >= 50), "{measures:?}");
    }
}

#[test]
fn where_there_is_little_room_one_block_is_translated() {
    let mut screen = open(&translated(), TINY);
    screen.press("v");
    let shown = |screen: &Screen| article(screen).iter().filter(|row| row.text().starts_with(" │ ")).count();
    assert!(shown(&screen) > 0 && screen.text().contains("Cast off"), "{}", screen.text());
    let rows = rolled(&mut screen);
    let text: String = rows.iter().map(|row| row.text() + "\n").collect();
    assert!(text.contains("Cast off") && !text.contains("Whoever walks"), "{text}");
    // At another block the key shows that block's.
    screen.press("End v");
    let text: String = rolled(&mut screen).iter().map(|row| row.text() + "\n").collect();
    assert!(!text.contains("Cast off"), "{text}");
    screen.press("v");
    let text: String = rolled(&mut screen).iter().map(|row| row.text() + "\n").collect();
    assert!(!text.contains("│"), "{text}");
}

const HEAD: &str = "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nlanguage = \"de\"\n";

fn small(article: (&str, &str), language: &str, translation: (&str, &str)) -> Memory {
    let head = format!("{HEAD}file = \"{}\"\ntranslation.{language} = \"{}\"\n", article.0, translation.0);
    Memory::default().with("dossier.toml", head).with(article.0, article.1).with(translation.0, translation.1)
}

#[test]
fn lists_quotations_and_headings_are_paired_in_markdown() {
    let files = small(
        ("a.md", "# Titel\n\n- Äpfel\n- Birnen\n\n1. Eins\n\n* * *\n\n> Ein Wort\n\n## Teil\n\n`x`\n"),
        "en",
        ("a.en.md", "# Title\n\n- Apples\n- Pears\n\n1. One\n\n---\n\n> A word\n\n## Part\n\n—\n"),
    );
    let mut screen = open(&files, USUAL);
    screen.press("v");
    let text = screen.framed("1 Article").text();
    for line in [
        " en│ Title",
        " en│ • Apples",
        " en│ • Pears",
        " en│ 1. One",
        " en│ > A word",
        " en│ Part",
        " en│ not translated",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    // A line a block does as well.
    let lines = "Title\nApples\nPears\nOne\nA word\nPart\n—\n";
    let files = small(
        ("a.md", "# Titel\n\n- Äpfel\n- Birnen\n\n1. Eins\n\n* * *\n\n> Ein Wort\n\n## Teil\n\n`x`\n"),
        "en",
        ("a.txt", lines),
    );
    let mut other = open(&files, USUAL);
    other.press("v");
    assert_eq!(other.framed("1 Article").text(), text);
}

#[test]
fn other_scripts_stay_within_their_measure() {
    let arabic = "مرحبا بالعالم ".repeat(30);
    let han = "人工智能企业正在海外训练模型。".repeat(20);
    let german = "Wörter, die man trennen kann. ".repeat(30);
    for (language, translation) in [("ar", &arabic), ("zh", &han)] {
        let files = small(
            ("a.txt", &format!("Titel\n{german}\n")),
            language,
            ("t.txt", &format!("—\n{translation}\n")),
        );
        for size in SIZES {
            for keys in ["v", "z v", "v PageDown", "v End"] {
                let mut screen = open(&files, size);
                screen.press(keys);
                assert!(
                    screen.text().contains(&format!("{language}│")) || keys.len() > 3,
                    "{}",
                    screen.text()
                );
            }
        }
    }
}

#[test]
fn a_block_longer_than_the_screen_is_read_through() {
    let long = |word: &str| {
        let words = (0..4000).map(|n| format!("{word}{n}")).collect::<Vec<_>>().join(" ");
        format!("Titel\n{words}\nEnde\n")
    };
    let files = small(("a.txt", &long("Wort")), "en", ("t.txt", &long("word")));
    for (size, keys) in [(USUAL, "v"), (USUAL, "z v"), (SMALL, "v"), (TINY, "v")] {
        let mut screen = open(&files, size);
        screen.press(keys);
        let mut pages = 0;
        loop {
            let before = screen.text();
            screen.press("PageDown");
            if screen.text() == before {
                break;
            }
            pages += 1;
            assert!(pages < 2000);
        }
        assert!(screen.text().contains("Ende"), "{}", screen.text());
        for _ in 0..pages {
            screen.press("PageUp");
        }
        assert!(screen.text().contains("Titel"), "{}", screen.text());
        // Where only the translation is in sight, the keys of the article still work.
        screen.press("End PageUp PageUp Right Left n c 2 1");
    }
}

#[test]
fn a_page_ends_between_two_pairs() {
    let lines = |word: &str| (0..40).map(|n| format!("{word} {n}")).collect::<Vec<_>>().join("\n");
    let files = small(("a.txt", &lines("Zeile")), "en", ("t.txt", &lines("Line")));
    for size in SIZES {
        let mut screen = open(&files, size);
        screen.press("v");
        let mut next: Option<String> = None;
        for _ in 0..3 {
            screen.press("PageDown");
            let rows: Vec<Row> = article(&screen).into_iter().filter(|row| !is_note(row)).collect();
            let top = rows[0].text();
            assert!(top.contains("Zeile"), "{}", screen.text());
            assert!(next.is_none_or(|next| next == top), "{}", screen.text());
            // A pair that is cut off at the end is at the top of the next page; else the one after it.
            let last = rows.iter().rfind(|row| row.text().contains("Zeile")).unwrap().text();
            let number: usize = last.split_whitespace().last().unwrap().parse().unwrap();
            let is_whole = rows.iter().any(|row| row.text().contains(&format!("Line {number} ")));
            next = Some(last.replace(&number.to_string(), &(number + usize::from(is_whole)).to_string()));
            if number + 20 > 40 {
                break;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The line at the top stays there, in both directions.
    #[test]
    fn another_view_keeps_the_line_at_the_top(down in 0_usize..30, size in 0_usize..SIZES.len()) {
        let mut screen = open(&translated(), SIZES[size]);
        screen.press(&"Down ".repeat(down));
        let alone = article(&screen);
        screen.press("v");
        let both = article(&screen);
        // Of a blank row the place is after the block, where the translation ends.
        if !alone[0].text().trim().is_empty() {
            prop_assert_eq!(alone[0].text(), both[0].text());
        }
        screen.press("v");
        let back: Vec<String> = article(&screen).iter().map(Row::text).collect();
        prop_assert_eq!(back, alone.iter().map(Row::text).collect::<Vec<_>>());
    }
}

/// The rows of a claim's card, in this language, whose words stand in these places.
fn card_of(anchors: &[&str], language: Language) -> String {
    let claim =
        format!("[[claim]]\nid = \"c\"\ntext = \"C.\"\nanchors = {anchors:?}\nassessment = \"open\"\n");
    let dossier = "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"a.txt\"\nlanguage = \"de\"\n\
                   headings = [\"Eine Überschrift\"]\ntranslation.en = \"a.en.txt\"\n";
    let files = Memory::default()
        .with(
            "a.txt",
            "Der Titel\nEins hier. Mehr von eins. Noch mehr.\nZwei hier. Mehr von zwei.\n\
             Das erste ist recht lang. Das zweite auch, wie man sieht. Das dritte ist das längste von allen und endet hier.\n\
             Der Rat lehnte den Plan gestern ab. Der Minister trat zurück. Die Firma klagte in Wien, und der Staat zahlte.\n\
             Eine Überschrift\n",
        )
        .with(
            "a.en.txt",
            "The title\nOne here. More of one. Still more.\nTwo here and more of two.\n\
             The first is rather long, and so is the second, as one can see. The third is the longest. It ends here.\n\
             The council rejected it, so the minister quit. The firm sued in Vienna. The state paid in full, at once.\n\
             A heading",
        )
        .with("dossier.toml", format!("{dossier}{claim}"));
    let mut screen = Screen::open(&files, USUAL, options(language, Glyphs::Unicode));
    screen.press("5 Enter z");
    screen.text()
}

#[test]
fn a_card_translates_the_sentence_that_is_quoted() {
    let english = |anchors: &[&str]| card_of(anchors, Language::En);
    let card = english(&["Mehr von eins."]);
    assert!(card.contains("„Mehr von eins.“"), "{card}");
    assert!(card.contains("Our translation: “More of one.”"), "{card}");
    assert!(!card.contains("One here"), "{card}");
    let row = card.lines().find(|row| row.contains("Our translation")).expect("a row");
    assert!(!row.contains('▏'), "no sign of the article stands beside our words: {row}");
    // Only a part of it is quoted; a full stop that is not there is no part.
    let card = english(&["von eins"]);
    assert!(card.contains("Our translation of the whole sentence: “More of one.”"), "{card}");
    assert!(english(&["Mehr von eins"]).contains("Our translation: “More of one.”"));
    // Over the end of one.
    let card = english(&["Eins hier. Mehr"]);
    assert!(card.contains("Our translation of the whole sentences: “One here. More of one.”"), "{card}");
    // Two sentences that are one in English: then nobody can say which is which.
    let card = english(&["Zwei hier."]);
    assert!(card.contains("Our translation of the whole paragraph: “Two here and more of two.”"), "{card}");
    // As many sentences, but two are joined and one is divided.
    let card = english(&["Das dritte ist das längste von allen und endet hier."]);
    assert!(card.contains("Our translation of the whole paragraph"), "{card}");
    let card = english(&["Der Minister trat zurück"]);
    assert!(card.contains("Our translation of the whole paragraph"), "{card}");
    let card = english(&["Eine"]);
    assert!(card.contains("Our translation of the whole heading: “A heading”"), "{card}");
    // Two quotations of one sentence are translated once, below both.
    let card = english(&["von eins", "eins."]);
    assert_eq!(card.matches("Our translation").count(), 1, "{card}");
    assert!(card.find("„eins.“") < card.find("Our translation"), "{card}");
}

#[test]
fn a_card_translates_nothing_for_who_reads_the_articles_language() {
    let card = card_of(&["Mehr von eins."], Language::De);
    assert!(card.contains("„Mehr von eins.“") && !card.contains("Übersetzung"), "{card}");
}
