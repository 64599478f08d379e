//! Bytes in, a dossier and its problems out.
//!
//! A fatal problem leaves nothing to open; with any other the dossier opens. What cannot be read is reported and
//! left out, what is doubtful is reported and kept, and every reference that remains names something.

mod check;
mod derive;
pub mod format;
mod parse;
mod read;
mod relink;
mod report;
mod source;
mod syntax;

use std::sync::Arc;

use crate::dossier::{Dossier, Kind};

pub(crate) use read::article::file_text as article_file_text;
pub(crate) use read::csv::{
    ANCHOR as ANCHOR_COLUMNS, FiguresLayout, PLAIN as OBSERVATION_COLUMNS, rows as rows_of_figures,
};
pub(crate) use read::markdown::front::{HeadSyntax, TITLES as HEAD_TITLES, head as markdown_head};
pub(crate) use read::sentence_words::sentence as sentence_of;
pub(crate) use relink::{AliasOwners, TypedError, WordsState};
pub use relink::{Edit, WrittenAlias, WrittenAnchor, WrittenAnchors, WrittenWords};
pub(crate) use relink::{basic_string, toml_string_like};
pub(crate) use report::Report;
pub(crate) use report::problem::quoted;
pub use report::problem::{Location, Problem, ProblemLine};
pub use report::rule::{Grade, Rule};
pub use report::source_map::{ArticleLines, SourceMap};
pub(crate) use report::span::Span;
pub use report::{FaultyItems, Tally};
pub use source::beside::Beside;
#[cfg(feature = "html")]
pub(crate) use source::damage::windows_1252;
#[cfg(feature = "html")]
pub(crate) use source::encoding::encoding_of;
#[cfg(test)]
pub(crate) use source::files::Counting;
pub use source::files::{Changed, Embedded, Files, Folder, Memory, ReadError};
pub use source::fingerprint::{Fingerprint, digest, head_missing, load_if_changed, load_with_fingerprint};
#[cfg(test)]
pub(crate) use source::fixture::fixture;
pub(crate) use source::limits::{CSV as MOST_OF_FIGURES, TEXT as MOST_OF_TEXT, TOML as MOST_OF_TOML};
pub use source::shipped::shipped;
pub use source::stream::{MOST as MOST_OF_STREAM, of_stream};
pub(crate) use source::text_file::{MARK, TextFile, not_utf8};
pub(crate) use source::web_page::{WebPage, web_page};
pub(crate) use syntax::date_guess::{DateGuess, guess as guess_date};
pub(crate) use syntax::date_words::month as month_named;
pub(crate) use syntax::fields::is_language;
pub(crate) use syntax::ids::{slug, words_of_id};
pub(crate) use syntax::keys::meant_word;
pub(crate) use syntax::languages::tag_of;
pub(crate) use syntax::suggest::{nearest, suggest};
pub(crate) use syntax::toml_errors::{SyntaxError, syntax_errors};
pub(crate) use syntax::words::{
    ACTOR_KINDS, ASSESSMENTS, DECISIONS, EVENT_KINDS, QUALIFIERS, SERIES_KINDS, SOURCE_TYPES, views,
};

/// The file that makes a folder a dossier.
pub(crate) const DOSSIER: &str = "dossier.toml";

/// A dossier that can be opened.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What is known.
    pub dossier: Arc<Dossier>,
    /// What is wrong with it, none of it fatal, by file and place; of very many problems only the first.
    pub problems: Vec<Problem>,
    /// The things errors were found with, listed or not.
    pub faulty: FaultyItems,
    /// How many problems there are, listed or not.
    pub tally: Tally,
    /// Where its things are written.
    pub locations: SourceMap,
    /// What its author should know of how it was read, and is no problem; counted nowhere.
    pub notes: Vec<Problem>,
}

/// A dossier that can be opened, and its quotations as they are written.
pub struct Parsed {
    /// The dossier and its problems.
    pub loaded: Loaded,
    /// The quotations; none if it is a bare article.
    pub quotations: Option<WrittenAnchors>,
}

impl Loaded {
    /// What is wrong with the words of the article that figures rest on. They stand in a CSV, which relink does not write.
    pub fn faulty_words_of_figures(&self) -> impl Iterator<Item = &Problem> {
        let is_of_figure =
            |problem: &&Problem| problem.item.as_ref().is_some_and(|item| item.kind == Kind::Observation);
        self.problems.iter().filter(is_of_figure).filter(|problem| problem.rule.id().starts_with("anchor-"))
    }
}

/// Why a dossier cannot be opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// What is fatal, at least one, by file and place; of very many only the first.
    pub problems: Vec<Problem>,
    /// How many there are, listed or not.
    pub tally: Tally,
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self { problems: vec![problem], tally: Tally { errors: 1, files: 1, ..Tally::default() } }
    }
}

/// Reads a dossier, or a bare article, which makes a dossier with nothing in it but the article. Each file is read once.
///
/// # Errors
///
/// Fails with all fatal problems, at least one, if there is no readable article, a TOML file
/// that is unreadable or no TOML, or a format this version does not know.
pub fn load(files: &dyn Files) -> Result<Loaded, Refusal> {
    parse::read(files, |_, _, _| ()).map(|read| read.loaded)
}

/// The same, with the quotations as they are written: to change them, not to read the dossier.
///
/// # Errors
///
/// Fails as [`load`] does.
pub fn parse(files: &dyn Files) -> Result<Parsed, Refusal> {
    let parse::Read { loaded, tables } = parse::read(files, relink::collect)?;
    let quotations =
        tables.map(|from| WrittenAnchors::new(from.answer, &loaded.dossier, from.texts, from.index));
    Ok(Parsed { loaded, quotations })
}
