//! What is wrong with a file that is not valid TOML, in terms its author knows. To the parser one mistake breaks many rules, and
//! most of them elsewhere; so each statement is read by itself, and what is wrong with it is reported once.

mod bare;
mod error;
mod key;
mod lines;
mod pasted;
mod repeated;
mod shape;
mod signs;
mod statements;
mod texts;
mod values;

use std::ops::Range;

use toml::de::{DeTable, Error};

use crate::load::syntax::keys::{Wanted, meant_table, wanted};

pub(crate) use error::SyntaxError;
pub(crate) use signs::invisible;

use bare::{element, in_quotes};
use error::{UNQUOTED_END, unclear};
use key::wrong_key;
use lines::{foreign_line, table_opening};
use pasted::Pasted;
use shape::line_at;
use statements::{Open, Statement, statements};
use values::{Stop, Value};

/// The mistakes behind the errors of a file, in the order of the file; at least one.
pub(crate) fn syntax_errors(text: &str, errors: &[Error]) -> Vec<SyntaxError> {
    let (text, mut found) = signs::replaced(text);
    let (text, returns) = signs::with_line_ends(text);
    found.extend(returns);
    let (text, chat) = pasted::without_chat(&text);
    found.extend(chat);
    let mut rest = text.clone().into_bytes();
    // Up to here everything is reported.
    let mut done = 0;
    let mut fences = 0;
    let mut last_line = usize::MAX;
    for statement in statements(&text) {
        let Statement { range, open } = &statement;
        if range.start < done || open.is_none() && DeTable::parse(&text[range.clone()]).is_ok() {
            continue;
        }
        if let Some(Pasted { slip, range: pasted, has_table }) = pasted::pasted(&text, range.start) {
            done = pasted.end.max(range.end);
            blank(&mut rest, pasted.start..done);
            if has_table && let Some(opening) = rest.get_mut(pasted.start..pasted.start + TABLE.len()) {
                opening.copy_from_slice(TABLE);
            }
            found.push(slip);
            continue;
        }
        let (slip, reported) = slip_of(&text, &statement);
        // Lines that are neither keys nor tables are one mistake, and so are the two fences around a text.
        let is_fence = text[range.clone()].starts_with("```");
        fences += usize::from(is_fence);
        let goes_on = matches!(&*slip.message, STRAY | DASH)
            && found.last().is_some_and(|last| {
                last.message == slip.message && last_line == line_above(&text, range.start)
            });
        done = reported.end.max(range.end);
        blank(&mut rest, range.start.min(reported.start)..done);
        // A table begins here, whatever it is called.
        if let Some(opening) = rest
            .get_mut(range.start..range.end.min(range.start + TABLE.len()))
            .filter(|opening| text[range.clone()].starts_with('[') && opening.len() == TABLE.len())
        {
            opening.copy_from_slice(TABLE);
        }
        last_line = line_at(&text, range.start).start;
        if goes_on {
            if let Some(last) = found.last_mut().filter(|last| last.message == STRAY) {
                last.span.end = slip.span.end;
            }
        } else if !is_fence || fences % 2 == 1 {
            found.push(slip);
        }
    }
    let rest = String::from_utf8(rest).unwrap_or_default();
    found.extend(repeated::repeated(&rest));
    found.sort_by_key(|error| error.span.start);
    if found.is_empty() {
        found.extend(errors.first().map(|error| unclear(&text, error, 0)));
    }
    found
}

/// The opening of a table that stands in place of one which cannot be read.
const TABLE: &[u8; 5] = b"[[_]]";

/// Blanks instead of these bytes, line by line.
fn blank(bytes: &mut [u8], range: Range<usize>) {
    let end = range.end.min(bytes.len());
    for byte in bytes.get_mut(range.start..end).unwrap_or_default() {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

/// Where the line above that of a byte begins.
fn line_above(text: &str, at: usize) -> usize {
    line_at(text, line_at(text, at).start.saturating_sub(1)).start
}

const DASH: &str = "in TOML no list begins with this sign";
const STRAY: &str = "this line is neither a key nor a table";

/// What is wrong with a statement, and the bytes that are reported with it.
fn slip_of(text: &str, statement: &Statement) -> (SyntaxError, Range<usize>) {
    let range = &statement.range;
    if let Some((slip, reported)) = foreign_line(text, range.start) {
        return (slip, reported);
    }
    if let Some(slip) = table_opening(text, range) {
        return (slip, range.clone());
    }
    let line = &text[range.start..line_at(text, range.start).end.min(range.end)];
    let equals = line.find('=');
    if let Some(colon) = line.find(':').filter(|colon| equals.is_none_or(|equals| *colon < equals))
        && let Some(slip) = with_colon(text, range, line, colon)
    {
        return slip;
    }
    let Some(equals) = equals else { return (without_equals(range, line), range.clone()) };
    let key = line[..equals].trim_end();
    if let Some(slip) = wrong_key(range.start, key, equals) {
        return (slip, range.clone());
    }
    let value = Value { text, key, end: range.end };
    let read = value.read(range.start + equals + 1);
    let from = range.start + equals + 1;
    let slip = match (read, statement.open) {
        (Err(Stop::Slip(slip)), None) => Some(slip),
        // What stands before the open end may be why it seems open.
        (Err(Stop::Slip(slip)), Some(open)) if is_list(open) || slip.span.start <= beginning(open) => {
            Some(slip)
        }
        (_, Some(open)) => Some(not_closed(&value, from, open)),
        (_, None) => None,
    };
    let slip = slip.unwrap_or_else(|| {
        let error = DeTable::parse(&text[range.clone()]).err();
        error.map_or_else(
            || SyntaxError::new(range.clone(), STRAY, HINT_OF_STRAY),
            |error| unclear(text, &error, range.start),
        )
    });
    (slip, range.clone())
}

fn is_list(open: Open) -> bool {
    matches!(open, Open::List(_) | Open::Braces(..))
}

fn beginning(open: Open) -> usize {
    match open {
        Open::List(at)
        | Open::Braces(at, _)
        | Open::LongText(at)
        | Open::Text(at, _)
        | Open::OverLines(at, _) => at,
    }
}

/// What is open at the end of a statement whose value begins behind `from`.
fn not_closed(value: &Value<'_>, from: usize, open: Open) -> SyntaxError {
    let Value { text, end, .. } = *value;
    match open {
        Open::List(_) => SyntaxError::new(end..end, "a list is not closed", "write ] at its end"),
        Open::Braces(_, at) => {
            let at = text[..at].trim_end().len();
            SyntaxError::new(at..at, "a table in braces is not closed", "write } here")
        }
        Open::LongText(at) => {
            let marks = &text[at..at + 3];
            let hint = format!("write {marks} at the end of the text");
            SyntaxError::new(at..at + 3, "this text is not closed", hint)
        }
        Open::OverLines(at, end) => {
            let marks = text[at..=at].repeat(3);
            let hint = if wanted(value.key) == Some(Wanted::List) {
                "write it on one line; in a quotation a line end of the article counts as a blank".to_owned()
            } else {
                format!("write it on one line, or between {marks} and {marks}")
            };
            SyntaxError::new(at..end, "this text goes over several lines", hint)
        }
        Open::Text(at, line_end) => {
            if let Some(Stop::Slip(slip)) = value.mixed(at, at + 1, line_end) {
                return slip;
            }
            if text[..line_end].ends_with("\\\"") {
                let hint = "write \\\\ for a backslash, or put the text between ' and '";
                return SyntaxError::new(
                    line_end - 2..line_end,
                    "the backslash makes this mark a part of the text",
                    hint,
                );
            }
            let before = text[from..at].rsplit(['[', ',', '{', '=', '\n']).next().unwrap_or_default();
            if !before.trim().is_empty() {
                return opening_missing(value, at - before.trim_start().len(), line_end);
            }
            let hint = if text[at..=at] == *"'" {
                "close it with ' on the same line"
            } else {
                "close it with \" on the same line"
            };
            SyntaxError::new(line_end..line_end, UNQUOTED_END, hint)
        }
    }
}

/// A text that ends with a quotation mark, or has an apostrophe, and begins without any.
fn opening_missing(value: &Value<'_>, at: usize, line_end: usize) -> SyntaxError {
    let written = value.text[at..line_end].trim_end_matches([',', ']', '}', ' ']);
    let bare = written.trim_end_matches(['"', '\'']);
    let quoted = in_quotes(bare.trim());
    if bare.len() == written.len() {
        let hint = format!("put it in quotes: {quoted}");
        return SyntaxError::new(at..at + written.len(), "this text stands without quotes", hint);
    }
    let message = "the quotation mark at the beginning of this text is missing";
    SyntaxError::new(at..at, message, format!("write {quoted}"))
}

/// A key with a colon, as YAML and JSON have it, and the lines that belong to it.
fn with_colon(
    text: &str,
    range: &Range<usize>,
    line: &str,
    colon: usize,
) -> Option<(SyntaxError, Range<usize>)> {
    let at = range.start;
    let key = line[..colon].trim().trim_start_matches("- ").trim_matches(['"', '\'']);
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let behind = &line[colon + 1..];
    if !is_key || line.starts_with("http") {
        return None;
    }
    if let Some(value) = behind.strip_prefix('=') {
        let hint = format!("write {key} ={value}");
        let slip = SyntaxError::new(
            at + colon..at + colon + 2,
            "between a key and its value stands one equals sign",
            hint,
        );
        return Some((slip, range.clone()));
    }
    let value = behind.trim().trim_end_matches([',', ';']).trim_end();
    // A list, a text over several lines or tables, indented or with a dash before each.
    let mut items: Vec<&str> = Vec::new();
    let mut end = range.end;
    if value.is_empty() || matches!(value, "|" | ">" | "|-" | ">-") {
        let mut next = line_at(text, at).end + 1;
        while next < text.len() {
            let lines = line_at(text, next);
            let line = &text[lines.clone()];
            if !line.trim().is_empty() && !line.starts_with([' ', '\t', '-']) {
                break;
            }
            items.extend(Some(line.trim().trim_start_matches('-').trim()).filter(|item| !item.is_empty()));
            end = if line.trim().is_empty() { end } else { lines.end };
            next = lines.end + 1;
        }
    }
    let hint = match (value, meant_table(key)) {
        ("", Some(table)) if !is_key_of_lists(key) || items.iter().any(|item| item.contains(':')) => {
            format!("this is YAML: write [[{table}]] and below it each key as key = \"value\"")
        }
        ("", _) if !items.is_empty() => {
            let all: Vec<String> = items.iter().map(|item| element(item)).collect();
            let all = all.join(", ");
            if all.len() > 80 {
                format!("write {key} = [\"…\", \"…\"]")
            } else {
                format!("write {key} = [{all}]")
            }
        }
        ("", _) => format!("write {key} = \"…\""),
        ("|" | ">" | "|-" | ">-", _) => format!("write {key} = \"\"\"…\"\"\""),
        _ => format!("write {key} = {}", element(value)),
    };
    let message = "between a key and its value stands an equals sign, no colon";
    Some((SyntaxError::new(at + colon..at + colon + 1, message, hint), at..end))
}

fn is_key_of_lists(key: &str) -> bool {
    wanted(key) == Some(Wanted::List)
}

const HINT_OF_STRAY: &str = "write key = \"value\", or put # before it if it is a comment";

/// A line without an equals sign.
fn without_equals(range: &Range<usize>, line: &str) -> SyntaxError {
    let at = range.start;
    let key =
        &line[..line.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.')).unwrap_or(line.len())];
    let rest = line[key.len()..].trim();
    if rest.is_empty() && !key.is_empty() {
        return SyntaxError::new(
            range.end..range.end,
            "this key has no value",
            "write = after it, and its value",
        );
    }
    for arrow in ["->", "=>", "<-"] {
        if let Some(value) = rest.strip_prefix(arrow) {
            let from = at + line.find(arrow).unwrap_or_default();
            let hint = format!("write {key} = {}", element(value.trim()));
            return SyntaxError::new(
                from..from + 2,
                "between a key and its value stands one equals sign",
                hint,
            );
        }
    }
    let sign = rest
        .chars()
        .next()
        .filter(|c| !c.is_alphanumeric() && !matches!(c, '"' | '\'' | '[' | '{' | '“' | '„'));
    if let Some(sign) = sign.filter(|_| wanted(key).is_some())
        && let value = rest[sign.len_utf8()..].trim_start()
        && value.starts_with(['"', '\'', '[', '{'])
    {
        let from = at + line.find(sign).unwrap_or_default();
        let hint = format!("write {key} = {}", element(value));
        return SyntaxError::new(
            from..from + sign.len_utf8(),
            "between a key and its value stands an equals sign",
            hint,
        );
    }
    let is_value = rest.starts_with(['"', '\'', '[', '{', '“', '„']) || matches!(rest, "true" | "false");
    if !key.is_empty() && (is_value || wanted(key).is_some() && !rest.contains([' ', ','])) {
        let after = at + key.len();
        let hint = format!("write {key} = {}", element(rest));
        return SyntaxError::new(after..after, "an equals sign is missing here", hint);
    }
    if let Some(item) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
        let hint = format!("write it as an element of a list: key = [{}]", element(item.trim()));
        return SyntaxError::new(at..at + 1, DASH, hint);
    }
    SyntaxError::new(range.clone(), STRAY, HINT_OF_STRAY)
}
