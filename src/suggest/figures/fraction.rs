//! Fractions in words: `ein Drittel`, `drei Viertel`, `half`, `two-thirds`.

use super::super::words::Words;
use crate::text::cues::CueLanguage::{English, German};

/// A fraction in words.
pub(super) struct Fraction {
    /// With four decimals at most.
    pub(super) value: String,
    /// Whether that is all of it.
    pub(super) is_exact: bool,
    /// The place after the words.
    pub(super) end: usize,
}

/// The fraction that begins here.
pub(super) fn read(words: &Words<'_>, place: usize) -> Option<Fraction> {
    let german = words.knows(German).then(|| in_german(words, place)).flatten();
    let (parts, of, end) =
        german.or_else(|| words.knows(English).then(|| in_english(words, place)).flatten())?;
    let is_exact = (parts * 10_000).is_multiple_of(of);
    Some(Fraction { value: value(parts, of), is_exact, end })
}

/// So many parts of so many.
fn value(parts: u32, of: u32) -> String {
    let rounded = (parts * 10_000 + of / 2) / of;
    format!("0.{rounded:04}").trim_end_matches('0').to_owned()
}

fn count(word: &str) -> Option<u32> {
    Some(match word {
        "ein" | "einem" | "eines" | "a" | "one" => 1,
        "zwei" | "two" => 2,
        "drei" | "three" => 3,
        "vier" | "four" => 4,
        "fünf" | "five" => 5,
        "sechs" | "six" => 6,
        "sieben" | "seven" => 7,
        "acht" | "eight" => 8,
        "neun" | "nine" => 9,
        _ => return None,
    })
}

fn in_german(words: &Words<'_>, place: usize) -> Option<(u32, u32, usize)> {
    if words.lower(place) == "hälfte" {
        // "In der zweiten Hälfte" is a time or a part, no share.
        let before = words.lower_before(place);
        let is_part = before.starts_with("erste") || before.starts_with("zweite") || before.ends_with("ere");
        return (!is_part).then_some((1, 2, place + 1));
    }
    // "Dreiviertel der Sitze", but not "dreiviertel zehn".
    let parted = match words.lower(place) {
        "dreiviertel" => Some((3, 4)),
        "zweidrittel" => Some((2, 3)),
        _ => None,
    };
    if let Some((parts, of)) = parted {
        let is_of = matches!(
            words.lower(place + 1),
            "der" | "des" | "aller" | "davon" | "dieser" | "ihrer" | "seiner"
        );
        return is_of.then_some((parts, of, place + 1));
    }
    let parts = count(words.lower(place))?;
    // "Ein weiteres Drittel", "ein gutes Viertel".
    let is_said_of = parts == 1
        && matches!(
            words.lower(place + 1),
            "weiteres"
                | "weiteren"
                | "gutes"
                | "guten"
                | "knappes"
                | "knappen"
                | "rundes"
                | "volles"
                | "ganzes"
        );
    let at = place + 1 + usize::from(is_said_of);
    let of = match words.text(at) {
        "Drittel" | "Dritteln" => 3,
        "Viertel" | "Vierteln" => 4,
        "Fünftel" | "Fünfteln" => 5,
        "Sechstel" | "Sechsteln" => 6,
        "Siebtel" | "Siebteln" => 7,
        "Achtel" | "Achteln" => 8,
        "Neuntel" | "Neunteln" => 9,
        "Zehntel" | "Zehnteln" => 10,
        "Zwölftel" | "Zwölfteln" => 12,
        "Zwanzigstel" | "Zwanzigsteln" => 20,
        _ => return None,
    };
    // "Ein Viertel" of an hour, and one of a town, which nobody can tell.
    let is_of_time = matches!(
        words.lower(at + 1),
        "stunde" | "jahr" | "jahrhundert" | "jahrhunderts" | "liter" | "sekunde" | "sekunden"
    );
    (parts < of && !is_of_time).then_some((parts, of, at + 1))
}

fn in_english(words: &Words<'_>, place: usize) -> Option<(u32, u32, usize)> {
    let lower = words.lower(place);
    if lower == "half" {
        return is_half(words, place).then_some((1, 2, place + 1));
    }
    let parts = count(lower)?;
    let at = place + 1 + usize::from(words.text(place + 1) == "-");
    let of = match words.lower(at) {
        "third" | "thirds" => 3,
        "quarter" | "quarters" => 4,
        "fifth" | "fifths" => 5,
        "sixth" | "sixths" => 6,
        "eighth" | "eighths" => 8,
        "tenth" | "tenths" => 10,
        _ => return None,
    };
    // "A third ship" is no share, nor are "a third and final round" and "a quarter of an hour".
    let next = words.lower(at + 1);
    let is_compared = matches!(
        next,
        "of" | "less"
            | "more"
            | "fewer"
            | "lower"
            | "higher"
            | "smaller"
            | "larger"
            | "bigger"
            | "below"
            | "above"
    );
    let is_amount = matches!(
        words.lower_before(place),
        "by" | "than"
            | "down"
            | "up"
            | "fell"
            | "rose"
            | "dropped"
            | "grew"
            | "about"
            | "around"
            | "roughly"
            | "nearly"
            | "almost"
            | "over"
            | "under"
            | "only"
            | "just"
            | "some"
            | "least"
            | "approximately"
            | "to"
    );
    let goes_on = matches!(next, "on" | "from" | "to" | "in" | "since" | "compared" | "and");
    let is_share = words.lower(at).ends_with('s')
        || is_compared
        || is_amount && (goes_on || !words.is_letters(at + 1))
        || !words.is_letters(at + 1) && matches!(words.text(at + 1), "." | ";" | ")" | "");
    let is_of_time =
        next == "of" && matches!(words.lower(at + 2), "an" | "a") && is_time(words.lower(at + 3))
            || is_time(next)
            || next == "past"
            || next == "to" && words.is_letters(at + 2);
    (parts < of && is_share && !is_of_time).then_some((parts, of, at + 1))
}

fn is_time(word: &str) -> bool {
    matches!(word, "hour" | "hours" | "century" | "year" | "years" | "mile" | "million" | "billion")
}

/// Whether `half` is a share, and neither a part of a day, a match or a word.
fn is_half(words: &Words<'_>, place: usize) -> bool {
    let before = words.lower_before(place);
    let next = words.lower(place + 1);
    let is_part =
        matches!(before, "first" | "second" | "latter" | "better" | "other" | "and" | "a" | "an" | "-")
            || words.text(place + 1) == "-";
    let is_share = matches!(
        next,
        "of" | "the"
            | "that"
            | "its"
            | "their"
            | "his"
            | "her"
            | "our"
            | "those"
            | "these"
            | "as"
            | "what"
            | "all"
    ) || !words.is_letters(place + 1) && !words.is_digits(place + 1);
    !is_part && is_share && !matches!(before, "in")
}
