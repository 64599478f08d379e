//! Quarters and halves of a year.

use super::super::date::{Date, Part};
use super::super::parts::{ordinal, year_digits, year_named};
use super::super::scope::{Read, Scope};
use crate::suggest::Basis;
use crate::text::cues::CueLanguage::English;

/// A quarter or a half of a year: `drittes Quartal 2025`, `Q3 2025`, `second half of 2024`, `H1`.
pub(super) fn share(scope: &Scope<'_, '_>, place: usize) -> Option<Read> {
    let words = scope.words;
    let short = |letter: char, most: u32, base: u32| {
        let number: u32 = words.text(place).strip_prefix(letter)?.parse().ok()?;
        (1..=most).contains(&number).then_some(base + number)
    };
    let (part, end) = if let Some(part) = short('Q', 4, 32).or_else(|| short('H', 2, 39)) {
        // `H1` is also a chip, a road, a hall.
        let has_year = year_digits(scope, place + 1).is_some() || words.text(place + 1) == "/";
        if words.text(place).starts_with('H') && !has_year {
            return None;
        }
        (part, place + 1)
    } else {
        let (number, at) = ordinal(scope, place)?;
        let is_last = words.lower(place) == "final";
        match words.lower(at) {
            "quarter" | "quartal" | "quartals" | "quartale" | "jahresviertel"
                if (1..=4).contains(&number) =>
            {
                (32 + number, at + 1)
            }
            "half" if (1..=2).contains(&number) && !is_last && half_is_of_year(scope, at + 1) => {
                (39 + number, at + 1)
            }
            "halbjahr" | "halbjahres" | "halbjahrs" | "jahreshälfte" if (1..=2).contains(&number) => {
                (39 + number, at + 1)
            }
            "hälfte" if (1..=2).contains(&number) && half_is_of_year(scope, at + 1) => (39 + number, at + 1),
            _ => return None,
        }
    };
    let date = |year| Date { year, part: Part::Share(part) };
    let at_year = match words.lower(end) {
        "of" | "/" | "in" | "von" => end + 1,
        _ => end,
    };
    let at_year = if words.lower(at_year) == "des" && words.lower(at_year + 1) == "jahres" {
        at_year + 2
    } else {
        at_year
    };
    if let Some(year) = year_digits(scope, at_year) {
        return Some(Read::date(at_year + 1, date(Some(year))));
    }
    if let Some((year, end)) = year_named(scope, end) {
        return Some(Read { basis: Basis::Published, ..Read::date(end, date(year)) });
    }
    // Games have quarters, too.
    let is_of_year = !words.knows(English)
        || words.lower(place).starts_with('q')
        || is_of_business(scope, place)
        || !is_of_game(scope, place);
    Some(if is_of_year { Read::date(end, date(None)) } else { Read::vague(end) })
}

/// Whether the sentence speaks of what is counted by the quarters of a year.
fn is_of_business(scope: &Scope<'_, '_>, place: usize) -> bool {
    const STEMS: &[&str] = &[
        "profit",
        "revenue",
        "sale",
        "earning",
        "growth",
        "grew",
        "econom",
        "gdp",
        "share",
        "result",
        "percent",
        "million",
        "billion",
        "output",
        "loss",
        "income",
        "demand",
        "deliver",
        "cost",
        "order",
        "compan",
        "invest",
        "produc",
        "export",
        "import",
        "inflation",
        "forecast",
        "report",
        "shipment",
        "margin",
        "debt",
        "price",
    ];
    scope.words.sentence(place).any(|place| {
        let word = scope.words.lower(place);
        matches!(word, "%" | "$" | "€" | "£" | "bn") || STEMS.iter().any(|stem| word.starts_with(stem))
    })
}

/// Whether the words around speak of a game, or are a heading that may be in the report of one.
fn is_of_game(scope: &Scope<'_, '_>, place: usize) -> bool {
    /// Words on each side that are looked at.
    const MOST: usize = 60;
    const STEMS: &[&str] = &[
        "game",
        "point",
        "scor",
        "team",
        "coach",
        "touchdown",
        "rebound",
        "halftime",
        "half-time",
        "lead",
        "play",
        "goal",
        "foul",
        "shot",
        "side",
        "season",
        "win",
        "lost",
        "minute",
        "starter",
        "bench",
        "defens",
        "offens",
    ];
    let words = scope.words;
    let around = place.saturating_sub(MOST)..(place + MOST).min(words.list.len());
    words.list.len() < 6
        || around.into_iter().any(|at| STEMS.iter().any(|stem| words.lower(at).starts_with(stem)))
}

/// Whether the half before this place is one of a year.
fn half_is_of_year(scope: &Scope<'_, '_>, place: usize) -> bool {
    let at_year = place + usize::from(matches!(scope.words.lower(place), "of" | "des"));
    year_digits(scope, at_year).is_some()
        || year_named(scope, place).is_some()
        || scope.words.lower(at_year) == "jahres"
}
