//! Edits of an invented article, and what becomes of quotations of it: each is decided here, with the reason.

use super::super::{AnchorState, Index};
use super::*;
use proptest::prelude::*;

const ARTICLE: &str = include_str!("../../../../tests/it/fixture/article.txt");

/// What becomes of a quotation.
#[derive(PartialEq, Eq, Debug)]
enum Is<'a> {
    Exact(&'a str),
    Reworded(&'a str),
    Ambiguous,
    Lost,
}

fn index(text: &str) -> Index {
    let mut end = 0;
    let parts = text.split_inclusive('\n').map(|line| {
        let start = end;
        end += line.len();
        start..start + line.trim_end().len()
    });
    Index::new(text, parts.filter(|part| !part.is_empty()))
}

fn quote(prefix: &str, exact: &str, suffix: &str) -> Quote {
    Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
}

fn state<'a>(text: &'a str, quote: &Quote) -> Is<'a> {
    let index = index(text);
    match index.locate(quote) {
        AnchorState::Exact(passage) => Is::Exact(&text[passage]),
        AnchorState::Ambiguous(_) => Is::Ambiguous,
        AnchorState::Reworded(_) => unreachable!("the first pass finds only what stands"),
        AnchorState::Lost => match locate(&index, &[quote]).0.remove(0) {
            Relocation::Located(passage) => Is::Reworded(&text[passage]),
            Relocation::Nowhere => Is::Lost,
            Relocation::NotSearched(reason) => panic!("{reason:?}"),
        },
    }
}

/// The article after an edit, which must be one.
fn edited(from: &str, to: &str) -> String {
    assert_eq!(ARTICLE.matches(from).count(), 1, "{from:?}");
    ARTICLE.replace(from, to)
}

/// What becomes of a quotation of the article that stood once before.
#[track_caller]
fn after(text: &str, exact: &str, expected: &Is<'_>) {
    assert_eq!(state(ARTICLE, &quote("", exact, "")), Is::Exact(exact), "before the edit");
    assert_eq!(state(text, &quote("", exact, "")), *expected);
}

const RENTING: &str = "Beide sollen inzwischen in großem Umfang Bauplätze in Werften außerhalb Tallands gemietet haben – \
                       vor allem in Seefurt, in Marschland und in anderen südufernahen Gemeinden.";
const QUARTER: &str = "Ist weniger als ein Viertel des Rumpfes fertig, müssen die Bauherren laut Berichten sämtliche \
                       fremden Module wieder ausbauen.";
const AVAILABLE: &str = "Einzelne Typen wie der M20 sind inzwischen wieder zu haben, doch auf Bergstadts Zusagen will \
                         sich niemand verlassen.";
const NAMES: &str = "Den Anfang machten in diesem Frühjahr die Ostlinie und die Pendelo-Mutter Wellgard.";

// ---- What the issue names -------------------------------------------------------------------------------------------

#[test]
fn a_deleted_name_is_lost_and_not_a_part_of_another_word() {
    after(&edited(", in Marschland", ""), "Marschland", &Is::Lost);
    // Its context stands, but none of its own words does.
    let text = edited("Seefurt, in Marschland und", "Seefurt und");
    assert_eq!(state(&text, &quote("vor allem in Seefurt, in ", "Marschland", " und in anderen")), Is::Lost);
}

#[test]
fn two_words_of_which_one_changed_are_lost_and_not_elsewhere() {
    let text = edited("heimische Module", "hiesige Module");
    after(&text, "heimische Module", &Is::Lost);
    // With a context that still stands they are located.
    let with_context = quote("vor, dass künftige Werften nur ", "heimische Module", "");
    assert_eq!(state(&text, &with_context), Is::Reworded("hiesige Module"));
}

#[test]
fn a_list_with_changed_members_is_reworded_at_its_place() {
    let text = edited(
        "in Seefurt, in Marschland und in anderen südufernahen Gemeinden",
        "in Seefurt, in Luhort (Marschland) und in weiteren Gemeinden der Küste",
    );
    after(
        &text,
        "in Seefurt, in Marschland und in anderen südufernahen Gemeinden",
        &Is::Reworded("in Seefurt, in Luhort (Marschland) und in weiteren Gemeinden"),
    );
    // A whole sentence is followed to its end.
    after(
        &text,
        RENTING,
        &Is::Reworded(
            "Beide sollen inzwischen in großem Umfang Bauplätze in Werften außerhalb Tallands gemietet haben – vor allem \
             in Seefurt, in Luhort (Marschland) und in weiteren Gemeinden der Küste.",
        ),
    );
}

#[test]
fn a_flipped_meaning_is_reworded_never_exact() {
    after(
        &edited("wieder zu haben", "nicht mehr zu haben"),
        AVAILABLE,
        &Is::Reworded(
            "Einzelne Typen wie der M20 sind inzwischen nicht mehr zu haben, doch auf Bergstadts Zusagen will sich \
             niemand verlassen.",
        ),
    );
    let more = QUARTER.replace("weniger als ein Viertel", "mehr als drei Viertel");
    after(&edited("weniger als ein Viertel", "mehr als drei Viertel"), QUARTER, &Is::Reworded(&more));
    let other = NAMES.replace("Ostlinie und", "Westlinie und");
    after(&edited("Ostlinie und", "Westlinie und"), NAMES, &Is::Reworded(&other));
}

// ---- More edits, each decided ---------------------------------------------------------------------------------------

/// The words are what is quoted, not their place.
#[test]
fn a_moved_sentence_still_stands() {
    let gone = edited(&format!(" {RENTING}"), "");
    let text = gone.replace("ausbauen.\n", &format!("ausbauen. {RENTING}\n"));
    after(&text, RENTING, &Is::Exact(RENTING));
}

/// The block's words are all there, in order: the author sees both sentences.
#[test]
fn a_sentence_split_in_two_is_reworded_as_both() {
    let old =
        "Reedereien aus Talland lassen dort Fähren bauen, weil sie nur dort noch Quarzon-Antriebe bekommen.";
    let new = "Reedereien aus Talland lassen dort Fähren bauen. Sie können nur dort noch Quarzon-Antriebe bekommen.";
    after(&edited(old, new), old, &Is::Reworded(new));
}

/// The original stands, so nothing is looked for.
#[test]
fn beside_a_changed_copy_the_original_stands() {
    let copy = QUARTER.replace("ein Viertel", "die Hälfte");
    after(&edited(QUARTER, &format!("{QUARTER} {copy}")), QUARTER, &Is::Exact(QUARTER));
}

/// Each is as like as the other: choosing one would be a guess.
#[test]
fn of_two_changed_copies_neither_is_it() {
    let (one, other) =
        (QUARTER.replace("ein Viertel", "die Hälfte"), QUARTER.replace("ein Viertel", "ein Drittel"));
    after(&edited(QUARTER, &format!("{one} {other}")), QUARTER, &Is::Lost);
    // Also far apart.
    let text = edited(QUARTER, &one).replace("\nDas eigentliche", &format!("\n{other}\nDas eigentliche"));
    after(&text, QUARTER, &Is::Lost);
}

/// Typographers' work; quotation marks and dashes count, so the author is asked.
#[test]
fn a_changed_dash_is_reworded() {
    let text = edited("gemietet haben – vor", "gemietet haben - vor");
    after(&text, RENTING, &Is::Reworded(&RENTING.replace('–', "-")));
    let old = "Neue Richtlinien sehen vor, dass künftige Werften nur heimische Module";
    let new = "„Neue Richtlinien“ sehen vor, dass künftige Werften nur heimische Module";
    after(&edited(old, new), old, &Is::Reworded(&new["„".len()..]));
}

/// A number is the claim.
#[test]
fn a_changed_number_is_reworded() {
    let text = edited("ein Viertel des", "20 Prozent des");
    after(&text, QUARTER, &Is::Reworded(&QUARTER.replace("ein Viertel des", "20 Prozent des")));
}

/// One short word turns it round: it is no evidence, although nothing else has changed.
#[test]
fn an_added_negation_is_reworded() {
    let old = "können die eigenen Module bisher nicht mit Quarzon mithalten";
    let new = "können die eigenen Module mit Quarzon mithalten";
    after(&edited(old, new), old, &Is::Reworded(new));
    let (old, new) = ("wieder zu haben", "nicht wieder zu haben");
    after(&edited(old, new), AVAILABLE, &Is::Reworded(&AVAILABLE.replace(old, new)));
}

/// From the text alone this cannot be told from a rewording. So it is located and shown with its difference, and it proves
/// nothing until somebody has read both.
#[test]
fn of_two_like_sentences_the_other_may_be_located() {
    let other = NAMES.replace("Ostlinie", "Westlinie").replace("Wellgard", "Tiefgang");
    let both = edited(NAMES, &format!("{NAMES} {other}"));
    assert_eq!(state(&both, &quote("", NAMES, "")), Is::Exact(NAMES));
    assert_eq!(state(&both.replace(&format!("{NAMES} "), ""), &quote("", NAMES, "")), Is::Reworded(&other));
}

/// Nothing of its wording is left, only its place; a place proves nothing.
#[test]
fn a_rewritten_paragraph_is_lost() {
    let old = "In diesem Jahr ging es besonders schnell. Branchenkenner berichten, dass die Werften der Region ihre \
               Hallen sprunghaft erweitern; den Anstoß habe der Auszug aus den alten Häfen gegeben.";
    let new = "Heuer gab es kein Halten: Wer die Küste kennt, sieht überall neue Docks entstehen, weil Firmen aus der \
               Talrepublik dorthin drängen.";
    let text = edited(old, new);
    after(&text, "In diesem Jahr ging es besonders schnell.", &Is::Lost);
    after(&text, "den Anstoß habe der Auszug aus den alten Häfen gegeben", &Is::Lost);
}

/// What is gone is not looked for among its neighbours, however many words they share with it.
#[test]
fn of_a_deleted_block_every_quotation_is_lost() {
    let line = ARTICLE.lines().nth(3).unwrap();
    let text = edited(&format!("{line}\n"), "");
    let test_stands = "Dort stehen die neuesten Quarzon-Prüfstände.";
    for words in
        [RENTING, NAMES, test_stands, "in Seefurt, in Marschland und in anderen südufernahen Gemeinden"]
    {
        after(&text, words, &Is::Lost);
    }
    let beide = quote("", "Beide", " sollen inzwischen in");
    assert_eq!(state(&text, &beide), Is::Lost);
}

/// Case and umlauts written otherwise: the same words to a reader, but not the same text.
#[test]
fn other_letters_are_reworded() {
    let upper = NAMES.to_uppercase();
    after(&edited(NAMES, &upper), NAMES, &Is::Reworded(&upper));
    let text = edited("anderen südufernahen", "anderen suedufernahen");
    after(&text, RENTING, &Is::Reworded(&RENTING.replace("süd", "sued")));
}

#[test]
fn a_corrected_spelling_is_reworded() {
    let text = edited("großem Umfang", "grossem Umfang");
    after(&text, RENTING, &Is::Reworded(&RENTING.replace("großem", "grossem")));
}

/// More has come between its words than they are themselves: that is another sentence.
#[test]
fn a_sentence_that_grew_to_more_than_double_is_lost() {
    let old = "Die Reeder hoffen auf Ausnahmen";
    let grown = "Die Reeder, die sich seit Jahren in Gipfeln, Noten und Reden als Hüter der freien Schifffahrt geben, \
                 hoffen jetzt, wie Papiere zeigen, auf Ausnahmen";
    after(&edited(old, grown), old, &Is::Lost);
}

/// The words stand as quoted; what was given beside them does not. Where the other side holds they are located, and the
/// author confirms that they are still those words.
#[test]
fn a_changed_context_needs_the_other_side() {
    let text = edited("die Bauherren laut", "die Bauherren offenbar laut");
    let both = quote("des Rumpfes fertig, müssen die ", "Bauherren", " laut Berichten");
    assert_eq!(state(ARTICLE, &both), Is::Exact("Bauherren"));
    assert_eq!(state(&text, &both), Is::Reworded("Bauherren"));
    assert_eq!(state(&text, &quote("", "Bauherren", " laut Berichten sämtliche")), Is::Reworded("Bauherren"));
    assert_eq!(state(&text, &quote("", "Bauherren", " laut Berichten")), Is::Reworded("Bauherren"));
    // One word is too little to go by.
    assert_eq!(state(&text, &quote("die ", "Bauherren", " laut")), Is::Lost);
}

/// "in", "der", "und", "die" stand everywhere.
#[test]
fn small_words_alone_locate_nothing() {
    let words = "in der und an der wie auf die Kirschen pflanzen Zwetschkenbäume schneiden und die";
    assert_eq!(
        state("Titel\nin der und an der wie auf die Fabriken und die", &quote("", words, "")),
        Is::Lost
    );
}

#[test]
fn scripts_without_blanks_have_words_too() {
    let old = "两家公司都在中国境外大规模租用计算能力";
    let new = "两家公司都在中国境内大规模租用计算能力";
    assert_eq!(state(&format!("标题\n据报道，{new}。"), &quote("", old, "")), Is::Reworded(new));
}

// ---- How far it goes ------------------------------------------------------------------------------------------------

fn outcome(text: &str, quote: &Quote) -> Relocation {
    locate(&index(text), &[quote]).0.remove(0)
}

#[test]
fn what_is_too_long_or_too_common_is_said() {
    let long = "Wort ".repeat(MAX_WORDS + 1);
    assert_eq!(outcome("Wort", &quote("", &long, "")), Relocation::NotSearched(SkipReason::Length));
    let common = "Die Firma mietet Chips in der Stadt, und zwar Nummer";
    let text = (0..100).map(|n| format!("{common} {n} davon.\n")).collect::<Vec<_>>().concat();
    let sought = quote("", "Die Firma mietet Chips in der Stadt, und zwar alle", "");
    assert_eq!(outcome(&text, &sought), Relocation::NotSearched(SkipReason::Places));
}

/// A single word of megabytes makes a wide window; what four hundred words would take there, nobody has.
#[test]
fn a_word_without_end_takes_no_memory_without_end() {
    let text = format!("Titel\nDie Firma {}", "a b ".repeat(1 << 18));
    let sought = format!("Die Firma {} {}", "c ".repeat(380), "w".repeat(1 << 19));
    let (outcomes, work) = locate(&index(&text), &[&quote("", &sought, "")]);
    assert_eq!(outcomes, [Relocation::NotSearched(SkipReason::Length)]);
    assert!(work < 1 << 27, "{work}");
}

/// Ten million bytes, and more lost quotations than are looked for: each of them finds its words in many places, and all
/// of them together do no more than they may.
#[test]
fn the_work_has_an_end_however_much_is_lost() {
    let sentence = |n: usize| {
        format!(
            "Die Firma {} mietet in der Stadt {} neue Chips für {} Millionen an. ",
            n % 40,
            n % 70,
            n % 90
        )
    };
    let mut text = String::new();
    for n in 0.. {
        if text.len() > 10 << 20 {
            break;
        }
        text.push_str(&sentence(n));
        if n % 8 == 0 {
            text.push('\n');
        }
    }
    let lost: Vec<Quote> = (0..QUOTATIONS + 5)
        .map(|n| quote("", &format!("{}{}", sentence(n).trim_end_matches("an. "), "ab, sagt man dort."), ""))
        .collect();
    let (outcomes, work) = locate(&index(&text), &lost.iter().collect::<Vec<_>>());
    assert_eq!(outcomes.len(), lost.len());
    assert!(work < WORK + WORK / 100, "{work}");
    assert!(outcomes[QUOTATIONS..].iter().all(|last| *last == Relocation::NotSearched(SkipReason::Number)));
}

proptest! {
    /// Whatever is done to a sentence, what is located lies in one block and half its words are the quotation's.
    #[test]
    fn what_is_located_is_like_what_was_quoted(
        changes in proptest::collection::vec((0usize..24, 0usize..4), 1..12),
        line in 1usize..9,
    ) {
        let sentence = ARTICLE.lines().nth(line).unwrap();
        let mut words: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
        for (at, change) in changes {
            let at = at % words.len();
            match change {
                0 => words[at] = "anders".to_owned(),
                1 if words.len() > 1 => { words.remove(at); }
                2 => words.insert(at, "dazu".to_owned()),
                _ => words.swap(at, 0),
            }
        }
        let text = ARTICLE.replace(sentence, &words.join(" "));
        let sought = quote("", sentence, "");
        if let Is::Reworded(found) = state(&text, &sought) {
            prop_assert!(!found.contains('\n'));
            let there: Vec<u64> = super::words(found).map(|word| word.key).collect();
            let kept = super::words(sentence).filter(|word| there.contains(&word.key)).count();
            prop_assert!(kept * 2 >= super::words(sentence).count());
        }
    }

    #[test]
    fn nothing_makes_it_fail(text in "[aäb\\.\n „-]{0,80}", exact in "[aäb\\. -]{0,40}", prefix in "[ab ]{0,9}", suffix in "[ab ]{0,9}") {
        let index = index(&text);
        if let Relocation::Located(passage) = &locate(&index, &[&quote(&prefix, &exact, &suffix)]).0[0] {
            prop_assert!(text.get(passage.clone()).is_some_and(|words| !words.trim().is_empty()));
        }
    }
}
