//! What a TOML file says, however it is written, and what it has to say after a step.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::{DeTable, DeValue};

use crate::load::rows_of_figures;

use super::change::Value;
use super::spell::{is_text_alone, keys_of};

/// A value without the way in which it is written. Numbers and dates are as written: nothing here changes them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    Text(String),
    Flag(bool),
    Number(String),
    Date(String),
    List(Vec<Meaning>),
    Table(BTreeMap<String, Meaning>),
}

/// Under which key a file of figures has its rows.
pub(super) const ROWS: &str = "rows";

/// A step of the way from a file to one of its values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Key(String),
    Element(usize),
}

/// What a step of a change comes to in one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Act {
    /// The value there is this one.
    Set(Meaning),
    /// The list there has this one more at its end.
    Push(Meaning),
    /// There is no such value.
    Remove,
}

impl Meaning {
    /// What a file says. None if it is not TOML.
    pub(super) fn of_file(text: &str) -> Option<Self> {
        Some(Self::of_table(DeTable::parse(text).ok()?.get_ref()))
    }

    /// What a file of figures says: its rows, the header among them.
    pub(super) fn of_rows(text: &str) -> Self {
        let rows = rows_of_figures(text).into_iter().map(Self::of_fields);
        Self::Table(BTreeMap::from([(ROWS.to_owned(), Self::List(rows.collect()))]))
    }

    /// What a row of figures says.
    pub(super) fn of_fields(fields: Vec<String>) -> Self {
        Self::List(fields.into_iter().map(Self::Text).collect())
    }

    fn of_table(table: &DeTable<'_>) -> Self {
        Self::Table(
            table.iter().map(|(key, value)| (key.get_ref().to_string(), Self::of(value.get_ref()))).collect(),
        )
    }

    fn of(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::String(text) => Self::Text(text.to_string()),
            DeValue::Boolean(flag) => Self::Flag(*flag),
            DeValue::Integer(number) => Self::Number(number.to_string()),
            DeValue::Float(number) => Self::Number(format!("float {number}")),
            DeValue::Datetime(date) => Self::Date(date.to_string()),
            DeValue::Array(values) => {
                Self::List(values.iter().map(|value| Self::of(value.get_ref())).collect())
            }
            DeValue::Table(table) => Self::of_table(table),
        }
    }

    /// What a value of a change means.
    pub(super) fn of_value(value: &Value) -> Self {
        match value {
            Value::Text(text) => Self::Text(text.clone()),
            Value::Flag(flag) => Self::Flag(*flag),
            Value::List(values) => Self::List(values.iter().map(Self::of_value).collect()),
            Value::Words(words) if is_text_alone(words) => Self::Text(words.exact.clone()),
            Value::Words(words) => Self::of_keys(&keys_of(words)),
        }
    }

    /// What a table with these keys means, dotted ones among them.
    pub(super) fn of_keys(keys: &[(String, Value)]) -> Self {
        let mut table = Self::Table(BTreeMap::new());
        for (key, value) in keys {
            let path: Vec<Part> = parts(key).collect();
            table.apply(&path, &Act::Set(Self::of_value(value)));
        }
        table
    }

    /// Whether it is a list or a table with something in it.
    fn has_parts(&self) -> bool {
        match self {
            Self::List(values) => !values.is_empty(),
            Self::Table(table) => !table.is_empty(),
            Self::Text(_) | Self::Flag(_) | Self::Number(_) | Self::Date(_) => false,
        }
    }

    /// A list or a table without what is in it.
    fn emptied(&self) -> Self {
        match self {
            Self::List(_) => Self::List(Vec::new()),
            _ => Self::Table(BTreeMap::new()),
        }
    }

    /// The id of a table; nothing of all else.
    fn id(&self) -> &str {
        match self {
            Self::Table(table) => match table.get("id") {
                Some(Self::Text(id)) => id,
                _ => "",
            },
            _ => "",
        }
    }

    /// Makes this what it is to be after the act. Tables on the way that are not there are made, and so is the list.
    pub(super) fn apply(&mut self, path: &[Part], act: &Act) {
        match (path.split_first(), &mut *self) {
            (None, here) => match (act, here) {
                (Act::Push(value), Self::List(values)) => values.push(value.clone()),
                (Act::Push(value), here) => *here = Self::List(vec![value.clone()]),
                (Act::Set(value), here) => *here = value.clone(),
                // Only a table can be without it.
                (Act::Remove, _) => {}
            },
            (Some((Part::Key(key), [])), Self::Table(table)) if *act == Act::Remove => {
                table.remove(key);
            }
            (Some((Part::Key(key), rest)), Self::Table(table)) => {
                let empty = || Self::Table(BTreeMap::new());
                table.entry(key.clone()).or_insert_with(empty).apply(rest, act);
            }
            (Some((Part::Element(number), rest)), Self::List(values)) => {
                if let Some(value) = values.get_mut(*number) {
                    value.apply(rest, act);
                }
            }
            // What is meant to be there is not: the comparison fails.
            (Some(_), _) => {}
        }
    }
}

/// The text that a value holds, as it is written, if it is one.
pub(super) fn text_of(value: &str) -> Option<String> {
    Some(DeValue::parse(value).ok()?.get_ref().as_str()?.to_owned())
}

/// The parts of a key, dotted or not.
pub(super) fn parts(key: &str) -> impl Iterator<Item = Part> {
    key.split('.').map(|part| Part::Key(part.to_owned()))
}

/// A value that one file has and another has not, or has otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Difference {
    /// The keys that lead to it, and the ids of the tables on the way. Which element of a list it is in does not count: others
    /// may have come before it.
    path: Vec<String>,
    from: Option<Meaning>,
    to: Option<Meaning>,
}

/// How one file's meaning differs from another's.
pub(super) fn differences(from: &Meaning, to: &Meaning) -> Vec<Difference> {
    let mut all = Vec::new();
    compare(&mut Vec::new(), from, to, &mut all);
    all
}

fn compare(path: &mut Vec<String>, from: &Meaning, to: &Meaning, all: &mut Vec<Difference>) {
    let mut differs = |path: &[String], from: Option<&Meaning>, to: Option<&Meaning>| {
        all.push(Difference { path: path.to_vec(), from: from.cloned(), to: to.cloned() });
    };
    match (from, to) {
        (Meaning::Table(old), Meaning::Table(new)) => {
            let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            for key in keys {
                path.push(key.clone());
                match (old.get(key), new.get(key)) {
                    (Some(old), Some(new)) => compare(path, old, new, all),
                    // What is made for its first element is there all the same if it has got a second one since.
                    (Some(old), None) if old.has_parts() => compare(path, old, &old.emptied(), all),
                    (None, Some(new)) if new.has_parts() => compare(path, &new.emptied(), new, all),
                    (old, new) => {
                        all.push(Difference { path: path.clone(), from: old.cloned(), to: new.cloned() });
                    }
                }
                path.pop();
            }
        }
        (Meaning::List(old), Meaning::List(new)) if old.len() == new.len() => {
            for (old, new) in old.iter().zip(new) {
                path.push(old.id().to_owned());
                compare(path, old, new, all);
                path.pop();
            }
        }
        (Meaning::List(old), Meaning::List(new)) => {
            let alike = old.iter().zip(new).take_while(|(old, new)| old == new).count();
            let (old, new) = (&old[alike..], &new[alike..]);
            let alike = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
            old[..old.len() - alike].iter().for_each(|old| differs(path, Some(old), None));
            new[..new.len() - alike].iter().for_each(|new| differs(path, None, Some(new)));
        }
        _ if from == to => {}
        _ => differs(path, Some(from), Some(to)),
    }
}
