//! A mistake in a file that is no TOML.

use std::ops::Range;

use toml::de::Error;

/// What an author did wrong, where, and what to do.
#[derive(Debug)]
pub(crate) struct SyntaxError {
    pub(crate) span: Range<usize>,
    pub(crate) message: String,
    pub(crate) hint: String,
}

impl SyntaxError {
    pub(super) fn new(span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { span, message: message.into(), hint: hint.into() }
    }
}

pub(super) const UNQUOTED_END: &str = "the quotation mark at the end of this text is missing";

/// An error of the parser that nothing is known about, `start` bytes farther on in the text.
pub(super) fn unclear(text: &str, error: &Error, start: usize) -> SyntaxError {
    let span = error.span().unwrap_or_default();
    let span = (start + span.start).min(text.len())..(start + span.end).min(text.len());
    let message = error.message();
    let (message, hint) = if message.starts_with("invalid comment character") {
        ("a control character stands in this comment", "remove it")
    } else if message.starts_with("invalid basic string") || message.starts_with("invalid literal string") {
        ("a control character stands in this text", "remove it, or write its escape, such as \\t for a tab")
    } else {
        (message, "look for a missing quotation mark, bracket or equals sign here or just before")
    };
    SyntaxError::new(span, message, hint)
}
