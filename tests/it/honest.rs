//! What is promised to a reader who has to rely on it: where each thing comes from, what is not known, and that
//! nothing a file says can play tricks on the screen.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::common::fixture::{edited, fixture};
use crate::common::{Cells, Grid, Row, Screen, USUAL};
use fundstelle::app::Options;
use fundstelle::dossier::{Assessment, Evidence, Kind, Ref, Standing};
use fundstelle::i18n::language::Language;
use fundstelle::load::{Files, Memory};
use fundstelle::look::theme::Theme;
use ratatui::style::Color;

/// Every list and the whole article at once.
const TALL: Cells = (300, 150);

fn shown(size: Cells) -> Screen {
    Screen::fixture(size, Language::En)
}

/// What the panels and every card of a dossier show, one screen after the other.
fn walk(files: &dyn Files, options: Options, look: &mut dyn FnMut(&Screen)) {
    for size in [(80, 24), TALL] {
        for panel in ["1", "2", "2 v", "3", "4", "4 v", "5"] {
            let mut screen = Screen::open(files, size, options);
            look(screen.press(panel));
            let mut before = String::from("-");
            while screen.selection() != before {
                before = screen.selection();
                look(screen.press(if panel == "1" { "Right" } else { "Down" }));
                look(screen.clone().press("Enter"));
            }
            look(screen.press("?"));
        }
    }
}

// ---- Where things come from ----------------------------------------------------------------------------------------

fn standing_sign(screen: &Screen, name: &Ref) -> char {
    let dossier = &screen.dossier;
    if name.kind != Kind::Actor && dossier.evidence(name).is_some_and(Evidence::is_inferred) {
        return '∴';
    }
    let candidates = dossier.event(&name.id).map_or(&[][..], |event| &event.candidate_for);
    match dossier.standing(name) {
        Standing::Article | Standing::Both => '▏',
        Standing::Background if name.kind == Kind::Event && !candidates.is_empty() => '⇢',
        Standing::Background => '┊',
        Standing::Inferred => '∴',
        Standing::Broken => '!',
    }
}

/// The signs before this text in the list of claims, where it may go on over several rows: of its assessment, and of
/// where it comes from.
fn claim_signs(claims: &Grid, text: &str) -> (char, char) {
    /// The least of a text that is shown.
    const LEAST: usize = 10;
    let heads = claims.rows[0].text();
    let column = |head: &str| {
        let byte = heads.find(head).unwrap_or_else(|| panic!("no {head:?} over the columns: {heads}"));
        heads[..byte].chars().count()
    };
    let (assessment, provenance) = (column("Assessment"), column("Where it comes from"));
    let begins = |row: &String| {
        // The row ends in the first source, and the text before that may be cut.
        let shown: String = row.chars().take(column("Source")).skip(provenance + 2).collect();
        let shown = shown.trim_matches([' ', '…']);
        let has_sign = row.chars().nth(provenance).is_some_and(|sign| sign != ' ');
        has_sign && shown.chars().count() >= LEAST.min(text.chars().count()) && text.starts_with(shown)
    };
    let found: Vec<String> = claims.rows[1..].iter().map(Row::text).filter(begins).collect();
    assert_eq!(found.len(), 1, "{text}: {found:?}\n{}", claims.text());
    let at = |column: usize| found[0].chars().nth(column).expect("a sign");
    (at(assessment), at(provenance))
}

#[test]
fn where_a_thing_comes_from_is_readable_without_colour() {
    let mut screen = shown(TALL);
    screen.press("2 v 3 v");
    let (mut signs, mut assessments) = (BTreeSet::new(), BTreeSet::new());
    let dossier = screen.dossier.clone();
    let (actors, timeline, claims) =
        (screen.framed("2 Actors"), screen.framed("3 Timeline"), screen.framed("5 Claims"));
    let text = |text: &fundstelle::dossier::LocalText| {
        text.shown("en", &dossier.article.language).unwrap().text.to_owned()
    };
    for actor in &dossier.actors {
        let sign = standing_sign(&screen, &actor.to_ref());
        let row = format!("{sign} {} ", text(&actor.name));
        assert!(actors.text().contains(&row), "{row}\n{}", actors.text());
        signs.insert(sign);
    }
    for event in &dossier.events {
        let row = timeline.row_with(&text(&event.title)).text();
        let sign = standing_sign(&screen, &event.to_ref());
        assert_eq!(row.chars().find(|c| "▏┊∴⇢!".contains(*c)), Some(sign), "{row}");
    }
    for claim in &dossier.claims {
        let sign = match claim.assessment {
            Some(Assessment::BorneOut) => '=',
            Some(Assessment::Qualified) => '~',
            Some(Assessment::Contradicted) => '≠',
            Some(Assessment::Open) => '?',
            None => panic!("the evidence of {} is broken", claim.id),
        };
        let shown = claim_signs(&claims, &text(claim.text.as_ref().unwrap()));
        assert_eq!(shown, (sign, standing_sign(&screen, &claim.to_ref())), "{}", claim.id);
        assessments.insert(sign);
    }
    for gap in &dossier.gaps {
        let shown = claim_signs(&claims, &text(&gap.text));
        assert_eq!(shown, ('+', standing_sign(&screen, &gap.to_ref())), "{}", gap.id);
    }
    assert_eq!(signs, BTreeSet::from(['▏', '┊', '∴']), "each sign is shown by some actor");
    assert!(assessments.len() > 2, "{assessments:?}");
}

#[test]
fn a_quotation_keeps_its_bar_on_every_line() {
    let mut screen = shown((80, 24));
    screen.press("5").select("claim:one-quarter").press("Enter");
    assert_eq!(screen.selection(), "claim:one-quarter");
    let card = screen.framed("Claim");
    let first = card.place_of("„Ist weniger").unwrap();
    let last = card.place_of("ausbauen.“").unwrap();
    assert!(last > first);
    for row in &card.rows[first..=last] {
        assert_eq!(row.text().chars().nth(1), Some('▏'), "{}", card.text());
    }
}

#[test]
fn what_came_after_the_article_stands_below_its_day() {
    let mut screen = shown(TALL);
    screen.press("3 v");
    let timeline = screen.framed("3 Timeline");
    let rule = timeline.place_of("Article: 27 Nov 2025 or later").unwrap();
    let day = screen.dossier.article.published.as_ref().and_then(fundstelle::dossier::When::first).unwrap();
    let mut below = 0;
    for event in &screen.dossier.events {
        let title = event.title.shown("en", &screen.dossier.article.language).unwrap().text;
        let row = timeline.place_of(title).unwrap();
        let Some(first) = event.date.first() else {
            assert!(row > timeline.place_of("── undated").unwrap(), "{title}\n{}", timeline.text());
            continue;
        };
        let after = first > day;
        assert_eq!(row > rule, after, "{title}\n{}", timeline.text());
        below += usize::from(after);
    }
    assert!(below > 0 && below < screen.dossier.events.len());
}

// ---- Figures -------------------------------------------------------------------------------------------------------

fn is_braille(c: char) -> bool {
    ('\u{2801}'..='\u{28ff}').contains(&c)
}

/// The rows of the trend's plot down to the line of 0, in two: those of Seefurt's values, which are above 800, and the rest.
fn plot(screen: &Screen) -> (Vec<Vec<char>>, Vec<Vec<char>>) {
    let trend = screen.framed("4 Trend");
    let row_of = |label: &str| {
        let found = trend.rows.iter().position(|row| row.text().contains(label));
        found.unwrap_or_else(|| panic!("no {label}:\n{}", screen.text()))
    };
    let (thousand, zero) = (row_of("1,000┤"), row_of(" 0┼"));
    let mut rows: Vec<Vec<char>> =
        trend.rows[1..=zero].iter().map(|row| row.text().chars().collect()).collect();
    // The row of 600, between Seefurt and the other places.
    let lower = rows.split_off(thousand + (zero - thousand) * 4 / 10 - 1);
    (rows, lower)
}

fn columns(rows: &[Vec<char>], is: impl Fn(char) -> bool) -> Vec<usize> {
    let found = rows.iter().flat_map(|row| row.iter().enumerate().filter(|(_, c)| is(**c)).map(|(x, _)| x));
    found.collect::<BTreeSet<usize>>().into_iter().collect()
}

/// The first and the last of columns that follow each other.
fn runs(columns: &[usize]) -> Vec<(usize, usize)> {
    columns.chunk_by(|one, next| one + 1 == *next).map(|run| (run[0], run[run.len() - 1])).collect()
}

const TREND_SIZES: [Cells; 3] = [(120, 40), (200, 60), (300, 90)];

#[test]
fn a_line_stops_where_only_a_bound_is_known() {
    for size in TREND_SIZES {
        let mut screen = shown(size);
        screen.press("4 v v v");
        let (upper, _) = plot(&screen);
        let [bound] = columns(&upper, |c| c == '↑')[..] else { panic!("one bound:\n{}", screen.text()) };
        // Joined up to the figure before it; what is known afterwards is a point again, a cell wide.
        let [(_, before), (after, end)] = runs(&columns(&upper, is_braille))[..] else {
            panic!("a line and a point:\n{}", screen.text())
        };
        assert!(before + 2 < bound && bound + 2 < after && after == end, "{}", screen.text());
    }
}

/// The values in a chart with the signs before them, the lowest first.
fn values(screen: &Screen) -> Vec<String> {
    let (upper, lower) = plot(screen);
    let rows = [upper, lower].concat().into_iter().map(|row| {
        // After the value axis, which is whole in every row.
        let edge = row.iter().position(|c| "│┤┼".contains(*c)).expect("an axis");
        row[edge + 1..].iter().collect::<String>()
    });
    let rows: Vec<String> = rows.collect();
    let of_article = |word: &str| ["27", "2025"].contains(&word);
    let words = rows.iter().flat_map(|row| row.split_whitespace().map(str::to_owned));
    let mut values: Vec<String> =
        words.filter(|word| word.contains(|c: char| c.is_ascii_digit()) && !of_article(word)).collect();
    let number = |word: &String| word.chars().filter(char::is_ascii_digit).collect::<String>().parse::<u32>();
    values.sort_by_key(|word| (number(word).expect("a number"), word.clone()));
    values
}

/// In the value and nowhere else: the sign is before what is about or a bound, and before nothing that is exact.
#[test]
fn a_value_that_is_about_or_a_bound_says_so() {
    for size in TREND_SIZES {
        let mut screen = shown(size);
        let values = values(screen.press("4 v v v"));
        // Where some have no room, these have: they are Seefurt's, and the last of the others.
        let known = ["30", "55", "70", "220", "410", "840", "≈890", "930", "990", ">1,000", "1,010"];
        assert!(values.iter().all(|value| known.contains(&&**value)), "{values:?}\n{}", screen.text());
        for value in ["70", "410", "840", "≈890", "930", "990", ">1,000", "1,010"] {
            let count = values.iter().filter(|found| *found == value).count();
            assert_eq!(count, 1, "{value}: {values:?}\n{}", screen.text());
        }
        for label in [" 1,010 Seefurt", " 410 Luhort", " 70 Nebelbucht"] {
            assert_eq!(screen.text().matches(label).count(), 1, "{label}\n{}", screen.text());
        }
    }
    // The same figure as exact has none.
    let files = edited("observations.csv", "890,about", "890,exact");
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let values = values(Screen::open(&files, TALL, options).press("4 v v v z"));
    assert!(values.contains(&"890".to_owned()), "{values:?}");
    assert!(!values.iter().any(|value| value.starts_with('≈')), "{values:?}");
}

#[test]
fn a_bound_and_a_missing_value_are_said_in_words_too() {
    let mut screen = shown(USUAL);
    screen.press("4 v v v Up");
    assert_eq!(screen.selection(), "observation:pegel-in-use/seefurt/2024-41/");
    assert!(screen.status().contains("> 1,000 kt"), "{}", screen.status());
    screen.press("Down End");
    assert_eq!(screen.selection(), "observation:pegel-in-use/luhort/2025-40/");
    assert!(screen.status().contains("no figure available"), "{}", screen.status());
    let trend = screen.framed("4 Trend").text();
    assert_eq!(trend.matches('×').count(), 1, "{trend}");
    assert!(trend.contains("× no figure: Luhort H1 2025"), "{trend}");
}

/// Below the plot and its labels, so that no figure is not taken for a low one.
#[test]
fn a_missing_value_is_a_cross_below_the_axis() {
    for size in TREND_SIZES {
        let mut screen = shown(size);
        screen.press("4 v v v z");
        let (upper, lower) = plot(&screen);
        assert!(columns(&lower, |c| c == '×').is_empty(), "{}", screen.text());
        let row = screen.framed("4 Trend").row_with("Luhort, no figure ×").text();
        let cross = row.chars().position(|c| c == '×').unwrap();
        assert_eq!(Some(&cross), columns(&upper, is_braille).last(), "it stands at its period");
        assert_eq!(screen.framed("4 Trend").text().matches('×').count(), 1, "{}", screen.text());
    }
}

/// Without what Nebelbucht had at that time, nothing at all stands between Luhort's last value and the cross.
#[test]
fn a_missing_value_is_joined_to_nothing() {
    let files =
        edited("observations.csv", "pegel-in-use,nebelbucht,2025-40,,,,70,exact,,,pegel-2025-h1,,\n", "");
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    for size in TREND_SIZES {
        let mut screen = Screen::open(&files, size, options);
        screen.press("4 v v v z");
        let (upper, lower) = plot(&screen);
        let row = screen.framed("4 Trend").row_with("×").text();
        let cross = row.chars().position(|c| c == '×').unwrap();
        let [bound] = columns(&upper, |c| c == '↑')[..] else { panic!("one bound:\n{}", screen.text()) };
        // Seefurt has a bound in the period of Luhort's last value.
        assert!(lower.iter().any(|row| is_braille(row[bound])), "{}", screen.text());
        assert!(bound + 3 < cross, "{}", screen.text());
        for row in upper.iter().chain(&lower) {
            let between = &row[bound + 1..cross];
            assert!(!between.iter().any(|c| is_braille(*c)), "joined to nothing:\n{}", screen.text());
        }
    }
}

#[test]
fn the_caption_names_the_publisher_and_what_is_missing() {
    for size in [(70, 20), (80, 24), (110, 30), (120, 40), (200, 60)] {
        let mut screen = shown(size);
        let overview = screen.press("4").framed("4 Trend").text();
        assert!(overview.contains("Pegel & Partner") && overview.contains('┊'), "{overview}");
        let trend = screen.press("v v v").framed("4 Trend").prose();
        assert!(trend.contains("Pegel & Partner."), "{trend}");
        assert!(trend.contains("No figure: Steinwarder, Gulls' End, Sandhaken"), "{trend}");
        assert!(trend.contains("kt"), "{trend}");
        assert!(trend.contains("background: from sources"), "{trend}");
    }
}

// ---- The article ---------------------------------------------------------------------------------------------------

fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_article_is_shown_as_it_was_published() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixture/article.txt");
    let file = fs::read_to_string(file).unwrap();
    let lines: Vec<&str> =
        file.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "Kommentare").collect();
    assert_eq!(lines.len() + 1, file.lines().count(), "only the page's leftover is not shown");
    let mut screen = shown(TALL);
    let article = &screen.dossier.article;
    let blocks: Vec<&str> = article.blocks.iter().map(|block| &article.text[block.range.clone()]).collect();
    assert_eq!(blocks, lines);
    for script in ["", "2 Down", "c", "m", "m"] {
        screen.press(script);
        let rows = screen.framed("1 Article").rows;
        let mut published = solid(&lines.concat());
        for row in rows.iter().map(|row| solid(&row.text().chars().skip(3).collect::<String>())) {
            // A hyphen that is not the article's own stands only where a word goes on in the next row.
            let drawn = row.strip_suffix('-').filter(|words| {
                let after = published.strip_prefix(words).and_then(|rest| rest.chars().next());
                words.ends_with(char::is_alphabetic) && after.is_some_and(char::is_alphabetic)
            });
            let rest = published.strip_prefix(drawn.unwrap_or(&row)).map(str::to_owned);
            published = rest.unwrap_or_else(|| panic!("after {script:?}: {row:?} is not {published:?}"));
        }
        assert_eq!(published, "", "after {script:?}");
    }
}

// ---- Colours and languages -----------------------------------------------------------------------------------------

fn colours(theme: Theme) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let options = Options { language: Language::De, theme, ..Options::default() };
    walk(&fixture(), options, &mut |screen| {
        for cell in &screen.buffer().content {
            assert_eq!(cell.bg, Color::Reset, "the ground is the terminal's own");
            assert!(!matches!(cell.fg, Color::Rgb(..) | Color::Indexed(_)), "{:?}", cell.fg);
            used.insert(format!("{:?}", cell.fg));
        }
    });
    used
}

#[test]
fn without_colour_there_is_none_anywhere() {
    assert_eq!(colours(Theme::Mono), BTreeSet::from(["Reset".to_owned()]));
}

#[test]
fn colours_are_the_terminals_own_sixteen() {
    let used = colours(Theme::Default);
    // Of these six alone xterm's are seen on a dark and on a light ground alike.
    let seen = ["LightBlue", "LightMagenta", "LightRed", "Magenta", "Red", "Reset"];
    assert!(used.len() > 3 && used.iter().all(|colour| seen.contains(&&**colour)), "{used:?}");
}

#[test]
fn the_interface_speaks_the_language_asked_for_and_the_article_its_own() {
    for script in ["", "2 Down", "2 Down Enter", "3 Down", "4 Down", "4 v Down", "c Enter", "?"] {
        let [german, english] = [Language::De, Language::En].map(|language| {
            let mut screen = Screen::fixture(USUAL, language);
            screen.press(script);
            screen
        });
        assert_ne!(german.text(), english.text(), "{script:?}");
        for row in [0, 38, 39] {
            assert_ne!(german.whole().rows[row].text(), english.whole().rows[row].text(), "{script:?}");
        }
        if german.shows("1 Artikel") {
            assert_eq!(german.framed("1 Artikel").prose(), english.framed("1 Article").prose(), "{script:?}");
        }
    }
}

// ---- Other people's dossiers ---------------------------------------------------------------------------------------

const HEAD: &str = r#"format = 1
id = "t"
title.fr = "Le titre"
[article]
file = "a.txt"
language = "de"
"#;

const ARTICLE: &str = "Titel\nOstlinie mietet Chips im Ausland.\n";

fn stranger(tables: &str) -> Memory {
    Memory::default().with("dossier.toml", format!("{HEAD}{tables}")).with("a.txt", ARTICLE)
}

#[test]
fn a_text_in_another_language_says_which() {
    let files = stranger(
        "[[actor]]\nid = \"a\"\nkind = \"company\"\nname.fr = \"Ali\"\naliases = [\"Ostlinie\"]\n\
         role.fr = \"loue\"\nrole.de = \"mietet\"\nanchors = [\"Ostlinie mietet\"]\n",
    );
    for language in [Language::De, Language::En] {
        let options = Options { language, theme: Theme::Mono, ..Options::default() };
        let mut screen = Screen::open(&files, USUAL, options);
        assert!(screen.text().contains("Le titre [fr]"), "{}", screen.text());
        screen.press("2 Down Enter");
        assert!(screen.text().contains("Ali [fr]"), "{}", screen.text());
        // The article's own language is the next best.
        let german = if language == Language::De { "mietet " } else { "mietet [de]" };
        assert!(
            screen
                .framed(if language == Language::De { "Akteur" } else { "Actor" })
                .text()
                .contains(german.trim())
        );
        assert!(!screen.text().contains("loue"));
    }
}

#[test]
fn a_lost_anchor_marks_its_item_and_counts_in_the_title() {
    let claim = |id: &str, words: &str| {
        format!(
            "[[claim]]\nid = \"{id}\"\ntext = \"{id} claim\"\nanchors = [\"{words}\"]\nassessment = \"open\"\n"
        )
    };
    let sound = claim("sound", "mietet Chips");
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let whole = Screen::open(&stranger(&sound), USUAL, options);
    assert!(!whole.text().contains('!'), "{}", whole.text());

    let files = stranger(&(sound + &claim("lost", "kauft Chips") + &claim("doubtful", "a")));
    let mut screen = Screen::open(&files, USUAL, options);
    let title = screen.whole().rows[0].clone();
    assert!(title.text().contains("! 2 errors"), "{}", title.text());
    assert_eq!(title.weight_of("! 2 errors"), 'B');
    screen.press("5");
    let claims = screen.framed("5 Claims");
    assert!(claims.row_with("sound claim").text().contains("? ▏"));
    for name in ["lost claim", "doubtful claim"] {
        // No assessment, not even "open".
        assert!(claims.row_with(name).text().starts_with("   ! "), "{}", claims.text());
    }
    screen.press("End Enter");
    assert!(screen.framed("Claim").prose().contains("No valid evidence"), "{}", screen.text());
    // A place is never guessed, and what is said is true of an ambiguous quotation and of a lost one.
    for claim in ["End", "Up"] {
        screen.press("Esc 5").press(claim);
        assert!(matches!(&*screen.selection(), "claim:lost" | "claim:doubtful"), "{}", screen.selection());
        for key in ["w", "n", "N"] {
            screen.press(key);
            assert!(screen.status().contains("No valid evidence (e shows why)."), "{}", screen.status());
        }
    }
    screen.press("e");
    assert!(screen.shows("Errors and warnings"), "{}", screen.text());
}

#[test]
fn a_misspelt_key_counts_but_says_nothing_of_the_evidence() {
    let claim = "[[claim]]\nid = \"slip\"\ntext = \"slip claim\"\ntextt = \"x\"\nanchors = [\"mietet Chips\"]\nassessment = \"open\"\n";
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&stranger(claim), USUAL, options);
    assert!(screen.whole().rows[0].text().contains("! 1 error (e) ·"), "{}", screen.text());
    screen.press("5");
    assert!(!screen.framed("5 Claims").row_with("slip claim").text().contains('!'));
    screen.press("End Enter");
    assert!(!screen.framed("Claim").prose().contains("No valid evidence"), "{}", screen.text());
}

#[test]
fn more_errors_than_are_listed_are_all_counted_and_marked() {
    let mut claims = String::new();
    for n in 0..1500 {
        writeln!(
            claims,
            "[[claim]]\nid = \"c{n}\"\ntext = \"claim number {n}.\"\nanchors = [\"nirgends\"]\nassessment = \"open\""
        )
        .unwrap();
    }
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&stranger(&claims), USUAL, options);
    assert!(screen.whole().rows[0].text().contains("! 1,500 errors"), "{}", screen.text());
    screen.press("5 End");
    let row = screen.framed("5 Claims").row_with("claim number 1499.").text();
    assert!(row.contains('!'), "{row}");
}

#[test]
fn an_article_alone_opens_with_panels_that_say_how_to_fill_them() {
    let options = Options { language: Language::En, theme: Theme::Mono, ..Options::default() };
    let mut screen = Screen::open(&Memory::default().with("a.txt", ARTICLE), (200, 60), options);
    assert!(screen.framed("1 Article").text().contains("Ostlinie mietet Chips"));
    for (panel, table) in [
        ("2 Actors", "V marks words"),
        ("3 Timeline", "V marks words"),
        ("4 Trend", "[[series]]"),
        ("5 Claims", "V marks a sentence"),
    ] {
        assert!(screen.framed(panel).prose().contains(table), "{}", screen.text());
    }
    for size in [(70, 20), (80, 24), (110, 30), USUAL] {
        for (key, table) in [
            ("2", "No actors yet: S"),
            ("3", "No events yet: S"),
            ("4", "[[series]]"),
            ("5", "No claims yet: S"),
        ] {
            screen.resize(size).press(key);
            assert!(screen.text().contains(table), "{}", screen.text());
        }
    }
    assert!(screen.press("1").status().contains("a dossier.toml beside it"), "{}", screen.status());
    screen.press("Right");
    assert!(screen.status().contains("No further name"), "{}", screen.status());
}

/// Harm as TOML writes it, and as it stands in a text: control characters, and what turns words around.
const HARM: &str = "\\u001b[31m\\u0007\\u202e\\u2066\\u009b5m";
/// What is shown of it.
const HARMLESS: &str = "␛[31m␇\u{fffd}\u{fffd}\u{fffd}5m";
const RAW_HARM: &str = "\u{1b}[31m\u{7}\u{202e}\u{2066}\u{9b}5m";

/// A dossier whose every text wants to harm, each with a mark of its own so that it is known to have been shown.
struct Harmful {
    tables: String,
    marks: Vec<String>,
}

impl Harmful {
    fn mark(&mut self) -> String {
        let mark = format!("Q{:02}", self.marks.len());
        self.marks.push(mark.clone());
        mark
    }

    /// A line `key = "…"` with harm in it.
    fn text(&mut self, key: &str) {
        let mark = self.mark();
        let _ = writeln!(self.tables, "{key} = \"{mark}{HARM}\"");
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.tables, "{line}");
    }
}

fn harmful() -> (Memory, Vec<String>) {
    let mut dossier = Harmful { tables: String::new(), marks: Vec::new() };
    dossier.line("format = 1\nid = \"t\"\nobservations = \"o.csv\"");
    dossier.text("title");
    dossier.line("[article]\nfile = \"a.txt\"\nlanguage = \"de\"\npublished = \"2025-11-27\"");
    dossier.text("outlet");
    dossier.line("[[source]]\nid = \"s\"\ntype = \"report\"\nissued = \"2025-11-05\"");
    for key in ["outlet", "title", "quote"] {
        dossier.text(key);
    }
    dossier.line("[[actor]]\nid = \"a\"\nkind = \"company\"\naliases = [\"Ostlinie\"]\nanchors = [\"Ostlinie mietet\"]\nsources = [\"s\"]");
    dossier.text("name");
    dossier.text("role");
    dossier.line("[[relation]]\nid = \"r\"\nfrom = \"a\"\nto = \"a\"\nsources = [\"s\"]");
    dossier.text("label");
    dossier.line("[[claim]]\nid = \"c\"\nanchors = [\"mietet Chips\"]\nassessment = \"qualified\"\nsources = [\"s\"]\nactors = [\"a\"]");
    dossier.text("text");
    dossier.text("note");
    dossier.text("hedge");
    dossier.line("[[claim]]\nid = \"lost\"\nassessment = \"open\"\ntext = \"lost\"");
    let lost = dossier.mark();
    dossier.line(&format!("anchors = [\"{lost}{HARM}\"]"));
    dossier.line("[[gap]]\nid = \"g\"\nnear = \"im Ausland\"\nsources = [\"s\"]");
    dossier.text("text");
    dossier.line("[[lane]]\nid = \"l\"");
    dossier.text("short");
    dossier.text("name");
    dossier.line("[[event]]\nid = \"e\"\nlane = \"l\"\nkind = \"report\"\ndate = \"2025-11-26\"\nsources = [\"s\"]\nactors = [\"a\"]");
    for key in ["title", "summary", "status"] {
        dossier.text(key);
    }
    dossier.line("[[place]]\nid = \"p\"\nactor = \"a\"");
    dossier.text("name");
    dossier.line("[[series]]\nid = \"f\"\nkind = \"stock\"\nexpects = [\"p\"]");
    for key in ["outlet", "unit", "title", "definition"] {
        dossier.text(key);
    }
    let [part, note, words] = [(); 3].map(|()| dossier.mark());
    let figures = format!(
        "series,place,date,part,value,qualifier,source,note\nf,p,2025-40,{part}{RAW_HARM},5,exact,s,{note}{RAW_HARM}\n"
    );
    let article = format!("Titel{RAW_HARM}\nOstlinie mietet Chips im Ausland. {words}{RAW_HARM}\n");
    let files =
        Memory::default().with("dossier.toml", dossier.tables).with("a.txt", article).with("o.csv", figures);
    (files, dossier.marks)
}

#[test]
fn no_text_of_a_dossier_commands_the_terminal() {
    let (files, marks) = harmful();
    let mut seen = String::new();
    for language in [Language::De, Language::En] {
        walk(&files, Options { language, theme: Theme::Default, ..Options::default() }, &mut |screen| {
            for cell in &screen.buffer().content {
                let harms = |c: char| {
                    c.is_control()
                        || ('\u{202a}'..='\u{202e}').contains(&c)
                        || ('\u{2066}'..='\u{2069}').contains(&c)
                };
                assert!(!cell.symbol().contains(harms), "{:?}\n{}", cell.symbol(), screen.text());
            }
            let (title, description) = screen.app().description();
            assert!(!title.contains(char::is_control) && !description.contains(char::is_control));
            assert!(!description.contains(['\u{202e}', '\u{2066}']), "{description:?}");
            seen += &screen.text();
        });
    }
    let links = ["5 Enter", "5 Enter s Enter", "3 Enter", "2 Enter End Enter"];
    for script in links {
        let mut screen = Screen::open(&files, TALL, Options::default());
        seen += &screen.press(script).text();
    }
    // Each text was shown, with what it would have done to be seen in it; a lane's short name as far as it fits.
    let lacks = |mark: &&String, shown: &str| !seen.contains(&format!("{mark}{shown}"));
    let unseen: Vec<&String> = marks.iter().filter(|mark| lacks(mark, "␛[31")).collect();
    assert!(unseen.is_empty(), "{unseen:?}");
    let cut: Vec<&String> = marks.iter().filter(|mark| lacks(mark, HARMLESS)).collect();
    assert!(cut.len() <= 1, "{cut:?}");
}

#[test]
fn a_name_at_rest_never_looks_lit() {
    for size in [(80, 24), USUAL, TALL] {
        let screen = shown(size);
        assert_eq!(screen.selection(), "");
        assert_eq!(screen.framed("1 Article").words('L'), [""; 0]);
    }
}
