//! What is wrong with a key.

use toml::de::DeTable;

use super::bare::is_curly;
use super::error::SyntaxError;
use crate::load::report::problem::quoted;
use crate::load::syntax::keys::{meant_anywhere, wanted};

/// What is wrong with a key. `equals` is where the equals sign stands behind it.
pub(super) fn wrong_key(at: usize, key: &str, equals: usize) -> Option<SyntaxError> {
    if key.is_empty() {
        return Some(SyntaxError::new(
            at + equals..at + equals + 1,
            "a key is missing before this",
            "write one: key = \"value\"",
        ));
    }
    if DeTable::parse(&format!("{key} = 1")).is_ok() {
        return None;
    }
    let span = at..at + key.len();
    if let Some(sign) =
        key.chars().next().filter(|c| matches!(c, '-' | '*' | '+' | '>' | '$' | '@' | '•' | '–'))
        && let rest = key[sign.len_utf8()..].trim_start()
        && !rest.is_empty()
    {
        return Some(SyntaxError::new(
            at..at + sign.len_utf8(),
            format!("no key begins with {sign}"),
            "remove it",
        ));
    }
    let bare = key.trim_matches(|c: char| is_curly(c) || matches!(c, '"' | '\'' | '*' | '`'));
    if bare.len() < key.len() && DeTable::parse(&format!("{bare} = 1")).is_ok() {
        return Some(SyntaxError::new(span, "a key stands without such marks", format!("write {bare}")));
    }
    if let Some(sign) = ['+', '-', '?', '!', ':', '<'].into_iter().find(|sign| key.ends_with(*sign)) {
        let from = at + key.len() - 1;
        return Some(SyntaxError::new(
            from..at + equals + 1,
            format!("{sign}= is no sign of TOML"),
            "write = alone",
        ));
    }
    if key.contains(' ') && !key.contains(['"', '\'']) {
        let joined = key.split_whitespace().collect::<Vec<_>>().join("_");
        let last = key.split_whitespace().last().unwrap_or_default();
        let hint = if wanted(&joined).is_some() {
            format!("write {joined}")
        } else if wanted(last).is_some() {
            format!("write {last} alone")
        } else {
            "write it with _ instead of blanks".to_owned()
        };
        return Some(SyntaxError::new(span, "a key is one word", hint));
    }
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\'');
    if let Some((from, c)) = key.char_indices().find(|(_, c)| !is_plain(*c)) {
        let message = format!("{} may not stand in a key", quoted(&c.to_string()));
        if !c.is_alphabetic() {
            return Some(SyntaxError::new(at + from..at + from + c.len_utf8(), message, "remove it"));
        }
        let hint = meant_anywhere(key).map_or_else(
            || "write one of the format's keys, which are English".to_owned(),
            |meant| format!("write {meant}"),
        );
        return Some(SyntaxError::new(span, message, hint));
    }
    Some(SyntaxError::new(
        span,
        format!("{} is no key", quoted(key)),
        "write one word, or two with a point between them: title.en",
    ))
}
