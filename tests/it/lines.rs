//! The article's lines as a reader sees them: where words are broken and where not, and that the frame stays where it is
//! whatever writing stands in it.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::fmt::Write as _;

use crate::common::{Cells, Grid, Screen};
use fundstelle::app::Options;
use fundstelle::i18n::language::Language;
use fundstelle::load::Memory;
use fundstelle::look::glyphs::Glyphs;
use fundstelle::look::theme::Theme;
use fundstelle::text::width;
use proptest::prelude::*;

const OPTIONS: Options = Options { language: Language::En, theme: Theme::Mono, glyphs: Glyphs::Unicode };

fn opened(dossier: &str, article: &str, size: Cells) -> Screen {
    let files = Memory::default().with("dossier.toml", dossier).with("article.txt", article);
    Screen::open(&files, size, OPTIONS)
}

// ---- Where words are broken ----------------------------------------------------------------------------------------

const HEADING: &str = "Rechenzentrumsbetreiber investieren außergewöhnlich umfangreich in leistungsfähige Halbleiterfabriken \
    südostasiatischer Staaten";

const ADDRESS: &str = "https://beispiel.example/rechenzentren/unternehmen/leistung";

const NAME: &str = "Verantwortungsträger";

const ANCHORED: &str = "Genehmigungsbehörden verantwortlicher Landesregierungen untersuchen wissenschaftliche \
    Sachverständigengutachten, Wirtschaftlichkeitsuntersuchungen außergewöhnlicher Investitionsentscheidungen sowie \
    Verwaltungsvorschriften benachbarter Gebietskörperschaften, veröffentlichen Zwischenergebnisse und beschleunigen \
    Genehmigungsverfahren";

/// Different words before each, so that every width would break some of them somewhere.
fn fillers() -> impl Iterator<Item = String> {
    (1..24).map(|letters| "x".repeat(letters))
}

fn dossier(language: &str) -> String {
    let headings: Vec<String> = fillers().map(|filler| format!("\"{filler} {HEADING}\"")).collect();
    let headings = headings.join(", ");
    format!(
        "format = 1\nid = \"lines\"\n[article]\nfile = \"article.txt\"\nlanguage = \"{language}\"\n\
         headings = [{headings}]\n\
         [[actor]]\nid = \"zentren\"\nkind = \"group\"\nname = \"Zentren\"\nprominent = true\naliases = [\"{NAME}\"]\n\
         [[claim]]\nid = \"whole\"\ntext = \"All of it.\"\nassessment = \"open\"\nanchors = [\"{ANCHORED}\"]\n"
    )
}

fn article() -> String {
    let paragraph = format!(
        "Die Unternehmensleitungen südostasiatischer {NAME} veröffentlichen Investitionsentscheidungen grundsätzlich \
         ausschließlich nach umfangreichen Wirtschaftlichkeitsuntersuchungen."
    );
    let mut text = format!("{HEADING}\n{ANCHORED}.\n");
    for filler in fillers() {
        let _ = writeln!(text, "{filler} {HEADING}\n{filler} {paragraph} {NAME} {ADDRESS} {paragraph}");
    }
    text
}

/// The article's rows, without the margin; the screen shows all of them.
fn rows(screen: &mut Screen) -> Vec<String> {
    let rows = screen.press("1 z").framed("1 Article").rows;
    rows.iter().map(|row| row.text().chars().skip(3).collect::<String>().trim().to_owned()).collect()
}

fn sizes() -> impl Iterator<Item = Cells> {
    (70..110).step_by(3).chain([120, 160]).map(|width| (width, 400))
}

#[test]
fn words_of_the_text_are_broken_but_no_heading_name_or_address() {
    let mut hyphens = 0;
    let text = article();
    for size in sizes() {
        let mut screen = opened(&dossier("de"), &text, size);
        let rows = rows(&mut screen);
        hyphens += rows.iter().filter(|row| row.ends_with('-')).count();
        let headings = screen.framed("1 Article").rows.into_iter().filter(|row| row.weights().contains('B'));
        let headings: Vec<String> = headings.map(|row| row.text().trim().to_owned()).collect();
        assert!(headings.len() >= 48, "{headings:?}");
        assert!(!headings.iter().any(|row| row.ends_with('-')), "{headings:?}");
        for whole in [NAME, ADDRESS] {
            let shown: usize = rows.iter().map(|row| row.matches(whole).count()).sum();
            assert_eq!(shown, text.matches(whole).count(), "{whole} at {size:?}");
        }
    }
    assert!(hyphens > 100, "{hyphens}");
}

#[test]
fn in_a_language_we_do_not_know_words_stay_whole() {
    for language in ["und", "xx"] {
        for size in sizes() {
            let rows = rows(&mut opened(&dossier(language), &article(), size));
            assert!(!rows.iter().any(|row| row.ends_with('-')), "{language} at {size:?}");
        }
    }
}

/// It is not one of the article's words, so it is neither underlined nor lit with them.
#[test]
fn a_drawn_hyphen_is_not_lit() {
    let mut lit = 0;
    for size in sizes() {
        let mut screen = opened(&dossier("de"), &article(), size);
        screen.press("5").select("claim:whole");
        for row in screen.framed("1 Article").rows {
            let (text, weights) = (row.text(), row.weights());
            let text: Vec<char> = text.trim_end().chars().collect();
            if let [.., before, '-'] = text[..]
                && before.is_alphabetic()
            {
                let weights: Vec<char> = weights.chars().collect();
                lit += usize::from(weights[text.len() - 2] != '.');
                assert_eq!(weights[text.len() - 1], '.', "{}", row.text());
            }
        }
    }
    assert!(lit > 3, "{lit}");
}

#[test]
fn a_soft_hyphen_is_drawn_only_at_the_end_of_a_line() {
    let word = "Wirt\u{AD}schaft\u{AD}lich\u{AD}keits\u{AD}unter\u{AD}suchungen";
    let article = format!("Titel\n{}", [word; 12].join(" "));
    let mut drawn = 0;
    for size in sizes() {
        let rows = rows(&mut opened(&dossier("und"), &article, size));
        drawn += rows.iter().filter(|row| row.ends_with('-')).count();
        for row in rows {
            assert!(!row.trim_end_matches('-').contains(['-', '\u{AD}']), "{row:?}");
        }
    }
    assert!(drawn > 3, "{drawn}");
}

const HINDI: &str = "नगर परिषद मई में पुराना पुल बंद करेगी, महापौर ने कहा। यह खबर हिन्दी में है। ट्रक नहीं चलेंगे। अंतरराष्ट्रीय संबंधों पर \
    इसका प्रभाव पड़ेगा, विश्वविद्यालय के विशेषज्ञों ने स्पष्ट किया। क्षेत्रीय प्रशासन ने प्रतिक्रिया नहीं दी।";

const TAMIL: &str = "முதலமைச்சர் சென்னையில் புதிய பாலத்தைத் திறந்து வைத்தார். கொண்டாட்டத்தில் ஆயிரக்கணக்கான மக்கள் கலந்து கொண்டனர்.";

#[test]
fn no_word_of_an_indic_script_is_broken_that_has_room() {
    for text in [HINDI, TAMIL] {
        for columns in 40..110 {
            let mut screen = opened(&dossier_alone(), &format!("x\n{text}"), (columns, 100));
            let shown = sent(screen.press("1 z")).join(" ");
            let shown: Vec<&str> = shown.split([' ', '│', '┃']).filter(|word| !word.is_empty()).collect();
            let words: Vec<&str> = text.split_whitespace().collect();
            assert!(shown.windows(words.len()).any(|shown| shown == words), "at {columns}: {shown:?}");
        }
    }
}

fn dossier_alone() -> String {
    "format = 1\nid = \"lines\"\n[article]\nfile = \"article.txt\"\nlanguage = \"hi\"\n".to_owned()
}

// ---- Any writing in the frame --------------------------------------------------------------------------------------

/// What is hard about writing: another direction, marks, joiners, wide signs, signs of several parts, and what obeys no
/// terminal.
const WRITINGS: [&str; 26] = [
    "שלום עולם",
    "בְּרֵאשִׁית",
    "مرحبا بالعالم",
    "مُحَمَّد لا",
    "می\u{200C}خواهم",
    "中国科技公司",
    "「人工智能」。",
    "ﾊﾞﾝｸﾞﾗﾃﾞｼｭ",
    "한국어",
    "\u{1112}\u{1161}\u{11AB}",
    "ประเทศไทย",
    "क्षत्रिय",
    "👩\u{200D}👩\u{200D}👧",
    "👍🏽",
    "🇩🇪🇸🇬🇲",
    "🏴\u{E0067}\u{E0062}\u{E007F}",
    "☂\u{FE0F}❤\u{FE0E}1\u{FE0F}\u{20E3}",
    "Z\u{335}\u{358}\u{321}a\u{300}\u{301}\u{302}",
    "\u{301}\u{200D}",
    "\u{202E}abc\u{202C}",
    "\u{2067}abc\u{2069}\u{200F}",
    "\u{61C}\u{200E}\u{200B}\u{FEFF}",
    "Rechen\u{AD}zentrum",
    "Ｗｉｄｅ",
    "ㅤ\u{115F}",
    "plain words",
];

fn writing() -> impl Strategy<Value = String> {
    let some = prop::sample::select(WRITINGS.to_vec());
    prop::collection::vec((some, prop::sample::select(vec![" ", " ", "", "-"])), 1..8)
        .prop_map(|parts| parts.into_iter().flat_map(|(part, gap)| [part, gap]).collect())
}

/// A dossier whose every text is in some writing.
fn written(texts: &[String]) -> (String, String) {
    let mut texts = texts.iter().cycle();
    let mut next = || texts.next().unwrap().trim().to_owned() + " x";
    let article: Vec<String> = (0..6).map(|_| [next(), next(), next()].join(" ")).collect();
    let article = article.join("\n");
    let anchor = article.lines().nth(1).unwrap().to_owned();
    let mut dossier = format!(
        "format = 1\nid = \"w\"\ntitle = \"{}\"\n[article]\nfile = \"article.txt\"\nlanguage = \"he\"\noutlet = \"{}\"\n\
         published = \"2025-06-01\"\n[[source]]\nid = \"s\"\ntype = \"report\"\noutlet = \"{}\"\ntitle = \"{}\"\n\
         [[lane]]\nid = \"l\"\nshort = \"{}\"\nname = \"{}\"\n",
        next(),
        next(),
        next(),
        next(),
        next(),
        next(),
    );
    for item in 0..4 {
        let _ = write!(
            dossier,
            "[[actor]]\nid = \"a{item}\"\nkind = \"company\"\nname = \"{}\"\nprominent = true\nrole = \"{}\"\nanchors = [\"{anchor}\"]\n\
             [[event]]\nid = \"e{item}\"\ndate = \"2025-0{}-01\"\nlane = \"l\"\nkind = \"report\"\ntitle = \"{}\"\nsummary = \"{}\"\n\
             actors = [\"a{item}\"]\nsources = [\"s\"]\nprominent = true\n\
             [[claim]]\nid = \"c{item}\"\ntext = \"{}\"\nanchors = [\"{anchor}\"]\nactors = [\"a{item}\"]\nassessment = \"open\"\n",
            next(),
            next(),
            item + 1,
            next(),
            next(),
            next(),
        );
    }
    (dossier, article)
}

/// What a terminal is sent, row by row: the signs of the cells, without those that a wide sign covers.
fn sent(screen: &Screen) -> Vec<String> {
    let buffer = screen.buffer();
    let mut rows = Vec::new();
    for cells in buffer.content.chunks(usize::from(buffer.area.width)) {
        let mut row = String::new();
        let mut covered = 0;
        for cell in cells {
            if covered == 0 {
                row.push_str(cell.symbol());
                covered = width::cells(cell.symbol());
            }
            covered = covered.saturating_sub(1);
        }
        rows.push(row);
    }
    rows
}

/// Every box has its edges where its corners say.
fn assert_boxes(screen: &Screen) {
    let Grid { rows } = screen.whole();
    let glyph = |x: usize, y: usize| screen.buffer()[(x as u16, y as u16)].symbol().to_owned();
    let columns = usize::from(screen.buffer().area.width);
    let mut boxes = 0;
    for y in 0..rows.len() {
        for left in (0..columns).filter(|x| ["┌", "┏"].contains(&glyph(*x, y).as_str())) {
            let right = (left..columns).find(|x| ["┐", "┓"].contains(&glyph(*x, y).as_str())).unwrap();
            let bottom = (y..rows.len()).find(|y| ["└", "┗"].contains(&glyph(left, *y).as_str())).unwrap();
            for between in y + 1..bottom {
                for edge in [left, right] {
                    let is_edge = ["│", "┃"].contains(&glyph(edge, between).as_str());
                    assert!(is_edge, "column {edge} of row {between}:\n{}", screen.text());
                }
            }
            boxes += 1;
        }
    }
    assert!(boxes > 0 || columns < 110, "{}", screen.text());
}

fn is_bidi_control(one: char) -> bool {
    matches!(one, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn assert_in_frame(screen: &Screen) {
    assert_boxes(screen);
    for row in sent(screen) {
        assert_eq!(width::cells(&row), usize::from(screen.buffer().area.width), "{row:?}");
        assert!(!row.contains(is_bidi_control), "nothing can turn the row around: {row:?}");
        assert!(!row.contains(char::is_control), "{row:?}");
    }
}

fn look_everywhere(texts: &[String]) {
    let (dossier, article) = written(texts);
    for size in [(70, 20), (80, 24), (113, 30), (120, 40), (200, 60)] {
        let mut screen = opened(&dossier, &article, size);
        assert_in_frame(&screen);
        for script in ["Down", "2 Down", "Enter", "Esc 3 Down", "Enter", "Esc 5 Down", "Enter", "Esc z"] {
            assert_in_frame(screen.press(script));
        }
    }
}

#[test]
fn each_writing_leaves_the_frame_where_it_is() {
    for one in WRITINGS {
        look_everywhere(&[one.repeat(3), format!("{one} {one}"), one.to_owned()]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_mixture_leaves_the_frame_where_it_is(texts in prop::collection::vec(writing(), 1..12)) {
        look_everywhere(&texts);
    }
}
