//! What is wrong with a file that is not valid TOML, in terms its author knows.

use std::ops::Range;

use toml::de::{DeTable, Error};

use crate::dossier::When;

use crate::load::syntax::tables::{is_word, single};

/// What an author did wrong, where, and what to do.
pub(crate) struct SyntaxError {
    pub(crate) span: Range<usize>,
    pub(crate) message: String,
    pub(crate) hint: String,
}

/// The most times that parsing is resumed behind an unclosed list.
const RESTARTS: usize = 20;

/// The mistakes behind the errors of a file. One mistake can break many rules: to the parser all that follows an
/// unclosed list belongs to it, so what follows is read again as if the list had been closed.
pub(crate) fn syntax_errors(text: &str, errors: &[Error]) -> Vec<SyntaxError> {
    let mut found = Vec::new();
    // The tables whose single ones are reported.
    let mut tables = Vec::new();
    let mut from = gather(text, 0, errors, &mut tables, &mut found);
    for _ in 0..RESTARTS {
        let Some(start) = from else { break };
        let (_, errors) = DeTable::parse_recoverable(&text[start..]);
        from = gather(text, start, &errors, &mut tables, &mut found);
    }
    found
}

/// Adds the mistakes behind the errors of the text from `start` on. Returns where to read again, behind an unclosed list.
fn gather<'t>(
    text: &'t str,
    start: usize,
    errors: &[Error],
    tables: &mut Vec<&'t str>,
    found: &mut Vec<SyntaxError>,
) -> Option<usize> {
    const COMMA: &str = "missing comma between array elements";
    let mut errors: Vec<_> =
        errors.iter().map(|error| (error.span().unwrap_or_default(), error.message())).collect();
    errors.sort_by_key(|(span, _)| span.start);
    for (span, words) in errors {
        let span = start + span.start..start + span.end;
        let line = text[..span.start.min(text.len())].rfind('\n').map_or(0, |at| at + 1);
        if words.starts_with(COMMA)
            && line > start
            && text[line..span.start].trim().is_empty()
            && opens_something(&text[line..])
        {
            // If a quotation mark is missing, the bracket is inside the quotation.
            if !found.last().is_some_and(|error| error.message == UNQUOTED_END && error.span.end + 2 >= line)
            {
                let end = text[..line].trim_end().len();
                let hint = "write ] at its end".to_owned();
                found.push(SyntaxError { span: end..end, message: "a list is not closed".to_owned(), hint });
            }
            return Some(line);
        }
        // One place can break several rules.
        if found.last().is_some_and(|error| error.span.start == span.start) {
            continue;
        }
        if words.starts_with(DUPLICATE)
            && let Some(word) = text.get(span.clone()).filter(|word| is_word(word))
        {
            if tables.contains(&word) {
                continue;
            }
            let before = found.len();
            found.extend(singles(text, word).map(|span| {
                let (message, hint) = single(word);
                SyntaxError { span, message, hint }
            }));
            if found.len() > before {
                tables.push(word);
                continue;
            }
        }
        let (message, hint) = describe(words, text, &span);
        found.push(SyntaxError { span, message, hint });
    }
    None
}

/// Whether the line has a key or opens a table, neither of which can be in a list.
fn opens_something(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default().trim_start();
    line.starts_with('[') || line.starts_with(|c: char| c.is_ascii_alphanumeric()) && line.contains('=')
}

const DUPLICATE: &str = "duplicate key";

/// Where `[word]` stands alone on a line: beside a `[[word]]` it is what breaks the rule, whichever comes first.
fn singles<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let mut end = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = end + line.len() - line.trim_start().len();
        end += line.len();
        let name = line.trim_start().strip_prefix('[')?.strip_prefix(word)?;
        name.starts_with(']').then_some(start..start + word.len() + 2)
    })
}

const UNQUOTED_END: &str = "the quotation mark at the end of this text is missing";

/// The parser's message in plainer words, and what to do.
fn describe(message: &str, text: &str, span: &Range<usize>) -> (String, String) {
    let written = text.get(span.clone()).unwrap_or_default();
    let is = |beginning: &str| message.starts_with(beginning);
    let value = text.get(span.start..).unwrap_or_default();
    let word = &value[..value.find(|c: char| !c.is_alphabetic()).unwrap_or(value.len())];
    if let Some(flag) =
        ["true", "false"].into_iter().find(|flag| *flag != word && word.eq_ignore_ascii_case(flag))
    {
        return (format!("{flag} is written in small letters"), format!("write {flag}"));
    }
    let (message, hint) = if is("invalid basic string, expected `\"`") {
        (UNQUOTED_END, "close it with \" on the same line")
    } else if is("string values must be quoted") && written.trim().is_empty() {
        ("a value is missing here", "write it after the equals sign, texts and dates in quotes")
    } else if is("string values must be quoted") && value.starts_with(is_curly) {
        ("TOML does not know these quotation marks", "write straight ones: \"…\"")
    } else if is("string values must be quoted") {
        ("this text stands without quotes", "put it in quotes")
    } else if is_no_day(written) {
        return (format!("{written} is no day"), "correct it, and put it in quotes".to_owned());
    } else if is("invalid date") || is("invalid datetime") || is("invalid time") {
        return ("this date stands without quotes".to_owned(), format!("put it in quotes: \"{written}\""));
    } else if is("missing comma between array elements") {
        ("a comma is missing before this", "put a comma between the elements of a list")
    } else if is("unclosed array table") || is("unclosed table") {
        ("the name of this table is not closed", "close it with as many brackets as it is opened with")
    } else if is("unclosed array") {
        ("a list is not closed", "write ] at its end")
    } else if is(DUPLICATE) {
        return (
            format!("the key \"{written}\" stands a second time in the same table"),
            "remove one of the two".to_owned(),
        );
    } else if is("key with no value") {
        ("this key has no value", "write = after it, and its value")
    } else if is("missing value") || is("invalid value") {
        ("a value is missing here", "write it after the equals sign, texts and dates in quotes")
    } else if is("invalid comment character") {
        ("a control character stands in this comment", "remove it")
    } else {
        let hint = "look for a missing quote, bracket or equals sign here or just before";
        return (message.to_owned(), hint.to_owned());
    };
    (message.to_owned(), hint.to_owned())
}

/// Whether it is a quotation mark as word processors set them.
fn is_curly(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›')
}

/// Whether it has the form of a date that is not in the calendar.
fn is_no_day(written: &str) -> bool {
    let is_day =
        |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    written.len() == 10 && written.bytes().enumerate().all(is_day) && When::parse(written).is_err()
}
