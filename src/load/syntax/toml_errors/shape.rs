//! What a line looks like, before anything is known of it.

use std::ops::Range;

/// The line at a byte, without its end.
pub(super) fn line_at(text: &str, at: usize) -> Range<usize> {
    let at = at.min(text.len());
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    start..end
}

/// Whether the line opens a table, or means to.
pub(super) fn opens_table(line: &str) -> bool {
    let name = line.strip_prefix("[[").or_else(|| line.strip_prefix('[')).unwrap_or_default();
    let length =
        name.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '.')).unwrap_or(name.len());
    let rest = name[length..].trim_start();
    name.starts_with(char::is_alphabetic)
        && (rest.is_empty() || rest.starts_with([']', '#']))
        && !rest.trim_start_matches(']').trim_start().starts_with(',')
}

/// How other languages begin a comment.
const COMMENTS: [&str; 7] = ["//", "--", ";", "/*", "<!--", "%", "REM "];

/// How the line begins a comment that is none in TOML.
pub(super) fn foreign_comment(line: &str) -> Option<&'static str> {
    COMMENTS.into_iter().find(|sign| line.starts_with(sign)).filter(|_| !line.starts_with("---"))
}

pub(super) fn is_comment_of_another_language(line: &str) -> bool {
    foreign_comment(line).is_some()
}

/// Whether a key begins the line, which is no part of a list.
pub(super) fn assigns(line: &str) -> bool {
    let Some((key, _)) = line.split_once('=') else { return false };
    let key = key.trim_end();
    let is_of_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    !key.is_empty() && key.starts_with(char::is_alphanumeric) && key.chars().all(is_of_key)
}

/// The first such mark between two bytes that no backslash stands before.
pub(super) fn closing(text: &str, from: usize, to: usize, quote: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < to {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 2,
            byte if byte == quote => return Some(at),
            _ => at += 1,
        }
    }
    None
}
