//! What a reader sees of a laid-out text, and what holds for any text.

use proptest::prelude::*;

use super::*;
use crate::text::width;

const PARAGRAPH: &str = "Seit die USA den Export leistungsstarker Nvidia-Chips nach China eingeschränkt haben, steht \
    die KI-Branche der Volksrepublik unter enormem Druck. Beide sollen inzwischen massiv Rechenleistung in \
    Rechenzentren außerhalb Chinas anmieten – vor allem in Singapur, Malaysia und anderen südostasiatischen Staaten.";

fn laid_out(text: &str, width: u16) -> Vec<&str> {
    lines(text, 0..text.len(), width, &[]).into_iter().map(|line| &text[line.range]).collect()
}

#[test]
fn a_paragraph_has_even_lines() {
    assert_eq!(
        laid_out(PARAGRAPH, 56),
        [
            "Seit die USA den Export leistungsstarker Nvidia-Chips",
            "nach China eingeschränkt haben, steht die KI-Branche",
            "der Volksrepublik unter enormem Druck. Beide sollen",
            "inzwischen massiv Rechenleistung in Rechenzentren",
            "außerhalb Chinas anmieten – vor allem in Singapur,",
            "Malaysia und anderen südostasiatischen Staaten.",
        ]
    );
}

#[test]
fn a_compound_breaks_after_its_own_hyphen() {
    assert_eq!(laid_out("der KI-Exodus", 6), ["der", "KI-", "Exodus"]);
    assert_eq!(
        laid_out("sämtliche nicht-chinesischen Chips", 18),
        ["sämtliche nicht-", "chinesischen Chips"]
    );
}

#[test]
fn a_compound_stays_whole_where_that_costs_little() {
    assert_eq!(
        laid_out("Die Regeln der KI-Branche gelten überall", 20),
        ["Die Regeln der", "KI-Branche gelten", "überall"]
    );
}

#[test]
fn a_hyphen_before_a_digit_or_at_the_front_is_no_place_to_break() {
    assert_eq!(laid_out("am 2025-11-27", 10), ["am", "2025-11-27"]);
    assert_eq!(laid_out("mit --theme", 9), ["mit", "--theme"]);
}

#[test]
fn a_dash_does_not_begin_a_line() {
    assert_eq!(laid_out("Chinas anmieten – vor allem", 15), ["Chinas", "anmieten – vor", "allem"]);
    assert_eq!(laid_out("außerhalb – vor", 11), ["außerhalb –", "vor"]);
}

#[test]
fn a_no_break_space_holds() {
    assert_eq!(laid_out("es sind 30\u{A0}Prozent", 12), ["es sind", "30\u{A0}Prozent"]);
}

#[test]
fn a_word_wider_than_the_line_breaks_by_graphemes() {
    assert_eq!(laid_out("Rechenzentrum", 5), ["Reche", "nzent", "rum"]);
    let family = "👩‍👩‍👧";
    let two = format!("{family}{family}");
    assert_eq!(laid_out(&two, 3), [family, family]);
    assert_eq!(laid_out("a\u{308}o\u{308}u\u{308}", 1), ["a\u{308}", "o\u{308}", "u\u{308}"]);
}

#[test]
fn a_grapheme_wider_than_the_line_has_its_own() {
    assert_eq!(laid_out("中文", 1), ["中", "文"]);
    assert_eq!(laid_out("ab", 0), ["a", "b"]);
}

#[test]
fn ideographs_break_but_not_before_what_closes() {
    assert_eq!(laid_out("人工智能。模型", 8), ["人工智", "能。模型"]);
    assert_eq!(laid_out("我们「智能」", 6), ["我们", "「智", "能」"]);
}

#[test]
fn wrapping_keeps_a_texts_own_lines() {
    let text = "Rolle:\n\n  kauft Chips\r\n";
    let wrapped: Vec<_> = wrap(text, 6).into_iter().map(|line| &text[line.range]).collect();
    assert_eq!(wrapped, ["Rolle:", "", "kauft", "Chips"]);
    assert_eq!(wrap("", 6), []);
}

#[test]
fn a_paragraph_is_one_chunk() {
    assert_eq!(chunks(PARAGRAPH, 0..PARAGRAPH.len()), vec![0..PARAGRAPH.len()]);
    assert!(chunks("  ", 0..2).is_empty());
    assert_eq!(chunks("  KI ", 0..5), vec![2..4]);
}

#[test]
fn a_long_block_is_cut_at_blanks() {
    let text = [PARAGRAPH; 40].join(" ");
    let chunks = chunks(&text, 0..text.len());
    assert!(chunks.iter().rev().skip(1).all(|chunk| (CHUNK - 20..=CHUNK).contains(&chunk.len())));
    assert!(chunks.windows(2).all(|two| &text[two[0].end..two[1].start] == " "));
    assert!(chunks.iter().all(|chunk| !text[chunk.clone()].starts_with('–')));
}

#[test]
fn a_solid_word_of_megabytes_is_cut_all_the_same() {
    let text = "Zentrum".repeat(750_000);
    let chunks = chunks(&text, 0..text.len());
    assert!(chunks.iter().all(|chunk| chunk.len() <= WHOLE));
    assert_eq!(chunks.iter().map(Range::len).sum::<usize>(), text.len());
}

/// Text with what is hard about text: blanks of all kinds, marks, joiners, wide and unseen characters.
fn text() -> impl Strategy<Value = String> {
    let hard = prop::sample::select(vec![
        " ",
        " ",
        " ",
        "\u{A0}",
        "\u{3000}",
        "\n",
        "\t",
        "–",
        "—",
        "-",
        "KI-",
        "Wort",
        "ä",
        "\u{308}",
        "\u{200D}",
        "👩",
        "中",
        "。",
        "「",
        "ー",
        "ﾞ",
        "\u{600}",
        "🇩",
        "\u{FE0F}",
        "©",
        "\u{200B}",
        "\u{AD}",
        "กำ",
        "ক্ষ",
        "각",
        "2025-11",
        "\r\n",
    ]);
    let any = any::<char>().prop_map(String::from);
    prop::collection::vec(prop_oneof![4 => hard.prop_map(String::from), 1 => any], 0..60)
        .prop_map(|all| all.concat())
}

/// The starts of the graphemes of a text that no break may swallow, and its length.
fn seen(text: &str) -> Vec<usize> {
    graphemes(text).filter(|one| !is_blank(one.symbol)).map(|one| one.start).collect()
}

fn hold_all_once(text: &str, ranges: &[Range<usize>]) -> Result<(), TestCaseError> {
    let mut held = Vec::new();
    for range in ranges {
        held.extend(seen(&text[range.clone()]).into_iter().map(|start| range.start + start));
    }
    prop_assert_eq!(held, seen(text));
    prop_assert!(ranges.windows(2).all(|two| two[0].end <= two[1].start));
    Ok(())
}

proptest! {
    #[test]
    fn lines_hold_every_grapheme_once_and_fit(text in text(), width in 0_u16..30) {
        let lines: Vec<_> = lines(&text, 0..text.len(), width, &[]).into_iter().map(|line| line.range).collect();
        hold_all_once(&text, &lines)?;
        for line in lines {
            let line = &text[line];
            let only_one = graphemes(line).filter(|one| one.cells > 0).count() == 1;
            prop_assert!(width::cells(line) <= usize::from(width.max(1)) || only_one, "{line:?}");
            prop_assert!(!line.is_empty());
            prop_assert!(graphemes(line).next().is_some_and(|one| !is_blank(one.symbol)));
            prop_assert!(graphemes(line).last().is_some_and(|one| !is_blank(one.symbol)));
        }
    }

    #[test]
    fn chunks_hold_every_grapheme_once(text in text(), times in 1_usize..200) {
        let text = text.repeat(times);
        let chunks = chunks(&text, 0..text.len());
        hold_all_once(&text, &chunks)?;
        prop_assert!(chunks.iter().all(|chunk| !chunk.is_empty() && chunk.len() <= WHOLE));
    }

    #[test]
    fn wrapping_holds_every_grapheme_once(text in text(), width in 0_u16..30) {
        let text = text.replace('\r', "");
        let lines: Vec<_> = wrap(&text, width).into_iter().map(|line| line.range).collect();
        hold_all_once(&text, &lines)?;
    }

    #[test]
    fn a_dash_begins_no_line_it_could_end(words in prop::collection::vec("[a-z]{1,8}( –)?", 1..40), width in 10_u16..40) {
        let text = words.join(" ");
        prop_assert!(laid_out(&text, width).iter().all(|line| !line.starts_with('–')));
    }
}
