//! The format as a JSON Schema (draft 2020-12) of the TOML as data. It says what can be said of a file by itself; whether
//! an id names something, a quotation stands in the article and a date is one, only the check knows.

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
        property.insert("description".to_owned(), json!(field.meaning));
    }
    property
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
        Type::Date => json!({ "type": "string", "pattern": r"^[-0-9XYES~?%.,/\[\]]+$" }),
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
