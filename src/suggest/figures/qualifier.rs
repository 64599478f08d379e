//! How exact a figure is, by the words before and after it.

use super::super::words::Words;
use super::phrases::Bound::{self, About, Above, Below, Least, Most, Other};
use super::phrases::{AFTER, BEFORE, BETWEEN};
use super::spelt;
use crate::dossier::Qualifier;
use crate::suggest::Beside;

/// What says no right before a phrase.
fn is_negation(word: &str) -> bool {
    matches!(
        word,
        "nicht" | "nie" | "niemals" | "kein" | "keine" | "keinen" | "keiner" | "not" | "no" | "never"
    ) || word == "cannot"
        || word.ends_with("n't")
        || word.ends_with("n’t")
}

/// Nouns and verbs that have an `über` or `over` of their own: `ein Vertrag über 20 Millionen Euro`, `took over 30 shops`.
fn takes_over(word: &str) -> bool {
    const GERMAN: &[&str] = &[
        "vertrag",
        "kredit",
        "darlehen",
        "auftrag",
        "rechnung",
        "scheck",
        "streit",
        "bericht",
        "anleihe",
        "bürgschaft",
        "bescheid",
        "debatte",
        "garantie",
        "angebot",
        "kaution",
        "gutschein",
        "abkommen",
        "antrag",
    ];
    const ENGLISH: &[&str] = &[
        "dispute", "row", "debate", "fight", "battle", "argument", "control", "concerns", "fears", "lead",
        "victory", "take", "takes", "took", "taken", "taking", "hand", "handed", "handing", "turn", "turned",
        "turning",
    ];
    // "Sie berichten über 20 Fälle".
    const VERBS: &[&str] = &[
        "bericht",
        "sprech",
        "sprich",
        "sprach",
        "verhandel",
        "entscheid",
        "entschied",
        "diskutier",
        "debattier",
        "informier",
        "streit",
        "stritt",
        "klag",
        "freu",
        "herrsch",
    ];
    let is_verb = |stem: &&str| word.strip_prefix(stem).is_some_and(|ending| ending.len() <= 3);
    GERMAN.iter().any(|noun| word.ends_with(noun)) || ENGLISH.contains(&word) || VERBS.iter().any(is_verb)
}

/// Whether the `über` or `over` at this place belongs to a word before it, or to a verb that stands anywhere in its clause:
/// `Sie verfügen heute über 20 Schiffe`.
fn is_taken_over(words: &Words<'_>, place: usize) -> bool {
    if takes_over(words.lower_before(place)) {
        return true;
    }
    let is_part = |place: &usize| words.is_letters(*place) || words.is_digits(*place);
    let before = (0..place).rev().take(MOST_WORDS).take_while(is_part);
    let after = (place + 1..words.list.len()).take(MOST_WORDS).take_while(is_part);
    before.chain(after).any(|place| {
        let is_verb = |rest: &str| matches!(rest, "t" | "en" | "e" | "te" | "ten" | "end");
        !words.is_capital(place) && words.lower(place).strip_prefix("verfüg").is_some_and(is_verb)
    })
}

/// How far from its `über` a verb is looked for.
const MOST_WORDS: usize = 20;

/// What the words around a figure say of it: its number begins at the first place, the second is after it.
pub(super) fn around(words: &Words<'_>, start: usize, end: usize, is_fraction: bool) -> (Qualifier, Beside) {
    if let Some((bound, phrase)) = before(words, start, is_fraction) {
        return said(words, bound, phrase);
    }
    // "Eine knappe Million".
    let is_rounded = words.lower(start).starts_with("ein") && spelt::is_rounding(words.lower(start + 1));
    if let Some((qualifier, beside, _)) = after(words, end) {
        return (qualifier, beside);
    }
    let is_denied = negation_before(words, start).is_some_and(|word| word != "no");
    let exact = if is_rounded { Qualifier::About } else { Qualifier::Exact };
    (exact, if is_denied { Beside::Denial } else { Beside::Nothing })
}

/// What stands before a number and says how exact it is, and where that begins.
fn before(words: &Words<'_>, start: usize, is_fraction: bool) -> Option<(Bound, usize)> {
    /// More words between belong to something else.
    const MOST: usize = 2;
    let mut end = start;
    for _ in 0..=MOST {
        if let Some((bound, phrase)) = ending_at(words, end) {
            let is_over = phrase + 1 == end && matches!(words.lower(phrase), "über" | "over");
            if is_over && is_taken_over(words, phrase) {
                return None;
            }
            // "Mindestens etwa 20"; but a road may go "über rund 20 Kilometer".
            let outer = ending_at(words, phrase).filter(|(outer, at)| {
                let is_short = *at + 1 == phrase
                    && matches!(
                        words.lower(*at),
                        "über" | "bis" | "over" | "unter" | "under" | "above" | "below"
                    );
                bound == About && matches!(outer, Above | Least | Most | Below) && !is_short
            });
            return outer.or(Some((bound, phrase)));
        }
        // "Mehr als die Hälfte", but "unter den 20 Teilnehmern" is among them.
        let is_article = is_fraction && matches!(words.lower_before(end), "die" | "der" | "den" | "the");
        let longest = BETWEEN.iter().filter_map(|phrase| begins(words, phrase, end)).min();
        end = match longest {
            Some(start) => start,
            None if is_article => end - 1,
            None => break,
        };
    }
    // "Bis zu" and "up to" say nothing else, whatever stands between: "bis zu durchschnittlich zwei Prozent".
    let is_adverb = |place: usize| {
        let word = words.lower(place);
        let is_other = matches!(
            word,
            "der"
                | "die"
                | "das"
                | "den"
                | "the"
                | "this"
                | "that"
                | "now"
                | "then"
                | "today"
                | "here"
                | "date"
        );
        words.is_letters(place)
            && !words.is_capital(place)
            && !is_other
            && !word.ends_with("em")
            && !word.ends_with("er")
    };
    (1..=MOST).filter_map(|count| start.checked_sub(count)).find_map(|end| {
        let phrase = ["bis zu", "up to"].iter().find_map(|phrase| begins(words, phrase, end))?;
        (end..start).all(is_adverb).then_some((Most, phrase))
    })
}

/// The longest phrase that ends before this place, and where it begins.
fn ending_at(words: &Words<'_>, end: usize) -> Option<(Bound, usize)> {
    let all = BEFORE.iter().filter_map(|(phrase, bound)| Some((*bound, begins(words, phrase, end)?)));
    all.min_by_key(|(_, start)| *start)
}

/// Where a phrase begins that ends before this place.
fn begins(words: &Words<'_>, phrase: &str, end: usize) -> Option<usize> {
    let start = end.checked_sub(phrase.split(' ').count())?;
    (words.phrase(start, phrase) == Some(end)).then_some(start)
}

/// What a bound says whose phrase begins here, a negation before it or not.
fn said(words: &Words<'_>, bound: Bound, phrase: usize) -> (Qualifier, Beside) {
    let is_hardly = matches!(words.lower_before(phrase), "kaum" | "hardly" | "scarcely" | "barely");
    let bound = match bound {
        Above | Below if is_hardly => About,
        About | Other if negation_before(words, phrase).is_some() => {
            return (Qualifier::Exact, Beside::Denial);
        }
        bound if negation_before(words, phrase).is_none() => bound,
        Above => Most,
        Most => Above,
        Least => Below,
        Below | About | Other => Least,
    };
    let beside = match bound {
        Below => Beside::Limit,
        Other => Beside::Doubt,
        _ => Beside::Nothing,
    };
    (qualifier(bound), beside)
}

/// The word that says no before this place: `nicht um mehr als`, `no longer under`.
fn negation_before<'w>(words: &'w Words<'_>, place: usize) -> Option<&'w str> {
    let before = words.lower_before(place);
    let is_passed = matches!(
        before,
        "auf"
            | "um"
            | "von"
            | "in"
            | "für"
            | "bei"
            | "mit"
            | "an"
            | "mehr"
            | "länger"
            | "by"
            | "to"
            | "for"
            | "at"
            | "longer"
            | "of"
    );
    let word =
        if is_passed { place.checked_sub(1).map_or("", |place| words.lower_before(place)) } else { before };
    is_negation(word).then_some(word)
}

/// What stands after a figure or its number and says how exact it is, and the place after it.
pub(super) fn after(words: &Words<'_>, place: usize) -> Option<(Qualifier, Beside, usize)> {
    AFTER.iter().find_map(|(phrase, bound)| {
        let end = words.phrase(place, phrase)?;
        // "20+", but neither "20 + 5" nor "20 percent, at least 30 ships".
        let is_sum = *phrase == "+" && (!words.is_joined(place) || words.is_digits(end));
        let is_of_next = words.is_digits(end) && !phrase.contains("or ") && !phrase.contains("oder ");
        // "300 people at least once".
        let is_of_other = !phrase.starts_with("or ")
            && !["oder ", "und ", "and ", "+"].iter().any(|start| phrase.starts_with(start))
            && words.is_letters(end);
        if is_of_other {
            return Some((Qualifier::Exact, Beside::Doubt, place));
        }
        let beside = if *bound == Other { Beside::Doubt } else { Beside::Nothing };
        (!is_sum && !is_of_next).then(|| (qualifier(*bound), beside, end))
    })
}

fn qualifier(bound: Bound) -> Qualifier {
    match bound {
        About | Other => Qualifier::About,
        Above => Qualifier::MoreThan,
        Least => Qualifier::AtLeast,
        Most | Below => Qualifier::UpTo,
    }
}
