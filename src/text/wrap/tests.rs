//! What a reader sees of a laid-out text, and what holds for any text.

use proptest::prelude::*;

use super::*;
use crate::text::{hyphenate, width};

const PARAGRAPH: &str = "Seit die USA den Export leistungsstarker Nvidia-Chips nach China eingeschränkt haben, steht \
    die KI-Branche der Volksrepublik unter enormem Druck. Beide sollen inzwischen massiv Rechenleistung in \
    Rechenzentren außerhalb Chinas anmieten – vor allem in Singapur, Malaysia und anderen südostasiatischen Staaten.";

fn laid_out(text: &str, width: u16) -> Vec<&str> {
    lines(text, 0..text.len(), width, &[]).into_iter().map(|line| &text[line.range]).collect()
}

/// As a reader sees it: words broken by the rules of the language, and the hyphens that are drawn.
fn hyphenated(text: &str, width: u16, language: &str) -> Vec<String> {
    let hyphens = hyphenate::break_points(text, 0..text.len(), language);
    let lines = lines(text, 0..text.len(), width, &hyphens).into_iter();
    lines.map(|line| format!("{}{}", &text[line.range], if line.hyphen { "-" } else { "" })).collect()
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

const COMPANIES: &str = "Zu den Namen gehören Schwergewichte wie Alibaba und die TikTok-Mutter ByteDance. Beide sollen \
    inzwischen massiv Rechenleistung in Rechenzentren außerhalb Chinas anmieten – vor allem in Singapur, Malaysia und \
    anderen südostasiatischen Staaten. Die Motivation ist eindeutig: Dort stehen die neuesten Nvidia-Cluster bereit, die \
    innerhalb Chinas nicht mehr erhältlich sind.";

const RULES: &str = "Das Problem: Trotz ambitionierter Investitionen kann die Leistung chinesischer KI-Chips bisher nicht \
    mit Nvidia mithalten. Die Abhängigkeit besteht also weiter – und wird durch die Ausweichbewegungen sogar noch \
    sichtbarer.";

const LEASES: &str = "The FT, citing two people, reports leased data centres in Southeast Asia; Reuters could not verify \
    it. No published amount was found. Light Reading in 2024 names ByteDance as anchor tenant of a 110 MW campus in \
    Johor; that is the size of the campus. The article shows late November 2025; what followed is on the timeline.";

#[test]
fn a_german_article_in_a_narrow_column() {
    assert_eq!(
        hyphenated(RULES, 30, "de"),
        [
            "Das Problem: Trotz ambitio-",
            "nierter Investitionen kann",
            "die Leistung chinesischer KI-",
            "Chips bisher nicht mit Nvidia",
            "mithalten. Die Abhängigkeit",
            "besteht also weiter – und wird",
            "durch die Ausweichbewegungen",
            "sogar noch sichtbarer.",
        ]
    );
    assert_eq!(
        hyphenated(COMPANIES, 40, "de"),
        [
            "Zu den Namen gehören Schwergewichte wie",
            "Alibaba und die TikTok-Mutter ByteDance.",
            "Beide sollen inzwischen massiv Rechen-",
            "leistung in Rechenzentren außerhalb",
            "Chinas anmieten – vor allem in Singapur,",
            "Malaysia und anderen südostasiatischen",
            "Staaten. Die Motivation ist eindeutig:",
            "Dort stehen die neuesten Nvidia-Cluster",
            "bereit, die innerhalb Chinas nicht mehr",
            "erhältlich sind.",
        ]
    );
}

#[test]
fn a_german_article_at_its_usual_widths() {
    assert_eq!(
        hyphenated(COMPANIES, 53, "de"),
        [
            "Zu den Namen gehören Schwergewichte wie Alibaba und",
            "die TikTok-Mutter ByteDance. Beide sollen inzwischen",
            "massiv Rechenleistung in Rechenzentren außerhalb",
            "Chinas anmieten – vor allem in Singapur, Malaysia",
            "und anderen südostasiatischen Staaten. Die Motivation",
            "ist eindeutig: Dort stehen die neuesten Nvidia-",
            "Cluster bereit, die innerhalb Chinas nicht mehr",
            "erhältlich sind.",
        ]
    );
    assert_eq!(
        hyphenated(COMPANIES, 72, "de"),
        [
            "Zu den Namen gehören Schwergewichte wie Alibaba und die TikTok-Mutter",
            "ByteDance. Beide sollen inzwischen massiv Rechenleistung in Rechenzen-",
            "tren außerhalb Chinas anmieten – vor allem in Singapur, Malaysia und",
            "anderen südostasiatischen Staaten. Die Motivation ist eindeutig: Dort",
            "stehen die neuesten Nvidia-Cluster bereit, die innerhalb Chinas nicht",
            "mehr erhältlich sind.",
        ]
    );
}

#[test]
fn an_english_article_hardly_needs_hyphens() {
    assert_eq!(
        hyphenated(LEASES, 30, "en"),
        [
            "The FT, citing two people,",
            "reports leased data centres",
            "in Southeast Asia; Reuters",
            "could not verify it. No",
            "published amount was found.",
            "Light Reading in 2024 names",
            "ByteDance as anchor tenant of",
            "a 110 MW campus in Johor; that",
            "is the size of the campus. The",
            "article shows late November",
            "2025; what followed is on the",
            "timeline.",
        ]
    );
    assert_eq!(
        hyphenated(LEASES, 40, "en"),
        [
            "The FT, citing two people, reports",
            "leased data centres in Southeast Asia;",
            "Reuters could not verify it. No pub-",
            "lished amount was found. Light Reading",
            "in 2024 names ByteDance as anchor tenant",
            "of a 110 MW campus in Johor; that is the",
            "size of the campus. The article shows",
            "late November 2025; what followed is on",
            "the timeline.",
        ]
    );
    assert_eq!(
        hyphenated(LEASES, 53, "en"),
        [
            "The FT, citing two people, reports leased data",
            "centres in Southeast Asia; Reuters could not verify",
            "it. No published amount was found. Light Reading in",
            "2024 names ByteDance as anchor tenant of a 110 MW",
            "campus in Johor; that is the size of the campus. The",
            "article shows late November 2025; what followed is on",
            "the timeline.",
        ]
    );
    assert_eq!(
        hyphenated(LEASES, 72, "en"),
        [
            "The FT, citing two people, reports leased data centres in Southeast",
            "Asia; Reuters could not verify it. No published amount was found. Light",
            "Reading in 2024 names ByteDance as anchor tenant of a 110 MW campus in",
            "Johor; that is the size of the campus. The article shows late November",
            "2025; what followed is on the timeline.",
        ]
    );
}

#[test]
fn a_word_is_broken_only_where_that_helps_much() {
    let text = "sie die Unternehmen stehen";
    assert_eq!(hyphenated(text, 18, "de"), ["sie die", "Unternehmen stehen"], "ten cells at least are won");
    assert_eq!(
        hyphenated("nur unter den Voraussetzungen des neuen Gesetzes", 24, "de"),
        ["nur unter den Voraus-", "setzungen des neuen", "Gesetzes"]
    );
}

#[test]
fn the_hyphen_takes_a_cell() {
    assert_eq!(hyphenated("Abhängigkeit", 10, "de"), ["Abhängig-", "keit"]);
    assert_eq!(hyphenated("Abhängigkeit", 9, "de"), ["Abhängig-", "keit"]);
    assert_eq!(hyphenated("Abhängigkeit", 8, "de"), ["Abhän-", "gigkeit"]);
    assert_eq!(hyphenated("Schreck", 2, "de"), ["Sc", "hr", "ec", "k"]);
}

#[test]
fn a_compound_rather_breaks_at_its_own_hyphen() {
    assert_eq!(
        hyphenated("nun sämtliche nicht-chinesischen Chips", 26, "de"),
        ["nun sämtliche nicht-", "chinesischen Chips"]
    );
    assert_eq!(hyphenated("KI-Rechenzentren", 10, "de"), ["KI-Rechen-", "zentren"]);
}

#[test]
fn little_of_a_word_does_not_stand_alone_without_need() {
    let text = "eins. aaaaaaaaaaaaaaaaaa ist es";
    let first = |place: usize| {
        let lines = lines(text, 0..text.len(), 20, &[6 + place]);
        &text[lines[0].range.clone()]
    };
    assert_eq!(first(2), "eins.");
    assert_eq!(first(3), "eins. aaa");
}

#[test]
fn two_hyphens_do_not_follow_each_other_without_need() {
    for width in 24..=72 {
        for text in [PARAGRAPH, COMPANIES, RULES] {
            let lines = hyphenated(text, width, "de");
            let ladder = lines.windows(2).find(|two| two.iter().all(|line| line.ends_with('-')));
            assert_eq!(ladder, None, "at {width}");
        }
    }
}

#[test]
fn the_last_line_is_no_lost_word() {
    let text = "KI-Exodus: Warum Chinas Tech-Giganten ihre Modelle plötzlich im Ausland trainieren";
    assert_eq!(
        laid_out(text, 72),
        ["KI-Exodus: Warum Chinas Tech-Giganten ihre Modelle plötzlich im", "Ausland trainieren"]
    );
    assert_eq!(laid_out("eins zwei drei vier fünf sechs sieben acht so", 43).last(), Some(&"acht so"));
    assert_eq!(
        hyphenated("Die Vorgaben treffen auch die Unternehmen", 39, "de").last().unwrap(),
        "Unternehmen"
    );
}

#[test]
fn a_soft_hyphen_is_seen_only_where_a_line_ends() {
    let text = "die Rechen\u{AD}zentren";
    assert_eq!(hyphenated(text, 11, "und"), ["die Rechen\u{AD}-", "zentren"]);
    assert_eq!(hyphenated(text, 17, "und"), [text]);
    assert_eq!(width::cells(text), 17);
}

#[test]
fn words_in_letters_stand_beside_ideographs() {
    assert_eq!(laid_out("字节TikTok公司", 10), ["字节TikTok", "公司"]);
    assert_eq!(laid_out("从2025年起", 6), ["从2025", "年起"]);
    assert_eq!(laid_out("约30％的人", 6), ["约30％", "的人"]);
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
fn hindi_words_are_not_broken() {
    let text = "नगर परिषद मई में पुराना पुल बंद करेगी, महापौर ने कहा। यह खबर हिन्दी में है।";
    assert_eq!(laid_out(text, 38), ["नगर परिषद मई में पुराना पुल बंद करेगी,", "महापौर ने कहा। यह खबर हिन्दी में है।"]);
    assert_eq!(laid_out("यह खबर हिन्दी में है", 10), ["यह खबर", "हिन्दी में है"]);
    assert_eq!(laid_out("क्षेत्रीय प्रशासन", 12), ["क्षेत्रीय", "प्रशासन"]);
    assert_eq!(laid_out("हिन्दी", 2), ["हि", "न्दी"], "a word wider than the line breaks between graphemes");
}

#[test]
fn scripts_that_dictionaries_divide_break_where_a_blank_stands_if_the_words_fit() {
    assert_eq!(laid_out("ราคา น้ำมันแพง", 10), ["ราคา", "น้ำมันแพง"]);
    let burmese = "ရန်ကုန် မြို့တော်";
    let room = width::cells(burmese) as u16 - 1;
    assert_eq!(laid_out(burmese, room), ["ရန်ကုန်", "မြို့တော်"]);
    assert_eq!(laid_out("中ไทย", 4), ["中", "ไทย"]);
    assert_eq!(
        laid_out("น้ำมัน\u{200B}แพง", width::cells("น้ำมันแพง") as u16 - 1),
        ["น้ำมัน\u{200B}", "แพง"],
        "a zero width space allows it"
    );
}

#[test]
fn tibetan_breaks_after_the_mark_between_syllables() {
    assert_eq!(laid_out("བོད་སྐད་ཡིན།", 4), ["བོད་", "སྐད་", "ཡིན།"]);
    assert_eq!(laid_out("བོད་ཡིན།", 5), ["བོད་", "ཡིན།"]);
}

#[test]
fn ethiopic_breaks_after_its_wordspace() {
    assert_eq!(laid_out("ሰላም፡ለዓለም፡ሁሉ", 9), ["ሰላም፡ለዓለም፡", "ሁሉ"]);
    assert_eq!(laid_out("ሰላም ለዓለም", 7), ["ሰላም", "ለዓለም"]);
}

#[test]
fn kana_hangul_flags_and_emoji_break_between_signs() {
    assert_eq!(laid_out("ニュースです", 6), ["ニュー", "スです"], "no small kana begins a line");
    assert_eq!(laid_out("ﾊﾞﾝｸﾞﾗ", 4), ["ﾊﾞﾝ", "ｸﾞﾗ"]);
    assert_eq!(laid_out("한국어뉴스", 4), ["한국", "어뉴", "스"]);
    assert_eq!(laid_out("🇩🇪🇸🇬🇮🇳", 4), ["🇩🇪🇸🇬", "🇮🇳"]);
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
    assert!(chunks.iter().rev().skip(1).all(|chunk| (MAX_CHUNK - 20..=MAX_CHUNK).contains(&chunk.len())));
    assert!(chunks.windows(2).all(|two| &text[two[0].end..two[1].start] == " "));
    assert!(chunks.iter().all(|chunk| !text[chunk.clone()].starts_with('–')));
}

#[test]
fn a_solid_word_of_megabytes_is_cut_all_the_same() {
    let text = "Zentrum".repeat(750_000);
    let chunks = chunks(&text, 0..text.len());
    assert!(chunks.iter().all(|chunk| chunk.len() <= MAX_WHOLE_BLOCK));
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

/// Words of scripts that put blanks between them.
const SPACED: [&str; 24] = [
    "हिन्दी",
    "प्रतिक्रिया",
    "क्षेत्रीय",
    "महापौर",   // Devanagari
    "প্রতিক্রিয়া", // Bengali
    "ਪੰਜਾਬੀ",
    "ગુજરાતી",
    "ଓଡ଼ିଆ", // Gurmukhi, Gujarati, Odia
    "முதலமைச்சர்",
    "கொண்டு", // Tamil
    "తెలుగు",
    "ಕನ್ನಡಿಗರು",
    "മുഖ്യമന്ത്രി",
    "ക്\u{200D}ഷ", // Telugu, Kannada, Malayalam
    "ශ්\u{200D}රී",
    "ලංකාව", // Sinhala
    "አዲስ",
    "Հայերեն",
    "ქართული",
    "ᠮᠣᠩᠭᠣᠯ", // Ethiopic, Armenian, Georgian, Mongolian
    "می\u{200C}خواهم",
    "שָׁלוֹם",
    "ދިވެހި",
    "ᏣᎳᎩ", // Arabic, Hebrew, Thaana, Cherokee
];

proptest! {
    /// Whatever places are given, all that holds for plain lines holds for hyphenated ones.
    #[test]
    fn hyphens_stand_at_their_places_and_fit(
        text in text(), width in 0_u16..30, at in prop::collection::btree_set(0_usize..300, 0..40)
    ) {
        let at: Vec<usize> = at.into_iter().collect();
        let made = lines(&text, 0..text.len(), width, &at);
        hold_all_once(&text, &made.iter().map(|line| line.range.clone()).collect::<Vec<_>>())?;
        for line in &made {
            let words = &text[line.range.clone()];
            let cells = width::cells(words) + usize::from(line.hyphen);
            let only_one = graphemes(words).filter(|one| one.cells > 0).count() == 1 && !line.hyphen;
            prop_assert!(cells <= usize::from(width.max(1)) || only_one, "{words:?}");
            prop_assert!(!line.hyphen || at.contains(&line.range.end));
        }
        prop_assert!(made.last().is_none_or(|line| !line.hyphen), "the last line ends its word");
        prop_assert_eq!(lines(&text, 0..text.len(), width, &at), made);
    }

    /// A line ends inside a word only at a place, after the word's own hyphen, or where the word has no room anyway.
    #[test]
    fn a_word_that_fits_is_broken_nowhere_else(
        words in prop::collection::vec("[a-zäöü]{1,18}(-[a-z]{1,9})?|[A-Z]{7}|Rechenzentren|restrictions", 1..40),
        width in 1_u16..60,
    ) {
        let text = words.join(" ");
        let hyphens = hyphenate::break_points(&text, 0..text.len(), "de");
        for line in lines(&text, 0..text.len(), width, &hyphens) {
            let (before, after) = text.split_at(line.range.end);
            if after.is_empty() || after.starts_with(' ') {
                prop_assert!(!line.hyphen);
                continue;
            }
            let start = before.rfind(' ').map_or(0, |blank| blank + 1);
            let end = after.find(' ').map_or(text.len(), |blank| line.range.end + blank);
            let fits = width::cells(&text[start..end]) <= usize::from(width);
            prop_assert!(!line.hyphen || hyphens.contains(&line.range.end));
            prop_assert!(line.hyphen || before.ends_with('-') || !fits);
        }
    }

    /// Vowel signs, viramas, joiners and wide clusters are no places to break, nor are marks of punctuation.
    #[test]
    fn a_word_of_a_script_with_blanks_is_broken_only_without_room(
        words in prop::collection::vec((prop::sample::select(SPACED.to_vec()), "|।|,|!|/और|:|”"), 1..30),
        width in 1_u16..60,
    ) {
        let text = words.iter().map(|(word, after)| format!("{word}{after}")).collect::<Vec<_>>().join(" ");
        let wrapped = wrap(&text, width).into_iter().map(|line| line.range.end);
        for end in lines(&text, 0..text.len(), width, &[]).into_iter().map(|line| line.range.end).chain(wrapped) {
            let (before, after) = text.split_at(end);
            if !after.is_empty() && !after.starts_with(' ') {
                let start = before.rfind(' ').map_or(0, |blank| blank + 1);
                let word = text[start..].split(' ').next().unwrap();
                prop_assert!(width::cells(word) > usize::from(width), "{word} at {width}");
            }
        }
    }

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
        prop_assert!(chunks.iter().all(|chunk| !chunk.is_empty() && chunk.len() <= MAX_WHOLE_BLOCK));
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
