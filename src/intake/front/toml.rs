//! The lines of a head between `+++`: TOML. A broken line takes no other with it.

use toml::de::{DeTable, DeValue};

use super::{Entry, Fault};

/// The entries of a head, and what is left out of it. `first` is the number of its first line in the file.
pub(super) fn entries(head: &str, first: usize) -> (Vec<Entry>, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(head);
    let line =
        |at: usize| first + head.as_bytes()[..at.min(head.len())].split(|byte| *byte == b'\n').count() - 1;
    let mut entries = Vec::new();
    let mut faults = Vec::new();
    // Behind the first error, others may only follow from it.
    if let Some(error) = errors.first() {
        let line = line(error.span().unwrap_or_default().start);
        faults.push(Fault { line, key: String::new(), why: "it is no TOML" });
    }
    for (key, value) in table.get_ref() {
        let place = key.span().start;
        let key = key.get_ref().to_lowercase();
        match values(value.get_ref()) {
            Some(values) if values.is_empty() => {}
            Some(values) => entries.push(Entry { key, values }),
            None => faults.push(Fault { line: line(place), key, why: "a table is not supported here" }),
        }
    }
    faults.sort_by_key(|fault| fault.line);
    (entries, faults)
}

/// The texts that a value is, or that it has; none where it is something else.
fn values(value: &DeValue<'_>) -> Option<Vec<String>> {
    let one = |text: &str| if text.trim().is_empty() { Vec::new() } else { vec![text.trim().to_owned()] };
    match value {
        DeValue::String(text) => Some(one(text)),
        DeValue::Datetime(date) => Some(one(&date.to_string())),
        DeValue::Array(items) => {
            let items = items.iter().map(|item| values(item.get_ref()));
            items.collect::<Option<Vec<_>>>().map(|items| items.concat())
        }
        DeValue::Table(table) => match table.get("name")?.get_ref() {
            DeValue::String(name) => Some(one(name)),
            _ => None,
        },
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => Some(Vec::new()),
    }
}
