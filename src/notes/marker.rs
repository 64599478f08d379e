//! The comment that says what an entry is about, as text and back.

use super::Subject;
use crate::text::relocate::Quoted;

const OPEN: &str = "<!-- fundstelle: ";
const CLOSE: &str = " -->";
/// Before words of the article, and before what is no plain reference.
const WORDS: &str = "words ";
const THING: &str = "thing ";
/// Before the bytes that words stand at.
const AT: &str = " at ";

/// The comment of a subject.
pub(super) fn write(subject: &Subject) -> String {
    let inner = match subject {
        Subject::Thing(item) => {
            let name = item.to_string();
            let is_plain = |c: char| c.is_ascii_alphanumeric() || ":._/~+-".contains(c);
            if name.chars().all(is_plain) { name } else { format!("{THING}{}", quote(&name)) }
        }
        Subject::Words(words) => format!("{WORDS}{}{AT}{}-{}", quote(&words.words), words.start, words.end),
    };
    format!("{OPEN}{inner}{CLOSE}")
}

/// What a line says an entry is about; none if it is no such comment, or a broken one.
pub(super) fn read(line: &str) -> Option<Subject> {
    let inner = line.trim().strip_prefix(OPEN.trim_end())?.strip_suffix(CLOSE.trim_start())?.trim();
    if let Some(rest) = inner.strip_prefix(WORDS) {
        let (words, rest) = unquote(rest.trim_start())?;
        if words.is_empty() {
            return None;
        }
        let place = rest.trim().strip_prefix(AT.trim()).and_then(|place| {
            let (start, end) = place.trim().split_once('-')?;
            let (start, end) = (start.parse::<usize>().ok()?, end.parse::<usize>().ok()?);
            (end.checked_sub(start)? >= words.len()).then_some((start, end))
        });
        let (start, end) = place.unwrap_or((0, words.len()));
        return Some(Subject::Words(Quoted { start, end, words }));
    }
    let name = match inner.strip_prefix(THING) {
        Some(rest) => unquote(rest.trim_start())?.0,
        None => inner.to_owned(),
    };
    name.parse().ok().map(Subject::Thing)
}

/// A text in quotation marks, in which no comment can end and no line.
fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    let mut before = '"';
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '-' if before == '-' => quoted.push_str("\\-"),
            c if c.is_control() => quoted.extend(c.escape_unicode()),
            c => quoted.push(c),
        }
        before = c;
    }
    quoted.push('"');
    quoted
}

/// The text in quotation marks at the beginning, and what follows it.
fn unquote(text: &str) -> Option<(String, &str)> {
    let rest = text.strip_prefix('"')?;
    let mut words = String::new();
    let mut chars = rest.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((words, &rest[at + 1..])),
            '\\' => match chars.next()?.1 {
                'n' => words.push('\n'),
                'u' => {
                    chars.next().filter(|(_, c)| *c == '{')?;
                    let code: String = chars.by_ref().map(|(_, c)| c).take_while(|c| *c != '}').collect();
                    words.push(char::from_u32(u32::from_str_radix(&code, 16).ok()?)?);
                }
                other => words.push(other),
            },
            c => words.push(c),
        }
    }
    None
}
