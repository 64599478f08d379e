//! What is wrong with a text: its quotation marks, and what stands between them.

use super::bare::{closing_mark, in_quotes, is_curly};
use super::error::UNQUOTED_END;
use super::shape::{closing, line_at};
use super::values::{Read, Stop, Value, slip};
use crate::load::syntax::keys::{Wanted, wanted};

impl Value<'_> {
    /// A text in quotation marks that TOML does not know.
    pub(super) fn curly(&self, at: usize, open: char) -> Stop {
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
            let flag = text
                .and_then(|text| ["true", "false"].into_iter().find(|flag| text.eq_ignore_ascii_case(flag)));
            if let Some(flag) = flag.filter(|_| wanted(self.key) != Some(Wanted::Other)) {
                return slip(span, "true and false stand without quotation marks", format!("write {flag}"));
            }
            let hint = format!("write straight ones: {}", text.map_or_else(|| "\"…\"".to_owned(), in_quotes));
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

    pub(super) fn quoted(&self, at: usize, quote: char) -> Read {
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
        let behind = self.text[end..line_at(self.text, end).end].trim_start();
        if quote == '"'
            && !is_long
            && !behind.is_empty()
            && !behind.starts_with([',', ']', '}', '#'])
            && let Some(mark) = left_open(&self.text[body..close])
            && self.mixed(at, body, close).is_none()
        {
            let message = "this straight quotation mark closes a curly one within the text, and so the text";
            return Err(slip(close..end, message, format!("write {mark} instead")));
        }
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
            let rest = self.text[end..line_at(self.text, end).end].strip_prefix(quote).map(str::trim_start);
            if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([',', ']', '}', '#'])) {
                return Err(slip(end..end + 1, "there is one quotation mark too many", "remove it"));
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
            let of_file =
                matches!(self.key, "file" | "observations").then(|| text.rsplit('\\').next()).flatten();
            let alone = of_file.filter(|name| !name.is_empty() && !name.contains(['"', '\'']));
            let hint = match alone {
                Some(name) => format!(
                    "write the name alone, \"{name}\", if it lies in the folder; else {doubled} for a backslash{within}"
                ),
                None => format!("write {doubled} for a backslash{within}"),
            };
            return Err(slip(from..from + length, &message, hint));
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
}

/// The mark that would close a quotation within a text, if it is open at its end.
fn left_open(text: &str) -> Option<char> {
    let mut open: Option<char> = None;
    for c in text.chars() {
        open = match (open, c) {
            (Some(mark), c) if c == mark => None,
            (Some('“'), '”') => None,
            (None, '„') => Some('“'),
            (None, '“') => Some('”'),
            (None, '«') => Some('»'),
            (None, '»') => Some('«'),
            (open, _) => open,
        };
    }
    open
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
