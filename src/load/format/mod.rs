//! What a dossier's files may say, as data: every table and key, its type, whether it must be there, and what it means.
//! The JSON Schema is made from it, and `assets/format.md` repeats it for people; tests hold both, and what the loader
//! asks for, to this one list.

mod fields;
mod schema;

use fields::OWN;
pub use fields::{
    ACTOR, ARTICLE, CAPTION, CLAIM, COLUMNS, DECIDED, EVENT, FILES, GROUPS, HEAD, KNOWN, QUOTATION, SERIES,
    SOURCE, STOP, SUGGESTED, SUGGESTED_GROUPS,
};
pub use schema::{beside, schema};

/// What a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Type {
    /// The number of the format.
    Format,
    /// A text on one line.
    Text,
    /// A text on one line that people read.
    Prose,
    /// Words as they stand in the article, blanks included.
    Verbatim,
    /// A text for people: one for everybody, or one a language.
    Local,
    /// A list of such texts.
    Locals,
    /// True or false.
    Flag,
    /// A date in EDTF.
    Date,
    /// An address that begins with https://.
    Address,
    /// The code of a state.
    Country,
    /// The tag of a language.
    Language,
    /// The name of a file in the dossier's folder.
    File,
    /// The name of the article's file; its extension says what format it is in.
    ArticleFile,
    /// The name of such a file for each language.
    ArticleFiles,
    /// The id of the thing itself.
    Id,
    /// The id of another thing.
    Ref(&'static str),
    /// The ids of other things.
    Refs(&'static str),
    /// One of a few words.
    Word(&'static [&'static str]),
    /// A list of texts.
    Texts,
    /// A quotation of the article.
    Anchor,
    /// A list of quotations.
    Anchors,
    /// Longitude and latitude.
    Coordinates,
    /// A decimal number.
    Number,
    /// The table with this name.
    Table(&'static str),
    /// Any number of tables with this name.
    Tables(&'static str),
    /// The kind and the id of another thing.
    Named,
    /// A list of those.
    NamedList,
}

impl Type {
    /// What the reference calls it.
    pub fn name(self) -> String {
        match self {
            Type::Format => "number".to_owned(),
            Type::Text | Type::Prose | Type::Verbatim => "text".to_owned(),
            Type::Local => "text by language".to_owned(),
            Type::Locals => "list of texts by language".to_owned(),
            Type::Flag => "true or false".to_owned(),
            Type::Date => "date".to_owned(),
            Type::Address => "address".to_owned(),
            Type::Country => "state".to_owned(),
            Type::Language => "language".to_owned(),
            Type::File | Type::ArticleFile => "file name".to_owned(),
            Type::ArticleFiles => "file by language".to_owned(),
            Type::Id => "id".to_owned(),
            Type::Ref(word) => format!("{word}'s id"),
            Type::Refs(word) => format!("list of {word} ids"),
            Type::Named => "kind and id".to_owned(),
            Type::NamedList => "list of kinds and ids".to_owned(),
            Type::Word(_) => "word".to_owned(),
            Type::Texts => "list of texts".to_owned(),
            Type::Anchor => "anchor".to_owned(),
            Type::Anchors => "list of anchors".to_owned(),
            Type::Coordinates => "two numbers".to_owned(),
            Type::Number => "decimal number".to_owned(),
            Type::Table(_) => "table".to_owned(),
            Type::Tables(_) => "tables".to_owned(),
        }
    }
}

/// Whether a key must be there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// Always.
    Required,
    /// Never.
    Optional,
    /// It, or the other key that supports a statement.
    Evidence,
    /// Unless `anchors` quote the article.
    TextOrAnchors,
    /// Only beside `role`; then it, or the other key that supports it.
    RoleEvidence,
    /// It, or the other column that supports a figure.
    FigureEvidence,
    /// Unless the series is a list.
    UnlessList,
    /// Unless the stop's picture is of the whole dossier.
    UnlessOfAll,
}

impl Need {
    /// What the reference calls it.
    pub fn name(self) -> &'static str {
        match self {
            Need::Required => "required",
            Need::Optional => "optional",
            Need::Evidence => "`anchors` or `sources`",
            Need::TextOrAnchors => "required without `anchors`",
            Need::RoleEvidence => "with `role`: `anchors` or `sources`",
            Need::FigureEvidence => "`source` or `anchor`",
            Need::UnlessList => "required unless `list`",
            Need::UnlessOfAll => "required unless `show` is of all",
        }
    }
}

/// A key of a table, or a column.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// As it is written.
    pub key: &'static str,
    /// What its value is.
    pub kind: Type,
    /// Whether it must be there.
    pub need: Need,
    /// What it means, in a sentence or two.
    pub meaning: &'static str,
    /// How it is written. For a table the line that opens it, for a column a value.
    pub example: &'static str,
}

/// A table: all keys it may have.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// How the reference is headed: `[[source]]`.
    pub title: &'static str,
    /// What reports call it: "a source".
    pub what: &'static str,
    /// Its keys, in the order in which they are best written.
    pub fields: &'static [Field],
}

impl Group {
    /// The word it is written with: the `source` of `[[source]]`.
    pub fn word(&self) -> &'static str {
        self.title.trim_matches(['[', ']'])
    }
}

const fn field(
    key: &'static str,
    kind: Type,
    need: Need,
    meaning: &'static str,
    example: &'static str,
) -> Field {
    Field { key, kind, need, meaning, example }
}
