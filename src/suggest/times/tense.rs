//! Whether a clause speaks of what was or of what is to come.

use super::verbs::{
    ENGLISH_FUTURE, GERMAN_FUTURE, GERMAN_PRESENT, PLANNED, is_english_past, is_participle,
    is_strong_preterite, is_weak_preterite,
};
use crate::suggest::words::Words;
use crate::text::cues::CueLanguage::{English, German};

/// What a clause's verb says of when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tense {
    Past,
    Future,
    /// The words do not say.
    Open,
}

/// What the clause of this place says. Its own verb counts; where it has none, that of the sentence.
pub(super) fn tense(words: &Words<'_>, place: usize) -> Tense {
    tense_and_certainty(words, place).0
}

/// The same, and whether the clause's own verb says it in so many words: the present may speak of what is to come, of what always is,
/// or tell what was.
pub(super) fn tense_and_certainty(words: &Words<'_>, place: usize) -> (Tense, bool) {
    if is_planned(words, place) {
        return (Tense::Future, true);
    }
    match of(words, words.clause(place), place) {
        (Tense::Open, _) => (of(words, words.sentence(place), place).0, false),
        own => own,
    }
}

/// What the clause of this place itself says in so many words.
pub(super) fn own_tense(words: &Words<'_>, place: usize) -> Tense {
    match of(words, words.clause(place), place) {
        (tense, true) => tense,
        _ => Tense::Open,
    }
}

/// Whether the clause of this place has a passive of the present, which says what is done, not when: "wird heute so genannt".
pub(super) fn is_present_passive(words: &Words<'_>, place: usize) -> bool {
    let mut clause = words.clause(place);
    let has = |name: &[&str]| words.clause(place).any(|place| name.contains(&words.lower(place)));
    has(&["wird", "werden"]) && clause.any(|place| is_participle(words, place))
}

/// "Wurde für Dienstag angesetzt", "was adjourned until March".
fn is_planned(words: &Words<'_>, place: usize) -> bool {
    let is_article = |word: &str| {
        matches!(word, "den" | "dem" | "the" | "ende" | "anfang" | "mitte" | "kommenden" | "next")
    };
    let before =
        (1..=3).filter_map(|count| place.checked_sub(count)).find(|place| !is_article(words.lower(*place)));
    let leads = |place: usize| matches!(words.lower(place), "für" | "auf" | "for" | "until" | "to");
    let is_led = leads(place) || before.is_some_and(leads);
    let is_plan = |word: &str| {
        // "Die für Dienstag geplante Sitzung".
        let stem = ["en", "em", "er", "es", "e"].into_iter().find_map(|end| word.strip_suffix(end));
        PLANNED.contains(&word) || stem.is_some_and(|stem| PLANNED.contains(&stem))
    };
    is_led && words.clause(place).any(|place| is_plan(words.lower(place)))
}

/// Whether these words end in what has been done: "soll am Dienstag eingebrochen sein" passes on what is past.
fn is_perfect(words: &Words<'_>, places: &std::ops::Range<usize>) -> bool {
    let is_one = |place: usize| {
        let participle = place.checked_sub(1).map_or("", |before| words.lower(before));
        matches!(words.lower(place), "haben" | "sein")
            && (participle.ends_with('t') || participle.ends_with("en"))
            && participle.contains("ge")
            && !words.is_letters(place + 1)
    };
    let modal = |place: usize| {
        matches!(
            words.lower(place),
            "soll" | "sollen" | "will" | "wollen" | "muss" | "müssen" | "dürfte" | "dürften"
        )
    };
    words.knows(German) && places.clone().any(modal) && places.clone().any(is_one)
}

/// What these words say, and whether in so many words.
fn of(words: &Words<'_>, places: std::ops::Range<usize>, at: usize) -> (Tense, bool) {
    /// Words on each side that are looked at: what has more is no sentence that anybody wrote.
    const MOST: usize = 80;
    let places = places.start.max(at.saturating_sub(MOST))..places.end.min(at + MOST);
    if is_perfect(words, &places) {
        return (Tense::Past, true);
    }
    let (mut past, mut future, mut present) = (None, None, false);
    // What stands last before the date belongs to it.
    let last = |found: &mut Option<usize>, place: usize| {
        *found = Some(found.filter(|_| place > at).unwrap_or(place));
    };
    let mut participle = None;
    let mut has_participle =
        || *participle.get_or_insert_with(|| places.clone().any(|place| is_participle(words, place)));
    for place in places.clone() {
        let lower = words.lower(place);
        let is_verb_form = !words.is_capital(place) || words.begins_sentence(place);
        if words.knows(German) && is_verb_form {
            // "Wird" and "wurde" beside a participle are passives of their own tense.
            if GERMAN_FUTURE.contains(&lower) {
                last(&mut future, place);
            }
            present |= GERMAN_PRESENT.contains(&lower);
            let is_past = is_strong_preterite(lower)
                || matches!(lower, "hat" | "haben" | "habe") && has_participle()
                || !words.is_capital(place) && is_weak_preterite(words, place);
            if is_past {
                last(&mut past, place);
            }
        }
        if words.knows(English) && is_verb_form {
            if ENGLISH_FUTURE.iter().any(|phrase| words.phrase(place, phrase).is_some()) {
                last(&mut future, place);
            }
            if is_english_past(lower) {
                last(&mut past, place);
            }
        }
    }
    match (past, future) {
        (Some(past), Some(future)) if words.knows(English) && future < past && past < at => {
            (Tense::Past, true)
        }
        (_, Some(_)) => (Tense::Future, true),
        (Some(_), None) => (Tense::Past, true),
        (None, None) if present => (Tense::Future, false),
        (None, None) => (Tense::Open, false),
    }
}
