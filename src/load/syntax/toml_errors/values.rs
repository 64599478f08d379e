//! What is wrong with a value: texts, lists and tables in braces, read as far as they are right.

use super::bare::{self, closing_mark, element, in_quotes, is_curly};
use super::error::{SyntaxError, UNQUOTED_END};
use super::shape::{assigns, closing, foreign_comment, line_at};
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

type Read = Result<usize, Stop>;

fn slip(span: std::ops::Range<usize>, message: &str, hint: impl Into<String>) -> Stop {
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

    fn char(&self, at: usize) -> Option<char> {
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

    /// A text in quotation marks that TOML does not know.
    fn curly(&self, at: usize, open: char) -> Stop {
        let inside = at + open.len_utf8();
        let line = self.text.get(inside..line_at(self.text, at).end).unwrap_or_default();
        let ends = |c: char| closing_mark(open, c) || is_curly(c) && c != open && !matches!(c, '’' | '‘');
        // One that the element ends with; else the last, so that an apostrophe or a quotation within does not end it.
        let is_last = |(at, c): &(usize, char)| {
            let rest = line[at + c.len_utf8()..].trim_start();
            ends(*c) && (rest.is_empty() || rest.starts_with([',', ']', '}', '#']))
        };
        let close =
            line.char_indices().find(is_last).or_else(|| line.char_indices().rev().find(|(_, c)| ends(*c)));
        if let Some((end, close)) = close {
            let span = at..inside + end + close.len_utf8();
            let text = Some(&line[..end]).filter(|text| !text.contains([open, close]));
            let hint = format!(
                "write straight ones: {}",
                text.map_or_else(|| "\"…\"".to_owned(), |text| in_quotes(text))
            );
            return slip(span, "TOML does not know these quotation marks", hint);
        }
        let hint = format!("write \" instead of {open}");
        if line.contains('"') {
            return slip(
                at..inside,
                "this text begins with a curly quotation mark and ends with a straight one",
                hint,
            );
        }
        slip(
            at..inside,
            "TOML does not know this quotation mark",
            format!("{hint}, and another at the end of the text"),
        )
    }

    fn quoted(&self, at: usize, quote: char) -> Read {
        let marks = quote.to_string().repeat(3);
        let is_long = self.text[at..self.end].starts_with(&marks);
        let body = if is_long { at + 3 } else { at + 1 };
        let byte = if quote == '"' { b'"' } else { b'\'' };
        let close = if is_long {
            let mut search = body;
            loop {
                let Some(found) = closing(self.text, search, self.end, byte) else { break None };
                if self.text[found..self.end].starts_with(&marks) {
                    break Some(found);
                }
                search = found + 1;
            }
        } else {
            closing(self.text, body, line_at(self.text, at).end.min(self.end), byte)
        };
        let Some(close) = close else { return Err(Stop::Unclear) };
        let length = if is_long {
            self.text[close..self.end].len() - self.text[close..self.end].trim_start_matches(quote).len()
        } else {
            1
        };
        let end = close + length;
        if let Some(next) = self.char(end)
            && !is_long
            && !next.is_whitespace()
            && !matches!(next, ',' | ']' | '}' | ')' | '#' | '=' | ':' | ';' | '|' | '/')
        {
            if let Some(mixed) = self.mixed(at, body, close) {
                return Err(mixed);
            }
            let text = self.text[body..close].trim_end();
            if let Some(text) =
                text.strip_suffix(',').filter(|_| self.text[..at].trim_end().ends_with(['[', ',']))
            {
                let end = body + text.len();
                return Err(slip(end..end, UNQUOTED_END, format!("close it with {quote} before the comma")));
            }
            let hint = if quote == '"' {
                "write \\\" for a quotation mark within a text, or put the text between ' and '"
            } else {
                "put the text between \" and \""
            };
            return Err(slip(close..end, "this quotation mark within the text ends it", hint));
        }
        if quote == '"'
            && let Some(wrong) = wrong_escape(&self.text[body..close], is_long)
        {
            let (from, length) = wrong;
            let from = body + from;
            let text = &self.text[body..close];
            let sign = &self.text[from..from + length];
            let doubled = format!("\\{sign}");
            let within = if text.contains('\'') {
                String::new()
            } else {
                format!(", or put the text between ' and ': '{}'", cut(text))
            };
            let message = match sign.as_bytes().last() {
                Some(b'u') => format!("{sign} begins an escape in TOML, of four hexadecimal digits"),
                Some(b'U') => format!("{sign} begins an escape in TOML, of eight hexadecimal digits"),
                Some(b'x') => format!("{sign} begins an escape in TOML, of two hexadecimal digits"),
                _ => format!("{sign} means nothing in TOML: a backslash begins an escape"),
            };
            return Err(slip(
                from..from + length,
                &message,
                format!("write {doubled} for a backslash{within}"),
            ));
        }
        Ok(end)
    }

    /// A text that ends with a curly mark, so that the next straight one only seems to end it.
    pub(super) fn mixed(&self, open: usize, body: usize, close: usize) -> Option<Stop> {
        let text = self.text.get(body..close)?;
        let ends = |(at, c): &(usize, char)| {
            let rest = text[at + c.len_utf8()..].trim_start();
            is_curly(*c) && (rest.is_empty() || rest.starts_with([',', ']', '}']))
        };
        let (at, mark) = text.char_indices().find(ends)?;
        let at = body + at;
        let message = "this text begins with a straight quotation mark and ends with a curly one";
        let straight = self.text[open..].chars().next()?;
        Some(slip(at..at + mark.len_utf8(), message, format!("write {straight} instead of {mark}")))
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

/// The beginning of a text that is repeated in a hint.
fn cut(text: &str) -> String {
    const ENOUGH: usize = 40;
    match text.char_indices().nth(ENOUGH) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// The first escape of a text that TOML does not know: where it stands, and how long it is.
fn wrong_escape(text: &str, is_long: bool) -> Option<(usize, usize)> {
    let mut rest = text.char_indices();
    while let Some((at, c)) = rest.next() {
        if c != '\\' {
            continue;
        }
        let (_, sign) = rest.next()?;
        let digits = match sign {
            'b' | 'e' | 'f' | 'n' | 'r' | 't' | '"' | '\\' => continue,
            ' ' | '\t' | '\n' | '\r' if is_long => continue,
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let code = text
            .get(at + 2..at + 2 + digits)
            .filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let is_character =
            code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32).is_some();
        if digits == 0 || !is_character {
            return Some((at, 1 + sign.len_utf8()));
        }
    }
    None
}
