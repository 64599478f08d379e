//! CSL-JSON as programs export it: a list of entries, one alone, or a list under `items`.

use serde::de::IgnoredAny;
use serde_json::{Deserializer, Map, Value};

use super::dates;
use super::elements::elements;
use super::markup::without_markup;
use super::{CUSTOM, OURS};
use crate::dossier::When;
use crate::references::entry::{Entry, LeftOut, Reference, Slip, Unreadable};
use crate::references::kinds;
use crate::references::lines::{Lines, Position};
use crate::references::outlets;
use crate::references::reading::{doi, fit_address, one_day, one_line, put_address, short_enough};

/// The entries of a file.
///
/// # Errors
///
/// Fails if it is not JSON.
pub(in crate::references) fn read(text: &str) -> Result<Vec<Entry>, Unreadable> {
    // Without keeping anything of it, so that its depth does not matter.
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        let message = format!("it is not JSON: {}", without_place(&error));
        let hint = "nothing of it was read; export it again, or correct it there".to_owned();
        return Err(Unreadable { at: place(&error), message, hint });
    }
    let mut lines = Lines::new(text);
    let all = entries(text);
    Ok(all
        .into_iter()
        .enumerate()
        .map(|(number, range)| {
            let at = lines.position(range.start);
            entry(number + 1, at, &text[range])
        })
        .collect())
}

/// Where the entries are.
fn entries(text: &str) -> Vec<std::ops::Range<usize>> {
    let start = text.len() - text.trim_start().len();
    if text[start..].starts_with('[') {
        return elements(text, start..text.len());
    }
    let items = elements(text, start..text.len()).into_iter().find_map(|member| {
        let mut key = Deserializer::from_str(&text[member.clone()]).into_iter::<String>();
        let is_items = matches!(key.next(), Some(Ok(key)) if key == "items");
        let value = member.start + key.byte_offset();
        let colon = text[value..member.end].find(':')?;
        let value = value + colon + 1;
        let is_list = text[value..member.end].trim_start().starts_with('[');
        (is_items && is_list).then_some(value..member.end)
    });
    match items {
        Some(items) => elements(text, items),
        // It is an entry itself.
        None => std::iter::once(start..text.trim_end().len()).collect(),
    }
}

/// Where an error is.
fn place(error: &serde_json::Error) -> Position {
    Position { line: error.line().max(1), column: error.column().max(1) }
}

/// What an error says, without its place, which stands before it.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(message, _)| message.to_owned())
}

fn entry(number: usize, at: Position, text: &str) -> Entry {
    let mut slips = Vec::new();
    let (name, read) = match serde_json::from_str::<Value>(text) {
        Ok(Value::Object(fields)) => (name(&fields), reference(&fields, &mut slips)),
        Ok(other) => (String::new(), Err(LeftOut::NotAnObject(what(&other)))),
        Err(error) => {
            let broken = LeftOut::Broken { at: place(&error).after(at), why: without_place(&error) };
            (String::new(), Err(broken))
        }
    };
    Entry { number, at, name, read, slips }
}

fn what(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// What the entry is called there: its citation key, if it has one besides its id.
fn name(fields: &Map<String, Value>) -> String {
    let mut names = ["citation-key", "id"].into_iter().filter_map(|key| match fields.get(key)? {
        Value::String(text) => one_line(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    });
    names.next().unwrap_or_default()
}

fn reference(fields: &Map<String, Value>, slips: &mut Vec<Slip>) -> Result<Reference, LeftOut> {
    if fields.contains_key("itemType") && !fields.contains_key("type") {
        return Err(LeftOut::ZoteroItem);
    }
    let written = text(fields, "type", slips).unwrap_or_default();
    let kind = kinds::of_csl(&written, slips);
    let outlet = outlets::variables(kind).into_iter().find_map(|key| text(fields, key, slips));
    let is_named = outlet.is_some();
    let outlet = outlet.unwrap_or_default();
    let mut reference = Reference {
        kind: kind.to_owned(),
        outlet,
        title: text(fields, "title", slips),
        issued: fields.get("issued").and_then(|date| dates::read("issued", date, slips)),
        ..Reference::default()
    };
    let accessed = fields.get("accessed").and_then(|date| dates::read("accessed", date, slips));
    reference.accessed = accessed.and_then(|date| one_day(date, slips));
    let url = raw_text(fields, "URL", slips);
    let doi = raw_text(fields, "DOI", slips).as_deref().and_then(doi);
    put_address(&mut reference, "URL", url.as_deref(), doi, slips);
    let mut copies =
        ["archive_location", "archive"].into_iter().filter_map(|key| raw_text(fields, key, slips));
    // Where a library keeps it is no address.
    let copy = copies.find_map(|text| fit_address(text.trim()).ok());
    reference.archived = copy;
    if let Some(ours) = fields.get(CUSTOM).and_then(|custom| custom.get(OURS)) {
        put_ours(&mut reference, ours, fields.get("issued"), slips);
    }
    if is_named { Ok(reference) } else { Err(LeftOut::NoOutlet(outlets::wanted(kind), Box::new(reference))) }
}

/// Takes over what CSL-JSON has no fields for, where we have written it.
fn put_ours(reference: &mut Reference, ours: &Value, issued: Option<&Value>, slips: &mut Vec<Slip>) {
    let text = |key: &str| ours.get(key).and_then(Value::as_str);
    reference.quote = text("quote").and_then(|text| short_enough("quote", text, slips));
    if let Some(names) = ours.get("repeats").and_then(Value::as_array) {
        reference.repeats = names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect();
    }
    // Somebody may have changed the date since: then that is the right one.
    let exact = text("issued").and_then(|text| When::parse(text).ok());
    let exact = exact.filter(|when| issued.is_some_and(|written| dates::is_written(when, written)));
    if let Some(when) = exact {
        slips.retain(|slip| !matches!(slip, Slip::DateUnclear { key: "issued", .. }));
        reference.issued = Some(when.text().to_owned());
    }
}

/// A field that is a text for people.
fn text(fields: &Map<String, Value>, key: &'static str, slips: &mut Vec<Slip>) -> Option<String> {
    let raw = raw_text(fields, key, slips)?;
    short_enough(key, &without_markup(&raw), slips)
}

/// A field that is a text, or a number that can be one. Some programs write a text as a list of one.
fn raw_text(fields: &Map<String, Value>, key: &'static str, slips: &mut Vec<Slip>) -> Option<String> {
    let value = fields.get(key)?;
    let value = match value {
        Value::Array(values) if values.len() <= 1 => values.first()?,
        other => other,
    };
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
            slips.push(Slip::NotAText { key: key.to_owned() });
            None
        }
    }
}
