//! Files as Zotero, Better BibTeX, `JabRef` and pandoc write them, broken ones, and ours.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{csl_json, read};
use crate::dossier::{Id, Source, When};
use crate::i18n::language::Language;
use crate::references::entry::{Entry, LeftOut, Reference, Slip};

fn only(value: &Value) -> Entry {
    let mut all = read(&value.to_string()).unwrap();
    assert_eq!(all.len(), 1, "{all:#?}");
    all.remove(0)
}

#[test]
fn an_export_of_zotero() {
    let entry = only(&json!([{
        "id": "http://zotero.org/users/local/x/items/AB12CD34",
        "type": "article-newspaper",
        "abstract": null,
        "container-title": "Evening Echo",
        "language": "en",
        "title": "Bridge shut to <i>lorries</i>",
        "URL": "https://example.org/echo",
        "author": [{ "family": "Brück", "given": "Anna" }, { "literal": "Echo staff" }],
        "accessed": { "date-parts": [["2026", 3, 4]] },
        "issued": { "date-parts": [["2026", 2, 25]] },
        "archive": "Nachlass Brück",
        "archive_location": "https://archive.example/echo",
    }]));
    assert_eq!(entry.slips, []);
    assert_eq!(
        entry.read,
        Ok(Reference {
            kind: "article-newspaper".to_owned(),
            outlet: "Evening Echo".to_owned(),
            title: Some("Bridge shut to lorries".to_owned()),
            issued: Some("2026-02-25".to_owned()),
            url: Some("https://example.org/echo".to_owned()),
            archived: Some("https://archive.example/echo".to_owned()),
            accessed: Some("2026-03-04".to_owned()),
            ..Reference::default()
        })
    );
}

#[test]
fn a_list_one_entry_and_items_are_read_at_their_places() {
    let entry = "{\"type\": \"report\",\n \"publisher\": \"Bridge Office\", \"id\": 7}";
    for (text, at) in [
        (format!("[\n  {entry}\n]"), "2:3"),
        (entry.to_owned(), "1:1"),
        (format!("{{\"a\": [], \"items\" : [ {entry} ]}}"), "1:23"),
    ] {
        let all = read(&text).unwrap();
        assert_eq!(all.len(), 1, "{text}");
        assert_eq!((all[0].at.to_string(), &*all[0].name, all[0].number), (at.to_owned(), "7", 1));
        assert!(all[0].read.is_ok() && all[0].slips.is_empty(), "{all:?}");
    }
}

#[test]
fn the_citation_key_is_the_name() {
    let entry =
        only(&json!({ "id": "AB12", "citation-key": "bridge2026", "type": "book", "publisher": "P" }));
    assert_eq!(entry.name, "bridge2026");
}

#[test]
fn a_doi_stands_in_for_an_address() {
    let entry = only(
        &json!({ "type": "article-journal", "container-title": ["Journal of Bridges"], "DOI": "10.1000/X" }),
    );
    let found = entry.read.unwrap();
    assert_eq!(
        (found.outlet.as_str(), found.url),
        ("Journal of Bridges", Some("https://doi.org/10.1000/X".to_owned()))
    );
}

#[test]
fn strange_values_do_no_harm() {
    let entry = only(&json!({
        "id": null, "type": "gizmo", "publisher": "P", "title": { "x": 1 }, "issued": [2025], "URL": 5,
        "accessed": { "date-parts": [[2025]] }, "custom": { "fundstelle": [] },
    }));
    assert!(entry.read.is_ok());
    let [kind, title, issued, accessed, url] = &*entry.slips else { panic!("{:?}", entry.slips) };
    assert!(matches!(kind, Slip::TypeUnknown { .. }) && matches!(title, Slip::NotAText { .. }));
    assert!(matches!(issued, Slip::DateUnclear { .. }) && matches!(accessed, Slip::NotADay { .. }));
    assert!(matches!(url, Slip::AddressUnfit { .. }));
}

#[test]
fn what_is_no_publication_is_left_out_and_the_rest_comes_in() {
    let all = read(
        &json!([null, "x", { "itemType": "book" }, { "type": "book", "title": "T" }, { "type": "book", "publisher": "P" }])
            .to_string(),
    );
    let all = all.unwrap();
    assert!(
        matches!(all[0].read, Err(LeftOut::NotAnObject(_)))
            && matches!(all[1].read, Err(LeftOut::NotAnObject(_)))
    );
    assert!(
        matches!(all[2].read, Err(LeftOut::ZoteroItem)) && matches!(all[3].read, Err(LeftOut::NoOutlet(..)))
    );
    assert!(all[4].read.is_ok());
}

#[test]
fn what_is_no_json_is_said_with_its_place() {
    let error = read("[\n  {\"type\": \"book\",}\n]").unwrap_err();
    assert_eq!(error.at.line, 2);
    assert!(read("[").is_err() && read("{\"items\": [}").is_err());
}

/// One that is too deep is left out; it takes none of the others with it.
#[test]
fn depth_does_no_harm() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let all = read(&format!("[{{\"type\": {deep}}}, {{\"type\": \"book\", \"publisher\": \"P\"}}]")).unwrap();
    assert!(matches!(all[0].read, Err(LeftOut::Broken { .. })) && all[1].read.is_ok());
}

fn date() -> impl Strategy<Value = String> {
    let texts = [
        "2025",
        "2025-11",
        "2025-11-27",
        "2025~",
        "2025-03?",
        "2024/2025-02",
        "2024/..",
        "../2024",
        "[2025-11-27..]",
        "202X",
        "2025-33",
        "-0044",
        "[2024,2025]",
        "2025-XX",
    ];
    prop::sample::select(texts.to_vec()).prop_map(str::to_owned)
}

fn words() -> impl Strategy<Value = String> {
    "[A-Zäöü][a-z«»\"\\\\ß&;{}]{0,9}( [A-Za-z0-9]{1,6}){0,3}"
}

fn source() -> impl Strategy<Value = Source> {
    let kind = prop::sample::select(crate::load::SOURCE_TYPES.to_vec());
    let parts = (kind, words(), prop::option::of(words()), prop::option::of(date()), 0..3_u8, any::<u16>());
    let more = (prop::option::of("2026-0[1-9]-1[0-9]"), prop::option::of(words()), any::<bool>());
    (parts, more).prop_map(|((kind, outlet, title, issued, address, number), (accessed, quote, archived))| {
        Source {
            id: Id::new("x"),
            kind: kind.into(),
            outlet: outlet.into(),
            title: title.map(Into::into),
            issued: issued.map(|date| When::parse(&date).unwrap()),
            url: match address {
                0 => None,
                1 => Some(format!("https://doi.org/10.1000/{number}").into()),
                _ => Some(format!("https://example.org/{number}?a=b").into()),
            },
            archived: archived.then(|| format!("https://archive.example/{number}").into()),
            accessed: accessed.map(|date| When::parse(&date).unwrap()),
            repeats: Vec::new(),
            repeats_unknown: false,
            quote: quote.map(Into::into),
        }
    })
}

fn as_reference(source: &Source) -> Reference {
    let text = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
    Reference {
        kind: source.kind.to_string(),
        outlet: source.outlet.to_string(),
        title: text(&source.title),
        issued: source.issued.as_ref().map(|when| when.text().to_owned()),
        url: text(&source.url),
        archived: text(&source.archived),
        accessed: source.accessed.as_ref().map(|when| when.text().to_owned()),
        repeats: source.repeats.iter().map(|id| id.as_str().to_owned()).collect(),
        quote: text(&source.quote),
        doi: None,
    }
}

/// Whether there is a null anywhere.
fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(values) => values.iter().any(has_null),
        Value::Object(fields) => fields.values().any(has_null),
        _ => false,
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_was(source in source(), language in prop::sample::select(vec![Language::De, Language::En])) {
        let written = csl_json([&source], language);
        let value: Value = serde_json::from_str(&written).unwrap();
        prop_assert!(!has_null(&value), "{}", written);
        let all = read(&written).unwrap();
        prop_assert_eq!(all.len(), 1);
        prop_assert_eq!(&*all[0].slips, &[]);
        let found = all[0].read.clone().unwrap();
        prop_assert_eq!(Reference { doi: None, ..found }, as_reference(&source));
    }

    #[test]
    fn nothing_panics(text in "[\\[{]([\\[\\]{}:,\"0-9a-c \n]|\"items\"|\"type\"|\"issued\"|\"date-parts\"|null|\\\\){0,40}") {
        let _ = read(&text);
    }
}
