//! Lines that are no part of any TOML: what merge tools, chat programs and other languages leave behind.

use std::ops::Range;

use super::error::SyntaxError;
use super::shape::{foreign_comment, line_at};
use crate::load::report::problem::quoted;
use crate::load::syntax::keys::meant_table;
use crate::load::syntax::table_kinds::is_word;

/// What is wrong with a line that begins at a byte and could be no part of TOML, and how far it reaches.
pub(super) fn foreign_line(text: &str, at: usize) -> Option<(SyntaxError, Range<usize>)> {
    let line = line_at(text, at);
    let written = text[at..line.end].trim_end();
    let whole = at..at + written.len();
    let slip = |span: Range<usize>, message: &str, hint: &str| SyntaxError::new(span, message, hint);
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].into_iter().any(|mark| written.starts_with(mark)) {
        let message = "a merge left this conflict unresolved";
        let hint =
            "keep one of the two versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>";
        let end = text[at..].find("\n>>>>>>>").map_or(line.end, |end| line_at(text, at + end + 1).end);
        return Some((slip(whole, message, hint), at..end));
    }
    if written.starts_with("```") || written.starts_with("~~~") {
        let message = "a fence of Markdown stands around the TOML";
        let hint = "remove this line, and the other one with such marks";
        return Some((slip(whole.clone(), message, hint), whole));
    }
    if written.trim_end_matches('-').is_empty()
        || written == "..."
        || written.trim_end_matches('+').is_empty()
    {
        return Some((slip(whole.clone(), "this line is YAML or Markdown, not TOML", "remove it"), whole));
    }
    if let Some(sign) = foreign_comment(written) {
        let message = "a comment of TOML begins with #";
        let hint = format!("write # instead of {sign}");
        let end = match sign {
            "/*" => text[at..].find("*/").map_or(line.end, |end| at + end + 2),
            "<!--" => text[at..].find("-->").map_or(line.end, |end| at + end + 3),
            _ => line.end,
        };
        return Some((SyntaxError::new(at..at + sign.trim_end().len(), message, &hint), at..end));
    }
    let is_named = is_word(written.trim_matches(['{', '}', ' ']));
    if !is_named && (written == "[" || ["{", "[{", "[ {"].into_iter().any(|start| written.starts_with(start)))
    {
        let end = matching(text, at).unwrap_or(line.end);
        let hint =
            "write each key on a line of its own, without braces and without a comma at its end: id = \"…\"";
        return Some((slip(at..at + 1, "this is JSON, not TOML", hint), at..end));
    }
    if written.starts_with([']', '}']) {
        let length = written.find(|c| !matches!(c, ']' | '}')).unwrap_or(written.len());
        let message = format!("{} closes nothing here", &written[..length]);
        return Some((slip(at..at + length, &message, "remove it, or open the list before it"), whole));
    }
    if let Some(marks) = ["\"\"\"", "'''"].into_iter().find(|marks| written.starts_with(marks)) {
        let end = text[at + 3..].find(marks).map_or(line.end, |end| at + end + 6);
        let hint = "write a key before it, or # before each of its lines if it is a comment";
        return Some((slip(at..at + 3, "this text has no key", hint), at..end));
    }
    if written.starts_with('<') && written.ends_with('>') {
        let hint = "write key = \"value\", a key a line, below [[table]]";
        let mut end = whole.end;
        while let line = line_at(text, (line_at(text, end).end + 1).min(text.len()))
            && line.start > end
            && text[line.clone()].trim_start().starts_with('<')
        {
            end = line.end;
        }
        return Some((slip(whole, "this is XML or HTML, not TOML", hint), at..end));
    }
    let name = written.trim_matches(|c: char| {
        matches!(c, '*' | '_' | '(' | ')' | '{' | '}' | '[' | ']' | '<' | '>' | '`' | ' ')
    });
    if !written.starts_with('[') && name.len() < written.len() && is_word(name) {
        let hint = format!("write [[{name}]]");
        return Some((slip(whole.clone(), "a table is opened with square brackets alone", &hint), whole));
    }
    if written.starts_with("diff --git") || written.starts_with("@@ ") {
        let hint = "apply it with git apply or patch, and keep the result";
        return Some((slip(whole.clone(), "this is a patch, not TOML", hint), whole));
    }
    None
}

/// Where the brackets end that are opened at a byte.
fn matching(text: &str, at: usize) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (offset, byte) in text[at..].bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => depth += 1,
            b'}' | b']' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + offset + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// What is wrong with the opening of a table.
pub(super) fn table_opening(text: &str, range: &Range<usize>) -> Option<SyntaxError> {
    let line = &text[range.clone()];
    let opened = line.bytes().take_while(|byte| *byte == b'[').count();
    if opened == 0 {
        return None;
    }
    let without_blanks: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(name) = without_blanks.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"))
        && !line.starts_with("[[")
    {
        return Some(SyntaxError::new(
            range.clone(),
            "no blank may stand between the brackets",
            format!("write [[{name}]]"),
        ));
    }
    let name = line[opened..].split([']', '#', '=']).next().unwrap_or_default();
    if line[opened + name.len()..].starts_with('=') {
        let inside = line.trim_matches(['[', ']', ' ']);
        return Some(SyntaxError::new(
            range.clone(),
            "a key stands without brackets",
            format!("write {inside}"),
        ));
    }
    let closed_at = opened + name.len();
    let closed = line[closed_at..].bytes().take_while(|byte| *byte == b']').count();
    let word = name.trim();
    let word = meant_table(word).unwrap_or(word);
    let double = word != "article";
    let right = if double { format!("[[{word}]]") } else { format!("[{word}]") };
    let write = format!("write {right}");
    let rest = line[closed_at + closed..].trim_start();
    let at = range.start;
    if closed < opened {
        let end = at + closed_at + closed;
        let end = at + line[..end - at].trim_end().len();
        return Some(SyntaxError::new(end..end, "the name of this table is not closed", &write));
    }
    let brackets = at..at + closed_at + closed;
    if closed != opened || opened > 2 {
        let message = format!("this table is opened with {opened} and closed with {closed} brackets");
        let message = if closed == opened { "a table has one or two brackets".to_owned() } else { message };
        return Some(SyntaxError::new(brackets, &message, &write));
    }
    if !rest.is_empty() && !rest.starts_with('#') {
        let from = range.end - rest.len();
        let hint =
            if rest.starts_with([',', ';', ':', '=']) { "remove it" } else { "write it in the next line" };
        let message = format!("nothing but a comment may stand behind {}", &line[..closed_at + closed]);
        return Some(SyntaxError::new(from..range.end, &message, hint));
    }
    if name.trim().is_empty() {
        return Some(SyntaxError::new(brackets, "this table has no name", "write one, such as [[claim]]"));
    }
    let (first, id) = name.trim().split_once(' ').unwrap_or((name.trim(), ""));
    let hint = match (meant_table(name.trim()), meant_table(first)) {
        (Some(_), _) => write,
        (None, Some(word)) => {
            format!("write [[{word}]] and below it id = {}", quoted(id.trim_matches(['"', ' '])))
        }
        (None, None) => "write one word, such as [[claim]]".to_owned(),
    };
    Some(SyntaxError::new(brackets, format!("{} is no name of a table", quoted(name.trim())), hint))
}
