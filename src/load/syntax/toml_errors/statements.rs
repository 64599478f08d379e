//! A file that is no TOML, cut into what its author wrote one after the other: a key with its value, the opening of a table,
//! a line that is neither. Each is looked at by itself, so that a slip in one is not reported for those that follow it.

use std::ops::Range;

use super::shape::{assigns, closing, is_comment_of_another_language, line_at, opens_table};
use crate::load::syntax::keys::wanted;

/// Some lines that belong together.
pub(super) struct Statement {
    pub(super) range: Range<usize>,
    /// What is open at its end, or was closed only by what belongs to another.
    pub(super) open: Option<Open>,
}

/// What is not closed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Open {
    /// A list, opened at this byte.
    List(usize),
    /// A table in braces, opened at this byte, and where a bracket closes it wrongly, or its end.
    Braces(usize, usize),
    /// A text between three quotation marks, opened at this byte.
    LongText(usize),
    /// A text that has no quotation mark before its line ends at the second byte.
    Text(usize, usize),
    /// A text between single quotation marks over several lines: its first byte, and the one after its last.
    OverLines(usize, usize),
}

/// Cuts the text. Blank lines and comments belong to no statement.
pub(super) fn statements(text: &str) -> Vec<Statement> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let line = line_at(text, at);
        let first = line.start + indent(&text[line.clone()]);
        let written = text[first..line.end].trim_end();
        if written.is_empty() || written.starts_with('#') {
            at = line.end + 1;
            continue;
        }
        let statement = one(text, first, line.end);
        at = line_at(text, statement.range.end.max(first)).end + 1;
        found.push(statement);
    }
    found
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The statement that begins at a byte of a line.
fn one(text: &str, first: usize, line_end: usize) -> Statement {
    let line = text[first..line_end].trim_end();
    let whole_line = Statement { range: first..first + line.len(), open: None };
    let is_left_by_a_merge = line.starts_with("=======");
    if line.starts_with(['[', '{', ']', '}']) || is_left_by_a_merge || is_comment_of_another_language(line) {
        return whole_line;
    }
    match (line.find('='), line.find(':')) {
        (None, _) => whole_line,
        (Some(equals), Some(colon)) if colon < equals && !line[..colon].contains('"') => whole_line,
        (Some(equals), _) => {
            let behind = line[equals + 1..].trim();
            let from =
                if behind.is_empty() || matches!(behind, "|" | ">") { below(text, line_end) } else { None };
            match from {
                Some(Below::Value(at)) => value(text, first, at),
                Some(Below::Lines(end)) => Statement { range: first..end, open: None },
                None => value(text, first, first + equals + 1),
            }
        }
    }
}

/// What stands below a key without a value, as if it were its value.
enum Below {
    /// It begins with quotation marks or a bracket at this byte.
    Value(usize),
    /// Lines with a dash before each, or indented, up to this byte.
    Lines(usize),
}

fn below(text: &str, line_end: usize) -> Option<Below> {
    let next = line_at(text, (line_end + 1).min(text.len()));
    let line = &text[next.clone()];
    let written = line.trim();
    if written.starts_with(['"', '\'', '{']) || written.starts_with('[') && !opens_table(written) {
        return Some(Below::Value(next.start + indent(line)));
    }
    let is_item = |line: &str| line.trim_start().starts_with("- ");
    let belongs = |line: &str| {
        is_item(line) || line.starts_with([' ', '\t']) && !line.trim().is_empty() && !assigns(line.trim())
    };
    let mut end = None;
    let mut at = next.start;
    while at < text.len() {
        let line = line_at(text, at);
        if !belongs(&text[line.clone()]) {
            break;
        }
        end = Some(Below::Lines(line.start + text[line.clone()].trim_end().len()));
        at = line.end + 1;
    }
    end
}

/// The statement whose value begins at a byte.
fn value(text: &str, first: usize, from: usize) -> Statement {
    let bytes = text.as_bytes();
    let mut brackets: Vec<(u8, usize)> = Vec::new();
    let mut open: Option<Open> = None;
    let mut at = from;
    let ended = |end: usize, open: Option<Open>| {
        let end = first + text[first..end.max(first)].trim_end().len();
        Statement { range: first..end, open }
    };
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'') if bytes[at..].starts_with(&[quote; 3]) => {
                let (end, is_open) = long_text(text, at, quote);
                if is_open {
                    return ended(end, open.or(Some(Open::LongText(at))));
                }
                at = end;
            }
            quote @ (b'"' | b'\'') => {
                let (end, flaw) = short_text(text, at, quote);
                open = open.or(flaw);
                at = end;
            }
            b'#' => at = line_at(text, at).end,
            bracket @ (b'[' | b'{') => {
                brackets.push((bracket, at));
                at += 1;
            }
            b']' => {
                // In braces a bracket closes the list around them.
                while let Some((b'{', braces)) = brackets.last().copied() {
                    open = open.or(Some(Open::Braces(braces, at)));
                    brackets.pop();
                }
                brackets.pop();
                at += 1;
            }
            b'}' => {
                if brackets.last().is_some_and(|(bracket, _)| *bracket == b'{') {
                    brackets.pop();
                }
                at += 1;
            }
            b'\n' => {
                let line = text[line_at(text, at + 1)].trim();
                let so_far = text[first..at].trim_end();
                let Some((bracket, opened)) = brackets.last().copied() else {
                    // Several values below each other, without the brackets of a list.
                    if so_far.ends_with(',') && line.starts_with(['"', '\'']) {
                        at += 1;
                        continue;
                    }
                    break;
                };
                // In braces a key may begin a line, after a comma.
                let is_inside = bracket == b'{' && so_far.ends_with([',', '{']);
                if opens_table(line) || assigns(line) && !is_inside {
                    let flaw = if bracket == b'{' {
                        Open::Braces(opened, first + so_far.len())
                    } else {
                        Open::List(opened)
                    };
                    return ended(at, open.or(Some(flaw)));
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    if let Some((bracket, opened)) = brackets.last().copied() {
        let end = first + text[first..at].trim_end().len();
        let flaw = if bracket == b'{' { Open::Braces(opened, end) } else { Open::List(opened) };
        open = open.or(Some(flaw));
    }
    ended(at, open)
}

/// Whether the line begins with a key of the format or opens one of its tables.
fn belongs_to_another(line: &str) -> bool {
    let line = line.trim();
    let key = line.split('=').next().unwrap_or_default().trim();
    opens_table(line) || assigns(line) && wanted(key).is_some()
}

/// Where a text ends that begins with three quotation marks at a byte, and whether it is open. It is, too, if its closing
/// marks are those that open another: then it has keys within it, and other text right behind.
fn long_text(text: &str, at: usize, quote: u8) -> (usize, bool) {
    let marks = [quote; 3];
    let marks = str::from_utf8(&marks).unwrap_or_default();
    let body = at + 3;
    let mut search = body;
    let closing = loop {
        let Some(found) = text[search..].find(marks).map(|found| search + found) else { break None };
        let backslashes =
            text.as_bytes()[body..found].iter().rev().take_while(|byte| **byte == b'\\').count();
        if quote == b'"' && backslashes % 2 == 1 {
            search = found + 1;
            continue;
        }
        break Some(found);
    };
    let mut next = line_at(text, at).end + 1;
    let limit = closing.unwrap_or(text.len());
    let mut another = None;
    while next < limit && another.is_none() {
        let line = line_at(text, next);
        another = belongs_to_another(&text[line.clone()]).then_some(line.start);
        next = line.end + 1;
    }
    match (closing, another) {
        (None, another) => (another.unwrap_or(text.len()), true),
        (Some(found), another) => {
            let mut end = found + 3;
            // Up to two more marks belong to the text.
            end += text.as_bytes()[end..].iter().take(2).take_while(|byte| **byte == quote).count();
            let rest = text[end..line_at(text, end).end].trim_start();
            match another.filter(|_| !rest.is_empty() && !rest.starts_with([',', ']', '}', '#'])) {
                Some(another) => (another, true),
                None => (end, false),
            }
        }
    }
}

/// Where a text ends that begins with one quotation mark at a byte.
fn short_text(text: &str, at: usize, quote: u8) -> (usize, Option<Open>) {
    const MOST_LINES: usize = 20;
    let line_end = line_at(text, at).end;
    if let Some(end) = closing(text, at + 1, line_end, quote) {
        return (end + 1, None);
    }
    let mut next = line_end + 1;
    for _ in 0..MOST_LINES {
        if next >= text.len() {
            break;
        }
        let line = line_at(text, next);
        let written = text[line.clone()].trim();
        let begins_another = written.is_empty()
            || written.starts_with(['"', '\'', '#', '[', ']', '}'])
            || opens_table(written)
            || assigns(written);
        if begins_another {
            break;
        }
        if let Some(end) = closing(text, line.start, line.end, quote) {
            return (end + 1, Some(Open::OverLines(at, end + 1)));
        }
        next = line.end + 1;
    }
    (line_end, Some(Open::Text(at, at + text[at..line_end].trim_end().len())))
}
