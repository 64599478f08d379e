//! How values and tables are written in TOML.

use toml::de::DeTable;
use toml_writer::ToTomlKey;

use crate::dossier::Ref;
use crate::load::basic_string;
use crate::load::format::{DECIDED, SUGGESTED};

use super::change::{Change, NewFigure, NewTable, Quotation, Step, Value};
use super::{decisions, rows};

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

/// A table as it is appended to a file: what opens it and its keys, each on a line of its own.
fn table(table: &NewTable) -> String {
    lines(&format!("[[{}]]", table.kind.word()), &table.keys, "\n")
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

/// A change to be put in by hand, as TOML: keys of tables that are there, each below a comment that says which table it belongs
/// to, then new tables. Keys come first: below a table they would be its own.
pub fn toml(change: &Change) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut lists: Vec<(String, &str, Vec<Value>)> = Vec::new();
    for step in &change.steps {
        match step {
            Step::Table(_) | Step::Decision(_) | Step::Figure(_) => {}
            Step::Element { of, key, value } => {
                let place = place(of);
                match lists.iter_mut().find(|(at, known, _)| *at == place && known == key) {
                    Some((_, _, values)) => values.push(value.clone()),
                    None => lists.push((place, key, vec![value.clone()])),
                }
            }
            Step::Key { of, key, value } => parts.push(format!("{}\n{}\n", place(of), pair(key, value))),
        }
    }
    for (place, key, values) in lists {
        parts.push(format!("{place}\n{}\n", pair(key, &Value::List(values))));
    }
    let mut whole = String::new();
    for part in parts {
        let blank = if whole.is_empty() { "" } else { "\n" };
        let longer = format!("{whole}{blank}{part}");
        // The same key of two things would be no TOML.
        whole = if DeTable::parse(&longer).is_ok() {
            longer
        } else {
            format!("{whole}{blank}{}", as_comment(&part))
        };
    }
    for step in &change.steps {
        let part = match step {
            Step::Table(table) => self::table(table),
            Step::Figure(figure) => rows(figure),
            // What was decided is nothing without what it was decided of.
            Step::Decision(decision) if change.steps.len() == 1 => {
                let table = lines(&format!("[[{}]]", DECIDED.word()), &decisions::keys(decision), "\n");
                format!("# in {SUGGESTED}\n{table}")
            }
            Step::Decision(_) | Step::Element { .. } | Step::Key { .. } => continue,
        };
        if !whole.is_empty() {
            whole.push('\n');
        }
        whole.push_str(&part);
    }
    whole
}

/// A figure as a row, below the names of its columns. It is no TOML, so both are comments.
fn rows(figure: &NewFigure) -> String {
    let is_shown = |c: &char| !c.is_control();
    let rows = rows::as_file(figure).map(|row| row.chars().filter(is_shown).collect::<String>());
    as_comment(&format!("# in the file of figures\n{}", rows.join("\n")))
}

/// Lines as comments.
fn as_comment(lines: &str) -> String {
    let lines: Vec<String> = lines
        .lines()
        .map(|line| if line.starts_with('#') { line.to_owned() } else { format!("# {line}") })
        .collect();
    lines.join("\n") + "\n"
}

/// The comment that says in which table a key belongs.
fn place(of: &Ref) -> String {
    format!("# in [[{}]] id = {}", of.kind.word(), basic_string(of.id.as_str()))
}
