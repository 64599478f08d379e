use proptest::prelude::*;

use super::*;

/// All passages, searched in slices of so much work.
fn hits_of(text: &str, typed: &str, slice: usize) -> Vec<Range<usize>> {
    let Some(query) = Query::new(typed) else { return Vec::new() };
    let mut scan = PassageScan::of(0..text.len());
    let mut hits = Vec::new();
    loop {
        let mut work = slice;
        loop {
            match query.next(text, &mut scan, &mut work) {
                Step::Hit(hit) => hits.push(hit),
                Step::Paused => break,
                Step::Done => return hits,
            }
        }
    }
}

fn found<'a>(text: &'a str, typed: &str) -> Vec<&'a str> {
    hits_of(text, typed, usize::MAX).into_iter().map(|hit| &text[hit]).collect()
}

/// The words highlighted in the first passage.
fn words<'a>(text: &'a str, typed: &str) -> Vec<&'a str> {
    let query = Query::new(typed).expect("words");
    let hit = hits_of(text, typed, usize::MAX).into_iter().next().expect("a passage");
    query.words(text, hit).into_iter().map(|word| &text[word]).collect()
}

#[test]
fn a_word_is_found_from_its_beginning() {
    assert_eq!(found("The parent is renting; rent, different, Rental.", "rent"), ["rent", "rent", "Rent"]);
    assert_eq!(found("Rechenzentren", "zentren"), [""; 0]);
    assert_eq!(found("2013 Mar, 13 Mar, 113", "13"), ["13"]);
    assert_eq!(found("Über Übermut, darüber", "über"), ["Über", "Über"]);
    assert_eq!(found("u\u{308}ber daru\u{308}ber", "uber"), ["u\u{308}ber"]);
    assert_eq!(found("Straße", "se"), [""; 0]);
    assert_eq!(found("Rechen\u{ad}zentren", "zentren"), [""; 0], "a soft hyphen begins no word");
    assert_eq!(found("l’Europe „Chips“ (KI)", "europe"), ["Europe"]);
    assert_eq!(found("l’Europe „Chips“ (KI)", "ki"), ["KI"]);
}

#[test]
fn numbers_are_found_from_their_beginning_too() {
    assert_eq!(found("am 27.11.2025, 1,600 und 1.600 und 0,35", "2025"), ["2025"]);
    assert_eq!(found("am 27.11.2025, 1,600 und 1.600 und 0,35", "600"), [""; 0]);
    assert_eq!(found("am 27.11.2025, 1,600 und 1.600 und 0,35", "35"), [""; 0]);
    assert_eq!(found("am 27.11.2025, 1,600", "1,6"), ["1,6"]);
}

#[test]
fn where_no_blanks_stand_between_words_one_begins_anywhere() {
    assert_eq!(found("公司的数据中心在TikTok那里", "数据"), ["数据"]);
    assert_eq!(found("公司的数据中心在TikTok那里", "tiktok"), ["TikTok"]);
}

#[test]
fn a_hyphen_is_a_blank() {
    for typed in ["one-third rule", "one third rule", "One–Third Rule"] {
        assert_eq!(found("a one-third rule, a one third rule", typed), ["one-third rule", "one third rule"]);
    }
    assert_eq!(found("the one-third rule", "third rule"), ["third rule"]);
    assert_eq!(found("KI-Exodus und KI – Exodus", "ki-exodus"), ["KI-Exodus", "KI – Exodus"]);
}

#[test]
fn words_stand_in_any_order_within_a_sentence() {
    let text = "Die Regel verlangt ein Drittel. Der Rest ist frei. Ein Drittel genügt.";
    assert_eq!(found(text, "drittel regel"), ["Regel verlangt ein Drittel"]);
    assert_eq!(words(text, "drittel regel"), ["Regel", "Drittel"]);
    assert_eq!(found(text, "rest drittel"), [""; 0], "not across sentences");
    assert_eq!(found(text, "ein drittel"), ["ein Drittel", "Ein Drittel"], "in a row if they stand so");
    assert_eq!(words(text, "ein drittel"), ["ein Drittel"]);
    assert_eq!(found("ein Drittel, das ist ein ganzes Drittel", "ein drittel"), ["ein Drittel"]);
}

#[test]
fn what_is_quoted_stands_exactly_so() {
    let text = "Der Transparent-Rent trennt sich. Rent a car.";
    assert_eq!(found(text, "\"rent\""), ["rent", "Rent", "Rent"]);
    assert_eq!(found(text, "„rent a“"), ["Rent a"]);
    assert_eq!(found(text, "\"rent a"), ["Rent a"], "the second mark may be typed later");
    assert_eq!(found(text, "car \"ent\""), ["ent a car"]);
    assert_eq!(found(text, "\"t-r\""), ["t-R"]);
    assert_eq!(found(text, "\"t r\""), [""; 0]);
}

#[test]
fn signs_count_where_they_are_meant() {
    assert_eq!(found("Anker & Söhne", "anker & söhne"), ["Anker & Söhne"]);
    assert_eq!(found("Anker und Söhne", "anker & söhne"), [""; 0]);
    assert_eq!(found("um 40 % mehr", "40%"), ["40 %"]);
    assert_eq!(found("Das sagte Reuters: nichts.", "(Reuters:)"), ["Reuters"]);
    assert_eq!(found("eins – zwei", "-"), ["–"], "who types only signs means them");
    assert_eq!(found("Er sagte „ja“.", "\""), ["„", "“"]);
    assert!(Query::new("").is_none() && Query::new(" \u{ad} ").is_none());
}

/// What is pasted may run over the end of a sentence.
#[test]
fn what_is_copied_is_found_also_across_sentences() {
    let text = "Er ging fort. Sie kam, am 13. März 2026, zurück.";
    assert_eq!(found(text, "fort. Sie kam"), ["fort. Sie kam"]);
    assert_eq!(found(text, "am 13. März 2026, zurück"), ["am 13. März 2026, zurück"]);
    assert_eq!(found(text, "zurück Sie"), ["Sie kam, am 13. März 2026, zurück"]);
}

/// Each term, by what was typed of it, begins a word of a text, by the definition: tried at every letter.
fn has_word(text: &str, term: &str) -> bool {
    let text = text.to_lowercase();
    let starts = text.char_indices().map(|(place, _)| place);
    let mut begins = starts.filter(|place| !text[..*place].ends_with(char::is_alphanumeric));
    begins.any(|place| text[place..].replace('-', " ").starts_with(&term.replace('-', " ")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_passage_has_every_word_at_a_words_beginning(
        text in "([ab]{1,3}[ -]|[ab]{2,3}\\. |[AB][ab]{0,2} ){0,20}", typed in "[ab]{1,2}( [ab]{1,2}){0,2}"
    ) {
        let hits = hits_of(&text, &typed, usize::MAX);
        for hit in &hits {
            for term in typed.split(' ') {
                prop_assert!(has_word(&text[hit.clone()], term), "{term} in {:?}", &text[hit.clone()]);
            }
            // Where it begins and ends a word does, or what was typed of one.
            prop_assert!(!text[..hit.start].ends_with(char::is_alphanumeric));
            prop_assert!(!sentences::has_end(&text[hit.clone()]));
        }
        // And no sentence that has them all is missed.
        for sentence in sentences::sentences(&text) {
            let has_all = typed.split(' ').all(|term| has_word(&text[sentence.clone()], term));
            let is_hit = hits.iter().any(|hit| sentence.start <= hit.start && hit.end <= sentence.end);
            prop_assert!(!has_all || is_hit, "{:?}", &text[sentence]);
        }
        prop_assert!(hits.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }

    #[test]
    fn slices_make_no_difference(
        text in "([abä]{1,3}[ .-]){0,40}", typed in "[ab]{1,2}( [ab]{1,2}){0,2}", slice in 1_usize..99
    ) {
        prop_assert_eq!(hits_of(&text, &typed, slice), hits_of(&text, &typed, usize::MAX));
    }

    #[test]
    fn any_text_and_any_query_do_no_harm(text in "\\PC{0,60}|.{0,40}", typed in ".{1,9}|\\PC{1,9}", slice in 1_usize..99) {
        let hits = hits_of(&text, &typed, slice);
        prop_assert!(hits.windows(2).all(|pair| pair[0].end <= pair[1].start));
        if let Some(query) = Query::new(&typed) {
            for hit in hits {
                let words = query.words(&text, hit.clone());
                prop_assert!(!words.is_empty(), "{:?}", &text[hit]);
            }
        }
    }

    /// Words that are copied whole are found.
    #[test]
    fn whole_words_are_found_where_they_were_copied(
        text in "([a-zäöß]{1,5}[ ,]{1,2}){1,12}", from in 0_usize..12, count in 1_usize..5
    ) {
        let words: Vec<&str> = text.split_whitespace().collect();
        let copied = words.iter().skip(from % words.len()).take(count).copied().collect::<Vec<_>>().join(" ");
        if Query::new(&copied).is_some() {
            prop_assert!(!hits_of(&text, &copied, usize::MAX).is_empty(), "{copied:?}");
        }
    }
}
