//! Figures: numbers with a unit, shares, sums, large numbers.

use super::tokens::{Tokens, is_sign};
use super::{Cue, CueKind, CueLanguage};

/// Units and currencies, as they stand after a number in either language.
const UNITS: [&str; 65] = [
    "%",
    "‰",
    "$",
    "€",
    "£",
    "¥",
    "Prozent",
    "Prozentpunkte",
    "Prozentpunkten",
    "percent",
    "pc",
    "Dollar",
    "dollars",
    "Euro",
    "euros",
    "Franken",
    "francs",
    "Pfund",
    "pounds",
    "Yuan",
    "yuan",
    "Yen",
    "yen",
    "Rupien",
    "rupees",
    "MW",
    "GW",
    "kW",
    "TW",
    "MWh",
    "GWh",
    "kWh",
    "TWh",
    "Megawatt",
    "Gigawatt",
    "Kilowattstunden",
    "megawatts",
    "gigawatts",
    "km",
    "Kilometer",
    "Kilometern",
    "kilometres",
    "kilometers",
    "miles",
    "Meter",
    "Metern",
    "metres",
    "meters",
    "Hektar",
    "hectares",
    "acres",
    "Tonnen",
    "tonnes",
    "tons",
    "kg",
    "Kilogramm",
    "Liter",
    "Litern",
    "litres",
    "liters",
    "barrels",
    "Barrel",
    "Grad",
    "Quadratmeter",
    "Quadratkilometer",
];

/// Words that make a number large.
const LARGE: [&str; 27] = [
    "Millionen",
    "Million",
    "Mio",
    "Milliarden",
    "Milliarde",
    "Mrd",
    "Billionen",
    "Billion",
    "Tausend",
    "tausend",
    "Tausende",
    "Tausenden",
    "Hunderttausend",
    "Hunderttausende",
    "Zehntausende",
    "million",
    "millions",
    "billion",
    "billions",
    "trillion",
    "trillions",
    "thousand",
    "thousands",
    "bn",
    "mn",
    "hundred",
    "hundreds",
];

/// Shares in words.
const GERMAN_SHARES: [&str; 8] =
    ["Drittel", "Viertel", "Fünftel", "Zehntel", "Hälfte", "doppelt so", "dreimal so", "verdoppelt"];
const ENGLISH_SHARES: [&str; 14] = [
    "a third of",
    "one third",
    "one-third",
    "two thirds",
    "two-thirds",
    "a quarter of",
    "three quarters",
    "half of",
    "half the",
    "a fifth of",
    "twice as",
    "three times",
    "doubled",
    "tripled",
];

/// Whether a word is a unit, or makes a number large.
pub(super) fn is_unit(word: &str) -> bool {
    UNITS.contains(&word) || LARGE.contains(&word)
}

/// The figures of a sentence.
pub(super) fn find(tokens: &Tokens<'_>, languages: &[CueLanguage]) -> Vec<Cue> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < tokens.list.len() {
        let end = figure_at(tokens, place).or_else(|| share_at(tokens, place, languages));
        if let Some(end) = end {
            let range = tokens.list[place].range.start..tokens.list[end - 1].range.end;
            found.push(Cue { kind: CueKind::Figure, range });
        }
        place = end.unwrap_or(place + 1);
    }
    found
}

/// The token after the figure that begins here.
fn figure_at(tokens: &Tokens<'_>, place: usize) -> Option<usize> {
    let text = tokens.text(Some(place));
    // `$400 million`, `US$ 400`.
    if text.starts_with(is_sign) {
        return is_number(tokens.text(Some(place + 1))).then(|| after_units(tokens, place + 2));
    }
    // `Millionen` and `thousands` alone are many of something.
    if (LARGE.contains(&text) || LARGE.contains(&tokens.word(place)))
        && !is_number(tokens.text(place.checked_sub(1)))
    {
        return Some(after_units(tokens, place + 1));
    }
    if !is_number(text) {
        return None;
    }
    let end = after_units(tokens, place + 1);
    (end > place + 1 || is_large(tokens, place)).then_some(end)
}

/// The token after the units from here on: `million US dollars`, `per cent`.
fn after_units(tokens: &Tokens<'_>, mut place: usize) -> usize {
    loop {
        let (text, next) = (tokens.text(Some(place)), tokens.text(Some(place + 1)));
        // A full stop or comma ends it, but for that of `Mio.`.
        let is_joined = place == 0
            || tokens.gap_after(place - 1).chars().all(|c| c.is_whitespace() || c == '-' || c == '.');
        if is_joined && is_unit(text) {
            place += 1;
        } else if is_joined && (text == "US" && is_unit(next) || text == "per" && next == "cent") {
            place += 2;
        } else {
            return place;
        }
    }
}

/// Digits, with what groups and parts them; a range counts as one.
fn is_number(text: &str) -> bool {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’' | '-' | '–');
    text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(is_of_number)
}

/// Whether a number alone is so large that it counts something: a thousand or more, but for years and dates.
fn is_large(tokens: &Tokens<'_>, place: usize) -> bool {
    let text = tokens.text(Some(place));
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let may_be_year = text.len() == 4 && text.parse().is_ok_and(|year: u16| (1500..2100).contains(&year));
    let is_grouped = text.contains(['.', ',', '\'', '’'])
        && text.split(['.', ',', '\'', '’']).skip(1).all(|group| group.len() == 3);
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    (is_grouped || is_plain && digits >= 4 && !may_be_year) && digits < 16
}

/// The token after a share in words that begins here.
fn share_at(tokens: &Tokens<'_>, place: usize, languages: &[CueLanguage]) -> Option<usize> {
    let lists = languages.iter().flat_map(|language| match language {
        CueLanguage::German => &GERMAN_SHARES[..],
        CueLanguage::English => &ENGLISH_SHARES[..],
    });
    tokens.longest_at(place, lists.copied())
}
