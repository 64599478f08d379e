//! TOML and what the format makes of it: tables read key by key, ids, words with a meaning, and what authors misspell.

pub(crate) mod countries;
pub(crate) mod date_errors;
pub(crate) mod date_guess;
mod date_part;
pub(crate) mod date_words;
pub(crate) mod fields;
pub(crate) mod found_tables;
pub(crate) mod ids;
pub(crate) mod keys;
pub(crate) mod languages;
pub(crate) mod lookalikes;
pub(crate) mod references;
pub(crate) mod string_places;
pub(crate) mod suggest;
pub(crate) mod synonyms;
pub(crate) mod table;
pub(crate) mod table_kinds;
pub(crate) mod tables;
pub(crate) mod toml_errors;
pub(crate) mod unknown_keys;
pub(crate) mod value_hints;
pub(crate) mod words;
