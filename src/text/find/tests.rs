use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

/// All hits, searched in slices of so much work.
fn hits(text: &str, query: &str, slice: usize) -> Vec<Range<usize>> {
    let Some(finder) = Finder::new(query) else { return Vec::new() };
    let mut scan = Scan::of(0..text.len());
    let mut hits = Vec::new();
    loop {
        let mut work = slice;
        loop {
            match finder.next(text, &mut scan, &mut work) {
                Step::Hit(hit) => hits.push(hit),
                Step::Paused => break,
                Step::Done => return hits,
            }
        }
    }
}

fn found<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
    hits(text, query, usize::MAX).into_iter().map(|hit| &text[hit]).collect()
}

#[test]
fn capitals_are_small_letters() {
    assert_eq!(found("NVIDIA, Nvidia und nvidia", "nViDiA"), ["NVIDIA", "Nvidia", "nvidia"]);
    assert_eq!(found("ΣΊΣΥΦΟΣ σίσυφος", "Σισυφος"), ["ΣΊΣΥΦΟΣ", "σίσυφος"]);
    assert_eq!(found("ЖУРНАЛ журнал", "Журнал"), ["ЖУРНАЛ", "журнал"]);
}

#[test]
fn an_umlaut_is_found_by_itself_by_its_spelling_and_by_its_letter() {
    for query in ["schön", "scho\u{308}n", "schoen", "schon", "SCHÖN"] {
        assert_eq!(found("schön scho\u{308}n SCHÖN", query), ["schön", "scho\u{308}n", "SCHÖN"], "{query}");
    }
    assert_eq!(found("schon schön schoen", "schön"), ["schön", "schoen"]);
    assert_eq!(found("schon schön schoen", "schoen"), ["schön", "schoen"]);
    assert_eq!(found("schon schön schoen", "schon"), ["schon", "schön"]);
    assert_eq!(found("Israel und Michael", "ae"), ["ae", "ae"]);
    assert_eq!(found("Israel und Michael", "ä"), ["ae", "ae"]);
    assert_eq!(found("Ähre, Ère, Zoë, naïve", "ahre"), ["Ähre"]);
    assert_eq!(found("Zoë ist naïve", "zoee"), [""; 0], "dots that are no umlaut are an accent");
    assert_eq!(found("Zoë ist naïve", "naive"), ["naïve"]);
    assert_eq!(found("Møller, Moeller, Moller", "moller"), ["Møller", "Moller"]);
    assert_eq!(found("Møller, Moeller, Moller", "møller"), ["Møller", "Moeller"]);
}

#[test]
fn a_letter_that_is_read_as_two_is_found_by_either() {
    assert_eq!(found("Straße, STRASSE, STRAẞE", "strasse"), ["Straße", "STRASSE", "STRAẞE"]);
    assert_eq!(found("Straße, STRASSE, STRAẞE", "straße"), ["Straße", "STRASSE", "STRAẞE"]);
    // While one is still typing.
    assert_eq!(found("Straße", "stras"), ["Straß"]);
    assert_eq!(found("Straße", "se"), ["ße"]);
    assert_eq!(found("ﬁnden", "find"), ["ﬁnd"]);
    assert_eq!(found("Ｎｖｉｄｉａ", "nvidia"), ["Ｎｖｉｄｉａ"]);
}

#[test]
fn accents_may_be_left_out_or_not() {
    for query in ["cafe", "café", "cafe\u{301}"] {
        assert_eq!(found("Café Cafe\u{301} Cafe", query), ["Café", "Cafe\u{301}", "Cafe"], "{query}");
    }
    assert_eq!(found("Đà Nẵng, İstanbul, Łódź", "da nang"), ["Đà Nẵng"]);
    assert_eq!(found("Đà Nẵng, İstanbul, Łódź", "istanbul"), ["İstanbul"]);
    assert_eq!(found("Đà Nẵng, İstanbul, Łódź", "lodz"), ["Łódź"]);
}

#[test]
fn marks_that_are_letters_are_not_left_out() {
    assert_eq!(found("ガ カ", "ガ"), ["ガ"]);
    assert_eq!(found("हिन्दी", "हिन्दी"), ["हिन्दी"]);
    assert_eq!(found("हान", "हिन"), [""; 0]);
    assert_eq!(found("한국 하", "한"), ["한"]);
}

#[test]
fn typographic_signs_are_found_by_plain_ones() {
    let text = "„KI-Exodus“, »so« – sagt’s der ‚Blick‘ — 2024–2025, Texas‐Instruments";
    assert_eq!(found(text, "\"ki-exodus\","), ["„KI-Exodus“,"]);
    assert_eq!(found(text, "\"so\" - sagt's"), ["»so« – sagt’s"]);
    assert_eq!(found(text, "'blick' -"), ["‚Blick‘ —"]);
    assert_eq!(found(text, "2024-2025"), ["2024–2025"]);
    assert_eq!(found(text, "texas-"), ["Texas‐"]);
    assert_eq!(found("und so weiter …", "..."), ["…"]);
}

#[test]
fn white_space_is_one_blank_and_what_is_unseen_is_nothing() {
    let text = "im \u{a0}\t Ausland, im\u{202f}Aus\u{ad}land";
    assert_eq!(found(text, "  im   ausland "), ["im \u{a0}\t Ausland", "im\u{202f}Aus\u{ad}land"]);
    assert_eq!(found("im Ausland", "imausland"), [""; 0]);
}

#[test]
fn nothing_is_not_looked_for() {
    for query in ["", "  ", "\u{a0}", "\u{ad}", "\u{301}"] {
        assert_eq!(Finder::new(query), None, "{query:?}");
    }
    assert_eq!(found("", "a"), [""; 0]);
}

#[test]
fn a_hit_is_whole_graphemes_and_stays_in_its_stretch() {
    assert_eq!(found("xe\u{301}\u{323}x", "e"), ["e\u{301}\u{323}"]);
    assert_eq!(found("👩\u{200d}🔬 da", "🔬"), ["👩\u{200d}🔬"]);
    assert_eq!(found("🇩🇪🇨🇳", "🇨"), ["🇨🇳"]);
    let text = "ab\nab \u{301}ab";
    let finder = Finder::new("b a").expect("letters");
    let mut work = usize::MAX;
    assert_eq!(finder.next(text, &mut Scan::of(0..2), &mut work), Step::Done);
    assert_eq!(finder.next(text, &mut Scan::of(0..text.len()), &mut work), Step::Hit(1..4));
    assert_eq!(finder.first(text), Some(1..4));
}

#[test]
fn hits_share_no_words() {
    assert_eq!(hits("aaaaa", "aa", usize::MAX), [0..2, 2..4]);
    assert_eq!(hits("ßß", "s", usize::MAX), [0..2, 2..4]);
}

#[test]
fn a_query_may_be_longer_than_anybody_types() {
    let text = "ab".repeat(1000);
    assert_eq!(hits(&text, &text, usize::MAX).first(), Some(&(0..MAX_QUERY_CHARS)));
}

/// However a text and a query are made, a slice does not do much more than it may.
#[test]
fn a_slice_does_no_more_than_it_may() {
    let text = "aäaäa ".repeat(20_000);
    let finder = Finder::new(&"aeaaeaa ".repeat(30)).expect("letters");
    let mut scan = Scan::of(0..text.len());
    let mut last = 0;
    loop {
        let step = finder.next(&text, &mut scan, &mut 1000);
        assert!(scan.at - last <= 1000);
        last = scan.at;
        match step {
            Step::Hit(hit) => panic!("{hit:?}"),
            Step::Paused => {}
            Step::Done => break,
        }
    }
}

/// Every way to read a text, by its definition: normalized, small, without accents, each umlaut with and without `e`.
fn readings(text: &str) -> Vec<String> {
    let mut readings = vec![String::new()];
    let mut base = None;
    let small: String = text.replace('ø', "o\u{308}").nfkd().collect::<String>().to_lowercase();
    for c in small.nfkd() {
        let letters = match c {
            '\u{308}' if matches!(base, Some('a' | 'o' | 'u')) => {
                let spelled: Vec<String> = readings.iter().map(|reading| format!("{reading}e")).collect();
                readings.extend(spelled);
                base = None;
                continue;
            }
            '\u{300}'..='\u{36f}' => continue,
            '\u{ad}' => {
                base = None;
                continue;
            }
            'ß' => "ss".to_owned(),
            'ı' => "i".to_owned(),
            '„' | '“' => "\"".to_owned(),
            '–' => "-".to_owned(),
            c if c.is_whitespace() => " ".to_owned(),
            c => c.to_string(),
        };
        base = letters.chars().last();
        for reading in &mut readings {
            if !(letters == " " && reading.ends_with(' ')) {
                reading.push_str(&letters);
            }
        }
    }
    readings
}

/// The same search done by trying everything.
fn naive(text: &str, query: &str) -> Vec<Range<usize>> {
    let needle = readings(query).pop().unwrap_or_default().trim().to_owned();
    if needle.is_empty() {
        return Vec::new();
    }
    let holds = |range: Range<usize>| readings(&text[range]).iter().any(|read| read.contains(&needle));
    let begins = |start: usize, next: usize, end: usize| {
        let after = readings(&text[next..end]);
        readings(&text[start..next]).iter().any(|first| {
            after.iter().any(|rest| {
                let read = format!("{first}{rest}");
                (0..first.len()).any(|at| read.is_char_boundary(at) && read[at..].starts_with(&needle))
            })
        })
    };
    let edges: Vec<usize> =
        text.grapheme_indices(true).map(|(at, _)| at).chain(std::iter::once(text.len())).collect();
    let mut hits = Vec::new();
    let mut from = 0;
    for end in edges.iter().copied() {
        if end > from && holds(from..end) {
            let mut starts = edges.windows(2).filter(|pair| (from..end).contains(&pair[0]));
            let start = starts.find(|pair| begins(pair[0], pair[1], end)).expect("it begins somewhere")[0];
            hits.push(start..end);
            from = end;
        }
    }
    hits
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn finds_what_trying_everything_finds(
        text in "[aAäeoösSß \u{308}\u{301}„\"–\\-ﬁ\u{ad}\u{a0}書øüuı]{0,24}",
        query in "[aäeoösß \u{308}\"\\-fi書øu]{1,5}",
    ) {
        prop_assert_eq!(hits(&text, &query, usize::MAX), naive(&text, &query));
    }

    #[test]
    fn slices_make_no_difference(text in "[aäeoß \u{308}書x]{0,60}", query in "[aäeß x]{1,4}", slice in 1_usize..9) {
        prop_assert_eq!(hits(&text, &query, slice), hits(&text, &query, usize::MAX));
    }

    #[test]
    fn any_text_and_any_query_do_no_harm(text in "\\PC{0,60}|.{0,40}", query in ".{1,4}", slice in 1_usize..99) {
        let hits = hits(&text, &query, slice);
        let edges: Vec<usize> =
            text.grapheme_indices(true).map(|(at, _)| at).chain(std::iter::once(text.len())).collect();
        for hit in &hits {
            prop_assert!(edges.contains(&hit.start) && edges.contains(&hit.end) && hit.start < hit.end);
        }
        prop_assert!(hits.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }

    /// A text is found in itself.
    #[test]
    fn what_is_copied_from_the_text_is_found(text in "\\PC{1,40}", from in 0_usize..40, length in 1_usize..20) {
        let graphemes: Vec<&str> = text.graphemes(true).collect();
        let copied: String = graphemes.iter().skip(from % graphemes.len()).take(length).copied().collect();
        if Finder::new(&copied).is_some() {
            prop_assert!(!hits(&text, &copied, usize::MAX).is_empty(), "{:?} in {:?}", copied, text);
        }
    }
}
