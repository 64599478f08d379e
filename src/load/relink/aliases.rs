//! Aliases as they are written, and the forms that stand in the article where one matches nothing.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};
use toml::de::DeValue;

use crate::dossier::anchor::{Index, fold};
use crate::dossier::near_forms::NearForm;
use crate::dossier::{Dossier, mentions};

use super::spelling::literal;
use super::{Edit, Meaning, WrittenAnchors, elements, name_of};
use crate::load::check::aliases::forms_for;
use crate::load::report::line_index::LineIndex;
use crate::load::report::problem::{Location, trimmed_line};
use crate::load::report::span::Span;
use crate::load::syntax::tables::Tables;

/// An alias as it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenAlias {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// Whose it is, and the key: `actor:nvidia, aliases`.
    pub of: String,
    /// What it says.
    pub alias: String,
    /// Whether it matches nothing in the article.
    pub is_unused: bool,
    /// What stands there that is nearly it, the likest first; only for one that matches nothing.
    pub(crate) forms: Vec<NearForm>,
    /// The places of the actor, and of the alias among its own.
    place: (usize, usize),
    is_in_list: bool,
    number: usize,
    value: Range<usize>,
}

/// Who has an alias.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct AliasOwners<'w> {
    /// The actor itself.
    pub(crate) is_own: bool,
    /// Other actors, as reports call them: `actor:nvidia`.
    pub(crate) others: Vec<&'w str>,
}

/// The aliases of these tables, by actor and place; nothing is known of how they match.
pub(super) fn collect(tables: &Tables<'_>, lines: &mut LineIndex<'_>) -> Vec<WrittenAlias> {
    const KEY: &str = "aliases";
    let mut aliases: Vec<WrittenAlias> = Vec::new();
    for (actor, table) in tables.named("actor").iter().enumerate() {
        let Some(list) = table.peek_at(KEY) else { continue };
        let is_in_list = matches!(list.get_ref(), DeValue::Array(_));
        let written = elements(list).into_iter().filter_map(|value| {
            let DeValue::String(text) = value.get_ref() else { return None };
            let alias = trimmed_line(text).into_owned();
            (!alias.is_empty()).then(|| (alias, value.span()))
        });
        for (own, (alias, value)) in written.enumerate() {
            let number = table.at().file;
            let Location { file, line, column, .. } = lines.location(Span::point(number, value.start));
            aliases.push(WrittenAlias {
                file,
                line,
                column,
                of: name_of(table, KEY),
                alias,
                is_unused: false,
                forms: Vec::new(),
                place: (actor, own),
                is_in_list,
                number,
                value,
            });
        }
    }
    aliases
}

/// Finds out which of them match nothing, and what is near those.
pub(super) fn judge(aliases: &mut [WrittenAlias], dossier: &Dossier, index: &Index) {
    let unused = mentions::find(index, &dossier.actors).unused_aliases;
    let wanted: Vec<(usize, &str)> =
        unused.iter().map(|&(actor, alias)| (actor, &*dossier.actors[actor].aliases[alias])).collect();
    let forms = forms_for(&dossier.actors, index, &wanted);
    let mut near: HashMap<(usize, usize), Vec<NearForm>> = HashMap::with_capacity(unused.len());
    near.extend(unused.into_iter().zip(forms));
    for alias in aliases {
        if let Some(forms) = near.remove(&alias.place) {
            (alias.is_unused, alias.forms) = (true, forms);
        }
    }
}

impl WrittenAnchors {
    /// What to write in the place of an alias so that these are the actor's instead. None for several where no list is
    /// written, or for none.
    pub fn renamed(&self, alias: &WrittenAlias, forms: &[String]) -> Option<Edit> {
        if forms.is_empty() || forms.len() > 1 && !alias.is_in_list {
            return None;
        }
        let raw = self.texts.get(alias.number)?.text.get(alias.value.clone())?;
        let text = forms.iter().map(|form| literal(form, raw)).collect::<Vec<_>>().join(", ");
        Some(Edit { number: alias.number, range: alias.value.clone(), text, meaning: Meaning::Other })
    }

    /// Whose alias this name is already, once `renamed` aliases, by place, have become the ones beside them.
    pub(crate) fn owners(
        &self,
        alias: &WrittenAlias,
        name: &str,
        renamed: &[(usize, Vec<String>)],
    ) -> AliasOwners<'_> {
        let name = fold(name);
        let is_it = |other: &str| fold(other).trim() == name.trim();
        let mut owners = AliasOwners::default();
        for (number, other) in self.aliases.iter().enumerate() {
            let now = renamed.iter().find(|(renamed, _)| *renamed == number);
            let has_it =
                now.map_or_else(|| is_it(&other.alias), |(_, forms)| forms.iter().any(|form| is_it(form)));
            if has_it && other.place.0 == alias.place.0 {
                owners.is_own = true;
            } else if has_it {
                owners.others.push(other.of.split(',').next().unwrap_or_default());
            }
        }
        owners.others.dedup();
        owners
    }
}
