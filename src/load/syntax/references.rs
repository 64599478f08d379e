//! Keys that name other things by their ids.

use std::borrow::Cow;

use foldhash::{HashSet, HashSetExt as _};
use toml::de::DeValue;

use crate::dossier::{Id, Kind};

use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::Spanned;
use crate::load::syntax::ids::Ids;
use crate::load::syntax::table::Table;
use crate::text::sanitize::sanitize_line;

impl<'d> Table<'d, '_> {
    /// The ids of a list that name something; the others are reported and left out.
    pub(crate) fn ids(&mut self, key: &'static str, kind: Kind, known: &Ids) -> Vec<Id> {
        self.ids_and_losses(key, kind, known).0
    }

    /// The same, and whether any was left out.
    pub(crate) fn ids_and_losses(&mut self, key: &'static str, kind: Kind, known: &Ids) -> (Vec<Id>, bool) {
        /// Up to so many names are looked through; more are kept in a set.
        const FEW: usize = 16;
        let written = match self.value(key).map(|found| found.value) {
            Some(DeValue::Array(array)) => array.len(),
            other => usize::from(other.is_some()),
        };
        let names = self.names(key);
        let mut ids: Vec<Id> = Vec::with_capacity(names.len());
        let mut resolved = 0;
        let mut seen: HashSet<Id> = HashSet::new();
        let few = names.len() <= FEW;
        for name in names {
            let Some(id) = self.resolve(&name, kind.word(), known) else { continue };
            resolved += 1;
            if if few { !ids.contains(&id) } else { seen.insert(id.clone()) } {
                ids.push(id);
            } else {
                self.add(
                    Rule::ReferenceRepeated,
                    name.at,
                    format!("{} is named twice", quoted(&name.value)),
                    "name it once",
                );
            }
        }
        (ids, resolved < written)
    }

    /// The names of a list. One text with all of them in it is reported, and they are used all the same.
    pub(crate) fn names(&mut self, key: &'static str) -> Vec<Spanned<Cow<'d, str>>> {
        let several = |text: &str| text.contains([',', ';']);
        let Some(Spanned { value: DeValue::String(text), at }) = self.value(key) else {
            return self.texts(key);
        };
        if !several(text) {
            return self.texts(key);
        }
        let names: Vec<&str> =
            text.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()).collect();
        let all: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        let hint = format!("write {key} = [{}]", all.join(", "));
        self.add(Rule::ValueType, at, format!("\"{key}\" wants a list, not a text"), hint);
        names.into_iter().map(|name| Spanned { value: sanitize_line(name), at }).collect()
    }

    /// The id under this key, if it names something.
    pub(crate) fn id(&mut self, key: &'static str, kind: Kind, known: &Ids) -> Option<Id> {
        let name = self.text(key)?;
        self.resolve(&name, kind.word(), known)
    }

    pub(crate) fn resolve<T: AsRef<str>>(
        &mut self,
        name: &Spanned<T>,
        word: &'static str,
        known: &Ids,
    ) -> Option<Id> {
        let Spanned { value, at } = name;
        let value = value.as_ref();
        let found = known.find(word, value);
        if found.is_none() && known.is_reported(word, value, self.report) {
            let item = self.item().cloned();
            self.report.mark_faulty(item.as_ref());
            // It may be one of those that are not well formed.
            for id in known.malformed(word) {
                self.report.add_unread_name(id);
            }
        } else if found.is_none() {
            let hint = self.several(value, word, known);
            let item = self.item().cloned();
            self.report.unknown_reference(word, value, *at, item.as_ref(), hint);
        }
        found
    }

    /// What to write for several names in one text.
    fn several(&mut self, value: &str, word: &'static str, known: &Ids) -> Option<String> {
        let names: Vec<&str> = value.split([',', ';']).map(str::trim).collect();
        let are_known = names.len() > 1 && names.iter().all(|name| known.find(word, name).is_some());
        if !are_known {
            return None;
        }
        for name in &names {
            self.report.add_unread_name(name);
        }
        Some(format!(
            "put each in its own quotes: {}",
            names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
        ))
    }
}
