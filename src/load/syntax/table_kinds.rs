//! The kinds of tables that may occur several times, and what is said of one that is opened wrongly.

use crate::dossier::Kind;
use crate::load::format::GROUPS;
use crate::load::report::problem::quoted;
use crate::text::sanitize::sanitize_line;

/// A table that may occur several times, `[[word]]`, each with an id.
#[derive(Clone, Copy)]
pub(crate) struct TableKind {
    /// How it is opened.
    pub(crate) word: &'static str,
    /// What reports call one of them.
    pub(crate) what: &'static str,
    /// The kind of thing it makes, if that is one to be named.
    pub(crate) kind: Option<Kind>,
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
pub(crate) fn table_words() -> impl Iterator<Item = &'static str> {
    table_kinds().map(|kind| kind.word).chain([STOP])
}

/// Whether tables are opened by this word, `[[word]]`.
pub(crate) fn is_word(name: &str) -> bool {
    table_words().any(|word| word == name)
}

/// The tables of the tour, which have no ids: stops are known by their number.
pub(crate) const STOP: &str = "stop";

/// What one of them is called in reports.
pub(crate) const A_STOP: &str = "a stop";

/// The message for `[word]` where `[[word]]` is meant, and what to do.
pub(crate) fn single(word: &str) -> (String, String) {
    (format!("[{word}] is a single table"), format!("write [[{word}]], one for each"))
}

/// The message for `[word.id]` where a table with an id is meant, and what to do. `written` is how it is opened.
pub(crate) fn with_id(written: &str, word: &str, id: &str) -> (String, String) {
    let id = quoted(&sanitize_line(id));
    (format!("{written} is no table of the format"), format!("write [[{word}]] and below it id = {id}"))
}
