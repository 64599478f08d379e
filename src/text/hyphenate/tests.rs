//! Where words are broken, shown as they would be hyphenated.

use proptest::prelude::*;

use super::*;

/// The text with a `|` at each place.
fn broken(text: &str, language: &str) -> String {
    let mut shown = text.to_owned();
    for place in break_points(text, 0..text.len(), language).into_iter().rev() {
        shown.insert(place, '|');
    }
    shown
}

#[test]
fn german_words_break_by_german_rules() {
    assert_eq!(
        broken("leistungsstarke Rechenzentren außerhalb Chinas", "de"),
        "leis|tungs|starke Re|chen|zen|tren au|ßer|halb Chi|nas"
    );
    assert_eq!(broken("Ökosysteme", "de-AT"), "Öko|sys|teme");
}

#[test]
fn english_words_break_by_english_rules() {
    assert_eq!(broken("unpredictable restrictions", "en"), "un|pre|dictable re|stric|tions");
    assert_eq!(broken("unpredictable restrictions", "EN-gb"), "un|pre|dictable re|stric|tions");
    assert_eq!(broken("couldn’t shouldn't Washington’s", "en"), "couldn’t shouldn't Wash|ing|ton’s");
}

#[test]
fn other_languages_with_small_patterns_break_too() {
    assert_eq!(broken("l'intelligence artificielle", "fr"), "l'in|tel|li|gence ar|ti|fi|cielle");
    assert_eq!(broken("intelligenza artificiale", "it"), "in|tel|li|genza ar|ti|fi|ciale");
    assert_eq!(broken("restricciones comerciales", "es"), "res|tric|cio|nes co|mer|cia|les");
    assert_eq!(broken("inteligência artificial", "pt"), "in|te|li|gên|cia ar|ti|fi|cial");
}

#[test]
fn a_language_without_patterns_breaks_nothing() {
    for language in ["und", "", "zh", "x-de"] {
        assert_eq!(
            broken("Rechenzentren restrictions", language),
            "Rechenzentren restrictions",
            "{language}"
        );
    }
}

#[test]
fn short_words_acronyms_and_names_with_capitals_inside_stay_whole() {
    for text in ["China Daten neuer", "UNESCO NVIDIA ASEAN-Staat", "ByteDance TikTok OpenAI McKinsey"] {
        assert_eq!(broken(text, "de"), text);
    }
}

#[test]
fn a_compounds_own_hyphen_is_none_of_our_business() {
    assert_eq!(broken("KI-Exodus nicht-chinesischen", "de"), "KI-Ex|odus nicht-chi|ne|si|schen");
}

#[test]
fn digits_and_punctuation_bound_a_word() {
    assert_eq!(broken("(Rechenzentren), „Rechenzentren“ H20Rechenzentren", "de"), {
        let one = "Re|chen|zen|tren";
        format!("({one}), „{one}“ H20{one}")
    });
}

#[test]
fn addresses_stay_whole() {
    for text in [
        "https://example.org/rechenzentren/ausland",
        "(https://rechenzentren/ausland?x=unternehmen).",
        "www.rechenzentren.de/unternehmen",
        "redaktion@rechenzentren",
        "/home/rechenzentren",
        "rechenzentren.csv",
        "rechenzentren_ausland",
    ] {
        assert_eq!(broken(text, "de"), text);
    }
    assert_eq!(broken("Zentren/Rechenzentren. Ausland:", "de"), "Zen|tren/Re|chen|zen|tren. Aus|land:");
}

#[test]
fn soft_hyphens_count_in_any_language_and_alone() {
    assert_eq!(broken("Rechen\u{AD}zentren", "de"), "Rechen\u{AD}|zentren");
    assert_eq!(broken("Rechen\u{AD}zentren", "und"), "Rechen\u{AD}|zentren");
    assert_eq!(
        broken("R\u{AD}echenzentr\u{AD}en", "de"),
        "R\u{AD}echenzentr\u{AD}en",
        "two before, three after"
    );
    assert_eq!(broken("Da\u{AD}ten", "de"), "Da\u{AD}ten", "six letters at least");
}

#[test]
fn decomposed_letters_break_like_composed_ones() {
    let composed = "eingeschränkt außergewöhnlich Öffentlichkeit";
    let decomposed: String = composed.nfd().collect();
    let shown: String = broken(&decomposed, "de").nfc().collect();
    assert_eq!(shown, broken(composed, "de"));
    assert!(shown.contains("ein|ge|schränkt"), "{shown}");
}

#[test]
fn a_word_with_a_letter_that_no_pattern_knows_stays_whole() {
    assert!(!break_points("Rechenzentrum", 0..13, "de").is_empty());
    let text = "Rechenzentrumb\u{308}";
    assert!(break_points(text, 0..text.len(), "de").is_empty());
}

#[test]
fn a_part_of_a_text_has_its_places_in_the_whole() {
    let text = "Rechenzentren und Rechenzentren";
    assert_eq!(break_points(text, 18..text.len(), "de"), [20, 24, 27]);
}

proptest! {
    #[test]
    fn two_letters_stand_before_and_three_after(
        text in "([a-zäöüßA-Z]{1,14}|[\u{AD}\u{308}.@/ \\-–0-9中]){0,24}", language in "de|en|fr|und"
    ) {
        let found = break_points(&text, 0..text.len(), &language);
        prop_assert!(found.is_sorted_by(|a, b| a < b));
        for place in &found {
            let letters = |part: &mut dyn Iterator<Item = char>| {
                part.take_while(|one| is_of_word(*one)).filter(|one| is_letter(*one)).count()
            };
            let before = letters(&mut text[..*place].chars().rev());
            let after = letters(&mut text[*place..].chars());
            prop_assert!(before >= LEFT && after >= RIGHT && before + after >= WORD, "{place} in {text:?}");
        }
        prop_assert_eq!(break_points(&text, 0..text.len(), &language), found);
    }

    #[test]
    fn any_text_has_places_in_order(text in any::<String>(), language in "de|en|fr|xx") {
        let found = break_points(&text, 0..text.len(), &language);
        prop_assert!(found.iter().all(|place| text.is_char_boundary(*place)));
        prop_assert!(found.is_sorted_by(|a, b| a < b));
    }
}
