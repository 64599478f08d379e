//! Quotations found, and not found, wherever a text may change.

use super::context::LONGEST_WORD;
use super::*;
use crate::dossier::automata::BATCH;
use crate::text::word_boundary::{is_between_words, is_within_number};
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
    assert_eq!(exact(text, &quote("in ", "Südostasien", "")), "Su\u{308}dostasien");
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
    assert_eq!(locate("10 \u{212b}", &quote("10 ", "Å", "")), AnchorState::Exact(3..6));
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
    assert_eq!(exact("na x\u{323}", &quote("na ", "x\u{323}", "")), "x\u{323}");
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
        ("It costs 1.61 million pounds.", "61 million pounds"),
        ("Es kostet 1,61 Millionen.", "1"),
        ("am 27.11.2025", "11.2025"),
        ("12’500 Franken", "500 Franken"),
        ("12'500 Franken", "12"),
        ("1’612’500 Franken", "612"),
        ("١٬٦١", "٦١"),
        ("١٫٦١", "١"),
        ("１．６１", "６１"),
        ("１，６１", "１"),
        ("ราคา๑๖๑", "๖๑"),
        ("삼성전자", "삼성"),
    ] {
        assert_eq!(locate(text, &quote("", words, "")), AnchorState::Lost, "{words} in {text}");
        let index = Index::whole(text);
        let [within, x] = index.within_words(&[&quote("", words, ""), &quote("", "x", "")])[..] else {
            panic!()
        };
        assert!(
            matches!(within, Some(Cut::Word | Cut::Number)) && x.is_none(),
            "{words} in {text}: {within:?}"
        );
    }
    assert_eq!(exact("61, 2.5. Then 3", &quote("", "61", ", 2.5.")), "61");
    assert_eq!(exact("’12’ ’500’ 12’x", &quote("", "500", "")), "500");
    // What ends with a sign may stand beside anything, and so may what is written without blanks.
    assert_eq!(exact("sagte:„Beide“ja", &quote("", "„Beide“", "")), "„Beide“");
    assert_eq!(exact("書生の顔", &quote("", "書生", "")), "書生");
    assert_eq!(exact("在TikTok上", &quote("", "TikTok", "")), "TikTok");
    assert_eq!(exact("China-Chips", &quote("", "China", "")), "China");
}

#[test]
fn a_virama_neither_begins_nor_ends_a_word() {
    let text = "खबर हिन्दी में दी";
    let alone = text.rfind("दी").unwrap();
    assert_eq!(locate(text, &quote("", "दी", "")), AnchorState::Exact(alone..text.len()));
    assert_eq!(locate("खबर हिन्दी में", &quote("", "दी में", "")), AnchorState::Lost);
    assert_eq!(exact(text, &quote("", "हिन्दी", "")), "हिन्दी");
    assert_eq!(locate("முதலமைச்சர்", &quote("", "சர்", "")), AnchorState::Lost);
}

#[test]
fn a_context_may_be_cut_within_a_word_and_the_words_themselves_may_not() {
    let text = "Die nichtchinesischen Konzerne";
    assert_eq!(exact(text, &quote("esischen ", "Konzerne", "")), "Konzerne");
    assert_eq!(exact(text, &quote("", "Die", " nichtchin")), "Die");
    assert_eq!(exact("Öl\u{ad}preis fiel", &quote("preis ", "fiel", "")), "fiel");
    for (prefix, words, suffix) in [
        ("nicht", "chinesischen", " Konzerne"),
        ("Die ", "nicht", "chinesischen"),
        ("icht", "chinesischen", ""),
    ] {
        let quote = quote(prefix, words, suffix);
        assert_eq!(locate(text, &quote), AnchorState::Lost, "{quote:?}");
        assert!(is_cut_by_context(&quote) && Index::whole(text).within_words(&[&quote])[0].is_some());
    }
    // Beside a digit the word is cut, not the number.
    assert_eq!(exact("the 4th runner", &quote("th ", "runner", "")), "runner");
    assert_eq!(exact("the 4th runner", &quote("", "the", " 4")), "the");
    assert_eq!(exact("the A380 lands", &quote("380 ", "lands", "")), "lands");
    assert_eq!(locate("the A380 lands", &quote("80 ", "lands", "")), AnchorState::Lost);
    assert_eq!(locate("the 44th runner", &quote("", "the", " 4")), AnchorState::Lost);
    assert_eq!(locate("the 4th runner", &quote("", "4", "th")), AnchorState::Lost);
}

#[test]
fn it_is_told_whether_the_words_or_their_context_are_cut() {
    for (text, (prefix, words, suffix), cut) in [
        ("Eine alte Chipsfabrik. Chips", ("alte ", "Chips", ""), Cut::Word),
        ("Eine alte Chipsfabrik. 61 Chips", ("alte ", "Chips", ""), Cut::Word),
        ("etwa 12’500, dann 12", ("etwa ", "12", ""), Cut::Number),
        ("nach 161 Chips, Chips", ("61 ", "Chips", ""), Cut::Context),
        ("die Chips 161, Chips", ("", "Chips", " 16"), Cut::Context),
        ("Chipsfabrik 61. Chips 161", ("", "Chips", " 16"), Cut::Context),
        ("1.5 Chips, 5 Dinge", ("", "5", " Chips"), Cut::Number),
    ] {
        let quote = quote(prefix, words, suffix);
        assert_eq!(locate(text, &quote), AnchorState::Lost, "{quote:?}");
        assert_eq!(Index::whole(text).within_words(&[&quote]), [Some(cut)], "{quote:?} in {text}");
    }
}

#[test]
fn a_context_is_never_cut_within_a_number() {
    for text in ["161 million", "1.61 million", "0,61 million", "1,161 million", "10.61 million"] {
        assert_eq!(locate(text, &quote("61 ", "million", "")), AnchorState::Lost, "{text}");
    }
    assert_eq!(locate("by 161.5 million", &quote(".5 ", "million", "")), AnchorState::Lost);
    assert_eq!(locate("by 161,5 million", &quote("1,5 ", "million", "")), AnchorState::Lost);
    for text in ["by 161", "by 16.1", "by 16,1 million"] {
        assert_eq!(locate(text, &quote("", "by", " 16")), AnchorState::Lost, "{text}");
        assert_eq!(locate(text, &quote("", "by", " 16.")), AnchorState::Lost, "{text}");
    }
    for text in ["in 1990, 61 million", "(61 million)", "x.61 million", "2: 61 million"] {
        assert_eq!(exact(text, &quote("61 ", "million", "")), "million", "{text}");
    }
    assert_eq!(exact("by 16.", &quote("", "by", " 16")), "by");
    assert_eq!(exact("by 16, 17", &quote("", "by", " 16,")), "by");
    assert_eq!(locate("1.5", &quote("", ".", "")), AnchorState::Lost);
}

#[test]
fn what_no_reader_sees_does_not_count() {
    let article = "Die Donau\u{ad}dampf\u{ad}schifffahrt endet.";
    assert_eq!(exact(article, &quote("", "Donaudampfschifffahrt endet", "")), &article[4..article.len() - 1]);
    for unseen in ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'] {
        let text = format!("Öl{unseen}preis{unseen} {unseen} fiel");
        let whole = exact(&text, &quote("", &format!("Ölpreis{unseen} fiel"), ""));
        assert_eq!(whole, text);
        assert_eq!(locate(&text, &quote("", "preis fiel", "")), AnchorState::Lost, "half a word is none");
        // An accent joins the letter before it all the same.
        let text = format!("Su{unseen}\u{308}d{unseen}");
        assert_eq!(exact(&text, &quote("", "Süd", "")), &text[..text.len() - unseen.len_utf8()]);
        assert_eq!(locate(&text, &quote("", &unseen.to_string(), "")), AnchorState::Lost);
        // A word is found without what stands beside it.
        assert_eq!(exact(&format!("a {unseen}b{unseen} c"), &quote("", "b", "")), "b");
    }
    // These change how what is beside them looks.
    for seen in ['\u{200c}', '\u{200d}', '\u{fe0f}', '\u{200e}', '\u{200f}'] {
        assert_eq!(locate(&format!("Öl{seen}preis"), &quote("", "Ölpreis", "")), AnchorState::Lost);
    }
}

#[test]
fn a_hedge_is_whole_words() {
    assert!(
        contains_words("It will reportedly close.", "reportedly")
            && contains_words("laut Berichten", "laut Berichten")
    );
    assert!(
        !contains_words("It will unreportedly close.", "reportedly")
            && !contains_words("laut Berichtendem", "laut Berichten")
    );
    assert!(contains_words("unreportedly, reportedly", "reportedly"));
}

#[test]
fn what_is_proposed_does_not_begin_within_a_word() {
    let long = "x".repeat(2 * LONGEST_WORD);
    let text = format!("{long} Chips {long}; Chips.");
    let index = Index::whole(&text);
    let AnchorState::Ambiguous(places) = index.locate(&quote("", "Chips", "")) else { panic!() };
    let wanted: Vec<_> = places.into_iter().map(|place| (quote("", "Chips", ""), place)).collect();
    let wanted: Vec<_> = wanted.iter().map(|(quote, place)| (quote, place.clone())).collect();
    for (proposed, (_, place)) in index.updated_quotes(&wanted).into_iter().zip(wanted) {
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
    assert_eq!(index.disambiguating_context(&places), Some(Context::Suffix(" aus den".to_owned())));
    let text = "alte Chips. neue Chips.";
    let index = Index::whole(text);
    assert_eq!(index.disambiguating_context(&[5..10, 17..22]), Some(Context::Suffix(". neue".to_owned())));
    let text = "ja ja, aber nein ja ja, aber";
    let index = Index::whole(text);
    assert!(index.disambiguating_context(&[0..5, 17..22]).is_some());
}

#[test]
fn patterns_made_to_be_slow_are_not() {
    let text = "a".repeat(1 << 21);
    let quotes: Vec<Quote> = (1..400).map(|n| quote("", &"a".repeat(n), "")).collect();
    let index = Index::whole(&text);
    assert!(index.locate_all(&quotes).iter().all(|s| *s == AnchorState::Lost));
    assert!(index.within_words(&quotes.iter().collect::<Vec<_>>()).iter().all(Option::is_some));
    let index = Index::whole(&text.replace('a', "…"));
    let quotes: Vec<Quote> = (1..400).map(|n| quote("", &"…".repeat(n), "")).collect();
    let states = index.locate_all(&quotes);
    assert!(states.iter().all(|s| matches!(s, AnchorState::Ambiguous(p) if p.len() == MAX_PLACES)));
}

/// Here the patterns would be looked for one by one, if they did not stand so often.
#[test]
fn patterns_made_to_be_slow_in_a_short_text_are_found_all_the_same() {
    for repeats in [400, 511, 512, 1023, 1024, 1025, 7500] {
        let index = Index::whole(&"a ".repeat(repeats));
        let quotes: Vec<Quote> = (1..50).map(|n| quote("", &"a ".repeat(repeats / 2 - n), "")).collect();
        let states = index.locate_all(&quotes);
        assert!(
            states.iter().all(|state| matches!(state, AnchorState::Ambiguous(p) if p.len() == MAX_PLACES))
        );
        let whole = quote("", "a ".repeat(repeats).trim_end(), "");
        assert_eq!(index.locate(&whole), AnchorState::Exact(0..2 * repeats - 1), "{repeats}");
    }
}

#[test]
fn contexts_that_may_be_cut_are_no_slower() {
    // None stands: the words themselves are whole, however their context is cut.
    let index = Index::whole(&"a".repeat(1 << 20));
    let quotes: Vec<Quote> = (1..400).map(|n| quote(&"a".repeat(n), "a", &"a".repeat(n))).collect();
    assert!(index.locate_all(&quotes).iter().all(|state| *state == AnchorState::Lost));
    // No number is cut, so that none of its parts is ever looked at.
    let index = Index::whole(&"1,".repeat(1 << 19));
    let quotes: Vec<Quote> = (1..400).map(|n| quote(&"1,".repeat(n), "1", ",1")).collect();
    assert!(index.locate_all(&quotes).iter().all(|state| *state == AnchorState::Lost));
    let index = Index::whole(&"a\u{ad}".repeat(1 << 18));
    assert_eq!(index.locate(&quote("", &"a".repeat(1 << 18), "")), AnchorState::Exact(0..3 * (1 << 18) - 2));
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
        // A mark belongs to the letter before it.
        let letter_before = before.chars().rev().find(|c| *c != '\u{308}');
        let is_within = is_letter(letter_before) || is_letter(after.chars().next());
        !is_within && !after.starts_with('\u{308}')
    };
    let found = folded.char_indices().filter(|(at, _)| folded[*at..].starts_with(&exact));
    found.filter(|(at, _)| whole(*at)).count()
}

#[test]
fn a_hyphen_that_is_no_minus_is_quoted_with_what_stands_before_it() {
    let text = "Die Zeilen !-0 und A-5 und -7 stehen da.";
    let index = Index::whole(text);
    for (words, is_minus) in [("-0", false), ("-5", false), ("-7", true)] {
        let place = text.find(words).map(|start| start..start + words.len()).unwrap();
        assert_eq!(
            index.locate(&quote("", words, "")) == AnchorState::Exact(place.clone()),
            is_minus,
            "{words}"
        );
        let shortest = index.shortest_quote(text, &place).unwrap();
        assert_eq!(shortest.prefix.is_empty(), is_minus, "{words}: {shortest:?}");
        assert_eq!(index.locate(&shortest), AnchorState::Exact(place), "{words}: {shortest:?}");
    }
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
        // Its first word is a stretch that can always be chosen.
        text in "\\PC{1,60}".prop_map(|text| format!("x {text}")),
        start in any::<prop::sample::Index>(),
        end in any::<prop::sample::Index>(),
    ) {
        // A stretch that begins with a mark or ends before one is not the same text once composed.
        let is_edge = |at: usize| is_between_words(&text, at) && !text[at..].starts_with(is_combining_mark);
        let places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let edges: Vec<usize> = places.filter(|at| is_edge(*at)).collect();
        // A hyphen before a digit is a minus where nothing stands before it, and after most signs it is none.
        let reads_alike = |start: usize| {
            let after = start + text[start..].chars().next().map_or(0, char::len_utf8);
            is_within_number(&text, after) == is_within_number(&text[start..], after - start)
        };
        let is_fit = |start: usize, end: usize| {
            let with_next = text[end..].chars().next().map_or(end, |next| end + next.len_utf8());
            text[start..with_next].chars().all(is_stable) && !text[start..end].trim().is_empty()
        };
        let ends_of = |start: usize| edges.iter().copied().filter(move |end| *end > start).filter(move |end| is_fit(start, *end));
        let starts = edges.iter().copied().filter(|start| reads_alike(*start) && ends_of(*start).next().is_some());
        let start = *start.get(&starts.collect::<Vec<_>>());
        let stretch = &text[start..*end.get(&ends_of(start).collect::<Vec<_>>())];
        let index = Index::whole(&text);
        let places = match index.locate(&quote("", stretch, "")) {
            AnchorState::Exact(place) => vec![place],
            AnchorState::Ambiguous(places) => places,
            AnchorState::Lost | AnchorState::Reworded(_) => vec![],
        };
        prop_assert!(places.iter().any(|place| text[place.clone()] == *stretch.trim()) || places.len() == MAX_PLACES);
    }

    #[test]
    fn invisible_characters_change_no_place(
        pieces in proptest::collection::vec(("[abü\u{308}1.,书\n \u{a0}-]{0,2}", "[\u{ad}\u{200b}\u{2060}\u{feff}]{0,2}"), 0..16),
        prefix in "[ab1., -]{0,3}",
        exact in "[abü1.,书-]{1,3}( [ab1]{1,2})?",
        suffix in "[ab1., \u{ad}-]{0,3}",
    ) {
        let plain: String = pieces.iter().map(|(seen, _)| seen.as_str()).collect();
        let strewn: String = pieces.iter().flat_map(|(seen, unseen)| [seen.as_str(), unseen.as_str()]).collect();
        let index = Index::whole(&strewn);
        let bare = Index::whole(&plain);
        prop_assert_eq!(index.text(), bare.text());
        let quote = quote(&prefix, &exact, &suffix);
        let places = |state: AnchorState| match state {
            AnchorState::Exact(place) => vec![place],
            AnchorState::Ambiguous(places) => places,
            AnchorState::Lost | AnchorState::Reworded(_) => vec![],
        };
        let (found, expected) = (places(index.locate(&quote)), places(bare.locate(&quote)));
        // What is proposed for a place stands there.
        let wanted: Vec<_> = found.iter().map(|place| (&quote, place.clone())).collect();
        for (proposed, place) in index.updated_quotes(&wanted).into_iter().zip(&found) {
            if let Some(proposed) = proposed {
                prop_assert_eq!(index.locate(&proposed), AnchorState::Exact(place.clone()));
            }
        }
        prop_assert_eq!(found.len(), expected.len());
        for (place, expected) in found.into_iter().zip(expected) {
            // The same words, with what is invisible within them and nothing of it at their ends.
            let words = &strewn[place.clone()];
            prop_assert_eq!(without_invisible(words), &plain[expected.clone()]);
            prop_assert!(!words.starts_with(is_invisible) && !words.ends_with(is_invisible), "{words:?}");
            let before = without_invisible(&strewn[..place.start]).len();
            prop_assert_eq!(before, expected.start);
        }
    }

    #[test]
    fn folding_twice_changes_nothing(text in any::<String>()) {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }
}
