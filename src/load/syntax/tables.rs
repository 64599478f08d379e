//! The tables of all files put together by what they are, and the ids they have.

use foldhash::HashMap;
use toml::de::{DeTable, DeValue};

use crate::dossier::{Id, Kind, Ref};

use crate::load::format::GROUPS;
use crate::load::report::problem::{quoted, trimmed_line};
use crate::load::report::rule::Rule;
use crate::load::report::span::{Span, Spanned};
use crate::load::report::{ProblemText, Report};
use crate::load::syntax::ids::{Ids, hint_for_id};
use crate::load::syntax::keys::{meant_key, meant_table, table_with};
use crate::load::syntax::table::Table;
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

/// A table that may occur several times, `[[word]]`, each with an id.
#[derive(Clone, Copy)]
pub(crate) struct TableKind {
    /// How it is opened.
    pub(crate) word: &'static str,
    /// What reports call one of them.
    pub(crate) what: &'static str,
    /// The kind of thing it makes, if that is one to be named.
    kind: Option<Kind>,
}

/// All tables that have ids, in the order of the reference: those written `[[word]]` but the stops. The word of a kind of
/// thing makes such a thing.
pub(crate) fn table_kinds() -> impl Iterator<Item = TableKind> {
    let tables = GROUPS.into_iter().filter(|group| group.title.starts_with("[[") && group.word() != STOP);
    tables.map(|group| {
        let word = group.word();
        TableKind { word, what: group.what, kind: Kind::ALL.into_iter().find(|kind| kind.word() == word) }
    })
}

/// The words by which tables are opened, `[[word]]`.
fn table_words() -> impl Iterator<Item = &'static str> {
    table_kinds().map(|kind| kind.word).chain([STOP])
}

/// Whether tables are opened by this word, `[[word]]`.
pub(crate) fn is_word(name: &str) -> bool {
    table_words().any(|word| word == name)
}

/// The tables of the tour, which have no ids: stops are known by their number.
const STOP: &str = "stop";

/// What one of them is called in reports.
pub(crate) const A_STOP: &str = "a stop";

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
            keys.iter().for_each(|key| root.mark_reported(key.get_ref()));
            document.root.values().for_each(|value| root.report.add_unread(value.get_ref()));
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
                if is_misnamed && !table.contains_key("id") {
                    // Whatever else is wrong with it is seen once its name is right.
                    ids.enter_nameless(word);
                    root.report.add_unread(value);
                    continue;
                }
                match identify(table, key, at, table_kind, &mut ids, root.report) {
                    Some(id) => {
                        for name in names_of(table) {
                            ids.enter_name(word, &id, name);
                        }
                        let item = kind.map(|kind| Ref::new(kind, &id));
                        tables.entries.entry(word).or_default().push(ItemTable { id, at, what, item, table });
                    }
                    None => {
                        ids.enter_nameless(word);
                        root.report.add_unread(value);
                    }
                }
            }
        }
        let others = misnamed.iter().filter(|(meant, _)| *meant == STOP).map(|(_, found)| found.clone());
        let found: Vec<Found<'d>> = entries(&mut root, STOP).into_iter().chain(others).collect();
        for Found { value, at, .. } in found {
            match value {
                DeValue::Table(table) => tables.stops.push(StopEntry { at, table }),
                _ => root.wants(STOP, "tables", value, at, "write [[stop]] above the keys of each"),
            }
        }
        enter_unread(&document.root, &root, &mut ids);
        root.finish();
    }
    (tables, ids)
}

/// Keys that stand above all tables of a file, where they are those of a table with an id: its opening is missing. The table,
/// and the keys.
fn untabled<'d>(
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

/// What the thing of a table is called, in each language.
fn names_of<'t>(table: &'t DeTable<'_>) -> impl Iterator<Item = &'t str> {
    let name = table.get("name").map(toml::Spanned::get_ref);
    let by_language = name.and_then(|name| name.as_table()).into_iter().flat_map(|names| names.values());
    name.into_iter().chain(by_language.map(toml::Spanned::get_ref)).filter_map(|name| name.as_str())
}

/// One table of a kind, as it stands in a file.
#[derive(Clone)]
struct Found<'d> {
    value: &'d DeValue<'d>,
    at: Span,
    /// Its id, where that is a part of its name: `[actor.council]`.
    key: Option<&'d str>,
    /// Its name is another; that is reported.
    is_misnamed: bool,
}

impl<'d> Found<'d> {
    fn new(Spanned { value, at }: Spanned<&'d DeValue<'d>>) -> Self {
        Self { value, at, key: None, is_misnamed: false }
    }
}

fn entries<'d>(root: &mut Table<'d, '_>, word: &'static str) -> Vec<Found<'d>> {
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
fn misnamed<'d>(
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
                several.iter().for_each(|one| table.report.add_unread(one.get_ref()));
            }
            continue;
        };
        table.add(Rule::KeyUnknown, at, message, format!("write [[{word}]]"));
        table.mark_reported(name_of);
        for one in several {
            let found = Found::new(Spanned { value: one.get_ref(), at: table.place(one.span()) });
            all.push((word, Found { is_misnamed: true, ..found }));
        }
    }
    all
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

/// The message for `[word]` where `[[word]]` is meant, and what to do.
pub(crate) fn single(word: &str) -> (String, String) {
    (format!("[{word}] is a single table"), format!("write [[{word}]], one for each"))
}

/// The message for `[word.id]` where a table with an id is meant, and what to do. `written` is how it is opened.
pub(crate) fn with_id(written: &str, word: &str, id: &str) -> (String, String) {
    let id = quoted(&sanitize_line(id));
    (format!("{written} is no table of the format"), format!("write [[{word}]] and below it id = {id}"))
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
        let message = format!("a second {word} is called {}", quoted(&name));
        let message = ProblemText::ending_in(message, "; the first is opened in", first);
        let hint = "only the first is used: give this one another id";
        report.add(Rule::IdDuplicate, id_at, None, message, hint);
        return None;
    }
    if !Id::is_well_formed(&name) {
        let item = kind.map(|kind| Ref::new(kind, &id));
        let message = format!("{} is not a valid id", quoted(&name));
        report.add(Rule::IdInvalid, id_at, item.as_ref(), message, hint_for_id(&name));
    }
    ids.enter(word, &id, at);
    Some(id)
}
