//! Edits within and around a quotation: the passage that is located begins and ends where they do.

use super::super::{Relocation, locate};
use crate::dossier::Quote;
use crate::dossier::anchor::Index;
use proptest::prelude::*;

/// What is located in the place of a quotation that does not stand.
fn located<'a>(text: &'a str, prefix: &str, exact: &str, suffix: &str) -> Option<&'a str> {
    let quote = Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() };
    match locate(&Index::whole(text), &[&quote]).0.remove(0) {
        Relocation::Located(passage) => Some(&text[passage]),
        Relocation::Nowhere | Relocation::NotSearched(_) => None,
    }
}

#[test]
fn a_longer_beginning_is_taken_whole() {
    let old = "Over 220 members of the house now support the inquiry, among them one independent";
    let new = old.replace("Over 220", "At least 225");
    assert_eq!(located(&format!("It began. {new}. So."), "", old, ""), Some(&*new));
    assert_eq!(located(&format!("{new}. So."), "", old, ""), Some(&*new));
}

#[test]
fn what_leads_to_a_word_belongs_to_it() {
    let old = "Brancheninsider berichten von einem sprunghaften Ausbau der Hallen in der Region";
    for now in ["Insider der Branche", "Die Insider", "Kenner"] {
        let new = old.replace("Brancheninsider", now);
        assert_eq!(located(&format!("So war es. {new}."), "", old, ""), Some(&*new));
    }
    let new = old.replace("Brancheninsider", "Kenner");
    assert_eq!(located(&format!("Gestern nannten {new}."), "", old, ""), Some(&*new));
    assert_eq!(located(&format!("So heißt es, die {new}."), "", old, ""), Some(&*new));
}

#[test]
fn a_limit_belongs_to_its_number() {
    let old = "over 220 members of the house now support the inquiry, among them one independent";
    let new = old.replace("over 220", "at least 225");
    assert_eq!(located(&format!("The paper says {new}."), "", old, ""), Some(&*new));
    let old = "die Firma baut in der Stadt am Fluss seit Jahren Hallen für 220";
    let new = old.replace("220", "1,5 Millionen");
    assert_eq!(located(&format!("Er sagt, {new} Euro."), "", old, ""), Some(&*new));
}

#[test]
fn a_context_that_stands_is_where_the_words_begin_and_end() {
    let text = "Man hört, die neue Leitung will bald bauen, sagt der Rat.";
    let whole = Some("die neue Leitung will bald bauen");
    assert_eq!(located(text, "Man hört, ", "ein Chef will bald bauen", ", sagt der"), whole);
    let text = "Man hört, bald will bauen die neue Leitung, sagt der Rat.";
    let whole = Some("bald will bauen die neue Leitung");
    assert_eq!(located(text, "Man hört, ", "bald will bauen ein Chef", ", sagt der"), whole);
}

#[test]
fn no_punctuation_is_added_that_was_not_quoted() {
    let now = "Die Risikoberechnung dauert jetzt bei allen Geräten im Schnitt zehn Minuten.";
    let old = "Die Risikoberechnung dauerte jetzt bei allen Geräten im Schnitt zehn Minuten";
    let bare = now.trim_end_matches('.');
    assert_eq!(located(now, "", &format!("{old}**"), ""), Some(bare));
    assert_eq!(located(now, "", &format!("**{old}"), ""), Some(bare));
    assert_eq!(located(now, "", &format!("{old}."), ""), Some(now));
    let quoted = format!("Er sagt: „{bare}“, und geht.");
    assert_eq!(located(&quoted, "", old, ""), Some(bare));
    assert_eq!(located(&quoted, "", &format!("\"{old}\""), ""), Some(&*format!("„{bare}“")));
}

#[test]
fn parts_of_a_word_stay_together() {
    let old = "Die Gruppe baut am Fluss seit Jahren neue Hallen für Schiffe aus Talland";
    let new = old.replace("Talland", "Nicht-Talland");
    assert_eq!(located(&format!("{new}."), "", old, ""), Some(&*new));
}

/// A word of small letters that no other number makes.
fn word(number: usize) -> String {
    let letter = |digit: usize| char::from(b'a' + u8::try_from(digit % 26).unwrap_or(0));
    ['q', letter(number / 26), letter(number), 'e'].into_iter().collect()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
}

/// A sentence of these words, the first of them with a capital, with marks behind some.
fn sentence(words: &[String], marks: &[&str]) -> String {
    let each = words.iter().enumerate().map(|(place, word)| {
        let word = if place == 0 { capital(word) } else { word.clone() };
        let mark = if place + 1 == words.len() { "." } else { marks[place % marks.len()] };
        word + mark
    });
    each.collect::<Vec<_>>().join(" ")
}

proptest! {
    /// Some words of a sentence are replaced by others, within a quotation of some of it.
    #[test]
    fn what_is_located_is_what_was_edited(
        length in 12_usize..24,
        ends in (0_usize..6, 0_usize..6),
        gone in 1_usize..4,
        come in 1_usize..4,
        at in any::<prop::sample::Index>(),
        marks in proptest::collection::vec(prop::sample::select(&["", "", "", ",", ";", "”", ")"][..]), 7),
        extra in prop::sample::select(&["", "**", "”", ",", "\""][..]),
    ) {
        let (first, last) = (ends.0.min(length - 9), length - ends.1.min(length - ends.0.min(length - 9) - 9));
        let old: Vec<String> = (0..length).map(word).collect();
        let count = last - first;
        let start = first + at.index(count - gone + 1);
        let new_words: Vec<String> = (0..come).map(|number| word(400 + number)).collect();
        let mut new = old.clone();
        new.splice(start..start + gone, new_words);
        let last_now = last + come - gone;
        let (touches_start, touches_end) = (start == first, start + gone == last);
        // Within a sentence nothing says where longer or shorter words that replaced the first or last ones end.
        let is_known = come == gone || !(touches_start && first > 0 || touches_end && last < length);
        prop_assume!(is_known && !(touches_start && touches_end));
        // At the end of a sentence only its full stop says so.
        let ends_sentence = last == length;
        let part = |words: &[String], range: std::ops::Range<usize>| -> String {
            let all = sentence(words, &marks);
            let pieces: Vec<&str> = all.split(' ').collect();
            let joined = pieces[range].join(" ");
            let bare = joined.trim_end_matches(|c: char| !c.is_alphanumeric());
            if ends_sentence { joined.clone() } else { bare.to_owned() }
        };
        let quoted = part(&old, first..last) + if ends_sentence { "" } else { extra };
        let others = |from: usize| sentence(&(from..from + 6).map(word).collect::<Vec<_>>(), &[""]);
        let text = format!("{} {} {}", others(500), sentence(&new, &marks), others(520));
        let Some(found) = located(&text, "", &quoted, "") else { return Ok(()) };
        let expected = part(&new, first..last_now);
        let is_mark = |c: char| !c.is_alphanumeric();
        prop_assert_eq!(found.trim_end_matches(is_mark), expected.trim_end_matches(is_mark), "{} in {}", quoted, text);
        let marks_of = |words: &str| words.chars().rev().take_while(|c| is_mark(*c)).count();
        prop_assert!(marks_of(found) <= marks_of(&quoted), "{found} for {quoted}");
        prop_assert!(found.starts_with(char::is_alphanumeric));
    }
}
