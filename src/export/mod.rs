//! A dossier as a document, to be handed out: one HTML page, plain text, Markdown. Its figures alone, as CSV. And one thing
//! of it as a citation, to be pasted elsewhere.
//!
//! What a document says is put together once, as a document, and written in each format from there: so all
//! of them say the same. Pure: no files, no clock; the same dossier in the same language gives the same bytes.

mod build;
pub mod citation;
mod csv;
mod document;
mod figure;
mod fragment;
mod html;
mod ids;
mod markdown;
mod text;

use crate::i18n::language::Language;
use crate::load::Loaded;

/// How a document is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// In which language; the article and its quotations keep their own.
    pub language: Language,
    /// With what only the speaker of the tour is to read.
    pub with_notes: bool,
}

/// The dossier as one HTML page that needs nothing else: no script, no font, no picture, no network. It is well-formed
/// XML too.
pub fn html(loaded: &Loaded, options: Options) -> String {
    html::write(&build::document(loaded, options))
}

/// The dossier as plain text of at most 80 columns, with numbered sources at its end.
pub fn text(loaded: &Loaded, options: Options) -> String {
    text::write(&build::document(loaded, options))
}

/// The dossier as Markdown with footnotes.
pub fn markdown(loaded: &Loaded, options: Options) -> String {
    markdown::write(&build::document(loaded, options))
}

/// The figures of all series as CSV, a row each, in the dossier's order: the columns of the format's reference first, so
/// that they can be read back, then titles, names and addresses in a language.
pub fn series_csv(loaded: &Loaded, language: Language) -> String {
    csv::write(&loaded.dossier, language)
}
