//! Characters that look like a blank or like nothing, or like a sign of TOML, and are neither: they come along when text is
//! copied from a web page, a chat or a word processor.

use std::ops::Range;

use super::bare::{closing_mark, is_curly};
use super::error::SyntaxError;

/// The text with such characters outside of quotations and comments replaced by what they look like, no byte moved; and a
/// report of each kind of them, where the first stands.
pub(super) fn replaced(text: &str) -> (String, Vec<SyntaxError>) {
    let mut bytes = text.as_bytes().to_vec();
    let mut met: Vec<(char, usize, usize)> = Vec::new();
    for at in outside(text) {
        let Some(c) = text[at..].chars().next() else { continue };
        let Some(meant) = looks_like(c) else { continue };
        let range = at..at + c.len_utf8();
        bytes[range.clone()].fill(b' ');
        bytes[at] = meant;
        match met.iter_mut().find(|(other, ..)| *other == c) {
            Some((.., count)) => *count += 1,
            None => met.push((c, at, 1)),
        }
    }
    let found = met.into_iter().map(|(c, at, count)| report(c, at..at + c.len_utf8(), count)).collect();
    (String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned()), found)
}

/// The text with a line feed for each carriage return that has none, and a report of the first.
pub(super) fn with_line_ends(text: String) -> (String, Option<SyntaxError>) {
    let is_lone = |(at, _): &(usize, &str)| text.as_bytes().get(at + 1) != Some(&b'\n');
    let Some((at, _)) = text.match_indices('\r').find(is_lone) else { return (text, None) };
    let message = "this line ends with a carriage return (U+000D) alone";
    let hint = "save the file with the line ends of Unix (LF) or Windows (CRLF)";
    let unix = text.replace("\r\n", " \n").replace('\r', "\n");
    (unix, Some(SyntaxError::new(at..at + 1, message, hint)))
}

fn report(c: char, span: Range<usize>, count: usize) -> SyntaxError {
    let code = format!("U+{:04X}", u32::from(c));
    let others = match count {
        1 => String::new(),
        2 => "; the file has 1 more".to_owned(),
        more => format!("; the file has {} more", more - 1),
    };
    let (message, hint) = match name(c) {
        Some((name, true)) => {
            (format!("{name} ({code}) stands here"), format!("replace it with an ordinary blank{others}"))
        }
        Some((name, false)) => {
            (format!("{name} ({code}), which cannot be seen, stands here"), format!("delete it{others}"))
        }
        None => {
            let meant = char::from(looks_like(c).unwrap_or(b' '));
            (format!("this is a full-width {meant} ({code})"), format!("write {meant} instead{others}"))
        }
    };
    SyntaxError::new(span, message, hint)
}

/// What a character is called, and whether it looks like a blank; else it looks like nothing.
fn name(c: char) -> Option<(&'static str, bool)> {
    Some(match c {
        '\u{a0}' => ("a no-break space", true),
        '\u{202f}' => ("a narrow no-break space", true),
        '\u{3000}' => ("an ideographic space", true),
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' => ("a typographic space", true),
        '\u{85}' | '\u{2028}' | '\u{2029}' => ("a line separator", true),
        '\u{200b}' => ("a zero-width space", false),
        '\u{200c}' | '\u{200d}' => ("a joiner", false),
        '\u{2060}' => ("a word joiner", false),
        '\u{feff}' => ("a byte order mark", false),
        '\u{ad}' => ("a soft hyphen", false),
        '\t' | '\r' | '\n' => return None,
        c if c.is_control() => ("a control character", false),
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            ("a direction mark", false)
        }
        _ => return None,
    })
}

/// What a character is called that cannot be seen.
pub(crate) fn invisible(c: char) -> Option<&'static str> {
    name(c).filter(|(_, is_blank)| !is_blank).map(|(name, _)| name)
}

/// The sign that a character is taken for.
fn looks_like(c: char) -> Option<u8> {
    match c {
        '＝' => Some(b'='),
        '，' | '、' => Some(b','),
        '：' => Some(b':'),
        '；' => Some(b';'),
        '．' => Some(b'.'),
        '＃' => Some(b'#'),
        '［' | '【' => Some(b'['),
        '］' | '】' => Some(b']'),
        '｛' => Some(b'{'),
        '｝' => Some(b'}'),
        '（' => Some(b'('),
        '）' => Some(b')'),
        _ => name(c).map(|_| b' '),
    }
}

/// The bytes at which characters stand that are in no quotation and no comment.
fn outside(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut rest = text.char_indices().peekable();
    // The marks that close what is quoted, and whether it may go over several lines.
    let mut quoted: Option<(char, bool)> = None;
    let mut in_comment = false;
    while let Some((at, c)) = rest.next() {
        if c == '\n' {
            in_comment = false;
            quoted = quoted.filter(|(_, is_long)| *is_long);
            continue;
        }
        if in_comment {
            continue;
        }
        if let Some((mark, is_long)) = quoted {
            if c == '\\' && mark == '"' {
                rest.next();
            } else if c == mark && (!is_long || text[at..].starts_with(&mark.to_string().repeat(3))) {
                if is_long {
                    rest.nth(1);
                }
                quoted = None;
            }
            continue;
        }
        match c {
            '#' => in_comment = true,
            '"' | '\'' => {
                let is_long = text[at..].starts_with(&c.to_string().repeat(3));
                if is_long {
                    rest.nth(1);
                }
                quoted = Some((c, is_long));
            }
            _ if is_curly(c) => {
                // What stands between curly marks is quoted by them, if they are closed in the same line.
                let line = text[at..].lines().next().unwrap_or_default();
                let end = line.char_indices().skip(1).find(|(_, other)| closing_mark(c, *other));
                if let Some((end, _)) = end {
                    while rest.next_if(|(next, _)| *next <= at + end).is_some() {}
                }
            }
            c if c.is_ascii() && !c.is_ascii_control() => {}
            _ => found.push(at),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn characters_that_look_like_others_are_found_outside_of_quotations() {
        let text =
            "a\u{a0}＝ \"x\u{a0}y\" # \u{a0}\nb = “c\u{a0}d”\n\u{a0}e = '''\u{200b}\n\u{200b}'''\u{200b}\n";
        let (patched, found) = replaced(text);
        assert_eq!(patched.len(), text.len());
        let found: Vec<(usize, &str, &str)> =
            found.iter().map(|error| (error.span.start, &*error.message, &*error.hint)).collect();
        assert_eq!(
            found,
            [
                (
                    1,
                    "a no-break space (U+00A0) stands here",
                    "replace it with an ordinary blank; the file has 1 more"
                ),
                (3, "this is a full-width = (U+FF1D)", "write = instead"),
                (
                    text.rfind('\u{200b}').unwrap_or_default(),
                    "a zero-width space (U+200B), which cannot be seen, stands here",
                    "delete it"
                ),
            ]
        );
    }

    proptest! {
        #[test]
        fn no_byte_is_moved(text in "[a=\"'#\\\\\n\u{a0}\u{200b}“”„＝ ü]{0,80}") {
            let (patched, _) = replaced(&text);
            prop_assert_eq!(patched.len(), text.len());
            prop_assert_eq!(patched.matches('\n').count(), text.matches('\n').count());
        }
    }
}
