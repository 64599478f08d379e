//! How a date that cannot be read is reported.

use crate::dossier::WhenError;
use crate::load::report::problem::quoted;
use crate::load::report::span::Span;

/// What to do about an invalid date; some reasons bring their own hint.
pub(crate) fn hint_for(error: WhenError) -> &'static str {
    error.reason.split_once("; ").map_or_else(date_hint, |(_, hint)| hint)
}

/// The message for an invalid date, and the place of the character at which it goes wrong. `quotes` are the bytes
/// around the text where it is written.
pub(crate) fn no_date(text: &str, error: WhenError, at: Span, quotes: usize) -> (String, Span) {
    let reason = error.reason.split_once("; ").map_or(error.reason, |(reason, _)| reason);
    let at = error.offset.map_or(at, |byte| at.within(text, byte, quotes));
    (format!("{} is no date: {reason}", quoted(text)), at)
}

/// What to write for a date.
pub(crate) fn date_hint() -> &'static str {
    "write \"2025-11-27\", \"2025-11\", \"2025\", \"2025-41\" (half-year), \"2025-33\" (quarter) or \
     \"[2025-11-27..]\" (not before), with ~ for about and ? for unsure"
}
