//! The head that many Markdown files have: lines of `key: value` between two lines of hyphens. It is no part of the
//! text; of what it says, only the title and the language are used.

use crate::dossier::LanguageTag;
use crate::load::syntax::fields::is_language;

/// What the head says.
#[derive(Default)]
pub(super) struct Front<'a> {
    /// The title, on one line.
    pub(super) title: Option<&'a str>,
    /// The language.
    pub(super) language: Option<LanguageTag>,
}

/// The keys that programs write an article's title under, the best first.
const TITLES: [&str; 7] =
    ["title", "headline", "page-title", "page_title", "og:title", "og_title", "dc.title"];

/// The most bytes that are looked at for a head.
const LONGEST: usize = 64 << 10;

/// The head of a file, empty where it has none, and the rest of the file.
pub(super) fn split(source: &str) -> (Front<'_>, &str) {
    head(source).map_or((Front::default(), source), |(head, body)| {
        let mut front = Front::default();
        let mut best = TITLES.len();
        for (key, value) in head.lines().filter_map(key_and_value) {
            let value = plain(value);
            if let Some(rank) = TITLES.iter().position(|title| key.eq_ignore_ascii_case(title))
                && rank <= best
                && value.is_some()
            {
                (front.title, best) = (value, rank);
            }
            if matches!(key, "lang" | "language") {
                front.language = value.filter(|tag| is_language(tag)).map(LanguageTag::new);
            }
        }
        (front, body)
    })
}

/// A line's key, which may stand in quotation marks and have a colon in it, and its value.
fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let is_key = |(key, _): &(&str, &str)| {
        let is_of_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
        !key.is_empty() && key.chars().all(is_of_key)
    };
    let mark = line.chars().next().filter(|first| matches!(first, '"' | '\''));
    let (key, value) = if let Some(mark) = mark {
        let (key, rest) = line[1..].split_once(mark)?;
        Some((key, rest.strip_prefix(':')?)).filter(is_key)?
    } else {
        let split = line.split_once(": ").filter(is_key);
        split.or_else(|| line.split_once(':').filter(is_key))?
    };
    Some((key, value.trim()))
}

/// The lines of the head, and what comes after it. Two rules with prose between them are no head.
pub(crate) fn head(source: &str) -> Option<(&str, &str)> {
    let begin = source.find('\n').filter(|end| source[..*end].trim_end() == "---")? + 1;
    let mut at = begin;
    let mut keys = 0;
    for line in source[begin..].split_inclusive('\n') {
        let text = line.trim_end();
        if text == "---" || text == "..." {
            return (keys > 0).then(|| (&source[begin..at], &source[at + line.len()..]));
        }
        at += line.len();
        let is_key = key_and_value(text).is_some();
        // A value may go on over lines that are set in, or be a list.
        let goes_on =
            keys > 0 && (text.is_empty() || line.starts_with([' ', '\t']) || text.starts_with("- "));
        if at > LONGEST || !(is_key || goes_on || text.starts_with('#')) {
            return None;
        }
        keys += usize::from(is_key);
    }
    None
}

/// A value that stands on its line as it is meant; none of those that mean something else to YAML.
fn plain(value: &str) -> Option<&str> {
    let quoted = |mark| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    let value = match value.chars().next()? {
        mark @ ('"' | '\'') => quoted(mark).filter(|inner| !inner.contains([mark, '\\']))?,
        '|' | '>' | '[' | '{' | '&' | '*' | '!' | '%' | '@' | '`' | '#' => return None,
        _ => value.split(" #").next().unwrap_or(value).trim_end(),
    };
    (!value.trim().is_empty()).then_some(value)
}
