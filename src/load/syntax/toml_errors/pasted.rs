//! What comes along when a file is copied out of something that shows it: the sentences of a chat, the line numbers of an
//! editor, the signs of a patch, the bullets of YAML. Each is one mistake, however many lines it is in.

use std::ops::Range;

use super::error::SyntaxError;
use super::shape::{assigns, line_at, opens_table};
use crate::load::syntax::keys::table_with;

/// The text without what a chat wrote around the fences of Markdown, no byte moved, and the report of it.
pub(super) fn without_chat(text: &str) -> (String, Option<SyntaxError>) {
    let nothing = || (text.to_owned(), None);
    let is_fence = |line: &str| line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
    let fences: Vec<Range<usize>> = lines(text, 0).filter(|line| is_fence(&text[line.clone()])).collect();
    let Some(first) = fences.first().cloned() else { return nothing() };
    let before = 0..first.start;
    let after = match fences.last().filter(|_| fences.len() > 1) {
        Some(last) => last.end..text.len(),
        None => text.len()..text.len(),
    };
    let said =
        |range: &Range<usize>| !text[range.clone()].trim().is_empty() && is_prose(&text[range.clone()]);
    let (is_before, is_after) = (said(&before), said(&after));
    if !is_before && !is_after {
        return nothing();
    }
    let hint = match (is_before, is_after) {
        (true, true) => "remove the lines up to the first fence and from the last one on",
        (true, false) if fences.len() > 1 => "remove the lines up to the first fence, and the other fence",
        (true, false) => "remove the lines up to the fence",
        (false, _) => "remove the first fence, and the lines from the last one on",
    };
    let mut bytes = text.as_bytes().to_vec();
    let mut blank = |range: Range<usize>| {
        for byte in bytes.get_mut(range).unwrap_or_default().iter_mut().filter(|byte| **byte != b'\n') {
            *byte = b' ';
        }
    };
    let own = [Some(before).filter(|_| is_before), Some(after).filter(|_| is_after)];
    let all = own.into_iter().flatten().chain(fences.iter().cloned());
    all.for_each(&mut blank);
    let start = if is_before { text.len() - text.trim_start().len() } else { first.start };
    let end = line_at(text, start).end;
    let end = start + text[start..end].trim_end().len();
    let message = "this is a chat's answer: sentences and fences of Markdown stand around the TOML";
    match String::from_utf8(bytes) {
        Ok(blanked) => (blanked, Some(SyntaxError::new(start..end, message, hint))),
        Err(_) => nothing(),
    }
}

/// Whether no line is TOML.
fn is_prose(text: &str) -> bool {
    text.lines().all(|line| !opens_table(line.trim()) && !assigns(line.trim()))
}

/// The lines from the one at a byte on.
fn lines(text: &str, at: usize) -> impl Iterator<Item = Range<usize>> {
    let mut next = line_at(text, at).start;
    std::iter::from_fn(move || {
        let line = (next < text.len()).then(|| line_at(text, next))?;
        next = line.end + 1;
        Some(line)
    })
}

/// What was pasted from the line at a byte on: how far it reaches, and whether a table is opened in it.
pub(super) struct Pasted {
    pub(super) slip: SyntaxError,
    pub(super) range: Range<usize>,
    pub(super) has_table: bool,
}

/// The line numbers of an editor, or the signs of a patch.
pub(super) fn pasted(text: &str, at: usize) -> Option<Pasted> {
    numbered(text, at).or_else(|| patched(text, at)).or_else(|| bullet(text, at))
}

/// The number that a line begins with, and the rest.
fn number(line: &str) -> Option<(usize, usize, &str)> {
    let from = line.len() - line.trim_start().len();
    let digits = line[from..].bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[from + digits..];
    let number = line[from..from + digits].parse().ok()?;
    let behind = rest.trim_start_matches([' ', '\t', ':', '|', '│', '.']);
    (behind.len() < rest.len() || rest.is_empty()).then_some((number, from + digits, behind))
}

fn numbered(text: &str, at: usize) -> Option<Pasted> {
    let line = line_at(text, at);
    let (mut last, length, rest) = number(&text[line.clone()])?;
    if !opens_table(rest.trim_end()) && !assigns(rest) {
        return None;
    }
    let span = at..line.start + length;
    let (mut end, mut has_table, mut count) = (line.end, opens_table(rest.trim_end()), 1);
    for next in lines(text, (line.end + 1).min(text.len())).filter(|next| next.start > line.start) {
        let Some((number, _, rest)) = number(&text[next.clone()]) else { break };
        if number != last + 1 {
            break;
        }
        (last, end, count) = (number, next.end, count + 1);
        has_table |= opens_table(rest.trim_end());
    }
    let (message, hint) = match count {
        1 => ("a line number stands before this line".to_owned(), "remove it"),
        2 => ("line numbers stand before this and the next line".to_owned(), "remove them"),
        _ => (format!("line numbers stand before this and the next {} lines", count - 1), "remove them"),
    };
    Some(Pasted { slip: SyntaxError::new(span, message, hint), range: at..end, has_table })
}

/// The sign of a patch that a line begins with, and the rest. Behind the dash of a list stands a blank.
fn sign(line: &str) -> Option<(char, &str)> {
    let sign = line.chars().next().filter(|sign| matches!(sign, '+' | '-'))?;
    let rest = &line[1..];
    let is_toml = opens_table(rest.trim_end()) || assigns(rest) && !rest.starts_with(' ');
    (is_toml || rest.trim().is_empty()).then_some((sign, rest))
}

fn patched(text: &str, at: usize) -> Option<Pasted> {
    // A key may begin with a dash: what a patch takes away can be TOML, and stands above what is none.
    let mut line = line_at(text, at);
    while line.start > 0 && sign(&text[line_at(text, line.start - 1)]).is_some_and(|(_, rest)| assigns(rest))
    {
        line = line_at(text, line.start - 1);
    }
    let at = if line.end < at { line.start } else { at };
    let mut lines = lines(text, at).map(|line| (line.clone(), sign(&text[line])));
    let mut end = line.end;
    let (mut has_table, mut count, mut signs) = (false, 0, (false, false));
    while let Some((line, Some((sign, rest)))) = lines.next() {
        (end, count) = (line.end, count + 1);
        has_table |= opens_table(rest.trim_end());
        match sign {
            '+' => signs.0 = true,
            _ => signs.1 = true,
        }
    }
    // A single one is a slip at its key.
    if count < 2 || sign(&text[line.clone()]).is_some_and(|(_, rest)| rest.trim().is_empty()) {
        return None;
    }
    let hint = match signs {
        (true, true) => "remove the lines that begin with -, and the + before the others",
        (true, false) => "remove the + before each",
        _ => "remove these lines, which the patch takes away",
    };
    let message = format!("this and the next {} lines are of a patch", count - 1);
    let message = if count == 2 { "this and the next line are of a patch".to_owned() } else { message };
    Some(Pasted { slip: SyntaxError::new(at..at + 1, message, hint), range: at..end, has_table })
}

/// A bullet of YAML before the first key of a table that is opened nowhere.
fn bullet(text: &str, at: usize) -> Option<Pasted> {
    let line = line_at(text, at);
    let written = &text[at..line.end];
    let rest = written.strip_prefix(['-', '*', '•'])?;
    let first = rest.trim_start();
    if first.len() == rest.len() || !assigns(first) || key(first) != "id" {
        return None;
    }
    let mut keys = vec!["id"];
    for next in lines(text, (line.end + 1).min(text.len())).filter(|next| next.start > line.start) {
        let written = text[next].trim();
        if opens_table(written) || written.starts_with(['-', '*']) {
            break;
        }
        keys.extend(Some(written).filter(|written| assigns(written)).map(key));
    }
    let hint = match table_with(&keys, "") {
        Some(word) => format!("write [[{word}]] in the line above, and remove the sign"),
        None => "write its table in the line above, such as [[claim]], and remove the sign".to_owned(),
    };
    let length = written.len() - first.len();
    let span = at..at + written[..length].trim_end().len();
    let slip = SyntaxError::new(span, "this is a bullet of YAML, where a table begins", hint);
    Some(Pasted { slip, range: at..line.end, has_table: true })
}

/// The name of the key that a line assigns to, without its language.
fn key(line: &str) -> &str {
    let key = line.split('=').next().unwrap_or_default().trim();
    key.split('.').next().unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_byte_is_moved(text in "[a=\\[\\]`~ .\n12+\\-ü]{0,80}") {
            let (blanked, _) = without_chat(&text);
            prop_assert_eq!(blanked.len(), text.len());
            for line in lines(&text, 0) {
                if let Some(pasted) = pasted(&text, line.start) {
                    prop_assert!(pasted.range.end <= text.len() && text.get(pasted.slip.span).is_some());
                }
            }
        }
    }
}
