//! A decision as a table of the file that keeps them.

use crate::dossier::Decision;
use crate::load::DECISIONS;
use crate::load::format::DECIDED;

use super::change::Value;
use super::files::DossierFiles;
use super::place::{Placed, place_tables_in};
use super::refused::Refused;

/// Where a decision goes in the file with this number.
pub(super) fn place_decision(
    files: &DossierFiles,
    number: usize,
    decision: &Decision,
) -> Result<Placed, Refused> {
    place_tables_in(files, number, DECIDED.word(), &[&keys(decision)])
}

/// Its keys: what it is of, the words, and what was decided.
pub(super) fn keys(decision: &Decision) -> Vec<(String, Value)> {
    let text = |text: &str| Value::Text(text.to_owned());
    let words = decision.words.iter().map(|words| text(words)).collect();
    let decided = DECISIONS.iter().find(|(_, is_accepted)| *is_accepted == decision.is_accepted);
    [
        ("kind", text(decision.of.word())),
        ("words", Value::List(words)),
        ("decision", text(decided.map_or("", |(word, _)| word))),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .into()
}
