//! How a date that cannot be read is reported.

use crate::dossier::WhenError;
use crate::load::report::problem::quoted;
use crate::load::report::span::Span;
use crate::load::syntax::date_guess::guess;

/// What to do about an invalid date: to write the one that is meant, where that is clear. Some reasons bring their own hint.
pub(crate) fn hint_for(text: &str, error: WhenError) -> String {
    if let Some(guess) = guess(text) {
        return guess.hint();
    }
    if let Some(hint) = hint_for_part(text) {
        return hint.to_owned();
    }
    error.reason.split_once("; ").map_or_else(date_hint, |(_, hint)| hint).to_owned()
}

/// What to do about a part of a year in words, which has no bounds.
fn hint_for_part(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let is_season =
        has(&["spring", "summer", "autumn", "winter", "fall ", "frühling", "frühjahr", "sommer", "herbst"]);
    let is_part = has(&["early", "late ", "mid", "anfang", "ende ", "mitte", "end of", "beginning"]);
    (is_season || is_part).then_some(
        "write the months that are meant, \"2025-12/2026-02\", or the quarter (\"2025-33\" to \"2025-36\")",
    )
}

/// The message for an invalid date, and the place of the character at which it goes wrong; the place of all of it where it
/// is a date that does not begin with its year. `quotes` are the bytes around the text where it is written.
pub(crate) fn no_date(text: &str, error: WhenError, at: Span, quotes: usize) -> (String, Span) {
    let begins_with_year = text.bytes().take_while(u8::is_ascii_digit).count() >= 4;
    if !begins_with_year && guess(text).is_some() {
        return (format!("{} is no date: a date begins with its year, in figures", quoted(text)), at);
    }
    let reason = error.reason.split_once("; ").map_or(error.reason, |(reason, _)| reason);
    let at = error.offset.map_or(at, |byte| at.within(text, byte, quotes));
    (format!("{} is no date: {reason}", quoted(text)), at)
}

/// What to write for a date.
pub(crate) fn date_hint() -> &'static str {
    "write \"2025-11-27\", \"2025-11\", \"2025\", \"2025-41\" (half-year), \"2025-33\" (quarter) or \
     \"[2025-11-27..]\" (not before), with ~ for about and ? for unsure"
}
