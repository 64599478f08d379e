//! Sources as CSL-JSON. What it has no fields for, as a source's own words, stands under `custom`, so that nothing is lost on the
//! way back.

use serde_json::{Map, Value, json};

use super::{CUSTOM, OURS, dates};
use crate::dossier::{Id, Source};
use crate::i18n::language::Language;
use crate::references::outlets;
use crate::references::reading::doi_of;

/// The sources as a list in CSL-JSON, which Zotero and pandoc read. Dates that it has no form for stand in words of this language.
pub fn csl_json<'s>(sources: impl IntoIterator<Item = &'s Source>, language: Language) -> String {
    let items: Vec<Value> = sources.into_iter().map(|source| item(source, language)).collect();
    // Texts, numbers and lists of them are always JSON.
    serde_json::to_string_pretty(&Value::from(items)).unwrap_or_default() + "\n"
}

fn item(source: &Source, language: Language) -> Value {
    let Source {
        id,
        kind,
        outlet,
        title,
        issued,
        url,
        archived,
        accessed,
        repeats,
        repeats_unknown: _,
        quote,
    } = source;
    let mut item = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            item.insert(key.to_owned(), value);
        }
    };
    let text = |text: &Option<Box<str>>| text.as_deref().map(Value::from);
    put("id", Some(Value::from(id.as_str())));
    put("type", Some(Value::from(&**kind)));
    let [outlet_key, ..] = outlets::variables(kind);
    put(outlet_key, Some(Value::from(&**outlet)));
    put("title", text(title));
    // What is no date at all is no date there either.
    let issued = issued.as_ref().filter(|when| !when.is_unreadable());
    let written = issued.map(|when| dates::write(when, language));
    let exact = issued.zip(written.as_ref()).filter(|(when, written)| !dates::is_whole(when, written));
    let exact = exact.map(|(when, _)| when.text());
    put("issued", written);
    put("accessed", accessed.as_ref().map(|when| dates::write(when, language)));
    put("URL", text(url));
    put("DOI", url.as_deref().and_then(doi_of).map(Value::from));
    let host = archived.as_deref().and_then(|url| url.split('/').nth(2));
    put("archive", host.map(Value::from));
    put("archive_location", text(archived));
    let mut ours = Map::new();
    if let Some(exact) = exact {
        ours.insert("issued".to_owned(), Value::from(exact));
    }
    if let Some(quote) = text(quote) {
        ours.insert("quote".to_owned(), quote);
    }
    if !repeats.is_empty() {
        let ids: Vec<&str> = repeats.iter().map(Id::as_str).collect();
        ours.insert("repeats".to_owned(), json!(ids));
    }
    if !ours.is_empty() {
        put(CUSTOM, Some(json!({ OURS: ours })));
    }
    Value::Object(item)
}
