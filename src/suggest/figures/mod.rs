//! Numbers with what they count: shares, sums, measures, and things in numbers, in German and English.
//!
//! The words of a figure run from its number, or the sign of money before it, to its unit. How exact it is stands outside of them
//! and is kept apart. A range is one figure, with the value of its first end; of a change each end is one, if
//! it has a unit. A number of thousands or millions is one without a unit, too: what it counts stands elsewhere in the sentence.
//! No figures are durations, ages, times of the day, ordinals, numbers in names, postal codes, the sides of a surface, how many
//! times as much something is, and things that are counted in words up to twelve.

mod counted;
mod decimal;
mod fraction;
mod numbered;
mod phrases;
mod qualifier;
mod range;
mod spelt;
mod unit;

use std::ops::Range;

use self::decimal::Decimal;
use super::Beside::{Nothing, OtherEnd, Remainder};
use super::Figure;
use super::units::{self, has_two_readings, scale};
use super::words::{WordKind, Words};
use crate::text::cues::CueLanguage;

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
    /// Without its sign.
    value: Decimal,
    is_negative: bool,
    /// The sign of money before it.
    sign: Option<Range<usize>>,
    /// The power of ten of the word that makes it large.
    power: u32,
    /// Whether it is written in digits.
    is_in_digits: bool,
    end: usize,
}

impl Number {
    /// Whether it is of millions or more.
    fn is_large(&self) -> bool {
        self.power >= 6
    }

    fn text(&self) -> String {
        let text = self.value.text();
        if self.is_negative && text != "0" { format!("-{text}") } else { text }
    }
}

/// The figure that begins here and the place after it; no figure where the words are a number of something else, which is not
/// looked into.
fn figure_at(words: &Words<'_>, place: usize) -> Option<(usize, Option<Figure>)> {
    if let Some(fraction) = fraction::read(words, place) {
        let (qualifier, beside) = qualifier::around(words, place, fraction.end, true);
        let beside = if beside == Nothing && !fraction.is_exact { Remainder } else { beside };
        let figure = Figure { value: fraction.value, unit: String::new(), qualifier, beside };
        return Some((fraction.end, Some(figure)));
    }
    if let Some(value) = percentage_at(words, place) {
        let (qualifier, beside) = qualifier::around(words, place, place + 1, false);
        let figure = Figure { value: value.text(), unit: "Prozent".to_owned(), qualifier, beside };
        return Some((place + 1, Some(figure)));
    }
    let mut number = number_at(words, place)?;
    let is_difference = number.is_negative && place > 0 && words.is_digits(place - 1);
    if is_difference || has_two_readings(words.text(number.end), words.languages) {
        return Some((number.end + 1, None));
    }
    if let Some(end) = goes_on(words, place, &number).or_else(|| product(words, &number)) {
        return Some((end, None));
    }
    let mut unit = unit::after(words, number.end);
    let mut own_qualifier = None;
    // "20 or more people".
    if unit.is_none()
        && let Some((qualifier, beside, end)) = qualifier::after(words, number.end)
        && (unit::after(words, end).is_some() || counted::after(words, place, end).is_some())
    {
        own_qualifier = Some((qualifier, beside));
        number.end = end;
        unit = unit::after(words, end);
    }
    let after_first = unit.as_ref().map_or(number.end, |unit| unit.end);
    let mut has_other_end = false;
    if let Some(second) = range::end(words, after_first, unit.is_none()) {
        if has_two_readings(words.text(second.end), words.languages) {
            return Some((second.end + 1, None));
        }
        let second_unit = unit::after(words, second.end);
        let is_unit_shared = number.sign.is_none() && unit.is_none() && !number.is_large();
        if range::is_change(words, place, after_first) {
            // "From 10 to 5 percent": the old value has no unit of its own, and of "from $5 to $10 million" no scale.
            if is_unit_shared || !number.is_large() && second.is_large() && unit.is_none() {
                return Some((number.end, None));
            }
        } else if range::is_of_one_kind(words, (&number, unit.as_ref()), (&second, second_unit.as_ref())) {
            // "50-50".
            if number.value == second.value && number.power == second.power && unit.is_none() {
                return Some((second.end, None));
            }
            // The unit is that of the end, and so is a scale that the beginning lacks.
            if !number.is_large() && second.is_large() && unit.is_none() {
                number.value = number.value.times_ten_to(second.power);
            }
            number.power = number.power.max(second.power);
            number.sign = number.sign.or(second.sign);
            number.end = second.end;
            unit = second_unit;
            has_other_end = true;
        }
    } else if unit.is_none()
        && let Some(second) = range::next(words, number.end, &number)
        && let Some(second_unit) = unit::after(words, second.end).or_else(|| {
            let is_counted = second.is_in_digits || second.value.exceeds(12);
            counted::after(words, place, second.end).filter(|_| is_counted)
        })
    {
        number.end = second.end;
        unit = Some(second_unit);
        has_other_end = true;
    }
    let is_counted_in_digits = number.is_in_digits || number.value.exceeds(12);
    let own_sign = number.sign.clone().map(|sign| joined_text(words, &sign));
    let (mut end, text) = match (own_sign, unit) {
        (_, Some(unit)) if unit.is_duration => return Some((unit.end, None)),
        // "Three times".
        (_, Some(unit)) if unit.is_frequency && !number.value.exceeds(12) => return Some((unit.end, None)),
        (Some(sign), _) => (number.end, sign),
        (None, Some(unit)) => (unit.end, unit.text(words)),
        (None, None) => match counted::after(words, place, number.end).filter(|_| is_counted_in_digits) {
            Some(counted) if counted.is_duration => return Some((counted.end, None)),
            Some(counted) => (counted.end, counted.text(words)),
            None if number.is_large() || is_grouped(words, place, &number) => (number.end, String::new()),
            None => return Some((number.end, None)),
        },
    };
    // "12 Grad unter null".
    if let Some(after) = words.longest(end, BELOW_ZERO) {
        number.is_negative = true;
        end = after;
    }
    let (qualifier, beside) = own_qualifier.unwrap_or_else(|| qualifier::around(words, place, end, false));
    let beside = if has_other_end { OtherEnd } else { beside };
    Some((end, Some(Figure { value: number.text(), unit: text, qualifier, beside })))
}

/// The place after a number that is only a part of one, or one of something that nobody knows how many there are of: `ein paar
/// hundert`, `two million 300`.
fn goes_on(words: &Words<'_>, place: usize, number: &Number) -> Option<usize> {
    let is_vague = matches!(
        words.lower_before(place),
        "paar"
            | "mehrere"
            | "mehreren"
            | "mehrerer"
            | "einige"
            | "einigen"
            | "einiger"
            | "viele"
            | "several"
            | "few"
            | "many"
    );
    if is_vague && number.value.exceeds(99) {
        return Some(number.end);
    }
    let is_bare = number.is_in_digits && number.power == 0;
    let is_more = |place: usize| words.is_digits(place) && !is_bare || spelt::is_number(words, place);
    let is_point =
        matches!(words.lower(number.end), "point" | "komma") && spelt::is_number(words, number.end + 1);
    // "Two thousand and three hundred people", but "between two thousand and three thousand" is a range.
    let is_sum = !number.is_in_digits
        && number.power >= 3
        && matches!(words.lower(number.end), "and" | "und")
        && spelt::is_number(words, number.end + 1)
        && range::end(words, number.end, true).is_none();
    let mut end = number.end + usize::from(is_point || is_sum);
    while is_more(end) || words.text(end) == "-" && end > number.end && spelt::is_number(words, end + 1) {
        end += 1;
    }
    (end > number.end).then_some(end)
}

/// Whether a number alone is so large that it counts something: a thousand or more with its groups parted, `452.000 weniger`.
fn is_grouped(words: &Words<'_>, place: usize, number: &Number) -> bool {
    let text = words.text(place);
    let is_mark = |c: char| matches!(c, '.' | ',' | '\'' | '’');
    let is_parted = text.contains(is_mark) && text.split(is_mark).skip(1).all(|group| group.len() == 3);
    let is_whole = number.power == 0 && number.value.exceeds(999);
    let end = number.end;
    let goes_on = words.is_joined(end) && (words.is_letters(end) || words.text(end) == "-");
    is_parted && is_whole && !goes_on && !numbered::is_of_name(words, place)
}

/// The place after the sides of a surface or a body, the first of which ends before this place: `20 x 30 Meter`. None of them says
/// how large it is.
fn product(words: &Words<'_>, number: &Number) -> Option<usize> {
    let start = number.end;
    if number.sign.is_some() || number.is_large() {
        return None;
    }
    let mut place = start;
    // "5 by 2030" has no sides.
    let is_side = |place: usize| match words.lower(place) {
        "x" | "×" | "mal" => true,
        "by" => unit::after(words, place + 2).is_some(),
        _ => false,
    };
    while is_side(place) && words.is_digits(place + 1) {
        place += 2;
    }
    (place > start).then(|| unit::after(words, place).map_or(place, |unit| unit.end))
}

/// A percentage in one word, `zehnprozentige`, as its value.
fn percentage_at(words: &Words<'_>, place: usize) -> Option<Decimal> {
    let lower = words.lower(place);
    // Most words are too short for it, and searching in a word costs more than its length.
    if lower.len() <= "prozentig".len() {
        return None;
    }
    let (number, _) = lower.split_at_checked(lower.rfind("prozentig")?)?;
    let is_percentage = words.knows(CueLanguage::German) && unit::is_percentage(&lower[number.len()..]);
    spelt::in_one_word(number).filter(|_| is_percentage)
}

/// What makes a number of degrees before it negative.
const BELOW_ZERO: &[&str] = &[
    "unter null",
    "unter dem gefrierpunkt",
    "minus",
    "below zero",
    "below freezing",
    "below the freezing point",
];

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

/// The number that begins here, its minus before it.
fn number_at(words: &Words<'_>, place: usize) -> Option<Number> {
    match minus_before(words, place) {
        Some(at) => unsigned_at(words, at).map(|number| Number { is_negative: true, ..number }),
        None => unsigned_at(words, place).filter(|_| !is_part_of_more(words, place)),
    }
}

/// The place of the number that the minus here belongs to.
fn minus_before(words: &Words<'_>, place: usize) -> Option<usize> {
    let is_minus = match words.lower(place) {
        "minus" => true,
        "-" | "−" | "–" => {
            let opens =
                |place: usize| matches!(words.text(place), "(" | "[" | "„" | "“" | "\"" | "«" | "»" | "‘");
            words.is_joined(place + 1) && (!words.is_joined(place) || place > 0 && opens(place - 1))
        }
        _ => false,
    };
    is_minus.then_some(place + 1)
}

/// The number that begins here, without a minus.
fn unsigned_at(words: &Words<'_>, place: usize) -> Option<Number> {
    let sign = unit::money_before(words, place);
    let at = sign.as_ref().map_or(place, |sign| sign.end);
    if !words.is_digits(at) {
        if sign.is_some() {
            return None;
        }
        let spelt::Spelt { value, power, end } = spelt::read(words, at)?;
        return Some(Number { value, is_negative: false, sign, power, is_in_digits: false, end });
    }
    let value = Decimal::read(words.text(at), words.languages)?;
    let mut number = Number { value, is_negative: false, sign, power: 0, is_in_digits: true, end: at + 1 };
    if let Some((power, end)) = scale_after(words, &number) {
        number.value = number.value.times_ten_to(power);
        number.power = power;
        number.end = end;
    }
    number.end = after_dash(words, number.end).unwrap_or(number.end);
    Some(number)
}

/// The place after the dash that stands for no cents, before this place a number: `49,- Euro`.
fn after_dash(words: &Words<'_>, place: usize) -> Option<usize> {
    let is_dash = |place: usize| words.is_joined(place) && matches!(words.text(place), "-" | "–" | "—");
    if !(words.text(place) == "," && words.is_joined(place) && is_dash(place + 1)) {
        return None;
    }
    let end = place + 2 + usize::from(is_dash(place + 2));
    let has_sign = place > 1 && units::is_money(words.text(place - 2));
    (has_sign || units::is_money(words.text(end))).then_some(end)
}

/// Whether a number in digits goes on to the left: of `A4`, `1/2`, `Covid-19`, `16:40` and `$-5` no part is a number.
fn is_part_of_more(words: &Words<'_>, place: usize) -> bool {
    let Some(before) = place.checked_sub(1).filter(|_| words.is_digits(place)) else { return false };
    // "§ 5", "No. 10", "Art. 3".
    let is_short = || {
        let word = words.lower_before(before);
        matches!(word, "no" | "nos" | "nr" | "art" | "abs" | "kap" | "ziff" | "sec" | "vol")
    };
    let is_numbered = matches!(words.text(before), "§" | "#")
        || words.text(before) == "." && words.is_joined(before) && is_short();
    if is_numbered || !words.is_joined(place) {
        return is_numbered;
    }
    let is_sign = matches!(words.text(before), "/" | ":" | "." | "_" | "=" | "@" | "&" | "*" | "^" | "±");
    let is_compound = words.text(before) == "-"
        && before > 0
        && words.is_joined(before)
        && (words.is_letters(before - 1)
            || matches!(words.text(before - 1), "/" | "$" | "€" | "£" | "¥" | "+"));
    is_sign || is_compound
}

/// Whether a letter right after a number makes it large: where it is of money or of things, or the other end of a range is.
fn is_of_money(words: &Words<'_>, letter: usize) -> bool {
    let has_sign = |digits: usize| digits > 0 && units::is_money(words.text(digits - 1));
    let is_range = |place: usize| {
        matches!(words.lower(place), "to" | "bis" | "and" | "und" | "or" | "oder" | "-" | "–" | "—")
    };
    let is_counted = |place: usize| counted::is_plural(words, place) || units::is_money(words.text(place));
    let Some(digits) = letter.checked_sub(1) else { return false };
    if has_sign(digits) || is_counted(letter + 1) {
        return true;
    }
    // "5m to 10m euros".
    let other = letter + 2;
    if is_range(letter + 1) && words.is_digits(other) && words.text(other + 1) == words.text(letter) {
        return words.is_joined(other + 1) && is_counted(other + 2);
    }
    // "$5m to 10m", "$5-10m".
    let Some(first) = digits.checked_sub(2).filter(|_| is_range(digits - 1)) else { return false };
    has_sign(first) || words.text(first) == words.text(letter) && first > 0 && has_sign(first - 1)
}

/// The word that makes a number in digits large: `Millionen`, `Mio.`, `bn`, and of money `m` and `k`.
fn scale_after(words: &Words<'_>, number: &Number) -> Option<(u32, usize)> {
    let at = number.end + usize::from(words.text(number.end) == "-" && words.is_letters(number.end + 1));
    let text = words.text(at);
    if words.is_joined(at) && words.is_letters(at) && at == number.end {
        let power = match text {
            "m" | "M" if is_of_money(words, at) => 6,
            "b" | "B" if is_of_money(words, at) => 9,
            "K" if is_of_money(words, at) => 3,
            _ => scale(text, words.languages)?,
        };
        return Some((power, at + 1));
    }
    let power = scale(text, words.languages)
        .filter(|_| words.at(at).is_some_and(|word| word.kind == WordKind::Letters))?;
    // "5 Bio-Eier", "5 Bio. Euro".
    let is_bio = text == "Bio" && words.text(at + 1) != "." && !units::is_money(words.text(at + 1));
    if is_bio || text == "k" || power == 2 && number.value.exceeds(99) {
        return None;
    }
    let is_short =
        matches!(text, "Mio" | "Mill" | "Mrd" | "Mia" | "Md" | "Bio" | "Tsd" | "Tds" | "mn" | "bn" | "tn");
    Some((power, at + 1 + usize::from(is_short && words.text(at + 1) == "." && words.is_joined(at + 1))))
}

#[cfg(test)]
mod tests;
