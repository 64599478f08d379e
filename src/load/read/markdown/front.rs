//! The head that many Markdown files have: lines of `key: value` between two lines of hyphens, or of `key = value` between two of plus
//! signs. It is no part of the text; of what it says, only the title and the language are used.

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

/// The keys that programs write an article's title under, the best first. Of equal ones the first counts.
pub(crate) const TITLES: [&str; 7] =
    ["title", "headline", "page-title", "page_title", "og:title", "og_title", "dc.title"];

/// The most bytes that are looked at for a head.
const LONGEST: usize = 64 << 10;

/// A head, and what comes after it.
pub(crate) struct Head<'a> {
    /// How it is written.
    pub(crate) syntax: HeadSyntax,
    /// Its lines.
    pub(crate) lines: &'a str,
    body: &'a str,
}

/// How a head is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum HeadSyntax {
    /// Between lines of `---`.
    Yaml,
    /// Between lines of `+++`.
    Toml,
}

impl HeadSyntax {
    /// What stands between a key and its value.
    fn sign(self) -> char {
        match self {
            Self::Yaml => ':',
            Self::Toml => '=',
        }
    }

    fn ends_with(self, line: &str) -> bool {
        match self {
            Self::Yaml => line == "---" || line == "...",
            Self::Toml => line == "+++",
        }
    }
}

/// The head of a file, empty where it has none, and the rest of the file.
pub(super) fn split(source: &str) -> (Front<'_>, &str) {
    let Some(Head { syntax, lines, body }) = head(source) else { return (Front::default(), source) };
    let mut front = Front::default();
    let mut best = TITLES.len();
    let mut lines = lines.lines().peekable();
    while let Some(line) = lines.next() {
        // What follows the first table of TOML says nothing of the whole.
        if syntax == HeadSyntax::Toml && begins_table(line) {
            break;
        }
        let Some((key, value)) = key_and_value(line, syntax) else { continue };
        // A text that goes on below is not this line alone. In TOML a line is set in for its looks alone.
        let goes_on = syntax == HeadSyntax::Yaml
            && lines.peek().is_some_and(|next| {
                let words = next.trim();
                next.starts_with([' ', '\t']) && !words.is_empty() && !words.starts_with('#')
            });
        let value = plain(value).filter(|_| !goes_on);
        if let Some(rank) = TITLES.iter().position(|title| key.eq_ignore_ascii_case(title))
            && rank < best
            && value.is_some()
        {
            (front.title, best) = (value, rank);
        }
        if matches!(key, "lang" | "language") && front.language.is_none() {
            front.language = value.filter(|tag| is_language(tag)).map(LanguageTag::new);
        }
    }
    (front, body)
}

/// Whether a line of TOML is the heading of a table. One that is set in may be an item of a list, with a comma after it.
fn begins_table(line: &str) -> bool {
    line.starts_with('[') || line.trim_start().starts_with('[') && !line.contains(',')
}

/// A line's key, which may stand in quotation marks and have a colon in it, and its value.
fn key_and_value(line: &str, syntax: HeadSyntax) -> Option<(&str, &str)> {
    let is_key = |(key, _): &(&str, &str)| {
        let is_of_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
        !key.is_empty() && key.chars().all(is_of_key)
    };
    let mark = line.chars().next().filter(|first| matches!(first, '"' | '\''));
    let (key, value) = match (mark, syntax) {
        (Some(mark), _) => {
            let (key, rest) = line[1..].split_once(mark)?;
            Some((key, rest.trim_start().strip_prefix(syntax.sign())?)).filter(is_key)?
        }
        (None, HeadSyntax::Yaml) => {
            let split = line.split_once(": ").filter(is_key);
            split.or_else(|| line.split_once(':').filter(is_key))?
        }
        (None, HeadSyntax::Toml) => {
            line.split_once('=').map(|(key, value)| (key.trim(), value)).filter(is_key)?
        }
    };
    Some((key, value.trim()))
}

/// Whether a line between others of a head is one that programs or people write there, though it is no plain key: a key of several
/// words, or a sign that is YAML's alone.
fn is_of_yaml(line: &str) -> bool {
    /// A key has no more words; a sentence before a colon may.
    const WORDS: usize = 4;
    let is_sign = ["? ", ": ", "<<:", "%", "@", "`", "!", "&", "*", "]", "}", "- "]
        .iter()
        .any(|sign| line.starts_with(sign));
    let is_key = line
        .split_once(": ")
        .or_else(|| Some((line.strip_suffix(':')?, "")))
        .is_some_and(|(key, _)| !key.is_empty() && key.split_whitespace().count() <= WORDS);
    is_sign || is_key || line == "-"
}

/// The head, if a file has one. Two rules with prose between them are none.
pub(crate) fn head(source: &str) -> Option<Head<'_>> {
    let end = source.find('\n')?;
    let syntax = match source[..end].trim_end() {
        "---" => HeadSyntax::Yaml,
        "+++" => HeadSyntax::Toml,
        _ => return None,
    };
    let begin = end + 1;
    let mut at = begin;
    let mut keys = 0;
    let mut is_parted = false;
    for line in source[begin..].split_inclusive('\n') {
        let text = line.trim_end();
        if syntax.ends_with(text) {
            let head = Head { syntax, lines: &source[begin..at], body: &source[at + line.len()..] };
            return (keys > 0).then_some(head);
        }
        at += line.len();
        let is_key = key_and_value(text, syntax).is_some();
        // A value may go on over lines that are set in, or be a list.
        let goes_on = keys > 0
            && match syntax {
                HeadSyntax::Yaml => {
                    let is_set_in =
                        text.is_empty() || line.starts_with([' ', '\t']) || text.starts_with("- ");
                    is_set_in || !is_parted && is_of_yaml(text)
                }
                HeadSyntax::Toml => true,
            };
        if at > LONGEST
            || !(is_key
                || goes_on
                || text.is_empty() && syntax == HeadSyntax::Toml
                || text.starts_with(['#', '[']))
        {
            return None;
        }
        is_parted |= text.is_empty();
        keys += usize::from(is_key);
    }
    None
}

/// A value that stands on its line as it is meant; none of those that mean something else to YAML.
fn plain(value: &str) -> Option<&str> {
    let quoted = |mark| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    let value = match value.chars().next()? {
        mark @ ('"' | '\'') => {
            let closed = quoted(mark).or_else(|| {
                let (inner, rest) = value[1..].split_once(mark)?;
                rest.trim_start().starts_with('#').then_some(inner)
            });
            closed.filter(|inner| !inner.contains([mark, '\\']))?
        }
        '|' | '>' | '[' | '{' | '&' | '*' | '!' | '%' | '@' | '`' | '#' => return None,
        _ => value.split(" #").next().unwrap_or(value).trim_end(),
    };
    (!value.trim().is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(source: &str) -> Option<&str> {
        split(source).0.title
    }

    #[test]
    fn only_a_text_of_yaml_goes_on_in_lines_that_are_set_in() {
        let set_in =
            "+++\n  title = \"Old bridge\"\n  lang = \"en\"\n  [params]\n    language = \"de\"\n+++\nText";
        let (front, body) = split(set_in);
        assert_eq!((front.title, front.language), (Some("Old bridge"), Some(LanguageTag::new("en"))));
        assert_eq!(body, "Text");
        assert_eq!(title("+++\nlang = \"en\"\n  [params]\n  title = \"No\"\n+++\n"), None);
        assert_eq!(title("---\ntitle: Old bridge\n  # as clipped\nlang: en\n---\n"), Some("Old bridge"));
        assert_eq!(title("---\ntitle: Old\n  bridge\nlang: en\n---\n"), None);
    }

    #[test]
    fn of_equal_keys_the_first_counts() {
        assert_eq!(title("---\ntitle: Old bridge\ntitle: Ferry\n---\n"), Some("Old bridge"));
        assert_eq!(title("---\ntitle:\ntitle: Ferry\n---\n"), Some("Ferry"));
        assert_eq!(title("---\nheadline: Ferry\ntitle: Old bridge\n---\n"), Some("Old bridge"));
    }
}
