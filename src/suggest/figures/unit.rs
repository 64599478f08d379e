//! The unit of a number, and the sign of money before it.

use std::ops::Range;

use super::super::units;
use super::super::words::{WordKind, Words};
use super::joined_text;

/// What a number counts.
pub(super) struct Unit {
    /// The places of its words.
    pub(super) words: Range<usize>,
    /// The place after it.
    pub(super) end: usize,
    /// Whether it is one of time: then the number is a duration, an age or a time of the day.
    pub(super) is_duration: bool,
    /// Whether it says how often: `1,5 Millionen Mal`.
    pub(super) is_frequency: bool,
    /// What it is where the words are another form: `Prozent` of `3-prozentig`.
    pub(super) name: Option<&'static str>,
}

impl Unit {
    /// The unit of these words.
    pub(super) fn of(words: Range<usize>) -> Self {
        let end = words.end;
        Self { words, end, is_duration: false, is_frequency: false, name: None }
    }

    /// What it is called.
    pub(super) fn text(&self, words: &Words<'_>) -> String {
        self.name.map_or_else(|| joined_text(words, &self.words), str::to_owned)
    }
}

/// Units in several words.
const PHRASES: &[&str] = &[
    "per cent",
    "percentage point",
    "percentage points",
    "us - dollar",
    "us - dollars",
    "us dollars",
    "grad celsius",
    "degrees celsius",
    "degrees fahrenheit",
    "degrees c",
    "grad fahrenheit",
    "° c",
    "° f",
    "square metres",
    "square meters",
    "square kilometres",
    "square kilometers",
    "square miles",
    "square feet",
    "cubic metres",
    "cubic meters",
    "cubic feet",
    "metric tons",
    "metric tonnes",
    "nautical miles",
    "kilowatt hours",
    "megawatt hours",
    "gigawatt hours",
    "terawatt hours",
    "kilowatt - hours",
    "megawatt - hours",
    "gigawatt - hours",
    "terawatt - hours",
    "basis points",
];

/// Units of time, with which a number is a duration, an age or a time of the day.
const OF_TIME: &[&str] = &[
    "jahr",
    "jahre",
    "jahren",
    "jahres",
    "monat",
    "monate",
    "monaten",
    "woche",
    "wochen",
    "tag",
    "tage",
    "tagen",
    "stunde",
    "stunden",
    "minute",
    "minuten",
    "sekunde",
    "sekunden",
    "uhr",
    "jahrzehnt",
    "jahrzehnte",
    "jahrzehnten",
    "jahrhunderte",
    "year",
    "years",
    "month",
    "months",
    "week",
    "weeks",
    "day",
    "days",
    "hour",
    "hours",
    "minutes",
    "second",
    "seconds",
    "decade",
    "decades",
    "century",
    "centuries",
    "am",
    "pm",
    "a",
    "p",
    "o'clock",
    "o’clock",
    "h",
    "min",
    "std",
    "mins",
    "hrs",
    "nights",
    "nächte",
    "sek",
    "sec",
    "secs",
];

/// The sign of money that begins here before a number, as `$`, `US$`, `EUR`.
pub(super) fn money_before(words: &Words<'_>, place: usize) -> Option<Range<usize>> {
    let is_sign = |place: usize| matches!(words.text(place), "$" | "€" | "£" | "¥");
    let end = match words.text(place) {
        "$" | "€" | "£" | "¥" | "EUR" | "USD" | "GBP" | "CHF" => place + 1,
        "US" | "A" | "C" | "HK" | "AU" | "CA" if is_sign(place + 1) && words.is_joined(place + 1) => {
            place + 2
        }
        _ => return None,
    };
    words.is_digits(end).then_some(place..end)
}

/// The unit that stands here, right after a number, a hyphen before it or not.
pub(super) fn after(words: &Words<'_>, place: usize) -> Option<Unit> {
    let at =
        place + usize::from(words.text(place) == "-" && words.is_joined(place) && words.is_joined(place + 1));
    let word = words.at(at)?;
    if let Some(end) = words.longest(at, PHRASES) {
        return Some(Unit::of(at..end));
    }
    let mut end = at + 1;
    if OF_TIME.contains(&&*word.lower) && is_of_time(words, at) {
        return Some(Unit { is_duration: true, ..Unit::of(at..end) });
    }
    if matches!(&*word.lower, "mal" | "times") {
        return Some(Unit { is_frequency: true, ..Unit::of(at..end) });
    }
    // "3,5-prozentig".
    if is_percentage(&word.lower) && words.is_joined(at) {
        return Some(Unit { name: Some("Prozent"), ..Unit::of(at..end) });
    }
    let is_unit = units::is_unit(&word.text);
    // "1 in", "5 m" are seldom units in running text unless they stand right beside the number or are signs.
    let is_short = word.kind == WordKind::Letters && word.text.chars().count() == 1;
    let is_sound = !is_short || word.is_joined || matches!(&*word.text, "m" | "t" | "g" | "l" | "W" | "V");
    if !(is_unit && is_sound) {
        return None;
    }
    // "km/h", "Mbit/s", "µg/m³", "Euro/MWh".
    if words.text(end) == "/" && words.is_joined(end) && words.is_joined(end + 1) {
        let per = words.text(end + 1);
        if units::is_unit(per)
            || matches!(per, "h" | "s" | "min" | "Tag" | "Woche" | "Monat" | "Jahr" | "day" | "year")
        {
            end += 2;
        }
    }
    Some(Unit::of(at..end))
}

/// Whether a word is the adjective of per cent: `prozentige`, of which `prozentual` is none.
pub(super) fn is_percentage(word: &str) -> bool {
    word.strip_prefix("prozentig")
        .is_some_and(|ending| matches!(ending, "" | "e" | "en" | "er" | "es" | "em"))
}

/// Whether letters that may be a unit of time are one: `a` of `7 a.m.`, but not an article.
fn is_of_time(words: &Words<'_>, place: usize) -> bool {
    match words.lower(place) {
        "a" | "p" => words.text(place + 1) == "." && words.lower(place + 2) == "m",
        "am" | "pm" | "h" | "min" => words.is_joined(place) || words.lower(place) != "am",
        _ => true,
    }
}
