//! A new table, key by key.

use crate::dossier::{Dossier, Id};
use crate::edit::{NewTable, Step, TableKind, Value};

use super::own_words::own_key;

/// A table that is being written; keys without a value are left out.
pub(super) struct Draft<'d> {
    dossier: &'d Dossier,
    table: NewTable,
}

impl<'d> Draft<'d> {
    pub(super) fn new(dossier: &'d Dossier, kind: TableKind) -> Self {
        Self { dossier, table: NewTable { kind, keys: Vec::new() } }
    }

    pub(super) fn value(mut self, key: &str, value: Value) -> Self {
        self.table.keys.push((key.to_owned(), value));
        self
    }

    /// A text that is the same in every language: an id, a word of the format, words of the article.
    pub(super) fn text(self, key: &str, text: &str) -> Self {
        match text.trim() {
            "" => self,
            text => self.value(key, Value::Text(text.to_owned())),
        }
    }

    /// One's own words, in this language or for all.
    pub(super) fn own(self, key: &str, text: &str, language: &str) -> Self {
        let key = own_key(self.dossier, self.table.kind, key, language);
        self.text(&key, text)
    }

    /// A list of ids.
    pub(super) fn ids(self, key: &str, ids: &[Id]) -> Self {
        let mut listed: Vec<Value> = Vec::new();
        for id in ids {
            let value = Value::Text(id.as_str().to_owned());
            if !listed.contains(&value) {
                listed.push(value);
            }
        }
        if listed.is_empty() { self } else { self.value(key, Value::List(listed)) }
    }

    pub(super) fn step(self) -> Step {
        Step::Table(self.table)
    }
}
