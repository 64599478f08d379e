//! How values and tables are written in TOML.

use toml_writer::ToTomlKey;

use crate::load::basic_string;

use super::change::{Quotation, Value};

/// A value as TOML, on one line.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::Text(text) => basic_string(text),
        Value::Flag(flag) => flag.to_string(),
        Value::Words(words) => anchor_toml(words),
        Value::List(values) => {
            let values: Vec<String> = values.iter().map(self::value).collect();
            format!("[{}]", values.join(", "))
        }
    }
}

/// Words of the article as an anchor is written in TOML: a text alone where that is enough, else a table.
pub fn anchor_toml(words: &Quotation) -> String {
    if is_text_alone(words) {
        return basic_string(&words.exact);
    }
    format!("{{ {} }}", pairs(&keys_of(words)).join(", "))
}

/// Whether a text says it all.
pub(super) fn is_text_alone(words: &Quotation) -> bool {
    words.prefix.is_empty() && words.suffix.is_empty() && !words.inferred
}

/// The keys of a quotation that is a table.
pub(super) fn keys_of(words: &Quotation) -> Vec<(String, Value)> {
    let mut keys = vec![("exact".to_owned(), Value::Text(words.exact.clone()))];
    for (key, text) in [("prefix", &words.prefix), ("suffix", &words.suffix)] {
        if !text.is_empty() {
            keys.push((key.to_owned(), Value::Text(text.clone())));
        }
    }
    if words.inferred {
        keys.push(("inferred".to_owned(), Value::Flag(true)));
    }
    keys
}

/// A key with its value. Of a dotted one each part is a key.
pub(super) fn pair(key: &str, value: &Value) -> String {
    format!("{} = {}", self::key(key), self::value(value))
}

/// A key, dotted or not, with quotation marks where TOML wants them.
pub(super) fn key(key: &str) -> String {
    let parts: Vec<String> = key.split('.').map(ToTomlKey::to_toml_key).collect();
    parts.join(".")
}

/// Keys with their values.
pub(super) fn pairs(keys: &[(String, Value)]) -> Vec<String> {
    keys.iter().map(|(key, value)| pair(key, value)).collect()
}

/// What opens a table and its keys, each on a line of its own, with these line endings.
pub(super) fn lines(header: &str, keys: &[(String, Value)], line_end: &str) -> String {
    let mut text = format!("{header}{line_end}");
    for pair in pairs(keys) {
        text.push_str(&pair);
        text.push_str(line_end);
    }
    text
}

/// A table as one element of a list.
pub(super) fn inline_table(keys: &[(String, Value)]) -> String {
    if keys.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", pairs(keys).join(", ")) }
}
