//! The format as a JSON Schema (draft 2020-12) of the TOML as data. It says what can be said of a file by itself; whether
//! an id names something, a quotation stands in the article and a day is in the calendar, only the check knows.

use serde_json::{Map, Value, json};

use super::{CLAIM, COLUMNS, Field, GROUPS, Group, HEAD, Need, OWN, QUOTATION, Type};
use crate::dossier::Id;
use crate::load::read::tour;
use crate::load::source::limits;
use crate::load::syntax::{countries, words};

/// The groups that are definitions of the schema: all but the head, which is the document, and the figures, which are no
/// TOML.
fn defined() -> impl Iterator<Item = &'static Group> {
    GROUPS.into_iter().filter(|group| ![HEAD.title, COLUMNS.title].contains(&group.title))
}

/// The schema of `dossier.toml`.
pub fn schema() -> Value {
    document("A Fundstelle dossier: dossier.toml", HEAD.fields)
}

/// The schema of the files beside it, which have its tables and not its head.
pub fn beside() -> Value {
    document("A Fundstelle dossier: the files beside dossier.toml", &HEAD.fields[OWN..])
}

fn document(title: &str, fields: &[Field]) -> Value {
    let definitions: Map<String, Value> =
        defined().map(|group| (name_of(group).to_owned(), definition(group))).collect();
    let mut document = object(fields);
    document.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    document.insert("title".to_owned(), json!(title));
    document.insert("$defs".to_owned(), Value::Object(definitions));
    Value::Object(document)
}

/// What a group is called among the definitions.
fn name_of(group: &Group) -> &'static str {
    if group.what == QUOTATION.what { "quotation" } else { group.word() }
}

/// An object with these keys and no other.
fn object(fields: &[Field]) -> Map<String, Value> {
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.key.to_owned(), property(field))).collect();
    let required: Vec<&str> =
        fields.iter().filter(|field| field.need == Need::Required).map(|field| field.key).collect();
    let mut object = Map::new();
    object.insert("type".to_owned(), json!("object"));
    object.insert("properties".to_owned(), Value::Object(properties));
    object.insert("required".to_owned(), json!(required));
    object.insert("additionalProperties".to_owned(), json!(false));
    object
}

/// A group, with what one of its keys asks of the others.
fn definition(group: &Group) -> Value {
    let has = |need| group.fields.iter().any(|field| field.need == need);
    let one_of_both = json!([filled("anchors"), filled("sources")]);
    let mut rules: Vec<Value> = Vec::new();
    if has(Need::Evidence) {
        rules.push(json!({ "anyOf": one_of_both }));
    }
    if has(Need::TextOrAnchors) {
        rules.push(json!({ "anyOf": [{ "required": ["text"] }, filled("anchors")] }));
    }
    if has(Need::RoleEvidence) {
        rules.push(json!({
            "if": { "required": ["role"] },
            "then": { "anyOf": one_of_both },
            "else": { "not": { "anyOf": [{ "required": ["anchors"] }, { "required": ["sources"] }] } },
        }));
    }
    if has(Need::UnlessList) {
        rules.push(json!({
            "if": { "properties": { "kind": { "const": "list" } } },
            "else": { "required": ["unit"] },
        }));
    }
    if has(Need::UnlessOfAll) {
        let of_all: Vec<&str> = words::PICTURES
            .iter()
            .filter(|(_, picture)| picture.is_of_all())
            .map(|(word, _)| *word)
            .collect();
        rules.push(json!({
            "if": { "required": ["show"], "properties": { "show": { "enum": of_all } } },
            "else": { "required": ["select"] },
        }));
    }
    if group.word() == CLAIM.word() {
        rules.push(json!({
            "if": { "properties": { "assessment": { "const": "open" } } },
            "else": filled("sources"),
        }));
        // Both stand in the sentence of a quotation.
        let quoted = words::SENTENCE_KEYS.map(|key| (key.to_owned(), json!(["anchors"])));
        rules.push(json!({ "dependentRequired": Value::Object(Map::from_iter(quoted)) }));
    }
    let mut definition = object(group.fields);
    if !rules.is_empty() {
        definition.insert("allOf".to_owned(), Value::Array(rules));
    }
    Value::Object(definition)
}

/// A list that is there and holds something.
fn filled(key: &str) -> Value {
    json!({ "required": [key], "properties": { key: { "minItems": 1 } } })
}

fn property(field: &Field) -> Value {
    let mut property = shape(field.kind);
    if let Value::Object(property) = &mut property {
        property.insert("description".to_owned(), json!(description(field)));
        if let Some(example) = example(field) {
            property.insert("examples".to_owned(), json!([example]));
        }
    }
    property
}

/// What the key means and how its value is written, for an editor that shows it beside the cursor.
fn description(field: &Field) -> String {
    let meaning = plain(field.meaning);
    let written = match field.kind {
        Type::Date => {
            "A date in EDTF: \"2025-11-27\", \"2025-11\", \"2025\", \"2025-33\" (quarter), \"2025-41\" (half-year), \
             \"2025~\" (about), \"2025?\" (unsure), \"2024-01/2024-06\" (from, to), \"[2025-11-27..]\" (not before)."
        }
        Type::Local | Type::Locals => "One text for all languages, or one a language: title.de, title.en.",
        Type::Anchor | Type::Anchors => {
            "Words exactly as they stand in the article, once; where they stand twice, with what stands beside them: \
             { exact = \"It\", suffix = \" will\" }."
        }
        Type::Id => "Small letters a to z, digits and hyphens, at most 64.",
        Type::Ref(word) => return format!("{meaning} The id of a [[{word}]]."),
        Type::Refs(word) => return format!("{meaning} The ids of [[{word}]] tables, in a list."),
        Type::Named | Type::NamedList => "The kind and the id, with a colon between them: claim:closes.",
        Type::Language => "A BCP 47 tag: \"de\", \"en\", \"de-AT\".",
        Type::Country => "The two capital letters of ISO 3166-1: \"GB\".",
        Type::Address => "It begins with https://.",
        Type::File | Type::ArticleFile | Type::ArticleFiles => "A file in the dossier's folder.",
        Type::Coordinates => "Longitude, then latitude, in degrees.",
        _ => return meaning,
    };
    format!("{meaning} {written}")
}

/// Markdown of the reference without its links, which lead to its own sections, and without marks.
fn plain(markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = markdown;
    while let Some((before, link)) = rest.split_once('[') {
        match link.split_once("](#").and_then(|(label, rest)| Some((label, rest.split_once(')')?.1))) {
            Some((label, after)) if !label.contains("[[") && !label.contains(' ') => {
                text = format!("{text}{before}“{label}” in the reference");
                rest = after;
            }
            _ => {
                text = format!("{text}{before}[");
                rest = link;
            }
        }
    }
    format!("{text}{rest}").replace('`', "")
}

/// The value of the field's example. Tables have none: theirs is the line that opens them.
fn example(field: &Field) -> Option<Value> {
    if matches!(field.kind, Type::Table(_) | Type::Tables(_)) {
        return None;
    }
    let table: Map<String, Value> = toml::from_str(field.example).ok()?;
    table.get(field.key).cloned()
}

/// The texts that can be dates. Whether the day is in the calendar, and how intervals and sets may be built, only the check knows:
/// editors show the pattern to who breaks it, so it is as short as can be.
fn date_pattern() -> String {
    // What is not known exactly has a sign before or behind it.
    let sign = "[?~%]?";
    let year = "(-?[0-9X]{4}|Y-?[0-9E]+)";
    // A month, a quarter or a half-year; no season and no third of a year.
    let month = "(0[1-9]|1[0-2]|3[3-6]|4[01]|[01X]X|X[0-9])";
    let day = "([012X][0-9X]|3[01X])";
    let date = format!("{sign}{year}{sign}(-{sign}{month}{sign}(-{sign}{day}{sign})?)?");
    // Two dates with points between them stand in brackets.
    format!(r"^(?![^\[/]+\.\.)([\[\]./,]*{date}(?![-0-9X]))+[\[\]./,]*$")
}

const LANGUAGE: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

fn shape(kind: Type) -> Value {
    let text = json!({ "type": "string", "pattern": r"\S" });
    let id = json!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$", "maxLength": Id::MAX_BYTES });
    let prose = json!({ "type": "string", "pattern": r"\S", "maxLength": limits::TEXT });
    let anchor = json!({ "anyOf": [text, { "$ref": "#/$defs/quotation" }] });
    let article_file = json!({ "type": "string", "pattern": r"\.([tT][xX][tT]|[mM][dD]|[mM][aA][rR][kK][dD][oO][wW][nN])\s*$" });
    match kind {
        Type::Format => json!({ "const": 1 }),
        Type::Text | Type::File | Type::Number => text,
        Type::ArticleFile => article_file,
        Type::ArticleFiles => json!({
            "type": "object",
            "propertyNames": { "pattern": LANGUAGE },
            "additionalProperties": article_file,
            "minProperties": 1,
        }),
        Type::Prose => prose,
        Type::Verbatim => json!({ "type": "string" }),
        Type::Local => local(&prose),
        Type::Locals => json!({ "type": "array", "items": local(&prose) }),
        Type::Flag => json!({ "type": "boolean" }),
        Type::Date => json!({ "type": "string", "pattern": date_pattern() }),
        Type::Address => {
            json!({ "type": "string", "pattern": r#"^https://[^\s/?#@:"<>\\^`{|}][^\s"<>\\^`{|}]*$"# })
        }
        Type::Country => json!({ "enum": countries::CODES.as_slice() }),
        Type::Language => json!({ "type": "string", "pattern": LANGUAGE }),
        Type::Id | Type::Ref(_) => id,
        Type::Refs(_) => json!({ "type": "array", "items": id }),
        Type::Word(words) => json!({ "enum": words }),
        Type::Named => named(),
        Type::NamedList => json!({ "type": "array", "items": named() }),
        Type::Texts => json!({ "type": "array", "items": text }),
        Type::Anchor => anchor,
        Type::Anchors => json!({ "type": "array", "items": anchor }),
        Type::Coordinates => json!({
            "type": "array",
            "prefixItems": [
                { "type": "number", "minimum": -180, "maximum": 180 },
                { "type": "number", "minimum": -90, "maximum": 90 },
            ],
            "minItems": 2,
            "maxItems": 2,
        }),
        Type::Table(word) => json!({ "$ref": format!("#/$defs/{word}") }),
        Type::Tables(word) => json!({ "type": "array", "items": { "$ref": format!("#/$defs/{word}") } }),
    }
}

/// A text, or one a language.
fn local(prose: &Value) -> Value {
    json!({ "anyOf": [prose, {
        "type": "object",
        "propertyNames": { "pattern": LANGUAGE },
        "additionalProperties": prose,
        "minProperties": 1,
    }] })
}

/// `claim:one-third`.
fn named() -> Value {
    let kinds = tour::kind_words().join("|");
    json!({ "type": "string", "pattern": format!("^({kinds}):[a-z0-9][a-z0-9-]*$") })
}
