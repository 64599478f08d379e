//! What is wrong with a value: texts, lists and tables in braces, read as far as they are right.

use super::bare::{self, element, in_quotes, is_curly};
use super::error::SyntaxError;
use super::shape::{assigns, foreign_comment, line_at};
use crate::dossier::When;
use crate::load::syntax::keys::{Wanted, wanted};

/// The depth to which brackets are followed.
const DEEPEST: usize = 40;

/// Why reading ended.
pub(super) enum Stop {
    /// The author's mistake.
    Slip(SyntaxError),
    /// Something that is not understood here, such as a text that is not closed.
    Unclear,
}

pub(super) type Read = Result<usize, Stop>;

pub(super) fn slip(span: std::ops::Range<usize>, message: &str, hint: impl Into<String>) -> Stop {
    Stop::Slip(SyntaxError::new(span, message, hint))
}

/// A value of a key.
pub(super) struct Value<'t> {
    pub(super) text: &'t str,
    /// The key as it is written.
    pub(super) key: &'t str,
    /// Where the statement ends.
    pub(super) end: usize,
}

impl Value<'_> {
    /// Reads the value that begins at or behind a byte, and what stands behind it.
    pub(super) fn read(&self, at: usize) -> Read {
        let at = self.blanks(at);
        let Some(first) = self.char(at) else {
            let hint = "write it after the equals sign, texts and dates in quotes";
            let line_end = line_at(self.text, at).end;
            let at = at + self.text[at..line_end].trim_end_matches('\r').len();
            return Err(slip(at..at, "a value is missing here", hint));
        };
        if matches!(first, '\r' | '\n') {
            return Err(self.below(at));
        }
        if first == '#' {
            return Err(slip(at..at, "a value is missing here", "write it before the comment"));
        }
        if matches!(first, '=' | '>' | '~') {
            let sign = at - 1..at + 1;
            return Err(slip(sign, "between a key and its value stands one equals sign", "write = alone"));
        }
        if first == '(' {
            return Err(slip(at..at + 1, "a list stands in square brackets", self.hint_of_list(at + 1, ')')));
        }
        let whole = self.rest_of_line(at);
        if first == '[' && When::parse(whole).is_ok() {
            let hint = format!("put it in quotes: \"{whole}\"");
            return Err(slip(at..at + whole.len(), "this date stands without quotes", hint));
        }
        if !matches!(first, '"' | '\'' | '[' | '{') && !is_curly(first) {
            return self.bare_line(at);
        }
        let end = self.value(at, 0)?;
        self.behind(at, end)
    }

    /// A value that begins in a line below its key: in quotes or brackets, or with a dash before each element.
    fn below(&self, at: usize) -> Stop {
        let below = self.text[at..self.end].trim();
        let items: Vec<String> = below
            .lines()
            .filter_map(|line| line.trim().strip_prefix("- "))
            .map(|item| element(item.trim()))
            .collect();
        if items.is_empty() {
            return slip(
                at..at,
                "the value of this key stands in the next line",
                "write it behind the equals sign",
            );
        }
        let items = items.join(", ");
        let items = if items.len() > 80 { "\"…\", \"…\"" } else { &items };
        slip(at..at, "a list stands in square brackets", format!("write {} = [{items}]", self.key))
    }

    pub(super) fn char(&self, at: usize) -> Option<char> {
        self.text.get(at..self.end)?.chars().next()
    }

    fn blanks(&self, at: usize) -> usize {
        let rest = self.text.get(at..self.end).unwrap_or_default();
        at + rest.len() - rest.trim_start_matches([' ', '\t']).len()
    }

    /// Over blanks, line ends and comments.
    fn space(&self, mut at: usize) -> usize {
        loop {
            let rest = self.text.get(at..self.end).unwrap_or_default();
            at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
            if self.char(at) != Some('#') {
                return at;
            }
            at = line_at(self.text, at).end;
        }
    }

    /// The rest of the line, without a comment.
    fn rest_of_line(&self, at: usize) -> &str {
        let line = self.text.get(at..line_at(self.text, at).end.min(self.end)).unwrap_or_default();
        line.split(" #").next().unwrap_or_default().trim_end()
    }

    /// A value without quotes, which is all of its line.
    fn bare_line(&self, at: usize) -> Read {
        let text = self.rest_of_line(at);
        for sign in [" //", " --", " ;"] {
            if let Some((value, _)) = text.split_once(sign)
                && is_value(value.trim_end())
            {
                let from = at + value.len() + 1;
                let hint = format!("write # instead of {}", sign.trim());
                return Err(slip(from..from + sign.len() - 1, "a comment of TOML begins with #", hint));
            }
        }
        let without = text.trim_end_matches([',', ';']);
        if without.len() < text.len() && is_value(without.trim_end()) {
            return Err(at_end(self.text, at + without.len()..at + text.len()));
        }
        if let Some((word, rest)) = text.split_once(' ')
            && is_value(word)
            && assigns(rest.trim_start())
        {
            let from = at + text.len() - rest.trim_start().len();
            return Err(second_key(from, rest.trim_start()));
        }
        if without.ends_with(']') && !without.contains('[') {
            let from = at + without.trim_end_matches(']').len();
            let hint = format!("write {} = [{}]", self.key, in_quotes(without.trim_end_matches(']').trim()));
            return Err(slip(from..at + without.len(), "this bracket closes nothing", hint));
        }
        Err(Stop::Slip(bare::slip(self.key, without, at, false)))
    }

    /// What stands behind a value that began at `from` and ended before `at`.
    fn behind(&self, from: usize, at: usize) -> Read {
        let next = self.blanks(at);
        let Some(first) = self.char(next) else { return Ok(next) };
        if matches!(first, '#' | '\n' | '\r') {
            return Ok(next);
        }
        let rest = self.rest_of_line(next);
        if let Some(sign) = foreign_comment(rest).filter(|sign| *sign != ";" || rest.len() > 1) {
            let hint = format!("write # instead of {sign}");
            return Err(slip(next..next + sign.len(), "a comment of TOML begins with #", hint));
        }
        if matches!(first, ',' | ';') {
            let more = rest[1..].trim_start();
            if more.is_empty() && line_at(self.text, next).end < self.end {
                return Err(slip(
                    next..next + 1,
                    "several values stand in brackets",
                    "write [ before the first and ] behind the last",
                ));
            }
            if more.is_empty() {
                return Err(at_end(self.text, next..next + 1));
            }
            if assigns(more) {
                return Err(slip(
                    next..next + 1,
                    "between keys stands a line end, no comma",
                    "begin a new line instead",
                ));
            }
            if wanted(self.key) == Some(Wanted::Other) && more.starts_with(['"', '\'']) {
                return Err(slip(
                    next..next + rest.len(),
                    "a second text stands behind the first",
                    "join them into one",
                ));
            }
            if wanted(self.key) == Some(Wanted::List) || more.starts_with(['"', '\'']) {
                let all = self.text[from..next + rest.len()].replace(';', ",");
                let hint = if all.len() < 80 {
                    format!("write {} = [{all}]", self.key)
                } else {
                    "put brackets around them".to_owned()
                };
                return Err(slip(next..next + 1, "several values stand in brackets", hint));
            }
        }
        if assigns(rest) {
            return Err(second_key(next, rest));
        }
        if matches!(first, ']' | '}' | ')') {
            return Err(slip(next..next + 1, "this bracket closes nothing", "remove it"));
        }
        let is_joined = matches!(first, '+' | '&' | '.') && rest.contains(['"', '\'']);
        if is_joined || matches!(first, '"' | '\'') {
            let hint = if wanted(self.key) == Some(Wanted::List) {
                "write them as a list: in brackets, with commas between them"
            } else {
                "join them into one"
            };
            return Err(slip(next..next + rest.len(), "a second text stands behind the first", hint));
        }
        Err(slip(
            next..next + rest.len(),
            "nothing but a comment may stand behind a value",
            "remove it, or put # before it",
        ))
    }

    fn value(&self, at: usize, depth: usize) -> Read {
        if depth > DEEPEST {
            return Err(Stop::Unclear);
        }
        match self.char(at) {
            Some(quote @ ('"' | '\'')) => self.quoted(at, quote),
            Some('[') => self.list(at, depth),
            Some('{') => self.braces(at, depth),
            Some(c) if is_curly(c) => Err(self.curly(at, c)),
            _ => self.bare_element(at),
        }
    }

    fn list(&self, at: usize, depth: usize) -> Read {
        let mut at = self.space(at + 1);
        loop {
            match self.char(at) {
                None => return Err(Stop::Unclear),
                Some(']') => return Ok(at + 1),
                Some(',') => {
                    return Err(slip(at..at + 1, "nothing stands before this comma", "remove it"));
                }
                Some(_) => {}
            }
            let element = at;
            let end = self.value(at, depth + 1)?;
            at = self.space(end);
            match self.char(at) {
                Some(',') => at = self.space(at + 1),
                Some(']') => return Ok(at + 1),
                None => return Err(Stop::Unclear),
                Some(';' | '|') => {
                    return Err(slip(
                        at..at + 1,
                        "between the elements of a list stands a comma",
                        "write , instead",
                    ));
                }
                Some('=' | ':') => {
                    let key = self.text[element..end].trim();
                    let hint = format!("write it in braces: [{{ {key} = … }}]");
                    return Err(slip(element..end, "a key within a list stands in braces", hint));
                }
                Some(wrong @ (')' | '}')) => {
                    return Err(slip(
                        at..at + wrong.len_utf8(),
                        "a list is closed with a square bracket",
                        "write ] instead",
                    ));
                }
                Some(c) => {
                    let rest = self.rest_of_line(at);
                    // A word right behind a text, and another quotation mark later: a quotation within the text.
                    if c.is_alphabetic() && rest.contains('"') && self.text[element..].starts_with('"') {
                        let hint =
                            "write \\\" for a quotation mark within a text, or put the text between ' and '";
                        return Err(slip(end - 1..end, "this quotation mark within the text ends it", hint));
                    }
                    let hint = "put a comma between the elements of a list";
                    return Err(slip(at..at, "a comma is missing before this", hint));
                }
            }
        }
    }

    fn braces(&self, open: usize, depth: usize) -> Read {
        let mut at = self.space(open + 1);
        loop {
            match self.char(at) {
                None => return Err(Stop::Unclear),
                Some('}') => return Ok(at + 1),
                Some(',') => return Err(slip(at..at + 1, "nothing stands before this comma", "remove it")),
                Some(_) => {}
            }
            let rest = &self.text[at..self.end];
            let length = rest.find(['=', ':', ',', '}', '\n']).unwrap_or(rest.len());
            let key = rest[..length].trim();
            let sign = at + length;
            match self.char(sign) {
                Some('=') => {}
                Some(':') => {
                    let key = key.trim_matches('"');
                    return Err(slip(
                        sign..sign + 1,
                        "between a key and its value stands an equals sign",
                        format!("write {key} = …"),
                    ));
                }
                _ if key.starts_with(['"', '\'']) => {
                    return Err(slip(
                        open..open + 1,
                        "a list stands in square brackets, not in braces",
                        "write [ and ] instead",
                    ));
                }
                _ => {
                    let key = key.split([' ', '"']).next().unwrap_or_default();
                    let end = at + key.len();
                    return Err(slip(end..end, "an equals sign is missing here", format!("write {key} = …")));
                }
            }
            let inner = Value { text: self.text, key: key.trim_matches(['"', '\'']), end: self.end };
            let value = self.space(sign + 1);
            if matches!(self.char(value), Some(',' | '}')) {
                return Err(slip(
                    value..value,
                    "a value is missing here",
                    "write it after the equals sign, texts and dates in quotes",
                ));
            }
            let end = inner.value(value, depth + 1)?;
            at = self.space(end);
            match self.char(at) {
                Some(',') => at = self.space(at + 1),
                Some('}') => return Ok(at + 1),
                None => return Err(Stop::Unclear),
                Some(']') => {
                    let end = self.text[..at].trim_end().len();
                    return Err(slip(end..end, "a table in braces is not closed", "write } here"));
                }
                Some(_) => {
                    return Err(slip(
                        at..at,
                        "a comma is missing before this",
                        "put a comma between the keys in braces",
                    ));
                }
            }
        }
    }

    /// An element, or a value in braces, without quotes.
    fn bare_element(&self, at: usize) -> Read {
        let rest = &self.text[at..self.end];
        let length = rest.find([',', ']', '}', '\n', '#', '=', ';']).unwrap_or(rest.len());
        let text = rest[..length].trim_end();
        if is_value(text) {
            return Ok(at + text.len());
        }
        if rest[length..].starts_with('=') {
            // What a key within a list is, its caller knows.
            return Ok(at + text.len());
        }
        if let Some((key, _)) = text.split_once(':')
            && key.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
            && !key.is_empty()
            && !text.starts_with("http")
        {
            let hint = format!("write {{ {key} = … }}");
            return Err(slip(at..at + key.len(), "a key within a list stands in braces", hint));
        }
        if text.is_empty() {
            return Err(Stop::Unclear);
        }
        let is_list = self.text[..at].trim_end().ends_with(['[', ',']);
        let close = rest.find(']').map(|end| rest[..end].trim_end());
        if is_list
            && let Some(all) =
                close.filter(|all| all.contains(',') && !all.contains(['\n', '{', '"', '\'', '=']))
        {
            let quoted: Vec<String> = all.split(',').map(|one| in_quotes(one.trim())).collect();
            let hint = format!("put each in quotes: {}", quoted.join(", "));
            return Err(slip(at..at + all.len(), "these texts stand without quotes", hint));
        }
        Err(Stop::Slip(bare::slip(self.key, text, at, true)))
    }

    /// What to write instead of a list in other brackets.
    fn hint_of_list(&self, from: usize, close: char) -> String {
        let rest = self.rest_of_line(from);
        let inside = rest.split(close).next().unwrap_or_default().trim();
        let all: Vec<String> = inside.split(',').map(|one| element(one.trim())).collect();
        if inside.len() > 60 {
            "write [ and ]".to_owned()
        } else {
            format!("write {} = [{}]", self.key, all.join(", "))
        }
    }
}

/// Whether it is a value of TOML as it stands.
fn is_value(text: &str) -> bool {
    !text.is_empty() && !text.contains('\n') && toml::de::DeTable::parse(&format!("a = {text}")).is_ok()
}

/// A sign at the end of a line.
fn at_end(text: &str, span: std::ops::Range<usize>) -> Stop {
    let what = if text[span.clone()].starts_with(',') { "a comma" } else { "a semicolon" };
    slip(span, &format!("{what} stands at the end of this line"), "remove it")
}

fn second_key(at: usize, rest: &str) -> Stop {
    let key = rest.split('=').next().unwrap_or_default().trim_end();
    slip(at..at + key.len(), "a second key stands in the same line", "begin a new line before it")
}
