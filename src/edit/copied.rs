//! A change as an author copies it, to be put in by hand.

use toml::de::DeTable;

use crate::dossier::Ref;
use crate::load::basic_string;
use crate::load::format::{DECIDED, SUGGESTED};

use super::boilerplate::BOILERPLATE;
use super::change::{Change, NewFigure, NewTable, Step, Value};
use super::spell::{lines, pair};
use super::{decisions, rows, spell};

/// A change to be put in by hand, as TOML: keys of tables that are there, each below a comment that says which table it belongs
/// to, then new tables. Keys come first: below a table they would be its own.
pub fn toml(change: &Change) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut lists: Vec<(String, &str, Vec<Value>)> = Vec::new();
    for step in &change.steps {
        match step {
            Step::Table(_) | Step::Decision(_) | Step::Figure(_) => {}
            Step::Boilerplate(all) => {
                let all = all.iter().map(|line| Value::Text(line.clone())).collect();
                parts.push(format!("# in [article]\n{}\n", pair(BOILERPLATE, &Value::List(all))));
            }
            Step::Element { of, key, value } => {
                let place = place(of);
                match lists.iter_mut().find(|(at, known, _)| *at == place && known == key) {
                    Some((_, _, values)) => values.push(value.clone()),
                    None => lists.push((place, key, vec![value.clone()])),
                }
            }
            Step::Key { of, key, value } => parts.push(format!("{}\n{}\n", place(of), pair(key, value))),
            // What is to go is no TOML.
            Step::Remove { of, key } => parts.push(format!("{}\n# - {}\n", place(of), spell::key(key))),
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
            Step::Table(table) => table_alone(table),
            Step::Figure(figure) => rows(figure),
            // What was decided is nothing without what it was decided of.
            Step::Decision(decision) if change.steps.len() == 1 => {
                let table = lines(&format!("[[{}]]", DECIDED.word()), &decisions::keys(decision), "\n");
                format!("# in {SUGGESTED}\n{table}")
            }
            Step::Decision(_)
            | Step::Boilerplate(_)
            | Step::Element { .. }
            | Step::Key { .. }
            | Step::Remove { .. } => continue,
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

/// A table: what opens it and its keys, each on a line of its own.
fn table_alone(table: &NewTable) -> String {
    lines(&format!("[[{}]]", table.kind.word()), &table.keys, "\n")
}
