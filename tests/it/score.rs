//! The claims at a glance: how each is assessed, how many there are of each, and what they rest on.

use std::fmt::Write as _;

use crate::common::{Cells, Grid, Row, Screen};
use fundstelle::app::Options;
use fundstelle::dossier::{Assessment, Kind};
use fundstelle::export;
use fundstelle::i18n::language::Language;
use fundstelle::load::{Memory, load, shipped};
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::Theme;

const SIZES: [Cells; 7] = [(80, 24), (100, 30), (110, 30), (120, 36), (120, 40), (160, 45), (200, 60)];

/// To the score of the claims.
const SCORE: &str = "5 v v";

fn open(files: &Memory, size: Cells) -> Screen {
    Screen::open(files, size, Options { language: Language::En, theme: Theme::Mono, ..Options::default() })
}

fn score(screen: &Screen) -> Grid {
    let name = if screen.text().contains("5 Claims") { "5 Claims" } else { "5 Aussagen" };
    screen.framed(name)
}

/// The claims of the dossier by number.
fn claims(screen: &Screen) -> Vec<String> {
    let mut claims: Vec<(Option<usize>, String)> = screen
        .dossier
        .claims
        .iter()
        .map(|claim| (screen.dossier.number_of(&claim.to_ref()), claim.to_ref().to_string()))
        .collect();
    claims.sort();
    claims.into_iter().map(|(_, claim)| claim).collect()
}

/// A dossier with claims, four to a paragraph, each with these assessments and sources, and some gaps.
fn dossier(claims: &[(&str, &str)], besides: &str) -> Memory {
    let (mut article, mut text) = (String::from("Title\n"), String::new());
    for (number, (assessment, sources)) in claims.iter().enumerate() {
        let end = if number % 4 == 3 { "\n" } else { "" };
        let _ = write!(article, "Here are words w{number}e. {end}");
        let _ = writeln!(
            text,
            "[[claim]]\nid = \"c{number}\"\ntext = \"Claim {number}.\"\nanchors = [\"w{number}e\"]\n\
             actors = []\nassessment = \"{assessment}\"\nsources = [{sources}]"
        );
    }
    let head = "format = 1\nid = \"x\"\ntitle = \"X\"\n[article]\nfile = \"a.txt\"\nlanguage = \"en\"\n";
    let sources = "[[source]]\nid = \"paper\"\ntype = \"report\"\noutlet = \"The Paper\"\nissued = \"2025-11-27\"\n\
                   [[source]]\nid = \"wire\"\ntype = \"report\"\noutlet = \"Wire\"\nissued = \"2025-11-28\"\naccessed = \"2026-01-01\"\nrepeats = [\"paper\"]\n\
                   [[source]]\nid = \"radio\"\ntype = \"report\"\noutlet = \"Radio\"\nissued = \"2025-11-29\"\naccessed = \"2026-01-01\"\nrepeats = [\"wire\"]\n\
                   [[source]]\nid = \"office\"\ntype = \"report\"\noutlet = \"Office\"\nissued = \"2025-01\"\naccessed = \"2026-01-01\"\n";
    Memory::default().with("a.txt", article).with("dossier.toml", format!("{head}{sources}{text}{besides}"))
}

const FOUR: [(&str, &str); 5] = [
    ("borne-out", "\"office\", \"wire\""),
    ("qualified", "\"wire\", \"radio\""),
    ("contradicted", "\"paper\""),
    ("open", ""),
    ("qualified", "\"office\", \"paper\""),
];

/// At every size there are four rows, in words, with their numbers, and bars as long as these.
#[test]
fn the_totals_are_always_there() {
    for size in SIZES {
        for (language, name, words) in [
            (Language::De, "Bilanz", ["belegt", "teilweise", "offen", "widersprochen"]),
            (Language::En, "score", ["borne out", "partly", "open", "contradicted"]),
        ] {
            let mut screen = Screen::fixture(size, language);
            screen.press(SCORE);
            assert!(screen.text().contains(name), "{size:?}:\n{}", screen.text());
            let order = [
                (Assessment::BorneOut, '=', '█'),
                (Assessment::Qualified, '~', '▒'),
                (Assessment::Open, '?', '░'),
                (Assessment::Contradicted, '≠', '×'),
            ];
            let mut lengths = Vec::new();
            for ((assessment, sign, fill), word) in order.into_iter().zip(words) {
                let count =
                    screen.dossier.claims.iter().filter(|claim| claim.assessment == Some(assessment)).count();
                let begins = format!(" {sign} {word} ");
                let rows = score(&screen).rows;
                let row = rows.iter().map(Row::text).find(|row| row.starts_with(&begins)).expect("a row");
                let rest = row.split(word).nth(1).expect("a number").trim().to_owned();
                let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
                assert_eq!(number, count.to_string(), "{word} at {size:?}:\n{}", screen.text());
                let cells = rest.chars().filter(|c| *c == fill).count();
                lengths.push((cells, count));
            }
            let per = lengths.iter().find(|(_, count)| *count > 0).map_or(0, |(cells, count)| cells / count);
            assert!(per > 0, "{size:?}:\n{}", screen.text());
            for (cells, count) in lengths {
                assert_eq!(cells, count * per, "{size:?}:\n{}", screen.text());
            }
        }
    }
}

/// A tile for each claim, in the order of their numbers, below it the sign.
#[test]
fn the_tiles_stand_in_the_articles_order() {
    let mut screen = open(&dossier(&FOUR, ""), (120, 40));
    let score = screen.press(SCORE).press("z").framed("5 Claims");
    let signs = score.place_of("=   ~   ≠   ?    ~").expect("the signs");
    let text = |row: usize| score.rows[row].text().trim().to_owned();
    assert_eq!(text(signs - 1), "███ ▒▒▒ ××× ░░░  ▒▒▒", "{}", score.text());
    assert_eq!(text(signs + 1), "1   2   3   4    5");
    assert_eq!(text(signs + 2), "¶1               ¶2");
}

#[test]
fn keys_go_from_claim_to_claim_and_from_paragraph_to_paragraph() {
    let mut screen = Screen::fixture((120, 40), Language::En);
    let claims = claims(&screen);
    screen.press(SCORE).press("Home");
    assert_eq!(screen.selection(), claims[0]);
    for claim in &claims[1..] {
        screen.press("Right");
        assert_eq!(screen.selection(), *claim, "{}", screen.text());
    }
    screen.press("Right");
    assert_eq!(screen.selection(), claims[claims.len() - 1], "the last");
    for claim in claims[..claims.len() - 1].iter().rev() {
        screen.press("Left");
        assert_eq!(screen.selection(), *claim);
    }
    screen.press("End");
    assert_eq!(screen.selection(), claims[claims.len() - 1]);

    let mut screen = open(&dossier(&FOUR, ""), (120, 40));
    screen.press(SCORE).press("Home Right Right Down");
    assert_eq!(screen.selection(), "claim:c4", "the first of the next paragraph");
    screen.press("Up");
    assert_eq!(screen.selection(), "claim:c0", "the first of the one before");
    screen.press("Up");
    assert_eq!(screen.selection(), "claim:c0");
}

/// The current claim is described in a row, and has a mark below its tile; Enter opens its card, `w` leads to its words.
#[test]
fn the_current_claim_is_described() {
    let mut screen = open(&dossier(&FOUR, ""), (120, 40));
    screen.press(SCORE).press("z Home Right");
    let panel = score(&screen);
    let row = panel.row_with("▶ 2 ~ partly · Claim 1.");
    assert!(row.text().contains("1 independent source"), "{}", row.text());
    assert!(panel.place_of("▲").is_some(), "{}", panel.text());
    let signs = panel.row_with("=   ~   ≠");
    assert_eq!(signs.weights().matches('R').count(), 3, "its tile is three cells wide");
    screen.press("Right");
    assert!(score(&screen).prose().contains("Claim 2. · 1 independent source, not read by us"));
    screen.press("Right");
    assert!(score(&screen).prose().contains("Claim 3. · no source"), "{}", screen.text());
    screen.press("Enter");
    assert!(screen.framed("Claim").prose().contains("Claim 3."));
    screen.press("Esc w");
    assert_eq!(screen.selection(), "claim:c3");
    assert!(screen.framed("1 Article").words('R').concat().contains("w3e"), "{}", screen.text());
}

/// Whatever is selected elsewhere, the claims linked to it are marked, and how many.
#[test]
fn linked_claims_are_lit() {
    let mut screen = Screen::fixture((120, 40), Language::En);
    screen.press(SCORE).press("2").select("actor:quarzon");
    let lit = screen.lit();
    let linked = lit.count(Kind::Claim);
    assert!(linked > 1);
    screen.press("5");
    // Entering goes to the first of them; from elsewhere they are counted.
    let mut screen = Screen::fixture((160, 45), Language::En);
    screen.press(SCORE).press("2").select("actor:quarzon");
    if screen.shows("5 Claims") {
        let score = score(&screen);
        let lit: usize = score.rows.iter().map(|row| row.weights().matches('L').count()).sum();
        assert!(lit >= linked, "{}", screen.text());
        assert!(score.prose().contains("linked to the selection"), "{}", score.text());
    }
}

#[test]
fn gaps_stand_above_the_claims_they_are_at() {
    let gaps = "[[gap]]\nid = \"g0\"\ntext = \"Not said.\"\nnear = \"words w1e\"\nsources = [\"office\"]\n\
                [[gap]]\nid = \"g1\"\ntext = \"Not said either.\"\nnear = \"words w4e\"\nsources = [\"office\"]\n\
                [[gap]]\nid = \"g2\"\ntext = \"Nor this.\"\nnear = \"w4e\"\nsources = [\"office\"]\n\
                [[gap]]\nid = \"g3\"\ntext = \"Nowhere.\"\nsources = [\"office\"]\n";
    let mut screen = open(&dossier(&FOUR, gaps), (120, 40));
    screen.press("M").press(SCORE).press("Home z");
    let score = score(&screen);
    let signs = score.place_of("=   ~   ≠").expect("the signs");
    let above = (0..signs).rev().find(|row| score.rows[*row].text().contains('2')).expect("the gaps");
    assert_eq!(score.rows[above].text().trim_end(), "     +            2", "{}", score.text());
    assert!(score.prose().contains("the article leaves something out here: 4 gaps"));
    // The totals are of claims alone.
    assert!(score.row_with("~ partly").text().contains(" 2 "), "{}", score.text());
    // A click selects the gap, another the next one there.
    let whole = screen.whole();
    let y = whole.rows.iter().position(|row| row.text().contains("     +            2")).expect("the row");
    let x = whole.rows[y].text().chars().position(|c| c == '2').expect("the cell");
    let at = (u16::try_from(x).expect("a column"), u16::try_from(y).expect("a row"));
    screen.click(at);
    assert_eq!(screen.selection(), "gap:g1");
    assert!(screen.text().contains("▶ 2 + gap · Not said either."), "{}", screen.text());
    screen.press("Left");
    assert_eq!(screen.selection(), "claim:c4", "the claim it stands at");
}

#[test]
fn a_click_selects_a_tile() {
    let mut screen = open(&dossier(&FOUR, ""), (120, 40));
    screen.press("M").press(SCORE);
    let whole = screen.whole();
    let y = whole.rows.iter().position(|row| row.text().contains('×')).expect("the tiles");
    let x = whole.rows[y].text().chars().position(|c| c == '×').expect("the cell");
    screen.click((u16::try_from(x).expect("a column"), u16::try_from(y).expect("a row")));
    assert_eq!(screen.selection(), "claim:c2");
}

/// What the filter hides keeps its place, and its part of the bar: dots.
#[test]
fn the_filter_leaves_every_tile_in_its_place() {
    let mut screen = open(&dossier(&FOUR, ""), (120, 40));
    screen.press(SCORE).press("z f");
    screen.press("Down Enter Esc");
    let score = score(&screen);
    assert!(score.row_with("≠ contradicted").text().contains("0/1"), "{}", screen.text());
    let tiles = score.rows.iter().map(Row::text).find(|row| row.contains("··· ···")).expect("dots");
    assert_eq!(tiles.trim(), "··· ▒▒▒ ··· ···  ▒▒▒", "{}", screen.text());
    assert!(screen.text().contains("filtered"), "{}", screen.text());
    screen.press("Home");
    let first = screen.selection();
    assert_eq!(first, "claim:c1");
    screen.press("Right");
    assert_eq!(screen.selection(), "claim:c4", "only what passes is gone to");
}

/// Who repeats whom, and what that means for the claims.
#[test]
fn it_says_what_the_claims_rest_on() {
    let mut screen = open(&dossier(&FOUR, ""), (120, 40));
    let score = screen.press(SCORE).press("z").framed("5 Claims");
    let rows: Vec<String> = score.rows.iter().map(Row::text).collect();
    let has = |words: &str| rows.iter().any(|row| row.contains(words));
    assert!(has("Independent sources per claim") && has("Who repeats whom"), "{}", score.text());
    assert!(has("none     1") && has("one      2") && has("up to 2  2"), "{}", score.text());
    let sole = rows
        .iter()
        .position(|row| row.starts_with(" 2 each rest on a single source: The Paper, 27 Nov 2025 "));
    let sole = sole.unwrap_or_else(|| panic!("no sole source:\n{}", score.text()));
    assert_eq!(rows[sole + 1].trim(), "(2) · not read by us", "{}", score.text());
    let paper =
        rows.iter().position(|row| row.contains("The Paper, 27 Nov 2025 · not read")).expect("an origin");
    assert!(rows[paper].trim_end().ends_with("4      2"), "{}", rows[paper]);
    assert!(rows[paper + 1].contains("└ Wire, 28 Nov 2025"), "{}", score.text());
    assert!(rows[paper + 2].contains("  └ Radio, 29 Nov 2025"), "{}", score.text());
    // What nobody repeats and nothing rests on alone is counted.
    assert!(
        rows[paper + 3].contains(" + 1 other source · claims: also by way of repeats"),
        "{}",
        score.text()
    );
    assert!(!has("Office, January 2025"), "{}", score.text());
}

/// The score of the shipped dossier on the whole screen.
fn shipped_score(size: Cells, language: Language) -> Screen {
    let mut screen =
        Screen::open(&shipped(), size, Options { language, theme: Theme::Mono, ..Options::default() });
    screen.press(SCORE).press("z");
    screen
}

/// Two reports of one outlet are told apart by their dates, though it is said too that nobody read them.
#[test]
fn an_unread_report_keeps_its_date() {
    for (language, date, unread) in
        [(Language::De, "27.11.2025", "ungelesen"), (Language::En, "27 Nov 2025", "unread")]
    {
        let screen = shipped_score((120, 40), language);
        let origin = format!("Financial Times, {date} · {unread} ");
        assert!(score(&screen).text().contains(&origin), "{origin}:\n{}", screen.text());
    }
}

/// Where there is no room for who repeats whom, the origin that most sources go back to is named, and where they are listed.
#[test]
fn where_the_tree_has_no_room_the_most_repeated_is_named() {
    for size in [(80, 24), (100, 32)] {
        let mut screen = shipped_score(size, Language::En);
        let text = score(&screen).text();
        assert!(!text.contains("Who repeats whom"), "{text}");
        let row = text.lines().find(|row| row.contains("Most repeated: Financial Times")).unwrap_or_default();
        assert!(row.contains("by 7 sources · go to its card with :"), "{row}\n{text}");
        // What the letters mean has a row as well.
        assert!(text.contains("T title"), "{text}");
        // It is there.
        screen.resize((120, 40)).press(": f i n a n Space t i m e s Space 2 7 Space n o v Enter");
        let card = screen.text();
        assert!(card.contains("Repeated by"), "{card}");
        for outlet in ["Reuters", "Semafor", "Tom's Hardware", "NDTV Profit", "VietMetric", "onvista"] {
            assert!(card.contains(outlet), "{outlet}:\n{card}");
        }
    }
    let wide = shipped_score((120, 40), Language::En).text();
    assert!(wide.contains("Who repeats whom") && !wide.contains("Most repeated"), "{wide}");
}

/// What is said of the current claim is never cut for what it rests on.
#[test]
fn the_current_claim_is_whole() {
    let mut screen = shipped_score((120, 40), Language::En);
    for (place, claim) in claims(&screen).into_iter().enumerate() {
        // The first is selected.
        if place > 0 {
            screen.press("Right");
        }
        assert_eq!(screen.selection(), claim);
        let dossier = &screen.dossier;
        let of = dossier.claims.iter().find(|of| of.to_ref().to_string() == claim).expect("a claim");
        let text = of
            .text
            .as_ref()
            .expect("a text")
            .shown("en", &dossier.article.language)
            .expect("a text")
            .text
            .to_owned();
        assert!(!text.is_empty() && score(&screen).prose().contains(&text), "{text}:\n{}", screen.text());
    }
}

/// The score counts the claims that rest on an origin by way of others too; its card those that cite it, and both say so.
#[test]
fn the_card_of_a_source_says_which_claims_it_counts() {
    let mut screen = open(&dossier(&FOUR, ""), (120, 40));
    screen.press(": t h e Space p a p e r Enter");
    assert!(screen.selection() == "source:paper", "{}", screen.text());
    assert!(screen.text().contains("Claims we assessed with it directly"), "{}", screen.text());
    assert!(screen.status().contains("2 claims assessed with it directly"), "{}", screen.status());
}

#[test]
fn without_sources_or_assessments_it_says_so() {
    let mut screen = open(&dossier(&[("open", ""); 3], ""), (120, 40));
    let score = screen.press(SCORE).press("z").framed("5 Claims").prose();
    assert!(score.contains("No claim has been tested against sources yet."), "{score}");
    let mut small = open(&dossier(&[("open", ""); 3], ""), (80, 24));
    let score = small.press(SCORE).press("z").framed("5 Claims").prose();
    assert!(score.contains("none 3 ━"), "{score}");
    let mut one = open(&dossier(&[("borne-out", "\"paper\"")], ""), (120, 40));
    let score = one.press(SCORE).press("z").framed("5 Claims").prose();
    assert!(
        score.contains("One rests on a single source: The Paper, 27 Nov 2025 (1) · not read by us"),
        "{score}"
    );
}

/// That nothing has been tested is said only where that is so; what claims rest on alone is said besides.
#[test]
fn what_is_tested_and_what_claims_rest_on_are_both_said() {
    let prose = |files: &Memory, size| open(files, size).press(SCORE).press("z").framed("5 Claims").prose();
    let untested = "No claim has been tested against sources yet.";
    let on_paper = "2 each rest on a single source: The Paper, 27 Nov 2025 (2) · not read by us";
    let open_claims = [("open", "\"paper\""), ("open", "\"paper\""), ("open", "")];
    let both = prose(&dossier(&open_claims, ""), (120, 40));
    assert!(both.contains(untested) && both.contains(on_paper), "{both}");
    let in_a_row = prose(&dossier(&open_claims, ""), (160, 16));
    assert!(
        in_a_row.contains(&format!("{untested} 2 each rest on a single source: The Paper")),
        "{in_a_row}"
    );
    let narrow = prose(&dossier(&open_claims, ""), (60, 16));
    assert!(narrow.contains("2 each rest on a single source: The Paper 2"), "{narrow}");
    // A source was read.
    let read = prose(
        &dossier(&[("open", "\"paper\""), ("open", "\"paper\""), ("open", "\"wire\", \"office\"")], ""),
        (120, 40),
    );
    assert!(!read.contains(untested), "{read}");
    assert!(read.contains("2 each rest on a single source: The Paper, 27 Nov 2025 "), "{read}");
    // What the evidence of some claims was worth is no longer known.
    let mut broken = String::new();
    for number in 0..2 {
        let _ = write!(
            broken,
            "[[claim]]\nid = \"lost{number}\"\ntext = \"Lost.\"\nanchors = [\"nowhere to be found\"]\n\
             assessment = \"borne-out\"\nsources = [\"paper\"]\n"
        );
    }
    let broken = dossier(&[("open", "")], &broken);
    let shown = prose(&broken, (120, 40));
    assert!(!shown.contains(untested) && shown.contains(on_paper), "{shown}");
    let loaded = load(&broken).expect("it opens");
    let options = export::Options { language: Language::En, with_notes: false };
    for document in [export::html, export::text, export::markdown].map(|write| write(&loaded, options)) {
        assert!(!document.contains(untested), "{document}");
    }
    let loaded = load(&dossier(&open_claims, "")).expect("it opens");
    let text = export::text(&loaded, options);
    assert!(text.contains(untested) && text.contains("2 each rest on a single source: The Paper"), "{text}");
}

/// What nobody knows the origin of may have another: a claim that also has such a source does not rest on one alone.
#[test]
fn a_source_of_unknown_origin_is_no_proof_of_a_single_one() {
    // What repeats a source that the file does not have has no known origin, nor has what repeats that.
    let lost = "[[source]]\nid = \"leaflet\"\ntype = \"report\"\noutlet = \"Leaflet\"\nrepeats = [\"nobody\"]\n\
                [[source]]\nid = \"flyer\"\ntype = \"report\"\noutlet = \"Flyer\"\nrepeats = [\"office\", \"leaflet\"]\n";
    let claims = [
        ("qualified", "\"office\", \"leaflet\""),
        ("qualified", "\"flyer\""),
        ("qualified", "\"leaflet\""),
        ("qualified", "\"office\""),
        ("qualified", "\"office\", \"paper\", \"leaflet\""),
    ];
    let mut screen = open(&dossier(&claims, lost), (120, 40));
    let score = screen.press(SCORE).press("z Home").framed("5 Claims");
    let prose = score.prose();
    for row in [
        "one                  1",
        "one, others unknown  2",
        "up to 2              1",
        "unknown              1",
    ] {
        assert!(score.place_of(row).is_some(), "{row}:\n{}", score.text());
    }
    assert!(prose.contains("One rests on a single source: Office, January 2025 (1)"), "{prose}");
    assert!(
        prose.contains("1 independent source, origin of others unknown, 1 of its 2 sources not read"),
        "{prose}"
    );
    screen.press("Right");
    let prose = screen.framed("5 Claims").prose();
    assert!(prose.contains("1 independent source, origin of others unknown, not read by us"), "{prose}");
    assert!(
        score.place_of("Office, January 2025                              4      1").is_some(),
        "{}",
        score.text()
    );
    // In one row it is a sentence.
    let mut small = open(&dossier(&claims, lost), (160, 16));
    let prose = small.press(SCORE).press("z").framed("5 Claims").prose();
    assert!(
        prose.contains("1 claim with only one independent source · 2 with one independent source and others of unknown origin"),
        "{prose}"
    );
}

/// The page and the panel list the same origins; neither has a list where nobody repeats another.
#[test]
fn the_page_lists_the_origins_of_the_panel() {
    let page = |files: &Memory| {
        let loaded = load(files).expect("it opens");
        export::html(&loaded, export::Options { language: Language::En, with_notes: false })
    };
    let files = dossier(&FOUR, "");
    let html = page(&files);
    let tree = html.split_once("<ul class=\"tree\">").expect("a tree").1;
    let tree = tree.split("</div>").next().expect("its end");
    let names = ["The Paper, 27 Nov 2025", "Wire, 28 Nov 2025", "Radio, 29 Nov 2025", "+ 1 other source"];
    let places = names.map(|name| tree.find(name).unwrap_or_else(|| panic!("no {name} in {tree}")));
    assert!(places.is_sorted() && !tree.contains("Office"), "{tree}");
    let panel = open(&files, (120, 40)).press(SCORE).press("z").framed("5 Claims");
    let rows =
        names.map(|name| panel.place_of(name).unwrap_or_else(|| panic!("no {name}:\n{}", panel.text())));
    assert!(rows.is_sorted() && panel.place_of("Office").is_none(), "{}", panel.text());
    let alone = dossier(&[("qualified", "\"office\""), ("qualified", "\"paper\"")], "");
    assert!(!page(&alone).contains("Who repeats whom"));
    let panel = open(&alone, (120, 40)).press(SCORE).press("z").text();
    assert!(!panel.contains("Who repeats whom"), "{panel}");
}

/// On the page a tile says how many gaps are there, as in the panel, and the letters are explained.
#[test]
fn the_page_counts_gaps_at_a_tile_and_explains_its_signs() {
    let gap = |id: &str| {
        format!("[[gap]]\nid = \"{id}\"\ntext = \"Not said.\"\nnear = \"w2e\"\nsources = [\"office\"]\n")
    };
    for (gaps, sign) in [(gap("g"), "+"), (gap("g") + &gap("h"), "2")] {
        let loaded = load(&dossier(&FOUR, &gaps)).expect("it opens");
        let page = export::html(&loaded, export::Options { language: Language::En, with_notes: false });
        let score = page.split_once("<div class=\"score\">").expect("a score").1;
        let score = score.split("</div>").next().expect("its end");
        assert!(score.contains(&format!("aria-hidden=\"true\">{sign}</span></a>")), "{score}");
        let key = score.split_once("<p class=\"key\">").expect("a key").1;
        let key = key.split("</p>").next().expect("its end");
        assert!(
            key.contains("¶ paragraph") && key.contains("+ the article leaves something out here"),
            "{key}"
        );
    }
}

/// Where the words of several claims are left incomplete, a gap stands at the first of them by its number.
#[test]
fn a_gap_at_the_words_of_several_claims_stands_at_the_first() {
    let besides = "[[claim]]\nid = \"far\"\ntext = \"Far.\"\nanchors = [\"Title\", \"words w2e\"]\nassessment = \"open\"\n\
                   [[claim]]\nid = \"wide\"\ntext = \"Wide.\"\nanchors = [\"Here are words w1e. Here are words w2e.\"]\nassessment = \"open\"\n\
                   [[gap]]\nid = \"g\"\ntext = \"Not said.\"\nnear = \"w2e\"\nsources = [\"office\"]\n";
    let mut screen = open(&dossier(&FOUR, besides), (120, 40));
    let score = screen.press(SCORE).press("z Home").framed("5 Claims");
    assert_eq!(screen.selection(), "claim:far");
    let signs = score.place_of("=   ?   ~   ≠").expect("the signs");
    let above = (0..signs).rev().find(|row| score.rows[*row].text().trim() == "+");
    let above = above.unwrap_or_else(|| panic!("no gap:\n{}", score.text()));
    let sign = |row: usize, sign: char| score.rows[row].text().chars().position(|c| c == sign);
    assert_eq!(sign(above, '+'), sign(signs, '?'), "{}", score.text());
}

/// A claim whose quotation is lost has a tile of its own, and no assessment.
#[test]
fn broken_evidence_is_no_assessment() {
    let broken = "[[claim]]\nid = \"lost\"\ntext = \"Lost.\"\nanchors = [\"nowhere to be found\"]\n\
                  assessment = \"borne-out\"\nsources = [\"paper\"]\n";
    let mut screen = open(&dossier(&FOUR, broken), (120, 40));
    let score = screen.press(SCORE).press("End z").framed("5 Claims");
    assert!(score.place_of("! no valid evidence 1 !").is_some(), "{}", score.text());
    assert!(score.row_with("= borne out").text().contains(" 1 "), "{}", score.text());
    assert!(score.place_of("███ ▒▒▒ ××× ░░░  ▒▒▒  !!!").is_some(), "{}", score.text());
    assert!(score.prose().contains("6 ! no valid evidence · Lost."), "{}", score.text());
}

/// On the smallest screen there are the totals in words and the current claim.
#[test]
fn on_the_smallest_screen_the_totals_are_there() {
    let mut whole = Screen::fixture((40, 10), Language::De);
    whole.press(SCORE).press("z");
    assert!(whole.text().contains("widersprochen") && whole.text().contains("Bilanz"), "{}", whole.text());
}

#[test]
fn in_ascii_all_of_it_is_ascii() {
    let options = Options { language: Language::En, theme: Theme::Mono, glyphs: Glyphs::Ascii };
    for size in SIZES {
        let mut screen = Screen::open(&dossier(&FOUR, ""), size, options);
        let text = screen.press(SCORE).press("Home Right z").text();
        assert!(text.is_ascii(), "{text}");
        assert!(text.contains("# partly") || text.contains("~ partly"), "{text}");
    }
    let mut screen = Screen::open(&dossier(&FOUR, ""), (120, 40), options);
    let text = screen.press(SCORE).press("Home z").text();
    assert!(text.contains("=== ~~~ ### ???  ~~~"), "{text}");
    assert!(text.contains("'-Wire, 28 Nov 2025"), "{text}");
}

/// Names of any script are cut in cells, not in characters, and stand within the frame.
#[test]
fn texts_of_any_script_stay_within_the_frame() {
    for text in [
        "الشركات تنقل التدريب إلى الخارج منذ الربيع وفق الصحيفة",
        "据报道这些公司正在把训练转移到国外的数据中心",
    ] {
        let claim = format!(
            "[[claim]]\nid = \"far\"\ntext = \"{text}\"\nanchors = [\"Here are words w0e\"]\nassessment = \"open\"\nsources = [\"paper\"]\n"
        );
        for size in [(80, 24), (40, 10), (120, 40)] {
            let mut screen = open(&dossier(&FOUR, &claim), size);
            screen.press(SCORE).press("z Home");
            for _ in 0..6 {
                let whole = screen.whole();
                let frame = &whole.rows[3].text();
                assert_eq!(whole.rows.len(), usize::from(size.1), "{frame}");
                screen.press("Right");
            }
        }
    }
}

/// A stop of the tour may show it, and the keys go round.
#[test]
fn it_is_the_third_view() {
    let mut screen = Screen::fixture((120, 40), Language::En);
    screen.press("5");
    screen.press("v");
    assert!(screen.text().contains(" compare "), "{}", screen.text());
    screen.press("v");
    assert!(screen.status().contains("Claims at a glance"), "{}", screen.status());
    screen.press("v");
    assert_eq!(screen.framed("5 Claims").text(), {
        let mut again = Screen::fixture((120, 40), Language::En);
        again.press("5").framed("5 Claims").text()
    });
    let stop =
        "[[stop]]\ntitle = \"All claims\"\nselect = \"claim:c1\"\npanel = \"claims\"\nview = \"score\"\n";
    let mut screen = open(&dossier(&FOUR, stop), (160, 45));
    screen.press("b q");
    assert!(screen.text().contains("contradicted") && screen.text().contains("███"), "{}", screen.text());
}

/// On a card, who repeats whom is a tree; an origin that only others name is there, and says so.
#[test]
fn a_card_shows_sources_as_a_tree() {
    let mut screen = open(&dossier(&FOUR, ""), (120, 40));
    screen.press("5 Home j Enter");
    let card = screen.framed("Claim");
    let paper = card.place_of("The Paper, 27 Nov 2025 · only as repeated below").expect("the origin");
    let rows: Vec<String> = card.rows[paper..].iter().map(|row| row.text().trim_end().to_owned()).collect();
    assert!(rows[1].ends_with("└ Wire, 28 Nov 2025 · read on 1 Jan 2026"), "{}", card.text());
    assert!(rows[2].ends_with("  └ Radio, 29 Nov 2025 · read on 1 Jan 2026"), "{}", card.text());
    // It is a list of links as ever.
    screen.press("Down Down Down Enter");
    assert_eq!(screen.selection(), "source:radio", "{}", screen.text());
    // Where none repeats another it is the list it was.
    let mut screen = open(&dossier(&[("borne-out", "\"office\", \"paper\"")], ""), (120, 40));
    let card = screen.press("5 Home Enter").framed("Claim").text();
    assert!(!card.contains('└') && card.contains("up to 2 independent sources"), "{card}");
}

/// What an actor does to several is said once, and they stand below.
#[test]
fn a_card_shows_relations_as_a_tree() {
    let mut actors = String::new();
    for (id, alias) in [("a", "w0e"), ("b", "w1e"), ("c", "w2e")] {
        let name = id.to_uppercase();
        let _ = write!(
            actors,
            "[[actor]]\nid = \"{id}\"\nkind = \"company\"\nname = \"{name}\"\naliases = [\"{alias}\"]\nprominent = true\n"
        );
    }
    for (number, (from, verb, to)) in [
        ("a", "rents from", "b"),
        ("b", "supplies", "a"),
        ("a", "rents from", "c"),
        ("c", "supplies", "a"),
        ("a", "sues", "b"),
    ]
    .into_iter()
    .enumerate()
    {
        let _ = write!(
            actors,
            "[[relation]]\nid = \"r{number}\"\nfrom = \"{from}\"\nto = \"{to}\"\nlabel = \"{verb}\"\nsources = [\"paper\"]\n"
        );
    }
    let mut screen = open(&dossier(&FOUR, &actors), (120, 40));
    screen.press("2 Home Enter");
    let card = screen.framed("Actor");
    let from = card.place_of("A – rents from → …").expect("what it does");
    let rows: Vec<String> = card.rows[from..].iter().map(|row| row.text().trim_end().to_owned()).collect();
    let ends = ["A – rents from → …", "├ B", "└ C", "A – sues → B", "… – supplies → A", "├ B", "└ C"];
    for (row, end) in rows.iter().zip(ends) {
        assert!(row.ends_with(end), "{end}:\n{}", card.text());
    }
    // Each is a link to its relation.
    screen.press("Down Enter");
    assert_eq!(screen.selection(), "relation:r0", "{}", screen.text());
}
