//! The tables of all files put together by what they are, and the ids they have.

use foldhash::HashMap;
use toml::de::{DeTable, DeValue};

use crate::dossier::{Id, Ref};

use crate::load::report::problem::{quoted, trimmed_line};
use crate::load::report::rule::Rule;
use crate::load::report::span::Span;
use crate::load::report::{ProblemText, Report};
use crate::load::syntax::found_tables::{Found, entries, misnamed, untabled};
use crate::load::syntax::ids::{Duplicate, Ids, hint_for_id};
use crate::load::syntax::keys::{is_key_of, meant_key, meant_table, table_with};
use crate::load::syntax::lookalikes;
use crate::load::syntax::table::Table;
use crate::load::syntax::table_kinds::{A_STOP, STOP, TableKind, table_kinds};
use crate::text::sanitize::sanitize_line;

/// One parsed TOML file.
pub(crate) struct TomlDocument<'d> {
    pub(crate) file: usize,
    pub(crate) root: DeTable<'d>,
}

/// One `[[table]]` with a usable id.
pub(crate) struct ItemTable<'d> {
    pub(crate) id: Id,
    at: Span,
    what: &'static str,
    item: Option<Ref>,
    table: &'d DeTable<'d>,
}

impl<'d> ItemTable<'d> {
    /// A value, looked at before the table is read.
    pub(crate) fn peek(&self, key: &str) -> Option<&'d DeValue<'d>> {
        self.table.get(key).map(toml::Spanned::get_ref)
    }

    /// The same with its place.
    pub(crate) fn peek_at(&self, key: &str) -> Option<&'d toml::Spanned<DeValue<'d>>> {
        self.table.get(key)
    }

    /// Where the table is opened.
    pub(crate) fn at(&self) -> Span {
        self.at
    }

    /// Where a text stands in the list under a key, or in place of the list.
    pub(crate) fn place_in_list(&self, key: &str, text: &str) -> Option<Span> {
        let value = self.table.get(key)?;
        let is_it = |element: &&toml::Spanned<DeValue<'_>>| {
            element.get_ref().as_str().is_some_and(|own| trimmed_line(own) == text)
        };
        let element = match value.get_ref() {
            DeValue::Array(elements) => elements.iter().find(is_it),
            _ => Some(value).filter(is_it),
        }?;
        Some(Span::new(self.at.file, element.span()))
    }

    /// What it is called in reports.
    pub(crate) fn what(&self) -> &'static str {
        self.what
    }

    /// The thing it makes, if that is one to be named.
    pub(crate) fn item(&self) -> Option<&Ref> {
        self.item.as_ref()
    }

    /// Its keys as they are written.
    pub(crate) fn keys(&self) -> &'d DeTable<'d> {
        self.table
    }

    /// The table, to be read.
    pub(crate) fn table<'r>(&self, report: &'r mut Report) -> Table<'d, 'r> {
        let mut table = Table::new(self.table, self.at, self.what, self.item.clone(), report);
        table.mark_known("id");
        table
    }
}

/// One `[[stop]]`.
pub(crate) struct StopEntry<'d> {
    pub(crate) at: Span,
    table: &'d DeTable<'d>,
}

impl<'d> StopEntry<'d> {
    /// Its keys as they are written.
    pub(crate) fn keys(&self) -> &'d DeTable<'d> {
        self.table
    }

    /// The table, to be read.
    pub(crate) fn table<'r>(&self, report: &'r mut Report) -> Table<'d, 'r> {
        Table::new(self.table, self.at, A_STOP, None, report)
    }

    /// Where the value of a key stands; else where the table begins.
    pub(crate) fn value_at(&self, key: &str) -> Span {
        let value = self.table.get(key);
        value.map_or(self.at, |value| Span::new(self.at.file, value.span()))
    }
}

/// All tables, in the author's order.
#[derive(Default)]
pub(crate) struct Tables<'d> {
    entries: HashMap<&'static str, Vec<ItemTable<'d>>>,
    stops: Vec<StopEntry<'d>>,
}

impl<'d> Tables<'d> {
    /// The tables of the tour.
    pub(crate) fn stops(&self) -> &[StopEntry<'d>] {
        &self.stops
    }

    /// The tables written `[[word]]` that have ids.
    pub(crate) fn named(&self, word: &str) -> &[ItemTable<'d>] {
        self.entries.get(word).map_or(&[], Vec::as_slice)
    }

    /// Every table there is.
    pub(crate) fn all(&self) -> impl Iterator<Item = &ItemTable<'d>> {
        table_kinds().flat_map(|kind| self.named(kind.word))
    }
}

/// The tables of all documents. What `header` asks of the first document's root is known to it; every other key of a
/// root is reported.
pub(crate) fn collect<'d>(
    documents: &'d [TomlDocument<'d>],
    header: &[&'static str],
    report: &mut Report,
) -> (Tables<'d>, Ids) {
    let (mut tables, mut ids) = (Tables::default(), Ids::default());
    for (number, document) in documents.iter().enumerate() {
        let start = Span::start_of(document.file);
        let what = if number == 0 { "dossier.toml" } else { "this file" };
        let mut root = Table::new(&document.root, start, what, None, report);
        let untabled = if number > 0 { untabled(&document.root) } else { None };
        if let Some((word, keys)) = &untabled {
            let first = keys.iter().min_by_key(|key| key.span().start);
            let at = first.map_or(start, |key| root.place(key.span()));
            let message =
                format!("{} stands above the first table", quoted(first.map_or("", |key| key.get_ref())));
            root.add(Rule::KeyMisplaced, at, message, format!("write [[{word}]] in the line above"));
            for key in keys {
                root.mark_reported(key.get_ref());
            }
            for value in document.root.values() {
                root.report.add_unread(value.get_ref());
            }
            ids.enter_nameless(word);
        }
        for &key in header {
            if untabled.is_some() {
                continue;
            }
            root.mark_known(key);
            if number > 0
                && let Some((key, _)) = document.root.get_key_value(key)
            {
                let at = root.place(key.span());
                root.add(
                    Rule::KeyMisplaced,
                    at,
                    format!("\"{}\" belongs in dossier.toml", key.get_ref()),
                    "move it there",
                );
            }
        }
        let misnamed = misnamed(&document.root, header, &mut root);
        for table_kind in table_kinds() {
            let TableKind { word, what, kind } = table_kind;
            let others = misnamed.iter().filter(|(meant, _)| *meant == word).map(|(_, found)| found.clone());
            let found: Vec<Found<'d>> = entries(&mut root, word).into_iter().chain(others).collect();
            for Found { value, at, key, is_misnamed } in found {
                let DeValue::Table(table) = value else {
                    root.wants(word, "tables", value, at, format!("write [[{word}]] above the keys of each"));
                    continue;
                };
                if let Some(other) = headed_wrongly(table, what, word) {
                    let message =
                        format!("its keys are those of [[{other}]], and it is opened as [[{word}]]");
                    root.add(Rule::KeyMisplaced, at, message, format!("write [[{other}]]"));
                    ids.enter_nameless(word);
                    ids.enter_nameless(other);
                    root.report.add_unread(value);
                    continue;
                }
                if is_misnamed && !table.contains_key("id") {
                    // Whatever else is wrong with it is seen once its name is right.
                    ids.enter_nameless(word);
                    root.report.add_unread(value);
                    continue;
                }
                let Some(id) = identify(table, key, at, table_kind, &mut ids, root.report) else {
                    ids.enter_nameless(word);
                    root.report.add_unread(value);
                    continue;
                };
                for (key, name) in names_of(table) {
                    ids.enter_name(word, &id, key, name);
                }
                let item = kind.map(|kind| Ref::new(kind, &id));
                tables.entries.entry(word).or_default().push(ItemTable { id, at, what, item, table });
            }
        }
        let others = misnamed.iter().filter(|(meant, _)| *meant == STOP).map(|(_, found)| found.clone());
        let found: Vec<Found<'d>> = entries(&mut root, STOP).into_iter().chain(others).collect();
        for Found { value, at, .. } in found {
            match value {
                DeValue::Table(table) => {
                    let Some(other) = headed_wrongly(table, A_STOP, STOP) else {
                        tables.stops.push(StopEntry { at, table });
                        continue;
                    };
                    let message =
                        format!("its keys are those of [[{other}]], and it is opened as [[{STOP}]]");
                    root.add(Rule::KeyMisplaced, at, message, format!("write [[{other}]]"));
                    ids.enter_nameless(other);
                    root.report.add_unread(value);
                }
                _ => root.wants(STOP, "tables", value, at, "write [[stop]] above the keys of each"),
            }
        }
        enter_unread(&document.root, &root, &mut ids);
        root.finish();
    }
    report_duplicates(&ids.take_duplicates(), report);
    (tables, ids)
}

/// Reports ids that a second table has. Several of one file that stand in another are a copy, and one mistake.
fn report_duplicates(duplicates: &[Duplicate], report: &mut Report) {
    let files = |one: &Duplicate| (one.at.file, one.first.file);
    let mut counts: HashMap<(usize, usize), usize> = HashMap::default();
    for one in duplicates {
        *counts.entry(files(one)).or_default() += 1;
    }
    let mut done: Vec<(usize, usize)> = Vec::new();
    for one in duplicates {
        let Duplicate { word, name, at, first } = one;
        let copied = counts.get(&files(one)).copied().unwrap_or(1);
        if at.file == first.file || copied == 1 {
            let message = format!("a second {word} is called {}", quoted(name));
            let message = ProblemText::ending_in(message, "; the first is opened in", *first);
            let hint = "only the first is used: give this one another id";
            report.add(Rule::IdDuplicate, *at, None, message, hint);
        } else if !done.contains(&files(one)) {
            done.push(files(one));
            let message =
                format!("{} and {} more of this file are also in another", quoted(name), copied - 1);
            let message = ProblemText::ending_in(message, "; the first is opened in", *first);
            let hint = "only those there are used: remove one of the two copies, or give these other ids";
            report.add(Rule::IdDuplicate, *at, None, message, hint);
        }
    }
}

/// The table that has all keys of one which is opened by another word, where several of them are none of that one's.
fn headed_wrongly(table: &DeTable<'_>, what: &str, word: &str) -> Option<&'static str> {
    const FEWEST: usize = 2;
    let names: Vec<&str> = table.keys().map(|name| name.get_ref().as_ref()).collect();
    let foreign = names.iter().filter(|name| !is_key_of(what, name) && meant_key(what, name).is_none());
    if foreign.count() < FEWEST {
        return None;
    }
    table_with(&names, "").filter(|other| *other != word)
}

/// The keys with what a thing is called.
const NAME_KEYS: [&str; 5] = ["name", "title", "short", "outlet", "aliases"];

/// What the thing of a table is called, in each language, and under which key.
fn names_of<'t>(table: &'t DeTable<'_>) -> impl Iterator<Item = (&'static str, &'t str)> {
    NAME_KEYS.into_iter().flat_map(|key| {
        let name = table.get(key).map(toml::Spanned::get_ref);
        let by_language = name.and_then(|name| name.as_table()).into_iter().flat_map(|names| names.values());
        let of_list = name.and_then(|name| name.as_array()).into_iter().flatten();
        let several = by_language.chain(of_list).map(toml::Spanned::get_ref);
        let key = if key == "aliases" { "alias" } else { key };
        name.into_iter().chain(several).filter_map(move |name| Some((key, name.as_str()?)))
    })
}

/// The ids in tables of a kind that nobody knows: who refers to them is not wrong.
fn enter_unread(root: &DeTable<'_>, table: &Table<'_, '_>, ids: &mut Ids) {
    let is_unknown = |name: &str| !table.is_asked(name) && meant_table(name).is_none();
    for (_, value) in root.iter().filter(|(name, _)| is_unknown(name.get_ref())) {
        let several = match value.get_ref() {
            DeValue::Array(elements) => elements.iter().map(toml::Spanned::get_ref).collect(),
            one => vec![one],
        };
        for one in several {
            if let Some(id) = one.get("id").and_then(|id| id.get_ref().as_str()) {
                ids.enter_unread(id);
            }
        }
    }
}

/// The id of a table, if it has a usable one. `key` is one that is a part of its name.
fn identify(
    table: &DeTable<'_>,
    key: Option<&str>,
    at: Span,
    TableKind { word, what, kind }: TableKind,
    ids: &mut Ids,
    report: &mut Report,
) -> Option<Id> {
    let hint = "without one it is left out; write id = \"…\"";
    if let Some(key) = key.filter(|_| !table.contains_key("id")) {
        let id = Id::new(&sanitize_line(key));
        ids.enter(word, &id, at);
        return Some(id);
    }
    // Under another name it has a report as an unknown key.
    let misspelt =
        || table.iter().find(|(key, _)| meant_key(what, key.get_ref()) == Some("id")).map(|(_, id)| id);
    let Some(value) = table.get("id").or_else(misspelt) else {
        report.add(Rule::IdMissing, at, None, format!("{what} lacks \"id\""), hint);
        return None;
    };
    let id_at = Span::new(at.file, value.span());
    let name = match value.get_ref() {
        DeValue::String(text) if !text.trim().is_empty() => sanitize_line(text),
        _ => {
            let message = format!("the id of {what} must be a text that is not empty");
            let hint = match value.get_ref() {
                DeValue::Integer(number) => format!("put it in quotes: id = \"{number}\""),
                _ => hint.to_owned(),
            };
            report.add(Rule::IdInvalid, id_at, None, message, hint);
            return None;
        }
    };
    let id = Id::new(&name);
    if let Some(first) = ids.at(word, &id) {
        ids.enter_duplicate(Duplicate { word, name: name.into_owned(), at: id_at, first });
        return None;
    }
    if !Id::is_well_formed(&name) {
        let item = kind.map(|kind| Ref::new(kind, &id));
        let message = format!("{} is not a valid id", quoted(&lookalikes::shown(&name)));
        report.add(Rule::IdInvalid, id_at, item.as_ref(), message, hint_for_id(&name));
    }
    ids.enter(word, &id, at);
    Some(id)
}
