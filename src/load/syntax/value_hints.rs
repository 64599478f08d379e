//! What to write instead of a value of the wrong type.

use toml::de::DeValue;

use crate::load::syntax::date_guess::guess;
use crate::text::sanitize::sanitize_line;

/// What to write where a text is wanted and something else stands.
pub(crate) fn hint_for_text(key: &str, value: &DeValue<'_>) -> String {
    let written = plain(value);
    if let Some(date) = guess(&written) {
        return format!("write {key} = {}", date.hint().trim_start_matches("write "));
    }
    match value {
        DeValue::Datetime(date) => {
            let day = date.date.map_or(written, |day| day.to_string());
            format!("put it in quotes: {key} = \"{day}\"")
        }
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => {
            format!("put it in quotes: {key} = \"{written}\"")
        }
        DeValue::Array(elements) => match elements.iter().map(toml::Spanned::get_ref).collect::<Vec<_>>()[..]
        {
            [single @ DeValue::String(_)] => format!("leave out the brackets: {key} = {}", shown(single)),
            _ => format!("write {key} = \"…\""),
        },
        _ => format!("write {key} = \"…\""),
    }
}

/// A value as it is repeated in a hint.
pub(crate) fn shown(value: &DeValue<'_>) -> String {
    const SHORT: usize = 60;
    match value {
        DeValue::String(text) if text.chars().count() <= SHORT && !text.contains(['"', '\\']) => {
            format!("\"{}\"", sanitize_line(text))
        }
        DeValue::Table(_) => "{ … }".to_owned(),
        _ => "…".to_owned(),
    }
}

/// True or false, as other languages write them.
pub(crate) fn meant_flag(value: &DeValue<'_>) -> Option<bool> {
    let text = match value {
        DeValue::String(text) => text.trim().to_lowercase(),
        DeValue::Integer(number) => number.as_str().to_owned(),
        _ => return None,
    };
    match &*text {
        "true" | "yes" | "ja" | "on" | "wahr" | "1" | "x" => Some(true),
        "false" | "no" | "nein" | "off" | "falsch" | "0" | "" => Some(false),
        _ => None,
    }
}

pub(crate) fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "an unquoted date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

pub(crate) fn plain(value: &DeValue<'_>) -> String {
    match value {
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(flag) => flag.to_string(),
        _ => String::new(),
    }
}
