//! Two numbers that belong together: ranges, and changes from one value to another.

use super::unit::Unit;
use super::{Number, counted, joined_text, number_at};
use crate::suggest::words::Words;
use crate::text::cues::CueLanguage::{English, German};

/// The number at the other end of a range whose beginning ends before this place, without a unit of its own or with one.
pub(super) fn end(words: &Words<'_>, place: usize, is_without_unit: bool) -> Option<Number> {
    let at = match words.lower(place) {
        "bis" | "to" => place + 1,
        // "10- bis 15-prozentig".
        "-" if words.is_joined(place) && matches!(words.lower(place + 1), "bis" | "to") => place + 2,
        "-" | "–" | "—" if words.is_joined(place) == words.is_joined(place + 1) => place + 1,
        // "Zwischen 20 und 30 Prozent".
        "und" | "and" if is_between(words, place) => place + 1,
        // "Two or three million".
        "oder" | "or" if is_without_unit => place + 1,
        _ => return None,
    };
    let number = number_at(words, at)?;
    // "Two to a room".
    let is_article = words.knows(English) && matches!(words.lower(at), "a" | "an");
    (!is_article).then_some(number)
}

/// The second of two numbers with a comma between, the first of which ends before this place: `70, 80 Prozent` is about so much.
pub(super) fn next(words: &Words<'_>, place: usize, first: &Number) -> Option<Number> {
    if !words.knows(German) || words.text(place) != "," || first.sign.is_some() || first.is_large() {
        return None;
    }
    let second = number_at(words, place + 1)?;
    // "In Zeile 5, 20 Menschen": of a range the ends are not far apart.
    let most = first.value.doubled()?;
    let is_near = second.value.is_above(&first.value) && !second.value.is_above(&most);
    // "20, 30 oder 40 Prozent".
    let is_list = matches!(words.lower(second.end), "," | "oder" | "und" | "bzw");
    let is_alike = second.is_in_digits == first.is_in_digits && second.sign.is_none() && !second.is_negative;
    (is_near && is_alike && !is_list).then_some(second)
}

fn is_between(words: &Words<'_>, place: usize) -> bool {
    /// A number, its scale and its unit lie between.
    const MOST: usize = 5;
    (place.saturating_sub(MOST)..place).any(|before| matches!(words.lower(before), "zwischen" | "between"))
}

/// Whether two numbers, the first of which begins and ends here, are an old value and a new one: `from 10 to 5 percent`, other than
/// `ranging from 5 to 10 percent`.
pub(super) fn is_change(words: &Words<'_>, start: usize, end: usize) -> bool {
    /// Words that say how exact a number is, between it and what is before.
    const MOST: usize = 3;
    if words.lower(end) != "to" {
        return false;
    }
    let Some(from) = (start.saturating_sub(MOST)..start).rev().find(|place| words.lower(*place) == "from")
    else {
        return false;
    };
    let is_range = |word: &str| {
        word.starts_with("rang") || word.starts_with("var") || matches!(word, "anywhere" | "between")
    };
    !(from.saturating_sub(MOST)..from).any(|place| is_range(words.lower(place)))
}

/// Whether two numbers are of the same: `10 percent to 5 million euros` are not.
pub(super) fn is_of_one_kind(
    words: &Words<'_>,
    (first, first_unit): (&Number, Option<&Unit>),
    (second, second_unit): (&Number, Option<&Unit>),
) -> bool {
    let unit = |number: &Number, unit: Option<&Unit>| {
        let sign = number.sign.clone().map(|sign| joined_text(words, &sign));
        sign.or_else(|| unit.map(|unit| unit.text(words)))
    };
    match (unit(first, first_unit), unit(second, second_unit)) {
        (None, _) => true,
        (Some(first), Some(second)) => first == second,
        // "$5-10 million", but "$5 to 300 people".
        (Some(_), None) => first.sign.is_some() && counted::after(words, second.end, second.end).is_none(),
    }
}
