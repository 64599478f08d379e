//! Quotations found, and not found, wherever a text may change.

use super::context::LONGEST_WORD;
use super::*;
use crate::dossier::automata::BATCH;
use crate::dossier::whole::is_between_words;
use proptest::prelude::*;

fn quote(prefix: &str, exact: &str, suffix: &str) -> Quote {
    Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
}

fn locate(text: &str, quote: &Quote) -> AnchorState {
    Index::whole(text).locate(quote)
}

fn exact<'a>(text: &'a str, quote: &Quote) -> &'a str {
    match locate(text, quote) {
        AnchorState::Exact(passage) => &text[passage],
        other => panic!("{other:?}"),
    }
}

#[test]
fn white_space_and_composition_do_not_matter() {
    let text = "Rechen\u{a0}\n zentren in Su\u{308}dostasien  stehen";
    assert_eq!(exact(text, &quote("", "zentren in Südostasien stehen", "")), &text[10..]);
    assert_eq!(exact(text, &quote("Rechen ", "zentren in", "")), &text[10..20]);
    assert_eq!(exact(text, &quote("", "Rechen zentren", "")), "Rechen\u{a0}\n zentren");
    assert_eq!(exact(text, &quote("", "Südost", "asien")), "Su\u{308}dost");
    assert_eq!(exact("ü", &quote("", "u\u{308}", "")), "ü");
    assert_eq!(locate("ü", &quote("", "u", "")), AnchorState::Lost);
}

#[test]
fn quotation_marks_and_dashes_do() {
    assert_eq!(locate("„Beide“ – ja", &quote("", "\"Beide\" – ja", "")), AnchorState::Lost);
    assert_eq!(locate("„Beide“ – ja", &quote("", "„Beide“ - ja", "")), AnchorState::Lost);
}

#[test]
fn what_is_only_replaced_stands_by_itself() {
    assert_eq!(locate("10\u{212b}", &quote("10", "Å", "")), AnchorState::Exact(2..5));
    assert_eq!(locate("書\u{f900}書", &quote("", "\u{f900}", "")), AnchorState::Exact(3..6));
    assert_eq!(locate("書\u{f900}書", &quote("書", "豈", "書")), AnchorState::Exact(3..6));
}

#[test]
fn a_character_is_not_found_without_its_marks() {
    // Nothing composes "x" and a dot below; "ạ" and a diaeresis are put in another order, and so is what is compared.
    assert_eq!(locate("x\u{323}", &quote("", "x", "")), AnchorState::Lost);
    assert_eq!(locate("a\u{308}\u{323}", &quote("", "ạ", "")), AnchorState::Lost);
    assert_eq!(locate("\u{f43}", &quote("", "\u{f42}", "")), AnchorState::Lost);
    assert_eq!(locate("x\u{323}", &quote("x", "\u{323}", "")), AnchorState::Lost);
    assert_eq!(locate("x\u{323} x", &quote("", "x", "")), AnchorState::Exact(4..5));
    assert_eq!(exact("nax\u{323}", &quote("na", "x\u{323}", "")), "x\u{323}");
}

#[test]
fn overlapping_occurrences_count() {
    assert_eq!(locate("na na nas", &quote("", "na na", "")), AnchorState::Exact(0..5));
    assert_eq!(locate("na na na", &quote("", "na na", "")), AnchorState::Ambiguous(vec![0..5, 3..8]));
}

#[test]
fn no_quotation_begins_or_ends_within_a_word_or_a_number() {
    for (text, words) in [
        ("It costs 161 million pounds.", "61 million pounds"),
        ("It costs 61 million pounds.", "1 million"),
        ("nichtchinesische Konzerne", "chinesische Konzerne"),
        ("chinesische Konzerneinkäufe", "chinesische Konzerne"),
        ("unreportedly", "reportedly"),
        ("by 13.1 percent", "3.1 percent"),
        ("by 1.35 percent", "by 1.3"),
        ("삼성전자", "삼성"),
    ] {
        assert_eq!(locate(text, &quote("", words, "")), AnchorState::Lost, "{words} in {text}");
        let index = Index::whole(text);
        assert_eq!(index.within_words(&[&quote("", words, ""), &quote("", "x", "")]), [true, false]);
    }
    // Only what is quoted, with its context, has to be whole; its own ends may stand inside.
    assert_eq!(
        exact("nichtchinesische Konzerne", &quote("nicht", "chinesische", " Konzerne")),
        "chinesische"
    );
    let lost = quote("icht", "chinesische", "");
    assert_eq!(locate("nichtchinesische Konzerne", &lost), AnchorState::Lost);
    // What ends with a sign may stand beside anything, and so may what is written without blanks.
    assert_eq!(exact("sagte:„Beide“ja", &quote("", "„Beide“", "")), "„Beide“");
    assert_eq!(exact("書生の顔", &quote("", "書生", "")), "書生");
    assert_eq!(exact("在TikTok上", &quote("", "TikTok", "")), "TikTok");
    assert_eq!(exact("China-Chips", &quote("", "China", "")), "China");
}

#[test]
fn a_hedge_is_whole_words() {
    assert!(holds("It will reportedly close.", "reportedly") && holds("laut Berichten", "laut Berichten"));
    assert!(
        !holds("It will unreportedly close.", "reportedly") && !holds("laut Berichtendem", "laut Berichten")
    );
    assert!(holds("unreportedly, reportedly", "reportedly"));
}

#[test]
fn what_is_proposed_does_not_begin_within_a_word() {
    let long = "x".repeat(2 * LONGEST_WORD);
    let text = format!("{long} Chips {long}; Chips.");
    let index = Index::whole(&text);
    let AnchorState::Ambiguous(places) = index.locate(&quote("", "Chips", "")) else { panic!() };
    let wanted: Vec<_> = places.into_iter().map(|place| (quote("", "Chips", ""), place)).collect();
    let wanted: Vec<_> = wanted.iter().map(|(quote, place)| (quote, place.clone())).collect();
    for (proposed, (_, place)) in index.quotes_of(&wanted).into_iter().zip(wanted) {
        assert_eq!(index.locate(&proposed.unwrap()), AnchorState::Exact(place));
    }
}

#[test]
fn context_must_stand_directly_beside() {
    let text = "Chips hier, Chips dort";
    assert_eq!(locate(text, &quote("", "Chips", " dort")), AnchorState::Exact(12..17));
    assert_eq!(locate(text, &quote("hier, ", "Chips", "")), AnchorState::Exact(12..17));
    assert_eq!(locate(text, &quote("hier,", "Chips", "")), AnchorState::Lost);
    assert_eq!(locate(text, &quote("", "Chips", "dort")), AnchorState::Lost);
    assert_eq!(locate(text, &quote("hier, ", "Chips", " hier")), AnchorState::Lost);
    assert_eq!(locate(text, &quote("hier, ", " Chips ", " dort")), AnchorState::Exact(12..17));
}

#[test]
fn the_ends_of_the_text_are_blanks() {
    assert_eq!(locate("Beide sollen", &quote(" ", "Beide", "")), AnchorState::Exact(0..5));
    assert_eq!(locate("Beide sollen", &quote("", "sollen\n", "")), AnchorState::Exact(6..12));
}

#[test]
fn nothing_is_never_found() {
    assert_eq!(locate("a b", &quote("", "", "")), AnchorState::Lost);
    assert_eq!(locate("a b", &quote("a", " ", "b")), AnchorState::Lost);
    assert_eq!(locate("", &quote("", "a", "")), AnchorState::Lost);
}

#[test]
fn what_is_not_shown_is_not_found() {
    let index = Index::new("Titel\nKommentare\nEnde", [0..5, 17..21]);
    assert_eq!(index.locate(&quote("", "Kommentare", "")), AnchorState::Lost);
    assert_eq!(index.locate(&quote("", "Ende", "")), AnchorState::Exact(17..21));
}

#[test]
fn the_fewest_words_settle() {
    let text = "Die Chips aus den USA. Nur Chips aus China. Chips";
    let index = Index::whole(text);
    let AnchorState::Ambiguous(places) = index.locate(&quote("", "Chips", "")) else { panic!() };
    assert_eq!(index.settling(&places), Some(Context::Suffix(" aus den".to_owned())));
    let text = "alte Chips. neue Chips.";
    let index = Index::whole(text);
    assert_eq!(index.settling(&[5..10, 17..22]), Some(Context::Suffix(". neue".to_owned())));
    let text = "ja ja, aber nein ja ja, aber";
    let index = Index::whole(text);
    assert!(index.settling(&[0..5, 17..22]).is_some());
}

#[test]
fn patterns_made_to_be_slow_are_not() {
    let text = "a".repeat(1 << 21);
    let quotes: Vec<Quote> = (1..400).map(|n| quote("", &"a".repeat(n), "")).collect();
    let index = Index::whole(&text);
    assert!(index.locate_all(&quotes).iter().all(|s| *s == AnchorState::Lost));
    assert!(index.within_words(&quotes.iter().collect::<Vec<_>>()).iter().all(|within| *within));
    let index = Index::whole(&text.replace('a', "…"));
    let quotes: Vec<Quote> = (1..400).map(|n| quote("", &"…".repeat(n), "")).collect();
    let states = index.locate_all(&quotes);
    assert!(states.iter().all(|s| matches!(s, AnchorState::Ambiguous(p) if p.len() == MAX_PLACES)));
}

#[test]
fn more_patterns_than_one_batch_are_all_found() {
    let quotes: Vec<Quote> = (0..3 * BATCH).map(|n| quote("", &format!("A{n}."), "")).collect();
    let text = quotes.iter().map(|quote| &*quote.exact).collect::<Vec<_>>().join(" ");
    let states = Index::whole(&text).locate_all(&quotes);
    for (quote, state) in quotes.iter().zip(states) {
        let AnchorState::Exact(place) = state else { panic!("{quote:?}: {state:?}") };
        assert_eq!(text[place], *quote.exact);
    }
}

#[test]
fn going_on_without_the_satisfied_loses_nothing() {
    let text = format!("{}b{}", "+".repeat(1 << 21), "+".repeat(10));
    let index = Index::whole(&text);
    let states = index.locate_all(&[quote("", "+", ""), quote("", "++b", ""), quote("", "b++++++++++", "")]);
    let b = 1 << 21;
    assert_eq!(states[1..], [AnchorState::Exact(b - 2..b + 1), AnchorState::Exact(b..b + 11)]);
}

/// What the index does, done the slow and obvious way.
fn slowly(folded: &str, exact: &str) -> usize {
    let exact = fold(exact);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let whole = |at: usize| {
        let (before, after) = (&folded[..at], &folded[at + exact.len()..]);
        let is_within = is_letter(before.chars().next_back()) || is_letter(after.chars().next());
        !is_within && !after.starts_with('\u{308}')
    };
    let found = folded.char_indices().filter(|(at, _)| folded[*at..].starts_with(&exact));
    found.filter(|(at, _)| whole(*at)).count()
}

proptest! {
    #[test]
    fn agrees_with_the_slow_way(text in "[ab\u{fc}u\u{308}\n \u{a0}]{0,40}", exact in "[abu\u{fc}]{1,3}( [ab]{1,2})?") {
        let index = Index::whole(&text);
        let state = index.locate(&quote("", &exact, ""));
        let found = match &state {
            AnchorState::Lost | AnchorState::Reworded(_) => 0,
            AnchorState::Exact(_) => 1,
            AnchorState::Ambiguous(places) => places.len(),
        };
        prop_assert_eq!(found, slowly(&format!(" {} ", fold(&text)), &exact));
        if let AnchorState::Exact(passage) = state {
            prop_assert!(fold(&text[passage]).contains(&fold(&exact)));
        }
    }

    #[test]
    fn any_stretch_of_a_text_is_found_where_it_stands(
        text in "\\PC{1,60}", from in any::<prop::sample::Index>(), len in 1usize..50
    ) {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let from = from.index(chars.len());
        let end = chars.get(from + len).map_or(text.len(), |(at, _)| *at);
        let stretch = &text[chars[from].0..end];
        // A stretch that begins with a mark or ends before one is not the same text once composed.
        prop_assume!(chars[from..].iter().take(len + 1).all(|(_, c)| is_stable(*c)));
        prop_assume!(![Some(&chars[from]), chars.get(from + len)].into_iter().flatten().any(|(_, c)| is_combining_mark(*c)));
        prop_assume!(!stretch.trim().is_empty());
        prop_assume!([chars[from].0, end].into_iter().all(|at| is_between_words(&text, at)));
        let index = Index::whole(&text);
        let places = match index.locate(&quote("", stretch, "")) {
            AnchorState::Exact(place) => vec![place],
            AnchorState::Ambiguous(places) => places,
            AnchorState::Lost | AnchorState::Reworded(_) => vec![],
        };
        prop_assert!(places.iter().any(|place| text[place.clone()] == *stretch.trim()) || places.len() == MAX_PLACES);
    }

    #[test]
    fn folding_twice_changes_nothing(text in any::<String>()) {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }
}
