//! How a date that cannot be read is reported.

use crate::dossier::WhenError;
use crate::load::report::problem::quoted;
use crate::load::report::span::Span;
use crate::load::syntax::date_guess::{DASHES, guess};
use crate::load::syntax::date_part::{self, hint_for_part};

/// What to do about an invalid date: to write the one that is meant, where that is clear. Some reasons bring their own hint.
pub(crate) fn hint_for(text: &str, error: WhenError) -> String {
    if let Some(guess) = guess(text) {
        return guess.hint();
    }
    if let Some(hint) = hint_for_part(text) {
        return hint;
    }
    error.reason.split_once("; ").map_or_else(date_hint, |(_, hint)| hint).to_owned()
}

/// The message for an invalid date, and the place of the character at which it goes wrong; the place of all of it where it
/// is a date that does not begin with its year. `quotes` are the bytes around the text where it is written.
pub(crate) fn no_date(text: &str, error: WhenError, at: Span, quotes: usize) -> (String, Span) {
    let begins_with_year = text.bytes().take_while(u8::is_ascii_digit).count() >= 4;
    if !begins_with_year && guess(text).is_some() {
        return (format!("{} is no date: a date begins with its year, in figures", quoted(text)), at);
    }
    let reason = error.reason.split_once("; ").map_or(error.reason, |(reason, _)| reason);
    let dash = error.offset.and_then(|byte| text.get(byte..)?.chars().next()).filter(|c| DASHES.contains(c));
    let (reason, is_whole) = match (dash, date_part::reason(text)) {
        (Some(dash), _) => (format!("{dash} (U+{:04X}) is a dash, and no hyphen", u32::from(dash)), false),
        (None, Some(of_all)) => of_all,
        (None, None) => (reason.to_owned(), false),
    };
    let at = error.offset.filter(|_| !is_whole).map_or(at, |byte| at.within(text, byte, quotes));
    (format!("{} is no date: {reason}", quoted(text)), at)
}

/// What to write for a date.
pub(crate) fn date_hint() -> &'static str {
    "write \"2025-11-27\", \"2025-11\", \"2025\", \"2025-41\" (half-year), \"2025-33\" (quarter) or \
     \"[2025-11-27..]\" (not before), with ~ for about and ? for unsure"
}
