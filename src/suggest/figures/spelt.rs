//! Numbers in words.

use super::decimal::Decimal;
use super::unit;
use crate::suggest::units::scale;
use crate::suggest::words::Words;
use crate::text::cues::CueLanguage::{English, German};

/// A number in words, and the place after it.
pub(super) struct Spelt {
    pub(super) value: Decimal,
    /// The power of ten of the word that makes it large.
    pub(super) power: u32,
    pub(super) end: usize,
}

/// The number in words that begins here, with the words that make it large.
pub(super) fn read(words: &Words<'_>, place: usize) -> Option<Spelt> {
    if !words.is_letters(place) {
        return None;
    }
    let german = words.knows(German).then(|| in_german(words, place)).flatten();
    german.or_else(|| words.knows(English).then(|| in_english(words, place)).flatten())
}

/// The number that a word is, or the beginning of one: `zehn` of `zehnprozentig`.
pub(super) fn in_one_word(word: &str) -> Option<Decimal> {
    let halves = word.strip_suffix("einhalb").and_then(german_compound);
    let halves = halves.map(|number| Decimal::of_ten_thousandths(number * 10_000 + 5_000));
    halves.or_else(|| german_compound(word).map(Decimal::of))
}

/// Whether a number in words or a part of one stands here, which is no article.
pub(super) fn is_number(words: &Words<'_>, place: usize) -> bool {
    let word = words.lower(place);
    if !words.is_letters(place) || word.starts_with("ein") || word == "one" || word == "acht" {
        return false;
    }
    // "7500 Vier-Personen-Haushalte".
    let is_in_noun = words.knows(German)
        && words.is_capital(place)
        && words.text(place + 1) == "-"
        && words.is_joined(place + 1)
        && words.is_capital(place + 2);
    if is_in_noun {
        return false;
    }
    words.knows(German) && german_compound(word).is_some()
        || words.knows(English) && english_number(words, place).is_some()
}

const GERMAN: &[(&str, u64)] = &[
    ("null", 0),
    ("ein", 1),
    ("eins", 1),
    ("eine", 1),
    ("einen", 1),
    ("einem", 1),
    ("einer", 1),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
    ("elf", 11),
    ("zwölf", 12),
    ("dreizehn", 13),
    ("vierzehn", 14),
    ("fünfzehn", 15),
    ("sechzehn", 16),
    ("siebzehn", 17),
    ("achtzehn", 18),
    ("neunzehn", 19),
    ("zwanzig", 20),
    ("dreißig", 30),
    ("vierzig", 40),
    ("fünfzig", 50),
    ("sechzig", 60),
    ("siebzig", 70),
    ("achtzig", 80),
    ("neunzig", 90),
    ("hundert", 100),
];

fn in_german(words: &Words<'_>, place: usize) -> Option<Spelt> {
    let lower = words.lower(place);
    if lower.starts_with("ein")
        && german_compound(lower) == Some(1)
        && let Some(found) = a_half(words, place).or_else(|| a_large_one(words, place))
    {
        return Some(found);
    }
    // "Anderthalb Millionen", "zweieinhalb Milliarden".
    let halves = match lower {
        "anderthalb" | "eineinhalb" => Some(15),
        _ => lower.strip_suffix("einhalb").and_then(german_compound).map(|number| number * 10 + 5),
    };
    if let Some(tenths) = halves {
        let (power, end) = german_scale(words, place + 1);
        let value = Decimal::of_ten_thousandths(tenths * 1000).times_ten_to(power);
        return Some(Spelt { value, power, end });
    }
    let number = german_compound(lower)?;
    if number > 1
        && let Some(dozens) = dozens(words, place + 1, number, &["dutzend"])
    {
        return Some(dozens);
    }
    if words.lower(place + 1) == "komma" {
        let (decimals, end) = decimals(words, place + 2, |word| digit_of(GERMAN, word));
        let (power, after) = german_scale(words, end);
        let value = Decimal::of_ten_thousandths(number * 10_000 + decimals).times_ten_to(power);
        return (end > place + 2).then_some(Spelt { value, power, end: after });
    }
    let (power, end) = german_scale(words, place + 1);
    // "Zwei Millionen dreihunderttausend".
    if power >= 3
        && let Some(more) = german_compound(words.lower(end)).filter(|_| is_number(words, end))
        && let Some(whole) = 10_u64.checked_pow(power).filter(|factor| more < *factor)
        && let Some(whole) = whole.checked_mul(number).and_then(|whole| whole.checked_add(more))
    {
        return Some(Spelt { value: Decimal::of(whole), power, end: end + 1 });
    }
    // Else an article.
    let is_article = lower.starts_with("ein") && number == 1;
    if is_article && power == 0 && !is_alone_with_unit(words, end) {
        return None;
    }
    Some(Spelt { value: Decimal::of(number).times_ten_to(power), power, end })
}

/// The half of a measure or of a large number: `ein halbes Prozent`, `eine knappe halbe Million`.
fn a_half(words: &Words<'_>, place: usize) -> Option<Spelt> {
    let at = place + 1 + usize::from(is_rounding(words.lower(place + 1)));
    let is_half = matches!(words.lower(at), "halb" | "halbe" | "halben" | "halber" | "halbes" | "halbem");
    let after = at + 1;
    if !is_half {
        return None;
    }
    let five = Decimal::of(5);
    if let Some(power) = scale(words.text(after), &[German]).filter(|power| *power >= 6) {
        return Some(Spelt { value: five.times_ten_to(power - 1), power, end: after + 1 });
    }
    let is_measure = unit::after(words, after).is_some_and(|unit| !unit.is_duration && !unit.is_frequency);
    is_measure.then(|| Spelt { value: Decimal::of_ten_thousandths(5_000), power: 0, end: after })
}

/// `Eine knappe Million`.
fn a_large_one(words: &Words<'_>, place: usize) -> Option<Spelt> {
    let is_rounded = is_rounding(words.lower(place + 1));
    let power = scale(words.text(place + 2), &[German]).filter(|power| *power >= 6 && is_rounded)?;
    Some(Spelt { value: Decimal::of(1).times_ten_to(power), power, end: place + 3 })
}

/// Whether an adjective says that the number after it is about that: `eine gute Million`.
pub(super) fn is_rounding(word: &str) -> bool {
    let stem = ["es", "en", "er", "e"].iter().find_map(|ending| word.strip_suffix(ending));
    stem.is_some_and(|stem| matches!(stem, "gut" | "knapp" | "rund"))
}

/// So many dozens, if the word stands here, with which it is a number like any other.
fn dozens(words: &Words<'_>, place: usize, number: u64, names: &[&str]) -> Option<Spelt> {
    let is_dozen = names.contains(&words.lower(place)) && number < 100;
    is_dozen.then(|| Spelt { value: Decimal::of(number * 12), power: 0, end: place + 1 })
}

/// Of "ein Prozent" and "einen Euro" the article is a number.
fn is_alone_with_unit(words: &Words<'_>, place: usize) -> bool {
    matches!(
        words.text(place),
        "Prozent"
            | "Prozentpunkt"
            | "Promille"
            | "Euro"
            | "Dollar"
            | "Cent"
            | "Franken"
            | "Grad"
            | "Millimeter"
            | "Zentimeter"
            | "Meter"
            | "Kilometer"
            | "Quadratmeter"
            | "Quadratkilometer"
            | "Kubikmeter"
            | "Hektar"
            | "Liter"
            | "Gramm"
            | "Kilogramm"
            | "Tonne"
            | "Megawatt"
            | "Gigawatt"
            | "Kilowattstunde"
            | "Megawattstunde"
    )
}

fn german_scale(words: &Words<'_>, place: usize) -> (u32, usize) {
    match scale(words.text(place), &[German]) {
        Some(power) if words.is_letters(place) && words.text(place) != "k" => (power, place + 1),
        _ => (0, place),
    }
}

/// `fünfundzwanzig`, `zweihundert`, `dreitausend`.
fn german_compound(word: &str) -> Option<u64> {
    /// More would be no word.
    const MOST: usize = 60;
    if word.len() > MOST {
        return None;
    }
    // A compound begins with a number: most words are seen to be none at once.
    let mut beginnings = GERMAN.iter().filter(|(name, _)| word.starts_with(name)).peekable();
    if beginnings.peek().is_none() && !word.starts_with("tausend") {
        return None;
    }
    if let Some((_, number)) = beginnings.find(|(name, _)| *name == word) {
        return Some(*number);
    }
    for (name, factor) in [("tausend", 1000), ("hundert", 100)] {
        if let Some((before, after)) = word.split_once(name) {
            let before = if before.is_empty() { 1 } else { german_compound(before)? };
            let after = after.strip_prefix("und").unwrap_or(after);
            let after = if after.is_empty() { 0 } else { german_compound(after)? };
            return (before < 1000 && after < factor).then_some(before * factor + after);
        }
    }
    let (ones, tens) = word.split_once("und")?;
    let (ones, tens) = (german_compound(ones)?, german_compound(tens)?);
    ((1..=9).contains(&ones) && (20..=90).contains(&tens)).then_some(ones + tens)
}

const ENGLISH: &[(&str, u64)] = &[
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

fn english_number(words: &Words<'_>, place: usize) -> Option<(u64, usize)> {
    let of = |place: usize| {
        ENGLISH.iter().find(|(name, _)| *name == words.lower(place)).map(|(_, number)| *number)
    };
    let first = of(place)?;
    if first >= 20 {
        let at = place + 1 + usize::from(words.text(place + 1) == "-");
        if let Some(ones) = of(at).filter(|ones| (1..=9).contains(ones)) {
            return Some((first + ones, at + 1));
        }
    }
    Some((first, place + 1))
}

fn in_english(words: &Words<'_>, place: usize) -> Option<Spelt> {
    let lower = words.lower(place);
    let tenths = |number: u64, power: u32| Decimal::of_ten_thousandths(number).times_ten_to(power);
    if lower == "half" && matches!(words.lower(place + 1), "a" | "an") {
        if let Some(power) = scale(words.lower(place + 2), &[English]).filter(|power| *power >= 6) {
            return Some(Spelt { value: tenths(5_000, power), power, end: place + 3 });
        }
        // "Half a percentage point".
        let is_measure =
            unit::after(words, place + 2).is_some_and(|unit| !unit.is_duration && !unit.is_frequency);
        return is_measure.then(|| Spelt { value: tenths(5_000, 0), power: 0, end: place + 2 });
    }
    let is_article = matches!(lower, "a" | "an");
    let (number, mut end) = if is_article {
        scale(words.lower(place + 1), &[English]).filter(|_| words.lower(place + 1).len() > 1)?;
        english_hundreds(words, place + 1, 1)
    } else {
        let (number, end) = english_number(words, place)?;
        if number > 1
            && let Some(dozens) = dozens(words, end, number, &["dozen"])
        {
            return Some(dozens);
        }
        english_hundreds(words, end, number)
    };
    let mut value = number * 10_000;
    if words.phrase(end, "and a half").is_some() {
        value += 5_000;
        end += 3;
    } else if words.lower(end) == "point" {
        let (decimals, after) = decimals(words, end + 1, |word| digit_of(ENGLISH, word));
        if after > end + 1 {
            (value, end) = (value + decimals, after);
        }
    }
    let mut power = 0;
    let scale_at = |place: usize| {
        let word = words.lower(place);
        scale(word, &[English]).filter(|power| *power >= 3 && word.len() > 1)
    };
    if let Some(own) = scale_at(end) {
        power = own;
        end += 1;
    }
    let mut least = power;
    let mut whole = Some(value);
    // "Two million three hundred thousand and five".
    while least >= 3 {
        let at = end + usize::from(words.lower(end) == "and");
        let Some((number, after)) = english_number(words, at) else { break };
        let (number, after) = english_hundreds(words, after, number);
        let own = scale_at(after).unwrap_or_default();
        // "Two thousand and 300 ships" are two numbers, and so are those of "two thousand and five million".
        if own >= least || words.lower(end) == "and" && number >= 100 {
            break;
        }
        whole = whole.and_then(|whole| {
            let above = whole.checked_mul(10_u64.checked_pow(least - own)?)?;
            above.checked_add(number * 10_000)
        });
        (least, end) = (own, after + usize::from(own > 0));
    }
    // "A hundred" counts, "a" does not.
    let is_counted = end > place + 1 || !is_article;
    whole.filter(|_| is_counted).map(|whole| Spelt { value: tenths(whole, least), power, end })
}

/// A number with the hundreds after it: `three hundred and five`, and the place after them.
fn english_hundreds(words: &Words<'_>, end: usize, number: u64) -> (u64, usize) {
    if words.lower(end) != "hundred" {
        return (number, end);
    }
    let at = end + 1 + usize::from(words.lower(end + 1) == "and");
    match english_number(words, at).filter(|(more, _)| *more < 100) {
        Some((more, after)) => (number * 100 + more, after),
        None => (number * 100, end + 1),
    }
}

/// The digit that a word is.
fn digit_of(numbers: &[(&str, u64)], word: &str) -> Option<u64> {
    numbers.iter().find(|(name, number)| *name == word && *number < 10).map(|(_, number)| *number)
}

/// Decimals in words, as ten-thousandths, and the place after them; the place itself where there are none, or too many.
fn decimals(words: &Words<'_>, place: usize, digit: impl Fn(&str) -> Option<u64>) -> (u64, usize) {
    let digits: Vec<u64> = (place..place + 5).map_while(|place| digit(words.lower(place))).collect();
    if digits.len() > 4 {
        return (0, place);
    }
    let value = [1000, 100, 10, 1].iter().zip(&digits).map(|(weight, digit)| weight * digit).sum();
    (value, place + digits.len())
}
