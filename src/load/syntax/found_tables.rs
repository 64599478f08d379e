//! The tables of a file as their authors opened them: as they should be, or under another name, with one bracket, with their
//! id in it, or not at all.

use toml::de::{DeTable, DeValue};

use crate::load::format::GROUPS;
use crate::load::report::problem::quoted;
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::syntax::keys::{meant_table, table_with};
use crate::load::syntax::table::Table;
use crate::load::syntax::table_kinds::{is_word, single, table_words, with_id};
use crate::text::sanitize::sanitize_line;

/// Keys that stand above all tables of a file, where they are those of a table with an id: its opening is missing. The table,
/// and the keys.
pub(crate) fn untabled<'d>(
    root: &'d DeTable<'d>,
) -> Option<(&'static str, Vec<&'d toml::Spanned<toml::de::DeString<'d>>>)> {
    let is_of_table = |value: &DeValue<'_>| match value {
        DeValue::Array(elements) => elements.first().is_some_and(|first| first.get_ref().is_table()),
        _ => false,
    };
    let keys: Vec<_> = root
        .iter()
        .filter(|(name, value)| {
            !is_word(name.get_ref()) || !is_of_table(value.get_ref()) && !value.get_ref().is_table()
        })
        .map(|(name, _)| name)
        .collect();
    let names: Vec<&str> = keys.iter().map(|name| name.get_ref().as_ref()).collect();
    if names.len() < 3 || !names.contains(&"id") {
        return None;
    }
    Some((table_with(&names, "")?, keys))
}

/// One table of a kind, as it stands in a file.
#[derive(Clone)]
pub(crate) struct Found<'d> {
    pub(crate) value: &'d DeValue<'d>,
    pub(crate) at: Span,
    /// Its id, where that is a part of its name: `[actor.council]`.
    pub(crate) key: Option<&'d str>,
    /// Its name is another; that is reported.
    pub(crate) is_misnamed: bool,
}

impl<'d> Found<'d> {
    fn new(Spanned { value, at }: Spanned<&'d DeValue<'d>>) -> Self {
        Self { value, at, key: None, is_misnamed: false }
    }
}

pub(crate) fn entries<'d>(root: &mut Table<'d, '_>, word: &'static str) -> Vec<Found<'d>> {
    match root.value(word) {
        Some(Spanned { value: DeValue::Table(table), at }) if is_of_names(word, table) => {
            let named = table.iter().map(|(id, value)| {
                let (message, hint) =
                    with_id(&format!("[{word}.{}]", sanitize_line(id.get_ref())), word, id.get_ref());
                let at = Span::new(at.file, value.span());
                root.add(Rule::TableSingle, at, message, hint);
                Found { key: Some(id.get_ref()), ..Found::new(Spanned { value: value.get_ref(), at }) }
            });
            named.collect()
        }
        // The commonest mistake with TOML: used all the same.
        Some(Spanned { value: value @ DeValue::Table(_), at }) => {
            let (message, hint) = single(word);
            root.add(Rule::TableSingle, at, message, hint);
            vec![Found::new(Spanned { value, at })]
        }
        Some(Spanned { value: DeValue::Array(_), .. }) => {
            root.elements(word).into_iter().map(Found::new).collect()
        }
        // A value that is not a table is reported on its own.
        Some(other) => vec![Found::new(other)],
        None => Vec::new(),
    }
}

/// Whether the table has nothing but tables, none of them one of its keys: ids that are written as parts of its name.
fn is_of_names(word: &str, table: &DeTable<'_>) -> bool {
    let is_key = |name: &str| {
        GROUPS
            .into_iter()
            .any(|group| group.word() == word && group.fields.iter().any(|field| field.key == name))
    };
    !table.is_empty()
        && table
            .iter()
            .all(|(name, value)| matches!(value.get_ref(), DeValue::Table(_)) && !is_key(name.get_ref()))
}

/// The tables whose names are none but mean one. They are reported, and read all the same: what refers to them is right.
pub(crate) fn misnamed<'d>(
    root: &'d DeTable<'d>,
    header: &[&'static str],
    table: &mut Table<'d, '_>,
) -> Vec<(&'static str, Found<'d>)> {
    let mut all = Vec::new();
    for (name, value) in root {
        let several: Vec<&'d toml::Spanned<DeValue<'d>>> = match value.get_ref() {
            DeValue::Table(_) => vec![value],
            DeValue::Array(elements) => elements.iter().collect(),
            _ => continue,
        };
        let are_tables = several.iter().all(|one| matches!(one.get_ref(), DeValue::Table(_)));
        let name_of = name.get_ref().as_ref();
        if is_word(name_of) || header.contains(&name_of) || !are_tables || several.is_empty() {
            continue;
        }
        let at = table.place(name.span());
        let message = format!("no table is called {}", quoted(&sanitize_line(name_of)));
        let Some(word) = meant_table(name_of) else {
            if several.iter().any(|one| one.get_ref().get("id").is_some()) {
                let all: Vec<String> = table_words().map(|word| format!("[[{word}]]")).collect();
                table.add(Rule::KeyUnknown, at, message, format!("write one of {}", all.join(", ")));
                table.mark_reported(name_of);
                for one in several {
                    table.report.add_unread(one.get_ref());
                }
            }
            continue;
        };
        table.mark_reported(name_of);
        if let DeValue::Table(named) = value.get_ref()
            && is_of_names(word, named)
        {
            for (id, value) in named {
                let written = format!("[{}.{}]", sanitize_line(name_of), sanitize_line(id.get_ref()));
                let (message, hint) = with_id(&written, word, id.get_ref());
                let at = table.place(value.span());
                table.add(Rule::TableSingle, at, message, hint);
                let found = Found::new(Spanned { value: value.get_ref(), at });
                all.push((word, Found { key: Some(id.get_ref()), ..found }));
            }
            continue;
        }
        table.add(Rule::KeyUnknown, at, message, format!("write [[{word}]]"));
        for one in several {
            let found = Found::new(Spanned { value: one.get_ref(), at: table.place(one.span()) });
            all.push((word, Found { is_misnamed: true, ..found }));
        }
    }
    all
}
