//! Numbers in words.

use super::decimal::Decimal;
use crate::suggest::units::scale;
use crate::suggest::words::Words;
use crate::text::cues::CueLanguage::{English, German};

/// A number in words, and the place after it.
pub(super) struct Spelt {
    pub(super) value: Decimal,
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
    // "Eine halbe Million", "anderthalb Millionen", "zweieinhalb Milliarden".
    if matches!(lower, "eine" | "einer") && matches!(words.lower(place + 1), "halbe" | "halben") {
        let power = scale(words.text(place + 2)).filter(|power| *power >= 6)?;
        return Some(Spelt { value: Decimal::of(5).times_ten_to(power - 1), end: place + 3 });
    }
    let halves = match lower {
        "anderthalb" | "eineinhalb" => Some(15),
        _ => lower.strip_suffix("einhalb").and_then(german_compound).map(|number| number * 10 + 5),
    };
    let (value, power, end) = if let Some(tenths) = halves {
        let (power, end) = german_scale(words, place + 1);
        (tenths * 1000, power, end)
    } else {
        let number = german_compound(lower)?;
        let (power, end) = german_scale(words, place + 1);
        // Else an article.
        let is_article = lower.starts_with("ein") && number == 1;
        if is_article && power == 0 && !is_alone_with_unit(words, end) {
            return None;
        }
        (number * 10_000, power, end)
    };
    Some(Spelt { value: Decimal::of_ten_thousandths(value).times_ten_to(power), end })
}

/// Of "ein Prozent" and "einen Euro" the article is a number.
fn is_alone_with_unit(words: &Words<'_>, place: usize) -> bool {
    matches!(words.text(place), "Prozent" | "Prozentpunkt" | "Euro" | "Dollar" | "Cent")
}

fn german_scale(words: &Words<'_>, place: usize) -> (u32, usize) {
    match scale(words.text(place)) {
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
    if let Some((_, number)) = GERMAN.iter().find(|(name, _)| *name == word) {
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
    if lower == "half" && words.lower(place + 1) == "a" {
        let power = scale(words.text(place + 2)).filter(|power| *power >= 6)?;
        return Some(Spelt { value: tenths(5_000, power), end: place + 3 });
    }
    let (number, mut end) = if matches!(lower, "a" | "an") {
        scale(words.lower(place + 1)).filter(|_| words.lower(place + 1).len() > 1)?;
        (1, place + 1)
    } else {
        english_number(words, place)?
    };
    let mut number = number;
    if words.lower(end) == "hundred" {
        number *= 100;
        end += 1;
        let at = end + usize::from(words.lower(end) == "and");
        if let Some((more, after)) = english_number(words, at).filter(|(more, _)| *more < 100) {
            (number, end) = (number + more, after);
        }
    }
    let mut value = number * 10_000;
    if words.phrase(end, "and a half").is_some() {
        value += 5_000;
        end += 3;
    }
    let mut power = 0;
    if words.lower(end) != "hundred"
        && words.lower(end).len() > 1
        && let Some(own) = scale(words.lower(end))
    {
        power = own;
        end += 1;
    }
    // "A hundred" counts, "a" does not.
    (end > place + 1 || !matches!(lower, "a" | "an")).then(|| Spelt { value: tenths(value, power), end })
}
