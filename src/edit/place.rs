//! Where a step of a change goes: into which file, at which bytes, and what the file then says.

use std::ops::Range;

use crate::dossier::Ref;
use crate::load::toml_string_like;
use crate::text::sanitize::sanitize_line;

use super::change::{NewTable, Value};
use super::files::{DossierFile, DossierFiles};
use super::insert::{into_items, new_key, sub_table};
use super::layout::{Entry, Form, Table};
use super::meaning::{Act, Meaning, Part, parts, text_of};
use super::refused::{Misfit, Refused};
use super::remove::{Removed, remove};
use super::spell;
use super::text::{Piece, at_end, line_end};

/// A step of a change as it is made in one file.
#[derive(Debug)]
pub(super) struct Placed {
    /// The file's number.
    pub(super) file: usize,
    /// What is put where, in order.
    pub(super) pieces: Vec<Piece>,
    /// The value that changes by it.
    pub(super) path: Vec<Part>,
    /// How it changes, one after another.
    pub(super) acts: Vec<Act>,
}

/// Where new tables go, one behind the other. All are of the kind of the first.
pub(super) fn place_tables(files: &DossierFiles, tables: &[&NewTable]) -> Result<Placed, Refused> {
    let kind = tables.first().ok_or(Refused::NoDossier)?.kind;
    let word = kind.word();
    let has_some = |file: &DossierFile| match file.root.get(word) {
        None => false,
        Some(Entry::Array(array)) => !array.elements.is_empty(),
        Some(_) => true,
    };
    let last = files.tables().rfind(|(_, file)| has_some(file)).map(|(number, _)| number);
    let number = last.or_else(|| files.named(kind.file())).unwrap_or(0);
    let tables: Vec<&[(String, Value)]> = tables.iter().map(|table| &*table.keys).collect();
    place_tables_in(files, number, word, &tables)
}

/// Where new tables of this name go in a file, one behind the other, each by its keys.
pub(super) fn place_tables_in(
    files: &DossierFiles,
    number: usize,
    word: &'static str,
    tables: &[&[(String, Value)]],
) -> Result<Placed, Refused> {
    let file = files.0.get(number).ok_or(Refused::NoDossier)?;
    let pieces = match file.root.get(word) {
        None | Some(Entry::Tables(_)) => {
            let all = |line_end: &'static str| {
                let all = tables.iter().map(|keys| spell::lines(&format!("[[{word}]]"), keys, line_end));
                all.collect::<Vec<_>>().join(line_end)
            };
            vec![at_end(&file.text, usual_line_end(files), all)]
        }
        Some(Entry::Array(array)) => {
            let all = tables.iter().map(|keys| spell::inline_table(keys));
            into_items(&file.text, &array.items, &all.collect::<Vec<_>>().join(", "))
        }
        Some(single @ Entry::Table(_)) => {
            return Err(Refused::SingleTable { kind: word, at: file.location(&single.span()) });
        }
        Some(Entry::Scalar(at)) => return Err(no_room(file, word, &(Misfit::NotTables, at.clone()))),
    };
    let path = vec![Part::Key(word.to_owned())];
    let acts = tables.iter().map(|keys| Act::Push(Meaning::of_keys(keys))).collect();
    Ok(Placed { file: number, pieces, path, acts })
}

/// The line ending of the head: a file with nothing in it is like the others.
pub(super) fn usual_line_end(files: &DossierFiles) -> &'static str {
    files.0.first().map_or("\n", |head| line_end(&head.text, head.text.len()))
}

/// Where a new key of the head goes.
pub(super) fn place_head_key(files: &DossierFiles, key: &str, value: &Value) -> Result<Placed, Refused> {
    let file = files.0.first().ok_or(Refused::NoDossier)?;
    if let Some(entry) = file.root.get(key) {
        return Err(no_room(file, key, &(Misfit::NotAText, entry.span())));
    }
    let pieces = new_key(&file.text, &file.root, key, &spell::value(value));
    let pieces = pieces.map_err(|at| no_room(file, key, &(Misfit::Split, at)))?;
    let path = parts(key).collect();
    Ok(Placed { file: 0, pieces, path, acts: vec![Act::Set(Meaning::of_value(value))] })
}

/// Where one more element of a list goes.
pub(super) fn place_element(
    files: &DossierFiles,
    of: &Ref,
    key: &str,
    value: &Value,
) -> Result<Placed, Refused> {
    let home = table_of(files, of).ok_or_else(|| Refused::NoTable { of: of.clone(), at: None })?;
    let (file, text) = (home.file, &home.file.text);
    let pieces = match found(home.table, key) {
        Found::Nothing { table, key: rest } => {
            let list = Value::List(vec![value.clone()]);
            new_key(text, table, &rest, &spell::value(&list)).map_err(|at| (Misfit::Split, at))
        }
        Found::Entry(Entry::Array(array)) => Ok(into_items(text, &array.items, &spell::value(value))),
        Found::Entry(Entry::Tables(tables)) => match (value, tables.last()) {
            (Value::Words(words), Some(last)) => {
                sub_table(text, last, &spell::keys_of(words)).map_err(|at| (Misfit::Split, at))
            }
            (_, last) => Err((Misfit::NotAList, last.map_or(0..0, Table::span))),
        },
        Found::Entry(other) => Err((Misfit::NotAList, other.span())),
        Found::Other(entry) => Err((Misfit::NotAList, entry.span())),
    };
    // Below `[[actor.mentions]]` even words alone are a table.
    let meaning = match (found(home.table, key), value) {
        (Found::Entry(Entry::Tables(_)), Value::Words(words)) => Meaning::of_keys(&spell::keys_of(words)),
        _ => Meaning::of_value(value),
    };
    let pieces = pieces.map_err(|misfit| no_room(file, key, &misfit))?;
    Ok(home.placed(key, pieces, Act::Push(meaning)))
}

/// Where a value goes.
pub(super) fn place_key(files: &DossierFiles, of: &Ref, key: &str, value: &Value) -> Result<Placed, Refused> {
    let home = table_of(files, of).ok_or_else(|| Refused::NoTable { of: of.clone(), at: None })?;
    let (file, text) = (home.file, &home.file.text);
    let pieces = match found(home.table, key) {
        Found::Nothing { table, key: rest } => {
            new_key(text, table, &rest, &spell::value(value)).map_err(|at| (Misfit::Split, at))
        }
        // Who says something may be one name or a list of them.
        Found::Entry(Entry::Scalar(span)) if key == SPEAKERS && matches!(value, Value::List(_)) => {
            Ok(vec![Piece { range: span.clone(), text: spell::value(value) }])
        }
        Found::Entry(entry) => match replacement(text, entry, value) {
            Ok(new) => Ok(new.map(|new| Piece { range: entry.span(), text: new }).into_iter().collect()),
            // Below the key of one language no table says more of languages.
            Err((Misfit::Languages, at)) if key.contains('.') => Err((Misfit::NotAText, at)),
            Err(misfit) => Err(misfit),
        },
        // `note = ["N"]` is no text in any language.
        Found::Other(entry) => Err((misfit_for_text(entry), entry.span())),
    };
    let pieces = pieces.map_err(|misfit| no_room(file, key, &misfit))?;
    Ok(home.placed(key, pieces, Act::Set(Meaning::of_value(value))))
}

/// Where a key stands that is to go; nowhere if there is none.
pub(super) fn place_removal(files: &DossierFiles, of: &Ref, key: &str) -> Result<Placed, Refused> {
    let home = table_of(files, of).ok_or_else(|| Refused::NoTable { of: of.clone(), at: None })?;
    let removed =
        remove(&home.file.text, home.table, key).map_err(|misfit| no_room(home.file, key, &misfit))?;
    Ok(match removed {
        Some(Removed { pieces, key }) => home.placed(&key, pieces, Act::Remove),
        None => Placed { file: home.number, pieces: Vec::new(), path: Vec::new(), acts: Vec::new() },
    })
}

fn no_room(file: &DossierFile, key: &str, (why, at): &(Misfit, Range<usize>)) -> Refused {
    Refused::NoRoom { key: key.to_owned(), at: file.location(at), why: *why }
}

/// Why there is no place for a text in one language where this stands.
fn misfit_for_text(entry: &Entry) -> Misfit {
    match entry {
        Entry::Scalar(_) => Misfit::Languages,
        Entry::Table(_) | Entry::Array(_) | Entry::Tables(_) => Misfit::NotAText,
    }
}

/// The key of a claim that takes one id as well as a list.
const SPEAKERS: &str = "attributed_to";

/// What to write in the place of a value; none where it says that already.
///
/// # Errors
///
/// Fails with its place where it would take a value of another kind, or where a comment in it would be lost.
fn replacement(text: &str, old: &Entry, new: &Value) -> Result<Option<String>, (Misfit, Range<usize>)> {
    match (old, new) {
        (Entry::Scalar(span), Value::Text(words)) => {
            let old = &text[span.clone()];
            // Forms and readers see one line of it: whoever changes a word there does not mean to join the lines.
            let joins_lines =
                !words.contains('\n') && text_of(old).is_some_and(|old| old.trim().contains('\n'));
            if joins_lines { Err((Misfit::Lines, span.clone())) } else { Ok(string_like(old, words)) }
        }
        (Entry::Scalar(span), Value::Words(words)) if spell::is_text_alone(words) => {
            Ok(string_like(&text[span.clone()], &words.exact))
        }
        (Entry::Scalar(_), Value::Words(_) | Value::Flag(_)) => Ok(Some(spell::value(new))),
        (Entry::Table(Table { form: Form::Inline(items), .. }), Value::Words(_)) if !items.has_comments => {
            Ok(Some(spell::value(new)))
        }
        (Entry::Array(array), Value::List(_)) if !array.items.has_comments => Ok(Some(spell::value(new))),
        (other, new) => Err((misfit(other, new), other.span())),
    }
}

/// Why one value does not take the place of another.
fn misfit(old: &Entry, new: &Value) -> Misfit {
    match (old, new) {
        (Entry::Array(_), Value::List(_)) | (Entry::Table(_), Value::Words(_)) => Misfit::Comment,
        (_, Value::List(_)) => Misfit::NotAList,
        // `note.de` where the note is to be one for all languages.
        (Entry::Table(_), Value::Text(_)) => Misfit::Languages,
        _ => Misfit::NotAText,
    }
}

/// A text as a string of the kind of the one that it replaces; none where that says the same.
fn string_like(old: &str, new: &str) -> Option<String> {
    if text_of(old).is_some_and(|old| old == new) { None } else { Some(toml_string_like(new, old)) }
}

/// What there is under a key, dotted or not.
enum Found<'l> {
    /// Something.
    Entry(&'l Entry),
    /// Nothing, but this table, in which it would be under what is left of the key.
    Nothing { table: &'l Table, key: String },
    /// Something that is no table stands where one would have to be.
    Other(&'l Entry),
}

fn found<'l>(table: &'l Table, key: &str) -> Found<'l> {
    let (first, rest) = match key.split_once('.') {
        Some((first, rest)) => (first, Some(rest)),
        None => (key, None),
    };
    match (table.get(first), rest) {
        (None, _) => Found::Nothing { table, key: key.to_owned() },
        (Some(entry), None) => Found::Entry(entry),
        (Some(Entry::Table(inner)), Some(rest)) => found(inner, rest),
        (Some(other), Some(_)) => Found::Other(other),
    }
}

/// The table of a thing.
struct Home<'l> {
    number: usize,
    file: &'l DossierFile,
    table: &'l Table,
    path: Vec<Part>,
}

impl Home<'_> {
    fn placed(self, key: &str, pieces: Vec<Piece>, act: Act) -> Placed {
        let path = self.path.into_iter().chain(parts(key)).collect();
        Placed { file: self.number, pieces, path, acts: vec![act] }
    }
}

/// The table of a thing: of several with its id the first, as the loader has it.
fn table_of<'l>(files: &'l DossierFiles, of: &Ref) -> Option<Home<'l>> {
    let word = of.kind.word();
    let mut homes = files.tables().filter_map(|(number, file)| {
        let (table, rest) = table_in(file, file.root.get(word)?, of.id.as_str())?;
        let path = std::iter::once(Part::Key(word.to_owned())).chain(rest).collect();
        Some(Home { number, file, table, path })
    });
    homes.next()
}

fn table_in<'l>(file: &DossierFile, entry: &'l Entry, id: &str) -> Option<(&'l Table, Option<Part>)> {
    let own = |table: &Table| match table.get("id") {
        Some(Entry::Scalar(at)) => text_of(&file.text[at.clone()]).map(|id| sanitize_line(&id).into_owned()),
        _ => None,
    };
    let is_it = |table: &Table| own(table).as_deref() == Some(id);
    let at = |number| Some(Part::Element(number));
    match entry {
        Entry::Tables(tables) => tables
            .iter()
            .enumerate()
            .find(|(_, table)| is_it(table))
            .map(|(number, table)| (table, at(number))),
        Entry::Array(array) => {
            array.elements.iter().enumerate().find_map(|(number, element)| match element {
                Entry::Table(table) if is_it(table) => Some((table, at(number))),
                _ => None,
            })
        }
        Entry::Table(table) if is_it(table) => Some((table, None)),
        // `[actor.council]`, which is read with a report.
        Entry::Table(table) => match table.get(id) {
            Some(Entry::Table(named)) if table.get("id").is_none() && named.get("id").is_none() => {
                Some((named, Some(Part::Key(id.to_owned()))))
            }
            _ => None,
        },
        Entry::Scalar(_) => None,
    }
}
