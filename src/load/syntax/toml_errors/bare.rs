//! Values without the quotation marks that they need: words, dates, several ids, another language's way to say yes or nothing.

use toml::de::DeTable;

use super::error::SyntaxError;
use crate::dossier::When;
use crate::load::syntax::date_guess::guess;
use crate::load::syntax::keys::{Wanted, wanted};

/// The longest text that is repeated in what is to be written.
const SHORT: usize = 60;

/// The text as TOML, in the quotation marks that it can stand in; cut if it is long.
pub(super) fn in_quotes(text: &str) -> String {
    if text.chars().count() > SHORT {
        return "\"…\"".to_owned();
    }
    if !text.contains(['"', '\\']) {
        return format!("\"{text}\"");
    }
    if text.contains('\'') {
        return format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    }
    format!("'{text}'")
}

/// A value as YAML or JSON have it, as TOML.
pub(super) fn element(value: &str) -> String {
    if DeTable::parse(&format!("a = {value}")).is_ok() {
        return value.to_owned();
    }
    if let Some(list) = value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        let all: Vec<String> = list.split(',').map(|one| element(one.trim())).collect();
        return format!("[{}]", all.join(", "));
    }
    match flag(value) {
        Some(flag) => flag.to_owned(),
        None => in_quotes(unquote(value)),
    }
}

/// Whether it is a quotation mark as word processors set them, or one that other languages have.
pub(super) fn is_curly(c: char) -> bool {
    matches!(
        c,
        '“' | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
            | '＇'
            | '″'
            | '`'
            | '´'
    )
}

/// Whether the second mark closes what the first one opens.
pub(super) fn closing_mark(open: char, close: char) -> bool {
    match open {
        '„' | '“' | '”' | '‟' => matches!(close, '“' | '”' | '‟'),
        '‚' | '‘' | '’' | '‛' => matches!(close, '‘' | '’' | '‛'),
        '«' => close == '»',
        '»' => close == '«',
        '‹' => close == '›',
        '›' => close == '‹',
        '「' => close == '」',
        '『' => close == '』',
        '`' => close == '`',
        '´' => close == '´',
        open => open == close,
    }
}

/// What is wrong with a value that stands without quotes: `text` from the byte `at` on, as the value of `key` or as an
/// element of its list. None if nothing is known to be.
pub(super) fn slip(key: &str, text: &str, at: usize, is_element: bool) -> SyntaxError {
    let span = at..at + text.len();
    let write = |value: &str| if is_element { value.to_owned() } else { format!("{key} = {value}") };
    let new = |message: &str, hint: String| SyntaxError::new(span.clone(), message, hint);
    let wanted = if is_element { None } else { wanted(key) };
    if let Some(flag) = flag(text).filter(|_| !matches!(wanted, Some(Wanted::Other | Wanted::List))) {
        if text.eq_ignore_ascii_case(flag) {
            return new(&format!("{flag} is written in small letters"), format!("write {flag}"));
        }
        return new(&format!("in TOML {text} is written {flag}"), format!("write {flag}"));
    }
    let letters = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let behind = &text[letters..];
    if (1..=2).contains(&letters)
        && behind.starts_with(['"', '\''])
        && behind.ends_with(['"', '\''])
        && behind.len() > 1
    {
        let hint = format!("write {}", write(&in_quotes(unquote(behind))));
        return SyntaxError::new(
            at..at + letters,
            "no letter stands before the quotation marks of a text",
            hint,
        );
    }
    let together = text.replace(['"', '\''], "");
    if together.len() < text.len() && When::parse(&together).is_ok() {
        return new(
            "the quotation marks do not stand around the whole date",
            format!("write \"{together}\""),
        );
    }
    if let Some(mark) =
        ['"', '\''].into_iter().find(|mark| text.ends_with(*mark) && text.matches(*mark).count() == 1)
    {
        let hint = format!("write {}", write(&in_quotes(text.trim_end_matches(mark))));
        return SyntaxError::new(at..at, "the quotation mark at the beginning of this text is missing", hint);
    }
    if matches!(text, "|" | ">" | "|-" | ">-") {
        let hint = format!("write {}", write("\"\"\"…\"\"\""));
        return new("a text over several lines stands between three quotation marks", hint);
    }
    if is_nothing(text) {
        let hint = if is_element { "leave it out" } else { "leave the key out, or write a value" };
        return new("TOML has no value for nothing", hint.to_owned());
    }
    let unquoted = "this date stands without quotes";
    if is_no_day(text) {
        return new(&format!("{text} is no day"), "correct it, and put it in quotes".to_owned());
    }
    if When::parse(text).is_ok() {
        return new(unquoted, format!("put it in quotes: \"{text}\""));
    }
    if let Some(date) = guess(text) {
        return new(unquoted, date.hint());
    }
    if let Some(point) = decimal(text) {
        return new("a number of TOML has a decimal point", format!("write {}", write(&point)));
    }
    if wanted == Some(Wanted::List) {
        let all: Vec<String> = text.split([',', ';']).map(|one| in_quotes(unquote(one))).collect();
        let message = if all.len() > 1 {
            "these stand without quotes and brackets"
        } else {
            "this stands without quotes and brackets"
        };
        return new(message, format!("write {key} = [{}]", all.join(", ")));
    }
    let quoted = in_quotes(unquote(text));
    new("this text stands without quotes", format!("put it in quotes: {}", write(&quoted)))
}

/// The text without quotation marks of any kind around it.
fn unquote(text: &str) -> &str {
    text.trim().trim_matches(|c| is_curly(c) || matches!(c, '"' | '\''))
}

/// True or false in another language's words.
fn flag(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "on" | "ja" | "wahr" | "y" => Some("true"),
        "false" | "no" | "off" | "nein" | "falsch" | "n" => Some("false"),
        _ => None,
    }
}

fn is_nothing(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "null" | "none" | "nil" | "undefined" | "n/a" | "~" | "-" | "–" | "?" | "tbd" | "todo"
    )
}

/// A number with a decimal comma, with a point.
fn decimal(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once(',')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(whole.strip_prefix('-').unwrap_or(whole)) && digits(fraction))
        .then(|| format!("{whole}.{fraction}"))
}

/// Whether it has the form of a date that is not in the calendar.
fn is_no_day(written: &str) -> bool {
    let is_day =
        |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    written.len() == 10 && written.bytes().enumerate().all(is_day) && When::parse(written).is_err()
}
