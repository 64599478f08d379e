//! Numbers with what they count: shares, sums, measures, and things in numbers, in German and English.
//!
//! The words of a figure run from its number, or the sign of money before it, to its unit. How exact it is stands outside of them
//! and is kept apart. A range is one figure, with the value of its first end. No figures are durations, ages, times of the day,
//! ordinals, numbers in names, and things that are counted in words up to twelve.

mod counted;
mod decimal;
mod fraction;
mod qualifier;
mod spelt;
mod unit;

use std::ops::Range;

use self::decimal::Decimal;
use super::units::scale;
use super::words::{WordKind, Words};
use super::{Figure, Unsaid};
use crate::text::cues::CueLanguage::English;

/// The figures of a stretch with their places in its list, in order; none shares a word with another, nor with one of these times,
/// which are in order.
pub(super) fn find(words: &Words<'_>, times: &[Range<usize>]) -> Vec<(Range<usize>, Figure)> {
    let mut found = Vec::new();
    let mut times = times.iter().peekable();
    let mut place = 0;
    while place < words.list.len() {
        while times.next_if(|time| time.end <= place).is_some() {}
        if let Some(time) = times.peek().filter(|time| time.start <= place) {
            place = time.end;
            continue;
        }
        let limit = times.peek().map_or(words.list.len(), |time| time.start);
        match figure_at(words, place) {
            Some((end, figure)) if end <= limit => {
                found.extend(figure.map(|figure| (place..end, figure)));
                place = end;
            }
            _ => place += 1,
        }
    }
    found
}

/// A number with its sign of money and the words that make it large.
struct Number {
    value: Decimal,
    /// The sign of money before it.
    sign: Option<Range<usize>>,
    /// Whether it is of millions or more.
    is_large: bool,
    /// Whether it is written in digits.
    is_in_digits: bool,
    end: usize,
}

/// The figure that begins here and the place after it; no figure where the words are a number of something else, which is not
/// looked into.
fn figure_at(words: &Words<'_>, place: usize) -> Option<(usize, Option<Figure>)> {
    if let Some(fraction::Fraction { value, is_exact, end }) = fraction::read(words, place) {
        let said = qualifier::before(words, place);
        let unsaid = said.unsaid().or((!is_exact).then_some(Unsaid::Fraction));
        let figure = Figure { value, unit: String::new(), qualifier: said.qualifier(), unsaid };
        return Some((end, Some(figure)));
    }
    let mut number = number_at(words, place)?;
    let mut unit = unit::after(words, number.end);
    // A range: the unit is that of its end, and so is a scale that its beginning lacks.
    let after_first = unit.as_ref().map_or(number.end, |unit| unit.end);
    let mut other_end = None;
    if let Some(second) = range_end(words, after_first, unit.is_some() || number.sign.is_some()) {
        let second_unit = unit::after(words, second.end);
        if !number.is_large && second.is_large && unit.is_none() {
            number.value = number.value.times_ten_to(second_scale(words, &second));
        }
        number.is_large |= second.is_large;
        other_end = Some(second.value.text());
        number.sign = number.sign.or(second.sign);
        number.end = second.end;
        unit = second_unit;
    }
    let is_counted_in_digits = number.is_in_digits || number.value.exceeds(12);
    let own_sign = number.sign.clone().map(|sign| joined_text(words, &sign));
    let (end, text) = match (own_sign, unit) {
        (_, Some(unit)) if unit.is_duration => return Some((unit.end, None)),
        (Some(sign), _) => (number.end, sign),
        (None, Some(unit)) => (unit.end, joined_text(words, &unit.words)),
        (None, None) => match counted::after(words, place, number.end).filter(|_| is_counted_in_digits) {
            Some(counted) if counted.is_duration => return Some((counted.end, None)),
            Some(counted) => (counted.end, joined_text(words, &counted.words)),
            None if number.is_large => (number.end, String::new()),
            None => return Some((number.end, None)),
        },
    };
    let is_negative = is_negative(words, place);
    let said = qualifier::before(words, place - usize::from(is_negative));
    let unsaid = other_end.map(Unsaid::Range).or_else(|| said.unsaid());
    let value = number.value.text();
    let value = if is_negative { format!("-{value}") } else { value };
    Some((end, Some(Figure { value, unit: text, qualifier: said.qualifier(), unsaid })))
}

/// Whether a sign or a word before a number makes it negative: "minus 5 Grad", `−5 °C`. A hyphen may part words as well.
fn is_negative(words: &Words<'_>, place: usize) -> bool {
    let Some(before) = place.checked_sub(1) else { return false };
    let is_sign = words.text(before) == "−" && words.is_joined(place);
    // "Zehn minus fünf".
    let is_word =
        words.lower(before) == "minus" && before.checked_sub(1).is_none_or(|first| !words.is_digits(first));
    is_sign || is_word
}

/// The power of ten of the scale that a number ends with.
fn second_scale(words: &Words<'_>, number: &Number) -> u32 {
    (number.end.saturating_sub(2)..number.end)
        .find_map(|place| scale(words.text(place)).filter(|power| *power >= 6))
        .unwrap_or_default()
}

/// What stands at these places, with the blanks between.
fn joined_text(words: &Words<'_>, places: &Range<usize>) -> String {
    let mut text = String::new();
    for place in places.clone() {
        if place > places.start && !words.is_joined(place) {
            text.push(' ');
        }
        text.push_str(words.text(place));
    }
    text
}

/// The number that begins here.
fn number_at(words: &Words<'_>, place: usize) -> Option<Number> {
    let sign = unit::money_before(words, place);
    let at = sign.as_ref().map_or(place, |sign| sign.end);
    if !words.is_digits(at) {
        if sign.is_some() {
            return None;
        }
        let spelt = spelt::read(words, at)?;
        let is_large = (at..spelt.end).any(|place| scale(words.text(place)).is_some_and(|power| power >= 6));
        return Some(Number { value: spelt.value, sign, is_large, is_in_digits: false, end: spelt.end });
    }
    if sign.is_none() && is_part_of_more(words, at) {
        return None;
    }
    let value = Decimal::read(words.text(at), words.languages)?;
    let mut number = Number { value, sign, is_large: false, is_in_digits: true, end: at + 1 };
    if let Some((power, end)) = scale_after(words, &number) {
        number.value = number.value.times_ten_to(power);
        number.is_large = power >= 6;
        number.end = end;
    }
    Some(number)
}

/// Whether a number in digits goes on to the left: of `A4`, `1/2`, `Covid-19` and `16:40` no part is a number.
fn is_part_of_more(words: &Words<'_>, place: usize) -> bool {
    let Some(before) = place.checked_sub(1) else { return false };
    let is_sign =
        matches!(words.text(before), "/" | ":" | "." | "_" | "#" | "§" | "=" | "@" | "&" | "*" | "^");
    let is_compound =
        words.text(before) == "-" && before > 0 && words.is_letters(before - 1) && words.is_joined(before);
    words.is_joined(place) && (is_sign || is_compound)
}

/// The word that makes a number in digits large: `Millionen`, `Mio.`, `bn`, and of money `m` and `k`.
fn scale_after(words: &Words<'_>, number: &Number) -> Option<(u32, usize)> {
    let at = number.end + usize::from(words.text(number.end) == "-" && words.is_letters(number.end + 1));
    let text = words.text(at);
    if words.is_joined(at) && words.is_letters(at) && at == number.end {
        let power = match text {
            "m" | "M" if number.sign.is_some() || counted::counts_many(words, at + 1) => 6,
            "b" | "B" if number.sign.is_some() => 9,
            "K" if number.sign.is_some() => 3,
            _ => scale(text)?,
        };
        return Some((power, at + 1));
    }
    let power = scale(text).filter(|_| words.at(at).is_some_and(|word| word.kind == WordKind::Letters))?;
    if text == "k" || (text == "hundert" || text == "hundred") && number.value.exceeds(99) {
        return None;
    }
    let is_short = matches!(text, "Mio" | "Mrd" | "Bio" | "Tsd" | "mn" | "bn" | "tn");
    Some((power, at + 1 + usize::from(is_short && words.text(at + 1) == "." && words.is_joined(at + 1))))
}

/// The number at the other end of a range.
fn range_end(words: &Words<'_>, place: usize, has_unit: bool) -> Option<Number> {
    let at = match words.lower(place) {
        "bis" | "to" => place + 1,
        // "Ein oder zwei Prozent"; with a unit of its own it is another figure.
        "oder" | "or" if !has_unit => place + 1,
        "-" | "–" | "—" if words.is_joined(place) == words.is_joined(place + 1) => place + 1,
        // "Zwischen 20 und 30 Prozent".
        "und" | "and" if is_between(words, place) => place + 1,
        _ => return None,
    };
    let is_number = words.is_digits(at) || words.is_letters(at) || unit::money_before(words, at).is_some();
    let number = is_number.then(|| number_at(words, at)).flatten()?;
    // "Two to a room".
    let is_article = words.knows(English) && matches!(words.lower(at), "a" | "an");
    (!is_article).then_some(number)
}

fn is_between(words: &Words<'_>, place: usize) -> bool {
    /// A number, its scale and its unit lie between.
    const MOST: usize = 5;
    (place.saturating_sub(MOST)..place).any(|before| matches!(words.lower(before), "zwischen" | "between"))
}

#[cfg(test)]
mod tests;
